//! Reading the audit trail while the store is open: the one thing that is read again after the start.

use serde::{Deserialize, Serialize};

use super::Error;
use super::database::Database;
use super::envelope::Vault;
use super::key::{self, Kind};
use crate::model::trail::{AliasRecord, Entry, Head, Query};
use crate::model::{Record, RecordKey};

/// The whole audit trail, as it stands on disk.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct WholeTrail {
    /// Where it begins and ends.
    pub head: Head,
    /// All entries, in the order of their numbers.
    pub entries: Vec<Entry>,
    /// Whose the aliases are that can be told.
    pub aliases: Vec<AliasRecord>,
}

impl WholeTrail {
    /// Picks the trail out of everything that is stored.
    pub fn of(records: impl IntoIterator<Item = Record>) -> Self {
        let mut trail = Self::default();
        for record in records {
            match record {
                Record::Trail(entry) => trail.entries.push(*entry),
                Record::TrailHead(head) => trail.head = head,
                Record::Alias(alias) => trail.aliases.push(alias),
                Record::Account(_)
                | Record::Person(_)
                | Record::Link(_)
                | Record::Invitation(_)
                | Record::Reauth(_)
                | Record::Attempt(_)
                | Record::Post(_)
                | Record::Offer(_)
                | Record::Postponement(_)
                | Record::Handled(_)
                | Record::Moved(_)
                | Record::Ready(_)
                | Record::Dispatch(_)
                | Record::Check(_)
                | Record::Round(_)
                | Record::RoundEntry(_) => {}
            }
        }
        trail.entries.sort_unstable_by_key(|entry| entry.number);
        trail
    }
}

/// Reads the entries that a query wants, newest first. It reads no further back than it must.
pub(super) fn recall(database: &Database, vault: &Vault, query: &Query) -> Result<Vec<Entry>, Error> {
    let (_, end) = key::place(&RecordKey::Trail(query.before.unwrap_or(u64::MAX)));
    let mut found = Vec::new();
    for row in database.backwards(Kind::Trail, &end) {
        let (place, value) = row.map_err(|error| Error::unwritable(&error))?;
        let record = vault.open(&value, Kind::Trail, &place).map_err(|flaw| Error::Unreadable {
            path: database.path().to_owned(),
            reason: format!("an entry of the audit trail {flaw}"),
        })?;
        if let Record::Trail(entry) = record
            && query.about.is_about(&entry)
        {
            found.push(*entry);
            if found.len() >= query.most {
                break;
            }
        }
    }
    Ok(found)
}

/// Reads all of it.
pub(super) fn whole(database: &Database, vault: &Vault) -> Result<WholeTrail, Error> {
    let mut records = Vec::new();
    for kind in [Kind::Trail, Kind::TrailHead, Kind::Alias] {
        let opened = database.records_of(kind, |value, kind, place| vault.open(value, kind, place));
        records.extend(opened.map_err(|trouble| trouble.about(database.path()))?);
    }
    Ok(WholeTrail::of(records))
}
