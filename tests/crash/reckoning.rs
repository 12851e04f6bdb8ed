//! The reckoning: goes through everything that happened, and through everything that was left behind.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use twofa_bridge::model::Record;
use twofa_bridge::model::notice::Ending;
use twofa_bridge::model::record::Stage;
use twofa_bridge::model::trail::verify;
use twofa_bridge::sandbox::account_api::{AttemptView, Call, Outcome, StartedBy};
use twofa_bridge::sandbox::telegram::{Bubble, Happening, Sender, What};
use twofa_bridge::store::{Places, Store, WholeTrail};

use super::town::Town;

/// What the bot says about a code that it has not passed on, or not used.
const TOLD: [&str; 12] = [
    "I have not used",
    "was not used",
    "I could not tell whether your last answer arrived",
    "was too old",
    "I am still checking",
    "is not needed any more",
    "does not need a code",
    "no longer needed",
    "did not work",
    "That worked",
    "is connected",
    "This is over",
];

/// Questions that say why they come once more, and so may come in the same words for another reason.
const ASKED_FOR_A_REASON: [&str; 2] = ["I could not tell whether", "Your code was too old"];

/// What the run came to.
pub(super) struct Figures {
    kills: usize,
    codes_sent: usize,
    submitted: usize,
    asked_again: usize,
    questions: usize,
    twice: usize,
    connected: usize,
    unsure_starts: usize,
    lasted: Duration,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kills,
            codes_sent,
            submitted,
            asked_again,
            questions,
            twice,
            connected,
            unsure_starts,
            lasted,
        } = self;
        write!(
            f,
            "{kills} kills in {lasted:.0?}: {codes_sent} codes sent, {submitted} submitted, {asked_again} times \
             another was asked for; {questions} questions, {twice} of them twice; {connected} attempts connected, \
             {unsure_starts} starts left to a manager; 0 codes lost, 0 misrouted, 0 submitted twice"
        )
    }
}

/// Goes through everything that happened, and fails with all that should not have.
pub(super) fn reckon(town: &Town) -> Figures {
    let history = town.telegram.history();
    let attempts = town.api.attempts();
    let mut faults = town.leaks.clone();
    faults.extend(codes_lost(town, &history, &attempts));
    faults.extend(codes_misrouted(town, &attempts));
    faults.extend(codes_submitted_twice(&attempts));
    let questions = Sendings::of(&history, &town.kills, question);
    faults.extend(questions.too_many("the question"));
    let statuses = Sendings::of(&history, &town.kills, status);
    faults.extend(statuses.too_many("the status"));
    faults.extend(faults.iter().any(|it| it.starts_with("the ")).then(|| told_how(&history, &faults)));
    faults.extend(started_by_itself(town));
    faults.extend(emails_sent_by_themselves(town, &attempts));
    let (connected, not_ended) = on_disk(&town.places(), &attempts);
    faults.extend(not_ended);
    let unsure_starts = told_that_nobody_knows(&history).values().sum();
    faults.extend(left_open(&attempts, &told_that_nobody_knows(&history)));
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    Figures {
        kills: town.kills.len(),
        codes_sent: town.people.sent.len(),
        submitted: attempts
            .iter()
            .flat_map(|attempt| &attempt.submissions)
            .filter(|it| it.code().is_some())
            .count(),
        asked_again: said(&history).filter(|(_, it)| is_asked_again(it)).count(),
        questions: questions.count,
        twice: questions.repeated(),
        connected,
        unsure_starts,
        lasted: town.began.elapsed(),
    }
}

/// Codes that stand in what the process has left behind.
pub(super) fn leaks(codes: &BTreeSet<&str>, log: &str, home: &Path) -> Vec<String> {
    let mut leaks: Vec<String> =
        numbers(log.as_bytes()).filter(|it| codes.contains(it)).map(|it| format!("{it} is logged")).collect();
    for (path, bytes) in files(home) {
        let found = numbers(&bytes).filter(|it| codes.contains(it));
        leaks.extend(found.map(|it| format!("{it} stands in {path}")));
    }
    leaks
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if let Ok(bytes) = std::fs::read(&path) {
            found.push((path.display().to_string(), bytes));
        }
    }
    found
}

