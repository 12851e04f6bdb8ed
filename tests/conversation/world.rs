//! The world of a transcript: a clock, a simulated Telegram, a simulated account API, a store, and the switchboard.
//!
//! Looks are answered when the script moves on, and a moment after each half minute of the clock, whenever they began: so it makes
//! no difference to what is seen when exactly they began, which a restart changes. The first look in each life of the
//! bridge, and one that a human waits for, are answered at once, as is everything else.

mod former;
mod sight;
mod tags;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::LazyLock;
use std::time::Duration;

use jiff::tz::TimeZone;
use twofa_bridge::model::incoming::Happened;
use twofa_bridge::model::record::{AccountRecord, LinkRecord, PersonRecord, Starter};
use twofa_bridge::model::trail::{Entry, Query};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, Change, ChatId, DispatchId, EndpointId, Handle, Language, Name,
    PersonId, Record, RecordKey, Seed, TelegramTime, Timestamp,
};
use twofa_bridge::service::clock;
use twofa_bridge::switchboard::command::{Command, DeliveryFate, Note, Submission};
use twofa_bridge::switchboard::event::{Event, Trouble};
use twofa_bridge::switchboard::host::Host;
use twofa_bridge::switchboard::limits::Limits;
use twofa_bridge::switchboard::pace::Pace;
use twofa_bridge::switchboard::{Settings, Switchboard, TrailLimits};
use twofa_bridge::texts::Texts;

use super::api::{Api, Verdict};
use super::telegram::{Parcel, Telegram};
use tags::Tags;

/// People, by the name that the script has for them.
pub(super) const PEOPLE: [(&str, i64); 6] =
    [("sam", 1001), ("kim", 1002), ("bella", 2001), ("carla", 2002), ("ben", 2003), ("dora", 3001)];

/// Groups: the office is in the config, the kitchen is not.
pub(super) const GROUPS: [(&str, i64); 3] =
    [("office", -1_001_234), ("kitchen", -1_005_678), ("new office", -1_009_999)];

/// The first day, in seconds since the epoch: 2026-01-05.
const FIRST_DAY: i64 = 1_767_571_200;

/// A message with more lines than this is written down once.
const LINES_WORTH_REPEATING: usize = 4;

/// Looks are answered at least so often, in milliseconds.
const HALF_MINUTE: i64 = 30_000;

/// How long after the half minute, so that it never falls together with a line of the script.
const A_MOMENT: i64 = 500;

/// The words, which take longer to read than a conversation.
static TEXTS: LazyLock<Texts> =
    LazyLock::new(|| Texts::new("Acme", "TwofaBridgeBot", TimeZone::UTC, 400).unwrap());

/// The world.
pub(super) struct World {
    pub(super) settings: Settings,
    texts: Texts,
    pub(super) now: Timestamp,
    /// None while it is stopped.
    switchboard: Option<Switchboard>,
    /// By how much the clock of the bridge is ahead of the time of the world, in milliseconds.
    ahead: i64,
    /// The same of the host's clock.
    pub(super) host_is_ahead: i64,
    /// Whether Telegram tells the time.
    pub(super) telegram_tells_the_time: bool,
    /// The records, as they are on disk.
    store: BTreeMap<RecordKey, String>,
    pub(super) telegram: Telegram,
    pub(super) api: Api,
    pub(super) events: VecDeque<Event>,
    seeds: u64,
    tags: Tags,
    /// The words of the invitations that were shown, in their order.
    pub(super) words: Vec<String>,
    /// The codes that were submitted.
    codes: BTreeSet<String>,
    /// Codes that were submitted to an attempt, and whose verdict was lost.
    lost: BTreeSet<(AttemptId, String)>,
    pub(super) tickets: u64,
    /// Whether the links that there are from the beginning have marks.
    pub(super) links_have_marks: bool,
    /// Who of the agency's system is told what happens.
    pub(super) host: Host,
    /// What becomes of the next deliveries.
    pub(super) deliveries: VecDeque<bool>,
    /// What it was told.
    told: BTreeSet<DispatchId>,
    published: BTreeSet<DispatchId>,
    /// The languages of people’s Telegrams, where they are not English.
    pub(super) languages: BTreeMap<PersonId, String>,
    /// Whether anything has happened yet.
    pub(super) has_begun: bool,
    /// The messages that stand in the transcript.
    shown: BTreeSet<Vec<String>>,
    transcript: String,
}

