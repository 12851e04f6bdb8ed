//! *Nudge*: a manager has whoever is being asked asked once more, once a minute at most.
//!
//! A nudge is one of the questions that a person may be put within an hour; whoever chose *Later* is left alone, and so
//! is, as long as nothing has begun, whoever has quiet hours.

use std::time::Duration;

use crate::model::notice::{Again, ReadyAgain};
use crate::model::record::{Stage, Turn};
use crate::model::{AccountId, AttemptId, Notice, PersonId, Timestamp};

use super::Switchboard;
use super::limits::NUDGE_INTERVAL;

impl Switchboard {
    /// `/nudge @account` and the button *Nudge*. Says what came of it.
    pub(super) fn nudge(&mut self, account: &AccountId) -> Notice {
        if let Some(attempt) = self.book.open_attempt(account) {
            let (id, nudged_at) = (attempt.id.clone(), attempt.nudged_at);
            return self.nudge_about_attempt(account, &id, nudged_at);
        }
        self.nudge_if_ready(account)
    }

    fn nudge_about_attempt(
        &mut self,
        account: &AccountId,
        id: &AttemptId,
        nudged_at: Option<Timestamp>,
    ) -> Notice {
        let handle = self.handle_of(account);
        let Some(Stage::Asking(challenge)) = self.book.attempt(id).map(|attempt| attempt.stage.clone())
        else {
            return Notice::NothingToNudge { handle };
        };
        let asked = challenge.asked.iter().filter(|asked| asked.postponed.is_none());
        let people: Vec<PersonId> = asked.map(|asked| asked.person).collect();
        let people = match self.who_may_be_nudged(account, nudged_at, people) {
            Ok(people) => people,
            Err(notice) => return *notice,
        };
        for person in &people {
            self.ask_anew(id, *person, Again::Nudged);
        }
        let now = self.now;
        if let Some(attempt) = self.book.attempt_mut(id) {
            attempt.nudged_at = Some(now);
        }
        Notice::Nudged { handle, names: self.names_of(&people) }
    }

    fn nudge_if_ready(&mut self, account: &AccountId) -> Notice {
        let handle = self.handle_of(account);
        let Some(ready) = self.book.ready(account).cloned() else { return Notice::NothingToNudge { handle } };
        let asked = ready.asked.iter().filter(|asked| matches!(asked.turn, Turn::Asked { .. }));
        let asked = asked.filter(|asked| self.quiet_of(asked.person).is_none());
        let people: Vec<PersonId> = asked.map(|asked| asked.person).collect();
        let quiet = ready.asked.iter().filter_map(|asked| self.quiet_of(asked.person));
        if let (Some(until), true) = (quiet.map(|quiet| quiet.until).min(), people.is_empty()) {
            return Notice::NudgeQuiet { handle, until };
        }
        let people = match self.who_may_be_nudged(account, ready.nudged_at, people) {
            Ok(people) => people,
            Err(notice) => return *notice,
        };
        for person in &people {
            self.put_ready_question(account, *person, Some(ReadyAgain::Nudged));
        }
        let now = self.now;
        if let Some(ready) = self.book.ready_mut(account) {
            ready.nudged_at = Some(now);
        }
        Notice::Nudged { handle, names: self.names_of(&people) }
    }

    /// Those of the people who are waited for that may be asked once more, or why nobody is.
    fn who_may_be_nudged(
        &self,
        account: &AccountId,
        nudged_at: Option<Timestamp>,
        people: Vec<PersonId>,
    ) -> Result<Vec<PersonId>, Box<Notice>> {
        let handle = self.handle_of(account);
        if people.is_empty() {
            return Err(Box::new(Notice::NothingToNudge { handle }));
        }
        let since = nudged_at.map_or(Duration::MAX, |at| self.now.since(at));
        let left = NUDGE_INTERVAL.saturating_sub(since);
        if !left.is_zero() {
            let seconds = u64::try_from(left.as_millis().div_ceil(1_000)).unwrap_or(u64::MAX);
            return Err(Box::new(Notice::NudgeTooSoon { handle, seconds }));
        }
        let next = people.iter().filter_map(|person| self.may_be_asked_at(*person)).min();
        let free: Vec<PersonId> =
            people.into_iter().filter(|person| self.may_be_asked_at(*person).is_none()).collect();
        match next {
            Some(until) if free.is_empty() => Err(Box::new(Notice::NudgeTooOften { handle, until })),
            Some(_) | None => Ok(free),
        }
    }
}
