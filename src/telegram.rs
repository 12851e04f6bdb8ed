//! Telegram: receive, send, edit, delete.
//!
//! It knows chats, messages and buttons; it does not know what they are about.

pub mod client;
pub mod inbox;
pub mod incoming;

pub use client::{Client, Error, Placed, Rejection};
pub use inbox::{Health, Inbox, Pace, Received};
