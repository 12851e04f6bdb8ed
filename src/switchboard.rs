//! How everything is decided: `handle` takes what has happened and says what to do.
//!
//! It is a pure state machine. It knows no network, no disk, no clock and no randomness: the time and a seed come
//! in with each event, and everything that shall be done goes out as commands. What goes wrong outside arrives as
//! an event, so nothing in here can fail.
//!
//! Reading order: [`event`] and [`command`] (what goes in and out), `requests` (managers' commands), `enrolment`
//! (who may be asked), `personal` (what people may see and undo),
//! `board` (what managers read), `trail` (what was done, by whom),
//! `dismissal` (managers who are taken off the list), `languages`, `menus`,
//! `ready` (who is asked whether it is a good time before anything starts),
//! `quiet` (when what can wait waits), `mute` (whom it does not ring), `mark` (by what a genuine question is known), `nudge` (asking once more), `order` (who is asked first), `check` (whether people
//! can be reached), `sessions` (which accounts are not connected any more),
//! `attempt` (one sign-in from the first look to its end), `reply` (which question a message
//! answers, and with which code), `presses` (buttons), [`host`] (what the agency's
//! system is told), `pace` and `limits` (when, how often), `posts` (messages
//! that change), `book` and `agenda` (what is remembered and what is due).

mod agenda;
mod attempt;
mod board;
mod book;
mod check;
mod choosing;
mod code;
pub mod command;
mod dismissal;
mod enrolment;
pub mod event;
pub mod host;
mod intake;
mod languages;
pub mod limits;
mod listing;
mod live;
mod mark;
mod menus;
mod mute;
mod nudge;
mod obstacles;
mod order;
pub mod pace;
mod personal;
mod posts;
mod presses;
mod quiet;
mod ready;
mod reply;
mod requests;
mod rounds;
mod sessions;
mod status;
mod trail;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::model::incoming::{Happened, Incoming};
use crate::model::record::{HandledRecord, Menu, Stage};
use crate::model::{
    AccountId, AttemptId, ChatId, DispatchId, Handle, Language, OfferWord, PersonId, PostId, Record, Seed,
    Tag, TelegramTime, Timestamp, UpdateId,
};
use agenda::{Agenda, Subject};
use book::Book;
use choosing::JustOver;
pub use code::{Reading, read_code};
use command::Command;
use event::Event;
use host::{Couriers, Host};
use languages::Strangers;
use limits::{HANDLED_KEPT, Limits, MOST_DUE};
use listing::Listing;
use live::Live;
use pace::Pace;
use reply::Letter;
use sessions::Sessions;
use trail::Recalling;
pub use trail::TrailLimits;

/// What the switchboard is told once.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who may use the manager's commands.
    pub managers: BTreeSet<PersonId>,
    /// The groups in which they may be used.
    pub chats: BTreeSet<ChatId>,
    /// The bot's user name, which may stand behind a command.
    pub bot: String,
    /// Accounts that are known besides what the API lists.
    pub accounts: Vec<(AccountId, Handle)>,
    /// How often and how long.
    pub limits: Limits,
    /// Whether people are asked whether they are ready before a sign-in is started.
    pub ask_first: bool,
    /// How many sign-ins of one command are open at once.
    pub reauths_at_once: u32,
    /// How often attempts are looked at.
    pub pace: Pace,
    /// How much of the audit trail is kept.
    pub trail: TrailLimits,
    /// Where the bridge stands: what *tonight* means.
    pub zone: TimeZone,
    /// What is spoken in groups.
    pub group_language: Language,
}

/// The state machine.
pub struct Switchboard {
    settings: Settings,
    book: Book,
    /// What is known of each open attempt and not remembered across restarts.
    live: BTreeMap<AttemptId, Live>,
    listing: Listing,
    /// Codes that wait until somebody has said for which account they are, by the word of the buttons.
    choosing: BTreeMap<OfferWord, Letter>,
    /// Questions that have ended, whose readers may not have seen that.
    just_over: Vec<JustOver>,
    agenda: Agenda,
    /// Menus that were ordered and are not known to be set.
    ordered_menus: BTreeMap<PersonId, Option<Menu>>,
    /// The languages that people chose of whom nothing is remembered.
    strangers: Strangers,
    /// Managers whose chat has turned out to take no messages since the start.
    unreached_managers: BTreeSet<PersonId>,
    /// The number of the request by which each account is being reauthenticated. An answer to any other is dropped.
    reauthenticating: BTreeMap<AccountId, u64>,
    reauthentications: u64,
    /// The look at an account that is under way.
    sessions: Sessions,
    /// Entries of the audit trail that are being read.
    recalling: Vec<Recalling>,
    recalls: u64,
    started_at: Timestamp,
    /// By how much our clock is ahead of Telegram's.
    ahead_of_telegram: Duration,

