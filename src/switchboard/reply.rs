//! Which question a message answers, and with which code.
//!
//! Nothing is guessed: two candidates, two questions, a quote of something else are asked back. A message is used
//! only if it comes from a person who is asked, in their private chat, and after the question.

use std::time::Duration;

use crate::model::incoming::{Content, Message, Speaker};
use crate::model::record::{Asked, AttemptRecord, Challenge, Stage};
use crate::model::{AttemptId, Code, MessageId, Notice, PersonId, Timestamp, UpdateId};

use super::Switchboard;
use super::agenda::Subject;
use super::attempt::{Heard, is_code};
use super::code::{Reading, read_code};
use super::command::{Command, Submission};
use super::limits::{HOLD_MOST, KEEPS_BACK_MOST, MOST_HELD};
use super::live::{Fate, InFlight};
use super::posts::Asker;

/// Telegram's clock counts in these.
const A_SECOND: Duration = Duration::from_secs(1);

/// A question that is open to a person.
pub(super) struct OpenQuestion {
    pub(super) attempt: AttemptId,
    pub(super) challenge: Challenge,
    pub(super) asked: Asked,
}

/// A message on its way through the decisions.
#[derive(Clone)]
pub(super) struct Letter {
    pub(super) update: UpdateId,
    pub(super) message: Message,
    /// When it reached us, or when it was written if that was in an earlier life of the process.
    pub(super) heard_at: Timestamp,
    /// The attempt for which its author says it is, once asked.
    pub(super) chosen: Option<AttemptId>,
    /// Until when it may be kept, if it has to wait.
    pub(super) held_until: Option<Timestamp>,
}

impl Letter {
    fn asker(&self) -> Asker {
        Asker { at: self.message.at, message: self.message.id, update: self.update }
    }
}

impl Switchboard {
    /// Somebody wrote something, anywhere.
    pub(super) fn wrote(&mut self, update: UpdateId, message: Message) {
        let written_at = self.by_our_clock(message.edited.unwrap_or(message.date));
        // Telegram's clock counts whole seconds, and is trusted only for what came while we were away.
        let was_away = written_at.plus(A_SECOND) < self.started_at;
        let heard_at = if was_away { written_at } else { self.now };
        self.read(Letter { update, message, heard_at, chosen: None, held_until: None });
    }

    fn read(&mut self, letter: Letter) {
        let Some(speaker) = letter.message.speaker.clone() else {
            // An anonymous administrator or a channel: nobody we could know.
            return self.settle(letter.update);
        };
        self.heard = Some((&speaker).into());
        if letter.message.private {
            self.meet(&speaker);
        }
        let is_command =
            matches!(&letter.message.content, Content::Text(said) if said.expose().starts_with('/'));
        if is_command {
            self.command(letter.update, &speaker, letter.message);
        } else if letter.message.private {
            self.answer(&speaker, letter);
        } else {
            self.keep_codes_out_of_groups(&speaker, &letter);
        }
    }

    /// Keeps up with what a person we know is called, and that they can be reached.
    fn meet(&mut self, speaker: &Speaker) {
        if self.is_manager(speaker.id) && self.book.person(&speaker.id).is_none() {
            self.remember_person(speaker);
        }
        let Some(person) = self.book.person(&speaker.id) else { return };
        if person.name != speaker.name || person.language != speaker.language || !person.reachable {
            self.remember_person(speaker);
        }
    }

