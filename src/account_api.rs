//! The account API's client: its calls, its errors, its budget.
//!
//! It turns each call into one request and each answer into a [`Snapshot`] or an [`Error`] that says what the caller
//! can do. It never sends a request twice: whether a call goes again is not for the client to decide, since the API
//! has no idempotency keys. It knows no people, no Telegram and no disk.
//!
//! Addresses are made of the base address and an id; no address from an answer is ever called, so the key goes to
//! one origin alone.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Client, Method, Request, StatusCode, Url, redirect, retry};
use secrecy::SecretString;
use tracing::debug;
use zeroize::Zeroizing;

use crate::model::{AccountId, AttemptId, Code, Handle, Snapshot};

pub mod answers;
pub mod budget;
mod error;
mod wire;

use budget::{Budget, Priority};
pub use error::{Error, SetupError};

/// The scopes that the key needs. Any other deserves a warning.
pub const NEEDED_SCOPES: [&str; 4] = ["accounts:read", "accounts:write", "me:read", "usage:read"];

/// How long making a connection may take. Shorter than [`ANSWER_WITHIN`], which counts from the same moment: else a
/// host that does not answer at all could not be told from one that has taken the request.
pub const CONNECT_WITHIN: Duration = Duration::from_secs(5);

/// How long a call may take, from connecting to the last byte of the answer.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// How long a poll waits for its turn.
pub const POLL_TURN_WITHIN: Duration = Duration::from_secs(30);

/// How long a call that a human waits for waits for its turn: after one window there is room again.
pub const HUMAN_TURN_WITHIN: Duration = budget::WINDOW;

/// The longest answer that is read, in bytes.
pub const MOST_ANSWER: usize = 1 << 20;

/// The longest waiting time that is taken from a 429.
pub const MOST_RETRY_AFTER: Duration = Duration::from_hours(1);

/// How long an idle connection is kept. Servers close theirs after a minute or more, and a connection that closes as a
/// request goes out leaves the request's fate unknown.
const IDLE_WITHIN: Duration = Duration::from_secs(20);

/// How long things may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Timeouts {
    /// Making a connection, DNS and TLS included.
    pub connect: Duration,
    /// The whole call, once it is its turn.
    pub answer: Duration,
    /// A poll's wait for its turn.
    pub poll_turn: Duration,
    /// The wait for its turn of a call that a human waits for.
    pub human_turn: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: CONNECT_WITHIN,
            answer: ANSWER_WITHIN,
            poll_turn: POLL_TURN_WITHIN,
            human_turn: HUMAN_TURN_WITHIN,
        }
    }
}

/// What is handed in for an attempt.
#[derive(Clone, Copy, Debug)]
pub enum Submission<'a> {
    /// A one-time code.
    Code(&'a Code),
    /// The person says that the face check is done.
    FaceDone,
}

/// What the key belongs to and may do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Me {
    /// The organisation, if the answer names it.
    pub organisation: Option<String>,
    /// What the key may do.
    pub scopes: BTreeSet<String>,
}

impl Me {
    /// The scopes that the bridge needs and the key lacks.
    pub fn missing(&self) -> Vec<&'static str> {
        NEEDED_SCOPES.into_iter().filter(|scope| !self.scopes.contains(*scope)).collect()
    }

    /// The scopes that the key has and the bridge does not need: whoever steals the key has them too.
    pub fn excess(&self) -> Vec<&str> {
        self.scopes.iter().map(String::as_str).filter(|scope| !NEEDED_SCOPES.contains(scope)).collect()
    }
}

/// What the API says of the organisation's budget.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Usage {
    /// Calls a minute.
    pub limit: u32,
    /// What is left of them at this moment, if the answer says.
    pub remaining: Option<u32>,
}

/// What the last call that was made says about the API.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Health {
    /// No call has been made.
    Unknown,
    /// It answers.
    Answering,
    /// It refuses our key.
    Refusing,
    /// It does not answer, or with a 5xx, or with what cannot be read.
    Unreachable,
}

