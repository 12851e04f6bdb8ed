//! The language of the scripts: what each line does to the world.

use std::time::Duration;

use twofa_bridge::model::incoming::{Content, Happened, Message, Press, Speaker};
use twofa_bridge::model::record::Menu;
use twofa_bridge::model::{
    AccountId, Address, AttemptId, AttemptState, ChatId, EndpointId, Language, MessageId, Name, PersonId,
    Said, TelegramTime, Timestamp,
};
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::host::Host;

use super::api::{SignIn, trouble, verdict};
use super::telegram::{Refuses, Shown, Standing};
use super::world::{GROUPS, PEOPLE, World, account, at_time, capital};

/// The links that the API may give.
const LINKS: [(&str, &str); 4] = [
    ("face link", "https://verify.example/face"),
    ("another face link", "https://verify.example/face-2"),
    ("page link", "https://verify.example/page"),
    ("phone link", "https://verify.example/phone"),
];

/// What somebody writes.
struct Letter<'a> {
    text: &'a str,
    replies_to: Option<MessageId>,
    from_telegram: bool,
    is_text: bool,
}

impl<'a> Letter<'a> {
    fn plain(text: &'a str) -> Self {
        Self { text, replies_to: None, from_telegram: false, is_text: true }
    }
}

impl World {
    /// Does what a line of the script says, and lets everything come of it.
    pub(super) fn perform(&mut self, line: &str) {
        if let Some(given) = line.strip_prefix("given ") {
            return self.given(given);
        }
        if !self.has_begun {
            self.has_begun = true;
            self.now = Timestamp(moment(line).0.0 - 1_000);
            self.start();
        }
        let (at, what) = moment(line);
        self.advance(at);
        self.happen(what);
        self.run();
        self.answer_looks();
    }

    fn given(&mut self, given: &str) {
        if let Some((who, handle)) = given.split_once(" is linked to @") {
            return self.link(person(who).0, &format!("acc_{handle}"), handle);
        }
        if let Some((who, account)) = given.split_once(" is linked to acc_") {
            let (id, handle) = account.split_once(", called @").unwrap();
            return self.link(person(who).0, &format!("acc_{id}"), handle);
        }
        if let Some(pause) = given.strip_prefix("sessions are looked at every ") {
            let minutes = pause.strip_suffix(" minutes").unwrap().parse().unwrap();
            self.settings.pace.session_check = Some(Duration::from_mins(minutes));
            return;
        }
        if let Some(who) = given.strip_suffix(" has blocked the bot") {
            return self.block(ChatId(person(who).0), true);
        }
        if let Some(most) = given.strip_prefix("questions to one person within an hour: ") {
            self.settings.limits.questions_per_hour = most.parse().unwrap();
            return;
        }
        if let Some(days) = given.strip_prefix("the record is kept for ") {
            let days: u64 = days.strip_suffix(" days").unwrap().parse().unwrap();
            self.settings.trail.keep = Duration::from_hours(24 * days);
            return;
        }
        if let Some(who) = given.strip_prefix("the agency’s system is told by ") {
            let endpoints = if who == "a webhook" { vec![EndpointId("host".to_owned())] } else { Vec::new() };
            self.host = Host { endpoints, reads_events: who == "a stream" };
            return;
        }
        if self.time_line(given) || self.session_line(given) {
            return;
        }
        if let Some((who, tag)) = given.split_once("’s Telegram speaks ") {
            self.languages.insert(person(who), tag.to_owned());
            return;
        }
        match given {
            "the API does not list accounts" => self.api.listing = trouble("unreachable"),
            "the office speaks German" => self.settings.group_language = Language::German,
            "people are asked first" => self.settings.ask_first = true,
            "one sign-in of a command is open at once" => self.settings.reauths_at_once = 1,
            "links have no marks" => self.links_have_marks = false,
            "there is no office" => self.settings.chats.clear(),
            "two accounts are called @bella" => self.api.accounts.push(account("acc_other", "bella")),
            "the config knows @dana" => self.settings.accounts.push(account("acc_dana", "dana")),
            _ => panic!("not understood: given {given}"),
        }
    }

