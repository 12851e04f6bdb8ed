//! What is said to a creator about their quiet hours.

use serde::{Deserialize, Serialize};

use crate::model::QuietHours;

/// What is said to a creator about their quiet hours.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuietSaid {
    /// These are set, and this is how to change them.
    Are {
        /// When; none if there are none.
        hours: Option<QuietHours>,
    },
    /// These are set from here on.
    Set {
        /// When.
        hours: QuietHours,
    },
    /// There are none any more.
    Off,
    /// They were not written as we understand them.
    NotTimes,
    /// They begin and end at the same time.
    SameTimes,
    /// The time zone is missing.
    NoZone,
    /// There is no such time zone.
    UnknownZone {
        /// The one that is called most like it.
        nearest: String,
    },
    /// They are for people who are linked to an account.
    NotForYou,
}
