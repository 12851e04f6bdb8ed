//! What is written is true: the example config, the README.

use std::fs;
use std::path::Path;

use expect_test::expect;
use jiff::SignedDuration;
use twofa_bridge::config::{self, Limits, Log, Pace, Reauth, Store, bounds};
use twofa_bridge::metrics::Metrics;
use twofa_bridge::model::{AccountId, PostId};
use twofa_bridge::switchboard::command::{Command, Note};
use twofa_bridge::switchboard::event::{Event, Trouble, Unshown};

const EXAMPLE: &str = include_str!("../config.example.toml");

#[test]
fn the_example_config_holds_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, EXAMPLE).unwrap();
    write_private(&folder.path().join("telegram.token"), &format!("1001:{}", "t".repeat(35)));
    write_private(&folder.path().join("account-api.key"), "k");
    let (mut example, warnings) = config::load(Some(&file), std::iter::empty()).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(example.account_api.key_file.take(), Some(folder.path().join("account-api.key")));

    let required = [
        ("TWOFA_BRIDGE__TELEGRAM__TOKEN", format!("1001:{}", "t".repeat(35))),
        ("TWOFA_BRIDGE__ACCOUNT_API__KEY", "k".to_owned()),
        ("TWOFA_BRIDGE__AGENCY__NAME", "Acme".to_owned()),
        ("TWOFA_BRIDGE__AGENCY__MANAGERS", "1001".to_owned()),
    ];
    let environment = required.into_iter().map(|(name, value)| (name.to_owned(), value));
    let (mut default, warnings) = config::load(None, environment).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(default.store, Store::at("data".into(), "".as_ref()));
    // A relative key file starts at the folder of the config file, and here there is one.
    default.store.key_file = folder.path().join(default.store.key_file);
    assert_eq!(format!("{example:#?}"), format!("{default:#?}"));

    assert_eq!(example.limits, Limits::default());
    assert_eq!(example.reauth, Reauth::default());
    assert_eq!(example.pace, Pace::default());
    assert_eq!(example.log, Log::default());
}

#[test]
fn the_example_config_names_every_key() {
    for key in config::known_keys() {
        let (section, name) = key.split_once('.').unwrap();
        let mut here = "";
        let named = EXAMPLE.lines().any(|line| {
            let line = line.strip_prefix("# ").unwrap_or(line);
            if line.starts_with('[') {
                here = line.trim_matches(['[', ']']);
            }
            here == section && line.starts_with(&format!("{name} = "))
        });
        assert!(named, "config.example.toml does not name {key}");
    }
}

#[test]
fn the_example_config_states_the_bounds_of_every_number_and_duration() {
    let numbers = [
        ("requests_per_minute", bounds::REQUESTS_PER_MINUTE),
        ("wrong_codes_max", bounds::WRONG_CODES_MAX),
        ("questions_per_hour", bounds::QUESTIONS_PER_HOUR),
        ("reauths_per_hour", bounds::REAUTHS_PER_HOUR),
        ("reauths_per_day", bounds::REAUTHS_PER_DAY),
        ("code_digits_min", bounds::CODE_DIGITS_MIN),
        ("code_digits_max", bounds::CODE_DIGITS_MAX),
    ];
    for (name, bounds) in numbers {
        assert_documented(name, &format!("from {} to {}", bounds.start(), bounds.end()));
    }
    let durations = [
        ("question_lifetime", bounds::QUESTION_LIFETIME),
        ("question_repeat_after", bounds::QUESTION_REPEAT_AFTER),
        ("ready_lifetime", bounds::READY_LIFETIME),
        ("ask_next_after", bounds::ASK_NEXT_AFTER),
        ("reauth_interval", bounds::REAUTH_INTERVAL),
        ("attempt_lifetime", bounds::ATTEMPT_LIFETIME),
        ("invitation_lifetime", bounds::INVITATION_LIFETIME),
        ("email_cooldown", bounds::EMAIL_COOLDOWN),
        ("working", bounds::PACE),
        ("session_check", bounds::SESSION_CHECK),
    ];
    for (name, bounds) in durations {
        let [from, to] =
            [bounds.start(), bounds.end()].map(|bound| SignedDuration::try_from(*bound).unwrap());
        assert_documented(name, &format!("from {from:#} to {to:#}"));
    }
}

