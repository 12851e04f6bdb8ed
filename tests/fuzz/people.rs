//! What people send: codes, presses, invitations, commands.

use std::collections::BTreeSet;

use fastrand::Rng;
use twofa_bridge::model::incoming::{Content, Happened, Incoming, Message, Press, Speaker};
use twofa_bridge::model::{
    AttemptId, AttemptState, MessageId, Name, Notice, PersonId, Said, Seed, Snapshot, TelegramTime, UpdateId,
};
use twofa_bridge::switchboard::command::{Command, Response};
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::{Reading, Switchboard, read_code};

use super::Target;
use super::inputs::{broken, noise, one};
use crate::roles::{BELLA, NOW, SAM, linked, settings};

/// The first digits of some scripts.
const ZEROS: [char; 6] = ['0', '٠', '۰', '०', '０', '๐'];

/// How many events one switchboard hears, so that what it remembers stays small.
const EVENTS: u32 = 400;

/// The value of a digit of one of the scripts above.
fn value(c: char) -> Option<char> {
    ZEROS.iter().find_map(|zero| {
        let distance = u32::from(c).checked_sub(u32::from(*zero)).filter(|it| *it < 10)?;
        char::from_digit(distance, 10)
    })
}

/// Messages with codes in them.
pub(super) fn codes() -> Target {
    Box::new(|random| {
        let text = message(random);
        let digits: String = text.chars().filter_map(value).collect();
        let rows: BTreeSet<&str> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|row| (4..=8).contains(&row.len())).collect();
        let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
        let words: Vec<&str> = text.split_whitespace().collect();
        let parted_by_words = words
            .windows(2)
            .all(|pair| !pair.iter().all(|word| word.bytes().any(|byte| byte.is_ascii_digit())));
        let is_telegrams = text.to_lowercase().contains("telegram");
        match read_code(&text, 4, 8) {
            Reading::One(code) => {
                let code = code.expose();
                assert!(
                    (4..=8).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit()),
                    "{text:?}"
                );
                let only_known = text.chars().all(|c| c.is_ascii() || !c.is_numeric() || value(c).is_some());
                assert!(!only_known || digits.contains(code), "{code} does not stand in {text:?}");
                let others = rows.iter().any(|row| *row != code);
                assert!(!(is_plain && parted_by_words && others), "{code} was guessed in {text:?}");
                assert!(!is_telegrams, "Telegram's own: {text:?}");
                true
            }
            Reading::Nothing => {
                let has_one = is_plain && words.iter().any(|word| rows.contains(word));
                assert!(!has_one, "nothing was found in {text:?}");
                false
            }
            Reading::Several | Reading::TelegramsOwn => false,
        }
    })
}

fn message(random: &mut Rng) -> String {
    if random.u8(0..8) == 0 {
        return noise(random);
    }
    let mut text = String::new();
    for _ in 0..random.u8(1..5) {
        let zero = if random.u8(0..4) == 0 { ZEROS[random.usize(0..ZEROS.len())] } else { '0' };
        match random.u8(0..4) {
            0 => text.push_str(one(
                random,
                &["code", "my", "is", "ok", "Telegram", "G", "nr", "no", "login code:"],
            )),
            1 => text.push_str(one(random, &["-", ".", "\n", ",", ":", "/", "+", "\u{200b}", "\u{a0}", "€"])),
            _ => {
                for _ in 0..random.u8(1..10) {
                    text.extend(char::from_u32(u32::from(zero) + random.u32(0..10)));
                }
            }
        }
        if random.bool() {
            text.push(' ');
        }
    }
    if random.u8(0..4) == 0 { broken(random, &text) } else { text }
}

/// A switchboard with a question to Bella, and an invitation.
struct Desk {
    switchboard: Switchboard,
    /// What stands in the buttons of the question, before the dot.
    offer: String,
    /// What stands in the invitation link.
    word: String,
    events: u32,
}

