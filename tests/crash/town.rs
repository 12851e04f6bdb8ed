//! The town: both simulators, everybody who lives there, and the process that is killed.

use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};
use twofa_bridge::model::record::{LinkRecord, PersonRecord, Starter};
use twofa_bridge::model::{AccountId, Change, Name, PersonId, Record, Seed, Timestamp};
use twofa_bridge::sandbox::account_api::AccountApi;
use twofa_bridge::sandbox::telegram::Telegram;
use twofa_bridge::store::{Places, Store};

use super::people::People;
use super::reckoning::{self, Figures};
use crate::whole::bridge::{Bridge, Ended, STOP_WITHIN};

/// Who lives there with an account of their own.
pub(super) const CREATORS: usize = 200;

/// Who starts sign-ins.
pub(super) const MANAGERS: usize = 10;

/// The numbers of people have nine digits, so that none is taken for a code.
const FIRST_CREATOR: i64 = 200_000_001;
const FIRST_MANAGER: i64 = 100_000_001;
const GROUP: i64 = -1_001_234_567_890;

/// The first number of an update. Six digits could be a code.
const FIRST_UPDATE: u32 = 700_000_001;

/// How often people look at their phones.
const GLANCE: Duration = Duration::from_millis(20);

/// How long nothing at all may come to its end, once nobody kills the bridge, before something is thought to be lost. A
/// code that waits until it is said for which account it is may keep back others for two minutes.
const STANDSTILL: Duration = Duration::from_secs(150);

/// One kill in so many comes while the bridge starts, and one while an answer is on its way to the account API.
const STARTS_DISTURBED: u32 = 4;
const ANSWERS_DISTURBED: u32 = 3;

/// How late such a kill comes after the account API has the answer, at most, in milliseconds.
const ANSWER: u64 = 30;

/// How late in a start such a kill comes at most.
const START: Duration = Duration::from_millis(150);

/// How long the other lives last, from the moment in which the port is open.
const LIFE: std::ops::Range<u64> = 150..1_400;

pub(crate) const API_KEY: &str = "the-api-key-of-the-whole-town";
pub(crate) const INTAKE_TOKEN: &str = "the-intake-token-of-the-whole-town";

/// Everything there is.
pub(crate) struct Town {
    pub(crate) api: AccountApi,
    pub(crate) telegram: Telegram,
    pub(super) people: People,
    /// Where in Telegram's history each life of the process ended.
    pub(super) kills: Vec<usize>,
    /// What was found in logs and files that must not be there.
    pub(crate) leaks: Vec<String>,
    pub(super) began: Instant,
    folder: TempDir,
    bridge: Option<Bridge>,
    /// Where the bridge listens, while it does.
    address: Arc<Mutex<Option<SocketAddr>>>,
    random: fastrand::Rng,
    /// What lives that are over have printed, if that is kept.
    printed: String,
    pub(crate) keeps_what_is_printed: bool,
}

impl Town {
    /// A town in which every creator is linked to their account, and no bridge runs.
    pub(crate) async fn new(seed: u64) -> Self {
        let api = AccountApi::serve(([127, 0, 0, 1], 0).into()).await.unwrap();
        api.set_key(API_KEY);
        api.switch(|switches| {
            switches.limits.org = Some(1_000_000);
            switches.limits.account_reads = None;
            switches.limits.account_writes = None;
            switches.max_wrong = 100;
        });
        let telegram = Telegram::serve(([127, 0, 0, 1], 0).into()).await.unwrap();
        let address = Arc::new(Mutex::new(None));
        let mut random = fastrand::Rng::with_seed(seed);
        let mut people = People::new(api.clone(), telegram.clone(), Arc::clone(&address), random.fork());
        for (id, index) in (FIRST_CREATOR..).zip(0..CREATORS) {
            people.move_in(id, index);
        }
        let managers: Vec<i64> = (FIRST_MANAGER..).take(MANAGERS).collect();
        for id in &managers {
            people.hire(*id);
        }
        // What they wrote to open the chat is older than anything that happens here.
        telegram.restart_update_ids(FIRST_UPDATE);
        telegram.group(GROUP, "Acme sign-ins", &managers);
        let folder = tempfile::tempdir().unwrap();
        let town = Self {
            people,
            kills: Vec::new(),
            leaks: Vec::new(),
            began: Instant::now(),
            folder,
            bridge: None,
            address,
            random,
            printed: String::new(),
            keeps_what_is_printed: false,
            api,
            telegram,
        };
        town.configure(&managers);
        town.link_everybody().await;
        town
    }

