//! What must hold in every world, checked from outside: by what went in, what came out, and what the worlds did with it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use twofa_bridge::model::incoming::{Happened, Incoming};
use twofa_bridge::model::notice::{Choice, Progress};
use twofa_bridge::model::record::{
    Audience, Challenge, ChallengeKind, Matter, OfferRecord, ReauthRecord, Stage, Starter,
};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, Change, ChatId, Code, Handle, MessageId, Notice, OfferWord, PersonId,
    PostId, Record, RecordKey, TelegramTime, Timestamp, UpdateId, Word,
};
use twofa_bridge::switchboard::command::{Command, Note, Say, Show, Submission};
use twofa_bridge::switchboard::event::{Event, Trouble};
use twofa_bridge::switchboard::limits::{
    DAY, HOUR, Limits, MOST_LINKS, SUBMISSIONS_MAX, THROTTLED_SUBMISSIONS_MAX,
};
use twofa_bridge::switchboard::{Settings, Switchboard};

use super::telegram::{Standing, Telegram};

/// The most commands that one event may lead to in worlds as small as these.
const MOST_COMMANDS: usize = 120;

/// Panics with a broken rule.
macro_rules! must {
    ($holds:expr, $($rule:tt)+) => {
        assert!($holds, "broken rule {}", format_args!($($rule)+))
    };
}

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
    /// Whether it surely had no effect; none while nothing was heard of it.
    is_refused: Option<bool>,
}

/// Everything that the rules need to remember.
pub(super) struct Rules {
    pub(super) managers: BTreeSet<PersonId>,
    /// Those who were none for a while: what a crash kept from being known of their messages was not changed then.
    pub(super) former_managers: BTreeSet<PersonId>,
    /// Every number that the group has had.
    pub(super) groups: BTreeSet<ChatId>,
    limits: Limits,
    accounts: Vec<(AccountId, Handle)>,
    /// What the switchboard has given to be saved, on disk or not.
    pub(super) memory: BTreeMap<RecordKey, Rc<Record>>,
    open: BTreeMap<AttemptId, (AccountId, Timestamp)>,
    pub(super) codes: BTreeMap<String, Given>,
    words: Vec<String>,
    life: u32,
    looked: u64,

    // Of this life of the process.
    newest: BTreeMap<AttemptId, u64>,
    in_flight: BTreeMap<AttemptId, (u64, Option<String>)>,
    delivered: BTreeSet<UpdateId>,
    settled: BTreeSet<UpdateId>,
    responded: BTreeSet<u64>,

    // Of all lives.
    looks: BTreeMap<AttemptId, Vec<Look>>,
    refused_at: BTreeMap<AttemptId, u64>,
    submitted: BTreeMap<String, Vec<Submitted>>,
    first_questions: BTreeMap<(AttemptId, Timestamp, PersonId), (MessageId, TelegramTime)>,
    question_messages: BTreeMap<(PersonId, MessageId), AttemptId>,
    /// When a person was last forgotten, and with them how often they were asked.
    forgotten: BTreeMap<PersonId, Timestamp>,
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
    buffer: Vec<u8>,
    pub(super) seen: Seen,
}

/// Whether two notices differ in people's names at most: whoever is forgotten is named no more.
fn says_the_same(one: &Notice, other: &Notice) -> bool {
    fn without_names(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                for (field, value) in fields {
                    if field == "name" || field == "names" {
                        *value = serde_json::Value::Null;
                    } else {
                        without_names(value);
                    }
                }
            }
            serde_json::Value::Array(values) => values.iter_mut().for_each(without_names),
            _ => {}
        }
    }
    let nameless = |notice: &Notice| {
        let mut value = serde_json::to_value(notice).unwrap();
        without_names(&mut value);
        value
    };
    one == other || nameless(one) == nameless(other)
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
    batch: u64,
}

