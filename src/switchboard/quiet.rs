//! Quiet hours, which a creator sets: what can wait waits until they are over, and the rest makes no sound.
//!
//! Whether somebody is ready for a sign-in that has not begun can wait. A code that a sign-in waits for cannot. Managers
//! read since when and until when it is quiet there, and nothing else about it.

use crate::model::notice::{QuietSaid, Remark};
use crate::model::quiet::NotQuiet;
use crate::model::record::{Challenge, Turn, WhyWaits};
use crate::model::{AccountId, Notice, PersonId, Quiet, QuietHours};

use super::Switchboard;
use super::posts::Asker;

impl Switchboard {
    /// The quiet at a person’s, if it is quiet there.
    pub(super) fn quiet_of(&self, person: PersonId) -> Option<Quiet> {
        self.book.person(&person)?.quiet.as_ref()?.at(self.now)
    }

    /// `/quiet`, `/quiet 23:00-08:00 Europe/Madrid`, `/quiet off`: in private.
    pub(super) fn quiet_command(&mut self, person: PersonId, arguments: &[&str], asker: Asker) {
        if self.is_manager(person) || !self.book.is_linked(person) {
            return self.reply(asker, Notice::Quiet(QuietSaid::NotForYou));
        }
        let known = self.book.person(&person).and_then(|known| known.quiet.clone());
        let said = match arguments {
            [] => QuietSaid::Are { hours: known },
            [word] if word.eq_ignore_ascii_case("off") => {
                self.set_quiet(person, None);
                QuietSaid::Off
            }
            words => {
                let zone = known.as_ref().map(|hours| hours.zone.as_str());
                match QuietHours::read(&words.join(" "), zone) {
                    Ok(hours) => {
                        self.set_quiet(person, Some(hours.clone()));
                        QuietSaid::Set { hours }
                    }
                    Err(NotQuiet::NotTimes) => QuietSaid::NotTimes,
                    Err(NotQuiet::SameTimes) => QuietSaid::SameTimes,
                    Err(NotQuiet::NoZone) => QuietSaid::NoZone,
                    Err(NotQuiet::UnknownZone { nearest }) => QuietSaid::UnknownZone { nearest },
                }
            }
        };
        self.reply(asker, Notice::Quiet(said));
    }

    /// At whose it is quiet of those who are asked.
    pub(super) fn silent_remark(&self, challenge: &Challenge) -> Option<Remark> {
        let waiting = challenge.asked.iter().filter(|asked| asked.postponed.is_none());
        let quiet = waiting.filter_map(|asked| Some((self.quiet_of(asked.person)?, asked.person)));
        let (quiet, person) = quiet.max_by_key(|(quiet, _)| quiet.until)?;
        Some(Remark::AskedSilently { name: self.name_of(person), quiet })
    }

    /// Quiet hours are others from here on: what waited for the end of the old ones is looked at again.
    fn set_quiet(&mut self, person: PersonId, hours: Option<QuietHours>) {
        if self.book.person(&person).is_none_or(|known| known.quiet == hours) {
            return;
        }
        if let Some(known) = self.book.person_mut(&person) {
            known.quiet = hours;
        }
        for account in self.book.accounts_of(person) {
            self.end_quiet_wait(&account, person);
            if let Some(id) = self.book.open_attempt(&account).map(|attempt| attempt.id.clone()) {
                self.refresh_status(&id);
            }
        }
    }

    fn end_quiet_wait(&mut self, account: &AccountId, person: PersonId) {
        let now = self.now;
        let Some(ready) = self.book.ready_mut(account) else { return };
        for asked in ready.asked.iter_mut().filter(|asked| asked.person == person) {
            if let Turn::Waits { until, why: WhyWaits::Quiet { .. } } = &mut asked.turn {
                *until = now;
            }
        }
        self.ready_due(account);
    }
}
