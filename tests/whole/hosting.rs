//! What the agency's own system is told of what happens: webhooks, and the stream of events.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use expect_test::expect;
use hmac::{Hmac, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::sync::watch;
use tokio::time::timeout;
use twofa_bridge::sandbox::account_api::Script;

use super::World;
use super::python::Python;

/// The key of the endpoint's secret, in base64.
const KEY: &str = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// Verifies letters as the library of Standard Webhooks does, and refuses the same ones with a byte changed.
const VERIFIER: &str = r#"
import json, sys
from standardwebhooks import Webhook, WebhookVerificationError
told = json.load(sys.stdin)
webhook = Webhook(told["secret"])
for letter in told["letters"]:
    webhook.verify(letter["body"], letter["headers"])
    try:
        webhook.verify(letter["body"].replace("acc_1", "acc_2"), letter["headers"])
        sys.exit("a changed body was taken")
    except WebhookVerificationError:
        print("verified")
"#;

/// How long anything that must happen may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// An endpoint of the agency's system.
struct Endpoint {
    address: std::net::SocketAddr,
    heard: Arc<Mutex<Vec<Heard>>>,
    status: Arc<Mutex<StatusCode>>,
    news: watch::Receiver<usize>,
    serving: tokio::task::JoinHandle<()>,
}

/// What it was told.
#[derive(Clone, Debug)]
struct Heard {
    id: String,
    body: Value,
    /// As it came: the headers that are signed, and the body.
    letter: Value,
}

impl Endpoint {
    async fn serve() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let status = Arc::new(Mutex::new(StatusCode::OK));
        let (tell, news) = watch::channel(0);
        let (hears, answers) = (Arc::clone(&heard), Arc::clone(&status));
        let hook = move |headers: HeaderMap, body: Bytes| async move {
            hears.lock().unwrap().push(verified(&headers, &body));
            tell.send_modify(|count| *count += 1);
            *answers.lock().unwrap()
        };
        let router = axum::Router::new().route("/hook", axum::routing::post(hook));
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, heard, status, news, serving }
    }

    fn answers(&self, status: StatusCode) {
        *self.status.lock().unwrap() = status;
    }

    /// Waits until it was told so many things, and gives their types.
    async fn hears(&self, many: usize) -> Vec<String> {
        let mut news = self.news.clone();
        let is_heard = |_: &usize| self.heard.lock().unwrap().len() >= many;
        let waited = timeout(PATIENCE, news.wait_for(is_heard)).await.map(drop);
        let heard = self.heard.lock().unwrap().clone();
        assert!(waited.is_ok(), "it was told only {heard:?}");
        heard.iter().map(|it| it.body["type"].as_str().unwrap().to_owned()).collect()
    }

    fn forgets(&self) {
        self.heard.lock().unwrap().clear();
    }

    fn ids(&self) -> Vec<String> {
        self.heard.lock().unwrap().iter().map(|it| it.id.clone()).collect()
    }
}

/// What was told, if it was signed as Standard Webhooks says.
fn verified(headers: &HeaderMap, body: &[u8]) -> Heard {
    let header = |name: &str| headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/json");
    let (id, timestamp) = (header("webhook-id"), header("webhook-timestamp"));
    let told: i64 = timestamp.parse().unwrap();
    assert!(told > 1_700_000_000 && told < 10_000_000_000, "seconds, not milliseconds: {timestamp}");
    let mut mac = Hmac::<Sha256>::new_from_slice(&STANDARD.decode(KEY).unwrap()).unwrap();
    for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
        mac.update(part);
    }
    let signature = header("webhook-signature");
    let signature = STANDARD.decode(signature.strip_prefix("v1,").unwrap()).unwrap();
    mac.verify_slice(&signature).unwrap();
    let letter = json!({
        "headers": {
            "webhook-id": id,
            "webhook-timestamp": timestamp,
            "webhook-signature": header("webhook-signature"),
        },
        "body": std::str::from_utf8(body).unwrap(),
    });
    Heard { id, body: serde_json::from_slice(body).unwrap(), letter }
}

/// A world whose bridge is not started, and knows of these endpoints.
async fn world_with_webhooks(addresses: &[std::net::SocketAddr]) -> World {
    let world = World::without_bridge(&[]).await;
    world.writes_secret("webhook.secret", "the webhook's secret", &format!("whsec_{KEY}"));
    let config = std::fs::read_to_string(world.folder().join("config.toml")).unwrap();
    let webhook = |address: &std::net::SocketAddr| {
        let url = format!("http://{address}/hook?token=in-the-address");
        format!("[[webhooks]]\nurl = \"{url}\"\nsecret_file = \"webhook.secret\"\n")
    };
    let webhooks: Vec<String> = addresses.iter().map(webhook).collect();
    world.write("config.toml", &format!("{config}\n{}", webhooks.join("\n")));
    world
}

