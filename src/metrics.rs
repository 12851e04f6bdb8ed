//! What the operator can count and draw: events and commands as they pass, and what the service measures.
//!
//! Every label is a word from a short list in this program. Nothing here names an account, an attempt or a person.
//! All names begin with `twofa_bridge_`; counters end in `_total`, durations are in seconds.

use std::fmt::Write as _;

use prometheus_client::encoding::text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use crate::model::record::{ChallengeKind, CodeKind};
use crate::switchboard::command::{Command, DeliveryFate, Note};
use crate::switchboard::event::{Event, Trouble, Unshown};

/// The upper ends of the buckets in which waiting is counted, in seconds: a code lives for about 30 s.
const WAITING_BUCKETS: [f64; 11] = [0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0];

/// What is counted as an incident. These are shown before they happen: a counter that appears with its first incident
/// has not risen, so no alert would see that one.
const INCIDENTS: [&str; 10] = [
    "unknown_state",
    "key_refused",
    "unusable_link",
    "not_a_manager",
    "group_ignored",
    "button_refused",
    "person_unreachable",
    "manager_unreachable",
    "message_rejected",
    "full",
];

/// The kinds of challenges, for the same reason.
const CHALLENGES: [ChallengeKind; 6] = [
    ChallengeKind::Code(CodeKind::Sms),
    ChallengeKind::Code(CodeKind::App),
    ChallengeKind::Code(CodeKind::Email),
    ChallengeKind::Code(CodeKind::Some),
    ChallengeKind::Face,
    ChallengeKind::Phone,
];

/// The endings that an operator may want to draw or to be told of, for the same reason.
const ENDINGS: [&str; 8] =
    ["connected", "failed", "wrong_codes", "declined", "cancelled", "unanswered", "too_old", "unreachable"];

/// Everything that is counted and measured.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    events: Labelled,
    commands: Labelled,
    account_api_answers: Family<[(&'static str, &'static str); 2], Counter>,
    messages_not_shown: Labelled,
    attempts_watched: Counter,
    challenges: Labelled,
    questions: Labelled,
    answers: Counter,
    wrong_codes: Counter,
    attempts_ended: Labelled,
    reauthentications_not_started: Labelled,
    links_made: Counter,
    links_ended: Counter,
    freezes: Counter,
    incidents: Labelled,
    deliveries: Labelled,
    updates_skipped: Counter,
    levels: Levels,
    challenge_to_question: Histogram,
    code_to_verdict: Histogram,
}

