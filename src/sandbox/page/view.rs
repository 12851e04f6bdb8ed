//! What stands on the page, part by part, as JSON.

use serde_json::{Value, json};

use super::{Desk, Phone, act, log};
use crate::sandbox::account_api::{AttemptView, StartedBy, Step};
use crate::sandbox::telegram::{Bubble, Button, ButtonKind, Sender};

/// How many messages of a chat are shown.
const MOST_BUBBLES: usize = 150;

/// How many attempts are shown.
const MOST_ATTEMPTS: usize = 40;

/// How many characters of a message are quoted by a reply.
const MOST_QUOTED: usize = 60;

/// All parts, by name.
pub(super) fn parts(desk: &Desk) -> Vec<(String, Value)> {
    let mut parts = vec![("cast".to_owned(), cast(desk))];
    parts.extend(desk.stage.phones.iter().map(|phone| (format!("chat {}", phone.chat), chat(desk, phone))));
    parts.push(("world".to_owned(), world(desk)));
    parts.push(("log".to_owned(), log::lines(desk)));
    parts
}

/// Who and what there is, which never changes.
fn cast(desk: &Desk) -> Value {
    let phones = desk.stage.phones.iter().map(|phone| {
        let people = phone.people.iter().map(|person| json!({ "id": person.id(), "name": person.name() }));
        json!({
            "chat": phone.chat,
            "name": phone.name,
            "about": phone.about,
            "people": people.collect::<Value>(),
            "is_group": phone.chat < 0,
        })
    });
    json!({
        "bot": desk.stage.telegram.bot_username(),
        "phones": phones.collect::<Value>(),
        "faults": act::FAULTS.iter().map(|fault| json!({
            "id": fault.id, "side": fault.side, "label": fault.label,
        })).collect::<Value>(),
    })
}

fn chat(desk: &Desk, phone: &Phone) -> Value {
    let telegram = &desk.stage.telegram;
    let all = telegram.chat_with_deleted(phone.chat);
    let from = all.len().saturating_sub(MOST_BUBBLES);
    let bubbles = all.get(from..).unwrap_or_default();
    let menu = telegram.menu(phone.chat).into_iter();
    let (count, last) = telegram.toasts_in(phone.chat);
    json!({
        "bubbles": bubbles.iter().map(|bubble| bubble_json(bubble, &all)).collect::<Value>(),
        "menu": menu.map(|(name, about)| json!({ "name": name, "about": about })).collect::<Value>(),
        "blocked": telegram.is_blocked_by(phone.chat),
        "codes": codes(desk, phone),
        "toast": last.map(|text| json!({ "number": count, "text": text })),
    })
}

fn bubble_json(bubble: &Bubble, all: &[Bubble]) -> Value {
    let (kind, person) = match &bubble.from {
        Sender::Bot => ("bot", None),
        Sender::Person { id, .. } => ("person", Some(*id)),
        Sender::AnonymousAdmin => ("person", None),
        Sender::Service => ("service", None),
    };
    // What was deleted is gone from the page as well.
    if bubble.deleted {
        return json!({ "id": bubble.message_id, "deleted": true, "kind": kind, "person": person, "name": name(bubble) });
    }
    let replied = bubble.reply_to.and_then(|id| all.iter().find(|other| other.message_id == id));
    let quoted = replied.map(|other| {
        let text = if other.deleted { "Deleted message" } else { &other.text };
        json!({ "name": name(other), "text": text.chars().take(MOST_QUOTED).collect::<String>() })
    });
    json!({
        "id": bubble.message_id,
        "deleted": false,
        "kind": kind,
        "person": person,
        "name": name(bubble),
        "text": as_shown(&bubble.text),
        "date": bubble.date,
        "edited": bubble.edited,
        "silent": bubble.silent,
        "quoted": quoted,
        "document": bubble.document.as_ref().map(|it| json!({ "name": it.name, "content": it.content })),
        "buttons": bubble.buttons.iter().map(|row| row.iter().map(button_json).collect()).collect::<Vec<Value>>(),
    })
}

