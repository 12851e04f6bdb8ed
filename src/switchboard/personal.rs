//! What people may see and undo of what is kept about them: `/mydata` and `/forgetme`.

use jiff::Timestamp as Moment;

use crate::model::incoming::Speaker;
use crate::model::my_data::{Invited, Later, Link, MyData, NotMe, Person, SignIn, Started, Trace};
use crate::model::notice::Ending;
use crate::model::record::{AttemptRecord, Audience, LinkRecord, Matter, ReadyRecord, Stage, Starter, Turn};
use crate::model::trail::{Actor, Entry};
use crate::model::{
    AccountId, AttemptId, Handle, Mute, Name, Notice, OfferWord, PersonId, PostId, QuietHours, Timestamp,
};

use super::Switchboard;
use super::agenda::Subject;
use super::command::{Command, HandOver, nobody};
use super::posts::{Asker, NewPost};

/// Nobody's number: what is left of whoever is forgotten while an answer of theirs is on its way.
const NOBODY: PersonId = PersonId(0);

impl Switchboard {
    /// `/mydata`: a document with everything that is stored about whoever asks, for nobody else.
    pub(super) fn hand_over_data(&mut self, person: PersonId, asker: Asker, trail: &[Entry]) {
        self.reply(asker, Notice::MyData);
        let data = Box::new(self.data_about(person, trail));
        self.commands.push(Command::HandOver(HandOver { to: person.chat(), data, update: asker.update }));
    }

    fn data_about(&self, person: PersonId, trail: &[Entry]) -> MyData {
        let known = self.book.person(&person).map(|known| Person {
            name: known.name.as_str().to_owned(),
            language: known.language.clone(),
            chosen_language: known.chosen_language,
            reachable: known.reachable,
            asked_at: known.questions.iter().map(|at| moment(*at)).collect(),
            quiet: known.quiet.as_ref().map(QuietHours::to_string),
            muted: self.mute_of(person).map(|mute| match mute {
                Mute::UntilUnmuted => "until /unmute".to_owned(),
                Mute::Until(until) => moment(until),
            }),
        });
        let accounts = self.book.accounts_of(person);
        let links = accounts.iter().filter_map(|account| self.book.link(&(account.clone(), person)));
        let buttons = self.book.all_offers().filter(|offer| offer.to == Audience::Person(person));
        MyData {
            telegram_id: person.0,
            person: known,
            links: links
                .map(|link| Link {
                    account: self.handle_of(&link.account).to_string(),
                    invited_by: starter(&link.invited_by),
                    since: moment(link.accepted_at),
                    mark: link.mark.as_ref().map(|mark| mark.as_str().to_owned()),
                    place: self.place_in_order(&link.account, person),
                })
                .collect(),
            sign_ins: self
                .book
                .all_attempts()
                .filter(|attempt| is_about(attempt, person))
                .map(|attempt| SignIn {
                    account: self.handle_of(&attempt.account).to_string(),
                    tag: attempt.tag.to_string(),
                    started_by: starter(&attempt.started_by),
                    started_at: moment(attempt.started_at),
                    answered_by_you: attempt.answers.iter().any(|(by, ..)| *by == person),
                    is_over: matches!(attempt.stage, Stage::Ended { .. }),
                })
                .collect(),
            asked_later: accounts
                .iter()
                .filter_map(|account| self.book.postponement(&(account.clone(), person)))
                .map(|it| (&it.account, it.until))
                .chain(self.book.all_readies().filter_map(|it| Some((&it.account, asked_later(it, person)?))))
                .map(|(account, until)| Later {
                    account: self.handle_of(account).to_string(),
                    until: moment(until),
                })
                .collect(),
            not_me: self
                .book
                .all_accounts()
                .filter_map(|account| {
                    let freeze = account.frozen.as_ref().filter(|freeze| freeze.by == person)?;
                    Some(NotMe { account: self.handle_of(&account.id).to_string(), at: moment(freeze.at) })
                })
                .collect(),
            messages: self.book.all_posts().filter(|post| post.to == person.chat()).count(),
            buttons: buttons.map(|offer| moment(offer.expires_at)).collect(),
            trail: self.traces(person, trail),
            started: self.started_by(person),
            invited: self.invited_by(person),
        }
    }

