//! An invitation, made while no bridge runs: the same decision, with the same store.

use super::clock::Clock;
use super::control::Invited;
use super::{Error, convert, seed};
use crate::account_api::AccountApi;
use crate::config::Config;
use crate::store::Store;
use crate::switchboard::Switchboard;
use crate::switchboard::command::Command;
use crate::switchboard::event::Event;

/// Makes an invitation in the store of a bridge that does not run.
pub async fn offline_invitation(config: &Config, api: &AccountApi, account: &str) -> Result<Invited, Error> {
    let path = config.store.path.clone();
    let opened = tokio::task::spawn_blocking(move || Store::open(&path)).await;
    let (store, records) = match opened {
        Ok(opened) => opened.map_err(|error| Error::Store(error.to_string()))?,
        Err(_) => return Err(Error::Ended("store")),
    };
    let clock = Clock::start();
    let mut switchboard = Switchboard::restore(convert::settings(config, String::new()), records);
    let listed = api.accounts().await.map_err(convert::trouble);
    switchboard.handle(clock.now(), Event::Listed(listed), seed());
    let wanted = Event::InvitationWanted { ticket: 0, account: account.to_owned() };
    let mut invited = None;
    for command in switchboard.handle(clock.now(), wanted, seed()) {
        match command {
            Command::Save(batch) => {
                let stored = store.commit(batch).await.unwrap_or(Err(crate::store::Error::Stopped));
                stored.map_err(|error| Error::Store(error.to_string()))?;
            }
            Command::Respond { response, .. } => invited = Some(Invited::from_response(account, response)),
            Command::Show(_)
            | Command::Say(_)
            | Command::Delete { .. }
            | Command::AnswerPress { .. }
            | Command::Look { .. }
            | Command::Submit { .. }
            | Command::TriggerEmail { .. }
            | Command::Reauthenticate { .. }
            | Command::ListAccounts
            | Command::Settle(_)
            | Command::Note(_) => {}
        }
    }
    let closed = tokio::task::spawn_blocking(move || store.close()).await;
    if let Ok(Err(error)) = closed {
        return Err(Error::Store(error.to_string()));
    }
    invited.ok_or(Error::Ended("switchboard"))
}
