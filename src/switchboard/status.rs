//! What a manager reads about a sign-in: one message, edited as things move.

use std::collections::BTreeMap;

use crate::model::notice::{Ending, Progress, Remark, Status};
use crate::model::record::{AttemptRecord, Audience, Challenge, ChallengeKind, Matter, Stage, Starter};
use crate::model::trail::What;
use crate::model::{
    AccountId, Address, AttemptId, AttemptState, Handle, Name, Notice, PostId, Tag, Timestamp,
};

use super::Switchboard;
use super::limits::{HOUR, next_free};
use super::posts::NewPost;
use super::trail::Deed;

impl Switchboard {
    /// Posts the status messages of a sign-in that begins.
    pub(super) fn post_statuses(
        &mut self,
        to: Vec<Address>,
        account: &AccountId,
        starter: &Starter,
        tag: Tag,
    ) -> Vec<PostId> {
        let status = Status {
            handle: self.handle_of(account),
            tag,
            starter: starter.clone(),
            started_at: self.now,
            progress: Progress::Starting,
            remark: None,
        };
        let expires_at = self.now.plus(self.settings.limits.attempt_lifetime);
        self.post_status(to, account, &status, expires_at)
    }

    /// Posts a status in several chats. Its buttons work until that moment.
    pub(super) fn post_status(
        &mut self,
        to: Vec<Address>,
        account: &AccountId,
        status: &Status,
        expires_at: Timestamp,
    ) -> Vec<PostId> {
        to.into_iter()
            .map(|to| {
                let offer = self.offer(Audience::Managers, Matter::Status(account.clone()), expires_at);
                let notice = Notice::Status(status.clone());
                self.post(NewPost { offer: Some(offer), ..NewPost::living(to, notice) })
            })
            .collect()
    }

    /// Brings the status messages of an attempt up to date.
    pub(super) fn refresh_status(&mut self, attempt: &AttemptId) {
        let Some(record) = self.book.attempt(attempt) else { return };
        let living = !matches!(record.stage, Stage::Ended { .. });
        let is_looked = self.live.get(attempt).is_none_or(|live| live.looked);
        let status = self.status_of(record);
        for post in record.statuses.clone() {
            let mut status = status.clone();
            if living && !is_looked && status.remark.is_none() {
                // Whether it still holds is not known before the first look of this life.
                status.remark = self.remark_shown(post);
            }
            self.repost(post, Notice::Status(status), living);
        }
    }

    /// The remark that stands in a status message.
    fn remark_shown(&self, post: PostId) -> Option<Remark> {
        let Notice::Status(status) = &self.book.post(&post)?.notice else { return None };
        status.remark.clone()
    }

    /// A sign-in as a manager sees it.
    pub(super) fn status_of(&self, attempt: &AttemptRecord) -> Status {
        let is_over = matches!(attempt.stage, Stage::Ended { .. });
        Status {
            handle: self.handle_of(&attempt.account),
            tag: attempt.tag,
            starter: attempt.started_by.clone(),
            started_at: attempt.started_at,
            progress: self.progress_of(attempt),
            remark: if is_over { None } else { self.remark_of(attempt) },
        }
    }

    fn progress_of(&self, attempt: &AttemptRecord) -> Progress {
        match &attempt.stage {
            Stage::Watching | Stage::Triggering => match &attempt.state {
                None => Progress::Starting,
                Some(AttemptState::Unknown(state)) => Progress::Unusual { state: state.clone() },
                Some(_) => Progress::Working,
            },
            Stage::Stuck => self.stuck_progress(attempt),
            Stage::Asking(challenge) => self.asking_progress(attempt, challenge),
            Stage::Checking(..) => match &attempt.state {
                Some(AttemptState::Unknown(state)) => Progress::Unusual { state: state.clone() },
                Some(_) | None => Progress::Checking,
            },
            Stage::Ended { ending, at } => {
                Progress::Ended { ending: ending.clone(), seconds: at.since(attempt.started_at).as_secs() }
            }
        }
    }