/// `[pace]` states its bounds once, above its first key: everything since the key before belongs to a key.
fn assert_documented(name: &str, bounds: &str) {
    // What is off without its key stands there as a comment.
    let key = EXAMPLE.split_once(&format!("\n{name} = "));
    let (before, _) = key.or_else(|| EXAMPLE.split_once(&format!("\n# {name} = "))).unwrap();
    let comment: Vec<_> = before.lines().rev().take_while(|line| !is_set_alone(line)).collect();
    let comment =
        comment.iter().rev().map(|line| line.trim_start_matches("# ")).collect::<Vec<_>>().join(" ");
    assert!(comment.contains(bounds), "{name} should be described as {bounds}, in: {comment}");
}

/// Whether a line sets a key that has its own description; `code_digits_min` shares one with the key after it.
fn is_set_alone(line: &str) -> bool {
    !line.starts_with('#') && line.contains(" = ") && !line.starts_with("code_digits_min")
}

fn write_private(path: &std::path::Path, text: &str) {
    fs::write(path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }
}

const README: &str = include_str!("../README.md");

/// What the program says when it is run so.
fn output(arguments: &[&str]) -> (Option<i32>, String) {
    // Nothing that these do leaves the machine, also not by way of somebody else's.
    let nobody = "http://127.0.0.1:9";
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_twofa-bridge"))
        .args(arguments)
        .envs(["http_proxy", "https_proxy", "all_proxy"].map(|proxy| (proxy, nobody)))
        .output()
        .unwrap();
    (program.status.code(), String::from_utf8(program.stdout).unwrap())
}

/// The blocks of the README in this language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fences = README.split("```").skip(1).step_by(2);
    fences.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).collect()
}

#[test]
fn the_commands_of_the_readme_come_first() {
    let commands =
        ["cargo run --release -- demo\n", "cargo run --release -- demo --script\n", "cargo test\n"];
    assert_eq!(blocks("sh"), commands);
}

#[test]
fn the_demo_says_what_the_readme_shows() {
    // Times, tags and pictures are others each time.
    let plain = |text: &str| {
        let mut lines: Vec<String> = Vec::new();
        for line in text.lines().map(str::trim) {
            let line = if line.starts_with("Your pictures: ") { "Your pictures: #" } else { line };
            let words = line.split(' ').map(|word| {
                let bare = word.trim_matches(['(', ')']);
                let is_number = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || c == ':');
                if is_number { "#" } else { word }
            });
            lines.push(words.collect::<Vec<_>>().join(" "));
        }
        lines
    };
    let (code, said) = output(&["demo", "--script"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("Every sign-in ended as it should.\n"), "{said}");
    let chapters: Vec<&str> = said
        .lines()
        .filter(|line| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok()))
        .collect();
    expect![[r#"
        1. An invitation: nobody is asked who did not accept
        2. A code from an SMS
        3. A wrong authenticator code, then the right one
        4. An email code, then an authenticator code
        5. A face check
        6. A confirmation on the phone, handed over by the agency’s own system
        7. Two accounts of one person at once
        8. No stored credentials
        9. Not me
    "#]]
    .assert_eq(&(chapters.join("\n") + "\n"));
    let said = plain(&said);
    let mut rest = said.iter();
    for line in plain(blocks("text")[0]).iter().filter(|line| !line.is_empty()) {
        assert!(rest.any(|spoken| spoken == line), "the demo does not say {line:?} there");
    }
}

#[test]
fn the_readme_names_every_command() {
    let (code, help) = output(&["--help"]);
    assert_eq!(code, Some(0));
    let named = blocks("text")[1];
    let commands = help.split("Commands:").nth(1).unwrap().lines().skip(1);
    for command in commands.take_while(|line| line.starts_with("  ")) {
        let command = command.split_whitespace().next().unwrap();
        if command != "help" {
            assert!(named.contains(&format!("\n  {command} ")), "the README does not name {command}");
        }
    }
}

#[test]
fn the_readme_says_what_each_metric_means() {
    let section = README.split("\n### Metrics").nth(1).expect("the README has the table");
    let section = section.split("\n#").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `twofa_bridge_"));
    let mut documented: Vec<(String, String, String)> = rows
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            assert_eq!(cells.len(), 3, "{row}");
            (cells[0].trim_matches('`').to_owned(), cells[1].to_owned(), cells[2].to_owned())
        })
        .collect();
    let metrics = Metrics::new();
    // What has labels is shown from its first label on.
    metrics.count_event(&Event::Listed(Err(Trouble::Lost)));
    metrics.count_event(&Event::NotShown { post: PostId(1), revision: 1, why: Unshown::Rejected });
    let account = AccountId::parse("acc_1").unwrap();
    metrics.count_command(&Command::Note(Note::NotStarted { account, ending: "throttled" }));
    let shown = metrics.classic_text();
    let mut declared: Vec<(String, String, String)> = Vec::new();
    for line in shown.lines() {
        if let Some((name, help)) = line.strip_prefix("# HELP ").and_then(|line| line.split_once(' ')) {
            declared.push((name.to_owned(), String::new(), help.trim_end_matches('.').to_owned()));
        } else if let Some((_, kind)) = line.strip_prefix("# TYPE ").and_then(|line| line.split_once(' ')) {
            declared.last_mut().unwrap().1 = kind.to_owned();
        }
    }
    documented.sort();
    declared.sort();
    let table = |rows: &[(String, String, String)]| {
        let row = |(name, kind, help): &(String, String, String)| format!("| `{name}` | {kind} | {help} |");
        rows.iter().map(row).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(table(&documented), table(&declared));
}

