//! *Check*: a manager learns whether the people who are linked can be reached, before it matters.
//!
//! Each is asked whether they can read this, which is harmless and is no sign-in. It is one of the questions that a
//! person may be put within an hour.

use crate::model::incoming::Speaker;
use crate::model::notice::{CanRead, CheckReport, CheckSaid, Choice};
use crate::model::record::{Audience, CheckRecord, CheckedPerson, Matter, Starter};
use crate::model::trail::What;
use crate::model::{AccountId, Notice, PersonId, PostId, Timestamp};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, Note};
use super::limits::{CHECK_INTERVAL, CHECK_LIFETIME};
use super::posts::{Asker, NewPost};
use super::trail::Deed;

/// What stands in the audit trail for what is asked here.
const DETAIL: &str = "check";

impl Switchboard {
    /// `/check @account`
    pub(super) fn check_command(&mut self, account: &AccountId, speaker: &Speaker, asker: Asker) {
        let handle = self.handle_of(account);
        if self.is_frozen(account) {
            return self.reply(asker, Notice::AccountFrozen { handle });
        }
        let people = self.creators_of(account);
        if people.is_empty() {
            return self.say_nobody_is_linked(account, asker);
        }
        if let Some(before) = self.book.check(account) {
            let left = CHECK_INTERVAL.saturating_sub(self.now.since(before.asked_at));
            if !left.is_zero() {
                let seconds = u64::try_from(left.as_millis().div_ceil(1_000)).unwrap_or(u64::MAX);
                return self.reply(asker, Notice::Check(CheckSaid::TooSoon { handle, seconds }));
            }
        }
        self.end_check(account);
        self.remember_account(account);
        self.commands.push(Command::Note(Note::Checking { account: account.clone(), people: people.len() }));
        let started_by = Starter::Manager { person: speaker.id, name: speaker.name.clone() };
        let people: Vec<CheckedPerson> =
            people.into_iter().map(|person| self.ask_to_read(account, person, &started_by)).collect();
        let report = self.post_id();
        let check = CheckRecord { account: account.clone(), started_by, asked_at: self.now, report, people };
        self.post_as(report, NewPost::living(asker.at, self.check_report(&check)));
        self.book.put_check(account.clone(), check);
        self.refresh_check(account);
    }

    /// Asks one person whether they can read this, also one of whom it is known that they could not be reached.
    fn ask_to_read(&mut self, account: &AccountId, person: PersonId, starter: &Starter) -> CheckedPerson {
        if self.may_be_asked_at(person).is_some() {
            return CheckedPerson { person, question: None, can_read: CanRead::AskedTooOften };
        }
        self.ensure_mark(account, person);
        self.count_question(person);
        self.attest(Deed::of(What::Asked, account).person(person).by(starter).detail(DETAIL));
        let about = Matter::Check { account: account.clone(), asked_at: self.now };
        let offer = self.offer(Audience::Person(person), about, self.now.plus(CHECK_LIFETIME));
        let (handle, starter) = (self.handle_of(account), starter.clone());
        let mark = self.mark_of(account, person);
        let notice = Notice::Check(CheckSaid::Question { handle, starter, mark });
        let question = self.post(NewPost { offer: Some(offer), ..NewPost::living(person.chat(), notice) });
        CheckedPerson { person, question: Some(question), can_read: CanRead::Unknown }
    }

    /// *I can read this*. None if nobody wants to know any more.
    pub(super) fn can_read(
        &mut self,
        person: PersonId,
        account: &AccountId,
        asked_at: Timestamp,
        choice: Choice,
    ) -> Option<Notice> {
        let check = self.book.check(account).filter(|check| check.asked_at == asked_at)?;
        let asked = check.people.iter().find(|it| it.person == person)?;
        let question = asked.question.filter(|_| choice == Choice::CanRead)?;
        self.attest(Deed::of(What::Answered, account).person(person).detail(DETAIL));
        self.reached(person, true);
        self.set_can_read(account, person, CanRead::Yes { at: self.now });
        let handle = self.handle_of(account);
        self.repost(question, Notice::Check(CheckSaid::Ended { handle, read: true }), false);
        self.refresh_check(account);
        Some(Notice::Noted)
    }

