//! One world: the switchboard, and around it everything that it talks with, in an order that a seed decides.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hasher};
use std::rc::Rc;
use std::time::Duration;

use fastrand::Rng;
use jiff::tz::TimeZone;
use twofa_bridge::model::incoming::Happened;
use twofa_bridge::model::record::{AccountRecord, LinkRecord, PersonRecord, Starter};
use twofa_bridge::model::{AccountId, AttemptId, ChatId, Handle, MessageId, Name, Record, Seed, Timestamp};
use twofa_bridge::switchboard::command::{Command, Submission};
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::Limits;
use twofa_bridge::switchboard::pace::Pace;
use twofa_bridge::switchboard::{Settings, Switchboard};

use super::account_api::{Api, Call};
use super::disk::{Disk, Entry};
use super::people::{CREATORS, GROUP, MANAGERS};
use super::rules::{Rules, Seen};
use super::telegram::Telegram;

/// The accounts of every world.
const HANDLES: [&str; 3] = ["bella", "carla", "dora"];

/// The most that happens in a world besides what the switchboard is told of.
const MOST_STEPS: usize = 4_000;

/// The most that the switchboard is told of in a world: one that has more does not come to its end.
const MOST_HANDLED: usize = 20_000;

/// The most crashes that follow each other before the process is up again.
const MOST_CRASHES_IN_A_ROW: usize = 4;

