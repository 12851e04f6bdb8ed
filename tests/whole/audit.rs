//! The audit trail through the whole program: `audit` beside the bridge that runs and without it, and in the chats.

use expect_test::expect;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use twofa_bridge::model::trail::{Hash, What};
use twofa_bridge::model::{Change, Record};
use twofa_bridge::sandbox::account_api::Script;
use twofa_bridge::store::Store;

use super::World;
use super::ledger::places;

/// The hash of the newest entry, as `audit --verify` prints it.
fn noted(printed: &str) -> String {
    printed.split("has the hash ").nth(1).unwrap()[..64].to_owned()
}

/// What stands in the lines of `audit --json`; each line's hash is worked out anew, as anybody could.
fn entries(printed: &str) -> Vec<Value> {
    let mut before = "0".repeat(64);
    let mut entries = Vec::new();
    for line in printed.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        // Its members come out in the order of their names.
        let canonical = line["entry"].to_string();
        let hash = Hash(Sha256::digest(canonical.as_bytes()).into()).to_string();
        assert_eq!(line["hash"], hash, "{canonical}");
        assert_eq!(line["entry"]["before"], before, "{canonical}");
        before = hash;
        entries.push(line);
    }
    entries
}

#[tokio::test]
async fn the_audit_trail_is_printed_and_verified_whether_the_bridge_runs_or_not() {
    let world = World::new().await;
    let ended = world.runs(&["audit", "--verify"]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(0), "The audit trail is empty.\n"));
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let code = world.code("acc_1");
    world.sends_code(&world.bella, &code);
    world.bella_is_connected().await;

    let ended = world.runs(&["audit"]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    // The times and the numbers of the people aside.
    let whats: Vec<String> = ended
        .stdout
        .lines()
        .map(|line| line.split_whitespace().skip(2).collect::<Vec<_>>().join(" "))
        .map(|line| line.split(['(', ')']).step_by(2).collect())
        .collect();
    expect![[r#"
        @bella invited – by Rio 
        @bella linked – Bella  – by Rio 
        @bella started – by Sam 
        @bella watched – by Sam  – att_1
        @bella asked sms – Bella  – by Sam  – att_1
        @bella answered sms – Bella  – att_1
        @bella ended connected – Bella  – att_1"#]]
    .assert_eq(&whats.join("\n"));
    assert!(!ended.stdout.contains(&code));

    let running = world.runs(&["audit", "--json"]).await;
    let lines = entries(&running.stdout);
    assert_eq!(lines.len(), whats.len());
    let asked = lines.iter().find(|line| line["entry"]["what"] == "asked").unwrap();
    assert_eq!((&asked["person"]["name"], &asked["by"]["name"]), (&"Bella".into(), &"Sam".into()));
    let ended = world.runs(&["audit", "--verify"]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""), "{}", ended.stdout);
    let hash = noted(&ended.stdout);
    assert_eq!(lines.last().unwrap()["hash"], hash);

    world.bella.says("/history");
    let history = world.reads(&world.bella, "What was asked of you").await;
    assert!(history.text.contains("Bella answered; it was passed on"), "{}", history.text);
    assert!(!history.text.contains(&code));
    world.sam.says("/audit @bella");
    let audit = world.reads(&world.sam, "On record about @bella").await;
    assert!(audit.text.contains("over: connected"), "{}", audit.text);
    world.is_settled().await;

    world.stops_the_bridge().await;
    let stopped = world.runs(&["audit", "--json"]).await;
    assert_eq!((stopped.code, stopped.stdout), (Some(0), running.stdout));
    let known = world.runs(&["audit", "--verify", "--known", &hash]).await;
    assert_eq!(known.code, Some(0), "{}", known.stderr);
    world.finish_stopped(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]]);
}

