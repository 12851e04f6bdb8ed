//! The stream of events, read well and badly: who comes too many, and who does not read.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use reqwest::header::RETRY_AFTER;
use reqwest::{Method, StatusCode};
use tokio::time::{sleep, timeout};
use twofa_bridge::http::{Bounds, Feed, Shared};
use twofa_bridge::model::dispatch::Told;
use twofa_bridge::model::{DispatchId, DispatchRecord, Timestamp};

use super::{Bridge, TOKEN, account, answer, attempt};

/// Readers at once, as the README says.
const READERS: usize = 8;

/// How long anything that must happen may take.
const PATIENCE: Duration = Duration::from_secs(15);

async fn streaming(bounds: Bounds) -> Bridge {
    let shared = Shared { feed: Some(Feed::new()), ..Shared::default() };
    Bridge::sharing(shared, Some(TOKEN), bounds, None).await
}

fn publish(bridge: &Bridge, number: u64) {
    let record = DispatchRecord {
        id: DispatchId(number),
        at: Timestamp(1_767_225_600_000),
        told: Told::Failed,
        account: account("acc_1"),
        attempt: attempt("att_1"),
        challenge: None,
        // Words make it long, so that they fill what a system keeps for a reader.
        ending: Some("failed ".repeat(100)),
        owed: Vec::new(),
    };
    bridge.shared.feed.as_ref().unwrap().publish(&record);
}

async fn reads(bridge: &Bridge) -> reqwest::Response {
    let answer = bridge.request(Method::GET, "/v1/events").bearer_auth(TOKEN).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    answer
}

/// Reads until these words have come.
async fn hears(stream: &mut reqwest::Response, words: &str) {
    let mut text = String::new();
    let reading = timeout(PATIENCE, async {
        while !text.contains(words) {
            text.push_str(&String::from_utf8_lossy(&stream.chunk().await.unwrap().expect("it goes on")));
        }
    });
    assert!(reading.await.is_ok(), "{words:?} did not come");
}

#[tokio::test]
async fn eight_may_read_and_the_ninth_when_one_of_them_has_gone() {
    let bridge = streaming(Bounds { heartbeat: Duration::from_millis(50), ..Bounds::default() }).await;
    let mut readers = Vec::new();
    for _ in 0..READERS {
        readers.push(reads(&bridge).await);
    }
    let refused = bridge.get("/v1/events").await;
    refused.is_problem(503, "urn:twofa-bridge:problem:too-many-readers");
    assert!(refused.header(RETRY_AFTER).is_some());

    // Those who read hear everything all the same.
    publish(&bridge, 1);
    for reader in &mut readers {
        hears(reader, "id: evt_0000000000000001\nevent: attempt.failed\n").await;
    }
    readers.pop();
    let asking = timeout(PATIENCE, async {
        loop {
            let request = bridge.request(Method::GET, "/v1/events").bearer_auth(TOKEN);
            let answer = request.send().await.unwrap();
            if answer.status() == StatusCode::OK {
                return answer;
            }
            sleep(Duration::from_millis(10)).await;
        }
    });
    let mut ninth = asking.await.expect("there is a place again");
    publish(&bridge, 2);
    hears(&mut ninth, "id: evt_0000000000000002\n").await;
}

#[tokio::test]
async fn whoever_reads_lives_longer_than_any_other_connection() {
    let connection = Duration::from_millis(300);
    let heartbeat = Duration::from_millis(100);
    let bridge = streaming(Bounds { connection, heartbeat, ..Bounds::default() }).await;
    let mut reader = reads(&bridge).await;
    let began = tokio::time::Instant::now();
    while began.elapsed() < connection * 4 {
        hears(&mut reader, ": still here\n\n").await;
    }
    publish(&bridge, 1);
    hears(&mut reader, "id: evt_0000000000000001\n").await;
}

#[tokio::test]
async fn whoever_does_not_read_is_cut_off_and_gives_up_the_place() {
    let heartbeat = Duration::from_millis(50);
    let connection = Duration::from_millis(500);
    let bridge = streaming(Bounds { connection, heartbeat, ..Bounds::default() }).await;
    for number in 1..=10_000 {
        publish(&bridge, number);
    }
    let request = format!(
        "GET /v1/events HTTP/1.1\r\nHost: bridge\r\nAuthorization: Bearer {TOKEN}\r\n\
         Last-Event-ID: evt_0000000000000000\r\n\r\n"
    );
    let mut deaf: Vec<TcpStream> = Vec::new();
    for _ in 0..READERS {
        let mut stream = TcpStream::connect(bridge.http.address()).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        deaf.push(stream);
    }
    // All places are taken, by people who do not read; then none is.
    let freed = timeout(PATIENCE, async {
        let mut was_full = false;
        loop {
            let status = answer_of_stream(&bridge).await;
            was_full |= status == StatusCode::SERVICE_UNAVAILABLE;
            if was_full && status == StatusCode::OK {
                return;
            }
            sleep(Duration::from_millis(10)).await;
        }
    });
    freed.await.expect("those who do not read are cut off");
    // What had been sent until then arrives, and then the end, long before everything was sent.
    for mut stream in deaf {
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let reading = tokio::task::spawn_blocking(move || {
            let mut heard = Vec::new();
            // Being cut off may be an error to whoever reads at last.
            let end = stream.read_to_end(&mut heard);
            (heard, end)
        });
        let (heard, end) = reading.await.unwrap();
        let is_over = end.err().is_none_or(|error| error.kind() == ErrorKind::ConnectionReset);
        assert!(is_over, "the connection stays open");
        let heard = String::from_utf8_lossy(&heard);
        assert!(heard.starts_with("HTTP/1.1 200 OK"), "{}", heard.get(..80).unwrap_or(&heard));
        assert!(!heard.contains("id: evt_0000000000002710\n"), "it was told everything");
    }
    let mut reader = reads(&bridge).await;
    publish(&bridge, 10_001);
    hears(&mut reader, "id: evt_0000000000002711\n").await;
}

/// Tries to read, and gives the status alone.
async fn answer_of_stream(bridge: &Bridge) -> StatusCode {
    bridge.request(Method::GET, "/v1/events").bearer_auth(TOKEN).send().await.unwrap().status()
}

#[tokio::test]
async fn a_reader_is_told_what_is_wrong_with_the_event_that_it_names() {
    let bridge = streaming(Bounds::default()).await;
    for id in ["", "1", "evt_1", "evt_000000000000000G", "evt_00000000000000001"] {
        let request = bridge.request(Method::GET, "/v1/events").bearer_auth(TOKEN);
        let refused = answer(request.header("last-event-id", id)).await;
        refused.is_problem(422, "urn:twofa-bridge:problem:invalid-request");
        assert_eq!(refused.body["errors"][0]["field"], "Last-Event-ID", "{id:?}");
    }
}
