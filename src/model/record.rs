//! What is remembered across restarts. No record holds a code, a link, or an invitation's word.

mod account;
mod check;
mod order;
mod postponement;
mod ready;
mod reauth;
mod round;
mod telegram;

pub use account::{AccountRecord, Freeze, Session};
pub use check::{CheckRecord, CheckedPerson};
pub use order::Line;
pub use postponement::PostponementRecord;
pub use ready::{AskedReady, ReadyRecord, Turn, WhyWaits};
pub use reauth::ReauthRecord;
pub use round::{EntryState, RoundEntryRecord, RoundRecord, Skip};
pub use telegram::{HandledRecord, MovedRecord};

use serde::{Deserialize, Serialize};

use super::dispatch::{DispatchId, DispatchRecord};
use super::notice::{Again, Ending, Notice};
use super::{
    AccountId, Address, AttemptId, AttemptState, ChatId, Handle, Language, Mark, MessageId, Mute, Name,
    OfferWord, PersonId, PostId, QuietHours, Tag, TelegramTime, Timestamp, UpdateId, WordHash, trail,
};

/// One thing that is remembered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Record {
    /// An account that matters to somebody.
    Account(AccountRecord),
    /// Somebody we talk with.
    Person(PersonRecord),
    /// Who may be asked about which account.
    Link(LinkRecord),
    /// What can still become a link.
    Invitation(InvitationRecord),
    /// A reauthentication that was asked for and has no attempt yet.
    Reauth(ReauthRecord),
    /// An attempt.
    Attempt(Box<AttemptRecord>),
    /// A message of ours that must arrive, or will change.
    Post(Box<PostRecord>),
    /// What a button stands for.
    Offer(OfferRecord),
    /// A promise to ask again later.
    Postponement(PostponementRecord),
    /// An update whose consequences are on disk, should Telegram bring it again.
    Handled(HandledRecord),
    /// A group of the config that has another number by now.
    Moved(MovedRecord),
    /// An entry of the audit trail.
    Trail(Box<trail::Entry>),
    /// Where the audit trail begins and ends.
    TrailHead(trail::Head),
    /// Whose an alias in the audit trail is.
    Alias(trail::AliasRecord),
    /// A sign-in that waits until somebody is ready.
    Ready(ReadyRecord),
    /// Something that the agency's own system is told.
    Dispatch(Box<DispatchRecord>),
    /// People are asked whether they can read this.
    Check(CheckRecord),
    /// One command that reconnects several accounts.
    Round(Box<RoundRecord>),
    /// One account of it.
    RoundEntry(RoundEntryRecord),
}

/// What tells one record from another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RecordKey {
    /// By id.
    Account(AccountId),
    /// By numeric Telegram id.
    Person(PersonId),
    /// By account, then person.
    Link(AccountId, PersonId),
    /// By the hash of its word.
    Invitation(WordHash),
    /// By account: at most one is open for each.
    Reauth(AccountId),
    /// By id.
    Attempt(AttemptId),
    /// By number.
    Post(PostId),
    /// By word.
    Offer(OfferWord),
    /// By account, then person.
    Postponement(AccountId, PersonId),
    /// By number.
    Handled(UpdateId),
    /// By the number in the config.
    Moved(ChatId),
    /// By number.
    Trail(u64),
    /// There is one.
    TrailHead,
    /// By the person's numeric Telegram id.
    Alias(PersonId),
    /// By account: at most one is open for each.
    Ready(AccountId),
    /// By number.
    Dispatch(DispatchId),
    /// By account: at most one is open for each.
    Check(AccountId),
    /// By number.
    Round(PostId),
    /// By account: it is in one round at most.
    RoundEntry(AccountId),
}