    fn configure(&self, managers: &[i64]) {
        let config = format!(
            r#"
            [telegram]
            token = "{token}"
            api_url = "{telegram}"

            [account_api]
            key = "{API_KEY}"
            base_url = "{api}"
            requests_per_minute = 100000

            [agency]
            name = "Acme"
            managers = {managers:?}
            chats = [{GROUP}]

            [store]
            path = "data"

            [http]
            listen = "127.0.0.1:0"
            intake_token = "{INTAKE_TOKEN}"

            [limits]
            reauth_interval = "1s"
            reauths_per_hour = 60
            reauths_per_day = 500
            wrong_codes_max = 10
            questions_per_hour = 1000
            email_cooldown = "1s"

            [pace]
            working = "200ms"
            asking = "1s"
            elsewhere = "300ms"

            [log]
            format = "json"
            "#,
            token = self.telegram.token(),
            telegram = self.telegram.api_url(),
            api = self.api.base_url(),
        );
        let path = self.folder.path().join("config.toml");
        std::fs::write(&path, config).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }

    /// Everybody has accepted an invitation, years ago.
    async fn link_everybody(&self) {
        let long_ago = Timestamp(1_600_000_000_000);
        let (store, _) = Store::open(&self.places()).unwrap();
        let changes = self.people.creators().flat_map(|(id, name, account)| {
            let person = PersonRecord {
                id: PersonId(id),
                name: Name::new(name),
                language: Some("en".to_owned()),
                chosen_language: None,
                menu: None,
                reachable: true,
                questions: Vec::new(),
                quiet: None,
                muted: None,
            };
            let link = LinkRecord {
                account: AccountId::parse(account).unwrap(),
                person: PersonId(id),
                invited_by: Starter::Operator,
                accepted_at: long_ago,
                mark: Some(Seed([9; 32]).mark(0)),
            };
            [Change::Put(Record::Person(person)), Change::Put(Record::Link(link))]
        });
        let committed = store.commit(changes.collect());
        committed.await.unwrap().unwrap();
        store.close().unwrap();
    }

    /// Every code that was sent.
    pub(crate) fn codes(&self) -> Vec<String> {
        self.people.codes().into_iter().map(str::to_owned).collect()
    }

    /// Everything that the bridge has printed in all its lives.
    pub(crate) fn printed(&self) -> &str {
        &self.printed
    }

    /// Asks the bridge's port; gives all of the answer.
    pub(crate) async fn asks(
        &self,
        request: impl FnOnce(&reqwest::Client, &str) -> reqwest::RequestBuilder,
    ) -> String {
        let answer = request(&reqwest::Client::new(), &self.url("")).send().await.unwrap();
        format!("{:?} {}", answer.headers().clone(), answer.text().await.unwrap())
    }

    /// The address of something at the bridge's port.
    pub(crate) fn url(&self, path: &str) -> String {
        let address = self.address.lock().unwrap().expect("it listens");
        format!("http://{address}{path}")
    }

    /// Runs another command of the program with the same config, and with more in its environment.
    pub(crate) async fn runs(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Ended {
        Bridge::run(self.home(), arguments, environment).await
    }

    /// Where the store is, by the config's defaults.
    pub(super) fn places(&self) -> Places {
        let home = self.home();
        Places {
            path: home.join("data"),
            journal: home.join("data.journal"),
            key_file: home.join("store.key"),
        }
    }

    /// The folder in which the process runs.
    pub(crate) fn home(&self) -> &Path {
        self.folder.path()
    }

    /// As many sign-ins as this are wanted within the next second.
    pub(crate) fn begin_sign_ins(&mut self, count: u32, story: u32) {
        for number in 0..count {
            self.people.wants_a_sign_in(story.wrapping_mul(count).wrapping_add(number));
        }
    }

    /// Starts the bridge, and waits until its port is open.
    pub(crate) async fn starts(&mut self) {
        self.start();
        self.listens().await;
    }

    fn start(&mut self) {
        assert!(self.bridge.is_none(), "it runs already");
        self.bridge = Some(Bridge::start(self.folder.path(), &["run"], &[]));
    }

    /// People go on with what they do until the port is open.
    async fn listens(&mut self) {
        let until = Instant::now() + STANDSTILL;
        let mut glances = interval(GLANCE);
        glances.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            glances.tick().await;
            self.people.glance();
            let log = self.bridge.as_ref().map(Bridge::log).unwrap_or_default();
            if let Some(rest) = log.split("Listening on http://").nth(1) {
                let address = rest.split('"').next().unwrap().parse().unwrap();
                *self.address.lock().unwrap() = Some(address);
                return;
            }
            assert!(Instant::now() < until, "the bridge does not start; its log:\n{log}");
        }
    }

