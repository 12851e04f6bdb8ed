//! Who is asked after whom, where people are asked one after the other.

use serde::{Deserialize, Serialize};

use crate::model::{PersonId, Timestamp};

/// Who has not been asked yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Line {
    /// They, in their order.
    pub people: Vec<PersonId>,
    /// When the next is asked, unless nobody is waited for before.
    pub next_at: Timestamp,
}
