//! A world: the simulators, the people, the config, and the bridge between them.

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use expect_test::Expect;
use reqwest::StatusCode;
use serde_json::Value;
use tempfile::TempDir;
use tokio::time::{interval, timeout};
use twofa_bridge::sandbox::account_api::{AccountApi, AttemptView, Script};
use twofa_bridge::sandbox::people::Person;
use twofa_bridge::sandbox::telegram::{Bubble, Group, Telegram};

use super::bridge::{Bridge, Ended, STOP_WITHIN};
use super::ledger::{Ledger, calls, records};

/// How long anything that must happen may take. The longest rightful wait is for a call that times out, 10 s.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);

/// How often a question that cannot be followed is asked again.
const ASK_AGAIN: Duration = Duration::from_millis(10);

/// How many lines of the log are shown when a test fails.
const LAST_LINES: usize = 60;

pub(super) const INTAKE_TOKEN: &str = "the-intake-token-of-the-whole-world";
const API_KEY: &str = "the-api-key-of-the-whole-world";

/// The group that the config lists.
pub(super) const GROUP: i64 = -1_001_234;

/// Someone or something with a chat.
pub(super) trait Chat {
    /// Its number.
    fn number(&self) -> i64;
}

impl Chat for Person {
    fn number(&self) -> i64 {
        self.id()
    }
}

impl Chat for Group {
    fn number(&self) -> i64 {
        self.id()
    }
}

/// Everything there is. It must be ended with [`World::finish`].
pub(crate) struct World {
    pub(super) api: AccountApi,
    pub(super) telegram: Telegram,
    /// A manager who signs in.
    pub(super) sam: Person,
    /// A manager who invites, so that Sam's chat is quiet when a test begins.
    pub(super) rio: Person,
    /// Creators.
    pub(super) bella: Person,
    pub(super) carla: Person,
    /// The agency's group, with Sam in it.
    pub(super) group: Group,
    folder: TempDir,
    bridge: RefCell<Option<Bridge>>,
    address: Cell<Option<std::net::SocketAddr>>,
    /// The log of processes that have ended.
    log: RefCell<String>,
    ledger: Ledger,
    expected: RefCell<Vec<&'static str>>,
    passing: RefCell<Vec<&'static str>>,
    environment: Vec<(&'static str, &'static str)>,
    is_finished: Cell<bool>,
}

impl World {
    /// A world in which a bridge is ready: @bella is `acc_1`, @carla `acc_2`, and @dora `acc_3`, whose credentials
    /// are not stored. Nobody is linked.
    pub(super) async fn new() -> Self {
        Self::with(&[]).await
    }

    /// The same with changes to the config, as environment variables.
    pub(super) async fn with(environment: &[(&'static str, &'static str)]) -> Self {
        let world = Self::without_bridge(environment).await;
        world.starts().await;
        world
    }

    /// The same before the bridge is started.
    pub(super) async fn without_bridge(environment: &[(&'static str, &'static str)]) -> Self {
        let api = AccountApi::serve(([127, 0, 0, 1], 0).into()).await.unwrap();
        api.set_key(API_KEY);
        api.populate();
        api.switch(|switches| switches.limits.org = Some(100_000));
        let telegram = Telegram::serve(([127, 0, 0, 1], 0).into()).await.unwrap();
        let person = |id, name| telegram.person(id, name, Some("en"));
        let (sam, rio) = (person(1001, "Sam"), person(1003, "Rio"));
        let (bella, carla) = (person(2001, "Bella"), person(2002, "Carla"));
        let group = telegram.group(GROUP, "Acme sign-ins", &[1001]);
        let folder = tempfile::tempdir().unwrap();
        let world = Self {
            sam,
            rio,
            bella,
            carla,
            group,
            folder,
            bridge: RefCell::default(),
            address: Cell::default(),
            log: RefCell::default(),
            ledger: Ledger::default(),
            expected: RefCell::default(),
            passing: RefCell::default(),
            environment: environment.to_vec(),
            is_finished: Cell::default(),
            api,
            telegram,
        };
        world.configure();
        world
    }

