//! `[[accounts]]`: accounts that the operator lists by hand.

use std::collections::{BTreeMap, BTreeSet};

use ::config::ValueKind;

use super::bounds::{ACCOUNT_ID_CHARACTERS_MAX, HANDLE_CHARACTERS_MAX};
use super::layers::shown;
use super::reader::Reader;
use super::remark::Place;

/// `[[accounts]]`: one account known besides those that the account API lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedAccount {
    /// The id at the account API; unique in the list.
    pub id: String,
    /// What people call the account: lower-case, without the `@`.
    pub handle: String,
}

impl Reader<'_> {
    pub(super) fn accounts(&mut self) -> Vec<ListedAccount> {
        let Some(ValueKind::Array(elements)) = self.value("accounts").map(|value| value.kind) else {
            return Vec::new();
        };
        if !elements.iter().all(|element| matches!(element.kind, ValueKind::Table(_))) {
            // The walk over the file has said so.
            return Vec::new();
        }
        let mut accounts = Vec::new();
        let mut ids = BTreeSet::new();
        let mut handles: BTreeMap<String, Place> = BTreeMap::new();
        for index in 0..elements.len() {
            let (id_key, handle_key) = (format!("accounts[{index}].id"), format!("accounts[{index}].handle"));
            let id = self.account_id(index, &id_key);
            let handle = self.handle(index, &handle_key);
            if let Some(id) = &id
                && !ids.insert(id.clone())
            {
                self.problem(&id_key, format!("\"{}\" is listed twice; remove one of the two", shown(id)));
            }
            if let Some(handle) = &handle {
                let place = self.place(&handle_key);
                if let Some(Place::Line(line, _)) = handles.insert(handle.clone(), place) {
                    let text = format!(
                        "@{handle} is also the handle in line {line}; commands cannot tell them apart"
                    );
                    self.warning(&handle_key, text);
                }
            }
            if let (Some(id), Some(handle)) = (id, handle) {
                accounts.push(ListedAccount { id, handle });
            }
        }
        accounts
    }

    fn account_id(&mut self, index: usize, key: &str) -> Option<String> {
        let id = self.account_text(index, key, "id", "the account's id in quotes", "\"acc_1\"")?;
        let id = id.trim().to_owned();
        let right = (1..=ACCOUNT_ID_CHARACTERS_MAX).contains(&id.chars().count())
            && !id.chars().any(|character| character.is_whitespace() || character.is_control());
        if right {
            return Some(id);
        }
        let most = ACCOUNT_ID_CHARACTERS_MAX;
        self.problem(
            key,
            format!("expected 1 to {most} characters without spaces; copy the id that the API shows"),
        );
        None
    }

    fn handle(&mut self, index: usize, key: &str) -> Option<String> {
        let text = self.account_text(index, key, "handle", "the account's handle in quotes", "\"bella\"")?;
        let handle = text.trim();
        let handle = handle.strip_prefix('@').unwrap_or(handle).to_lowercase();
        let right = (1..=HANDLE_CHARACTERS_MAX).contains(&handle.len())
            && handle.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        if right {
            return Some(handle);
        }
        let found = shown(&text);
        let most = HANDLE_CHARACTERS_MAX;
        self.problem(
            key,
            format!("expected 1 to {most} letters, digits, dots, dashes or underscores, found the text \"{found}\"; \
                     write handle = \"bella\""),
        );
        None
    }

    /// A text of one account; a missing one is blamed on the line of the account's header.
    fn account_text(
        &mut self,
        index: usize,
        key: &str,
        name: &str,
        expected: &str,
        example: &str,
    ) -> Option<String> {
        if self.value(key).is_none() {
            let place = self.place(&format!("accounts[{index}]"));
            self.remarks.problem(
                key,
                place,
                format!("missing; write {name} = {example} under this [[accounts]]"),
            );
            return None;
        }
        self.text(key, expected, example)
    }
}
