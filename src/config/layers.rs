//! File and environment as one tree, and where in them each key stands.
//!
//! The `config` crate does the layering. It forgets lines, so the file is also parsed for its spans; nothing but
//! line numbers is taken from there.

use std::collections::BTreeMap;

use ::config::{Config as Tree, Environment, File, FileFormat, Value};
use toml::de::{DeTable, DeValue};

use super::keys::{self, PREFIX};
use super::remark::{Place, Remarks};

/// The longest piece of an operator's own text that a remark repeats, in characters.
const SHOWN_MAX: usize = 40;

/// The merged tree with the place of each of its keys.
pub(super) struct Layers {
    tree: Tree,
    /// Line of each known key that the file holds, and of each section.
    lines: BTreeMap<String, usize>,
    /// Name of the variable behind each key that the environment holds.
    variables: BTreeMap<String, String>,
}

impl Layers {
    /// Reads both layers. Unknown keys become problems. Nothing comes back when the file cannot be parsed: whatever
    /// else were said about it would be a guess.
    pub(super) fn read(
        text: &str,
        environment: &BTreeMap<String, String>,
        remarks: &mut Remarks,
    ) -> Option<Self> {
        let (variables, source) = survey_environment(environment, remarks);
        let lines = survey_file(text, remarks)?;
        let environment = Environment::with_prefix("TWOFA_BRIDGE")
            .prefix_separator("__")
            .separator("__")
            .ignore_empty(true)
            .source(Some(source));
        let tree = Tree::builder()
            .add_source(File::from_str(text, FileFormat::Toml))
            .add_source(environment)
            .build();
        if let Ok(tree) = tree {
            return Some(Self { tree, lines, variables });
        }
        // A number is too large. Where the walk has said so, with its line, there is nothing to add; and the error
        // itself is not repeated, since it quotes the value, which may be a secret.
        if remarks.problems.is_empty() {
            remarks.file_problem(Place::File, "holds a number that is too large; check its numbers");
        }
        None
    }

    /// What a key holds, wherever it comes from.
    pub(super) fn value(&self, key: &str) -> Option<Value> {
        self.tree.get::<Value>(key).ok()
    }

    pub(super) fn place(&self, key: &str) -> Place {
        if let Some(name) = self.variables.get(key) {
            return Place::Variable(name.clone());
        }
        self.lines.get(key).map_or(Place::Absent, |line| Place::Line(*line, None))
    }
}

/// An operator's own text as a remark repeats it: on one line, and not endlessly long.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN_MAX).flat_map(char::escape_debug).collect();
    if text.chars().nth(SHOWN_MAX).is_some() {
        shown.push('…');
    }
    shown
}

/// Splits the environment into what overrides a key and what only looks as if it did.
fn survey_environment(
    environment: &BTreeMap<String, String>,
    remarks: &mut Remarks,
) -> (BTreeMap<String, String>, ::config::Map<String, String>) {
    let known: BTreeMap<String, String> = keys::variables().collect();
    let mut variables = BTreeMap::new();
    let mut source = ::config::Map::new();
    for (name, value) in environment {
        if let Some(key) = known.get(name) {
            // Compose files pass on what is unset as an empty text.
            if !value.is_empty() {
                variables.insert(key.clone(), name.clone());
                source.insert(name.clone(), value.clone());
            }
        } else if let Some(rest) = name.strip_prefix(PREFIX) {
            let place = Place::Variable(shown(name));
            let section = rest.split("__").next().unwrap_or_default();
            let section = section.to_lowercase();
            if keys::is_list(&section) {
                let text = format!(
                    "{section} cannot come from the environment; list them in the file, each under its own [[{section}]]"
                );
                remarks.problem(section, place, text);
            } else {
                remarks.problem(
                    shown(&rest.to_lowercase().replace("__", ".")),
                    place,
                    keys::advice_on_variable(name),
                );
            }
        } else if let Some((meant, key)) = keys::variables().find(|(meant, _)| slipped(name, meant)) {
            remarks.warning(key, Place::Variable(shown(name)), format!("not read; did you mean {meant}?"));
        }
    }
    (variables, source)
}

