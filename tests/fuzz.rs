//! Bad input: whatever comes from outside is read without a panic, and nothing is accepted that should be refused.
//!
//! Each target makes inputs from good ones by breaking them in places that matter, and from nothing at all; and each
//! has a judge who does not know how the program reads. All run at once, each in a thread of its own.
//!
//! `TWOFA_BRIDGE_FUZZ=10000000` gives each target as many inputs, `TWOFA_BRIDGE_FUZZ_SEED=7` others.

mod api;
mod files;
mod inputs;
mod people;

use std::thread;
use std::time::Instant;

use fastrand::Rng;

/// How many inputs each target gets in the test run.
const INPUTS: u64 = 3_000;

/// Gives one input to what is tested, and judges; says whether it was accepted.
type Target = Box<dyn FnMut(&mut Rng) -> bool>;

/// A target, made in the thread in which it runs.
type Maker = fn() -> Target;

const TARGETS: [(&str, Maker); 11] = [
    ("a message to a code", people::codes),
    ("callback data", people::callbacks),
    ("/start payloads", people::invitations),
    ("commands", people::commands),
    ("intake JSON", api::intake),
    ("an attempt of the account API", api::attempts),
    ("its accounts", api::accounts),
    ("its limits", api::usage),
    ("what its key may do", api::me),
    ("its problems", api::problems),
    ("config", files::config),
];

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
fn whatever_comes_from_outside_is_read_and_nothing_wrong_is_accepted() {
    let inputs = number("TWOFA_BRIDGE_FUZZ", INPUTS);
    let seed = number("TWOFA_BRIDGE_FUZZ_SEED", 1);
    let run = |number: u64, maker: Maker| {
        let began = Instant::now();
        let mut random = Rng::with_seed(seed.wrapping_mul(1_000).wrapping_add(number));
        let mut target = maker();
        let accepted = (0..inputs).filter(|_| target(&mut random)).count();
        (accepted, began.elapsed())
    };
    let results: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..)
            .zip(TARGETS)
            .map(|(number, (name, maker))| (name, scope.spawn(move || run(number, maker))))
            .collect();
        threads.into_iter().map(|(name, thread)| (name, thread.join())).collect()
    });
    for (name, result) in results {
        let Ok((accepted, lasted)) = result else { panic!("{name}: see above") };
        #[expect(clippy::print_stderr, reason = "the figures of a long run are what it is for")]
        let () = eprintln!("{name}: {inputs} inputs in {lasted:.1?}, {accepted} accepted");
        // A target that refuses all, or takes all, tests nothing.
        assert!(accepted > 0 && (accepted as u64) < inputs, "{name}: {accepted} of {inputs} were accepted");
    }
}
