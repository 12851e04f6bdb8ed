//! A request's parameters, and the ways to refuse it.

use serde_json::{Map, Value, json};

/// What a request comes to.
pub(super) type Outcome = Result<Value, Refusal>;

/// An answer `ok: false`.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) description: String,
    pub(super) parameters: Option<Value>,
}

impl Refusal {
    pub(super) fn new(status: u16, description: &str) -> Refusal {
        Refusal { status, description: description.to_owned(), parameters: None }
    }

    pub(super) fn bad_request(why: &str) -> Refusal {
        Refusal::new(400, &format!("Bad Request: {why}"))
    }

    pub(super) fn too_many_requests(retry_after: u64) -> Refusal {
        Refusal {
            status: 429,
            description: format!("Too Many Requests: retry after {retry_after}"),
            parameters: Some(json!({ "retry_after": retry_after })),
        }
    }
}

/// The parameters of a request. From a query or a form all are strings, lists and objects as JSON within.
pub(super) struct Parameters(pub(super) Map<String, Value>);

impl Parameters {
    pub(super) fn integer(&self, name: &str) -> Option<i64> {
        let value = self.0.get(name)?;
        value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
    }

    pub(super) fn boolean(&self, name: &str) -> bool {
        let Some(value) = self.0.get(name) else {
            return false;
        };
        let is_word = |word: &str| matches!(word.to_lowercase().as_str(), "true" | "yes" | "1");
        value.as_bool().unwrap_or_else(|| value.as_str().is_some_and(is_word))
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn structure(&self, name: &str) -> Option<Value> {
        let value = self.0.get(name).filter(|value| !value.is_null())?;
        match value.as_str() {
            Some(within) => serde_json::from_str(within).ok(),
            None => Some(value.clone()),
        }
    }

    pub(super) fn list(&self, name: &str) -> Option<Vec<Value>> {
        self.structure(name)?.as_array().cloned()
    }
}
