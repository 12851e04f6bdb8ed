//! What comes in, once, and is confirmed when it is settled.

use std::time::Duration;

use serde_json::json;
use tokio::sync::mpsc;
use twofa_bridge::model::UpdateId;
use twofa_bridge::model::incoming::{Content, Happened};
use twofa_bridge::sandbox::telegram::Fault;
use twofa_bridge::telegram::{Error, Health, Inbox, Pace, Received};

use super::{World, next};

fn pace() -> Pace {
    Pace {
        poll: Duration::from_secs(30),
        repeat: Duration::from_millis(15),
        first_retry: Duration::from_millis(5),
        last_retry: Duration::from_millis(40),
        after_conflict: Duration::from_millis(40),
    }
}

fn start(world: &World) -> (Inbox, mpsc::Receiver<Received>) {
    Inbox::start(world.client(), pace())
}

/// The next update, in short.
async fn heard(received: &mut mpsc::Receiver<Received>) -> (UpdateId, String) {
    let incoming = loop {
        match next(received).await {
            Received::Update(incoming) => break incoming,
            Received::KeepsBack(_) => {}
            other => panic!("{other:?}"),
        }
    };
    let what = match incoming.what {
        Happened::Wrote(message) => {
            let text = match message.content {
                Content::Text(said) => said.expose().to_owned(),
                Content::NotText => "(no text)".to_owned(),
            };
            if message.edited.is_some() { format!("edited: {text}") } else { text }
        }
        Happened::Pressed(press) => format!("pressed {}", press.data),
        Happened::Reach { reachable, .. } => format!("reachable: {reachable}"),
        Happened::Moved { from, to } => format!("moved from {from} to {to}"),
        Happened::Nothing => "nothing".to_owned(),
    };
    (incoming.update, what)
}

/// Hears something and settles it.
async fn settled(inbox: &Inbox, received: &mut mpsc::Receiver<Received>) -> String {
    let (update, what) = heard(received).await;
    inbox.settle(update);
    what
}

#[tokio::test]
async fn what_people_do_is_heard_in_order_and_confirmed() {
    let world = World::new().await;
    let group = world.telegram.group(-5, "Agency", &[11]);
    let code = world.alice.says("123");
    world.alice.edits(code, "123456");
    world.alice.sends_photo();
    world.alice.press_raw(code, "word");
    world.alice.block();
    world.alice.unblock();
    group.migrates_to(-1_001_234_567_890);
    let (inbox, mut received) = start(&world);
    for expected in [
        "/start",
        "123",
        "edited: 123456",
        "(no text)",
        "pressed word",
        "reachable: false",
        "reachable: true",
        "moved from -5 to -1001234567890",
    ] {
        assert_eq!(settled(&inbox, &mut received).await, expected);
    }
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
    assert_eq!(inbox.health(), Health::Answering);
    inbox.close().await;
    assert!(received.recv().await.is_none());
}

#[tokio::test]
async fn what_is_not_settled_comes_again_to_the_next_process_and_only_to_that() {
    let world = World::new().await;
    let (inbox, mut received) = start(&world);
    assert_eq!(settled(&inbox, &mut received).await, "/start");
    world.alice.says("unsettled");
    let (unsettled, _) = heard(&mut received).await;
    // New updates arrive beside the old one, which comes with every poll and is heard once.
    for text in ["one", "two", "three"] {
        world.alice.says(text);
        assert_eq!(settled(&inbox, &mut received).await, text);
    }
    inbox.close().await;
    assert_eq!(world.telegram.unconfirmed().len(), 4);

    let (inbox, mut received) = start(&world);
    for text in ["unsettled", "one", "two", "three"] {
        let (update, what) = heard(&mut received).await;
        assert_eq!((what.as_str(), update == unsettled), (text, text == "unsettled"));
        inbox.settle(update);
    }
    inbox.close().await;
    assert!(world.telegram.unconfirmed().is_empty());
}

#[tokio::test]
async fn the_settled_run_is_confirmed_while_the_rest_waits() {
    let world = World::new().await;
    let (inbox, mut received) = start(&world);
    settled(&inbox, &mut received).await;
    for text in ["one", "two", "three"] {
        world.alice.says(text);
    }
    let (one, _) = heard(&mut received).await;
    let (two, _) = heard(&mut received).await;
    let (three, _) = heard(&mut received).await;
    inbox.settle(three);
    inbox.settle(one);
    world.wait_for(|telegram| telegram.unconfirmed() == [two.0, three.0]).await;
    inbox.settle(two);
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
}

