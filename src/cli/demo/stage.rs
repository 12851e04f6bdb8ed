//! The world of the demo's page: who has a phone, which accounts there are, and how it all begins and ends.
//!
//! Carla has accepted both of her invitations; Bella's is open on her phone, since consent is the first thing to see.

use std::time::Duration;

use super::{ANY_PORT, INTAKE_TOKEN, configuration, invitation};
use crate::cli::{asked_to_stop, say};
use crate::config::{Config, Limits};
use crate::sandbox::account_api::AccountApi;
use crate::sandbox::page::{Page, Phone, Stage};
use crate::sandbox::people::Person;
use crate::sandbox::telegram::{Group, Telegram};
use crate::service::{self, Running};

/// How long a sign-in works before it asks, and after each code: long enough to be seen.
const WORKING: Duration = Duration::from_millis(700);

/// How often the authenticator shows another code.
const AUTHENTICATOR_PERIOD: Duration = Duration::from_secs(30);

/// Who is in the demo.
struct Cast {
    sam: Person,
    mia: Person,
    bella: Person,
    carla: Person,
    group: Group,
}

/// Sets the world up, serves the page, and takes all down when it is asked to stop.
pub(super) async fn run(port: u16) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let api = AccountApi::serve(ANY_PORT).await.map_err(|error| format!("no port: {error}"))?;
    let telegram = Telegram::serve(ANY_PORT).await.map_err(|error| format!("no port: {error}"))?;
    let cast = furnish(&api, &telegram);
    let managers = [cast.sam.id(), cast.mia.id()];
    let config = patient(configuration(&api, &telegram, folder.path(), &managers, cast.group.id())?);
    let running = service::start(config).await.map_err(|error| error.to_string())?;
    let played = tokio::select! {
        played = play(port, &api, &telegram, cast, &running) => played,
        () = asked_to_stop() => Err(None),
    };
    let ended = match played {
        Ok(page) => {
            say(&format!("Play it here: {}\nStop it with Ctrl-C.", page.url()));
            let ended = running.until(asked_to_stop()).await;
            page.stop().await;
            ended
        }
        Err(problem) => {
            let stopped = running.stop().await;
            api.stop().await;
            telegram.stop().await;
            return problem.map_or(stopped.map_err(|error| error.to_string()), Err);
        }
    };
    api.stop().await;
    telegram.stop().await;
    ended.map_err(|error| error.to_string())
}

/// Accounts and people.
fn furnish(api: &AccountApi, telegram: &Telegram) -> Cast {
    for (id, handle) in [("acc_1", "bella"), ("acc_2", "carla"), ("acc_3", "carla.vip")] {
        api.add_account(id, handle, true);
    }
    let milliseconds = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    api.switch(|switches| {
        switches.pending_ms = milliseconds(WORKING);
        switches.pending_after_code_ms = milliseconds(WORKING);
        switches.authenticator_period_ms = Some(milliseconds(AUTHENTICATOR_PERIOD));
    });
    let person = |id, name| telegram.person(id, name, Some("en"));
    let cast = Cast {
        sam: person(1001, "Sam"),
        mia: person(1002, "Mia"),
        bella: person(2001, "Bella"),
        carla: person(2002, "Carla"),
        group: telegram.group(-1_001_234, "Acme sign-ins", &[1001, 1002, 2001]),
    };
    cast.group.set_bot_may_delete(true);
    cast
}

/// The demo's config for somebody who plays all afternoon: the limits that protect people from being asked too often
/// are wide.
fn patient(config: Config) -> Config {
    let limits =
        Limits { questions_per_hour: 1000, reauths_per_hour: 60, reauths_per_day: 500, ..config.limits };
    Config { limits, ..config }
}

/// Begins the play: managers say hello, Carla is linked, Bella is invited; then the page.
async fn play(
    port: u16,
    api: &AccountApi,
    telegram: &Telegram,
    cast: Cast,
    running: &Running,
) -> Result<Page, Option<String>> {
    for manager in [&cast.sam, &cast.mia] {
        let before = invitation::mark(telegram, manager.id());
        manager.start_bot(None);
        invitation::wait(telegram, manager.id(), before, "").await?;
    }
    for handle in ["carla", "carla.vip"] {
        let question = invitation::send(telegram, &cast.mia, &cast.carla, handle).await?;
        invitation::accept(telegram, &cast.carla, &question).await?;
    }
    invitation::send(telegram, &cast.sam, &cast.bella, "bella").await?;

    let phone = |chat, name: &str, about: &str, people: &[&Person], accounts: &[&str]| Phone {
        chat,
        name: name.to_owned(),
        about: about.to_owned(),
        people: people.iter().map(|person| (*person).clone()).collect(),
        accounts: accounts.iter().map(|account| (*account).to_owned()).collect(),
    };
    let Cast { sam, mia, bella, carla, group } = &cast;
    let stage = Stage {
        api: api.clone(),
        telegram: telegram.clone(),
        phones: vec![
            phone(bella.id(), "Bella", "Creator of @bella", &[bella], &["acc_1"]),
            phone(carla.id(), "Carla", "Creator of @carla and @carla.vip", &[carla], &["acc_2", "acc_3"]),
            phone(sam.id(), "Sam", "Manager at Acme, in private", &[sam], &[]),
            phone(group.id(), "Acme sign-ins", "The agency’s group", &[sam, mia, bella], &[]),
        ],
        bridge: running.address(),
        intake_token: INTAKE_TOKEN.to_owned(),
    };
    let served = Page::serve(port, stage).await;
    served.map_err(|error| Some(format!("cannot listen on port {port}: {error}; choose another --port")))
}
