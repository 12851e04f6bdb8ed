//! Which keys there are, and which of them an unknown word was probably meant to be.

/// Every section with its keys, in the order of `config.example.toml`.
pub(super) const SECTIONS: [(&str, &[&str]); 12] = [
    ("telegram", &["token", "token_file", "api_url"]),
    ("account_api", &["key", "key_file", "base_url", "requests_per_minute"]),
    ("agency", &["name", "managers", "chats", "language"]),
    (ACCOUNTS, &["id", "handle"]),
    ("store", &["path", "journal", "key_file"]),
    ("http", &["listen", "intake_token", "intake_token_file", "event_stream"]),
    (WEBHOOKS, &["url", "secret", "secret_file"]),
    (
        "limits",
        &[
            "wrong_codes_max",
            "question_lifetime",
            "question_repeat_after",
            "ready_lifetime",
            "ask_next_after",
            "questions_per_hour",
            "reauth_interval",
            "reauths_per_hour",
            "reauths_per_day",
            "attempt_lifetime",
            "invitation_lifetime",
            "email_cooldown",
            "code_digits_min",
            "code_digits_max",
        ],
    ),
    ("reauth", &["ask_first", "at_once"]),
    ("pace", &["working", "asking", "elsewhere", "session_check"]),
    ("audit", &["keep_days", "entries_max"]),
    ("log", &["format"]),
];

/// A section that is a list.
pub(super) const ACCOUNTS: &str = "accounts";

/// Another one.
pub(super) const WEBHOOKS: &str = "webhooks";

/// Whether a section is a list. The environment cannot hold one.
pub(super) fn is_list(section: &str) -> bool {
    section == ACCOUNTS || section == WEBHOOKS
}

/// What the name of each environment variable that overrides a key begins with.
pub(super) const PREFIX: &str = "TWOFA_BRIDGE__";

/// How much of an unknown word must agree with a known one to be taken for a slip, from 0 (nothing) to 1 (all).
const SIMILARITY_MIN: f64 = 0.55;

/// Every known key as `section.name`, in the order of `config.example.toml`.
pub fn known_keys() -> impl Iterator<Item = String> {
    SECTIONS.iter().flat_map(|(section, names)| names.iter().map(move |name| format!("{section}.{name}")))
}

/// The keys of a section; none if there is no such section.
pub(super) fn keys_of(section: &str) -> Option<&'static [&'static str]> {
    SECTIONS.iter().find(|(known, _)| *known == section).map(|(_, names)| *names)
}

/// The environment variable that overrides `key`.
pub fn variable_for(key: &str) -> String {
    format!("{PREFIX}{}", key.to_uppercase().replace('.', "__"))
}

/// The keys that a variable may override, each with the variable's name.
pub(super) fn variables() -> impl Iterator<Item = (String, String)> {
    known_keys()
        .filter(|key| !is_list(key.split('.').next().unwrap_or_default()))
        .map(|key| (variable_for(&key), key))
}

/// What to say about a section, or a key outside of any section, that does not exist.
pub(super) fn advice_on_section(name: &str) -> String {
    let sections = || SECTIONS.iter().map(|(section, _)| (*section).to_owned());
    if let Some(section) = home_of(name) {
        return format!("this key belongs under [{section}]; move it there");
    }
    if let Some(near) = nearest(name, sections()) {
        return format!("unknown section; did you mean {}?", header(&near));
    }
    let all: Vec<_> = sections().map(|section| header(&section)).collect();
    format!("unknown section; there are {}", all.join(", "))
}

/// What to say about a key that its section does not know.
pub(super) fn advice_on_key(section: &str, name: &str) -> String {
    let names = keys_of(section).unwrap_or_default();
    if let Some(near) = nearest(name, names.iter().map(|known| (*known).to_owned())) {
        return format!("unknown key; did you mean {section}.{near}?");
    }
    match home_of(name) {
        Some(home) => format!("unknown key here; it belongs under {}", header(home)),
        None => format!("unknown key; {} knows {}", header(section), names.join(", ")),
    }
}

/// What to say about a variable with our prefix that overrides nothing.
pub(super) fn advice_on_variable(variable: &str) -> String {
    let upper = variable.to_uppercase();
    match nearest(&upper[PREFIX.len()..], variables().map(|(known, _)| known[PREFIX.len()..].to_owned())) {
        Some(near) => format!("unknown variable; did you mean {PREFIX}{near}? otherwise unset it"),
        None => format!("unknown variable; names are {PREFIX}SECTION__KEY; unset it"),
    }
}

/// The section that has a key of exactly this name, if it is the only one.
fn home_of(name: &str) -> Option<&'static str> {
    let mut homes = SECTIONS.iter().filter(|(_, names)| names.contains(&name)).map(|(section, _)| *section);
    let first = homes.next()?;
    homes.next().is_none().then_some(first)
}

fn header(section: &str) -> String {
    if is_list(section) { format!("[[{section}]]") } else { format!("[{section}]") }
}

fn nearest(word: &str, known: impl Iterator<Item = String>) -> Option<String> {
    known
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, &candidate), candidate))
        .filter(|(similarity, _)| *similarity >= SIMILARITY_MIN)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}
