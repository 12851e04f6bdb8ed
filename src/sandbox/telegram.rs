//! The simulated Telegram Bot API: a server with state, and the handle by which tests and the demo move it.
//!
//! It keeps the rules of the real one where a bot can trip over them: long polls and offsets, who may be written
//! to, what can be edited and deleted, how much may be sent. It speaks JSON by hand and shares no code with the
//! client under test, so that it cannot share its mistakes. [`Person`] is a human in it.

mod asking;
mod group;
mod inbox;
mod keyboard;
mod life;
mod limits;
mod line;
mod methods;
mod request;
mod seen;
mod server;
mod state;
mod trouble;
mod wire;

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

pub use group::Group;
pub use life::CannotPress;
pub(in crate::sandbox) use life::Words;
pub use limits::Limits;
pub use seen::{Bubble, Button, ButtonKind, Document, Happening, RequestSeen, Sender, Stuck, What};
pub(in crate::sandbox) use state::State;
pub use state::TopicState;
pub use trouble::{Fault, Trouble};

use super::people::Person;

/// The bot's token. It opens nothing but this simulation.
const TOKEN: &str = "7000000001:AAsandboxSandboxSandboxSandboxSandb";

/// A running simulated Telegram. Clones are handles to the same one.
#[derive(Clone)]
pub struct Telegram {
    inner: Arc<Inner>,
}

struct Inner {
    address: SocketAddr,
    state: Mutex<State>,
    changes: watch::Sender<u64>,
    lines: Arc<line::Lines>,
    server: Mutex<Option<JoinHandle<()>>>,
}

impl fmt::Debug for Telegram {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Telegram").field("address", &self.inner.address).finish_non_exhaustive()
    }
}

impl Telegram {
    /// Starts a server; port 0 takes a free one. Fails if the address cannot be listened on.
    pub async fn serve(listen: SocketAddr) -> std::io::Result<Telegram> {
        let listener = TcpListener::bind(listen).await?;
        let lines = Arc::new(line::Lines::default());
        let telegram = Telegram {
            inner: Arc::new(Inner {
                address: listener.local_addr()?,
                state: Mutex::new(State::new()),
                changes: watch::Sender::new(0),
                lines: Arc::clone(&lines),
                server: Mutex::new(None),
            }),
        };
        let router = server::router(telegram.clone());
        let service = router.into_make_service_with_connect_info::<line::Scissors>();
        let server = tokio::spawn(async move {
            // It ends only by being aborted, in `stop`.
            let _ = axum::serve(line::Gate { listener, lines }, service).await;
        });
        *telegram.inner.server.lock().unwrap_or_else(PoisonError::into_inner) = Some(server);
        Ok(telegram)
    }

    /// Where the API is: what a bot is given instead of `https://api.telegram.org`.
    pub fn api_url(&self) -> String {
        format!("http://{}", self.inner.address)
    }

    /// The token that the bot must use.
    pub fn token(&self) -> &str {
        TOKEN
    }

    /// The bot's username, without `@`.
    pub fn bot_username(&self) -> &str {
        state::BOT_USERNAME
    }

    /// A person with a phone, who has not yet spoken to the bot. `language` is what their app would tell.
    pub fn person(&self, id: i64, first_name: &str, language: Option<&str>) -> Person {
        self.change(|state| {
            let person = state.person_mut(id);
            first_name.clone_into(&mut person.first_name);
            person.language = language.map(str::to_owned);
        });
        Person::new(self.clone(), id, first_name)
    }

    /// A group with the bot in it; a supergroup if its id is below -1 000 000 000 000.
    pub fn group(&self, id: i64, title: &str, members: &[i64]) -> Group {
        self.change(|state| {
            state.groups.insert(id, state::GroupRecord::new(id, title, members));
        });
        Group { telegram: self.clone(), id }
    }

    /// A chat as one sees it on a phone: what was not deleted, in order. Private chats have the person's id.
    pub fn chat(&self, chat: i64) -> Vec<Bubble> {
        self.look(|state| state.bubbles(chat, false))
    }

    /// The same with what was deleted, marked so.
    pub fn chat_with_deleted(&self, chat: i64) -> Vec<Bubble> {
        self.look(|state| state.bubbles(chat, true))
    }

    /// Everything that happened, in order.
    pub fn history(&self) -> Vec<Happening> {
        self.look(|state| state.history.clone())
    }

    /// What happened after the first `seen` things, for a page that follows.
    pub fn history_since(&self, seen: usize) -> Vec<Happening> {
        self.look(|state| state.history.get(seen..).unwrap_or_default().to_vec())
    }

    /// All requests that named the right token, in order.
    pub fn requests(&self) -> Vec<RequestSeen> {
        self.look(|state| state.requests.clone())
    }

