//! What managers do: hand over, watch, cancel, in private and in groups; and what stops them.

use expect_test::expect;
use reqwest::StatusCode;
use serde_json::json;
use twofa_bridge::sandbox::account_api::Script;

use super::World;

#[tokio::test]
async fn the_agencys_system_hands_an_attempt_over_and_follows_it() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let attempt = world.api.start_attempt("acc_1", Script::sms());
    let body = json!({ "attempt_id": attempt, "account": "@bella", "started_by": "Night shift" });
    let (status, answer) = world.hands_over(&body).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    assert_eq!(answer, json!({ "attempt_id": "att_1", "status": "watching" }));
    let question = world.reads(&world.bella, "the code from the SMS").await;
    assert!(question.text.contains("Night shift (through Acme’s own system) is signing in to @bella"));
    world.reads(&world.group, "waiting for the code from the SMS from Bella").await;
    let view = world.view("att_1").await;
    assert_eq!((&view["status"], &view["state"]), (&json!("asking"), &json!("needs_otp")));
    assert!(view["asked_at"].is_string() && view["answered_at"].is_null(), "{view}");

    let (status, _) = world.hands_over(&body).await;
    assert_eq!(status, StatusCode::OK, "the same again changes nothing");
    let other = json!({ "attempt_id": attempt, "account": "acc_2", "started_by": "Night shift" });
    assert_eq!(world.hands_over(&other).await.0, StatusCode::CONFLICT);
    let nobody = json!({ "attempt_id": "att_9", "account": "@nobody", "started_by": "Night shift" });
    assert_eq!(world.hands_over(&nobody).await.0, StatusCode::NOT_FOUND);
    let (status, answer) = world.hands_over(&json!({ "attempt_id": "", "account": "@bella" })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{answer}");

    world.presses(&world.bella, &question, "Later", "Done.").await;
    let question = world.reads(&world.bella, "How much later?").await;
    world.presses(&world.bella, &question, "15 minutes", "Done.").await;
    world.reads(&world.bella, "You can also answer now.").await;
    world.reads(&world.group, "Bella asked for later").await;
    assert_eq!(world.view("att_1").await["status"], json!("postponed"));

    world.api.switch(|switches| switches.pending_after_code_ms = 10_000);
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.api_comes_to("it works on the code", |api| api.attempts()[0].state == "pending").await;
    world.comes_to_view("att_1", "checking").await;
    assert!(world.api.advance("att_1"));
    world.reads(&world.bella, "@bella is connected").await;
    world.reads(&world.group, "connected in").await;
    let view = world.view("att_1").await;
    assert_eq!((&view["status"], &view["state"]), (&json!("connected"), &json!("completed_success")));
    assert!(view["answered_at"].is_string(), "{view}");
    assert_eq!(world.gets("/v1/attempts/att_9").await.0, StatusCode::NOT_FOUND);
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
async fn several_accounts_are_reconnected_one_after_the_other_and_summed_up() {
    let world = World::with(&[("TWOFA_BRIDGE__REAUTH__AT_ONCE", "1")]).await;
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.carla, "carla").await;
    world.api.script_next("acc_1", Script::sms());
    world.api.script_next("acc_2", Script::app());
    world.sam.says("/reauth @bella @carla");
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.sam, "waiting for their turn (1): @carla").await;
    assert_eq!(world.api.attempts().len(), 1, "the other waits");
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "@bella is connected").await;
    world.reads(&world.carla, "authenticator app").await;
    world.reads(&world.sam, "connected (1): @bella").await;
    world.sends_code(&world.carla, &world.code("acc_2"));
    world.reads(&world.carla, "@carla is connected").await;
    world.reads(&world.sam, "connected (2): @bella, @carla").await;
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
async fn without_the_intake_token_nothing_is_handed_over_and_nothing_is_told() {
    let world = World::new().await;
    world.expects_in_the_log("did not show the intake token");
    let client = reqwest::Client::new();
    let body = json!({ "attempt_id": "att_1", "account": "@bella", "started_by": "Somebody" });
    let handing =
        client.post(world.url("/v1/attempts")).bearer_auth("a-guess-of-an-intake-token").json(&body);
    assert_eq!(world.asks(handing).await.0, StatusCode::UNAUTHORIZED);
    let asking = client.get(world.url("/v1/attempts/att_1"));
    assert_eq!(world.asks(asking).await.0, StatusCode::UNAUTHORIZED);
    world
        .finish(expect![[r#"
        ---
    "#]])
        .await;
}

#[tokio::test]
async fn a_sign_in_that_was_started_elsewhere_is_watched() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let attempt = world.api.start_attempt("acc_1", Script::app());
    world.sam.says(&format!("/watch {attempt} @bella"));
    world.reads(&world.bella, "your authenticator app shows now").await;
    world.reads(&world.sam, "waiting for").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
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
async fn a_listed_group_may_sign_in_and_another_may_not() {
    let world = World::new().await;
    world.expects_in_the_log("which is not in agency.chats");
    world.enrols(&world.bella, "bella").await;
    let other = world.telegram.group(-1_009_999, "Another group", &[1001]);
    world.sam.says_in(other.id(), "/reauth@TwofaBridgeBot @bella");
    world.is_settled().await;
    assert_eq!(world.api.attempts(), []);
    world.api.script_next("acc_1", Script::sms());
    world.sam.says_in(world.group.id(), "/reauth@TwofaBridgeBot @bella");
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.group, "waiting for").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "@bella is connected").await;
    world.reads(&world.group, "connected in").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
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
async fn whoever_is_no_manager_gets_one_sentence() {
    let world = World::new().await;
    world.expects_in_the_log("who is not a manager, tried a manager's command");
    world.enrols(&world.bella, "bella").await;
    world.bella.says("/reauth @bella");
    world.reads(&world.bella, "This is for managers of Acme only.").await;
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
async fn a_sign_in_that_is_cancelled_asks_nothing_more_and_uses_no_code() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sam.says("/cancel @bella");
    world.reads(&world.bella, "Acme has cancelled the sign-in to @bella").await;
    world.reads(&world.sam, "cancelled by Sam").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "I am not waiting for anything from you right now.").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        ---
        1 × account
        1 × attempt (Cancelled)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn later_is_told_to_the_manager_and_the_answer_may_come_now() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.presses(&world.bella, &question, "Later", "Done.").await;
    let question = world.reads(&world.bella, "How much later?").await;
    world.presses(&world.bella, &question, "15 minutes", "Done.").await;
    world.reads(&world.bella, "I will ask again at").await;
    world.reads(&world.sam, "Bella asked for later:").await;
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
async fn who_stops_is_asked_nothing_more() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.bella.says("/stop @bella");
    world.reads(&world.bella, "You are no longer asked about @bella.").await;
    world.reads(&world.bella, "These pictures are no longer used").await;
    world.reads(&world.bella, "You are no longer linked to @bella").await;
    world.reads(&world.sam, "over: nobody is linked any more.").await;
    world.reads(&world.sam, "Bella is no longer linked to @bella: they withdrew.").await;
    world.reads(&world.rio, "Bella is no longer linked to @bella: they withdrew.").await;
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "Nobody is linked to @bella.").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        ---
        1 × account
        1 × attempt (Withdrawn)
        1 × offer
        2 × person
    "#]])
        .await;
}

