//! What is remembered of Telegram itself: groups that moved, and updates that were dealt with.

use serde::{Deserialize, Serialize};

use crate::model::{ChatId, Timestamp, UpdateId};

/// A group of the config that became a supergroup. The config still has the old number.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MovedRecord {
    /// The number that it had.
    pub from: ChatId,
    /// The number that it has.
    pub to: ChatId,
}

/// An update whose consequences are on disk.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HandledRecord {
    /// Which.
    pub update: UpdateId,
    /// When.
    pub at: Timestamp,
}
