//! Answers that say no, cannot be read, come late or never come.

use std::net::Ipv4Addr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use twofa_bridge::account_api::{AccountApi, Error, Health, MOST_ANSWER, SetupError, Submission, Timeouts};
use twofa_bridge::model::AttemptState;
use twofa_bridge::sandbox::account_api::{AccountApi as SimulatedApi, Call, Fault, FaultKind, Script};

use super::{
    BRIEF, HASTY, PATIENT, SOME, account, answered, attempt, client, client_with, code, sandbox, switch,
};

/// A problem with the waiting time in a 429: header `Retry-After`, header `Date`, body.
async fn throttled(retry_after: Option<&str>, date: Option<&str>, body: &str) -> Option<Duration> {
    let headers = [("retry-after", retry_after), ("date", date)];
    let headers: Vec<_> = headers.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    match answered(429, &headers, body).await.look_now(&attempt("att_1")).await {
        Err(Error::Throttled { retry_after }) => retry_after,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn each_refusal_says_what_can_be_done() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    for (status, error, health) in [
        (400, Error::Declined { status: 400 }, Health::Answering),
        (401, Error::Refused { missing_scope: None }, Health::Refusing),
        (403, Error::Refused { missing_scope: Some("accounts:read".into()) }, Health::Refusing),
        (404, Error::NotFound, Health::Answering),
        (409, Error::Declined { status: 409 }, Health::Answering),
        (410, Error::Gone, Health::Answering),
        (412, Error::NoCredentials, Health::Answering),
        (422, Error::Declined { status: 422 }, Health::Answering),
        (500, Error::Lost { status: Some(500) }, Health::Unreachable),
        (502, Error::Lost { status: Some(502) }, Health::Unreachable),
        (503, Error::Lost { status: Some(503) }, Health::Unreachable),
        (504, Error::Lost { status: Some(504) }, Health::Unreachable),
        (302, Error::Lost { status: Some(302) }, Health::Unreachable),
        (408, Error::Lost { status: Some(408) }, Health::Unreachable),
        (429, Error::Throttled { retry_after: None }, Health::Answering),
    ] {
        sandbox.inject(Fault::on(Call::Look, FaultKind::Status(status)));
        assert_eq!(api.look_now(&id).await, Err(error));
        assert_eq!(api.health(), health, "after a {status}");
        sandbox.inject(Fault::on(Call::Submit, FaultKind::GatewayPage(status)));
        let submitted = api.submit(&id, Submission::FaceDone).await;
        assert!(submitted.is_err(), "a page of a gateway with a {status}");
    }
    assert!(api.look_now(&id).await.is_ok());
    assert_eq!(api.health(), Health::Answering);
}

#[tokio::test]
async fn an_attempt_or_an_account_that_is_over_is_told_as_such() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    assert_eq!(api.look(&attempt("att_99"), SOME).await, Err(Error::NotFound));
    sandbox.disconnect_attempt(id.as_str());
    assert_eq!(api.look(&id, SOME).await, Err(Error::Gone));
    assert_eq!(api.submit(&id, Submission::Code(&code("123456"))).await, Err(Error::Gone));
}

#[tokio::test]
async fn a_key_that_is_wrong_or_may_too_little_is_refused_and_the_scope_is_named() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    assert_eq!(api.health(), Health::Unknown);
    sandbox.set_switches(sandbox.switches().without_scope("accounts:write"));
    let refused = api.reauthenticate(&account("acc_1")).await;
    assert_eq!(refused, Err(Error::Refused { missing_scope: Some("accounts:write".into()) }));
    assert_eq!(api.health(), Health::Refusing);

    sandbox.set_key("another");
    assert_eq!(api.me().await, Err(Error::Refused { missing_scope: None }));
}

#[tokio::test]
async fn nothing_is_sent_where_no_connection_can_be_made() {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let closed = listener.local_addr().unwrap();
    drop(listener);
    let api = AccountApi::new(format!("http://{closed}").parse().unwrap(), &"key".into(), 600).unwrap();
    assert_eq!(api.look(&attempt("att_1"), SOME).await, Err(Error::Unreachable));
    assert_eq!(api.health(), Health::Unreachable);

    let sandbox = sandbox().await;
    let tls_to_a_plain_port = sandbox.base_url().replace("http:", "https:").parse().unwrap();
    let api = AccountApi::new(tls_to_a_plain_port, &sandbox.key().into(), 600).unwrap();
    assert_eq!(api.reauthenticate(&account("acc_1")).await, Err(Error::Unreachable));
    assert_eq!(sandbox.requests(), []);
}

