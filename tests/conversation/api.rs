//! A simulated account API: attempts in the states that the script gives them, and trouble where it says so.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use twofa_bridge::model::{AccountId, AttemptId, AttemptState, Handle, Snapshot, Timestamp, WebLink};
use twofa_bridge::switchboard::event::Trouble;

/// One sign-in.
#[derive(Clone)]
pub(super) struct SignIn {
    pub(super) state: AttemptState,
    /// Shown once it is done.
    pub(super) account: Option<AccountId>,
    pub(super) face: Option<String>,
    pub(super) page: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) mask: Option<String>,
    pub(super) channel: Option<String>,
}

/// What the API makes of a request.
#[derive(Clone, Debug)]
pub(super) enum Verdict {
    /// It does as asked: the attempt is in this state then.
    State(AttemptState),
    /// It answers, and nothing has changed.
    Unchanged,
    /// It does not.
    Trouble(Trouble),
    /// It does, and the answer is lost.
    LostBut(AttemptState),
    /// It answers with the attempt before.
    SameAttempt,
    /// It answers when the script says so.
    Hanging,
}

/// The API as a whole.
pub(super) struct Api {
    pub(super) accounts: Vec<(AccountId, Handle)>,
    pub(super) attempts: BTreeMap<AttemptId, SignIn>,
    /// The attempt that a line means which names none.
    pub(super) latest: Option<AttemptId>,
    started: u32,
    pub(super) answers: VecDeque<Verdict>,
    pub(super) reauths: VecDeque<Verdict>,
    pub(super) emails: VecDeque<Verdict>,
    /// What all looks meet with.
    pub(super) looks: Option<Trouble>,
    /// What looks at some attempts meet with.
    pub(super) looks_at: BTreeMap<AttemptId, Trouble>,
    /// What the list of accounts meets with.
    pub(super) listing: Option<Trouble>,
    /// What looks at accounts find, where it is not that all is well.
    pub(super) sessions: BTreeMap<AccountId, Option<Result<(), Trouble>>>,
    /// Whether looks at accounts get no answer for now.
    pub(super) sessions_hang: bool,
    /// The look at an account that gets no answer for now.
    pub(super) hanging_session: Option<(AccountId, u64)>,
    /// When each account was last looked at, in all lives of the bridge.
    pub(super) seen_at: BTreeMap<AccountId, Timestamp>,
    /// Looks that are under way.
    pub(super) looking: BTreeMap<AttemptId, u64>,
    /// Attempts that were looked at in this life of the bridge.
    pub(super) looked: BTreeSet<AttemptId>,
    /// Attempts to which an answer was submitted that is not judged.
    pub(super) judging: BTreeSet<AttemptId>,
    /// The submission that hangs.
    pub(super) hanging: Option<(AttemptId, u64)>,
    /// The reauthentications that hang, oldest first.
    pub(super) hanging_reauths: VecDeque<(AccountId, u64)>,
}

impl Api {
    /// An API that knows these accounts.
    pub(super) fn new(accounts: Vec<(AccountId, Handle)>) -> Self {
        Self {
            accounts,
            attempts: BTreeMap::new(),
            latest: None,
            started: 0,
            answers: VecDeque::new(),
            reauths: VecDeque::new(),
            emails: VecDeque::new(),
            looks: None,
            looks_at: BTreeMap::new(),
            listing: None,
            sessions: BTreeMap::new(),
            sessions_hang: false,
            hanging_session: None,
            seen_at: BTreeMap::new(),
            looking: BTreeMap::new(),
            looked: BTreeSet::new(),
            judging: BTreeSet::new(),
            hanging: None,
            hanging_reauths: VecDeque::new(),
        }
    }

    /// What a look at an attempt shows.
    pub(super) fn see(&self, attempt: &AttemptId) -> Result<Snapshot, Trouble> {
        if let Some(trouble) = self.looks.or_else(|| self.looks_at.get(attempt).copied()) {
            return Err(trouble);
        }
        self.snapshot(attempt)
    }

