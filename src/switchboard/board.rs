//! What managers read about accounts: all of them, the board with what happens to each, and one by itself.
//!
//! A board that one message cannot hold has pages. It is a post like any other that changes, so its buttons work
//! after a restart, too; turning a page shows how things are by then. Whatever is open comes first.

use crate::model::notice::{AccountLine, Board, BoardLine, Choice, Progress, Status};
use crate::model::record::{Audience, Matter, OfferRecord, Stage};
use crate::model::{AccountId, ChatId, Name, Notice, PostId};

use super::Switchboard;
use super::limits::{BOARD_LIFETIME, MOST_BOARD_LINES, MOST_BOARD_NAMES, MOST_LINES};
use super::posts::{Asker, NewPost};

/// What the lines of one page may take of the 4,096 characters of a message; the rest is for what stands around them.
const PAGE_ROOM: usize = 3_700;

/// What the words of a line take at most in any language, apart from names.
const LINE_WORDS: usize = 150;

/// What the words around a name take at most.
const NAME_WORDS: usize = 40;

/// What the words about something open take at most, apart from names.
const OPEN_WORDS: usize = 420;

impl Switchboard {
    /// `/accounts` for a manager.
    pub(super) fn all_accounts(&mut self, asker: Asker) {
        let known = self.known_accounts();
        let more = u64::try_from(known.len().saturating_sub(MOST_LINES)).unwrap_or(u64::MAX);
        let accounts =
            known.into_iter().take(MOST_LINES).map(|(_, account)| self.account_line(&account)).collect();
        self.reply(asker, Notice::Accounts { accounts, more });
    }

    fn account_line(&self, account: &AccountId) -> AccountLine {
        let people = self.book.people_of(account).into_iter().map(|person| {
            let reachable = self.book.person(&person).is_some_and(|person| person.reachable);
            (self.name_of(person), reachable)
        });
        AccountLine {
            handle: self.handle_of(account),
            people: people.collect(),
            frozen: self.is_frozen(account),
        }
    }

    /// `/status`
    pub(super) fn show_board(&mut self, asker: Asker) {
        let board = self.board(0);
        if board.pages == 1 {
            return self.reply(asker, Notice::Board(board));
        }
        self.close_boards_in(asker.at.chat);
        let post = self.post_id();
        let until = self.now.plus(BOARD_LIFETIME);
        let offer = self.offer(Audience::Managers, Matter::Board { post }, until);
        let new = NewPost { offer: Some(offer), ..NewPost::living(asker.at, Notice::Board(board)) };
        self.post_as(post, new);
    }

    /// *Next page*, *Previous page*.
    pub(super) fn turn_board(&mut self, post: PostId, choice: Choice) -> Option<()> {
        let Notice::Board(shown) = &self.book.post(&post)?.notice else { return None };
        let page = if choice == Choice::NextPage {
            shown.page.checked_add(1)?
        } else if choice == Choice::PreviousPage {
            shown.page.checked_sub(1)?
        } else {
            return None;
        };
        let board = self.board(page);
        self.repost(post, Notice::Board(board), true);
        Some(())
    }

    /// The pages of a board can be turned no longer, and it says so.
    pub(super) fn close_board(&mut self, post: PostId) {
        let Some(Notice::Board(shown)) = self.book.post(&post).map(|it| it.notice.clone()) else { return };
        self.repost(post, Notice::Board(Board { is_closed: true, ..shown }), false);
    }

    /// A chat has one board with buttons, the newest, so there are never more of them than chats.
    fn close_boards_in(&mut self, chat: ChatId) {
        let stands_here = |offer: &OfferRecord| {
            let Matter::Board { post } = &offer.about else { return None };
            self.book.post(post).filter(|it| it.to.chat == chat).map(|it| it.id)
        };
        let former: Vec<PostId> = self.book.all_offers().filter_map(stands_here).collect();
        for post in former {
            self.close_board(post);
        }
    }

    /// A page of the board, or the last one if there are fewer by now.
    fn board(&self, page: u32) -> Board {
        let lines = self.board_lines();
        let open = lines.iter().filter(|line| line.open.is_some()).count();
        let accounts = lines.len();
        let mut pages = paged(lines);
        let last = pages.len() - 1;
        let page = usize::try_from(page).unwrap_or(last).min(last);
        Board {
            at: self.now,
            accounts: u64::try_from(accounts).unwrap_or(u64::MAX),
            open: u64::try_from(open).unwrap_or(u64::MAX),
            page: u32::try_from(page).unwrap_or(u32::MAX),
            pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
            lines: pages.swap_remove(page),
            is_closed: false,
        }
    }

