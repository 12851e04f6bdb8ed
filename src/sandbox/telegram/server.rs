//! HTTP: reads a request, lets go wrong what shall go wrong, and answers as Telegram does.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, Response, header};
use axum::middleware::map_response_with_state;
use reqwest::Url;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep_until};

use super::line::Scissors;
use super::methods::METHODS;
use super::request::{Outcome, Parameters, Refusal};
use super::seen::RequestSeen;
use super::trouble::{self, Fault};
use super::{TOKEN, Telegram};

/// The largest request that is read, in bytes.
const LARGEST_REQUEST: usize = 1024 * 1024;

const HTML_502: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
                        <center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n\
                        </body>\r\n</html>\r\n";

/// The server's only route: everything.
pub(super) fn router(telegram: Telegram) -> Router {
    let dated = map_response_with_state(telegram.clone(), date);
    Router::new().fallback(answer).with_state(telegram).layer(dated)
}

/// Each answer carries the time of the simulated Telegram.
async fn date(State(telegram): State<Telegram>, mut response: Response<Body>) -> Response<Body> {
    let now = jiff::Timestamp::from_second(telegram.clock()).unwrap_or_default();
    let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&now);
    if let Some(date) = date.ok().and_then(|date| HeaderValue::from_str(&date).ok()) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

async fn answer(
    State(telegram): State<Telegram>,
    ConnectInfo(Scissors(cut)): ConnectInfo<Scissors>,
    request: Request,
) -> Response<Body> {
    let (head, body) = request.into_parts();
    let method = match method_of(head.uri.path()) {
        Ok(method) => method,
        Err(refusal) => return json_answer(refusal.status, refused(&refusal)),
    };
    let Ok(body) = to_bytes(body, LARGEST_REQUEST).await else {
        let refusal = Refusal::new(413, "Request Entity Too Large");
        return json_answer(refusal.status, refused(&refusal));
    };
    let kind = head.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let parameters = Parameters(parameters_of(head.uri.query(), kind.unwrap_or_default(), &body));
    let (number, fault) = note_request(&telegram, &method, &parameters);
    let _under_way = UnderWay::begin(&telegram, &method);

    let (status, answer) = match fault {
        None => whole(perform(&telegram, &method, &parameters).await),
        Some(Fault::Slow(by)) => {
            tokio::time::sleep(by).await;
            whole(perform(&telegram, &method, &parameters).await)
        }
        Some(Fault::TooManyRequests { retry_after }) => whole(Err(Refusal::too_many_requests(retry_after))),
        Some(Fault::ServerError) => whole(Err(Refusal::new(500, "Internal Server Error"))),
        Some(Fault::Refused { status, description }) => whole(Err(Refusal::new(status, &description))),
        Some(Fault::BadGateway) => (502, HTML_502.to_owned()),
        Some(Fault::Hang) => std::future::pending().await,
        Some(Fault::CutBefore) => {
            cut.now();
            std::future::pending().await
        }
        Some(Fault::CutAfter) => {
            // What became of the request does not matter: nobody will hear.
            let _ = perform(&telegram, &method, &parameters).await;
            cut.now();
            std::future::pending().await
        }
        Some(Fault::Garbled) => {
            let (status, answer) = whole(perform(&telegram, &method, &parameters).await);
            (status, answer.chars().take(answer.chars().count() / 2).collect())
        }
    };
    telegram.change(|state| {
        if let Some(seen) = state.requests.get_mut(number) {
            seen.status = Some(status);
        }
    });
    if answer.starts_with('<') {
        return respond(status, "text/html", answer);
    }
    json_answer(status, answer)
}

/// A request that is being answered, until it is, or until its connection breaks. Polls do not count.
struct UnderWay(Option<Telegram>);

impl UnderWay {
    fn begin(telegram: &Telegram, method: &str) -> UnderWay {
        if method == "getUpdates" {
            return UnderWay(None);
        }
        telegram.change(|state| state.under_way += 1);
        UnderWay(Some(telegram.clone()))
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        if let Some(telegram) = &self.0 {
            telegram.change(|state| state.under_way -= 1);
        }
    }
}

