//! What the port says of itself: the description is of what is served, and what is served is in it.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};
use twofa_bridge::http::{Bounds, Feed, Shared};
use twofa_bridge::switchboard::command::Response;

use super::{Bridge, TOKEN, account, answer, attempt, handover};

/// A bridge that has every route, and whose service answers like this.
async fn with_every_route(response: Response) -> Bridge {
    let shared = Shared { feed: Some(Feed::new()), ..Shared::default() };
    Bridge::sharing(shared, Some(TOKEN), Bounds::default(), Some(response)).await
}

/// The description, and its routes: methods in capitals and paths.
async fn description(bridge: &Bridge) -> (Value, BTreeSet<String>) {
    let answer = answer(bridge.request(Method::GET, "/openapi.json")).await;
    answer.is(200, &answer.body);
    let paths = answer.body["paths"].as_object().unwrap();
    let methods = |(path, item): (&String, &Value)| {
        let methods: Vec<String> = item.as_object().unwrap().keys().map(|it| it.to_uppercase()).collect();
        methods.into_iter().map(|method| format!("{method} {path}")).collect::<Vec<_>>()
    };
    let routes = paths.iter().flat_map(methods).collect();
    (answer.body, routes)
}

/// The routes that the README lists.
fn documented() -> BTreeSet<String> {
    let readme = include_str!("../../../README.md");
    let (_, section) = readme.split_once("\n| request | answer |\n").unwrap();
    let rows = section.lines().take_while(|line| line.starts_with('|')).skip(1);
    rows.map(|row| row.split('`').nth(1).unwrap().to_owned()).collect()
}

#[tokio::test]
async fn each_route_that_is_served_is_described_and_each_described_is_served() {
    let bridge = with_every_route(Response::UnknownAttempt).await;
    let (description, routes) = description(&bridge).await;
    assert_eq!(description["openapi"], "3.1.0");
    assert_eq!(routes, documented());
    for route in &routes {
        let (method, path) = route.split_once(' ').unwrap();
        // A stream has no end; whoever may not read it has one.
        let request = bridge.request(method.parse().unwrap(), &path.replace("{id}", "att_1"));
        let answer = answer(request).await;
        assert!(![404, 405].contains(&answer.status.as_u16()), "{route}: {}", answer.text);
    }
    // A route without a description would stand there in axum's own words.
    let router = include_str!("../../../src/http.rs");
    assert!(!router.contains(".route("), "a route is added past its description");
}

#[tokio::test]
async fn what_is_not_served_is_not_described() {
    let bridge = Bridge::start(None, Bounds::default(), None).await;
    let (description, routes) = description(&bridge).await;
    let routes: Vec<&str> = routes.iter().map(String::as_str).collect();
    assert_eq!(routes, ["GET /", "GET /healthz", "GET /metrics", "GET /openapi.json", "GET /readyz"]);
    assert_eq!(description["components"]["securitySchemes"], Value::Null);
}

#[tokio::test]
async fn each_answer_of_the_service_is_one_of_those_described() {
    for response in [
        Response::Watching,
        Response::AlreadyWatching,
        Response::UnknownAccount,
        Response::AmbiguousAccount(vec![account("acc_1"), account("acc_2")]),
        Response::AccountsUnavailable,
        Response::AttemptTaken,
        Response::AccountBusy(attempt("att_0")),
        Response::AccountFrozen,
        Response::TooManyAttempts,
    ] {
        let bridge = with_every_route(response.clone()).await;
        let (description, _) = description(&bridge).await;
        let answer = bridge.hand(&handover()).await;
        let described = &description["paths"]["/v1/attempts"]["post"]["responses"];
        let described = &described[answer.status.as_str()]["content"];
        let kind = answer.headers["content-type"].to_str().unwrap();
        assert!(described.get(kind).is_some(), "{response:?} became {} {kind}", answer.status);
    }
}

#[tokio::test]
async fn whoever_must_show_the_token_is_described_so() {
    let bridge = with_every_route(Response::UnknownAttempt).await;
    let (description, routes) = description(&bridge).await;
    for route in routes {
        let (method, path) = route.split_once(' ').unwrap();
        let operation = &description["paths"][path][method.to_lowercase()];
        let request = bridge.request(method.parse().unwrap(), &path.replace("{id}", "att_1"));
        let is_refused = answer(request).await.status == 401;
        let expected = if is_refused { json!([{ "intake_token": [] }]) } else { Value::Null };
        assert_eq!(operation["security"], expected, "{route}");
        assert_eq!(operation["responses"].get("401").is_some(), is_refused, "{route}");
    }
}