/// The account API's client. Clones share the connections, the budget and the health.
#[derive(Clone)]
pub struct AccountApi {
    base_url: Url,
    client: Client,
    timeouts: Timeouts,
    budget: Budget,
    health: Arc<AtomicU8>,
}

impl fmt::Debug for AccountApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Neither the address nor the HTTP client, which holds the key.
        f.debug_struct("AccountApi").field("health", &self.health()).finish_non_exhaustive()
    }
}

impl AccountApi {
    /// Makes a client that calls `base_url` with `key`, at most `requests_per_minute` times a minute.
    pub fn new(base_url: Url, key: &SecretString, requests_per_minute: u32) -> Result<Self, SetupError> {
        Self::with_timeouts(base_url, key, requests_per_minute, Timeouts::default())
    }

    /// As [`AccountApi::new`], with other time-outs.
    pub fn with_timeouts(
        base_url: Url,
        key: &SecretString,
        requests_per_minute: u32,
        timeouts: Timeouts,
    ) -> Result<Self, SetupError> {
        wire::check_base(&base_url)?;
        let https_only = base_url.scheme() == "https";
        let client = Client::builder()
            .user_agent(concat!("twofa-bridge/", env!("CARGO_PKG_VERSION")))
            .default_headers(HeaderMap::from_iter([(AUTHORIZATION, wire::authorization(key)?)]))
            .https_only(https_only)
            // A redirect could carry the key to another origin; a proxy from the environment would see every address.
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .retry(retry::never())
            .connect_timeout(timeouts.connect)
            .timeout(timeouts.answer)
            .pool_idle_timeout(IDLE_WITHIN)
            .build()
            .map_err(|_| SetupError::NoClient)?;
        Ok(Self {
            base_url,
            client,
            timeouts,
            budget: Budget::new(requests_per_minute),
            health: Arc::new(AtomicU8::new(Health::Unknown as u8)),
        })
    }

    /// Looks at an attempt, when calls that humans wait for leave room.
    pub async fn look(&self, attempt: &AttemptId) -> Result<Snapshot, Error> {
        let call = self.call(Method::GET, &["connect", "login", attempt.as_str()]);
        self.send(Priority::Poll, call, |body| answers::attempt(body, Some(attempt))).await
    }

    /// Looks at an attempt while a human waits for it.
    pub async fn look_now(&self, attempt: &AttemptId) -> Result<Snapshot, Error> {
        let call = self.call(Method::GET, &["connect", "login", attempt.as_str()]);
        self.send(Priority::Human, call, |body| answers::attempt(body, Some(attempt))).await
    }

    /// Hands in what a person has sent or done. A wrong code may come back as a snapshot or as [`Error::Declined`].
    pub async fn submit(&self, attempt: &AttemptId, submission: Submission<'_>) -> Result<Snapshot, Error> {
        let mut call = self.call(Method::PUT, &["connect", "login", attempt.as_str()]);
        call.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        // The copy that is sent lies in the HTTP client's buffers, which are not wiped.
        *call.body_mut() = Some(wire::submission_body(submission).to_vec().into());
        self.send(Priority::Human, call, |body| answers::attempt(body, Some(attempt))).await
    }

    /// Has the email with the code sent. The answer's shape is not documented: the attempt, if it is one.
    pub async fn send_email(&self, attempt: &AttemptId) -> Result<Option<Snapshot>, Error> {
        let call = self.call(Method::POST, &["connect", "login", attempt.as_str(), "send-email-to-creator"]);
        match self.send(Priority::Human, call, |body| Ok(answers::attempt(body, Some(attempt)).ok())).await {
            // The status has said that the email is on its way; the rest was a bonus.
            Err(Error::Malformed | Error::Lost { status: Some(200..=299) }) => Ok(None),
            answer => answer,
        }
    }

    /// Starts to sign in to an account again, with the credentials that the API holds.
    pub async fn reauthenticate(&self, account: &AccountId) -> Result<Snapshot, Error> {
        let call = self.call(Method::POST, &["accounts", account.as_str(), "reauthenticate"]);
        self.send(Priority::Human, call, |body| answers::attempt(body, None)).await
    }

