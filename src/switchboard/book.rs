//! What the switchboard remembers, and which of it has changed since it was last put on disk.
//!
//! It keeps records and finds them; it decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::record::{
    AccountRecord, AttemptRecord, Audience, CheckRecord, HandledRecord, InvitationRecord, LinkRecord, Matter,
    MovedRecord, OfferRecord, PersonRecord, PostRecord, PostponementRecord, ReadyRecord, ReauthRecord,
    RoundEntryRecord, RoundRecord, Stage,
};
use crate::model::trail::AliasRecord;
use crate::model::{
    AccountId, AttemptId, Change, ChatId, DispatchId, DispatchRecord, MessageId, OfferWord, PersonId, PostId,
    Record, RecordKey, Timestamp, UpdateId, WordHash,
};

use super::trail::Trail;

/// An attempt as this version writes it.
fn as_written_today(mut attempt: AttemptRecord) -> AttemptRecord {
    attempt.stage = match attempt.stage {
        Stage::Asking(challenge) => Stage::Asking(challenge.as_written_today()),
        Stage::Checking(challenge, answer) => Stage::Checking(challenge.as_written_today(), answer),
        stage @ (Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. }) => stage,
    };
    attempt
}

/// When something happened to an attempt.
fn moments_of(attempt: &AttemptRecord) -> impl Iterator<Item = Timestamp> {
    let stage = match &attempt.stage {
        Stage::Asking(challenge) => Some(challenge.opened_at),
        Stage::Checking(_, answer) => Some(answer.at),
        Stage::Ended { at, .. } => Some(*at),
        Stage::Watching | Stage::Triggering | Stage::Stuck => None,
    };
    let others = [stage, attempt.email_asked_at, attempt.asked_at, attempt.answered_at];
    std::iter::once(attempt.started_at).chain(others.into_iter().flatten())
}

/// All records, by what they are.
#[derive(Default)]
pub(super) struct Book {
    accounts: BTreeMap<AccountId, AccountRecord>,
    people: BTreeMap<PersonId, PersonRecord>,
    links: BTreeMap<(AccountId, PersonId), LinkRecord>,
    invitations: BTreeMap<WordHash, InvitationRecord>,
    reauths: BTreeMap<AccountId, ReauthRecord>,
    attempts: BTreeMap<AttemptId, AttemptRecord>,
    posts: BTreeMap<PostId, PostRecord>,
    offers: BTreeMap<OfferWord, OfferRecord>,
    postponements: BTreeMap<(AccountId, PersonId), PostponementRecord>,
    handled: BTreeMap<UpdateId, HandledRecord>,
    moves: BTreeMap<ChatId, MovedRecord>,
    aliases: BTreeMap<PersonId, AliasRecord>,
    /// The audit trail, whose entries lie in the store alone.
    pub(super) trail: Trail,
    /// What was wrong with the trail when it was read.
    pub(super) trail_flaw: Option<String>,
    readies: BTreeMap<AccountId, ReadyRecord>,
    dispatches: BTreeMap<DispatchId, DispatchRecord>,
    checks: BTreeMap<AccountId, CheckRecord>,
    rounds: BTreeMap<PostId, RoundRecord>,
    round_entries: BTreeMap<AccountId, RoundEntryRecord>,
    /// The open attempt of each account, of which there is one at most.
    open: BTreeMap<AccountId, AttemptId>,
    /// The attempts of each account, open and over.
    by_account: BTreeMap<AccountId, BTreeSet<AttemptId>>,
    /// The buttons that ask for which account a message is.
    choices: BTreeMap<(PersonId, MessageId), OfferWord>,
    /// Which accounts a person is linked to: `links` the other way round.
    linked: BTreeMap<PersonId, BTreeSet<AccountId>>,
    dirty: BTreeSet<RecordKey>,
}

