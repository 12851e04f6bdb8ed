//! Reads what the account API answers: attempts, accounts, the key's scopes, the limits, problem documents.
//!
//! Whatever is only inferred about the shapes stands here and nowhere else. Members that are not known are ignored,
//! and optional members of a wrong type count as missing. Parsed JSON holds links in plain memory until it is dropped,
//! as the buffers of the HTTP client do.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Map, Value};
use tracing::debug;

use super::error::Error;
use super::{MOST_RETRY_AFTER, Me, NEEDED_SCOPES, Usage};
use crate::model::snapshot::ShownLink;
use crate::model::{AccountId, AttemptId, AttemptState, Handle, Snapshot, WebLink};

/// How many `next_actions` are logged.
const MOST_ACTIONS: usize = 8;

/// The longest name of an action that is logged, in bytes.
const MOST_NAME: usize = 64;

/// The longest scope that is taken from an answer, in bytes.
const MOST_SCOPE: usize = 64;

/// How many scopes are taken from an answer.
const MOST_SCOPES: usize = 256;

/// Reads an attempt, which must be the one that was asked for, if one was.
pub fn attempt(body: &[u8], asked: Option<&AttemptId>) -> Result<Snapshot, Error> {
    let answer = serde_json::from_slice(body).map_err(|_| Error::Malformed)?;
    let answer = unwrapped(&answer, &["data", "attempt"], "attempt_id").ok_or(Error::Malformed)?;
    let attempt = text(answer, "attempt_id").and_then(AttemptId::parse).ok_or(Error::Malformed)?;
    if asked.is_some_and(|asked| *asked != attempt) {
        return Err(Error::Malformed);
    }
    let state = text(answer, "state").map(AttemptState::parse).ok_or(Error::Malformed)?;
    if state.as_str().is_empty() {
        return Err(Error::Malformed);
    }
    // What the values mean is not documented: shown to whoever looks into a case, and nothing is decided by them.
    if let Some(actions) = answer.get("next_actions").and_then(Value::as_array) {
        let names = actions.iter().filter_map(Value::as_str).filter(|action| is_name(action));
        let names: Vec<_> = names.take(MOST_ACTIONS).collect();
        debug!(attempt.id = %attempt, actions = ?names, "Attempt {attempt} names {} next actions", actions.len());
    }
    Ok(Snapshot {
        state,
        account: text(answer, "account_id").and_then(AccountId::parse),
        face_link: link(answer, "face_verification_url"),
        page_link: link(answer, "verification_page_url"),
        phone_link: link(answer, "phone_url"),
        email_mask: text(answer, "email_mask").and_then(hint),
        otp_channel: text(answer, "otp_channel").and_then(hint),
        attempt,
    })
}

/// Reads the list of accounts; entries without a usable id and handle are left out.
pub fn accounts(body: &[u8]) -> Result<Vec<(AccountId, Handle)>, Error> {
    let answer: Value = serde_json::from_slice(body).map_err(|_| Error::Malformed)?;
    let entries = answer
        .as_array()
        .or_else(|| ["data", "accounts"].iter().find_map(|name| answer.get(name)?.as_array()))
        .ok_or(Error::Malformed)?;
    let accounts: Vec<_> = entries.iter().filter_map(account).collect();
    if accounts.len() < entries.len() {
        debug!(left_out = entries.len() - accounts.len(), "Left out accounts without a usable id and handle");
    }
    Ok(accounts)
}

