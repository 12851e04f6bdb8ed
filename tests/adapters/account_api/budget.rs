//! The budget, as far as it shows at the API: the rest is proved beside its code.

use std::time::Duration;

use tokio::time::Instant;
use twofa_bridge::account_api::budget::{Interest, MOST_POLLS_UNDER_WAY};
use twofa_bridge::account_api::{AccountApi, Error, Health, Submission, Timeouts};
use twofa_bridge::sandbox::account_api::{Call, Fault, FaultKind, Script};

use super::{BRIEF, PATIENT, RESTLESS, SOME, account, attempt, client_with, sandbox, switch};

/// A minute for tests.
const SHORT_WINDOW: Duration = Duration::from_secs(2);

#[tokio::test]
async fn nothing_is_sent_over_the_budget() {
    let sandbox = sandbox().await;
    let api = client_with(&sandbox, 2, RESTLESS);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    assert!(api.look(&id, SOME).await.is_ok());
    assert_eq!(api.look(&id, SOME).await, Err(Error::Busy), "the second call is reserved for humans");
    assert!(api.look_now(&id).await.is_ok());
    assert_eq!(api.submit(&id, Submission::FaceDone).await, Err(Error::Busy));
    assert_eq!(api.clone().look_now(&id).await, Err(Error::Busy), "clones share the budget");
    assert_eq!(sandbox.requests().len(), 2);
    assert_eq!(api.health(), Health::Answering);
}

#[tokio::test]
async fn a_lower_limit_of_the_api_is_kept() {
    let sandbox = sandbox().await;
    let api = client_with(&sandbox, 600, RESTLESS);
    switch(&sandbox, |switches| switches.limits.org = Some(1));
    assert_eq!(api.usage().await.map(|usage| usage.limit), Ok(1));
    assert_eq!(api.me().await, Err(Error::Busy));
    assert_eq!(sandbox.requests().len(), 1);
}

#[tokio::test]
async fn what_others_of_the_organisation_spend_is_left_to_them() {
    let sandbox = sandbox().await;
    switch(&sandbox, |switches| switches.limits.org = Some(20));
    let api = client_with(&sandbox, 20, RESTLESS);
    sandbox.others_call(15);
    assert_eq!(api.usage().await.map(|usage| usage.remaining), Ok(Some(4)));
    assert!(api.budget_is_tight());
    for _ in 0..4 {
        assert!(api.me().await.is_ok());
    }
    assert_eq!(api.me().await, Err(Error::Busy), "the API would refuse it");
    assert!(sandbox.requests().iter().all(|request| request.status == Some(200)));
}

/// Five windows long, more polls and calls that humans wait for than the budget carries, of which some take long: the
/// server counts no more than it allows in any sliding window, and refuses none.
#[tokio::test]
async fn the_server_counts_no_more_calls_in_any_sliding_window_than_it_allows() {
    const LIMIT: u32 = 40;
    let sandbox = sandbox().await;
    switch(&sandbox, |switches| {
        switches.limits.org = Some(LIMIT);
        switches.limits.window_ms = u64::try_from(SHORT_WINDOW.as_millis()).unwrap();
    });
    let api = client_with(&sandbox, LIMIT, Timeouts { window: SHORT_WINDOW, ..PATIENT });
    let end = Instant::now() + SHORT_WINDOW * 5;
    for ms in [0, 50, 200, 700] {
        sandbox.inject(Fault::on(Call::Look, FaultKind::DelayBefore { ms }).times(15));
        sandbox.inject(Fault::on(Call::Look, FaultKind::DelayAfter { ms }).times(15));
    }
    let polls = (0..30).map(|_| {
        let (api, id) = (api.clone(), attempt(&sandbox.start_attempt("acc_1", Script::sms())));
        tokio::spawn(async move {
            let mut seen_at = None;
            while Instant::now() < end {
                assert!(api.look(&id, Interest { seen_at, ..SOME }).await.is_ok());
                seen_at = Some(Instant::now());
            }
        })
    });
    let polls: Vec<_> = polls.collect();
    while Instant::now() < end {
        assert!(api.me().await.is_ok());
        tokio::time::sleep(Duration::from_millis(fastrand::u64(0..800))).await;
    }
    for poll in polls {
        poll.await.unwrap();
    }
    let limit = usize::try_from(LIMIT).unwrap();
    assert!(sandbox.most_requests_within(SHORT_WINDOW) <= limit);
    assert!(sandbox.requests().iter().all(|request| request.status == Some(200)));
    assert!(sandbox.requests().len() > limit * 2, "the budget is used: {}", sandbox.requests().len());
}

/// Whether a poll and a call that a human waits for are sent after a reauthentication was throttled.
async fn sent_after(
    reason: Option<&str>,
    api: &AccountApi,
    sandbox: &super::sandbox::AccountApi,
) -> (bool, bool) {
    let reason = reason.map(str::to_owned);
    let throttled = FaultKind::Throttled { header: Some(30), member: None, reason };
    sandbox.inject(Fault::on(Call::Reauthenticate, throttled));
    assert!(matches!(api.reauthenticate(&account("acc_1")).await, Err(Error::Throttled { .. })));
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    (api.look(&id, SOME).await.is_ok(), api.look_now(&id).await.is_ok())
}

#[tokio::test]
async fn polls_rest_when_the_api_was_asked_too_often_and_humans_do_not_wait() {
    let sandbox = sandbox().await;
    for (reason, polls) in [
        (Some("org_rpm"), false),
        (None, false),
        (Some("account_write_rpm"), true),
        (Some("org_attempts_per_hour"), true),
    ] {
        let api = client_with(&sandbox, 600, RESTLESS);
        assert_eq!(sent_after(reason, &api, &sandbox).await, (polls, true), "{reason:?}");
    }
}

#[tokio::test]
async fn polls_that_hang_do_not_hold_up_a_human() {
    let sandbox = sandbox().await;
    let api = client_with(&sandbox, 60_000, PATIENT);
    sandbox.inject(Fault::on(Call::Look, FaultKind::HangBefore).until_cleared());
    let polls: Vec<_> = (0..100)
        .map(|_| {
            let (api, id) = (api.clone(), attempt(&sandbox.start_attempt("acc_1", Script::sms())));
            tokio::spawn(async move { api.look(&id, SOME).await })
        })
        .collect();
    assert!(sandbox.wait_until(|sandbox| sandbox.requests().len() == MOST_POLLS_UNDER_WAY).await);

    assert!(api.me().await.is_ok());

    sandbox.clear_faults();
    for poll in polls {
        assert!(poll.await.unwrap().is_ok());
    }
}

#[tokio::test]
async fn whatever_shows_an_attempt_makes_a_look_that_waits_unnecessary() {
    let sandbox = sandbox().await;
    let api = client_with(&sandbox, 2, PATIENT);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    assert!(api.look(&id, SOME).await.is_ok());
    let waiting = tokio::spawn({
        let (api, id) = (api.clone(), id.clone());
        async move { api.look(&id, SOME).await }
    });
    while api.looks_waiting() == 0 {
        tokio::time::sleep(BRIEF / 50).await;
    }
    assert!(api.look_now(&id).await.is_ok());
    assert_eq!(waiting.await.unwrap(), Err(Error::Busy));
    assert_eq!(api.looks_waiting(), 0);
    assert_eq!(sandbox.requests().len(), 2);
}
