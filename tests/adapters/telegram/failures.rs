//! What goes out when Telegram refuses, fails, or falls silent.

use std::time::Duration;

use tokio::time::Instant;
use twofa_bridge::model::{Address, ChatId, PostId, ThreadId};
use twofa_bridge::sandbox::telegram::{Fault, TopicState};
use twofa_bridge::telegram::{Outbox, Outgoing, Report, Show, Why};

use super::{World, at, message_id, next, say, show};

fn not_shown(post: u64, why: Why) -> Report {
    Report::NotShown { post: PostId(post), revision: 1, why }
}

#[tokio::test]
async fn a_post_of_unknown_fate_is_shown_again_and_a_saying_is_not() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    // Whether it arrived, and how often it then stands in the chat.
    let fates = [(Fault::CutAfter, 1), (Fault::Garbled, 1), (Fault::CutBefore, 0)];
    let chats: Vec<(i64, i64)> = (20..23).zip(30..33).collect();
    for ((fault, _), (posts, sayings)) in fates.iter().zip(&chats) {
        for chat in [*posts, *sayings] {
            world.person(chat);
            world.telegram.trouble(fault.clone().once().on("sendMessage").in_chat(chat));
        }
        outbox.put(Outgoing::Show(show(u64::try_from(*posts).unwrap(), 1, *posts, "Which code?")));
        outbox.put(Outgoing::Say(say(u64::try_from(*sayings).unwrap(), *sayings, "hello")));
    }
    for _ in 0..6 {
        match next(&mut reports).await {
            Report::Shown { post, .. } => assert!(post.0 < 30),
            Report::NotSaid { ticket, why: Why::Unknown } => assert!(ticket >= 30),
            other => panic!("{other:?}"),
        }
    }
    for ((fault, arrived), (posts, sayings)) in fates.iter().zip(&chats) {
        assert_eq!(world.bubbles(*posts).len(), arrived + 1, "{fault:?}");
        assert_eq!(world.bubbles(*sayings).len(), *arrived, "{fault:?}");
        assert_eq!((world.count("sendMessage", *posts), world.count("sendMessage", *sayings)), (2, 1));
    }
}

#[tokio::test]
async fn a_call_without_an_answer_ends_and_delays_no_other_chat() {
    let world = World::new().await;
    let bella = world.person(12).id();
    world.telegram.trouble(Fault::Hang.once().in_chat(11));
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Say(say(1, 11, "hello")));
    outbox.put(Outgoing::Say(say(2, bella, "hello")));
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 2 });
    assert_eq!(next(&mut reports).await, Report::NotSaid { ticket: 1, why: Why::Unknown });
    outbox.put(Outgoing::Say(say(3, 11, "hello again")));
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 3 });
}

#[tokio::test]
async fn a_throttled_chat_waits_and_delays_no_other() {
    let world = World::new().await;
    let bella = world.person(12).id();
    world.telegram.trouble(Fault::TooManyRequests { retry_after: 1 }.once().in_chat(11));
    let (outbox, mut reports) = Outbox::start(world.client());
    let begin = Instant::now();
    outbox.put(Outgoing::Say(say(1, 11, "one")));
    outbox.put(Outgoing::Say(say(2, 11, "two")));
    world.wait_for(|_| world.count("sendMessage", 11) == 1).await;
    outbox.put(Outgoing::Say(say(3, bella, "three")));
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 3 });
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 1 });
    assert!(begin.elapsed() >= Duration::from_secs(1));
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 2 });
    assert_eq!(world.texts(11), ["one", "two"]);
}

#[tokio::test]
async fn a_chat_that_takes_no_messages_is_told() {
    let world = World::new().await;
    world.alice.block();
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Show(show(1, 1, 11, "Which code?")));
    assert_eq!(next(&mut reports).await, not_shown(1, Why::ChatGone));
    outbox.put(Outgoing::Say(say(2, 11, "hello")));
    assert_eq!(next(&mut reports).await, Report::NotSaid { ticket: 2, why: Why::ChatGone });
    world.alice.unblock();
    outbox.put(Outgoing::Show(show(1, 2, 11, "Which code?")));
    assert!(matches!(next(&mut reports).await, Report::Shown { revision: 2, .. }));
}

