//! The pages, in a real browser: played by clicking, on a wide and on a narrow screen, with a keyboard, and as a screen
//! reader finds them.
//!
//! [`chromium`] is the browser, for any page; [`stage`] is the demo with its page.

pub(crate) mod chromium;
mod page;
mod stage;
