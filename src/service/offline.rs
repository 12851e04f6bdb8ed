//! What the command line does with the store while no bridge runs: an invitation by the same decision, a backup, new
//! keys, and putting a backup back.

use std::path::Path;

use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use super::clock::{self, Clock};
use super::control::Invited;
use super::{Error, convert, seed};
use crate::account_api::AccountApi;
use crate::config::Config;
use crate::model::Record;
use crate::store::{self, Restored, Store, WholeTrail};
use crate::switchboard::Switchboard;
use crate::switchboard::command::Command;
use crate::switchboard::event::Event;

/// Makes an invitation in the store of a bridge that does not run.
pub async fn offline_invitation(config: &Config, api: &AccountApi, account: &str) -> Result<Invited, Error> {
    let (store, records) = open(config).await?;
    let mut switchboard = Switchboard::restore(convert::settings(config, String::new()), records);
    let clock = Clock::start(clock::beginning(clock::host(), None, switchboard.newest_moment()));
    let listed = api.accounts().await.map_err(|error| convert::trouble(&error));
    switchboard.handle(clock.now(), Event::Listed(listed), seed());
    let wanted = Event::InvitationWanted { ticket: 0, account: account.to_owned() };
    let mut invited = None;
    for command in switchboard.handle(clock.now(), wanted, seed()) {
        match command {
            Command::Save(batch) => {
                let stored = store.commit(batch).await.unwrap_or(Err(store::Error::Stopped));
                stored.map_err(|error| Error::Store(error.to_string()))?;
            }
            Command::Respond { response, .. } => invited = Some(Invited::from_response(account, response)),
            Command::Show(_)
            | Command::Say(_)
            | Command::HandOver(_)
            | Command::Delete { .. }
            | Command::AnswerPress { .. }
            | Command::Look { .. }
            | Command::Submit { .. }
            | Command::TriggerEmail { .. }
            | Command::Reauthenticate { .. }
            | Command::LookAtAccount { .. }
            | Command::ListAccounts
            | Command::SetMenu { .. }
            | Command::Recall { .. }
            | Command::Deliver { .. }
            | Command::Publish(_)
            | Command::Settle(_)
            | Command::Note(_) => {}
        }
    }
    close(store).await?;
    invited.ok_or(Error::Ended("switchboard"))
}

/// Makes a backup of the store of a bridge that does not run.
pub async fn offline_backup(config: &Config) -> Result<Vec<u8>, Error> {
    let (store, _) = open(config).await?;
    let backup = answered(store.backup().await).map_err(Error::Store)?;
    close(store).await?;
    Ok(backup)
}

/// Reads the audit trail in the store of a bridge that does not run.
pub async fn offline_trail(config: &Config) -> Result<WholeTrail, Error> {
    let (store, records) = open(config).await?;
    close(store).await?;
    Ok(WholeTrail::of(records))
}

/// Draws new keys for the store of a bridge that does not run.
pub async fn offline_new_keys(config: &Config) -> Result<(), Error> {
    let (store, _) = open(config).await?;
    answered(store.change_keys().await).map_err(Error::Store)?;
    close(store).await
}

/// Puts a backup in the place of the store of a bridge that does not run.
pub async fn restore(config: &Config, backup: &Path) -> Result<Restored, Error> {
    let (places, backup) = (convert::places(&config.store), backup.to_owned());
    blocking(move || Store::restore(&places, &backup)).await
}

/// What the store answered, or what it said why not.
pub(super) fn answered<T>(
    answer: Result<Result<T, store::Error>, oneshot::error::RecvError>,
) -> Result<T, String> {
    answer.unwrap_or(Err(store::Error::Stopped)).map_err(|error| error.to_string())
}

/// Opens the store of a bridge that does not run. A store that is not there is not made: whoever wants something of one is
/// in another folder than the bridge, or before its first start.
async fn open(config: &Config) -> Result<(Store, Vec<Record>), Error> {
    let places = convert::places(&config.store);
    if !places.path.exists() && !places.journal.exists() {
        return Err(Error::NoStore(places.path));
    }
    blocking(move || Store::open(&places)).await
}

async fn close(store: Store) -> Result<(), Error> {
    blocking(move || store.close()).await
}

/// Does something that waits for the disk.
async fn blocking<T: Send + 'static, E: std::fmt::Display + Send + 'static>(
    act: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Error> {
    match spawn_blocking(act).await {
        Ok(done) => done.map_err(|error| Error::Store(error.to_string())),
        Err(_) => Err(Error::Ended("store")),
    }
}
