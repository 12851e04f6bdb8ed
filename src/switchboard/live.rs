//! What is known of an open attempt only while the process lives.

use crate::model::notice::{Again, LinkShown, Remark};
use crate::model::record::ChallengeKind;
use crate::model::snapshot::{ShownLink, Snapshot};
use crate::model::{Timestamp, UpdateId, WebLink};

use super::command::Submission;
use super::limits::HOLD_MOST;
use super::reply::Letter;

/// What is known of one open attempt.
pub(super) struct Live {
    /// Whether it was looked at in this life of the process. Before that, no answer is used.
    pub(super) looked: bool,
    /// When it was last looked at in this life of the process.
    pub(super) seen_at: Option<Timestamp>,
    /// The number of the newest request. An answer to any other is dropped.
    pub(super) request: u64,
    /// Whether the newest request is under way.
    pub(super) waiting: bool,
    /// When to look next.
    pub(super) next_look: Timestamp,
    /// Looks that failed one after the other.
    pub(super) failures: u32,
    /// What the manager is told besides.
    pub(super) remark: Option<Remark>,
    /// Why the next question is asked, if that is known and the attempt has not moved by then.
    pub(super) why: Option<Again>,
    /// The links of the last look.
    pub(super) links: Links,
    /// The email address of the last look.
    pub(super) email_mask: Option<String>,
    /// The answer that is on its way.
    pub(super) in_flight: Option<InFlight>,
    /// Messages that wait for the first look, or for the question to arrive.
    pub(super) held: Vec<Letter>,
    /// Until when a code that was on its way at the end of the last life may come again.
    pub(super) recover_until: Option<Timestamp>,
}

/// The links that a look has shown.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Links {
    face: ShownLink,
    page: ShownLink,
    phone: ShownLink,
}

/// An answer that is on its way to the account API.
pub(super) struct InFlight {
    /// The answer.
    pub(super) answer: Submission,
    /// The update that brought it, not settled before the API has taken the answer.
    pub(super) update: Option<UpdateId>,
    /// When it was heard.
    pub(super) heard_at: Timestamp,
    /// When it was taken as the answer.
    pub(super) taken_at: Timestamp,
    /// How often it was submitted and may have arrived.
    pub(super) submissions: u8,
    /// How often it was submitted and surely did not arrive.
    pub(super) refusals: u8,
    /// What is known of it.
    pub(super) fate: Fate,
}

/// What is known of an answer on its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// The request is under way.
    Sent,
    /// The API has it and shows no verdict; until when to wait for one.
    Processing(Timestamp),
    /// It may or may not have arrived: the next look tells.
    Lost,
    /// The API said no in a way that the next look explains.
    Declined,
    /// It surely did not arrive; when it goes again.
    Waiting(Timestamp),
}

impl InFlight {
    /// Until when its update is kept unsettled.
    pub(super) fn unsettled_until(&self) -> Option<Timestamp> {
        self.update.map(|_| self.taken_at.plus(HOLD_MOST))
    }
}

impl Live {
    /// An attempt that is to be looked at at once.
    pub(super) fn starting(now: Timestamp) -> Self {
        Self {
            looked: false,
            seen_at: None,
            request: 0,
            waiting: false,
            next_look: now,
            failures: 0,
            remark: None,
            why: None,
            links: Links::default(),
            email_mask: None,
            in_flight: None,
            held: Vec::new(),
            recover_until: None,
        }
    }

    /// The number of a new request, which makes all others old.
    pub(super) fn next_request(&mut self) -> u64 {
        self.request += 1;
        self.waiting = true;
        self.request
    }

    /// Whether an answer with this number is the one that is waited for; if so, it no longer is.
    pub(super) fn is_answer(&mut self, request: u64) -> bool {
        let is_newest = self.waiting && self.request == request;
        if is_newest {
            self.waiting = false;
        }
        is_newest
    }
}

impl Links {
    /// The links of a look.
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        Self {
            face: snapshot.face_link.clone(),
            page: snapshot.page_link.clone(),
            phone: snapshot.phone_link.clone(),
        }
    }

    /// The links that would do for a challenge, best first. The face link stands in the API's guide and not in its
    /// schema, so the others stand in for it.
    fn candidates(&self, kind: ChallengeKind) -> Vec<&ShownLink> {
        match kind {
            ChallengeKind::Code(_) => Vec::new(),
            ChallengeKind::Face => vec![&self.face, &self.page, &self.phone],
            ChallengeKind::Phone => vec![&self.phone, &self.page],
        }
    }

    /// The link to show for a challenge.
    pub(super) fn usable(&self, kind: ChallengeKind) -> Option<&WebLink> {
        self.candidates(kind).into_iter().find_map(|link| link.as_ref()?.as_ref().ok())
    }

    /// Whether there is a link for a challenge, and if not, why.
    pub(super) fn shown(&self, kind: ChallengeKind) -> LinkShown {
        let candidates = self.candidates(kind);
        if candidates.is_empty() {
            LinkShown::NotNeeded
        } else if self.usable(kind).is_some() {
            LinkShown::Given
        } else if candidates.iter().any(|link| link.is_some()) {
            LinkShown::Unusable
        } else {
            LinkShown::Missing
        }
    }

    /// Whether any link for a challenge is one that must not be shown.
    pub(super) fn has_unusable(&self, kind: ChallengeKind) -> bool {
        self.candidates(kind).into_iter().any(|link| matches!(link, Some(Err(_))))
    }
}
