//! Where a code may go, and when it may go again.

use std::collections::BTreeSet;

use twofa_bridge::model::notice::Choice;
use twofa_bridge::model::record::{Challenge, ChallengeKind, Matter, Stage};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, Code, MessageId, PersonId, TelegramTime, Timestamp,
};
use twofa_bridge::switchboard::command::{Command, Submission};
use twofa_bridge::switchboard::event::Trouble;
use twofa_bridge::switchboard::limits::{SUBMISSIONS_MAX, THROTTLED_SUBMISSIONS_MAX};

use super::{Before, Look, Rules, Submitted};

impl Rules {
    pub(super) fn look(
        &mut self,
        attempt: &AttemptId,
        request: u64,
        state: &AttemptState,
        is_verdict: bool,
        batch: u64,
    ) {
        if self.newest.get(attempt).copied().unwrap_or(0) != request {
            self.seen.note("an answer was too old");
            return;
        }
        self.looked += 1;
        let looks = self.looks.entry(attempt.clone()).or_default();
        let was_wrong = looks.last().is_some_and(|look| look.state == AttemptState::Wrong2faCodeRetry);
        let is_wrong_code = *state == AttemptState::Wrong2faCodeRetry && (is_verdict || !was_wrong);
        let (nth, life) = (self.looked, self.life);
        looks.push(Look { nth, life, request, state: state.clone(), is_wrong_code, batch });
    }

    pub(super) fn landed(&mut self, code: Option<String>, request: u64, trouble: Option<Trouble>) {
        let Some(all) = code.and_then(|code| self.submitted.get_mut(&code)) else { return };
        if let Some(one) = all.iter_mut().rfind(|it| it.life == self.life && it.request == request) {
            one.is_refused = Some(match trouble {
                Some(Trouble::Unreachable | Trouble::Throttled(_) | Trouble::Refused) => true,
                Some(_) | None => false,
            });
        }
    }

    /// The challenges for a code that are open to each person, before an event.
    pub(super) fn choosable(&self, commands: &[Command]) -> BTreeSet<(PersonId, AttemptId, Timestamp)> {
        if !commands.iter().any(|it| matches!(it, Command::Submit { .. })) {
            return BTreeSet::new();
        }
        self.open_questions()
    }

    pub(super) fn open_questions(&self) -> BTreeSet<(PersonId, AttemptId, Timestamp)> {
        let mut found = BTreeSet::new();
        for id in self.open.keys() {
            if let Some(Stage::Asking(challenge)) = self.stage(id)
                && matches!(challenge.kind, ChallengeKind::Code(_))
            {
                found.extend(
                    challenge.asked.iter().map(|asked| (asked.person, id.clone(), challenge.opened_at)),
                );
            }
        }
        found
    }

    pub(super) fn check_submit(
        &mut self,
        before: &Before,
        attempt: &AttemptId,
        request: u64,
        answer: &Submission,
        waits_for_disk: bool,
        choosable: &BTreeSet<(PersonId, AttemptId, Timestamp)>,
    ) {
        let code = match answer {
            Submission::Code(code) => Some(code.expose().to_owned()),
            Submission::FaceDone => None,
        };
        let flying = self.in_flight.insert(attempt.clone(), (request, code.clone()));
        must!(flying.is_none(), "2: two answers to {attempt} are on their way");
        let Some(account) = self.account_of(attempt) else {
            panic!("broken rule 1: {attempt} is not known");
        };
        must!(!self.is_frozen(&account), "8: {account} is frozen and an answer goes");
        let looks = self.looks.get(attempt).map(Vec::as_slice).unwrap_or_default();
        // *I have done it* may go at any time: saying it twice does nothing.
        must!(
            code.is_none() || looks.iter().any(|look| look.life == self.life),
            "2: a code goes to {attempt} before it was looked at"
        );
        let wrong = looks.iter().filter(|look| look.is_wrong_code).count();
        must!(
            wrong < usize::try_from(self.limits.wrong_codes_max).unwrap(),
            "8: {attempt} has shown {wrong} wrong codes and another goes"
        );
        let state = looks.last().map(|look| look.state.clone());
        if let Submission::Code(code) = answer {
            self.check_code(attempt, &account, code, choosable);
            let state = state.unwrap();
            self.check_again(code, attempt, &state);
            let (life, batch) = (self.life, before.batch);
            let all = self.submitted.entry(code.expose().to_owned()).or_default();
            all.push(Submitted {
                attempt: attempt.clone(),
                life,
                request,
                state,
                batch,
                is_batch_lost: false,
                waits_for_disk,
                is_refused: None,
            });
        } else {
            self.seen.note("a face check was confirmed");
        }
    }

