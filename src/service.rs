//! The loop: waits for whatever happens next, asks the switchboard, performs what it says.
//!
//! This is the only place that knows everybody: it turns what the adapters report into events, and commands into
//! calls of the adapters. It decides nothing. It is also the only place that reads a clock.

pub mod clock;
pub mod control;
mod convert;
mod health;
mod log;
mod menus;
mod offline;
mod perform;
mod start;
mod supervisor;

use std::collections::{BTreeMap, VecDeque};
use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::{Instant, sleep_until, timeout};
use tracing::{error, info, warn};

use crate::account_api::AccountApi;
use crate::config::Config;
use crate::http::{Ask, Http, Question, Shared};
use crate::model::incoming::Happened;
use crate::model::{Address, Change, Seed, TelegramTime, Timestamp, UpdateId};
use crate::store::Store;
use crate::switchboard::Switchboard;
use crate::switchboard::command::{Command, Response};
use crate::switchboard::event::Event;
use crate::telegram::{Inbox, Outbox, Received, Report};
use crate::texts::Texts;
use crate::webhooks::Webhooks;
use clock::Clock;
use control::Control;
pub use convert::{endpoints, places};
use log::KeyRefusal;
use menus::Menus;
pub use offline::{offline_backup, offline_invitation, offline_new_keys, offline_trail, restore};
pub use supervisor::Supervisor;

/// How long a stop waits for answers that are on their way to be judged.
const SETTLE_WITHIN: Duration = Duration::from_secs(4);

/// How long a stop waits for messages that are on their way.
const SEND_WITHIN: Duration = Duration::from_secs(2);

/// How long a stop waits for Telegram to take the last confirmation.
const CONFIRM_WITHIN: Duration = Duration::from_secs(2);

/// How many updates at most are kept unsettled only because something is still being said or deleted because of them. Telegram
/// hands over no more than 100 updates from the first unsettled one on, and anybody can write to the bot: a stranger who
/// writes faster than answers may go out must not keep back a creator's code.
const MOST_SAYING: usize = 20;

/// How long an update is kept unsettled at most only because something is still being said or deleted because of it.
const SAID_WITHIN: Duration = Duration::from_secs(5);

/// How long a request may still be on its way to its effect after whoever sent it has gone, or has lost the connection: a
/// look before that cannot tell that it did not arrive, and its code would go a second time.
const LANDS_WITHIN: Duration = Duration::from_secs(2);

/// Requests of the agency's system, and of the operator, that wait to be handled.
const MOST_ASKS: usize = 256;

/// Why the bridge cannot start, or has stopped by itself.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store cannot be opened, or cannot write.
    #[error("{0}")]
    Store(String),
    /// There is nothing of a store where the config says.
    #[error(
        "there is no store at {path}; run this in the folder and with the config of the bridge (relative paths are counted \
         from where it runs; with systemd, the unit says where the store is), or run the bridge first",
        path = .0.display()
    )]
    NoStore(PathBuf),
    /// The account API's client cannot be made.
    #[error(transparent)]
    AccountApi(#[from] crate::account_api::SetupError),
    /// Telegram does not accept the token.
    #[error(
        "Telegram does not accept the token; check telegram.token with @BotFather, and telegram.api_url if it is set"
    )]
    Token,
    /// Another process receives the bot's updates.
    #[error(
        "another process receives this bot's updates; stop that one, or give one of them a bot of its own"
    )]
    Conflict,
    /// The port cannot be listened on.
    #[error("cannot listen on {address}: {source}; configure another http.listen")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The words for people cannot be read, which is a defect.
    #[error(transparent)]
    Texts(#[from] crate::texts::Unreadable),
    /// A part that must never end has ended, which is a defect.
    #[error("the {0} has ended by itself; this is a defect, please report it")]
    Ended(&'static str),
}

/// A bridge that runs as a task of this process.
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    finished: tokio::task::JoinHandle<Result<(), Error>>,
}