    fn traces(&self, person: PersonId, trail: &[Entry]) -> Vec<Trace> {
        let actor = self.book.alias(&person).map(|it| Actor::Person(it.alias()));
        let trace = |entry: &Entry| Trace {
            number: entry.number,
            at: moment(entry.at),
            what: entry.what,
            account: entry.handle.as_ref().map(Handle::to_string).unwrap_or_default(),
            detail: entry.detail.clone(),
            by_you: actor.is_some() && entry.doer() == actor,
        };
        trail.iter().map(trace).collect()
    }

    fn started_by(&self, person: PersonId) -> Vec<Started> {
        let attempts = self.book.all_attempts().map(|it| (&it.account, &it.started_by, it.started_at));
        let reauths = self.book.all_reauths().map(|it| (&it.account, &it.started_by, it.started_at));
        let readies = self.book.all_readies().map(|it| (&it.account, &it.started_by, it.asked_at));
        let checks = self.book.all_checks().map(|it| (&it.account, &it.started_by, it.asked_at));
        attempts
            .chain(reauths)
            .chain(readies)
            .chain(checks)
            .filter(|(_, starter, _)| is_by(starter, person))
            .map(|(account, _, at)| Started { account: self.handle_of(account).to_string(), at: moment(at) })
            .collect()
    }

    fn invited_by(&self, person: PersonId) -> Vec<Invited> {
        let open = self.book.all_invitations().filter(|it| is_by(&it.invited_by, person));
        let open =
            open.map(|it| Invited { account: self.handle_of(&it.account).to_string(), accepted_at: None });
        let accepted = self.book.all_links().filter(|it| is_by(&it.invited_by, person));
        let accepted = accepted.map(|it| Invited {
            account: self.handle_of(&it.account).to_string(),
            accepted_at: Some(moment(it.accepted_at)),
        });
        open.chain(accepted).collect()
    }

    /// `/forgetme`: asks once whether that is meant.
    pub(super) fn ask_to_forget(&mut self, speaker: &Speaker, asker: Asker) {
        let person = speaker.id;
        if self.is_manager(person) {
            return self.reply(asker, Notice::ForgetNoManager);
        }
        self.withdraw_forgetting(person);
        if !self.is_kept(person) {
            let frozen = self.frozen_by(person);
            return self.reply(asker, Notice::Forgotten { frozen });
        }
        let post = self.post_id();
        let expires_at = self.now.plus(self.settings.limits.question_lifetime);
        let offer = self.offer(Audience::Person(person), Matter::Forget { post }, expires_at);
        let notice = Notice::ForgetMe { handles: self.handles_of(person), frozen: self.frozen_by(person) };
        self.post_as(post, NewPost { offer: Some(offer), ..NewPost::living(asker.at, notice) });
    }

    /// An earlier question whether to forget a person is answered by a later one.
    fn withdraw_forgetting(&mut self, person: PersonId) {
        let is_it = |about: &Matter| matches!(about, Matter::Forget { .. });
        for word in self.buttons_of(person, is_it) {
            self.offer_expired(&word);
            self.agenda.set(Subject::Offer(word), None);
        }
    }

    /// Whether anything is kept about a person besides *Not me*.
    fn is_kept(&self, person: PersonId) -> bool {
        self.book.person(&person).is_some()
            || self.book.alias(&person).is_some()
            || self.book.is_linked(person)
            || self.book.all_posts().any(|post| post.to == person.chat())
            || self.book.all_offers().any(|offer| offer.to == Audience::Person(person))
            || self
                .book
                .all_attempts()
                .any(|attempt| is_about(attempt, person) || is_by(&attempt.started_by, person))
            || self.book.all_links().any(|link| is_by(&link.invited_by, person))
    }