impl World {
    /// A world in which nothing has happened yet.
    pub(super) fn new() -> Self {
        let accounts =
            [("acc_bella", "bella"), ("acc_carla", "carla")].map(|(id, handle)| account(id, handle));
        let settings = Settings {
            managers: [PersonId(1001), PersonId(1002)].into(),
            chats: [ChatId(GROUPS[0].1)].into(),
            bot: "TwofaBridgeBot".to_owned(),
            accounts: Vec::new(),
            limits: Limits {
                wrong_codes_max: 3,
                question_lifetime: Duration::from_mins(10),
                question_repeat_after: Duration::from_mins(5),
                ready_lifetime: Duration::from_mins(30),
                ask_next_after: Duration::from_mins(2),
                questions_per_hour: 10,
                reauth_interval: Duration::from_mins(1),
                reauths_per_hour: 5,
                reauths_per_day: 10,
                attempt_lifetime: Duration::from_mins(30),
                invitation_lifetime: Duration::from_hours(24),
                email_cooldown: Duration::from_mins(1),
                code_digits_min: 4,
                code_digits_max: 8,
            },
            // So short that a look is always under way when the script moves on.
            ask_first: false,
            reauths_at_once: 5,
            pace: Pace {
                working: Duration::from_millis(100),
                asking: Duration::from_millis(100),
                elsewhere: Duration::from_millis(100),
                session_check: None,
            },
            trail: TrailLimits { keep: Duration::from_hours(400 * 24), entries_max: 50_000 },
            zone: TimeZone::UTC,
            group_language: Language::default(),
        };
        Self {
            settings,
            texts: TEXTS.clone(),
            now: at_time(0, 0),
            switchboard: None,
            ahead: 0,
            host_is_ahead: 0,
            telegram_tells_the_time: true,
            store: BTreeMap::new(),
            telegram: Telegram::default(),
            api: Api::new(accounts.to_vec()),
            events: VecDeque::new(),
            seeds: 0,
            tags: Tags::default(),
            words: Vec::new(),
            codes: BTreeSet::new(),
            lost: BTreeSet::new(),
            tickets: 0,
            links_have_marks: true,
            host: Host::default(),
            deliveries: VecDeque::new(),
            told: BTreeSet::new(),
            published: BTreeSet::new(),
            languages: BTreeMap::new(),
            has_begun: false,
            shown: BTreeSet::new(),
            transcript: String::new(),
        }
    }

    /// Whether the bridge is running.
    pub(super) fn is_running(&self) -> bool {
        self.switchboard.is_some()
    }

    /// Starts the bridge with what is on disk.
    pub(super) fn start(&mut self) {
        let records = self.store.values().map(|json| serde_json::from_str::<Record>(json).unwrap()).collect();
        let mut switchboard = Switchboard::restore(self.settings.clone(), records);
        switchboard.set_host(self.host.clone());
        let host = Timestamp(self.now.0 + self.host_is_ahead);
        let telegram = TelegramTime(self.now.0.div_euclid(1_000));
        let telegram = self.telegram_tells_the_time.then_some(telegram);
        let beginning = clock::beginning(host, telegram, switchboard.newest_moment());
        switchboard.set_ahead_of_telegram(beginning.ahead_of_telegram);
        self.ahead = beginning.at.0 - self.now.0;
        self.switchboard = Some(switchboard);
        self.events.push_back(Event::Started);
        let again = self.telegram.redeliver();
        self.events.extend(again.into_iter().map(Event::Heard));
        self.run();
    }

