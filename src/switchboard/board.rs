//! What managers read about accounts: all of them, what is open, and one by itself.

use crate::model::notice::AccountLine;
use crate::model::record::Stage;
use crate::model::{AccountId, Notice};

use super::Switchboard;
use super::limits::MOST_LINES;
use super::posts::Asker;

impl Switchboard {
    /// `/accounts` for a manager.
    pub(super) fn all_accounts(&mut self, asker: Asker) {
        let known = self.known_accounts();
        let more = u64::try_from(known.len().saturating_sub(MOST_LINES)).unwrap_or(u64::MAX);
        let accounts =
            known.into_iter().take(MOST_LINES).map(|(_, account)| self.account_line(&account)).collect();
        self.reply(asker, Notice::Accounts { accounts, more });
    }

    fn account_line(&self, account: &AccountId) -> AccountLine {
        let people = self.book.people_of(account).into_iter().map(|person| {
            let reachable = self.book.person(&person).is_some_and(|person| person.reachable);
            (self.name_of(person), reachable)
        });
        AccountLine {
            handle: self.handle_of(account),
            people: people.collect(),
            frozen: self.is_frozen(account),
        }
    }

    /// `/status`
    pub(super) fn all_open(&mut self, asker: Asker) {
        let open = self.open_statuses();
        let more = u64::try_from(open.len().saturating_sub(MOST_LINES)).unwrap_or(u64::MAX);
        let attempts = open.into_values().take(MOST_LINES).collect();
        self.reply(asker, Notice::Open { attempts, more });
    }

    /// `/status @account`: what is open, else what was last, else who is linked.
    pub(super) fn one_status(&mut self, account: &AccountId, asker: Asker) {
        let handle = self.handle_of(account);
        let open = self.open_statuses().remove(&(handle, account.clone()));
        let last = || {
            self.book
                .attempts_of(account)
                .max_by_key(|attempt| match &attempt.stage {
                    Stage::Ended { at, .. } => *at,
                    Stage::Watching
                    | Stage::Triggering
                    | Stage::Stuck
                    | Stage::Asking(_)
                    | Stage::Checking(..) => attempt.started_at,
                })
                .map(|attempt| self.status_of(attempt))
        };
        let notice = match open.or_else(last) {
            Some(status) => Notice::Open { attempts: vec![status], more: 0 },
            None => Notice::Accounts { accounts: vec![self.account_line(account)], more: 0 },
        };
        self.reply(asker, notice);
    }
}
