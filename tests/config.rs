//! File and environment to a config, or every problem at once.
#![expect(clippy::needless_raw_string_hashes, reason = "snapshots are written by expect-test, with hashes")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use expect_test::expect;
use secrecy::ExposeSecret as _;
use twofa_bridge::config::{self, Config, LogFormat, Problems};
use twofa_bridge::model::Language;

/// Text that must never be seen in anything the config says.
const SECRET: &str = "AAsecretsecretsecretsecretsecretsec";

/// A folder with a config file, and an environment.
struct Desk {
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

impl Desk {
    fn new(file: &str) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), environment: Vec::new() };
        desk.put("config.toml", file, 0o600);
        desk
    }

    /// A desk with a valid file, and `more` below it.
    fn valid_with(more: &str) -> Self {
        let desk = Self::new(&format!("{VALID}{more}"));
        desk.put("telegram.token", &format!("1001:{SECRET}\n"), 0o600);
        desk.put("account-api.key", "api-key\r\n", 0o600);
        desk
    }

    fn set(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    fn put(&self, name: &str, text: &str, mode: u32) {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
        #[cfg(not(unix))]
        let _ = mode;
    }

    fn read(&self) -> Result<(Config, Vec<config::Warning>), Problems> {
        config::load(Some(&self.folder.path().join("config.toml")), self.environment.iter().cloned())
    }

    fn config(&self) -> Config {
        self.read().unwrap_or_else(|problems| panic!("{problems}")).0
    }

    fn warnings(&self) -> String {
        let (_, warnings) = self.read().unwrap_or_else(|problems| panic!("{problems}"));
        self.tidied(&warnings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    }

    fn problems(&self) -> String {
        let problems = self.read().expect_err("this config should have problems");
        let text = self.tidied(&problems.to_string());
        assert!(!format!("{problems:?}{text}").contains("secretsecret"), "a secret is shown: {text}");
        text
    }

    fn tidied(&self, text: &str) -> String {
        text.replace(&self.folder.path().display().to_string(), "FOLDER")
    }
}

/// Everything required, with the secrets in files; it ends in an open `[agency]` section.
const VALID: &str = r#"
[telegram]
token_file = "telegram.token"
[account_api]
key_file = "account-api.key"
[agency]
name = "Acme"
managers = [1001, 1002]
"#;

/// Runs a test in a folder without a `config.toml`, in a process of its own: a developer may well keep one in the
/// package's folder, and a process has but one working directory.
fn in_an_empty_folder(test: &str, body: impl FnOnce()) {
    const MARK: &str = "IN_AN_EMPTY_FOLDER";
    if std::env::var_os(MARK).is_some() {
        return body();
    }
    let folder = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args([&format!("config::{test}"), "--exact", "--nocapture"])
        .env(MARK, "yes")
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}{complained}");
}

fn nothing() -> impl Iterator<Item = (String, String)> {
    std::iter::empty()
}

#[test]
fn what_the_file_says_is_what_the_bridge_gets() {
    let desk = Desk::valid_with(
        r#"
chats = [-1001234]
[[accounts]]
id = "acc_1"
handle = "@Bella"
[store]
path = "/var/lib/bridge"
[http]
listen = "[::1]:9000"
intake_token = "0123456789abcdef"
[limits]
question_lifetime = "1h"
question_repeat_after = "59m 59s"
code_digits_max = 16
ready_lifetime = "2h"
ask_next_after = "90s"
[reauth]
ask_first = true
at_once = 50
[pace]
working = "250ms"
session_check = "24h"
[log]
format = "json"
"#,
    );
    let config = desk.config();
    assert_eq!(config.telegram.token.expose_secret(), format!("1001:{SECRET}"));
    assert_eq!(config.telegram.api_url.as_str(), "https://api.telegram.org/");
    assert_eq!(config.account_api.key.expose_secret(), "api-key");
    assert_eq!(config.agency.managers, [1001, 1002].into());
    assert_eq!(config.agency.chats, [-1_001_234].into());
    assert_eq!(config.accounts[0].id, "acc_1");
    assert_eq!(config.accounts[0].handle, "bella");
    assert_eq!(config.store.path, PathBuf::from("/var/lib/bridge"));
    assert_eq!(config.http.listen.to_string(), "[::1]:9000");
    assert_eq!(config.http.intake_token.unwrap().expose_secret(), "0123456789abcdef");
    assert_eq!(config.limits.question_lifetime, Duration::from_hours(1));
    assert_eq!(config.limits.question_repeat_after, Duration::from_secs(3599));
    assert_eq!(config.limits.code_digits_max, 16);
    assert_eq!(config.limits.ready_lifetime, Duration::from_hours(2));
    assert_eq!(config.limits.ask_next_after, Duration::from_secs(90));
    assert!(config.reauth.ask_first);
    assert_eq!(config.reauth.at_once, 50);
    assert_eq!(config.pace.working, Duration::from_millis(250));
    assert_eq!(config.pace.session_check, Some(Duration::from_hours(24)));
    assert_eq!(config.log.format, Some(LogFormat::Json));
}

