//! At rest: nothing that is stored can be read without the key file, and what was removed cannot be read with it.

use std::os::unix::fs::PermissionsExt as _;

use super::*;

#[tokio::test]
async fn nothing_that_is_stored_can_be_read_on_the_disk() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let backup = store.backup().await.unwrap().unwrap();
    store.close().unwrap();
    for bytes in [place.everything(), backup] {
        for text in ["Bella", "bella", "Smith", "needs_palm", "expires_at"] {
            assert!(!holds(&bytes, text.as_bytes()), "{text} stands there in the clear");
        }
    }
}

#[test]
fn the_key_file_is_made_at_the_first_start_for_its_owner_alone() {
    let place = Place::new();
    place.open();
    for file in [place.key_file(), place.journal(), place.path.join("header")] {
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
    let key = fs::read_to_string(place.key_file()).unwrap();
    place.open();
    assert_eq!(fs::read_to_string(place.key_file()).unwrap(), key, "it is made once");
    let other = Place::new();
    other.open();
    assert_ne!(fs::read_to_string(other.key_file()).unwrap(), key);
}

#[tokio::test]
async fn a_wrong_or_missing_key_is_an_error_and_not_an_empty_store() {
    let place = Place::with(one_of_each()).await;
    let right = fs::read(place.key_file()).unwrap();
    let other = Place::new();
    other.open();
    let before = all_bytes(&place.path);

    fs::copy(other.key_file(), place.key_file()).unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::WrongKey { .. }), "{error}");
    assert!(error.to_string().contains("put the right key file back"), "{error}");

    fs::remove_file(place.key_file()).unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::KeyMissing { .. }), "{error}");
    assert!(!place.key_file().exists(), "none is made");

    fs::write(place.key_file(), "a diary").unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::KeyUnreadable { .. }), "{error}");

    // Without its data, too: the journal is there.
    let gone = place.copy();
    fs::remove_dir_all(&gone.path).unwrap();
    fs::remove_file(gone.key_file()).unwrap();
    assert!(matches!(gone.refusal(), Error::KeyMissing { .. }));
    fs::copy(other.key_file(), gone.key_file()).unwrap();
    assert!(matches!(gone.refusal(), Error::WrongKey { .. }));

    assert!(all_bytes(&place.path) == before, "nothing was changed");
    fs::write(place.key_file(), right).unwrap();
    assert_eq!(place.records(), one_of_each());
}

#[tokio::test]
async fn a_key_without_the_store_that_it_opened_is_an_error_and_not_an_empty_store() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let backup = place.dir.path().join("backup");
    fs::write(&backup, store.backup().await.unwrap().unwrap()).unwrap();
    store.close().unwrap();
    // The config names another folder, or the disk that held both is not mounted.
    fs::remove_dir_all(&place.path).unwrap();
    fs::remove_file(place.journal()).unwrap();
    for _ in 0..2 {
        let error = place.refusal();
        assert!(matches!(error, Error::Gone { .. }), "{error}");
        assert!(error.to_string().contains("restore a backup with: twofa-bridge restore FILE"), "{error}");
        assert!(!place.journal().exists(), "none is made");
    }
    let anew = place.copy();
    Store::restore(&place.places(), &backup).unwrap();
    assert_eq!(place.records(), super::backup::without_invitations());
    // Whoever wants that may begin anew.
    fs::remove_file(anew.key_file()).unwrap();
    assert_eq!(anew.records(), []);
}

