//! The real program as a process, between the simulated account API and the simulated Telegram.
//!
//! A [`World`] has both, people with phones, and a [`Bridge`](bridge::Bridge) that was started from a config file.
//! What counts is as much what must not happen: whatever the bot says, a test reads; a test that ends with a message
//! unread, a call nobody expected, a warning in the log, a secret in a file or a record left over fails.
#![expect(clippy::panic, reason = "a world in which something unexpected happened says so")]
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else happens is of no interest where one thing is sought"
)]
#![expect(clippy::needless_raw_string_hashes, reason = "UPDATE_EXPECT=1 writes them")]

mod account_api_matrix;
mod account_api_troubles;
mod audit;
pub(crate) mod bridge;
mod challenges;
mod checking;
mod commands;
mod described;
mod endings;
mod hosting;
mod languages;
mod ledger;
mod managers;
mod manners;
mod operator;
mod python;
mod restarts;
mod sessions;
mod starting;
mod status_page;
mod storage;
mod supervised;
mod telegram_faults;
mod telegram_troubles;
mod world;

pub(crate) use world::World;
