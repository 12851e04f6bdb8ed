//! The demo.

