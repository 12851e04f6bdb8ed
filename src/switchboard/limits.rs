//! How often and how long: the limits that protect people, and the bounds that protect the process.

use std::time::Duration;

use crate::model::Timestamp;

/// The limits that the operator may set. `config.example.toml` describes each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Wrong codes for one attempt, over all its challenges.
    pub wrong_codes_max: u32,
    /// How long a question may be answered.
    pub question_lifetime: Duration,
    /// After how long it is repeated, once.
    pub question_repeat_after: Duration,
    /// How long it may be answered whether somebody is ready; they are reminded at half time.
    pub ready_lifetime: Duration,
    /// Where people are asked one after the other, after how long the next is.
    pub ask_next_after: Duration,
    /// Questions to one person within an hour.
    pub questions_per_hour: u32,
    /// Between two reauthentications of one account.
    pub reauth_interval: Duration,
    /// Reauthentications of one account within an hour.
    pub reauths_per_hour: u32,
    /// Reauthentications of one account within a day.
    pub reauths_per_day: u32,
    /// How long an attempt is watched.
    pub attempt_lifetime: Duration,
    /// How long an invitation works.
    pub invitation_lifetime: Duration,
    /// Between two requests for the email.
    pub email_cooldown: Duration,
    /// The fewest digits of a code.
    pub code_digits_min: u8,
    /// The most digits of a code.
    pub code_digits_max: u8,
}

/// An hour.
pub const HOUR: Duration = Duration::from_hours(1);

/// A day.
pub const DAY: Duration = Duration::from_hours(24);

/// Attempts that are watched at once.
pub const MOST_OPEN_ATTEMPTS: usize = 10_000;

/// Things that time brings about and that are dealt with in one event: a few milliseconds of work, after which whoever
/// has written in the meantime is heard.
pub const MOST_DUE: usize = 200;

/// How long an attempt that is over can be asked about.
pub const ENDED_KEPT: Duration = DAY;

/// How long a handled update is remembered: Telegram brings updates again for 24 h.
pub const HANDLED_KEPT: Duration = Duration::from_hours(25);

/// How many people of whom nothing is on disk are spoken to in the language that they chose.
pub const MOST_STRANGERS: usize = 1_000;

/// How long a sign-in waits at most until somebody is ready, however often they choose *In an hour*.
pub const READY_MOST: Duration = Duration::from_hours(48);

/// How long after a mark was drawn its person may have another.
pub const MARK_CHOICE: Duration = DAY;

/// Between two nudges about one account.
pub const NUDGE_INTERVAL: Duration = Duration::from_mins(1);

/// Between two checks of one account.
pub const CHECK_INTERVAL: Duration = Duration::from_mins(1);

/// How long it can be answered whether somebody can read this.
pub const CHECK_LIFETIME: Duration = DAY;

/// Messages that are held for one attempt until it is known what they answer.
pub const MOST_HELD: usize = 16;

/// How long an update is kept unsettled at most because of a message that waits for something. Telegram hands over no
/// more than 100 updates from the first unsettled one on, so whoever is waited for must not keep back the others.
pub const HOLD_MOST: Duration = Duration::from_mins(1);

/// How long an update stays unsettled, for whatever reason, while it keeps back others: time to finish what is nearly
/// done, and no more than a code that waits behind it can spare.
pub const KEEPS_BACK_MOST: Duration = Duration::from_secs(5);

/// How long it can be answered for which account a code is.
pub const CHOICE_LIFETIME: Duration = Duration::from_mins(2);

/// How long it takes until somebody has seen that a question is over, once Telegram shows it.
pub const SEEN_WITHIN: Duration = Duration::from_secs(2);

/// How long it is remembered that a question has ended whose reader may not have seen that: longer than an edit waits
/// for Telegram, and a message after it for being read.
pub const OVER_KEPT: Duration = Duration::from_mins(10);

/// Codes of one person that wait until it is said for which account they are.
pub const MOST_CHOICES: usize = 4;

/// Messages and requests that wait for the list of accounts.
pub const MOST_WAITING: usize = 100;

/// Invitations to one account that can be accepted at the same time; the oldest gives way.
pub const MOST_INVITATIONS: usize = 20;

