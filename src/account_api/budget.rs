//! The organisation's budget: how many calls may begin, and who goes first when there are more.
//!
//! It knows priorities and moments and nothing of HTTP. `Window` decides and is told the time; `Budget` waits.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as Lane, Notify};
use tokio::time::{Instant, sleep_until, timeout};

/// The span that the API counts calls in.
pub const WINDOW: Duration = Duration::from_mins(1);

/// The least number of calls in each window that polls leave to calls a human waits for.
pub const LEAST_RESERVE: u32 = 5;

/// The share of each window that polls leave to calls a human waits for, in percent.
pub const RESERVE_PERCENT: u32 = 10;

/// How many calls may be under way at once.
pub const MOST_UNDER_WAY: usize = 64;

/// How many polls may be under way at once: the rest is free for calls a human waits for, even while the API hangs.
pub const MOST_POLLS_UNDER_WAY: usize = 48;

/// How many calls of each priority may wait for their turn.
pub const MOST_WAITING: usize = 1_000;

/// How long polls rest after a 429 that does not say for how long.
pub const PAUSE: Duration = Duration::from_secs(5);

/// Whether somebody waits for a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Priority {
    /// A human waits: it begins at once while the window has room.
    Human,
    /// It can wait: it takes what the others leave.
    Poll,
}

/// When a call may begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Turn {
    /// At this moment.
    Now,
    /// Not before this moment.
    At(Instant),
    /// When another call has ended or begun.
    AfterAnother,
}

/// What has begun in the last [`WINDOW`], what is under way, and what waits.
#[derive(Debug)]
struct Window {
    /// What the operator allows.
    configured: u32,
    /// What is allowed: never more than configured, and less when the API says so.
    limit: u32,
    /// When the calls of the last window began, oldest first.
    begun: VecDeque<Instant>,
    /// Until when polls rest, because the API was asked too often.
    polls_rest_until: Option<Instant>,
    under_way: Waiting,
    waiting: Waiting,
}

/// How many of each priority.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Waiting {
    humans: usize,
    polls: usize,
}

impl Waiting {
    fn of(&mut self, priority: Priority) -> &mut usize {
        match priority {
            Priority::Human => &mut self.humans,
            Priority::Poll => &mut self.polls,
        }
    }
}

impl Window {
    fn new(requests_per_minute: u32) -> Self {
        let configured = requests_per_minute.max(1);
        Self {
            configured,
            limit: configured,
            begun: VecDeque::new(),
            polls_rest_until: None,
            under_way: Waiting::default(),
            waiting: Waiting::default(),
        }
    }

    /// How many calls polls leave to humans; never more than half, so that a small budget still looks.
    fn reserve(&self) -> u32 {
        (self.limit / 100 * RESERVE_PERCENT + self.limit % 100 * RESERVE_PERCENT / 100)
            .max(LEAST_RESERVE)
            .min(self.limit / 2)
    }

    /// When the call that is first in its lane may begin.
    fn turn(&mut self, now: Instant, priority: Priority) -> Turn {
        while self.begun.front().is_some_and(|begun| now.duration_since(*begun) >= WINDOW) {
            self.begun.pop_front();
        }
        let under_way = self.under_way.humans + self.under_way.polls;
        let room = match priority {
            Priority::Human if under_way >= MOST_UNDER_WAY => return Turn::AfterAnother,
            Priority::Human => self.limit,
            Priority::Poll
                if self.waiting.humans > 0
                    || under_way >= MOST_UNDER_WAY
                    || self.under_way.polls >= MOST_POLLS_UNDER_WAY =>
            {
                return Turn::AfterAnother;
            }
            Priority::Poll => {
                if let Some(until) = self.polls_rest_until.filter(|until| now < *until) {
                    return Turn::At(until);
                }
                self.limit - self.reserve()
            }
        };
        let room = usize::try_from(room).unwrap_or(usize::MAX);
        // The window has room again when all but `room - 1` of what has begun has left it.
        match self.begun.len().checked_sub(room).and_then(|index| self.begun.get(index)) {
            None => Turn::Now,
            Some(begun) => Turn::At(*begun + WINDOW),
        }
    }

    fn begin(&mut self, now: Instant, priority: Priority) {
        self.begun.push_back(now);
        *self.under_way.of(priority) += 1;
    }

    fn lower(&mut self, limit: u32) {
        self.limit = self.configured.min(limit.max(1));
    }

    fn rest_polls(&mut self, until: Instant) {
        self.polls_rest_until = self.polls_rest_until.max(Some(until));
    }
}

/// One budget for all calls; clones share it.
#[derive(Clone, Debug)]
pub(super) struct Budget(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    window: Mutex<Window>,
    /// Something changed that may let the first of a lane begin.
    changed: Notify,
    /// One waits at the head of each lane; the others queue behind it in the order they came, as the lock is fair.
    humans: Lane<()>,
    polls: Lane<()>,
}

