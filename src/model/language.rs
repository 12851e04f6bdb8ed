//! The languages that people are spoken to in, and which of them somebody reads.

use serde::{Deserialize, Serialize};

/// A language that there are words in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Language {
    /// English; also for whoever reads none of the others, as far as we know.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Portuguese, as in Brazil.
    #[serde(rename = "pt-BR")]
    Portuguese,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// German.
    #[serde(rename = "de")]
    German,
    /// Italian.
    #[serde(rename = "it")]
    Italian,
    /// Romanian.
    #[serde(rename = "ro")]
    Romanian,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Ukrainian.
    #[serde(rename = "uk")]
    Ukrainian,
    /// Polish.
    #[serde(rename = "pl")]
    Polish,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::English,
        Self::Spanish,
        Self::Portuguese,
        Self::French,
        Self::German,
        Self::Italian,
        Self::Romanian,
        Self::Russian,
        Self::Ukrainian,
        Self::Polish,
    ];

    /// Its tag by BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Portuguese => "pt-BR",
            Self::French => "fr",
            Self::German => "de",
            Self::Italian => "it",
            Self::Romanian => "ro",
            Self::Russian => "ru",
            Self::Ukrainian => "uk",
            Self::Polish => "pl",
        }
    }

    /// Its two letters by ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::Portuguese => "pt",
            Self::English
            | Self::Spanish
            | Self::French
            | Self::German
            | Self::Italian
            | Self::Romanian
            | Self::Russian
            | Self::Ukrainian
            | Self::Polish => self.tag(),
        }
    }

    /// What it calls itself: whoever looks for their language finds it, whatever stands around it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
            Self::Portuguese => "Português (Brasil)",
            Self::French => "Français",
            Self::German => "Deutsch",
            Self::Italian => "Italiano",
            Self::Romanian => "Română",
            Self::Russian => "Русский",
            Self::Ukrainian => "Українська",
            Self::Polish => "Polski",
        }
    }

    /// The language of a tag as Telegram's clients send it (`pt`, `pt-br`, `es-419`): the region makes no difference, for
    /// whoever reads a language reads it as it is spoken elsewhere. None, if there are no words in it.
    pub fn negotiate(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The language that somebody writes down: by its tag, its own name, or its English one.
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.to_lowercase();
        let is_called = |language: &Self| {
            let own_name = language.own_name().to_lowercase();
            own_name.split(' ').next() == Some(&name) || format!("{language:?}").to_lowercase() == name
        };
        Self::negotiate(text).filter(|_| is_tag(text)).or_else(|| Self::ALL.into_iter().find(is_called))
    }
}

/// Whether a text looks like a language's tag: two letters, perhaps with a region.
fn is_tag(text: &str) -> bool {
    text.len() == 2 || text.as_bytes().get(2).is_some_and(|byte| b"-_".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tags_of_telegrams_clients_are_understood() {
        for (tag, language) in [
            ("en", Language::English),
            ("en-GB", Language::English),
            ("es-419", Language::Spanish),
            ("pt", Language::Portuguese),
            ("pt-br", Language::Portuguese),
            ("pt-pt", Language::Portuguese),
            ("PT_BR", Language::Portuguese),
            ("uk", Language::Ukrainian),
            ("ro-MD", Language::Romanian),
        ] {
            assert_eq!(Language::negotiate(tag), Some(language), "{tag}");
        }
        for tag in ["", "-", "ja", "ukr", "e", "zh-hans", "de\u{202e}"] {
            assert_eq!(Language::negotiate(tag), None, "{tag:?}");
        }
    }

    #[test]
    fn a_language_is_understood_by_any_of_its_names() {
        for text in ["de", "DE", "de-AT", "deutsch", "Deutsch", "german", "German"] {
            assert_eq!(Language::parse(text), Some(Language::German), "{text}");
        }
        for text in ["português", "pt-BR", "portuguese"] {
            assert_eq!(Language::parse(text), Some(Language::Portuguese), "{text}");
        }
        assert_eq!(Language::parse("УКРАЇНСЬКА"), Some(Language::Ukrainian));
        for text in ["", "klingon", "d", "deu", "(brasil)", "xx"] {
            assert_eq!(Language::parse(text), None, "{text:?}");
        }
        for language in Language::ALL {
            assert_eq!(Language::parse(language.tag()), Some(language));
            assert_eq!(Language::parse(language.own_name().split(' ').next().unwrap()), Some(language));
        }
    }

    #[test]
    fn a_language_is_remembered_by_its_tag() {
        for language in Language::ALL {
            assert_eq!(serde_json::to_string(&language).unwrap(), format!("\"{}\"", language.tag()));
        }
    }
}
