//! What a bot sends, edits and deletes, and what Telegram refuses.

use std::time::Duration;

use serde_json::{Value, json};
use teloxide::types::Message;
use twofa_bridge::sandbox::telegram::{ButtonKind, Limits, Sender, TopicState, What};

use super::World;

const FORBIDDEN: u64 = 403;
const BAD_REQUEST: u64 = 400;

#[tokio::test]
async fn a_sent_message_reads_as_teloxide_wants_it_and_shows_on_the_phone() {
    let world = World::new().await;
    let asked = world.alice.says("hello");
    let markup = json!({ "inline_keyboard": [
        [{ "text": "Open face check", "url": "https://example.com/face" }],
        [{ "text": "Not me", "callback_data": "n" }, { "text": "\u{2068}Later\u{2069}", "callback_data": "l" }],
    ]});
    let answer = world
        .call(
            "sendMessage",
            json!({
                "chat_id": 11, "text": "Code for \u{2068}@bella\u{2069}?", "reply_markup": markup,
                "protect_content": true, "disable_notification": true,
                "link_preview_options": { "is_disabled": true },
                "reply_parameters": { "message_id": asked },
            }),
        )
        .await;
    let message: Message = serde_json::from_value(answer).unwrap();
    assert_eq!(message.text(), Some("Code for \u{2068}@bella\u{2069}?"));
    assert!(message.from.as_ref().unwrap().is_bot && message.has_protected_content());
    assert_eq!(message.reply_markup().unwrap().inline_keyboard.len(), 2);
    assert_eq!(message.reply_to_message().unwrap().id.0, i32::try_from(asked).unwrap());

    let bubble = world.alice.latest().unwrap();
    assert_eq!((bubble.from.clone(), bubble.text.as_str()), (Sender::Bot, "Code for @bella?"));
    assert_eq!(bubble.raw_text, "Code for \u{2068}@bella\u{2069}?");
    assert_eq!(bubble.labels(), ["Open face check", "Not me", "Later"]);
    assert_eq!(bubble.buttons[0][0].kind, ButtonKind::Url("https://example.com/face".into()));
    assert_eq!(bubble.button("Later").unwrap().kind, ButtonKind::Callback("l".into()));
    assert!(bubble.protect_content && bubble.silent && bubble.link_preview_disabled && !bubble.edited);
    assert_eq!(bubble.reply_to, Some(asked));
    assert_eq!(bubble.message_id, i64::from(message.id.0));
}

#[tokio::test]
async fn nobody_is_written_to_who_does_not_want_it() {
    let world = World::new().await;
    let send = async |chat: i64| world.refusal("sendMessage", json!({ "chat_id": chat, "text": "hi" })).await;
    let bella = world.telegram.person(12, "Bella", None);
    let stranger = (FORBIDDEN, "Forbidden: bot can't initiate conversation with a user".into());
    assert_eq!(send(12).await, stranger);
    bella.start_bot(Some("word"));
    world.send(12, "hi").await;
    bella.block();
    assert_eq!(send(12).await, (FORBIDDEN, "Forbidden: bot was blocked by the user".into()));
    bella.unblock();
    bella.set_deactivated(true);
    assert_eq!(send(12).await, (FORBIDDEN, "Forbidden: user is deactivated".into()));
    assert_eq!(send(99).await, (BAD_REQUEST, "Bad Request: chat not found".into()));
}

#[tokio::test]
async fn a_group_that_expelled_the_bot_or_moved_away_says_so() {
    let world = World::new().await;
    let group = world.telegram.group(-5, "Team", &[11]);
    let send = json!({ "chat_id": -5, "text": "hi" });
    world.send(-5, "hi").await;
    group.kicks_bot();
    let expelled = (FORBIDDEN, "Forbidden: bot was kicked from the group chat".into());
    assert_eq!(world.refusal("sendMessage", send.clone()).await, expelled);
    group.lets_bot_in();
    let successor = group.migrates_to(-1_000_000_000_005);
    let answer = world.answer("sendMessage", send).await;
    assert_eq!(answer["error_code"], BAD_REQUEST);
    assert_eq!(answer["parameters"]["migrate_to_chat_id"], successor.id());
    world.send(successor.id(), "here we are").await;
    assert_eq!(successor.sees().last().unwrap().text, "here we are");
}

