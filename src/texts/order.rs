//! The words about who is asked first.

use crate::model::notice::{Choice, OrderSaid, WhoMay};

use super::{Button, Does, Texts, text};

impl Texts {
    pub(super) fn order(&self, said: &OrderSaid) -> String {
        let about = |id| {
            let after = said.next_after.unwrap_or_default();
            self.say(
                id,
                &[
                    text("handle", said.handle.as_str()),
                    text("names", &self.names(&said.people)),
                    text("duration", &self.duration(after)),
                ],
            )
        };
        let mut lines = match said.next_after {
            _ if said.people.len() < 2 => return self.about("order-only-you", &said.handle),
            None => vec![about("order-everybody")],
            Some(_) => vec![about("order-set")],
        };
        if said.next_after.is_some() {
            let people = said.people.iter().enumerate();
            lines.extend(people.map(|(at, name)| {
                let number = (at + 1).to_string();
                self.say("order-line", &[text("number", &number), text("name", name.as_str())])
            }));
        }
        match &said.who_may {
            WhoMay::You => lines.push(self.plain("order-how")),
            WhoMay::Other { name } => lines.push(self.say("order-other", &[text("name", name.as_str())])),
            WhoMay::Nobody => {}
        }
        lines.join("\n")
    }

    /// One button for each person who is not asked first already.
    pub(super) fn order_buttons(&self, said: &OrderSaid) -> Vec<Vec<Button>> {
        if said.who_may != WhoMay::You {
            return Vec::new();
        }
        let is_first = |place: u8| said.next_after.is_some() && place == 0;
        let people = said.people.iter().zip(0..=u8::MAX).filter(|(_, place)| !is_first(*place));
        let people = people.map(|(name, place)| {
            let name: String = name.as_str().chars().take(MOST_NAME).collect();
            let label = self.say("button-first", &[text("name", &name)]);
            vec![Button { label, does: Does::Choose(Choice::Person(place)) }]
        });
        let everybody = said.next_after.map(|_| vec![self.choice("button-everybody", Choice::Everybody)]);
        people.chain(everybody).collect()
    }
}

/// How much of a name stands in a button, in characters.
const MOST_NAME: usize = 16;
