//! Who may be told what, and whose buttons do something.

use std::rc::Rc;

use twofa_bridge::model::incoming::{Happened, Incoming};
use twofa_bridge::model::notice::{CheckSaid, OrderSaid, WhoMay};
use twofa_bridge::model::record::{Audience, OfferRecord};
use twofa_bridge::model::{AccountId, Address, Handle, Notice, OfferWord, PersonId, Record, RecordKey};
use twofa_bridge::switchboard::command::{Command, Say, Show};
use twofa_bridge::switchboard::event::Event;

use super::{Before, Rules};

impl Rules {
    /// A link comes from *Accept*, pressed by the person under an invitation that was shown to them in private.
    pub(super) fn check_consent(&mut self, before: &Before, person: PersonId) {
        self.seen.note("a link was made");
        let Event::Heard(Incoming { what: Happened::Pressed(press), .. }) = &before.event else {
            panic!("broken rule 3: {person} is linked by {:?}", before.event);
        };
        must!(press.speaker.id == person, "3: {person} is linked by {}", press.speaker.id);
        must!(!self.managers.contains(&person), "3: the manager {person} is linked");
        let (word, letter) = press.data.split_once('.').unwrap_or_default();
        let was_invited = self.invited.contains(&(OfferWord(word.to_owned()), person));
        must!(was_invited && letter == "y", "3: {person} is linked and has not accepted");
    }

    pub(super) fn offer(&self, press: &str) -> Option<&OfferRecord> {
        let word = OfferWord(press.split_once('.')?.0.to_owned());
        match self.memory.get(&RecordKey::Offer(word)).map(Rc::as_ref) {
            Some(Record::Offer(offer)) => Some(offer),
            _ => None,
        }
    }

    /// Each press ends its spinner once, and one that is not for whoever pressed it does nothing else.
    pub(super) fn check_press(&mut self, before: &Before, commands: &[Command]) {
        let answers = commands.iter().filter(|it| matches!(it, Command::AnswerPress { .. })).count();
        let Event::Heard(Incoming { what: Happened::Pressed(press), .. }) = &before.event else {
            must!(answers == 0, "8: a press is answered that was not heard");
            return;
        };
        must!(answers <= 1, "8: a press is answered {answers} times");
        let Some(meant) = before.meant else { return };
        let is_theirs = match meant {
            Audience::Person(person) => person == press.speaker.id,
            Audience::Managers => self.managers.contains(&press.speaker.id),
        };
        if !is_theirs && !before.is_something_due {
            self.seen.note("a button of somebody else was pressed");
            let effects = commands
                .iter()
                .filter(|it| {
                    !matches!(it, Command::AnswerPress { .. } | Command::Settle(_) | Command::Note(_))
                })
                .count();
            must!(effects == 0, "8: {} pressed what is not theirs, and it did something", press.speaker.id);
        }
    }

    /// Whether a notice names no account but ones that a person is linked to.
    pub(super) fn may_hear(
        &self,
        person: PersonId,
        notice: &Notice,
        ended: &[(AccountId, PersonId)],
    ) -> bool {
        if self.managers.contains(&person) {
            return true;
        }
        let strange: Vec<&Handle> = self
            .accounts
            .iter()
            .filter(|(account, _)| {
                !self.is_linked(account, person) && !ended.contains(&(account.clone(), person))
            })
            .map(|(_, handle)| handle)
            .collect();
        if strange.is_empty() {
            return true;
        }
        let text = serde_json::to_string(notice).unwrap();
        strange.iter().all(|handle| !text.contains(&format!("\"{}\"", handle.as_str())))
    }

    /// Whether a notice is an answer to an invitation that they opened, tells that their own link has ended, or what of
    /// theirs would be forgotten: a *Not me* of theirs outlives the link.
    pub(super) fn is_about_their_link(notice: &Notice) -> bool {
        matches!(
            notice,
            Notice::Invited { .. }
                | Notice::InvitationDeclined { .. }
                | Notice::Linked { .. }
                | Notice::TooManyLinks { .. }
                | Notice::NotLinked { .. }
                | Notice::Stopped { .. }
                | Notice::Unlinked { .. }
                | Notice::ForgetMe { .. }
                | Notice::Forgotten { .. }
                | Notice::History { account: None, .. }
        )
    }

    /// Managers see no mark: it is between a person and us. Whoever was linked before they became a manager may see
    /// their own, in a message that did not arrive before.
    fn check_marks(&self, to: Address, notice: &Notice) {
        let person = PersonId(to.chat.0);
        if to.chat.0 > 0 && !self.managers.contains(&person) {
            return;
        }
        let is_their_own = self.memory.values().any(
            |record| matches!(record.as_ref(), Record::Link(link) if link.person == person && self.life > 1),
        );
        let is_managers = to.chat.0 < 0 || !is_their_own;
        let json = serde_json::to_string(notice).unwrap();
        let shows_mark = json.contains("\"mark\":") && !json.contains("\"mark\":null");
        must!(!is_managers || !shows_mark, "3: a manager is shown a mark: {json}");
    }

    pub(super) fn check_show(&mut self, show: &Show, ended: &[(AccountId, PersonId)]) {
        self.check_marks(show.to, &show.notice);
        if show.to.chat.0 < 0 {
            must!(self.groups.contains(&show.to.chat), "3: a strange group is told {:?}", show.notice);
            return;
        }
        let person = PersonId(show.to.chat.0);
        must!(self.met.contains(&person), "3: {person} has never met the bot and is shown {:?}", show.notice);
        let may_hear = self.may_hear(person, &show.notice, ended);
        let is_last_word = matches!(
            show.notice,
            Notice::QuestionEnded { .. }
                | Notice::QuestionRepeated { .. }
                | Notice::AccountChosen { .. }
                | Notice::ReadyAnswered { .. }
                | Notice::ReadyEnded { .. }
                | Notice::Check(CheckSaid::Ended { .. })
                | Notice::Order(OrderSaid { who_may: WhoMay::Nobody, .. })
        );
        if may_hear && !Self::is_about_their_link(&show.notice) {
            self.posts_to_linked.insert(show.post);
        }
        let is_fine = may_hear
            || Self::is_about_their_link(&show.notice)
            || (is_last_word && self.posts_to_linked.contains(&show.post));
        must!(is_fine, "3: {person} is shown {:?}", show.notice);
    }

    pub(super) fn check_say(&mut self, say: &Say, ended: &[(AccountId, PersonId)]) {
        self.check_marks(say.to, &say.notice);
        if let Some(word) = &say.word {
            self.keep_word(word);
        }
        if say.to.chat.0 < 0 {
            let names_something = !matches!(say.notice, Notice::OnlyInPrivate);
            must!(
                !names_something || self.groups.contains(&say.to.chat),
                "3: a strange group is told {:?}",
                say.notice
            );
            return;
        }
        let person = PersonId(say.to.chat.0);
        must!(self.met.contains(&person), "3: {person} has never met the bot and is told {:?}", say.notice);
        let is_fine = Self::is_about_their_link(&say.notice) || self.may_hear(person, &say.notice, ended);
        must!(is_fine, "3: {person} is told {:?}", say.notice);
    }
}
