//! The control routes under `/sandbox`, for people who run the sandbox as a process, and the help at `/`.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    Shared,
    answer::{Answer, Body},
    attempt::StartedBy,
    fault::Fault,
    script::{Script, Step},
    switches::Switches,
    world::{Account, World},
};

const HELP: &str = "\
This is a simulated account API. Nothing here is real: no account, no person, no code.

The API, with the header \"Authorization: Bearer {key}\":

  GET  /v1/accounts                                       the accounts
  GET  /v1/accounts/{account}                             one of them; 410 if its session has ended
  POST /v1/accounts/{account}/reauthenticate              start an attempt
  GET  /v1/connect/login/{attempt}                        look at an attempt
  PUT  /v1/connect/login/{attempt}                        {\"code\": \"…\"} or {\"selfie_verification_completed\": true}
  POST /v1/connect/login/{attempt}/send-email-to-creator  send the email that holds a code
  GET  /v1/me, GET /v1/me/usage                           the key's scopes and limits

Behind the scenes, without a key:

  POST   /sandbox/accounts                    {\"id\": \"acc_1\", \"handle\": \"bella\", \"stored_credentials\": true}
  POST   /sandbox/attempts                    {\"account\": \"acc_1\", \"steps\": [\"sms\", \"app\"]}
  GET    /sandbox/attempts/{attempt}          its state, and the code that is right
  POST   /sandbox/attempts/{attempt}/{what}   finish-face, confirm-phone, expire or advance
  POST   /sandbox/faults                      {\"call\": \"submit\", \"kind\": {\"status\": 503}, \"times\": 2}
  DELETE /sandbox/faults                      no more faults; hanging requests go on
  GET    /sandbox/switches, PUT               how it behaves where the real API is not documented

Steps: pending, sms, app, email, face, phone, fail, succeed, succeed_as:ACCOUNT, state:ANYTHING.

Try it:

  curl -X POST {base}/sandbox/accounts -d '{\"id\": \"acc_1\", \"handle\": \"bella\"}'
  curl -X POST {base}/sandbox/attempts -d '{\"account\": \"acc_1\", \"steps\": [\"sms\"]}'
  curl {base}/v1/connect/login/att_1 -H 'Authorization: Bearer {key}'
  curl {base}/sandbox/attempts/att_1
  curl -X PUT {base}/v1/connect/login/att_1 -H 'Authorization: Bearer {key}' -d '{\"code\": \"…\"}'
";

/// Answers a request that is not for the API itself; `None` if it is.
pub(super) fn answer(shared: &Shared, method: &Method, path: &str, bytes: &[u8]) -> Option<Answer> {
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let answer = match (method.as_str(), segments.as_slice()) {
        ("GET", [""]) => Ok(shared.read(|world, _| help(world))),
        ("POST", ["sandbox", "accounts"]) => add_account(shared, bytes),
        ("POST", ["sandbox", "attempts"]) => start_attempt(shared, bytes),
        ("GET", ["sandbox", "attempts", attempt]) => show_attempt(shared, attempt),
        ("POST", ["sandbox", "attempts", attempt, what]) => move_attempt(shared, attempt, what),
        ("POST", ["sandbox", "faults"]) => parse::<Fault>(bytes).map(|fault| {
            shared.change(|world, _| world.faults.push(fault));
            Answer::of(204, Body::Empty)
        }),
        ("DELETE", ["sandbox", "faults"]) => {
            shared.clear_faults();
            Ok(Answer::of(204, Body::Empty))
        }
        ("GET", ["sandbox", "switches"]) => shared.read(|world, _| show_switches(&world.switches)),
        ("PUT", ["sandbox", "switches"]) => parse::<Switches>(bytes).and_then(|switches| {
            let answer = show_switches(&switches);
            shared.change(|world, _| world.switches = switches);
            answer
        }),
        (_, ["sandbox", ..]) => Err(Answer::usual_problem(404, None)),
        _ => return None,
    };
    Some(answer.unwrap_or_else(|refusal| refusal))
}

fn help(world: &World) -> Answer {
    let text = HELP.replace("{base}", &world.base_url).replace("{key}", &world.key);
    Answer::of(200, Body::Text(text))
}

fn add_account(shared: &Shared, bytes: &[u8]) -> Result<Answer, Answer> {
    let body: Value = parse(bytes)?;
    let id = text_member(&body, "id")?;
    let handle = text_member(&body, "handle")?;
    let stored_credentials = body.get("stored_credentials").and_then(Value::as_bool).unwrap_or(true);
    let account = Account { handle: handle.clone(), stored_credentials, ..Account::default() };
    shared.change(|world, _| world.accounts.insert(id.clone(), account));
    let document = json!({ "id": id, "handle": handle, "stored_credentials": stored_credentials });
    Ok(Answer::of(201, Body::Json(document)))
}

fn start_attempt(shared: &Shared, bytes: &[u8]) -> Result<Answer, Answer> {
    let body: Value = parse(bytes)?;
    let account = text_member(&body, "account")?;
    let words = body.get("steps").and_then(Value::as_array).cloned().unwrap_or_else(|| vec![json!("app")]);
    let steps: Result<Vec<Step>, Answer> = words
        .iter()
        .map(|word| {
            word.as_str().unwrap_or_default().parse().map_err(|error| invalid(&format!("steps: {error}")))
        })
        .collect();
    let script = Script { steps: steps? };
    if !shared.read(|world, _| world.accounts.contains_key(&account)) {
        return Err(invalid("account: there is no such account, add it first"));
    }
    let id = shared.change(|world, now| world.start(&account, StartedBy::Host, script, now).id.clone());
    let mut answer = show_attempt(shared, &id)?;
    answer.status = 201;
    Ok(answer)
}

fn show_attempt(shared: &Shared, id: &str) -> Result<Answer, Answer> {
    let document = shared.read(|world, now| {
        let attempt = world.attempts.iter().find(|attempt| attempt.id == id)?;
        Some(json!({
            "attempt_id": attempt.id,
            "account": attempt.account,
            "state": attempt.state(),
            "expected_code": attempt.expected_code(now, &world.switches),
        }))
    });
    document.map(Answer::json).ok_or_else(|| Answer::usual_problem(404, None))
}

fn move_attempt(shared: &Shared, id: &str, what: &str) -> Result<Answer, Answer> {
    let known = shared.change(|world, now| {
        let switches = world.switches.clone();
        let attempt = world.attempt_mut(id)?;
        let moved = match what {
            "finish-face" => attempt.finish_face_check(now, &switches),
            "confirm-phone" => attempt.confirm_on_phone(now, &switches),
            "expire" => {
                attempt.expire(now, &switches);
                true
            }
            "advance" => {
                attempt.advance(now);
                true
            }
            _ => return None,
        };
        Some(moved)
    });
    match known {
        Some(true) => show_attempt(shared, id),
        Some(false) => Err(invalid("the attempt is not at such a step")),
        None => Err(Answer::usual_problem(404, None)),
    }
}

fn show_switches(switches: &Switches) -> Result<Answer, Answer> {
    serde_json::to_value(switches).map(Answer::json).map_err(|error| invalid(&error.to_string()))
}

fn parse<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, Answer> {
    serde_json::from_slice(bytes).map_err(|error| invalid(&error.to_string()))
}

fn text_member(body: &Value, name: &str) -> Result<String, Answer> {
    let text = body.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    text.map(str::to_owned).ok_or_else(|| invalid(&format!("{name}: a text is needed here")))
}

fn invalid(detail: &str) -> Answer {
    Answer::problem(400, "invalid-request", "The request is invalid", json!({ "detail": detail }))
}
