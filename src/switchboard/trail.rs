//! The audit trail: each change that it tells of is followed by an entry in the same batch.
//!
//! The entries themselves lie in the store. What is held here is where the trail begins and ends, and of each entry
//! when it was made and its hash (40 bytes): enough to add to it and to let go of what is old. Whoever wants to read
//! it asks the store, and puts the entries into words when they come ([`Switchboard::recalled`]).

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use crate::model::incoming::Speaker;
use crate::model::notice::{Doer, TrailLine};
use crate::model::record::{Audience, Matter, Starter};
use crate::model::trail::{About, Actor, AliasRecord, Entry, Hash, Head, Query, What};
use crate::model::{
    AccountId, Address, Alias, AttemptId, Change, Name, Notice, PersonId, Record, RecordKey, Timestamp,
};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, Note, Say, nobody};
use super::limits::{HOUR, MOST_RECALLS, MOST_TRAIL_LINES, MOST_TRAIL_REMOVED, TRAIL_DATA_AT_ONCE};
use super::posts::Asker;

/// How long the trail is kept, and how many entries of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TrailLimits {
    /// Entries that are older go.
    pub keep: Duration,
    /// With more, the oldest go.
    pub entries_max: usize,
}

/// What is known of an entry without reading it.
struct Link {
    at: Timestamp,
    hash: Hash,
}

/// What is held of the trail.
#[derive(Default)]
pub(super) struct Trail {
    head: Head,
    links: VecDeque<Link>,
    /// The newest entry in which each alias stands.
    last: BTreeMap<Alias, u64>,
    /// What was added and removed since the last batch.
    changes: Vec<Change>,
}

impl Trail {
    /// Takes what was read from disk, in any order. What is wrong with it is the second.
    pub(super) fn restore(head: Option<Head>, mut entries: Vec<Entry>) -> (Self, Option<String>) {
        entries.sort_unstable_by_key(|entry| entry.number);
        let head = head.unwrap_or_default();
        let flaw = crate::model::trail::verify(&head, &entries).err().map(|flaw| flaw.to_string());
        let mut trail = Self { head, ..Self::default() };
        for entry in &entries {
            trail.keep(entry);
        }
        (trail, flaw)
    }

    fn keep(&mut self, entry: &Entry) {
        self.links.push_back(Link { at: entry.at, hash: entry.hash() });
        let by = match entry.by {
            Some(Actor::Person(alias)) => Some(alias),
            Some(Actor::Host | Actor::Operator) | None => None,
        };
        for alias in entry.person.into_iter().chain(by) {
            self.last.insert(alias, entry.number);
        }
    }

    fn add(&mut self, entry: Entry) {
        self.keep(&entry);
        self.head.next += 1;
        self.head.hash = self.links.back().map_or(self.head.hash, |link| link.hash);
        self.changes.push(Change::Put(Record::Trail(Box::new(entry))));
    }

    /// Lets go of the oldest entry; the others hold by its hash.
    fn remove_first(&mut self) {
        if let Some(link) = self.links.pop_front() {
            self.changes.push(Change::Remove(RecordKey::Trail(self.head.first)));
            self.head.first += 1;
            self.head.anchor = link.hash;
        }
    }

    /// When the oldest entry is too old; none if there is no entry.
    fn due(&self, limits: TrailLimits) -> Option<Timestamp> {
        self.links.front().map(|link| link.at.plus(limits.keep))
    }

    pub(super) fn is_dirty(&self) -> bool {
        !self.changes.is_empty()
    }

    /// What has changed since the last call.
    pub(super) fn changes(&mut self) -> Vec<Change> {
        let mut changes = std::mem::take(&mut self.changes);
        if !changes.is_empty() {
            changes.push(Change::Put(Record::TrailHead(self.head)));
        }
        changes
    }
}

