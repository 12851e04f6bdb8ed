//! One thing outgoing becomes one call.

use reqwest::Url;
use teloxide::payloads::{EditMessageText, SendMessage};
use teloxide::types::{
    ChatId as RawChatId, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions,
    MessageId as RawMessageId, ReplyMarkup, ReplyParameters, ThreadId as RawThreadId,
};

use super::queue::Task;
use super::{Button, Outgoing, Say, Show};
use crate::model::{Address, MessageId};
use crate::telegram::client::{Client, Error, Placed};

/// The longest text of a message. Telegram counts characters; counting UTF-16 units is never less.
const TEXT_MOST: usize = 4_096;
/// The longest answer to a press, counted in the same way.
const ANSWER_MOST: usize = 200;

/// Makes the call. Returns the message that stands in the chat because of it, if Telegram says which.
pub(super) async fn perform(client: &Client, task: &Task) -> Result<Option<Placed>, Error> {
    match &task.what {
        Outgoing::Show(show) => match show.edit {
            Some(message) => client.edit_message_text(&edit(show, message)).await,
            None => client.send_message(&send(show)).await.map(Some),
        },
        Outgoing::Say(say) => client.send_message(&say_once(say)).await.map(Some),
        Outgoing::Document { to, name, bytes, .. } => client.send_document(*to, name, bytes).await.map(Some),
        Outgoing::Delete { at, message, .. } => client.delete_message(at.chat, *message).await.map(|()| None),
        Outgoing::Answer { query, text } => {
            let text = text.as_deref().map(|text| cut(text, ANSWER_MOST));
            client.answer_callback_query(query, text.as_deref()).await.map(|()| None)
        }
    }
}

fn send(show: &Show) -> SendMessage {
    let mut payload = message(show.to, &show.text, &show.keyboard, show.protect);
    payload.disable_notification = show.silent.then_some(true);
    payload
}

fn say_once(say: &Say) -> SendMessage {
    let mut payload = message(say.to, &say.text, &say.keyboard, say.protect);
    payload.reply_parameters = say.reply_to.map(|quoted| {
        // The quoted message may be deleted by then: a code is, at once.
        ReplyParameters::new(RawMessageId(quoted.0)).allow_sending_without_reply()
    });
    payload
}

/// A message without `parse_mode`: names and handles come from outside, and plain text needs no escaping.
fn message(to: Address, text: &str, keyboard: &[Vec<Button>], protect: bool) -> SendMessage {
    let mut payload = SendMessage::new(RawChatId(to.chat.0), cut(text, TEXT_MOST));
    payload.message_thread_id = to.thread.map(|thread| RawThreadId(RawMessageId(thread.0)));
    payload.link_preview_options = Some(no_preview());
    payload.protect_content = protect.then_some(true);
    payload.reply_markup = markup(keyboard).map(ReplyMarkup::InlineKeyboard);
    payload
}

/// An edit without buttons takes the old ones away.
fn edit(show: &Show, message: MessageId) -> EditMessageText {
    let text = cut(&show.text, TEXT_MOST);
    let mut payload = EditMessageText::new(RawChatId(show.to.chat.0), RawMessageId(message.0), text);
    payload.link_preview_options = Some(no_preview());
    payload.reply_markup = markup(&show.keyboard);
    payload
}

/// A preview would open the link: some may be opened once.
fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

fn markup(keyboard: &[Vec<Button>]) -> Option<InlineKeyboardMarkup> {
    let rows = keyboard.iter().map(|row| row.iter().filter_map(button));
    (!keyboard.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn button(button: &Button) -> Option<InlineKeyboardButton> {
    match button {
        Button::Press { label, data } => Some(InlineKeyboardButton::callback(label, data)),
        // A `WebLink` is a URL by its making.
        Button::Open { label, link } => {
            Url::parse(link.expose()).ok().map(|url| InlineKeyboardButton::url(label, url))
        }
    }
}

/// A text that fits, with an ellipsis for what is missing.
fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut left = most - 1;
    let fits = |c: &char| {
        let rest = left.checked_sub(c.len_utf16());
        left = rest.unwrap_or(0);
        rest.is_some()
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("longer", 5), "long…");
        assert_eq!(cut("🔑🔑🔑", 6), "🔑🔑🔑");
        assert_eq!(cut("🔑🔑🔑", 5), "🔑🔑…");
        assert_eq!(cut("a🔑🔑b", 5), "a🔑…");
        assert_eq!(cut(&"x".repeat(10_000), TEXT_MOST).chars().count(), TEXT_MOST);
    }
}
