//! What is remembered across restarts, on disk: sled behind one small struct.
//!
//! It answers for this: what was acknowledged is there after a crash, a batch is there whole or not at all, and a
//! directory that cannot be read is refused rather than begun anew. It does not know what the records mean; it
//! hands all of them over when it is opened and reads nothing again but the audit trail (`trail`).
//!
//! sled 0.34.7 keeps these promises only with some help, each part of which stands where it is given: what a killed
//! start leaves behind is cleared away (`directory`), `flush` is followed by an `fsync` of our own and
//! `flush_async`, which can deadlock, is never called (`committer`), the first error is the last (`committer`), and a
//! database that has silently lost its end is recognised (`mark`). Against everything else there is a `journal` of the
//! same batches, from which a store that does not open is rebuilt (`opening`).
//!
//! Values, journal and backups are sealed, with a key that lies elsewhere (`keys`).

use std::fmt;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};
use std::{fs, io};

use tokio::sync::{oneshot, watch};
use tracing::debug;

use crate::model::trail::{Entry, Query};
use crate::model::{Change, Record};

mod committer;
mod database;
mod directory;
mod envelope;
#[cfg(test)]
mod fuzz;
mod header;
mod journal;
mod key;
mod keys;
mod mark;
mod opening;
mod rescue;
mod trail;

use committer::{Committer, Order};
use directory::Directory;
pub use opening::Restored;
pub use trail::WholeTrail;

/// The version of everything that is on disk: the header, the envelope, the keys, the trees.
const SCHEMA: u16 = 2;

/// How many batches may wait for the disk; one more is refused with [`Error::Full`].
const MOST_WAITING: usize = 4_096;

/// Where the parts of a store lie.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Places {
    /// The data directory.
    pub path: PathBuf,
    /// The journal, outside of it: best on another disk.
    pub journal: PathBuf,
    /// The file with the key, outside of it.
    pub key_file: PathBuf,
}

impl Places {
    /// That there was a store, and is none any more.
    pub(crate) fn gone(&self) -> Error {
        let Self { path, journal, key_file } = self.clone();
        Error::Gone { key: key_file, path, journal }
    }
}

/// The open store. Dropping it closes it; [`Store::close`] also tells whether that went well.
pub struct Store {
    /// The way to the committer; gone once closed, which is what ends the committer.
    orders: Option<SyncSender<Order>>,
    committer: Option<JoinHandle<Result<(), Arc<Error>>>>,
    failure: watch::Receiver<Option<Arc<Error>>>,
    journal: PathBuf,
    /// Declared last, so that it is unlocked last.
    directory: Arc<Directory>,
}

