//! What stands in the way of a sign-in: to be said to whoever wants one, or to be kept of a round.

use crate::model::record::Skip;
use crate::model::{AccountId, Notice, PersonId, Tag, Timestamp};

use super::Switchboard;
use super::limits::{DAY, HOUR, MOST_OPEN_ATTEMPTS, next_free};

/// Why an account cannot be reauthenticated now.
pub(super) enum Obstacle {
    /// *Not me* has frozen it.
    Frozen,
    /// Something is open.
    Open(Tag),
    /// Nobody is linked.
    NobodyLinked,
    /// Nobody of those who are linked can be reached; the first of them.
    Unreachable(PersonId),
    /// As many attempts are open as are watched at once.
    Full,
    /// It was reconnected too often, and may be again then.
    TooOften(Timestamp),
}

impl Obstacle {
    /// Why it is skipped in a round; none if it only has to wait.
    pub(super) fn skip(&self) -> Option<Skip> {
        match self {
            Self::Frozen => Some(Skip::Frozen),
            Self::Open(_) => Some(Skip::AlreadyOpen),
            Self::NobodyLinked => Some(Skip::NobodyLinked),
            Self::Unreachable(_) => Some(Skip::Unreachable),
            Self::TooOften(_) => Some(Skip::TooOften),
            Self::Full => None,
        }
    }
}

impl Switchboard {
    /// Why an account cannot be reauthenticated now, in words; none if it can.
    pub(super) fn why_not_reauth(&self, account: &AccountId) -> Option<Notice> {
        let handle = self.handle_of(account);
        Some(match self.obstacle(account)? {
            Obstacle::Frozen => Notice::AccountFrozen { handle },
            Obstacle::Open(tag) => Notice::AlreadyOpen { handle, tag },
            Obstacle::NobodyLinked => Notice::NobodyLinked { handle },
            Obstacle::Unreachable(person) => {
                Notice::CreatorUnreachable { handle, name: self.name_of(person) }
            }
            Obstacle::Full => Notice::TooManyOpen,
            Obstacle::TooOften(until) => {
                let seconds = until.since(self.now).as_millis().div_ceil(1_000);
                Notice::ReauthLimit { handle, seconds: u64::try_from(seconds).unwrap_or(u64::MAX) }
            }
        })
    }

    /// What stands in the way of a sign-in to an account.
    pub(super) fn obstacle(&self, account: &AccountId) -> Option<Obstacle> {
        if self.is_frozen(account) {
            return Some(Obstacle::Frozen);
        }
        if let Some(tag) = self.open_tag(account) {
            return Some(Obstacle::Open(tag));
        }
        let people = self.creators_of(account);
        let Some(first) = people.first() else { return Some(Obstacle::NobodyLinked) };
        let reachable = |person: &PersonId| self.book.person(person).is_some_and(|person| person.reachable);
        if !people.iter().any(reachable) {
            return Some(Obstacle::Unreachable(*first));
        }
        if self.book.open_count() >= MOST_OPEN_ATTEMPTS {
            return Some(Obstacle::Full);
        }
        self.reauth_free_at(account).map(Obstacle::TooOften)
    }

    /// The tag of what is open for an account.
    pub(super) fn open_tag(&self, account: &AccountId) -> Option<Tag> {
        let attempt = self.book.open_attempt(account).map(|attempt| attempt.tag);
        attempt.or_else(|| self.book.reauth(account).map(|reauth| reauth.tag))
    }

    /// When an account may be reauthenticated again; none if at once.
    fn reauth_free_at(&self, account: &AccountId) -> Option<Timestamp> {
        let past = &self.book.account(account)?.reauths;
        let limits = &self.settings.limits;
        [
            next_free(1, limits.reauth_interval, self.now, past),
            next_free(limits.reauths_per_hour, HOUR, self.now, past),
            next_free(limits.reauths_per_day, DAY, self.now, past),
        ]
        .into_iter()
        .flatten()
        .max()
    }
}