impl Record {
    /// What tells this record from another.
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Account(it) => RecordKey::Account(it.id.clone()),
            Self::Person(it) => RecordKey::Person(it.id),
            Self::Link(it) => RecordKey::Link(it.account.clone(), it.person),
            Self::Invitation(it) => RecordKey::Invitation(it.hash),
            Self::Reauth(it) => RecordKey::Reauth(it.account.clone()),
            Self::Attempt(it) => RecordKey::Attempt(it.id.clone()),
            Self::Post(it) => RecordKey::Post(it.id),
            Self::Offer(it) => RecordKey::Offer(it.word.clone()),
            Self::Postponement(it) => RecordKey::Postponement(it.account.clone(), it.person),
            Self::Handled(it) => RecordKey::Handled(it.update),
            Self::Moved(it) => RecordKey::Moved(it.from),
            Self::Trail(it) => RecordKey::Trail(it.number),
            Self::TrailHead(_) => RecordKey::TrailHead,
            Self::Alias(it) => RecordKey::Alias(it.person),
            Self::Ready(it) => RecordKey::Ready(it.account.clone()),
            Self::Dispatch(it) => RecordKey::Dispatch(it.id),
            Self::Check(it) => RecordKey::Check(it.account.clone()),
            Self::Round(it) => RecordKey::Round(it.id),
            Self::RoundEntry(it) => RecordKey::RoundEntry(it.account.clone()),
        }
    }
}

/// One step of a batch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Remember this, in place of what had the same key.
    Put(Record),
    /// Forget what has this key.
    Remove(RecordKey),
}

/// Who began something.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Starter {
    /// A manager, in a chat.
    Manager {
        /// Who.
        person: PersonId,
        /// What they call themselves.
        name: Name,
    },
    /// The agency's own system, over HTTP.
    Host {
        /// What it said who it was.
        name: Name,
    },
    /// The operator, on the command line.
    Operator,
}

/// Somebody we talk with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PersonRecord {
    /// Numeric Telegram id.
    pub id: PersonId,
    /// What they call themselves.
    pub name: Name,
    /// The language that their Telegram says.
    #[serde(default)]
    pub language: Option<String>,
    /// The language that they chose, which their Telegram does not change.
    #[serde(default)]
    pub chosen_language: Option<Language>,
    /// The command menu that their chat has of its own, as far as is known.
    #[serde(default)]
    pub menu: Option<Menu>,
    /// False from the moment Telegram says that they blocked the bot.
    pub reachable: bool,
    /// When they were asked something, within the last hour.
    #[serde(default)]
    pub questions: Vec<Timestamp>,
    /// When they do not want to be asked what can wait.
    #[serde(default)]
    pub quiet: Option<QuietHours>,
    /// As a manager: until when they want no sound of what they have not asked for.
    #[serde(default)]
    pub muted: Option<Mute>,
}

/// Which commands clients offer in a person's private chat, if not what they offer everybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Menu {
    /// Whether they are those of managers.
    pub is_managers: bool,
    /// In which language.
    pub language: Language,
}

/// A person agreed to be asked about an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LinkRecord {
    /// The account.
    pub account: AccountId,
    /// The person.
    pub person: PersonId,
    /// Who invited.
    pub invited_by: Starter,
    /// When it was accepted.
    pub accepted_at: Timestamp,
    /// By what its person knows a genuine question; none in links of the first version that were not told of one.
    #[serde(default)]
    pub mark: Option<Mark>,
}

/// A single-use word that can become a link.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct InvitationRecord {
    /// The hash of the word.
    pub hash: WordHash,
    /// The account.
    pub account: AccountId,
    /// What the account was called.
    pub handle: Handle,
    /// Who invited.
    pub invited_by: Starter,
    /// Where to tell what became of it; every manager, if nowhere in particular.
    #[serde(default)]
    pub tell: Option<Address>,
    /// Until when it works.
    pub expires_at: Timestamp,
}

/// What kind of code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeKind {
    /// From an SMS.
    Sms,
    /// From the authenticator app; turns over every 30 s.
    App,
    /// From an email.
    Email,
    /// A code, and the API does not say from where.
    Some,
}

/// What a challenge wants.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChallengeKind {
    /// A code.
    Code(CodeKind),
    /// A face check, at a link.
    Face,
    /// A confirmation on a phone or a page, at a link.
    Phone,
}

impl ChallengeKind {
    /// Our word for it in the metrics and for the agency's system.
    pub fn word(self) -> &'static str {
        match self {
            Self::Code(CodeKind::Sms) => "sms",
            Self::Code(CodeKind::App) => "app",
            Self::Code(CodeKind::Email) => "email",
            Self::Code(CodeKind::Some) => "some_code",
            Self::Face => "face",
            Self::Phone => "phone",
        }
    }
}

impl From<CodeKind> for ChallengeKind {
    fn from(kind: CodeKind) -> Self {
        Self::Code(kind)
    }
}

