//! The module telegram.
