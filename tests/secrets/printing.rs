//! What holds a secret does not print it.

use std::fmt::Debug;

use secrecy::SecretString;
use twofa_bridge::account_api::{AccountApi, Submission};
use twofa_bridge::config;
use twofa_bridge::model::incoming::{Content, Happened, Incoming, Message, Press, Speaker};
use twofa_bridge::model::{
    AccountId, Address, AttemptId, ChatId, Code, Handle, MessageId, Name, PersonId, Said, Seed, TelegramTime,
    Timestamp, UpdateId, WebLink, Word,
};
use twofa_bridge::service::control::Invited;
use twofa_bridge::switchboard::command::{Command, Response, Submission as Answer};
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::telegram::Client;
use zeroize::Zeroizing;

const CODE: &str = "381654";
const TOKEN: &str = "7000000001:AAsecretSecretSecretSecretSecretSecr";
const KEY: &str = "the-api-key-that-nobody-may-see";
const INTAKE: &str = "the-intake-token-that-nobody-may-see";
const LINK: &str = "https://verify.example/face/the-secret-of-the-link";

/// How something prints, in all ways.
fn printed(it: &dyn Debug) -> String {
    format!("{it:?} {it:#?}")
}

#[tokio::test]
async fn what_holds_a_secret_does_not_print_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    let text = format!(
        "[telegram]\ntoken = \"{TOKEN}\"\n[account_api]\nkey = \"{KEY}\"\n[agency]\nname = \"Acme\"\nmanagers = [1]\n\
         [http]\nintake_token = \"{INTAKE}\"\n"
    );
    std::fs::write(&file, text).unwrap();
    let (config, warnings) = config::load(Some(&file), std::iter::empty()).unwrap();
    let url = url_of("https://api.example");
    let api = AccountApi::new(url.clone(), &SecretString::from(KEY), 60).unwrap();
    let client = Client::new(url, SecretString::from(TOKEN));
    let code = Code::new(Zeroizing::new(CODE.to_owned())).unwrap();
    let seed = Seed([7; 32]);
    let word = seed.word(0);
    let attempt = AttemptId::parse("att_1").unwrap();
    let speaker = Speaker { id: PersonId(1), name: Name::new("Bella"), language: None };
    let at = Address { chat: ChatId(1), thread: None };
    let message = Message {
        at,
        private: true,
        speaker: Some(speaker.clone()),
        id: MessageId(1),
        date: TelegramTime(1),
        edited: None,
        replies_to: None,
        from_telegram: false,
        content: Content::Text(Said::new(format!("it is {CODE}"))),
    };
    let heard = |what| Event::Heard(Incoming { update: UpdateId(1), what });
    let press = Press { query: "q".to_owned(), speaker, at: Some(at), message: None, data: "x.y".to_owned() };
    let answer = Answer::Code(code.clone());
    let submit = Command::Submit { attempt, request: 1, answer, recorded_first: false };
    let invited = |word: &Word| Response::Invitation {
        handle: Handle::parse("bella").unwrap(),
        word: Word::parse(word.expose()).unwrap(),
        expires_at: Timestamp(0),
    };
    let over_the_socket = Invited::from_response("@bella", invited(&word));
    let link = WebLink::parse(LINK).unwrap();
    let things: [(&str, &dyn Debug); 14] = [
        ("the config", &config),
        ("its warnings", &warnings),
        ("the account API's client", &api),
        ("Telegram's client", &client),
        ("a code", &code),
        ("a submission", &Submission::Code(&code)),
        ("a message", &heard(Happened::Wrote(message))),
        ("a press", &heard(Happened::Pressed(press))),
        ("a command", &submit),
        ("a word", &word),
        ("an answer with an invitation", &invited(&word)),
        ("the same over the socket", &over_the_socket),
        ("a seed", &seed),
        ("a link", &link),
    ];
    for (what, thing) in things {
        let text = printed(thing);
        for secret in
            [CODE, TOKEN, &TOKEN[11..], KEY, INTAKE, LINK, "the-secret-of-the-link", word.expose(), "7, 7, 7"]
        {
            assert!(!text.contains(secret), "{what} prints {secret}: {text}");
        }
    }
    assert!(AccountId::parse("acc_1").is_some());
}

fn url_of(text: &str) -> reqwest::Url {
    text.parse().unwrap()
}
