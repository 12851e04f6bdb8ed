//! An answer on its way: submitting it, and finding out what became of it.
//!
//! The API has no idempotency key. After a lost answer the attempt is looked at before anything else: if it has
//! moved, the code was taken; if not, the same code may go once more while it is fresh.

use std::time::Duration;

use crate::model::notice::{Again, Ending, QuestionEnd, QuestionMode, Remark};
use crate::model::record::{Answer, Challenge, ChallengeKind, CodeKind, Stage};
use crate::model::trail::{What, challenge_word};
use crate::model::{
    AttemptId, AttemptState, MessageId, PersonId, Snapshot, TelegramTime, Timestamp, UpdateId,
};

use super::super::Switchboard;
use super::super::command::{Command, Note, Submission};
use super::super::event::Trouble;
use super::super::limits::{APP_CODE_FRESH, SUBMISSIONS_MAX, THROTTLED_SUBMISSIONS_MAX};
use super::super::live::{Fate, InFlight};
use super::super::pace::{RECOVERY_WAIT, REFUSED_PAUSE, VERDICT_WAIT, throttled};
use super::super::trail::Deed;
use super::asking::is_code;
use super::{Source, is_same_answer};

/// The pause before an answer that surely did not arrive goes again.
const RETRY_PAUSE: Duration = Duration::from_secs(2);

/// An answer as it was heard.
pub(in super::super) struct Heard {
    /// What is submitted.
    pub(in super::super) answer: Submission,
    /// Whose it is.
    pub(in super::super) person: PersonId,
    /// The message it stood in, and when that was edited last; none for a button.
    pub(in super::super) message: Option<(MessageId, Option<TelegramTime>)>,
    /// The update that brought it.
    pub(in super::super) update: Option<UpdateId>,
    /// When it was written, as well as that is known.
    pub(in super::super) at: Timestamp,
}

