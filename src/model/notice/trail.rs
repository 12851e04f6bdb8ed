//! A line of the audit trail, as it is shown.

use serde::{Deserialize, Serialize};

use crate::model::trail::What;
use crate::model::{Handle, Name, Timestamp};

/// An entry of the audit trail, as it is shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TrailLine {
    /// When.
    pub at: Timestamp,
    /// What the account was called, if it is about one.
    pub handle: Option<Handle>,
    /// What has happened.
    pub what: What,
    /// What was asked for, or how it ended: a word of ours.
    pub detail: Option<String>,
    /// Whom it concerns.
    pub person: Option<Doer>,
    /// Who did it, or had it done.
    pub by: Option<Doer>,
}

/// Somebody in the audit trail.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// By what they call themselves.
    Named(Name),
    /// Somebody who was forgotten, by the first digits of their pseudonym.
    Forgotten(String),
    /// The agency's own system.
    Host,
    /// The operator.
    Operator,
}
