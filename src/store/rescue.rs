//! What is done when sled cannot make sense of its files: it is tried without its snapshots, on a copy.
//!
//! A snapshot mostly saves time, so a broken one can often be done without; but once parts of the log were used again,
//! sled may need it, and comes up with less or with nothing when it is not there. So the trial has to hold all that was
//! acknowledged, like any other start. Until it has succeeded, and everything was copied aside, nothing is removed,
//! and nothing is ever begun anew. A crash in the middle leaves the store as it was, and copies beside it.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use tracing::warn;

use super::Error;
use super::database::{self, Database};
use super::directory::{self, Directory, cannot};
use crate::model::Record;

/// How many damaged stores may lie beside this one; with more, something is wrong that no copy mends.
const MOST_ASIDE: u32 = 9;

/// Opens the store without its snapshots, after a copy of it as it is was set aside; `reason` is why that is needed.
pub(super) fn open(directory: &Directory, reason: String) -> Result<(Database, Vec<Record>), Error> {
    let path = directory.path();
    let snapshots: Vec<String> =
        directory::names(path)?.into_iter().filter(|name| name.starts_with(directory::SNAPSHOT)).collect();
    if snapshots.is_empty() || !opens_without_snapshots(path)? {
        return Err(Error::Unreadable { path: path.to_owned(), reason });
    }
    let Some(aside) = free_place(path) else {
        let reason = format!("{reason}; and {MOST_ASIDE} damaged copies lie beside it already");
        return Err(Error::Unreadable { path: path.to_owned(), reason });
    };
    copy(path, &aside, |_| true)?;
    for name in snapshots {
        let file = path.join(name);
        fs::remove_file(&file).map_err(|error| cannot("remove", &file, error))?;
    }
    directory.sync()?;
    let (database, records) = database::reopen(path).map_err(|trouble| trouble.about(path))?;
    directory.sync()?;
    warn!(
        "The store was damaged ({reason}) and was opened without its snapshots, with {} records; as it was before it \
         lies at {}",
        records.len(),
        aside.display()
    );
    Ok((database, records))
}

/// Tries it on a copy, which is removed afterwards.
fn opens_without_snapshots(path: &Path) -> Result<bool, Error> {
    let trial = beside(path, "trial");
    // A crash during an earlier trial may have left its copy.
    remove(&trial)?;
    copy(path, &trial, |name| !name.starts_with(directory::SNAPSHOT))?;
    let opens = database::reopen(&trial).is_ok();
    remove(&trial)?;
    Ok(opens)
}

/// The first name for a damaged store that is not taken.
fn free_place(path: &Path) -> Option<PathBuf> {
    (1..=MOST_ASIDE).map(|number| beside(path, &format!("damaged-{number}"))).find(|place| !place.exists())
}

/// A directory beside the store.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Copies what is wanted of the store, and has the copy reach the disk. The lock is of no use in a copy.
fn copy(from: &Path, to: &Path, wanted: fn(&str) -> bool) -> Result<(), Error> {
    let failed = |error| cannot("copy the damaged store to", to, error);
    create(to).map_err(failed)?;
    for name in directory::names(from)? {
        if name == directory::LOCK || !wanted(&name) {
            continue;
        }
        let (source, target) = (from.join(&name), to.join(&name));
        if source.is_dir() {
            copy(&source, &target, wanted)?;
        } else {
            fs::copy(&source, &target).map_err(failed)?;
            directory::sync(&target)?;
        }
    }
    directory::sync(to)?;
    to.parent().map_or(Ok(()), directory::sync)
}

fn create(path: &Path) -> io::Result<()> {
    DirBuilder::new().mode(0o700).create(path)
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(cannot("remove", path, error)),
        _ => Ok(()),
    }
}
