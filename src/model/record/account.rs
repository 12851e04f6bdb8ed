//! What is remembered of an account.

use serde::{Deserialize, Serialize};

use crate::model::{AccountId, Handle, PersonId, PostId, Timestamp};

/// An account that matters to somebody.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountRecord {
    /// Its id at the account API.
    pub id: AccountId,
    /// What people call it; kept so that it can be named while the API is away.
    pub handle: Handle,
    /// *Not me*, until *Allow again*.
    #[serde(default)]
    pub frozen: Option<Freeze>,
    /// When reauthentications were started, within the last day.
    #[serde(default)]
    pub reauths: Vec<Timestamp>,
    /// When a sign-in that was watched here last connected it.
    #[serde(default)]
    pub connected_at: Option<Timestamp>,
    /// Who is asked after whom; if empty, everybody is asked at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<PersonId>,
    /// What is known of its session at the account API, if that is looked after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
}

impl AccountRecord {
    /// An account of which nothing is known but what it is called.
    pub fn new(id: AccountId, handle: Handle) -> Self {
        Self {
            id,
            handle,
            frozen: None,
            reauths: Vec::new(),
            connected_at: None,
            order: Vec::new(),
            session: None,
        }
    }
}

/// The session that the account API has of an account.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Session {
    /// When it was last looked at. On disk before the look.
    #[serde(default)]
    pub looked_at: Option<Timestamp>,
    /// The messages by which managers were told that it is not valid any more; none while nothing is wrong with it.
    #[serde(default)]
    pub told: Option<Vec<PostId>>,
}

/// *Not me* was pressed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Freeze {
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}
