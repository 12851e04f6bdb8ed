//! The store on a real disk: what was acknowledged is there, whatever happens in between.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use twofa_bridge::model::notice::{Again, CanRead, Ending, Notice};
use twofa_bridge::model::record::{
    AccountRecord, Answer, Asked, AskedReady, AttemptRecord, Audience, Challenge, ChallengeKind, CheckRecord,
    CheckedPerson, CodeKind, EntryState, Freeze, HandledRecord, InvitationRecord, Line, LinkRecord, Matter,
    OfferRecord, PersonRecord, PostRecord, PostponementRecord, ReadyRecord, ReauthRecord, RoundEntryRecord,
    RoundRecord, Skip, Stage, Starter, Turn, WhyWaits,
};
use twofa_bridge::model::{
    AccountId, Address, AttemptId, AttemptState, Change, ChatId, Handle, Language, MessageId, Name,
    OfferWord, PersonId, PostId, Record, RecordKey, Tag, TelegramTime, ThreadId, Timestamp, UpdateId,
    WordHash,
};
use twofa_bridge::store::{Error, Places, Store};

mod backup;
mod damage;
mod sealed;
mod trail;
mod versions;

/// How large a record may be, with its envelope.
const TOO_MUCH: usize = 64 * 1024;

#[tokio::test]
async fn kinds_of_records_that_came_later_are_kept_as_well() {
    let place = Place::with(one_of_each()).await;
    let (store, _) = place.open();
    store.commit(kinds_since().into_iter().map(Change::Put).collect()).await.unwrap().unwrap();
    store.close().unwrap();
    assert!(place.records() == [one_of_each(), kinds_since()].concat());
    fs::remove_dir_all(&place.path).unwrap();
    assert!(place.records() == [one_of_each(), kinds_since()].concat(), "the journal holds them, too");
}

#[tokio::test]
async fn everything_put_is_there_after_reopening() {
    let place = Place::new();
    let (store, found) = place.open();
    assert_eq!(found, []);
    for record in one_of_each() {
        store.commit(vec![Change::Put(record)]).await.unwrap().unwrap();
    }
    store.close().unwrap();
    assert_eq!(place.records(), one_of_each());
    assert_eq!(place.records(), one_of_each(), "reading changes nothing");
}

#[tokio::test]
async fn what_was_removed_stays_away_and_what_was_put_again_is_the_newest() {
    let place = Place::new();
    let (store, _) = place.open();
    store.commit(one_of_each().into_iter().map(Change::Put).collect()).await.unwrap().unwrap();
    let removed = one_of_each().iter().map(|record| Change::Remove(record.key())).collect();
    store.commit(removed).await.unwrap().unwrap();
    store.commit(vec![Change::Remove(RecordKey::Handled(UpdateId(404)))]).await.unwrap().unwrap();
    store.commit(vec![Change::Put(handled(1, 10)), Change::Put(handled(1, 11))]).await.unwrap().unwrap();
    store
        .commit(vec![Change::Put(handled(2, 20)), Change::Remove(handled(2, 20).key())])
        .await
        .unwrap()
        .unwrap();
    store
        .commit(vec![Change::Remove(handled(3, 30).key()), Change::Put(handled(3, 30))])
        .await
        .unwrap()
        .unwrap();
    drop(store);
    assert_eq!(place.records(), [handled(1, 11), handled(3, 30)]);
}

#[tokio::test]
async fn records_come_by_kind_in_the_order_of_their_numbers() {
    let place = Place::new();
    let (store, _) = place.open();
    let mut batch: Vec<_> = [300, 2, 1, 70_000].map(|number| Change::Put(handled(number, 0))).into();
    batch.extend([5, -5, i64::MIN, i64::MAX, 0].map(|id| Change::Put(person(id, "Bella"))));
    store.commit(batch).await.unwrap().unwrap();
    drop(store);
    let mut expected: Vec<_> = [i64::MIN, -5, 0, 5, i64::MAX].map(|id| person(id, "Bella")).into();
    expected.extend([1, 2, 300, 70_000].map(|number| handled(number, 0)));
    assert_eq!(place.records(), expected);
}

