//! What stands in the chats.

use std::rc::Rc;

use twofa_bridge::model::notice::Progress;
use twofa_bridge::model::record::{Matter, OfferRecord};
use twofa_bridge::model::{MessageId, Notice, PersonId, Record, RecordKey, TelegramTime};
use twofa_bridge::switchboard::command::Show;
use twofa_bridge::switchboard::limits::HOUR;

use super::super::telegram::Telegram;
use super::{Rules, count_within};

impl Rules {
    /// A post stands in its chat.
    pub(in super::super) fn stands(&mut self, show: &Show, message: MessageId, date: TelegramTime) {
        let person = PersonId(show.to.chat.0);
        match &show.notice {
            Notice::Question(_) => {
                let about = show.offer.as_ref().and_then(|word| {
                    match self.memory.get(&RecordKey::Offer(word.clone())).map(Rc::as_ref) {
                        Some(Record::Offer(OfferRecord {
                            about: Matter::Question { attempt, opened_at },
                            ..
                        })) => Some((attempt.clone(), *opened_at)),
                        _ => None,
                    }
                });
                let Some((attempt, opened_at)) = about else { return };
                self.question_messages.insert((person, message), attempt.clone());
                let key = (attempt, opened_at, person);
                if self.first_questions.contains_key(&key) {
                    return;
                }
                self.first_questions.insert(key, (message, date));
                self.seen.note("a person was asked");
                let times = self.asked.entry(person).or_default();
                times.push(opened_at);
                let forgotten = self.forgotten.get(&person).copied().unwrap_or_default();
                times.retain(|at| *at > forgotten);
                // They need not be shown in the order in which they were asked.
                let count = times.iter().map(|at| count_within(times, HOUR, *at)).max().unwrap_or(0);
                must!(
                    count <= usize::try_from(self.limits.questions_per_hour).unwrap(),
                    "8: {person} is asked {count} times within an hour"
                );
            }
            Notice::Invited { .. } => {
                if let Some(word) = &show.offer {
                    self.invited.insert((word.clone(), person));
                }
            }
            Notice::QuestionEnded { .. } | Notice::QuestionRepeated { .. } => {
                let last = self.final_words.insert(show.post, show.notice.clone());
                must!(last.is_none_or(|last| last == show.notice), "4: {:?} has two ends", show.post);
            }
            Notice::Status(status) => {
                self.statuses.insert(show.post);
                if let Some(last) = self.final_words.get(&show.post) {
                    must!(*last == show.notice, "4: {:?} says {:?} after its end", show.post, show.notice);
                }
                if matches!(status.progress, Progress::Ended { .. }) {
                    self.final_words.insert(show.post, show.notice.clone());
                }
            }
            _ => {}
        }
    }

    /// Every status message that can be changed says the end, however it has come.
    pub(in super::super) fn check_statuses(&self, telegram: &Telegram) {
        for post in &self.statuses {
            let stands = telegram.standing.get(post);
            let can_change = stands.is_some_and(|it| !telegram.is_out_of_reach(*post, it));
            must!(
                !can_change || self.final_words.get(post) == stands.map(|it| &it.notice),
                "4: {post:?} still says {:?}",
                stands.map(|it| &it.notice)
            );
        }
    }
}
