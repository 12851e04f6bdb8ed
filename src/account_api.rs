//! The module account_api.
