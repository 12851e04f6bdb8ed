//! One call to Telegram's Bot API: JSON there, JSON back, and what a failure means.
//!
//! It repeats nothing and waits for nothing: whoever calls knows what a lost answer means to them.
//!
//! teloxide brings the payloads and the transport is ours: teloxide's client sleeps 10 s inside the call on any
//! 5xx, discards `error_code` and matches descriptions that the server words differently today, and its `Bot` and
//! its errors print the token, which stands in every URL.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use reqwest::Url;
use reqwest::multipart::{Form, Part};
use reqwest::redirect::Policy;
use secrecy::{ExposeSecret, SecretString};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use teloxide::payloads;
use teloxide::types::{AllowedUpdate, BotCommand, BotCommandScope, CallbackQueryId, Me};
use zeroize::Zeroizing;

use crate::model::{Address, ChatId, MessageId, TelegramTime};

mod refusal;

use refusal::{Parameters, classify};
pub use refusal::{THROTTLED_FOR, THROTTLED_MOST};

/// How long a connection may take to be made.
pub const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// How long any call but a poll may take.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// How much longer than it asked Telegram to wait a poll may take.
pub const POLL_MARGIN: Duration = Duration::from_secs(10);
/// The longest answer that is read, in bytes: a hundred updates with the longest texts fit several times.
pub const BODY_MOST: usize = 8 * 1024 * 1024;
/// What the inbox wants to hear of. Telegram forgets the list when a call comes without it, so each brings it.
pub const WANTED: [AllowedUpdate; 4] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
];

/// Speaks to Telegram on behalf of one bot.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    /// Polls hang for their whole time; on a connection of their own they delay nothing else.
    polls: reqwest::Client,
    api_url: Url,
    token: SecretString,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("host", &self.api_url.host_str()).finish_non_exhaustive()
    }
}

/// Why a call did not do what it should.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Error {
    /// There was no connection: nothing was done.
    #[error("Telegram cannot be reached; check the network and telegram.api_url")]
    Unreachable,
    /// The server said that it has failed: nothing was done.
    #[error("Telegram has trouble of its own")]
    Failing,
    /// The answer was lost or unreadable, or a proxy gave up waiting for it: it may have been done or not.
    #[error("Telegram did not give a usable answer")]
    Unknown,
    /// The chat cannot be written to: blocked, left, deleted, or never begun.
    #[error("the chat does not take messages from the bot")]
    ChatGone,
    /// The request is wrong, and will be when repeated.
    #[error("Telegram rejected the request: {0}")]
    Rejected(Rejection),
    /// The group is a supergroup by now: nothing was done, and it can be done there.
    #[error("the group has another number, {to}")]
    Migrated {
        /// The new number.
        to: ChatId,
    },
    /// Too many calls: nothing was done.
    #[error("Telegram wants {} s without calls", retry_after.as_secs())]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The bot's token is not valid.
    #[error("Telegram refused the bot's token; set the one that @BotFather gave")]
    TokenRefused,
    /// Somebody else receives this bot's updates.
    #[error("another process receives this bot's updates, or a webhook is set; stop the other one")]
    Conflict,
}

/// What was wrong with a request, as far as it makes a difference. The description itself may repeat what we sent,
/// so it goes no further.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Rejection {
    /// The message says exactly this already.
    #[error("the message is not modified")]
    NotModified,
    /// There is no such message.
    #[error("the message does not exist")]
    MessageGone,
    /// There is such a message, and it can no longer be edited or deleted.
    #[error("the message cannot be changed")]
    MessageFixed,
    /// The topic is closed or deleted.
    #[error("the topic is closed or deleted")]
    ThreadGone,
    /// Anything else.
    #[error("bad request")]
    Other,
}

/// A message that stands in a chat because of a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// Its number.
    pub message: MessageId,
    /// When it was sent or, after an edit, edited.
    pub date: TelegramTime,
}

/// A server of one's own, or a simulated one: no proxy could reach it.
fn is_on_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

