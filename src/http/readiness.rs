//! Whether the bridge can do its work, as those who know have said last.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

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
    store: Answer,
    telegram: Answer,
    account_api: Answer,
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
        let unknown = Err("not known yet");
        Self(Mutex::new(Parts { store: unknown, telegram: unknown, account_api: unknown }))
    }

    /// This part works, or does not for a short reason such as `"refuses the key"`.
    pub fn set(&self, part: Part, answer: Result<(), &'static str>) {
        let mut parts = self.parts();
        match part {
            Part::Store => parts.store = answer,
            Part::Telegram => parts.telegram = answer,
            Part::AccountApi => parts.account_api = answer,
        }
    }

    /// Whether everything works.
    pub fn is_ready(&self) -> bool {
        self.missing().is_empty()
    }

    /// What does not work, in the order in which it is needed.
    pub(super) fn missing(&self) -> Vec<Missing> {
        let parts = self.parts();
        [(Part::Store, parts.store), (Part::Telegram, parts.telegram), (Part::AccountApi, parts.account_api)]
            .into_iter()
            .filter_map(|(part, answer)| answer.err().map(|reason| Missing { part, reason }))
            .collect()
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
