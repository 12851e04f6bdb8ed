//! The demo's page: one person plays everybody, in a browser, on this machine.
//!
//! The page shows the chats of the simulated Telegram as phones, the simulated account API beside them, and what they
//! and the bridge say to each other. Whatever one writes or presses there is done in the simulators, as people do it;
//! the bridge cannot tell the difference. It listens on loopback alone, and asks nothing of anybody else.

mod act;
mod log;
mod view;

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::stream::{self, Stream};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::account_api::AccountApi;
use super::people::Person;
use super::telegram::Telegram;
use log::Handing;

/// The largest request that is read, in bytes.
const LARGEST_REQUEST: usize = 64 * 1024;

/// How long changes are gathered before they are shown.
const GATHERED_FOR: Duration = Duration::from_millis(40);

/// How often it is looked what time alone has brought about.
const LOOK_INTERVAL: Duration = Duration::from_millis(500);

/// How long `stop` waits for open connections before it drops them.
const STOP_WITHIN: Duration = Duration::from_secs(1);

/// Nothing but what this page brings, from where it came from.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What the page is made of: path, kind and content.
const FILES: [(&str, &str, &str); 4] = [
    ("/", "text/html; charset=utf-8", include_str!("page/index.html")),
    ("/page.css", "text/css; charset=utf-8", include_str!("page/page.css")),
    ("/page.js", "text/javascript; charset=utf-8", include_str!("page/page.js")),
    ("/icon.svg", "image/svg+xml", include_str!("page/icon.svg")),
];

/// Who and what is on the page.
#[derive(Debug)]
pub struct Stage {
    /// The simulated account API.
    pub api: AccountApi,
    /// The simulated Telegram.
    pub telegram: Telegram,
    /// The phones, in the order in which they are shown.
    pub phones: Vec<Phone>,
    /// The HTTP port of the bridge itself.
    pub bridge: SocketAddr,
    /// What opens its intake.
    pub intake_token: String,
}

/// A phone, which shows one chat.
#[derive(Debug)]
pub struct Phone {
    /// The chat.
    pub chat: i64,
    /// What it is called.
    pub name: String,
    /// Whose it is, in a few words.
    pub about: String,
    /// Who may write on it; the first one unless another is chosen.
    pub people: Vec<Person>,
    /// The ids of the accounts whose codes come to it.
    pub accounts: Vec<String>,
}

/// The page, being served.
#[derive(Debug)]
pub struct Page {
    address: SocketAddr,
    stopped: watch::Sender<bool>,
    serving: JoinHandle<()>,
}

/// What the routes lean on.
#[derive(Debug)]
struct Desk {
    stage: Stage,
    /// Where the page is, as its own requests must name it.
    address: SocketAddr,
    began: Instant,
    http: reqwest::Client,
    handed: Mutex<Vec<Handing>>,
    /// Counts what the page itself has brought about.
    changes: watch::Sender<u64>,
    stopped: watch::Receiver<bool>,
}

impl Page {
    /// Starts to serve on this port of the loopback address; 0 takes a free one.
    ///
    /// # Errors
    ///
    /// The port cannot be listened on.
    pub async fn serve(port: u16, stage: Stage) -> io::Result<Page> {
        let listener = TcpListener::bind(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)).await?;
        let address = listener.local_addr()?;
        let stopped = watch::Sender::new(false);
        let desk = Arc::new(Desk {
            stage,
            address,
            began: Instant::now(),
            http: reqwest::Client::builder().no_proxy().build().map_err(io::Error::other)?,
            handed: Mutex::default(),
            changes: watch::Sender::new(0),
            stopped: stopped.subscribe(),
        });
        let mut stopping = stopped.subscribe();
        let serving = axum::serve(listener, router(desk)).with_graceful_shutdown(async move {
            // An error means that the handle is gone, which is a reason to stop as well.
            let _ = stopping.wait_for(|stopped| *stopped).await;
        });
        let serving = tokio::spawn(async move {
            if let Err(error) = serving.await {
                tracing::error!(%error, "The page ended by itself");
            }
        });
        Ok(Page { address, stopped, serving })
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Stops, and tells the browsers that look at it.
    pub async fn stop(mut self) {
        self.stopped.send_replace(true);
        if tokio::time::timeout(STOP_WITHIN, &mut self.serving).await.is_err() {
            self.serving.abort();
        }
    }
}