/// Whether a name is `meant` but for single underscores or small letters. Anything further away is left alone:
/// the names of other programs, and those that Kubernetes makes up for a service called `twofa-bridge`.
fn slipped(name: &str, meant: &str) -> bool {
    name.to_uppercase().replace("__", "_") == meant.replace("__", "_")
}

/// The line of each section and key; syntax errors and unknown names become problems.
fn survey_file(text: &str, remarks: &mut Remarks) -> Option<BTreeMap<String, usize>> {
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            let (line, column) = position(text, offset);
            // The parser's own rendering quotes the line, which may hold a secret; its message does not.
            let message = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
            let text =
                format!("not valid TOML ({message}); write each key once, and each text in double quotes");
            remarks.file_problem(Place::Line(line, Some(column)), text);
            return None;
        }
    };
    let mut survey = Survey { text, lines: BTreeMap::new(), remarks };
    for (name, value) in &table {
        let (line, section) = (survey.line(name.span().start), name.get_ref().as_ref());
        survey.section(section, line, value.get_ref());
    }
    Some(survey.lines)
}

/// A walk through the file's sections.
struct Survey<'a> {
    text: &'a str,
    lines: BTreeMap<String, usize>,
    remarks: &'a mut Remarks,
}

impl Survey<'_> {
    fn section(&mut self, section: &str, line: usize, value: &DeValue<'_>) {
        let place = Place::Line(line, None);
        if keys::keys_of(section).is_none() {
            self.remarks.problem(shown(section), place, keys::advice_on_section(section));
            return;
        }
        self.lines.insert(section.to_owned(), line);
        if keys::is_list(section) {
            self.list(section, place, value);
        } else if let DeValue::Table(table) = value {
            self.keys(section, section, table);
        } else {
            let text = format!("expected a section; write [{section}] on a line of its own");
            self.remarks.problem(section, place, text);
        }
    }

    fn list(&mut self, section: &str, place: Place, value: &DeValue<'_>) {
        let elements = value.as_array().map(|array| array.iter().collect::<Vec<_>>()).unwrap_or_default();
        if value.as_array().is_none() || elements.iter().any(|element| !element.get_ref().is_table()) {
            let names = keys::keys_of(section).unwrap_or_default();
            let names: Vec<&str> = names.iter().copied().take(2).collect();
            let text = format!(
                "expected a list of {section}; write [[{section}]] above the {} of each",
                names.join(" and ")
            );
            self.remarks.problem(section, place, text);
            return;
        }
        for (index, element) in elements.into_iter().enumerate() {
            let Some(table) = element.get_ref().as_table() else { continue };
            let path = format!("{section}[{index}]");
            self.lines.insert(path.clone(), self.line(element.span().start));
            self.keys(section, &path, table);
        }
    }

    fn keys(&mut self, section: &str, path: &str, table: &DeTable<'_>) {
        let known = keys::keys_of(section).unwrap_or_default();
        for (name, value) in table {
            let line = self.line(name.span().start);
            let name = name.get_ref().as_ref();
            if !known.contains(&name) {
                let key = format!("{path}.{}", shown(name));
                self.remarks.problem(key, Place::Line(line, None), keys::advice_on_key(section, name));
                continue;
            }
            self.lines.insert(format!("{path}.{name}"), line);
            if let DeValue::Integer(number) = value.get_ref()
                && i64::from_str_radix(number.as_str(), number.radix()).is_err()
            {
                let text = "too large a number for any key; write a smaller one";
                self.remarks.problem(format!("{path}.{name}"), Place::Line(line, None), text);
            }
        }
    }

    fn line(&self, offset: usize) -> usize {
        position(self.text, offset).0
    }
}

/// Line and column of a byte offset, both counted from 1, columns in characters.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
