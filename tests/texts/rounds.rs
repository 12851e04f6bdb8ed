//! The summary of a round, with all that may come of an account.

use twofa_bridge::model::Notice;
use twofa_bridge::model::notice::{Round, RoundGroup, RoundOutcome};
use twofa_bridge::model::record::Skip;

use super::{NOON, bella, sam};

/// Every reason for which an account is skipped.
const WHY: [Skip; 12] = [
    Skip::Frozen,
    Skip::AlreadyOpen,
    Skip::AlreadyAsked,
    Skip::Listed,
    Skip::NobodyLinked,
    Skip::Unreachable,
    Skip::TooOften,
    Skip::Cancelled,
    Skip::TooLate,
    Skip::Unknown,
    Skip::Ambiguous,
    Skip::Unavailable,
];

/// Every word for an end that is not a good one.
const HOW: [&str; 24] = [
    "other_account",
    "failed",
    "unknown",
    "gone",
    "no_credentials",
    "account_unknown",
    "throttled",
    "api_refuses",
    "api_declines",
    "api_unreachable",
    "maybe_started",
    "attempt_taken",
    "wrong_codes",
    "declined",
    "cancelled",
    "unanswered",
    "too_old",
    "unreachable",
    "withdrawn",
    "put_off",
    "not_now",
    "nobody_ready",
    "ready_in_vain",
    "begun",
];

/// Rounds of which everything came that may: the longest summary that there is.
pub(super) fn rounds() -> Vec<Notice> {
    let skipped = WHY.map(|why| RoundOutcome::Skipped { why: why.word().to_owned() });
    let failed = HOW.map(|how| RoundOutcome::Failed { how: how.to_owned() });
    let others = [RoundOutcome::Open, RoundOutcome::Waits, RoundOutcome::Connected];
    let outcomes = failed.into_iter().chain(skipped).chain(others);
    let groups: Vec<RoundGroup> =
        outcomes.map(|outcome| RoundGroup { outcome, handles: vec![bella(); 3], more: 460 }).collect();
    let round = Round { starter: sam(), started_at: NOON, accounts: 500, seconds: None, groups };
    let unnamed = RoundGroup { outcome: RoundOutcome::Connected, handles: vec![], more: 2 };
    let over = Round { seconds: Some(72), groups: vec![unnamed], ..round.clone() };
    vec![Notice::Round(round), Notice::Round(over), Notice::TooManyForRound { accounts: 501, most: 500 }]
}