    /// The last of these, at most so many, for a page that follows.
    pub(in crate::sandbox) fn last_requests(&self, most: usize) -> Vec<RequestSeen> {
        self.look(|state| {
            let from = state.requests.len().saturating_sub(most);
            state.requests.get(from..).unwrap_or_default().to_vec()
        })
    }

    /// The last things that happened, at most so many, for a page that follows.
    pub(in crate::sandbox) fn last_history(&self, most: usize) -> Vec<Happening> {
        self.look(|state| {
            let from = state.history.len().saturating_sub(most);
            state.history.get(from..).unwrap_or_default().to_vec()
        })
    }

    /// How often words have popped up in a chat in answer to a press, and the last ones.
    pub(in crate::sandbox) fn toasts_in(&self, chat: i64) -> (usize, Option<String>) {
        self.look(|state| {
            let here = state.history.iter().filter(|happening| happening.chat == chat);
            let words = here.filter_map(|happening| match &happening.what {
                What::Toast { text, .. } => Some(text).filter(|text| !text.is_empty()),
                What::Said(_)
                | What::Rewrote(_)
                | What::Pressed { .. }
                | What::Opened { .. }
                | What::Blocked { .. }
                | What::Unblocked { .. }
                | What::Sent(_)
                | What::Edited(_)
                | What::Deleted(_)
                | What::Migrated { .. }
                | What::Kicked
                | What::Added => None,
            });
            words.fold((0, None), |(count, _), text| (count + 1, Some(text.clone())))
        })
    }

    /// The command menu that the app shows in a chat, as name and description: the most special one that was set,
    /// in the person's language or in none.
    pub(in crate::sandbox) fn menu(&self, chat: i64) -> Vec<(String, String)> {
        self.look(|state| state.menu(chat))
    }

    /// Whether a person has blocked the bot.
    pub(in crate::sandbox) fn is_blocked_by(&self, person: i64) -> bool {
        self.look(|state| state.people.get(&person).is_some_and(|record| record.has_blocked))
    }

    /// How many troubles there still are.
    pub(in crate::sandbox) fn troubles(&self) -> usize {
        self.look(|state| state.troubles.len())
    }

