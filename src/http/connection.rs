//! The server's side of TCP: a bounded number of connections, and an end to each, however slow its client is.
//!
//! HTTP is spoken above this, by axum; here are only bytes. axum has no time-out for the head of a request nor for
//! a client that does not read, so connections have one.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, Sleep, sleep_until};

/// How long to go on listening to a client after the response, so that it can finish what it was saying.
const LINGERING_MAX: Duration = Duration::from_secs(1);

/// How far the server's life has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Life {
    /// It takes connections.
    Serving,
    /// It takes no more.
    Stopping,
    /// It cuts off those that are open.
    Over,
}

/// The time that a connection has, which whoever answers on it may prolong.
#[derive(Clone, Debug)]
pub(super) struct Lease(Arc<watch::Sender<Instant>>);

impl Lease {
    /// The connection may last so long from here on, if it may not longer anyway.
    pub(super) fn prolong(&self, by: Duration) {
        let until = Instant::now() + by;
        self.0.send_if_modified(|end| {
            let is_later = until > *end;
            *end = (*end).max(until);
            is_later
        });
    }
}

impl Connected<IncomingStream<'_, Doorway>> for Lease {
    fn connect_info(stream: IncomingStream<'_, Doorway>) -> Self {
        stream.io().lease.clone()
    }
}

/// Comes when the time that a connection has is over.
async fn over(mut end: watch::Receiver<Instant>) {
    loop {
        let until = *end.borrow_and_update();
        tokio::select! {
            () = sleep_until(until) => return,
            changed = end.changed() => if changed.is_err() {
                return sleep_until(until).await;
            },
        }
    }
}

/// Accepts connections, as many at once as there are places.
#[derive(Debug)]
pub(super) struct Doorway {
    listener: TcpListener,
    places: Arc<Semaphore>,
    lifetime: Duration,
    life: watch::Receiver<Life>,
}

impl Doorway {
    pub(super) fn new(
        listener: TcpListener,
        places: usize,
        lifetime: Duration,
        life: watch::Receiver<Life>,
    ) -> Self {
        Self { listener, places: Arc::new(Semaphore::new(places)), lifetime, life }
    }
}

impl Listener for Doorway {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let place = Arc::clone(&self.places).acquire_owned().await.expect("the semaphore is never closed");
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Without this, the second half of a small answer can wait 40 ms; a refusal only costs that time.
        let _ = stream.set_nodelay(true);
        let lease = Lease(Arc::new(watch::Sender::new(Instant::now() + self.lifetime)));
        let end = lease.0.subscribe();
        let mut life = self.life.clone();
        let end = Box::pin(async move {
            tokio::select! {
                () = over(end) => {}
                _ = life.wait_for(|life| *life == Life::Over) => {}
            }
        });
        (Connection { stream, lease, end, is_over: false, lingering: None, _place: place }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// One connection.
pub(super) struct Connection {
    stream: TcpStream,
    lease: Lease,
    /// Comes when the connection has lasted long enough, or the server is over.
    end: Pin<Box<dyn Future<Output = ()> + Send>>,
    is_over: bool,
    /// Set from the moment that everything is written.
    lingering: Option<Pin<Box<Sleep>>>,
    _place: OwnedSemaphorePermit,
}

impl Connection {
    /// An error once the connection is over; otherwise the task is woken when it is.
    fn check_end(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        self.is_over = self.is_over || self.end.as_mut().poll(cx).is_ready();
        if self.is_over { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check_end(cx)?;
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.check_end(cx)?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check_end(cx)?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    /// Ends our half and waits for the client to end its own.
    ///
    /// A socket that is closed with bytes unread resets the connection, and the client may lose the response: a 413
    /// or a 401 comes while its body is still on the way.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check_end(cx)?;
        if self.lingering.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
            self.lingering = Some(Box::pin(tokio::time::sleep(LINGERING_MAX)));
        }
        let this = &mut *self;
        if this.lingering.as_mut().is_some_and(|lingering| lingering.as_mut().poll(cx).is_ready()) {
            return Poll::Ready(Ok(()));
        }
        let mut waste = [0; 4_096];
        loop {
            let mut buffer = ReadBuf::new(&mut waste);
            let read = ready!(Pin::new(&mut this.stream).poll_read(cx, &mut buffer));
            if read.is_err() || buffer.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
        }
    }
}
