//! Who is asked first about an account.

use serde::{Deserialize, Serialize};

use crate::model::{Handle, Name};

/// Who is asked first about an account. Button *Everybody at once* and one for each person, for whoever may change it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OrderSaid {
    /// The account.
    pub handle: Handle,
    /// Who is linked, in the order in which they are asked.
    pub people: Vec<Name>,
    /// After how many whole seconds the next is asked; none if all are asked at once.
    pub next_after: Option<u64>,
    /// Who may change it.
    pub who_may: WhoMay,
}

/// Who may change the order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhoMay {
    /// Whoever reads this, with the buttons.
    You,
    /// Somebody else, who accepted first.
    Other {
        /// Who.
        name: Name,
    },
    /// Nobody by this message: nobody else is linked, or the time to press its buttons is over.
    Nobody,
}
