//! What one can do on the page: everything that people do with their phones, and what befalls the world around them.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use super::log::Handing;
use crate::sandbox::account_api::{Call, Fault, FaultKind, Script, Step};
use crate::sandbox::people::Person;
use crate::sandbox::telegram::{self, Sender};

/// How long the bridge may take to answer the agency's system.
const HANDING_WITHIN: Duration = Duration::from_secs(15);

/// In whose name the agency's own system starts its attempts.
const NIGHT_SHIFT: &str = "Night shift";

/// Codes that are never right.
const WRONG_CODES: [&str; 4] = ["123456", "654321", "111111", "222222"];

/// How much older messages are made: a bot may delete none that is older than 48 hours.
const TWO_DAYS: Duration = Duration::from_hours(48);

/// How much older presses and messages on their way are made: a press is answered within 150 seconds or never.
const THREE_MINUTES: Duration = Duration::from_mins(3);

/// One thing that is done.
#[derive(Deserialize, Debug)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Act {
    /// Somebody writes in a chat.
    Write { person: i64, chat: i64, text: String, reply_to: Option<i64> },
    /// Somebody changes what they wrote.
    Edit { person: i64, message: i64, text: String },
    /// Somebody deletes what they wrote.
    Delete { person: i64, message: i64 },
    /// Somebody presses a button.
    Press { person: i64, message: i64, label: String },
    /// Somebody opens a link button.
    Open { person: i64, message: i64, label: String },
    /// Somebody opens the link of an invitation.
    Start { person: i64, word: String },
    /// Somebody sends something that is no text.
    Send { person: i64, what: Thing },
    /// Somebody blocks the bot, or unblocks it.
    Block { person: i64, blocked: bool },
    /// The creator answers an attempt with the right code or with a wrong one.
    Answer { attempt: String, right: bool },
    /// The agency's own system starts an attempt and hands it over to the bridge.
    HandOver { account: String, steps: Vec<String> },
    /// The next attempt of an account that the bridge starts goes so.
    Script { account: String, steps: Vec<String> },
    /// Somebody finishes a face check, or confirms on the phone.
    Finish { attempt: String },
    /// Time passes for an attempt.
    Age { attempt: String, how: Ageing },
    /// Time passes for the chats.
    AgeChats { how: ChatAgeing },
    /// The account API has an account's credentials, or not.
    Credentials { account: String, stored: bool },
    /// An account's session ends, or is there again.
    Session { account: String, disconnected: bool },
    /// Something goes wrong from here on.
    Fault { id: String },
    /// Nothing goes wrong any more.
    ClearFaults,
}

/// What is no text.
#[derive(Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Thing {
    Photo,
    Sticker,
    Voice,
    /// A login code of Telegram itself, forwarded.
    TelegramsCode,
}

/// How time passes for an attempt.
#[derive(Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Ageing {
    /// It expires.
    Expire,
    /// The authenticator shows its next code.
    TurnOver,
    /// Its current step ends as if it were done.
    Advance,
    /// It shows a state that nobody has described.
    Unknown,
}

/// How time passes for the chats.
#[derive(Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum ChatAgeing {
    /// Messages become too old to be deleted by a bot.
    Messages,
    /// Presses become too old to be answered.
    Presses,
}

/// Something that can go wrong.
pub(super) struct Mishap {
    pub(super) id: &'static str,
    /// On which side.
    pub(super) side: &'static str,
    pub(super) label: &'static str,
}

/// All that can go wrong to order.
pub(super) const FAULTS: [Mishap; 10] = [
    Mishap { id: "code_503", side: "Account API", label: "The next code meets an error (503)" },
    Mishap { id: "code_lost", side: "Account API", label: "The answer to the next code is lost" },
    Mishap { id: "slow_down", side: "Account API", label: "“Slow down” for the next look (429)" },
    Mishap { id: "garbled", side: "Account API", label: "The next look answers gibberish" },
    Mishap { id: "unknown", side: "Account API", label: "The next look shows an unknown state" },
    Mishap { id: "api_down", side: "Account API", label: "Down until all is well" },
    Mishap { id: "send_later", side: "Telegram", label: "“Too many requests” for the next message" },
    Mishap { id: "send_lost", side: "Telegram", label: "The answer to the next message is lost" },
    Mishap { id: "gateway", side: "Telegram", label: "Three bad gateways (502)" },
    Mishap { id: "telegram_down", side: "Telegram", label: "Down until all is well" },
];

