//! The simulated account API: each fault, as a client sees it, and whether the request took effect.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use twofa_bridge::sandbox::account_api::{AccountApi, Call, Fault, FaultKind, Outcome, Script};

use super::{Bench, Reply};

impl Bench {
    /// Submits the right code to a new attempt, while this fault waits for it.
    async fn submit_into(&self, kind: FaultKind) -> (String, reqwest::Result<Reply>) {
        let attempt = self.api.start_attempt("acc_1", Script::sms());
        self.api.inject(Fault::on(Call::Submit, kind).for_attempt(&attempt));
        let code = self.api.expected_code(&attempt).unwrap();
        let path = format!("/v1/connect/login/{attempt}");
        let reply = self.try_call(Method::PUT, &path, Some(json!({ "code": code }))).await;
        (attempt, reply)
    }

    fn took_effect(&self, attempt: &str) -> bool {
        self.outcomes(attempt) == [Outcome::Right]
    }
}

#[tokio::test]
async fn a_refusal_comes_without_effect() {
    let bench = Bench::start().await;
    for status in [400, 401, 403, 404, 410, 412, 429, 500, 502, 503] {
        let (attempt, reply) = bench.submit_into(FaultKind::Status(status)).await;
        let reply = reply.unwrap();
        assert_eq!((reply.status, &reply.body["status"]), (status, &json!(status)));
        assert_eq!(reply.headers["content-type"], "application/problem+json");
        assert!(bench.outcomes(&attempt).is_empty());
        bench.submit_right(&attempt).await.is(200, "completed_success");
    }
}

#[tokio::test]
async fn a_page_of_a_gateway_is_no_problem_document() {
    let bench = Bench::start().await;
    let (attempt, reply) = bench.submit_into(FaultKind::GatewayPage(502)).await;
    let reply = reply.unwrap();
    assert_eq!((reply.status, reply.body), (502, Value::Null));
    assert_eq!(reply.headers["content-type"], "text/html; charset=utf-8");
    assert!(bench.outcomes(&attempt).is_empty());
}

#[tokio::test]
async fn throttling_tells_how_long_in_the_header_in_the_body_or_nowhere() {
    let bench = Bench::start().await;
    for (header, member) in [(Some(7), None), (None, Some(9)), (Some(7), Some(9)), (None, None)] {
        let kind = FaultKind::Throttled { header, member, reason: None };
        let reply = bench.submit_into(kind).await.1.unwrap();
        reply.is_problem(429, "upstream/rate-limited");
        let told = reply.headers.get("retry-after").map(|value| value.to_str().unwrap().parse().unwrap());
        assert_eq!((told, reply.body["retryAfterSec"].as_u64()), (header, member));
    }
    let kind = FaultKind::Throttled { header: None, member: None, reason: Some("org_rpm".to_owned()) };
    let reply = bench.submit_into(kind).await.1.unwrap();
    reply.is_problem(429, "quota-exceeded");
    assert_eq!(reply.body["reason"], "org_rpm");
}

#[tokio::test]
async fn a_connection_may_be_closed_before_the_effect_or_after_it() {
    let bench = Bench::start().await;
    for (kind, effect) in [(FaultKind::ResetBefore, false), (FaultKind::ResetAfter, true)] {
        // The first request opens a connection, so that a used one is closed, which clients like to retry.
        bench.get("/v1/me").await;
        let before = bench.api.requests().len();
        let (attempt, reply) = bench.submit_into(kind).await;
        let error = reply.err().unwrap();
        assert!(error.is_request() && !error.is_timeout() && !error.is_connect(), "{error:?}");
        assert_eq!(bench.took_effect(&attempt), effect);
        let requests = bench.api.requests();
        assert_eq!((requests.len(), requests[before].status), (before + 1, None));
    }
}

#[tokio::test]
async fn every_call_meets_a_closed_connection_until_faults_are_cleared() {
    let bench = Bench::start().await;
    bench.api.inject(Fault::on(Call::Any, FaultKind::ResetBefore).until_cleared());
    for path in ["/v1/me", "/v1/accounts", "/v1/me/usage", "/v1/connect/login/att_1"] {
        assert!(bench.try_call(Method::GET, path, None).await.is_err(), "{path}");
    }
    bench.api.clear_faults();
    assert_eq!(bench.get("/v1/me").await.status, 200);
}

#[tokio::test]
async fn a_request_hangs_until_it_is_released_before_the_effect_or_after_it() {
    let bench = Bench::start().await;
    for (kind, effect) in [(FaultKind::HangBefore, false), (FaultKind::HangAfter, true)] {
        let seen = bench.api.requests().len();
        let release = async {
            assert!(bench.api.wait_until(|api| api.requests().len() > seen).await);
            let attempt = bench.api.attempts().pop().unwrap().id;
            if effect {
                assert!(bench.api.wait_until(|_| bench.took_effect(&attempt)).await);
            }
            assert_eq!(bench.took_effect(&attempt), effect);
            assert_eq!(bench.api.requests().pop().unwrap().status, None);
            bench.api.release();
        };
        let ((attempt, reply), ()) = tokio::join!(bench.submit_into(kind), release);
        reply.unwrap().is(200, "completed_success");
        assert!(bench.took_effect(&attempt));
    }
}

