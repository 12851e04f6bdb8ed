//! What can go wrong with a call, by what the caller can do about it.

use std::time::Duration;

/// Why a call brought nothing that can be used.
///
/// No variant carries text of the API's own, other than the name of a scope: an answer may repeat what was sent.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Error {
    /// It was not this call's turn in time. Nothing was sent; try later.
    #[error("the budget of account API calls is used up; nothing was sent")]
    Busy,
    /// No connection could be made: nothing has arrived, and the same call may go again.
    #[error("the account API cannot be reached; nothing was sent")]
    Unreachable,
    /// It was sent, and what became of it is not known: a time-out, a broken connection, a 5xx. Look before anything
    /// else.
    #[error(
        "the account API gave no usable answer{}; it may have acted all the same",
        status_in_brackets(*status)
    )]
    Lost {
        /// The status, if one came.
        status: Option<u16>,
    },
    /// 401 or 403: our key is at fault, and the operator can mend it.
    #[error(
        "the account API refuses the key; {}",
        missing_scope.as_ref().map_or_else(
            || "check `account_api.key` and the scopes of the key".to_owned(),
            |scope| format!("give the key the scope `{scope}`"),
        )
    )]
    Refused {
        /// The scope that the key lacks, if the answer names one.
        missing_scope: Option<String>,
    },
    /// 404: there is no such attempt or account.
    #[error("the account API does not know it")]
    NotFound,
    /// 410: the account's session is no longer valid, and the attempt is over.
    #[error("the account API says that it is gone")]
    Gone,
    /// 412: the API holds no credentials to reauthenticate with.
    #[error("the account API has no stored credentials; re-link the account with remember_credentials")]
    NoCredentials,
    /// 429: asked too often. Nothing was done.
    #[error(
        "the account API was asked too often{}",
        retry_after.map_or_else(String::new, |wait| format!("; it can be asked again in {} s", wait.as_secs()))
    )]
    Throttled {
        /// How long to wait, if the answer says; at most [`super::MOST_RETRY_AFTER`].
        retry_after: Option<Duration>,
    },
    /// Any other status that is neither a success nor a 5xx. A code may have been judged all the same: look.
    #[error("the account API declined (status {status})")]
    Declined {
        /// The status.
        status: u16,
    },
    /// A success that cannot be read. It may have taken effect: look.
    #[error("the answer of the account API cannot be read; it may have acted all the same")]
    Malformed,
}

fn status_in_brackets(status: Option<u16>) -> String {
    status.map_or_else(String::new, |status| format!(" (status {status})"))
}

/// Why no client can be made of what was configured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SetupError {
    /// The key would go over the network in the clear.
    #[error("`account_api.base_url` must begin with https:// (http:// is for loopback addresses only)")]
    NotHttps,
    /// The address carries more than an origin and a path.
    #[error("`account_api.base_url` must have a host and no user name, password, query or fragment")]
    NotABase,
    /// The key is empty, or has characters that no header can carry.
    #[error("`account_api.key` must be visible ASCII characters in one line")]
    NotAKey,
    /// The HTTP client cannot be set up on this machine.
    #[error("the TLS client for the account API cannot be set up")]
    NoClient,
}
