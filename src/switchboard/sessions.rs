//! *Sessions*: accounts whose session at the account API is not valid any more, before somebody finds out by chance.
//!
//! Each account that somebody is linked to is looked at now and then, one at a time and never while something else is
//! open for it: a sign-in shows more than a look does. Managers are told once, and the message says so when the account
//! is connected again. Nothing is reconnected without them.

use std::time::Duration;

use crate::model::incoming::Press;
use crate::model::record::{AccountRecord, Audience, Matter};
use crate::model::{AccountId, Notice, PostId, Timestamp, UpdateId};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, Note};
use super::event::Trouble;
use super::posts::{Asker, NewPost};
use super::presses::FOR_EVER;

/// The shortest pause between looks at two accounts, and how long after a start the first comes.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);

/// The longest: an account that was not to be looked at is not forgotten for long.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// What is remembered of looks, besides when each account was looked at.
#[derive(Default)]
pub(super) struct Sessions {
    /// Whether it is time for the next.
    is_due: bool,
    under_way: Option<UnderWay>,
    requests: u64,
}

/// A look that is under way.
struct UnderWay {
    account: AccountId,
    request: u64,
    ordered_at: Timestamp,
    /// When the account was looked at before.
    before: Option<Timestamp>,
}

impl Sessions {
    /// It is time for the next look.
    pub(super) fn come_due(&mut self) {
        self.is_due = true;
    }
}

impl Switchboard {
    /// After a start: sessions are looked after, if the operator wants it.
    pub(super) fn look_after_sessions(&mut self) {
        let first = self.settings.pace.session_check.map(|_| self.now.plus(SHORTEST_PAUSE));
        self.agenda.set(Subject::Sessions, first);
    }

    /// If it is time for it, looks at the account that was not looked at for longest, if that is long enough. When an
    /// event has brought about everything else, so that none is looked at that is being signed in to by then.
    pub(super) fn look_at_a_session(&mut self) {
        if !std::mem::take(&mut self.sessions.is_due) {
            return;
        }
        let Some(interval) = self.settings.pace.session_check else { return };
        let mut accounts: Vec<AccountId> = self.book.all_links().map(|link| link.account.clone()).collect();
        accounts.dedup();
        let count = u32::try_from(accounts.len()).unwrap_or(u32::MAX).max(1);
        let pause = (interval / count).clamp(SHORTEST_PAUSE, LONGEST_PAUSE);
        self.agenda.set(Subject::Sessions, Some(self.now.plus(pause)));
        if self.sessions.under_way.is_some() {
            return;
        }
        let is_due = |at: Option<Timestamp>| at.is_none_or(|at| at.plus(interval) <= self.now);
        let next = accounts
            .into_iter()
            .map(|account| (self.looked_at(&account), account))
            .filter(|(looked_at, account)| is_due(*looked_at) && self.is_worth_a_look(account))
            .min();
        let Some((before, account)) = next else { return };
        self.sessions.requests += 1;
        let (request, ordered_at) = (self.sessions.requests, self.now);
        self.set_looked_at(&account, Some(ordered_at));
        self.sessions.under_way = Some(UnderWay { account: account.clone(), request, ordered_at, before });
        self.commands.push(Command::LookAtAccount { account, request });
    }

    /// An account was looked at, or it was not its turn.
    pub(super) fn account_seen(
        &mut self,
        account: &AccountId,
        request: u64,
        result: Option<Result<(), Trouble>>,
    ) {
        let is_it = |it: &mut UnderWay| it.account == *account && it.request == request;
        let Some(look) = self.sessions.under_way.take_if(is_it) else { return };
        let Some(result) = result else { return self.set_looked_at(account, look.before) };
        let connected_at = self.book.account(account).and_then(|account| account.connected_at);
        if !self.is_worth_a_look(account) || connected_at.is_some_and(|at| at >= look.ordered_at) {
            // A sign-in has begun since, and may be over: what was seen is older than that.
            return;
        }
        match result {
            Ok(()) => self.session_is_alive(account),
            Err(Trouble::Gone) => self.session_is_dead(account),
            Err(Trouble::Refused) => self.commands.push(Command::Note(Note::KeyRefused)),
            // That says nothing about the session.
            Err(
                Trouble::Unreachable
                | Trouble::Lost
                | Trouble::NotFound
                | Trouble::NoCredentials
                | Trouble::Throttled(_)
                | Trouble::Declined,
            ) => {}
        }
    }

