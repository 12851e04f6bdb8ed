//! What holds of the budget in any order of calls, reports and refusals, and what its lanes promise.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::call_log::Past;
use super::*;

const SECOND: Duration = Duration::from_secs(1);

/// How many random histories each property is tried on.
const HISTORIES: u64 = 300;

/// How many steps a history has, of a quarter of a second on average.
const STEPS: usize = 1_500;

/// A call of ours as the API sees it.
struct Call {
    priority: Priority,
    begun: Instant,
    arrived: Instant,
    ended: Option<Instant>,
    ends: Instant,
    place: Option<call_log::Place>,
}

/// A random history: our calls, those of others, and what the API says of them.
struct History {
    random: fastrand::Rng,
    now: Instant,
    window: Window,
    calls: Vec<Call>,
    others: Vec<Instant>,
    /// What the API allows the organisation.
    granted: u32,
    /// The limit that we know of, and which calls of others.
    known_limit: u32,
    known_others: Vec<Instant>,
    rest_until: Option<Instant>,
    log: Option<CallLog>,
}

impl History {
    fn new(seed: u64, configured: u32) -> Self {
        let now = Instant::now();
        Self {
            random: fastrand::Rng::with_seed(seed),
            now,
            window: Window::new(configured, WINDOW, now),
            calls: Vec::new(),
            others: Vec::new(),
            granted: configured,
            known_limit: configured,
            known_others: Vec::new(),
            rest_until: None,
            log: None,
        }
    }

    /// Lets time pass, and calls end.
    fn wait(&mut self, most: Duration) {
        self.now += most.mul_f64(self.random.f64());
        for call in self.calls.iter_mut().filter(|call| call.ended.is_none()) {
            if call.ends <= self.now {
                call.ended = Some(self.now);
                self.window.end(self.now, call.priority, call.begun);
                if let (Some(log), Some(place)) = (&mut self.log, call.place) {
                    log.end(self.now, place, call.begun).unwrap();
                }
            }
        }
    }

    fn under_way(&self) -> usize {
        self.calls.iter().filter(|call| call.ended.is_none()).count()
    }

    /// How many calls the API counts at a moment.
    fn counted(&self, at: Instant, others: &[Instant]) -> usize {
        let is_in = |moment: Instant| moment <= at && at < moment + WINDOW;
        self.calls.iter().filter(|call| is_in(call.arrived)).count()
            + others.iter().filter(|moment| is_in(**moment)).count()
    }

    /// Begins a call if it is its turn.
    fn call(&mut self, priority: Priority) -> bool {
        if self.window.turn(self.now, priority) != Turn::Now {
            return false;
        }
        self.window.begin(self.now, priority);
        let took = SECOND.mul_f64(self.random.f64().powi(4) * 12.0);
        let arrived = self.now + took.mul_f64(self.random.f64());
        let place = self.log.as_mut().map(|log| log.begin(self.now).unwrap());
        self.calls.push(Call {
            priority,
            begun: self.now,
            arrived,
            ended: None,
            ends: self.now + took,
            place,
        });
        true
    }

    /// The process is killed, and another one begins.
    fn restart(&mut self, file: &Path, limit: u32, uptime: Duration) {
        for call in self.calls.iter_mut().filter(|call| call.ended.is_none()) {
            (call.arrived, call.ended) = (call.arrived.min(self.now), Some(self.now));
        }
        self.window = Window::new(limit, WINDOW, self.now);
        let (log, past) = CallLog::open_at(file, WINDOW, (self.now, uptime)).unwrap();
        self.log = Some(log);
        if let Some(past) = past {
            self.window.remember(past);
        }
    }

    /// The API says what is left. The call that asks is one like any other.
    fn report(&mut self) {
        if !self.call(Priority::Human) {
            return;
        }
        let asked_at = self.now;
        let last = self.calls.len() - 1;
        (self.calls[last].arrived, self.calls[last].ends) = (asked_at, asked_at);
        let used = u32::try_from(self.counted(asked_at, &self.others)).unwrap();
        let remaining = Some(self.granted.saturating_sub(used));
        self.wait(SECOND / 2);
        self.window.report(self.now, Report { limit: self.granted, remaining, asked_at });
        self.known_limit = self.granted;
        // A limit that was lowered below what is used does not tell by how much.
        let ours = self.counted(asked_at, &[]);
        let told = usize::try_from(self.granted.min(used)).unwrap().saturating_sub(ours);
        self.known_others = self.others[self.others.len().saturating_sub(told)..].to_vec();
    }

