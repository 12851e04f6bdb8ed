//! Something we have to say, before it has words, and the buttons that go with it.
//!
//! Notices are facts. Their words stand in `texts/`; no notice ever holds a code, a link or an invitation's word.

use serde::{Deserialize, Serialize};

use super::record::{ChallengeKind, CodeKind, Starter};
use super::{AccountId, AttemptId, Handle, Name, Tag, Timestamp};

/// What we have to say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    // To anybody.
    /// Who we are, to somebody who came without an invitation.
    Welcome,
    /// What a linked person can do.
    HelpCreator,
    /// What a manager can do.
    HelpManager,
    /// What is stored, for how long, and who runs this.
    Privacy,
    /// The one neutral sentence for whoever may not do what they tried.
    NotForYou,
    /// An invitation that is used, expired, revoked or was never made: all the same to whoever tries it.
    InvitationUseless,
    /// What was tried works only in the private chat with the bot.
    OnlyInPrivate,
    /// A manager tried to accept an invitation: managers never answer for a creator.
    NotForManagers,
    /// As many people are linked to the account as may be.
    TooManyLinks {
        /// The account.
        handle: Handle,
    },
    /// As many sign-ins are open as are watched at once.
    TooManyOpen,
    /// A command that we know was written in a way we do not.
    Usage(Usage),
    /// A command reached us long after it was written, and was not carried out.
    CommandTooOld,

    // To a creator, about being linked.
    /// What accepting means; buttons *Accept* and *Decline*.
    Invited {
        /// The account.
        handle: Handle,
        /// Who invited.
        inviter: Starter,
    },
    /// Accepted, and on disk.
    Linked {
        /// The account.
        handle: Handle,
    },
    /// The invitation was declined.
    InvitationDeclined {
        /// The account.
        handle: Handle,
    },
    /// The accounts that a person is linked to.
    MyAccounts {
        /// Each with who invited and when it was accepted.
        links: Vec<MyAccount>,
    },
    /// The person withdrew.
    Stopped {
        /// The account.
        handle: Handle,
    },
    /// A manager ended the link.
    Unlinked {
        /// The account.
        handle: Handle,
    },
    /// The person is not linked to an account of this name.
    NotLinked {
        /// What they wrote.
        handle: Handle,
    },

    // To a creator, about a challenge.
    /// The question itself.
    Question(Question),
    /// What became of a question.
    QuestionEnded {
        /// The account.
        handle: Handle,
        /// The attempt's tag.
        tag: Tag,
        /// How it ended.
        end: QuestionEnd,
    },
    /// The question that stands here was asked again further down.
    QuestionRepeated {
        /// The account.
        handle: Handle,
        /// The attempt's tag.
        tag: Tag,
    },
    /// A sign-in was postponed and is over; shall there be a new one? Buttons *I am ready*, *Not now*.
    ReadyAgain {
        /// The account.
        handle: Handle,
        /// Who asked at the time.
        starter: Starter,
    },
    /// What became of *I am ready* or *Not now*.
    ReadyAnswered {
        /// The account.
        handle: Handle,
        /// Whether a new sign-in was started.
        started: bool,
    },
    /// *Not me* was pressed: everything is stopped. Button *Allow again*.
    FrozenByYou {
        /// The account.
        handle: Handle,
    },
    /// *Allow again* was pressed.
    AllowedByYou {
        /// The account.
        handle: Handle,
    },

    // To a creator, about what they wrote.
    /// No question is open.
    NothingOpen,
    /// There is no code in it.
    NoCode {
        /// The fewest digits of a code.
        digits_min: u8,
        /// The most digits of a code.
        digits_max: u8,
    },
    /// There are two candidates in it.
    TwoCodes,
    /// Photos, voice and stickers are not read.
    TypeTheCode,
    /// It was written before the question.
    TooEarly,
    /// It looks like a login code of Telegram itself.
    TelegramsOwnCode,
    /// A code for this attempt is being checked.
    StillChecking {
        /// The account.
        handle: Handle,
    },
    /// The open challenge wants something done, not a code.
    NoCodeWanted {
        /// The account.
        handle: Handle,
    },
    /// Several questions are open; one button each.
    WhichAccount {
        /// The accounts, in the order of their buttons.
        choices: Vec<(Handle, Tag)>,
    },
    /// The account was chosen.
    AccountChosen {
        /// The account, or none if it was over by then.
        handle: Option<Handle>,
    },
    /// The message with the code could not be deleted.
    DeleteItYourself,
    /// The code could not be used and was not kept; a new one is needed.
    CodeNotUsed,

    // Short answers to a pressed button.
    /// The button is no longer good for anything.
    ButtonExpired,
    /// Done as pressed.
    Noted,
    /// The email was asked for again.
    EmailAskedFor,
    /// The email may be asked for again in so many seconds.
    EmailCooldown {
        /// Whole seconds to wait.
        seconds: u64,
    },
    /// The API is being told; the outcome appears in the question.
    TellingTheApi,

    // To managers.
    /// The one message about a sign-in that is edited as things move.
    Status(Status),
    /// No account is called this.
    UnknownHandle {
        /// What was written.
        handle: Handle,
    },
    /// Several accounts are called this.
    AmbiguousHandle {
        /// What was written.
        handle: Handle,
        /// Their ids.
        accounts: Vec<AccountId>,
    },
    /// The list of accounts cannot be had at the moment, and the handle is not known without it.
    AccountsUnavailable {
        /// What was written.
        handle: Handle,
    },
    /// Too many reauthentications of one account.
    ReauthLimit {
        /// The account.
        handle: Handle,
        /// Whole seconds to wait.
        seconds: u64,
    },
    /// A sign-in of this account is open already.
    AlreadyOpen {
        /// The account.
        handle: Handle,
        /// Its tag.
        tag: Tag,
    },
    /// The account is frozen by *Not me*.
    AccountFrozen {
        /// The account.
        handle: Handle,
    },
    /// Nobody is linked; button *Invite*.
    NobodyLinked {
        /// The account.
        handle: Handle,
    },
    /// An invitation link; button *Revoke*.
    InvitationMade {
        /// The account.
        handle: Handle,
        /// Until when it works.
        expires_at: Timestamp,
    },
    /// Invitations that nobody can use any more.
    InvitationsRevoked {
        /// The account.
        handle: Handle,
        /// How many there were.
        count: u64,
    },
    /// Somebody accepted.
    InvitationAccepted {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// Somebody declined.
    InvitationRefused {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// *Not me* was pressed.
    NotMeAlert {
        /// The account.
        handle: Handle,
        /// The attempt's tag.
        tag: Tag,
        /// Who pressed it.
        name: Name,
        /// Who had started the attempt.
        starter: Starter,
    },
    /// *Allow again* was pressed.
    AllowedAgain {
        /// The account.
        handle: Handle,
        /// Who pressed it.
        name: Name,
    },
    /// A creator withdrew.
    CreatorStopped {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// A creator, asked again at the time of their choice, does not want to now.
    CreatorNotNow {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// A creator cannot be reached, though asked.
    CreatorUnreachable {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// Links that a manager ended.
    LinksEnded {
        /// The account.
        handle: Handle,
        /// Whose.
        names: Vec<Name>,
    },
    /// There is nothing to cancel.
    NothingToCancel {
        /// The account.
        handle: Handle,
    },
    /// An attempt that another account has already.
    AttemptTaken {
        /// The attempt.
        attempt: AttemptId,
    },
    /// What is known of all accounts.
    Accounts {
        /// One entry each.
        accounts: Vec<AccountLine>,
        /// How many more there are than fit in a message.
        more: u64,
    },
    /// What is open.
    Open {
        /// One status each.
        attempts: Vec<Status>,
        /// How many more there are than fit in a message.
        more: u64,
    },
}

/// A command written in a way we do not understand: how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// `/reauth @account …`
    Reauth,
    /// `/invite @account [revoke]`
    Invite,
    /// `/watch <attempt id> @account`
    Watch,
    /// `/cancel @account`
    Cancel,
    /// `/unlink @account`
    Unlink,
    /// `/status [@account]`
    Status,
    /// `/stop @account`
    Stop,
    /// No command of ours.
    Unknown,
}

/// One account of [`Notice::MyAccounts`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MyAccount {
    /// The account.
    pub handle: Handle,
    /// Who invited.
    pub inviter: Starter,
    /// When it was accepted.
    pub since: Timestamp,
    /// Whether *Not me* has stopped it.
    pub frozen: bool,
}

/// One account of [`Notice::Accounts`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountLine {
    /// The account.
    pub handle: Handle,
    /// Who is linked, and whether they can be reached.
    pub people: Vec<(Name, bool)>,
    /// Whether *Not me* has stopped it.
    pub frozen: bool,
}

/// A question to a creator.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// The account.
    pub handle: Handle,
    /// Who started the attempt.
    pub starter: Starter,
    /// When.
    pub started_at: Timestamp,
    /// The attempt's tag.
    pub tag: Tag,
    /// What is wanted.
    pub kind: ChallengeKind,
    /// Where the email went, as the API shows it.
    pub email_mask: Option<String>,
    /// Why it is asked once more, if it is.
    pub again: Option<Again>,
    /// The link that goes with it.
    pub link: LinkShown,
    /// What the person is doing with it.
    pub mode: QuestionMode,
}

