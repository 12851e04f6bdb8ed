//! The life of an attempt: from being watched to its end.
//!
//! What the API shows is the truth. Each look brings a whole snapshot; [`Switchboard::observe`] compares it with
//! what we have done and does the rest, so a restart, a lost answer or a duplicate heals at the next look. The
//! questions that are put to people stand in `asking`, what becomes of their answers in `checking`.

mod asking;
mod checking;
mod kept;

pub(super) use asking::is_code;
pub(super) use checking::Heard;

use crate::model::AttemptState as Api;
use crate::model::notice::{Again, Ending, QuestionEnd, Remark};
use crate::model::record::{
    Answer, Asked, AttemptRecord, Challenge, ChallengeKind, CodeKind, Stage, Starter, Times,
};
use crate::model::trail::What;
use crate::model::{AccountId, AttemptId, AttemptState, PersonId, PostId, Snapshot, Tag, Timestamp};

use super::Switchboard;
use super::command::{Command, Note};
use super::event::Trouble;
use super::limits::ENDED_KEPT;
use super::live::{Fate, InFlight, Links, Live};
use super::pace::{Hazard, REFUSED_PAUSE, throttled};
use super::status::{ending_word, wanted};
use super::trail::Deed;

/// What is known of an attempt that is to be watched.
pub(super) struct NewAttempt {
    pub(super) id: AttemptId,
    pub(super) account: AccountId,
    pub(super) started_by: Starter,
    pub(super) started_at: Timestamp,
    pub(super) tag: Tag,
    pub(super) statuses: Vec<PostId>,
}

impl Switchboard {
    /// Watches an attempt from here on: it is looked at at once.
    pub(super) fn watch(&mut self, new: NewAttempt) {
        let NewAttempt { id, account, started_by, started_at, tag, statuses } = new;
        self.remember_account(&account);
        self.attest(Deed::of(What::Watched, &account).attempt(&id).by(&started_by));
        self.end_ready(&account, Ending::Begun);
        self.commands.push(Command::Note(Note::Watched { attempt: id.clone(), account: account.clone() }));
        self.book.put_attempt(AttemptRecord {
            id: id.clone(),
            account,
            started_by,
            started_at,
            tag,
            state: None,
            stage: Stage::Watching,
            wrong_codes: 0,
            last_code: None,
            email_asked_at: None,
            answers: Vec::new(),
            chosen: Vec::new(),
            statuses,
            asked_at: None,
            answered_at: None,
            nudged_at: None,
            kept: Vec::new(),
        });
        self.live.insert(id.clone(), Live::starting(self.now));
        self.touched.insert(id);
    }

    /// A look has come back.
    pub(super) fn seen(&mut self, id: &AttemptId, request: u64, result: Result<Snapshot, Trouble>) {
        if !self.live.get_mut(id).is_some_and(|live| live.is_answer(request)) {
            return;
        }
        match result {
            Ok(snapshot) => self.observe(id, snapshot, Source::Look),
            Err(trouble) => self.look_failed(id, trouble),
        }
    }

    /// Compares what the API shows with what we have done, and does the rest.
    pub(super) fn observe(&mut self, id: &AttemptId, snapshot: Snapshot, source: Source) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let has_moved = attempt.state.as_ref() != Some(&snapshot.state);
        let stage = attempt.stage.clone();
        let account = attempt.account.clone();
        let News { is_first_look, links_changed } = self.take_in(id, &snapshot);
        self.note_state(id, &snapshot.state, has_moved);
        self.note_channel(id, &snapshot);

