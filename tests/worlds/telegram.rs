//! A simulated Telegram: chats, numbered messages, updates that come again, and an outbox that may be slow or fail.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use fastrand::Rng;
use twofa_bridge::model::incoming::{Happened, Incoming};
use twofa_bridge::model::{
    Address, ChatId, MessageId, Notice, OfferWord, PersonId, PostId, TelegramTime, Timestamp, UpdateId,
};
use twofa_bridge::switchboard::command::{Say, Show};
use twofa_bridge::switchboard::event::{Event, Unshown};

/// Something that happened in Telegram, until it is settled.
pub(super) struct Update {
    pub(super) incoming: Incoming,
    pub(super) is_delivered: bool,
    pub(super) is_settled: bool,
}

/// A message of ours in a chat.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) at: Address,
    pub(super) message: MessageId,
    pub(super) notice: Notice,
    pub(super) offer: Option<OfferWord>,
    pub(super) date: TelegramTime,
}

/// A message that a person wrote.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) person: PersonId,
    pub(super) at: Address,
    pub(super) message: MessageId,
    pub(super) date: TelegramTime,
}

/// The simulated Telegram.
pub(super) struct Telegram {
    last_message: i32,
    last_update: u32,
    /// How much its clock is ahead of ours, in milliseconds.
    skew: i64,
    /// Whether updates are polled: then what came after an unsettled one comes again as well.
    is_polled: bool,
    pub(super) updates: BTreeMap<UpdateId, Update>,
    pub(super) outbox: BTreeMap<ChatId, VecDeque<Show>>,
    /// Where the outbox has put each post in this life of the process.
    put: BTreeMap<PostId, MessageId>,
    /// Where each post stands, whoever knows of it.
    pub(super) standing: BTreeMap<PostId, Standing>,
    /// Every button ever shown.
    pub(super) buttons: Vec<Standing>,
    pub(super) written: Vec<Written>,
    deleted: BTreeSet<(ChatId, MessageId)>,
    pub(super) blocked: BTreeSet<PersonId>,
    /// Posts that Telegram would not take, or whose chat was gone.
    pub(super) refused: BTreeSet<PostId>,
    /// The number of the group, which changes when it becomes a supergroup.
    pub(super) group: ChatId,
    /// How many posts in a thousand fail.
    pub(super) faults: u32,
}

/// What became of a post.
pub(super) struct Posted {
    pub(super) show: Show,
    pub(super) stands: Option<Standing>,
    pub(super) report: Event,
}

impl Telegram {
    pub(super) fn new(rng: &mut Rng, faults: u32, group: ChatId) -> Self {
        Self {
            last_message: 100,
            last_update: rng.u32(..1_000_000),
            skew: rng.i64(-2_500..=2_500),
            is_polled: rng.bool(),
            updates: BTreeMap::new(),
            outbox: BTreeMap::new(),
            put: BTreeMap::new(),
            standing: BTreeMap::new(),
            buttons: Vec::new(),
            written: Vec::new(),
            deleted: BTreeSet::new(),
            blocked: BTreeSet::new(),
            refused: BTreeSet::new(),
            group,
            faults,
        }
    }

    /// What its clock shows: whole seconds.
    pub(super) fn clock(&self, now: Timestamp) -> TelegramTime {
        TelegramTime((now.0 + self.skew).div_euclid(1_000))
    }

    pub(super) fn next_message(&mut self) -> MessageId {
        self.last_message += 1;
        MessageId(self.last_message)
    }

    /// Something happened that the bot is told of.
    pub(super) fn report(&mut self, what: Happened) -> UpdateId {
        self.last_update += 1;
        let update = UpdateId(self.last_update);
        let incoming = Incoming { update, what };
        self.updates.insert(update, Update { incoming, is_delivered: false, is_settled: false });
        update
    }

    /// The next update that was not delivered in this life.
    pub(super) fn deliver(&mut self) -> Option<Incoming> {
        let next = self.updates.values_mut().find(|update| !update.is_delivered)?;
        next.is_delivered = true;
        Some(next.incoming.clone())
    }

    /// The update that keeps others back, as soon as a few have come after it: the real one takes a hundred.
    pub(super) fn keeps_back(&self) -> Option<UpdateId> {
        const MANY: usize = 3;
        let (first, update) = self.updates.first_key_value()?;
        (update.is_delivered && !update.is_settled && self.updates.len() > MANY).then_some(*first)
    }

    pub(super) fn has_undelivered(&self) -> bool {
        self.updates.values().any(|update| !update.is_delivered)
    }

