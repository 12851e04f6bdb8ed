//! Opening: which generation counts, whether it is whole, whether the journal agrees, and what is done if not.
//!
//! Whatever has to be built, be it the first generation, one from an older schema, one from the journal or from a backup,
//! or one under a new key, is built in the same way: a new generation beside the others, then the header that names it,
//! then its journal. Until the header is on disk nothing has changed, and what is replaced is set aside, not removed.

use std::fs;
use std::path::{Path, PathBuf};

use tracing::{debug, error, info, warn};

use super::database::{self, Database, Step, Trouble};
use super::directory::{self, Directory, Holds, cannot};
use super::envelope::{self, Vault};
use super::header::{Found, HEADER, Header};
use super::journal::{self, Contents, Journal, Told, Unread};
use super::key::Kind;
use super::keys::{KeyFile, Sealing};
use super::mark::MARK;
use super::{Error, Places, SCHEMA, key, rescue};
use crate::model::Record;

/// The schema whose files lie in the directory itself, unsealed.
const FIRST_SCHEMA: u16 = 1;

/// How many stores that were set aside may lie beside this one; with more, something is wrong that needs a human.
const MOST_ASIDE: u32 = 9;

/// An open store.
pub(super) struct Opened {
    pub(super) keys: KeyFile,
    pub(super) vault: Vault,
    pub(super) database: Database,
    pub(super) journal: Journal,
    pub(super) records: Vec<Record>,
}

/// What a new generation is made of.
struct Content {
    batches: u64,
    records: Vec<Record>,
}

/// Opens the store, or founds it if there never was one.
pub(super) fn open(directory: &Directory, places: &Places) -> Result<Opened, Error> {
    keep_apart(directory, places)?;
    journal::is_free(&places.journal)?;
    let keys = KeyFile::read(&places.key_file)?;
    let missing = || Error::KeyMissing { path: places.key_file.clone() };
    match directory.holds()? {
        Holds::Nothing if !places.journal.exists() => match keys {
            None => found(directory, places),
            // A key is made with a store. What it opened is not where the config says.
            Some(_) => Err(places.gone()),
        },
        Holds::Nothing => {
            let reason = "the data directory is empty, and its journal is there";
            rebuild(directory, places, keys.ok_or_else(missing)?, None, reason)
        }
        Holds::First => migrate(directory, places, keys),
        Holds::Store(header) if !header.founded => match keys {
            Some(keys) => found_again(directory, places, keys, &header),
            None if !places.journal.exists() => found(directory, places),
            None => Err(missing()),
        },
        Holds::Store(header) => {
            let keys = keys.ok_or_else(missing)?;
            let key = header.sealing.unwrap(&keys)?;
            let generation = header.sealing.generation;
            let path = directory.generation(generation);
            let vault = Vault { generation, key };
            let opened = database::reopen(&path, SCHEMA, |value, kind, place| vault.open(value, kind, place));
            match opened {
                Ok((database, records)) => {
                    let mut opened = agree(directory, places, keys, &header, vault, database, records)?;
                    opened.keys.forget_unused(opened.journal.sealing())?;
                    // It may have been rebuilt just now, and so be of another generation.
                    clear(directory, opened.vault.generation)?;
                    Ok(opened)
                }
                Err(Trouble::Damaged(reason)) => rebuild(directory, places, keys, Some(&header), &reason),
                Err(trouble) => Err(trouble.about(&path)),
            }
        }
        Holds::Headless => {
            let reason = "its header is missing or damaged";
            rebuild(directory, places, keys.ok_or_else(missing)?, None, reason)
        }
    }
}

/// Sees to it that whoever takes the data directory has neither the key nor the journal.
fn keep_apart(directory: &Directory, places: &Places) -> Result<(), Error> {
    for (what, path) in [("key file", &places.key_file), ("journal", &places.journal)] {
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A folder that is not there is told when it is needed. The file may be a link to another place.
        let is_inside =
            |place: &Path| place.canonicalize().is_ok_and(|place| place.starts_with(directory.path()));
        if is_inside(folder) || is_inside(path) {
            return Err(Error::Inside { what, path: path.clone() });
        }
    }
    Ok(())
}