impl Desk {
    fn new() -> Self {
        let switchboard = Switchboard::restore(settings(BTreeSet::from([SAM])), linked());
        let mut desk = Self { switchboard, offer: String::new(), word: String::new(), events: 0 };
        desk.handle(Event::Started);
        desk.handle(Event::Listed(Ok(vec![])));
        let attempt = AttemptId::parse("att_1").unwrap();
        let account = "acc_1".to_owned();
        let handed =
            Event::Handed { ticket: 1, attempt: attempt.clone(), account, started_by: Name::new("crm") };
        let ordered = desk.handle(handed);
        let request = ordered.iter().find_map(|it| match it {
            Command::Look { request, .. } => Some(*request),
            _ => None,
        });
        let snapshot = Snapshot {
            attempt: attempt.clone(),
            state: AttemptState::NeedsFaceOtp,
            account: None,
            face_link: None,
            page_link: None,
            phone_link: None,
            email_mask: None,
            otp_channel: None,
        };
        for command in desk.handle(Event::Seen { attempt, request: request.unwrap(), result: Ok(snapshot) }) {
            if let Command::Show(show) = command
                && let Notice::Question(_) = show.notice
            {
                desk.offer = show.offer.unwrap().0;
                let (post, revision) = (show.post, show.revision);
                let date = TelegramTime(NOW.0 / 1_000);
                desk.handle(Event::Shown { post, revision, message: MessageId(5), date });
            }
        }
        for command in desk.handle(Event::InvitationWanted { ticket: 2, account: "acc_1".to_owned() }) {
            if let Command::Respond { response: Response::Invitation { word, .. }, .. } = command {
                word.expose().clone_into(&mut desk.word);
            }
        }
        desk.events = 0;
        desk
    }

    fn handle(&mut self, event: Event) -> Vec<Command> {
        self.events += 1;
        let mut seed = [9; 32];
        seed[..4].copy_from_slice(&self.events.to_be_bytes());
        self.switchboard.handle(NOW, event, Seed(seed))
    }

    /// The same, or a new one when this one has heard enough.
    fn rest(&mut self) {
        if self.events > EVENTS {
            *self = Self::new();
        }
    }

    fn update(&self) -> UpdateId {
        UpdateId(1_000 + self.events)
    }

    fn writes(&mut self, person: PersonId, text: &str) -> Vec<Command> {
        let message = Message {
            at: person.chat(),
            private: true,
            speaker: Some(speaker(person)),
            id: MessageId(1_000),
            date: TelegramTime(NOW.0 / 1_000),
            edited: None,
            replies_to: None,
            from_telegram: false,
            content: Content::Text(Said::new(text.to_owned())),
        };
        let update = self.update();
        self.handle(Event::Heard(Incoming { update, what: Happened::Wrote(message) }))
    }
}

fn speaker(id: PersonId) -> Speaker {
    Speaker { id, name: Name::new("Somebody"), language: None }
}

/// Whether something goes to the account API that changes anything there.
fn acts(ordered: &[Command]) -> bool {
    ordered.iter().any(|it| {
        matches!(it, Command::Submit { .. } | Command::TriggerEmail { .. } | Command::Reauthenticate { .. })
    })
}

/// Presses with forged data.
pub(super) fn callbacks() -> Target {
    let mut desk = Desk::new();
    Box::new(move |random| {
        desk.rest();
        let good =
            format!("{}.{}", desk.offer, one(random, &["f", "x", "l", "q", "e", "0", "7", "255", "256"]));
        let data = match random.u8(0..4) {
            0 => noise(random),
            1 => format!("{}.{}", noise(random), one(random, &["f", "x"])),
            _ => broken(random, &good),
        };
        let is_hers = random.bool();
        let who = if is_hers { BELLA } else { PersonId(random.i64(3_000..4_000)) };
        let press = Press {
            query: "q".to_owned(),
            speaker: speaker(who),
            at: Some(who.chat()),
            message: None,
            data: data.clone(),
        };
        let update = desk.update();
        let ordered = desk.handle(Event::Heard(Incoming { update, what: Happened::Pressed(press) }));
        let is_answered = ordered.iter().filter(|it| matches!(it, Command::AnswerPress { .. })).count() == 1;
        assert!(is_answered, "{data:?} leaves a spinner");
        let is_real = is_hers && data.strip_prefix(&desk.offer).is_some_and(|rest| rest.starts_with('.'));
        let is_refused = ordered
            .iter()
            .any(|it| matches!(it, Command::AnswerPress { notice: Some(Notice::ButtonExpired), .. }));
        assert!(is_real || is_refused && !acts(&ordered), "{data:?} by {who:?} did something: {ordered:?}");
        if !is_refused {
            desk = Desk::new();
        }
        !is_refused
    })
}

