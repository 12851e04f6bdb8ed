//! What stands in the chats.

use std::collections::BTreeSet;
use std::rc::Rc;

use twofa_bridge::model::notice::{Again, Progress, QuestionEnd};
use twofa_bridge::model::record::{Matter, OfferRecord};
use twofa_bridge::model::{
    AttemptId, MessageId, Notice, PersonId, PostId, Record, RecordKey, TelegramTime, Timestamp,
};
use twofa_bridge::switchboard::command::Show;
use twofa_bridge::switchboard::limits::HOUR;

use super::super::telegram::Telegram;
use super::{Asking, Rules, count_within};

impl Rules {
    /// A message is edited on where it stands. It is sent anew only once for each crash that has made the process
    /// forget that it was sent, or when nobody sees it any more.
    pub(in super::super) fn check_place(&mut self, show: &Show, message: MessageId, telegram: &Telegram) {
        let here = (show.to.chat, message, self.life);
        let Some((chat, before, life)) = self.places.get(&show.post).copied() else {
            self.places.insert(show.post, here);
            return;
        };
        if before == message {
            return;
        }
        self.places.insert(show.post, here);
        if chat != show.to.chat || telegram.is_deleted(chat, before) {
            // The process may hear late of where it has stood, and look for it there once more.
            self.disturbed.insert(show.post);
            return;
        }
        if self.disturbed.contains(&show.post) {
            return;
        }
        self.seen.note("a message was sent again after a crash");
        must!(life < self.life, "5: {:?} is sent twice in one life: {:?}", show.post, show.notice);
        let known = self.known_places.get(&show.post).filter(|(_, _, life)| *life < self.life);
        must!(
            known.is_none_or(|(message, ..)| *message != before),
            "5: {:?} was known to stand in {before:?} and is sent anew: {:?}",
            show.post,
            show.notice
        );
    }

    /// Remembers why a message asks a person, when it is ordered first: later it may say something else.
    pub(super) fn note_why(&mut self, show: &Show) {
        self.readers.insert(show.post, show.to.chat);
        if let Notice::Question(question) = &show.notice {
            let why = match question.again {
                Some(Again::Reminder) => Asking::Reminder,
                Some(Again::Postponed) => Asking::Postponed,
                Some(Again::Nudged) => Asking::Nudged,
                _ => Asking::First,
            };
            self.whys.entry(show.post).or_insert((why, question.kind));
            if let Some((attempt, opened_at)) = self.question_of(show) {
                // Telegram may not take it before it is time for the reminder, which then comes instead of it.
                if why == Asking::Postponed {
                    let key = (attempt.clone(), opened_at, PersonId(show.to.chat.0));
                    let posts = self.questions.entry(key).or_default();
                    posts.entry((why, question.kind)).or_default().insert(show.post);
                }
                self.asked_in.insert(show.post, attempt);
            }
        }
    }

    /// The challenge that a question is about, as its buttons say.
    fn question_of(&self, show: &Show) -> Option<(AttemptId, Timestamp)> {
        let word = show.offer.clone()?;
        match self.memory.get(&RecordKey::Offer(word)).map(Rc::as_ref) {
            Some(Record::Offer(OfferRecord { about: Matter::Question { attempt, opened_at }, .. })) => {
                Some((attempt.clone(), *opened_at))
            }
            _ => None,
        }
    }

    /// One message asks a person in a challenge, another reminds them, and one asks them after *Later*.
    fn check_asked_once(&mut self, key: &(AttemptId, Timestamp, PersonId), post: PostId) {
        let Some((why, kind)) = self.whys.get(&post).copied() else { return };
        let posts = self.questions.entry(key.clone()).or_default();
        posts.entry((why, kind)).or_default().insert(post);
        // Within one event one challenge may end and another be opened, for something else.
        let count = |why| posts.get(&(why, kind)).map_or(0, BTreeSet::len);
        must!(count(Asking::First) <= 1, "5: {} is asked again by {post:?} in the same challenge", key.2);
        must!(
            count(Asking::Reminder) <= 1 + count(Asking::Postponed),
            "5: {} is reminded again by {post:?} in the same challenge",
            key.2
        );
    }

    /// Remembers when it was ordered to ask a person whether they are ready: it counts as a question.
    pub(super) fn note_ready(&mut self, show: &Show) {
        if let Notice::Ready(_) = &show.notice {
            self.readies.entry(show.post).or_insert(self.now);
        }
    }

