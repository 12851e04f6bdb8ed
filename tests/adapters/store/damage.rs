//! Damage, of whatever kind: all that was acknowledged is there, or the start is refused and nothing is changed.

use super::*;

/// As many records as make the files worth damaging.
const MANY: u32 = 400;

async fn with_many() -> Place {
    let place = Place::new();
    let (store, _) = place.open();
    for number in 0..MANY {
        store.commit(vec![Change::Put(person(number.into(), "Bella"))]).await.unwrap().unwrap();
    }
    store.close().unwrap();
    place
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[tokio::test]
async fn a_flipped_bit_in_the_database_loses_nothing() {
    /// How many bits are flipped, each in a store of its own.
    const FLIPS: usize = 24;
    for restarts in [0, 1] {
        let whole = with_many().await;
        for _ in 0..restarts {
            whole.open();
        }
        let expected = whole.records();
        let used =
            fs::read(whole.generation().join("db")).unwrap().iter().rposition(|byte| *byte != 0).unwrap();
        let mut rebuilt = 0;
        for number in 0..FLIPS {
            let place = whole.copy();
            flip(&place.generation().join("db"), used * number / FLIPS);
            assert_eq!(place.records(), expected, "flip {number} after {restarts} restarts");
            rebuilt += place.beside().len();
            assert_eq!(place.records(), expected, "flip {number} after {restarts} restarts, once more");
        }
        assert!(rebuilt > 0, "some of the flips hit what is needed");
    }
}

#[tokio::test]
async fn a_flipped_bit_in_the_journal_loses_nothing() {
    let whole = with_many().await;
    let expected = whole.records();
    let length = fs::read(whole.journal()).unwrap().len();
    for at in (0..length).step_by(length / 40).chain([length - 1]) {
        let place = whole.copy();
        flip(&place.journal(), at);
        assert_eq!(place.records(), expected, "byte {at}");
        // It was begun anew, so that it holds everything again.
        fs::remove_dir_all(place.generation()).unwrap();
        assert_eq!(place.records(), expected, "byte {at}, from the journal");
    }
}

#[tokio::test]
async fn any_file_of_the_database_may_be_lost_cut_short_or_emptied() {
    let whole = with_many().await;
    whole.open();
    let expected = whole.records();
    let generation = whole.generation();
    let files = names(&generation).into_iter().filter(|name| name != "blobs");
    let files: Vec<PathBuf> = files.map(|name| generation.join(name)).collect();
    assert!(files.len() >= 4, "{files:?}");
    let header = whole.path.join("header");
    for file in files.iter().chain([&header]) {
        let name = file.strip_prefix(whole.dir.path()).unwrap();
        let bytes = fs::read(file).unwrap();
        for (what, left) in [("lost", None), ("emptied", Some(0)), ("cut short", Some(bytes.len() / 2))] {
            let place = whole.copy();
            let file = place.dir.path().join(name);
            match left {
                None => fs::remove_file(&file).unwrap(),
                Some(left) => fs::write(&file, &bytes[..left]).unwrap(),
            }
            assert_eq!(place.records(), expected, "{} {what}", name.display());
            assert_eq!(place.records(), expected, "{} {what}, once more", name.display());
        }
    }
}

#[tokio::test]
async fn a_data_directory_that_is_gone_is_rebuilt_from_the_journal() {
    let place = with_many().await;
    let expected = place.records();
    fs::remove_dir_all(&place.path).unwrap();
    assert_eq!(place.records(), expected);
    fs::remove_dir_all(&place.path).unwrap();
    fs::create_dir(&place.path).unwrap();
    assert_eq!(place.records(), expected);
}

#[tokio::test]
async fn what_a_rebuild_replaces_is_kept_beside_the_store() {
    let place = Place::with(one_of_each()).await;
    fs::remove_file(place.generation().join("conf")).unwrap();
    let database = fs::read(place.generation().join("db")).unwrap();
    assert_eq!(place.records(), one_of_each());
    assert_eq!(place.beside(), ["store.damaged-1"]);
    let aside = place.dir.path().join("store.damaged-1");
    assert_eq!(names(&aside), ["generation-1", "header"]);
    assert!(fs::read(aside.join("generation-1/db")).unwrap() == database);
    assert_eq!(place.records(), one_of_each());
    assert_eq!(place.beside(), ["store.damaged-1"], "it was mended once and for all");
}

#[tokio::test]
async fn a_store_that_breaks_again_and_again_is_refused_at_last() {
    let place = Place::with(one_of_each()).await;
    for _ in 0..9 {
        fs::write(place.generation().join("db"), "broken").unwrap();
        assert_eq!(place.records(), one_of_each());
    }
    fs::write(place.generation().join("db"), "broken").unwrap();
    let error = place.refusal();
    assert!(error.to_string().ends_with("move them away, then try again"), "{error}");
    fs::remove_dir_all(place.dir.path().join("store.damaged-4")).unwrap();
    assert_eq!(place.records(), one_of_each());
}

#[tokio::test]
async fn with_both_the_database_and_the_journal_damaged_nothing_is_begun_anew() {
    let whole = with_many().await;
    fs::write(whole.generation().join("db"), "").unwrap();
    for (journal, said) in [
        ("removed", "its journal is missing"),
        ("broken", "its journal is damaged"),
        ("old", "its journal ends at batch"),
    ] {
        let place = whole.copy();
        let path = place.journal();
        let bytes = fs::read(&path).unwrap();
        match journal {
            "removed" => fs::remove_file(&path).unwrap(),
            "broken" => flip(&path, bytes.len() / 2),
            _ => fs::write(&path, &bytes[..bytes.len() / 2]).unwrap(),
        }
        // What the database does to its own files is its own affair.
        let rest =
            |place: &Place| (fs::read(place.journal()).ok(), fs::read(place.path.join("header")).unwrap());
        let before = rest(&place);
        for _ in 0..2 {
            let error = place.refusal();
            assert!(matches!(error, Error::Unreadable { .. }), "{error}");
            assert!(error.to_string().contains(said), "{error}");
            assert!(
                error.to_string().ends_with("Restore a backup with: twofa-bridge restore FILE"),
                "{error}"
            );
        }
        assert_eq!(place.beside(), [] as [String; 0]);
        assert!(rest(&place) == before, "nothing else was changed");
    }
}

#[tokio::test]
async fn a_broken_snapshot_is_done_without_if_there_is_no_journal() {
    let place = Place::with(one_of_each()).await;
    // sled writes its first snapshot at the second start.
    place.open();
    let generation = place.generation();
    let snapshot = names(&generation).into_iter().find(|name| name.starts_with("snap.")).unwrap();
    let whole = fs::read(generation.join(&snapshot)).unwrap();
    flip(&generation.join(&snapshot), whole.len() / 2);
    fs::remove_file(place.journal()).unwrap();
    assert_eq!(place.records(), one_of_each());
    assert_eq!(place.beside(), ["store.damaged-1"]);
    assert!(place.journal().exists());
}

#[tokio::test]
async fn a_rebuild_that_does_not_come_to_its_end_loses_nothing() {
    let place = Place::with(one_of_each()).await;
    place.open();
    let generation = place.generation();
    let snapshot = names(&generation).into_iter().find(|name| name.starts_with("snap.")).unwrap();
    let whole = fs::read(generation.join(&snapshot)).unwrap();
    flip(&generation.join(&snapshot), whole.len() / 2);
    let whole = fs::read(place.journal()).unwrap();
    flip(&place.journal(), whole.len() / 2);
    // The new header cannot be written.
    let obstacle = place.path.join("header.new");
    fs::create_dir(&obstacle).unwrap();
    place.refusal();
    assert_eq!(place.beside(), ["store.damaged-1"], "the old store is moved aside");
    fs::remove_dir(&obstacle).unwrap();
    assert_eq!(place.records(), one_of_each());
}

#[tokio::test]
async fn what_the_journal_has_and_a_crash_kept_from_the_database_is_there() {
    let place = Place::new();
    let (store, _) = place.open();
    store.commit(vec![Change::Put(handled(1, 0)), Change::Put(handled(2, 0))]).await.unwrap().unwrap();
    store.close().unwrap();
    let older = place.copy();
    let (store, _) = place.open();
    store
        .commit(vec![Change::Put(handled(3, 0)), Change::Remove(handled(1, 0).key())])
        .await
        .unwrap()
        .unwrap();
    store.commit(vec![Change::Put(handled(2, 9))]).await.unwrap().unwrap();
    store.close().unwrap();
    fs::copy(place.journal(), older.journal()).unwrap();
    assert_eq!(older.records(), [handled(2, 9), handled(3, 0)]);
    assert_eq!(older.records(), [handled(2, 9), handled(3, 0)]);
    assert_eq!(older.beside(), [] as [String; 0], "that is no damage, and by then the database holds it too");
}

#[tokio::test]
async fn a_data_directory_that_is_an_older_copy_is_rebuilt_from_the_journal() {
    let place = Place::with(one_of_each()).await;
    let older = place.copy();
    let (store, _) = place.open();
    store.commit(vec![Change::Put(handled(1, 1))]).await.unwrap().unwrap();
    // Which moves the store to another key.
    store.commit(vec![Change::Remove(person(5, "Bella").key())]).await.unwrap().unwrap();
    store.commit(vec![Change::Put(handled(2, 2))]).await.unwrap().unwrap();
    store.close().unwrap();
    let expected = place.records();
    fs::remove_dir_all(&place.path).unwrap();
    copy_all(&older.path, &place.path);
    assert_eq!(place.records(), expected);
    assert!(place.generation().ends_with("generation-3"));
    assert_eq!(place.records(), expected);
    assert_eq!(place.beside(), ["store.damaged-1"]);
}

#[tokio::test]
async fn a_journal_that_is_an_older_copy_takes_nothing_from_the_store_and_is_begun_anew() {
    let place = Place::with(one_of_each()).await;
    let older = fs::read(place.journal()).unwrap();
    let (store, _) = place.open();
    store.commit(vec![Change::Put(handled(1, 1))]).await.unwrap().unwrap();
    store.commit(vec![Change::Put(handled(2, 2))]).await.unwrap().unwrap();
    store.close().unwrap();
    let expected = place.records();
    assert_eq!(expected.len(), one_of_each().len() + 2);
    fs::write(place.journal(), older).unwrap();
    assert_eq!(place.records(), expected);
    assert_eq!(place.beside(), [] as [String; 0], "the store is whole, so nothing is set aside");
    let (store, _) = place.open();
    store.commit(vec![Change::Put(handled(3, 3))]).await.unwrap().unwrap();
    store.close().unwrap();
    fs::remove_dir_all(&place.path).unwrap();
    assert_eq!(place.records().len(), expected.len() + 1, "the journal holds everything again");
}

#[tokio::test]
async fn a_torn_end_of_the_journal_is_cut_off_and_the_journal_goes_on() {
    let place = Place::with(one_of_each()).await;
    let whole = fs::read(place.journal()).unwrap();
    for torn in [&[0; 3][..], &[0; 64], &whole[whole.len() - 40..], b"\0\0\0\x05abcdefghijkl"] {
        fs::write(place.journal(), [&whole, torn].concat()).unwrap();
        let (store, records) = place.open();
        assert_eq!(records, one_of_each());
        store.commit(vec![Change::Put(person(5, "Bella"))]).await.unwrap().unwrap();
        store.close().unwrap();
        fs::remove_dir_all(place.generation()).unwrap();
        assert_eq!(place.records().len(), one_of_each().len());
        fs::write(place.journal(), &whole).unwrap();
        fs::remove_dir_all(&place.path).unwrap();
    }
}

#[tokio::test]
async fn a_flipped_bit_in_the_note_of_what_was_acknowledged_loses_nothing() {
    let place = Place::with(one_of_each()).await;
    let note = place.generation().join("acknowledged");
    let whole = fs::read(&note).unwrap();
    for bit in (0..whole.len() * 8).step_by(3) {
        let damaged = place.copy();
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(damaged.generation().join("acknowledged"), bytes).unwrap();
        assert_eq!(damaged.records(), one_of_each(), "bit {bit}");
        assert_eq!(damaged.beside(), ["store.damaged-1"], "bit {bit}");
    }
}

#[tokio::test]
async fn a_journal_that_has_lost_its_end_is_no_help_to_a_store_without_its_header() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    let short = fs::read(place.journal()).unwrap();
    store.commit(vec![Change::Put(handled(99, 1))]).await.unwrap().unwrap();
    store.close().unwrap();
    fs::write(place.journal(), &short).unwrap();
    fs::remove_file(place.path.join("header")).unwrap();
    let error = place.refusal();
    assert!(error.to_string().contains("its journal ends at batch 1 of 2"), "{error}");
}

