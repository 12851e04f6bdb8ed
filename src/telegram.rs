//! Telegram: receive, send, edit, delete.
//!
//! It knows chats, messages and buttons; it does not know what they are about.

pub mod client;

pub use client::{Client, Error, Placed, Rejection};
