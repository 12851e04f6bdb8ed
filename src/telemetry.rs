//! The log: how its lines look, and which of them there are. Lines go to standard error. Also what else could tell
//! what the process knows: the words of a panic, and its memory.
//!
//! Some crates beneath the bridge log URLs, headers and bodies, and the bot's token is part of every URL of Telegram.
//! So what they log is held back here, whatever the operator's filter says: the filter may ask for less, never for
//! that.

use std::io::{self, IsTerminal as _, Write as _};

use tracing::{Level, Metadata, Subscriber, warn};
use tracing_subscriber::filter::{EnvFilter, FilterExt as _, filter_fn};
use tracing_subscriber::fmt::{self, MakeWriter};
use tracing_subscriber::layer::{Layer, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::LogFormat;

/// The variable with the operator's filter, for example `twofa_bridge=debug`.
pub const FILTER_VARIABLE: &str = "TWOFA_BRIDGE_LOG";

/// What is logged unless the filter says otherwise.
pub const DEFAULT_FILTER: &str = "info";

/// The crate whose events the operator may see at every level: ours.
const OWN: &str = "twofa_bridge";

/// Crates that see URLs, headers, bodies or records, and therefore never reach the log.
const SILENT: [&str; 15] = [
    "axum",
    "axum_core",
    "h2",
    "hyper",
    "hyper_rustls",
    "hyper_util",
    "reqwest",
    "rustls",
    "serde_json",
    "sled",
    "teloxide",
    "teloxide_core",
    "tokio_rustls",
    "tower",
    "tower_http",
];

/// Starts the log of this process: for people on a terminal, as JSON elsewhere, unless `format` says which. A filter
/// that cannot be parsed gives way to [`DEFAULT_FILTER`], with a warning. A second call changes nothing.
pub fn start(format: Option<LogFormat>, filter: Option<&str>) {
    let terminal = io::stderr().is_terminal();
    let format = format.unwrap_or(if terminal { LogFormat::Human } else { LogFormat::Json });
    let colours = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let log = tracing_subscriber::registry().with(layer(format, filter, io::stderr, colours));
    if log.try_init().is_ok() && parsed(filter).is_none() {
        warn!("Logging at {DEFAULT_FILTER}: {FILTER_VARIABLE} is not a filter such as twofa_bridge=debug");
    }
}

/// What is said of a panic: where it was, and nothing of what was being done. Its own words are made of values, and a
/// value may be a code.
const PANIC: &str = "stopped by a defect; please report this place";

/// Has every panic of this process told by its place alone, in a line of standard error.
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        // That nobody reads it is no reason to panic again.
        _ = writeln!(io::stderr(), "twofa-bridge: {PANIC}: {place}");
    }));
}

/// Closes the memory of this process, in which secrets and codes stand, to whoever is not root: no core file is
/// written, and no debugger of the same user may look into it. Where the system knows no such thing, or a container
/// forbids it, things stay as they are.
pub fn keep_memory_closed() {
    let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
    _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
    #[cfg(target_os = "linux")]
    {
        let behavior = rustix::process::DumpableBehavior::NotDumpable;
        _ = rustix::process::set_dumpable_behavior(behavior);
    }
}

/// The log as a layer that writes to `writer`, with all that is held back held back.
pub fn layer<S, W>(
    format: LogFormat,
    filter: Option<&str>,
    writer: W,
    colours: bool,
) -> Box<dyn Layer<S> + Send + Sync>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
    W: for<'writer> MakeWriter<'writer> + Send + Sync + 'static,
{
    let wanted = parsed(filter).unwrap_or_else(|| EnvFilter::new(DEFAULT_FILTER));
    let filter = wanted.and(filter_fn(may_be_logged));
    let lines = fmt::layer().with_writer(writer).with_ansi(colours);
    match format {
        LogFormat::Human => lines.with_filter(filter).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_filter(filter).boxed(),
    }
}

/// The operator's filter, or the default where there is none; nothing if it cannot be parsed.
fn parsed(filter: Option<&str>) -> Option<EnvFilter> {
    let text = filter.map(str::trim).filter(|text| !text.is_empty()).unwrap_or(DEFAULT_FILTER);
    EnvFilter::try_new(text).ok()
}

/// Everything of ours, nothing of the crates that see secrets, and warnings and errors of all others.
fn may_be_logged(metadata: &Metadata<'_>) -> bool {
    let origin = metadata.target().split("::").next().unwrap_or_default();
    origin == OWN || (*metadata.level() <= Level::WARN && !SILENT.contains(&origin))
}
