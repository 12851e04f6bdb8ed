//! Questions that are over while their sign-in goes on: should it end well, their messages say so in the end.

use crate::model::notice::{Ending, QuestionEnd};
use crate::model::record::Stage;
use crate::model::{AttemptId, Notice, PersonId, PostId};

use super::super::Switchboard;
use super::asking::is_code;

impl Switchboard {
    /// Closes all questions of an attempt that goes on. The message with a person's last question is kept for its end.
    pub(super) fn keep_questions(&mut self, id: &AttemptId, end: &QuestionEnd) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let (challenge, only) = match attempt.stage.clone() {
            // Those who did not answer were told when the code was taken.
            Stage::Checking(challenge, answer) if is_code(challenge.kind) => (challenge, Some(answer.person)),
            Stage::Asking(challenge) | Stage::Checking(challenge, _) => (challenge, None),
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => return,
        };
        for asked in &challenge.asked {
            self.release_kept(id, asked.person);
        }
        let open = challenge.asked.iter().filter(|asked| only.is_none_or(|person| person == asked.person));
        for question in open.map(|asked| asked.question) {
            let is_open = self.book.post(&question).is_some_and(|post| post.living);
            self.end_question(id, question, end.clone());
            if !is_open {
                continue;
            }
            if let Some(post) = self.book.post_mut(&question) {
                post.living = true;
            }
            if let Some(attempt) = self.book.attempt_mut(id) {
                attempt.kept.push(question);
            }
        }
    }

    /// An attempt ends: what was kept for that says so if it ends well, and stays as it is otherwise.
    pub(super) fn end_kept(&mut self, id: &AttemptId, ending: &Ending) {
        let Some(attempt) = self.book.attempt_mut(id) else { return };
        let kept = std::mem::take(&mut attempt.kept);
        // Whoever was asked something since reads it there.
        let asked: Vec<PersonId> = match &attempt.stage {
            Stage::Asking(challenge) | Stage::Checking(challenge, _) => {
                challenge.asked.iter().map(|asked| asked.person).collect()
            }
            Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => Vec::new(),
        };
        let (account, tag) = (attempt.account.clone(), attempt.tag);
        let handle = self.handle_of(&account);
        for post in kept {
            let Some(person) = self.book.post(&post).map(|post| PersonId(post.to.chat.0)) else { continue };
            if *ending == Ending::Connected && !asked.contains(&person) {
                let notice = Notice::QuestionEnded { handle: handle.clone(), tag, end: QuestionEnd::Done };
                self.repost(post, notice, false);
            } else {
                self.leave_as_it_is(post);
            }
        }
    }

    /// What was kept for a person is kept no longer: they were asked something else since, or are no longer linked.
    pub(in super::super) fn release_kept(&mut self, id: &AttemptId, person: PersonId) {
        let Some(attempt) = self.book.attempt(id) else { return };
        let is_theirs = |post: &PostId| self.book.post(post).is_none_or(|it| it.to == person.chat());
        let (theirs, others): (Vec<_>, Vec<_>) = attempt.kept.iter().copied().partition(is_theirs);
        if theirs.is_empty() {
            return;
        }
        if let Some(attempt) = self.book.attempt_mut(id) {
            attempt.kept = others;
        }
        for post in theirs {
            self.leave_as_it_is(post);
        }
    }

    /// A message stays as it is, and is forgotten as soon as it is shown.
    fn leave_as_it_is(&mut self, post: PostId) {
        if let Some(notice) = self.book.post(&post).map(|post| post.notice.clone()) {
            self.repost(post, notice, false);
        }
    }
}
