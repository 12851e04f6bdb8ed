//! What must hold in every world, checked from outside: by what went in, what came out, and what the worlds did with it.

/// Panics with a broken rule.
macro_rules! must {
    ($holds:expr, $($rule:tt)+) => {
        assert!($holds, "broken rule {}", format_args!($($rule)+))
    };
}

mod beginnings;
mod codes;
mod end;
mod letters;
mod people;
mod posts;
mod records;
mod sessions;
mod trail;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use twofa_bridge::model::incoming::{Happened, Incoming};
use twofa_bridge::model::record::{Audience, ChallengeKind, Matter, Stage};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, ChatId, Handle, MessageId, Notice, OfferWord, PersonId, PostId,
    Record, RecordKey, TelegramTime, Timestamp, UpdateId,
};
use twofa_bridge::switchboard::command::{Command, Note};
use twofa_bridge::switchboard::event::{Event, Trouble, Unshown};
use twofa_bridge::switchboard::limits::Limits;
use twofa_bridge::switchboard::{Settings, Switchboard};

use super::telegram::Standing;
use letters::Letter;

/// The most commands that one event may lead to in worlds as small as these.
const MOST_COMMANDS: usize = 120;

/// A code that somebody sent, and everything about the message that matters.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) person: PersonId,
    pub(super) is_private: bool,
    /// Whether it stood alone in the message and was nobody else's.
    pub(super) is_plain: bool,
    pub(super) message: MessageId,
    pub(super) edited: Option<TelegramTime>,
    /// When it was written, or edited last.
    pub(super) written: TelegramTime,
    pub(super) quotes: Option<MessageId>,
    /// The attempt and the leg of it for which it is right.
    pub(super) right_for: Option<(AttemptId, u32)>,
}

/// A look, or an answer that showed as much, which the switchboard had to heed.
struct Look {
    nth: u64,
    life: u32,
    request: u64,
    state: AttemptState,
    is_wrong_code: bool,
    batch: u64,
}

/// A submission of a code.
struct Submitted {
    attempt: AttemptId,
    life: u32,
    request: u64,
    /// What the attempt had shown last when it went.
    state: AttemptState,
    batch: u64,
    is_batch_lost: bool,
    /// Whether it goes only when its batch is on disk.
    waits_for_disk: bool,
    /// Whether it surely had no effect; none while nothing was heard of it.
    is_refused: Option<bool>,
}

/// Everything that the rules need to remember.
pub(super) struct Rules {
    pub(super) managers: BTreeSet<PersonId>,
    /// Those who were none for a while.
    pub(super) former_managers: BTreeSet<PersonId>,
    /// Every number that the group has had.
    pub(super) groups: BTreeSet<ChatId>,
    limits: Limits,
    session_check: Option<Duration>,
    accounts: Vec<(AccountId, Handle)>,
    /// What the switchboard has given to be saved, on disk or not.
    pub(super) memory: BTreeMap<RecordKey, Rc<Record>>,
    open: BTreeMap<AttemptId, (AccountId, Timestamp)>,
    pub(super) codes: BTreeMap<String, Given>,
    words: Vec<String>,
    life: u32,
    looked: u64,
    /// The time of the world, and by how many milliseconds the clock of the process is ahead of it.
    pub(super) now: Timestamp,
    pub(super) ahead: i64,

    // Of this life of the process.
    newest: BTreeMap<AttemptId, u64>,
    in_flight: BTreeMap<AttemptId, (u64, Option<String>)>,
    delivered: BTreeSet<UpdateId>,
    settled: BTreeSet<UpdateId>,
    responded: BTreeSet<u64>,

    /// Where each post stands, as the process was told in an earlier life, and with which batch it noted that.
    known_places: BTreeMap<PostId, (MessageId, u64, u32)>,

