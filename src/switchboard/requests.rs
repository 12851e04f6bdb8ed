//! Commands: who may give which, where, and how often.

use crate::model::incoming::{Content, Message, Speaker};
use crate::model::notice::{Choice, Ending, Usage};
use crate::model::record::{Audience, Matter, ReauthRecord, Starter};
use crate::model::trail::What;
use crate::model::{
    AccountId, Address, AttemptId, Handle, Notice, PersonId, PostId, Said, Snapshot, Tag, UpdateId,
};

use super::Switchboard;
use super::attempt::{NewAttempt, Source};
use super::command::{Command, Note, Response};
use super::event::Trouble;
use super::limits::{COMMAND_FRESH, DAY, MOST_IN_ROUND, MOST_NAMED, within};
use super::listing::{Meaning, Waiting};
use super::posts::{Asker, NewPost};
use super::status::ending_word;
use super::trail::Deed;

/// A command, taken apart.
struct Order<'a> {
    name: String,
    /// The bot that is named behind it, if one is.
    bot: Option<&'a str>,
    arguments: Vec<&'a str>,
}

/// The commands of managers. Everybody else gets one neutral sentence.
const MANAGERS_COMMANDS: [&str; 12] = [
    "reauth", "ready", "nudge", "check", "invite", "status", "watch", "cancel", "unlink", "audit", "mute",
    "unmute",
];

/// Takes a command apart: `/Reauth@TheBot @Bella`. Case does not matter.
fn parse(text: &str) -> Order<'_> {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().trim_start_matches('/');
    let (name, bot) = first.split_once('@').map_or((first, None), |(name, bot)| (name, Some(bot)));
    Order { name: name.to_ascii_lowercase(), bot, arguments: words.collect() }
}

impl Switchboard {
    /// Somebody gave a command.
    pub(super) fn command(&mut self, update: UpdateId, speaker: &Speaker, message: Message) {
        let asker = Asker { at: message.at, message: message.id, update };
        let Content::Text(said) = &message.content else { return self.settle(update) };
        let said: Said = said.clone();
        let order = parse(said.expose());
        let is_for_another = order.bot.is_some_and(|bot| !bot.eq_ignore_ascii_case(&self.settings.bot));
        if message.edited.is_some() || is_for_another {
            // An edit of a command is not another command.
            return self.settle(update);
        }
        if !message.private && !self.settings.chats.contains(&message.at.chat) {
            self.commands.push(Command::Note(Note::GroupIgnored { chat: message.at.chat }));
            return self.settle(update);
        }
        if MANAGERS_COMMANDS.contains(&order.name.as_str()) {
            if !self.is_manager(speaker.id) {
                self.commands.push(Command::Note(Note::NotAManager { person: speaker.id }));
                self.reply(asker, Notice::NotForYou);
                return self.settle(update);
            }
            let written_at = self.by_our_clock(message.date);
            if self.now.since(written_at) > COMMAND_FRESH {
                self.reply(asker, Notice::CommandTooOld);
                return self.settle(update);
            }
            match self.managers_command(speaker, &order, asker) {
                Later::Done => {}
                // The answer comes, and settles the update.
                Later::Reads => return,
                Later::Waits => {
                    if self.wait_for_listing(Waiting::Wrote(update, message)) {
                        return;
                    }
                    self.reply(asker, Notice::TooManyOpen);
                }
            }
        } else if message.private {
            if self.anybodys_command(speaker, &order, asker) == Later::Reads {
                return;
            }
        } else {
            self.group_command(speaker, &order, asker);
        }
        self.settle(update);
    }

