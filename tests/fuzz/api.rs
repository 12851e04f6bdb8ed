//! JSON: what the agency's system hands over, and what the account API answers.

use std::time::Duration;

use serde_json::{Value, json};
use twofa_bridge::account_api::answers;
use twofa_bridge::http::handover;
use twofa_bridge::model::{AccountId, AttemptId, Handle, WebLink};

use super::Target;
use super::inputs::{body, broken_value};

/// Visible ASCII that needs no escaping, as ids are.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 128
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.:".contains(c))
        && text.chars().any(|c| c.is_ascii_alphanumeric())
}

/// A name as one would write it behind an `@`.
fn is_handle(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}

/// Whether nothing in a text steers the text around it.
fn is_calm(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
    })
}

/// A text without what surrounds it, and without what shows nothing.
fn visible(text: &str) -> String {
    text.trim().chars().filter(|c| is_shown(*c)).collect()
}

fn is_shown(c: char) -> bool {
    let is_mark = matches!(c, '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{ad}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
    let is_filler = matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
    !is_mark && !is_filler
}

/// Every text that stands anywhere in a value.
fn holds(value: &Value, wanted: &dyn Fn(&Value) -> bool) -> bool {
    wanted(value)
        || match value {
            Value::Object(members) => members.values().any(|it| holds(it, wanted)),
            Value::Array(items) => items.iter().any(|it| holds(it, wanted)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        }
}

pub(super) fn intake() -> Target {
    let good =
        json!({ "attempt_id": "att_1", "account": "@bella", "started_by": "the CRM of Acme", "more": [1] });
    Box::new(move |random| {
        let value = broken_value(random, &good);
        let Some((attempt, account, started_by)) = handover(&value) else { return false };
        let text = |member: &str| value.get(member).and_then(Value::as_str);
        assert!(is_id(attempt.as_str()) && text("attempt_id") == Some(attempt.as_str()), "{value}");
        assert_eq!(text("account"), Some(account.as_str()), "{value}");
        let name = visible(&account);
        let name = name.strip_prefix('@').unwrap_or(&name);
        assert!(is_id(&account) || is_handle(name), "{value}");
        assert!(
            text("started_by").is_some_and(|it| !it.trim().is_empty() && it.chars().count() <= 200),
            "{value}"
        );
        assert!(is_calm(started_by.as_str()), "{value}");
        true
    })
}

pub(super) fn attempts() -> Target {
    let link = "https://verify.example/face/1?x=2";
    let good = json!({
        "attempt_id": "att_1", "state": "needs_otp", "account_id": "acc_1", "face_verification_url": link,
        "verification_page_url": link, "phone_url": "http://verify.example", "email_mask": "b•••@example.com",
        "otp_channel": "sms", "next_actions": ["submit_code", 7], "polling_url": "/v1", "more": null,
    });
    let asked = AttemptId::parse("att_1").unwrap();
    Box::new(move |random| {
        let wrapped = match random.u8(0..3) {
            0 => json!({ "data": good }),
            1 => json!({ "attempt": good }),
            _ => good.clone(),
        };
        let body = body(random, &wrapped);
        let is_asked = random.bool();
        let Ok(snapshot) = answers::attempt(&body, is_asked.then_some(&asked)) else { return false };
        let text = String::from_utf8_lossy(&body).into_owned();
        let value: Value = serde_json::from_slice(&body).unwrap_or_else(|_| panic!("no JSON: {text}"));
        assert!(!is_asked || snapshot.attempt == asked, "another attempt: {text}");
        assert!(is_id(snapshot.attempt.as_str()), "{text}");
        let has = |member: &str, wanted: &str| {
            holds(&value, &|it| it.get(member).and_then(Value::as_str).is_some_and(|it| it == wanted))
        };
        assert!(has("attempt_id", snapshot.attempt.as_str()), "{text}");
        assert!(holds(&value, &|it| it.get("state").is_some_and(Value::is_string)), "{text}");
        assert!(is_calm(snapshot.state.as_str()) && !snapshot.state.as_str().is_empty(), "{text}");
        assert!(
            snapshot.account.as_ref().is_none_or(|it| is_id(it.as_str()) && has("account_id", it.as_str())),
            "{text}"
        );
        assert!(
            [&snapshot.email_mask, &snapshot.otp_channel].into_iter().flatten().all(|it| is_calm(it)),
            "{text}"
        );
        for link in
            [&snapshot.face_link, &snapshot.page_link, &snapshot.phone_link].into_iter().flatten().flatten()
        {
            judge(link);
        }
        true
    })
}

/// A link that people are shown leads to a place that it names, safely.
fn judge(link: &WebLink) {
    let text = link.expose();
    let rest = text.strip_prefix("https://").unwrap_or_else(|| panic!("not https: {text:?}"));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    assert!(!host.is_empty() && !host.contains(['@', '\\', ' ']), "{text:?} hides where it leads");
    assert!(is_calm(text) && !text.chars().any(char::is_whitespace), "{text:?} steers what stands around it");
}

pub(super) fn accounts() -> Target {
    let list = json!([{ "id": "acc_1", "username": "Bella" }, { "account_id": 17, "handle": "@carla" }, { "name": "x" }]);
    Box::new(move |random| {
        let good = match random.u8(0..3) {
            0 => list.clone(),
            1 => json!({ "data": list }),
            _ => json!({ "accounts": list }),
        };
        let body = body(random, &good);
        let Ok(accounts) = answers::accounts(&body) else { return false };
        let text = String::from_utf8_lossy(&body).into_owned();
        let judge = |(id, handle): &(AccountId, Handle)| is_id(id.as_str()) && is_handle(handle.as_str());
        assert!(accounts.iter().all(judge), "{text}: {accounts:?}");
        let value: Value = serde_json::from_slice(&body).unwrap_or_else(|_| panic!("no JSON: {text}"));
        for (id, handle) in &accounts {
            let is_there = |wanted: &str| {
                holds(&value, &|it| match it {
                    Value::String(it) => visible(it).trim_start_matches('@').eq_ignore_ascii_case(wanted),
                    Value::Number(it) => it.to_string() == wanted,
                    _ => false,
                })
            };
            assert!(
                is_there(id.as_str()) && is_there(handle.as_str()),
                "{id} {handle:?} do not stand in {text}"
            );
        }
        true
    })
}

pub(super) fn usage() -> Target {
    let good = json!({ "rateLimits": {
        "org": { "limit": 600, "remaining": 591, "reset": 1_795_356_300 },
        "accountDefaults": { "readPerMinute": 60, "writePerMinute": 20 },
    } });
    Box::new(move |random| {
        let body = body(random, &good);
        let Ok(usage) = answers::usage(&body) else { return false };
        let text = String::from_utf8_lossy(&body).into_owned();
        let value: Value = serde_json::from_slice(&body).unwrap_or_else(|_| panic!("no JSON: {text}"));
        let limit =
            value["rateLimits"]["org"]["limit"].as_u64().unwrap_or_else(|| panic!("no limit: {text}"));
        assert!(limit > 0 && u64::from(usage.limit) == limit.min(u64::from(u32::MAX)), "{text}");
        true
    })
}

pub(super) fn me() -> Target {
    let good =
        json!({ "organization": { "name": "Acme" }, "key": { "scopes": ["accounts:read", "me:read"] } });
    let flat = json!({ "scopes": "accounts:read,accounts:write usage:read", "org": "Acme" });
    Box::new(move |random| {
        let good = if random.bool() { &good } else { &flat };
        let body = body(random, good);
        let Ok(me) = answers::me(&body) else { return false };
        let text = String::from_utf8_lossy(&body).into_owned();
        let value: Value = serde_json::from_slice(&body).unwrap_or_else(|_| panic!("no JSON: {text}"));
        assert!(holds(&value, &|it| it.get("scopes").is_some()), "no scopes: {text}");
        let is_scope = |it: &String| (1..=64).contains(&it.len()) && it.chars().all(|c| c.is_ascii_graphic());
        assert!(me.scopes.iter().all(is_scope), "{text}");
        assert!(me.organisation.as_ref().is_none_or(|it| is_calm(it)), "{text}");
        true
    })
}

pub(super) fn problems() -> Target {
    let good = json!({
        "type": "quota-exceeded", "title": "Too fast", "status": 429, "retryAfterSec": 12.5, "reason": "org_rpm",
        "detail": "the key lacks the scope accounts:write", "code": "missing_scope",
    });
    Box::new(move |random| {
        let body = body(random, &good);
        let problem = answers::problem(&body);
        let text = String::from_utf8_lossy(&body).into_owned();
        // A day is the longest that anybody is made to wait for.
        assert!(
            problem.retry_after.is_none_or(|wait| wait <= Duration::from_hours(24)),
            "{text}: {problem:?}"
        );
        assert!(
            problem.scope.as_ref().is_none_or(|it| it.len() <= 64 && text.contains(it.as_str())),
            "{text}"
        );
        let value: Option<Value> = serde_json::from_slice(&body).ok();
        let says = |member: &str| value.as_ref().is_some_and(|value| value.get(member).is_some());
        assert!(problem.retry_after.is_none() || says("retryAfterSec"), "{text}");
        problem.retry_after.is_some()
    })
}