#[tokio::test]
async fn batches_apply_in_the_order_in_which_they_were_handed_over() {
    let place = Place::new();
    let (store, _) = place.open();
    let answers: Vec<_> = (0..500).map(|at| store.commit(vec![Change::Put(handled(1, at))])).collect();
    for answer in answers {
        answer.await.unwrap().unwrap();
    }
    drop(store);
    assert_eq!(place.records(), [handled(1, 499)]);
}

#[tokio::test]
async fn a_batch_with_a_record_that_is_too_large_stores_nothing_and_stops_nothing() {
    let place = Place::new();
    let (store, _) = place.open();
    let mut large = one_of_each().swap_remove(5);
    if let Record::Attempt(attempt) = &mut large {
        attempt.state = Some(AttemptState::Unknown("x".repeat(TOO_MUCH)));
    }
    let before = store.commit(vec![Change::Put(handled(1, 0))]);
    let refused =
        store.commit(vec![Change::Put(handled(2, 0)), Change::Put(large), Change::Put(handled(3, 0))]);
    let after = store.commit(vec![Change::Put(handled(4, 0))]);
    before.await.unwrap().unwrap();
    let error = refused.await.unwrap().unwrap_err();
    assert!(matches!(error, Error::TooLarge { tree: "attempt", bytes } if bytes > TOO_MUCH), "{error}");
    assert!(!error.to_string().contains("xxx"), "an error shows nothing of a record: {error}");
    after.await.unwrap().unwrap();
    store.close().unwrap();
    assert_eq!(place.records(), [handled(1, 0), handled(4, 0)]);
}

#[tokio::test]
async fn many_of_the_largest_records_are_all_there() {
    let large = |id: i64| {
        let Record::Person(mut record) = person(id, "Bella") else { unreachable!() };
        record.language = Some("x".repeat(TOO_MUCH - 1_000));
        Record::Person(record)
    };
    let place = Place::new();
    let (store, _) = place.open();
    for id in 0..60 {
        store.commit(vec![Change::Put(large(id))]).await.unwrap().unwrap();
    }
    store.close().unwrap();
    assert!(
        fs::read_dir(place.generation().join("blobs")).unwrap().count() > 0,
        "sled uses files of their own for these"
    );
    assert!(place.records() == (0..60).map(large).collect::<Vec<_>>());
}