        match (stage, snapshot.state) {
            (Stage::Ended { .. }, _) => {}

            (_, Api::CompletedSuccess) => {
                self.note_verdict(id);
                match snapshot.account {
                    Some(other) if other != account => self.end(id, Ending::OtherAccount { account: other }),
                    Some(_) | None => self.end(id, Ending::Connected),
                }
            }
            (_, Api::CompletedFailed) => {
                self.note_verdict(id);
                self.end(id, Ending::Failed);
            }

            (Stage::Watching | Stage::Triggering | Stage::Stuck, Api::Pending | Api::Unknown(_)) => {
                self.set_stage(id, Stage::Watching);
            }
            (Stage::Watching | Stage::Triggering | Stage::Stuck, Api::NeedsOtp) => {
                self.ask(id, CodeKind::Sms.into(), None);
            }
            (Stage::Watching | Stage::Triggering | Stage::Stuck, Api::NeedsAppOtp) => {
                self.ask(id, CodeKind::App.into(), None);
            }
            (Stage::Watching | Stage::Triggering | Stage::Stuck, Api::NeedsEmail) => {
                self.ask(id, CodeKind::Email.into(), None);
            }
            (Stage::Watching | Stage::Triggering | Stage::Stuck, Api::NeedsFaceOtp) => {
                self.ask(id, ChallengeKind::Face, None);
            }
            (Stage::Watching | Stage::Triggering | Stage::Stuck, Api::AwaitingMobileSession) => {
                self.ask(id, ChallengeKind::Phone, None);
            }
            // A wrong code that did not come through us, or one that did before the process ended.
            (Stage::Watching | Stage::Triggering | Stage::Stuck, Api::Wrong2faCodeRetry) => {
                self.wrong_code_seen(id, has_moved);
            }

            (Stage::Asking(_), Api::Pending | Api::Unknown(_)) => {
                self.keep_questions(id, &QuestionEnd::NotNeeded);
                self.set_stage(id, Stage::Watching);
            }
            (Stage::Asking(challenge), Api::NeedsOtp) => {
                self.still_wanted(id, &challenge, CodeKind::Sms.into(), links_changed);
            }
            (Stage::Asking(challenge), Api::NeedsAppOtp) => {
                self.still_wanted(id, &challenge, CodeKind::App.into(), links_changed);
            }
            (Stage::Asking(challenge), Api::NeedsEmail) => {
                self.still_wanted(id, &challenge, CodeKind::Email.into(), links_changed);
            }
            (Stage::Asking(challenge), Api::NeedsFaceOtp) => {
                self.still_wanted(id, &challenge, ChallengeKind::Face, links_changed);
            }
            (Stage::Asking(challenge), Api::AwaitingMobileSession) => {
                self.still_wanted(id, &challenge, ChallengeKind::Phone, links_changed);
            }
            (Stage::Asking(challenge), Api::Wrong2faCodeRetry) => {
                if has_moved || !challenge.after_wrong {
                    self.end_questions(id, &QuestionEnd::NotNeeded);
                    self.wrong_code_seen(id, true);
                }
            }

            (Stage::Checking(_, answer), Api::Pending | Api::Unknown(_)) => {
                self.answer_taken(id, answer.taken);
            }
            (
                Stage::Checking(challenge, _),
                state @ (Api::NeedsOtp
                | Api::NeedsAppOtp
                | Api::NeedsEmail
                | Api::NeedsFaceOtp
                | Api::AwaitingMobileSession),
            ) => {
                if has_moved {
                    self.attest_outcome(id, What::Accepted, None);
                    self.note_verdict(id);
                    self.keep_questions(id, &QuestionEnd::Accepted);
                    self.set_stage(id, Stage::Watching);
                    if let Some(kind) = self.book.attempt(id).and_then(|attempt| wanted(&state, attempt)) {
                        self.ask(id, kind, None);
                    }
                } else {
                    self.verdict_open(id, &challenge, source);
                }
            }
            (Stage::Checking(challenge, _), Api::Wrong2faCodeRetry) => {
                self.verdict_wrong_or_open(id, &challenge, has_moved, source);
            }
        }
        if is_first_look {
            self.show_what_waits_for(id);
        }
        self.hear_what_was_held(id);
        self.refresh_status(id);
        self.touched.insert(id.clone());
    }

    /// Keeps what a look shows besides the state.
    fn take_in(&mut self, id: &AttemptId, snapshot: &Snapshot) -> News {
        let now = self.now;
        let Some(after) = self.book.attempt(id).map(|attempt| self.settings.pace.after(&attempt.stage))
        else {
            return News::default();
        };
        let Some(live) = self.live.get_mut(id) else { return News::default() };
        let links = Links::of(snapshot);
        let news = News { is_first_look: !live.looked, links_changed: live.looked && live.links != links };
        live.looked = true;
        live.seen_at = Some(now);
        live.failures = 0;
        if matches!(live.remark, Some(Remark::ApiUnreachable | Remark::ApiRefuses | Remark::ApiThrottles)) {
            live.remark = None;
        }
        live.links = links;
        live.email_mask.clone_from(&snapshot.email_mask);
        live.next_look = now.plus(after);
        news
    }

    /// Remembers the state, and what follows from its being a new one.
    fn note_state(&mut self, id: &AttemptId, state: &AttemptState, has_moved: bool) {
        if !has_moved {
            return;
        }
        if let Some(live) = self.live.get_mut(id) {
            live.why = None;
        }
        let Some(attempt) = self.book.attempt_mut(id) else { return };
        // Each email gate has its email; a wrong code from the email does not need a new one.
        if *state == AttemptState::NeedsEmail && attempt.state != Some(AttemptState::Wrong2faCodeRetry) {
            attempt.email_asked_at = None;
        }
        attempt.state = Some(state.clone());
        if let AttemptState::Unknown(word) = state {
            self.commands
                .push(Command::Note(Note::UnknownState { attempt: id.clone(), state: word.clone() }));
        }
    }

    /// A wrong code does not say again what kind is wanted. If none was asked for here, the API's hint may tell.
    fn note_channel(&mut self, id: &AttemptId, snapshot: &Snapshot) {
        let is_unknown = self.book.attempt(id).is_some_and(|attempt| attempt.last_code.is_none());
        if !is_unknown || snapshot.state != AttemptState::Wrong2faCodeRetry {
            return;
        }
        let hinted = snapshot.otp_channel.as_deref().and_then(hinted);
        if let (Some(kind), Some(attempt)) = (hinted, self.book.attempt_mut(id)) {
            attempt.last_code = Some(kind);
        }
    }

    /// A code was wrong that we did not see go: it counts all the same.
    fn wrong_code_seen(&mut self, id: &AttemptId, counts: bool) {
        if counts && !self.count_wrong_code(id) {
            return;
        }
        let Some(attempt) = self.book.attempt(id) else { return };
        let kind = attempt.last_code.unwrap_or(CodeKind::Some);
        // What was not counted was not judged either, as far as anybody can tell.
        let again =
            if counts { Again::Wrong { tries_left: self.tries_left(attempt) } } else { Again::Unsure };
        self.ask(id, kind.into(), Some(again));
    }

    /// Counts a wrong code. Ends the attempt when there were too many, and says whether it goes on.
    fn count_wrong_code(&mut self, id: &AttemptId) -> bool {
        self.commands.push(Command::Note(Note::WrongCode { attempt: id.clone() }));
        self.attest_outcome(id, What::WrongCode, None);
        let Some(attempt) = self.book.attempt_mut(id) else { return false };
        attempt.wrong_codes += 1;
        let goes_on = attempt.wrong_codes < self.settings.limits.wrong_codes_max;
        if !goes_on {
            self.end(id, Ending::WrongCodes);
        }
        goes_on
    }

    /// Puts what became of an answer, or of the attempt, on the trail.
    fn attest_outcome(&mut self, id: &AttemptId, what: What, detail: Option<&str>) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let account = attempt.account.clone();
        let mut deed = Deed::of(what, &account).attempt(id);
        if let Stage::Checking(_, answer) = &attempt.stage {
            deed = deed.person(answer.person);
        }
        self.attest(match detail {
            Some(detail) => deed.detail(detail),
            None => deed,
        });
    }

    /// A look has failed.
    fn look_failed(&mut self, id: &AttemptId, trouble: Trouble) {
        let pace = self.settings.pace.clone();
        let now = self.now;
        match trouble {
            Trouble::NotFound => return self.end(id, Ending::Unknown),
            Trouble::Gone => return self.end(id, Ending::Gone),
            Trouble::Refused
            | Trouble::Throttled(_)
            | Trouble::Unreachable
            | Trouble::Lost
            | Trouble::NoCredentials
            | Trouble::Declined => {}
        }
        let Some(live) = self.live.get_mut(id) else { return };
        live.failures = live.failures.saturating_add(1);
        match trouble {
            Trouble::Refused => {
                live.remark = Some(Remark::ApiRefuses);
                live.next_look = now.plus(REFUSED_PAUSE);
                self.commands.push(Command::Note(Note::KeyRefused));
            }
            Trouble::Throttled(retry_after) => {
                if live.failures >= FAILURES_WORTH_TELLING {
                    live.remark = Some(Remark::ApiThrottles);
                }
                live.next_look = now.plus(throttled(retry_after));
            }
            Trouble::Unreachable
            | Trouble::Lost
            | Trouble::NoCredentials
            | Trouble::Declined
            | Trouble::NotFound
            | Trouble::Gone => {
                if live.failures >= FAILURES_WORTH_TELLING {
                    live.remark = Some(Remark::ApiUnreachable);
                }
                live.next_look = now.plus(pace.after_failures(live.failures));
            }
        }
        self.refresh_status(id);
        self.touched.insert(id.clone());
    }

    /// Looks at an attempt. `awaited`: a human waits for what it shows.
    pub(super) fn look(&mut self, id: &AttemptId, awaited: bool) {
        let Some(hazard) = self.book.attempt(id).map(|attempt| Hazard::of(&attempt.stage)) else { return };
        if let Some(live) = self.live.get_mut(id) {
            let request = live.next_request();
            let seen_at = live.seen_at;
            self.commands.push(Command::Look { attempt: id.clone(), request, awaited, hazard, seen_at });
            self.touched.insert(id.clone());
        }
    }

    /// Puts an attempt into another stage. An answer that is no longer on its way is settled and wiped.
    fn set_stage(&mut self, id: &AttemptId, stage: Stage) {
        let Some(attempt) = self.book.attempt(id) else { return };
        if attempt.stage == stage {
            return;
        }
        let was_checking = matches!(attempt.stage, Stage::Checking(..));
        let is_checking = matches!(stage, Stage::Checking(..));
        let next_look = self.now.plus(self.settings.pace.after(&stage));
        if let Some(attempt) = self.book.attempt_mut(id) {
            attempt.stage = stage;
        }
        if let Some(live) = self.live.get_mut(id) {
            live.next_look = next_look;
        }
        if was_checking && !is_checking {
            self.release(id);
        }
        self.touched.insert(id.clone());
    }

    /// The answer of an attempt is no longer on its way: its update is settled and its code wiped.
    fn release(&mut self, id: &AttemptId) {
        let Some(live) = self.live.get_mut(id) else { return };
        live.recover_until = None;
        if let Some(update) = live.in_flight.take().and_then(|answer| answer.update) {
            self.settle(update);
        }
    }

    /// Ends an attempt: everybody who was asked and everybody who watches is told, once.
    pub(super) fn end(&mut self, id: &AttemptId, ending: Ending) {
        let Some(attempt) = self.book.attempt(id) else { return };
        if matches!(attempt.stage, Stage::Ended { .. }) {
            return;
        }
        let (account, tag) = (attempt.account.clone(), attempt.tag);
        self.commands.push(Command::Note(Note::Ended { attempt: id.clone(), ending: ending_word(&ending) }));
        self.attest_outcome(id, What::Ended, Some(ending_word(&ending)));
        self.tell_of_ending(id, &ending);
        self.end_questions(id, &question_end(&ending));
        self.end_kept(id, &ending);
        self.over_in_round(&account, tag, &ending);
        if ending == Ending::Connected {
            self.forget_postponements(&account);
            self.remember_account(&account);
            let now = self.now;
            if let Some(account) = self.book.account_mut(&account) {
                account.connected_at = Some(now);
            }
            self.session_is_alive(&account);
        }
        self.set_stage(id, Stage::Ended { ending, at: self.now });
        self.book.close(&account, id);
        self.call_off(id);
        let held = self.live.remove(id).map(|live| live.held).unwrap_or_default();
        self.refresh_status(id);
        self.read_held(held);
        self.touched.insert(id.clone());
    }

    /// Nothing goes to the API for an attempt that ends in the event in which it was ordered.
    fn call_off(&mut self, id: &AttemptId) {
        self.commands.retain(|command| {
            !matches!(
                command,
                Command::Look { attempt, .. }
                | Command::Submit { attempt, .. }
                | Command::TriggerEmail { attempt, .. } if attempt == id
            )
        });
    }

    /// When the next step of an attempt is due.
    pub(super) fn attempt_next(&self, id: &AttemptId) -> Option<Timestamp> {
        let attempt = self.book.attempt(id)?;
        if let Stage::Ended { at, .. } = &attempt.stage {
            return Some(at.plus(ENDED_KEPT));
        }
        let live = self.live.get(id)?;
        let too_old = attempt.started_at.plus(self.settings.limits.attempt_lifetime);
        let look = (!live.waiting).then_some(live.next_look);
        let question = match &attempt.stage {
            Stage::Asking(challenge) => challenge_next(challenge),
            Stage::Watching
            | Stage::Triggering
            | Stage::Stuck
            | Stage::Checking(..)
            | Stage::Ended { .. } => None,
        };
        let answer = live.in_flight.as_ref().and_then(|answer| match answer.fate {
            Fate::Processing(until) | Fate::Waiting(until) => Some(until),
            Fate::Sent | Fate::Lost | Fate::Declined => None,
        });
        let held = live.held.iter().filter_map(|letter| letter.held_until).min();
        let unsettled = live.in_flight.as_ref().and_then(InFlight::unsettled_until);
        [Some(too_old), look, question, answer, live.recover_until, held, unsettled]
            .into_iter()
            .flatten()
            .min()
    }

    /// The next step of an attempt is due.
    pub(super) fn attempt_due(&mut self, id: &AttemptId) {
        self.touched.insert(id.clone());
        let Some(attempt) = self.book.attempt(id) else { return };
        match &attempt.stage {
            Stage::Ended { at, .. } => {
                if self.now >= at.plus(ENDED_KEPT) {
                    self.book.remove_attempt(id);
                }
                return;
            }
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Asking(_) | Stage::Checking(..) => {}
        }
        if self.now >= attempt.started_at.plus(self.settings.limits.attempt_lifetime) {
            return self.end(id, Ending::TooOld);
        }
        match attempt.stage.clone() {
            Stage::Asking(challenge) => self.question_due(id, &challenge),
            Stage::Checking(challenge, _) => self.answer_due(id, &challenge),
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => {}
        }
        self.give_up_held(id);
        self.settle_what_takes_long(id);
        let now = self.now;
        if self.live.get(id).is_some_and(|live| !live.waiting && live.next_look <= now) {
            self.look(id, false);
        }
        self.refresh_status(id);
    }
}

