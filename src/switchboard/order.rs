//! The order in which the people who are linked to an account are asked, one after the other.
//!
//! The creator who accepted first sets it. Without one, everybody is asked at once. Whoever cannot be reached, or was
//! asked too often, is passed over; whoever is asked stays asked when the next is.

use crate::model::notice::{Choice, OrderSaid, WhoMay};
use crate::model::record::{Asked, Audience, Line, Matter, Stage, Times};
use crate::model::trail::What;
use crate::model::{AccountId, AttemptId, Handle, Notice, OfferWord, PersonId, PostId};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, Note};
use super::posts::{Asker, NewPost};
use super::trail::Deed;

impl Switchboard {
    /// `/order @account`: in private.
    pub(super) fn order_command(&mut self, person: PersonId, handle: &Handle, asker: Asker) {
        let mut accounts = self.book.accounts_of(person);
        accounts.retain(|account| self.handle_of(account) == *handle);
        if accounts.is_empty() || self.is_manager(person) {
            return self.reply(asker, Notice::NotLinked { handle: handle.clone() });
        }
        for account in accounts {
            self.close_orders(&account, Some(person));
            let post = self.post_id();
            let may_change = self.may_order(&account, person);
            let said = self.order_said(&account, person, may_change);
            if !may_change {
                self.reply(asker, Notice::Order(said));
                continue;
            }
            let about = Matter::Order { account: account.clone(), post };
            let expires_at = self.now.plus(self.settings.limits.question_lifetime);
            let offer = self.offer(Audience::Person(person), about, expires_at);
            self.post_as(
                post,
                NewPost { offer: Some(offer), ..NewPost::living(asker.at, Notice::Order(said)) },
            );
        }
    }

    /// Whether a person may say who is asked first: they accepted first, and there is somebody else.
    fn may_order(&self, account: &AccountId, person: PersonId) -> bool {
        let people = self.by_acceptance(account);
        people.len() > 1 && people.first() == Some(&person)
    }

    fn order_said(&self, account: &AccountId, reader: PersonId, may_change: bool) -> OrderSaid {
        let first = self.by_acceptance(account).first().copied().filter(|first| *first != reader);
        let who_may = match first {
            _ if may_change => WhoMay::You,
            Some(first) => WhoMay::Other { name: self.name_of(first) },
            None => WhoMay::Nobody,
        };
        let is_set = self.book.account(account).is_some_and(|it| !it.order.is_empty());
        let next_after = is_set.then_some(self.settings.limits.ask_next_after.as_secs());
        let people = self.names_of(&self.in_order(account));
        OrderSaid { handle: self.handle_of(account), people, next_after, who_may }
    }

    /// A button below the order: somebody is asked first, or everybody at once. None if that makes no sense any more.
    pub(super) fn change_order(
        &mut self,
        person: PersonId,
        account: &AccountId,
        post: PostId,
        choice: Choice,
    ) -> Option<Notice> {
        if !self.may_order(account, person) {
            return None;
        }
        let mut order = self.in_order(account);
        if choice == Choice::Everybody {
            order.clear();
        } else {
            let Choice::Person(place) = choice else { return None };
            let place = usize::from(place);
            order.get(place)?;
            order[..=place].rotate_right(1);
        }
        self.remember_account(account);
        self.book.account_mut(account)?.order = order;
        self.attest(Deed::of(What::Ordered, account).person(person));
        let said = self.order_said(account, person, true);
        self.repost(post, Notice::Order(said), true);
        Some(Notice::Noted)
    }

    /// Messages in which the order can be changed lose their buttons: another shows it, or it has changed.
    pub(super) fn close_orders(&mut self, account: &AccountId, only: Option<PersonId>) {
        let words: Vec<OfferWord> = self
            .book
            .all_offers()
            .filter(|offer| order_in(&offer.about, account).is_some())
            .filter(|offer| only.is_none_or(|person| offer.to == Audience::Person(person)))
            .map(|offer| offer.word.clone())
            .collect();
        for word in words {
            self.offer_expired(&word);
            self.agenda.set(Subject::Offer(word), None);
        }
    }

    /// The time to change the order by this message is over.
    pub(super) fn order_settled(&mut self, post: PostId) {
        let Some(Notice::Order(said)) = self.book.post(&post).map(|post| post.notice.clone()) else { return };
        self.repost(post, Notice::Order(OrderSaid { who_may: WhoMay::Nobody, ..said }), false);
    }

    /// Who may be asked about an account, whoever accepted first first.
    fn by_acceptance(&self, account: &AccountId) -> Vec<PersonId> {
        let mut people = self.creators_of(account);
        people.sort_by_key(|person| self.book.link(&(account.clone(), *person)).map(|link| link.accepted_at));
        people
    }