    /// Counts up with every change, for whoever wants to follow.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.inner.changes.subscribe()
    }

    /// The ids of the updates that the bot has not confirmed, in order.
    pub fn unconfirmed(&self) -> Vec<u32> {
        self.look(|state| state.inbox.unconfirmed(state.clock.milliseconds()))
    }

    /// The people who see a spinner on a button, with the press's id.
    pub fn unanswered_presses(&self) -> Vec<(i64, String)> {
        self.look(|state| {
            let waiting = state.presses.iter().filter(|(_, press)| !press.is_answered);
            waiting.map(|(id, press)| (press.person, id.clone())).collect()
        })
    }

    /// Whether the bot has confirmed everything and answered every press, and no request is under way. A poll
    /// that waits does not count.
    pub fn is_settled(&self) -> bool {
        let nothing_is_under_way = self.look(|state| state.under_way == 0);
        nothing_is_under_way && self.unconfirmed().is_empty() && self.unanswered_presses().is_empty()
    }

    /// The command menu for a scope (Telegram's word: `default`, `all_private_chats`, …) and language (`""`: all
    /// others), as name and description; `None` if the bot never set it.
    pub fn commands(&self, scope: &str, language: &str) -> Option<Vec<(String, String)>> {
        self.commands_for(&serde_json::json!({ "type": scope }), language)
    }

    /// The command menu that a chat has of its own; `None` if it has none.
    pub fn commands_in(&self, chat: i64) -> Option<Vec<(String, String)>> {
        self.commands_for(&serde_json::json!({ "type": "chat", "chat_id": chat }), "")
    }

    fn commands_for(&self, scope: &Value, language: &str) -> Option<Vec<(String, String)>> {
        let scope = scope.to_string();
        let text = |command: &Value, key: &str| {
            command.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        self.look(|state| {
            let commands = state.commands.get(&(scope, language.to_owned()))?;
            Some(commands.iter().map(|one| (text(one, "command"), text(one, "description"))).collect())
        })
    }

    /// Lets Telegram's clock, which dates messages, differ from ours by so many seconds.
    pub fn set_clock_offset(&self, seconds: i64) {
        self.change(|state| state.clock.offset_seconds = seconds);
    }

    /// Telegram's clock, in whole Unix seconds.
    pub fn clock(&self) -> i64 {
        self.look(|state| state.clock.unix_seconds())
    }

    /// Skips time: dates, ages and sending limits go on as if it had passed. Polls under way wait as before.
    pub fn skip_time(&self, by: Duration) {
        self.change(|state| state.clock.skip(by));
    }

    /// Makes all messages older than their dates say, for the rule that they can be deleted for 48 hours.
    pub fn make_messages_older(&self, by: Duration) {
        self.change(|state| {
            let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
            state.messages.values_mut().for_each(|message| message.sent_at -= by);
        });
    }

    /// Makes all waiting updates older, for the rules that they wait 24 hours, and presses 150 seconds. The
    /// presses themselves, too, are then too old to be answered.
    pub fn make_updates_older(&self, by: Duration) {
        self.change(|state| {
            let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
            state.inbox.make_older(by);
            state.presses.values_mut().for_each(|press| press.pressed_at -= by);
        });
    }

    /// How long a second of `getUpdates` lasts: its time-outs, and the rules for polling one offset again.
    pub fn set_poll_second(&self, second: Duration) {
        self.change(|state| state.inbox.second = second);
    }

    /// How much the bot may send. At first: [`Limits::real`].
    pub fn set_limits(&self, limits: Limits) {
        self.change(|state| {
            state.limits = limits;
            state.meter = limits::Meter::default();
        });
    }

    /// Lets requests go wrong. Of several troubles that meet a request, the first one strikes.
    pub fn trouble(&self, trouble: Trouble) {
        self.change(|state| state.troubles.push(trouble));
    }

    /// Ends all troubles. Requests that hang go on hanging.
    pub fn clear_troubles(&self) {
        self.change(|state| state.troubles.clear());
    }

    /// Queues an update as it is, however strange; an object without an `update_id` gets the returned one.
    pub fn queue_raw_update(&self, update: Value) -> u32 {
        self.change(|state| state.inbox.queue_raw(update, state.clock.milliseconds()))
    }

    /// Delivers an update a second time, even if it was confirmed; false if there never was one with this id.
    pub fn repeat_update(&self, update_id: u32) -> bool {
        self.change(|state| state.inbox.repeat(update_id))
    }

    /// Lets the next update have this id, as after a week of silence; what waited is gone by then.
    pub fn restart_update_ids(&self, next: u32) {
        self.change(|state| state.inbox.restart_ids(next));
    }

    /// Whether a connection is open. Once the only client's process is gone and none is, all that it sent has landed.
    pub fn is_connected(&self) -> bool {
        self.inner.lines.are_open()
    }

    /// Breaks all connections, and new ones as soon as they are made.
    pub fn go_down(&self) {
        self.inner.lines.set_down(true);
    }

    /// Ends [`Telegram::go_down`].
    pub fn come_up(&self) {
        self.inner.lines.set_down(false);
    }

    /// Whether it is down.
    pub(in crate::sandbox) fn is_down(&self) -> bool {
        self.inner.lines.are_down()
    }

    /// Ends the server; what can be seen stays.
    pub async fn stop(&self) {
        self.go_down();
        let server = self.inner.server.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(server) = server {
            server.abort();
            // An aborted task ends with an error, and that is what was wanted.
            let _ = server.await;
        }
    }

    /// Waits until `what` holds, looking at every change; at most so long.
    pub async fn wait_for(&self, what: impl Fn(&Telegram) -> bool, at_most: Duration) -> Result<(), Stuck> {
        let found = self.find("what was asked for", |telegram| what(telegram).then_some(()), at_most);
        found.await.map_err(|mut stuck| {
            stuck.instead = format!("the last things that happened: {:#?}", self.last_happenings());
            stuck
        })
    }

    /// Waits until `what` finds something.
    pub(in crate::sandbox) async fn find<Found>(
        &self,
        name: &str,
        what: impl Fn(&Telegram) -> Option<Found>,
        at_most: Duration,
    ) -> Result<Found, Stuck> {
        let until = Instant::now() + at_most;
        let mut changes = self.changes();
        loop {
            changes.mark_unchanged();
            if let Some(found) = what(self) {
                return Ok(found);
            }
            if timeout_at(until, changes.changed()).await.is_err() {
                return Err(Stuck { what: name.to_owned(), waited: at_most, instead: String::new() });
            }
        }
    }

    fn last_happenings(&self) -> Vec<Happening> {
        self.look(|state| state.history.iter().rev().take(5).rev().cloned().collect())
    }

    /// Reads the state.
    pub(in crate::sandbox) fn look<Seen>(&self, read: impl FnOnce(&mut State) -> Seen) -> Seen {
        read(&mut self.inner.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the state and tells everybody who waits.
    pub(in crate::sandbox) fn change<Result>(&self, change: impl FnOnce(&mut State) -> Result) -> Result {
        let result = self.look(change);
        self.inner.changes.send_modify(|count| *count += 1);
        result
    }
}