#[tokio::test]
async fn an_endpoint_is_told_signed_what_happens_and_never_a_code_or_a_name() {
    let endpoint = Endpoint::serve().await;
    let world = world_with_webhooks(&[endpoint.address]).await;
    world.starts().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::app(), "your authenticator app").await;
    assert_eq!(endpoint.hears(1).await, ["attempt.question_sent"]);
    let code = world.code("acc_1");
    world.sends_code(&world.bella, &code);
    world.bella_is_connected().await;
    let types = endpoint.hears(3).await;
    let mut sorted = types.clone();
    sorted.sort();
    assert_eq!(sorted, ["attempt.code_relayed", "attempt.completed", "attempt.question_sent"]);
    let told = format!("{:?}", endpoint.heard.lock().unwrap());
    for forbidden in [code.as_str(), "Bella", "Sam", "bella"] {
        assert!(!told.contains(forbidden), "{forbidden} stands in {told}");
    }
    assert!(told.contains("acc_1") && told.contains("att_1"), "{told}");
    world.measures("twofa_bridge_webhook_deliveries_total{fate=\"taken\"} 3").await;
    world.measures("twofa_bridge_webhook_deliveries_waiting 0").await;
    assert!(!world.log().contains("in-the-address"), "the address is logged");
    if let Some(python) = Python::if_there_is_one() {
        let letters: Vec<Value> = endpoint.heard.lock().unwrap().iter().map(|it| it.letter.clone()).collect();
        let told = json!({ "secret": format!("whsec_{KEY}"), "letters": letters });
        let (_, said) = python.runs(&["-c", VERIFIER], told.to_string()).await;
        assert_eq!(said, "verified\n".repeat(3));
    }
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
async fn an_endpoint_that_was_away_is_told_after_a_crash_of_the_bridge_under_the_same_id() {
    let endpoint = Endpoint::serve().await;
    let world = world_with_webhooks(&[endpoint.address]).await;
    world.starts().await;
    let ended = world.runs(&["check"]).await;
    assert!(ended.stdout.contains("endpoint 1 (127.0.0.1) has taken a test message"), "{}", ended.stdout);
    endpoint.answers(StatusCode::UNAUTHORIZED);
    let ended = world.runs(&["check"]).await;
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.stdout.contains("(127.0.0.1): the endpoint answers 401 in place of 2xx; compare"),
        "{}",
        ended.stdout
    );
    assert_eq!(endpoint.hears(2).await, ["bridge.check", "bridge.check"]);
    endpoint.forgets();
    world.enrols(&world.bella, "bella").await;
    endpoint.answers(StatusCode::TEMPORARY_REDIRECT);
    world.asks_bella(Script::app(), "your authenticator app").await;
    endpoint.hears(1).await;
    world.measures("twofa_bridge_webhook_deliveries_total{fate=\"again\"} 1").await;
    world.is_stored().await;
    world.kills_the_bridge().await;
    endpoint.answers(StatusCode::NO_CONTENT);
    world.starts().await;
    assert_eq!(endpoint.hears(2).await, ["attempt.question_sent", "attempt.question_sent"]);
    let ids = endpoint.ids();
    assert_eq!(ids[0], ids[1]);
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    endpoint.hears(4).await;
    world.measures("twofa_bridge_webhook_deliveries_waiting 0").await;
    // One that has gone is not asked for.
    endpoint.serving.abort();
    world
        .finish(expect![[r#"
        GET /v1/me 200
        GET /v1/me 200
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
async fn an_endpoint_that_never_answers_holds_up_no_other() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = Endpoint::serve().await;
    let world = world_with_webhooks(&[silent.local_addr().unwrap(), endpoint.address]).await;
    world.starts().await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::app(), "your authenticator app").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    endpoint.hears(3).await;
    world.measures("twofa_bridge_webhook_deliveries_total{fate=\"taken\"} 3").await;
    world.measures("twofa_bridge_webhook_deliveries_waiting 3").await;
    world
        .finish(expect![[r#"
            POST /v1/accounts/acc_1/reauthenticate 200
            PUT /v1/connect/login/att_1 200
            ---
            1 × account
            1 × attempt (Connected)
            3 × event (owed)
            1 × link
            3 × person
        "#]])
        .await;
}

/// Reads a stream of events until these words have come.
async fn reads(stream: &mut reqwest::Response, text: &mut String, words: &str) {
    let reading = timeout(PATIENCE, async {
        while !text.contains(words) {
            let chunk = stream.chunk().await.unwrap().expect("the stream goes on");
            text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    });
    assert!(reading.await.is_ok(), "{words:?} did not come; what came is\n{text}");
}

#[tokio::test]
async fn whoever_reads_the_stream_hears_what_happens_and_goes_on_after_a_crash_where_they_were() {
    let world = World::without_bridge(&[("TWOFA_BRIDGE__HTTP__EVENT_STREAM", "true")]).await;
    world.starts().await;
    world.enrols(&world.bella, "bella").await;
    world.expects_in_the_log("Refused a request to the intake that did not show the intake token");
    let (status, _) = world.asks(reqwest::Client::new().get(world.url("/v1/events"))).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);

    let mut stream = world.streams(None).await;
    let mut text = String::new();
    reads(&mut stream, &mut text, "retry: 2000\n\n").await;
    world.asks_bella(Script::app(), "your authenticator app").await;
    reads(&mut stream, &mut text, "event: attempt.question_sent\ndata: {").await;
    let last = text.split("id: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    world.is_stored().await;
    world.kills_the_bridge().await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.starts().await;
    world.bella_is_connected().await;

    let mut stream = world.streams(Some(&last)).await;
    let mut text = String::new();
    reads(&mut stream, &mut text, "event: attempt.completed\ndata: {").await;
    let types: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("event: ")).collect();
    assert_eq!(types, ["attempt.code_relayed", "attempt.completed"]);
    let mut again = world.streams(Some("evt_0000000000000000")).await;
    let mut all = String::new();
    reads(&mut again, &mut all, "event: attempt.completed\ndata: {").await;
    assert!(all.contains(&format!("id: {last}\nevent: attempt.question_sent\n")), "{all}");
    for forbidden in ["Bella", "Sam", "bella"] {
        assert!(!all.contains(forbidden), "{all}");
    }
    // Streams end with the bridge, which does not wait for them.
    drop((stream, again));
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        3 × event
        1 × link
        3 × person
    "#]])
        .await;
}