#[tokio::test]
async fn nothing_is_sent_to_a_host_that_does_not_answer_at_all() {
    // Connections beyond the queue of a listener that accepts none are not answered, as by a host that is down.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queue = Vec::new();
    while let Ok(connected) = timeout(BRIEF, TcpStream::connect(address)).await {
        queue.push(connected.unwrap());
    }
    let timeouts = Timeouts { connect: BRIEF, ..PATIENT };
    let url = format!("http://{address}").parse().unwrap();
    let api = AccountApi::with_timeouts(url, &"key".into(), 600, timeouts).unwrap();
    assert_eq!(api.reauthenticate(&account("acc_1")).await, Err(Error::Unreachable));
}

#[tokio::test]
async fn a_silent_api_may_have_taken_the_code_and_a_look_tells() {
    let sandbox = sandbox().await;
    let api = client_with(&sandbox, 600, HASTY);
    for (kind, taken) in [
        (FaultKind::HangBefore, false),
        (FaultKind::ResetBefore, false),
        (FaultKind::HangAfter, true),
        (FaultKind::ResetAfter, true),
    ] {
        let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
        let right = code(&sandbox.expected_code(id.as_str()).unwrap());
        sandbox.inject(Fault::on(Call::Submit, kind.clone()));

        assert_eq!(
            api.submit(&id, Submission::Code(&right)).await,
            Err(Error::Lost { status: None }),
            "{kind:?}"
        );
        assert_eq!(api.health(), Health::Unreachable);

        let submissions = |sandbox: &SimulatedApi| sandbox.attempt(id.as_str()).unwrap().submissions.len();
        assert!(sandbox.wait_until(|sandbox| submissions(sandbox) == usize::from(taken)).await, "{kind:?}");
        let state = client(&sandbox).look_now(&id).await.unwrap().state;
        let expected = if taken { AttemptState::CompletedSuccess } else { AttemptState::NeedsOtp };
        assert_eq!(state, expected, "{kind:?}");
    }
}

#[tokio::test]
async fn a_request_is_never_sent_twice() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    // The first look leaves an open connection behind, on which the next request goes out.
    assert!(api.look(&id, SOME).await.is_ok());
    for kind in [FaultKind::ResetBefore, FaultKind::ResetAfter, FaultKind::Truncated, FaultKind::Status(503)]
    {
        let before = sandbox.requests().len();
        sandbox.inject(Fault::on(Call::Reauthenticate, kind.clone()));
        assert!(matches!(api.reauthenticate(&account("acc_1")).await, Err(Error::Lost { .. })), "{kind:?}");
        assert_eq!(sandbox.requests().len(), before + 1, "{kind:?}");
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_or_does_not_end_is_lost() {
    let sandbox = sandbox().await;
    let (patient, hasty) = (client(&sandbox), client_with(&sandbox, 600, HASTY));
    let id = attempt(&sandbox.start_attempt("acc_1", Script::email()));
    for (kind, api) in [(FaultKind::Truncated, patient), (FaultKind::Trickle { ms: 10 }, hasty)] {
        sandbox.inject(Fault::on(Call::Look, kind.clone()));
        assert_eq!(api.look(&id, SOME).await, Err(Error::Lost { status: Some(200) }), "{kind:?}");
        // The status has said enough for an email.
        sandbox.inject(Fault::on(Call::SendEmail, kind.clone()));
        assert_eq!(api.send_email(&id).await, Ok(None), "{kind:?}");
    }
    assert_eq!(sandbox.attempt(id.as_str()).unwrap().emails_sent, 2);
}

#[tokio::test]
async fn an_answer_that_is_no_attempt_is_malformed() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    for kind in [FaultKind::Garbled, FaultKind::Empty, FaultKind::GatewayPage(200)] {
        sandbox.inject(Fault::on(Call::Look, kind.clone()));
        assert_eq!(api.look(&id, SOME).await, Err(Error::Malformed), "{kind:?}");
        assert_eq!(api.health(), Health::Unreachable);
    }
}