    /// A command that anybody may give in their private chat.
    fn anybodys_command(&mut self, speaker: &Speaker, order: &Order<'_>, asker: Asker) -> Later {
        let person = speaker.id;
        match order.name.as_str() {
            "start" => match order.arguments.first() {
                Some(word) => self.open_invitation(speaker, word, asker),
                None => self.help(person, asker, true),
            },
            "help" => self.help(person, asker, false),
            "privacy" => self.reply(asker, Notice::Privacy),
            "language" => self.language_command(person, &order.arguments, asker),
            "quiet" => self.quiet_command(person, &order.arguments, asker),
            "mydata" => return Later::reads(self.recall_data(person, asker)),
            "history" => return Later::reads(self.history_command(person, asker)),
            "forgetme" => self.ask_to_forget(speaker, asker),
            "accounts" if self.is_manager(person) => self.all_accounts(asker),
            "accounts" => self.my_accounts(person, asker),
            "order" => match order.arguments.as_slice() {
                [text] if let Some(handle) = Handle::parse(text) => {
                    self.order_command(person, &handle, asker);
                }
                _ => self.reply(asker, Notice::Usage(Usage::Order)),
            },
            "stop" => match order.arguments.as_slice() {
                [handle] if Handle::parse(handle).is_some() => {
                    if let Some(handle) = Handle::parse(handle) {
                        self.stop(person, &handle, asker);
                    }
                }
                _ => self.reply(asker, Notice::Usage(Usage::Stop)),
            },
            _ => self.reply(asker, Notice::Usage(Usage::Unknown)),
        }
        Later::Done
    }

    /// A command in a listed group that is not only for managers.
    fn group_command(&mut self, speaker: &Speaker, order: &Order<'_>, asker: Asker) {
        match order.name.as_str() {
            "start" | "stop" | "language" | "mydata" | "forgetme" | "history" | "quiet" | "order" => {
                self.reply(asker, Notice::OnlyInPrivate);
            }
            "privacy" => self.reply(asker, Notice::Privacy),
            "help" | "accounts" if !self.is_manager(speaker.id) => {
                self.commands.push(Command::Note(Note::NotAManager { person: speaker.id }));
                self.reply(asker, Notice::NotForYou);
            }
            "help" => self.reply(asker, Notice::HelpManager),
            "accounts" => self.all_accounts(asker),
            // Other bots have commands, too.
            _ => {}
        }
    }

    fn help(&mut self, person: PersonId, asker: Asker, is_start: bool) {
        let notice = if self.is_manager(person) {
            Notice::HelpManager
        } else if self.book.is_linked(person) || !is_start {
            Notice::HelpCreator
        } else {
            Notice::Welcome
        };
        self.reply(asker, notice);
    }

    /// A manager's command. Says whether it must wait for the list of accounts.
    fn managers_command(&mut self, speaker: &Speaker, order: &Order<'_>, asker: Asker) -> Later {
        match (order.name.as_str(), order.arguments.as_slice()) {
            ("reauth", []) => self.reply(asker, Notice::Usage(Usage::Reauth)),
            ("reauth", handles) => return self.reauth_command(speaker, handles, asker),
            ("ready", [handle]) => {
                return self.with_account(handle, Usage::Ready, asker, |this, account| {
                    this.ready_command(account, speaker, asker);
                });
            }
            ("ready", _) => self.reply(asker, Notice::Usage(Usage::Ready)),
            ("nudge", [handle]) => {
                return self.with_account(handle, Usage::Nudge, asker, |this, account| {
                    let notice = this.nudge(account);
                    this.reply(asker, notice);
                });
            }
            ("check", [handle]) => {
                return self.with_account(handle, Usage::Check, asker, |this, account| {
                    this.check_command(account, speaker, asker);
                });
            }
            ("check", _) => self.reply(asker, Notice::Usage(Usage::Check)),
            ("nudge", _) => self.reply(asker, Notice::Usage(Usage::Nudge)),
            ("invite", [handle]) => {
                return self.with_account(handle, Usage::Invite, asker, |this, account| {
                    this.invite(account, speaker, asker);
                });
            }
            ("invite", [handle, word]) if word.eq_ignore_ascii_case("revoke") => {
                return self.with_account(handle, Usage::Invite, asker, |this, account| {
                    this.revoke_all(account, speaker, asker);
                });
            }
            ("invite", _) => self.reply(asker, Notice::Usage(Usage::Invite)),
            ("status", []) if self.listing_is_awaited() => return Later::Waits,
            ("status", []) => self.show_board(asker),
            ("status", [handle]) => {
                return self.with_account(handle, Usage::Status, asker, |this, account| {
                    this.one_status(account, asker);
                });
            }
            ("status", _) => self.reply(asker, Notice::Usage(Usage::Status)),
            ("watch", [attempt, handle]) => {
                let Some(attempt) = AttemptId::parse(attempt) else {
                    self.reply(asker, Notice::Usage(Usage::Watch));
                    return Later::Done;
                };
                return self.with_account(handle, Usage::Watch, asker, |this, account| {
                    this.watch_command(speaker, attempt, account, asker);
                });
            }
            ("watch", _) => self.reply(asker, Notice::Usage(Usage::Watch)),
            ("cancel", [handle]) => {
                return self.with_account(handle, Usage::Cancel, asker, |this, account| {
                    this.cancel_command(account, speaker, asker);
                });
            }
            ("cancel", _) => self.reply(asker, Notice::Usage(Usage::Cancel)),
            ("unlink", [handle]) => {
                return self.with_account(handle, Usage::Unlink, asker, |this, account| {
                    this.unlink_all(account, speaker, asker);
                });
            }
            ("audit", [handle]) => {
                let mut reads = false;
                let done = self.with_account(handle, Usage::Audit, asker, |this, account| {
                    reads = this.audit_command(account, asker);
                });
                return if reads { Later::Reads } else { done };
            }
            ("audit", _) => self.reply(asker, Notice::Usage(Usage::Audit)),
            ("mute", words) => self.mute_command(speaker.id, words, asker),
            ("unmute", _) => self.unmute_command(speaker.id, asker),
            ("unlink", _) => self.reply(asker, Notice::Usage(Usage::Unlink)),
            _ => self.reply(asker, Notice::Usage(Usage::Unknown)),
        }
        Later::Done
    }

