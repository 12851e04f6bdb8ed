//! The lives of the process: what it is told, what it orders, and how it ends at any moment and begins again.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hash::Hasher as _;
use std::time::Duration;

use fastrand::Rng;
use twofa_bridge::model::{Seed, Timestamp};
use twofa_bridge::service::clock;
use twofa_bridge::switchboard::Switchboard;
use twofa_bridge::switchboard::command::{Command, Submission};
use twofa_bridge::switchboard::event::Event;

use super::account_api::Call;
use super::disk::{Disk, Entry};
use super::people::MANAGERS;
use super::rules::Rules;
use super::world::World;

/// The most that the switchboard is told of in a world. One that has more does not come to its end.
const MOST_HANDLED: usize = 20_000;

/// The most lives of the process that end while they begin, one after the other.
const MOST_SHORT_LIVES: usize = 4;

/// How many milliseconds a day has.
const DAY: i64 = 86_400_000;

impl World<'_> {
    /// The time, by the clock of the process.
    pub(super) fn ours(&self) -> Timestamp {
        Timestamp(self.now.0 + self.ahead)
    }

    /// Tells the switchboard something, and begins what need not wait.
    pub(super) fn feed(&mut self, event: Event) {
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

    /// Tells the switchboard something, checks what it orders, and gives the disk its part. What is left need not wait.
    fn hand_over(&mut self, event: Event) -> Vec<Command> {
        self.handled += 1;
        assert!(self.handled <= MOST_HANDLED, "broken rule 6: the world does not come to its end");
        self.batches += 1;
        self.tell(|| format!("EVENT {event:?}"));
        let now = self.ours();
        self.rules.now = self.now;
        self.rules.ahead = self.ahead;
        let before = self.rules.expect(now, &event, &self.board, self.batches);
        let mut seed = [0; 32];
        self.rng.fill(&mut seed);
        let is_sampled = self.handled.is_multiple_of(16);
        if is_sampled {
            self.rules.check_secrets(format!("{event:?}").as_bytes());
        }
        let commands = self.board.handle(now, event, Seed(seed));
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
        self.rules.check(now, &before, &commands, &self.board);
        if self.is_over {
            Rules::check_silence(&commands);
        }

        let mut entry =
            Entry { number: self.batches, ordered_at: self.now, batch: Vec::new(), effects: Vec::new() };
        let mut at_once = Vec::new();
        for command in commands {
            match command {
                Command::Save(batch) => entry.batch = batch,
                command if command.waits_for_disk() => entry.effects.push(command),
                command => {
                    Rules::check_at_once(&command, !entry.batch.is_empty());
                    at_once.push(command);
                }
            }
        }
        self.disk.give(entry);
        at_once
    }

    /// A batch is on disk, and what waited for it begins. Or it is not, and the process ends.
    pub(super) fn write_batch(&mut self) {
        if self.disk.is_busy() && self.rng.u32(..1_000) < self.temper.full_disk {
            self.rules.seen.note("a full disk");
            return self.end_process(Disk::refuse);
        }
        if let Some(entry) = self.disk.write() {
            let Entry { effects, ordered_at, .. } = entry;
            for command in effects {
                if self.rng.u32(..4_000) < self.temper.crashes {
                    self.rules.seen.note("a crash between the disk and what waited for it");
                    return self.crash();
                }
                self.perform(command, ordered_at);
            }
        }
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
            Command::LookAtAccount { account, request } => {
                self.rules.account_looked_at(&account, ordered_at);
                self.api.calls.push(Call::LookAtAccount { account, request });
            }
            Command::ListAccounts => self.api.calls.push(Call::List),
            Command::SetMenu { person, menu } => self.reports.push(Event::MenuSet { person, menu }),
            Command::Recall { ticket, query } => {
                let entries = Some(self.disk.recall(&query));
                self.reports.push(Event::Recalled { ticket, entries });
            }
            Command::Settle(update) => self.telegram.settle(update),
            Command::Delete { at, .. } => {
                if self.rng.u8(..20) == 0 {
                    // What cannot be deleted in a private chat is told to the person.
                    self.rules.seen.note("a message could not be deleted");
                    self.reports.push(Event::NotDeleted { at });
                }
            }
            Command::Deliver { .. } | Command::Publish(_) => unreachable!("nobody is told"),
            Command::HandOver(_) => self.rules.seen.note("a person was handed their data"),
            Command::Respond { .. } | Command::AnswerPress { .. } | Command::Note(_) | Command::Save(_) => {}
        }
    }

    /// The process ends at once and begins again, with what is left.
    pub(super) fn crash(&mut self) {
        self.end_process(Disk::crash);
    }

    /// The process ends, and `leave` says which batches are lost. The next ones may end while they begin.
    fn end_process(&mut self, leave: fn(&mut Disk, &mut Rng) -> BTreeSet<u64>) {
        self.lose_process(leave);
        for _ in 0..MOST_SHORT_LIVES {
            if self.temper.crashes == 0 || self.rng.u8(..6) > 0 {
                break;
            }
            self.rules.seen.note("a crash while it started");
            if self.rng.bool() {
                for command in self.hand_over(Event::Started) {
                    if self.rng.bool() {
                        self.perform(command, self.now);
                    }
                }
            }
            self.lose_process(Disk::crash);
        }
        self.feed(Event::Started);
    }

    /// What the process had in its memory is gone, and the next one reads what is on the disk.
    fn lose_process(&mut self, leave: fn(&mut Disk, &mut Rng) -> BTreeSet<u64>) {
        self.rules.seen.note("a crash");
        for call in std::mem::take(&mut self.api.calls) {
            if matches!(call, Call::Submit { answer: Submission::Code(_), .. }) {
                self.rules.seen.note("a crash while a code was on its way");
            }
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
        self.begin();
    }

    /// Sets the clock of a new life of the process, which goes by Telegram's. The host's may say anything.
    pub(super) fn begin(&mut self) {
        let is_told = self.rng.u8(..8) > 0;
        // Without Telegram nobody can know that the host's clock is wrong.
        let jump = match self.rng.u8(..10) {
            0 if is_told => -DAY,
            1 if is_told => DAY,
            _ => 0,
        };
        if jump != 0 {
            self.rules.seen.note("a clock that jumped");
            self.tell(|| format!("the host's clock is {} h off", jump / 3_600_000));
        }
        let host = Timestamp(self.now.0 + jump);
        let telegram = is_told.then(|| self.telegram.clock(self.now));
        let beginning = clock::beginning(host, telegram, self.board.newest_moment());
        self.board.set_ahead_of_telegram(beginning.ahead_of_telegram);
        self.ahead = beginning.at.0 - self.now.0;
    }

    /// The config names other managers from here on.
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
}
