//! Which buttons Telegram takes.

use serde_json::Value;

/// The kinds of action a button can have.
const KINDS: [&str; 10] = [
    "url",
    "callback_data",
    "web_app",
    "copy_text",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
];

/// Refuses a reply markup as Telegram would, with the description's words after `Bad Request:`.
pub(super) fn check(markup: &Value, chat: i64) -> Result<(), String> {
    let Some(rows) = markup.get("inline_keyboard") else {
        return Ok(());
    };
    if markup.get("force_reply").is_some() {
        return Err("reply markup must be of one kind".into());
    }
    let Some(rows) = rows.as_array() else {
        return Err("field \"inline_keyboard\" must be of type Array".into());
    };
    for row in rows {
        let Some(row) = row.as_array() else {
            return Err("field \"inline_keyboard\" must be an Array of Arrays".into());
        };
        for button in row {
            check_button(button, chat)?;
        }
    }
    Ok(())
}

fn check_button(button: &Value, chat: i64) -> Result<(), String> {
    let label = button.get("text").and_then(Value::as_str).unwrap_or_default();
    if label.trim().is_empty() {
        return Err("can't parse inline keyboard button: field \"text\" must be a non-empty String".into());
    }
    let mut kinds = KINDS.iter().filter(|kind| button.get(**kind).is_some_and(|value| !value.is_null()));
    let Some(kind) = kinds.next() else {
        return Err("can't parse inline keyboard button: \
                    Text buttons are unallowed in the inline keyboard"
            .into());
    };
    if kinds.next().is_some() {
        return Err("BUTTON_DATA_INVALID".into());
    }
    let text = |pointer: &str| button.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    match *kind {
        "url" if !is_link(text("/url"), &["http://", "https://", "tg://"]) => {
            Err("BUTTON_URL_INVALID".into())
        }
        "callback_data" if !(1..=64).contains(&text("/callback_data").len()) => {
            Err("BUTTON_DATA_INVALID".into())
        }
        "web_app" if chat < 0 => Err("BUTTON_TYPE_INVALID".into()),
        "web_app" if !is_link(text("/web_app/url"), &["https://"]) => Err("BUTTON_URL_INVALID".into()),
        "copy_text" if !(1..=256).contains(&text("/copy_text/text").chars().count()) => {
            Err("BUTTON_COPY_TEXT_INVALID".into())
        }
        _ => Ok(()),
    }
}

fn is_link(url: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|scheme| url.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
        && !url.contains(char::is_whitespace)
}
