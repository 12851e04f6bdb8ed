//! What holds of the queue whatever is put in and however Telegram answers: random mixes under a simulated clock.
//!
//! Each world is drawn from a seed, which a failure names.

use std::collections::BTreeMap;

use fastrand::Rng;

use super::*;
use crate::model::{Address, MessageId, PostId, TelegramTime};

/// How many worlds are drawn.
const WORLDS: u64 = 30;
/// What Telegram wants: so many messages in a second in all, in a minute to a group, and to a person one per second
/// with a burst of three.
const ALL_IN_A_SECOND: usize = 30;
const GROUP_IN_A_MINUTE: usize = 20;
const BURST: usize = 3;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);

/// A call that went out.
struct Call {
    at: Instant,
    chat: ChatId,
    rank: Rank,
    order: u64,
    /// Of a post.
    shows: Option<(PostId, u32)>,
}

/// A queue between somebody who puts in and a Telegram that answers after a while.
struct World {
    rng: Rng,
    queue: Queue,
    begin: Instant,
    now: Instant,
    /// What is put in later, the latest first.
    coming: Vec<(Instant, Outgoing)>,
    under_way: Vec<(Instant, Task)>,
    calls: Vec<Call>,
    reports: Vec<Report>,
    /// How long an answer takes at most, in milliseconds.
    slowness: u64,
    /// How many of a hundred calls fail.
    failing: u32,
    /// Until when each chat has asked to be left alone.
    throttled: BTreeMap<ChatId, Instant>,
}

impl World {
    fn new(seed: u64) -> Self {
        let begin = Instant::now();
        Self {
            rng: Rng::with_seed(seed),
            queue: Queue::new(None),
            begin,
            now: begin,
            coming: Vec::new(),
            under_way: Vec::new(),
            calls: Vec::new(),
            reports: Vec::new(),
            slowness: 300,
            failing: 0,
            throttled: BTreeMap::new(),
        }
    }

    fn put(&mut self, what: Outgoing) {
        assert_eq!(self.queue.put(self.now, what), None);
    }

    /// Lets everything happen until nothing is left to do.
    fn run(&mut self) {
        self.coming.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        loop {
            while let Some((_, what)) = self.coming.pop_if(|(at, _)| *at <= self.now) {
                self.put(what);
            }
            while let Some(due) = self.under_way.iter().position(|(at, _)| *at <= self.now) {
                let (_, task) = self.under_way.swap_remove(due);
                self.answer(task);
            }
            match self.queue.take(self.now) {
                Next::Go(task) => self.call(task),
                Next::Wait(until) => {
                    let answer = self.under_way.iter().map(|(at, _)| *at).min();
                    let coming = self.coming.last().map(|(at, _)| *at);
                    let Some(next) = [until, answer, coming].into_iter().flatten().min() else { return };
                    assert!(next > self.now, "the queue spins");
                    self.now = next;
                }
                Next::Closed => panic!("nobody has closed it"),
            }
        }
    }

    fn call(&mut self, task: Task) {
        let chat = chat_of(&task.what).unwrap();
        assert!(
            self.throttled.get(&chat).is_none_or(|until| *until <= self.now),
            "a chat that wanted to be left alone was not"
        );
        let rank = Rank::of(&task.what).unwrap();
        let shows = match &task.what {
            Outgoing::Show(show) => Some((show.post, show.revision)),
            Outgoing::Say(_)
            | Outgoing::Document { .. }
            | Outgoing::Delete { .. }
            | Outgoing::Answer { .. } => None,
        };
        self.calls.push(Call { at: self.now, chat, rank, order: task.order, shows });
        let takes = Duration::from_millis(self.rng.u64(1..=self.slowness));
        self.under_way.push((self.now + takes, task));
    }

    fn answer(&mut self, task: Task) {
        let result = if self.rng.u32(0..100) < self.failing {
            let chat = chat_of(&task.what).unwrap();
            Err(match self.rng.u8(0..4) {
                0 => {
                    let retry_after = Duration::from_secs(self.rng.u64(1..9));
                    self.throttled.insert(chat, self.now + retry_after);
                    Error::Throttled { retry_after }
                }
                1 => Error::Unreachable,
                2 => Error::Failing,
                _ => Error::Unknown,
            })
        } else {
            Ok(Some(Placed { message: MessageId(1), date: TelegramTime(1) }))
        };
        let told = self.queue.finish(self.now, task, result);
        self.reports.extend(told);
    }

    /// The most messages within any `window` among those that `count`.
    fn most_within(&self, window: Duration, count: impl Fn(&Call) -> bool) -> usize {
        let times: Vec<Instant> = self
            .calls
            .iter()
            .filter(|call| call.rank != Rank::Deletion && count(call))
            .map(|call| call.at)
            .collect();
        let until = |first: usize| times.partition_point(|at| *at < times[first] + window);
        (0..times.len()).map(|first| until(first) - first).max().unwrap_or(0)
    }

