//! Backups: made while the store works, restored in its place.

use twofa_bridge::store::Restored;

use super::*;

/// What a backup brings back if nobody can tell what has happened since.
pub(super) fn without_invitations() -> Vec<Record> {
    one_of_each().into_iter().filter(|record| !matches!(record, Record::Invitation(_))).collect()
}

/// Makes a backup of an open store.
async fn backup(place: &Place, store: &Store) -> PathBuf {
    let file = place.dir.path().join("a.backup");
    fs::write(&file, store.backup().await.unwrap().unwrap()).unwrap();
    file
}

#[tokio::test]
async fn a_backup_holds_everything_that_was_committed_before() {
    let place = Place::new();
    let (store, _) = place.open();
    let answers: Vec<_> =
        (0..300).map(|number| store.commit(vec![Change::Put(handled(number, 0))])).collect();
    let made = backup(&place, &store).await;
    for number in 300..600 {
        store.commit(vec![Change::Put(handled(number, 0))]).await.unwrap().unwrap();
    }
    for answer in answers {
        answer.await.unwrap().unwrap();
    }
    store.close().unwrap();
    // Elsewhere, with the key alone.
    let other = Place::new();
    fs::copy(place.key_file(), other.key_file()).unwrap();
    let restored = Store::restore(&other.places(), &made).unwrap();
    let expected =
        Restored { records: 300, links_ended: 0, freezes_kept: 0, torn_bytes: 0, knew_the_present: false };
    assert_eq!(restored, expected);
    assert_eq!(other.records(), (0..300).map(|number| handled(number, 0)).collect::<Vec<_>>());
    assert_eq!(place.records().len(), 600);
}

#[tokio::test]
async fn a_store_goes_back_to_its_backup_and_what_was_there_is_kept() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let made = backup(&place, &store).await;
    store.commit(vec![Change::Put(person(77, "Since"))]).await.unwrap().unwrap();
    assert!(
        matches!(Store::restore(&place.places(), &made), Err(Error::InUse { .. })),
        "not while it is open"
    );
    store.close().unwrap();
    let restored = Store::restore(&place.places(), &made).unwrap();
    assert!(restored.knew_the_present);
    assert_eq!(place.records(), one_of_each());
    assert_eq!(place.beside(), ["a.backup", "store.before-restore-1", "store.journal.before-restore-1"]);
    fs::remove_dir_all(&place.path).unwrap();
    assert_eq!(place.records(), one_of_each(), "the journal went back, too");
}

#[tokio::test]
async fn whoever_withdrew_since_the_backup_is_not_linked_again() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let Record::Account(mut account) = one_of_each().swap_remove(0) else { unreachable!() };
    let freeze = account.frozen.take();
    store.commit(vec![Change::Put(Record::Account(account.clone()))]).await.unwrap().unwrap();
    let made = backup(&place, &store).await;
    let link = one_of_each().swap_remove(2);
    account.frozen = freeze;
    let since = vec![Change::Remove(link.key()), Change::Put(Record::Account(account.clone()))];
    store.commit(since).await.unwrap().unwrap();
    store.close().unwrap();
    // From the journal, and from the database if that is gone.
    for journal in [true, false] {
        let place = place.copy();
        if !journal {
            fs::remove_file(place.journal()).unwrap();
        }
        let restored = Store::restore(&place.places(), &made).unwrap();
        assert_eq!((restored.links_ended, restored.freezes_kept), (1, 1), "with the journal: {journal}");
        let records = place.records();
        assert!(!records.contains(&link));
        assert!(records.contains(&Record::Account(account.clone())));
        assert_eq!(records.len(), one_of_each().len() - 1);
    }
}

