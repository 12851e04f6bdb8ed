//! What goes out when Telegram does what it is asked.

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::Instant;
use twofa_bridge::model::{MessageId, PostId, WebLink};
use twofa_bridge::sandbox::telegram::{ButtonKind, Fault, Limits};
use twofa_bridge::telegram::{Button, Outbox, Outgoing, Report, Say, Show, Why};

use super::{World, at, message_id, next, say, show};

/// The message in which a revision was shown.
async fn shown(reports: &mut mpsc::Receiver<Report>) -> (PostId, u32, MessageId) {
    match next(reports).await {
        Report::Shown { post, revision, message, .. } => (post, revision, message),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_post_is_sent_edited_and_deleted() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    let link = WebLink::parse("https://verify.example/face").unwrap();
    let keyboard = vec![
        vec![Button::Press { label: "Not me".into(), data: "word".into() }],
        vec![Button::Open { label: "Open".into(), link }],
    ];
    let asked = Show { keyboard, protect: true, silent: true, ..show(1, 1, 11, "<b>Which code?</b>") };
    outbox.put(Outgoing::Show(asked.clone()));
    let (_, _, message) = shown(&mut reports).await;
    let bubble = world.alice.latest().unwrap();
    assert_eq!((message_id(bubble.message_id), bubble.text.as_str()), (message, "<b>Which code?</b>"));
    assert!(bubble.protect_content && bubble.silent && bubble.link_preview_disabled);
    assert_eq!(bubble.button("Not me").unwrap().kind, ButtonKind::Callback("word".into()));
    assert_eq!(bubble.button("Open").unwrap().kind, ButtonKind::Url("https://verify.example/face".into()));

    outbox.put(Outgoing::Show(Show { edit: Some(message), ..show(1, 2, 11, "Done.") }));
    assert_eq!(shown(&mut reports).await, (PostId(1), 2, message));
    let bubble = world.alice.latest().unwrap();
    assert!(bubble.edited && bubble.text == "Done." && bubble.buttons.is_empty());

    // The same words again are no failure.
    outbox.put(Outgoing::Show(Show { edit: Some(message), ..show(1, 3, 11, "Done.") }));
    let again = Report::Shown { post: PostId(1), revision: 3, message, date: None };
    assert_eq!(next(&mut reports).await, again);

    for ticket in [5, 6] {
        outbox.put(Outgoing::Delete { ticket, at: at(11), message });
        assert_eq!(next(&mut reports).await, Report::Deleted { ticket });
    }
    assert!(world.bubbles(11).is_empty());
}

#[tokio::test]
async fn a_saying_quotes_and_a_press_is_answered_as_far_as_there_is_room() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    let code = world.alice.says("123456");
    outbox.put(Outgoing::Say(Say { reply_to: Some(message_id(code)), ..say(1, 11, &"x".repeat(5_000)) }));
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 1 });
    let bubble = world.alice.latest().unwrap();
    assert_eq!((bubble.reply_to, bubble.text.chars().count()), (Some(code), 4_096));
    assert!(bubble.text.ends_with("x…"));

    // A quoted message may be gone: the saying arrives without it.
    outbox.put(Outgoing::Delete { ticket: 2, at: at(11), message: message_id(code) });
    outbox.put(Outgoing::Say(Say { reply_to: Some(message_id(code)), ..say(3, 11, "Thanks.") }));
    assert_eq!(next(&mut reports).await, Report::Deleted { ticket: 2 });
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 3 });

    let query = world.alice.press_raw(world.alice.latest().unwrap().message_id, "word");
    outbox.put(Outgoing::Answer { query, text: Some("y".repeat(300)) });
    let toast = world.alice.waits_for_toast("y…").await.unwrap();
    assert_eq!(toast.chars().count(), 200);
    assert!(world.telegram.unanswered_presses().is_empty());
}

#[tokio::test]
async fn revisions_that_come_while_one_is_sent_become_one_edit() {
    let world = World::new().await;
    world.telegram.trouble(Fault::Slow(Duration::from_millis(200)).once().on("sendMessage"));
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Show(show(1, 1, 11, "one")));
    world.wait_for(|_| world.count("sendMessage", 11) == 1).await;
    for (revision, text) in [(2, "two"), (3, "three"), (4, "four")] {
        outbox.put(Outgoing::Show(show(1, revision, 11, text)));
    }
    let (_, revision, message) = shown(&mut reports).await;
    assert_eq!(revision, 1);
    assert_eq!(shown(&mut reports).await, (PostId(1), 4, message));
    assert_eq!(world.texts(11), ["four"]);
    assert_eq!((world.count("sendMessage", 11), world.count("editMessageText", 11)), (1, 1));

    // Whoever has not read the report yet still edits the message.
    outbox.put(Outgoing::Show(show(1, 5, 11, "five")));
    assert_eq!(shown(&mut reports).await, (PostId(1), 5, message));
}

