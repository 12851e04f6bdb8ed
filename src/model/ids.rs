//! Identifiers, names and times: what things are called, and when.

use std::fmt;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A moment, in milliseconds since the Unix epoch, by the bridge's own clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Timestamp(pub i64);

impl Timestamp {
    #[must_use]
    /// This moment and `duration` later; stays at the end of time rather than wrapping.
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)))
    }

    /// How long ago `earlier` was; zero if it is not earlier.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

/// A moment in whole seconds since the Unix epoch, by Telegram's clock, as messages carry it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct TelegramTime(pub i64);

/// Defines an identifier that is text from outside.
macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $most:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The longest that is accepted, in bytes.
            pub const MOST: usize = $most;

            /// Takes an identifier from outside: visible ASCII that needs no escaping in a path or a log line
            /// (`A-Z a-z 0-9 _ - . :`); `None` for anything else.
            pub fn parse(text: &str) -> Option<Self> {
                let fits = (1..=Self::MOST).contains(&text.len())
                    && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte))
                    && text.bytes().any(|byte| byte.is_ascii_alphanumeric());
                fits.then(|| Self(text.to_owned()))
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// An account's id at the account API.
    AccountId,
    128
);
text_id!(
    /// One sign-in's id at the account API.
    AttemptId,
    128
);

/// What people call an account, without the `@`, in lower case: handles are case-insensitive.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Handle(String);

impl Handle {
    /// The longest handle, in bytes.
    pub const MOST: usize = 64;

    /// Takes a handle as somebody typed it, with or without `@` and with the invisible marks that a copied
    /// message may carry; `None` if what is left is not `A-Z a-z 0-9 . _ -`.
    pub fn parse(text: &str) -> Option<Self> {
        let visible: String = text.chars().filter(|c| !is_invisible_mark(*c)).collect();
        let bare = visible.strip_prefix('@').unwrap_or(&visible);
        let fits = (1..=Self::MOST).contains(&bare.len())
            && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
        fits.then(|| Self(bare.to_ascii_lowercase()))
    }

    /// What an account is called whose name nobody has told us.
    pub fn unknown() -> Self {
        Self("unknown".to_owned())
    }

    /// The handle without `@`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "@{}", self.0)
    }
}

/// Marks that steer the direction of text or join words and show nothing.
fn is_invisible_mark(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}'
            // Letters of Hangul that have no shape: a name of them would be no name.
            | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
    )
}

/// What a person calls themselves, made safe to show to others.
///
/// Names come from outside: control and direction marks are removed, and characters that a Telegram client would
/// turn into a link or a mention are replaced by ones that look alike.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name(String);

impl Name {
    /// The longest name that is shown, in characters.
    pub const MOST: usize = 40;

    /// Makes a name of what came from outside; an empty one becomes `?`.
    pub fn new(raw: &str) -> Self {
        let mut shown = String::new();
        for word in raw.split(|c: char| c.is_whitespace() || c.is_control()) {
            let word: String = word.chars().filter(|c| !is_invisible_mark(*c)).collect();
            if word.is_empty() {
                continue;
            }
            if !shown.is_empty() {
                shown.push(' ');
            }
            let last = word.chars().count() - 1;
            shown.extend(word.chars().enumerate().map(|(index, c)| match c {
                '.' if index < last => '\u{2024}',
                '/' => '\u{2215}',
                '@' => '\u{ff20}',
                '#' => '\u{ff03}',
                _ => c,
            }));
        }
        let cut: String = shown.chars().take(Self::MOST).collect();
        Self(if cut.is_empty() { "?".to_owned() } else { cut })
    }

    /// The name as it may be shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A human with a private chat with the bot, by numeric Telegram id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub i64);

impl PersonId {
    /// The person's private chat, which Telegram gives the person's own number.
    pub fn chat(self) -> Address {
        Address { chat: ChatId(self.0), thread: None }
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A chat by numeric Telegram id; negative for groups.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChatId(pub i64);

impl fmt::Display for ChatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A topic within a group.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ThreadId(pub i32);

/// Where a message goes: a chat, and a topic of it if the conversation is in one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Address {
    /// The chat.
    pub chat: ChatId,
    /// The topic, in groups that have topics.
    #[serde(default)]
    pub thread: Option<ThreadId>,
}

/// A message's number. In private chats numbers grow with time, so they tell which of two came first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub i32);

/// The number of something Telegram reported. Telegram restarts the numbers after a week of silence, so they
/// tell equal from different and nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UpdateId(pub u32);

/// A message of ours through all its edits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PostId(pub u64);

impl fmt::Display for PostId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Two digits that stand in the creator's question and in the manager's status, to be compared by eye.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tag(pub u8);

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0 % 100)
    }
}

