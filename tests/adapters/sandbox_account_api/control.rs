//! The simulated account API: the same hand behind the scene, over HTTP.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Bench, Reply};

impl Bench {
    async fn post(&self, path: &str, body: Value) -> Reply {
        self.try_call(Method::POST, path, Some(body)).await.unwrap()
    }
}

#[tokio::test]
async fn the_front_page_tells_how_to_use_it() {
    let bench = Bench::start().await;
    let page = bench.client.get(bench.api.base_url()).send().await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/plain; charset=utf-8");
    let page = page.text().await.unwrap();
    assert!(page.contains(&format!("curl {}/v1/", bench.api.base_url())) && page.contains(&bench.api.key()));
    assert!(!page.contains("{base}") && !page.contains("{key}"));
}

#[tokio::test]
async fn an_attempt_can_be_played_over_http_alone() {
    let bench = Bench::start().await;
    let added = bench.post("/sandbox/accounts", json!({ "id": "acc_7", "handle": "gina" })).await;
    assert_eq!((added.status, &added.body["stored_credentials"]), (201, &json!(true)));

    let steps = json!(["sms", "face", "phone", "state:needs_palm", "succeed"]);
    let started = bench.post("/sandbox/attempts", json!({ "account": "acc_7", "steps": steps })).await;
    started.is(201, "needs_otp");
    let attempt = started.body["attempt_id"].as_str().unwrap();
    let path = format!("/sandbox/attempts/{attempt}");
    let code = bench.get(&path).await.body["expected_code"].as_str().unwrap().to_owned();

    bench.submit(attempt, &code).await.is(200, "needs_face_otp");
    bench.post(&format!("{path}/finish-face"), Value::Null).await.is(200, "needs_face_otp");
    bench
        .put(attempt, json!({ "selfie_verification_completed": true }))
        .await
        .is(200, "awaiting_mobile_session");
    bench.post(&format!("{path}/confirm-phone"), Value::Null).await.is(200, "needs_palm");
    bench.post(&format!("{path}/confirm-phone"), Value::Null).await.is_problem(400, "invalid-request");
    bench.post(&format!("{path}/advance"), Value::Null).await.is(200, "completed_success");
    assert!(bench.api.requests().iter().all(|request| request.path.starts_with("/v1/")));
}

#[tokio::test]
async fn an_attempt_can_be_aged_over_http() {
    let bench = Bench::start().await;
    let started = bench.post("/sandbox/attempts", json!({ "account": "acc_1" })).await;
    started.is(201, "needs_app_otp");
    let attempt = started.body["attempt_id"].as_str().unwrap();
    bench.post(&format!("/sandbox/attempts/{attempt}/expire"), Value::Null).await;
    bench.look(attempt).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn faults_and_switches_can_be_set_over_http() {
    let bench = Bench::start().await;
    let fault = json!({ "call": "me", "kind": { "status": 503 }, "times": 1 });
    assert_eq!(bench.post("/sandbox/faults", fault).await.status, 204);
    assert_eq!(bench.get("/v1/me").await.status, 503);
    assert_eq!(bench.get("/v1/me").await.status, 200);

    let fault = json!({ "call": "any", "kind": "reset_before", "times": null });
    bench.post("/sandbox/faults", fault).await;
    assert!(bench.try_call(Method::GET, "/v1/me", None).await.is_err());
    bench.try_call(Method::DELETE, "/sandbox/faults", None).await.unwrap();
    assert_eq!(bench.get("/v1/me").await.status, 200);

    let switches = json!({ "wrong_code": "problem_only", "limits": { "org": 5 } });
    let put = bench.try_call(Method::PUT, "/sandbox/switches", Some(switches)).await.unwrap();
    assert_eq!((put.status, &put.body["limits"]["org"]), (200, &json!(5)));
    assert_eq!(put.body, bench.get("/sandbox/switches").await.body);
}

#[tokio::test]
async fn mistakes_are_named() {
    let bench = Bench::start().await;
    for (path, body, named) in [
        ("/sandbox/accounts", json!({ "id": "acc_7" }), "handle"),
        ("/sandbox/attempts", json!({ "account": "acc_1", "steps": ["smsm"] }), "smsm"),
        ("/sandbox/attempts", json!({ "account": "acc_9" }), "account"),
        ("/sandbox/faults", json!({ "call": "submit", "kind": "meteor" }), "meteor"),
    ] {
        let refused = bench.post(path, body).await;
        refused.is_problem(400, "invalid-request");
        assert!(refused.body["detail"].as_str().unwrap().contains(named), "{}", refused.body);
    }
    assert_eq!(bench.get("/sandbox/attempts/att_9").await.status, 404);
    assert_eq!(bench.get("/sandbox/nothing").await.status, 404);
}
