//! What a value looks like on disk: a record as JSON, sealed, behind a header that says how to open it.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `2fbr` |
//! | 2 | the schema, big-endian |
//! | 4 | the generation whose key seals it, big-endian |
//! | 24 | the nonce |
//! | the rest | the record, sealed for its place: under another key of the database it does not open |
//!
//! JSON, because a field that is added later can have a default, and one that is missing is noticed. Schema 1 was the
//! same without a key: generation 0, a nonce of zeros, and the record in the clear.

use std::fmt;

use zeroize::Zeroizing;

use super::key::Kind;
use super::keys::{Key, NONCE};
use super::{Error, SCHEMA};
use crate::model::Record;

const MAGIC: [u8; 4] = *b"2fbr";
const SCHEMA_AT: usize = MAGIC.len();
const GENERATION_AT: usize = SCHEMA_AT + 2;
const SEALED_AT: usize = GENERATION_AT + 4;

/// Where the record begins in schema 1.
const PLAIN_AT: usize = SEALED_AT + NONCE;

/// The schema whose values are not sealed.
const PLAIN_SCHEMA: u16 = 1;

/// The largest value that is stored, in bytes, envelope included.
const MOST_BYTES: usize = 64 * 1024 - 1;

/// What is wrong with a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flaw {
    /// It does not begin as our values do.
    NotOurs,
    /// Another version wrote it than the store as a whole.
    OtherSchema,
    /// It is sealed with the key of another generation.
    OtherKey,
    /// It does not open: it was changed, or belongs elsewhere.
    Unopenable,
    /// It opens, and what it holds is no record.
    Undecodable,
    /// It is a record that belongs under another key.
    Misplaced,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOurs => "was not written by this program",
            Self::OtherSchema => "was written by another version",
            Self::OtherKey => "is sealed with another key",
            Self::Unopenable => "does not open",
            Self::Undecodable => "cannot be decoded",
            Self::Misplaced => "stands under the key of another",
        })
    }
}

/// What seals and opens the values of one generation.
#[derive(Debug)]
pub(super) struct Vault {
    pub(super) generation: u32,
    pub(super) key: Key,
}

impl Vault {
    /// Puts a record into its envelope, for its place in the database.
    pub(super) fn seal(&self, record: &Record, kind: Kind, place: &[u8]) -> Result<Vec<u8>, Error> {
        let tree = kind.name();
        // The error's text may hold some of the record.
        let text = serde_json::to_vec(record).map_err(|_| Error::Unencodable { tree })?;
        let text = Zeroizing::new(text);
        let mut value = Vec::with_capacity(PLAIN_AT + text.len() + 16);
        value.extend(MAGIC);
        value.extend(SCHEMA.to_be_bytes());
        value.extend(self.generation.to_be_bytes());
        let sealed = self.key.seal(&context(&value, kind, place), &text)?;
        value.extend(sealed);
        if value.len() > MOST_BYTES {
            return Err(Error::TooLarge { tree, bytes: value.len() });
        }
        Ok(value)
    }

    /// Takes a record out of its envelope.
    pub(super) fn open(&self, value: &[u8], kind: Kind, place: &[u8]) -> Result<Record, Flaw> {
        let (schema, generation) = header(value)?;
        if schema != SCHEMA {
            return Err(Flaw::OtherSchema);
        }
        if generation != self.generation {
            return Err(Flaw::OtherKey);
        }
        let (header, sealed) = value.split_at(SEALED_AT);
        let text = self.key.open(&context(header, kind, place), sealed).ok_or(Flaw::Unopenable)?;
        // The error's text may hold some of the record.
        serde_json::from_slice(&text).map_err(|_| Flaw::Undecodable)
    }
}

/// Takes a record out of an envelope of schema 1.
pub(super) fn open_plain(value: &[u8]) -> Result<Record, Flaw> {
    let (schema, generation) = header(value)?;
    if schema != PLAIN_SCHEMA {
        return Err(Flaw::OtherSchema);
    }
    if generation != 0 {
        return Err(Flaw::OtherKey);
    }
    let text = value.get(PLAIN_AT..).ok_or(Flaw::NotOurs)?;
    serde_json::from_slice(text).map_err(|_| Flaw::Undecodable)
}

