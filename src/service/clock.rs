//! The one clock: Telegram's as it was at the start, and since then a clock that nobody can set.
//!
//! Messages carry the dates of Telegram's clock, and how old they are decides whether a code is fresh and a command is
//! carried out. The host's clock may be wrong, or be put right at any moment, so it is looked at once and only stands in
//! when Telegram does not tell the time. From then on a monotonic clock counts: a jump of the host's clock moves no
//! deadline. That one stands still while the host sleeps, so when a message proves that Telegram's clock is further by
//! more than [`LAG`], this one catches up. It never goes back.
//!
//! Nor does it go back from one life of the process to the next: it begins no earlier than what the records have seen.
//! Should they have seen later times than Telegram's, since a host's clock was trusted that was ahead, the difference is
//! kept for reading the dates of messages until Telegram's clock has come so far and the process is started again.

use std::time::Duration;

use tokio::time::Instant;

use crate::model::{TelegramTime, Timestamp};

/// By how much Telegram's clock must be ahead of ours before ours catches up: messages carry whole seconds.
const LAG: Duration = Duration::from_secs(10);

/// By how much the host's clock may differ from Telegram's without being worth a warning.
const WORTH_TELLING: Duration = Duration::from_mins(1);

/// Tells the time without ever jumping because of the host while the process lives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    began_at: Timestamp,
    began: Instant,
    ahead_of_telegram: Duration,
}

/// The first moment of a life of the process.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beginning {
    /// The moment.
    pub at: Timestamp,
    /// By how much it is ahead of Telegram's clock, because the records have seen later times.
    pub ahead_of_telegram: Duration,
    /// By how much the host's clock differs from Telegram's, if that is worth telling.
    pub host_is_off_by: Option<Duration>,
}

/// When a life of the process begins: by Telegram's clock, or by the host's if Telegram does not tell the time; never
/// before the newest moment of the records.
pub fn beginning(host: Timestamp, telegram: Option<TelegramTime>, newest: Timestamp) -> Beginning {
    let telegram = telegram.map(moment);
    let told = telegram.unwrap_or(host);
    let off_by = telegram.map(|telegram| host.since(telegram).max(telegram.since(host)));
    Beginning {
        at: told.max(newest),
        ahead_of_telegram: telegram.map(|telegram| newest.since(telegram)).unwrap_or_default(),
        host_is_off_by: off_by.filter(|off_by| *off_by > WORTH_TELLING),
    }
}

impl Clock {
    /// Begins at that moment.
    pub(super) fn start(beginning: Beginning) -> Self {
        let Beginning { at, ahead_of_telegram, host_is_off_by: _ } = beginning;
        Self { began_at: at, began: Instant::now(), ahead_of_telegram }
    }

    /// The time.
    pub(super) fn now(&self) -> Timestamp {
        self.at(Instant::now())
    }

    fn at(&self, instant: Instant) -> Timestamp {
        self.began_at.plus(instant.duration_since(self.began))
    }

    /// When that moment comes. One millisecond later, so that it has surely come.
    pub(super) fn instant(&self, at: Timestamp) -> Instant {
        self.began + at.since(self.began_at) + Duration::from_millis(1)
    }

    /// Something has happened in Telegram at that moment, so it has come. Says by how much this clock was behind, if it
    /// was by more than messages tell.
    pub(super) fn catch_up(&mut self, seen: TelegramTime) -> Option<Duration> {
        self.catch_up_at(Instant::now(), seen)
    }

    fn catch_up_at(&mut self, instant: Instant, seen: TelegramTime) -> Option<Duration> {
        let behind = moment(seen).plus(self.ahead_of_telegram).since(self.at(instant));
        if behind <= LAG {
            return None;
        }
        self.began_at = self.began_at.plus(behind);
        Some(behind)
    }
}

/// The host's clock.
#[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
pub(super) fn host() -> Timestamp {
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX))
}

fn moment(at: TelegramTime) -> Timestamp {
    Timestamp(at.0.saturating_mul(1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 3_600;

    fn at(seconds: i64) -> Timestamp {
        Timestamp(seconds * 1_000)
    }

    #[test]
    fn telegrams_clock_counts_and_a_host_that_differs_by_more_than_a_minute_is_told() {
        let told = |host| beginning(at(host), Some(TelegramTime(DAY)), at(0));
        for (host, off_by) in [(DAY, None), (DAY + 60, None), (DAY - 60, None)].into_iter().chain([
            (DAY + 61, Some(61)),
            (DAY - 61, Some(61)),
            (2 * DAY, Some(DAY)),
            (0, Some(DAY)),
        ]) {
            let off_by = off_by.map(|seconds| Duration::from_secs(seconds.unsigned_abs()));
            let expected =
                Beginning { at: at(DAY), ahead_of_telegram: Duration::ZERO, host_is_off_by: off_by };
            assert_eq!(told(host), expected, "the host says {host}");
        }
    }

    #[test]
    fn the_host_stands_in_for_telegram_and_is_never_believed_to_be_before_the_records() {
        assert_eq!(beginning(at(DAY), None, at(5)).at, at(DAY));
        assert_eq!(beginning(at(DAY), None, at(2 * DAY)).at, at(2 * DAY));
        let ahead = beginning(at(DAY), Some(TelegramTime(DAY)), at(2 * DAY));
        assert_eq!((ahead.at, ahead.ahead_of_telegram), (at(2 * DAY), Duration::from_hours(24)));
    }

    #[test]
    fn time_flows_by_a_clock_that_nobody_can_set() {
        let clock = Clock::start(beginning(at(DAY), None, at(0)));
        let later = clock.began + Duration::from_secs(90);
        assert_eq!(clock.at(later), at(DAY + 90));
        assert_eq!(clock.instant(at(DAY + 100)) - later, Duration::from_millis(10_001));
    }

    #[test]
    fn a_host_that_has_slept_catches_up_with_telegram_and_never_goes_back() {
        let mut clock = Clock::start(beginning(at(0), Some(TelegramTime(DAY)), at(DAY + 3)));
        let began = clock.began;
        for not_news in [0, DAY - 1, DAY, DAY + 10] {
            assert_eq!(clock.catch_up_at(began, TelegramTime(not_news)), None, "{not_news}");
        }
        assert_eq!(clock.at(began), at(DAY + 3));
        let slept = Duration::from_hours(8);
        assert_eq!(clock.catch_up_at(began, TelegramTime(DAY + 8 * 3_600)), Some(slept));
        assert_eq!(clock.at(began), at(DAY + 3 + 8 * 3_600));
        let later = began + Duration::from_secs(1);
        assert_eq!(clock.catch_up_at(later, TelegramTime(DAY)), None);
        assert_eq!(clock.at(later), at(DAY + 4 + 8 * 3_600));
        assert!(clock.instant(at(DAY + 100)) <= later, "what was due meanwhile is due at once");
    }
}
