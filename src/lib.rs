//! `twofa-bridge` carries one-time codes from the people who own them to the sign-in that waits for them.

pub mod account_api;
pub mod cli;
pub mod config;
pub mod http;
pub mod metrics;
pub mod model;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod service;
pub mod store;
pub mod switchboard;
pub mod telegram;
pub mod telemetry;
pub mod texts;
