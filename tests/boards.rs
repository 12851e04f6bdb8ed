//! The board at its worst: hundreds of accounts, the longest names, everything open, in every language.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use twofa_bridge::model::incoming::{Content, Happened, Incoming, Message, Press, Speaker};
use twofa_bridge::model::notice::{Board, Choice};
use twofa_bridge::model::record::{
    AccountRecord, LinkRecord, PersonRecord, Record, RoundRecord, Skip, Starter,
};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, Handle, Language, MessageId, Name, Notice, OfferWord, PersonId,
    PostId, Said, Seed, Snapshot, TelegramTime, Timestamp, UpdateId,
};
use twofa_bridge::switchboard::command::Command;
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::MOST_IN_ROUND;
use twofa_bridge::switchboard::{Settings, Switchboard};
use twofa_bridge::texts::Texts;

use crate::crowds::settings;

const START: Timestamp = Timestamp(1_795_356_300_000);
const SAM: PersonId = PersonId(i64::MAX);

/// Characters of a message, as Telegram counts them.
const TELEGRAMS_MOST: usize = 4_096;

/// Accounts with names as long as can be, and so many people each, with names that take two units a character.
struct Town {
    switchboard: Switchboard,
    now: Timestamp,
    updates: u64,
}

fn handle(index: usize) -> Handle {
    Handle::parse(&format!("{index:0>width$}", width = Handle::MOST)).unwrap()
}

fn account(index: usize) -> AccountId {
    AccountId::parse(&format!("acc_{index}")).unwrap()
}

impl Town {
    fn new(size: usize, people: usize) -> Self {
        let mut town = Self::starting(size, people);
        town.handle(Event::Listed(Ok(Vec::new())));
        town
    }

    /// The account API has not said yet which accounts there are.
    fn starting(size: usize, people: usize) -> Self {
        let accounts: Vec<(AccountId, Handle)> =
            (0..size).map(|index| (account(index), handle(index))).collect();
        let mut records = Vec::new();
        for (index, (id, handle)) in accounts.iter().enumerate() {
            let mut record = AccountRecord::new(id.clone(), handle.clone());
            record.connected_at = Some(START);
            records.push(Record::Account(record));
            for nth in 0..people {
                let person = PersonId(i64::try_from(index * people + nth).unwrap() + 1);
                records.push(Record::Person(PersonRecord {
                    id: person,
                    name: Name::new(&"🌵".repeat(Name::MOST)),
                    language: None,
                    chosen_language: None,
                    menu: None,
                    reachable: nth == 0 || index % 3 > 0,
                    questions: if index % 7 == 1 { vec![START; 10] } else { Vec::new() },
                    quiet: None,
                    muted: None,
                }));
                records.push(Record::Link(LinkRecord {
                    account: id.clone(),
                    person,
                    invited_by: Starter::Operator,
                    accepted_at: START,
                    mark: Some(Seed([9; 32]).mark(0)),
                }));
            }
        }
        let settings = Settings { accounts, ..settings(0) };
        let mut town = Self { switchboard: Switchboard::restore(settings, records), now: START, updates: 0 };
        town.handle(Event::Started);
        town
    }

    fn handle(&mut self, event: Event) -> Vec<Command> {
        self.now = self.now.plus(std::time::Duration::from_millis(1));
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&self.now.0.to_be_bytes());
        self.switchboard.handle(self.now, event, Seed(seed))
    }

    fn hear(&mut self, what: Happened) -> Vec<Command> {
        self.updates += 1;
        let update = UpdateId(u32::try_from(self.updates).unwrap());
        self.handle(Event::Heard(Incoming { update, what }))
    }

    /// Something is open for an account, and it wants something.
    fn open(&mut self, index: usize) {
        let attempt = AttemptId::parse(&format!("att_{index}")).unwrap();
        let (account, started_by) = (account(index).to_string(), Name::new("host"));
        let handed = Event::Handed { ticket: 0, attempt: attempt.clone(), account, started_by };
        let request = self.handle(handed).into_iter().find_map(|command| match command {
            Command::Look { request, .. } => Some(request),
            _ => None,
        });
        let state = match index % 4 {
            0 => AttemptState::parse(&"w".repeat(64)),
            1 => AttemptState::NeedsAppOtp,
            2 => AttemptState::NeedsFaceOtp,
            _ => AttemptState::AwaitingMobileSession,
        };
        let snapshot = Snapshot {
            attempt: attempt.clone(),
            state,
            account: None,
            face_link: None,
            page_link: None,
            phone_link: None,
            email_mask: None,
            otp_channel: None,
        };
        self.handle(Event::Seen { attempt, request: request.unwrap(), result: Ok(snapshot) });
    }

    /// `/status`
    fn asks_for_the_board(&mut self) -> Vec<Command> {
        let message = Message {
            at: SAM.chat(),
            private: true,
            speaker: Some(Speaker { id: SAM, name: Name::new("Sam"), language: None }),
            id: MessageId(2),
            date: TelegramTime(self.now.0 / 1_000),
            edited: None,
            replies_to: None,
            from_telegram: false,
            content: Content::Text(Said::new("/status".to_owned())),
        };
        self.hear(Happened::Wrote(message))
    }

    /// `/status`, and every page after that.
    fn pages(&mut self) -> Vec<Board> {
        let (mut board, word) = shown(&self.asks_for_the_board());
        let word = word.unwrap();
        let mut pages = Vec::new();
        while board.page + 1 < board.pages {
            let page = board.page;
            pages.push(board);
            let commands = self.hear(Happened::Pressed(Press {
                query: "query".to_owned(),
                speaker: Speaker { id: SAM, name: Name::new("Sam"), language: None },
                at: Some(SAM.chat()),
                message: Some(MessageId(3)),
                data: format!("{}.{}", word.0, Choice::NextPage.letter()),
            }));
            board = shown(&commands).0;
            assert_eq!(board.page, page + 1);
        }
        pages.push(board);
        pages
    }
}

