//! Marks: two pictures that each link has, so that its person knows a genuine question by them.
//!
//! A mark is drawn when an invitation is accepted. Its person may have another drawn for a while; managers never see
//! it. Links that were made before there were marks get theirs at the next start, or with the next question if their
//! person cannot be reached then.

use crate::model::notice::{Choice, MarkShown};
use crate::model::record::{Audience, Matter};
use crate::model::{AccountId, Mark, Notice, OfferWord, PersonId, PostId};

use super::Switchboard;
use super::limits::MARK_CHOICE;
use super::posts::NewPost;

impl Switchboard {
    /// A mark for a link, which is not the one that it had.
    fn draw_mark(&mut self, account: &AccountId, person: PersonId) -> Mark {
        let known = self.mark_of(account, person);
        let mut mark = known.clone();
        // One in four thousand is drawn twice.
        for _ in 0..8 {
            if mark.is_some() && mark != known {
                break;
            }
            let index = self.draw();
            mark = Some(self.seed.mark(index));
        }
        let mark = mark.unwrap_or_else(|| self.seed.mark(0));
        if let Some(link) = self.book.link_mut(&(account.clone(), person)) {
            link.mark = Some(mark.clone());
        }
        mark
    }

    /// The mark by which a person knows questions about an account.
    pub(super) fn mark_of(&self, account: &AccountId, person: PersonId) -> Option<Mark> {
        self.book.link(&(account.clone(), person)).and_then(|link| link.mark.clone())
    }

    /// An invitation was accepted: what stood there says so, and shows the mark of the new link.
    pub(super) fn show_first_mark(&mut self, account: &AccountId, person: PersonId, post: PostId) {
        let mark = self.draw_mark(account, person);
        let offer = self.offer_another_mark(account, person, post);
        let handle = self.handle_of(account);
        let mark = Some(MarkShown { mark, may_change: true });
        if let Some(post) = self.book.post_mut(&post) {
            post.notice = Notice::Linked { handle, mark };
            post.offer = Some(offer);
            post.living = true;
        }
        self.show_again(post);
    }

    /// Gives a link its mark if it has none.
    pub(super) fn ensure_mark(&mut self, account: &AccountId, person: PersonId) {
        let is_without = self.book.link(&(account.clone(), person)).is_some_and(|link| link.mark.is_none());
        if !is_without {
            return;
        }
        let mark = MarkShown { mark: self.draw_mark(account, person), may_change: true };
        let post = self.post_id();
        let offer = self.offer_another_mark(account, person, post);
        let notice = Notice::MarkGiven { handle: self.handle_of(account), mark };
        self.post_as(post, NewPost { offer: Some(offer), ..NewPost::living(person.chat(), notice) });
    }

    /// After a start: links that were made before there were marks get theirs.
    pub(super) fn ensure_marks(&mut self) {
        let without: Vec<(AccountId, PersonId)> = self
            .book
            .all_links()
            .filter(|link| link.mark.is_none() && !self.is_manager(link.person))
            .filter(|link| self.book.person(&link.person).is_some_and(|person| person.reachable))
            .map(|link| (link.account.clone(), link.person))
            .collect();
        for (account, person) in without {
            self.ensure_mark(&account, person);
        }
    }

    fn offer_another_mark(&mut self, account: &AccountId, person: PersonId, post: PostId) -> OfferWord {
        let about = Matter::Mark { account: account.clone(), post };
        self.offer(Audience::Person(person), about, self.now.plus(MARK_CHOICE))
    }

    /// *Another*: a mark is drawn in place of the one that is shown.
    pub(super) fn another_mark(
        &mut self,
        person: PersonId,
        account: &AccountId,
        post: PostId,
        choice: Choice,
    ) -> Option<Notice> {
        self.book.link(&(account.clone(), person)).filter(|_| choice == Choice::Another)?;
        let mark = MarkShown { mark: self.draw_mark(account, person), may_change: true };
        let notice = self.remarked(post, mark)?;
        self.repost(post, notice, true);
        Some(Notice::Noted)
    }

    /// The time to have another mark drawn is over, or the link is.
    pub(super) fn mark_settled(&mut self, person: PersonId, account: &AccountId, post: PostId) {
        let notice = match self.mark_of(account, person) {
            Some(mark) => self.remarked(post, MarkShown { mark, may_change: false }),
            None => Some(Notice::MarkVoid),
        };
        if let Some(notice) = notice {
            self.repost(post, notice, false);
        }
    }

    /// A message does not reach its person. If it was to tell them the mark of a link for the first time, the link has
    /// none: what nobody knows says nothing about who asks.
    pub(super) fn mark_not_told(&mut self, post: PostId) {
        let Some(record) = self.book.post(&post) else { return };
        if record.message.is_some() || !matches!(record.notice, Notice::MarkGiven { .. }) {
            return;
        }
        let person = PersonId(record.to.chat.0);
        let about = record.offer.as_ref().and_then(|word| self.book.offer(word)).map(|it| it.about.clone());
        if let Some(Matter::Mark { account, .. }) = about
            && let Some(link) = self.book.link_mut(&(account, person))
        {
            link.mark = None;
        }
    }

    /// What a message says with another mark.
    fn remarked(&self, post: PostId, mark: MarkShown) -> Option<Notice> {
        let notice = self.book.post(&post)?.notice.clone();
        if let Notice::Linked { handle, .. } = notice {
            return Some(Notice::Linked { handle, mark: Some(mark) });
        }
        if let Notice::MarkGiven { handle, .. } = notice {
            return Some(Notice::MarkGiven { handle, mark });
        }
        None
    }
}
