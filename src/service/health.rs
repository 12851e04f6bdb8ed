//! How the bridge and its neighbours are: what `/readyz` and `/metrics` say, looked at several times a second.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::{Service, convert};
use crate::{account_api, telegram};

/// How often it is looked whether everything that the bridge needs is there.
pub(super) const HEALTH_INTERVAL: Duration = Duration::from_millis(250);

/// How often the account API is asked how many calls it allows.
const USAGE_INTERVAL: Duration = Duration::from_mins(5);

/// How often it is asked the same while others of the organisation spend much of it, or after a 429.
const TIGHT_USAGE_INTERVAL: Duration = Duration::from_secs(30);

/// How often it is asked the same while it does not answer, so that it is noticed when it does again though no
/// attempt is open.
const RECOVERY_INTERVAL: Duration = Duration::from_secs(5);

/// How often it is measured what the store takes on disk.
const MEASURE_INTERVAL: Duration = Duration::from_secs(10);

/// The measuring of the store, of which one is under way at most.
#[derive(Default)]
pub(super) struct Measuring {
    begun_at: Option<Instant>,
    under_way: Option<JoinHandle<()>>,
}

impl Service {
    /// Looks whether everything is there that the bridge needs.
    pub(super) fn check_health(&mut self) {
        self.settle_what_is_said_slowly();
        let (telegram, health) = (self.inbox.health(), self.api.health());
        convert::readiness(&self.shared.readiness, telegram, health);
        self.supervisor.loop_lives(self.shared.readiness.is_ready());
        let metrics = &self.shared.metrics;
        metrics.set_open_attempts(self.switchboard.open_attempts());
        metrics.set_updates_unsettled(self.settling.len());
        metrics.note_updates_skipped(self.inbox.skipped());
        metrics.set_outbox_depth(self.outbox.depth());
        metrics.set_deliveries_waiting(self.switchboard.deliveries());
        metrics.set_looks_waiting(self.api.looks_waiting());
        metrics.set_account_api_answers(health == account_api::Health::Answering);
        metrics.set_telegram_answers(telegram == telegram::Health::Answering);
        metrics.set_budget(self.api.budget_spent());
        self.measure_store();
        match health {
            account_api::Health::Refusing => self.key_refused(),
            account_api::Health::Answering => self.key_refusal.key_accepted(),
            account_api::Health::Unknown | account_api::Health::Unreachable => {}
        }
        let interval = match health {
            account_api::Health::Answering if self.api.budget_is_tight() => TIGHT_USAGE_INTERVAL,
            account_api::Health::Answering => USAGE_INTERVAL,
            account_api::Health::Unknown
            | account_api::Health::Refusing
            | account_api::Health::Unreachable => RECOVERY_INTERVAL,
        };
        if self.usage_asked_at.elapsed() >= interval {
            self.ask_usage();
        }
    }

    /// Measures what the store takes on disk, which waits for the disk and so for nobody here.
    fn measure_store(&mut self) {
        let is_fresh = self.measuring.begun_at.is_some_and(|begun| begun.elapsed() < MEASURE_INTERVAL);
        if is_fresh || self.measuring.under_way.as_ref().is_some_and(|task| !task.is_finished()) {
            return;
        }
        let (measure, shared) = (self.store.measure(), Arc::clone(&self.shared));
        let under_way = tokio::task::spawn_blocking(move || match measure() {
            Ok((store, journal)) => shared.metrics.set_sizes(store, journal),
            Err(error) => tracing::debug!("The store cannot be measured: {error}"),
        });
        self.measuring = Measuring { begun_at: Some(Instant::now()), under_way: Some(under_way) };
    }

    /// The account API refuses our key: the operator is told, once.
    pub(super) fn key_refused(&mut self) {
        self.key_refusal.key_refused(self.api.reads_key_again());
    }

    /// Asks the account API how many calls it allows, which may lower our budget. One such question is enough.
    pub(super) fn ask_usage(&mut self) {
        if self.usage.as_ref().is_some_and(|usage| !usage.is_finished()) {
            return;
        }
        self.usage_asked_at = Instant::now();
        let api = self.api.clone();
        self.usage = Some(self.calls.spawn(async move {
            if let Err(error) = api.usage().await {
                tracing::debug!("The account API does not say how many calls it allows: {error}");
            }
            None
        }));
    }
}
