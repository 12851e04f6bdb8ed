//! The people of a world: what they write and press, rightly and wrongly.

use twofa_bridge::model::incoming::{Content, Happened, Message, Press, Speaker};
use twofa_bridge::model::notice::{Choice, QuestionMode};
use twofa_bridge::model::record::ChallengeKind;
use twofa_bridge::model::{
    Address, AttemptId, ChatId, MessageId, Name, Notice, PersonId, Said, TelegramTime, UpdateId,
};

use super::rules::{CODE_START, Given};
use super::telegram::{Standing, Written};
use super::world::World;

/// The people who may be asked.
pub(super) const CREATORS: [PersonId; 3] = [PersonId(11), PersonId(12), PersonId(13)];

/// Somebody who found the bot.
pub(super) const STRANGER: PersonId = PersonId(21);

/// The people of the agency.
pub(super) const MANAGERS: [PersonId; 2] = [PersonId(1_001), PersonId(1_002)];

/// The group that is listed, before it moves.
pub(super) const GROUP: ChatId = ChatId(-100);

/// A group that is not.
pub(super) const STRANGE_GROUP: ChatId = ChatId(-200);

/// What somebody writes.
struct Letter {
    person: PersonId,
    chat: ChatId,
    text: Option<String>,
    quotes: Option<MessageId>,
    /// The message that is edited, if this is an edit.
    edits: Option<(MessageId, TelegramTime)>,
    from_telegram: bool,
}

impl Letter {
    fn private(person: PersonId, text: String) -> Self {
        Self {
            person,
            chat: ChatId(person.0),
            text: Some(text),
            quotes: None,
            edits: None,
            from_telegram: false,
        }
    }
}

