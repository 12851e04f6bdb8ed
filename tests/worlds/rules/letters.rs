//! No code is lost: a message with one is confirmed only when the code has arrived or its author was told.

use std::time::Duration;

use twofa_bridge::model::notice::QuestionMode;
use twofa_bridge::model::{AttemptState, MessageId, Notice, PersonId, TelegramTime, Timestamp, UpdateId};
use twofa_bridge::switchboard::command::{Command, Show};
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::{HOLD_MOST, KEEPS_BACK_MOST};

use super::{Before, Rules};

/// A message with a code, in a private chat.
pub(super) struct Letter {
    person: PersonId,
    codes: Vec<String>,
    /// The message, and when it was edited into this.
    place: (MessageId, Option<TelegramTime>),
    /// Whether its author has edited it more than once within the same second: one of the texts counts.
    is_overwritten: bool,
    /// When it was heard first in this life of the process.
    heard_at: Option<Timestamp>,
    /// The batch with which its author was told what became of it.
    told_in: Option<u64>,
    /// The batch with which it was settled while its code was still on its way, for others waited behind it.
    passed_in: Option<u64>,
}

impl Letter {
    /// The process begins another life.
    pub(super) fn restarted(&mut self, is_lost: impl Fn(u64) -> bool) {
        self.heard_at = None;
        self.told_in = self.told_in.filter(|batch| !is_lost(*batch));
        self.passed_in = self.passed_in.filter(|batch| !is_lost(*batch));
    }

    /// The process has heard it.
    pub(super) fn heard(&mut self, now: Timestamp) {
        self.heard_at.get_or_insert(now);
    }
}

impl Rules {
    /// Somebody has sent these codes.
    pub(in super::super) fn await_answer(
        &mut self,
        update: UpdateId,
        person: PersonId,
        place: (MessageId, Option<TelegramTime>),
        codes: Vec<String>,
    ) {
        // Telegram tells the second of an edit, so the process cannot tell two within one from one that comes again.
        let is_overwritten = self.letters.values().any(|it| it.person == person && it.place == place);
        let letter =
            Letter { person, codes, place, is_overwritten, heard_at: None, told_in: None, passed_in: None };
        self.letters.insert(update, letter);
    }

    /// Somebody has put something else into a message.
    pub(in super::super) fn overwrite(&mut self, person: PersonId, place: (MessageId, Option<TelegramTime>)) {
        let same = self.letters.values_mut().filter(|it| it.person == person && it.place == place);
        same.for_each(|letter| letter.is_overwritten = true);
    }

    /// A question that was being checked says what became of the code; or it is said that the code is used for none.
    fn note_outcome(&mut self, show: &Show, batch: u64) {
        if matches!(show.notice, Notice::AccountChosen { handle: None }) {
            let theirs = self.letters.values_mut().filter(|letter| show.to == letter.person.chat());
            for letter in theirs.filter(|letter| letter.heard_at.is_some()) {
                letter.told_in.get_or_insert(batch);
            }
        }
        let is_outcome = match &show.notice {
            Notice::QuestionEnded { .. } => true,
            Notice::Question(question) => question.mode != QuestionMode::Checking,
            _ => false,
        };
        let Some(attempt) = self.asked_in.get(&show.post).filter(|_| is_outcome) else { return };
        for letter in self.letters.values_mut().filter(|letter| show.to == letter.person.chat()) {
            let mut submitted = letter.codes.iter().filter_map(|code| self.submitted.get(code)).flatten();
            if submitted.any(|one| one.attempt == *attempt) {
                letter.told_in.get_or_insert(batch);
            }
        }
    }

    /// What is settled in an event has had all its consequences.
    pub(super) fn check_letters(&mut self, before: &Before, commands: &[Command]) {
        for command in commands {
            if let Command::Show(show) = command {
                self.note_outcome(show, before.batch);
            }
        }
        for command in commands {
            let Command::Settle(update) = command else { continue };
            let Some(letter) = self.letters.get(update) else { continue };
            if commands.iter().any(|command| tells(command, *update, letter.person)) {
                self.letters.entry(*update).and_modify(|letter| letter.told_in = Some(before.batch));
                continue;
            }
            let has_arrived = letter.codes.iter().any(|code| self.arrived.contains(code));
            let submitted: Vec<_> =
                letter.codes.iter().filter_map(|code| self.submitted.get(code)).flatten().collect();
            // Others wait behind it; should it be lost by now, it is asked for again.
            let keeps_back = matches!(before.event, Event::KeepsBack(first) if first == *update);
            let most = if keeps_back { KEEPS_BACK_MOST } else { HOLD_MOST };
            let takes_long =
                letter.heard_at.is_some_and(|at| self.now.since(at) + Duration::from_secs(1) >= most);
            // They have gone, and were told so.
            let is_withdrawn = submitted.iter().any(|one| {
                self.account_of(&one.attempt).is_none_or(|account| !self.is_linked(&account, letter.person))
            });
            // Nobody here knows what the API wants. Their question stays, and ends as every question does.
            let is_unknown = submitted.iter().any(|one| {
                let last = self.looks.get(&one.attempt).and_then(|looks| looks.last());
                last.is_some_and(|look| matches!(look.state, AttemptState::Unknown(_)))
            });
            // The API has moved on without the answer, and is working: that looks like an answer that was taken. What
            // becomes of the sign-in is said where the question stands.
            let looks_taken = submitted.iter().any(|one| {
                let last = self.looks.get(&one.attempt).and_then(|looks| looks.last());
                let is_working = last.is_some_and(|look| look.state == AttemptState::Pending);
                is_working && self.drifted.contains(&one.attempt)
            });
            // Telegram does not take what would ask them or tell them.
            let cannot_be_told = matches!(before.event, Event::NotShown { .. })
                || self.closed_chats.contains(&letter.person.chat().chat)
                || submitted.iter().any(|one| self.unshowable.contains(&one.attempt));
            must!(
                letter.told_in.is_some()
                    || letter.is_overwritten
                    || has_arrived
                    || (!submitted.is_empty() && (takes_long || letter.passed_in.is_some()))
                    || is_withdrawn
                    || is_unknown
                    || looks_taken
                    || cannot_be_told,
                "0: {:?} of {} is lost: {update:?} is settled",
                letter.codes,
                letter.person
            );
            if takes_long {
                self.letters.entry(*update).and_modify(|letter| letter.passed_in = Some(before.batch));
            }
            if cannot_be_told {
                // Should Telegram bring it again, it is known that there is nothing more to do.
                self.letters.entry(*update).and_modify(|letter| letter.told_in = Some(before.batch));
            }
        }
    }
}

/// Whether a command tells the author of an update what became of the code in it.
fn tells(command: &Command, update: UpdateId, person: PersonId) -> bool {
    match command {
        Command::Say(say) => say.update == Some(update),
        Command::Show(show) => {
            show.to == person.chat()
                && matches!(
                    show.notice,
                    Notice::QuestionEnded { .. }
                        | Notice::Question(_)
                        | Notice::AccountChosen { .. }
                        // They are linked no more, by their own wish or another's.
                        | Notice::Forgotten { .. }
                        | Notice::Stopped { .. }
                        | Notice::Unlinked { .. }
                )
        }
        _ => false,
    }
}
