//! Starts that cannot succeed: each ends soon, with a sentence that says what to do.

use std::time::Duration;

use expect_test::expect;
use twofa_bridge::sandbox::account_api::Script;
use twofa_bridge::sandbox::telegram::Fault;

use super::World;
use super::bridge::Bridge;

/// How soon a start that is in vain ends: other processes are given some time to go.
const IN_VAIN_WITHIN: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_bad_config_is_told_whole() {
    let folder = tempfile::tempdir().unwrap();
    let config = r#"
        [telegram]
        token = "no token"

        [account_api]
        base_url = "http://elsewhere.example"

        [agency]
        name = ""
        manager = [1001]

        [limits]
        wrong_codes_max = 99

        [pace]
        working = "1ms"
    "#;
    std::fs::write(folder.path().join("config.toml"), config).unwrap();
    for command in [&["run"][..], &["invite", "@bella"]] {
        let ended = Bridge::run(folder.path(), command, &[]).await;
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(2), ""));
        expect![[r#"
            twofa-bridge: 8 problems in the configuration (./config.toml):
              telegram.token (line 3): not a bot token; copy the whole line that @BotFather gave, digits, colon and all
              account_api.key (line 5): missing; write key_file = "account-api.key", or set TWOFA_BRIDGE__ACCOUNT_API__KEY
              account_api.base_url (line 6): plain http would send the secret in the clear; write https://, or a loopback address
              agency.managers (line 8): missing; write managers = [1001], with the numeric Telegram id of each manager
              agency.name (line 9): empty; write the name that people know the agency by
              agency.manager (line 10): unknown key; did you mean agency.managers?
              limits.wrong_codes_max (line 13): expected a whole number from 1 to 10, found the whole number 99; write wrong_codes_max = 3
              pace.working (line 16): expected a duration from 100ms to 10m, such as "90s" or "1h 30m", found the text "1ms"; write working = "2s"
        "#]].assert_eq(&ended.stderr);
    }
}

#[tokio::test]
async fn a_token_that_telegram_does_not_accept_ends_the_start() {
    let world = World::without_bridge(&[]).await;
    world.expects_in_the_log(
        "twofa-bridge: Telegram does not accept the token; check telegram.token with @BotFather",
    );
    world.writes_secret("telegram.token", "a wrong token", "7000000001:AAwrongwrongwrongwrongwrongwrongwro");
    let ended = world.runs(&["run"]).await;
    assert_eq!(ended.code, Some(1));
    world.finish_stopped(expect![[r#"
        ---
    "#]]);
}

#[tokio::test]
async fn a_second_process_on_the_same_store_ends_and_leaves_the_first_alone() {
    let world = World::new().await;
    world.expects_in_the_log("is in use by another process; stop that process, or configure another path");
    let ended = world.runs(&["run"]).await;
    assert_eq!(ended.code, Some(1));
    world.enrols(&world.bella, "bella").await;
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
async fn a_port_in_use_ends_the_start() {
    let world = World::without_bridge(&[]).await;
    world.expects_in_the_log("configure another http.listen");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ended = world.runs_with(&["run"], &[("TWOFA_BRIDGE__HTTP__LISTEN", &address)]).await;
    assert_eq!(ended.code, Some(1));
    assert!(ended.stderr.contains(&format!("cannot listen on {address}: ")), "{}", ended.stderr);
    world.finish_stopped(expect![[r#"
        ---
    "#]]);
}

#[tokio::test]
async fn a_bot_that_another_process_listens_for_ends_the_bridge() {
    let world = World::new().await;
    world.expects_in_the_log("Nothing comes in from Telegram: another process receives this bot's updates");
    world.expects_in_the_log("Stopping, since it cannot go on: another process receives this bot's updates");
    world.expects_in_the_log("twofa-bridge: another process receives this bot's updates; stop that one");
    // The other process polls, which ends the bridge's poll, and from then on never lets it have one.
    let other = format!("{}/bot{}/getUpdates", world.telegram.api_url(), world.telegram.token());
    assert!(reqwest::get(other).await.unwrap().status().is_success());
    let description = "Conflict: terminated by other getUpdates request";
    let fault = Fault::Refused { status: 409, description: description.to_owned() };
    world.telegram.trouble(fault.until_cleared().on("getUpdates"));
    world.is_not_ready("another process receives the bot's updates").await;
    let ended = world.bridge_ends(IN_VAIN_WITHIN).await;
    assert_eq!(ended.code, Some(1));
    world.finish_stopped(expect![[r#"
        ---
    "#]]);
}

#[tokio::test]
async fn a_host_whose_clock_is_a_day_off_goes_by_telegrams() {
    let world = World::without_bridge(&[]).await;
    // To the bridge it is the host that is behind.
    world.telegram.set_clock_offset(24 * 3_600);
    world.expects_in_the_log("This host's clock differs from Telegram's by 86");
    world.starts().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::app(), "your authenticator app").await;
    world.kills_the_bridge().await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.starts().await;
    world.bella_is_connected().await;
    world.kills_the_bridge().await;
    // Telegram's clock is believed as little when it goes back: the records have seen later times.
    world.telegram.set_clock_offset(0);
    world.expects_in_the_log("The records have seen times that are 8");
    world.starts().await;
    world.sam.says("/status @bella");
    world.reads(&world.sam, "connected in").await;
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
