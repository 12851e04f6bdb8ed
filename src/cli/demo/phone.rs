//! What people see, as one reads it on a phone.

use crate::sandbox::telegram::{Bubble, Happening, Sender, Telegram, What};

use crate::cli::say;

/// How far the text of a bubble is set in.
const INDENT: &str = "        ";

/// Prints what has happened since `seen`, apart from the chats that are left out; gives how much that is by now.
pub(super) fn print(telegram: &Telegram, seen: usize, left_out: &[i64]) -> usize {
    let happened = telegram.history_since(seen);
    for happening in &happened {
        if !left_out.contains(&happening.chat)
            && let Some(lines) = describe(telegram, happening)
        {
            say(&lines);
        }
    }
    seen + happened.len()
}

/// One thing that happened, in the words of whoever holds the phone.
fn describe(telegram: &Telegram, happening: &Happening) -> Option<String> {
    let chat = chat_name(telegram, happening.chat);
    Some(match &happening.what {
        What::Said(bubble) => {
            format!("  {} writes{}:\n{}", who(bubble), in_group(&chat, happening.chat), text(bubble))
        }
        What::Rewrote(bubble) => format!("  {} edits that:\n{}", who(bubble), text(bubble)),
        What::Sent(bubble) => format!("  {chat} reads:\n{}", text(bubble)),
        What::Edited(bubble) => format!("  {chat} reads, in place of that:\n{}", text(bubble)),
        What::Deleted(bubble) => format!("  ({}’s message is deleted)", who(bubble)),
        What::Pressed { label, .. } => format!("  {chat} presses [{label}]"),
        What::Opened { .. } => format!("  {chat} opens the link"),
        What::Toast { text, .. } => format!("  {chat} sees for a moment: {text}"),
        What::Blocked { .. } => format!("  {chat} blocks the bot"),
        What::Unblocked { .. } => format!("  {chat} unblocks the bot"),
        What::Migrated { .. } | What::Kicked | What::Added => return None,
    })
}

fn in_group(chat: &str, id: i64) -> String {
    if id < 0 { format!(" in {chat}") } else { String::new() }
}

/// A chat is called after the person whose it is, or after the group.
fn chat_name(telegram: &Telegram, chat: i64) -> String {
    if chat < 0 {
        return "the group".to_owned();
    }
    let said = telegram.chat_with_deleted(chat).into_iter().find_map(|bubble| match bubble.from {
        Sender::Person { name, .. } => Some(name),
        Sender::Bot | Sender::AnonymousAdmin | Sender::Service => None,
    });
    said.unwrap_or_else(|| "somebody".to_owned())
}

fn who(bubble: &Bubble) -> &str {
    match &bubble.from {
        Sender::Bot => "the bot",
        Sender::Person { name, .. } => name,
        Sender::AnonymousAdmin => "an administrator",
        Sender::Service => "Telegram",
    }
}

/// The text of a bubble and its buttons, set in.
fn text(bubble: &Bubble) -> String {
    let mut lines: Vec<String> = bubble.text.lines().map(|line| format!("{INDENT}{line}")).collect();
    for row in &bubble.buttons {
        let labels: Vec<String> = row.iter().map(|button| format!("[{}]", button.label)).collect();
        lines.push(format!("{INDENT}{}", labels.join(" ")));
    }
    lines.join("\n")
}
