//! Conversations, played against the real switchboard with its real texts in a simulated world.
//!
//! A transcript is its own script. Lines that begin with a time are what happens; the indented lines below each are
//! what people see and what the account API is asked, looks excepted. `UPDATE_EXPECT=1` writes the indented lines
//! anew, so a new test is written as its script alone. [`play`] says how each is played; `lines` knows the language:
//!
//! ```text
//! given bella is linked to @bella                        how the world is before anybody does anything
//! 10:00:00 sam says /reauth @bella                       in the private chat; sam says in the office: /status
//! 10:00:05 the API shows needs_app_otp                   for the attempt named last; … for att_2; … with face link
//! 10:00:20 the next answer will be wrong                 right, lost, declined, throttled 5s, unchanged, hanging, …
//! 10:00:21 bella says 123 456                            bella replies to SMS: 123456; bella edits 12 to 123456
//! 10:00:22 bella presses Not me                          the newest such button; presses the gone Not me: any
//! 10:00:23 bella’s Telegram speaks de                    seen with the next thing that she does; also as a given
//! 10:05:00 time passes
//! ```
//!
//! In an edited message `⋮` stands for the lines above and below that are as they were.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod api;
mod lines;
mod play;
mod telegram;
mod world;

mod answers;
mod attempts;
mod board;
mod challenges;
mod checks;
mod clocks;
mod commands;
mod declining;
mod enrolment;
mod history;
mod hosting;
mod languages;
mod limits;
mod marks;
mod mutes;
mod nudges;
mod order;
mod personal;
mod quiet;
mod ready;
mod restarts;
mod rounds;
mod sessions;
mod trouble;

use play::{play, play_as_it_stands};
