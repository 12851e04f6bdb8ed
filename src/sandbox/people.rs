//! People with phones: what they can do in the simulated Telegram, and what they see there.

use std::time::Duration;

use super::telegram::{Bubble, CannotPress, Sender, Stuck, Telegram, Words};

/// How long a person waits for a message that must come.
const PATIENCE: Duration = Duration::from_secs(5);

/// A person. Clones are handles to the same one.
#[derive(Clone, Debug)]
pub struct Person {
    telegram: Telegram,
    id: i64,
    name: String,
}

impl Person {
    pub(super) fn new(telegram: Telegram, id: i64, name: &str) -> Person {
        Person { telegram, id, name: name.to_owned() }
    }

    /// Their numeric id, which is also that of their private chat with the bot.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Their first name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Presses *Start*, or opens a link `https://t.me/<bot>?start=<payload>`; gives the message's id.
    pub fn start_bot(&self, payload: Option<&str>) -> i64 {
        match payload {
            Some(payload) => self.says(&format!("/start {payload}")),
            None => self.says("/start"),
        }
    }

    /// Writes to the bot; gives the message's id. Who had blocked the bot unblocks it by that, as the app demands.
    pub fn says(&self, text: &str) -> i64 {
        self.sends(self.id, Words::text(text))
    }

    /// Replies to a message in the private chat.
    pub fn replies(&self, to: i64, text: &str) -> i64 {
        self.sends(self.id, Words { reply_to: Some(to), ..Words::text(text) })
    }

    /// Changes an own message; false if it is somebody else's or gone.
    pub fn edits(&self, message_id: i64, text: &str) -> bool {
        self.telegram.change(|state| state.edits(self.id, message_id, text))
    }

    /// Deletes an own message, of which the bot hears nothing; false if it is somebody else's or gone.
    pub fn deletes(&self, message_id: i64) -> bool {
        self.telegram.change(|state| state.deletes(self.id, message_id))
    }

    /// Sends a photo.
    pub fn sends_photo(&self) -> i64 {
        self.sends(self.id, Words::photo())
    }

    /// Sends a sticker.
    pub fn sends_sticker(&self) -> i64 {
        self.sends(self.id, Words::sticker())
    }

    /// Sends a voice message.
    pub fn sends_voice(&self) -> i64 {
        self.sends(self.id, Words::voice())
    }

    /// Forwards what Telegram's service account (777000) wrote to them.
    pub fn forwards_from_telegram(&self, text: &str) -> i64 {
        self.telegram.change(|state| state.forwards_from_telegram(self.id, text))
    }

    /// Writes in a group. Privacy mode decides whether the bot sees it.
    pub fn says_in(&self, group: i64, text: &str) -> i64 {
        self.sends(group, Words::text(text))
    }

    /// Writes in a topic of a forum.
    pub fn says_in_topic(&self, group: i64, thread: i64, text: &str) -> i64 {
        self.sends(group, Words { thread: Some(thread), ..Words::text(text) })
    }

    /// Replies to a message in a group.
    pub fn replies_in(&self, group: i64, to: i64, text: &str) -> i64 {
        self.sends(group, Words { reply_to: Some(to), ..Words::text(text) })
    }

    /// Writes in the group's name, as an administrator can who hides who they are.
    pub fn says_anonymously_in(&self, group: i64, text: &str) -> i64 {
        self.sends(group, Words { is_anonymous: true, ..Words::text(text) })
    }

    /// Presses the button with this label; gives the press's id.
    pub fn press(&self, message_id: i64, label: &str) -> Result<String, CannotPress> {
        self.telegram.change(|state| state.presses(self.id, message_id, label))
    }

    /// Presses with data that a client made up, or that is not shown any more; gives the press's id.
    pub fn press_raw(&self, message_id: i64, data: &str) -> String {
        self.telegram.change(|state| state.presses_raw(self.id, message_id, data))
    }

