//! What a refused request is told: a problem document, as RFC 9457 describes it.
//!
//! The member `type` is `about:blank` where the status says everything; otherwise it is
//! `urn:twofa-bridge:problem:` and a word that a program can rely on. Titles and details are for humans. Nothing
//! that a request brought is repeated, except identifiers that were found to be well-formed.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use crate::model::{AccountId, AttemptId};

use super::RETRY_AFTER_SECONDS;
use super::readiness::Missing;

/// What problem documents are written in.
pub(super) const CONTENT_TYPE_VALUE: &str = "application/problem+json";

/// A refusal.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    /// What comes after `urn:twofa-bridge:problem:`; none: `about:blank`.
    word: Option<&'static str>,
    title: &'static str,
    detail: String,
    members: Map<String, Value>,
    /// Whether the same request may succeed a little later.
    passes: bool,
}

/// A field of a request's body, and what is wrong with it.
#[derive(Debug, Serialize)]
pub(super) struct FieldAtFault {
    pub(super) field: &'static str,
    pub(super) detail: String,
}

/// Why a request is refused, as RFC 9457 has it.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct Document {
    /// `about:blank` where the status says everything; else `urn:twofa-bridge:problem:` and a word to rely on.
    #[schema(pattern = "^(about:blank|urn:twofa-bridge:problem:[a-z-]+)$")]
    r#type: String,
    /// What it is called, for humans.
    title: &'static str,
    /// The status of the response.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong, for humans.
    detail: String,
    /// What else a program may want to know: `errors`, `account_ids`, `open_attempt_id`, `missing`.
    #[serde(flatten)]
    members: Map<String, Value>,
}

impl Problem {
    /// A problem that its status describes.
    pub(super) fn plain(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self { status, word: None, title, detail: detail.into(), members: Map::new(), passes: false }
    }

    fn named(status: StatusCode, word: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self { word: Some(word), title, ..Self::plain(status, detail) }
    }

    fn with(mut self, member: &str, value: Value) -> Self {
        self.members.insert(member.to_owned(), value);
        self
    }

    fn passing(mut self) -> Self {
        self.passes = true;
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let document = Document {
            r#type: self
                .word
                .map_or_else(|| "about:blank".to_owned(), |word| format!("urn:twofa-bridge:problem:{word}")),
            title: self.title,
            status: self.status.as_u16(),
            detail: self.detail,
            members: self.members,
        };
        let mut response = (self.status, axum::Json(document)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE_VALUE));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if self.passes {
            headers.insert(RETRY_AFTER, HeaderValue::from(RETRY_AFTER_SECONDS));
        }
        response
    }
}

/// The token is missing or wrong.
pub(super) fn unauthorized() -> Problem {
    let detail = "This needs the header \"Authorization: Bearer\" with the intake token.";
    Problem::plain(StatusCode::UNAUTHORIZED, detail)
}

/// The body did not arrive in time.
pub(super) fn too_slow() -> Problem {
    Problem::plain(StatusCode::REQUEST_TIMEOUT, "The body of the request did not arrive in time.")
}

/// Some fields cannot be used.
pub(super) fn fields_at_fault(faults: &[FieldAtFault]) -> Problem {
    let sentences: Vec<String> =
        faults.iter().map(|fault| format!("`{}` {}.", fault.field, fault.detail)).collect();
    invalid(sentences.join(" ")).with("errors", json!(faults))
}

/// The body is JSON, and no object.
pub(super) fn no_object() -> Problem {
    invalid("The body is not a JSON object.".to_owned()).with("errors", json!([]))
}

fn invalid(detail: String) -> Problem {
    Problem::named(StatusCode::UNPROCESSABLE_ENTITY, "invalid-request", "Invalid request", detail)
}

/// No account has this id or handle.
pub(super) fn unknown_account() -> Problem {
    let detail = "No account has this id or this handle.";
    Problem::named(StatusCode::NOT_FOUND, "unknown-account", "Unknown account", detail)
}