impl Metrics {
    /// Everything at zero.
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("twofa_bridge");
        let to = &mut registry;
        to.register("build", "The running program", Info::new([("version", env!("CARGO_PKG_VERSION"))]));
        let events = Labelled::new(to, "event", "events", "What has happened, by kind");
        let commands = Labelled::new(to, "command", "commands", "What was ordered, by kind");
        let account_api_answers = Family::default();
        to.register(
            "account_api_answers",
            "Answers of the account API to finished calls, by call and outcome; unreachable and lost are none",
            account_api_answers.clone(),
        );
        let messages_not_shown = Labelled::new(
            to,
            "reason",
            "messages_not_shown",
            "Messages that Telegram did not take, by reason",
        );
        let attempts_watched = counter(to, "attempts_watched", "Attempts that were taken on");
        let challenges =
            Labelled::new(to, "challenge", "challenges", "Codes and checks that sign-ins wanted, by kind");
        let questions = Labelled::new(to, "challenge", "questions", "Questions to people, by what is wanted");
        let answers = counter(to, "answers", "Answers that were taken from people");
        let wrong_codes = counter(to, "wrong_codes", "Codes that the account API called wrong");
        let attempts_ended =
            Labelled::new(to, "ending", "attempts_ended", "Attempts that are over, by ending");
        let reauthentications_not_started = Labelled::new(
            to,
            "ending",
            "reauthentications_not_started",
            "Reauthentications that brought no attempt, by ending",
        );
        let links_made = counter(to, "links_made", "Invitations that were accepted");
        let links_ended = counter(to, "links_ended", "Links that have ended");
        let freezes = counter(to, "freezes", "Accounts frozen because somebody said that it was not them");
        let incidents = Labelled::new(to, "incident", "incidents", "What an operator may want to look into");
        let deliveries = Labelled::new(
            to,
            "fate",
            "webhook_deliveries",
            "Times that an endpoint was told something, by what became of it",
        );
        for fate in ["taken", "again", "given_up"] {
            deliveries.count_many(fate, 0);
        }
        for incident in INCIDENTS {
            incidents.count_many(incident, 0);
        }
        for kind in CHALLENGES {
            challenges.count_many(kind.word(), 0);
            questions.count_many(kind.word(), 0);
        }
        for ending in ENDINGS {
            attempts_ended.count_many(ending, 0);
        }
        let updates_skipped = counter(
            to,
            "updates_skipped",
            "Telegram updates of a kind that does not concern the bridge, or that cannot be read",
        );
        let levels = Levels::new(to);
        let challenge_to_question = waiting(
            to,
            "challenge_to_question",
            "From seeing that something is wanted until the first question about it stands in a chat",
        );
        let code_to_verdict =
            waiting(to, "code_to_verdict", "From hearing a code until the account API has judged it");
        Self {
            registry,
            events,
            commands,
            account_api_answers,
            messages_not_shown,
            attempts_watched,
            challenges,
            questions,
            answers,
            wrong_codes,
            attempts_ended,
            reauthentications_not_started,
            links_made,
            links_ended,
            freezes,
            incidents,
            deliveries,
            updates_skipped,
            levels,
            challenge_to_question,
            code_to_verdict,
        }
    }

    /// Notes how many updates were skipped since the start.
    pub fn note_updates_skipped(&self, total: u64) {
        self.updates_skipped.inc_by(total.saturating_sub(self.updates_skipped.get()));
    }

    /// Counts an event that goes into the switchboard.
    pub fn count_event(&self, event: &Event) {
        let kind = match event {
            Event::Started => "started",
            Event::DeadlineCame => "deadline_came",
            Event::Heard(_) => "heard",
            Event::KeepsBack(_) => "keeps_back",
            Event::Listed(result) => {
                self.count_call("list_accounts", result);
                "listed"
            }
            Event::Reauthenticated { account: _, request: _, result } => {
                self.count_call("reauthenticate", result);
                "reauthenticated"
            }
            Event::Seen { attempt: _, request: _, result } => {
                self.count_call("look", result);
                "seen"
            }
            Event::Judged { attempt: _, request: _, result } => {
                self.count_call("submit", result);
                "judged"
            }
            Event::EmailTriggered { attempt: _, request: _, result } => {
                self.count_call("trigger_email", result);
                "email_triggered"
            }
            Event::Shown { .. } => "shown",
            Event::NotShown { post: _, revision: _, why } => {
                self.messages_not_shown.count(reason(*why));
                "not_shown"
            }
            Event::NotDeleted { .. } => "not_deleted",
            Event::MenuSet { .. } => "menu_set",
            Event::Moved { .. } => "moved",
            Event::Handed { .. } => "handed",
            Event::Inquired { .. } => "inquired",
            Event::AccountSeen { account: _, request: _, result } => {
                if let Some(result) = result {
                    self.count_call("look_at_account", result);
                }
                "account_seen"
            }
            Event::Recalled { .. } => "recalled",
            Event::Delivered { .. } => "delivered",
            Event::InvitationWanted { .. } => "invitation_wanted",
        };
        self.events.count(kind);
    }

    /// Counts a command that comes out of the switchboard.
    pub fn count_command(&self, command: &Command) {
        let kind = match command {
            Command::Save(_) => "save",
            Command::Show(_) => "show",
            Command::Say(_) => "say",
            Command::HandOver(_) => "hand_over",
            Command::Delete { .. } => "delete",
            Command::AnswerPress { .. } => "answer_press",
            Command::Look { .. } => "look",
            Command::Submit { .. } => "submit",
            Command::TriggerEmail { .. } => "trigger_email",
            Command::Reauthenticate { .. } => "reauthenticate",
            Command::LookAtAccount { .. } => "look_at_account",
            Command::ListAccounts => "list_accounts",
            Command::SetMenu { .. } => "set_menu",
            Command::Recall { .. } => "recall",
            Command::Respond { .. } => "respond",
            Command::Deliver { .. } => "deliver",
            Command::Publish(_) => "publish",
            Command::Settle(_) => "settle",
            Command::Note(note) => {
                self.count_note(note);
                "note"
            }
        };
        self.commands.count(kind);
    }

    /// How many attempts are being watched.
    pub fn set_open_attempts(&self, count: usize) {
        set(&self.levels.open_attempts, count);
    }

    /// How many updates have consequences that are still pending.
    pub fn set_updates_unsettled(&self, count: usize) {
        set(&self.levels.updates_unsettled, count);
    }

    /// How many messages wait to be sent.
    pub fn set_outbox_depth(&self, count: usize) {
        set(&self.levels.outbox_depth, count);
    }

    /// How many things endpoints have not taken yet.
    pub fn set_deliveries_waiting(&self, count: usize) {
        set(&self.levels.webhook_deliveries_waiting, count);
    }

    /// How many looks at attempts wait for their turn.
    pub fn set_looks_waiting(&self, count: usize) {
        set(&self.levels.looks_waiting, count);
    }

    /// Whether the account API answers and accepts the key.
    pub fn set_account_api_answers(&self, is_so: bool) {
        set(&self.levels.account_api_answering, usize::from(is_so));
    }

    /// Whether Telegram answers and accepts the token.
    pub fn set_telegram_answers(&self, is_so: bool) {
        set(&self.levels.telegram_answering, usize::from(is_so));
    }

    /// How many calls of the account API count within the last minute, and how many are allowed.
    pub fn set_budget(&self, (used, allowed): (u32, u32)) {
        self.levels.budget_used.set(i64::from(used));
        self.levels.budget_allowed.set(i64::from(allowed));
    }

    /// How large the store and its journal are, in bytes.
    pub fn set_sizes(&self, store: u64, journal: u64) {
        self.levels.store_size.set(i64::try_from(store).unwrap_or(i64::MAX));
        self.levels.journal_size.set(i64::try_from(journal).unwrap_or(i64::MAX));
    }

    /// What the status page shows of it.
    pub fn figures(&self) -> Figures {
        let count = |gauge: &Gauge| u64::try_from(gauge.get()).unwrap_or_default();
        Figures {
            outbox_depth: count(&self.levels.outbox_depth),
            updates_unsettled: count(&self.levels.updates_unsettled),
            budget_used: count(&self.levels.budget_used),
            budget_allowed: count(&self.levels.budget_allowed),
            store: count(&self.levels.store_size),
            journal: count(&self.levels.journal_size),
        }
    }

    /// Everything as `OpenMetrics` 1.0 text.
    #[expect(clippy::missing_panics_doc, reason = "writing to a string does not fail")]
    pub fn text(&self) -> String {
        let mut text = String::new();
        text::encode(&mut text, &self.registry).expect("writing to a string does not fail");
        text
    }

    /// The same as the Prometheus text format 0.0.4 has it: counters are declared by the name that their samples have,
    /// there is no kind for information, and neither units nor an end are marked.
    pub fn classic_text(&self) -> String {
        let text = self.text();
        let mut classic = String::with_capacity(text.len());
        let mut help = "";
        for line in text.lines() {
            if line.starts_with("# HELP ") {
                // The kind, which decides the name, stands in the line after it.
                help = line;
            } else if let Some((name, kind)) = line.strip_prefix("# TYPE ").and_then(|it| it.split_once(' '))
            {
                let (ending, kind) = match kind {
                    "counter" => ("_total", kind),
                    "info" => ("_info", "gauge"),
                    _ => ("", kind),
                };
                let help =
                    help.strip_prefix("# HELP ").and_then(|help| help.strip_prefix(name)).unwrap_or("");
                // Writing to a string does not fail.
                let _ = writeln!(classic, "# HELP {name}{ending}{help}\n# TYPE {name}{ending} {kind}");
            } else if !line.starts_with('#') {
                classic.push_str(line);
                classic.push('\n');
            }
        }
        classic
    }

    fn count_note(&self, note: &Note) {
        match note {
            Note::Watched { .. } => {
                self.attempts_watched.inc();
            }
            Note::Asked { attempt: _, kind, people } => {
                let people = u64::try_from(*people).unwrap_or(u64::MAX);
                self.challenges.count(kind.word());
                self.questions.count_many(kind.word(), people);
            }
            Note::QuestionArrived { attempt: _, after } => {
                self.challenge_to_question.observe(after.as_secs_f64());
            }
            Note::Answered { .. } => {
                self.answers.inc();
            }
            Note::Judged { attempt: _, after } => self.code_to_verdict.observe(after.as_secs_f64()),
            Note::WrongCode { .. } => {
                self.wrong_codes.inc();
            }
            Note::Ended { attempt: _, ending } => self.attempts_ended.count(ending),
            Note::UnknownState { .. } => self.incidents.count("unknown_state"),
            Note::KeyRefused => self.incidents.count("key_refused"),
            Note::UnusableLink { .. } => self.incidents.count("unusable_link"),
            Note::Linked { .. } => {
                self.links_made.inc();
            }
            Note::Unlinked { .. } => {
                self.links_ended.inc();
            }
            Note::Frozen { .. } => {
                self.freezes.inc();
            }
            Note::TrailBroken { .. } => self.incidents.count("trail_broken"),
            Note::NotAManager { .. } => self.incidents.count("not_a_manager"),
            Note::GroupIgnored { .. } => self.incidents.count("group_ignored"),
            Note::ButtonRefused { .. } => self.incidents.count("button_refused"),
            Note::ManagerUnreachable { .. } => self.incidents.count("manager_unreachable"),
            Note::Unreachable { .. } => self.incidents.count("person_unreachable"),
            Note::Rejected { .. } => self.incidents.count("message_rejected"),
            Note::Delivered { to: _, id: _, fate } => self.deliveries.count(match fate {
                DeliveryFate::Taken => "taken",
                DeliveryFate::Again => "again",
                DeliveryFate::GivenUp => "given_up",
            }),
            Note::Full { what: _ } => self.incidents.count("full"),
            // Before a sign-in begins, there is nothing to reckon.
            Note::ReadyAsked { .. }
            | Note::ReadyEnded { .. }
            | Note::Checking { .. }
            | Note::SessionDead { .. } => {}
            Note::NotStarted { account: _, ending } => self.reauthentications_not_started.count(ending),
        }
    }

    fn count_call<T>(&self, call: &'static str, result: &Result<T, Trouble>) {
        let outcome = result.as_ref().map_or_else(|trouble| outcome(*trouble), |_| "ok");
        self.account_api_answers.get_or_create(&[("call", call), ("outcome", outcome)]).inc();
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// Some of what is so at the moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figures {
    /// Messages that wait to be sent to Telegram.
    pub outbox_depth: u64,
    /// Updates with consequences that are still pending.
    pub updates_unsettled: u64,
    /// Calls of the account API that count within the last minute.
    pub budget_used: u64,
    /// Calls of the account API that a minute allows.
    pub budget_allowed: u64,
    /// What the store takes on disk, in bytes.
    pub store: u64,
    /// What its journal takes, in bytes.
    pub journal: u64,
}