/// Why a question is asked once more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Again {
    /// The code before was wrong.
    Wrong {
        /// How many more codes may be tried.
        tries_left: u32,
    },
    /// Half of the question's time is over.
    Reminder,
    /// Whether the code before arrived cannot be told, so a fresh one is needed.
    Unsure,
    /// The time that the person chose with *Later* has come.
    Postponed,
    /// The API says that what was to be done is not done yet.
    NotDone,
    /// Whether the email was sent cannot be told.
    EmailUnsure,
    /// The code was too old to be used when it could be passed on.
    TooLate,
}

/// Whether a question has a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkShown {
    /// It needs none.
    NotNeeded,
    /// It goes with the message, as a button.
    Given,
    /// The API sent none.
    Missing,
    /// The API sent one that must not be shown.
    Unusable,
}

/// What the person who is asked is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionMode {
    /// Reading.
    Open,
    /// Choosing how much later.
    ChoosingLater,
    /// Waiting until the time they chose.
    Postponed {
        /// When it is asked again.
        until: Timestamp,
    },
    /// Waiting for what the API makes of the answer.
    Checking,
}

/// How a question ended for the person it was put to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionEnd {
    /// The account is connected.
    Done,
    /// The answer was taken, and the API wants something more.
    Accepted,
    /// The code was wrong.
    Wrong,
    /// The code was wrong, and it was the last that may be tried.
    WrongForGood,
    /// The sign-in failed.
    Failed,
    /// Somebody else who is linked has answered.
    AnsweredBy {
        /// Who.
        name: Name,
    },
    /// Nobody answered in time.
    Expired,
    /// A manager cancelled.
    Cancelled,
    /// *Not me* was pressed, here or by somebody else who is linked.
    NotMe,
    /// The person is no longer linked.
    Withdrawn,
    /// The API no longer wants it, or the attempt is gone.
    NotNeeded,
    /// Whether the answer arrived cannot be told.
    Unsure,
    /// Something on our side is broken; the operator knows.
    OurFault,
    /// Put off beyond the sign-in's time; it is asked about again then.
    PutOff {
        /// When.
        until: Timestamp,
    },
    /// It is not this person's question any more.
    Over,
}

