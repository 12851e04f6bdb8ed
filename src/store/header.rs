//! The store's header: one small file that says which generation counts, and holds its sealed key.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `2fbh` |
//! | 2 | the schema, big-endian |
//! | 1 | 1 once the store was durable with this header; 0 while it is being founded |
//! | 100 | which store, which generation, and its key; see [`Sealing`] |
//! | 4 | CRC32C of what stands before it |
//!
//! It is replaced as a whole, and what it names is durable before it is: a crash shows the old generation or the new one.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::directory::cannot;
use super::keys::{self, Sealing};
use super::{Error, SCHEMA};

/// The name of its file in the data directory.
pub(super) const HEADER: &str = "header";

const MAGIC: [u8; 4] = *b"2fbh";
const SCHEMA_AT: usize = MAGIC.len();
const FOUNDED_AT: usize = SCHEMA_AT + 2;
const SEALING_AT: usize = FOUNDED_AT + 1;
const CHECKSUM_AT: usize = SEALING_AT + Sealing::BYTES;

/// What the header says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Header {
    pub(super) sealing: Sealing,
    /// False until the first generation and its journal are durable: until then nothing was ever acknowledged.
    pub(super) founded: bool,
}

/// What was found in its place.
#[derive(Debug)]
pub(super) enum Found {
    Nothing,
    Damaged,
    Header(Header),
}

impl Header {
    pub(super) fn read(directory: &Path) -> Result<Found, Error> {
        let path = place(directory);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(cannot("read", &path, error)),
        };
        parse(&bytes)
    }

    /// Writes it, durably.
    pub(super) fn write(&self, directory: &Path) -> Result<(), Error> {
        let path = place(directory);
        keys::replace(&path, &self.bytes()).map_err(|error| cannot("write", &path, error))
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(SCHEMA.to_be_bytes());
        bytes.push(u8::from(self.founded));
        bytes.extend(self.sealing.to_bytes());
        let checksum = crc32c::crc32c(&bytes);
        bytes.extend(checksum.to_be_bytes());
        bytes
    }
}

fn place(directory: &Path) -> PathBuf {
    directory.join(HEADER)
}

pub(super) fn parse(bytes: &[u8]) -> Result<Found, Error> {
    // The checksum comes last in every version, so that a flipped bit is never taken for a newer one.
    let Some((before, checksum)) = bytes.split_last_chunk::<4>() else { return Ok(Found::Damaged) };
    if crc32c::crc32c(before) != u32::from_be_bytes(*checksum) || !before.starts_with(&MAGIC) {
        return Ok(Found::Damaged);
    }
    let Some(schema) = before.get(SCHEMA_AT..FOUNDED_AT).and_then(|bytes| bytes.try_into().ok()) else {
        return Ok(Found::Damaged);
    };
    let schema = u16::from_be_bytes(schema);
    if schema > SCHEMA {
        return Err(Error::Newer { found: schema });
    }
    let sealing = before.get(SEALING_AT..CHECKSUM_AT).and_then(|bytes| bytes.try_into().ok());
    let Some(sealing) = sealing.filter(|_| before.len() == CHECKSUM_AT && schema == SCHEMA) else {
        return Ok(Found::Damaged);
    };
    Ok(Found::Header(Header { sealing: Sealing::from_bytes(sealing), founded: before[FOUNDED_AT] == 1 }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::keys::KeyFile;

    fn header() -> Header {
        let dir = tempfile::tempdir().unwrap();
        let keys = KeyFile::draw(&dir.path().join("key")).unwrap();
        Header { sealing: Sealing::make([7; 16], 3, &keys).unwrap().0, founded: true }
    }

    #[test]
    fn a_header_is_read_as_it_was_written() {
        for founded in [false, true] {
            let header = Header { founded, ..header() };
            assert!(matches!(parse(&header.bytes()), Ok(Found::Header(found)) if found == header));
        }
    }

    #[test]
    fn any_flipped_bit_and_any_missing_byte_is_damage() {
        let whole = header().bytes();
        for index in 0..whole.len() {
            for bit in 0..8 {
                let mut changed = whole.clone();
                changed[index] ^= 1 << bit;
                assert!(matches!(parse(&changed), Ok(Found::Damaged)), "bit {bit} of byte {index}");
            }
            assert!(matches!(parse(&whole[..index]), Ok(Found::Damaged)), "{index} bytes");
        }
    }

    #[test]
    fn a_newer_header_is_told_from_a_damaged_one() {
        let mut bytes = header().bytes();
        bytes.truncate(CHECKSUM_AT);
        bytes[SCHEMA_AT + 1] = 9;
        bytes.extend(b"and more than this version knows");
        let checksum = crc32c::crc32c(&bytes);
        bytes.extend(checksum.to_be_bytes());
        assert!(matches!(parse(&bytes), Err(Error::Newer { found: 9 })));
    }
}
