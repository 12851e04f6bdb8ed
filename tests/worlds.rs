//! Seeded random worlds around the switchboard, and what must hold in each of them.
//!
//! A world has a clock, people, a Telegram, an account API and a disk, all simulated, and processes that end at any
//! moment. What happens, and in which order, a seed decides. `TWOFA_BRIDGE_WORLDS=n` lives through more worlds,
//! `TWOFA_BRIDGE_WORLD_SEED=s` through one; a world in which a rule is broken is printed as it went. A million is best
//! lived through with `--release`.

mod account_api;
mod disk;
mod ending;
mod people;
mod process;
mod rules;
mod telegram;
mod world;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::ScopedJoinHandle;
use std::time::{Duration, Instant};

use rules::Seen;
use world::World;

/// How many worlds are lived through unless the environment says otherwise.
const WORLDS: u64 = 10_000;

/// How many events each third of them has before its end.
const EVENTS: usize = 80;

/// How many events the others have: enough for a sign-in and its troubles.
const FEW_EVENTS: usize = 25;

/// Each so many-th world is lived through twice, to see that the second time is like the first.
const TWICE_EACH: u64 = 64;

/// How many rules there are, from 0 to 10.
const RULES: usize = 11;

/// How long one world may take. Most take a few milliseconds; one that does not end is a bug. The machine may be busy
/// with something else, so it is a hundred times as much as any has taken.
const LIVED_WITHIN: Duration = Duration::from_secs(20);

/// How often somebody who asked for a number of worlds is told how far it is.
const TOLD_EACH: Duration = Duration::from_secs(10);

/// How many broken worlds end a run of a number that somebody asked for: the ways of breaking them are told apart by
/// more than one. Any other run ends with the first.
const BROKEN_MOST: usize = 8;

/// The last lines of a world that are printed.
const LINES: usize = 4_000;

/// What must have happened in some world, or the worlds prove nothing.
const INTERESTING: [&str; 30] = [
    "somebody read the trail",
    "somebody was forgotten on the trail",
    "the beginning of the trail was removed",
    "somebody pressed that they be forgotten",
    "a manager was removed",
    "a code was submitted",
    "a code was submitted again",
    "a code was submitted again after a crash",
    "a code was wrong",
    "a code quoted its question",
    "a person was asked whether they are ready",
    "somebody who was asked is ready",
    "an account was chosen for a code",
    "an answer was too old",
    "an account was frozen",
    "an email was asked for again",
    "a face check was confirmed",
    "a link was made",
    "a crash that lost a batch",
    "a crash while it started",
    "a crash while a code was on its way",
    "a crash between the disk and what waited for it",
    "a message was sent again after a crash",
    "a clock that jumped",
    "a person was handed their data",
    "a full disk",
    "a button of somebody else was pressed",
    "a session has ended",
    "a session that had ended was begun again",
    "connected",
];

fn environment(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn worlds_hold_what_was_promised_in_any_order_of_things() {
    if let Some(seed) = environment("TWOFA_BRIDGE_WORLD_SEED") {
        live_once(seed);
        return;
    }
    let worlds = environment("TWOFA_BRIDGE_WORLDS").unwrap_or(WORLDS);
    let is_told = environment("TWOFA_BRIDGE_WORLDS").is_some();
    let began = Instant::now();
    let next = AtomicU64::new(0);
    let total = Mutex::new((Seen::default(), 0_usize));
    let broken: Mutex<BTreeSet<u64>> = Mutex::default();
    let broken_most = if is_told { BROKEN_MOST } else { 1 };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let living: Vec<Mutex<Option<(u64, Instant)>>> = (0..threads).map(|_| Mutex::new(None)).collect();
    std::thread::scope(|scope| {
        let lives: Vec<_> = living
            .iter()
            .map(|life| {
                let (next, total, broken) = (&next, &total, &broken);
                scope.spawn(move || {
                    let mut seen = Seen::default();
                    let mut handled = 0;
                    while broken.lock().unwrap().len() < broken_most {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed >= worlds {
                            break;
                        }
                        *life.lock().unwrap() = Some((seed, Instant::now()));
                        if let Ok(lived) = catch_unwind(|| live_quietly(seed)) {
                            seen.add(&lived.0);
                            handled += lived.1;
                        } else {
                            tell(&format!("world {seed} is broken"));
                            broken.lock().unwrap().insert(seed);
                        }
                        *life.lock().unwrap() = None;
                    }
                    let mut total = total.lock().unwrap();
                    total.0.add(&seen);
                    total.1 += handled;
                })
            })
            .collect();
        let mut told_at = Instant::now();
        while !lives.iter().all(ScopedJoinHandle::is_finished) {
            std::thread::sleep(Duration::from_millis(50));
            for life in &living {
                let living = *life.lock().unwrap();
                if let Some((seed, since)) = living.filter(|(_, since)| since.elapsed() > LIVED_WITHIN) {
                    never_ends(seed, since);
                }
            }
            if is_told && told_at.elapsed() > TOLD_EACH {
                told_at = Instant::now();
                let lived = next.load(Ordering::Relaxed).min(worlds);
                tell(&format!("{lived} of {worlds} worlds, {:.0?}", began.elapsed()));
            }
        }
    });
    let broken = broken.into_inner().unwrap();
    if let Some(&seed) = broken.first() {
        live_once(seed);
        panic!("world {seed} is broken, but not twice: it is not determined by its seed");
    }
    let (seen, handled) = total.into_inner().unwrap();
    if worlds >= WORLDS {
        for what in INTERESTING {
            assert!(seen.0.contains_key(what), "in none of {worlds} worlds, {what}");
        }
    }
    if is_told {
        for (what, count) in &seen.0 {
            tell(&format!("{count:>10} {what}"));
        }
        let count = |what| seen.0.get(what).copied().unwrap_or_default();
        tell(&format!(
            "{worlds} worlds in {:.0?}: {handled} events, {} crashes, {} codes submitted, {} people asked; {RULES} rules, none broken",
            began.elapsed(),
            count("a crash"),
            count("a code was submitted"),
            count("a person was asked"),
        ));
    }
}

/// A world that does not end cannot be ended from outside, so the process is.
fn never_ends(seed: u64, since: Instant) -> ! {
    tell(&format!(
        "broken rule 6: world {seed} has not ended after {:.0?}\nTWOFA_BRIDGE_WORLD_SEED={seed} cargo test worlds",
        since.elapsed()
    ));
    std::process::exit(101);
}

/// Tells whoever watches, past what keeps the output of tests.
fn tell(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

fn events_of(seed: u64) -> usize {
    if seed.is_multiple_of(3) { EVENTS } else { FEW_EVENTS }
}

fn live_quietly(seed: u64) -> (Seen, usize) {
    let is_compared = seed.is_multiple_of(TWICE_EACH);
    let lived = World::live(seed, events_of(seed), is_compared, None);
    if is_compared {
        let again = World::live(seed, events_of(seed), true, None);
        assert!(lived.print == again.print, "broken rule 9: a seed does not determine its world");
    }
    (lived.seen, lived.handled)
}

/// Lives through one world, and prints it if a rule is broken.
fn live_once(seed: u64) {
    let journal = RefCell::new(Vec::new());
    let result = catch_unwind(AssertUnwindSafe(|| World::live(seed, events_of(seed), true, Some(&journal))));
    if let Err(payload) = result {
        let why = payload
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_default();
        let journal = journal.into_inner();
        let lines = journal[journal.len().saturating_sub(LINES)..].join("\n");
        panic!("\n{lines}\n{why}\nTWOFA_BRIDGE_WORLD_SEED={seed} cargo test worlds");
    }
}
