//! Managers who are no longer on the list: from the start on that sees it, they are told nothing and hold nothing.
//!
//! Their commands and buttons are refused where those are read. Here it is about what was on its way to them: status
//! messages in their chats, alerts, and the invitations whose words they know. Sign-ins that they started go on.

use crate::model::notice::{CheckSaid, Notice};
use crate::model::record::{PostRecord, Starter};
use crate::model::{AccountId, Address, AttemptId, PersonId, PostId, WordHash};

use super::Switchboard;

impl Switchboard {
    /// After a start: takes away from former managers what was theirs as managers.
    pub(super) fn dismiss_former_managers(&mut self) {
        let gone: Vec<PostId> = self
            .book
            .all_posts()
            .filter(|post| self.is_former(post.to) && is_for_managers(post))
            .map(|post| post.id)
            .collect();
        self.move_statuses(&gone);
        for id in gone {
            if self.book.post(&id).is_some_and(|post| post.message.is_some()) {
                self.repost(id, Notice::NotForYou, false);
            } else {
                self.drop_post(id);
            }
        }
        let invitations: Vec<WordHash> = self
            .book
            .all_invitations()
            .filter(|it| match &it.invited_by {
                Starter::Manager { person, .. } => !self.is_manager(*person),
                Starter::Host { .. } | Starter::Operator => false,
            })
            .map(|it| it.hash)
            .collect();
        self.revoke(&invitations);
        let people: Vec<PersonId> = self.book.all_people().map(|person| person.id).collect();
        for person in people {
            self.forget_mute(person);
            self.forget_person_if_unneeded(person);
        }
    }

    /// A sign-in whose status stood in nobody else's chat is followed by whoever follows what nobody asked for.
    fn move_statuses(&mut self, gone: &[PostId]) {
        let has_lost = |statuses: &[PostId]| statuses.iter().any(|post| gone.contains(post));
        let attempts: Vec<AttemptId> =
            self.book.all_attempts().filter(|it| has_lost(&it.statuses)).map(|it| it.id.clone()).collect();
        for id in attempts {
            let Some(attempt) = self.book.attempt_mut(&id) else { continue };
            attempt.statuses.retain(|post| !gone.contains(post));
            let is_followed = !attempt.statuses.is_empty();
            let (account, starter, tag) = (attempt.account.clone(), attempt.started_by.clone(), attempt.tag);
            let is_open = self.book.open_attempt(&account).is_some_and(|open| open.id == id);
            if !is_followed && is_open {
                let statuses = self.post_statuses(self.watchers(), &account, &starter, tag);
                if let Some(attempt) = self.book.attempt_mut(&id) {
                    attempt.statuses = statuses;
                }
            }
            self.refresh_status(&id);
        }
        let reauths: Vec<AccountId> = self
            .book
            .all_reauths()
            .filter(|it| has_lost(&it.statuses))
            .map(|it| it.account.clone())
            .collect();
        for account in reauths {
            let Some(mut reauth) = self.book.reauth(&account).cloned() else { continue };
            reauth.statuses.retain(|post| !gone.contains(post));
            if reauth.statuses.is_empty() {
                reauth.statuses =
                    self.post_statuses(self.watchers(), &account, &reauth.started_by, reauth.tag);
            }
            self.book.put_reauth(account, reauth);
        }
        self.move_ready_statuses(gone);
        self.move_round_posts(gone);
        self.drop_checks(gone);
        self.leave_untold(gone);
    }

    /// Those of these chats in which managers still read; if there are none, those that follow everything.
    pub(super) fn still_told(&self, tell: &[Address]) -> Vec<Address> {
        let told: Vec<Address> = tell.iter().copied().filter(|to| !self.is_former(*to)).collect();
        if told.is_empty() { self.watchers() } else { told }
    }

    /// Whether an address is the private chat of somebody who is no manager.
    fn is_former(&self, to: Address) -> bool {
        to.chat.0 > 0 && !self.is_manager(PersonId(to.chat.0))
    }
}

/// Whether a message is only for managers.
fn is_for_managers(post: &PostRecord) -> bool {
    matches!(
        post.notice,
        Notice::Status(_)
            | Notice::Board(_)
            | Notice::Round(_)
            | Notice::InvitationsRevoked { .. }
            | Notice::InvitationAccepted { .. }
            | Notice::InvitationRefused { .. }
            | Notice::NotMeAlert { .. }
            | Notice::AllowedAgain { .. }
            | Notice::CreatorStopped { .. }
            | Notice::CreatorUnreachable { .. }
            | Notice::CreatorNotNow { .. }
            | Notice::LinksEnded { .. }
            | Notice::ReauthLimit { .. }
            | Notice::AlreadyOpen { .. }
            | Notice::AlreadyAsked { .. }
            | Notice::SessionDead { .. }
            | Notice::SessionAlive { .. }
            | Notice::AccountFrozen { .. }
            | Notice::NobodyLinked { .. }
            | Notice::TooManyOpen
            | Notice::Check(CheckSaid::Report(_))
    )
}