impl Rules {
    pub(super) fn new(settings: &Settings, accounts: Vec<(AccountId, Handle)>) -> Self {
        Self {
            managers: settings.managers.clone(),
            former_managers: BTreeSet::new(),
            groups: settings.chats.clone(),
            limits: settings.limits.clone(),
            accounts,
            memory: BTreeMap::new(),
            open: BTreeMap::new(),
            codes: BTreeMap::new(),
            words: Vec::new(),
            life: 0,
            looked: 0,
            newest: BTreeMap::new(),
            in_flight: BTreeMap::new(),
            delivered: BTreeSet::new(),
            settled: BTreeSet::new(),
            responded: BTreeSet::new(),
            looks: BTreeMap::new(),
            refused_at: BTreeMap::new(),
            submitted: BTreeMap::new(),
            first_questions: BTreeMap::new(),
            question_messages: BTreeMap::new(),
            forgotten: BTreeMap::new(),
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
            buffer: Vec::new(),
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
        self.ended.retain(|_, batch| !lost.contains(batch));
        self.reauth_causes.retain(|_, batch| !lost.contains(batch));
        for submitted in self.submitted.values_mut().flatten() {
            submitted.is_batch_lost |= lost.contains(&submitted.batch);
        }
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
        let meant = pressed.and_then(|data| self.offer(data)).map(|offer| offer.to);
        Before { event: event.clone(), is_something_due, meant, batch }
    }

    fn landed(&mut self, code: Option<String>, request: u64, trouble: Option<Trouble>) {
        let Some(all) = code.and_then(|code| self.submitted.get_mut(&code)) else { return };
        if let Some(one) = all.iter_mut().rfind(|it| it.life == self.life && it.request == request) {
            one.is_refused = Some(match trouble {
                Some(Trouble::Unreachable | Trouble::Throttled(_) | Trouble::Refused) => true,
                Some(_) | None => false,
            });
        }
    }

    fn look(
        &mut self,
        attempt: &AttemptId,
        request: u64,
        state: &AttemptState,
        is_verdict: bool,
        batch: u64,
    ) {
        if self.newest.get(attempt).copied().unwrap_or(0) != request {
            self.seen.note("an answer was too old");
            return;
        }
        self.looked += 1;
        let looks = self.looks.entry(attempt.clone()).or_default();
        let was_wrong = looks.last().is_some_and(|look| look.state == AttemptState::Wrong2faCodeRetry);
        let is_wrong_code = *state == AttemptState::Wrong2faCodeRetry && (is_verdict || !was_wrong);
        let (nth, life) = (self.looked, self.life);
        looks.push(Look { nth, life, request, state: state.clone(), is_wrong_code, batch });
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
        let saves = commands.iter().filter(|it| matches!(it, Command::Save(_))).count();
        must!(saves <= 1, "save: {saves} batches");
        must!(
            saves == 0 || matches!(commands.first(), Some(Command::Save(_))),
            "save: the batch is not the first"
        );

        let choosable = self.choosable(commands);
        let is_reauthenticated = commands.iter().any(|it| matches!(it, Command::Reauthenticate { .. }));
        let open: BTreeSet<AttemptId> =
            if is_reauthenticated { self.open.keys().cloned().collect() } else { BTreeSet::new() };
        let ended_links = match commands.first() {
            Some(Command::Save(changes)) => self.save(now, before, changes),
            _ => Vec::new(),
        };
        self.check_press(before, commands);
        for (id, (_, started_at)) in &self.open {
            must!(
                now < started_at.plus(self.limits.attempt_lifetime),
                "4: {id} is open beyond its time, since {started_at:?}"
            );
        }
        for command in commands {
            match command {
                Command::Save(_) | Command::Delete { .. } | Command::ListAccounts => {}
                Command::Show(show) => self.check_show(show, &ended_links),
                Command::Say(say) => self.check_say(say, &ended_links),
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
                    self.check_submit(before, attempt, *request, answer, &choosable);
                }
                Command::TriggerEmail { attempt, request } => {
                    self.number(attempt, *request);
                    self.check_email(before, attempt, saves == 1);
                }
                Command::Reauthenticate { account, .. } => {
                    must!(saves == 1, "8: {account} is reauthenticated with nothing on disk");
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
                Command::Note(note) => self.check_note(note, before.batch),
            }
        }
    }

    fn number(&mut self, attempt: &AttemptId, request: u64) {
        let last = self.newest.insert(attempt.clone(), request);
        must!(last.is_none_or(|last| last < request), "requests: {attempt} goes from {last:?} to {request}");
    }

    /// Remembers a batch. Says which links it ends.
    fn save(&mut self, now: Timestamp, before: &Before, changes: &[Change]) -> Vec<(AccountId, PersonId)> {
        let mut ended_links = Vec::new();
        must!(!changes.is_empty(), "save: an empty batch");
        for change in changes {
            match change {
                Change::Put(record) => {
                    self.check_secrets_in_record(record);
                    let key = record.key();
                    if let Record::Link(link) = record
                        && !self.memory.contains_key(&key)
                    {
                        self.check_consent(before, link.person);
                    }
                    if let Record::Attempt(attempt) = record {
                        self.seen.note("a record of an attempt");
                        match open_attempt(record) {
                            Some((id, it)) => {
                                self.open.insert(id, it);
                            }
                            None => {
                                self.open.remove(&attempt.id);
                            }
                        }
                        let open = self.open.values().filter(|(open, _)| *open == attempt.account).count();
                        must!(open <= 1, "8: {} has {open} open attempts", attempt.account);
                    }
                    self.memory.insert(key, Rc::new(record.clone()));
                }
                Change::Remove(key) => {
                    if let RecordKey::Link(account, person) = key {
                        ended_links.push((account.clone(), *person));
                    }
                    if let RecordKey::Attempt(attempt) = key {
                        self.open.remove(attempt);
                    }
                    if let RecordKey::Person(person) = key {
                        self.forgotten.insert(*person, now);
                    }
                    self.memory.remove(key);
                }
            }
        }
        ended_links
    }

    fn check_secrets_in_record(&mut self, record: &Record) {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        serde_json::to_writer(&mut buffer, record).unwrap();
        self.check_secrets(&buffer);
        self.buffer = buffer;
    }

    /// Nothing that is stored or printed holds a code or an invitation's word.
    pub(super) fn check_secrets(&self, text: &[u8]) {
        let text = std::str::from_utf8(text).unwrap();
        if text.contains(CODE_START) {
            for run in text.split(|c: char| !c.is_ascii_digit()) {
                must!(!self.codes.contains_key(run), "7: {run} stands in {text}");
            }
        }
        for word in &self.words {
            must!(!text.contains(word.as_str()), "7: {word} stands in {text}");
        }
    }

    /// A link comes from *Accept*, pressed by the person under an invitation that was shown to them in private.
    fn check_consent(&mut self, before: &Before, person: PersonId) {
        self.seen.note("a link was made");
        let Event::Heard(Incoming { what: Happened::Pressed(press), .. }) = &before.event else {
            panic!("broken rule 3: {person} is linked by {:?}", before.event);
        };
        must!(press.speaker.id == person, "3: {person} is linked by {}", press.speaker.id);
        must!(!self.managers.contains(&person), "3: the manager {person} is linked");
        let (word, letter) = press.data.split_once('.').unwrap_or_default();
        let was_invited = self.invited.contains(&(OfferWord(word.to_owned()), person));
        must!(was_invited && letter == "y", "3: {person} is linked and has not accepted");
    }

    fn offer(&self, press: &str) -> Option<&OfferRecord> {
        let word = OfferWord(press.split_once('.')?.0.to_owned());
        match self.memory.get(&RecordKey::Offer(word)).map(Rc::as_ref) {
            Some(Record::Offer(offer)) => Some(offer),
            _ => None,
        }
    }

    /// Each press ends its spinner once, and one that is not for whoever pressed it does nothing else.
    fn check_press(&mut self, before: &Before, commands: &[Command]) {
        let answers = commands.iter().filter(|it| matches!(it, Command::AnswerPress { .. })).count();
        let Event::Heard(Incoming { what: Happened::Pressed(press), .. }) = &before.event else {
            must!(answers == 0, "8: a press is answered that was not heard");
            return;
        };
        must!(answers <= 1, "8: a press is answered {answers} times");
        let Some(meant) = before.meant else { return };
        let is_theirs = match meant {
            Audience::Person(person) => person == press.speaker.id,
            Audience::Managers => self.managers.contains(&press.speaker.id),
        };
        if !is_theirs && !before.is_something_due {
            self.seen.note("a button of somebody else was pressed");
            let effects = commands
                .iter()
                .filter(|it| {
                    !matches!(it, Command::AnswerPress { .. } | Command::Settle(_) | Command::Note(_))
                })
                .count();
            must!(effects == 0, "8: {} pressed what is not theirs, and it did something", press.speaker.id);
        }
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

    /// Whether a notice names no account but ones that a person is linked to.
    fn may_hear(&self, person: PersonId, notice: &Notice, ended: &[(AccountId, PersonId)]) -> bool {
        if self.managers.contains(&person) {
            return true;
        }
        let strange: Vec<&Handle> = self
            .accounts
            .iter()
            .filter(|(account, _)| {
                !self.is_linked(account, person) && !ended.contains(&(account.clone(), person))
            })
            .map(|(_, handle)| handle)
            .collect();
        if strange.is_empty() {
            return true;
        }
        let text = serde_json::to_string(notice).unwrap();
        strange.iter().all(|handle| !text.contains(&format!("\"{}\"", handle.as_str())))
    }

    /// Whether a notice is an answer to an invitation that they opened, tells that their own link has ended, or what of
    /// theirs would be forgotten: a *Not me* of theirs outlives the link.
    fn is_about_their_link(notice: &Notice) -> bool {
        matches!(
            notice,
            Notice::Invited { .. }
                | Notice::InvitationDeclined { .. }
                | Notice::Linked { .. }
                | Notice::TooManyLinks { .. }
                | Notice::NotLinked { .. }
                | Notice::Stopped { .. }
                | Notice::Unlinked { .. }
                | Notice::ForgetMe { .. }
                | Notice::Forgotten { .. }
        )
    }

    fn check_show(&mut self, show: &Show, ended: &[(AccountId, PersonId)]) {
        if show.to.chat.0 < 0 {
            must!(self.groups.contains(&show.to.chat), "3: a strange group is told {:?}", show.notice);
            return;
        }
        let person = PersonId(show.to.chat.0);
        let may_hear = self.may_hear(person, &show.notice, ended);
        let is_last_word = matches!(
            show.notice,
            Notice::QuestionEnded { .. }
                | Notice::QuestionRepeated { .. }
                | Notice::AccountChosen { .. }
                | Notice::ReadyAnswered { .. }
        );
        if may_hear && !Self::is_about_their_link(&show.notice) {
            self.posts_to_linked.insert(show.post);
        }
        let is_fine = may_hear
            || Self::is_about_their_link(&show.notice)
            || (is_last_word && self.posts_to_linked.contains(&show.post));
        must!(is_fine, "3: {person} is shown {:?}", show.notice);
    }

    fn check_say(&mut self, say: &Say, ended: &[(AccountId, PersonId)]) {
        if let Some(word) = &say.word {
            self.keep_word(word);
        }
        if say.to.chat.0 < 0 {
            let names_something = !matches!(say.notice, Notice::OnlyInPrivate);
            must!(
                !names_something || self.groups.contains(&say.to.chat),
                "3: a strange group is told {:?}",
                say.notice
            );
            return;
        }
        let person = PersonId(say.to.chat.0);
        let is_fine = Self::is_about_their_link(&say.notice) || self.may_hear(person, &say.notice, ended);
        must!(is_fine, "3: {person} is told {:?}", say.notice);
    }

    /// Remembers the word of an invitation, to find it where it must not be.
    pub(super) fn keep_word(&mut self, word: &Word) {
        let word = word.expose().to_owned();
        if !self.words.contains(&word) {
            self.words.push(word);
        }
    }

    /// The challenges for a code that are open to each person, before an event.
    fn choosable(&self, commands: &[Command]) -> BTreeSet<(PersonId, AttemptId, Timestamp)> {
        if !commands.iter().any(|it| matches!(it, Command::Submit { .. })) {
            return BTreeSet::new();
        }
        self.open_questions()
    }

    fn open_questions(&self) -> BTreeSet<(PersonId, AttemptId, Timestamp)> {
        let mut found = BTreeSet::new();
        for id in self.open.keys() {
            if let Some(Stage::Asking(challenge)) = self.stage(id)
                && matches!(challenge.kind, ChallengeKind::Code(_))
            {
                found.extend(
                    challenge.asked.iter().map(|asked| (asked.person, id.clone(), challenge.opened_at)),
                );
            }
        }
        found
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

    fn check_submit(
        &mut self,
        before: &Before,
        attempt: &AttemptId,
        request: u64,
        answer: &Submission,
        choosable: &BTreeSet<(PersonId, AttemptId, Timestamp)>,
    ) {
        let code = match answer {
            Submission::Code(code) => Some(code.expose().to_owned()),
            Submission::FaceDone => None,
        };
        let flying = self.in_flight.insert(attempt.clone(), (request, code.clone()));
        must!(flying.is_none(), "2: two answers to {attempt} are on their way");
        let Some(account) = self.account_of(attempt) else {
            panic!("broken rule 1: {attempt} is not known");
        };
        must!(!self.is_frozen(&account), "8: {account} is frozen and an answer goes");
        let looks = self.looks.get(attempt).map(Vec::as_slice).unwrap_or_default();
        // *I have done it* may go at any time: saying it twice does nothing.
        must!(
            code.is_none() || looks.iter().any(|look| look.life == self.life),
            "2: a code goes to {attempt} before it was looked at"
        );
        let wrong = looks.iter().filter(|look| look.is_wrong_code).count();
        must!(
            wrong < usize::try_from(self.limits.wrong_codes_max).unwrap(),
            "8: {attempt} has shown {wrong} wrong codes and another goes"
        );
        let state = looks.last().map(|look| look.state.clone());
        if let Submission::Code(code) = answer {
            self.check_code(attempt, &account, code, choosable);
            let state = state.unwrap();
            self.check_again(code, attempt, &state);
            let (life, batch) = (self.life, before.batch);
            let all = self.submitted.entry(code.expose().to_owned()).or_default();
            all.push(Submitted {
                attempt: attempt.clone(),
                life,
                request,
                state,
                batch,
                is_batch_lost: false,
                is_refused: None,
            });
        } else {
            self.seen.note("a face check was confirmed");
        }
    }

    /// A code goes only where it was given for.
    fn check_code(
        &mut self,
        attempt: &AttemptId,
        account: &AccountId,
        code: &Code,
        choosable: &BTreeSet<(PersonId, AttemptId, Timestamp)>,
    ) {
        self.seen.note("a code was submitted");
        let Some(given) = self.codes.get(code.expose()).cloned() else {
            panic!("broken rule 1: {} was given by nobody", code.expose());
        };
        let person = given.person;
        must!(given.is_private, "1: {given:?} does not come from a private chat");
        must!(given.is_plain, "1: {given:?} was guessed");
        must!(!self.managers.contains(&person), "1: {given:?} comes from a manager");
        must!(self.is_linked(account, person), "1: {person} is not linked to {account}");
        let Some(Stage::Checking(challenge, taken)) = self.stage(attempt) else {
            panic!("broken rule 1: {attempt} is not being checked, and a code goes to it");
        };
        let challenge: Challenge = challenge.clone();
        must!(taken.person == person, "1: the code of {person} passes for that of {}", taken.person);
        must!(
            matches!(challenge.kind, ChallengeKind::Code(_)),
            "1: {attempt} wants {:?} and gets a code",
            challenge.kind
        );
        let Some((message, date)) =
            self.first_questions.get(&(attempt.clone(), challenge.opened_at, person)).copied()
        else {
            panic!("broken rule 1: {person} was not shown the question of {attempt}");
        };
        let is_after = given.edited.map_or(given.message > message, |edited| edited > date);
        // After a start it may not be known where the question stood first, or whether it did.
        let maybe_since = challenge.asked.iter().find(|it| it.person == person).and_then(|it| it.maybe_since);
        let may_be_after = maybe_since.is_some_and(|opened_at| given.written.0 * 1_000 > opened_at.0);
        must!(maybe_since.is_none() || self.life > 0, "1: nothing is supposed without a restart");
        must!(is_after || may_be_after, "1: {given:?} is not after the question, {message:?} of {date:?}");

        if self.submitted.contains_key(code.expose()) {
            return;
        }
        // It may have been chosen a while ago: a code waits until each question has arrived.
        if let Some(chosen) = self.chosen.get(&(person, given.message, given.edited)) {
            self.seen.note("an account was chosen for a code");
            must!(chosen.contains(attempt), "1: the code is for {chosen:?} and goes to {attempt}");
            return;
        }
        if let Some(quoted) = given.quotes {
            let meant = self.question_messages.get(&(person, quoted));
            must!(meant == Some(attempt), "1: {given:?} quotes {meant:?} and goes to {attempt}");
            self.seen.note("a code quoted its question");
            return;
        }
        let still_open = self.open_questions();
        let others = choosable
            .intersection(&still_open)
            .filter(|(asked, other, _)| *asked == person && other != attempt);
        must!(others.count() == 0, "1: {given:?} might be for several and goes to {attempt}");
    }

    /// For which message a pressed button chooses which attempt.
    fn chosen(&self, press: &str) -> Option<(MessageId, Option<TelegramTime>, AttemptId)> {
        let letter = press.split_once('.')?.1;
        match &self.offer(press)?.about {
            Matter::Which { message, edited, attempts, .. } => match Choice::from_letter(letter)? {
                Choice::Account(index) => {
                    attempts.get(usize::from(index)).map(|attempt| (*message, *edited, attempt.clone()))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// A code goes again only if it surely did not arrive, or a look has shown that it was not taken.
    fn check_again(&mut self, code: &Code, attempt: &AttemptId, state: &AttemptState) {
        let Some(earlier) = self.submitted.get(code.expose()) else { return };
        let looks = self.looks.get(attempt).map(Vec::as_slice).unwrap_or_default();
        let mut refusals = 0;
        for one in earlier {
            must!(one.attempt == *attempt, "1: a code goes to {} and to {attempt}", one.attempt);
            if one.is_refused == Some(true) {
                refusals += 1;
                continue;
            }
            let mut since = looks
                .iter()
                .filter(|look| look.life > one.life || (look.life == one.life && look.request > one.request))
                .peekable();
            must!(
                since.peek().is_some_and(|_| looks.last().is_some_and(|look| look.life == self.life)),
                "2: a code goes to {attempt} again, and nobody has looked"
            );
            let moved = since.find(|look| look.state != one.state).map(|look| look.state.as_str());
            must!(moved.is_none(), "2: a code goes to {attempt} again, which has moved to {moved:?}");
            must!(
                one.is_batch_lost || *state != AttemptState::Wrong2faCodeRetry,
                "2: a code goes to {attempt} again after a wrong one"
            );
        }
        let here: Vec<&Submitted> = earlier.iter().filter(|one| one.life == self.life).collect();
        let arrived = here.iter().filter(|one| one.is_refused != Some(true)).count();
        let lives: BTreeSet<u32> = earlier.iter().map(|one| one.life).collect();
        must!(
            arrived < usize::from(SUBMISSIONS_MAX) && refusals <= usize::from(THROTTLED_SUBMISSIONS_MAX),
            "2: a code goes to {attempt} after {arrived} times, and {refusals} refusals"
        );
        let ended_lives = lives.iter().filter(|life| **life != self.life).count();
        must!(
            earlier.len() - refusals < usize::from(SUBMISSIONS_MAX) + ended_lives,
            "2: a code goes to {attempt} after {} times in {} lives",
            earlier.len(),
            lives.len()
        );
        self.seen.note("a code was submitted again");
        if ended_lives > 0 {
            self.seen.note("a code was submitted again after a crash");
        }
    }

    /// The email is asked for once for each gate, unless somebody presses the button.
    fn check_email(&mut self, before: &Before, attempt: &AttemptId, has_save: bool) {
        must!(has_save, "8: the email of {attempt} is asked for with nothing on disk");
        if let Event::Heard(Incoming { what: Happened::Pressed(_), .. }) = &before.event {
            self.seen.note("an email was asked for again");
            return;
        }
        let Some(last) = self.emails.get(attempt).copied() else { return };
        let was_refused = self.refused_at.get(attempt).is_some_and(|at| *at >= last);
        let looks = self.looks.get(attempt).map(Vec::as_slice).unwrap_or_default();
        let mut since = looks.iter().filter(|look| look.nth > last);
        let is_another =
            since.any(|it| !matches!(it.state, AttemptState::NeedsEmail | AttemptState::Wrong2faCodeRetry));
        must!(is_another || was_refused, "8: the email of {attempt} is asked for again by itself");
    }

    fn check_note(&mut self, note: &Note, batch: u64) {
        match note {
            Note::Asked { attempt, .. } => {
                let account = self.account_of(attempt).unwrap();
                must!(!self.is_frozen(&account), "8: {account} is frozen and somebody is asked");
            }
            Note::Ended { attempt, ending } => {
                self.seen.note(ending);
                let earlier = self.ended.insert(attempt.clone(), batch);
                must!(earlier.is_none(), "4: {attempt} has ended again");
            }
            Note::Frozen { .. } => self.seen.note("an account was frozen"),
            Note::WrongCode { .. } => self.seen.note("a code was wrong"),
            _ => {}
        }
    }

    /// The API has begun to carry out a reauthentication.
    pub(super) fn reauthenticated(&mut self, account: &AccountId, ordered_at: Timestamp) {
        let times = self.reauths.entry(account.clone()).or_default();
        times.push(ordered_at);
        let limits = &self.limits;
        for (window, most) in
            [(limits.reauth_interval, 1), (HOUR, limits.reauths_per_hour), (DAY, limits.reauths_per_day)]
        {
            let count = count_within(times, window, ordered_at);
            must!(
                count <= usize::try_from(most).unwrap(),
                "8: {account} is reauthenticated {count} times within {window:?}"
            );
        }
    }

    /// No message leads to two reauthentications of an account: each message of a manager bears another name.
    fn check_cause(&mut self, before: &Before, account: &AccountId) {
        if let Event::Heard(Incoming { what: Happened::Pressed(_), .. }) = &before.event {
            self.seen.note("a sign-in was started when somebody was ready");
            return;
        }
        let cause = match self.memory.get(&RecordKey::Reauth(account.clone())).map(Rc::as_ref) {
            Some(Record::Reauth(ReauthRecord { started_by: Starter::Manager { name, .. }, .. })) => {
                name.as_str()
            }
            // Both commands had waited for the list of accounts, and the second has cancelled the first.
            _ => return,
        };
        let key = (account.clone(), cause.to_owned());
        let earlier = self.reauth_causes.insert(key, before.batch);
        must!(earlier.is_none(), "8: {account} is reauthenticated twice for one message");
    }

    /// The email is being asked for.
    pub(super) fn email_asked_for(&mut self, attempt: &AttemptId) {
        self.emails.insert(attempt.clone(), self.looked);
    }

    /// A post stands in its chat.
    pub(super) fn stands(&mut self, show: &Show, message: MessageId, date: TelegramTime) {
        let person = PersonId(show.to.chat.0);
        match &show.notice {
            Notice::Question(_) => {
                let about = show.offer.as_ref().and_then(|word| {
                    match self.memory.get(&RecordKey::Offer(word.clone())).map(Rc::as_ref) {
                        Some(Record::Offer(OfferRecord {
                            about: Matter::Question { attempt, opened_at },
                            ..
                        })) => Some((attempt.clone(), *opened_at)),
                        _ => None,
                    }
                });
                let Some((attempt, opened_at)) = about else { return };
                self.question_messages.insert((person, message), attempt.clone());
                let key = (attempt, opened_at, person);
                if self.first_questions.contains_key(&key) {
                    return;
                }
                self.first_questions.insert(key, (message, date));
                self.seen.note("a person was asked");
                let times = self.asked.entry(person).or_default();
                times.push(opened_at);
                let forgotten = self.forgotten.get(&person).copied().unwrap_or_default();
                times.retain(|at| *at > forgotten);
                // They need not be shown in the order in which they were asked.
                let count = times.iter().map(|at| count_within(times, HOUR, *at)).max().unwrap_or(0);
                must!(
                    count <= usize::try_from(self.limits.questions_per_hour).unwrap(),
                    "8: {person} is asked {count} times within an hour"
                );
            }
            Notice::Invited { .. } => {
                if let Some(word) = &show.offer {
                    self.invited.insert((word.clone(), person));
                }
            }
            Notice::QuestionEnded { .. } | Notice::QuestionRepeated { .. } => {
                let last = self.final_words.insert(show.post, show.notice.clone());
                must!(
                    last.is_none_or(|last| says_the_same(&last, &show.notice)),
                    "4: {:?} has two ends",
                    show.post
                );
            }
            Notice::Status(status) => {
                self.statuses.insert(show.post);
                if let Some(last) = self.final_words.get(&show.post) {
                    must!(
                        says_the_same(last, &show.notice),
                        "4: {:?} says {:?} after its end",
                        show.post,
                        show.notice
                    );
                }
                if matches!(status.progress, Progress::Ended { .. }) {
                    self.final_words.insert(show.post, show.notice.clone());
                }
            }
            // Whoever is no manager any more reads nothing in it from then on. It may arrive only when they are again.
            Notice::NotForYou if self.statuses.contains(&show.post) => {
                let was_dismissed = self.former_managers.contains(&PersonId(show.to.chat.0));
                must!(was_dismissed, "4: {:?} is taken from a manager", show.post);
                self.final_words.insert(show.post, show.notice.clone());
            }
            _ => {}
        }
    }

    /// Every status message that can be changed says the end, however it has come.
    pub(super) fn check_statuses(&self, telegram: &Telegram) {
        for post in &self.statuses {
            let stands = telegram.standing.get(post);
            let can_change = stands.is_some_and(|it| {
                let chat = PersonId(it.at.chat.0);
                !telegram.is_out_of_reach(*post, it) && !self.former_managers.contains(&chat)
            });
            must!(
                !can_change || self.final_words.get(post) == stands.map(|it| &it.notice),
                "4: {post:?} still says {:?}",
                stands.map(|it| &it.notice)
            );
        }
    }

    /// What has to be left when everything is over.
    pub(super) fn check_weight(&self, board: &Switchboard) {
        must!(board.open_attempts() == 0, "4: {} attempts are open at the end", board.open_attempts());
        must!(self.open.is_empty(), "4: {:?} are open at the end", self.open);
        let mut explained = 1; // The next list of accounts.
        let mut left = Vec::new();
        for (key, record) in &self.memory {
            match record.as_ref() {
                Record::Account(_) | Record::Person(_) | Record::Link(_) | Record::Moved(_) => explained += 1,
                // The button *Allow again*, and its end on the agenda.
                Record::Offer(OfferRecord { about: Matter::Freeze(account), .. })
                    if self.is_frozen(account) =>
                {
                    explained += 2;
                }
                _ => left.push(key),
            }
        }
        must!(left.is_empty(), "6: {left:?} are left");
        let weight = board.weight();
        must!(weight == explained, "6: {weight} things are left, and {explained} are explained");
        let links = self.memory.keys().filter(|key| matches!(key, RecordKey::Link(..))).count();
        must!(links <= MOST_LINKS * self.accounts.len(), "6: {links} links");
    }
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

fn count_within(times: &[Timestamp], window: Duration, now: Timestamp) -> usize {
    times.iter().filter(|at| **at <= now && now.since(**at) < window).count()
}
