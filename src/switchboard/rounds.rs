//! Rounds: one command that reconnects several accounts, and ends in one summary.
//!
//! Each account of a round is a record of its own, so a restart loses nothing: what waited goes on waiting, and what was
//! being started is told like any other sign-in of which nobody can tell whether it was, and not started again. A
//! round has a bounded number of sign-ins open; the next account has its turn when one of them is over. Where people
//! are asked first, all are asked at once, since that starts nothing. An account is in one round at most, so two managers do
//! not get in each other's way.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::model::incoming::Speaker;
use crate::model::notice::{Ending, Round, RoundGroup, RoundOutcome};
use crate::model::record::{Audience, EntryState, Matter, RoundEntryRecord, RoundRecord, Skip, Starter};
use crate::model::{AccountId, Handle, Notice, PostId, Tag};

use super::Switchboard;
use super::agenda::Subject;
use super::limits::{DAY, ROUND_WAITS};
use super::listing::Meaning;
use super::obstacles::Obstacle;
use super::posts::{Asker, NewPost};
use super::status::ending_word;

/// What the names of accounts may take of a summary, in characters.
const NAMES_ROOM: usize = 1_500;

/// What stands around a name: the `@`, the isolation marks, a comma and a space.
const AROUND_A_NAME: usize = 5;

/// How long the button *Cancel* works: longer than anything of a round may be open.
const CANCEL_WORKS: Duration = DAY.saturating_mul(4);

impl Switchboard {
    /// `/reauth` with several accounts.
    pub(super) fn begin_round(
        &mut self,
        started_by: Starter,
        meanings: Vec<(Handle, Meaning)>,
        asks_first: bool,
        asker: Asker,
    ) {
        let (mut accounts, mut skipped) = (Vec::new(), Vec::new());
        for (handle, meaning) in meanings {
            let why = match meaning {
                Meaning::One(account) => {
                    let Some(why) = self.why_skipped_at_once(&account) else {
                        accounts.push(account);
                        continue;
                    };
                    why
                }
                Meaning::Several(_) => Skip::Ambiguous,
                Meaning::None | Meaning::Wait => Skip::Unknown,
                Meaning::Unavailable => Skip::Unavailable,
            };
            skipped.push((handle, why));
        }
        let id = self.post_id();
        let round =
            RoundRecord { id, started_by, started_at: self.now, posts: vec![id], asks_first, skipped };
        if accounts.is_empty() {
            let notice = self.round_notice(&round);
            return self.reply(asker, notice);
        }
        for account in accounts {
            self.remember_account(&account);
            let entry = RoundEntryRecord { account: account.clone(), round: id, state: EntryState::Waits };
            self.book.put_round_entry(account, entry);
        }
        let notice = self.round_notice(&round);
        self.agenda.set(Subject::Round(id), Some(round.started_at.plus(ROUND_WAITS)));
        self.book.put_round(id, round);
        let offer = self.offer(Audience::Managers, Matter::Round(id), self.now.plus(CANCEL_WORKS));
        self.post_as(id, NewPost { offer: Some(offer), ..NewPost::living(asker.at, notice) });
        self.advance_round(id);
    }

    /// Why an account does not even wait for its turn.
    fn why_skipped_at_once(&self, account: &AccountId) -> Option<Skip> {
        if self.book.round_entry(account).is_some() {
            return Some(Skip::Listed);
        }
        self.why_skipped(account)
    }

    fn why_skipped(&self, account: &AccountId) -> Option<Skip> {
        if self.book.ready(account).is_some() {
            return Some(Skip::AlreadyAsked);
        }
        self.obstacle(account).as_ref().and_then(Obstacle::skip)
    }