/// The first start: makes a key and an empty store. The header comes before the key file, so that a key without a store
/// is never what a start that was killed has left.
fn found(directory: &Directory, places: &Places) -> Result<Opened, Error> {
    let keys = KeyFile::draw(&places.key_file)?;
    let (sealing, _) = Sealing::make(Sealing::new_store()?, 1, &keys)?;
    let header = Header { sealing, founded: false };
    header.write(directory.path())?;
    let keys = written(keys)?;
    found_again(directory, places, keys, &header)
}

/// The key file, once it is on the disk.
fn written(keys: KeyFile) -> Result<KeyFile, Error> {
    keys.write()?;
    info!("Made the key file {path}; keep a copy of it elsewhere", path = keys.path().display());
    Ok(keys)
}

/// A first start that was killed: nothing was ever acknowledged.
fn found_again(
    directory: &Directory,
    places: &Places,
    keys: KeyFile,
    header: &Header,
) -> Result<Opened, Error> {
    match journal::read(&places.journal, &keys) {
        Err(Unread::Missing) => {}
        Ok(told) if told.sealing == header.sealing && told.contents.is_empty() => {}
        Ok(_) | Err(Unread::Damaged(_)) => {
            return Err(Error::ForeignJournal { path: places.journal.clone() });
        }
        Err(Unread::Told(error)) => return Err(error),
    }
    let sealing = header.sealing.clone();
    let key = sealing.unwrap(&keys)?;
    let vault = Vault { generation: sealing.generation, key: sealing.unwrap(&keys)? };
    let database = database::create(&directory.generation(sealing.generation), &vault, 0, [].into_iter())?;
    let journal = Journal::begin(&places.journal, sealing.clone(), key, 0, [].iter())?;
    Header { sealing, founded: true }.write(directory.path())?;
    Ok(Opened { keys, vault, database, journal, records: Vec::new() })
}

/// A database that is whole: the journal has to hold the same, and is made to.
fn agree(
    directory: &Directory,
    places: &Places,
    keys: KeyFile,
    header: &Header,
    vault: Vault,
    mut database: Database,
    mut records: Vec<Record>,
) -> Result<Opened, Error> {
    let path = &places.journal;
    let told = match journal::read(path, &keys) {
        Ok(told) if told.sealing.store != header.sealing.store => {
            return Err(Error::ForeignJournal { path: path.clone() });
        }
        Ok(told) => Ok(told),
        Err(Unread::Missing) => Err("is missing".to_owned()),
        Err(Unread::Damaged(reason)) => Err(format!("is damaged ({reason})")),
        Err(Unread::Told(error)) => return Err(error),
    };
    let batches = database.batches();
    let journal = match told {
        Ok(told) if told.sealing.generation > header.sealing.generation => {
            // The header is always ahead of the journal, so this database is an older copy.
            let reason = format!("its journal is of generation {}", told.sealing.generation);
            drop(database);
            return rebuild(directory, places, keys, Some(header), &reason);
        }
        Ok(told) if told.batches < batches => Err(format!("ends at batch {} of {batches}", told.batches)),
        Ok(told) if told.sealing != header.sealing => {
            // A crash came between the new generation's header and its journal.
            debug!("The journal is of generation {}, and is begun anew", told.sealing.generation);
            Ok(None)
        }
        Ok(told) if told.batches > batches => {
            // A crash came between the journal and the database, or the database is an older copy.
            info!("The journal holds {} batches that the database does not", told.batches - batches);
            let steps = difference(&vault, &records, &told.contents)?;
            database.apply_up_to(told.batches, &steps)?;
            database.flush()?;
            directory::sync_database(database.path())?;
            records = told.contents.values().cloned().collect();
            Ok(Some(told))
        }
        Ok(told) if !told.contents.values().eq(&records) => {
            let reason = "it and its journal hold the same batches and do not agree";
            drop(database);
            return rebuild(directory, places, keys, Some(header), reason);
        }
        Ok(told) => Ok(Some(told)),
        Err(reason) => Err(reason),
    };
    let journal = match journal {
        Ok(Some(told)) => Journal::resume(path, told)?,
        anew => {
            if let Err(reason) = anew {
                warn!(
                    "The journal {} {reason}; it is begun anew from the store, which is whole",
                    path.display()
                );
            }
            let (sealing, key) = (header.sealing.clone(), header.sealing.unwrap(&keys)?);
            Journal::begin(path, sealing, key, database.batches(), records.iter())?
        }
    };
    Ok(Opened { keys, vault, database, journal, records })
}

