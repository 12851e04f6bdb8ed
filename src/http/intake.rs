//! The two routes with which the agency's own system hands over attempts and follows them.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};
use tracing::{error, warn};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::model::{AccountId, AttemptId, Handle, Name, Timestamp};
use crate::switchboard::command::{self, AttemptView};

use super::problem::{self, FieldAtFault, Problem};
use super::{Desk, Question};

/// The longest `started_by` that is accepted, in characters; less of it is shown.
const STARTED_BY_MOST: usize = 200;

/// What an attempt's id looks like, as a regular expression that [`AttemptId::parse`] agrees with.
const ATTEMPT_ID: &str = "^[A-Za-z0-9_.:-]*[A-Za-z0-9][A-Za-z0-9_.:-]*$";

/// What an account's id or handle looks like.
const ACCOUNT: &str = "^(@[A-Za-z0-9_.-]{1,64}|[A-Za-z0-9_.:-]*[A-Za-z0-9][A-Za-z0-9_.:-]*)$";

/// What a name looks like: something of it can be seen.
const STARTED_BY: &str = r"[^\s\x00-\x1f\x7f-\x9f]";

#[utoipa::path(
    post,
    path = "/v1/attempts",
    summary = "Hands over an attempt that the agency's system has started",
    request_body = Handover,
    responses(
        (status = 202, description = "The bridge watches it from now on", body = WatchingDocument),
        (status = 200, description = "The bridge watches it already", body = WatchingDocument),
        (status = 400, description = "The body is not JSON"),
        (status = 401, description = "The intake token is missing or wrong"),
        (status = 404, description = "`unknown-account`"),
        (status = 408, description = "The body did not arrive in time"),
        (status = 409, description = "`attempt-taken`, `account-busy` or `account-frozen`"),
        (status = 413, description = "The body is too long"),
        (status = 415, description = "The body is not said to be JSON"),
        (
            status = 422,
            description = "`invalid-request` or `ambiguous-account`; the member `errors` names the fields at fault"
        ),
        (status = 503, description = "`accounts-unavailable`, `too-many-attempts`, `no-answer` or `stopping`"),
    ),
    security(("intake_token" = []))
)]
pub(super) async fn hand(State(desk): State<Arc<Desk>>, request: Request) -> Result<Response, Problem> {
    // Before the body: nobody makes us read 16 KiB who has no right to be heard.
    authorize(&desk, request.headers())?;
    let handover = Handover::read(&body(&desk, request).await?)?;
    let Handover { attempt, account, started_by } = handover;
    answer(&attempt, desk.ask(Question::Hand { attempt: attempt.clone(), account, started_by }).await?)
}

#[utoipa::path(
    get,
    path = "/v1/attempts/{id}",
    summary = "What is known of an attempt; of one that is over, for a day",
    params(("id" = String, Path, description = "The attempt's id")),
    responses(
        (status = 200, description = "How it is", body = AttemptDocument),
        (status = 401, description = "The intake token is missing or wrong"),
        (status = 404, description = "`unknown-attempt`"),
        (status = 503, description = "`no-answer` or `stopping`"),
    ),
    security(("intake_token" = []))
)]
pub(super) async fn inquire(
    State(desk): State<Arc<Desk>>,
    headers: HeaderMap,
    id: Result<Path<String>, PathRejection>,
) -> Result<Response, Problem> {
    authorize(&desk, &headers)?;
    // What cannot be an id is not known either.
    let attempt = id.ok().and_then(|Path(id)| AttemptId::parse(&id)).ok_or_else(problem::unknown_attempt)?;
    answer(&attempt, desk.ask(Question::Inquire { attempt: attempt.clone() }).await?)
}

pub(super) fn authorize(desk: &Desk, headers: &HeaderMap) -> Result<(), Problem> {
    if desk.token.as_ref().is_some_and(|token| token.is_shown_in(headers)) {
        return Ok(());
    }
    warn!("Refused a request to the intake that did not show the intake token");
    Err(problem::unauthorized())
}

