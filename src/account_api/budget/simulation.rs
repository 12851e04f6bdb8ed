//! How long a change of state stays unseen, simulated over the limiter itself, and compared with the least that any
//! order of looks could reach, and with simpler orders.
//!
//! With the hazards h and B looks per second the mean delay cannot be below (Σ√h)² / (2·B·Σh).
#![expect(clippy::print_stdout, reason = "the figures are what this is for: `--nocapture` shows them")]

use std::collections::VecDeque;

use super::*;

/// A phase of an attempt: its hazard per hour, the pace of the config in it, and how many of a hundred are in it.
struct Phase {
    name: &'static str,
    changes_per_hour: u32,
    pace: Duration,
    share: usize,
}

/// The mix: some are being worked on, as many wait for a face check or a phone, most for a person's code. The hazards are those of the
/// switchboard, which cannot be named from here.
const MIX: [Phase; 4] = [
    Phase { name: "working", changes_per_hour: 600, pace: Duration::from_secs(2), share: 15 },
    Phase { name: "phone", changes_per_hour: 120, pace: Duration::from_secs(4), share: 10 },
    Phase { name: "face", changes_per_hour: 60, pace: Duration::from_secs(4), share: 10 },
    Phase { name: "asking", changes_per_hour: 4, pace: Duration::from_secs(30), share: 65 },
];

/// The budget of the vendor's sample.
const PER_MINUTE: u32 = 600;

/// What of it polls may use.
const POLLS_PER_SECOND: f64 = 9.0;

/// How long the simulated bridge runs before anything is counted, and then.
const WARM_UP: Duration = Duration::from_mins(10);
const MEASURED: Duration = Duration::from_hours(2);

/// In which order looks are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Order {
    /// As the bridge does: an attempt wants to be looked at by its pace, and the most wanted look goes first.
    Worth,
    /// By the pace of the config, in the order in which the looks were wanted.
    Intervals,
    /// All attempts in turn.
    RoundRobin,
}

struct Attempt {
    phase: usize,
    seen_at: Instant,
    changes_at: Instant,
    wanted_at: Instant,
    waits: bool,
}

/// What came of it.
struct Outcome {
    /// From a change to the look that sees it, in seconds, on average.
    delay: f64,
    /// The longest time between two looks at the same attempt.
    longest_gap: Duration,
    /// Looks per second.
    looks: f64,
}

