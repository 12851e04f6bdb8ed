//! Something we have to say, before it has words, and the buttons that go with it.
//!
//! Notices are facts. Their words stand in `texts/`; no notice ever holds a code, a link or an invitation's word.

use serde::{Deserialize, Serialize};

mod board;
mod check;
mod choice;
mod mute;
mod order;
mod question;
mod quiet;
mod ready;
mod round;
mod status;
mod trail;

pub use board::{AccountLine, Board, BoardLine};
pub use check::{CanRead, CheckReport, CheckSaid};
pub use choice::Choice;
pub use mute::MuteSaid;
pub use order::{OrderSaid, WhoMay};
pub use question::{Again, LinkShown, MarkShown, Question, QuestionEnd, QuestionMode};
pub use quiet::QuietSaid;
pub use ready::{ReadyAgain, ReadyEnd, ReadyQuestion};
pub use round::{Round, RoundGroup, RoundOutcome};
pub use status::{Ending, Progress, Remark, Status};
pub use trail::{Doer, TrailLine};

use super::record::Starter;
use super::{AccountId, AttemptId, Handle, Mark, Name, QuietHours, Tag, Timestamp};

/// What we have to say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    // To anybody.
    /// Who we are, to somebody who came without an invitation.
    Welcome,
    /// What a linked person can do.
    HelpCreator,
    /// What a manager can do.
    HelpManager,
    /// What is stored, for how long, and who runs this.
    Privacy,
    /// The one neutral sentence for whoever may not do what they tried.
    NotForYou,
    /// An invitation that is used, expired, revoked or was never made: all the same to whoever tries it.
    InvitationUseless,
    /// What was tried works only in the private chat with the bot.
    OnlyInPrivate,
    /// A manager tried to accept an invitation: managers never answer for a creator.
    NotForManagers,
    /// As many people are linked to the account as may be.
    TooManyLinks {
        /// The account.
        handle: Handle,
    },
    /// As many sign-ins are open as are watched at once.
    TooManyOpen,
    /// A command that we know was written in a way we do not.
    Usage(Usage),
    /// A command reached us long after it was written, and was not carried out.
    CommandTooOld,
    /// Which language is spoken, with a button for each that can be.
    Languages,

    // To a creator, about being linked.
    /// What accepting means; buttons *Accept* and *Decline*.
    Invited {
        /// The account.
        handle: Handle,
        /// Who invited.
        inviter: Starter,
    },
    /// Accepted, and on disk.
    Linked {
        /// The account.
        handle: Handle,
        /// The mark of the link, when it is new.
        #[serde(default)]
        mark: Option<MarkShown>,
    },
    /// A link that had no mark has one.
    MarkGiven {
        /// The account.
        handle: Handle,
        /// The mark.
        mark: MarkShown,
    },
    /// Somebody else is linked to the account as well.
    OtherLinked {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
        /// Who invited them.
        inviter: Starter,
    },
    /// The mark that stood here is good for nothing any more.
    MarkVoid,
    /// The invitation was declined.
    InvitationDeclined {
        /// The account.
        handle: Handle,
    },
    /// The accounts that a person is linked to.
    MyAccounts {
        /// Each with who invited and when it was accepted.
        links: Vec<MyAccount>,
        /// When they do not want to be asked what can wait.
        #[serde(default)]
        quiet: Option<QuietHours>,
    },
    /// About their quiet hours.
    Quiet(QuietSaid),
    /// Whether somebody can read what is sent to them.
    Check(CheckSaid),
    /// Who is asked first about an account.
    Order(OrderSaid),
    /// The person withdrew.
    Stopped {
        /// The account.
        handle: Handle,
    },
    /// A manager ended the link.
    Unlinked {
        /// The account.
        handle: Handle,
    },
    /// What is stored about the person comes as a document.
    MyData,
    /// Shall everything about the person be forgotten? Button *Forget me*.
    ForgetMe {
        /// The accounts whose links end.
        handles: Vec<Handle>,
        /// The accounts that the person's *Not me* goes on protecting.
        frozen: Vec<Handle>,
    },
    /// Nothing was forgotten: the time to confirm is over.
    NotForgotten,
    /// Nothing is kept about the person, apart from what protects these accounts.
    Forgotten {
        /// The accounts that the person's *Not me* goes on protecting.
        frozen: Vec<Handle>,
    },
    /// What the audit trail has, oldest first: about an account, or about whoever asks. Button *Earlier*.
    History {
        /// The account; none: whoever asks.
        account: Option<Handle>,
        /// One line each.
        lines: Vec<TrailLine>,
        /// Whether there are earlier ones.
        more: bool,
    },
    /// The audit trail cannot be read.
    TrailUnreadable,
    /// Managers cannot be forgotten: the config names them.
    ForgetNoManager,
    /// The person is not linked to an account of this name.
    NotLinked {
        /// What they wrote.
        handle: Handle,
    },

    // To a creator, about a challenge.
    /// The question itself.
    Question(Question),
    /// What became of a question.
    QuestionEnded {
        /// The account.
        handle: Handle,
        /// The attempt's tag.
        tag: Tag,
        /// How it ended.
        end: QuestionEnd,
    },
    /// The question that stands here was asked again further down.
    QuestionRepeated {
        /// The account.
        handle: Handle,
        /// The attempt's tag.
        tag: Tag,
    },
    /// A sign-in was postponed and is over; shall there be a new one? Buttons *I am ready*, *Not now*.
    ReadyAgain {
        /// The account.
        handle: Handle,
        /// Who asked at the time.
        starter: Starter,
        /// By what the person knows that it is genuine.
        #[serde(default)]
        mark: Option<Mark>,
    },
    /// Would now be a good time for a sign-in? Buttons *I am ready*, *In an hour*, *Not now*.
    Ready(ReadyQuestion),
    /// What became of that question.
    ReadyEnded {
        /// The account.
        handle: Handle,
        /// The tag of the sign-in that was to be.
        tag: Tag,
        /// How it ended.
        end: ReadyEnd,
    },
    /// What became of *I am ready* or *Not now*.
    ReadyAnswered {
        /// The account.
        handle: Handle,
        /// Whether a new sign-in was started.
        started: bool,
    },
    /// *Not me* was pressed: everything is stopped. Button *Allow again*.
    FrozenByYou {
        /// The account.
        handle: Handle,
    },
    /// *Allow again* was pressed.
    AllowedByYou {
        /// The account.
        handle: Handle,
    },

    // To a creator, about what they wrote.
    /// No question is open.
    NothingOpen,
    /// There is no code in it.
    NoCode {
        /// The fewest digits of a code.
        digits_min: u8,
        /// The most digits of a code.
        digits_max: u8,
    },
    /// There are two candidates in it.
    TwoCodes,
    /// Photos, voice and stickers are not read.
    TypeTheCode,
    /// It was written before the question.
    TooEarly,
    /// It looks like a login code of Telegram itself.
    TelegramsOwnCode,
    /// A code for this attempt is being checked.
    StillChecking {
        /// The account.
        handle: Handle,
    },
    /// The open challenge wants something done, not a code.
    NoCodeWanted {
        /// The account.
        handle: Handle,
    },
    /// Several questions are open; one button each.
    WhichAccount {
        /// The accounts, in the order of their buttons.
        choices: Vec<(Handle, Tag)>,
    },
    /// The buttons by which it is chosen cannot be shown, and the code was not used: send one as a reply.
    WhichByReply,
    /// The account was chosen.
    AccountChosen {
        /// The account, or none if it was over by then.
        handle: Option<Handle>,
    },
    /// The message with the code could not be deleted.
    DeleteItYourself,
    /// The code could not be used and was not kept; a new one is needed.
    CodeNotUsed,

    // Short answers to a pressed button.
    /// The button is no longer good for anything.
    ButtonExpired,
    /// Done as pressed.
    Noted,
    /// The email was asked for again.
    EmailAskedFor,
    /// The email may be asked for again in so many seconds.
    EmailCooldown {
        /// Whole seconds to wait.
        seconds: u64,
    },
    /// The API is being told; the outcome appears in the question.
    TellingTheApi,

    // To managers.
    /// Whether what they have not asked for makes a sound.
    Mute(MuteSaid),
    /// The one message about a sign-in that is edited as things move.
    Status(Status),
    /// No account is called this.
    UnknownHandle {
        /// What was written.
        handle: Handle,
    },
    /// Several accounts are called this.
    AmbiguousHandle {
        /// What was written.
        handle: Handle,
        /// Their ids.
        accounts: Vec<AccountId>,
    },
    /// The list of accounts cannot be had at the moment, and the handle is not known without it.
    AccountsUnavailable {
        /// What was written.
        handle: Handle,
    },
    /// Too many reauthentications of one account.
    ReauthLimit {
        /// The account.
        handle: Handle,
        /// Whole seconds to wait.
        seconds: u64,
    },
    /// A sign-in of this account is open already.
    AlreadyOpen {
        /// The account.
        handle: Handle,
        /// Its tag.
        tag: Tag,
    },
    /// It is being asked already whether somebody is ready.
    AlreadyAsked {
        /// The account.
        handle: Handle,
        /// The tag of the sign-in to be.
        tag: Tag,
    },
    /// The account's session is not valid any more; button *Reconnect*.
    SessionDead {
        /// The account.
        handle: Handle,
    },
    /// It is valid again.
    SessionAlive {
        /// The account.
        handle: Handle,
    },
    /// The account is frozen by *Not me*.
    AccountFrozen {
        /// The account.
        handle: Handle,
    },
    /// Nobody is linked; button *Invite*.
    NobodyLinked {
        /// The account.
        handle: Handle,
    },
    /// An invitation link; button *Revoke*.
    InvitationMade {
        /// The account.
        handle: Handle,
        /// Until when it works.
        expires_at: Timestamp,
    },
    /// Invitations that nobody can use any more.
    InvitationsRevoked {
        /// The account.
        handle: Handle,
        /// How many there were.
        count: u64,
    },
    /// Somebody accepted.
    InvitationAccepted {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// Somebody declined.
    InvitationRefused {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// *Not me* was pressed.
    NotMeAlert {
        /// The account.
        handle: Handle,
        /// The attempt's tag.
        tag: Tag,
        /// Who pressed it.
        name: Name,
        /// Who had started the attempt.
        starter: Starter,
    },
    /// *Allow again* was pressed.
    AllowedAgain {
        /// The account.
        handle: Handle,
        /// Who pressed it.
        name: Name,
    },
    /// A creator withdrew.
    CreatorStopped {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// A creator, asked again at the time of their choice, does not want to now.
    CreatorNotNow {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// A creator cannot be reached, though asked.
    CreatorUnreachable {
        /// The account.
        handle: Handle,
        /// Who.
        name: Name,
    },
    /// Links that a manager ended.
    LinksEnded {
        /// The account.
        handle: Handle,
        /// Whose.
        names: Vec<Name>,
    },
    /// These people were asked once more.
    Nudged {
        /// The account.
        handle: Handle,
        /// Who.
        names: Vec<Name>,
    },
    /// Nobody is being asked, so nobody can be nudged.
    NothingToNudge {
        /// The account.
        handle: Handle,
    },
    /// They were nudged less than a minute ago.
    NudgeTooSoon {
        /// The account.
        handle: Handle,
        /// Whole seconds to wait.
        seconds: u64,
    },
    /// These are quiet hours of who is asked whether it is a good time.
    NudgeQuiet {
        /// The account.
        handle: Handle,
        /// When they may be.
        until: Timestamp,
    },
    /// They were asked too often within the hour.
    NudgeTooOften {
        /// The account.
        handle: Handle,
        /// When they may be.
        until: Timestamp,
    },
    /// There is nothing to cancel.
    NothingToCancel {
        /// The account.
        handle: Handle,
    },
    /// An attempt that another account has already.
    AttemptTaken {
        /// The attempt.
        attempt: AttemptId,
    },
    /// What is known of all accounts.
    Accounts {
        /// One entry each.
        accounts: Vec<AccountLine>,
        /// How many more there are than fit in a message.
        more: u64,
    },
    /// All accounts, page by page. Buttons *Previous page*, *Next page*.
    Board(Board),
    /// What came of one command that reconnects several accounts. Button *Cancel*.
    Round(Round),
    /// There are more accounts than one command reconnects.
    TooManyForRound {
        /// How many there are.
        accounts: u64,
        /// How many there may be.
        most: u64,
    },
    /// What is open.
    Open {
        /// One status each.
        attempts: Vec<Status>,
        /// How many more there are than fit in a message.
        more: u64,
    },
}

/// A command written in a way we do not understand: how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// `/reauth @account …`
    Reauth,
    /// `/ready @account`
    Ready,
    /// `/invite @account [revoke]`
    Invite,
    /// `/watch <attempt id> @account`
    Watch,
    /// `/cancel @account`
    Cancel,
    /// `/nudge @account`
    Nudge,
    /// `/check @account`
    Check,
    /// `/order @account`
    Order,
    /// `/unlink @account`
    Unlink,
    /// `/status [@account]`
    Status,
    /// `/stop @account`
    Stop,
    /// `/audit @account`
    Audit,
    /// No command of ours.
    Unknown,
}

/// One account of [`Notice::MyAccounts`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MyAccount {
    /// The account.
    pub handle: Handle,
    /// Who invited.
    pub inviter: Starter,
    /// When it was accepted.
    pub since: Timestamp,
    /// Whether *Not me* has stopped it.
    pub frozen: bool,
    /// By what the person knows genuine questions about it.
    #[serde(default)]
    pub mark: Option<Mark>,
}
