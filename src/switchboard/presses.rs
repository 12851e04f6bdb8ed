//! Pressed buttons.
//!
//! What stands in a button can be forged, so it is an opaque word that is looked up, good for one person, one matter
//! and a time. Whoever presses a button that is not theirs learns nothing from it.

use std::time::Duration;

use jiff::{Timestamp as Moment, ToSpan};

use crate::model::incoming::Press;
use crate::model::notice::{Choice, Ending, QuestionMode};
use crate::model::record::{
    Audience, Challenge, ChallengeKind, CodeKind, Freeze, Matter, OfferRecord, Stage,
};
use crate::model::trail::What;
use crate::model::{AccountId, AttemptId, Notice, OfferWord, PersonId, Timestamp, UpdateId};

use super::Switchboard;
use super::attempt::Heard;
use super::command::{Command, Note, Submission};
use super::posts::NewPost;
use super::trail::Deed;

/// *15 minutes*
const QUARTER: Duration = Duration::from_mins(15);

/// *1 hour*
pub(super) const AN_HOUR: Duration = Duration::from_hours(1);

/// When *tonight* is, on the clock of the bridge's time zone.
const TONIGHT_HOUR: i8 = 20;

/// How long *Allow again* and *Reconnect* work: until they are good for nothing any more, as far as anybody can tell.
pub(super) const FOR_EVER: Duration = Duration::from_hours(87600);

impl Switchboard {
    /// Somebody pressed a button. The press itself is answered in any case, since a spinner waits for it.
    pub(super) fn pressed(&mut self, update: UpdateId, press: Press) {
        let person = press.speaker.id;
        self.heard = Some((&press.speaker).into());
        if let Some(notice) = self.language_pressed(&press) {
            let language = self.language_of(person);
            return self.commands.push(Command::AnswerPress {
                query: press.query,
                notice: Some(notice),
                language,
            });
        }
        let pressed = press.data.split_once('.').and_then(|(word, letter)| {
            let offer = self.book.offer(&OfferWord(word.to_owned()))?.clone();
            Some((offer, Choice::from_letter(letter)?))
        });
        let notice = match pressed {
            Some((offer, choice)) if self.may_press(&press, &offer) => {
                self.act(update, &press, &offer, choice).unwrap_or(Notice::ButtonExpired)
            }
            Some(_) => {
                self.commands.push(Command::Note(Note::ButtonRefused { person }));
                Notice::ButtonExpired
            }
            None => Notice::ButtonExpired,
        };
        let language = self.language_of(person);
        self.commands.push(Command::AnswerPress { query: press.query, notice: Some(notice), language });
    }

    fn may_press(&self, press: &Press, offer: &OfferRecord) -> bool {
        let person = press.speaker.id;
        // Nobody can press anything in somebody else's private chat, which has the number of whose it is.
        if press.at.is_some_and(|at| at.chat.0 > 0 && at.chat != person.chat().chat) {
            return false;
        }
        let is_meant = match offer.to {
            // Managers never answer for a creator, not even if they were linked before they became one.
            Audience::Person(meant) => meant == person && !self.is_manager(person),
            Audience::Managers => self.is_manager(person),
        };
        is_meant && offer.expires_at > self.now
    }

    /// Does what a button stands for. None if that makes no sense any more.
    fn act(
        &mut self,
        update: UpdateId,
        press: &Press,
        offer: &OfferRecord,
        choice: Choice,
    ) -> Option<Notice> {
        let person = press.speaker.id;
        match &offer.about {
            Matter::Invitation { hash, post } if choice == Choice::Accept => {
                self.accept(&press.speaker, *hash, *post);
            }
            Matter::Invitation { hash, post } if choice == Choice::Decline => {
                self.decline(&press.speaker, *hash, *post);
            }

            Matter::Revocation(hash) => {
                let invitation =
                    (choice == Choice::Revoke).then(|| self.book.invitation(hash).cloned())??;
                self.revoke(&[*hash]);
                let revoked = Deed::of(What::InvitationRevoked, &invitation.account);
                self.attest(revoked.by_speaker(&press.speaker));
                return Some(Notice::InvitationsRevoked { handle: invitation.handle, count: 1 });
            }
            Matter::Question { attempt, opened_at } => {
                return self.act_on_question(person, attempt, *opened_at, choice);
            }
            Matter::Status(account) if choice == Choice::Cancel => {
                self.cancel(account, &press.speaker).then_some(())?;
            }
            Matter::Status(account) if choice == Choice::Nudge => return Some(self.nudge(account)),
            Matter::Status(account) if choice == Choice::Invite => {
                self.invite_at(account, &press.speaker, press.at?, update);
            }
            Matter::Session(account) if choice == Choice::Reconnect => {
                self.reconnect(account, press, update)?;
            }
            Matter::Forget { post } if choice == Choice::Forget => self.forget(person, *post),
            Matter::Mark { account, post } => return self.another_mark(person, account, *post, choice),
            Matter::Order { account, post } => return self.change_order(person, account, *post, choice),
            Matter::Check { account, asked_at } => return self.can_read(person, account, *asked_at, choice),
            Matter::ReadyFirst { account, asked_at } => {
                return self.act_on_ready(person, account, *asked_at, choice);
            }
            Matter::Board { post } => self.turn_board(*post, choice)?,
            Matter::Round(round) if choice == Choice::Cancel => self.cancel_round(*round, &press.speaker)?,
            Matter::Trail { account, before } if choice == Choice::Earlier => {
                self.earlier(offer.to, account.as_ref(), *before, press.at?)?;
            }
            Matter::Invitation { .. }
            | Matter::Status(_)
            | Matter::Session(_)
            | Matter::Forget { .. }
            | Matter::Trail { .. }
            | Matter::Round(_) => return None,
            Matter::Freeze(account) => {
                if choice != Choice::AllowAgain || !self.may_allow_again(account, person) {
                    return None;
                }
                self.allow_again(account, person);
            }
            Matter::Which { message, edited, attempts, post } => {
                let Choice::Account(index) = choice else { return None };
                let attempt = attempts.get(usize::from(index))?.clone();
                let handle = self.book.attempt(&attempt).map(|attempt| self.handle_of(&attempt.account));
                let is_open = self.account_chosen(&press.speaker, &offer.word, (*message, *edited), &attempt);
                let handle = handle.filter(|_| is_open);
                self.repost(*post, Notice::AccountChosen { handle }, false);
            }
            Matter::Ready { account, starter, tell, post } => {
                self.ready_answered(person, account, starter, tell, *post, choice)?;
            }
        }
        Some(Notice::Noted)
    }