/// The body of a request, as JSON.
async fn body(desk: &Desk, request: Request) -> Result<Value, Problem> {
    let reading = Json::<Value>::from_request(request, &());
    match tokio::time::timeout(desk.bounds.body, reading).await {
        Ok(Ok(Json(value))) => Ok(value),
        Ok(Err(rejection)) => Err(unreadable(&rejection)),
        Err(_) => Err(problem::too_slow()),
    }
}

/// Why a body cannot be read, without a word of what stands in it.
fn unreadable(rejection: &JsonRejection) -> Problem {
    match rejection.status() {
        status @ StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Problem::plain(status, "The body must come with \"Content-Type: application/json\".")
        }
        status @ StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::plain(status, format!("The body is longer than {} bytes.", super::BODY_BYTES_MAX))
        }
        _ => Problem::plain(StatusCode::BAD_REQUEST, "The body is not JSON."),
    }
}

/// What a body hands over: which attempt, of which account, started by whom. None if it is refused.
pub fn handover(body: &Value) -> Option<(AttemptId, String, Name)> {
    let Handover { attempt, account, started_by } = Handover::read(body).ok()?;
    Some((attempt, account, started_by))
}

/// An attempt that is handed over.
struct Handover {
    attempt: AttemptId,
    account: String,
    started_by: Name,
}

impl Handover {
    /// Reads all members that it knows, and tells everything that is wrong with them at once.
    fn read(body: &Value) -> Result<Self, Problem> {
        let Some(members) = body.as_object() else { return Err(problem::no_object()) };
        let attempt = attempt_id(members);
        let account = account(members);
        let started_by = started_by(members);
        match (attempt, account, started_by) {
            (Ok(attempt), Ok(account), Ok(started_by)) => Ok(Self { attempt, account, started_by }),
            (attempt, account, started_by) => {
                let faults = [("attempt_id", attempt.err()), ("account", account.err())]
                    .into_iter()
                    .chain([("started_by", started_by.err())])
                    .filter_map(|(field, fault)| fault.map(|detail| FieldAtFault { field, detail }))
                    .collect::<Vec<_>>();
                Err(problem::fields_at_fault(&faults))
            }
        }
    }
}

fn attempt_id(members: &Map<String, Value>) -> Result<AttemptId, String> {
    let text = text(members, "attempt_id", AttemptId::MOST)?;
    let rule = "may hold only A-Z a-z 0-9 _ - . : and needs a letter or a digit";
    AttemptId::parse(text).ok_or_else(|| rule.to_owned())
}

fn account(members: &Map<String, Value>) -> Result<String, String> {
    let text = text(members, "account", AccountId::MOST)?;
    let rule = "must be an account id (A-Z a-z 0-9 _ - . :) or a handle such as @name";
    let is_possible = AccountId::parse(text).is_some() || Handle::parse(text).is_some();
    is_possible.then(|| text.to_owned()).ok_or_else(|| rule.to_owned())
}

fn started_by(members: &Map<String, Value>) -> Result<Name, String> {
    let text = text(members, "started_by", STARTED_BY_MOST)?;
    if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
        return Err("must not be empty".to_owned());
    }
    Ok(Name::new(text))
}

/// A member that must be text of at most so many characters.
fn text<'a>(members: &'a Map<String, Value>, field: &str, most: usize) -> Result<&'a str, String> {
    let value = members.get(field).ok_or("is missing")?;
    let text = value.as_str().ok_or("must be a string")?;
    if text.is_empty() {
        return Err("must not be empty".to_owned());
    }
    if text.chars().count() > most {
        return Err(format!("must not be longer than {most} characters"));
    }
    Ok(text)
}