/// Randomness that comes in with an event: everything random that handling it needs is drawn from here.
#[derive(Clone, Copy)]
pub struct Seed(pub [u8; 32]);

impl Seed {
    /// The bytes number `index` of this seed, independent of all others.
    fn draw(&self, index: u32) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(index.to_be_bytes());
        hash.finalize().into()
    }

    /// A random number.
    pub fn number(&self, index: u32) -> u64 {
        let bytes = self.draw(index);
        u64::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]])
    }

    /// A random salt for the alias of a person, which no draw of this seed knows.
    pub fn salt(&self, person: PersonId) -> [u8; 32] {
        let hash =
            Sha256::new().chain_update(b"salt").chain_update(self.0).chain_update(person.0.to_be_bytes());
        hash.finalize().into()
    }

    /// A random tag.
    pub fn tag(&self, index: u32) -> Tag {
        Tag(u8::try_from(self.number(index) % 100).unwrap_or_default())
    }

    /// A random word of 192 bits: more than the 128 an invitation needs, and no padding in base64.
    pub fn word(&self, index: u32) -> Word {
        let bytes = Zeroizing::new(self.draw(index));
        Word(Zeroizing::new(URL_SAFE_NO_PAD.encode(&bytes[..24])))
    }

    /// A random word for a button, 120 bits.
    pub fn offer_word(&self, index: u32) -> OfferWord {
        OfferWord(URL_SAFE_NO_PAD.encode(&self.draw(index)[..15]))
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(••••)")
    }
}

/// The secret part of an invitation link. Whoever has it can accept the invitation, so it does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Word(Zeroizing<String>);

impl Word {
    /// The longest word that Telegram carries in a `start` link.
    pub const MOST: usize = 64;

    /// Takes what came after `/start`; `None` if no link of ours can have carried it.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=Self::MOST).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
        fits.then(|| Self(Zeroizing::new(text.to_owned())))
    }

    /// The word itself, for the link and nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self) -> WordHash {
        WordHash(Sha256::digest(self.0.as_bytes()).into())
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Word(••••)")
    }
}

/// The SHA-256 of an invitation's word: enough to recognise it, not to use it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WordHash(pub [u8; 32]);

/// A button's opaque word. It stands for an offer that we look up; it works only for whom it was made.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfferWord(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_found_in_whatever_was_copied() {
        for typed in ["bella", "@bella", "@BELLA", "\u{2068}@Bella\u{2069}", "@\u{2068}bella\u{2069}"] {
            assert_eq!(
                Handle::parse(typed).map(|handle| handle.to_string()),
                Some("@bella".to_owned()),
                "{typed:?}"
            );
        }
        for typed in ["", "@", "be lla", "bella!", "бella", "@@bella", &"a".repeat(65)] {
            assert_eq!(Handle::parse(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_name_can_neither_link_nor_reorder_nor_flood() {
        assert_eq!(Name::new("J. Smith").as_str(), "J. Smith");
        assert_eq!(Name::new("evil.com/x @durov").as_str(), "evil\u{2024}com\u{2215}x \u{ff20}durov");
        assert_eq!(Name::new("a\u{202e}b\n\n\tc").as_str(), "ab c");
        assert_eq!(Name::new(&"x".repeat(500)).as_str().len(), Name::MOST);
        assert_eq!(Name::new("\u{200b} \n").as_str(), "?");
        assert_eq!(Name::new("\u{61c}\u{206a}Bella\u{e0041}\u{3164}").as_str(), "Bella");
        assert_eq!(Name::new("\u{3164}\u{115f}").as_str(), "?");
    }

    #[test]
    fn an_id_that_could_leave_its_place_in_a_path_is_refused() {
        for id in ["", "..", "a/b", "a b", "a?b", "a%2f", "ü", &"a".repeat(129)] {
            assert_eq!(AttemptId::parse(id), None, "{id:?}");
        }
        assert!(AttemptId::parse("att_01HZX-7.z:9").is_some());
    }

    #[test]
    fn a_word_fits_a_start_link_and_does_not_print() {
        let word = Seed([7; 32]).word(0);
        assert_eq!(Word::parse(word.expose()), Some(word.clone()));
        assert_eq!(word.expose().len(), 32);
        assert_eq!(format!("{word:?}"), "Word(••••)");
        assert_ne!(word.hash(), Seed([7; 32]).word(1).hash());
    }
}
