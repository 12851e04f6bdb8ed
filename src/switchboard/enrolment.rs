//! Who may be asked: invitations, and the links that people make of them.
//!
//! A link exists only because a person pressed *Accept* in their private chat. A used, expired, revoked or invented
//! word gets one sentence, the same for all.

use crate::model::incoming::Speaker;
use crate::model::notice::{Ending, MyAccount, QuestionEnd, ReadyEnd};
use crate::model::record::{
    Audience, InvitationRecord, LinkRecord, Matter, PersonRecord, PostponementRecord, Stage, Starter,
};
use crate::model::trail::What;
use crate::model::{
    AccountId, Address, Handle, Name, Notice, PersonId, PostId, Timestamp, UpdateId, Word, WordHash,
};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, Note, Response};
use super::limits::{MOST_INVITATIONS, MOST_LINKS};
use super::listing::{Meaning, Waiting};
use super::posts::{Asker, NewPost};
use super::trail::Deed;

impl Switchboard {
    /// Makes an invitation. Its word goes into the link and is not kept; its hash is.
    fn make_invitation(
        &mut self,
        account: &AccountId,
        invited_by: Starter,
        tell: Option<Address>,
    ) -> (Word, WordHash, Timestamp) {
        self.remember_account(account);
        let mut open: Vec<(Timestamp, WordHash)> =
            self.book.invitations_of(account).iter().map(|it| (it.expires_at, it.hash)).collect();
        open.sort_unstable();
        let surplus = (open.len() + 1).saturating_sub(MOST_INVITATIONS);
        let surplus: Vec<WordHash> = open.into_iter().take(surplus).map(|(_, hash)| hash).collect();
        self.revoke(&surplus);
        let index = self.draw();
        let word = self.seed.word(index);
        let hash = word.hash();
        let expires_at = self.now.plus(self.settings.limits.invitation_lifetime);
        let handle = self.handle_of(account);
        self.attest(Deed::of(What::Invited, account).by(&invited_by));
        let account = account.clone();
        self.book
            .put_invitation(hash, InvitationRecord { hash, account, handle, invited_by, tell, expires_at });
        self.agenda.set(Subject::Invitation(hash), Some(expires_at));
        (word, hash, expires_at)
    }

    /// Makes an invitation for a manager and shows the link where they asked for it.
    pub(super) fn invite(&mut self, account: &AccountId, manager: &Speaker, asker: Asker) {
        let starter = Starter::Manager { person: manager.id, name: manager.name.clone() };
        let (word, hash, expires_at) = self.make_invitation(account, starter, Some(asker.at));
        let offer = self.offer(Audience::Managers, Matter::Revocation(hash), expires_at);
        let notice = Notice::InvitationMade { handle: self.handle_of(account), expires_at };
        self.reply_with(asker, notice, Some(offer), Some(word));
    }

    /// The same, for a manager who pressed *Invite*.
    pub(super) fn invite_at(
        &mut self,
        account: &AccountId,
        manager: &Speaker,
        at: Address,
        update: UpdateId,
    ) {
        let starter = Starter::Manager { person: manager.id, name: manager.name.clone() };
        let (word, hash, expires_at) = self.make_invitation(account, starter, Some(at));
        let offer = self.offer(Audience::Managers, Matter::Revocation(hash), expires_at);
        let language = self.language_at(at);
        self.commands.push(Command::Say(super::command::Say {
            to: at,
            notice: Notice::InvitationMade { handle: self.handle_of(account), expires_at },
            offer: Some(offer),
            word: Some(word),
            reply_to: None,
            language,
            update: Some(update),
        }));
    }

    /// The operator wants an invitation.
    pub(super) fn invitation_wanted(&mut self, ticket: u64, account: String) {
        let response = match self.meaning_of_text(&account) {
            Meaning::One(account) => {
                let (word, _, expires_at) = self.make_invitation(&account, Starter::Operator, None);
                Response::Invitation { handle: self.handle_of(&account), word, expires_at }
            }
            Meaning::Several(accounts) => Response::AmbiguousAccount(accounts),
            Meaning::None => Response::UnknownAccount,
            Meaning::Unavailable => Response::AccountsUnavailable,
            Meaning::Wait => {
                if self.wait_for_listing(Waiting::Invitation { ticket, account }) {
                    return;
                }
                Response::AccountsUnavailable
            }
        };
        self.commands.push(Command::Respond { ticket, response });
    }

