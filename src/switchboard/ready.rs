//! *Ready first*: people are asked whether now is a good time, and the sign-in begins when one of them says so.
//!
//! Until then nothing was started, so nothing runs out at the account API: a person may take an hour, and the answer
//! is kept across restarts. Who may be asked, and how often, is the same as for any other question.

use crate::model::incoming::Speaker;
use crate::model::notice::{Choice, Ending, Progress, ReadyAgain, ReadyEnd, ReadyQuestion, Remark, Status};
use crate::model::record::{AskedReady, Audience, Matter, ReadyRecord, Starter, Turn, WhyWaits};
use crate::model::trail::What;
use crate::model::{AccountId, Address, Name, Notice, PersonId, PostId, Quiet, Tag, Timestamp};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, Note};
use super::limits::READY_MOST;
use super::posts::{Asker, NewPost};
use super::presses::AN_HOUR;
use super::status::ending_word;
use super::trail::Deed;

impl Switchboard {
    /// `/ready @account`, and `/reauth @account` where people are asked first.
    pub(super) fn ready_command(&mut self, account: &AccountId, speaker: &Speaker, asker: Asker) {
        let known = self.book.ready(account).map(|ready| ready.tag);
        let already = known.map(|tag| Notice::AlreadyAsked { handle: self.handle_of(account), tag });
        if let Some(notice) = already.or_else(|| self.why_not_reauth(account)) {
            return self.refuse(account, notice, asker);
        }
        let starter = Starter::Manager { person: speaker.id, name: speaker.name.clone() };
        self.ask_first(account, starter, vec![asker.at]);
    }

    /// Asks everybody who is linked and can be reached whether now is a good time.
    pub(super) fn ask_first(&mut self, account: &AccountId, starter: Starter, to: Vec<Address>) -> Tag {
        self.remember_account(account);
        let people = self.creators_of(account);
        let reachable =
            people.into_iter().filter(|id| self.book.person(id).is_some_and(|person| person.reachable));
        let (first, line) = self.line_up(account, None, reachable.collect());
        let now = Turn::Waits { until: self.now, why: WhyWaits::Next };
        let in_turn = Turn::Waits { until: self.now.plus(READY_MOST), why: WhyWaits::InTurn };
        let first = first.into_iter().map(|person| AskedReady { person, post: None, turn: now });
        let rest = line.into_iter().flat_map(|line| line.people);
        let rest = rest.map(|person| AskedReady { person, post: None, turn: in_turn });
        let asked: Vec<AskedReady> = first.chain(rest).collect();
        self.commands.push(Command::Note(Note::ReadyAsked { account: account.clone(), people: asked.len() }));
        let mut ready = ReadyRecord {
            account: account.clone(),
            started_by: starter,
            asked_at: self.now,
            tag: self.fresh_tag(account),
            statuses: Vec::new(),
            asked,
            nudged_at: None,
        };
        let status = self.ready_status(&ready);
        ready.statuses = self.post_status(to, account, &status, self.now.plus(READY_MOST));
        let tag = ready.tag;
        self.book.put_ready(account.clone(), ready);
        self.ready_due(account);
        tag
    }

    /// After a start: whoever has become a manager since is asked no more, and time goes on for the others.
    pub(super) fn resume_readies(&mut self) {
        let readies: Vec<ReadyRecord> = self.book.all_readies().cloned().collect();
        for ReadyRecord { account, asked, .. } in readies {
            for AskedReady { person, .. } in asked {
                if self.is_manager(person) {
                    self.not_asked_if_ready(&account, person, ReadyEnd::Withdrawn, Ending::Withdrawn);
                }
            }
            self.plan_ready(&account);
        }
    }

    /// The next step is due: somebody's turn to be asked, to be reminded, or the end of their time.
    pub(super) fn ready_due(&mut self, account: &AccountId) {
        let Some(ready) = self.book.ready(account).cloned() else { return };
        if self.now >= ready.asked_at.plus(READY_MOST) {
            return self.end_ready(account, Ending::TooOld);
        }
        for asked in ready.asked {
            match asked.turn {
                Turn::Waits { until, why } if until <= self.now => {
                    let again = match why {
                        WhyWaits::InAnHour => Some(ReadyAgain::HourOver),
                        WhyWaits::Quiet { again, .. } => again,
                        WhyWaits::Next | WhyWaits::InTurn | WhyWaits::AskedTooOften => None,
                    };
                    self.ask_if_ready(account, asked.person, again);
                }
                Turn::Asked { expires_at, .. } if expires_at <= self.now => {
                    self.not_asked_if_ready(account, asked.person, ReadyEnd::Expired, Ending::NobodyReady);
                }
                Turn::Asked { expires_at, remind_at: Some(at) } if at <= self.now => {
                    self.remind_if_ready(account, asked.person, expires_at);
                }
                Turn::Waits { .. } | Turn::Asked { .. } => {}
            }
        }
        self.refresh_ready(account);
    }

