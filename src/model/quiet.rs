//! Quiet hours: when a person does not want to be asked what can wait, by the clock on their own wall.
//!
//! It reads no clock and no file: the moment comes in, and the rules of the time zones are part of the program.

use std::fmt;

use jiff::Timestamp as Moment;
use jiff::civil::{DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{ToSpan, Zoned};
use serde::{Deserialize, Serialize};

use super::Timestamp;

/// The longest name of a time zone that is looked for, in characters.
const MOST_ZONE: usize = 64;

/// From when until when it is quiet each day, and where.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct QuietHours {
    /// When it begins.
    pub from: ClockTime,
    /// When it is over: on the next day, if that is earlier than it begins.
    pub to: ClockTime,
    /// The time zone, by its IANA name.
    pub zone: String,
}

/// A time of day, in minutes since midnight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClockTime(u16);

/// One stretch of quiet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quiet {
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// Why quiet hours cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotQuiet {
    /// They are not two times of day.
    NotTimes,
    /// They begin and end at the same time.
    SameTimes,
    /// They are without a time zone.
    NoZone,
    /// There is no such time zone.
    UnknownZone {
        /// The one that is called most like it.
        nearest: String,
    },
}

impl QuietHours {
    /// Reads `23:00-08:00 Europe/Madrid`. Without a time zone, it is the one given.
    pub fn read(text: &str, zone: Option<&str>) -> Result<Self, NotQuiet> {
        let (from, rest) = ClockTime::read(text.trim_start()).ok_or(NotQuiet::NotTimes)?;
        let rest = rest.trim_start();
        let rest = rest.strip_prefix(['-', '–', '—', '−']).ok_or(NotQuiet::NotTimes)?;
        let (to, rest) = ClockTime::read(rest.trim_start()).ok_or(NotQuiet::NotTimes)?;
        if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            return Err(NotQuiet::NotTimes);
        }
        if from == to {
            return Err(NotQuiet::SameTimes);
        }
        let named = rest.split_whitespace().collect::<Vec<_>>().join("_");
        let zone = match (named.as_str(), zone) {
            ("", Some(zone)) => zone.to_owned(),
            ("", None) => return Err(NotQuiet::NoZone),
            (named, _) => known_zone(named)
                .and_then(|zone| Some(zone.iana_name()?.to_owned()))
                .ok_or_else(|| NotQuiet::UnknownZone { nearest: nearest_zone(named) })?,
        };
        Ok(Self { from, to, zone })
    }

    /// The quiet at a moment, if it is quiet then.
    ///
    /// What the clock on the wall skips is not waited for: quiet until 02:30 ends at 03:00 in the night in which that
    /// follows 02:00. What it shows twice is quiet from the first time to the second.
    pub fn at(&self, now: Timestamp) -> Option<Quiet> {
        let zone = known_zone(&self.zone)?;
        let now = Moment::from_millisecond(now.0).ok()?;
        let here: Zoned = now.to_zoned(zone.clone());
        // Yesterday's quiet may last until today; where a day was left out, that of the day before.
        (0..=2)
            .filter_map(|days_ago| {
                let day = here.date().checked_sub(days_ago.days()).ok()?;
                let last = if self.from < self.to { day } else { day.tomorrow().ok()? };
                let since = begin(&zone, day.to_datetime(self.from.time()?))?;
                let until = end(&zone, last.to_datetime(self.to.time()?))?;
                (since <= now && now < until).then(|| Quiet {
                    since: Timestamp(since.as_millisecond()),
                    until: Timestamp(until.as_millisecond()),
                })
            })
            .max_by_key(|quiet| quiet.until)
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{} {}", self.from, self.to, self.zone)
    }
}

