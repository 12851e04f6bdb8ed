//! `twofa-bridge` carries one-time codes from the people who own them to the sign-in that waits for them: a Telegram
//! bot between creators, the managers of their agency, and an account API.
//!
//! It is a relay that people agreed to. Nobody is asked who did not accept a single-use invitation; each question
//! says who asked and why; *Not me* stops everything; a code goes to the configured API and nowhere else.
//!
//! # A code's journey
//!
//! 1. A manager writes `/reauth @bella`. [`telegram::Inbox`] polls Telegram, reads the update, and hands it over
//!    once, as [`model::incoming::Incoming`]; it is not confirmed to Telegram yet.
//! 2. [`service`] makes an [`switchboard::event::Event`] of it and asks [`switchboard::Switchboard::handle`], which
//!    knows neither network nor disk nor clock: is this a manager, is somebody linked, is the account not frozen,
//!    was it not reconnected too often?
//! 3. What it decides comes back as [`switchboard::command::Command`]s: save these records, show the manager a status
//!    message, start a sign-in. [`store::Store`] writes the records to sled, durably; only then is the sign-in
//!    started, since that cannot be checked afterwards.
//! 4. [`account_api::AccountApi`] posts `reauthenticate`. The attempt in the answer is watched from here on: looked at
//!    again and again, at a pace that depends on who must act ([`switchboard::pace`]).
//! 5. A look shows `needs_otp`. The switchboard puts the question to everybody who is linked, can be reached, and was
//!    not asked too often; [`texts::Texts`] turns the notice into words and buttons, and [`telegram::Outbox`] sends it
//!    ahead of every other message.
//! 6. Bella types `123 456`. The message is used only if it comes from her private chat and after the question;
//!    [`switchboard::read_code`] finds the digits, and asks back rather than guess. From here on they are a
//!    [`model::Code`], which does not print and is wiped when it is dropped.
//! 7. The code goes to the API in a `PUT` at once: nothing on its way waits for the disk. Her message is deleted, the
//!    others who are linked are told, and the question turns into “checking…”.
//! 8. The API's answer is a look like any other. Wrong: the same kind of code is asked for again, as long as there are
//!    tries left. Lost: the attempt is looked at before anything else, and the code goes once more only if it was not
//!    taken and is still fresh. Something more: the next question.
//! 9. `completed_success`: the question becomes “connected”, the manager's status “connected in 1 min 12 s”, and the
//!    attempt is over.
//! 10. Only when nothing that an update caused is pending any more is it confirmed to Telegram (or when that has taken
//!     so long that others would be kept back: named bounds say how long). Until then Telegram is the durable inbox:
//!     after a crash it brings the message again, and no code was ever on a disk.
//!
//! # Words
//!
//! | term | means |
//! |---|---|
//! | account | something people sign in to, with an API id and a `@handle` |
//! | attempt | one sign-in at the account API, with an id and a state |
//! | challenge | our open question about one attempt |
//! | person | a human with a private chat with the bot, known by numeric Telegram id |
//! | creator, manager, operator | who owns the account; who works for the agency; who runs the bridge |
//! | link | person to account, made by accepting an invitation |
//! | invitation | a single-use word that can become a link |
//! | code | what the human sends back |
//! | verdict | what the API made of a code |
//! | notice | something we have to say, before it has words |
//! | post | a message of ours through all its edits |
//! | offer | what the buttons under a message stand for |
//!
//! # Reading order
//!
//! [`model`] (the nouns), [`switchboard`] (how everything is decided), [`texts`] (what it says), [`service`] (the
//! loop), then the adapters [`telegram`], [`account_api`], [`store`], [`http`] and [`webhooks`], and around them [`config`],
//! [`telemetry`], [`metrics`] and [`cli`]. The `sandbox` simulates both outside services for the demo and the tests,
//! and shares no code with the clients that it tests.

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
pub mod webhooks;
