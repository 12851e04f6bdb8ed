//! The words of the audit trail.

use crate::model::Handle;
use crate::model::notice::{Doer, TrailLine};
use crate::model::trail::What;

use super::{Texts, text};

impl Texts {
    /// What the trail has, about an account or about whoever reads it.
    pub(super) fn history(&self, account: Option<&Handle>, lines: &[TrailLine]) -> String {
        if lines.is_empty() {
            return match account {
                Some(account) => self.about("trail-none-account", account),
                None => self.plain("trail-none"),
            };
        }
        let head = match account {
            Some(account) => self.about("trail-head-account", account),
            None => self.plain("trail-head"),
        };
        let lines = lines.iter().map(|line| self.trail_line(line, account.is_some()));
        std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
    }

    fn trail_line(&self, line: &TrailLine, about_one: bool) -> String {
        let time = text("time", &self.date(line.at));
        let what = text("what", &self.trail_what(line));
        match &line.handle {
            Some(handle) if !about_one => {
                self.say("trail-line-account", &[time, what, text("handle", handle.as_str())])
            }
            Some(_) | None => self.say("trail-line", &[time, what]),
        }
    }

    fn trail_what(&self, line: &TrailLine) -> String {
        let doer =
            |doer: &Option<Doer>| doer.as_ref().map_or_else(|| self.plain("people-none"), |it| self.doer(it));
        let (person, by) = (doer(&line.person), doer(&line.by));
        let detail = line.detail.as_deref().unwrap_or_default();
        let kind = match detail {
            "sms" => self.plain("kind-sms"),
            "app" => self.plain("kind-app"),
            "email" => self.plain("kind-email"),
            "face" => self.plain("kind-face"),
            "phone" => self.plain("kind-phone"),
            _ => self.plain("kind-code"),
        };
        let id = match line.what {
            What::Invited => "trail-invited",
            What::InvitationRevoked => "trail-invitation-revoked",
            What::InvitationDeclined => "trail-invitation-declined",
            What::Linked => "trail-linked",
            What::Unlinked if line.person == line.by => "trail-withdrew",
            What::Unlinked => "trail-unlinked",
            What::Started => "trail-started",
            What::NotStarted => "trail-not-started",
            What::Watched => "trail-watched",
            What::Asked | What::AskedAgain if detail == "ready" => "trail-asked-ready",
            What::Asked if detail == "check" => "trail-asked-check",
            What::Answered if detail == "check" => "trail-can-read",
            What::Asked => "trail-asked",
            What::AskedAgain => "trail-asked-again",
            What::Postponed => "trail-postponed",
            What::Answered => "trail-answered",
            What::WrongCode => "trail-wrong-code",
            What::Accepted => "trail-accepted",
            What::Frozen => "trail-frozen",
            What::Allowed => "trail-allowed",
            What::Ready => "trail-ready",
            What::NotNow => "trail-not-now",
            What::Cancelled => "trail-cancelled",
            What::Ordered => "trail-ordered",
            What::Ended => "trail-ended",
            What::Forgotten => "trail-forgotten",
        };
        let how = self.say("trail-how", &[text("word", detail)]);
        self.say(id, &[text("person", &person), text("by", &by), text("kind", &kind), text("how", &how)])
    }

    /// Somebody in the trail.
    fn doer(&self, doer: &Doer) -> String {
        match doer {
            Doer::Named(name) => name.as_str().to_owned(),
            Doer::Forgotten(alias) => self.say("trail-somebody", &[text("alias", alias)]),
            Doer::Host => self.plain("trail-host"),
            Doer::Operator => self.plain("starter-operator"),
        }
    }
}
