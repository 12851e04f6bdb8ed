//! A sign-in that waits until one of the people who are linked says that they are ready.

use serde::{Deserialize, Serialize};

use crate::model::notice::ReadyAgain;
use crate::model::{AccountId, PersonId, PostId, Tag, Timestamp};

use super::Starter;

/// People are asked whether now is a good time for a sign-in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReadyRecord {
    /// The account.
    pub account: AccountId,
    /// Who would like to sign in.
    pub started_by: Starter,
    /// Since when.
    pub asked_at: Timestamp,
    /// The tag of the sign-in to be.
    pub tag: Tag,
    /// The status messages.
    pub statuses: Vec<PostId>,
    /// Who may say that they are ready. Whoever does not want to is no longer here.
    pub asked: Vec<AskedReady>,
    /// When whoever is asked was last nudged.
    #[serde(default)]
    pub nudged_at: Option<Timestamp>,
}

/// One person who may say that they are ready.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AskedReady {
    /// Who.
    pub person: PersonId,
    /// The message that stands in their chat, if one does.
    pub post: Option<PostId>,
    /// Whether they are asked, or will be.
    pub turn: Turn,
}

/// Whether a person is asked, or will be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// They are.
    Asked {
        /// When their time to answer is over.
        expires_at: Timestamp,
        /// When they are reminded, once.
        remind_at: Option<Timestamp>,
    },
    /// They will be.
    Waits {
        /// When.
        until: Timestamp,
        /// Why not at once.
        why: WhyWaits,
    },
}

/// Why a person is not asked at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyWaits {
    /// Nothing keeps them from being asked.
    Next,
    /// Somebody else is asked before.
    InTurn,
    /// They chose *In an hour*.
    InAnHour,
    /// They were asked too often within the hour.
    AskedTooOften,
    /// It is quiet at theirs.
    Quiet {
        /// Since when.
        since: Timestamp,
        /// Why they are asked once more then, if they were asked before.
        again: Option<ReadyAgain>,
    },
}
