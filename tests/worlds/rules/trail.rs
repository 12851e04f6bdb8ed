//! The audit trail: it holds after each batch and each crash, and nothing that it tells of happens without it.

use std::collections::BTreeMap;
use std::rc::Rc;

use twofa_bridge::model::record::Stage;
use twofa_bridge::model::trail::{Entry, Head, What, verify};
use twofa_bridge::model::{AccountId, Alias, AttemptId, Change, PersonId, Record, RecordKey};

use super::Rules;

/// What has to stand in a batch, and how often.
type Wanted = BTreeMap<(What, Option<AccountId>, Option<AttemptId>), usize>;

impl Rules {
    /// What a batch changes has to stand on the trail in the same batch. Called before the batch is remembered.
    pub(super) fn check_trail(&mut self, changes: &[Change]) {
        let mut wanted = Wanted::new();
        let mut want = |what, account: Option<&AccountId>, attempt: Option<&AttemptId>, times: usize| {
            if times > 0 {
                *wanted.entry((what, account.cloned(), attempt.cloned())).or_default() += times;
            }
        };
        let before = |key: &RecordKey| self.memory.get(key).map(Rc::as_ref);
        for change in changes {
            match change {
                Change::Put(Record::Account(now)) => {
                    let was = match before(&RecordKey::Account(now.id.clone())) {
                        Some(Record::Account(was)) => was.frozen.is_some(),
                        _ => false,
                    };
                    want(What::Frozen, Some(&now.id), None, usize::from(!was && now.frozen.is_some()));
                    want(What::Allowed, Some(&now.id), None, usize::from(was && now.frozen.is_none()));
                }
                Change::Put(Record::Link(link)) => {
                    let is_new = before(&RecordKey::Link(link.account.clone(), link.person)).is_none();
                    want(What::Linked, Some(&link.account), None, usize::from(is_new));
                }
                Change::Remove(key @ RecordKey::Link(account, _)) => {
                    want(What::Unlinked, Some(account), None, usize::from(before(key).is_some()));
                }
                Change::Put(Record::Invitation(invitation)) => {
                    let is_new = before(&RecordKey::Invitation(invitation.hash)).is_none();
                    want(What::Invited, Some(&invitation.account), None, usize::from(is_new));
                }
                Change::Put(Record::Reauth(reauth)) => {
                    let is_new = before(&RecordKey::Reauth(reauth.account.clone())).is_none();
                    want(What::Started, Some(&reauth.account), None, usize::from(is_new));
                }
                Change::Put(Record::Attempt(now)) => {
                    let was = match before(&RecordKey::Attempt(now.id.clone())) {
                        Some(Record::Attempt(was)) => Some(was),
                        _ => None,
                    };
                    let (account, attempt) = (Some(&now.account), Some(&now.id));
                    want(What::Watched, account, attempt, usize::from(was.is_none()));
                    let had_ended = was.is_some_and(|was| matches!(was.stage, Stage::Ended { .. }));
                    let has_ended = matches!(now.stage, Stage::Ended { .. });
                    want(What::Ended, account, attempt, usize::from(has_ended && !had_ended));
                    let wrong = now.wrong_codes - was.map_or(0, |was| was.wrong_codes);
                    want(What::WrongCode, account, attempt, usize::try_from(wrong).unwrap());
                    let answers = now.answers.len().saturating_sub(was.map_or(0, |was| was.answers.len()));
                    want(What::Answered, account, attempt, answers);
                }
                _ => {}
            }
        }
        let mut entries: BTreeMap<u64, &Entry> = BTreeMap::new();
        for change in changes {
            if let Change::Put(Record::Trail(entry)) = change {
                entries.insert(entry.number, entry);
            }
        }
        for ((what, account, attempt), times) in wanted {
            let is_it = |entry: &&&Entry| {
                entry.what == what
                    && entry.account == account
                    && (attempt.is_none() || entry.attempt == attempt)
            };
            let found = entries.values().filter(is_it).count();
            must!(
                found >= times,
                "trail: {what:?} of {account:?} {attempt:?} stands there {found} times of {times}"
            );
        }
        let mut head = self.trail_head();
        for entry in entries.values() {
            must!(entry.number == head.next, "trail: {} follows {}", entry.number, head.next - 1);
            must!(entry.before == head.hash, "trail: {} does not follow the one before", entry.number);
            must!(
                entry.person.is_none_or(|alias| self.is_known(alias, changes)),
                "trail: nobody can tell who is meant in {entry:?}"
            );
            (head.next, head.hash) = (entry.number + 1, entry.hash());
        }
    }

    fn trail_head(&self) -> Head {
        match self.memory.get(&RecordKey::TrailHead).map(Rc::as_ref) {
            Some(Record::TrailHead(head)) => *head,
            _ => Head::default(),
        }
    }

    /// Whether an alias can be told, or could until this batch: whoever is forgotten in it is nobody after it.
    fn is_known(&self, alias: Alias, changes: &[Change]) -> bool {
        let mut records =
            self.memory.values().map(Rc::as_ref).chain(changes.iter().filter_map(|it| match it {
                Change::Put(record) => Some(record),
                Change::Remove(_) => None,
            }));
        let forgets =
            changes.iter().any(|it| matches!(it, Change::Remove(RecordKey::Alias(_) | RecordKey::Person(_))));
        forgets || records.any(|it| matches!(it, Record::Alias(known) if known.alias() == alias))
    }

    /// All that is on disk of the trail holds.
    pub(in super::super) fn check_whole_trail(&mut self) {
        let entries: Vec<&Entry> = self
            .memory
            .values()
            .filter_map(|record| match record.as_ref() {
                Record::Trail(entry) => Some(entry.as_ref()),
                _ => None,
            })
            .collect();
        let head = self.trail_head();
        if let Err(flaw) = verify(&head, entries.iter().copied()) {
            panic!("broken rule trail: {flaw}");
        }
        if head.first > 1 {
            self.seen.note("the beginning of the trail was removed");
        }
    }

    /// Who was forgotten has no alias that can be told.
    pub(super) fn check_forgotten(&mut self, person: PersonId) {
        must!(
            !self.memory.contains_key(&RecordKey::Alias(person)),
            "trail: {person} was forgotten, and their alias can be told"
        );
        self.seen.note("somebody was forgotten on the trail");
    }
}
