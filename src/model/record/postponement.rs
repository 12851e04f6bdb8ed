//! A promise to ask again.

use serde::{Deserialize, Serialize};

use crate::model::{AccountId, Address, PersonId, Timestamp};

use super::Starter;

/// A promise to ask a person again later.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PostponementRecord {
    /// The account.
    pub account: AccountId,
    /// Who wants to be asked later.
    pub person: PersonId,
    /// When.
    pub until: Timestamp,
    /// Who had started the attempt.
    pub starter: Starter,
    /// Where its status stood.
    #[serde(default)]
    pub tell: Vec<Address>,
}