    /// One life of the process: it starts, and some time later it is killed.
    pub(super) async fn lives_and_is_killed(&mut self) {
        if self.random.u32(0..STARTS_DISTURBED) == 0 {
            let late = self.random.u64(0..u64::try_from(START.as_millis()).unwrap());
            return self.is_started_and_killed(Duration::from_millis(late)).await;
        }
        self.starts().await;
        let length = Duration::from_millis(self.random.u64(LIFE));
        if self.random.u32(0..ANSWERS_DISTURBED) == 0 {
            self.lives_until_it_passes_an_answer_on(length).await;
            let late = if self.random.bool() { 0 } else { self.random.u64(0..ANSWER) };
            self.lives_for(Duration::from_millis(late)).await;
        } else {
            self.lives_for(length).await;
        }
        self.is_killed().await;
    }

    /// The account API has just got an answer, and whoever sent it does not know.
    async fn lives_until_it_passes_an_answer_on(&mut self, at_least: Duration) {
        self.lives_for(at_least).await;
        let answers = |api: &AccountApi| api.attempts().iter().map(|it| it.submissions.len()).sum::<usize>();
        let before = answers(&self.api);
        let until = Instant::now() + Duration::from_millis(LIFE.end);
        while Instant::now() < until {
            self.people.glance();
            if timeout(GLANCE, self.api.wait_until(|api| answers(api) > before)).await.is_ok() {
                return;
            }
        }
    }

    /// The process is killed so long after it was started.
    pub(super) async fn is_started_and_killed(&mut self, after: Duration) {
        self.start();
        self.lives_for(after).await;
        self.is_killed().await;
    }

    /// People go on with what they do, and the bridge, if it runs, with what it does.
    pub(crate) async fn lives_for(&mut self, length: Duration) {
        let until = Instant::now() + length;
        while Instant::now() < until {
            self.people.glance();
            tokio::time::sleep_until(until.min(Instant::now() + GLANCE)).await;
        }
    }

    /// SIGKILL, at this very moment.
    pub(crate) async fn is_killed(&mut self) {
        let ended = self.bridge.take().expect("it runs").kill().await;
        *self.address.lock().unwrap() = None;
        assert_eq!(ended.code, None, "it ended by itself before it was killed:\n{}", ended.stderr);
        self.examine(&ended.stdout, &ended.stderr);
        // What was on its way lands after the process is gone, and is still of that life.
        let until = Instant::now() + STOP_WITHIN;
        self.lives_for(GLANCE).await;
        while self.telegram.is_connected() {
            assert!(Instant::now() < until, "a connection of a process that is gone stays open");
            self.lives_for(GLANCE).await;
        }
        self.people.glance();
        self.kills.push(self.people.history_read());
    }

    /// Asks the bridge to stop, and it does.
    pub(crate) async fn stops(&mut self) {
        let bridge = self.bridge.take().expect("it runs");
        bridge.terminate();
        let ended = bridge.ends(STOP_WITHIN).await;
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        self.people.glance();
        self.examine(&ended.stdout, &ended.stderr);
    }

    /// What a life of the process has left behind holds no code.
    fn examine(&mut self, stdout: &str, stderr: &str) {
        assert_eq!(stdout, "", "it prints nothing");
        let codes = self.people.codes();
        if self.keeps_what_is_printed {
            self.printed.push_str(stderr);
        }
        self.leaks.extend(reckoning::leaks(&codes, stderr, self.home()));
    }

    /// Waits until every sign-in has come to its end and Telegram has nothing left to bring.
    pub(super) async fn comes_to_rest(&mut self) {
        let mut progress = self.people.progress();
        let mut until = Instant::now() + STANDSTILL;
        // The account API knows of an end before the bridge does.
        while !(self.people.are_idle()
            && self.telegram.unconfirmed().is_empty()
            && self.watches_nothing().await)
        {
            self.lives_for(GLANCE).await;
            let further = self.people.progress();
            if further != progress {
                progress = further;
                until = Instant::now() + STANDSTILL;
            }
            if Instant::now() > until {
                let log = self.bridge.as_ref().map(Bridge::log).unwrap_or_default();
                let lines: Vec<&str> = log.lines().collect();
                let last = lines.get(lines.len().saturating_sub(40)..).unwrap_or_default().join("\n");
                panic!(
                    "something is lost: this does not end, with {} updates not confirmed, the bridge {}:\n{}\n{last}",
                    self.telegram.unconfirmed().len(),
                    if self.watches_nothing().await { "at rest" } else { "not at rest" },
                    self.people.what_is_open()
                );
            }
        }
    }

    /// Whether the bridge runs, and says that no attempt is open.
    async fn watches_nothing(&self) -> bool {
        // It counts from its first look at its own readiness on.
        let readiness = self.asks(|client, address| client.get(format!("{address}/readyz"))).await;
        if readiness.contains("missing") {
            return false;
        }
        let metrics = self.asks(|client, address| client.get(format!("{address}/metrics"))).await;
        metrics.lines().any(|line| line == "twofa_bridge_open_attempts 0")
    }

    /// Goes through everything that happened.
    pub(super) fn reckon(self) -> Figures {
        reckoning::reckon(&self)
    }
}