#[tokio::test]
async fn the_journal_of_another_store_is_refused() {
    let place = Place::with(one_of_each()).await;
    // What a store of schema 1 becomes is another store, of whichever key is there.
    let other = super::versions::of_schema_1();
    fs::copy(place.key_file(), other.key_file()).unwrap();
    other.open();
    fs::copy(other.journal(), place.journal()).unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::ForeignJournal { .. }), "{error}");
    fs::write(place.generation().join("db"), "").unwrap();
    let error = place.refusal();
    assert!(error.to_string().contains("its journal is another store's"), "{error}");
}

#[tokio::test]
async fn the_journal_is_bounded_and_still_holds_everything() {
    /// Enough, at about 4 KiB each, to go beyond the bound twice.
    const BATCHES: u32 = 5_000;
    let long = |number: u32| {
        let Record::Person(mut record) = person(i64::from(number % 20), "Bella") else { unreachable!() };
        record.language = Some(format!("{number}{}", "x".repeat(4_000)));
        Record::Person(record)
    };
    let place = Place::new();
    let (store, _) = place.open();
    let mut most = 0;
    for chunk in (0..BATCHES).collect::<Vec<_>>().chunks(500) {
        let answers: Vec<_> =
            chunk.iter().map(|number| store.commit(vec![Change::Put(long(*number))])).collect();
        for answer in answers {
            answer.await.unwrap().unwrap();
        }
        most = most.max(store.journal_size().unwrap());
    }
    let last = store.journal_size().unwrap();
    store.close().unwrap();
    assert!(most < 12 * 1024 * 1024, "{most} bytes");
    assert!(last < most, "it was begun anew");
    fs::remove_dir_all(&place.path).unwrap();
    assert!(place.records().iter().eq((BATCHES - 20..BATCHES).map(long).collect::<Vec<_>>().iter()));
}

