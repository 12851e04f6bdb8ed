//! What people see: messages of ours as they stand in their chats, and who may read what.

use std::collections::BTreeSet;

use twofa_bridge::model::notice::CheckSaid;
use twofa_bridge::model::{
    AccountId, Address, ChatId, Language, MessageId, Notice, PersonId, RecordKey, TelegramTime, Timestamp,
    Word,
};
use twofa_bridge::switchboard::command::{AttemptView, HandOver, Response, Say, Show};
use twofa_bridge::switchboard::event::{Event, Unshown};
use twofa_bridge::texts::Does;

use super::super::telegram::{Parcel, Refuses, Standing};
use super::{LINES_WORTH_REPEATING, World, chat_name};

/// How a message comes to stand as it does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    New,
    Silently,
    Edited,
}

impl World {
    /// The agency's own system, or the operator, reads the answer to a request.
    pub(super) fn respond(&mut self, response: &Response) {
        let text = match response {
            Response::Invitation { handle, word, .. } => {
                self.words.push(word.expose().to_owned());
                format!("the operator ← word-{} for {handle}", self.words.len())
            }
            Response::Attempt(view) => {
                let time = |at: Option<Timestamp>| at.map_or_else(|| "–".to_owned(), clock);
                let state = view.state.as_deref().unwrap_or("–");
                let (asked, answered) = (time(view.asked_at), time(view.answered_at));
                let AttemptView { attempt, account, status, .. } = view;
                format!(
                    "the host ← {attempt} of {account}: {state}, {status}, asked {asked}, answered {answered}"
                )
            }
            Response::AccountBusy(attempt) => format!("the host ← AccountBusy with {attempt}"),
            Response::AmbiguousAccount(accounts) => {
                let accounts: Vec<&str> = accounts.iter().map(AccountId::as_str).collect();
                format!("the host ← AmbiguousAccount: {}", accounts.join(", "))
            }
            Response::Watching
            | Response::AlreadyWatching
            | Response::UnknownAccount
            | Response::AccountsUnavailable
            | Response::AttemptTaken
            | Response::AccountFrozen
            | Response::TooManyAttempts
            | Response::UnknownAttempt
            | Response::Overview(_) => format!("the host ← {response:?}"),
        };
        self.write(&text);
    }

    /// Sends what Telegram takes, and keeps the rest.
    pub(super) fn send(&mut self, parcel: Parcel) {
        if self.telegram.is_down {
            if let Parcel::Show(new) = &parcel {
                let is_older = |it: &Parcel| matches!(it, Parcel::Show(old) if old.post == new.post);
                self.telegram.parcels.retain(|it| !is_older(it));
            }
            return self.telegram.parcels.push(parcel);
        }
        match parcel {
            Parcel::Show(show) => self.show(*show),
            Parcel::Say(say) => self.say(*say),
        }
    }

    /// Telegram takes what it had not taken.
    pub(in super::super) fn send_what_waits(&mut self) {
        for parcel in std::mem::take(&mut self.telegram.parcels) {
            self.send(parcel);
        }
        for update in std::mem::take(&mut self.telegram.settled_when_said) {
            self.telegram.settle(twofa_bridge::model::UpdateId(update));
        }
    }

    pub(super) fn show(&mut self, show: Show) {
        let Show { post, revision, to, edit, notice, offer, link, language, silent, .. } = show;
        self.assert_may_read(to, &notice);
        let chat = to.chat;
        // Like the outbox, which need not be told twice where a message of ours stands.
        let edit = edit.or_else(|| self.telegram.posts.get(&post).copied());
        if self.telegram.blocked.contains(&chat) {
            return self.events.push_back(Event::NotShown { post, revision, why: Unshown::ChatGone });
        }
        let message = match edit {
            Some(message) if self.telegram.chats.get(&chat).is_some_and(|it| it.contains_key(&message)) => {
                message
            }
            Some(_) => {
                self.telegram.posts.remove(&post);
                return self.events.push_back(Event::NotShown { post, revision, why: Unshown::MessageGone });
            }
            None => self.telegram.next_message(chat),
        };
        let is_refused = match self.telegram.refuses {
            Some(Refuses::Choices) => matches!(notice, Notice::WhichAccount { .. }),
            Some(Refuses::Changes) => edit.is_some() && matches!(notice, Notice::Question(_)),
            None => false,
        };
        if is_refused {
            return self.events.push_back(Event::NotShown { post, revision, why: Unshown::Rejected });
        }
        let (text, rows) = self.words_of(&notice, None, language);
        let buttons = rows
            .into_iter()
            .map(|row| {
                row.into_iter()
                    .map(|(label, does)| (label, data(does, offer.as_ref(), link.as_ref())))
                    .collect()
            })
            .collect();
        let how = match edit {
            Some(_) => How::Edited,
            // That a status makes no sound goes without saying.
            None if silent && !matches!(notice, Notice::Status(_)) => How::Silently,
            None => How::New,
        };
        self.stand(chat, message, how, text, buttons);
        self.telegram.posts.insert(post, message);
        if self.telegram.is_fatal_to_ask && matches!(notice, Notice::Question(_)) {
            self.telegram.is_fatal_to_ask = false;
            return self.stop();
        }
        let date = TelegramTime(self.now.0.div_euclid(1_000));
        self.events.push_back(Event::Shown { post, revision, message, date });
    }

