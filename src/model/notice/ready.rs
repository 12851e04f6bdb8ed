//! The question whether now is a good time for a sign-in, and what became of it.

use serde::{Deserialize, Serialize};

use crate::model::record::Starter;
use crate::model::{Handle, Mark, Name, Tag, Timestamp};

/// Asks a creator whether they are ready for a sign-in that has not begun.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReadyQuestion {
    /// The account.
    pub handle: Handle,
    /// Who would like to sign in.
    pub starter: Starter,
    /// Since when.
    pub asked_at: Timestamp,
    /// The tag of the sign-in to be.
    pub tag: Tag,
    /// Why it is asked once more, if it is.
    pub again: Option<ReadyAgain>,
    /// When it is asked again, once the person chose *In an hour*.
    pub later: Option<Timestamp>,
    /// By what they know that it is genuine.
    pub mark: Option<Mark>,
}

/// Why it is asked once more whether somebody is ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadyAgain {
    /// Half of their time to answer is over.
    Reminder,
    /// A manager asks once more.
    Nudged,
    /// The hour is over.
    HourOver,
}

/// What became of the question whether somebody is ready.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadyEnd {
    /// They said so, and the sign-in is being started.
    Started,
    /// They said so, and it cannot be started at the moment.
    CannotStart,
    /// They did not want to.
    NotNow,
    /// It was asked again further down.
    Repeated,
    /// Somebody else who is linked is ready.
    AnsweredBy {
        /// Who.
        name: Name,
    },
    /// They did not answer in time.
    Expired,
    /// A manager cancelled.
    Cancelled,
    /// The account is stopped by *Not me*.
    Stopped,
    /// The person is no longer linked.
    Withdrawn,
    /// A sign-in was started without waiting.
    Begun,
    /// Nobody needs to know any more.
    NotNeeded,
}
