//! What may happen to the switchboard: everything that goes in.

use std::time::Duration;

use crate::model::incoming::Incoming;
use crate::model::record::Menu;
use crate::model::trail::Entry;
use crate::model::{
    AccountId, Address, AttemptId, ChatId, DispatchId, EndpointId, Handle, MessageId, Name, PersonId, PostId,
    Snapshot, TelegramTime, UpdateId,
};

/// Something that has happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The process has started and what was remembered is here.
    Started,
    /// A deadline has come.
    DeadlineCame,
    /// Telegram reported something.
    Heard(Incoming),
    /// Nothing more is reported before this update is settled: too many have come after it.
    KeepsBack(UpdateId),
    /// The account API has listed the accounts, or could not.
    Listed(Result<Vec<(AccountId, Handle)>, Trouble>),
    /// The account API has answered a reauthentication.
    Reauthenticated {
        /// The account.
        account: AccountId,
        /// The number of the request.
        request: u64,
        /// The new attempt, or why there is none.
        result: Result<Snapshot, Trouble>,
    },
    /// A look at an attempt has come back.
    Seen {
        /// The attempt.
        attempt: AttemptId,
        /// The number of the request.
        request: u64,
        /// What it showed.
        result: Result<Snapshot, Trouble>,
    },
    /// The account API has answered a code, or *I have done it*.
    Judged {
        /// The attempt.
        attempt: AttemptId,
        /// The number of the request.
        request: u64,
        /// The verdict, as the attempt shows it.
        result: Result<Snapshot, Trouble>,
    },
    /// The account API has answered the request for an email.
    EmailTriggered {
        /// The attempt.
        attempt: AttemptId,
        /// The number of the request.
        request: u64,
        /// The attempt, where the answer shows it.
        result: Result<Option<Snapshot>, Trouble>,
    },
    /// A message of ours stands in its chat as ordered.
    Shown {
        /// Which.
        post: PostId,
        /// At which revision.
        revision: u32,
        /// Its number in the chat.
        message: MessageId,
        /// When Telegram took it.
        date: TelegramTime,
    },
    /// A message of ours does not stand in its chat as ordered, and will not by itself.
    NotShown {
        /// Which.
        post: PostId,
        /// At which revision.
        revision: u32,
        /// Why.
        why: Unshown,
    },
    /// A person's message could not be deleted.
    NotDeleted {
        /// Where it stands.
        at: Address,
    },
    /// A person's private chat has this command menu of its own, or none.
    MenuSet {
        /// Whose chat.
        person: PersonId,
        /// Which menu.
        menu: Option<Menu>,
    },
    /// A group has another number.
    Moved {
        /// The old number.
        from: ChatId,
        /// The new one.
        to: ChatId,
    },
    /// The agency's own system hands over an attempt.
    Handed {
        /// To be named in the response.
        ticket: u64,
        /// The attempt.
        attempt: AttemptId,
        /// The account, by id or by handle.
        account: String,
        /// Who started it.
        started_by: Name,
    },
    /// The agency's own system asks about an attempt.
    Inquired {
        /// To be named in the response.
        ticket: u64,
        /// The attempt.
        attempt: AttemptId,
    },
    /// Entries of the audit trail that were asked for.
    Recalled {
        /// As in the order.
        ticket: u64,
        /// The newest first; none: they cannot be read.
        entries: Option<Vec<Entry>>,
    },
    /// An account was looked at, or could not be.
    AccountSeen {
        /// Which.
        account: AccountId,
        /// The number of the request.
        request: u64,
        /// Whether its session is valid, or what went wrong; none: other calls went first, and nothing was asked.
        result: Option<Result<(), Trouble>>,
    },
    /// An endpoint of the agency's system was told something.
    Delivered {
        /// Which.
        to: EndpointId,
        /// The number of what it was told.
        id: DispatchId,
        /// Whether it has taken it.
        is_taken: bool,
    },
    /// The operator wants an invitation.
    InvitationWanted {
        /// To be named in the response.
        ticket: u64,
        /// The account, by id or by handle.
        account: String,
    },
}

/// What went wrong at the account API, as far as it makes a difference to what we do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The request surely had no effect.
    Unreachable,
    /// It may or may not have had its effect.
    Lost,
    /// Our key is refused.
    Refused,
    /// The account or the attempt is not known.
    NotFound,
    /// The account's session is no longer valid.
    Gone,
    /// There are no stored credentials.
    NoCredentials,
    /// We are too fast; how long to wait, if the API said.
    Throttled(Option<Duration>),
    /// The API understood and will not.
    Declined,
}

/// Why a message does not stand in its chat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unshown {
    /// The chat is closed to us: blocked, deleted, never opened.
    ChatGone,
    /// The message that was to be edited is no longer there.
    MessageGone,
    /// Telegram will not take it.
    Rejected,
}
