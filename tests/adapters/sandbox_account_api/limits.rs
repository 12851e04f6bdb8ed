//! The simulated account API: how often it may be called.

use serde_json::json;
use twofa_bridge::sandbox::account_api::{AccountApi, Limits, Script};

use super::Bench;

#[tokio::test]
async fn without_limits_usage_tells_the_usual_ones_and_what_was_used() {
    let bench = Bench::start().await;
    for _ in 0..8 {
        bench.get("/v1/me").await;
    }
    let limits = bench.get("/v1/me/usage").await.body["rateLimits"].clone();
    assert_eq!((&limits["org"]["limit"], &limits["org"]["remaining"]), (&json!(600), &json!(591)));
    assert!(limits["org"]["reset"].as_u64().unwrap() > 1_700_000_000);
    let defaults = &limits["accountDefaults"];
    assert_eq!((&defaults["readPerMinute"], &defaults["writePerMinute"]), (&json!(60), &json!(20)));
}

#[tokio::test]
async fn the_organisation_has_a_limit_for_a_sliding_window() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.limits = Limits { org: Some(2), ..Limits::default() });
    bench.get("/v1/me").await;
    let usage = bench.get("/v1/me/usage").await.body;
    assert_eq!(usage["rateLimits"]["org"]["remaining"], 0);
    let refused = bench.get("/v1/me").await;
    refused.is_problem(429, "quota-exceeded");
    assert_eq!(refused.body["reason"], "org_rpm");
    assert_eq!(refused.headers["retry-after"], "60");
    assert_eq!(refused.body["retryAfterSec"], 60);

    bench.api.switch(|switches| switches.limits.window_ms = 1);
    let mut left = 1000;
    while bench.get("/v1/me").await.status == 429 {
        left -= 1;
        assert!(left > 0, "the window never slid");
    }
}

#[tokio::test]
async fn each_account_has_its_own_limits_for_reads_and_writes() {
    let bench = Bench::start().await;
    let bella = bench.api.start_attempt("acc_1", Script::sms());
    let carla = bench.api.start_attempt("acc_2", Script::sms());
    bench.api.switch(|switches| {
        switches.limits = Limits { account_reads: Some(1), account_writes: Some(1), ..Limits::default() };
    });
    bench.look(&bella).await.is(200, "needs_otp");
    assert_eq!(bench.look(&bella).await.body["reason"], "account_read_rpm");
    bench.look(&carla).await.is(200, "needs_otp");

    bench.submit(&bella, "000000").await.is(200, "wrong_2fa_code_retry");
    let refused = bench.submit_right(&bella).await;
    refused.is_problem(429, "quota-exceeded");
    assert_eq!(refused.body["reason"], "account_write_rpm");
    assert_eq!(bench.outcomes(&bella).len(), 1);
    bench.submit_right(&carla).await.is(200, "completed_success");
}

#[tokio::test]
async fn the_organisation_may_start_so_many_attempts_in_an_hour() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.limits.attempts_per_hour = Some(1));
    bench.reauthenticate("acc_1").await.is(200, "needs_app_otp");
    let refused = bench.reauthenticate("acc_2").await;
    refused.is_problem(429, "quota-exceeded");
    assert_eq!(refused.body["reason"], "org_attempts_per_hour");
    assert_eq!(refused.headers["retry-after"], "3600");
    assert_eq!(bench.api.attempts().len(), 1);
}

#[tokio::test]
async fn a_limit_of_nothing_refuses_everything() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.limits.org = Some(0));
    assert_eq!(bench.get("/v1/me").await.status, 429);
    assert!(AccountApi::requests(&bench.api).iter().all(|request| request.status == Some(429)));
}