/// One sign-in that we watch.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AttemptRecord {
    /// Its id at the account API.
    pub id: AttemptId,
    /// The account.
    pub account: AccountId,
    /// Who started it.
    pub started_by: Starter,
    /// When we were told of it.
    pub started_at: Timestamp,
    /// Two digits to compare by eye.
    pub tag: Tag,
    /// What the API showed last, and we acted upon; none before the first look.
    pub state: Option<AttemptState>,
    /// What we are doing about it.
    pub stage: Stage,
    /// How many wrong codes there were.
    pub wrong_codes: u32,
    /// The kind of the last code that was wanted: a wrong code does not say it again.
    pub last_code: Option<CodeKind>,
    /// When the email was last asked for, if it was. On disk before it is asked for.
    pub email_asked_at: Option<Timestamp>,
    /// Messages that were taken as answers, so that one which Telegram brings again is known.
    pub answers: Vec<(PersonId, MessageId, Option<TelegramTime>)>,
    /// Messages whose authors said that they are for this attempt, so that one which Telegram brings again is.
    #[serde(default)]
    pub chosen: Vec<(PersonId, MessageId, Option<TelegramTime>)>,
    /// The status messages.
    pub statuses: Vec<PostId>,
    /// When somebody was first asked.
    pub asked_at: Option<Timestamp>,
    /// When an answer was last taken.
    pub answered_at: Option<Timestamp>,
    /// When whoever is asked was last nudged.
    #[serde(default)]
    pub nudged_at: Option<Timestamp>,
    /// Messages whose question is over, and that say in the end if it is connected.
    #[serde(default)]
    pub kept: Vec<PostId>,
}

/// What we are doing about an attempt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Looking; nothing is wanted of anybody.
    Watching,
    /// The email was asked for; the question follows.
    Triggering,
    /// Something is wanted, and nobody can be asked at the moment.
    Stuck,
    /// People are asked.
    Asking(Challenge),
    /// An answer was given, and its outcome is not known.
    Checking(Challenge, Answer),
    /// Over.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        at: Timestamp,
    },
}

/// Our open question about one attempt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Challenge {
    /// What is wanted.
    pub kind: ChallengeKind,
    /// Whether it follows a wrong code.
    pub after_wrong: bool,
    /// Why it is asked once more, if it is.
    pub again: Option<Again>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When the time to answer is over.
    pub expires_at: Timestamp,
    /// When it is repeated, once.
    pub repeat_at: Option<Timestamp>,
    /// Who is asked.
    pub asked: Vec<Asked>,
    /// Who wanted to be asked later, and when, as the first version wrote it: [`Asked::postponed`] of that person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postponed: Option<(PersonId, Timestamp)>,
    /// Who is asked as well if need be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Line>,
}

impl Challenge {
    /// The same as this version writes it.
    #[must_use]
    pub fn as_written_today(mut self) -> Self {
        if let Some((person, until)) = self.postponed.take() {
            for asked in self.asked.iter_mut().filter(|asked| asked.person == person) {
                asked.postponed = Some(until);
            }
        }
        self
    }

    /// The times of one of those who are asked; no more than the moment that they chose, once they chose *Later*.
    pub fn times_of(&self, asked: &Asked) -> Times {
        asked.own_times.unwrap_or(Times { expires_at: self.expires_at, repeat_at: self.repeat_at })
    }
}

/// When something is due about a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Times {
    /// When the time to answer is over.
    pub expires_at: Timestamp,
    /// When it is repeated, once.
    pub repeat_at: Option<Timestamp>,
}

/// One person who is asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Asked {
    /// Who.
    pub person: PersonId,
    /// The question, as it stands in their chat.
    pub question: PostId,
    /// The number and the date of the first message of this question: only what came after it answers it.
    pub since: Option<(MessageId, TelegramTime)>,
    /// When the question was opened, if the process ended before it was known whether it stands in the chat: it may have
    /// stood there from then on, so what they wrote after that counts.
    #[serde(default)]
    pub maybe_since: Option<Timestamp>,
    /// Until when they want to be left alone, if they chose *Later*. The others who are asked are not.
    #[serde(default)]
    pub postponed: Option<Timestamp>,
    /// Their own times, once they were asked again after *Later*.
    #[serde(default)]
    pub own_times: Option<Times>,
}

