//! What a batch may hold, and what may stand nowhere.

use std::rc::Rc;

use twofa_bridge::model::incoming::{Happened, Incoming};
use twofa_bridge::model::record::Stage;
use twofa_bridge::model::trail::{Entry, Hash, What};
use twofa_bridge::model::{AccountId, Change, PersonId, Record, RecordKey, Word};
use twofa_bridge::switchboard::event::Event;

use super::{Before, CODE_START, Rules, open_attempt};

impl Rules {
    /// Remembers a batch. Says which links it ends.
    pub(super) fn save(&mut self, before: &Before, changes: &[Change]) -> Vec<(AccountId, PersonId)> {
        let mut ended_links = Vec::new();
        must!(!changes.is_empty(), "save: an empty batch");
        self.check_trail(changes);
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
                        self.begin(&attempt.id, attempt.started_at);
                        if let Stage::Asking(challenge) = &attempt.stage {
                            self.begin(&attempt.id, challenge.opened_at);
                            self.last_opened.insert(attempt.id.clone(), challenge.opened_at);
                        }
                        match open_attempt(record) {
                            Some((id, it)) => {
                                self.open.insert(id, it);
                            }
                            None => {
                                self.open.remove(&attempt.id);
                            }
                        }
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
                        self.forgotten.insert(*person, self.now);
                    }
                    self.memory.remove(key);
                }
            }
        }
        for change in changes {
            if let Change::Put(Record::Trail(entry)) = change
                && entry.what == What::Forgotten
                && let Event::Heard(Incoming { what: Happened::Pressed(press), .. }) = &before.event
            {
                self.check_forgotten(press.speaker.id);
            }
        }
        // Only when the whole batch is there: one attempt may end in it and the next begin.
        for (account, _) in self.open.values() {
            let open = self.open.values().filter(|(other, _)| other == account).count();
            must!(open <= 1, "8: {account} has {open} open attempts");
        }
        ended_links
    }

    pub(super) fn check_secrets_in_record(&mut self, record: &Record) {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        // Hashes and pseudonyms hold any digits by chance.
        let record = match record {
            Record::Alias(_) | Record::TrailHead(_) => return,
            Record::Trail(entry) => Record::Trail(Box::new(Entry {
                before: Hash::default(),
                person: None,
                by: None,
                ..entry.as_ref().clone()
            })),
            other => other.clone(),
        };
        serde_json::to_writer(&mut buffer, &record).unwrap();
        self.check_secrets(&buffer);
        self.buffer = buffer;
    }

    /// Nothing that is stored or printed holds a code or an invitation's word.
    pub(in super::super) fn check_secrets(&self, text: &[u8]) {
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

    /// Remembers the word of an invitation, to find it where it must not be.
    pub(in super::super) fn keep_word(&mut self, word: &Word) {
        let word = word.expose().to_owned();
        if !self.words.contains(&word) {
            self.words.push(word);
        }
    }
}
