//! `GET /v1/events`: what happens, as server-sent events, for a host that has no address of its own.
//!
//! A reader who was away names the last thing that it has heard of and goes on from there. One who does not read is cut
//! off: nothing is kept for it but what is kept anyway.

use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use tokio::sync::mpsc::{self, Sender};
use tokio::sync::watch;
use tokio_stream::wrappers::ReceiverStream;

use crate::model::DispatchId;

use super::connection::{Lease, Life};
use super::feed::Feed;
use super::problem::{self, Problem};
use super::{Desk, intake};

/// How many things are sent in one piece.
const MOST_AT_ONCE: usize = 64;

/// How long a reader whose connection broke is to wait before it comes again, in milliseconds.
const RETRY_MILLISECONDS: u32 = 2_000;

#[utoipa::path(
    get,
    path = "/v1/events",
    summary = "What happens, as server-sent events, until the reader goes or the bridge stops",
    params((
        "Last-Event-ID" = Option<String>, Header, pattern = "^evt_[0-9a-f]{16}$",
        description = "The last event that the reader has heard of; without it, the stream begins with what comes",
    )),
    responses(
        (
            status = 200,
            description = "Events with `id`, `event` (the types of the webhooks) and `data` (the body of the webhooks, \
                           a JSON document on one line), and comments as signs of life",
            body = String,
            content_type = "text/event-stream"
        ),
        (status = 401, description = "The intake token is missing or wrong"),
        (status = 422, description = "`invalid-request`: the header names no event"),
        (status = 503, description = "`too-many-readers`"),
    ),
    security(("intake_token" = []))
)]
pub(super) async fn read(
    State(desk): State<Arc<Desk>>,
    ConnectInfo(lease): ConnectInfo<Lease>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    intake::authorize(&desk, &headers)?;
    let feed = desk.shared.feed.as_ref().ok_or_else(problem::no_stream)?;
    let after = match headers.get("last-event-id") {
        None => *feed.newest().borrow(),
        Some(id) => {
            let id = id.to_str().ok().and_then(DispatchId::parse);
            id.ok_or_else(problem::no_event_id)?
        }
    };
    let place = feed.place().ok_or_else(problem::too_many_readers)?;
    let (pieces, stream) = mpsc::channel::<Result<Bytes, Infallible>>(1);
    let heartbeat = desk.bounds.heartbeat;
    let life = desk.life.clone();
    tokio::spawn(async move {
        // Whoever reads has gone, does not read, or is told no more.
        tokio::select! {
            _ = pump(&desk, after, &pieces, &lease, heartbeat) => {}
            () = ends(life) => {}
        }
        drop(place);
    });
    Ok(([(CONTENT_TYPE, "text/event-stream")], Body::from_stream(ReceiverStream::new(stream)))
        .into_response())
}

async fn ends(mut life: watch::Receiver<Life>) {
    // An error means that the handle is gone, which is an end as well.
    let _ = life.wait_for(|life| *life != Life::Serving).await;
}

/// Sends everything after that, and what happens from then on. None: whoever reads has gone.
async fn pump(
    desk: &Desk,
    mut after: DispatchId,
    pieces: &Sender<Result<Bytes, Infallible>>,
    lease: &Lease,
    heartbeat: Duration,
) -> Option<Infallible> {
    let feed = desk.shared.feed.as_ref()?;
    let mut newest = feed.newest();
    send(pieces, lease, format!("retry: {RETRY_MILLISECONDS}\n\n"), heartbeat).await?;
    loop {
        newest.mark_unchanged();
        let (piece, last) = piece(feed, after);
        if let Some(last) = last {
            after = last;
            send(pieces, lease, piece, heartbeat).await?;
            continue;
        }
        match tokio::time::timeout(heartbeat, newest.changed()).await {
            Ok(changed) => changed.ok()?,
            Err(_) => send(pieces, lease, ": still here\n\n".to_owned(), heartbeat).await?,
        }
    }
}

/// The next things in the form of the stream, and the last of them; none if nothing is there.
fn piece(feed: &Feed, after: DispatchId) -> (String, Option<DispatchId>) {
    let mut piece = String::new();
    let mut last = None;
    for it in feed.after(after, MOST_AT_ONCE) {
        // Writing to a string does not fail. JSON on one line has no line break.
        let _ = write!(piece, "id: {}\nevent: {}\ndata: {}\n\n", it.id, it.told.word(), it.document);
        last = Some(it.id);
    }
    (piece, last)
}

/// Hands over a piece, as long as the reader takes pieces at all: each that it takes prolongs its connection.
async fn send(
    pieces: &Sender<Result<Bytes, Infallible>>,
    lease: &Lease,
    piece: String,
    heartbeat: Duration,
) -> Option<()> {
    let sent = tokio::time::timeout(heartbeat * 2, pieces.send(Ok(Bytes::from(piece)))).await;
    sent.ok()?.ok()?;
    lease.prolong(heartbeat * 3);
    Some(())
}