    /// Checks every window of time.
    fn keeps_the_limits(&self, seed: u64) {
        assert!(self.most_within(SECOND, |_| true) <= ALL_IN_A_SECOND, "world {seed}: overall");
        let chats: std::collections::BTreeSet<ChatId> = self.calls.iter().map(|call| call.chat).collect();
        for chat in chats {
            let within = |window| self.most_within(window, |call| call.chat == chat);
            if chat.0 < 0 {
                assert!(within(MINUTE) <= GROUP_IN_A_MINUTE, "world {seed}: group {chat}");
            }
            for seconds in [1, 2, 5, 20, 60] {
                let most = BURST - 1 + usize::try_from(seconds).unwrap();
                let count = within(Duration::from_secs(seconds));
                assert!(count <= most, "world {seed}: {count} to chat {chat} within {seconds} s");
            }
        }
    }

    fn at(&mut self, chats: i64, groups: i64) -> Address {
        let chat = self.rng.i64(-groups..chats);
        Address { chat: ChatId(if chat < 0 { chat } else { chat + 1 }), thread: None }
    }

    /// Something that is put in.
    fn draw(&mut self, ticket: u64, to: Address) -> Outgoing {
        match self.rng.u8(0..10) {
            0..3 => say(ticket, to),
            3 => Outgoing::Delete { ticket, at: to, message: MessageId(1) },
            4 => Outgoing::Document { ticket, to, name: "data.json".to_owned(), bytes: vec![1] },
            // A post always goes to the same chat.
            _ => {
                let to = Address { thread: None, chat: to.chat };
                let number = u64::try_from(to.chat.0.rem_euclid(1_000)).unwrap() * 10 + self.rng.u64(0..3);
                show(number, u32::try_from(ticket).unwrap(), to, self.rng.bool())
            }
        }
    }
}

fn say(ticket: u64, to: Address) -> Outgoing {
    Outgoing::Say(Say {
        ticket,
        to,
        text: "text".to_owned(),
        keyboard: Vec::new(),
        reply_to: None,
        urgent: false,
        protect: false,
    })
}

fn show(post: u64, revision: u32, to: Address, urgent: bool) -> Outgoing {
    Outgoing::Show(Show {
        post: PostId(post),
        revision,
        to,
        edit: None,
        text: "text".to_owned(),
        keyboard: Vec::new(),
        urgent,
        protect: false,
        silent: false,
    })
}

fn person(number: i64) -> Address {
    Address { chat: ChatId(number), thread: None }
}

/// A world in which things of all kinds come over a minute, to so few chats that they queue up.
fn mixed(seed: u64, failing: u32) -> World {
    let mut world = World::new(seed);
    world.failing = failing;
    world.slowness = [5, 100, 900][world.rng.usize(0..3)];
    let (chats, groups) = (world.rng.i64(40..200), world.rng.i64(1..6));
    for ticket in 1..=600 {
        let at = world.begin + Duration::from_millis(world.rng.u64(0..60_000));
        let to = world.at(chats, groups);
        let what = world.draw(ticket, to);
        if to.chat.0 > 0 || matches!(what, Outgoing::Show(_)) {
            world.coming.push((at, what));
        }
    }
    world
}

#[test]
fn no_window_of_time_ever_holds_more_than_telegram_wants() {
    for seed in 0..WORLDS {
        let mut world = mixed(seed, if seed % 2 == 0 { 0 } else { 20 });
        world.run();
        assert!(world.calls.len() > 200);
        world.keeps_the_limits(seed);
    }
}

#[test]
fn two_thousand_messages_take_hardly_longer_than_telegram_allows() {
    for (seed, chats) in [(1, 2_000), (2, 500), (3, 100)] {
        let mut world = World::new(seed);
        for number in 0..2_000 {
            let to = person(number % chats + 1);
            world.put(show(u64::try_from(number).unwrap(), 1, to, false));
        }
        world.run();
        assert_eq!(world.calls.len(), 2_000);
        world.keeps_the_limits(seed);
        let last = world.calls.last().unwrap().at - world.begin;
        let ideal = Duration::from_secs(2_000) / 30;
        assert!(last <= ideal.div_f64(0.95), "to {chats} chats: {last:?} instead of {ideal:?}");
    }
}

#[test]
fn a_group_is_told_nearly_as_much_as_it_takes() {
    let mut world = World::new(1);
    for number in 0..200 {
        world.put(show(number, 1, person(-5), false));
    }
    world.run();
    world.keeps_the_limits(1);
    let last = world.calls.last().unwrap().at - world.begin;
    assert!(last <= (MINUTE * 10).div_f64(0.95), "{last:?}");
}

