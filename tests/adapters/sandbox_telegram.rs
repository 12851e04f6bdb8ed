//! Tests of the simulated Telegram: each rule that the real one has, asked with a bare HTTP client.

mod faults;
mod people;
mod receiving;
mod sending;

use std::time::Duration;

use serde_json::{Value, json};
use teloxide::types::{Update, UpdateKind};
use twofa_bridge::sandbox::people::Person;
use twofa_bridge::sandbox::telegram::{Limits, Telegram};

/// How long a second of `getUpdates` lasts in these tests.
const POLL_SECOND: Duration = Duration::from_millis(20);

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(5);

/// A simulated Telegram, a bare client, and Alice, who has started the bot.
struct World {
    telegram: Telegram,
    client: reqwest::Client,
    alice: Person,
}

impl World {
    async fn new() -> World {
        let telegram = Telegram::serve(([127, 0, 0, 1], 0).into()).await.unwrap();
        telegram.set_poll_second(POLL_SECOND);
        telegram.set_limits(Limits::off());
        let alice = telegram.person(11, "Alice", Some("en"));
        let world = World { telegram, client: reqwest::Client::new(), alice };
        world.alice.start_bot(None);
        world.confirm_all().await;
        world
    }

    fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.telegram.api_url(), self.telegram.token())
    }

    /// The status and the body, or `None` if the connection broke.
    async fn ask(&self, method: &str, body: Value) -> Option<(u16, String)> {
        let response = self.client.post(self.url(method)).json(&body).send().await.ok()?;
        Some((response.status().as_u16(), response.text().await.ok()?))
    }

    async fn answer(&self, method: &str, body: Value) -> Value {
        let (status, text) = self.ask(method, body).await.unwrap();
        let answer: Value = serde_json::from_str(&text).unwrap();
        let code = answer["error_code"].as_u64().unwrap_or(200);
        assert_eq!(u64::from(status), code, "the status is the error code");
        answer
    }

    /// The result of what must succeed.
    async fn call(&self, method: &str, body: Value) -> Value {
        let answer = self.answer(method, body).await;
        assert_eq!(answer["ok"], true, "{method} answered {answer}");
        answer["result"].clone()
    }

    /// The code and the description of what must be refused.
    async fn refusal(&self, method: &str, body: Value) -> (u64, String) {
        let answer = self.answer(method, body).await;
        assert_eq!(answer["ok"], false, "{method} answered {answer}");
        (answer["error_code"].as_u64().unwrap(), answer["description"].as_str().unwrap().to_owned())
    }

    /// Sends a text and gives the message's id.
    async fn send(&self, chat: i64, text: &str) -> i64 {
        let message = self.call("sendMessage", json!({ "chat_id": chat, "text": text })).await;
        message["message_id"].as_i64().unwrap()
    }

    /// Sends a text with one callback button and gives the message's id.
    async fn ask_with_button(&self, chat: i64, label: &str, data: &str) -> i64 {
        let markup = json!({ "inline_keyboard": [[{ "text": label, "callback_data": data }]] });
        let body = json!({ "chat_id": chat, "text": "Well?", "reply_markup": markup });
        self.call("sendMessage", body).await["message_id"].as_i64().unwrap()
    }

    /// The waiting updates; they are not confirmed.
    async fn updates(&self) -> Vec<Value> {
        // Two offsets in turn, since one that is polled again at once gets a single update.
        self.call("getUpdates", json!({ "offset": 0 })).await;
        self.call("getUpdates", json!({ "offset": -100 })).await.as_array().unwrap().clone()
    }

    async fn confirm_all(&self) {
        if let Some(last) = self.telegram.unconfirmed().last() {
            self.call("getUpdates", json!({ "offset": last + 1 })).await;
        }
    }
}

/// Reads an update as teloxide does: from text, since it takes every update from a `Value` for an error.
fn read_update(update: &Value) -> UpdateKind {
    let update: Update = serde_json::from_str(&update.to_string()).unwrap();
    update.kind
}

/// The ids of updates.
fn ids(updates: &[Value]) -> Vec<u64> {
    updates.iter().map(|update| update["update_id"].as_u64().unwrap()).collect()
}
