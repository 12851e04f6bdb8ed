//! Everything the simulated Telegram knows: people, groups, messages, and what the bot has not yet fetched.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::time::Instant;

use super::inbox::Inbox;
use super::limits::{Limits, Meter};
use super::seen::{Bubble, Document, Happening, RequestSeen, Sender, What, without_isolation_marks};
use super::trouble::Trouble;
use super::wire;

/// The numeric id of our bot.
pub(super) const BOT_ID: i64 = 7_000_000_001;
/// The first name of our bot.
pub(super) const BOT_NAME: &str = "Twofa Bridge";
/// The username of our bot.
pub(super) const BOT_USERNAME: &str = "TwofaBridgeBot";

/// Everything, behind one lock.
pub(in crate::sandbox) struct State {
    pub(super) clock: Clock,
    pub(super) people: BTreeMap<i64, PersonRecord>,
    pub(super) groups: BTreeMap<i64, GroupRecord>,
    pub(super) messages: BTreeMap<i64, Message>,
    pub(super) presses: BTreeMap<String, Press>,
    pub(super) commands: BTreeMap<(String, String), Vec<Value>>,
    pub(super) inbox: Inbox,
    pub(super) limits: Limits,
    pub(super) meter: Meter,
    pub(super) troubles: Vec<Trouble>,
    pub(super) history: Vec<Happening>,
    pub(super) requests: Vec<RequestSeen>,
    /// How many requests are being answered, polls not counted.
    pub(super) under_way: usize,
}

/// Telegram's clock, and the time that passes in the simulation.
pub(super) struct Clock {
    began: Instant,
    began_unix_milliseconds: i64,
    skipped: Duration,
    pub(super) offset_seconds: i64,
}

impl Clock {
    fn start() -> Clock {
        #[expect(clippy::disallowed_methods, reason = "the simulated Telegram has a clock of its own")]
        let wall = std::time::SystemTime::now();
        let since_epoch = wall.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Clock {
            began: Instant::now(),
            began_unix_milliseconds: i64::try_from(since_epoch.as_millis()).unwrap_or(0),
            skipped: Duration::ZERO,
            offset_seconds: 0,
        }
    }

    /// How long the simulation has run, including what was skipped.
    pub(super) fn elapsed(&self) -> Duration {
        self.began.elapsed() + self.skipped
    }

    /// The same in milliseconds.
    pub(super) fn milliseconds(&self) -> i64 {
        i64::try_from(self.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    /// Telegram's time of day, in whole Unix seconds.
    pub(super) fn unix_seconds(&self) -> i64 {
        (self.began_unix_milliseconds + self.milliseconds()).div_euclid(1000) + self.offset_seconds
    }

    pub(super) fn skip(&mut self, by: Duration) {
        self.skipped += by;
    }
}

/// A person with a phone.
pub(super) struct PersonRecord {
    pub(super) first_name: String,
    pub(super) language: Option<String>,
    pub(super) has_started: bool,
    pub(super) has_blocked: bool,
    pub(super) is_deactivated: bool,
    pub(super) toasts: Vec<String>,
}

/// A group or supergroup.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct GroupRecord {
    pub(super) title: String,
    pub(super) is_supergroup: bool,
    pub(super) members: BTreeSet<i64>,
    pub(super) bot_was_kicked: bool,
    pub(super) bot_may_delete: bool,
    pub(super) bot_reads_everything: bool,
    pub(super) bot_wrote_last: bool,
    pub(super) migrated_to: Option<i64>,
    pub(super) topics: BTreeMap<i64, TopicState>,
}

/// Whether one can write in a forum topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicState {
    /// Everybody can.
    Open,
    /// Only administrators can, and the bot is none.
    Closed,
    /// It is gone.
    Deleted,
}

/// A message, whoever wrote it.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Message {
    pub(super) id: i64,
    pub(super) chat: i64,
    pub(super) from: Sender,
    pub(super) date: i64,
    /// Milliseconds of the simulation; it may be made older than the date says.
    pub(super) sent_at: i64,
    pub(super) text: Option<String>,
    /// What a message without text consists of, and where a forwarded one comes from.
    pub(super) contents: Map<String, Value>,
    /// The file that it brings.
    pub(super) document: Option<Document>,
    pub(super) reply_markup: Option<Value>,
    pub(super) link_preview_options: Option<Value>,
    pub(super) reply_to: Option<i64>,
    pub(super) thread: Option<i64>,
    pub(super) edit_date: Option<i64>,
    pub(super) is_deleted: bool,
    pub(super) is_protected: bool,
    pub(super) is_silent: bool,
    /// Whether the bot was shown it, which privacy mode decides in groups.
    pub(super) is_known_to_bot: bool,
}

