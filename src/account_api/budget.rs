//! The organisation's budget: how many calls may begin, and who goes first when there are more.
//!
//! It knows priorities and moments and nothing of HTTP. `window` decides how many, `polls` which of them; both are
//! told the time. `call_log` remembers calls from one life of the process to the next. `Budget` waits.

mod call_log;
mod polls;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
mod window;

use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as Lane, Notify, oneshot};
use tokio::time::{Instant, sleep_until, timeout};
use tracing::warn;

use call_log::CallLog;
pub use polls::Interest;
use polls::{Place, Polls};
pub(super) use window::Priority;
use window::{Report, Turn, Window};

/// The span that the API counts calls in.
pub const WINDOW: Duration = Duration::from_mins(1);

/// The least number of calls in each window that polls leave to calls a human waits for.
pub const LEAST_RESERVE: u32 = 5;

/// The share of each window that polls leave to calls a human waits for, in percent.
pub const RESERVE_PERCENT: u32 = 10;

/// How many calls may be under way at once.
pub const MOST_UNDER_WAY: usize = 64;

/// How many polls may be under way at once: the rest is free for calls a human waits for, even while the API hangs.
pub const MOST_POLLS_UNDER_WAY: usize = 48;

/// How many calls that humans wait for may wait for their turn.
pub const MOST_HUMANS_WAITING: usize = 1_000;

/// How many polls may wait for their turn: one for each attempt that is watched at once, and then some.
pub const MOST_POLLS_WAITING: usize = 12_000;

/// How long polls rest after a 429 that does not say for how long.
pub const PAUSE: Duration = Duration::from_secs(5);

/// How often at most the polls' share is halved by one 429 after the other: to a thousandth.
pub const MOST_HALVINGS: u32 = 10;

/// One budget for all calls; clones share it.
#[derive(Clone, Debug)]
pub(super) struct Budget(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    /// Something changed that may let another call begin.
    changed: Notify,
    /// One call that a human waits for waits at the head of their lane; the others queue behind it in the order they
    /// came, as the lock is fair.
    humans: Lane<()>,
    /// One of the polls that wait gives out the turns, to whichever of them is worth most.
    turns: Lane<()>,
}

#[derive(Debug)]
struct State {
    window: Window,
    polls: Polls<oneshot::Sender<Pass>>,
    /// Where the poll of each subject waits: a newer one takes its place.
    places: HashMap<String, Place>,
    /// Where the next life of the process reads what this one has used.
    log: Option<CallLog>,
}

impl Budget {
    pub(super) fn new(requests_per_window: u32, window: Duration) -> Self {
        let state = State {
            window: Window::new(requests_per_window, window, Instant::now()),
            polls: Polls::new(),
            places: HashMap::new(),
            log: None,
        };
        Self(Arc::new(Shared {
            state: Mutex::new(state),
            changed: Notify::new(),
            humans: Lane::new(()),
            turns: Lane::new(()),
        }))
    }

    /// Counts what the process before this one has noted in the file, and notes there what this one uses. To be called
    /// before the first call.
    pub(super) fn remember(&self, file: &Path) -> io::Result<()> {
        self.0.change(|state| {
            let (log, past) = CallLog::open(file, state.window.span(), Instant::now())?;
            state.log = Some(log);
            if let Some(past) = past {
                state.window.remember(past);
            }
            Ok(())
        })
    }

    /// Waits for the turn of a call that a human waits for, at most for `patience`. The call is under way until the
    /// pass is dropped.
    ///
    /// `None`: its turn did not come, and nothing may be sent.
    pub(super) async fn human(&self, patience: Duration) -> Option<Pass> {
        if let Some(pass) = self.0.begin_at_once() {
            return Some(pass);
        }
        let _waiting = HumanWaiting::begin(&self.0)?;
        timeout(patience, async {
            let _head = self.0.humans.lock().await;
            self.0.when_changed(|| self.0.begin_human()).await
        })
        .await
        .ok()
    }