impl Running {
    /// Where its HTTP port is.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops it, and waits until it has stopped.
    pub async fn stop(mut self) -> Result<(), Error> {
        if let Some(stop) = self.stop.take() {
            // It may have stopped by itself.
            let _ = stop.send(());
        }
        join(self.finished.await)
    }

    /// Waits until it has stopped by itself, or `stop` comes.
    pub async fn until(mut self, stop: impl Future<Output = ()>) -> Result<(), Error> {
        tokio::select! {
            finished = &mut self.finished => join(finished),
            () = stop => self.stop().await,
        }
    }
}

/// A panic in the service is a defect: it goes on in whoever waits for it.
fn join(finished: Result<Result<(), Error>, tokio::task::JoinError>) -> Result<(), Error> {
    match finished {
        Ok(result) => result,
        Err(ended) if ended.is_panic() => std::panic::resume_unwind(ended.into_panic()),
        Err(_) => Err(Error::Ended("service")),
    }
}

/// What the clock of this host says.
pub fn host_time() -> Timestamp {
    clock::host()
}

/// Starts the bridge: opens the store, makes the clients, waits until Telegram says who the bot is.
pub async fn start(config: Config) -> Result<Running, Error> {
    start::start(config, Supervisor::default()).await
}

/// The same, with somebody who wants to hear how it is.
pub async fn start_supervised(config: Config, supervisor: Supervisor) -> Result<Running, Error> {
    start::start(config, supervisor).await
}

/// Everything that the loop holds.
struct Service {
    switchboard: Switchboard,
    texts: Texts,
    clock: Clock,
    store: Store,
    api: AccountApi,
    inbox: Inbox,
    outbox: Outbox,
    menus: Menus,
    http: Http,
    control: Option<Control>,
    shared: Arc<Shared>,

    /// Calls of the account API that are under way. Bounded by the open attempts, of which each has one at most.
    calls: JoinSet<Option<Event>>,
    /// Calls that change something, which a stop waits for.
    changing_calls: usize,
    /// Batches on their way to the disk, oldest first, with what waits for each.
    unstored: VecDeque<Unstored>,
    /// Requests that wait for their response, by ticket.
    asks: BTreeMap<u64, oneshot::Sender<Response>>,
    /// What is being said, by ticket: the update that is not settled before.
    saying: BTreeMap<u64, Option<UpdateId>>,
    /// What is being deleted, by ticket.
    deleting: BTreeMap<u64, (Address, UpdateId)>,
    /// Updates that are settled as soon as everything they led to was said.
    settling: BTreeMap<UpdateId, Settling>,
    /// Updates that only wait for something to be said, oldest first, and since when.
    only_saying: VecDeque<(Instant, UpdateId)>,
    next_ticket: u64,
    /// The question how many calls the account API allows, while it is under way.
    usage: Option<AbortHandle>,
    /// When that was last asked.
    usage_asked_at: Instant,
    /// What the operator was told about the key.
    key_refusal: KeyRefusal,
    /// The measuring of the store.
    measuring: health::Measuring,
    /// The endpoints of the agency's system.
    webhooks: Webhooks,
    /// Who wants to hear how the bridge is.
    supervisor: Supervisor,
}

/// A batch on its way to the disk, and what waits for it.
struct Unstored {
    stored: Option<oneshot::Receiver<Result<(), crate::store::Error>>>,
    commands: Vec<Command>,
}

/// How far an update is.
#[derive(Default)]
struct Settling {
    /// Messages that are being said or deleted because of it.
    pending: usize,
    /// Whether the switchboard is done with it.
    is_decided: bool,
}

/// Where everything comes in.
struct Inputs {
    updates: mpsc::Receiver<Received>,
    reports: mpsc::Receiver<Report>,
    asks: mpsc::Receiver<Ask>,
    wanted: mpsc::Receiver<control::Wanted>,
    menus_set: mpsc::Receiver<menus::Order>,
    stop: oneshot::Receiver<()>,
}