    /// Something is wanted, and nobody can be asked: why.
    fn stuck_progress(&self, attempt: &AttemptRecord) -> Progress {
        let kind = attempt
            .state
            .as_ref()
            .and_then(|state| wanted(state, attempt))
            .unwrap_or(ChallengeKind::Code(crate::model::record::CodeKind::Some));
        let until = self
            .creators_of(&attempt.account)
            .into_iter()
            .filter_map(|person| self.may_be_asked_at(person))
            .min();
        match until {
            Some(until) => Progress::AskedTooOften { kind, until },
            None => Progress::WaitingForALink { kind },
        }
    }

    /// When a person may be asked again; none if that is at once.
    pub(super) fn may_be_asked_at(&self, person: crate::model::PersonId) -> Option<Timestamp> {
        let asked = &self.book.person(&person)?.questions;
        next_free(self.settings.limits.questions_per_hour, HOUR, self.now, asked)
    }

    fn asking_progress(&self, attempt: &AttemptRecord, challenge: &Challenge) -> Progress {
        let waiting = challenge.asked.iter().filter(|asked| asked.postponed.is_none());
        let names: Vec<Name> = waiting.map(|asked| self.name_of(asked.person)).collect();
        let first = challenge.asked.iter().filter_map(|it| Some((it.postponed?, it.person))).min();
        if let (true, Some((until, person))) = (names.is_empty(), first) {
            return Progress::Postponed { name: self.name_of(person), until };
        }
        let kind = challenge.kind;
        if challenge.after_wrong {
            let tries_left = self.tries_left(attempt);
            Progress::WaitingAfterWrong { kind, names, tries_left }
        } else {
            Progress::Waiting { kind, names }
        }
    }

    /// How many more codes may be tried for an attempt.
    pub(super) fn tries_left(&self, attempt: &AttemptRecord) -> u32 {
        self.settings.limits.wrong_codes_max.saturating_sub(attempt.wrong_codes)
    }

    /// Who wants to be asked later while others are asked, and when: whoever comes first.
    fn later_of(&self, attempt: &AttemptRecord, challenge: &Challenge) -> Option<Remark> {
        if challenge.asked.iter().all(|asked| asked.postponed.is_some()) {
            return None;
        }
        let within_its_life = challenge.asked.iter().filter_map(|it| Some((it.postponed?, it.person)));
        let is_asked = |person| challenge.asked.iter().any(|asked| asked.person == person);
        let beyond = self.book.postponements_of(&attempt.account);
        let beyond = beyond.map(|it| (it.until, it.person)).filter(|(_, person)| !is_asked(*person));
        let (until, person) = within_its_life.chain(beyond).min()?;
        Some(Remark::Later { name: self.name_of(person), until })
    }

    /// What is worth knowing besides: what is wrong with the API first, then with the link, then whom it does not wake.
    fn remark_of(&self, attempt: &AttemptRecord) -> Option<Remark> {
        let live = self.live.get(&attempt.id)?;
        if live.remark.is_some() {
            return live.remark.clone();
        }
        let Stage::Asking(challenge) = &attempt.stage else { return None };
        if let Some(later) = self.later_of(attempt, challenge) {
            return Some(later);
        }
        if live.links.has_unusable(challenge.kind) {
            return Some(Remark::UnusableLink);
        }
        let is_missing = live.links.shown(challenge.kind) == crate::model::notice::LinkShown::Missing;
        if live.looked && is_missing && challenge.kind == ChallengeKind::Face {
            return Some(Remark::MissingLink);
        }
        self.silent_remark(challenge)
    }

    /// Ends the status messages of a reauthentication that brought no attempt.
    pub(super) fn end_reauth(&mut self, account: &AccountId, ending: Ending) {
        let Some(reauth) = self.book.remove_reauth(account) else { return };
        self.reauthenticating.remove(account);
        let word = ending_word(&ending);
        self.over_in_round(account, reauth.tag, &ending);
        self.attest(Deed::of(What::NotStarted, account).by(&reauth.started_by).detail(word));
        let status = Status {
            handle: self.handle_of(account),
            tag: reauth.tag,
            starter: reauth.started_by,
            started_at: reauth.started_at,
            progress: Progress::Ended { ending, seconds: self.now.since(reauth.started_at).as_secs() },
            remark: None,
        };
        for post in reauth.statuses {
            self.repost(post, Notice::Status(status.clone()), false);
        }
    }

