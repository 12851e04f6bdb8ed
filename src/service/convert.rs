//! From what the adapters say to what the switchboard hears.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::account_api;
use crate::config::{self, Config};
use crate::http::{Part, Readiness};
use crate::model::{AccountId, ChatId, Handle, Language, PersonId, TelegramTime};
use crate::store::Places;
use crate::switchboard::event::{Event, Trouble, Unshown};
use crate::switchboard::limits::{DAY, Limits};
use crate::switchboard::pace::Pace;
use crate::switchboard::{Settings, TrailLimits};
use crate::telegram::{self, Report, Why};
use crate::webhooks::Endpoint;

/// How long to wait when our own budget of calls is used up.
const BUSY_PAUSE: Duration = Duration::from_secs(5);

/// What a failed call means for what we do.
pub(super) fn trouble(error: &account_api::Error) -> Trouble {
    use account_api::Error;
    match *error {
        // Our own budget is used up: the API is there, and the call goes out when there is room.
        Error::Busy => Trouble::Throttled(Some(BUSY_PAUSE)),
        Error::Unreachable => Trouble::Unreachable,
        Error::Lost { .. } | Error::Malformed => Trouble::Lost,
        Error::Refused { .. } => Trouble::Refused,
        Error::NotFound => Trouble::NotFound,
        Error::Gone => Trouble::Gone,
        Error::NoCredentials => Trouble::NoCredentials,
        Error::Throttled { retry_after } => Trouble::Throttled(retry_after),
        Error::Declined { .. } => Trouble::Declined,
    }
}

/// What became of a message, as an event; none if it is no news to the switchboard.
pub(super) fn report(report: Report) -> Option<Event> {
    match report {
        Report::Shown { post, revision, message, date } => {
            // Telegram gives no date when the message said this already. Then it was sent before, and its date is
            // known; should it not be, no edit counts as coming after it.
            let date = date.unwrap_or(TelegramTime(i64::MAX));
            Some(Event::Shown { post, revision, message, date })
        }
        Report::NotShown { post, revision, why } => {
            let why = match why {
                Why::ChatGone => Unshown::ChatGone,
                Why::MessageGone => Unshown::MessageGone,
                Why::Rejected | Why::Unknown | Why::Full => Unshown::Rejected,
            };
            Some(Event::NotShown { post, revision, why })
        }
        Report::Moved { from, to } => Some(Event::Moved { from, to }),
        Report::Said { .. } | Report::NotSaid { .. } | Report::Deleted { .. } | Report::NotDeleted { .. } => {
            None
        }
    }
}

/// What the operator has configured, in the switchboard's words.
pub(super) fn settings(config: &Config, bot: String) -> Settings {
    let digits = |count: u32| u8::try_from(count).unwrap_or(u8::MAX);
    let limits = &config.limits;
    Settings {
        managers: config.agency.managers.iter().copied().map(PersonId).collect::<BTreeSet<_>>(),
        chats: config.agency.chats.iter().copied().map(ChatId).collect::<BTreeSet<_>>(),
        bot,
        accounts: accounts(config),
        limits: Limits {
            wrong_codes_max: limits.wrong_codes_max,
            question_lifetime: limits.question_lifetime,
            question_repeat_after: limits.question_repeat_after,
            ready_lifetime: limits.ready_lifetime,
            ask_next_after: limits.ask_next_after,
            questions_per_hour: limits.questions_per_hour,
            reauth_interval: limits.reauth_interval,
            reauths_per_hour: limits.reauths_per_hour,
            reauths_per_day: limits.reauths_per_day,
            attempt_lifetime: limits.attempt_lifetime,
            invitation_lifetime: limits.invitation_lifetime,
            email_cooldown: limits.email_cooldown,
            code_digits_min: digits(limits.code_digits_min),
            code_digits_max: digits(limits.code_digits_max),
        },
        ask_first: config.reauth.ask_first,
        reauths_at_once: config.reauth.at_once,
        pace: Pace {
            working: config.pace.working,
            asking: config.pace.asking,
            elsewhere: config.pace.elsewhere,
            session_check: config.pace.session_check,
        },
        trail: TrailLimits {
            keep: DAY.saturating_mul(config.audit.keep_days),
            entries_max: usize::try_from(config.audit.entries_max).unwrap_or(usize::MAX),
        },
        zone: TimeZone::system(),
        group_language: Language::negotiate(&config.agency.language).unwrap_or_default(),
    }
}

/// The accounts of the config. Those whose id or handle no account can have were refused when it was read.
fn accounts(config: &Config) -> Vec<(AccountId, Handle)> {
    let parse = |account: &crate::config::ListedAccount| {
        Some((AccountId::parse(&account.id)?, Handle::parse(&account.handle)?))
    };
    config.accounts.iter().filter_map(parse).collect()
}

/// Where the parts of the store lie.
pub fn places(store: &config::Store) -> Places {
    Places { path: store.path.clone(), journal: store.journal.clone(), key_file: store.key_file.clone() }
}

/// The endpoints that the operator has configured.
pub fn endpoints(config: &Config) -> Vec<Endpoint> {
    let endpoint = |it: &config::Webhook| Endpoint { url: it.url.clone(), secret: it.secret.clone() };
    config.webhooks.iter().map(endpoint).collect()
}

/// Sets what `/readyz` says.
pub(super) fn readiness(readiness: &Readiness, telegram: telegram::Health, api: account_api::Health) {
    readiness.set(
        Part::Telegram,
        match telegram {
            telegram::Health::Answering => Ok(()),
            telegram::Health::Unreachable => Err("Telegram does not answer"),
            telegram::Health::TokenRefused => Err("Telegram does not accept the token"),
            telegram::Health::Conflict => Err("another process receives the bot's updates"),
        },
    );
    readiness.set(
        Part::AccountApi,
        match api {
            account_api::Health::Answering => Ok(()),
            account_api::Health::Unknown => Err("the account API was not asked yet"),
            account_api::Health::Refusing => Err("the account API refuses the key"),
            account_api::Health::Unreachable => Err("the account API does not answer"),
        },
    );
}