    fn throttle(&mut self) {
        let after = self.random.bool().then(|| SECOND * self.random.u32(1..200));
        self.window.throttled(self.now, after);
        let until = self.now + after.unwrap_or(PAUSE).min(WINDOW);
        self.rest_until = self.rest_until.max(Some(until));
    }
}

/// In no minute does the API count more calls than it allows, however long they are on their way.
#[test]
fn the_budget_is_exceeded_in_no_sliding_minute() {
    for seed in 0..HISTORIES {
        let limit = [1, 2, 7, 20, 100, 600][usize::try_from(seed % 6).unwrap()];
        let mut history = History::new(seed, limit);
        for _ in 0..STEPS {
            history.wait(SECOND / 2);
            for _ in 0..history.random.usize(0..8) {
                let priority = if history.random.u8(..) < 80 { Priority::Human } else { Priority::Poll };
                history.call(priority);
            }
        }
        let mut arrivals: Vec<Instant> = history.calls.iter().map(|call| call.arrived).collect();
        arrivals.sort_unstable();
        let limit = usize::try_from(limit).unwrap();
        for span in arrivals.windows(limit + 1) {
            let took = span[limit] - span[0];
            assert!(took >= WINDOW, "seed {seed}: {} calls within {took:?}, {limit} are allowed", limit + 1);
        }
        let minutes = (history.now - arrivals[0]).as_secs_f64() / 60.0;
        let used = f64::from(u32::try_from(arrivals.len()).unwrap());
        let allowed = f64::from(u32::try_from(limit).unwrap()) * minutes;
        assert!(used > allowed * 0.6 || limit > 100, "seed {seed}: {used} calls, {allowed} were allowed");
    }
}

/// The API lowers its limit, others spend, and it refuses: what is known is kept to, and humans go whenever there is
/// room at all.
#[test]
fn what_the_api_says_is_kept_to_and_humans_go_while_there_is_room() {
    let (mut polls, mut rests) = (0, 0);
    for seed in 0..HISTORIES {
        let mut history = History::new(seed, 200);
        for _ in 0..STEPS {
            history.wait(SECOND / 2);
            match history.random.u8(..) {
                0..3 => history.granted = history.random.u32(1..260),
                3 => history.throttle(),
                4..20 => history.report(),
                20..60 => history.others.push(history.now),
                60.. => {}
            }
            let has_room = history.window.counted(history.now) < history.known_limit.min(200);
            let is_free = history.under_way() < MOST_UNDER_WAY;
            if history.random.bool() && is_free {
                let begins = history.call(Priority::Human);
                assert_eq!(begins, has_room, "seed {seed}: a human goes exactly if there is room");
                if begins {
                    rests += usize::from(history.rest_until.is_some_and(|until| history.now < until));
                    check(&history, seed);
                }
            }
            for _ in 0..history.random.usize(0..8) {
                if history.call(Priority::Poll) {
                    polls += 1;
                    let rests = history.rest_until.is_some_and(|until| history.now < until);
                    assert!(!rests, "seed {seed}: a poll while they rest");
                    check(&history, seed);
                }
            }
        }
    }
    assert!(polls > 10_000, "{polls} polls");
    assert!(rests > 1_000, "{rests} humans went while polls rested");
}

/// A call has begun: with it, and with what is known of others, the limit that is known is not exceeded.
fn check(history: &History, seed: u64) {
    let ours = history.calls.iter().filter(|call| {
        // It may arrive any time until it ends.
        call.ended.is_none_or(|ended| history.now < ended + WINDOW)
    });
    let is_recent = |moment: &&Instant| history.now < **moment + WINDOW;
    let all = ours.count() + history.known_others.iter().filter(is_recent).count();
    let limit = usize::try_from(history.known_limit.min(200)).unwrap();
    assert!(all <= limit, "seed {seed}: {all} calls, {limit} are allowed");
}

/// After a restart the API still counts what the process before has done, also where no log tells of it.
#[test]
fn a_restart_without_a_log_does_not_double_the_budget() {
    for seed in 0..HISTORIES {
        let mut before = History::new(seed, 600);
        for _ in 0..600 {
            before.wait(SECOND / 2);
            while before.call(Priority::Poll) {}
            if before.random.u8(..) < 20 {
                before.call(Priority::Human);
            }
        }
        let mut after = History::new(seed, 600);
        after.now = before.now;
        after.window = Window::new(600, WINDOW, before.now);
        let humans = (0..100).take_while(|_| after.call(Priority::Human)).count();
        assert!((60..=61).contains(&humans), "humans find their reserve at once, not {humans}");
        for _ in 0..600 {
            after.wait(SECOND / 4);
            while after.call(Priority::Poll) {}
        }
        let mut arrivals: Vec<Instant> =
            before.calls.iter().chain(&after.calls).map(|call| call.arrived).collect();
        arrivals.sort_unstable();
        // Of the calls that humans waited for in both lives, none are known to both: at most their reserve comes twice.
        for span in arrivals.windows(661) {
            assert!(span[660] - span[0] >= WINDOW, "seed {seed}: 661 calls within {:?}", span[660] - span[0]);
        }
    }
}

