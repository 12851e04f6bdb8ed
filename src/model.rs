//! The nouns that every part of the bridge shares, and nothing that acts.
//!
//! It knows no Telegram, no account API and no disk: identifiers, people, accounts, attempts, codes, and the
//! records that are made of them.

pub mod code;
pub mod dispatch;
pub mod ids;
pub mod incoming;
mod language;
pub mod mark;
pub mod mute;
pub mod my_data;
pub mod notice;
pub mod quiet;
pub mod record;
pub mod snapshot;
pub mod trail;
pub mod web_link;

pub use code::{Code, Said};
pub use dispatch::{DispatchId, DispatchRecord, EndpointId};
pub use ids::{
    AccountId, Address, AttemptId, ChatId, Handle, MessageId, Name, OfferWord, PersonId, PostId, Seed, Tag,
    TelegramTime, ThreadId, Timestamp, UpdateId, Word, WordHash,
};
pub use language::Language;
pub use mark::Mark;
pub use mute::Mute;
pub use notice::Notice;
pub use quiet::{Quiet, QuietHours};
pub use record::{Change, Record, RecordKey};
pub use snapshot::{AttemptState, Snapshot};
pub use trail::Alias;
pub use web_link::WebLink;