    /// Who of the agency's system is told what happens.
    host: Host,
    couriers: Couriers,
    last_dispatch: DispatchId,

    // The event that is being handled.
    now: Timestamp,
    seed: Seed,
    drawn: u32,
    commands: Vec<Command>,
    to_show: Vec<PostId>,
    touched: BTreeSet<AttemptId>,
    /// Whether something has ended, so that an account of a round may have its turn.
    rounds_due: bool,
    /// Who has said or done what is handled.
    heard: Option<languages::Heard>,
    /// People who are not remembered any more, and their languages.
    gone: BTreeMap<PersonId, Language>,
    /// People whose menu may have to be another.
    menus_due: BTreeSet<PersonId>,
}

impl Switchboard {
    /// Takes up where the records were left. The first event is to be [`Event::Started`].
    pub fn restore(settings: Settings, records: Vec<Record>) -> Self {
        let mut switchboard = Self {
            book: Book::restore(records),
            live: BTreeMap::new(),
            listing: Listing::default(),
            choosing: BTreeMap::new(),
            just_over: Vec::new(),
            agenda: Agenda::default(),
            ordered_menus: BTreeMap::new(),
            strangers: Strangers::default(),
            unreached_managers: BTreeSet::new(),
            reauthenticating: BTreeMap::new(),
            reauthentications: 0,
            sessions: Sessions::default(),
            recalling: Vec::new(),
            recalls: 0,
            started_at: Timestamp::default(),
            ahead_of_telegram: Duration::ZERO,
            host: Host::default(),
            couriers: Couriers::default(),
            last_dispatch: DispatchId::default(),
            now: Timestamp::default(),
            seed: Seed([0; 32]),
            drawn: 0,
            commands: Vec::new(),
            to_show: Vec::new(),
            touched: BTreeSet::new(),
            rounds_due: false,
            heard: None,
            gone: BTreeMap::new(),
            menus_due: BTreeSet::new(),
            settings,
        };
        switchboard.index_handles();
        switchboard
    }

    /// Decides what to do about an event.
    ///
    /// `seed` must be unpredictable: invitations, buttons and tags are drawn from it.
    pub fn handle(&mut self, now: Timestamp, event: Event, seed: Seed) -> Vec<Command> {
        self.now = self.now.max(now);
        self.seed = seed;
        self.drawn = 0;
        self.heard = None;
        self.gone.clear();
        match event {
            Event::Started => self.start(),
            Event::DeadlineCame => {}
            Event::Heard(incoming) => self.hear(incoming),
            Event::Listed(result) => self.listed(result),
            Event::Reauthenticated { account, request, result } => {
                self.reauthenticated(&account, request, result);
            }
            Event::Seen { attempt, request, result } => self.seen(&attempt, request, result),
            Event::Judged { attempt, request, result } => self.judged(&attempt, request, result),
            Event::EmailTriggered { attempt, request, result } => {
                self.email_triggered(&attempt, request, result);
            }
            Event::Shown { post, revision, message, date } => self.shown(post, revision, message, date),
            Event::NotShown { post, revision, why } => self.not_shown(post, revision, why),
            Event::KeepsBack(update) => self.let_go(update),
            Event::NotDeleted { at } => self.not_deleted(at),
            Event::MenuSet { person, menu } => self.menu_set(person, menu),
            Event::Moved { from, to } => self.chat_moved(from, to),
            Event::Handed { ticket, attempt, account, started_by } => {
                self.handed(ticket, attempt, account, started_by);
            }
            Event::Inquired { ticket, attempt } => self.inquired(ticket, &attempt),
            Event::AccountSeen { account, request, result } => self.account_seen(&account, request, result),
            Event::Recalled { ticket, entries } => self.recalled(ticket, entries.as_deref()),
            Event::Delivered { to, id, is_taken } => self.delivered(to, id, is_taken),
            Event::InvitationWanted { ticket, account } => self.invitation_wanted(ticket, account),
        }
        self.reschedule();
        // What is due beyond that comes with the next event, at once: in between somebody may be heard.
        for _ in 0..MOST_DUE {
            let Some(subject) = self.agenda.take(self.now) else { break };
            self.come_due(subject);
            self.reschedule();
        }
        self.advance_rounds();
        self.look_at_a_session();
        self.reschedule();
        self.finish()
    }

