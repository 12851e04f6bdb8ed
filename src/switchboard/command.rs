//! What the switchboard orders: everything that comes out.

use std::time::Duration;

use crate::model::my_data::MyData;
use crate::model::record::{ChallengeKind, Menu};
use crate::model::trail::Query;
use crate::model::{
    AccountId, Address, AttemptId, Change, ChatId, Code, DispatchId, DispatchRecord, EndpointId, Handle,
    Language, MessageId, Name, Notice, OfferWord, PersonId, PostId, Timestamp, UpdateId, WebLink, Word,
};

use super::pace::Hazard;

/// An order.
#[derive(Clone, Debug)]
pub enum Command {
    /// Put this on disk, as one batch. Comes first, and once at most, for each event.
    Save(Vec<Change>),
    /// Make a message of ours say this, sending it or editing it.
    Show(Show),
    /// Say this once.
    Say(Say),
    /// Hand somebody what is stored about them.
    HandOver(HandOver),
    /// Delete a person's message.
    Delete {
        /// Where it stands.
        at: Address,
        /// Which.
        message: MessageId,
        /// The update that brought it, which is not settled before this is done.
        update: UpdateId,
    },
    /// End the spinner on a pressed button, with a short text if there is one.
    AnswerPress {
        /// What Telegram wants named.
        query: String,
        /// What to say.
        notice: Option<Notice>,
        /// The reader's language.
        language: Language,
    },
    /// Look at an attempt.
    Look {
        /// Which.
        attempt: AttemptId,
        /// The number of the request.
        request: u64,
        /// Whether a human waits for it.
        awaited: bool,
        /// How likely its state is to change: of many attempts, the look that brings most goes first.
        hazard: Hazard,
        /// When it was last looked at; none: not in this life of the process.
        seen_at: Option<Timestamp>,
    },
    /// Pass an answer on.
    Submit {
        /// To which attempt.
        attempt: AttemptId,
        /// The number of the request.
        request: u64,
        /// The answer.
        answer: Submission,
        /// Whether that it was submitted must be on disk before, since looking does not tell.
        recorded_first: bool,
    },
    /// Have the API send the email.
    TriggerEmail {
        /// For which attempt.
        attempt: AttemptId,
        /// The number of the request.
        request: u64,
    },
    /// Have the API start a sign-in.
    Reauthenticate {
        /// Of which account.
        account: AccountId,
        /// The number of the request.
        request: u64,
    },
    /// Look whether an account's session is still valid, if nothing else wants to be asked of the API.
    LookAtAccount {
        /// Which.
        account: AccountId,
        /// The number of the request.
        request: u64,
    },
    /// Have the API list the accounts.
    ListAccounts,
    /// Have the store read entries of the audit trail.
    Recall {
        /// To be named in the answer.
        ticket: u64,
        /// Which.
        query: Query,
    },
    /// Answer a request that came from the agency's system or the operator.
    Respond {
        /// Which request.
        ticket: u64,
        /// The answer.
        response: Response,
    },
    /// Tell an endpoint of the agency's system something.
    Deliver {
        /// Whom.
        to: EndpointId,
        /// The number of what it is told, by which it knows that it was told before.
        id: DispatchId,
        /// What it is told.
        document: String,
    },
    /// Show something to whoever reads the stream of events.
    Publish(Box<DispatchRecord>),
    /// Nothing that this update caused is pending any more, as far as deciding goes.
    Settle(UpdateId),
    /// Give a person's private chat a command menu of its own, or none: then it has what everybody has.
    SetMenu {
        /// Whose chat.
        person: PersonId,
        /// Which menu.
        menu: Option<Menu>,
    },
    /// Something for the operator's log and the metrics.
    Note(Note),
}

