//! The module texts.
