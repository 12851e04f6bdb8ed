//! Every kind of challenge, from `/reauth` to connected.

use expect_test::expect;
use twofa_bridge::sandbox::account_api::{Script, Step};

use super::World;

#[tokio::test]
async fn a_code_from_an_sms_connects_the_account() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let code = world.code("acc_1");
    let (start, end) = code.split_at(3);
    world.bella.says(&format!("it says {start} {end}"));
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
async fn a_wrong_authenticator_code_may_be_corrected() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::app(), "your authenticator app shows now").await;
    world.sends_code(&world.bella, "123456");
    world.reads(&world.bella, "That code for @bella did not work.").await;
    world.reads(&world.bella, "You have 2 tries left.").await;
    world.reads(&world.sam, "that code did not work, waiting for another from Bella (2 tries left)").await;
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
async fn an_email_is_sent_for_and_sent_again_when_asked_for() {
    let world = World::with(&[("TWOFA_BRIDGE__LIMITS__EMAIL_COOLDOWN", "1s")]).await;
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::email(), "the code from the email to c•••••@example.com").await;
    assert_eq!(world.attempt("acc_1").emails_sent, 1);
    let first = world.code("acc_1");
    // A second has to pass before the email may be sent again, and until then the button says so.
    loop {
        world.bella.press(question.message_id, "Send the email again").unwrap();
        if world.pops_up(&world.bella, "The email").await.contains("on its way") {
            break;
        }
    }
    world.api_comes_to("a second email", |api| api.attempts()[0].emails_sent == 2).await;
    assert_ne!(world.code("acc_1"), first, "the second email has another code");
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/connect/login/att_1/send-email-to-creator 200
        POST /v1/connect/login/att_1/send-email-to-creator 200
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
async fn a_face_check_that_is_not_finished_stays_open() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::face(), "A face check is needed").await;
    let link = world.bella.opens(question.message_id, "Open face check").unwrap();
    assert_eq!(link, "https://verify.sandbox.example/face/att_1");
    world.presses(&world.bella, &question, "I have done it", "Telling the platform…").await;
    world.reads(&world.bella, "The face check is not finished yet, says the platform.").await;
    assert!(world.api.finish_face_check("att_1"));
    world.presses(&world.bella, &question, "I have done it", "Telling the platform…").await;
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
async fn a_confirmation_on_the_phone_is_seen_without_a_word_from_its_owner() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let question = world.asks_bella(Script::phone(), "confirm the sign-in").await;
    let link = world.bella.opens(question.message_id, "Open the confirmation").unwrap();
    assert_eq!(link, "https://verify.sandbox.example/phone/att_1");
    assert!(world.api.confirm_on_phone("att_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        ---
        1 × account
        1 × attempt (Connected)
        1 × link
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn one_challenge_may_follow_another() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::chain([Step::Email, Step::App]), "the code from the email").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "That worked. @bella needs one more thing.").await;
    world.reads(&world.bella, "your authenticator app shows now").await;
    world.reads(&world.sam, "waiting for the code from the authenticator app from Bella").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        POST /v1/connect/login/att_1/send-email-to-creator 200
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
async fn with_two_questions_open_a_code_is_asked_back_and_a_reply_is_not() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.bella, "carla").await;
    world.api.script_next("acc_1", Script::sms());
    world.api.script_next("acc_2", Script::app());
    world.sam.says("/reauth @bella");
    world.sam.says("/reauth @carla");
    world.reads(&world.bella, "signing in to @bella").await;
    let carla = world.reads(&world.bella, "signing in to @carla").await;
    world.reads(&world.sam, "the code from the SMS from Bella").await;
    world.reads(&world.sam, "the code from the authenticator app from Bella").await;
    let code = world.code("acc_1");
    world.sends_code(&world.bella, &code);
    let which = world.reads(&world.bella, "For which account is that code?").await;
    let label = which.labels().into_iter().find(|label| label.starts_with("@bella ")).unwrap();
    world.presses(&world.bella, &which, label, "Done.").await;
    world.reads(&world.bella, "For @bella.").await;
    world.reads(&world.bella, "@bella is connected").await;
    world.reads(&world.sam, "connected in").await;
    let code = world.code("acc_2");
    world.keeps_secret(&code);
    world.bella.replies(carla.message_id, &code);
    world.reads(&world.bella, "@carla is connected").await;
    world.reads(&world.sam, "connected in").await;
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
        3 × person
    "#]])
        .await;
}

#[tokio::test]
async fn of_two_linked_people_the_first_to_answer_wins_and_the_other_is_told() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.enrols(&world.carla, "bella").await;
    world.reads(&world.bella, "Carla has accepted an invitation").await;
    world.api.script_next("acc_1", Script::sms());
    world.sam.says("/reauth @bella");
    world.reads(&world.bella, "the code from the SMS").await;
    world.reads(&world.carla, "the code from the SMS").await;
    world.reads(&world.sam, "waiting for").await;
    world.sends_code(&world.carla, &world.code("acc_1"));
    world.reads(&world.bella, "Carla has answered for @bella").await;
    world.reads(&world.carla, "@bella is connected").await;
    world.reads(&world.sam, "connected in").await;
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        2 × link
        4 × person
    "#]])
        .await;
}

#[tokio::test]
async fn a_code_in_a_group_is_not_used() {
    let world = World::new().await;
    world.group.set_bot_reads_everything(true);
    world.group.set_bot_may_delete(true);
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::sms(), "the code from the SMS").await;
    let code = world.code("acc_1");
    world.keeps_secret(&code);
    world.bella.says_in(world.group.id(), &code);
    world.reads(&world.group, "only in our private chat").await;
    assert_eq!(world.attempt("acc_1").submissions, []);
    world.sends_code(&world.bella, &code);
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
