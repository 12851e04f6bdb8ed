//! The module model.