/// Defines how one kind of record is found, changed and forgotten.
macro_rules! kept {
    ($field:ident, $key:ty, $record:ty, $make_key:expr, $one:ident, $one_mut:ident, $put:ident, $remove:ident) => {
        #[allow(dead_code, reason = "each kind of record has the same four ways of access")]
        pub(super) fn $one(&self, key: &$key) -> Option<&$record> {
            self.$field.get(key)
        }

        #[allow(dead_code, reason = "each kind of record has the same four ways of access")]
        pub(super) fn $one_mut(&mut self, key: &$key) -> Option<&mut $record> {
            let make_key: fn(&$key) -> RecordKey = $make_key;
            let found = self.$field.get_mut(key);
            if found.is_some() {
                self.dirty.insert(make_key(key));
            }
            found
        }

        pub(super) fn $put(&mut self, key: $key, record: $record) {
            let make_key: fn(&$key) -> RecordKey = $make_key;
            self.dirty.insert(make_key(&key));
            self.$field.insert(key, record);
        }

        #[allow(dead_code, reason = "each kind of record has the same four ways of access")]
        pub(super) fn $remove(&mut self, key: &$key) -> Option<$record> {
            let make_key: fn(&$key) -> RecordKey = $make_key;
            let removed = self.$field.remove(key);
            if removed.is_some() {
                self.dirty.insert(make_key(key));
            }
            removed
        }
    };
}

impl Book {
    kept!(
        accounts,
        AccountId,
        AccountRecord,
        |k| RecordKey::Account(k.clone()),
        account,
        account_mut,
        put_account,
        remove_account
    );
    kept!(
        people,
        PersonId,
        PersonRecord,
        |k| RecordKey::Person(*k),
        person,
        person_mut,
        put_person,
        remove_person
    );
    kept!(
        invitations,
        WordHash,
        InvitationRecord,
        |k| RecordKey::Invitation(*k),
        invitation,
        invitation_mut,
        put_invitation,
        remove_invitation
    );
    kept!(
        reauths,
        AccountId,
        ReauthRecord,
        |k| RecordKey::Reauth(k.clone()),
        reauth,
        reauth_mut,
        put_reauth,
        remove_reauth
    );
    kept!(posts, PostId, PostRecord, |k| RecordKey::Post(*k), post, post_mut, put_post, remove_post);
    kept!(
        offers,
        OfferWord,
        OfferRecord,
        |k| RecordKey::Offer(k.clone()),
        offer,
        offer_mut,
        put_offer_row,
        remove_offer_row
    );
    kept!(
        handled,
        UpdateId,
        HandledRecord,
        |k| RecordKey::Handled(*k),
        handled,
        handled_mut,
        put_handled,
        remove_handled
    );
    kept!(
        readies,
        AccountId,
        ReadyRecord,
        |k| RecordKey::Ready(k.clone()),
        ready,
        ready_mut,
        put_ready,
        remove_ready
    );
    kept!(
        dispatches,
        DispatchId,
        DispatchRecord,
        |k| RecordKey::Dispatch(*k),
        dispatch,
        dispatch_mut,
        put_dispatch,
        remove_dispatch
    );
    kept!(
        checks,
        AccountId,
        CheckRecord,
        |k| RecordKey::Check(k.clone()),
        check,
        check_mut,
        put_check,
        remove_check
    );
    kept!(rounds, PostId, RoundRecord, |k| RecordKey::Round(*k), round, round_mut, put_round, remove_round);
    kept!(
        round_entries,
        AccountId,
        RoundEntryRecord,
        |k| RecordKey::RoundEntry(k.clone()),
        round_entry,
        round_entry_mut,
        put_round_entry,
        remove_round_entry
    );
    kept!(moves, ChatId, MovedRecord, |k| RecordKey::Moved(*k), moved, moved_mut, put_moved, remove_moved);
    kept!(
        aliases,
        PersonId,
        AliasRecord,
        |k| RecordKey::Alias(*k),
        alias,
        alias_mut,
        put_alias,
        remove_alias
    );
    kept!(
        attempts,
        AttemptId,
        AttemptRecord,
        |k| RecordKey::Attempt(k.clone()),
        attempt,
        attempt_mut,
        put_attempt_row,
        remove_attempt_row
    );
    kept!(
        postponements,
        (AccountId, PersonId),
        PostponementRecord,
        |k| RecordKey::Postponement(k.0.clone(), k.1),
        postponement,
        postponement_mut,
        put_postponement,
        remove_postponement
    );
    kept!(
        links,
        (AccountId, PersonId),
        LinkRecord,
        |k| RecordKey::Link(k.0.clone(), k.1),
        link,
        link_mut,
        put_link_row,
        remove_link_row
    );