#[test]
fn a_first_start_that_was_killed_before_there_was_a_key_is_made_good() {
    /// Where the header says whether the store was ever durable.
    const FOUNDED_AT: usize = 6;
    let place = Place::new();
    place.open();
    let header = place.path.join("header");
    let mut bytes = fs::read(&header).unwrap();
    bytes[FOUNDED_AT] = 0;
    let checksum_at = bytes.len() - 4;
    let checksum = crc32c::crc32c(&bytes[..checksum_at]);
    bytes[checksum_at..].copy_from_slice(&checksum.to_be_bytes());
    fs::write(&header, bytes).unwrap();
    fs::remove_dir_all(place.generation()).unwrap();
    fs::remove_file(place.key_file()).unwrap();
    let error = place.refusal();
    assert!(
        matches!(error, Error::KeyMissing { .. }),
        "there was one: the journal is sealed with it: {error}"
    );
    fs::remove_file(place.journal()).unwrap();
    assert_eq!(place.records(), []);
    assert_eq!(place.records(), [], "and opens again");
}

#[tokio::test]
async fn a_key_file_that_is_a_link_stays_one() {
    let place = Place::with(one_of_each()).await;
    let vault = place.dir.path().join("vault.key");
    fs::rename(place.key_file(), &vault).unwrap();
    std::os::unix::fs::symlink(&vault, place.key_file()).unwrap();
    let before = fs::read(&vault).unwrap();
    let (store, _) = place.open();
    store.change_keys().await.unwrap().unwrap();
    store.close().unwrap();
    assert!(place.key_file().is_symlink());
    assert_ne!(fs::read(&vault).unwrap(), before, "the old key is nowhere");
    assert_eq!(place.records(), one_of_each());

    fs::rename(&vault, place.path.join("store.key")).unwrap();
    fs::remove_file(place.key_file()).unwrap();
    std::os::unix::fs::symlink(place.path.join("store.key"), place.key_file()).unwrap();
    let error = place.refusal();
    assert!(error.to_string().ends_with("configure store.key_file elsewhere"), "{error}");
}

#[tokio::test]
async fn the_journal_of_a_store_that_is_open_is_nobody_elses() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let elsewhere = Places { path: place.dir.path().join("other"), ..place.places() };
    for _ in 0..2 {
        let error = Store::open(&elsewhere).unwrap_err();
        assert!(matches!(error, Error::JournalInUse { .. }), "{error}");
        // Also of the one that takes its place when the keys are changed.
        store.change_keys().await.unwrap().unwrap();
    }
    store.commit(vec![Change::Put(handled(99, 1))]).await.unwrap().unwrap();
    store.close().unwrap();
    assert!(place.records().contains(&handled(99, 1)));
}

#[test]
fn neither_the_key_nor_the_journal_may_lie_in_the_data_directory() {
    let place = Place::new();
    fs::create_dir(&place.path).unwrap();
    let inside = Places { key_file: place.path.join("store.key"), ..place.places() };
    let error = Store::open(&inside).unwrap_err();
    assert!(error.to_string().ends_with("configure store.key_file elsewhere"), "{error}");
    let inside = Places { journal: place.path.join("../store/journal"), ..place.places() };
    let error = Store::open(&inside).unwrap_err();
    assert!(error.to_string().ends_with("configure store.journal elsewhere"), "{error}");
}

#[tokio::test]
async fn new_keys_open_everything_and_the_old_ones_nothing() {
    let place = Place::with(one_of_each()).await;
    let before = place.copy();
    let (store, _) = place.open();
    let old_backup = store.backup().await.unwrap().unwrap();
    store.change_keys().await.unwrap().unwrap();
    store.commit(vec![Change::Put(handled(7, 7))]).await.unwrap().unwrap();
    store.close().unwrap();
    let mut expected = one_of_each();
    expected.insert(expected.len() - 1, handled(7, 7));
    assert_eq!(place.records(), expected);
    assert_eq!(fs::read_to_string(place.key_file()).unwrap().lines().count(), 1, "the old key is gone");

    // Whoever has the old key reads neither the store nor its journal.
    let new_key = fs::read(place.key_file()).unwrap();
    fs::copy(before.key_file(), place.key_file()).unwrap();
    assert!(matches!(place.refusal(), Error::WrongKey { .. }));
    fs::remove_dir_all(&place.path).unwrap();
    assert!(matches!(place.refusal(), Error::WrongKey { .. }));
    fs::write(place.key_file(), new_key).unwrap();
    assert_eq!(place.records(), expected, "from the journal");

    // And the new key does not open what the old one sealed.
    let backup = place.dir.path().join("old.backup");
    fs::write(&backup, old_backup).unwrap();
    assert!(matches!(Store::restore(&place.places(), &backup), Err(Error::WrongKey { .. })));
}

