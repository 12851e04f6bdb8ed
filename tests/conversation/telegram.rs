//! A simulated Telegram: chats in which messages get growing numbers, people who block, updates that come again.

use std::collections::{BTreeMap, BTreeSet};

use twofa_bridge::model::incoming::Incoming;
use twofa_bridge::model::record::Menu;
use twofa_bridge::model::{ChatId, MessageId, PersonId, PostId, UpdateId};
use twofa_bridge::switchboard::command::{Say, Show};

/// What stands in a chat.
#[derive(Clone)]
pub(super) struct Standing {
    pub(super) text: String,
    /// Labels and callback data, row by row; a button that opens a link has the link instead.
    pub(super) buttons: Vec<Vec<(String, String)>>,
    /// Who wrote it; nobody: the bot.
    pub(super) author: Option<PersonId>,
}

impl Standing {
    /// What is seen of it: the lines of the text, then each row of buttons.
    pub(super) fn lines(&self) -> Vec<String> {
        let rows = self.buttons.iter().map(|row| {
            let labels: Vec<String> = row.iter().map(|(label, _)| format!("[{label}]")).collect();
            labels.join(" ")
        });
        self.text.lines().map(str::to_owned).chain(rows).collect()
    }
}

/// A button that was shown at some time.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) chat: ChatId,
    pub(super) message: MessageId,
    pub(super) label: String,
    pub(super) data: String,
}

/// What the bot has sent and Telegram has not taken.
pub(super) enum Parcel {
    Show(Box<Show>),
    Say(Box<Say>),
}

/// Telegram as a whole.
#[derive(Default)]
pub(super) struct Telegram {
    pub(super) chats: BTreeMap<ChatId, BTreeMap<MessageId, Standing>>,
    numbers: BTreeMap<ChatId, i32>,
    /// Where the posts of this life of the bridge stand.
    pub(super) posts: BTreeMap<PostId, MessageId>,
    pub(super) buttons: Vec<Shown>,
    /// The command menus that chats have of their own.
    pub(super) menus: BTreeMap<PersonId, Option<Menu>>,
    pub(super) blocked: BTreeSet<ChatId>,
    /// Chats in which the bot may not delete what others wrote.
    pub(super) sealed: BTreeSet<ChatId>,
    pub(super) is_down: bool,
    /// What it refuses for good.
    pub(super) refuses: Option<Refuses>,
    /// The bridge ends when Telegram has taken the next question, and before it knows so.
    pub(super) is_fatal_to_ask: bool,
    pub(super) parcels: Vec<Parcel>,
    /// Every update so far, and whether the bridge has settled it.
    updates: Vec<(Incoming, bool)>,
    /// Updates that are settled once what answers them is said.
    pub(super) settled_when_said: BTreeSet<u32>,
    presses: u32,
}

/// Something that Telegram refuses for good.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Refuses {
    /// The question for which account a code is.
    Choices,
    /// To change a question that stands.
    Changes,
}

impl Telegram {
    /// The number of the next message in a chat.
    pub(super) fn next_message(&mut self, chat: ChatId) -> MessageId {
        let number = self.numbers.entry(chat).or_default();
        *number += 1;
        MessageId(*number)
    }

    /// The name of somebody's next press.
    pub(super) fn next_query(&mut self, who: &str) -> String {
        self.presses += 1;
        format!("{who} {}", self.presses)
    }

    /// Puts a message into a chat, in place of the one with that number. Says what stood there before.
    pub(super) fn put(&mut self, chat: ChatId, message: MessageId, standing: Standing) -> Option<Standing> {
        for (label, data) in standing.buttons.iter().flatten() {
            let (label, data) = (label.clone(), data.clone());
            self.buttons.push(Shown { chat, message, label, data });
        }
        self.chats.entry(chat).or_default().insert(message, standing)
    }

    /// The newest message in a chat of which this is true.
    pub(super) fn newest(
        &self,
        chat: ChatId,
        is_it: impl Fn(&Standing) -> bool,
    ) -> Option<(MessageId, Standing)> {
        let messages = self.chats.get(&chat)?;
        messages.iter().rev().find(|(_, it)| is_it(it)).map(|(number, it)| (*number, it.clone()))
    }

    /// The newest visible button with this label in a chat.
    pub(super) fn visible_button(&self, chat: ChatId, label: &str) -> Option<Shown> {
        let (message, standing) =
            self.newest(chat, |it| it.buttons.iter().flatten().any(|(known, _)| known == label))?;
        let (label, data) = standing.buttons.iter().flatten().find(|(known, _)| known == label)?.clone();
        Some(Shown { chat, message, label, data })
    }

    /// Something has happened of which the bridge is to be told, now or when it is there again.
    pub(super) fn report(&mut self, what: twofa_bridge::model::incoming::Happened) -> Incoming {
        let number = u32::try_from(self.updates.len()).unwrap() + 1;
        let incoming = Incoming { update: UpdateId(number), what };
        self.updates.push((incoming.clone(), false));
        incoming
    }

    /// An update is settled.
    pub(super) fn settle(&mut self, update: UpdateId) {
        let is_said = !self
            .parcels
            .iter()
            .any(|parcel| matches!(parcel, Parcel::Say(say) if say.update == Some(update)));
        if is_said {
            let index = usize::try_from(update.0).unwrap() - 1;
            assert!(!self.updates[index].1, "update {} is settled twice", update.0);
            self.updates[index].1 = true;
        } else {
            assert!(self.settled_when_said.insert(update.0), "update {} is settled twice", update.0);
        }
    }

    /// What comes again after a start: everything from the oldest update on that is not settled, since Telegram
    /// knows only how far the bridge has come.
    pub(super) fn redeliver(&mut self) -> Vec<Incoming> {
        self.settled_when_said.clear();
        let from = self.updates.iter().position(|(_, settled)| !settled).unwrap_or(self.updates.len());
        self.updates[from..]
            .iter_mut()
            .map(|(incoming, settled)| {
                *settled = false;
                incoming.clone()
            })
            .collect()
    }

    /// How many updates are not settled.
    pub(super) fn unsettled(&self) -> usize {
        self.updates.iter().filter(|(_, settled)| !settled).count()
    }
}