    /// The organisation's accounts, as far as their ids and handles can be read.
    pub async fn accounts(&self) -> Result<Vec<(AccountId, Handle)>, Error> {
        self.send(Priority::Human, self.call(Method::GET, &["accounts"]), answers::accounts).await
    }

    /// What our key belongs to and may do.
    pub async fn me(&self) -> Result<Me, Error> {
        self.send(Priority::Human, self.call(Method::GET, &["me"]), answers::me).await
    }

    /// What the API allows the organisation. A limit below the configured one lowers the budget.
    pub async fn usage(&self) -> Result<Usage, Error> {
        let usage =
            self.send(Priority::Poll, self.call(Method::GET, &["me", "usage"]), answers::usage).await?;
        self.budget.lower(usage.limit);
        Ok(usage)
    }

    /// What the last call that was made says about the API.
    pub fn health(&self) -> Health {
        match self.health.load(Ordering::Relaxed) {
            known if known == Health::Answering as u8 => Health::Answering,
            known if known == Health::Refusing as u8 => Health::Refusing,
            known if known == Health::Unreachable as u8 => Health::Unreachable,
            _ => Health::Unknown,
        }
    }

    /// A request below `/v1`, each part one escaped segment of the path.
    fn call(&self, method: Method, path: &[&str]) -> Request {
        let mut url = self.base_url.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push("v1").extend(path);
        }
        Request::new(method, url)
    }

    /// Makes a call when it is its turn, reads its answer, and notes how the API is.
    async fn send<T>(
        &self,
        priority: Priority,
        call: Request,
        read: impl FnOnce(&[u8]) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let patience = match priority {
            Priority::Human => self.timeouts.human_turn,
            Priority::Poll => self.timeouts.poll_turn,
        };
        let Some(_pass) = self.budget.pass(priority, patience).await else {
            return Err(Error::Busy);
        };
        let answer = self.exchange(call).await.and_then(|body| read(&body));
        let health = match &answer {
            Err(Error::Refused { .. }) => Health::Refusing,
            Err(Error::Unreachable | Error::Lost { .. } | Error::Malformed) => Health::Unreachable,
            Ok(_)
            | Err(
                Error::Busy
                | Error::NotFound
                | Error::Gone
                | Error::NoCredentials
                | Error::Throttled { .. }
                | Error::Declined { .. },
            ) => Health::Answering,
        };
        self.health.store(health as u8, Ordering::Relaxed);
        answer
    }

    /// The body of a successful answer, or why there is none.
    async fn exchange(&self, call: Request) -> Result<Zeroizing<Vec<u8>>, Error> {
        let response = self.client.execute(call).await.map_err(|error| {
            let error = error.without_url();
            debug!("A call to the account API failed: {}", wire::chain(&error));
            if error.is_connect() { Error::Unreachable } else { Error::Lost { status: None } }
        })?;
        let status = response.status();
        if status.is_success() {
            return wire::body(response).await;
        }
        if status.is_server_error() {
            return Err(Error::Lost { status: Some(status.as_u16()) });
        }
        let by_header = wire::retry_after(response.headers());
        let problem = answers::problem(&wire::body(response).await.unwrap_or_default());
        let error = match status {
            StatusCode::UNAUTHORIZED => Error::Refused { missing_scope: None },
            StatusCode::FORBIDDEN => Error::Refused { missing_scope: problem.scope },
            StatusCode::NOT_FOUND => Error::NotFound,
            StatusCode::GONE => Error::Gone,
            StatusCode::PRECONDITION_FAILED => Error::NoCredentials,
            StatusCode::TOO_MANY_REQUESTS => {
                let retry_after = by_header.max(problem.retry_after);
                if problem.concerns_all_calls {
                    self.budget.rest_polls(retry_after);
                }
                Error::Throttled { retry_after }
            }
            other => Error::Declined { status: other.as_u16() },
        };
        Err(error)
    }
}