#[tokio::test]
async fn a_text_has_1_to_4096_characters() {
    let world = World::new().await;
    let send = async |text: &str| world.answer("sendMessage", json!({ "chat_id": 11, "text": text })).await;
    assert_eq!(send("").await["description"], "Bad Request: message text is empty");
    assert_eq!(send(" \n ").await["description"], "Bad Request: message text is empty");
    assert_eq!(send(&"ю".repeat(4096)).await["ok"], true);
    assert_eq!(send(&"ю".repeat(4097)).await["description"], "Bad Request: message is too long");
}

#[tokio::test]
async fn a_button_does_exactly_one_thing_that_telegram_takes() {
    let world = World::new().await;
    let with = async |button: Value| {
        let markup = json!({ "inline_keyboard": [[button]] });
        let body = json!({ "chat_id": 11, "text": "?", "reply_markup": markup });
        world.answer("sendMessage", body).await["description"].as_str().unwrap_or("sent").to_owned()
    };
    assert_eq!(with(json!({ "text": "a", "callback_data": "d".repeat(64) })).await, "sent");
    assert_eq!(with(json!({ "text": "a", "url": "tg://user?id=1" })).await, "sent");
    assert_eq!(with(json!({ "text": "a", "copy_text": { "text": "word" } })).await, "sent");
    let invalid = "Bad Request: BUTTON_DATA_INVALID";
    assert_eq!(with(json!({ "text": "a", "callback_data": "d".repeat(65) })).await, invalid);
    assert_eq!(with(json!({ "text": "a", "callback_data": "é".repeat(33) })).await, invalid);
    assert_eq!(with(json!({ "text": "a", "callback_data": "" })).await, invalid);
    assert_eq!(with(json!({ "text": "a", "callback_data": "d", "url": "https://x.org" })).await, invalid);
    assert_eq!(with(json!({ "text": "a", "url": "ftp://x.org" })).await, "Bad Request: BUTTON_URL_INVALID");
    assert!(with(json!({ "text": "a" })).await.contains("Text buttons are unallowed"));
    assert!(with(json!({ "text": "", "callback_data": "d" })).await.starts_with("Bad Request: "));
}

#[tokio::test]
async fn a_reply_needs_its_message_unless_it_may_go_without() {
    let world = World::new().await;
    let reply = |without: bool| {
        let parameters = json!({ "message_id": 999, "allow_sending_without_reply": without });
        json!({ "chat_id": 11, "text": "hi", "reply_parameters": parameters })
    };
    let refused = (BAD_REQUEST, "Bad Request: message to be replied not found".into());
    assert_eq!(world.refusal("sendMessage", reply(false)).await, refused);
    world.call("sendMessage", reply(true)).await;
    assert_eq!(world.alice.latest().unwrap().reply_to, None);
}

#[tokio::test]
async fn a_closed_or_deleted_topic_takes_nothing() {
    let world = World::new().await;
    let forum = world.telegram.group(-1_000_000_000_007, "Forum", &[11]);
    let send = json!({ "chat_id": forum.id(), "text": "hi", "message_thread_id": 3 });
    forum.set_topic(3, TopicState::Open);
    let message: Message = serde_json::from_value(world.call("sendMessage", send.clone()).await).unwrap();
    assert!(message.is_topic_message && message.chat.is_supergroup());
    forum.set_topic(3, TopicState::Closed);
    let closed = world.refusal("sendMessage", send.clone()).await;
    assert_eq!(closed, (BAD_REQUEST, "Bad Request: TOPIC_CLOSED".into()));
    forum.set_topic(3, TopicState::Deleted);
    let deleted = world.refusal("sendMessage", send).await;
    assert_eq!(deleted, (BAD_REQUEST, "Bad Request: message thread not found".into()));
}

