//! The words about quiet hours, and of the list in which a creator finds them.

use crate::model::QuietHours;
use crate::model::notice::{MyAccount, QuietSaid};

use super::{Texts, text};

impl Texts {
    /// What is said to a creator about their quiet hours.
    pub(super) fn quiet(&self, said: &QuietSaid) -> String {
        match said {
            QuietSaid::Are { hours: Some(hours) } => self.hours("quiet-are", hours),
            QuietSaid::Are { hours: None } => self.plain("quiet-none"),
            QuietSaid::Set { hours } => self.hours("quiet-set", hours),
            QuietSaid::Off => self.plain("quiet-off"),
            QuietSaid::NotTimes => self.plain("quiet-not-times"),
            QuietSaid::SameTimes => self.plain("quiet-same-times"),
            QuietSaid::NoZone => self.plain("quiet-no-zone"),
            QuietSaid::UnknownZone { nearest } => self.say("quiet-unknown-zone", &[text("zone", nearest)]),
            QuietSaid::NotForYou => self.plain("quiet-not-for-you"),
        }
    }

    fn hours(&self, id: &str, hours: &QuietHours) -> String {
        self.say(
            id,
            &[
                text("from", &hours.from.to_string()),
                text("to", &hours.to.to_string()),
                text("zone", &hours.zone),
            ],
        )
    }

    /// The accounts that a person is linked to, and their quiet hours.
    pub(super) fn my_accounts(&self, links: &[MyAccount], quiet: Option<&QuietHours>) -> String {
        if links.is_empty() {
            return self.plain("my-accounts-none");
        }
        let lines = links.iter().map(|link| {
            let id = if link.frozen { "my-accounts-frozen" } else { "my-accounts-line" };
            let line = self.say(
                id,
                &[
                    text("handle", link.handle.as_str()),
                    text("starter", &self.starter(&link.inviter)),
                    text("since", &self.date(link.since)),
                ],
            );
            match &link.mark {
                Some(mark) => format!("{line} – {}", self.mark(mark)),
                None => line,
            }
        });
        let quiet = quiet.map(|hours| format!("\n{}", self.hours("my-accounts-quiet", hours)));
        std::iter::once(self.plain("my-accounts")).chain(lines).chain(quiet).collect::<Vec<_>>().join("\n")
    }
}
