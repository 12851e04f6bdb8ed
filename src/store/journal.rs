//! The journal: the same batches once more, in a file that only grows at its end, from which the store can be rebuilt.
//!
//! It begins with `2fbj`, a version (two bytes), the [`Sealing`] of the generation that seals it, and a CRC32C of
//! these. Frames follow:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | the length of the sealed entry, big-endian |
//! | 4 | CRC32C of the number and the sealed entry |
//! | 8 | the frame's number, counted from 0, big-endian |
//! | length | the entry, sealed for its number in this journal |
//!
//! The first entries are a snapshot of everything; each later one is a batch. When the journal has grown by
//! [`MOST_GROWTH`] it is replaced by a new snapshot. A backup is a journal that holds a snapshot and nothing else.
//!
//! A frame that breaks off at the very end is what a crash leaves, and was never acknowledged. A damaged frame with whole
//! ones behind it is damage.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Error;
use super::database::Step;
use super::directory::{self, cannot};
use super::key::{self, Kind};
use super::keys::{self, Key, KeyFile, Sealing};
use crate::model::{Change, Record};

/// By how much the journal may grow behind its snapshot before it is replaced by a new one, in bytes.
pub(super) const MOST_GROWTH: u64 = 8 * 1024 * 1024;

const MAGIC: [u8; 4] = *b"2fbj";
const VERSION: u16 = 1;
const VERSION_AT: usize = MAGIC.len();
const SEALING_AT: usize = VERSION_AT + 2;
const CHECKSUM_AT: usize = SEALING_AT + Sealing::BYTES;
const FRAMES_AT: usize = CHECKSUM_AT + 4;

/// What stands before each sealed entry, in bytes.
const FRAME_HEAD: usize = 4 + 4 + 8;

/// How many records of a snapshot share a frame.
const RECORDS_TOGETHER: usize = 64;

/// The contents of a store, each record at its place.
pub(super) type Contents = BTreeMap<(Kind, Vec<u8>), Record>;

/// What a frame holds.
#[derive(Serialize, Deserialize)]
enum Entry {
    /// A snapshot begins, as everything stood after so many batches; so many records follow.
    Snapshot { batches: u64, records: u64 },
    /// Some of the snapshot's records.
    Records(Vec<Record>),
    /// A batch, by its number.
    Batch { number: u64, changes: Vec<Written> },
}

/// One step of a batch.
#[derive(Serialize, Deserialize)]
enum Written {
    Put(Record),
    Remove { tree: String, place: Vec<u8> },
}

/// The open journal, at its end.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    sealing: Sealing,
    key: Key,
    /// How long the file is.
    bytes: u64,
    /// How long it was when it held a snapshot and nothing else.
    snapshot_bytes: u64,
    /// The number of the next frame.
    next: u64,
}

/// What a journal says.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) sealing: Sealing,
    pub(super) key: Key,
    /// How many batches went into it.
    pub(super) batches: u64,
    pub(super) contents: Contents,
    /// How long the part is that can be read, in bytes.
    whole_bytes: u64,
    snapshot_bytes: u64,
    frames: u64,
    /// What follows the part that can be read, in bytes.
    pub(super) torn_bytes: u64,
}

/// Why a journal cannot be read.
#[derive(Debug)]
pub(super) enum Unread {
    /// There is none.
    Missing,
    /// It makes no sense.
    Damaged(String),
    /// Something else that is final.
    Told(Error),
}

impl From<Error> for Unread {
    fn from(error: Error) -> Self {
        Self::Told(error)
    }
}

/// Reads a journal or a backup.
pub(super) fn read(path: &Path, keys: &KeyFile) -> Result<Told, Unread> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Unread::Missing),
        Err(error) => return Err(cannot("read", path, error).into()),
    };
    let sealing = sealing(&bytes)?;
    let key = sealing.unwrap(keys)?;
    tell(&bytes, sealing, key).map_err(Unread::Damaged)
}

/// Of which generation a journal is; 0 if that cannot be told.
pub(super) fn generation(path: &Path) -> u32 {
    fs::read(path).ok().and_then(|bytes| sealing(&bytes).ok()).map_or(0, |sealing| sealing.generation)
}

/// The journal's head.
pub(super) fn sealing(bytes: &[u8]) -> Result<Sealing, Unread> {
    let damaged = || Unread::Damaged("its head is damaged".to_owned());
    let head = bytes.get(..CHECKSUM_AT).ok_or_else(damaged)?;
    let checksum = bytes.get(CHECKSUM_AT..FRAMES_AT).and_then(|bytes| bytes.try_into().ok());
    if !head.starts_with(&MAGIC) || checksum.map(u32::from_be_bytes) != Some(crc32c::crc32c(head)) {
        return Err(damaged());
    }
    let version = u16::from_be_bytes([head[VERSION_AT], head[VERSION_AT + 1]]);
    if version > VERSION {
        return Err(Error::Newer { found: version }.into());
    }
    let sealing = head[SEALING_AT..].try_into().map_err(|_| damaged())?;
    Ok(Sealing::from_bytes(sealing))
}

