//! The world of a transcript: a clock, a simulated Telegram, a simulated account API, a store, and the switchboard.
//!
//! Looks are answered when the script moves on, and a moment after each half minute of the clock, whenever they began: so it makes
//! no difference to what is seen when exactly they began, which a restart changes. The first look in each life of the
//! bridge, and one that a human waits for, are answered at once, as is everything else.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use jiff::tz::TimeZone;
use twofa_bridge::model::record::{AccountRecord, LinkRecord, PersonRecord, Starter};
use twofa_bridge::model::{
    AccountId, Address, Change, ChatId, Handle, MessageId, Name, Notice, PersonId, Record, RecordKey, Seed,
    Tag, TelegramTime, Timestamp, Word,
};
use twofa_bridge::switchboard::command::{Command, Say, Show, Submission};
use twofa_bridge::switchboard::event::{Event, Unshown};
use twofa_bridge::switchboard::limits::Limits;
use twofa_bridge::switchboard::pace::Pace;
use twofa_bridge::switchboard::{Settings, Switchboard};
use twofa_bridge::texts::{Does, Texts};

use super::api::{Api, Verdict};
use super::telegram::{Parcel, Standing, Telegram};

/// People, by the name that the script has for them.
pub(super) const PEOPLE: [(&str, i64); 6] =
    [("sam", 1001), ("kim", 1002), ("bella", 2001), ("carla", 2002), ("ben", 2003), ("dora", 3001)];

/// Groups: the office is in the config, the kitchen is not.
pub(super) const GROUPS: [(&str, i64); 2] = [("office", -1_001_234), ("kitchen", -1_005_678)];

/// The first day, in seconds since the epoch: 2026-01-05.
const FIRST_DAY: i64 = 1_767_571_200;

/// A message with more lines than this is written down once.
const LINES_WORTH_REPEATING: usize = 4;

/// Looks are answered at least so often, in milliseconds.
const HALF_MINUTE: i64 = 30_000;

/// How long after the half minute, so that it never falls together with a line of the script.
const A_MOMENT: i64 = 500;

