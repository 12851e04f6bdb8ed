//! The key, which may be replaced while the process lives: when the API refuses it, its file is read again.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use reqwest::header::HeaderValue;
use secrecy::SecretString;
use tracing::{debug, info};
use zeroize::Zeroizing;

use super::wire;

/// The longest key file that is read, in bytes.
const MOST_FILE: usize = 4_096;

/// The header with the key, and where a newer one may be found.
pub(super) struct Key {
    current: RwLock<HeaderValue>,
    file: Option<PathBuf>,
}

impl Key {
    /// A key that cannot be read again.
    pub(super) fn new(header: HeaderValue) -> Self {
        Self { current: RwLock::new(header), file: None }
    }

    /// The same key, to be read again from a file.
    pub(super) fn with_file(&self, file: Option<PathBuf>) -> Self {
        Self { current: RwLock::new(self.current()), file }
    }

    /// Whether there is a file to read it from again.
    pub(super) fn has_file(&self) -> bool {
        self.file.is_some()
    }

    /// The header as it goes with each call.
    pub(super) fn current(&self) -> HeaderValue {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The key that the operator has put in the place of `refused`, if there is one.
    pub(super) async fn renewed(&self, refused: &HeaderValue) -> Option<HeaderValue> {
        // Another call may have read it already.
        let current = self.current();
        if current != *refused {
            return Some(current);
        }
        let file = self.file.clone()?;
        let read = tokio::task::spawn_blocking(move || read(&file)).await.ok()?;
        let header = read.inspect_err(|error| debug!("The key cannot be read again: {error}")).ok()?;
        if header == *refused {
            return None;
        }
        info!("Read another key for the account API from its file");
        self.current.write().unwrap_or_else(PoisonError::into_inner).clone_from(&header);
        Some(header)
    }
}

/// Reads a key file. What cannot be a key, such as a file that is being written, is an error.
fn read(file: &Path) -> std::io::Result<HeaderValue> {
    let mut text = Zeroizing::new(String::with_capacity(MOST_FILE + 1));
    let most = u64::try_from(MOST_FILE).unwrap_or(u64::MAX);
    File::open(file)?.take(most).read_to_string(&mut text)?;
    let key = SecretString::from(text.trim_end_matches(['\r', '\n']));
    wire::authorization(&key).map_err(|error| std::io::Error::other(error.to_string()))
}
