//! The one thread that writes: it takes what is waiting, applies it, makes it durable, and only then acknowledges.
//!
//! Each group of batches goes to the journal first, which is made durable, then to the database. sled's `flush` hands
//! everything to the kernel and waits until it is written, but does not have the disk's own cache emptied: an `fsync`
//! of ours follows. Many batches share these, which is what makes this fast.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::{io, iter, mem};

use tokio::sync::{oneshot, watch};
use tracing::info;

use super::database::{self, Database, Step};
use super::directory::Directory;
use super::envelope::Vault;
use super::journal::{self, Journal};
use super::keys::KeyFile;
use super::mark::Mark;
use super::opening::{self, Generation, Opened};
use super::trail::{self, WholeTrail};
use super::{Error, directory, key};
use crate::model::trail::{Entry, Query};
use crate::model::{Change, Record, RecordKey};

/// How many batches share one `fsync` at most.
const MOST_TOGETHER: usize = 256;

/// What the committer is asked to do, and whom to tell when it is done.
pub(super) enum Order {
    /// Store a batch.
    Commit { batch: Vec<Change>, answer: oneshot::Sender<Result<(), Error>> },
    /// Write down everything, as it stands after what was ordered before.
    Backup { answer: oneshot::Sender<Result<Vec<u8>, Error>> },
    /// Read entries of the audit trail.
    Recall { query: Query, answer: oneshot::Sender<Result<Vec<Entry>, Error>> },
    /// Read all of it.
    WholeTrail { answer: oneshot::Sender<Result<WholeTrail, Error>> },
    /// Change all keys.
    ChangeKeys { answer: oneshot::Sender<Result<(), Error>> },
}

impl Order {
    /// Answers that it will not be done. Whoever does not wait for the answer does not want it.
    pub(super) fn refuse(self, error: Error) {
        match self {
            Self::Commit { answer, .. } | Self::ChangeKeys { answer } => _ = answer.send(Err(error)),
            Self::Backup { answer } => _ = answer.send(Err(error)),
            Self::Recall { answer, .. } => _ = answer.send(Err(error)),
            Self::WholeTrail { answer } => _ = answer.send(Err(error)),
        }
    }
}

pub(super) struct Committer {
    directory: Arc<Directory>,
    keys: KeyFile,
    vault: Vault,
    database: Database,
    /// Our own handle to the database's file: sled does not lend out its own.
    file: File,
    blobs: Blobs,
    mark: Mark,
    journal: Journal,
    failure: watch::Sender<Option<Arc<Error>>>,
}

/// Batches that are stored together, and whom to tell.
#[derive(Default)]
struct Together {
    batches: Vec<(Vec<Change>, Vec<Step>)>,
    answers: Vec<oneshot::Sender<Result<(), Error>>>,
}

impl Committer {
    /// A committer for an open store, and what the store holds.
    pub(super) fn new(
        opened: Opened,
        directory: Arc<Directory>,
        failure: watch::Sender<Option<Arc<Error>>>,
    ) -> Result<(Self, Vec<Record>), Error> {
        let Opened { keys, vault, database, journal, records } = opened;
        let (file, blobs, mark) = beside(&database)?;
        Ok((Self { directory, keys, vault, database, file, blobs, mark, journal, failure }, records))
    }

    /// Works until nobody can order any more, and then closes the database.
    pub(super) fn run(mut self, orders: &Receiver<Order>) -> Result<(), Arc<Error>> {
        while let Ok(first) = orders.recv() {
            let mut together = Together::default();
            for order in iter::once(first).chain(orders.try_iter().take(MOST_TOGETHER - 1)) {
                match order {
                    Order::Commit { batch, answer } => match encode(&self.vault, &batch) {
                        Ok(steps) => {
                            together.batches.push((batch, steps));
                            together.answers.push(answer);
                        }
                        // What cannot be stored is refused before anything of its batch is applied. Whoever does not
                        // wait for the answer does not want it; so below.
                        Err(error) => _ = answer.send(Err(error)),
                    },
                    Order::Backup { answer } => {
                        self.perform(mem::take(&mut together));
                        _ = answer.send(self.backup());
                    }
                    Order::Recall { query, answer } => {
                        self.perform(mem::take(&mut together));
                        let read = self.read(|it| trail::recall(&it.database, &it.vault, &query));
                        _ = answer.send(read);
                    }
                    Order::WholeTrail { answer } => {
                        self.perform(mem::take(&mut together));
                        _ = answer.send(self.read(|it| trail::whole(&it.database, &it.vault)));
                    }
                    Order::ChangeKeys { answer } => {
                        self.perform(mem::take(&mut together));
                        let changed = self.attempt(Self::change_keys);
                        _ = answer.send(if changed { Ok(()) } else { Err(Error::Stopped) });
                    }
                }
            }
            self.perform(together);
        }
        self.attempt(Self::make_durable);
        self.failure.borrow().clone().map_or(Ok(()), Err)
    }

    /// Stores some batches and answers each.
    fn perform(&mut self, together: Together) {
        if together.batches.is_empty() {
            return;
        }
        let Together { batches, answers } = together;
        let durable = self.attempt(|it| {
            let first = it.database.batches() + 1;
            it.journal.append(first, batches.iter().map(|(batch, steps)| (&batch[..], &steps[..])))?;
            it.journal.sync()?;
            for (_, steps) in &batches {
                it.database.apply(steps)?;
            }
            it.make_durable()
        });
        for answer in answers {
            _ = answer.send(if durable { Ok(()) } else { Err(Error::Stopped) });
        }
        let removed = batches.iter().flat_map(|(batch, _)| batch).filter_map(|change| match change {
            Change::Remove(key) => Some(key),
            Change::Put(_) => None,
        });
        if removed.into_iter().any(|key| matches!(key, RecordKey::Person(_) | RecordKey::Alias(_))) {
            // Somebody is forgotten: what is left of them on the disk must not open any more.
            self.attempt(Self::advance);
        } else if self.journal.is_long() {
            self.attempt(Self::compact);
        }
    }