#[tokio::test]
async fn what_waits_when_the_store_is_closed_is_stored_first() {
    let place = Place::new();
    let (store, _) = place.open();
    let answers: Vec<_> =
        (0..300).map(|number| store.commit(vec![Change::Put(handled(number, 0))])).collect();
    store.close().unwrap();
    for answer in answers {
        answer.await.unwrap().unwrap();
    }
    assert_eq!(place.records().len(), 300);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_commits_from_sixteen_tasks_are_all_there() {
    let place = Place::new();
    let (store, _) = place.open();
    let store = Arc::new(store);
    let tasks: Vec<_> = (0..16)
        .map(|task| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                for number in (task..1_000).step_by(16) {
                    let batch =
                        vec![Change::Put(handled(number, 0)), Change::Put(person(number.into(), "Bella"))];
                    store.commit(batch).await.unwrap().unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    drop(store);
    let mut expected: Vec<_> = (0..1_000).map(|number| person(number, "Bella")).collect();
    expected.extend((0..1_000).map(|number| handled(number, 0)));
    assert_eq!(place.records(), expected);
}

#[tokio::test]
async fn more_batches_than_may_wait_are_refused_and_the_others_are_stored() {
    let place = Place::new();
    let (store, _) = place.open();
    let answers: Vec<_> =
        (0..60_000).map(|number| store.commit(vec![Change::Put(handled(number, 0))])).collect();
    let (mut stored, mut refused) = (0, 0);
    for answer in answers {
        match answer.await.unwrap() {
            Ok(()) => stored += 1,
            Err(error) => {
                assert!(matches!(error, Error::Full), "{error}");
                refused += 1;
            }
        }
    }
    drop(store);
    assert!(refused > 0, "a caller is never made to wait");
    assert_eq!(place.records().len(), stored);
}

#[test]
fn a_store_that_is_open_cannot_be_opened_again() {
    let place = Place::new();
    let (store, _) = place.open();
    let error = place.refusal();
    assert!(matches!(error, Error::InUse { .. }), "{error}");
    assert!(error.to_string().contains("in use by another process; stop that process"), "{error}");
    drop(store);
    for _ in 0..20 {
        place.open();
    }
}

#[tokio::test]
async fn acknowledged_writes_survive_a_kill() {
    /// How often the other process is killed.
    const KILLS: u32 = 10;
    let place = Place::new();
    for _ in 0..KILLS {
        let stored = place.records().len();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--nocapture", "adapters::store::the_process_that_is_killed"])
            .env(KILLED_STORE, &place.path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let wanted = fastrand::usize(1..400);
        let mut acknowledged: Vec<u32> =
            lines.by_ref().filter_map(|line| number_acknowledged(&line)).take(wanted).collect();
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had written before it died was acknowledged as well.
        acknowledged.extend(lines.filter_map(|line| number_acknowledged(&line)));
        assert!(acknowledged.len() >= wanted, "the other process ended by itself");

        let records = place.records();
        let last = *acknowledged.last().unwrap();
        assert!(records.len() > stored);
        let people: Vec<_> = records.iter().filter(|record| matches!(record, Record::Person(_))).collect();
        let updates: Vec<_> = records.iter().filter(|record| matches!(record, Record::Handled(_))).collect();
        assert_eq!(people.len(), updates.len(), "each batch is there whole or not at all");
        for number in 0..=last {
            assert_eq!(people[number as usize], &person(number.into(), "Bella"));
            assert_eq!(updates[number as usize], &handled(number, 0));
        }
    }
}

/// Names the store's directory to the process that is killed.
const KILLED_STORE: &str = "TWOFA_BRIDGE_TEST_KILLED_STORE";

fn number_acknowledged(line: &str) -> Option<u32> {
    line.rsplit_once("acknowledged ")?.1.strip_suffix('.')?.parse().ok()
}

/// The other side of `acknowledged_writes_survive_a_kill`, in a process of its own; without that, it does nothing.
#[test]
#[expect(clippy::print_stdout, reason = "this is how the other process hears of it")]
fn the_process_that_is_killed() {
    let Some(path) = std::env::var_os(KILLED_STORE) else { return };
    let (store, records) = Store::open(&places(Path::new(&path))).unwrap();
    let first = u32::try_from(records.len() / 2).unwrap();
    for number in first.. {
        let batch = vec![Change::Put(person(number.into(), "Bella")), Change::Put(handled(number, 0))];
        store.commit(batch).blocking_recv().unwrap().unwrap();
        println!("acknowledged {number}.");
    }
}

#[test]
fn a_directory_is_created_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.open();
    assert_eq!(fs::metadata(&place.path).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_path_that_cannot_be_a_store_is_refused_with_what_to_do() {
    let place = Place::new();
    fs::write(&place.path, "a file").unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::NotADirectory { .. }), "{error}");
    assert!(error.to_string().ends_with("move the file away, or configure another path"), "{error}");

    let error = place.refusal_at(&place.path.join("below a file"));
    assert!(matches!(error, Error::Io { doing: "find", .. }), "{error}");
    assert!(error.to_string().contains("see to it that the path exists"), "{error}");

    let error = place.refusal_at(&place.dir.path().join("missing/store"));
    assert!(matches!(error, Error::Io { doing: "create", .. }), "{error}");
    assert!(!place.dir.path().join("missing").exists());
}

#[test]
fn a_foreign_directory_is_refused_and_left_as_it_is() {
    let place = Place::new();
    fs::create_dir(&place.path).unwrap();
    fs::write(place.path.join("diary.txt"), "dear diary").unwrap();
    let error = place.refusal();
    assert!(matches!(error, Error::NotAStore { .. }), "{error}");
    assert_eq!(place.names(), ["diary.txt"]);

    let place = Place::new();
    let db = sled::open(&place.path).unwrap();
    db.insert("theirs", "theirs").unwrap();
    drop(db);
    let error = place.refusal();
    assert!(matches!(error, Error::NotAStore { .. }), "{error}");
}

#[tokio::test]
async fn a_failure_is_never_told_of_a_store_that_works() {
    let place = Place::new();
    let (store, _) = place.open();
    let failed = store.failed();
    store.commit(vec![Change::Put(handled(1, 0))]).await.unwrap().unwrap();
    assert!(store.size_on_disk().unwrap() > 0);
    store.close().unwrap();
    assert!(tokio::time::timeout(Duration::from_millis(20), failed).await.is_err());
}

#[tokio::test]
async fn after_a_failure_nothing_is_acknowledged_any_more() {
    let place = Place::new();
    let (store, _) = place.open();
    store.commit(vec![Change::Put(handled(1, 0))]).await.unwrap().unwrap();
    // The disk loses a directory that the store has to look at.
    let generation = place.generation();
    fs::rename(generation.join("blobs"), generation.join("elsewhere")).unwrap();
    let error = store.commit(vec![Change::Put(handled(2, 0))]).await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Stopped), "{error}");
    let error = tokio::time::timeout(Duration::from_secs(10), store.failed()).await.unwrap();
    assert!(matches!(*error, Error::Unwritable { .. }), "{error}");
    fs::rename(generation.join("elsewhere"), generation.join("blobs")).unwrap();
    let error = store.commit(vec![Change::Put(handled(3, 0))]).await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Stopped), "a failure is final: {error}");
    assert!(matches!(*store.close().unwrap_err(), Error::Unwritable { .. }));
    let records = place.records();
    assert_eq!(records[0], handled(1, 0));
    assert!(!records.contains(&handled(3, 0)));
}

