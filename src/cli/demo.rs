//! `demo`: the real bridge, whole, between the simulated account API and the simulated Telegram.
//!
//! Nothing in here decides or pretends: people write and press, the bridge answers, and what they see is printed.

mod phone;
mod story;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use reqwest::Url;
use secrecy::SecretString;

use super::{FAILED, fail, say};
use crate::config::{self, Config, LogFormat};
use crate::sandbox::account_api::AccountApi;
use crate::sandbox::people::Person;
use crate::sandbox::telegram::{Group, Telegram};
use crate::{service, telemetry};

/// The agency of the demo.
const AGENCY: &str = "Acme";

/// A free port of this machine's own.
const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// The token with which the demo hands attempts over to the bridge. It opens a port of this machine for seconds.
const INTAKE_TOKEN: &str = "demo-intake-token";

/// The world of the demo.
pub(super) struct World {
    api: AccountApi,
    telegram: Telegram,
    /// The bridge's own HTTP port.
    bridge: SocketAddr,
    /// Managers.
    sam: Person,
    mia: Person,
    /// Managers who invite those whose enrolment is not shown.
    others: Vec<Person>,
    /// Creators.
    bella: Person,
    carla: Person,
    eve: Person,
    finn: Person,
    gia: Person,
    /// The agency's group.
    group: Group,
}

/// Plays every kind of challenge and prints what people see.
pub(super) async fn demo() -> ExitCode {
    telemetry::start(Some(LogFormat::Human), Some("warn"));
    match play().await {
        Ok(()) => {
            say("\nEvery sign-in ended as it should.");
            ExitCode::SUCCESS
        }
        Err(problem) => fail(FAILED, &format!("the demo did not go as it should: {problem}")),
    }
}

async fn play() -> Result<(), String> {
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

/// The demo's config: the sandbox's addresses, and times that suit an impatient audience.
fn configuration(
    api: &AccountApi,
    telegram: &Telegram,
    folder: &std::path::Path,
    managers: &[i64],
    group: i64,
) -> Result<Config, String> {
    let url = |text: String| Url::parse(&text).map_err(|error| format!("{text}: {error}"));
    let limits = config::Limits { reauth_interval: Duration::from_secs(1), ..config::Limits::default() };
    Ok(Config {
        telegram: config::Telegram {
            token: SecretString::from(telegram.token().to_owned()),
            api_url: url(telegram.api_url())?,
        },
        account_api: config::AccountApi {
            key: SecretString::from(api.key()),
            key_file: None,
            base_url: url(api.base_url())?,
            requests_per_minute: 6_000,
        },
        agency: config::Agency {
            name: AGENCY.to_owned(),
            managers: managers.iter().copied().collect(),
            chats: [group].into(),
        },
        accounts: Vec::new(),
        store: config::Store::at(folder.join("data"), folder),
        http: config::Http {
            listen: ANY_PORT,
            intake_token: Some(SecretString::from(INTAKE_TOKEN.to_owned())),
        },
        limits,
        reauth: config::Reauth::default(),
        pace: config::Pace {
            working: Duration::from_millis(100),
            asking: Duration::from_millis(500),
            elsewhere: Duration::from_millis(200),
        },
        log: config::Log { format: None },
    })
}