fn account(entry: &Value) -> Option<(AccountId, Handle)> {
    let entry = entry.as_object()?;
    let id = ["id", "account_id"].iter().find_map(|name| match entry.get(*name)? {
        Value::String(id) => AccountId::parse(id),
        Value::Number(id) => AccountId::parse(&id.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    })?;
    let handle = ["username", "handle", "name"].iter().find_map(|name| Handle::parse(text(entry, name)?))?;
    Some((id, handle))
}

/// Reads what the key belongs to and may do.
pub fn me(body: &[u8]) -> Result<Me, Error> {
    let answer = serde_json::from_slice(body).map_err(|_| Error::Malformed)?;
    let key = unwrapped(&answer, &["key", "api_key", "apiKey", "token", "data"], "scopes")
        .ok_or(Error::Malformed)?;
    let scopes: BTreeSet<String> = match key.get("scopes") {
        Some(Value::Array(scopes)) => {
            scopes.iter().take(MOST_SCOPES).filter_map(Value::as_str).filter_map(word).collect()
        }
        Some(Value::String(scopes)) => scopes.split([' ', ',']).take(MOST_SCOPES).filter_map(word).collect(),
        _ => return Err(Error::Malformed),
    };
    let organisation = [answer.as_object(), Some(key)].into_iter().flatten().find_map(|object| {
        ["organisation", "organization", "org"].iter().find_map(|name| match object.get(*name)? {
            Value::String(name) => hint(name),
            Value::Object(organisation) => {
                ["name", "slug", "id"].iter().find_map(|name| hint(text(organisation, name)?))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
        })
    });
    Ok(Me { organisation, scopes })
}

/// Reads the organisation's limit.
pub fn usage(body: &[u8]) -> Result<Usage, Error> {
    let answer: Value = serde_json::from_slice(body).map_err(|_| Error::Malformed)?;
    let number = |name: &str| {
        let number = answer.pointer("/rateLimits/org")?.get(name)?.as_u64()?;
        Some(u32::try_from(number).unwrap_or(u32::MAX))
    };
    let limit = number("limit").filter(|limit| *limit > 0).ok_or(Error::Malformed)?;
    Ok(Usage { limit, remaining: number("remaining") })
}

/// What a problem document says that is acted upon.
#[derive(Debug, Default)]
pub struct Problem {
    /// How long to wait, by the body.
    pub retry_after: Option<Duration>,
    /// Whether it is about the organisation's calls a minute, or does not say what it is about.
    pub concerns_all_calls: bool,
    /// A scope that the body names.
    pub scope: Option<String>,
}

/// Reads a problem document, or what can be read of it. It never fails: the status has said the most.
pub fn problem(body: &[u8]) -> Problem {
    let answer = serde_json::from_slice(body).unwrap_or(Value::Null);
    let none = Map::new();
    let answer = answer.as_object().unwrap_or(&none);
    let seconds = answer.get("retryAfterSec").and_then(|value| match value {
        Value::Number(seconds) => seconds.as_f64(),
        Value::String(seconds) => seconds.trim().parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    });
    Problem {
        retry_after: seconds.and_then(retry_after),
        concerns_all_calls: text(answer, "reason").is_none_or(|reason| reason == "org_rpm"),
        scope: scope(answer),
    }
}

/// The scope that a refusal names, by its shape: two words of letters with a colon between. One that we need goes first.
fn scope(problem: &Map<String, Value>) -> Option<String> {
    let candidates = || {
        ["detail", "code", "reason"]
            .iter()
            .filter_map(|name| text(problem, name))
            .flat_map(|text| text.split(|c: char| !(c.is_ascii_lowercase() || "_-:".contains(c))))
            .filter(|candidate| candidate.len() <= MOST_SCOPE)
            .filter(|candidate| {
                let is_word = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
                candidate
                    .split_once(':')
                    .is_some_and(|(what, may)| is_word(what) && is_word(may) && !may.contains(':'))
            })
    };
    candidates()
        .find(|scope| NEEDED_SCOPES.contains(scope))
        .or_else(|| candidates().next())
        .map(str::to_owned)
}

/// A waiting time in seconds, as the API or a header gives it, cut to [`MOST_RETRY_AFTER`].
pub fn retry_after(seconds: f64) -> Option<Duration> {
    // Not a number, or negative: it says nothing.
    (seconds >= 0.0).then(|| Duration::from_secs_f64(seconds.min(MOST_RETRY_AFTER.as_secs_f64())))
}

/// The object with the member that must be there: the answer itself, or what it is wrapped in.
fn unwrapped<'a>(answer: &'a Value, wrappers: &[&str], member: &str) -> Option<&'a Map<String, Value>> {
    let outer = answer.as_object()?;
    let inner = wrappers.iter().filter_map(|wrapper| outer.get(*wrapper)?.as_object());
    std::iter::once(outer).chain(inner).find(|object| object.contains_key(member))
}

fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str()
}

fn link(attempt: &Map<String, Value>, name: &str) -> ShownLink {
    let link = text(attempt, name)?.trim();
    (!link.is_empty()).then(|| WebLink::parse(link))
}

/// A word of the API's that is compared: visible ASCII, short; `None` if nothing is left.
fn word(text: &str) -> Option<String> {
    let word: String = text.chars().filter(char::is_ascii_graphic).take(MOST_SCOPE).collect();
    (!word.is_empty()).then_some(word)
}

/// Whether this names something, and is no code, no link and no sentence: a letter, then letters, digits, `_` and `-`.
fn is_name(text: &str) -> bool {
    text.len() <= MOST_NAME
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// Text of the API's that is shown to people: without control and direction marks, cut to [`Snapshot::MOST_HINT`].
fn hint(text: &str) -> Option<String> {
    let shown: String = text.chars().filter(|c| is_shown(*c)).take(Snapshot::MOST_HINT).collect();
    let shown = shown.trim();
    (!shown.is_empty()).then(|| shown.to_owned())
}

/// False for what steers text or joins characters and shows nothing itself.
fn is_shown(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_shows_nothing_that_steers_text_and_is_cut() {
        assert_eq!(hint("b\u{202e}•••\u{0}@m\nail.com").as_deref(), Some("b•••@mail.com"));
        assert_eq!(hint(" \u{200f} "), None);
        assert_eq!(hint(&"é".repeat(100)).map(|hint| hint.chars().count()), Some(Snapshot::MOST_HINT));
    }

    #[test]
    fn a_scope_is_found_by_its_shape_and_nothing_else_is() {
        let scope = |detail: &str| problem(format!(r#"{{"detail":"{detail}"}}"#).as_bytes()).scope;
        assert_eq!(scope("the scope `accounts:write` is required").as_deref(), Some("accounts:write"));
        assert_eq!(scope("note:this key lacks usage:read.").as_deref(), Some("usage:read"));
        assert_eq!(scope("needs chats:delete").as_deref(), Some("chats:delete"));
        assert_eq!(scope("see https://docs.example/errors: 123456:654321 a:b:c :x y:"), None);
    }

    #[test]
    fn a_waiting_time_is_never_negative_and_at_most_an_hour() {
        assert_eq!(retry_after(1.5), Some(Duration::from_millis(1_500)));
        assert_eq!(retry_after(f64::INFINITY), Some(MOST_RETRY_AFTER));
        assert_eq!(retry_after(-1.0), None);
        assert_eq!(retry_after(f64::NAN), None);
    }
}
