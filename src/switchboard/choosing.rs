//! For which account a code is, when more than one question is open: asked of whoever sent it, and remembered.

use crate::model::incoming::Speaker;
use crate::model::notice::QuestionMode;
use crate::model::record::{Audience, Matter, PostRecord, Stage};
use crate::model::{
    AttemptId, MessageId, Notice, OfferWord, PersonId, PostId, Tag, TelegramTime, Timestamp, UpdateId,
};

use super::Switchboard;
use super::agenda::Subject;
use super::attempt::is_code;
use super::code::Reading;
use super::command::Command;
use super::limits::{CHOICE_LIFETIME, HOLD_MOST, MOST_CHOICES, OVER_KEPT, SEEN_WITHIN};
use super::posts::NewPost;
use super::reply::{Letter, OpenQuestion};

/// A question that has been answered or has ended, whose reader may not have seen that yet.
pub(super) struct JustOver {
    person: PersonId,
    tag: Tag,
    /// The message in which it stood.
    post: PostId,
    ended_at: Timestamp,
    /// Since when Telegram shows it.
    shown_at: Option<Timestamp>,
}

impl Switchboard {
    /// A question has been answered or has ended, and its message is about to say so.
    pub(super) fn note_just_over(&mut self, tag: Tag, id: PostId) {
        let Some(post) = self.book.post(&id) else { return };
        // Whoever has read that their answer is being checked knows that it is over.
        if !is_checking(&post.notice) {
            self.is_over_for(PersonId(post.to.chat.0), tag, id);
        }
    }

    fn is_over_for(&mut self, person: PersonId, tag: Tag, post: PostId) {
        let ended_at = self.now;
        self.just_over.retain(|it| it.ended_at.plus(OVER_KEPT) > ended_at);
        self.just_over.push(JustOver { person, tag, post, ended_at, shown_at: None });
    }

    /// Questions were over when the process ended, and their messages may not say so yet.
    pub(super) fn resume_just_over(&mut self) {
        let over = self.book.all_posts().filter_map(|post| {
            let tag = if let Notice::QuestionEnded { tag, .. } = &post.notice {
                *tag
            } else if let Notice::Question(question) = &post.notice
                && question.mode == QuestionMode::Checking
            {
                question.tag
            } else {
                return None;
            };
            (post.shown != Some(post.revision)).then_some((PersonId(post.to.chat.0), tag, post.id))
        });
        for (person, tag, post) in over.collect::<Vec<_>>() {
            self.is_over_for(person, tag, post);
        }
    }

    /// A message stands as it was ordered, or is gone.
    pub(super) fn note_over_is_shown(&mut self, post: PostId) {
        let now = self.now;
        for it in self.just_over.iter_mut().filter(|it| it.post == post) {
            it.shown_at.get_or_insert(now);
        }
    }

    /// Whether a code may be for another question, one that looked open to its author when they wrote it.
    ///
    /// A question that ends, because it was answered or the sign-in went on without, is seen to be over only when its
    /// message is edited; what is written meanwhile must not go to another that happens to be open.
    pub(super) fn may_be_for_what_is_over(
        &self,
        person: PersonId,
        letter: &Letter,
        open: &OpenQuestion,
    ) -> bool {
        let written = self.by_our_clock(letter.message.edited.unwrap_or(letter.message.date));
        let tag = self.book.attempt(&open.attempt).map(|attempt| attempt.tag);
        let looked_open = |it: &JustOver| it.shown_at.is_none_or(|at| at.plus(SEEN_WITHIN) >= written);
        let mut theirs = self.just_over.iter().filter(|it| it.person == person && Some(it.tag) != tag);
        if theirs.any(looked_open) {
            return true;
        }
        // An earlier message of a question looks open until it says that the question is asked again below.
        let looks_open = |post: &PostRecord| {
            matches!(&post.notice, Notice::QuestionRepeated { tag: other, .. } if Some(*other) != tag)
                && post.to == person.chat()
                && post.message.is_some()
                && post.shown != Some(post.revision)
        };
        if self.book.all_posts().any(looks_open) {
            return true;
        }
        // What was shown before the process started, and when, is not known. Whoever answers what was asked since, or
        // what was asked after the other was over, has seen that it was.
        let opened_at = open.challenge.opened_at;
        written < self.started_at.plus(SEEN_WITHIN)
            && opened_at < self.started_at
            && self.attempts_of(person).into_iter().any(|attempt| {
                let was_over_before =
                    matches!(attempt.stage, Stage::Ended { at, .. } if at.plus(SEEN_WITHIN) < opened_at);
                attempt.id != open.attempt && attempt.asked_at.is_some() && !was_over_before
            })
    }