/// What is so at the moment.
#[derive(Debug)]
struct Levels {
    open_attempts: Gauge,
    updates_unsettled: Gauge,
    outbox_depth: Gauge,
    looks_waiting: Gauge,
    account_api_answering: Gauge,
    telegram_answering: Gauge,
    budget_used: Gauge,
    budget_allowed: Gauge,
    store_size: Gauge,
    journal_size: Gauge,
    webhook_deliveries_waiting: Gauge,
}

impl Levels {
    fn new(to: &mut Registry) -> Self {
        let open_attempts = gauge(to, "open_attempts", "Attempts that are being watched");
        let updates_unsettled =
            gauge(to, "updates_unsettled", "Telegram updates with consequences that are still pending");
        let outbox_depth = gauge(to, "outbox_depth", "Messages that wait to be sent to Telegram");
        let looks_waiting =
            gauge(to, "looks_waiting", "Looks at attempts that wait for their turn within the budget");
        let account_api_answering =
            gauge(to, "account_api_answering", "Whether the account API answers and accepts the key: 1 or 0");
        let telegram_answering =
            gauge(to, "telegram_answering", "Whether Telegram answers and accepts the token: 1 or 0");
        let budget_used = gauge(
            to,
            "account_api_budget_used_calls",
            "Calls of the account API that count within the last minute, those of others included",
        );
        let budget_allowed =
            gauge(to, "account_api_budget_allowed_calls", "Calls of the account API that a minute allows");
        let store_size = bytes(to, "store_size", "What the store takes on disk, without its journal");
        let webhook_deliveries_waiting = gauge(
            to,
            "webhook_deliveries_waiting",
            "Things that endpoints have not been told yet, or have not taken",
        );
        let journal_size = bytes(to, "journal_size", "What the journal takes on disk");
        Self {
            open_attempts,
            updates_unsettled,
            outbox_depth,
            looks_waiting,
            account_api_answering,
            telegram_answering,
            budget_used,
            budget_allowed,
            store_size,
            journal_size,
            webhook_deliveries_waiting,
        }
    }
}

