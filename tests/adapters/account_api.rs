//! The account API's client against the simulated API, and against made-up answers that the simulation has no switch
//! for.

mod answers;
mod budget;
mod failures;
mod secrets;

use std::net::Ipv4Addr;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use reqwest::Url;
use secrecy::SecretString;
use twofa_bridge::account_api::budget::{Interest, WINDOW};
use twofa_bridge::account_api::{AccountApi, Timeouts};
use twofa_bridge::model::{AccountId, AttemptId, Code};
use twofa_bridge::sandbox::account_api as sandbox;
use zeroize::Zeroizing;

/// How long tests wait for what does not come.
const BRIEF: Duration = Duration::from_millis(250);

/// The time-outs of tests in which everything answers.
const PATIENT: Timeouts = Timeouts {
    connect: Duration::from_secs(5),
    answer: Duration::from_secs(5),
    poll_turn: Duration::from_secs(5),
    human_turn: Duration::from_secs(5),
    window: WINDOW,
};

/// The time-outs of calls that are not answered.
const HASTY: Timeouts = Timeouts { answer: BRIEF, ..PATIENT };

/// The time-outs of calls whose turn does not come.
const RESTLESS: Timeouts = Timeouts { poll_turn: BRIEF, human_turn: BRIEF, ..PATIENT };

/// What there is to learn from a look, where it does not matter.
const SOME: Interest = Interest { changes_per_hour: 60, seen_at: None };

/// The simulated API with its three accounts, where attempts begin with their first question.
async fn sandbox() -> sandbox::AccountApi {
    let sandbox = sandbox::AccountApi::serve((Ipv4Addr::LOCALHOST, 0).into()).await.unwrap();
    sandbox.populate();
    switch(&sandbox, |switches| switches.pending_ms = 0);
    sandbox
}

fn switch(sandbox: &sandbox::AccountApi, change: impl FnOnce(&mut sandbox::Switches)) {
    let mut switches = sandbox.switches();
    change(&mut switches);
    sandbox.set_switches(switches);
}

fn client(sandbox: &sandbox::AccountApi) -> AccountApi {
    client_with(sandbox, 600, PATIENT)
}

fn client_with(sandbox: &sandbox::AccountApi, requests_per_minute: u32, timeouts: Timeouts) -> AccountApi {
    let url = sandbox.base_url().parse().unwrap();
    AccountApi::with_timeouts(url, &sandbox.key().into(), requests_per_minute, timeouts).unwrap()
}

/// A server that gives every request the same answer, and a client of it.
async fn answered(status: u16, headers: &[(&'static str, &str)], body: &str) -> AccountApi {
    let status = StatusCode::from_u16(status).unwrap();
    let headers: HeaderMap =
        headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
    let body = body.to_owned();
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let url: Url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let router = Router::new().fallback(async move || (status, headers, body));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    AccountApi::with_timeouts(url, &SecretString::from("made-up-key"), 600, PATIENT).unwrap()
}

fn attempt(id: &str) -> AttemptId {
    AttemptId::parse(id).unwrap()
}

fn account(id: &str) -> AccountId {
    AccountId::parse(id).unwrap()
}

fn code(digits: &str) -> Code {
    Code::new(Zeroizing::new(digits.to_owned())).unwrap()
}