/// Why the store cannot be opened, or did not take a batch.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process has it open.
    #[error("the store at {path} is in use by another process; stop that process, or configure another path", path = path.display())]
    InUse {
        /// Where.
        path: PathBuf,
    },
    /// What stands there is a file, not a directory.
    #[error("the store at {path} is not a directory; move the file away, or configure another path", path = path.display())]
    NotADirectory {
        /// Where.
        path: PathBuf,
    },
    /// Something else than a store of ours is in the directory.
    #[error("the directory {path} holds something else than a store; configure an empty directory, or one that does not exist", path = path.display())]
    NotAStore {
        /// Where.
        path: PathBuf,
    },
    /// A newer version wrote it.
    #[error(
        "the store was written by a newer version (schema {found}; this one reads up to {SCHEMA}); run that version, or restore a backup that this one made"
    )]
    Newer {
        /// The schema that was found.
        found: u16,
    },
    /// The key file is not there, and there is something that it sealed.
    #[error("the key file {path} is missing, and what is stored cannot be read without it; put it back from where you keep a copy, or name it with store.key_file", path = path.display())]
    KeyMissing {
        /// Where it should be.
        path: PathBuf,
    },
    /// The key file is there, and nothing that it sealed.
    #[error("there is a key file, {key}, so there was a store, and there is none at {path}, nor its journal at {journal}; mount the disk on which they lie, correct store.path and store.journal, or restore a backup with: twofa-bridge restore FILE. To begin with an empty store, move the key file away", key = key.display(), path = path.display(), journal = journal.display())]
    Gone {
        /// The key file.
        key: PathBuf,
        /// Where the store should be.
        path: PathBuf,
        /// Where its journal should be.
        journal: PathBuf,
    },
    /// The journal is another process's, whose store lies elsewhere.
    #[error("the journal {path} is in use by another process; stop that process, or name another one with store.journal", path = path.display())]
    JournalInUse {
        /// Where.
        path: PathBuf,
    },
    /// There is no room for one more store that is set aside.
    #[error("too many stores that were set aside lie beside {path}, their names ending in {ending} and a number; move them away, then try again", path = path.display())]
    ManyAside {
        /// The store.
        path: PathBuf,
        /// How their names end.
        ending: String,
    },
    /// What is there is no key file.
    #[error("{path} is no key file of this program; put the right one back, or name it with store.key_file", path = path.display())]
    KeyUnreadable {
        /// Where.
        path: PathBuf,
    },
    /// Another key sealed the store.
    #[error("what is stored is sealed with another key than the one in {path}; put the right key file back, or name it with store.key_file", path = path.display())]
    WrongKey {
        /// Where the key is that does not fit.
        path: PathBuf,
    },
    /// The key file, or the journal, would lie in the data directory.
    #[error("the {what} {path} would lie in the data directory, and whoever took one would have both; configure store.{key} elsewhere", path = path.display(), key = what.replace(' ', "_"))]
    Inside {
        /// Which of the two.
        what: &'static str,
        /// Where.
        path: PathBuf,
    },
    /// The journal is another store's.
    #[error("the journal {path} belongs to another store; configure store.journal elsewhere, or move it away", path = path.display())]
    ForeignJournal {
        /// Where.
        path: PathBuf,
    },
    /// A backup cannot be restored.
    #[error("{path} cannot be restored: {reason}; nothing was changed", path = path.display())]
    BackupUnreadable {
        /// Where.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The files cannot be read as a database, or hold less than was acknowledged.
    #[error("the store at {path} is damaged: {reason}; nothing was changed. Restore a backup with: twofa-bridge restore FILE", path = path.display())]
    Unreadable {
        /// Where.
        path: PathBuf,
        /// What the database said, which holds nothing of the records.
        reason: String,
    },
    /// The operating system refused.
    #[error("cannot {doing} {path}: {source}; see to it that the path exists, has room, and belongs to the user who runs the bridge", path = path.display())]
    Io {
        /// What was to be done.
        doing: &'static str,
        /// To what.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A record is larger than the store keeps; nothing of its batch was applied.
    #[error(
        "a record of {bytes} bytes for {tree} is larger than the store keeps; nothing of its batch was stored"
    )]
    TooLarge {
        /// For which tree.
        tree: &'static str,
        /// How large it is with its envelope, in bytes.
        bytes: usize,
    },
    /// A record has no JSON, which is a bug; nothing of its batch was applied.
    #[error("a record for {tree} cannot be encoded; nothing of its batch was stored")]
    Unencodable {
        /// For which tree.
        tree: &'static str,
    },
    /// More batches wait for the disk than may; this one was not taken.
    #[error("{MOST_WAITING} batches wait for the disk already; find out why it is slow")]
    Full,
    /// The database could not write. Nothing is acknowledged any more.
    #[error("the store cannot write: {reason}; see to the disk and start again")]
    Unwritable {
        /// What the database or the operating system said, which holds nothing of the records.
        reason: String,
    },
    /// Something failed earlier, and nothing is acknowledged any more.
    #[error("the store has stopped after an earlier error; see to that one and start again")]
    Stopped,
}

impl Error {
    fn unwritable(cause: &dyn fmt::Display) -> Self {
        Self::Unwritable { reason: cause.to_string() }
    }
}

impl Store {
    /// Opens the store, and creates its directory (mode 0700), its journal and its key file (0600) if there is none;
    /// hands over all that it holds.
    ///
    /// Records come by kind, and within a kind in the order of their keys. Everything is read and verified. A store that
    /// is damaged is rebuilt from its journal, which is logged as an error; what was left of it is kept beside it. If
    /// that is not possible, nothing was changed, apart from what the database does to its own files when it opens
    /// them. Blocks on the disk.
    pub fn open(places: &Places) -> Result<(Self, Vec<Record>), Error> {
        let directory = Arc::new(Directory::open(&places.path)?);
        let opened = opening::open(&directory, places)?;
        let (orders, received) = sync_channel(MOST_WAITING);
        let (announce, failure) = watch::channel(None);
        let (committer, records) = Committer::new(opened, Arc::clone(&directory), announce)?;
        let committer =
            thread::Builder::new().name("store".to_owned()).spawn(move || committer.run(&received)).map_err(
                |source| Error::Io { doing: "start a thread for", path: directory.path().to_owned(), source },
            )?;
        debug!("Opened the store with {} records", records.len());
        let journal = places.journal.clone();
        Ok((Self { orders: Some(orders), committer: Some(committer), failure, journal, directory }, records))
    }

    /// Puts a backup, or a journal, in the place of a store that nobody has open; what was there is set aside.
    ///
    /// A backup is older than what it replaces, and people may have withdrawn since: if the store or its journal can be
    /// read, links that have ended stay ended, and accounts that are frozen stay frozen. Blocks on the disk.
    pub fn restore(places: &Places, backup: &Path) -> Result<Restored, Error> {
        let directory = Directory::open(&places.path)?;
        opening::restore(&directory, places, backup)
    }