#[test]
fn a_question_waits_for_no_status_line() {
    let mut world = World::new(1);
    for number in 1..=2_000 {
        world.put(show(u64::try_from(number).unwrap(), 1, person(number), false));
    }
    let asked_at = world.begin + Duration::from_secs(10);
    for number in 3_001..=3_060 {
        let question = show(u64::try_from(number).unwrap(), 1, person(number), true);
        world.coming.push((asked_at, question));
    }
    world.run();
    let after: Vec<&Call> = world.calls.iter().filter(|call| call.at >= asked_at).collect();
    let questions = after.iter().filter(|call| call.rank == Rank::Urgent).count();
    assert_eq!(questions, 60);
    // One call may have been on its way out at that very moment.
    let overtaken = after.iter().skip(1).take(60).filter(|call| call.rank == Rank::Calm).count();
    assert!(overtaken <= 1, "{overtaken} status lines went before the last question");
}

#[test]
fn a_chat_keeps_its_order_whatever_else_happens() {
    for seed in 0..WORLDS {
        let mut world = mixed(seed, 0);
        world.run();
        let mut last: BTreeMap<(ChatId, Rank), u64> = BTreeMap::new();
        // A post keeps its place through its revisions, which may make it urgent: those are told apart by post.
        for call in world.calls.iter().filter(|call| call.shows.is_none()) {
            let before = last.insert((call.chat, call.rank), call.order);
            assert!(before.is_none_or(|before| before < call.order), "world {seed}: chat {}", call.chat);
        }
    }
}

#[test]
fn of_each_post_the_newest_revision_stands_in_the_end_and_none_comes_after_a_newer_one() {
    for seed in 0..WORLDS {
        let mut world = mixed(seed, 30);
        let mut newest: BTreeMap<PostId, u32> = BTreeMap::new();
        let mut coming: Vec<_> = world.coming.iter().collect();
        coming.sort_by_key(|(at, _)| *at);
        for (_, what) in coming {
            if let Outgoing::Show(show) = what {
                let newest = newest.entry(show.post).or_default();
                *newest = show.revision.max(*newest);
            }
        }
        world.run();
        let mut shown: BTreeMap<PostId, u32> = BTreeMap::new();
        for report in &world.reports {
            if let Report::Shown { post, revision, .. } = report {
                let before = shown.insert(*post, *revision);
                assert!(before.is_none_or(|before| before <= *revision), "world {seed}: post {post}");
            }
        }
        assert_eq!(shown, newest, "world {seed}");
    }
}

#[test]
fn whatever_is_said_or_deleted_is_accounted_for_once_however_telegram_fails() {
    for seed in 0..WORLDS {
        let mut world = mixed(seed, 30);
        let mut tickets = Vec::new();
        for (_, what) in &world.coming {
            match what {
                Outgoing::Say(Say { ticket, .. })
                | Outgoing::Document { ticket, .. }
                | Outgoing::Delete { ticket, .. } => tickets.push(*ticket),
                Outgoing::Show(_) | Outgoing::Answer { .. } => {}
            }
        }
        world.run();
        let mut told = Vec::new();
        for report in &world.reports {
            match report {
                Report::Said { ticket }
                | Report::NotSaid { ticket, .. }
                | Report::Deleted { ticket }
                | Report::NotDeleted { ticket, .. } => told.push(*ticket),
                Report::Shown { .. } | Report::NotShown { .. } | Report::Moved { .. } => {}
            }
        }
        tickets.sort_unstable();
        told.sort_unstable();
        assert_eq!(told, tickets, "world {seed}");
        assert_eq!(world.queue.depth(), 0, "world {seed}");
    }
}

#[test]
fn when_telegram_throttles_everything_everything_arrives_in_the_end() {
    let mut world = World::new(1);
    world.failing = 100;
    for number in 1..=200 {
        world.put(show(u64::try_from(number).unwrap(), 1, person(number), number % 2 == 0));
    }
    // Nothing goes through for a while: whatever waits goes on waiting.
    let heals_at = world.now + Duration::from_mins(5);
    while world.now < heals_at {
        while let Some(due) = world.under_way.iter().position(|(at, _)| *at <= world.now) {
            let (_, task) = world.under_way.swap_remove(due);
            let retry_after = Duration::from_secs(5);
            world.throttled.insert(chat_of(&task.what).unwrap(), world.now + retry_after);
            let told = world.queue.finish(world.now, task, Err(Error::Throttled { retry_after }));
            assert_eq!(told, []);
        }
        match world.queue.take(world.now) {
            Next::Go(task) => world.call(task),
            Next::Wait(_) | Next::Closed => world.now += Duration::from_millis(5),
        }
    }
    // Three chats say it, and then nobody is written to until they may be again: a few calls for each five seconds.
    assert!(world.calls.len() < 60 * CALLS_MOST, "{}", world.calls.len());
    world.failing = 0;
    world.run();
    let shown = world.reports.iter().filter(|report| matches!(report, Report::Shown { .. })).count();
    assert_eq!(shown, 200);
}