/// What a look brought besides the state.
#[derive(Clone, Copy, Default)]
struct News {
    /// Whether it is the first of this life of the process.
    is_first_look: bool,
    /// Whether the links are others than at the look before.
    links_changed: bool,
}

/// Where a snapshot comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Source {
    /// A look, or an answer to something that was not an answer of ours.
    Look,
    /// The API's own answer to the code that was submitted.
    Verdict,
}

/// After how many failed looks the manager is told.
const FAILURES_WORTH_TELLING: u32 = 3;

/// When something about an open question is due.
fn challenge_next(challenge: &Challenge) -> Option<Timestamp> {
    let next = |asked: &Asked| {
        let Times { expires_at, repeat_at } = challenge.times_of(asked);
        asked.postponed.or([Some(expires_at), repeat_at].into_iter().flatten().min())
    };
    let line = challenge.line.as_ref().map(|line| line.next_at);
    challenge.asked.iter().filter_map(next).chain(line).min()
}

/// The kind of code that a hint of the API speaks of. Its values are not documented.
fn hinted(channel: &str) -> Option<CodeKind> {
    channel.to_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).find_map(|word| match word {
        "sms" | "phone" | "text" => Some(CodeKind::Sms),
        "app" | "totp" | "authenticator" => Some(CodeKind::App),
        "email" | "mail" => Some(CodeKind::Email),
        _ => None,
    })
}

