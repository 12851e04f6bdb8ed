//! What comes in: polls Telegram, delivers each update once, and confirms it when it is settled.
//!
//! Telegram keeps an update until a poll's offset passes it, and sends it again until then. So Telegram is the
//! durable inbox: an update that is not settled when the process dies comes again to the next one. The offset moves
//! past the leading run of settled updates and no further, in the order in which Telegram returned them; their
//! numbers may begin anew and say nothing about order.
//!
//! Telegram returns a hundred at most. While the first of them is unsettled, no more than the ninety-nine after it
//! are heard: whoever receives must settle everything in the end, and is told when others are kept back.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until, timeout};

use super::client::{Client, Error};
use super::incoming;
use crate::model::UpdateId;
use crate::model::incoming::{Happened, Incoming};

mod seen;

use seen::Seen;

/// How many updates one poll brings: as many as Telegram gives.
pub const BATCH: u8 = 100;
/// How many updates wait to be received; then polling waits.
pub const WAITING_MOST: usize = 256;
/// How many conflicts in a row mean that somebody else has this bot for good.
pub const CONFLICTS_MOST: u32 = 3;
/// How long Telegram holds the first poll after a failure.
pub const SHORT_POLL: Duration = Duration::from_secs(1);
/// How long the last confirmation may take. Telegram makes a hurried poll wait 3 s.
pub const CLOSE_WITHIN: Duration = Duration::from_secs(5);

/// How fast the inbox polls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pace {
    /// How long Telegram holds a poll that has nothing to return; whole seconds, up to 50.
    pub poll: Duration,
    /// The least time between the starts of polls with the same offset. Within 0.5 s, Telegram returns one update
    /// instead of all.
    pub repeat: Duration,
    /// The wait after the first failure; it doubles with each.
    pub first_retry: Duration,
    /// The longest wait after a failure.
    pub last_retry: Duration,
    /// The wait after a conflict: long enough for a process that is being replaced to end.
    pub after_conflict: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            poll: Duration::from_secs(30),
            repeat: Duration::from_millis(550),
            first_retry: Duration::from_millis(500),
            last_retry: Duration::from_secs(30),
            after_conflict: Duration::from_secs(5),
        }
    }
}

/// What the inbox hands over.
#[derive(Debug)]
pub enum Received {
    /// An update, for the first time in this process. It must be settled.
    Update(Incoming),
    /// Nothing new comes in before this update is settled: Telegram returns no more from it on.
    KeepsBack(UpdateId),
    /// `Conflict` or `TokenRefused`: nothing comes in, and polling goes on.
    Failed(Error),
    /// Nothing more comes in.
    Stopped(Error),
}

/// Whether Telegram answers polls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Health {
    /// It did the last time.
    Answering,
    /// It does not, or nothing was asked yet.
    Unreachable,
    /// It does not accept the token.
    TokenRefused,
    /// It gives the updates to somebody else.
    Conflict,
}

/// The receiving side of the bot. When the receiver that came with it ends, so has the polling.
pub struct Inbox {
    seen: watch::Sender<Seen>,
    health: watch::Receiver<Health>,
    skipped: Arc<AtomicU64>,
    close: oneshot::Sender<()>,
    polling: JoinHandle<()>,
}

impl Inbox {
    /// Ends a webhook if there is one, and begins to poll.
    pub fn start(client: Client, pace: Pace) -> (Self, mpsc::Receiver<Received>) {
        let (deliver, received) = mpsc::channel(WAITING_MOST);
        let (close, closing) = oneshot::channel();
        let (report_health, health) = watch::channel(Health::Unreachable);
        let seen = watch::Sender::new(Seen::default());
        let skipped = Arc::new(AtomicU64::new(0));
        let poller = Poller {
            client,
            pace,
            deliver,
            seen: seen.clone(),
            health: report_health,
            skipped: Arc::clone(&skipped),
            batch: Vec::new(),
            last_poll: None,
        };
        let polling = tokio::spawn(poller.run(closing));
        (Self { seen, health, skipped, close, polling }, received)
    }

