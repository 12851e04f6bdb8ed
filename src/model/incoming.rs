//! What people do in Telegram, as far as it concerns us.

use super::{Address, ChatId, MessageId, Name, PersonId, Said, TelegramTime, UpdateId};

/// Something Telegram reported.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its number.
    pub update: UpdateId,
    /// What happened.
    pub what: Happened,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Happened {
    /// Somebody wrote, or edited what they had written.
    Wrote(Message),
    /// Somebody pressed a button of ours.
    Pressed(Press),
    /// A person blocked the bot, or let it in again.
    Reach {
        /// Who.
        person: PersonId,
        /// Whether messages arrive.
        reachable: bool,
    },
    /// A group became a supergroup and has another number.
    Moved {
        /// The old number.
        from: ChatId,
        /// The new one.
        to: ChatId,
    },
    /// Something that does not concern us, or that could not be read.
    Nothing,
}

/// Who did it. The number is the identity; the name is for show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// Numeric Telegram id.
    pub id: PersonId,
    /// The first name in their profile.
    pub name: Name,
    /// The language of their Telegram, if it says.
    pub language: Option<String>,
}

/// A message from a person.
#[derive(Clone, Debug)]
pub struct Message {
    /// Where it was written, and where an answer goes.
    pub at: Address,
    /// Whether that is the private chat with the bot.
    pub private: bool,
    /// Who wrote it; nobody, if an anonymous administrator, a channel or a bot did.
    pub speaker: Option<Speaker>,
    /// Its number.
    pub id: MessageId,
    /// When it was written.
    pub date: TelegramTime,
    /// When it was edited, if this is about an edit.
    pub edited: Option<TelegramTime>,
    /// The message that it quotes.
    pub replies_to: Option<MessageId>,
    /// Whether it is forwarded from Telegram's own service account.
    pub from_telegram: bool,
    /// What stands in it.
    pub content: Content,
}

/// What stands in a message.
#[derive(Clone, Debug)]
pub enum Content {
    /// Text, typed.
    Text(Said),
    /// A photo, a voice message, a sticker, or anything else that is not typed text.
    NotText,
}

/// A pressed button.
#[derive(Clone, Debug)]
pub struct Press {
    /// What Telegram wants named in the answer.
    pub query: String,
    /// Who pressed.
    pub speaker: Speaker,
    /// The chat in which the button stands, if Telegram says.
    pub at: Option<Address>,
    /// The message in which it stands, if Telegram says.
    pub message: Option<MessageId>,
    /// What stood in the button. A client can forge it.
    pub data: String,
}
