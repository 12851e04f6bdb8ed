//! What the simulated API knows, accounts, attempts, quotas and faults, and what each call does to it.
//!
//! Knows nothing of HTTP or of the clock; it is told the time.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::time::Instant;

use super::{
    answer::{Answer, Body, account_list, attempt_document, one_account},
    attempt::{Attempt, Outcome, StartedBy},
    fault::{Call, Fault, FaultKind},
    quota::{Exceeded, Quota, SAMPLE_LIMITS},
    script::Script,
    switches::{EmailAnswer, Expiry, Switches, WrongCode},
};

/// A request that has been understood: which call, about what.
#[derive(Debug, Clone)]
pub(super) struct Question {
    pub(super) call: Call,
    /// The path, for redirects and the log.
    pub(super) path: String,
    /// The attempt or the account in the path.
    pub(super) subject: Option<String>,
    /// The body, if it was JSON.
    pub(super) body: Value,
    /// The key that came along.
    pub(super) key: Option<String>,
}

#[derive(Debug)]
pub(super) struct World {
    pub(super) base_url: String,
    pub(super) key: String,
    pub(super) switches: Switches,
    pub(super) accounts: BTreeMap<String, Account>,
    /// In the order of their starts.
    pub(super) attempts: Vec<Attempt>,
    pub(super) faults: Vec<Fault>,
    quota: Quota,
}

#[derive(Debug, Default)]
pub(super) struct Account {
    pub(super) handle: String,
    pub(super) stored_credentials: bool,
    pub(super) disconnected: bool,
    /// How many attempts there were when its session ended; only a later one that succeeds makes it valid again.
    pub(super) session_ended_after: Option<usize>,
    pub(super) scripts: VecDeque<Script>,
}

/// An account, as it is at the moment of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountView {
    /// Its id.
    pub id: String,
    /// Its handle, without an `@`.
    pub handle: String,
    /// Whether `reauthenticate` can work.
    pub stored_credentials: bool,
    /// Whether every call about it answers 410.
    pub disconnected: bool,
    /// What its next attempts will do, as far as that was said.
    pub scripts: Vec<Script>,
}

impl Account {
    pub(super) fn view(&self, id: &str) -> AccountView {
        AccountView {
            id: id.to_owned(),
            handle: self.handle.clone(),
            stored_credentials: self.stored_credentials,
            disconnected: self.disconnected,
            scripts: self.scripts.iter().cloned().collect(),
        }
    }
}

impl World {
    pub(super) fn new(base_url: String, key: String) -> World {
        World {
            base_url,
            key,
            switches: Switches::default(),
            accounts: BTreeMap::new(),
            attempts: Vec::new(),
            faults: Vec::new(),
            quota: Quota::default(),
        }
    }

    /// Does what time alone brings about, everywhere.
    pub(super) fn settle(&mut self, now: Instant) {
        for attempt in &mut self.attempts {
            attempt.settle(now, &self.switches);
        }
    }

    pub(super) fn attempt_mut(&mut self, id: &str) -> Option<&mut Attempt> {
        self.attempts.iter_mut().find(|attempt| attempt.id == id)
    }

    pub(super) fn start(
        &mut self,
        account: &str,
        started_by: StartedBy,
        script: Script,
        now: Instant,
    ) -> &Attempt {
        let index = self.attempts.len();
        let number = index + 1;
        let id = format!("att_{number}");
        let seed = u64::try_from(number).unwrap_or(u64::MAX);
        self.attempts.push(Attempt::start(id, account, started_by, script, seed, now, &self.switches));
        &self.attempts[index]
    }

    /// Others of the organisation make calls, which count and change nothing here.
    pub(super) fn others_call(&mut self, count: usize, now: Instant) {
        for _ in 0..count {
            // What is over the limit is refused and counts nowhere.
            let _ = self.quota.call(None, false, now, &self.switches.limits);
        }
    }