/// What still goes wrong, in words.
pub(super) fn waiting(desk: &Desk) -> Vec<String> {
    let mut waiting = Vec::new();
    for fault in desk.stage.api.faults() {
        let times =
            fault.times.map_or_else(|| "until all is well".to_owned(), |times| format!("{times} more"));
        waiting.push(format!("Account API: {times}"));
    }
    match desk.stage.telegram.troubles() {
        0 => {}
        number => waiting.push(format!("Telegram: {number} more")),
    }
    if desk.stage.telegram.is_down() {
        waiting.push("Telegram: down".to_owned());
    }
    waiting
}

/// Does it, in the simulators; says what a person would be told if it cannot be done.
pub(super) async fn perform(desk: &Desk, act: Act) -> Result<Value, String> {
    let (api, telegram) = (&desk.stage.api, &desk.stage.telegram);
    let done = |is_done: bool, why: &str| if is_done { Ok(Value::Null) } else { Err(why.to_owned()) };
    match act {
        Act::Write { person, chat, text, reply_to } => {
            let person = somebody(desk, person)?;
            if text.trim().is_empty() {
                return Err("There is nothing to send.".to_owned());
            }
            match (chat == person.id(), reply_to) {
                (true, None) => person.says(&text),
                (true, Some(to)) => person.replies(to, &text),
                (false, None) => person.says_in(chat, &text),
                (false, Some(to)) => person.replies_in(chat, to, &text),
            };
            Ok(Value::Null)
        }
        Act::Edit { person, message, text } => {
            done(somebody(desk, person)?.edits(message, &text), "Only an own message can be edited.")
        }
        Act::Delete { person, message } => {
            done(somebody(desk, person)?.deletes(message), "Only an own message can be deleted.")
        }
        Act::Press { person, message, label } => {
            let pressed = somebody(desk, person)?.press(message, &label);
            pressed.map(|_| Value::Null).map_err(|problem| problem.to_string())
        }
        Act::Open { person, message, label } => {
            let opened = somebody(desk, person)?.opens(message, &label);
            opened.map(|url| json!({ "url": url })).map_err(|problem| problem.to_string())
        }
        Act::Start { person, word } => {
            somebody(desk, person)?.start_bot(Some(&word));
            Ok(Value::Null)
        }
        Act::Send { person, what } => {
            let person = somebody(desk, person)?;
            match what {
                Thing::Photo => person.sends_photo(),
                Thing::Sticker => person.sends_sticker(),
                Thing::Voice => person.sends_voice(),
                Thing::TelegramsCode => {
                    person.forwards_from_telegram("Login code: 24680. Do not give this code to anyone.")
                }
            };
            Ok(Value::Null)
        }
        Act::Block { person, blocked } => {
            let person = somebody(desk, person)?;
            if blocked {
                person.block();
            } else {
                person.unblock();
            }
            Ok(Value::Null)
        }
        Act::Answer { attempt, right } => answer(desk, &attempt, right),
        Act::HandOver { account, steps } => hand_over(desk, &account, script(&steps)?).await,
        Act::Script { account, steps } => {
            api.script_next(&account, script(&steps)?);
            Ok(Value::Null)
        }
        Act::Finish { attempt } => {
            let is_done = api.finish_face_check(&attempt) || api.confirm_on_phone(&attempt);
            done(is_done, "There is nothing to finish there any more.")
        }
        Act::Age { attempt, how } => {
            let is_done = match how {
                Ageing::Expire => api.age(&attempt),
                Ageing::TurnOver => api.turn_code_over(&attempt),
                Ageing::Advance => api.advance(&attempt),
                Ageing::Unknown => api.set_state(&attempt, "awaiting_moon_phase"),
            };
            done(is_done, "The attempt is not at such a step.")
        }
        Act::AgeChats { how } => {
            match how {
                ChatAgeing::Messages => telegram.make_messages_older(TWO_DAYS),
                ChatAgeing::Presses => telegram.make_updates_older(THREE_MINUTES),
            }
            Ok(Value::Null)
        }
        Act::Credentials { account, stored } => {
            api.set_stored_credentials(&account, stored);
            Ok(Value::Null)
        }
        Act::Session { account, disconnected } => {
            api.set_disconnected(&account, disconnected);
            Ok(Value::Null)
        }
        Act::Fault { id } => inject(desk, &id),
        Act::ClearFaults => {
            api.clear_faults();
            telegram.clear_troubles();
            telegram.come_up();
            desk.changes.send_modify(|count| *count += 1);
            Ok(Value::Null)
        }
    }
}

fn somebody(desk: &Desk, id: i64) -> Result<&Person, String> {
    desk.person(id).ok_or_else(|| format!("There is nobody with the number {id} here."))
}

