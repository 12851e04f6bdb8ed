//! The words of the question whether now is a good time, and of what became of it.

use crate::model::notice::{Choice, ReadyAgain, ReadyEnd, ReadyQuestion};
use crate::model::{Handle, Tag};

use super::{Button, Texts, text};

impl Texts {
    /// Who would like to sign in, what to have at hand, and the tag to compare.
    pub(super) fn ready(&self, question: &ReadyQuestion) -> String {
        let mut lines = Vec::new();
        if let Some(again) = question.again {
            lines.push(self.plain(match again {
                ReadyAgain::Reminder => "again-reminder",
                ReadyAgain::Nudged => "again-nudged",
                ReadyAgain::HourOver => "again-postponed",
            }));
        }
        lines.push(self.begun("ready-asker", &question.handle, &question.starter));
        lines.push(self.plain("ready-at-hand"));
        lines.push(String::new());
        lines.push(self.say(
            "ready-asked",
            &[text("time", &self.time(question.asked_at)), text("tag", &question.tag.to_string())],
        ));
        if let Some(mark) = &question.mark {
            lines.push(self.mark(mark));
        }
        if let Some(until) = question.later {
            lines.push(self.say("ready-later", &[text("time", &self.time(until))]));
        }
        lines.join("\n")
    }

    pub(super) fn ready_buttons(&self, question: &ReadyQuestion) -> Vec<Vec<Button>> {
        let mut rows = vec![vec![self.choice("button-ready", Choice::Ready)]];
        let not_now = self.choice("button-not-now", Choice::NotNow);
        rows.push(match question.later {
            None => vec![self.choice("button-in-an-hour", Choice::InAnHour), not_now],
            Some(_) => vec![not_now],
        });
        rows
    }

    pub(super) fn ready_ended(&self, handle: &Handle, tag: Tag, end: &ReadyEnd) -> String {
        let id = match end {
            ReadyEnd::Started => "ready-ended-started",
            ReadyEnd::CannotStart => "ready-ended-cannot-start",
            ReadyEnd::NotNow => "ready-ended-not-now",
            ReadyEnd::Repeated => "repeated",
            ReadyEnd::AnsweredBy { name } => {
                return self.say(
                    "ready-ended-answered",
                    &[
                        text("handle", handle.as_str()),
                        text("tag", &tag.to_string()),
                        text("name", name.as_str()),
                    ],
                );
            }
            ReadyEnd::Expired => "ready-ended-expired",
            ReadyEnd::Cancelled => "ready-ended-cancelled",
            ReadyEnd::Stopped => "ended-not-me",
            ReadyEnd::Withdrawn => "ended-withdrawn",
            ReadyEnd::Begun => "ready-ended-begun",
            ReadyEnd::NotNeeded => "ended-not-needed",
        };
        self.tagged(id, handle, tag)
    }
}