    fn configure(&self) {
        let config = format!(
            r#"
            [telegram]
            token_file = "telegram.token"
            api_url = "{telegram}"

            [account_api]
            key_file = "account-api.key"
            base_url = "{api}"
            requests_per_minute = 60000

            [agency]
            name = "Acme"
            managers = [1001, 1003]
            chats = [{GROUP}]

            [store]
            path = "data"

            [http]
            listen = "127.0.0.1:0"
            intake_token_file = "intake.token"

            [limits]
            reauth_interval = "1s"

            [pace]
            working = "100ms"
            asking = "200ms"
            elsewhere = "100ms"

            [log]
            format = "json"
            "#,
            telegram = self.telegram.api_url(),
            api = self.api.base_url(),
        );
        self.write("config.toml", &config);
        for (file, what, secret) in [
            ("telegram.token", "the bot's token", self.telegram.token()),
            ("account-api.key", "the API key", API_KEY),
            ("intake.token", "the intake token", INTAKE_TOKEN),
        ] {
            self.writes_secret(file, what, secret);
        }
    }

    /// Writes a secret into a file, which is to be found nowhere else.
    pub(super) fn writes_secret(&self, file: &str, what: &'static str, secret: &str) {
        self.write(file, &format!("{secret}\n"));
        self.ledger.keep_secret(what, secret);
    }

    /// The folder with the config.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the store is.
    pub(super) fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// Writes a file into the folder with the config, for its owner alone.
    pub(super) fn write(&self, name: &str, content: &str) {
        let path = self.folder().join(name);
        std::fs::write(&path, content).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }

    /// A warning or an error with these words is expected in the log, as often as it comes, and at least once.
    pub(super) fn expects_in_the_log(&self, words: &'static str) {
        self.expected.borrow_mut().push(words);
    }

    /// A message with these words may be seen or not before it says something else.
    pub(super) fn passes(&self, words: &'static str) {
        self.passing.borrow_mut().push(words);
    }

    // The bridge.

    /// Runs another command of the program with the same config.
    pub(super) async fn runs(&self, arguments: &[&str]) -> Ended {
        self.runs_with(arguments, &[]).await
    }

    /// The same with more in its environment.
    pub(super) async fn runs_with(&self, arguments: &[&str], more: &[(&str, &str)]) -> Ended {
        let environment: Vec<(&str, &str)> =
            self.environment.iter().copied().chain(more.iter().copied()).collect();
        let ended = Bridge::run(self.folder(), arguments, &environment).await;
        self.log.borrow_mut().push_str(&ended.stderr);
        ended
    }

    /// Starts the bridge and waits until it is ready.
    pub(super) async fn starts(&self) {
        self.starts_unready().await;
        self.is_ready().await;
    }

    /// Starts the bridge and waits until its port is open.
    pub(super) async fn starts_unready(&self) {
        self.has_started(Bridge::start(self.folder(), &["run"], &self.environment)).await;
    }

    /// Starts the bridge on a disk that can be full, and waits until it is ready.
    pub(super) async fn starts_on_a_small_disk(&self) {
        self.has_started(Bridge::start_without_signal(self.folder(), &["run"], &self.environment)).await;
        self.is_ready().await;
    }

    /// The disk takes so much more of this file, in bytes.
    pub(super) fn disk_is_full(&self, file: &str, more: u64) {
        let length = std::fs::metadata(self.folder().join(file)).unwrap().len();
        self.bridge.borrow().as_ref().unwrap().limit_files(length + more);
    }

    async fn has_started(&self, mut bridge: Bridge) {
        let line = bridge.logs("Listening on http://").await;
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        self.address.set(Some(address.parse().unwrap()));
        *self.bridge.borrow_mut() = Some(bridge);
    }

    /// Waits until the bridge has logged this.
    pub(super) async fn logs(&self, words: &str) {
        let mut bridge = self.take_bridge();
        bridge.logs(words).await;
        *self.bridge.borrow_mut() = Some(bridge);
    }

    fn take_bridge(&self) -> Bridge {
        self.bridge.borrow_mut().take().expect("the bridge runs")
    }

    /// Ends the bridge at once.
    pub(super) async fn kills_the_bridge(&self) {
        let bridge = self.take_bridge();
        let ended = bridge.kill().await;
        self.log.borrow_mut().push_str(&ended.stderr);
        assert_eq!(ended.code, None, "it was killed");
    }

    /// Asks the bridge to stop; it does, in time, and says that all is well.
    pub(super) async fn stops_the_bridge(&self) {
        let bridge = self.take_bridge();
        bridge.terminate();
        let ended = bridge.ends(STOP_WITHIN).await;
        self.log.borrow_mut().push_str(&ended.stderr);
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        assert_eq!(ended.stdout, "");
    }

    /// Waits until the bridge has ended by itself.
    pub(super) async fn bridge_ends(&self, within: Duration) -> Ended {
        let ended = self.take_bridge().ends(within).await;
        self.log.borrow_mut().push_str(&ended.stderr);
        ended
    }

