//! The audit trail in the store: read while the store is open, kept when a backup goes back, gone with its alias.

use twofa_bridge::model::trail::{About, Actor, AliasRecord, Entry, Head, Query, What, verify};
use twofa_bridge::model::{AccountId, Change, Handle, Name, PersonId, Record, RecordKey, Seed, Timestamp};
use twofa_bridge::store::{Store, WholeTrail};

use super::{Place, person};

fn bella() -> AliasRecord {
    AliasRecord::new(PersonId(5), Name::new("Bella"), &Seed([7; 32]))
}

/// A batch that adds some entries: each third is about Bella, each second about the first account.
fn add(head: &mut Head, count: u64) -> Vec<Change> {
    let mut batch = Vec::new();
    for _ in 0..count {
        let number = head.next;
        let account = if number.is_multiple_of(2) { "acc_1" } else { "acc_2" };
        let entry = Entry {
            account: AccountId::parse(account),
            at: Timestamp(i64::try_from(number).unwrap()),
            attempt: None,
            before: head.hash,
            by: number.is_multiple_of(5).then(|| Actor::Person(bella().alias())),
            detail: None,
            handle: Handle::parse("bella"),
            number,
            person: number.is_multiple_of(3).then(|| bella().alias()),
            what: What::Asked,
        };
        (head.next, head.hash) = (number + 1, entry.hash());
        batch.push(Change::Put(Record::Trail(Box::new(entry))));
    }
    batch.push(Change::Put(Record::TrailHead(*head)));
    batch
}

async fn numbers(store: &Store, about: About, before: Option<u64>, most: usize) -> Vec<u64> {
    let read = store.recall(Query { about, before, most }).await.unwrap().unwrap();
    read.iter().map(|entry| entry.number).collect()
}

#[tokio::test]
async fn entries_are_read_newest_first_while_the_store_is_open() {
    let place = Place::new();
    let (store, _) = place.open();
    let mut head = Head::default();
    let account = || About::Account(AccountId::parse("acc_1").unwrap());
    assert!(numbers(&store, account(), None, 5).await.is_empty());
    drop(store.commit(add(&mut head, 300)));
    assert_eq!(
        numbers(&store, account(), None, 3).await,
        [300, 298, 296],
        "though nobody waited for the batch"
    );
    assert_eq!(numbers(&store, account(), Some(296), 3).await, [294, 292, 290]);
    assert_eq!(numbers(&store, account(), Some(5), 3).await, [4, 2]);
    let hers = About::Person(bella().alias());
    assert_eq!(
        numbers(&store, hers, Some(11), 9).await,
        [10, 9, 6, 5, 3],
        "whom it concerns, and who did it"
    );
    store.commit(vec![Change::Put(Record::Alias(bella()))]).await.unwrap().unwrap();
    let whole = store.whole_trail().await.unwrap().unwrap();
    assert_eq!((whole.head, whole.entries.len(), whole.aliases), (head, 300, vec![bella()]));
    assert_eq!(verify(&head, &whole.entries), Ok(()));
    store.close().unwrap();
    assert_eq!(WholeTrail::of(place.records()).entries.len(), 300);
}

#[tokio::test]
async fn a_restored_backup_takes_back_nothing_of_the_trail() {
    let place = Place::new();
    let (store, _) = place.open();
    let mut head = Head::default();
    store.commit(add(&mut head, 3)).await.unwrap().unwrap();
    store.commit(vec![Change::Put(Record::Alias(bella()))]).await.unwrap().unwrap();
    let backup = place.dir.path().join("a.backup");
    std::fs::write(&backup, store.backup().await.unwrap().unwrap()).unwrap();
    // Since then she was forgotten.
    store.commit(add(&mut head, 2)).await.unwrap().unwrap();
    store.commit(vec![Change::Remove(RecordKey::Alias(PersonId(5)))]).await.unwrap().unwrap();
    store.close().unwrap();
    Store::restore(&place.places(), &backup).unwrap();
    let trail = WholeTrail::of(place.records());
    assert_eq!((trail.head, trail.entries.len(), trail.aliases), (head, 5, Vec::new()));
    assert_eq!(verify(&trail.head, &trail.entries), Ok(()));
}

#[tokio::test]
async fn whose_an_alias_was_cannot_be_read_from_what_is_left_on_the_disk() {
    let place = Place::with(vec![person(1, "Sam"), Record::Alias(bella())]).await;
    let generation = place.generation();
    let (store, _) = place.open();
    store.commit(vec![Change::Remove(RecordKey::Alias(PersonId(5)))]).await.unwrap().unwrap();
    store.close().unwrap();
    assert!(!generation.exists(), "the generation that held it is gone with its key");
    assert_eq!(place.records(), [person(1, "Sam")]);
}
