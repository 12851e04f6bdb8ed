//! The words of a question to a creator, and of what became of it.

use crate::model::notice::{Again, Choice, LinkShown, Question, QuestionEnd, QuestionMode};
use crate::model::record::{ChallengeKind, CodeKind};
use crate::model::{Handle, Tag};

use super::{Button, Does, Texts, number, text};

impl Texts {
    /// Who asks, why, and for what; then the tag to compare, and what to do if it was not expected.
    pub(super) fn question(&self, question: &Question) -> String {
        let mut lines = Vec::new();
        if let Some(again) = question.again {
            lines.push(self.again(again));
        }
        lines.push(self.say(
            "question-asker",
            &[text("starter", &self.starter(&question.starter)), text("handle", question.handle.as_str())],
        ));
        lines.push(self.wanted(question));
        lines.push(String::new());
        lines.push(self.say(
            "question-started",
            &[text("time", &self.time(question.started_at)), text("tag", &question.tag.to_string())],
        ));
        if let Some(mark) = &question.mark {
            lines.push(self.mark(mark));
        }
        lines.push(match question.mode {
            QuestionMode::Open => self.plain("question-safety"),
            QuestionMode::ChoosingLater => self.plain("mode-later"),
            QuestionMode::Postponed { until } => {
                self.say("mode-postponed", &[text("time", &self.time(until))])
            }
            QuestionMode::Checking => self.plain("mode-checking"),
        });
        lines.join("\n")
    }

    fn again(&self, again: Again) -> String {
        match again {
            Again::Wrong { tries_left } => self.say("again-wrong", &[number("tries", tries_left)]),
            Again::Reminder => self.plain("again-reminder"),
            Again::Nudged => self.plain("again-nudged"),
            Again::Unsure => self.plain("again-unsure"),
            Again::Postponed => self.plain("again-postponed"),
            Again::NotDone => self.plain("again-not-done"),
            Again::EmailUnsure => self.plain("again-email-unsure"),
            Again::TooLate => self.plain("again-too-late"),
            Again::Throttled => self.plain("again-throttled"),
        }
    }

    fn wanted(&self, question: &Question) -> String {
        match (question.kind, question.link) {
            (ChallengeKind::Code(CodeKind::Sms), _) => self.plain("question-sms"),
            (ChallengeKind::Code(CodeKind::App), _) => self.plain("question-app"),
            (ChallengeKind::Code(CodeKind::Email), _) => match &question.email_mask {
                Some(mask) => self.say("question-email-mask", &[text("mask", mask)]),
                None => self.plain("question-email"),
            },
            (ChallengeKind::Code(CodeKind::Some), _) => self.plain("question-code"),
            (ChallengeKind::Face, LinkShown::Given) => self.plain("question-face"),
            (ChallengeKind::Face, LinkShown::Missing | LinkShown::NotNeeded) => {
                self.plain("question-face-missing")
            }
            (ChallengeKind::Face, LinkShown::Unusable) => self.plain("question-face-unusable"),
            (ChallengeKind::Phone, LinkShown::Given) => self.plain("question-phone"),
            (ChallengeKind::Phone, LinkShown::Missing | LinkShown::NotNeeded) => {
                self.plain("question-phone-missing")
            }
            (ChallengeKind::Phone, LinkShown::Unusable) => self.plain("question-phone-unusable"),
        }
    }

    pub(super) fn question_buttons(&self, question: &Question) -> Vec<Vec<Button>> {
        let not_me = self.choice("button-not-me", Choice::NotMe);
        let mut rows = Vec::new();
        let is_open = match question.mode {
            QuestionMode::Open | QuestionMode::ChoosingLater | QuestionMode::Postponed { .. } => true,
            QuestionMode::Checking => false,
        };
        if is_open && question.link == LinkShown::Given {
            let id =
                if question.kind == ChallengeKind::Face { "button-face-open" } else { "button-phone-open" };
            rows.push(vec![Button { label: self.plain(id), does: Does::Open }]);
        }
        if is_open && question.kind == ChallengeKind::Face {
            rows.push(vec![self.choice("button-face-done", Choice::FaceDone)]);
        }
        if is_open && question.kind == ChallengeKind::Code(CodeKind::Email) {
            rows.push(vec![self.choice("button-send-email", Choice::SendEmail)]);
        }
        match question.mode {
            QuestionMode::Open => rows.push(vec![not_me, self.choice("button-later", Choice::Later)]),
            QuestionMode::ChoosingLater => {
                rows.push(vec![
                    self.choice("button-quarter", Choice::InAQuarter),
                    self.choice("button-hour", Choice::InAnHour),
                    self.choice("button-tonight", Choice::Tonight),
                ]);
                rows.push(vec![not_me]);
            }
            QuestionMode::Postponed { .. } | QuestionMode::Checking => rows.push(vec![not_me]),
        }
        rows
    }

    pub(super) fn question_ended(&self, handle: &Handle, tag: Tag, end: &QuestionEnd) -> String {
        let id = match end {
            QuestionEnd::Done => "ended-done",
            QuestionEnd::Accepted => "ended-accepted",
            QuestionEnd::Wrong => "ended-wrong",
            QuestionEnd::WrongForGood => "ended-wrong-for-good",
            QuestionEnd::Failed => "ended-failed",
            QuestionEnd::AnsweredBy { name } => {
                let arguments = [
                    text("handle", handle.as_str()),
                    text("tag", &tag.to_string()),
                    text("name", name.as_str()),
                ];
                return self.say("ended-answered", &arguments);
            }
            QuestionEnd::Expired => "ended-expired",
            QuestionEnd::Cancelled => "ended-cancelled",
            QuestionEnd::NotMe => "ended-not-me",
            QuestionEnd::Withdrawn => "ended-withdrawn",
            QuestionEnd::NotNeeded => "ended-not-needed",
            QuestionEnd::Unsure => "ended-unsure",
            QuestionEnd::OurFault => "ended-our-fault",
            QuestionEnd::MustWait { seconds } => {
                let arguments = [
                    text("handle", handle.as_str()),
                    text("tag", &tag.to_string()),
                    text("duration", &self.duration(*seconds)),
                ];
                return self.say("ended-must-wait", &arguments);
            }
            QuestionEnd::PutOff { until } => {
                let arguments = [
                    text("handle", handle.as_str()),
                    text("tag", &tag.to_string()),
                    text("time", &self.date(*until)),
                ];
                return self.say("ended-put-off", &arguments);
            }
            QuestionEnd::Over => "ended-over",
        };
        self.tagged(id, handle, tag)
    }
}
