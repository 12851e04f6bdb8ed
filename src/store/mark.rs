//! How many batches were acknowledged, noted beside the database.
//!
//! sled takes a damaged part of its log for the end of it, and forgets what stands behind without a word. This note
//! is what tells: a database that ends before it has lost something. It is written after each `fsync` of the database
//! and has none of its own, so after a loss of power it may lag behind the database, but it is never ahead of it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use super::Error;
use super::directory::{self, cannot};

/// The name of its file, which is there as soon as the database was durable once.
pub(super) const MARK: &str = "acknowledged";

/// The open file: one number and its checksum, always as long as any other, so that it is overwritten in place.
pub(super) struct Mark(File);

impl Mark {
    /// Makes it, durably.
    pub(super) fn create(directory: &Path, batches: u64) -> Result<(), Error> {
        let path = directory.join(MARK);
        fs::write(&path, text(batches)).map_err(|error| cannot("write", &path, error))?;
        directory::sync(&path)?;
        directory::sync(directory)
    }

    /// What it says; none if it says nothing that we wrote.
    pub(super) fn read(directory: &Path) -> Result<Option<u64>, Error> {
        let path = directory.join(MARK);
        let text = fs::read(&path).map_err(|error| cannot("read", &path, error))?;
        Ok(str::from_utf8(&text).ok().and_then(parse))
    }

    pub(super) fn open(directory: &Path) -> Result<Self, Error> {
        let path = directory.join(MARK);
        OpenOptions::new().write(true).open(&path).map(Self).map_err(|error| cannot("open", &path, error))
    }

    pub(super) fn set(&self, batches: u64) -> io::Result<()> {
        self.0.write_all_at(text(batches).as_bytes(), 0)
    }
}

fn text(batches: u64) -> String {
    let number = format!("{batches:020}");
    format!("{number} {:08x}\n", crc32c::crc32c(number.as_bytes()))
}

/// The number in a note that is as one of ours would be. Those of schema 1 have no checksum.
fn parse(note: &str) -> Option<u64> {
    let batches = note.get(..20)?.parse().ok()?;
    (note == text(batches) || note == format!("{batches:020}\n")).then_some(batches)
}