    /// An update is confirmed.
    pub(super) fn settle(&mut self, update: UpdateId) {
        if let Some(update) = self.updates.get_mut(&update) {
            update.is_settled = true;
        }
        if self.is_polled {
            while self.updates.first_key_value().is_some_and(|(_, update)| update.is_settled) {
                self.updates.pop_first();
            }
        } else {
            self.updates.retain(|_, update| !update.is_settled);
        }
    }

    /// The process has ended: the outbox with it, and what is not confirmed comes again.
    pub(super) fn forget_process(&mut self) {
        self.outbox.clear();
        self.put.clear();
        for update in self.updates.values_mut() {
            update.is_delivered = false;
            update.is_settled = false;
        }
    }

    pub(super) fn order(&mut self, show: Show) {
        self.outbox.entry(show.to.chat).or_default().push_back(show);
    }

    /// Sends or edits what is next in a chat; newer words for the same post win.
    pub(super) fn work(&mut self, now: Timestamp, rng: &mut Rng) -> Option<Posted> {
        let busy: Vec<ChatId> =
            self.outbox.iter().filter(|(_, queue)| !queue.is_empty()).map(|(chat, _)| *chat).collect();
        let chat = *busy.get(rng.usize(..busy.len().max(1)))?;
        let queue = self.outbox.get_mut(&chat)?;
        let show = queue.pop_front()?;
        if queue.iter().any(|newer| newer.post == show.post) {
            return None;
        }
        Some(self.put(show, now, rng))
    }

    fn put(&mut self, show: Show, now: Timestamp, rng: &mut Rng) -> Posted {
        let (post, revision) = (show.post, show.revision);
        let to = show.to;
        let not = |why| Event::NotShown { post, revision, why };
        let failed = |show, report| Posted { show, stands: None, report };
        if to.chat.0 < 0 && to.chat != self.group {
            return failed(show, Event::Moved { from: to.chat, to: self.group });
        }
        if self.blocked.contains(&PersonId(to.chat.0)) {
            self.refused.insert(post);
            return failed(show, not(Unshown::ChatGone));
        }
        if rng.u32(..1_000) < self.faults {
            self.refused.insert(post);
            let why = if rng.u8(..4) == 0 { Unshown::ChatGone } else { Unshown::Rejected };
            return failed(show, not(why));
        }
        let known = show.edit.or_else(|| self.put.get(&post).copied());
        if known.is_some_and(|message| self.deleted.contains(&(to.chat, message))) {
            self.put.remove(&post);
            return failed(show, not(Unshown::MessageGone));
        }
        let message = known.unwrap_or_else(|| self.next_message());
        let date = match self.standing.get(&post) {
            Some(standing) if standing.message == message => standing.date,
            Some(_) | None => self.clock(now),
        };
        self.put.insert(post, message);
        let (notice, offer) = (show.notice.clone(), show.offer.clone());
        let standing = Standing { at: to, message, notice, offer, date };
        self.stand(standing.clone());
        self.standing.insert(post, standing.clone());
        Posted { show, stands: Some(standing), report: Event::Shown { post, revision, message, date } }
    }

    /// Says something once; nobody is told whether that worked.
    pub(super) fn say(&mut self, say: &Say, now: Timestamp) {
        let message = self.next_message();
        let date = self.clock(now);
        self.stand(Standing {
            at: say.to,
            message,
            notice: say.notice.clone(),
            offer: say.offer.clone(),
            date,
        });
    }

    fn stand(&mut self, standing: Standing) {
        if standing.offer.is_some() {
            self.buttons.push(standing);
        }
    }

    /// Whether a post can no longer be changed, for a reason that is not the bridge's.
    pub(super) fn is_out_of_reach(&self, post: PostId, standing: &Standing) -> bool {
        self.refused.contains(&post)
            || self.deleted.contains(&(standing.at.chat, standing.message))
            || self.blocked.contains(&PersonId(standing.at.chat.0))
    }

    /// Whether somebody has deleted a message of ours.
    pub(super) fn is_deleted(&self, chat: ChatId, message: MessageId) -> bool {
        self.deleted.contains(&(chat, message))
    }

    /// Somebody deletes a message of ours.
    pub(super) fn delete_one(&mut self, rng: &mut Rng) -> Option<MessageId> {
        let nth = rng.usize(..self.standing.len().max(1));
        let (_, standing) = self.standing.iter().nth(nth)?;
        self.deleted.insert((standing.at.chat, standing.message));
        Some(standing.message)
    }
}
