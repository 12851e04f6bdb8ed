//! Making inputs: breaking good ones where it matters, and making some of nothing.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Pieces that have broken readers before.
const PIECES: [&str; 24] = [
    "",
    " ",
    "\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "１２３４",
    "٣٤٥٦",
    "१२३४",
    "é",
    "🔑",
    "@",
    "/",
    "\\",
    "\"",
    "{",
    "]",
    "..",
    "%00",
    "-1",
    "1e309",
    "18446744073709551616",
    "\u{10ffff}",
];

/// One of them.
pub(super) fn one<'a>(random: &mut Rng, of: &[&'a str]) -> &'a str {
    of[random.usize(0..of.len())]
}

/// Text, out of nothing.
pub(super) fn noise(random: &mut Rng) -> String {
    let length = if random.u8(..) == 0 { random.usize(0..2_000) } else { random.usize(0..24) };
    (0..length)
        .map(|_| match random.u8(0..8) {
            0..4 => char::from(random.u8(0x20..0x7f)),
            4 => char::from(random.u8(..)),
            5 => char::from(b'0' + random.u8(0..10)),
            6 => char::from_u32(random.u32(0..0x3000)).unwrap_or('x'),
            _ => random.char(..),
        })
        .collect()
}

/// A text with some of it broken; now and then as it was.
pub(super) fn broken(random: &mut Rng, text: &str) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..random.u8(0..4) {
        let at = random.usize(0..=characters.len());
        match random.u8(0..7) {
            0 if at < characters.len() => drop(characters.remove(at)),
            1 if at < characters.len() => characters[at] = random.char(..),
            2 => characters.truncate(at),
            3 => {
                let piece: Vec<char> = characters[at..characters.len().min(at + 8)].to_vec();
                let copies = random.usize(1..6);
                (0..copies).for_each(|_| drop(characters.splice(at..at, piece.clone())));
            }
            4 => {
                let random_piece = noise(random);
                characters.splice(at..at, random_piece.chars());
            }
            _ => drop(characters.splice(at..at, one(random, &PIECES).chars())),
        }
    }
    characters.into_iter().collect()
}

/// A JSON value with some of it broken: members lost, renamed, doubled in depth, of another kind.
pub(super) fn broken_value(random: &mut Rng, value: &Value) -> Value {
    if random.u8(0..24) == 0 {
        return any_value(random, 2);
    }
    match value {
        Value::Object(members) => {
            let mut all = Map::new();
            for (name, member) in members {
                match random.u8(0..32) {
                    0 => {}
                    1 => drop(all.insert(broken(random, name), member.clone())),
                    2 => drop(all.insert(name.clone(), json!({ name.as_str(): member }))),
                    _ => drop(all.insert(name.clone(), broken_value(random, member))),
                }
            }
            Value::Object(all)
        }
        Value::Array(items) => items.iter().map(|item| broken_value(random, item)).collect(),
        Value::String(text) if random.u8(0..4) == 0 => Value::String(broken(random, text)),
        Value::Number(_) if random.u8(0..4) == 0 => {
            let numbers =
                [json!(0), json!(-1), json!(1.5), json!(u64::MAX), json!(1e300), json!(random.u16(..))];
            numbers[random.usize(0..numbers.len())].clone()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

fn any_value(random: &mut Rng, depth: u8) -> Value {
    match random.u8(0..if depth == 0 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(random.i64(..)),
        3 => json!(random.f64() * 1e300),
        4 => json!(one(random, &PIECES)),
        5 => json!(noise(random)),
        6 => (0..random.u8(0..4)).map(|_| any_value(random, depth - 1)).collect(),
        _ => Value::Object(
            (0..random.u8(0..4)).map(|_| (noise(random), any_value(random, depth - 1))).collect(),
        ),
    }
}

/// A JSON body: a good one whose members or whose bytes are broken.
pub(super) fn body(random: &mut Rng, good: &Value) -> Vec<u8> {
    let value = broken_value(random, good);
    let text = value.to_string();
    match random.u8(0..8) {
        0 => broken(random, &text).into_bytes(),
        1 => broken_bytes(random, text.into_bytes()),
        _ => text.into_bytes(),
    }
}

/// Bytes with some of them broken.
fn broken_bytes(random: &mut Rng, mut bytes: Vec<u8>) -> Vec<u8> {
    for _ in 0..random.u8(0..4) {
        let at = random.usize(0..=bytes.len());
        match random.u8(0..4) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.u8(0..8),
            1 => bytes.truncate(at),
            2 => bytes.insert(at, random.u8(..)),
            _ if at < bytes.len() => drop(bytes.remove(at)),
            _ => {}
        }
    }
    bytes
}
