//! The bot, its rights, the chats that it needs, and the time.

use std::time::Duration;

use super::Finding;
use crate::config::Config;
use crate::model::{ChatId, Timestamp};
use crate::service;
use crate::telegram::{Client, Error};

/// By how much the host's clock may differ from Telegram's.
const CLOCK_MAY_DIFFER: Duration = Duration::from_mins(1);

/// How many managers and how many groups are asked about: each takes a call.
const MOST_ASKED: usize = 50;

/// Checks everything about Telegram.
pub(super) async fn check_telegram(config: &Config, runs: bool) -> Vec<Finding> {
    const WHAT: &str = "telegram";
    let client = Client::new(config.telegram.api_url.clone(), config.telegram.token.clone());
    let me = match client.get_me().await {
        Ok(me) => me,
        Err(error) => return vec![Finding::wrong(WHAT, error.to_string())],
    };
    let mut findings = vec![Finding::well(WHAT, format!("the bot is @{}", me.username()))];
    findings.extend(webhook(&client, runs).await);
    let has_groups = !config.agency.chats.is_empty();
    if has_groups && !me.can_join_groups {
        let says = "the bot may not join groups, and agency.chats lists some; send @BotFather /setjoingroups, choose \
                    the bot, and Enable";
        findings.push(Finding::wrong("groups", says));
    }
    if me.can_read_all_group_messages {
        let says = "privacy mode is off: the bot is shown everything that is said in its groups. Send @BotFather \
                    /setprivacy, choose the bot, and Enable; then remove it from its groups and add it again";
        findings.push(Finding::warning("privacy", says));
    }
    findings.extend(groups(config, &client, me.id.0).await);
    findings.extend(managers(config, &client).await);
    findings.extend(clock(&client).await);
    findings
}

async fn webhook(client: &Client, runs: bool) -> Option<Finding> {
    const WHAT: &str = "webhook";
    match client.webhook().await {
        Ok(None) => None,
        Ok(Some(host)) if runs => {
            let says = format!(
                "Telegram sends this bot's updates to {host}, and the bridge that runs gets none: another program uses \
                 the bot. Stop that one, or give one of them a bot of its own"
            );
            Some(Finding::wrong(WHAT, says))
        }
        Ok(Some(host)) => {
            let says = format!(
                "Telegram sends this bot's updates to {host}; `run` ends that. If another program uses the bot, give \
                 one of them a bot of its own"
            );
            Some(Finding::warning(WHAT, says))
        }
        Err(error) => Some(Finding::warning(WHAT, format!("cannot be asked about: {error}; try again"))),
    }
}

/// Whether the bot is in each group of the config, and may delete codes that were sent there by mistake.
async fn groups(config: &Config, client: &Client, bot: u64) -> Vec<Finding> {
    const WHAT: &str = "groups";
    let mut findings = Vec::new();
    let mut well = 0;
    for chat in config.agency.chats.iter().take(MOST_ASKED) {
        match client.knows(ChatId(*chat)).await {
            Ok(()) => {}
            Err(Error::Migrated { to }) => {
                let says = format!("{chat} has become a supergroup; write {to} in its place in agency.chats");
                findings.push(Finding::warning(WHAT, says));
                continue;
            }
            Err(Error::ChatGone) => {
                let says = format!(
                    "the bot is not in {chat}, or there is no such group; add the bot there, or take the number out of \
                     agency.chats"
                );
                findings.push(Finding::wrong(WHAT, says));
                continue;
            }
            Err(error) => {
                findings.push(Finding::warning(
                    WHAT,
                    format!("{chat} cannot be asked about: {error}; try again"),
                ));
                continue;
            }
        }
        if matches!(client.may_delete(ChatId(*chat), bot).await, Ok(true)) {
            well += 1;
        } else {
            let says = format!(
                "the bot may not delete messages in {chat}: a code that somebody sends there by mistake stays. Make it an \
                 administrator with that right alone"
            );
            findings.push(Finding::warning(WHAT, says));
        }
    }
    if well > 0 {
        findings.insert(0, Finding::well(WHAT, format!("the bot is in {well} and may delete codes there")));
    }
    findings
}

/// Whether each manager has opened a chat with the bot: alerts go there.
async fn managers(config: &Config, client: &Client) -> Vec<Finding> {
    const WHAT: &str = "managers";
    let mut findings = Vec::new();
    let mut well = 0;
    for manager in config.agency.managers.iter().take(MOST_ASKED) {
        match client.knows(ChatId(*manager)).await {
            Ok(()) => well += 1,
            Err(Error::ChatGone) => {
                let says = format!(
                    "{manager} has not opened a chat with the bot, so alerts do not arrive there; have them open it and \
                     press Start, or mend the number in agency.managers"
                );
                findings.push(Finding::warning(WHAT, says));
            }
            Err(error) => {
                let says = format!("{manager} cannot be asked about: {error}; try again");
                findings.push(Finding::warning(WHAT, says));
            }
        }
    }
    if well > 0 {
        findings.insert(0, Finding::well(WHAT, format!("{well} can be reached")));
    }
    findings
}

/// Whether the host's clock is right, by Telegram's.
async fn clock(client: &Client) -> Option<Finding> {
    let telegram = client.clock().await?;
    let telegram = Timestamp(telegram.0.saturating_mul(1_000));
    let host = service::host_time();
    let off_by = host.since(telegram).max(telegram.since(host));
    if off_by <= CLOCK_MAY_DIFFER {
        return Some(Finding::well("clock", "agrees with Telegram's"));
    }
    let says = format!(
        "differs from Telegram's by {} s. The bridge goes by Telegram's; set the host's right all the same: timedatectl \
         set-ntp true",
        off_by.as_secs()
    );
    Some(Finding::warning("clock", says))
}
