//! *Mute*: a manager wants no sound of what they have not asked for.
//!
//! Nothing is kept from them, alerts least of all: it stands in their chat when they look. What answers a command of
//! their own is as always, and so is what stands in groups, which are not theirs alone.

use crate::model::notice::{CheckSaid, MuteSaid};
use crate::model::{Address, Mute, Notice, PersonId};

use super::Switchboard;
use super::posts::Asker;

impl Switchboard {
    /// `/mute`, `/mute 2h`: in private.
    pub(super) fn mute_command(&mut self, person: PersonId, arguments: &[&str], asker: Asker) {
        if asker.at.chat != person.chat().chat {
            return self.reply(asker, Notice::OnlyInPrivate);
        }
        let mute = match arguments {
            [] => Some(Mute::UntilUnmuted),
            words => Mute::read_duration(&words.join(" ")).map(|long| Mute::Until(self.now.plus(long))),
        };
        let said = match mute {
            None => MuteSaid::NotDuration,
            Some(Mute::UntilUnmuted) => MuteSaid::On { until: None },
            Some(Mute::Until(until)) => MuteSaid::On { until: Some(until) },
        };
        if mute.is_some() {
            self.set_mute(person, mute);
        }
        self.reply(asker, Notice::Mute(said));
    }

    /// `/unmute`: in private.
    pub(super) fn unmute_command(&mut self, person: PersonId, asker: Asker) {
        if asker.at.chat != person.chat().chat {
            return self.reply(asker, Notice::OnlyInPrivate);
        }
        self.set_mute(person, None);
        self.reply(asker, Notice::Mute(MuteSaid::Off));
    }

    /// Until when a manager wants no sound, if they do not want any.
    pub(super) fn mute_of(&self, person: PersonId) -> Option<Mute> {
        let mute = self.book.person(&person)?.muted?;
        (self.is_manager(person) && mute.holds_at(self.now)).then_some(mute)
    }

    /// Whether a message makes no sound because it goes to a manager who wants none and has not asked for it.
    pub(super) fn is_muted(&self, to: Address, notice: &Notice) -> bool {
        self.mute_of(PersonId(to.chat.0)).is_some() && !answers_a_command(notice)
    }

    /// Somebody is no manager any more, and may be one again in another year.
    pub(super) fn forget_mute(&mut self, person: PersonId) {
        if !self.is_manager(person) {
            self.set_mute(person, None);
        }
    }

    fn set_mute(&mut self, person: PersonId, mute: Option<Mute>) {
        if self.book.person(&person).is_some_and(|known| known.muted != mute)
            && let Some(known) = self.book.person_mut(&person)
        {
            known.muted = mute;
        }
    }
}

/// Whether a message that is posted stands where its reader has just given the command that it answers. Most answers
/// are not posted, since nothing is lost if they are not said.
fn answers_a_command(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::Board(_)
            | Notice::Round(_)
            | Notice::Check(CheckSaid::Report(_))
            | Notice::LinksEnded { .. }
            | Notice::InvitationsRevoked { .. }
            | Notice::Stopped { .. }
    )
}
