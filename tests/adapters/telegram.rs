//! Tests of `telegram`: the client, the inbox and the outbox against the simulated Telegram.
#![expect(clippy::wildcard_enum_match_arm, reason = "whatever else comes fails the test")]

mod client;
mod failures;
mod inbox;
mod outbox;

mod silence;

use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::mpsc;
use tokio::time::timeout;
use twofa_bridge::model::{Address, ChatId, MessageId, PostId};
use twofa_bridge::sandbox::people::Person;
use twofa_bridge::sandbox::telegram::{Bubble, Limits, Sender, Telegram};
use twofa_bridge::telegram::{Client, Say, Show};

/// How long a test waits for what must come; the longest rightful wait is for a silent server, 10 s.
const PATIENCE: Duration = Duration::from_secs(14);

/// A simulated Telegram, and Alice, who has started the bot.
struct World {
    telegram: Telegram,
    alice: Person,
}

impl World {
    /// Without limits on what is sent: those of the outbox are tested in its queue.
    async fn new() -> Self {
        let telegram = Telegram::serve(([127, 0, 0, 1], 0).into()).await.unwrap();
        telegram.set_poll_second(Duration::from_millis(20));
        telegram.set_limits(Limits::off());
        let alice = telegram.person(11, "Alice", Some("en"));
        alice.start_bot(None);
        Self { telegram, alice }
    }

    fn client(&self) -> Client {
        self.client_with_token(self.telegram.token())
    }

    fn client_with_token(&self, token: &str) -> Client {
        Client::new(self.telegram.api_url().parse().unwrap(), SecretString::from(token))
    }

    /// Another person who has started the bot.
    fn person(&self, id: i64) -> Person {
        let person = self.telegram.person(id, "Bella", None);
        person.start_bot(None);
        person
    }

    /// What the bot has written in a chat and not deleted.
    fn bubbles(&self, chat: i64) -> Vec<Bubble> {
        self.telegram.chat(chat).into_iter().filter(|bubble| bubble.from == Sender::Bot).collect()
    }

    fn texts(&self, chat: i64) -> Vec<String> {
        self.bubbles(chat).into_iter().map(|bubble| bubble.text).collect()
    }

    /// How many requests of this method came for this chat.
    fn count(&self, method: &str, chat: i64) -> usize {
        let requests = self.telegram.requests();
        requests.iter().filter(|seen| seen.method == method && seen.chat == Some(chat)).count()
    }

    async fn wait_for(&self, what: impl Fn(&Telegram) -> bool) {
        self.telegram.wait_for(what, PATIENCE).await.unwrap();
    }
}

/// The next thing that is told.
async fn next<T>(receiver: &mut mpsc::Receiver<T>) -> T {
    timeout(PATIENCE, receiver.recv()).await.expect("nothing came").expect("the task has ended")
}

fn at(chat: i64) -> Address {
    Address { chat: ChatId(chat), thread: None }
}

fn message_id(of: i64) -> MessageId {
    MessageId(i32::try_from(of).unwrap())
}

fn show(post: u64, revision: u32, chat: i64, text: &str) -> Show {
    Show {
        post: PostId(post),
        revision,
        to: at(chat),
        edit: None,
        text: text.to_owned(),
        keyboard: Vec::new(),
        urgent: false,
        protect: false,
        silent: false,
    }
}

fn say(ticket: u64, chat: i64, text: &str) -> Say {
    Say {
        ticket,
        to: at(chat),
        text: text.to_owned(),
        keyboard: Vec::new(),
        reply_to: None,
        urgent: false,
        protect: false,
    }
}