/// The app shows nothing of what the link of an invitation has added to the command.
fn as_shown(text: &str) -> &str {
    if text.starts_with("/start ") { "/start" } else { text }
}

fn name(bubble: &Bubble) -> &str {
    match &bubble.from {
        Sender::Bot => "Twofa Bridge",
        Sender::Person { name, .. } => name,
        Sender::AnonymousAdmin => "An administrator",
        Sender::Service => "Telegram",
    }
}

fn button_json(button: &Button) -> Value {
    let (does, with) = match &button.kind {
        ButtonKind::Callback(_) => ("press", None),
        ButtonKind::Url(url) | ButtonKind::WebApp(url) => ("open", Some(url)),
        ButtonKind::Copy(text) => ("copy", Some(text)),
    };
    json!({ "label": button.label, "does": does, "with": with })
}

/// The codes that have come to a phone: as an SMS, in the mail, or in the authenticator app.
fn codes(desk: &Desk, phone: &Phone) -> Value {
    let attempts = desk.stage.api.attempts();
    let own =
        attempts.iter().filter(|attempt| phone.accounts.contains(&attempt.account) && !is_over(attempt));
    own.filter_map(|attempt| {
        let code = desk.stage.api.expected_code(&attempt.id)?;
        Some(json!({ "attempt": attempt.id, "handle": handle(desk, &attempt.account), "by": asks_for(attempt), "code": code }))
    })
    .collect()
}

fn world(desk: &Desk) -> Value {
    let api = &desk.stage.api;
    let accounts = api.accounts().into_iter().map(|account| {
        let waiting = account
            .scripts
            .iter()
            .map(|script| script.steps.iter().map(step_name).collect::<Vec<&str>>().join(", then "));
        json!({
            "id": account.id,
            "handle": account.handle,
            "creator": desk.phone_of(&account.id).map(|phone| phone.name.clone()),
            "stored_credentials": account.stored_credentials,
            "disconnected": account.disconnected,
            "waiting": waiting.collect::<Vec<String>>(),
        })
    });
    let attempts = api.attempts();
    let attempts = attempts.iter().rev().take(MOST_ATTEMPTS).map(|attempt| {
        json!({
            "id": attempt.id,
            "account": attempt.account,
            "handle": handle(desk, &attempt.account),
            "state": attempt.state,
            "by_host": attempt.started_by == StartedBy::Host,
            "asks_for": asks_for(attempt),
            "creator": desk.phone_of(&attempt.account).map(|phone| phone.name.clone()),
            "has_code": api.expected_code(&attempt.id).is_some(),
            "wrong_codes": attempt.wrong_codes,
            "expired": attempt.expired,
            "over": is_over(attempt),
        })
    });
    json!({
        "accounts": accounts.collect::<Value>(),
        "attempts": attempts.collect::<Value>(),
        "faults": act::waiting(desk),
    })
}

/// What an attempt waits for.
fn asks_for(attempt: &AttemptView) -> &'static str {
    match attempt.step {
        Step::Sms => "sms",
        Step::App => "app",
        Step::Email => "email",
        Step::Face => "face",
        Step::Phone => "phone",
        Step::Pending { .. } | Step::Unknown(_) | Step::Fail | Step::Succeed | Step::SucceedAs(_) => {
            "nothing"
        }
    }
}

fn handle(desk: &Desk, account: &str) -> String {
    let accounts = desk.stage.api.accounts();
    accounts.into_iter().find(|one| one.id == account).map_or_else(|| account.to_owned(), |one| one.handle)
}

fn is_over(attempt: &AttemptView) -> bool {
    attempt.expired || attempt.state.starts_with("completed_")
}

fn step_name(step: &Step) -> &str {
    match step {
        Step::Pending { .. } => "a pause",
        Step::Sms => "SMS code",
        Step::App => "authenticator code",
        Step::Email => "email code",
        Step::Face => "face check",
        Step::Phone => "confirmation on the phone",
        Step::Unknown(state) => state,
        Step::Fail => "failure",
        Step::Succeed | Step::SucceedAs(_) => "success",
    }
}
