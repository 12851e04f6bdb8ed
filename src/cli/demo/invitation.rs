//! How people of the demo get to be linked: by a real invitation, opened and accepted in the simulated Telegram.

use std::time::Duration;

use crate::sandbox::people::Person;
use crate::sandbox::telegram::{Bubble, Sender, Telegram};

/// How long anything in the demo may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A pause in which a human would look at the phone.
const A_LOOK: Duration = Duration::from_millis(60);

/// A manager invites, and a creator opens the link; gives the question whether to accept.
pub(super) async fn send(
    telegram: &Telegram,
    manager: &Person,
    creator: &Person,
    handle: &str,
) -> Result<Bubble, String> {
    let before = mark(telegram, manager.id());
    manager.says(&format!("/invite @{handle}"));
    let invitation = wait(telegram, manager.id(), before, "It works once").await?;
    let before = mark(telegram, creator.id());
    creator.start_bot(Some(&word(&invitation)?));
    wait(telegram, creator.id(), before, "If you accept").await
}

/// A creator accepts.
pub(super) async fn accept(telegram: &Telegram, creator: &Person, question: &Bubble) -> Result<(), String> {
    let before = mark(telegram, creator.id());
    press(creator, question, "Accept")?;
    wait(telegram, creator.id(), before.min(question.message_id - 1), "You are linked to").await.map(drop)
}

/// The number of the last message in a chat: what is waited for comes after it.
pub(super) fn mark(telegram: &Telegram, chat: i64) -> i64 {
    telegram.chat_with_deleted(chat).last().map_or(0, |bubble| bubble.message_id)
}

/// Waits for a message of the bot, after `mark`, that says this.
pub(super) async fn wait(telegram: &Telegram, chat: i64, mark: i64, says: &str) -> Result<Bubble, String> {
    let find = || {
        telegram.chat(chat).into_iter().rfind(|bubble| {
            bubble.message_id > mark && bubble.from == Sender::Bot && bubble.text.contains(says)
        })
    };
    let waited = telegram.wait_for(|_| find().is_some(), PATIENCE).await;
    match (waited, find()) {
        (Ok(()), Some(bubble)) => {
            tokio::time::sleep(A_LOOK).await;
            Ok(bubble)
        }
        (_, _) => Err(format!("nobody was told {says:?} in chat {chat}")),
    }
}

/// Presses a button.
pub(super) fn press(person: &Person, bubble: &Bubble, label: &str) -> Result<(), String> {
    person
        .press(bubble.message_id, label)
        .map(drop)
        .map_err(|problem| format!("cannot press {label}: {problem:?}"))
}

/// The word in an invitation link.
fn word(bubble: &Bubble) -> Result<String, String> {
    let link = bubble.text.split_whitespace().find_map(|part| part.split_once("?start="));
    link.map(|(_, word)| word.to_owned()).ok_or_else(|| "the invitation has no link".to_owned())
}
