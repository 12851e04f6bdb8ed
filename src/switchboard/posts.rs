//! Messages of ours that must arrive or will change, and what is said only once.
//!
//! A post is what a message is to say. It is a record, so what was not shown before a crash is shown after it, and
//! what was shown is edited on. The outbox merges what changes faster than Telegram takes it.

use crate::model::record::{Audience, Matter, MovedRecord, OfferRecord, PostRecord};
use crate::model::{
    Address, AttemptId, ChatId, MessageId, Name, Notice, OfferWord, PersonId, PostId, TelegramTime,
    Timestamp, UpdateId, Word,
};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, Note, Say, Show, nobody};
use super::event::Unshown;

/// What a post is made of.
pub(super) struct NewPost {
    /// Where it goes.
    pub(super) to: Address,
    /// What it says.
    pub(super) notice: Notice,
    /// What its buttons stand for.
    pub(super) offer: Option<OfferWord>,
    /// The attempt whose link goes with it.
    pub(super) link_of: Option<AttemptId>,
    /// Whether it may still change.
    pub(super) living: bool,
}

impl NewPost {
    /// A message that must arrive and will not change.
    pub(super) fn once(to: Address, notice: Notice) -> Self {
        Self { to, notice, offer: None, link_of: None, living: false }
    }

    /// A message that will change.
    pub(super) fn living(to: Address, notice: Notice) -> Self {
        Self { to, notice, offer: None, link_of: None, living: true }
    }
}

/// Whose message it is and what it answers.
#[derive(Clone, Copy)]
pub(super) struct Asker {
    /// Where the answer goes.
    pub(super) at: Address,
    /// The message that is answered.
    pub(super) message: MessageId,
    /// The update that brought it.
    pub(super) update: UpdateId,
}

impl Switchboard {
    /// A number for a post to be made.
    pub(super) fn post_id(&mut self) -> PostId {
        let index = self.draw();
        PostId(self.seed.number(index))
    }

    /// Posts a message.
    pub(super) fn post(&mut self, new: NewPost) -> PostId {
        let id = self.post_id();
        self.post_as(id, new);
        id
    }

    /// Posts a message under a number that was drawn before.
    pub(super) fn post_as(&mut self, id: PostId, new: NewPost) {
        let NewPost { to, notice, offer, link_of, living } = new;
        let to = self.where_now(to);
        let language = self.language_at(to);
        let record = PostRecord {
            id,
            to,
            notice,
            offer,
            revision: 0,
            shown: None,
            message: None,
            living,
            link_of,
            language,
        };
        self.book.put_post(id, record);
        self.show_later(id);
    }

    /// Makes a message say something else. One that may not change any more loses its buttons.
    pub(super) fn repost(&mut self, id: PostId, notice: Notice, living: bool) {
        let Some(post) = self.book.post(&id) else { return };
        if post.notice == notice && post.living == living {
            return;
        }
        let has_changed = post.notice != notice || (!living && post.offer.is_some());
        if let Some(post) = self.book.post_mut(&id) {
            post.notice = notice;
            post.living = living;
            if !living {
                post.link_of = None;
                if let Some(word) = post.offer.take() {
                    self.withdraw_offer(&word);
                }
            }
        }
        if has_changed {
            self.show_again(id);
        } else {
            self.forget_if_done(id);
        }
    }

    /// Shows a message anew though its words are the same.
    pub(super) fn show_again(&mut self, id: PostId) {
        if let Some(post) = self.book.post_mut(&id) {
            post.revision += 1;
            self.show_later(id);
        }
    }

    /// Notes that a message is to be shown when the event is dealt with, so that it is shown once however often it
    /// changes before.
    fn show_later(&mut self, id: PostId) {
        if !self.to_show.contains(&id) {
            self.to_show.push(id);
        }
    }

    /// After a start: shows what was not shown, or not as it was to be.
    pub(super) fn show_what_is_owed(&mut self) {
        let owed: Vec<PostId> = self
            .book
            .all_posts()
            .filter(|post| post.shown != Some(post.revision))
            .map(|post| post.id)
            .collect();
        for id in owed {
            self.show_later(id);
        }
    }

    /// Shows what waited for the first look of this life, since a link goes with it.
    pub(super) fn show_what_waits_for(&mut self, attempt: &AttemptId) {
        let owed: Vec<PostId> = self
            .book
            .all_posts()
            .filter(|post| post.link_of.as_ref() == Some(attempt) && post.shown != Some(post.revision))
            .map(|post| post.id)
            .collect();
        for id in owed {
            self.show_later(id);
        }
    }

