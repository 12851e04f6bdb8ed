//! The bridge's own HTTP port: attempts handed over by the agency's system, health, readiness and metrics.
//!
//! It knows HTTP and nothing of what is decided: a request becomes a [`Question`], the service answers it with the
//! switchboard's [`Response`](crate::switchboard::command::Response), and that becomes a status and a JSON document.
//! Whatever is refused is an RFC 9457 problem document. Neither the token nor what stands in a request is logged.
//!
//! In reading order: `intake` (the two attempt routes), `events` and `feed` (what happens, as a
//! stream), `token` (who may use them), `problem` (refusals), `readiness`,
//! `status_page`, `connection` (one request each, and an end to it), `description` (all of it for machines).

mod connection;
mod description;
mod events;
mod feed;
mod intake;
mod problem;
mod readiness;
mod status_page;
mod token;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json, Router};
use secrecy::SecretString;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tracing::{error, warn};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::metrics::Metrics;
use crate::model::{AttemptId, Name};
use crate::switchboard::command;

use self::connection::{Doorway, Lease, Life};
use self::description::Description;
pub use self::feed::Feed;
pub use self::intake::handover;
use self::problem::Problem;
pub use self::readiness::{Part, Readiness};
use self::token::IntakeToken;

/// The largest request body that is read, in bytes.
pub const BODY_BYTES_MAX: usize = 16 * 1_024;

/// Connections at once, each with one request; more wait to be accepted.
pub const CONNECTIONS_MAX: usize = 64;

/// How long a client is told to wait before it asks again, in seconds.
const RETRY_AFTER_SECONDS: u32 = 10;

/// What the metrics are written in for those who ask for it.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What the metrics are written in for everybody else: Prometheus takes it whether it asks for it or not.
const PROMETHEUS_TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The running server. Dropped without [`Http::stop`], it cuts off whatever is open.
#[derive(Debug)]
pub struct Http {
    address: SocketAddr,
    stopping_max: Duration,
    life: watch::Sender<Life>,
    serving: JoinHandle<()>,
}

/// What the server reads whenever it is asked, and others write.
#[derive(Debug, Default)]
pub struct Shared {
    /// Whether the bridge can do its work.
    pub readiness: Readiness,
    /// What was counted and measured.
    pub metrics: Metrics,
    /// What has happened, if it may be read as a stream.
    pub feed: Option<Feed>,
}

/// A question to the service, and where its answer goes.
#[derive(Debug)]
pub struct Ask {
    /// What is asked.
    pub question: Question,
    /// Takes the answer. Nobody may be there any more to hear it.
    pub answer: oneshot::Sender<command::Response>,
}

/// What is asked of the service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// To watch an attempt that it has started.
    Hand {
        /// The attempt.
        attempt: AttemptId,
        /// The account, by id or by handle.
        account: String,
        /// Who started it.
        started_by: Name,
    },
    /// What is known of an attempt.
    Inquire {
        /// Which.
        attempt: AttemptId,
    },
    /// What is open, for the status page.
    Overview,
}

/// How long anything may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// For the body of a request to arrive, once its head is there.
    pub body: Duration,
    /// For the service to answer.
    pub answer: Duration,
    /// For a connection, from being accepted until the last byte of the response is gone.
    pub connection: Duration,
    /// For requests under way to end when the server stops; then they are cut off.
    pub stopping: Duration,
    /// Between two signs of life on a stream of events. A reader may be deaf for twice as long.
    pub heartbeat: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            body: Duration::from_secs(10),
            answer: Duration::from_secs(10),
            connection: Duration::from_secs(30),
            stopping: Duration::from_secs(5),
            heartbeat: Duration::from_secs(15),
        }
    }
}

/// What the routes lean on.
#[derive(Debug)]
struct Desk {
    token: Option<IntakeToken>,
    shared: Arc<Shared>,
    asks: mpsc::Sender<Ask>,
    bounds: Bounds,
    life: watch::Receiver<Life>,
}

impl Http {
    /// Starts to serve on this listener; must be called on a tokio runtime. Without a token there is no intake.
    ///
    /// # Errors
    ///
    /// The listener's own address cannot be read.
    pub fn serve(
        listener: TcpListener,
        intake_token: Option<SecretString>,
        state: Arc<Shared>,
        asks: mpsc::Sender<Ask>,
    ) -> io::Result<Http> {
        Self::serve_within(listener, intake_token, state, asks, Bounds::default())
    }

    /// The same, with other bounds.
    pub fn serve_within(
        listener: TcpListener,
        intake_token: Option<SecretString>,
        state: Arc<Shared>,
        asks: mpsc::Sender<Ask>,
        bounds: Bounds,
    ) -> io::Result<Http> {
        let address = listener.local_addr()?;
        let token = intake_token.map(|token| IntakeToken::new(&token));
        let life = watch::Sender::new(Life::Serving);
        let router = router(Arc::new(Desk { token, shared: state, asks, bounds, life: life.subscribe() }));
        let doorway = Doorway::new(listener, CONNECTIONS_MAX, bounds.connection, life.subscribe());
        let mut stopping = life.subscribe();
        let serving = axum::serve(doorway, router.into_make_service_with_connect_info::<Lease>())
            .with_graceful_shutdown(async move {
                // An error means that the handle is gone, which is a reason to stop as well.
                let _ = stopping.wait_for(|life| *life != Life::Serving).await;
            });
        let serving = tokio::spawn(async move {
            if let Err(error) = serving.await {
                error!(%error, "The HTTP server ended by itself");
            }
        });
        Ok(Http { address, stopping_max: bounds.stopping, life, serving })
    }

