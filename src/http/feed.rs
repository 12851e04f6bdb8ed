//! What has happened, for whoever reads it as a stream: the last day of it, in order.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use crate::model::dispatch::Told;
use crate::model::{DispatchId, DispatchRecord, Timestamp};

/// Things that are kept; the oldest gives way.
const MOST_KEPT: usize = 10_000;

/// How long they are kept.
const KEPT_FOR: Duration = Duration::from_hours(24);

/// Readers at once.
pub(super) const READERS_MAX: usize = 8;

/// The last day of what has happened.
#[derive(Debug)]
pub struct Feed {
    kept: Mutex<VecDeque<Arc<Published>>>,
    newest: watch::Sender<DispatchId>,
    readers: Arc<Semaphore>,
}

/// One thing that has happened.
#[derive(Debug)]
pub(super) struct Published {
    pub(super) id: DispatchId,
    at: Timestamp,
    pub(super) told: Told,
    pub(super) document: String,
}

impl Feed {
    /// Nothing has happened.
    pub fn new() -> Self {
        Self {
            kept: Mutex::default(),
            newest: watch::Sender::default(),
            readers: Arc::new(Semaphore::new(READERS_MAX)),
        }
    }

    /// Something has happened, after everything else that was published.
    pub fn publish(&self, record: &DispatchRecord) {
        let published =
            Published { id: record.id, at: record.at, told: record.told, document: record.document() };
        let mut kept = self.kept();
        let is_old = |it: &Arc<Published>| record.at.since(it.at) >= KEPT_FOR;
        while kept.len() >= MOST_KEPT || kept.front().is_some_and(is_old) {
            kept.pop_front();
        }
        kept.push_back(Arc::new(published));
        drop(kept);
        self.newest.send_replace(record.id);
    }

    /// What has happened after that, at most so much of it.
    pub(super) fn after(&self, id: DispatchId, most: usize) -> Vec<Arc<Published>> {
        let kept = self.kept();
        let from = kept.partition_point(|it| it.id <= id);
        kept.range(from..).take(most).cloned().collect()
    }

    /// The newest of all, and a way to wait for newer.
    pub(super) fn newest(&self) -> watch::Receiver<DispatchId> {
        self.newest.subscribe()
    }

    /// A place among the readers, if there is one.
    pub(super) fn place(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.readers).try_acquire_owned().ok()
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<Arc<Published>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Feed {
    fn default() -> Self {
        Self::new()
    }
}
