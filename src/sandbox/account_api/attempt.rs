//! The life of one simulated attempt: what it shows, and what moves it on. Knows nothing of HTTP or of other attempts.

use std::{collections::VecDeque, fmt, time::Duration};

use serde_json::Value;
use tokio::time::Instant;

use super::{
    script::{Script, Step},
    switches::{Expiry, Switches, WrongCode},
};

/// The longest code the API takes, in characters.
const CODE_LENGTH_MAX: usize = 16;

/// Codes that people and tests try first. None of them is ever right.
const NEVER_RIGHT: [&str; 12] = [
    "000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777", "888888", "999999",
    "123456", "654321",
];

/// Who started an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartedBy {
    /// A call of `reauthenticate`.
    Reauthenticate,
    /// The host's own system, by `AccountApi::start_attempt`.
    Host,
}

/// What became of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The right code: the attempt moved on.
    Right,
    /// A wrong code: it was counted.
    Wrong,
    /// The face check was reported and is finished: the attempt moved on.
    FaceFinished,
    /// The face check was reported and is not finished: nothing happened.
    FaceUnfinished,
    /// A code before an email was asked for: nothing happened.
    EmailNotSent,
    /// The attempt was asking for something else, or for nothing: nothing happened.
    NotAsked,
    /// Neither a code nor a report, or both: nothing happened.
    Malformed,
}

impl Outcome {
    /// The attempt moved on.
    pub fn took_effect(self) -> bool {
        matches!(self, Outcome::Right | Outcome::FaceFinished)
    }
}

/// One body that was sent by `PUT`, and what became of it. Its `Debug` does not show the code.
#[derive(Clone, PartialEq)]
pub struct Submission {
    /// The body, whatever it was; null if it was no JSON.
    pub body: Value,
    /// What became of it.
    pub outcome: Outcome,
}

impl Submission {
    /// The code, if there was one.
    pub fn code(&self) -> Option<&str> {
        self.body.get("code").and_then(Value::as_str)
    }
}

impl fmt::Debug for Submission {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Submission").field("outcome", &self.outcome).finish_non_exhaustive()
    }
}

/// An attempt, as it is at the moment of asking.
#[derive(Debug, Clone, PartialEq)]
pub struct AttemptView {
    /// Its id.
    pub id: String,
    /// The account it was started for.
    pub account: String,
    /// Who started it.
    pub started_by: StartedBy,
    /// What a look would show.
    pub state: String,
    /// The step it is in: what it waits for, also while its state says that a code was wrong.
    pub step: Step,
    /// Everything that was submitted, in order.
    pub submissions: Vec<Submission>,
    /// How many of these were wrong codes.
    pub wrong_codes: u32,
    /// How often an email was sent.
    pub emails_sent: u32,
    /// How often it was looked at.
    pub looks: u32,
    /// It has expired.
    pub expired: bool,
}

#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) id: String,
    pub(super) account: String,
    pub(super) disconnected: bool,
    pub(super) emails_sent: u32,
    started_by: StartedBy,
    started: Instant,
    /// The front is the step it is in. None left: it has succeeded.
    steps: VecDeque<Step>,
    entered: Instant,
    looks_in_step: u32,
    /// The last code was wrong, and the state says so.
    retrying: bool,
    seed: u64,
    codes_made: u64,
    code: Option<String>,
    wrong_codes: u32,
    face_finished: bool,
    looks: u32,
    expired: Option<Expiry>,
    submissions: Vec<Submission>,
}

impl Attempt {
    pub(super) fn start(
        id: String,
        account: &str,
        started_by: StartedBy,
        script: Script,
        seed: u64,
        now: Instant,
        switches: &Switches,
    ) -> Attempt {
        let mut steps = VecDeque::from(script.steps);
        let asks =
            steps.front().is_some_and(|first| !first.is_final() && !matches!(first, Step::Pending { .. }));
        if asks && switches.pending_ms > 0 {
            steps.push_front(Step::Pending { for_ms: switches.pending_ms });
        }
        let mut attempt = Attempt {
            id,
            account: account.to_owned(),
            disconnected: false,
            emails_sent: 0,
            started_by,
            started: now,
            steps,
            entered: now,
            looks_in_step: 0,
            retrying: false,
            seed,
            codes_made: 0,
            code: None,
            wrong_codes: 0,
            face_finished: false,
            looks: 0,
            expired: None,
            submissions: Vec::new(),
        };
        attempt.enter(now);
        attempt
    }