/// The rows of digits in something, without the fractions of seconds in the times of a log.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = &str> {
    let rows = bytes.chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit());
    let mut after_point = false;
    rows.filter_map(move |row| {
        let is_fraction = std::mem::replace(&mut after_point, row.last() == Some(&b'.'));
        let is_number = row.first().is_some_and(u8::is_ascii_digit) && !is_fraction;
        is_number.then(|| std::str::from_utf8(row).unwrap())
    })
}

/// What the bot has said, and where that stands in the history.
fn said(history: &[Happening]) -> impl Iterator<Item = (usize, &Bubble)> {
    history.iter().enumerate().filter_map(|(at, happening)| match &happening.what {
        What::Sent(bubble) | What::Edited(bubble) if bubble.from == Sender::Bot => Some((at, bubble)),
        _ => None,
    })
}

fn is_asked_again(bubble: &Bubble) -> bool {
    [
        "I could not tell whether",
        "Please send a fresh code.",
        "please send a fresh code.",
        "Please send it again.",
        "was too old",
    ]
    .iter()
    .any(|words| bubble.text.contains(words))
}

/// Codes that nobody passed on, and about which nobody was told anything.
fn codes_lost(town: &Town, history: &[Happening], attempts: &[AttemptView]) -> Vec<String> {
    let submitted: BTreeSet<(&str, &str)> = attempts
        .iter()
        .flat_map(|attempt| attempt.submissions.iter().map(move |it| (attempt, it)))
        .filter_map(|(attempt, it)| Some((attempt.id.as_str(), it.code()?)))
        .collect();
    // When the bot last said to somebody what became of what they wrote.
    let mut told: BTreeMap<i64, usize> = BTreeMap::new();
    for (at, bubble) in said(history) {
        if TOLD.iter().any(|words| bubble.text.contains(words)) {
            told.insert(bubble.chat, at);
        }
    }
    let mut sent_at: BTreeMap<(i64, bool), usize> = BTreeMap::new();
    for (at, happening) in history.iter().enumerate() {
        match &happening.what {
            What::Said(bubble) => sent_at.insert((bubble.message_id, false), at),
            What::Rewrote(bubble) => sent_at.insert((bubble.message_id, true), at),
            _ => None,
        };
    }
    let is_lost = |sent: &&super::people::Sent| {
        let is_submitted = submitted.contains(&(sent.attempt.as_str(), sent.code.as_str()));
        let at = sent_at.get(&(sent.message, sent.is_edit));
        !is_submitted && told.get(&sent.chat) <= at
    };
    let lost = town.people.sent.iter().filter(is_lost);
    lost.map(|sent| {
        format!(
            "{} was lost: {} sent it to {} in message {}",
            sent.code, sent.chat, sent.attempt, sent.message
        )
    })
    .collect()
}

/// Codes that came to an attempt for which nobody has sent them.
fn codes_misrouted(town: &Town, attempts: &[AttemptView]) -> Vec<String> {
    let sent: BTreeSet<(&str, &str)> =
        town.people.sent.iter().map(|sent| (sent.attempt.as_str(), sent.code.as_str())).collect();
    let mut faults = Vec::new();
    for attempt in attempts {
        for code in attempt.submissions.iter().filter_map(|it| it.code()) {
            if !sent.contains(&(attempt.id.as_str(), code)) {
                faults.push(format!("{} was given {code}, which nobody sent for it", attempt.id));
            }
        }
    }
    faults
}

/// Codes that came again after the account API had judged them.
fn codes_submitted_twice(attempts: &[AttemptView]) -> Vec<String> {
    let mut faults = Vec::new();
    for attempt in attempts {
        let mut judged = BTreeSet::new();
        for submission in &attempt.submissions {
            let Some(code) = submission.code() else { continue };
            if judged.contains(code) {
                faults.push(format!("{} was given {code} again: {:?}", attempt.id, attempt.submissions));
            }
            if matches!(submission.outcome, Outcome::Right | Outcome::Wrong) {
                judged.insert(code);
            }
        }
    }
    faults
}