    /// `the host’s clock is a day ahead`: seen by the bridge when it starts the next time.
    fn time_line(&mut self, what: &str) -> bool {
        const DAY: i64 = 24 * 3_600 * 1_000;
        match what {
            "the host’s clock is a day ahead" => self.host_is_ahead = DAY,
            "the host’s clock is a day behind" => self.host_is_ahead = -DAY,
            "the host’s clock is right" => self.host_is_ahead = 0,
            "telegram does not tell the time" => self.telegram_tells_the_time = false,
            "telegram tells the time" => self.telegram_tells_the_time = true,
            _ => return false,
        }
        true
    }

    /// `a look at the session of @bella finds it 410`: from here on.
    fn session_line(&mut self, what: &str) -> bool {
        if what == "looks at sessions hang" {
            self.api.sessions_hang = true;
            return true;
        }
        if let Some(how) = what.strip_prefix("the look that hangs finds it ") {
            let (account, request) = self.api.hanging_session.take().unwrap();
            self.api.sessions_hang = false;
            let result = Some(Err(trouble(how).unwrap()));
            self.events.push_back(Event::AccountSeen { account, request, result });
            return true;
        }
        let rest = what.strip_prefix("a look at the session of @");
        let Some((handle, how)) = rest.and_then(|rest| rest.split_once(" finds it ")) else { return false };
        let result = match how {
            "valid" => Some(Ok(())),
            "not to be its turn" => None,
            how => Some(Err(trouble(how).unwrap())),
        };
        self.api.sessions.insert(AccountId::parse(&format!("acc_{handle}")).unwrap(), result);
        true
    }

    fn happen(&mut self, what: &str) {
        if what == "time passes" {
            return;
        }
        if self.time_line(what) {
            return;
        }
        if let Some(rest) = what.strip_prefix("the API ") {
            return self.api_line(rest);
        }
        if let Some(rest) = what.strip_prefix("the next ") {
            return self.next_line(rest);
        }
        if let Some(rest) = what.strip_prefix("the bridge ") {
            return match rest {
                "stops" => self.stop(),
                "starts" => self.start(),
                "restarts" => self.restart(),
                "will die when it has asked" => self.telegram.is_fatal_to_ask = true,
                "of the first version stops, and this one starts" => self.update_from_first_version(),
                _ => panic!("not understood: {what}"),
            };
        }
        if let Some(rest) = what.strip_prefix("the host ") {
            return self.host_line(rest);
        }
        if let Some(handle) = what.strip_prefix("the operator invites ") {
            self.tickets += 1;
            let (ticket, account) = (self.tickets, handle.to_owned());
            return self.events.push_back(Event::InvitationWanted { ticket, account });
        }
        if let Some(rest) = what.strip_prefix("telegram ") {
            return match rest {
                "is down" => self.telegram.is_down = true,
                "refuses the buttons of accounts" => self.telegram.refuses = Some(Refuses::Choices),
                "refuses to change questions" => self.telegram.refuses = Some(Refuses::Changes),
                "moves the office" => {
                    let [from, to] = [chat("office"), chat("new office")];
                    self.settings.chats = [to].into();
                    self.report(Happened::Moved { from, to });
                }
                "is up" => {
                    self.telegram.is_down = false;
                    self.send_what_waits();
                }
                _ => panic!("not understood: {what}"),
            };
        }
        if let Some(rest) = what.strip_prefix("an admin without a name says in the office: ") {
            let office = ChatId(GROUPS[0].1);
            return self.write_message(None, office, &Letter::plain(rest));
        }
        if what == "the config has no webhook any more" {
            // Seen by the bridge when it starts the next time.
            self.host = Host::default();
            return;
        }
        if let Some(who) = what.strip_prefix("the config takes off its list ") {
            // Seen by the bridge when it starts the next time.
            self.settings.managers.remove(&person(who));
            return;
        }
        if let Some(who) = what.strip_prefix("the config puts on its list ") {
            // Seen by the bridge when it starts the next time.
            self.settings.managers.insert(person(who));
            return;
        }
        if self.session_line(what) {
            return;
        }
        if let Some((who, tag)) = what.split_once("’s Telegram speaks ") {
            // Seen by the bridge with the next thing that they do.
            self.languages.insert(person(who), tag.to_owned());
            return;
        }
        if let Some(who) = what.strip_prefix("the menu of ") {
            let menu = self.telegram.menus.get(&person(who)).copied().flatten();
            let of = |menu: Menu| if menu.is_managers { "a manager" } else { "a creator" };
            let seen = menu.map_or_else(
                || "what everybody has".to_owned(),
                |menu| format!("that of {}, {:?}", of(menu), menu.language),
            );
            return self.write(&seen);
        }
        if let Some(who) = what.strip_prefix("what is kept of ") {
            return self.write_what_is_kept_of(person(who));
        }
        let (who, does) = what.split_once(' ').unwrap();
        self.person_line(who, does);
    }

