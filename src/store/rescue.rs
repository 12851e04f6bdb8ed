//! What is done when sled cannot make sense of its files and the journal does not help: it is tried without its
//! snapshots, on a copy.
//!
//! A snapshot mostly saves time, so a broken one can often be done without; but once parts of the log were used again,
//! sled may need it, and comes up with less or with nothing when it is not there. So the trial has to hold all that was
//! acknowledged, like any other start.

use std::fs;
use std::path::Path;

use super::Error;
use super::database;
use super::directory::{self, cannot};
use super::envelope::Flaw;
use super::key::Kind;
use crate::model::Record;

/// How many batches and which records a database holds that opens without its snapshots; none if it does not.
pub(super) fn without_snapshots(
    path: &Path,
    schema: u16,
    open: impl Fn(&[u8], Kind, &[u8]) -> Result<Record, Flaw>,
) -> Result<Option<(u64, Vec<Record>)>, Error> {
    if !path.is_dir() || !directory::names(path)?.iter().any(|name| name.starts_with(directory::SNAPSHOT)) {
        return Ok(None);
    }
    let trial = directory::with_ending(path, "trial");
    // A crash during an earlier trial may have left its copy.
    directory::remove(&trial)?;
    copy(path, &trial)?;
    let held =
        database::reopen(&trial, schema, open).ok().map(|(database, records)| (database.batches(), records));
    directory::remove(&trial)?;
    Ok(held)
}

/// Copies all but the snapshots.
fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    directory::create_private(to)?;
    for name in directory::names(from)? {
        let (source, target) = (from.join(&name), to.join(&name));
        if source.is_dir() {
            copy(&source, &target)?;
        } else if !name.starts_with(directory::SNAPSHOT) {
            fs::copy(&source, &target).map_err(|error| cannot("copy the damaged store to", to, error))?;
        }
    }
    Ok(())
}