/// Invitation links with forged words.
pub(super) fn invitations() -> Target {
    let mut desk = Desk::new();
    Box::new(move |random| {
        desk.rest();
        let payload = match random.u8(0..4) {
            0 => noise(random),
            _ => broken(random, &desk.word),
        };
        let text = format!("/start {payload}");
        let ordered = desk.writes(PersonId(7_000), &text);
        let is_invited = ordered.iter().any(|it| match it {
            Command::Show(show) => matches!(show.notice, Notice::Invited { .. }),
            Command::Say(say) => matches!(say.notice, Notice::Invited { .. }),
            _ => false,
        });
        let is_word = payload.split_whitespace().next() == Some(desk.word.as_str());
        assert!(!is_invited || is_word, "{payload:?} invites, and the word is {}", desk.word);
        assert!(!acts(&ordered), "{payload:?}: {ordered:?}");
        if is_invited {
            desk = Desk::new();
        }
        is_invited
    })
}

/// Directional marks, joiners, the soft hyphen and the byte order mark.
const SHOWS_NOTHING: [char; 20] = [
    '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202d}', '\u{202e}', '\u{2060}', '\u{2061}', '\u{2062}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}', '\u{feff}', '\u{2063}',
];

/// Commands, by managers and by others.
pub(super) fn commands() -> Target {
    const GOOD: [&str; 12] = [
        "/reauth @bella",
        "/Reauth@TwofaBridgeBot @Bella",
        "/status",
        "/cancel @bella",
        "/watch att_9 @bella",
        "/invite @bella",
        "/unlink @bella",
        "/stop @bella",
        "/accounts",
        "/help",
        "/privacy",
        "/start",
    ];
    let mut desk = Desk::new();
    Box::new(move |random| {
        desk.rest();
        let good = one(random, &GOOD).to_owned();
        let text = if random.u8(0..6) == 0 { format!("/{}", noise(random)) } else { broken(random, &good) };
        let is_manager = random.bool();
        if random.bool() {
            // Nothing is open then, so that a sign-in can be started.
            desk.writes(SAM, "/cancel @bella");
        }
        let ordered = desk.writes(if is_manager { SAM } else { PersonId(7_000) }, &text);
        let starts = ordered.iter().any(|it| matches!(it, Command::Reauthenticate { .. }));
        // Marks that show nothing come along when a handle is copied, and mean nothing.
        let visible: String = text.chars().filter(|c| !SHOWS_NOTHING.contains(c)).collect();
        let words: Vec<String> = visible.split_whitespace().map(str::to_lowercase).collect();
        let is_meant =
            words.first().is_some_and(|word| word == "/reauth" || word == "/reauth@twofabridgebot")
                || words
                    .first()
                    .is_some_and(|word| word.trim_start_matches('/').split('@').next() == Some("reauth"));
        let names_her = words.iter().skip(1).any(|word| word.trim_start_matches('@') == "bella");
        assert!(
            !starts || (is_manager && is_meant && names_her),
            "{text:?} started a sign-in (manager: {is_manager})"
        );
        let looks = ordered.iter().any(|it| matches!(it, Command::Look { .. }));
        assert!(is_manager || !looks, "{text:?} of a stranger is acted upon");
        if starts {
            desk = Desk::new();
        }
        starts
    })
}