#[tokio::test]
async fn not_me_freezes_the_account_across_a_restart_until_it_is_allowed_again() {
    let world = World::new().await;
    world.expects_in_the_log("pressed Not me");
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::sms(), "the code from the SMS").await;
    let code = world.code("acc_1");
    world.presses(&world.bella, &question, "Not me", "Done.").await;
    world.reads(&world.bella, "The sign-in to @bella was stopped.").await;
    let frozen = world.reads(&world.bella, "Nobody can start a sign-in to @bella from here").await;
    world.reads(&world.sam, "stopped: Bella pressed “Not me”.").await;
    world.reads(&world.sam, "“Not me”: Bella says").await;
    world.reads(&world.rio, "“Not me”: Bella says").await;

    world.stops_the_bridge().await;
    world.starts().await;
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "Only they can allow it again.").await;
    world.sends_code(&world.bella, &code);
    world.reads(&world.bella, "I am not waiting for anything").await;
    assert_eq!(world.attempt("acc_1").submissions, [], "no code went out");

    world.presses(&world.bella, &frozen, "Allow again", "Done.").await;
    world.reads(&world.bella, "@bella may be reconnected again.").await;
    world.reads(&world.sam, "Bella allows @bella again.").await;
    world.reads(&world.rio, "Bella allows @bella again.").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_2 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × attempt (NotMe)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_question_makes_a_sound_and_a_status_does_not() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::sms(), "the code from the SMS").await;
    assert!(!question.silent);
    let status = world.sam.latest().unwrap();
    assert!(status.text.contains("waiting for") && status.silent, "{status:?}");
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
async fn what_is_kept_is_handed_over_and_then_forgotten() {
    let world = World::new().await;
    world.expects_in_the_log("Alerts do not reach manager 1001");
    world.enrols(&world.bella, "bella").await;
    world.bella.says("/mydata");
    world.reads(&world.bella, "Here is everything").await;
    // It has no words.
    let sent = world.reads(&world.bella, "").await;
    let document = sent.document.expect("it is a file");
    assert_eq!(document.name, "my-data.json");
    let data: serde_json::Value = serde_json::from_str(&document.content).unwrap();
    assert_eq!((&data["telegram_id"], &data["links"][0]["account"]), (&json!(2001), &json!("@bella")));
    world.bella.says("/forgetme");
    let question = world.reads(&world.bella, "Shall I forget you?").await;
    world.presses(&world.bella, &question, "Forget me", "Done.").await;
    world.reads(&world.bella, "These pictures are no longer used").await;
    world.reads(&world.bella, "I keep nothing about you").await;
    world.reads(&world.rio, "Bella is no longer linked to @bella").await;
    world
        .finish(expect![[r#"
        ---
        1 × account
        1 × person
    "#]])
        .await;
}
