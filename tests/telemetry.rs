//! The log never tells what passes through the crates beneath the bridge.

use std::io;
use std::sync::{Arc, Mutex};

use tracing::{debug, error, info, trace, warn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use twofa_bridge::config::LogFormat;
use twofa_bridge::telemetry;

/// A log that is kept instead of written.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl io::Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Paper {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// What is logged while `speak` runs, under this filter.
fn logged(format: LogFormat, filter: Option<&str>, speak: impl FnOnce()) -> String {
    let paper = Paper::default();
    let layer = telemetry::layer(format, filter, paper.clone(), false);
    tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), speak);
    let bytes = paper.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

/// Says something that must stay private, at each level, as each crate that may hold a token, a URL or a body.
macro_rules! speak_as {
    ($($target:literal),*) => {{
        $(
            let _span = tracing::error_span!(target: $target, "request", url = "PRIVATE").entered();
            error!(target: $target, "PRIVATE");
            warn!(target: $target, "PRIVATE");
            info!(target: $target, "PRIVATE");
            debug!(target: $target, "PRIVATE");
            trace!(target: $target, url = "PRIVATE", "PRIVATE");
        )*
        error!(target: "twofa_bridge::service", "Something of ours");
    }};
}

#[test]
fn no_filter_brings_out_what_the_crates_beneath_log() {
    for format in [LogFormat::Human, LogFormat::Json] {
        for filter in [
            "trace",
            "off,hyper=trace",
            "hyper=trace,reqwest=trace,teloxide_core=trace,twofa_bridge=info",
            "[request]=trace",
            "[request{url}]=trace,twofa_bridge=info",
        ] {
            let log = logged(format, Some(filter), || {
                speak_as!(
                    "hyper",
                    "hyper::proto::h1::io",
                    "hyper_util::client::legacy::pool",
                    "hyper_rustls",
                    "h2::codec",
                    "reqwest::connect",
                    "rustls::client::hs",
                    "tokio_rustls",
                    "teloxide",
                    "teloxide_core::net::request",
                    "sled::pagecache",
                    "axum::rejection",
                    "axum_core",
                    "tower::buffer::worker",
                    "tower_http::trace"
                );
            });
            assert!(!log.contains("PRIVATE"), "{filter}: {log}");
            assert_eq!(
                log.contains("Something of ours"),
                filter.contains("twofa") || filter == "trace",
                "{filter}: {log}"
            );
        }
    }
}

#[test]
fn crates_that_are_not_known_may_warn_but_not_chat() {
    let log = logged(LogFormat::Human, Some("trace"), || {
        warn!(target: "somebody", "a warning");
        info!(target: "somebody", "a chat");
        trace!(target: "twofa_bridge_lookalike", "a lookalike");
    });
    assert!(log.contains("a warning") && !log.contains("a chat") && !log.contains("a lookalike"), "{log}");
}

#[test]
fn our_own_events_follow_the_filter_and_start_at_info() {
    let speak = || {
        debug!(target: "twofa_bridge::switchboard", "Why");
        info!(target: "twofa_bridge", { attempt.id = "att_1" }, "What");
    };
    for filter in [None, Some(""), Some("info"), Some("this is =no= filter")] {
        let log = logged(LogFormat::Human, filter, speak);
        assert!(
            log.contains("What") && log.contains("attempt.id") && !log.contains("Why"),
            "{filter:?}: {log}"
        );
    }
    assert!(logged(LogFormat::Human, Some("twofa_bridge=debug"), speak).contains("Why"));
    assert_eq!(logged(LogFormat::Human, Some("warn"), speak), "");
}

#[test]
fn json_is_one_object_per_line_with_its_fields_beside_the_message() {
    let log = logged(LogFormat::Json, None, || {
        info!(target: "twofa_bridge", { attempt.id = "att_1" }, "Asked two people");
        info!(target: "twofa_bridge", "Two\nlines");
    });
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{log}");
    assert_eq!(lines[0]["message"], "Asked two people");
    assert_eq!(lines[0]["attempt.id"], "att_1");
    assert_eq!(lines[0]["level"], "INFO");
}