    // Of all lives.
    letters: BTreeMap<UpdateId, Letter>,
    /// The codes that have reached the API.
    pub(super) arrived: BTreeSet<String>,
    /// Who has had anything to do with the bot by their own will.
    met: BTreeSet<PersonId>,
    /// Where each post stood last, and in which life it was sent there.
    places: BTreeMap<PostId, (ChatId, MessageId, u32)>,
    /// The posts that somebody has deleted, or whose group has moved.
    disturbed: BTreeSet<PostId>,
    /// Statuses of which nobody knew where they stand when their reader was taken off the list.
    out_of_reach: BTreeSet<PostId>,
    /// The messages that ask a person in a challenge.
    questions: BTreeMap<(AttemptId, Timestamp, PersonId), Questions>,
    whys: BTreeMap<PostId, (Asking, ChallengeKind)>,
    asked_in: BTreeMap<PostId, AttemptId>,
    /// The attempts of which a question could not be shown, so that it cannot say either what became of an answer.
    unshowable: BTreeSet<AttemptId>,
    /// In which chat a message is to stand, and the chats that take none since somebody last spoke there.
    readers: BTreeMap<PostId, ChatId>,
    closed_chats: BTreeSet<ChatId>,
    /// When attempts were started and challenges opened, by the clock of the process and by that of the world.
    begun: BTreeMap<(AttemptId, Timestamp), Timestamp>,
    last_opened: BTreeMap<AttemptId, Timestamp>,
    looks: BTreeMap<AttemptId, Vec<Look>>,
    refused_at: BTreeMap<AttemptId, u64>,
    submitted: BTreeMap<String, Vec<Submitted>>,
    first_questions: BTreeMap<(AttemptId, Timestamp, PersonId), (MessageId, TelegramTime)>,
    question_messages: BTreeMap<(PersonId, MessageId), AttemptId>,
    /// When a person was last forgotten, and with them how often they were asked.
    forgotten: BTreeMap<PersonId, Timestamp>,
    /// When it was ordered to ask whether somebody is ready, by message.
    readies: BTreeMap<PostId, Timestamp>,
    /// Which of these have arrived.
    ready_shown: BTreeSet<PostId>,
    /// The attempts that a person has chosen for a message with a code.
    chosen: BTreeMap<(PersonId, MessageId, Option<TelegramTime>), BTreeSet<AttemptId>>,
    asked: BTreeMap<PersonId, Vec<Timestamp>>,
    posts_to_linked: BTreeSet<PostId>,
    invited: BTreeSet<(OfferWord, PersonId)>,
    pub(super) final_words: BTreeMap<PostId, Notice>,
    pub(super) statuses: BTreeSet<PostId>,
    ended: BTreeMap<AttemptId, u64>,
    reauths: BTreeMap<AccountId, Vec<Timestamp>>,
    reauth_causes: BTreeMap<(AccountId, String), u64>,
    emails: BTreeMap<AttemptId, u64>,
    /// When the API was last asked about each account's session, and the accounts of which it has said that it is over.
    account_looks: BTreeMap<AccountId, Timestamp>,
    /// Since then it may have said that there is another; with which batch the process has heard so.
    said_dead: BTreeMap<AccountId, Option<u64>>,
    buffer: Vec<u8>,
    /// The attempts in which the API wanted something and changed its mind without an answer.
    pub(super) drifted: BTreeSet<AttemptId>,
    pub(super) seen: Seen,
}

/// The messages that ask a person, by why and for what.
type Questions = BTreeMap<(Asking, ChallengeKind), BTreeSet<PostId>>;

/// Why a message asks a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Asking {
    /// The challenge has begun.
    First,
    /// Half of its time is over.
    Reminder,
    /// The time of *Later* has come.
    Postponed,
    /// A manager has them asked once more.
    Nudged,
}

/// How often what makes a world interesting has happened.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(pub(super) BTreeMap<&'static str, u64>);

impl Seen {
    pub(super) fn note(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (what, count) in &other.0 {
            *self.0.entry(what).or_default() += count;
        }
    }
}