#[test]
fn each_line_of_what_happens_when_is_a_test() {
    let section = README.split("\n## What happens when").nth(1).expect("the README has the table");
    let section = section.split("\n## ").next().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = sources(&root.join("tests")) + &sources(&root.join("src"));
    let mut lines = 0;
    for row in section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| what happens ")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 5, "{row}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
        for name in cells[4].split(", ") {
            let name = name.trim_matches('`');
            assert!(is_test(name, &tests), "no test is called {name}");
        }
        lines += 1;
    }
    assert!(lines >= 80, "only {lines} lines");
}

#[test]
fn each_claim_about_safety_is_a_test() {
    let section = README.split("\n## Is this safe?").nth(1).expect("the README says how safe it is");
    let section = section.split("\n## ").next().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = sources(&root.join("tests")) + &sources(&root.join("src"));
    let claims: Vec<&str> =
        section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| claim ")).collect();
    assert!(claims.len() >= 8, "only {} claims", claims.len());
    for claim in claims {
        let names = claim.trim_matches('|').split('|').nth(1).expect("two cells").trim();
        for name in names.split(", ").map(|name| name.trim_matches('`')) {
            match name.strip_prefix("cargo test ") {
                Some(path) => {
                    let folder = root.join("tests").join(path.replace("::", "/"));
                    assert!(folder.is_dir(), "no tests are in {path}");
                }
                None => assert!(is_test(name, &tests), "no test is called {name}"),
            }
        }
    }
}

/// Whether a function of that name stands in the sources, and is a test.
fn is_test(name: &str, sources: &str) -> bool {
    sources.match_indices(&format!("fn {name}(")).any(|(at, _)| {
        let before = sources[..at].trim_end_matches("async ").trim_end();
        let attributes = before.rsplit("\n\n").next().unwrap_or_default();
        attributes.contains("test]") || attributes.contains("test(")
    })
}

/// All the source files below a folder, one after the other.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
            text.push_str("\n\n");
        }
    }
    text
}

#[test]
fn bad_usage_ends_with_2() {
    for arguments in
        [&["demo", "--port", "door"][..], &["demo", "--script", "--port", "1"], &["fly"], &["invite"], &[]]
    {
        let (code, _) = output(arguments);
        assert_eq!(code, Some(2), "{arguments:?}");
    }
}
