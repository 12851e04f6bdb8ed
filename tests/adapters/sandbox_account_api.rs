//! The simulated account API, asked by a bare HTTP client: the life of each challenge.

mod control;
mod faults;
mod limits;
mod switches;

use std::time::Duration;

use reqwest::{Method, header::HeaderMap, redirect};
use serde_json::{Value, json};
use twofa_bridge::sandbox::account_api::{AccountApi, Call, Outcome, Script, StartedBy, Step};

/// The server, with three accounts and no `pending`, and somebody who asks it.
struct Bench {
    api: AccountApi,
    client: reqwest::Client,
}

/// An answer that was read whole.
struct Reply {
    status: u16,
    headers: HeaderMap,
    body: Value,
}

impl Bench {
    async fn start() -> Bench {
        let api = AccountApi::serve("127.0.0.1:0".parse().unwrap()).await.unwrap();
        api.populate();
        api.switch(|switches| switches.pending_ms = 0);
        let client = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(Duration::from_secs(3))
            .no_proxy()
            .build()
            .unwrap();
        Bench { api, client }
    }

    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}{path}", self.api.base_url());
        self.client.request(method, url).bearer_auth(self.api.key())
    }

    async fn try_call(&self, method: Method, path: &str, body: Option<Value>) -> reqwest::Result<Reply> {
        let mut request = self.request(method, path);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let response = request.send().await?;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let bytes = response.bytes().await?;
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Ok(Reply { status, headers, body })
    }

    async fn get(&self, path: &str) -> Reply {
        self.try_call(Method::GET, path, None).await.unwrap()
    }

    async fn look(&self, attempt: &str) -> Reply {
        self.get(&format!("/v1/connect/login/{attempt}")).await
    }

    async fn put(&self, attempt: &str, body: Value) -> Reply {
        self.try_call(Method::PUT, &format!("/v1/connect/login/{attempt}"), Some(body)).await.unwrap()
    }

    async fn submit(&self, attempt: &str, code: &str) -> Reply {
        self.put(attempt, json!({ "code": code })).await
    }

    async fn submit_right(&self, attempt: &str) -> Reply {
        let code = self.api.expected_code(attempt).unwrap();
        self.submit(attempt, &code).await
    }

    async fn send_email(&self, attempt: &str) -> Reply {
        let path = format!("/v1/connect/login/{attempt}/send-email-to-creator");
        self.try_call(Method::POST, &path, None).await.unwrap()
    }

    async fn reauthenticate(&self, account: &str) -> Reply {
        self.try_call(Method::POST, &format!("/v1/accounts/{account}/reauthenticate"), None).await.unwrap()
    }

    fn outcomes(&self, attempt: &str) -> Vec<Outcome> {
        self.api.attempt(attempt).unwrap().submissions.iter().map(|one| one.outcome).collect()
    }
}

impl Reply {
    fn state(&self) -> &str {
        self.body["state"].as_str().unwrap_or("no state")
    }

    #[track_caller]
    fn is(&self, status: u16, state: &str) {
        assert_eq!((self.status, self.state()), (status, state), "{}", self.body);
    }

    #[track_caller]
    fn is_problem(&self, status: u16, code: &str) {
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!((self.status, self.body["code"].as_str()), (status, Some(code)), "{}", self.body);
        assert_eq!(self.body["status"], status);
        assert!(self.body["title"].is_string() && self.body["type"].is_string());
    }
}

#[tokio::test]
async fn a_code_from_an_sms_completes_an_attempt() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    let asked = bench.look(&attempt).await;
    asked.is(200, "needs_otp");
    assert_eq!(asked.body["account_id"], Value::Null);
    assert_eq!(asked.body["otp_channel"], "sms");

    let done = bench.submit_right(&attempt).await;
    done.is(200, "completed_success");
    assert_eq!(done.body["account_id"], "acc_1");
    bench.look(&attempt).await.is(200, "completed_success");
    assert_eq!(bench.outcomes(&attempt), [Outcome::Right]);
}

#[tokio::test]
async fn a_reauthentication_asks_for_an_authenticator_code_unless_scripted() {
    let bench = Bench::start().await;
    bench.api.script_next("acc_1", Script::sms());
    bench.api.script_next("acc_1", Script::immediate_success());
    bench.reauthenticate("acc_1").await.is(200, "needs_otp");
    let done = bench.reauthenticate("acc_1").await;
    done.is(200, "completed_success");
    assert_eq!(done.body["account_id"], "acc_1");
    let usual = bench.reauthenticate("acc_1").await;
    usual.is(200, "needs_app_otp");
    let id = usual.body["attempt_id"].as_str().unwrap();
    bench.submit_right(id).await.is(200, "completed_success");
    assert!(bench.api.attempts().iter().all(|attempt| attempt.started_by == StartedBy::Reauthenticate));
}