    fn handles_of(&self, person: PersonId) -> Vec<Handle> {
        let mut handles: Vec<Handle> =
            self.book.accounts_of(person).iter().map(|account| self.handle_of(account)).collect();
        handles.sort_unstable();
        handles.dedup();
        handles
    }

    /// The accounts that a person's *Not me* protects.
    fn frozen_by(&self, person: PersonId) -> Vec<Handle> {
        let is_by = |account: &&crate::model::record::AccountRecord| {
            account.frozen.as_ref().is_some_and(|freeze| freeze.by == person)
        };
        self.book.all_accounts().filter(is_by).map(|account| self.handle_of(&account.id)).collect()
    }

    /// *Forget me*: links end as with `/stop`, and everything about the person goes. *Not me* stays in force, with their
    /// number and without their name: nobody else could lift it.
    pub(super) fn forget(&mut self, person: PersonId, post: PostId) {
        let name = self.name_of(person);
        let handles = self.handles_of(person);
        let accounts = self.book.accounts_of(person);
        // What waits for one account must not be read for another, while their links end one by one.
        for account in &accounts {
            self.drop_held(account, person);
        }
        for account in accounts {
            self.unlink(&account, person, person);
        }
        for handle in handles {
            self.alert(&Notice::CreatorStopped { handle, name: name.clone() });
        }
        let attempts: Vec<AttemptId> = self
            .book
            .all_attempts()
            .filter(|attempt| is_about(attempt, person) || names(attempt, &name))
            .map(|attempt| attempt.id.clone())
            .collect();
        for id in attempts {
            self.forget_in_attempt(&id, person, &name);
        }
        for word in self.buttons_of(person, |about| !matches!(about, Matter::Forget { .. })) {
            self.offer_expired(&word);
            self.agenda.set(Subject::Offer(word), None);
        }
        self.forget_starter(person);
        let frozen = self.frozen_by(person);
        self.repost(post, Notice::Forgotten { frozen }, false);
        self.forget_messages(person, post);
        self.remove_person(person);
        self.forget_alias(person);
    }

    /// Whoever was a manager has invited people and started sign-ins: from here on the agency has.
    fn forget_starter(&mut self, person: PersonId) {
        let links: Vec<LinkRecord> =
            self.book.all_links().filter(|link| is_by(&link.invited_by, person)).cloned().collect();
        for link in links {
            self.book.put_link(LinkRecord { invited_by: Starter::Operator, ..link });
        }
        let attempts = self.book.all_attempts().filter(|attempt| is_by(&attempt.started_by, person));
        let attempts: Vec<AttemptId> = attempts.map(|attempt| attempt.id.clone()).collect();
        for id in attempts {
            if let Some(attempt) = self.book.attempt_mut(&id) {
                attempt.started_by = Starter::Operator;
            }
        }
    }

    fn buttons_of(&self, person: PersonId, is_it: impl Fn(&Matter) -> bool) -> Vec<OfferWord> {
        let theirs = self.book.all_offers().filter(|offer| offer.to == Audience::Person(person));
        theirs.filter(|offer| is_it(&offer.about)).map(|offer| offer.word.clone()).collect()
    }

    /// What is left of a person in a sign-in goes. An answer on its way goes on, as nobody's.
    fn forget_in_attempt(&mut self, id: &AttemptId, person: PersonId, name: &Name) {
        let Some(attempt) = self.book.attempt_mut(id) else { return };
        attempt.answers.retain(|(by, ..)| *by != person);
        attempt.chosen.retain(|(by, ..)| *by != person);
        match &mut attempt.stage {
            Stage::Asking(challenge) => challenge.asked.retain(|asked| asked.person != person),
            Stage::Checking(challenge, answer) => {
                challenge.asked.retain(|asked| asked.person != person);
                if answer.person == person {
                    answer.person = NOBODY;
                    answer.message = None;
                }
            }
            Stage::Ended { ending, .. } => forget_name(ending, name),
            Stage::Watching | Stage::Triggering | Stage::Stuck => {}
        }
        self.refresh_status(id);
        self.touched.insert(id.clone());
    }

