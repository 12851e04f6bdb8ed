//! A simulated account API: attempts with random chains of challenges, and everything that can go wrong with a call.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use fastrand::Rng;
use twofa_bridge::model::web_link::UnusableLink;
use twofa_bridge::model::{AccountId, AttemptId, AttemptState, Handle, Snapshot, WebLink};
use twofa_bridge::switchboard::command::Submission;
use twofa_bridge::switchboard::event::{Event, Trouble};

/// A call that is under way.
#[derive(Clone, Debug)]
pub(super) enum Call {
    Look { attempt: AttemptId, request: u64 },
    Submit { attempt: AttemptId, request: u64, answer: Submission },
    TriggerEmail { attempt: AttemptId, request: u64 },
    Reauthenticate { account: AccountId, request: u64 },
    LookAtAccount { account: AccountId, request: u64 },
    List,
}

/// One stretch of a sign-in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Leg {
    Working,
    Sms,
    App,
    Email,
    Face,
    Phone,
    Odd,
}

/// A sign-in as the API knows it.
#[derive(Debug)]
pub(super) struct SignIn {
    pub(super) account: AccountId,
    pub(super) state: AttemptState,
    /// Grows with each leg: a code is right for one leg only.
    pub(super) leg: u32,
    legs: VecDeque<Leg>,
    /// A code that was taken and has no verdict yet.
    judging: Option<bool>,
    vanished: Option<Trouble>,
    ends_well: bool,
    ends_elsewhere: bool,
}

/// The simulated account API.
pub(super) struct Api {
    pub(super) attempts: BTreeMap<AttemptId, SignIn>,
    pub(super) calls: Vec<Call>,
    pub(super) accounts: Vec<(AccountId, Handle)>,
    /// Whether calls that nobody waits for may have to give way.
    is_busy: bool,
    /// The accounts whose session has ended, and since then none has begun.
    dead: BTreeSet<AccountId>,
    /// How many calls in a thousand fail.
    pub(super) faults: u32,
    /// The attempts that have moved though something was wanted and nobody answered.
    pub(super) drifted: BTreeSet<AttemptId>,
}

impl Api {
    pub(super) fn new(accounts: Vec<(AccountId, Handle)>, faults: u32) -> Self {
        Self {
            attempts: BTreeMap::new(),
            calls: Vec::new(),
            accounts,
            is_busy: true,
            dead: BTreeSet::new(),
            faults,
            drifted: BTreeSet::new(),
        }
    }

    /// Somebody starts a sign-in.
    pub(super) fn start(&mut self, account: &AccountId, rng: &mut Rng) -> AttemptId {
        let id = AttemptId::parse(&format!("att_{}", self.attempts.len() + 1)).unwrap();
        let all = [
            Leg::Sms,
            Leg::Sms,
            Leg::App,
            Leg::App,
            Leg::Email,
            Leg::Email,
            Leg::Face,
            Leg::Phone,
            Leg::Odd,
            Leg::Working,
        ];
        let legs = (0..rng.usize(1..=3)).map(|_| all[rng.usize(..all.len())]).collect();
        let mut sign_in = SignIn {
            account: account.clone(),
            state: AttemptState::Pending,
            leg: 0,
            legs,
            judging: None,
            vanished: None,
            ends_well: rng.u8(..10) > 0,
            ends_elsewhere: rng.u8(..20) == 0,
        };
        if rng.bool() {
            sign_in.advance();
        }
        self.attempts.insert(id.clone(), sign_in);
        id
    }