    /// Asks for which account a code is. The code waits in memory; its update is not settled before it is used.
    pub(super) fn ask_which(&mut self, person: PersonId, letter: &Letter) {
        self.delete(letter);
        let open: Vec<OpenQuestion> = self
            .questions_to(person)
            .into_iter()
            .filter(|question| is_code(question.challenge.kind))
            .collect();
        if open.is_empty() {
            return self.say_nothing_is_open(person, letter);
        }
        self.give_up_oldest_choice(person);
        let choices = open
            .iter()
            .filter_map(|question| self.book.attempt(&question.attempt))
            .map(|attempt| (self.handle_of(&attempt.account), attempt.tag))
            .collect();
        let attempts = open.into_iter().map(|question| question.attempt).collect();
        let post = self.post_id();
        let expires_at = self.now.plus(CHOICE_LIFETIME);
        let (message, edited) = (letter.message.id, letter.message.edited);
        let about = Matter::Which { message, edited, attempts, post };
        let offer = self.offer(Audience::Person(person), about, expires_at);
        self.choosing.insert(offer.clone(), letter.clone());
        let notice = Notice::WhichAccount { choices };
        self.post_as(post, NewPost { offer: Some(offer), ..NewPost::living(person.chat(), notice) });
    }

    /// A person's newest codes take the place of their oldest that waits, so that few of their updates wait so.
    fn give_up_oldest_choice(&mut self, person: PersonId) {
        let mut waiting: Vec<(UpdateId, OfferWord)> = self
            .choosing
            .iter()
            .filter(|(_, letter)| letter.message.at == person.chat())
            .map(|(word, letter)| (letter.update, word.clone()))
            .collect();
        if waiting.len() < MOST_CHOICES {
            return;
        }
        waiting.sort_unstable();
        if let Some((_, word)) = waiting.into_iter().next() {
            self.offer_expired(&word);
            self.agenda.set(Subject::Offer(word), None);
        }
    }

    /// Telegram brings a code again after a restart, and the buttons that ask for its account are there already: it
    /// goes on waiting, even if there is but one question left that it could answer.
    pub(super) fn is_choice_awaited(&mut self, person: PersonId, letter: &Letter) -> bool {
        let known = self.book.choice_about(person, letter.message.id).filter(
            |offer| matches!(&offer.about, Matter::Which { edited, .. } if *edited == letter.message.edited),
        );
        let Some(word) = known.map(|offer| offer.word.clone()) else { return false };
        self.delete(letter);
        // Edited twice within a second: the later text counts, whichever was kept waiting for longer.
        match self.choosing.get(&word).map(|waiting| waiting.update) {
            Some(waiting) if waiting > letter.update => self.settle(letter.update),
            waiting => {
                self.choosing.insert(word, letter.clone());
                if let Some(earlier) = waiting.filter(|waiting| *waiting != letter.update) {
                    self.settle(earlier);
                }
            }
        }
        true
    }

    /// A message that Telegram brings again after a restart is still for what its author had chosen.
    pub(super) fn with_choice_of_before(&self, person: PersonId, letter: Letter) -> Letter {
        if letter.chosen.is_some() {
            return letter;
        }
        let key = (person, letter.message.id, letter.message.edited);
        let attempts = self.attempts_of(person);
        match attempts.into_iter().find(|attempt| attempt.chosen.contains(&key)) {
            Some(attempt) => Letter {
                chosen: Some(attempt.id.clone()),
                held_until: Some(self.now.plus(HOLD_MOST)),
                ..letter
            },
            None => letter,
        }
    }