    pub(super) fn step(&self) -> &Step {
        self.steps.front().unwrap_or(&Step::Succeed)
    }

    pub(super) fn state(&self) -> &str {
        if self.retrying { "wrong_2fa_code_retry" } else { self.step().state() }
    }

    /// How it looks from outside when it has expired other than by failing.
    pub(super) fn expired(&self) -> Option<Expiry> {
        self.expired.filter(|expiry| *expiry != Expiry::Failed)
    }

    /// The account it ended with.
    pub(super) fn account_signed_in(&self) -> Option<&str> {
        match self.step() {
            Step::Succeed => Some(&self.account),
            Step::SucceedAs(account) => Some(account),
            Step::Pending { .. }
            | Step::Sms
            | Step::App
            | Step::Email
            | Step::Face
            | Step::Phone
            | Step::Unknown(_)
            | Step::Fail => None,
        }
    }

    pub(super) fn view(&self) -> AttemptView {
        AttemptView {
            id: self.id.clone(),
            account: self.account.clone(),
            started_by: self.started_by,
            state: self.state().to_owned(),
            step: self.step().clone(),
            submissions: self.submissions.clone(),
            wrong_codes: self.wrong_codes,
            emails_sent: self.emails_sent,
            looks: self.looks,
            expired: self.expired.is_some(),
        }
    }

    /// Does what time alone brings about.
    pub(super) fn settle(&mut self, now: Instant, switches: &Switches) {
        let lifetime = switches.attempt_lifetime_ms.map(Duration::from_millis);
        if lifetime.is_some_and(|lifetime| now.duration_since(self.started) >= lifetime) {
            self.expire(now, switches);
        }
        while let Step::Pending { for_ms } = self.step() {
            let over = now.duration_since(self.entered) >= Duration::from_millis(*for_ms);
            if !over || self.looks_in_step == 0 {
                return;
            }
            self.advance(now);
        }
    }

    /// Counts a look.
    pub(super) fn looked_at(&mut self) {
        self.looks += 1;
        self.looks_in_step += 1;
    }

    /// Goes to the next step, whatever this one waits for.
    pub(super) fn advance(&mut self, now: Instant) {
        if !self.step().is_final() {
            self.steps.pop_front();
            self.enter(now);
        }
    }

    /// Shows this state in place of the current step.
    pub(super) fn set_state(&mut self, state: &str, now: Instant) {
        if state == "wrong_2fa_code_retry" {
            self.retrying = true;
            return;
        }
        self.steps.pop_front();
        self.steps.push_front(Step::showing(state));
        self.enter(now);
    }

    pub(super) fn expire(&mut self, now: Instant, switches: &Switches) {
        if self.expired.is_some() || self.step().is_final() {
            return;
        }
        self.expired = Some(switches.expiry);
        self.steps = VecDeque::from([Step::Fail]);
        self.enter(now);
    }

    /// Whether there was a face check to finish.
    pub(super) fn finish_face_check(&mut self, now: Instant, switches: &Switches) -> bool {
        if *self.step() != Step::Face {
            return false;
        }
        self.face_finished = true;
        if !switches.face_check_needs_report {
            self.move_on(now, switches);
        }
        true
    }

    /// Whether there was something to confirm.
    pub(super) fn confirm_on_phone(&mut self, now: Instant, switches: &Switches) -> bool {
        let waits = *self.step() == Step::Phone;
        if waits {
            self.move_on(now, switches);
        }
        waits
    }

    /// Whether the attempt was at a step with an email.
    pub(super) fn send_email(&mut self) -> bool {
        let waits = *self.step() == Step::Email;
        if waits {
            self.emails_sent += 1;
            self.retrying = false;
            self.make_code();
        }
        waits
    }