#[tokio::test]
async fn what_has_ended_since_the_backup_does_not_begin_again() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let made = backup(&place, &store).await;
    // All but who is linked to what, and the trail.
    let stays = |record: &Record| {
        matches!(
            record,
            Record::Account(_)
                | Record::Person(_)
                | Record::Link(_)
                | Record::Moved(_)
                | Record::Trail(_)
                | Record::TrailHead(_)
                | Record::Alias(_)
        )
    };
    let (left, ended): (Vec<_>, Vec<_>) = one_of_each().into_iter().partition(stays);
    assert_eq!((left.len(), ended.len()), (3, 7));
    let mut since: Vec<Change> = ended.iter().map(|record| Change::Remove(record.key())).collect();
    since.push(Change::Put(handled(99, 1)));
    store.commit(since).await.unwrap().unwrap();
    store.close().unwrap();
    let gone = place.copy();

    Store::restore(&place.places(), &made).unwrap();
    let records = place.records();
    assert!(left.iter().all(|record| records.contains(record)));
    assert!(records.contains(&handled(99, 1)), "what has begun since goes on");
    assert_eq!(records.len(), left.len() + 1);

    // Nothing is known of the present.
    fs::remove_dir_all(&gone.path).unwrap();
    fs::remove_file(gone.journal()).unwrap();
    assert!(!Store::restore(&gone.places(), &made).unwrap().knew_the_present);
    let records = gone.records();
    assert_eq!(records, without_invitations(), "it may have been used");
}

#[tokio::test]
async fn there_is_an_end_to_stores_that_are_set_aside() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let made = backup(&place, &store).await;
    store.close().unwrap();
    for _ in 0..9 {
        Store::restore(&place.places(), &made).unwrap();
    }
    let error = Store::restore(&place.places(), &made).unwrap_err();
    assert!(error.to_string().ends_with("move them away, then try again"), "{error}");
    assert_eq!(place.records(), one_of_each(), "nothing was changed");
}

#[tokio::test]
async fn a_store_that_does_not_open_is_rebuilt_by_hand_from_its_journal() {
    let place = Place::with(one_of_each()).await;
    let journal = place.dir.path().join("kept.journal");
    fs::copy(place.journal(), &journal).unwrap();
    fs::write(place.generation().join("db"), "").unwrap();
    fs::remove_file(place.journal()).unwrap();
    assert!(matches!(place.refusal(), Error::Unreadable { .. }));
    Store::restore(&place.places(), &journal).unwrap();
    assert_eq!(place.records(), without_invitations());
    // Its own journal, where it lies, will do as well.
    fs::write(place.generation().join("db"), "").unwrap();
    Store::restore(&place.places(), &place.journal()).unwrap();
    assert_eq!(place.records(), without_invitations());
}

#[tokio::test]
async fn a_journal_that_a_crash_has_torn_is_restored_as_far_as_it_goes() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let before = fs::read(place.journal()).unwrap().len();
    store.commit(vec![Change::Put(person(77, "Since"))]).await.unwrap().unwrap();
    store.close().unwrap();
    let torn = place.dir.path().join("rescued");
    let whole = fs::read(place.journal()).unwrap();
    fs::write(&torn, &whole[..whole.len() - 1]).unwrap();
    fs::remove_dir_all(&place.path).unwrap();
    fs::remove_file(place.journal()).unwrap();
    let restored = Store::restore(&place.places(), &torn).unwrap();
    assert_eq!(restored.torn_bytes, (whole.len() - before - 1) as u64);
    assert_eq!(place.records(), without_invitations());
}

#[tokio::test]
async fn what_is_no_whole_backup_is_refused_and_nothing_is_changed() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let made = backup(&place, &store).await;
    store.close().unwrap();
    let whole = fs::read(&made).unwrap();
    let before = place.everything();
    for (bytes, said) in [
        (&b""[..], "its head is damaged"),
        (b"a letter", "its head is damaged"),
        (&whole[..whole.len() - 1], "its snapshot breaks off"),
        (&whole[..150], "its snapshot breaks off"),
    ] {
        fs::write(&made, bytes).unwrap();
        let error = Store::restore(&place.places(), &made).unwrap_err();
        assert!(matches!(error, Error::BackupUnreadable { .. }), "{error}");
        assert!(
            error.to_string().contains(said) && error.to_string().ends_with("nothing was changed"),
            "{error}"
        );
    }
    let error = Store::restore(&place.places(), &place.dir.path().join("nothing")).unwrap_err();
    assert!(error.to_string().contains("there is no such file"), "{error}");
    fs::write(&made, &whole).unwrap();
    assert!(place.everything() == before);
    fs::remove_file(place.key_file()).unwrap();
    assert!(matches!(Store::restore(&place.places(), &made), Err(Error::KeyMissing { .. })));
}