    /// The fault that this request meets, which is used up by it.
    pub(super) fn take_fault(&mut self, question: &Question) -> Option<FaultKind> {
        let (attempt, account) = self.about(question);
        let fits = |fault: &Fault| fault.meets(question.call, attempt.as_deref(), account.as_deref());
        let found = self.faults.iter().position(fits);
        for fault in &mut self.faults {
            fault.comes(question.call, attempt.as_deref(), account.as_deref());
        }
        let index = found?;
        let fault = &mut self.faults[index];
        let kind = fault.kind.clone();
        if let Some(times) = &mut fault.times {
            *times = times.saturating_sub(1);
            if *times == 0 {
                self.faults.remove(index);
            }
        }
        Some(kind)
    }

    /// The attempt and the account a question is about.
    fn about(&self, question: &Question) -> (Option<String>, Option<String>) {
        match question.call {
            Call::Look | Call::Submit | Call::SendEmail => {
                let attempt = self.attempts.iter().find(|one| Some(&one.id) == question.subject.as_ref());
                (question.subject.clone(), attempt.map(|attempt| attempt.account.clone()))
            }
            Call::Reauthenticate | Call::Account => (None, question.subject.clone()),
            Call::Accounts | Call::Me | Call::Usage | Call::Any => (None, None),
        }
    }

    /// Answers, and does what the call does.
    pub(super) fn answer(&mut self, question: Question, now: Instant, unix_seconds: u64) -> Answer {
        if question.key.as_ref() != Some(&self.key) {
            return Answer::usual_problem(401, None);
        }
        let Some(scope) = question.call.scope() else {
            return Answer::usual_problem(404, None);
        };
        if !self.switches.scopes.iter().any(|one| one == scope) {
            return Answer::usual_problem(403, Some(scope));
        }
        let (_, account) = self.about(&question);
        let counted =
            self.quota.call(account.as_deref(), question.call.is_write(), now, &self.switches.limits);
        if let Err(exceeded) = counted {
            return over_quota(&exceeded);
        }

        self.settle(now);
        let subject = question.subject.unwrap_or_default();
        match question.call {
            Call::Look => self.with_attempt(&subject, |attempt, switches, base_url| {
                let document = attempt_document(attempt, switches, base_url);
                attempt.looked_at();
                Answer::json(document)
            }),
            Call::Submit => self.with_attempt(&subject, |attempt, switches, base_url| {
                let outcome = attempt.submit(question.body, now, switches);
                judged(outcome, attempt, switches, base_url)
            }),
            Call::SendEmail => self.with_attempt(&subject, |attempt, switches, base_url| {
                if !attempt.send_email() {
                    return Answer::problem(
                        400,
                        "no-email-needed",
                        "No email is needed at this step",
                        json!({}),
                    );
                }
                match switches.email_answer {
                    EmailAnswer::Attempt => Answer::json(attempt_document(attempt, switches, base_url)),
                    EmailAnswer::Message => Answer::json(json!({ "message": "email sent" })),
                    EmailAnswer::NoContent => Answer::of(204, Body::Empty),
                }
            }),
            Call::Reauthenticate => self.reauthenticate(&subject, now),
            Call::Accounts => {
                let pairs = self.accounts.iter().map(|(id, account)| (id.as_str(), account.handle.as_str()));
                Answer::json(account_list(pairs, &self.switches))
            }
            Call::Account => self.account(&subject),
            Call::Me => Answer::json(json!({
                "org": { "id": "org_sandbox", "name": "Sandbox" },
                "scopes": self.switches.scopes,
            })),
            Call::Usage => Answer::json(self.usage(now, unix_seconds)),
            Call::Any => Answer::usual_problem(404, None),
        }
    }

    fn with_attempt(
        &mut self,
        id: &str,
        act: impl FnOnce(&mut Attempt, &Switches, &str) -> Answer,
    ) -> Answer {
        let Some(attempt) = self.attempts.iter_mut().find(|attempt| attempt.id == id) else {
            return Answer::usual_problem(404, None);
        };
        let account_disconnected =
            self.accounts.get(&attempt.account).is_some_and(|account| account.disconnected);
        if attempt.disconnected || account_disconnected {
            return Answer::usual_problem(410, None);
        }
        match attempt.expired() {
            Some(Expiry::Gone) => Answer::usual_problem(410, None),
            Some(Expiry::NotFound) => Answer::usual_problem(404, None),
            Some(Expiry::Failed) | None => act(attempt, &self.switches, &self.base_url),
        }
    }

