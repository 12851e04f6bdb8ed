//! What can go wrong between a client and the simulated API, and for which calls.

use serde::{Deserialize, Serialize};

/// A fault: which requests it meets, how often, and what it does to them.
///
/// Faults are a queue: each request meets the first one that fits it, and no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The call it meets.
    pub call: Call,
    /// What happens.
    pub kind: FaultKind,
    /// How many requests it meets; none: all of them, until `clear_faults`.
    #[serde(default = "once")]
    pub times: Option<u32>,
    /// It waits until a call of this kind has come about the same attempt and account.
    #[serde(default)]
    pub after: Option<Call>,
    /// Only calls about this attempt.
    #[serde(default)]
    pub attempt: Option<String>,
    /// Only calls about this account or its attempts.
    #[serde(default)]
    pub account: Option<String>,
}

// The wrapping is what serde wants for the default of an optional field.
#[expect(clippy::unnecessary_wraps, reason = "the default of a field has the type of the field")]
fn once() -> Option<u32> {
    Some(1)
}

impl Fault {
    /// One fault, once.
    pub fn on(call: Call, kind: FaultKind) -> Fault {
        Fault { call, kind, times: once(), after: None, attempt: None, account: None }
    }

    /// Meets this many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Fault {
        self.times = Some(times);
        self
    }

    /// Meets all requests that fit, until `clear_faults`.
    #[must_use]
    pub fn until_cleared(mut self) -> Fault {
        self.times = None;
        self
    }

    /// Meets nothing before a call of this kind has come about the same attempt and account.
    #[must_use]
    pub fn after(mut self, call: Call) -> Fault {
        self.after = Some(call);
        self
    }

    /// Only calls about this attempt.
    #[must_use]
    pub fn for_attempt(mut self, attempt: &str) -> Fault {
        self.attempt = Some(attempt.to_owned());
        self
    }

    /// Only calls about this account or its attempts.
    #[must_use]
    pub fn for_account(mut self, account: &str) -> Fault {
        self.account = Some(account.to_owned());
        self
    }

    pub(super) fn meets(&self, call: Call, attempt: Option<&str>, account: Option<&str>) -> bool {
        self.after.is_none()
            && (self.call == Call::Any || self.call == call)
            && self.is_about(attempt, account)
    }

    /// A call comes: what has waited for it waits no longer.
    pub(super) fn comes(&mut self, call: Call, attempt: Option<&str>, account: Option<&str>) {
        if self.after == Some(call) && self.is_about(attempt, account) {
            self.after = None;
        }
    }

    fn is_about(&self, attempt: Option<&str>, account: Option<&str>) -> bool {
        self.attempt.as_deref().is_none_or(|only| attempt == Some(only))
            && self.account.as_deref().is_none_or(|only| account == Some(only))
    }
}

/// A call of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// `GET /v1/connect/login/{attempt}`
    Look,
    /// `PUT /v1/connect/login/{attempt}`
    Submit,
    /// `POST /v1/connect/login/{attempt}/send-email-to-creator`
    SendEmail,
    /// `POST /v1/accounts/{account}/reauthenticate`
    Reauthenticate,
    /// `GET /v1/accounts`
    Accounts,
    /// `GET /v1/accounts/{account}`
    Account,
    /// `GET /v1/me`
    Me,
    /// `GET /v1/me/usage`
    Usage,
    /// In a fault: every call. In the log: none of the above.
    Any,
}

impl Call {
    /// The scope the call needs.
    pub(super) fn scope(self) -> Option<&'static str> {
        match self {
            Call::Look | Call::Accounts | Call::Account => Some("accounts:read"),
            Call::Submit | Call::SendEmail | Call::Reauthenticate => Some("accounts:write"),
            Call::Me => Some("me:read"),
            Call::Usage => Some("usage:read"),
            Call::Any => None,
        }
    }

    /// The call changes something, and counts as a write.
    pub(super) fn is_write(self) -> bool {
        matches!(self, Call::Submit | Call::SendEmail | Call::Reauthenticate)
    }
}

/// What goes wrong. *Before*: the request takes no effect. *After*: it took effect, whatever the client sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The request is worked on later than it came.
    DelayBefore {
        /// How much later, in milliseconds.
        ms: u64,
    },
    /// The request is worked on at once, and its answer, already old, comes later.
    DelayAfter {
        /// How much later, in milliseconds.
        ms: u64,
    },
    /// Nothing happens until `release`; then the request is worked on, if the client still waits.
    HangBefore,
    /// The request takes effect, and its answer waits for `release`.
    HangAfter,
    /// The connection is closed without an answer, and without effect.
    ResetBefore,
    /// The connection is closed without an answer, and the request took effect.
    ResetAfter,
    /// A problem document with this status, without effect.
    Status(u16),
    /// 429, without effect.
    Throttled {
        /// The header `Retry-After`, in seconds.
        #[serde(default)]
        header: Option<u64>,
        /// The member `retryAfterSec`, in seconds.
        #[serde(default)]
        member: Option<u64>,
        /// `quota-exceeded` with this reason; none: `upstream/rate-limited`.
        #[serde(default)]
        reason: Option<String>,
    },
    /// A redirect, without effect.
    Redirect {
        /// Where to, in full.
        to: String,
        /// 302, 307 or another.
        status: u16,
    },
    /// A page of HTML with this status, as a gateway in between would send it, without effect.
    GatewayPage(u16),
    /// The right status and something that is not JSON, after the effect.
    Garbled,
    /// The connection is closed in the middle of the body, after the effect.
    Truncated,
    /// The right status and no body, after the effect.
    Empty,
    /// The right answer with a long member, after the effect.
    Huge {
        /// How long, in bytes; the server holds them in memory, twice for a moment.
        bytes: usize,
    },
    /// The right answer, whose body comes one byte at a time, after the effect.
    Trickle {
        /// The time between two bytes, in milliseconds.
        ms: u64,
    },
    /// The right answer, with this state instead of the true one, after the effect.
    UnknownState(String),
}
