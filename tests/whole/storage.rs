//! The store under the whole program: damage, backups, keys.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use expect_test::expect;
use twofa_bridge::sandbox::account_api::Script;

use super::World;
use super::world::PATIENCE;

/// How soon a bridge ends that cannot write.
const ENDS_WITHIN: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_damaged_store_is_rebuilt_loudly_and_people_notice_nothing() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.stops_the_bridge().await;
    let database = world.data().join("generation-1/db");
    let bytes = std::fs::read(&database).unwrap();
    std::fs::write(&database, vec![0; bytes.len()]).unwrap();
    world.expects_in_the_log("was rebuilt from its journal");
    world.starts().await;
    let question = world.asks_bella(Script::sms(), "the code from the SMS").await;
    assert!(question.text.contains("Sam (Acme)"), "{}", question.text);
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_damaged_journal_is_begun_anew_loudly_and_people_notice_nothing() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.stops_the_bridge().await;
    let journal = world.folder().join("data.journal");
    let mut bytes = std::fs::read(&journal).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&journal, bytes).unwrap();
    world.expects_in_the_log("is begun anew from the store");
    world.starts().await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_store_that_cannot_be_rebuilt_ends_the_start_and_is_not_begun_anew() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.stops_the_bridge().await;
    let kept = world.folder().join("kept");
    let copied = std::process::Command::new("cp").arg("-r").arg(world.data()).arg(&kept).status().unwrap();
    assert!(copied.success());
    std::fs::write(world.data().join("generation-1/db"), "").unwrap();
    let journal = world.folder().join("data.journal");
    std::fs::rename(&journal, world.folder().join("elsewhere")).unwrap();
    world.expects_in_the_log("is damaged");
    let ended = world.runs(&["run"]).await;
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(
        ended.stderr.contains("its journal is missing; nothing was changed. Restore a backup"),
        "{}",
        ended.stderr
    );
    // The journal is found again.
    std::fs::rename(world.folder().join("elsewhere"), &journal).unwrap();
    world.expects_in_the_log("was rebuilt from its journal");
    world.starts().await;
    world
        .finish(expect![[r#"
        ---
        1 × account
        1 × link
        2 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_backup_is_made_while_the_bridge_runs_and_restored_when_it_does_not() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.is_at_rest().await;
    let ended = world.runs(&["backup", "a.backup"]).await;
    assert_eq!((ended.code, ended.stderr.contains("WARN")), (Some(0), false));
    assert!(ended.stdout.contains("It opens with the key file ./store.key alone"), "{}", ended.stdout);
    let backup = world.folder().join("a.backup");
    assert_eq!(std::fs::metadata(&backup).unwrap().permissions().mode() & 0o777, 0o600);
    world.expects_in_the_log("it is there already; name another file, or move it away");
    assert_eq!(world.runs(&["backup", "a.backup"]).await.code, Some(1));

    world.expects_in_the_log("is in use by another process");
    assert_eq!(world.runs(&["restore", "a.backup"]).await.code, Some(1), "not while the bridge runs");
    world.stops_the_bridge().await;
    std::fs::remove_dir_all(world.data()).unwrap();
    std::fs::remove_file(world.folder().join("data.journal")).unwrap();
    let ended = world.runs(&["restore", "a.backup"]).await;
    assert_eq!((ended.code, ended.stderr.contains("WARN")), (Some(0), false));
    assert!(ended.stdout.contains("What was there before could not be read."), "{}", ended.stdout);
    let ended = world.runs(&["backup", "b.backup"]).await;
    assert_eq!((ended.code, ended.stderr.contains("WARN")), (Some(0), false), "also while no bridge runs");
    world.starts().await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn keys_are_rotated_while_a_question_is_open() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let key_file = world.folder().join("store.key");
    let before = std::fs::read_to_string(&key_file).unwrap();
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let ended = world.runs(&["rotate-key"]).await;
    assert_eq!((ended.code, ended.stderr.contains("WARN")), (Some(0), false));
    let after = std::fs::read_to_string(&key_file).unwrap();
    assert_ne!(before, after);
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world.is_at_rest().await;
    world.stops_the_bridge().await;

    std::fs::write(&key_file, before).unwrap();
    world.expects_in_the_log("is sealed with another key than the one in");
    assert_eq!(world.runs(&["run"]).await.code, Some(1), "the old key opens nothing any more");
    std::fs::remove_file(&key_file).unwrap();
    world.expects_in_the_log("the key file ./store.key is missing");
    assert_eq!(world.runs(&["run"]).await.code, Some(1));
    world.write("store.key", &after);
    let ended = world.runs(&["rotate-key"]).await;
    assert_eq!((ended.code, ended.stderr.contains("WARN")), (Some(0), false), "also while no bridge runs");
    world.starts().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_disk_that_fills_up_ends_the_bridge_and_the_next_start_goes_on() {
    let world = World::without_bridge(&[]).await;
    world.starts_on_a_small_disk().await;
    world.enrols(&world.bella, "bella").await;
    world.is_at_rest().await;
    world.disk_is_full("data.journal", 20);
    world.expects_in_the_log("the store cannot write");
    world.api.script_next("acc_1", Script::sms());
    world.sam.says("/reauth @bella");
    let ended = world.bridge_ends(ENDS_WITHIN).await;
    assert_eq!(ended.code, Some(1));
    assert!(ended.stderr.contains("File too large"), "{}", ended.stderr);
    // Telegram still has the command, and there is room again.
    world.starts().await;
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.sam, "waiting for the code").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_store_that_cannot_write_ends_the_bridge_and_nothing_acknowledged_is_lost() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.is_at_rest().await;
    world.expects_in_the_log("the store cannot write");
    // That it has arrived may not be stored yet, and then it is said once more.
    world.passes("Bella accepted and is linked to");
    // The disk loses a directory that the store has to look at.
    let generation = world.data().join("generation-1");
    std::fs::rename(generation.join("blobs"), world.folder().join("blobs")).unwrap();
    world.sam.says("/reauth @bella");
    let ended = world.bridge_ends(ENDS_WITHIN).await;
    assert_eq!(ended.code, Some(1));
    std::fs::rename(world.folder().join("blobs"), generation.join("blobs")).unwrap();
    // What was acknowledged before is known: that it would be started, or also which one the API then began. Nothing
    // is started again by itself.
    world.starts().await;
    let is_told = |words| world.has_unread(&world.sam, words);
    let (unknown, asking) = ("I cannot tell whether this sign-in was started", "waiting for the code from");
    let either = world.telegram.wait_for(|_| is_told(unknown) || is_told(asking), PATIENCE).await;
    assert!(either.is_ok(), "{either:?}");
    if is_told(unknown) {
        world.reads(&world.sam, unknown).await;
    } else {
        world.reads(&world.sam, asking).await;
        world.reads(&world.bella, "Sam (Acme) is signing in to @bella").await;
        world.sends_code(&world.bella, &world.code("acc_1"));
        world.bella_is_connected().await;
    }
    assert!(world.api.attempts().len() < 2);
    world.finish_whatever_is_left("Bella accepted").await;
}