impl Budget {
    pub(super) fn new(requests_per_minute: u32) -> Self {
        Self(Arc::new(Shared {
            window: Mutex::new(Window::new(requests_per_minute)),
            changed: Notify::new(),
            humans: Lane::new(()),
            polls: Lane::new(()),
        }))
    }

    /// Waits for a call's turn, at most for `patience`. The call is under way until the pass is dropped.
    ///
    /// `None`: its turn did not come, and nothing may be sent.
    pub(super) async fn pass(&self, priority: Priority, patience: Duration) -> Option<Pass> {
        let _place = Place::take(&self.0, priority)?;
        let lane = match priority {
            Priority::Human => &self.0.humans,
            Priority::Poll => &self.0.polls,
        };
        timeout(patience, async {
            let _head = lane.lock().await;
            self.first_in_lane(priority).await
        })
        .await
        .ok()
    }

    async fn first_in_lane(&self, priority: Priority) -> Pass {
        loop {
            let changed = self.0.changed.notified();
            tokio::pin!(changed);
            // From here on no change is missed.
            changed.as_mut().enable();
            match self.0.begin_if_turn(priority) {
                Turn::Now => return Pass { shared: Arc::clone(&self.0), priority },
                Turn::AfterAnother => changed.await,
                Turn::At(moment) => tokio::select! {
                    () = changed => {}
                    () = sleep_until(moment) => {}
                },
            }
        }
    }

    /// Takes the API's word for the limit per window, if it is lower than what was configured.
    pub(super) fn lower(&self, limit: u32) {
        self.0.change(|window| window.lower(limit));
    }

    /// Lets polls rest: the API says that it was asked too often. Never for longer than a window, after which calls of
    /// the last minute cannot be the reason: what else is used up for hours must not blind us to open attempts.
    pub(super) fn rest_polls(&self, span: Option<Duration>) {
        let until = Instant::now() + span.unwrap_or(PAUSE).min(WINDOW);
        self.0.change(|window| window.rest_polls(until));
    }
}

impl Shared {
    fn window(&self) -> MutexGuard<'_, Window> {
        // Nothing between lock and unlock can leave the window half changed.
        self.window.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Window)) {
        change(&mut self.window());
        self.changed.notify_waiters();
    }

    fn begin_if_turn(&self, priority: Priority) -> Turn {
        let now = Instant::now();
        let mut window = self.window();
        let turn = window.turn(now, priority);
        if turn == Turn::Now {
            window.begin(now, priority);
        }
        turn
    }
}

/// A place among those that wait.
struct Place<'a> {
    shared: &'a Shared,
    priority: Priority,
}

impl<'a> Place<'a> {
    fn take(shared: &'a Shared, priority: Priority) -> Option<Self> {
        let mut window = shared.window();
        let waiting = window.waiting.of(priority);
        if *waiting >= MOST_WAITING {
            return None;
        }
        *waiting += 1;
        Some(Self { shared, priority })
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.shared.change(|window| *window.waiting.of(self.priority) -= 1);
    }
}