#[test]
fn an_empty_directory_and_a_first_start_that_was_killed_become_a_store() {
    let place = Place::new();
    fs::create_dir(&place.path).unwrap();
    assert_eq!(place.records(), []);
    // Whatever a first start that was killed has left is taken up again.
    let whole = Place::new();
    whole.open();
    let header = fs::read(whole.path.join("header")).unwrap();
    let mut begun = header[..header.len() - 4].to_vec();
    begun[6] = 0;
    begun.extend(crc32c::crc32c(&begun).to_be_bytes());
    for (generation, journal) in [(true, true), (true, false), (false, false)] {
        let place = whole.copy();
        fs::write(place.path.join("header"), &begun).unwrap();
        if !generation {
            fs::remove_dir_all(place.generation()).unwrap();
        }
        if !journal {
            fs::remove_file(place.journal()).unwrap();
        }
        assert_eq!(place.records(), []);
        assert_eq!(place.beside(), [] as [String; 0]);
        assert_eq!(place.records(), []);
    }
}

#[tokio::test]
async fn a_snapshot_that_a_killed_start_left_half_written_is_cleared_away() {
    let place = Place::with(one_of_each()).await;
    fs::write(place.generation().join("snap.FFFFFFFFFFFFFF.generating"), "half a snaps").unwrap();
    assert_eq!(place.records(), one_of_each());
    assert!(!names(&place.generation()).iter().any(|name| name.ends_with(".generating")));
    assert_eq!(place.beside(), [] as [String; 0]);
}

