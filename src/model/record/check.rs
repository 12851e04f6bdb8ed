//! Whether the people who are linked to an account can read what is sent to them.

use serde::{Deserialize, Serialize};

use crate::model::notice::CanRead;
use crate::model::{AccountId, PersonId, PostId, Timestamp};

use super::Starter;

/// People are asked whether they can read this.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckRecord {
    /// The account.
    pub account: AccountId,
    /// Who wants to know.
    pub started_by: Starter,
    /// Since when.
    pub asked_at: Timestamp,
    /// Where the manager reads what came of it.
    pub report: PostId,
    /// Who is linked.
    pub people: Vec<CheckedPerson>,
}

/// One person who is asked whether they can read this.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckedPerson {
    /// Who.
    pub person: PersonId,
    /// The message in their chat; none, if they are not asked.
    pub question: Option<PostId>,
    /// What is known.
    pub can_read: CanRead,
}