/// How the messages went of which some came too often.
fn told_how(history: &[Happening], faults: &[String]) -> String {
    let mut told = String::new();
    let mut heads: BTreeMap<i64, String> = BTreeMap::new();
    for (at, bubble) in said(history) {
        let first = bubble.text.lines().next().unwrap_or_default();
        let head = heads.entry(bubble.message_id).or_insert_with(|| first.to_owned());
        if !head.is_empty() && faults.iter().any(|fault| fault.contains(head.as_str())) {
            writeln!(told, "    {at}: {} in {}: {:?}", bubble.message_id, bubble.chat, bubble.text).unwrap();
        }
    }
    told
}

/// What tells a question from others: its words without its last line. None: it is no question.
fn question(bubble: &Bubble) -> Option<String> {
    let is_question = ["Please send me the code", "A face check is needed", "Please confirm the sign-in"]
        .iter()
        .any(|words| bubble.text.contains(words));
    let (words, _) = bubble.text.rsplit_once('\n')?;
    is_question.then(|| words.to_owned())
}

/// What tells a status from others: its first line.
fn status(bubble: &Bubble) -> Option<String> {
    let head = bubble.text.lines().next()?;
    (head.starts_with('@') && head.contains(" · tag ")).then(|| head.to_owned())
}

/// How often each message of a kind was sent, and in which lives of the process.
struct Sendings {
    count: usize,
    /// The lives in which it was sent, and those in which it was edited; by chat and words.
    by_words: BTreeMap<(i64, String), Lives>,
}

#[derive(Default)]
struct Lives {
    sent: Vec<usize>,
    /// For each edit of a message that an earlier life has sent: how many had been sent by then.
    known: Vec<usize>,
}

impl Sendings {
    fn of(history: &[Happening], kills: &[usize], words: fn(&Bubble) -> Option<String>) -> Self {
        let mut all = Self { count: 0, by_words: BTreeMap::new() };
        let mut messages: BTreeMap<i64, ((i64, String), usize)> = BTreeMap::new();
        // How many sign-ins with the same words are over of which nobody knows whether they have begun: the next may
        // bear the same tag.
        let mut over: BTreeMap<(i64, String), BTreeSet<i64>> = BTreeMap::new();
        for (at, happening) in history.iter().enumerate() {
            let life = kills.partition_point(|kill| *kill <= at);
            match &happening.what {
                What::Sent(bubble) if bubble.from == Sender::Bot => {
                    let Some(words) = words(bubble) else { continue };
                    let nth = over.get(&(bubble.chat, words.clone())).map_or(0, BTreeSet::len);
                    let key = (bubble.chat, format!("{words} ({nth})"));
                    if nobody_knows(bubble) {
                        over.entry((bubble.chat, words)).or_default().insert(bubble.message_id);
                    }
                    all.count += 1;
                    all.by_words.entry(key.clone()).or_default().sent.push(life);
                    messages.insert(bubble.message_id, (key, life));
                }
                What::Edited(bubble) => {
                    let Some((key, sent_in)) = messages.get(&bubble.message_id) else { continue };
                    if let Some(words) = words(bubble).filter(|_| nobody_knows(bubble)) {
                        over.entry((bubble.chat, words)).or_default().insert(bubble.message_id);
                    }
                    if life > *sent_in {
                        let lives = all.by_words.entry(key.clone()).or_default();
                        lives.known.push(lives.sent.len());
                    }
                }
                _ => {}
            }
        }
        all
    }

    fn repeated(&self) -> usize {
        self.by_words.values().map(|lives| lives.sent.len() - 1).sum()
    }

    /// Messages that were sent more often than crashes excuse: a life of the process sends each once at most, and
    /// what a later life has found again is never sent anew.
    fn too_many(&self, what: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for ((chat, words), lives) in &self.by_words {
            let is_crowded = lives.sent.windows(2).any(|pair| pair[0] == pair[1]);
            let has_a_reason = ASKED_FOR_A_REASON.iter().any(|reason| words.contains(reason));
            let is_anew = !has_a_reason && lives.known.iter().any(|count| *count < lives.sent.len());
            if is_crowded || is_anew {
                faults.push(format!("{what} {words:?} came to {chat} in the lives {:?}", lives.sent));
            }
        }
        faults
    }
}

