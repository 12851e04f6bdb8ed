//! `audit`: the audit trail as text or as JSON lines, and whether it holds; through the bridge that runs, or with its
//! store if none does.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::process::ExitCode;

use serde::Serialize;

use super::{FAILED, fail, say};
use crate::config::Config;
use crate::model::trail::{Actor, AliasRecord, Entry, Hash, verify};
use crate::model::{Alias, Timestamp};
use crate::service;
use crate::service::control::ask_for_trail;
use crate::store::WholeTrail;

/// What is wanted of the trail.
#[derive(clap::Args, Debug)]
pub(super) struct Wanted {
    /// Print each entry as one line of JSON
    #[arg(long)]
    json: bool,
    /// Print no entries, but whether the trail holds: exit 0, or 1 and the first entry that does not
    #[arg(long, conflicts_with = "json")]
    verify: bool,
    /// With --verify: a hash that was noted earlier, which has to be in the trail
    #[arg(long, value_name = "HASH", requires = "verify", value_parser = hash)]
    known: Option<Hash>,
}

fn hash(text: &str) -> Result<Hash, String> {
    Hash::parse(text)
        .ok_or_else(|| "a hash has 64 hexadecimal digits; copy it from an earlier --verify".to_owned())
}

/// Prints the trail, or whether it holds.
pub(super) async fn audit(config: &Config, wanted: &Wanted) -> ExitCode {
    let read = match ask_for_trail(&config.store.path).await {
        Ok(Some(read)) => read,
        Ok(None) => service::offline_trail(config).await.map_err(|error| error.to_string()),
        Err(error) => Err(format!("the bridge that runs does not answer: {error}")),
    };
    let trail = match read {
        Ok(trail) => trail,
        Err(why) => return fail(FAILED, &why),
    };
    if wanted.verify {
        return tell_whether_it_holds(&trail, wanted.known);
    }
    let people: People = trail.aliases.iter().map(|record| (record.alias(), record)).collect();
    let mut lines = String::new();
    for entry in &trail.entries {
        if wanted.json {
            lines.push_str(&serde_json::to_string(&Line::of(entry, &people)).unwrap_or_default());
        } else {
            lines.push_str(&text(entry, &people));
        }
        lines.push('\n');
    }
    match io::stdout().write_all(lines.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            fail(FAILED, &format!("cannot print the audit trail: {error}"))
        }
        Ok(()) | Err(_) => ExitCode::SUCCESS,
    }
}

fn tell_whether_it_holds(trail: &WholeTrail, known: Option<Hash>) -> ExitCode {
    if let Err(flaw) = verify(&trail.head, &trail.entries) {
        return fail(
            FAILED,
            &format!(
                "the audit trail does not hold: {flaw}. It was changed after it was written; find out by whom"
            ),
        );
    }
    let is_in_it =
        |hash: &Hash| *hash == trail.head.anchor || trail.entries.iter().any(|entry| entry.hash() == *hash);
    if let Some(known) = known.filter(|known| !is_in_it(known)) {
        return fail(
            FAILED,
            &format!(
                "the audit trail holds in itself, and no entry has the hash {known}: it was written anew, or cut off at its \
                 end, since that was noted; or that entry was older than audit.keep_days"
            ),
        );
    }
    if trail.entries.is_empty() {
        say("The audit trail is empty.");
        return ExitCode::SUCCESS;
    }
    say(&format!(
        "The audit trail holds: entries {} to {}. The newest has the hash {hash}. Note it outside of this machine; \
         `audit --verify --known {hash}` tells later whether the trail still goes on from there.",
        trail.head.first,
        trail.head.next - 1,
        hash = trail.head.hash,
    ));
    ExitCode::SUCCESS
}

/// Whose the aliases are, as far as that can be told.
type People<'a> = BTreeMap<Alias, &'a AliasRecord>;

/// A line of JSON: the entry as it was hashed, its hash, and what can be told besides.
#[derive(Serialize)]
struct Line<'a> {
    entry: &'a Entry,
    hash: Hash,
    time: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<Human<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<Human<'a>>,
}

/// Somebody whose alias can be told.
#[derive(Serialize)]
struct Human<'a> {
    telegram_id: i64,
    name: &'a str,
}

impl<'a> Line<'a> {
    fn of(entry: &'a Entry, people: &People<'a>) -> Self {
        let human = |alias: Option<Alias>| {
            let known = people.get(&alias?)?;
            Some(Human { telegram_id: known.person.0, name: known.name.as_str() })
        };
        let by = match entry.by {
            Some(Actor::Person(alias)) => Some(alias),
            Some(Actor::Host | Actor::Operator) | None => None,
        };
        Self { entry, hash: entry.hash(), time: moment(entry.at), person: human(entry.person), by: human(by) }
    }
}

/// A line for people.
fn text(entry: &Entry, people: &People<'_>) -> String {
    let human = |alias: Alias| match people.get(&alias) {
        Some(known) => format!("{} ({})", known.name.as_str(), known.person),
        None => format!("somebody who was forgotten ({})", alias.short()),
    };
    let by = entry.by.map(|by| match by {
        Actor::Person(alias) => human(alias),
        Actor::Host => "the agency's own system".to_owned(),
        Actor::Operator => "the operator".to_owned(),
    });
    // A word of ours: it is a plain name in JSON, too.
    let what = serde_json::to_value(entry.what).ok();
    let what = what.as_ref().and_then(|what| what.as_str()).unwrap_or_default().replace('_', " ");
    let parts = [
        Some(moment(entry.at)),
        entry.handle.as_ref().map(ToString::to_string),
        Some(what),
        entry.detail.as_ref().map(|detail| detail.replace('_', " ")),
        entry.person.map(|alias| format!("– {}", human(alias))),
        by.map(|by| format!("– by {by}")),
        entry.attempt.as_ref().map(|attempt| format!("– {attempt}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{:>6}  {}", entry.number, parts.join("  "))
}

fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).map(|at| at.to_string()).unwrap_or_default()
}