/// What the end of an attempt means for the questions about it.
fn question_end(ending: &Ending) -> QuestionEnd {
    match ending {
        Ending::Connected => QuestionEnd::Done,
        Ending::OtherAccount { .. } => QuestionEnd::Over,
        Ending::Failed => QuestionEnd::Failed,
        Ending::WrongCodes => QuestionEnd::WrongForGood,
        Ending::NotMe { .. } => QuestionEnd::NotMe,
        Ending::Cancelled { .. } => QuestionEnd::Cancelled,
        Ending::Unanswered | Ending::TooOld => QuestionEnd::Expired,
        Ending::Withdrawn => QuestionEnd::Withdrawn,
        Ending::PutOff { until, .. } => QuestionEnd::PutOff { until: *until },
        Ending::Unknown
        | Ending::Gone
        | Ending::NoCredentials
        | Ending::AccountUnknown
        | Ending::Throttled { .. }
        | Ending::ApiRefuses
        | Ending::ApiDeclines
        | Ending::ApiUnreachable
        | Ending::MaybeStarted
        | Ending::AttemptTaken
        | Ending::NotNow { .. }
        | Ending::NobodyReady
        | Ending::ReadyInVain { .. }
        | Ending::Begun
        | Ending::Unreachable { .. } => QuestionEnd::NotNeeded,
    }
}

/// Whether two answers are in the same message.
fn is_same_answer(answer: &Answer, person: PersonId, message: crate::model::MessageId) -> bool {
    answer.person == person && answer.message.is_some_and(|(known, _)| known == message)
}
