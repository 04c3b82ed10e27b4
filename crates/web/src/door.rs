//! Connections that say nothing until the guard lets them speak.
//!
//! A web site that knocks at a port learns something from every byte that comes back: Firefox tells a page whether a
//! frame got an answer. So nothing is written to a connection before a request on it was let through, not even that a
//! request can not be read; and where one was refused, the connection is cut as if nobody had listened.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

const UNDECIDED: u8 = 0;
const OPEN: u8 = 1;
const CUT: u8 = 2;

/// Whether a connection may be answered.
#[derive(Debug, Clone, Default)]
pub struct Voice(Arc<AtomicU8>);

impl Voice {
    /// The connection is answered from now on, unless it was cut.
    pub fn open(&self) {
        // A failed exchange means that it was decided before.
        let _ = self
            .0
            .compare_exchange(UNDECIDED, OPEN, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// No byte goes out any more.
    pub fn cut(&self) {
        self.0.store(CUT, Ordering::Relaxed);
    }

    fn is_open(&self) -> bool {
        self.0.load(Ordering::Relaxed) == OPEN
    }
}

/// The loopback port, behind silent connections.
#[derive(Debug)]
pub struct Door(TcpListener);

impl Door {
    /// Puts itself in front of a port.
    pub const fn before(port: TcpListener) -> Self {
        Self(port)
    }
}

impl Listener for Door {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        let voice = Voice::default();
        (Connection { stream, voice }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Door>> for Voice {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.io().voice.clone()
    }
}

/// One connection of a browser.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    voice: Voice,
}

impl Connection {
    fn writable(&mut self) -> Result<Pin<&mut TcpStream>, io::Error> {
        if self.voice.is_open() {
            Ok(Pin::new(&mut self.stream))
        } else {
            Err(io::ErrorKind::ConnectionReset.into())
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.writable() {
            Ok(stream) => stream.poll_write(context, bytes),
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match self.writable() {
            Ok(stream) => stream.poll_write_vectored(context, pieces),
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
