//! Words for people: a notice goes in, a message with its buttons comes out. Nothing else speaks to people.
//!
//! The words stand in Fluent files, one for each language, and so do the forms of numbers, times and durations. Messages
//! are plain text, without any markup that what comes from outside could break or forge; Fluent sets isolation marks
//! around everything that is filled in.

mod board;
mod bundles;
mod check;
mod marks;
mod mute;
mod order;
mod questions;
mod quiet;
mod ready;
mod rounds;
mod statuses;
mod trail;

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::Timestamp as Moment;
use jiff::tz::TimeZone;

use crate::model::notice::{Choice, Notice, Usage};
use crate::model::record::Starter;
use crate::model::{Handle, Language, Name, Tag, Timestamp, Word};
use bundles::Bundles;

/// A message as it is to stand in a chat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// The text, plain.
    pub text: String,
    /// The buttons, row by row.
    pub buttons: Vec<Vec<Button>>,
}

/// A button with its label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// What it does.
    pub does: Does,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Does {
    /// It reports a choice to us.
    Choose(Choice),
    /// It opens the link that goes with the message, and tells us nothing.
    Open,
}

/// The words of the file cannot be used: a defect of the file.
#[derive(Debug, thiserror::Error)]
#[error("the texts cannot be read: {0}")]
pub struct Unreadable(String);

/// All words, ready to be used in one language at a time.
#[derive(Clone)]
pub struct Texts {
    bundles: Arc<Bundles>,
    language: Language,
    agency: Name,
    bot: String,
    zone: TimeZone,
    trail_days: u32,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts")
            .field("bot", &self.bot)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// Who may use a command, for the menus.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Everybody, in private.
    Creator,
    /// Managers, in private.
    Manager,
    /// Managers, in groups.
    Group,
}

impl Texts {
    /// Prepares the words for an agency, a bot, the time zone in which times are shown, and the days for which the audit
    /// trail is kept. They are English until [`Texts::in_language`] says otherwise.
    pub fn new(agency: &str, bot: &str, zone: TimeZone, trail_days: u32) -> Result<Self, Unreadable> {
        Ok(Self {
            bundles: Arc::new(Bundles::read()?),
            language: Language::English,
            agency: Name::new(agency),
            bot: bot.to_owned(),
            zone,
            trail_days,
        })
    }

    /// The same in another language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// The command menu of a role: names and descriptions.
    pub fn commands(&self, role: Role) -> Vec<(String, String)> {
        let names: &[&str] = match role {
            Role::Creator => &[
                "accounts", "history", "stop", "quiet", "order", "language", "mydata", "forgetme", "help",
                "privacy",
            ],
            Role::Manager | Role::Group => &[
                "reauth", "ready", "status", "nudge", "check", "cancel", "watch", "invite", "unlink",
                "accounts", "audit", "mute", "unmute", "language", "help", "privacy",
            ],
        };
        let only_in_private = ["mute", "unmute", "language"];
        let names = names.iter().filter(|name| role != Role::Group || !only_in_private.contains(name));
        names.map(|name| ((*name).to_owned(), self.say(&format!("command-{name}"), &[]))).collect()
    }

