//! What the audit trail can have to say.

use twofa_bridge::model::notice::{Doer, Notice, TrailLine};
use twofa_bridge::model::trail::What;

use super::{NOON, bella, name};

fn line(what: What, detail: Option<&str>) -> TrailLine {
    TrailLine {
        at: NOON,
        handle: Some(bella()),
        what,
        detail: detail.map(str::to_owned),
        person: Some(Doer::Named(name("Bella"))),
        by: Some(Doer::Named(name("Sam"))),
    }
}

/// Every line that there is.
pub(super) fn trails() -> Vec<Notice> {
    let plain = [
        What::Invited,
        What::InvitationRevoked,
        What::InvitationDeclined,
        What::Linked,
        What::Unlinked,
        What::Started,
        What::Watched,
        What::Postponed,
        What::Answered,
        What::WrongCode,
        What::Accepted,
        What::Frozen,
        What::Allowed,
        What::Ready,
        What::NotNow,
        What::Cancelled,
        What::Ordered,
        What::Forgotten,
    ];
    let kinds = ["sms", "app", "email", "code", "face", "phone", "ready", "check"];
    let endings = [
        "connected",
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
        "of_a_later_version",
    ];
    let mut lines: Vec<TrailLine> = plain.map(|what| line(what, None)).into();
    lines.push(TrailLine { by: Some(Doer::Named(name("Bella"))), ..line(What::Unlinked, None) });
    lines.extend(kinds.map(|kind| line(What::Asked, Some(kind))));
    lines.push(line(What::AskedAgain, Some("app")));
    lines.push(line(What::Answered, Some("check")));
    lines.extend(endings.map(|ending| line(What::Ended, Some(ending))));
    lines.push(line(What::NotStarted, Some("gone")));
    for by in [Doer::Host, Doer::Operator, Doer::Forgotten("a1b2c3".to_owned())] {
        lines.push(TrailLine { by: Some(by), ..line(What::Invited, None) });
    }
    let (first, rest) = lines.split_at(40);
    vec![
        Notice::TrailUnreadable,
        Notice::History { account: None, lines: Vec::new(), more: false },
        Notice::History { account: Some(bella()), lines: Vec::new(), more: false },
        Notice::History { account: None, lines: first.to_vec(), more: true },
        Notice::History { account: Some(bella()), lines: rest.to_vec(), more: false },
    ]
}
