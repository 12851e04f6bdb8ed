//! The words of the list of accounts and of the board.

use crate::model::notice::{AccountLine, Board, BoardLine, Choice};

use super::{Button, Texts, number, text};

impl Texts {
    /// Who is linked to each account.
    pub(super) fn accounts(&self, accounts: &[AccountLine], more: u64) -> String {
        if accounts.is_empty() {
            return self.plain("accounts-none");
        }
        let mut lines = vec![self.plain("accounts-head")];
        lines.extend(accounts.iter().map(|account| self.account_line(account, 0)));
        self.add_more(&mut lines, more);
        lines.join("\n")
    }

    fn account_line(&self, account: &AccountLine, more: u64) -> String {
        let names = account.people.iter().map(|(name, reachable)| {
            if *reachable {
                name.as_str().to_owned()
            } else {
                self.say("name-unreachable", &[text("name", name.as_str())])
            }
        });
        let mut names: Vec<String> = names.collect();
        if more > 0 {
            names.push(format!("+{more}"));
        }
        let names = if names.is_empty() { self.plain("people-none") } else { names.join(", ") };
        let id = if account.frozen { "accounts-line-frozen" } else { "accounts-line" };
        self.say(id, &[text("handle", account.handle.as_str()), text("names", &names)])
    }

    /// A page of the board.
    pub(super) fn board(&self, board: &Board) -> String {
        if board.accounts == 0 {
            return self.plain("accounts-none");
        }
        let mut lines = vec![self.say(
            "board-head",
            &[
                number("accounts", board.accounts),
                number("open", board.open),
                text("time", &self.time(board.at)),
            ],
        )];
        if board.pages > 1 {
            lines.push(
                self.say("board-page", &[number("page", board.page + 1), number("pages", board.pages)]),
            );
        }
        lines.push(String::new());
        for line in &board.lines {
            self.board_line(&mut lines, line, board);
        }
        if board.is_closed {
            lines.push(String::new());
            lines.push(self.plain("board-closed"));
        }
        lines.join("\n")
    }

    fn board_line(&self, lines: &mut Vec<String>, line: &BoardLine, board: &Board) {
        let account = self.account_line(&line.account, line.more_people);
        let connected = match line.connected_at {
            Some(at) => self.say("board-connected", &[text("time", &self.date(at))]),
            None => self.plain("board-never"),
        };
        lines.push(format!("{account} · {connected}"));
        if let Some(open) = &line.open {
            lines.push(self.say(
                "board-open",
                &[
                    text("duration", &self.duration(board.at.since(open.started_at).as_secs())),
                    text("tag", &open.tag.to_string()),
                    text("progress", &self.progress(&open.progress)),
                ],
            ));
        }
    }

    pub(super) fn board_buttons(&self, board: &Board) -> Vec<Vec<Button>> {
        let mut row = Vec::new();
        if !board.is_closed && board.page > 0 {
            row.push(self.choice("button-previous-page", Choice::PreviousPage));
        }
        if !board.is_closed && board.page + 1 < board.pages {
            row.push(self.choice("button-next-page", Choice::NextPage));
        }
        if row.is_empty() { Vec::new() } else { vec![row] }
    }
}
