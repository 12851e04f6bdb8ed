//! The status page: what is open, since when, and how both sides are. For a person with a browser near the bridge.
//!
//! Accounts and attempts appear by id, people not at all, and nothing on it is secret. It needs no script, loads
//! nothing, and is forbidden to.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use tokio::time::timeout;

use crate::metrics::Figures;
use crate::model::Timestamp;
use crate::switchboard::command::{self, OpenAttempt, Overview};

use super::readiness::{Part, Standing};
use super::{Desk, Question};

/// How long the page waits to be told what is open, before it says that this is not known.
const OVERVIEW_WITHIN: Duration = Duration::from_secs(2);

/// How many attempts the page shows.
const MOST_ROWS: usize = 200;

/// How the page looks: light or dark as the reader's system is, and narrow enough for a phone.
const STYLE: &str = "\
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}\
body{margin:2rem auto;max-width:60rem;padding:0 1rem}\
h1{font-size:1.4rem}\
h2{font-size:1.1rem;margin-top:2rem}\
table{border-collapse:collapse;width:100%}\
th,td{border-bottom:1px solid #8888;padding:.4rem .8rem .4rem 0;text-align:left;vertical-align:top}\
.scroll{overflow-x:auto}\
.well{color:light-dark(#0a6b2d,#6fd394)}\
.wrong{color:light-dark(#b3261e,#ff8a80);font-weight:600}\
footer{margin-top:2rem;font-size:.9rem}";

/// What a browser may do with the page: apply its own style, and nothing else.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
});

#[utoipa::path(
    get,
    path = "/",
    summary = "A status page for a browser",
    responses((status = 200, description = "What is open, and how both sides are", body = String, content_type = "text/html"))
)]
pub(super) async fn show(State(desk): State<Arc<Desk>>) -> Response {
    let overview = match timeout(OVERVIEW_WITHIN, desk.ask(Question::Overview)).await {
        Ok(Ok(command::Response::Overview(overview))) => Some(overview),
        Ok(_) | Err(_) => None,
    };
    let shared = &desk.shared;
    let page = page(overview.as_ref(), &shared.readiness.standings(), shared.metrics.figures());
    let policies = [
        (CONTENT_SECURITY_POLICY, POLICY.as_str()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
    ];
    (policies, Html(page)).into_response()
}

/// The whole page.
fn page(overview: Option<&Overview>, standings: &[Standing], figures: Figures) -> String {
    let is_ready = standings.iter().all(|standing| standing.answer.is_ok());
    let title = if is_ready { "ready" } else { "not ready" };
    let version = env!("CARGO_PKG_VERSION");
    let parts: String = standings.iter().map(part_row).collect();
    let open = overview.map_or_else(
        || "<p>What is open is not known at the moment: the bridge is starting or stopping.</p>".to_owned(),
        open_attempts,
    );
    let Figures { outbox_depth, updates_unsettled, budget_used, budget_allowed, store, journal } = figures;
    let [store, journal] = [store, journal].map(|bytes| bytes.div_ceil(1_024));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"refresh\" content=\"15\">\n\
         <title>twofa-bridge: {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>twofa-bridge is {title}</h1>\n\
         <h2>Parts</h2>\n<div class=\"scroll\"><table>\n\
         <tr><th scope=\"col\">Part</th><th scope=\"col\">State</th><th scope=\"col\">Since</th></tr>\n{parts}\
         </table></div>\n\
         <h2>Open sign-ins</h2>\n{open}\n\
         <h2>Figures</h2>\n<div class=\"scroll\"><table>\n\
         <tr><th scope=\"row\">Messages that wait for Telegram</th><td>{outbox_depth}</td></tr>\n\
         <tr><th scope=\"row\">Updates with something pending</th><td>{updates_unsettled}</td></tr>\n\
         <tr><th scope=\"row\">Calls of the account API within the last minute</th>\
         <td>{budget_used} of {budget_allowed}</td></tr>\n\
         <tr><th scope=\"row\">Store and journal</th><td>{store} KiB and {journal} KiB</td></tr>\n\
         </table></div>\n</main>\n\
         <footer>Version {version}. This page shows itself anew every 15 seconds. \
         <a href=\"/metrics\">Metrics</a>, <a href=\"/readyz\">readiness</a>.</footer>\n</body>\n</html>\n"
    )
}

fn part_row(standing: &Standing) -> String {
    let name = match standing.part {
        Part::Store => "Store",
        Part::Telegram => "Telegram",
        Part::AccountApi => "Account API",
    };
    let (class, state) = match standing.answer {
        Ok(()) => ("well", "well"),
        Err(reason) => ("wrong", reason),
    };
    let since = spoken(standing.since.elapsed());
    format!("<tr><th scope=\"row\">{name}</th><td class=\"{class}\">{state}</td><td>{since}</td></tr>\n")
}

fn open_attempts(overview: &Overview) -> String {
    if overview.attempts.is_empty() {
        return "<p>None.</p>".to_owned();
    }
    let mut table = "<div class=\"scroll\"><table>\n<tr><th scope=\"col\">Account</th>\
                     <th scope=\"col\">Attempt</th><th scope=\"col\">The API says</th>\
                     <th scope=\"col\">The bridge is</th><th scope=\"col\">Since</th>\
                     <th scope=\"col\">Asked</th></tr>\n"
        .to_owned();
    for OpenAttempt { view, started_at } in overview.attempts.iter().take(MOST_ROWS) {
        // Writing to a string does not fail.
        let _ = writeln!(
            table,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(view.account.as_str()),
            escaped(view.attempt.as_str()),
            view.state.as_deref().map_or_else(|| "not looked at yet".to_owned(), escaped),
            escaped(view.status),
            spoken(overview.at.since(*started_at)),
            view.asked_at.map_or_else(|| "nobody yet".to_owned(), |at| ago(overview.at, at)),
        );
    }
    table.push_str("</table></div>");
    let more = overview.attempts.len().saturating_sub(MOST_ROWS);
    if more > 0 {
        let _ = write!(table, "\n<p>And {more} more.</p>");
    }
    table
}

fn ago(now: Timestamp, then: Timestamp) -> String {
    format!("{} ago", spoken(now.since(then)))
}

/// A length of time as people say it, in its two largest units.
fn spoken(length: Duration) -> String {
    let seconds = length.as_secs();
    let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let mut left = seconds;
    let mut parts = Vec::new();
    for (size, unit) in units {
        if left >= size {
            parts.push(format!("{} {unit}", left / size));
            left %= size;
        }
    }
    parts.truncate(2);
    if parts.is_empty() { "0 s".to_owned() } else { parts.join(" ") }
}

/// Text that came from outside, for a place in HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_in_their_two_largest_units() {
        for (seconds, words) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (61, "1 min 1 s"),
            (3_600, "1 h"),
            (3_661, "1 h 1 min"),
            (86_400 + 59, "1 d 59 s"),
            (90_061, "1 d 1 h"),
        ] {
            assert_eq!(spoken(Duration::from_secs(seconds)), words);
        }
    }

    #[test]
    fn nothing_from_outside_becomes_html() {
        assert_eq!(escaped("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    }
}
