//! Sessions that the account API has ended, found by the real program.

use std::time::Duration;

use expect_test::expect;
use tokio::time::sleep;
use twofa_bridge::sandbox::account_api::{AccountApi, Call, Script};

use super::World;

/// How often an account was looked at.
fn looks(api: &AccountApi, account: &str) -> usize {
    let path = format!("/v1/accounts/{account}");
    api.requests().iter().filter(|it| it.call == Call::Account && it.path == path).count()
}

#[tokio::test]
async fn a_session_that_has_ended_is_told_once_and_reconnected_by_a_button() {
    let world = World::with(&[("TWOFA_BRIDGE__PACE__SESSION_CHECK", "15m")]).await;
    // The first look comes a second after a start and finds nobody linked; the next would come a minute later.
    sleep(Duration::from_millis(1_500)).await;
    world.api.end_session("acc_1");
    world.sam.says("/unmute");
    world.reads(&world.sam, "You are not muted").await;
    world.enrols(&world.bella, "bella").await;
    world.stops_the_bridge().await;
    world.starts().await;
    let told = world.reads(&world.sam, "The session of @bella has ended").await;
    world.reads(&world.rio, "The session of @bella has ended").await;
    assert!(!told.silent);
    assert_eq!(looks(&world.api, "acc_1"), 1);
    assert_eq!(looks(&world.api, "acc_2"), 0, "nobody is linked to it");

    world.enrols(&world.carla, "carla").await;
    world.is_at_rest().await;
    world.kills_the_bridge().await;
    world.starts().await;
    world.api_comes_to("the other account was looked at", |api| looks(api, "acc_2") == 1).await;
    assert_eq!(looks(&world.api, "acc_1"), 1, "a start does not look again too soon");

    world.api.script_next("acc_1", Script::sms());
    world.presses(&world.sam, &told, "Reconnect", "Done.").await;
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.sam, "waiting for the code").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "@bella is connected").await;
    world.reads(&world.sam, "connected in").await;
    world.reads(&world.sam, "@bella is connected again").await;
    world.reads(&world.rio, "@bella is connected again").await;
    world.measures("twofa_bridge_account_api_answers_total{call=\"look_at_account\",outcome=\"ok\"} 1").await;
    world
        .finish(expect![[r#"
        GET /v1/accounts/acc_1 410
        GET /v1/accounts/acc_2 200
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        2 × account
        1 × attempt (Connected)
        2 × link
        4 × person
    "#]])
        .await;
}