    /// Messages to a person that need not change any more are forgotten; those that stand in their chat and are out of
    /// date are as soon as they have changed.
    fn forget_messages(&mut self, person: PersonId, last: PostId) {
        let theirs = self.book.all_posts().filter(|post| post.to == person.chat() && post.id != last);
        let done: Vec<PostId> = theirs
            .filter(|post| post.message.is_none() || post.shown == Some(post.revision) || post.living)
            .map(|post| post.id)
            .collect();
        for id in done {
            self.drop_post(id);
        }
    }

    /// Messages of a person that wait for something about an account are no longer used.
    pub(super) fn drop_held(&mut self, account: &AccountId, person: PersonId) {
        let Some(attempt) = self.book.open_attempt(account).map(|attempt| attempt.id.clone()) else { return };
        let Some(live) = self.live.get_mut(&attempt) else { return };
        let (theirs, kept): (Vec<_>, Vec<_>) =
            std::mem::take(&mut live.held).into_iter().partition(|it| it.message.at == person.chat());
        live.held = kept;
        for letter in theirs {
            self.discard(&letter);
        }
    }
}

/// Whether a person was asked about an attempt, or answered.
fn is_about(attempt: &AttemptRecord, person: PersonId) -> bool {
    let is_asked = match &attempt.stage {
        Stage::Asking(challenge) => challenge.asked.iter().any(|asked| asked.person == person),
        Stage::Checking(challenge, answer) => {
            answer.person == person || challenge.asked.iter().any(|asked| asked.person == person)
        }
        Stage::Watching | Stage::Triggering | Stage::Stuck | Stage::Ended { .. } => false,
    };
    is_asked || attempt.answers.iter().any(|(by, ..)| *by == person)
}

/// When a person is asked whether they are ready, if that is to come.
fn asked_later(ready: &ReadyRecord, person: PersonId) -> Option<Timestamp> {
    let asked = ready.asked.iter().find(|asked| asked.person == person)?;
    match asked.turn {
        Turn::Waits { until, .. } => Some(until),
        Turn::Asked { .. } => None,
    }
}

/// Whether the end of an attempt names somebody.
fn names(attempt: &AttemptRecord, name: &Name) -> bool {
    let Stage::Ended { ending, .. } = &attempt.stage else { return false };
    let mut forgotten = ending.clone();
    forget_name(&mut forgotten, name);
    forgotten != *ending
}

fn forget_name(ending: &mut Ending, name: &Name) {
    match ending {
        Ending::NotMe { name: known }
        | Ending::NotNow { name: known }
        | Ending::ReadyInVain { name: known }
        | Ending::PutOff { name: known, .. } => {
            if known == name {
                *known = nobody();
            }
        }
        Ending::Unreachable { names } => {
            for known in names.iter_mut().filter(|known| *known == name) {
                *known = nobody();
            }
        }
        Ending::Connected
        | Ending::OtherAccount { .. }
        | Ending::Failed
        | Ending::Unknown
        | Ending::Gone
        | Ending::NoCredentials
        | Ending::AccountUnknown
        | Ending::Throttled { .. }
        | Ending::ApiRefuses
        | Ending::ApiDeclines
        | Ending::ApiUnreachable
        | Ending::MaybeStarted
        | Ending::AttemptTaken
        | Ending::WrongCodes
        | Ending::Cancelled { .. }
        | Ending::Unanswered
        | Ending::TooOld
        | Ending::NobodyReady
        | Ending::Begun
        | Ending::Withdrawn => {}
    }
}

fn is_by(starter: &Starter, person: PersonId) -> bool {
    matches!(starter, Starter::Manager { person: manager, .. } if *manager == person)
}

/// Who began something, as whoever is asked was told.
fn starter(starter: &Starter) -> String {
    match starter {
        Starter::Manager { name, .. } | Starter::Host { name } => name.as_str().to_owned(),
        Starter::Operator => "operator".to_owned(),
    }
}

/// A moment, by RFC 3339.
fn moment(at: Timestamp) -> String {
    Moment::from_millisecond(at.0).map(|at| at.to_string()).unwrap_or_default()
}