#[tokio::test]
async fn a_message_that_was_deleted_under_an_edit_is_told_and_can_be_sent_anew() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Show(show(1, 1, 11, "Which code?")));
    let Report::Shown { message, .. } = next(&mut reports).await else { panic!() };
    outbox.put(Outgoing::Delete { ticket: 9, at: at(11), message });
    assert_eq!(next(&mut reports).await, Report::Deleted { ticket: 9 });
    outbox.put(Outgoing::Show(Show { edit: Some(message), ..show(1, 2, 11, "Done.") }));
    let gone = Report::NotShown { post: PostId(1), revision: 2, why: Why::MessageGone };
    assert_eq!(next(&mut reports).await, gone);
    outbox.put(Outgoing::Show(show(1, 3, 11, "Done.")));
    assert!(matches!(next(&mut reports).await, Report::Shown { revision: 3, .. }));
    assert_eq!(world.texts(11), ["Done."]);
}

#[tokio::test]
async fn what_telegram_rejects_is_told_and_not_repeated() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Show(show(1, 1, 11, "")));
    assert_eq!(next(&mut reports).await, not_shown(1, Why::Rejected));
    let code = message_id(world.alice.says("123456"));
    world.telegram.make_messages_older(Duration::from_hours(49));
    outbox.put(Outgoing::Delete { ticket: 2, at: at(11), message: code });
    assert_eq!(next(&mut reports).await, Report::NotDeleted { ticket: 2, why: Why::Rejected });
    assert_eq!((world.count("sendMessage", 11), world.count("deleteMessage", 11)), (1, 1));
}

#[tokio::test]
async fn a_deletion_is_repeated_until_its_fate_is_known() {
    let world = World::new().await;
    let code = message_id(world.alice.says("123456"));
    world.telegram.trouble(Fault::CutAfter.once().on("deleteMessage"));
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Delete { ticket: 1, at: at(11), message: code });
    assert_eq!(next(&mut reports).await, Report::Deleted { ticket: 1 });
}

#[tokio::test]
async fn a_group_that_moved_is_told_and_gets_its_messages() {
    let world = World::new().await;
    let group = world.telegram.group(-5, "Agency", &[11]);
    let moved = group.migrates_to(-1_001_234_567_890);
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Show(show(1, 1, group.id(), "one")));
    outbox.put(Outgoing::Say(say(2, group.id(), "two")));
    let told = Report::Moved { from: ChatId(-5), to: ChatId(moved.id()) };
    assert_eq!(next(&mut reports).await, told);
    assert!(matches!(next(&mut reports).await, Report::Shown { .. }));
    assert_eq!(next(&mut reports).await, Report::Said { ticket: 2 });
    assert_eq!(world.texts(moved.id()), ["one", "two"]);
}

#[tokio::test]
async fn what_was_for_a_closed_or_deleted_topic_goes_to_the_group() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    for (id, state, arrives_in) in [
        (-1_001_234_567_891, TopicState::Open, Some(3)),
        (-1_001_234_567_892, TopicState::Closed, None),
        (-1_001_234_567_893, TopicState::Deleted, None),
    ] {
        world.telegram.group(id, "Agency", &[11]).set_topic(3, state);
        let to = Address { chat: ChatId(id), thread: Some(ThreadId(3)) };
        outbox.put(Outgoing::Show(Show { to, ..show(id.unsigned_abs(), 1, id, "Status") }));
        assert!(matches!(next(&mut reports).await, Report::Shown { .. }));
        assert_eq!(world.bubbles(id).pop().unwrap().thread, arrives_in, "{state:?}");
    }
}

#[tokio::test]
async fn closing_does_not_wait_for_a_silent_server() {
    let world = World::new().await;
    world.telegram.trouble(Fault::Hang.until_cleared());
    let (outbox, mut reports) = Outbox::start(world.client());
    outbox.put(Outgoing::Show(Show { urgent: true, ..show(1, 1, 11, "Which code?") }));
    world.wait_for(|_| world.count("sendMessage", 11) == 1).await;
    let begin = Instant::now();
    outbox.close(begin + Duration::from_millis(100)).await;
    assert!(begin.elapsed() < Duration::from_secs(2));
    assert_eq!(reports.recv().await, None);
}

#[tokio::test]
async fn a_saying_that_telegram_surely_did_not_take_is_said_again() {
    let world = World::new().await;
    let (outbox, mut reports) = Outbox::start(world.client());
    for (ticket, fault) in
        [(1, Fault::ServerError), (2, Fault::BadGateway), (3, Fault::TooManyRequests { retry_after: 1 })]
    {
        world.telegram.trouble(fault.once().on("sendMessage"));
        let words = ticket.to_string();
        outbox.put(Outgoing::Say(say(ticket, 11, &words)));
        assert_eq!(next(&mut reports).await, Report::Said { ticket });
        assert_eq!(world.texts(11).last(), Some(&words));
    }
    assert_eq!((world.texts(11).len(), world.count("sendMessage", 11)), (3, 6));
}
