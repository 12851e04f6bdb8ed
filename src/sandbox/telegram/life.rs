//! What people and groups do, and what the bot gets to know of it.

use serde_json::{Map, Value, json};

use super::seen::{ButtonKind, Sender, What, without_isolation_marks};
use super::state::{BOT_USERNAME, GroupRecord, Message, Press, State};
use super::wire;

/// Why a button could not be pressed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotPress {
    /// The message is not there, or not in a chat of this person.
    #[error("there is no message {0} to press a button of")]
    NoSuchMessage(i64),
    /// The message has other buttons.
    #[error("there is no button {wanted:?} among {there:?}")]
    NoSuchButton {
        /// The label that was looked for.
        wanted: String,
        /// The labels that are there.
        there: Vec<String>,
    },
    /// The button has another kind: a link cannot be pressed, a callback button cannot be opened.
    #[error("the button {0:?} does something else")]
    OtherKind(String),
}

/// What a person sends.
#[derive(Default)]
pub(in crate::sandbox) struct Words {
    pub(in crate::sandbox) text: Option<String>,
    pub(in crate::sandbox) contents: Map<String, Value>,
    pub(in crate::sandbox) reply_to: Option<i64>,
    pub(in crate::sandbox) thread: Option<i64>,
    pub(in crate::sandbox) is_anonymous: bool,
}

impl Words {
    pub(in crate::sandbox) fn text(text: &str) -> Words {
        Words { text: Some(text.to_owned()), ..Words::default() }
    }

    pub(in crate::sandbox) fn photo() -> Words {
        Words { contents: wire::photo(), ..Words::default() }
    }

    pub(in crate::sandbox) fn sticker() -> Words {
        Words { contents: wire::sticker(), ..Words::default() }
    }

    pub(in crate::sandbox) fn voice() -> Words {
        Words { contents: wire::voice(), ..Words::default() }
    }
}

impl State {
    /// A person writes in their private chat (`chat` is their id) or in a group.
    pub(in crate::sandbox) fn says(&mut self, person: i64, chat: i64, words: Words) -> i64 {
        let from = if words.is_anonymous { Sender::AnonymousAdmin } else { self.sender(person) };
        let mut message = self.draft(chat, from);
        message.text = words.text;
        message.contents = words.contents;
        message.reply_to = words.reply_to;
        message.thread = words.thread;
        if self.groups.contains_key(&chat) {
            message.is_known_to_bot = self.is_shown_to_bot(&message);
        } else {
            // The app makes one press Start or Unblock before one can write.
            self.unblocks(person);
            self.person_mut(person).has_started = true;
        }
        self.deliver_said(message)
    }

    /// A person forwards what Telegram's service account had written to them.
    pub(in crate::sandbox) fn forwards_from_telegram(&mut self, person: i64, text: &str) -> i64 {
        let contents = wire::forwarded_from_telegram(self.clock.unix_seconds());
        self.says(person, person, Words { contents, ..Words::text(text) })
    }

    fn deliver_said(&mut self, message: Message) -> i64 {
        let id = message.id;
        if message.is_known_to_bot {
            let body = self.message_json(&message);
            self.queue_update("message", body);
        }
        self.happened(message.chat, What::Said(message.bubble()));
        self.messages.insert(id, message);
        id
    }

    /// What privacy mode lets the bot see of a group.
    fn is_shown_to_bot(&self, message: &Message) -> bool {
        let Some(group) = self.groups.get(&message.chat) else {
            return true;
        };
        if group.bot_was_kicked || group.migrated_to.is_some() {
            return false;
        }
        if group.bot_reads_everything {
            return true;
        }
        let replied = message.reply_to.and_then(|id| self.messages.get(&id));
        if replied.is_some_and(|replied| replied.from == Sender::Bot) {
            return true;
        }
        let first = message.text.as_deref().and_then(|text| text.split_whitespace().next());
        let Some(command) = first.and_then(|word| word.strip_prefix('/')) else {
            return false;
        };
        match command.split_once('@') {
            Some((_, bot)) => bot.eq_ignore_ascii_case(BOT_USERNAME),
            None => group.bot_wrote_last,
        }
    }

