//! The module config.