    /// A button of a question.
    fn act_on_question(
        &mut self,
        person: PersonId,
        id: &AttemptId,
        opened_at: Timestamp,
        choice: Choice,
    ) -> Option<Notice> {
        let stage = self.book.attempt(id)?.stage.clone();
        let challenge = match stage {
            Stage::Asking(challenge) => challenge,
            Stage::Checking(challenge, _) if choice == Choice::NotMe => challenge,
            Stage::Checking(..) => {
                let handle = self.handle_of(&self.book.attempt(id)?.account);
                return Some(Notice::StillChecking { handle });
            }
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => return None,
        };
        if challenge.opened_at != opened_at || !challenge.asked.iter().any(|asked| asked.person == person) {
            return None;
        }
        match choice {
            Choice::NotMe => self.not_me(id, person),
            Choice::Later => self.choose_later(id, &challenge, person),
            Choice::InAQuarter => self.postpone(id, person, self.now.plus(QUARTER)),
            Choice::InAnHour => self.postpone(id, person, self.now.plus(AN_HOUR)),
            Choice::Tonight => {
                let tonight = self.tonight()?;
                self.postpone(id, person, tonight);
            }
            Choice::SendEmail => return self.send_email_again(id, &challenge),
            Choice::FaceDone => {
                if challenge.kind != ChallengeKind::Face {
                    return None;
                }
                // The press is settled like any other: should the process end, the question is opened again.
                let answer = Submission::FaceDone;
                let heard = Heard { answer, person, message: None, update: None, at: self.now };
                self.take_answer(id, heard);
                return Some(Notice::TellingTheApi);
            }
            Choice::Accept
            | Choice::Decline
            | Choice::AllowAgain
            | Choice::Cancel
            | Choice::Invite
            | Choice::Revoke
            | Choice::Ready
            | Choice::NotNow
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

    /// *Later*: how much later?
    fn choose_later(&mut self, id: &AttemptId, challenge: &Challenge, person: PersonId) {
        let notice = self.question(id, challenge, person, challenge.again, QuestionMode::ChoosingLater);
        if let Some(asked) = challenge.asked.iter().find(|asked| asked.person == person) {
            self.repost(asked.question, notice, true);
        }
    }

    /// The next evening, by the clock where the bridge stands.
    fn tonight(&self) -> Option<Timestamp> {
        let now = Moment::from_millisecond(self.now.0).ok()?.to_zoned(self.settings.zone.clone());
        let evening = now.date().at(TONIGHT_HOUR, 0, 0, 0);
        let at = evening.to_zoned(self.settings.zone.clone()).ok()?;
        let at = if at > now {
            at
        } else {
            evening.checked_add(1.day()).ok()?.to_zoned(self.settings.zone.clone()).ok()?
        };
        Some(Timestamp(at.timestamp().as_millisecond()))
    }

    fn send_email_again(&mut self, id: &AttemptId, challenge: &Challenge) -> Option<Notice> {
        if challenge.kind != ChallengeKind::Code(CodeKind::Email) {
            return None;
        }
        let sent_at = self.book.attempt(id)?.email_asked_at;
        let cooldown = self.settings.limits.email_cooldown;
        if let Some(sent_at) = sent_at {
            let left = cooldown.saturating_sub(self.now.since(sent_at));
            if !left.is_zero() {
                let seconds = left.as_millis().div_ceil(1_000);
                return Some(Notice::EmailCooldown { seconds: u64::try_from(seconds).unwrap_or(u64::MAX) });
            }
        }
        self.trigger_email(id);
        Some(Notice::EmailAskedFor)
    }

    /// *Not me*: everything stops, and every manager is told.
    fn not_me(&mut self, id: &AttemptId, person: PersonId) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let account = attempt.account.clone();
        let (tag, starter) = (attempt.tag, attempt.started_by.clone());
        let name = self.name_of(person);
        let handle = self.handle_of(&account);
        let at = self.now;
        self.remember_account(&account);
        if let Some(account) = self.book.account_mut(&account) {
            account.frozen = Some(Freeze { by: person, at });
        }
        self.commands.push(Command::Note(Note::Frozen { account: account.clone(), person }));
        self.attest(Deed::of(What::Frozen, &account).attempt(id).person(person));
        self.end(id, Ending::NotMe { name: name.clone() });
        self.tell_of_freeze(id);
        // One may have begun while this attempt, which was handed over, was not known yet.
        self.end_reauth(&account, Ending::NotMe { name: name.clone() });
        self.end_ready(&account, Ending::NotMe { name: name.clone() });
        self.end_check(&account);
        self.forget_postponements(&account);
        self.offer_to_allow_again(&account, person);
        self.alert(&Notice::NotMeAlert { handle, tag, name, starter });
    }

    /// Nobody is asked again about an account because of what they chose before.
    pub(super) fn forget_postponements(&mut self, account: &AccountId) {
        let waiting: Vec<(AccountId, PersonId)> =
            self.book.postponements_of(account).map(|it| (it.account.clone(), it.person)).collect();
        for key in waiting {
            self.book.remove_postponement(&key);
            self.agenda.set(super::agenda::Subject::Postponement(key.0, key.1), None);
        }
    }

    /// Shows a person that an account is frozen, with the button that ends it.
    pub(super) fn offer_to_allow_again(&mut self, account: &AccountId, person: PersonId) {
        let known = self
            .book
            .all_offers()
            .find(|it| it.to == Audience::Person(person) && it.about == Matter::Freeze(account.clone()))
            .map(|offer| offer.word.clone());
        let expires_at = self.now.plus(FOR_EVER);
        let offer = known.unwrap_or_else(|| {
            self.offer(Audience::Person(person), Matter::Freeze(account.clone()), expires_at)
        });
        let notice = Notice::FrozenByYou { handle: self.handle_of(account) };
        self.post(NewPost { offer: Some(offer), ..NewPost::once(person.chat(), notice) });
    }

    /// Whether an account is frozen and a person may end that: whoever pressed *Not me*, or was linked at that time.
    /// Else a manager could invite somebody new to press the button.
    pub(super) fn may_allow_again(&self, account: &AccountId, person: PersonId) -> bool {
        let freeze = self.book.account(account).and_then(|account| account.frozen.as_ref());
        let link = self.book.link(&(account.clone(), person));
        matches!((freeze, link), (Some(freeze), Some(link)) if freeze.by == person || link.accepted_at <= freeze.at)
    }

    /// *Allow again*.
    fn allow_again(&mut self, account: &AccountId, person: PersonId) {
        if let Some(account) = self.book.account_mut(account) {
            account.frozen = None;
        }
        self.attest(Deed::of(What::Allowed, account).person(person));
        // Each person who is linked may have the button.
        let about = Matter::Freeze(account.clone());
        let buttons: Vec<OfferWord> =
            self.book.all_offers().filter(|it| it.about == about).map(|it| it.word.clone()).collect();
        for word in buttons {
            self.withdraw_offer(&word);
        }
        let handle = self.handle_of(account);
        let name = self.name_of(person);
        // Everybody who is linked is told, whoever pressed it.
        for linked in self.creators_of(account) {
            self.post(NewPost::once(linked.chat(), Notice::AllowedByYou { handle: handle.clone() }));
        }
        self.alert(&Notice::AllowedAgain { handle, name });
    }

    /// The buttons of an offer have run out.
    pub(super) fn offer_expired(&mut self, word: &OfferWord) {
        let Some(offer) = self.book.remove_offer(word) else { return };
        match offer.about {
            Matter::Which { post, .. } => {
                self.nothing_chosen(word);
                self.repost(post, Notice::AccountChosen { handle: None }, false);
            }
            Matter::Ready { account, post, .. } => {
                let handle = self.handle_of(&account);
                self.repost(post, Notice::ReadyAnswered { handle, started: false }, false);
            }
            Matter::Invitation { post, .. } => self.repost(post, Notice::InvitationUseless, false),
            Matter::Forget { post } => self.repost(post, Notice::NotForgotten, false),
            Matter::Order { post, .. } => self.order_settled(post),
            Matter::Board { post } => self.close_board(post),
            Matter::Mark { account, post } => {
                if let Audience::Person(person) = offer.to {
                    self.mark_settled(person, &account, post);
                }
            }
            Matter::Revocation(_)
            | Matter::Question { .. }
            | Matter::Status(_)
            | Matter::Trail { .. }
            | Matter::Round(_)
            | Matter::Session(_)
            | Matter::Freeze(_)
            | Matter::ReadyFirst { .. }
            | Matter::Check { .. } => {}
        }
    }
}
