//! `check`: each thing that can be wrong has its line, and the line says how to mend it.

use std::os::unix::fs::PermissionsExt as _;

use expect_test::{Expect, expect};
use twofa_bridge::sandbox::telegram::Fault;

use super::World;
use super::bridge::Ended;

/// The table that was printed, without what differs from host to host.
fn table(world: &World, ended: &Ended) -> String {
    let folder = world.folder().canonicalize().unwrap();
    let table = ended.stdout.replace(&folder.display().to_string(), "FOLDER");
    let lines = table.lines().map(|line| match line.split_once(" MiB are free") {
        Some(_) => "disk         ok       … MiB are free".to_owned(),
        None => line.to_owned(),
    });
    lines.map(|line| line + "\n").collect()
}

/// Runs `check`, which finds something or nothing that is wrong, and gives the lines that are not plainly well.
async fn troubles(world: &World, more: &[(&str, &str)], code: i32) -> String {
    let ended = world.runs_with(&["check"], more).await;
    assert_eq!(ended.code, Some(code), "{}{}", ended.stdout, ended.stderr);
    let table = table(world, &ended);
    // The folder of a test is on one disk.
    let is_told = |line: &&str| {
        !line[12..].starts_with(" ok ") && !line.starts_with("journal      warning  on the same disk")
    };
    table.lines().filter(is_told).flat_map(|line| [line, "\n"]).collect()
}

/// Has everything that a careful operator sees to.
async fn well() -> World {
    let world = World::without_bridge(&[]).await;
    for person in [&world.sam, &world.rio] {
        person.start_bot(None);
    }
    world.group.set_bot_may_delete(true);
    forget_what_was_said(&world).await;
    world
}

/// What people have said to the bot so far is not delivered.
async fn forget_what_was_said(world: &World) {
    let drop = format!("{}/bot{}/deleteWebhook", world.telegram.api_url(), world.telegram.token());
    let drop = reqwest::Client::new().post(drop).json(&serde_json::json!({ "drop_pending_updates": true }));
    assert!(drop.send().await.unwrap().status().is_success());
}

/// Ends a world in which no bridge runs.
fn ends(world: World, calls: Expect) {
    if !world.data().exists() {
        std::fs::create_dir(world.data()).unwrap();
    }
    world.finish_stopped(calls);
}

