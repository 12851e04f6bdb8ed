//! The methods of the Bot API, and what each refuses in Telegram's words.

use serde_json::{Value, json};

use super::inbox::PRESS_LIFETIME;
use super::keyboard;
use super::request::{Outcome, Parameters, Refusal};
use super::seen::{Document, Sender, What, without_isolation_marks};
use super::state::{Message, State, TopicState};
use super::wire;

/// How long a message can be deleted, in milliseconds.
const DELETABLE_FOR: i64 = 48 * 60 * 60 * 1000;
/// The longest text, in characters.
const LONGEST_TEXT: usize = 4096;
/// The longest answer to a press, in characters.
const LONGEST_TOAST: usize = 200;

/// The methods that are simulated, spelled as in the documentation; Telegram does not mind the case.
pub(super) const METHODS: [&str; 16] = [
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "getChat",
    "getChatMember",
    "sendMessage",
    "sendDocument",
    "editMessageText",
    "editMessageReplyMarkup",
    "deleteMessage",
    "answerCallbackQuery",
    "setMyCommands",
    "getMyCommands",
    "deleteMyCommands",
];

impl State {
    /// Does what a method does, all of it or nothing. `getUpdates` waits and is not among them.
    pub(super) fn perform(&mut self, method: &str, parameters: &Parameters) -> Outcome {
        match method {
            "getMe" => Ok(wire::me(self.reads_everything())),
            "setWebhook" => self.set_webhook(parameters),
            "deleteWebhook" => {
                self.inbox.delete_webhook(parameters.boolean("drop_pending_updates"));
                Ok(json!(true))
            }
            "getWebhookInfo" => Ok(self.inbox.webhook_json()),
            "getChat" => self.get_chat(parameters),
            "getChatMember" => self.get_chat_member(parameters),
            "sendMessage" => self.send_message(parameters),
            "sendDocument" => self.send_document(parameters),
            "editMessageText" => self.edit_message_text(parameters),
            "editMessageReplyMarkup" => self.edit_message_reply_markup(parameters),
            "deleteMessage" => self.delete_message(parameters),
            "answerCallbackQuery" => self.answer_callback_query(parameters),
            "setMyCommands" => self.set_my_commands(parameters),
            "deleteMyCommands" => {
                self.commands.remove(&commands_of(parameters));
                Ok(json!(true))
            }
            "getMyCommands" => {
                let commands = self.commands.get(&commands_of(parameters)).cloned();
                Ok(Value::Array(commands.unwrap_or_default()))
            }
            _ => Err(Refusal::new(404, "Not Found: method not found")),
        }
    }

    fn reads_everything(&self) -> bool {
        !self.groups.is_empty() && self.groups.values().all(|group| group.bot_reads_everything)
    }

    fn set_webhook(&mut self, parameters: &Parameters) -> Outcome {
        let url = parameters.text("url");
        if !url.is_empty() && !url.starts_with("https://") {
            return Err(Refusal::bad_request("bad webhook: An HTTPS URL must be provided for webhook"));
        }
        self.inbox.set_webhook(url);
        Ok(json!(true))
    }

    fn send_message(&mut self, parameters: &Parameters) -> Outcome {
        let chat = self.chat_of(parameters)?;
        self.may_write_to(chat)?;
        let text = text_of(parameters, "message is too long")?;
        let mut message = self.draft(chat, Sender::Bot);
        message.thread = self.thread_of(parameters, chat)?;
        message.reply_to = self.reply_of(parameters, chat)?;
        message.reply_markup = markup_of(parameters, chat)?;
        message.link_preview_options = parameters.structure("link_preview_options");
        message.is_protected = parameters.boolean("protect_content");
        message.is_silent = parameters.boolean("disable_notification");
        message.text = Some(text);
        self.finish_sending(message)
    }

    fn send_document(&mut self, parameters: &Parameters) -> Outcome {
        let chat = self.chat_of(parameters)?;
        self.may_write_to(chat)?;
        let Some(file) = parameters.0.get("document").filter(|file| file.is_object()) else {
            return Err(Refusal::bad_request("there is no document in the request"));
        };
        let text = |key: &str| file.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (name, content) = (text("name"), text("content"));
        if content.is_empty() {
            return Err(Refusal::bad_request("file must be non-empty"));
        }
        let mut message = self.draft(chat, Sender::Bot);
        message.thread = self.thread_of(parameters, chat)?;
        message.is_protected = parameters.boolean("protect_content");
        message.contents = wire::document(&name, content.len());
        message.document = Some(Document { name, content });
        self.finish_sending(message)
    }

    fn finish_sending(&mut self, message: Message) -> Outcome {
        self.count_message(message.chat)?;
        let answer = self.message_json(&message);
        if let Some(group) = self.groups.get_mut(&message.chat) {
            group.bot_wrote_last = true;
        }
        self.happened(message.chat, What::Sent(message.bubble()));
        self.messages.insert(message.id, message);
        Ok(answer)
    }

