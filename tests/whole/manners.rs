//! What spares people: asked first whether it is a good time, left alone at night, reminded only on request.

use std::time::{SystemTime, UNIX_EPOCH};

use expect_test::expect;
use twofa_bridge::sandbox::account_api::Script;

use super::World;

#[tokio::test]
async fn in_an_hour_is_kept_over_a_crash_and_can_be_had_sooner() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.script_next("acc_1", Script::sms());
    world.sam.says("/ready @bella");
    let question = world.reads(&world.bella, "Is now a good time?").await;
    world.reads(&world.sam, "asking whether now is a good time: Bella").await;
    world.presses(&world.bella, &question, "In an hour", "Done.").await;
    let later = world.reads(&world.bella, "I will ask again at").await;
    world.reads(&world.sam, "Bella asked for later:").await;
    world.is_stored().await;
    world.kills_the_bridge().await;
    world.starts().await;
    world.sam.says("/status @bella");
    world.reads(&world.sam, "Bella asked for later:").await;
    world.presses(&world.bella, &later, "I am ready", "Done.").await;
    world.reads(&world.bella, "The sign-in to @bella is starting").await;
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
async fn quiet_hours_hold_back_the_question_and_the_manager_reads_until_when() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.bella.says(&format!("/quiet {} UTC", hours_around_now()));
    world.reads(&world.bella, "Your quiet hours are").await;
    world.sam.says("/ready @bella");
    world.reads(&world.sam, "Bella has quiet hours from").await;
    world.is_stored().await;
    world.kills_the_bridge().await;
    world.starts().await;
    assert!(!world.has_unread(&world.bella, "Is now a good time?"));
    world.bella.says("/quiet off");
    world.reads(&world.bella, "You have no quiet hours any more").await;
    let question = world.reads(&world.bella, "Is now a good time?").await;
    world.reads(&world.sam, "asking whether now is a good time: Bella").await;
    world.presses(&world.bella, &question, "Not now", "Done.").await;
    world.reads(&world.sam, "not now, says Bella. Nothing was started.").await;
    world
        .finish(expect![[r#"
            ---
            1 × account
            1 × link
            3 × person
            1 × post
        "#]])
        .await;
}

/// From an hour ago until in two hours, as `/quiet` takes it, in UTC.
#[expect(clippy::disallowed_methods, reason = "the program goes by the real time, and so do these hours")]
fn hours_around_now() -> String {
    let minutes = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() / 60;
    let clock = |minutes: u64| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    format!("{}-{}", clock(minutes - 60), clock(minutes + 120))
}

#[tokio::test]
async fn a_nudge_asks_once_more_and_the_next_has_to_wait() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sam.says("/nudge @bella");
    world.reads(&world.bella, "asked again below").await;
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.sam, "I have asked once more about @bella: Bella").await;
    world.sam.says("/nudge @bella");
    world.reads(&world.sam, "less than a minute ago").await;
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
async fn a_check_shows_who_reads_what_the_bot_writes() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.sam.says("/check @bella");
    let question = world.reads(&world.bella, "whether my messages about @bella reach you").await;
    world.reads(&world.sam, "Bella: no answer yet").await;
    world.presses(&world.bella, &question, "I can read this", "Done.").await;
    world.reads(&world.bella, "knows that my messages about @bella reach you").await;
    world.reads(&world.sam, "Bella: can be reached, answered at").await;
    world
        .finish(expect![[r#"
            ---
            1 × account
            1 × check
            1 × link
            3 × person
        "#]])
        .await;
}
