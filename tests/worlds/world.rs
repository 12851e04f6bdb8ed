//! One world: the switchboard, and around it everything that it talks with, in an order that a seed decides.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hasher};
use std::rc::Rc;
use std::time::Duration;

use fastrand::Rng;
use jiff::tz::TimeZone;
use twofa_bridge::model::incoming::Happened;
use twofa_bridge::model::record::{AccountRecord, LinkRecord, PersonRecord, Starter};
use twofa_bridge::model::{
    AccountId, AttemptId, ChatId, Handle, Language, MessageId, Name, PostId, Record, Seed, Timestamp,
};
use twofa_bridge::switchboard::command::Submission;
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::Limits;
use twofa_bridge::switchboard::pace::Pace;
use twofa_bridge::switchboard::{Settings, Switchboard, TrailLimits};

use super::account_api::{Api, Call};
use super::disk::Disk;
use super::people::{CREATORS, GROUP, MANAGERS};
use super::rules::{Rules, Seen};
use super::telegram::Telegram;

/// The accounts of every world.
pub(super) const HANDLES: [&str; 3] = ["bella", "carla", "dora"];

/// The most that happens in a world besides what the switchboard is told of.
const MOST_STEPS: usize = 4_000;

/// How a world is.
pub(super) struct Temper {
    /// Crashes, in a thousand steps.
    pub(super) crashes: u32,
    /// How many batches in a thousand find the disk full.
    pub(super) full_disk: u32,
    /// How many batches in a hundred are on disk at once.
    pub(super) quick_disk: u32,
    /// How many people act, beside what must go on.
    people: u32,
}

impl Temper {
    /// Nothing goes wrong, and nobody does anything.
    pub(super) fn calm() -> Self {
        Self { crashes: 0, full_disk: 0, quick_disk: 100, people: 0 }
    }
}

/// One world.
pub(super) struct World<'a> {
    pub(super) rng: Rng,
    pub(super) now: Timestamp,
    pub(super) api: Api,
    pub(super) telegram: Telegram,
    pub(super) rules: Rules,
    pub(super) words: Vec<String>,
    /// The questions of ours that somebody thinks they have answered.
    pub(super) answered: BTreeSet<MessageId>,
    pub(super) codes_made: u32,
    pub(super) names_made: u32,
    pub(super) queries: u32,
    pub(super) settings: Settings,
    pub(super) board: Switchboard,
    pub(super) disk: Disk,
    /// What happened outside and has not reached the switchboard.
    pub(super) reports: Vec<Event>,
    pub(super) temper: Temper,
    pub(super) handled: usize,
    pub(super) batches: u64,
    tickets: u64,
    /// By how much the clock of the process is ahead of the time of the world, in milliseconds.
    pub(super) ahead: i64,
    /// Whether everything has come to its end.
    pub(super) is_over: bool,
    journal: Option<&'a RefCell<Vec<String>>>,
    /// The hash of everything that came out, if it is wanted.
    pub(super) print: Option<DefaultHasher>,
}

/// What a world that was lived to its end has shown.
pub(super) struct Lived {
    pub(super) seen: Seen,
    pub(super) handled: usize,
    pub(super) print: Option<u64>,
}

impl<'a> World<'a> {
    /// Lives through the world of a seed. Panics when a rule is broken.
    pub(super) fn live(
        seed: u64,
        events: usize,
        print: bool,
        journal: Option<&'a RefCell<Vec<String>>>,
    ) -> Lived {
        let mut world = Self::new(seed, journal);
        world.print = print.then(DefaultHasher::new);
        world.begin();
        world.feed(Event::Started);
        let mut steps = 0;
        while world.handled < events && steps < MOST_STEPS {
            world.step();
            steps += 1;
        }
        world.drain();
        Lived { seen: world.rules.seen, handled: world.handled, print: world.print.map(|it| it.finish()) }
    }

