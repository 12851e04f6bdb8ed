//! How fast a chat, or all of them, may be written to. Pure: the time is passed in.

use std::time::Duration;

use tokio::time::Instant;

/// One at a time at an even distance, and some of them a little early.
///
/// Within any time `w`, no more than `1 + (w + ahead) / every` go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Rate {
    /// The distance at which they may go for ever.
    pub(super) every: Duration,
    /// How much earlier than that one may go.
    pub(super) ahead: Duration,
}

/// To one person: Telegram wants one message per second and lets short bursts pass. Three may go at once.
pub(super) const PERSON: Rate = Rate { every: Duration::from_secs(1), ahead: Duration::from_secs(2) };
/// To one group: Telegram wants 20 per minute. This uses 97 % of that, and stays below it even if some are delayed
/// by half a second on the way.
pub(super) const GROUP: Rate =
    Rate { every: Duration::from_millis(3_100), ahead: Duration::from_millis(1_500) };
/// To everybody: Telegram wants about 30 per second. This uses 95.5 % of that, makes up for a late wake-up, and stays
/// below it even if some are delayed by 30 ms on the way.
pub(super) const OVERALL: Rate =
    Rate { every: Duration::from_micros(34_900), ahead: Duration::from_millis(15) };

/// How much of a rate is used up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Meter {
    rate: Rate,
    /// When what went so far would be over at one at a time.
    paid_until: Option<Instant>,
}

impl Meter {
    pub(super) fn new(rate: Rate) -> Self {
        Self { rate, paid_until: None }
    }

    /// The earliest time for one more.
    pub(super) fn free_at(&self, now: Instant) -> Instant {
        let paid_until = self.paid_until.unwrap_or(now);
        paid_until.checked_sub(self.rate.ahead).unwrap_or(now).max(now)
    }

    /// Counts one.
    pub(super) fn count(&mut self, now: Instant) {
        self.paid_until = Some(self.paid_until.unwrap_or(now).max(now) + self.rate.every);
    }

    /// Whether it is as if nothing had ever gone.
    pub(super) fn is_rested(&self, now: Instant) -> bool {
        self.paid_until.is_none_or(|paid_until| paid_until <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many go in the busiest stretch of `window`, when there is always one more to send.
    fn most_within(rate: Rate, window: Duration) -> usize {
        let begin = Instant::now();
        let mut meter = Meter::new(rate);
        let mut times = Vec::new();
        let mut now = begin;
        while now < begin + window * 3 {
            now = meter.free_at(now);
            meter.count(now);
            times.push(now);
        }
        times
            .iter()
            .map(|first| times.iter().filter(|time| **time >= *first && **time < *first + window).count())
            .max()
            .unwrap()
    }

    #[test]
    fn telegrams_limits_are_kept_at_the_greatest_haste() {
        assert_eq!(most_within(GROUP, Duration::from_mins(1)), 20);
        assert_eq!(most_within(OVERALL, Duration::from_secs(1)), 30);
        assert_eq!(most_within(PERSON, Duration::from_mins(1)), 62);
        // Some that are late on the way meet others that are not.
        assert_eq!(most_within(GROUP, Duration::from_millis(60_500)), 20);
        assert_eq!(most_within(OVERALL, Duration::from_millis(1_030)), 30);
    }

    #[test]
    fn a_burst_is_free_again_after_a_rest() {
        let begin = Instant::now();
        let mut meter = Meter::new(PERSON);
        for _ in 0..3 {
            assert_eq!(meter.free_at(begin), begin);
            meter.count(begin);
        }
        assert_eq!(meter.free_at(begin), begin + Duration::from_secs(1));
        assert!(!meter.is_rested(begin + Duration::from_secs(2)));
        assert!(meter.is_rested(begin + Duration::from_secs(3)));
    }
}
