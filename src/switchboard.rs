//! The module switchboard.