/// The steps from some records to others.
fn difference(vault: &Vault, from: &[Record], to: &Contents) -> Result<Vec<Step>, Error> {
    let mut steps = Vec::new();
    let mut before: Contents =
        from.iter().map(|record| (key::place(&record.key()), record.clone())).collect();
    for ((kind, place), record) in to {
        if before.remove(&(*kind, place.clone())).as_ref() != Some(record) {
            let value = Some(vault.seal(record, *kind, place)?);
            steps.push(Step { kind: *kind, key: place.clone(), value });
        }
    }
    steps.extend(before.into_keys().map(|(kind, key)| Step { kind, key, value: None }));
    Ok(steps)
}

/// A store that does not open is built anew from its journal, or from itself without its snapshots.
fn rebuild(
    directory: &Directory,
    places: &Places,
    keys: KeyFile,
    header: Option<&Header>,
    reason: &str,
) -> Result<Opened, Error> {
    let path = directory.path();
    let unreadable = |reason| Error::Unreadable { path: path.to_owned(), reason };
    let from_journal = match journal::read(&places.journal, &keys) {
        Ok(told) => match header {
            Some(header) if told.sealing.store != header.sealing.store => {
                Err("its journal is another store's".to_owned())
            }
            _ => match acknowledged(directory, header)? {
                Some(wanted) if told.batches < wanted => {
                    Err(format!("its journal ends at batch {} of {wanted}", told.batches))
                }
                _ => Ok(told),
            },
        },
        Err(Unread::Missing) => Err("its journal is missing".to_owned()),
        Err(Unread::Damaged(flaw)) => Err(format!("its journal is damaged: {flaw}")),
        Err(Unread::Told(error)) => return Err(error),
    };
    let (content, store, source) = match (from_journal, header) {
        (Ok(Told { batches, contents, sealing, torn_bytes, .. }), _) => {
            let torn = if torn_bytes > 0 {
                format!(", whose last {torn_bytes} bytes are torn")
            } else {
                String::new()
            };
            let content = Content { batches, records: contents.into_values().collect() };
            (content, sealing.store, format!("its journal{torn}"))
        }
        (Err(flaw), Some(header)) => {
            let vault = Vault { generation: header.sealing.generation, key: header.sealing.unwrap(&keys)? };
            let damaged = directory.generation(header.sealing.generation);
            let trial = rescue::without_snapshots(&damaged, SCHEMA, |value, kind, place| {
                vault.open(value, kind, place)
            })?;
            let Some((batches, records)) = trial else {
                return Err(unreadable(format!("{reason}; and {flaw}")));
            };
            // The next start finds everything in the journal if this one ends before the new store is whole.
            let sealing = header.sealing.clone();
            Journal::begin(&places.journal, sealing, vault.key, batches, records.iter())?;
            (
                Content { batches, records },
                header.sealing.store,
                format!("itself without its snapshots, because {flaw}"),
            )
        }
        (Err(flaw), None) => return Err(unreadable(format!("{reason}; and {flaw}"))),
    };
    let aside = set_aside(directory, "damaged", header)?;
    let opened = establish(directory, places, keys, store, content)?;
    error!(
        "The store was damaged ({reason}) and was rebuilt from {source}, with {} records; {}. Find out what damaged \
         it: a disk that begins to fail does not stop at that",
        opened.records.len(),
        aside.map_or_else(
            || "nothing of it was left".to_owned(),
            |aside| format!("what was left of it lies at {}", aside.display())
        ),
    );
    Ok(opened)
}

