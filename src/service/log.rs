//! What an operator reads: one sentence for each thing that a person would notice. People appear by number.

use std::time::Duration;

use tokio::time::Instant;
use tracing::{debug, error, info, warn};

use crate::model::record::{ChallengeKind, CodeKind};
use crate::switchboard::command::{DeliveryFate, Note};

/// How often at most the operator is told that the key is refused. A key that lacks a scope is refused by some calls
/// and accepted by others.
const REFUSAL_TOLD_EVERY: Duration = Duration::from_mins(10);

/// What the operator was told about the key.
#[derive(Default)]
pub(super) struct KeyRefusal {
    told_at: Option<Instant>,
    is_over: bool,
}

impl KeyRefusal {
    /// The account API refuses the key: says so, unless that was said.
    pub(super) fn key_refused(&mut self, is_read_again: bool) {
        if self.told_at.is_some_and(|told| told.elapsed() < REFUSAL_TOLD_EVERY) {
            return;
        }
        *self = Self { told_at: Some(Instant::now()), is_over: false };
        if is_read_again {
            error!(
                "The account API refuses the key; `twofa-bridge check` says what is wrong with it. A new one in the \
                 file that account_api.key_file names is found without a restart"
            );
        } else {
            error!(
                "The account API refuses the key; `twofa-bridge check` says what is wrong with it. It was given inline \
                 or by environment, which cannot be read again: set a new one and restart"
            );
        }
    }

    /// The account API accepts the key: says so, if it was said that it does not.
    pub(super) fn key_accepted(&mut self) {
        if self.told_at.is_some() && !self.is_over {
            self.is_over = true;
            info!("The account API accepts the key again");
        }
    }
}

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
        Note::QuestionArrived { attempt, after } => {
            debug!(attempt.id = %attempt, "A question about attempt {attempt} stands in a chat after {after:?}");
        }
        Note::Judged { attempt, after } => {
            debug!(attempt.id = %attempt, "The account API has judged a code for attempt {attempt} after {after:?}");
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
        Note::ReadyAsked { account, people } => {
            info!(account.id = %account, "Asking {people} people whether they are ready for account {account}");
        }
        Note::ReadyEnded { account, ending } => {
            info!(account.id = %account, ending, "Nothing is started for account {account}: {ending}");
        }
        Note::Checking { account, people } => {
            info!(account.id = %account, "Asking whether the {people} people who are linked to account {account} can be reached");
        }
        Note::SessionDead { account } => {
            info!(account.id = %account, "The session of account {account} is not valid any more");
        }
        Note::NotStarted { account, ending } => {
            info!(account.id = %account, ending, "Reauthentication of account {account} brought no attempt: {ending}");
        }
        Note::UnknownState { attempt, state } => {
            warn!(attempt.id = %attempt, state, "Attempt {attempt} is in a state that this version does not know");
        }
        // Many attempts find this out, and the operator is told once, by `KeyRefusal`.
        Note::KeyRefused => debug!("The account API refuses the key"),
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
        Note::TrailBroken { flaw } => {
            error!(
                "The audit trail does not hold: {flaw}. Find out who changed it; `twofa-bridge audit --verify` tells it again"
            );
        }
        Note::Rejected { post } => {
            error!(post.id = %post, "Telegram does not take message {post}; this is a defect, please report it");
        }
        Note::Delivered { to, id, fate } => match fate {
            DeliveryFate::Taken => {
                debug!(endpoint.id = %to, event.id = %id, "Endpoint {to} has taken event {id}");
            }
            DeliveryFate::Again => {
                debug!(endpoint.id = %to, event.id = %id, "Endpoint {to} has not taken event {id}; it is told again");
            }
            DeliveryFate::GivenUp => {
                warn!(endpoint.id = %to, event.id = %id, "Endpoint {to} has not taken event {id} for a day, and is not told again");
            }
        },
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