#[test]
fn the_environment_wins_over_the_file() {
    let desk = Desk::valid_with("[limits]\nwrong_codes_max = 4\nreauths_per_day = 7\n")
        .set("TWOFA_BRIDGE__LIMITS__WRONG_CODES_MAX", "5")
        .set("TWOFA_BRIDGE__AGENCY__MANAGERS", "2001, 2002")
        .set("TWOFA_BRIDGE__AGENCY__CHATS", "-5")
        .set("TWOFA_BRIDGE__PACE__ASKING", "45s")
        .set("TWOFA_BRIDGE__REAUTH__ASK_FIRST", "true")
        .set("TWOFA_BRIDGE__TELEGRAM__TOKEN", &format!("77:{SECRET}"))
        .set("TWOFA_BRIDGE__AGENCY__NAME", "");
    let config = desk.config();
    assert_eq!(config.limits.wrong_codes_max, 5);
    assert_eq!(config.limits.reauths_per_day, 7);
    assert_eq!(config.agency.managers, [2001, 2002].into());
    assert_eq!(config.agency.chats, [-5].into());
    assert_eq!(config.agency.name, "Acme", "an empty variable counts as unset");
    assert_eq!(config.pace.asking, Duration::from_secs(45));
    assert!(config.reauth.ask_first);
    assert_eq!(config.telegram.token.expose_secret(), format!("77:{SECRET}"));
}

#[test]
fn sessions_are_looked_at_every_quarter_of_an_hour_at_most_and_not_without_the_key() {
    assert_eq!(Desk::valid_with("").config().pace.session_check, None);
    let desk = Desk::valid_with("[pace]\nsession_check = \"15m\"\n");
    assert_eq!(desk.config().pace.session_check, Some(Duration::from_mins(15)));
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          pace.session_check (line 10): expected a duration from 15m to 24h, such as "90s" or "1h 30m", found the text "14m 59s"; write session_check = "15m""#]].assert_eq(&Desk::valid_with("[pace]\nsession_check = \"14m 59s\"\n").problems());
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          pace.session_check (line 10): expected a duration from 15m to 24h, such as "90s" or "1h 30m", found the text "off"; write session_check = "15m""#]].assert_eq(&Desk::valid_with("[pace]\nsession_check = \"off\"\n").problems());
}

#[test]
fn whether_people_are_asked_first_is_true_or_false() {
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          reauth.ask_first (line 10): expected true or false, found the text "sometimes"; write ask_first = true"#]].assert_eq(&Desk::valid_with("[reauth]\nask_first = \"sometimes\"\n").problems());
}