/// Leave for one call, which is under way until this is dropped.
#[derive(Debug)]
pub(super) struct Pass {
    shared: Arc<Shared>,
    priority: Priority,
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.shared.change(|window| *window.under_way.of(self.priority) -= 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// Begins and ends calls while it is their turn, at most `most`; how many.
    fn begin(window: &mut Window, now: Instant, priority: Priority, most: usize) -> usize {
        (0..most)
            .take_while(|_| {
                let begins = window.turn(now, priority) == Turn::Now;
                if begins {
                    window.begin(now, priority);
                    *window.under_way.of(priority) -= 1;
                }
                begins
            })
            .count()
    }

    #[test]
    fn no_more_calls_begin_in_any_window_than_the_budget_allows() {
        let start = Instant::now();
        let mut window = Window::new(20);
        let mut begun = Vec::new();
        for tenth in 0..3_000_u32 {
            let now = start + SECOND / 10 * tenth;
            let priority = if tenth % 3 == 0 { Priority::Human } else { Priority::Poll };
            begun.extend(std::iter::repeat_n(now, begin(&mut window, now, priority, 7)));
        }
        assert!(begun.len() >= 80, "{} calls in five minutes", begun.len());
        for span in begun.windows(21) {
            assert!(span[20] - span[0] >= WINDOW, "21 calls within {:?}", span[20] - span[0]);
        }
    }

    #[test]
    fn polls_leave_a_reserve_that_humans_may_use() {
        let now = Instant::now();
        for (limit, polls) in [(600, 540), (100, 90), (49, 44), (20, 15), (6, 3), (2, 1), (1, 1), (0, 1)] {
            let mut window = Window::new(limit);
            assert_eq!(begin(&mut window, now, Priority::Poll, 1_000), polls, "of {limit}");
            let all = usize::try_from(limit.max(1)).unwrap();
            assert_eq!(begin(&mut window, now, Priority::Human, 1_000), all - polls, "of {limit}");
        }
    }

    #[test]
    fn a_full_window_says_when_its_earliest_call_leaves_it() {
        let start = Instant::now();
        let mut window = Window::new(10);
        assert_eq!(begin(&mut window, start, Priority::Human, 4), 4);
        assert_eq!(begin(&mut window, start + SECOND, Priority::Human, 9), 6);
        let now = start + 2 * SECOND;
        assert_eq!(window.turn(now, Priority::Human), Turn::At(start + WINDOW));
        // Ten have begun and a poll needs five of them gone: the fifth began a second later.
        assert_eq!(window.turn(now, Priority::Poll), Turn::At(start + SECOND + WINDOW));
        assert_eq!(window.turn(start + WINDOW, Priority::Human), Turn::Now);
    }

    #[test]
    fn a_poll_does_not_begin_while_a_human_waits() {
        let now = Instant::now();
        let mut window = Window::new(100);
        window.waiting.humans = 1;
        assert_eq!(window.turn(now, Priority::Poll), Turn::AfterAnother);
        assert_eq!(window.turn(now, Priority::Human), Turn::Now);
        window.waiting.humans = 0;
        assert_eq!(window.turn(now, Priority::Poll), Turn::Now);
    }

    #[test]
    fn hanging_polls_leave_room_for_humans() {
        let now = Instant::now();
        let mut window = Window::new(600);
        for _ in 0..MOST_POLLS_UNDER_WAY {
            assert_eq!(window.turn(now, Priority::Poll), Turn::Now);
            window.begin(now, Priority::Poll);
        }
        assert_eq!(window.turn(now, Priority::Poll), Turn::AfterAnother);
        for _ in MOST_POLLS_UNDER_WAY..MOST_UNDER_WAY {
            assert_eq!(window.turn(now, Priority::Human), Turn::Now);
            window.begin(now, Priority::Human);
        }
        assert_eq!(window.turn(now, Priority::Human), Turn::AfterAnother);
    }

    #[test]
    fn polls_rest_after_a_throttled_call_and_humans_do_not() {
        let now = Instant::now();
        let mut window = Window::new(100);
        window.rest_polls(now + 30 * SECOND);
        window.rest_polls(now + 10 * SECOND);
        assert_eq!(window.turn(now + 29 * SECOND, Priority::Poll), Turn::At(now + 30 * SECOND));
        assert_eq!(window.turn(now, Priority::Human), Turn::Now);
        assert_eq!(window.turn(now + 30 * SECOND, Priority::Poll), Turn::Now);
    }

    #[test]
    fn the_api_may_lower_the_budget_and_not_raise_it_over_what_is_configured() {
        let now = Instant::now();
        let mut window = Window::new(100);
        window.lower(8);
        assert_eq!(begin(&mut window, now, Priority::Human, 1_000), 8);
        window.lower(1_000);
        assert_eq!(begin(&mut window, now, Priority::Human, 1_000), 92);
    }

    #[tokio::test]
    async fn whoever_gives_up_waiting_leaves_no_trace() {
        let budget = Budget::new(1);
        let pass = budget.pass(Priority::Human, SECOND).await;
        assert!(pass.is_some());
        assert!(budget.pass(Priority::Human, Duration::ZERO).await.is_none());
        assert!(budget.pass(Priority::Poll, Duration::ZERO).await.is_none());
        drop(pass);
        let window = budget.0.window();
        assert_eq!((window.waiting, window.under_way), (Waiting::default(), Waiting::default()));
    }

    #[tokio::test]
    async fn a_lane_that_is_too_long_takes_nobody_else() {
        let budget = Budget::new(1);
        budget.0.window().waiting.polls = MOST_WAITING;
        assert!(budget.pass(Priority::Poll, SECOND).await.is_none());
        assert!(budget.pass(Priority::Human, SECOND).await.is_some());
    }

    #[tokio::test]
    async fn humans_go_before_polls_and_each_in_the_order_they_came() {
        let budget = Budget::new(600);
        let mut under_way = Vec::new();
        for priority in [Priority::Poll; MOST_POLLS_UNDER_WAY] {
            under_way.extend(budget.pass(priority, SECOND).await);
        }
        for priority in [Priority::Human; MOST_UNDER_WAY - MOST_POLLS_UNDER_WAY] {
            under_way.extend(budget.pass(priority, SECOND).await);
        }
        assert_eq!(under_way.len(), MOST_UNDER_WAY);

        let order = Mutex::new(Vec::new());
        let call = async |name: &'static str, priority| {
            let pass = budget.pass(priority, 10 * SECOND).await;
            order.lock().unwrap().push(name);
            drop(pass);
        };
        tokio::join!(
            call("first poll", Priority::Poll),
            call("second poll", Priority::Poll),
            call("first human", Priority::Human),
            call("second human", Priority::Human),
            async { drop(under_way.drain(..1)) },
        );

        let order = order.into_inner().unwrap();
        assert_eq!(order, ["first human", "second human", "first poll", "second poll"]);
    }
}