/// A counter for each word of a short list.
#[derive(Debug)]
struct Labelled {
    label: &'static str,
    counters: Family<[(&'static str, &'static str); 1], Counter>,
}

impl Labelled {
    fn new(registry: &mut Registry, label: &'static str, name: &str, help: &str) -> Self {
        let counters = Family::default();
        registry.register(name, help, counters.clone());
        Self { label, counters }
    }

    fn count(&self, word: &'static str) {
        self.count_many(word, 1);
    }

    fn count_many(&self, word: &'static str, many: u64) {
        self.counters.get_or_create(&[(self.label, word)]).inc_by(many);
    }
}

fn counter(registry: &mut Registry, name: &str, help: &str) -> Counter {
    let counter = Counter::default();
    registry.register(name, help, counter.clone());
    counter
}

fn gauge(registry: &mut Registry, name: &str, help: &str) -> Gauge {
    let gauge = Gauge::default();
    registry.register(name, help, gauge.clone());
    gauge
}

fn bytes(registry: &mut Registry, name: &str, help: &str) -> Gauge {
    let gauge = Gauge::default();
    registry.register_with_unit(name, help, Unit::Bytes, gauge.clone());
    gauge
}

fn waiting(registry: &mut Registry, name: &str, help: &str) -> Histogram {
    let histogram = Histogram::new(WAITING_BUCKETS);
    registry.register_with_unit(name, help, Unit::Seconds, histogram.clone());
    histogram
}

fn set(gauge: &Gauge, count: usize) {
    gauge.set(i64::try_from(count).unwrap_or(i64::MAX));
}

fn outcome(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unreachable => "unreachable",
        Trouble::Lost => "lost",
        Trouble::Refused => "refused",
        Trouble::NotFound => "not_found",
        Trouble::Gone => "gone",
        Trouble::NoCredentials => "no_credentials",
        Trouble::Throttled(_) => "throttled",
        Trouble::Declined => "declined",
    }
}

fn reason(why: Unshown) -> &'static str {
    match why {
        Unshown::ChatGone => "chat_gone",
        Unshown::MessageGone => "message_gone",
        Unshown::Rejected => "rejected",
    }
}