    pub(super) fn say(&mut self, say: Say) {
        let Say { to, notice, offer, word, language, .. } = say;
        self.assert_may_read(to, &notice);
        let chat = to.chat;
        if self.telegram.blocked.contains(&chat) {
            return;
        }
        let message = self.telegram.next_message(chat);
        let (text, rows) = self.words_of(&notice, word.as_ref(), language);
        let buttons = rows
            .into_iter()
            .map(|row| {
                row.into_iter().map(|(label, does)| (label, data(does, offer.as_ref(), None))).collect()
            })
            .collect();
        self.stand(chat, message, How::New, text, buttons);
    }

    /// A document with what is stored about a person comes to them.
    pub(super) fn hand_over(&mut self, document: &HandOver) {
        let HandOver { to, data, .. } = document;
        assert_eq!(to.chat.0, data.telegram_id, "what is stored about a person is for that person");
        let json = serde_json::to_string_pretty(data).unwrap();
        self.assert_no_code(&json);
        self.telegram.next_message(to.chat);
        self.write(&format!("{} gets a document: {json}", chat_name(to.chat)));
    }

    /// What stands on the disk about a person: the kinds of the records that have their number or their name.
    pub(in super::super) fn write_what_is_kept_of(&mut self, person: PersonId) {
        let name = format!("\"{}\"", super::capital(chat_name(ChatId(person.0))));
        let number = person.0.to_string();
        // Hashes and pseudonyms hold any digits by chance.
        let is_chance = |part: &&str| part.len() >= 32 && part.bytes().all(|it| it.is_ascii_hexdigit());
        let without_chance =
            |json: &String| json.split('"').filter(|it| !is_chance(it)).collect::<Vec<_>>().join("\"");
        let is_about = |json: &String| {
            let json = without_chance(json);
            json.contains(&number) || json.contains(&name)
        };
        let about: Vec<&str> = self
            .store
            .iter()
            .filter(|(_, json)| is_about(json))
            .filter_map(|(_, json)| json.trim_start_matches("{\"").split('"').next())
            .collect();
        let text = if about.is_empty() { "nothing".to_owned() } else { about.join(", ") };
        self.write(&format!("the disk holds: {text}"));
    }

    /// A message of ours stands in a chat.
    pub(super) fn stand(
        &mut self,
        chat: ChatId,
        message: MessageId,
        how: How,
        text: String,
        buttons: Vec<Vec<(String, String)>>,
    ) {
        self.assert_no_code(&text);
        let standing = Standing { text, buttons, author: None };
        let before = self.telegram.put(chat, message, standing.clone());
        let (before, lines) = (before.map(|it| it.lines()).unwrap_or_default(), standing.lines());
        if lines == before {
            return;
        }
        let verb = match how {
            How::New => "",
            How::Silently => " without a sound",
            How::Edited => " edited",
        };
        let is_known = !self.shown.insert(lines.clone()) && lines.len() > LINES_WORTH_REPEATING;
        let seen = if is_known && how != How::Edited {
            format!("{} (the rest as above)", lines[0])
        } else {
            changed(&before, lines).join("\n    ")
        };
        self.write(&format!("{} #{}{verb}: {seen}", chat_name(chat), message.0));
    }

    pub(super) fn delete(&mut self, at: Address, message: MessageId) {
        let chat = at.chat;
        let Some(standing) = self.telegram.chats.get(&chat).and_then(|it| it.get(&message)).cloned() else {
            return;
        };
        if self.telegram.sealed.contains(&chat) {
            return self.events.push_back(Event::NotDeleted { at });
        }
        self.telegram.chats.entry(chat).or_default().remove(&message);
        let author = standing.author.map_or("the bot", |author| chat_name(ChatId(author.0)));
        self.write(&format!("{}: “{}” of {author} is deleted", chat_name(chat), standing.text));
    }