    /// After a start: goes on with the rounds of those who are still managers.
    pub(super) fn resume_rounds(&mut self) {
        let rounds: Vec<RoundRecord> = self.book.all_rounds().cloned().collect();
        for round in rounds {
            self.agenda.set(Subject::Round(round.id), Some(round.started_at.plus(ROUND_WAITS)));
            if let Starter::Manager { person, .. } = &round.started_by
                && !self.is_manager(*person)
            {
                self.skip_waiting(round.id, Skip::Cancelled);
            }
        }
        self.rounds_due = true;
    }

    /// Something has ended, so whoever waits may have their turn.
    pub(super) fn advance_rounds(&mut self) {
        if !std::mem::take(&mut self.rounds_due) {
            return;
        }
        let rounds: Vec<PostId> = self.book.all_rounds().map(|round| round.id).collect();
        for round in rounds {
            self.advance_round(round);
        }
    }

    /// Gives as many accounts their turn as may be open at once.
    fn advance_round(&mut self, id: PostId) {
        let Some(round) = self.book.round(&id).cloned() else { return };
        let is_open = |entry: &&RoundEntryRecord| matches!(entry.state, EntryState::Open { .. });
        let mut open = self.book.entries_of(id).filter(is_open).count();
        let most = usize::try_from(self.settings.reauths_at_once).unwrap_or(usize::MAX);
        for account in self.waiting_in(id) {
            if open >= most && !round.asks_first {
                break;
            }
            let state = if let Some(why) = self.why_skipped(&account) {
                EntryState::Skipped { why }
            } else if self.obstacle(&account).is_some() {
                // As many sign-ins are open as can be watched: this one goes on waiting, and so do the others.
                break;
            } else {
                open += 1;
                let starter = round.started_by.clone();
                let tag = if round.asks_first {
                    self.ask_first(&account, starter, Vec::new())
                } else {
                    self.start_reauth(&account, starter, Vec::new())
                };
                EntryState::Open { tag }
            };
            self.set_entry(&account, state);
        }
        self.refresh_round(id);
    }

    /// The accounts of a round that wait for their turn.
    fn waiting_in(&self, round: PostId) -> Vec<AccountId> {
        let waits = |entry: &&RoundEntryRecord| entry.state == EntryState::Waits;
        self.book.entries_of(round).filter(waits).map(|entry| entry.account.clone()).collect()
    }

    fn set_entry(&mut self, account: &AccountId, state: EntryState) {
        if let Some(entry) = self.book.round_entry_mut(account) {
            entry.state = state;
        }
    }

    /// What was open for an account of a round is over.
    pub(super) fn over_in_round(&mut self, account: &AccountId, tag: Tag, ending: &Ending) {
        let Some(entry) = self.book.round_entry(account) else { return };
        if entry.state == (EntryState::Open { tag }) {
            self.set_entry(account, EntryState::Over { ending: ending.clone() });
            self.rounds_due = true;
        }
    }

    /// *Cancel*: what is open ends, and what waits is not started.
    pub(super) fn cancel_round(&mut self, id: PostId, manager: &Speaker) -> Option<()> {
        self.book.round(&id)?;
        self.skip_waiting(id, Skip::Cancelled);
        let open = self.book.entries_of(id).filter(|entry| matches!(entry.state, EntryState::Open { .. }));
        let open: Vec<AccountId> = open.map(|entry| entry.account.clone()).collect();
        for account in open {
            self.cancel(&account, manager);
        }
        self.refresh_round(id);
        Some(())
    }

    /// `/cancel @account` before it had its turn in a round. Says whether it waited for that.
    pub(super) fn skip_in_round(&mut self, account: &AccountId) -> bool {
        let Some(entry) = self.book.round_entry(account) else { return false };
        let (round, waits) = (entry.round, entry.state == EntryState::Waits);
        if waits {
            self.set_entry(account, EntryState::Skipped { why: Skip::Cancelled });
            self.refresh_round(round);
        }
        waits
    }

    /// Whatever still waits for its turn has none any more.
    pub(super) fn round_too_late(&mut self, id: PostId) {
        self.skip_waiting(id, Skip::TooLate);
        self.refresh_round(id);
    }

