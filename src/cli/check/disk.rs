//! The store, its key, its journal, and the room that they have.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::Access;

use super::Finding;
use crate::config::Config;
use crate::service;
use crate::store::{self, Store};

/// With less room than this the bridge may have to stop any day, in bytes.
const LEAST_ROOM: u64 = 64 * 1024 * 1024;

/// With less room than this somebody should look after the disk, in bytes.
const LITTLE_ROOM: u64 = 512 * 1024 * 1024;

/// Opens the store, unless a bridge that runs has it. Says whether one does.
pub(super) async fn check_store(config: &Config) -> (Vec<Finding>, bool) {
    const WHAT: &str = "store";
    let path = config.store.path.clone();
    // Opening what is not there would make it, and as whoever asks.
    if !path.exists() || fs::read_dir(&path).is_ok_and(|mut names| names.next().is_none()) {
        return (vec![store_to_be(config)], false);
    }
    let places = service::places(&config.store);
    let opened = tokio::task::spawn_blocking(move || {
        let (store, records) = Store::open(&places)?;
        Ok((records.len(), store.size_on_disk()?, store.journal_size()?))
    });
    let finding = match opened.await {
        Ok(Ok((records, size, journal))) => {
            let [size, journal] = [size, journal].map(|bytes| bytes.div_ceil(1_024));
            Finding::well(WHAT, format!("{records} records, {size} KiB, and {journal} KiB of journal"))
        }
        Ok(Err(store::Error::InUse { .. })) => {
            return (vec![Finding::well(WHAT, "in use by a bridge that runs")], true);
        }
        Ok(Err(error)) => Finding::wrong(WHAT, error.to_string()),
        Err(_) => Finding::wrong(WHAT, "the store cannot be read; restore a backup"),
    };
    (vec![finding], false)
}

/// What the next `run` makes of a store that is not there.
fn store_to_be(config: &Config) -> Finding {
    const WHAT: &str = "store";
    let store = &config.store;
    let (path, journal, key) = (store.path.display(), store.journal.display(), store.key_file.display());
    if !store.journal.is_file() {
        let says = format!("there is none at {path} yet; `run` makes it");
        return match may_be_made(&store.path, "store.path") {
            Err(wrong) => Finding::wrong(WHAT, wrong),
            Ok(()) if store.key_file.is_file() => {
                Finding::wrong(WHAT, service::places(store).gone().to_string())
            }
            Ok(()) => Finding::well(WHAT, says),
        };
    }
    if store.key_file.exists() {
        let says = format!("{path} is gone, and its journal {journal} is there; `run` rebuilds it from that");
        return Finding::warning(WHAT, says);
    }
    let says = format!(
        "{path} is gone, and so is the key that opens its journal {journal}: put {key} back, or, to begin with an empty \
         store, move the journal away"
    );
    Finding::wrong(WHAT, says)
}

/// Whether something that is not there, or an empty folder, may be made: in a folder that is there, by whoever asks.
fn may_be_made(path: &Path, named_by: &str) -> Result<(), String> {
    let above = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = if path.is_dir() { path } else { above };
    let shown = folder.display();
    if !folder.is_dir() {
        return Err(format!("there is no folder {shown}; make it, or name another place with {named_by}"));
    }
    rustix::fs::access(folder, Access::WRITE_OK | Access::EXEC_OK).map_err(|error| {
        format!(
            "{shown} cannot be written by this user ({error}); give it to the user who runs the bridge, or name another \
             place with {named_by}"
        )
    })
}

/// Looks at the files beside the store.
pub(super) fn check_places(config: &Config) -> Vec<Finding> {
    let store = &config.store;
    let mut findings = Vec::new();
    findings.extend(key_file(&store.key_file, store.path.exists()));
    findings.push(journal(&store.path, &store.journal));
    let mut looked_at: Vec<u64> = Vec::new();
    for path in [&store.path, &store.journal, &store.key_file] {
        let place = existing(path);
        let Ok(device) = fs::metadata(&place).map(|found| found.dev()) else { continue };
        if !looked_at.contains(&device) {
            looked_at.push(device);
            findings.push(match free(&place) {
                Some(bytes) => room(bytes, &place),
                None => Finding::warning("disk", format!("the room at {} cannot be told", place.display())),
            });
        }
    }
    findings
}