    /// Something moves at the API without us. Says what.
    pub(super) fn work(&mut self, rng: &mut Rng) -> Option<String> {
        if rng.u8(..20) == 0 {
            let (account, _) = &self.accounts[rng.usize(..self.accounts.len())];
            let is_dead = self.dead.insert(account.clone()) || !self.dead.remove(account);
            return Some(format!("the session of {account} has {}", if is_dead { "ended" } else { "begun" }));
        }
        let open: Vec<AttemptId> =
            self.attempts.iter().filter(|(_, it)| !it.is_over()).map(|(id, _)| id.clone()).collect();
        let id = open.get(rng.usize(..open.len().max(1)))?.clone();
        let sign_in = self.attempts.get_mut(&id)?;
        let before = sign_in.state.clone();
        match (sign_in.judging.take(), &sign_in.state) {
            // Late: whoever has answered once more by then finds it moved without that answer.
            (Some(is_right), _) => {
                sign_in.judge(is_right, rng);
                self.drifted.insert(id.clone());
            }
            (None, _) if rng.u8(..60) == 0 => {
                let trouble = if rng.bool() { Trouble::NotFound } else { Trouble::Gone };
                sign_in.vanished = Some(trouble);
            }
            (None, AttemptState::Pending | AttemptState::Unknown(_)) => sign_in.advance(),
            (None, AttemptState::AwaitingMobileSession | AttemptState::NeedsFaceOtp) if rng.bool() => {
                sign_in.advance();
            }
            // The API may change its mind at any time.
            (None, _) if rng.u8(..8) == 0 => {
                sign_in.advance();
                self.drifted.insert(id.clone());
            }
            (None, _) => return None,
        }
        Some(format!("{id} {} -> {}", before.as_str(), sign_in.state.as_str()))
    }

    /// Carries out a call, or fails to. `is_right`: what to make of a code. Says whether a code has arrived.
    pub(super) fn carry_out(&mut self, call: Call, is_right: bool, rng: &mut Rng) -> (Event, bool) {
        let mut has_arrived = false;
        let event = self.answer(call, is_right, &mut has_arrived, rng);
        (event, has_arrived)
    }

    fn answer(&mut self, call: Call, is_right: bool, has_arrived: &mut bool, rng: &mut Rng) -> Event {
        let fault = rng.u32(..1_000) < self.faults;
        match call {
            Call::List => {
                let result = if fault { Err(Trouble::Unreachable) } else { Ok(self.accounts.clone()) };
                Event::Listed(result)
            }
            Call::LookAtAccount { account, request } => {
                let result = match fault.then(|| trouble(rng)) {
                    // Other calls went first.
                    None if self.is_busy && rng.u8(..8) == 0 => None,
                    None if self.dead.contains(&account) => Some(Err(Trouble::Gone)),
                    None => Some(Ok(())),
                    Some((trouble, _)) => Some(Err(trouble)),
                };
                Event::AccountSeen { account, request, result }
            }
            Call::Reauthenticate { account, request } => {
                let result = self.reauthenticate(&account, fault, rng);
                Event::Reauthenticated { account, request, result }
            }
            Call::Look { attempt, request } => {
                let result = match fault.then(|| trouble(rng)) {
                    Some((trouble, _)) => Err(trouble),
                    None => self.show(&attempt, rng),
                };
                Event::Seen { attempt, request, result }
            }
            Call::TriggerEmail { attempt, request } => {
                let result = match fault.then(|| trouble(rng)) {
                    Some((trouble, _)) => Err(trouble),
                    None if rng.bool() => Ok(None),
                    None => self.show(&attempt, rng).map(Some),
                };
                Event::EmailTriggered { attempt, request, result }
            }
            Call::Submit { attempt, request, answer } => {
                let fault = fault.then(|| trouble(rng));
                *has_arrived = !matches!(fault, Some((_, false)));
                let result = self.submit(&attempt, &answer, is_right, fault, rng);
                Event::Judged { attempt, request, result }
            }
        }
    }

    fn reauthenticate(
        &mut self,
        account: &AccountId,
        fault: bool,
        rng: &mut Rng,
    ) -> Result<Snapshot, Trouble> {
        if fault {
            let trouble = [
                Trouble::NoCredentials,
                Trouble::NotFound,
                Trouble::Gone,
                Trouble::Throttled(None),
                Trouble::Refused,
                Trouble::Declined,
                Trouble::Unreachable,
                Trouble::Lost,
            ][rng.usize(..8)];
            if trouble == Trouble::Lost && rng.bool() {
                self.start(account, rng);
            }
            return Err(trouble);
        }
        let is_old = rng.u8(..20) == 0;
        let old = self.attempts.iter().find(|(_, it)| it.account == *account && !it.is_over());
        let id = match old.map(|(id, _)| id.clone()).filter(|_| is_old) {
            Some(id) => id,
            None => self.start(account, rng),
        };
        self.show(&id, rng)
    }