    /// Does something with the account that a handle means, or says why it cannot.
    fn with_account(
        &mut self,
        text: &str,
        usage: Usage,
        asker: Asker,
        act: impl FnOnce(&mut Self, &AccountId),
    ) -> Later {
        let Some(handle) = Handle::parse(text) else {
            self.reply(asker, Notice::Usage(usage));
            return Later::Done;
        };
        match self.meaning(&handle) {
            Meaning::One(account) => act(self, &account),
            Meaning::Wait => return Later::Waits,
            meaning @ (Meaning::Several(_) | Meaning::None | Meaning::Unavailable) => {
                self.say_what_is_wrong(handle, meaning, asker);
            }
        }
        Later::Done
    }

    fn say_what_is_wrong(&mut self, handle: Handle, meaning: Meaning, asker: Asker) {
        let notice = match meaning {
            Meaning::Several(accounts) => Notice::AmbiguousHandle { handle, accounts },
            Meaning::Unavailable => Notice::AccountsUnavailable { handle },
            Meaning::None | Meaning::One(_) | Meaning::Wait => Notice::UnknownHandle { handle },
        };
        self.reply(asker, notice);
    }

    /// `/reauth @a …`
    fn reauth_command(&mut self, speaker: &Speaker, texts: &[&str], asker: Asker) -> Later {
        let mut handles: Vec<Handle> = Vec::new();
        let (insists, texts) = match texts {
            [named @ .., last] if !named.is_empty() && last.eq_ignore_ascii_case("now") => (true, named),
            texts => (false, texts),
        };
        let asks_first = self.settings.ask_first && !insists;
        if let [word] = texts
            && word.eq_ignore_ascii_case("all")
        {
            return self.reauth_all(speaker, asks_first, asker);
        }
        for text in texts {
            match Handle::parse(text) {
                Some(handle) if handles.len() < MOST_NAMED => {
                    if !handles.contains(&handle) {
                        handles.push(handle);
                    }
                }
                _ => {
                    self.reply(asker, Notice::Usage(Usage::Reauth));
                    return Later::Done;
                }
            }
        }
        let meanings: Vec<(Handle, Meaning)> =
            handles.into_iter().map(|handle| (handle.clone(), self.meaning(&handle))).collect();
        if meanings.iter().any(|(_, meaning)| matches!(meaning, Meaning::Wait)) {
            return Later::Waits;
        }
        let starter = Starter::Manager { person: speaker.id, name: speaker.name.clone() };
        if meanings.len() > 1 {
            self.begin_round(starter, meanings, asks_first, asker);
            return Later::Done;
        }
        for (handle, meaning) in meanings {
            match meaning {
                Meaning::One(account) => self.reauth_one(&account, speaker, asks_first, asker),
                other @ (Meaning::Several(_) | Meaning::None | Meaning::Unavailable | Meaning::Wait) => {
                    self.say_what_is_wrong(handle, other, asker);
                }
            }
        }
        Later::Done
    }