    /// Waits for the turn of a poll about `subject`, at most for `patience`; one that waits for the same subject gives
    /// way. The call is under way until the pass is dropped.
    ///
    /// `None`: its turn did not come, and nothing may be sent.
    pub(super) async fn poll(&self, subject: &str, interest: Interest, patience: Duration) -> Option<Pass> {
        let (sender, mut granted) = oneshot::channel();
        let _waiting = PollWaiting::begin(&self.0, subject, interest, sender)?;
        timeout(patience, async {
            tokio::select! {
                biased;
                pass = &mut granted => pass.ok(),
                never = self.give_turns() => match never {},
            }
        })
        .await
        .ok()
        .flatten()
    }

    /// Leave for a call that nobody waits for, if no other call waits for its turn and half of the window is free.
    pub(super) fn idle(&self) -> Option<Pass> {
        self.0.begin_idle()
    }

    /// A poll about this subject need not be made any more: something else shows what it would have shown.
    pub(super) fn withdraw(&self, subject: &str) {
        self.0.change(|state| state.forget(subject));
    }

    /// Gives out the turns of all polls that wait, as long as whoever does this waits for its own.
    async fn give_turns(&self) -> Infallible {
        let _giver = self.0.turns.lock().await;
        self.0.when_changed(|| Err(self.0.begin_polls())).await
    }

    /// Takes the API's word for what is allowed in a window, and what is left of it.
    pub(super) fn report(&self, limit: u32, remaining: Option<u32>, asked_at: Instant) {
        let now = Instant::now();
        self.0.change(|state| state.window.report(now, Report { limit, remaining, asked_at }));
    }

    /// The API says that it was asked too often, and perhaps for how long.
    pub(super) fn throttled(&self, retry_after: Option<Duration>) {
        let now = Instant::now();
        self.0.change(|state| state.window.throttled(now, retry_after));
    }

    /// Whether it is worth asking more often what is left.
    pub(super) fn is_tight(&self) -> bool {
        self.0.state().window.is_tight(Instant::now())
    }

    /// How many calls count in the present window, and how many are allowed in one.
    pub(super) fn spent(&self) -> (u32, u32) {
        let window = &self.0.state().window;
        (window.counted(Instant::now()), window.limit())
    }

    /// How many polls wait for their turn.
    pub(super) fn polls_waiting(&self) -> usize {
        self.0.state().polls.len()
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing between lock and unlock can leave the state half changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.state());
        self.changed.notify_waiters();
        result
    }

    /// Tries again whenever something has changed, or the moment has come at which it may work.
    async fn when_changed<T>(&self, mut attempt: impl FnMut() -> Result<T, Turn>) -> T {
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            // From here on no change is missed.
            changed.as_mut().enable();
            match attempt() {
                Ok(result) => return result,
                Err(Turn::At(moment)) => tokio::select! {
                    () = changed => {}
                    () = sleep_until(moment) => {}
                },
                Err(Turn::Now | Turn::AfterAnother) => changed.await,
            }
        }
    }

    /// Begins a call that a human waits for, if it is its turn and no other such call waits.
    fn begin_at_once(self: &Arc<Self>) -> Option<Pass> {
        let is_first = self.state().window.humans_waiting() == 0;
        is_first.then(|| self.begin_human().ok()).flatten()
    }

    /// Begins a call that a human waits for, or says when to try again.
    fn begin_human(self: &Arc<Self>) -> Result<Pass, Turn> {
        let now = Instant::now();
        let mut state = self.state();
        match state.window.turn(now, Priority::Human) {
            Turn::Now => Ok(self.pass(&mut state, now, Priority::Human)),
            later @ (Turn::At(_) | Turn::AfterAnother) => Err(later),
        }
    }

    /// Begins a call that nobody waits for, unless it could be in the way of another.
    fn begin_idle(self: &Arc<Self>) -> Option<Pass> {
        let now = Instant::now();
        let mut state = self.state();
        let is_free =
            state.polls.len() == 0 && state.window.counted(now).saturating_mul(2) < state.window.limit();
        let is_its_turn = is_free && matches!(state.window.turn(now, Priority::Poll), Turn::Now);
        is_its_turn.then(|| self.pass(&mut state, now, Priority::Poll))
    }

    /// Begins all polls whose turn it is, and says when to try again.
    fn begin_polls(self: &Arc<Self>) -> Turn {
        // What nobody takes any more ends when the state is unlocked.
        let mut untaken = Vec::new();
        let now = Instant::now();
        let mut state = self.state();
        let later = loop {
            match state.window.turn(now, Priority::Poll) {
                Turn::Now => {}
                later @ (Turn::At(_) | Turn::AfterAnother) => break later,
            }
            let Some(owner) = state.polls.take(now) else { break Turn::AfterAnother };
            let pass = self.pass(&mut state, now, Priority::Poll);
            untaken.extend(owner.send(pass).err());
        };
        drop(state);
        drop(untaken);
        later
    }

    fn pass(self: &Arc<Self>, state: &mut State, now: Instant, priority: Priority) -> Pass {
        state.window.begin(now, priority);
        let place = state.note(|log| log.begin(now));
        Pass { shared: Arc::clone(self), priority, begun: now, place }
    }
}

