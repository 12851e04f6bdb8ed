//! The simulated API's HTTP: from a request to a question, from an answer to a response, with faults in between.

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use axum::{
    body::{self, Bytes},
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, Method, header},
    response::Response,
};
use serde_json::{Value, json};
use tokio::{sync::watch, time::Instant};

use super::{
    Shared,
    answer::{Answer, Body},
    control,
    fault::{Call, FaultKind},
    log::RequestSeen,
    wire::{Treatment, Wire},
    world::Question,
};

/// The longest request body that is read, in bytes.
const REQUEST_MAX: usize = 64 * 1024;

/// Answers every request to the server.
pub(super) async fn respond(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    request: Request,
) -> Response {
    wire.treat(Treatment::Fair);
    let (head, incoming) = request.into_parts();
    let path = head.uri.path().to_owned();
    let Ok(bytes) = body::to_bytes(incoming, REQUEST_MAX).await else {
        let answer = Answer::problem(413, "too-large", "The body is too large", json!({}));
        return into_response(answer);
    };
    if let Some(answer) = control::answer(&shared, &head.method, &path, &bytes) {
        return into_response(answer);
    }

    let question = understand(&head.method, &path, &head.headers, &bytes);
    // Whoever sees this request in the log may release it, so it listens for that before it is in there.
    let release = shared.next_release();
    let entry = note(&shared, &head.method, &question);
    let fault = shared.change(|world, _| world.take_fault(&question));
    let response = faulty_answer(&shared, &wire, question, fault, release).await;
    shared.answered(entry, response.as_ref().map(|response| response.status().as_u16()));
    response.unwrap_or_else(|| {
        wire.treat(Treatment::Cut);
        Response::default()
    })
}

fn understand(method: &Method, path: &str, headers: &HeaderMap, bytes: &Bytes) -> Question {
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let (call, subject) = match (method.as_str(), segments.as_slice()) {
        ("GET", ["v1", "connect", "login", attempt]) => (Call::Look, Some(*attempt)),
        ("PUT", ["v1", "connect", "login", attempt]) => (Call::Submit, Some(*attempt)),
        ("POST", ["v1", "connect", "login", attempt, "send-email-to-creator"]) => {
            (Call::SendEmail, Some(*attempt))
        }
        ("POST", ["v1", "accounts", account, "reauthenticate"]) => (Call::Reauthenticate, Some(*account)),
        ("GET", ["v1", "accounts"]) => (Call::Accounts, None),
        ("GET", ["v1", "accounts", account]) => (Call::Account, Some(*account)),
        ("GET", ["v1", "me"]) => (Call::Me, None),
        ("GET", ["v1", "me", "usage"]) => (Call::Usage, None),
        _ => (Call::Any, None),
    };
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    Question {
        call,
        path: path.to_owned(),
        subject: subject.map(str::to_owned),
        body: serde_json::from_slice(bytes).unwrap_or(Value::Null),
        key: authorization.and_then(|value| value.strip_prefix("Bearer ")).map(str::to_owned),
    }
}

/// Puts the request into the log, and tells where.
fn note(shared: &Shared, method: &Method, question: &Question) -> usize {
    let authorised = shared.read(|world, _| question.key.as_ref() == Some(&world.key));
    shared.arrived(RequestSeen {
        at: shared.started.elapsed(),
        method: method.to_string(),
        path: question.path.clone(),
        call: question.call,
        carried_key: question.key.is_some(),
        authorised,
        body: question.body.clone(),
        status: None,
    })
}

