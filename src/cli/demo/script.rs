//! The world of `demo --script`, in which the story is told.

use std::net::SocketAddr;

use super::{ANY_PORT, configuration, story};
use crate::sandbox::account_api::AccountApi;
use crate::sandbox::people::Person;
use crate::sandbox::telegram::{Group, Telegram};
use crate::service;

/// The world of the demo.
pub(super) struct World {
    pub(super) api: AccountApi,
    pub(super) telegram: Telegram,
    /// The bridge's own HTTP port.
    pub(super) bridge: SocketAddr,
    /// Managers.
    pub(super) sam: Person,
    pub(super) mia: Person,
    /// Managers who invite those whose enrolment is not shown.
    pub(super) others: Vec<Person>,
    /// Creators.
    pub(super) bella: Person,
    pub(super) carla: Person,
    pub(super) eve: Person,
    pub(super) finn: Person,
    pub(super) gia: Person,
    /// The agency's group.
    pub(super) group: Group,
}

/// Sets the world up, tells the story in it, and takes it down again.
pub(super) async fn play() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let api = AccountApi::serve(ANY_PORT).await.map_err(|error| format!("no port: {error}"))?;
    let telegram = Telegram::serve(ANY_PORT).await.map_err(|error| format!("no port: {error}"))?;
    for (id, handle) in [
        ("acc_1", "bella"),
        ("acc_2", "finn.vip"),
        ("acc_3", "carla"),
        ("acc_4", "eve"),
        ("acc_5", "finn"),
        ("acc_6", "gia"),
    ] {
        api.add_account(id, handle, true);
    }
    api.add_account("acc_7", "gia.old", false);
    let sam = telegram.person(1001, "Sam", Some("en"));
    let mia = telegram.person(1002, "Mia", Some("en"));
    let others: Vec<Person> =
        (1003..=1008).map(|id| telegram.person(id, "Another manager", Some("en"))).collect();
    let group = telegram.group(-1_001_234, "Acme sign-ins", &[1001, 1002]);
    let managers: Vec<i64> = [&sam, &mia].into_iter().chain(&others).map(Person::id).collect();
    let config = configuration(&api, &telegram, folder.path(), &managers, group.id())?;
    let running = service::start(config).await.map_err(|error| error.to_string())?;
    let person = |id, name| telegram.person(id, name, Some("en"));
    let world = World {
        bridge: running.address(),
        bella: person(2001, "Bella"),
        carla: person(2002, "Carla"),
        eve: person(2003, "Eve"),
        finn: person(2004, "Finn"),
        gia: person(2005, "Gia"),
        api: api.clone(),
        telegram: telegram.clone(),
        sam,
        mia,
        others,
        group,
    };
    let told = story::tell(&world).await;
    let stopped = running.stop().await.map_err(|error| error.to_string());
    api.stop().await;
    telegram.stop().await;
    told.and(stopped)
}
