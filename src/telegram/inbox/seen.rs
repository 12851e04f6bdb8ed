//! Which updates were delivered in this process and which of them are settled. Pure.

use std::collections::{HashMap, VecDeque};

use crate::model::UpdateId;

/// How many updates are remembered. Telegram keeps an update for a day; one that comes again after so many others
/// would be delivered again.
pub(super) const REMEMBERED: usize = 10_000;

/// The memory that keeps an update from being delivered twice.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Whether each is settled. Looked up, never iterated over.
    settled: HashMap<UpdateId, bool>,
    /// The same updates in the order in which they came.
    order: VecDeque<UpdateId>,
}

impl Seen {
    /// Notes that an update is handed over.
    pub(super) fn deliver(&mut self, update: UpdateId) {
        if self.settled.contains_key(&update) {
            return;
        }
        self.settled.insert(update, false);
        self.order.push_back(update);
        self.forget_the_oldest();
    }

    /// Notes that nothing is pending because of an update.
    pub(super) fn settle(&mut self, update: UpdateId) {
        self.deliver(update);
        self.settled.insert(update, true);
    }

    pub(super) fn contains(&self, update: UpdateId) -> bool {
        self.settled.contains_key(&update)
    }

    pub(super) fn is_settled(&self, update: UpdateId) -> bool {
        self.settled.get(&update).copied().unwrap_or(false)
    }

    /// The offset that confirms the leading run of settled updates of a batch; `None` if its first is not settled.
    pub(super) fn after_settled(&self, batch: &[UpdateId]) -> Option<i32> {
        let last = batch.iter().take_while(|update| self.is_settled(**update)).last()?;
        // Telegram counts up to the largest i32, although teloxide reads a u32.
        Some(i32::try_from(last.0).unwrap_or(i32::MAX).saturating_add(1))
    }

    /// Forgets the oldest settled one when there are too many. What is not settled is kept, and comes to the end of
    /// the line: somebody is still working on it.
    fn forget_the_oldest(&mut self) {
        if self.order.len() <= REMEMBERED {
            return;
        }
        for _ in 0..self.order.len() {
            let Some(oldest) = self.order.pop_front() else { return };
            if self.is_settled(oldest) {
                self.settled.remove(&oldest);
                return;
            }
            self.order.push_back(oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_passes_the_leading_settled_run_in_order_of_arrival() {
        let mut seen = Seen::default();
        let batch = [UpdateId(900), UpdateId(3), UpdateId(901), UpdateId(4)];
        for update in batch {
            seen.deliver(update);
        }
        seen.settle(UpdateId(901));
        assert_eq!(seen.after_settled(&batch), None);
        seen.settle(UpdateId(900));
        assert_eq!(seen.after_settled(&batch), Some(901));
        seen.settle(UpdateId(3));
        assert_eq!(seen.after_settled(&batch), Some(902));
        seen.settle(UpdateId(4));
        assert_eq!(seen.after_settled(&batch), Some(5));
        assert_eq!(seen.after_settled(&[]), None);
    }

    #[test]
    fn what_is_not_settled_is_never_forgotten() {
        let mut seen = Seen::default();
        seen.deliver(UpdateId(0));
        for number in 1..=20_000 {
            seen.settle(UpdateId(number));
        }
        assert!(seen.contains(UpdateId(0)) && seen.contains(UpdateId(20_000)));
        assert!(!seen.contains(UpdateId(1)));
        assert_eq!(seen.order.len(), REMEMBERED);
        assert_eq!(seen.settled.len(), REMEMBERED);
    }
}
