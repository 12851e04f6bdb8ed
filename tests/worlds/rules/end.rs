//! What is left when everything is over.

use twofa_bridge::model::record::{Matter, OfferRecord, PostRecord};
use twofa_bridge::model::{AccountId, Change, Notice, Record, RecordKey};
use twofa_bridge::switchboard::Switchboard;
use twofa_bridge::switchboard::command::Command;
use twofa_bridge::switchboard::limits::MOST_LINKS;

use super::Rules;

impl Rules {
    /// When everything is over, nobody is told anything, whatever is looked at.
    pub(in super::super) fn check_silence(commands: &[Command]) {
        let is_silent = commands.iter().all(|command| {
            let is_look = matches!(command, Command::ListAccounts | Command::LookAtAccount { .. });
            // When it was last looked is noted.
            let is_note = matches!(command, Command::Save(batch) if batch.iter().all(is_of_account));
            is_look || is_note
        });
        must!(is_silent, "6: everything was over, and now {commands:?}");
    }

    /// What has to be left when everything is over.
    pub(in super::super) fn check_weight(&mut self, board: &Switchboard) {
        must!(board.open_attempts() == 0, "4: {} attempts are open at the end", board.open_attempts());
        must!(self.open.is_empty(), "4: {:?} are open at the end", self.open);
        self.check_whole_trail();
        let mut explained = 1; // The next list of accounts.
        if self.session_check.is_some() {
            explained += 1; // The next look at a session.
        }
        if self.memory.keys().any(|key| matches!(key, RecordKey::Trail(_))) {
            explained += 1; // When its oldest entry is too old.
        }
        let mut left = Vec::new();
        for record in self.memory.values() {
            match record.as_ref() {
                Record::Account(_) | Record::Person(_) | Record::Link(_) | Record::Moved(_) => explained += 1,
                // They have bounds of their own.
                Record::Trail(_) | Record::TrailHead(_) | Record::Alias(_) => {}
                // The button *Allow again*, and its end on the agenda.
                Record::Offer(OfferRecord { about: Matter::Freeze(account), .. })
                    if self.is_frozen(account) =>
                {
                    explained += 2;
                }
                // What managers have read of a session at which nothing looks any more: its account is frozen, or linked
                // to nobody; with the button, and its end on the agenda.
                Record::Offer(OfferRecord { about: Matter::Session(account), .. })
                    if self.is_out_of_sight(account) =>
                {
                    explained += 2;
                }
                Record::Post(post) if self.tells_of_a_session_out_of_sight(post) => explained += 1,
                _ => left.push(record),
            }
        }
        must!(left.is_empty(), "6: {left:?} are left");
        let weight = board.weight();
        must!(weight == explained, "6: {weight} things are left, and {explained} are explained");
        let links = self.memory.keys().filter(|key| matches!(key, RecordKey::Link(..))).count();
        must!(links <= MOST_LINKS * self.accounts.len(), "6: {links} links");
    }

    fn is_out_of_sight(&self, account: &AccountId) -> bool {
        self.is_frozen(account) || !self.is_linked_to_anybody(account)
    }

    fn tells_of_a_session_out_of_sight(&self, post: &PostRecord) -> bool {
        let Notice::SessionDead { handle } = &post.notice else { return false };
        self.account_with(handle).is_some_and(|account| self.is_out_of_sight(account))
    }
}

fn is_of_account(change: &Change) -> bool {
    matches!(change, Change::Put(Record::Account(_)))
}
