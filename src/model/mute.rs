//! For how long a manager wants no sound.

use std::time::Duration;

use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde::{Deserialize, Serialize};

use super::Timestamp;

/// The shortest time for which it can be had.
pub const SHORTEST_MUTE: Duration = Duration::from_mins(1);

/// The longest, apart from that without an end.
pub const LONGEST_MUTE: Duration = Duration::from_hours(30 * 24);

/// The longest text that is read as a duration, in characters.
const MOST_TEXT: usize = 64;

/// Until when what a manager has not asked for makes no sound.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mute {
    /// Until they want it otherwise.
    UntilUnmuted,
    /// Until then.
    Until(Timestamp),
}

impl Mute {
    /// Whether it is still so.
    pub fn holds_at(self, now: Timestamp) -> bool {
        match self {
            Self::UntilUnmuted => true,
            Self::Until(until) => now < until,
        }
    }

    /// Reads `30m`, `2h`, `1d 12h`, `2 hours`. A day has 24 hours here.
    pub fn read_duration(text: &str) -> Option<Duration> {
        if text.chars().count() > MOST_TEXT {
            return None;
        }
        let span: Span = text.to_lowercase().parse().ok()?;
        let duration: SignedDuration = span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
        let duration = Duration::try_from(duration).ok()?;
        (SHORTEST_MUTE..=LONGEST_MUTE).contains(&duration).then_some(duration)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_however_they_are_written() {
        for (text, minutes) in [
            ("30m", 30),
            ("2h", 120),
            ("2H", 120),
            ("2 hours", 120),
            ("90 min", 90),
            ("1h30m", 90),
            ("1h 30m", 90),
            ("1.5h", 90),
            ("1d 12h", 36 * 60),
            ("1w", 7 * 24 * 60),
            ("30d", 30 * 24 * 60),
            ("1m", 1),
        ] {
            assert_eq!(Mute::read_duration(text), Some(Duration::from_mins(minutes)), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_sensible_duration_is_not_read() {
        let long = "1h ".repeat(1_000);
        for text in [
            "", "2", "h", "-2h", "2h ago", "59s", "0h", "31d", "1mo", "1y", "tonight", "2h x", "23:00", &long,
        ] {
            assert_eq!(Mute::read_duration(text), None, "{text:?}");
        }
    }

    #[test]
    fn it_holds_until_its_moment() {
        let mute = Mute::Until(Timestamp(10));
        assert!(mute.holds_at(Timestamp(9)) && !mute.holds_at(Timestamp(10)));
        assert!(Mute::UntilUnmuted.holds_at(Timestamp(i64::MAX)));
    }
}