    /// Asks one person, unless it is quiet at theirs, or they were asked too often: then as soon as they may be.
    fn ask_if_ready(&mut self, account: &AccountId, person: PersonId, again: Option<ReadyAgain>) {
        if let Some(quiet) = self.quiet_of(person) {
            return self.wait_until_quiet_is_over(account, person, quiet, again);
        }
        if let Some(until) = self.may_be_asked_at(person) {
            let turn = Turn::Waits { until, why: WhyWaits::AskedTooOften };
            return self.change_ready(account, person, |asked| asked.turn = turn);
        }
        let lifetime = self.settings.limits.ready_lifetime;
        let expires_at = self.now.plus(lifetime);
        let remind_at = Some(self.now.plus(lifetime / 2));
        self.put_ready_question(account, person, again);
        self.change_ready(account, person, |asked| asked.turn = Turn::Asked { expires_at, remind_at });
    }

    /// A person is asked, or asked once more, when their quiet hours are over. A question that stands in their chat can
    /// be answered all the same.
    fn wait_until_quiet_is_over(
        &mut self,
        account: &AccountId,
        person: PersonId,
        quiet: Quiet,
        again: Option<ReadyAgain>,
    ) {
        let turn = Turn::Waits { until: quiet.until, why: WhyWaits::Quiet { since: quiet.since, again } };
        self.change_ready(account, person, |asked| asked.turn = turn);
    }

    /// Half of a person's time is over. Somebody who was asked too often is not reminded; the question still stands.
    fn remind_if_ready(&mut self, account: &AccountId, person: PersonId, expires_at: Timestamp) {
        if let Some(quiet) = self.quiet_of(person) {
            return self.wait_until_quiet_is_over(account, person, quiet, Some(ReadyAgain::Reminder));
        }
        if self.may_be_asked_at(person).is_none() {
            self.put_ready_question(account, person, Some(ReadyAgain::Reminder));
        }
        let turn = Turn::Asked { expires_at, remind_at: None };
        self.change_ready(account, person, |asked| asked.turn = turn);
    }

    /// Puts the question into a person's chat, in place of the one that stands there.
    pub(super) fn put_ready_question(
        &mut self,
        account: &AccountId,
        person: PersonId,
        again: Option<ReadyAgain>,
    ) {
        self.ensure_mark(account, person);
        let Some(ready) = self.book.ready(account).cloned() else { return };
        let before = ready.asked.iter().find(|asked| asked.person == person).and_then(|asked| asked.post);
        if let Some(before) = before {
            self.end_ready_question(&ready, before, ReadyEnd::Repeated);
        }
        self.count_question(person);
        let what = if again.is_some() { What::AskedAgain } else { What::Asked };
        self.attest(Deed::of(what, account).person(person).by(&ready.started_by).detail("ready"));
        let about = Matter::ReadyFirst { account: account.clone(), asked_at: ready.asked_at };
        let offer = self.offer(Audience::Person(person), about, ready.asked_at.plus(READY_MOST));
        let notice = self.ready_question(&ready, person, again, None);
        let post = self.post(NewPost { offer: Some(offer), ..NewPost::living(person.chat(), notice) });
        self.change_ready(account, person, |asked| asked.post = Some(post));
    }

    fn ready_question(
        &self,
        ready: &ReadyRecord,
        person: PersonId,
        again: Option<ReadyAgain>,
        later: Option<Timestamp>,
    ) -> Notice {
        Notice::Ready(ReadyQuestion {
            handle: self.handle_of(&ready.account),
            starter: ready.started_by.clone(),
            asked_at: ready.asked_at,
            tag: ready.tag,
            again,
            later,
            mark: self.mark_of(&ready.account, person),
        })
    }

