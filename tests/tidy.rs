//! Who may import whom, and what every file keeps to.

use std::fs;
use std::path::{Path, PathBuf};

/// A module and the modules of this crate that it may use.
const MAY_IMPORT: [(&str, &[&str]); 14] = [
    ("model", &[]),
    ("switchboard", &["model"]),
    ("texts", &["model"]),
    ("account_api", &["model"]),
    ("telegram", &["model"]),
    ("store", &["model"]),
    ("webhooks", &["model"]),
    ("config", &[]),
    ("telemetry", &["config"]),
    ("metrics", &["model", "switchboard"]),
    ("http", &["model", "switchboard", "metrics"]),
    ("sandbox", &["model"]),
    (
        "service",
        &[
            "model",
            "switchboard",
            "texts",
            "account_api",
            "telegram",
            "store",
            "config",
            "http",
            "metrics",
            "webhooks",
        ],
    ),
    (
        "cli",
        &[
            "model",
            "account_api",
            "telegram",
            "store",
            "config",
            "service",
            "telemetry",
            "sandbox",
            "switchboard",
            "webhooks",
        ],
    ),
];

/// A file of the sources, by its path below `src`.
struct Source {
    path: PathBuf,
    text: String,
}

fn sources(folder: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push(Source { path, text });
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The module that a file below `src` belongs to.
fn module(path: &Path) -> String {
    let below = path.strip_prefix(root().join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules of this crate that a text names.
fn imported(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let group = rest.strip_prefix('{').map(|group| group.split('}').next().unwrap_or(""));
            let paths: Vec<&str> = group.map_or_else(|| vec![rest], |group| group.split(", ").collect());
            for path in paths {
                let name: String = path.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if !name.is_empty() {
                    names.push(name);
                }
            }
        }
    }
    names
}

#[test]
fn each_module_imports_only_what_it_may() {
    for source in sources(&root().join("src")) {
        let module = module(&source.path);
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == module) else {
            assert!(["lib", "main"].contains(&module.as_str()), "{module} is in no rule of this test");
            continue;
        };
        for name in imported(&source.text) {
            assert!(
                name == module || allowed.contains(&name.as_str()),
                "{} may not import {name}",
                source.path.display()
            );
        }
    }
}

#[test]
fn the_switchboard_knows_no_world_outside() {
    let forbidden = [
        "tokio",
        "reqwest",
        "sled",
        "std::fs",
        "std::net",
        "std::env",
        "std::thread",
        "Instant",
        "SystemTime",
        "getrandom",
        "async ",
        "HashMap",
    ];
    for source in sources(&root().join("src")) {
        let module = module(&source.path);
        if module != "switchboard" && module != "model" {
            continue;
        }
        for (number, line) in source.text.lines().enumerate() {
            // A link is read as a URL by the crate that knows how.
            let is_url = line == "use reqwest::Url;";
            if line.trim_start().starts_with("//") || is_url {
                continue;
            }
            for word in forbidden {
                assert!(!line.contains(word), "{}:{}: {word}", source.path.display(), number + 1);
            }
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "tests"] {
        for source in sources(&root().join(folder)) {
            assert!(source.text.starts_with("//! "), "{} has no //!", source.path.display());
        }
    }
}

#[test]
fn no_file_has_grown_beyond_reading() {
    const MOST_LINES: usize = 620;
    for source in sources(&root().join("src")) {
        let lines = source.text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines; split it", source.path.display());
    }
}

#[test]
fn words_for_people_stand_only_in_their_files() {
    // The bot's adapters and the switchboard hand on what the texts say.
    for source in sources(&root().join("src")) {
        let module = module(&source.path);
        if module != "switchboard" && module != "telegram" {
            continue;
        }
        for phrase in ["Please send", "tries left", "Not me\"", "connected in"] {
            let code = source.text.split("#[cfg(test)]").next().unwrap();
            let spoken = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .any(|line| line.contains(phrase));
            assert!(!spoken, "{} speaks to people: {phrase}", source.path.display());
        }
    }
}

#[test]
fn secrets_do_not_print_by_themselves() {
    let ids = fs::read_to_string(root().join("src/model/code.rs")).unwrap();
    for forbidden in ["derive(Debug", "impl fmt::Display for Code", "Serialize"] {
        let code: String = ids.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        assert!(!code.contains(forbidden), "src/model/code.rs has {forbidden}");
    }
}