    /// How much memory the bridge holds, in kilobytes.
    pub(super) fn memory(&self) -> u64 {
        self.bridge.borrow().as_ref().expect("the bridge runs").memory()
    }

    /// What the bridge has logged, in all its lives.
    pub(super) fn log(&self) -> String {
        let running = self.bridge.borrow().as_ref().map(Bridge::log).unwrap_or_default();
        format!("{}{running}", self.log.borrow())
    }

    // HTTP.

    /// Asks the bridge's port.
    pub(super) async fn asks(&self, request: reqwest::RequestBuilder) -> (StatusCode, String) {
        let answer = request.send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        self.ledger.hear(&text);
        (status, text)
    }

    /// Gets something from the bridge's port.
    pub(super) async fn gets(&self, path: &str) -> (StatusCode, String) {
        self.asks(reqwest::Client::new().get(self.url(path)).bearer_auth(INTAKE_TOKEN)).await
    }

    /// Reads the stream of events, from after this one.
    pub(super) async fn streams(&self, after: Option<&str>) -> reqwest::Response {
        let mut request = reqwest::Client::new().get(self.url("/v1/events")).bearer_auth(INTAKE_TOKEN);
        if let Some(after) = after {
            request = request.header("last-event-id", after);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        answer
    }

    /// What the bridge tells the agency's system about an attempt.
    pub(super) async fn view(&self, attempt: &str) -> Value {
        let (status, text) = self.gets(&format!("/v1/attempts/{attempt}")).await;
        assert_eq!(status, StatusCode::OK, "{text}");
        serde_json::from_str(&text).unwrap()
    }

    /// Hands an attempt over as the agency's system does.
    pub(super) async fn hands_over(&self, body: &Value) -> (StatusCode, Value) {
        let request = reqwest::Client::new().post(self.url("/v1/attempts")).bearer_auth(INTAKE_TOKEN);
        let (status, text) = self.asks(request.json(body)).await;
        (status, serde_json::from_str(&text).unwrap())
    }

    /// Waits until the agency's system is told that an attempt has this status.
    pub(super) async fn comes_to_view(&self, attempt: &str, status: &str) {
        let mut again = interval(ASK_AGAIN);
        let waited = timeout(PATIENCE, async {
            while self.view(attempt).await["status"] != status {
                again.tick().await;
            }
        });
        assert!(waited.await.is_ok(), "{attempt} did not become {status}");
    }

    /// Waits until the metrics have this line.
    pub(super) async fn measures(&self, line: &str) {
        let mut again = interval(ASK_AGAIN);
        let mut last = String::new();
        let waited = timeout(PATIENCE, async {
            loop {
                again.tick().await;
                last = self.gets("/metrics").await.1;
                if last.lines().any(|it| it == line) {
                    return;
                }
            }
        });
        assert!(waited.await.is_ok(), "the metrics do not come to {line:?}; they are\n{last}");
    }

    /// The address of something at the bridge's port.
    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address.get().expect("the bridge listens"))
    }

    /// Waits until the bridge says that it is ready.
    pub(super) async fn is_ready(&self) {
        self.readiness("ready", |status, _| status == StatusCode::OK).await;
    }

    /// Waits until the bridge says that this is missing.
    pub(super) async fn is_not_ready(&self, words: &str) {
        let is_so = |status, text: &str| status == StatusCode::SERVICE_UNAVAILABLE && text.contains(words);
        self.readiness(words, is_so).await;
    }

    async fn readiness(&self, name: &str, is_so: impl Fn(StatusCode, &str) -> bool) {
        let mut again = interval(ASK_AGAIN);
        let mut last = String::new();
        let waited = timeout(PATIENCE, async {
            loop {
                again.tick().await;
                let (status, text) = self.gets("/readyz").await;
                if is_so(status, &text) {
                    return;
                }
                last = text;
            }
        });
        assert!(waited.await.is_ok(), "readiness did not become {name:?}; it is {last}");
    }

    // People.

    /// Waits until the bot has said this in a chat, and reads it.
    pub(super) async fn reads(&self, chat: &impl Chat, words: &str) -> Bubble {
        let chat = chat.number();
        let waited = self
            .telegram
            .wait_for(|telegram| self.ledger.unread(telegram, chat, words).is_some(), PATIENCE)
            .await;
        let Some(said) = self.ledger.unread(&self.telegram, chat, words) else {
            let unread = self.ledger.left_unread(&self.telegram, &[]).join("\n  ");
            panic!("nobody was told {words:?} in chat {chat} ({waited:?}); unread is:\n  {unread}");
        };
        self.ledger.tick(said.index);
        said.bubble
    }

    /// Whether the bot has said this in a chat, and nobody has read it.
    pub(super) fn has_unread(&self, chat: &impl Chat, words: &str) -> bool {
        self.ledger.unread(&self.telegram, chat.number(), words).is_some()
    }

    /// Presses a button and reads what pops up.
    pub(super) async fn presses(&self, person: &Person, bubble: &Bubble, label: &str, toast: &str) {
        person.press(bubble.message_id, label).unwrap();
        self.pops_up(person, toast).await;
    }

    /// Reads what pops up in answer to a press.
    pub(super) async fn pops_up(&self, person: &Person, words: &str) -> String {
        let find = |telegram: &Telegram| self.ledger.unread_toast(telegram, person.id(), words);
        let waited = self.telegram.wait_for(|telegram| find(telegram).is_some(), PATIENCE).await;
        let Some((index, text)) = find(&self.telegram) else {
            panic!("nothing like {words:?} popped up ({waited:?})")
        };
        self.ledger.tick(index);
        text
    }

    /// A creator sends a code, which from here on is to be found nowhere.
    pub(super) fn sends_code(&self, person: &Person, code: &str) -> i64 {
        self.keeps_secret(code);
        person.says(code)
    }

    /// This is a code, and from here on to be found nowhere.
    pub(super) fn keeps_secret(&self, code: &str) {
        self.ledger.keep_secret("a code", code);
    }

    /// The code that is right for the open attempt of an account.
    pub(super) fn code(&self, account: &str) -> String {
        self.api.expected_code(&self.attempt(account).id).expect("a code is waited for")
    }

    /// The last attempt of an account.
    pub(super) fn attempt(&self, account: &str) -> AttemptView {
        let attempts = self.api.attempts();
        attempts.into_iter().rfind(|attempt| attempt.account == account).expect("there is an attempt")
    }

    /// Waits until something holds of the account API.
    pub(super) async fn api_comes_to(&self, what: &str, condition: impl Fn(&AccountApi) -> bool) {
        assert!(self.api.wait_until(condition).await, "the account API did not come to this: {what}");
    }

    /// Rio invites somebody, who opens the link and accepts.
    pub(super) async fn enrols(&self, creator: &Person, handle: &str) {
        self.rio.says(&format!("/invite @{handle}"));
        let invitation = self.reads(&self.rio, "It works once").await;
        let word = self.invitation_word(&invitation.text);
        creator.start_bot(Some(&word));
        let question = self.reads(creator, &format!("be asked for the sign-in codes of @{handle}")).await;
        self.presses(creator, &question, "Accept", "Done.").await;
        self.reads(creator, &format!("You are linked to @{handle}")).await;
        self.reads(&self.rio, &format!("accepted and is linked to @{handle}")).await;
    }

    /// The word in an invitation link, which from here on is to be found nowhere.
    pub(super) fn invitation_word(&self, text: &str) -> String {
        let word =
            text.split_whitespace().find_map(|part| part.split_once("?start=")).expect("there is a link").1;
        self.ledger.keep_secret("an invitation's word", word);
        word.to_owned()
    }

    /// Sam starts a sign-in to @bella, `acc_1`, and Bella is asked; gives the question.
    pub(super) async fn asks_bella(&self, script: Script, kind: &str) -> Bubble {
        self.api.script_next("acc_1", script);
        self.sam.says("/reauth @bella");
        let question = self.reads(&self.bella, "Sam (Acme) is signing in to @bella").await;
        assert!(question.text.contains(kind), "{kind:?} is asked for: {}", question.text);
        self.reads(&self.sam, "waiting for").await;
        // People are slow.
        self.is_at_rest().await;
        question
    }

    /// Bella's attempt comes to its good end, and both are told.
    pub(super) async fn bella_is_connected(&self) {
        self.reads(&self.bella, "@bella is connected. Thank you!").await;
        self.reads(&self.sam, "connected in").await;
        assert_eq!(self.attempt("acc_1").state, "completed_success");
    }

    /// Waits until the bridge has dealt with everything that people did.
    pub(super) async fn is_settled(&self) {
        let settled = self.telegram.wait_for(Telegram::is_settled, PATIENCE).await;
        assert!(settled.is_ok(), "something stays unsettled: {:?}", self.telegram.unconfirmed());
    }

    /// Waits until the bridge has dealt with everything that people did, and all of it is on its disk.
    pub(super) async fn is_at_rest(&self) {
        self.is_settled().await;
        self.is_stored().await;
    }

    /// Waits until everything that the bridge has decided so far is on its disk: its answers come after that.
    pub(super) async fn is_stored(&self) {
        // The second one comes after what the first may have overtaken on its way.
        for _ in 0..2 {
            assert_eq!(self.gets("/v1/attempts/no-such-attempt").await.0, StatusCode::NOT_FOUND);
        }
    }

    /// Waits until the bridge has looked at an attempt several times.
    pub(super) async fn looks_several_times(&self, attempt: &str) {
        let looks = |api: &AccountApi| api.attempt(attempt).map_or(0, |attempt| attempt.looks);
        let before = looks(&self.api);
        self.api_comes_to("several looks", |api| looks(api) > before + 2).await;
    }

    // The end.

    /// Stops the bridge, and checks that nothing happened that the test did not see. What is to be left, in this
    /// order: the calls of the account API, and what is on the disk.
    pub(super) async fn finish(self, left: Expect) {
        self.comes_to_its_end().await;
        self.finish_stopped(left);
    }

    /// The same where nobody can say what is left, nor how often these words stand in the group.
    pub(super) async fn finish_whatever_is_left(self, words: &str) {
        self.comes_to_its_end().await;
        while let Some(said) = self.ledger.unread(&self.telegram, GROUP, words) {
            self.ledger.tick(said.index);
        }
        self.has_no_faults();
        self.is_finished.set(true);
    }

    async fn comes_to_its_end(&self) {
        self.is_ready().await;
        self.is_at_rest().await;
        let (status, _) = self.gets("/metrics").await;
        assert_eq!(status, StatusCode::OK);
        self.stops_the_bridge().await;
    }

    /// The same for a bridge that has ended already.
    #[expect(clippy::needless_pass_by_value, reason = "`expect!` makes one for this call alone")]
    pub(super) fn finish_stopped(self, left: Expect) {
        self.has_no_faults();
        let mut text = String::new();
        for line in calls(&self.api).into_iter().chain(["---".to_owned()]).chain(records(&self.data())) {
            writeln!(text, "{line}").unwrap();
        }
        left.assert_eq(&text);
        self.is_finished.set(true);
    }

    fn has_no_faults(&self) {
        assert!(self.bridge.borrow().is_none(), "the bridge has ended");
        let mut faults = Vec::new();
        let passing = self.passing.borrow();
        let unread = self.ledger.left_unread(&self.telegram, &passing);
        faults.extend(unread.into_iter().map(|text| format!("nobody has read, {text}")));
        let unconfirmed = self.telegram.unconfirmed();
        faults.extend(unconfirmed.iter().map(|update| format!("update {update} is not confirmed")));
        let spinning = self.telegram.unanswered_presses();
        faults.extend(spinning.iter().map(|(person, _)| format!("a press of {person} is not answered")));
        self.ledger.learn(&self.telegram, &self.api);
        faults.extend(self.ledger.leaks(&self.log.borrow(), &self.data()));
        let chats = [self.bella.id(), self.carla.id(), GROUP];
        faults.extend(self.ledger.codes_left_in_chats(&self.telegram, &chats));
        faults.extend(self.faults_of_the_log());
        assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    }

    /// Lines of the log that are no JSON, or that nobody expected; and expected ones that did not come.
    fn faults_of_the_log(&self) -> Vec<String> {
        let log = self.log.borrow();
        let expected = self.expected.borrow();
        let is_expected = |line: &str| expected.iter().any(|words| line.contains(words));
        let mut faults = Vec::new();
        for line in log.lines().filter(|line| !is_expected(line)) {
            let level = serde_json::from_str::<Value>(line)
                .ok()
                .and_then(|line| line.get("level").and_then(Value::as_str).map(str::to_owned));
            if !matches!(level.as_deref(), Some("TRACE" | "DEBUG" | "INFO")) {
                faults.push(format!("nobody expected in the log: {line}"));
            }
        }
        for name in ["Sam", "Rio", "Bella", "Carla"] {
            faults.extend(
                log.lines().filter(|line| line.contains(name)).map(|it| format!("a name is logged: {it}")),
            );
        }
        let missing = expected.iter().filter(|words| !log.contains(**words));
        faults.extend(missing.map(|words| format!("the log does not say {words:?}")));
        faults
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().collect();
            let last = lines.get(lines.len().saturating_sub(LAST_LINES)..).unwrap_or_default();
            #[expect(clippy::print_stderr, reason = "this is how a test that fails speaks")]
            let () = eprintln!("the last lines of the log:\n{}", last.join("\n"));
            return;
        }
        assert!(self.is_finished.get(), "a world must be ended with `finish`");
    }
}