    fn person_line(&mut self, who: &str, does: &str) {
        let id = person(who);
        let own = ChatId(id.0);
        if let Some(text) = does.strip_prefix("says in the ") {
            let (group, text) = text.split_once(": ").unwrap();
            return self.write_message(Some(id), chat(group), &Letter::plain(text));
        }
        if let Some(text) = does.strip_prefix("says ") {
            return self.write_message(Some(id), own, &Letter::plain(text));
        }
        if let Some(text) = does.strip_prefix("forwards from Telegram: ") {
            let letter = Letter { from_telegram: true, ..Letter::plain(text) };
            return self.write_message(Some(id), own, &letter);
        }
        if let Some(what) = does.strip_prefix("sends a ") {
            let letter = Letter { is_text: false, ..Letter::plain(what) };
            return self.write_message(Some(id), own, &letter);
        }
        if let Some(rest) = does.strip_prefix("replies to ") {
            let (fragment, text) = rest.split_once(": ").unwrap();
            let (quoted, _) = self.telegram.newest(own, |it| it.text.contains(fragment)).unwrap();
            let letter = Letter { replies_to: Some(quoted), ..Letter::plain(text) };
            return self.write_message(Some(id), own, &letter);
        }
        if let Some(rest) = does.strip_prefix("edits ") {
            let (old, new) = rest.split_once(" to ").unwrap();
            return self.edit_message(id, own, old, new);
        }
        if let Some(text) = does.strip_prefix("has written, unheard, ") {
            let number = self.telegram.next_message(own);
            let standing = Standing { text: text.to_owned(), buttons: Vec::new(), author: Some(id) };
            self.telegram.put(own, number, standing);
            return;
        }
        if does == "is heard" {
            let (number, standing) = self.telegram.newest(own, |it| it.author == Some(id)).unwrap();
            let letter = Letter::plain(&standing.text);
            let message = self.message(Some(id), own, number, &letter, None);
            return self.report(Happened::Wrote(message));
        }
        if let Some(rest) = does.strip_prefix("deletes the message “") {
            let fragment = rest.trim_end_matches('”');
            let (number, _) = self.telegram.newest(own, |it| it.text.contains(fragment)).unwrap();
            self.telegram.chats.entry(own).or_default().remove(&number);
            return;
        }
        if let Some(rest) = does.strip_prefix("opens the invitation") {
            let index = rest.trim().parse().unwrap_or(self.words.len());
            let text = format!("/start {}", self.words[index - 1]);
            return self.write_message(Some(id), own, &Letter::plain(&text));
        }
        match does {
            "blocks the bot" | "unblocks the bot" => {
                let reachable = does.starts_with("un");
                self.block(own, !reachable);
                self.report(Happened::Reach { person: id, reachable });
            }
            "has blocked the bot" => self.block(own, true),
            "has unblocked the bot" => self.block(own, false),
            "does not let the bot delete" => {
                self.telegram.sealed.insert(own);
            }
            _ => self.press_line(who, id, does.strip_prefix("presses ").expect(does)),
        }
    }

    fn block(&mut self, chat: ChatId, blocked: bool) {
        if blocked {
            self.telegram.blocked.insert(chat);
        } else {
            self.telegram.blocked.remove(&chat);
        }
    }

    /// `presses Not me`, `… in the office`, `… in the chat of kim`, `the gone …`, `bella’s …`, `a forged button`
    fn press_line(&mut self, who: &str, id: PersonId, what: &str) {
        let (label, at) =
            what.split_once(" in the ").map_or((what, ChatId(id.0)), |(label, at)| (label, chat(at)));
        let ever = |world: &Self, at: ChatId, label: &str| -> Shown {
            let all = &world.telegram.buttons;
            all.iter().rev().find(|it| it.chat == at && it.label == label).cloned().expect(label)
        };
        let button = if let Some(data) = label.strip_prefix("a forged button ") {
            Shown { chat: at, message: MessageId(1), label: String::new(), data: data.to_owned() }
        } else if let Some(label) = label.strip_prefix("the gone ") {
            ever(self, at, label)
        } else if let Some((owner, label)) = label.split_once("’s ") {
            ever(self, ChatId(person(owner).0), label)
        } else {
            self.telegram.visible_button(at, label).unwrap_or_else(|| panic!("{who} sees no {label}"))
        };
        let query = self.telegram.next_query(who);
        let at = Some(Address { chat: at, thread: None });
        let press =
            Press { query, speaker: speaker(self, id), at, message: Some(button.message), data: button.data };
        self.report(Happened::Pressed(press));
    }

