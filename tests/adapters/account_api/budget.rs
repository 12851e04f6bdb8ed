//! The budget, as far as it shows at the API: the rest is proved beside its code.

use twofa_bridge::account_api::{AccountApi, Error, Health, Submission};
use twofa_bridge::sandbox::account_api::{Call, Fault, FaultKind, Script};

use super::{PATIENT, RESTLESS, account, attempt, client_with, sandbox, switch};

#[tokio::test]
async fn nothing_is_sent_over_the_budget() {
    let sandbox = sandbox().await;
    let api = client_with(&sandbox, 2, RESTLESS);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    assert!(api.look(&id).await.is_ok());
    assert_eq!(api.look(&id).await, Err(Error::Busy), "the second call is reserved for humans");
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
    (api.look(&id).await.is_ok(), api.look_now(&id).await.is_ok())
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
    let api = client_with(&sandbox, 600, PATIENT);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    sandbox.inject(Fault::on(Call::Look, FaultKind::HangBefore).until_cleared());
    let polls: Vec<_> = (0..100)
        .map(|_| {
            let (api, id) = (api.clone(), id.clone());
            tokio::spawn(async move { api.look(&id).await })
        })
        .collect();
    let most = twofa_bridge::account_api::budget::MOST_POLLS_UNDER_WAY;
    assert!(sandbox.wait_until(|sandbox| sandbox.requests().len() == most).await);

    assert!(api.me().await.is_ok());

    sandbox.clear_faults();
    for poll in polls {
        assert!(poll.await.unwrap().is_ok());
    }
}