    fn submit(
        &mut self,
        id: &AttemptId,
        answer: &Submission,
        is_right: bool,
        fault: Option<(Trouble, bool)>,
        rng: &mut Rng,
    ) -> Result<Snapshot, Trouble> {
        if let Some((trouble, false)) = fault {
            return Err(trouble);
        }
        let Some(sign_in) = self.attempts.get_mut(id) else { return Err(Trouble::NotFound) };
        let takes = match (&sign_in.state, answer) {
            (AttemptState::NeedsFaceOtp, Submission::FaceDone) => true,
            (
                AttemptState::NeedsOtp
                | AttemptState::NeedsAppOtp
                | AttemptState::NeedsEmail
                | AttemptState::Wrong2faCodeRetry,
                Submission::Code(_),
            ) => sign_in.judging.is_none(),
            _ => false,
        };
        if !takes && sign_in.vanished.is_none() {
            return Err(Trouble::Declined);
        }
        match answer {
            Submission::FaceDone if rng.bool() => sign_in.advance(),
            Submission::FaceDone => {}
            Submission::Code(_) if rng.u8(..6) == 0 => sign_in.judging = Some(is_right),
            Submission::Code(_) => sign_in.judge(is_right, rng),
        }
        if let Some((trouble, true)) = fault {
            return Err(trouble);
        }
        self.show(id, rng)
    }

    fn show(&self, id: &AttemptId, rng: &mut Rng) -> Result<Snapshot, Trouble> {
        let sign_in = self.attempts.get(id).ok_or(Trouble::NotFound)?;
        if let Some(trouble) = sign_in.vanished {
            return Err(trouble);
        }
        let is_done = sign_in.state == AttemptState::CompletedSuccess;
        let elsewhere = AccountId::parse("acc_elsewhere");
        let account =
            if sign_in.ends_elsewhere { elsewhere } else { rng.bool().then(|| sign_in.account.clone()) };
        let link = match rng.u8(..12) {
            0 => None,
            1 => Some(Err(UnusableLink::NotHttps)),
            2 => Some(WebLink::parse("https://verify.example/other")),
            _ => Some(WebLink::parse("https://verify.example/check")),
        };
        Ok(Snapshot {
            attempt: id.clone(),
            state: sign_in.state.clone(),
            account: account.filter(|_| is_done),
            face_link: link.clone(),
            page_link: None,
            phone_link: link,
            email_mask: Some("b•••@x.example".to_owned()),
            otp_channel: None,
        })
    }

    /// From here on nothing fails.
    pub(super) fn heal(&mut self) {
        self.faults = 0;
        self.is_busy = false;
        self.dead.clear();
    }
}

impl SignIn {
    pub(super) fn is_over(&self) -> bool {
        self.vanished.is_some()
            || matches!(self.state, AttemptState::CompletedSuccess | AttemptState::CompletedFailed)
    }

    /// What the next leg wants.
    fn advance(&mut self) {
        self.leg += 1;
        self.judging = None;
        self.state = match self.legs.pop_front() {
            Some(Leg::Working) => AttemptState::Pending,
            Some(Leg::Sms) => AttemptState::NeedsOtp,
            Some(Leg::App) => AttemptState::NeedsAppOtp,
            Some(Leg::Email) => AttemptState::NeedsEmail,
            Some(Leg::Face) => AttemptState::NeedsFaceOtp,
            Some(Leg::Phone) => AttemptState::AwaitingMobileSession,
            Some(Leg::Odd) => AttemptState::Unknown("needs_moon".to_owned()),
            None if self.ends_well => AttemptState::CompletedSuccess,
            None => AttemptState::CompletedFailed,
        };
    }

    fn judge(&mut self, is_right: bool, rng: &mut Rng) {
        if !is_right {
            self.state = AttemptState::Wrong2faCodeRetry;
        } else if rng.bool() {
            self.state = AttemptState::Pending;
            self.leg += 1;
        } else {
            self.advance();
        }
    }
}

/// What can go wrong with a call about an attempt, and whether the call had its effect all the same.
fn trouble(rng: &mut Rng) -> (Trouble, bool) {
    match rng.u8(..12) {
        0..=2 => (Trouble::Unreachable, false),
        3 => (Trouble::Throttled(None), false),
        4 => (Trouble::Throttled(Some(Duration::from_secs(rng.u64(0..40)))), false),
        5 => (Trouble::Refused, false),
        6 => (Trouble::Declined, false),
        7..=8 => (Trouble::Lost, false),
        _ => (Trouble::Lost, true),
    }
}