    fn write_message(&mut self, who: Option<PersonId>, at: ChatId, letter: &Letter<'_>) {
        let number = self.telegram.next_message(at);
        let standing = Standing { text: letter.text.to_owned(), buttons: Vec::new(), author: who };
        self.telegram.put(at, number, standing);
        let message = self.message(who, at, number, letter, None);
        self.report(Happened::Wrote(message));
    }

    fn edit_message(&mut self, who: PersonId, at: ChatId, old: &str, new: &str) {
        let found = self.telegram.newest(at, |it| it.author == Some(who) && it.text == old);
        let (number, _) = found.expect("what is edited was deleted or never written");
        let standing = Standing { text: new.to_owned(), buttons: Vec::new(), author: Some(who) };
        self.telegram.put(at, number, standing);
        let edited = TelegramTime(self.now.0.div_euclid(1_000));
        let message = self.message(Some(who), at, number, &Letter::plain(new), Some(edited));
        self.report(Happened::Wrote(message));
    }

    fn message(
        &self,
        who: Option<PersonId>,
        at: ChatId,
        id: MessageId,
        letter: &Letter<'_>,
        edited: Option<TelegramTime>,
    ) -> Message {
        let content =
            if letter.is_text { Content::Text(Said::new(letter.text.to_owned())) } else { Content::NotText };
        Message {
            at: Address { chat: at, thread: None },
            private: at.0 > 0,
            speaker: who.map(|who| speaker(self, who)),
            id,
            date: TelegramTime(self.now.0.div_euclid(1_000)),
            edited,
            replies_to: letter.replies_to,
            from_telegram: letter.from_telegram,
            content,
        }
    }

    /// `shows needs_otp for att_9 with face link`, `fails all looks: 429`, `mends`, …
    fn api_line(&mut self, what: &str) {
        if let Some(rest) = what.strip_prefix("shows ") {
            return self.api_shows(rest);
        }
        if let Some(rest) = what.strip_prefix("answers the code: ") {
            let (attempt, request) = self.api.hanging.take().unwrap();
            let result = self.api.judge(&attempt, verdict(rest));
            return self.events.push_back(Event::Judged { attempt, request, result });
        }
        if let Some(rest) = what.strip_prefix("answers the reauthentication: ") {
            let (account, request) = self.api.hanging_reauths.pop_front().unwrap();
            return self.reauthenticated(account, request, &verdict(rest));
        }
        if let Some(rest) = what.strip_prefix("answers looks with ") {
            self.api.looks = Some(trouble(rest).unwrap());
            return;
        }
        if let Some(rest) = what.strip_prefix("answers looks at ") {
            let (attempt, how) = rest.split_once(" with ").unwrap();
            self.api.looks_at.insert(AttemptId::parse(attempt).unwrap(), trouble(how).unwrap());
            return;
        }
        if let Some(rest) = what.strip_prefix("answers lists with ") {
            self.api.listing = Some(trouble(rest).unwrap());
            return;
        }
        if let Some(rest) = what.strip_prefix("lists acc_") {
            let (id, handle) = rest.split_once(" as @").unwrap();
            let (id, handle) = account(&format!("acc_{id}"), handle);
            self.api.accounts.retain(|(known, _)| *known != id);
            return self.api.accounts.push((id, handle));
        }
        match what {
            "lists 25 accounts" => {
                let name = |index| (format!("acc_{index}"), format!("a{index:02}"));
                let accounts = (0..25).map(name).map(|(id, handle)| account(&id, &handle));
                self.api.accounts.extend(accounts);
            }
            "is well again" => {
                self.api.looks = None;
                self.api.looks_at.clear();
                self.api.listing = None;
            }
            _ => panic!("not understood: the API {what}"),
        }
    }