    /// The newest moment that the records have seen: time does not go back behind it.
    pub fn newest_moment(&self) -> Timestamp {
        self.book.newest_moment()
    }

    /// Our clock is ahead of Telegram's, because the records have seen later times.
    pub fn set_ahead_of_telegram(&mut self, by: Duration) {
        self.ahead_of_telegram = by;
    }

    /// A moment of Telegram's clock by ours.
    fn by_our_clock(&self, at: TelegramTime) -> Timestamp {
        Timestamp(at.0.saturating_mul(1_000)).plus(self.ahead_of_telegram)
    }

    /// When [`Event::DeadlineCame`] is to be sent, unless something else happens before.
    pub fn next_deadline(&self) -> Option<Timestamp> {
        self.agenda.next()
    }

    /// How many things are kept, on disk or not: what must stay bounded.
    pub fn weight(&self) -> usize {
        let held: usize = self.live.values().map(|live| live.held.len()).sum();
        self.book.len()
            + self.live.len()
            + self.choosing.len()
            + held
            + self.listing.waiting()
            + self.agenda.len()
            + self.reauthenticating.len()
            + self.recalling.len()
            + self.couriers.len()
            + self.strangers.len()
            + self.ordered_menus.len()
    }

    /// How many attempts are open.
    pub fn open_attempts(&self) -> usize {
        self.book.open_count()
    }

    /// Sets everything going that was left when the process ended.
    fn start(&mut self) {
        self.started_at = self.now;
        self.follow_moves();
        let invitations: Vec<_> =
            self.book.all_invitations().map(|it| (Subject::Invitation(it.hash), it.expires_at)).collect();
        let offers: Vec<_> =
            self.book.all_offers().map(|it| (Subject::Offer(it.word.clone()), it.expires_at)).collect();
        let postponements: Vec<_> = self
            .book
            .all_postponements()
            .map(|it| (Subject::Postponement(it.account.clone(), it.person), it.until))
            .collect();
        let handled: Vec<_> = self
            .book
            .all_handled()
            .map(|it| (Subject::Handled(it.update), it.at.plus(HANDLED_KEPT)))
            .collect();
        for (subject, at) in invitations.into_iter().chain(offers).chain(postponements).chain(handled) {
            self.agenda.set(subject, Some(at));
        }
        for attempt in self.book.open_attempts() {
            self.live.insert(attempt.clone(), Live::starting(self.now));
            self.suppose_shown(&attempt);
        }
        self.resume_just_over();
        self.touched.extend(self.book.all_attempts().map(|attempt| attempt.id.clone()).collect::<Vec<_>>());
        self.take_up_trail();
        self.resume_deliveries();
        self.dismiss_former_managers();
        self.give_up_reauths();
        self.resume_readies();
        self.resume_checks();
        self.resume_rounds();
        self.look_after_sessions();
        self.ensure_marks();
        self.show_what_is_owed();
        self.look_after_menus();
        self.list_accounts();
        self.agenda.set(Subject::Listing, Some(self.now.plus(limits::LISTING_INTERVAL)));
        self.reschedule();
    }

    /// Something from Telegram.
    fn hear(&mut self, incoming: Incoming) {
        let update = incoming.update;
        if self.book.handled(&update).is_some() {
            if let Happened::Wrote(message) = &incoming.what {
                self.delete_again(update, message);
            }
            self.commands.push(Command::Settle(update));
            return;
        }
        match incoming.what {
            Happened::Wrote(message) => self.wrote(update, message),
            Happened::Pressed(press) => {
                self.pressed(update, press);
                self.settle(update);
            }
            Happened::Reach { person, reachable } => {
                self.reached(person, reachable);
                self.settle(update);
            }
            Happened::Moved { from, to } => {
                self.chat_moved(from, to);
                self.settle(update);
            }
            Happened::Nothing => self.commands.push(Command::Settle(update)),
        }
    }