    /// Hands over a batch, which is applied whole, after all those handed over before it.
    ///
    /// Never blocks. The answer comes once the batch is durable, and is final: after [`Error::Full`],
    /// [`Error::TooLarge`] and [`Error::Unencodable`] nothing of this batch is stored and the store goes on; after
    /// [`Error::Stopped`] whether the batch is there shows only when the store is opened again. An answer that nobody waits for changes nothing.
    pub fn commit(&self, batch: Vec<Change>) -> oneshot::Receiver<Result<(), Error>> {
        self.order(|answer| Order::Commit { batch, answer })
    }

    /// Writes down everything that was committed before, as bytes for a file that [`Store::restore`] takes. They are
    /// sealed, and open with the key file alone: whoever keeps one has to keep a copy of the key file elsewhere.
    pub fn backup(&self) -> oneshot::Receiver<Result<Vec<u8>, Error>> {
        self.order(|answer| Order::Backup { answer })
    }

    /// Reads entries of the audit trail, newest first, with everything that was committed before.
    pub fn recall(&self, query: Query) -> oneshot::Receiver<Result<Vec<Entry>, Error>> {
        self.order(|answer| Order::Recall { query, answer })
    }

    /// Reads the whole audit trail, with everything that was committed before.
    pub fn whole_trail(&self) -> oneshot::Receiver<Result<WholeTrail, Error>> {
        self.order(|answer| Order::WholeTrail { answer })
    }

    /// Draws new keys, also for the key file, seals everything with them, and destroys the old ones. Backups that were
    /// made before do not open any more.
    pub fn change_keys(&self) -> oneshot::Receiver<Result<(), Error>> {
        self.order(|answer| Order::ChangeKeys { answer })
    }

    fn order<T>(
        &self,
        order: impl FnOnce(oneshot::Sender<Result<T, Error>>) -> Order,
    ) -> oneshot::Receiver<Result<T, Error>> {
        let (answer, answered) = oneshot::channel();
        let Some(orders) = &self.orders else {
            _ = answer.send(Err(Error::Stopped));
            return answered;
        };
        let (refused, error) = match orders.try_send(order(answer)) {
            Ok(()) => return answered,
            Err(TrySendError::Full(order)) => (order, Error::Full),
            Err(TrySendError::Disconnected(order)) => (order, Error::Stopped),
        };
        refused.refuse(error);
        answered
    }

    /// Comes to an end when the store has failed for good, and tells why; never, if it does not fail.
    ///
    /// A failed `fsync` cannot be repeated: the kernel may have dropped what it could not write. So the first error is
    /// the last, and the program has to start again.
    pub fn failed(&self) -> impl Future<Output = Arc<Error>> + Send + use<> {
        let mut failure = self.failure.clone();
        async move {
            let seen = failure.wait_for(Option::is_some).await.ok().and_then(|error| error.clone());
            match seen {
                Some(error) => error,
                // The store was closed without a failure.
                None => std::future::pending().await,
            }
        }
    }

    /// Why the store has failed for good, if it has.
    pub fn failure(&self) -> Option<Arc<Error>> {
        self.failure.borrow().clone()
    }

    /// Stores what is waiting, and closes the database; an error is the one that [`Store::failed`] has told. Blocks
    /// on the disk.
    pub fn close(mut self) -> Result<(), Arc<Error>> {
        self.finish()
    }

    /// Measures the store and its journal, in bytes, wherever it is called. Blocks on the disk.
    pub fn measure(&self) -> impl FnOnce() -> io::Result<(u64, u64)> + Send + use<> {
        let (directory, journal) = (self.directory.path().to_owned(), self.journal.clone());
        move || Ok((size(&directory)?, fs::metadata(journal)?.len()))
    }

    /// How long the journal is, in bytes. Blocks on the disk.
    pub fn journal_size(&self) -> Result<u64, Error> {
        let size = fs::metadata(&self.journal).map(|found| found.len());
        size.map_err(|source| Error::Io { doing: "measure", path: self.journal.clone(), source })
    }

    /// How much room the store takes on disk, in bytes, without the journal. Blocks on the disk.
    pub fn size_on_disk(&self) -> Result<u64, Error> {
        size(self.directory.path()).map_err(|source| Error::Io {
            doing: "measure",
            path: self.directory.path().to_owned(),
            source,
        })
    }

    /// Ends the committer, and waits until it has ended.
    fn finish(&mut self) -> Result<(), Arc<Error>> {
        drop(self.orders.take());
        match self.committer.take().map(JoinHandle::join) {
            None => Ok(()),
            Some(Ok(result)) => result,
            Some(Err(_)) => Err(Arc::new(Error::Stopped)),
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // An error was told by `failed` already.
        _ = self.finish();
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("path", &self.directory.path()).finish_non_exhaustive()
    }
}

/// The sum of the sizes of all files below a directory. A file that vanishes meanwhile counts nothing: the database
/// removes files of its own.
fn size(path: &Path) -> io::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        match entry.metadata() {
            Ok(found) if found.is_dir() => sum += size(&entry.path())?,
            Ok(found) => sum += found.len(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(sum)
}
