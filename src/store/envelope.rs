//! What a value looks like on disk: a record as JSON, behind a header that says how to read it.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `2fbr` |
//! | 2 | the schema, big-endian |
//! | 4 | the number of the key it is sealed with, big-endian; 0: not sealed |
//! | 24 | the nonce; zeros while not sealed |
//! | the rest | the record |
//!
//! JSON, because a field that is added later can have a default, and one that is missing is noticed.

use std::fmt;

use super::{Error, SCHEMA, key};
use crate::model::Record;

const MAGIC: [u8; 4] = *b"2fbr";
const SCHEMA_AT: usize = MAGIC.len();
const KEY_ID_AT: usize = SCHEMA_AT + 2;
const NONCE_AT: usize = KEY_ID_AT + 4;
const PAYLOAD_AT: usize = NONCE_AT + 24;

/// The number in place of a key's, for a record that is not sealed.
const NOT_SEALED: u32 = 0;

/// The largest value that is stored, in bytes, envelope included.
const MOST_BYTES: usize = 64 * 1024 - 1;

/// What is wrong with a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// It does not begin as our values do.
    NotOurs,
    /// A newer version wrote it, though the store as a whole is not newer.
    Newer,
    /// It is sealed, and this version has no keys.
    Sealed,
    /// Its header is right, and what follows is no record.
    Undecodable,
    /// It is a record that belongs under another key.
    Misplaced,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOurs => "was not written by this program",
            Self::Newer => "was written by a newer version",
            Self::Sealed => "is sealed with a key that this version does not know",
            Self::Undecodable => "cannot be decoded",
            Self::Misplaced => "stands under the key of another",
        })
    }
}

/// Puts a record into its envelope.
pub(super) fn wrap(record: &Record) -> Result<Vec<u8>, Error> {
    let mut value = Vec::with_capacity(512);
    value.extend(MAGIC);
    value.extend(SCHEMA.to_be_bytes());
    value.extend(NOT_SEALED.to_be_bytes());
    value.resize(PAYLOAD_AT, 0);
    // The error's text may hold some of the record.
    let written = serde_json::to_writer(&mut value, record);
    let tree = key::place(&record.key()).0.name();
    written.map_err(|_| Error::Unencodable { tree })?;
    if value.len() > MOST_BYTES {
        return Err(Error::TooLarge { tree, bytes: value.len() });
    }
    Ok(value)
}

/// Takes a record out of its envelope.
pub(super) fn unwrap(value: &[u8]) -> Result<Record, Flaw> {
    if value.len() < PAYLOAD_AT || value[..SCHEMA_AT] != MAGIC {
        return Err(Flaw::NotOurs);
    }
    let schema = u16::from_be_bytes([value[SCHEMA_AT], value[SCHEMA_AT + 1]]);
    if schema > SCHEMA {
        return Err(Flaw::Newer);
    }
    if schema == 0 {
        return Err(Flaw::NotOurs);
    }
    if value[KEY_ID_AT..NONCE_AT] != NOT_SEALED.to_be_bytes() {
        return Err(Flaw::Sealed);
    }
    // The error's text may hold some of the record.
    serde_json::from_slice(&value[PAYLOAD_AT..]).map_err(|_| Flaw::Undecodable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::HandledRecord;
    use crate::model::{Timestamp, UpdateId};

    fn record() -> Record {
        Record::Handled(HandledRecord { update: UpdateId(7), at: Timestamp(1) })
    }

    #[test]
    fn a_record_comes_out_of_its_envelope_as_it_went_in() {
        let value = wrap(&record()).unwrap();
        assert_eq!(value[..PAYLOAD_AT], [&b"2fbr\0\x01\0\0\0\0"[..], &[0; 24]].concat());
        assert_eq!(unwrap(&value), Ok(record()));
    }

    #[test]
    fn each_flaw_is_told_by_its_name() {
        let whole = wrap(&record()).unwrap();
        let with = |at: usize, byte: u8| {
            let mut value = whole.clone();
            value[at] = byte;
            unwrap(&value)
        };
        assert_eq!(unwrap(b""), Err(Flaw::NotOurs));
        assert_eq!(unwrap(&whole[..PAYLOAD_AT - 1]), Err(Flaw::NotOurs));
        assert_eq!(with(0, b'x'), Err(Flaw::NotOurs));
        assert_eq!(with(SCHEMA_AT + 1, 0), Err(Flaw::NotOurs));
        assert_eq!(with(SCHEMA_AT + 1, 2), Err(Flaw::Newer));
        assert_eq!(with(KEY_ID_AT + 3, 1), Err(Flaw::Sealed));
        assert_eq!(with(PAYLOAD_AT, b'x'), Err(Flaw::Undecodable));
        assert_eq!(unwrap(&whole[..whole.len() - 1]), Err(Flaw::Undecodable));
        assert_eq!(unwrap(&[&whole[..], b"x"].concat()), Err(Flaw::Undecodable));
    }
}
