//! What a bot receives: polls, offsets, and updates that `teloxide` can read.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use teloxide::prelude::Requester;
use teloxide::types::{ChatId, Me, Message, Update, UpdateKind};
use teloxide::types::{ChatMemberKind, MaybeInaccessibleMessage, MediaKind, MessageKind, MessageOrigin};
use teloxide::{ApiError, Bot, RequestError};
use twofa_bridge::sandbox::telegram::Fault;

use super::{PATIENCE, POLL_SECOND, World, ids, read_update};

fn parse(update: &Value) -> UpdateKind {
    let kind = read_update(update);
    assert!(!matches!(kind, UpdateKind::Error(_)), "{update} does not parse");
    kind
}

fn parse_message(update: &Value) -> Message {
    let UpdateKind::Message(message) = parse(update) else { panic!("{update} is no message") };
    message
}

#[tokio::test]
async fn get_me_reads_as_teloxide_wants_it() {
    let world = World::new().await;
    let me: Me = serde_json::from_value(world.call("GetMe", json!({})).await).unwrap();
    assert_eq!(me.username(), world.telegram.bot_username());
    assert!(!me.can_read_all_group_messages);
}

#[tokio::test]
async fn the_client_of_teloxide_can_talk_to_it() {
    let world = World::new().await;
    let bot = Bot::new(world.telegram.token()).set_api_url(world.telegram.api_url().parse().unwrap());
    assert_eq!(bot.get_me().await.unwrap().username(), "TwofaBridgeBot");
    let sent = bot.send_message(ChatId(11), "hello").await.unwrap();
    bot.edit_message_text(ChatId(11), sent.id, "hello again").await.unwrap();
    world.alice.replies(i64::from(sent.id.0), "hi");
    let updates = bot.get_updates().await.unwrap();
    let [Update { kind: UpdateKind::Message(message), .. }] = updates.as_slice() else {
        panic!("{updates:?}")
    };
    assert_eq!(message.reply_to_message().unwrap().text(), Some("hello again"));
    bot.delete_message(ChatId(11), message.id).await.unwrap();
    let refused = bot.send_message(ChatId(99), "hello").await.unwrap_err();
    assert!(matches!(refused, RequestError::Api(ApiError::ChatNotFound)), "{refused}");
    world.telegram.trouble(Fault::TooManyRequests { retry_after: 3 }.once());
    let refused = bot.send_message(ChatId(11), "hello").await.unwrap_err();
    assert!(matches!(refused, RequestError::RetryAfter(wait) if wait.seconds() == 3));
}

#[tokio::test]
async fn a_wrong_token_is_unauthorized_and_a_strange_one_not_found() {
    let world = World::new().await;
    let ask = async |path: &str| {
        let url = format!("{}{path}", world.telegram.api_url());
        let answer: Value = world.client.get(url).send().await.unwrap().json().await.unwrap();
        (answer["error_code"].as_u64().unwrap(), answer["description"].as_str().unwrap().to_owned())
    };
    assert_eq!(ask("/bot1:wrong/getMe").await, (401, "Unauthorized".into()));
    assert_eq!(ask("/botnonsense/getMe").await, (404, "Not Found".into()));
    assert_eq!(ask("/").await, (404, "Not Found".into()));
    let unknown = world.refusal("makeCoffee", json!({})).await;
    assert_eq!(unknown, (404, "Not Found: method not found".into()));
}

#[tokio::test]
async fn parameters_may_come_in_the_query_or_in_a_form() {
    let world = World::new().await;
    let url = world.url("SENDMESSAGE");
    let in_query = world.client.get(format!("{url}?chat_id=11&text=one%20%2B%201")).send().await.unwrap();
    assert_eq!(in_query.status(), 200);
    let form = "chat_id=11&text=123456&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22Go%22%2C\
                %22url%22%3A%22https%3A%2F%2Fexample.com%22%7D%5D%5D%7D";
    let request = world.client.post(url).body(form);
    let in_form = request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap();
    assert_eq!(in_form.status(), 200);
    let texts: Vec<String> = world.alice.sees().into_iter().map(|bubble| bubble.text).collect();
    assert_eq!(texts, ["/start", "one + 1", "123456"]);
    assert_eq!(world.alice.latest().unwrap().labels(), ["Go"]);
}

