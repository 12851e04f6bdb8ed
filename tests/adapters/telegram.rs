//! Tests of `telegram`.
