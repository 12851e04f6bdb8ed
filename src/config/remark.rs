//! What is wrong or unwise about a configuration: one remark per key, with its place and the fix.
//!
//! A remark never holds the value of a secret; whoever words one sees to that.

use std::fmt;
use std::path::{Path, PathBuf};

/// Where a key stands, in the order in which an operator reads: the file from top to bottom, then the environment,
/// then what stands nowhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line of the file, counted from 1, and a column in characters, counted from 1, where it helps to find a
    /// missing bracket.
    Line(usize, Option<usize>),
    /// An environment variable, by its name.
    Variable(String),
    /// Nowhere: the key is missing, or holds its default.
    Absent,
}

/// One thing about one key that is wrong (a problem) or works but is unwise (a warning), with the fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The key, as `section.name`; none where the file as a whole is meant.
    pub key: Option<String>,
    /// Where the key stands.
    pub place: Place,
    /// What is wrong and what to write instead. Never holds the value of a secret.
    pub text: String,
}

/// Something that works and still deserves the operator's attention.
pub type Warning = Remark;

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(key) = &self.key {
            write!(f, "{key}")?;
        }
        let apart = if self.key.is_some() { " " } else { "" };
        match (&self.place, apart) {
            (Place::Line(line, None), " ") => write!(f, " (line {line}): ")?,
            (Place::Line(line, None), _) => write!(f, "line {line}: ")?,
            (Place::Line(line, Some(column)), " ") => write!(f, " (line {line}, column {column}): ")?,
            (Place::Line(line, Some(column)), _) => write!(f, "line {line}, column {column}: ")?,
            (Place::Variable(name), " ") => write!(f, " ({name}): ")?,
            (Place::Variable(name), _) => write!(f, "{name}: ")?,
            (Place::File | Place::Absent, " ") => write!(f, ": ")?,
            (Place::File | Place::Absent, _) => {}
        }
        f.write_str(&self.text)
    }
}

/// Every problem of a configuration at once, in reading order. Prints as a headline and one line per problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    /// The file that was read or looked for, if any.
    pub file: Option<PathBuf>,
    /// At least one problem, sorted by place.
    pub list: Vec<Remark>,
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = match self.list.len() {
            1 => "1 problem".to_owned(),
            more => format!("{more} problems"),
        };
        match &self.file {
            Some(file) => write!(f, "{count} in the configuration ({}):", file.display())?,
            None => write!(f, "{count} in the configuration (environment only):")?,
        }
        for problem in &self.list {
            write!(f, "\n  {problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Collects remarks while a configuration is read, so that reading goes on after the first problem.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    pub(super) problems: Vec<Remark>,
    pub(super) warnings: Vec<Warning>,
}

impl Remarks {
    pub(super) fn problem(&mut self, key: impl Into<String>, place: Place, text: impl Into<String>) {
        self.problems.push(Remark { key: Some(key.into()), place, text: text.into() });
    }

    /// A problem of the file itself: no key is to blame.
    pub(super) fn file_problem(&mut self, place: Place, text: impl Into<String>) {
        self.problems.push(Remark { key: None, place, text: text.into() });
    }

    pub(super) fn warning(&mut self, key: impl Into<String>, place: Place, text: impl Into<String>) {
        self.warnings.push(Remark { key: Some(key.into()), place, text: text.into() });
    }

    pub(super) fn into_problems(self, file: Option<&Path>) -> Problems {
        let mut list = self.problems;
        list.sort_by(|a, b| a.place.cmp(&b.place));
        Problems { file: file.map(Path::to_owned), list }
    }
}
