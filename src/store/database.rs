//! sled itself: opening it, seeing to it that it is whole, and reading all of it.

use std::any::Any;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use sled::transaction::{TransactionError, TransactionResult, Transactional as _};

use super::directory;
use super::envelope::{Flaw, Vault};
use super::key::{self, Kind};
use super::mark::{MARK, Mark};
use super::{Error, SCHEMA};
use crate::model::Record;

/// How much of the database is kept in memory, in bytes; sled's own default is 1 GiB.
const CACHE: u64 = 32 * 1024 * 1024;

/// The tree of what is about the store as a whole.
const META: &str = "meta";
/// Where in it the schema stands, as two bytes, big-endian.
const META_SCHEMA: &str = "schema";
/// Where in it the tally stands, as two numbers of eight bytes, big-endian.
const META_TALLY: &str = "tally";

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
    path: PathBuf,
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

/// Makes a database that holds these records as they stand after so many batches, in a directory of its own. Whatever
/// stands there was never used, and is removed. Durable when this returns.
pub(super) fn create<'a>(
    path: &Path,
    vault: &Vault,
    batches: u64,
    records: impl Iterator<Item = &'a Record>,
) -> Result<Database, Error> {
    let made = guarded(|| {
        directory::remove(path)?;
        directory::create_private(path)?;
        let db = open_sled(path)?;
        let mut database = Database::new(db, path)?;
        database.fill(vault, batches, records)?;
        database.flush()?;
        directory::sync_database(path)?;
        Mark::create(path, batches)?;
        Ok(database)
    });
    made.map_err(|trouble| trouble.about(path))
}

/// Opens a database that was durable once, and reads all that it holds.
pub(super) fn reopen(
    path: &Path,
    schema: u16,
    open: impl Fn(&[u8], Kind, &[u8]) -> Result<Record, Flaw>,
) -> Result<(Database, Vec<Record>), Trouble> {
    guarded(|| {
        for name in [directory::DATABASE, directory::PARAMETERS, MARK] {
            if !path.join(name).is_file() {
                return Err(Trouble::Damaged(format!("its file {name} is missing")));
            }
        }
        directory::remove_unfinished_snapshots(path)?;
        let mut database = Database::new(open_sled(path)?, path)?;
        database.begin(schema)?;
        directory::sync_database(path)?;
        let records = database.read(open)?;
        Ok((database, records))
    })
}

/// What a panic said.
pub(super) fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    format!("the database panicked: {}", text.unwrap_or("without a word"))
}

impl Database {
    fn new(db: sled::Db, path: &Path) -> Result<Self, Trouble> {
        let trees: Result<Vec<_>, _> = Kind::ALL.iter().map(|kind| db.open_tree(kind.name())).collect();
        let trees = trees.map_err(trouble)?;
        let meta = db.open_tree(META).map_err(trouble)?;
        Ok(Self { db, trees, meta, tally: Tally::default(), path: path.to_owned() })
    }

    /// Puts the first records in. Nothing counts before the mark is made, so this needs no transaction.
    fn fill<'a>(
        &mut self,
        vault: &Vault,
        batches: u64,
        records: impl Iterator<Item = &'a Record>,
    ) -> Result<(), Trouble> {
        let mut tally = Tally { batches, records: 0 };
        for record in records {
            let (kind, place) = key::place(&record.key());
            let value = vault.seal(record, kind, &place)?;
            let replaced = self.tree(kind).insert(place, value).map_err(trouble)?;
            tally.records += u64::from(replaced.is_none());
        }
        let mut meta = sled::Batch::default();
        meta.insert(META_SCHEMA, &SCHEMA.to_be_bytes());
        meta.insert(META_TALLY, &tally.bytes());
        self.meta.apply_batch(meta).map_err(trouble)?;
        self.tally = tally;
        Ok(())
    }

    /// The directory that it lies in.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// How many batches were applied since the database was made.
    pub(super) fn batches(&self) -> u64 {
        self.tally.batches
    }

    /// Applies one batch, whole or not at all.
    pub(super) fn apply(&mut self, steps: &[Step]) -> Result<(), Error> {
        self.apply_up_to(self.tally.batches + 1, steps)
    }

    /// Applies what several batches have changed, so that afterwards it stands as after so many batches.
    pub(super) fn apply_up_to(&mut self, batches: u64, steps: &[Step]) -> Result<(), Error> {
        // Only the trees that are touched take part, and the one with the tally.
        let kinds: BTreeSet<Kind> = steps.iter().map(|step| step.kind).collect();
        let kinds: Vec<Kind> = kinds.into_iter().collect();
        let mut trees: Vec<&sled::Tree> = kinds.iter().map(|kind| self.tree(*kind)).collect();
        trees.push(&self.meta);
        let before = self.tally;
        let applied: TransactionResult<Tally, Infallible> = trees[..].transaction(|trees| {
            let mut tally = Tally { batches, ..before };
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

    /// The rows of a kind before a key, the last first.
    pub(super) fn backwards(
        &self,
        kind: Kind,
        before: &[u8],
    ) -> impl Iterator<Item = sled::Result<(sled::IVec, sled::IVec)>> {
        self.tree(kind).range(..before).rev()
    }

    /// Reads everything of a kind.
    pub(super) fn records_of(
        &self,
        kind: Kind,
        open: impl Fn(&[u8], Kind, &[u8]) -> Result<Record, Flaw>,
    ) -> Result<Vec<Record>, Trouble> {
        let rows = self.tree(kind).iter().enumerate();
        let records = rows.map(|(index, row)| {
            let (key, value) = row.map_err(trouble)?;
            let damaged = |flaw| Trouble::Damaged(format!("row {} of {} {flaw}", index + 1, kind.name()));
            let record = open(&value, kind, &key).map_err(damaged)?;
            if key::place(&record.key()) != (kind, key.to_vec()) {
                return Err(damaged(Flaw::Misplaced));
            }
            Ok(record)
        });
        records.collect()
    }

    /// Reads everything, and sees to it that nothing is missing.
    pub(super) fn read(
        &self,
        open: impl Fn(&[u8], Kind, &[u8]) -> Result<Record, Flaw>,
    ) -> Result<Vec<Record>, Trouble> {
        let mut records = Vec::new();
        for kind in Kind::ALL {
            records.extend(self.records_of(kind, &open)?);
        }
        let Some(acknowledged) = Mark::read(&self.path)? else {
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

    /// Takes up what the database says of itself.
    fn begin(&mut self, schema: u16) -> Result<(), Trouble> {
        match self.schema()? {
            Some(found) if found == schema => {}
            Some(found) if found > SCHEMA => return Err(Error::Newer { found }.into()),
            Some(found) => return Err(Trouble::Damaged(format!("it is of schema {found}, not {schema}"))),
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