impl Client {
    /// A client for the bot with this token at this Bot API server, `https://api.telegram.org` or one's own.
    ///
    /// A proxy is taken from the environment (`HTTPS_PROXY`), unless the server is on this machine.
    ///
    /// # Panics
    ///
    /// If the TLS back end cannot start, which would be a defect of the build.
    pub fn new(api_url: Url, token: SecretString) -> Self {
        let http = || {
            // A redirect would carry the token, which stands in the path, to somewhere else.
            let builder = reqwest::Client::builder()
                .redirect(Policy::none())
                .connect_timeout(CONNECT_WITHIN)
                .timeout(ANSWER_WITHIN);
            let builder = if is_on_this_machine(&api_url) { builder.no_proxy() } else { builder };
            builder.build().expect("the TLS back end is compiled in")
        };
        Self { http: http(), polls: http(), api_url, token }
    }

    /// Who the bot is.
    pub async fn get_me(&self) -> Result<Me, Error> {
        self.call("getMe", &payloads::GetMe::new()).await
    }

    /// Telegram's clock, as the `Date` of an answer tells it; none if it does not.
    pub async fn clock(&self) -> Option<TelegramTime> {
        let request = self.http.post(self.url("getMe")).json(&payloads::GetMe::new());
        let answer = request.send().await.ok()?;
        let date = answer.headers().get(reqwest::header::DATE)?.to_str().ok()?;
        let date = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
        Some(TelegramTime(date.as_second()))
    }

    /// The host of the webhook that is set, if one is: Telegram sends the updates there, and to nobody who asks for them.
    pub async fn webhook(&self) -> Result<Option<String>, Error> {
        let webhook: Webhook = self.call("getWebhookInfo", &Map::<String, Value>::new()).await?;
        if webhook.url.is_empty() {
            return Ok(None);
        }
        // The rest of the address may hold a secret.
        let host = Url::parse(&webhook.url).ok().and_then(|url| url.host_str().map(str::to_owned));
        Ok(Some(host.unwrap_or_else(|| "?".to_owned())))
    }

    /// Whether the bot knows this chat and may be in it.
    pub async fn knows(&self, chat: ChatId) -> Result<(), Error> {
        self.call::<IgnoredAny>("getChat", &json!({ "chat_id": chat.0 })).await.map(drop)
    }

    /// Whether the bot, which has this number, may delete what others write in a group.
    pub async fn may_delete(&self, chat: ChatId, bot: u64) -> Result<bool, Error> {
        let payload = json!({ "chat_id": chat.0, "user_id": bot });
        let member: Member = self.call("getChatMember", &payload).await?;
        Ok(member.status == "creator" || (member.status == "administrator" && member.can_delete_messages))
    }

    /// Ends a webhook, if one is set, and keeps the updates that wait.
    pub async fn delete_webhook(&self) -> Result<(), Error> {
        let payload = payloads::DeleteWebhook { drop_pending_updates: Some(false) };
        self.call::<IgnoredAny>("deleteWebhook", &payload).await.map(drop)
    }

    /// The updates from `offset` on, in Telegram's order, each unread so that one which cannot be read stops no
    /// other; waits up to `wait` for the first. Telegram forgets all updates before `offset`.
    pub async fn get_updates(
        &self,
        offset: Option<i32>,
        limit: u8,
        wait: Duration,
    ) -> Result<Vec<Value>, Error> {
        let payload = payloads::GetUpdates {
            offset,
            limit: Some(limit),
            timeout: Some(u32::try_from(wait.as_secs()).unwrap_or(u32::MAX)),
            allowed_updates: Some(WANTED.to_vec()),
        };
        let request = self.polls.post(self.url("getUpdates")).timeout(wait + POLL_MARGIN);
        answer(request.json(&payload)).await
    }

    /// Sends a message.
    pub async fn send_message(&self, payload: &payloads::SendMessage) -> Result<Placed, Error> {
        self.call::<SentMessage>("sendMessage", payload).await.map(Placed::from)
    }

