//! The board, page by page.

use twofa_bridge::model::Notice;
use twofa_bridge::model::notice::{AccountLine, Board, BoardLine, Progress};

use super::{NOON, bella, name, status};

/// A board of several pages, and what else it may say.
pub(super) fn boards() -> Vec<Notice> {
    let account = |people: Vec<_>, frozen| AccountLine { handle: bella(), people, frozen };
    let lines = vec![
        BoardLine {
            account: account(vec![(name("Bella"), true), (name("Ann"), false)], false),
            more_people: 2,
            connected_at: Some(NOON),
            open: Some(status(Progress::Checking, None)),
        },
        BoardLine { account: account(vec![], true), more_people: 0, connected_at: None, open: None },
    ];
    let board = Board { at: NOON, accounts: 45, open: 1, page: 1, pages: 3, lines, is_closed: false };
    let one = Board { accounts: 2, page: 0, pages: 1, ..board.clone() };
    let closed = Board { is_closed: true, ..board.clone() };
    let none = Board { accounts: 0, open: 0, page: 0, pages: 1, lines: vec![], ..board.clone() };
    [none, one, board, closed].map(Notice::Board).into()
}