    /// A message that is no command, in somebody's private chat.
    pub(super) fn answer(&mut self, speaker: &Speaker, letter: Letter) {
        let person = speaker.id;
        let letter = self.with_choice_of_before(person, letter);
        if self.is_answer_brought_again(person, &letter) {
            return;
        }
        let open = self.questions_to(person);
        let checking = self.checked_for(person);
        // Nothing is used before the attempt was looked at in this life of the process, nor before it is known
        // where in the chat the question stands.
        let unlooked = open
            .iter()
            .map(|question| &question.attempt)
            .chain(&checking)
            .find(|id| !self.live.get(id).is_some_and(|live| live.looked));
        // A question that has not arrived cannot be what is answered, as long as another has.
        let none_is_shown = open.iter().all(|question| question.asked.since.is_none());
        let unshown = open.first().filter(|_| none_is_shown).map(|question| &question.attempt);
        if let Some(attempt) = unlooked.or(unshown).cloned() {
            return self.hold(&attempt, letter);
        }
        if let Some(chosen) = letter.chosen.clone() {
            return self.use_for_chosen(person, &letter, &chosen, &open);
        }
        if self.is_choice_awaited(person, &letter) {
            return;
        }
        let reading = self.reading(&letter.message);
        let wants_code = open.iter().any(|question| is_code(question.challenge.kind));
        match reading {
            None if wants_code => self.say_and_settle(&letter, Notice::TypeTheCode),
            Some(Reading::Nothing) if wants_code => {
                let limits = &self.settings.limits;
                let (digits_min, digits_max) = (limits.code_digits_min, limits.code_digits_max);
                self.say_and_settle(&letter, Notice::NoCode { digits_min, digits_max });
            }
            None | Some(Reading::Nothing) => match (open.first(), checking.first()) {
                (Some(question), _) => self.say_no_code_is_wanted(&question.attempt, &letter),
                (None, Some(attempt)) => self.say_still_checking(attempt, &letter),
                (None, None) => self.say_nothing_is_open(person, &letter),
            },
            Some(Reading::TelegramsOwn) => {
                self.delete(&letter);
                self.say_and_settle(&letter, Notice::TelegramsOwnCode);
            }
            Some(Reading::Several) if wants_code => {
                self.delete(&letter);
                self.say_and_settle(&letter, Notice::TwoCodes);
            }
            Some(Reading::One(code)) if !open.is_empty() => self.route(person, &letter, code, open),
            Some(Reading::One(_) | Reading::Several) => match (open.first(), checking.first()) {
                (Some(question), _) => {
                    self.delete(&letter);
                    self.say_no_code_is_wanted(&question.attempt, &letter);
                }
                (None, Some(attempt)) => {
                    self.delete(&letter);
                    self.say_still_checking(attempt, &letter);
                }
                (None, None) => {
                    if self.book.is_linked(person) {
                        self.delete(&letter);
                    }
                    self.say_nothing_is_open(person, &letter);
                }
            },
        }
    }

    /// What stands in a message; none if it is not typed text.
    pub(super) fn reading(&self, message: &Message) -> Option<Reading> {
        let limits = &self.settings.limits;
        match &message.content {
            Content::Text(said) => {
                let reading = read_code(said.expose(), limits.code_digits_min, limits.code_digits_max);
                let has_digits = reading != Reading::Nothing;
                Some(if message.from_telegram && has_digits { Reading::TelegramsOwn } else { reading })
            }
            Content::NotText => None,
        }
    }

    /// Finds the question that a code answers.
    fn route(&mut self, person: PersonId, letter: &Letter, code: Code, open: Vec<OpenQuestion>) {
        if let Some(quoted) = letter.message.replies_to {
            let at = open.iter().position(|question| self.stands_at(&question.asked, quoted));
            return match at.and_then(|at| open.into_iter().nth(at)) {
                Some(question) => self.use_code(person, letter, code, &question),
                // It quotes something else, perhaps a question that is over: the code may be for that one.
                None => self.ask_which(person, letter),
            };
        }
        let mut wanting: Vec<OpenQuestion> = Vec::new();
        let mut other: Vec<OpenQuestion> = Vec::new();
        for question in open {
            if is_code(question.challenge.kind) { wanting.push(question) } else { other.push(question) }
        }
        if wanting.len() > 1 {
            return self.ask_which(person, letter);
        }
        match wanting.pop().or_else(|| other.pop()) {
            Some(question) if self.may_be_for_what_is_over(person, letter, &question) => {
                self.ask_which(person, letter);
            }
            Some(question) => self.use_code(person, letter, code, &question),
            None => self.say_nothing_is_open(person, letter),
        }
    }

