//! The simulated account API and the simulated Telegram, speaking real HTTP.

pub mod account_api;
pub mod people;
pub mod telegram;