impl State {
    /// Notes something about a call. If that does not work, nothing more is noted.
    fn note<T>(&mut self, write: impl FnOnce(&mut CallLog) -> io::Result<T>) -> Option<T> {
        match write(self.log.as_mut()?) {
            Ok(noted) => Some(noted),
            Err(error) => {
                warn!(
                    "Calls to the account API are not noted any more; a restart may exceed the budget: {error}"
                );
                self.log = None;
                None
            }
        }
    }

    /// Lets the poll of a subject wait no longer. Whoever awaits it is told.
    fn forget(&mut self, subject: &str) {
        if let Some(place) = self.places.remove(subject) {
            self.polls.remove(place);
        }
    }
}

/// A call that a human waits for, and that waits itself.
struct HumanWaiting<'a>(&'a Shared);

impl<'a> HumanWaiting<'a> {
    fn begin(shared: &'a Shared) -> Option<Self> {
        let mut state = shared.state();
        if state.window.humans_waiting() >= MOST_HUMANS_WAITING {
            return None;
        }
        state.window.human_waits();
        Some(Self(shared))
    }
}

impl Drop for HumanWaiting<'_> {
    fn drop(&mut self) {
        self.0.change(|state| state.window.human_waits_no_more());
    }
}

/// A poll that waits for its turn.
struct PollWaiting<'a> {
    shared: &'a Shared,
    subject: &'a str,
    place: Place,
}

impl<'a> PollWaiting<'a> {
    fn begin(
        shared: &'a Shared,
        subject: &'a str,
        interest: Interest,
        owner: oneshot::Sender<Pass>,
    ) -> Option<Self> {
        shared.change(|state| {
            state.forget(subject);
            if state.polls.len() >= MOST_POLLS_WAITING {
                return None;
            }
            let place = state.polls.add(interest, owner);
            state.places.insert(subject.to_owned(), place);
            Some(Self { shared, subject, place })
        })
    }
}

impl Drop for PollWaiting<'_> {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.polls.remove(self.place);
        if state.places.get(self.subject) == Some(&self.place) {
            state.places.remove(self.subject);
        }
    }
}

/// Leave for one call, which is under way until this is dropped.
#[derive(Debug)]
pub(super) struct Pass {
    shared: Arc<Shared>,
    priority: Priority,
    begun: Instant,
    place: Option<call_log::Place>,
}

impl Pass {
    /// When the call began.
    pub(super) fn begun(&self) -> Instant {
        self.begun
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let now = Instant::now();
        self.shared.change(|state| {
            state.window.end(now, self.priority, self.begun);
            if let Some(place) = self.place {
                state.note(|log| log.end(now, place, self.begun));
            }
        });
    }
}
