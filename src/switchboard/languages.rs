//! Which language somebody is spoken to in: the one that they chose, else the one that their Telegram says, else English.
//!
//! Groups have a language of their own, which the operator sets: what one reads there, all read.

use std::collections::VecDeque;

use crate::model::incoming::{Press, Speaker};
use crate::model::notice::Choice;
use crate::model::record::PostRecord;
use crate::model::{Address, Language, Notice, OfferWord, PersonId, PostId};

use super::Switchboard;
use super::command::{Command, Show};
use super::limits::MOST_STRANGERS;
use super::posts::Asker;

/// What stands in the buttons of languages instead of an offer's word: they are good for everybody, for ever, and do no
/// more to whoever presses them than `/language` does, so nothing has to be looked up or remembered.
const WORD: &str = "language";

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

/// What people chose of whom nothing is remembered: nothing is put on disk about them, so it holds until the process
/// ends, or as many others have chosen after them as are kept.
#[derive(Debug, Default)]
pub(super) struct Strangers(VecDeque<(PersonId, Language)>);

impl Strangers {
    /// What somebody chose.
    fn choice_of(&self, person: PersonId) -> Option<Language> {
        self.0.iter().find(|(it, _)| *it == person).map(|(_, language)| *language)
    }

    /// They choose another, or that of their Telegram.
    fn choose(&mut self, person: PersonId, language: Option<Language>) {
        self.forget(person);
        self.0.extend(language.map(|language| (person, language)));
        while self.0.len() > MOST_STRANGERS {
            self.0.pop_front();
        }
    }

    fn forget(&mut self, person: PersonId) {
        self.0.retain(|(it, _)| *it != person);
    }

    /// How many are kept.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Switchboard {
    /// The language of whoever reads in a chat.
    pub(super) fn language_at(&self, to: Address) -> Language {
        if to.chat.0 > 0 { self.language_of(PersonId(to.chat.0)) } else { self.settings.group_language }
    }

    /// The language of a message: that of its reader, or what it was when the message was made, if its reader is not
    /// remembered any more.
    pub(super) fn language_of_post(&self, post: &PostRecord) -> Language {
        if post.to.chat.0 <= 0 {
            return self.settings.group_language;
        }
        let person = PersonId(post.to.chat.0);
        self.known_language(person).or_else(|| self.gone.get(&person).copied()).unwrap_or(post.language)
    }

    /// A person's language.
    pub(super) fn language_of(&self, person: PersonId) -> Language {
        self.known_language(person)
            .or_else(|| self.gone.get(&person).copied())
            // Somebody of whom nothing is remembered is answered in the language of what they have just written.
            .or_else(|| self.heard.filter(|heard| heard.person == person)?.language)
            .unwrap_or_default()
    }

    /// What a person chose, or the language that their Telegram says as far as that is remembered.
    fn known_language(&self, person: PersonId) -> Option<Language> {
        self.chosen_language(person)
            .or_else(|| self.book.person(&person)?.language.as_deref().and_then(Language::negotiate))
    }

    /// What a person chose.
    pub(super) fn chosen_language(&self, person: PersonId) -> Option<Language> {
        let remembered = self.book.person(&person).and_then(|known| known.chosen_language);
        remembered.or_else(|| self.strangers.choice_of(person))
    }

    /// Forgets a person. That they are forgotten is still said in their language.
    pub(super) fn remove_person(&mut self, person: PersonId) {
        if self.book.person(&person).is_some() || self.strangers.choice_of(person).is_some() {
            self.gone.insert(person, self.language_of(person));
            let has_menu = self.book.person(&person).is_none_or(|known| known.menu.is_some());
            if has_menu || self.ordered_menus.contains_key(&person) || self.chosen_language(person).is_some()
            {
                self.menus_due.insert(person);
            }
            self.strangers.forget(person);
            self.book.remove_person(&person);
        }
    }

    /// `/language`, `/language de`: in private.
    pub(super) fn language_command(&mut self, person: PersonId, arguments: &[&str], asker: Asker) {
        if let [text] = arguments
            && let Some(language) = Language::parse(text)
        {
            self.choose_language(person, Some(language));
        }
        let offer = Some(OfferWord(WORD.to_owned()));
        self.reply_with(asker, Notice::Languages, offer, None);
    }

    /// The button of a language, or of none: from here on it is spoken, also by the message with the buttons. None if
    /// that is not what was pressed.
    pub(super) fn language_pressed(&mut self, press: &Press) -> Option<Notice> {
        let (WORD, letter) = press.data.split_once('.')? else { return None };
        let choice = Choice::from_letter(letter)?;
        let chosen = if let Choice::Language(language) = choice { Some(language) } else { None };
        if chosen.is_none() && choice != Choice::TelegramLanguage {
            return None;
        }
        let person = press.speaker.id;
        let to = press.at.filter(|at| *at == person.chat())?;
        self.choose_language(person, chosen);
        // Nothing that must arrive: whoever has pressed sees from what they are told that it is so.
        let index = self.draw();
        self.commands.push(Command::Show(Show {
            post: PostId(self.seed.number(index)),
            revision: 0,
            to,
            edit: Some(press.message?),
            notice: Notice::Languages,
            offer: Some(OfferWord(WORD.to_owned())),
            link: None,
            language: self.language_of(person),
            urgent: false,
            silent: false,
        }));
        Some(Notice::Noted)
    }

    /// Speaks a language with a person from here on, or that of their Telegram; also in what stands open in their chat.
    fn choose_language(&mut self, person: PersonId, language: Option<Language>) {
        let before = self.language_of(person);
        match self.book.person(&person).map(|known| known.chosen_language) {
            Some(chosen) if chosen == language => {}
            Some(_) => {
                if let Some(known) = self.book.person_mut(&person) {
                    known.chosen_language = language;
                }
                // They may have chosen before they were known.
                self.strangers.forget(person);
            }
            None => self.strangers.choose(person, language),
        }
        self.menus_due.insert(person);
        if before != self.language_of(person) {
            self.show_in_another_language(person);
        }
    }

    /// What may still change in a person's chat is said anew.
    fn show_in_another_language(&mut self, person: PersonId) {
        let theirs = self.book.all_posts().filter(|post| post.to == person.chat() && post.living);
        let theirs: Vec<PostId> = theirs.map(|post| post.id).collect();
        for id in theirs {
            self.show_again(id);
        }
    }
}
