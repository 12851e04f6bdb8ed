//! Takes one key after the other out of the layers, checks it, and goes on after a problem.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use ::config::{Value, ValueKind};
use jiff::SignedDuration;

use super::bounds::IDS_MAX;
use super::layers::{Layers, shown};
use super::remark::{Place, Remarks};

/// The layers, what was remarked about them so far, and what is needed to check secrets.
pub(super) struct Reader<'a> {
    pub(super) layers: Layers,
    pub(super) remarks: &'a mut Remarks,
    /// The config file's folder, against which the paths of secret files are resolved.
    pub(super) folder: PathBuf,
    /// The mode of the config file, if others than its owner may read or write it.
    pub(super) open_file: Option<(PathBuf, u32)>,
}

impl Reader<'_> {
    pub(super) fn value(&self, key: &str) -> Option<Value> {
        self.layers.value(key)
    }

    pub(super) fn place(&self, key: &str) -> Place {
        self.layers.place(key)
    }

    pub(super) fn problem(&mut self, key: &str, text: impl Into<String>) {
        let place = self.place(key);
        self.remarks.problem(key, place, text);
    }

    pub(super) fn warning(&mut self, key: &str, text: impl Into<String>) {
        let place = self.place(key);
        self.remarks.warning(key, place, text);
    }

    /// A required key that stands nowhere. Its section's line is the place to add it, if there is one.
    pub(super) fn missing(&mut self, key: &str, text: impl Into<String>) {
        let section = key.split('.').next().unwrap_or_default();
        let place = self.place(section);
        self.remarks.problem(key, place, text);
    }

    /// A key that holds something else than it may; `example` is a value that it may hold, as the file writes it.
    pub(super) fn mismatch(&mut self, key: &str, expected: impl Display, value: &Value, example: &str) {
        let fix = self.assignment(key, example);
        self.problem(key, format!("expected {expected}, found {}; {fix}", description(value)));
    }

    /// How to set a key where it is set already: in the file, or in the environment.
    pub(super) fn assignment(&self, key: &str, example: &str) -> String {
        if let Place::Variable(name) = self.place(key) {
            return format!("set {name}={}", example.trim_matches(['"', '[', ']']));
        }
        let name = key.rsplit('.').next().unwrap_or(key);
        format!("write {name} = {example}")
    }

    /// A text from either layer. Something else is a problem, and counts as absent.
    pub(super) fn text(&mut self, key: &str, expected: &str, example: &str) -> Option<String> {
        let value = self.value(key)?;
        let ValueKind::String(text) = value.kind else {
            self.mismatch(key, expected, &value, example);
            return None;
        };
        Some(text)
    }

    /// A whole number within bounds, or the default.
    pub(super) fn whole(&mut self, key: &str, bounds: &RangeInclusive<u32>, default: u32) -> u32 {
        let Some(value) = self.value(key) else { return default };
        match self.number(key, &value).map(u32::try_from) {
            Some(Ok(number)) if bounds.contains(&number) => number,
            _ => {
                let expected = format!("a whole number from {} to {}", bounds.start(), bounds.end());
                self.mismatch(key, expected, &value, &default.to_string());
                default
            }
        }
    }

    /// A duration within bounds, or the default.
    pub(super) fn duration(
        &mut self,
        key: &str,
        bounds: &RangeInclusive<Duration>,
        default: Duration,
    ) -> Duration {
        let Some(value) = self.value(key) else { return default };
        match duration_in(&value) {
            Some(duration) if bounds.contains(&duration) => duration,
            _ => {
                let expected = format!(
                    "a duration from {} to {}, such as \"90s\" or \"1h 30m\"",
                    spoken(*bounds.start()),
                    spoken(*bounds.end())
                );
                self.mismatch(key, expected, &value, &format!("\"{}\"", spoken(default)));
                default
            }
        }
    }

    /// True or false, or the default.
    pub(super) fn truth(&mut self, key: &str, default: bool) -> bool {
        let Some(value) = self.value(key) else { return default };
        let truth = match (&value.kind, self.place(key)) {
            (ValueKind::Boolean(truth), _) => Some(*truth),
            (ValueKind::String(text), Place::Variable(_)) => text.trim().parse().ok(),
            _ => None,
        };
        truth.unwrap_or_else(|| {
            self.mismatch(key, "true or false", &value, &(!default).to_string());
            default
        })
    }

    /// A list of numeric ids; from the environment, separated by commas. `wrong` words what is wrong with an id.
    pub(super) fn ids(
        &mut self,
        key: &str,
        example: &str,
        wrong: impl Fn(i64) -> Option<String>,
    ) -> Option<BTreeSet<i64>> {
        let value = self.value(key)?;
        let elements = match (&value.kind, self.place(key)) {
            (ValueKind::Array(elements), _) => elements.clone(),
            (ValueKind::String(text), Place::Variable(_)) => text
                .split(',')
                .filter(|piece| !piece.trim().is_empty())
                .map(|piece| Value::new(None, piece.trim()))
                .collect(),
            _ => {
                self.mismatch(key, "a list of numeric Telegram ids", &value, example);
                return None;
            }
        };
        if elements.len() > IDS_MAX {
            self.problem(key, format!("lists {} ids, and {IDS_MAX} is the most", elements.len()));
            return None;
        }
        let mut ids = BTreeSet::new();
        let mut right = true;
        for element in &elements {
            let Some(id) = self.number(key, element) else {
                self.mismatch(key, "numeric Telegram ids in the list", element, example);
                right = false;
                continue;
            };
            if let Some(text) = wrong(id) {
                self.problem(key, text);
                right = false;
            }
            ids.insert(id);
        }
        right.then_some(ids)
    }

    /// A number as the file has it, or as the text that the environment makes of it.
    fn number(&self, key: &str, value: &Value) -> Option<i64> {
        match (&value.kind, self.place(key)) {
            (ValueKind::I64(number), _) => Some(*number),
            (ValueKind::String(text), Place::Variable(_)) => text.trim().parse().ok(),
            _ => None,
        }
    }
}