/// The key file may be read by its owner alone. Whether it is there and fits, opening the store has told.
fn key_file(path: &Path, has_store: bool) -> Option<Finding> {
    const WHAT: &str = "key file";
    let shown = path.display();
    Some(match fs::metadata(path) {
        Ok(found) if !found.is_file() => {
            Finding::wrong(WHAT, format!("{shown} is no file; name a file with store.key_file"))
        }
        Ok(found) if found.permissions().mode() & 0o077 != 0 => {
            let mode = found.permissions().mode() & 0o777;
            Finding::warning(WHAT, format!("others may read it (mode {mode:04o}); run: chmod 600 '{shown}'"))
        }
        Ok(_) => Finding::well(WHAT, format!("{shown}; keep a copy of it elsewhere")),
        Err(error) if error.kind() == ErrorKind::NotFound && has_store => return None,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let says = format!("{shown} does not exist yet; the first `run` makes it");
            may_be_made(path, "store.key_file")
                .map_or_else(|wrong| Finding::wrong(WHAT, wrong), |()| Finding::well(WHAT, says))
        }
        Err(error) => {
            let says = format!("cannot be read: {error}; give {shown} to the user who runs the bridge");
            Finding::wrong(WHAT, says)
        }
    })
}

/// A journal is worth most on another disk than the store.
fn journal(store: &Path, journal: &Path) -> Finding {
    const WHAT: &str = "journal";
    if journal.exists() && !journal.is_file() {
        let says = format!("{} is no file; name a file with store.journal", journal.display());
        return Finding::wrong(WHAT, says);
    }
    if !journal.exists()
        && let Err(wrong) = may_be_made(journal, "store.journal")
    {
        return Finding::wrong(WHAT, wrong);
    }
    let device = |path: &Path| fs::metadata(existing(path)).ok().map(|found| found.dev());
    if device(store) == device(journal) {
        let says = "on the same disk as the store: a disk that breaks takes both. Name a place on another one with \
                    store.journal, or make backups often";
        return Finding::warning(WHAT, says);
    }
    Finding::well(WHAT, journal.display().to_string())
}

/// The path itself, or the nearest folder above it that is there.
fn existing(path: &Path) -> PathBuf {
    let found = path.ancestors().find(|path| !path.as_os_str().is_empty() && path.exists());
    found.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// How much room there is for us, in bytes.
fn free(path: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(path).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn room(bytes: u64, place: &Path) -> Finding {
    const WHAT: &str = "disk";
    let says = format!("{} MiB are free at {}", bytes / 1_048_576, place.display());
    if bytes < LEAST_ROOM {
        Finding::wrong(WHAT, format!("{says}; a bridge that cannot write stops. Free some"))
    } else if bytes < LITTLE_ROOM {
        Finding::warning(WHAT, format!("{says}; that is little. Free some"))
    } else {
        Finding::well(WHAT, says)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn little_room_is_told_and_hardly_any_is_wrong() {
        let told = |bytes| {
            let Finding { mark, says, .. } = room(bytes, Path::new("/data"));
            (mark, says)
        };
        assert!(matches!(told(LITTLE_ROOM), (Mark::Well, says) if says == "512 MiB are free at /data"));
        assert!(matches!(told(LITTLE_ROOM - 1), (Mark::Warning, says) if says.ends_with("Free some")));
        assert!(matches!(told(LEAST_ROOM - 1), (Mark::Wrong, says) if says.ends_with("Free some")));
    }

    #[test]
    fn a_place_that_is_not_there_yet_counts_as_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(existing(&folder.path().join("a/b")), folder.path());
        assert_eq!(existing(Path::new("not-there-at-all")), Path::new("."));
        assert!(free(folder.path()).is_some_and(|bytes| bytes > 0));
    }
}