#[tokio::test]
async fn an_edit_changes_text_and_keyboard_and_must_change_something() {
    let world = World::new().await;
    let id = world.ask_with_button(11, "Later", "l").await;
    let edit = json!({ "chat_id": 11, "message_id": id, "text": "Checking…" });
    let message: Message = serde_json::from_value(world.call("editMessageText", edit.clone()).await).unwrap();
    assert!(message.edit_date().is_some());
    let bubble = world.alice.latest().unwrap();
    assert!(bubble.edited && bubble.buttons.is_empty(), "an edit without a keyboard takes it away");
    let (code, description) = world.refusal("editMessageText", edit).await;
    assert_eq!(code, BAD_REQUEST);
    assert_eq!(
        description,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the \
         same as a current content and reply markup of the message"
    );
    let markup = json!({ "inline_keyboard": [[{ "text": "Again", "callback_data": "a" }]] });
    let body = json!({ "chat_id": 11, "message_id": id, "reply_markup": markup });
    world.call("editMessageReplyMarkup", body.clone()).await;
    assert_eq!(world.alice.latest().unwrap().labels(), ["Again"]);
    assert_eq!(world.refusal("editMessageReplyMarkup", body).await.0, BAD_REQUEST);
    let shown: Vec<String> = world
        .telegram
        .history()
        .into_iter()
        .filter_map(|happening| {
            let What::Edited(bubble) = happening.what else { return None };
            Some(bubble.text)
        })
        .collect();
    assert_eq!(shown, ["Checking…", "Checking…"]);
}

#[tokio::test]
async fn only_own_messages_that_are_there_can_be_edited() {
    let world = World::new().await;
    let hers = world.alice.says("mine");
    let edit = async |id: i64| {
        world.refusal("editMessageText", json!({ "chat_id": 11, "message_id": id, "text": "x" })).await
    };
    assert_eq!(edit(hers).await, (BAD_REQUEST, "Bad Request: message can't be edited".into()));
    let absent = (BAD_REQUEST, "Bad Request: message to edit not found".into());
    assert_eq!(edit(999).await, absent);
    let gone = world.send(11, "gone").await;
    world.call("deleteMessage", json!({ "chat_id": 11, "message_id": gone })).await;
    assert_eq!(edit(gone).await, absent);
}

#[tokio::test]
async fn a_code_can_be_deleted_from_a_private_chat_for_48_hours() {
    let world = World::new().await;
    let code = world.alice.says("123456");
    let delete = json!({ "chat_id": 11, "message_id": code });
    assert_eq!(world.call("deleteMessage", delete.clone()).await, true);
    assert!(world.alice.sees().iter().all(|bubble| bubble.message_id != code));
    assert!(world.telegram.chat_with_deleted(11).iter().any(|bubble| bubble.deleted));
    let absent = (BAD_REQUEST, "Bad Request: message to delete not found".into());
    assert_eq!(world.refusal("deleteMessage", delete).await, absent);

    let late = world.alice.says("654321");
    world.telegram.make_messages_older(Duration::from_secs(48 * 60 * 60 + 1));
    let (code, description) =
        world.refusal("deleteMessage", json!({ "chat_id": 11, "message_id": late })).await;
    assert_eq!(code, BAD_REQUEST);
    assert!(description.starts_with("Bad Request: message can't be deleted"));
}

#[tokio::test]
async fn in_a_group_the_bot_needs_the_right_to_delete() {
    let world = World::new().await;
    let group = world.telegram.group(-5, "Team", &[11]);
    group.set_bot_reads_everything(true);
    let said = world.alice.says_in(-5, "123456");
    let delete = json!({ "chat_id": -5, "message_id": said });
    let refused = (BAD_REQUEST, "Bad Request: message can't be deleted".into());
    assert_eq!(world.refusal("deleteMessage", delete.clone()).await, refused);
    group.set_bot_may_delete(true);
    world.call("deleteMessage", delete).await;
    assert!(group.sees().is_empty());
}