    /// Sends a file, protected from being forwarded.
    pub async fn send_document(&self, to: Address, name: &str, bytes: &[u8]) -> Result<Placed, Error> {
        let file = Part::bytes(bytes.to_vec()).file_name(name.to_owned());
        let mut form = Form::new().text("chat_id", to.chat.0.to_string()).text("protect_content", "true");
        if let Some(thread) = to.thread {
            form = form.text("message_thread_id", thread.0.to_string());
        }
        let request = self.http.post(self.url("sendDocument")).multipart(form.part("document", file));
        answer::<SentMessage>(request).await.map(Placed::from)
    }

    /// Edits a message of ours. `None` if it says this already.
    pub async fn edit_message_text(
        &self,
        payload: &payloads::EditMessageText,
    ) -> Result<Option<Placed>, Error> {
        match self.call::<SentMessage>("editMessageText", payload).await {
            Ok(edited) => Ok(Some(edited.into())),
            Err(Error::Rejected(Rejection::NotModified)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Deletes a message. It is a success if there is no such message.
    pub async fn delete_message(&self, chat: ChatId, message: MessageId) -> Result<(), Error> {
        let payload = payloads::DeleteMessage {
            chat_id: teloxide::types::ChatId(chat.0).into(),
            message_id: teloxide::types::MessageId(message.0),
        };
        match self.call::<IgnoredAny>("deleteMessage", &payload).await {
            Ok(_) | Err(Error::Rejected(Rejection::MessageGone)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Ends the spinner on a pressed button, and shows `text` for a moment.
    pub async fn answer_callback_query(&self, query: &str, text: Option<&str>) -> Result<(), Error> {
        let mut payload = payloads::AnswerCallbackQuery::new(CallbackQueryId(query.to_owned()));
        payload.text = text.map(str::to_owned);
        self.call::<IgnoredAny>("answerCallbackQuery", &payload).await.map(drop)
    }

    /// Sets the commands that clients offer in `scope` to people with this two-letter language, or to all whose
    /// language has no list of its own.
    pub async fn set_my_commands(
        &self,
        scope: BotCommandScope,
        language: Option<&str>,
        commands: Vec<BotCommand>,
    ) -> Result<(), Error> {
        let payload = payloads::SetMyCommands {
            commands,
            scope: Some(scope),
            language_code: language.map(str::to_owned),
        };
        self.call::<IgnoredAny>("setMyCommands", &payload).await.map(drop)
    }

    /// The commands that clients offer in `scope` to people with this two-letter language, or to all whose language has
    /// no list of its own.
    pub async fn get_my_commands(
        &self,
        scope: BotCommandScope,
        language: Option<&str>,
    ) -> Result<Vec<BotCommand>, Error> {
        let payload =
            payloads::GetMyCommands { scope: Some(scope), language_code: language.map(str::to_owned) };
        self.call("getMyCommands", &payload).await
    }

    /// Takes the list for `scope` and language back: clients offer what they would without it.
    pub async fn delete_my_commands(
        &self,
        scope: BotCommandScope,
        language: Option<&str>,
    ) -> Result<(), Error> {
        let payload =
            payloads::DeleteMyCommands { scope: Some(scope), language_code: language.map(str::to_owned) };
        self.call::<IgnoredAny>("deleteMyCommands", &payload).await.map(drop)
    }

    async fn call<T: DeserializeOwned>(&self, method: &str, payload: &impl Serialize) -> Result<T, Error> {
        answer(self.http.post(self.url(method)).json(payload)).await
    }

    /// The URL of a method. The token stands in it, so it must not be printed.
    fn url(&self, method: &str) -> Url {
        let mut url = self.api_url.clone();
        let base = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{base}/bot{}/{method}", self.token.expose_secret()));
        url
    }
}

/// Makes the call and reads its answer.
async fn answer<T: DeserializeOwned>(request: reqwest::RequestBuilder) -> Result<T, Error> {
    let mut response = request.send().await.map_err(lost)?;
    let status = response.status();
    // Updates carry codes: the raw answer is wiped.
    let mut body = Zeroizing::new(Vec::new());
    while let Some(chunk) = response.chunk().await.map_err(|_| Error::Unknown)? {
        if body.len() + chunk.len() > BODY_MOST {
            return Err(Error::Unknown);
        }
        body.extend_from_slice(&chunk);
    }
    match read(&body) {
        // A proxy in front of the servers says that none of them has taken it.
        Err(Error::Unknown) if matches!(status.as_u16(), 502 | 503) => Err(Error::Failing),
        read => read,
    }
}

/// What a call without an answer means. The error holds the URL, and the URL the token: it ends here.
fn lost(error: reqwest::Error) -> Error {
    let error = error.without_url();
    tracing::debug!(
        timeout = error.is_timeout(),
        connect = error.is_connect(),
        "A call to Telegram broke off"
    );
    if error.is_connect() { Error::Unreachable } else { Error::Unknown }
}

/// What stands in an answer.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    // Two steps: that a call succeeded is one fact, what it returned is another. The parser's own errors quote
    // what they read, so they are dropped.
    let Ok(answer) = serde_json::from_slice::<Answer>(body) else {
        return Err(Error::Unknown);
    };
    if !answer.ok {
        return Err(classify(answer.error_code, answer.description.as_deref(), answer.parameters));
    }
    let result = answer.result.ok_or(Error::Unknown)?;
    serde_json::from_value(result).map_err(|_| Error::Unknown)
}

/// The envelope of every answer.
#[derive(Deserialize)]
struct Answer {
    ok: bool,
    result: Option<Value>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

/// What we need to know of a webhook.
#[derive(Deserialize)]
struct Webhook {
    url: String,
}

/// What we need to know of a member.
#[derive(Deserialize)]
struct Member {
    status: String,
    #[serde(default)]
    can_delete_messages: bool,
}

/// What we need to know of a message that was sent. teloxide's `Message` reads much more, and a sent message that
/// could not be read would be sent again.
#[derive(Deserialize)]
struct SentMessage {
    message_id: i32,
    date: i64,
    edit_date: Option<i64>,
}

impl From<SentMessage> for Placed {
    fn from(sent: SentMessage) -> Self {
        Self { message: MessageId(sent.message_id), date: TelegramTime(sent.edit_date.unwrap_or(sent.date)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(body: &str) -> Error {
        read::<IgnoredAny>(body.as_bytes()).map(drop).unwrap_err()
    }

    #[test]
    fn waiting_times_and_new_numbers_are_read_from_the_parameters() {
        assert_eq!(
            error(
                r#"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}"#
            ),
            Error::Throttled { retry_after: Duration::from_secs(7) }
        );
        assert_eq!(
            error(r#"{"ok":false,"error_code":429}"#),
            Error::Throttled { retry_after: THROTTLED_FOR }
        );
        assert_eq!(
            error(r#"{"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-1001234567890123}}"#),
            Error::Migrated { to: ChatId(-1_001_234_567_890_123) }
        );
    }

    #[test]
    fn what_is_no_answer_is_an_unknown_fate() {
        for body in ["", "<html>502</html>", "[]", "{\"ok\":true}", "{\"ok\":true,\"result\":"] {
            assert_eq!(error(body), Error::Unknown, "{body}");
        }
        assert_eq!(read::<SentMessage>(br#"{"ok":true,"result":{}}"#).map(drop), Err(Error::Unknown));
    }

    #[test]
    fn the_token_stands_in_the_path_below_any_base() {
        for base in ["https://telegram.example", "https://telegram.example/", "https://telegram.example/api/"]
        {
            let client = Client::new(base.parse().unwrap(), SecretString::from("12:ab"));
            assert!(client.url("getMe").as_str().ends_with("/bot12:ab/getMe"), "{base}");
            assert!(!format!("{client:?}").contains("12:ab"));
        }
    }
}