    /// Takes what was read from disk.
    pub(super) fn restore(records: Vec<Record>) -> Self {
        let mut book = Self::default();
        let (mut head, mut entries) = (None, Vec::new());
        for record in records {
            match record {
                Record::Account(it) => book.put_account(it.id.clone(), it),
                Record::Person(it) => book.put_person(it.id, it),
                Record::Link(it) => book.put_link(it),
                Record::Invitation(it) => book.put_invitation(it.hash, it),
                Record::Reauth(it) => book.put_reauth(it.account.clone(), it),
                Record::Attempt(it) => book.put_attempt(as_written_today(*it)),
                Record::Post(it) => book.put_post(it.id, *it),
                Record::Offer(it) => book.put_offer(it.word.clone(), it),
                Record::Postponement(it) => book.put_postponement((it.account.clone(), it.person), it),
                Record::Handled(it) => book.put_handled(it.update, it),
                Record::Moved(it) => book.put_moved(it.from, it),
                Record::Trail(it) => entries.push(*it),
                Record::TrailHead(it) => head = Some(it),
                Record::Alias(it) => book.put_alias(it.person, it),
                Record::Ready(it) => book.put_ready(it.account.clone(), it),
                Record::Dispatch(it) => book.put_dispatch(it.id, *it),
                Record::Check(it) => book.put_check(it.account.clone(), it),
                Record::Round(it) => book.put_round(it.id, *it),
                Record::RoundEntry(it) => book.put_round_entry(it.account.clone(), it),
            }
        }
        (book.trail, book.trail_flaw) = Trail::restore(head, entries);
        book.dirty.clear();
        book
    }

    /// Adds or replaces an attempt.
    pub(super) fn put_attempt(&mut self, attempt: AttemptRecord) {
        if matches!(attempt.stage, Stage::Ended { .. }) {
            self.close(&attempt.account.clone(), &attempt.id.clone());
        } else {
            self.open.insert(attempt.account.clone(), attempt.id.clone());
        }
        self.by_account.entry(attempt.account.clone()).or_default().insert(attempt.id.clone());
        self.put_attempt_row(attempt.id.clone(), attempt);
    }

    /// Forgets an attempt that is over.
    pub(super) fn remove_attempt(&mut self, id: &AttemptId) {
        let Some(attempt) = self.remove_attempt_row(id) else { return };
        if let Some(attempts) = self.by_account.get_mut(&attempt.account) {
            attempts.remove(id);
            if attempts.is_empty() {
                self.by_account.remove(&attempt.account);
            }
        }
    }

    /// The attempts of an account, open and over.
    pub(super) fn attempts_of(&self, account: &AccountId) -> impl Iterator<Item = &AttemptRecord> {
        self.by_account.get(account).into_iter().flatten().filter_map(|id| self.attempts.get(id))
    }

    /// Adds an offer.
    pub(super) fn put_offer(&mut self, word: OfferWord, offer: OfferRecord) {
        if let (Audience::Person(person), Matter::Which { message, .. }) = (offer.to, &offer.about) {
            self.choices.insert((person, *message), word.clone());
        }
        self.put_offer_row(word, offer);
    }

    /// Forgets an offer.
    pub(super) fn remove_offer(&mut self, word: &OfferWord) -> Option<OfferRecord> {
        let offer = self.remove_offer_row(word)?;
        if let (Audience::Person(person), Matter::Which { message, .. }) = (offer.to, &offer.about) {
            self.choices.remove(&(person, *message));
        }
        Some(offer)
    }

    /// The buttons that ask a person for which account their message is.
    pub(super) fn choice_about(&self, person: PersonId, message: MessageId) -> Option<&OfferRecord> {
        self.offers.get(self.choices.get(&(person, message))?)
    }

    /// The account has no open attempt any more, if this was it.
    pub(super) fn close(&mut self, account: &AccountId, attempt: &AttemptId) {
        if self.open.get(account) == Some(attempt) {
            self.open.remove(account);
        }
    }

    /// Adds a link.
    pub(super) fn put_link(&mut self, link: LinkRecord) {
        self.linked.entry(link.person).or_default().insert(link.account.clone());
        self.put_link_row((link.account.clone(), link.person), link);
    }

    /// Ends a link.
    pub(super) fn remove_link(&mut self, account: &AccountId, person: PersonId) -> Option<LinkRecord> {
        if let Some(accounts) = self.linked.get_mut(&person) {
            accounts.remove(account);
            if accounts.is_empty() {
                self.linked.remove(&person);
            }
        }
        self.remove_link_row(&(account.clone(), person))
    }

