//! File and environment to a [`Config`], or every problem at once, each with its key, its place and its fix.
//!
//! Knows nothing of what the values are for, and touches no state of the process: the environment is handed in.

mod accounts;
pub mod bounds;
mod keys;
mod layers;
mod reader;
mod remark;
mod secret;
mod sections;
mod webhooks;

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::Url;
use secrecy::SecretString;

pub use accounts::ListedAccount;
pub use keys::{known_keys, variable_for};
pub use remark::{Place, Problems, Remark, Warning};
pub use webhooks::Webhook;

use layers::Layers;
use reader::Reader;
use remark::Remarks;

/// The variable that names the config file.
pub const FILE_VARIABLE: &str = "TWOFA_BRIDGE_CONFIG";

/// The file that is read when none is named, relative to the folder the bridge is started in.
pub const DEFAULT_FILE: &str = "./config.toml";

/// Everything an operator can set. `config.example.toml` describes each key.
#[derive(Clone, Debug)]
pub struct Config {
    /// The bot.
    pub telegram: Telegram,
    /// The account API.
    pub account_api: AccountApi,
    /// Who the bridge works for.
    pub agency: Agency,
    /// Accounts known besides those that the account API lists.
    pub accounts: Vec<ListedAccount>,
    /// What is remembered.
    pub store: Store,
    /// The bridge's own port.
    pub http: Http,
    /// Where the agency's system is told what happens.
    pub webhooks: Vec<Webhook>,
    /// What protects people and accounts.
    pub limits: Limits,
    /// How sign-ins begin.
    pub reauth: Reauth,
    /// How often an attempt is looked at.
    pub pace: Pace,
    /// How much of the audit trail is kept.
    pub audit: Audit,
    /// What is logged.
    pub log: Log,
}

/// `[telegram]`
#[derive(Clone, Debug)]
pub struct Telegram {
    /// The bot's token, `digits:characters`.
    pub token: SecretString,
    /// Where the Bot API is served, without the token.
    pub api_url: Url,
}

/// `[account_api]`
#[derive(Clone, Debug)]
pub struct AccountApi {
    /// The API key.
    pub key: SecretString,
    /// The file it was read from, if it was: a key that is refused is looked for there again.
    pub key_file: Option<PathBuf>,
    /// Where the account API is served.
    pub base_url: Url,
    /// The whole budget of the organisation, in requests per minute.
    pub requests_per_minute: u32,
}

/// The languages that can be spoken, by their tags.
pub const LANGUAGES: [&str; 10] = ["en", "es", "pt-BR", "fr", "de", "it", "ro", "ru", "uk", "pl"];

/// `[agency]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// The name that people read in questions and invitations.
    pub name: String,
    /// Numeric Telegram ids of the managers; at least one.
    pub managers: BTreeSet<i64>,
    /// Numeric ids of the groups in which manager commands work; none: private chats only.
    pub chats: BTreeSet<i64>,
    /// What is spoken in these groups: one of [`LANGUAGES`].
    pub language: String,
}

/// `[store]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// The folder of the store, as written; a relative one starts where the bridge is started.
    pub path: PathBuf,
    /// The journal's file, outside of the folder; as written, or beside the folder.
    pub journal: PathBuf,
    /// The file with the key that seals what is stored, outside of the folder.
    pub key_file: PathBuf,
}

impl Store {
    /// The name of the key file that is used when none is named, in the folder of the config file.
    pub const KEY_FILE: &str = "store.key";

    /// With this folder, the journal beside it, and the key file in another folder.
    pub fn at(path: PathBuf, key_folder: &Path) -> Self {
        let mut journal = path.clone().into_os_string();
        journal.push(".journal");
        Self { path, journal: journal.into(), key_file: key_folder.join(Self::KEY_FILE) }
    }
}

/// `[http]`
#[derive(Clone, Debug)]
pub struct Http {
    /// Where the bridge listens.
    pub listen: SocketAddr,
    /// What the host application shows to hand over attempts; none: no intake routes.
    pub intake_token: Option<SecretString>,
    /// Whether the host application may read what happens as a stream of events, for which it is kept for a day.
    pub event_stream: bool,
}

impl Default for Http {
    fn default() -> Self {
        Self {
            listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080),
            intake_token: None,
            event_stream: false,
        }
    }
}

/// `[limits]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Wrong codes after which an attempt is given up.
    pub wrong_codes_max: u32,
    /// How long a question may be answered.
    pub question_lifetime: Duration,
    /// When an unanswered question is repeated, once; shorter than its life.
    pub question_repeat_after: Duration,
    /// How long it may be answered whether somebody is ready for a sign-in.
    pub ready_lifetime: Duration,
    /// Where people are asked one after the other (`/order`), after how long the next is.
    pub ask_next_after: Duration,
    /// Questions per person and hour.
    pub questions_per_hour: u32,
    /// Shortest pause between two reauthentications of an account.
    pub reauth_interval: Duration,
    /// Reauthentications per account and hour.
    pub reauths_per_hour: u32,
    /// Reauthentications per account and day.
    pub reauths_per_day: u32,
    /// How long an attempt is watched.
    pub attempt_lifetime: Duration,
    /// How long an invitation may be accepted.
    pub invitation_lifetime: Duration,
    /// Shortest pause between two emails for an attempt.
    pub email_cooldown: Duration,
    /// Fewest digits of a code.
    pub code_digits_min: u32,
    /// Most digits of a code.
    pub code_digits_max: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            wrong_codes_max: 3,
            question_lifetime: Duration::from_mins(10),
            question_repeat_after: Duration::from_mins(5),
            ready_lifetime: Duration::from_mins(30),
            ask_next_after: Duration::from_mins(2),
            questions_per_hour: 10,
            reauth_interval: Duration::from_mins(1),
            reauths_per_hour: 5,
            reauths_per_day: 10,
            attempt_lifetime: Duration::from_mins(30),
            invitation_lifetime: Duration::from_hours(24),
            email_cooldown: Duration::from_mins(1),
            code_digits_min: 4,
            code_digits_max: 8,
        }
    }
}