impl Service {
    /// Runs until it is told to stop, or cannot go on.
    async fn run(mut self, mut inputs: Inputs) -> Result<(), Error> {
        let failed = self.store.failed();
        tokio::pin!(failed);
        let mut health = tokio::time::interval(health::HEALTH_INTERVAL);
        self.ask_usage();
        self.handle(Event::Started);
        let result = loop {
            let deadline = self.switchboard.next_deadline().map(|at| self.clock.instant(at));
            tokio::select! {
                _ = &mut inputs.stop => break Ok(()),
                error = &mut failed => break Err(Error::Store(error.to_string())),
                stored = front(&mut self.unstored) => {
                    if let Err(error) = self.stored(stored) {
                        break Err(error);
                    }
                }
                received = inputs.updates.recv() => {
                    if let Err(error) = self.received(received) {
                        break Err(error);
                    }
                }
                report = inputs.reports.recv() => match report {
                    Some(report) => self.reported(report),
                    None => break Err(Error::Ended("outbox")),
                },
                Some(called) = self.calls.join_next() => self.called(called),
                Some(ask) = inputs.asks.recv() => self.asked(ask),
                Some(wanted) = inputs.wanted.recv() => self.wanted(wanted),
                Some((person, menu)) = inputs.menus_set.recv() => self.handle(Event::MenuSet { person, menu }),
                () = until(deadline) => self.handle(Event::DeadlineCame),
                _ = health.tick() => self.check_health(),
            }
        };
        self.shut_down(&mut inputs, result).await
    }

    /// Has the switchboard decide about an event, and sets everything going that it says.
    fn handle(&mut self, event: Event) {
        self.shared.metrics.count_event(&event);
        let commands = self.switchboard.handle(self.clock.now(), event, seed());
        let mut batch: Option<Vec<Change>> = None;
        let mut waiting = Vec::new();
        for command in commands {
            self.shared.metrics.count_command(&command);
            if let Command::Save(changes) = command {
                batch = Some(changes);
            } else if command.waits_for_disk() {
                waiting.push(command);
            } else {
                self.perform(command);
            }
        }
        let stored = batch.map(|batch| self.store.commit(batch));
        if stored.is_some() || !waiting.is_empty() {
            self.unstored.push_back(Unstored { stored, commands: waiting });
        }
    }

    /// The oldest batch is on disk: what waited for it may begin.
    fn stored(&mut self, stored: Result<(), crate::store::Error>) -> Result<(), Error> {
        let commands = self.unstored.pop_front().map(|unstored| unstored.commands).unwrap_or_default();
        // That the store has stopped says nothing; why it has does.
        let why = |error: crate::store::Error| {
            self.store.failure().map_or(error.to_string(), |why| why.to_string())
        };
        stored.map_err(|error| Error::Store(why(error)))?;
        for command in commands {
            self.perform(command);
        }
        Ok(())
    }

    /// Something came from Telegram.
    fn received(&mut self, received: Option<Received>) -> Result<(), Error> {
        match received {
            Some(Received::Update(incoming)) => {
                self.settling.entry(incoming.update).or_default();
                if let Happened::Wrote(message) = &incoming.what {
                    self.catch_up(message.edited.map_or(message.date, |edited| edited.max(message.date)));
                }
                self.handle(Event::Heard(incoming));
                Ok(())
            }
            Some(Received::KeepsBack(update)) => {
                self.handle(Event::KeepsBack(update));
                Ok(())
            }
            Some(Received::Failed(error)) => {
                error!("Nothing comes in from Telegram: {error}");
                Ok(())
            }
            Some(Received::Stopped(crate::telegram::Error::Conflict)) => Err(Error::Conflict),
            Some(Received::Stopped(_)) | None => Err(Error::Ended("inbox")),
        }
    }

    /// Something has happened in Telegram at that moment.
    fn catch_up(&mut self, seen: TelegramTime) {
        if let Some(behind) = self.clock.catch_up(seen) {
            let seconds = behind.as_secs();
            warn!(
                "The time here was {seconds} s behind Telegram's, as after a sleep of the host; it has caught up"
            );
        }
    }