#[tokio::test]
async fn a_disk_that_is_full_ends_the_store_and_loses_nothing() {
    /// The most that a file may hold for the other process, in blocks of 512 bytes.
    const MOST: u32 = 2_048;
    let place = Place::new();
    place.open();
    // The other process meets the end of the journal's disk: a write fails in the middle.
    let command = format!(
        "trap '' XFSZ; ulimit -f {MOST}; exec {} --exact --nocapture adapters::store::the_process_that_is_killed",
        std::env::current_exe().unwrap().display()
    );
    let output = Command::new("sh").args(["-c", &command]).env(KILLED_STORE, &place.path).output().unwrap();
    assert!(!output.status.success(), "it ends by itself");
    let text = String::from_utf8(output.stdout).unwrap();
    let acknowledged: Vec<u32> = text.lines().filter_map(number_acknowledged).collect();
    assert!(acknowledged.len() > 100, "{}", acknowledged.len());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("Stopped"), "{said}");
    let records = place.records();
    for number in acknowledged {
        assert_eq!(records[number as usize], person(number.into(), "Bella"));
    }
}

#[tokio::test]
async fn a_start_on_a_full_disk_says_so_and_changes_nothing() {
    let place = Place::with(one_of_each()).await;
    // The journal is to be begun anew, and cannot be written.
    fs::remove_file(place.journal()).unwrap();
    let command = format!(
        "trap '' XFSZ; ulimit -f 1; exec {} --exact --nocapture adapters::store::the_process_that_is_killed",
        std::env::current_exe().unwrap().display()
    );
    let output = Command::new("sh").args(["-c", &command]).env(KILLED_STORE, &place.path).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("File too large"), "{said}");
    assert_eq!(place.records(), one_of_each());
    assert_eq!(place.beside(), [] as [String; 0]);
}

#[tokio::test]
async fn a_directory_that_may_not_be_written_is_an_error_that_says_so() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    /// Somebody without rights, should the tests run with all of them.
    const NOBODY: u32 = 65_534;
    let place = Place::with(one_of_each()).await;
    let program = place.dir.path().join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let modes = |folder: u32, store: u32| {
        for (path, mode) in [(place.dir.path(), folder), (&place.path, store), (&place.generation(), store)] {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    let key = fs::read(place.key_file()).unwrap();
    fs::set_permissions(place.key_file(), fs::Permissions::from_mode(0o444)).unwrap();
    modes(0o555, 0o555);
    let mut command = Command::new(&program);
    command.args(["--exact", "--nocapture", "adapters::store::the_process_that_is_killed"]);
    command.env(KILLED_STORE, &place.path);
    if fs::metadata(&place.path).unwrap().uid() == 0 {
        command.uid(NOBODY);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    modes(0o755, 0o700);
    assert!(!output.status.success() && said.contains("PermissionDenied"), "{said}");
    assert_eq!(fs::read(place.key_file()).unwrap(), key);
    assert_eq!(place.records(), one_of_each());
}
