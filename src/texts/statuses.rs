//! The words of a manager's status message.

use crate::model::notice::{Choice, Ending, Progress, Remark, Status};
use crate::model::record::{ChallengeKind, CodeKind};
use crate::model::{Name, Quiet};

use super::{Button, Texts, number, text};

impl Texts {
    /// Which sign-in, how far it is, and what else is worth knowing.
    pub(super) fn status(&self, status: &Status) -> String {
        let head = self.say(
            "status-head",
            &[
                text("handle", status.handle.as_str()),
                text("tag", &status.tag.to_string()),
                text("starter", &self.starter(&status.starter)),
                text("time", &self.time(status.started_at)),
            ],
        );
        let remark = status.remark.as_ref().map(|remark| self.remark(remark));
        [Some(head), Some(self.progress(&status.progress)), remark]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Several sign-ins, one line each.
    pub(super) fn open(&self, attempts: &[Status], more: u64) -> String {
        let mut lines: Vec<String> = attempts
            .iter()
            .map(|status| {
                let progress = self.progress(&status.progress);
                self.say(
                    "status-line",
                    &[
                        text("handle", status.handle.as_str()),
                        text("tag", &status.tag.to_string()),
                        text("progress", &progress),
                    ],
                )
            })
            .collect();
        self.add_more(&mut lines, more);
        lines.join("\n")
    }

    pub(super) fn status_buttons(&self, status: &Status) -> Vec<Vec<Button>> {
        let cancel = self.choice("button-cancel", Choice::Cancel);
        match &status.progress {
            Progress::Ended { .. } => Vec::new(),
            Progress::WaitingForALink { .. } => {
                vec![vec![self.choice("button-invite", Choice::Invite), cancel]]
            }
            Progress::AskingReady { .. } | Progress::Waiting { .. } | Progress::WaitingAfterWrong { .. } => {
                vec![vec![self.choice("button-nudge", Choice::Nudge), cancel]]
            }
            Progress::ReadyTooOften { .. }
            | Progress::ReadyQuiet { .. }
            | Progress::Starting
            | Progress::Working
            | Progress::AskedTooOften { .. }
            | Progress::Postponed { .. }
            | Progress::Checking
            | Progress::Unusual { .. } => vec![vec![cancel]],
        }
    }

    pub(super) fn progress(&self, progress: &Progress) -> String {
        match progress {
            Progress::AskingReady { names } => {
                self.say("progress-asking-ready", &[text("names", &self.names(names))])
            }
            Progress::ReadyTooOften { until } => {
                self.say("progress-ready-too-often", &[text("time", &self.time(*until))])
            }
            Progress::ReadyQuiet { name, quiet } => self.spell("progress-ready-quiet", name, *quiet),
            Progress::Starting => self.plain("progress-starting"),
            Progress::Working => self.plain("progress-working"),
            Progress::Waiting { kind, names } => self.say(
                "progress-waiting",
                &[text("kind", &self.kind(*kind)), text("names", &self.names(names))],
            ),
            Progress::WaitingAfterWrong { names, tries_left, .. } => self.say(
                "progress-after-wrong",
                &[text("names", &self.names(names)), number("tries", *tries_left)],
            ),
            Progress::WaitingForALink { kind } => {
                self.say("progress-no-link", &[text("kind", &self.kind(*kind))])
            }
            Progress::AskedTooOften { kind, until } => self.say(
                "progress-too-often",
                &[text("kind", &self.kind(*kind)), text("time", &self.time(*until))],
            ),
            Progress::Postponed { name, until } => self
                .say("progress-postponed", &[text("name", name.as_str()), text("time", &self.time(*until))]),
            Progress::Checking => self.plain("progress-checking"),
            Progress::Unusual { state } => self.say("progress-unusual", &[text("state", state)]),
            Progress::Ended { ending, seconds } => self.ending(ending, *seconds),
        }
    }

    /// At whose it is quiet, since when and until when.
    fn spell(&self, id: &str, name: &Name, quiet: Quiet) -> String {
        self.say(
            id,
            &[
                text("name", name.as_str()),
                text("since", &self.time(quiet.since)),
                text("until", &self.time(quiet.until)),
            ],
        )
    }

    fn kind(&self, kind: ChallengeKind) -> String {
        self.plain(match kind {
            ChallengeKind::Code(CodeKind::Sms) => "kind-sms",
            ChallengeKind::Code(CodeKind::App) => "kind-app",
            ChallengeKind::Code(CodeKind::Email) => "kind-email",
            ChallengeKind::Code(CodeKind::Some) => "kind-code",
            ChallengeKind::Face => "kind-face",
            ChallengeKind::Phone => "kind-phone",
        })
    }

    fn remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::ApiUnreachable => self.plain("remark-unreachable-api"),
            Remark::ApiRefuses => self.plain("remark-api-refuses"),
            Remark::ApiThrottles => self.plain("remark-api-throttles"),
            Remark::UnusableLink => self.plain("remark-unusable-link"),
            Remark::MissingLink => self.plain("remark-missing-link"),
            Remark::EmailFailed => self.plain("remark-email-failed"),
            Remark::Unreachable { names } => {
                self.say("remark-unreachable", &[text("names", &self.names(names))])
            }
            Remark::Later { name, until } => {
                self.say("remark-later", &[text("name", name.as_str()), text("time", &self.time(*until))])
            }
            Remark::ReadyQuiet { name, quiet } => self.spell("remark-ready-quiet", name, *quiet),
            Remark::AskedSilently { name, quiet } => self.spell("remark-silently", name, *quiet),
        }
    }

    fn ending(&self, ending: &Ending, seconds: u64) -> String {
        match ending {
            Ending::Connected => self.say("ending-connected", &[text("duration", &self.duration(seconds))]),
            Ending::OtherAccount { account } => {
                self.say("ending-other-account", &[text("account", account.as_str())])
            }
            Ending::Failed => self.plain("ending-failed"),
            Ending::Unknown => self.plain("ending-unknown"),
            Ending::Gone => self.plain("ending-gone"),
            Ending::NoCredentials => self.plain("ending-no-credentials"),
            Ending::AccountUnknown => self.plain("ending-account-unknown"),
            Ending::Throttled { seconds: Some(seconds) } => {
                self.say("ending-throttled", &[text("duration", &self.duration(*seconds))])
            }
            Ending::Throttled { seconds: None } => self.plain("ending-throttled-unknown"),
            Ending::ApiRefuses => self.plain("ending-api-refuses"),
            Ending::ApiDeclines => self.plain("ending-api-declines"),
            Ending::ApiUnreachable => self.plain("ending-api-unreachable"),
            Ending::MaybeStarted => self.plain("ending-maybe-started"),
            Ending::AttemptTaken => self.plain("ending-attempt-taken"),
            Ending::WrongCodes => self.plain("ending-wrong-codes"),
            Ending::NotMe { name } => self.say("ending-not-me", &[text("name", name.as_str())]),
            Ending::NotNow { name } => self.say("ending-not-now", &[text("name", name.as_str())]),
            Ending::NobodyReady => self.plain("ending-nobody-ready"),
            Ending::ReadyInVain { name } => self.say("ending-ready-in-vain", &[text("name", name.as_str())]),
            Ending::Begun => self.plain("ending-begun"),
            Ending::Cancelled { name } => self.say("ending-cancelled", &[text("name", name.as_str())]),
            Ending::Unanswered => self.plain("ending-unanswered"),
            Ending::TooOld => self.plain("ending-too-old"),
            Ending::Unreachable { names } => {
                self.say("ending-unreachable", &[text("names", &self.names(names))])
            }
            Ending::Withdrawn => self.plain("ending-withdrawn"),
            Ending::PutOff { name, until } => {
                self.say("ending-put-off", &[text("name", name.as_str()), text("time", &self.date(*until))])
            }
        }
    }
}