    /// A button of the question. None if that makes no sense any more.
    pub(super) fn act_on_ready(
        &mut self,
        person: PersonId,
        account: &AccountId,
        asked_at: Timestamp,
        choice: Choice,
    ) -> Option<Notice> {
        let ready = self.book.ready(account).filter(|ready| ready.asked_at == asked_at)?.clone();
        let post = ready.asked.iter().find(|asked| asked.person == person)?.post?;
        match choice {
            Choice::Ready => {
                self.attest(Deed::of(What::Ready, account).person(person));
                self.is_ready(ready, person, post);
            }
            Choice::InAnHour => {
                self.attest(Deed::of(What::Postponed, account).person(person));
                let until = self.now.plus(AN_HOUR);
                let turn = Turn::Waits { until, why: WhyWaits::InAnHour };
                self.change_ready(account, person, |asked| asked.turn = turn);
                let notice = self.ready_question(&ready, person, None, Some(until));
                self.repost(post, notice, true);
                self.refresh_ready(account);
            }
            Choice::NotNow => {
                self.attest(Deed::of(What::NotNow, account).person(person));
                let name = self.name_of(person);
                self.not_asked_if_ready(account, person, ReadyEnd::NotNow, Ending::NotNow { name });
                self.refresh_ready(account);
            }
            Choice::Accept
            | Choice::Decline
            | Choice::NotMe
            | Choice::Later
            | Choice::InAQuarter
            | Choice::Tonight
            | Choice::SendEmail
            | Choice::FaceDone
            | Choice::AllowAgain
            | Choice::Cancel
            | Choice::Invite
            | Choice::Revoke
            | Choice::Forget
            | Choice::Nudge
            | Choice::Another
            | Choice::Earlier
            | Choice::CanRead
            | Choice::Everybody
            | Choice::Reconnect
            | Choice::Person(_)
            | Choice::NextPage
            | Choice::PreviousPage
            | Choice::Account(_)
            | Choice::TelegramLanguage
            | Choice::Language(_) => return None,
        }
        Some(Notice::Noted)
    }

    /// *I am ready*: the sign-in begins, under the same tag and in the same status messages.
    fn is_ready(&mut self, ready: ReadyRecord, person: PersonId, post: PostId) {
        let name = self.name_of(person);
        if let Some(refusal) = self.why_not_reauth(&ready.account) {
            self.end_ready_question(&ready, post, ReadyEnd::CannotStart);
            for to in self.told_of(&ready.account, &ready.statuses) {
                self.post(NewPost::once(to, refusal.clone()));
            }
            return self.end_ready(&ready.account, Ending::ReadyInVain { name });
        }
        self.end_ready_question(&ready, post, ReadyEnd::Started);
        for post in ready.asked.iter().filter_map(|asked| asked.post) {
            self.end_ready_question(&ready, post, ReadyEnd::AnsweredBy { name: name.clone() });
        }
        self.forget_ready(&ready.account);
        let ReadyRecord { account, started_by, tag, statuses, .. } = ready;
        let status = Status {
            handle: self.handle_of(&account),
            tag,
            starter: started_by.clone(),
            started_at: self.now,
            progress: Progress::Starting,
            remark: None,
        };
        for post in &statuses {
            self.repost(*post, Notice::Status(status.clone()), true);
        }
        self.reauthenticate(&account, started_by, tag, statuses);
    }

    /// Where those are told of a sign-in whose status stands in these messages; of one of a round, where its summary is.
    pub(super) fn told_of(&self, account: &AccountId, statuses: &[PostId]) -> Vec<Address> {
        let round = self.book.round_entry(account).and_then(|entry| self.book.round(&entry.round));
        let posts = round.filter(|_| statuses.is_empty()).map_or(statuses, |round| round.posts.as_slice());
        self.still_told(&self.addresses(posts))
    }

    /// Where messages stand.
    fn addresses(&self, posts: &[PostId]) -> Vec<Address> {
        posts.iter().filter_map(|post| self.book.post(post)).map(|post| post.to).collect()
    }

    /// A question whether somebody is ready could not be put to them at all.
    pub(super) fn ready_question_lost(&mut self, person: PersonId, post: PostId) {
        let is_it = |ready: &&ReadyRecord| ready.asked.iter().any(|asked| asked.post == Some(post));
        let Some(account) = self.book.all_readies().find(is_it).map(|ready| ready.account.clone()) else {
            return;
        };
        let ending = Ending::Unreachable { names: vec![self.name_of(person)] };
        self.not_asked_if_ready(&account, person, ReadyEnd::NotNeeded, ending);
        self.refresh_ready(&account);
    }

    /// A person is not asked any more whether they are ready. If nobody else is, that is the end of it.
    pub(super) fn not_asked_if_ready(
        &mut self,
        account: &AccountId,
        person: PersonId,
        end: ReadyEnd,
        ending: Ending,
    ) {
        let Some(ready) = self.book.ready(account).cloned() else { return };
        let Some(asked) = ready.asked.iter().find(|asked| asked.person == person) else { return };
        if let Some(post) = asked.post {
            self.end_ready_question(&ready, post, end);
        }
        if let Some(ready) = self.book.ready_mut(account) {
            ready.asked.retain(|asked| asked.person != person);
        }
        if ready.asked.len() == 1 {
            return self.end_ready(account, ending);
        }
        self.refresh_ready(account);
    }

