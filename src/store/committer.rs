//! The one thread that writes: it takes what is waiting, applies it, makes it durable, and only then acknowledges.
//!
//! sled's `flush` hands everything to the kernel and waits until it is written, but does not have the disk's own cache
//! emptied: an `fsync` of ours follows. Many batches share one, which is what makes this fast.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::{io, iter};

use tokio::sync::{oneshot, watch};

use super::database::{self, Database, Step};
use super::mark::Mark;
use super::{Error, directory, envelope, key};
use crate::model::Change;

/// How many batches share one `fsync` at most.
const MOST_TOGETHER: usize = 256;

/// A batch, and whom to tell when it is durable.
pub(super) struct Order {
    pub(super) batch: Vec<Change>,
    pub(super) answer: oneshot::Sender<Result<(), Error>>,
}

pub(super) struct Committer {
    database: Database,
    /// Our own handle to the database's file: sled does not lend out its own.
    file: File,
    blobs: Blobs,
    mark: Mark,
    failure: watch::Sender<Option<Arc<Error>>>,
}

impl Committer {
    pub(super) fn new(
        database: Database,
        path: &Path,
        failure: watch::Sender<Option<Arc<Error>>>,
    ) -> Result<Self, Error> {
        let file = path.join(directory::DATABASE);
        let file = File::open(&file).map_err(|source| Error::Io { doing: "open", path: file, source })?;
        Ok(Self { database, file, blobs: Blobs::new(path), mark: Mark::open(path)?, failure })
    }

    /// Works until nobody can order any more, and then closes the database.
    pub(super) fn run(mut self, orders: &Receiver<Order>) -> Result<(), Arc<Error>> {
        while let Ok(first) = orders.recv() {
            let together = iter::once(first).chain(orders.try_iter().take(MOST_TOGETHER - 1)).collect();
            self.perform(together);
        }
        self.attempt(Self::make_durable);
        self.failure.borrow().clone().map_or(Ok(()), Err)
    }

    /// Stores some batches and answers each.
    fn perform(&mut self, orders: Vec<Order>) {
        let mut batches = Vec::with_capacity(orders.len());
        let mut answers = Vec::with_capacity(orders.len());
        for order in orders {
            // Encoding comes first: what cannot be stored is refused before anything of its batch is applied.
            match encode(&order.batch) {
                Ok(steps) => {
                    batches.push(steps);
                    answers.push(order.answer);
                }
                // Whoever does not wait for the answer does not want it; so below.
                Err(error) => _ = order.answer.send(Err(error)),
            }
        }
        let durable = self.attempt(|it| {
            for steps in &batches {
                it.database.apply(steps)?;
            }
            it.make_durable()
        });
        for answer in answers {
            _ = answer.send(if durable { Ok(()) } else { Err(Error::Stopped) });
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
}

fn encode(batch: &[Change]) -> Result<Vec<Step>, Error> {
    batch
        .iter()
        .map(|change| {
            let (key, value) = match change {
                Change::Put(record) => (record.key(), Some(envelope::wrap(record)?)),
                Change::Remove(key) => (key.clone(), None),
            };
            let (kind, key) = key::place(&key);
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
