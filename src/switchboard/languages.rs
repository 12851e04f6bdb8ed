//! Which language somebody is spoken to in: the one that their Telegram says, else English.

use crate::model::incoming::Speaker;
use crate::model::record::PostRecord;
use crate::model::{Address, Language, PersonId};

use super::Switchboard;

/// Whoever has said or done what is being handled, and which language their Telegram says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heard {
    person: PersonId,
    language: Option<Language>,
}

impl From<&Speaker> for Heard {
    fn from(speaker: &Speaker) -> Self {
        let language = speaker.language.as_deref().and_then(Language::negotiate);
        Self { person: speaker.id, language }
    }
}

impl Switchboard {
    /// The language of whoever reads in a chat. Groups are spoken to in English.
    pub(super) fn language_at(&self, to: Address) -> Language {
        if to.chat.0 > 0 { self.language_of(PersonId(to.chat.0)) } else { Language::default() }
    }

    /// The language of a message: that of its reader, or what it was when the message was made, if its reader is not
    /// remembered any more.
    pub(super) fn language_of_post(&self, post: &PostRecord) -> Language {
        let reader = PersonId(post.to.chat.0);
        self.remembered_language(reader).unwrap_or(post.language)
    }

    /// A person's language.
    pub(super) fn language_of(&self, person: PersonId) -> Language {
        self.remembered_language(person)
            .or_else(|| self.gone.get(&person).copied())
            // Somebody of whom nothing is remembered is answered in the language of what they have just written.
            .or_else(|| self.heard.filter(|heard| heard.person == person)?.language)
            .unwrap_or_default()
    }

    /// The language of a person who is remembered.
    pub(super) fn remembered_language(&self, person: PersonId) -> Option<Language> {
        self.book.person(&person)?.language.as_deref().and_then(Language::negotiate)
    }

    /// Forgets a person. That they are forgotten is still said in their language.
    pub(super) fn remove_person(&mut self, person: PersonId) {
        if self.book.person(&person).is_some() {
            self.gone.insert(person, self.language_of(person));
            self.book.remove_person(&person);
        }
    }
}