/// The world.
pub(super) struct World {
    pub(super) settings: Settings,
    texts: Texts,
    pub(super) now: Timestamp,
    /// None while it is stopped.
    switchboard: Option<Switchboard>,
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
    pub(super) tickets: u64,
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
                question_lifetime: Duration::from_secs(600),
                question_repeat_after: Duration::from_secs(300),
                questions_per_hour: 10,
                reauth_interval: Duration::from_secs(60),
                reauths_per_hour: 5,
                reauths_per_day: 10,
                attempt_lifetime: Duration::from_secs(1_800),
                invitation_lifetime: Duration::from_secs(24 * 3_600),
                email_cooldown: Duration::from_secs(60),
                code_digits_min: 4,
                code_digits_max: 8,
            },
            // So short that a look is always under way when the script moves on.
            pace: Pace {
                working: Duration::from_millis(100),
                asking: Duration::from_millis(100),
                elsewhere: Duration::from_millis(100),
            },
            zone: TimeZone::UTC,
        };
        Self {
            settings,
            texts: Texts::new("Acme", "TwofaBridgeBot", TimeZone::UTC).unwrap(),
            now: at_time(0, 0),
            switchboard: None,
            store: BTreeMap::new(),
            telegram: Telegram::default(),
            api: Api::new(accounts.to_vec()),
            events: VecDeque::new(),
            seeds: 0,
            tags: Tags::default(),
            words: Vec::new(),
            codes: BTreeSet::new(),
            tickets: 0,
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
        self.switchboard = Some(Switchboard::restore(self.settings.clone(), records));
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
        self.api.hanging_reauth = None;
    }

    /// Stops and starts the bridge.
    pub(super) fn restart(&mut self) {
        self.stop();
        self.start();
    }

    /// Whether a restart would lose nothing that is known to be lost.
    pub(super) fn may_restart(&self) -> bool {
        self.is_running() && self.api.hanging.is_none() && self.api.hanging_reauth.is_none()
    }

    /// Something was reported by Telegram.
    pub(super) fn report(&mut self, what: twofa_bridge::model::incoming::Happened) {
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
            let seed = self.seed();
            let Some(switchboard) = &mut self.switchboard else { continue };
            let commands = switchboard.handle(self.now, event, seed);
            let deadline = switchboard.next_deadline();
            assert!(deadline.is_none_or(|at| at > self.now), "a deadline in the past");
            self.obey(commands);
        }
    }

    /// Lets time pass, up to and including that moment.
    pub(super) fn advance(&mut self, to: Timestamp) {
        assert!(to >= self.now, "the script goes back in time");
        loop {
            let deadline = self.switchboard.as_ref().and_then(Switchboard::next_deadline);
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
        for (index, command) in commands.into_iter().enumerate() {
            match command {
                Command::Save(changes) => {
                    assert_eq!(index, 0, "a batch comes first, and once");
                    self.save(changes);
                }
                Command::Show(show) => self.send(Parcel::Show(Box::new(show))),
                Command::Say(say) => self.send(Parcel::Say(Box::new(say))),
                Command::Delete { at, message } => self.delete(at, message),
                Command::AnswerPress { query, notice, .. } => {
                    let Some(notice) = notice else { continue };
                    let (who, _) = query.split_once(' ').unwrap();
                    let text = self.words_of(&notice, None).0;
                    self.write(&format!("{who} sees for a moment: {text}"));
                }
                Command::Look { attempt, request, awaited } => {
                    if awaited || self.api.looked.insert(attempt.clone()) {
                        let result = self.api.see(&attempt);
                        self.events.push_back(Event::Seen { attempt, request, result });
                    } else {
                        self.api.looking.insert(attempt, request);
                    }
                }
                Command::Submit { attempt, request, answer } => self.submit(attempt, request, &answer),
                Command::TriggerEmail { attempt, request } => {
                    self.write(&format!("API ← send the email for {attempt}"));
                    let verdict = self.api.emails.pop_front().unwrap_or(Verdict::Unchanged);
                    let result = match verdict {
                        Verdict::SameAttempt => Ok(None),
                        other => self.api.judge(&attempt, other).map(Some),
                    };
                    self.api.looking.remove(&attempt);
                    self.events.push_back(Event::EmailTriggered { attempt, request, result });
                }
                Command::Reauthenticate { account } => {
                    self.write(&format!("API ← reauthenticate {account}"));
                    let pending = Verdict::State(twofa_bridge::model::AttemptState::Pending);
                    match self.api.reauths.pop_front().unwrap_or(pending) {
                        Verdict::Hanging => self.api.hanging_reauth = Some(account),
                        verdict => self.reauthenticated(account, &verdict),
                    }
                }
                Command::ListAccounts => {
                    let result = self.api.listing.map_or_else(|| Ok(self.api.accounts.clone()), Err);
                    self.events.push_back(Event::Listed(result));
                }
                Command::Respond { ticket, response } => {
                    assert_eq!(ticket, self.tickets, "a response to another request");
                    self.write(&format!("the host ← {response:?}"));
                }
                Command::Settle(update) => self.telegram.settle(update),
                Command::Note(_) => {}
            }
        }
    }

    /// The API answers a reauthentication.
    pub(super) fn reauthenticated(&mut self, account: AccountId, verdict: &Verdict) {
        let result = self.api.start(&account, verdict);
        self.events.push_back(Event::Reauthenticated { account, result });
    }

    fn submit(&mut self, attempt: twofa_bridge::model::AttemptId, request: u64, answer: &Submission) {
        assert!(self.api.hanging.is_none(), "a second submission while one is under way");
        match answer {
            Submission::Code(code) => {
                self.codes.insert(code.expose().to_owned());
                self.write(&format!("API ← code {} for {attempt}", code.expose()));
            }
            Submission::FaceDone => self.write(&format!("API ← face check done for {attempt}")),
        }
        self.api.looking.remove(&attempt);
        let right = Verdict::State(twofa_bridge::model::AttemptState::CompletedSuccess);
        match self.api.answers.pop_front().unwrap_or(right) {
            Verdict::Hanging => self.api.hanging = Some((attempt, request)),
            verdict => {
                let result = self.api.judge(&attempt, verdict);
                self.events.push_back(Event::Judged { attempt, request, result });
            }
        }
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

    /// Sends what Telegram takes, and keeps the rest.
    fn send(&mut self, parcel: Parcel) {
        if self.telegram.is_down {
            if let Parcel::Show(new) = &parcel {
                let is_older = |it: &Parcel| matches!(it, Parcel::Show(old) if old.post == new.post);
                self.telegram.parcels.retain(|it| !is_older(it));
            }
            return self.telegram.parcels.push(parcel);
        }
        match parcel {
            Parcel::Show(show) => self.show(*show),
            Parcel::Say(say) => self.say(*say),
        }
    }

    /// Telegram takes what it had not taken.
    pub(super) fn send_what_waits(&mut self) {
        for parcel in std::mem::take(&mut self.telegram.parcels) {
            self.send(parcel);
        }
        for update in std::mem::take(&mut self.telegram.settled_when_said) {
            self.telegram.settle(twofa_bridge::model::UpdateId(update));
        }
    }

    fn show(&mut self, show: Show) {
        let Show { post, revision, to, edit, notice, offer, link, .. } = show;
        self.assert_may_read(to, &notice);
        let chat = to.chat;
        // Like the outbox, which need not be told twice where a message of ours stands.
        let edit = edit.or_else(|| self.telegram.posts.get(&post).copied());
        if self.telegram.blocked.contains(&chat) {
            return self.events.push_back(Event::NotShown { post, revision, why: Unshown::ChatGone });
        }
        let message = match edit {
            Some(message) if self.telegram.chats.get(&chat).is_some_and(|it| it.contains_key(&message)) => {
                message
            }
            Some(_) => {
                self.telegram.posts.remove(&post);
                return self.events.push_back(Event::NotShown { post, revision, why: Unshown::MessageGone });
            }
            None => self.telegram.next_message(chat),
        };
        let (text, rows) = self.words_of(&notice, None);
        let buttons = rows
            .into_iter()
            .map(|row| {
                row.into_iter()
                    .map(|(label, does)| (label, data(does, offer.as_ref(), link.as_ref())))
                    .collect()
            })
            .collect();
        self.stand(chat, message, edit.is_some(), text, buttons);
        self.telegram.posts.insert(post, message);
        let date = TelegramTime(self.now.0.div_euclid(1_000));
        self.events.push_back(Event::Shown { post, revision, message, date });
    }

    fn say(&mut self, say: Say) {
        let Say { to, notice, offer, word, .. } = say;
        self.assert_may_read(to, &notice);
        let chat = to.chat;
        if self.telegram.blocked.contains(&chat) {
            return;
        }
        let message = self.telegram.next_message(chat);
        let (text, rows) = self.words_of(&notice, word.as_ref());
        let buttons = rows
            .into_iter()
            .map(|row| {
                row.into_iter().map(|(label, does)| (label, data(does, offer.as_ref(), None))).collect()
            })
            .collect();
        self.stand(chat, message, false, text, buttons);
    }

    /// A message of ours stands in a chat.
    fn stand(
        &mut self,
        chat: ChatId,
        message: MessageId,
        is_edit: bool,
        text: String,
        buttons: Vec<Vec<(String, String)>>,
    ) {
        self.assert_no_code(&text);
        let standing = Standing { text, buttons, author: None };
        let before = self.telegram.put(chat, message, standing.clone());
        let (before, lines) = (before.map(|it| it.lines()).unwrap_or_default(), standing.lines());
        if lines == before {
            return;
        }
        let verb = if is_edit { " edited" } else { "" };
        let is_known = !self.shown.insert(lines.clone()) && lines.len() > LINES_WORTH_REPEATING;
        let seen = if is_known && !is_edit {
            format!("{} (the rest as above)", lines[0])
        } else {
            changed(&before, lines).join("\n    ")
        };
        self.write(&format!("{} #{}{verb}: {seen}", chat_name(chat), message.0));
    }

    fn delete(&mut self, at: Address, message: MessageId) {
        let chat = at.chat;
        let Some(standing) = self.telegram.chats.get(&chat).and_then(|it| it.get(&message)).cloned() else {
            return;
        };
        if self.telegram.sealed.contains(&chat) {
            return self.events.push_back(Event::NotDeleted { at });
        }
        self.telegram.chats.entry(chat).or_default().remove(&message);
        let author = standing.author.map_or("the bot", |author| chat_name(ChatId(author.0)));
        self.write(&format!("{}: “{}” of {author} is deleted", chat_name(chat), standing.text));
    }

    /// The words and buttons of a notice, without what is random and what is invisible.
    fn words_of(&mut self, notice: &Notice, word: Option<&Word>) -> (String, Vec<Vec<(String, Does)>>) {
        let notice = self.tags.normal(notice);
        let shown = word.map(|word| {
            self.words.push(word.expose().to_owned());
            Word::parse(&format!("word-{}", self.words.len())).unwrap()
        });
        let rendered = self.texts.render(&notice, shown.as_ref());
        let rows = rendered.buttons.into_iter().map(|row| {
            row.into_iter().map(|button| (without_marks(&button.label), button.does)).collect::<Vec<_>>()
        });
        (without_marks(&rendered.text), rows.collect())
    }

    /// What is about an account is read by who is linked to it and by managers, and what asks for a code by nobody but
    /// the former.
    fn assert_may_read(&self, to: Address, notice: &Notice) {
        if to.chat.0 < 0 {
            let is_listed = self.settings.chats.contains(&to.chat);
            assert!(is_listed || *notice == Notice::OnlyInPrivate, "{notice:?} to a strange group");
        }
        let is_manager = to.chat.0 < 0 || self.settings.managers.contains(&PersonId(to.chat.0));
        if is_manager {
            assert!(
                !matches!(notice, Notice::Question(_) | Notice::WhichAccount { .. }),
                "a manager is asked"
            );
            return;
        }
        let is_answer = matches!(
            notice,
            Notice::Invited { .. }
                | Notice::InvitationDeclined { .. }
                | Notice::TooManyLinks { .. }
                | Notice::NotLinked { .. }
                | Notice::Stopped { .. }
                | Notice::Unlinked { .. }
                | Notice::QuestionEnded { .. }
                | Notice::QuestionRepeated { .. }
                | Notice::ReadyAnswered { started: false, .. }
        );
        let mut handles = BTreeSet::new();
        collect_handles(&serde_json::to_value(notice).unwrap(), &mut handles);
        for handle in handles {
            let is_linked = self.store.keys().any(|key| match key {
                RecordKey::Link(account, person) if person.0 == to.chat.0 => {
                    let known = self.store.get(&RecordKey::Account(account.clone()));
                    known.is_some_and(|json| json.contains(&format!("\"handle\":\"{handle}\"")))
                }
                _ => false,
            });
            assert!(is_linked || is_answer, "{} reads about @{handle}: {notice:?}", chat_name(to.chat));
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
    pub(super) fn link(&mut self, person: i64, handle: &str) {
        let (id, handle) = account(&format!("acc_{handle}"), handle);
        let name = Name::new(&capital(chat_name(ChatId(person))));
        let sam = Starter::Manager { person: PersonId(1001), name: Name::new("Sam") };
        let person = PersonId(person);
        let (account, accepted_at) = (id.clone(), at_time(0, 0));
        self.save(vec![
            Change::Put(Record::Account(AccountRecord { id, handle, frozen: None, reauths: Vec::new() })),
            Change::Put(Record::Person(PersonRecord {
                id: person,
                name,
                language: None,
                reachable: true,
                questions: Vec::new(),
            })),
            Change::Put(Record::Link(LinkRecord { account, person, invited_by: sam, accepted_at })),
        ]);
    }
}

/// Tags are random, so each is replaced by a number that tells which attempt it is, in the order of their appearance.
#[derive(Default)]
struct Tags {
    known: BTreeMap<(Handle, Tag), (Tag, Option<Timestamp>)>,
    given: u8,
}

impl Tags {
    fn get(&mut self, handle: &Handle, tag: Tag, started_at: Option<Timestamp>) -> Tag {
        let key = (handle.clone(), tag);
        if let Some((given, known)) = self.known.get(&key)
            && (started_at.is_none() || *known == started_at)
        {
            return *given;
        }
        self.given += 1;
        let given = Tag(10 + self.given);
        self.known.insert(key, (given, started_at));
        given
    }

    fn normal(&mut self, notice: &Notice) -> Notice {
        let mut notice = notice.clone();
        if let Notice::Question(it) = &mut notice {
            it.tag = self.get(&it.handle, it.tag, Some(it.started_at));
        } else if let Notice::Status(it) = &mut notice {
            it.tag = self.get(&it.handle, it.tag, Some(it.started_at));
        } else if let Notice::Open { attempts, .. } = &mut notice {
            for it in attempts {
                it.tag = self.get(&it.handle, it.tag, Some(it.started_at));
            }
        } else if let Notice::WhichAccount { choices } = &mut notice {
            for (handle, tag) in choices {
                *tag = self.get(handle, *tag, None);
            }
        } else if let Notice::QuestionEnded { handle, tag, .. }
        | Notice::QuestionRepeated { handle, tag }
        | Notice::NotMeAlert { handle, tag, .. }
        | Notice::AlreadyOpen { handle, tag } = &mut notice
        {
            *tag = self.get(handle, *tag, None);
        }
        notice
    }
}

/// What stands in a button's data.
fn data(
    does: Does,
    offer: Option<&twofa_bridge::model::OfferWord>,
    link: Option<&twofa_bridge::model::WebLink>,
) -> String {
    match does {
        Does::Choose(choice) => format!("{}.{}", offer.unwrap().0, choice.letter()),
        Does::Open => link.unwrap().expose().to_owned(),
    }
}

fn collect_handles(value: &serde_json::Value, handles: &mut BTreeSet<String>) {
    if let Some(entries) = value.as_object() {
        for (key, value) in entries {
            if let ("handle", Some(handle)) = (key.as_str(), value.as_str()) {
                handles.insert(handle.to_owned());
            }
            collect_handles(value, handles);
        }
    }
    for value in value.as_array().into_iter().flatten() {
        collect_handles(value, handles);
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

/// The lines of a message that are other than before; `⋮` stands for what is as it was above and below.
fn changed(before: &[String], lines: Vec<String>) -> Vec<String> {
    let above = before.iter().zip(&lines).take_while(|(one, other)| one == other).count();
    let rest = before[above..].iter().rev().zip(lines[above..].iter().rev());
    let below = rest.take_while(|(one, other)| one == other).count();
    let last = lines.len() - below;
    let mut changed: Vec<String> = lines.into_iter().take(last).skip(above).collect();
    if above > 0 {
        let first = changed.first().cloned().unwrap_or_else(|| "(less)".to_owned());
        changed = std::iter::once(format!("⋮ {first}")).chain(changed.into_iter().skip(1)).collect();
    }
    if let (true, Some(last)) = (below > 0, changed.last_mut()) {
        last.push_str(" ⋮");
    }
    changed
}

fn without_marks(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