    /// Nobody can use these invitations any more.
    pub(super) fn revoke(&mut self, hashes: &[WordHash]) {
        for hash in hashes {
            self.book.remove_invitation(hash);
            self.agenda.set(Subject::Invitation(*hash), None);
            self.withdraw_invitation_buttons(*hash);
        }
    }

    fn withdraw_invitation_buttons(&mut self, hash: WordHash) {
        let about_it: Vec<_> = self
            .book
            .all_offers()
            .filter(|offer| match &offer.about {
                Matter::Invitation { hash: about, .. } | Matter::Revocation(about) => *about == hash,
                Matter::Question { .. }
                | Matter::Status(_)
                | Matter::Session(_)
                | Matter::Freeze(_)
                | Matter::Which { .. }
                | Matter::Forget { .. }
                | Matter::Trail { .. }
                | Matter::Ready { .. }
                | Matter::Mark { .. }
                | Matter::Board { .. }
                | Matter::Round(_)
                | Matter::Order { .. }
                | Matter::Check { .. }
                | Matter::ReadyFirst { .. } => false,
            })
            .map(|offer| (offer.word.clone(), offer.about.clone()))
            .collect();
        for (word, about) in about_it {
            self.withdraw_offer(&word);
            if let Matter::Invitation { post, .. } = about {
                self.repost(post, Notice::InvitationUseless, false);
            }
        }
    }

    /// `/start <word>` in a private chat: shows what accepting means.
    pub(super) fn open_invitation(&mut self, speaker: &Speaker, text: &str, asker: Asker) {
        let found = Word::parse(text).and_then(|word| self.book.invitation(&word.hash())).cloned();
        let Some(invitation) = found.filter(|invitation| invitation.expires_at > self.now) else {
            return self.reply(asker, Notice::InvitationUseless);
        };
        if self.is_manager(speaker.id) {
            return self.reply(asker, Notice::NotForManagers);
        }
        let handle = self.handle_of(&invitation.account);
        if self.book.link(&(invitation.account.clone(), speaker.id)).is_some() {
            return self.reply(asker, Notice::Linked { handle, mark: None });
        }
        let open = self.book.all_offers().find_map(|offer| {
            let Matter::Invitation { hash, post } = &offer.about else { return None };
            let is_it = *hash == invitation.hash && offer.to == Audience::Person(speaker.id);
            is_it.then(|| (offer.word.clone(), *post))
        });
        if let Some((word, post)) = open {
            // Opened before: the question moves down to where the person looks.
            self.withdraw_offer(&word);
            self.repost(post, Notice::InvitationUseless, false);
        }
        let post = self.post_id();
        let about = Matter::Invitation { hash: invitation.hash, post };
        let offer = self.offer(Audience::Person(speaker.id), about, invitation.expires_at);
        let notice = Notice::Invited { handle, inviter: invitation.invited_by };
        self.post_as(post, NewPost { offer: Some(offer), ..NewPost::living(asker.at, notice) });
    }

    /// *Accept*.
    pub(super) fn accept(&mut self, speaker: &Speaker, hash: WordHash, post: PostId) {
        let Some(invitation) = self.book.invitation(&hash).cloned() else { return };
        let account = invitation.account;
        let handle = self.handle_of(&account);
        if self.is_manager(speaker.id) {
            return self.repost(post, Notice::NotForManagers, false);
        }
        if self.book.people_of(&account).len() >= MOST_LINKS {
            return self.repost(post, Notice::TooManyLinks { handle }, false);
        }
        self.repost(post, Notice::Linked { handle: handle.clone(), mark: None }, false);
        self.revoke(&[hash]);
        self.remember_person(speaker);
        let inviter = invitation.invited_by.clone();
        self.attest(Deed::of(What::Linked, &account).person(speaker.id).by(&inviter));
        for linked in self.creators_of(&account) {
            let (handle, name, inviter) = (handle.clone(), speaker.name.clone(), inviter.clone());
            self.post(NewPost::once(linked.chat(), Notice::OtherLinked { handle, name, inviter }));
        }
        self.book.put_link(LinkRecord {
            account: account.clone(),
            person: speaker.id,
            invited_by: invitation.invited_by,
            accepted_at: self.now,
            mark: None,
        });
        self.close_orders(&account, None);
        self.show_first_mark(&account, speaker.id, post);
        self.commands.push(Command::Note(Note::Linked { account: account.clone(), person: speaker.id }));
        let notice = Notice::InvitationAccepted { handle, name: speaker.name.clone() };
        self.tell_inviter(invitation.tell, notice);
        self.wake(&account);
    }

