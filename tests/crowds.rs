//! Thousands of attempts at once: nobody who writes waits until all of them were dealt with.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::tz::TimeZone;
use twofa_bridge::model::incoming::{Content, Happened, Incoming, Message, Speaker};
use twofa_bridge::model::record::{LinkRecord, PersonRecord, Record, Starter};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, Change, Handle, Language, MessageId, Name, PersonId, Said, Seed,
    Snapshot, TelegramTime, Timestamp, UpdateId,
};
use twofa_bridge::switchboard::command::Command;
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::{Limits, MOST_DUE};
use twofa_bridge::switchboard::pace::Pace;
use twofa_bridge::switchboard::{Settings, Switchboard, TrailLimits};

const START: Timestamp = Timestamp(1_795_356_300_000);

fn person(index: usize) -> PersonId {
    PersonId(i64::try_from(index).unwrap() + 1)
}

fn account(index: usize) -> AccountId {
    AccountId::parse(&format!("acc_{index}")).unwrap()
}

fn attempt(index: usize) -> AttemptId {
    AttemptId::parse(&format!("att_{index}")).unwrap()
}

pub(crate) fn settings(accounts: usize) -> Settings {
    let config = twofa_bridge::config::Limits::default();
    Settings {
        managers: BTreeSet::from([PersonId(i64::MAX)]),
        chats: BTreeSet::new(),
        bot: "TwofaBridgeBot".to_owned(),
        accounts: (0..accounts)
            .map(|index| (account(index), Handle::parse(&format!("a{index}")).unwrap()))
            .collect(),
        limits: Limits {
            wrong_codes_max: config.wrong_codes_max,
            question_lifetime: config.question_lifetime,
            question_repeat_after: config.question_repeat_after,
            ready_lifetime: config.ready_lifetime,
            ask_next_after: config.ask_next_after,
            questions_per_hour: config.questions_per_hour,
            reauth_interval: config.reauth_interval,
            reauths_per_hour: config.reauths_per_hour,
            reauths_per_day: config.reauths_per_day,
            attempt_lifetime: config.attempt_lifetime,
            invitation_lifetime: config.invitation_lifetime,
            email_cooldown: config.email_cooldown,
            code_digits_min: 4,
            code_digits_max: 8,
        },
        ask_first: false,
        reauths_at_once: 5,
        pace: Pace {
            working: Duration::from_secs(2),
            asking: Duration::from_secs(30),
            elsewhere: Duration::from_secs(4),
            session_check: None,
        },
        trail: TrailLimits { keep: Duration::from_hours(400 * 24), entries_max: 50_000 },
        zone: TimeZone::UTC,
        group_language: Language::default(),
    }
}

/// A switchboard, and what it has put on disk.
struct Crowd {
    switchboard: Switchboard,
    disk: Vec<Record>,
    now: Timestamp,
    size: usize,
}

impl Crowd {
    /// So many accounts with a creator each, and an attempt that waits for an SMS code.
    fn asked(size: usize) -> Self {
        let links = (0..size).flat_map(|index| {
            let person = person(index);
            let record = PersonRecord {
                id: person,
                name: Name::new("Bella"),
                language: None,
                chosen_language: None,
                menu: None,
                reachable: true,
                questions: Vec::new(),
                quiet: None,
                muted: None,
            };
            let account = account(index);
            let link = LinkRecord {
                account,
                person,
                invited_by: Starter::Operator,
                accepted_at: START,
                mark: Some(Seed([9; 32]).mark(0)),
            };
            [Record::Person(record), Record::Link(link)]
        });
        let disk: Vec<Record> = links.collect();
        let switchboard = Switchboard::restore(settings(size), disk.clone());
        let mut crowd = Self { switchboard, disk, now: START, size };
        crowd.handle(Event::Started);
        crowd.handle(Event::Listed(Ok(Vec::new())));
        for index in 0..size {
            crowd.begins(index, index);
        }
        crowd
    }

    /// An attempt is handed over, and the first look shows that a code is wanted.
    fn begins(&mut self, index: usize, of_account: usize) {
        let (attempt, account) = (attempt(index), account(of_account).to_string());
        let started_by = Name::new("host");
        let commands = self.handle(Event::Handed { ticket: 0, attempt, account, started_by });
        let request = looks(&commands)[0].1;
        self.seen(index, request, AttemptState::NeedsOtp);
    }

