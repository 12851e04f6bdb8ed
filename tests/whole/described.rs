//! The HTTP port and its own description, between the simulators: whatever is asked, the answer is one of those that
//! `GET /openapi.json` promises.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use twofa_bridge::sandbox::telegram::Telegram;

use super::World;
use super::python::Python;
use super::world::{GROUP, INTAKE_TOKEN};

/// How many examples the fuzzer makes up for each route.
const EXAMPLES: &str = "60";

/// What the group reads of each attempt in the end: none of them exists at the account API.
const UNKNOWN: &str = "over: the account API does not know this sign-in (404)";

/// How long the group may wait for that: Telegram lets a bot write to a group 20 times in a minute.
const PATIENCE: Duration = Duration::from_mins(1);

#[tokio::test]
async fn whatever_is_asked_of_the_port_is_answered_as_it_describes() {
    let world = World::with(&[("TWOFA_BRIDGE__HTTP__EVENT_STREAM", "true")]).await;
    world.expects_in_the_log("Refused a request to the intake that did not show the intake token");
    asks_rightly_and_wrongly(&world).await;
    if let Some(python) = Python::if_there_is_one() {
        // A stream has no end that a fuzzer could wait for: of it, only what is refused is tried.
        fuzzes(&world, &python, &["--exclude-path", "/v1/events"], Some(INTAKE_TOKEN)).await;
        fuzzes(&world, &python, &["--include-path", "/v1/events"], None).await;
    }
    is_told_of_each_attempt(&world).await;
    world.finish_whatever_is_left(UNKNOWN).await;
}

/// Asks everything that is described, in ways that nobody means well by.
async fn asks_rightly_and_wrongly(world: &World) {
    let (_, description) = world.gets("/openapi.json").await;
    let description: Value = serde_json::from_str(&description).unwrap();
    let mut names: Vec<&str> = description["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|path| path.as_object().unwrap().values())
        .map(|operation| operation["operationId"].as_str().unwrap())
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "two operations are called the same: {names:?}");
    let ids = [
        json!("att_1"),
        json!("@bella"),
        json!(""),
        json!("ä"),
        json!(7),
        json!("x".repeat(300)),
        Value::Null,
    ];
    let bodies = ids.iter().flat_map(|attempt| {
        ids.iter().map(move |account| {
            let body = json!({ "attempt_id": attempt, "account": account, "started_by": "Sam" });
            (Method::POST, "/v1/attempts", "/v1/attempts".to_owned(), body)
        })
    });
    let paths = ["att_1", "att_9", "%00", "%2e%2e", "%ff", "a%20b"]
        .map(|id| (Method::GET, "/v1/attempts/{id}", format!("/v1/attempts/{id}"), Value::Null));
    for (method, route, path, body) in bodies.chain(paths) {
        for token in [INTAKE_TOKEN, "wrong"] {
            let request = reqwest::Client::new().request(method.clone(), world.url(&path)).bearer_auth(token);
            let request = if body.is_null() { request } else { request.json(&body) };
            let answer = request.send().await.unwrap();
            let described = &description["paths"][route][method.as_str().to_lowercase()]["responses"];
            let kind = answer.headers()["content-type"].to_str().unwrap();
            let is_described = described[answer.status().as_str()]["content"].get(kind).is_some();
            assert!(is_described, "{method} {path} {body} was answered {} {kind}", answer.status());
        }
    }
}

/// Waits until the group has read the end of each attempt that was taken on, which comes a little after its beginning.
async fn is_told_of_each_attempt(world: &World) {
    let (_, metrics) = world.gets("/metrics").await;
    let watched = metrics.lines().find_map(|line| line.strip_prefix("twofa_bridge_attempts_watched_total "));
    let watched: usize = watched.unwrap().parse().unwrap();
    assert!(watched > 0, "no attempt was taken on");
    let told = |telegram: &Telegram| {
        telegram.chat(GROUP).iter().filter(|bubble| bubble.text.contains(UNKNOWN)).count()
    };
    let waited = world.telegram.wait_for(|telegram| told(telegram) >= watched, PATIENCE).await;
    assert!(waited.is_ok(), "of {watched} attempts, the end of {} is told", told(&world.telegram));
}

/// Lets Schemathesis loose on some of the routes.
async fn fuzzes(world: &World, python: &Python, routes: &[&str], token: Option<&str>) {
    let url = world.url("/openapi.json");
    let authorization = token.map(|token| format!("Authorization: Bearer {token}"));
    let mut arguments = vec!["-m", "schemathesis.cli", "run", &url, "--no-color", "--checks", "all"];
    arguments.extend(["--max-examples", EXAMPLES, "--request-timeout", "10"]);
    // How fast a machine is, is no finding; and what is found today is to be found tomorrow.
    arguments.extend(["--suppress-health-check", "all", "--generation-deterministic"]);
    arguments.extend(routes);
    arguments.extend(authorization.iter().flat_map(|it| ["--header", it.as_str()]));
    let (ended, said) = python.runs(&arguments, String::new()).await;
    assert!(ended.status.success(), "{routes:?}:\n{said}");
    // It is a success as well if there was nothing to try.
    assert!(said.contains(" generated, ") && !said.contains(" 0 generated"), "{said}");
}
