//! `demo`: the real bridge, whole, between the simulated account API and the simulated Telegram.
//!
//! Nothing in here decides or pretends: people write and press, the bridge answers, and what they see is printed.

mod invitation;
mod phone;
mod script;
mod stage;
mod story;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use reqwest::Url;
use secrecy::SecretString;

use super::{FAILED, fail, say};
use crate::config::{self, Config, LogFormat};
use crate::sandbox::account_api::AccountApi;
use crate::sandbox::telegram::Telegram;
use crate::telemetry;

/// The agency of the demo.
const AGENCY: &str = "Acme";

/// A free port of this machine's own.
const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// The token with which the demo hands attempts over to the bridge. It opens nothing but
/// a simulation, at a port of this machine's own.
const INTAKE_TOKEN: &str = "demo-intake-token";

/// Plays every kind of challenge and prints what people see.
pub(super) async fn script() -> ExitCode {
    telemetry::start(Some(LogFormat::Human), Some("warn"));
    match script::play().await {
        Ok(()) => {
            say("\nEvery sign-in ended as it should.");
            ExitCode::SUCCESS
        }
        Err(problem) => fail(FAILED, &format!("the demo did not go as it should: {problem}")),
    }
}

/// Serves the page on which one plays everybody, until it is asked to stop.
pub(super) async fn page(port: u16) -> ExitCode {
    telemetry::start(Some(LogFormat::Human), Some("warn"));
    match stage::run(port).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => fail(FAILED, &problem),
    }
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
            language: "en".to_owned(),
        },
        accounts: Vec::new(),
        store: config::Store::at(folder.join("data"), folder),
        webhooks: Vec::new(),
        http: config::Http {
            listen: ANY_PORT,
            intake_token: Some(SecretString::from(INTAKE_TOKEN.to_owned())),
            event_stream: false,
        },
        limits,
        reauth: config::Reauth::default(),
        pace: config::Pace {
            working: Duration::from_millis(100),
            asking: Duration::from_millis(500),
            elsewhere: Duration::from_millis(200),
            session_check: None,
        },
        audit: config::Audit::default(),
        log: config::Log { format: None },
    })
}
