//! What came of one command that reconnects several accounts, as managers see it.

use serde::{Deserialize, Serialize};

use crate::model::record::Starter;
use crate::model::{Handle, Timestamp};

/// The summary of a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Round {
    /// Who gave the command.
    pub starter: Starter,
    /// When.
    pub started_at: Timestamp,
    /// How many accounts it is about.
    pub accounts: u64,
    /// After how many whole seconds all of it was over; none: it is not.
    pub seconds: Option<u64>,
    /// The accounts, by what came of them.
    pub groups: Vec<RoundGroup>,
}

/// Accounts of which the same came.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoundGroup {
    /// What came of them.
    pub outcome: RoundOutcome,
    /// The first of them, as many as there is room for.
    pub handles: Vec<Handle>,
    /// How many more there are.
    pub more: u64,
}

/// What came of an account, in the order in which it is read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundOutcome {
    /// It was started, and came to another end than it should.
    Failed {
        /// The word for how.
        how: String,
    },
    /// It was not started.
    Skipped {
        /// The word for why.
        why: String,
    },
    /// It is open.
    Open,
    /// It waits for its turn.
    Waits,
    /// It is connected.
    Connected,
}
