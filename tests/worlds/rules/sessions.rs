//! Sessions that have ended, and how often it is looked.

use twofa_bridge::model::{AccountId, Handle, Notice, RecordKey, Timestamp};
use twofa_bridge::switchboard::command::Show;
use twofa_bridge::switchboard::event::Trouble;

use super::{CLOCKS_DIFFER, Rules};

impl Rules {
    /// An account is looked at only if somebody could do something about it, and nothing else shows as much.
    pub(super) fn check_account_look(&mut self, account: &AccountId, has_save: bool) {
        must!(has_save, "8: {account} is looked at with nothing on disk");
        must!(self.session_check.is_some(), "8: {account} is looked at, and nobody wants that");
        let is_busy = self.is_frozen(account)
            || self.open.values().any(|(other, _)| other == account)
            || self.memory.contains_key(&RecordKey::Reauth(account.clone()));
        must!(!is_busy, "8: {account} is frozen or being signed in to, and looked at");
        must!(self.is_linked_to_anybody(account), "8: {account} is linked to nobody and looked at");
    }

    pub(super) fn is_linked_to_anybody(&self, account: &AccountId) -> bool {
        self.memory.keys().any(|key| matches!(key, RecordKey::Link(other, _) if other == account))
    }

    pub(super) fn account_with(&self, handle: &Handle) -> Option<&AccountId> {
        self.accounts.iter().find(|(_, it)| it == handle).map(|(account, _)| account)
    }

    /// The API is being asked about an account, which it is not too often, whatever has crashed.
    pub(in super::super) fn account_looked_at(&mut self, account: &AccountId, ordered_at: Timestamp) {
        let before = self.account_looks.insert(account.clone(), ordered_at);
        let interval = self.session_check.unwrap_or_default().saturating_sub(CLOCKS_DIFFER);
        must!(
            before.is_none_or(|before| before.plus(interval) <= ordered_at),
            "8: {account} is looked at again, {before:?} and {ordered_at:?}"
        );
    }

    /// The API has said how an account's session is, or nothing was asked.
    pub(super) fn account_seen(
        &mut self,
        account: &AccountId,
        result: Option<&Result<(), Trouble>>,
        batch: u64,
    ) {
        match result {
            None => {
                self.account_looks.remove(account);
            }
            Some(Ok(())) => {
                if let Some(heard @ None) = self.said_dead.get_mut(account) {
                    *heard = Some(batch);
                    self.seen.note("a session that had ended was begun again");
                }
            }
            Some(Err(Trouble::Gone)) => {
                self.said_dead.insert(account.clone(), None);
            }
            Some(Err(_)) => {}
        }
    }

    /// Nobody reads that a session has ended of which the API has not said so.
    pub(super) fn check_session(&mut self, show: &Show) {
        let Notice::SessionDead { handle } = &show.notice else { return };
        self.seen.note("a session has ended");
        let is_so =
            self.account_with(handle).is_some_and(|account| self.said_dead.get(account) == Some(&None));
        must!(is_so, "8: the session of {handle} has ended, and the API has not said so");
    }
}