/// What is known before an event is handled.
pub(super) struct Before {
    event: Event,
    is_something_due: bool,
    /// Whom the pressed button is for.
    meant: Option<Audience>,
    /// What the pressed button is about.
    about: Option<Matter>,
    batch: u64,
}

impl Rules {
    pub(super) fn new(settings: &Settings, accounts: Vec<(AccountId, Handle)>) -> Self {
        Self {
            managers: settings.managers.clone(),
            former_managers: BTreeSet::new(),
            groups: settings.chats.clone(),
            limits: settings.limits.clone(),
            session_check: settings.pace.session_check,
            accounts,
            memory: BTreeMap::new(),
            open: BTreeMap::new(),
            codes: BTreeMap::new(),
            words: Vec::new(),
            life: 0,
            looked: 0,
            now: Timestamp::default(),
            ahead: 0,
            newest: BTreeMap::new(),
            in_flight: BTreeMap::new(),
            delivered: BTreeSet::new(),
            settled: BTreeSet::new(),
            responded: BTreeSet::new(),
            known_places: BTreeMap::new(),
            letters: BTreeMap::new(),
            arrived: BTreeSet::new(),
            met: settings.managers.clone(),
            places: BTreeMap::new(),
            disturbed: BTreeSet::new(),
            out_of_reach: BTreeSet::new(),
            questions: BTreeMap::new(),
            whys: BTreeMap::new(),
            asked_in: BTreeMap::new(),
            unshowable: BTreeSet::new(),
            readers: BTreeMap::new(),
            closed_chats: BTreeSet::new(),
            begun: BTreeMap::new(),
            last_opened: BTreeMap::new(),
            looks: BTreeMap::new(),
            refused_at: BTreeMap::new(),
            submitted: BTreeMap::new(),
            first_questions: BTreeMap::new(),
            question_messages: BTreeMap::new(),
            forgotten: BTreeMap::new(),
            readies: BTreeMap::new(),
            ready_shown: BTreeSet::new(),
            chosen: BTreeMap::new(),
            asked: BTreeMap::new(),
            posts_to_linked: BTreeSet::new(),
            invited: BTreeSet::new(),
            final_words: BTreeMap::new(),
            statuses: BTreeSet::new(),
            ended: BTreeMap::new(),
            reauths: BTreeMap::new(),
            reauth_causes: BTreeMap::new(),
            emails: BTreeMap::new(),
            account_looks: BTreeMap::new(),
            said_dead: BTreeMap::new(),
            buffer: Vec::new(),
            drifted: BTreeSet::new(),
            seen: Seen::default(),
        }
    }

    /// The process begins another life, with what is on disk.
    pub(super) fn restarted(&mut self, kept: &BTreeMap<RecordKey, Rc<Record>>, lost: &BTreeSet<u64>) {
        self.life += 1;
        self.newest.clear();
        self.in_flight.clear();
        self.delivered.clear();
        self.settled.clear();
        self.responded.clear();
        self.memory = kept.clone();
        self.open = kept.values().filter_map(|record| open_attempt(record)).collect();
        for looks in self.looks.values_mut() {
            looks.retain(|look| !lost.contains(&look.batch));
        }
        for letter in self.letters.values_mut() {
            letter.restarted(|batch| lost.contains(&batch));
        }
        self.known_places.retain(|_, (_, batch, _)| !lost.contains(batch));
        for record in kept.values() {
            match record.as_ref() {
                Record::Link(link) if self.life == 1 => {
                    self.met.insert(link.person);
                }
                Record::Attempt(attempt) => {
                    if let Stage::Asking(challenge) | Stage::Checking(challenge, _) = &attempt.stage {
                        self.last_opened.insert(attempt.id.clone(), challenge.opened_at);
                    }
                }
                Record::Post(post) => {
                    let is_for_others =
                        post.to.chat.0 > 0 && !self.managers.contains(&PersonId(post.to.chat.0));
                    if post.message.is_none() && is_for_others {
                        self.out_of_reach.insert(post.id);
                    }
                }
                _ => {}
            }
        }
        for heard in self.said_dead.values_mut() {
            heard.take_if(|batch| lost.contains(batch));
        }
        self.check_whole_trail();
        self.ended.retain(|_, batch| !lost.contains(batch));
        self.reauth_causes.retain(|_, batch| !lost.contains(batch));
        for submitted in self.submitted.values_mut() {
            for one in submitted.iter_mut() {
                one.is_batch_lost |= lost.contains(&one.batch);
            }
            // What waited for a batch that is lost has never gone.
            submitted.retain(|one| !(one.is_batch_lost && one.waits_for_disk));
        }
        self.submitted.retain(|_, submitted| !submitted.is_empty());
    }