/// The method in a path `/bot<token>/<method>`.
fn method_of(path: &str) -> Result<String, Refusal> {
    let parts = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/'));
    let Some((token, method)) = parts else {
        return Err(Refusal::new(404, "Not Found"));
    };
    if token != TOKEN {
        let looks_right = token.split_once(':').is_some_and(|(id, word)| {
            !word.is_empty() && !id.is_empty() && id.chars().all(|digit| digit.is_ascii_digit())
        });
        return Err(if looks_right {
            Refusal::new(401, "Unauthorized")
        } else {
            Refusal::new(404, "Not Found")
        });
    }
    let known = METHODS.iter().find(|known| known.eq_ignore_ascii_case(method));
    Ok(known.map_or_else(|| method.to_owned(), |known| (*known).to_owned()))
}

/// The parameters from the query, a form of either kind or a JSON object; the body's win.
fn parameters_of(query: Option<&str>, kind: &str, body: &Bytes) -> Map<String, Value> {
    let mut parameters = Map::new();
    read_form(query.unwrap_or_default(), &mut parameters);
    if kind.starts_with("application/x-www-form-urlencoded") {
        read_form(&String::from_utf8_lossy(body), &mut parameters);
    } else if let Some(boundary) = kind.strip_prefix("multipart/form-data; boundary=") {
        read_parts(&String::from_utf8_lossy(body), boundary.trim_matches('"'), &mut parameters);
    } else if let Ok(Value::Object(fields)) = serde_json::from_slice(body) {
        parameters.extend(fields);
    }
    parameters
}

fn read_form(form: &str, parameters: &mut Map<String, Value>) {
    let Ok(url) = Url::parse(&format!("http://form/?{form}")) else {
        return;
    };
    let pairs = url.query_pairs().map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())));
    parameters.extend(pairs);
}

/// Reads a form in parts. A part with a file name becomes an object of `name` and `content`.
fn read_parts(form: &str, boundary: &str, parameters: &mut Map<String, Value>) {
    let quoted = |head: &str, key: &str| {
        head.split_once(key).and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value.to_owned())
    };
    for part in form.split(&format!("--{boundary}")) {
        let Some((head, content)) = part.split_once("\r\n\r\n") else { continue };
        let content = content.strip_suffix("\r\n").unwrap_or(content);
        let Some(name) = quoted(head, "; name=\"") else { continue };
        let value = match quoted(head, "; filename=\"") {
            Some(file) => json!({ "name": file, "content": content }),
            None => json!(content),
        };
        parameters.insert(name, value);
    }
}

fn note_request(telegram: &Telegram, method: &str, parameters: &Parameters) -> (usize, Option<Fault>) {
    let chat = parameters.integer("chat_id");
    telegram.change(|state| {
        state.requests.push(RequestSeen {
            method: method.to_owned(),
            chat,
            parameters: Value::Object(parameters.0.clone()),
            at: state.clock.elapsed(),
            status: None,
        });
        (state.requests.len() - 1, trouble::take(&mut state.troubles, method, chat))
    })
}

async fn perform(telegram: &Telegram, method: &str, parameters: &Parameters) -> Outcome {
    if method == "getUpdates" {
        return poll(telegram, parameters).await;
    }
    telegram.change(|state| state.perform(method, parameters))
}

async fn poll(telegram: &Telegram, parameters: &Parameters) -> Outcome {
    let poll = telegram.change(|state| state.begin_poll(parameters))?;
    let mut changes = telegram.changes();
    loop {
        changes.mark_unchanged();
        if let Some(outcome) = telegram.look(|state| state.answer_poll(&poll)) {
            return outcome;
        }
        tokio::select! {
            _ = changes.changed() => {}
            () = sleep_until(poll.until.max(Instant::now())) => {}
        }
    }
}

fn whole(outcome: Outcome) -> (u16, String) {
    match outcome {
        Ok(result) => (200, json!({ "ok": true, "result": result }).to_string()),
        Err(refusal) => (refusal.status, refused(&refusal)),
    }
}

fn refused(refusal: &Refusal) -> String {
    let mut answer = json!({ "ok": false, "error_code": refusal.status, "description": refusal.description });
    if let Some(parameters) = &refusal.parameters {
        answer["parameters"] = parameters.clone();
    }
    answer.to_string()
}

fn json_answer(status: u16, answer: String) -> Response<Body> {
    respond(status, "application/json", answer)
}

fn respond(status: u16, kind: &str, body: String) -> Response<Body> {
    let response = Response::builder().status(status).header(header::CONTENT_TYPE, kind);
    // Only a status that a test made up can be invalid.
    response.body(Body::from(body)).unwrap_or_else(|_| Response::new(Body::empty()))
}
