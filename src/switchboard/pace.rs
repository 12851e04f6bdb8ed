//! When to look at an attempt, and how much a look is worth when there are more attempts than looks.

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
    /// How long the session of an account is not looked at after it was; none: it never is.
    pub session_check: Option<Duration>,
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

/// How often the state of an attempt changes by itself, per hour.
///
/// Only proportions matter. They were chosen so that the usual pace is near the best one for a budget that just
/// carries it: the least mean delay has each pause proportional to 1/√hazard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Hazard(pub u32);

impl Hazard {
    /// The API works: it walks through a sign-in page, and shows the next challenge or a verdict after about six seconds.
    pub const WORKING: Self = Self(600);

    /// A person confirms on their phone, which lies beside them and has just shown something: half a minute.
    pub const PHONE: Self = Self(120);

    /// A person makes a face check, after finding a place and light for it: a minute.
    pub const FACE: Self = Self(60);

    /// A person must act through us, so we know first. The state changes without us only when somebody answers
    /// elsewhere or the sign-in dies: once in a quarter of an hour. The same where there is nobody to be asked.
    pub const ASKING: Self = Self(4);

    /// Of an attempt in a stage.
    pub(super) fn of(stage: &Stage) -> Self {
        match stage {
            Stage::Watching | Stage::Triggering | Stage::Checking(..) => Self::WORKING,
            Stage::Stuck | Stage::Ended { .. } => Self::ASKING,
            Stage::Asking(challenge) => match challenge.kind {
                ChallengeKind::Code(_) => Self::ASKING,
                ChallengeKind::Face => Self::FACE,
                ChallengeKind::Phone => Self::PHONE,
            },
        }
    }
}

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
