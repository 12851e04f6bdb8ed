//! One test crate for everything: the list of its modules.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod adapters;
mod config;
mod documents;
mod telemetry;
mod whole;