impl Command {
    /// Whether it may begin only when the batch that came with it is on disk.
    ///
    /// What cannot be checked afterwards waits, and so does what tells somebody that something is so. An answer on
    /// its way to the API does not wait, for its code lives for seconds, unless a look would not tell that it was
    /// taken; nor does a look, which changes nothing.
    pub fn waits_for_disk(&self) -> bool {
        match self {
            Self::Submit { recorded_first, .. } => *recorded_first,
            Self::Show(_)
            | Self::Say(_)
            | Self::HandOver(_)
            | Self::AnswerPress { .. }
            | Self::TriggerEmail { .. }
            | Self::Reauthenticate { .. }
            // That it was looked at is on disk, so that a start does not look again too soon.
            | Self::LookAtAccount { .. }
            | Self::Recall { .. }
            | Self::Respond { .. }
            | Self::SetMenu { .. }
            | Self::Deliver { .. }
            | Self::Publish(_)
            | Self::Settle(_) => true,
            Self::Save(_) | Self::Delete { .. } | Self::Look { .. } | Self::ListAccounts | Self::Note(_) => {
                false
            }
        }
    }
}

/// A message of ours through all its edits.
#[derive(Clone, Debug)]
pub struct Show {
    /// Which.
    pub post: PostId,
    /// Later revisions replace earlier ones.
    pub revision: u32,
    /// Where.
    pub to: Address,
    /// The message to edit; none: send it.
    pub edit: Option<MessageId>,
    /// What it says.
    pub notice: Notice,
    /// What its buttons stand for.
    pub offer: Option<OfferWord>,
    /// The link that goes with it.
    pub link: Option<WebLink>,
    /// The reader's language.
    pub language: Language,
    /// Whether it is a question, which overtakes what is not.
    pub urgent: bool,
    /// Whether it makes no sound where it arrives.
    pub silent: bool,
}

/// A message that is said once.
#[derive(Clone, Debug)]
pub struct Say {
    /// Where.
    pub to: Address,
    /// What.
    pub notice: Notice,
    /// What its buttons stand for.
    pub offer: Option<OfferWord>,
    /// The secret part of an invitation link, if this is one.
    pub word: Option<Word>,
    /// The message that it answers.
    pub reply_to: Option<MessageId>,
    /// The reader's language.
    pub language: Language,
    /// The update that is not settled before this is said.
    pub update: Option<UpdateId>,
}

/// A document with what is stored about a person, for that person.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// The person's private chat.
    pub to: Address,
    /// What is stored.
    pub data: Box<MyData>,
    /// The update that is not settled before this is handed over.
    pub update: UpdateId,
}

/// What is submitted to the account API.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Submission {
    /// A code.
    Code(Code),
    /// *I have done it*.
    FaceDone,
}

/// The answer to a request of the agency's system or of the operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Response {
    /// The attempt is being watched from here on.
    Watching,
    /// It was already, with the same values.
    AlreadyWatching,
    /// No account of this id or handle.
    UnknownAccount,
    /// Several accounts of this handle.
    AmbiguousAccount(Vec<AccountId>),
    /// The accounts cannot be listed at the moment, and this one is not known without.
    AccountsUnavailable,
    /// Another account has this attempt.
    AttemptTaken,
    /// Another attempt of this account is open.
    AccountBusy(AttemptId),
    /// *Not me* has frozen this account.
    AccountFrozen,
    /// As many attempts are open as are watched at once.
    TooManyAttempts,
    /// What is known of an attempt.
    Attempt(AttemptView),
    /// No such attempt.
    UnknownAttempt,
    /// What is open.
    Overview(Overview),
    /// An invitation was made.
    Invitation {
        /// The account.
        handle: Handle,
        /// The secret part of the link.
        word: Word,
        /// Until when it works.
        expires_at: Timestamp,
    },
}

/// An attempt as the agency's system sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttemptView {
    /// The attempt.
    pub attempt: AttemptId,
    /// The account.
    pub account: AccountId,
    /// The API's word for its state; none before the first look.
    pub state: Option<String>,
    /// Our word for what we are doing about it.
    pub status: &'static str,
    /// When somebody was first asked.
    pub asked_at: Option<Timestamp>,
    /// When an answer was last taken.
    pub answered_at: Option<Timestamp>,
}

/// Everything that is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overview {
    /// At this moment.
    pub at: Timestamp,
    /// The oldest first.
    pub attempts: Vec<OpenAttempt>,
}

/// An attempt that is watched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenAttempt {
    /// What the agency's system would be told of it.
    pub view: AttemptView,
    /// When we were told of it.
    pub started_at: Timestamp,
}

