//! sled itself: opening it, seeing to it that it is whole, and reading all of it.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::directory::{self, Directory};
use super::key::{self, Kind};
use super::{Error, Flaw, SCHEMA, envelope, rescue};
use crate::model::Record;

/// How much of the database is kept in memory, in bytes; sled's own default is 1 GiB.
const CACHE: u64 = 32 * 1024 * 1024;

/// The tree of what is about the store as a whole.
const META: &str = "meta";
/// Where in it the schema stands, as two bytes, big-endian.
const META_SCHEMA: &str = "schema";
/// The tree that sled makes by itself and we do not use.
const DEFAULT: &[u8] = b"__sled__default";

/// sled unlocks its file only when its last thread is done, which may be a moment after it was closed. How often it is
/// tried again.
const LOCK_TRIES: u32 = 100;
/// How long to wait before it is tried again.
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// The open database, with one tree for each kind of record.
pub(super) struct Database {
    db: sled::Db,
    trees: Vec<sled::Tree>,
}

/// Why the database is not open.
pub(super) enum Trouble {
    /// Final.
    Told(Error),
    /// The operating system refused.
    Refused(io::Error),
    /// sled cannot make sense of its files.
    Damaged(String),
}

impl Trouble {
    /// As an error about the store at `path`.
    pub(super) fn about(self, path: &Path) -> Error {
        match self {
            Self::Told(error) => error,
            Self::Refused(source) => directory::cannot("open the database in", path, source),
            Self::Damaged(reason) => Error::Unreadable { path: path.to_owned(), reason },
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Told(error)
    }
}

/// Opens the database, or makes one if there never was any, and reads all that it holds.
pub(super) fn open(directory: &Directory) -> Result<(Database, Vec<Record>), Error> {
    let path = directory.path();
    let opened = guarded(|| {
        let database = if directory.founded() { Database::reopen(path)? } else { found(directory)? };
        directory.sync()?;
        let records = database.read()?;
        Ok((database, records))
    });
    match opened {
        Err(Trouble::Damaged(reason)) if directory.founded() => rescue::open(directory, reason),
        opened => opened.map_err(|trouble| trouble.about(path)),
    }
}

/// Opens and reads a database that was durable once.
pub(super) fn reopen(path: &Path) -> Result<(Database, Vec<Record>), Trouble> {
    guarded(|| {
        let database = Database::reopen(path)?;
        let records = database.read()?;
        Ok((database, records))
    })
}

/// What a panic said.
pub(super) fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    format!("the database panicked: {}", text.unwrap_or("without a word"))
}

/// Makes the database, in a directory where none was ever durable.
fn found(directory: &Directory) -> Result<Database, Trouble> {
    let path = directory.path();
    let db = open_sled(path)?;
    let known = |name: &[u8]| {
        [DEFAULT, META.as_bytes()].contains(&name)
            || Kind::ALL.iter().any(|kind| kind.name().as_bytes() == name)
    };
    if !db.tree_names().iter().all(|name| known(name)) || !db.is_empty() {
        return Err(Error::NotAStore { path: path.to_owned() }.into());
    }
    let database = Database::new(db)?;
    if database.schema()?.is_none() {
        // A database with trees named like ours, but no schema, is none of ours either.
        if database.trees.iter().any(|tree| !tree.is_empty()) {
            return Err(Error::NotAStore { path: path.to_owned() }.into());
        }
        database.meta()?.insert(META_SCHEMA, &SCHEMA.to_be_bytes()).map_err(trouble)?;
        database.flush()?;
    }
    database.check_schema()?;
    directory.sync()?;
    directory.found()?;
    Ok(database)
}

impl Database {
    fn reopen(path: &Path) -> Result<Self, Trouble> {
        let database = Self::new(open_sled(path)?)?;
        database.check_schema()?;
        Ok(database)
    }

    fn new(db: sled::Db) -> Result<Self, Trouble> {
        let trees: Result<Vec<_>, _> = Kind::ALL.iter().map(|kind| db.open_tree(kind.name())).collect();
        Ok(Self { db, trees: trees.map_err(trouble)? })
    }

    /// The tree for a kind of record.
    pub(super) fn tree(&self, kind: Kind) -> &sled::Tree {
        &self.trees[kind as usize]
    }

    /// Hands everything to the kernel, and waits until it is written. This alone does not survive a loss of power.
    pub(super) fn flush(&self) -> Result<(), Error> {
        self.db.flush().map(|_| ()).map_err(|error| Error::unwritable(&error))
    }

    /// Reads and verifies everything.
    fn read(&self) -> Result<Vec<Record>, Trouble> {
        let mut records = Vec::new();
        for kind in Kind::ALL {
            for (index, row) in self.tree(kind).iter().enumerate() {
                let (key, value) = row.map_err(trouble)?;
                let damaged = |flaw| Error::Damaged { tree: kind.name(), row: index + 1, flaw };
                let record = envelope::unwrap(&value).map_err(damaged)?;
                let (place, bytes) = key::place(&record.key());
                if place != kind || bytes != *key {
                    return Err(damaged(Flaw::Misplaced).into());
                }
                records.push(record);
            }
        }
        Ok(records)
    }

    fn meta(&self) -> Result<sled::Tree, Trouble> {
        self.db.open_tree(META).map_err(trouble)
    }

    fn schema(&self) -> Result<Option<u16>, Trouble> {
        let Some(value) = self.meta()?.get(META_SCHEMA).map_err(trouble)? else { return Ok(None) };
        match *value {
            [high, low] => Ok(Some(u16::from_be_bytes([high, low]))),
            _ => Err(Trouble::Damaged("its schema has the wrong length".to_owned())),
        }
    }

    /// Refuses what this version cannot read. Migrations from older schemas begin here, once there are any.
    fn check_schema(&self) -> Result<(), Trouble> {
        match self.schema()? {
            Some(SCHEMA) => Ok(()),
            Some(found) if found > SCHEMA => Err(Error::Newer { found }.into()),
            Some(found) => Err(Trouble::Damaged(format!("there never was a schema {found}"))),
            None => Err(Trouble::Damaged("it has lost its schema, and all else with it".to_owned())),
        }
    }
}

fn open_sled(path: &Path) -> Result<sled::Db, Trouble> {
    let mut tries = 1;
    loop {
        match sled::Config::new().path(path).cache_capacity(CACHE).open() {
            Ok(db) => return Ok(db),
            Err(error) if !is_locked(&error) => return Err(trouble(error)),
            Err(_) if tries == LOCK_TRIES => return Err(Error::InUse { path: path.to_owned() }.into()),
            Err(_) => {
                tries += 1;
                thread::sleep(LOCK_PAUSE);
            }
        }
    }
}

/// Whether sled could not lock its file. It says so only in words.
fn is_locked(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(error) if error.to_string().starts_with("could not acquire lock"))
}

/// Tells the operating system's refusals from files that make no sense.
fn trouble(error: sled::Error) -> Trouble {
    match error {
        sled::Error::Io(error) if error.raw_os_error().is_some() => Trouble::Refused(error),
        error @ (sled::Error::Io(_)
        | sled::Error::Corruption { .. }
        | sled::Error::CollectionNotFound(_)
        | sled::Error::Unsupported(_)
        | sled::Error::ReportableBug(_)) => Trouble::Damaged(error.to_string()),
    }
}

/// sled meets some damage with a panic, which here is an error like the others.
fn guarded<T>(act: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
    let outcome = catch_unwind(AssertUnwindSafe(act));
    outcome.unwrap_or_else(|panic| Err(Trouble::Damaged(panic_text(panic.as_ref()))))
}
