//! A headless Chromium, one for each test, driven through its `WebDriver`.
//!
//! What is not there yet is waited for; what never comes fails the test with what the page says instead.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, sleep};

/// How long anything on a page may take. It ends early whenever it can.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often it is looked again.
const LOOK_INTERVAL: Duration = Duration::from_millis(50);

/// How many browsers run at once: each is several processes.
static TURNS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));

/// What to do where there is no browser.
const INSTALL: &str = "the pages are tested in a real browser: apt-get install chromium chromium-driver";

/// Gives what is wider than its place, or than the screen.
const SPILLING: &str = "
    const spills = (it) => it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== 'inline';
    const leaves = (it) => it.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5;
    const wide = [...document.querySelectorAll('html, html *')].filter((it) =>
        it.checkVisibility() && it.clientWidth > 1 && (spills(it) || leaves(it)));
    return [document.documentElement.clientWidth, wide.map((it) => it.outerHTML.slice(0, 80))];";

/// Gives the words that are hard to read: less than 4.5 times as light as what they stand on, or the other way round.
const HARD_TO_READ: &str = "
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const read = (color) => {
        paint.clearRect(0, 0, 1, 1);
        paint.fillStyle = color;
        paint.fillRect(0, 0, 1, 1);
        return [...paint.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => [r, g, b].map((it) => it / 255)
        .map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)
        .reduce((sum, it, at) => sum + it * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (it) => {
        const color = read(getComputedStyle(it).backgroundColor);
        return color[3] === 255 || !it.parentElement ? color : ground(it.parentElement);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const hard = [];
    let seen = 0;
    while (walker.nextNode()) {
        const it = walker.currentNode.parentElement;
        const words = walker.currentNode.textContent.trim();
        if (!words || !it.checkVisibility({ visibilityProperty: true }) || it.closest('.unseen, .avatar')) continue;
        seen += 1;
        const [one, other] = [light(read(getComputedStyle(it).color)), light(ground(it))].sort((a, b) => b - a);
        const contrast = (one + 0.05) / (other + 0.05);
        if (contrast < 4.5) hard.push(`${words.slice(0, 40)}: ${contrast.toFixed(2)}`);
    }
    return [seen, hard, matchMedia('(prefers-color-scheme: dark)').matches];";

/// What the page is looked at on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Screen {
    /// A desk.
    Wide,
    /// A small phone.
    Narrow,
}

/// A browser that shows one page.
pub(crate) struct Browser {
    client: Client,
    driver: Child,
    /// The browser's own process.
    process: u64,
    /// Where the driver takes the session's commands.
    session: String,
    http: reqwest::Client,
    _profile: TempDir,
    _turn: SemaphorePermit<'static>,
}

/// Something on a page as a screen reader is told of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Spoken {
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) can_have_focus: bool,
}

