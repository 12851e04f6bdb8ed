//! `check`: what is wrong, and how to mend it, before the bridge runs.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{FAILED, environment, say};
use crate::account_api::{AccountApi, Error};
use crate::config::{self, Config};
use crate::store::{self, Store};
use crate::telegram::Client;
use crate::{service, telemetry};

/// One line of the table.
struct Finding {
    what: &'static str,
    mark: Mark,
    says: String,
}

/// How it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Well,
    Warning,
    Wrong,
}

impl Finding {
    fn new(what: &'static str, mark: Mark, says: impl Into<String>) -> Self {
        Self { what, mark, says: says.into() }
    }
}

/// Checks everything that a run needs, and prints a table.
pub(super) async fn check(file: Option<PathBuf>) -> ExitCode {
    let path = config::locate(file, environment());
    let mut findings = Vec::new();
    match config::load(Some(&path), environment()) {
        Err(problems) => findings.push(Finding::new("config", Mark::Wrong, problems.to_string())),
        Ok((config, warnings)) => {
            // A store that has to be rebuilt says so in the log.
            telemetry::start(config.log.format, Some("error"));
            findings.push(Finding::new("config", Mark::Well, path.display().to_string()));
            for warning in warnings {
                findings.push(Finding::new("config", Mark::Warning, warning.to_string()));
            }
            findings.push(check_store(&config).await);
            findings.push(check_telegram(&config).await);
            findings.extend(check_account_api(&config).await);
        }
    }
    for Finding { what, mark, says } in &findings {
        let mark = match mark {
            Mark::Well => "ok",
            Mark::Warning => "warning",
            Mark::Wrong => "WRONG",
        };
        let mut lines = says.lines();
        say(&format!("{what:<12} {mark:<8} {}", lines.next().unwrap_or_default()));
        for line in lines {
            say(&format!("{:<12} {:<8} {line}", "", ""));
        }
    }
    let is_wrong = findings.iter().any(|finding| finding.mark == Mark::Wrong);
    if is_wrong { ExitCode::from(FAILED) } else { ExitCode::SUCCESS }
}

async fn check_store(config: &Config) -> Finding {
    let path = config.store.path.clone();
    if !path.exists() {
        let says = format!("{} does not exist yet; `run` makes it", path.display());
        return Finding::new("store", Mark::Well, says);
    }
    let places = service::places(&config.store);
    let opened = tokio::task::spawn_blocking(move || {
        let (store, records) = Store::open(&places)?;
        Ok((records.len(), store.size_on_disk()?, store.journal_size()?))
    });
    match opened.await {
        Ok(Ok((records, size, journal))) => {
            let [size, journal] = [size, journal].map(|bytes| bytes.div_ceil(1_024));
            let says = format!("{records} records, {size} KiB, and {journal} KiB of journal");
            Finding::new("store", Mark::Well, says)
        }
        Ok(Err(store::Error::InUse { .. })) => {
            Finding::new("store", Mark::Well, "in use by a bridge that runs")
        }
        Ok(Err(error)) => Finding::new("store", Mark::Wrong, error.to_string()),
        Err(_) => Finding::new("store", Mark::Wrong, "the store cannot be read; restore a backup"),
    }
}

async fn check_telegram(config: &Config) -> Finding {
    let client = Client::new(config.telegram.api_url.clone(), config.telegram.token.clone());
    match client.get_me().await {
        Ok(me) => Finding::new("telegram", Mark::Well, format!("the bot is @{}", me.username())),
        Err(error) => Finding::new("telegram", Mark::Wrong, error.to_string()),
    }
}

async fn check_account_api(config: &Config) -> Vec<Finding> {
    const WHAT: &str = "account API";
    let api = AccountApi::new(
        config.account_api.base_url.clone(),
        &config.account_api.key,
        config.account_api.requests_per_minute,
    );
    let me = match api {
        Ok(api) => api.me().await,
        Err(error) => return vec![Finding::new(WHAT, Mark::Wrong, error.to_string())],
    };
    let me = match me {
        Ok(me) => me,
        Err(error @ (Error::NotFound | Error::Declined { .. })) => {
            let says = format!("{error}; check account_api.base_url");
            return vec![Finding::new(WHAT, Mark::Wrong, says)];
        }
        Err(error) => return vec![Finding::new(WHAT, Mark::Wrong, error.to_string())],
    };
    let mut findings = Vec::new();
    let missing = me.missing();
    if missing.is_empty() {
        let of = me.organisation.as_deref().unwrap_or("the organisation");
        findings.push(Finding::new(WHAT, Mark::Well, format!("the key of {of} has the scopes it needs")));
    } else {
        let says = format!("the key lacks {}; give it these scopes", missing.join(", "));
        findings.push(Finding::new(WHAT, Mark::Wrong, says));
    }
    let excess = me.excess();
    if !excess.is_empty() {
        let says = format!(
            "the key may do more than the bridge needs: {}; whoever steals it may, too. Make one without",
            excess.join(", ")
        );
        findings.push(Finding::new(WHAT, Mark::Warning, says));
    }
    findings
}
