//! The endpoints of the agency's system: each is sent a message that says that it is a test.

use super::Finding;
use crate::config::Config;
use crate::service;
use crate::webhooks::{Error, Webhooks};

/// What an endpoint is told. Its type is none of those that tell of something.
const TEST: &str = r#"{"type":"bridge.check","data":{}}"#;

/// Checks that each endpoint takes what it is told.
pub(super) async fn check_webhooks(config: &Config) -> Vec<Finding> {
    const WHAT: &str = "webhooks";
    let endpoints = service::endpoints(config);
    let webhooks = Webhooks::new(endpoints.clone());
    let now = service::host_time();
    let mut findings = Vec::new();
    for (endpoint, number) in endpoints.iter().zip(1..) {
        // The rest of the address may hold a secret.
        let host = endpoint.url.host_str().unwrap_or_default();
        let id = format!("check_{}", now.0);
        findings.push(match webhooks.deliver(&endpoint.id(), &id, now, TEST.to_owned()).await {
            Ok(()) => Finding::well(WHAT, format!("endpoint {number} ({host}) has taken a test message")),
            Err(error @ Error::Refused(401 | 403)) => {
                let says = format!(
                    "endpoint {number} ({host}): {error}; compare its secret with the one in the config, and its clock with \
                     this host's"
                );
                Finding::wrong(WHAT, says)
            }
            Err(error @ (Error::Refused(_) | Error::Unknown | Error::Unreachable)) => {
                let says = format!("endpoint {number} ({host}): {error}; see to it, or take it out of [[webhooks]]");
                Finding::wrong(WHAT, says)
            }
        });
    }
    findings
}