impl Browser {
    /// Starts a browser and opens a page in it.
    pub(crate) async fn open(url: &str, screen: Screen) -> Browser {
        let turn = TURNS.acquire().await.unwrap();
        let profile = tempfile::tempdir().unwrap();
        let (driver, port) = start_driver();
        let capabilities = json!({
            "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
            "goog:chromeOptions": {
                "binary": program(&["chromium", "chromium-browser", "google-chrome"]),
                "args": [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    format!("--user-data-dir={}", profile.path().display()),
                ],
            },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let driver_url = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connected = builder.capabilities(capabilities).connect(&driver_url).await;
        let client = connected.unwrap_or_else(|error| panic!("no browser: {error}; {INSTALL}"));
        let told = client.capabilities().and_then(|capabilities| capabilities.get("goog:processID"));
        let process = told.and_then(Value::as_u64).unwrap();
        let id = client.session_id().await.unwrap().unwrap();
        let browser = Browser {
            client,
            driver,
            process,
            session: format!("{driver_url}/session/{id}"),
            http: reqwest::Client::new(),
            _profile: profile,
            _turn: turn,
        };
        browser.turns_to(screen).await;
        browser.opens(url).await;
        browser
    }

    /// Opens a page, or the same anew.
    pub(crate) async fn opens(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// Shows the page as on this screen.
    pub(crate) async fn turns_to(&self, screen: Screen) {
        let (width, height) = match screen {
            Screen::Wide => (1500, 950),
            Screen::Narrow => (360, 780),
        };
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": screen == Screen::Narrow,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Ends the browser. What the page complained about fails the test.
    pub(crate) async fn close(self) {
        let log = self.complaints().await;
        assert_eq!(log, Vec::<String>::new(), "the page complained");
        self.client.clone().close().await.unwrap();
    }

    /// Waits until there is something that an `XPath` finds and that one can see; gives it.
    pub(crate) async fn finds(&self, xpath: &str) -> Element {
        let until = Instant::now() + PATIENCE;
        loop {
            for element in self.client.find_all(Locator::XPath(xpath)).await.unwrap() {
                // It may be gone again by the time it is asked.
                if element.is_displayed().await.unwrap_or(false) {
                    return element;
                }
            }
            assert!(Instant::now() < until, "there is no {xpath}; the page says:\n{}", self.says().await);
            sleep(LOOK_INTERVAL).await;
        }
    }

    /// Waits until an `XPath` finds nothing that one can see.
    pub(crate) async fn loses(&self, xpath: &str) {
        let until = Instant::now() + PATIENCE;
        while self.shows(xpath).await {
            assert!(Instant::now() < until, "there is still {xpath}; the page says:\n{}", self.says().await);
            sleep(LOOK_INTERVAL).await;
        }
    }

    /// Whether an `XPath` finds something that one can see.
    async fn shows(&self, xpath: &str) -> bool {
        for element in self.client.find_all(Locator::XPath(xpath)).await.unwrap() {
            if element.is_displayed().await.unwrap_or(false) {
                return true;
            }
        }
        false
    }

    /// Clicks as a mouse does: what is covered by something else cannot be clicked.
    pub(crate) async fn clicks(&self, xpath: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.finds(xpath).await.click().await {
                Ok(()) => return,
                // It was drawn anew, or something passed over it.
                Err(error) if Instant::now() > until => panic!("{xpath} cannot be clicked: {error}"),
                Err(_) => sleep(LOOK_INTERVAL).await,
            }
        }
    }

    /// Clicks the button with this name, below what an `XPath` finds.
    pub(crate) async fn presses(&self, within: &str, name: &str) {
        self.clicks(&format!("{within}//button[{}]", named(name))).await;
    }

    /// Types into a field with this label, and presses Enter.
    pub(crate) async fn writes(&self, label: &str, text: &str) {
        let field = self.finds(&format!("//input[@aria-label={}]", quoted(label))).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
        field.send_keys("\u{e007}").await.unwrap();
    }

    /// Chooses from a list by what it says.
    pub(crate) async fn chooses(&self, id: &str, option: &str) {
        self.finds(&format!("//select[@id={}]", quoted(id))).await.select_by_label(option).await.unwrap();
    }

    /// Presses keys where the focus is.
    pub(crate) async fn types(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Runs a script in the page.
    pub(crate) async fn runs(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Everything that can be read on the page.
    pub(crate) async fn says(&self) -> String {
        self.runs("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Nothing reaches beyond a screen of this width, or beyond its place on it, so that one never scrolls sideways.
    pub(crate) async fn fits(&self, width: u64) {
        assert_eq!(self.runs(SPILLING).await, json!([width, []]), "this is too wide");
    }

    /// There are more texts than this, and each is light or dark enough against what it stands on.
    pub(crate) async fn can_be_read(&self, more_than: u64) {
        let read = self.runs(HARD_TO_READ).await;
        assert!(read[0].as_u64() > Some(more_than), "{read}");
        assert_eq!(read[1], json!([]), "hard to read where it is dark: {}", read[2]);
    }

    /// Shows the page as on a device whose owner likes it dark.
    pub(crate) async fn turns_dark(&self) {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        self.devtools("Emulation.setEmulatedMedia", dark).await;
    }

    /// Every request that the page has made since this was last asked.
    pub(crate) async fn requested(&self) -> Vec<String> {
        let mut requested = Vec::new();
        for entry in self.log("performance").await {
            let message: Value = serde_json::from_str(entry["message"].as_str().unwrap()).unwrap();
            let message = &message["message"];
            // What the browser shows before it has opened a page asks for its own parts.
            let is_of_page =
                !message["params"]["documentURL"].as_str().unwrap_or_default().starts_with("chrome:");
            if message["method"] == "Network.requestWillBeSent" && is_of_page {
                requested.push(message["params"]["request"]["url"].as_str().unwrap().to_owned());
            }
        }
        requested
    }

    /// What a screen reader is told of, in its order.
    pub(crate) async fn spoken(&self) -> Vec<Spoken> {
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().unwrap().iter().filter(|node| node["ignored"] != true);
        let text = |node: &Value, key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
        nodes
            .map(|node| Spoken {
                role: text(node, "role"),
                name: text(node, "name"),
                can_have_focus: node["properties"].as_array().is_some_and(|properties| {
                    properties.iter().any(|it| it["name"] == "focusable" && it["value"]["value"] == true)
                }),
            })
            .collect()
    }

    /// What the page has complained about since this was last asked, apart from the end of whoever served it.
    async fn complaints(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        entries.iter().map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let answer = self.command("se/log", json!({ "type": kind })).await;
        answer.as_array().cloned().unwrap_or_default()
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// A command of this driver alone.
    async fn command(&self, path: &str, body: Value) -> Value {
        let answer = self.http.post(format!("{}/{path}", self.session)).json(&body).send().await.unwrap();
        let status = answer.status();
        let mut answer: Value = answer.json().await.unwrap();
        assert!(status.is_success(), "{path}: {answer}");
        answer["value"].take()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser has ended already, unless the test fails; its driver would leave it behind.
        let end = format!("kill -KILL {} {}", self.process, self.driver.id());
        let _ = Command::new("sh").args(["-c", &end]).stderr(Stdio::null()).status();
        let _ = self.driver.wait();
    }
}

/// The condition of an `XPath` that something has this name.
pub(crate) fn named(name: &str) -> String {
    let name = quoted(name);
    format!("@aria-label={name} or (not(@aria-label) and normalize-space(.)={name})")
}

/// A text in an `XPath`.
pub(crate) fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "{text} has quotation marks");
    format!("\"{text}\"")
}

/// Where one of these programs is.
fn program(names: &[&str]) -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut files = names.iter().flat_map(|name| std::env::split_paths(&path).map(move |at| at.join(name)));
    let found = files.find(|file| file.is_file());
    found.unwrap_or_else(|| panic!("there is no {}; {INSTALL}", names.join(", "))).display().to_string()
}

/// Starts a driver on a free port; gives the port.
fn start_driver() -> (Child, u16) {
    let mut driver = Command::new(program(&["chromedriver"]))
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
    let port = loop {
        let line = lines.next().expect("the driver says where it listens").unwrap();
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            break port.trim_end_matches('.').parse().unwrap();
        }
    };
    // Nobody reads on; what it still prints must not stop it.
    std::thread::spawn(move || lines.for_each(drop));
    (driver, port)
}
