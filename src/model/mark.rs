//! A mark: two pictures by which a person knows a question of ours from one that somebody else has made up.

use serde::{Deserialize, Serialize};

use super::ids::Seed;

/// Pictures that are hard to mistake for one another, each of one character that every client shows as a picture.
const PICTURES: [char; 64] = [
    '🐶', '🐱', '🐭', '🐰', '🦊', '🐻', '🐼', '🐨', '🐯', '🦁', '🐮', '🐷', '🐸', '🐵', '🐔', '🐧', '🦆',
    '🦉', '🐴', '🦄', '🐝', '🦋', '🐌', '🐞', '🐢', '🐙', '🐳', '🐬', '🐘', '🦒', '🌵', '🌲', '🌻', '🌙',
    '🔥', '🌈', '🍎', '🍋', '🍌', '🍉', '🍇', '🍓', '🍒', '🍍', '🥥', '🥑', '🌽', '🥕', '🍩', '🎂', '🎈',
    '🎁', '🎸', '🎺', '🥁', '🎲', '🚲', '🚀', '🔑', '🎩', '👑', '💎', '🔔', '🧲',
];

/// Two pictures that stand in every question to one person about one account, and that nobody else is shown.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mark(String);

impl Mark {
    /// The two pictures.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Seed {
    /// A random mark, of two pictures that are not the same.
    pub fn mark(&self, index: u32) -> Mark {
        let count = u64::try_from(PICTURES.len()).unwrap_or(1);
        let number = self.number(index);
        let first = number % count;
        // The second is one of the others.
        let second = (first + 1 + number / count % (count - 1)) % count;
        let picture = |at: u64| usize::try_from(at).ok().and_then(|at| PICTURES.get(at).copied());
        Mark([first, second].into_iter().filter_map(picture).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_mark_is_two_pictures_that_differ() {
        let all: BTreeSet<char> = PICTURES.into_iter().collect();
        assert_eq!(all.len(), PICTURES.len());
        let marks: BTreeSet<Mark> = (0..20_000).map(|index| Seed([3; 32]).mark(index)).collect();
        for mark in &marks {
            let pictures: Vec<char> = mark.as_str().chars().collect();
            assert!(pictures.len() == 2 && pictures[0] != pictures[1], "{mark:?}");
        }
        assert!(marks.len() > 3_900, "{} of 4032 came up", marks.len());
    }
}
