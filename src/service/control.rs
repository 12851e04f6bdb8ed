//! The socket in the data directory through which commands of the same operator reach the bridge that runs.
//!
//! The store belongs to one process, so `twofa-bridge invite`, `audit`, `backup` and `rotate-key` ask the one that has it. Whoever
//! may read the data directory may do this; nobody else can reach the socket.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fmt, io};

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tracing::warn;

use crate::model::Timestamp;
use crate::store::WholeTrail;
use crate::switchboard::command::Response;

/// How long one exchange may take.
const EXCHANGE_WITHIN: Duration = Duration::from_secs(30);

/// How long to wait after a connection that could not be taken.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(500);

/// The longest request, in bytes.
const MOST_REQUEST: u64 = 4_096;

/// Something is wanted on the command line.
#[derive(Debug)]
pub enum Wanted {
    /// An invitation.
    Invitation {
        /// For which account, by id or by handle.
        account: String,
        /// Where the answer goes.
        answer: oneshot::Sender<Response>,
    },
    /// A backup of the store.
    Backup {
        /// Where it goes, or why there is none.
        answer: oneshot::Sender<Result<Vec<u8>, String>>,
    },
    /// The audit trail.
    Trail {
        /// Where it goes, or why it cannot be read.
        answer: oneshot::Sender<Result<WholeTrail, String>>,
    },
    /// New keys for the store.
    NewKeys {
        /// Where it is told that they are in use, or why not.
        answer: oneshot::Sender<Result<(), String>>,
    },
}

/// What is asked over the socket, as one line of JSON.
#[derive(Serialize, Deserialize)]
enum Request {
    Invite { account: String },
    Backup,
    Trail,
    NewKeys,
}

/// The line that answers a request for a backup; the backup follows it, if there is one.
#[derive(Serialize, Deserialize)]
enum BackedUp {
    Made { bytes: usize },
    Refused(String),
}

/// What is said when the bridge ends before it can answer.
const STOPPING: &str = "the bridge is stopping; try again when it runs, or has stopped";

/// The answer to `twofa-bridge invite`.
#[derive(Serialize, Deserialize)]
pub enum Invited {
    /// An invitation was made.
    Made {
        /// What the account is called.
        handle: String,
        /// The secret part of the link.
        word: String,
        /// Until when it works.
        expires_at: Timestamp,
    },
    /// None was made, and why.
    Refused(String),
}

impl fmt::Debug for Invited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Made { handle, word: _, expires_at } => f
                .debug_struct("Made")
                .field("handle", handle)
                .field("expires_at", expires_at)
                .finish_non_exhaustive(),
            Self::Refused(why) => f.debug_tuple("Refused").field(why).finish(),
        }
    }
}

impl Invited {
    /// Puts the switchboard's response into this form.
    pub fn from_response(account: &str, response: Response) -> Self {
        match response {
            Response::Invitation { handle, word, expires_at } => {
                Self::Made { handle: handle.as_str().to_owned(), word: word.expose().to_owned(), expires_at }
            }
            Response::AmbiguousAccount(accounts) => {
                let ids: Vec<&str> = accounts.iter().map(crate::model::AccountId::as_str).collect();
                Self::Refused(format!(
                    "several accounts are called {account}; name one by its id: {}",
                    ids.join(", ")
                ))
            }
            Response::UnknownAccount => Self::Refused(format!(
                "no account is called {account}; add it at the account API, or under [[accounts]] in the config"
            )),
            Response::AccountsUnavailable => Self::Refused(format!(
                "{account} is not known, and the account API does not answer; try again when it does"
            )),
            Response::Watching
            | Response::AlreadyWatching
            | Response::AttemptTaken
            | Response::AccountBusy(_)
            | Response::AccountFrozen
            | Response::TooManyAttempts
            | Response::Attempt(_)
            | Response::UnknownAttempt
            | Response::Overview(_) => {
                Self::Refused("the bridge gave an answer to something else".to_owned())
            }
        }
    }
}

/// The socket, while the bridge runs.
pub(super) struct Control {
    path: PathBuf,
    serving: JoinHandle<()>,
}

/// Where the socket of a store is.
fn socket(store: &Path) -> PathBuf {
    store.join("control.sock")
}

impl Control {
    /// Begins to serve. The store is ours already, so a socket that is there was left behind.
    pub(super) fn serve(store: &Path, wanted: mpsc::Sender<Wanted>) -> io::Result<Self> {
        let path = socket(store);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
        let listener = UnixListener::bind(&path)?;
        let serving = tokio::spawn(async move {
            loop {
                match listener.accept().await {
                    // One after the other: an operator types them.
                    Ok((stream, _)) => drop(timeout(EXCHANGE_WITHIN, answer(stream, &wanted)).await),
                    // Whoever connected has gone, or this process has too many files open for a while.
                    Err(error) => {
                        warn!("A command of the operator could not be taken, trying again: {error}");
                        sleep(ACCEPT_AGAIN_AFTER).await;
                    }
                }
            }
        });
        Ok(Self { path, serving })
    }

