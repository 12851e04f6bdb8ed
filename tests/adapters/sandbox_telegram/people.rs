//! What people see and do, and what a bot sees of groups.

use serde_json::{Value, json};
use teloxide::types::{ChatMemberKind, UpdateKind};
use twofa_bridge::sandbox::telegram::{CannotPress, Fault, Sender, Telegram, TopicState, What};

use super::{PATIENCE, World, read_update};

fn texts(updates: &[Value]) -> Vec<String> {
    updates.iter().filter_map(|update| update["message"]["text"].as_str()).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_start_link_carries_its_word() {
    let world = World::new().await;
    let bella = world.telegram.person(12, "Bella", Some("es"));
    bella.start_bot(Some("invite-1"));
    let updates = world.updates().await;
    assert_eq!(texts(&updates), ["/start invite-1"]);
    assert_eq!(updates[0]["message"]["entities"][0]["type"], "bot_command");
    assert_eq!(updates[0]["message"]["from"]["language_code"], "es");
}

#[tokio::test]
async fn who_writes_to_a_blocked_bot_unblocks_it() {
    let world = World::new().await;
    world.alice.block();
    world.alice.says("back again");
    let updates = world.updates().await;
    assert_eq!(updates.len(), 3);
    assert_eq!(updates[1]["my_chat_member"]["new_chat_member"]["status"], "member");
    world.send(11, "welcome").await;
}

#[tokio::test]
async fn who_deletes_their_own_message_tells_the_bot_nothing() {
    let world = World::new().await;
    let said = world.alice.says("123456");
    let answer = world.send(11, "thanks").await;
    world.confirm_all().await;
    assert!(world.alice.deletes(said));
    assert!(!world.alice.deletes(said), "it is gone");
    assert!(!world.alice.deletes(answer), "it is not hers");
    assert_eq!(world.telegram.unconfirmed(), Vec::<u32>::new());
    assert_eq!(world.alice.sees().iter().map(|bubble| bubble.message_id).filter(|id| *id >= said).count(), 1);
    let refused = world.refusal("deleteMessage", json!({ "chat_id": 11, "message_id": said })).await;
    assert_eq!(refused, (400, "Bad Request: message to delete not found".to_owned()));
}

#[tokio::test]
async fn a_button_is_pressed_by_its_label_and_a_link_is_opened() {
    let world = World::new().await;
    let markup = json!({ "inline_keyboard": [[
        { "text": "Not me", "callback_data": "n" }, { "text": "Face check", "url": "https://example.com/f" },
    ]] });
    world.call("sendMessage", json!({ "chat_id": 11, "text": "?", "reply_markup": markup })).await;
    let question = world.alice.last_question().unwrap().message_id;
    world.alice.press(question, "Not me").unwrap();
    assert_eq!(world.alice.opens(question, "Face check").unwrap(), "https://example.com/f");
    let refused = world.alice.press(question, "Face check").unwrap_err();
    assert_eq!(refused, CannotPress::OtherKind("Face check".into()));
    let refused = world.alice.press(question, "Yes").unwrap_err();
    assert!(refused.to_string().contains("Not me"), "{refused}");
    let bella = world.telegram.person(12, "Bella", None);
    assert_eq!(bella.press(question, "Not me").unwrap_err(), CannotPress::NoSuchMessage(question));
    assert_eq!(world.telegram.unconfirmed().len(), 1, "a link tells the bot nothing");
}

#[tokio::test]
async fn a_person_waits_for_words_and_for_buttons() {
    let world = World::new().await;
    let wait = world.alice.waits_for("code for @bella");
    let send = async {
        world.send(11, "Please: the code for \u{2068}@bella\u{2069}").await;
    };
    let (bubble, ()) = tokio::join!(wait, send);
    assert_eq!(bubble.unwrap().text, "Please: the code for @bella");
    let question = world.ask_with_button(11, "Later", "l").await;
    assert_eq!(world.alice.waits_for_button(11, "Later").await.unwrap().message_id, question);
    let press = world.alice.press(question, "Later").unwrap();
    world.call("answerCallbackQuery", json!({ "callback_query_id": press, "text": "Until then" })).await;
    assert_eq!(world.alice.waits_for_toast("Until").await.unwrap(), "Until then");
    world.telegram.group(-5, "Team", &[11]);
    world.send(-5, "Hello, team").await;
    world.alice.waits_for_in(-5, "team").await.unwrap();
}

#[tokio::test]
async fn privacy_mode_shows_commands_to_the_bot_and_replies_to_it() {
    let world = World::new().await;
    let group = world.telegram.group(-5, "Team", &[11]);
    let first = world.alice.says_in(-5, "good morning");
    world.alice.says_in(-5, "/status");
    world.alice.says_in(-5, "/status@OtherBot");
    world.alice.says_in(-5, "/status@twofabridgebot now");
    assert_eq!(texts(&world.updates().await), ["/status@twofabridgebot now"]);
    world.confirm_all().await;

    let answer = world.send(-5, "All is well").await;
    world.alice.says_in(-5, "/accounts");
    world.alice.replies_in(-5, answer, "thanks");
    world.alice.replies_in(-5, first, "to myself");
    assert_eq!(texts(&world.updates().await), ["/accounts", "thanks"]);
    world.confirm_all().await;

    group.set_bot_reads_everything(true);
    world.alice.says_in(-5, "123456");
    assert_eq!(texts(&world.updates().await), ["123456"]);
    let unseen = json!({ "chat_id": -5, "message_id": first });
    assert_eq!(world.refusal("deleteMessage", unseen).await.0, 400);
}

#[tokio::test]
async fn an_anonymous_administrator_is_nobody() {
    let world = World::new().await;
    world.telegram.group(-1_000_000_000_005, "Team", &[11]);
    world.alice.says_anonymously_in(-1_000_000_000_005, "/reauth@TwofaBridgeBot @bella");
    let UpdateKind::Message(message) = read_update(&world.updates().await[0]) else { panic!() };
    assert_eq!(message.from.as_ref().unwrap().id.0, 1_087_968_824);
    assert_eq!(message.sender_chat.as_ref().unwrap().id, message.chat.id);
    assert_eq!(world.telegram.chat(-1_000_000_000_005)[0].from, Sender::AnonymousAdmin);
}

#[tokio::test]
async fn a_group_tells_the_bot_when_it_is_expelled_and_when_it_moves() {
    let world = World::new().await;
    let group = world.telegram.group(-5, "Team", &[11]);
    group.kicks_bot();
    world.alice.says_in(-5, "/status@TwofaBridgeBot");
    group.lets_bot_in();
    group.migrates_to(-1_000_000_000_005);
    let kinds: Vec<UpdateKind> = world.updates().await.iter().map(read_update).collect();
    let [
        UpdateKind::MyChatMember(out),
        UpdateKind::MyChatMember(back),
        UpdateKind::Message(to),
        UpdateKind::Message(from),
    ] = kinds.as_slice()
    else {
        panic!("{kinds:#?}")
    };
    assert!(matches!(out.new_chat_member.kind, ChatMemberKind::Banned(_)));
    assert!(matches!(back.new_chat_member.kind, ChatMemberKind::Member(_)));
    assert_eq!(to.migrate_to_chat_id().unwrap().0, -1_000_000_000_005);
    assert_eq!(from.migrate_from_chat_id().unwrap().0, -5);
}

#[tokio::test]
async fn a_topic_is_where_a_command_was_given() {
    let world = World::new().await;
    let forum = world.telegram.group(-1_000_000_000_007, "Forum", &[11]);
    forum.set_topic(3, TopicState::Open);
    world.alice.says_in_topic(forum.id(), 3, "/status@TwofaBridgeBot");
    assert_eq!(world.updates().await[0]["message"]["message_thread_id"], 3);
    assert_eq!(forum.sees()[0].thread, Some(3));
}

#[tokio::test]
async fn the_history_tells_everything_in_order() {
    let world = World::new().await;
    let question = world.ask_with_button(11, "Later", "l").await;
    let press = world.alice.press(question, "Later").unwrap();
    world.call("answerCallbackQuery", json!({ "callback_query_id": press, "text": "Fine" })).await;
    let code = world.alice.says("123456");
    world.alice.edits(code, "654321");
    world.call("deleteMessage", json!({ "chat_id": 11, "message_id": code })).await;
    world.alice.block();
    let told: Vec<String> = world
        .telegram
        .history()
        .into_iter()
        .map(|happening| match happening.what {
            What::Said(bubble) => format!("said {}", bubble.text),
            What::Rewrote(bubble) => format!("rewrote {}", bubble.text),
            What::Sent(bubble) => format!("sent {}", bubble.text),
            What::Deleted(bubble) => format!("deleted {}", bubble.text),
            What::Pressed { label, .. } => format!("pressed {label}"),
            What::Toast { text, .. } => format!("toast {text}"),
            What::Blocked { .. } => "blocked".to_owned(),
            other @ (What::Opened { .. }
            | What::Unblocked { .. }
            | What::Edited(_)
            | What::Migrated { .. }
            | What::Kicked
            | What::Added) => panic!("{other:?} did not happen"),
        })
        .collect();
    let expected = [
        "said /start",
        "sent Well?",
        "pressed Later",
        "toast Fine",
        "said 123456",
        "rewrote 654321",
        "deleted 654321",
        "blocked",
    ];
    assert_eq!(told, expected);
    assert_eq!(world.telegram.history_since(7).len(), 1);
}

#[tokio::test]
async fn all_is_settled_when_the_bot_has_confirmed_and_answered_everything() {
    let world = World::new().await;
    assert!(world.telegram.is_settled());
    let question = world.ask_with_button(11, "Later", "l").await;
    let press = world.alice.press(question, "Later").unwrap();
    assert!(!world.telegram.is_settled());
    world.confirm_all().await;
    assert!(!world.telegram.is_settled());
    world.call("answerCallbackQuery", json!({ "callback_query_id": press })).await;
    world.telegram.wait_for(Telegram::is_settled, PATIENCE).await.unwrap();
    world.telegram.trouble(Fault::Hang.once());
    let is_hanging = |telegram: &Telegram| !telegram.is_settled();
    tokio::select! {
        _ = world.ask("getMe", json!({})) => panic!("a request that hangs has no answer"),
        hanging = world.telegram.wait_for(is_hanging, PATIENCE) => hanging.unwrap(),
    }
    world.telegram.wait_for(Telegram::is_settled, PATIENCE).await.unwrap();
}