    /// Says that nothing which this update caused is pending any more. It will be confirmed when all before it are.
    pub fn settle(&self, update: UpdateId) {
        self.seen.send_modify(|seen| seen.settle(update));
    }

    /// How it stands.
    pub fn health(&self) -> Health {
        *self.health.borrow()
    }

    /// How many updates were confirmed unheard, since they are of a kind that does not concern us or cannot be read.
    pub fn skipped(&self) -> u64 {
        self.skipped.load(Ordering::Relaxed)
    }

    /// Stops polling and confirms what is settled. What is not comes again to the next process.
    ///
    /// # Panics
    ///
    /// If the polling has panicked.
    pub async fn close(self) {
        // The task may have stopped by itself.
        let _ = self.close.send(());
        if let Err(ended) = self.polling.await
            && ended.is_panic()
        {
            std::panic::resume_unwind(ended.into_panic());
        }
    }
}

/// The task that polls.
struct Poller {
    client: Client,
    pace: Pace,
    deliver: mpsc::Sender<Received>,
    seen: watch::Sender<Seen>,
    health: watch::Sender<Health>,
    skipped: Arc<AtomicU64>,
    /// What the last poll brought, in Telegram's order: the next one confirms its leading run of settled updates.
    /// After an empty batch there is nothing to confirm and no offset: an old one could hide updates whose numbers
    /// began anew.
    batch: Vec<UpdateId>,
    /// With which offset the last poll began, and when; none if it has failed.
    last_poll: Option<(Option<i32>, Instant)>,
}

/// Nobody receives any more, or nothing can be received.
struct Ended;

impl Poller {
    async fn run(mut self, closing: oneshot::Receiver<()>) {
        tokio::select! {
            biased;
            // A dropped inbox ends the polling as `close` does.
            _ = closing => {}
            Ended = self.poll_on() => {}
        }
        self.confirm_the_last().await;
    }

    /// Polls until nobody receives or a conflict persists. It may be dropped at any await: what is
    /// to be confirmed stands in `batch` and in `seen`.
    async fn poll_on(&mut self) -> Ended {
        let mut failures = 0;
        let mut conflicts = 0;
        let mut has_webhook = true;
        loop {
            let answer = if has_webhook {
                self.client.delete_webhook().await.map(|()| None)
            } else {
                self.poll(failures > 0).await.map(Some)
            };
            let error = match answer {
                Ok(batch) => {
                    (failures, conflicts, has_webhook) = (0, 0, false);
                    self.note(Health::Answering);
                    if let Some(batch) = batch
                        && let Err(ended) = self.take(batch).await
                    {
                        return ended;
                    }
                    continue;
                }
                Err(error) => error,
            };
            failures += 1;
            conflicts = if error == Error::Conflict { conflicts + 1 } else { 0 };
            let wait = match self.failed(error, failures, conflicts).await {
                Ok(wait) => wait,
                Err(ended) => return ended,
            };
            sleep_until(Instant::now() + wait).await;
        }
    }

    /// One poll, not too soon after the last with the same offset. After a failure it is a short one: its end shows
    /// that Telegram answers again, though nobody writes.
    async fn poll(&mut self, is_first_after_failure: bool) -> Result<Vec<Value>, Error> {
        if let Some((offset, at)) = self.last_poll
            && offset == self.offset()
        {
            sleep_until(at + self.pace.repeat).await;
        }
        let offset = self.offset();
        self.last_poll = Some((offset, Instant::now()));
        let wait = if is_first_after_failure { self.pace.poll.min(SHORT_POLL) } else { self.pace.poll };
        let answer = self.client.get_updates(offset, BATCH, wait).await;
        if answer.is_err() {
            // Whether Telegram has heard of the offset is not known.
            self.last_poll = None;
        }
        answer
    }

    /// What the next poll confirms: the number after the last update of the settled run.
    fn offset(&self) -> Option<i32> {
        self.seen.borrow().after_settled(&self.batch)
    }

