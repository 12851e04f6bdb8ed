//! How long a decision takes, with few and with many attempts open: `cargo bench`.
//!
//! Each figure is the median and the 99th percentile of one kind of event, in microseconds, in one run.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use twofa_bridge::model::incoming::{Content, Happened, Incoming, Message, Speaker};
use twofa_bridge::model::record::{LinkRecord, PersonRecord, Record, Starter};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, Handle, Language, MessageId, Name, PersonId, Said, Seed, Snapshot,
    TelegramTime, Timestamp, UpdateId,
};
use twofa_bridge::switchboard::command::Command;
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::Limits;
use twofa_bridge::switchboard::pace::Pace;
use twofa_bridge::switchboard::{Settings, Switchboard, TrailLimits};

/// The first moment.
const START: Timestamp = Timestamp(1_795_356_300_000);

fn main() {
    println!("{:>9}  {:<28} {:>10} {:>10}", "attempts", "event", "p50 µs", "p99 µs");
    for attempts in [10, 1_000, 10_000] {
        measure(attempts);
    }
}

/// Opens so many attempts, each waiting for an SMS code of its own creator, and answers 1,000 of them.
fn measure(attempts: usize) {
    let mut world = World::new(attempts);
    for index in 0..attempts {
        world.open(index);
    }
    world.now = world.now.plus(Duration::from_secs(31));
    world.deadline();
    let answered = attempts.min(1_000);
    let mut looks = Vec::new();
    let mut codes = Vec::new();
    let mut verdicts = Vec::new();
    let mut deadlines = Vec::new();
    for index in 0..answered {
        looks.push(world.look(index));
        codes.push(world.code(index));
        verdicts.push(world.verdict(index));
        deadlines.push(world.deadline());
    }
    for (event, times) in [
        ("a look that shows no change", looks),
        ("a code, until its PUT", codes),
        ("a verdict", verdicts),
        ("a deadline", deadlines),
    ] {
        let (median, tail) = figures(times);
        println!("{attempts:>9}  {event:<28} {median:>10.1} {tail:>10.1}");
    }
}

/// The median and the 99th percentile, in microseconds.
fn figures(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e6;
    (at(50), at(99))
}

struct World {
    switchboard: Switchboard,
    now: Timestamp,
    steps: u64,
    requests: Vec<u64>,
}

fn person(index: usize) -> PersonId {
    PersonId(i64::try_from(index).unwrap_or(0) + 1)
}

fn account(index: usize) -> Option<AccountId> {
    AccountId::parse(&format!("acc_{index}"))
}

fn attempt(index: usize) -> Option<AttemptId> {
    AttemptId::parse(&format!("att_{index}"))
}

impl World {
    fn new(accounts: usize) -> Self {
        let hours = |hours: u64| Duration::from_secs(hours * 3_600);
        let settings = Settings {
            managers: BTreeSet::from([PersonId(i64::MAX)]),
            chats: BTreeSet::new(),
            bot: "TwofaBridgeBot".to_owned(),
            accounts: (0..accounts)
                .filter_map(|index| Some((account(index)?, Handle::parse(&format!("a{index}"))?)))
                .collect(),
            limits: Limits {
                wrong_codes_max: 3,
                question_lifetime: hours(1),
                question_repeat_after: hours(1) / 2,
                ready_lifetime: Duration::from_mins(30),
                ask_next_after: Duration::from_mins(2),
                questions_per_hour: 10,
                reauth_interval: Duration::from_mins(1),
                reauths_per_hour: 5,
                reauths_per_day: 10,
                attempt_lifetime: hours(2),
                invitation_lifetime: hours(24),
                email_cooldown: Duration::from_mins(1),
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
        };
        let records = (0..accounts).flat_map(records_of).collect();
        let switchboard = Switchboard::restore(settings, records);
        let mut world = Self { switchboard, now: START, steps: 0, requests: vec![0; accounts] };
        world.handle(Event::Started);
        world.handle(Event::Listed(Ok(Vec::new())));
        world
    }

    fn handle(&mut self, event: Event) -> (Duration, Vec<Command>) {
        self.steps += 1;
        self.now = self.now.plus(Duration::from_millis(1));
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.steps.to_be_bytes());
        let started = Instant::now();
        let commands = self.switchboard.handle(self.now, event, Seed(seed));
        let took = started.elapsed();
        for command in &commands {
            let (Command::Look { attempt, request, .. } | Command::Submit { attempt, request, .. }) = command
            else {
                continue;
            };
            let index = attempt.as_str().trim_start_matches("att_").parse::<usize>().unwrap_or(0);
            self.requests[index] = *request;
        }
        (took, commands)
    }

