//! How a world ends: nothing new happens, nothing fails, and time runs on until all is over.

use std::time::Duration;

use twofa_bridge::model::Timestamp;
use twofa_bridge::switchboard::event::Event;

use super::world::{HANDLES, Temper, World};

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

impl World<'_> {
    /// Lets everything come to its end, and checks what is left of it.
    pub(super) fn drain(&mut self) {
        self.tell(|| "from here on, nobody does anything new".to_owned());
        self.temper = Temper::calm();
        self.api.heal();
        self.telegram.faults = 0;
        let mut rounds = 0;
        while self.board.open_attempts() > 0 || rounds < 3 {
            self.settle_down();
            self.now = self.now.plus(Duration::from_secs(self.rng.u64(200..900)));
            self.feed(Event::DeadlineCame);
            rounds += 1;
            assert!(rounds < 100, "broken rule 4: attempts are open that do not end");
        }
        self.settle_down();
        // At last each account's session is looked at again.
        let looks = if self.settings.pace.session_check.is_some() { HANDLES.len() } else { 0 };
        for hours in [2, 24, 26].into_iter().chain(std::iter::repeat_n(1, looks)) {
            self.now = self.now.plus(Duration::from_secs(hours * 3_600));
            if hours > 2 {
                // Whoever has quiet hours has them at night.
                self.now = Timestamp((self.now.0 / DAY + 1) * DAY + DAY / 2);
            }
            self.feed(Event::DeadlineCame);
            self.settle_down();
        }
        self.rules.check_weight(&self.board);
        self.rules.check_statuses(&self.telegram);
        let left: Vec<_> = self.telegram.updates.keys().collect();
        assert!(left.is_empty(), "broken rule 8: {left:?} are not settled");
        self.is_over = true;
        for hours in [1, 48] {
            self.now = self.now.plus(Duration::from_secs(hours * 3_600));
            self.feed(Event::DeadlineCame);
            self.settle_down();
        }
    }

    /// Everything that is under way comes to its end.
    fn settle_down(&mut self) {
        let mut steps = 0;
        loop {
            if self.disk.is_busy() {
                self.write_batch();
            } else if self.telegram.has_undelivered() {
                self.update();
            } else if !self.api.calls.is_empty() {
                self.call();
            } else if self.telegram.outbox.values().any(|queue| !queue.is_empty()) {
                self.post();
            } else if !self.reports.is_empty() {
                self.report();
            } else {
                return;
            }
            steps += 1;
            assert!(steps < 2_000, "broken rule 6: it does not come to rest");
        }
    }
}