    /// Reconnects one account, or says why not.
    pub(super) fn reauth_one(
        &mut self,
        account: &AccountId,
        speaker: &Speaker,
        asks_first: bool,
        asker: Asker,
    ) {
        if asks_first {
            self.ready_command(account, speaker, asker);
        } else if let Some(notice) = self.why_not_reauth(account) {
            self.refuse(account, notice, asker);
        } else {
            let starter = Starter::Manager { person: speaker.id, name: speaker.name.clone() };
            self.start_reauth(account, starter, vec![asker.at]);
        }
    }

    /// `/reauth all`
    fn reauth_all(&mut self, speaker: &Speaker, asks_first: bool, asker: Asker) -> Later {
        if self.listing_is_awaited() {
            return Later::Waits;
        }
        let known = self.known_accounts();
        if known.len() > MOST_IN_ROUND {
            let accounts = u64::try_from(known.len()).unwrap_or(u64::MAX);
            self.reply(
                asker,
                Notice::TooManyForRound { accounts, most: u64::try_from(MOST_IN_ROUND).unwrap_or(u64::MAX) },
            );
            return Later::Done;
        }
        if known.is_empty() {
            self.reply(asker, Notice::Accounts { accounts: Vec::new(), more: 0 });
            return Later::Done;
        }
        let starter = Starter::Manager { person: speaker.id, name: speaker.name.clone() };
        let meanings = known.into_iter().map(|(handle, account)| (handle, Meaning::One(account))).collect();
        self.begin_round(starter, meanings, asks_first, asker);
        Later::Done
    }

    /// Says that a command cannot be carried out, with the button *Invite* where that helps.
    pub(super) fn refuse(&mut self, account: &AccountId, notice: Notice, asker: Asker) {
        if let Notice::NobodyLinked { .. } = notice {
            self.say_nobody_is_linked(account, asker);
        } else {
            self.reply(asker, notice);
        }
    }

    /// Says that nobody is linked, with the button *Invite*.
    pub(super) fn say_nobody_is_linked(&mut self, account: &AccountId, asker: Asker) {
        let expires_at = self.now.plus(self.settings.limits.attempt_lifetime);
        let offer = self.offer(Audience::Managers, Matter::Status(account.clone()), expires_at);
        let handle = self.handle_of(account);
        self.reply_with(asker, Notice::NobodyLinked { handle }, Some(offer), None);
    }

    /// Starts a sign-in. That cannot be checked afterwards, so it is on disk first.
    pub(super) fn start_reauth(&mut self, account: &AccountId, starter: Starter, to: Vec<Address>) -> Tag {
        self.end_ready(account, Ending::Begun);
        let tag = self.fresh_tag(account);
        let statuses = self.post_statuses(to, account, &starter, tag);
        self.reauthenticate(account, starter, tag, statuses);
        tag
    }

    /// Has the API start a sign-in whose status messages stand already.
    pub(super) fn reauthenticate(
        &mut self,
        account: &AccountId,
        starter: Starter,
        tag: Tag,
        statuses: Vec<PostId>,
    ) {
        self.remember_account(account);
        let now = self.now;
        if let Some(account) = self.book.account_mut(account) {
            account.reauths = within(DAY, now, &account.reauths);
            account.reauths.push(now);
        }
        self.attest(Deed::of(What::Started, account).by(&starter));
        self.book.put_reauth(
            account.clone(),
            ReauthRecord { account: account.clone(), started_by: starter, started_at: now, tag, statuses },
        );
        self.reauthentications += 1;
        let request = self.reauthentications;
        self.reauthenticating.insert(account.clone(), request);
        self.commands.push(Command::Reauthenticate { account: account.clone(), request });
    }