pub(super) fn tell(bytes: &[u8], sealing: Sealing, key: Key) -> Result<Told, String> {
    let mut at = FRAMES_AT;
    let mut frames = 0;
    let mut batches = None;
    let mut missing = 0;
    let mut contents = Contents::new();
    let mut snapshot_bytes = 0;
    while let Some(sealed) = frame(&bytes[at..], frames) {
        let nonsense = || format!("its frame {frames} makes no sense");
        let text = key.open(&context(&sealing, frames), sealed).ok_or_else(nonsense)?;
        match (serde_json::from_slice(&text), batches) {
            (Ok(Entry::Snapshot { batches: as_of, records }), None) => {
                batches = Some(as_of);
                missing = records;
            }
            (Ok(Entry::Records(records)), Some(_)) if records.len() as u64 <= missing => {
                missing -= records.len() as u64;
                contents.extend(records.into_iter().map(|record| (key::place(&record.key()), record)));
            }
            (Ok(Entry::Batch { number, changes }), Some(before)) if missing == 0 && number == before + 1 => {
                for change in changes {
                    apply(&mut contents, change).ok_or_else(nonsense)?;
                }
                batches = Some(number);
            }
            _ => return Err(nonsense()),
        }
        at += FRAME_HEAD + sealed.len();
        frames += 1;
        if batches.is_some() && missing == 0 && snapshot_bytes == 0 {
            snapshot_bytes = at as u64;
        }
    }
    if (at + 1..bytes.len()).any(|later| later_frame(&bytes[later..], frames)) {
        return Err(format!("its frame {frames} is damaged, with whole ones behind it"));
    }
    match batches {
        Some(batches) if missing == 0 => Ok(Told {
            sealing,
            key,
            batches,
            contents,
            whole_bytes: at as u64,
            snapshot_bytes,
            frames,
            torn_bytes: (bytes.len() - at) as u64,
        }),
        _ => Err("its snapshot breaks off".to_owned()),
    }
}

/// The sealed entry of the frame with this number, if it stands here whole.
fn frame(bytes: &[u8], number: u64) -> Option<&[u8]> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (checksum, rest) = rest.split_first_chunk()?;
    let length = 8 + usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (found, sealed) = rest.get(..length)?.split_first_chunk()?;
    let right = u64::from_be_bytes(*found) == number
        && crc32c::crc32c(&rest[..length]) == u32::from_be_bytes(*checksum);
    right.then_some(sealed)
}

/// Whether a whole frame begins here that comes after the one with this number.
fn later_frame(bytes: &[u8], number: u64) -> bool {
    let Some(found) =
        bytes.get(8..FRAME_HEAD).and_then(|bytes| bytes.try_into().ok()).map(u64::from_be_bytes)
    else {
        return false;
    };
    // Numbers that so many bytes cannot hold are chance.
    let most = (bytes.len() / FRAME_HEAD) as u64;
    found.checked_sub(number).is_some_and(|later| later <= most) && frame(bytes, found).is_some()
}

fn apply(contents: &mut Contents, change: Written) -> Option<()> {
    match change {
        Written::Put(record) => _ = contents.insert(key::place(&record.key()), record),
        Written::Remove { tree, place } => {
            let kind = Kind::ALL.into_iter().find(|kind| kind.name() == tree)?;
            contents.remove(&(kind, place));
        }
    }
    Some(())
}

/// What an entry is sealed for: its number in this journal.
fn context(sealing: &Sealing, number: u64) -> Vec<u8> {
    [b"frame ", &sealing.store[..], &sealing.generation.to_be_bytes(), &number.to_be_bytes()].concat()
}

/// A whole journal that holds a snapshot and nothing else, and how many frames it has.
pub(super) fn snapshot<'a>(
    sealing: &Sealing,
    key: &Key,
    batches: u64,
    records: impl ExactSizeIterator<Item = &'a Record>,
) -> Result<(Vec<u8>, u64), Error> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_be_bytes());
    bytes.extend(sealing.to_bytes());
    let checksum = crc32c::crc32c(&bytes);
    bytes.extend(checksum.to_be_bytes());
    let mut frames = 0;
    let mut push = |entry: &Entry| {
        bytes.extend(seal(sealing, key, frames, entry)?);
        frames += 1;
        Ok::<_, Error>(())
    };
    push(&Entry::Snapshot { batches, records: records.len() as u64 })?;
    let mut together = Vec::with_capacity(RECORDS_TOGETHER);
    for record in records {
        together.push(record.clone());
        if together.len() == RECORDS_TOGETHER {
            push(&Entry::Records(std::mem::take(&mut together)))?;
        }
    }
    if !together.is_empty() {
        push(&Entry::Records(together))?;
    }
    Ok((bytes, frames))
}