#[tokio::test]
async fn an_email_holds_no_code_before_it_is_sent_and_a_new_one_each_time() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::email());
    let asked = bench.look(&attempt).await;
    asked.is(200, "needs_email");
    assert_eq!(asked.body["email_mask"], "c•••••@example.com");
    assert_eq!(bench.api.expected_code(&attempt), None);
    bench.submit(&attempt, "482915").await.is_problem(400, "email-not-sent");

    bench.send_email(&attempt).await.is(200, "needs_email");
    let first = bench.api.expected_code(&attempt).unwrap();
    bench.send_email(&attempt).await.is(200, "needs_email");
    let second = bench.api.expected_code(&attempt).unwrap();
    assert_ne!(first, second);
    bench.submit(&attempt, &first).await.is(200, "wrong_2fa_code_retry");
    bench.submit(&attempt, &second).await.is(200, "completed_success");
    assert_eq!(bench.outcomes(&attempt), [Outcome::EmailNotSent, Outcome::Wrong, Outcome::Right]);
    assert_eq!(bench.api.attempt(&attempt).unwrap().emails_sent, 2);
}

#[tokio::test]
async fn an_email_is_sent_only_where_one_is_needed() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::app());
    bench.send_email(&attempt).await.is_problem(400, "no-email-needed");
    assert_eq!(bench.api.attempt(&attempt).unwrap().emails_sent, 0);
}

#[tokio::test]
async fn a_face_check_counts_only_when_it_is_finished() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::face());
    let asked = bench.look(&attempt).await;
    asked.is(200, "needs_face_otp");
    assert!(asked.body["face_verification_url"].as_str().unwrap().starts_with("https://"));

    let report = json!({ "selfie_verification_completed": true });
    bench.put(&attempt, report.clone()).await.is(200, "needs_face_otp");
    assert!(bench.api.finish_face_check(&attempt));
    bench.look(&attempt).await.is(200, "needs_face_otp");
    bench.put(&attempt, report).await.is(200, "completed_success");
    assert_eq!(bench.outcomes(&attempt), [Outcome::FaceUnfinished, Outcome::FaceFinished]);
}

#[tokio::test]
async fn a_confirmation_on_the_phone_needs_nothing_from_the_client() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::phone());
    let asked = bench.look(&attempt).await;
    asked.is(200, "awaiting_mobile_session");
    assert!(asked.body["phone_url"].is_string());
    assert!(bench.api.confirm_on_phone(&attempt));
    assert!(!bench.api.confirm_on_phone(&attempt));
    bench.look(&attempt).await.is(200, "completed_success");
}

#[tokio::test]
async fn one_challenge_may_follow_another() {
    let bench = Bench::start().await;
    let script = Script::chain([Step::Email, Step::App, Step::Unknown("needs_palm".to_owned()), Step::Fail]);
    let attempt = bench.api.start_attempt("acc_1", script);
    bench.send_email(&attempt).await;
    bench.submit_right(&attempt).await.is(200, "needs_app_otp");
    bench.submit_right(&attempt).await.is(200, "needs_palm");
    bench.submit(&attempt, "482915").await.is_problem(400, "not-awaiting-input");
    bench.api.advance(&attempt);
    bench.look(&attempt).await.is(200, "completed_failed");
}

#[tokio::test]
async fn an_attempt_may_end_with_an_account_nobody_meant() {
    let bench = Bench::start().await;
    let attempt =
        bench.api.start_attempt("acc_1", Script::chain([Step::Sms, Step::SucceedAs("acc_2".to_owned())]));
    let done = bench.submit_right(&attempt).await;
    done.is(200, "completed_success");
    assert_eq!(done.body["account_id"], "acc_2");
}

#[tokio::test]
async fn pending_is_shown_at_least_once_and_ends_by_itself() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.pending_ms = 1);
    let attempt = bench.reauthenticate("acc_1").await.body["attempt_id"].as_str().unwrap().to_owned();
    bench.look(&attempt).await.is(200, "pending");
    let asks = |api: &AccountApi| api.attempt(&attempt).is_some_and(|one| one.state == "needs_app_otp");
    assert!(bench.api.wait_until(asks).await);
    assert_eq!(bench.api.attempt(&attempt).unwrap().looks, 1);

    let failing = bench.api.start_attempt("acc_2", Script::fails());
    bench.look(&failing).await.is(200, "pending");
    let failed = |api: &AccountApi| api.attempt(&failing).is_some_and(|one| one.state == "completed_failed");
    assert!(bench.api.wait_until(failed).await);
}

#[tokio::test]
async fn a_right_code_may_lead_through_pending() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.pending_after_code_ms = 1);
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    bench.submit_right(&attempt).await.is(200, "pending");
    bench.look(&attempt).await.is(200, "pending");
    let done = |api: &AccountApi| api.attempt(&attempt).is_some_and(|one| one.state == "completed_success");
    assert!(bench.api.wait_until(done).await);
}

