//! Tests of `sandbox_telegram`.