    /// Orders everything that is to be shown.
    pub(super) fn emit_shows(&mut self) {
        for id in std::mem::take(&mut self.to_show) {
            let Some(post) = self.book.post(&id) else { continue };
            let link = match &post.link_of {
                None => None,
                Some(attempt) => {
                    let Some(link) = self.link_for(attempt) else { continue };
                    Some(link)
                }
            };
            let show = Show {
                post: id,
                revision: post.revision,
                to: post.to,
                edit: post.message,
                notice: post.notice.clone(),
                offer: post.offer.clone(),
                link,
                language: self.language_of_post(post),
                urgent: matches!(post.notice, Notice::Question(_) | Notice::Ready(_)),
                // Whoever reads a status has asked for it, or looks at it when they want to know.
                silent: matches!(post.notice, Notice::Status(_))
                    || self.quiet_of(PersonId(post.to.chat.0)).is_some()
                    || self.is_muted(post.to, &post.notice),
            };
            self.commands.push(Command::Show(show));
        }
    }

    /// A message stands as ordered.
    pub(super) fn shown(&mut self, id: PostId, revision: u32, message: MessageId, date: TelegramTime) {
        let Some(post) = self.book.post(&id) else { return };
        let to = post.to;
        let is_first = post.message.is_none();
        if (post.message != Some(message) || post.shown.is_none_or(|shown| shown < revision))
            && let Some(post) = self.book.post_mut(&id)
        {
            post.message = Some(message);
            post.shown = Some(post.shown.map_or(revision, |shown| shown.max(revision)));
        }
        if self.book.post(&id).is_some_and(|post| post.shown == Some(post.revision)) {
            self.note_over_is_shown(id);
        }
        self.forget_if_done(id);
        self.check_arrived(PersonId(to.chat.0), id, true);
        if is_first {
            self.question_shown(PersonId(to.chat.0), id, message, date);
        }
    }

    /// Forgets a message that stands as it is to stay.
    fn forget_if_done(&mut self, id: PostId) {
        if self.book.post(&id).is_some_and(|post| !post.living && post.shown == Some(post.revision)) {
            self.book.remove_post(&id);
        }
    }

    /// A message does not stand as ordered.
    pub(super) fn not_shown(&mut self, id: PostId, revision: u32, why: Unshown) {
        let Some(post) = self.book.post(&id) else { return };
        let to = post.to;
        let is_question = matches!(post.notice, Notice::Question(_));
        let is_ready_question = matches!(post.notice, Notice::Ready(_));
        let is_choice = matches!(post.notice, Notice::WhichAccount { .. });
        match why {
            Unshown::ChatGone => {
                self.check_arrived(PersonId(to.chat.0), id, false);
                self.mark_not_told(id);
                self.drop_post(id);
                if to.chat.0 > 0 {
                    self.not_reached(PersonId(to.chat.0));
                }
            }
            Unshown::MessageGone => {
                // Somebody has deleted it. What still matters is said again; an outcome that nobody wants to see
                // any more is not.
                let is_over = matches!(post.notice, Notice::QuestionEnded { .. });
                let matters = (post.living && !is_over) || matches!(post.notice, Notice::Status(_));
                if !matters {
                    self.note_over_is_shown(id);
                    self.drop_post(id);
                } else if revision == post.revision || post.message.is_some() {
                    if let Some(post) = self.book.post_mut(&id) {
                        post.message = None;
                    }
                    self.show_again(id);
                }
            }
            Unshown::Rejected => {
                self.commands.push(Command::Note(Note::Rejected { post: id }));
                self.check_arrived(PersonId(to.chat.0), id, false);
                self.drop_post(id);
                if is_question {
                    self.question_lost(PersonId(to.chat.0), id);
                }
                if is_ready_question {
                    self.ready_question_lost(PersonId(to.chat.0), id);
                }
                if is_choice {
                    self.choice_lost(PersonId(to.chat.0));
                }
            }
        }
    }

    /// A person's chat does not take messages: they blocked the bot, or never began to talk with it.
    fn not_reached(&mut self, person: PersonId) {
        if self.is_manager(person) && self.unreached_managers.insert(person) {
            self.commands.push(Command::Note(Note::ManagerUnreachable { person }));
        }
        self.reached(person, false);
    }