/// How many batches were acknowledged, if that can still be told. Without a header any generation may be the one that
/// counted, and the numbers of batches only grow.
fn acknowledged(directory: &Directory, header: Option<&Header>) -> Result<Option<u64>, Error> {
    let numbers = header.map_or_else(|| directory.generations(), |it| Ok(vec![it.sealing.generation]))?;
    let mut most = None;
    for generation in numbers.into_iter().map(|number| directory.generation(number)) {
        if generation.join(MARK).is_file() {
            most = most.max(super::mark::Mark::read(&generation)?);
        }
    }
    Ok(most)
}

/// A store of schema 1 becomes one of this schema; its files are kept beside it.
fn migrate(directory: &Directory, places: &Places, keys: Option<KeyFile>) -> Result<Opened, Error> {
    let path = directory.path();
    let plain = |value: &[u8], _, _: &[u8]| envelope::open_plain(value);
    let (batches, records) = match database::reopen(path, FIRST_SCHEMA, plain) {
        Ok((database, records)) => (database.batches(), records),
        Err(Trouble::Damaged(reason)) => {
            let Some(held) = rescue::without_snapshots(path, FIRST_SCHEMA, plain)? else {
                return Err(Error::Unreadable { path: path.to_owned(), reason });
            };
            held
        }
        Err(trouble) => return Err(trouble.about(path)),
    };
    if places.journal.exists() {
        return Err(Error::ForeignJournal { path: places.journal.clone() });
    }
    let keys = keys.map_or_else(|| written(KeyFile::draw(&places.key_file)?), Ok)?;
    let opened = establish(directory, places, keys, Sealing::new_store()?, Content { batches, records })?;
    clear(directory, opened.vault.generation)?;
    Ok(opened)
}

/// Makes a new generation, the header that names it, and its journal.
fn establish(
    directory: &Directory,
    places: &Places,
    keys: KeyFile,
    store: [u8; 16],
    content: Content,
) -> Result<Opened, Error> {
    let Content { batches, mut records } = content;
    // As the database hands them over.
    records.sort_by_cached_key(|record| key::place(&record.key()));
    // Numbers only grow, so that a journal is never taken for a later one than its header.
    let named = match Header::read(directory.path())? {
        Found::Header(header) => header.sealing.generation,
        Found::Nothing | Found::Damaged => 0,
    };
    let last = directory.generations()?.into_iter().max().unwrap_or(0);
    let last = last.max(named).max(journal::generation(&places.journal));
    let (generation, journal) =
        advance(directory, &places.journal, &keys, store, last + 1, batches, &records)?;
    Ok(Opened { keys, vault: generation.vault, database: generation.database, journal, records })
}

/// A new generation that counts.
pub(super) struct Generation {
    pub(super) vault: Vault,
    pub(super) database: Database,
}

/// Builds a generation from records, has the header name it, and begins its journal.
pub(super) fn advance(
    directory: &Directory,
    journal: &Path,
    keys: &KeyFile,
    store: [u8; 16],
    number: u32,
    batches: u64,
    records: &[Record],
) -> Result<(Generation, Journal), Error> {
    let (sealing, key) = Sealing::make(store, number, keys)?;
    let vault = Vault { generation: number, key };
    let database = database::create(&directory.generation(number), &vault, batches, records.iter())?;
    Header { sealing: sealing.clone(), founded: true }.write(directory.path())?;
    let key = sealing.unwrap(keys)?;
    let journal = Journal::begin(journal, sealing, key, batches, records.iter())?;
    Ok((Generation { vault, database }, journal))
}

