//! How many calls may begin: what was used in the last window, what others have spent, what is under way.
//!
//! It decides and is told the time. A call counts from its beginning until a whole window after its end: it arrived
//! somewhere in between, so however long it was on its way, the API never counts more than is counted here.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use super::call_log::Past;
use super::{LEAST_RESERVE, MOST_HALVINGS, MOST_POLLS_UNDER_WAY, MOST_UNDER_WAY, PAUSE, RESERVE_PERCENT};

/// Whether somebody waits for a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::account_api) enum Priority {
    /// A human waits: it begins at once while the window has room.
    Human,
    /// It can wait: it takes what the others leave.
    Poll,
}

/// When a call may begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Turn {
    /// At this moment.
    Now,
    /// Not before this moment, unless something changes.
    At(Instant),
    /// When another call has ended or begun.
    AfterAnother,
}

/// What the API has said about the organisation's calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Report {
    /// Calls in a window.
    pub(super) limit: u32,
    /// What is left of them, if it said so.
    pub(super) remaining: Option<u32>,
    /// When the call began that brought this.
    pub(super) asked_at: Instant,
}

/// The calls of the last window and those under way.
#[derive(Debug)]
pub(super) struct Window {
    /// The span in which calls are counted.
    span: Duration,
    /// What the operator allows.
    configured: u32,
    /// What is allowed: never more than configured, and less when the API says so.
    limit: u32,
    /// What others of the organisation have spent, and until when that counts.
    others: Option<(u32, Instant)>,
    /// Calls that have ended less than a window ago, in the order of their ends.
    ended: VecDeque<Ended>,
    under_way: UnderWay,
    /// Calls that humans wait for and that wait themselves.
    humans_waiting: usize,
    /// When the next poll would begin if all came evenly.
    next_poll: Instant,
    /// Until when polls rest, because the API was asked too often.
    polls_rest_until: Option<Instant>,
    /// How often the polls' share was halved because of that, and when last.
    halved: Option<(u32, Instant)>,
}

/// A call that has ended.
#[derive(Clone, Copy, Debug)]
struct Ended {
    /// When it began; none: it is only assumed, of the process before this one.
    begun: Option<Instant>,
    /// From when on it does not count.
    leaves: Instant,
}

/// How many of each priority.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct UnderWay {
    humans: usize,
    polls: usize,
}

impl Window {
    /// A window at the start of the process.
    ///
    /// The process before this one may have used the budget up a moment ago. Its polls are assumed to have had their
    /// whole share, evenly over the last window, so that ours take over at the same pace; calls that humans wait for
    /// find their reserve. What was really used is known from its log, if there is one, or with the first report, which is
    /// asked for at once.
    pub(super) fn new(limit: u32, span: Duration, now: Instant) -> Self {
        let configured = limit.max(1);
        let mut window = Self {
            span,
            configured,
            limit: configured,
            others: None,
            ended: VecDeque::new(),
            under_way: UnderWay::default(),
            humans_waiting: 0,
            next_poll: now,
            polls_rest_until: None,
            halved: None,
        };
        let share = window.share(now);
        window.ended.extend((0..share).map(|index| {
            let leaves = now + span.mul_f64(f64::from(index) / f64::from(share));
            Ended { begun: None, leaves }
        }));
        window
    }

    /// Takes over what is known of the process before, in the order in which it leaves; nothing is assumed any more.
    pub(super) fn remember(&mut self, past: impl IntoIterator<Item = Past>) {
        let ended = past.into_iter().map(|Past { begun, leaves }| Ended { begun: Some(begun), leaves });
        self.ended = ended.collect();
    }

    /// How many calls we may make in a window, all in all.
    fn allowed(&self, now: Instant) -> u32 {
        let others = self.others.filter(|(_, until)| now < *until).map_or(0, |(count, _)| count);
        self.limit.saturating_sub(others)
    }

    /// How many of them polls may make: they leave a reserve to humans, never more than half, so that a small budget
    /// still looks.
    fn share(&self, now: Instant) -> u32 {
        let allowed = self.allowed(now);
        let reserve = (allowed / 100 * RESERVE_PERCENT + allowed % 100 * RESERVE_PERCENT / 100)
            .max(LEAST_RESERVE)
            .min(allowed / 2);
        allowed - reserve
    }

    /// How often the polls' share is halved at this moment: once less with each window that passes without a 429.
    fn halvings(&self, now: Instant) -> u32 {
        self.halved.map_or(0, |(count, at)| {
            let is_past = |windows: &u32| at + self.span * *windows <= now;
            let past = (1..=count).take_while(is_past).last().unwrap_or(0);
            count - past
        })
    }

    /// The time between two polls that come evenly.
    fn poll_interval(&self, now: Instant) -> Duration {
        (self.span / self.share(now).max(1)).saturating_mul(1 << self.halvings(now)).min(self.span)
    }

    /// Polls may come this much before they would if all came evenly: a sixtieth of a window.
    fn slack(&self) -> Duration {
        self.span / 60
    }

