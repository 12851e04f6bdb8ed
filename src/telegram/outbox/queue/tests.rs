//! The rules of the queue, without a network or a clock.

use super::*;
use crate::model::{Address, MessageId, PostId, TelegramTime, ThreadId};

const BELLA: i64 = 7;
const CARLA: i64 = 8;
const GROUP: i64 = -5;

fn to(chat: i64) -> Address {
    Address { chat: ChatId(chat), thread: None }
}

fn show(post: u64, revision: u32, chat: i64) -> Show {
    Show {
        post: PostId(post),
        revision,
        to: to(chat),
        edit: None,
        text: "text".to_owned(),
        keyboard: Vec::new(),
        urgent: false,
        protect: false,
        silent: false,
    }
}

fn urgent(post: u64, revision: u32, chat: i64) -> Show {
    Show { urgent: true, ..show(post, revision, chat) }
}

fn say(ticket: u64, chat: i64) -> Outgoing {
    Outgoing::Say(Say {
        ticket,
        to: to(chat),
        text: "text".to_owned(),
        keyboard: Vec::new(),
        reply_to: None,
        urgent: false,
        protect: false,
    })
}

fn delete(ticket: u64, chat: i64) -> Outgoing {
    Outgoing::Delete { ticket, at: to(chat), message: MessageId(1) }
}

fn answer(query: &str) -> Outgoing {
    Outgoing::Answer { query: query.to_owned(), text: None }
}

/// A queue and a clock.
struct Bench {
    queue: Queue,
    now: Instant,
}

impl Bench {
    fn new() -> Self {
        Self { queue: Queue::new(None), now: Instant::now() }
    }

    fn with(outgoing: impl IntoIterator<Item = Outgoing>) -> Self {
        let mut bench = Self::new();
        for what in outgoing {
            assert_eq!(bench.put(what), None);
        }
        bench
    }

    fn put(&mut self, what: Outgoing) -> Option<Report> {
        self.queue.put(self.now, what)
    }

    fn pass(&mut self, duration: Duration) {
        self.now += duration;
    }

    /// What goes at once, as far as the distance allows that all messages keep.
    fn go(&mut self) -> Task {
        let soon = self.now + Duration::from_millis(40);
        loop {
            match self.queue.take(self.now) {
                Next::Go(task) => return task,
                Next::Wait(Some(until)) if until <= soon => self.now = until,
                other @ (Next::Wait(_) | Next::Closed) => panic!("{other:?}"),
            }
        }
    }

    /// What goes next, however long that takes.
    fn go_in_time(&mut self) -> Task {
        loop {
            match self.queue.take(self.now) {
                Next::Go(task) => return task,
                Next::Wait(Some(until)) => self.now = until,
                other @ (Next::Wait(None) | Next::Closed) => panic!("{other:?}"),
            }
        }
    }

    /// For how long there is nothing to do.
    fn waits(&mut self) -> Option<Duration> {
        match self.queue.take(self.now) {
            Next::Wait(until) => until.map(|until| until - self.now),
            other @ (Next::Go(_) | Next::Closed) => panic!("{other:?}"),
        }
    }

    fn fail(&mut self, task: Task, error: Error) -> Vec<Report> {
        self.queue.finish(self.now, task, Err(error))
    }

    fn succeed(&mut self, task: Task) -> Vec<Report> {
        let placed = Placed { message: MessageId(40), date: TelegramTime(1) };
        self.queue.finish(self.now, task, Ok(Some(placed)))
    }

    /// Does everything that is to be done, and names it in the order in which it went.
    fn run(&mut self) -> Vec<String> {
        let mut done = Vec::new();
        loop {
            match self.queue.take(self.now) {
                Next::Go(task) => {
                    done.push(name(&task.what));
                    self.succeed(task);
                }
                Next::Wait(Some(until)) => self.now = until,
                Next::Wait(None) | Next::Closed => return done,
            }
        }
    }
}

