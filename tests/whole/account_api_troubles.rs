//! An account API that fails, lies, hangs or refuses: people get their sign-in as soon as it works, and nothing
//! happens twice.

use std::time::{Duration, Instant};

use expect_test::expect;
use twofa_bridge::sandbox::account_api::{AccountApi, Call, Fault, FaultKind, Script};

use super::World;

/// How soon an answer is passed on when nothing is in its way.
const AT_ONCE: Duration = Duration::from_secs(3);

/// A code goes through though its submission meets this fault.
async fn a_code_goes_through(kind: FaultKind) -> World {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::Submit, kind));
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
}

#[tokio::test]
async fn a_code_that_a_gateway_refused_goes_again() {
    let world = a_code_goes_through(FaultKind::Status(502)).await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        PUT /v1/connect/login/att_1 502
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_code_whose_connection_broke_before_it_was_taken_goes_again() {
    let world = a_code_goes_through(FaultKind::ResetBefore).await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        PUT /v1/connect/login/att_1 no answer
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_code_whose_connection_broke_after_it_was_taken_does_not_go_again() {
    let world = a_code_goes_through(FaultKind::ResetAfter).await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 no answer
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_code_with_a_garbled_answer_does_not_go_again() {
    let world = a_code_goes_through(FaultKind::Garbled).await;
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
async fn a_code_that_came_too_fast_goes_again_after_the_time_that_the_api_wants() {
    let kind = FaultKind::Throttled { header: Some(1), member: None, reason: None };
    let world = a_code_goes_through(kind).await;
    let puts: Vec<Duration> =
        world.api.requests().iter().filter(|it| it.method == "PUT").map(|it| it.at).collect();
    let [first, second] = puts[..] else { panic!("two submissions: {puts:?}") };
    assert!(second.saturating_sub(first) >= Duration::from_secs(1), "{puts:?}");
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        PUT /v1/connect/login/att_1 429
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn looks_that_fail_are_told_and_everything_goes_on_by_itself() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.api.inject(Fault::on(Call::Look, FaultKind::Status(502)).times(2));
    world.api.inject(Fault::on(Call::Look, FaultKind::ResetBefore));
    world.api.inject(Fault::on(Call::Look, FaultKind::Garbled));
    world.is_not_ready("the account API does not answer").await;
    world.reads(&world.sam, "The account API does not answer at the moment. I keep trying.").await;
    world.is_ready().await;
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
async fn readiness_recovers_though_nothing_is_open() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::Any, FaultKind::ResetBefore).until_cleared());
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "I cannot tell whether this sign-in was started").await;
    world.is_not_ready("the account API does not answer").await;
    world.api.clear_faults();
    world.is_ready().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate no answer
        ---
        1 × account
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn an_api_that_is_away_at_the_start_is_found_when_it_comes() {
    let world = World::without_bridge(&[]).await;
    world.expects_in_the_log("The accounts cannot be listed");
    world.api.inject(Fault::on(Call::Any, FaultKind::ResetBefore).until_cleared());
    world.starts_unready().await;
    world.is_not_ready("the account API does not answer").await;
    world.api.clear_faults();
    world.is_ready().await;
    world
        .finish(expect![[r#"
        ---
    "#]])
        .await;
}

#[tokio::test]
async fn a_key_that_is_refused_is_the_operators_affair_and_mended_by_a_restart() {
    let world = World::new().await;
    world.expects_in_the_log("The account API refuses the key");
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.api.inject(Fault::on(Call::Look, FaultKind::DelayBefore { ms: 2_000 }));
    world.api.set_key("another-key-of-the-whole-world");
    world.sends_code(&world.bella, &world.code("acc_1"));
    let told = world.reads(&world.bella, "something on our side is broken").await;
    assert_eq!(told.message_id, question.message_id);
    world.reads(&world.sam, "The account API refuses our key.").await;
    world.is_not_ready("the account API refuses the key").await;
    assert_eq!(world.attempt("acc_1").submissions, []);

    world.stops_the_bridge().await;
    world.writes_secret("account-api.key", "the API key", "another-key-of-the-whole-world");
    world.starts().await;
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.sam, "waiting for").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        PUT /v1/connect/login/att_1 401
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_key_that_is_replaced_in_its_file_is_used_without_a_restart() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let second = "the-second-key-of-the-whole-world";
    world.writes_secret("account-api.key", "the API key", second);
    world.api.set_key(second);
    let is_refused = |api: &AccountApi| api.requests().iter().any(|request| request.status == Some(401));
    world.api_comes_to("a call has met the new key", is_refused).await;
    world.looks_several_times("att_1").await;
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
async fn a_key_that_is_refused_is_told_once_and_found_when_its_file_holds_a_good_one() {
    let world = World::new().await;
    world.expects_in_the_log("The account API refuses the key");
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.carla, "carla").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let second = "the-second-key-of-the-whole-world";
    world.api.set_key(second);
    world.is_not_ready("the account API refuses the key").await;
    world.measures("twofa_bridge_account_api_answering 0").await;
    world.reads(&world.sam, "The account API refuses our key.").await;
    world.rio.says("/reauth @carla");
    world.reads(&world.rio, "the account API refuses our key. Whoever runs this bot must mend that").await;

    world.writes_secret("account-api.key", "the API key", second);
    world.is_ready().await;
    world.measures("twofa_bridge_account_api_answering 1").await;
    world.logs("The account API accepts the key again").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    let log = world.log();
    assert_eq!(log.lines().filter(|line| line.contains("\"ERROR\"")).count(), 1, "the operator is told once");
    assert!(log.contains("found without a restart"));
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/accounts/acc_2/reauthenticate 401
        PUT /v1/connect/login/att_1 200
        ---
        2 × account
        1 × attempt (Connected)
        2 × link
        4 × person
    "#]])
        .await;
}

#[tokio::test]
async fn an_api_that_hangs_for_one_delays_no_other() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.carla, "carla").await;
    world.api.inject(Fault::on(Call::Submit, FaultKind::HangAfter).for_account("acc_1"));
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.api.script_next("acc_2", Script::sms());
    world.rio.says("/reauth @carla");
    world.reads(&world.carla, "the code from the SMS").await;
    world.reads(&world.rio, "waiting for").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.api_comes_to("it took the code", |api| api.attempts()[0].state == "completed_success").await;

    let sent = Instant::now();
    world.sends_code(&world.carla, &world.code("acc_2"));
    world.api_comes_to("the other is connected", |api| api.attempts()[1].state == "completed_success").await;
    assert!(sent.elapsed() < AT_ONCE, "the other code took {:?}", sent.elapsed());
    world.reads(&world.carla, "@carla is connected").await;
    world.reads(&world.rio, "connected in").await;
    // After 10 s without an answer it is looked at, and the code turns out to have been taken.
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/accounts/acc_2/reauthenticate 200
        PUT /v1/connect/login/att_1 no answer
        PUT /v1/connect/login/att_2 200
        ---
        2 × account
        2 × attempt (Connected)
        2 × link
        4 × person
    "#]])
        .await;
}