    /// The statuses of everything that is open, by account.
    pub(super) fn open_statuses(&self) -> BTreeMap<(Handle, AccountId), Status> {
        let attempts = self.book.open_attempts();
        let attempts = attempts.iter().filter_map(|id| self.book.attempt(id));
        let attempts = attempts.map(|it| (it.account.clone(), self.status_of(it)));
        let reauths = self.book.all_reauths().map(|reauth| {
            let status = Status {
                handle: self.handle_of(&reauth.account),
                tag: reauth.tag,
                starter: reauth.started_by.clone(),
                started_at: reauth.started_at,
                progress: Progress::Starting,
                remark: None,
            };
            (reauth.account.clone(), status)
        });
        let readies = self.book.all_readies().map(|ready| (ready.account.clone(), self.ready_status(ready)));
        attempts
            .chain(reauths)
            .chain(readies)
            .map(|(account, status)| ((status.handle.clone(), account), status))
            .collect()
    }

    /// The names of people.
    pub(super) fn names_of(&self, people: &[crate::model::PersonId]) -> Vec<Name> {
        people.iter().map(|person| self.name_of(*person)).collect()
    }
}

/// What a state wants of a person; none if nothing.
pub(super) fn wanted(state: &AttemptState, attempt: &AttemptRecord) -> Option<ChallengeKind> {
    use crate::model::record::CodeKind;
    match state {
        AttemptState::NeedsOtp => Some(ChallengeKind::Code(CodeKind::Sms)),
        AttemptState::NeedsAppOtp => Some(ChallengeKind::Code(CodeKind::App)),
        AttemptState::NeedsEmail => Some(ChallengeKind::Code(CodeKind::Email)),
        AttemptState::Wrong2faCodeRetry => {
            Some(ChallengeKind::Code(attempt.last_code.unwrap_or(CodeKind::Some)))
        }
        AttemptState::NeedsFaceOtp => Some(ChallengeKind::Face),
        AttemptState::AwaitingMobileSession => Some(ChallengeKind::Phone),
        AttemptState::Pending
        | AttemptState::CompletedSuccess
        | AttemptState::CompletedFailed
        | AttemptState::Unknown(_) => None,
    }
}

/// The words for an ending in the log, the metrics and the agency's HTTP interface.
pub(super) fn ending_word(ending: &Ending) -> &'static str {
    match ending {
        Ending::Connected => "connected",
        Ending::OtherAccount { .. } => "other_account",
        Ending::Failed => "failed",
        Ending::Unknown => "unknown",
        Ending::Gone => "gone",
        Ending::NoCredentials => "no_credentials",
        Ending::AccountUnknown => "account_unknown",
        Ending::Throttled { .. } => "throttled",
        Ending::ApiRefuses => "api_refuses",
        Ending::ApiDeclines => "api_declines",
        Ending::ApiUnreachable => "api_unreachable",
        Ending::MaybeStarted => "maybe_started",
        Ending::AttemptTaken => "attempt_taken",
        Ending::WrongCodes => "wrong_codes",
        Ending::NotMe { .. } => "declined",
        Ending::NotNow { .. } => "not_now",
        Ending::NobodyReady => "nobody_ready",
        Ending::ReadyInVain { .. } => "ready_in_vain",
        Ending::Begun => "begun",
        Ending::Cancelled { .. } => "cancelled",
        Ending::Unanswered => "unanswered",
        Ending::TooOld => "too_old",
        Ending::Unreachable { .. } => "unreachable",
        Ending::Withdrawn => "withdrawn",
        Ending::PutOff { .. } => "put_off",
    }
}
