//! Everything that is stored about a person, as it is handed to them on request: no code, which is never stored, and of
//! others no more than they have been shown.

use serde::Serialize;

use super::Language;
use super::trail::What;

/// The document. Moments are in UTC, by RFC 3339.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MyData {
    /// Numeric Telegram id.
    pub telegram_id: i64,
    /// Who they are, as far as that is remembered.
    pub person: Option<Person>,
    /// The accounts that they agreed to be asked about.
    pub links: Vec<Link>,
    /// Sign-ins about which they were asked, open or over for less than a day.
    pub sign_ins: Vec<SignIn>,
    /// Where they asked for later.
    pub asked_later: Vec<Later>,
    /// Where they pressed *Not me* and nobody has allowed sign-ins again.
    pub not_me: Vec<NotMe>,
    /// Messages to them that may still change, or that have not arrived yet.
    pub messages: usize,
    /// Buttons that only they may press, and until when.
    pub buttons: Vec<String>,
    /// What the audit trail has about them, newest first.
    pub trail: Vec<Trace>,
    /// What they started as a manager.
    pub started: Vec<Started>,
    /// Whom they invited as a manager, and who accepted.
    pub invited: Vec<Invited>,
}

/// Who somebody is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Person {
    /// The first name in their profile.
    pub name: String,
    /// The language of their Telegram.
    pub language: Option<String>,
    /// The language that they chose here, if they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen_language: Option<Language>,
    /// Whether messages reach them.
    pub reachable: bool,
    /// When they were asked something, within the last hour.
    pub asked_at: Vec<String>,
    /// Their quiet hours, if they set any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet: Option<String>,
    /// As a manager: until when they want no sound of what they have not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<String>,
}

/// An account that they agreed to be asked about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Link {
    /// What it is called.
    pub account: String,
    /// Who invited them.
    pub invited_by: String,
    /// When they accepted.
    pub since: String,
    /// The two pictures in every question about it.
    pub mark: Option<String>,
    /// Their place, where people are asked one after the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
}

/// A sign-in about which they were asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SignIn {
    /// What the account is called.
    pub account: String,
    /// The two digits in the question.
    pub tag: String,
    /// Who started it.
    pub started_by: String,
    /// When.
    pub started_at: String,
    /// Whether an answer of theirs was taken.
    pub answered_by_you: bool,
    /// Whether it is over.
    pub is_over: bool,
}

/// Where they asked for later.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Later {
    /// What the account is called.
    pub account: String,
    /// When they are asked again.
    pub until: String,
}

/// Where they pressed *Not me*.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NotMe {
    /// What the account is called.
    pub account: String,
    /// When.
    pub at: String,
}

/// An entry of the audit trail.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Trace {
    /// Its number.
    pub number: u64,
    /// When.
    pub at: String,
    /// What has happened.
    pub what: What,
    /// What the account was called.
    pub account: String,
    /// What was asked for, or how it ended.
    pub detail: Option<String>,
    /// Whether they did it, or had it done.
    pub by_you: bool,
}

/// What they started as a manager.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Started {
    /// What the account is called.
    pub account: String,
    /// When.
    pub at: String,
}

/// Whom they invited as a manager.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Invited {
    /// What the account is called.
    pub account: String,
    /// When it was accepted; none, if it is open.
    pub accepted_at: Option<String>,
}
