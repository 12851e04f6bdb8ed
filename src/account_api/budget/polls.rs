//! Which poll goes next: the one that is likely to bring the most.
//!
//! An attempt whose state changes with the hazard h, and that was last looked at t ago, has changed unseen with some
//! probability, and has been so for some time. With x = h·t, what a look at it gains per look is
//! W = (1 − e^(−x)(1 + x)) / h. Looking next where W is largest comes near the least mean delay that a budget allows;
//! looking where a change is most probable would starve what changes seldom, and taking turns wastes looks on it.

use std::collections::BTreeMap;

use tokio::time::Instant;

/// How much there is to learn from looking at an attempt.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Interest {
    /// How often attempts like this one change their state, per hour.
    pub changes_per_hour: u32,
    /// When it was last looked at; none: never, so that nothing is known of it.
    pub seen_at: Option<Instant>,
}

impl Interest {
    /// W, in seconds.
    pub(super) fn worth(&self, now: Instant) -> f64 {
        let hazard = f64::from(self.changes_per_hour.max(1)) / 3_600.0;
        let Some(seen_at) = self.seen_at else { return 1.0 / hazard };
        let x = hazard * now.saturating_duration_since(seen_at).as_secs_f64();
        let unchanged = (-x).exp();
        (-(-x).exp_m1() - x * unchanged) / hazard
    }
}

/// The polls that wait, each with what it is worth and something that is its owner's.
///
/// Among attempts with the same hazard the one that was not looked at for longest is worth most, so only one of each
/// hazard is compared: there are as many hazards as an attempt has phases.
#[derive(Debug)]
pub(super) struct Polls<T> {
    waiting: BTreeMap<u32, BTreeMap<(Option<Instant>, u64), T>>,
    count: usize,
    next: u64,
}

/// Where a poll stands among those that wait.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    interest: Interest,
    number: u64,
}

impl<T> Polls<T> {
    pub(super) fn new() -> Self {
        Self { waiting: BTreeMap::new(), count: 0, next: 0 }
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Lets one more wait.
    pub(super) fn add(&mut self, interest: Interest, owner: T) -> Place {
        let number = self.next;
        self.next += 1;
        let of_hazard = self.waiting.entry(interest.changes_per_hour).or_default();
        of_hazard.insert((interest.seen_at, number), owner);
        self.count += 1;
        Place { interest, number }
    }

    /// Takes one out that waits no longer, if it is still there.
    pub(super) fn remove(&mut self, place: Place) -> Option<T> {
        let Place { interest, number } = place;
        let of_hazard = self.waiting.get_mut(&interest.changes_per_hour)?;
        let owner = of_hazard.remove(&(interest.seen_at, number))?;
        if of_hazard.is_empty() {
            self.waiting.remove(&interest.changes_per_hour);
        }
        self.count -= 1;
        Some(owner)
    }

    /// Takes out the one that is worth most at this moment.
    pub(super) fn take(&mut self, now: Instant) -> Option<T> {
        let firsts = self.waiting.iter().filter_map(|(changes_per_hour, of_hazard)| {
            let ((seen_at, number), _) = of_hazard.first_key_value()?;
            let interest = Interest { changes_per_hour: *changes_per_hour, seen_at: *seen_at };
            Some((interest.worth(now), Place { interest, number: *number }))
        });
        let (_, best) = firsts.max_by(|(left, _), (right, _)| left.total_cmp(right))?;
        self.remove(best)
    }
}