fn script(steps: &[String]) -> Result<Script, String> {
    if steps.is_empty() {
        return Err("Choose what is asked for.".to_owned());
    }
    let steps = steps.iter().map(|step| step.parse::<Step>()).collect::<Result<Vec<Step>, _>>();
    steps.map(Script::chain).map_err(|unknown| unknown.to_string())
}

/// Lets the creator of an attempt's account write a code, as a reply to the question if more than one is open.
fn answer(desk: &Desk, attempt: &str, right: bool) -> Result<Value, String> {
    let api = &desk.stage.api;
    let attempt = api.attempt(attempt).ok_or("There is no such attempt.")?;
    let phone = desk.phone_of(&attempt.account).ok_or("This account belongs to nobody here.")?;
    let person = phone.people.first().ok_or("Nobody holds this phone.")?;
    let expected = api.expected_code(&attempt.id).ok_or("No code is on its way for this attempt.")?;
    let wrong = usize::try_from(attempt.wrong_codes).unwrap_or_default() % WRONG_CODES.len();
    let wrong = WRONG_CODES.get(wrong).copied().unwrap_or_default();
    let text = if right { expected } else { wrong.to_owned() };

    let handle = api.accounts().into_iter().find(|it| it.id == attempt.account).map(|it| it.handle);
    let named = format!("@{}", handle.unwrap_or_default());
    let mut questions = desk.stage.telegram.chat(phone.chat);
    questions.retain(|bubble| bubble.from == Sender::Bot && !bubble.buttons.is_empty());
    let of_this = |bubble: &telegram::Bubble| {
        let mut words = bubble.text.split(|it: char| it.is_whitespace() || it == ',' || it == ':');
        words.any(|word| word.trim_end_matches('.') == named)
    };
    match questions.iter().rfind(|bubble| of_this(bubble)) {
        Some(question) if questions.len() > 1 => person.replies(question.message_id, &text),
        Some(_) | None => person.says(&text),
    };
    Ok(Value::Null)
}

/// What the agency's own system does: starts an attempt at the account API, and tells the bridge.
async fn hand_over(desk: &Desk, account: &str, script: Script) -> Result<Value, String> {
    let api = &desk.stage.api;
    let known =
        api.accounts().into_iter().find(|one| one.id == account).ok_or("There is no such account.")?;
    let attempt = api.start_attempt(account, script);
    let body = json!({ "attempt_id": attempt, "account": known.id, "started_by": NIGHT_SHIFT });
    let request = desk
        .http
        .post(format!("http://{}/v1/attempts", desk.stage.bridge))
        .bearer_auth(&desk.stage.intake_token)
        .timeout(HANDING_WITHIN)
        .json(&body);
    let at = desk.began.elapsed();
    let answer = request.send().await.ok();
    let status = answer.as_ref().map(|answer| answer.status().as_u16());
    desk.note(Handing { at, attempt, handle: known.handle, status });
    match answer {
        None => Err("The bridge does not answer.".to_owned()),
        Some(answer) if answer.status().is_success() => Ok(Value::Null),
        Some(answer) => {
            let problem: Value = answer.json().await.unwrap_or_default();
            let why = problem.get("detail").or(problem.get("title")).and_then(Value::as_str);
            Err(format!("The bridge did not take it: {}", why.unwrap_or("it did not say why")))
        }
    }
}

fn inject(desk: &Desk, id: &str) -> Result<Value, String> {
    let (api, telegram) = (&desk.stage.api, &desk.stage.telegram);
    let slow_down = FaultKind::Throttled { header: Some(2), member: Some(2), reason: None };
    let unknown = FaultKind::UnknownState("awaiting_moon_phase".to_owned());
    match id {
        "code_503" => api.inject(Fault::on(Call::Submit, FaultKind::Status(503))),
        "code_lost" => api.inject(Fault::on(Call::Submit, FaultKind::ResetAfter)),
        "slow_down" => api.inject(Fault::on(Call::Look, slow_down)),
        "garbled" => api.inject(Fault::on(Call::Look, FaultKind::Garbled)),
        "unknown" => api.inject(Fault::on(Call::Look, unknown)),
        "api_down" => api.inject(Fault::on(Call::Any, FaultKind::ResetBefore).until_cleared()),
        "send_later" => {
            telegram.trouble(telegram::Fault::TooManyRequests { retry_after: 3 }.once().on("sendMessage"));
        }
        "send_lost" => telegram.trouble(telegram::Fault::CutAfter.once().on("sendMessage")),
        "gateway" => telegram.trouble(telegram::Fault::BadGateway.times(3)),
        "telegram_down" => telegram.go_down(),
        other => return Err(format!("Nothing is called {other}.")),
    }
    desk.changes.send_modify(|count| *count += 1);
    Ok(Value::Null)
}
