//! What may go next, and what becomes of what went. Pure: the time is passed in, and calls are made elsewhere.
//!
//! In a chat: deletions, then what is urgent, then the rest, each in the order in which it was put in, one call at a
//! time. Between chats: the same, but posts before sayings, since a crowd that writes to the bot must not hold up what
//! somebody waits for; then the longest waiting first. Answers to presses go before everything.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

use super::chat::{Chat, Rank};
use super::places::{Place, Places};
use super::rate::Overall;
use super::{Outgoing, Report, Say, Show, Why};
use crate::model::ChatId;
use crate::telegram::client::{Error, Placed, Rejection};

/// How many calls are under way at most, answers to presses apart: enough to use Telegram's limit while each takes a
/// second.
pub(super) const CALLS_MOST: usize = 32;
/// How many answers to presses are under way at most.
pub(super) const ANSWERING_MOST: usize = 16;
/// How many things of one kind (posts, sayings, deletions, answers) wait or are under way at most.
pub(super) const HELD_MOST: usize = 10_000;
/// How many sayings wait for one chat at most. Answers go out once a second, so whoever writes faster than that gets
/// no answer to most of it, and holds up nobody else's.
pub(super) const SAYINGS_PER_CHAT: usize = 20;
/// How long something other than a post is tried.
pub(super) const PATIENCE: Duration = Duration::from_mins(2);
/// How long an answer to a press is worth sending: by then the person has looked away.
pub(super) const ANSWER_WORTH: Duration = Duration::from_secs(15);
/// So many chats throttled within `THROTTLE_WINDOW` mean that the bot is, and not the chats.
pub(super) const THROTTLED_CHATS: usize = 3;
/// See [`THROTTLED_CHATS`].
pub(super) const THROTTLE_WINDOW: Duration = Duration::from_secs(1);

/// Something to do, on its way through the queue.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) what: Outgoing,
    /// Its place: smaller is earlier.
    order: u64,
    put_at: Instant,
    first_tried: Option<Instant>,
}

/// What the sending task is to do.
#[derive(Debug)]
pub(super) enum Next {
    /// This, beside what is under way.
    Go(Task),
    /// Nothing until then, or until something changes.
    Wait(Option<Instant>),
    /// Nothing any more.
    Closed,
}

/// Everything that waits to go out.
#[derive(Debug)]
pub(super) struct Queue {
    chats: BTreeMap<ChatId, Chat>,
    before: Option<Instant>,
    answers: VecDeque<Task>,
    places: Places,
    held: Held,
    calls: usize,
    answering: usize,
    overall: Overall,
    paused_until: Option<Instant>,
    throttled: VecDeque<(Instant, ChatId)>,
    next_order: u64,
    is_closing: bool,
}

impl Queue {
    /// `before`: until when a process before this one may have written to people.
    pub(super) fn new(before: Option<Instant>) -> Self {
        Self {
            chats: BTreeMap::new(),
            before,
            answers: VecDeque::new(),
            places: Places::default(),
            held: Held::default(),
            calls: 0,
            answering: 0,
            overall: Overall::new(before),
            paused_until: None,
            throttled: VecDeque::new(),
            next_order: 0,
            is_closing: false,
        }
    }

    /// Takes something in, or says why not.
    pub(super) fn put(&mut self, now: Instant, what: Outgoing) -> Option<Report> {
        let what = match what {
            Outgoing::Show(show) => Outgoing::Show(self.merge(show)?),
            Outgoing::Say(_)
            | Outgoing::Document { .. }
            | Outgoing::Delete { .. }
            | Outgoing::Answer { .. } => what,
        };
        if is_said_once(&what)
            && chat_of(&what).is_some_and(|chat| self.sayings_waiting(chat) >= SAYINGS_PER_CHAT)
        {
            return failed(&what, Why::Full);
        }
        let held = self.held.of(&what);
        if *held >= HELD_MOST {
            return failed(&what, Why::Full);
        }
        *held += 1;
        self.next_order += 1;
        self.enqueue(Task { what, order: self.next_order, put_at: now, first_tried: None });
        None
    }

