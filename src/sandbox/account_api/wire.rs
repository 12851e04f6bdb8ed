//! The server's side of each TCP connection, which can be treated badly: cut, truncated, slowed down.
//!
//! HTTP is spoken above this, by axum; here are only bytes, and the end of the response's head.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::watch,
    time::Sleep,
};

/// How long to wait when a connection cannot be accepted, for example because too many files are open.
const ACCEPT_PAUSE: Duration = Duration::from_millis(10);

/// What ends the head of a response.
const HEAD_END: &[u8] = b"\r\n\r\n";

/// What becomes of the response that is written next.
#[derive(Debug, Clone, Copy)]
pub(super) enum Treatment {
    /// It is sent.
    Fair,
    /// Not a byte of it is sent, and the connection is closed.
    Cut,
    /// Its head and this many bytes of its body are sent, and the connection is closed.
    Truncate { body_bytes: usize },
    /// Its head is sent, and then one byte of its body at a time.
    Trickle { pause: Duration },
}

/// Decides, from within a request, how its connection is treated.
#[derive(Debug, Clone)]
pub(super) struct Wire(Arc<Mutex<Progress>>);

#[derive(Debug)]
struct Progress {
    treatment: Treatment,
    /// How much of `HEAD_END` the last bytes of the head were; all of it: the body has begun.
    head_end_matched: usize,
}

impl Wire {
    /// From here on, until the next request on this connection says otherwise.
    pub(super) fn treat(&self, treatment: Treatment) {
        *self.progress() = Progress { treatment, head_end_matched: 0 };
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Progress {
    fn in_body(&self) -> bool {
        self.head_end_matched == HEAD_END.len()
    }

    /// How many of these bytes belong to the head.
    fn head_bytes(&self, bytes: &[u8]) -> usize {
        let mut matched = self.head_end_matched;
        for (index, byte) in bytes.iter().enumerate() {
            if matched == HEAD_END.len() {
                return index;
            }
            matched = matched_after(matched, *byte);
        }
        bytes.len()
    }

    fn head_written(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.head_end_matched = matched_after(self.head_end_matched, *byte);
        }
    }
}

fn matched_after(matched: usize, byte: u8) -> usize {
    if byte == HEAD_END[matched] {
        return matched + 1;
    }
    usize::from(byte == HEAD_END[0])
}

/// Accepts connections and hands them out as lines.
#[derive(Debug)]
pub(super) struct Doorway {
    pub(super) listener: TcpListener,
    pub(super) stopped: watch::Receiver<bool>,
}

impl Listener for Doorway {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        loop {
            let Ok((stream, address)) = self.listener.accept().await else {
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            };
            // Without this, a test waits 40 ms for the second half of a small answer; a refusal only costs that time.
            let _ = stream.set_nodelay(true);
            let progress = Progress { treatment: Treatment::Fair, head_end_matched: 0 };
            let line = Line {
                stream,
                wire: Wire(Arc::new(Mutex::new(progress))),
                stopped: self.stopped.clone(),
                pause: None,
            };
            return (line, address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, Doorway>> for Wire {
    fn connect_info(stream: IncomingStream<'_, Doorway>) -> Wire {
        stream.io().wire.clone()
    }
}

/// One connection.
#[derive(Debug)]
pub(super) struct Line {
    stream: TcpStream,
    wire: Wire,
    stopped: watch::Receiver<bool>,
    pause: Option<Pin<Box<Sleep>>>,
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let line = &mut *self;
        let mut progress = line.wire.progress();
        let treatment = progress.treatment;

        let head_passes = matches!(treatment, Treatment::Truncate { .. } | Treatment::Trickle { .. });
        if head_passes && !progress.in_body() {
            let head = progress.head_bytes(bytes);
            let written = Pin::new(&mut line.stream).poll_write(context, &bytes[..head]);
            if let Poll::Ready(Ok(count)) = written {
                progress.head_written(&bytes[..count]);
            }
            return written;
        }

        match treatment {
            Treatment::Fair => Pin::new(&mut line.stream).poll_write(context, bytes),
            Treatment::Cut | Treatment::Truncate { body_bytes: 0 } => closed(),
            Treatment::Truncate { body_bytes } => {
                let allowed = body_bytes.min(bytes.len());
                let written = Pin::new(&mut line.stream).poll_write(context, &bytes[..allowed]);
                if let Poll::Ready(Ok(count)) = written {
                    progress.treatment = Treatment::Truncate { body_bytes: body_bytes - count };
                }
                written
            }
            Treatment::Trickle { pause } => {
                if *line.stopped.borrow() {
                    return closed();
                }
                let sleep = line.pause.get_or_insert_with(|| Box::pin(tokio::time::sleep(pause)));
                if sleep.as_mut().poll(context).is_pending() {
                    return Poll::Pending;
                }
                line.pause = None;
                Pin::new(&mut line.stream).poll_write(context, &bytes[..bytes.len().min(1)])
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

fn closed() -> Poll<io::Result<usize>> {
    Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()))
}
