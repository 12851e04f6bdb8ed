//! Which message a post stands in. Pure.

use std::collections::{BTreeMap, VecDeque};

use crate::model::{MessageId, PostId};

/// How many posts the outbox knows the messages of.
pub(super) const PLACES_MOST: usize = 10_000;

/// Where a post stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) message: MessageId,
    pub(super) revision: u32,
}

/// Where posts stand that were shown lately: whoever asks for the next revision may not have read the report yet.
#[derive(Debug, Default)]
pub(super) struct Places {
    by_post: BTreeMap<PostId, Place>,
    order: VecDeque<PostId>,
}

impl Places {
    pub(super) fn get(&self, post: PostId) -> Option<Place> {
        self.by_post.get(&post).copied()
    }

    pub(super) fn put(&mut self, post: PostId, place: Place) {
        if self.by_post.insert(post, place).is_none() {
            self.order.push_back(post);
        }
        if self.order.len() > PLACES_MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_post.remove(&oldest);
        }
    }

    pub(super) fn forget(&mut self, post: PostId) {
        if self.by_post.remove(&post).is_some() {
            self.order.retain(|other| *other != post);
        }
    }
}