/// What the service's answer is in HTTP.
fn answer(attempt: &AttemptId, response: command::Response) -> Result<Response, Problem> {
    match response {
        command::Response::Watching => Ok(watching(StatusCode::ACCEPTED, attempt)),
        command::Response::AlreadyWatching => Ok(watching(StatusCode::OK, attempt)),
        command::Response::UnknownAccount => Err(problem::unknown_account()),
        command::Response::AmbiguousAccount(accounts) => Err(problem::ambiguous_account(&accounts)),
        command::Response::AccountsUnavailable => Err(problem::accounts_unavailable()),
        command::Response::AttemptTaken => Err(problem::attempt_taken()),
        command::Response::AccountBusy(open) => Err(problem::account_busy(&open)),
        command::Response::AccountFrozen => Err(problem::account_frozen()),
        command::Response::TooManyAttempts => Err(problem::too_many_attempts()),
        command::Response::Attempt(view) => Ok(Json(AttemptDocument::from(&view)).into_response()),
        command::Response::UnknownAttempt => Err(problem::unknown_attempt()),
        command::Response::Invitation { .. } | command::Response::Overview(_) => {
            error!("A request of the agency's system was answered with something else");
            Err(problem::out_of_place())
        }
    }
}

impl ToSchema for Handover {}

impl PartialSchema for Handover {
    /// Made by hand, since bodies are read by hand: so that a refusal tells everything that is wrong at once.
    fn schema() -> RefOr<Schema> {
        let attempt_id =
            described(AttemptId::MOST, ATTEMPT_ID, "att_1", "The attempt's id at the account API");
        let account = described(AccountId::MOST, ACCOUNT, "@bella", "The account, by its id or as a @handle");
        let started_by =
            described(STARTED_BY_MOST, STARTED_BY, "Sam", "Who started it; the creator reads it");
        ObjectBuilder::new()
            .property("attempt_id", attempt_id)
            .property("account", account)
            .property("started_by", started_by)
            .required("attempt_id")
            .required("account")
            .required("started_by")
            .into()
    }
}

fn described(most: usize, pattern: &str, example: &str, description: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(most))
        .pattern(Some(pattern))
        .examples([example])
        .description(Some(description))
}

fn watching(status: StatusCode, attempt: &AttemptId) -> Response {
    (status, Json(WatchingDocument { attempt_id: attempt, status: "watching" })).into_response()
}

/// The answer about an attempt that is watched.
#[derive(Serialize, ToSchema)]
#[schema(as = Watching)]
struct WatchingDocument<'a> {
    #[schema(value_type = String)]
    attempt_id: &'a AttemptId,
    /// Always `watching`.
    status: &'static str,
}

/// An attempt as the agency's system reads it; times are RFC 3339 in UTC.
#[derive(Serialize, ToSchema)]
#[schema(as = Attempt)]
struct AttemptDocument<'a> {
    #[schema(value_type = String)]
    attempt_id: &'a AttemptId,
    /// The account's id.
    #[schema(value_type = String)]
    account: &'a AccountId,
    /// What the account API said last; null before the first look.
    #[schema(required)]
    state: Option<&'a str>,
    /// What the bridge makes of it.
    status: &'static str,
    /// When somebody was asked first.
    #[schema(required, format = DateTime)]
    asked_at: Option<String>,
    /// When somebody answered last.
    #[schema(required, format = DateTime)]
    answered_at: Option<String>,
}

impl<'a> From<&'a AttemptView> for AttemptDocument<'a> {
    fn from(view: &'a AttemptView) -> Self {
        Self {
            attempt_id: &view.attempt,
            account: &view.account,
            state: view.state.as_deref(),
            status: view.status,
            asked_at: view.asked_at.and_then(rfc_3339),
            answered_at: view.answered_at.and_then(rfc_3339),
        }
    }
}

/// None for moments that no calendar has: a clock that is so wrong tells nothing.
fn rfc_3339(moment: Timestamp) -> Option<String> {
    jiff::Timestamp::from_millisecond(moment.0).ok().map(|moment| moment.to_string())
}
