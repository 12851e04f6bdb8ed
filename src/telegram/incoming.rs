//! What of an update concerns us: an update as Telegram sends it becomes an [`Incoming`].
//!
//! It never fails. What cannot be read, or is of a kind we do not know, is `Happened::Nothing` and is confirmed
//! like everything else, so that it stops nothing that comes after it.

use serde::de::DeserializeOwned;
use serde_json::Value;
use teloxide::types::{
    CallbackQuery, Chat, ChatId as RawChatId, ChatMemberUpdated, Message as RawMessage, MessageKind,
    MessageOrigin, User, UserId,
};

use crate::model::incoming::{Content, Happened, Incoming, Message, Press, Speaker};
use crate::model::{Address, ChatId, MessageId, Name, PersonId, Said, TelegramTime, ThreadId, UpdateId};

/// The account from which Telegram itself writes, its login codes among others.
pub const TELEGRAM_ITSELF: UserId = UserId(777_000);
/// Whom Telegram names as the sender when an administrator of a group writes as the group.
pub const ANONYMOUS_ADMINISTRATOR: UserId = UserId(1_087_968_824);
/// The language codes that clients send are `xx` or `xx-yyyy`; a longer one is nobody's language.
pub const LANGUAGE_MOST: usize = 16;
/// What is read of a message that is text. Whatever else it carries (kinds of formatting that teloxide does not know,
/// the message it quotes) must not make it unreadable: a code may stand in it.
const READ_OF_A_TEXT: [&str; 10] = [
    "message_id",
    "message_thread_id",
    "is_topic_message",
    "date",
    "edit_date",
    "chat",
    "from",
    "sender_chat",
    "forward_origin",
    "text",
];

/// Reads one update. `None` if it has no number: then it can be neither told from others nor confirmed.
///
/// The parts are read one by one, not as teloxide's `Update`, which logs whole updates that it cannot read.
pub fn read(mut update: Value) -> Option<Incoming> {
    let number = u32::try_from(update.get("update_id")?.as_u64()?).ok()?;
    let what = if let Some(message) = update.get_mut("message") {
        wrote(message, false)
    } else if let Some(message) = update.get_mut("edited_message") {
        wrote(message, true)
    } else if let Some(query) = part::<CallbackQuery>(&mut update, "callback_query") {
        pressed(query)
    } else if let Some(change) = part::<ChatMemberUpdated>(&mut update, "my_chat_member") {
        reach(&change)
    } else {
        None
    };
    Some(Incoming { update: UpdateId(number), what: what.unwrap_or(Happened::Nothing) })
}

/// One part of an update, if it is there and can be read. Why it cannot be is not said: the error would quote it.
fn part<T: DeserializeOwned>(update: &mut Value, key: &str) -> Option<T> {
    serde_json::from_value(update.get_mut(key)?.take()).ok()
}

fn wrote(message: &mut Value, is_edit: bool) -> Option<Happened> {
    let quoted = message.pointer("/reply_to_message/message_id").and_then(Value::as_i64);
    let replies_to = quoted.and_then(|quoted| i32::try_from(quoted).ok()).map(MessageId);
    let fields = message.as_object_mut()?;
    if fields.contains_key("text") {
        fields.retain(|field, _| READ_OF_A_TEXT.contains(&field.as_str()));
    }
    let raw = &serde_json::from_value::<RawMessage>(message.take()).ok()?;

    if let Some(to) = raw.migrate_to_chat_id() {
        return Some(Happened::Moved { from: chat_id(raw.chat.id), to: chat_id(*to) });
    }
    // Telegram announces a move twice, in the old group and in the new one. Once is enough.
    if raw.chat.is_channel() || raw.migrate_from_chat_id().is_some() || is_announcement(&raw.kind) {
        return None;
    }
    let date = TelegramTime(raw.date.timestamp());
    let edited = raw.edit_date().map(|date| TelegramTime(date.timestamp()));
    let content = raw.text().map_or(Content::NotText, |text| Content::Text(Said::new(text.to_owned())));
    Some(Happened::Wrote(Message {
        at: address(raw),
        private: raw.chat.is_private(),
        speaker: author(raw),
        id: MessageId(raw.id.0),
        date,
        edited: is_edit.then(|| edited.unwrap_or(date)),
        replies_to,
        from_telegram: raw.forward_origin().is_some_and(is_from_telegram),
        content,
    }))
}

/// Whether Telegram tells of something in the chat (a pin, a new member, a new title) rather than a person.
///
/// `Empty` is what teloxide makes of contents that it does not know: a person may well have sent one.
fn is_announcement(kind: &MessageKind) -> bool {
    !matches!(kind, MessageKind::Common(_) | MessageKind::Dice(_) | MessageKind::Empty {})
}

/// A person who stands behind a message with their own name, if one does.
fn author(raw: &RawMessage) -> Option<Speaker> {
    let from = raw.from.as_ref().filter(|_| raw.sender_chat.is_none())?;
    (from.id != ANONYMOUS_ADMINISTRATOR).then(|| speaker(from)).flatten()
}