#[tokio::test]
async fn stopping_cuts_off_what_hangs() {
    let bench = Bench::start().await;
    bench.api.inject(Fault::on(Call::Me, FaultKind::HangBefore));
    let stop = async {
        assert!(bench.api.wait_until(|api| api.requests().len() == 1).await);
        bench.api.stop().await;
    };
    let (reply, ()) = tokio::join!(bench.try_call(Method::GET, "/v1/me", None), stop);
    assert!(!reply.err().unwrap().is_timeout());
}

#[tokio::test]
async fn an_answer_may_come_late() {
    let bench = Bench::start().await;
    for kind in [FaultKind::DelayBefore { ms: 30 }, FaultKind::DelayAfter { ms: 30 }] {
        let start = Instant::now();
        bench.submit_into(kind).await.1.unwrap().is(200, "completed_success");
        assert!(start.elapsed() >= Duration::from_millis(30));
    }
}

#[tokio::test]
async fn a_body_may_be_garbled_or_empty_after_the_effect() {
    let bench = Bench::start().await;
    for kind in [FaultKind::Garbled, FaultKind::Empty] {
        let (attempt, reply) = bench.submit_into(kind).await;
        let reply = reply.unwrap();
        assert_eq!((reply.status, reply.body), (200, Value::Null));
        assert!(bench.took_effect(&attempt));
    }
}

#[tokio::test]
async fn a_body_may_break_off_after_the_effect() {
    let bench = Bench::start().await;
    let (attempt, reply) = bench.submit_into(FaultKind::Truncated).await;
    assert!(reply.is_err());
    assert!(bench.took_effect(&attempt));

    bench.api.inject(Fault::on(Call::Me, FaultKind::Truncated));
    let mut response = bench.request(Method::GET, "/v1/me").send().await.unwrap();
    let promised = response.content_length().unwrap();
    let mut received = 0;
    let error = loop {
        match response.chunk().await {
            Ok(chunk) => received += chunk.unwrap().len(),
            Err(error) => break error,
        }
    };
    assert!(!error.is_timeout(), "{error:?}");
    assert_eq!(u64::try_from(received).unwrap(), promised / 2);
}

#[tokio::test]
async fn a_body_may_be_huge() {
    let bench = Bench::start().await;
    let (attempt, reply) = bench.submit_into(FaultKind::Huge { bytes: 3_000_000 }).await;
    assert_eq!(reply.unwrap().body["padding"].as_str().unwrap().len(), 3_000_000);
    assert!(bench.took_effect(&attempt));
}

#[tokio::test]
async fn a_body_may_come_one_byte_at_a_time() {
    let bench = Bench::start().await;
    bench.api.inject(Fault::on(Call::Me, FaultKind::Trickle { ms: 1 }));
    let mut response = bench.request(Method::GET, "/v1/me").send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.chunk().await.unwrap().unwrap().len(), 1);
    let mut chunks = 1;
    while response.chunk().await.unwrap().is_some() {
        chunks += 1;
    }
    assert!(chunks > 10, "{chunks}");
    // The same connection is well again.
    assert_eq!(bench.get("/v1/me").await.status, 200);
}

#[tokio::test]
async fn an_answer_may_show_a_state_nobody_knows() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    bench.api.inject(Fault::on(Call::Look, FaultKind::UnknownState("needs_dance".to_owned())));
    bench.look(&attempt).await.is(200, "needs_dance");
    bench.look(&attempt).await.is(200, "needs_otp");
}

#[tokio::test]
async fn one_call_may_be_redirected() {
    let bench = Bench::start().await;
    let elsewhere = AccountApi::serve("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let to = format!("{}/v1/me", elsewhere.base_url());
    bench.api.inject(Fault::on(Call::Me, FaultKind::Redirect { to: to.clone(), status: 307 }));
    let reply = bench.get("/v1/me").await;
    assert_eq!((reply.status, reply.headers["location"].to_str().unwrap()), (307, to.as_str()));
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn faults_meet_only_what_they_are_for_and_as_often_as_they_should() {
    let bench = Bench::start().await;
    let bella = bench.api.start_attempt("acc_1", Script::sms());
    let carla = bench.api.start_attempt("acc_2", Script::sms());
    bench.api.inject(Fault::on(Call::Look, FaultKind::Status(503)).for_attempt(&carla).times(2));
    bench.api.inject(Fault::on(Call::Look, FaultKind::Status(500)).for_account("acc_2"));
    bench.api.inject(Fault::on(Call::Any, FaultKind::Status(502)));

    assert_eq!(bench.look(&bella).await.status, 502);
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(bench.look(&carla).await.status);
    }
    assert_eq!(statuses, [503, 503, 500, 200]);
    assert!(bench.api.faults().is_empty());
}

#[tokio::test]
async fn a_fault_may_wait_for_another_call_about_the_same_account() {
    let bench = Bench::start().await;
    let bella = bench.api.start_attempt("acc_1", Script::sms());
    let carla = bench.api.start_attempt("acc_2", Script::sms());
    let fault = Fault::on(Call::Look, FaultKind::Status(502)).after(Call::Submit).for_account("acc_1");
    bench.api.inject(fault);
    bench.look(&bella).await.is(200, "needs_otp");
    bench.submit(&carla, "000000").await;
    bench.look(&bella).await.is(200, "needs_otp");
    bench.submit(&bella, "000000").await;
    bench.look(&carla).await.is(200, "wrong_2fa_code_retry");
    assert_eq!(bench.look(&bella).await.status, 502);
    bench.look(&bella).await.is(200, "wrong_2fa_code_retry");
}
