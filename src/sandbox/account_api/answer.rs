//! The answers of the simulated API, as status and JSON. Knows the vendor's members and the switches, not HTTP.

use serde_json::{Map, Value, json};

use super::{
    attempt::Attempt,
    script::Step,
    switches::{
        AccountIdMember, AccountsShape, FaceLink, HandleMember, LinkQuality, PhoneLink, PollingUrl, Switches,
    },
};

/// One answer.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Body,
    /// The header `Retry-After`, in seconds.
    pub(super) retry_after: Option<u64>,
    /// The header `Location`.
    pub(super) location: Option<String>,
}

/// What is in an answer.
#[derive(Debug, Clone)]
pub(super) enum Body {
    Json(Value),
    Problem(Value),
    Html(String),
    Text(String),
    Empty,
}

impl Answer {
    pub(super) fn of(status: u16, body: Body) -> Answer {
        Answer { status, body, retry_after: None, location: None }
    }

    pub(super) fn json(value: Value) -> Answer {
        Answer::of(200, Body::Json(value))
    }

    /// A problem document; `name` is its `code` and the end of its `type`.
    pub(super) fn problem(status: u16, name: &str, title: &str, more: Value) -> Answer {
        let mut members = json!({
            "type": format!("https://api.sandbox.example/problems/{name}"),
            "title": title,
            "status": status,
            "code": name,
            "retryable": matches!(status, 429 | 500..),
        });
        merge(&mut members, more);
        Answer::of(status, Body::Problem(members))
    }

    /// The problem document that usually comes with this status.
    pub(super) fn usual_problem(status: u16, scope: Option<&str>) -> Answer {
        match status {
            400 => Answer::problem(400, "invalid-request", "The request is invalid", json!({})),
            401 => Answer::problem(401, "unauthorized", "The API key is missing or invalid", json!({})),
            403 => {
                let scope = scope.unwrap_or("accounts:read");
                let detail = format!("this key lacks the scope {scope}");
                let more = json!({ "detail": detail, "requiredScope": scope });
                Answer::problem(403, "insufficient-scope", "A scope is missing", more)
            }
            404 => Answer::problem(404, "not-found", "There is no such thing", json!({})),
            410 => {
                Answer::problem(410, "account-disconnected", "The account's session is not valid", json!({}))
            }
            412 => {
                let more = json!({ "detail": "link the account again with remember_credentials" });
                Answer::problem(412, "no-stored-credentials", "No credentials are stored", more)
            }
            429 => Answer::throttled(None, None, None),
            502 => {
                let more = json!({ "upstreamCode": "E_UPSTREAM", "upstreamMessage": "the platform is busy" });
                Answer::problem(502, "upstream/failed", "The platform call failed", more)
            }
            503 => Answer::problem(503, "dependency-down", "A dependency is down", json!({})),
            other => Answer::problem(other, "internal", "Something went wrong", json!({})),
        }
    }

    /// 429, with the waiting time in the header, in the body, in both or nowhere.
    pub(super) fn throttled(header: Option<u64>, member: Option<u64>, reason: Option<&str>) -> Answer {
        let mut more = json!({});
        if let Some(seconds) = member {
            more["retryAfterSec"] = json!(seconds);
        }
        let mut answer = if let Some(reason) = reason {
            more["reason"] = json!(reason);
            Answer::problem(429, "quota-exceeded", "The quota is used up", more)
        } else {
            Answer::problem(429, "upstream/rate-limited", "The platform asks for patience", more)
        };
        answer.retry_after = header;
        answer
    }

    /// Adds members that nobody described, at the top and deeper.
    pub(super) fn add_members(&mut self) {
        let (Body::Json(value) | Body::Problem(value)) = &mut self.body else {
            return;
        };
        if value.is_object() {
            let more = json!({
                "x_trace": "0af7651916cd43dd8448eb211c80319c",
                "expires_hint": null,
                "risk": { "score": 0.25, "signals": ["new_device", { "weight": 3 }] },
            });
            merge(value, more);
        }
    }
}

fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(members), Value::Object(more)) = (into, more) {
        members.extend(more);
    }
}

