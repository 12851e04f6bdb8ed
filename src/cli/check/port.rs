//! The bridge's own port, who may reach it, and what the bridge that runs says there.

use std::time::Duration;

use tokio::net::TcpListener;

use super::Finding;
use crate::config::Config;

/// How long a bridge that runs may take to say how it is.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);

/// Checks the port: whether it can be had, or what the bridge that has it says.
pub(super) async fn check_port(config: &Config, runs: bool) -> Vec<Finding> {
    const WHAT: &str = "port";
    let listen = config.http.listen;
    let mut findings = Vec::new();
    if runs {
        findings.extend(readiness(config).await);
    } else if let Err(error) = TcpListener::bind(listen).await {
        let says = format!("cannot listen on {listen}: {error}; configure another http.listen");
        findings.push(Finding::wrong(WHAT, says));
    }
    // With an intake token the config is warned about as a whole.
    if !listen.ip().is_loopback() && config.http.intake_token.is_none() {
        let says = format!(
            "{listen} is open to other machines in plain HTTP; put a reverse proxy with TLS in front, or listen on 127.0.0.1"
        );
        findings.push(Finding::warning(WHAT, says));
    }
    findings.push(if config.http.intake_token.is_some() {
        Finding::well("intake", "the agency's system may hand over sign-ins with the intake token")
    } else {
        let says = "no http.intake_token: the agency's system cannot hand over sign-ins, which is fine if it need not";
        Finding::well("intake", says)
    });
    findings
}

/// What the bridge that runs says of itself; none if it cannot be found, since the system chose its port.
async fn readiness(config: &Config) -> Option<Finding> {
    const WHAT: &str = "bridge";
    let mut listen = config.http.listen;
    if listen.port() == 0 {
        return None;
    }
    if listen.ip().is_unspecified() {
        listen.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let client = reqwest::Client::builder().no_proxy().timeout(ANSWER_WITHIN).build().ok()?;
    let Ok(answer) = client.get(format!("http://{listen}/readyz")).send().await else {
        let says = format!("runs and does not answer at {listen}; look into its log, or restart it");
        return Some(Finding::wrong(WHAT, says));
    };
    if answer.status().is_success() {
        return Some(Finding::well(WHAT, "runs, and is ready"));
    }
    let document: serde_json::Value = answer.json().await.unwrap_or_default();
    let missing = document["missing"].as_array().cloned().unwrap_or_default();
    let reasons: Vec<String> =
        missing.iter().filter_map(|it| Some(it["reason"].as_str()?.to_owned())).collect();
    let reasons = if reasons.is_empty() { "it does not say why".to_owned() } else { reasons.join("; ") };
    Some(Finding::wrong(WHAT, format!("runs, and is not ready: {reasons}. The lines below say more")))
}
