//! The one clock: the wall clock as it was at the start, and since then a clock that nobody can set.

use std::time::Duration;

use tokio::time::Instant;

use crate::model::Timestamp;

/// Tells the time without ever jumping while the process lives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    started_at: Timestamp,
    started: Instant,
}

impl Clock {
    /// Reads the wall clock, once.
    #[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
    pub(super) fn start() -> Self {
        let since_epoch =
            std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let started_at = Timestamp(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX));
        Self { started_at, started: Instant::now() }
    }

    /// The time.
    pub(super) fn now(&self) -> Timestamp {
        self.started_at.plus(self.started.elapsed())
    }

    /// When that moment comes. One millisecond later, so that it has surely come.
    pub(super) fn instant(&self, at: Timestamp) -> Instant {
        self.started + at.since(self.started_at) + Duration::from_millis(1)
    }
}