#[tokio::test]
async fn a_change_of_keys_that_a_crash_breaks_off_is_no_loss() {
    // Its steps leave these states on the disk: the new key is in the file, the generation is the old or the new one,
    // the journal is still the old one's.
    let place = Place::with(one_of_each()).await;
    let before = place.copy();
    let (store, _) = place.open();
    store.change_keys().await.unwrap().unwrap();
    store.close().unwrap();
    let both = [fs::read(place.key_file()).unwrap(), fs::read(before.key_file()).unwrap()].concat();

    let early = before.copy();
    fs::write(early.key_file(), &both).unwrap();
    assert_eq!(early.records(), one_of_each(), "the key is there, nothing is sealed with it yet");

    let late = place.copy();
    fs::write(late.key_file(), &both).unwrap();
    fs::copy(before.journal(), late.journal()).unwrap();
    copy_all(&before.generation(), &late.path.join("generation-1"));
    assert_eq!(
        late.records(),
        one_of_each(),
        "the header names the new generation, the journal is the old one"
    );
    assert!(late.generation().ends_with("generation-2"), "the old one was removed");
    assert_eq!(fs::read_to_string(late.key_file()).unwrap().lines().count(), 1, "and its key");
    fs::copy(place.key_file(), late.key_file()).unwrap();
    fs::remove_dir_all(&late.path).unwrap();
    assert_eq!(late.records(), one_of_each(), "the journal was begun anew, under the new key");
}

#[tokio::test]
async fn whoever_is_forgotten_is_gone_from_the_disk_and_from_the_journal() {
    let bella = person(0x4265_6c6c_6121, "Bella");
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    store.commit(vec![Change::Put(bella.clone())]).await.unwrap().unwrap();
    let before = place.copy();
    assert!(holds(&before.everything(), b"Bella!"), "as the place of her record, her number can be read");
    store.commit(vec![Change::Remove(bella.key())]).await.unwrap().unwrap();
    // A later answer comes when all that was ordered before is done.
    store.commit(vec![Change::Put(handled(7, 7))]).await.unwrap().unwrap();
    assert!(
        !holds(&place.everything(), b"Bella!"),
        "nothing tells of her, in the database or in the journal"
    );

    // What was on the disk before does not open with what is there now: the key it was sealed with is destroyed.
    store.close().unwrap();
    let thief = place.copy();
    fs::remove_dir_all(thief.generation()).unwrap();
    copy_all(&before.generation(), &thief.path.join("generation-2"));
    assert!(!thief.records().contains(&bella));
    assert_eq!(thief.beside(), ["store.damaged-1"], "the old generation under the new header is damage");
    fs::remove_dir_all(&place.path).unwrap();
    assert_eq!(place.records().len(), one_of_each().len() + 1, "from the journal");
}

#[tokio::test]
async fn a_record_that_is_moved_to_another_place_does_not_open() {
    let place = Place::with(vec![person(1, "Bella"), person(2, "Carla")]).await;
    fs::remove_file(place.journal()).unwrap();
    let people = place.tree("person");
    let rows: Vec<_> = people.iter().map(Result::unwrap).collect();
    people.insert(&rows[0].0, &rows[1].1).unwrap();
    drop(people);
    let error = place.refusal();
    assert!(matches!(error, Error::Unreadable { .. }), "{error}");
    assert!(error.to_string().contains("row 1 of person does not open"), "{error}");
    assert!(!["Bella", "Carla"].iter().any(|name| format!("{error} {error:?}").contains(name)), "{error:?}");
}