    /// *Decline*.
    pub(super) fn decline(&mut self, speaker: &Speaker, hash: WordHash, post: PostId) {
        let Some(invitation) = self.book.invitation(&hash).cloned() else { return };
        let handle = self.handle_of(&invitation.account);
        self.repost(post, Notice::InvitationDeclined { handle: handle.clone() }, false);
        self.revoke(&[hash]);
        self.attest(Deed::of(What::InvitationDeclined, &invitation.account).by(&invitation.invited_by));
        self.tell_inviter(invitation.tell, Notice::InvitationRefused { handle, name: speaker.name.clone() });
    }

    fn tell_inviter(&mut self, tell: Option<Address>, notice: Notice) {
        match tell {
            Some(to) => {
                self.post(NewPost::once(to, notice));
            }
            None => self.alert(&notice),
        }
    }

    /// An attempt that waited for somebody to ask is looked at at once.
    fn wake(&mut self, account: &AccountId) {
        let Some(attempt) = self.book.open_attempt(account) else { return };
        let id = attempt.id.clone();
        if attempt.stage == Stage::Stuck
            && let Some(live) = self.live.get_mut(&id)
        {
            live.next_look = self.now;
            self.touched.insert(id);
        }
    }

    /// Who may be asked about an account: everybody linked, apart from those who have become managers since.
    pub(super) fn creators_of(&self, account: &AccountId) -> Vec<PersonId> {
        let mut people = self.book.people_of(account);
        people.retain(|person| !self.is_manager(*person));
        people
    }

    /// Remembers somebody we talk with.
    pub(super) fn remember_person(&mut self, speaker: &Speaker) {
        let questions =
            self.book.person(&speaker.id).map(|person| person.questions.clone()).unwrap_or_default();
        let (id, name, language) = (speaker.id, speaker.name.clone(), speaker.language.clone());
        let chosen_language = self.chosen_language(id);
        let menu = self.book.person(&id).and_then(|person| person.menu);
        let quiet = self.book.person(&id).and_then(|person| person.quiet.clone());
        let muted = self.book.person(&id).and_then(|person| person.muted);
        let reachable = true;
        let record =
            PersonRecord { id, name, language, chosen_language, menu, reachable, questions, quiet, muted };
        self.book.put_person(id, record);
        self.menus_due.insert(id);
    }

    /// A person blocked the bot, or let it in again.
    pub(super) fn reached(&mut self, person: PersonId, reachable: bool) {
        let Some(record) = self.book.person(&person) else { return };
        if record.reachable == reachable {
            return;
        }
        if let Some(record) = self.book.person_mut(&person) {
            record.reachable = reachable;
        }
        if reachable {
            return;
        }
        self.commands.push(Command::Note(Note::Unreachable { person }));
        let name = self.name_of(person);
        for account in self.book.accounts_of(person) {
            let ending = Ending::Unreachable { names: vec![name.clone()] };
            self.not_asked_if_ready(&account, person, ReadyEnd::NotNeeded, ending);
            let Some(attempt) = self.book.open_attempt(&account) else { continue };
            let id = attempt.id.clone();
            let Stage::Asking(challenge) = &attempt.stage else { continue };
            let question = challenge.asked.iter().find(|asked| asked.person == person);
            if let Some(question) = question.map(|asked| asked.question) {
                self.end_question(&id, question, QuestionEnd::Over);
                let handle = self.handle_of(&account);
                let to = self.watching(&id);
                for to in to {
                    let notice = Notice::CreatorUnreachable { handle: handle.clone(), name: name.clone() };
                    self.post(NewPost::once(to, notice));
                }
                self.ask_no_more(&id, person, Ending::Unreachable { names: vec![name.clone()] });
            }
        }
    }

    /// Where the status of an attempt stands.
    fn watching(&self, attempt: &crate::model::AttemptId) -> Vec<Address> {
        let statuses = self.book.attempt(attempt).map(|it| it.statuses.clone()).unwrap_or_default();
        statuses.iter().filter_map(|post| self.book.post(post)).map(|post| post.to).collect()
    }

