//! The bridge's own HTTP port, over real HTTP, with a service behind it that answers as a test says.

mod described;
mod reading;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use reqwest::header::{
    ACCEPT, ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap,
    RETRY_AFTER, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS,
};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use sha2::Digest as _;
use tokio::sync::{mpsc, oneshot};
use twofa_bridge::http::{Ask, BODY_BYTES_MAX, Bounds, CONNECTIONS_MAX, Http, Part, Question, Shared};
use twofa_bridge::model::incoming::{Happened, Incoming};
use twofa_bridge::model::record::{ChallengeKind, CodeKind};
use twofa_bridge::model::{AccountId, AttemptId, Handle, Name, PersonId, PostId, Seed, Timestamp, UpdateId};
use twofa_bridge::switchboard::command::{AttemptView, Command, Note, OpenAttempt, Overview, Response};
use twofa_bridge::switchboard::event::{Event, Trouble, Unshown};

const TOKEN: &str = "intake-token-of-these-tests-0123456789";

/// How long tests wait for what does not come.
const BRIEF: Duration = Duration::from_millis(100);

/// A server, and what it asked the service.
struct Bridge {
    http: Http,
    client: reqwest::Client,
    shared: Arc<Shared>,
    asked: Arc<Mutex<Vec<Question>>>,
}

impl Bridge {
    /// A bridge whose service answers every question like this.
    fn answering(response: Response) -> impl Future<Output = Bridge> {
        Self::start(Some(TOKEN), Bounds::default(), Some(response))
    }

    /// A bridge whose service keeps every question and answers none.
    fn silent(bounds: Bounds) -> impl Future<Output = Bridge> {
        Self::start(Some(TOKEN), bounds, None)
    }

    fn start(
        token: Option<&str>,
        bounds: Bounds,
        response: Option<Response>,
    ) -> impl Future<Output = Bridge> {
        Self::sharing(Shared::default(), token, bounds, response)
    }

    /// The same with something to read.
    async fn sharing(
        shared: Shared,
        token: Option<&str>,
        bounds: Bounds,
        response: Option<Response>,
    ) -> Bridge {
        let (asks, mut asking) = mpsc::channel::<Ask>(8);
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        tokio::spawn(async move {
            let mut unanswered: Vec<oneshot::Sender<Response>> = Vec::new();
            while let Some(Ask { question, answer }) = asking.recv().await {
                seen.lock().unwrap().push(question);
                match &response {
                    Some(response) => drop(answer.send(response.clone())),
                    None => unanswered.push(answer),
                }
            }
        });
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let shared = Arc::new(shared);
        let http =
            Http::serve_within(listener, token.map(Into::into), Arc::clone(&shared), asks, bounds).unwrap();
        Bridge { http, client: reqwest::Client::new(), shared, asked }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("http://{}{path}", self.http.address()))
    }

    async fn get(&self, path: &str) -> Answer {
        answer(self.request(Method::GET, path).bearer_auth(TOKEN)).await
    }

    async fn hand(&self, body: &Value) -> Answer {
        answer(self.request(Method::POST, "/v1/attempts").bearer_auth(TOKEN).json(body)).await
    }

    /// Hands over bytes that need not be JSON.
    async fn hand_raw(&self, content_type: &str, body: impl Into<reqwest::Body>) -> Answer {
        let request = self.request(Method::POST, "/v1/attempts").bearer_auth(TOKEN);
        answer(request.header(CONTENT_TYPE, content_type).body(body)).await
    }

    /// Tells everything that is wrong with these members.
    async fn faults(&self, body: &Value) -> Vec<(String, String)> {
        let refused = self.hand(body).await;
        refused.is_problem(422, "urn:twofa-bridge:problem:invalid-request");
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let errors = refused.body["errors"].as_array().unwrap();
        errors.iter().map(|error| (text(&error["field"]), text(&error["detail"]))).collect()
    }

    fn asked(&self) -> Vec<Question> {
        self.asked.lock().unwrap().clone()
    }

    /// Sends these bytes and nothing more, and reads until the server ends the connection.
    async fn exchange(&self, request: String) -> String {
        let address = self.http.address();
        let talk = move || {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut response = String::new();
            // Being cut off is one of the ways in which a connection ends.
            let _ = stream.read_to_string(&mut response);
            response
        };
        tokio::task::spawn_blocking(talk).await.unwrap()
    }
}

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
    body: Value,
}

impl Answer {
    fn header(&self, name: reqwest::header::HeaderName) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    #[track_caller]
    fn is(&self, status: u16, body: &Value) {
        assert_eq!((self.status.as_u16(), &self.body), (status, body));
        assert_eq!(self.header(CONTENT_TYPE), Some("application/json"));
        assert_eq!(self.header(CACHE_CONTROL), Some("no-store"));
    }

