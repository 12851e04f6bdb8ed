//! The module http.