/// People linked to one account.
pub const MOST_LINKS: usize = 20;

/// Things that are kept for the agency's system; the oldest gives way.
pub const MOST_DISPATCHES: usize = 10_000;

/// How long it is tried to tell the agency's system something, and how long that is kept for it.
pub const DISPATCH_KEPT: Duration = DAY;

/// How many things one endpoint is told at once.
pub const MOST_DELIVERIES: usize = 4;

/// Accounts named in one command.
pub const MOST_NAMED: usize = 20;

/// Accounts that one command reconnects.
pub const MOST_IN_ROUND: usize = 500;

/// How long an account of a round waits for its turn at most: later nobody expects its sign-in any more.
pub const ROUND_WAITS: Duration = Duration::from_hours(6);

/// Lines of a list in one message: 4,096 characters hold these with room to spare.
pub const MOST_LINES: usize = 30;

/// Accounts on one page of the board.
pub const MOST_BOARD_LINES: usize = 20;

/// People of one account whose names stand on the board, and names in what is open for it.
pub const MOST_BOARD_NAMES: usize = 3;

/// How long the pages of a board can be turned.
pub const BOARD_LIFETIME: Duration = DAY;

/// Readers of the audit trail who are served at once: the store reads for them while it could write.
pub const MOST_RECALLS: usize = 4;

/// Lines of the audit trail in one message.
pub const MOST_TRAIL_LINES: usize = 20;

/// Entries of the audit trail that are read in one go for the document with everything about a person: between two
/// goes the store can write.
pub const TRAIL_DATA_AT_ONCE: usize = 2_000;

/// Entries of the audit trail that are removed in one go, when they are too old or too many.
pub const MOST_TRAIL_REMOVED: usize = 64;

/// How long a command is good for. One that reaches us later was written to a bridge that was away, and whoever
/// wrote it no longer expects it to be carried out.
pub const COMMAND_FRESH: Duration = Duration::from_mins(10);

/// How old an authenticator code may be when it is passed on: it turns over every 30 s.
pub const APP_CODE_FRESH: Duration = Duration::from_secs(25);

/// How often one code is submitted at most: once more after an answer was lost.
pub const SUBMISSIONS_MAX: u8 = 2;

/// How often one code is submitted at most when the API said each time that it was too fast.
pub const THROTTLED_SUBMISSIONS_MAX: u8 = 5;

/// How long the list of accounts is good enough not to ask for it again because of an unknown handle.
pub const LISTING_FRESH: Duration = Duration::from_secs(10);

/// How often the accounts are listed anyway.
pub const LISTING_INTERVAL: Duration = Duration::from_mins(10);

/// Which events of the past count, when only `most` may fall into any `window`: the ones within it.
pub(super) fn within(window: Duration, now: Timestamp, moments: &[Timestamp]) -> Vec<Timestamp> {
    moments.iter().copied().filter(|moment| now.since(*moment) < window).collect()
}

/// When the next event may happen, if `most` may fall into any `window`; none if it may happen at once.
pub(super) fn next_free(
    most: u32,
    window: Duration,
    now: Timestamp,
    moments: &[Timestamp],
) -> Option<Timestamp> {
    let mut counted = within(window, now, moments);
    counted.sort_unstable();
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if counted.len() < most {
        return None;
    }
    counted.get(counted.len() - most).map(|oldest| oldest.plus(window))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_slides() {
        let at = |seconds: i64| Timestamp(seconds * 1_000);
        let minute = Duration::from_mins(1);
        assert_eq!(next_free(2, minute, at(0), &[]), None);
        assert_eq!(next_free(2, minute, at(10), &[at(0)]), None);
        assert_eq!(next_free(2, minute, at(10), &[at(0), at(5)]), Some(at(60)));
        assert_eq!(next_free(2, minute, at(60), &[at(0), at(5)]), None);
        assert_eq!(next_free(1, minute, at(60), &[at(0), at(5)]), Some(at(65)));
        assert_eq!(next_free(2, minute, at(20), &[at(0), at(5), at(10)]), Some(at(65)));
    }
}
