//! What goes wrong to order: with and without effect, for some requests or all.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use twofa_bridge::sandbox::telegram::{Fault, Telegram};

use super::{PATIENCE, World};

fn hello() -> Value {
    json!({ "chat_id": 11, "text": "hello" })
}

#[tokio::test]
async fn a_fault_meets_as_many_requests_of_its_kind_as_it_should() {
    let world = World::new().await;
    world.telegram.trouble(Fault::TooManyRequests { retry_after: 7 }.times(2).on("sendMessage"));
    world.call("getMe", json!({})).await;
    for _ in 0..2 {
        let answer = world.answer("SendMessage", hello()).await;
        assert_eq!((&answer["error_code"], &answer["parameters"]["retry_after"]), (&json!(429), &json!(7)));
    }
    world.call("sendMessage", hello()).await;
}

#[tokio::test]
async fn a_fault_may_be_for_one_chat_until_it_is_cleared() {
    let world = World::new().await;
    world.telegram.person(12, "Bella", None).start_bot(None);
    world.telegram.trouble(Fault::ServerError.until_cleared().in_chat(11));
    for _ in 0..3 {
        assert_eq!(world.refusal("sendMessage", hello()).await, (500, "Internal Server Error".into()));
    }
    world.send(12, "hello").await;
    world.telegram.clear_troubles();
    world.call("sendMessage", hello()).await;
}

#[tokio::test]
async fn any_refusal_can_be_made_up() {
    let world = World::new().await;
    for (status, description) in [(401, "Unauthorized"), (404, "Not Found"), (409, "Conflict: someone else")]
    {
        world.telegram.trouble(Fault::Refused { status, description: description.into() }.once());
        let refused = (u64::from(status), description.to_owned());
        assert_eq!(world.refusal("getMe", json!({})).await, refused);
    }
}

#[tokio::test]
async fn a_proxy_answers_with_html_and_a_garbled_answer_has_its_effect() {
    let world = World::new().await;
    world.telegram.trouble(Fault::BadGateway.once());
    world.telegram.trouble(Fault::Garbled.once());
    let (status, page) = world.ask("sendMessage", hello()).await.unwrap();
    assert!(status == 502 && page.starts_with("<html>"));
    assert_eq!(world.alice.latest().unwrap().text, "/start");
    let (status, half) = world.ask("sendMessage", hello()).await.unwrap();
    assert_eq!(status, 200);
    assert!(serde_json::from_str::<Value>(&half).is_err());
    assert_eq!(world.alice.latest().unwrap().text, "hello");
}

#[tokio::test]
async fn a_connection_breaks_before_or_after_the_effect() {
    let world = World::new().await;
    world.telegram.trouble(Fault::CutBefore.once());
    assert_eq!(world.ask("sendMessage", hello()).await, None);
    assert_eq!(world.alice.latest().unwrap().text, "/start");
    world.telegram.trouble(Fault::CutAfter.once());
    assert_eq!(world.ask("sendMessage", hello()).await, None);
    assert_eq!(world.alice.latest().unwrap().text, "hello");
    assert!(world.telegram.requests().iter().rev().take(2).all(|request| request.status.is_none()));
    world.call("sendMessage", hello()).await;
}

#[tokio::test]
async fn a_hanging_request_has_no_effect_and_delays_no_other() {
    let world = World::new().await;
    world.telegram.trouble(Fault::Hang.once());
    let other = async {
        let has_come = |telegram: &Telegram| telegram.requests().last().unwrap().method == "sendMessage";
        world.telegram.wait_for(has_come, PATIENCE).await.unwrap();
        world.call("getMe", json!({})).await;
    };
    tokio::select! {
        _ = world.ask("sendMessage", hello()) => panic!("a request that hangs has no answer"),
        () = other => {}
    }
    assert_eq!(world.alice.latest().unwrap().text, "/start");
}

#[tokio::test]
async fn a_slow_request_is_answered_in_the_end() {
    let world = World::new().await;
    world.telegram.trouble(Fault::Slow(Duration::from_millis(40)).once());
    let began = Instant::now();
    world.call("sendMessage", hello()).await;
    assert!(began.elapsed() >= Duration::from_millis(40));
}

#[tokio::test]
async fn a_server_that_is_down_breaks_polls_under_way_and_comes_up_with_its_memory() {
    let world = World::new().await;
    world.telegram.set_poll_second(Duration::from_secs(1));
    let poll = world.ask("getUpdates", json!({ "offset": 0, "timeout": 50 }));
    let fall = async {
        let is_polling = |telegram: &Telegram| telegram.requests().last().unwrap().status.is_none();
        world.telegram.wait_for(is_polling, PATIENCE).await.unwrap();
        world.telegram.go_down();
    };
    let (poll, ()) = tokio::join!(poll, fall);
    assert_eq!(poll, None);
    world.alice.says("are you there?");
    assert_eq!(world.ask("getMe", json!({})).await, None);
    world.telegram.come_up();
    assert_eq!(world.updates().await[0]["message"]["text"], "are you there?");
}

#[tokio::test]
async fn a_stopped_server_is_gone_and_what_was_seen_stays() {
    let world = World::new().await;
    world.send(11, "bye").await;
    world.telegram.stop().await;
    assert_eq!(world.ask("getMe", json!({})).await, None);
    assert_eq!(world.alice.latest().unwrap().text, "bye");
}

#[tokio::test]
async fn requests_are_seen_with_their_parameters_and_answers() {
    let world = World::new().await;
    world.call("sendMessage", hello()).await;
    world.answer("sendMessage", json!({ "chat_id": 99, "text": "?" })).await;
    let requests = world.telegram.requests();
    let [.., sent, refused] = requests.as_slice() else { panic!() };
    assert_eq!((sent.method.as_str(), sent.chat, sent.status), ("sendMessage", Some(11), Some(200)));
    assert_eq!(sent.parameters["text"], "hello");
    assert_eq!((refused.chat, refused.status), (Some(99), Some(400)));
    assert!(sent.at <= refused.at);
}

#[tokio::test]
async fn who_waits_in_vain_is_told_what_happened_instead() {
    let world = World::new().await;
    let stuck = world.telegram.wait_for(|_| false, Duration::from_millis(10)).await.unwrap_err();
    assert!(stuck.to_string().contains("/start"));
}
