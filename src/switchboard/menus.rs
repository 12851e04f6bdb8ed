//! Which command menu each person's chat has: managers have their own commands, and whoever chose a language reads them
//! in it. Everybody else has what everybody has, in the language of their Telegram.
//!
//! What a chat has is remembered, so that a start orders no more than what has changed.

use crate::model::PersonId;
use crate::model::record::Menu;

use super::Switchboard;
use super::command::Command;

impl Switchboard {
    /// After a start: the list of managers may be another, or a menu may not have been set before the process ended.
    pub(super) fn look_after_menus(&mut self) {
        let people: Vec<PersonId> = self.book.all_people().map(|person| person.id).collect();
        self.menus_due.extend(people);
    }

    /// Which menu of its own a person's chat is to have.
    fn wanted_menu(&self, person: PersonId) -> Option<Menu> {
        if self.is_manager(person) && self.book.person(&person).is_some() {
            return Some(Menu { is_managers: true, language: self.language_of(person) });
        }
        self.chosen_language(person).map(|language| Menu { is_managers: false, language })
    }

    /// Orders the menus that are not as they are to be.
    pub(super) fn emit_menus(&mut self) {
        for person in std::mem::take(&mut self.menus_due) {
            let wanted = self.wanted_menu(person);
            let Some(known) = self.book.person(&person) else {
                // What the chat of a stranger has is not remembered.
                self.ordered_menus.remove(&person);
                self.commands.push(Command::SetMenu { person, menu: wanted });
                continue;
            };
            let is_so = known.menu == wanted && !self.ordered_menus.contains_key(&person);
            if !is_so && self.ordered_menus.get(&person) != Some(&wanted) {
                self.ordered_menus.insert(person, wanted);
                self.commands.push(Command::SetMenu { person, menu: wanted });
            }
        }
    }

    /// A menu stands as ordered.
    pub(super) fn menu_set(&mut self, person: PersonId, menu: Option<Menu>) {
        if self.ordered_menus.get(&person) != Some(&menu) {
            // It is to be another by now, which was ordered after it.
            return;
        }
        self.ordered_menus.remove(&person);
        if let Some(known) = self.book.person_mut(&person) {
            known.menu = menu;
        }
    }
}
