//! What is due when.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    AccountId, AttemptId, DispatchId, OfferWord, PersonId, PostId, Timestamp, UpdateId, WordHash,
};

/// Something that time brings about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Subject {
    /// The next step of an attempt.
    Attempt(AttemptId),
    /// Somebody is to be asked again.
    Postponement(AccountId, PersonId),
    /// An invitation runs out.
    Invitation(WordHash),
    /// A button runs out.
    Offer(OfferWord),
    /// An update need not be remembered any more.
    Handled(UpdateId),
    /// The next step of a sign-in that waits until somebody is ready.
    Ready(AccountId),
    /// It is over that people are asked whether they can read this.
    Check(AccountId),
    /// What has not had its turn in a round has none any more.
    Round(PostId),
    /// What the agency's system was told need not be kept any more.
    Dispatch(DispatchId),
    /// The agency's system is told something, or told again.
    Deliveries,
    /// Another account is looked at, to see whether its session is still valid.
    Sessions,
    /// The accounts are listed again.
    Listing,
    /// The oldest entry of the audit trail is too old.
    Trail,
}

/// One moment for each subject, found from either side.
#[derive(Default)]
pub(super) struct Agenda {
    by_time: BTreeSet<(Timestamp, Subject)>,
    by_subject: BTreeMap<Subject, Timestamp>,
}

impl Agenda {
    /// The subject is due at that moment and at no other; never, if there is none.
    pub(super) fn set(&mut self, subject: Subject, at: Option<Timestamp>) {
        if let Some(before) = self.by_subject.get(&subject).copied() {
            if Some(before) == at {
                return;
            }
            self.by_time.remove(&(before, subject.clone()));
            self.by_subject.remove(&subject);
        }
        if let Some(at) = at {
            self.by_time.insert((at, subject.clone()));
            self.by_subject.insert(subject, at);
        }
    }

    /// The next moment at which something is due.
    pub(super) fn next(&self) -> Option<Timestamp> {
        self.by_time.first().map(|(at, _)| *at)
    }

    /// Takes what is due first, if its time has come.
    pub(super) fn take(&mut self, now: Timestamp) -> Option<Subject> {
        if self.next()? > now {
            return None;
        }
        let (_, subject) = self.by_time.pop_first()?;
        self.by_subject.remove(&subject);
        Some(subject)
    }

    /// How many subjects are due at some time.
    pub(super) fn len(&self) -> usize {
        self.by_subject.len()
    }
}
