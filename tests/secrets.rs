//! Nothing that the process leaves or answers holds a secret, in any spelling, whatever has gone wrong; nor do its
//! panics tell one, nor is its memory open to others.
//!
//! Each test of the whole program looks for its own secrets when it ends; here are all of them at once, under every
//! fault of both neighbours, with every end that a process can come to.

mod memory;
mod panics;
mod printing;
mod traces;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::HeaderMap;
use tokio::task::JoinHandle;
use twofa_bridge::sandbox::account_api::{Call, Fault, FaultKind};
use twofa_bridge::sandbox::telegram::{ButtonKind, Fault as Trouble, What};

use crate::crash::town::{API_KEY, INTAKE_TOKEN, Town};
use traces::Secrets;

const WRONG_TOKEN: &str = "7000000009:BBwrongWrongWrongWrongWrongWrongWron";
const WRONG_KEY: &str = "another-key-that-nobody-may-see-0123456789";
const WEBHOOK_KEY: &str = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const WEBHOOK_WORD: &str = "a-word-in-the-address-of-the-webhook";

/// What the agency's own system was told, with the headers.
type Told = Arc<Mutex<Vec<String>>>;

/// Every fault of the account API that ends by itself, at every call that carries or brings a secret.
fn faults_of_the_api() -> Vec<Fault> {
    let kinds = [
        FaultKind::ResetBefore,
        FaultKind::ResetAfter,
        FaultKind::Status(400),
        FaultKind::Status(403),
        FaultKind::Status(500),
        FaultKind::Throttled { header: Some(1), member: None, reason: Some("org_rpm".to_owned()) },
        FaultKind::Redirect { to: "http://127.0.0.1:9/elsewhere".to_owned(), status: 307 },
        FaultKind::GatewayPage(502),
        FaultKind::Garbled,
        FaultKind::Truncated,
        FaultKind::Empty,
        FaultKind::Huge { bytes: 3_000_000 },
        FaultKind::Trickle { ms: 1 },
        FaultKind::UnknownState("a_state_of_the_future".to_owned()),
    ];
    let calls = [Call::Look, Call::Submit, Call::SendEmail, Call::Reauthenticate];
    let fault = |kind: &FaultKind| calls.map(|call| Fault::on(call, kind.clone()));
    kinds.iter().flat_map(fault).collect()
}

/// The same of Telegram.
fn troubles_of_telegram() -> Vec<Trouble> {
    vec![
        Trouble::TooManyRequests { retry_after: 1 },
        Trouble::ServerError,
        Trouble::BadGateway,
        Trouble::Refused { status: 400, description: "Bad Request: chat not found".to_owned() },
        Trouble::CutBefore,
        Trouble::CutAfter,
        Trouble::Garbled,
    ]
}