/// `[reauth]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reauth {
    /// Whether `/reauth` asks people whether they are ready before it starts anything.
    pub ask_first: bool,
    /// How many sign-ins of one command are open at once.
    pub at_once: u32,
}

impl Default for Reauth {
    fn default() -> Self {
        Self { ask_first: false, at_once: 5 }
    }
}

/// `[pace]`: the pause between two looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// While the account API works.
    pub working: Duration,
    /// While a person must act through the bridge.
    pub asking: Duration,
    /// While a person acts elsewhere: a face check, a phone.
    pub elsewhere: Duration,
    /// Between two looks at an account, to see whether its session is still valid; none: it is not looked at.
    pub session_check: Option<Duration>,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            working: Duration::from_secs(2),
            asking: Duration::from_secs(30),
            elsewhere: Duration::from_secs(4),
            session_check: None,
        }
    }
}

/// `[audit]`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audit {
    /// How many days an entry of the audit trail is kept.
    pub keep_days: u32,
    /// How many entries are kept at most.
    pub entries_max: u32,
}

impl Default for Audit {
    fn default() -> Self {
        Self { keep_days: 400, entries_max: 50_000 }
    }
}

/// `[log]`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// None: human on a terminal, JSON elsewhere.
    pub format: Option<LogFormat>,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Human,
    /// One JSON object per line, for machines.
    Json,
}

/// Which file to read: the one given on the command line, else the one that [`FILE_VARIABLE`] names, else
/// [`DEFAULT_FILE`].
pub fn locate(argument: Option<PathBuf>, environment: impl Iterator<Item = (String, String)>) -> PathBuf {
    argument.unwrap_or_else(|| {
        environment
            .into_iter()
            .find(|(name, value)| name == FILE_VARIABLE && !value.is_empty())
            .map_or_else(|| PathBuf::from(DEFAULT_FILE), |(_, value)| PathBuf::from(value))
    })
}

/// Reads `file`, if any, and lays the environment over it. A missing file is a problem, unless it is the
/// [`DEFAULT_FILE`] and the environment holds everything that is needed.
pub fn load(
    file: Option<&Path>,
    environment: impl Iterator<Item = (String, String)>,
) -> Result<(Config, Vec<Warning>), Problems> {
    let environment: BTreeMap<String, String> = environment.collect();
    let mut remarks = Remarks::default();
    let source = match file.map(Source::open).transpose() {
        Ok(source) => source.unwrap_or_default(),
        Err(text) => {
            remarks.file_problem(Place::File, text);
            return Err(remarks.into_problems(file));
        }
    };
    let config = read(&source, &environment, &mut remarks);
    let forgiven = !source.missing || file == Some(Path::new(DEFAULT_FILE));
    if let (Some(config), true) = (config, forgiven && remarks.problems.is_empty()) {
        return Ok((config, remarks.warnings));
    }
    if source.missing {
        // What is missing is missing because the file is.
        remarks.problems.retain(|problem| problem.place != Place::Absent);
        let text = "there is no such file; copy config.example.toml there and fill it in, \
                    or name another one with --config";
        remarks.file_problem(Place::File, text);
    }
    Err(remarks.into_problems(file))
}

/// A config file that was read, or the absence of one.
#[derive(Default)]
struct Source {
    text: String,
    folder: PathBuf,
    /// The file and its mode, if others than its owner may read or write it.
    open: Option<(PathBuf, u32)>,
    /// Whether a file was to be read and is not there.
    missing: bool,
}

impl Source {
    fn open(path: &Path) -> Result<Self, String> {
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        match std::fs::read_to_string(path) {
            Ok(text) => {
                let mode = std::fs::metadata(path).ok().and_then(|metadata| secret::open_mode(&metadata));
                Ok(Self { text, folder, open: mode.map(|mode| (path.to_owned(), mode)), missing: false })
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Ok(Self { folder, missing: true, ..Self::default() })
            }
            Err(error) => Err(format!("cannot be read: {error}; check its path and its permissions")),
        }
    }
}

/// Everything but the file itself. Without a config, at least one problem was remarked.
fn read(source: &Source, environment: &BTreeMap<String, String>, remarks: &mut Remarks) -> Option<Config> {
    let layers = Layers::read(&source.text, environment, remarks)?;
    let mut reader =
        Reader { layers, remarks, folder: source.folder.clone(), open_file: source.open.clone() };
    let telegram = reader.telegram();
    let account_api = reader.account_api();
    let agency = reader.agency();
    let accounts = reader.accounts();
    let store = reader.store();
    let http = reader.http();
    let webhooks = reader.webhooks();
    let limits = reader.limits();
    let reauth = reader.reauth();
    let pace = reader.pace();
    let audit = reader.audit();
    let log = reader.log();
    Some(Config {
        telegram: telegram?,
        account_api: account_api?,
        agency: agency?,
        accounts,
        store,
        http,
        webhooks,
        limits,
        reauth,
        pace,
        audit,
        log,
    })
}
