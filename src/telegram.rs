//! Telegram: receive, send, edit, delete.
//!
//! It knows chats, messages and buttons; it does not know what they are about. Read [`client`] for one call to the
//! Bot API and what its failures mean, [`inbox`] for how updates come in and when they are confirmed, [`incoming`]
//! for what of an update concerns us, and [`outbox`] for everything that goes out: in which order, how fast, and
//! what becomes of it.

pub mod client;
pub mod inbox;
pub mod incoming;
pub mod outbox;

pub use client::{Client, Error, Placed, Rejection};
pub use inbox::{Health, Inbox, Pace, Received};
pub use outbox::{Button, Outbox, Outgoing, Report, Say, Show, Why};
