//! The demo as a process, with its page in a browser.

use tempfile::TempDir;

use super::chromium::{Browser, Screen, named, quoted};
use crate::whole::bridge::{Bridge, Ended, STOP_WITHIN};

/// The demo and who looks at it.
pub(super) struct Stage {
    demo: Bridge,
    pub(super) browser: Browser,
    pub(super) url: String,
    /// Where the demo keeps what it keeps.
    pub(super) folder: TempDir,
}

impl Stage {
    /// Starts the demo, and opens its page.
    pub(super) async fn on(screen: Screen) -> Stage {
        let folder = tempfile::tempdir().unwrap();
        let (demo, url) = start(&folder).await;
        let browser = Browser::open(&url, screen).await;
        let stage = Stage { demo, browser, url, folder };
        stage.browser.finds("//*[@id='live' and .='live']").await;
        stage
    }

    /// Asks the demo to stop, closes the browser, and waits for the end.
    pub(super) async fn ends(self) -> (Ended, TempDir) {
        self.browser.close().await;
        self.demo.terminate();
        (self.demo.ends(STOP_WITHIN).await, self.folder)
    }

    /// Turns to a view by the links at the top.
    pub(super) async fn turns_to(&self, view: &str) {
        // A badge behind the name counts what is new there.
        let link = format!("//nav//a[normalize-space(text())={}]", quoted(view));
        self.browser.clicks(&link).await;
    }

    /// The last thing that the bot has said on the phone of somebody is this.
    pub(super) async fn reads(&self, name: &str, words: &str) {
        self.turns_to(name).await;
        let said = format!("{}//li[contains(@class, 'other')]", phone(name));
        self.browser.finds(&format!("({said})[last()][contains(., {})]", quoted(words))).await;
    }

    /// Somebody presses a button on their phone: the last one with this name.
    pub(super) async fn presses(&self, name: &str, button: &str) {
        self.turns_to(name).await;
        let buttons = format!("{}//button[{}]", phone(name), named(button));
        self.browser.clicks(&format!("({buttons})[last()]")).await;
    }

    /// Somebody writes on their phone.
    pub(super) async fn writes(&self, name: &str, text: &str) {
        self.turns_to(name).await;
        self.browser.writes(&format!("Message on {}", full(name)), text).await;
    }

    /// The agency's system starts a sign-in that asks for these things, one after the other.
    pub(super) async fn starts(&self, account: &str, steps: &[&str]) {
        self.scripts(account, steps).await;
        self.browser.presses("//form[@id='start']", "Start it").await;
    }

    /// The next sign-in that the bridge starts will ask for these things.
    pub(super) async fn keeps(&self, account: &str, steps: &[&str]) {
        self.scripts(account, steps).await;
        self.browser.presses("//form[@id='start']", "Keep it for the next /reauth").await;
        self.browser.finds("//p[contains(., 'Next /reauth')]").await;
    }

    async fn scripts(&self, account: &str, steps: &[&str]) {
        self.turns_to("Account API").await;
        self.browser.chooses("start-account", account).await;
        for (place, id) in ["step-1", "step-2", "step-3"].iter().enumerate() {
            let step = steps.get(place).copied().unwrap_or("nothing more");
            self.browser.chooses(id, step).await;
            // There is a third place only after a second.
            if step == "nothing more" {
                break;
            }
        }
    }

    /// The newest sign-in is in this state.
    pub(super) async fn is_in_state(&self, state: &str) {
        self.turns_to("Account API").await;
        let newest =
            format!("//ul[@id='attempts']/li[1]//*[@class and normalize-space(.)={}]", quoted(state));
        self.browser.finds(&newest).await;
    }
}

/// Starts the demo; gives its page's address.
pub(super) async fn start(folder: &TempDir) -> (Bridge, String) {
    let temporary = folder.path().to_str().unwrap();
    let environment = [("TMPDIR", temporary), ("TWOFA_BRIDGE_LOG", "warn")];
    let mut demo = Bridge::start(folder.path(), &["demo"], &environment);
    let url = demo
        .waits_for("where its page is", |demo| {
            let printed = demo.printed();
            printed.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned)
        })
        .await;
    (demo, url)
}

/// The phone of somebody.
pub(super) fn phone(name: &str) -> String {
    let title = if name == "Group" { full(name).to_owned() } else { format!("{name}’s phone") };
    format!("//section[.//h2[.={}]]", quoted(&title))
}

fn full(name: &str) -> &str {
    if name == "Group" { "Acme sign-ins" } else { name }
}
