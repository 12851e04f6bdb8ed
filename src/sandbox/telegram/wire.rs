//! What Telegram's objects look like as JSON.

use serde_json::{Map, Value, json};

use super::seen::{Button, ButtonKind, Sender, without_isolation_marks};
use super::state::{BOT_ID, BOT_NAME, BOT_USERNAME, Message, State};

/// The account through which anonymous administrators write.
const ANONYMOUS_ADMIN_ID: i64 = 1_087_968_824;

/// Our bot as a user.
pub(super) fn bot() -> Value {
    json!({ "id": BOT_ID, "is_bot": true, "first_name": BOT_NAME, "username": BOT_USERNAME })
}

/// Our bot as `getMe` tells it.
pub(super) fn me(reads_everything: bool) -> Value {
    json!({
        "id": BOT_ID,
        "is_bot": true,
        "first_name": BOT_NAME,
        "username": BOT_USERNAME,
        "can_join_groups": true,
        "can_read_all_group_messages": reads_everything,
        "supports_inline_queries": false,
        "can_connect_to_business": false,
        "has_main_web_app": false,
    })
}

impl State {
    /// A person as a user.
    pub(super) fn user(&self, id: i64) -> Value {
        let mut user = json!({ "id": id, "is_bot": false, "first_name": self.person_name(id) });
        if let Some(language) = self.people.get(&id).and_then(|person| person.language.as_ref()) {
            user["language_code"] = json!(language);
        }
        user
    }

    /// A chat, private or not.
    pub(super) fn chat_json(&self, id: i64) -> Value {
        let Some(group) = self.groups.get(&id) else {
            return json!({ "id": id, "type": "private", "first_name": self.person_name(id) });
        };
        let kind = if group.is_supergroup { "supergroup" } else { "group" };
        let mut chat = json!({ "id": id, "type": kind, "title": group.title });
        if !group.topics.is_empty() {
            chat["is_forum"] = json!(true);
        }
        chat
    }

    /// A message with the message it replies to.
    pub(super) fn message_json(&self, message: &Message) -> Value {
        let mut whole = self.message_without_reply(message);
        // A message that was deleted before the reply was sent is no longer shown with it.
        if let Some(replied) = message.reply_to.and_then(|id| self.live_message(message.chat, id)) {
            whole["reply_to_message"] = self.message_without_reply(replied);
        }
        whole
    }

    fn message_without_reply(&self, message: &Message) -> Value {
        let mut fields = message.contents.clone();
        fields.insert("message_id".into(), json!(message.id));
        fields.insert("date".into(), json!(message.date));
        fields.insert("chat".into(), self.chat_json(message.chat));
        match &message.from {
            Sender::Bot => {
                fields.insert("from".into(), bot());
            }
            Sender::Person { id, .. } => {
                fields.insert("from".into(), self.user(*id));
            }
            Sender::AnonymousAdmin => {
                fields.insert("from".into(), anonymous_admin());
                fields.insert("sender_chat".into(), self.chat_json(message.chat));
            }
            Sender::Service => {}
        }
        if let Some(text) = &message.text {
            fields.insert("text".into(), json!(text));
            if let Some(command) = text.split_whitespace().next().filter(|word| word.starts_with('/')) {
                let length = command.encode_utf16().count();
                let entity = json!({ "type": "bot_command", "offset": 0, "length": length });
                fields.insert("entities".into(), json!([entity]));
            }
        }
        if let Some(markup) = message.reply_markup.as_ref().filter(|it| it.get("inline_keyboard").is_some()) {
            fields.insert("reply_markup".into(), markup.clone());
        }
        if let Some(options) = &message.link_preview_options {
            fields.insert("link_preview_options".into(), options.clone());
        }
        if let Some(thread) = message.thread {
            fields.insert("message_thread_id".into(), json!(thread));
            fields.insert("is_topic_message".into(), json!(true));
        }
        if let Some(date) = message.edit_date {
            fields.insert("edit_date".into(), json!(date));
        }
        if message.is_protected {
            fields.insert("has_protected_content".into(), json!(true));
        }
        Value::Object(fields)
    }

    /// A change of the bot's own membership.
    pub(super) fn my_chat_member(&self, chat: i64, by: i64, before: &str, after: &str) -> Value {
        json!({
            "chat": self.chat_json(chat),
            "from": self.user(by),
            "date": self.clock.unix_seconds(),
            "old_chat_member": bot_member(before),
            "new_chat_member": bot_member(after),
        })
    }
}

fn bot_member(status: &str) -> Value {
    let mut member = json!({ "user": bot(), "status": status });
    if status == "kicked" {
        member["until_date"] = json!(0);
    }
    member
}

fn anonymous_admin() -> Value {
    json!({ "id": ANONYMOUS_ADMIN_ID, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot" })
}

/// The contents of a photo message.
pub(super) fn photo() -> Map<String, Value> {
    let size =
        json!({ "file_id": "photo", "file_unique_id": "p", "file_size": 1_024, "width": 90, "height": 90 });
    Map::from_iter([("photo".into(), json!([size]))])
}

/// The contents of a sticker message.
pub(super) fn sticker() -> Map<String, Value> {
    let sticker = json!({
        "file_id": "sticker", "file_unique_id": "s", "file_size": 1_024, "type": "regular",
        "width": 512, "height": 512, "is_animated": false, "is_video": false, "emoji": "👍",
    });
    Map::from_iter([("sticker".into(), sticker)])
}

/// The contents of a voice message.
pub(super) fn voice() -> Map<String, Value> {
    let voice = json!({
        "file_id": "voice", "file_unique_id": "v", "file_size": 1_024, "duration": 2, "mime_type": "audio/ogg",
    });
    Map::from_iter([("voice".into(), voice)])
}

/// The contents of a message with a file.
pub(super) fn document(name: &str, size: usize) -> Map<String, Value> {
    let document =
        json!({ "file_id": "document", "file_unique_id": "d", "file_name": name, "file_size": size });
    Map::from_iter([("document".into(), document)])
}

/// Where a message comes from that Telegram's service account had written.
pub(super) fn forwarded_from_telegram(date: i64) -> Map<String, Value> {
    let telegram = json!({ "id": 777_000, "is_bot": false, "first_name": "Telegram" });
    let origin = json!({ "type": "user", "date": date, "sender_user": telegram });
    Map::from_iter([("forward_origin".into(), origin)])
}

/// What stands in a chat for a message without text.
pub(super) fn describe(contents: &Map<String, Value>) -> String {
    contents.keys().find(|key| *key != "forward_origin").map(|kind| format!("[{kind}]")).unwrap_or_default()
}

/// The buttons of an inline keyboard.
pub(super) fn buttons(markup: &Value) -> Vec<Vec<Button>> {
    let rows = markup.get("inline_keyboard").and_then(Value::as_array);
    rows.into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .map(|row| row.iter().filter_map(button).collect())
        .collect()
}

fn button(button: &Value) -> Option<Button> {
    let text = |pointer: &str| button.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let kind = if let Some(url) = text("/url") {
        ButtonKind::Url(url)
    } else if let Some(data) = text("/callback_data") {
        ButtonKind::Callback(data)
    } else if let Some(words) = text("/copy_text/text") {
        ButtonKind::Copy(words)
    } else {
        ButtonKind::WebApp(text("/web_app/url")?)
    };
    Some(Button { label: without_isolation_marks(&text("/text")?), kind })
}
