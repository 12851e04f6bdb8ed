//! Versions: a store of the one before opens, one of a newer is refused.

use super::*;

/// A store as schema 1 wrote it: `one_of_each`, then a person and an update more, and a second start. The zeros at the
/// end of `db` are left out.
const SCHEMA_1: [(&str, &[u8]); 4] = [
    ("acknowledged", include_bytes!("../../fixtures/store-schema-1/acknowledged")),
    ("conf", include_bytes!("../../fixtures/store-schema-1/conf")),
    ("db", include_bytes!("../../fixtures/store-schema-1/db")),
    ("snap.00000000000010F3", include_bytes!("../../fixtures/store-schema-1/snap.00000000000010F3")),
];

/// How long its `db` was.
const SCHEMA_1_DB: usize = 524_287;

pub(super) fn of_schema_1() -> Place {
    let place = Place::new();
    fs::create_dir_all(place.path.join("blobs")).unwrap();
    fs::write(place.path.join("lock"), "").unwrap();
    for (name, bytes) in SCHEMA_1 {
        let mut bytes = bytes.to_vec();
        if name == "db" {
            bytes.resize(SCHEMA_1_DB, 0);
        }
        fs::write(place.path.join(name), bytes).unwrap();
    }
    place
}

fn what_it_held() -> Vec<Record> {
    let mut records = one_of_each();
    // What came later is absent.
    for record in &mut records {
        match record {
            Record::Account(account) => account.order.clear(),
            Record::Attempt(attempt) => {
                attempt.chosen.clear();
                attempt.kept.clear();
                if let Stage::Checking(challenge, _) = &mut attempt.stage {
                    challenge.line = None;
                }
            }
            _ => {}
        }
    }
    records.insert(2, person(1001, "Sam"));
    records.insert(records.len() - 1, handled(9, 9));
    records
}

#[tokio::test]
async fn a_store_of_schema_1_opens_and_is_kept_beside_the_new_one() {
    let place = of_schema_1();
    let (store, records) = place.open();
    assert_eq!(records, what_it_held());
    store.commit(vec![Change::Put(handled(10, 10))]).await.unwrap().unwrap();
    store.close().unwrap();
    assert_eq!(place.records().len(), what_it_held().len() + 1);
    assert_eq!(place.beside(), ["store.schema-1-1"]);
    assert_eq!(place.names(), ["generation-1", "header", "lock"]);
    let kept = place.dir.path().join("store.schema-1-1");
    let mut expected = ["acknowledged", "blobs", "conf", "db"].map(str::to_owned).to_vec();
    expected.retain(|name| names(&kept).contains(name));
    assert_eq!(expected.len(), 4, "{:?}", names(&kept));
    fs::remove_dir_all(kept).unwrap();
    assert!(!holds(&place.everything(), b"Bella"), "what is left is sealed");
    fs::remove_dir_all(&place.path).unwrap();
    assert_eq!(place.records().len(), what_it_held().len() + 1, "the journal holds it, too");
}

#[test]
fn a_migration_that_a_crash_breaks_off_is_taken_up_again() {
    // Before the header is there, nothing has changed; after that, the old files may still lie about.
    let whole = of_schema_1();
    let migrated = of_schema_1();
    migrated.open();
    let early = of_schema_1();
    copy_all(&migrated.generation(), &early.path.join("generation-1"));
    fs::copy(migrated.key_file(), early.key_file()).unwrap();
    let late = whole.copy();
    copy_all(migrated.dir.path(), late.dir.path());
    fs::remove_dir_all(late.dir.path().join("store.schema-1-1")).unwrap();
    for place in [early, late] {
        assert_eq!(place.records(), what_it_held());
        assert_eq!(place.beside(), ["store.schema-1-1"]);
        assert_eq!(place.records(), what_it_held());
    }
}

#[test]
fn a_damaged_store_of_schema_1_is_refused_and_left_as_it_is() {
    let place = of_schema_1();
    fs::write(place.path.join("db"), "").unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::Unreadable { .. }), "{error}");
    assert!(place.path.join("snap.00000000000010F3").exists());
    assert_eq!(place.beside(), [] as [String; 0]);
}

#[tokio::test]
async fn a_newer_store_is_refused_and_left_as_it_is() {
    let place = Place::with(one_of_each()).await;
    let header = fs::read(place.path.join("header")).unwrap();
    let mut newer = header[..header.len() - 4].to_vec();
    newer[5] = 9;
    newer.extend(crc32c::crc32c(&newer).to_be_bytes());
    fs::write(place.path.join("header"), newer).unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::Newer { found: 9 }), "{error}");
    assert!(error.to_string().contains("run that version, or restore a backup"), "{error}");
    fs::write(place.path.join("header"), &header).unwrap();
    place.tree("meta").insert("schema", &[0, 9]).unwrap();
    assert!(matches!(place.refusal(), Error::Newer { found: 9 }));
    place.tree("meta").insert("schema", &[0, 2]).unwrap();
    assert_eq!(place.records(), one_of_each());
    assert_eq!(place.beside(), [] as [String; 0]);
}

#[tokio::test]
async fn a_newer_journal_is_refused_and_left_as_it_is() {
    let place = Place::with(one_of_each()).await;
    let mut journal = fs::read(place.journal()).unwrap();
    let head = journal.len() - journal[110..].len();
    journal[5] = 9;
    let checksum = crc32c::crc32c(&journal[..head - 4]);
    journal[head - 4..head].copy_from_slice(&checksum.to_be_bytes());
    fs::write(place.journal(), &journal).unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::Newer { found: 9 }), "{error}");
    assert!(fs::read(place.journal()).unwrap() == journal);
}
