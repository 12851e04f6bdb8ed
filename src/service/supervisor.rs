//! What systemd is told: that the bridge is ready, that its loop lives, that it stops.
//!
//! It is told over a datagram socket whose name it puts into the environment (`sd_notify(3)`). Everything is said by
//! the loop itself, so a loop that hangs says nothing, and is restarted.

use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::time::Duration;

use tokio::time::Instant;
use tracing::warn;

/// The variable that names the socket.
const SOCKET: &str = "NOTIFY_SOCKET";

/// The variable with the microseconds within which a sign of life is wanted.
const WATCHDOG: &str = "WATCHDOG_USEC";

/// The variable with the process of which it is wanted, if not of any.
const WATCHDOG_PROCESS: &str = "WATCHDOG_PID";

/// Whoever has started the bridge and wants to hear how it is.
#[derive(Debug, Default)]
pub struct Supervisor {
    socket: Option<UnixDatagram>,
    /// How often a sign of life is given: twice as often as it is wanted.
    interval: Option<Duration>,
    is_ready: bool,
    told_at: Option<Instant>,
}

impl Supervisor {
    /// The one that the environment names; without a name, nobody is told anything.
    pub fn named_in(environment: impl Iterator<Item = (String, String)>) -> Self {
        let mut supervisor = Self::default();
        let (mut within, mut process) = (None, None);
        for (name, value) in environment {
            match name.as_str() {
                SOCKET => supervisor.socket = connect(&value),
                WATCHDOG => within = value.parse().ok().map(Duration::from_micros),
                WATCHDOG_PROCESS => process = Some(value),
                _ => {}
            }
        }
        let is_meant = process.is_none_or(|process| process == std::process::id().to_string());
        supervisor.interval = within.filter(|_| is_meant).map(|within| within / 2);
        supervisor
    }

    /// The loop lives; and everything that the bridge needs is there, or it is not.
    pub(super) fn loop_lives(&mut self, is_ready: bool) {
        if is_ready && !self.is_ready {
            self.is_ready = true;
            self.tell("READY=1\nSTATUS=Ready");
        }
        let Some(interval) = self.interval else { return };
        if self.told_at.is_none_or(|told| told.elapsed() >= interval) {
            self.told_at = Some(Instant::now());
            self.tell("WATCHDOG=1");
        }
    }

    /// The bridge stops.
    pub(super) fn stopping(&self) {
        self.tell("STOPPING=1\nSTATUS=Stopping");
    }

    fn tell(&self, what: &str) {
        // It may be full or gone, which is no reason to stop.
        let _ = self.socket.as_ref().map(|socket| socket.send(what.as_bytes()));
    }
}

/// A name that begins with an @ is in no file system.
fn connect(name: &str) -> Option<UnixDatagram> {
    let address = match name.strip_prefix('@') {
        Some(name) => SocketAddr::from_abstract_name(name),
        None => SocketAddr::from_pathname(name),
    };
    let connected = address.and_then(|address| {
        let socket = UnixDatagram::unbound()?;
        socket.connect_addr(&address)?;
        socket.set_nonblocking(true)?;
        Ok(socket)
    });
    connected.inspect_err(|error| warn!("Cannot tell the supervisor how the bridge is: {error}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Supervisor {
        let pairs: Vec<_> =
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Supervisor::named_in(pairs.into_iter())
    }

    fn hears(socket: &UnixDatagram) -> Vec<String> {
        socket.set_nonblocking(true).unwrap();
        let mut heard = Vec::new();
        let mut buffer = [0; 256];
        while let Ok(length) = socket.recv(&mut buffer) {
            heard.push(String::from_utf8_lossy(&buffer[..length]).into_owned());
        }
        heard
    }

    #[tokio::test]
    async fn a_supervisor_in_no_file_system_is_told_once_that_all_is_ready() {
        let name = format!("twofa-bridge-test-{}", std::process::id());
        let socket = UnixDatagram::bind_addr(&SocketAddr::from_abstract_name(&name).unwrap()).unwrap();
        let mut supervisor = environment(&[(SOCKET, &format!("@{name}"))]);
        supervisor.loop_lives(false);
        assert_eq!(hears(&socket), Vec::<String>::new());
        supervisor.loop_lives(true);
        supervisor.loop_lives(true);
        supervisor.stopping();
        assert_eq!(hears(&socket), ["READY=1\nSTATUS=Ready", "STOPPING=1\nSTATUS=Stopping"]);
    }

    #[tokio::test]
    async fn a_sign_of_life_is_given_to_whoever_wants_it_of_this_process() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify");
        let socket = UnixDatagram::bind(&path).unwrap();
        let path = path.to_str().unwrap();
        let mut supervisor = environment(&[(SOCKET, path), (WATCHDOG, "3600000000")]);
        supervisor.loop_lives(false);
        supervisor.loop_lives(false);
        assert_eq!(hears(&socket), ["WATCHDOG=1"], "the next is not due");
        let other = [(SOCKET, path), (WATCHDOG, "1"), (WATCHDOG_PROCESS, "1")];
        environment(&other).loop_lives(false);
        assert_eq!(hears(&socket), Vec::<String>::new());
        // Nobody listens, and nothing happens.
        environment(&[(SOCKET, "/not/there")]).loop_lives(true);
        environment(&[]).loop_lives(true);
    }
}
