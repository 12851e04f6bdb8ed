//! What the agency's own system is told of what happens, and how often that is tried.
//!
//! What it is told is a record of the batch in which it happens: what is on disk was told or will be, also by the next
//! life of the process. An endpoint is told again until it says that it has taken it, so it may hear a thing twice, and
//! knows it by its number.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::model::dispatch::{Owed, Told};
use crate::model::notice::Ending;
use crate::model::record::{ChallengeKind, Stage};
use crate::model::{AttemptId, DispatchId, DispatchRecord, EndpointId, Timestamp};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, DeliveryFate, Note};
use super::limits::{DISPATCH_KEPT, MOST_DELIVERIES, MOST_DISPATCHES};
use super::status::ending_word;

/// The pauses before an endpoint is told again what it has not taken; the last one from then on.
const PAUSES: [Duration; 8] = [
    Duration::from_secs(5),
    Duration::from_secs(30),
    Duration::from_mins(2),
    Duration::from_mins(10),
    Duration::from_mins(30),
    Duration::from_hours(1),
    Duration::from_hours(2),
    Duration::from_hours(4),
];

/// Who of the agency's system is told what happens.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Host {
    /// The endpoints that are told.
    pub endpoints: Vec<EndpointId>,
    /// Whether somebody may read the stream of events, for which they are kept.
    pub reads_events: bool,
}

/// What is due to each endpoint.
#[derive(Default)]
pub(super) struct Couriers(BTreeMap<EndpointId, Courier>);

/// What is due to one endpoint.
#[derive(Default)]
struct Courier {
    waiting: BTreeSet<(Timestamp, DispatchId)>,
    under_way: BTreeSet<DispatchId>,
}

impl Courier {
    /// When the next delivery is due, if there is room for one.
    fn next(&self) -> Option<Timestamp> {
        let has_room = self.under_way.len() < MOST_DELIVERIES;
        self.waiting.first().filter(|_| has_room).map(|(at, _)| *at)
    }
}

impl Couriers {
    /// How many things wait to be told, or are being told.
    pub(super) fn len(&self) -> usize {
        self.0.values().map(|courier| courier.waiting.len() + courier.under_way.len()).sum()
    }

    fn forget(&mut self, record: &DispatchRecord) {
        for owed in &record.owed {
            if let Some(courier) = self.0.get_mut(&owed.to) {
                courier.waiting.remove(&(owed.next_at, record.id));
                courier.under_way.remove(&record.id);
            }
        }
    }
}

impl Switchboard {
    /// Says who of the agency's system is told what happens. Before the first event.
    pub fn set_host(&mut self, host: Host) {
        self.host = host;
    }

    /// How many deliveries to endpoints wait or are under way.
    pub fn deliveries(&self) -> usize {
        self.couriers.len()
    }

    /// After a start: what is owed to endpoints that are still there is delivered, and what is kept is shown.
    pub(super) fn resume_deliveries(&mut self) {
        let kept: Vec<DispatchId> = self.book.all_dispatches().map(|it| it.id).collect();
        for id in kept {
            let endpoints = &self.host.endpoints;
            let Some(record) = self.book.dispatch(&id) else { continue };
            if record.owed.iter().any(|owed| !endpoints.contains(&owed.to)) {
                let endpoints = endpoints.clone();
                if let Some(record) = self.book.dispatch_mut(&id) {
                    record.owed.retain(|owed| endpoints.contains(&owed.to));
                }
            }
            let Some(record) = self.book.dispatch(&id).cloned() else { continue };
            if record.owed.is_empty() && !self.host.reads_events {
                self.book.remove_dispatch(&id);
                continue;
            }
            self.keep(record);
        }
    }

    /// A question of a challenge, the first one, stands in a chat.
    pub(super) fn tell_of_question(&mut self, attempt: &AttemptId, kind: ChallengeKind) {
        self.tell_host(attempt, Told::QuestionSent, Some(kind), None);
    }

    /// The account API has taken the code that is on its way; told once for each code.
    pub(super) fn tell_of_code(&mut self, attempt: &AttemptId) {
        let Some(record) = self.book.attempt_mut(attempt) else { return };
        let Stage::Checking(challenge, answer) = &mut record.stage else { return };
        let kind = challenge.kind;
        if matches!(kind, ChallengeKind::Code(_)) && !std::mem::replace(&mut answer.told, true) {
            self.tell_host(attempt, Told::CodeRelayed, Some(kind), None);
        }
    }

    /// *Not me* has frozen the account of an attempt.
    pub(super) fn tell_of_freeze(&mut self, attempt: &AttemptId) {
        self.tell_host(attempt, Told::Frozen, None, None);
    }

    /// An attempt is over.
    pub(super) fn tell_of_ending(&mut self, attempt: &AttemptId, ending: &Ending) {
        let told = match ending {
            Ending::Connected => Told::Completed,
            Ending::NotMe { .. } => Told::Declined,
            Ending::Unanswered | Ending::TooOld => Told::Expired,
            Ending::OtherAccount { .. }
            | Ending::Failed
            | Ending::Unknown
            | Ending::Gone
            | Ending::NoCredentials
            | Ending::AccountUnknown
            | Ending::Throttled { .. }
            | Ending::ApiRefuses
            | Ending::ApiDeclines
            | Ending::ApiUnreachable
            | Ending::MaybeStarted
            | Ending::AttemptTaken
            | Ending::WrongCodes
            | Ending::NotNow { .. }
            | Ending::NobodyReady
            | Ending::ReadyInVain { .. }
            | Ending::Begun
            | Ending::Cancelled { .. }
            | Ending::Unreachable { .. }
            | Ending::Withdrawn
            | Ending::PutOff { .. } => Told::Failed,
        };
        self.tell_host(attempt, told, None, Some(ending_word(ending)));
    }