    /// Puts a notice into words. `word` is the secret part of an invitation link, for the one notice that has one.
    pub fn render(&self, notice: &Notice, word: Option<&Word>) -> Rendered {
        Rendered { text: self.text(notice, word), buttons: self.buttons(notice) }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each thing that can be said")]
    fn text(&self, notice: &Notice, word: Option<&Word>) -> String {
        match notice {
            Notice::Welcome => self.plain("welcome"),
            Notice::HelpCreator => self.plain("help-creator"),
            Notice::HelpManager => self.plain("help-manager"),
            Notice::Privacy => self.say("privacy", &[number("days", self.trail_days)]),
            Notice::NotForYou => self.plain("not-for-you"),
            Notice::InvitationUseless => self.plain("invitation-useless"),
            Notice::OnlyInPrivate => self.plain("only-in-private"),
            Notice::NotForManagers => self.plain("not-for-managers"),
            Notice::TooManyLinks { handle } => self.about("too-many-links", handle),
            Notice::TooManyOpen => self.plain("too-many-open"),
            Notice::Usage(usage) => self.plain(usage_id(*usage)),
            Notice::CommandTooOld => self.plain("command-too-old"),
            Notice::Languages => self.plain("languages"),
            Notice::Invited { handle, inviter } => self.begun("invited", handle, inviter),
            Notice::Linked { handle, mark } => self.linked(handle, mark.as_ref()),
            Notice::MarkGiven { handle, mark } => self.mark_given(handle, mark),
            Notice::OtherLinked { handle, name, inviter } => self.say(
                "other-linked",
                &[
                    text("handle", handle.as_str()),
                    text("name", name.as_str()),
                    text("starter", &self.starter(inviter)),
                ],
            ),
            Notice::MarkVoid => self.plain("mark-void"),
            Notice::InvitationDeclined { handle } => self.about("invitation-declined", handle),
            Notice::MyAccounts { links, quiet } => self.my_accounts(links, quiet.as_ref()),
            Notice::Quiet(said) => self.quiet(said),
            Notice::Mute(said) => self.mute(*said),
            Notice::Check(said) => self.check(said),
            Notice::Order(said) => self.order(said),
            Notice::Stopped { handle } => self.about("stopped", handle),
            Notice::Unlinked { handle } => self.about("unlinked", handle),
            Notice::MyData => self.plain("my-data"),
            Notice::ForgetMe { handles, frozen } => self.forget_me(handles, frozen),
            Notice::NotForgotten => self.plain("not-forgotten"),
            Notice::Forgotten { frozen } if frozen.is_empty() => self.plain("forgotten"),
            Notice::Forgotten { frozen } => {
                self.say("forgotten-frozen", &[text("handles", &handles(frozen))])
            }
            Notice::History { account, lines, more: _ } => self.history(account.as_ref(), lines),
            Notice::TrailUnreadable => self.plain("trail-unreadable"),
            Notice::ForgetNoManager => self.plain("forget-no-manager"),
            Notice::NotLinked { handle } => self.about("not-linked", handle),
            Notice::Question(question) => self.question(question),
            Notice::QuestionEnded { handle, tag, end } => self.question_ended(handle, *tag, end),
            Notice::QuestionRepeated { handle, tag } => self.tagged("repeated", handle, *tag),
            Notice::Ready(question) => self.ready(question),
            Notice::ReadyEnded { handle, tag, end } => self.ready_ended(handle, *tag, end),
            Notice::ReadyAgain { handle, starter, mark } => {
                let said = self.begun("ready-again", handle, starter);
                mark.as_ref().map_or_else(|| said.clone(), |mark| format!("{said}\n{}", self.mark(mark)))
            }
            Notice::ReadyAnswered { handle, started: true } => self.about("ready-started", handle),
            Notice::ReadyAnswered { handle, started: false } => self.about("ready-not-started", handle),
            Notice::FrozenByYou { handle } => self.about("frozen-by-you", handle),
            Notice::AllowedByYou { handle } => self.about("allowed-by-you", handle),
            Notice::NothingOpen => self.plain("nothing-open"),
            Notice::NoCode { digits_min, digits_max } => {
                self.say("no-code", &[number("min", *digits_min), number("max", *digits_max)])
            }
            Notice::TwoCodes => self.plain("two-codes"),
            Notice::TypeTheCode => self.plain("type-the-code"),
            Notice::TooEarly => self.plain("too-early"),
            Notice::TelegramsOwnCode => self.plain("telegrams-own-code"),
            Notice::StillChecking { handle } => self.about("still-checking", handle),
            Notice::NoCodeWanted { handle } => self.about("no-code-wanted", handle),
            Notice::WhichAccount { .. } => self.plain("which-account"),
            Notice::WhichByReply => self.plain("which-by-reply"),
            Notice::AccountChosen { handle: Some(handle) } => self.about("account-chosen", handle),
            Notice::AccountChosen { handle: None } => self.plain("account-not-chosen"),
            Notice::DeleteItYourself => self.plain("delete-it-yourself"),
            Notice::CodeNotUsed => self.plain("code-not-used"),
            Notice::ButtonExpired => self.plain("button-expired"),
            Notice::Noted => self.plain("noted"),
            Notice::EmailAskedFor => self.plain("email-asked-for"),
            Notice::EmailCooldown { seconds } => self.say("email-cooldown", &[number("seconds", *seconds)]),
            Notice::TellingTheApi => self.plain("telling-the-api"),
            Notice::Status(status) => self.status(status),
            Notice::UnknownHandle { handle } => self.about("unknown-handle", handle),
            Notice::AmbiguousHandle { handle, accounts } => {
                let accounts: Vec<&str> = accounts.iter().map(crate::model::AccountId::as_str).collect();
                let accounts = accounts.join(", ");
                self.say("ambiguous-handle", &[text("handle", handle.as_str()), text("accounts", &accounts)])
            }
            Notice::AccountsUnavailable { handle } => self.about("accounts-unavailable", handle),
            Notice::ReauthLimit { handle, seconds } => self.say(
                "reauth-limit",
                &[text("handle", handle.as_str()), text("duration", &self.duration(*seconds))],
            ),
            Notice::AlreadyOpen { handle, tag } => self.tagged("already-open", handle, *tag),
            Notice::AlreadyAsked { handle, tag } => self.tagged("already-asked", handle, *tag),
            Notice::SessionDead { handle } => self.about("session-dead", handle),
            Notice::SessionAlive { handle } => self.about("session-alive", handle),
            Notice::AccountFrozen { handle } => self.about("account-frozen", handle),
            Notice::NobodyLinked { handle } => self.about("nobody-linked", handle),
            Notice::InvitationMade { handle, expires_at } => self.invitation(handle, *expires_at, word),
            Notice::InvitationsRevoked { handle, count } => {
                self.say("invitations-revoked", &[text("handle", handle.as_str()), number("count", *count)])
            }
            Notice::InvitationAccepted { handle, name } => self.named("invitation-accepted", handle, name),
            Notice::InvitationRefused { handle, name } => self.named("invitation-refused", handle, name),
            Notice::NotMeAlert { handle, tag, name, starter } => self.say(
                "not-me-alert",
                &[
                    text("handle", handle.as_str()),
                    text("tag", &tag.to_string()),
                    text("name", name.as_str()),
                    text("starter", &self.starter(starter)),
                ],
            ),
            Notice::AllowedAgain { handle, name } => self.named("allowed-again", handle, name),
            Notice::CreatorStopped { handle, name } => self.named("creator-stopped", handle, name),
            Notice::CreatorUnreachable { handle, name } => self.named("creator-unreachable", handle, name),
            Notice::CreatorNotNow { handle, name } => self.named("creator-not-now", handle, name),
            Notice::LinksEnded { handle, names } => {
                self.say("links-ended", &[text("handle", handle.as_str()), text("names", &self.names(names))])
            }
            Notice::Nudged { handle, names } => {
                self.say("nudged", &[text("handle", handle.as_str()), text("names", &self.names(names))])
            }
            Notice::NothingToNudge { handle } => self.about("nothing-to-nudge", handle),
            Notice::NudgeTooSoon { handle, seconds } => self.say(
                "nudge-too-soon",
                &[text("handle", handle.as_str()), text("duration", &self.duration(*seconds))],
            ),
            Notice::NudgeTooOften { handle, until } => self
                .say("nudge-too-often", &[text("handle", handle.as_str()), text("time", &self.time(*until))]),
            Notice::NudgeQuiet { handle, until } => {
                self.say("nudge-quiet", &[text("handle", handle.as_str()), text("time", &self.time(*until))])
            }
            Notice::NothingToCancel { handle } => self.about("nothing-to-cancel", handle),
            Notice::AttemptTaken { attempt } => {
                self.say("attempt-taken", &[text("attempt", attempt.as_str())])
            }
            Notice::Accounts { accounts, more } => self.accounts(accounts, *more),
            Notice::Board(board) => self.board(board),
            Notice::Round(round) => self.round(round),
            Notice::TooManyForRound { accounts, most } => {
                self.say("too-many-for-round", &[number("accounts", *accounts), number("most", *most)])
            }
            Notice::Open { attempts, more } => self.open(attempts, *more),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each thing that can be said")]
    fn buttons(&self, notice: &Notice) -> Vec<Vec<Button>> {
        match notice {
            Notice::Invited { .. } => vec![vec![
                self.choice("button-accept", Choice::Accept),
                self.choice("button-decline", Choice::Decline),
            ]],
            Notice::Question(question) => self.question_buttons(question),
            Notice::Linked { mark: Some(mark), .. } | Notice::MarkGiven { mark, .. } if mark.may_change => {
                vec![vec![self.choice("button-another", Choice::Another)]]
            }
            Notice::Ready(question) => self.ready_buttons(question),
            Notice::Check(said) => self.check_buttons(said),
            Notice::Order(said) => self.order_buttons(said),
            Notice::ReadyAgain { .. } => vec![vec![
                self.choice("button-ready", Choice::Ready),
                self.choice("button-not-now", Choice::NotNow),
            ]],
            Notice::FrozenByYou { .. } => vec![vec![self.choice("button-allow-again", Choice::AllowAgain)]],
            Notice::WhichAccount { choices } => self.account_buttons(choices),
            Notice::Status(status) => self.status_buttons(status),
            Notice::Board(board) => self.board_buttons(board),
            Notice::Round(round) => self.round_buttons(round),
            Notice::Languages => self.language_buttons(),
            Notice::ForgetMe { .. } => vec![vec![self.choice("button-forget", Choice::Forget)]],
            Notice::SessionDead { .. } => vec![vec![self.choice("button-reconnect", Choice::Reconnect)]],
            Notice::NobodyLinked { .. } => vec![vec![self.choice("button-invite", Choice::Invite)]],
            Notice::InvitationMade { .. } => vec![vec![self.choice("button-revoke", Choice::Revoke)]],
            Notice::History { more: true, .. } => vec![vec![self.choice("button-earlier", Choice::Earlier)]],
            Notice::Welcome
            | Notice::HelpCreator
            | Notice::HelpManager
            | Notice::Privacy
            | Notice::NotForYou
            | Notice::InvitationUseless
            | Notice::OnlyInPrivate
            | Notice::NotForManagers
            | Notice::TooManyLinks { .. }
            | Notice::TooManyOpen
            | Notice::Usage(_)
            | Notice::CommandTooOld
            | Notice::Linked { .. }
            | Notice::MarkGiven { .. }
            | Notice::MarkVoid
            | Notice::OtherLinked { .. }
            | Notice::InvitationDeclined { .. }
            | Notice::MyAccounts { .. }
            | Notice::Quiet(_)
            | Notice::Mute(_)
            | Notice::Stopped { .. }
            | Notice::Unlinked { .. }
            | Notice::MyData
            | Notice::NotForgotten
            | Notice::Forgotten { .. }
            | Notice::History { more: false, .. }
            | Notice::TrailUnreadable
            | Notice::ForgetNoManager
            | Notice::NotLinked { .. }
            | Notice::QuestionEnded { .. }
            | Notice::QuestionRepeated { .. }
            | Notice::ReadyAnswered { .. }
            | Notice::ReadyEnded { .. }
            | Notice::AllowedByYou { .. }
            | Notice::NothingOpen
            | Notice::NoCode { .. }
            | Notice::TwoCodes
            | Notice::TypeTheCode
            | Notice::TooEarly
            | Notice::TelegramsOwnCode
            | Notice::StillChecking { .. }
            | Notice::NoCodeWanted { .. }
            | Notice::WhichByReply
            | Notice::AccountChosen { .. }
            | Notice::DeleteItYourself
            | Notice::CodeNotUsed
            | Notice::ButtonExpired
            | Notice::Noted
            | Notice::EmailAskedFor
            | Notice::EmailCooldown { .. }
            | Notice::TellingTheApi
            | Notice::UnknownHandle { .. }
            | Notice::AmbiguousHandle { .. }
            | Notice::AccountsUnavailable { .. }
            | Notice::ReauthLimit { .. }
            | Notice::AlreadyOpen { .. }
            | Notice::AlreadyAsked { .. }
            | Notice::SessionAlive { .. }
            | Notice::AccountFrozen { .. }
            | Notice::InvitationsRevoked { .. }
            | Notice::InvitationAccepted { .. }
            | Notice::InvitationRefused { .. }
            | Notice::NotMeAlert { .. }
            | Notice::AllowedAgain { .. }
            | Notice::CreatorStopped { .. }
            | Notice::CreatorUnreachable { .. }
            | Notice::CreatorNotNow { .. }
            | Notice::LinksEnded { .. }
            | Notice::Nudged { .. }
            | Notice::NothingToNudge { .. }
            | Notice::NudgeTooSoon { .. }
            | Notice::NudgeTooOften { .. }
            | Notice::NudgeQuiet { .. }
            | Notice::NothingToCancel { .. }
            | Notice::AttemptTaken { .. }
            | Notice::Accounts { .. }
            | Notice::TooManyForRound { .. }
            | Notice::Open { .. } => Vec::new(),
        }
    }

    /// A button for each account that a code may be for.
    fn account_buttons(&self, choices: &[(Handle, Tag)]) -> Vec<Vec<Button>> {
        choices
            .iter()
            .zip(0..=u8::MAX)
            .map(|((handle, tag), index)| {
                let label = self.tagged("button-account", handle, *tag);
                vec![Button { label, does: Does::Choose(Choice::Account(index)) }]
            })
            .collect()
    }

    /// A button for each language, by its own name; the one that is spoken is marked.
    fn language_buttons(&self) -> Vec<Vec<Button>> {
        let button = |language: &Language| {
            let mark = if *language == self.language { "✓ " } else { "" };
            let label = format!("{mark}{}", language.own_name());
            Button { label, does: Does::Choose(Choice::Language(*language)) }
        };
        let as_in_telegram = vec![self.choice("button-telegram-language", Choice::TelegramLanguage)];
        Language::ALL.chunks(2).map(|row| row.iter().map(button).collect()).chain([as_in_telegram]).collect()
    }

    /// A button that reports a choice.
    fn choice(&self, id: &str, choice: Choice) -> Button {
        Button { label: self.say(id, &[]), does: Does::Choose(choice) }
    }

    fn invitation(&self, handle: &Handle, expires_at: Timestamp, word: Option<&Word>) -> String {
        // The link must be usable as it stands, so no isolation marks may get into it.
        let said = self.say(
            "invitation-made",
            &[
                text("handle", handle.as_str()),
                text("time", &self.date(expires_at)),
                text("bot", BOT_MARK),
                text("word", WORD_MARK),
            ],
        );
        let isolated = |mark: &str| format!("\u{2068}{mark}\u{2069}");
        said.replace(&isolated(BOT_MARK), &self.bot)
            .replace(&isolated(WORD_MARK), word.map_or("", |word| word.expose()))
    }

    /// What forgetting means: which links end, and what stays.
    fn forget_me(&self, linked: &[Handle], frozen: &[Handle]) -> String {
        let mut lines = vec![self.plain("forget-me")];
        if !linked.is_empty() {
            lines.push(self.say("forget-me-links", &[text("handles", &handles(linked))]));
        }
        lines.push(self.plain("forget-me-trail"));
        if !frozen.is_empty() {
            lines.push(self.say("forget-me-frozen", &[text("handles", &handles(frozen))]));
        }
        lines.join("\n\n")
    }

    fn add_more(&self, lines: &mut Vec<String>, more: u64) {
        if more > 0 {
            lines.push(self.say("and-more", &[number("more", more)]));
        }
    }

    /// Who began something.
    fn starter(&self, starter: &Starter) -> String {
        match starter {
            Starter::Manager { name, .. } => self.say("starter-manager", &[text("name", name.as_str())]),
            Starter::Host { name } => self.say("starter-host", &[text("name", name.as_str())]),
            Starter::Operator => self.plain("starter-operator"),
        }
    }

    fn names(&self, names: &[Name]) -> String {
        if names.is_empty() {
            return self.plain("people-none");
        }
        names.iter().map(Name::as_str).collect::<Vec<_>>().join(", ")
    }

    /// So many seconds, in words.
    fn duration(&self, seconds: u64) -> String {
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            self.say("duration-hours", &[number("hours", hours), number("minutes", minutes)])
        } else if minutes > 0 {
            self.say("duration-minutes", &[number("minutes", minutes), number("seconds", rest)])
        } else {
            self.say("duration-seconds", &[number("seconds", rest)])
        }
    }

    /// A time of day, with its zone, as the language writes it.
    fn time(&self, at: Timestamp) -> String {
        self.format(at, &self.plain("format-time"))
    }

    /// A date and a time of day, with its zone, as the language writes it.
    fn date(&self, at: Timestamp) -> String {
        self.format(at, &self.plain("format-date"))
    }

    fn format(&self, at: Timestamp, format: &str) -> String {
        Moment::from_millisecond(at.0)
            .map(|moment| moment.to_zoned(self.zone.clone()).strftime(format).to_string())
            .unwrap_or_default()
    }

    fn plain(&self, id: &str) -> String {
        self.say(id, &[])
    }

    fn about(&self, id: &str, handle: &Handle) -> String {
        self.say(id, &[text("handle", handle.as_str())])
    }

    fn named(&self, id: &str, handle: &Handle, name: &Name) -> String {
        self.say(id, &[text("handle", handle.as_str()), text("name", name.as_str())])
    }

    fn begun(&self, id: &str, handle: &Handle, starter: &Starter) -> String {
        self.say(id, &[text("handle", handle.as_str()), text("starter", &self.starter(starter))])
    }

    fn tagged(&self, id: &str, handle: &Handle, tag: Tag) -> String {
        self.say(id, &[text("handle", handle.as_str()), text("tag", &tag.to_string())])
    }

    /// Says a message of the file. One that is not there, or lacks a variable, shows as its id, which the tests of
    /// the texts look for.
    fn say(&self, id: &str, arguments: &[(&str, FluentValue<'static>)]) -> String {
        let mut values = FluentArgs::new();
        values.set("agency", self.agency.as_str().to_owned());
        values.set("bot", self.bot.clone());
        for (name, value) in arguments {
            values.set((*name).to_owned(), value.clone());
        }
        let bundle = self.bundles.of(self.language);
        let message = bundle.and_then(|bundle| Some((bundle, bundle.get_message(id)?.value()?)));
        let Some((bundle, pattern)) = message else { return format!("{{{id}}}") };
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }
}

/// Stands for the bot's name while an invitation is put into words.
const BOT_MARK: &str = "\u{1}bot\u{1}";

/// Stands for the invitation's word while an invitation is put into words.
const WORD_MARK: &str = "\u{1}word\u{1}";

fn text(name: &'static str, value: &str) -> (&'static str, FluentValue<'static>) {
    (name, FluentValue::from(value.to_owned()))
}

/// Handles, each with the isolation marks that keep Telegram from making a mention of it.
fn handles(handles: &[Handle]) -> String {
    let marked = |handle: &Handle| format!("@\u{2068}{}\u{2069}", handle.as_str());
    handles.iter().map(marked).collect::<Vec<_>>().join(", ")
}

/// Numbers choose plural forms; none here is large enough to lose precision.
fn number(name: &'static str, value: impl Into<u64>) -> (&'static str, FluentValue<'static>) {
    let value: u64 = value.into();
    (name, FluentValue::from(u32::try_from(value).unwrap_or(u32::MAX)))
}

fn usage_id(usage: Usage) -> &'static str {
    match usage {
        Usage::Reauth => "usage-reauth",
        Usage::Ready => "usage-ready",
        Usage::Invite => "usage-invite",
        Usage::Watch => "usage-watch",
        Usage::Cancel => "usage-cancel",
        Usage::Nudge => "usage-nudge",
        Usage::Check => "usage-check",
        Usage::Order => "usage-order",
        Usage::Unlink => "usage-unlink",
        Usage::Status => "usage-status",
        Usage::Stop => "usage-stop",
        Usage::Audit => "usage-audit",
        Usage::Unknown => "usage-unknown",
    }
}