    fn snapshot(&self, attempt: &AttemptId) -> Result<Snapshot, Trouble> {
        let it = self.attempts.get(attempt).ok_or(Trouble::NotFound)?;
        let is_done = it.state == AttemptState::CompletedSuccess;
        let link = |text: &Option<String>| text.as_deref().map(WebLink::parse);
        Ok(Snapshot {
            attempt: attempt.clone(),
            state: it.state.clone(),
            account: it.account.clone().filter(|_| is_done),
            face_link: link(&it.face),
            page_link: link(&it.page),
            phone_link: link(&it.phone),
            email_mask: it.mask.clone(),
            otp_channel: it.channel.clone(),
        })
    }

    /// Starts a sign-in.
    pub(super) fn start(&mut self, account: &AccountId, verdict: &Verdict) -> Result<Snapshot, Trouble> {
        let state = match verdict {
            Verdict::State(state) => state.clone(),
            Verdict::Trouble(trouble) => return Err(*trouble),
            Verdict::SameAttempt => return self.snapshot(&self.latest.clone().unwrap()),
            Verdict::Unchanged | Verdict::LostBut(_) | Verdict::Hanging => unreachable!("{verdict:?}"),
        };
        self.started += 1;
        let id = AttemptId::parse(&format!("att_{}", self.started)).unwrap();
        self.latest = Some(id.clone());
        self.attempts.insert(id.clone(), SignIn { account: Some(account.clone()), ..SignIn::new(state) });
        self.snapshot(&id)
    }

    /// Takes an answer.
    pub(super) fn judge(&mut self, attempt: &AttemptId, verdict: Verdict) -> Result<Snapshot, Trouble> {
        let result = match verdict {
            Verdict::Trouble(trouble) => return Err(trouble),
            Verdict::State(state) => Ok(state),
            Verdict::LostBut(state) => Err(state),
            Verdict::Unchanged | Verdict::SameAttempt | Verdict::Hanging => return self.snapshot(attempt),
        };
        let sign_in = self.attempts.get_mut(attempt).unwrap();
        match result {
            Ok(state) => {
                sign_in.state = state;
                self.snapshot(attempt)
            }
            Err(state) => {
                sign_in.state = state;
                Err(Trouble::Lost)
            }
        }
    }
}

impl SignIn {
    /// A sign-in of which nothing but the state is known.
    pub(super) fn new(state: AttemptState) -> Self {
        Self { state, account: None, face: None, page: None, phone: None, mask: None, channel: None }
    }
}

/// Reads what the API makes of a request.
pub(super) fn verdict(text: &str) -> Verdict {
    match text {
        "right" => Verdict::State(AttemptState::CompletedSuccess),
        "wrong" => Verdict::State(AttemptState::Wrong2faCodeRetry),
        "unchanged" => Verdict::Unchanged,
        "hanging" => Verdict::Hanging,
        "the same attempt" => Verdict::SameAttempt,
        _ => {
            if let Some(state) = text.strip_prefix("lost, but taken: ") {
                return Verdict::LostBut(AttemptState::parse(state));
            }
            trouble(text).map_or_else(|| Verdict::State(AttemptState::parse(text)), Verdict::Trouble)
        }
    }
}

/// Reads what goes wrong.
pub(super) fn trouble(text: &str) -> Option<Trouble> {
    Some(match text {
        "unreachable" => Trouble::Unreachable,
        "lost" => Trouble::Lost,
        "refused" => Trouble::Refused,
        "404" => Trouble::NotFound,
        "410" => Trouble::Gone,
        "412" => Trouble::NoCredentials,
        "429" => Trouble::Throttled(None),
        "declined" => Trouble::Declined,
        _ => {
            let seconds = text.strip_prefix("429 ")?.strip_suffix('s')?;
            Trouble::Throttled(Some(Duration::from_secs(seconds.parse().ok()?)))
        }
    })
}