/// However often and however soon a process is killed and begins again, and the machine with it: in no minute does the
/// API count more calls than are allowed.
#[test]
fn with_its_log_a_restart_exceeds_nothing() {
    let (mut calls, mut lives) = (0, 0);
    for seed in 0..HISTORIES {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("calls");
        let limit = [1, 2, 6, 20, 100, 600][usize::try_from(seed % 6).unwrap()];
        let mut history = History::new(seed, limit);
        let mut booted = history.now;
        for _ in 0..12 {
            if history.random.u8(..) < 40 {
                history.wait(SECOND * 90);
                booted = history.now;
                history.wait(SECOND * 20);
            }
            let uptime = history.now - booted + Duration::from_nanos(history.random.u64(1..2_000_000));
            history.restart(&file, limit, uptime);
            lives += 1;
            for _ in 0..history.random.usize(0..200) {
                history.wait(SECOND / 2);
                for _ in 0..history.random.usize(0..8) {
                    let priority = if history.random.bool() { Priority::Human } else { Priority::Poll };
                    history.call(priority);
                }
            }
        }
        let mut arrivals: Vec<Instant> = history.calls.iter().map(|call| call.arrived).collect();
        arrivals.sort_unstable();
        calls += arrivals.len();
        let limit = usize::try_from(limit).unwrap();
        for span in arrivals.windows(limit + 1) {
            let took = span[limit] - span[0];
            assert!(took >= WINDOW, "seed {seed}: {} calls within {took:?}, {limit} are allowed", limit + 1);
        }
    }
    assert!(calls > 30 * lives, "{calls} calls in {lives} lives");
}

#[test]
fn the_first_report_tells_what_the_process_before_has_really_used() {
    let start = Instant::now();
    let polls_at_once = |remaining| {
        let mut window = Window::new(600, WINDOW, start);
        window.begin(start, Priority::Human);
        let now = start + SECOND;
        window.end(now, Priority::Human, start);
        window.report(now, Report { limit: 600, remaining: Some(remaining), asked_at: start });
        (window.counted(now), window.turn(now, Priority::Human))
    };
    // The report's own call counts.
    assert_eq!(polls_at_once(599), (1, Turn::Now), "nothing was used: nothing is assumed any more");
    assert_eq!(polls_at_once(399).0, 201);
    assert_eq!(polls_at_once(1).0, 599);
    assert!(matches!(polls_at_once(0), (600, Turn::At(_))));
}

#[test]
fn what_the_process_before_has_used_counts_once_though_the_api_reports_it_too() {
    let now = Instant::now();
    let mut window = Window::new(600, WINDOW, now);
    window.remember((0..5).map(|_| Past { begun: now, leaves: now + WINDOW }));
    assert_eq!(window.counted(now), 5, "nothing is assumed any more");
    window.begin(now, Priority::Human);
    window.end(now + SECOND, Priority::Human, now);
    // Five of ours, one that brings the report, and two of others.
    window.report(now + SECOND, Report { limit: 600, remaining: Some(592), asked_at: now });
    assert_eq!(window.counted(now + SECOND), 8);
}

#[test]
fn polls_leave_a_reserve_that_humans_may_use() {
    for (limit, polls) in [(600, 540), (100, 90), (49, 44), (20, 15), (6, 3), (2, 1), (1, 1), (0, 1)] {
        let mut history = History::new(0, limit);
        let end = history.now + WINDOW;
        let mut begun = 0;
        while history.now < end {
            let window = &mut history.window;
            if window.turn(history.now, Priority::Poll) == Turn::Now {
                window.begin(history.now, Priority::Poll);
                window.end(history.now, Priority::Poll, history.now);
                begun += 1;
            } else {
                history.now += SECOND / 100;
            }
        }
        assert_eq!(begun, polls, "of {limit}");
        let now = end.checked_sub(SECOND / 100).unwrap();
        let humans = (0..1_000).take_while(|_| {
            let begins = history.window.turn(now, Priority::Human) == Turn::Now;
            if begins {
                history.window.begin(now, Priority::Human);
                history.window.end(now, Priority::Human, now);
            }
            begins
        });
        assert_eq!(humans.count(), usize::try_from(limit.max(1)).unwrap() - polls, "of {limit}");
    }
}

