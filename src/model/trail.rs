//! The audit trail: what was asked, answered, refused and allowed, by whom, each entry bound to the one before it.
//!
//! An entry carries the SHA-256 of the entry before, so that none can be changed, left out or put in between without
//! all that follow being other than they are. It names no person. It carries an alias: the hash of the person's number and of a
//! random salt that stands in a record of its own. With that record it can be shown whose alias it is; when somebody
//! is forgotten the record goes, and what is left is a pseudonym that nobody can resolve, in a chain that still holds.
//!
//! No entry holds a code, a link or a name.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::record::{ChallengeKind, CodeKind};
use super::{AccountId, AttemptId, Handle, Name, PersonId, Seed, Timestamp};

/// A SHA-256, in text as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        from_hex(text).map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex(&self.0, f)
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.to_string()
    }
}

impl TryFrom<String> for Hash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not 64 hexadecimal digits")
    }
}

/// Who is meant in an entry, as long as the record is there that tells it. In text 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Alias([u8; 16]);

impl Alias {
    /// The alias of a person under a salt.
    fn of(person: PersonId, salt: &Hash) -> Self {
        let hash = Sha256::new()
            .chain_update(b"twofa-bridge alias")
            .chain_update(salt.0)
            .chain_update(person.0.to_be_bytes())
            .finalize();
        let mut alias = [0; 16];
        alias.copy_from_slice(&hash[..16]);
        Self(alias)
    }

    /// The first digits, to tell one who was forgotten from another.
    pub fn short(&self) -> String {
        self.to_string().chars().take(6).collect()
    }
}

impl fmt::Display for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex(&self.0, f)
    }
}

impl From<Alias> for String {
    fn from(alias: Alias) -> Self {
        alias.to_string()
    }
}

impl TryFrom<String> for Alias {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        from_hex(&text).map(Self).ok_or("not 32 hexadecimal digits")
    }
}

fn hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N || !digits.iter().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// Whose an alias is: the one place that tells. It goes when the person is forgotten.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AliasRecord {
    /// The person.
    pub person: PersonId,
    /// What they called themselves last.
    pub name: Name,
    /// What makes the alias unlike the hash of the number, which anybody could work out.
    pub salt: Hash,
}

impl AliasRecord {
    /// A new alias for a person.
    pub fn new(person: PersonId, name: Name, seed: &Seed) -> Self {
        Self { person, name, salt: Hash(seed.salt(person)) }
    }

    /// The alias.
    pub fn alias(&self) -> Alias {
        Alias::of(self.person, &self.salt)
    }
}

/// Who did something: one of the people, or none of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Actor {
    /// A person.
    Person(Alias),
    /// The agency's own system.
    Host,
    /// The operator, on the command line.
    Operator,
}

impl From<Actor> for String {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Person(alias) => alias.to_string(),
            Actor::Host => "host".to_owned(),
            Actor::Operator => "operator".to_owned(),
        }
    }
}

impl TryFrom<String> for Actor {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "host" => Ok(Self::Host),
            "operator" => Ok(Self::Operator),
            _ => Alias::try_from(text).map(Self::Person),
        }
    }
}

/// What has happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// An invitation was made.
    Invited,
    /// Invitations were taken back.
    InvitationRevoked,
    /// Whoever was invited declined. They are not linked, so who they are is not kept.
    InvitationDeclined,
    /// Somebody accepted.
    Linked,
    /// A link has ended.
    Unlinked,
    /// A sign-in was asked for.
    Started,
    /// A sign-in brought no attempt.
    NotStarted,
    /// An attempt is watched.
    Watched,
    /// A person was asked.
    Asked,
    /// The same once more.
    AskedAgain,
    /// A person wants to be asked later.
    Postponed,
    /// A person's answer was taken and passed on.
    Answered,
    /// It was a wrong code.
    WrongCode,
    /// It was right, and the API wants something more.
    Accepted,
    /// *Not me*: a person declined, and the account is frozen.
    Frozen,
    /// *Allow again*.
    Allowed,
    /// A person who was asked whether it is time said that it is.
    Ready,
    /// They said that it is not.
    NotNow,
    /// A manager cancelled.
    Cancelled,
    /// Who is asked first was changed.
    Ordered,
    /// An attempt is over.
    Ended,
    /// A person is forgotten: who is meant by their alias cannot be told from here on.
    Forgotten,
}

impl What {
    /// Whether it is something that the person whom it concerns does.
    fn is_of_the_person(self) -> bool {
        match self {
            Self::Postponed
            | Self::Answered
            | Self::Frozen
            | Self::Allowed
            | Self::Ready
            | Self::NotNow
            | Self::Ordered
            | Self::Forgotten => true,
            Self::Invited
            | Self::InvitationRevoked
            | Self::InvitationDeclined
            | Self::Linked
            | Self::Unlinked
            | Self::Started
            | Self::NotStarted
            | Self::Watched
            | Self::Asked
            | Self::AskedAgain
            | Self::WrongCode
            | Self::Accepted
            | Self::Cancelled
            | Self::Ended => false,
        }
    }
}