#[test]
fn the_file_of_the_api_key_is_remembered_if_the_key_came_from_it() {
    const KEY: &str = "TWOFA_BRIDGE__ACCOUNT_API__KEY";
    const KEY_FILE: &str = "TWOFA_BRIDGE__ACCOUNT_API__KEY_FILE";
    let desk = Desk::valid_with("");
    assert_eq!(desk.config().account_api.key_file, Some(desk.folder.path().join("account-api.key")));
    assert_eq!(desk.set(KEY, "another-key").config().account_api.key_file, None);

    let inline = VALID.replace("key_file = \"account-api.key\"", "key = \"a-key\"");
    let desk = Desk::new(&inline);
    desk.put("telegram.token", &format!("1001:{SECRET}\n"), 0o600);
    desk.put("other.key", "api-key", 0o600);
    assert_eq!(desk.config().account_api.key_file, None);
    let desk = desk.set(KEY_FILE, "other.key");
    assert_eq!(desk.config().account_api.key_file, Some(desk.folder.path().join("other.key")));
}

fn enough() -> impl Iterator<Item = (String, String)> {
    [
        ("TWOFA_BRIDGE__TELEGRAM__TOKEN", format!("77:{SECRET}")),
        ("TWOFA_BRIDGE__ACCOUNT_API__KEY", "12345".to_owned()),
        ("TWOFA_BRIDGE__AGENCY__NAME", "123".to_owned()),
        ("TWOFA_BRIDGE__AGENCY__MANAGERS", "1001".to_owned()),
        ("TWOFA_BRIDGE_CONFIG", String::new()),
        ("TWOFA_BRIDGE_LOG", "debug".to_owned()),
        ("TWOFA_BRIDGE_SERVICE_HOST", "10.0.0.1".to_owned()),
        ("PATH", "/bin".to_owned()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
}

#[test]
fn the_environment_alone_is_enough() {
    let (config, warnings) = config::load(None, enough()).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(config.agency.name, "123");
    assert_eq!(config.account_api.key.expose_secret(), "12345");
}

#[test]
fn groups_are_spoken_to_in_any_language_that_there_is() {
    let said = |language: &str| {
        let variable = ("TWOFA_BRIDGE__AGENCY__LANGUAGE".to_owned(), language.to_owned());
        config::load(None, enough().chain([variable]))
    };
    assert_eq!(config::LANGUAGES, Language::ALL.map(Language::tag));
    for language in Language::ALL {
        let (config, _) = said(language.tag()).unwrap();
        assert_eq!(config.agency.language, language.tag());
    }
    assert_eq!(said("PT-br").unwrap().0.agency.language, "pt-BR");
    let problems = said("klingon").unwrap_err().to_string();
    let expected = "expected one of en, es, pt-BR, fr, de, it, ro, ru, uk, pl, found the text \"klingon\"";
    assert!(problems.contains(expected), "{problems}");
}

#[test]
fn the_default_file_may_be_missing_when_the_environment_is_enough() {
    in_an_empty_folder("the_default_file_may_be_missing_when_the_environment_is_enough", || {
        let (config, warnings) = config::load(Some(Path::new(config::DEFAULT_FILE)), enough()).unwrap();
        assert_eq!(warnings, []);
        assert_eq!(config.agency.name, "123");
    });
}

#[test]
fn a_file_that_was_named_may_not_be_missing() {
    let problems = config::load(Some(Path::new("/nowhere/config.toml")), enough()).unwrap_err();
    expect![[r#"
        1 problem in the configuration (/nowhere/config.toml):
          there is no such file; copy config.example.toml there and fill it in, or name another one with --config"#]].assert_eq(&problems.to_string());
}

#[test]
fn of_a_missing_file_nothing_else_is_said() {
    in_an_empty_folder("of_a_missing_file_nothing_else_is_said", || {
        let problems = config::load(Some(Path::new(config::DEFAULT_FILE)), nothing()).unwrap_err();
        expect![[r#"
            1 problem in the configuration (./config.toml):
              there is no such file; copy config.example.toml there and fill it in, or name another one with --config"#]]
        .assert_eq(&problems.to_string());
    });
}

#[test]
fn the_file_is_the_argument_else_the_variable_else_the_default() {
    let variable = |value: &str| vec![("TWOFA_BRIDGE_CONFIG".to_owned(), value.to_owned())].into_iter();
    assert_eq!(config::locate(Some("a.toml".into()), variable("b.toml")), PathBuf::from("a.toml"));
    assert_eq!(config::locate(None, variable("b.toml")), PathBuf::from("b.toml"));
    assert_eq!(config::locate(None, variable("")), PathBuf::from("./config.toml"));
    assert_eq!(config::locate(None, nothing()), PathBuf::from("./config.toml"));
}

#[test]
fn every_problem_is_named_at_once_with_its_line_and_its_fix() {
    let desk = Desk::new(
        r#"
wrong_codes_max = 3
[telegram]
tokn = "x"
api_url = "http://example.com"
[account_api]
key = ""
requests_per_minute = 0
[agency]
name = "  "
managers = [0, -5, "sam"]
chats = [17]
[[accounts]]
id = "acc_1"
handle = "bella!"
[[accounts]]
handle = "carla"
[[accounts]]
id = "acc_1"
handle = "carla"
[http]
listen = "localhost:8080"
intake_token = "short"
[limit]
anything = 1
[limits]
wrong_codes_max = "three"
question_lifetime = 600
question_repeat_after = "20 parsecs"
code_digits_min = 9
format = "json"
[pace]
working = "1ms"
asking = "-5s"
[log]
format = "xml"
[zebra]
"#,
    )
    .set("TWOFA_BRIDGE__LIMITS__REAUTHS_PER_DAY", "many")
    .set("TWOFA_BRIDGE__LIMITS__REAUTH_PER_HOUR", "5")
    .set("TWOFA_BRIDGE__ACCOUNTS__0__ID", "acc_2");
    expect![[r#"
        29 problems in the configuration (FOLDER/config.toml):
          wrong_codes_max (line 2): this key belongs under [limits]; move it there
          telegram.token (line 3): missing; write token_file = "telegram.token", or set TWOFA_BRIDGE__TELEGRAM__TOKEN
          telegram.tokn (line 4): unknown key; did you mean telegram.token?
          telegram.api_url (line 5): plain http would send the secret in the clear; write https://, or a loopback address
          account_api.key (line 7): empty; put the secret there
          account_api.requests_per_minute (line 8): expected a whole number from 1 to 100000, found the whole number 0; write requests_per_minute = 600
          agency.name (line 10): empty; write the name that people know the agency by
          agency.managers (line 11): 0 is nobody's id; ask @userinfobot for the manager's numeric id
          agency.managers (line 11): -5 is the id of a group; groups belong in agency.chats, people here
          agency.managers (line 11): expected numeric Telegram ids in the list, found the text "sam"; write managers = [1001]
          agency.chats (line 12): 17 is no group's id; those are negative, and people belong in agency.managers
          accounts[0].handle (line 15): expected 1 to 64 letters, digits, dots, dashes or underscores, found the text "bella!"; write handle = "bella"
          accounts[1].id (line 16): missing; write id = "acc_1" under this [[accounts]]
          accounts[2].id (line 19): "acc_1" is listed twice; remove one of the two
          http.listen (line 22): expected an address and a port, such as "127.0.0.1:8080", found the text "localhost:8080"; write listen = "127.0.0.1:8080"
          http.intake_token (line 23): shorter than 16 characters; make one with: openssl rand -hex 32
          limit (line 24): unknown section; did you mean [limits]?
          limits.wrong_codes_max (line 27): expected a whole number from 1 to 10, found the text "three"; write wrong_codes_max = 3
          limits.question_lifetime (line 28): expected a duration from 30s to 1h, such as "90s" or "1h 30m", found the whole number 600; write question_lifetime = "10m"
          limits.question_repeat_after (line 29): expected a duration from 10s to 1h, such as "90s" or "1h 30m", found the text "20 parsecs"; write question_repeat_after = "5m"
          limits.code_digits_min (line 30): no code has at least 9 and at most 8 digits; lower one or raise the other
          limits.format (line 31): unknown key here; it belongs under [log]
          pace.working (line 33): expected a duration from 100ms to 10m, such as "90s" or "1h 30m", found the text "1ms"; write working = "2s"
          pace.asking (line 34): expected a duration from 100ms to 10m, such as "90s" or "1h 30m", found the text "-5s"; write asking = "30s"
          log.format (line 36): expected "human" or "json", found the text "xml"; write format = "human"
          zebra (line 37): unknown section; there are [telegram], [account_api], [agency], [[accounts]], [store], [http], [[webhooks]], [limits], [reauth], [pace], [audit], [log]
          accounts (TWOFA_BRIDGE__ACCOUNTS__0__ID): accounts cannot come from the environment; list them in the file, each under its own [[accounts]]
          limits.reauths_per_day (TWOFA_BRIDGE__LIMITS__REAUTHS_PER_DAY): expected a whole number from 1 to 500, found the text "many"; set TWOFA_BRIDGE__LIMITS__REAUTHS_PER_DAY=10
          limits.reauth_per_hour (TWOFA_BRIDGE__LIMITS__REAUTH_PER_HOUR): unknown variable; did you mean TWOFA_BRIDGE__LIMITS__REAUTHS_PER_HOUR? otherwise unset it"#]].assert_eq(&desk.problems());
}

#[test]
fn required_keys_that_are_missing_are_asked_for() {
    expect![[r#"
        4 problems in the configuration (FOLDER/config.toml):
          agency.name (line 1): missing; write name = "Acme", the name that people know the agency by
          agency.managers (line 2): empty; list the numeric Telegram id of at least one manager
          telegram.token: missing; write token_file = "telegram.token", or set TWOFA_BRIDGE__TELEGRAM__TOKEN
          account_api.key: missing; write key_file = "account-api.key", or set TWOFA_BRIDGE__ACCOUNT_API__KEY"#]].assert_eq(&Desk::new("[agency]\nmanagers = []\n").problems());
}

#[test]
fn a_syntax_error_is_named_with_line_and_column_but_without_the_line() {
    let desk = Desk::new(&format!("[telegram]\ntoken = 1001:{SECRET}\n"));
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          line 2, column 9: not valid TOML (invalid time, expected minute); write each key once, and each text in double quotes"#]]
    .assert_eq(&desk.problems());
    let desk = Desk::new(&format!("[telegram]\ntoken = \"1001:{SECRET}\n"));
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          line 2, column 50: not valid TOML (invalid basic string, expected `"`); write each key once, and each text in double quotes"#]]
    .assert_eq(&desk.problems());
    let desk = Desk::new("[agency]\nname = \"a\"\nname = \"b\"\n");
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          line 3, column 1: not valid TOML (duplicate key); write each key once, and each text in double quotes"#]]
    .assert_eq(&desk.problems());
}

#[test]
fn sections_of_the_wrong_kind_are_explained() {
    expect![[r#"
        3 problems in the configuration (FOLDER/config.toml):
          limits.wrong_codes_max (line 9): expected a whole number from 1 to 10, found a table; write wrong_codes_max = 3
          pace (line 11): expected a section; write [pace] on a line of its own
          accounts (line 12): expected a list of accounts; write [[accounts]] above the id and handle of each"#]]
        .assert_eq(&Desk::valid_with("[limits.wrong_codes_max]\nx = 1\n[[pace]]\n[accounts]\n").problems());
    expect![[r#"
        6 problems in the configuration (FOLDER/config.toml):
          limits (line 1): expected a section; write [limits] on a line of its own
          accounts (line 2): expected a list of accounts; write [[accounts]] above the id and handle of each
          telegram.token: missing; write token_file = "telegram.token", or set TWOFA_BRIDGE__TELEGRAM__TOKEN
          account_api.key: missing; write key_file = "account-api.key", or set TWOFA_BRIDGE__ACCOUNT_API__KEY
          agency.name: missing; write name = "Acme", the name that people know the agency by
          agency.managers: missing; write managers = [1001], with the numeric Telegram id of each manager"#]]
    .assert_eq(&Desk::new("limits = 3\naccounts = [\"bella\"]\n").problems());
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          limits.reauths_per_day (line 10): too large a number for any key; write a smaller one"#]]
    .assert_eq(&Desk::valid_with("[limits]\nreauths_per_day = 99999999999999999999\n").problems());
}

#[test]
fn the_value_of_a_secret_is_in_no_problem_and_in_no_debug() {
    let token = format!("1001:{SECRET}");
    let files = [
        // A bad shape, a wrong type, a secret in the place of its file's name, in a URL, and given twice.
        format!("[telegram]\ntoken = \"{token} \"\n[account_api]\nkey = \"{SECRET} {SECRET}\"\n"),
        format!("[telegram]\ntoken = [\"{token}\"]\n[account_api]\nkey = {{ a = \"{SECRET}\" }}\n"),
        format!("[telegram]\ntoken_file = \"{token}\"\n[account_api]\nkey_file = [\"{SECRET}\"]\n"),
        format!("[telegram]\napi_url = \"http://{SECRET}@host\"\n[account_api]\nbase_url = \"x{SECRET}\"\n"),
        format!(
            "[telegram]\napi_url = \"https://host/?{SECRET}\"\n[http]\nintake_token = \"{SECRET}\\u0007\"\n"
        ),
        format!("[telegram]\ntoken = \"{token}\"\ntoken_file = \"{token}\"\n"),
    ];
    for file in files {
        assert!(Desk::new(&file).problems().lines().count() > 2, "{file}");
    }
    let config = Desk::valid_with(&format!("[http]\nintake_token = \"{SECRET}\"\n")).config();
    let debug = format!("{config:?}");
    assert!(!debug.contains("secretsecret") && !debug.contains("api-key"), "{debug}");
}

#[test]
fn a_secret_file_must_be_there_be_readable_and_hold_something() {
    let desk = Desk::new("[telegram]\ntoken_file = \"nowhere\"\n[account_api]\nkey_file = \"empty\"\n");
    desk.put("empty", "\n", 0o600);
    expect![[r#"
        4 problems in the configuration (FOLDER/config.toml):
          telegram.token_file (line 2): cannot read the file it names: No such file or directory (os error 2); a relative path starts at FOLDER, and the secret itself belongs in telegram.token
          account_api.key_file (line 4): empty; put the secret there
          agency.name: missing; write name = "Acme", the name that people know the agency by
          agency.managers: missing; write managers = [1001], with the numeric Telegram id of each manager"#]].assert_eq(&desk.problems());
    let desk = Desk::new("[telegram]\ntoken_file = \".\"\n[account_api]\nkey_file = \"huge\"\n");
    desk.put("huge", &"k".repeat(5000), 0o600);
    expect![[r#"
        4 problems in the configuration (FOLDER/config.toml):
          telegram.token_file (line 2): cannot read the file it names: Is a directory (os error 21); a relative path starts at FOLDER, and the secret itself belongs in telegram.token
          account_api.key_file (line 4): longer than 4096 bytes, so not the secret
          agency.name: missing; write name = "Acme", the name that people know the agency by
          agency.managers: missing; write managers = [1001], with the numeric Telegram id of each manager"#]].assert_eq(&desk.problems());
}

#[test]
fn a_secret_given_twice_in_one_place_is_a_problem() {
    let desk = Desk::valid_with(
        "[http]\nintake_token = \"0123456789abcdef\"\nintake_token_file = \"intake.token\"\n",
    );
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          http.intake_token (line 10): given twice, here and by http.intake_token_file; remove one of them"#]]
    .assert_eq(&desk.problems());
    let desk = Desk::valid_with("")
        .set("TWOFA_BRIDGE__TELEGRAM__TOKEN", &format!("77:{SECRET}"))
        .set("TWOFA_BRIDGE__TELEGRAM__TOKEN_FILE", "telegram.token");
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          telegram.token (TWOFA_BRIDGE__TELEGRAM__TOKEN): given twice, here and by telegram.token_file; remove one of them"#]].assert_eq(&desk.problems());
}

#[cfg(unix)]
#[test]
fn a_secret_that_others_may_read_is_warned_about() {
    let desk = Desk::valid_with("[http]\nintake_token = \"0123456789abcdef\"\n");
    assert_eq!(desk.warnings(), "");
    desk.put("telegram.token", &format!("1001:{SECRET}"), 0o640);
    desk.put("config.toml", &fs::read_to_string(desk.folder.path().join("config.toml")).unwrap(), 0o644);
    expect![[r#"
        telegram.token_file (line 3): others may read the secret (mode 0640); run: chmod 600 'FOLDER/telegram.token'
        http.intake_token (line 10): others may read the secret (mode 0644); run: chmod 600 'FOLDER/config.toml'"#]].assert_eq(&desk.warnings());
}

#[test]
fn what_works_but_is_unwise_is_warned_about() {
    let desk = Desk::valid_with(
        r#"
[[accounts]]
id = "acc_1"
handle = "bella"
[[accounts]]
id = "acc_2"
handle = "@Bella"
[http]
listen = "0.0.0.0:8080"
intake_token = "0123456789abcdef"
[limits]
attempt_lifetime = "5m"
"#,
    )
    .set("TWOFA_BRIDGE_STORE_PATH", "/var/lib");
    expect![[r#"
        store.path (TWOFA_BRIDGE_STORE_PATH): not read; did you mean TWOFA_BRIDGE__STORE__PATH?
        accounts[1].handle (line 15): @bella is also the handle in line 12; commands cannot tell them apart
        http.listen (line 17): reachable from other machines, and the intake token would cross the network in the clear; put a reverse proxy with TLS in front, or listen on 127.0.0.1
        limits.attempt_lifetime (line 20): an attempt is given up after 5m, before a question's 10m are over; write an attempt_lifetime that is longer than question_lifetime"#]].assert_eq(&desk.warnings());
    let open_without_token = Desk::valid_with("[http]\nlisten = \"0.0.0.0:8080\"\n");
    assert_eq!(open_without_token.warnings(), "");
}

#[test]
fn the_key_and_the_journal_lie_outside_of_the_store() {
    let desk = Desk::valid_with("[store]\npath = \"/var/lib/bridge/data\"\n");
    let store = desk.config().store;
    assert_eq!(store.journal, PathBuf::from("/var/lib/bridge/data.journal"));
    assert_eq!(store.key_file, desk.folder.path().join("store.key"));
    let store = Desk::valid_with("[store]\njournal = \"/disk2/j\"\nkey_file = \"/keys/k\"\n").config().store;
    assert_eq!(
        [store.path, store.journal, store.key_file],
        ["data", "/disk2/j", "/keys/k"].map(PathBuf::from)
    );
    expect![[r#"
        2 problems in the configuration (FOLDER/config.toml):
          store.journal (line 11): in the folder of store.path, and whoever takes that would have both; name another place
          store.key_file (line 12): in the folder of store.path, and whoever takes that would have both; name another place"#]]
    .assert_eq(
        &Desk::valid_with(
            "[store]\npath = \"/data\"\njournal = \"/data/journal\"\nkey_file = \"/data/keys/key\"\n",
        )
        .problems(),
    );
    expect![[r#"
        3 problems in the configuration (FOLDER/config.toml):
          store.path (line 10): empty; name the path of a folder, or leave the key out
          store.journal (line 11): empty; name the path of a file, or leave the key out
          store.key_file (line 12): expected the path of a file in quotes, found the whole number 7; write key_file = "store.key""#]]
        .assert_eq(&Desk::valid_with("[store]\npath = \" \"\njournal = \"\"\nkey_file = 7\n").problems());
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          store.journal (line 10): the same as store.key_file; name another place"#]]
    .assert_eq(&Desk::valid_with("[store]\njournal = \"/one\"\nkey_file = \"/one\"\n").problems());
}

#[test]
fn limits_must_fit_together() {
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          limits.question_lifetime (line 10): a question would be repeated after 5m and live for 5m; write a question_repeat_after that is shorter than question_lifetime"#]].assert_eq(&Desk::valid_with("[limits]\nquestion_lifetime = \"5m\"\n").problems());
    expect![[r#"
        1 problem in the configuration (FOLDER/config.toml):
          limits.code_digits_min (line 11): no code has at least 5 and at most 4 digits; lower one or raise the other"#]]
        .assert_eq(&Desk::valid_with("[limits]\ncode_digits_max = 4\ncode_digits_min = 5\n").problems());
}

#[test]
fn a_secret_travels_over_plain_http_only_within_the_machine() {
    for url in ["http://127.0.0.1:9", "http://[::1]:9", "http://localhost", "https://example.com/base"] {
        Desk::valid_with("").set("TWOFA_BRIDGE__ACCOUNT_API__BASE_URL", url).config();
    }
    for url in [
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "unix:/run/api",
        "//example.com",
        "",
        "https://me@example.com",
        "https://:word@example.com",
        "https://example.com?",
        "https://example.com#",
    ] {
        let desk = Desk::valid_with("").set("TWOFA_BRIDGE__ACCOUNT_API__BASE_URL", url);
        if url.is_empty() {
            desk.config();
        } else {
            desk.problems();
        }
    }
}

#[test]
fn every_key_but_the_accounts_can_come_from_the_environment() {
    for key in config::known_keys() {
        let listed = ["accounts.", "webhooks."].iter().any(|list| key.starts_with(list));
        let desk = Desk::valid_with("").set(&config::variable_for(&key), "!");
        let unknown = match desk.read() {
            Ok(_) => false,
            Err(problems) => {
                let text = problems.to_string();
                text.contains("unknown") || text.contains("cannot come from the environment")
            }
        };
        assert_eq!(unknown, listed, "{key}");
    }
}

#[test]
fn what_is_counted_or_lasts_has_two_ends() {
    // Too little, the least, the most, too much.
    let ends = [
        ("account_api.requests_per_minute", ["0", "1", "100000", "100001"]),
        ("limits.wrong_codes_max", ["0", "1", "10", "11"]),
        ("limits.questions_per_hour", ["0", "1", "1000", "1001"]),
        ("limits.reauths_per_hour", ["0", "1", "60", "61"]),
        ("limits.reauths_per_day", ["0", "1", "500", "501"]),
        ("limits.code_digits_min", ["2", "3", "16", "17"]),
        ("limits.code_digits_max", ["3", "4", "16", "17"]),
        ("limits.question_lifetime", ["29s", "30s", "1h", "3601s"]),
        ("limits.question_repeat_after", ["9s", "10s", "1h", "3601s"]),
        ("limits.ready_lifetime", ["59s", "1m", "24h", "86401s"]),
        ("limits.ask_next_after", ["9s", "10s", "1h", "3601s"]),
        ("limits.reauth_interval", ["999ms", "1s", "24h", "86401s"]),
        ("limits.attempt_lifetime", ["59s", "1m", "24h", "86401s"]),
        ("limits.invitation_lifetime", ["59s", "1m", "720h", "721h"]),
        ("limits.email_cooldown", ["999ms", "1s", "1h", "3601s"]),
        ("reauth.at_once", ["0", "1", "50", "51"]),
        ("pace.working", ["99ms", "100ms", "10m", "601s"]),
        ("pace.asking", ["99ms", "100ms", "10m", "601s"]),
        ("pace.elsewhere", ["99ms", "100ms", "10m", "601s"]),
        ("pace.session_check", ["899s", "15m", "24h", "86401s"]),
        ("audit.keep_days", ["0", "1", "3650", "3651"]),
        ("audit.entries_max", ["999", "1000", "200000", "200001"]),
    ];
    for (key, values) in ends {
        let variable = config::variable_for(key);
        let is_refused = values.map(|value| {
            let read = Desk::valid_with("").set(&variable, value).read();
            read.is_err_and(|problems| {
                let refusal = format!("{key} ({variable}): expected a ");
                problems.to_string().contains(&refusal)
            })
        });
        assert_eq!(is_refused, [true, false, false, true], "{key}");
    }
}
