//! What an operator reads: one sentence for each thing that a person would notice. People appear by number.

use tracing::{error, info, warn};

use crate::model::record::{ChallengeKind, CodeKind};
use crate::switchboard::command::Note;

/// Logs something that the switchboard has decided or seen.
pub(super) fn note(note: &Note) {
    match note {
        Note::Watched { attempt, account } => {
            info!(attempt.id = %attempt, account.id = %account, "Watching attempt {attempt} of account {account}");
        }
        Note::Asked { attempt, kind, people } => {
            let kind = kind_word(*kind);
            info!(attempt.id = %attempt, "Asked {people} people for {kind} for attempt {attempt}");
        }
        Note::Answered { attempt, person } => {
            info!(attempt.id = %attempt, person.id = %person, "Person {person} answered for attempt {attempt}");
        }
        Note::WrongCode { attempt } => {
            info!(attempt.id = %attempt, "A code for attempt {attempt} was wrong");
        }
        Note::Ended { attempt, ending } => {
            info!(attempt.id = %attempt, ending, "Attempt {attempt} is over: {ending}");
        }
        Note::NotStarted { account, ending } => {
            info!(account.id = %account, ending, "Reauthentication of account {account} brought no attempt: {ending}");
        }
        Note::UnknownState { attempt, state } => {
            warn!(attempt.id = %attempt, state, "Attempt {attempt} is in a state that this version does not know");
        }
        Note::KeyRefused => {
            error!("The account API refuses the key; `twofa-bridge check` says what is wrong with it");
        }
        Note::UnusableLink { attempt } => {
            warn!(attempt.id = %attempt, "The API sent a link for attempt {attempt} that must not be shown");
        }
        Note::Linked { account, person } => {
            info!(account.id = %account, person.id = %person, "Person {person} is linked to account {account}");
        }
        Note::Unlinked { account, person } => {
            info!(account.id = %account, person.id = %person, "Person {person} is no longer linked to account {account}");
        }
        Note::Frozen { account, person } => {
            warn!(account.id = %account, person.id = %person, "Person {person} pressed Not me: account {account} is frozen");
        }
        Note::NotAManager { person } => {
            warn!(person.id = %person, "Person {person}, who is not a manager, tried a manager's command");
        }
        Note::GroupIgnored { chat } => {
            warn!(chat.id = %chat, "Ignored a command in chat {chat}, which is not in agency.chats");
        }
        Note::ButtonRefused { person } => {
            warn!(person.id = %person, "Person {person} pressed a button that is not theirs, or has run out");
        }
        Note::Unreachable { person } => {
            info!(person.id = %person, "Person {person} cannot be reached: they blocked the bot");
        }
        Note::ManagerUnreachable { person } => {
            warn!(person.id = %person, "Alerts do not reach manager {person}, who blocked the bot or never opened a chat with it");
        }
        Note::Rejected { post } => {
            error!(post.id = %post, "Telegram does not take message {post}; this is a defect, please report it");
        }
        Note::Full { what } => {
            warn!("Too much at once: {what}; something was refused");
        }
    }
}

fn kind_word(kind: ChallengeKind) -> &'static str {
    match kind {
        ChallengeKind::Code(CodeKind::Sms) => "the SMS code",
        ChallengeKind::Code(CodeKind::App) => "the authenticator code",
        ChallengeKind::Code(CodeKind::Email) => "the email code",
        ChallengeKind::Code(CodeKind::Some) => "a code",
        ChallengeKind::Face => "a face check",
        ChallengeKind::Phone => "a confirmation on the phone",
    }
}