/// Answers a question, with or without a fault. `None`: the connection is to be closed without an answer.
async fn faulty_answer(
    shared: &Shared,
    wire: &Wire,
    question: Question,
    fault: Option<FaultKind>,
    release: impl Future<Output = Option<()>>,
) -> Option<Response> {
    let scope = question.call.scope();
    let Some(fault) = fault else {
        return Some(into_response(perform(shared, question)));
    };
    match fault {
        FaultKind::DelayBefore { ms } => {
            shared.delay(ms).await?;
            Some(into_response(perform(shared, question)))
        }
        FaultKind::DelayAfter { ms } => {
            let answer = perform(shared, question);
            shared.delay(ms).await?;
            Some(into_response(answer))
        }
        FaultKind::HangBefore => {
            release.await?;
            Some(into_response(perform(shared, question)))
        }
        FaultKind::HangAfter => {
            let answer = perform(shared, question);
            release.await?;
            Some(into_response(answer))
        }
        FaultKind::ResetBefore => None,
        FaultKind::ResetAfter => {
            perform(shared, question);
            None
        }
        FaultKind::Status(status) => Some(into_response(Answer::usual_problem(status, scope))),
        FaultKind::Throttled { header, member, reason } => {
            Some(into_response(Answer::throttled(header, member, reason.as_deref())))
        }
        FaultKind::Redirect { to, status } => Some(into_response(redirect(to, status))),
        FaultKind::GatewayPage(status) => {
            let page = format!("<html><body><h1>{status}</h1><p>gateway</p></body></html>");
            Some(into_response(Answer::of(status, Body::Html(page))))
        }
        FaultKind::Garbled => {
            let mut answer = perform(shared, question);
            answer.body = Body::Text("{\"attempt_id\": \"att_\u{fffd}, state: }{".to_owned());
            let mut response = into_response(answer);
            response.headers_mut().insert(header::CONTENT_TYPE, JSON);
            Some(response)
        }
        FaultKind::Truncated => {
            let answer = perform(shared, question);
            let body_bytes = answer.body.text().len() / 2;
            wire.treat(Treatment::Truncate { body_bytes });
            Some(into_response(answer))
        }
        FaultKind::Empty => {
            let mut answer = perform(shared, question);
            answer.body = Body::Empty;
            Some(into_response(answer))
        }
        FaultKind::Huge { bytes } => {
            let mut answer = perform(shared, question);
            let mut text = answer.body.text();
            if text.pop() == Some('}') {
                text.extend([",\"padding\":\"", &"x".repeat(bytes), "\"}"]);
            }
            answer.body = Body::Text(text);
            let mut response = into_response(answer);
            response.headers_mut().insert(header::CONTENT_TYPE, JSON);
            Some(response)
        }
        FaultKind::Trickle { ms } => {
            let answer = perform(shared, question);
            wire.treat(Treatment::Trickle { pause: Duration::from_millis(ms) });
            Some(into_response(answer))
        }
        FaultKind::UnknownState(state) => {
            let mut answer = perform(shared, question);
            answer.body.set_member("state", state);
            Some(into_response(answer))
        }
    }
}

fn redirect(to: String, status: u16) -> Answer {
    let mut answer = Answer::of(status, Body::Empty);
    answer.location = Some(to);
    answer
}

fn perform(shared: &Shared, question: Question) -> Answer {
    shared.change(|world, now| {
        if let Some(origin) = &world.switches.redirect_to {
            return redirect(format!("{origin}{}", question.path), world.switches.redirect_status);
        }
        let mut answer = world.answer(question, now, unix_seconds());
        if world.switches.extra_members {
            answer.add_members();
        }
        answer
    })
}

fn unix_seconds() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "a server tells its own time, as the real one does")]
    let now = SystemTime::now();
    now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

const JSON: header::HeaderValue = header::HeaderValue::from_static("application/json");

/// Turns an answer into bytes and headers.
fn into_response(answer: Answer) -> Response {
    let content_type = match &answer.body {
        Body::Json(_) => Some(JSON),
        Body::Problem(_) => Some(header::HeaderValue::from_static("application/problem+json")),
        Body::Html(_) => Some(header::HeaderValue::from_static("text/html; charset=utf-8")),
        Body::Text(_) => Some(header::HeaderValue::from_static("text/plain; charset=utf-8")),
        Body::Empty => None,
    };
    let mut response = Response::new(body::Body::from(answer.body.text()));
    // A status that a test made up, and that HTTP does not have, is worth a 500 and no panic.
    *response.status_mut() =
        answer.status.try_into().unwrap_or(axum::http::StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    if let Some(content_type) = content_type {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    if let Some(seconds) = answer.retry_after {
        headers.insert(header::RETRY_AFTER, seconds.into());
    }
    if let Some(location) = answer.location.and_then(|location| location.try_into().ok()) {
        headers.insert(header::LOCATION, location);
    }
    response
}

impl Shared {
    /// Waits; `None` if the server is stopped meanwhile.
    async fn delay(&self, ms: u64) -> Option<()> {
        let until = Instant::now() + Duration::from_millis(ms);
        let mut stopped = self.stopped.subscribe();
        tokio::select! {
            () = tokio::time::sleep_until(until) => Some(()),
            _ = stopped.wait_for(|stopped| *stopped) => None,
        }
    }

    /// Waits for the next `release` after this call, even if it is awaited later; `None` if the server is stopped meanwhile.
    fn next_release(&self) -> impl Future<Output = Option<()>> + use<> {
        let mut released: watch::Receiver<u64> = self.released.subscribe();
        let mut stopped = self.stopped.subscribe();
        async move {
            tokio::select! {
                changed = released.changed() => changed.ok(),
                _ = stopped.wait_for(|stopped| *stopped) => None,
            }
        }
    }
}