    /// Whether a message has reached its person is known. If it was to find that out, the manager reads it.
    pub(super) fn check_arrived(&mut self, person: PersonId, post: PostId, has_arrived: bool) {
        let is_it = |it: &&CheckRecord| it.people.iter().any(|asked| asked.question == Some(post));
        let Some(account) = self.book.all_checks().find(is_it).map(|check| check.account.clone()) else {
            return;
        };
        if has_arrived {
            return self.reached(person, true);
        }
        self.set_can_read(&account, person, CanRead::No);
        self.refresh_check(&account);
    }

    fn set_can_read(&mut self, account: &AccountId, person: PersonId, can_read: CanRead) {
        let Some(check) = self.book.check_mut(account) else { return };
        for asked in check.people.iter_mut().filter(|asked| asked.person == person) {
            asked.can_read = can_read;
        }
    }

    /// A person is no longer linked: whether they can read anything is nobody's affair any more.
    pub(super) fn leave_check(&mut self, account: &AccountId, person: PersonId) {
        let Some(check) = self.book.check(account) else { return };
        let Some(asked) = check.people.iter().find(|it| it.person == person).cloned() else { return };
        self.close_check_question(account, &asked);
        if let Some(check) = self.book.check_mut(account) {
            check.people.retain(|it| it.person != person);
        }
        self.refresh_check(account);
    }

    /// Time is over to answer, or to forget what was answered.
    pub(super) fn end_check(&mut self, account: &AccountId) {
        let Some(check) = self.book.check(account).cloned() else { return };
        for asked in &check.people {
            self.close_check_question(account, asked);
            if asked.can_read == CanRead::Unknown {
                self.set_can_read(account, asked.person, CanRead::Unanswered);
            }
        }
        self.refresh_check(account);
        self.book.remove_check(account);
        self.agenda.set(Subject::Check(account.clone()), None);
    }

    /// Nobody reads these reports any more, so nobody is to answer.
    pub(super) fn drop_checks(&mut self, gone: &[PostId]) {
        let dropped: Vec<CheckRecord> =
            self.book.all_checks().filter(|check| gone.contains(&check.report)).cloned().collect();
        for check in dropped {
            for asked in &check.people {
                self.close_check_question(&check.account, asked);
            }
            self.book.remove_check(&check.account);
            self.agenda.set(Subject::Check(check.account), None);
        }
    }

    /// Takes the button away from somebody who has not answered.
    fn close_check_question(&mut self, account: &AccountId, asked: &CheckedPerson) {
        let open = asked.question.filter(|post| self.book.post(post).is_some_and(|post| post.living));
        if let Some(question) = open {
            let handle = self.handle_of(account);
            self.repost(question, Notice::Check(CheckSaid::Ended { handle, read: false }), false);
        }
    }

    /// Brings the report up to date. When nothing more is to come, it changes no more, and is forgotten when the next
    /// may be asked for.
    fn refresh_check(&mut self, account: &AccountId) {
        let Some(check) = self.book.check(account).cloned() else { return };
        let is_open = check.people.iter().any(|asked| asked.can_read == CanRead::Unknown);
        self.repost(check.report, self.check_report(&check), is_open);
        let kept = if is_open { CHECK_LIFETIME } else { CHECK_INTERVAL };
        let until = check.asked_at.plus(kept).max(self.now);
        self.agenda.set(Subject::Check(account.clone()), Some(until));
    }

    /// After a start: each ends when it was to.
    pub(super) fn resume_checks(&mut self) {
        let accounts: Vec<AccountId> = self.book.all_checks().map(|check| check.account.clone()).collect();
        for account in accounts {
            self.refresh_check(&account);
        }
    }

    fn check_report(&self, check: &CheckRecord) -> Notice {
        let people = check.people.iter().map(|asked| (self.name_of(asked.person), asked.can_read));
        Notice::Check(CheckSaid::Report(CheckReport {
            handle: self.handle_of(&check.account),
            starter: check.started_by.clone(),
            asked_at: check.asked_at,
            people: people.collect(),
        }))
    }
}
