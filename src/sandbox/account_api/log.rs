//! What was asked of the simulated API: every request to `/v1`, and what it was answered.

use std::{fmt, time::Duration};

use serde_json::Value;

use super::fault::Call;

/// One request. Its `Debug` does not show the body, which may hold a code.
#[derive(Clone, PartialEq)]
pub struct RequestSeen {
    /// When it came, after the start of the server.
    pub at: Duration,
    /// The method, in capitals.
    pub method: String,
    /// The path, without a query.
    pub path: String,
    /// Which call it is; `Any` if it is none.
    pub call: Call,
    /// It came with some key, right or wrong.
    pub carried_key: bool,
    /// It came with the right key.
    pub authorised: bool,
    /// The body; null if there was none, or if it was no JSON.
    pub body: Value,
    /// The status of the answer; none if there was no answer, or not yet.
    pub status: Option<u16>,
}

impl fmt::Debug for RequestSeen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RequestSeen { at, method, path, call: _, carried_key, authorised, body, status } = self;
        let members = body.as_object().map(|members| members.keys().collect::<Vec<_>>());
        formatter
            .debug_struct("RequestSeen")
            .field("at", at)
            .field("request", &format_args!("{method} {path}"))
            .field("carried_key", carried_key)
            .field("authorised", authorised)
            .field("body_members", &members)
            .field("status", status)
            .finish()
    }
}
