//! The ends that are not good: each is told in words that say what to do.

use expect_test::expect;
use twofa_bridge::sandbox::account_api::{Call, Expiry, Fault, FaultKind, Script};

use super::World;

#[tokio::test]
async fn without_stored_credentials_nothing_is_started() {
    let world = World::new().await;
    world.enrols(&world.bella, "dora").await;
    world.sam.says("/reauth @dora");
    world
        .reads(&world.sam, "no stored credentials (412): re-link the account with remember_credentials")
        .await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_3/reauthenticate 412
        ---
        1 × account
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn an_account_that_the_api_has_forgotten_is_named() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.remove_account("acc_1");
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "the account API does not know this account (404).").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 404
        ---
        1 × account
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_throttled_start_tells_how_long_to_wait() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let kind = FaultKind::Throttled { header: Some(90), member: None, reason: None };
    world.api.inject(Fault::on(Call::Reauthenticate, kind));
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "the account API asks us to wait 1 min 30 s (429).").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 429
        ---
        1 × account
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn an_attempt_that_expires_is_over_for_everybody() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    assert!(world.api.age("att_1"));
    world.reads(&world.bella, "This is no longer needed for @bella.").await;
    world.reads(&world.sam, "over: the account API does not know this sign-in (404).").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        ---
        1 × account
        1 × attempt (Unknown)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn an_attempt_that_is_gone_when_the_code_comes_is_over() {
    let world = World::new().await;
    world.api.switch(|switches| switches.expiry = Expiry::Gone);
    world.enrols(&world.bella, "bella").await;
    world.api.inject(Fault::on(Call::Submit, FaultKind::Status(410)));
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "This is no longer needed for @bella.").await;
    world.reads(&world.sam, "over: the account’s session is no longer valid (410).").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 410
        ---
        1 × account
        1 × attempt (Gone)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn wrong_codes_are_used_up() {
    let world = World::with(&[("TWOFA_BRIDGE__LIMITS__WRONG_CODES_MAX", "2")]).await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    world.sends_code(&world.bella, "111111");
    world.reads(&world.bella, "That code for @bella did not work.").await;
    world.reads(&world.bella, "You have one try left.").await;
    world.reads(&world.sam, "waiting for another from Bella (one try left)").await;
    world.sends_code(&world.bella, "222222");
    world.reads(&world.bella, "did not work either, so this sign-in is over.").await;
    world.reads(&world.sam, "over: the wrong codes are used up.").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (WrongCodes)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_sign_in_that_the_platform_gives_up_has_failed() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.api.script_next("acc_1", Script::fails());
    world.sam.says("/reauth @bella");
    world.reads(&world.sam, "failed: the platform gave up this sign-in.").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        ---
        1 × account
        1 × attempt (Failed)
        1 × link
        3 × person
    "#]])
        .await;
}
