//! sled itself: opening it, seeing to it that it is whole, and reading all of it.

use std::any::Any;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;
use std::time::Duration;

use sled::transaction::{TransactionError, TransactionResult, Transactional as _};

use super::directory::{self, Directory};
use super::key::{self, Kind};
use super::mark::{MARK, Mark};
use super::{Error, Flaw, SCHEMA, envelope, rescue};
use crate::model::Record;

/// How much of the database is kept in memory, in bytes; sled's own default is 1 GiB.
const CACHE: u64 = 32 * 1024 * 1024;

/// The tree of what is about the store as a whole.
const META: &str = "meta";
/// Where in it the schema stands, as two bytes, big-endian.
const META_SCHEMA: &str = "schema";
/// Where in it the tally stands, as two numbers of eight bytes, big-endian.
const META_TALLY: &str = "tally";
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
    meta: sled::Tree,
    tally: Tally,
}

/// What the database says of itself, in the same transaction as each batch.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// How many batches there were since it was made.
    batches: u64,
    /// How many records it holds.
    records: u64,
}

/// One step of a batch, in bytes; a value is put, none is removed.
pub(super) struct Step {
    pub(super) kind: Kind,
    pub(super) key: Vec<u8>,
    pub(super) value: Option<Vec<u8>>,
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
        let records = database.read(path)?;
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
        let records = database.read(path)?;
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
    let mut database = Database::new(db)?;
    if database.schema()?.is_none() {
        // A database with trees named like ours, but no schema, is none of ours either.
        if database.trees.iter().any(|tree| !tree.is_empty()) {
            return Err(Error::NotAStore { path: path.to_owned() }.into());
        }
        let mut meta = sled::Batch::default();
        meta.insert(META_SCHEMA, &SCHEMA.to_be_bytes());
        meta.insert(META_TALLY, &Tally::default().bytes());
        database.meta.apply_batch(meta).map_err(trouble)?;
        database.flush()?;
    }
    database.begin()?;
    directory.sync()?;
    Mark::create(path, database.tally.batches)?;
    Ok(database)
}

impl Database {
    fn reopen(path: &Path) -> Result<Self, Trouble> {
        let mut database = Self::new(open_sled(path)?)?;
        database.begin()?;
        Ok(database)
    }

    fn new(db: sled::Db) -> Result<Self, Trouble> {
        let trees: Result<Vec<_>, _> = Kind::ALL.iter().map(|kind| db.open_tree(kind.name())).collect();
        let trees = trees.map_err(trouble)?;
        let meta = db.open_tree(META).map_err(trouble)?;
        Ok(Self { db, trees, meta, tally: Tally::default() })
    }

    /// How many batches were applied since the database was made.
    pub(super) fn batches(&self) -> u64 {
        self.tally.batches
    }

    /// Applies one batch, whole or not at all.
    pub(super) fn apply(&mut self, steps: &[Step]) -> Result<(), Error> {
        // Only the trees that are touched take part, and the one with the tally.
        let kinds: BTreeSet<Kind> = steps.iter().map(|step| step.kind).collect();
        let kinds: Vec<Kind> = kinds.into_iter().collect();
        let mut trees: Vec<&sled::Tree> = kinds.iter().map(|kind| self.tree(*kind)).collect();
        trees.push(&self.meta);
        let before = self.tally;
        let applied: TransactionResult<Tally, Infallible> = trees[..].transaction(|trees| {
            let mut tally = Tally { batches: before.batches + 1, ..before };
            for step in steps {
                let Ok(index) = kinds.binary_search(&step.kind) else { continue };
                let tree = &trees[index];
                if let Some(value) = &step.value {
                    let replaced = tree.insert(&step.key[..], &value[..])?;
                    tally.records += u64::from(replaced.is_none());
                } else {
                    let removed = tree.remove(&step.key[..])?;
                    tally.records -= u64::from(removed.is_some());
                }
            }
            trees[kinds.len()].insert(META_TALLY, &tally.bytes())?;
            Ok(tally)
        });
        match applied {
            Ok(tally) => {
                self.tally = tally;
                Ok(())
            }
            Err(TransactionError::Abort(never)) => match never {},
            Err(TransactionError::Storage(error)) => Err(Error::unwritable(&error)),
        }
    }

    /// Hands everything to the kernel, and waits until it is written. This alone does not survive a loss of power.
    pub(super) fn flush(&self) -> Result<(), Error> {
        self.db.flush().map(|_| ()).map_err(|error| Error::unwritable(&error))
    }

    fn tree(&self, kind: Kind) -> &sled::Tree {
        &self.trees[kind as usize]
    }

    /// Reads everything, and sees to it that nothing is missing: `path` is where the mark is.
    fn read(&self, path: &Path) -> Result<Vec<Record>, Trouble> {
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
        let Some(acknowledged) = Mark::read(path)? else {
            return Err(Trouble::Damaged(format!("its file {MARK} holds no number")));
        };
        let Tally { batches, records: told } = self.tally;
        if batches < acknowledged {
            return Err(Trouble::Damaged(format!("it ends at batch {batches} of {acknowledged}")));
        }
        if told != records.len() as u64 {
            return Err(Trouble::Damaged(format!("it holds {} records of {told}", records.len())));
        }
        Ok(records)
    }

    /// Takes up what the database says of itself, and refuses what this version cannot read. Migrations from older
    /// schemas begin here, once there are any.
    fn begin(&mut self) -> Result<(), Trouble> {
        match self.schema()? {
            Some(SCHEMA) => {}
            Some(found) if found > SCHEMA => return Err(Error::Newer { found }.into()),
            Some(found) => return Err(Trouble::Damaged(format!("there never was a schema {found}"))),
            None => return Err(Trouble::Damaged("it has lost all that it held".to_owned())),
        }
        let tally = self.meta.get(META_TALLY).map_err(trouble)?;
        let Some(tally) = tally.and_then(|value| Tally::from_bytes(&value)) else {
            return Err(Trouble::Damaged("it has lost its tally".to_owned()));
        };
        self.tally = tally;
        Ok(())
    }

    fn schema(&self) -> Result<Option<u16>, Trouble> {
        let Some(value) = self.meta.get(META_SCHEMA).map_err(trouble)? else { return Ok(None) };
        match *value {
            [high, low] => Ok(Some(u16::from_be_bytes([high, low]))),
            _ => Err(Trouble::Damaged("its schema has the wrong length".to_owned())),
        }
    }
}

impl Tally {
    fn bytes(self) -> [u8; 16] {
        ((u128::from(self.batches) << 64) | u128::from(self.records)).to_be_bytes()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (batches, records) = bytes.split_first_chunk()?;
        Some(Self {
            batches: u64::from_be_bytes(*batches),
            records: u64::from_be_bytes(records.try_into().ok()?),
        })
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
