//! How fast a chat, or all of them, may be written to. Pure: the time is passed in.

use std::collections::VecDeque;
use std::iter;
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
/// To everybody, at an even distance; up to five at once make up for a late wake-up. [`OVERALL_MOST`] is the limit.
pub(super) const OVERALL: Rate =
    Rate { every: Duration::from_micros(34_300), ahead: Duration::from_millis(140) };
/// To everybody: Telegram wants about 30 per second.
pub(super) const OVERALL_MOST: usize = 30;
/// The time in which no more than [`OVERALL_MOST`] go. This uses 97 % of what Telegram wants, and stays below it even
/// if some are delayed by 30 ms on the way.
pub(super) const OVERALL_WITHIN: Duration = Duration::from_millis(1_030);

/// How much of a rate is used up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Meter {
    rate: Rate,
    /// When what went so far would be over at one at a time.
    paid_until: Option<Instant>,
}

impl Meter {
    /// Of a process that began when one before it may have gone on until `before`: then it is used up as far as it
    /// can ever be.
    pub(super) fn new(rate: Rate, before: Option<Instant>) -> Self {
        Self { rate, paid_until: before.map(|before| before + rate.ahead + rate.every) }
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

/// How much of what may be sent to everybody is used up.
#[derive(Debug)]
pub(super) struct Overall {
    meter: Meter,
    /// When the last [`OVERALL_MOST`] went.
    last: VecDeque<Instant>,
}

impl Overall {
    /// As [`Meter::new`].
    pub(super) fn new(before: Option<Instant>) -> Self {
        let last = before.into_iter().flat_map(|before| iter::repeat_n(before, OVERALL_MOST));
        Self { meter: Meter::new(OVERALL, before), last: last.collect() }
    }

    /// The earliest time for one more.
    pub(super) fn free_at(&self, now: Instant) -> Instant {
        let free_at = self.meter.free_at(now);
        let oldest = self.last.front().filter(|_| self.last.len() == OVERALL_MOST);
        oldest.map_or(free_at, |oldest| free_at.max(*oldest + OVERALL_WITHIN))
    }

    /// Counts one.
    pub(super) fn count(&mut self, now: Instant) {
        self.meter.count(now);
        if self.last.len() == OVERALL_MOST {
            self.last.pop_front();
        }
        self.last.push_back(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many go in the busiest stretch of `window`, when there is always one more to send.
    fn most_within(rate: Rate, window: Duration) -> usize {
        let begin = Instant::now();
        let mut meter = Meter::new(rate, None);
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
        assert_eq!(most_within(PERSON, Duration::from_mins(1)), 62);
        // Some that are late on the way meet others that are not.
        assert_eq!(most_within(GROUP, Duration::from_millis(60_500)), 20);
    }

    #[test]
    fn whoever_wakes_up_late_makes_up_for_it_and_keeps_telegrams_limit() {
        let begin = Instant::now();
        let mut overall = Overall::new(None);
        let mut times = Vec::new();
        let mut now = begin;
        while times.len() < 3_000 {
            now = overall.free_at(now);
            // Sometimes, whoever sends comes 100 ms late.
            if times.len().is_multiple_of(300) {
                now += Duration::from_millis(100);
            }
            overall.count(now);
            times.push(now);
        }
        for (first, last) in times.iter().zip(&times[OVERALL_MOST..]) {
            assert!(*last - *first >= OVERALL_WITHIN);
        }
        let ideal = Duration::from_secs(100);
        assert!(now - begin <= ideal.div_f64(0.95), "{:?}", now - begin);
    }

    /// Whenever a process is killed, and whatever it had sent: with what the next one sends, the limits are kept.
    #[test]
    fn telegrams_limits_are_kept_over_restarts() {
        let mut random = fastrand::Rng::with_seed(1);
        for (rate, window) in [(GROUP, 60_000), (PERSON, 60_000), (PERSON, 1_000)] {
            let window = Duration::from_millis(window);
            let most = most_within(rate, window);
            let mut now = Instant::now();
            let mut times = Vec::new();
            let mut before = None;
            for _ in 0..200 {
                let mut meter = Meter::new(rate, before);
                for _ in 0..random.usize(0..8) {
                    now = meter.free_at(now) + rate.every.mul_f64(random.f64().powi(20) * 5.0);
                    meter.count(now);
                    times.push(now);
                }
                now += rate.every.mul_f64(random.f64());
                before = Some(now);
            }
            for span in times.windows(most + 1) {
                assert!(span[most] - span[0] >= window, "{} in {:?}", most + 1, span[most] - span[0]);
            }
        }
        let mut now = Instant::now();
        let mut times = Vec::new();
        let mut before = None;
        for _ in 0..200 {
            let mut overall = Overall::new(before);
            for _ in 0..random.usize(0..60) {
                now = overall.free_at(now);
                overall.count(now);
                times.push(now);
            }
            before = Some(now);
        }
        for span in times.windows(OVERALL_MOST + 1) {
            assert!(span[OVERALL_MOST] - span[0] >= OVERALL_WITHIN);
        }
    }

    #[test]
    fn a_burst_is_free_again_after_a_rest() {
        let begin = Instant::now();
        let mut meter = Meter::new(PERSON, None);
        for _ in 0..3 {
            assert_eq!(meter.free_at(begin), begin);
            meter.count(begin);
        }
        assert_eq!(meter.free_at(begin), begin + Duration::from_secs(1));
        assert!(!meter.is_rested(begin + Duration::from_secs(2)));
        assert!(meter.is_rested(begin + Duration::from_secs(3)));
    }
}