/// A frame.
fn seal(sealing: &Sealing, key: &Key, number: u64, entry: &Entry) -> Result<Vec<u8>, Error> {
    // The error's text may hold some of a record.
    let text = serde_json::to_vec(entry).map_err(|_| Error::Unencodable { tree: "journal" })?;
    let text = Zeroizing::new(text);
    let sealed = key.seal(&context(sealing, number), &text)?;
    let length = u32::try_from(sealed.len())
        .map_err(|_| Error::unwritable(&"a batch is longer than the journal takes"))?;
    let rest = [&number.to_be_bytes()[..], &sealed].concat();
    Ok([&length.to_be_bytes()[..], &crc32c::crc32c(&rest).to_be_bytes(), &rest].concat())
}

impl Journal {
    /// Replaces whatever journal there is by a snapshot, durably.
    pub(super) fn begin<'a>(
        path: &Path,
        sealing: Sealing,
        key: Key,
        batches: u64,
        records: impl ExactSizeIterator<Item = &'a Record>,
    ) -> Result<Self, Error> {
        let (bytes, frames) = snapshot(&sealing, &key, batches, records)?;
        keys::replace(path, &bytes).map_err(|error| cannot("write the journal", path, error))?;
        let length = bytes.len() as u64;
        Ok(Self {
            file: open(path)?,
            path: path.to_owned(),
            sealing,
            key,
            bytes: length,
            snapshot_bytes: length,
            next: frames,
        })
    }

    /// Goes on where a journal ends, which was read before.
    pub(super) fn resume(path: &Path, told: Told) -> Result<Self, Error> {
        let file = open(path)?;
        if told.torn_bytes > 0 {
            file.set_len(told.whole_bytes)
                .and_then(|()| file.sync_all())
                .map_err(|error| cannot("write the journal", path, error))?;
        }
        let Told { sealing, key, whole_bytes, snapshot_bytes, frames, .. } = told;
        Ok(Self {
            path: path.to_owned(),
            file,
            sealing,
            key,
            bytes: whole_bytes,
            snapshot_bytes,
            next: frames,
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn sealing(&self) -> &Sealing {
        &self.sealing
    }

    /// Adds some batches, numbered on from `first`. They are durable after [`Journal::sync`].
    pub(super) fn append<'a>(
        &mut self,
        first: u64,
        batches: impl Iterator<Item = (&'a [Change], &'a [Step])>,
    ) -> Result<(), Error> {
        let mut bytes = Vec::new();
        for (number, (changes, steps)) in (first..).zip(batches) {
            let changes = changes.iter().zip(steps).map(|(change, step)| match change {
                Change::Put(record) => Written::Put(record.clone()),
                Change::Remove(_) => {
                    Written::Remove { tree: step.kind.name().to_owned(), place: step.key.clone() }
                }
            });
            let entry = Entry::Batch { number, changes: changes.collect() };
            bytes.extend(seal(&self.sealing, &self.key, self.next, &entry)?);
            self.next += 1;
        }
        self.file.write_all_at(&bytes, self.bytes).map_err(|error| self.unwritable(&error))?;
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Has what was added reach the disk.
    pub(super) fn sync(&self) -> Result<(), Error> {
        self.file.sync_data().map_err(|error| self.unwritable(&error))
    }

    /// Whether it has grown so much that it should be replaced by a snapshot.
    pub(super) fn is_long(&self) -> bool {
        self.bytes - self.snapshot_bytes > MOST_GROWTH
    }

    fn unwritable(&self, error: &io::Error) -> Error {
        Error::unwritable(&format_args!("the journal {}: {error}", self.path.display()))
    }
}

/// Opens it for us alone: another process with the same one would replace it, and what we write would be lost.
fn open(path: &Path) -> Result<File, Error> {
    let file = OpenOptions::new().write(true).open(path);
    held(file.map_err(|error| cannot("open the journal", path, error))?, path)
}

fn held(file: File, path: &Path) -> Result<File, Error> {
    if directory::hold(&file).map_err(|error| cannot("lock the journal", path, error))? {
        Ok(file)
    } else {
        Err(Error::JournalInUse { path: path.to_owned() })
    }
}

/// Sees to it that no other process has the journal, if there is one.
pub(super) fn is_free(path: &Path) -> Result<(), Error> {
    match File::open(path) {
        Ok(file) => held(file, path).map(drop),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(cannot("open the journal", path, error)),
    }
}