/// A sign-in as a manager sees it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Status {
    /// The account.
    pub handle: Handle,
    /// The attempt's tag.
    pub tag: Tag,
    /// Who started it.
    pub starter: Starter,
    /// When.
    pub started_at: Timestamp,
    /// How far it is.
    pub progress: Progress,
    /// What else is worth knowing.
    pub remark: Option<Remark>,
}

/// How far a sign-in is, as a manager sees it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Being started.
    Starting,
    /// The API works.
    Working,
    /// Waiting for people to answer.
    Waiting {
        /// For what.
        kind: ChallengeKind,
        /// From whom.
        names: Vec<Name>,
    },
    /// Waiting for people to answer after a wrong code.
    WaitingAfterWrong {
        /// For what.
        kind: ChallengeKind,
        /// From whom.
        names: Vec<Name>,
        /// How many more codes may be tried.
        tries_left: u32,
    },
    /// Something is wanted, and nobody is linked. Button *Invite*.
    WaitingForALink {
        /// What is wanted.
        kind: ChallengeKind,
    },
    /// Something is wanted, and everybody linked was asked too often within the hour.
    AskedTooOften {
        /// What is wanted.
        kind: ChallengeKind,
        /// When somebody may be asked again.
        until: Timestamp,
    },
    /// Asked for later.
    Postponed {
        /// By whom.
        name: Name,
        /// Until when.
        until: Timestamp,
    },
    /// An answer is being checked.
    Checking,
    /// A state that we do not know.
    Unusual {
        /// The API's word for it.
        state: String,
    },
    /// Over.
    Ended {
        /// How.
        ending: Ending,
        /// After how many whole seconds.
        seconds: u64,
    },
}

/// What is worth knowing besides how far a sign-in is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// The API does not answer at the moment.
    ApiUnreachable,
    /// The API refuses our key; the operator must act.
    ApiRefuses,
    /// The API wants us to slow down.
    ApiThrottles,
    /// The API sent a link that must not be shown.
    UnusableLink,
    /// The API sent no link.
    MissingLink,
    /// The email could not be triggered.
    EmailFailed,
    /// The people asked cannot be reached.
    Unreachable {
        /// Who.
        names: Vec<Name>,
    },
}