    fn tell_host(
        &mut self,
        attempt: &AttemptId,
        told: Told,
        challenge: Option<ChallengeKind>,
        ending: Option<&str>,
    ) {
        if self.host == Host::default() {
            return;
        }
        let Some(account) = self.book.attempt(attempt).map(|attempt| attempt.account.clone()) else { return };
        if let Some(oldest) = self.book.first_dispatch_of(MOST_DISPATCHES) {
            self.commands.push(Command::Note(Note::Full { what: "kept for the agency's system" }));
            self.forget_dispatch(oldest);
        }
        // A thousand in each millisecond, and more than any that was given before.
        let by_clock = u64::try_from(self.now.0).unwrap_or_default().saturating_mul(1_000);
        let id = DispatchId(self.last_dispatch.0.saturating_add(1).max(by_clock));
        self.last_dispatch = id;
        let next_at = self.now;
        let owed = |to: &EndpointId| Owed { to: to.clone(), tries: 0, next_at };
        let record = DispatchRecord {
            id,
            at: self.now,
            told,
            account,
            attempt: attempt.clone(),
            challenge,
            ending: ending.map(str::to_owned),
            owed: self.host.endpoints.iter().map(owed).collect(),
        };
        self.book.put_dispatch(id, record.clone());
        self.keep(record);
    }

    /// Sees to it that something is told, shown, and forgotten when its time has come.
    fn keep(&mut self, record: DispatchRecord) {
        self.last_dispatch = self.last_dispatch.max(record.id);
        self.agenda.set(Subject::Dispatch(record.id), Some(record.at.plus(DISPATCH_KEPT)));
        for owed in &record.owed {
            let courier = self.couriers.0.entry(owed.to.clone()).or_default();
            courier.waiting.insert((owed.next_at, record.id));
        }
        if self.host.reads_events {
            self.commands.push(Command::Publish(Box::new(record)));
        }
    }

    /// What the agency's system was told need not be kept any more; who has not taken it by then never will.
    pub(super) fn dispatch_due(&mut self, id: DispatchId) {
        let Some(record) = self.book.dispatch(&id) else { return };
        let owed: Vec<EndpointId> = record.owed.iter().map(|owed| owed.to.clone()).collect();
        for to in owed {
            self.commands.push(Command::Note(Note::Delivered { to, id, fate: DeliveryFate::GivenUp }));
        }
        self.forget_dispatch(id);
    }

    fn forget_dispatch(&mut self, id: DispatchId) {
        if let Some(record) = self.book.remove_dispatch(&id) {
            self.couriers.forget(&record);
        }
        self.agenda.set(Subject::Dispatch(id), None);
    }

    /// An endpoint was told something, and has taken it or has not.
    pub(super) fn delivered(&mut self, to: EndpointId, id: DispatchId, is_taken: bool) {
        if let Some(courier) = self.couriers.0.get_mut(&to) {
            courier.under_way.remove(&id);
        }
        let now = self.now;
        let Some(record) = self.book.dispatch_mut(&id) else { return };
        let ends_at = record.at.plus(DISPATCH_KEPT);
        let mut fate = DeliveryFate::Taken;
        if is_taken {
            record.owed.retain(|owed| owed.to != to);
        } else if let Some(owed) = record.owed.iter_mut().find(|owed| owed.to == to) {
            let step = usize::try_from(owed.tries).unwrap_or(usize::MAX).min(PAUSES.len() - 1);
            owed.tries = owed.tries.saturating_add(1);
            owed.next_at = now.plus(PAUSES[step]);
            if owed.next_at < ends_at {
                fate = DeliveryFate::Again;
                self.couriers.0.entry(to.clone()).or_default().waiting.insert((owed.next_at, id));
            } else {
                fate = DeliveryFate::GivenUp;
                record.owed.retain(|owed| owed.to != to);
            }
        }
        let is_done = record.owed.is_empty();
        self.commands.push(Command::Note(Note::Delivered { to, id, fate }));
        if is_done && !self.host.reads_events {
            self.forget_dispatch(id);
        }
    }

    /// Tells each endpoint what is due, as far as there is room, and notes when the next is.
    pub(super) fn deliver_due(&mut self) {
        let now = self.now;
        let mut due = Vec::new();
        for (to, courier) in &mut self.couriers.0 {
            while courier.next().is_some_and(|at| at <= now) {
                let Some((_, id)) = courier.waiting.pop_first() else { break };
                courier.under_way.insert(id);
                due.push((to.clone(), id));
            }
        }
        for (to, id) in due {
            if let Some(document) = self.book.dispatch(&id).map(DispatchRecord::document) {
                self.commands.push(Command::Deliver { to, id, document });
            }
        }
        let next = self.couriers.0.values().filter_map(Courier::next).min();
        self.agenda.set(Subject::Deliveries, next);
    }
}
