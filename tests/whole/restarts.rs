//! Ends of the process at bad moments: no code is lost, none is used twice, nobody is asked twice.

use std::time::Duration;

use expect_test::expect;
use tokio::time::{Instant, sleep};
use twofa_bridge::sandbox::account_api::{Call, Fault, FaultKind, Script};
use twofa_bridge::sandbox::telegram;

use super::World;

#[tokio::test]
async fn a_code_sent_while_the_bridge_is_dead_is_used_once_after_the_restart() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.kills_the_bridge().await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.starts().await;
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
async fn a_code_sent_while_the_bridge_is_stopped_is_used_after_the_restart() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.stops_the_bridge().await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.starts().await;
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
async fn however_often_the_bridge_dies_a_question_is_asked_once_and_its_status_edited_on() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::sms(), "the code from the SMS").await;
    for _ in 0..3 {
        world.is_at_rest().await;
        world.kills_the_bridge().await;
        world.starts().await;
        world.looks_several_times("att_1").await;
    }
    world.sends_code(&world.bella, &world.code("acc_1"));
    let done = world.reads(&world.bella, "@bella is connected").await;
    assert_eq!(done.message_id, question.message_id);
    world.reads(&world.sam, "connected in").await;
    assert_eq!(world.sam.sees().len(), 2, "Sam's command and one status: {:#?}", world.sam.sees());
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
async fn however_often_the_bridge_dies_the_api_is_not_called_more_often_than_it_may_be() {
    let world = World::with(&[("TWOFA_BRIDGE__ACCOUNT_API__REQUESTS_PER_MINUTE", "6")]).await;
    let begun = Instant::now();
    for _ in 0..8 {
        world.kills_the_bridge().await;
        world.starts_unready().await;
        // Each start would like to know the accounts and the usage.
        sleep(Duration::from_millis(500)).await;
    }
    let requests = world.api.requests();
    assert!(begun.elapsed() < Duration::from_secs(50), "a minute is over");
    assert_eq!(requests.len(), 6, "{requests:#?}");
    world.kills_the_bridge().await;
    world.finish_stopped(expect![[r#"
        ---
    "#]]);
}

#[tokio::test]
async fn calls_that_cannot_be_noted_are_told_of_and_stop_nothing() {
    let world = World::without_bridge(&[]).await;
    std::fs::create_dir_all(world.data().join("calls")).unwrap();
    world.expects_in_the_log("Cannot tell how many calls to the account API were made before this start");
    world.starts().await;
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
async fn a_code_that_the_api_took_before_the_bridge_died_is_not_submitted_again() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::Submit, FaultKind::HangAfter));
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.api_comes_to("it took the code", |api| api.attempts()[0].state == "completed_success").await;
    world.is_stored().await;
    world.kills_the_bridge().await;
    world.starts().await;
    world.bella_is_connected().await;
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
async fn a_code_that_the_api_had_not_taken_when_the_bridge_died_is_submitted_again() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::Submit, FaultKind::HangBefore));
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world
        .api_comes_to("a code is on its way", |api| api.requests().iter().any(|it| it.method == "PUT"))
        .await;
    world.is_stored().await;
    world.kills_the_bridge().await;
    world.starts().await;
    world.bella_is_connected().await;
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
async fn a_stop_does_not_wait_for_an_api_that_hangs_and_the_code_is_not_submitted_again() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::Submit, FaultKind::HangAfter));
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.api_comes_to("it took the code", |api| api.attempts()[0].state == "completed_success").await;
    world.stops_the_bridge().await;
    world.starts().await;
    world.bella_is_connected().await;
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
async fn a_code_that_waited_for_its_account_when_the_bridge_died_is_still_good() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.bella, "carla").await;
    world.api.script_next("acc_1", Script::sms());
    world.api.script_next("acc_2", Script::sms());
    world.sam.says("/reauth @bella");
    world.reads(&world.bella, "signing in to @bella").await;
    world.reads(&world.sam, "from Bella").await;
    world.sam.says("/reauth @carla");
    world.reads(&world.bella, "signing in to @carla").await;
    world.reads(&world.sam, "from Bella").await;
    let code = world.code("acc_2");
    world.sends_code(&world.bella, &code);
    let which = world.reads(&world.bella, "For which account is that code?").await;
    world.is_stored().await;
    world.kills_the_bridge().await;
    world.starts().await;
    world.looks_several_times("att_1").await;
    world.looks_several_times("att_2").await;
    let label = which.labels().into_iter().find(|label| label.starts_with("@carla ")).unwrap();
    world.presses(&world.bella, &which, label, "Done.").await;
    world.reads(&world.bella, "For @carla.").await;
    world.reads(&world.bella, "@carla is connected").await;
    world.reads(&world.sam, "connected in").await;
    world.sam.says("/cancel @bella");
    world.reads(&world.bella, "cancelled the sign-in to @bella").await;
    world.reads(&world.sam, "cancelled by Sam").await;
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

#[tokio::test]
async fn a_sign_in_that_may_have_been_started_when_the_bridge_died_is_not_started_again() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::Reauthenticate, FaultKind::HangAfter));
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "starting…").await;
    world.api_comes_to("it started", |api| api.attempts().len() == 1).await;
    world.is_at_rest().await;
    world.kills_the_bridge().await;
    world.starts().await;
    world.reads(&world.sam, "I cannot tell whether this sign-in was started").await;
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
async fn an_email_that_may_have_been_sent_when_the_bridge_died_is_not_sent_again() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::SendEmail, FaultKind::HangAfter));
    world.api.script_next("acc_1", Script::email());
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "working…").await;
    world.api_comes_to("it sent", |api| api.attempts().iter().any(|it| it.emails_sent == 1)).await;
    world.is_at_rest().await;
    world.kills_the_bridge().await;
    world.starts().await;
    world.reads(&world.bella, "the code from the email").await;
    world.reads(&world.sam, "waiting for").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/connect/login/att_1/send-email-to-creator no answer
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
async fn a_message_with_a_code_is_deleted_though_the_bridge_died_meanwhile() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.telegram.trouble(telegram::Fault::Hang.once().on("deleteMessage"));
    world.sends_code(&world.bella, &world.code("acc_1"));
    let message = world.telegram.unconfirmed();
    world.reads(&world.sam, "connected in").await;
    // When this is answered, whatever was settled before has been confirmed.
    world.rio.says("/status @dora");
    world.reads(&world.rio, "@dora").await;
    let kept = world.telegram.unconfirmed();
    assert!(
        message.iter().all(|it| kept.contains(it)),
        "Telegram keeps {message:?} until it is deleted: {kept:?}"
    );
    world.kills_the_bridge().await;
    world.starts().await;
    world.reads(&world.bella, "@bella is connected. Thank you!").await;
    // What came after the message that was kept comes again, too.
    world.reads(&world.rio, "@dora").await;
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