    /// A person is asked, at a moment of the world.
    fn count_asked(&mut self, person: PersonId, at: Timestamp) {
        let times = self.asked.entry(person).or_default();
        times.push(at);
        let forgotten = self.forgotten.get(&person).copied().unwrap_or_default();
        times.retain(|at| *at > forgotten);
        // They need not be shown in the order in which they were asked.
        let count = times.iter().map(|at| count_within(times, HOUR, *at)).max().unwrap_or(0);
        must!(
            count <= usize::try_from(self.limits.questions_per_hour).unwrap(),
            "8: {person} is asked {count} times within an hour"
        );
    }

    /// A post stands in its chat.
    pub(in super::super) fn stands(&mut self, show: &Show, message: MessageId, date: TelegramTime) {
        let person = PersonId(show.to.chat.0);
        match &show.notice {
            Notice::Question(_) => {
                let Some((attempt, opened_at)) = self.question_of(show) else { return };
                self.question_messages.insert((person, message), attempt.clone());
                let key = (attempt, opened_at, person);
                self.check_asked_once(&key, show.post);
                if self.first_questions.contains_key(&key) {
                    return;
                }
                let began = self.begun.get(&(key.0.clone(), key.1)).copied().unwrap_or(self.now);
                self.first_questions.insert(key, (message, date));
                self.seen.note("a person was asked");
                self.count_asked(person, began);
            }
            Notice::Ready(_) => {
                let Some(ordered) = self.readies.get(&show.post).copied() else { return };
                if self.ready_shown.insert(show.post) {
                    self.seen.note("a person was asked whether they are ready");
                    self.count_asked(person, ordered);
                }
            }
            Notice::Invited { .. } => {
                if let Some(word) = &show.offer {
                    self.invited.insert((word.clone(), person));
                }
            }
            Notice::QuestionEnded { .. } | Notice::QuestionRepeated { .. } => {
                let last = self.final_words.insert(show.post, show.notice.clone());
                must!(
                    last.is_none_or(|last| {
                        says_the_same(&last, &show.notice) || is_better_end(&last, &show.notice)
                    }),
                    "4: {:?} has two ends",
                    show.post
                );
            }
            Notice::Status(status) => {
                self.statuses.insert(show.post);
                if let Some(last) = self.final_words.get(&show.post) {
                    must!(
                        says_the_same(last, &show.notice),
                        "4: {:?} says {:?} after its end",
                        show.post,
                        show.notice
                    );
                }
                if matches!(status.progress, Progress::Ended { .. }) {
                    self.final_words.insert(show.post, show.notice.clone());
                }
            }
            // Whoever is no manager any more reads nothing in it from then on. It may arrive only when they are again.
            Notice::NotForYou if self.statuses.contains(&show.post) => {
                let was_dismissed = self.former_managers.contains(&PersonId(show.to.chat.0));
                must!(was_dismissed, "4: {:?} is taken from a manager", show.post);
                self.final_words.insert(show.post, show.notice.clone());
            }
            _ => {}
        }
    }

    /// Every status message that can be changed says the end, however it has come.
    pub(in super::super) fn check_statuses(&self, telegram: &Telegram) {
        for post in &self.statuses {
            let stands = telegram.standing.get(post);
            let can_change = !self.out_of_reach.contains(post)
                && stands.is_some_and(|it| !telegram.is_out_of_reach(*post, it));
            must!(
                !can_change || self.final_words.get(post) == stands.map(|it| &it.notice),
                "4: {post:?} still says {:?}",
                stands.map(|it| &it.notice)
            );
        }
    }
}

/// Whether two notices differ in people's names at most: whoever is forgotten is named no more.
fn says_the_same(one: &Notice, other: &Notice) -> bool {
    fn without_names(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                for (field, value) in fields {
                    if field == "name" || field == "names" {
                        *value = serde_json::Value::Null;
                    } else {
                        without_names(value);
                    }
                }
            }
            serde_json::Value::Array(values) => values.iter_mut().for_each(without_names),
            _ => {}
        }
    }
    let nameless = |notice: &Notice| {
        let mut value = serde_json::to_value(notice).unwrap();
        without_names(&mut value);
        value
    };
    one == other || nameless(one) == nameless(other)
}

/// Whether a question was closed while its sign-in went on, and this says that it has ended well.
fn is_better_end(last: &Notice, now: &Notice) -> bool {
    let end = |notice: &Notice| match notice {
        Notice::QuestionEnded { tag, end, .. } => Some((*tag, end.clone())),
        _ => None,
    };
    let (Some((last_tag, last)), Some((tag, end))) = (end(last), end(now)) else { return false };
    let went_on = matches!(last, QuestionEnd::NotNeeded | QuestionEnd::Accepted);
    went_on && end == QuestionEnd::Done && last_tag == tag
}