    #[track_caller]
    fn is_problem(&self, status: u16, kind: &str) {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        assert_eq!(self.header(CONTENT_TYPE), Some("application/problem+json"), "{}", self.text);
        assert_eq!(self.header(CACHE_CONTROL), Some("no-store"));
        assert_eq!((&self.body["type"], &self.body["status"]), (&json!(kind), &json!(status)));
        assert!(self.body["title"].is_string() && self.body["detail"].is_string(), "{}", self.text);
    }
}

async fn answer(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let text = response.text().await.unwrap();
    let body = serde_json::from_str(&text).unwrap_or_default();
    Answer { status, headers, text, body }
}

fn attempt(id: &str) -> AttemptId {
    AttemptId::parse(id).unwrap()
}

fn account(id: &str) -> AccountId {
    AccountId::parse(id).unwrap()
}

fn handover() -> Value {
    json!({ "attempt_id": "att_1", "account": "@bella", "started_by": "Mia" })
}

fn watching() -> Value {
    json!({ "attempt_id": "att_1", "status": "watching" })
}

#[tokio::test]
async fn an_attempt_that_is_handed_over_is_watched() {
    let bridge = Bridge::answering(Response::Watching).await;
    let mut body = handover();
    body["added_in_a_later_version"] = json!([1, 2, 3]);
    bridge.hand(&body).await.is(202, &watching());
    let asked =
        Question::Hand { attempt: attempt("att_1"), account: "@bella".into(), started_by: Name::new("Mia") };
    assert_eq!(bridge.asked(), [asked]);
}

#[tokio::test]
async fn an_attempt_that_is_handed_over_again_is_watched_already() {
    let bridge = Bridge::answering(Response::AlreadyWatching).await;
    bridge.hand(&handover()).await.is(200, &watching());
}

#[tokio::test]
async fn each_refusal_of_the_service_has_its_status_and_its_type() {
    for (response, status, kind) in [
        (Response::UnknownAccount, 404, "unknown-account"),
        (Response::AttemptTaken, 409, "attempt-taken"),
        (Response::AccountBusy(attempt("att_0")), 409, "account-busy"),
        (Response::AccountFrozen, 409, "account-frozen"),
        (Response::AmbiguousAccount(vec![account("acc_1"), account("acc_2")]), 422, "ambiguous-account"),
        (Response::AccountsUnavailable, 503, "accounts-unavailable"),
        (Response::TooManyAttempts, 503, "too-many-attempts"),
    ] {
        let refused = Bridge::answering(response).await.hand(&handover()).await;
        refused.is_problem(status, &format!("urn:twofa-bridge:problem:{kind}"));
        assert_eq!(refused.headers.contains_key(RETRY_AFTER), status == 503, "{kind}");
    }
}

#[tokio::test]
async fn a_busy_account_names_the_attempt_that_is_open() {
    let bridge = Bridge::answering(Response::AccountBusy(attempt("att_0"))).await;
    assert_eq!(bridge.hand(&handover()).await.body["open_attempt_id"], "att_0");
}

#[tokio::test]
async fn an_ambiguous_account_names_every_account_that_may_be_meant() {
    let response = Response::AmbiguousAccount(vec![account("acc_1"), account("acc_2")]);
    let refused = Bridge::answering(response).await.hand(&handover()).await;
    assert_eq!(refused.body["account_ids"], json!(["acc_1", "acc_2"]));
    assert_eq!(refused.body["errors"][0]["field"], "account");
    let detail = refused.body["errors"][0]["detail"].as_str().unwrap();
    assert!(detail.contains("acc_1") && detail.contains("acc_2"), "{detail}");
}

#[tokio::test]
async fn what_is_known_of_an_attempt_is_shown_with_times_that_others_can_read() {
    let bridge = Bridge::answering(Response::Attempt(AttemptView {
        attempt: attempt("att_1"),
        account: account("acc_1"),
        state: Some("needs_otp".to_owned()),
        status: "asking",
        asked_at: Some(Timestamp(1_767_225_600_250)),
        answered_at: None,
    }))
    .await;
    bridge.get("/v1/attempts/att_1").await.is(
        200,
        &json!({
            "attempt_id": "att_1", "account": "acc_1", "state": "needs_otp", "status": "asking",
            "asked_at": "2026-01-01T00:00:00.25Z", "answered_at": null,
        }),
    );
    assert_eq!(bridge.asked(), [Question::Inquire { attempt: attempt("att_1") }]);
}