    /// Delivers what is new in a batch, and waits until all of it is settled or it is time to look for more.
    async fn take(&mut self, batch: Vec<Value>) -> Result<(), Ended> {
        let read: Vec<Incoming> = batch.into_iter().filter_map(incoming::read).collect();
        self.batch = read.iter().map(|incoming| incoming.update).collect();
        for incoming in read {
            let is_new = !self.seen.borrow().contains(incoming.update);
            if is_new {
                self.receive(incoming).await?;
            }
        }
        let mut seen = self.seen.subscribe();
        let all_settled = seen.wait_for(|seen| self.batch.iter().all(|update| seen.is_settled(*update)));
        // When the time is up, those that are settled are confirmed, and new ones come beside the others.
        let _ = timeout(self.pace.repeat, all_settled).await;
        match self.keeps_back() {
            Some(update) => self.deliver.send(Received::KeepsBack(update)).await.map_err(|_| Ended),
            None => Ok(()),
        }
    }

    /// The update from which on Telegram has returned as many as it ever does, if it is not settled.
    fn keeps_back(&self) -> Option<UpdateId> {
        let first = *self.batch.first()?;
        let is_full = self.batch.len() >= usize::from(BATCH);
        (is_full && !self.seen.borrow().is_settled(first)).then_some(first)
    }

    /// Hands over one new update. What does not concern us is settled at once.
    async fn receive(&self, incoming: Incoming) -> Result<(), Ended> {
        let update = incoming.update;
        if let Happened::Nothing = incoming.what {
            self.skipped.fetch_add(1, Ordering::Relaxed);
            self.seen.send_modify(|seen| seen.settle(update));
            return Ok(());
        }
        let place = self.deliver.reserve().await.map_err(|_| Ended)?;
        // Remembered before it is handed over: it may be settled before this line ends.
        self.seen.send_modify(|seen| seen.deliver(update));
        place.send(Received::Update(incoming));
        Ok(())
    }

    /// What to do about a failed poll: how long to wait before the next.
    async fn failed(&mut self, error: Error, failures: u32, conflicts: u32) -> Result<Duration, Ended> {
        let doubled = self.pace.first_retry.saturating_mul(2_u32.saturating_pow(failures - 1));
        let backoff = doubled.min(self.pace.last_retry);
        let (health, wait, is_reported) = match error {
            Error::Conflict => (Health::Conflict, self.pace.after_conflict, true),
            Error::TokenRefused => (Health::TokenRefused, self.pace.last_retry, true),
            Error::Throttled { retry_after } => (Health::Answering, retry_after, false),
            Error::Unreachable
            | Error::Failing
            | Error::Unknown
            | Error::ChatGone
            | Error::Rejected(_)
            | Error::Migrated { .. } => (Health::Unreachable, backoff, false),
        };
        self.note(health);
        if conflicts >= CONFLICTS_MOST {
            // To confirm anything would end the other's poll: what is settled comes to it again.
            self.batch.clear();
            let _ = self.deliver.send(Received::Stopped(error)).await;
            return Err(Ended);
        }
        if is_reported {
            self.deliver.send(Received::Failed(error)).await.map_err(|_| Ended)?;
        } else if failures == 1 {
            tracing::warn!("Receiving from Telegram is interrupted: {error}");
        } else {
            tracing::debug!(failures, "Receiving from Telegram is still interrupted: {error}");
        }
        Ok(wait)
    }

    fn note(&self, health: Health) {
        let before = self.health.send_replace(health);
        if before != Health::Answering && health == Health::Answering {
            tracing::info!("Telegram answers");
        }
    }

    /// Confirms what is settled, since no further poll does. If it fails, those updates come again and are settled
    /// again.
    async fn confirm_the_last(&self) {
        let Some(offset) = self.offset() else { return };
        if self.last_poll.is_some_and(|(last, _)| last == Some(offset)) {
            // The poll that ends here has told it already, and Telegram would make a second one wait.
            return;
        }
        let confirmed = self.client.get_updates(Some(offset), 1, Duration::ZERO);
        match timeout(CLOSE_WITHIN, confirmed).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::warn!("The last updates were not confirmed: {error}"),
            Err(_) => tracing::warn!("The last updates were not confirmed in time"),
        }
    }
}