impl ClockTime {
    /// Reads `8`, `08:00` or `8.00` at the beginning of a text, and says what follows. `24:00` is midnight.
    fn read(text: &str) -> Option<(Self, &str)> {
        let (hours, rest) = number(text)?;
        let (minutes, rest) = match rest.strip_prefix([':', '.']) {
            Some(rest) => number(rest).filter(|(_, left)| rest.len() - left.len() == 2)?,
            None => (0, rest),
        };
        let fits = minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0));
        fits.then_some((Self(hours % 24 * 60 + minutes), rest))
    }

    fn time(self) -> Option<Time> {
        let part = |number: u16| i8::try_from(number).ok();
        Time::new(part(self.0 / 60)?, part(self.0 % 60)?, 0, 0).ok()
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// One or two digits at the beginning of a text, and what follows.
fn number(text: &str) -> Option<(u16, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 2 {
        return None;
    }
    let (number, rest) = text.split_at(digits);
    Some((number.parse().ok()?, rest))
}

/// When the clock first shows a time, or first shows a later one.
fn begin(zone: &TimeZone, at: DateTime) -> Option<Moment> {
    let moment = zone.to_ambiguous_timestamp(at);
    match moment.offset() {
        AmbiguousOffset::Gap { .. } => after_gap(zone, moment.earlier().ok()?),
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => moment.earlier().ok(),
    }
}

/// When the clock shows a time for the last time, or first shows a later one.
fn end(zone: &TimeZone, at: DateTime) -> Option<Moment> {
    let moment = zone.to_ambiguous_timestamp(at);
    match moment.offset() {
        AmbiguousOffset::Gap { .. } => after_gap(zone, moment.earlier().ok()?),
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => moment.later().ok(),
    }
}

/// When the clock was put forward, after a moment before that.
fn after_gap(zone: &TimeZone, before: Moment) -> Option<Moment> {
    zone.following(before).next().map(|change| change.timestamp())
}

/// A time zone by its name, in any case, from the rules that come with the program.
fn known_zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// The time zone whose name, or whose city, is most like a text.
fn nearest_zone(text: &str) -> String {
    let text: String = text.to_lowercase().chars().take(MOST_ZONE).collect();
    let distance = |name: &str| {
        let name = name.to_lowercase();
        let city = name.rsplit('/').next().unwrap_or(&name);
        strsim::damerau_levenshtein(&name, &text).min(strsim::damerau_levenshtein(city, &text))
    };
    let zones = TimeZoneDatabase::bundled();
    let names = zones.available().map(|name| name.as_str().to_owned());
    // Of names that are as like, the one that says where: that is how people know them.
    let nearest = names.min_by_key(|name| (distance(name), !name.contains('/'), name.clone()));
    nearest.unwrap_or_else(|| "UTC".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(text: &str) -> QuietHours {
        QuietHours::read(text, None).unwrap()
    }

    fn moment(text: &str) -> Timestamp {
        Timestamp(text.parse::<Moment>().unwrap().as_millisecond())
    }

    /// The quiet at a moment.
    fn quiet(text: &str, at: &str) -> Option<Quiet> {
        hours(text).at(moment(at))
    }

    fn from_to(since: &str, until: &str) -> Quiet {
        Quiet { since: moment(since), until: moment(until) }
    }

    #[test]
    fn hours_are_read_however_they_are_written() {
        for text in [
            "23:00-08:00 Europe/Madrid",
            "23-8 europe/madrid",
            "  23.00 – 8:00   EUROPE/MADRID ",
            "23:00 -08:00\tEurope/Madrid",
        ] {
            assert_eq!(hours(text).to_string(), "23:00–08:00 Europe/Madrid", "{text:?}");
        }
        assert_eq!(hours("22:30-24:00 America/New York").to_string(), "22:30–00:00 America/New_York");
        assert_eq!(hours("1-2 America/Port-au-Prince").zone, "America/Port-au-Prince");
        let kept = QuietHours::read("22:15-7", Some("Asia/Tokyo")).unwrap();
        assert_eq!(kept.to_string(), "22:15–07:00 Asia/Tokyo");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for text in [
            "",
            "23:00",
            "23:00-",
            "25-8 UTC",
            "23:60-8 UTC",
            "23:0-8 UTC",
            "24:01-8 UTC",
            "23-8UTC",
            "111-8 UTC",
        ] {
            assert_eq!(QuietHours::read(text, Some("UTC")), Err(NotQuiet::NotTimes), "{text:?}");
        }
        assert_eq!(QuietHours::read("8:00-8 UTC", None), Err(NotQuiet::SameTimes));
        assert_eq!(QuietHours::read("0-24 UTC", None), Err(NotQuiet::SameTimes));
        assert_eq!(QuietHours::read("23-8", None), Err(NotQuiet::NoZone));
        let nearest = |zone: &str| match QuietHours::read(&format!("23-8 {zone}"), Some("UTC")) {
            Err(NotQuiet::UnknownZone { nearest }) => nearest,
            other => panic!("{other:?}"),
        };
        assert_eq!(nearest("Europe/Madird"), "Europe/Madrid");
        assert_eq!(nearest("madrid"), "Europe/Madrid");
        assert_eq!(nearest("Buenos Aires"), "America/Argentina/Buenos_Aires");
        assert_eq!(nearest("Europe/Kiew"), "Europe/Kiev");
        // However long it is.
        assert!(!nearest(&"x".repeat(4_000)).is_empty());
    }

    #[test]
    fn quiet_hours_go_over_midnight() {
        let night = "23:00-08:00 Europe/Madrid";
        let winter = Some(from_to("2026-01-05T22:00:00Z", "2026-01-06T07:00:00Z"));
        assert_eq!(quiet(night, "2026-01-05T21:59:59.999Z"), None);
        for at in ["2026-01-05T22:00:00Z", "2026-01-06T02:00:00Z", "2026-01-06T06:59:59.999Z"] {
            assert_eq!(quiet(night, at), winter, "{at}");
        }
        assert_eq!(quiet(night, "2026-01-06T07:00:00Z"), None);
        let siesta = "14:00-16:30 Europe/Madrid";
        let summer = Some(from_to("2026-07-01T12:00:00Z", "2026-07-01T14:30:00Z"));
        assert_eq!(quiet(siesta, "2026-07-01T12:00:00Z"), summer);
        assert_eq!(quiet(siesta, "2026-07-01T11:59:59Z"), None);
        assert_eq!(quiet(siesta, "2026-07-01T14:30:00Z"), None);
    }

    #[test]
    fn a_night_in_which_the_clock_is_put_on_is_shorter() {
        // In Madrid 03:00 follows 01:59:59 on 2026-03-29, at 01:00 UTC.
        let night = quiet("23:00-08:00 Europe/Madrid", "2026-03-29T00:30:00Z");
        assert_eq!(night, Some(from_to("2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z")));
        // Nothing waits for 02:30, which there is not in that night.
        let early = "23:00-02:30 Europe/Madrid";
        let until_three = Some(from_to("2026-03-28T22:00:00Z", "2026-03-29T01:00:00Z"));
        assert_eq!(quiet(early, "2026-03-29T00:59:59Z"), until_three);
        assert_eq!(quiet(early, "2026-03-29T01:00:00Z"), None);
        let late = "02:30-08:00 Europe/Madrid";
        assert_eq!(quiet(late, "2026-03-29T00:59:59Z"), None);
        assert_eq!(
            quiet(late, "2026-03-29T01:00:00Z"),
            Some(from_to("2026-03-29T01:00:00Z", "2026-03-29T06:00:00Z"))
        );
        // Neither is there anything between the two.
        assert_eq!(quiet("02:10-02:50 Europe/Madrid", "2026-03-29T01:00:00Z"), None);
        assert_eq!(quiet("02:10-02:50 Europe/Madrid", "2026-03-29T00:30:00Z"), None);
        // The night after, both are there again.
        let next = Some(from_to("2026-03-29T21:00:00Z", "2026-03-30T00:30:00Z"));
        assert_eq!(quiet(early, "2026-03-30T00:00:00Z"), next);
    }

    #[test]
    fn a_night_in_which_the_clock_is_put_back_is_longer() {
        // In Madrid 02:00 follows 02:59:59 on 2026-10-25, at 01:00 UTC.
        let night = quiet("23:00-08:00 Europe/Madrid", "2026-10-25T06:59:59Z");
        assert_eq!(night, Some(from_to("2026-10-24T21:00:00Z", "2026-10-25T07:00:00Z")));
        // It is 02:30 at 00:30 and at 01:30 UTC: quiet lasts until the second, and begins at the first.
        let early = Some(from_to("2026-10-24T21:00:00Z", "2026-10-25T01:30:00Z"));
        for at in ["2026-10-25T00:29:00Z", "2026-10-25T00:45:00Z", "2026-10-25T01:29:59Z"] {
            assert_eq!(quiet("23:00-02:30 Europe/Madrid", at), early, "{at}");
        }
        assert_eq!(quiet("23:00-02:30 Europe/Madrid", "2026-10-25T01:30:00Z"), None);
        let late = Some(from_to("2026-10-25T00:30:00Z", "2026-10-25T07:00:00Z"));
        assert_eq!(quiet("02:30-08:00 Europe/Madrid", "2026-10-25T01:15:00Z"), late);
        assert_eq!(quiet("02:30-08:00 Europe/Madrid", "2026-10-25T00:29:59Z"), None);
    }

    #[test]
    fn half_an_hour_and_a_whole_day_that_are_left_out_do_no_harm() {
        // On Lord Howe the clock is put on by half an hour, from 02:00 to 02:30, on 2026-10-04 at 15:30 UTC.
        let gap = quiet("22:00-02:15 Australia/Lord_Howe", "2026-10-03T15:00:00Z");
        assert_eq!(gap, Some(from_to("2026-10-03T11:30:00Z", "2026-10-03T15:30:00Z")));
        // Samoa left out 2011-12-30: the night of the 29th lasts until the morning of the 31st.
        let samoa = quiet("23:00-08:00 Pacific/Apia", "2011-12-30T09:30:00Z");
        assert_eq!(samoa, Some(from_to("2011-12-30T09:00:00Z", "2011-12-30T10:00:00Z")));
    }

    #[test]
    fn a_zone_that_is_not_known_any_more_is_never_quiet() {
        let gone = QuietHours { zone: "Europe/Atlantis".to_owned(), ..hours("0-23 UTC") };
        assert_eq!(gone.at(moment("2026-01-05T12:00:00Z")), None);
    }
}