    /// An account was chosen for a code that waits. Says whether its question is still open.
    pub(super) fn account_chosen(
        &mut self,
        speaker: &Speaker,
        word: &OfferWord,
        message: (MessageId, Option<TelegramTime>),
        attempt: &AttemptId,
    ) -> bool {
        let person = speaker.id;
        let is_open = self.questions_to(person).iter().any(|question| question.attempt == *attempt);
        let waiting = self.choosing.remove(word).or_else(|| self.take_held(person, message));
        if let Some(letter) = waiting {
            if is_open && let Some(attempt) = self.book.attempt_mut(attempt) {
                attempt.chosen.push((person, message.0, message.1));
            }
            // Should it be held from here on, they believe that it is used.
            self.answer(speaker, Letter { chosen: Some(attempt.clone()), held_until: None, ..letter });
            return is_open;
        }
        // The process has ended in between, and Telegram has not brought the code again.
        let language = self.language_at(person.chat());
        self.commands.push(Command::Say(super::command::Say {
            to: person.chat(),
            notice: Notice::CodeNotUsed,
            offer: None,
            word: None,
            reply_to: None,
            language,
            update: None,
        }));
        false
    }

    /// Takes back a message of a person that was kept until the attempts were looked at.
    fn take_held(
        &mut self,
        person: PersonId,
        (message, edited): (MessageId, Option<TelegramTime>),
    ) -> Option<Letter> {
        self.live.values_mut().find_map(|live| {
            let at = live.held.iter().position(|held| {
                let it = &held.message;
                it.at == person.chat() && it.id == message && it.edited == edited
            })?;
            Some(live.held.remove(at))
        })
    }

    /// Uses a code for the account that was chosen, if that still has a question open.
    pub(super) fn use_for_chosen(
        &mut self,
        person: PersonId,
        letter: &Letter,
        chosen: &AttemptId,
        open: &[OpenQuestion],
    ) {
        let question = open.iter().find(|question| question.attempt == *chosen);
        if let (Some(question), Some(Reading::One(code))) = (question, self.reading(&letter.message)) {
            self.use_code(person, letter, code, question);
        } else {
            self.delete(letter);
            // It may have been open when they chose, and be over when the code could be used.
            let accounts = self.book.accounts_of(person);
            let is_theirs = self.book.attempt(chosen).is_some_and(|it| accounts.contains(&it.account));
            if letter.held_until.is_none() {
                // They were told when they chose that it is not used.
                self.settle(letter.update);
            } else if !is_theirs {
                // Of an account that is theirs no more they read nothing.
                match open.first() {
                    Some(other) => self.say_no_code_is_wanted(&other.attempt, letter),
                    None => self.say_nothing_is_open(person, letter),
                }
            } else if self.checked_for(person).contains(chosen) {
                self.say_still_checking(chosen, letter);
            } else {
                self.say_no_code_is_wanted(chosen, letter);
            }
        }
        let live = self.live.get(chosen);
        let is_on_its_way = live.is_some_and(|live| {
            live.in_flight.as_ref().is_some_and(|it| it.update == Some(letter.update))
                || live.held.iter().any(|held| held.update == letter.update)
        });
        if !is_on_its_way {
            self.remember_handled(letter.update);
        }
    }

    /// Telegram does not take the buttons by which an account is chosen. The code that waited for one of them is wiped,
    /// and its author is told how to do without.
    pub(super) fn choice_lost(&mut self, person: PersonId) {
        self.post(NewPost::once(person.chat(), Notice::WhichByReply));
    }

    /// Nobody has chosen an account for a code that waited.
    pub(super) fn nothing_chosen(&mut self, word: &OfferWord) {
        if let Some(letter) = self.choosing.remove(word) {
            self.settle(letter.update);
        }
    }
}

fn is_checking(notice: &Notice) -> bool {
    matches!(notice, Notice::Question(question) if question.mode == QuestionMode::Checking)
}