    /// Whether an authenticator is asked for, and has shown its next code.
    pub(super) fn turn_code_over(&mut self) -> bool {
        let shows_one = *self.step() == Step::App;
        if shows_one {
            self.make_code();
        }
        shows_one
    }

    /// The code that is right.
    pub(super) fn expected_code(&self, now: Instant, switches: &Switches) -> Option<String> {
        let period = switches.authenticator_period_ms.filter(|_| *self.step() == Step::App);
        let Some(period) = period else {
            return self.code.clone();
        };
        let age = now.duration_since(self.started).as_millis();
        let turn = u64::try_from(age).unwrap_or(u64::MAX) / period.max(1);
        Some(digits(self.seed ^ self.codes_made, turn))
    }

    pub(super) fn submit(&mut self, body: Value, now: Instant, switches: &Switches) -> Outcome {
        let outcome = self.judge(&body, now, switches);
        self.submissions.push(Submission { body, outcome });
        match outcome {
            Outcome::Right | Outcome::FaceFinished => self.move_on(now, switches),
            Outcome::Wrong => {
                self.wrong_codes += 1;
                self.retrying = switches.wrong_code != WrongCode::ProblemOnly;
                if self.wrong_codes >= switches.max_wrong {
                    self.steps = VecDeque::from([Step::Fail]);
                    self.enter(now);
                }
            }
            Outcome::FaceUnfinished | Outcome::EmailNotSent | Outcome::NotAsked | Outcome::Malformed => {}
        }
        outcome
    }

    fn judge(&self, body: &Value, now: Instant, switches: &Switches) -> Outcome {
        match (body.get("code"), body.get("selfie_verification_completed")) {
            (Some(Value::String(code)), None) => {
                if code.is_empty() || code.chars().count() > CODE_LENGTH_MAX {
                    return Outcome::Malformed;
                }
                if !self.step().asks_for_code() {
                    return Outcome::NotAsked;
                }
                match self.expected_code(now, switches) {
                    None => Outcome::EmailNotSent,
                    Some(expected) if expected == *code => Outcome::Right,
                    Some(_) => Outcome::Wrong,
                }
            }
            (None, Some(Value::Bool(true))) => match self.step() {
                Step::Face if self.face_finished => Outcome::FaceFinished,
                Step::Face => Outcome::FaceUnfinished,
                Step::Pending { .. }
                | Step::Sms
                | Step::App
                | Step::Email
                | Step::Phone
                | Step::Unknown(_)
                | Step::Fail
                | Step::Succeed
                | Step::SucceedAs(_) => Outcome::NotAsked,
            },
            (Some(_) | None, Some(_) | None) => Outcome::Malformed,
        }
    }

    /// Goes to the next step because this one is done, through `pending` if the switches say so.
    fn move_on(&mut self, now: Instant, switches: &Switches) {
        self.steps.pop_front();
        let pause = switches.pending_after_code_ms;
        if pause > 0 && !matches!(self.step(), Step::Pending { .. } | Step::Fail) {
            self.steps.push_front(Step::Pending { for_ms: pause });
        }
        self.enter(now);
    }

    fn enter(&mut self, now: Instant) {
        self.entered = now;
        self.looks_in_step = 0;
        self.retrying = false;
        self.face_finished = false;
        self.code = None;
        if matches!(self.step(), Step::Sms | Step::App) {
            self.make_code();
        }
    }

    fn make_code(&mut self) {
        self.codes_made += 1;
        self.code = Some(digits(self.seed, self.codes_made));
    }
}

/// Six digits that look random, the same ones for the same numbers, and never a code anybody would guess.
fn digits(seed: u64, number: u64) -> String {
    let mut salt = 0;
    loop {
        let code = format!("{:06}", scrambled(seed, number, salt) % 1_000_000);
        if !NEVER_RIGHT.contains(&code.as_str()) {
            return code;
        }
        salt += 1;
    }
}

/// The finalizer of `SplitMix64`, which spreads neighbouring numbers far apart.
fn scrambled(seed: u64, number: u64, salt: u64) -> u64 {
    let mut word = seed
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(number.wrapping_mul(0xd1b5_4a32_d192_ed03))
        .wrapping_add(salt);
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}
