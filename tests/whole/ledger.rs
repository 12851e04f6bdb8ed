//! What a world keeps account of: what was read, what is secret, and whether any of it shows where it must not.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use twofa_bridge::model::record::{Matter, Stage};
use twofa_bridge::model::{Notice, Record};
use twofa_bridge::sandbox::account_api::{AccountApi, Call};
use twofa_bridge::sandbox::telegram::{Bubble, ButtonKind, Happening, Sender, Telegram, What};
use twofa_bridge::store::{Places, Store};

/// Words of messages that are on their way to saying something else: how many of these are seen depends on how fast
/// Telegram takes them.
const FLEETING: [&str; 3] = ["starting…", "working…", "checking…"];

/// What was read, and what must not show.
#[derive(Default)]
pub(super) struct Ledger {
    /// The happenings that a test has read, by their place in the history.
    read: RefCell<BTreeSet<usize>>,
    /// What must stand nowhere but where it belongs, and what it is.
    secrets: RefCell<BTreeMap<String, &'static str>>,
    /// What the bridge has answered over HTTP.
    heard: RefCell<String>,
}

/// Something the bot has said.
pub(super) struct Said {
    pub(super) index: usize,
    pub(super) bubble: Bubble,
}

impl Ledger {
    /// This is not to be found anywhere.
    pub(super) fn keep_secret(&self, what: &'static str, secret: &str) {
        self.secrets.borrow_mut().insert(secret.to_owned(), what);
    }

    /// The bridge has answered this over HTTP.
    pub(super) fn hear(&self, answer: &str) {
        self.heard.borrow_mut().push_str(answer);
    }

    /// The first thing in a chat that the bot has said, that has these words, and that nobody has read.
    pub(super) fn unread(&self, telegram: &Telegram, chat: i64, words: &str) -> Option<Said> {
        let read = self.read.borrow();
        let history = telegram.history().into_iter().enumerate();
        history.filter(|(index, it)| it.chat == chat && !read.contains(index)).find_map(|(index, it)| {
            let bubble = said(it)?;
            bubble.text.contains(words).then_some(Said { index, bubble })
        })
    }

    /// The first toast for somebody that has these words and that nobody has read.
    pub(super) fn unread_toast(
        &self,
        telegram: &Telegram,
        person: i64,
        words: &str,
    ) -> Option<(usize, String)> {
        let read = self.read.borrow();
        telegram.history().into_iter().enumerate().filter(|(index, _)| !read.contains(index)).find_map(
            |(index, it)| match it.what {
                What::Toast { person: to, text, .. } if to == person && text.contains(words) => {
                    Some((index, text))
                }
                _ => None,
            },
        )
    }

    /// A test has read this.
    pub(super) fn tick(&self, index: usize) {
        self.read.borrow_mut().insert(index);
    }

    /// What the bot has said that no test has read.
    pub(super) fn left_unread(&self, telegram: &Telegram, passing: &[&str]) -> Vec<String> {
        let read = self.read.borrow();
        let history = telegram.history();
        let mut last: BTreeMap<i64, usize> = BTreeMap::new();
        let mut known: BTreeSet<(i64, &str)> = BTreeSet::new();
        for (index, it) in history.iter().enumerate() {
            if let What::Sent(bubble) | What::Edited(bubble) = &it.what {
                last.insert(bubble.message_id, index);
                if read.contains(&index) {
                    known.insert((bubble.message_id, &bubble.text));
                }
            }
        }
        let unread = history.iter().enumerate().filter(|(index, _)| !read.contains(index));
        unread
            .filter_map(|(index, it)| match &it.what {
                What::Sent(bubble) | What::Edited(bubble) if bubble.from == Sender::Bot => {
                    let is_superseded = last.get(&bubble.message_id) != Some(&index);
                    let is_fleeting = FLEETING.iter().chain(passing).any(|words| bubble.text.contains(words));
                    // A message may come back to what it said before.
                    let is_known = known.contains(&(bubble.message_id, &bubble.text));
                    let buttons = bubble.labels().join("] [");
                    (!(is_known || is_superseded && is_fleeting))
                        .then(|| format!("in chat {}: {} [{buttons}]", bubble.chat, bubble.text))
                }
                What::Toast { person, text, .. } if !text.is_empty() => {
                    Some(format!("for a moment, to {person}: {text}"))
                }
                _ => None,
            })
            .collect()
    }

    /// Adds the secrets that only the simulators know by now: codes that were passed on, and links that were shown.
    pub(super) fn learn(&self, telegram: &Telegram, api: &AccountApi) {
        for attempt in api.attempts() {
            for submission in &attempt.submissions {
                if let Some(code) = submission.code() {
                    self.keep_secret("a code", code);
                }
            }
        }
        for bubble in telegram.history().into_iter().filter_map(said) {
            for button in bubble.all_buttons() {
                if let ButtonKind::Url(url) = &button.kind {
                    self.keep_secret("a link", url);
                }
            }
        }
    }

    /// Says which secrets stand in the log, in what was answered over HTTP, or in the files of a folder.
    pub(super) fn leaks(&self, log: &str, folder: &Path) -> Vec<String> {
        let mut places = vec![
            ("the log".to_owned(), without_times(log).into_bytes()),
            ("an HTTP answer".to_owned(), self.heard.borrow().clone().into_bytes()),
        ];
        read_files(folder, &mut places);
        let secrets = self.secrets.borrow();
        let mut leaks = Vec::new();
        for (place, bytes) in &places {
            for (secret, what) in secrets.iter() {
                if stands_in(bytes, secret.as_bytes()) {
                    leaks.push(format!("{what} ({secret}) stands in {place}"));
                }
            }
        }
        leaks
    }

