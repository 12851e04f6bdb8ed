//! Where a record stands: in which tree, under which bytes.
//!
//! Keys are made by hand, so that their order and their uniqueness do not hang on a serializer: numbers have fixed
//! width and are big-endian, with the sign bit of signed ones flipped; what has no fixed width stands last or behind
//! its length.

use crate::model::{AccountId, PersonId, RecordKey};

/// The trees: one for each kind of record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    Account,
    Person,
    Link,
    Invitation,
    Reauth,
    Attempt,
    Post,
    Offer,
    Postponement,
    Handled,
    Moved,
    Trail,
    TrailHead,
    Alias,
    Ready,
    Dispatch,
    Check,
    Round,
    RoundEntry,
}

impl Kind {
    /// All of them, each at the place of its number.
    pub(super) const ALL: [Self; 19] = [
        Self::Account,
        Self::Person,
        Self::Link,
        Self::Invitation,
        Self::Reauth,
        Self::Attempt,
        Self::Post,
        Self::Offer,
        Self::Postponement,
        Self::Handled,
        Self::Moved,
        Self::Trail,
        Self::TrailHead,
        Self::Alias,
        Self::Ready,
        Self::Dispatch,
        Self::Check,
        Self::Round,
        Self::RoundEntry,
    ];

    /// The tree's name on disk.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Person => "person",
            Self::Link => "link",
            Self::Invitation => "invitation",
            Self::Reauth => "reauth",
            Self::Attempt => "attempt",
            Self::Post => "post",
            Self::Offer => "offer",
            Self::Postponement => "postponement",
            Self::Handled => "handled",
            Self::Moved => "moved",
            Self::Trail => "trail",
            Self::TrailHead => "trail_head",
            Self::Alias => "alias",
            Self::Ready => "ready",
            Self::Dispatch => "dispatch",
            Self::Check => "check",
            Self::Round => "round",
            Self::RoundEntry => "round_entry",
        }
    }
}

/// The tree and the bytes under which a record stands.
pub(super) fn place(key: &RecordKey) -> (Kind, Vec<u8>) {
    match key {
        RecordKey::Account(account) => (Kind::Account, account.as_str().into()),
        RecordKey::Person(person) => (Kind::Person, number(person.0).into()),
        RecordKey::Link(account, person) => (Kind::Link, account_and_person(account, *person)),
        RecordKey::Invitation(hash) => (Kind::Invitation, hash.0.into()),
        RecordKey::Reauth(account) => (Kind::Reauth, account.as_str().into()),
        RecordKey::Attempt(attempt) => (Kind::Attempt, attempt.as_str().into()),
        RecordKey::Post(post) => (Kind::Post, post.0.to_be_bytes().into()),
        RecordKey::Offer(word) => (Kind::Offer, word.0.as_str().into()),
        RecordKey::Postponement(account, person) => {
            (Kind::Postponement, account_and_person(account, *person))
        }
        RecordKey::Handled(update) => (Kind::Handled, update.0.to_be_bytes().into()),
        RecordKey::Moved(chat) => (Kind::Moved, number(chat.0).into()),
        RecordKey::Trail(number) => (Kind::Trail, number.to_be_bytes().into()),
        RecordKey::TrailHead => (Kind::TrailHead, b"head".into()),
        RecordKey::Alias(person) => (Kind::Alias, number(person.0).into()),
        RecordKey::Ready(account) => (Kind::Ready, account.as_str().into()),
        RecordKey::Dispatch(id) => (Kind::Dispatch, id.0.to_be_bytes().into()),
        RecordKey::Check(account) => (Kind::Check, account.as_str().into()),
        RecordKey::Round(id) => (Kind::Round, id.0.to_be_bytes().into()),
        RecordKey::RoundEntry(account) => (Kind::RoundEntry, account.as_str().into()),
    }
}

/// Negative numbers come before positive ones.
fn number(value: i64) -> [u8; 8] {
    (value ^ i64::MIN).to_be_bytes()
}