    /// Nobody is asked any more whether they are ready: both sides are told why.
    pub(super) fn end_ready(&mut self, account: &AccountId, ending: Ending) {
        let Some(ready) = self.book.ready(account).cloned() else { return };
        self.forget_ready(account);
        let word = ending_word(&ending);
        self.over_in_round(account, ready.tag, &ending);
        self.commands.push(Command::Note(Note::ReadyEnded { account: account.clone(), ending: word }));
        self.attest(Deed::of(What::NotStarted, account).by(&ready.started_by).detail(word));
        let end = end_for_creators(&ending);
        for post in ready.asked.iter().filter_map(|asked| asked.post) {
            self.end_ready_question(&ready, post, end.clone());
        }
        let seconds = self.now.since(ready.asked_at).as_secs();
        let status = Status {
            progress: Progress::Ended { ending, seconds },
            remark: None,
            ..self.ready_status(&ready)
        };
        for post in ready.statuses {
            self.repost(post, Notice::Status(status.clone()), false);
        }
    }

    fn forget_ready(&mut self, account: &AccountId) {
        self.book.remove_ready(account);
        self.agenda.set(Subject::Ready(account.clone()), None);
    }

    /// Closes one question, unless it has been closed.
    fn end_ready_question(&mut self, ready: &ReadyRecord, post: PostId, end: ReadyEnd) {
        if self.book.post(&post).is_some_and(|post| post.living) {
            let handle = self.handle_of(&ready.account);
            self.repost(post, Notice::ReadyEnded { handle, tag: ready.tag, end }, false);
        }
    }

    /// Where people are asked one after the other: while nobody is, the next is.
    fn call_next(&mut self, account: &AccountId) {
        while let Some(person) = self.next_in_turn(account) {
            self.ask_if_ready(account, person, None);
        }
        self.put_in_turn(account);
    }

    /// Who is to be asked at once; none while somebody is asked.
    fn next_in_turn(&self, account: &AccountId) -> Option<PersonId> {
        let asked = &self.book.ready(account)?.asked;
        let is_asked = asked.iter().any(|it| matches!(it.turn, Turn::Asked { .. }));
        asked.iter().find(|it| is_in_turn(it) && !is_asked).map(|it| it.person)
    }

    /// Each of those who wait for their turn is asked when the one before has had the time that each has.
    fn put_in_turn(&mut self, account: &AccountId) {
        let Some(ready) = self.book.ready(account) else { return };
        let expiries = ready.asked.iter().filter_map(|it| match it.turn {
            Turn::Asked { expires_at, .. } => Some(expires_at),
            Turn::Waits { .. } => None,
        });
        // Each has the same time to answer, so whoever has most of it left was asked last.
        let limits = &self.settings.limits;
        let Some(last) = expiries.max() else { return };
        let asked_at = Timestamp(last.0 - Timestamp::default().plus(limits.ready_lifetime).0);
        let mut next_at = asked_at.plus(limits.ask_next_after);
        let waiting: Vec<PersonId> =
            ready.asked.iter().filter(|it| is_in_turn(it)).map(|it| it.person).collect();
        for person in waiting {
            let turn = Turn::Waits { until: next_at, why: WhyWaits::InTurn };
            self.change_ready(account, person, |asked| asked.turn = turn);
            next_at = next_at.plus(self.settings.limits.ask_next_after);
        }
    }

    fn change_ready(&mut self, account: &AccountId, person: PersonId, change: impl FnOnce(&mut AskedReady)) {
        if let Some(ready) = self.book.ready_mut(account)
            && let Some(asked) = ready.asked.iter_mut().find(|asked| asked.person == person)
        {
            change(asked);
        }
    }

    /// Brings the status messages up to date, and puts the next step on the agenda.
    fn refresh_ready(&mut self, account: &AccountId) {
        self.call_next(account);
        let Some(ready) = self.book.ready(account).cloned() else { return };
        let status = self.ready_status(&ready);
        for post in ready.statuses {
            self.repost(post, Notice::Status(status.clone()), true);
        }
        self.plan_ready(account);
    }

