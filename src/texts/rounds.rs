//! The words of the summary of a round.

use crate::model::notice::{Choice, Round, RoundGroup, RoundOutcome};

use super::{Button, Texts, handles, number, text};

impl Texts {
    /// What came of each account of a round.
    pub(super) fn round(&self, round: &Round) -> String {
        let mut lines = vec![self.say(
            "round-head",
            &[
                number("accounts", round.accounts),
                text("starter", &self.starter(&round.starter)),
                text("time", &self.time(round.started_at)),
            ],
        )];
        lines.extend(round.groups.iter().map(|group| self.round_group(group)));
        if let Some(seconds) = round.seconds {
            lines.push(self.say("round-over", &[text("duration", &self.duration(seconds))]));
        }
        lines.join("\n")
    }

    fn round_group(&self, group: &RoundGroup) -> String {
        let mut names = handles(&group.handles);
        if group.more > 0 {
            let separator = if names.is_empty() { "" } else { ", " };
            names = format!("{names}{separator}+{}", group.more);
        }
        let names = text("handles", &names);
        let shown = u64::try_from(group.handles.len()).unwrap_or(u64::MAX);
        let count = number("count", shown.saturating_add(group.more));
        match &group.outcome {
            RoundOutcome::Failed { how } => {
                let how = self.say("trail-how", &[text("word", how)]);
                self.say("round-failed", &[names, count, text("how", &how)])
            }
            RoundOutcome::Skipped { why } => {
                let why = self.say("round-why", &[text("word", why)]);
                self.say("round-skipped", &[names, count, text("why", &why)])
            }
            RoundOutcome::Open => self.say("round-open", &[names, count]),
            RoundOutcome::Waits => self.say("round-waits", &[names, count]),
            RoundOutcome::Connected => self.say("round-connected", &[names, count]),
        }
    }

    pub(super) fn round_buttons(&self, round: &Round) -> Vec<Vec<Button>> {
        match round.seconds {
            None => vec![vec![self.choice("button-cancel", Choice::Cancel)]],
            Some(_) => Vec::new(),
        }
    }
}