impl Asked {
    /// Somebody who is asked by this message, which has not arrived.
    pub fn new(person: PersonId, question: PostId) -> Self {
        Self { person, question, since: None, maybe_since: None, postponed: None, own_times: None }
    }
}

/// An answer on its way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// Whose.
    pub person: PersonId,
    /// When it was taken.
    pub at: Timestamp,
    /// The message it stood in; none for a button.
    pub message: Option<(MessageId, Option<TelegramTime>)>,
    /// Whether the API has said that it took it.
    pub taken: bool,
    /// Whether the agency's system was told that it was.
    #[serde(default)]
    pub told: bool,
    /// How often it was submitted and may have arrived. On disk before it is submitted a second time.
    #[serde(default = "once")]
    pub submissions: u8,
}

/// How often an answer was submitted of which the first version says no more than that it was.
fn once() -> u8 {
    1
}

/// A message of ours that must arrive, or will change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PostRecord {
    /// Which.
    pub id: PostId,
    /// Where.
    pub to: Address,
    /// What it is to say.
    pub notice: Notice,
    /// What its buttons stand for.
    pub offer: Option<OfferWord>,
    /// How often what it is to say has changed.
    pub revision: u32,
    /// The revision that is known to be shown.
    pub shown: Option<u32>,
    /// Its number in the chat, once sent.
    pub message: Option<MessageId>,
    /// Whether it may still change; if not, it is forgotten as soon as it is shown.
    pub living: bool,
    /// The attempt whose link goes with it. The link itself is not remembered.
    #[serde(default)]
    pub link_of: Option<AttemptId>,
    /// What its reader spoke when it was made.
    #[serde(default)]
    pub language: Language,
}

/// What a message's buttons stand for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OfferRecord {
    /// The word in the buttons.
    pub word: OfferWord,
    /// Who may press them.
    pub to: Audience,
    /// What they are about.
    pub about: Matter,
    /// Until when they work.
    pub expires_at: Timestamp,
}

/// Who may press a button.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// One person.
    Person(PersonId),
    /// Any manager.
    Managers,
}

/// What an offer is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// An invitation, to be accepted or declined.
    Invitation {
        /// Which.
        hash: WordHash,
        /// The message with the buttons.
        post: PostId,
    },
    /// An invitation, to be revoked.
    Revocation(WordHash),
    /// A question about an attempt, opened at a moment.
    Question {
        /// The attempt.
        attempt: AttemptId,
        /// When the challenge was opened: a later one has buttons of its own.
        opened_at: Timestamp,
    },
    /// A status message.
    Status(AccountId),
    /// An account whose session is not valid any more.
    Session(AccountId),
    /// A frozen account.
    Freeze(AccountId),
    /// An answer that fits several questions.
    Which {
        /// The message that holds it.
        message: MessageId,
        /// When it was last edited, if it was.
        edited: Option<TelegramTime>,
        /// The attempts, in the order of the buttons.
        attempts: Vec<AttemptId>,
        /// The message with the buttons.
        post: PostId,
    },
    /// Everything about a person, to be forgotten.
    Forget {
        /// The message with the button.
        post: PostId,
    },
    /// Lines of the audit trail before those that are shown.
    Trail {
        /// The account; none: whoever may press.
        account: Option<AccountId>,
        /// Before which entry.
        before: u64,
    },
    /// A postponed sign-in, asked about again.
    Ready {
        /// The account.
        account: AccountId,
        /// Who had started it.
        starter: Starter,
        /// Where its status stood.
        tell: Vec<Address>,
        /// The message with the buttons.
        post: PostId,
    },
    /// The mark of a link, which may be another.
    Mark {
        /// The account.
        account: AccountId,
        /// The message with the button.
        post: PostId,
    },
    /// A board with more accounts than one message holds.
    Board {
        /// The message with the buttons.
        post: PostId,
    },
    /// A command that reconnects several accounts.
    Round(PostId),
    /// Whether now is a good time for a sign-in, asked since a moment.
    ReadyFirst {
        /// The account.
        account: AccountId,
        /// Since when.
        asked_at: Timestamp,
    },
    /// Who is asked first about an account.
    Order {
        /// The account.
        account: AccountId,
        /// The message with the buttons.
        post: PostId,
    },
    /// Whether somebody can read this, asked since a moment.
    Check {
        /// The account.
        account: AccountId,
        /// Since when.
        asked_at: Timestamp,
    },
}
