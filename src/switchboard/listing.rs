//! Which accounts there are, and what waits for the list of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::incoming::Message;
use crate::model::record::AccountRecord;
use crate::model::{AccountId, Handle, Name, Timestamp, UpdateId};

use super::Switchboard;
use super::command::{Command, Note};
use super::event::Trouble;
use super::limits::{LISTING_FRESH, MOST_WAITING};

/// What the API has listed.
#[derive(Default)]
pub(super) struct Listing {
    accounts: BTreeMap<AccountId, Handle>,
    /// Which accounts each handle may mean, from every source.
    by_handle: BTreeMap<Handle, BTreeSet<AccountId>>,
    /// When the last list came, or failed to come.
    came_at: Option<Timestamp>,
    failed: bool,
    under_way: bool,
    waiting: Vec<Waiting>,
}

/// What waits for the list of accounts.
pub(super) enum Waiting {
    /// A command that names a handle which is not known.
    Wrote(UpdateId, Message),
    /// An attempt that was handed over.
    Handed { ticket: u64, attempt: crate::model::AttemptId, account: String, started_by: Name },
    /// An invitation that the operator wants.
    Invitation { ticket: u64, account: String },
}

/// What a handle means.
pub(super) enum Meaning {
    /// One account.
    One(AccountId),
    /// Several: refused, with all of them named.
    Several(Vec<AccountId>),
    /// None, for all that is known.
    None,
    /// None, but the list of accounts could not be had.
    Unavailable,
    /// The list of accounts is on its way.
    Wait,
}

impl Listing {
    /// How much waits.
    pub(super) fn waiting(&self) -> usize {
        self.waiting.len()
    }
}

impl Switchboard {
    /// Asks for the list of accounts, unless that is under way.
    pub(super) fn list_accounts(&mut self) {
        if !self.listing.under_way {
            self.listing.under_way = true;
            self.commands.push(Command::ListAccounts);
        }
    }

    /// The list of accounts has come, or has not.
    pub(super) fn listed(&mut self, result: Result<Vec<(AccountId, Handle)>, Trouble>) {
        self.listing.under_way = false;
        self.listing.came_at = Some(self.now);
        self.listing.failed = result.is_err();
        match result {
            Ok(accounts) => {
                self.listing.accounts = accounts.into_iter().collect();
                self.rename_accounts();
                self.index_handles();
            }
            Err(Trouble::Refused) => self.commands.push(Command::Note(Note::KeyRefused)),
            Err(_) => {}
        }
        for waiting in std::mem::take(&mut self.listing.waiting) {
            match waiting {
                Waiting::Wrote(update, message) => self.wrote(update, message),
                Waiting::Handed { ticket, attempt, account, started_by } => {
                    self.handed(ticket, attempt, account, started_by);
                }
                Waiting::Invitation { ticket, account } => self.invitation_wanted(ticket, account),
            }
        }
    }

    /// Follows accounts that are called something else by now.
    fn rename_accounts(&mut self) {
        let renamed: Vec<(AccountId, Handle)> = self
            .book
            .all_accounts()
            .filter_map(|account| {
                let handle = self.listing.accounts.get(&account.id)?;
                (*handle != account.handle).then(|| (account.id.clone(), handle.clone()))
            })
            .collect();
        for (id, handle) in renamed {
            if let Some(account) = self.book.account_mut(&id) {
                account.handle = handle;
            }
        }
    }

    /// Works out which accounts each handle may mean.
    pub(super) fn index_handles(&mut self) {
        let mut known: BTreeMap<AccountId, Handle> =
            self.book.all_accounts().map(|account| (account.id.clone(), account.handle.clone())).collect();
        known.extend(self.settings.accounts.iter().cloned());
        known.extend(self.listing.accounts.iter().map(|(id, handle)| (id.clone(), handle.clone())));
        let is_current = |id: &AccountId| {
            self.listing.accounts.contains_key(id) || self.settings.accounts.iter().any(|(it, _)| it == id)
        };
        // An account that was linked anew at the API has another id there. The old one keeps its name only as long as
        // no other has it.
        let (current, former): (Vec<_>, Vec<_>) = known.into_iter().partition(|(id, _)| is_current(id));
        let mut by_handle: BTreeMap<Handle, BTreeSet<AccountId>> = BTreeMap::new();
        for (id, handle) in current {
            by_handle.entry(handle).or_default().insert(id);
        }
        let taken: BTreeSet<Handle> = by_handle.keys().cloned().collect();
        for (id, handle) in former {
            if !taken.contains(&handle) {
                by_handle.entry(handle).or_default().insert(id);
            }
        }
        self.listing.by_handle = by_handle;
    }

