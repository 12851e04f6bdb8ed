//! What one can see of the simulated Telegram from outside: bubbles in a chat, what happened, what was asked.

use std::time::Duration;

use serde_json::Value;

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sender {
    /// Our bot.
    Bot,
    /// A person.
    Person {
        /// The person's numeric id.
        id: i64,
        /// The person's first name.
        name: String,
    },
    /// An administrator who writes in the name of the group.
    AnonymousAdmin,
    /// Telegram itself: a line in the middle of a chat.
    Service,
}

/// What a button under a message does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// It opens this address and tells the bot nothing.
    Url(String),
    /// It sends this data to the bot.
    Callback(String),
    /// It copies this text.
    Copy(String),
    /// It opens this web app.
    WebApp(String),
}

/// A button under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What is written on it, without invisible isolation marks.
    pub label: String,
    /// What it does.
    pub kind: ButtonKind,
}

/// A message as one sees it on a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a test asks for")]
pub struct Bubble {
    /// The message's id; ids are unique across all chats.
    pub message_id: i64,
    /// The chat it stands in.
    pub chat: i64,
    /// Who wrote it.
    pub from: Sender,
    /// Its words, without invisible isolation marks (U+2066 to U+2069).
    pub text: String,
    /// Its words exactly as they were sent.
    pub raw_text: String,
    /// The file that it brings.
    pub document: Option<Document>,
    /// The inline keyboard, row by row.
    pub buttons: Vec<Vec<Button>>,
    /// When it was sent, in whole seconds of Telegram's clock.
    pub date: i64,
    /// Whether it was edited.
    pub edited: bool,
    /// Whether it was deleted; only [`Telegram::chat_with_deleted`](super::Telegram::chat_with_deleted) shows those.
    pub deleted: bool,
    /// The message it replies to.
    pub reply_to: Option<i64>,
    /// The forum topic it stands in.
    pub thread: Option<i64>,
    /// Whether it cannot be forwarded or saved.
    pub protect_content: bool,
    /// Whether it came without a sound.
    pub silent: bool,
    /// Whether links in it are shown without a preview.
    pub link_preview_disabled: bool,
}

/// A file in a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// What is in it, as far as that is text.
    pub content: String,
}

impl Bubble {
    /// All buttons, in reading order.
    pub fn all_buttons(&self) -> impl Iterator<Item = &Button> {
        self.buttons.iter().flatten()
    }

    /// The labels of all buttons, in reading order.
    pub fn labels(&self) -> Vec<&str> {
        self.all_buttons().map(|button| button.label.as_str()).collect()
    }

    /// The button with this label.
    pub fn button(&self, label: &str) -> Option<&Button> {
        self.all_buttons().find(|button| button.label == label)
    }
}

/// One thing that happened in the simulated Telegram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When, since the simulation began, including time that was skipped.
    pub at: Duration,
    /// In which chat.
    pub chat: i64,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A person wrote.
    Said(Bubble),
    /// A person changed what they wrote.
    Rewrote(Bubble),
    /// A person pressed a button.
    Pressed {
        /// Who.
        person: i64,
        /// The message with the button.
        message_id: i64,
        /// The button's label, or the data of a forged press.
        label: String,
    },
    /// A person opened a link button.
    Opened {
        /// Who.
        person: i64,
        /// The message with the button.
        message_id: i64,
        /// Where it leads.
        url: String,
    },
    /// A person blocked the bot.
    Blocked {
        /// Who.
        person: i64,
    },
    /// A person unblocked the bot.
    Unblocked {
        /// Who.
        person: i64,
    },
    /// The bot wrote.
    Sent(Bubble),
    /// The bot changed what it wrote.
    Edited(Bubble),
    /// The bot deleted a message, its own or a person's; the bubble is what had stood there.
    Deleted(Bubble),
    /// The bot answered a press; an empty text only stops the spinner.
    Toast {
        /// Who sees it.
        person: i64,
        /// Its words, without invisible isolation marks.
        text: String,
        /// Whether it must be closed by hand.
        alert: bool,
    },
    /// The group became a supergroup.
    Migrated {
        /// Its new id.
        to: i64,
    },
    /// The bot was removed from a group.
    Kicked,
    /// The bot was added to a group.
    Added,
}

/// A request that reached the server.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestSeen {
    /// The method, spelled as in Telegram's documentation.
    pub method: String,
    /// The `chat_id`, where there is a numeric one.
    pub chat: Option<i64>,
    /// All parameters.
    pub parameters: Value,
    /// When it came, since the simulation began, including time that was skipped.
    pub at: Duration,
    /// The status that was answered; `None` while it waits, and for ever if the connection broke first.
    pub status: Option<u16>,
}

/// Something that was awaited and did not come.
#[derive(Clone, Debug, thiserror::Error)]
#[error("waited {waited:?} for {what}; {instead}")]
pub struct Stuck {
    /// What was awaited.
    pub what: String,
    /// For how long.
    pub waited: Duration,
    /// What was there instead.
    pub instead: String,
}

/// The text without the marks that isolate names of another writing direction (U+2066 to U+2069).
pub(super) fn without_isolation_marks(text: &str) -> String {
    text.chars().filter(|character| !('\u{2066}'..='\u{2069}').contains(character)).collect()
}