    /// The API has answered a reauthentication.
    pub(super) fn reauthenticated(
        &mut self,
        account: &AccountId,
        request: u64,
        result: Result<Snapshot, Trouble>,
    ) {
        if self.reauthenticating.get(account) != Some(&request) {
            // It was cancelled; another may have been started since.
            return;
        }
        let Some(reauth) = self.book.reauth(account).cloned() else { return };
        let ending = match result {
            // The agency's own system may have handed over this attempt, or another of this account, meanwhile.
            Ok(snapshot) => match self.book.attempt(&snapshot.attempt).or(self.book.open_attempt(account)) {
                Some(_) => Ending::AttemptTaken,
                None => return self.begin(reauth, snapshot),
            },
            Err(Trouble::NoCredentials) => Ending::NoCredentials,
            Err(Trouble::NotFound) => Ending::AccountUnknown,
            Err(Trouble::Gone) => Ending::Gone,
            Err(Trouble::Throttled(after)) => {
                Ending::Throttled { seconds: after.map(|after| after.as_secs()) }
            }
            Err(Trouble::Refused) => {
                self.commands.push(Command::Note(Note::KeyRefused));
                Ending::ApiRefuses
            }
            Err(Trouble::Declined) => Ending::ApiDeclines,
            Err(Trouble::Unreachable) => Ending::ApiUnreachable,
            Err(Trouble::Lost) => Ending::MaybeStarted,
        };
        self.commands
            .push(Command::Note(Note::NotStarted { account: account.clone(), ending: ending_word(&ending) }));
        self.end_reauth(account, ending);
    }

    /// A reauthentication has become an attempt.
    fn begin(&mut self, reauth: ReauthRecord, snapshot: Snapshot) {
        let ReauthRecord { account, started_by, started_at, tag, statuses } = reauth;
        self.book.remove_reauth(&account);
        self.reauthenticating.remove(&account);
        let id = snapshot.attempt.clone();
        self.watch(NewAttempt { id: id.clone(), account, started_by, started_at, tag, statuses });
        self.observe(&id, snapshot, Source::Look);
    }

    /// After a start: what was being started may or may not have been. It is not started again.
    pub(super) fn give_up_reauths(&mut self) {
        let accounts: Vec<AccountId> = self.book.all_reauths().map(|reauth| reauth.account.clone()).collect();
        for account in accounts {
            self.end_reauth(&account, Ending::MaybeStarted);
        }
    }

    /// `/watch <attempt id> @account`
    fn watch_command(&mut self, speaker: &Speaker, id: AttemptId, account: &AccountId, asker: Asker) {
        let handle = self.handle_of(account);
        let notice = match self.why_not_watch(&id, account) {
            None => {
                self.remember_account(account);
                let starter = Starter::Manager { person: speaker.id, name: speaker.name.clone() };
                let tag = self.fresh_tag(account);
                let statuses = self.post_statuses(vec![asker.at], account, &starter, tag);
                let (account, started_at) = (account.clone(), self.now);
                return self.watch(NewAttempt {
                    id,
                    account,
                    started_by: starter,
                    started_at,
                    tag,
                    statuses,
                });
            }
            Some(Response::AttemptTaken) => Notice::AttemptTaken { attempt: id },
            Some(Response::AccountFrozen) => Notice::AccountFrozen { handle },
            Some(Response::AccountBusy(_)) => match self.open_tag(account) {
                Some(tag) => Notice::AlreadyOpen { handle, tag },
                None => Notice::TooManyOpen,
            },
            Some(Response::AlreadyWatching) => match self.book.attempt(&id) {
                Some(attempt) => Notice::Open { attempts: vec![self.status_of(attempt)], more: 0 },
                None => Notice::TooManyOpen,
            },
            Some(_) => Notice::TooManyOpen,
        };
        self.reply(asker, notice);
    }