    /// Who is linked to an account.
    pub(super) fn people_of(&self, account: &AccountId) -> Vec<PersonId> {
        self.links
            .range((account.clone(), PersonId(i64::MIN))..=(account.clone(), PersonId(i64::MAX)))
            .map(|((_, person), _)| *person)
            .collect()
    }

    /// Which accounts a person is linked to.
    pub(super) fn accounts_of(&self, person: PersonId) -> Vec<AccountId> {
        self.linked.get(&person).into_iter().flatten().cloned().collect()
    }

    /// Whether a person is linked to anything.
    pub(super) fn is_linked(&self, person: PersonId) -> bool {
        self.linked.contains_key(&person)
    }

    /// The open attempt of an account.
    pub(super) fn open_attempt(&self, account: &AccountId) -> Option<&AttemptRecord> {
        self.open.get(account).and_then(|id| self.attempts.get(id))
    }

    /// The ids of all open attempts.
    pub(super) fn open_attempts(&self) -> Vec<AttemptId> {
        self.open.values().cloned().collect()
    }

    /// How many attempts are open.
    pub(super) fn open_count(&self) -> usize {
        self.open.len()
    }

    /// The invitations to an account.
    pub(super) fn invitations_of(&self, account: &AccountId) -> Vec<&InvitationRecord> {
        self.invitations.values().filter(|invitation| invitation.account == *account).collect()
    }

    pub(super) fn all_accounts(&self) -> impl Iterator<Item = &AccountRecord> {
        self.accounts.values()
    }

    pub(super) fn all_invitations(&self) -> impl Iterator<Item = &InvitationRecord> {
        self.invitations.values()
    }

    pub(super) fn all_people(&self) -> impl Iterator<Item = &PersonRecord> {
        self.people.values()
    }

    pub(super) fn all_links(&self) -> impl Iterator<Item = &LinkRecord> {
        self.links.values()
    }

    pub(super) fn all_reauths(&self) -> impl Iterator<Item = &ReauthRecord> {
        self.reauths.values()
    }

    pub(super) fn all_attempts(&self) -> impl Iterator<Item = &AttemptRecord> {
        self.attempts.values()
    }

    pub(super) fn all_posts(&self) -> impl Iterator<Item = &PostRecord> {
        self.posts.values()
    }

    pub(super) fn all_offers(&self) -> impl Iterator<Item = &OfferRecord> {
        self.offers.values()
    }

    pub(super) fn all_postponements(&self) -> impl Iterator<Item = &PostponementRecord> {
        self.postponements.values()
    }

    pub(super) fn all_aliases(&self) -> impl Iterator<Item = &AliasRecord> {
        self.aliases.values()
    }

    pub(super) fn all_readies(&self) -> impl Iterator<Item = &ReadyRecord> {
        self.readies.values()
    }

    pub(super) fn all_checks(&self) -> impl Iterator<Item = &CheckRecord> {
        self.checks.values()
    }

    pub(super) fn all_rounds(&self) -> impl Iterator<Item = &RoundRecord> {
        self.rounds.values()
    }

    /// The accounts of a round, in the order of their ids.
    pub(super) fn entries_of(&self, round: PostId) -> impl Iterator<Item = &RoundEntryRecord> {
        self.round_entries.values().filter(move |entry| entry.round == round)
    }

    pub(super) fn all_moves(&self) -> impl Iterator<Item = &MovedRecord> {
        self.moves.values()
    }

    /// What the agency's system is told, the oldest first.
    pub(super) fn all_dispatches(&self) -> impl Iterator<Item = &DispatchRecord> {
        self.dispatches.values()
    }

    /// What it was told first, if so much is kept.
    pub(super) fn first_dispatch_of(&self, most: usize) -> Option<DispatchId> {
        if self.dispatches.len() < most { None } else { self.dispatches.keys().next().copied() }
    }

    /// Who wants to be asked later about an account.
    pub(super) fn postponements_of(&self, account: &AccountId) -> impl Iterator<Item = &PostponementRecord> {
        let (first, last) = (PersonId(i64::MIN), PersonId(i64::MAX));
        self.postponements.range((account.clone(), first)..=(account.clone(), last)).map(|(_, it)| it)
    }

    pub(super) fn all_handled(&self) -> impl Iterator<Item = &HandledRecord> {
        self.handled.values()
    }