/// How a world is.
struct Temper {
    /// Crashes, in a thousand steps.
    crashes: u32,
    /// How many batches in a thousand do not fit on the disk.
    full_disk: u32,
    /// How many batches in a hundred are on disk at once.
    quick_disk: u32,
    /// How many people act, beside what must go on.
    people: u32,
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
    settings: Settings,
    board: Switchboard,
    disk: Disk,
    /// What happened outside and has not reached the switchboard.
    reports: Vec<Event>,
    temper: Temper,
    handled: usize,
    batches: u64,
    tickets: u64,
    journal: Option<&'a RefCell<Vec<String>>>,
    /// The hash of everything that came out, if it is wanted.
    print: Option<DefaultHasher>,
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
                if let Some(moved) = self.api.work(&mut self.rng) {
                    self.tell(|| format!("at the API, {moved}"));
                }
            }
            _ => self.pass_time(),
        }
    }

    /// Something that happened outside reaches the switchboard, in any order.
    fn report(&mut self) {
        if !self.reports.is_empty() {
            let nth = self.rng.usize(..self.reports.len());
            let event = self.reports.swap_remove(nth);
            self.feed(event);
        }
    }

    /// The API carries out a call.
    fn call(&mut self) {
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
        let event = self.api.carry_out(call, is_right, &mut self.rng);
        self.tell(|| format!("the API answers: {event:?}"));
        self.reports.push(event);
    }

    /// Telegram puts what is next in some chat.
    fn post(&mut self) {
        let Some(posted) = self.telegram.work(self.now, &mut self.rng) else { return };
        self.tell(|| format!("Telegram says: {:?}", posted.report));
        if let Some(standing) = posted.stands {
            self.rules.stands(&posted.show, standing.message, standing.date);
        }
        self.reports.push(posted.report);
    }

    /// Telegram brings an update.
    fn update(&mut self) {
        if let Some(incoming) = self.telegram.deliver() {
            self.feed(Event::Heard(incoming));
        }
    }

    /// A batch is on disk, and what waited for it begins.
    fn write_batch(&mut self) {
        if self.disk.is_busy() && self.rng.u32(..1_000) < self.temper.full_disk {
            self.rules.seen.note("a full disk");
            return self.end_process(Disk::refuse);
        }
        if let Some(entry) = self.disk.write() {
            let Entry { effects, ordered_at, .. } = entry;
            for (nth, command) in effects.into_iter().enumerate() {
                if nth > 0 && self.rng.u32(..4_000) < self.temper.crashes {
                    return self.crash();
                }
                self.perform(command, ordered_at);
            }
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

    /// The process ends at once and begins again, with what is left.
    fn crash(&mut self) {
        self.end_process(Disk::crash);
    }

    /// The process ends, and `leave` says which batches are lost. The next one may end while it starts.
    fn end_process(&mut self, leave: fn(&mut Disk, &mut Rng) -> BTreeSet<u64>) {
        self.lose_process(leave);
        for _ in 1..MOST_CRASHES_IN_A_ROW {
            if self.temper.crashes == 0 || self.rng.u8(..6) > 0 {
                break;
            }
            self.rules.seen.note("a crash while it started");
            if self.rng.bool() {
                // It has ordered what a start leads to, and none of it has begun.
                self.hand_over(Event::Started);
            }
            self.lose_process(Disk::crash);
        }
        self.feed(Event::Started);
    }

    /// What the process had in its memory is gone, and the next one reads what is on the disk.
    fn lose_process(&mut self, leave: fn(&mut Disk, &mut Rng) -> BTreeSet<u64>) {
        self.rules.seen.note("a crash");
        for call in std::mem::take(&mut self.api.calls) {
            // A request may still reach the API after its sender is gone.
            if self.rng.bool() {
                self.api.calls.push(call);
                self.call();
            }
        }
        self.reports.clear();
        self.telegram.forget_process();
        let lost = leave(&mut self.disk, &mut self.rng);
        if !lost.is_empty() {
            self.rules.seen.note("a crash that lost a batch");
        }
        self.tell(|| format!("the process ends, and begins again; lost batches: {lost:?}"));
        self.now = self.now.plus(Duration::from_millis(match self.rng.u8(..10) {
            0 => self.rng.u64(0..3_600_000),
            1..=3 => self.rng.u64(0..60_000),
            _ => self.rng.u64(0..5_000),
        }));
        if self.rng.u8(..16) == 0 {
            self.managers_change();
        }
        self.rules.restarted(&self.disk.kept, &lost);
        let records = self.disk.read(&mut self.rng);
        self.board = Switchboard::restore(self.settings.clone(), records);
    }

    /// The config names other managers from now on.
    fn managers_change(&mut self) {
        self.settings.managers = MANAGERS.into();
        if self.rng.bool() {
            let former = MANAGERS[self.rng.usize(..MANAGERS.len())];
            self.settings.managers.remove(&former);
            self.rules.former_managers.insert(former);
            self.rules.seen.note("a manager was removed");
        }
        self.rules.managers.clone_from(&self.settings.managers);
    }

    /// Tells the switchboard something, and begins what need not wait.
    fn feed(&mut self, event: Event) {
        for command in self.hand_over(event) {
            if self.rng.u32(..4_000) < self.temper.crashes {
                return self.crash();
            }
            self.perform(command, self.now);
        }
        if self.rng.u32(..100) < self.temper.quick_disk {
            while self.disk.is_busy() {
                self.write_batch();
            }
        }
    }

    /// Tells the switchboard something, checks what it orders, and gives the disk its part. Returns what need not wait.
    fn hand_over(&mut self, event: Event) -> Vec<Command> {
        self.handled += 1;
        assert!(self.handled <= MOST_HANDLED, "broken rule 6: the world does not come to its end");
        self.batches += 1;
        self.tell(|| format!("EVENT {event:?}"));
        let before = self.rules.expect(self.now, &event, &self.board, self.batches);
        let mut seed = [0; 32];
        self.rng.fill(&mut seed);
        let is_sampled = self.handled.is_multiple_of(16);
        if is_sampled {
            self.rules.check_secrets(format!("{event:?}").as_bytes());
        }
        let commands = self.board.handle(self.now, event, Seed(seed));
        for command in &commands {
            self.tell(|| format!("    {command:?}"));
        }
        if is_sampled || self.print.is_some() {
            let mut text = String::new();
            write!(text, "{commands:?}").unwrap();
            self.rules.check_secrets(text.as_bytes());
            if let Some(print) = &mut self.print {
                print.write(text.as_bytes());
            }
        }
        self.rules.check(self.now, &before, &commands, &self.board);

        let mut entry =
            Entry { number: self.batches, ordered_at: self.now, batch: Vec::new(), effects: Vec::new() };
        let mut at_once = Vec::new();
        for command in commands {
            match command {
                Command::Save(batch) => entry.batch = batch,
                command if command.waits_for_disk() => entry.effects.push(command),
                command => at_once.push(command),
            }
        }
        self.disk.give(entry);
        at_once
    }

    /// Begins what was ordered.
    fn perform(&mut self, command: Command, ordered_at: Timestamp) {
        match command {
            Command::Show(show) => self.telegram.order(show),
            Command::Say(say) => {
                if let Some(word) = &say.word {
                    self.words.push(word.expose().to_owned());
                }
                self.telegram.say(&say, self.now);
            }
            Command::Look { attempt, request, .. } => self.api.calls.push(Call::Look { attempt, request }),
            Command::Submit { attempt, request, answer, .. } => {
                self.api.calls.push(Call::Submit { attempt, request, answer });
            }
            Command::TriggerEmail { attempt, request } => {
                self.rules.email_asked_for(&attempt);
                self.api.calls.push(Call::TriggerEmail { attempt, request });
            }
            Command::Reauthenticate { account, request } => {
                self.rules.reauthenticated(&account, ordered_at);
                self.api.calls.push(Call::Reauthenticate { account, request });
            }
            Command::ListAccounts => self.api.calls.push(Call::List),
            Command::Settle(update) => self.telegram.settle(update),
            Command::Delete { .. } => {
                if self.rng.u8(..20) == 0 {
                    // What cannot be deleted in a private chat is told to the person.
                    self.rules.seen.note("a message could not be deleted");
                }
            }
            Command::HandOver(_)
            | Command::Respond { .. }
            | Command::AnswerPress { .. }
            | Command::Note(_)
            | Command::Save(_) => {}
        }
    }

    /// Nothing new happens, nothing fails, and time runs on until all is over.
    fn drain(&mut self) {
        self.tell(|| "from here on, nobody does anything new".to_owned());
        self.temper = Temper { crashes: 0, full_disk: 0, quick_disk: 100, people: 0 };
        self.api.heal();
        self.telegram.faults = 0;
        let mut rounds = 0;
        while self.board.open_attempts() > 0 || rounds < 3 {
            self.settle_down();
            self.now = self.now.plus(Duration::from_secs(self.rng.u64(200..900)));
            self.feed(Event::DeadlineCame);
            rounds += 1;
            assert!(rounds < 100, "broken rule 4: attempts are open that do not end");
        }
        self.settle_down();
        for hours in [2, 24, 26] {
            self.now = self.now.plus(Duration::from_secs(hours * 3_600));
            self.feed(Event::DeadlineCame);
            self.settle_down();
        }
        self.rules.check_weight(&self.board);
        self.rules.check_statuses(&self.telegram);
        let left: Vec<_> = self.telegram.updates.keys().collect();
        assert!(left.is_empty(), "broken rule 8: {left:?} are not settled");
    }

    /// Everything that is under way comes to its end.
    fn settle_down(&mut self) {
        let mut steps = 0;
        loop {
            if self.disk.is_busy() {
                self.write_batch();
            } else if self.telegram.has_undelivered() {
                self.update();
            } else if !self.api.calls.is_empty() {
                self.call();
            } else if self.telegram.outbox.values().any(|queue| !queue.is_empty()) {
                self.post();
            } else if !self.reports.is_empty() {
                self.report();
            } else {
                return;
            }
            steps += 1;
            assert!(steps < 2_000, "broken rule 6: it does not come to rest");
        }
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

fn settings(rng: &mut Rng, accounts: &[(AccountId, Handle)]) -> Settings {
    let seconds = Duration::from_secs;
    Settings {
        managers: MANAGERS.into(),
        chats: BTreeSet::from([GROUP]),
        bot: "TheBot".to_owned(),
        accounts: accounts.iter().take(rng.usize(0..=accounts.len())).cloned().collect(),
        limits: Limits {
            wrong_codes_max: rng.u32(1..=4),
            question_lifetime: seconds(600),
            question_repeat_after: seconds(300),
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
        pace: Pace { working: seconds(2), asking: seconds(30), elsewhere: seconds(4) },
        zone: TimeZone::UTC,
    }
}

/// Who was linked before the world begins.
fn enrolled(rng: &mut Rng, accounts: &[(AccountId, Handle)], now: Timestamp) -> Vec<Record> {
    let mut records = Vec::new();
    for (account, handle) in accounts {
        records.push(Record::Account(AccountRecord {
            id: account.clone(),
            handle: handle.clone(),
            frozen: None,
            reauths: Vec::new(),
        }));
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
                }));
            }
        }
        if is_linked {
            records.push(Record::Person(PersonRecord {
                id: person,
                name: Name::new(&format!("P{person}")),
                language: Some("en".to_owned()),
                reachable: true,
                questions: Vec::new(),
            }));
        }
    }
    records
}