fn speaker(user: &User) -> Option<Speaker> {
    if user.is_bot {
        return None;
    }
    let language = user.language_code.clone().filter(|code| code.len() <= LANGUAGE_MOST);
    Some(Speaker { id: person_id(user.id)?, name: Name::new(&user.first_name), language })
}

/// Whether a message was forwarded from Telegram's own account. A forwarder's privacy does not hide that one: only
/// its number counts, since anybody can call themselves Telegram.
fn is_from_telegram(origin: &MessageOrigin) -> bool {
    matches!(origin, MessageOrigin::User { sender_user, .. } if sender_user.id == TELEGRAM_ITSELF)
}

fn pressed(query: CallbackQuery) -> Option<Happened> {
    let at = query
        .message
        .as_ref()
        .map(|message| message.regular_message().map_or_else(|| whole_chat(message.chat()), address));
    let message = query.message.as_ref().map(|message| MessageId(message.id().0));
    Some(Happened::Pressed(Press {
        speaker: speaker(&query.from)?,
        query: query.id.0,
        at,
        message,
        data: query.data.unwrap_or_default(),
    }))
}

/// In a private chat, the bot's own membership says whether the person has blocked it.
fn reach(change: &ChatMemberUpdated) -> Option<Happened> {
    if !change.chat.is_private() {
        return None;
    }
    let person = person_id(change.from.id)?;
    let member = &change.new_chat_member.kind;
    if member.is_banned() {
        Some(Happened::Reach { person, reachable: false })
    } else if member.is_member() {
        Some(Happened::Reach { person, reachable: true })
    } else {
        None
    }
}

/// Where an answer to a message goes. Outside forums, `message_thread_id` is a chain of replies and no topic.
fn address(raw: &RawMessage) -> Address {
    let topic = raw.thread_id.filter(|_| raw.is_topic_message);
    Address { chat: chat_id(raw.chat.id), thread: topic.map(|topic| ThreadId(topic.0.0)) }
}

fn whole_chat(chat: &Chat) -> Address {
    Address { chat: chat_id(chat.id), thread: None }
}

fn chat_id(raw: RawChatId) -> ChatId {
    ChatId(raw.0)
}