fn hazard(phase: &Phase) -> f64 {
    f64::from(phase.changes_per_hour) / 3_600.0
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// How many attempts wish for this many times the looks that the budget carries.
fn population(load: f64) -> Vec<usize> {
    let per_hundred: f64 = MIX.iter().map(|phase| number(phase.share) / phase.pace.as_secs_f64()).sum();
    let hundreds = load * POLLS_PER_SECOND / per_hundred;
    MIX.iter()
        .enumerate()
        .flat_map(|(index, phase)| {
            let count = (number(phase.share) * hundreds).round();
            (0..).take_while(move |one| number(*one) < count).map(move |_| index)
        })
        .collect()
}

/// The least mean delay.
fn bound(population: &[usize]) -> f64 {
    let hazards = || population.iter().map(|phase| hazard(&MIX[*phase]));
    let roots: f64 = hazards().map(f64::sqrt).sum();
    roots * roots / (2.0 * POLLS_PER_SECOND * hazards().sum::<f64>())
}

fn simulate(order: Order, population: &[usize], seed: u64) -> Outcome {
    let mut random = fastrand::Rng::with_seed(seed);
    let start = Instant::now();
    let mut now = start;
    let until_change = |random: &mut fastrand::Rng, phase: usize| {
        Duration::from_secs_f64(-(1.0 - random.f64()).ln() / hazard(&MIX[phase]))
    };
    let mut attempts: Vec<Attempt> = population
        .iter()
        .map(|phase| Attempt {
            phase: *phase,
            seen_at: now,
            changes_at: now + until_change(&mut random, *phase),
            wanted_at: now + MIX[*phase].pace.mul_f64(random.f64()),
            waits: false,
        })
        .collect();
    let mut window = Window::new(PER_MINUTE, WINDOW, now);
    let mut polls: Polls<usize> = Polls::new();
    let mut queue: VecDeque<usize> = match order {
        Order::Worth | Order::Intervals => VecDeque::new(),
        Order::RoundRobin => (0..attempts.len()).collect(),
    };
    let (mut delay, mut changes, mut looks, mut longest_gap) = (0.0, 0, 0, Duration::ZERO);
    while now < start + WARM_UP + MEASURED {
        for (index, attempt) in attempts.iter_mut().enumerate() {
            if attempt.waits || attempt.wanted_at > now {
                continue;
            }
            attempt.waits = true;
            let changes_per_hour = MIX[attempt.phase].changes_per_hour;
            match order {
                Order::Worth => {
                    polls.add(Interest { changes_per_hour, seen_at: Some(attempt.seen_at) }, index);
                }
                Order::Intervals => queue.push_back(index),
                Order::RoundRobin => {}
            }
        }
        let wanted = attempts.iter().filter(|it| !it.waits).map(|it| it.wanted_at).min();
        let turn = window.turn(now, Priority::Poll);
        if turn == Turn::Now {
            let next = match order {
                Order::Worth => polls.take(now),
                Order::Intervals | Order::RoundRobin => queue.pop_front(),
            };
            let Some(index) = next else {
                now = wanted.unwrap_or(now + WINDOW);
                continue;
            };
            window.begin(now, Priority::Poll);
            window.end(now, Priority::Poll, now);
            if order == Order::RoundRobin {
                queue.push_back(index);
            }
            let attempt = &mut attempts[index];
            if now > start + WARM_UP {
                looks += 1;
                longest_gap = longest_gap.max(now - attempt.seen_at);
                if attempt.changes_at <= now {
                    delay += (now - attempt.changes_at).as_secs_f64();
                    changes += 1;
                }
            }
            if attempt.changes_at <= now {
                attempt.changes_at = now + until_change(&mut random, attempt.phase);
            }
            attempt.seen_at = now;
            attempt.wanted_at = now + MIX[attempt.phase].pace;
            attempt.waits = false;
        } else if let Turn::At(moment) = turn {
            // Whatever comes first: a turn, or another look that is wanted.
            now = wanted.map_or(moment, |wanted| wanted.min(moment)).max(now + Duration::from_micros(1));
        }
    }
    assert!(changes > 1_000, "{changes} changes are too few to tell");
    Outcome { delay: delay / number(changes), longest_gap, looks: number(looks) / MEASURED.as_secs_f64() }
}

#[test]
fn changes_are_seen_nearly_as_soon_as_the_budget_allows() {
    let mix: Vec<String> = MIX.iter().map(|phase| format!("{} % {}", phase.share, phase.name)).collect();
    println!("of all attempts: {}", mix.join(", "));
    for load in [1.0, 2.0] {
        let population = population(load);
        let bound = bound(&population);
        let [worth, intervals, round_robin] = [Order::Worth, Order::Intervals, Order::RoundRobin].map(|order| {
            let outcome = simulate(order, &population, 1);
            println!(
                "load {load}, {} attempts, {order:?}: {:.2} s, {:.2} times the bound of {bound:.2} s, {:.2} looks/s, \
                 longest gap {:.0} s",
                population.len(),
                outcome.delay,
                outcome.delay / bound,
                outcome.looks,
                outcome.longest_gap.as_secs_f64(),
            );
            outcome
        });
        assert!(worth.delay < bound * 1.25, "load {load}: {:.2} s against {bound:.2} s", worth.delay);
        assert!(worth.delay < round_robin.delay * 0.8, "load {load}: round robin is as good");
        // While the budget suffices, attempts keep the pace of the config: then nothing is there to choose from.
        let margin = if load > 1.0 { 0.92 } else { 1.02 };
        assert!(worth.delay < intervals.delay * margin, "load {load}: fixed intervals are as good");
        // What changes seldom is looked at seldom, and is looked at.
        assert!(worth.longest_gap < Duration::from_mins(5), "load {load}: {:?}", worth.longest_gap);
        assert!(worth.looks <= POLLS_PER_SECOND * 1.001, "load {load}: {} looks a second", worth.looks);
    }
}
