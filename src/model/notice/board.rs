//! Accounts as managers see them: a list of them, and the board with what happens to each.

use serde::{Deserialize, Serialize};

use super::Status;
use crate::model::{Handle, Name, Timestamp};

/// One account of [`super::Notice::Accounts`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountLine {
    /// The account.
    pub handle: Handle,
    /// Who is linked, and whether they can be reached.
    pub people: Vec<(Name, bool)>,
    /// Whether *Not me* has stopped it.
    pub frozen: bool,
}

/// A page of the board.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Board {
    /// How things were at that moment.
    pub at: Timestamp,
    /// How many accounts there are, on all pages.
    pub accounts: u64,
    /// How many of them have something open.
    pub open: u64,
    /// Which page it is; the first is 0.
    pub page: u32,
    /// How many pages there are; at least one.
    pub pages: u32,
    /// The accounts on this page.
    pub lines: Vec<BoardLine>,
    /// Whether its pages can be turned no longer.
    pub is_closed: bool,
}

/// One account of a board.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BoardLine {
    /// What it is called, the first of those who are linked, and whether it is stopped.
    pub account: AccountLine,
    /// How many more are linked.
    pub more_people: u64,
    /// When it was last connected; none: never, as far as is known here.
    pub connected_at: Option<Timestamp>,
    /// What is open.
    pub open: Option<Status>,
}
