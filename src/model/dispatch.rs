//! What the agency's own system is told: one thing that has happened, and who has not heard of it yet.
//!
//! It names accounts and attempts by id. It names no person, and holds no code, no link and no email address.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::record::ChallengeKind;
use super::{AccountId, AttemptId, Timestamp};

/// The number of something that the agency's system is told. Numbers grow, also from one life of the process to the
/// next, and none is given twice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DispatchId(pub u64);

impl DispatchId {
    const PREFIX: &str = "evt_";

    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(Self::PREFIX)?;
        let is_ours =
            digits.len() == 16 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_ours.then(|| u64::from_str_radix(digits, 16).ok().map(Self))?
    }
}

impl fmt::Display for DispatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:016x}", Self::PREFIX, self.0)
    }
}

/// An endpoint of the agency's system, by what it is recognised by: a hash of its address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EndpointId(pub String);

impl fmt::Display for EndpointId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What has happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// The first question of a challenge stands in a chat.
    QuestionSent,
    /// The account API has taken a code.
    CodeRelayed,
    /// An attempt has ended well.
    Completed,
    /// An attempt has ended in any other way than those below.
    Failed,
    /// Somebody pressed *Not me*.
    Declined,
    /// Nobody answered in time, or the attempt took too long.
    Expired,
    /// An account is frozen from here on.
    Frozen,
}

impl Told {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::QuestionSent,
        Self::CodeRelayed,
        Self::Completed,
        Self::Failed,
        Self::Declined,
        Self::Expired,
        Self::Frozen,
    ];

    /// The type of the event, as programs know it.
    pub fn word(self) -> &'static str {
        match self {
            Self::QuestionSent => "attempt.question_sent",
            Self::CodeRelayed => "attempt.code_relayed",
            Self::Completed => "attempt.completed",
            Self::Failed => "attempt.failed",
            Self::Declined => "attempt.declined",
            Self::Expired => "attempt.expired",
            Self::Frozen => "account.frozen",
        }
    }
}

/// One thing that the agency's system is told.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DispatchRecord {
    /// Its number.
    pub id: DispatchId,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub told: Told,
    /// To which account.
    pub account: AccountId,
    /// In which attempt.
    pub attempt: AttemptId,
    /// What was asked for, if something was.
    #[serde(default)]
    pub challenge: Option<ChallengeKind>,
    /// Our word for the ending, if it is one.
    #[serde(default)]
    pub ending: Option<String>,
    /// Who has not heard of it yet.
    #[serde(default)]
    pub owed: Vec<Owed>,
}

/// Somebody who has not heard of something yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Owed {
    /// Who.
    pub to: EndpointId,
    /// How often it was tried to tell them.
    pub tries: u32,
    /// When it is tried next.
    pub next_at: Timestamp,
}

/// The document that is sent.
#[derive(Serialize)]
struct Document<'a> {
    r#type: &'static str,
    timestamp: Option<String>,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    account: &'a AccountId,
    attempt_id: &'a AttemptId,
    #[serde(skip_serializing_if = "Option::is_none")]
    challenge: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ending: Option<&'a str>,
}

impl DispatchRecord {
    /// What is sent, as JSON: the same whenever it is sent.
    pub fn document(&self) -> String {
        let timestamp = jiff::Timestamp::from_millisecond(self.at.0).ok().map(|moment| moment.to_string());
        let data = Data {
            account: &self.account,
            attempt_id: &self.attempt,
            challenge: self.challenge.map(ChallengeKind::word),
            ending: self.ending.as_deref(),
        };
        let document = Document { r#type: self.told.word(), timestamp, data };
        // Text always becomes JSON.
        serde_json::to_string(&document).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_was_written() {
        for number in [0, 1, 0xff, u64::MAX] {
            let id = DispatchId(number);
            assert_eq!(DispatchId::parse(&id.to_string()), Some(id));
        }
        for text in [
            "",
            "evt_",
            "evt_1",
            "0000000000000001",
            "evt_000000000000000G",
            "evt_000000000000000A",
            "evt_+00000000000000f",
        ] {
            assert_eq!(DispatchId::parse(text), None, "{text}");
        }
    }
}