#[tokio::test]
async fn an_update_comes_again_until_a_higher_offset_confirms_it() {
    let world = World::new().await;
    world.alice.says("one");
    world.alice.says("two");
    let waiting = ids(&world.updates().await);
    assert_eq!(waiting.len(), 2);
    assert_eq!(ids(&world.updates().await), waiting);
    let rest = world.call("getUpdates", json!({ "offset": waiting[1] })).await;
    assert_eq!(rest[0]["message"]["text"], "two");
    assert_eq!(world.telegram.unconfirmed(), [u32::try_from(waiting[1]).unwrap()]);
    world.confirm_all().await;
    assert_eq!(world.telegram.unconfirmed(), [0_u32; 0]);
}

#[tokio::test]
async fn a_negative_offset_counts_from_the_end_and_forgets_the_rest() {
    let world = World::new().await;
    for text in ["one", "two", "three"] {
        world.alice.says(text);
    }
    let updates = world.call("getUpdates", json!({ "offset": -1 })).await;
    assert_eq!(updates.as_array().unwrap().len(), 1);
    assert_eq!(updates[0]["message"]["text"], "three");
    assert_eq!(world.telegram.unconfirmed().len(), 1);
}

#[tokio::test]
async fn the_limit_is_kept() {
    let world = World::new().await;
    for text in ["one", "two", "three"] {
        world.alice.says(text);
    }
    let updates = world.call("getUpdates", json!({ "offset": 0, "limit": 2 })).await;
    assert_eq!(updates.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_long_poll_ends_when_something_comes() {
    let world = World::new().await;
    world.telegram.set_poll_second(Duration::from_secs(1));
    let poll = world.call("getUpdates", json!({ "offset": 0, "timeout": 50 }));
    let speak = async {
        let is_polling = |seen: &super::Telegram| seen.requests().last().unwrap().status.is_none();
        world.telegram.wait_for(is_polling, PATIENCE).await.unwrap();
        world.alice.says("hello");
    };
    let (updates, ()) = tokio::join!(poll, speak);
    assert_eq!(updates[0]["message"]["text"], "hello");
}

#[tokio::test]
async fn a_long_poll_ends_empty_after_its_time() {
    let world = World::new().await;
    let began = Instant::now();
    let updates = world.call("getUpdates", json!({ "offset": 7, "timeout": 2 })).await;
    assert_eq!(updates, json!([]));
    assert!(began.elapsed() >= POLL_SECOND * 2);
}

#[tokio::test]
async fn the_same_offset_at_once_gets_one_update() {
    let world = World::new().await;
    world.telegram.set_poll_second(Duration::from_secs(1));
    world.alice.says("one");
    world.alice.says("two");
    let first = world.call("getUpdates", json!({ "offset": 0 })).await;
    let second = world.call("getUpdates", json!({ "offset": 0 })).await;
    assert_eq!((first.as_array().unwrap().len(), second.as_array().unwrap().len()), (2, 1));
}

#[tokio::test]
async fn the_same_offset_in_a_hurry_waits_three_seconds() {
    let world = World::new().await;
    let second = Duration::from_millis(100);
    world.telegram.set_poll_second(second);
    world.call("getUpdates", json!({ "offset": 0 })).await;
    let began = Instant::now();
    world.call("getUpdates", json!({ "offset": 0, "timeout": 1 })).await;
    assert!(began.elapsed() >= second * 3);
    let began = Instant::now();
    world.telegram.set_poll_second(Duration::from_secs(1));
    world.call("getUpdates", json!({ "offset": 1 })).await;
    assert!(began.elapsed() < Duration::from_secs(1), "another offset need not wait");
}

#[tokio::test]
async fn a_newer_poll_ends_the_older_one() {
    let world = World::new().await;
    world.telegram.set_poll_second(Duration::from_secs(1));
    let older = world.refusal("getUpdates", json!({ "offset": 0, "timeout": 50 }));
    let newer = async {
        let is_polling = |seen: &super::Telegram| seen.requests().last().unwrap().status.is_none();
        world.telegram.wait_for(is_polling, PATIENCE).await.unwrap();
        world.call("getUpdates", json!({ "offset": 1 })).await;
    };
    let ((code, description), ()) = tokio::join!(older, newer);
    assert_eq!(code, 409);
    assert_eq!(
        description,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
}

#[tokio::test]
async fn a_webhook_ends_polls_until_it_is_deleted() {
    let world = World::new().await;
    assert_eq!(world.refusal("setWebhook", json!({ "url": "http://plain" })).await.0, 400);
    world.call("setWebhook", json!({ "url": "https://example.com/hook" })).await;
    let (code, description) = world.refusal("getUpdates", json!({})).await;
    assert_eq!(code, 409);
    assert!(description.starts_with("Conflict: can't use getUpdates method while webhook is active"));
    world.alice.says("kept");
    world.call("deleteWebhook", json!({})).await;
    assert_eq!(world.updates().await.len(), 1);
    world.call("deleteWebhook", json!({ "drop_pending_updates": true })).await;
    assert_eq!(world.updates().await.len(), 0);
}

#[tokio::test]
async fn updates_are_dropped_after_a_day_and_presses_after_150_seconds() {
    let world = World::new().await;
    let question = world.ask_with_button(11, "Later", "later").await;
    world.alice.says("hello");
    world.alice.press(question, "Later").unwrap();
    assert_eq!(world.updates().await.len(), 2);
    world.telegram.make_updates_older(Duration::from_secs(151));
    assert_eq!(world.updates().await.len(), 1);
    world.telegram.make_updates_older(Duration::from_hours(24));
    assert_eq!(world.updates().await.len(), 0);
    assert_eq!(world.telegram.unconfirmed(), [0_u32; 0]);
}

#[tokio::test]
async fn only_kinds_that_were_asked_for_come_and_the_wish_is_remembered() {
    let world = World::new().await;
    world.call("getUpdates", json!({ "offset": 1, "allowed_updates": ["callback_query"] })).await;
    world.call("getUpdates", json!({ "offset": 2 })).await;
    world.alice.says("unheard");
    assert_eq!(world.telegram.unconfirmed(), [0_u32; 0]);
    world.call("getUpdates", json!({ "offset": 3, "allowed_updates": [] })).await;
    world.alice.says("heard");
    assert_eq!(world.telegram.unconfirmed().len(), 1);
}

#[tokio::test]
async fn update_ids_may_begin_anew_and_an_offset_beyond_them_confirms_nothing() {
    let world = World::new().await;
    world.alice.says("before");
    let before = world.telegram.unconfirmed()[0];
    world.telegram.restart_update_ids(77);
    world.alice.says("after");
    let updates = world.call("getUpdates", json!({ "offset": before + 1 })).await;
    assert_eq!(ids(updates.as_array().unwrap()), [77]);
    assert_eq!(world.telegram.unconfirmed(), [77]);
}

#[tokio::test]
async fn a_confirmed_update_can_be_delivered_twice() {
    let world = World::new().await;
    world.alice.says("twice");
    let id = world.telegram.unconfirmed()[0];
    world.confirm_all().await;
    assert!(world.telegram.repeat_update(id));
    assert!(!world.telegram.repeat_update(id + 1));
    assert_eq!(
        ids(world.call("getUpdates", json!({ "offset": id + 1 })).await.as_array().unwrap()),
        [u64::from(id)]
    );
}

#[tokio::test]
async fn junk_comes_between_other_updates_and_can_be_confirmed() {
    let world = World::new().await;
    world.telegram.queue_raw_update(json!({ "telepathy": { "thought": "?" } }));
    world.telegram.queue_raw_update(json!({ "message": { "no": "message" } }));
    world.alice.says("sense");
    let updates = world.updates().await;
    assert_eq!(updates.len(), 3);
    let is_junk = |update: &Value| matches!(read_update(update), UpdateKind::Error(_));
    assert!(is_junk(&updates[0]) && is_junk(&updates[1]) && !is_junk(&updates[2]));
    world.confirm_all().await;
    assert_eq!(world.telegram.unconfirmed(), [0_u32; 0]);
}

#[tokio::test]
async fn a_private_message_carries_its_sender_and_a_reply_its_question() {
    let world = World::new().await;
    let question = world.send(11, "Which?").await;
    world.alice.replies(question, "This one");
    let message = parse_message(&world.updates().await[0]);
    let from = message.from.as_ref().unwrap();
    assert_eq!((from.id.0, from.language_code.as_deref()), (11, Some("en")));
    assert!(message.chat.is_private());
    assert_eq!(message.text(), Some("This one"));
    assert_eq!(message.reply_to_message().unwrap().text(), Some("Which?"));
    assert_eq!(message.date.timestamp(), world.telegram.chat(11)[2].date);
}

#[tokio::test]
async fn dates_follow_the_clock_of_telegram() {
    let world = World::new().await;
    let before = world.telegram.clock();
    world.telegram.set_clock_offset(-3600);
    world.alice.says("an hour ago");
    assert!((world.alice.latest().unwrap().date - before + 3600).abs() <= 1);
    world.telegram.skip_time(Duration::from_hours(2));
    assert!((world.telegram.clock() - before - 3600).abs() <= 1);
}

#[tokio::test]
async fn media_and_forwards_read_as_what_they_are() {
    let world = World::new().await;
    world.alice.sends_photo();
    world.alice.sends_sticker();
    world.alice.sends_voice();
    world.alice.forwards_from_telegram("Login code: 12345");
    let updates = world.updates().await;
    let kinds: Vec<MediaKind> = updates
        .iter()
        .map(|update| {
            let MessageKind::Common(common) = parse_message(update).kind else { panic!("{update}") };
            common.media_kind
        })
        .collect();
    assert!(matches!(kinds[0], MediaKind::Photo(_)));
    assert!(matches!(kinds[1], MediaKind::Sticker(_)));
    assert!(matches!(kinds[2], MediaKind::Voice(_)));
    let forwarded = parse_message(&updates[3]);
    let Some(MessageOrigin::User { sender_user, .. }) = forwarded.forward_origin() else { panic!() };
    assert_eq!(sender_user.id.0, 777_000);
}

#[tokio::test]
async fn an_edited_message_comes_as_such() {
    let world = World::new().await;
    let said = world.alice.says("12345");
    world.confirm_all().await;
    assert!(world.alice.edits(said, "123456"));
    let UpdateKind::EditedMessage(message) = parse(&world.updates().await[0]) else { panic!() };
    assert_eq!(message.text(), Some("123456"));
    assert!(message.edit_date().is_some());
    assert!(world.alice.latest().unwrap().edited);
    let of_the_bot = world.send(11, "mine").await;
    assert!(!world.alice.edits(of_the_bot, "theirs"));
}

#[tokio::test]
async fn a_press_brings_its_message_and_a_forged_one_what_it_forged() {
    let world = World::new().await;
    let question = world.ask_with_button(11, "Later", "later-key").await;
    world.alice.press(question, "Later").unwrap();
    world.alice.press_raw(question, "forged");
    world.call("deleteMessage", json!({ "chat_id": 11, "message_id": question })).await;
    world.alice.press_raw(question, "stale");
    let queries: Vec<_> = world
        .updates()
        .await
        .iter()
        .map(|update| {
            let UpdateKind::CallbackQuery(query) = parse(update) else { panic!("{update}") };
            query
        })
        .collect();
    assert_eq!(queries[0].data.as_deref(), Some("later-key"));
    assert_eq!(queries[0].regular_message().unwrap().text(), Some("Well?"));
    assert_eq!(queries[1].data.as_deref(), Some("forged"));
    assert!(matches!(queries[2].message, Some(MaybeInaccessibleMessage::Inaccessible(_))));
}

#[tokio::test]
async fn blocking_and_unblocking_come_as_changes_of_membership() {
    let world = World::new().await;
    world.alice.block();
    world.alice.block();
    world.alice.unblock();
    let updates = world.updates().await;
    assert_eq!(updates.len(), 2);
    let states: Vec<_> = updates
        .iter()
        .map(|update| {
            let UpdateKind::MyChatMember(change) = parse(update) else { panic!("{update}") };
            assert!(change.chat.is_private());
            change.new_chat_member.kind
        })
        .collect();
    assert!(matches!(states[0], ChatMemberKind::Banned(_)));
    assert!(matches!(states[1], ChatMemberKind::Member(_)));
}