#[tokio::test]
async fn a_press_is_answered_once_in_time_and_in_200_characters() {
    let world = World::new().await;
    let question = world.ask_with_button(11, "Later", "l").await;
    let press = world.alice.press(question, "Later").unwrap();
    assert_eq!(world.telegram.unanswered_presses(), [(11, press.clone())]);
    let answer = |id: &str, text: &str| json!({ "callback_query_id": id, "text": text });
    assert_eq!(world.refusal("answerCallbackQuery", answer(&press, &"x".repeat(201))).await.0, BAD_REQUEST);
    world.call("answerCallbackQuery", answer(&press, "All right")).await;
    assert_eq!(world.alice.toasts(), ["All right"]);
    assert!(world.telegram.unanswered_presses().is_empty());
    let too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    let refused = (BAD_REQUEST, too_old.to_owned());
    assert_eq!(world.refusal("answerCallbackQuery", answer(&press, "")).await, refused);
    assert_eq!(world.refusal("answerCallbackQuery", answer("nonsense", "")).await, refused);
    let late = world.alice.press(question, "Later").unwrap();
    world.telegram.skip_time(Duration::from_secs(151));
    assert_eq!(world.refusal("answerCallbackQuery", answer(&late, "")).await, refused);
}

#[tokio::test]
async fn the_command_menu_is_kept_per_scope_and_language() {
    let world = World::new().await;
    let commands = json!([{ "command": "help", "description": "What I can do" }]);
    let scope = json!({ "type": "all_private_chats" });
    let body = json!({ "commands": commands, "scope": scope, "language_code": "de" });
    world.call("setMyCommands", body).await;
    let asked = json!({ "scope": scope, "language_code": "de" });
    assert_eq!(world.call("getMyCommands", asked).await, commands);
    assert_eq!(world.call("getMyCommands", json!({})).await, json!([]));
    let menu = world.telegram.commands("all_private_chats", "de").unwrap();
    assert_eq!(menu, [("help".to_owned(), "What I can do".to_owned())]);
    assert_eq!(world.telegram.commands("default", ""), None);
    let wrong = json!({ "commands": [{ "command": "Help!", "description": "d" }] });
    assert_eq!(world.refusal("setMyCommands", wrong).await.0, BAD_REQUEST);
}

#[tokio::test]
async fn a_chat_takes_a_short_burst_and_then_one_message_per_second() {
    let world = World::new().await;
    assert_eq!(Limits::real().chat_interval, Duration::from_secs(1));
    // A minute instead of the second, so that a busy machine cannot be slow enough.
    world.telegram.set_limits(Limits { chat_interval: Duration::from_mins(1), ..Limits::real() });
    let id = world.send(11, "1").await;
    for text in ["2", "3", "4", "5"] {
        let edit = json!({ "chat_id": 11, "message_id": id, "text": text });
        world.call("editMessageText", edit).await;
    }
    let send = json!({ "chat_id": 11, "text": "6" });
    let answer = world.answer("sendMessage", send.clone()).await;
    assert_eq!(answer["error_code"], 429);
    let wait = answer["parameters"]["retry_after"].as_u64().unwrap();
    assert!((55..=60).contains(&wait), "{answer}");
    assert_eq!(answer["description"], format!("Too Many Requests: retry after {wait}"));
    world.telegram.skip_time(Duration::from_secs(wait));
    world.call("sendMessage", send).await;
}

#[tokio::test]
async fn a_group_takes_20_messages_a_minute() {
    let world = World::new().await;
    world.telegram.set_limits(Limits::real());
    world.telegram.group(-5, "Team", &[11]);
    for number in 0..20 {
        world.telegram.skip_time(Duration::from_secs(1));
        world.send(-5, &number.to_string()).await;
    }
    world.telegram.skip_time(Duration::from_secs(1));
    let answer = world.answer("sendMessage", json!({ "chat_id": -5, "text": "one more" })).await;
    let wait = answer["parameters"]["retry_after"].as_u64().unwrap();
    assert!((35..=40).contains(&wait), "{answer}");
    world.telegram.skip_time(Duration::from_secs(wait));
    world.send(-5, "one more").await;
}

#[tokio::test]
async fn a_bot_sends_30_messages_a_second_in_all() {
    let world = World::new().await;
    world.telegram.set_limits(Limits { overall_per_second: Some(3), ..Limits::off() });
    for chat in 21..24 {
        world.telegram.person(chat, "Somebody", None).start_bot(None);
        world.send(chat, "hi").await;
    }
    let answer = world.answer("sendMessage", json!({ "chat_id": 11, "text": "hi" })).await;
    assert_eq!(answer["parameters"]["retry_after"], 1);
    assert_eq!(Limits::real().overall_per_second, Some(30));
}