    fn edit_message_text(&mut self, parameters: &Parameters) -> Outcome {
        let mut message = self.editable_message(parameters)?;
        message.text = Some(text_of(parameters, "MESSAGE_TOO_LONG")?);
        // An edit without a keyboard takes away the one that was there.
        message.reply_markup = markup_of(parameters, message.chat)?;
        message.link_preview_options = parameters.structure("link_preview_options");
        self.finish_edit(message)
    }

    fn edit_message_reply_markup(&mut self, parameters: &Parameters) -> Outcome {
        let mut message = self.editable_message(parameters)?;
        message.reply_markup = markup_of(parameters, message.chat)?;
        self.finish_edit(message)
    }

    fn editable_message(&self, parameters: &Parameters) -> Result<Message, Refusal> {
        let chat = self.chat_of(parameters)?;
        let Some(id) = parameters.integer("message_id") else {
            return Err(Refusal::bad_request("message identifier is not specified"));
        };
        let Some(message) = self.live_message(chat, id).filter(|message| message.is_known_to_bot) else {
            return Err(Refusal::bad_request("message to edit not found"));
        };
        if message.from != Sender::Bot {
            return Err(Refusal::bad_request("message can't be edited"));
        }
        Ok(message.clone())
    }

    fn finish_edit(&mut self, mut message: Message) -> Outcome {
        let before = self.messages.get(&message.id);
        let is_same = before
            .is_some_and(|before| before.text == message.text && before.reply_markup == message.reply_markup);
        if is_same {
            return Err(Refusal::bad_request(
                "message is not modified: specified new message content and reply markup are exactly the \
                 same as a current content and reply markup of the message",
            ));
        }
        self.count_message(message.chat)?;
        message.edit_date = Some(self.clock.unix_seconds());
        let answer = self.message_json(&message);
        self.happened(message.chat, What::Edited(message.bubble()));
        self.messages.insert(message.id, message);
        Ok(answer)
    }

    fn delete_message(&mut self, parameters: &Parameters) -> Outcome {
        let chat = self.chat_of(parameters)?;
        let now = self.clock.milliseconds();
        let id = parameters.integer("message_id").unwrap_or(0);
        let Some(message) = self.live_message(chat, id).filter(|message| message.is_known_to_bot) else {
            return Err(Refusal::bad_request("message to delete not found"));
        };
        let may_delete = match self.groups.get(&chat) {
            Some(group) => group.bot_may_delete || message.from == Sender::Bot,
            None => true,
        };
        if !may_delete {
            return Err(Refusal::bad_request("message can't be deleted"));
        }
        if now - message.sent_at > DELETABLE_FOR {
            return Err(Refusal::bad_request("message can't be deleted for everyone"));
        }
        let bubble = message.bubble();
        if let Some(message) = self.messages.get_mut(&id) {
            message.is_deleted = true;
        }
        self.happened(chat, What::Deleted(bubble));
        Ok(json!(true))
    }

    fn answer_callback_query(&mut self, parameters: &Parameters) -> Outcome {
        let now = self.clock.milliseconds();
        let text = without_isolation_marks(parameters.text("text"));
        if parameters.text("text").chars().count() > LONGEST_TOAST {
            return Err(Refusal::bad_request("MESSAGE_TOO_LONG"));
        }
        let press = self.presses.get_mut(parameters.text("callback_query_id"));
        let Some(press) =
            press.filter(|press| !press.is_answered && now - press.pressed_at <= PRESS_LIFETIME)
        else {
            return Err(Refusal::bad_request(
                "query is too old and response timeout expired or query ID is invalid",
            ));
        };
        press.is_answered = true;
        let (person, chat) = (press.person, press.chat);
        if !text.is_empty() {
            self.person_mut(person).toasts.push(text.clone());
        }
        self.happened(chat, What::Toast { person, text, alert: parameters.boolean("show_alert") });
        Ok(json!(true))
    }