impl Message {
    /// The message as one sees it.
    pub(super) fn bubble(&self) -> Bubble {
        let raw_text = self.text.clone().unwrap_or_else(|| wire::describe(&self.contents));
        let disabled = self.link_preview_options.as_ref().and_then(|options| options.get("is_disabled"));
        Bubble {
            message_id: self.id,
            chat: self.chat,
            from: self.from.clone(),
            text: without_isolation_marks(&raw_text),
            raw_text,
            document: self.document.clone(),
            buttons: self.reply_markup.as_ref().map(wire::buttons).unwrap_or_default(),
            date: self.date,
            edited: self.edit_date.is_some(),
            deleted: self.is_deleted,
            reply_to: self.reply_to,
            thread: self.thread,
            protect_content: self.is_protected,
            silent: self.is_silent,
            link_preview_disabled: disabled.and_then(Value::as_bool).unwrap_or(false),
        }
    }
}

/// A pressed button that waits for its answer.
pub(super) struct Press {
    pub(super) person: i64,
    pub(super) chat: i64,
    pub(super) pressed_at: i64,
    pub(super) is_answered: bool,
}

impl State {
    pub(super) fn new() -> State {
        State {
            clock: Clock::start(),
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            messages: BTreeMap::new(),
            presses: BTreeMap::new(),
            commands: BTreeMap::new(),
            inbox: Inbox::new(),
            limits: Limits::real(),
            meter: Meter::default(),
            troubles: Vec::new(),
            history: Vec::new(),
            requests: Vec::new(),
            under_way: 0,
        }
    }

    pub(super) fn happened(&mut self, chat: i64, what: What) {
        self.history.push(Happening { at: self.clock.elapsed(), chat, what });
    }

    /// A message that is about to be written, with the next id.
    pub(super) fn draft(&self, chat: i64, from: Sender) -> Message {
        Message {
            id: self.messages.keys().next_back().map_or(1, |last| last + 1),
            chat,
            from,
            date: self.clock.unix_seconds(),
            sent_at: self.clock.milliseconds(),
            text: None,
            contents: Map::new(),
            document: None,
            reply_markup: None,
            link_preview_options: None,
            reply_to: None,
            thread: None,
            edit_date: None,
            is_deleted: false,
            is_protected: false,
            is_silent: false,
            is_known_to_bot: true,
        }
    }

    /// The commands that the app offers in a chat.
    pub(super) fn menu(&self, chat: i64) -> Vec<(String, String)> {
        let language =
            self.people.get(&chat).and_then(|person| person.language.as_deref()).unwrap_or_default();
        let all_of_a_kind =
            if self.groups.contains_key(&chat) { "all_group_chats" } else { "all_private_chats" };
        let scopes = [
            json!({ "type": "chat", "chat_id": chat }),
            json!({ "type": all_of_a_kind }),
            json!({ "type": "default" }),
        ];
        let found = scopes.iter().find_map(|scope| {
            [language, ""].into_iter().find_map(|language| {
                let is_it = |(of, in_language): &&(String, String)| {
                    in_language == language && serde_json::from_str::<Value>(of).is_ok_and(|of| of == *scope)
                };
                self.commands.keys().find(is_it).and_then(|key| self.commands.get(key))
            })
        });
        let text = |command: &Value, key: &str| {
            command.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        found.into_iter().flatten().map(|one| (text(one, "command"), text(one, "description"))).collect()
    }

    /// The message of this id in this chat, unless it was deleted.
    pub(super) fn live_message(&self, chat: i64, id: i64) -> Option<&Message> {
        self.messages.get(&id).filter(|message| message.chat == chat && !message.is_deleted)
    }

    pub(super) fn bubbles(&self, chat: i64, with_deleted: bool) -> Vec<Bubble> {
        self.messages
            .values()
            .filter(|message| message.chat == chat && (with_deleted || !message.is_deleted))
            .map(Message::bubble)
            .collect()
    }

    pub(super) fn person_mut(&mut self, id: i64) -> &mut PersonRecord {
        self.people.entry(id).or_insert_with(|| PersonRecord {
            first_name: format!("Person {id}"),
            language: None,
            has_started: false,
            has_blocked: false,
            is_deactivated: false,
            toasts: Vec::new(),
        })
    }

    pub(super) fn person_name(&self, id: i64) -> String {
        self.people.get(&id).map_or_else(|| format!("Person {id}"), |person| person.first_name.clone())
    }

    pub(super) fn sender(&self, person: i64) -> Sender {
        Sender::Person { id: person, name: self.person_name(person) }
    }
}
