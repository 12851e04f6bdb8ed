//! The simulated account API: a real HTTP server with state, which plays its part in tests, in `demo` and in `sandbox`.
//!
//! It shares no code with the client, so that a misreading on one side cannot hide behind the same misreading on the
//! other. Where the vendor's description is silent, a switch chooses between the possible readings; where networks
//! and servers fail, a fault makes them fail. [`AccountApi`] is the hand behind the scene: it scripts attempts, reads
//! "the SMS", finishes face checks, and tells what was asked of the server.
//!
//! In reading order: `script` (what an attempt does), `attempt` (its life), `world` (accounts, attempts and what each
//! call does), `answer` (its JSON), `switches`, `fault`, `quota`, `routes` (HTTP), `wire` (TCP), `control` (the same
//! hand, over HTTP), `log`.

mod answer;
mod attempt;
mod control;
mod fault;
mod log;
mod quota;
mod routes;
mod script;
mod switches;
mod wire;
mod world;

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::Router;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle, time::Instant};

use self::{
    attempt::Attempt,
    wire::{Doorway, Wire},
    world::{Account, World},
};
pub use self::{
    attempt::{AttemptView, Outcome, StartedBy, Submission},
    fault::{Call, Fault, FaultKind},
    log::RequestSeen,
    script::{Script, Step, UnknownStep},
    switches::{
        AccountIdMember, AccountsShape, EmailAnswer, Expiry, FaceLink, HandleMember, Limits, LinkQuality,
        PhoneLink, PollingUrl, Switches, WrongCode,
    },
    world::AccountView,
};

/// The key that is accepted until `set_key`.
const FIRST_KEY: &str = "sandbox-key-not-a-secret";

/// How long `wait_until` waits before it gives up.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// How often `wait_until` looks again when nothing was reported, since time alone can end a `pending`.
const WAIT_STEP: Duration = Duration::from_millis(5);

/// How long `stop` waits for open connections before it drops them.
const STOP_MAX: Duration = Duration::from_secs(1);

/// A handle of the running server. Clones are handles of the same server.
#[derive(Debug, Clone)]
pub struct AccountApi {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    world: Mutex<World>,
    requests: Mutex<Vec<RequestSeen>>,
    started: Instant,
    /// Counts changes, for those who wait for one.
    changes: watch::Sender<u64>,
    /// Counts releases of hanging requests.
    released: watch::Sender<u64>,
    stopped: watch::Sender<bool>,
    server: Mutex<Option<JoinHandle<()>>>,
}

impl AccountApi {
    /// Starts a server with no accounts at this address, where port 0 means any free one.
    ///
    /// It runs on the current tokio runtime until `stop`, or until the runtime ends.
    pub async fn serve(listen: SocketAddr) -> std::io::Result<AccountApi> {
        let listener = TcpListener::bind(listen).await?;
        let base_url = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared {
            world: Mutex::new(World::new(base_url, FIRST_KEY.to_owned())),
            requests: Mutex::default(),
            started: Instant::now(),
            changes: watch::Sender::new(0),
            released: watch::Sender::new(0),
            stopped: watch::Sender::new(false),
            server: Mutex::default(),
        });