/// What became of telling an endpoint something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeliveryFate {
    /// It has taken it.
    Taken,
    /// It has not, and is told again.
    Again,
    /// It has not for as long as it is tried.
    GivenUp,
}

/// Something for the operator's log and the metrics.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// A manager's private chat takes no messages: alerts do not arrive there. Noted once.
    ManagerUnreachable {
        /// Who.
        person: PersonId,
    },
    /// An attempt is watched.
    Watched {
        /// Which.
        attempt: AttemptId,
        /// Of which account.
        account: AccountId,
    },
    /// People are asked.
    Asked {
        /// About which attempt.
        attempt: AttemptId,
        /// For what.
        kind: ChallengeKind,
        /// How many.
        people: usize,
    },
    /// The first question about something that is wanted stands in a chat.
    QuestionArrived {
        /// About which attempt.
        attempt: AttemptId,
        /// How long after it was seen that something is wanted.
        after: Duration,
    },
    /// An answer was taken.
    Answered {
        /// For which attempt.
        attempt: AttemptId,
        /// Whose.
        person: PersonId,
    },
    /// The account API has judged a code.
    Judged {
        /// For which attempt.
        attempt: AttemptId,
        /// How long after it was taken from its person.
        after: Duration,
    },
    /// A code was wrong.
    WrongCode {
        /// For which attempt.
        attempt: AttemptId,
    },
    /// An attempt is over.
    Ended {
        /// Which.
        attempt: AttemptId,
        /// How.
        ending: &'static str,
    },
    /// The API showed a state that this version does not know.
    UnknownState {
        /// Of which attempt.
        attempt: AttemptId,
        /// The word.
        state: String,
    },
    /// The API refuses our key.
    KeyRefused,
    /// The API sent a link that must not be shown.
    UnusableLink {
        /// For which attempt.
        attempt: AttemptId,
    },
    /// Somebody accepted an invitation.
    Linked {
        /// To which account.
        account: AccountId,
        /// Who.
        person: PersonId,
    },
    /// A link has ended.
    Unlinked {
        /// From which account.
        account: AccountId,
        /// Who.
        person: PersonId,
    },
    /// *Not me* has frozen an account.
    Frozen {
        /// Which.
        account: AccountId,
        /// Who pressed it.
        person: PersonId,
    },
    /// Somebody who is not a manager tried a manager's command.
    NotAManager {
        /// Who.
        person: PersonId,
    },
    /// A command from a group that is not listed was ignored.
    GroupIgnored {
        /// Which.
        chat: ChatId,
    },
    /// A button was pressed that is not good for whoever pressed it.
    ButtonRefused {
        /// Who.
        person: PersonId,
    },
    /// A person cannot be reached.
    Unreachable {
        /// Who.
        person: PersonId,
    },
    /// Telegram will not take a message of ours: a defect.
    Rejected {
        /// Which message.
        post: PostId,
    },
    /// Something that is bounded is full, and something was left out.
    Full {
        /// What.
        what: &'static str,
    },
    /// The audit trail does not hold: somebody has changed it, or the disk has.
    TrailBroken {
        /// What is wrong with it first.
        flaw: String,
    },
    /// People are asked whether now is a good time for a sign-in.
    ReadyAsked {
        /// To which account.
        account: AccountId,
        /// How many.
        people: usize,
    },
    /// That question is over, and nothing was started.
    ReadyEnded {
        /// About which account.
        account: AccountId,
        /// How.
        ending: &'static str,
    },
    /// People are asked whether they can read this.
    Checking {
        /// Because of which account.
        account: AccountId,
        /// How many.
        people: usize,
    },
    /// An endpoint of the agency's system was told something, or was not.
    Delivered {
        /// Which.
        to: EndpointId,
        /// The number of what it was told.
        id: DispatchId,
        /// What became of it.
        fate: DeliveryFate,
    },
    /// An account's session is not valid any more, and managers are told.
    SessionDead {
        /// Of which account.
        account: AccountId,
    },
    /// A reauthentication has brought no attempt.
    NotStarted {
        /// Of which account.
        account: AccountId,
        /// Why.
        ending: &'static str,
    },
}

/// A name to be shown where nobody's is known.
pub(super) fn nobody() -> Name {
    Name::new("?")
}