    /// Stops the bridge: what it had not put on disk is gone.
    pub(super) fn stop(&mut self) {
        self.switchboard = None;
        self.events.clear();
        self.telegram.parcels.clear();
        self.telegram.posts.clear();
        self.api.looking.clear();
        self.api.looked.clear();
        self.api.hanging = None;
        self.api.judging.clear();
        self.api.hanging_reauths.clear();
    }

    /// Stops and starts the bridge.
    pub(super) fn restart(&mut self) {
        self.stop();
        self.start();
    }

    /// Starts the bridge with what is on disk as the first version would have written it.
    pub(super) fn update_from_first_version(&mut self) {
        self.stop();
        for json in self.store.values_mut() {
            let mut record: serde_json::Value = serde_json::from_str(json).unwrap();
            former::write(&mut record);
            *json = record.to_string();
        }
        self.start();
    }

    /// Whether a restart would lose nothing that is known to be lost.
    pub(super) fn may_restart(&self) -> bool {
        self.is_running() && self.api.hanging.is_none() && self.api.hanging_reauths.is_empty()
    }

    /// Something was reported by Telegram.
    pub(super) fn report(&mut self, what: Happened) {
        let incoming = self.telegram.report(what);
        if self.is_running() {
            self.events.push_back(Event::Heard(incoming));
        }
    }

    /// Lets the bridge deal with everything that has happened.
    pub(super) fn run(&mut self) {
        let mut rounds = 0;
        while let Some(event) = self.events.pop_front() {
            rounds += 1;
            assert!(rounds < 1_000, "no end in sight: {event:?}");
            if let Event::Judged { attempt, .. } = &event {
                self.api.judging.remove(attempt);
            }
            // A menu draws nothing: whether one is set changes no tag.
            let seed = if matches!(event, Event::MenuSet { .. }) { Seed([0; 32]) } else { self.seed() };
            let Some(switchboard) = &mut self.switchboard else { continue };
            let now = Timestamp(self.now.0 + self.ahead);
            let commands = switchboard.handle(now, event, seed);
            let deadline = switchboard.next_deadline();
            assert!(deadline.is_none_or(|at| at > now), "a deadline in the past");
            self.obey(commands);
        }
    }

    /// Lets time pass, up to and including that moment.
    pub(super) fn advance(&mut self, to: Timestamp) {
        assert!(to >= self.now, "the script goes back in time");
        loop {
            let deadline = self.switchboard.as_ref().and_then(Switchboard::next_deadline);
            let deadline = deadline.map(|at| Timestamp(at.0 - self.ahead));
            let is_looking = !self.api.looking.is_empty();
            let half_minutes = (self.now.0 - A_MOMENT).div_euclid(HALF_MINUTE) + 1;
            let half_minute = is_looking.then_some(Timestamp(half_minutes * HALF_MINUTE + A_MOMENT));
            let Some(next) = [deadline, half_minute].into_iter().flatten().min().filter(|next| *next <= to)
            else {
                break;
            };
            self.now = next;
            if deadline == Some(next) {
                self.events.push_back(Event::DeadlineCame);
                self.run();
            }
            if half_minute == Some(next) {
                self.answer_looks();
            }
        }
        self.now = to;
    }

    /// Answers the looks that are under way.
    pub(super) fn answer_looks(&mut self) {
        for (attempt, request) in std::mem::take(&mut self.api.looking) {
            let result = self.api.see(&attempt);
            self.events.push_back(Event::Seen { attempt, request, result });
        }
        self.run();
    }

