//! What must not begin twice: sign-ins and emails.

use std::rc::Rc;

use twofa_bridge::model::incoming::{Happened, Incoming};
use twofa_bridge::model::record::{Matter, ReauthRecord, Starter};
use twofa_bridge::model::{AccountId, AttemptId, AttemptState, Record, RecordKey, Timestamp};
use twofa_bridge::switchboard::command::Command;
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::{DAY, HOUR};

use super::{Before, CLOCKS_DIFFER, Rules, count_within};

impl Rules {
    /// The API has begun to carry out a reauthentication.
    pub(in super::super) fn reauthenticated(&mut self, account: &AccountId, ordered_at: Timestamp) {
        let times = self.reauths.entry(account.clone()).or_default();
        times.push(ordered_at);
        let limits = &self.limits;
        for (window, most) in
            [(limits.reauth_interval, 1), (HOUR, limits.reauths_per_hour), (DAY, limits.reauths_per_day)]
        {
            let count = count_within(times, window, ordered_at);
            must!(
                count <= usize::try_from(most).unwrap(),
                "8: {account} is reauthenticated {count} times within {window:?}"
            );
        }
    }

    /// No message leads to two reauthentications of an account: each message of a manager bears another name.
    pub(super) fn check_cause(&mut self, before: &Before, account: &AccountId) {
        if let Event::Heard(Incoming { what: Happened::Pressed(_), .. }) = &before.event {
            self.seen.note("a sign-in was started when somebody was ready");
            if let Some(Matter::ReadyFirst { .. }) = &before.about {
                self.seen.note("somebody who was asked is ready");
            }
            return;
        }
        let cause = match self.memory.get(&RecordKey::Reauth(account.clone())).map(Rc::as_ref) {
            Some(Record::Reauth(ReauthRecord { started_by: Starter::Manager { name, .. }, .. })) => {
                name.as_str()
            }
            // Both commands had waited for the list of accounts, and the second has cancelled the first.
            _ => return,
        };
        let key = (account.clone(), cause.to_owned());
        let earlier = self.reauth_causes.insert(key, before.batch);
        must!(earlier.is_none(), "8: {account} is reauthenticated twice for one message");
    }

    /// What changes the world outside or tells somebody that something is so begins after the batch is on disk.
    pub(in super::super) fn check_at_once(command: &Command, has_batch: bool) {
        let may_begin = !has_batch
            || matches!(
                command,
                Command::Submit { .. }
                    | Command::Look { .. }
                    | Command::Delete { .. }
                    | Command::ListAccounts
                    | Command::Note(_)
            );
        must!(may_begin, "8: this does not wait for the disk: {command:?}");
    }

    /// Remembers when something began, by the clock of the world.
    pub(super) fn begin(&mut self, attempt: &AttemptId, at: Timestamp) {
        let began = Timestamp(at.0 - self.ahead);
        self.begun.entry((attempt.clone(), at)).or_insert(began);
    }

    /// No attempt and no question is closed early, whatever the clocks say.
    pub(super) fn check_not_early(&self, attempt: &AttemptId, ending: &str) {
        let Some(Record::Attempt(record)) =
            self.memory.get(&RecordKey::Attempt(attempt.clone())).map(Rc::as_ref)
        else {
            return;
        };
        let (since, lifetime) = match ending {
            "too_old" => (Some(record.started_at), self.limits.attempt_lifetime),
            "unanswered" => (self.last_opened.get(attempt).copied(), self.limits.question_lifetime),
            _ => return,
        };
        let began = since.and_then(|since| self.begun.get(&(attempt.clone(), since)));
        let is_time = began.is_some_and(|began| self.now.since(*began) + CLOCKS_DIFFER >= lifetime);
        must!(is_time, "4: {attempt} is {ending} early, {began:?} to {:?}", self.now);
    }

    /// The email is being asked for.
    pub(in super::super) fn email_asked_for(&mut self, attempt: &AttemptId) {
        self.emails.insert(attempt.clone(), self.looked);
    }

    /// The email is asked for once for each gate, unless somebody presses the button.
    pub(super) fn check_email(&mut self, before: &Before, attempt: &AttemptId, has_save: bool) {
        must!(has_save, "8: the email of {attempt} is asked for with nothing on disk");
        if let Event::Heard(Incoming { what: Happened::Pressed(_), .. }) = &before.event {
            self.seen.note("an email was asked for again");
            return;
        }
        let Some(last) = self.emails.get(attempt).copied() else { return };
        let was_refused = self.refused_at.get(attempt).is_some_and(|at| *at >= last);
        let looks = self.looks.get(attempt).map(Vec::as_slice).unwrap_or_default();
        let mut since = looks.iter().filter(|look| look.nth > last);
        let is_another =
            since.any(|it| !matches!(it.state, AttemptState::NeedsEmail | AttemptState::Wrong2faCodeRetry));
        must!(is_another || was_refused, "8: the email of {attempt} is asked for again by itself");
    }
}
