//! Tests of `sandbox_account_api`.
