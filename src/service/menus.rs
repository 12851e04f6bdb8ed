//! Command menus: which commands clients offer, to whom, in which language. They show, they do not protect: rights are
//! checked at each command.
//!
//! What everybody sees is looked at after a start and set where it is not as it should be; what one person sees is set
//! when the switchboard says so. One call goes at a time, with a gap behind it, so that nobody's message waits for a menu.

use std::collections::VecDeque;
use std::time::Duration;

use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::sleep;
use tracing::debug;

use crate::model::record::Menu;
use crate::model::{Language, PersonId};
use crate::telegram::{Client, Error};
use crate::texts::{Role, Texts};

/// The pause behind each call: Telegram allows about 30 calls in a second, for everything.
const GAP: Duration = Duration::from_millis(100);

/// How often a call is tried that may succeed later.
const TRIES: u32 = 6;

/// The first wait between two tries; it doubles.
const FIRST_RETRY: Duration = Duration::from_secs(1);

/// Menus of single people that wait to be set.
const MOST_ORDERS: usize = 1_024;

/// A person's own menu, or that they have none of their own any more.
pub(super) type Order = (PersonId, Option<Menu>);

/// Sets menus, as long as it is there.
pub(super) struct Menus {
    orders: mpsc::Sender<Order>,
    /// One task; it ends when this is dropped.
    _setting: JoinSet<()>,
}

impl Menus {
    /// Begins with what everybody sees. What was set for single people comes back through the receiver.
    pub(super) fn start(client: Client, texts: Texts) -> (Self, mpsc::Receiver<Order>) {
        let (orders, ordered) = mpsc::channel(MOST_ORDERS);
        let (set, done) = mpsc::channel(MOST_ORDERS);
        let mut setting = JoinSet::new();
        setting.spawn(Setter { client, texts }.run(ordered, set));
        (Self { orders, _setting: setting }, done)
    }

    /// Sets a person's menu when its turn comes.
    pub(super) fn order(&self, order: Order) {
        if self.orders.try_send(order).is_err() {
            // The next start sees that it is not set.
            debug!("Too many menus wait to be set; one was dropped");
        }
    }
}

struct Setter {
    client: Client,
    texts: Texts,
}

impl Setter {
    async fn run(self, mut ordered: mpsc::Receiver<Order>, set: mpsc::Sender<Order>) {
        let mut general: VecDeque<(BotCommandScope, Role, Language)> = Language::ALL
            .into_iter()
            .flat_map(|language| {
                [
                    (BotCommandScope::AllPrivateChats, Role::Creator, language),
                    (BotCommandScope::AllGroupChats, Role::Group, language),
                ]
            })
            .collect();
        loop {
            let order = match general.pop_front() {
                None => ordered.recv().await,
                Some(next) => match ordered.try_recv() {
                    // Whoever has just chosen a language looks for it.
                    Ok(order) => {
                        general.push_front(next);
                        Some(order)
                    }
                    Err(mpsc::error::TryRecvError::Disconnected) => None,
                    Err(mpsc::error::TryRecvError::Empty) => {
                        let (scope, role, language) = next;
                        self.make_general(&scope, role, language).await;
                        sleep(GAP).await;
                        continue;
                    }
                },
            };
            let Some((person, menu)) = order else { return };
            if self.make_personal(person, menu).await && set.send((person, menu)).await.is_err() {
                return;
            }
            sleep(GAP).await;
        }
    }

    /// Makes sure that everybody of a language sees this. English is for all whose language has no menu of its own.
    async fn make_general(&self, scope: &BotCommandScope, role: Role, language: Language) {
        let code = (language != Language::English).then(|| language.code());
        let commands = self.commands(role, language);
        let shown = retried(|| self.client.get_my_commands(scope.clone(), code)).await;
        if shown.as_ref() != Some(&commands) {
            retried(|| self.client.set_my_commands(scope.clone(), code, commands.clone())).await;
        }
    }

    /// Sets a person's own menu; says whether it is as ordered.
    async fn make_personal(&self, person: PersonId, menu: Option<Menu>) -> bool {
        let scope = BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(person.0)) };
        let made = match menu {
            Some(Menu { is_managers, language }) => {
                let role = if is_managers { Role::Manager } else { Role::Creator };
                let commands = self.commands(role, language);
                retried(|| self.client.set_my_commands(scope.clone(), None, commands.clone())).await
            }
            None => retried(|| self.client.delete_my_commands(scope.clone(), None)).await,
        };
        made.is_some()
    }

    fn commands(&self, role: Role, language: Language) -> Vec<BotCommand> {
        let commands = self.texts.in_language(language).commands(role).into_iter();
        commands.map(|(command, description)| BotCommand { command, description }).collect()
    }
}

/// Makes a call until it succeeds, will not, or was tried often enough.
async fn retried<T, F: Future<Output = Result<T, Error>>>(call: impl Fn() -> F) -> Option<T> {
    let mut wait = FIRST_RETRY;
    for _ in 0..TRIES {
        let error = match call().await {
            Ok(done) => return Some(done),
            Err(error) => error,
        };
        debug!("A command menu was not set: {error}");
        match error {
            Error::Throttled { retry_after } => sleep(retry_after).await,
            Error::Unreachable | Error::Failing | Error::Unknown => sleep(wait).await,
            Error::ChatGone
            | Error::Rejected(_)
            | Error::Migrated { .. }
            | Error::TokenRefused
            | Error::Conflict => return None,
        }
        wait *= 2;
    }
    None
}