    fn skip_waiting(&mut self, id: PostId, why: Skip) {
        for account in self.waiting_in(id) {
            self.set_entry(&account, EntryState::Skipped { why });
        }
    }

    /// Brings the summary up to date. A round of which everything is over is forgotten.
    fn refresh_round(&mut self, id: PostId) {
        let Some(round) = self.book.round(&id).cloned() else { return };
        let notice = self.round_notice(&round);
        let is_over = matches!(&notice, Notice::Round(Round { seconds: Some(_), .. }));
        for post in &round.posts {
            self.repost(*post, notice.clone(), !is_over);
        }
        if is_over {
            let accounts: Vec<AccountId> =
                self.book.entries_of(id).map(|entry| entry.account.clone()).collect();
            for account in accounts {
                self.book.remove_round_entry(&account);
            }
            self.book.remove_round(&id);
            self.agenda.set(Subject::Round(id), None);
        }
    }

    fn round_notice(&self, round: &RoundRecord) -> Notice {
        let mut groups: BTreeMap<RoundOutcome, Vec<Handle>> = BTreeMap::new();
        for (handle, why) in &round.skipped {
            let outcome = RoundOutcome::Skipped { why: why.word().to_owned() };
            groups.entry(outcome).or_default().push(handle.clone());
        }
        let mut is_over = true;
        for entry in self.book.entries_of(round.id) {
            is_over &= matches!(entry.state, EntryState::Over { .. } | EntryState::Skipped { .. });
            let outcome = match &entry.state {
                EntryState::Waits => RoundOutcome::Waits,
                EntryState::Open { .. } => RoundOutcome::Open,
                EntryState::Over { ending: Ending::Connected } => RoundOutcome::Connected,
                EntryState::Over { ending } => RoundOutcome::Failed { how: ending_word(ending).to_owned() },
                EntryState::Skipped { why } => RoundOutcome::Skipped { why: why.word().to_owned() },
            };
            groups.entry(outcome).or_default().push(self.handle_of(&entry.account));
        }
        let accounts = groups.values().map(Vec::len).sum::<usize>();
        let room = NAMES_ROOM / groups.len().max(1);
        Notice::Round(Round {
            starter: round.started_by.clone(),
            started_at: round.started_at,
            accounts: u64::try_from(accounts).unwrap_or(u64::MAX),
            seconds: is_over.then(|| self.now.since(round.started_at).as_secs()),
            groups: groups.into_iter().map(|(outcome, handles)| group(outcome, handles, room)).collect(),
        })
    }

    /// A round whose summary stood in nobody else's chat is followed by whoever follows what nobody asked for.
    pub(super) fn move_round_posts(&mut self, gone: &[PostId]) {
        let rounds: Vec<RoundRecord> = self.book.all_rounds().cloned().collect();
        for mut round in rounds {
            let count = round.posts.len();
            round.posts.retain(|post| !gone.contains(post));
            if round.posts.len() == count {
                continue;
            }
            if round.posts.is_empty() {
                let notice = self.round_notice(&round);
                for to in self.watchers() {
                    let until = self.now.plus(CANCEL_WORKS);
                    let offer = self.offer(Audience::Managers, Matter::Round(round.id), until);
                    let new = NewPost { offer: Some(offer), ..NewPost::living(to, notice.clone()) };
                    round.posts.push(self.post(new));
                }
            }
            self.book.put_round(round.id, round);
        }
    }
}

/// As many names as there is room for, in their order, and how many there are besides.
fn group(outcome: RoundOutcome, mut handles: Vec<Handle>, room: usize) -> RoundGroup {
    handles.sort();
    let all = handles.len();
    let mut taken = 0;
    handles.retain(|handle| {
        taken += handle.as_str().len() + AROUND_A_NAME;
        taken <= room
    });
    let more = u64::try_from(all - handles.len()).unwrap_or(u64::MAX);
    RoundGroup { outcome, handles, more }
}