    /// Whether a question stands in this message, or stood there before it was repeated.
    fn stands_at(&self, asked: &Asked, message: MessageId) -> bool {
        let stands = self.book.post(&asked.question).and_then(|post| post.message) == Some(message);
        stands || asked.since.is_some_and(|(first, _)| first == message)
    }

    /// Uses a code for a question, if it came after it.
    pub(super) fn use_code(
        &mut self,
        person: PersonId,
        letter: &Letter,
        code: Code,
        question: &OpenQuestion,
    ) {
        if question.asked.since.is_none() && question.asked.maybe_since.is_some() {
            // It may have stood before the restart; that it stands is waited for, though others of theirs do by now.
            return self.hold(&question.attempt, letter.clone());
        }
        self.delete(letter);
        if !is_code(question.challenge.kind) {
            return self.say_no_code_is_wanted(&question.attempt, letter);
        }
        let is_after = question.asked.since.is_some_and(|(message, date)| match letter.message.edited {
            // An edit keeps the message's number, so its date decides; within one second, nothing can.
            Some(edited) => edited > date,
            None => letter.message.id > message,
        });
        // How far the clocks are apart is known to a second.
        let written = self.by_our_clock(letter.message.edited.unwrap_or(letter.message.date));
        let may_be_after =
            question.asked.maybe_since.is_some_and(|opened_at| written > opened_at.plus(A_SECOND));
        if !is_after && !may_be_after {
            return self.say_and_settle(letter, Notice::TooEarly);
        }
        self.take_answer(
            &question.attempt,
            Heard {
                answer: Submission::Code(code),
                person,
                message: Some((letter.message.id, letter.message.edited)),
                update: Some(letter.update),
                at: letter.heard_at,
            },
        );
    }

    /// A message that was taken as an answer before, and that Telegram brings again after a restart.
    fn is_answer_brought_again(&mut self, person: PersonId, letter: &Letter) -> bool {
        let key = (person, letter.message.id, letter.message.edited);
        let found = self
            .attempts_of(person)
            .into_iter()
            .find(|attempt| attempt.answers.contains(&key))
            .map(|attempt| attempt.id.clone());
        let Some(attempt) = found else { return false };
        let is_looked = self.live.get(&attempt).is_none_or(|live| live.looked);
        if !is_looked {
            self.hold(&attempt, letter.clone());
            return true;
        }
        if let Some(Reading::One(code)) = self.reading(&letter.message) {
            let heard = Heard {
                answer: Submission::Code(code),
                person,
                message: Some((letter.message.id, letter.message.edited)),
                update: Some(letter.update),
                at: letter.heard_at,
            };
            if self.take_answer_again(&attempt, heard) {
                return true;
            }
        }
        self.delete(letter);
        self.settle(letter.update);
        true
    }

    /// Keeps a message until the attempt was looked at, or the question has arrived.
    fn hold(&mut self, attempt: &AttemptId, mut letter: Letter) {
        let until = *letter.held_until.get_or_insert(self.now.plus(HOLD_MOST));
        let live = self.live.get_mut(attempt).filter(|live| live.held.len() < MOST_HELD);
        match live {
            Some(live) if until > self.now => {
                live.held.push(letter);
                // The answer to a request that is under way is dropped once there is a newer one.
                let is_submitting = live.in_flight.as_ref().is_some_and(|it| it.fate == Fate::Sent);
                let is_hurried = !live.looked && live.held.len() == 1 && !is_submitting;
                self.touched.insert(attempt.clone());
                if is_hurried {
                    // A person waits for this look by now.
                    self.look(attempt, true);
                }
            }
            Some(_) | None => self.give_up(&letter),
        }
    }