fn name(what: &Outgoing) -> String {
    match what {
        Outgoing::Show(show) => match show.edit {
            None => format!("send {}.{}", show.post.0, show.revision),
            Some(_) => format!("edit {}.{}", show.post.0, show.revision),
        },
        Outgoing::Say(say) => format!("say {}", say.ticket),
        Outgoing::Document { ticket, .. } => format!("file {ticket}"),
        Outgoing::Delete { ticket, .. } => format!("delete {ticket}"),
        Outgoing::Answer { query, .. } => format!("answer {query}"),
    }
}

#[test]
fn answers_go_first_then_deletions_then_what_is_urgent_then_the_rest() {
    let mut bench = Bench::with([
        say(1, BELLA),
        Outgoing::Show(show(2, 1, CARLA)),
        Outgoing::Show(urgent(3, 1, BELLA)),
        delete(4, CARLA),
        answer("q"),
    ]);
    assert_eq!(bench.run(), ["answer q", "delete 4", "send 3.1", "send 2.1", "say 1"]);
}

#[test]
fn a_chat_keeps_its_order_and_has_one_call_at_a_time() {
    let mut bench = Bench::with([say(1, BELLA), say(2, BELLA), say(3, CARLA)]);
    let first = bench.go();
    assert_eq!((name(&first.what), name(&bench.go().what)), ("say 1".into(), "say 3".into()));
    assert_eq!(bench.waits(), None);
    bench.succeed(first);
    assert_eq!(name(&bench.go().what), "say 2");
}

#[test]
fn of_several_revisions_that_wait_the_newest_is_shown() {
    let mut bench = Bench::with([1, 3, 2].map(|revision| Outgoing::Show(show(1, revision, BELLA))));
    assert_eq!(bench.run(), ["send 1.3"]);
    bench.put(Outgoing::Show(show(1, 2, BELLA)));
    assert_eq!(bench.run(), [""; 0]);
    bench.put(Outgoing::Show(show(1, 4, BELLA)));
    assert_eq!(bench.run(), ["edit 1.4"]);
}

#[test]
fn a_revision_that_becomes_urgent_overtakes() {
    let mut bench = Bench::with([say(1, BELLA), Outgoing::Show(show(2, 1, BELLA))]);
    bench.put(Outgoing::Show(urgent(2, 2, BELLA)));
    assert_eq!(bench.run(), ["send 2.2", "say 1"]);
}

#[test]
fn a_revision_waits_for_the_message_that_it_edits() {
    let mut bench = Bench::with([Outgoing::Show(show(1, 1, BELLA))]);
    let sending = bench.go();
    bench.put(Outgoing::Show(show(1, 2, BELLA)));
    assert_eq!(bench.waits(), None);
    let told = bench.succeed(sending);
    assert!(matches!(told[..], [Report::Shown { revision: 1, message: MessageId(40), .. }]));
    assert_eq!(bench.run(), ["edit 1.2"]);
}

