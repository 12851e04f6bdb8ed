//! The account API's client: its calls, its errors, its budget.
//!
//! It turns each call into one request and each answer into a [`Snapshot`] or an [`Error`] that says what the caller
//! can do. It never sends a request twice: whether a call goes again is not for the client to decide, since the API
//! has no idempotency keys. It knows no people and no Telegram, and of the disk only its key
//! and the log of its calls.
//!
//! Addresses are made of the base address and an id; no address from an answer is ever called, so the key goes to
//! one origin alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;
use std::{fmt, io};

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Client, Method, Request, StatusCode, Url, redirect, retry};
use secrecy::SecretString;
use tracing::debug;
use zeroize::Zeroizing;

use crate::model::{AccountId, AttemptId, Code, Handle, Snapshot};

pub mod answers;
pub mod budget;
mod error;
mod key;
mod wire;

use budget::{Budget, Interest, Pass};
pub use error::{Error, SetupError};
use key::Key;

/// The scopes that the key needs. Any other deserves a warning.
pub const NEEDED_SCOPES: [&str; 4] = ["accounts:read", "accounts:write", "me:read", "usage:read"];

/// How long making a connection may take, from the name to the end of the TLS handshake.
pub const CONNECT_WITHIN: Duration = Duration::from_secs(10);

/// How long a call may take, from connecting to the last byte of the answer. A little longer than [`CONNECT_WITHIN`],
/// which counts from the same moment: else a host that does not answer at all, which surely has taken nothing, could
/// not be told from one that may have taken the request.
pub const ANSWER_WITHIN: Duration = Duration::from_millis(10_500);

/// How long a poll waits for its turn: longer than attempts are watched by default. Whoever looks at an attempt later
/// than it was wanted sees as much as whoever asks again.
pub const POLL_TURN_WITHIN: Duration = Duration::from_hours(1);

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
    /// The span in which the API counts calls.
    pub window: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: CONNECT_WITHIN,
            answer: ANSWER_WITHIN,
            poll_turn: POLL_TURN_WITHIN,
            human_turn: HUMAN_TURN_WITHIN,
            window: budget::WINDOW,
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
    key: Arc<Key>,
    timeouts: Timeouts,
    budget: Budget,
    health: Arc<AtomicU8>,
}

/// How a call comes to its turn.
#[derive(Clone, Copy)]
enum Turn<'a> {
    /// Somebody waits for it.
    Human,
    /// Nobody waits for it, and it may as well be left out.
    Idle,
    /// It is a look at this attempt, and can wait.
    Poll(&'a AttemptId, Interest),
}

