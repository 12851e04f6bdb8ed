//! A question to a creator, and what became of it.

use serde::{Deserialize, Serialize};

use crate::model::record::{ChallengeKind, Starter};
use crate::model::{Handle, Mark, Name, Tag, Timestamp};

/// A question to a creator.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// The account.
    pub handle: Handle,
    /// Who started the attempt.
    pub starter: Starter,
    /// When.
    pub started_at: Timestamp,
    /// The attempt's tag.
    pub tag: Tag,
    /// What is wanted.
    pub kind: ChallengeKind,
    /// Where the email went, as the API shows it.
    pub email_mask: Option<String>,
    /// Why it is asked once more, if it is.
    pub again: Option<Again>,
    /// The link that goes with it.
    pub link: LinkShown,
    /// What the person is doing with it.
    pub mode: QuestionMode,
    /// By what they know that it is genuine.
    #[serde(default)]
    pub mark: Option<Mark>,
}

/// A mark, as its person is told of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MarkShown {
    /// The two pictures.
    pub mark: Mark,
    /// Whether another may be drawn. Button *Another*.
    pub may_change: bool,
}

/// Why a question is asked once more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Again {
    /// The code before was wrong.
    Wrong {
        /// How many more codes may be tried.
        tries_left: u32,
    },
    /// Half of the question's time is over.
    Reminder,
    /// A manager asks once more.
    Nudged,
    /// Whether the code before arrived cannot be told, so a fresh one is needed.
    Unsure,
    /// The time that the person chose with *Later* has come.
    Postponed,
    /// The API says that what was to be done is not done yet.
    NotDone,
    /// Whether the email was sent cannot be told.
    EmailUnsure,
    /// The code was too old to be used when it could be passed on.
    TooLate,
    /// The API made us wait until the code was too old.
    Throttled,
}

/// Whether a question has a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkShown {
    /// It needs none.
    NotNeeded,
    /// It goes with the message, as a button.
    Given,
    /// The API sent none.
    Missing,
    /// The API sent one that must not be shown.
    Unusable,
}

/// What the person who is asked is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionMode {
    /// Reading.
    Open,
    /// Choosing how much later.
    ChoosingLater,
    /// Waiting until the time they chose.
    Postponed {
        /// When it is asked again.
        until: Timestamp,
    },
    /// Waiting for what the API makes of the answer.
    Checking,
}

/// How a question ended for the person it was put to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionEnd {
    /// The account is connected.
    Done,
    /// The answer was taken, and the API wants something more.
    Accepted,
    /// The code was wrong.
    Wrong,
    /// The code was wrong, and it was the last that may be tried.
    WrongForGood,
    /// The sign-in failed.
    Failed,
    /// Somebody else who is linked has answered.
    AnsweredBy {
        /// Who.
        name: Name,
    },
    /// Nobody answered in time.
    Expired,
    /// A manager cancelled.
    Cancelled,
    /// *Not me* was pressed, here or by somebody else who is linked.
    NotMe,
    /// The person is no longer linked.
    Withdrawn,
    /// The API no longer wants it, or the attempt is gone.
    NotNeeded,
    /// Whether the answer arrived cannot be told.
    Unsure,
    /// Something on our side is broken; the operator knows.
    OurFault,
    /// The API makes us wait for longer than the code is good; it is asked for anew then.
    MustWait {
        /// In how many whole seconds.
        seconds: u64,
    },
    /// Put off beyond the sign-in's time; it is asked about again then.
    PutOff {
        /// When.
        until: Timestamp,
    },
    /// It is not this person's question any more.
    Over,
}