#[tokio::test]
async fn whoever_keeps_back_others_is_told_as_long_as_it_does() {
    let world = World::new().await;
    let (inbox, mut received) = start(&world);
    settled(&inbox, &mut received).await;
    for number in 0..=100 {
        world.alice.says(&number.to_string());
    }
    let (first, _) = heard(&mut received).await;
    for number in 1..100 {
        assert_eq!(settled(&inbox, &mut received).await, number.to_string());
    }
    for _ in 0..3 {
        match next(&mut received).await {
            Received::KeepsBack(update) => assert_eq!(update, first),
            other => panic!("{other:?}"),
        }
    }
    inbox.settle(first);
    assert_eq!(settled(&inbox, &mut received).await, "100");
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
    while let Ok(told) = received.try_recv() {
        assert!(matches!(told, Received::KeepsBack(update) if update == first), "{told:?}");
    }
}

#[tokio::test]
async fn while_something_is_unsettled_polls_keep_their_distance() {
    let world = World::new().await;
    let repeat = Duration::from_millis(100);
    let (_inbox, mut received) = Inbox::start(world.client(), Pace { repeat, ..pace() });
    heard(&mut received).await;
    world.wait_for(|telegram| telegram.requests().len() >= 5).await;
    let requests = world.telegram.requests();
    let polls: Vec<_> = requests.iter().filter(|seen| seen.method == "getUpdates").collect();
    // The server may look at its watch late, once.
    let distances = u32::try_from(polls.len() - 1).unwrap();
    let times: Vec<_> = polls.iter().map(|seen| seen.at).collect();
    assert!(times[times.len() - 1] > times[0] + repeat * (distances - 1), "{times:?}");
    let wanted = json!(["message", "edited_message", "callback_query", "my_chat_member"]);
    assert!(polls.iter().all(|seen| seen.parameters["allowed_updates"] == wanted));
}

#[tokio::test]
async fn a_burst_is_heard_to_the_last_in_order_whatever_order_it_is_settled_in() {
    const BURST: usize = 10_000;
    let world = World::new().await;
    for number in 0..BURST {
        world.alice.says(&number.to_string());
    }
    let (inbox, mut received) = start(&world);
    settled(&inbox, &mut received).await;
    let mut random = fastrand::Rng::with_seed(7);
    let mut pending = Vec::new();
    for number in 0..BURST {
        let (update, what) = heard(&mut received).await;
        assert_eq!(what, number.to_string());
        pending.push(update);
        if pending.len() == 50 {
            random.shuffle(&mut pending);
            pending.drain(..).for_each(|update| inbox.settle(update));
        }
    }
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
    assert!(received.try_recv().is_err(), "nothing is heard twice");
}

#[tokio::test]
async fn what_cannot_be_read_is_confirmed_and_stops_nothing() {
    let world = World::new().await;
    for odd in [
        json!({"kind_of_the_future": {"a": 1}}),
        json!({"message": "nonsense"}),
        json!({"message": {"message_id": 1}}),
        json!({"callback_query": null}),
        json!({"update_id": "seven", "message": {}}),
        json!("not even an object"),
    ] {
        world.telegram.queue_raw_update(odd);
    }
    world.alice.says("still here");
    let (inbox, mut received) = start(&world);
    for expected in ["/start", "still here"] {
        assert_eq!(settled(&inbox, &mut received).await, expected);
    }
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
}

#[tokio::test]
async fn what_was_confirmed_and_comes_again_is_not_heard_again() {
    let world = World::new().await;
    let (inbox, mut received) = start(&world);
    let (first, _) = heard(&mut received).await;
    inbox.settle(first);
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
    assert!(world.telegram.repeat_update(first.0));
    world.alice.says("next");
    assert_eq!(settled(&inbox, &mut received).await, "next");
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
}

#[tokio::test]
async fn numbers_may_begin_anew() {
    let world = World::new().await;
    let (inbox, mut received) = start(&world);
    for (restart, text) in [(17, "lower"), (2_000_000_000, "higher"), (5, "lower again")] {
        settled(&inbox, &mut received).await;
        world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
        world.telegram.restart_update_ids(restart);
        world.alice.says(text);
        let (update, what) = heard(&mut received).await;
        assert_eq!((update, what.as_str()), (UpdateId(restart), text));
        inbox.settle(update);
        world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
        world.alice.says("and on");
    }
}

