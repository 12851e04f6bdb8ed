//! What a button means, and how that stands in callback data.

use crate::model::Language;

/// A button's meaning. Together with the offer it was made for, it says what pressing it does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Choice {
    /// *Accept*
    Accept,
    /// *Decline*
    Decline,
    /// *Not me*
    NotMe,
    /// *Later*
    Later,
    /// *15 minutes*
    InAQuarter,
    /// *1 hour*
    InAnHour,
    /// *Tonight*
    Tonight,
    /// *Send the email again*
    SendEmail,
    /// *I have done it*
    FaceDone,
    /// *Allow again*
    AllowAgain,
    /// *Cancel*
    Cancel,
    /// *Invite*
    Invite,
    /// *Revoke*
    Revoke,
    /// *I am ready*
    Ready,
    /// *Not now*
    NotNow,
    /// *Forget me*
    Forget,
    /// *Nudge*
    Nudge,
    /// *Another*
    Another,
    /// *Earlier*
    Earlier,
    /// *I can read this*
    CanRead,
    /// *Everybody at once*
    Everybody,
    /// *Reconnect*
    Reconnect,
    /// *Next page*
    NextPage,
    /// *Previous page*
    PreviousPage,
    /// One of several accounts, by its place.
    Account(u8),
    /// One of several people, by their place.
    Person(u8),
    /// A language, by its own name.
    Language(Language),
    /// *As in Telegram*: no language of one's own choice.
    TelegramLanguage,
}

/// The fixed choices and their letters in callback data.
const LETTERS: [(Choice, &str); 25] = [
    (Choice::Accept, "y"),
    (Choice::Decline, "n"),
    (Choice::NotMe, "x"),
    (Choice::Later, "l"),
    (Choice::InAQuarter, "q"),
    (Choice::InAnHour, "h"),
    (Choice::Tonight, "t"),
    (Choice::SendEmail, "e"),
    (Choice::FaceDone, "f"),
    (Choice::AllowAgain, "a"),
    (Choice::Cancel, "c"),
    (Choice::Invite, "i"),
    (Choice::Revoke, "r"),
    (Choice::Ready, "g"),
    (Choice::NotNow, "o"),
    (Choice::Forget, "d"),
    (Choice::Nudge, "u"),
    (Choice::Another, "m"),
    (Choice::Earlier, "b"),
    (Choice::CanRead, "k"),
    (Choice::Everybody, "v"),
    (Choice::Reconnect, "w"),
    (Choice::NextPage, "pn"),
    (Choice::PreviousPage, "pp"),
    (Choice::TelegramLanguage, "s"),
];

/// What stands before a language's tag in callback data.
const LANGUAGE: char = '=';

/// What stands before a person's place in callback data.
const PERSON: char = '#';

impl Choice {
    /// How it stands in callback data.
    pub fn letter(self) -> String {
        if let Self::Account(index) = self {
            return index.to_string();
        }
        if let Self::Person(index) = self {
            return format!("{PERSON}{index}");
        }
        if let Self::Language(language) = self {
            return format!("{LANGUAGE}{}", language.tag());
        }
        LETTERS
            .iter()
            .find(|(choice, _)| *choice == self)
            .map_or_else(String::new, |(_, letter)| (*letter).to_owned())
    }

    /// Reads what stands in callback data.
    pub fn from_letter(letter: &str) -> Option<Self> {
        if let Some((choice, _)) = LETTERS.iter().find(|(_, known)| *known == letter) {
            return Some(*choice);
        }
        if let Some(tag) = letter.strip_prefix(LANGUAGE) {
            return Language::ALL.into_iter().find(|it| it.tag() == tag).map(Self::Language);
        }
        let number = |text: &str| -> Option<u8> {
            text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
        };
        if let Some(place) = letter.strip_prefix(PERSON) {
            return number(place).map(Self::Person);
        }
        number(letter).map(Self::Account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_choice_survives_its_way_through_callback_data() {
        let accounts = [Choice::Account(0), Choice::Account(255), Choice::Person(0), Choice::Person(255)];
        let languages = Language::ALL.map(Choice::Language);
        let all = LETTERS.iter().map(|(choice, _)| *choice).chain(accounts).chain(languages);
        for choice in all {
            assert_eq!(Choice::from_letter(&choice.letter()), Some(choice));
        }
        for forged in ["", "z", "256", "+1", "-1", "yy", "１", "=", "=xx", "de", "#", "#256", "#-1"] {
            assert_eq!(Choice::from_letter(forged), None, "{forged:?}");
        }
    }
}
