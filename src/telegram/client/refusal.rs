//! What a refusal means to us. Pure.

use std::time::Duration;

use serde::Deserialize;

use super::{Error, Rejection};
use crate::model::ChatId;

/// How long to wait if Telegram says that it is too much and not for how long.
pub const THROTTLED_FOR: Duration = Duration::from_secs(1);
/// The longest wait that is believed.
pub const THROTTLED_MOST: Duration = Duration::from_hours(1);

/// Why a call failed, where it can be told in numbers.
#[derive(Default, Deserialize)]
pub(super) struct Parameters {
    migrate_to_chat_id: Option<i64>,
    retry_after: Option<u64>,
}

/// What a refusal means: by its code, by what it carries, and by how its description begins.
pub(super) fn classify(
    code: Option<u16>,
    description: Option<&str>,
    parameters: Option<Parameters>,
) -> Error {
    let parameters = parameters.unwrap_or_default();
    if let Some(to) = parameters.migrate_to_chat_id {
        return Error::Migrated { to: ChatId(to) };
    }
    let description = description.unwrap_or_default().to_ascii_lowercase();
    match code.unwrap_or_default() {
        401 | 404 => Error::TokenRefused,
        403 => Error::ChatGone,
        409 => Error::Conflict,
        429 => {
            let asked = Duration::from_secs(parameters.retry_after.unwrap_or_default());
            Error::Throttled { retry_after: asked.clamp(THROTTLED_FOR, THROTTLED_MOST) }
        }
        400 => {
            let reason = description.strip_prefix("bad request: ").unwrap_or(&description);
            match rejection(reason) {
                Some(rejection) => Error::Rejected(rejection),
                None => Error::ChatGone,
            }
        }
        // A gateway that gave up waiting does not know.
        504 => Error::Unknown,
        500.. => Error::Failing,
        _ => Error::Unknown,
    }
}

/// The beginnings of the reasons for a 400, in lower case, and what they mean. `None` stands for a chat that is
/// gone. The words are the Bot API server's (telegram-bot-api/Client.cpp) and, in capitals there, Telegram's own.
const REASONS: [(&str, Option<Rejection>); 14] = [
    ("message is not modified", Some(Rejection::NotModified)),
    ("message_not_modified", Some(Rejection::NotModified)),
    ("message to edit not found", Some(Rejection::MessageGone)),
    ("message to delete not found", Some(Rejection::MessageGone)),
    ("message_id_invalid", Some(Rejection::MessageGone)),
    ("message can't be edited", Some(Rejection::MessageFixed)),
    ("message can't be deleted", Some(Rejection::MessageFixed)),
    ("message thread not found", Some(Rejection::ThreadGone)),
    ("topic_", Some(Rejection::ThreadGone)),
    ("chat not found", None),
    ("user not found", None),
    ("peer_id_invalid", None),
    ("group chat was deactivated", None),
    ("chat_write_forbidden", None),
];

fn rejection(reason: &str) -> Option<Rejection> {
    let known = REASONS.iter().find(|(beginning, _)| reason.starts_with(beginning));
    known.map_or(Some(Rejection::Other), |(_, rejection)| *rejection)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: u16, description: &str) -> Error {
        classify(Some(code), Some(description), None)
    }

    #[test]
    fn a_refusal_is_told_by_its_code_and_by_how_its_description_begins() {
        assert_eq!(refused(403, "Forbidden: bot was blocked by the user"), Error::ChatGone);
        assert_eq!(refused(400, "Bad Request: chat not found"), Error::ChatGone);
        assert_eq!(refused(401, "Unauthorized"), Error::TokenRefused);
        assert_eq!(refused(404, "Not Found"), Error::TokenRefused);
        assert_eq!(refused(409, "Conflict: terminated by other getUpdates request"), Error::Conflict);
        assert_eq!(refused(500, "Internal Server Error"), Error::Failing);
        assert_eq!(refused(502, "Bad Gateway"), Error::Failing);
        assert_eq!(refused(504, "Gateway Timeout"), Error::Unknown);
        for (reason, rejection) in [
            ("message is not modified: specified new message content", Rejection::NotModified),
            ("message to edit not found", Rejection::MessageGone),
            ("message to delete not found", Rejection::MessageGone),
            ("message can't be edited", Rejection::MessageFixed),
            ("message can't be deleted for everyone", Rejection::MessageFixed),
            ("message thread not found", Rejection::ThreadGone),
            ("TOPIC_CLOSED", Rejection::ThreadGone),
            ("can't parse entities", Rejection::Other),
        ] {
            assert_eq!(
                refused(400, &format!("Bad Request: {reason}")),
                Error::Rejected(rejection),
                "{reason}"
            );
        }
    }
}
