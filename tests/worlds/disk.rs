//! A simulated disk: batches are kept in order, later than they were given, or not at all.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use fastrand::Rng;
use twofa_bridge::model::trail::{Entry as TrailEntry, Query};
use twofa_bridge::model::{Change, Record, RecordKey, Timestamp};
use twofa_bridge::switchboard::command::Command;

/// What one event has led to: a batch, and what waits for it.
pub(super) struct Entry {
    pub(super) number: u64,
    pub(super) ordered_at: Timestamp,
    pub(super) batch: Vec<Change>,
    pub(super) effects: Vec<Command>,
}

/// The simulated disk.
#[derive(Default)]
pub(super) struct Disk {
    pub(super) kept: BTreeMap<RecordKey, Rc<Record>>,
    queue: VecDeque<Entry>,
}

impl Disk {
    pub(super) fn give(&mut self, entry: Entry) {
        self.queue.push_back(entry);
    }

    pub(super) fn is_busy(&self) -> bool {
        !self.queue.is_empty()
    }

    /// The oldest batch is on disk: what waits for it may begin.
    pub(super) fn write(&mut self) -> Option<Entry> {
        let mut entry = self.queue.pop_front()?;
        for change in std::mem::take(&mut entry.batch) {
            match change {
                Change::Put(record) => {
                    self.kept.insert(record.key(), Rc::new(record));
                }
                Change::Remove(key) => {
                    self.kept.remove(&key);
                }
            }
        }
        Some(entry)
    }

    /// Everything that is on disk, as it comes back from there.
    pub(super) fn read(&self, rng: &mut Rng) -> Vec<Record> {
        self.kept
            .values()
            .map(|record| {
                let mut text = serde_json::to_string(record.as_ref()).unwrap();
                if rng.u8(..64) == 0 {
                    // A later version has written it, which knows more.
                    let (whole, _) = text.rsplit_once("}}").unwrap();
                    text = format!("{whole},\"of_a_later_version\":{{\"more\":[1]}}}}}}");
                }
                let read: Record = serde_json::from_str(&text).unwrap();
                assert!(read == **record, "broken rule 10: {record:?} comes back as {read:?}");
                read
            })
            .collect()
    }

    /// What is on disk of the audit trail, newest first.
    pub(super) fn recall(&self, query: &Query) -> Vec<TrailEntry> {
        let entries = self.kept.values().rev().filter_map(|record| match record.as_ref() {
            Record::Trail(entry) => Some(entry.as_ref()),
            _ => None,
        });
        let before = |entry: &TrailEntry| query.before.is_none_or(|before| entry.number < before);
        entries.filter(|it| before(it) && query.about.is_about(it)).take(query.most).cloned().collect()
    }

    /// The process ends. Some of the newest batches may have been written, and nobody was told; the others are lost.
    pub(super) fn crash(&mut self, rng: &mut Rng) -> BTreeSet<u64> {
        for _ in 0..rng.usize(..=self.queue.len()) {
            self.write();
        }
        self.queue.drain(..).map(|entry| entry.number).collect()
    }

    /// The oldest batch finds the disk full. The process ends: nothing of it or of what follows was kept.
    pub(super) fn refuse(&mut self, _: &mut Rng) -> BTreeSet<u64> {
        self.queue.drain(..).map(|entry| entry.number).collect()
    }
}