    /// An event is about to be handled.
    pub(super) fn expect(
        &mut self,
        now: Timestamp,
        event: &Event,
        board: &Switchboard,
        batch: u64,
    ) -> Before {
        match event {
            Event::Heard(incoming) => {
                self.delivered.insert(incoming.update);
                if let Some(letter) = self.letters.get_mut(&incoming.update) {
                    letter.heard(self.now);
                }
                match &incoming.what {
                    Happened::Wrote(message) => {
                        self.closed_chats.remove(&message.at.chat);
                        self.met.extend(message.speaker.as_ref().map(|it| it.id));
                    }
                    Happened::Pressed(press) => {
                        self.met.insert(press.speaker.id);
                    }
                    _ => {}
                }
            }
            Event::Seen { attempt, request, result: Ok(snapshot) }
            | Event::EmailTriggered { attempt, request, result: Ok(Some(snapshot)) } => {
                self.look(attempt, *request, &snapshot.state, false, batch);
            }
            Event::Judged { attempt, request, result } => {
                let flown = self.in_flight.get(attempt).filter(|(flying, _)| flying == request).cloned();
                if let Some((_, code)) = flown {
                    self.in_flight.remove(attempt);
                    self.landed(code, *request, result.as_ref().err().copied());
                }
                match result {
                    Ok(snapshot) => self.look(attempt, *request, &snapshot.state, true, batch),
                    Err(Trouble::Refused) => {
                        self.refused_at.insert(attempt.clone(), self.looked);
                    }
                    Err(_) => {}
                }
            }
            Event::Shown { post, message, .. } => {
                self.known_places.insert(*post, (*message, batch, self.life));
            }
            Event::NotShown { post, why: why @ (Unshown::ChatGone | Unshown::Rejected), .. } => {
                self.unshowable.extend(self.asked_in.get(post).cloned());
                if *why == Unshown::ChatGone {
                    self.closed_chats.extend(self.readers.get(post));
                }
            }
            Event::AccountSeen { account, result, .. } => {
                self.account_seen(account, result.as_ref(), batch);
            }
            Event::Reauthenticated { result: Ok(snapshot), .. } => {
                let attempt = snapshot.attempt.clone();
                if !self.newest.contains_key(&attempt) {
                    self.look(&attempt, 0, &snapshot.state, false, batch);
                }
            }
            _ => {}
        }
        let is_something_due = board.next_deadline().is_some_and(|at| at <= now);
        let pressed = match event {
            Event::Heard(Incoming { what: Happened::Pressed(press), .. }) => Some(press.data.as_str()),
            _ => None,
        };
        if let (Some(data), Event::Heard(Incoming { what: Happened::Pressed(press), .. })) = (pressed, event)
            && let Some((message, edited, attempt)) = self.chosen(data)
        {
            let key = (press.speaker.id, message, edited);
            self.chosen.entry(key).or_default().insert(attempt);
        }
        let offer = pressed.and_then(|data| self.offer(data));
        let (meant, about) = (offer.map(|it| it.to), offer.map(|it| it.about.clone()));
        Before { event: event.clone(), is_something_due, meant, about, batch }
    }

