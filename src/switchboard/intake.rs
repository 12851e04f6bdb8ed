//! Attempts that the agency's own system hands over, and what it is told about them.

use crate::model::record::{AttemptRecord, Challenge, Stage, Starter};
use crate::model::{AttemptId, Name, Timestamp};

use super::Switchboard;
use super::attempt::NewAttempt;
use super::command::{AttemptView, Command, OpenAttempt, Overview, Response};
use super::limits::MOST_OPEN_ATTEMPTS;
use super::listing::{Meaning, Waiting};
use super::status::ending_word;

impl Switchboard {
    /// An attempt is handed over.
    pub(super) fn handed(&mut self, ticket: u64, attempt: AttemptId, account: String, started_by: Name) {
        let response = match self.meaning_of_text(&account) {
            Meaning::One(account) => {
                let starter = Starter::Host { name: started_by };
                self.watch_handed(attempt, account, starter)
            }
            Meaning::Several(accounts) => Response::AmbiguousAccount(accounts),
            Meaning::None => Response::UnknownAccount,
            Meaning::Unavailable => Response::AccountsUnavailable,
            Meaning::Wait => {
                let waiting = Waiting::Handed { ticket, attempt, account, started_by };
                if self.wait_for_listing(waiting) {
                    return;
                }
                Response::AccountsUnavailable
            }
        };
        self.commands.push(Command::Respond { ticket, response });
    }

    fn watch_handed(
        &mut self,
        attempt: AttemptId,
        account: crate::model::AccountId,
        starter: Starter,
    ) -> Response {
        if let Some(refusal) = self.why_not_watch(&attempt, &account) {
            return refusal;
        }
        self.remember_account(&account);
        let tag = self.fresh_tag(&account);
        let statuses = self.post_statuses(self.watchers(), &account, &starter, tag);
        let started_at = self.now;
        self.watch(NewAttempt { id: attempt, account, started_by: starter, started_at, tag, statuses });
        Response::Watching
    }

    /// Why an attempt is not watched; none if it may be.
    pub(super) fn why_not_watch(
        &self,
        attempt: &AttemptId,
        account: &crate::model::AccountId,
    ) -> Option<Response> {
        if let Some(known) = self.book.attempt(attempt) {
            let is_same = known.account == *account;
            return Some(if is_same { Response::AlreadyWatching } else { Response::AttemptTaken });
        }
        if self.is_frozen(account) {
            return Some(Response::AccountFrozen);
        }
        if let Some(open) = self.book.open_attempt(account) {
            return Some(Response::AccountBusy(open.id.clone()));
        }
        (self.book.open_count() >= MOST_OPEN_ATTEMPTS).then_some(Response::TooManyAttempts)
    }

    /// The agency's own system asks about an attempt.
    pub(super) fn inquired(&mut self, ticket: u64, attempt: &AttemptId) {
        let response = self
            .book
            .attempt(attempt)
            .map_or(Response::UnknownAttempt, |attempt| Response::Attempt(view(attempt)));
        self.commands.push(Command::Respond { ticket, response });
    }

    /// Everything that is open, the oldest first.
    pub fn overview(&self, at: Timestamp) -> Overview {
        let open = self.book.open_attempts();
        let open = open.iter().filter_map(|id| self.book.attempt(id));
        let mut attempts: Vec<OpenAttempt> =
            open.map(|it| OpenAttempt { view: view(it), started_at: it.started_at }).collect();
        attempts.sort_by_key(|attempt| attempt.started_at);
        Overview { at, attempts }
    }
}

/// An attempt as the agency's system sees it.
fn view(attempt: &AttemptRecord) -> AttemptView {
    AttemptView {
        attempt: attempt.id.clone(),
        account: attempt.account.clone(),
        state: attempt.state.as_ref().map(|state| state.as_str().to_owned()),
        status: status_word(&attempt.stage),
        asked_at: attempt.asked_at,
        answered_at: attempt.answered_at,
    }
}

/// Whether everybody who is asked wants to be asked later.
fn is_postponed(challenge: &Challenge) -> bool {
    challenge.asked.iter().all(|asked| asked.postponed.is_some())
}

/// Our word for what we are doing about an attempt.
fn status_word(stage: &Stage) -> &'static str {
    match stage {
        Stage::Watching | Stage::Triggering => "watching",
        Stage::Stuck => "waiting",
        Stage::Asking(challenge) if is_postponed(challenge) => "postponed",
        Stage::Asking(_) => "asking",
        Stage::Checking(..) => "checking",
        Stage::Ended { ending, .. } => ending_word(ending),
    }
}