    /// Hands an attempt over, shows that it wants a code, and delivers the question.
    fn open(&mut self, index: usize) {
        let (Some(account), Some(attempt)) = (account(index), attempt(index)) else { return };
        let started_by = Name::new("host");
        let account = account.to_string();
        let (_, commands) = self.handle(Event::Handed { ticket: 0, attempt, account, started_by });
        self.deliver(&commands);
        let (_, commands) = self.seen(index, AttemptState::NeedsOtp);
        self.deliver(&commands);
    }

    fn deliver(&mut self, commands: &[Command]) {
        for command in commands {
            let Command::Show(show) = command else { continue };
            let date = TelegramTime(self.now.0 / 1_000);
            let (post, revision) = (show.post, show.revision);
            self.handle(Event::Shown { post, revision, message: MessageId(1), date });
        }
    }

    fn seen(&mut self, index: usize, state: AttemptState) -> (Duration, Vec<Command>) {
        let Some(attempt) = attempt(index) else { return Default::default() };
        let request = self.requests[index];
        let result = Ok(snapshot(&attempt, state));
        self.handle(Event::Seen { attempt, request, result })
    }

    fn look(&mut self, index: usize) -> Duration {
        self.seen(index, AttemptState::NeedsOtp).0
    }

    fn code(&mut self, index: usize) -> Duration {
        let person = person(index);
        let number = u32::try_from(self.steps).unwrap_or(0);
        let message = Message {
            at: person.chat(),
            private: true,
            speaker: Some(Speaker { id: person, name: Name::new("Bella"), language: None }),
            id: MessageId(2),
            date: TelegramTime(self.now.0 / 1_000),
            edited: None,
            replies_to: None,
            from_telegram: false,
            content: Content::Text(Said::new("it says 123 456".to_owned())),
        };
        let what = Happened::Wrote(message);
        let (took, commands) = self.handle(Event::Heard(Incoming { update: UpdateId(number), what }));
        assert!(commands.iter().any(|it| matches!(it, Command::Submit { .. })), "the code was not used");
        took
    }

    fn verdict(&mut self, index: usize) -> Duration {
        let Some(attempt) = attempt(index) else { return Duration::ZERO };
        let request = self.requests[index];
        let result = Ok(snapshot(&attempt, AttemptState::CompletedSuccess));
        self.handle(Event::Judged { attempt, request, result }).0
    }

    fn deadline(&mut self) -> Duration {
        if let Some(next) = self.switchboard.next_deadline() {
            self.now = self.now.max(next);
        }
        self.handle(Event::DeadlineCame).0
    }
}

fn records_of(index: usize) -> Vec<Record> {
    let Some(account) = account(index) else { return Vec::new() };
    let person = person(index);
    let questions = Vec::new();
    vec![
        Record::Person(PersonRecord {
            id: person,
            name: Name::new("Bella"),
            language: None,
            chosen_language: None,
            menu: None,
            reachable: true,
            questions,
            quiet: None,
            muted: None,
        }),
        Record::Link(LinkRecord {
            account,
            person,
            invited_by: Starter::Operator,
            accepted_at: START,
            mark: Some(Seed([9; 32]).mark(0)),
        }),
    ]
}

fn snapshot(attempt: &AttemptId, state: AttemptState) -> Snapshot {
    Snapshot {
        attempt: attempt.clone(),
        state,
        account: None,
        face_link: None,
        page_link: None,
        phone_link: None,
        email_mask: None,
        otp_channel: None,
    }
}
