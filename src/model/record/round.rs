//! One command that reconnects several accounts, and how far each of them is.

use serde::{Deserialize, Serialize};

use super::{Ending, Starter};
use crate::model::{AccountId, Handle, PostId, Tag, Timestamp};

/// One command that reconnects several accounts: a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoundRecord {
    /// By what it is known: the number of the summary that was posted first.
    pub id: PostId,
    /// Who gave the command.
    pub started_by: Starter,
    /// When.
    pub started_at: Timestamp,
    /// The summaries.
    pub posts: Vec<PostId>,
    /// Whether people are asked first whether they are ready.
    pub asks_first: bool,
    /// What was skipped at once, and why.
    pub skipped: Vec<(Handle, Skip)>,
}

/// One account of a round. It is in one at most, and stays there until that is over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoundEntryRecord {
    /// Which account.
    pub account: AccountId,
    /// Of which round.
    pub round: PostId,
    /// How far it is.
    pub state: EntryState,
}

/// How far an account of a round is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// Nothing was started.
    Waits,
    /// Something is open: people are asked whether they are ready, or a sign-in was started.
    Open {
        /// Its tag.
        tag: Tag,
    },
    /// It is over.
    Over {
        /// How.
        ending: Ending,
    },
    /// It was not started when it was its turn.
    Skipped {
        /// Why not.
        why: Skip,
    },
}

/// Why nothing is started for an account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// *Not me* has frozen it.
    Frozen,
    /// A sign-in is open already.
    AlreadyOpen,
    /// It is being asked already whether somebody is ready.
    AlreadyAsked,
    /// It is on the list of another command that is not done.
    Listed,
    /// Nobody is linked.
    NobodyLinked,
    /// Nobody who is linked can be reached.
    Unreachable,
    /// It was reconnected too often.
    TooOften,
    /// A manager cancelled before it was its turn.
    Cancelled,
    /// Its turn did not come in time.
    TooLate,
    /// No account is called this.
    Unknown,
    /// Several accounts are called this.
    Ambiguous,
    /// The list of accounts cannot be had, and it is not known without.
    Unavailable,
}

impl Skip {
    /// Our word for it, by which the texts say it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Frozen => "frozen",
            Self::AlreadyOpen => "already_open",
            Self::AlreadyAsked => "already_asked",
            Self::Listed => "listed",
            Self::NobodyLinked => "nobody_linked",
            Self::Unreachable => "unreachable",
            Self::TooOften => "too_often",
            Self::Cancelled => "cancelled",
            Self::TooLate => "too_late",
            Self::Unknown => "unknown",
            Self::Ambiguous => "ambiguous",
            Self::Unavailable => "unavailable",
        }
    }
}