    /// `/cancel @account`
    fn cancel_command(&mut self, account: &AccountId, speaker: &Speaker, asker: Asker) {
        let open = self.book.open_attempt(account).map(|attempt| attempt.statuses.clone());
        let starting = self.book.reauth(account).map(|reauth| reauth.statuses.clone());
        let waiting = self.book.ready(account).map(|ready| ready.statuses.clone());
        let statuses = open.or(starting).or(waiting).unwrap_or_default();
        let is_seen = statuses.iter().any(|post| self.book.post(post).is_some_and(|it| it.to == asker.at));
        if !self.cancel(account, speaker) {
            let handle = self.handle_of(account);
            self.reply(asker, Notice::NothingToCancel { handle });
        } else if !is_seen {
            // The status stands in another chat, and that it changes is not seen here.
            self.reply(asker, Notice::Noted);
        }
    }

    /// Ends what is open for an account. Says whether there was anything.
    pub(super) fn cancel(&mut self, account: &AccountId, manager: &Speaker) -> bool {
        let ending = Ending::Cancelled { name: manager.name.clone() };
        if let Some(attempt) = self.book.open_attempt(account).map(|attempt| attempt.id.clone()) {
            self.attest(Deed::of(What::Cancelled, account).attempt(&attempt).by_speaker(manager));
            self.end(&attempt, ending);
            return true;
        }
        let is_pending = self.book.reauth(account).is_some() || self.book.ready(account).is_some();
        if is_pending {
            self.attest(Deed::of(What::Cancelled, account).by_speaker(manager));
        }
        self.end_reauth(account, ending.clone());
        self.end_ready(account, ending);
        self.skip_in_round(account) || is_pending
    }

    fn revoke_all(&mut self, account: &AccountId, manager: &Speaker, asker: Asker) {
        let hashes: Vec<_> = self.book.invitations_of(account).iter().map(|it| it.hash).collect();
        self.revoke(&hashes);
        if !hashes.is_empty() {
            self.attest(Deed::of(What::InvitationRevoked, account).by_speaker(manager));
        }
        let count = u64::try_from(hashes.len()).unwrap_or(u64::MAX);
        let handle = self.handle_of(account);
        self.post(NewPost::once(asker.at, Notice::InvitationsRevoked { handle, count }));
    }

    /// A person who was asked again at the time of their choice has answered.
    pub(super) fn ready_answered(
        &mut self,
        person: PersonId,
        account: &AccountId,
        starter: &Starter,
        tell: &[Address],
        post: PostId,
        choice: Choice,
    ) -> Option<()> {
        let handle = self.handle_of(account);
        let to = self.still_told(tell);
        let refusal = if choice == Choice::Ready {
            self.attest(Deed::of(What::Ready, account).person(person));
            self.why_not_reauth(account)
        } else if choice == Choice::NotNow {
            self.attest(Deed::of(What::NotNow, account).person(person));
            Some(Notice::CreatorNotNow { handle: handle.clone(), name: self.name_of(person) })
        } else {
            return None;
        };
        let started = refusal.is_none();
        match refusal {
            None => {
                self.start_reauth(account, starter.clone(), to);
            }
            Some(notice) => {
                for to in to {
                    self.post(NewPost::once(to, notice.clone()));
                }
            }
        }
        self.repost(post, Notice::ReadyAnswered { handle, started }, false);
        Some(())
    }
}

/// Whether a command was carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Later {
    /// It was, or it was refused.
    Done,
    /// It needs the list of accounts first.
    Waits,
    /// It is answered when the audit trail was read.
    Reads,
}

impl Later {
    fn reads(reads: bool) -> Self {
        if reads { Self::Reads } else { Self::Done }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_understood_however_it_is_written() {
        for text in ["/reauth @bella", "/Reauth@TwofaBridgeBot  @bella", "/REAUTH\n@bella"] {
            let order = parse(text);
            assert_eq!((order.name.as_str(), order.arguments), ("reauth", vec!["@bella"]), "{text:?}");
        }
        assert_eq!(parse("/reauth@OtherBot x").bot, Some("OtherBot"));
        assert_eq!(parse("/").name, "");
    }
}