    /// Who may be asked about an account, in the order in which they are. Those of whom it says nothing come last.
    fn in_order(&self, account: &AccountId) -> Vec<PersonId> {
        let mut people = self.by_acceptance(account);
        if let Some(record) = self.book.account(account) {
            let place = |person: &PersonId| record.order.iter().position(|it| it == person);
            people.sort_by_key(|person| place(person).unwrap_or(usize::MAX));
        }
        people
    }

    /// The place of a person in the order, if there is one, from one on.
    pub(super) fn place_in_order(&self, account: &AccountId, person: PersonId) -> Option<usize> {
        self.book.account(account).filter(|it| !it.order.is_empty())?;
        self.in_order(account).iter().position(|it| *it == person).map(|place| place + 1)
    }

    /// Those of these people who are asked at once, and those who are if need be. Whoever has answered about an attempt
    /// is asked first for what more it wants.
    pub(super) fn line_up(
        &self,
        account: &AccountId,
        attempt: Option<&AttemptId>,
        people: Vec<PersonId>,
    ) -> (Vec<PersonId>, Option<Line>) {
        if self.book.account(account).is_none_or(|it| it.order.is_empty()) || people.len() < 2 {
            return (people, None);
        }
        let answered = attempt.and_then(|id| self.book.attempt(id)?.answers.last().map(|(by, ..)| *by));
        let mut people: Vec<PersonId> =
            self.in_order(account).into_iter().filter(|person| people.contains(person)).collect();
        people.sort_by_key(|person| Some(*person) != answered);
        let rest = people.split_off(1);
        (people, Some(Line { people: rest, next_at: self.now.plus(self.settings.limits.ask_next_after) }))
    }

    /// Asks the next in line as well. Says whether there was anybody.
    pub(super) fn ask_next(&mut self, id: &AttemptId) -> bool {
        while let Some(person) = self.take_next(id) {
            let Some(attempt) = self.book.attempt(id) else { return false };
            let Stage::Asking(challenge) = attempt.stage.clone() else { return false };
            let is_linked = self.creators_of(&attempt.account).contains(&person);
            if !is_linked || !self.is_reachable(person) || self.may_be_asked_at(person).is_some() {
                continue;
            }
            let limits = &self.settings.limits;
            let times = Times {
                expires_at: self.now.plus(limits.question_lifetime),
                repeat_at: Some(self.now.plus(limits.question_repeat_after)),
            };
            let next_at = self.now.plus(limits.ask_next_after);
            let question = self.put_question(id, &challenge, person, challenge.again);
            let note = Note::Asked { attempt: id.clone(), kind: challenge.kind, people: 1 };
            self.commands.push(Command::Note(note));
            self.change_challenge(id, |challenge| {
                let asked = Asked { own_times: Some(times), ..Asked::new(person, question) };
                challenge.asked.push(asked);
                if let Some(line) = &mut challenge.line {
                    line.next_at = next_at;
                }
            });
            return true;
        }
        false
    }

    fn take_next(&mut self, id: &AttemptId) -> Option<PersonId> {
        let Stage::Asking(challenge) = &mut self.book.attempt_mut(id)?.stage else { return None };
        let line = challenge.line.as_mut().filter(|line| !line.people.is_empty())?;
        let next = line.people.remove(0);
        if line.people.is_empty() {
            challenge.line = None;
        }
        Some(next)
    }

    /// Whether messages reach a person, as far as is known.
    pub(super) fn is_reachable(&self, person: PersonId) -> bool {
        self.book.person(&person).is_some_and(|known| known.reachable)
    }

    /// A person is no longer linked: they stand in no line and in no order.
    pub(super) fn leave_order(&mut self, account: &AccountId, person: PersonId) {
        let theirs = self.book.all_offers().filter(|offer| offer.to == Audience::Person(person));
        let theirs: Vec<PostId> = theirs.filter_map(|offer| order_in(&offer.about, account)).collect();
        for post in theirs {
            self.repost(post, Notice::NotLinked { handle: self.handle_of(account) }, false);
        }
        self.close_orders(account, None);
        if self.book.account(account).is_some_and(|it| it.order.contains(&person))
            && let Some(account) = self.book.account_mut(account)
        {
            account.order.retain(|it| *it != person);
        }
        let Some(id) = self.book.open_attempt(account).map(|attempt| attempt.id.clone()) else { return };
        let Some(attempt) = self.book.attempt_mut(&id) else { return };
        let (Stage::Asking(challenge) | Stage::Checking(challenge, _)) = &mut attempt.stage else { return };
        if let Some(line) = &mut challenge.line {
            line.people.retain(|it| *it != person);
        }
        challenge.line = challenge.line.take().filter(|line| !line.people.is_empty());
        self.touched.insert(id);
    }
}

/// The message in which the order of an account can be changed, if buttons are about that.
fn order_in(about: &Matter, account: &AccountId) -> Option<PostId> {
    if let Matter::Order { account: it, post } = about { (it == account).then_some(*post) } else { None }
}