    fn api_shows(&mut self, what: &str) {
        let (what, with) = what.split_once(" with ").map_or((what, None), |(what, with)| (what, Some(with)));
        let (what, account) = what.split_once(" as ").map_or((what, None), |(what, it)| (what, Some(it)));
        let (state, id) = what.split_once(" for ").map_or((what, None), |(what, id)| (what, Some(id)));
        let id = id.map_or_else(|| self.api.latest.clone().unwrap(), |id| AttemptId::parse(id).unwrap());
        self.api.latest = Some(id.clone());
        let state = AttemptState::parse(state);
        let sign_in = self.api.attempts.entry(id).or_insert_with(|| SignIn::new(state.clone()));
        sign_in.state = state;
        if let Some(it) = account {
            sign_in.account = twofa_bridge::model::AccountId::parse(it);
        }
        for with in with.into_iter().flat_map(|with| with.split(" and ")) {
            let link = LINKS.iter().find(|(name, _)| *name == with).map(|(_, link)| (*link).to_owned());
            match with {
                "face link" | "another face link" => sign_in.face = link,
                "page link" => sign_in.page = link,
                "phone link" => sign_in.phone = link,
                "an unsafe link" => sign_in.face = Some("http://verify.example/".to_owned()),
                _ if with.starts_with("channel ") => sign_in.channel = Some(with[8..].to_owned()),
                _ => sign_in.mask = Some(with.strip_prefix("mask ").expect(with).to_owned()),
            }
        }
    }

    /// `answer will be wrong`, `reauthentication will be 412`, `email will be lost`
    fn next_line(&mut self, what: &str) {
        let (what, how) = what.split_once(" will be ").unwrap();
        if what == "delivery" {
            return self.deliveries.push_back(how == "taken");
        }
        let verdict = verdict(how);
        match what {
            "answer" => self.api.answers.push_back(verdict),
            "reauthentication" => self.api.reauths.push_back(verdict),
            "email" => self.api.emails.push_back(verdict),
            _ => panic!("not understood: the next {what}"),
        }
    }

    /// `hands over att_7 for @bella`, `asks about att_7`
    fn host_line(&mut self, what: &str) {
        self.tickets += 1;
        let ticket = self.tickets;
        if let Some(rest) = what.strip_prefix("hands over ") {
            let (attempt, account) = rest.split_once(" for ").unwrap();
            let attempt = AttemptId::parse(attempt).unwrap();
            let (account, started_by) = (account.to_owned(), Name::new("Crm"));
            return self.events.push_back(Event::Handed { ticket, attempt, account, started_by });
        }
        let attempt = AttemptId::parse(what.strip_prefix("asks about ").unwrap()).unwrap();
        self.events.push_back(Event::Inquired { ticket, attempt });
    }
}

/// The moment at the beginning of a line: `10:00:05 …`, `day 2 10:00:05 …`
fn moment(line: &str) -> (Timestamp, &str) {
    let (day, rest) = match line.strip_prefix("day ") {
        Some(rest) => {
            rest.split_once(' ').map(|(day, rest)| (day.parse::<i64>().unwrap() - 1, rest)).unwrap()
        }
        None => (0, line),
    };
    let (time, what) = rest.split_once(' ').unwrap();
    let parts: Vec<i64> = time.split(':').map(|part| part.parse().expect(line)).collect();
    let [hours, minutes, seconds] = parts[..] else { panic!("no time: {line}") };
    (at_time(day, hours * 3_600 + minutes * 60 + seconds), what)
}

fn person(name: &str) -> PersonId {
    let found = PEOPLE.iter().find(|(known, _)| *known == name);
    PersonId(found.unwrap_or_else(|| panic!("nobody is called {name}")).1)
}

fn chat(name: &str) -> ChatId {
    if let Some(who) = name.strip_prefix("chat of ") {
        return ChatId(person(who).0);
    }
    ChatId(GROUPS.iter().find(|(known, _)| *known == name).expect("a group").1)
}

fn speaker(world: &World, id: PersonId) -> Speaker {
    let (name, _) = PEOPLE.iter().find(|(_, known)| *known == id.0).unwrap();
    let language = world.languages.get(&id).map_or("en", String::as_str);
    Speaker { id, name: Name::new(&capital(name)), language: Some(language.to_owned()) }
}