#[tokio::test]
async fn bodies_that_are_neither_a_code_nor_a_report_are_refused_and_change_nothing() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    let bodies = [
        json!({}),
        json!([]),
        json!({ "code": 482_915 }),
        json!({ "code": "" }),
        json!({ "code": "12345678901234567" }),
        json!({ "code": "482915", "selfie_verification_completed": true }),
        json!({ "selfie_verification_completed": false }),
        json!({ "selfie_verification_completed": "true" }),
    ];
    for body in &bodies {
        bench.put(&attempt, body.clone()).await.is_problem(400, "invalid-request");
    }
    bench
        .put(&attempt, json!({ "selfie_verification_completed": true }))
        .await
        .is_problem(400, "not-awaiting-input");
    bench.look(&attempt).await.is(200, "needs_otp");
    assert_eq!(bench.api.attempt(&attempt).unwrap().wrong_codes, 0);
    assert_eq!(bench.outcomes(&attempt).len(), bodies.len() + 1);
}

#[tokio::test]
async fn any_state_can_be_shown() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    for state in
        ["needs_app_otp", "wrong_2fa_code_retry", "needs_dance", "pending", "completed_failed", "needs_otp"]
    {
        assert!(bench.api.set_state(&attempt, state));
        bench.look(&attempt).await.is(200, state);
    }
    bench.submit_right(&attempt).await.is(200, "completed_success");
    assert!(!bench.api.set_state("att_99", "pending"));
}

#[tokio::test]
async fn accounts_without_credentials_or_unknown_ones_cannot_be_reauthenticated() {
    let bench = Bench::start().await;
    bench.reauthenticate("acc_3").await.is_problem(412, "no-stored-credentials");
    bench.reauthenticate("acc_9").await.is_problem(404, "not-found");
    bench.look("att_9").await.is_problem(404, "not-found");
    bench.get("/v1/nothing").await.is_problem(404, "not-found");
    bench.api.set_stored_credentials("acc_3", true);
    bench.reauthenticate("acc_3").await.is(200, "needs_app_otp");
    bench.api.remove_account("acc_3");
    bench.reauthenticate("acc_3").await.is_problem(404, "not-found");
}

#[tokio::test]
async fn a_disconnected_account_or_attempt_is_gone() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    bench.api.set_disconnected("acc_1", true);
    bench.look(&attempt).await.is_problem(410, "account-disconnected");
    bench.reauthenticate("acc_1").await.is_problem(410, "account-disconnected");
    bench.api.set_disconnected("acc_1", false);
    bench.look(&attempt).await.is(200, "needs_otp");
    bench.api.disconnect_attempt(&attempt);
    bench.submit(&attempt, "482915").await.is_problem(410, "account-disconnected");
}

#[tokio::test]
async fn only_the_current_key_is_accepted() {
    let bench = Bench::start().await;
    let url = format!("{}/v1/me", bench.api.base_url());
    let none = bench.client.get(&url).send().await.unwrap();
    let old_key = bench.api.key();
    bench.api.set_key("sandbox-key-2");
    let old = bench.client.get(&url).bearer_auth(old_key).send().await.unwrap();
    let new = bench.get("/v1/me").await;
    assert_eq!((none.status().as_u16(), old.status().as_u16(), new.status), (401, 401, 200));
    let seen: Vec<_> = bench
        .api
        .requests()
        .iter()
        .map(|one| (one.call, one.carried_key, one.authorised, one.status))
        .collect();
    let expected = [
        (Call::Me, false, false, Some(401)),
        (Call::Me, true, false, Some(401)),
        (Call::Me, true, true, Some(200)),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn codes_are_not_shown_by_debug() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    bench.submit(&attempt, "482915").await;
    let view = bench.api.attempt(&attempt).unwrap();
    assert_eq!(view.submissions[0].code(), Some("482915"));
    let shown = format!("{view:?} {:?}", bench.api.requests());
    assert!(!shown.contains("482915"), "{shown}");
}

#[tokio::test]
async fn a_stopped_server_refuses_connections() {
    let bench = Bench::start().await;
    bench.look("att_1").await;
    bench.api.stop().await;
    let error = bench.try_call(Method::GET, "/v1/me", None).await.err().unwrap();
    assert!(error.is_connect(), "{error:?}");
}

#[tokio::test]
async fn a_session_that_has_ended_is_gone_until_a_later_attempt_succeeds() {
    let bench = Bench::start().await;
    let account = || bench.get("/v1/accounts/acc_1");
    let reply = account().await;
    assert_eq!(
        (reply.status, &reply.body["id"], &reply.body["username"]),
        (200, &json!("acc_1"), &json!("bella"))
    );
    bench.get("/v1/accounts/acc_9").await.is_problem(404, "not-found");
    let before = bench.api.start_attempt("acc_1", Script::sms());
    bench.api.end_session("acc_1");
    account().await.is_problem(410, "account-disconnected");
    bench.submit_right(&before).await.is(200, "completed_success");
    account().await.is_problem(410, "account-disconnected");
    assert_eq!(bench.get("/v1/accounts/acc_2").await.status, 200, "others are as they were");
    let attempt = bench.reauthenticate("acc_1").await.body["attempt_id"].as_str().unwrap().to_owned();
    account().await.is_problem(410, "account-disconnected");
    bench.submit_right(&attempt).await.is(200, "completed_success");
    assert_eq!(account().await.status, 200);
}