/// A place for a store, its journal and its key, in a directory of its own that is removed at the end.
struct Place {
    dir: TempDir,
    path: PathBuf,
}

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("store");
        Self { dir, path }
    }

    /// With a store in it that is closed and holds these.
    async fn with(records: Vec<Record>) -> Self {
        let place = Self::new();
        let (store, _) = place.open();
        store.commit(records.into_iter().map(Change::Put).collect()).await.unwrap().unwrap();
        store.close().unwrap();
        place
    }

    /// With a copy of what is here.
    fn copy(&self) -> Self {
        let copy = Self::new();
        copy_all(self.dir.path(), copy.dir.path());
        copy
    }

    fn places(&self) -> Places {
        places(&self.path)
    }

    fn open(&self) -> (Store, Vec<Record>) {
        Store::open(&self.places()).unwrap()
    }

    /// All that is stored.
    fn records(&self) -> Vec<Record> {
        self.open().1
    }

    fn refusal(&self) -> Error {
        Store::open(&self.places()).unwrap_err()
    }

    /// Why it is refused somewhere else.
    fn refusal_at(&self, path: &Path) -> Error {
        Store::open(&Places { path: path.to_owned(), ..self.places() }).unwrap_err()
    }

    fn journal(&self) -> PathBuf {
        self.places().journal
    }

    fn key_file(&self) -> PathBuf {
        self.places().key_file
    }

    /// Where the one generation lies.
    fn generation(&self) -> PathBuf {
        let mut generations: Vec<_> =
            self.names().into_iter().filter(|name| name.starts_with("generation-")).collect();
        assert_eq!(generations.len(), 1, "{generations:?}");
        self.path.join(generations.remove(0))
    }

    /// A tree of the closed store, past everything that guards it.
    fn tree(&self, name: &str) -> sled::Tree {
        sled::open(self.generation()).unwrap().open_tree(name).unwrap()
    }

    /// The names of what the store's directory holds.
    fn names(&self) -> Vec<String> {
        names(&self.path)
    }

    /// The names of what lies beside the store, its journal and its key.
    fn beside(&self) -> Vec<String> {
        let own = ["store", "store.journal", "store.key"];
        names(self.dir.path()).into_iter().filter(|name| !own.contains(&name.as_str())).collect()
    }

    /// All bytes of all files: of the store, its journal, and what lies beside.
    fn everything(&self) -> Vec<u8> {
        all_bytes(self.dir.path())
    }
}

