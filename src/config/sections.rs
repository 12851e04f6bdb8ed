//! The sections one by one: which keys they take, what each may hold, and what must hold between two of them.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use reqwest::Url;

use super::layers::shown;
use super::reader::{Reader, spoken};
use super::remark::Place;
use super::secret;
use super::{
    AccountApi, Agency, Audit, Http, LANGUAGES, Limits, Log, LogFormat, Pace, Reauth, Store, Telegram, bounds,
};

/// Where Telegram serves the Bot API.
const TELEGRAM_URL: &str = "https://api.telegram.org";
/// Where the account API is served.
const ACCOUNT_API_URL: &str = "https://api.onlyfanskit.dev";
/// Requests per minute that the account API grants an organisation.
const REQUESTS_PER_MINUTE: u32 = 600;

impl Reader<'_> {
    pub(super) fn telegram(&mut self) -> Option<Telegram> {
        let token = self.required_secret("telegram.token", secret::bot_token, "telegram.token");
        let api_url = self.url("telegram.api_url", TELEGRAM_URL);
        Some(Telegram { token: token?, api_url: api_url? })
    }

    pub(super) fn account_api(&mut self) -> Option<AccountApi> {
        let key = self.required_secret("account_api.key", secret::api_key, "account-api.key");
        let base_url = self.url("account_api.base_url", ACCOUNT_API_URL);
        let requests_per_minute =
            self.whole("account_api.requests_per_minute", &bounds::REQUESTS_PER_MINUTE, REQUESTS_PER_MINUTE);
        let key = key?;
        let key_file = self.file_of_secret("account_api.key");
        Some(AccountApi { key, key_file, base_url: base_url?, requests_per_minute })
    }

    pub(super) fn agency(&mut self) -> Option<Agency> {
        let name = self.agency_name();
        let managers = self.ids("agency.managers", "[1001]", |id| match id {
            1..=bounds::TELEGRAM_ID_MAX => None,
            ..=-1 => Some(format!("{id} is the id of a group; groups belong in agency.chats, people here")),
            _ => Some(format!("{id} is nobody's id; ask @userinfobot for the manager's numeric id")),
        });
        if managers.as_ref().is_some_and(std::collections::BTreeSet::is_empty) {
            self.problem("agency.managers", "empty; list the numeric Telegram id of at least one manager");
        }
        if self.value("agency.managers").is_none() {
            let text = "missing; write managers = [1001], with the numeric Telegram id of each manager";
            self.missing("agency.managers", text);
        }
        let chats = self.ids("agency.chats", "[-1001234]", |id| {
            let right = (-bounds::TELEGRAM_ID_MAX..0).contains(&id);
            (!right).then(|| {
                format!("{id} is no group's id; those are negative, and people belong in agency.managers")
            })
        });
        let language = self.agency_language();
        Some(Agency { name: name?, managers: managers?, chats: chats.unwrap_or_default(), language })
    }

    fn agency_language(&mut self) -> String {
        const KEY: &str = "agency.language";
        let (default, example) = (LANGUAGES[0].to_owned(), format!("\"{}\"", LANGUAGES[0]));
        let expected = format!("one of {}", LANGUAGES.join(", "));
        let Some(text) = self.text(KEY, &expected, &example) else { return default };
        let known = LANGUAGES.iter().find(|it| it.eq_ignore_ascii_case(text.trim()));
        known.map_or_else(
            || {
                let (found, fix) = (shown(&text), self.assignment(KEY, &example));
                self.problem(KEY, format!("expected {expected}, found the text \"{found}\"; {fix}"));
                default
            },
            |known| (*known).to_owned(),
        )
    }

    fn agency_name(&mut self) -> Option<String> {
        const KEY: &str = "agency.name";
        if self.value(KEY).is_none() {
            self.missing(KEY, "missing; write name = \"Acme\", the name that people know the agency by");
        }
        let name = self.text(KEY, "the agency's name in quotes", "\"Acme\"")?.trim().to_owned();
        let most = bounds::AGENCY_NAME_CHARACTERS_MAX;
        if name.is_empty() {
            self.problem(KEY, "empty; write the name that people know the agency by");
        } else if name.chars().count() > most {
            self.problem(KEY, format!("longer than {most} characters; it stands in every question"));
        } else if name.chars().any(char::is_control) {
            self.problem(KEY, "holds a line break or another control character; write it on one line");
        }
        Some(name)
    }

    pub(super) fn store(&mut self) -> Store {
        const KEY_FILE: &str = "store.key_file";
        let folder = self.store_path("store.path", "the path of a folder", "data");
        let folder = folder.map_or_else(|| PathBuf::from("data"), PathBuf::from);
        let mut store = Store::at(folder, &self.folder);
        if let Some(journal) = self.store_path("store.journal", "the path of a file", "data.journal") {
            store.journal = PathBuf::from(journal);
        }
        if let Some(key_file) = self.store_path(KEY_FILE, "the path of a file", Store::KEY_FILE) {
            store.key_file = self.folder.join(key_file);
        }
        for (key, path) in [("store.journal", &store.journal), (KEY_FILE, &store.key_file)] {
            if path.starts_with(&store.path) {
                let text =
                    "in the folder of store.path, and whoever takes that would have both; name another place";
                self.problem(key, text);
            }
        }
        if store.journal == store.key_file {
            self.problem("store.journal", "the same as store.key_file; name another place");
        }
        store
    }

    /// A path of the store, if one is named. An empty one is a problem, and counts as absent.
    fn store_path(&mut self, key: &str, expected: &str, example: &str) -> Option<String> {
        let path = self.text(key, &format!("{expected} in quotes"), &format!("\"{example}\""))?;
        if path.trim().is_empty() {
            self.problem(key, format!("empty; name {expected}, or leave the key out"));
            return None;
        }
        Some(path)
    }

    pub(super) fn http(&mut self) -> Http {
        const LISTEN: &str = "http.listen";
        let (expected, example) = ("an address and a port, such as \"127.0.0.1:8080\"", "\"127.0.0.1:8080\"");
        let mut http = Http::default();
        if let Some(text) = self.text(LISTEN, expected, example) {
            if let Ok(listen) = text.trim().parse() {
                http.listen = listen;
            } else {
                let (found, fix) = (shown(&text), self.assignment(LISTEN, example));
                self.problem(LISTEN, format!("expected {expected}, found the text \"{found}\"; {fix}"));
            }
        }
        http.intake_token = self.secret("http.intake_token", secret::intake_token);
        if http.intake_token.is_some() && !http.listen.ip().is_loopback() {
            let text = "reachable from other machines, and the intake token would cross the network in the \
                        clear; put a reverse proxy with TLS in front, or listen on 127.0.0.1";
            self.warning(LISTEN, text);
        }
        http.event_stream = self.truth("http.event_stream", http.event_stream);
        if http.event_stream && http.intake_token.is_none() {
            let text = "without an intake token nobody may read the stream; set http.intake_token_file, or leave \
                        event_stream out";
            self.problem("http.event_stream", text);
        }
        http
    }

    pub(super) fn limits(&mut self) -> Limits {
        let default = Limits::default();
        let mut whole = |name: &str, bounds, default| self.whole(&format!("limits.{name}"), bounds, default);
        let wrong_codes_max = whole("wrong_codes_max", &bounds::WRONG_CODES_MAX, default.wrong_codes_max);
        let questions_per_hour =
            whole("questions_per_hour", &bounds::QUESTIONS_PER_HOUR, default.questions_per_hour);
        let reauths_per_hour = whole("reauths_per_hour", &bounds::REAUTHS_PER_HOUR, default.reauths_per_hour);
        let reauths_per_day = whole("reauths_per_day", &bounds::REAUTHS_PER_DAY, default.reauths_per_day);
        let code_digits_min = whole("code_digits_min", &bounds::CODE_DIGITS_MIN, default.code_digits_min);
        let code_digits_max = whole("code_digits_max", &bounds::CODE_DIGITS_MAX, default.code_digits_max);
        let mut time =
            |name: &str, bounds, default| self.duration(&format!("limits.{name}"), bounds, default);
        let question_lifetime =
            time("question_lifetime", &bounds::QUESTION_LIFETIME, default.question_lifetime);
        let question_repeat_after =
            time("question_repeat_after", &bounds::QUESTION_REPEAT_AFTER, default.question_repeat_after);
        let ready_lifetime = time("ready_lifetime", &bounds::READY_LIFETIME, default.ready_lifetime);
        let ask_next_after = time("ask_next_after", &bounds::ASK_NEXT_AFTER, default.ask_next_after);
        let reauth_interval = time("reauth_interval", &bounds::REAUTH_INTERVAL, default.reauth_interval);
        let attempt_lifetime = time("attempt_lifetime", &bounds::ATTEMPT_LIFETIME, default.attempt_lifetime);
        let invitation_lifetime =
            time("invitation_lifetime", &bounds::INVITATION_LIFETIME, default.invitation_lifetime);
        let email_cooldown = time("email_cooldown", &bounds::EMAIL_COOLDOWN, default.email_cooldown);
        let limits = Limits {
            wrong_codes_max,
            question_lifetime,
            question_repeat_after,
            ready_lifetime,
            ask_next_after,
            questions_per_hour,
            reauth_interval,
            reauths_per_hour,
            reauths_per_day,
            attempt_lifetime,
            invitation_lifetime,
            email_cooldown,
            code_digits_min,
            code_digits_max,
        };
        self.compare(&limits);
        limits
    }

    /// What must hold between two limits.
    fn compare(&mut self, limits: &Limits) {
        if limits.question_repeat_after >= limits.question_lifetime {
            let key = self.set_one("limits.question_repeat_after", "limits.question_lifetime");
            let (repeat, life) = (spoken(limits.question_repeat_after), spoken(limits.question_lifetime));
            let text = format!(
                "a question would be repeated after {repeat} and live for {life}; \
                 write a question_repeat_after that is shorter than question_lifetime"
            );
            self.problem(key, text);
        }
        if limits.code_digits_min > limits.code_digits_max {
            let key = self.set_one("limits.code_digits_min", "limits.code_digits_max");
            let (min, max) = (limits.code_digits_min, limits.code_digits_max);
            let text =
                format!("no code has at least {min} and at most {max} digits; lower one or raise the other");
            self.problem(key, text);
        }
        if limits.attempt_lifetime < limits.question_lifetime {
            let key = self.set_one("limits.attempt_lifetime", "limits.question_lifetime");
            let (attempt, question) = (spoken(limits.attempt_lifetime), spoken(limits.question_lifetime));
            let text = format!(
                "an attempt is given up after {attempt}, before a question's {question} are over; \
                 write an attempt_lifetime that is longer than question_lifetime"
            );
            self.warning(key, text);
        }
    }

    /// The first of two keys that is set anywhere: the one to blame when they do not fit together.
    fn set_one<'k>(&self, first: &'k str, second: &'k str) -> &'k str {
        if self.place(first) == Place::Absent { second } else { first }
    }

    pub(super) fn reauth(&mut self) -> Reauth {
        let default = Reauth::default();
        Reauth {
            ask_first: self.truth("reauth.ask_first", default.ask_first),
            at_once: self.whole("reauth.at_once", &bounds::REAUTHS_AT_ONCE, default.at_once),
        }
    }

    pub(super) fn pace(&mut self) -> Pace {
        let default = Pace::default();
        Pace {
            working: self.duration("pace.working", &bounds::PACE, default.working),
            asking: self.duration("pace.asking", &bounds::PACE, default.asking),
            elsewhere: self.duration("pace.elsewhere", &bounds::PACE, default.elsewhere),
            session_check: self.session_check(),
        }
    }

    /// Off without the key.
    fn session_check(&mut self) -> Option<Duration> {
        const KEY: &str = "pace.session_check";
        self.value(KEY)?;
        Some(self.duration(KEY, &bounds::SESSION_CHECK, *bounds::SESSION_CHECK.start()))
    }

    pub(super) fn audit(&mut self) -> Audit {
        let default = Audit::default();
        Audit {
            keep_days: self.whole("audit.keep_days", &bounds::AUDIT_KEEP_DAYS, default.keep_days),
            entries_max: self.whole("audit.entries_max", &bounds::AUDIT_ENTRIES_MAX, default.entries_max),
        }
    }

    pub(super) fn log(&mut self) -> Log {
        const KEY: &str = "log.format";
        let (expected, example) = ("\"human\" or \"json\"", "\"human\"");
        let Some(text) = self.text(KEY, expected, example) else { return Log::default() };
        let format = match text.trim() {
            "human" => Some(LogFormat::Human),
            "json" => Some(LogFormat::Json),
            other => {
                let fix = self.assignment(KEY, example);
                self.problem(KEY, format!("expected {expected}, found the text \"{}\"; {fix}", shown(other)));
                None
            }
        };
        Log { format }
    }

    /// A URL that a secret may be sent to. What is said about it does not repeat it: it may hold a password or,
    /// pasted from elsewhere, the token.
    fn url(&mut self, key: &str, default: &str) -> Option<Url> {
        let example = format!("\"{default}\"");
        let text = match self.value(key) {
            None => default.to_owned(),
            Some(_) => self.text(key, "a URL in quotes", &example)?,
        };
        let fix = self.assignment(key, &example);
        let wrong = match Url::parse(text.trim()) {
            Err(error) => format!("not a URL ({error}); {fix}"),
            Ok(url) if !matches!(url.scheme(), "https" | "http") || !url.has_host() => {
                format!("neither https:// nor http://; {fix}")
            }
            Ok(url) if !url.username().is_empty() || url.password().is_some() => {
                "holds a user name or a password; remove what stands between // and @".to_owned()
            }
            Ok(url) if url.query().is_some() || url.fragment().is_some() => {
                "holds a query or a fragment; remove everything from ? or #".to_owned()
            }
            Ok(url) if url.scheme() == "http" && !is_loopback(&url) => {
                "plain http would send the secret in the clear; write https://, or a loopback address"
                    .to_owned()
            }
            Ok(url) => return Some(url),
        };
        self.problem(key, wrong);
        None
    }
}

pub(super) fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