/// Removes the generations that do not count any more, or never did, and moves what a migration has left.
pub(super) fn clear(directory: &Directory, current: u32) -> Result<(), Error> {
    for number in directory.generations()? {
        if number != current {
            directory::remove(&directory.generation(number))?;
            debug!("Removed generation {number}");
        }
    }
    let path = directory.path();
    if path.join(MARK).exists() {
        let aside = free_place(path, "schema-1")?;
        directory::create_private(&aside)?;
        // The mark goes last: as long as it is there, this is done again.
        for name in directory::names(path)? {
            if directory::is_databases(&name) {
                rename(&path.join(&name), &aside.join(&name))?;
            }
        }
        rename(&path.join(MARK), &aside.join(MARK))?;
        directory::sync(&aside)?;
        directory::sync(path)?;
        warn!(
            "The store was brought to schema {SCHEMA}, and is encrypted from now on. As it was before, in the clear, it \
             lies at {path}: remove that when all is well",
            path = aside.display()
        );
    }
    Ok(())
}

/// Moves all generations, and a copy of the header, beside the store; where to, if there was anything.
fn set_aside(directory: &Directory, ending: &str, header: Option<&Header>) -> Result<Option<PathBuf>, Error> {
    let path = directory.path();
    let generations = directory.generations()?;
    let header_file = path.join(HEADER);
    if generations.is_empty() && !header_file.exists() {
        return Ok(None);
    }
    let aside = free_place(path, ending)?;
    directory::create_private(&aside)?;
    if header_file.exists() {
        let target = aside.join(HEADER);
        fs::copy(&header_file, &target).map_err(|error| cannot("copy the header to", &target, error))?;
        directory::sync(&target)?;
    }
    for number in generations {
        // Others than the current one are what a crash left.
        if header.is_none_or(|header| header.sealing.generation == number) {
            let from = directory.generation(number);
            let name = from.file_name().unwrap_or_default();
            rename(&from, &aside.join(name))?;
        }
    }
    directory::sync(&aside)?;
    directory::sync(path)?;
    Ok(Some(aside))
}

fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(|error| cannot("move to where it is kept", from, error))
}

/// The first name beside the store that is not taken.
fn free_place(path: &Path, ending: &str) -> Result<PathBuf, Error> {
    let free = (1..=MOST_ASIDE)
        .map(|number| directory::with_ending(path, &format!("{ending}-{number}")))
        .find(|place| !place.exists());
    free.ok_or_else(|| Error::ManyAside { path: path.to_owned(), ending: ending.to_owned() })
}

/// What a restored store is like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Restored {
    /// How many records it holds.
    pub records: usize,
    /// How many links of the backup were left out, because they have ended since it was made.
    pub links_ended: usize,
    /// How many accounts stay frozen that were not when the backup was made.
    pub freezes_kept: usize,
    /// How many bytes at the end of the file could not be used: a crash leaves a journal so, or somebody copied only a
    /// part of it.
    pub torn_bytes: u64,
    /// Whether the store or its journal could be read, to see what has ended since.
    pub knew_the_present: bool,
}