    /// An event was handled: were these commands right?
    pub(super) fn check(
        &mut self,
        now: Timestamp,
        before: &Before,
        commands: &[Command],
        board: &Switchboard,
    ) {
        must!(
            board.next_deadline().is_none_or(|at| at > now),
            "5: the next deadline is {:?}, at {now:?}",
            board.next_deadline()
        );
        must!(commands.len() <= MOST_COMMANDS, "6: {} commands", commands.len());
        let has_save = has_batch(commands);

        let choosable = self.choosable(commands);
        let is_reauthenticated = commands.iter().any(|it| matches!(it, Command::Reauthenticate { .. }));
        let open: BTreeSet<AttemptId> =
            if is_reauthenticated { self.open.keys().cloned().collect() } else { BTreeSet::new() };
        let ended_links = match commands.first() {
            Some(Command::Save(changes)) => self.save(before, changes),
            _ => Vec::new(),
        };
        self.check_press(before, commands);
        self.check_letters(before, commands);
        for (id, (_, started_at)) in &self.open {
            must!(
                now < started_at.plus(self.limits.attempt_lifetime),
                "4: {id} is open beyond its time, since {started_at:?}"
            );
        }
        for command in commands {
            match command {
                Command::LookAtAccount { account, .. } => self.check_account_look(account, has_save),
                Command::Save(_)
                | Command::Delete { .. }
                | Command::ListAccounts
                | Command::Recall { .. } => {}
                Command::Show(show) => {
                    self.note_why(show);
                    self.note_ready(show);
                    self.check_session(show);
                    self.check_show(show, &ended_links);
                }
                Command::Say(say) => {
                    if matches!(say.notice, Notice::History { .. }) {
                        self.seen.note("somebody read the trail");
                    }
                    self.check_say(say, &ended_links);
                }
                Command::HandOver(document) => {
                    must!(document.to.chat.0 == document.data.telegram_id, "3: data of others: {document:?}");
                }
                Command::AnswerPress { notice, .. } => {
                    if let (Some(notice), Event::Heard(Incoming { what: Happened::Pressed(press), .. })) =
                        (notice, &before.event)
                    {
                        let is_fine = self.may_hear(press.speaker.id, notice, &ended_links);
                        must!(is_fine, "3: {} may not hear {notice:?}", press.speaker.id);
                    }
                }
                Command::Look { attempt, request, .. } => self.number(attempt, *request),
                Command::Submit { attempt, request, answer, .. } => {
                    self.number(attempt, *request);
                    self.check_submit(
                        before,
                        attempt,
                        *request,
                        answer,
                        command.waits_for_disk(),
                        &choosable,
                    );
                }
                Command::TriggerEmail { attempt, request } => {
                    self.number(attempt, *request);
                    self.check_email(before, attempt, has_save);
                }
                Command::Reauthenticate { account, .. } => {
                    must!(has_save, "8: {account} is reauthenticated with nothing on disk");
                    must!(!self.is_frozen(account), "8: {account} is frozen and reauthenticated");
                    // One that was handed over in the same event came after it.
                    let is_open = self.open.iter().any(|(id, it)| it.0 == *account && open.contains(id));
                    must!(!is_open, "8: {account} is reauthenticated and has an open attempt");
                    self.check_cause(before, account);
                }
                Command::Respond { ticket, .. } => {
                    must!(self.responded.insert(*ticket), "8: ticket {ticket} is answered again");
                }
                Command::Settle(update) => {
                    must!(self.delivered.contains(update), "8: {update:?} is settled and was not heard");
                    must!(self.settled.insert(*update), "8: {update:?} is settled again");
                }
                Command::SetMenu { person, menu } => {
                    let is_managers = menu.is_some_and(|menu| menu.is_managers);
                    must!(
                        !is_managers || self.managers.contains(person),
                        "{person} is offered a manager’s menu"
                    );
                }
                Command::Deliver { .. } | Command::Publish(_) => {
                    must!(false, "8: nobody is to be told {command:?}");
                }
                Command::Note(note) => self.check_note(note, before.batch),
            }
        }
    }