    fn new(seed: u64, journal: Option<&'a RefCell<Vec<String>>>) -> Self {
        let mut rng = Rng::with_seed(seed);
        let accounts: Vec<(AccountId, Handle)> = HANDLES
            .iter()
            .enumerate()
            .map(|(nth, handle)| {
                (AccountId::parse(&format!("acc_{nth}")).unwrap(), Handle::parse(handle).unwrap())
            })
            .collect();
        let settings = settings(&mut rng, &accounts);
        let now = Timestamp(1_750_000_000_000 + rng.i64(0..86_400_000));
        let mut disk = Disk::default();
        for record in enrolled(&mut rng, &accounts, now) {
            disk.kept.insert(record.key(), Rc::new(record));
        }
        let level = |rng: &mut Rng, levels: [u32; 4]| levels[rng.usize(..4)];
        let temper = Temper {
            crashes: level(&mut rng, [0, 4, 10, 30]),
            full_disk: level(&mut rng, [0, 0, 2, 8]),
            quick_disk: level(&mut rng, [100, 90, 60, 30]),
            people: level(&mut rng, [15, 25, 35, 50]),
        };
        let faults = level(&mut rng, [0, 40, 150, 400]);
        let api = Api::new(accounts.clone(), faults);
        let faults = level(&mut rng, [0, 0, 15, 60]);
        let telegram = Telegram::new(&mut rng, faults, GROUP);
        let mut rules = Rules::new(&settings, accounts);
        rules.restarted(&disk.kept, &BTreeSet::new());
        let board = Switchboard::restore(settings.clone(), disk.read(&mut rng));
        Self {
            rng,
            now,
            api,
            telegram,
            rules,
            words: Vec::new(),
            answered: BTreeSet::new(),
            codes_made: 0,
            names_made: 0,
            queries: 0,
            settings,
            board,
            disk,
            reports: Vec::new(),
            temper,
            handled: 0,
            batches: 0,
            tickets: 0,
            ahead: 0,
            is_over: false,
            journal,
            print: None,
        }
    }

    /// Writes a line into the journal, if one is kept.
    pub(super) fn tell(&self, line: impl FnOnce() -> String) {
        if let Some(journal) = self.journal {
            let at = self.now.0 % 86_400_000;
            let (h, m, s, ms) = (at / 3_600_000, at / 60_000 % 60, at / 1_000 % 60, at % 1_000);
            journal.borrow_mut().push(format!("{h:02}:{m:02}:{s:02}.{ms:03} {}", line()));
        }
    }

    /// One thing happens somewhere.
    fn step(&mut self) {
        self.now = Timestamp(self.now.0 + self.rng.i64(0..600));
        if self.rng.u32(..1_000) < self.temper.crashes {
            return self.crash();
        }
        let people = self.temper.people;
        let weights = [
            if self.reports.is_empty() { 0 } else { 26 },
            if self.api.calls.is_empty() { 0 } else { 20 },
            if self.telegram.outbox.values().all(std::collections::VecDeque::is_empty) { 0 } else { 24 },
            if self.telegram.has_undelivered() { 24 } else { 0 },
            if self.disk.is_busy() { 20 } else { 0 },
            people,
            people / 5,
            1,
            8,
            9,
            if self.telegram.keeps_back().is_some() { 2 } else { 0 },
        ];
        let mut dart = self.rng.u32(..weights.iter().sum::<u32>());
        let mut chosen = 0;
        for (nth, weight) in weights.iter().enumerate() {
            if dart < *weight {
                chosen = nth;
                break;
            }
            dart -= weight;
        }
        match chosen {
            0 => self.report(),
            1 => self.call(),
            2 => self.post(),
            3 => self.update(),
            4 => self.write_batch(),
            5 => self.person_acts(),
            6 => self.manager_acts(),
            7 => self.host_acts(),
            8 => {
                let moved = self.api.work(&mut self.rng);
                self.rules.drifted.append(&mut self.api.drifted);
                if let Some(moved) = moved {
                    self.tell(|| format!("at the API, {moved}"));
                }
            }
            9 => self.pass_time(),
            _ => {
                if let Some(first) = self.telegram.keeps_back() {
                    self.feed(Event::KeepsBack(first));
                }
            }
        }
    }