impl Switchboard {
    /// Takes an answer to the open challenge and passes it on.
    pub(in super::super) fn take_answer(&mut self, id: &AttemptId, heard: Heard) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let Stage::Asking(challenge) = attempt.stage.clone() else { return };
        if !self.is_fresh(challenge.kind, heard.at) {
            if let Some(update) = heard.update {
                self.settle(update);
            }
            return self.ask_for_another(id, &challenge, Again::TooLate);
        }
        let answer = Answer {
            person: heard.person,
            at: self.now,
            message: heard.message,
            taken: false,
            told: false,
            submissions: 0,
        };
        let (now, tag) = (self.now, attempt.tag);
        if let Some(attempt) = self.book.attempt_mut(id) {
            attempt.answered_at = Some(now);
            if let Some((message, edited)) = heard.message {
                attempt.answers.push((heard.person, message, edited));
            }
        }
        self.commands.push(Command::Note(Note::Answered { attempt: id.clone(), person: heard.person }));
        if let Some(account) = self.book.attempt(id).map(|attempt| attempt.account.clone()) {
            let answered = Deed::of(What::Answered, &account).attempt(id).person(heard.person);
            self.attest(answered.detail(challenge_word(challenge.kind)));
        }
        self.set_stage(id, Stage::Checking(challenge.clone(), answer));
        for asked in &challenge.asked {
            if asked.person == heard.person {
                self.note_just_over(tag, asked.question);
                let notice =
                    self.question(id, &challenge, asked.person, challenge.again, QuestionMode::Checking);
                self.repost(asked.question, notice, true);
            } else if is_code(challenge.kind) {
                let name = self.name_of(heard.person);
                self.end_question(id, asked.question, QuestionEnd::AnsweredBy { name });
            }
        }
        if let Some(live) = self.live.get_mut(id) {
            live.in_flight = Some(InFlight {
                answer: heard.answer,
                update: heard.update,
                heard_at: heard.at,
                taken_at: now,
                submissions: 0,
                refusals: 0,
                fate: Fate::Sent,
            });
        }
        self.submit(id);
        self.refresh_status(id);
    }

    /// A message that was an answer on its way when the last life of the process ended has come again.
    pub(in super::super) fn take_answer_again(&mut self, id: &AttemptId, heard: Heard) -> bool {
        let Some(attempt) = self.book.attempt(id) else { return false };
        let Stage::Checking(challenge, answer) = attempt.stage.clone() else { return false };
        let is_it = heard.message.is_some_and(|(message, _)| is_same_answer(&answer, heard.person, message));
        let Some(live) = self.live.get_mut(id) else { return false };
        if !is_it || live.in_flight.is_some() || live.recover_until.is_none() {
            return false;
        }
        live.recover_until = None;
        live.in_flight = Some(InFlight {
            answer: heard.answer,
            update: heard.update,
            heard_at: heard.at,
            taken_at: self.now,
            submissions: answer.submissions,
            refusals: 0,
            fate: Fate::Lost,
        });
        if answer.submissions < SUBMISSIONS_MAX {
            self.submit_if_fresh(id, &challenge);
        } else {
            self.ask_for_another(id, &challenge, Again::Unsure);
        }
        self.refresh_status(id);
        true
    }

    /// Passes the answer of an attempt on.
    ///
    /// Whether it was taken is seen by looking, as long as the attempt moves when it is. A wrong code after another
    /// moves nothing, and neither need a second submission: should the process end, only the disk knows of those.
    fn submit(&mut self, id: &AttemptId) {
        let shows_wrong =
            self.book.attempt(id).is_some_and(|it| it.state == Some(AttemptState::Wrong2faCodeRetry));
        let Some(live) = self.live.get_mut(id) else { return };
        let request = live.next_request();
        if let Some(answer) = &mut live.in_flight {
            let recorded_first = shows_wrong || answer.submissions > 0;
            answer.submissions += 1;
            answer.fate = Fate::Sent;
            let answer = answer.answer.clone();
            self.commands.push(Command::Submit { attempt: id.clone(), request, answer, recorded_first });
        }
        self.record_submissions(id);
        self.touched.insert(id.clone());
    }

    /// Puts on record how often the answer on its way was submitted.
    fn record_submissions(&mut self, id: &AttemptId) {
        let Some(submissions) =
            self.live.get(id).and_then(|live| live.in_flight.as_ref()).map(|it| it.submissions)
        else {
            return;
        };
        if let Some(attempt) = self.book.attempt_mut(id)
            && let Stage::Checking(_, answer) = &mut attempt.stage
        {
            answer.submissions = submissions;
        }
    }

    /// Passes the answer on once more if it still can be right and whose it is has not withdrawn; else asks for a
    /// new one.
    fn submit_if_fresh(&mut self, id: &AttemptId, challenge: &Challenge) {
        let Some(heard_at) = self.live.get(id).and_then(|live| live.in_flight.as_ref()).map(|it| it.heard_at)
        else {
            return;
        };
        if !self.is_answerer_linked(id) {
            self.ask_for_another(id, challenge, Again::Unsure);
        } else if self.is_fresh(challenge.kind, heard_at) {
            self.submit(id);
        } else {
            self.ask_for_another(id, challenge, Again::TooLate);
        }
    }

    /// Whether whose answer is on its way is still linked.
    fn is_answerer_linked(&self, id: &AttemptId) -> bool {
        self.book.attempt(id).is_some_and(|attempt| match &attempt.stage {
            Stage::Checking(_, answer) => self.book.link(&(attempt.account.clone(), answer.person)).is_some(),
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Asking(_) | Stage::Ended { .. } => {
                false
            }
        })
    }

    /// Whether an answer heard then can still be right.
    fn is_fresh(&self, kind: ChallengeKind, heard_at: Timestamp) -> bool {
        self.is_young(kind, self.now.since(heard_at))
    }

    /// Whether an answer of this age can still be right.
    fn is_young(&self, kind: ChallengeKind, age: Duration) -> bool {
        match kind {
            ChallengeKind::Code(CodeKind::App) => age <= APP_CODE_FRESH,
            ChallengeKind::Code(CodeKind::Sms | CodeKind::Email | CodeKind::Some)
            | ChallengeKind::Face
            | ChallengeKind::Phone => age <= self.settings.limits.question_lifetime,
        }
    }

    /// The API has answered a submission.
    pub(in super::super) fn judged(
        &mut self,
        id: &AttemptId,
        request: u64,
        result: Result<Snapshot, Trouble>,
    ) {
        if !self.live.get_mut(id).is_some_and(|live| live.is_answer(request)) {
            return;
        }
        let now = self.now;
        match result {
            Ok(snapshot) => return self.observe(id, snapshot, Source::Verdict),
            Err(Trouble::NotFound) => return self.end(id, Ending::Unknown),
            Err(Trouble::Gone) => return self.end(id, Ending::Gone),
            Err(Trouble::Refused) => self.could_not_pass_on(id),
            Err(Trouble::Lost) => {
                self.set_fate(id, Fate::Lost);
                self.look(id, true);
            }
            Err(Trouble::Declined | Trouble::NoCredentials) => {
                self.set_fate(id, Fate::Declined);
                self.look(id, true);
            }
            Err(Trouble::Unreachable) => self.did_not_arrive(id, now.plus(RETRY_PAUSE)),
            Err(Trouble::Throttled(retry_after)) => {
                let again_at = now.plus(throttled(retry_after));
                if self.is_fresh_at(id, again_at) {
                    self.did_not_arrive(id, again_at);
                } else {
                    self.wait_for_another(id, again_at);
                }
            }
        }
        self.refresh_status(id);
        self.touched.insert(id.clone());
    }

    /// Whether the answer on its way can still be right at that moment.
    fn is_fresh_at(&self, id: &AttemptId, at: Timestamp) -> bool {
        let Some(attempt) = self.book.attempt(id) else { return false };
        let Stage::Checking(challenge, _) = &attempt.stage else { return false };
        let in_flight = self.live.get(id).and_then(|live| live.in_flight.as_ref());
        in_flight.is_some_and(|answer| self.is_young(challenge.kind, at.since(answer.heard_at)))
    }

    /// The API takes nothing before that moment, and the answer is too old by then: another is asked for when it can
    /// be passed on.
    fn wait_for_another(&mut self, id: &AttemptId, until: Timestamp) {
        let seconds = until.since(self.now).as_millis().div_ceil(1_000);
        let seconds = u64::try_from(seconds).unwrap_or(u64::MAX);
        self.end_questions(id, &QuestionEnd::MustWait { seconds });
        self.set_stage(id, Stage::Watching);
        if let Some(live) = self.live.get_mut(id) {
            live.remark = Some(Remark::ApiThrottles);
            live.why = Some(Again::Throttled);
            live.next_look = until;
        }
    }

    fn set_fate(&mut self, id: &AttemptId, fate: Fate) {
        if let Some(answer) = self.live.get_mut(id).and_then(|live| live.in_flight.as_mut()) {
            answer.fate = fate;
        }
    }

    /// The answer surely did not arrive, so it goes again at that moment.
    fn did_not_arrive(&mut self, id: &AttemptId, again_at: Timestamp) {
        if let Some(answer) = self.live.get_mut(id).and_then(|live| live.in_flight.as_mut()) {
            answer.submissions = answer.submissions.saturating_sub(1);
            answer.refusals += 1;
            answer.fate = Fate::Waiting(again_at);
        }
        self.record_submissions(id);
    }

    /// The API refuses our key: the creator can do nothing about that, and is asked again once it is mended.
    fn could_not_pass_on(&mut self, id: &AttemptId) {
        self.commands.push(Command::Note(Note::KeyRefused));
        self.end_questions(id, &QuestionEnd::OurFault);
        self.set_stage(id, Stage::Watching);
        let next_look = self.now.plus(REFUSED_PAUSE);
        if let Some(live) = self.live.get_mut(id) {
            live.remark = Some(Remark::ApiRefuses);
            live.next_look = next_look;
        }
    }

    /// The API shows what it made of the answer on its way: says how long that took, if it was a code.
    pub(super) fn note_verdict(&mut self, id: &AttemptId) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let Stage::Checking(challenge, answer) = &attempt.stage else { return };
        if is_code(challenge.kind) {
            let after = self.now.since(answer.at);
            self.commands.push(Command::Note(Note::Judged { attempt: id.clone(), after }));
        }
        self.tell_of_code(id);
    }

    /// The API works on what it was given: the answer was taken. `is_known`: that was seen before.
    pub(super) fn answer_taken(&mut self, id: &AttemptId, is_known: bool) {
        let in_flight = self.live.get(id).and_then(|live| live.in_flight.as_ref());
        if in_flight.is_some_and(|it| it.submissions == 0 && matches!(it.fate, Fate::Waiting(_))) {
            // It surely did not arrive, and the API has moved on without it.
            self.keep_questions(id, &QuestionEnd::NotNeeded);
            return self.set_stage(id, Stage::Watching);
        }
        if !is_known
            && let Some(attempt) = self.book.attempt_mut(id)
            && let Stage::Checking(_, answer) = &mut attempt.stage
        {
            answer.taken = true;
        }
        self.tell_of_code(id);
        self.release(id);
    }

    /// The attempt is where it was when the answer went: what that means depends on what is known of the answer.
    pub(super) fn verdict_open(&mut self, id: &AttemptId, challenge: &Challenge, source: Source) {
        let now = self.now;
        let Some(live) = self.live.get_mut(id) else { return };
        let Some(in_flight) = &mut live.in_flight else {
            // The process ended while the answer was on its way. Telegram brings it again; if it does not, the
            // answer is asked for again.
            if challenge.kind == ChallengeKind::Face {
                return self.reopen(id, challenge);
            }
            live.recover_until.get_or_insert(now.plus(RECOVERY_WAIT));
            return;
        };
        match in_flight.fate {
            _ if challenge.kind == ChallengeKind::Face => self.reopen(id, challenge),
            Fate::Sent if source == Source::Verdict => {
                in_flight.fate = Fate::Processing(now.plus(VERDICT_WAIT));
            }
            Fate::Sent | Fate::Processing(_) | Fate::Waiting(_) => {}
            Fate::Lost if in_flight.submissions < SUBMISSIONS_MAX => self.submit_if_fresh(id, challenge),
            Fate::Lost => self.ask_for_another(id, challenge, Again::Unsure),
            Fate::Declined => self.verdict_wrong(id, challenge),
        }
    }

    /// The API shows a wrong code: this answer's, or the one before it.
    pub(super) fn verdict_wrong_or_open(
        &mut self,
        id: &AttemptId,
        challenge: &Challenge,
        has_moved: bool,
        source: Source,
    ) {
        let fate = self.live.get(id).and_then(|live| live.in_flight.as_ref()).map(|answer| answer.fate);
        if has_moved || source == Source::Verdict {
            return self.verdict_wrong(id, challenge);
        }
        match fate {
            // It showed a wrong code before, too, so whether it has judged this one cannot be told. It is not
            // submitted again, since it may have been counted.
            None | Some(Fate::Lost) => self.ask_for_another(id, challenge, Again::Unsure),
            Some(Fate::Declined) => self.verdict_wrong(id, challenge),
            Some(Fate::Sent | Fate::Processing(_) | Fate::Waiting(_)) => {}
        }
    }

    /// The code was wrong: says so, and asks again for the same kind.
    fn verdict_wrong(&mut self, id: &AttemptId, challenge: &Challenge) {
        self.note_verdict(id);
        if !self.count_wrong_code(id) {
            return;
        }
        let Some(tries_left) = self.book.attempt(id).map(|attempt| self.tries_left(attempt)) else { return };
        self.end_questions(id, &QuestionEnd::Wrong);
        self.set_stage(id, Stage::Watching);
        self.ask(id, challenge.kind, Some(Again::Wrong { tries_left }));
    }

    /// What became of the code cannot be told, or it is too old: asks for another.
    fn ask_for_another(&mut self, id: &AttemptId, challenge: &Challenge, why: Again) {
        self.end_questions(id, &QuestionEnd::Unsure);
        self.set_stage(id, Stage::Watching);
        self.ask(id, challenge.kind, Some(why));
        self.refresh_status(id);
    }

    /// The face check is not done yet, says the API: the question is open again to whoever is still linked.
    fn reopen(&mut self, id: &AttemptId, challenge: &Challenge) {
        let Some(account) = self.book.attempt(id).map(|attempt| attempt.account.clone()) else { return };
        let mut challenge = Challenge { again: Some(Again::NotDone), ..challenge.clone() };
        challenge.asked.retain(|asked| self.book.link(&(account.clone(), asked.person)).is_some());
        if challenge.asked.is_empty() {
            self.set_stage(id, Stage::Watching);
            return self.ask(id, challenge.kind, Some(Again::NotDone));
        }
        self.set_stage(id, Stage::Asking(challenge.clone()));
        for asked in &challenge.asked {
            let notice = self.question(id, &challenge, asked.person, challenge.again, QuestionMode::Open);
            self.repost(asked.question, notice, true);
        }
    }

    /// An answer whose outcome takes long goes on, and its update is settled: others wait behind it.
    pub(super) fn settle_what_takes_long(&mut self, id: &AttemptId) {
        let in_flight = self.live.get(id).and_then(|live| live.in_flight.as_ref());
        if in_flight.and_then(InFlight::unsettled_until).is_some_and(|until| until <= self.now) {
            self.settle_answer(id);
        }
    }

    /// The update that has brought an answer is settled, and the answer goes on. Should the process end before its
    /// outcome is known, the code is asked for again.
    pub(in super::super) fn settle_answer(&mut self, id: &AttemptId) {
        let in_flight = self.live.get_mut(id).and_then(|live| live.in_flight.as_mut());
        if let Some(update) = in_flight.and_then(|in_flight| in_flight.update.take()) {
            self.touched.insert(id.clone());
            self.settle(update);
        }
    }

    /// Something about an answer on its way is due.
    pub(super) fn answer_due(&mut self, id: &AttemptId, challenge: &Challenge) {
        let now = self.now;
        let Some(live) = self.live.get(id) else { return };
        if live.recover_until.is_some_and(|until| until <= now) {
            return self.ask_for_another(id, challenge, Again::Unsure);
        }
        let Some(answer) = &live.in_flight else { return };
        match answer.fate {
            Fate::Processing(until) if until <= now => self.ask_for_another(id, challenge, Again::Unsure),
            Fate::Waiting(at) if at <= now => {
                if answer.refusals < THROTTLED_SUBMISSIONS_MAX {
                    self.submit_if_fresh(id, challenge);
                } else {
                    self.ask_for_another(id, challenge, Again::Unsure);
                }
            }
            Fate::Sent | Fate::Processing(_) | Fate::Lost | Fate::Declined | Fate::Waiting(_) => {}
        }
    }
}
