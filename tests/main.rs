//! One test crate for everything: the list of its modules.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one thing among many")]
#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes its texts so")]

mod adapters;
mod boards;
mod browser;
mod config;
mod conversation;
mod crash;
mod crowds;
mod documents;
mod fuzz;
mod roles;
mod secrets;
mod telemetry;
mod texts;
mod tidy;
mod whole;
mod worlds;
