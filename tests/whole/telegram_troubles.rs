//! A Telegram that fails, throttles, loses answers or is away.

use std::time::{Duration, Instant};

use expect_test::expect;
use twofa_bridge::sandbox::account_api::Script;
use twofa_bridge::sandbox::telegram::{Fault, What};

use super::World;

/// How soon a question is put when nothing is in its way.
const AT_ONCE: Duration = Duration::from_secs(3);

#[tokio::test]
async fn a_question_that_telegram_failed_to_take_is_put_again() {
    let world = World::new().await;
    world.expects_in_the_log("Sending to chat 2001 is interrupted");
    world.enrols(&world.bella, "bella").await;
    let fault = Fault::ServerError.times(2).on("sendMessage").in_chat(world.bella.id());
    world.telegram.trouble(fault);
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
async fn a_question_whose_answer_was_lost_may_stand_twice_and_is_answered_once() {
    let world = World::new().await;
    world.expects_in_the_log("Sending to chat 2001 is interrupted");
    world.enrols(&world.bella, "bella").await;
    world.telegram.trouble(Fault::CutAfter.once().on("sendMessage").in_chat(world.bella.id()));
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.reads(&world.bella, "the code from the SMS").await;
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
async fn a_chat_that_telegram_throttles_delays_no_other() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.carla, "carla").await;
    let patience = 4;
    let fault = Fault::TooManyRequests { retry_after: patience }.once().in_chat(world.bella.id());
    world.telegram.trouble(fault);
    world.api.script_next("acc_1", Script::sms());
    world.api.script_next("acc_2", Script::sms());
    let began = Instant::now();
    world.sam.says("/reauth @bella");
    world.sam.says("/reauth @carla");
    world.reads(&world.carla, "the code from the SMS").await;
    assert!(began.elapsed() < AT_ONCE, "the other chat waited {:?}", began.elapsed());
    assert!(!world.has_unread(&world.bella, "the code from the SMS"));
    world.measures("twofa_bridge_outbox_depth 1").await;
    world.reads(&world.sam, "from Bella").await;
    world.reads(&world.sam, "from Carla").await;
    world.sends_code(&world.carla, &world.code("acc_2"));
    world.reads(&world.carla, "@carla is connected").await;
    world.reads(&world.sam, "connected in").await;
    world.reads(&world.bella, "the code from the SMS").await;
    assert!(began.elapsed() >= Duration::from_secs(patience), "Telegram's wish counts");
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/accounts/acc_2/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        PUT /v1/connect/login/att_2 200
        ---
        2 × account
        2 × attempt (Connected)
        2 × link
        4 × person
    "#]])
        .await;
}

#[tokio::test]
async fn what_is_written_while_telegram_is_away_is_used_when_it_comes_back() {
    let world = World::new().await;
    world.expects_in_the_log("Receiving from Telegram is interrupted");
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.telegram.go_down();
    world.is_not_ready("Telegram does not answer").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.telegram.come_up();
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
async fn a_telegram_that_is_away_at_the_start_is_found_when_it_comes() {
    let world = World::without_bridge(&[]).await;
    world.expects_in_the_log("Telegram does not say who the bot is");
    world.telegram.go_down();
    world.starts_unready().await;
    world.is_not_ready("telegram").await;
    world.logs("Telegram does not say who the bot is").await;
    world.telegram.come_up();
    world.is_ready().await;
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
async fn a_creator_who_blocked_the_bot_is_told_to_the_manager() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.bella.block();
    world.reads(&world.bella, "This is over for @bella.").await;
    world.reads(&world.sam, "I cannot reach Bella about @bella: they have blocked the bot.").await;
    world.reads(&world.sam, "over: I cannot reach Bella.").await;
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "I cannot reach Bella about @bella: they have blocked the bot.").await;
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
async fn a_creator_whose_blocking_was_not_heard_of_is_found_out_by_asking() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.passes("waiting for the code from the SMS");
    let description = "Forbidden: bot was blocked by the user".to_owned();
    let fault = Fault::Refused { status: 403, description };
    world.telegram.trouble(fault.once().on("sendMessage").in_chat(world.bella.id()));
    world.api.script_next("acc_1", Script::sms());
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "I cannot reach Bella about @bella: they have blocked the bot.").await;
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
async fn an_update_that_comes_twice_counts_once() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, "111111");
    world.reads(&world.bella, "That code for @bella did not work.").await;
    world.reads(&world.bella, "You have 2 tries left.").await;
    world.reads(&world.sam, "waiting for another from Bella (2 tries left)").await;
    world.is_at_rest().await;
    world.stops_the_bridge().await;
    // The first one is /invite. It would be answered again on purpose: its link is not kept.
    for update in 500_002..500_010 {
        world.telegram.repeat_update(update);
    }
    world.starts().await;
    world.looks_several_times("att_1").await;
    world.is_at_rest().await;
    let deletions = world.telegram.history().into_iter().filter(|it| matches!(it.what, What::Deleted(_)));
    assert_eq!(deletions.count(), 1, "the wrong code's message was deleted once");
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
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
async fn a_stranger_who_floods_the_bot_keeps_back_nobodys_code() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let stranger = world.telegram.person(6_666, "Mallory", Some("en"));
    for _ in 0..300 {
        stranger.says("hello?");
    }
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    stranger.block();
    world.is_at_rest().await;
    while world.has_unread(&stranger, "I only talk with people who were invited") {
        world.reads(&stranger, "I only talk with people who were invited").await;
    }
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
async fn a_code_whose_account_nobody_chooses_keeps_back_nobodys_code() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.bella, "carla").await;
    world.api.script_next("acc_2", Script::sms());
    world.sam.says("/reauth @carla");
    world.reads(&world.bella, "signing in to @carla").await;
    world.reads(&world.sam, "from Bella").await;
    let question = world.asks_bella(Script::sms(), "the code from the SMS").await;
    let code = world.code("acc_1");
    world.sends_code(&world.bella, &code);
    let which = world.reads(&world.bella, "For which account is that code?").await;
    // Telegram hands over a hundred updates, from the first on of which something is pending.
    let stranger = world.telegram.person(6_666, "Mallory", Some("en"));
    for _ in 0..100 {
        stranger.says("hello?");
    }
    // What she chooses stands behind them.
    let label = which.labels()[0].to_owned();
    world.bella.press(which.message_id, &label).unwrap();
    world.reads(&world.bella, "That code was not used").await;
    world.pops_up(&world.bella, "This button no longer works.").await;
    world.sam.says("/cancel @carla");
    world.reads(&world.bella, "cancelled the sign-in to @carla").await;
    world.reads(&world.sam, "cancelled by Sam").await;
    world.bella.replies(question.message_id, &code);
    world.bella_is_connected().await;
    stranger.block();
    world.is_at_rest().await;
    while world.has_unread(&stranger, "I only talk with people who were invited") {
        world.reads(&stranger, "I only talk with people who were invited").await;
    }
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/accounts/acc_2/reauthenticate 200
        PUT /v1/connect/login/att_2 200
        ---
        2 × account
        1 × attempt (Cancelled)
        1 × attempt (Connected)
        2 × link
        3 × person
    "#]])
        .await;
}
