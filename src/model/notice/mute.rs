//! What is said to a manager about the sound of what they have not asked for.

use serde::{Deserialize, Serialize};

use crate::model::Timestamp;

/// What is said to a manager about the sound of what they have not asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MuteSaid {
    /// It makes none from here on.
    On {
        /// Until when; none: until they want it otherwise.
        until: Option<Timestamp>,
    },
    /// It makes its sound.
    Off,
    /// For how long was not written as we understand it.
    NotDuration,
}
