//! Tests of `account_api`.