    /// A message was sent, edited or deleted, or was not.
    fn reported(&mut self, report: Report) {
        match report {
            Report::Said { ticket } | Report::NotSaid { ticket, .. } => {
                if let Some(Some(update)) = self.saying.remove(&ticket) {
                    self.one_done(update);
                }
            }
            Report::Deleted { ticket } => {
                if let Some((_, update)) = self.deleting.remove(&ticket) {
                    self.one_done(update);
                }
            }
            Report::NotDeleted { ticket, .. } => {
                if let Some((at, update)) = self.deleting.remove(&ticket) {
                    self.handle(Event::NotDeleted { at });
                    self.one_done(update);
                }
            }
            Report::Shown { .. } | Report::NotShown { .. } | Report::Moved { .. } => {
                if let Report::Shown { date: Some(date), .. } = &report {
                    self.catch_up(*date);
                }
                if let Some(event) = convert::report(report) {
                    self.handle(event);
                }
            }
        }
    }

    /// A call of the account API has come back.
    fn called(&mut self, called: Result<Option<Event>, tokio::task::JoinError>) {
        match called {
            Ok(Some(event)) => {
                let changes = matches!(
                    event,
                    Event::Judged { .. } | Event::EmailTriggered { .. } | Event::Reauthenticated { .. }
                );
                if changes {
                    self.changing_calls = self.changing_calls.saturating_sub(1);
                }
                self.handle(event);
            }
            Err(ended) if ended.is_panic() => std::panic::resume_unwind(ended.into_panic()),
            Ok(None) | Err(_) => {}
        }
    }

    /// The agency's system asks something.
    fn asked(&mut self, ask: Ask) {
        let ticket = self.ticket();
        let event = match ask.question {
            Question::Hand { attempt, account, started_by } => {
                Event::Handed { ticket, attempt, account, started_by }
            }
            Question::Inquire { attempt } => Event::Inquired { ticket, attempt },
            Question::Overview => {
                // Whoever asked may have gone.
                let _ = ask.answer.send(Response::Overview(self.switchboard.overview(self.clock.now())));
                return;
            }
        };
        self.asks.insert(ticket, ask.answer);
        self.handle(event);
    }

    /// The operator wants something on the command line.
    fn wanted(&mut self, wanted: control::Wanted) {
        match wanted {
            control::Wanted::Invitation { account, answer } => {
                let ticket = self.ticket();
                self.asks.insert(ticket, answer);
                self.handle(Event::InvitationWanted { ticket, account });
            }
            // Whoever waits for these may have gone.
            control::Wanted::Backup { answer } => {
                let made = self.store.backup();
                tokio::spawn(async move { answer.send(offline::answered(made.await)) });
            }
            control::Wanted::Trail { answer } => {
                let read = self.store.whole_trail();
                tokio::spawn(async move { answer.send(offline::answered(read.await)) });
            }
            control::Wanted::NewKeys { answer } => {
                let changed = self.store.change_keys();
                tokio::spawn(async move { answer.send(offline::answered(changed.await)) });
            }
        }
    }

    fn ticket(&mut self) -> u64 {
        self.next_ticket += 1;
        self.next_ticket
    }

    /// One of the things that were being said or deleted because of an update is done.
    fn one_done(&mut self, update: UpdateId) {
        if let Some(settling) = self.settling.get_mut(&update) {
            settling.pending = settling.pending.saturating_sub(1);
            self.settle_if_done(update);
        }
    }

    /// Settles an update if nothing that it caused is pending any more.
    fn settle_if_done(&mut self, update: UpdateId) {
        if self.settling.get(&update).is_some_and(|settling| settling.is_decided && settling.pending == 0) {
            self.settling.remove(&update);
            self.inbox.settle(update);
        }
    }