    fn seed(&mut self) -> Seed {
        self.seeds += 1;
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&self.seeds.to_be_bytes());
        Seed(bytes)
    }

    /// Does what the switchboard orders.
    fn obey(&mut self, commands: Vec<Command>) {
        let is_saved = matches!(commands.first(), Some(Command::Save(_)));
        for (index, command) in commands.into_iter().enumerate() {
            if !self.is_running() {
                return;
            }
            let tells = matches!(command, Command::Show(_) | Command::Say(_) | Command::AnswerPress { .. });
            assert!(!is_saved || !tells || command.waits_for_disk(), "told before it is so: {command:?}");
            match command {
                Command::Save(changes) => {
                    assert_eq!(index, 0, "a batch comes first, and once");
                    self.save(changes);
                }
                Command::Show(show) => self.send(Parcel::Show(Box::new(show))),
                Command::Say(say) => self.send(Parcel::Say(Box::new(say))),
                Command::HandOver(document) => self.hand_over(&document),
                Command::Delete { at, message, .. } => self.delete(at, message),
                Command::AnswerPress { query, notice, language } => {
                    let Some(notice) = notice else { continue };
                    let (who, _) = query.split_once(' ').unwrap();
                    let text = self.words_of(&notice, None, language).0;
                    self.write(&format!("{who} sees for a moment: {text}"));
                }
                Command::Look { attempt, request, awaited, .. } => {
                    if awaited || self.api.looked.insert(attempt.clone()) {
                        let result = self.api.see(&attempt);
                        self.events.push_back(Event::Seen { attempt, request, result });
                    } else {
                        self.api.looking.insert(attempt, request);
                    }
                }
                Command::Submit { attempt, request, answer, recorded_first } => {
                    self.submit(attempt, request, &answer, recorded_first);
                }
                Command::TriggerEmail { attempt, request } => {
                    self.write(&format!("API ← send the email for {attempt}"));
                    let verdict = self.api.emails.pop_front().unwrap_or(Verdict::Unchanged);
                    let is_silent = matches!(verdict, Verdict::SameAttempt);
                    let result = self.api.judge(&attempt, verdict);
                    let result = result.map(|snapshot| (!is_silent).then_some(snapshot));
                    self.api.looking.remove(&attempt);
                    self.events.push_back(Event::EmailTriggered { attempt, request, result });
                }
                Command::Reauthenticate { account, request } => {
                    self.write(&format!("API ← reauthenticate {account}"));
                    let pending = Verdict::State(AttemptState::Pending);
                    let verdict = self.api.reauths.pop_front().unwrap_or(pending);
                    if matches!(verdict, Verdict::Hanging) {
                        self.api.hanging_reauths.push_back((account, request));
                    } else {
                        self.reauthenticated(account, request, &verdict);
                    }
                }
                Command::LookAtAccount { account, request } => {
                    self.check_look_at(&account, request);
                    if self.api.sessions_hang {
                        self.write(&format!("API ← account {account}: no answer yet"));
                        self.api.hanging_session = Some((account, request));
                        continue;
                    }
                    let result = self.api.sessions.get(&account).copied().unwrap_or(Some(Ok(())));
                    let seen = match &result {
                        Some(Ok(())) => "its session is valid".to_owned(),
                        Some(Err(trouble)) => format!("{trouble:?}"),
                        None => "not its turn".to_owned(),
                    };
                    self.write(&format!("API ← account {account}: {seen}"));
                    self.events.push_back(Event::AccountSeen { account, request, result });
                }
                Command::ListAccounts => {
                    let result = self.api.listing.map_or_else(|| Ok(self.api.accounts.clone()), Err);
                    self.events.push_back(Event::Listed(result));
                }
                Command::Recall { ticket, query } => {
                    let entries = Some(self.recall(&query));
                    self.events.push_back(Event::Recalled { ticket, entries });
                }
                Command::Respond { ticket, response } => {
                    assert_eq!(ticket, self.tickets, "a response to another request");
                    self.respond(&response);
                }
                Command::SetMenu { person, menu } => {
                    self.telegram.menus.insert(person, menu);
                    self.events.push_back(Event::MenuSet { person, menu });
                }
                Command::Settle(update) => self.telegram.settle(update),
                Command::Deliver { to, id, document } => self.deliver(to, id, &document),
                Command::Publish(record) => {
                    let told = record.told.word();
                    assert!(record.owed.is_empty(), "readers of events are owed nothing: {told}");
                    if self.published.insert(record.id) {
                        self.write(&format!("the stream ← {told} {}", record.attempt));
                    }
                }
                Command::Note(Note::Delivered { fate: DeliveryFate::GivenUp, .. }) => {
                    self.write("the host is not told that again");
                }
                Command::Note(_) => {}
            }
        }
    }

    /// Whether an account may be looked at is a rule in every transcript.
    fn check_look_at(&mut self, account: &AccountId, request: u64) {
        let look = Command::LookAtAccount { account: account.clone(), request };
        assert!(look.waits_for_disk(), "that it was looked at is on disk first");
        let interval = self.settings.pace.session_check.expect("sessions are looked at");
        let is_open = self.store.values().any(|json| match serde_json::from_str(json).unwrap() {
            Record::Attempt(it) => {
                it.account == *account
                    && !matches!(it.stage, twofa_bridge::model::record::Stage::Ended { .. })
            }
            Record::Reauth(it) => it.account == *account,
            _ => false,
        });
        assert!(!is_open, "{account} is looked at while a sign-in is open");
        let is_its_turn = self.api.sessions.get(account) != Some(&None);
        let before = if is_its_turn { self.api.seen_at.insert(account.clone(), self.now) } else { None };
        assert!(before.is_none_or(|at| self.now.since(at) >= interval), "{account} is looked at too often");
    }

    /// What the store reads of the audit trail, newest first.
    fn recall(&self, query: &Query) -> Vec<Entry> {
        let entries =
            self.store.values().rev().filter_map(|json| match serde_json::from_str(json).unwrap() {
                Record::Trail(entry) => Some(*entry),
                _ => None,
            });
        let before = |entry: &Entry| query.before.is_none_or(|before| entry.number < before);
        entries.filter(|it| before(it) && query.about.is_about(it)).take(query.most).collect()
    }

    /// The endpoint of the agency's system is told something.
    fn deliver(&mut self, to: EndpointId, id: DispatchId, document: &str) {
        let json: serde_json::Value = serde_json::from_str(document).unwrap();
        assert!(json["timestamp"].as_str().unwrap().starts_with("2026-01-"), "{document}");
        let is_taken = self.deliveries.pop_front().unwrap_or(true);
        let known = if self.told.insert(id) { "" } else { ", once more" };
        let result = if is_taken { "taken" } else { "refused" };
        self.write(&format!(
            "the host ← {} {}{known}: {result}",
            json["type"].as_str().unwrap(),
            json["data"]
        ));
        self.events.push_back(Event::Delivered { to, id, is_taken });
    }

    /// The API answers a reauthentication.
    pub(super) fn reauthenticated(&mut self, account: AccountId, request: u64, verdict: &Verdict) {
        let result = self.api.start(&account, verdict);
        self.events.push_back(Event::Reauthenticated { account, request, result });
    }

    fn submit(&mut self, attempt: AttemptId, request: u64, answer: &Submission, recorded_first: bool) {
        assert!(self.api.judging.insert(attempt.clone()), "a second submission while one is under way");
        match answer {
            Submission::Code(code) => {
                self.codes.insert(code.expose().to_owned());
                let may_have_arrived = self.lost.contains(&(attempt.clone(), code.expose().to_owned()));
                let shows_wrong = self.api.attempts[&attempt].state == AttemptState::Wrong2faCodeRetry;
                let is_told_by_looking = !may_have_arrived && !shows_wrong;
                assert!(is_told_by_looking || recorded_first, "nobody would know of this after a crash");
                self.write(&format!("API ← code {} for {attempt}", code.expose()));
            }
            Submission::FaceDone => self.write(&format!("API ← face check done for {attempt}")),
        }
        self.api.looking.remove(&attempt);
        let right = Verdict::State(AttemptState::CompletedSuccess);
        let verdict = self.api.answers.pop_front().unwrap_or(right);
        let is_lost =
            matches!(verdict, Verdict::Hanging | Verdict::LostBut(_) | Verdict::Trouble(Trouble::Lost));
        if let (true, Submission::Code(code)) = (is_lost, answer) {
            self.lost.insert((attempt.clone(), code.expose().to_owned()));
        }
        if matches!(verdict, Verdict::Hanging) {
            self.api.hanging = Some((attempt, request));
            return;
        }
        let result = self.api.judge(&attempt, verdict);
        self.events.push_back(Event::Judged { attempt, request, result });
    }

    /// Puts a batch on disk.
    pub(super) fn save(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Put(record) => {
                    let json = serde_json::to_string(&record).unwrap();
                    self.assert_no_code(&json);
                    self.store.insert(record.key(), json);
                }
                Change::Remove(key) => {
                    self.store.remove(&key);
                }
            }
        }
    }

    /// No code may stand in this.
    fn assert_no_code(&self, text: &str) {
        for code in &self.codes {
            let mut parts = text.split(code.as_str());
            let mut before = parts.next().unwrap_or_default();
            for after in parts {
                let within_a_number = before.ends_with(|c: char| c.is_ascii_digit())
                    || after.starts_with(|c: char| c.is_ascii_digit());
                assert!(within_a_number, "a code stands in {text}");
                before = after;
            }
        }
    }

    /// Begins a line of the transcript.
    pub(super) fn write_line(&mut self, line: &str) {
        self.transcript.push_str(line);
        self.transcript.push('\n');
    }

    /// Writes down what is seen.
    pub(super) fn write(&mut self, text: &str) {
        for line in text.lines() {
            self.transcript.push_str(format!("         {line}").trim_end());
            self.transcript.push('\n');
        }
    }

    /// The transcript, when the script is over.
    pub(super) fn end(mut self) -> String {
        if self.is_running() && !self.telegram.is_down && self.telegram.unsettled() > 0 {
            let count = self.telegram.unsettled();
            self.write_line(&format!("         Telegram keeps {count} update(s) that are not settled"));
        }
        self.transcript
    }

    /// The link between a person and an account, as if made long ago.
    pub(super) fn link(&mut self, person: i64, id: &str, handle: &str) {
        let (id, handle) = account(id, handle);
        let name = Name::new(&capital(chat_name(ChatId(person))));
        let sam = Starter::Manager { person: PersonId(1001), name: Name::new("Sam") };
        let person = PersonId(person);
        let (account, accepted_at) = (id.clone(), at_time(0, 0));
        let mark = self.links_have_marks.then(|| Seed([9; 32]).mark(u32::try_from(person.0).unwrap()));
        self.save(vec![
            Change::Put(Record::Account(AccountRecord::new(id, handle))),
            Change::Put(Record::Person(PersonRecord {
                id: person,
                name,
                language: None,
                chosen_language: None,
                menu: None,
                reachable: true,
                questions: Vec::new(),
                quiet: None,
                muted: None,
            })),
            Change::Put(Record::Link(LinkRecord { account, person, invited_by: sam, accepted_at, mark })),
        ]);
    }
}

/// An account by id and handle.
pub(super) fn account(id: &str, handle: &str) -> (AccountId, Handle) {
    (AccountId::parse(id).unwrap(), Handle::parse(handle).unwrap())
}

/// A moment, so many seconds after the beginning of a day.
pub(super) fn at_time(day: i64, seconds: i64) -> Timestamp {
    Timestamp((FIRST_DAY + day * 24 * 3_600 + seconds) * 1_000)
}

/// What the script calls a chat.
pub(super) fn chat_name(chat: ChatId) -> &'static str {
    PEOPLE.iter().chain(&GROUPS).find(|(_, id)| *id == chat.0).map_or("?", |(name, _)| name)
}

/// A name as it stands in a profile.
pub(super) fn capital(name: &str) -> String {
    name[..1].to_uppercase() + &name[1..]
}