/// How a sign-in ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Connected.
    Connected,
    /// Connected, but to another account than the one meant.
    OtherAccount {
        /// Which.
        account: AccountId,
    },
    /// The API says that it failed.
    Failed,
    /// The API no longer knows the attempt, or never did (404).
    Unknown,
    /// The account's session is no longer valid (410).
    Gone,
    /// No stored credentials (412).
    NoCredentials,
    /// The account is not known to the API (404 to the reauthentication).
    AccountUnknown,
    /// The API wants us to wait (429 to the reauthentication).
    Throttled {
        /// Whole seconds, if the API said.
        seconds: Option<u64>,
    },
    /// The API refuses our key.
    ApiRefuses,
    /// The API refused for another reason.
    ApiDeclines,
    /// The API could not be reached, and surely nothing was started.
    ApiUnreachable,
    /// It may or may not have been started: the answer was lost. The manager decides.
    MaybeStarted,
    /// Started, but the API says another attempt than ours is another account's.
    AttemptTaken,
    /// The wrong codes are used up.
    WrongCodes,
    /// *Not me*.
    NotMe {
        /// Who pressed it.
        name: Name,
    },
    /// A manager cancelled.
    Cancelled {
        /// Who.
        name: Name,
    },
    /// Nobody answered in the question's time.
    Unanswered,
    /// The attempt's time is over.
    TooOld,
    /// Nobody who is linked can be reached.
    Unreachable {
        /// Who.
        names: Vec<Name>,
    },
    /// The last linked person withdrew, or was unlinked.
    Withdrawn,
    /// Put off beyond the attempt's time; it will be asked again then.
    PutOff {
        /// By whom.
        name: Name,
        /// Until when.
        until: Timestamp,
    },
}

/// A button's meaning. Together with the offer it was made for, it says what pressing it does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Choice {
    /// *Accept*
    Accept,
    /// *Decline*
    Decline,
    /// *Not me*
    NotMe,
    /// *Later*
    Later,
    /// *15 minutes*
    InAQuarter,
    /// *1 hour*
    InAnHour,
    /// *Tonight*
    Tonight,
    /// *Send the email again*
    SendEmail,
    /// *I have done it*
    FaceDone,
    /// *Allow again*
    AllowAgain,
    /// *Cancel*
    Cancel,
    /// *Invite*
    Invite,
    /// *Revoke*
    Revoke,
    /// *I am ready*
    Ready,
    /// *Not now*
    NotNow,
    /// One of several accounts, by its place.
    Account(u8),
}

/// The fixed choices and their letters in callback data.
const LETTERS: [(Choice, &str); 15] = [
    (Choice::Accept, "y"),
    (Choice::Decline, "n"),
    (Choice::NotMe, "x"),
    (Choice::Later, "l"),
    (Choice::InAQuarter, "q"),
    (Choice::InAnHour, "h"),
    (Choice::Tonight, "t"),
    (Choice::SendEmail, "e"),
    (Choice::FaceDone, "f"),
    (Choice::AllowAgain, "a"),
    (Choice::Cancel, "c"),
    (Choice::Invite, "i"),
    (Choice::Revoke, "r"),
    (Choice::Ready, "g"),
    (Choice::NotNow, "o"),
];

impl Choice {
    /// How it stands in callback data.
    pub fn letter(self) -> String {
        if let Self::Account(index) = self {
            return index.to_string();
        }
        LETTERS
            .iter()
            .find(|(choice, _)| *choice == self)
            .map_or_else(String::new, |(_, letter)| (*letter).to_owned())
    }

    /// Reads what stands in callback data.
    pub fn from_letter(letter: &str) -> Option<Self> {
        if let Some((choice, _)) = LETTERS.iter().find(|(_, known)| *known == letter) {
            return Some(*choice);
        }
        letter.bytes().all(|byte| byte.is_ascii_digit()).then(|| letter.parse().ok().map(Self::Account))?
    }
}

impl From<CodeKind> for ChallengeKind {
    fn from(kind: CodeKind) -> Self {
        Self::Code(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_choice_survives_its_way_through_callback_data() {
        let all = LETTERS.iter().map(|(choice, _)| *choice).chain([Choice::Account(0), Choice::Account(255)]);
        for choice in all {
            assert_eq!(Choice::from_letter(&choice.letter()), Some(choice));
        }
        for forged in ["", "z", "256", "+1", "-1", "yy", "１"] {
            assert_eq!(Choice::from_letter(forged), None, "{forged:?}");
        }
    }
}