/// Puts what a backup, or another journal, holds in the place of the store. What was there is set aside.
pub(super) fn restore(directory: &Directory, places: &Places, backup: &Path) -> Result<Restored, Error> {
    keep_apart(directory, places)?;
    journal::is_free(&places.journal)?;
    let keys = KeyFile::read(&places.key_file)?;
    let keys = keys.ok_or_else(|| Error::KeyMissing { path: places.key_file.clone() })?;
    let unusable =
        |reason: &str| Error::BackupUnreadable { path: backup.to_owned(), reason: reason.to_owned() };
    let told = match journal::read(backup, &keys) {
        Ok(told) => told,
        Err(Unread::Missing) => return Err(unusable("there is no such file")),
        Err(Unread::Damaged(reason)) => return Err(unusable(&reason)),
        Err(Unread::Told(error)) => return Err(error),
    };
    let Told { batches, mut contents, sealing, torn_bytes, .. } = told;
    let holds = directory.holds()?;
    if matches!(holds, Holds::First) {
        return Err(unusable(
            "the store that is there is of an older version; start the bridge once, then restore",
        ));
    }
    let header = match holds {
        Holds::Store(header) => Some(header),
        Holds::Nothing | Holds::First | Holds::Headless => None,
    };
    let present = present(directory, places, &keys, header.as_ref(), sealing.store);
    let (mut links_ended, mut freezes_kept) = (0, 0);
    if let Some(present) = &present {
        contents.retain(|place, record| {
            let ended = matches!(record, Record::Link(_)) && !present.contains_key(place);
            links_ended += usize::from(ended);
            !ended
        });
        go_on(&mut contents, present);
        for (place, now) in present {
            let (Some(Record::Account(then)), Record::Account(now)) = (contents.get_mut(place), now) else {
                continue;
            };
            if then.frozen.is_none() && now.frozen.is_some() {
                then.frozen.clone_from(&now.frozen);
                freezes_kept += 1;
            }
        }
    } else {
        // Nobody can tell whether an invitation was used since, or a round was over.
        contents.retain(|(kind, _), _| !matches!(kind, Kind::Invitation | Kind::Round | Kind::RoundEntry));
    }
    let kept = free_place(&places.journal, "before-restore")?;
    set_aside(directory, "before-restore", None)?;
    if places.journal.exists() && backup.canonicalize().ok() != places.journal.canonicalize().ok() {
        fs::copy(&places.journal, &kept).map_err(|error| cannot("copy the journal to", &kept, error))?;
    }
    let content = Content { batches, records: contents.into_values().collect() };
    let opened = establish(directory, places, keys, sealing.store, content)?;
    clear(directory, opened.vault.generation)?;
    Ok(Restored {
        records: opened.records.len(),
        links_ended,
        freezes_kept,
        torn_bytes,
        knew_the_present: present.is_some(),
    })
}

/// What is going on goes on as it is, and so does the audit trail: a backup does not take back what was done since.
/// An invitation that was used is not good again, what was cancelled does not begin again, and whoever was forgotten
/// stays so.
fn go_on(contents: &mut Contents, present: &Contents) {
    let has_trail = present.keys().any(|(kind, _)| *kind == Kind::TrailHead);
    let goes_on = |kind: Kind| match kind {
        Kind::Account | Kind::Person | Kind::Link | Kind::Moved => false,
        Kind::Trail | Kind::TrailHead | Kind::Alias => has_trail,
        Kind::Invitation
        | Kind::Reauth
        | Kind::Attempt
        | Kind::Post
        | Kind::Offer
        | Kind::Postponement
        | Kind::Handled
        | Kind::Ready
        | Kind::Dispatch
        | Kind::Check
        | Kind::Round
        | Kind::RoundEntry => true,
    };
    contents.retain(|(kind, _), _| !goes_on(*kind));
    let now = present.iter().filter(|((kind, _), _)| goes_on(*kind));
    contents.extend(now.map(|(place, record)| (place.clone(), record.clone())));
}

/// What the store holds that is about to be replaced, if it or its journal can be read.
fn present(
    directory: &Directory,
    places: &Places,
    keys: &KeyFile,
    header: Option<&Header>,
    store: [u8; 16],
) -> Option<Contents> {
    if let Ok(told) = journal::read(&places.journal, keys)
        && told.sealing.store == store
    {
        return Some(told.contents);
    }
    let header = header.filter(|header| header.sealing.store == store && header.founded)?;
    let generation = header.sealing.generation;
    let vault = Vault { generation, key: header.sealing.unwrap(keys).ok()? };
    let open = |value: &[u8], kind, place: &[u8]| vault.open(value, kind, place);
    let (_, records) = database::reopen(&directory.generation(generation), SCHEMA, open).ok()?;
    Some(records.into_iter().map(|record| (key::place(&record.key()), record)).collect())
}
