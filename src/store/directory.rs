//! The directory that holds the store: whether it is ours, that nobody else has it open, and that it is on disk.
//!
//! | name | what |
//! |---|---|
//! | `lock` | locked while the store is open |
//! | `header` | which generation counts; see `header` |
//! | `generation-1`, … | sled's files (`db`, `conf`, `blobs/`, `snap.*`), and `acknowledged`; see `mark` |
//! | `control.sock` | the socket of the bridge that runs |
//! | `calls` | what calls it has made to the account API |
//!
//! In a store of schema 1 the files of the one generation lie in the directory itself.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tracing::debug;

use super::Error;
use super::header::{Found, Header};
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
/// The socket of the bridge that runs, and the log of its calls, which are none of our business.
const OTHERS: [&str; 2] = ["control.sock", "calls"];
/// What a crash leaves of a header that was being written.
const UNFINISHED_HEADER: &str = "header.new";

/// How the directory of a generation is called, before its number.
const GENERATION: &str = "generation-";

/// A directory that is locked for us. Dropping it unlocks it.
#[derive(Debug)]
pub(super) struct Directory {
    path: PathBuf,
    _lock: File,
}

/// What the directory holds.
#[derive(Debug)]
pub(super) enum Holds {
    /// No store, and nothing that ever was one.
    Nothing,
    /// A store of schema 1.
    First,
    /// A store with this header.
    Store(Header),
    /// Generations, but no header that could be read.
    Headless,
}

impl Directory {
    /// Finds or creates the directory, and locks it. A foreign one is left as it is.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        create(path)?;
        let path = path.canonicalize().map_err(|error| cannot("find", path, error))?;
        holds(&path)?;
        let lock = lock(&path)?;
        Ok(Self { path, _lock: lock })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn holds(&self) -> Result<Holds, Error> {
        holds(&self.path)
    }

    /// Where a generation lies.
    pub(super) fn generation(&self, number: u32) -> PathBuf {
        self.path.join(format!("{GENERATION}{number}"))
    }

    /// The numbers of the generations that lie here, in no order.
    pub(super) fn generations(&self) -> Result<Vec<u32>, Error> {
        let names = names(&self.path)?;
        Ok(names.iter().filter_map(|name| name.strip_prefix(GENERATION)?.parse().ok()).collect())
    }
}

/// What a directory holds; an error if it holds anything that is none of ours.
fn holds(path: &Path) -> Result<Holds, Error> {
    let names = names(path)?;
    let there = |wanted: &str| names.iter().any(|name| name == wanted);
    match Header::read(path)? {
        Found::Header(header) => return Ok(Holds::Store(header)),
        Found::Damaged => return Ok(Holds::Headless),
        Found::Nothing => {}
    }
    if there(MARK) {
        return Ok(Holds::First);
    }
    if names.iter().any(|name| name.starts_with(GENERATION)) {
        return Ok(Holds::Headless);
    }
    // A start that was killed leaves some of these.
    let ours = [LOCK, BLOBS, PARAMETERS, UNFINISHED_HEADER];
    if names.iter().all(|name| ours.contains(&name.as_str()) || OTHERS.contains(&name.as_str())) {
        return Ok(Holds::Nothing);
    }
    Err(Error::NotAStore { path: path.to_owned() })
}

/// Whether a file of this name is sled's.
pub(super) fn is_databases(name: &str) -> bool {
    [DATABASE, PARAMETERS, BLOBS].contains(&name) || name.starts_with(SNAPSHOT)
}

/// Has sled's files reach the disk, and their names: sled itself never does that for `conf` and for new names.
pub(super) fn sync_database(path: &Path) -> Result<(), Error> {
    let blobs = path.join(BLOBS);
    for name in names(&blobs)? {
        sync(&blobs.join(name))?;
    }
    for name in [PARAMETERS, DATABASE, BLOBS] {
        sync(&path.join(name))?;
    }
    sync(path)
}

/// Has the names in the directory of a file reach the disk.
pub(super) fn sync_parent(path: &Path) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(parent)?.sync_all()
}

/// The path with something added to its name.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Removes a directory and all that is in it, if it is there.
pub(super) fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(cannot("remove", path, error)),
        _ => Ok(()),
    }
}

/// Makes a directory for its owner alone, and has its name reach the disk.
pub(super) fn create_private(path: &Path) -> Result<(), Error> {
    DirBuilder::new()
        .mode(0o700)
        .create(path)
        .and_then(|()| sync_parent(path))
        .map_err(|error| cannot("create", path, error))
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
    if hold(&lock).map_err(|error| cannot("lock", &file, error))? {
        Ok(lock)
    } else {
        Err(Error::InUse { path: path.to_owned() })
    }
}

/// Locks a file for as long as it is open, unless another process has it.
pub(super) fn hold(file: &File) -> io::Result<bool> {
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(false)
}

/// Removes snapshots that a killed start left half-written: sled takes them for whole ones and then refuses to open.
/// Nothing is lost, since a snapshot counts only once it is renamed.
pub(super) fn remove_unfinished_snapshots(path: &Path) -> Result<(), Error> {
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