#[tokio::test]
async fn check_says_in_a_table_that_all_is_well() {
    let world = well().await;
    let ended = world.runs(&["check"]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    expect![[r#"
        config       ok       ./config.toml
        store        ok       there is none at data yet; `run` makes it
        key file     ok       ./store.key does not exist yet; the first `run` makes it
        journal      warning  on the same disk as the store: a disk that breaks takes both. Name a place on another one with store.journal, or make backups often
        disk         ok       … MiB are free
        intake       ok       the agency's system may hand over sign-ins with the intake token
        telegram     ok       the bot is @TwofaBridgeBot
        groups       ok       the bot is in 1 and may delete codes there
        managers     ok       2 can be reached
        clock        ok       agrees with Telegram's
        account API  ok       the key of Sandbox has the scopes it needs
        accounts     ok       the account API lists 3
    "#]].assert_eq(&table(&world, &ended));
    ends(
        world,
        expect![[r#"
        GET /v1/me 200
        ---
    "#]],
    );
}

#[tokio::test]
async fn check_looks_at_a_bridge_that_runs_without_disturbing_it() {
    let world = World::new().await;
    let ended = world.runs(&["check"]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let shown = table(&world, &ended);
    assert!(shown.contains("store        ok       in use by a bridge that runs"), "{shown}");
    assert!(shown.contains("key file     ok       ./store.key; keep a copy of it elsewhere"), "{shown}");
    let address = world.url("").replace("http://", "");
    let ended = world.runs_with(&["check"], &[("TWOFA_BRIDGE__HTTP__LISTEN", &address)]).await;
    assert!(ended.stdout.contains("bridge       ok       runs, and is ready"), "{}", ended.stdout);

    let description = "Conflict: terminated by other getUpdates request".to_owned();
    world.expects_in_the_log("another process receives this bot's updates");
    // The other process polls, which ends the bridge's poll, and from then on lets it have none for a while.
    let other = format!("{}/bot{}/getUpdates", world.telegram.api_url(), world.telegram.token());
    assert!(reqwest::get(other).await.unwrap().status().is_success());
    world.telegram.trouble(Fault::Refused { status: 409, description }.until_cleared().on("getUpdates"));
    world.is_not_ready("another process receives the bot's updates").await;
    let ended = world.runs_with(&["check"], &[("TWOFA_BRIDGE__HTTP__LISTEN", &address)]).await;
    assert_eq!(ended.code, Some(1));
    let words = "bridge       WRONG    runs, and is not ready: another process receives the bot's updates.";
    assert!(ended.stdout.contains(words), "{}", ended.stdout);
    world.telegram.clear_troubles();
    world.stops_the_bridge().await;

    let ended = world.runs(&["check"]).await;
    assert_eq!(ended.code, Some(0));
    assert!(ended.stdout.contains(" records, "), "{}", ended.stdout);
    let ended = world.runs_with(&["check"], &[("TWOFA_BRIDGE__HTTP__LISTEN", &address)]).await;
    assert_eq!(ended.code, Some(0), "{}", ended.stdout);
    world.finish_stopped(expect![[r#"
        GET /v1/me 200
        GET /v1/me 200
        GET /v1/me 200
        GET /v1/me 200
        GET /v1/me 200
        ---
    "#]]);
}

#[tokio::test]
async fn check_says_what_is_wrong_with_the_key_and_the_token() {
    let world = well().await;
    world.api.switch(|switches| {
        switches.scopes = vec!["accounts:read".to_owned(), "me:read".to_owned(), "billing:write".to_owned()];
    });
    expect![[r#"
        account API  WRONG    the key lacks accounts:write, usage:read; give it these scopes
        account API  warning  the key may do more than the bridge needs: billing:write; whoever steals it may, too. Make one without
    "#]].assert_eq(&troubles(&world, &[], 1).await);

    world.writes_secret("account-api.key", "a wrong key", "a-wrong-key-of-the-whole-world");
    world.writes_secret("telegram.token", "a wrong token", "7000000001:AAwrongwrongwrongwrongwrongwrongwro");
    expect![[r#"
        telegram     WRONG    Telegram refused the bot's token; set the one that @BotFather gave
        account API  WRONG    the account API refuses the key; check `account_api.key` and the scopes of the key
    "#]].assert_eq(&troubles(&world, &[], 1).await);

    let nowhere = [
        ("TWOFA_BRIDGE__TELEGRAM__API_URL", "http://127.0.0.1:1"),
        ("TWOFA_BRIDGE__ACCOUNT_API__BASE_URL", "http://127.0.0.1:1"),
    ];
    expect![[r#"
        telegram     WRONG    Telegram cannot be reached; check the network and telegram.api_url
        account API  WRONG    the account API cannot be reached; nothing was sent; check the network and account_api.base_url
    "#]]
    .assert_eq(&troubles(&world, &nowhere, 1).await);

    world.write("config.toml", "[telegram]\n");
    expect![[r#"
        config       WRONG    4 problems in the configuration (./config.toml):
                                telegram.token (line 1): missing; write token_file = "telegram.token", or set TWOFA_BRIDGE__TELEGRAM__TOKEN
                                account_api.key: missing; write key_file = "account-api.key", or set TWOFA_BRIDGE__ACCOUNT_API__KEY
                                agency.name: missing; write name = "Acme", the name that people know the agency by
                                agency.managers: missing; write managers = [1001], with the numeric Telegram id of each manager
    "#]].assert_eq(&troubles(&world, &[], 1).await);
    ends(
        world,
        expect![[r#"
        GET /v1/me 200
        GET /v1/me 401
        ---
    "#]],
    );
}

#[tokio::test]
async fn check_says_what_is_wrong_in_telegram() {
    let world = World::without_bridge(&[]).await;
    world.rio.start_bot(None);
    forget_what_was_said(&world).await;
    world.group.set_bot_reads_everything(true);
    let webhook = format!("{}/bot{}/setWebhook", world.telegram.api_url(), world.telegram.token());
    let set = reqwest::Client::new().post(&webhook);
    let set = set.json(&serde_json::json!({ "url": "https://elsewhere.example/secret-path" }));
    assert!(set.send().await.unwrap().status().is_success());
    world.telegram.set_clock_offset(-3_600);
    let told = troubles(&world, &[], 0).await;
    let told = told.replace("by 3599 s", "by 3600 s").replace("by 3601 s", "by 3600 s");
    expect![[r#"
        webhook      warning  Telegram sends this bot's updates to elsewhere.example; `run` ends that. If another program uses the bot, give one of them a bot of its own
        privacy      warning  privacy mode is off: the bot is shown everything that is said in its groups. Send @BotFather /setprivacy, choose the bot, and Enable; then remove it from its groups and add it again
        groups       warning  the bot may not delete messages in -1001234: a code that somebody sends there by mistake stays. Make it an administrator with that right alone
        managers     warning  1001 has not opened a chat with the bot, so alerts do not arrive there; have them open it and press Start, or mend the number in agency.managers
        clock        warning  differs from Telegram's by 3600 s. The bridge goes by Telegram's; set the host's right all the same: timedatectl set-ntp true
    "#]].assert_eq(&told);

    world.group.kicks_bot();
    let more = [("TWOFA_BRIDGE__AGENCY__CHATS", "-1001234,-77")];
    let told = troubles(&world, &more, 1).await;
    let told: String =
        told.lines().filter(|line| line.starts_with("groups")).flat_map(|line| [line, "\n"]).collect();
    expect![[r#"
        groups       WRONG    the bot is not in -1001234, or there is no such group; add the bot there, or take the number out of agency.chats
        groups       WRONG    the bot is not in -77, or there is no such group; add the bot there, or take the number out of agency.chats
    "#]].assert_eq(&told);

    world.group.lets_bot_in();
    world.group.migrates_to(-1_009_876);
    let told = troubles(&world, &[], 0).await;
    assert!(told.contains("-1001234 has become a supergroup; write -1009876 in its place"), "{told}");
    forget_what_was_said(&world).await;
    ends(
        world,
        expect![[r#"
        GET /v1/me 200
        GET /v1/me 200
        GET /v1/me 200
        ---
    "#]],
    );
}

#[tokio::test]
async fn check_says_what_is_wrong_on_the_host() {
    let world = well().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let told = troubles(&world, &[("TWOFA_BRIDGE__HTTP__LISTEN", &address)], 1).await;
    expect![[r#"
        port         WRONG    cannot listen on ADDRESS: Address already in use (os error 98); configure another http.listen
    "#]].assert_eq(&told.replace(&address, "ADDRESS"));
    expect![[r#"
        config       warning  http.listen (TWOFA_BRIDGE__HTTP__LISTEN): reachable from other machines, and the intake token would cross the network in the clear; put a reverse proxy with TLS in front, or listen on 127.0.0.1
    "#]].assert_eq(&troubles(&world, &[("TWOFA_BRIDGE__HTTP__LISTEN", "0.0.0.0:0")], 0).await);

    // A store that was made, whose key others may read, and then whose key has gone.
    world.starts().await;
    world.stops_the_bridge().await;
    let open = |file: &str, mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(world.folder().join(file), permissions).unwrap();
    };
    open("store.key", 0o644);
    open("telegram.token", 0o640);
    expect![[r#"
        config       warning  telegram.token_file (line 3): others may read the secret (mode 0640); run: chmod 600 './telegram.token'
        key file     warning  others may read it (mode 0644); run: chmod 600 './store.key'
    "#]].assert_eq(&troubles(&world, &[], 0).await);
    open("store.key", 0o600);
    open("telegram.token", 0o600);
    std::fs::rename(world.folder().join("store.key"), world.folder().join("elsewhere.key")).unwrap();
    expect![[r#"
        store        WRONG    the key file ./store.key is missing, and what is stored cannot be read without it; put it back from where you keep a copy, or name it with store.key_file
    "#]].assert_eq(&troubles(&world, &[], 1).await);
    std::fs::rename(world.folder().join("elsewhere.key"), world.folder().join("store.key")).unwrap();
    ends(
        world,
        expect![[r#"
        GET /v1/me 200
        GET /v1/me 200
        GET /v1/me 200
        GET /v1/me 200
        ---
    "#]],
    );
}

#[tokio::test]
async fn check_says_what_is_wrong_with_the_accounts() {
    let world = well().await;
    let config = std::fs::read_to_string(world.folder().join("config.toml")).unwrap();
    world.write("config.toml", &format!("{config}\n[[accounts]]\nid = \"acc_99\"\nhandle = \"nobody\"\n"));
    expect![[r#"
        accounts     warning  acc_99 is under [[accounts]] and not in the list of the account API; check its id
    "#]].assert_eq(&troubles(&world, &[], 0).await);
    ends(
        world,
        expect![[r#"
        GET /v1/me 200
        ---
    "#]],
    );
}

#[tokio::test]
async fn a_store_that_run_could_not_make_is_wrong_before_it_does() {
    let world = well().await;
    let place = |key: &str| format!("TWOFA_BRIDGE__STORE__{key}");
    expect![[r#"
        journal      WRONG    there is no folder nowhere; make it, or name another place with store.journal
    "#]]
    .assert_eq(&troubles(&world, &[(&place("JOURNAL"), "nowhere/journal")], 1).await);
    expect![[r#"
        key file     WRONG    there is no folder ./nowhere; make it, or name another place with store.key_file
    "#]]
    .assert_eq(&troubles(&world, &[(&place("KEY_FILE"), "nowhere/key")], 1).await);
    expect![[r#"
        store        WRONG    there is no folder nowhere; make it, or name another place with store.path
        journal      WRONG    there is no folder nowhere; make it, or name another place with store.journal
    "#]]
    .assert_eq(&troubles(&world, &[(&place("PATH"), "nowhere/data")], 1).await);
    std::fs::create_dir(world.folder().join("folder")).unwrap();
    expect![[r#"
        key file     WRONG    ./folder is no file; name a file with store.key_file
    "#]]
    .assert_eq(&troubles(&world, &[(&place("KEY_FILE"), "folder")], 1).await);
    expect![[r#"
        journal      WRONG    folder is no file; name a file with store.journal
    "#]]
    .assert_eq(&troubles(&world, &[(&place("JOURNAL"), "folder")], 1).await);
    world.write("data.journal", "what is left");
    expect![[r#"
        store        WRONG    data is gone, and so is the key that opens its journal data.journal: put ./store.key back, or, to begin with an empty store, move the journal away
    "#]].assert_eq(&troubles(&world, &[], 1).await);
    world.write("store.key", "a key");
    std::fs::set_permissions(world.folder().join("store.key"), std::fs::Permissions::from_mode(0o600))
        .unwrap();
    expect![[r#"
        store        warning  data is gone, and its journal data.journal is there; `run` rebuilds it from that
    "#]]
    .assert_eq(&troubles(&world, &[], 0).await);
    std::fs::remove_file(world.folder().join("data.journal")).unwrap();
    let gone = expect![[r#"
        store        WRONG    there is a key file, ./store.key, so there was a store, and there is none at data, nor its journal at data.journal; mount the disk on which they lie, correct store.path and store.journal, or restore a backup with: twofa-bridge restore FILE. To begin with an empty store, move the key file away
    "#]];
    gone.assert_eq(&troubles(&world, &[], 1).await);
    // An empty folder is no store yet, and `check` makes none in it.
    std::fs::create_dir(world.data()).unwrap();
    gone.assert_eq(&troubles(&world, &[], 1).await);
    std::fs::remove_file(world.folder().join("store.key")).unwrap();
    expect![""].assert_eq(&troubles(&world, &[], 0).await);
    assert_eq!(std::fs::read_dir(world.data()).unwrap().count(), 0);
    ends(
        world,
        expect![[r#"
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            GET /v1/me 200
            ---
        "#]],
    );
}
