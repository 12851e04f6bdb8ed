//! One test crate for everything: the list of its modules.
#![expect(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that cannot go on panics")]

mod adapters;
mod documents;