    /// When a call may begin.
    pub(super) fn turn(&mut self, now: Instant, priority: Priority) -> Turn {
        while self.ended.front().is_some_and(|call| call.leaves <= now) {
            self.ended.pop_front();
        }
        let under_way = self.under_way.humans + self.under_way.polls;
        if under_way >= MOST_UNDER_WAY {
            return Turn::AfterAnother;
        }
        let room = match priority {
            Priority::Human => self.allowed(now),
            Priority::Poll => {
                if self.humans_waiting > 0 || self.under_way.polls >= MOST_POLLS_UNDER_WAY {
                    return Turn::AfterAnother;
                }
                if let Some(until) = self.polls_rest_until.filter(|until| now < *until) {
                    return Turn::At(until);
                }
                self.share(now)
            }
        };
        let used = under_way + self.ended.len();
        let room = usize::try_from(room).unwrap_or(usize::MAX);
        if let Some(too_many) = used.checked_sub(room) {
            // There is room again when one more than that has left, or when what others have spent has.
            let left = self.ended.get(too_many).map(|call| call.leaves);
            let forgotten = self.others.map(|(_, until)| until).filter(|until| now < *until);
            return match left.into_iter().chain(forgotten).min() {
                Some(moment) => Turn::At(moment),
                None => Turn::AfterAnother,
            };
        }
        match priority {
            Priority::Human => Turn::Now,
            Priority::Poll => {
                let (interval, slack) = (self.poll_interval(now), self.slack());
                // It may have been set when there was much less room.
                self.next_poll = self.next_poll.min(now + interval + slack);
                if now + slack >= self.next_poll {
                    Turn::Now
                } else {
                    Turn::At(self.next_poll.checked_sub(slack).unwrap_or(now))
                }
            }
        }
    }

    /// A call begins. It must be its turn.
    pub(super) fn begin(&mut self, now: Instant, priority: Priority) {
        match priority {
            Priority::Human => self.under_way.humans += 1,
            Priority::Poll => {
                self.under_way.polls += 1;
                self.next_poll = self.next_poll.max(now) + self.poll_interval(now);
            }
        }
    }

    /// A call has ended.
    pub(super) fn end(&mut self, now: Instant, priority: Priority, begun: Instant) {
        let under_way = match priority {
            Priority::Human => &mut self.under_way.humans,
            Priority::Poll => &mut self.under_way.polls,
        };
        *under_way -= 1;
        self.ended.push_back(Ended { begun: Some(begun), leaves: now + self.span });
    }

    /// A call that a human waits for waits for its turn: until it no longer does, no poll begins.
    pub(super) fn human_waits(&mut self) {
        self.humans_waiting += 1;
    }

    /// It no longer waits.
    pub(super) fn human_waits_no_more(&mut self) {
        self.humans_waiting -= 1;
    }

    /// How many calls that humans wait for wait themselves.
    pub(super) fn humans_waiting(&self) -> usize {
        self.humans_waiting
    }

    /// Takes the API's word for what is allowed and what is left of it.
    ///
    /// What was used and is not surely ours was used by others: it counts for a whole window, or until the next
    /// report. Their calls may leave the API's count before, but not later.
    pub(super) fn report(&mut self, now: Instant, report: Report) {
        self.limit = self.configured.min(report.limit.max(1));
        let Some(remaining) = report.remaining else { return };
        // The call that brought the report was counted as well.
        let used = report.limit.saturating_sub(remaining).saturating_sub(1);
        let used = usize::try_from(used).unwrap_or(usize::MAX);
        let is_counted = |call: &&Ended| {
            let is_in_window = |begun: Instant| begun + self.span > now;
            call.leaves <= report.asked_at + self.span && call.begun.is_some_and(is_in_window)
        };
        let ours = self.ended.iter().filter(is_counted).count();
        let others = u32::try_from(used.saturating_sub(ours)).unwrap_or(u32::MAX);
        self.others = (others > 0).then_some((others, now + self.span));
        // What was only assumed of the process before this one is known now, and is among the others.
        self.ended.retain(|call| call.begun.is_some());
    }

    /// The API was asked too often. Polls rest, and come half as often afterwards; calls that humans wait for go on.
    ///
    /// Never for longer than a window, after which calls of the last one cannot be the reason: what else is used up
    /// for hours must not blind us to open attempts.
    pub(super) fn throttled(&mut self, now: Instant, retry_after: Option<Duration>) {
        let is_new = self.polls_rest_until.is_none_or(|until| until <= now);
        let until = now + retry_after.unwrap_or(PAUSE).min(self.span);
        self.polls_rest_until = self.polls_rest_until.max(Some(until));
        let halvings = self.halvings(now) + u32::from(is_new);
        self.halved = Some((halvings.clamp(1, MOST_HALVINGS), now));
    }

    /// Whether what others spend, or a 429, makes it worth asking what is left more often.
    pub(super) fn is_tight(&self, now: Instant) -> bool {
        let others = self.limit - self.allowed(now);
        others > self.limit / 20 || self.halvings(now) > 0
    }

    /// The span in which calls are counted.
    pub(super) fn span(&self) -> Duration {
        self.span
    }

    /// How many calls are allowed in a window, whoever makes them.
    pub(super) fn limit(&self) -> u32 {
        self.limit
    }

    /// How many calls count at this moment, of whoever they are.
    pub(super) fn counted(&self, now: Instant) -> u32 {
        let used = self.under_way.humans
            + self.under_way.polls
            + self.ended.iter().filter(|call| call.leaves > now).count();
        u32::try_from(used).unwrap_or(u32::MAX).saturating_add(self.limit - self.allowed(now))
    }
}