#[test]
fn polls_come_evenly_so_that_none_waits_for_a_whole_minute() {
    let mut history = History::new(0, 600);
    let mut last = history.now;
    for _ in 0..30_000 {
        history.now += SECOND / 100;
        if history.window.turn(history.now, Priority::Poll) == Turn::Now {
            history.window.begin(history.now, Priority::Poll);
            history.window.end(history.now, Priority::Poll, history.now);
            assert!(history.now - last < SECOND * 2, "{:?} without a poll", history.now - last);
            last = history.now;
        }
    }
    assert!(history.now - last < SECOND * 2);
}

#[test]
fn a_poll_does_not_begin_while_a_human_waits() {
    let now = Instant::now();
    let mut window = Window::new(100, WINDOW, now);
    window.human_waits();
    assert_eq!(window.turn(now, Priority::Poll), Turn::AfterAnother);
    assert_eq!(window.turn(now, Priority::Human), Turn::Now);
    window.human_waits_no_more();
    assert_eq!(window.turn(now, Priority::Poll), Turn::Now);
}

#[test]
fn hanging_polls_leave_room_for_humans() {
    let mut now = Instant::now();
    let mut window = Window::new(60_000, WINDOW, now);
    for _ in 0..MOST_POLLS_UNDER_WAY {
        now += SECOND;
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

/// How many polls begin within five minutes of this moment.
fn polls_in_five_minutes(history: &mut History) -> usize {
    let end = history.now + WINDOW * 5;
    let mut begun = 0;
    while history.now < end {
        history.now += SECOND / 20;
        if history.window.turn(history.now, Priority::Poll) == Turn::Now {
            history.window.begin(history.now, Priority::Poll);
            history.window.end(history.now, Priority::Poll, history.now);
            begun += 1;
        }
    }
    begun
}

#[test]
fn a_429_rests_polls_then_halves_them_and_each_quiet_minute_doubles_them_again() {
    let mut history = History::new(0, 600);
    assert_eq!(polls_in_five_minutes(&mut history), 2_700);
    history.window.throttled(history.now, Some(SECOND * 30));
    assert_eq!(history.window.turn(history.now, Priority::Human), Turn::Now);
    assert!(history.window.is_tight(history.now));
    let until = history.now + SECOND * 30;
    assert_eq!(history.window.turn(until - SECOND, Priority::Poll), Turn::At(until));
    // Half a minute of rest, half a minute at half the rate, and then as before.
    let polls = polls_in_five_minutes(&mut history);
    assert!((2_280..=2_320).contains(&polls), "{polls} polls");
    assert!(!history.window.is_tight(history.now));
    for _ in 0..100 {
        history.window.throttled(history.now, Some(SECOND));
        history.now += SECOND * 2;
    }
    let polls = polls_in_five_minutes(&mut history);
    assert!((5..100).contains(&polls), "{polls} polls while the API goes on refusing");
}

#[test]
fn the_api_may_lower_the_budget_and_not_raise_it_over_what_is_configured() {
    let now = Instant::now();
    let mut window = Window::new(100, WINDOW, now);
    let report = |limit| Report { limit, remaining: Some(limit), asked_at: now };
    let mut humans = |limit| {
        window.report(now, report(limit));
        (0..1_000)
            .take_while(|_| {
                let begins = window.turn(now, Priority::Human) == Turn::Now;
                if begins {
                    window.begin(now, Priority::Human);
                    window.end(now, Priority::Human, now);
                }
                begins
            })
            .count()
    };
    assert_eq!(humans(8), 8);
    assert_eq!(humans(1_000), 92);
}

fn some(changes_per_hour: u32) -> Interest {
    Interest { changes_per_hour, seen_at: None }
}

#[test]
fn a_look_is_worth_more_the_longer_it_was_not_made_and_at_most_the_time_between_two_changes() {
    let start = Instant::now();
    let interest = Interest { changes_per_hour: 60, seen_at: Some(start) };
    let worth: Vec<f64> = (0..2_000).map(|seconds| interest.worth(start + SECOND * seconds)).collect();
    assert!(worth.is_sorted() && worth[0].abs() < 1e-12, "{worth:?}");
    assert!((worth[1_999] - 60.0).abs() < 1e-6, "{}", worth[1_999]);
    // h = 1/60 per second, x = 1: (1 − 2/e) · 60.
    assert!((worth[60] - 15.854).abs() < 0.001, "{}", worth[60]);
    assert!((some(60).worth(start) - 60.0).abs() < 1e-9);
}

#[tokio::test]
async fn whoever_gives_up_waiting_leaves_no_trace() {
    let budget = Budget::new(1, WINDOW);
    let pass = budget.human(SECOND).await;
    assert!(pass.is_some());
    assert!(budget.human(Duration::ZERO).await.is_none());
    assert!(budget.poll("a", some(1), Duration::ZERO).await.is_none());
    drop(pass);
    let state = budget.0.state();
    assert_eq!((state.window.humans_waiting(), state.polls.len(), state.places.len()), (0, 0, 0));
}

#[tokio::test]
async fn a_newer_poll_takes_the_place_of_one_about_the_same_attempt() {
    let budget = Budget::new(1, WINDOW);
    let pass = budget.human(SECOND).await;
    let poll = |subject| budget.poll(subject, some(1), WINDOW);
    let (first, withdrawn, left) = tokio::join!(poll("a"), poll("b"), async {
        while budget.polls_waiting() < 2 {
            tokio::task::yield_now().await;
        }
        let second = poll("a");
        let mut second = pin!(second);
        assert!(second.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        budget.withdraw("b");
        budget.polls_waiting()
    });
    assert!(first.is_none() && withdrawn.is_none());
    assert_eq!(left, 1);
    drop(pass);
}

/// 10,000 polls wait, and a call that a human waits for begins when it is first asked about: nothing stands between.
#[tokio::test]
async fn a_human_goes_at_once_though_ten_thousand_polls_wait() {
    let budget = Budget::new(600, WINDOW);
    let polls: Vec<_> = (0..10_000)
        .map(|number| {
            let budget = budget.clone();
            tokio::spawn(async move {
                let pass = budget.poll(&number.to_string(), some(number % 5 + 1), WINDOW).await;
                drop(pass);
            })
        })
        .collect();
    while budget.polls_waiting() < 9_900 {
        tokio::task::yield_now().await;
    }
    for _ in 0..50 {
        let human = pin!(budget.human(WINDOW));
        let Poll::Ready(Some(_)) = human.poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("a human waits behind polls");
        };
    }
    for poll in polls {
        poll.abort();
    }
}

#[tokio::test]
async fn humans_go_before_polls_in_the_order_they_came_and_polls_by_what_they_are_worth() {
    let budget = Budget::new(60_000, WINDOW);
    let mut under_way = Vec::new();
    while under_way.len() < MOST_UNDER_WAY {
        under_way.push(budget.human(SECOND).await.unwrap());
    }
    let order = Mutex::new(Vec::new());
    let human = async |name: &'static str| {
        let pass = budget.human(SECOND * 10).await;
        order.lock().unwrap().push(name);
        drop(pass);
    };
    let poll = async |name: &'static str, changes_per_hour| {
        let pass = budget.poll(name, some(changes_per_hour), SECOND * 10).await;
        order.lock().unwrap().push(name);
        drop(pass);
    };
    tokio::join!(
        poll("a poll that can wait", 900),
        poll("a poll", 100),
        human("first human"),
        human("second human"),
        async { drop(under_way.drain(..1)) },
    );
    let order = order.into_inner().unwrap();
    assert_eq!(order, ["first human", "second human", "a poll", "a poll that can wait"]);
}

#[tokio::test]
async fn a_call_that_nobody_waits_for_goes_only_when_nothing_else_wants_to() {
    async fn spent(calls: usize) -> Budget {
        let budget = Budget::new(100, WINDOW);
        budget.report(100, Some(100), Instant::now());
        for _ in 0..calls {
            budget.human(SECOND).await.unwrap();
        }
        budget
    }
    assert!(spent(49).await.idle().is_some(), "half is free");
    assert!(spent(50).await.idle().is_none(), "half is spent");

    let budget = spent(0).await;
    budget.throttled(Some(WINDOW));
    assert!(budget.idle().is_none(), "the API asked to wait");

    let budget = spent(0).await;
    let waiting = HumanWaiting::begin(&budget.0).unwrap();
    assert!(budget.idle().is_none(), "a call that a human waits for comes first");
    drop(waiting);
    let interest = Interest { changes_per_hour: 4, seen_at: None };
    let (sender, _granted) = oneshot::channel();
    let waiting = PollWaiting::begin(&budget.0, "att_1", interest, sender).unwrap();
    assert!(budget.idle().is_none(), "a poll comes first");
    drop(waiting);
    assert!(budget.idle().is_some(), "nothing waits");
}