    fn handle(&mut self, event: Event) -> Vec<Command> {
        self.now = self.now.plus(Duration::from_millis(1));
        let commands = self.switchboard.handle(self.now, event, Seed([7; 32]));
        for command in &commands {
            let Command::Save(changes) = command else { continue };
            for change in changes {
                let key = match change {
                    Change::Put(record) => record.key(),
                    Change::Remove(key) => key.clone(),
                };
                self.disk.retain(|record| record.key() != key);
                if let Change::Put(record) = change {
                    self.disk.push(record.clone());
                }
            }
        }
        commands
    }

    /// A look shows in which state an attempt is, and what is said because of it arrives.
    fn seen(&mut self, index: usize, request: u64, state: AttemptState) {
        let snapshot = Snapshot {
            attempt: attempt(index),
            state,
            account: None,
            face_link: None,
            page_link: None,
            phone_link: None,
            email_mask: None,
            otp_channel: None,
        };
        for command in self.handle(Event::Seen { attempt: attempt(index), request, result: Ok(snapshot) }) {
            let Command::Show(show) = command else { continue };
            let (post, revision) = (show.post, show.revision);
            let date = TelegramTime(self.now.0 / 1_000);
            self.handle(Event::Shown { post, revision, message: MessageId(1), date });
        }
    }

    /// The process ends and another begins.
    fn restart(&mut self) -> Vec<Command> {
        self.switchboard = Switchboard::restore(settings(self.size), self.disk.clone());
        self.handle(Event::Started)
    }

    fn code(&mut self, index: usize) -> Vec<Command> {
        let person = person(index);
        let message = Message {
            at: person.chat(),
            private: true,
            speaker: Some(Speaker { id: person, name: Name::new("Bella"), language: None }),
            id: MessageId(2),
            date: TelegramTime(self.now.0 / 1_000),
            edited: None,
            replies_to: None,
            from_telegram: false,
            content: Content::Text(Said::new("123456".to_owned())),
        };
        self.handle(Event::Heard(Incoming { update: UpdateId(1), what: Happened::Wrote(message) }))
    }
}

/// The looks among some commands: at what, with which number, and whether a human waits.
fn looks(commands: &[Command]) -> Vec<(AttemptId, u64, bool)> {
    let look = |command: &Command| match command {
        Command::Look { attempt, request, awaited, .. } => Some((attempt.clone(), *request, *awaited)),
        _ => None,
    };
    commands.iter().filter_map(look).collect()
}

#[test]
fn a_crowd_that_is_due_at_once_is_dealt_with_in_parts() {
    let size = MOST_DUE * 2 + 50;
    let mut crowd = Crowd::asked(size);
    let mut looked = BTreeSet::new();
    let mut commands = crowd.restart();
    let mut events = 0;
    loop {
        let part = looks(&commands);
        assert!(part.len() <= MOST_DUE, "{} looks because of one event", part.len());
        looked.extend(part.into_iter().map(|(attempt, _, _)| attempt));
        events += 1;
        if crowd.switchboard.next_deadline().is_none_or(|at| at > crowd.now) {
            break;
        }
        commands = crowd.handle(Event::DeadlineCame);
    }
    assert_eq!((looked.len(), events), (size, 3), "all are looked at, at once");
}

#[test]
fn whoever_answers_before_the_first_look_does_not_wait_for_the_looks_at_others() {
    let mut crowd = Crowd::asked(10);
    let waiting = looks(&crowd.restart());
    assert!(waiting.iter().all(|(_, _, awaited)| !awaited) && waiting.len() == 10);
    crowd.now = crowd.now.plus(Duration::from_secs(2));
    let commands = crowd.code(3);
    let hurried = looks(&commands);
    assert_eq!(hurried.len(), 1);
    assert_eq!((&hurried[0].0, hurried[0].2), (&attempt(3), true));
}

#[test]
fn sign_ins_of_one_account_are_told_apart_by_their_tags() {
    let mut crowd = Crowd::asked(1);
    let mut tags = BTreeSet::new();
    for index in 0..100 {
        let tag = crowd.disk.iter().find_map(|record| match record {
            Record::Attempt(it) if it.id == attempt(index) => Some(it.tag),
            _ => None,
        });
        assert!(tags.insert(tag.unwrap()), "{tag:?} is the tag of two of {index} sign-ins");
        crowd.now = crowd.now.plus(Duration::from_secs(31));
        let due = looks(&crowd.handle(Event::DeadlineCame));
        let request = due.iter().find(|(id, ..)| *id == attempt(index)).expect("it is open").1;
        crowd.seen(index, request, AttemptState::CompletedSuccess);
        crowd.begins(index + 1, 0);
    }
}
