//! `check`: what is wrong, and how to mend it, before the bridge runs, or while it does.

mod account_api;
mod disk;
mod port;
mod telegram;
mod webhooks;

use std::path::PathBuf;
use std::process::ExitCode;

use super::{FAILED, environment, say};
use crate::config::{self, Config};
use crate::telemetry;

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
    fn well(what: &'static str, says: impl Into<String>) -> Self {
        Self { what, mark: Mark::Well, says: says.into() }
    }

    fn warning(what: &'static str, says: impl Into<String>) -> Self {
        Self { what, mark: Mark::Warning, says: says.into() }
    }

    fn wrong(what: &'static str, says: impl Into<String>) -> Self {
        Self { what, mark: Mark::Wrong, says: says.into() }
    }
}

/// Checks everything that a run needs, and prints a table.
pub(super) async fn check(file: Option<PathBuf>) -> ExitCode {
    let path = config::locate(file, environment());
    let findings = match config::load(Some(&path), environment()) {
        Err(problems) => vec![Finding::wrong("config", problems.to_string())],
        Ok((config, warnings)) => {
            // A store that has to be rebuilt says so in the log.
            telemetry::start(config.log.format, Some("error"));
            let mut findings = vec![Finding::well("config", path.display().to_string())];
            findings.extend(warnings.iter().map(|it| Finding::warning("config", it.to_string())));
            findings.extend(check_all(&config).await);
            findings
        }
    };
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

/// Checks what a config that can be read leads to.
async fn check_all(config: &Config) -> Vec<Finding> {
    let (mut findings, runs) = disk::check_store(config).await;
    findings.extend(disk::check_places(config));
    findings.extend(port::check_port(config, runs).await);
    findings.extend(telegram::check_telegram(config, runs).await);
    findings.extend(account_api::check_account_api(config).await);
    findings.extend(webhooks::check_webhooks(config).await);
    findings
}