#[tokio::test]
async fn a_trail_that_was_changed_is_found_by_its_first_wrong_entry() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let hash = noted(&world.runs(&["audit", "--verify"]).await.stdout);
    world.stops_the_bridge().await;
    // Somebody with the key writes that it was declined.
    let places = places(&world.data());
    let (store, records) = Store::open(&places).unwrap();
    let invited = records.iter().find_map(|record| match record {
        Record::Trail(entry) if entry.what == What::Invited => Some(entry.clone()),
        _ => None,
    });
    let mut forged = invited.unwrap();
    forged.what = What::InvitationDeclined;
    store.commit(vec![Change::Put(Record::Trail(forged.clone()))]).await.unwrap().unwrap();
    store.close().unwrap();
    world.expects_in_the_log("the audit trail does not hold: entry 2 does not follow the one before");
    world.expects_in_the_log("The audit trail does not hold: entry 2 does not follow the one before");
    let ended = world.runs(&["audit", "--verify"]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    assert!(ended.stderr.contains("entry 2 does not follow the one before"), "{}", ended.stderr);
    world.starts().await;
    world.logs("The audit trail does not hold").await;
    world.stops_the_bridge().await;

    // The same and all hashes after it: the trail holds in itself, and is not the one that was noted.
    let (store, records) = Store::open(&places).unwrap();
    let mut head = None;
    let mut batch = Vec::new();
    let mut before = forged.before;
    for record in records {
        match record {
            Record::Trail(mut entry) => {
                entry.before = before;
                before = entry.hash();
                batch.push(Change::Put(Record::Trail(entry)));
            }
            Record::TrailHead(it) => head = Some(it),
            _ => {}
        }
    }
    let mut head = head.unwrap();
    head.hash = before;
    batch.push(Change::Put(Record::TrailHead(head)));
    store.commit(batch).await.unwrap().unwrap();
    store.close().unwrap();
    assert_eq!(world.runs(&["audit", "--verify"]).await.code, Some(0));
    world.expects_in_the_log("the audit trail holds in itself, and no entry has the hash");
    let ended = world.runs(&["audit", "--verify", "--known", &hash]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    world.finish_stopped(expect![[r#"
        ---
        1 × account
        1 × link
        2 × person
    "#]]);
}

#[tokio::test]
async fn all_that_the_trail_has_about_a_person_is_handed_over_however_much_it_is() {
    // More than the store reads in one go, twice, and in the last go exactly as much.
    const ENTRIES: u64 = 4_000;
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.stops_the_bridge().await;
    let (store, records) = Store::open(&places(&world.data())).unwrap();
    let mut last = None;
    let mut head = None;
    for record in records {
        match record {
            Record::Trail(entry) if entry.what == What::Linked => last = Some(entry),
            Record::TrailHead(it) => head = Some(it),
            _ => {}
        }
    }
    let (mut entry, mut head) = (last.unwrap(), head.unwrap());
    assert_eq!(head.next, entry.number + 1);
    entry.what = What::Answered;
    entry.by = None;
    let first = entry.number;
    let mut batch = Vec::new();
    while entry.number < first + ENTRIES - 1 {
        entry.before = head.hash;
        entry.number = head.next;
        (head.next, head.hash) = (entry.number + 1, entry.hash());
        batch.push(Change::Put(Record::Trail(entry.clone())));
    }
    batch.push(Change::Put(Record::TrailHead(head)));
    store.commit(batch).await.unwrap().unwrap();
    store.close().unwrap();

    world.starts().await;
    world.bella.says("/mydata");
    world.reads(&world.bella, "Here is everything").await;
    let document = world.reads(&world.bella, "").await.document.expect("it is a file");
    let data: Value = serde_json::from_str(&document.content).unwrap();
    let trail = data["trail"].as_array().unwrap();
    let numbers: Vec<u64> = trail.iter().map(|it| it["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (first..first + ENTRIES).rev().collect::<Vec<_>>());
    // To accept was her doing, at the invitation of somebody else; to answer was hers alone.
    assert_eq!((&trail[0]["what"], &trail[0]["by_you"]), (&"answered".into(), &true.into()));
    let linked = trail.last().unwrap();
    assert_eq!((&linked["what"], &linked["by_you"]), (&"linked".into(), &false.into()));
    world
        .finish(expect![[r#"
        ---
        1 × account
        1 × link
        2 × person
    "#]])
        .await;
}