    fn number(&mut self, attempt: &AttemptId, request: u64) {
        let last = self.newest.insert(attempt.clone(), request);
        must!(last.is_none_or(|last| last < request), "requests: {attempt} goes from {last:?} to {request}");
    }

    fn is_linked(&self, account: &AccountId, person: PersonId) -> bool {
        self.memory.contains_key(&RecordKey::Link(account.clone(), person))
    }

    fn is_frozen(&self, account: &AccountId) -> bool {
        match self.memory.get(&RecordKey::Account(account.clone())).map(Rc::as_ref) {
            Some(Record::Account(account)) => account.frozen.is_some(),
            _ => false,
        }
    }

    pub(super) fn stage(&self, attempt: &AttemptId) -> Option<&Stage> {
        match self.memory.get(&RecordKey::Attempt(attempt.clone())).map(Rc::as_ref) {
            Some(Record::Attempt(attempt)) => Some(&attempt.stage),
            _ => None,
        }
    }

    /// The attempt that a question in a chat is about.
    pub(super) fn asked_by(&self, standing: &Standing) -> Option<AttemptId> {
        self.question_messages.get(&(PersonId(standing.at.chat.0), standing.message)).cloned()
    }

    fn account_of(&self, attempt: &AttemptId) -> Option<AccountId> {
        match self.memory.get(&RecordKey::Attempt(attempt.clone())).map(Rc::as_ref) {
            Some(Record::Attempt(attempt)) => Some(attempt.account.clone()),
            _ => None,
        }
    }

    fn check_note(&mut self, note: &Note, batch: u64) {
        match note {
            Note::Asked { attempt, .. } => {
                let account = self.account_of(attempt).unwrap();
                must!(!self.is_frozen(&account), "8: {account} is frozen and somebody is asked");
            }
            Note::Ended { attempt, ending } => {
                self.seen.note(ending);
                self.check_not_early(attempt, ending);
                let earlier = self.ended.insert(attempt.clone(), batch);
                must!(earlier.is_none(), "4: {attempt} has ended again");
            }
            Note::Frozen { .. } => self.seen.note("an account was frozen"),
            Note::WrongCode { .. } => self.seen.note("a code was wrong"),
            _ => {}
        }
    }
}

/// Whether there is a batch, of which there is one at most, before everything else.
fn has_batch(commands: &[Command]) -> bool {
    let saves = commands.iter().filter(|it| matches!(it, Command::Save(_))).count();
    must!(saves <= 1, "save: {saves} batches");
    must!(
        saves == 0 || matches!(commands.first(), Some(Command::Save(_))),
        "save: the batch is not the first"
    );
    saves == 1
}

/// How each code in these worlds begins. They have eight digits, and nothing else in a record has as many.
pub(super) const CODE_START: &str = "40000";

fn open_attempt(record: &Record) -> Option<(AttemptId, (AccountId, Timestamp))> {
    match record {
        Record::Attempt(attempt) if !matches!(attempt.stage, Stage::Ended { .. }) => {
            Some((attempt.id.clone(), (attempt.account.clone(), attempt.started_at)))
        }
        _ => None,
    }
}

/// By how much the clocks of two lives of the process may differ: Telegram tells whole seconds, and its clock is up to
/// 2.5 s off the host's, which stands in when it does not tell.
const CLOCKS_DIFFER: Duration = Duration::from_secs(7);

/// How many of these moments lie within a window, at least.
fn count_within(times: &[Timestamp], window: Duration, now: Timestamp) -> usize {
    let window = window.saturating_sub(CLOCKS_DIFFER);
    times.iter().filter(|at| **at <= now && now.since(**at) < window).count()
}
