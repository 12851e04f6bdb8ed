//! How much a bot may send: per chat, per group and overall, as Telegram counts it.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

/// The limits on what a bot sends and edits; `None` switches one off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many messages in a row one chat takes before it wants them one per [`Limits::chat_interval`].
    pub chat_burst: Option<u32>,
    /// The distance between messages that a chat takes for ever.
    pub chat_interval: Duration,
    /// How many messages one group takes within any minute.
    pub group_per_minute: Option<u32>,
    /// How many messages the whole bot may send within any second.
    pub overall_per_second: Option<u32>,
}

impl Limits {
    /// What Telegram documents: one per second and chat with short bursts, 20 per minute and group, 30 per
    /// second overall.
    pub fn real() -> Limits {
        Limits {
            chat_burst: Some(5),
            chat_interval: Duration::from_secs(1),
            group_per_minute: Some(20),
            overall_per_second: Some(30),
        }
    }

    /// No limits at all.
    pub fn off() -> Limits {
        Limits {
            chat_burst: None,
            chat_interval: Duration::ZERO,
            group_per_minute: None,
            overall_per_second: None,
        }
    }
}

/// What was sent lately, in milliseconds of the simulation.
#[derive(Default)]
pub(super) struct Meter {
    // When a chat that sends one message per interval would have sent all it was given.
    paid_until: BTreeMap<i64, i64>,
    last_minute: BTreeMap<i64, VecDeque<i64>>,
    last_second: VecDeque<i64>,
}

impl Meter {
    /// Counts one message to `chat`, or says for how many whole seconds the bot must wait.
    pub(super) fn count(&mut self, limits: &Limits, chat: i64, now: i64) -> Result<(), u64> {
        let is_group = chat < 0;
        let interval = milliseconds(limits.chat_interval);
        let paid_until = self.paid_until.get(&chat).copied().unwrap_or(now).max(now);
        let of_group = self.last_minute.entry(chat).or_default();
        forget(of_group, now - 60_000);
        forget(&mut self.last_second, now - 1_000);

        let mut wait = 0;
        if let Some(burst) = limits.chat_burst {
            wait = wait.max(paid_until - now - interval * (i64::from(burst) - 1));
        }
        if let Some(most) = limits.group_per_minute.filter(|_| is_group) {
            wait = wait.max(until_one_leaves(of_group, most, now - 60_000));
        }
        if let Some(most) = limits.overall_per_second {
            wait = wait.max(until_one_leaves(&self.last_second, most, now - 1_000));
        }
        if wait > 0 {
            return Err(u64::try_from(wait).unwrap_or(0).div_ceil(1000));
        }

        self.paid_until.insert(chat, paid_until + interval);
        of_group.push_back(now);
        self.last_second.push_back(now);
        Ok(())
    }
}

fn forget(times: &mut VecDeque<i64>, until: i64) {
    while times.front().is_some_and(|at| *at <= until) {
        times.pop_front();
    }
}

fn until_one_leaves(times: &VecDeque<i64>, most: u32, window_begins: i64) -> i64 {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if times.len() < most {
        return 0;
    }
    times.get(times.len() - most).map_or(0, |at| at - window_begins)
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
