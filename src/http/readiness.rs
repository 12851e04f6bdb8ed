//! Whether the bridge can do its work, as those who know have said last.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use tokio::time::Instant;

/// Something that the bridge needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The store is open.
    Store,
    /// Telegram answers.
    Telegram,
    /// The account API answers.
    AccountApi,
}

/// Which parts work. Until somebody has said so, none does.
#[derive(Debug)]
pub struct Readiness(Mutex<Parts>);

/// Why a part does not work. Reasons are words of this program, so that no address, key or name can be in one.
type Answer = Result<(), &'static str>;

#[derive(Debug)]
struct Parts {
    store: Standing,
    telegram: Standing,
    account_api: Standing,
}

/// How a part is, and since when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) part: Part,
    pub(super) answer: Answer,
    pub(super) since: Instant,
}

/// A part that does not work.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub(super) struct Missing {
    pub(super) part: Part,
    pub(super) reason: &'static str,
}

impl Readiness {
    /// Nothing is known, so nothing is ready.
    pub fn new() -> Self {
        let since = Instant::now();
        let unknown = |part| Standing { part, answer: Err("not known yet"), since };
        Self(Mutex::new(Parts {
            store: unknown(Part::Store),
            telegram: unknown(Part::Telegram),
            account_api: unknown(Part::AccountApi),
        }))
    }

    /// This part works, or does not for a short reason such as `"refuses the key"`.
    pub fn set(&self, part: Part, answer: Result<(), &'static str>) {
        let mut parts = self.parts();
        let standing = match part {
            Part::Store => &mut parts.store,
            Part::Telegram => &mut parts.telegram,
            Part::AccountApi => &mut parts.account_api,
        };
        if standing.answer != answer {
            *standing = Standing { part, answer, since: Instant::now() };
        }
    }

    /// Whether everything works.
    pub fn is_ready(&self) -> bool {
        self.missing().is_empty()
    }

    /// How each part is, in the order in which it is needed.
    pub(super) fn standings(&self) -> [Standing; 3] {
        let parts = self.parts();
        [parts.store, parts.telegram, parts.account_api]
    }

    /// What does not work, in the order in which it is needed.
    pub(super) fn missing(&self) -> Vec<Missing> {
        let missing = |it: Standing| it.answer.err().map(|reason| Missing { part: it.part, reason });
        self.standings().into_iter().filter_map(missing).collect()
    }

    fn parts(&self) -> MutexGuard<'_, Parts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Readiness {
    fn default() -> Self {
        Self::new()
    }
}
