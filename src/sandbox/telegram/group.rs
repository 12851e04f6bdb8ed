//! A group, and what can befall it.

use std::collections::{BTreeMap, BTreeSet};

use super::state::{GroupRecord, TopicState};
use super::{Bubble, Telegram};

/// Ids below this one are those of supergroups.
const SUPERGROUPS_BELOW: i64 = -1_000_000_000_000;

/// A group with the bot in it. Clones are handles to the same one.
#[derive(Clone, Debug)]
pub struct Group {
    pub(super) telegram: Telegram,
    pub(super) id: i64,
}

impl GroupRecord {
    pub(super) fn new(id: i64, title: &str, members: &[i64]) -> GroupRecord {
        GroupRecord {
            title: title.to_owned(),
            is_supergroup: id < SUPERGROUPS_BELOW,
            members: members.iter().copied().collect::<BTreeSet<i64>>(),
            bot_was_kicked: false,
            bot_may_delete: false,
            bot_reads_everything: false,
            bot_wrote_last: false,
            migrated_to: None,
            topics: BTreeMap::new(),
        }
    }
}

impl Group {
    /// Its id.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The group as its members see it.
    pub fn sees(&self) -> Vec<Bubble> {
        self.telegram.chat(self.id)
    }

    /// A member removes the bot.
    pub fn kicks_bot(&self) {
        self.telegram.change(|state| state.set_bot_kicked(self.id, true));
    }

    /// A member lets the bot in again.
    pub fn lets_bot_in(&self) {
        self.telegram.change(|state| state.set_bot_kicked(self.id, false));
    }

    /// Whether the bot may delete what others wrote. At first: no.
    pub fn set_bot_may_delete(&self, may: bool) {
        self.with_record(|group| group.bot_may_delete = may);
    }

    /// Whether the bot sees every message, as without privacy mode. At first: no.
    pub fn set_bot_reads_everything(&self, reads: bool) {
        self.with_record(|group| group.bot_reads_everything = reads);
    }

    /// Opens, closes or deletes a forum topic; a group with topics is a forum.
    pub fn set_topic(&self, thread: i64, topic: TopicState) {
        self.with_record(|group| {
            group.topics.insert(thread, topic);
        });
    }

    /// The group becomes a supergroup with this id, and refuses what is sent to the old one.
    #[expect(clippy::return_self_not_must_use, reason = "the id may be all that the caller needs")]
    pub fn migrates_to(&self, id: i64) -> Group {
        self.telegram.change(|state| state.migrate(self.id, id));
        Group { telegram: self.telegram.clone(), id }
    }

    fn with_record(&self, change: impl FnOnce(&mut GroupRecord)) {
        self.telegram.change(|state| {
            if let Some(group) = state.groups.get_mut(&self.id) {
                change(group);
            }
        });
    }
}
