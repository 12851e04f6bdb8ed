//! How long a call that a human waits for takes to arrive at the account API while 10,000 attempts want to be looked
//! at: `cargo bench --bench budget`.
//!
//! Each figure is from the moment the call is wanted until its request is at the server, connection and all, in one
//! process; the server answers at once. Half of the calls are new codes, each for an attempt that waits for a look.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "what fails here ends the benchmark")]

use std::time::Duration;

use axum::Router;
use axum::http::{Method, Uri};
use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};
use twofa_bridge::account_api::budget::Interest;
use twofa_bridge::account_api::{AccountApi, Submission};
use twofa_bridge::model::AttemptId;

/// Attempts that want to be looked at.
const ATTEMPTS: usize = 10_000;

/// The changes per hour of the phases of an attempt.
const HAZARDS: [u32; 4] = [600, 120, 60, 4];

#[tokio::main]
async fn main() {
    println!(
        "{:>15}  {:>9}  {:>6}  {:>8} {:>8} {:>8}",
        "calls a minute", "attempts", "calls", "p50 ms", "p99 ms", "most ms"
    );
    for (per_minute, attempts, calls) in
        [(600, 0, 50), (600, ATTEMPTS, 50), (60_000, 0, 1_000), (60_000, ATTEMPTS, 1_000)]
    {
        measure(per_minute, attempts, calls).await;
    }
}

async fn measure(per_minute: u32, attempts: usize, calls: usize) {
    let (arrived, mut arrivals) = mpsc::unbounded_channel();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let router = Router::new().fallback(async move |method: Method, uri: Uri| {
        if method == Method::PUT {
            // The benchmark listens as long as it calls.
            let _ = arrived.send(Instant::now());
        }
        let id = uri.path().rsplit('/').next().unwrap_or_default().to_owned();
        format!(r#"{{"attempt_id": "{id}", "state": "needs_otp"}}"#)
    });
    let server = tokio::spawn(async move { axum::serve(listener, router).await });

    let api = AccountApi::new(url, &SecretString::from("key"), per_minute).unwrap();
    let polls: Vec<_> = (0..attempts)
        .map(|index| {
            let api = api.clone();
            tokio::spawn(async move {
                let id = attempt(index);
                let mut seen_at = None;
                loop {
                    let interest = Interest { changes_per_hour: HAZARDS[index % HAZARDS.len()], seen_at };
                    // A code for the same attempt makes the look unnecessary.
                    let _ = api.look(&id, interest).await;
                    seen_at = Some(Instant::now());
                }
            })
        })
        .collect();
    while api.looks_waiting() + 100 < attempts {
        sleep(Duration::from_millis(10)).await;
    }
    let mut waits = Vec::new();
    for call in 0..calls {
        sleep(Duration::from_millis(5)).await;
        let index = if call % 2 == 0 { call * 7 % ATTEMPTS } else { ATTEMPTS + call };
        let wanted = Instant::now();
        api.submit(&attempt(index), Submission::FaceDone).await.unwrap();
        waits.push(arrivals.recv().await.unwrap() - wanted);
    }
    for poll in polls {
        poll.abort();
    }
    server.abort();
    waits.sort_unstable();
    let at = |percent: usize| waits[(waits.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    println!("{per_minute:>15}  {attempts:>9}  {calls:>6}  {:>8.2} {:>8.2} {:>8.2}", at(50), at(99), at(100));
}

fn attempt(index: usize) -> AttemptId {
    AttemptId::parse(&format!("att_{index}")).unwrap()
}