    fn sayings_waiting(&self, chat: ChatId) -> usize {
        self.chats
            .get(&chat)
            .map_or(0, |chat| chat.line.values().filter(|task| is_said_once(&task.what)).count())
    }

    /// Puts a revision in the place of an older one that waits. Returns it if it needs a place of its own.
    fn merge(&mut self, mut show: Show) -> Option<Show> {
        if self.places.get(show.post).is_some_and(|place| place.revision > show.revision) {
            return None;
        }
        let Some(chat) = self.chats.get_mut(&show.to.chat) else {
            return Some(show);
        };
        if chat.showing.is_some_and(|(post, revision)| post == show.post && revision > show.revision) {
            return None;
        }
        let Some((key, waiting)) = chat.waiting(show.post) else {
            return Some(show);
        };
        if waiting.revision > show.revision {
            return None;
        }
        show.edit = show.edit.or(waiting.edit);
        // It keeps its place in time, and takes the rank that it has by now.
        if let Some(mut task) = chat.line.remove(&key) {
            task.what = Outgoing::Show(show);
            self.enqueue(task);
        }
        None
    }

    fn enqueue(&mut self, task: Task) {
        match (Rank::of(&task.what), chat_of(&task.what)) {
            (Some(rank), Some(id)) => {
                self.chat(id).line.insert((rank, task.order), task);
            }
            _ => self.answers.push_back(task),
        }
    }

    fn chat(&mut self, id: ChatId) -> &mut Chat {
        self.chats.entry(id).or_insert_with(|| Chat::new(id, self.before))
    }

    /// How much waits or is under way.
    pub(super) fn depth(&self) -> usize {
        let Held { posts, sayings, deletions, answers } = self.held;
        posts + sayings + deletions + answers
    }

    /// From here on, only what is urgent goes.
    pub(super) fn close(&mut self) {
        self.is_closing = true;
    }

    /// What goes next. What it hands out must come back through `finish`.
    pub(super) fn take(&mut self, now: Instant) -> Next {
        self.chats.retain(|_, chat| !chat.is_idle(now));
        while self.answers.front().is_some_and(|answer| now >= answer.put_at + ANSWER_WORTH) {
            self.answers.pop_front();
            self.held.answers -= 1;
        }
        let lowest = if self.is_closing { Rank::Urgent } else { Rank::Calm };
        if self.is_closing && self.is_drained(lowest) {
            return Next::Closed;
        }
        if let Some(until) = self.paused_until.filter(|until| *until > now) {
            return Next::Wait(Some(until));
        }
        if self.answering < ANSWERING_MOST
            && let Some(answer) = self.answers.pop_front()
        {
            self.answering += 1;
            return Next::Go(answer);
        }
        if self.calls >= CALLS_MOST {
            return Next::Wait(None);
        }
        self.take_from_a_chat(now, lowest)
    }

    fn take_from_a_chat(&mut self, now: Instant, lowest: Rank) -> Next {
        let all_free_at = self.overall.free_at(now);
        let mut wake: Option<Instant> = None;
        let mut best: Option<((Rank, bool, u64), ChatId)> = None;
        for (id, chat) in &self.chats {
            let Some((key, free_at)) = chat.first(now, lowest) else { continue };
            let at = if key.0 == Rank::Deletion { free_at } else { free_at.max(all_free_at) };
            if at > now {
                wake = Some(wake.map_or(at, |wake| wake.min(at)));
                continue;
            }
            let is_answer = chat.line.get(&key).is_some_and(|task| is_said_once(&task.what));
            let turn = (key.0, is_answer, key.1);
            if best.is_none_or(|(best, _)| turn < best) {
                best = Some((turn, *id));
            }
        }
        let Some(((rank, _, order), id)) = best else {
            return Next::Wait(wake);
        };
        let Some(mut task) = self.chats.get_mut(&id).and_then(|chat| chat.take(now, (rank, order))) else {
            return Next::Wait(wake);
        };
        if rank != Rank::Deletion {
            self.overall.count(now);
        }
        if let Outgoing::Show(show) = &mut task.what {
            show.edit = show.edit.or_else(|| self.places.get(show.post).map(|place| place.message));
        }
        task.first_tried = task.first_tried.or(Some(now));
        self.calls += 1;
        Next::Go(task)
    }

