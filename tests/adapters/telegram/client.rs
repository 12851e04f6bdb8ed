//! One call, and what its failures mean.

use std::time::Duration;

use secrecy::SecretString;
use teloxide::payloads::SendMessage;
use teloxide::types::{BotCommand, BotCommandScope, ChatId as RawChatId};
use tokio::net::TcpListener;
use twofa_bridge::model::ChatId;
use twofa_bridge::sandbox::telegram::Fault;
use twofa_bridge::telegram::{Client, Error, Rejection};

use super::{World, message_id};

fn hello(chat: i64) -> SendMessage {
    SendMessage::new(RawChatId(chat), "hello")
}

#[tokio::test]
async fn the_bot_knows_its_name_and_sets_its_commands() {
    let world = World::new().await;
    let client = world.client();
    assert_eq!(client.get_me().await.unwrap().username(), world.telegram.bot_username());
    let commands = vec![BotCommand::new("status", "What is open")];
    client.set_my_commands(BotCommandScope::AllPrivateChats, Some("de"), commands).await.unwrap();
    let shown = world.telegram.commands("all_private_chats", "de");
    assert_eq!(shown, Some(vec![("status".to_owned(), "What is open".to_owned())]));
}

#[tokio::test]
async fn a_sent_message_has_a_number_and_the_date_of_telegrams_clock() {
    let world = World::new().await;
    world.telegram.set_clock_offset(-3_600);
    let placed = world.client().send_message(&hello(11)).await.unwrap();
    let bubble = world.alice.latest().unwrap();
    assert_eq!((placed.message, placed.date.0), (message_id(bubble.message_id), bubble.date));
}

#[tokio::test]
async fn each_failure_says_what_the_caller_can_do() {
    let world = World::new().await;
    let client = world.client();
    let refused = |status, description: &str| Fault::Refused { status, description: description.to_owned() };
    for (fault, error) in [
        (Fault::ServerError, Error::Failing),
        (Fault::BadGateway, Error::Failing),
        (Fault::Garbled, Error::Unknown),
        (Fault::CutBefore, Error::Unknown),
        (Fault::CutAfter, Error::Unknown),
        (Fault::TooManyRequests { retry_after: 7 }, Error::Throttled { retry_after: Duration::from_secs(7) }),
        (refused(401, "Unauthorized"), Error::TokenRefused),
        (refused(404, "Not Found"), Error::TokenRefused),
        (refused(409, "Conflict: terminated by other getUpdates request"), Error::Conflict),
        (refused(403, "Forbidden: some reason of the future"), Error::ChatGone),
        (refused(400, "Bad Request: some reason of the future"), Error::Rejected(Rejection::Other)),
    ] {
        world.telegram.trouble(fault.clone().once());
        assert_eq!(client.send_message(&hello(11)).await, Err(error), "{fault:?}");
    }
}

#[tokio::test]
async fn nobody_is_there() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::new(url.parse().unwrap(), SecretString::from("1:a"));
    assert_eq!(client.send_message(&hello(11)).await, Err(Error::Unreachable));
}

#[tokio::test]
async fn a_wrong_token_is_refused() {
    let world = World::new().await;
    let client = world.client_with_token("1:wrong");
    assert_eq!(client.get_me().await.map(drop), Err(Error::TokenRefused));
}

#[tokio::test]
async fn a_chat_that_takes_no_messages_is_gone() {
    let world = World::new().await;
    let client = world.client();
    world.telegram.person(12, "Silent", None);
    let [blocks, left] = [13, 14].map(|id| world.person(id));
    blocks.block();
    left.set_deactivated(true);
    for chat in [12, 13, 14, 999] {
        assert_eq!(client.send_message(&hello(chat)).await, Err(Error::ChatGone), "{chat}");
    }
}

#[tokio::test]
async fn deleting_what_is_already_deleted_is_a_success() {
    let world = World::new().await;
    let client = world.client();
    let code = message_id(world.alice.says("123456"));
    client.delete_message(ChatId(11), code).await.unwrap();
    client.delete_message(ChatId(11), code).await.unwrap();
    world.telegram.make_messages_older(Duration::from_hours(49));
    let old = message_id(world.alice.sees()[0].message_id);
    let fixed = Err(Error::Rejected(Rejection::MessageFixed));
    assert_eq!(client.delete_message(ChatId(11), old).await, fixed);
}