    /// Something that happened outside reaches the switchboard, in any order but what became of one message.
    pub(super) fn report(&mut self) {
        if !self.reports.is_empty() {
            let nth = self.rng.usize(..self.reports.len());
            let post = reported(&self.reports[nth]);
            let first = self.reports.iter().position(|report| post.is_some() && reported(report) == post);
            let event = self.reports.remove(first.unwrap_or(nth));
            self.feed(event);
        }
    }

    /// The API carries out a call.
    pub(super) fn call(&mut self) {
        if self.api.calls.is_empty() {
            return;
        }
        let nth = self.rng.usize(..self.api.calls.len());
        let call = self.api.calls.swap_remove(nth);
        let is_right = match &call {
            Call::Submit { attempt, answer: Submission::Code(code), .. } => {
                let leg = self.api.attempts.get(attempt).map(|it| it.leg);
                let right_for = self.rules.codes.get(code.expose()).and_then(|it| it.right_for.clone());
                right_for == leg.map(|leg| (attempt.clone(), leg))
            }
            _ => false,
        };
        let code = match &call {
            Call::Submit { answer: Submission::Code(code), .. } => Some(code.expose().to_owned()),
            _ => None,
        };
        let (event, has_arrived) = self.api.carry_out(call, is_right, &mut self.rng);
        if has_arrived {
            self.rules.arrived.extend(code);
        }
        self.tell(|| format!("the API answers: {event:?}"));
        self.reports.push(event);
    }

    /// Telegram puts what is next in some chat.
    pub(super) fn post(&mut self) {
        let Some(posted) = self.telegram.work(self.now, &mut self.rng) else { return };
        self.tell(|| format!("Telegram says: {:?}", posted.report));
        if let Some(standing) = posted.stands {
            self.rules.check_place(&posted.show, standing.message, &self.telegram);
            self.rules.stands(&posted.show, standing.message, standing.date);
        }
        self.reports.push(posted.report);
    }

    /// Telegram brings an update.
    pub(super) fn update(&mut self) {
        if let Some(incoming) = self.telegram.deliver() {
            self.feed(Event::Heard(incoming));
        }
    }

    /// The agency's system or the operator does something.
    fn host_acts(&mut self) {
        self.tickets += 1;
        let ticket = self.tickets;
        let account = self.any_account();
        let name = if self.rng.bool() { account.to_string() } else { self.handle(&account).to_string() };
        let event = match self.rng.u8(..10) {
            0..=5 => {
                let attempt = self.some_attempt(&account);
                Event::Handed { ticket, attempt, account: name, started_by: Name::new("host") }
            }
            6..=7 => Event::Inquired { ticket, attempt: self.some_attempt(&account) },
            8 => Event::InvitationWanted { ticket, account: name },
            _ => return self.move_group(),
        };
        self.feed(event);
    }

    /// The group becomes a supergroup.
    fn move_group(&mut self) {
        let from = self.telegram.group;
        let to = ChatId(from.0 - 1_000);
        self.telegram.group = to;
        self.rules.groups.insert(to);
        self.tell(|| format!("the group {from} becomes {to}"));
        self.telegram.report(Happened::Moved { from, to });
    }

    /// Time goes on until something is due, and now and then beyond.
    fn pass_time(&mut self) {
        let Some(at) = self.board.next_deadline() else { return };
        let at = Timestamp(at.0 - self.ahead);
        let wait = at.since(self.now);
        let is_long = wait > Duration::from_secs(90);
        if is_long && self.rng.u8(..4) > 0 {
            return;
        }
        self.now = self.now.max(at);
        match self.rng.u8(..40) {
            0 => self.now = self.now.plus(Duration::from_secs(self.rng.u64(0..7_200))),
            1..=5 => self.now = self.now.plus(Duration::from_millis(self.rng.u64(0..20_000))),
            _ => {}
        }
        self.feed(Event::DeadlineCame);
    }