#[tokio::test]
async fn whatever_goes_wrong_nothing_of_a_secret_is_left_anywhere() {
    let mut town = Town::new(11).await;
    town.keeps_what_is_printed = true;
    let mut answers = Vec::new();
    let told = agency_listens(&town).await;
    town.starts().await;
    let followed = [follow_events(&town)];
    town.begin_sign_ins(24, 0);
    town.lives_for(Duration::from_secs(3)).await;
    for fault in faults_of_the_api() {
        town.api.inject(fault);
    }
    for trouble in troubles_of_telegram() {
        for method in ["sendMessage", "editMessageText", "deleteMessage", "getUpdates"] {
            town.telegram.trouble(trouble.clone().once().on(method));
        }
    }
    town.begin_sign_ins(24, 1);
    town.lives_for(Duration::from_secs(4)).await;
    town.api.set_key("a-key-that-was-rotated-without-a-word");
    town.lives_for(Duration::from_secs(1)).await;
    answers.extend(everything_it_answers(&town).await);
    town.api.set_key(API_KEY);
    let invited = town.runs(&["invite", "@creator1"], &[]).await;
    let backed_up = town.runs(&["backup", "a-backup"], &[]).await;
    let mut commands = vec![backed_up];
    for arguments in [&["check"][..], &["audit"], &["audit", "--json"]] {
        commands.push(town.runs(arguments, &[]).await);
    }
    town.is_killed().await;
    town.starts().await;
    let followed = followed.into_iter().chain([follow_events(&town)]);
    town.lives_for(Duration::from_secs(2)).await;
    answers.extend(everything_it_answers(&town).await);
    town.stops().await;
    for events in followed {
        let events = events.await.unwrap();
        assert!(events.contains("attempt."), "events were followed: {events}");
        answers.push(events);
    }
    let told = told.lock().unwrap().clone();
    assert!(told.len() > 20, "the agency's system was told: {}", told.len());

    let mut secrets = secrets(&town);
    assert_eq!(invited.code, Some(0), "{}", invited.stderr);
    for command in &commands {
        assert_eq!(command.code, Some(0), "{}{}", command.stdout, command.stderr);
    }
    let word =
        invited.stdout.split_once("?start=").expect("there is a link").1.split_whitespace().next().unwrap();
    secrets.keep("an invitation's word", word);
    let mut ends = bad_ends(&town).await;
    ends.push(invited.stderr);
    let printed = commands.into_iter().flat_map(|command| [command.stdout, command.stderr]).collect();

    assert!(town.codes().len() > 20, "codes were sent: {}", town.codes().len());
    let mut found = secrets.in_text("the log", town.printed());
    for (place, texts) in
        [("an answer", answers), ("a bad end", ends), ("a command", printed), ("a webhook", told)]
    {
        found.extend(texts.iter().flat_map(|text| secrets.in_text(place, text)));
    }
    found.extend(secrets.in_files(town.home(), &["config.toml", "store.key"]));
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The agency's own system is told of everything from here on, and may follow the events.
async fn agency_listens(town: &Town) -> Told {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let told = Told::default();
    let hears = Arc::clone(&told);
    let hook = move |headers: HeaderMap, body: String| async move {
        hears.lock().unwrap().push(format!("{headers:?} {body}"));
    };
    let router = axum::Router::new().route("/hook", axum::routing::post(hook));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let path = town.home().join("config.toml");
    let config = std::fs::read_to_string(&path).unwrap();
    let config = config.replace("[http]", "[http]\nevent_stream = true");
    let url = format!("http://{address}/hook?word={WEBHOOK_WORD}");
    let webhook = format!("[[webhooks]]\nurl = \"{url}\"\nsecret = \"whsec_{WEBHOOK_KEY}\"\n");
    std::fs::write(&path, format!("{config}\n{webhook}")).unwrap();
    told
}

/// Reads the events until the bridge ends.
fn follow_events(town: &Town) -> JoinHandle<String> {
    let url = town.url("/v1/events");
    tokio::spawn(async move {
        let request = reqwest::Client::new().get(url).bearer_auth(INTAKE_TOKEN);
        let mut answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let mut events = format!("{:?} ", answer.headers());
        while let Ok(Some(part)) = answer.chunk().await {
            events.push_str(std::str::from_utf8(&part).unwrap());
        }
        events
    })
}

/// What must not show.
fn secrets(town: &Town) -> Secrets {
    let mut secrets = Secrets::default();
    secrets.keep("the bot's token", town.telegram.token());
    secrets.keep("the token's secret half", town.telegram.token().split_once(':').unwrap().1);
    secrets.keep("the API key", API_KEY);
    secrets.keep("the intake token", INTAKE_TOKEN);
    secrets.keep("a wrong token", WRONG_TOKEN);
    secrets.keep("a wrong key", WRONG_KEY);
    secrets.keep("the webhook's key", WEBHOOK_KEY);
    secrets.keep("the webhook's address", WEBHOOK_WORD);
    for code in town.codes() {
        secrets.keep("a code", &code);
    }
    let mut links = 0;
    for happening in town.telegram.history() {
        if let What::Sent(bubble) | What::Edited(bubble) = happening.what {
            for button in bubble.all_buttons() {
                if let ButtonKind::Url(url) = &button.kind {
                    secrets.keep("a link", url);
                    links += 1;
                }
            }
        }
    }
    assert!(links > 0, "links were shown");
    secrets
}

/// Whatever it says over HTTP, right and wrong, to those who may and to those who may not.
async fn everything_it_answers(town: &Town) -> Vec<String> {
    let mut answers = Vec::new();
    for path in [
        "/",
        "/metrics",
        "/readyz",
        "/healthz",
        "/v1/attempts/att_1",
        "/v1/attempts/none",
        "/nothing",
        "/openapi.json",
    ] {
        for token in [INTAKE_TOKEN, WRONG_KEY] {
            answers.push(town.asks(|client, at| client.get(format!("{at}{path}")).bearer_auth(token)).await);
        }
    }
    for body in [
        "",
        "{",
        "[]",
        r#"{"attempt_id":"att_1","account":"@nobody","started_by":"me"}"#,
        r#"{"attempt_id":7}"#,
    ] {
        let post = |client: &reqwest::Client, at: &str| {
            let request = client.post(format!("{at}/v1/attempts")).bearer_auth(INTAKE_TOKEN);
            request.header("content-type", "application/json").body(body)
        };
        answers.push(town.asks(post).await);
    }
    answers
}

/// What it prints when it cannot start, or must not go on.
async fn bad_ends(town: &Town) -> Vec<String> {
    std::fs::write(town.home().join("a-file"), "no directory").unwrap();
    let token = town.telegram.token().to_owned();
    let mut printed = Vec::new();
    for (arguments, environment) in [
        (["run"], [("TWOFA_BRIDGE__TELEGRAM__TOKEN", WRONG_TOKEN)]),
        (["check"], [("TWOFA_BRIDGE__TELEGRAM__TOKEN", WRONG_TOKEN)]),
        (["check"], [("TWOFA_BRIDGE__ACCOUNT_API__KEY", WRONG_KEY)]),
        (["run"], [("TWOFA_BRIDGE__STORE__PATH", "a-file")]),
        // Pasted where it does not belong.
        (["run"], [("TWOFA_BRIDGE__TELEGRAM__API_URL", token.as_str())]),
        (["run"], [("TWOFA_BRIDGE__TELEGRAM__TOKEN_FILE", token.as_str())]),
        (["run"], [("TWOFA_BRIDGE__HTTP__LISTEN", token.as_str())]),
        (["run"], [("TWOFA_BRIDGE__AGENCY__MANAGERS", token.as_str())]),
        (["run"], [("TWOFA_BRIDGE__ACCOUNT_API__BASE_URL", API_KEY)]),
    ] {
        let ended = town.runs(&arguments, &environment).await;
        assert!(
            ended.code.is_some_and(|code| code != 0),
            "{environment:?} is no reason to go on: {}",
            ended.stderr
        );
        printed.push(format!("{arguments:?} {:?}: {}{}", environment[0].0, ended.stdout, ended.stderr));
    }
    printed
}