/// A duration in words that the config file understands: `1h 30m`.
pub(super) fn spoken(duration: Duration) -> String {
    match SignedDuration::try_from(duration) {
        Ok(duration) => format!("{duration:#}"),
        Err(_) => format!("{}s", duration.as_secs()),
    }
}

fn duration_in(value: &Value) -> Option<Duration> {
    let ValueKind::String(text) = &value.kind else { return None };
    let duration: SignedDuration = text.trim().parse().ok()?;
    Duration::try_from(duration).ok()
}

/// What was found in place of what was expected. Not for secrets.
fn description(value: &Value) -> String {
    match &value.kind {
        ValueKind::Boolean(truth) => format!("the word {truth}"),
        ValueKind::I64(number) => format!("the whole number {number}"),
        ValueKind::Float(number) => format!("the number {number}"),
        ValueKind::String(text) => format!("the text \"{}\"", shown(text)),
        ValueKind::Nil
        | ValueKind::I128(_)
        | ValueKind::U64(_)
        | ValueKind::U128(_)
        | ValueKind::Table(_)
        | ValueKind::Array(_) => kind(value).to_owned(),
    }
}

/// The kind of a value, without the value: safe for secrets.
pub(super) fn kind(value: &Value) -> &'static str {
    match value.kind {
        ValueKind::Nil => "nothing",
        ValueKind::Boolean(_) => "true or false",
        ValueKind::I64(_) | ValueKind::I128(_) | ValueKind::U64(_) | ValueKind::U128(_) => "a whole number",
        ValueKind::Float(_) => "a number",
        ValueKind::String(_) => "a text",
        ValueKind::Table(_) => "a table",
        ValueKind::Array(_) => "a list",
    }
}