/// All people of one account stand together, in the order of their numbers.
fn account_and_person(account: &AccountId, person: PersonId) -> Vec<u8> {
    let account = account.as_str().as_bytes();
    let length = u16::try_from(account.len()).unwrap_or(u16::MAX);
    [&length.to_be_bytes(), account, &number(person.0)].concat()
}

const _: () =
    assert!(AccountId::MOST < u16::MAX as usize, "the length of an account's id fits its two bytes");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AttemptId, OfferWord, PostId, UpdateId, WordHash};

    fn account(text: &str) -> AccountId {
        AccountId::parse(text).unwrap()
    }

    #[test]
    fn numbers_stand_in_the_order_of_numbers() {
        let people = [i64::MIN, -1_000_000_007, -2, -1, 0, 1, 2, 255, 256, 1_000_000_007, i64::MAX];
        let keys: Vec<_> = people.iter().map(|id| place(&RecordKey::Person(PersonId(*id)))).collect();
        assert!(keys.is_sorted_by(|a, b| a < b));
        let posts: Vec<_> =
            [0, 1, 255, 256, u64::MAX].iter().map(|id| place(&RecordKey::Post(PostId(*id)))).collect();
        assert!(posts.is_sorted_by(|a, b| a < b));
        let updates: Vec<_> =
            [0, 1, 255, 256, u32::MAX].iter().map(|id| place(&RecordKey::Handled(UpdateId(*id)))).collect();
        assert!(updates.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn the_people_of_one_account_stand_together_in_their_order() {
        let mut keys = Vec::new();
        for name in ["b", "a", "ab", "a0", "aa"] {
            for person in [5, -7, i64::MIN, i64::MAX, 0x6161_6161_6161_6161] {
                keys.push((place(&RecordKey::Link(account(name), PersonId(person))).1, name, person));
            }
        }
        keys.sort();
        for (index, people) in keys.chunks(5).enumerate() {
            assert!(people.iter().all(|(_, name, _)| *name == people[0].1), "account number {index}");
            assert!(people.is_sorted_by_key(|(_, _, person)| *person));
        }
    }

    #[test]
    fn no_two_records_share_a_place() {
        let numbers = [i64::MIN, -1, 0, 1, 0x3030_3030_3030_3030, i64::MAX];
        let texts = ["0", "00", "000", "0000000000", "00000000", "a", "a:b", "0a"];
        let mut keys = Vec::new();
        for text in texts {
            let word = OfferWord(text.to_owned());
            keys.extend([RecordKey::Account(account(text)), RecordKey::Reauth(account(text))]);
            keys.extend([RecordKey::Ready(account(text)), RecordKey::Check(account(text))]);
            keys.push(RecordKey::RoundEntry(account(text)));
            keys.extend([RecordKey::Attempt(AttemptId::parse(text).unwrap()), RecordKey::Offer(word)]);
            for id in numbers {
                keys.push(RecordKey::Link(account(text), PersonId(id)));
                keys.push(RecordKey::Postponement(account(text), PersonId(id)));
            }
        }
        for id in numbers {
            keys.extend([RecordKey::Person(PersonId(id)), RecordKey::Post(PostId(id.cast_unsigned()))]);
            keys.push(RecordKey::Round(PostId(id.cast_unsigned())));
        }
        keys.extend([b'0', 1, 255].map(|byte| RecordKey::Invitation(WordHash([byte; 32]))));
        keys.extend([0, 1, u32::MAX].map(|id| RecordKey::Handled(UpdateId(id))));

        let count = keys.len();
        let mut places: Vec<_> = keys.iter().map(place).collect();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), count);
    }

    #[test]
    fn each_kind_stands_at_its_number_under_a_name_of_its_own() {
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, index);
            assert!(Kind::ALL[..index].iter().all(|earlier| earlier.name() != kind.name()));
        }
    }
}
