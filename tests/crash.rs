//! The real program, killed again and again while two hundred people use it.
//!
//! Between the simulators, which live on in the test, a bridge carries codes of every kind: managers start sign-ins, the
//! agency's system hands some over, creators answer as people do. All the while the process is killed by SIGKILL at
//! moments that a seed chooses, during its start as well, and started again on the same data. When the last kill is over
//! everything must come to rest by itself, and then [`reckoning`] goes through all that happened: no code lost, none for
//! another attempt, none twice, nobody asked more often than a crash excuses, nothing of a code anywhere.
//!
//! `TWOFA_BRIDGE_CRASHES=500` kills as often, `TWOFA_BRIDGE_CRASH_SEED=7` plays another story.

#![expect(clippy::panic, reason = "a story that goes wrong says where")]

mod order;
mod people;
mod reckoning;
pub(crate) mod town;

use std::time::Duration;

use town::Town;

/// How often the bridge is killed in the test run.
const KILLS: u32 = 30;

/// How many sign-ins begin in each life of the process. Telegram takes few messages in a second.
const ATTEMPTS_PER_LIFE: u32 = 2;

/// How often the bridge is killed while it starts, by the test of that alone.
const KILLS_AT_THE_START: u32 = 40;

fn number(variable: &str, otherwise: u32) -> u32 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().unwrap())
}

#[tokio::test]
async fn no_code_is_lost_misrouted_or_used_twice_however_often_the_bridge_is_killed() {
    let kills = number("TWOFA_BRIDGE_CRASHES", KILLS);
    let seed = number("TWOFA_BRIDGE_CRASH_SEED", 1);
    let mut town = Town::new(u64::from(seed)).await;
    for kill in 0..kills {
        town.begin_sign_ins(ATTEMPTS_PER_LIFE, kill);
        town.lives_and_is_killed().await;
        if kill % KILLS == KILLS - 1 {
            // What waits must not grow for ever: a question lives ten minutes, and Telegram takes few messages in the
            // lives that are left to the bridge.
            town.starts().await;
            town.comes_to_rest().await;
            town.is_killed().await;
        }
    }
    town.starts().await;
    town.comes_to_rest().await;
    town.stops().await;
    let figures = town.reckon();
    #[expect(clippy::print_stderr, reason = "the figures of a long run are what it is for")]
    let () = eprintln!("{figures}");
}

#[tokio::test]
async fn a_bridge_that_is_killed_while_it_starts_starts_again() {
    let mut town = Town::new(7).await;
    town.starts().await;
    town.begin_sign_ins(12, 0);
    town.lives_for(Duration::from_secs(1)).await;
    town.is_killed().await;
    for kill in 0..KILLS_AT_THE_START {
        // 0 to 50 ms after its start, evenly: whatever it is doing then.
        let after = Duration::from_millis(u64::from(kill) * 50 / u64::from(KILLS_AT_THE_START - 1));
        town.is_started_and_killed(after).await;
    }
    town.starts().await;
    town.comes_to_rest().await;
    town.stops().await;
    town.reckon();
}