#[test]
fn a_post_is_shown_again_until_its_fate_is_known() {
    let mut bench = Bench::with([Outgoing::Show(show(1, 1, BELLA))]);
    let mut waits = Vec::new();
    for error in [Error::Unknown, Error::Unreachable].into_iter().cycle().take(9) {
        let task = bench.go();
        assert_eq!(bench.fail(task, error), []);
        let wait = bench.waits().unwrap();
        waits.push(wait.as_millis());
        bench.pass(wait);
    }
    assert_eq!(waits, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    assert_eq!(bench.run(), ["send 1.1"]);
}

#[test]
fn a_newer_revision_takes_the_place_of_one_that_failed() {
    let mut bench = Bench::with([Outgoing::Show(show(1, 1, BELLA))]);
    let sending = bench.go();
    bench.put(Outgoing::Show(show(1, 2, BELLA)));
    assert_eq!(bench.fail(sending, Error::Unknown), []);
    assert_eq!(bench.run(), ["send 1.2"]);
    assert_eq!(bench.queue.held.posts, 0);
}

#[test]
fn a_saying_is_repeated_only_if_it_surely_did_not_arrive_and_not_for_ever() {
    let mut bench = Bench::with([say(1, BELLA), say(2, BELLA)]);
    let task = bench.go();
    assert_eq!(bench.fail(task, Error::Unknown), [Report::NotSaid { ticket: 1, why: Why::Unknown }]);
    let begin = bench.now;
    let told = loop {
        if let Some(wait) = match bench.queue.take(bench.now) {
            Next::Go(task) => {
                let told = bench.fail(task, Error::Unreachable);
                if told.is_empty() { None } else { break told }
            }
            Next::Wait(until) => until.map(|until| until - bench.now),
            Next::Closed => panic!(),
        } {
            bench.pass(wait);
        }
    };
    assert_eq!(told, [Report::NotSaid { ticket: 2, why: Why::Unknown }]);
    let tried_for = bench.now - begin;
    assert!(tried_for > PATIENCE / 2 && tried_for <= PATIENCE, "{tried_for:?}");
}

#[test]
fn a_chat_gets_a_burst_and_then_one_message_per_second_and_deletions_at_once() {
    let mut bench = Bench::with((1..=5).map(|ticket| say(ticket, BELLA)));
    let begin = bench.now;
    for _ in 0..3 {
        let task = bench.go();
        bench.succeed(task);
    }
    bench.waits();
    bench.put(delete(9, BELLA));
    let task = bench.go();
    assert_eq!(name(&task.what), "delete 9");
    bench.succeed(task);
    for second in 1..=2 {
        let task = bench.go_in_time();
        assert_eq!(bench.now - begin, Duration::from_secs(second));
        bench.succeed(task);
    }
}

#[test]
fn all_chats_together_stay_below_thirty_per_second() {
    let mut bench = Bench::with((1..=300).map(|ticket| say(u64::try_from(ticket).unwrap(), ticket)));
    let begin = bench.now;
    assert_eq!(bench.run().len(), 300);
    let took = bench.now - begin;
    assert!(took >= Duration::from_secs(9), "{took:?}");
}

#[test]
fn only_so_many_calls_are_under_way_and_presses_are_answered_beside_them() {
    let mut bench = Bench::new();
    for ticket in 1..=50 {
        bench.put(say(u64::try_from(ticket).unwrap(), ticket));
    }
    for _ in 0..CALLS_MOST {
        bench.go();
        bench.pass(Duration::from_millis(100));
    }
    assert_eq!(bench.waits(), None);
    bench.put(answer("q"));
    assert_eq!(name(&bench.go().what), "answer q");
}

#[test]
fn a_throttled_chat_waits_and_three_of_them_stop_everything() {
    let throttled = || Error::Throttled { retry_after: Duration::from_secs(9) };
    let mut bench = Bench::with([say(1, 1), say(2, 2), say(3, 3), say(4, 4)]);
    let task = bench.go();
    bench.fail(task, throttled());
    let task = bench.go();
    assert_eq!(name(&task.what), "say 2", "one throttled chat delays no other");
    bench.fail(task, throttled());
    let task = bench.go();
    bench.fail(task, throttled());
    assert_eq!(bench.waits(), Some(Duration::from_secs(9)));
    bench.pass(Duration::from_secs(9));
    assert_eq!(bench.run(), ["say 1", "say 2", "say 3", "say 4"]);
}

#[test]
fn a_group_that_moved_gets_what_was_for_it_in_order() {
    let mut bench = Bench::with([say(1, GROUP), say(2, GROUP)]);
    let task = bench.go();
    let told = bench.fail(task, Error::Migrated { to: ChatId(-100) });
    assert_eq!(told, [Report::Moved { from: ChatId(GROUP), to: ChatId(-100) }]);
    let task = bench.go();
    assert_eq!((name(&task.what), chat_of(&task.what)), ("say 1".into(), Some(ChatId(-100))));
    bench.succeed(task);
    assert_eq!(chat_of(&bench.go_in_time().what), Some(ChatId(-100)));
}

#[test]
fn what_was_for_a_closed_topic_goes_to_the_group() {
    let topic = Address { chat: ChatId(GROUP), thread: Some(ThreadId(3)) };
    let mut bench = Bench::with([Outgoing::Show(Show { to: topic, ..show(1, 1, GROUP) })]);
    let task = bench.go();
    assert_eq!(bench.fail(task, Error::Rejected(Rejection::ThreadGone)), []);
    let task = bench.go_in_time();
    assert!(matches!(&task.what, Outgoing::Show(show) if show.to.thread.is_none()));
    let told = bench.fail(task, Error::Rejected(Rejection::ThreadGone));
    assert!(matches!(told[..], [Report::NotShown { why: Why::Rejected, .. }]));
}

#[test]
fn a_post_whose_message_is_gone_can_be_sent_anew() {
    let mut bench = Bench::with([Outgoing::Show(show(1, 1, BELLA))]);
    bench.run();
    bench.put(Outgoing::Show(show(1, 2, BELLA)));
    let task = bench.go();
    assert_eq!(name(&task.what), "edit 1.2");
    let told = bench.fail(task, Error::Rejected(Rejection::MessageGone));
    assert!(matches!(told[..], [Report::NotShown { revision: 2, why: Why::MessageGone, .. }]));
    bench.put(Outgoing::Show(show(1, 2, BELLA)));
    assert_eq!(bench.run(), ["send 1.2"]);
}

#[test]
fn what_does_not_fit_is_refused_and_a_merged_revision_always_fits() {
    let most = u64::try_from(HELD_MOST).unwrap();
    let mut bench = Bench::with((0..most).map(|post| Outgoing::Show(show(post, 1, BELLA))));
    assert_eq!(
        bench.put(Outgoing::Show(show(most, 1, BELLA))),
        Some(Report::NotShown { post: PostId(most), revision: 1, why: Why::Full })
    );
    assert_eq!(bench.put(Outgoing::Show(show(0, 2, BELLA))), None);
    assert_eq!(bench.put(say(1, BELLA)), None);
}

#[test]
fn whoever_writes_too_fast_gets_no_answer_to_the_rest_and_holds_up_nobody() {
    let most = u64::try_from(SAYINGS_PER_CHAT).unwrap();
    let mut bench = Bench::with((0..most).map(|ticket| say(ticket, BELLA)));
    let refused = Some(Report::NotSaid { ticket: most, why: Why::Full });
    assert_eq!(bench.put(say(most, BELLA)), refused);
    assert_eq!(bench.put(say(most, CARLA)), None);
    assert_eq!(bench.put(Outgoing::Show(urgent(1, 1, BELLA))), None);
}

#[test]
fn a_crowd_that_writes_holds_up_no_status_line() {
    let mut bench = Bench::with((1..=300).map(|ticket| say(u64::try_from(ticket).unwrap(), 100 + ticket)));
    bench.put(Outgoing::Show(show(1, 1, BELLA)));
    assert_eq!(name(&bench.go().what), "send 1.1");
}

#[test]
fn a_late_answer_to_a_press_is_not_worth_sending() {
    let mut bench = Bench::with([answer("q")]);
    bench.pass(ANSWER_WORTH);
    assert_eq!(bench.waits(), None);
    assert_eq!(bench.queue.held.answers, 0);
}

#[test]
fn closing_sends_what_is_urgent_and_nothing_else() {
    let mut bench =
        Bench::with([say(1, BELLA), Outgoing::Show(urgent(2, 1, BELLA)), delete(3, BELLA), answer("q")]);
    bench.queue.close();
    assert_eq!(bench.run(), ["answer q", "delete 3", "send 2.1"]);
    assert!(matches!(bench.queue.take(bench.now), Next::Closed));
}

#[test]
fn an_idle_queue_remembers_no_chat() {
    let mut bench = Bench::with([say(1, BELLA), say(2, GROUP), delete(3, CARLA)]);
    bench.run();
    bench.pass(Duration::from_secs(10));
    bench.waits();
    assert!(bench.queue.chats.is_empty());
    assert_eq!((bench.queue.calls, bench.queue.held.sayings, bench.queue.held.deletions), (0, 0, 0));
}