    /// One account. That there is such a call, and what it answers, is inferred.
    fn account(&self, id: &str) -> Answer {
        let Some(account) = self.accounts.get(id) else {
            return Answer::usual_problem(404, None);
        };
        let is_over = account.session_ended_after.is_some_and(|before| {
            let later = self.attempts.iter().skip(before).filter(|attempt| attempt.account == id);
            !later.into_iter().any(|attempt| attempt.state() == "completed_success")
        });
        if account.disconnected || is_over {
            return Answer::usual_problem(410, None);
        }
        Answer::json(one_account(id, &account.handle, &self.switches))
    }

    fn reauthenticate(&mut self, id: &str, now: Instant) -> Answer {
        let Some(account) = self.accounts.get_mut(id) else {
            return Answer::usual_problem(404, None);
        };
        if !account.stored_credentials {
            return Answer::usual_problem(412, None);
        }
        if account.disconnected {
            return Answer::usual_problem(410, None);
        }
        if let Err(exceeded) = self.quota.attempt(now, &self.switches.limits) {
            return over_quota(&exceeded);
        }
        let script = account.scripts.pop_front().unwrap_or_else(Script::app);
        let started = self.start(id, StartedBy::Reauthenticate, script, now).id.clone();
        self.with_attempt(&started, |attempt, switches, base_url| {
            Answer::json(attempt_document(attempt, switches, base_url))
        })
    }

    fn usage(&mut self, now: Instant, unix_seconds: u64) -> Value {
        let limits = &self.switches.limits;
        let (org, reads, writes) = SAMPLE_LIMITS;
        let limit = limits.org.unwrap_or(org);
        let used = self.quota.org_used(now, limits);
        let reset = unix_seconds + Duration::from_millis(limits.window_ms).as_secs();
        json!({
            "rateLimits": {
                "org": { "limit": limit, "remaining": limit.saturating_sub(used), "reset": reset },
                "accountDefaults": {
                    "readPerMinute": limits.account_reads.unwrap_or(reads),
                    "writePerMinute": limits.account_writes.unwrap_or(writes),
                    "reset": reset,
                },
            },
        })
    }
}

/// What a submission answers.
fn judged(outcome: Outcome, attempt: &Attempt, switches: &Switches, base_url: &str) -> Answer {
    let document = || Answer::json(attempt_document(attempt, switches, base_url));
    match outcome {
        Outcome::Right | Outcome::FaceFinished | Outcome::FaceUnfinished => document(),
        Outcome::Wrong => match switches.wrong_code {
            WrongCode::Retry => document(),
            WrongCode::ProblemAndRetry | WrongCode::ProblemOnly => Answer::problem(
                400,
                "invalid-code",
                "The platform rejected the code",
                json!({ "upstreamCode": "81", "upstreamMessage": "Wrong code. Please try again" }),
            ),
        },
        Outcome::EmailNotSent => {
            Answer::problem(400, "email-not-sent", "There is no code before an email is sent", json!({}))
        }
        Outcome::NotAsked => Answer::problem(
            400,
            "not-awaiting-input",
            "The attempt is not asking for this",
            json!({ "detail": format!("the attempt is {}", attempt.state()) }),
        ),
        Outcome::Malformed => Answer::problem(
            400,
            "invalid-request",
            "The request is invalid",
            json!({ "detail": "send either code (1 to 16 characters) or selfie_verification_completed: true" }),
        ),
    }
}

fn over_quota(exceeded: &Exceeded) -> Answer {
    let seconds = exceeded.wait.as_secs() + u64::from(exceeded.wait.subsec_nanos() > 0);
    Answer::throttled(Some(seconds), Some(seconds), Some(exceeded.reason))
}
