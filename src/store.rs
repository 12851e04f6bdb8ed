//! The module store.