fn router(desk: Arc<Desk>) -> Router {
    let mut router = Router::new().route("/events", get(events)).route("/act", post(act));
    for (path, kind, content) in FILES {
        router = router.route(path, get(async move || ([(header::CONTENT_TYPE, kind)], content)));
    }
    let guarded = middleware::from_fn_with_state(Arc::clone(&desk), guard);
    router.layer(DefaultBodyLimit::max(LARGEST_REQUEST)).layer(guarded).with_state(desk)
}

/// Lets in only who has asked for this page by its own address, so that no page from elsewhere plays here through a name
/// that leads to this machine; and closes every answer to the world outside.
async fn guard(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let own = [desk.address.to_string(), format!("localhost:{}", desk.address.port())];
    let mut response = if own.iter().any(|own| own == host) {
        next.run(request).await
    } else {
        (StatusCode::MISDIRECTED_REQUEST, "this is not the address of the page").into_response()
    };
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Does what a person does on the page.
///
/// A page from elsewhere cannot send JSON here without asking first, and is never given leave.
async fn act(State(desk): State<Arc<Desk>>, Json(act): Json<act::Act>) -> Response {
    match act::perform(&desk, act).await {
        Ok(answer) => Json(json!({ "done": answer })).into_response(),
        // That something cannot be done is no failure of the page: people see why.
        Err(why) => Json(json!({ "cannot": why })).into_response(),
    }
}

/// All that the page shows, and then whatever changes.
async fn events(State(desk): State<Arc<Desk>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let (telegram, api) = (desk.stage.telegram.changes(), desk.stage.api.changes());
    let (own, stopped) = (desk.changes.subscribe(), desk.stopped.clone());
    let viewer =
        Viewer { desk, telegram, api, own, stopped, shown: BTreeMap::new(), waiting: VecDeque::new() };
    Sse::new(stream::unfold(viewer, |mut viewer| async move {
        let event = viewer.next().await?;
        Some((Ok(event), viewer))
    }))
}

/// Who looks at the page, and what was shown to them.
struct Viewer {
    desk: Arc<Desk>,
    telegram: watch::Receiver<u64>,
    api: watch::Receiver<u64>,
    own: watch::Receiver<u64>,
    stopped: watch::Receiver<bool>,
    shown: BTreeMap<String, String>,
    waiting: VecDeque<Event>,
}

impl Viewer {
    /// The next thing to show; `None` when the page is no longer served.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if !self.shown.is_empty() {
                self.wait().await?;
            }
            self.look();
        }
    }

    /// Waits until something may have changed.
    async fn wait(&mut self) -> Option<()> {
        let Viewer { telegram, api, own, stopped, .. } = self;
        tokio::select! {
            _ = telegram.changed() => {}
            _ = api.changed() => {}
            _ = own.changed() => {}
            () = tokio::time::sleep(LOOK_INTERVAL) => {}
            _ = stopped.wait_for(|stopped| *stopped) => return None,
        }
        tokio::time::sleep(GATHERED_FOR).await;
        Some(())
    }

    /// Puts aside each part of the page that is not as it was shown.
    fn look(&mut self) {
        self.telegram.mark_unchanged();
        self.api.mark_unchanged();
        self.own.mark_unchanged();
        for (name, part) in view::parts(&self.desk) {
            let part = part.to_string();
            if self.shown.get(&name) != Some(&part) {
                self.waiting.push_back(Event::default().event("part").id(&name).data(&part));
                self.shown.insert(name, part);
            }
        }
    }
}

impl Desk {
    /// The phone that the codes of an account come to.
    fn phone_of(&self, account: &str) -> Option<&Phone> {
        self.stage.phones.iter().find(|phone| phone.accounts.iter().any(|own| own == account))
    }

    /// Somebody on the page, by number.
    fn person(&self, id: i64) -> Option<&Person> {
        self.stage.phones.iter().flat_map(|phone| &phone.people).find(|person| person.id() == id)
    }

    /// What was handed over to the bridge so far.
    fn handed(&self) -> Vec<Handing> {
        self.handed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notes what was handed over to the bridge.
    fn note(&self, handing: Handing) {
        self.handed.lock().unwrap_or_else(PoisonError::into_inner).push(handing);
        self.changes.send_modify(|count| *count += 1);
    }
}