    /// Ends serving.
    pub(super) fn close(self) {
        self.serving.abort();
        // If it cannot be removed, the next start does it.
        let _ = std::fs::remove_file(&self.path);
    }
}

async fn answer(stream: UnixStream, wanted: &mpsc::Sender<Wanted>) -> io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut line = String::new();
    BufReader::new(reader.take(MOST_REQUEST)).read_line(&mut line).await?;
    let Ok(request) = serde_json::from_str(&line) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    match request {
        Request::Invite { account } => {
            let answered =
                ask(wanted, |answer| Wanted::Invitation { account: account.clone(), answer }).await;
            let invited = match answered {
                Some(response) => Invited::from_response(&account, response),
                None => Invited::Refused(STOPPING.to_owned()),
            };
            writer.write_all(&json_line(&invited)?).await
        }
        Request::Backup => {
            let answered = ask(wanted, |answer| Wanted::Backup { answer }).await;
            match answered.unwrap_or_else(|| Err(STOPPING.to_owned())) {
                Ok(backup) => {
                    writer.write_all(&json_line(&BackedUp::Made { bytes: backup.len() })?).await?;
                    writer.write_all(&backup).await
                }
                Err(why) => writer.write_all(&json_line(&BackedUp::Refused(why))?).await,
            }
        }
        Request::Trail => {
            let answered = ask(wanted, |answer| Wanted::Trail { answer }).await;
            writer.write_all(&json_line(&answered.unwrap_or_else(|| Err(STOPPING.to_owned())))?).await
        }
        Request::NewKeys => {
            let answered = ask(wanted, |answer| Wanted::NewKeys { answer }).await;
            writer.write_all(&json_line(&answered.unwrap_or_else(|| Err(STOPPING.to_owned())))?).await
        }
    }
}

/// Hands a wish to the bridge, and waits for what becomes of it; none if the bridge ends before.
async fn ask<T>(wanted: &mpsc::Sender<Wanted>, wish: impl FnOnce(oneshot::Sender<T>) -> Wanted) -> Option<T> {
    let (answer, answered) = oneshot::channel();
    wanted.send(wish(answer)).await.ok()?;
    answered.await.ok()
}

fn json_line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Asks the bridge that has this store for an invitation. None if no bridge runs.
pub async fn ask_for_invitation(store: &Path, account: &str) -> io::Result<Option<Invited>> {
    let answer = exchange(store, &Request::Invite { account: account.to_owned() }).await?;
    answer.map(|bytes| Ok(serde_json::from_slice(&bytes)?)).transpose()
}

/// Asks the bridge that has this store for a backup, or why there is none. None if no bridge runs.
pub async fn ask_for_backup(store: &Path) -> io::Result<Option<Result<Vec<u8>, String>>> {
    let Some(mut bytes) = exchange(store, &Request::Backup).await? else { return Ok(None) };
    let broken = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let line = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(broken)?;
    let backup = bytes.split_off(line + 1);
    match serde_json::from_slice(&bytes)? {
        BackedUp::Made { bytes } if bytes == backup.len() => Ok(Some(Ok(backup))),
        BackedUp::Made { .. } => Err(broken()),
        BackedUp::Refused(why) => Ok(Some(Err(why))),
    }
}

/// Asks the bridge that has this store for the audit trail. None if no bridge runs.
pub async fn ask_for_trail(store: &Path) -> io::Result<Option<Result<WholeTrail, String>>> {
    let answer = exchange(store, &Request::Trail).await?;
    answer.map(|bytes| Ok(serde_json::from_slice(&bytes)?)).transpose()
}

/// Asks the bridge that has this store to draw new keys. None if no bridge runs.
pub async fn ask_for_new_keys(store: &Path) -> io::Result<Option<Result<(), String>>> {
    let answer = exchange(store, &Request::NewKeys).await?;
    answer.map(|bytes| Ok(serde_json::from_slice(&bytes)?)).transpose()
}

/// Sends a request and reads all of the answer. None if no bridge runs.
async fn exchange(store: &Path, request: &Request) -> io::Result<Option<Vec<u8>>> {
    let mut stream = match UnixStream::connect(socket(store)).await {
        Ok(stream) => stream,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused) => {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    stream.write_all(&json_line(request)?).await?;
    let mut answer = Vec::new();
    timeout(EXCHANGE_WITHIN, stream.read_to_end(&mut answer))
        .await
        .map_err(|_| io::ErrorKind::TimedOut)??;
    Ok(Some(answer))
}