impl World<'_> {
    /// Somebody who is not a manager does something.
    pub(super) fn person_acts(&mut self) {
        let asked: Vec<PersonId> =
            CREATORS.into_iter().filter(|person| !self.open_questions(*person).is_empty()).collect();
        let person = match self.rng.u8(..12) {
            0 => STRANGER,
            1..=8 if !asked.is_empty() => asked[self.rng.usize(..asked.len())],
            _ => CREATORS[self.rng.usize(..CREATORS.len())],
        };
        if self.rng.bool() && self.answer_which(person) {
            return;
        }
        match self.rng.u32(..100) {
            0..=59 => self.answer(person),
            60 => {
                let commands = ["/mydata", "/history", "/language", "/quiet off", "/quiet 22-7 UTC"];
                let command = commands[self.rng.usize(..commands.len())];
                self.write(Letter::private(person, command.to_owned()));
            }
            61 => self.ask_to_be_forgotten(person),
            62..=77 => self.press_something(person),
            78 => self.chat(person),
            79..=80 => {
                let handle = self.any_handle();
                self.write(Letter::private(person, format!("/stop @{handle}")));
            }
            81 => self.write(Letter::private(person, "/accounts".to_owned())),
            82..=85 => self.open_invitation(person),
            86..=88 => self.edit_something(person),
            89..=90 => self.block_or_unblock(person),
            91..=94 => {
                if let Some(message) = self.telegram.delete_one(&mut self.rng) {
                    self.tell(|| format!("somebody deletes our message {}", message.0));
                }
            }
            _ => {
                let handle = self.any_handle();
                let commands = ["reauth", "ready", "invite", "unlink", "cancel", "order", "order", "check"];
                let command = commands[self.rng.usize(..commands.len())];
                self.write(Letter::private(person, format!("/{command} @{handle}")));
            }
        }
    }

    /// A manager does something.
    pub(super) fn manager_acts(&mut self) {
        let person = MANAGERS[self.rng.usize(..MANAGERS.len())];
        let chat = match self.rng.u8(..8) {
            0..=1 => self.telegram.group,
            2 if self.rng.u8(..4) == 0 => STRANGE_GROUP,
            _ => ChatId(person.0),
        };
        let handle = self.any_handle();
        let text = match self.rng.u32(..100) {
            0..=29 => format!("/reauth @{handle}"),
            30..=33 => format!("/reauth @{handle} now"),
            34..=36 => format!("/ready @{handle}"),
            37..=38 => format!("/nudge @{handle}"),
            39 => "/reauth all".to_owned(),
            40..=42 => format!("/check @{handle}"),
            43..=44 => format!("/reauth @{handle} @{}", self.any_handle()),
            45..=54 => format!("/invite @{handle}"),
            55..=56 => format!("/invite @{handle} revoke"),
            57..=66 => {
                let account = self.any_account();
                let attempt = self.some_attempt(&account);
                format!("/watch {attempt} @{}", self.handle(&account))
            }
            67..=70 => format!("/cancel @{handle}"),
            71..=72 => format!("/unlink @{handle}"),
            73 => format!("/status @{handle}"),
            74 => format!("/audit @{handle}"),
            75 => {
                let commands = ["/status", "/mydata", "/forgetme", "/mute", "/mute 2h", "/unmute"];
                commands[self.rng.usize(..commands.len())].to_owned()
            }
            76 => "/accounts".to_owned(),
            77..=79 => "/reauth @nobody".to_owned(),
            80..=81 => return self.open_invitation(person),
            82..=84 => return self.answer(person),
            _ => return self.press_something(person),
        };
        self.write(Letter { chat, ..Letter::private(person, text) });
    }

    /// The questions that stand open in a person's private chat and that they have not answered.
    fn open_questions(&self, person: PersonId) -> Vec<&Standing> {
        let is_open = |it: &&Standing| match &it.notice {
            Notice::Question(question) => question.mode != QuestionMode::Checking,
            _ => false,
        };
        let all = self.telegram.standing.values();
        all.filter(|it| it.at.chat.0 == person.0 && !self.answered.contains(&it.message))
            .filter(is_open)
            .collect()
    }

    /// A question in a person's private chat, the newest more often.
    fn some_question(&mut self, person: PersonId) -> Option<(Standing, AttemptId)> {
        let is_newest = self.rng.u8(..4) > 0;
        let nth = self.rng.usize(..1_000);
        let all = self.open_questions(person);
        let newest = all.iter().max_by_key(|it| it.message)?;
        let it = (if is_newest { *newest } else { all[nth % all.len()] }).clone();
        let attempt = self.rules.asked_by(&it)?;
        if self.rng.u8(..4) > 0 {
            self.answered.insert(it.message);
        }
        Some((it, attempt))
    }

    /// The attempt for which somebody writes a code who reads this question: none if it asks for no code, or if the
    /// bridge cannot change any more what they read.
    fn meant(&self, (standing, attempt): (Standing, AttemptId)) -> Option<AttemptId> {
        let (post, _) = self.telegram.standing.iter().find(|(_, it)| it.message == standing.message)?;
        match &standing.notice {
            Notice::Question(question) if matches!(question.kind, ChallengeKind::Code(_)) => {
                (!self.telegram.is_out_of_reach(*post, &standing)).then_some(attempt)
            }
            _ => None,
        }
    }

    /// A new code, noted with everything that matters about its message.
    fn new_code(&mut self, given: Given) -> String {
        self.codes_made += 1;
        let code = format!("{CODE_START}{:03}", self.codes_made % 1_000);
        self.rules.codes.insert(code.clone(), given);
        code
    }

    /// Writes a code: mostly the one that is asked for, mostly in the private chat.
    fn answer(&mut self, person: PersonId) {
        let question = self.some_question(person);
        if question.is_none() && self.rng.u8(..10) > 0 {
            return;
        }
        let kind = question.as_ref().and_then(|(it, _)| match &it.notice {
            Notice::Question(question) => Some(question.kind),
            _ => None,
        });
        if matches!(kind, Some(ChallengeKind::Face | ChallengeKind::Phone)) && self.rng.u8(..5) > 0 {
            return self.press_something(person);
        }
        let quotes = match self.rng.u8(..10) {
            0..=2 => question.as_ref().map(|(it, _)| it.message),
            3 => {
                self.telegram.buttons.iter().filter(|it| it.at.chat.0 == person.0).map(|it| it.message).next()
            }
            _ => None,
        };
        let is_private = self.rng.u8(..12) > 0;
        let chat = match (is_private, self.rng.bool()) {
            (true, _) => ChatId(person.0),
            (false, true) => self.telegram.group,
            (false, false) => STRANGE_GROUP,
        };
        let from_telegram = self.rng.u8(..40) == 0;
        self.write_code(person, chat, question.and_then(|it| self.meant(it)), quotes, None, from_telegram);
    }

    fn write_code(
        &mut self,
        person: PersonId,
        chat: ChatId,
        attempt: Option<AttemptId>,
        quotes: Option<MessageId>,
        edits: Option<(MessageId, TelegramTime)>,
        from_telegram: bool,
    ) {
        let message = edits.map_or_else(|| self.telegram.next_message(), |(message, _)| message);
        let edited = edits.map(|_| self.telegram.clock(self.now));
        let is_right = self.rng.u8(..10) < 6;
        let leg = attempt.as_ref().and_then(|id| self.api.attempts.get(id)).map(|it| it.leg);
        let dress = self.rng.u8(..16);
        let given = Given {
            person,
            is_private: chat.0 == person.0,
            is_plain: dress > 0 && !from_telegram,
            message,
            edited,
            written: self.telegram.clock(self.now),
            quotes,
            right_for: attempt.zip(leg).filter(|_| is_right),
        };
        let code = self.new_code(given.clone());
        let mut codes = vec![code.clone()];
        let text = match dress {
            0 => {
                codes.push(self.new_code(given));
                codes.join(" or ")
            }
            1 => format!("it's {code}, thanks"),
            2 => format!("{}-{}", &code[..4], &code[4..])
                .replace('-', if edits.is_some() { "" } else { " - " }),
            3 => code.chars().filter_map(|c| char::from_u32(u32::from(c) - 48 + 0xff10)).collect(),
            4 => String::new(),
            _ => code,
        };
        let text = (!text.is_empty()).then_some(text);
        let edits = edits.map(|(_, date)| (message, date));
        let is_awaited = chat.0 == person.0 && text.is_some();
        let update = self.write_as(message, Letter { person, chat, text, quotes, edits, from_telegram });
        self.rules.overwrite(person, (message, edited));
        if is_awaited {
            self.rules.await_answer(update, person, (message, edited), codes);
        }
    }

    /// Edits an earlier message into a code.
    fn edit_something(&mut self, person: PersonId) {
        let theirs: Vec<&Written> = self.telegram.written.iter().filter(|it| it.person == person).collect();
        let Some(it) = theirs.get(self.rng.usize(..theirs.len().max(1))).map(|it| (*it).clone()) else {
            return;
        };
        let attempt = self.some_question(person).and_then(|it| self.meant(it));
        self.write_code(person, it.at.chat, attempt, None, Some((it.message, it.date)), false);
    }

    /// Says something that is no code.
    fn chat(&mut self, person: PersonId) {
        let said =
            ["hello", "what is this?", "/help", "/start", "/privacy", "/start nonsense", "12", "/stop", "/"];
        let text = said[self.rng.usize(..said.len())].to_owned();
        self.write(Letter::private(person, text));
    }

    /// Wants to be forgotten, or presses a button under the question whether that is meant.
    fn ask_to_be_forgotten(&mut self, person: PersonId) {
        let is_asked =
            |it: &&Standing| it.at.chat.0 == person.0 && matches!(it.notice, Notice::ForgetMe { .. });
        match self.telegram.buttons.iter().rfind(is_asked).cloned() {
            Some(standing) => {
                self.rules.seen.note("somebody pressed that they be forgotten");
                self.press(person, &standing);
            }
            None => self.write(Letter::private(person, "/forgetme".to_owned())),
        }
    }

    fn open_invitation(&mut self, person: PersonId) {
        if let Some(word) = self.words.get(self.rng.usize(..self.words.len().max(1))).cloned() {
            let chat = if self.rng.u8(..15) == 0 { self.telegram.group } else { ChatId(person.0) };
            self.write(Letter { chat, ..Letter::private(person, format!("/start {word}")) });
        }
    }

    fn block_or_unblock(&mut self, person: PersonId) {
        let reachable = self.telegram.blocked.contains(&person);
        if reachable {
            self.telegram.blocked.remove(&person);
        } else {
            self.telegram.blocked.insert(person);
        }
        let word = if reachable { "lets the bot in again" } else { "blocks the bot" };
        self.tell(|| format!("{person} {word}"));
        self.telegram.report(Happened::Reach { person, reachable });
    }

    /// Presses one of the buttons that ask which account is meant, or whether it is time, if there are any.
    fn answer_which(&mut self, person: PersonId) -> bool {
        let mut all = self.telegram.standing.values();
        let which = all.find(|it| {
            it.at.chat.0 == person.0
                && matches!(
                    it.notice,
                    Notice::WhichAccount { .. } | Notice::ReadyAgain { .. } | Notice::Ready(_)
                )
        });
        let Some(which) = which.cloned() else { return false };
        self.press(person, &which);
        true
    }

    /// Presses a button: mostly one of their own, mostly a new one.
    fn press_something(&mut self, person: PersonId) {
        let is_foreign = self.rng.u8(..15) == 0;
        let is_manager = MANAGERS.contains(&person);
        let theirs: Vec<&Standing> = self
            .telegram
            .buttons
            .iter()
            .filter(|it| is_foreign || it.at.chat.0 == person.0 || (is_manager && it.at.chat.0 < 0))
            .collect();
        if theirs.is_empty() {
            return;
        }
        let newest = theirs.len().saturating_sub(4);
        let index = if self.rng.u8(..5) == 0 { 0 } else { newest };
        let standing = theirs[self.rng.usize(index..theirs.len())].clone();
        self.press(person, &standing);
    }

    fn press(&mut self, person: PersonId, standing: &Standing) {
        let Some(word) = standing.offer.clone() else { return };
        let fitting: &[Choice] = match &standing.notice {
            Notice::Invited { .. } => &[Choice::Accept, Choice::Accept, Choice::Accept, Choice::Decline],
            Notice::Question(question) if question.kind == ChallengeKind::Face => {
                &[Choice::FaceDone, Choice::FaceDone, Choice::FaceDone, Choice::NotMe]
            }
            Notice::Question(_) => &[
                Choice::NotMe,
                Choice::Later,
                Choice::Later,
                Choice::InAQuarter,
                Choice::InAQuarter,
                Choice::InAnHour,
                Choice::Tonight,
                Choice::SendEmail,
                Choice::SendEmail,
            ],
            Notice::WhichAccount { .. } => &[Choice::Account(0), Choice::Account(1)],
            Notice::Linked { .. } | Notice::MarkGiven { .. } => &[Choice::Another],
            Notice::FrozenByYou { .. } => &[Choice::AllowAgain],
            Notice::Ready(_) => {
                &[Choice::Ready, Choice::Ready, Choice::Ready, Choice::InAnHour, Choice::NotNow]
            }
            Notice::ReadyAgain { .. } => &[Choice::Ready, Choice::Ready, Choice::NotNow],
            Notice::ForgetMe { .. } => &[Choice::Forget],
            Notice::InvitationMade { .. } => &[Choice::Revoke],
            Notice::History { .. } => &[Choice::Earlier],
            Notice::NobodyLinked { .. } => &[Choice::Invite],
            Notice::SessionDead { .. } => &[Choice::Reconnect],
            Notice::Check(_) => &[Choice::CanRead],
            Notice::Order(_) => &[Choice::Person(0), Choice::Person(1), Choice::Everybody],
            Notice::Board(_) => &[Choice::NextPage, Choice::PreviousPage],
            Notice::Round(_) => &[Choice::Cancel],
            _ => &[Choice::Cancel, Choice::Invite, Choice::Nudge, Choice::Nudge],
        };
        let letter = match self.rng.u8(..30) {
            0 => "y".to_owned(),
            1 => "x".to_owned(),
            2 => "zz".to_owned(),
            _ => fitting[self.rng.usize(..fitting.len())].letter(),
        };
        let data = match self.rng.u8(..60) {
            0 => letter,
            1 => format!("{}A.{letter}", word.0),
            _ => format!("{}.{letter}", word.0),
        };
        self.queries += 1;
        let query = format!("q{}", self.queries);
        let speaker = self.speaker(person);
        let notice = standing.notice.clone();
        self.tell(|| format!("{person} presses {data} under {} {notice:?}", standing.message.0));
        let (at, message) = (Some(standing.at), Some(standing.message));
        self.telegram.report(Happened::Pressed(Press { query, speaker, at, message, data }));
    }

    fn speaker(&mut self, person: PersonId) -> Speaker {
        // Each message of a manager bears another name, so that it is known which one has caused what.
        let name = if MANAGERS.contains(&person) {
            self.names_made += 1;
            format!("Sam {}", self.names_made)
        } else {
            format!("P{person}")
        };
        Speaker { id: person, name: Name::new(&name), language: Some("en".to_owned()) }
    }

    fn write(&mut self, letter: Letter) {
        let message = self.telegram.next_message();
        self.write_as(message, letter);
    }

    fn write_as(&mut self, id: MessageId, letter: Letter) -> UpdateId {
        let Letter { person, chat, text, quotes, edits, from_telegram } = letter;
        let now = self.telegram.clock(self.now);
        let at = Address { chat, thread: None };
        let what = if edits.is_some() { "edits" } else { "writes" };
        self.tell(|| {
            let text = text.as_deref().unwrap_or("a photo");
            format!("{person} {what} {} in {chat}, quoting {:?}: {text}", id.0, quotes.map(|it| it.0))
        });
        let date = edits.map_or(now, |(_, date)| date);
        if edits.is_none() {
            self.telegram.written.push(Written { person, at, message: id, date });
        }
        let speaker = Some(self.speaker(person));
        self.telegram.report(Happened::Wrote(Message {
            at,
            private: chat.0 == person.0,
            speaker,
            id,
            date,
            edited: edits.map(|_| now),
            replies_to: quotes,
            from_telegram,
            content: text.map_or(Content::NotText, |text| Content::Text(Said::new(text))),
        }))
    }
}
