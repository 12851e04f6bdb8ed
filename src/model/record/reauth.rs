//! A sign-in that is being started.

use serde::{Deserialize, Serialize};

use crate::model::{AccountId, PostId, Tag, Timestamp};

use super::Starter;

/// A reauthentication that was asked for and has no attempt yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReauthRecord {
    /// The account.
    pub account: AccountId,
    /// Who asked.
    pub started_by: Starter,
    /// When.
    pub started_at: Timestamp,
    /// The tag of the attempt to be.
    pub tag: Tag,
    /// The status messages.
    pub statuses: Vec<PostId>,
}
