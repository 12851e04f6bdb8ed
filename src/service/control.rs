//! The socket in the data directory through which commands of the same operator reach the bridge that runs.
//!
//! The store belongs to one process, so `twofa-bridge invite` asks the one that has it. Whoever may read the data
//! directory may do this; nobody else can reach the socket.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::model::Timestamp;
use crate::switchboard::command::Response;

/// How long one exchange may take.
const EXCHANGE_WITHIN: Duration = Duration::from_secs(30);

/// The longest request, in bytes.
const MOST_REQUEST: u64 = 4_096;

/// An invitation is wanted on the command line.
#[derive(Debug)]
pub struct InvitationWanted {
    /// For which account, by id or by handle.
    pub account: String,
    /// Where the answer goes.
    pub answer: oneshot::Sender<Response>,
}

/// What goes over the socket, one line of JSON each way.
#[derive(Serialize, Deserialize)]
enum Request {
    Invite { account: String },
}

/// The answer to `twofa-bridge invite`.
#[derive(Debug, Serialize, Deserialize)]
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
            | Response::UnknownAttempt => {
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
    pub(super) fn serve(store: &Path, wanted: mpsc::Sender<InvitationWanted>) -> io::Result<Self> {
        let path = socket(store);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
        let listener = UnixListener::bind(&path)?;
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // One after the other: an operator types them.
                let _ = timeout(EXCHANGE_WITHIN, answer(stream, &wanted)).await;
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

async fn answer(stream: UnixStream, wanted: &mpsc::Sender<InvitationWanted>) -> io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut line = String::new();
    BufReader::new(reader.take(MOST_REQUEST)).read_line(&mut line).await?;
    let Ok(Request::Invite { account }) = serde_json::from_str(&line) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let (answer, answered) = oneshot::channel();
    let asked = wanted.send(InvitationWanted { account: account.clone(), answer }).await;
    let invited = match (asked, answered.await) {
        (Ok(()), Ok(response)) => Invited::from_response(&account, response),
        _ => Invited::Refused("the bridge is stopping; try again when it runs".to_owned()),
    };
    let mut bytes = serde_json::to_vec(&invited)?;
    bytes.push(b'\n');
    writer.write_all(&bytes).await
}

/// Asks the bridge that has this store for an invitation. None if no bridge runs.
pub async fn ask_for_invitation(store: &Path, account: &str) -> io::Result<Option<Invited>> {
    let mut stream = match UnixStream::connect(socket(store)).await {
        Ok(stream) => stream,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused) => {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let mut request = serde_json::to_vec(&Request::Invite { account: account.to_owned() })?;
    request.push(b'\n');
    stream.write_all(&request).await?;
    let mut answer = String::new();
    timeout(EXCHANGE_WITHIN, stream.read_to_string(&mut answer))
        .await
        .map_err(|_| io::ErrorKind::TimedOut)??;
    Ok(Some(serde_json::from_str(&answer)?))
}
