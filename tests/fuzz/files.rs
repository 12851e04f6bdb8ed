//! What the operator writes: the config, and the environment that lies over it. What the store reads is broken where it
//! is read, in the store.

use std::fmt::Write as _;
use std::time::Duration;

use twofa_bridge::config;

use super::Target;
use super::inputs::{broken, noise, one};

const TOKEN: &str = "7000000001:AAsandboxSandboxSandboxSandboxSandb";

/// What stands in a config, and what it may be.
const KEYS: [(&str, &str, &[&str]); 15] = [
    ("telegram", "token", &[TOKEN]),
    ("telegram", "api_url", &["https://api.telegram.org", "http://127.0.0.1:1"]),
    ("account_api", "key", &["the-api-key"]),
    ("account_api", "base_url", &["https://api.example.com"]),
    ("account_api", "requests_per_minute", &["600", "1", "100000"]),
    ("agency", "name", &["Acme"]),
    ("agency", "managers", &["1001", "[1001, 1002]", "1001,1002"]),
    ("agency", "chats", &["-1001234"]),
    ("limits", "wrong_codes_max", &["3", "10", "11", "0"]),
    ("limits", "question_lifetime", &["10m", "30s", "1h", "29s", "61m"]),
    ("limits", "question_repeat_after", &["5m", "10s", "9s"]),
    ("limits", "reauths_per_hour", &["5", "60", "61"]),
    ("limits", "code_digits_max", &["8", "16", "17"]),
    ("pace", "working", &["2s", "100ms", "99ms", "10m"]),
    ("http", "intake_token", &["a-token-of-more-than-16"]),
];

/// One input in so many comes by a file, since that takes long.
const BY_FILE: u32 = 32;

pub(super) fn config() -> Target {
    let folder = tempfile::tempdir().unwrap();
    Box::new(move |random| {
        let file = folder.path().join("config.toml");
        let is_file = random.u32(0..BY_FILE) == 0;
        let mut text = String::new();
        let mut environment = Vec::new();
        for (section, key, values) in KEYS {
            if section != "telegram"
                && section != "account_api"
                && section != "agency"
                && random.u8(0..2) == 0
            {
                continue;
            }
            let good = if random.u8(0..12) == 0 { one(random, values) } else { values[0] };
            let value = match random.u8(0..40) {
                0 => noise(random),
                1 | 2 => broken(random, good),
                _ => good.to_owned(),
            };
            if is_file {
                let is_bare = value.parse::<i64>().is_ok() && key != "key" || value.starts_with('[');
                let value = if is_bare { value } else { format!("{value:?}") };
                let value =
                    if key == "managers" && !value.starts_with('[') { format!("[{value}]") } else { value };
                let value = if key == "chats" { format!("[{value}]") } else { value };
                writeln!(text, "{section}.{key} = {value}").unwrap();
            } else {
                let value = value.trim_matches(['[', ']']).to_owned();
                environment.push((
                    format!("TWOFA_BRIDGE__{}__{}", section.to_uppercase(), key.to_uppercase()),
                    value,
                ));
            }
        }
        if is_file {
            if random.u8(0..3) == 0 {
                text = broken(random, &text);
            }
            std::fs::write(&file, &text).unwrap();
        }
        let told = format!("{text}{environment:?}");
        let loaded = config::load(is_file.then_some(file.as_path()), environment.into_iter());
        let Ok((config, _)) = loaded else { return false };
        judge(&config, &told);
        true
    })
}

/// What the README promises of a config that is accepted.
fn judge(config: &config::Config, told: &str) {
    let between = |it: Duration, least: u64, most: u64| {
        (least..=most).contains(&(u64::try_from(it.as_millis()).unwrap()))
    };
    let limits = &config.limits;
    assert!((1..=100_000).contains(&config.account_api.requests_per_minute), "{told}");
    assert!((1..=10).contains(&limits.wrong_codes_max), "{told}");
    assert!(between(limits.question_lifetime, 30_000, 3_600_000), "{told}");
    assert!(limits.question_repeat_after < limits.question_lifetime, "{told}");
    assert!(between(limits.question_repeat_after, 10_000, 3_600_000), "{told}");
    assert!((1..=60).contains(&limits.reauths_per_hour), "{told}");
    assert!((limits.code_digits_min..=16).contains(&limits.code_digits_max), "{told}");
    assert!(between(config.pace.working, 100, 600_000), "{told}");
    let managers = &config.agency.managers;
    assert!(!managers.is_empty() && managers.iter().all(|it| (1..1_i64 << 52).contains(it)), "{told}");
    assert!(config.agency.chats.iter().all(|it| *it < 0), "{told}");
    assert!((1..=64).contains(&config.agency.name.chars().count()), "{told}");
    assert!(["http", "https"].contains(&config.telegram.api_url.scheme()), "{told}");
    assert!(["http", "https"].contains(&config.account_api.base_url.scheme()), "{told}");
}
