//! The simulated account API and the simulated Telegram, speaking real HTTP, and the page on which one plays in them.

pub mod account_api;
pub mod page;
pub mod people;
pub mod telegram;
