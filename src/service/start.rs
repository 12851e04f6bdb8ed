//! Starting: the store, the clients, who the bot is, the menus, the ports.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};
use tracing::{info, warn};

use super::clock::{self, Beginning, Clock};
use super::control::Control;
use super::log::KeyRefusal;
use super::menus::Menus;
use super::{Error, Inputs, LANDS_WITHIN, MOST_ASKS, Running, Service, Supervisor, convert, health};
use crate::account_api::AccountApi;
use crate::config::Config;
use crate::http::{Feed, Http, Part, Shared};
use crate::store::Store;
use crate::switchboard::Switchboard;
use crate::switchboard::host::Host;
use crate::telegram::{self, Client, Inbox, Outbox};
use crate::texts::Texts;
use crate::webhooks::{Endpoint, Webhooks};

/// The file in the data directory that tells the next start what calls to the account API this one has made.
const CALLS: &str = "calls";

/// The first wait when Telegram does not say who the bot is; it doubles up to [`LAST_RETRY`].
const FIRST_RETRY: Duration = Duration::from_millis(500);

/// By how much the records may be ahead of Telegram's clock without being worth a warning.
const WORTH_TELLING: Duration = Duration::from_mins(1);

/// The longest wait between two tries to find out who the bot is.
const LAST_RETRY: Duration = Duration::from_secs(30);

/// Opens everything and starts the loop.
pub(super) async fn start(config: Config, supervisor: Supervisor) -> Result<Running, Error> {
    let begun = Instant::now();
    let api = AccountApi::new(
        config.account_api.base_url.clone(),
        &config.account_api.key,
        config.account_api.requests_per_minute,
    )?
    .with_key_file(config.account_api.key_file.clone());
    let places = convert::places(&config.store);
    let opened = tokio::task::spawn_blocking(move || Store::open(&places)).await;
    let (store, records) = match opened {
        Ok(opened) => opened.map_err(|error| Error::Store(error.to_string()))?,
        Err(_) => return Err(Error::Ended("store")),
    };
    // It is ours, so the process before this one is gone.
    let alone_since = Instant::now();
    info!("Opened the store with {} records", records.len());
    remember_calls(&api, &config.store.path);

    let address = config.http.listen;
    let listener = TcpListener::bind(address).await.map_err(|source| Error::Listen { address, source })?;
    let feed = config.http.event_stream.then(Feed::new);
    let shared = Arc::new(Shared { feed, ..Shared::default() });
    shared.readiness.set(Part::Store, Ok(()));
    let (ask, asks) = mpsc::channel(MOST_ASKS);
    let http = Http::serve(listener, config.http.intake_token.clone(), Arc::clone(&shared), ask)
        .map_err(|source| Error::Listen { address, source })?;
    let address = http.address();
    info!("Listening on http://{address}");

    let (stop, stopped) = oneshot::channel();
    let (want, wanted) = mpsc::channel(MOST_ASKS);
    let control = Control::serve(&config.store.path, want)
        .inspect_err(|error| {
            warn!(
                "`invite`, `audit`, `backup` and `rotate-key` will not work while the bridge runs: {error}"
            );
        })
        .ok();
    let client = Client::new(config.telegram.api_url.clone(), config.telegram.token.clone());
    let finished = tokio::spawn(async move {
        let mut stopped = stopped;
        let bot = tokio::select! {
            bot = who_is_the_bot(&client) => bot?,
            _ = &mut stopped => return Ok(()),
        };
        info!("Telegram says that the bot is @{bot}");
        let texts = Texts::new(&config.agency.name, &bot, TimeZone::system(), config.audit.keep_days)?;
        let mut switchboard = Switchboard::restore(convert::settings(&config, bot), records);
        let endpoints = convert::endpoints(&config);
        switchboard.set_host(Host {
            endpoints: endpoints.iter().map(Endpoint::id).collect(),
            reads_events: config.http.event_stream,
        });
        if switchboard.open_attempts() > 0 {
            // The process before may have sent an answer of which no look tells yet, nor does the disk.
            tokio::select! {
                () = sleep_until(begun + LANDS_WITHIN) => {}
                _ = &mut stopped => return Ok(()),
            }
        }
        let beginning = clock::beginning(clock::host(), client.clock().await, switchboard.newest_moment());
        warn_about(beginning);
        switchboard.set_ahead_of_telegram(beginning.ahead_of_telegram);
        let (inbox, updates) = Inbox::start(client.clone(), telegram::Pace::default());
        let (menus, menus_set) = Menus::start(client.clone(), texts.clone());
        let (outbox, reports) = Outbox::start_after(client, alone_since);
        let service = Service {
            switchboard,
            texts,
            clock: Clock::start(beginning),
            store,
            api,
            inbox,
            outbox,
            menus,
            http,
            control,
            shared,
            calls: JoinSet::new(),
            changing_calls: 0,
            unstored: VecDeque::new(),
            asks: BTreeMap::new(),
            saying: BTreeMap::new(),
            deleting: BTreeMap::new(),
            settling: BTreeMap::new(),
            only_saying: VecDeque::new(),
            next_ticket: 0,
            usage: None,
            usage_asked_at: Instant::now(),
            key_refusal: KeyRefusal::default(),
            measuring: health::Measuring::default(),
            webhooks: Webhooks::new(endpoints),
            supervisor,
        };
        service.run(Inputs { updates, reports, asks, wanted, menus_set, stop: stopped }).await
    });
    Ok(Running { address, stop: Some(stop), finished })
}

/// Has the budget count what the process before this one has used of it.
fn remember_calls(api: &AccountApi, store: &Path) {
    let calls = store.join(CALLS);
    if let Err(error) = api.remember_calls(&calls) {
        warn!(
            "Cannot tell how many calls to the account API were made before this start, so the budget may be exceeded: \
             {error}. See to it that {} can be read and written",
            calls.display()
        );
    }
}

/// Tells the operator what is strange about the time.
fn warn_about(beginning: Beginning) {
    if let Some(off_by) = beginning.host_is_off_by {
        let seconds = off_by.as_secs();
        warn!(
            "This host's clock differs from Telegram's by {seconds} s; going by Telegram's. Set the host's right"
        );
    }
    if beginning.ahead_of_telegram > WORTH_TELLING {
        let seconds = beginning.ahead_of_telegram.as_secs();
        warn!(
            "The records have seen times that are {seconds} s ahead of Telegram's clock; going on from there"
        );
    }
}

/// Asks Telegram who the bot is until it says so: its name stands in invitation links.
async fn who_is_the_bot(client: &Client) -> Result<String, Error> {
    let mut wait = FIRST_RETRY;
    loop {
        match client.get_me().await {
            Ok(me) => return Ok(me.username().to_owned()),
            Err(telegram::Error::TokenRefused) => return Err(Error::Token),
            Err(error) => warn!("Telegram does not say who the bot is, trying again: {error}"),
        }
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(LAST_RETRY);
    }
}
