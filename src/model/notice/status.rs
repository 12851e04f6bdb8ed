//! A sign-in as a manager sees it.

use serde::{Deserialize, Serialize};

use crate::model::record::{ChallengeKind, Starter};
use crate::model::{AccountId, Handle, Name, Quiet, Tag, Timestamp};

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
    /// It is asked whether now is a good time.
    AskingReady {
        /// Who.
        names: Vec<Name>,
    },
    /// It will be asked whether now is a good time: everybody was asked too often within the hour.
    ReadyTooOften {
        /// When.
        until: Timestamp,
    },
    /// It will be asked whether now is a good time: these are quiet hours of who is to be asked.
    ReadyQuiet {
        /// Who.
        name: Name,
        /// Since when and until when.
        quiet: Quiet,
    },
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
    /// One of several people asked for later.
    Later {
        /// Who.
        name: Name,
        /// Until when.
        until: Timestamp,
    },
    /// One of several people is asked when their quiet hours are over.
    ReadyQuiet {
        /// Who.
        name: Name,
        /// Since when and until when.
        quiet: Quiet,
    },
    /// These are quiet hours of somebody who is asked: it makes no sound.
    AskedSilently {
        /// Who.
        name: Name,
        /// Since when and until when.
        quiet: Quiet,
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
    /// Nobody was ready: the last who was asked did not want to.
    NotNow {
        /// Who.
        name: Name,
    },
    /// Nobody said in time whether they are ready.
    NobodyReady,
    /// Somebody was ready, and it could not be started then.
    ReadyInVain {
        /// Who.
        name: Name,
    },
    /// A sign-in was started without waiting until somebody is ready.
    Begun,
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
