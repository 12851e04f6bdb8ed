//! What Telegram does to its users in a bad week: it is away, throttles, moves groups, repeats itself, comes late, and
//! sends more than anybody can read.

use std::time::{Duration, Instant};

use expect_test::expect;
use serde_json::json;
use twofa_bridge::sandbox::account_api::Script;
use twofa_bridge::sandbox::telegram::{Bubble, Fault, Telegram};

use super::World;

/// How many updates make a burst.
const BURST: usize = 10_000;
/// How long a burst may take: Telegram gives a hundred at a time, and each batch waits for answers for a moment.
const BURST_WITHIN: Duration = Duration::from_mins(5);
/// How much memory a burst may cost, in kilobytes.
const BURST_MEMORY: u64 = 64 * 1024;

#[tokio::test]
async fn a_question_that_comes_while_telegram_is_away_is_put_when_it_is_back() {
    let world = World::new().await;
    world.expects_in_the_log("Receiving from Telegram is interrupted");
    world.expects_in_the_log("Sending to chat 2001 is interrupted");
    world.expects_in_the_log("Sending to chat -1001234 is interrupted");
    world.enrols(&world.bella, "bella").await;
    world.is_at_rest().await;
    world.telegram.go_down();
    world.is_not_ready("Telegram does not answer").await;
    let id = world.api.start_attempt("acc_1", Script::sms());
    let body = json!({ "attempt_id": id, "account": "acc_1", "started_by": "Acme desk" });
    assert_eq!(world.hands_over(&body).await.0, 202);
    world.logs("Sending to chat 2001 is interrupted").await;
    world.logs("Sending to chat -1001234 is interrupted").await;
    world.telegram.come_up();
    world.is_ready().await;
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.group, "waiting for").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "@bella is connected. Thank you!").await;
    world.reads(&world.group, "connected in").await;
    world
        .finish(expect![[r#"
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        2 × person
    "#]])
        .await;
}

#[tokio::test]
async fn when_telegram_throttles_every_call_everything_comes_late_and_nothing_is_lost() {
    let world = World::new().await;
    world.expects_in_the_log("Receiving from Telegram is interrupted: Telegram wants 1 s without calls");
    world.enrols(&world.bella, "bella").await;
    world.is_at_rest().await;
    world.passes("starting");
    world.passes("working");
    world.telegram.trouble(Fault::TooManyRequests { retry_after: 1 }.times(9));
    let began = Instant::now();
    world.api.script_next("acc_1", Script::sms());
    world.sam.says("/reauth @bella");
    world.reads(&world.bella, "the code from the SMS").await;
    assert!(began.elapsed() >= Duration::from_secs(1), "Telegram's wish counts");
    world.reads(&world.sam, "waiting for").await;
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
async fn a_single_conflict_is_told_and_survived() {
    let world = World::new().await;
    world.expects_in_the_log("Nothing comes in from Telegram: another process receives this bot's updates");
    world.enrols(&world.bella, "bella").await;
    let other = format!("{}/bot{}/getUpdates?timeout=0", world.telegram.api_url(), world.telegram.token());
    assert!(reqwest::get(other).await.unwrap().status().is_success());
    world.is_not_ready("another process receives the bot's updates").await;
    world.is_ready().await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    assert_eq!(world.log().matches("Nothing comes in from Telegram").count(), 1);
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
async fn a_webhook_that_is_set_is_removed_at_the_start_and_what_waits_is_heard() {
    let world = World::without_bridge(&[]).await;
    let set = format!("{}/bot{}/setWebhook", world.telegram.api_url(), world.telegram.token());
    let body = json!({ "url": "https://elsewhere.example/hook" });
    assert!(reqwest::Client::new().post(set).json(&body).send().await.unwrap().status().is_success());
    world.sam.says("/status");
    world.starts().await;
    world.reads(&world.sam, "open: 0").await;
    world
        .finish(expect![[r#"
        ---
        1 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_creator_who_unblocks_the_bot_is_asked_again() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.bella.block();
    world.is_at_rest().await;
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "I cannot reach Bella about @bella: they have blocked the bot.").await;
    world.bella.unblock();
    world.is_at_rest().await;
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
async fn a_creator_whose_telegram_account_is_deleted_is_told_to_the_manager() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.passes("waiting for the code from the SMS");
    world.bella.set_deactivated(true);
    world.api.script_next("acc_1", Script::sms());
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "I cannot reach Bella about @bella").await;
    world.reads(&world.sam, "over: I cannot reach Bella.").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        ---
        1 × account
        1 × attempt (Unreachable)
        1 × link
        2 × person
        1 × person (unreachable)
    "#]])
        .await;
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_is_known_after_a_restart() {
    let world = World::new().await;
    let moved = world.group.migrates_to(-1_001_234_567_890);
    world.is_at_rest().await;
    world.stops_the_bridge().await;
    world.starts().await;
    world.sam.says_in(moved.id(), "/status@TwofaBridgeBot");
    world.reads(&moved, "open: 0").await;
    world
        .finish(expect![[r#"
        ---
        1 × moved group
    "#]])
        .await;
}

#[tokio::test]
async fn a_manager_who_never_opened_a_chat_is_named_in_the_log_once() {
    let world = World::new().await;
    world.expects_in_the_log("Alerts do not reach manager 1001");
    world.enrols(&world.bella, "bella").await;
    for _ in 0..2 {
        world.bella.says("/stop @bella");
        world.reads(&world.bella, "These pictures are no longer used").await;
        world.reads(&world.bella, "You are no longer linked to @bella").await;
        world.reads(&world.rio, "@bella").await;
        world.enrols(&world.bella, "bella").await;
    }
    assert_eq!(world.log().matches("Alerts do not reach manager").count(), 1);
    world.measures("twofa_bridge_incidents_total{incident=\"manager_unreachable\"} 1").await;
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
async fn what_waited_for_a_day_is_neither_carried_out_nor_used() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.stops_the_bridge().await;
    world.telegram.set_clock_offset(-23 * 60 * 60);
    world.sam.says("/reauth @bella");
    world.sends_code(&world.bella, "123456");
    world.telegram.set_clock_offset(0);
    world.starts().await;
    world.reads(&world.sam, "You wrote that while I was away, so I have not done it.").await;
    world.reads(&world.bella, "I am not waiting for anything from you right now.").await;
    world
        .finish(expect![[r#"
        ---
        1 × account
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn updates_of_unknown_kinds_and_unreadable_ones_are_counted_and_stop_nothing() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    for update in [
        json!({ "a_kind_of_the_future": { "text": "123456" } }),
        json!({ "message": "no message" }),
        json!({ "message": { "message_id": 1, "chat": { "id": "x" } } }),
        json!({ "callback_query": [] }),
        json!({ "my_chat_member": 7 }),
        json!({ "poll": { "id": "1" } }),
    ] {
        world.telegram.queue_raw_update(update);
    }
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world.measures("twofa_bridge_updates_skipped_total 6").await;
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
async fn a_burst_of_ten_thousand_updates_keeps_back_nobodys_code() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let before = world.memory();
    for number in 0..BURST {
        // The bot cannot answer them: they never began to talk with it, as far as this Telegram knows.
        let stranger =
            world.telegram.person(100_000 + i64::try_from(number % 500).unwrap(), "Mallory", Some("en"));
        if number == BURST / 2 {
            world.sends_code(&world.bella, &world.code("acc_1"));
        }
        world.telegram.queue_raw_update(json!({
            "message": {
                "message_id": 1_000_000 + number,
                "date": world.telegram.clock(),
                "chat": { "id": stranger.id(), "type": "private", "first_name": "Mallory" },
                "from": { "id": stranger.id(), "is_bot": false, "first_name": "Mallory" },
                "text": "hello?",
            }
        }));
    }
    let is_done = |bubble: &Bubble| bubble.text.contains("is connected");
    let connected =
        world.telegram.wait_for(|telegram| telegram.chat(2_001).iter().any(is_done), BURST_WITHIN).await;
    assert!(connected.is_ok(), "{} updates wait", world.telegram.unconfirmed().len());
    world.bella_is_connected().await;
    let settled = world.telegram.wait_for(Telegram::is_settled, BURST_WITHIN).await;
    assert!(settled.is_ok(), "{} updates wait", world.telegram.unconfirmed().len());
    let cost = world.memory().saturating_sub(before);
    assert!(cost < BURST_MEMORY, "a burst took {cost} kB");
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
