//! How many calls are left: sliding windows for the organisation and for each account.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use tokio::time::Instant;

use super::switches::Limits;

const HOUR: Duration = Duration::from_secs(3600);

/// What `/v1/me/usage` tells where no limit is enforced: the numbers of the vendor's sample.
pub(super) const SAMPLE_LIMITS: (u32, u32, u32) = (600, 60, 20);

/// A limit that is used up.
#[derive(Debug)]
pub(super) struct Exceeded {
    /// The vendor's word for the limit.
    pub(super) reason: &'static str,
    /// How long until there is room again.
    pub(super) wait: Duration,
}

/// What has been used of each limit.
#[derive(Debug, Default)]
pub(super) struct Quota {
    used: BTreeMap<String, VecDeque<Instant>>,
}

impl Quota {
    /// Counts a call, or says which limit forbids it; a forbidden call counts nowhere.
    pub(super) fn call(
        &mut self,
        account: Option<&str>,
        is_write: bool,
        now: Instant,
        limits: &Limits,
    ) -> Result<(), Exceeded> {
        let window = Duration::from_millis(limits.window_ms);
        let (word, reason, limit) = if is_write {
            ("write", "account_write_rpm", limits.account_writes)
        } else {
            ("read", "account_read_rpm", limits.account_reads)
        };
        let account_key = account.map(|account| format!("{word} {account}"));

        self.room("org", "org_rpm", limits.org, window, now)?;
        if let Some(key) = &account_key {
            self.room(key, reason, limit, window, now)?;
        }
        for key in ["org".to_owned()].into_iter().chain(account_key) {
            self.used.entry(key).or_default().push_back(now);
        }
        Ok(())
    }

    /// Counts a new attempt, or says that there were too many.
    pub(super) fn attempt(&mut self, now: Instant, limits: &Limits) -> Result<(), Exceeded> {
        self.room("attempts", "org_attempts_per_hour", limits.attempts_per_hour, HOUR, now)?;
        self.used.entry("attempts".to_owned()).or_default().push_back(now);
        Ok(())
    }

    /// How many calls of the organisation lie in the window.
    pub(super) fn org_used(&mut self, now: Instant, limits: &Limits) -> u32 {
        let calls = self.recent("org", Duration::from_millis(limits.window_ms), now);
        u32::try_from(calls.len()).unwrap_or(u32::MAX)
    }

    fn room(
        &mut self,
        key: &str,
        reason: &'static str,
        limit: Option<u32>,
        window: Duration,
        now: Instant,
    ) -> Result<(), Exceeded> {
        let calls = self.recent(key, window, now);
        let Some(limit) = limit else {
            return Ok(());
        };
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        if calls.len() < limit {
            return Ok(());
        }
        // The limit may have been lowered below what is used: then more than one call must slide out.
        let leaving = calls.get(calls.len().saturating_sub(limit.max(1))).copied();
        let wait = leaving.map_or(window, |call| window.saturating_sub(now.duration_since(call)));
        Err(Exceeded { reason, wait })
    }

    fn recent(&mut self, key: &str, window: Duration, now: Instant) -> &VecDeque<Instant> {
        let calls = self.used.entry(key.to_owned()).or_default();
        while calls.front().is_some_and(|call| now.duration_since(*call) >= window) {
            calls.pop_front();
        }
        calls
    }
}