#[tokio::test]
async fn questions_overtake_and_the_rest_keeps_its_order() {
    let world = World::new().await;
    world.telegram.trouble(Fault::Slow(Duration::from_millis(100)).once().on("sendMessage"));
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Say(say(1, 11, "one")));
    world.wait_for(|_| world.count("sendMessage", 11) == 1).await;
    outbox.put(Outgoing::Say(say(2, 11, "two")));
    outbox.put(Outgoing::Show(Show { urgent: true, ..show(3, 1, 11, "Which code?") }));
    for _ in 0..3 {
        next(&mut reports).await;
    }
    assert_eq!(world.texts(11), ["one", "Which code?", "two"]);
}

#[tokio::test]
async fn a_slow_chat_delays_no_other() {
    let world = World::new().await;
    let others: Vec<i64> = (21..=26).map(|id| world.person(id).id()).collect();
    world.telegram.trouble(Fault::Slow(Duration::from_secs(2)).until_cleared().in_chat(11));
    let (outbox, mut reports) = Outbox::start(world.client());
    for chat in [11].into_iter().chain(others) {
        outbox.put(Outgoing::Say(say(u64::try_from(chat).unwrap(), chat, "hello")));
    }
    let mut said = Vec::new();
    for _ in 0..7 {
        if let Report::Said { ticket } = next(&mut reports).await {
            said.push(ticket);
        }
    }
    assert_eq!((said.len(), said.last()), (7, Some(&11)));
}

#[tokio::test]
async fn telegram_never_has_to_throttle() {
    let world = World::new().await;
    world.telegram.set_limits(Limits::real());
    let group = world.telegram.group(-5, "Agency", &[11]);
    let people = (21..=50).map(|id| world.person(id).id());
    let (outbox, mut reports) = Outbox::start(world.client());
    let chats: Vec<i64> = [group.id(); 4].into_iter().chain(people.flat_map(|id| [id, id])).collect();
    for chat in &chats {
        outbox.put(Outgoing::Say(say(1, *chat, "hello")));
    }
    for _ in &chats {
        assert_eq!(next(&mut reports).await, Report::Said { ticket: 1 });
    }
    assert!(world.telegram.requests().iter().all(|seen| seen.status == Some(200)));
}

#[tokio::test]
async fn telegram_never_has_to_throttle_one_that_begins_where_another_was_killed() {
    let world = World::new().await;
    world.telegram.set_limits(Limits::real());
    world.telegram.group(-5, "Agency", &[11]);
    let other = world.person(21).id();
    let (mut outbox, mut reports) = Outbox::start(world.client());
    for _ in 0..5 {
        for chat in [11, 11, 11, other, other, -5] {
            outbox.put(Outgoing::Say(say(1, chat, "hello")));
        }
        for _ in 0..5 {
            assert_eq!(next(&mut reports).await, Report::Said { ticket: 1 });
        }
        drop(outbox);
        (outbox, reports) = Outbox::start_after(world.client(), Instant::now());
    }
    let requests = world.telegram.requests();
    assert!(requests.len() >= 25);
    assert!(requests.iter().all(|seen| matches!(seen.status, Some(200) | None)), "{requests:#?}");
}

#[tokio::test]
async fn closing_sends_what_is_urgent_and_drops_the_rest() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Say(say(1, 11, "calm")));
    outbox.put(Outgoing::Say(Say { urgent: true, ..say(2, 11, "urgent") }));
    outbox.put(Outgoing::Delete { ticket: 3, at: at(11), message: message_id(world.alice.says("123456")) });
    outbox.close(Instant::now() + Duration::from_secs(5)).await;
    assert_eq!(next(&mut reports).await, Report::Deleted { ticket: 3 });
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 2 });
    assert_eq!(reports.recv().await, None);
    assert_eq!(world.texts(11), ["urgent"]);
}

#[tokio::test]
async fn a_file_arrives_as_it_was_in_its_turn() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    let content = "{\r\n  \"name\": \"Bella \u{1f511}\",\r\n--boundary\r\n\r\n}\r\n";
    let file = |ticket, chat| Outgoing::Document {
        ticket,
        to: at(chat),
        name: "my-data.json".into(),
        bytes: content.into(),
    };
    assert!(!format!("{:?}", file(1, 11)).contains("data"));
    outbox.put(Outgoing::Say(say(1, 11, "Here is what I know.")));
    outbox.put(file(2, 11));
    for ticket in [1, 2] {
        assert_eq!(next(&mut reports).await, Report::Said { ticket });
    }
    assert_eq!(world.texts(11), ["Here is what I know.", "[document]"]);
    let bubble = world.alice.latest().unwrap();
    let document = bubble.document.unwrap();
    assert_eq!((document.name.as_str(), document.content.as_str()), ("my-data.json", content));
    assert!(bubble.protect_content);

    outbox.put(file(3, 99));
    assert_eq!(next(&mut reports).await, Report::NotSaid { ticket: 3, why: Why::ChatGone });
}