    /// The chats in which a code still stands.
    pub(super) fn codes_left_in_chats(&self, telegram: &Telegram, chats: &[i64]) -> Vec<String> {
        let secrets = self.secrets.borrow();
        let codes: Vec<&String> =
            secrets.iter().filter(|(_, what)| **what == "a code").map(|(code, _)| code).collect();
        let bubbles = chats.iter().flat_map(|chat| telegram.chat(*chat));
        bubbles
            .filter(|bubble| codes.iter().any(|code| stands_in(bubble.text.as_bytes(), code.as_bytes())))
            .map(|bubble| format!("chat {} still shows a code", bubble.chat))
            .collect()
    }
}

/// What the bot said, if that is what happened.
fn said(it: Happening) -> Option<Bubble> {
    match it.what {
        What::Sent(bubble) | What::Edited(bubble) if bubble.from == Sender::Bot => Some(bubble),
        _ => None,
    }
}

/// Whether a secret stands in something. Digits within a longer row of digits are another number.
fn stands_in(bytes: &[u8], secret: &[u8]) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let is_code = secret.iter().all(u8::is_ascii_digit);
    bytes.windows(secret.len()).enumerate().any(|(at, window)| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let is_part = is_digit(before) || before == Some(&b'.') || is_digit(bytes.get(at + secret.len()));
        window == secret && !(is_code && is_part)
    })
}

/// The log without the times of its lines, whose fractions could be codes.
fn without_times(log: &str) -> String {
    let mut text = String::new();
    for line in log.lines() {
        match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(mut members)) => {
                members.remove("timestamp");
                text.push_str(&Value::Object(members).to_string());
            }
            _ => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

fn read_files(folder: &Path, places: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_files(&path, places);
        } else if let Ok(bytes) = std::fs::read(&path) {
            places.push((path.display().to_string(), bytes));
        }
    }
}

/// What was asked of the account API, one line each, without the looks and lists that any world has.
pub(super) fn calls(api: &AccountApi) -> Vec<String> {
    let attempts = api.attempts();
    let mut calls: Vec<String> = api
        .requests()
        .into_iter()
        .filter(|request| match request.call {
            Call::Accounts | Call::Usage => false,
            Call::Look => {
                let id = request.path.rsplit('/').next().unwrap_or_default();
                !attempts.iter().any(|attempt| attempt.id == id)
            }
            Call::Submit | Call::SendEmail | Call::Reauthenticate | Call::Account | Call::Me | Call::Any => {
                true
            }
        })
        .map(|request| {
            let status = request.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
            format!("{} {} {status}", request.method, request.path)
        })
        .collect();
    calls.sort();
    calls
}

/// Where the parts of a store are, given its data directory.
pub(super) fn places(folder: &Path) -> Places {
    Places {
        path: folder.to_owned(),
        journal: folder.with_extension("journal"),
        key_file: folder.with_file_name("store.key"),
    }
}

/// What is on the disk, one line for each kind. How many updates were handled depends on how they came.
pub(super) fn records(folder: &Path) -> Vec<String> {
    let (store, records) = Store::open(&places(folder)).unwrap();
    store.close().unwrap();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for record in records {
        let kind = match record {
            Record::Account(account) if account.frozen.is_some() => "account (frozen)".to_owned(),
            Record::Account(_) => "account".to_owned(),
            Record::Person(person) if !person.reachable => "person (unreachable)".to_owned(),
            Record::Person(_) => "person".to_owned(),
            Record::Link(_) => "link".to_owned(),
            Record::Invitation(_) => "invitation".to_owned(),
            Record::Reauth(_) => "reauth".to_owned(),
            Record::Attempt(attempt) => match attempt.stage {
                Stage::Ended { ending, .. } => format!("attempt ({})", word_of(&ending)),
                Stage::Watching
                | Stage::Triggering
                | Stage::Stuck
                | Stage::Asking(_)
                | Stage::Checking(..) => "attempt (open)".to_owned(),
            },
            // For a day, each link's pictures may be exchanged for others.
            Record::Post(post) if matches!(post.notice, Notice::Linked { .. }) => continue,
            Record::Offer(offer) if matches!(offer.about, Matter::Mark { .. }) => continue,
            Record::Post(_) => "post".to_owned(),
            Record::Offer(_) => "offer".to_owned(),
            Record::Postponement(_) => "postponement".to_owned(),
            Record::Moved(_) => "moved group".to_owned(),
            // How many there are depends on how things came; that the trail holds is checked elsewhere.
            Record::Handled(_) | Record::Trail(_) | Record::TrailHead(_) | Record::Alias(_) => continue,
            Record::Ready(_) => "ready first".to_owned(),
            Record::Check(_) => "check".to_owned(),
            Record::Dispatch(it) if it.owed.is_empty() => "event".to_owned(),
            Record::Dispatch(_) => "event (owed)".to_owned(),
            Record::Round(_) => "round".to_owned(),
            Record::RoundEntry(_) => "account of a round".to_owned(),
        };
        *kinds.entry(kind).or_default() += 1;
    }
    kinds.into_iter().map(|(kind, count)| format!("{count} × {kind}")).collect()
}

/// The name of an ending, without what stands in it.
fn word_of(ending: &twofa_bridge::model::notice::Ending) -> String {
    let text = format!("{ending:?}");
    text.split([' ', '{', '(']).next().unwrap_or_default().to_owned()
}