    fn plan_ready(&mut self, account: &AccountId) {
        let Some(ready) = self.book.ready(account) else { return };
        let steps = ready.asked.iter().flat_map(|asked| match asked.turn {
            Turn::Asked { expires_at, remind_at } => [Some(expires_at), remind_at],
            Turn::Waits { until, .. } => [Some(until), None],
        });
        let next = steps.flatten().chain([ready.asked_at.plus(READY_MOST)]).min();
        self.agenda.set(Subject::Ready(account.clone()), next);
    }

    /// A sign-in that waits until somebody is ready, as a manager sees it.
    pub(super) fn ready_status(&self, ready: &ReadyRecord) -> Status {
        let is_asked = |asked: &&AskedReady| matches!(asked.turn, Turn::Asked { .. });
        let names: Vec<Name> =
            ready.asked.iter().filter(is_asked).map(|asked| self.name_of(asked.person)).collect();
        let waits = ready.asked.iter().filter_map(|asked| match asked.turn {
            Turn::Waits { why: WhyWaits::InTurn, .. } | Turn::Asked { .. } => None,
            Turn::Waits { until, why } => Some((until, why, self.name_of(asked.person))),
        });
        let next = waits.min_by_key(|(until, ..)| *until);
        let (progress, remark) = match (names.is_empty(), next) {
            (true, Some((until, WhyWaits::InAnHour, name))) => (Progress::Postponed { name, until }, None),
            (true, Some((until, WhyWaits::AskedTooOften, _))) => (Progress::ReadyTooOften { until }, None),
            (true, Some((until, WhyWaits::Quiet { since, .. }, name))) => {
                (Progress::ReadyQuiet { name, quiet: Quiet { since, until } }, None)
            }
            (false, Some((until, WhyWaits::Quiet { since, .. }, name))) => {
                let remark = Remark::ReadyQuiet { name, quiet: Quiet { since, until } };
                (Progress::AskingReady { names }, Some(remark))
            }
            (false, Some((until, WhyWaits::InAnHour, name))) => {
                (Progress::AskingReady { names }, Some(Remark::Later { name, until }))
            }
            (true, Some((_, WhyWaits::Next | WhyWaits::InTurn, _)) | None)
            | (false, Some((_, WhyWaits::Next | WhyWaits::InTurn | WhyWaits::AskedTooOften, _)) | None) => {
                (Progress::AskingReady { names }, None)
            }
        };
        Status {
            handle: self.handle_of(&ready.account),
            tag: ready.tag,
            starter: ready.started_by.clone(),
            started_at: ready.asked_at,
            progress,
            remark,
        }
    }

    /// A waiting sign-in whose status stood in nobody else's chat is followed by whoever follows what nobody asked for.
    pub(super) fn move_ready_statuses(&mut self, gone: &[PostId]) {
        let readies: Vec<ReadyRecord> = self.book.all_readies().cloned().collect();
        for mut ready in readies {
            let count = ready.statuses.len();
            ready.statuses.retain(|post| !gone.contains(post));
            if ready.statuses.len() == count {
                continue;
            }
            if ready.statuses.is_empty() {
                let status = self.ready_status(&ready);
                let expires_at = ready.asked_at.plus(READY_MOST);
                ready.statuses = self.post_status(self.watchers(), &ready.account, &status, expires_at);
            }
            self.book.put_ready(ready.account.clone(), ready);
        }
    }
}

/// Whether somebody else is asked before this person.
fn is_in_turn(asked: &AskedReady) -> bool {
    matches!(asked.turn, Turn::Waits { why: WhyWaits::InTurn, .. })
}

/// What the end means for whoever was asked.
fn end_for_creators(ending: &Ending) -> ReadyEnd {
    match ending {
        Ending::Cancelled { .. } => ReadyEnd::Cancelled,
        Ending::NotMe { .. } => ReadyEnd::Stopped,
        Ending::Withdrawn => ReadyEnd::Withdrawn,
        Ending::Begun => ReadyEnd::Begun,
        Ending::NobodyReady | Ending::TooOld => ReadyEnd::Expired,
        Ending::ReadyInVain { .. } => ReadyEnd::CannotStart,
        Ending::Connected
        | Ending::OtherAccount { .. }
        | Ending::Failed
        | Ending::Unknown
        | Ending::Gone
        | Ending::NoCredentials
        | Ending::AccountUnknown
        | Ending::Throttled { .. }
        | Ending::ApiRefuses
        | Ending::ApiDeclines
        | Ending::ApiUnreachable
        | Ending::MaybeStarted
        | Ending::AttemptTaken
        | Ending::WrongCodes
        | Ending::NotNow { .. }
        | Ending::Unanswered
        | Ending::Unreachable { .. }
        | Ending::PutOff { .. } => ReadyEnd::NotNeeded,
    }
}