    fn is_drained(&self, lowest: Rank) -> bool {
        let waits = |chat: &Chat| chat.line.keys().any(|(rank, _)| *rank <= lowest);
        self.calls == 0 && self.answering == 0 && self.answers.is_empty() && !self.chats.values().any(waits)
    }

    /// Takes back what went, and says what is to be told about it.
    pub(super) fn finish(
        &mut self,
        now: Instant,
        task: Task,
        result: Result<Option<Placed>, Error>,
    ) -> Vec<Report> {
        let Some(id) = chat_of(&task.what) else {
            self.answering -= 1;
            self.held.answers -= 1;
            return Vec::new();
        };
        self.calls -= 1;
        let chat = self.chat(id);
        chat.is_busy = false;
        chat.showing = None;
        match result {
            Ok(placed) => {
                chat.recover();
                self.done(task, placed).into_iter().collect()
            }
            Err(error) => self.failed(now, id, task, &error),
        }
    }

    fn done(&mut self, task: Task, placed: Option<Placed>) -> Option<Report> {
        *self.held.of(&task.what) -= 1;
        match task.what {
            Outgoing::Show(show) => {
                let message = placed.map(|placed| placed.message).or(show.edit)?;
                self.places.put(show.post, Place { message, revision: show.revision });
                let date = placed.map(|placed| placed.date);
                Some(Report::Shown { post: show.post, revision: show.revision, message, date })
            }
            Outgoing::Say(Say { ticket, .. }) | Outgoing::Document { ticket, .. } => {
                Some(Report::Said { ticket })
            }
            Outgoing::Delete { ticket, .. } => Some(Report::Deleted { ticket }),
            Outgoing::Answer { .. } => None,
        }
    }

    /// Decides whether something that failed is repeated.
    fn failed(&mut self, now: Instant, id: ChatId, mut task: Task, error: &Error) -> Vec<Report> {
        let chat = self.chat(id);
        let why = match error {
            Error::Unreachable | Error::Failing | Error::TokenRefused | Error::Conflict => {
                let until = chat.back_off(now, id, error);
                return self.repeat(until, task);
            }
            Error::Unknown => {
                let until = chat.back_off(now, id, error);
                if !is_said_once(&task.what) {
                    return self.repeat(until, task);
                }
                Why::Unknown
            }
            Error::Throttled { retry_after } => {
                let until = chat.pause(now + *retry_after);
                self.note_throttled(now, id, until);
                return self.repeat(until, task);
            }
            Error::Migrated { to } if *to != id => {
                self.move_chat(id, *to);
                readdress(&mut task.what, *to);
                let mut told = vec![Report::Moved { from: id, to: *to }];
                told.extend(self.repeat(now, task));
                return told;
            }
            Error::Rejected(Rejection::ThreadGone) if leave_thread(&mut task.what) => {
                return self.repeat(now, task);
            }
            Error::ChatGone => Why::ChatGone,
            Error::Rejected(Rejection::MessageGone | Rejection::MessageFixed)
                if matches!(task.what, Outgoing::Show(_)) =>
            {
                Why::MessageGone
            }
            Error::Rejected(_) | Error::Migrated { .. } => {
                tracing::warn!(chat.id = %id, "Telegram rejected what was sent to chat {id}: {error}");
                Why::Rejected
            }
        };
        self.give_up(&task, why).into_iter().collect()
    }

    fn give_up(&mut self, task: &Task, why: Why) -> Option<Report> {
        *self.held.of(&task.what) -= 1;
        if let (Outgoing::Show(show), Why::MessageGone) = (&task.what, why) {
            self.places.forget(show.post);
        }
        failed(&task.what, why)
    }