    pub(super) fn any_account(&mut self) -> AccountId {
        let nth = self.rng.usize(..self.api.accounts.len());
        self.api.accounts[nth].0.clone()
    }

    pub(super) fn any_handle(&mut self) -> String {
        HANDLES[self.rng.usize(..HANDLES.len())].to_owned()
    }

    pub(super) fn handle(&self, account: &AccountId) -> Handle {
        let found = self.api.accounts.iter().find(|(id, _)| id == account);
        found.map_or_else(Handle::unknown, |(_, handle)| handle.clone())
    }

    /// A sign-in that somebody else has started, just so or before.
    pub(super) fn some_attempt(&mut self, account: &AccountId) -> AttemptId {
        let known = self.api.attempts.keys().nth(self.rng.usize(..self.api.attempts.len().max(1))).cloned();
        match known {
            Some(known) if self.rng.u8(..4) == 0 => known,
            Some(_) | None => self.api.start(account, &mut self.rng),
        }
    }
}

/// The message that a report is about.
fn reported(report: &Event) -> Option<PostId> {
    match report {
        Event::Shown { post, .. } | Event::NotShown { post, .. } => Some(*post),
        _ => None,
    }
}

fn settings(rng: &mut Rng, accounts: &[(AccountId, Handle)]) -> Settings {
    let seconds = Duration::from_secs;
    let session_check = (rng.u8(..3) == 0).then(|| seconds(900));
    Settings {
        managers: MANAGERS.into(),
        chats: BTreeSet::from([GROUP]),
        bot: "TheBot".to_owned(),
        accounts: accounts.iter().take(rng.usize(0..=accounts.len())).cloned().collect(),
        limits: Limits {
            wrong_codes_max: rng.u32(1..=4),
            question_lifetime: seconds(600),
            question_repeat_after: seconds(300),
            ready_lifetime: seconds(900),
            ask_next_after: seconds(60),
            questions_per_hour: rng.u32(2..=10),
            reauth_interval: seconds(60),
            reauths_per_hour: rng.u32(2..=5),
            reauths_per_day: rng.u32(4..=10),
            attempt_lifetime: seconds(1_800),
            invitation_lifetime: seconds(24 * 3_600),
            email_cooldown: seconds(60),
            code_digits_min: 4,
            code_digits_max: 8,
        },
        ask_first: rng.u8(..5) == 0,
        reauths_at_once: 1 + u32::from(rng.u8(..3)),
        pace: Pace { working: seconds(2), asking: seconds(30), elsewhere: seconds(4), session_check },
        trail: TrailLimits { keep: Duration::from_hours(400 * 24), entries_max: 40 },
        zone: TimeZone::UTC,
        group_language: Language::default(),
    }
}

/// Who was linked before the world begins.
fn enrolled(rng: &mut Rng, accounts: &[(AccountId, Handle)], now: Timestamp) -> Vec<Record> {
    let mut records = Vec::new();
    for (account, handle) in accounts {
        records.push(Record::Account(AccountRecord::new(account.clone(), handle.clone())));
    }
    for person in CREATORS {
        let mut is_linked = false;
        for (account, _) in accounts {
            if rng.u8(..10) < 7 {
                is_linked = true;
                records.push(Record::Link(LinkRecord {
                    account: account.clone(),
                    person,
                    invited_by: Starter::Operator,
                    accepted_at: now,
                    mark: rng.bool().then(|| Seed([9; 32]).mark(rng.u32(..))),
                }));
            }
        }
        if is_linked {
            records.push(Record::Person(PersonRecord {
                id: person,
                name: Name::new(&format!("P{person}")),
                language: Some("en".to_owned()),
                chosen_language: None,
                menu: None,
                reachable: true,
                questions: Vec::new(),
                quiet: None,
                muted: None,
            }));
        }
    }
    records
}