    /// Opens a link button; gives where it leads. The bot hears nothing of it.
    pub fn opens(&self, message_id: i64, label: &str) -> Result<String, CannotPress> {
        self.telegram.change(|state| state.opens(self.id, message_id, label))
    }

    /// Blocks the bot.
    pub fn block(&self) {
        self.telegram.change(|state| state.blocks(self.id));
    }

    /// Unblocks the bot.
    pub fn unblock(&self) {
        self.telegram.change(|state| state.unblocks(self.id));
    }

    /// Whether their account is deleted.
    pub fn set_deactivated(&self, is_deactivated: bool) {
        self.telegram.change(|state| state.set_deactivated(self.id, is_deactivated));
    }

    /// The words that popped up in answer to their presses, in order.
    pub fn toasts(&self) -> Vec<String> {
        self.telegram.look(|state| state.toasts(self.id))
    }

    /// Their private chat with the bot.
    pub fn sees(&self) -> Vec<Bubble> {
        self.telegram.chat(self.id)
    }

    /// The last message in it.
    pub fn latest(&self) -> Option<Bubble> {
        self.sees().pop()
    }

    /// The bot's last message in it that has buttons.
    pub fn last_question(&self) -> Option<Bubble> {
        self.sees().into_iter().rfind(|bubble| bubble.from == Sender::Bot && !bubble.buttons.is_empty())
    }

    /// Waits until a message of the bot with these words stands in the private chat; gives the last such one.
    pub async fn waits_for(&self, fragment: &str) -> Result<Bubble, Stuck> {
        self.waits_for_in(self.id, fragment).await
    }

    /// The same in a group.
    pub async fn waits_for_in(&self, chat: i64, fragment: &str) -> Result<Bubble, Stuck> {
        self.waits_until(chat, &format!("{fragment:?} in chat {chat}"), |bubble| {
            bubble.text.contains(fragment)
        })
        .await
    }

    /// Waits until a message of the bot in this chat has a button with this label; gives the last such one.
    pub async fn waits_for_button(&self, chat: i64, label: &str) -> Result<Bubble, Stuck> {
        self.waits_until(chat, &format!("a button {label:?} in chat {chat}"), |bubble| {
            bubble.button(label).is_some()
        })
        .await
    }

    /// Waits for words that pop up in answer to a press.
    pub async fn waits_for_toast(&self, fragment: &str) -> Result<String, Stuck> {
        let find = |_: &Telegram| self.toasts().into_iter().rfind(|toast| toast.contains(fragment));
        let toast = self.telegram.find(&format!("a toast {fragment:?}"), find, PATIENCE).await;
        toast.map_err(|stuck| Stuck { instead: format!("there were {:?}", self.toasts()), ..stuck })
    }

    async fn waits_until(
        &self,
        chat: i64,
        name: &str,
        is_it: impl Fn(&Bubble) -> bool,
    ) -> Result<Bubble, Stuck> {
        let find = |telegram: &Telegram| {
            telegram.chat(chat).into_iter().rfind(|bubble| bubble.from == Sender::Bot && is_it(bubble))
        };
        let bubble = self.telegram.find(name, find, PATIENCE).await;
        bubble.map_err(|stuck| Stuck { instead: self.describe(chat), ..stuck })
    }

    fn describe(&self, chat: i64) -> String {
        let lines: Vec<String> = self.telegram.chat(chat).iter().map(describe).collect();
        format!("the chat reads:\n{}", lines.join("\n"))
    }

    fn sends(&self, chat: i64, words: Words) -> i64 {
        self.telegram.change(|state| state.says(self.id, chat, words))
    }
}

fn describe(bubble: &Bubble) -> String {
    let who = match &bubble.from {
        Sender::Bot => "bot",
        Sender::Person { name, .. } => name,
        Sender::AnonymousAdmin => "an anonymous administrator",
        Sender::Service => "Telegram",
    };
    format!("  {} {who}: {} [{}]", bubble.message_id, bubble.text, bubble.labels().join("] ["))
}