        let doorway = Doorway { listener, stopped: shared.stopped.subscribe() };
        let router = Router::new().fallback(routes::respond).with_state(Arc::clone(&shared));
        let service = router.into_make_service_with_connect_info::<Wire>();
        let mut stopped = shared.stopped.subscribe();
        let serving = axum::serve(doorway, service).with_graceful_shutdown(async move {
            let _ = stopped.wait_for(|stopped| *stopped).await;
        });
        let task = tokio::spawn(async move {
            if let Err(error) = serving.await {
                tracing::error!(%error, "The simulated account API ended by itself");
            }
        });
        *lock(&shared.server) = Some(task);
        Ok(AccountApi { shared })
    }

    /// Stops the server: it takes no connections any more, and requests that hang are cut off.
    pub async fn stop(&self) {
        self.shared.stopped.send_replace(true);
        let task = lock(&self.shared.server).take();
        if let Some(mut task) = task
            && tokio::time::timeout(STOP_MAX, &mut task).await.is_err()
        {
            task.abort();
        }
    }

    /// Where it is, such as `http://127.0.0.1:40123`.
    pub fn base_url(&self) -> String {
        self.shared.read(|world, _| world.base_url.clone())
    }

    /// The bearer key that is accepted.
    pub fn key(&self) -> String {
        self.shared.read(|world, _| world.key.clone())
    }

    /// Accepts this key from here on, and no other.
    pub fn set_key(&self, key: &str) {
        self.shared.change(|world, _| key.clone_into(&mut world.key));
    }

    /// Adds `acc_1` @bella, `acc_2` @carla, and `acc_3` @dora, whose credentials are not stored.
    pub fn populate(&self) {
        self.add_account("acc_1", "bella", true);
        self.add_account("acc_2", "carla", true);
        self.add_account("acc_3", "dora", false);
    }

    /// Adds an account, or replaces the one with this id. The handle comes without an `@`.
    pub fn add_account(&self, id: &str, handle: &str, stored_credentials: bool) {
        let account = Account { handle: handle.to_owned(), stored_credentials, ..Account::default() };
        self.shared.change(|world, _| world.accounts.insert(id.to_owned(), account));
    }

    /// Forgets an account; its attempts stay.
    pub fn remove_account(&self, id: &str) {
        self.shared.change(|world, _| world.accounts.remove(id));
    }

    /// Whether `reauthenticate` can work for this account.
    pub fn set_stored_credentials(&self, account: &str, stored_credentials: bool) {
        self.with_account(account, |account| account.stored_credentials = stored_credentials);
    }

    /// Whether every call about this account and its attempts answers 410 `account-disconnected`.
    pub fn set_disconnected(&self, account: &str, disconnected: bool) {
        self.with_account(account, |account| account.disconnected = disconnected);
    }

    /// Ends the session of an account: looking at it answers 410 until an attempt that is started later succeeds.
    pub fn end_session(&self, account: &str) {
        self.shared.change(|world, _| {
            let started = world.attempts.len();
            if let Some(account) = world.accounts.get_mut(account) {
                account.session_ended_after = Some(started);
            }
        });
    }

    /// What the next attempt of this account will do. Several wait in a queue; without any, it is `Script::app()`.
    pub fn script_next(&self, account: &str, script: Script) {
        self.with_account(account, |account| account.scripts.push_back(script));
    }

    /// Starts an attempt as the host's own system would, and tells its id.
    pub fn start_attempt(&self, account: &str, script: Script) -> String {
        self.shared.change(|world, now| world.start(account, StartedBy::Host, script, now).id.clone())
    }

    /// All accounts, by id.
    pub fn accounts(&self) -> Vec<AccountView> {
        self.shared.read(|world, _| world.accounts.iter().map(|(id, account)| account.view(id)).collect())
    }

    /// An attempt as it is.
    pub fn attempt(&self, id: &str) -> Option<AttemptView> {
        self.attempts().into_iter().find(|attempt| attempt.id == id)
    }

    /// All attempts, in the order of their starts.
    pub fn attempts(&self) -> Vec<AttemptView> {
        self.shared.read(|world, now| {
            world.settle(now);
            world.attempts.iter().map(Attempt::view).collect()
        })
    }

    /// The code that is right: what a person would read from the SMS, the email or the app.
    ///
    /// None if the attempt asks for no code, or for one from an email that has not been sent.
    pub fn expected_code(&self, attempt: &str) -> Option<String> {
        self.shared.read(|world, now| {
            world.settle(now);
            let attempt = world.attempts.iter().find(|one| one.id == attempt)?;
            attempt.expected_code(now, &world.switches)
        })
    }

    /// A person finishes the face check. Whether there was one to finish.
    pub fn finish_face_check(&self, attempt: &str) -> bool {
        self.with_attempt(attempt, Attempt::finish_face_check)
    }

    /// A person confirms on the phone. Whether there was something to confirm.
    pub fn confirm_on_phone(&self, attempt: &str) -> bool {
        self.with_attempt(attempt, Attempt::confirm_on_phone)
    }

    /// Shows this state, known or not, in place of the current step. Whether there is such an attempt.
    pub fn set_state(&self, attempt: &str, state: &str) -> bool {
        self.with_attempt(attempt, |attempt, now, _| {
            attempt.set_state(state, now);
            true
        })
    }

    /// Goes to the next step, whatever this one waits for. Whether there is such an attempt.
    pub fn advance(&self, attempt: &str) -> bool {
        self.with_attempt(attempt, |attempt, now, _| {
            attempt.advance(now);
            true
        })
    }

    /// Lets an attempt expire, in the way the switch `expiry` says. Whether there is such an attempt.
    pub fn age(&self, attempt: &str) -> bool {
        self.with_attempt(attempt, |attempt, now, switches| {
            attempt.expire(now, switches);
            true
        })
    }

    /// The authenticator shows its next code, as it does every 30 seconds. Whether there is one to show.
    pub fn turn_code_over(&self, attempt: &str) -> bool {
        self.with_attempt(attempt, |attempt, _, _| attempt.turn_code_over())
    }

    /// Every call about this attempt answers 410 `account-disconnected`. Whether there is such an attempt.
    pub fn disconnect_attempt(&self, attempt: &str) -> bool {
        self.with_attempt(attempt, |attempt, _, _| {
            attempt.disconnected = true;
            true
        })
    }

    /// How the server behaves.
    pub fn switches(&self) -> Switches {
        self.shared.read(|world, _| world.switches.clone())
    }

    /// Behaves like this from here on.
    pub fn set_switches(&self, switches: Switches) {
        self.shared.change(|world, _| world.switches = switches);
    }

    /// Changes some of how the server behaves.
    pub fn switch(&self, turn: impl FnOnce(&mut Switches)) {
        self.shared.change(|world, _| turn(&mut world.switches));
    }

    /// Adds a fault to the queue.
    pub fn inject(&self, fault: Fault) {
        self.shared.change(|world, _| world.faults.push(fault));
    }

    /// The faults that still wait for a request.
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.read(|world, _| world.faults.clone())
    }

    /// Forgets all faults, and releases the requests that hang.
    pub fn clear_faults(&self) {
        self.shared.clear_faults();
    }

    /// Lets the requests that hang go on: all that are in `requests` at this moment.
    pub fn release(&self) {
        self.shared.released.send_modify(|count| *count += 1);
    }

    /// Every request to the API so far, in the order in which they came.
    pub fn requests(&self) -> Vec<RequestSeen> {
        lock(&self.shared.requests).clone()
    }

    /// The last of these, at most so many, for a page that follows.
    pub(in crate::sandbox) fn last_requests(&self, most: usize) -> Vec<RequestSeen> {
        let requests = lock(&self.shared.requests);
        requests.get(requests.len().saturating_sub(most)..).unwrap_or_default().to_vec()
    }

    /// Counts up with every change, for whoever wants to follow.
    pub(in crate::sandbox) fn changes(&self) -> watch::Receiver<u64> {
        self.shared.changes.subscribe()
    }

    /// How many requests have come within any span of this length, at most.
    pub fn most_requests_within(&self, span: Duration) -> usize {
        let mut recent = std::collections::VecDeque::new();
        let mut most = 0;
        for request in self.requests() {
            recent.push_back(request.at);
            while recent.front().is_some_and(|first| request.at.saturating_sub(*first) >= span) {
                recent.pop_front();
            }
            most = most.max(recent.len());
        }
        most
    }

    /// Others of the organisation make this many calls.
    pub fn others_call(&self, count: usize) {
        self.shared.change(|world, now| world.others_call(count, now));
    }

    /// Waits until this is true, for at most 5 s. Whether it came true.
    pub async fn wait_until(&self, condition: impl Fn(&AccountApi) -> bool) -> bool {
        let give_up = Instant::now() + WAIT_MAX;
        let mut changes = self.shared.changes.subscribe();
        loop {
            changes.mark_unchanged();
            if condition(self) {
                return true;
            }
            if Instant::now() >= give_up {
                return false;
            }
            let _ = tokio::time::timeout(WAIT_STEP, changes.changed()).await;
        }
    }

    fn with_account(&self, id: &str, act: impl FnOnce(&mut Account)) {
        self.shared.change(|world, _| {
            if let Some(account) = world.accounts.get_mut(id) {
                act(account);
            }
        });
    }

    fn with_attempt(&self, id: &str, act: impl FnOnce(&mut Attempt, Instant, &Switches) -> bool) -> bool {
        self.shared.change(|world, now| {
            world.settle(now);
            let switches = world.switches.clone();
            world.attempt_mut(id).is_some_and(|attempt| act(attempt, now, &switches))
        })
    }
}

impl Shared {
    /// Changes the world, and wakes those who wait for a change.
    fn change<T>(&self, act: impl FnOnce(&mut World, Instant) -> T) -> T {
        let result = self.read(act);
        self.changes.send_modify(|count| *count += 1);
        result
    }

    /// Looks at the world. Only what time alone brings about may change meanwhile.
    fn read<T>(&self, act: impl FnOnce(&mut World, Instant) -> T) -> T {
        act(&mut lock(&self.world), Instant::now())
    }

    fn clear_faults(&self) {
        self.change(|world, _| world.faults.clear());
        self.released.send_modify(|count| *count += 1);
    }

    /// Puts a request into the log, and tells where.
    fn arrived(&self, request: RequestSeen) -> usize {
        let mut requests = lock(&self.requests);
        requests.push(request);
        requests.len() - 1
    }

    /// Writes down what a request was answered.
    fn answered(&self, entry: usize, status: Option<u16>) {
        if let Some(request) = lock(&self.requests).get_mut(entry) {
            request.status = status;
        }
        self.changes.send_modify(|count| *count += 1);
    }
}

/// What a panic left behind is still worth reading: it is a test's last words.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
