//! Finding the code in what somebody wrote.

use icu_properties::props::{EnumeratedProperty, GeneralCategory};
use zeroize::Zeroizing;

use crate::model::Code;

/// What was found in a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// No code.
    Nothing,
    /// One code.
    One(Code),
    /// More than one thing that could be it. Which one is not guessed.
    Several,
    /// A login code of Telegram itself, which a bot may not ask for.
    TelegramsOwn,
}

/// What Telegram's own login messages say, in lower case: its name, in the scripts it writes it in, and the English
/// heading of the message.
const TELEGRAMS_WORDING: [&str; 8] =
    ["telegram", "телеграм", "тг-код", "تلگرام", "تيليجرام", "टेलीग्राम", "テレグラム", "login code:"];

/// The value of a decimal digit in any script.
///
/// Unicode keeps the ten digits of each script together and in order, and counts on it (the Unicode Standard,
/// chapter 4.6), so the distance from the start of a row of digits tells the value.
fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    let is_digit = |c: char| GeneralCategory::for_char(c) == GeneralCategory::DecimalNumber;
    if !is_digit(c) {
        return None;
    }
    let before = (1..=100)
        .take_while(|distance| {
            (c as u32).checked_sub(*distance).and_then(char::from_u32).is_some_and(is_digit)
        })
        .count();
    u8::try_from(before % 10).ok()
}

/// Marks that show nothing, or that dress a digit up: a keycap is a digit, a variation selector and a frame.
fn is_dress(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}' | '\u{20e3}' | '\u{ad}')
}

/// What people put between the digits of one code.
fn joins(c: char) -> bool {
    let is_space =
        c.is_whitespace() && !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}');
    is_space || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '·' | '_')
}

/// Rows of digits with nothing but joints between them.
type Group = Vec<Zeroizing<String>>;

/// The groups of digits in a text. A group that begins with `+` is a phone number and left out.
fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut group: Group = Vec::new();
    let mut is_phone_number = false;
    let mut joint = 0;
    let mut plus = false;
    let mut close = |group: &mut Group, is_phone_number: bool| {
        let closed = std::mem::take(group);
        if !closed.is_empty() && !is_phone_number {
            groups.push(closed);
        }
    };
    for c in text.chars().filter(|c| !is_dress(*c)) {
        if let Some(value) = digit(c) {
            if group.is_empty() {
                is_phone_number = plus;
                group.push(Zeroizing::new(String::new()));
            } else if joint > 0 {
                group.push(Zeroizing::new(String::new()));
            }
            if let Some(row) = group.last_mut() {
                row.push(char::from(b'0' + value));
            }
            joint = 0;
        } else if joins(c) && !group.is_empty() && joint < LONGEST_JOINT {
            joint += 1;
        } else {
            close(&mut group, is_phone_number);
            joint = 0;
        }
        plus = c == '+';
    }
    close(&mut group, is_phone_number);
    groups
}

/// The most characters between two rows of digits of one code: ` - `.
const LONGEST_JOINT: usize = 3;

/// Finds the code in a text: `min` to `max` digits in any script, in groups or not, with or without words around.
pub fn read_code(text: &str, min: u8, max: u8) -> Reading {
    let fits = |digits: &str| (usize::from(min)..=usize::from(max)).contains(&digits.len());
    let mut found: Vec<Zeroizing<String>> = Vec::new();
    let mut add = |digits: &Zeroizing<String>| {
        if fits(digits) && !found.contains(digits) {
            found.push(digits.clone());
        }
    };
    for group in groups(text) {
        for row in &group {
            add(row);
        }
        add(&Zeroizing::new(group.iter().map(|row| row.as_str()).collect()));
    }
    if !found.is_empty() {
        let lower = Zeroizing::new(text.to_lowercase());
        if TELEGRAMS_WORDING.iter().any(|wording| lower.contains(wording)) {
            return Reading::TelegramsOwn;
        }
    }
    match found.len() {
        0 => Reading::Nothing,
        1 => found.pop().and_then(Code::new).map_or(Reading::Nothing, Reading::One),
        _ => Reading::Several,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> String {
        match read_code(text, 4, 8) {
            Reading::Nothing => "nothing".to_owned(),
            Reading::One(code) => code.expose().to_owned(),
            Reading::Several => "several".to_owned(),
            Reading::TelegramsOwn => "telegram".to_owned(),
        }
    }

    #[test]
    fn a_code_is_understood_in_any_dress() {
        for text in [
            "123456",
            "123 456",
            "123-456",
            "12-34-56",
            "1 2 3 4 5 6",
            "123 - 456",
            "123\u{a0}456",
            "123–456",
            "it's 123456, thanks",
            "G-123456 is your code",
            "Code:\n123456\n\nThanks 2 you",
            "１２３４５６",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "१२३४५६",
            "𝟏𝟐𝟑𝟒𝟓𝟔",
            "𝟙𝟚𝟛𝟜𝟝𝟞",
            "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣",
            "\u{202a}123456\u{202c}",
            "123456 123456",
            "Call +1 555 0100 if lost. 123456",
        ] {
            assert_eq!(reading(text), "123456", "{text:?}");
        }
        assert_eq!(reading("0042"), "0042");
    }

    #[test]
    fn two_candidates_are_never_guessed_between() {
        for text in [
            "123456 or 654321",
            "123456\n654321",
            "1234 5678",
            "10 123456",
            "123456 654321",
            "code 123456 or 4711",
        ] {
            assert_eq!(reading(text), "several", "{text:?}");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in [
            "",
            "hello",
            "123",
            "123456789",
            "12:34",
            "½¾",
            "①②③④",
            "+491701234567",
            "1\n2\n3\n4",
            "12 34 56 78 90",
        ] {
            assert_eq!(reading(text), "nothing", "{text:?}");
        }
    }

    #[test]
    fn telegrams_own_login_code_is_recognised_by_its_wording_not_its_length() {
        for text in [
            "Login code: 12345. Do not give this code to anyone, even if they say they are from Telegram!",
            "Код подтверждения Телеграм: 12345",
            "my telegram code is 12345",
        ] {
            assert_eq!(reading(text), "telegram", "{text:?}");
        }
        assert_eq!(reading("12345"), "12345");
        assert_eq!(reading("is this from telegram?"), "nothing");
    }
}