    /// An account is connected: nobody need do anything about its session any more.
    pub(super) fn session_is_alive(&mut self, account: &AccountId) {
        let told = self.book.account(account).and_then(|it| it.session.as_ref()?.told.clone());
        let Some(told) = told else { return };
        if let Some(session) = self.book.account_mut(account).and_then(|it| it.session.as_mut()) {
            session.told = None;
        }
        let handle = self.handle_of(account);
        for post in told {
            self.repost(post, Notice::SessionAlive { handle: handle.clone() }, false);
        }
    }

    /// Whoever read these messages is not told how sessions go on.
    pub(super) fn leave_untold(&mut self, gone: &[PostId]) {
        let has_lost = |account: &&AccountRecord| {
            let told = account.session.iter().filter_map(|session| session.told.as_ref());
            told.flatten().any(|post| gone.contains(post))
        };
        let accounts: Vec<AccountId> =
            self.book.all_accounts().filter(has_lost).map(|account| account.id.clone()).collect();
        for account in accounts {
            let session = self.book.account_mut(&account).and_then(|account| account.session.as_mut());
            if let Some(told) = session.and_then(|session| session.told.as_mut()) {
                told.retain(|post| !gone.contains(post));
            }
        }
    }

    /// *Reconnect*: as `/reauth @account` does. None if it was reconnected.
    pub(super) fn reconnect(&mut self, account: &AccountId, press: &Press, update: UpdateId) -> Option<()> {
        self.book.account(account)?.session.as_ref()?.told.as_ref()?;
        let asker = Asker { at: press.at?, message: press.message?, update };
        self.reauth_one(account, &press.speaker, self.settings.ask_first, asker);
        Some(())
    }

    /// Tells each manager, once.
    fn session_is_dead(&mut self, account: &AccountId) {
        self.remember_account(account);
        if self
            .book
            .account(account)
            .is_some_and(|it| it.session.as_ref().is_some_and(|it| it.told.is_some()))
        {
            return;
        }
        self.commands.push(Command::Note(Note::SessionDead { account: account.clone() }));
        let notice = Notice::SessionDead { handle: self.handle_of(account) };
        let expires_at = self.now.plus(FOR_EVER);
        let mut told: Vec<PostId> = Vec::new();
        for manager in self.settings.managers.clone() {
            let offer = self.offer(Audience::Managers, Matter::Session(account.clone()), expires_at);
            let post = NewPost { offer: Some(offer), ..NewPost::living(manager.chat(), notice.clone()) };
            told.push(self.post(post));
        }
        if let Some(account) = self.book.account_mut(account) {
            account.session.get_or_insert_default().told = Some(told);
        }
    }

    /// Whether a look at an account says something that nothing else says, and somebody could do something about it.
    fn is_worth_a_look(&self, account: &AccountId) -> bool {
        !self.creators_of(account).is_empty()
            && self.book.open_attempt(account).is_none()
            && self.book.reauth(account).is_none()
            && self.book.ready(account).is_none()
            && !self.is_frozen(account)
    }

    fn looked_at(&self, account: &AccountId) -> Option<Timestamp> {
        self.book.account(account)?.session.as_ref()?.looked_at
    }

    fn set_looked_at(&mut self, account: &AccountId, at: Option<Timestamp>) {
        self.remember_account(account);
        if let Some(account) = self.book.account_mut(account) {
            account.session.get_or_insert_default().looked_at = at;
        }
    }
}
