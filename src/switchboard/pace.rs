//! When to look at an attempt.

use std::time::Duration;

use crate::model::record::{ChallengeKind, Stage};

/// How often an attempt is looked at. `config.example.toml` describes each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pace {
    /// While the API works.
    pub working: Duration,
    /// While a person must act through us.
    pub asking: Duration,
    /// While a person acts elsewhere: a face check, a phone.
    pub elsewhere: Duration,
}

/// The longest pause between two looks while the API does not answer.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// The pause when the API says that we are too fast and not for how long.
const THROTTLED_PAUSE: Duration = Duration::from_secs(10);

/// The shortest pause, should the API name none at all.
const LEAST_PAUSE: Duration = Duration::from_secs(1);

/// The pause while the API refuses our key: only the operator can mend that.
pub(super) const REFUSED_PAUSE: Duration = Duration::from_secs(30);

/// How long the API may take to make up its mind about an answer.
pub(super) const VERDICT_WAIT: Duration = Duration::from_secs(30);

/// How long after a start a code that was on its way may take to come again from Telegram.
pub(super) const RECOVERY_WAIT: Duration = Duration::from_secs(15);

impl Pace {
    /// How long after one look the next one follows.
    pub(super) fn after(&self, stage: &Stage) -> Duration {
        match stage {
            Stage::Watching | Stage::Triggering | Stage::Checking(..) => self.working,
            Stage::Stuck | Stage::Ended { .. } => self.asking,
            Stage::Asking(challenge) => match challenge.kind {
                ChallengeKind::Code(_) => self.asking,
                ChallengeKind::Face | ChallengeKind::Phone => self.elsewhere,
            },
        }
    }

    /// How long to pause after so many looks that failed one after the other.
    pub(super) fn after_failures(&self, failures: u32) -> Duration {
        self.working.saturating_mul(1 << failures.min(16)).min(LONGEST_PAUSE)
    }
}

/// How long to pause when the API says that we are too fast.
pub(super) fn throttled(retry_after: Option<Duration>) -> Duration {
    retry_after.map_or(THROTTLED_PAUSE, |pause| pause.max(LEAST_PAUSE))
}