    /// Every account, those with something open first.
    fn board_lines(&self) -> Vec<BoardLine> {
        let mut open = self.open_statuses();
        let mut lines: Vec<BoardLine> = self
            .known_accounts()
            .into_iter()
            .map(|(_, account)| {
                let mut line = self.account_line(&account);
                let more = line.people.len().saturating_sub(MOST_BOARD_NAMES);
                line.people.truncate(MOST_BOARD_NAMES);
                BoardLine {
                    more_people: u64::try_from(more).unwrap_or(u64::MAX),
                    connected_at: self.book.account(&account).and_then(|it| it.connected_at),
                    open: open.remove(&(line.handle.clone(), account)).map(brief),
                    account: line,
                }
            })
            .collect();
        lines.sort_by_key(|line| line.open.is_none());
        lines
    }

    /// `/status @account`: what is open, else what was last, else who is linked.
    pub(super) fn one_status(&mut self, account: &AccountId, asker: Asker) {
        let handle = self.handle_of(account);
        let open = self.open_statuses().remove(&(handle, account.clone()));
        let last = || {
            self.book
                .attempts_of(account)
                .max_by_key(|attempt| match &attempt.stage {
                    Stage::Ended { at, .. } => *at,
                    Stage::Watching
                    | Stage::Triggering
                    | Stage::Stuck
                    | Stage::Asking(_)
                    | Stage::Checking(..) => attempt.started_at,
                })
                .map(|attempt| self.status_of(attempt))
        };
        let notice = match open.or_else(last) {
            Some(status) => Notice::Open { attempts: vec![status], more: 0 },
            None => Notice::Accounts { accounts: vec![self.account_line(account)], more: 0 },
        };
        self.reply(asker, notice);
    }
}

/// A status with so few names that a line of the board holds it, and without what is not said there.
fn brief(mut status: Status) -> Status {
    status.remark = None;
    match &mut status.progress {
        Progress::AskingReady { names }
        | Progress::Waiting { names, .. }
        | Progress::WaitingAfterWrong { names, .. } => names.truncate(MOST_BOARD_NAMES),
        Progress::ReadyTooOften { .. }
        | Progress::ReadyQuiet { .. }
        | Progress::Starting
        | Progress::Working
        | Progress::WaitingForALink { .. }
        | Progress::AskedTooOften { .. }
        | Progress::Postponed { .. }
        | Progress::Checking
        | Progress::Unusual { .. }
        | Progress::Ended { .. } => {}
    }
    status
}

/// Puts as many lines on each page as a message surely holds, whatever the language.
fn paged(lines: Vec<BoardLine>) -> Vec<Vec<BoardLine>> {
    let mut pages = vec![Vec::new()];
    let mut room = PAGE_ROOM;
    for line in lines {
        let takes = room_of(&line);
        let is_full = |page: &Vec<BoardLine>| page.len() >= MOST_BOARD_LINES || takes > room;
        if pages.last().is_none_or(|page| is_full(page) && !page.is_empty()) {
            pages.push(Vec::new());
            room = PAGE_ROOM;
        }
        room = room.saturating_sub(takes);
        if let Some(page) = pages.last_mut() {
            page.push(line);
        }
    }
    pages
}

/// How many characters a line takes at most, as Telegram counts them.
fn room_of(line: &BoardLine) -> usize {
    let name = |name: &Name| name.as_str().encode_utf16().count() + NAME_WORDS;
    let people: usize = line.account.people.iter().map(|(it, _)| name(it)).sum();
    let open = line.open.as_ref().map_or(0, |status| {
        let names = match &status.progress {
            Progress::AskingReady { names }
            | Progress::Waiting { names, .. }
            | Progress::WaitingAfterWrong { names, .. } => names.iter().map(name).sum(),
            Progress::Postponed { name: it, .. } | Progress::ReadyQuiet { name: it, .. } => name(it),
            Progress::ReadyTooOften { .. }
            | Progress::Starting
            | Progress::Working
            | Progress::WaitingForALink { .. }
            | Progress::AskedTooOften { .. }
            | Progress::Checking
            | Progress::Unusual { .. }
            | Progress::Ended { .. } => 0,
        };
        OPEN_WORDS + names
    });
    line.account.handle.as_str().len() + LINE_WORDS + people + open
}