/// Something that is to be put on the trail.
#[derive(Clone, Copy)]
pub(super) struct Deed<'a> {
    what: What,
    account: Option<&'a AccountId>,
    attempt: Option<&'a AttemptId>,
    person: Option<PersonId>,
    by: By<'a>,
    detail: Option<&'a str>,
}

/// Who did it.
#[derive(Clone, Copy)]
enum By<'a> {
    Nobody,
    Starter(&'a Starter),
    Person(PersonId, &'a Name),
}

impl<'a> Deed<'a> {
    pub(super) fn of(what: What, account: &'a AccountId) -> Self {
        Self { account: Some(account), ..Self::only(what) }
    }

    pub(super) fn only(what: What) -> Self {
        Self { what, account: None, attempt: None, person: None, by: By::Nobody, detail: None }
    }

    pub(super) fn attempt(self, attempt: &'a AttemptId) -> Self {
        Self { attempt: Some(attempt), ..self }
    }

    pub(super) fn person(self, person: PersonId) -> Self {
        Self { person: Some(person), ..self }
    }

    pub(super) fn by(self, starter: &'a Starter) -> Self {
        Self { by: By::Starter(starter), ..self }
    }

    pub(super) fn by_person(self, person: PersonId, name: &'a Name) -> Self {
        Self { by: By::Person(person, name), ..self }
    }

    pub(super) fn by_speaker(self, speaker: &'a Speaker) -> Self {
        self.by_person(speaker.id, &speaker.name)
    }

    pub(super) fn detail(self, detail: &'a str) -> Self {
        Self { detail: Some(detail), ..self }
    }
}

/// Entries that were asked for and have not come.
pub(super) struct Recalling {
    /// Which request this is.
    ticket: u64,
    about: About,
    wish: Wish,
}

/// What the entries are for.
enum Wish {
    /// Lines in a chat.
    Lines {
        at: Address,
        reader: Audience,
        /// Who waits for an answer; none: a button was pressed.
        reply_to: Option<Asker>,
    },
    /// The document with everything about a person.
    Data {
        person: PersonId,
        asker: Asker,
        /// What has been read so far, newest first.
        read: Vec<Entry>,
    },
}

impl Switchboard {
    /// Puts something on the trail, in the batch with the change that it tells of.
    pub(super) fn attest(&mut self, deed: Deed<'_>) {
        let person = deed.person.filter(|person| person.0 > 0).map(|person| {
            let name = self.name_of(person);
            self.alias_of(person, &name)
        });
        let by = match deed.by {
            By::Nobody => None,
            By::Person(person, name) => Some(Actor::Person(self.alias_of(person, name))),
            By::Starter(Starter::Manager { person, name }) => {
                Some(Actor::Person(self.alias_of(*person, name)))
            }
            By::Starter(Starter::Host { .. }) => Some(Actor::Host),
            By::Starter(Starter::Operator) => Some(Actor::Operator),
        };
        let entry = Entry {
            account: deed.account.cloned(),
            at: self.now,
            attempt: deed.attempt.cloned(),
            before: self.book.trail.head.hash,
            by,
            detail: deed.detail.map(str::to_owned),
            handle: deed.account.map(|account| self.handle_of(account)),
            number: self.book.trail.head.next,
            person,
            what: deed.what,
        };
        self.book.trail.add(entry);
        self.trim_trail();
    }

    /// The alias of a person, made if this is the first entry about them.
    fn alias_of(&mut self, person: PersonId, name: &Name) -> Alias {
        let known = self.book.alias(&person);
        if let Some(alias) = known.map(AliasRecord::alias) {
            let is_news = known.is_some_and(|known| known.name != *name) && *name != nobody();
            if is_news && let Some(record) = self.book.alias_mut(&person) {
                record.name = name.clone();
            }
            return alias;
        }
        let record = AliasRecord::new(person, name.clone(), &self.seed);
        let alias = record.alias();
        self.book.put_alias(person, record);
        alias
    }

    /// Lets go of what is too old or too much, and of the aliases that stand nowhere any more.
    pub(super) fn trim_trail(&mut self) {
        let limits = self.settings.trail;
        let now = self.now;
        let trail = &mut self.book.trail;
        let mut removed = 0;
        while removed < MOST_TRAIL_REMOVED
            && (trail.links.len() > limits.entries_max || trail.due(limits).is_some_and(|due| due <= now))
        {
            trail.remove_first();
            removed += 1;
        }
        if removed > 0 {
            let first = trail.head.first;
            trail.last.retain(|_, last| *last >= first);
            let is_gone = |it: &&AliasRecord| !self.book.trail.last.contains_key(&it.alias());
            let gone: Vec<PersonId> = self.book.all_aliases().filter(is_gone).map(|it| it.person).collect();
            for person in gone {
                self.book.remove_alias(&person);
            }
        }
        self.agenda.set(Subject::Trail, self.book.trail.due(limits));
    }

    /// After a start: what is wrong with the trail is told to the operator.
    pub(super) fn take_up_trail(&mut self) {
        if let Some(flaw) = self.book.trail_flaw.take() {
            self.commands.push(Command::Note(Note::TrailBroken { flaw }));
        }
        self.trim_trail();
    }

    /// Who is meant by an alias in the trail cannot be told from here on.
    pub(super) fn forget_alias(&mut self, person: PersonId) {
        if self.book.alias(&person).is_some() {
            self.attest(Deed::only(What::Forgotten).person(person));
            self.book.remove_alias(&person);
        }
    }

    /// `/history`: everything that was asked of whoever asks, and what came of it.
    pub(super) fn history_command(&mut self, person: PersonId, asker: Asker) -> bool {
        let Some(alias) = self.book.alias(&person).map(AliasRecord::alias) else {
            self.reply(asker, Notice::History { account: None, lines: Vec::new(), more: false });
            return false;
        };
        let reader = Audience::Person(person);
        let wish = Wish::Lines { at: asker.at, reader, reply_to: Some(asker) };
        self.recall(About::Person(alias), None, wish)
    }

    /// `/audit @account`: what the trail has about an account.
    pub(super) fn audit_command(&mut self, account: &AccountId, asker: Asker) -> bool {
        let reader = Audience::Managers;
        let wish = Wish::Lines { at: asker.at, reader, reply_to: Some(asker) };
        self.recall(About::Account(account.clone()), None, wish)
    }

    /// *Earlier*: the lines before those that stand above the button.
    pub(super) fn earlier(
        &mut self,
        reader: Audience,
        account: Option<&AccountId>,
        before: u64,
        at: Address,
    ) -> Option<()> {
        let about = match (account, reader) {
            (Some(account), _) => About::Account(account.clone()),
            (None, Audience::Person(person)) => About::Person(self.book.alias(&person)?.alias()),
            (None, Audience::Managers) => return None,
        };
        self.recall(about, Some(before), Wish::Lines { at, reader, reply_to: None });
        Some(())
    }

    /// `/mydata`: what the trail has about a person goes into the document.
    pub(super) fn recall_data(&mut self, person: PersonId, asker: Asker) -> bool {
        let Some(alias) = self.book.alias(&person).map(AliasRecord::alias) else {
            self.hand_over_data(person, asker, &[]);
            return false;
        };
        self.recall(About::Person(alias), None, Wish::Data { person, asker, read: Vec::new() })
    }

    /// Has the store read some entries. Says whether there is something to wait for.
    fn recall(&mut self, about: About, before: Option<u64>, wish: Wish) -> bool {
        if self.recalling.len() >= MOST_RECALLS {
            self.commands.push(Command::Note(Note::Full { what: "reading the audit trail" }));
            if let Wish::Lines { reply_to: Some(asker), .. } | Wish::Data { asker, .. } = wish {
                self.reply(asker, Notice::TooManyOpen);
            }
            return false;
        }
        self.recalls += 1;
        let ticket = self.recalls;
        let most = match wish {
            // One more tells whether there is more.
            Wish::Lines { .. } => MOST_TRAIL_LINES + 1,
            Wish::Data { .. } => TRAIL_DATA_AT_ONCE,
        };
        let query = Query { about: about.clone(), before, most };
        self.recalling.push(Recalling { ticket, about, wish });
        self.commands.push(Command::Recall { ticket, query });
        true
    }

    /// The store has read what was asked for, newest first.
    pub(super) fn recalled(&mut self, ticket: u64, entries: Option<&[Entry]>) {
        let Some(index) = self.recalling.iter().position(|it| it.ticket == ticket) else { return };
        let Recalling { about, wish, .. } = self.recalling.remove(index);
        let Some(entries) = entries else {
            if let Wish::Lines { reply_to: Some(asker), .. } | Wish::Data { asker, .. } = wish {
                self.reply(asker, Notice::TrailUnreadable);
                self.settle(asker.update);
            }
            return;
        };
        match wish {
            Wish::Data { person, asker, mut read } => {
                read.extend_from_slice(entries);
                if let Some(last) = entries.last()
                    && entries.len() == TRAIL_DATA_AT_ONCE
                {
                    self.recall(about, Some(last.number), Wish::Data { person, asker, read });
                    return;
                }
                self.hand_over_data(person, asker, &read);
                self.settle(asker.update);
            }
            Wish::Lines { at, reader, reply_to } => {
                // Whoever was forgotten meanwhile, or is no manager any more, is told nothing.
                let may_read = match reader {
                    Audience::Person(person) => self.book.alias(&person).is_some(),
                    Audience::Managers => true,
                };
                if may_read {
                    self.say_lines(&about, entries, at, reader, reply_to);
                }
                if let Some(asker) = reply_to {
                    self.settle(asker.update);
                }
            }
        }
    }

    fn say_lines(
        &mut self,
        about: &About,
        entries: &[Entry],
        at: Address,
        reader: Audience,
        reply_to: Option<Asker>,
    ) {
        let more = entries.len() > MOST_TRAIL_LINES;
        let shown = &entries[..entries.len().min(MOST_TRAIL_LINES)];
        let account = match about {
            About::Account(account) => Some(account.clone()),
            About::Person(_) => None,
        };
        let offer = match shown.last() {
            Some(last) if more => {
                let about = Matter::Trail { account: account.clone(), before: last.number };
                let expires_at = self.now.plus(HOUR);
                Some(self.offer(reader, about, expires_at))
            }
            Some(_) | None => None,
        };
        let lines = shown.iter().rev().map(|entry| self.trail_line(entry)).collect();
        let notice = Notice::History { account: account.map(|it| self.handle_of(&it)), lines, more };
        let language = self.language_at(at);
        let update = reply_to.map(|asker| asker.update);
        let reply_to = reply_to.map(|asker| asker.message);
        self.commands.push(Command::Say(Say {
            to: at,
            notice,
            offer,
            word: None,
            reply_to,
            language,
            update,
        }));
    }

    fn trail_line(&self, entry: &Entry) -> TrailLine {
        TrailLine {
            at: entry.at,
            handle: entry.handle.clone(),
            what: entry.what,
            detail: entry.detail.clone(),
            person: entry.person.map(|alias| self.doer(alias)),
            by: entry.by.map(|by| match by {
                Actor::Person(alias) => self.doer(alias),
                Actor::Host => Doer::Host,
                Actor::Operator => Doer::Operator,
            }),
        }
    }

    /// Who is meant by an alias, if that can be told.
    fn doer(&self, alias: Alias) -> Doer {
        let known = self.book.all_aliases().find(|it| it.alias() == alias);
        known.map_or_else(|| Doer::Forgotten(alias.short()), |it| Doer::Named(it.name.clone()))
    }
}
