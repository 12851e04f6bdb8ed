//! `invite @a`: through the bridge that runs, or with its store if none does.

use std::process::ExitCode;

use super::{FAILED, fail, say};
use crate::account_api::AccountApi;
use crate::config::Config;
use crate::service::control::{Invited, ask_for_invitation};
use crate::service::offline_invitation;
use crate::telegram::Client;

/// Makes an invitation and prints its link.
pub(super) async fn invite(config: &Config, account: &str) -> ExitCode {
    let client = Client::new(config.telegram.api_url.clone(), config.telegram.token.clone());
    let bot = match client.get_me().await {
        Ok(me) => me.username().to_owned(),
        Err(error) => {
            return fail(FAILED, &format!("Telegram does not say what the bot is called: {error}"));
        }
    };
    let invited = match ask_for_invitation(&config.store.path, account).await {
        Ok(Some(invited)) => invited,
        Ok(None) => {
            let api = match AccountApi::new(
                config.account_api.base_url.clone(),
                &config.account_api.key,
                config.account_api.requests_per_minute,
            ) {
                Ok(api) => api,
                Err(error) => return fail(FAILED, &error),
            };
            match offline_invitation(config, &api, account).await {
                Ok(invited) => invited,
                Err(error) => return fail(FAILED, &error),
            }
        }
        Err(error) => return fail(FAILED, &format!("the bridge that runs does not answer: {error}")),
    };
    match invited {
        Invited::Made { handle, word, expires_at } => {
            let until = jiff::Timestamp::from_millisecond(expires_at.0)
                .map(|at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
                .unwrap_or_default();
            say(&format!("https://t.me/{bot}?start={word}"));
            say(&format!("For the creator of @{handle}. It works once, until {until}."));
            ExitCode::SUCCESS
        }
        Invited::Refused(why) => fail(FAILED, &why),
    }
}