    /// `/stop @account`: effective at once, open questions included.
    pub(super) fn stop(&mut self, person: PersonId, handle: &Handle, asker: Asker) {
        let mut accounts = self.book.accounts_of(person);
        // Two accounts may be called the same. Whoever withdraws means all of them.
        accounts.retain(|account| self.handle_of(account) == *handle);
        if accounts.is_empty() {
            return self.reply(asker, Notice::NotLinked { handle: handle.clone() });
        }
        let name = self.name_of(person);
        for account in accounts {
            self.unlink(&account, person, person);
        }
        self.post(NewPost::once(person.chat(), Notice::Stopped { handle: handle.clone() }));
        self.alert(&Notice::CreatorStopped { handle: handle.clone(), name });
    }

    /// Ends a link, and what is open because of it. `by`: the person, or a manager.
    pub(super) fn unlink(&mut self, account: &AccountId, person: PersonId, by: PersonId) {
        let name = self.name_of(by);
        self.attest(Deed::of(What::Unlinked, account).person(person).by_person(by, &name));
        if let Some(attempt) = self.book.open_attempt(account) {
            let (id, stage) = (attempt.id.clone(), attempt.stage.clone());
            self.release_kept(&id, person);
            match stage {
                Stage::Asking(challenge) => {
                    for asked in challenge.asked.iter().filter(|asked| asked.person == person) {
                        self.end_question(&id, asked.question, QuestionEnd::Withdrawn);
                    }
                    self.ask_no_more(&id, person, Ending::Withdrawn);
                }
                // The answer is on its way already; what becomes of it is no longer this person's affair.
                Stage::Checking(challenge, _) => {
                    for asked in challenge.asked.iter().filter(|asked| asked.person == person) {
                        self.end_question(&id, asked.question, QuestionEnd::Withdrawn);
                    }
                }
                Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => {}
            }
        }
        self.drop_held(account, person);
        self.not_asked_if_ready(account, person, ReadyEnd::Withdrawn, Ending::Withdrawn);
        self.leave_check(account, person);
        self.leave_order(account, person);
        self.book.remove_link(account, person);
        self.book.remove_postponement(&(account.clone(), person));
        self.agenda.set(Subject::Postponement(account.clone(), person), None);
        self.withdraw_offers_about(account, person);
        self.leave_unsaid(account, person);
        self.commands.push(Command::Note(Note::Unlinked { account: account.clone(), person }));
        let nobody_left = self.creators_of(account).is_empty();
        if nobody_left
            && let Some(attempt) = self.book.open_attempt(account)
            && !matches!(attempt.stage, Stage::Checking(..) | Stage::Watching)
        {
            let id = attempt.id.clone();
            self.end(&id, Ending::Withdrawn);
        }
        self.forget_person_if_unneeded(person);
    }

    /// A person's buttons about an account are good for nothing any more.
    fn withdraw_offers_about(&mut self, account: &AccountId, person: PersonId) {
        let theirs: Vec<_> = self
            .book
            .all_offers()
            .filter(|offer| offer.to == Audience::Person(person))
            .filter(|offer| match &offer.about {
                Matter::Freeze(about)
                | Matter::Ready { account: about, .. }
                | Matter::Mark { account: about, .. }
                | Matter::ReadyFirst { account: about, .. }
                | Matter::Order { account: about, .. }
                | Matter::Check { account: about, .. } => about == account,
                Matter::Question { attempt, .. } => {
                    self.book.attempt(attempt).is_some_and(|attempt| attempt.account == *account)
                }
                Matter::Which { attempts, .. } => attempts
                    .iter()
                    .any(|id| self.book.attempt(id).is_some_and(|attempt| attempt.account == *account)),
                Matter::Invitation { .. }
                | Matter::Revocation(_)
                | Matter::Status(_)
                | Matter::Session(_)
                | Matter::Trail { .. }
                | Matter::Board { .. }
                | Matter::Round(_)
                | Matter::Forget { .. } => false,
            })
            .map(|offer| offer.word.clone())
            .collect();
        for word in theirs {
            self.offer_expired(&word);
            self.agenda.set(Subject::Offer(word), None);
        }
    }

