//! Seeded random worlds around the switchboard, and what must hold in each of them.
//!
//! A world has a clock, people, a Telegram, an account API and a disk, all simulated, and processes that end at any
//! moment. What happens, and in which order, a seed decides. `TWOFA_BRIDGE_WORLDS=n` lives through more worlds,
//! `TWOFA_BRIDGE_WORLD_SEED=s` through one; a world in which a rule is broken is printed as it went.

mod account_api;
mod disk;
mod people;
mod rules;
mod telegram;
mod world;

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::ScopedJoinHandle;
use std::time::{Duration, Instant};

use rules::Seen;
use world::World;

/// How many worlds are lived through unless the environment says otherwise.
const WORLDS: u64 = 10_000;

/// How many events each of them has before its end.
const EVENTS: usize = 100;

/// Each so many-th world is lived through twice, to see that the second time is like the first.
const TWICE_EACH: u64 = 16;

/// How long one world may take. Most take a few milliseconds; one that does not end is a bug.
const LIVED_WITHIN: Duration = Duration::from_mins(1);

/// How often somebody who asked for a number of worlds is told how far it is.
const TOLD_EACH: Duration = Duration::from_secs(10);

/// The last lines of a world that are printed.
const LINES: usize = 4_000;

/// What must have happened in some world, or the worlds prove nothing.
const INTERESTING: [&str; 18] = [
    "somebody pressed that they be forgotten",
    "a manager was removed",
    "a code was submitted",
    "a code was submitted again",
    "a code was submitted again after a crash",
    "a code was wrong",
    "a code quoted its question",
    "an account was chosen for a code",
    "an answer was too old",
    "an account was frozen",
    "an email was asked for again",
    "a face check was confirmed",
    "a link was made",
    "a crash that lost a batch",
    "a crash while it started",
    "a full disk",
    "a button of somebody else was pressed",
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
    let next = AtomicU64::new(0);
    let total = Mutex::new((Seen::default(), 0_usize));
    let broken: Mutex<Option<u64>> = Mutex::new(None);
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
                    while broken.lock().unwrap().is_none() {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed >= worlds {
                            break;
                        }
                        *life.lock().unwrap() = Some((seed, Instant::now()));
                        match catch_unwind(|| live_quietly(seed)) {
                            Ok(lived) => {
                                seen.add(&lived.0);
                                handled += lived.1;
                            }
                            Err(_) => *broken.lock().unwrap() = Some(seed),
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
                tell(next.load(Ordering::Relaxed).min(worlds), worlds);
            }
        }
    });
    if let Some(seed) = broken.into_inner().unwrap() {
        live_once(seed);
        panic!("world {seed} is broken, but not twice: it is not determined by its seed");
    }
    let (seen, handled) = total.into_inner().unwrap();
    if worlds >= WORLDS {
        for what in INTERESTING {
            assert!(seen.0.contains_key(what), "in none of {worlds} worlds, {what}");
        }
    }
    if environment("TWOFA_BRIDGE_WORLDS").is_some() {
        report(worlds, handled, &seen);
    }
}

/// A world that does not end cannot be ended from outside, so the process is.
#[expect(clippy::print_stderr, reason = "nobody is left who could say it in another way")]
fn never_ends(seed: u64, since: Instant) -> ! {
    eprintln!(
        "\nbroken rule 6: world {seed} has not ended after {:.0?}\nTWOFA_BRIDGE_WORLD_SEED={seed} cargo test worlds",
        since.elapsed()
    );
    std::process::exit(101);
}

#[expect(clippy::print_stderr, reason = "whoever asks for a number of worlds wants to know how far it is")]
fn tell(lived: u64, worlds: u64) {
    eprintln!("{lived} of {worlds} worlds");
}

fn live_quietly(seed: u64) -> (Seen, usize) {
    let is_compared = seed.is_multiple_of(TWICE_EACH);
    let lived = World::live(seed, EVENTS, is_compared, None);
    if is_compared {
        let again = World::live(seed, EVENTS, true, None);
        assert!(lived.print == again.print, "broken rule 9: a seed does not determine its world");
    }
    (lived.seen, lived.handled)
}

/// Lives through one world, and prints it if a rule is broken.
fn live_once(seed: u64) {
    let journal = RefCell::new(Vec::new());
    let result = catch_unwind(AssertUnwindSafe(|| World::live(seed, EVENTS, true, Some(&journal))));
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

#[expect(clippy::print_stdout, reason = "whoever asks for a number of worlds wants to know what was in them")]
fn report(worlds: u64, handled: usize, seen: &Seen) {
    println!("{worlds} worlds, {handled} events");
    for (what, count) in &seen.0 {
        println!("{count:>10} {what}");
    }
}