    /// Forgets a message and what its buttons stand for.
    pub(super) fn drop_post(&mut self, id: PostId) {
        if let Some(Notice::Question(question)) = self.book.post(&id).map(|post| &post.notice) {
            // It may stand there as it stood before.
            self.note_just_over(question.tag, id);
        }
        if let Some(post) = self.book.remove_post(&id)
            && let Some(word) = post.offer
        {
            self.withdraw_offer(&word);
        }
    }

    /// Makes an offer that buttons stand for.
    pub(super) fn offer(&mut self, to: Audience, about: Matter, expires_at: Timestamp) -> OfferWord {
        let index = self.draw();
        let word = self.seed.offer_word(index);
        self.book.put_offer(word.clone(), OfferRecord { word: word.clone(), to, about, expires_at });
        self.agenda.set(Subject::Offer(word.clone()), Some(expires_at));
        word
    }

    /// The buttons of this offer are good for nothing any more, and a code that waited for one of them is wiped.
    pub(super) fn withdraw_offer(&mut self, word: &OfferWord) {
        self.book.remove_offer(word);
        self.agenda.set(Subject::Offer(word.clone()), None);
        self.nothing_chosen(word);
    }

    /// Says something once, in answer to a message.
    pub(super) fn reply(&mut self, asker: Asker, notice: Notice) {
        self.reply_with(asker, notice, None, None);
    }

    /// Says something once, in answer to a message, with buttons or an invitation's word.
    pub(super) fn reply_with(
        &mut self,
        asker: Asker,
        notice: Notice,
        offer: Option<OfferWord>,
        word: Option<Word>,
    ) {
        let language = self.language_at(asker.at);
        self.commands.push(Command::Say(Say {
            to: asker.at,
            notice,
            offer,
            word,
            reply_to: Some(asker.message),
            language,
            update: Some(asker.update),
        }));
    }

    /// Tells every manager, in private.
    pub(super) fn alert(&mut self, notice: &Notice) {
        for manager in self.settings.managers.clone() {
            self.post(NewPost::once(manager.chat(), notice.clone()));
        }
    }

    /// Where the status of an attempt stands that nobody asked for in a chat.
    pub(super) fn watchers(&self) -> Vec<Address> {
        if self.settings.chats.is_empty() {
            self.settings.managers.iter().map(|manager| manager.chat()).collect()
        } else {
            self.settings.chats.iter().map(|chat| Address { chat: *chat, thread: None }).collect()
        }
    }

    /// What a person calls themselves.
    pub(super) fn name_of(&self, person: PersonId) -> Name {
        self.book.person(&person).map_or_else(nobody, |person| person.name.clone())
    }

    /// A group has another number.
    pub(super) fn chat_moved(&mut self, from: ChatId, to: ChatId) {
        if from == to || to.0 >= 0 {
            return;
        }
        let is_ours = self.settings.chats.contains(&from);
        let posts: Vec<PostId> =
            self.book.all_posts().filter(|post| post.to.chat == from).map(|post| post.id).collect();
        for id in posts {
            if let Some(post) = self.book.post_mut(&id) {
                post.to.chat = to;
                // Messages of the old group cannot be edited under the new number.
                post.message = None;
            }
            self.show_again(id);
        }
        if is_ours {
            self.settings.chats.remove(&from);
            self.settings.chats.insert(to);
            let before: Vec<ChatId> =
                self.book.all_moves().filter(|it| it.to == from).map(|it| it.from).collect();
            for from in before.into_iter().chain([from]) {
                self.book.put_moved(from, MovedRecord { from, to });
            }
        }
    }

    /// Takes the groups of the config under the numbers that they have by now. What was remembered of others is
    /// forgotten: the operator has changed the config.
    pub(super) fn follow_moves(&mut self) {
        let moves: Vec<MovedRecord> = self.book.all_moves().cloned().collect();
        for MovedRecord { from, to } in moves {
            if self.settings.chats.remove(&from) {
                self.settings.chats.insert(to);
            } else {
                self.book.remove_moved(&from);
            }
        }
    }

    /// The address under the chat's present number.
    fn where_now(&self, to: Address) -> Address {
        self.book.moved(&to.chat).map_or(to, |it| Address { chat: it.to, thread: to.thread })
    }
}