    /// A message was kept as long as it may be, so that what came after it is not kept back by Telegram.
    fn give_up(&mut self, letter: &Letter) {
        match self.reading(&letter.message) {
            None | Some(Reading::Nothing) => self.settle(letter.update),
            Some(_) => {
                self.delete(letter);
                self.say_and_settle(letter, Notice::CodeNotUsed);
            }
        }
    }

    /// Others are kept back because of an update that is not settled. Whatever its message waits for, it soon waits no
    /// longer.
    pub(super) fn let_go(&mut self, update: UpdateId) {
        let (now, started_at) = (self.now, self.started_at);
        let is_due = |since: Timestamp| since.max(started_at).plus(KEEPS_BACK_MOST) <= now;
        let is_it = |letter: &Letter| letter.update == update && is_due(letter.heard_at);
        let choice = self.choosing.iter().find(|(_, letter)| is_it(letter)).map(|(word, _)| word.clone());
        if let Some(word) = choice {
            self.offer_expired(&word);
            return self.agenda.set(Subject::Offer(word), None);
        }
        let held = self.live.iter_mut().find_map(|(attempt, live)| {
            let at = live.held.iter().position(is_it)?;
            Some((attempt.clone(), live.held.remove(at)))
        });
        if let Some((attempt, letter)) = held {
            self.touched.insert(attempt);
            return self.give_up(&letter);
        }
        let brought = |it: &InFlight| it.update == Some(update) && is_due(it.taken_at);
        let answered = self.live.iter().find(|(_, live)| live.in_flight.as_ref().is_some_and(brought));
        if let Some(attempt) = answered.map(|(attempt, _)| attempt.clone()) {
            self.settle_answer(&attempt);
        }
    }

    /// A message is not used, and does not stay if there is a code in it.
    pub(super) fn discard(&mut self, letter: &Letter) {
        if !matches!(self.reading(&letter.message), None | Some(Reading::Nothing)) {
            self.delete(letter);
        }
        self.settle(letter.update);
    }

    /// Gives up what was kept for an attempt for too long.
    pub(super) fn give_up_held(&mut self, attempt: &AttemptId) {
        let now = self.now;
        let Some(live) = self.live.get_mut(attempt) else { return };
        let (kept, given_up): (Vec<Letter>, Vec<Letter>) =
            std::mem::take(&mut live.held).into_iter().partition(|letter| letter.held_until > Some(now));
        live.held = kept;
        for letter in given_up {
            self.give_up(&letter);
        }
    }

    /// Reads what was kept.
    pub(super) fn hear_what_was_held(&mut self, attempt: &AttemptId) {
        let Some(live) = self.live.get_mut(attempt) else { return };
        for held in std::mem::take(&mut live.held) {
            self.read(held);
        }
    }

    /// Reads what was kept for an attempt that is over.
    pub(super) fn read_held(&mut self, held: Vec<Letter>) {
        for held in held {
            self.read(held);
        }
    }

    /// A code in a group is never used, and does not stay there if we can help it.
    fn keep_codes_out_of_groups(&mut self, speaker: &Speaker, letter: &Letter) {
        let is_asked = self.questions_to(speaker.id).iter().any(|question| is_code(question.challenge.kind));
        let has_code = !matches!(self.reading(&letter.message), None | Some(Reading::Nothing));
        if is_asked && has_code {
            self.delete(letter);
            self.reply(letter.asker(), Notice::OnlyInPrivate);
        }
        self.settle(letter.update);
    }

    /// The open questions to a person.
    pub(super) fn questions_to(&self, person: PersonId) -> Vec<OpenQuestion> {
        if self.is_manager(person) {
            // Linked before they became one: managers never answer for a creator.
            return Vec::new();
        }
        let accounts = self.book.accounts_of(person);
        let open = accounts.iter().filter_map(|account| self.book.open_attempt(account));
        open.filter_map(|attempt| {
            let Stage::Asking(challenge) = &attempt.stage else { return None };
            let asked = challenge.asked.iter().find(|asked| asked.person == person)?;
            Some(OpenQuestion {
                attempt: attempt.id.clone(),
                challenge: challenge.clone(),
                asked: asked.clone(),
            })
        })
        .collect()
    }

