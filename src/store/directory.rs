//! The directory that holds the store: whether it is ours, that nobody else has it open, and that it is on disk.
//!
//! | name | what |
//! |---|---|
//! | `lock` | locked while the store is open |
//! | `acknowledged` | how many batches the database must hold; see `mark` |
//! | `db`, `conf`, `blobs/`, `snap.*` | sled's |

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tracing::debug;

use super::Error;
use super::mark::MARK;

/// sled's file with all the data.
pub(super) const DATABASE: &str = "db";
/// sled's parameters.
pub(super) const PARAMETERS: &str = "conf";
/// sled's directory for its largest pages.
pub(super) const BLOBS: &str = "blobs";
/// How sled's snapshots of its page table begin. They save time at the start and can be made anew.
pub(super) const SNAPSHOT: &str = "snap.";
/// How a snapshot ends while it is written.
const UNFINISHED: &str = ".generating";
/// The file that is locked.
pub(super) const LOCK: &str = "lock";

/// A directory that is locked for us. Dropping it unlocks it.
#[derive(Debug)]
pub(super) struct Directory {
    path: PathBuf,
    founded: bool,
    _lock: File,
}

impl Directory {
    /// Finds or creates the directory, and locks it. A foreign one is left as it is.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        create(path)?;
        let path = path.canonicalize().map_err(|error| cannot("find", path, error))?;
        is_founded(&path)?;
        let lock = lock(&path)?;
        // Looked at once more, because whoever had the lock before may have changed it.
        let founded = is_founded(&path)?;
        remove_unfinished_snapshots(&path)?;
        Ok(Self { path, founded, _lock: lock })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the database was durable once.
    pub(super) fn founded(&self) -> bool {
        self.founded
    }

    /// Has sled's files reach the disk, and their names: sled itself never does that for `conf` and for new names.
    pub(super) fn sync(&self) -> Result<(), Error> {
        for name in [PARAMETERS, DATABASE, BLOBS] {
            sync(&self.path.join(name))?;
        }
        sync(&self.path)
    }
}

/// Has a file or a directory reach the disk.
pub(super) fn sync(path: &Path) -> Result<(), Error> {
    File::open(path).and_then(|file| file.sync_all()).map_err(|error| cannot("sync", path, error))
}

/// The names of what a directory holds.
pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    let list = || {
        fs::read_dir(path)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<Vec<_>>>()
    };
    list().map_err(|error| cannot("read", path, error))
}

pub(super) fn cannot(doing: &'static str, path: &Path, source: io::Error) -> Error {
    Error::Io { doing, path: path.to_owned(), source }
}

/// Creates the directory if it is not there; the one above it has to be.
fn create(path: &Path) -> Result<(), Error> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Ok(()),
        Ok(_) => return Err(Error::NotADirectory { path: path.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(cannot("find", path, error)),
    }
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => {}
        // Somebody else was faster; the lock decides between us.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(cannot("create", path, error)),
    }
    let found = path.canonicalize().map_err(|error| cannot("find", path, error))?;
    found.parent().map_or(Ok(()), sync)
}

/// Whether the directory holds a store that was durable once; an error if it holds anything that is none of ours.
fn is_founded(path: &Path) -> Result<bool, Error> {
    let names = names(path)?;
    let holds = |wanted: &str| names.iter().any(|name| name == wanted);
    if holds(MARK) {
        return match [DATABASE, PARAMETERS].into_iter().find(|name| !holds(name)) {
            None => Ok(true),
            Some(name) => Err(Error::Unreadable {
                path: path.to_owned(),
                reason: format!("its file {name} is missing"),
            }),
        };
    }
    // A start that was killed leaves some of sled's files, in the order in which it makes them.
    let begun = names.iter().all(|name| {
        [LOCK, BLOBS, PARAMETERS, DATABASE].contains(&name.as_str()) || name.starts_with(SNAPSHOT)
    });
    if !begun || (holds(DATABASE) && !holds(PARAMETERS)) {
        return Err(Error::NotAStore { path: path.to_owned() });
    }
    Ok(false)
}

/// How often the lock is tried: a process that is just ending may hold it for a moment.
const LOCK_TRIES: u32 = 20;

/// The pause between two tries.
const LOCK_PAUSE: Duration = Duration::from_millis(10);

/// Takes the lock, which the kernel gives back when we end, however we end.
fn lock(path: &Path) -> Result<File, Error> {
    let file = path.join(LOCK);
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&file)
        .map_err(|error| cannot("open", &file, error))?;
    for _ in 0..LOCK_TRIES {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
            Err(TryLockError::Error(error)) => return Err(cannot("lock", &file, error)),
        }
    }
    Err(Error::InUse { path: path.to_owned() })
}

/// Removes snapshots that a killed start left half-written: sled takes them for whole ones and then refuses to open.
/// Nothing is lost, since a snapshot counts only once it is renamed.
fn remove_unfinished_snapshots(path: &Path) -> Result<(), Error> {
    let mut any = false;
    for name in names(path)? {
        if name.starts_with(SNAPSHOT) && name.ends_with(UNFINISHED) {
            let file = path.join(&name);
            fs::remove_file(&file).map_err(|error| cannot("remove", &file, error))?;
            debug!("Removed the unfinished snapshot {name}");
            any = true;
        }
    }
    if any { sync(path) } else { Ok(()) }
}
