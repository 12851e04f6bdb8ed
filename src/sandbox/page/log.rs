//! What the bridge and the two sides say to each other, line by line, with codes and the words of invitations masked.

use std::time::Duration;

use serde_json::{Value, json};

use super::Desk;
use crate::sandbox::account_api;
use crate::sandbox::people::Person;
use crate::sandbox::telegram::{self, Happening, What};

/// How many lines are shown.
const MOST_LINES: usize = 120;

/// How many requests and happenings of each side are read for them: looks are gathered into one line, and some requests
/// are no line at all.
const MOST_READ: usize = 1_000;

/// How many characters of a text are shown.
const MOST_CHARACTERS: usize = 90;

/// What stands for a character that is not shown.
const MASK: char = '•';

/// An attempt that the agency's system has handed over.
#[derive(Clone, Debug)]
pub(super) struct Handing {
    pub(super) at: Duration,
    pub(super) attempt: String,
    pub(super) handle: String,
    /// What the bridge answered; none: nothing.
    pub(super) status: Option<u16>,
}

/// A line of the log.
struct Line {
    at: Duration,
    /// Who speaks to whom.
    route: &'static str,
    what: String,
    /// More about it.
    words: String,
    status: Option<u16>,
    times: usize,
}

/// The last lines, the newest last.
pub(super) fn lines(desk: &Desk) -> Value {
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(
        desk.stage.telegram.last_requests(MOST_READ).iter().filter_map(|seen| to_telegram(desk, seen)),
    );
    lines.extend(desk.stage.telegram.last_history(MOST_READ).iter().filter_map(|it| from_telegram(desk, it)));
    lines.extend(desk.stage.api.last_requests(MOST_READ).iter().map(to_account_api));
    lines.extend(desk.handed().iter().map(to_bridge));
    lines.sort_by_key(|line| line.at);
    let lines = gathered(lines);
    let from = lines.len().saturating_sub(MOST_LINES);
    lines.get(from..).unwrap_or_default().iter().map(Line::json).collect()
}

/// Makes one line of the same look again and again.
fn gathered(lines: Vec<Line>) -> Vec<Line> {
    let mut gathered: Vec<Line> = Vec::new();
    for line in lines {
        let looks = gathered.iter_mut().rev().take_while(|before| before.is_look());
        let mut same = looks.filter(|before| before.what == line.what && before.status == line.status);
        match same.next().filter(|_| line.is_look()) {
            Some(before) => before.times += 1,
            None => gathered.push(line),
        }
    }
    gathered
}

impl Line {
    fn is_look(&self) -> bool {
        self.what.starts_with("GET ")
    }

    fn json(&self) -> Value {
        let Line { at, route, what, words, status, times } = self;
        json!({
            "key": format!("{} {what}", at.as_micros()),
            "at": at.as_secs(), "route": route, "what": what, "words": words, "status": status, "times": times,
        })
    }
}

fn to_telegram(desk: &Desk, seen: &telegram::RequestSeen) -> Option<Line> {
    // Polls wait all the time; what they bring has lines of its own.
    if seen.method == "getUpdates" {
        return None;
    }
    let text = seen.parameters.get("text").and_then(Value::as_str).unwrap_or_default();
    let whom = seen.chat.map(|chat| format!(" to {}", name_of(desk, chat))).unwrap_or_default();
    let words = text.lines().next().map(|line| shortened(&masked(line))).unwrap_or_default();
    let what = format!("{}{whom}", seen.method);
    Some(Line { at: seen.at, route: "bridge → Telegram", what, words, status: seen.status, times: 1 })
}

fn from_telegram(desk: &Desk, happening: &Happening) -> Option<Line> {
    let who = |person: i64| desk.person(person).map_or("somebody", Person::name).to_owned();
    let writer = |bubble: &telegram::Bubble| match &bubble.from {
        telegram::Sender::Person { name, .. } => name.clone(),
        telegram::Sender::Bot | telegram::Sender::AnonymousAdmin | telegram::Sender::Service => {
            "somebody".to_owned()
        }
    };
    let (what, words) = match &happening.what {
        What::Said(bubble) => (format!("message of {}", writer(bubble)), said(&bubble.text)),
        What::Rewrote(bubble) => (format!("edited message of {}", writer(bubble)), said(&bubble.text)),
        What::Pressed { person, label, .. } => (format!("press of {}", who(*person)), label.clone()),
        What::Blocked { person } => (format!("{} blocks the bot", who(*person)), String::new()),
        What::Unblocked { person } => (format!("{} unblocks the bot", who(*person)), String::new()),
        What::Opened { .. }
        | What::Sent(_)
        | What::Edited(_)
        | What::Deleted(_)
        | What::Toast { .. }
        | What::Migrated { .. }
        | What::Kicked
        | What::Added => return None,
    };
    let words = shortened(&words);
    Some(Line { at: happening.at, route: "Telegram → bridge", what, words, status: None, times: 1 })
}

fn to_account_api(seen: &account_api::RequestSeen) -> Line {
    let mut body = seen.body.clone();
    if let Some(Value::String(code)) = body.get_mut("code") {
        *code = code.chars().map(|_| MASK).collect();
    }
    Line {
        at: seen.at,
        route: "bridge → account API",
        what: format!("{} {}", seen.method, seen.path),
        words: if body.is_null() { String::new() } else { body.to_string() },
        status: seen.status,
        times: 1,
    }
}

fn to_bridge(handing: &Handing) -> Line {
    Line {
        at: handing.at,
        route: "agency → bridge",
        what: "POST /v1/attempts".to_owned(),
        words: format!("{} for @{}", handing.attempt, handing.handle),
        status: handing.status,
        times: 1,
    }
}

fn name_of(desk: &Desk, chat: i64) -> String {
    let phone = desk.stage.phones.iter().find(|phone| phone.chat == chat).map(|phone| phone.name.as_str());
    phone.or_else(|| desk.person(chat).map(Person::name)).unwrap_or("somebody").to_owned()
}

/// What a person wrote. Whatever is no command may be a code, however it is spelled.
fn said(text: &str) -> String {
    if text.starts_with('/') {
        masked(text)
    } else {
        text.chars().map(|it| if it.is_numeric() { MASK } else { it }).collect()
    }
}

/// A text without codes, which times and dates are not, and without the words of invitations.
fn masked(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        match word.split_once("?start=") {
            Some((link, word)) => format!("{link}?start={}", word.chars().map(|_| MASK).collect::<String>()),
            None if digits >= 4 && !word.contains([':', '-']) => {
                word.chars().map(|it| if it.is_ascii_digit() { MASK } else { it }).collect()
            }
            None => word.to_owned(),
        }
    });
    let text = words.collect::<Vec<String>>().join(" ");
    match text.strip_prefix("/start ") {
        Some(word) => format!("/start {}", word.chars().map(|_| MASK).collect::<String>()),
        None => text,
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{masked, said};

    #[test]
    fn codes_and_invitations_are_masked() {
        assert_eq!(said("it says 12 34-56"), "it says •• ••-••");
        assert_eq!(said("١٢٣٤٥٦"), "••••••");
        assert_eq!(said("/start abc"), "/start •••");
        assert_eq!(said("/reauth @bella2"), "/reauth @bella2");
        assert_eq!(masked("https://t.me/Bot?start=abc"), "https://t.me/Bot?start=•••");
        assert_eq!(masked("Started 14:05 · tag 42, code 123456."), "Started 14:05 · tag 42, code ••••••.");
    }
}
