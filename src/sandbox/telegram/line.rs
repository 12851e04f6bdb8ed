//! Connections that can be cut from our side, as networks do.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// How long to wait when the system cannot accept a connection.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(10);

/// All lines, and whether new ones are accepted.
#[derive(Default)]
pub(super) struct Lines {
    are_down: AtomicBool,
    open: Mutex<Vec<Weak<Cut>>>,
}

impl Lines {
    /// Whether the server is to be unreachable from here on; what is under way breaks.
    pub(super) fn set_down(&self, are_down: bool) {
        self.are_down.store(are_down, Ordering::SeqCst);
        if are_down {
            self.cut_all();
        }
    }

    /// Whether it is.
    pub(super) fn are_down(&self) -> bool {
        self.are_down.load(Ordering::SeqCst)
    }

    /// Whether a connection is open, to anybody.
    pub(super) fn are_open(&self) -> bool {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.iter().any(|line| line.strong_count() > 0)
    }

    fn cut_all(&self) {
        let open = std::mem::take(&mut *self.open.lock().unwrap_or_else(PoisonError::into_inner));
        open.iter().filter_map(Weak::upgrade).for_each(|cut| cut.now());
    }

    fn add(&self, cut: &Arc<Cut>) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|line| line.strong_count() > 0);
        open.push(Arc::downgrade(cut));
    }
}

/// The scissors of one connection.
#[derive(Default)]
pub(super) struct Cut {
    is_cut: AtomicBool,
    reader: Mutex<Option<Waker>>,
}

impl Cut {
    /// Breaks the connection.
    pub(super) fn now(&self) {
        self.is_cut.store(true, Ordering::SeqCst);
        let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(reader) = reader {
            reader.wake();
        }
    }

    fn check(&self) -> io::Result<()> {
        if self.is_cut.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        Ok(())
    }
}

/// The same for a request's handler.
#[derive(Clone)]
pub(super) struct Scissors(pub(super) Arc<Cut>);

impl Connected<IncomingStream<'_, Gate>> for Scissors {
    fn connect_info(stream: IncomingStream<'_, Gate>) -> Scissors {
        Scissors(Arc::clone(&stream.io().cut))
    }
}

/// Accepts connections, unless the server plays dead.
pub(super) struct Gate {
    pub(super) listener: TcpListener,
    pub(super) lines: Arc<Lines>,
}

impl Listener for Gate {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) => {
                    let cut = Arc::new(Cut::default());
                    self.lines.add(&cut);
                    // Asked after the line was added, so that it is cut either here or by `set_down`.
                    if !self.lines.are_down.load(Ordering::SeqCst) {
                        return (Line { stream, cut }, address);
                    }
                }
                Err(_) => tokio::time::sleep(ACCEPT_AGAIN_AFTER).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection that ends when it is cut.
pub(super) struct Line {
    stream: TcpStream,
    cut: Arc<Cut>,
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let waker = context.waker().clone();
        *self.cut.reader.lock().unwrap_or_else(PoisonError::into_inner) = Some(waker);
        self.cut.check()?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.cut.check()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.cut.check()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