    /// Time has brought something about.
    fn come_due(&mut self, subject: Subject) {
        match subject {
            Subject::Attempt(attempt) => self.attempt_due(&attempt),
            Subject::Postponement(account, person) => self.postponement_due(&account, person),
            Subject::Invitation(hash) => {
                self.book.remove_invitation(&hash);
            }
            Subject::Offer(word) => self.offer_expired(&word),
            Subject::Handled(update) => {
                self.book.remove_handled(&update);
            }
            Subject::Trail => self.trim_trail(),
            Subject::Ready(account) => self.ready_due(&account),
            Subject::Check(account) => self.end_check(&account),
            Subject::Round(round) => self.round_too_late(round),
            Subject::Dispatch(id) => self.dispatch_due(id),
            Subject::Sessions => self.sessions.come_due(),
            // Told when the event has been handled.
            Subject::Deliveries => {}
            Subject::Listing => {
                self.list_accounts();
                self.agenda.set(Subject::Listing, Some(self.now.plus(limits::LISTING_INTERVAL)));
            }
        }
    }

    /// An update has had all its consequences. If any of them is to be on disk, so is this.
    ///
    /// What is said once is not on disk. An update that is answered so comes again if the process ends before that is
    /// said, and is dealt with again, unless it has begun what must not begin twice.
    fn settle(&mut self, update: UpdateId) {
        let is_answered =
            self.commands.iter().any(|it| matches!(it, Command::Say(say) if say.update == Some(update)));
        let has_begun = self.commands.iter().any(|it| matches!(it, Command::Reauthenticate { .. }));
        let is_on_disk = self.book.is_dirty() || !self.to_show.is_empty();
        if is_on_disk && (has_begun || !is_answered) {
            self.remember_handled(update);
        }
        self.commands.push(Command::Settle(update));
    }

    /// An update is not dealt with again, should Telegram bring it again.
    fn remember_handled(&mut self, update: UpdateId) {
        self.book.put_handled(update, HandledRecord { update, at: self.now });
        self.agenda.set(Subject::Handled(update), Some(self.now.plus(HANDLED_KEPT)));
    }

    /// Puts the moment of the next step of each touched attempt on the agenda.
    fn reschedule(&mut self) {
        for attempt in std::mem::take(&mut self.touched) {
            let due = self.attempt_next(&attempt);
            self.agenda.set(Subject::Attempt(attempt), due);
        }
    }

    /// Collects what handling the event has led to.
    fn finish(&mut self) -> Vec<Command> {
        self.reschedule();
        self.deliver_due();
        self.emit_shows();
        self.emit_menus();
        let mut commands = std::mem::take(&mut self.commands);
        let changes = self.book.changes();
        if !changes.is_empty() {
            commands.insert(0, Command::Save(changes));
        }
        commands
    }

    /// The next number to draw from the seed with.
    fn draw(&mut self) -> u32 {
        self.drawn += 1;
        self.drawn
    }

    /// A tag that no other open attempt carries, and no attempt of the same account that is remembered, as long as
    /// there are enough of them.
    fn fresh_tag(&mut self, account: &AccountId) -> Tag {
        let index = self.draw();
        let drawn = self.seed.tag(index);
        let used: BTreeSet<Tag> = self
            .book
            .all_attempts()
            .filter(|it| it.account == *account || !matches!(it.stage, Stage::Ended { .. }))
            .map(|attempt| attempt.tag)
            .chain(self.book.all_reauths().map(|reauth| reauth.tag))
            .chain(self.book.all_readies().map(|ready| ready.tag))
            .take(100)
            .collect();
        (0..100).map(|step| Tag((drawn.0 + step) % 100)).find(|tag| !used.contains(tag)).unwrap_or(drawn)
    }

    /// Whether somebody may use the manager's commands.
    fn is_manager(&self, person: PersonId) -> bool {
        self.settings.managers.contains(&person)
    }
}