    /// What was to be said about an account, and was not yet, is no longer for this person.
    fn leave_unsaid(&mut self, account: &AccountId, person: PersonId) {
        let handle = self.handle_of(account);
        let frozen = Notice::FrozenByYou { handle: handle.clone() };
        let allowed = Notice::AllowedByYou { handle: handle.clone() };
        let is_of_another =
            |notice: &Notice| matches!(notice, Notice::OtherLinked { handle: known, .. } if *known == handle);
        let unsaid: Vec<PostId> = self
            .book
            .all_posts()
            .filter(|post| post.to == person.chat())
            .filter(|post| post.notice == frozen || post.notice == allowed || is_of_another(&post.notice))
            .map(|post| post.id)
            .collect();
        for id in unsaid {
            self.drop_post(id);
        }
    }

    /// Somebody who is linked to nothing and manages nothing is not kept.
    pub(super) fn forget_person_if_unneeded(&mut self, person: PersonId) {
        if !self.book.is_linked(person) && !self.is_manager(person) {
            self.remove_person(person);
        }
    }

    /// `/accounts` for a creator.
    pub(super) fn my_accounts(&mut self, person: PersonId, asker: Asker) {
        let accounts = self.book.accounts_of(person);
        let links = accounts
            .iter()
            .filter_map(|account| self.book.link(&(account.clone(), person)))
            .map(|link| MyAccount {
                handle: self.handle_of(&link.account),
                inviter: link.invited_by.clone(),
                since: link.accepted_at,
                frozen: self.is_frozen(&link.account),
                mark: link.mark.clone(),
            })
            .collect();
        let quiet = self.book.person(&person).and_then(|known| known.quiet.clone());
        self.reply(asker, Notice::MyAccounts { links, quiet });
        for account in accounts {
            if self.may_allow_again(&account, person) {
                self.offer_to_allow_again(&account, person);
            }
        }
    }

    /// `/unlink @account`: ends all links of an account.
    pub(super) fn unlink_all(&mut self, account: &AccountId, manager: &Speaker, asker: Asker) {
        let handle = self.handle_of(account);
        let people = self.book.people_of(account);
        if people.is_empty() {
            return self.say_nobody_is_linked(account, asker);
        }
        let names: Vec<Name> = self.names_of(&people);
        for person in people {
            self.unlink(account, person, manager.id);
            self.post(NewPost::once(person.chat(), Notice::Unlinked { handle: handle.clone() }));
        }
        self.post(NewPost::once(asker.at, Notice::LinksEnded { handle, names }));
    }

    /// The time has come that a person chose with *Later*, and the attempt of then is over.
    pub(super) fn postponement_due(&mut self, account: &AccountId, person: PersonId) {
        let Some(postponement) = self.book.remove_postponement(&(account.clone(), person)) else { return };
        let is_linked = self.book.link(&(account.clone(), person)).is_some();
        let is_busy = self.book.open_attempt(account).is_some()
            || self.book.reauth(account).is_some()
            || self.book.ready(account).is_some();
        if !is_linked || is_busy || self.is_frozen(account) {
            return;
        }
        let quiet_until = self.quiet_of(person).map(|quiet| quiet.until);
        if let Some(free_at) = quiet_until.or_else(|| self.may_be_asked_at(person)) {
            // It is quiet at theirs, or they were asked too often within the hour: a little later, then.
            self.agenda.set(Subject::Postponement(account.clone(), person), Some(free_at));
            let later = PostponementRecord { until: free_at, ..postponement };
            return self.book.put_postponement((account.clone(), person), later);
        }
        self.count_question(person);
        self.ensure_mark(account, person);
        let asked = Deed::of(What::Asked, account).person(person).by(&postponement.starter);
        self.attest(asked.detail("ready"));
        let PostponementRecord { starter, tell, .. } = postponement;
        let post = self.post_id();
        let expires_at = self.now.plus(self.settings.limits.question_lifetime);
        let about = Matter::Ready { account: account.clone(), starter: starter.clone(), tell, post };
        let offer = self.offer(Audience::Person(person), about, expires_at);
        let mark = self.mark_of(account, person);
        let notice = Notice::ReadyAgain { handle: self.handle_of(account), starter, mark };
        self.post_as(post, NewPost { offer: Some(offer), ..NewPost::living(person.chat(), notice) });
    }
}