#[tokio::test]
async fn a_long_answer_is_read_and_one_that_is_too_long_is_not() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    sandbox.inject(Fault::on(Call::Look, FaultKind::Huge { bytes: MOST_ANSWER - 2_000 }));
    assert!(api.look(&id, SOME).await.is_ok());
    sandbox.inject(Fault::on(Call::Look, FaultKind::Huge { bytes: MOST_ANSWER }));
    assert_eq!(api.look(&id, SOME).await, Err(Error::Malformed));
    // A refusal is a refusal, however much is said about it.
    let lengthy = answered(404, &[], &"x".repeat(MOST_ANSWER + 1)).await;
    assert_eq!(lengthy.look(&id, SOME).await, Err(Error::NotFound));
}

#[tokio::test]
async fn the_waiting_time_is_read_from_the_header_or_from_the_body() {
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!(throttled(None, None, "").await, None);
    assert_eq!(throttled(Some("7"), None, "<html>").await, seconds(7));
    assert_eq!(throttled(None, None, r#"{"retryAfterSec": 8}"#).await, seconds(8));
    assert_eq!(throttled(Some("7"), None, r#"{"retryAfterSec": 8.0}"#).await, seconds(8));
    assert_eq!(throttled(Some("9"), None, r#"{"retryAfterSec": "8"}"#).await, seconds(9));
    assert_eq!(throttled(Some("soon"), None, r#"{"retryAfterSec": -8}"#).await, None);
    assert_eq!(throttled(Some("999999999"), None, r#"{"retryAfterSec": 1e300}"#).await, seconds(3_600));
}

#[tokio::test]
async fn a_date_to_wait_for_is_compared_with_the_date_of_the_answer() {
    let asked = Some("Sun, 06 Nov 1994 08:49:37 GMT");
    let wait = throttled(Some("Sun, 06 Nov 1994 08:50:07 GMT"), asked, "").await;
    assert_eq!(wait, Some(Duration::from_secs(30)));
    assert_eq!(throttled(Some("Sun, 06 Nov 1994 08:49:07 GMT"), asked, "").await, None);
    assert_eq!(throttled(Some("Sun, 06 Nov 1994 08:50:07 GMT"), Some("today"), "").await, None);
}

#[tokio::test]
async fn a_used_up_limit_of_one_account_is_told_with_its_waiting_time() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    switch(&sandbox, |switches| switches.limits.attempts_per_hour = Some(1));
    assert!(api.reauthenticate(&account("acc_1")).await.is_ok());
    let Err(Error::Throttled { retry_after: Some(wait) }) = api.reauthenticate(&account("acc_2")).await
    else {
        panic!("the second attempt of the hour is not throttled");
    };
    assert!(wait > Duration::from_mins(59));
}

#[test]
fn an_address_that_would_show_the_key_to_others_is_not_accepted() {
    let client = |url: &str| AccountApi::new(url.parse().unwrap(), &"key".into(), 600).err();
    for url in ["https://api.example/", "http://127.0.0.1:80", "http://[::1]:80", "http://localhost"] {
        assert_eq!(client(url), None, "{url}");
    }
    for url in ["http://api.example", "http://10.0.0.1", "http://localhost.example", "ftp://localhost"] {
        assert_eq!(client(url), Some(SetupError::NotHttps), "{url}");
    }
    for url in ["https://a:b@api.example", "https://api.example/?key=1", "https://api.example/#x", "data:,x"]
    {
        assert_eq!(client(url), Some(SetupError::NotABase), "{url}");
    }
    for key in ["", "two\nlines", "with space", "schlüssel"] {
        let url = "https://api.example".parse().unwrap();
        assert_eq!(AccountApi::new(url, &key.into(), 600).err(), Some(SetupError::NotAKey));
    }
}

#[tokio::test]
async fn a_host_whose_name_is_not_known_was_not_reached() {
    let api = AccountApi::new("https://no-such-host.invalid".parse().unwrap(), &"key".into(), 600).unwrap();
    assert_eq!(api.reauthenticate(&account("acc_1")).await, Err(Error::Unreachable));
    assert_eq!(api.health(), Health::Unreachable);
}

#[tokio::test]
async fn of_a_hundred_megabytes_no_more_is_read_than_an_answer_may_have() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    sandbox.inject(Fault::on(Call::Look, FaultKind::Huge { bytes: 100_000_000 }));
    assert_eq!(api.look(&id, SOME).await, Err(Error::Malformed));
    assert!(api.look(&id, SOME).await.is_ok());
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_judges_no_code() {
    let (sandbox, elsewhere) = (sandbox().await, sandbox().await);
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    for status in [301, 302, 303, 307, 308] {
        let to = format!("{}/v1/connect/login/{id}", elsewhere.base_url());
        sandbox.inject(Fault::on(Call::Any, FaultKind::Redirect { to, status }));
        let submitted = api.submit(&id, Submission::Code(&code("123456"))).await;
        assert_eq!(submitted, Err(Error::Lost { status: Some(status) }));
    }
    assert_eq!(elsewhere.requests(), [], "neither the key nor the code has travelled");
}

/// A client whose key is read again from a file.
fn client_with_key_file(sandbox: &SimulatedApi) -> (AccountApi, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("account-api.key");
    std::fs::write(&file, sandbox.key()).unwrap();
    (client(sandbox).with_key_file(Some(file)), folder)
}

#[tokio::test]
async fn a_key_that_was_replaced_is_read_again_and_the_call_goes_once_more() {
    let sandbox = sandbox().await;
    let (api, folder) = client_with_key_file(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));
    let right = code(&sandbox.expected_code(id.as_str()).unwrap());
    assert!(api.look(&id, SOME).await.is_ok());
    sandbox.set_key("the-second-key");
    std::fs::write(folder.path().join("account-api.key"), "the-second-key\n").unwrap();

    let judged = api.submit(&id, Submission::Code(&right)).await.unwrap();
    assert_eq!(judged.state, AttemptState::CompletedSuccess);
    assert_eq!(api.health(), Health::Answering);
    let statuses: Vec<_> = sandbox.requests().iter().map(|request| request.status).collect();
    assert_eq!(statuses, [Some(200), Some(401), Some(200)]);
    assert_eq!(sandbox.attempt(id.as_str()).unwrap().submissions.len(), 1);
}

#[tokio::test]
async fn many_calls_with_an_old_key_end_well_with_the_new_one() {
    let sandbox = sandbox().await;
    let (api, folder) = client_with_key_file(&sandbox);
    sandbox.set_key("the-second-key");
    std::fs::write(folder.path().join("account-api.key"), "the-second-key").unwrap();
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let api = api.clone();
            tokio::spawn(async move { api.me().await })
        })
        .collect();
    for call in calls {
        assert!(call.await.unwrap().is_ok());
    }
    assert_eq!(api.health(), Health::Answering);
}

#[tokio::test]
async fn a_key_that_is_refused_goes_again_only_when_its_file_holds_another() {
    let sandbox = sandbox().await;
    let (api, folder) = client_with_key_file(&sandbox);
    let file = folder.path().join("account-api.key");
    sandbox.set_key("the-second-key");
    let refused = Err(Error::Refused { missing_scope: None });
    // The same key, a wrong one, what is no key, and nothing.
    for (content, requests) in [(None, 1), (Some("a-wrong-key"), 3), (Some("two\nlines"), 4), (Some(""), 5)] {
        if let Some(content) = content {
            std::fs::write(&file, content).unwrap();
        }
        assert_eq!(api.me().await, refused, "{content:?}");
        assert_eq!(sandbox.requests().len(), requests, "{content:?}");
        assert_eq!(api.health(), Health::Refusing);
    }
    std::fs::remove_file(&file).unwrap();
    assert_eq!(api.me().await, refused);
    std::fs::write(&file, "the-second-key").unwrap();
    assert!(api.me().await.is_ok(), "it recovers by itself");
    assert_eq!(api.health(), Health::Answering);
    assert!(api.reads_key_again() && !client(&sandbox).reads_key_again());
}