    /// The newest moment of which it is on record that something happened then.
    pub(super) fn newest_moment(&self) -> Timestamp {
        let accounts = self
            .accounts
            .values()
            .flat_map(|it| it.reauths.iter().copied().chain(it.frozen.as_ref().map(|freeze| freeze.at)));
        let looks = self.accounts.values().filter_map(|it| it.session.as_ref()?.looked_at);
        let people = self.people.values().flat_map(|it| it.questions.iter().copied());
        let links = self.links.values().map(|it| it.accepted_at);
        let reauths = self.reauths.values().map(|it| it.started_at);
        let readies = self.readies.values().map(|it| it.asked_at);
        let attempts = self.attempts.values().flat_map(moments_of);
        let handled = self.handled.values().map(|it| it.at);
        let dispatches = self.dispatches.values().map(|it| it.at);
        let checks = self.checks.values().map(|it| it.asked_at);
        let rounds = self.rounds.values().map(|it| it.started_at);
        accounts
            .chain(people)
            .chain(links)
            .chain(reauths)
            .chain(readies)
            .chain(attempts)
            .chain(handled)
            .chain(dispatches)
            .chain(checks)
            .chain(rounds)
            .chain(looks)
            .max()
            .unwrap_or_default()
    }

    /// What has changed since the last call, as one batch.
    pub(super) fn changes(&mut self) -> Vec<Change> {
        let trail = self.trail.changes();
        std::mem::take(&mut self.dirty)
            .into_iter()
            .map(|key| self.record(&key).map_or(Change::Remove(key), Change::Put))
            .chain(trail)
            .collect()
    }

    /// A copy of what has this key.
    fn record(&self, key: &RecordKey) -> Option<Record> {
        match key {
            RecordKey::Account(key) => self.accounts.get(key).cloned().map(Record::Account),
            RecordKey::Person(key) => self.people.get(key).cloned().map(Record::Person),
            RecordKey::Link(account, person) => {
                self.links.get(&(account.clone(), *person)).cloned().map(Record::Link)
            }
            RecordKey::Invitation(key) => self.invitations.get(key).cloned().map(Record::Invitation),
            RecordKey::Reauth(key) => self.reauths.get(key).cloned().map(Record::Reauth),
            RecordKey::Attempt(key) => {
                self.attempts.get(key).cloned().map(|it| Record::Attempt(Box::new(it)))
            }
            RecordKey::Post(key) => self.posts.get(key).cloned().map(|it| Record::Post(Box::new(it))),
            RecordKey::Offer(key) => self.offers.get(key).cloned().map(Record::Offer),
            RecordKey::Postponement(account, person) => {
                self.postponements.get(&(account.clone(), *person)).cloned().map(Record::Postponement)
            }
            RecordKey::Handled(key) => self.handled.get(key).cloned().map(Record::Handled),
            RecordKey::Moved(key) => self.moves.get(key).cloned().map(Record::Moved),
            RecordKey::Alias(key) => self.aliases.get(key).cloned().map(Record::Alias),
            // These are in no map: the trail says itself what of it has changed.
            RecordKey::Trail(_) | RecordKey::TrailHead => None,
            RecordKey::Ready(key) => self.readies.get(key).cloned().map(Record::Ready),
            RecordKey::Check(key) => self.checks.get(key).cloned().map(Record::Check),
            RecordKey::Dispatch(key) => {
                self.dispatches.get(key).cloned().map(|it| Record::Dispatch(Box::new(it)))
            }
            RecordKey::Round(key) => self.rounds.get(key).cloned().map(|it| Record::Round(Box::new(it))),
            RecordKey::RoundEntry(key) => self.round_entries.get(key).cloned().map(Record::RoundEntry),
        }
    }

    /// Whether anything has changed since the last call of `changes`.
    pub(super) fn is_dirty(&self) -> bool {
        !self.dirty.is_empty() || self.trail.is_dirty()
    }

    /// How many records there are, apart from the trail and its aliases, which have bounds of their own.
    pub(super) fn len(&self) -> usize {
        self.accounts.len()
            + self.people.len()
            + self.links.len()
            + self.invitations.len()
            + self.reauths.len()
            + self.attempts.len()
            + self.posts.len()
            + self.offers.len()
            + self.postponements.len()
            + self.handled.len()
            + self.moves.len()
            + self.readies.len()
            + self.dispatches.len()
            + self.checks.len()
            + self.rounds.len()
            + self.round_entries.len()
    }
}
