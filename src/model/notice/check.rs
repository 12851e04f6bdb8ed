//! Whether somebody can read what is sent to them: the question, and what came of it.

use serde::{Deserialize, Serialize};

use crate::model::record::Starter;
use crate::model::{Handle, Mark, Name, Timestamp};

/// What is said when a manager wants to know whether people can be reached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckSaid {
    /// To a creator: can you read this? Button *I can read this*.
    Question {
        /// The account.
        handle: Handle,
        /// Who wants to know.
        starter: Starter,
        /// By what they know that it is genuine.
        mark: Option<Mark>,
    },
    /// To a creator: what became of that.
    Ended {
        /// The account.
        handle: Handle,
        /// Whether they have pressed the button.
        read: bool,
    },
    /// To managers: who can read it.
    Report(CheckReport),
    /// To managers: it was asked less than a minute ago.
    TooSoon {
        /// The account.
        handle: Handle,
        /// Whole seconds to wait.
        seconds: u64,
    },
}

/// Who can read what is sent to them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckReport {
    /// The account.
    pub handle: Handle,
    /// Who wants to know.
    pub starter: Starter,
    /// Since when.
    pub asked_at: Timestamp,
    /// Who is linked, and what is known of each.
    pub people: Vec<(Name, CanRead)>,
}

/// Whether somebody can read what is sent to them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CanRead {
    /// They have not answered.
    Unknown,
    /// They have pressed the button.
    Yes {
        /// When.
        at: Timestamp,
    },
    /// Telegram does not deliver it: they have blocked the bot, or left.
    No,
    /// They are not asked: they were asked too often within the hour.
    AskedTooOften,
    /// They did not answer while there was time.
    Unanswered,
}