/// Several accounts have this handle.
pub(super) fn ambiguous_account(accounts: &[AccountId]) -> Problem {
    let ids: Vec<&str> = accounts.iter().map(AccountId::as_str).collect();
    let detail = format!("is the handle of several accounts ({}); name one by its id", ids.join(", "));
    let fault = FieldAtFault { field: "account", detail };
    Problem {
        word: Some("ambiguous-account"),
        title: "Ambiguous account",
        ..fields_at_fault(&[fault]).with("account_ids", json!(ids))
    }
}

/// The accounts cannot be listed at the moment.
pub(super) fn accounts_unavailable() -> Problem {
    let detail =
        "The account API does not list the accounts at the moment, and this one is not known without.";
    Problem::named(StatusCode::SERVICE_UNAVAILABLE, "accounts-unavailable", "Accounts unavailable", detail)
        .passing()
}

/// Another account has this attempt.
pub(super) fn attempt_taken() -> Problem {
    let detail = "This attempt was handed over for another account.";
    Problem::named(StatusCode::CONFLICT, "attempt-taken", "Attempt taken", detail)
}

/// Another attempt of the account is open.
pub(super) fn account_busy(open: &AttemptId) -> Problem {
    let detail = format!("Attempt {open} of this account is open; only one at a time is watched.");
    Problem::named(StatusCode::CONFLICT, "account-busy", "Account busy", detail)
        .with("open_attempt_id", json!(open))
}

/// Somebody has said that a sign-in was not theirs.
pub(super) fn account_frozen() -> Problem {
    let detail = "Somebody said that a sign-in to this account was not theirs; a manager can allow it again.";
    Problem::named(StatusCode::CONFLICT, "account-frozen", "Account frozen", detail)
}

/// As many attempts are open as are watched at once.
pub(super) fn too_many_attempts() -> Problem {
    let detail = "As many attempts are open as the bridge watches at once.";
    Problem::named(StatusCode::SERVICE_UNAVAILABLE, "too-many-attempts", "Too many attempts", detail)
        .passing()
}

/// No such attempt.
pub(super) fn unknown_attempt() -> Problem {
    let detail = "No attempt with this id is known; one that is over is forgotten after a day.";
    Problem::named(StatusCode::NOT_FOUND, "unknown-attempt", "Unknown attempt", detail)
}

/// What happens is not kept for readers.
pub(super) fn no_stream() -> Problem {
    Problem::plain(StatusCode::NOT_FOUND, "There is nothing at this path.")
}

/// What was named is no event of ours.
pub(super) fn no_event_id() -> Problem {
    let detail = "is not the id of an event, evt_ and 16 hexadecimal digits; leave it out to hear what comes"
        .to_owned();
    fields_at_fault(&[FieldAtFault { field: "Last-Event-ID", detail }])
}

/// As many read the stream as may at once.
pub(super) fn too_many_readers() -> Problem {
    let detail = "As many read the stream of events as may at once.";
    Problem::named(StatusCode::SERVICE_UNAVAILABLE, "too-many-readers", "Too many readers", detail).passing()
}

/// The service has not answered in time.
pub(super) fn no_answer() -> Problem {
    let detail =
        "There was no answer in time. Whether it was carried out is not known; repeating it is safe.";
    Problem::named(StatusCode::SERVICE_UNAVAILABLE, "no-answer", "No answer", detail).passing()
}

/// The service is not there any more.
pub(super) fn stopping() -> Problem {
    let detail = "The bridge is stopping. Repeating the request once it is back is safe.";
    Problem::named(StatusCode::SERVICE_UNAVAILABLE, "stopping", "Stopping", detail).passing()
}

/// The service has answered something else.
pub(super) fn out_of_place() -> Problem {
    Problem::plain(StatusCode::INTERNAL_SERVER_ERROR, "The request cannot be answered.")
}

/// Parts of the bridge do not work.
pub(super) fn not_ready(missing: &[Missing]) -> Problem {
    Problem::named(StatusCode::SERVICE_UNAVAILABLE, "not-ready", "Not ready", "The bridge cannot work yet.")
        .with("missing", json!(missing))
}
