//! What calls were made, in a file, so that the next life of the process counts them as well.
//!
//! Else a process that is started again at once, and again, would each time have calls anew that the API still counts.
//!
//! Each call has a place of 16 bytes: when it began and when it ended, two little-endian numbers of milliseconds, the
//! second 0 while it is under way; both are 0 where a place was never used. The clock is the kernel's monotonic one,
//! which counts from the start of the machine and which nobody can set. After a restart of the machine it begins anew:
//! then a call may count for longer than it has to, never for less.
//!
//! Nothing is synced: what the kernel was handed outlives the process. A machine that loses power may lose some of it.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use tokio::time::Instant;

/// What a call takes, in bytes.
const PLACE: usize = 16;

/// How many places are read: more than the largest budget needs. What a damaged file holds beyond does not count.
const MOST_PLACES: u64 = 1 << 17;

/// The file, and which of its places may be used again.
#[derive(Debug)]
pub(super) struct CallLog {
    file: File,
    /// The span in which a call counts after its end.
    span: Duration,
    /// A moment, and what the kernel's clock said at it.
    began: (Instant, Duration),
    /// How many places the file has.
    places: u64,
    /// Places of calls that have ended, and from when on they do not count.
    ended: VecDeque<(Instant, u64)>,
}

/// A call that was made before this life of the process, and still counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Past {
    /// When it began.
    pub(super) begun: Instant,
    /// From when on it does not count.
    pub(super) leaves: Instant,
}

/// Where a call stands in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place(u64);

impl CallLog {
    /// Opens the file or makes it, and reads which calls still count, those that leave first in front; none if there was
    /// no file.
    pub(super) fn open(path: &Path, span: Duration, now: Instant) -> io::Result<(Self, Option<Vec<Past>>)> {
        Self::open_at(path, span, (now, uptime()))
    }

    /// As [`CallLog::open`], when the kernel's clock says this.
    pub(super) fn open_at(
        path: &Path,
        span: Duration,
        began: (Instant, Duration),
    ) -> io::Result<(Self, Option<Vec<Past>>)> {
        let (now, uptime) = began;
        let mut options = OpenOptions::new();
        let mut file = options.read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        let mut bytes = Vec::new();
        Read::by_ref(&mut file).take(MOST_PLACES * PLACE as u64).read_to_end(&mut bytes)?;
        let mut log = Self { file, span, began, places: 0, ended: VecDeque::new() };
        let mut past = Vec::new();
        for bytes in bytes.chunks_exact(PLACE) {
            let (begun, ended) = read(bytes);
            let place = log.places;
            log.places += 1;
            // It ended with the process at the latest, which was before now; also if it was under way.
            let known = if ended == Duration::ZERO { uptime } else { ended.min(uptime) };
            let leaves = now + (known + span).saturating_sub(uptime);
            log.ended.push_back((leaves, place));
            if begun == Duration::ZERO || leaves <= now {
                continue;
            }
            if known != ended {
                // The life after this one shall not think that it ended any later.
                log.write(place, begun, known)?;
            }
            let ago = uptime.saturating_sub(begun);
            past.push(Past { begun: now.checked_sub(ago).unwrap_or(now), leaves });
        }
        log.ended.make_contiguous().sort_unstable();
        past.sort_unstable_by_key(|call| call.leaves);
        Ok((log, (!bytes.is_empty()).then_some(past)))
    }

    /// A call begins.
    pub(super) fn begin(&mut self, now: Instant) -> io::Result<Place> {
        let free = self.ended.pop_front_if(|(leaves, _)| *leaves <= now);
        let place = free.map_or(self.places, |(_, place)| place);
        self.places = self.places.max(place + 1);
        self.write(place, self.uptime(now), Duration::ZERO)?;
        Ok(Place(place))
    }

    /// A call that began at that moment has ended.
    pub(super) fn end(&mut self, now: Instant, place: Place, begun: Instant) -> io::Result<()> {
        let Place(place) = place;
        self.ended.push_back((now + self.span, place));
        self.write(place, self.uptime(begun), self.uptime(now))
    }

    /// What the kernel's clock says at a moment since this was opened.
    fn uptime(&self, at: Instant) -> Duration {
        let (moment, uptime) = self.began;
        uptime + at.duration_since(moment)
    }

    fn write(&self, place: u64, begun: Duration, ended: Duration) -> io::Result<()> {
        let mut bytes = [0; PLACE];
        let (first, second) = bytes.split_at_mut(PLACE / 2);
        first.copy_from_slice(&milliseconds(begun).to_le_bytes());
        second.copy_from_slice(&milliseconds(ended).to_le_bytes());
        self.file.write_all_at(&bytes, place * PLACE as u64)
    }
}

/// How long the machine has been running, without the time that it slept.
fn uptime() -> Duration {
    clock_gettime(ClockId::Monotonic).try_into().unwrap_or_default()
}

/// Rounded up, so that no call counts for less than a window. Zero means that there was no such moment.
fn milliseconds(moment: Duration) -> u64 {
    u64::try_from(moment.as_nanos().div_ceil(1_000_000)).unwrap_or(u64::MAX)
}

fn read(place: &[u8]) -> (Duration, Duration) {
    let number = |bytes: &[u8]| bytes.try_into().map(u64::from_le_bytes).unwrap_or_default();
    let (first, second) = place.split_at(PLACE / 2);
    (Duration::from_millis(number(first)), Duration::from_millis(number(second)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);
    const WINDOW: Duration = Duration::from_mins(1);

    #[test]
    fn a_log_forgets_what_no_longer_counts_and_grows_no_further() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("calls");
        let start = Instant::now();
        let open =
            |now: Instant| CallLog::open_at(&file, WINDOW, (now, SECOND * 100 + (now - start))).unwrap();
        let (mut log, past) = open(start);
        assert_eq!(past, None, "there was no file, so nothing is known");
        let mut now = start;
        for _ in 0..1_000 {
            let place = log.begin(now).unwrap();
            log.end(now + SECOND, place, now).unwrap();
            now += SECOND * 2;
        }
        drop(log);
        assert_eq!(std::fs::metadata(&file).unwrap().len(), 31 * 16);
        // The last one ended a second ago, the first that counts 59 seconds ago.
        let past = open(now).1.unwrap();
        assert_eq!(past.len(), 30);
        assert_eq!((now - past[0].begun, past[0].leaves - now), (SECOND * 60, SECOND));
        assert_eq!((now - past[29].begun, past[29].leaves - now), (SECOND * 2, SECOND * 59));
        assert_eq!(open(now + SECOND * 59).1, Some(vec![]), "none was made, and that is known");

        // Two are under way when the process is killed. Later lives count them from then on, and no longer.
        let mut log = open(now).0;
        let places = [log.begin(now).unwrap(), log.begin(now).unwrap()];
        assert_ne!(places[0], places[1]);
        let killed = now + SECOND * 3;
        for later in [0, 1, 59, 60] {
            let past = open(killed + SECOND * later).1.unwrap();
            let leave = past.iter().filter(|call| call.leaves == killed + WINDOW).count();
            assert_eq!(leave, if later < 60 { 2 } else { 0 }, "{later}");
        }
        // What is damaged counts for a window and is then forgotten.
        std::fs::write(&file, vec![0xff; 3 * 16 + 5]).unwrap();
        assert_eq!(open(now).1.unwrap().len(), 3);
        assert_eq!(open(now + WINDOW).1.unwrap().len(), 0);
    }
}