/// Sign-ins that were started more often than managers have said.
fn started_by_itself(town: &Town) -> Vec<String> {
    let mut starts: BTreeMap<String, usize> = BTreeMap::new();
    for request in town.api.requests().into_iter().filter(|request| request.call == Call::Reauthenticate) {
        let account = request.path.split('/').nth(3).unwrap_or_default().to_owned();
        *starts.entry(account).or_default() += 1;
    }
    let wanted = |account: &str| town.people.commands.get(account).copied().unwrap_or_default();
    let too_often = starts.into_iter().filter(|(account, count)| *count > wanted(account));
    too_often
        .map(|(account, count)| {
            format!("{account} was started {count} times, wanted {} times", wanted(&account))
        })
        .collect()
}

/// Emails that were sent more often than once by the bridge and once for each time somebody asked.
fn emails_sent_by_themselves(town: &Town, attempts: &[AttemptView]) -> Vec<String> {
    let wanted = |attempt: &str| 1 + town.people.emails_wanted.get(attempt).copied().unwrap_or_default();
    let too_often = attempts.iter().filter(|attempt| attempt.emails_sent > wanted(&attempt.id));
    too_often.map(|attempt| format!("{} has sent {} emails", attempt.id, attempt.emails_sent)).collect()
}

fn nobody_knows(bubble: &Bubble) -> bool {
    bubble.text.contains("I cannot tell whether this sign-in was started")
}

/// How often managers were told of an account that nobody knows whether its sign-in was started.
fn told_that_nobody_knows(history: &[Happening]) -> BTreeMap<String, usize> {
    let mut told: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    for (_, bubble) in said(history) {
        if nobody_knows(bubble) {
            let handle = bubble.text.split([' ', '\n']).next().unwrap_or_default();
            told.entry(handle.trim_start_matches('@').to_owned()).or_default().insert(bubble.message_id);
        }
    }
    told.into_iter().map(|(handle, messages)| (handle, messages.len())).collect()
}

/// Sign-ins that the bridge has started and that did not come to their end, though nobody was told that one was lost.
fn left_open(attempts: &[AttemptView], unsure: &BTreeMap<String, usize>) -> Vec<String> {
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    for attempt in attempts.iter().filter(|attempt| attempt.state != "completed_success") {
        if attempt.started_by == StartedBy::Host {
            open.insert(format!("{} of the host", attempt.id), 1);
        } else {
            *open.entry(attempt.account.replace("acc_c", "creator")).or_default() += 1;
        }
    }
    let excused = |handle: &str| unsure.get(handle).copied().unwrap_or_default();
    let too_many = open.into_iter().filter(|(handle, count)| *count > excused(handle));
    too_many.map(|(handle, count)| format!("{count} sign-ins of {handle} did not end")).collect()
}

/// How many attempts were connected, says the store, and what in it has not ended so.
fn on_disk(places: &Places, attempts: &[AttemptView]) -> (usize, Vec<String>) {
    let (store, records) = Store::open(places).unwrap();
    store.close().unwrap();
    let mut connected = 0;
    let mut faults = Vec::new();
    let trail = WholeTrail::of(records.iter().cloned());
    if let Err(flaw) = verify(&trail.head, &trail.entries) {
        faults.push(format!("the audit trail does not hold: {flaw}"));
    }
    if trail.entries.is_empty() {
        faults.push("the audit trail is empty".to_owned());
    }
    for record in records {
        match record {
            Record::Attempt(attempt) => match attempt.stage {
                Stage::Ended { ending: Ending::Connected, .. } => connected += 1,
                other => {
                    let at_the_api = attempts.iter().filter(|it| it.account == attempt.account.as_str());
                    faults.push(format!(
                        "{} has not ended well: {other:?}; at the API, {:?}",
                        attempt.id,
                        at_the_api.collect::<Vec<_>>()
                    ));
                }
            },
            Record::Reauth(reauth) => faults.push(format!("{} is still being started", reauth.account)),
            _ => {}
        }
    }
    (connected, faults)
}