fn all_bytes(path: &Path) -> Vec<u8> {
    if path.is_dir() {
        names(path).iter().flat_map(|name| all_bytes(&path.join(name))).collect()
    } else {
        fs::read(path).unwrap()
    }
}

/// A store with its journal and its key beside it.
fn places(path: &Path) -> Places {
    Places {
        path: path.to_owned(),
        journal: path.with_extension("journal"),
        key_file: path.with_extension("key"),
    }
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for name in names(from) {
        let (source, target) = (from.join(&name), to.join(&name));
        if source.is_dir() { copy_all(&source, &target) } else { _ = fs::copy(&source, &target).unwrap() }
    }
}

/// Whether some bytes stand anywhere in others.
fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn names(path: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn handled(update: u32, at: i64) -> Record {
    Record::Handled(HandledRecord { update: UpdateId(update), at: Timestamp(at) })
}

fn person(id: i64, name: &str) -> Record {
    Record::Person(PersonRecord {
        id: PersonId(id),
        name: Name::new(name),
        language: Some("es".to_owned()),
        chosen_language: None,
        menu: None,
        reachable: true,
        questions: vec![Timestamp(1), Timestamp(i64::MAX)],
        quiet: None,
        muted: None,
    })
}

/// One record of each kind that the first version had, with as much in it as there can be, in the order in which the store hands them over.
fn one_of_each() -> Vec<Record> {
    let account = AccountId::parse("acct_01HZX-7.z:9").unwrap();
    let attempt = AttemptId::parse("att_42").unwrap();
    let handle = Handle::parse("@bella").unwrap();
    let manager = Starter::Manager { person: PersonId(1001), name: Name::new("Sam \"☕\" Smith") };
    let word = OfferWord("dGVzdC13b3Jk".to_owned());
    let number = MessageId(77);
    let date = TelegramTime(1_700_000_000);
    vec![
        Record::Account(AccountRecord {
            id: account.clone(),
            handle: handle.clone(),
            frozen: Some(Freeze { by: PersonId(5), at: Timestamp(-1) }),
            reauths: vec![Timestamp(0)],
            order: vec![PersonId(5)],
            session: None,
            connected_at: None,
        }),
        person(5, "Bella"),
        Record::Link(LinkRecord {
            account: account.clone(),
            person: PersonId(5),
            invited_by: manager.clone(),
            accepted_at: Timestamp(6),
            mark: None,
        }),
        Record::Invitation(InvitationRecord {
            hash: WordHash([0xff; 32]),
            account: account.clone(),
            handle: handle.clone(),
            invited_by: Starter::Operator,
            tell: Some(Address { chat: ChatId(-5), thread: None }),
            expires_at: Timestamp(7),
        }),
        Record::Reauth(ReauthRecord {
            account: account.clone(),
            started_by: Starter::Host { name: Name::new("crm") },
            started_at: Timestamp(8),
            tag: Tag(7),
            statuses: vec![PostId(1)],
        }),
        the_attempt(&attempt, &account, &manager),
        Record::Post(Box::new(PostRecord {
            id: PostId(1),
            to: Address { chat: ChatId(-1_001_234), thread: Some(ThreadId(3)) },
            notice: Notice::NotMeAlert {
                handle,
                tag: Tag(42),
                name: Name::new("Bella"),
                starter: manager.clone(),
            },
            offer: Some(word.clone()),
            revision: 3,
            shown: Some(2),
            message: Some(number),
            living: true,
            link_of: Some(attempt.clone()),
            language: Language::default(),
        })),
        Record::Offer(OfferRecord {
            word,
            to: Audience::Person(PersonId(5)),
            about: Matter::Which {
                message: number,
                edited: Some(date),
                attempts: vec![attempt],
                post: PostId(9),
            },
            expires_at: Timestamp(13),
        }),
        Record::Postponement(PostponementRecord {
            account,
            person: PersonId(5),
            until: Timestamp(14),
            starter: manager,
            tell: vec![Address { chat: ChatId(-5), thread: Some(ThreadId(1)) }],
        }),
        handled(u32::MAX, i64::MIN),
    ]
}

/// One record of each kind that came after the first version.
fn kinds_since() -> Vec<Record> {
    let ready_account = AccountId::parse("acct_01HZX-7.z:9").unwrap();
    let check = CheckRecord {
        account: ready_account.clone(),
        started_by: Starter::Operator,
        asked_at: Timestamp(20),
        report: PostId(5),
        people: vec![CheckedPerson {
            person: PersonId(5),
            question: Some(PostId(6)),
            can_read: CanRead::Yes { at: Timestamp(21) },
        }],
    };
    let ready = Record::Ready(ReadyRecord {
        account: ready_account,
        started_by: Starter::Operator,
        asked_at: Timestamp(15),
        tag: Tag(99),
        statuses: vec![PostId(3)],
        asked: vec![
            AskedReady {
                person: PersonId(5),
                post: Some(PostId(4)),
                turn: Turn::Asked { expires_at: Timestamp(16), remind_at: Some(Timestamp(17)) },
            },
            AskedReady {
                person: PersonId(6),
                post: None,
                turn: Turn::Waits { until: Timestamp(18), why: WhyWaits::InAnHour },
            },
        ],
        nudged_at: Some(Timestamp(19)),
    });
    [ready, Record::Check(check)].into_iter().chain(a_round()).collect()
}

/// A command that reconnects several accounts.
fn a_round() -> [Record; 2] {
    let round = RoundRecord {
        id: PostId(u64::MAX),
        started_by: Starter::Operator,
        started_at: Timestamp(20),
        posts: vec![PostId(u64::MAX)],
        asks_first: true,
        skipped: vec![(Handle::parse("carla").unwrap(), Skip::NobodyLinked)],
    };
    let entry = RoundEntryRecord {
        account: AccountId::parse("acct_01HZX-7.z:9").unwrap(),
        round: PostId(u64::MAX),
        state: EntryState::Over { ending: Ending::Throttled { seconds: Some(7) } },
    };
    [Record::Round(Box::new(round)), Record::RoundEntry(entry)]
}

/// An attempt with an answer on its way.
fn the_attempt(id: &AttemptId, account: &AccountId, starter: &Starter) -> Record {
    let number = MessageId(77);
    let date = TelegramTime(1_700_000_000);
    let challenge = Challenge {
        kind: ChallengeKind::Code(CodeKind::App),
        after_wrong: true,
        again: Some(Again::Wrong { tries_left: 2 }),
        opened_at: Timestamp(1),
        expires_at: Timestamp(2),
        repeat_at: Some(Timestamp(3)),
        asked: vec![Asked { since: Some((number, date)), ..Asked::new(PersonId(-5), PostId(u64::MAX)) }],
        postponed: Some((PersonId(5), Timestamp(4))),
        line: Some(Line { people: vec![PersonId(5)], next_at: Timestamp(22) }),
    };
    let answer = Answer {
        person: PersonId(5),
        at: Timestamp(5),
        message: Some((number, Some(date))),
        taken: true,
        told: false,
        submissions: 1,
    };
    Record::Attempt(Box::new(AttemptRecord {
        id: id.clone(),
        account: account.clone(),
        started_by: starter.clone(),
        started_at: Timestamp(9),
        tag: Tag(42),
        state: Some(AttemptState::Unknown("needs_palm".to_owned())),
        stage: Stage::Checking(challenge, answer),
        wrong_codes: 1,
        last_code: Some(CodeKind::Sms),
        email_asked_at: Some(Timestamp(10)),
        answers: vec![(PersonId(5), number, Some(date)), (PersonId(6), number, None)],
        chosen: vec![(PersonId(5), number, None)],
        statuses: vec![PostId(1), PostId(2)],
        asked_at: Some(Timestamp(11)),
        answered_at: Some(Timestamp(12)),
        nudged_at: None,
        kept: vec![PostId(3)],
    }))
}