impl fmt::Debug for AccountApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Neither the address nor the key.
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
            key: Arc::new(Key::new(wire::authorization(key)?)),
            timeouts,
            budget: Budget::new(requests_per_minute, timeouts.window),
            health: Arc::new(AtomicU8::new(Health::Unknown as u8)),
        })
    }

    /// Counts the calls that the process before this one has noted in this file, and notes there what calls are made, so
    /// that a restart does not begin with a budget that is used up already. To be called before the first call.
    pub fn remember_calls(&self, file: &Path) -> io::Result<()> {
        self.budget.remember(file)
    }

    /// Reads the key from this file again when the API refuses it: the operator may have put a new one there.
    #[must_use]
    pub fn with_key_file(mut self, file: Option<PathBuf>) -> Self {
        self.key = Arc::new(self.key.with_file(file));
        self
    }

    /// Whether a key that is refused can be mended while the process lives.
    pub fn reads_key_again(&self) -> bool {
        self.key.has_file()
    }

    /// Looks at an attempt, when calls that humans wait for leave room, and looks at other attempts that would bring
    /// more. A look that waits for the same attempt gives way to this one, and to any other call about it.
    pub async fn look(&self, attempt: &AttemptId, interest: Interest) -> Result<Snapshot, Error> {
        let call = self.call(Method::GET, &["connect", "login", attempt.as_str()]);
        let turn = Turn::Poll(attempt, interest);
        self.send(turn, call, |body, _| answers::attempt(body, Some(attempt))).await
    }

    /// Looks at an attempt while a human waits for it.
    pub async fn look_now(&self, attempt: &AttemptId) -> Result<Snapshot, Error> {
        self.budget.withdraw(attempt.as_str());
        let call = self.call(Method::GET, &["connect", "login", attempt.as_str()]);
        self.send(Turn::Human, call, |body, _| answers::attempt(body, Some(attempt))).await
    }

    /// Hands in what a person has sent or done. A wrong code may come back as a snapshot or as [`Error::Declined`].
    pub async fn submit(&self, attempt: &AttemptId, submission: Submission<'_>) -> Result<Snapshot, Error> {
        self.budget.withdraw(attempt.as_str());
        let mut call = self.call(Method::PUT, &["connect", "login", attempt.as_str()]);
        call.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        // The copy that is sent lies in the HTTP client's buffers, which are not wiped.
        *call.body_mut() = Some(wire::submission_body(submission).to_vec().into());
        self.send(Turn::Human, call, |body, _| answers::attempt(body, Some(attempt))).await
    }

    /// Has the email with the code sent. The answer's shape is not documented: the attempt, if it is one.
    pub async fn send_email(&self, attempt: &AttemptId) -> Result<Option<Snapshot>, Error> {
        self.budget.withdraw(attempt.as_str());
        let call = self.call(Method::POST, &["connect", "login", attempt.as_str(), "send-email-to-creator"]);
        match self.send(Turn::Human, call, |body, _| Ok(answers::attempt(body, Some(attempt)).ok())).await {
            // The status has said that the email is on its way; the rest was a bonus.
            Err(Error::Malformed | Error::Lost { status: Some(200..=299) }) => Ok(None),
            answer => answer,
        }
    }

    /// Starts to sign in to an account again, with the credentials that the API holds.
    pub async fn reauthenticate(&self, account: &AccountId) -> Result<Snapshot, Error> {
        let call = self.call(Method::POST, &["accounts", account.as_str(), "reauthenticate"]);
        self.send(Turn::Human, call, |body, _| answers::attempt(body, None)).await
    }

    /// Looks whether the session of an account is still valid, if nothing else waits to be asked: [`Error::Busy`] at
    /// once if something does, or if little of the budget is left. [`Error::Gone`]: it is not.
    ///
    /// That there is such a call, and that it answers 410 for a session that is no longer valid, is inferred: only
    /// that calls about an account may answer so is documented. Nothing but the status is read.
    pub async fn look_at_account(&self, account: &AccountId) -> Result<(), Error> {
        let call = self.call(Method::GET, &["accounts", account.as_str()]);
        self.send(Turn::Idle, call, |_, _| Ok(())).await
    }

    /// The organisation's accounts, as far as their ids and handles can be read.
    pub async fn accounts(&self) -> Result<Vec<(AccountId, Handle)>, Error> {
        self.send(Turn::Human, self.call(Method::GET, &["accounts"]), |body, _| answers::accounts(body)).await
    }

    /// What our key belongs to and may do.
    pub async fn me(&self) -> Result<Me, Error> {
        self.send(Turn::Human, self.call(Method::GET, &["me"]), |body, _| answers::me(body)).await
    }

    /// What the API allows the organisation, and what others have left of it. Both bound what we do from here on.
    pub async fn usage(&self) -> Result<Usage, Error> {
        let call = self.call(Method::GET, &["me", "usage"]);
        let read = |body: &[u8], pass: &Pass| answers::usage(body).map(|usage| (usage, pass.begun()));
        let (usage, asked_at) = self.send(Turn::Human, call, read).await?;
        self.budget.report(usage.limit, usage.remaining, asked_at);
        Ok(usage)
    }

    /// Whether what others spend, or a 429, makes it worth asking for the usage more often.
    pub fn budget_is_tight(&self) -> bool {
        self.budget.is_tight()
    }

    /// How many calls count within the last minute, those of others in the organisation included, and how many are
    /// allowed.
    pub fn budget_spent(&self) -> (u32, u32) {
        self.budget.spent()
    }

    /// How many looks wait for their turn.
    pub fn looks_waiting(&self) -> usize {
        self.budget.polls_waiting()
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
        turn: Turn<'_>,
        call: Request,
        read: impl FnOnce(&[u8], &Pass) -> Result<T, Error>,
    ) -> Result<T, Error> {
        // The body is shared, not copied.
        let again = call.try_clone();
        let mut pass = self.turn(turn).await.ok_or(Error::Busy)?;
        let key = self.key.current();
        let mut answer = self.exchange(call, key.clone()).await;
        if let Err(Error::Refused { .. }) = &answer
            && let Some(call) = again
            && let Some(key) = self.key.renewed(&key).await
        {
            // A refusal has no effect, so the call may go once more. Somebody has waited for it twice by then.
            drop(pass);
            let turn = if matches!(turn, Turn::Idle) { Turn::Idle } else { Turn::Human };
            pass = self.turn(turn).await.ok_or(Error::Busy)?;
            answer = self.exchange(call, key).await;
        }
        let answer = answer.and_then(|body| read(&body, &pass));
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

    /// Waits until a call may begin.
    async fn turn(&self, turn: Turn<'_>) -> Option<Pass> {
        match turn {
            Turn::Human => self.budget.human(self.timeouts.human_turn).await,
            Turn::Idle => self.budget.idle(),
            Turn::Poll(attempt, interest) => {
                self.budget.poll(attempt.as_str(), interest, self.timeouts.poll_turn).await
            }
        }
    }

    /// The body of a successful answer, or why there is none.
    async fn exchange(&self, mut call: Request, key: HeaderValue) -> Result<Zeroizing<Vec<u8>>, Error> {
        call.headers_mut().insert(AUTHORIZATION, key);
        let response = self.client.execute(call).await.map_err(|error| {
            let error = error.without_url();
            debug!("A call to the account API failed: {}", wire::chain(&error));
            if error.is_connect() { Error::Unreachable } else { Error::Lost { status: None } }
        })?;
        let status = response.status();
        if status.is_success() {
            return wire::body(response).await;
        }
        if speaks_for_no_api(status) {
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
                    self.budget.throttled(retry_after);
                }
                Error::Throttled { retry_after }
            }
            other => Error::Declined { status: other.as_u16() },
        };
        Err(error)
    }
}

/// Whether a status says only that something is broken, or in between: the request may have had its effect, and
/// nothing was judged. A redirect is one: it leads elsewhere, where the key does not go.
fn speaks_for_no_api(status: StatusCode) -> bool {
    status.is_server_error()
        || status.is_redirection()
        || status.is_informational()
        || matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY)
}