    /// Where it listens, with the port that the system chose if it was left to it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no more connections, lets requests under way end, and cuts off those that take too long.
    ///
    /// Questions are still asked while it waits, so whoever answers them should go on until this returns.
    pub async fn stop(mut self) {
        self.life.send_replace(Life::Stopping);
        match tokio::time::timeout(self.stopping_max, &mut self.serving).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => error!(%error, "The HTTP server had ended before it was stopped"),
            Err(_) => {
                warn!("Cut off HTTP requests that did not end in time");
                self.life.send_replace(Life::Over);
                self.serving.abort();
            }
        }
    }
}

impl Desk {
    /// Asks the service, and waits for its answer as long as that makes sense.
    async fn ask(&self, question: Question) -> Result<command::Response, Problem> {
        let (answer, answered) = oneshot::channel();
        let asking = async {
            self.asks.send(Ask { question, answer }).await.ok()?;
            answered.await.ok()
        };
        match tokio::time::timeout(self.bounds.answer, asking).await {
            Ok(Some(response)) => Ok(response),
            Ok(None) => Err(problem::stopping()),
            Err(_) => {
                warn!(
                    "Gave up on a request of the agency's system: no answer within {:?}",
                    self.bounds.answer
                );
                Err(problem::no_answer())
            }
        }
    }
}

/// The routes, and the description that they come with.
fn router(desk: Arc<Desk>) -> Router {
    let has_intake = desk.token.is_some();
    let mut routes = OpenApiRouter::with_openapi(description::preface(has_intake))
        .routes(routes!(status_page::show))
        .routes(routes!(description::show))
        .routes(routes!(health))
        .routes(routes!(ready))
        .routes(routes!(metrics));
    if has_intake {
        routes = routes.routes(routes!(intake::hand)).routes(routes!(intake::inquire));
    }
    if has_intake && desk.shared.feed.is_some() {
        routes = routes.routes(routes!(events::read));
    }
    let (router, described) = routes.split_for_parts();
    router
        .layer(Extension(Description::new(described)))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(map_response(finish))
        .with_state(desk)
}

/// How the bridge is, in a word.
#[derive(Serialize, ToSchema)]
struct Health {
    status: &'static str,
}

#[utoipa::path(
    get,
    path = "/healthz",
    summary = "Whether the process lives",
    responses((status = 200, description = "It lives", body = Health))
)]
async fn health() -> Response {
    Json(Health { status: "ok" }).into_response()
}

#[utoipa::path(
    get,
    path = "/readyz",
    summary = "Whether the bridge can do its work",
    responses(
        (status = 200, description = "The store is open, Telegram answers and the account API answers", body = Health),
        (status = 503, description = "`not-ready`; the member `missing` names what is missing"),
    )
)]
async fn ready(State(desk): State<Arc<Desk>>) -> Result<Response, Problem> {
    let missing = desk.shared.readiness.missing();
    if missing.is_empty() {
        return Ok(Json(Health { status: "ready" }).into_response());
    }
    Err(problem::not_ready(&missing))
}

#[utoipa::path(
    get,
    path = "/metrics",
    summary = "What was counted and measured, for Prometheus",
    responses(
        (
            status = 200,
            description = "The metrics; `OpenMetrics` for those who accept it",
            content((String = "text/plain"), (String = "application/openmetrics-text"))
        ),
    )
)]
async fn metrics(State(desk): State<Arc<Desk>>, headers: HeaderMap) -> Response {
    let mut accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let metrics = &desk.shared.metrics;
    if accepted.any(|accepted| accepted.contains("application/openmetrics-text")) {
        ([(CONTENT_TYPE, OPEN_METRICS)], metrics.text()).into_response()
    } else {
        ([(CONTENT_TYPE, PROMETHEUS_TEXT)], metrics.classic_text()).into_response()
    }
}

/// What all responses have in common, including those that axum makes by itself.
async fn finish(response: Response) -> Response {
    let mut response = if is_bare_refusal(&response) { describe(response) } else { response };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // One request for each connection: so a bound on the connection is a bound on the request, no client can hold
    // a place by doing nothing, and no request is lost on a connection that is just being closed.
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

/// Whether this is an unknown path, a wrong method, or whatever else axum refuses without asking us.
fn is_bare_refusal(response: &Response) -> bool {
    let status = response.status();
    let is_refusal = status.is_client_error() || status.is_server_error();
    is_refusal && response.headers().get(CONTENT_TYPE).is_none_or(|it| it != problem::CONTENT_TYPE_VALUE)
}

/// Puts a problem document in place of a body, and keeps the other headers.
fn describe(response: Response) -> Response {
    let (mut parts, _) = response.into_parts();
    let detail = match parts.status {
        StatusCode::NOT_FOUND => "There is nothing at this path.",
        StatusCode::METHOD_NOT_ALLOWED => "This path does not take this method; see the Allow header.",
        _ => "The request cannot be answered.",
    };
    let mut described = Problem::plain(parts.status, detail).into_response();
    parts.headers.remove(CONTENT_TYPE);
    parts.headers.remove(CONTENT_LENGTH);
    described.headers_mut().extend(parts.headers);
    described
}