#[tokio::test]
async fn a_webhook_is_ended_and_what_waits_is_kept() {
    let world = World::new().await;
    let url = format!("{}/bot{}/setWebhook", world.telegram.api_url(), world.telegram.token());
    let webhook = json!({"url": "https://elsewhere.example"});
    reqwest::Client::new().post(url).json(&webhook).send().await.unwrap();
    let (inbox, mut received) = start(&world);
    assert_eq!(settled(&inbox, &mut received).await, "/start");
}

#[tokio::test]
async fn every_failure_of_a_poll_passes_and_nothing_is_lost_or_doubled() {
    let world = World::new().await;
    let (inbox, mut received) = start(&world);
    settled(&inbox, &mut received).await;
    for fault in [
        Fault::ServerError,
        Fault::BadGateway,
        Fault::Garbled,
        Fault::CutBefore,
        Fault::CutAfter,
        Fault::Slow(Duration::from_millis(50)),
        Fault::TooManyRequests { retry_after: 1 },
    ] {
        let text = format!("{fault:?}");
        world.telegram.trouble(fault.once().on("getUpdates"));
        world.alice.says(&text);
        assert_eq!(settled(&inbox, &mut received).await, text);
        world.telegram.clear_troubles();
    }
    world.wait_for(|telegram| telegram.unconfirmed().is_empty()).await;
}

#[tokio::test]
async fn a_server_that_is_down_is_found_again() {
    let world = World::new().await;
    world.telegram.go_down();
    let (inbox, mut received) = start(&world);
    assert_eq!(inbox.health(), Health::Unreachable);
    tokio::task::yield_now().await;
    world.telegram.come_up();
    assert_eq!(settled(&inbox, &mut received).await, "/start");
    assert_eq!(inbox.health(), Health::Answering);
}

#[tokio::test]
async fn a_refused_token_is_told_and_tried_again() {
    let world = World::new().await;
    let (inbox, mut received) = Inbox::start(world.client_with_token("1:wrong"), pace());
    for _ in 0..4 {
        assert!(matches!(next(&mut received).await, Received::Failed(Error::TokenRefused)));
    }
    assert_eq!(inbox.health(), Health::TokenRefused);
    inbox.close().await;
}

/// Waits until a process gives up, settling what it hears.
async fn stopped(inbox: &Inbox, received: &mut mpsc::Receiver<Received>) {
    loop {
        match next(received).await {
            Received::Update(update) => inbox.settle(update.update),
            Received::KeepsBack(update) => panic!("{update:?} is settled"),
            Received::Failed(error) => assert_eq!(error, Error::Conflict),
            Received::Stopped(error) => return assert_eq!(error, Error::Conflict),
        }
    }
}

#[tokio::test]
async fn of_two_processes_with_one_bot_one_gives_up_and_the_other_goes_on() {
    let world = World::new().await;
    let mut one = start(&world);
    let mut other = start(&world);
    let (stops, mut stays) = tokio::select! {
        () = stopped(&one.0, &mut one.1) => (one, other),
        () = stopped(&other.0, &mut other.1) => (other, one),
    };
    assert_eq!(stops.0.health(), Health::Conflict);
    stops.0.close().await;
    world.alice.says("after");
    loop {
        match next(&mut stays.1).await {
            Received::Update(update) => {
                stays.0.settle(update.update);
                if let Happened::Wrote(message) = update.what
                    && matches!(&message.content, Content::Text(said) if said.expose() == "after")
                {
                    break;
                }
            }
            Received::KeepsBack(update) => panic!("{update:?} is settled"),
            Received::Failed(error) => assert_eq!(error, Error::Conflict),
            Received::Stopped(_) => panic!("both gave up"),
        }
    }
}

#[tokio::test]
async fn a_conflict_that_passes_stops_nothing() {
    let world = World::new().await;
    let description = "Conflict: terminated by other getUpdates request".to_owned();
    world.telegram.trouble(Fault::Refused { status: 409, description }.times(2).on("getUpdates"));
    let (inbox, mut received) = start(&world);
    for _ in 0..2 {
        assert!(matches!(next(&mut received).await, Received::Failed(Error::Conflict)));
    }
    assert_eq!(settled(&inbox, &mut received).await, "/start");
}

#[tokio::test]
async fn closing_confirms_at_once_what_is_settled() {
    let world = World::new().await;
    let (inbox, mut received) = start(&world);
    let (update, _) = heard(&mut received).await;
    world.alice.says("unheard");
    inbox.settle(update);
    inbox.close().await;
    assert!(!world.telegram.unconfirmed().contains(&update.0));
    assert_eq!(world.telegram.unconfirmed().len(), 1);
}