    /// Puts something back into its place, to be tried again at `until`, unless a newer revision stands there or it
    /// has been tried for long enough.
    fn repeat(&mut self, until: Instant, task: Task) -> Vec<Report> {
        match &task.what {
            Outgoing::Show(show) => {
                let chat = self.chats.get(&show.to.chat);
                if chat.is_some_and(|chat| chat.waiting(show.post).is_some()) {
                    self.held.posts -= 1;
                    return Vec::new();
                }
            }
            Outgoing::Say(_)
            | Outgoing::Document { .. }
            | Outgoing::Delete { .. }
            | Outgoing::Answer { .. } => {
                if task.first_tried.is_some_and(|first| until > first + PATIENCE) {
                    return self.give_up(&task, Why::Unknown).into_iter().collect();
                }
            }
        }
        self.enqueue(task);
        Vec::new()
    }

    /// When several chats are throttled at once, it is the bot that Telegram wants quiet.
    fn note_throttled(&mut self, now: Instant, id: ChatId, until: Instant) {
        self.throttled.retain(|(at, chat)| *at + THROTTLE_WINDOW > now && *chat != id);
        self.throttled.push_back((now, id));
        if self.throttled.len() >= THROTTLED_CHATS {
            tracing::warn!("Telegram throttles several chats at once; everything waits");
            self.throttled.clear();
            self.paused_until = Some(self.paused_until.map_or(until, |paused| paused.max(until)));
        }
    }

    /// Gives everything that waits for a chat to another, in the same order.
    fn move_chat(&mut self, from: ChatId, to: ChatId) {
        let Some(old) = self.chats.remove(&from) else { return };
        for mut task in old.line.into_values() {
            readdress(&mut task.what, to);
            self.enqueue(task);
        }
    }
}

/// Whether a second copy would be worse than none.
fn is_said_once(what: &Outgoing) -> bool {
    match what {
        Outgoing::Say(_) | Outgoing::Document { .. } => true,
        Outgoing::Show(_) | Outgoing::Delete { .. } | Outgoing::Answer { .. } => false,
    }
}

fn chat_of(what: &Outgoing) -> Option<ChatId> {
    match what {
        Outgoing::Show(show) => Some(show.to.chat),
        Outgoing::Say(say) => Some(say.to.chat),
        Outgoing::Document { to, .. } => Some(to.chat),
        Outgoing::Delete { at, .. } => Some(at.chat),
        Outgoing::Answer { .. } => None,
    }
}

fn readdress(what: &mut Outgoing, chat: ChatId) {
    match what {
        Outgoing::Show(show) => show.to.chat = chat,
        Outgoing::Say(say) => say.to.chat = chat,
        Outgoing::Document { to, .. } => to.chat = chat,
        Outgoing::Delete { at, .. } => at.chat = chat,
        Outgoing::Answer { .. } => {}
    }
}

/// Sends it to the group as a whole instead. Says whether it was for a topic before.
fn leave_thread(what: &mut Outgoing) -> bool {
    match what {
        Outgoing::Show(show) => show.to.thread.take().is_some(),
        Outgoing::Say(say) => say.to.thread.take().is_some(),
        Outgoing::Document { to, .. } => to.thread.take().is_some(),
        Outgoing::Delete { .. } | Outgoing::Answer { .. } => false,
    }
}

fn failed(what: &Outgoing, why: Why) -> Option<Report> {
    match what {
        Outgoing::Show(show) => Some(Report::NotShown { post: show.post, revision: show.revision, why }),
        Outgoing::Say(Say { ticket, .. }) | Outgoing::Document { ticket, .. } => {
            Some(Report::NotSaid { ticket: *ticket, why })
        }
        Outgoing::Delete { ticket, .. } => Some(Report::NotDeleted { ticket: *ticket, why }),
        Outgoing::Answer { .. } => None,
    }
}

/// How much of each kind is waiting or under way.
#[derive(Debug, Default)]
struct Held {
    posts: usize,
    sayings: usize,
    deletions: usize,
    answers: usize,
}

impl Held {
    fn of(&mut self, what: &Outgoing) -> &mut usize {
        match what {
            Outgoing::Show(_) => &mut self.posts,
            Outgoing::Say(_) | Outgoing::Document { .. } => &mut self.sayings,
            Outgoing::Delete { .. } => &mut self.deletions,
            Outgoing::Answer { .. } => &mut self.answers,
        }
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