/// An attempt, as every call about it shows it.
pub(super) fn attempt_document(attempt: &Attempt, switches: &Switches, base_url: &str) -> Value {
    let id = &attempt.id;
    let path = format!("/v1/connect/login/{id}");
    let polling_url = match &switches.polling_url {
        PollingUrl::Relative => Some(path),
        PollingUrl::Absolute => Some(format!("{base_url}{path}")),
        PollingUrl::Foreign(origin) => Some(format!("{origin}{path}")),
        PollingUrl::Missing => None,
    };

    let mut links = Links::default();
    match attempt.step() {
        Step::Face => {
            let link = Some(link(switches, &format!("face/{id}")));
            match switches.face_link {
                FaceLink::FaceVerification => links.face = link,
                FaceLink::VerificationPage => links.page = link,
                FaceLink::Phone => links.phone = link,
                FaceLink::Missing => {}
            }
        }
        Step::Phone => {
            let link = Some(link(switches, &format!("phone/{id}")));
            match switches.phone_link {
                PhoneLink::Phone => links.phone = link,
                PhoneLink::VerificationPage => links.page = link,
                PhoneLink::Missing => {}
            }
        }
        Step::Pending { .. }
        | Step::Sms
        | Step::App
        | Step::Email
        | Step::Unknown(_)
        | Step::Fail
        | Step::Succeed
        | Step::SucceedAs(_) => {}
    }

    let (channel, actions) = hints(attempt.step());
    let email_mask = matches!(attempt.step(), Step::Email).then_some("c•••••@example.com");
    let mut document = json!({
        "attempt_id": id,
        "state": attempt.state(),
        "account_id": attempt.account_signed_in(),
        "polling_url": polling_url,
        "verification_page_url": links.page,
        "phone_url": links.phone,
        "embed_url": null,
        "face_verification_url": links.face,
        "otp_channel": switches.otp_channel.clone().unwrap_or_else(|| json!(channel)),
        "email_mask": email_mask,
        "next_actions": switches.next_actions.clone().unwrap_or_else(|| json!(actions)),
    });
    if switches.nulls_left_out
        && let Value::Object(members) = &mut document
    {
        members.retain(|_, value| !value.is_null());
    }
    document
}

#[derive(Default)]
struct Links {
    face: Option<String>,
    page: Option<String>,
    phone: Option<String>,
}

fn link(switches: &Switches, path: &str) -> String {
    let origin = &switches.link_origin;
    let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host);
    match switches.link_quality {
        LinkQuality::Usable => format!("{origin}/{path}"),
        LinkQuality::PlainHttp => format!("http://{host}/{path}"),
        LinkQuality::WithCredentials => format!("https://onlyfans.com:443@{host}/{path}"),
        LinkQuality::NotAnAddress => "see your inbox".to_owned(),
    }
}

/// The usual `otp_channel` and `next_actions` of a step.
fn hints(step: &Step) -> (Option<&'static str>, &'static [&'static str]) {
    match step {
        Step::Pending { .. } => (None, &["poll"]),
        Step::Sms => (Some("sms"), &["submit_code"]),
        Step::App => (Some("app"), &["submit_code"]),
        Step::Email => (Some("email"), &["send_email_to_creator", "submit_code"]),
        Step::Face => (None, &["open_face_verification", "confirm_selfie"]),
        Step::Phone => (None, &["open_on_phone"]),
        Step::Unknown(_) | Step::Fail | Step::Succeed | Step::SucceedAs(_) => (None, &[]),
    }
}

/// The list of accounts, from pairs of id and handle.
pub(super) fn account_list<'a>(
    accounts: impl Iterator<Item = (&'a str, &'a str)>,
    switches: &Switches,
) -> Value {
    let list = accounts.map(|(id, handle)| one_account(id, handle, switches));
    let list = Value::Array(list.collect());
    match switches.accounts_shape {
        AccountsShape::Array => list,
        AccountsShape::Data => json!({ "data": list }),
        AccountsShape::Accounts => json!({ "accounts": list }),
    }
}

/// An account, as the list has it and as it stands alone.
pub(super) fn one_account(id: &str, handle: &str, switches: &Switches) -> Value {
    let id_member = match switches.account_id_member {
        AccountIdMember::Id => "id",
        AccountIdMember::AccountId => "account_id",
    };
    let handle_member = match switches.handle_member {
        HandleMember::Username => "username",
        HandleMember::Handle => "handle",
        HandleMember::Name => "name",
    };
    let mut members = Map::new();
    members.insert(id_member.to_owned(), json!(id));
    members.insert(handle_member.to_owned(), json!(handle));
    if switches.extra_members {
        members.insert("plan".to_owned(), json!({ "tier": 2 }));
    }
    Value::Object(members)
}

impl Body {
    /// The bytes that are sent, as text.
    pub(super) fn text(&self) -> String {
        match self {
            Body::Json(value) | Body::Problem(value) => value.to_string(),
            Body::Html(text) | Body::Text(text) => text.clone(),
            Body::Empty => String::new(),
        }
    }

    /// Sets a member, if there is an object to have one.
    pub(super) fn set_member(&mut self, name: &str, text: String) {
        if let Body::Json(Value::Object(members)) = self {
            members.insert(name.to_owned(), Value::String(text));
        }
    }
}