/// One entry. The members stand in the order of their names, and what is none is left out: so its JSON is the
/// canonical form over which the hash is taken (RFC 8785 for what can stand in it: ASCII text and whole numbers).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// The account, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// When, in milliseconds since the Unix epoch.
    pub at: Timestamp,
    /// The attempt, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempt: Option<AttemptId>,
    /// The hash of the entry before.
    pub before: Hash,
    /// Who did it, or had it done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Actor>,
    /// What was asked for, or how it ended: a word of ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What the account was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<Handle>,
    /// Counted from 1.
    pub number: u64,
    /// Whom it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Alias>,
    /// What has happened.
    pub what: What,
}

impl Entry {
    /// Who did it: whoever had it done, or whom it concerns, where that is the one who acts.
    pub fn doer(&self) -> Option<Actor> {
        self.by.or_else(|| self.person.filter(|_| self.what.is_of_the_person()).map(Actor::Person))
    }

    /// The canonical form.
    pub fn canonical(&self) -> String {
        // Text and numbers always become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What the next entry carries of this one.
    pub fn hash(&self) -> Hash {
        Hash(Sha256::digest(self.canonical().as_bytes()).into())
    }
}

/// Where the trail begins and ends. What was before the first entry was removed because it was old; its last hash is
/// kept, so that the rest still holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Head {
    /// The number of the first entry that is kept.
    pub first: u64,
    /// The hash of the entry before that one; zeros if there was none.
    pub anchor: Hash,
    /// The number of the next entry.
    pub next: u64,
    /// The hash of the newest entry.
    pub hash: Hash,
}

impl Default for Head {
    fn default() -> Self {
        Self { first: 1, anchor: Hash::default(), next: 1, hash: Hash::default() }
    }
}

/// What a reader of the trail wants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Query {
    /// About what.
    pub about: About,
    /// Only entries with a smaller number; none: from the newest on.
    pub before: Option<u64>,
    /// How many at most; the newest come first.
    pub most: usize,
}

/// Which entries a reader wants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// Those that concern a person, or that they caused.
    Person(Alias),
    /// Those about an account.
    Account(AccountId),
}

impl About {
    /// Whether an entry is one of them.
    pub fn is_about(&self, entry: &Entry) -> bool {
        match self {
            Self::Person(alias) => entry.person == Some(*alias) || entry.by == Some(Actor::Person(*alias)),
            Self::Account(account) => entry.account.as_ref() == Some(account),
        }
    }
}

/// The first thing that is wrong with a trail.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Flaw {
    /// An entry is not where it should be.
    #[error("entry {0} is missing")]
    Missing(u64),
    /// An entry, or the one before it, was changed.
    #[error(
        "entry {number} does not follow the one before: it carries {carried}, and that one's hash is {found}"
    )]
    Broken {
        /// The entry.
        number: u64,
        /// What it carries.
        carried: Hash,
        /// What it should.
        found: Hash,
    },
    /// The newest entry is not the one that was written last.
    #[error("entry {number}, the newest, was changed: its hash is {found}, and {noted} was noted")]
    OtherEnd {
        /// The entry.
        number: u64,
        /// Its hash.
        found: Hash,
        /// What was noted.
        noted: Hash,
    },
    /// There is more than was written.
    #[error("entry {0} is there, though the trail ends before it")]
    Surplus(u64),
}

/// Sees to it that a trail is whole: `entries` in the order of their numbers.
pub fn verify<'a>(head: &Head, entries: impl IntoIterator<Item = &'a Entry>) -> Result<(), Flaw> {
    let mut number = head.first;
    let mut hash = head.anchor;
    for entry in entries {
        if number >= head.next {
            return Err(Flaw::Surplus(entry.number));
        }
        if entry.number != number {
            return Err(Flaw::Missing(number));
        }
        if entry.before != hash {
            return Err(Flaw::Broken { number, carried: entry.before, found: hash });
        }
        hash = entry.hash();
        number += 1;
    }
    if number < head.next {
        return Err(Flaw::Missing(number));
    }
    if hash != head.hash {
        return Err(Flaw::OtherEnd { number: number - 1, found: hash, noted: head.hash });
    }
    Ok(())
}

