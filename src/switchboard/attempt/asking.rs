//! Putting a challenge to the people who are linked: asking, reminding, postponing, giving up.

use std::time::Duration;

use crate::model::notice::{Again, Ending, LinkShown, Question, QuestionEnd, QuestionMode};
use crate::model::record::{
    Asked, Audience, Challenge, ChallengeKind, CodeKind, Line, Matter, PostponementRecord, Stage, Times,
};
use crate::model::{AttemptId, MessageId, Notice, PersonId, PostId, TelegramTime, Timestamp, WebLink};

use super::super::Switchboard;
use super::super::agenda::Subject;
use super::super::command::{Command, Note};
use super::super::event::Trouble;
use super::super::limits::{HOUR, within};
use super::super::posts::NewPost;
use super::super::trail::Deed;
use super::Source;
use crate::model::Snapshot;
use crate::model::notice::Remark;
use crate::model::trail::{What, challenge_word};

/// Time that must be left to answer when a postponed question comes back; with less, the attempt is let go.
const TIME_TO_ANSWER: Duration = Duration::from_mins(1);

impl Switchboard {
    /// Puts a challenge to everybody who is linked and may be asked, or to the first of them.
    pub(super) fn ask(&mut self, id: &AttemptId, kind: ChallengeKind, again: Option<Again>) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let account = attempt.account.clone();
        let people = self.creators_of(&account);
        if people.is_empty() {
            return self.set_stage(id, Stage::Stuck);
        }
        let reachable: Vec<PersonId> = people
            .iter()
            .copied()
            .filter(|person| self.book.person(person).is_some_and(|person| person.reachable))
            .collect();
        if reachable.is_empty() {
            let names = self.names_of(&people);
            return self.end(id, Ending::Unreachable { names });
        }
        let askable: Vec<PersonId> =
            reachable.into_iter().filter(|person| self.may_be_asked_at(*person).is_none()).collect();
        if askable.is_empty() {
            return self.set_stage(id, Stage::Stuck);
        }
        if kind == ChallengeKind::Code(CodeKind::Email) && attempt.email_asked_at.is_none() {
            self.set_stage(id, Stage::Triggering);
            return self.trigger_email(id);
        }
        let (first, line) = self.line_up(&account, Some(id), askable);
        self.open_challenge(id, kind, again, &first, line);
    }

    /// Has the API send the email. That cannot be checked afterwards, so it is on disk first.
    pub(in super::super) fn trigger_email(&mut self, id: &AttemptId) {
        let now = self.now;
        if let Some(attempt) = self.book.attempt_mut(id) {
            attempt.email_asked_at = Some(now);
        }
        if let Some(live) = self.live.get_mut(id) {
            let request = live.next_request();
            self.commands.push(Command::TriggerEmail { attempt: id.clone(), request });
        }
        self.touched.insert(id.clone());
    }

    /// The API has answered the request for an email.
    pub(in super::super) fn email_triggered(
        &mut self,
        id: &AttemptId,
        request: u64,
        result: Result<Option<Snapshot>, Trouble>,
    ) {
        if !self.live.get_mut(id).is_some_and(|live| live.is_answer(request)) {
            return;
        }
        match result {
            Ok(Some(snapshot)) => {
                self.email_remark(id, false);
                self.observe(id, snapshot, Source::Look);
            }
            Ok(None) => {
                self.email_remark(id, false);
                self.ask_for_the_email_code(id, None);
            }
            Err(trouble @ (Trouble::NotFound | Trouble::Gone)) => self.look_failed(id, trouble),
            Err(trouble) => {
                if trouble == Trouble::Refused {
                    self.commands.push(Command::Note(Note::KeyRefused));
                }
                self.email_remark(id, true);
                self.ask_for_the_email_code(id, Some(Again::EmailUnsure));
            }
        }
        self.refresh_status(id);
        self.touched.insert(id.clone());
    }

    fn email_remark(&mut self, id: &AttemptId, failed: bool) {
        if let Some(live) = self.live.get_mut(id) {
            if failed {
                live.remark = Some(Remark::EmailFailed);
            } else if live.remark == Some(Remark::EmailFailed) {
                live.remark = None;
            }
        }
    }

    /// Asks for the code from the email, unless that is being done or something else has come in between.
    fn ask_for_the_email_code(&mut self, id: &AttemptId, again: Option<Again>) {
        let is_triggering = self.book.attempt(id).is_some_and(|attempt| attempt.stage == Stage::Triggering);
        if is_triggering {
            self.ask(id, CodeKind::Email.into(), again);
        }
    }

    /// Opens a challenge and asks these people; others may be asked as well.
    fn open_challenge(
        &mut self,
        id: &AttemptId,
        kind: ChallengeKind,
        again: Option<Again>,
        people: &[PersonId],
        line: Option<Line>,
    ) {
        let limits = self.settings.limits.clone();
        let now = self.now;
        let again = self.live.get_mut(id).and_then(|live| live.why.take()).or(again);
        let shows_wrong = self
            .book
            .attempt(id)
            .is_some_and(|attempt| attempt.state == Some(crate::model::AttemptState::Wrong2faCodeRetry));
        let mut challenge = Challenge {
            kind,
            after_wrong: shows_wrong || matches!(again, Some(Again::Wrong { .. })),
            again,
            opened_at: self.opening_time(id),
            expires_at: now.plus(limits.question_lifetime),
            repeat_at: Some(now.plus(limits.question_repeat_after)),
            asked: Vec::new(),
            postponed: None,
            line,
        };
        for person in people {
            let question = self.put_question(id, &challenge, *person, again);
            challenge.asked.push(Asked::new(*person, question));
        }
        if let Some(attempt) = self.book.attempt_mut(id) {
            attempt.asked_at.get_or_insert(now);
            if let ChallengeKind::Code(code) = kind {
                attempt.last_code = Some(code);
            }
        }
        self.commands.push(Command::Note(Note::Asked { attempt: id.clone(), kind, people: people.len() }));
        if self.live.get(id).is_some_and(|live| live.links.has_unusable(kind)) {
            self.commands.push(Command::Note(Note::UnusableLink { attempt: id.clone() }));
        }
        self.set_stage(id, Stage::Asking(challenge));
    }

    /// When a challenge that opens now is said to have opened: it tells the challenges of an attempt apart, so it is
    /// later than that of the challenge that it takes the place of, though both came within a millisecond.
    fn opening_time(&self, id: &AttemptId) -> Timestamp {
        let before = self.book.attempt(id).and_then(|attempt| match &attempt.stage {
            Stage::Asking(challenge) | Stage::Checking(challenge, _) => Some(challenge.opened_at),
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => None,
        });
        before.map_or(self.now, |before| self.now.max(before.plus(Duration::from_millis(1))))
    }

    /// Posts the question to one person.
    pub(in super::super) fn put_question(
        &mut self,
        id: &AttemptId,
        challenge: &Challenge,
        person: PersonId,
        again: Option<Again>,
    ) -> PostId {
        let expires_at = self
            .book
            .attempt(id)
            .map_or(challenge.expires_at, |it| it.started_at.plus(self.settings.limits.attempt_lifetime));
        let about = Matter::Question { attempt: id.clone(), opened_at: challenge.opened_at };
        if let Some(account) = self.book.attempt(id).map(|attempt| attempt.account.clone()) {
            self.ensure_mark(&account, person);
        }
        let offer = self.offer(Audience::Person(person), about, expires_at);
        self.count_question(person);
        if let Some(attempt) = self.book.attempt(id) {
            let (account, starter) = (attempt.account.clone(), attempt.started_by.clone());
            let what = if again.is_some() { What::AskedAgain } else { What::Asked };
            let asked = Deed::of(what, &account).attempt(id).person(person).by(&starter);
            self.attest(asked.detail(challenge_word(challenge.kind)));
        }
        let notice = self.question(id, challenge, person, again, QuestionMode::Open);
        let link_of = (self.link_shown(id, challenge.kind) == LinkShown::Given).then(|| id.clone());
        self.post(NewPost { offer: Some(offer), link_of, ..NewPost::living(person.chat(), notice) })
    }

    /// A question to a person, a repetition included, is one of those that they may be put within an hour.
    pub(in super::super) fn count_question(&mut self, person: PersonId) {
        let now = self.now;
        if let Some(person) = self.book.person_mut(&person) {
            person.questions = within(HOUR, now, &person.questions);
            person.questions.push(now);
        }
    }

    /// The question as it is to stand in somebody's chat.
    pub(in super::super) fn question(
        &self,
        id: &AttemptId,
        challenge: &Challenge,
        person: PersonId,
        again: Option<Again>,
        mode: QuestionMode,
    ) -> Notice {
        let Some(attempt) = self.book.attempt(id) else { return Notice::NothingOpen };
        let is_email = challenge.kind == ChallengeKind::Code(CodeKind::Email);
        Notice::Question(Question {
            handle: self.handle_of(&attempt.account),
            starter: attempt.started_by.clone(),
            started_at: attempt.started_at,
            tag: attempt.tag,
            kind: challenge.kind,
            email_mask: self.live.get(id).and_then(|live| live.email_mask.clone()).filter(|_| is_email),
            again,
            link: self.link_shown(id, challenge.kind),
            mode,
            mark: self.mark_of(&attempt.account, person),
        })
    }

    fn link_shown(&self, id: &AttemptId, kind: ChallengeKind) -> LinkShown {
        self.live.get(id).map_or(LinkShown::NotNeeded, |live| live.links.shown(kind))
    }

    /// The link for the open challenge of an attempt, once it was looked at.
    pub(in super::super) fn link_for(&self, id: &AttemptId) -> Option<WebLink> {
        let kind = match &self.book.attempt(id)?.stage {
            Stage::Asking(challenge) | Stage::Checking(challenge, _) => challenge.kind,
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => return None,
        };
        self.live.get(id)?.links.usable(kind).cloned()
    }

    /// A look shows a state that wants something while people are asked for something: the same, or something else.
    pub(super) fn still_wanted(
        &mut self,
        id: &AttemptId,
        challenge: &Challenge,
        kind: ChallengeKind,
        links_changed: bool,
    ) {
        if challenge.kind != kind {
            self.end_questions(id, &QuestionEnd::NotNeeded);
            self.set_stage(id, Stage::Watching);
            return self.ask(id, kind, None);
        }
        // After a start, the link that goes with a question may be gone, or there at last.
        let shown = self.link_shown(id, kind);
        let is_told = |post: &PostId| match self.book.post(post).map(|post| &post.notice) {
            Some(Notice::Question(question)) => question.link == shown,
            Some(_) | None => true,
        };
        if links_changed || !challenge.asked.iter().all(|asked| is_told(&asked.question)) {
            self.repost_questions(id, challenge);
        }
    }

    /// Makes the questions of a challenge show the links of the last look.
    fn repost_questions(&mut self, id: &AttemptId, challenge: &Challenge) {
        let shown = self.link_shown(id, challenge.kind);
        for asked in &challenge.asked {
            let Some(post) = self.book.post(&asked.question) else { continue };
            let Notice::Question(question) = post.notice.clone() else { continue };
            let notice = Notice::Question(Question { link: shown, ..question });
            if let Some(post) = self.book.post_mut(&asked.question) {
                post.notice = notice;
                post.link_of = (shown == LinkShown::Given).then(|| id.clone());
            }
            self.show_again(asked.question);
        }
    }

    /// A question stands in somebody's chat: what they write from here on may answer it.
    pub(in super::super) fn question_shown(
        &mut self,
        person: PersonId,
        post: PostId,
        message: MessageId,
        date: TelegramTime,
    ) {
        let Some(id) = self.attempt_asking(person, post) else { return };
        self.note_arrival(&id);
        if let Some(attempt) = self.book.attempt_mut(&id)
            && let Stage::Asking(challenge) = &mut attempt.stage
        {
            for asked in challenge.asked.iter_mut().filter(|asked| asked.person == person) {
                asked.since.get_or_insert((message, date));
            }
        }
        self.hear_what_was_held(&id);
        self.touched.insert(id);
    }

    /// The first question of a challenge stands in a chat: says how long that took, if that can be told.
    fn note_arrival(&mut self, id: &AttemptId) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let Stage::Asking(challenge) = &attempt.stage else { return };
        if challenge.asked.iter().any(|asked| asked.since.is_some()) {
            return;
        }
        // After a start it may have stood there for long.
        let may_have_stood = challenge.asked.iter().any(|asked| asked.maybe_since.is_some());
        let is_of_the_email = challenge.kind == ChallengeKind::Code(CodeKind::Email)
            && matches!(challenge.again, None | Some(Again::EmailUnsure));
        let kind = challenge.kind;
        let seen_at = attempt.email_asked_at.filter(|_| is_of_the_email).unwrap_or(challenge.opened_at);
        let after = self.now.since(seen_at.min(challenge.opened_at));
        if !may_have_stood {
            self.commands.push(Command::Note(Note::QuestionArrived { attempt: id.clone(), after }));
        }
        self.tell_of_question(id, kind);
    }

    /// After a start: a question of which it is not known that it stands in the chat may have been put there, and the
    /// process ended before that was on disk. It is put there once more, and what was written in between counts.
    pub(in super::super) fn suppose_shown(&mut self, id: &AttemptId) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let Stage::Asking(challenge) = &attempt.stage else { return };
        let opened_at = challenge.opened_at;
        let unknown = |asked: &Asked| asked.since.is_none() && asked.maybe_since.is_none();
        for person in challenge.asked.iter().filter(|it| unknown(it)).map(|it| it.person).collect::<Vec<_>>()
        {
            self.change_asked(id, person, |asked| asked.maybe_since = Some(opened_at));
        }
    }

    /// The open attempt in which a person is asked by this message.
    fn attempt_asking(&self, person: PersonId, post: PostId) -> Option<AttemptId> {
        self.book.accounts_of(person).iter().find_map(|account| {
            let attempt = self.book.open_attempt(account)?;
            let Stage::Asking(challenge) = &attempt.stage else { return None };
            challenge.asked.iter().any(|asked| asked.question == post).then(|| attempt.id.clone())
        })
    }

    /// A question could not be put to a person at all.
    pub(in super::super) fn question_lost(&mut self, person: PersonId, post: PostId) {
        if let Some(id) = self.attempt_asking(person, post) {
            self.ask_no_more(&id, person, Ending::Unreachable { names: vec![self.name_of(person)] });
        }
    }

    /// A person is not asked any more, and so the next in line is. If nobody else is, the attempt ends so.
    pub(in super::super) fn ask_no_more(&mut self, id: &AttemptId, person: PersonId, ending: Ending) {
        let Some(attempt) = self.book.attempt_mut(id) else { return };
        let Stage::Asking(challenge) = &mut attempt.stage else { return };
        challenge.asked.retain(|asked| asked.person != person);
        let is_last = challenge.asked.is_empty();
        let is_waited_for = challenge.asked.iter().any(|asked| asked.postponed.is_none());
        let is_next_asked = !is_waited_for && self.ask_next(id);
        if is_last && !is_next_asked {
            self.end(id, ending);
        }
        self.refresh_status(id);
        self.touched.insert(id.clone());
    }

    /// Closes all questions of an attempt.
    pub(super) fn end_questions(&mut self, id: &AttemptId, end: &QuestionEnd) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let (challenge, only) = match attempt.stage.clone() {
            // Those who did not answer were told when the code was taken.
            Stage::Checking(challenge, answer) if is_code(challenge.kind) => (challenge, Some(answer.person)),
            Stage::Asking(challenge) | Stage::Checking(challenge, _) => (challenge, None),
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => return,
        };
        for asked in &challenge.asked {
            if only.is_none_or(|person| person == asked.person) {
                self.end_question(id, asked.question, end.clone());
            }
        }
    }

    /// Closes one question, unless it has been closed: the first end is the one that matters to the reader.
    pub(in super::super) fn end_question(&mut self, id: &AttemptId, post: PostId, end: QuestionEnd) {
        if !self.book.post(&post).is_some_and(|post| post.living) {
            return;
        }
        let Some(attempt) = self.book.attempt(id) else { return };
        let (handle, tag) = (self.handle_of(&attempt.account), attempt.tag);
        self.note_just_over(tag, post);
        self.repost(post, Notice::QuestionEnded { handle, tag, end }, false);
    }

    /// Something about an open question is due: its end, its repetition, or the time of *Later*. Each of those who are
    /// asked has their own.
    pub(super) fn question_due(&mut self, id: &AttemptId, challenge: &Challenge) {
        let now = self.now;
        for asked in &challenge.asked {
            let times = challenge.times_of(asked);
            match asked.postponed {
                Some(until) if until <= now => self.ask_postponed(id, asked.person),
                None if times.expires_at <= now => {
                    self.end_question(id, asked.question, QuestionEnd::Expired);
                    self.ask_no_more(id, asked.person, Ending::Unanswered);
                }
                None if times.repeat_at.is_some_and(|at| at <= now) => self.remind(id, asked.person),
                Some(_) | None => {}
            }
        }
        if challenge.line.as_ref().is_some_and(|line| line.next_at <= now) {
            self.ask_next(id);
            self.refresh_status(id);
        }
        if challenge.repeat_at.is_some_and(|at| at <= now) {
            self.change_challenge(id, |challenge| challenge.repeat_at = None);
        }
    }

    /// Half of a person's time is over. Somebody who was asked too often is not reminded; the question still stands.
    fn remind(&mut self, id: &AttemptId, person: PersonId) {
        if self.may_be_asked_at(person).is_none() {
            self.ask_anew(id, person, Again::Reminder);
        }
        self.change_asked(id, person, |asked| {
            if let Some(times) = &mut asked.own_times {
                times.repeat_at = None;
            }
        });
    }

    /// The time that a person chose with *Later* has come: from here on they have as much time as at first.
    fn ask_postponed(&mut self, id: &AttemptId, person: PersonId) {
        let limits = &self.settings.limits;
        let times = Times {
            expires_at: self.now.plus(limits.question_lifetime),
            repeat_at: Some(self.now.plus(limits.question_repeat_after)),
        };
        self.change_asked(id, person, |asked| {
            asked.postponed = None;
            asked.own_times = Some(times);
        });
        if self.may_be_asked_at(person).is_none() {
            self.ask_anew(id, person, Again::Postponed);
        } else {
            // They were asked too often for another message, so the one that is there opens again.
            self.reopen_question(id, person, Again::Postponed);
        }
        self.refresh_status(id);
    }

    /// The question as it stands in a person's chat is open again.
    fn reopen_question(&mut self, id: &AttemptId, person: PersonId, why: Again) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let Stage::Asking(challenge) = attempt.stage.clone() else { return };
        let notice = self.question(id, &challenge, person, Some(why), QuestionMode::Open);
        if let Some(asked) = challenge.asked.iter().find(|asked| asked.person == person) {
            self.repost(asked.question, notice, true);
        }
    }

    /// Puts a question to a person once more, further down in the chat.
    pub(in super::super) fn ask_anew(&mut self, id: &AttemptId, person: PersonId, why: Again) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let Stage::Asking(challenge) = attempt.stage.clone() else { return };
        let (handle, tag) = (self.handle_of(&attempt.account), attempt.tag);
        let Some(asked) = challenge.asked.iter().find(|asked| asked.person == person) else { return };
        self.repost(asked.question, Notice::QuestionRepeated { handle, tag }, false);
        let question = self.put_question(id, &challenge, person, Some(why));
        self.change_asked(id, person, |asked| asked.question = question);
    }

    fn change_asked(&mut self, id: &AttemptId, person: PersonId, change: impl FnOnce(&mut Asked)) {
        self.change_challenge(id, |challenge| {
            if let Some(asked) = challenge.asked.iter_mut().find(|asked| asked.person == person) {
                change(asked);
            }
        });
    }

    pub(in super::super) fn change_challenge(&mut self, id: &AttemptId, change: impl FnOnce(&mut Challenge)) {
        if let Some(attempt) = self.book.attempt_mut(id)
            && let Stage::Asking(challenge) = &mut attempt.stage
        {
            change(challenge);
        }
        self.touched.insert(id.clone());
    }

    /// A person wants to be asked later. Whoever else is asked is not concerned.
    pub(in super::super) fn postpone(&mut self, id: &AttemptId, person: PersonId, until: Timestamp) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let Stage::Asking(challenge) = attempt.stage.clone() else { return };
        let Some(question) =
            challenge.asked.iter().find(|asked| asked.person == person).map(|asked| asked.question)
        else {
            return;
        };
        let account = attempt.account.clone();
        let attempt_ends = attempt.started_at.plus(self.settings.limits.attempt_lifetime);
        self.attest(Deed::of(What::Postponed, &account).attempt(id).person(person));
        if until.plus(TIME_TO_ANSWER) > attempt_ends {
            return self.put_off(id, person, question, until);
        }
        self.change_asked(id, person, |asked| asked.postponed = Some(until));
        let notice =
            self.question(id, &challenge, person, challenge.again, QuestionMode::Postponed { until });
        self.repost(question, notice, true);
        if challenge.asked.iter().all(|asked| asked.person == person || asked.postponed.is_some()) {
            self.ask_next(id);
        }
        self.refresh_status(id);
    }

    /// Promises to ask a person again when the attempt is over by then.
    fn put_off(&mut self, id: &AttemptId, person: PersonId, question: PostId, until: Timestamp) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let account = attempt.account.clone();
        let starter = attempt.started_by.clone();
        let tell = self.told_of(&account, &attempt.statuses);
        self.book.put_postponement(
            (account.clone(), person),
            PostponementRecord { account: account.clone(), person, until, starter, tell },
        );
        self.agenda.set(Subject::Postponement(account, person), Some(until));
        self.end_question(id, question, QuestionEnd::PutOff { until });
        self.ask_no_more(id, person, Ending::PutOff { name: self.name_of(person), until });
    }
}

/// Whether a challenge wants a code.
pub(in super::super) fn is_code(kind: ChallengeKind) -> bool {
    match kind {
        ChallengeKind::Code(_) => true,
        ChallengeKind::Face | ChallengeKind::Phone => false,
    }
}
