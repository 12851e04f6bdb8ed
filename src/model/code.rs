//! What a human sends back, from the moment it is heard: nothing here prints, and it is wiped when dropped.

use std::fmt;

use zeroize::Zeroizing;

/// A one-time code on its way from the person who holds it to the account API.
///
/// It has no `Display` and no `Serialize`; only `expose` reads it, and only the account API's client calls that.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(Zeroizing<String>);

impl Code {
    /// The account API's limit, in characters.
    pub const MOST: usize = 16;

    /// Makes a code of ASCII digits; `None` if it is anything else, empty, or longer than the API takes.
    pub fn new(digits: Zeroizing<String>) -> Option<Self> {
        let fits =
            (1..=Self::MOST).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then_some(Self(digits))
    }

    /// The digits, for the request body that submits them.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(••••)")
    }
}

/// What somebody wrote to the bot. It may hold a code, so it does not print and is wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Said(Zeroizing<String>);

impl Said {
    /// Takes a message's text.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text, for whoever decides what it means.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Said(••••)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_digits_within_the_limit_of_the_api_and_does_not_print() {
        let code = |text: &str| Code::new(Zeroizing::new(text.to_owned()));
        assert!(code("").is_none() && code("12a4").is_none() && code("١٢٣٤").is_none());
        assert!(code(&"1".repeat(17)).is_none() && code(&"1".repeat(16)).is_some());
        assert_eq!(
            format!("{:?} {:?}", code("123456"), Said::new("123456".into())),
            "Some(Code(••••)) Said(••••)"
        );
    }
}