    /// A person changes the text of their message; false if it is not theirs or gone.
    pub(in crate::sandbox) fn edits(&mut self, person: i64, message_id: i64, text: &str) -> bool {
        let now = self.clock.unix_seconds();
        let Some(message) = self.messages.get_mut(&message_id) else {
            return false;
        };
        let is_own = matches!(&message.from, Sender::Person { id, .. } if *id == person);
        if !is_own || message.is_deleted {
            return false;
        }
        message.text = Some(text.to_owned());
        message.edit_date = Some(now);
        let message = message.clone();
        if message.is_known_to_bot {
            let body = self.message_json(&message);
            self.queue_update("edited_message", body);
        }
        self.happened(message.chat, What::Rewrote(message.bubble()));
        true
    }

    /// A person deletes their message; false if it is not theirs or gone. Telegram tells bots nothing of it.
    pub(in crate::sandbox) fn deletes(&mut self, person: i64, message_id: i64) -> bool {
        let Some(message) = self.messages.get_mut(&message_id) else {
            return false;
        };
        let is_own = matches!(&message.from, Sender::Person { id, .. } if *id == person);
        if !is_own || message.is_deleted {
            return false;
        }
        message.is_deleted = true;
        true
    }

    /// A person presses the button with this label.
    pub(in crate::sandbox) fn presses(
        &mut self,
        person: i64,
        message_id: i64,
        label: &str,
    ) -> Result<String, CannotPress> {
        match self.button(person, message_id, label)? {
            ButtonKind::Callback(data) => {
                let label = without_isolation_marks(label);
                self.happens_press(person, message_id, &label);
                Ok(self.send_press(person, message_id, &data))
            }
            ButtonKind::Url(_) | ButtonKind::Copy(_) | ButtonKind::WebApp(_) => {
                Err(CannotPress::OtherKind(label.to_owned()))
            }
        }
    }

    /// A person opens the link button with this label.
    pub(in crate::sandbox) fn opens(
        &mut self,
        person: i64,
        message_id: i64,
        label: &str,
    ) -> Result<String, CannotPress> {
        match self.button(person, message_id, label)? {
            ButtonKind::Url(url) | ButtonKind::WebApp(url) => {
                let chat = self.messages.get(&message_id).map_or(person, |message| message.chat);
                self.happened(chat, What::Opened { person, message_id, url: url.clone() });
                Ok(url)
            }
            ButtonKind::Callback(_) | ButtonKind::Copy(_) => Err(CannotPress::OtherKind(label.to_owned())),
        }
    }

    /// A client that makes things up sends this data, even for a message that is gone or not this person's.
    pub(in crate::sandbox) fn presses_raw(&mut self, person: i64, message_id: i64, data: &str) -> String {
        self.happens_press(person, message_id, data);
        self.send_press(person, message_id, data)
    }

    fn button(&self, person: i64, message_id: i64, label: &str) -> Result<ButtonKind, CannotPress> {
        let message = self.messages.get(&message_id).filter(|message| {
            !message.is_deleted && (message.chat == person || self.groups.contains_key(&message.chat))
        });
        let Some(bubble) = message.map(Message::bubble) else {
            return Err(CannotPress::NoSuchMessage(message_id));
        };
        let Some(button) = bubble.button(&without_isolation_marks(label)) else {
            let there = bubble.labels().into_iter().map(str::to_owned).collect();
            return Err(CannotPress::NoSuchButton { wanted: label.to_owned(), there });
        };
        Ok(button.kind.clone())
    }

    fn happens_press(&mut self, person: i64, message_id: i64, label: &str) {
        let chat = self.messages.get(&message_id).map_or(person, |message| message.chat);
        self.happened(chat, What::Pressed { person, message_id, label: label.to_owned() });
    }