fn person_id(raw: UserId) -> Option<PersonId> {
    i64::try_from(raw.0).ok().map(PersonId)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn bella() -> Value {
        json!({"id": 7, "is_bot": false, "first_name": "Bella", "language_code": "de"})
    }

    fn private() -> Value {
        json!({"id": 7, "type": "private", "first_name": "Bella"})
    }

    fn group() -> Value {
        json!({"id": -1_001_234_567_890_i64, "type": "supergroup", "title": "Agency", "is_forum": true})
    }

    fn message(fields: Value) -> Value {
        let mut message = json!({"message_id": 5, "date": 1_700_000_000, "chat": private(), "from": bella()});
        message.as_object_mut().unwrap().append(&mut serde_json::from_value(fields).unwrap());
        message
    }

    fn happened(kind: &str, body: Value) -> Happened {
        let mut update = json!({"update_id": 9});
        update[kind] = body;
        let incoming = read(update).unwrap();
        assert_eq!(incoming.update, UpdateId(9));
        incoming.what
    }

    fn written(fields: Value) -> Message {
        let Happened::Wrote(message) = happened("message", message(fields)) else { panic!("not a message") };
        message
    }

    #[test]
    fn a_private_message_says_who_wrote_what_and_when() {
        let quoted = message(json!({"text": "Which code?", "message_id": 4}));
        let heard = written(json!({"text": "123456", "reply_to_message": quoted}));
        assert!(matches!(&heard.content, Content::Text(said) if said.expose() == "123456"));
        assert_eq!((heard.private, heard.date, heard.edited), (true, TelegramTime(1_700_000_000), None));
        assert_eq!((heard.at, heard.id), (PersonId(7).chat(), MessageId(5)));
        assert_eq!(heard.replies_to, Some(MessageId(4)));
        let speaker = heard.speaker.unwrap();
        assert_eq!((speaker.id, speaker.name.as_str()), (PersonId(7), "Bella"));
        assert_eq!(speaker.language.as_deref(), Some("de"));
    }

    #[test]
    fn an_edit_says_when() {
        let body = message(json!({"text": "654321", "edit_date": 1_700_000_060}));
        let Happened::Wrote(heard) = happened("edited_message", body) else { panic!() };
        assert_eq!(heard.edited, Some(TelegramTime(1_700_000_060)));
    }

    #[test]
    fn only_typed_text_is_text() {
        let photo = json!([{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "file_size": 1}]);
        for fields in [json!({"photo": photo, "caption": "123456"}), json!({"a_kind_of_the_future": {}})] {
            assert!(matches!(written(fields).content, Content::NotText));
        }
    }

    #[test]
    fn what_a_text_carries_beside_its_words_does_not_make_it_unreadable() {
        let odd = json!({"type": "formatting_of_the_future", "offset": 0, "length": 6});
        let heard = written(json!({
            "text": "123456",
            "entities": [odd],
            "reply_to_message": {"message_id": 4, "shape": "of the future"},
            "link_preview_options": "of the future",
        }));
        assert!(matches!(heard.content, Content::Text(_)));
        assert_eq!(heard.replies_to, Some(MessageId(4)));
    }

    #[test]
    fn nobody_speaks_for_a_chat_an_anonymous_administrator_or_a_bot() {
        let anonymous = json!({"id": 1_087_968_824, "is_bot": true, "first_name": "Group"});
        let bot = json!({"id": 8, "is_bot": true, "first_name": "Bot"});
        for fields in [
            json!({"chat": group(), "text": "/status", "sender_chat": group()}),
            json!({"chat": group(), "text": "/status", "from": anonymous}),
            json!({"chat": group(), "text": "/status", "from": bot}),
        ] {
            let heard = written(fields);
            assert!(heard.speaker.is_none() && !heard.private);
        }
    }

    #[test]
    fn an_answer_goes_to_the_topic_but_not_to_a_chain_of_replies() {
        let topic = json!({"chat": group(), "text": "x", "message_thread_id": 3, "is_topic_message": true});
        assert_eq!(written(topic).at.thread, Some(ThreadId(3)));
        let chain = json!({"chat": group(), "text": "x", "message_thread_id": 3});
        assert_eq!(written(chain).at.thread, None);
    }

    #[test]
    fn what_telegram_itself_wrote_is_told_by_its_number_alone() {
        let telegram = json!({"type": "user", "date": 1, "sender_user": {"id": 777_000, "is_bot": false, "first_name": "Telegram"}});
        assert!(written(json!({"text": "Login code: 12345", "forward_origin": telegram})).from_telegram);
        let hidden = json!({"type": "hidden_user", "date": 1, "sender_user_name": "Telegram"});
        assert!(!written(json!({"text": "Login code: 12345", "forward_origin": hidden})).from_telegram);
    }

    #[test]
    fn a_press_comes_with_or_without_its_message_and_data() {
        let Happened::Pressed(press) = happened(
            "callback_query",
            json!({"id": "q", "from": bella(), "chat_instance": "c", "data": "word", "message": message(json!({"text": "?"}))}),
        ) else {
            panic!()
        };
        assert_eq!((press.query.as_str(), press.data.as_str()), ("q", "word"));
        assert_eq!((press.at, press.message), (Some(PersonId(7).chat()), Some(MessageId(5))));
        let old = json!({"message_id": 5, "date": 0, "chat": private()});
        let Happened::Pressed(press) = happened(
            "callback_query",
            json!({"id": "q", "from": bella(), "chat_instance": "c", "message": old}),
        ) else {
            panic!()
        };
        assert_eq!((press.data.as_str(), press.message), ("", Some(MessageId(5))));
        assert_eq!(press.at, Some(PersonId(7).chat()));
    }

    #[test]
    fn a_block_and_its_end_are_told_in_private_chats_only() {
        let bot = json!({"id": 1, "is_bot": true, "first_name": "Bridge"});
        let member = json!({"status": "member", "user": bot});
        let kicked = json!({"status": "kicked", "user": bot, "until_date": 0});
        let change = |chat: Value, old: &Value, new: &Value| {
            happened(
                "my_chat_member",
                json!({"chat": chat, "from": bella(), "date": 1, "old_chat_member": old, "new_chat_member": new}),
            )
        };
        let blocked = change(private(), &member, &kicked);
        assert!(matches!(blocked, Happened::Reach { person: PersonId(7), reachable: false }));
        let back = change(private(), &kicked, &member);
        assert!(matches!(back, Happened::Reach { person: PersonId(7), reachable: true }));
        assert!(matches!(change(group(), &member, &kicked), Happened::Nothing));
    }

    #[test]
    fn a_group_that_moves_is_told_once() {
        let old = json!({"id": -5, "type": "group", "title": "Agency"});
        let to = json!({"chat": old, "migrate_to_chat_id": -1_001_234_567_890_i64});
        let moved = happened("message", message(to));
        assert!(
            matches!(moved, Happened::Moved { from: ChatId(-5), to: ChatId(-1_001_234_567_890) }),
            "{moved:?}"
        );
        let from = json!({"chat": group(), "migrate_from_chat_id": -5});
        assert!(matches!(happened("message", message(from)), Happened::Nothing));
    }

    #[test]
    fn what_cannot_be_read_is_nothing_and_keeps_its_number() {
        assert!(matches!(happened("message", json!({"message_id": "five"})), Happened::Nothing));
        assert!(matches!(happened("story_of_the_future", json!({})), Happened::Nothing));
        assert!(matches!(
            happened("message", message(json!({"new_chat_title": "x", "chat": group()}))),
            Happened::Nothing
        ));
        for unnumbered in [json!({}), json!(null), json!({"update_id": -1}), json!({"update_id": "9"})] {
            assert!(read(unnumbered).is_none());
        }
    }
}