    /// The attempts in which an answer to a question to this person is being checked.
    pub(super) fn checked_for(&self, person: PersonId) -> Vec<AttemptId> {
        let accounts = self.book.accounts_of(person);
        let open = accounts.iter().filter_map(|account| self.book.open_attempt(account));
        open.filter(|attempt| match &attempt.stage {
            Stage::Checking(challenge, answer) => {
                answer.person == person || challenge.asked.iter().any(|asked| asked.person == person)
            }
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Asking(_) | Stage::Ended { .. } => {
                false
            }
        })
        .map(|attempt| attempt.id.clone())
        .collect()
    }

    /// The attempts of all accounts that a person is linked to, the open ones first.
    pub(super) fn attempts_of(&self, person: PersonId) -> Vec<&AttemptRecord> {
        let accounts = self.book.accounts_of(person);
        let attempts = accounts.iter().flat_map(|account| self.book.attempts_of(account));
        let (over, open): (Vec<_>, Vec<_>) =
            attempts.partition(|attempt| matches!(attempt.stage, Stage::Ended { .. }));
        open.into_iter().chain(over).collect()
    }

    pub(super) fn handle_of_attempt(&self, attempt: &AttemptId) -> crate::model::Handle {
        self.book
            .attempt(attempt)
            .map_or_else(crate::model::Handle::unknown, |attempt| self.handle_of(&attempt.account))
    }

    pub(super) fn delete(&mut self, letter: &Letter) {
        let (at, message) = (letter.message.at, letter.message.id);
        self.commands.push(Command::Delete { at, message, update: letter.update });
    }

    /// A message that was dealt with has come again, so the process ended before Telegram had heard that it was
    /// settled, and perhaps before the message was deleted.
    pub(super) fn delete_again(&mut self, update: UpdateId, message: &Message) {
        let is_code = match &message.content {
            Content::Text(said) => {
                !said.expose().starts_with('/') && self.reading(message) != Some(Reading::Nothing)
            }
            Content::NotText => false,
        };
        if message.private && is_code {
            self.commands.push(Command::Delete { at: message.at, message: message.id, update });
        }
    }

    fn say_and_settle(&mut self, letter: &Letter, notice: Notice) {
        self.reply(letter.asker(), notice);
        self.settle(letter.update);
    }

    pub(super) fn say_still_checking(&mut self, attempt: &AttemptId, letter: &Letter) {
        let handle = self.handle_of_attempt(attempt);
        self.say_and_settle(letter, Notice::StillChecking { handle });
    }

    pub(super) fn say_no_code_is_wanted(&mut self, attempt: &AttemptId, letter: &Letter) {
        let handle = self.handle_of_attempt(attempt);
        self.say_and_settle(letter, Notice::NoCodeWanted { handle });
    }

    pub(super) fn say_nothing_is_open(&mut self, person: PersonId, letter: &Letter) {
        let notice = if self.book.is_linked(person) {
            Notice::NothingOpen
        } else if self.is_manager(person) {
            Notice::HelpManager
        } else {
            Notice::Welcome
        };
        self.say_and_settle(letter, notice);
    }

    /// A person's message could not be deleted.
    pub(super) fn not_deleted(&mut self, at: crate::model::Address) {
        if at.chat.0 <= 0 {
            return;
        }
        let language = self.language_at(at);
        self.commands.push(Command::Say(super::command::Say {
            to: at,
            notice: Notice::DeleteItYourself,
            offer: None,
            word: None,
            reply_to: None,
            language,
            update: None,
        }));
    }
}