    fn set_my_commands(&mut self, parameters: &Parameters) -> Outcome {
        let Some(commands) = parameters.list("commands") else {
            return Err(Refusal::bad_request("parameter \"commands\" is required"));
        };
        if commands.len() > 100 {
            return Err(Refusal::bad_request("BOT_COMMANDS_TOO_MUCH"));
        }
        for command in &commands {
            let name = command.get("command").and_then(Value::as_str).unwrap_or_default();
            let is_letter = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '_');
            if name.is_empty() || name.len() > 32 || !name.chars().all(is_letter) {
                return Err(Refusal::bad_request("BOT_COMMAND_INVALID"));
            }
            let words = command.get("description").and_then(Value::as_str).unwrap_or_default();
            if !(1..=256).contains(&words.chars().count()) {
                return Err(Refusal::bad_request("BOT_COMMAND_DESCRIPTION_INVALID"));
            }
        }
        let key = commands_of(parameters);
        if !(key.1.is_empty() || key.1.len() == 2 && key.1.chars().all(|letter| letter.is_ascii_lowercase()))
        {
            return Err(Refusal::bad_request("invalid language code specified"));
        }
        self.commands.insert(key, commands);
        Ok(json!(true))
    }

    fn count_message(&mut self, chat: i64) -> Result<(), Refusal> {
        let now = self.clock.milliseconds();
        self.meter.count(&self.limits, chat, now).map_err(Refusal::too_many_requests)
    }

    /// The chat of a request, if the bot still has any access to it.
    pub(super) fn chat_of(&self, parameters: &Parameters) -> Result<i64, Refusal> {
        if !parameters.0.contains_key("chat_id") {
            return Err(Refusal::bad_request("chat_id is empty"));
        }
        let chat = parameters.integer("chat_id").unwrap_or(0);
        if let Some(group) = self.groups.get(&chat) {
            if let Some(to) = group.migrated_to {
                let mut refusal = Refusal::bad_request("group chat was upgraded to a supergroup chat");
                refusal.parameters = Some(json!({ "migrate_to_chat_id": to }));
                return Err(refusal);
            }
            if group.bot_was_kicked {
                let kind = if group.is_supergroup { "supergroup" } else { "group" };
                return Err(Refusal::new(403, &format!("Forbidden: bot was kicked from the {kind} chat")));
            }
            return Ok(chat);
        }
        match self.people.get(&chat) {
            None => Err(Refusal::bad_request("chat not found")),
            Some(person) if person.is_deactivated => Err(Refusal::new(403, "Forbidden: user is deactivated")),
            Some(_) => Ok(chat),
        }
    }

    /// Whether a person let the bot write.
    fn may_write_to(&self, chat: i64) -> Result<(), Refusal> {
        match self.people.get(&chat) {
            Some(person) if person.has_blocked => {
                Err(Refusal::new(403, "Forbidden: bot was blocked by the user"))
            }
            Some(person) if !person.has_started => {
                Err(Refusal::new(403, "Forbidden: bot can't initiate conversation with a user"))
            }
            _ => Ok(()),
        }
    }

    fn thread_of(&self, parameters: &Parameters, chat: i64) -> Result<Option<i64>, Refusal> {
        let Some(thread) = parameters.integer("message_thread_id").filter(|thread| *thread != 0) else {
            return Ok(None);
        };
        let topic = self.groups.get(&chat).and_then(|group| group.topics.get(&thread));
        match topic {
            Some(TopicState::Open) => Ok(Some(thread)),
            Some(TopicState::Closed) => Err(Refusal::bad_request("TOPIC_CLOSED")),
            Some(TopicState::Deleted) | None => Err(Refusal::bad_request("message thread not found")),
        }
    }

    fn reply_of(&self, parameters: &Parameters, chat: i64) -> Result<Option<i64>, Refusal> {
        let (wanted, may_be_missing) = match parameters.structure("reply_parameters") {
            Some(reply) => (
                reply.get("message_id").and_then(Value::as_i64),
                reply.get("allow_sending_without_reply").and_then(Value::as_bool).unwrap_or(false),
            ),
            None => {
                (parameters.integer("reply_to_message_id"), parameters.boolean("allow_sending_without_reply"))
            }
        };
        let Some(wanted) = wanted else {
            return Ok(None);
        };
        if self.live_message(chat, wanted).is_some_and(|message| message.is_known_to_bot) {
            return Ok(Some(wanted));
        }
        if may_be_missing {
            return Ok(None);
        }
        Err(Refusal::bad_request("message to be replied not found"))
    }
}

fn text_of(parameters: &Parameters, when_too_long: &str) -> Result<String, Refusal> {
    // Formatted text would have to be shown without its marks; our bot sends plain text.
    if !parameters.text("parse_mode").is_empty() {
        return Err(Refusal::bad_request("unsupported parse_mode"));
    }
    let text = parameters.text("text").trim();
    if text.is_empty() {
        return Err(Refusal::bad_request("message text is empty"));
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err(Refusal::bad_request(when_too_long));
    }
    Ok(text.to_owned())
}

/// The keyboard of a request; an empty one is none.
fn markup_of(parameters: &Parameters, chat: i64) -> Result<Option<Value>, Refusal> {
    if parameters.0.get("reply_markup").is_none_or(Value::is_null) {
        return Ok(None);
    }
    let Some(markup) = parameters.structure("reply_markup").filter(Value::is_object) else {
        return Err(Refusal::bad_request("object expected as reply markup"));
    };
    keyboard::check(&markup, chat).map_err(|why| Refusal::bad_request(&why))?;
    let is_empty = markup
        .get("inline_keyboard")
        .and_then(Value::as_array)
        .is_some_and(|rows| rows.iter().all(|row| row.as_array().is_none_or(Vec::is_empty)));
    Ok(Some(markup).filter(|_| !is_empty))
}

/// For whom commands are: the scope as JSON and the language.
fn commands_of(parameters: &Parameters) -> (String, String) {
    let scope = parameters.structure("scope").unwrap_or_else(|| json!({ "type": "default" }));
    (scope.to_string(), parameters.text("language_code").to_owned())
}
