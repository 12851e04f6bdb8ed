//! The words of *Check*: can you read this, and who can.

use crate::model::notice::{CanRead, CheckReport, CheckSaid, Choice};

use super::{Button, Texts, text};

impl Texts {
    pub(super) fn check(&self, said: &CheckSaid) -> String {
        match said {
            CheckSaid::Question { handle, starter, mark } => {
                let said = self.begun("check-question", handle, starter);
                mark.as_ref().map_or_else(|| said.clone(), |mark| format!("{said}\n\n{}", self.mark(mark)))
            }
            CheckSaid::Ended { handle, read: true } => self.about("check-thanks", handle),
            CheckSaid::Ended { handle, read: false } => self.about("check-not-needed", handle),
            CheckSaid::Report(report) => self.check_report(report),
            CheckSaid::TooSoon { handle, seconds } => self.say(
                "check-too-soon",
                &[text("handle", handle.as_str()), text("duration", &self.duration(*seconds))],
            ),
        }
    }

    pub(super) fn check_buttons(&self, said: &CheckSaid) -> Vec<Vec<Button>> {
        match said {
            CheckSaid::Question { .. } => vec![vec![self.choice("button-can-read", Choice::CanRead)]],
            CheckSaid::Ended { .. } | CheckSaid::Report(_) | CheckSaid::TooSoon { .. } => Vec::new(),
        }
    }

    fn check_report(&self, report: &CheckReport) -> String {
        let mut lines = vec![self.say(
            "check-head",
            &[
                text("handle", report.handle.as_str()),
                text("starter", &self.starter(&report.starter)),
                text("time", &self.time(report.asked_at)),
            ],
        )];
        for (name, can_read) in &report.people {
            let (id, time) = match can_read {
                CanRead::Unknown => ("check-unknown", None),
                CanRead::Yes { at } => ("check-yes", Some(*at)),
                CanRead::No => ("check-no", None),
                CanRead::AskedTooOften => ("check-too-often", None),
                CanRead::Unanswered => ("check-unanswered", None),
            };
            let time = time.map(|at| self.time(at)).unwrap_or_default();
            lines.push(self.say(id, &[text("name", name.as_str()), text("time", &time)]));
        }
        if report.people.is_empty() {
            lines.push(self.about("nobody-linked", &report.handle));
        }
        lines.join("\n")
    }
}
