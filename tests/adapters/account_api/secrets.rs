//! What must not show: the key, codes, links, and whatever the API says.

use std::io::Write;
use std::sync::{Arc, Mutex};

use secrecy::SecretString;
use tracing_subscriber::fmt::MakeWriter;
use twofa_bridge::account_api::{AccountApi, Submission};
use twofa_bridge::model::AttemptId;
use twofa_bridge::sandbox::account_api::{Call, Fault, FaultKind, Script};

use super::{HASTY, answered, attempt, client_with, code, sandbox};

const CODE: &str = "7391046528";

/// Everything that is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// How every call ends and how it prints, when this attempt is meant.
async fn everything_printed(api: &AccountApi, id: &AttemptId) -> String {
    let submitted = api.submit(id, Submission::Code(&code(CODE))).await;
    let looked = api.look(id, super::SOME).await;
    let emailed = api.send_email(id).await;
    let errors = [submitted.as_ref().err(), looked.as_ref().err(), emailed.as_ref().err()];
    let sentences: Vec<_> = errors.into_iter().flatten().map(ToString::to_string).collect();
    format!("{submitted:?} {looked:?} {emailed:?} {sentences:?} {api:?} {:?}", Submission::Code(&code(CODE)))
}

#[tokio::test]
async fn neither_errors_nor_logs_show_the_key_a_code_a_link_or_what_the_api_says() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(log.clone());
    let _guard = tracing::subscriber::set_default(subscriber.finish());
    // With one subscriber alive, tracing asks the thread that first passes a line whether anybody listens to it; with
    // two it asks the subscribers. Other tests pass the same lines at the same time and do not listen.
    let _second = tracing::Dispatch::new(tracing_subscriber::fmt().with_writer(std::io::sink).finish());

    let mut printed = String::new();
    let said = format!(
        r#"{{"attempt_id": "att_1", "state": "needs_face_otp", "face_verification_url": "https://verify.example/secret",
            "phone_url": "http://verify.example/secret", "next_actions": ["open_page", "https://verify.example/secret", "{CODE}", "line\nbreak"], "code": "{CODE}",
            "detail": "made-up-key {CODE} https://verify.example/secret", "reason": "chatter"}}"#
    );
    for status in [200, 201, 204, 302, 400, 401, 403, 404, 410, 412, 418, 429, 500, 503] {
        let api = answered(status, &[("location", "https://verify.example/secret")], &said).await;
        printed += &everything_printed(&api, &attempt("att_1")).await;
    }
    let broken = answered(200, &[], &said[..said.len() - 1]).await;
    printed += &everything_printed(&broken, &attempt("att_1")).await;

    let sandbox = sandbox().await;
    let api = client_with(&sandbox, 600, HASTY);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::face()));
    for kind in [
        FaultKind::HangBefore,
        FaultKind::ResetBefore,
        FaultKind::Truncated,
        FaultKind::Garbled,
        FaultKind::Trickle { ms: 20 },
        FaultKind::Redirect { to: "https://verify.example/secret".into(), status: 307 },
    ] {
        sandbox.inject(Fault::on(Call::Any, kind).times(3));
        printed += &everything_printed(&api, &id).await;
    }
    let closed = "http://127.0.0.1:1/secret-path".parse().unwrap();
    let closed = AccountApi::new(closed, &SecretString::from("made-up-key"), 600).unwrap();
    printed += &everything_printed(&closed, &id).await;

    let log = log.text();
    assert!(
        log.contains(r#"["open_page"]"#) && log.contains("names 4 next actions"),
        "the log is not the right one"
    );
    assert!(
        log.contains("A call to the account API failed") && log.contains("broke off"),
        "a failure is not logged"
    );
    for secret in ["made-up-key", &sandbox.key(), CODE, "verify.example", "secret-path", "chatter"] {
        assert!(!printed.contains(secret), "{secret} is printed");
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} is logged");
    }
}