#[tokio::test]
async fn an_attempt_before_its_first_look_has_no_state() {
    let bridge = Bridge::answering(Response::Attempt(AttemptView {
        attempt: attempt("att_1"),
        account: account("acc_1"),
        state: None,
        status: "watching",
        asked_at: None,
        // A clock that is this wrong tells nothing.
        answered_at: Some(Timestamp(i64::MAX)),
    }))
    .await;
    let shown = bridge.get("/v1/attempts/att_1").await;
    assert_eq!((&shown.body["state"], &shown.body["answered_at"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn an_attempt_that_nobody_handed_over_is_unknown() {
    let bridge = Bridge::answering(Response::UnknownAttempt).await;
    bridge.get("/v1/attempts/att_9").await.is_problem(404, "urn:twofa-bridge:problem:unknown-attempt");
    assert_eq!(bridge.asked().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_an_id_is_unknown_without_a_question() {
    let bridge = Bridge::answering(Response::UnknownAttempt).await;
    for id in ["%20", "%FF", "a%2Fb", "%D0%B0", &"a".repeat(129)] {
        let refused = bridge.get(&format!("/v1/attempts/{id}")).await;
        refused.is_problem(404, "urn:twofa-bridge:problem:unknown-attempt");
    }
    assert_eq!(bridge.asked(), []);
}

#[tokio::test]
async fn an_invitation_is_never_shown_to_the_agencys_system() {
    let word = Seed([7; 32]).word(0);
    let secret = word.expose().to_owned();
    let handle = Handle::parse("bella").unwrap();
    let response = Response::Invitation { handle, word, expires_at: Timestamp(0) };
    let refused = Bridge::answering(response).await.hand(&handover()).await;
    refused.is_problem(500, "about:blank");
    assert!(!refused.text.contains(&secret));
}

#[tokio::test]
async fn without_the_token_nothing_is_asked() {
    let bridge = Bridge::answering(Response::Watching).await;
    let prefix = &TOKEN[..TOKEN.len() - 1];
    for credentials in [
        None,
        Some(String::new()),
        Some("Bearer".to_owned()),
        Some("Bearer ".to_owned()),
        Some("Bearer wrong".to_owned()),
        Some(format!("Bearer {prefix}")),
        Some(format!("Bearer {TOKEN}0")),
        Some(format!("Bearer {}", TOKEN.to_uppercase())),
        Some(format!("Bearer {TOKEN}, Bearer {TOKEN}")),
        Some(format!("Bearer{TOKEN}")),
        Some(format!("Basic {TOKEN}")),
        Some(TOKEN.to_owned()),
    ] {
        for (method, path) in [(Method::POST, "/v1/attempts"), (Method::GET, "/v1/attempts/att_1")] {
            let mut request = bridge.request(method, path).json(&handover());
            if let Some(credentials) = &credentials {
                request = request.header(AUTHORIZATION, credentials);
            }
            let refused = answer(request).await;
            refused.is_problem(401, "about:blank");
            assert_eq!(refused.header(WWW_AUTHENTICATE), Some("Bearer"), "{credentials:?}");
            assert!(!refused.text.contains(prefix));
        }
    }
    assert_eq!(bridge.asked(), []);
}

#[tokio::test]
async fn two_tokens_in_one_request_are_no_token() {
    let bridge = Bridge::answering(Response::Watching).await;
    let request = bridge.request(Method::POST, "/v1/attempts").json(&handover());
    let refused = answer(request.bearer_auth(TOKEN).bearer_auth("another")).await;
    refused.is_problem(401, "about:blank");
}

#[tokio::test]
async fn the_name_of_the_scheme_is_read_in_any_case() {
    let bridge = Bridge::answering(Response::Watching).await;
    for scheme in ["bearer", "BEARER", "bEaReR", "Bearer "] {
        let request = bridge.request(Method::POST, "/v1/attempts").json(&handover());
        let taken = answer(request.header(AUTHORIZATION, format!("{scheme} {TOKEN}"))).await;
        assert_eq!(taken.status, 202, "{scheme}");
    }
}

#[tokio::test]
async fn without_an_intake_token_there_is_no_intake() {
    let bridge = Bridge::start(None, Bounds::default(), Some(Response::Watching)).await;
    bridge.hand(&handover()).await.is_problem(404, "about:blank");
    bridge.get("/v1/attempts/att_1").await.is_problem(404, "about:blank");
    bridge.get("/healthz").await.is(200, &json!({ "status": "ok" }));
    assert_eq!(bridge.asked(), []);
}

#[tokio::test]
async fn who_may_not_speak_is_refused_before_their_body_is_read() {
    let bridge = Bridge::answering(Response::Watching).await;
    // The body is announced and never sent.
    let head = "POST /v1/attempts HTTP/1.1\r\nHost: bridge\r\nContent-Type: application/json\r\n\
        Content-Length: 1000\r\n\r\n";
    let refused = bridge.exchange(head.to_owned()).await;
    assert!(refused.starts_with("HTTP/1.1 401 "), "{refused}");
}

#[tokio::test]
async fn every_field_at_fault_is_named_at_once() {
    let bridge = Bridge::answering(Response::Watching).await;
    let missing = |field: &str| (field.to_owned(), "is missing".to_owned());
    let all = ["attempt_id", "account", "started_by"].map(missing);
    assert_eq!(bridge.faults(&json!({})).await, all);
    let wrong_type = bridge.faults(&json!({ "attempt_id": 1, "account": null, "started_by": ["Mia"] })).await;
    assert_eq!(wrong_type, all.map(|(field, _)| (field, "must be a string".to_owned())));
    let refused = bridge.hand(&json!({ "account": "@bella", "started_by": "" })).await;
    assert_eq!(refused.body["detail"], "`attempt_id` is missing. `started_by` must not be empty.");
    assert_eq!(bridge.asked(), []);
}

#[tokio::test]
async fn a_field_is_at_fault_when_it_is_empty_or_too_long_or_has_other_characters() {
    let bridge = Bridge::answering(Response::Watching).await;
    let (long, longer) = ("a".repeat(129), "я".repeat(201));
    for (field, value, part) in [
        ("attempt_id", "", "must not be empty"),
        ("attempt_id", "att 1", "may hold only"),
        ("attempt_id", "../att", "may hold only"),
        ("attempt_id", "..", "may hold only"),
        ("attempt_id", &long, "must not be longer than 128 characters"),
        ("account", "", "must not be empty"),
        ("account", "@", "must be an account id"),
        ("account", "be lla", "must be an account id"),
        ("account", &long, "must not be longer than 128 characters"),
        ("started_by", "", "must not be empty"),
        ("started_by", " \t\n", "must not be empty"),
        ("started_by", &longer, "must not be longer than 200 characters"),
    ] {
        let mut body = handover();
        body[field] = json!(value);
        let faults = bridge.faults(&body).await;
        let [(at_fault, detail)] = faults.as_slice() else { panic!("{field} {value:?}: {faults:?}") };
        assert!(at_fault == field && detail.starts_with(part), "{field} {value:?}: {faults:?}");
    }
    assert_eq!(bridge.asked(), []);
}

#[tokio::test]
async fn accounts_may_be_named_by_id_and_by_handle() {
    let bridge = Bridge::answering(Response::Watching).await;
    for named in ["acc:1", "bella", "@Bella", "\u{2068}@bella\u{2069}"] {
        let mut body = handover();
        body["account"] = json!(named);
        assert_eq!(bridge.hand(&body).await.status, 202, "{named}");
    }
    assert_eq!(bridge.asked().len(), 4);
}

#[tokio::test]
async fn a_name_of_two_hundred_characters_is_shortened_and_made_safe() {
    let bridge = Bridge::answering(Response::Watching).await;
    let mut body = handover();
    body["started_by"] = json!(format!("evil.example {}", "я".repeat(187)));
    assert_eq!(bridge.hand(&body).await.status, 202);
    let asked = bridge.asked();
    let [Question::Hand { started_by, .. }] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(started_by.as_str().chars().count(), Name::MOST);
    assert!(!started_by.as_str().contains('.'));
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused() {
    let bridge = Bridge::answering(Response::Watching).await;
    let deep = "[".repeat(10_000);
    for body in ["", "{", "attempt_id=att_1", "{\"attempt_id\":\"att_1\"}}", "\u{feff}{}", &deep] {
        let refused = bridge.hand_raw("application/json", body.to_owned()).await;
        refused.is_problem(400, "about:blank");
        assert_eq!(refused.body["detail"], "The body is not JSON.");
    }
    bridge.hand_raw("application/json", vec![b'"', 0xff, b'"']).await.is_problem(400, "about:blank");
}

#[tokio::test]
async fn a_body_that_is_no_object_is_refused() {
    let bridge = Bridge::answering(Response::Watching).await;
    for body in [json!([]), json!("att_1"), json!(null), json!(1)] {
        assert_eq!(bridge.faults(&body).await, []);
    }
}

#[tokio::test]
async fn a_body_must_say_that_it_is_json() {
    let bridge = Bridge::answering(Response::Watching).await;
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "nonsense"] {
        let refused = bridge.hand_raw(content_type, handover().to_string()).await;
        refused.is_problem(415, "about:blank");
    }
    let request = bridge.request(Method::POST, "/v1/attempts").bearer_auth(TOKEN);
    answer(request.body(handover().to_string())).await.is_problem(415, "about:blank");
    let taken = bridge.hand_raw("application/json; charset=utf-8", handover().to_string()).await;
    assert_eq!(taken.status, 202);
}

#[tokio::test]
async fn a_huge_body_is_refused_and_the_refusal_arrives() {
    let bridge = Bridge::answering(Response::Watching).await;
    let padded = |bytes: usize| {
        let body = handover().to_string();
        format!("{body}{}", " ".repeat(bytes - body.len()))
    };
    let just_fits = bridge.hand_raw("application/json", padded(BODY_BYTES_MAX)).await;
    assert_eq!(just_fits.status, 202);
    for bytes in [BODY_BYTES_MAX + 1, 8 * 1_024 * 1_024] {
        let refused = bridge.hand_raw("application/json", padded(bytes)).await;
        refused.is_problem(413, "about:blank");
        assert_eq!(refused.body["detail"], "The body is longer than 16384 bytes.");
    }
}

#[tokio::test]
async fn a_body_that_does_not_say_how_long_it_is_is_bounded_as_well() {
    let bridge = Bridge::answering(Response::Watching).await;
    let chunk = "4000\r\n".to_owned() + &" ".repeat(0x4000) + "\r\n";
    let request = format!(
        "POST /v1/attempts HTTP/1.1\r\nHost: bridge\r\nAuthorization: Bearer {TOKEN}\r\n\
        Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{chunk}{chunk}"
    );
    let refused = bridge.exchange(request).await;
    assert!(refused.starts_with("HTTP/1.1 413 "), "{refused}");
}

#[tokio::test]
async fn a_body_that_does_not_arrive_in_time_is_refused() {
    let bridge = Bridge::silent(Bounds { body: BRIEF, ..Bounds::default() }).await;
    let request = format!(
        "POST /v1/attempts HTTP/1.1\r\nHost: bridge\r\nAuthorization: Bearer {TOKEN}\r\n\
        Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"attempt_id\":"
    );
    let refused = bridge.exchange(request).await;
    assert!(refused.starts_with("HTTP/1.1 408 "), "{refused}");
    assert!(refused.contains("application/problem+json"), "{refused}");
    assert_eq!(bridge.asked(), []);
}

#[tokio::test]
async fn a_head_that_does_not_arrive_in_time_is_cut_off() {
    let bridge = Bridge::silent(Bounds { connection: BRIEF, ..Bounds::default() }).await;
    for head in ["", "GET /healthz HTTP/1.1\r\nHost:"] {
        assert_eq!(bridge.exchange(head.to_owned()).await, "");
    }
}

#[tokio::test]
async fn clients_that_say_nothing_hold_a_place_for_a_bounded_time() {
    let bridge = Bridge::silent(Bounds { connection: BRIEF, ..Bounds::default() }).await;
    let idle: Vec<TcpStream> =
        (0..=CONNECTIONS_MAX).map(|_| TcpStream::connect(bridge.http.address()).unwrap()).collect();
    assert_eq!(bridge.get("/healthz").await.status, 200);
    drop(idle);
}

#[tokio::test]
async fn a_service_that_is_silent_is_not_waited_for_without_end() {
    let bridge = Bridge::silent(Bounds { answer: BRIEF, ..Bounds::default() }).await;
    for refused in [bridge.hand(&handover()).await, bridge.get("/v1/attempts/att_1").await] {
        refused.is_problem(503, "urn:twofa-bridge:problem:no-answer");
        assert!(refused.headers.contains_key(RETRY_AFTER));
    }
    assert_eq!(bridge.asked().len(), 2);
}

#[tokio::test]
async fn a_service_that_takes_no_questions_is_not_waited_for_either() {
    let (asks, asking) = mpsc::channel(1);
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let shared = Arc::new(Shared::default());
    let bounds = Bounds { answer: BRIEF, ..Bounds::default() };
    let http = Http::serve_within(listener, Some(TOKEN.into()), Arc::clone(&shared), asks, bounds).unwrap();
    let bridge = Bridge { http, client: reqwest::Client::new(), shared, asked: Arc::default() };
    // The first question fills the queue, the second does not get in.
    for _ in 0..2 {
        bridge.hand(&handover()).await.is_problem(503, "urn:twofa-bridge:problem:no-answer");
    }
    drop(asking);
    bridge.hand(&handover()).await.is_problem(503, "urn:twofa-bridge:problem:stopping");
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_one() {
    let bridge = Bridge::answering(Response::Watching).await;
    for (method, path, allowed) in [
        (Method::GET, "/v1/attempts", "POST"),
        (Method::DELETE, "/v1/attempts/att_1", "GET,HEAD"),
        (Method::POST, "/healthz", "GET,HEAD"),
        (Method::PUT, "/readyz", "GET,HEAD"),
        (Method::PATCH, "/metrics", "GET,HEAD"),
    ] {
        let refused = answer(bridge.request(method, path).bearer_auth(TOKEN)).await;
        refused.is_problem(405, "about:blank");
        assert_eq!(refused.header(ALLOW), Some(allowed), "{path}");
    }
}

#[tokio::test]
async fn there_are_no_routes_but_those() {
    let bridge = Bridge::answering(Response::Watching).await;
    for path in [
        "/index.html",
        "/v1",
        "/v1/",
        "/v1/attempts/",
        "/v1/attempts/a/b",
        "/healthz/",
        "/debug",
        "/metrics/x",
    ] {
        bridge.get(path).await.is_problem(404, "about:blank");
    }
    assert_eq!(bridge.asked(), []);
}

#[tokio::test]
async fn the_bridge_is_healthy_while_it_lives() {
    let bridge = Bridge::silent(Bounds::default()).await;
    bridge.get("/healthz").await.is(200, &json!({ "status": "ok" }));
    let head = answer(bridge.request(Method::HEAD, "/healthz")).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn the_bridge_is_ready_when_everything_it_needs_answers() {
    let bridge = Bridge::silent(Bounds::default()).await;
    let refused = bridge.get("/readyz").await;
    refused.is_problem(503, "urn:twofa-bridge:problem:not-ready");
    let unknown = |part: &str| json!({ "part": part, "reason": "not known yet" });
    assert_eq!(
        refused.body["missing"],
        json!([unknown("store"), unknown("telegram"), unknown("account_api")])
    );

    let readiness = &bridge.shared.readiness;
    readiness.set(Part::Store, Ok(()));
    readiness.set(Part::Telegram, Ok(()));
    readiness.set(Part::AccountApi, Err("refuses the key"));
    assert!(!readiness.is_ready());
    let refused = bridge.get("/readyz").await;
    assert_eq!(refused.body["missing"], json!([{ "part": "account_api", "reason": "refuses the key" }]));

    readiness.set(Part::AccountApi, Ok(()));
    assert!(readiness.is_ready());
    bridge.get("/readyz").await.is(200, &json!({ "status": "ready" }));
}

#[tokio::test]
async fn metrics_show_what_was_counted() {
    let bridge = Bridge::silent(Bounds::default()).await;
    let metrics = &bridge.shared.metrics;
    metrics.count_event(&Event::Started);
    metrics.count_event(&Event::Heard(Incoming { update: UpdateId(1), what: Happened::Nothing }));
    metrics.count_event(&Event::Heard(Incoming { update: UpdateId(2), what: Happened::Nothing }));
    let result = Err(Trouble::Throttled(None));
    metrics.count_event(&Event::Seen { attempt: attempt("att_1"), request: 1, result });
    metrics.count_event(&Event::NotShown { post: PostId(1), revision: 0, why: Unshown::ChatGone });
    let attempt = attempt("att_1");
    let account = account("acc_1");
    let person = PersonId(4_242);
    for note in [
        Note::Watched { attempt: attempt.clone(), account: account.clone() },
        Note::Asked { attempt: attempt.clone(), kind: ChallengeKind::Code(CodeKind::Sms), people: 2 },
        Note::Answered { attempt: attempt.clone(), person },
        Note::WrongCode { attempt: attempt.clone() },
        Note::QuestionArrived { attempt: attempt.clone(), after: Duration::from_millis(200) },
        Note::Judged { attempt: attempt.clone(), after: Duration::from_millis(1_500) },
        Note::Ended { attempt: attempt.clone(), ending: "connected" },
        Note::Linked { account: account.clone(), person },
        Note::Unlinked { account: account.clone(), person },
        Note::Frozen { account: account.clone(), person },
        Note::NotAManager { person },
        Note::NotStarted { account, ending: "throttled" },
    ] {
        metrics.count_command(&Command::Note(note));
    }
    metrics.count_command(&Command::ListAccounts);
    metrics.set_open_attempts(3);
    metrics.set_updates_unsettled(2);
    metrics.set_outbox_depth(1);
    metrics.set_budget((7, 600));
    metrics.set_sizes(4_096, 512);
    metrics.set_telegram_answers(true);

    let request = bridge.request(Method::GET, "/metrics");
    let accepted = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3";
    let shown = answer(request.header(ACCEPT, accepted)).await;
    assert_eq!(shown.status, 200);
    let content_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    assert_eq!(shown.header(CONTENT_TYPE), Some(content_type));
    for line in [
        "twofa_bridge_events_total{event=\"started\"} 1",
        "twofa_bridge_events_total{event=\"heard\"} 2",
        "twofa_bridge_account_api_answers_total{call=\"look\",outcome=\"throttled\"} 1",
        "twofa_bridge_messages_not_shown_total{reason=\"chat_gone\"} 1",
        "twofa_bridge_commands_total{command=\"note\"} 12",
        "twofa_bridge_commands_total{command=\"list_accounts\"} 1",
        "twofa_bridge_attempts_watched_total 1",
        "twofa_bridge_challenges_total{challenge=\"sms\"} 1",
        "twofa_bridge_questions_total{challenge=\"sms\"} 2",
        "twofa_bridge_answers_total 1",
        "twofa_bridge_wrong_codes_total 1",
        "twofa_bridge_attempts_ended_total{ending=\"connected\"} 1",
        "twofa_bridge_reauthentications_not_started_total{ending=\"throttled\"} 1",
        "twofa_bridge_links_made_total 1",
        "twofa_bridge_links_ended_total 1",
        "twofa_bridge_freezes_total 1",
        "twofa_bridge_incidents_total{incident=\"not_a_manager\"} 1",
        "twofa_bridge_incidents_total{incident=\"key_refused\"} 0",
        "twofa_bridge_open_attempts 3",
        "twofa_bridge_updates_unsettled 2",
        "twofa_bridge_outbox_depth 1",
        "twofa_bridge_account_api_budget_used_calls 7",
        "twofa_bridge_account_api_budget_allowed_calls 600",
        "twofa_bridge_store_size_bytes 4096",
        "twofa_bridge_journal_size_bytes 512",
        "twofa_bridge_telegram_answering 1",
        "twofa_bridge_attempts_ended_total{ending=\"declined\"} 0",
        "twofa_bridge_code_to_verdict_seconds_bucket{le=\"2.0\"} 1",
        "twofa_bridge_code_to_verdict_seconds_sum 1.5",
        "twofa_bridge_challenge_to_question_seconds_count 1",
        "# EOF",
    ] {
        assert!(shown.text.lines().any(|shown| shown == line), "{line} is not in\n{}", shown.text);
    }
    for line in shown.text.lines().filter_map(|line| line.strip_prefix("# TYPE ")) {
        let name = line.split(' ').next().unwrap();
        assert!(name.starts_with("twofa_bridge_"), "{name}");
        assert!(shown.text.contains(&format!("# HELP {name} ")), "{name}");
    }
    for personal in ["att_1", "acc_1", "4242"] {
        assert!(!shown.text.contains(personal), "{}", shown.text);
    }
}

#[tokio::test]
async fn whoever_asks_for_nothing_else_gets_the_metrics_in_the_format_that_prometheus_always_takes() {
    let bridge = Bridge::answering(Response::Watching).await;
    bridge.shared.metrics.count_event(&Event::Started);
    for accepted in [None, Some("*/*"), Some("text/plain;version=0.0.4;q=0.5,*/*;q=0.1")] {
        let mut request = bridge.request(Method::GET, "/metrics");
        if let Some(accepted) = accepted {
            request = request.header(ACCEPT, accepted);
        }
        let shown = answer(request).await;
        assert_eq!(shown.header(CONTENT_TYPE), Some("text/plain; version=0.0.4; charset=utf-8"));
        let mut declared = String::new();
        for line in shown.text.lines() {
            if let Some(help) = line.strip_prefix("# HELP ") {
                declared = help.split(' ').next().unwrap().to_owned();
            } else if let Some(kind) = line.strip_prefix("# TYPE ") {
                let (name, kind) = kind.split_once(' ').unwrap();
                assert_eq!(name, declared, "{line}");
                assert!(["counter", "gauge", "histogram"].contains(&kind), "{line}");
                assert_eq!(name.ends_with("_total"), kind == "counter", "{line}");
            } else {
                assert!(!line.starts_with('#'), "{line}");
                let name = line.split(['{', ' ']).next().unwrap();
                let parts = ["", "_bucket", "_sum", "_count"];
                assert!(parts.iter().any(|part| *name == format!("{declared}{part}")), "{declared}: {line}");
            }
        }
        for line in [
            "# TYPE twofa_bridge_events_total counter",
            "twofa_bridge_events_total{event=\"started\"} 1",
            "# TYPE twofa_bridge_build_info gauge",
            "# TYPE twofa_bridge_code_to_verdict_seconds histogram",
        ] {
            assert!(shown.text.lines().any(|shown| shown == line), "{line} is not in\n{}", shown.text);
        }
    }
}

fn overview(state: &str) -> Response {
    let view = AttemptView {
        attempt: attempt("att_1"),
        account: account("acc_1"),
        state: Some(state.to_owned()),
        status: "asking",
        asked_at: Some(Timestamp(60_000)),
        answered_at: None,
    };
    let open = OpenAttempt { view, started_at: Timestamp(30_000) };
    Response::Overview(Overview { at: Timestamp(95_000), attempts: vec![open] })
}

#[tokio::test]
async fn the_status_page_tells_what_is_open_and_how_both_sides_are() {
    let bridge = Bridge::answering(overview("needs_<b>otp</b>")).await;
    bridge.shared.readiness.set(Part::Store, Ok(()));
    bridge.shared.readiness.set(Part::Telegram, Ok(()));
    bridge.shared.readiness.set(Part::AccountApi, Err("the account API refuses the key"));
    bridge.shared.metrics.set_sizes(4_096, 512);
    let shown = answer(bridge.request(Method::GET, "/")).await;
    assert_eq!(shown.status, 200);
    assert_eq!(shown.header(CONTENT_TYPE), Some("text/html; charset=utf-8"));
    assert_eq!(shown.header(CACHE_CONTROL), Some("no-store"));
    for words in [
        "<h1 class=\"wrong\">twofa-bridge is not ready</h1>",
        "<th scope=\"row\">Telegram</th><td class=\"well\">well</td>",
        "<td class=\"wrong\">the account API refuses the key</td>",
        "<th scope=\"row\">acc_1</th><td>att_1</td><td>needs_&lt;b&gt;otp&lt;/b&gt;</td><td>asking</td>\
         <td>1 min 5 s</td><td>35 s ago</td>",
        "<td>4 KiB and 1 KiB</td>",
    ] {
        assert!(shown.text.contains(words), "{words} is not in\n{}", shown.text);
    }
    bridge.shared.readiness.set(Part::AccountApi, Ok(()));
    let shown = answer(bridge.request(Method::GET, "/")).await;
    assert!(shown.text.contains("<h1 class=\"well\">twofa-bridge is ready</h1>"), "{}", shown.text);
}

#[tokio::test]
async fn the_status_page_may_do_nothing_but_look_as_it_does() {
    let shown = answer(Bridge::answering(overview("pending")).await.request(Method::GET, "/")).await;
    let policy = shown.header(CONTENT_SECURITY_POLICY).unwrap();
    let style = shown.text.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(style));
    let allowed = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    );
    assert_eq!(policy, allowed);
    assert_eq!(shown.header(X_CONTENT_TYPE_OPTIONS), Some("nosniff"));
    for forbidden in ["<script", "style=", "onload", "src=", "http:", "https:", "<form", "<iframe"] {
        let body = shown.text.split("</style>").nth(1).unwrap();
        assert!(!body.contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn the_status_page_is_there_while_nobody_can_say_what_is_open() {
    let bridge = Bridge::start(None, Bounds { answer: BRIEF, ..Bounds::default() }, None).await;
    let shown = answer(bridge.request(Method::GET, "/")).await;
    assert_eq!(shown.status, 200);
    assert!(shown.text.contains("What is open is not known at the moment"), "{}", shown.text);
    assert!(shown.text.contains("<td class=\"wrong\">not known yet</td>"), "{}", shown.text);
}

#[tokio::test]
async fn a_server_that_stops_lets_requests_under_way_end() {
    let bridge = Bridge::silent(Bounds { answer: BRIEF, ..Bounds::default() }).await;
    let address = bridge.http.address();
    let head =
        format!("GET /v1/attempts/att_1 HTTP/1.1\r\nHost: bridge\r\nAuthorization: Bearer {TOKEN}\r\n\r\n");
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let asked = Arc::clone(&bridge.asked);
    while asked.lock().unwrap().is_empty() {
        tokio::task::yield_now().await;
    }
    bridge.http.stop().await;
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    assert!(response.starts_with("HTTP/1.1 503 "), "{response}");
}

#[tokio::test]
async fn a_server_that_stops_cuts_off_what_does_not_end() {
    let bridge = Bridge::silent(Bounds { stopping: BRIEF, ..Bounds::default() }).await;
    let mut stream = TcpStream::connect(bridge.http.address()).unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\n").unwrap();
    // Answered only after the connection before it was accepted.
    assert_eq!(bridge.get("/healthz").await.status, 200);
    bridge.http.stop().await;
    let end = tokio::task::spawn_blocking(move || {
        let mut response = Vec::new();
        let _ = stream.read_to_end(&mut response);
        let _ = stream.shutdown(Shutdown::Both);
        response
    });
    assert_eq!(end.await.unwrap(), b"");
}