    /// Whether the first list of accounts has neither come nor failed to come.
    pub(super) fn listing_is_awaited(&self) -> bool {
        self.listing.came_at.is_none() && self.listing.under_way
    }

    /// What a handle means.
    pub(super) fn meaning(&self, handle: &Handle) -> Meaning {
        if self.listing_is_awaited() {
            // Another account of this name may stand in the first list, so nothing is decided before it comes.
            return Meaning::Wait;
        }
        let accounts = self.listing.by_handle.get(handle);
        match accounts.map_or(0, BTreeSet::len) {
            1 => accounts.and_then(|them| them.first().cloned()).map_or(Meaning::None, Meaning::One),
            0 if !self.listing_is_fresh() => Meaning::Wait,
            0 if self.listing.failed => Meaning::Unavailable,
            0 => Meaning::None,
            _ => Meaning::Several(accounts.into_iter().flatten().cloned().collect()),
        }
    }

    /// What an id or a handle means.
    pub(super) fn meaning_of_text(&self, text: &str) -> Meaning {
        if let Some(id) = AccountId::parse(text)
            && self.listing.by_handle.values().any(|accounts| accounts.contains(&id))
        {
            return Meaning::One(id);
        }
        match Handle::parse(text) {
            Some(handle) => self.meaning(&handle),
            // Only an id of an account that was added a moment ago can be missing from the list.
            None if AccountId::parse(text).is_some() && !self.listing_is_fresh() => Meaning::Wait,
            None => Meaning::None,
        }
    }

    fn listing_is_fresh(&self) -> bool {
        !self.listing.under_way
            && self.listing.came_at.is_some_and(|came_at| self.now.since(came_at) < LISTING_FRESH)
    }

    /// Keeps something until the list of accounts has come. Says whether there was room for it.
    pub(super) fn wait_for_listing(&mut self, waiting: Waiting) -> bool {
        if self.listing.waiting.len() >= MOST_WAITING {
            self.commands.push(Command::Note(Note::Full { what: "waiting for the list of accounts" }));
            return false;
        }
        self.listing.waiting.push(waiting);
        self.list_accounts();
        true
    }

    /// What an account is called.
    pub(super) fn handle_of(&self, account: &AccountId) -> Handle {
        let listed = self.listing.accounts.get(account).cloned();
        let configured =
            || self.settings.accounts.iter().find(|(id, _)| id == account).map(|(_, handle)| handle.clone());
        let remembered = || self.book.account(account).map(|account| account.handle.clone());
        listed.or_else(configured).or_else(remembered).unwrap_or_else(Handle::unknown)
    }

    /// The record of an account, made if this is the first time that it matters to anybody.
    pub(super) fn remember_account(&mut self, account: &AccountId) {
        if self.book.account(account).is_none() {
            let handle = self.handle_of(account);
            let record = AccountRecord::new(account.clone(), handle);
            self.book.put_account(account.clone(), record);
        }
    }

    /// Whether *Not me* has frozen an account.
    pub(super) fn is_frozen(&self, account: &AccountId) -> bool {
        self.book.account(account).is_some_and(|account| account.frozen.is_some())
    }

    /// Every account that is known, by handle.
    pub(super) fn known_accounts(&self) -> Vec<(Handle, AccountId)> {
        self.listing
            .by_handle
            .iter()
            .flat_map(|(handle, accounts)| accounts.iter().map(|account| (handle.clone(), account.clone())))
            .collect()
    }
}
