//! Each adapter against the sandbox, or what else it speaks with, over real HTTP and real disk.

mod account_api;
mod http;
mod sandbox_account_api;
mod sandbox_telegram;
mod store;
mod telegram;
mod webhooks;
