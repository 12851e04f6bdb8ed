//! Looking for secrets in whatever was left behind: as they are, spaced, in other scripts, in hex and in base64.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};

/// The longest piece of a file that is looked at at once, and how far two neighbours overlap.
const PIECE: usize = 64 * 1024;
const OVERLAP: usize = 4 * 1024;

/// What must not show, and what each is.
#[derive(Default)]
pub(super) struct Secrets {
    /// By spelling. Those of digits alone are looked for as whole numbers.
    spellings: BTreeMap<String, String>,
}

impl Secrets {
    /// This is not to be found anywhere, in any spelling.
    pub(super) fn keep(&mut self, what: &str, secret: &str) {
        for (how, spelling) in spellings(secret) {
            self.spellings.insert(spelling, format!("{what}, {how} ({secret})"));
        }
    }

    /// Which of them stand in a text.
    pub(super) fn in_text(&self, place: &str, text: &str) -> Vec<String> {
        let text = without_times(text);
        let is_there = |spelling: &&String| {
            text.match_indices(spelling.as_str()).any(|(at, _)| stands_alone(&text, at, spelling))
        };
        let found = self.spellings.keys().filter(is_there);
        found.map(|spelling| format!("{place} holds {}", self.spellings[spelling])).collect()
    }

    /// Which of them stand in the files below a folder, but for those with these names.
    pub(super) fn in_files(&self, folder: &Path, but: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_meant = but.iter().any(|name| path.file_name() == Some(name.as_ref()));
            if path.is_dir() {
                found.extend(self.in_files(&path, but));
            } else if let Some(bytes) = std::fs::read(&path).ok().filter(|_| !is_meant) {
                found.extend(self.in_bytes(&path.display().to_string(), &bytes));
            }
        }
        found
    }

    fn in_bytes(&self, place: &str, bytes: &[u8]) -> Vec<String> {
        let starts = (0..bytes.len()).step_by(PIECE - OVERLAP);
        let pieces = starts.map(|from| &bytes[from..bytes.len().min(from + PIECE)]);
        pieces.flat_map(|piece| self.in_text(place, &String::from_utf8_lossy(piece))).collect()
    }
}

/// How a secret may be written.
fn spellings(secret: &str) -> Vec<(&'static str, String)> {
    let mut hex = String::new();
    for byte in secret.bytes() {
        write!(hex, "{byte:02x}").unwrap();
    }
    let mut all =
        vec![("as it is", secret.to_owned()), ("in capital hex", hex.to_uppercase()), ("in hex", hex)];
    // Wherever it stands in what was encoded, one of three ways to cut it shows.
    for before in 0..3 {
        let padded = [vec![b' '; before], secret.as_bytes().to_vec()].concat();
        let whole = padded.len() / 3 * 4;
        let own = if before == 0 { 0 } else { 4 };
        for engine in [STANDARD, URL_SAFE] {
            let encoded = engine.encode(&padded);
            all.push(("in base64", encoded[own.min(whole)..whole].to_owned()));
        }
    }
    if secret.bytes().all(|byte| byte.is_ascii_digit()) {
        let in_script = |zero: u32| {
            secret.bytes().filter_map(|digit| char::from_u32(zero + u32::from(digit - b'0'))).collect()
        };
        all.push(("in full width", in_script(0xff10)));
        all.push(("in Arabic digits", in_script(0x0660)));
        all.push(("in Devanagari digits", in_script(0x0966)));
        for between in [" ", "-", "."] {
            all.push(("parted", format!("{}{between}{}", &secret[..3], &secret[3..])));
        }
    }
    // Three letters are in every text.
    all.retain(|(_, spelling)| spelling.len() >= 6);
    all
}

/// Whether a row of digits is a number of its own there, or whatever else was found.
fn stands_alone(text: &str, at: usize, spelling: &str) -> bool {
    if !spelling.starts_with(|first: char| first.is_ascii_digit())
        || spelling.bytes().any(|it| it.is_ascii_alphabetic())
    {
        return true;
    }
    let is_digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
    !is_digit(text[..at].chars().next_back()) && !is_digit(text[at + spelling.len()..].chars().next())
}

/// A log without the times of its lines, whose fractions could be codes.
fn without_times(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once("\"timestamp\":\"") {
        kept.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[test]
fn a_secret_is_found_however_it_is_written() {
    let mut secrets = Secrets::default();
    secrets.keep("a code", "381654");
    secrets.keep("a key", "correct-horse-battery");
    let encoded = |before: &str| STANDARD.encode(format!("{before}correct-horse-battery; and more"));
    for text in [
        "it is 381654.",
        "381 654",
        "381-654",
        "３８１６５４",
        "٣٨١٦٥٤",
        "code=333831363534",
        "the correct-horse-battery",
        &encoded(""),
        &encoded("x"),
        &encoded("xy"),
    ] {
        assert!(!secrets.in_text("here", text).is_empty(), "{text}");
    }
    for text in
        ["1381654", "3816540", "{\"timestamp\":\"2026-01-01T00:00:00.381654Z\"}", "381 655", "correct horse"]
    {
        assert_eq!(secrets.in_text("here", text), [""; 0], "{text}");
    }
    let folder = tempfile::tempdir().unwrap();
    let at_a_seam = [vec![b'x'; PIECE - 3], b" 381654 ".to_vec(), vec![0xff; PIECE]].concat();
    std::fs::write(folder.path().join("file"), at_a_seam).unwrap();
    assert_eq!(secrets.in_files(folder.path(), &[]).len(), 1);
    assert_eq!(secrets.in_files(folder.path(), &["file"]), [""; 0]);
}
