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

/// How the page looks: light or dark as the reader's system is. On a phone each open sign-in is a card, its values
/// below each other; the names before them are for the eye, since a screen reader has the column's.
const STYLE: &str = "\
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;\
--line:light-dark(#d9dce1,#3a3f47);--dim:light-dark(#59616b,#a3abb6)}\
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem;\
background:light-dark(#f4f5f7,#15181c);color:light-dark(#1b1f24,#e6e9ed)}\
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1.5rem;display:flex;align-items:baseline;gap:.5em}\
h1::before{content:'';flex:none;width:.7em;height:.7em;border-radius:50%}\
h1.well::before{background:light-dark(#0a6b2d,#6fd394)}\
h1.wrong::before{background:light-dark(#b3261e,#ff8a80)}\
h2{font-size:1.1rem;margin:0 0 .5rem}\
section{background:light-dark(#fff,#1d2127);border:1px solid var(--line);border-radius:.6rem;\
padding:1rem;margin-bottom:1rem}\
p{margin:0}\
table{border-collapse:collapse;width:100%}\
th,td{border-top:1px solid var(--line);padding:.45rem .8rem .45rem 0;text-align:left;vertical-align:top}\
thead th{border:0;color:var(--dim);font-size:.85rem;font-weight:400}\
tbody th{font-weight:600}\
.open tbody th,.open td:nth-child(2),.open td:nth-child(3){overflow-wrap:anywhere}\
thead~tbody td:last-child,.open td:nth-child(5){white-space:nowrap}\
td.well{color:light-dark(#0a6b2d,#6fd394)}\
td.wrong{color:light-dark(#b3261e,#ff8a80);font-weight:600}\
footer{color:var(--dim);font-size:.9rem}\
a{color:light-dark(#0b57b7,#8ab8ff)}\
@media (max-width:40rem){\
.open thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\
.open tr{display:block;border-top:1px solid var(--line);padding:.5rem 0}\
.open th,.open td{display:block;border:0;padding:.1rem 0}\
.open td{display:grid;grid-template-columns:7.5rem 1fr}\
.open td::before{color:var(--dim)}\
.open td:nth-child(2)::before{content:'Attempt' / ''}\
.open td:nth-child(3)::before{content:'The API says' / ''}\
.open td:nth-child(4)::before{content:'The bridge is' / ''}\
.open td:nth-child(5)::before{content:'For' / ''}\
.open td:nth-child(6)::before{content:'Asked' / ''}}";

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
    operation_id = "status_page",
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
    let (class, title) = if is_ready { ("well", "ready") } else { ("wrong", "not ready") };
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
         <h1 class=\"{class}\">twofa-bridge is {title}</h1>\n\
         <section aria-labelledby=\"parts\">\n<h2 id=\"parts\">Parts</h2>\n\
         <table aria-labelledby=\"parts\">\n<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">State</th>\
         <th scope=\"col\">For</th></tr></thead>\n<tbody>\n{parts}</tbody>\n</table>\n</section>\n\
         <section aria-labelledby=\"open\">\n<h2 id=\"open\">Open sign-ins</h2>\n{open}\n</section>\n\
         <section aria-labelledby=\"figures\">\n<h2 id=\"figures\">Figures</h2>\n\
         <table aria-labelledby=\"figures\">\n<tbody>\n\
         <tr><th scope=\"row\">Messages that wait for Telegram</th><td>{outbox_depth}</td></tr>\n\
         <tr><th scope=\"row\">Updates with something pending</th><td>{updates_unsettled}</td></tr>\n\
         <tr><th scope=\"row\">Calls of the account API within the last minute</th>\
         <td>{budget_used} of {budget_allowed}</td></tr>\n\
         <tr><th scope=\"row\">Store and journal</th><td>{store} KiB and {journal} KiB</td></tr>\n\
         </tbody>\n</table>\n</section>\n</main>\n\
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
    let mut table = "<table class=\"open\" aria-labelledby=\"open\">\n<thead>\
                     <tr><th scope=\"col\">Account</th><th scope=\"col\">Attempt</th>\
                     <th scope=\"col\">The API says</th><th scope=\"col\">The bridge is</th>\
                     <th scope=\"col\">For</th><th scope=\"col\">Asked</th></tr></thead>\n<tbody>\n"
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
    table.push_str("</tbody>\n</table>");
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