#[test]
fn a_board_waits_until_it_is_known_which_accounts_there_are() {
    let mut town = Town::starting(3, 1);
    let before = town.asks_for_the_board();
    let says = |command: &Command| matches!(command, Command::Say(_) | Command::Show(_));
    assert!(!before.iter().any(says), "{before:?}");
    let new = (AccountId::parse("acc_new").unwrap(), Handle::parse("new").unwrap());
    let after = town.handle(Event::Listed(Ok(vec![new])));
    let board = after.iter().find_map(|command| match command {
        Command::Say(say) => match &say.notice {
            Notice::Board(board) => Some(board),
            _ => None,
        },
        _ => None,
    });
    assert_eq!(board.unwrap().accounts, 4);
}

#[test]
fn a_round_of_as_many_accounts_as_may_be_fits_into_a_record() {
    // What a sealed envelope of the store holds.
    const MOST_BYTES: usize = 64 * 1024 - 1;
    let longest = Skip::AlreadyAsked;
    let round = RoundRecord {
        id: PostId(u64::MAX),
        started_by: Starter::Manager { person: SAM, name: Name::new(&"🌵".repeat(Name::MOST)) },
        started_at: START,
        posts: vec![PostId(u64::MAX); 8],
        asks_first: false,
        skipped: (0..MOST_IN_ROUND).map(|index| (handle(index), longest)).collect(),
    };
    let record = Record::Round(Box::new(round));
    assert!(serde_json::to_vec(&record).unwrap().len() < MOST_BYTES);
}

/// The board that is shown, and what its buttons stand for.
fn shown(commands: &[Command]) -> (Board, Option<OfferWord>) {
    let mut boards = commands.iter().filter_map(|command| match command {
        Command::Show(show) => match &show.notice {
            Notice::Board(board) => Some((board.clone(), show.offer.clone())),
            _ => None,
        },
        _ => None,
    });
    boards.next().unwrap()
}

#[test]
fn five_hundred_accounts_are_all_there_and_each_page_fits_in_every_language() {
    const SIZE: usize = 500;
    let texts =
        Texts::new("Acme", "TwofaBridgeBot", TimeZone::get("America/Sao_Paulo").unwrap(), 400).unwrap();
    for (people, is_busy) in [(0, false), (5, false), (0, true), (1, true), (5, true)] {
        let mut town = Town::new(SIZE, people);
        for index in (0..SIZE).filter(|_| is_busy) {
            town.open(index);
        }
        let pages = town.pages();
        let mut seen = BTreeSet::new();
        for page in &pages {
            assert_eq!(page.accounts, 500);
            assert_eq!(page.open, if is_busy { 500 } else { 0 });
            for line in &page.lines {
                assert!(seen.insert(line.account.handle.clone()), "twice: {}", line.account.handle);
                assert_eq!(line.open.is_some(), is_busy);
            }
            for language in Language::ALL {
                let closed = Board { is_closed: true, ..page.clone() };
                let said = texts.in_language(language).render(&Notice::Board(closed), None).text;
                let takes = said.encode_utf16().count();
                assert!(takes <= TELEGRAMS_MOST, "{language:?}: {takes}: {said}");
            }
        }
        assert_eq!(seen.len(), SIZE);
    }
}