/// The schema and the generation.
fn header(value: &[u8]) -> Result<(u16, u32), Flaw> {
    if value.len() < PLAIN_AT || value[..SCHEMA_AT] != MAGIC {
        return Err(Flaw::NotOurs);
    }
    let number = |from, to| value[from..to].iter().fold(0, |sum: u32, byte| (sum << 8) | u32::from(*byte));
    let schema = u16::try_from(number(SCHEMA_AT, GENERATION_AT)).unwrap_or(u16::MAX);
    Ok((schema, number(GENERATION_AT, SEALED_AT)))
}

/// What a value is sealed for: its header and its place.
fn context(header: &[u8], kind: Kind, place: &[u8]) -> Vec<u8> {
    [header, kind.name().as_bytes(), &[0], place].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::HandledRecord;
    use crate::model::{Timestamp, UpdateId};
    use crate::store::keys::{KeyFile, Sealing};

    fn record() -> Record {
        Record::Handled(HandledRecord { update: UpdateId(7), at: Timestamp(1) })
    }

    fn vault() -> Vault {
        let dir = tempfile::tempdir().unwrap();
        let keys = KeyFile::draw(&dir.path().join("key")).unwrap();
        Vault { generation: 3, key: Sealing::make([7; 16], 3, &keys).unwrap().1 }
    }

    #[test]
    fn a_record_comes_out_of_its_envelope_as_it_went_in() {
        let vault = vault();
        let value = vault.seal(&record(), Kind::Handled, b"here").unwrap();
        assert_eq!(value[..SEALED_AT], b"2fbr\0\x02\0\0\0\x03"[..]);
        assert_eq!(vault.open(&value, Kind::Handled, b"here"), Ok(record()));
        assert!(!value.windows(6).any(|bytes| bytes == b"update"), "nothing is in the clear");
    }

    #[test]
    fn a_value_opens_in_its_own_place_alone() {
        let vault = vault();
        let value = vault.seal(&record(), Kind::Handled, b"here").unwrap();
        assert_eq!(vault.open(&value, Kind::Handled, b"there"), Err(Flaw::Unopenable));
        assert_eq!(vault.open(&value, Kind::Person, b"here"), Err(Flaw::Unopenable));
        assert_eq!(super::tests::vault().open(&value, Kind::Handled, b"here"), Err(Flaw::Unopenable));
    }

    #[test]
    fn each_flaw_is_told_by_its_name() {
        let vault = vault();
        let whole = vault.seal(&record(), Kind::Handled, b"here").unwrap();
        let open = |value: &[u8]| vault.open(value, Kind::Handled, b"here");
        let with = |at: usize, byte: u8| {
            let mut value = whole.clone();
            value[at] = byte;
            open(&value)
        };
        assert_eq!(open(b""), Err(Flaw::NotOurs));
        assert_eq!(open(&whole[..PLAIN_AT - 1]), Err(Flaw::NotOurs));
        assert_eq!(with(0, b'x'), Err(Flaw::NotOurs));
        assert_eq!(with(SCHEMA_AT + 1, 1), Err(Flaw::OtherSchema));
        assert_eq!(with(SCHEMA_AT + 1, 3), Err(Flaw::OtherSchema));
        assert_eq!(with(GENERATION_AT + 3, 1), Err(Flaw::OtherKey));
        for (at, byte) in whole.iter().enumerate().skip(SEALED_AT) {
            assert_eq!(with(at, byte ^ 1), Err(Flaw::Unopenable), "byte {at}");
        }
        assert_eq!(open(&whole[..whole.len() - 1]), Err(Flaw::Unopenable));
        assert_eq!(open(&[&whole[..], b"x"].concat()), Err(Flaw::Unopenable));
    }

    #[test]
    fn a_value_of_schema_1_is_read() {
        let json = serde_json::to_vec(&record()).unwrap();
        let value = [&b"2fbr\0\x01\0\0\0\0"[..], &[0; 24], &json].concat();
        assert_eq!(open_plain(&value), Ok(record()));
        assert_eq!(vault().open(&value, Kind::Handled, b"here"), Err(Flaw::OtherSchema));
        assert_eq!(open_plain(&value[..value.len() - 1]), Err(Flaw::Undecodable));
        let sealed = vault().seal(&record(), Kind::Handled, b"here").unwrap();
        assert_eq!(open_plain(&sealed), Err(Flaw::OtherSchema));
    }
}
