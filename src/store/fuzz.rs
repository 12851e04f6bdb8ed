//! Whatever stands on the disk is read without a panic, and nothing is taken that was not written so.
//!
//! `TWOFA_BRIDGE_FUZZ=n` tries so many inputs of each kind instead of a few thousand.

use fastrand::Rng;

use super::database::Step;
use super::envelope::{self, Vault};
use super::header::{self, Found, Header};
use super::journal::{self, Contents};
use super::key::{self, Kind};
use super::keys::{self, KeyFile, Sealing};
use crate::model::record::{AccountRecord, HandledRecord, PersonRecord};
use crate::model::{AccountId, Change, Handle, Name, PersonId, Record, Timestamp, UpdateId};

/// How many inputs each test tries.
fn inputs() -> u64 {
    std::env::var("TWOFA_BRIDGE_FUZZ").ok().and_then(|number| number.parse().ok()).unwrap_or(4_000)
}

/// Changes, cuts, doubles, swaps or drops some bytes; sometimes all of them are chance.
fn mutate(whole: &[u8], random: &mut Rng) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    if random.u8(..16) == 0 {
        bytes.resize(random.usize(..whole.len() + 64), 0);
        bytes.fill_with(|| random.u8(..));
        return bytes;
    }
    for _ in 0..random.usize(1..4) {
        let at = random.usize(..=bytes.len());
        let to = random.usize(at..=bytes.len());
        match random.u8(..6) {
            0 => bytes.truncate(at),
            1 => bytes.extend_from_slice(&whole[at.min(whole.len())..to.min(whole.len())]),
            2 => _ = bytes.drain(at..to),
            3 => bytes.insert(at, random.u8(..)),
            4 if at < bytes.len() => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][random.usize(..5)],
            _ if at < bytes.len() => bytes[at] ^= 1 << random.u8(..8),
            _ => {}
        }
    }
    bytes
}

fn records() -> Vec<Record> {
    vec![
        Record::Account(AccountRecord {
            id: AccountId::parse("acc_1").unwrap(),
            handle: Handle::parse("bella").unwrap(),
            frozen: None,
            reauths: vec![Timestamp(5)],
            order: Vec::new(),
            session: None,
            connected_at: Some(Timestamp(6)),
        }),
        Record::Person(PersonRecord {
            id: PersonId(7),
            name: Name::new("Bella"),
            language: Some("es".to_owned()),
            chosen_language: None,
            menu: None,
            reachable: true,
            questions: vec![],
            quiet: None,
            muted: None,
        }),
        Record::Handled(HandledRecord { update: UpdateId(7), at: Timestamp(1) }),
    ]
}

fn key_file() -> (tempfile::TempDir, KeyFile) {
    let dir = tempfile::tempdir().unwrap();
    let keys = KeyFile::draw(&dir.path().join("key")).unwrap();
    (dir, keys)
}

#[test]
fn no_header_is_taken_that_was_not_written_so() {
    let (_dir, keys) = key_file();
    let whole = Header { sealing: Sealing::make([7; 16], 3, &keys).unwrap().0, founded: true }.bytes();
    let mut random = Rng::with_seed(1);
    for _ in 0..inputs() {
        let bytes = mutate(&whole, &mut random);
        if let Ok(Found::Header(_)) = header::parse(&bytes) {
            assert!(bytes == whole, "{bytes:?}");
        }
    }
}

#[test]
fn no_value_opens_that_was_not_sealed_so() {
    let (_dir, keys) = key_file();
    let vault = Vault { generation: 3, key: Sealing::make([7; 16], 3, &keys).unwrap().1 };
    let record = records().remove(1);
    let (kind, place) = key::place(&record.key());
    let whole = vault.seal(&record, kind, &place).unwrap();
    let mut random = Rng::with_seed(2);
    for _ in 0..inputs() {
        let bytes = mutate(&whole, &mut random);
        let place = if random.bool() { place.clone() } else { mutate(&place, &mut random) };
        if vault.open(&bytes, kind, &place).is_ok() {
            assert!(bytes == whole && key::place(&record.key()).1 == place, "{bytes:?}");
        }
    }
}

#[test]
fn whatever_is_read_of_the_first_schema_is_written_again_as_it_was_read() {
    let mut random = Rng::with_seed(3);
    let records = records();
    for _ in 0..inputs() {
        let json = serde_json::to_vec(random.choice(&records).unwrap()).unwrap();
        let whole = [&b"2fbr\0\x01\0\0\0\0"[..], &[0; 24], &json].concat();
        let bytes = mutate(&whole, &mut random);
        if let Ok(record) = envelope::open_plain(&bytes) {
            let again: Record = serde_json::from_slice(&serde_json::to_vec(&record).unwrap()).unwrap();
            assert_eq!(again, record);
            assert!(bytes.starts_with(b"2fbr\0\x01\0\0\0\0"), "{bytes:?}");
        }
    }
}

#[test]
fn a_journal_is_read_up_to_where_it_was_changed_and_no_further() {
    let (_dir, keys) = key_file();
    let file = tempfile::NamedTempFile::new().unwrap();
    let (sealing, key) = Sealing::make([7; 16], 3, &keys).unwrap();
    let mut contents: Contents =
        records().into_iter().map(|record| (key::place(&record.key()), record)).collect();
    let mut journal = journal::Journal::begin(
        file.path(),
        sealing.clone(),
        key,
        10,
        contents.values().collect::<Vec<_>>().into_iter(),
    )
    .unwrap();
    let mut states = vec![contents.clone()];
    for number in 0..3_u32 {
        let record = Record::Handled(HandledRecord { update: UpdateId(number), at: Timestamp(9) });
        let place = key::place(&record.key());
        let steps = [Step { kind: Kind::Handled, key: place.1.clone(), value: None }];
        let changes = [Change::Put(record.clone())];
        journal.append(11 + u64::from(number), std::iter::once((&changes[..], &steps[..]))).unwrap();
        contents.insert(place, record);
        states.push(contents.clone());
    }
    let whole = std::fs::read(file.path()).unwrap();
    let mut random = Rng::with_seed(4);
    for _ in 0..inputs() {
        let bytes = mutate(&whole, &mut random);
        let Ok(found) = journal::sealing(&bytes) else { continue };
        assert!(found == sealing, "{bytes:?}");
        let Ok(told) = journal::tell(&bytes, found, sealing.unwrap(&keys).unwrap()) else { continue };
        assert!(told.contents == states[usize::try_from(told.batches - 10).unwrap()], "{bytes:?}");
        assert!(told.torn_bytes > 0 || whole.starts_with(&bytes), "{bytes:?}");
    }
}

#[test]
fn no_key_is_taken_that_was_not_written_so() {
    let (dir, keys) = key_file();
    keys.write().unwrap();
    let text = std::fs::read(dir.path().join("key")).unwrap();
    let line = text.strip_suffix(b"\n").unwrap();
    let mut random = Rng::with_seed(5);
    for _ in 0..inputs() {
        let bytes = mutate(line, &mut random);
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if keys::parse(&text).is_some() {
            let key = text.trim_end().strip_prefix("2fbk1:").unwrap();
            assert!(key.len() == 44 && key.ends_with('='), "{text:?}");
        }
    }
}