/// The word for a challenge in an entry.
pub fn challenge_word(kind: ChallengeKind) -> &'static str {
    match kind {
        ChallengeKind::Code(CodeKind::Sms) => "sms",
        ChallengeKind::Code(CodeKind::App) => "app",
        ChallengeKind::Code(CodeKind::Email) => "email",
        ChallengeKind::Code(CodeKind::Some) => "code",
        ChallengeKind::Face => "face",
        ChallengeKind::Phone => "phone",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trail(count: u64) -> (Head, Vec<Entry>) {
        let mut head = Head::default();
        let mut entries = Vec::new();
        for number in 1..=count {
            let entry = Entry {
                account: AccountId::parse("acc_1"),
                at: Timestamp(1_000 + i64::try_from(number).unwrap()),
                attempt: None,
                before: head.hash,
                by: Some(Actor::Host),
                detail: Some("app".to_owned()),
                handle: Handle::parse("bella"),
                number,
                person: None,
                what: What::Asked,
            };
            head.hash = entry.hash();
            head.next += 1;
            entries.push(entry);
        }
        (head, entries)
    }

    #[test]
    fn the_canonical_form_is_json_with_its_members_in_order() {
        let (_, entries) = trail(1);
        assert_eq!(
            entries[0].canonical(),
            format!(
                r#"{{"account":"acc_1","at":1001,"before":"{}","by":"host","detail":"app","handle":"bella","number":1,"what":"asked"}}"#,
                "0".repeat(64)
            )
        );
        let person = AliasRecord::new(PersonId(2), Name::new("B"), &Seed([1; 32])).alias();
        let whole = Entry { attempt: AttemptId::parse("att_1"), person: Some(person), ..entries[0].clone() };
        let members: Vec<String> = serde_json::from_str::<serde_json::Value>(&whole.canonical())
            .unwrap()
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        let mut at = 0;
        for member in &members {
            let found = whole.canonical()[at..].find(&format!("\"{member}\":")).unwrap();
            at += found;
        }
        assert!(members.is_sorted(), "{members:?}");
        assert_eq!(members.len(), 10, "each member is there when it is not none");
    }

    #[test]
    fn whatever_is_done_to_a_trail_is_found() {
        let (head, entries) = trail(5);
        assert_eq!(verify(&head, &entries), Ok(()));
        for at in 0..entries.len() {
            let number = entries[at].number;
            let mut changed = entries.clone();
            changed[at].detail = Some("sms".to_owned());
            let flaw = verify(&head, &changed).unwrap_err();
            if at + 1 < entries.len() {
                assert!(matches!(flaw, Flaw::Broken { number: next, .. } if next == number + 1), "{flaw}");
            } else {
                assert!(matches!(flaw, Flaw::OtherEnd { number: 5, .. }), "{flaw}");
            }
            let mut less = entries.clone();
            less.remove(at);
            assert_eq!(verify(&head, &less), Err(Flaw::Missing(number)));
        }
        let (_, more) = trail(6);
        assert_eq!(verify(&head, &more), Err(Flaw::Surplus(6)));
    }

    #[test]
    fn a_trail_whose_beginning_was_removed_holds_by_its_anchor() {
        let (head, entries) = trail(5);
        let head = Head { first: 3, anchor: entries[1].hash(), ..head };
        assert_eq!(verify(&head, &entries[2..]), Ok(()));
        assert_eq!(verify(&head, &entries[3..]), Err(Flaw::Missing(3)));
        let other = Head { anchor: entries[0].hash(), ..head };
        assert!(matches!(verify(&other, &entries[2..]), Err(Flaw::Broken { number: 3, .. })));
        assert_eq!(verify(&Head::default(), &[]), Ok(()));
    }

    #[test]
    fn an_alias_is_bound_to_its_person_and_tells_nothing_without_the_salt() {
        let bella = AliasRecord::new(PersonId(2001), Name::new("Bella"), &Seed([7; 32]));
        let again = AliasRecord { name: Name::new("B."), ..bella.clone() };
        assert_eq!(bella.alias(), again.alias(), "a name may change");
        assert_ne!(bella.alias(), AliasRecord { person: PersonId(2002), ..bella.clone() }.alias());
        let anew = AliasRecord::new(PersonId(2001), Name::new("Bella"), &Seed([8; 32]));
        assert_ne!(bella.alias(), anew.alias(), "whoever comes back after being forgotten is somebody else");
    }

    #[test]
    fn hashes_and_aliases_are_read_as_they_are_written() {
        let hash = Hash([0xab; 32]);
        assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        for wrong in ["", "ab", &"AB".repeat(32), &"zz".repeat(32), &"ab".repeat(33)] {
            assert_eq!(Hash::parse(wrong), None, "{wrong:?}");
        }
        for actor in [Actor::Host, Actor::Operator, Actor::Person(Alias([9; 16]))] {
            assert_eq!(Actor::try_from(String::from(actor)), Ok(actor));
        }
        assert!(Actor::try_from("somebody".to_owned()).is_err());
    }
}