    /// A code goes only where it was given for.
    pub(super) fn check_code(
        &mut self,
        attempt: &AttemptId,
        account: &AccountId,
        code: &Code,
        choosable: &BTreeSet<(PersonId, AttemptId, Timestamp)>,
    ) {
        self.seen.note("a code was submitted");
        let Some(given) = self.codes.get(code.expose()).cloned() else {
            panic!("broken rule 1: {} was given by nobody", code.expose());
        };
        let person = given.person;
        must!(given.is_private, "1: {given:?} does not come from a private chat");
        must!(given.is_plain, "1: {given:?} was guessed");
        must!(!self.managers.contains(&person), "1: {given:?} comes from a manager");
        must!(self.is_linked(account, person), "1: {person} is not linked to {account}");
        let Some(Stage::Checking(challenge, taken)) = self.stage(attempt) else {
            panic!("broken rule 1: {attempt} is not being checked, and a code goes to it");
        };
        let challenge: Challenge = challenge.clone();
        must!(taken.person == person, "1: the code of {person} passes for that of {}", taken.person);
        must!(
            matches!(challenge.kind, ChallengeKind::Code(_)),
            "1: {attempt} wants {:?} and gets a code",
            challenge.kind
        );
        let Some((message, date)) =
            self.first_questions.get(&(attempt.clone(), challenge.opened_at, person)).copied()
        else {
            panic!("broken rule 1: {person} was not shown the question of {attempt}");
        };
        let is_after = given.edited.map_or(given.message > message, |edited| edited > date);
        // After a start it may not be known where the question stood first, or whether it did.
        let maybe_since = challenge.asked.iter().find(|it| it.person == person).and_then(|it| it.maybe_since);
        let may_be_after = maybe_since.is_some_and(|opened_at| given.written.0 * 1_000 > opened_at.0);
        must!(maybe_since.is_none() || self.life > 1, "1: nothing is supposed without a restart");
        must!(is_after || may_be_after, "1: {given:?} is not after the question, {message:?} of {date:?}");

        if self.submitted.contains_key(code.expose()) {
            return;
        }
        // It may have been chosen a while ago: a code waits until each question has arrived.
        if let Some(chosen) = self.chosen.get(&(person, given.message, given.edited)) {
            self.seen.note("an account was chosen for a code");
            must!(chosen.contains(attempt), "1: the code is for {chosen:?} and goes to {attempt}");
            return;
        }
        if let Some(quoted) = given.quotes {
            let meant = self.question_messages.get(&(person, quoted));
            must!(meant == Some(attempt), "1: {given:?} quotes {meant:?} and goes to {attempt}");
            self.seen.note("a code quoted its question");
            return;
        }
        if let Some((meant, _)) = &given.right_for {
            must!(meant == attempt, "1: {given:?} is for {meant} and goes to {attempt}");
        }
        let still_open = self.open_questions();
        let others = choosable
            .intersection(&still_open)
            .filter(|(asked, other, _)| *asked == person && other != attempt);
        must!(others.count() == 0, "1: {given:?} might be for several and goes to {attempt}");
    }

    /// For which message a pressed button chooses which attempt.
    pub(super) fn chosen(&self, press: &str) -> Option<(MessageId, Option<TelegramTime>, AttemptId)> {
        let letter = press.split_once('.')?.1;
        match &self.offer(press)?.about {
            Matter::Which { message, edited, attempts, .. } => match Choice::from_letter(letter)? {
                Choice::Account(index) => {
                    attempts.get(usize::from(index)).map(|attempt| (*message, *edited, attempt.clone()))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// A code goes again only if it surely did not arrive, or a look has shown that it was not taken.
    pub(super) fn check_again(&mut self, code: &Code, attempt: &AttemptId, state: &AttemptState) {
        let Some(earlier) = self.submitted.get(code.expose()) else { return };
        let looks = self.looks.get(attempt).map(Vec::as_slice).unwrap_or_default();
        let mut refusals = 0;
        for one in earlier {
            must!(one.attempt == *attempt, "1: a code goes to {} and to {attempt}", one.attempt);
            if one.is_refused == Some(true) {
                refusals += 1;
                continue;
            }
            let mut since = looks
                .iter()
                .filter(|look| look.life > one.life || (look.life == one.life && look.request > one.request))
                .peekable();
            must!(
                since.peek().is_some_and(|_| looks.last().is_some_and(|look| look.life == self.life)),
                "2: a code goes to {attempt} again, and nobody has looked"
            );
            let moved = since.find(|look| look.state != one.state).map(|look| look.state.as_str());
            must!(moved.is_none(), "2: a code goes to {attempt} again, which has moved to {moved:?}");
            must!(
                one.is_batch_lost || *state != AttemptState::Wrong2faCodeRetry,
                "2: a code goes to {attempt} again after a wrong one"
            );
        }
        let here: Vec<&Submitted> = earlier.iter().filter(|one| one.life == self.life).collect();
        let arrived = here.iter().filter(|one| one.is_refused != Some(true)).count();
        let lives: BTreeSet<u32> = earlier.iter().map(|one| one.life).collect();
        must!(
            arrived < usize::from(SUBMISSIONS_MAX) && refusals <= usize::from(THROTTLED_SUBMISSIONS_MAX),
            "2: a code goes to {attempt} after {arrived} times, and {refusals} refusals"
        );
        let ended_lives = lives.iter().filter(|life| **life != self.life).count();
        must!(
            earlier.len() - refusals < usize::from(SUBMISSIONS_MAX) + ended_lives,
            "2: a code goes to {attempt} after {} times in {} lives",
            earlier.len(),
            lives.len()
        );
        self.seen.note("a code was submitted again");
        if ended_lives > 0 {
            self.seen.note("a code was submitted again after a crash");
        }
    }
}
