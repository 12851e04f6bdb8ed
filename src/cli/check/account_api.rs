//! The account API: the key, its scopes, the accounts.

use super::Finding;
use crate::account_api::{AccountApi, Error};
use crate::config::Config;

const WHAT: &str = "account API";

/// Checks everything about the account API.
pub(super) async fn check_account_api(config: &Config) -> Vec<Finding> {
    let api = AccountApi::new(
        config.account_api.base_url.clone(),
        &config.account_api.key,
        config.account_api.requests_per_minute,
    );
    let api = match api {
        Ok(api) => api,
        Err(error) => return vec![Finding::wrong(WHAT, error.to_string())],
    };
    let me = match api.me().await {
        Ok(me) => me,
        Err(error @ (Error::NotFound | Error::Declined { .. })) => {
            return vec![Finding::wrong(WHAT, format!("{error}; check account_api.base_url"))];
        }
        Err(error @ Error::Unreachable) => {
            let says = format!("{error}; check the network and account_api.base_url");
            return vec![Finding::wrong(WHAT, says)];
        }
        Err(error) => return vec![Finding::wrong(WHAT, error.to_string())],
    };
    let mut findings = Vec::new();
    let missing = me.missing();
    if missing.is_empty() {
        let of = me.organisation.as_deref().unwrap_or("the organisation");
        findings.push(Finding::well(WHAT, format!("the key of {of} has the scopes it needs")));
    } else {
        let says = format!("the key lacks {}; give it these scopes", missing.join(", "));
        findings.push(Finding::wrong(WHAT, says));
    }
    let excess = me.excess();
    if !excess.is_empty() {
        let says = format!(
            "the key may do more than the bridge needs: {}; whoever steals it may, too. Make one without",
            excess.join(", ")
        );
        findings.push(Finding::warning(WHAT, says));
    }
    findings.extend(accounts(config, &api).await);
    findings
}

/// Whether there is anything to sign in to, and whether what the config lists is among it.
async fn accounts(config: &Config, api: &AccountApi) -> Vec<Finding> {
    const WHAT: &str = "accounts";
    let listed = match api.accounts().await {
        Ok(listed) => listed,
        Err(error) => return vec![Finding::warning(WHAT, format!("cannot be listed: {error}"))],
    };
    let mut findings = Vec::new();
    if listed.is_empty() && config.accounts.is_empty() {
        let says = "the account API lists none; connect one there, or list it under [[accounts]]";
        findings.push(Finding::warning(WHAT, says));
    } else {
        findings.push(Finding::well(WHAT, format!("the account API lists {}", listed.len())));
    }
    for account in &config.accounts {
        if !listed.iter().any(|(id, _)| id.as_str() == account.id) {
            let says = format!(
                "{} is under [[accounts]] and not in the list of the account API; check its id",
                account.id
            );
            findings.push(Finding::warning(WHAT, says));
        }
    }
    findings
}