    /// The words and buttons of a notice, without what is random and what is invisible.
    pub(super) fn words_of(
        &mut self,
        notice: &Notice,
        word: Option<&Word>,
        language: Language,
    ) -> (String, Vec<Vec<(String, Does)>>) {
        let notice = self.tags.normal(notice);
        let shown = word.map(|word| {
            self.words.push(word.expose().to_owned());
            Word::parse(&format!("word-{}", self.words.len())).unwrap()
        });
        let rendered = self.texts.in_language(language).render(&notice, shown.as_ref());
        let rows = rendered.buttons.into_iter().map(|row| {
            row.into_iter().map(|button| (without_marks(&button.label), button.does)).collect::<Vec<_>>()
        });
        (without_marks(&rendered.text), rows.collect())
    }

    /// What is about an account is read by who is linked to it and by managers, and what asks for a code by nobody but
    /// the former.
    pub(super) fn assert_may_read(&self, to: Address, notice: &Notice) {
        if to.chat.0 < 0 {
            let is_listed = self.settings.chats.contains(&to.chat);
            assert!(is_listed || *notice == Notice::OnlyInPrivate, "{notice:?} to a strange group");
        }
        let is_manager = to.chat.0 < 0 || self.settings.managers.contains(&PersonId(to.chat.0));
        if is_manager {
            assert!(
                !matches!(
                    notice,
                    Notice::Question(_)
                        | Notice::Ready(_)
                        | Notice::WhichAccount { .. }
                        | Notice::Check(CheckSaid::Question { .. })
                ),
                "a manager is asked"
            );
            let json = serde_json::to_string(notice).unwrap();
            let shows_mark = json.contains("\"mark\":") && !json.contains("\"mark\":null");
            assert!(!shows_mark, "a manager sees a mark: {json}");
            return;
        }
        let is_answer = matches!(
            notice,
            Notice::Invited { .. }
                | Notice::InvitationDeclined { .. }
                | Notice::TooManyLinks { .. }
                | Notice::NotLinked { .. }
                | Notice::Stopped { .. }
                | Notice::ForgetMe { .. }
                | Notice::Forgotten { .. }
                | Notice::History { account: None, .. }
                | Notice::Unlinked { .. }
                | Notice::QuestionEnded { .. }
                | Notice::QuestionRepeated { .. }
                | Notice::ReadyEnded { .. }
                | Notice::Check(CheckSaid::Ended { read: false, .. })
                | Notice::ReadyAnswered { started: false, .. }
        );
        let mut handles = BTreeSet::new();
        collect_handles(&serde_json::to_value(notice).unwrap(), &mut handles);
        for handle in handles {
            let is_linked = self.store.keys().any(|key| {
                let RecordKey::Link(account, person) = key else { return false };
                let known = self.store.get(&RecordKey::Account(account.clone()));
                person.0 == to.chat.0
                    && known.is_some_and(|json| json.contains(&format!("\"handle\":\"{handle}\"")))
            });
            assert!(is_linked || is_answer, "{} reads about @{handle}: {notice:?}", chat_name(to.chat));
        }
    }
}

/// What stands in a button's data.
fn data(
    does: Does,
    offer: Option<&twofa_bridge::model::OfferWord>,
    link: Option<&twofa_bridge::model::WebLink>,
) -> String {
    match does {
        Does::Choose(choice) => format!("{}.{}", offer.unwrap().0, choice.letter()),
        Does::Open => link.unwrap().expose().to_owned(),
    }
}

fn collect_handles(value: &serde_json::Value, handles: &mut BTreeSet<String>) {
    if let Some(entries) = value.as_object() {
        for (key, value) in entries {
            if let ("handle", Some(handle)) = (key.as_str(), value.as_str()) {
                handles.insert(handle.to_owned());
            }
            collect_handles(value, handles);
        }
    }
    for value in value.as_array().into_iter().flatten() {
        collect_handles(value, handles);
    }
}

/// A moment as the time of day.
fn clock(at: Timestamp) -> String {
    let seconds = (at.0 / 1_000).rem_euclid(24 * 3_600);
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// The lines of a message that are other than before; `⋮` stands for what is as it was above and below.
fn changed(before: &[String], lines: Vec<String>) -> Vec<String> {
    let above = before.iter().zip(&lines).take_while(|(one, other)| one == other).count();
    let rest = before[above..].iter().rev().zip(lines[above..].iter().rev());
    let below = rest.take_while(|(one, other)| one == other).count();
    let last = lines.len() - below;
    let mut changed: Vec<String> = lines.into_iter().take(last).skip(above).collect();
    if above > 0 {
        let first = changed.first().cloned().unwrap_or_else(|| "(less)".to_owned());
        changed = std::iter::once(format!("⋮ {first}")).chain(changed.into_iter().skip(1)).collect();
    }
    if let (true, Some(last)) = (below > 0, changed.last_mut()) {
        last.push_str(" ⋮");
    }
    changed
}

fn without_marks(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