    /// An update has had all its consequences, apart from what is being said.
    fn decided(&mut self, update: UpdateId) {
        self.settling.entry(update).or_default().is_decided = true;
        self.settle_if_done(update);
        if self.settling.contains_key(&update) {
            self.only_saying.push_back((Instant::now(), update));
        }
        self.settle_what_is_said_slowly();
    }

    /// Settles what has only waited for something to be said, when that takes too long or there is too much of it.
    fn settle_what_is_said_slowly(&mut self) {
        while let Some((since, update)) = self.only_saying.front().copied() {
            let is_waiting = self.settling.contains_key(&update);
            if is_waiting && self.only_saying.len() <= MOST_SAYING && since.elapsed() < SAID_WITHIN {
                return;
            }
            self.only_saying.pop_front();
            if self.settling.remove(&update).is_some() {
                self.inbox.settle(update);
            }
        }
    }

    /// Stops: nothing new comes in, what is on its way may arrive.
    async fn shut_down(mut self, inputs: &mut Inputs, result: Result<(), Error>) -> Result<(), Error> {
        self.supervisor.stopping();
        match &result {
            Ok(()) => info!("Stopping: nothing new is taken, what is on its way may arrive"),
            Err(error) => error!("Stopping, since it cannot go on: {error}"),
        }
        let is_broken = matches!(result, Err(Error::Store(_)));
        // Whoever asks over HTTP from here on, or waits for an answer, is told that the bridge is not there.
        inputs.asks.close();
        self.asks.clear();
        if let Some(control) = self.control.take() {
            control.close();
        }
        let until = Instant::now() + SETTLE_WITHIN;
        while !is_broken && (self.changing_calls > 0 || !self.unstored.is_empty()) {
            tokio::select! {
                () = sleep_until(until) => break,
                stored = front(&mut self.unstored) => {
                    if self.stored(stored).is_err() {
                        break;
                    }
                }
                Some(report) = inputs.reports.recv() => self.reported(report),
                Some(called) = self.calls.join_next() => self.called(called),
                else => break,
            }
        }
        self.calls.shutdown().await;
        let Self { outbox, inbox, http, store, mut switchboard, clock, .. } = self;
        // What still arrives is remembered, so that it is not said again after the next start. Whatever else follows
        // from it follows then.
        let drain = async {
            while let Some(report) = inputs.reports.recv().await {
                let Some(event) = convert::report(report) else { continue };
                for command in switchboard.handle(clock.now(), event, seed()) {
                    if let Command::Save(batch) = command {
                        // Closing the store waits for it.
                        drop(store.commit(batch));
                    }
                }
            }
        };
        let sent = async {
            let _ = tokio::join!(outbox.close(Instant::now() + SEND_WITHIN), timeout(SEND_WITHIN, drain));
        };
        let confirmed = timeout(CONFIRM_WITHIN, inbox.close());
        let ((), confirmed, ()) = tokio::join!(sent, confirmed, http.stop());
        if confirmed.is_err() {
            warn!("Telegram did not take the last confirmation in time; it will bring some updates again");
        }
        let closed = tokio::task::spawn_blocking(move || store.close()).await;
        if let Ok(Err(error)) = closed
            && result.is_ok()
        {
            return Err(Error::Store(error.to_string()));
        }
        result
    }
}

/// Waits for the oldest batch on its way to the disk; for ever if there is none.
async fn front(unstored: &mut VecDeque<Unstored>) -> Result<(), crate::store::Error> {
    match unstored.front_mut() {
        None => std::future::pending().await,
        Some(Unstored { stored: None, .. }) => Ok(()),
        Some(Unstored { stored: Some(stored), .. }) => {
            stored.await.unwrap_or(Err(crate::store::Error::Stopped))
        }
    }
}

/// Waits for a moment; for ever if there is none.
async fn until(deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => sleep_until(deadline).await,
        None => std::future::pending().await,
    }
}

/// Fresh randomness from the operating system.
///
/// # Panics
///
/// If the operating system has none: nothing secret could be made.
fn seed() -> Seed {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    Seed(bytes)
}
