//! What must not be printed or logged: the token, and what people write and read.

use std::fmt::Write;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use secrecy::SecretString;
use serde_json::json;
use tokio::time::Instant;
use tracing::Level;
use twofa_bridge::model::{ChatId, WebLink};
use twofa_bridge::sandbox::telegram::Fault;
use twofa_bridge::telegram::{
    Button, Client, Error, Inbox, Outbox, Outgoing, Pace, Received, Rejection, Say, Show,
};

use super::{World, next, say, show};

const SECRET: &str = "hunter2secret";

/// Everything that was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Takes down everything that this thread logs, at every level.
    fn take_down(&self) -> tracing::subscriber::DefaultGuard {
        let log = self.clone();
        let subscriber =
            tracing_subscriber::fmt().with_max_level(Level::TRACE).with_writer(move || log.clone());
        tracing::subscriber::set_default(subscriber.finish())
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[test]
fn nothing_secret_prints() {
    let url = "https://telegram.example".parse().unwrap();
    let client = Client::new(url, SecretString::from(SECRET));
    let link = WebLink::parse(&format!("https://verify.example/{SECRET}")).unwrap();
    let keyboard = vec![vec![
        Button::Press { label: SECRET.into(), data: SECRET.into() },
        Button::Open { label: SECRET.into(), link },
    ]];
    let shown = Show { keyboard: keyboard.clone(), ..show(1, 1, 11, SECRET) };
    let said = Say { keyboard: keyboard.clone(), ..say(1, 11, SECRET) };
    let answer = Outgoing::Answer { query: SECRET.into(), text: Some(SECRET.into()) };
    let mut printed = format!("{client:?} {keyboard:?} {shown:?} {said:?} {answer:?}");
    write!(printed, "{:?} {:?}", Outgoing::Show(shown), Outgoing::Say(said)).unwrap();
    let errors = [
        Error::Unreachable,
        Error::Failing,
        Error::Unknown,
        Error::ChatGone,
        Error::Rejected(Rejection::Other),
        Error::Migrated { to: ChatId(1) },
        Error::Throttled { retry_after: Duration::from_secs(1) },
        Error::TokenRefused,
        Error::Conflict,
    ];
    for error in errors {
        write!(printed, "{error} {error:?}").unwrap();
    }
    assert!(!printed.contains(SECRET), "{printed}");
}

#[tokio::test]
async fn nothing_secret_is_logged_whatever_fails() {
    let log = Log::default();
    let guard = log.take_down();
    let world = World::new().await;
    world.telegram.queue_raw_update(json!({"message": {"text": SECRET}}));
    world.telegram.queue_raw_update(json!({"kind_of_the_future": {"text": SECRET}}));
    world.alice.says(SECRET);
    let refused = Fault::Refused { status: 400, description: format!("Bad Request: {SECRET}") };
    for fault in [Fault::Garbled, Fault::CutBefore, Fault::ServerError, refused] {
        world.telegram.trouble(fault.clone().once().on("getUpdates"));
        world.telegram.trouble(fault.once().on("sendMessage"));
    }
    let pace = Pace { last_retry: Duration::from_millis(10), ..Pace::default() };
    let (inbox, mut received) = Inbox::start(world.client(), pace);
    let (outbox, mut reports) = Outbox::start(world.client());
    for chat in [11, 12, 13, 14] {
        outbox.put(Outgoing::Say(say(1, chat, SECRET)));
    }
    let mut heard = String::new();
    for _ in 0..2 {
        let incoming = next(&mut received).await;
        write!(heard, "{incoming:?}").unwrap();
        if let Received::Update(incoming) = incoming {
            inbox.settle(incoming.update);
        }
    }
    for _ in 0..4 {
        write!(heard, "{:?}", next(&mut reports).await).unwrap();
    }
    inbox.close().await;
    outbox.close(Instant::now() + Duration::from_secs(1)).await;
    drop(guard);

    let log = log.text();
    assert!(log.contains("Receiving from Telegram is interrupted"), "the log is taken down");
    assert!(!heard.contains(SECRET), "{heard}");
    for line in log.lines() {
        assert!(!line.contains(SECRET) && !line.contains(world.telegram.token()), "{line}");
    }
}