    /// Does something to the database, unless anything has failed before; tells whether it worked. The first failure
    /// is announced, and is the last: after a failed `fsync` the kernel may report the next as good and have lost the
    /// data all the same.
    fn attempt(&mut self, act: impl FnOnce(&mut Self) -> Result<(), Error>) -> bool {
        if self.failure.borrow().is_some() {
            return false;
        }
        // sled asserts what it believes of its files; the panic message says which belief was wrong.
        let outcome = catch_unwind(AssertUnwindSafe(|| act(self)));
        let error = match outcome {
            Ok(Ok(())) => return true,
            Ok(Err(error)) => error,
            Err(panic) => Error::Unwritable { reason: database::panic_text(panic.as_ref()) },
        };
        self.failure.send_replace(Some(Arc::new(error)));
        false
    }

    /// Returns when everything that was applied would survive a loss of power.
    fn make_durable(&mut self) -> Result<(), Error> {
        self.database.flush()?;
        self.blobs.sync().map_err(|error| Error::unwritable(&error))?;
        self.file.sync_data().map_err(|error| Error::unwritable(&error))?;
        self.mark.set(self.database.batches()).map_err(|error| Error::unwritable(&error))
    }

    /// Everything that is stored.
    fn records(&self) -> Result<Vec<Record>, Error> {
        let records = self.database.read(|value, kind, place| self.vault.open(value, kind, place));
        records.map_err(|trouble| trouble.about(self.database.path()))
    }

    /// Reads something, unless anything has failed before: what is read then may never have been durable.
    fn read<T>(&self, read: impl FnOnce(&Self) -> Result<T, Error>) -> Result<T, Error> {
        if self.failure.borrow().is_some() { Err(Error::Stopped) } else { read(self) }
    }

    /// A snapshot of everything, which opens with the key file alone.
    fn backup(&mut self) -> Result<Vec<u8>, Error> {
        if self.failure.borrow().is_some() {
            return Err(Error::Stopped);
        }
        let records = self.records()?;
        let (bytes, _) = journal::snapshot(
            self.journal.sealing(),
            &self.vault.key,
            self.database.batches(),
            records.iter(),
        )?;
        Ok(bytes)
    }

    /// Replaces the journal by a snapshot.
    fn compact(&mut self) -> Result<(), Error> {
        let records = self.records()?;
        let sealing = self.journal.sealing().clone();
        let key = sealing.unwrap(&self.keys)?;
        let path = self.journal.path().to_owned();
        self.journal = Journal::begin(&path, sealing, key, self.database.batches(), records.iter())?;
        Ok(())
    }

    /// Moves everything to a new generation, with a key of its own, and destroys the old one with its key.
    fn advance(&mut self) -> Result<(), Error> {
        let records = self.records()?;
        let number = self.vault.generation + 1;
        let path = self.journal.path().to_owned();
        let store = self.journal.sealing().store;
        let batches = self.database.batches();
        let (new, journal) =
            opening::advance(&self.directory, &path, &self.keys, store, number, batches, &records)?;
        let Generation { vault, database } = new;
        let (file, blobs, mark) = beside(&database)?;
        (self.vault, self.file, self.blobs, self.mark, self.journal) = (vault, file, blobs, mark, journal);
        drop(mem::replace(&mut self.database, database));
        opening::clear(&self.directory, number)
    }

    /// Makes a new key for the key file, moves everything to it, and destroys the old key.
    fn change_keys(&mut self) -> Result<(), Error> {
        self.keys.begin_new()?;
        self.advance()?;
        self.keys.forget_old()?;
        info!("The store is sealed with a new key; the file {} holds it", self.keys.path().display());
        Ok(())
    }
}

/// What is kept open beside the database.
fn beside(database: &Database) -> Result<(File, Blobs, Mark), Error> {
    let path = database.path();
    let file = path.join(directory::DATABASE);
    let file = File::open(&file).map_err(|source| Error::Io { doing: "open", path: file, source })?;
    Ok((file, Blobs::new(path), Mark::open(path)?))
}

fn encode(vault: &Vault, batch: &[Change]) -> Result<Vec<Step>, Error> {
    batch
        .iter()
        .map(|change| {
            let ((kind, key), record) = match change {
                Change::Put(record) => (key::place(&record.key()), Some(record)),
                Change::Remove(key) => (key::place(key), None),
            };
            let value = record.map(|record| vault.seal(record, kind, &key)).transpose()?;
            Ok(Step { kind, key, value })
        })
        .collect()
}

/// The files of their own that sled gives to its largest pages (over 128 KiB, which takes several large records that
/// are neighbours). It writes them once and never has them reach the disk.
struct Blobs {
    path: PathBuf,
    /// Those that are on disk.
    durable: BTreeSet<OsString>,
}

impl Blobs {
    fn new(path: &Path) -> Self {
        Self { path: path.join(directory::BLOBS), durable: BTreeSet::new() }
    }

    /// Makes those durable that are new.
    fn sync(&mut self) -> io::Result<()> {
        let mut present = BTreeSet::new();
        for entry in fs::read_dir(&self.path)? {
            present.insert(entry?.file_name());
        }
        let mut any = false;
        for name in present.difference(&self.durable) {
            match File::open(self.path.join(name)) {
                Ok(file) => file.sync_data()?,
                // sled removes those that it no longer needs.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
            any = true;
        }
        if any {
            File::open(&self.path)?.sync_all()?;
        }
        self.durable = present;
        Ok(())
    }
}