    fn send_press(&mut self, person: i64, message_id: i64, data: &str) -> String {
        let id = format!("{person}{:06}", self.presses.len() + 1);
        let live = self.messages.get(&message_id).filter(|message| !message.is_deleted);
        let chat = self.messages.get(&message_id).map_or(person, |message| message.chat);
        let message = match live {
            Some(message) => self.message_json(message),
            // What Telegram sends for a message it cannot show.
            None => json!({ "chat": self.chat_json(chat), "message_id": message_id, "date": 0 }),
        };
        let body = json!({
            "id": id,
            "from": self.user(person),
            "message": message,
            "chat_instance": format!("{chat}"),
            "data": data,
        });
        let pressed_at = self.clock.milliseconds();
        self.presses.insert(id.clone(), Press { person, chat, pressed_at, is_answered: false });
        self.queue_update("callback_query", body);
        id
    }

    /// A person blocks the bot.
    pub(in crate::sandbox) fn blocks(&mut self, person: i64) {
        if std::mem::replace(&mut self.person_mut(person).has_blocked, true) {
            return;
        }
        let body = self.my_chat_member(person, person, "member", "kicked");
        self.queue_update("my_chat_member", body);
        self.happened(person, What::Blocked { person });
    }

    /// A person unblocks the bot.
    pub(in crate::sandbox) fn unblocks(&mut self, person: i64) {
        if !std::mem::replace(&mut self.person_mut(person).has_blocked, false) {
            return;
        }
        let body = self.my_chat_member(person, person, "kicked", "member");
        self.queue_update("my_chat_member", body);
        self.happened(person, What::Unblocked { person });
    }

    pub(in crate::sandbox) fn set_deactivated(&mut self, person: i64, is_deactivated: bool) {
        self.person_mut(person).is_deactivated = is_deactivated;
    }

    pub(in crate::sandbox) fn toasts(&self, person: i64) -> Vec<String> {
        self.people.get(&person).map(|record| record.toasts.clone()).unwrap_or_default()
    }

    /// The bot is removed from a group, or let in again, by one of its members.
    pub(super) fn set_bot_kicked(&mut self, chat: i64, is_kicked: bool) {
        let Some(group) = self.groups.get_mut(&chat) else {
            return;
        };
        if std::mem::replace(&mut group.bot_was_kicked, is_kicked) == is_kicked {
            return;
        }
        let by = group.members.first().copied().unwrap_or(0);
        let (before, after) = if is_kicked { ("member", "kicked") } else { ("kicked", "member") };
        let body = self.my_chat_member(chat, by, before, after);
        self.queue_update("my_chat_member", body);
        self.happened(chat, if is_kicked { What::Kicked } else { What::Added });
    }

    /// A group becomes a supergroup with another id; both say so to the bot.
    pub(super) fn migrate(&mut self, from: i64, to: i64) {
        let Some(group) = self.groups.get_mut(&from) else {
            return;
        };
        group.migrated_to = Some(to);
        let successor = GroupRecord {
            title: group.title.clone(),
            is_supergroup: true,
            members: group.members.clone(),
            bot_was_kicked: group.bot_was_kicked,
            bot_may_delete: group.bot_may_delete,
            bot_reads_everything: group.bot_reads_everything,
            bot_wrote_last: group.bot_wrote_last,
            migrated_to: None,
            topics: group.topics.clone(),
        };
        self.groups.insert(to, successor);
        self.happened(from, What::Migrated { to });
        for (chat, key, other) in [(from, "migrate_to_chat_id", to), (to, "migrate_from_chat_id", from)] {
            let mut message = self.draft(chat, Sender::Service);
            message.contents.insert(key.to_owned(), json!(other));
            let body = self.message_json(&message);
            self.queue_update("message", body);
            self.messages.insert(message.id, message);
        }
    }
}
