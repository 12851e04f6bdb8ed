//! What waits for one chat. Pure: the time is passed in.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::time::Instant;

use super::queue::Task;
use super::rate::{self, Meter};
use super::{Outgoing, Show};
use crate::model::{ChatId, PostId};
use crate::telegram::client::Error;

/// The wait after the first failure in a chat; it doubles with each.
pub(super) const FIRST_RETRY: Duration = Duration::from_millis(500);
/// The longest wait after a failure.
pub(super) const LAST_RETRY: Duration = Duration::from_secs(30);

/// What goes before what.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Rank {
    /// A code that is to disappear.
    Deletion,
    /// Somebody is waiting for it.
    Urgent,
    /// Everything else.
    Calm,
}

impl Rank {
    /// Where something stands; `None` for answers, which belong to no chat.
    pub(super) fn of(what: &Outgoing) -> Option<Self> {
        let is_urgent = match what {
            Outgoing::Answer { .. } => return None,
            Outgoing::Delete { .. } => return Some(Self::Deletion),
            Outgoing::Show(show) => show.urgent,
            Outgoing::Say(say) => say.urgent,
            Outgoing::Document { .. } => false,
        };
        Some(if is_urgent { Self::Urgent } else { Self::Calm })
    }
}

/// One chat's line, and whether it may move.
#[derive(Debug)]
pub(super) struct Chat {
    /// By rank, then in the order in which they were put in.
    pub(super) line: BTreeMap<(Rank, u64), Task>,
    /// At most one call at a time, else Telegram could take two in the wrong order.
    pub(super) is_busy: bool,
    /// The revision that is being shown.
    pub(super) showing: Option<(PostId, u32)>,
    failures: u32,
    free_at: Option<Instant>,
    meter: Meter,
}

impl Chat {
    /// `before`: until when a process before this one may have written to it.
    pub(super) fn new(id: ChatId, before: Option<Instant>) -> Self {
        let rate = if id.0 < 0 { rate::GROUP } else { rate::PERSON };
        Self {
            line: BTreeMap::new(),
            is_busy: false,
            showing: None,
            failures: 0,
            free_at: None,
            meter: Meter::new(rate, before),
        }
    }

    /// What goes next, if that is of this rank at most, and when it may.
    pub(super) fn first(&self, now: Instant, lowest: Rank) -> Option<((Rank, u64), Instant)> {
        let (key, _) = self.line.first_key_value().filter(|((rank, _), _)| *rank <= lowest)?;
        if self.is_busy {
            return None;
        }
        let free_at = self.free_at.unwrap_or(now).max(now);
        let at = match key.0 {
            Rank::Deletion => free_at,
            Rank::Urgent | Rank::Calm => free_at.max(self.meter.free_at(now)),
        };
        Some((*key, at))
    }

    /// Takes it out, to be done.
    pub(super) fn take(&mut self, now: Instant, key: (Rank, u64)) -> Option<Task> {
        let task = self.line.remove(&key)?;
        self.is_busy = true;
        if key.0 != Rank::Deletion {
            self.meter.count(now);
        }
        if let Outgoing::Show(show) = &task.what {
            self.showing = Some((show.post, show.revision));
        }
        Some(task)
    }

    /// The revision of a post that waits.
    pub(super) fn waiting(&self, post: PostId) -> Option<((Rank, u64), &Show)> {
        self.line.iter().find_map(|(key, task)| match &task.what {
            Outgoing::Show(show) if show.post == post => Some((*key, show)),
            Outgoing::Show(_)
            | Outgoing::Say(_)
            | Outgoing::Document { .. }
            | Outgoing::Delete { .. }
            | Outgoing::Answer { .. } => None,
        })
    }

    /// Notes that a call came to an end that leaves nothing to repeat.
    pub(super) fn recover(&mut self) {
        self.failures = 0;
    }

    /// Leaves the chat alone for a while that grows with each failure, and says until when.
    pub(super) fn back_off(&mut self, now: Instant, id: ChatId, error: &Error) -> Instant {
        let failures = self.failures;
        if failures == 0 {
            tracing::warn!(chat.id = %id, "Sending to chat {id} is interrupted: {error}");
        } else {
            tracing::debug!(chat.id = %id, failures, "Sending to chat {id} is still interrupted: {error}");
        }
        let wait = FIRST_RETRY.saturating_mul(2_u32.saturating_pow(failures));
        self.failures = self.failures.saturating_add(1);
        self.pause(now + wait.min(LAST_RETRY))
    }

    /// Leaves the chat alone until then, at least.
    pub(super) fn pause(&mut self, until: Instant) -> Instant {
        let until = self.free_at.map_or(until, |free_at| free_at.max(until));
        self.free_at = Some(until);
        until
    }

    /// Whether there is nothing to remember about it.
    pub(super) fn is_idle(&self, now: Instant) -> bool {
        self.line.is_empty()
            && !self.is_busy
            && self.meter.is_rested(now)
            && self.free_at.is_none_or(|free_at| free_at <= now)
    }
}
