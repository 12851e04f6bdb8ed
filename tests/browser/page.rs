//! The demo's page, played.

use reqwest::StatusCode;

use super::chromium::{Browser, Screen, quoted};
use super::stage::{Stage, phone, start};

/// The dialog that a link button opens.
const OPENED: &str = "//dialog[@id='browser']";

/// The keys that a browser knows by these characters.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const UP: &str = "\u{e013}";

/// Gives what can be clicked or written in and reaches beyond the screen, unless one can scroll there.
const TOO_WIDE: &str = "
    const scrolls = (it) => it && (['auto', 'scroll'].includes(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
    const wide = [...document.querySelectorAll('button, input, select, a, h1, h2, p')].filter((it) => {
        const box = it.getBoundingClientRect();
        return box.width > 1 && !scrolls(it) && (box.left < 0 || box.right > innerWidth + 0.5);
    });
    return wide.map((it) => it.outerHTML.slice(0, 80));";

#[tokio::test]
async fn every_challenge_is_played_by_clicking_on_a_wide_screen() {
    every_challenge(Screen::Wide).await;
}

#[tokio::test]
async fn every_challenge_is_played_by_clicking_on_a_narrow_screen() {
    every_challenge(Screen::Narrow).await;
}

async fn every_challenge(screen: Screen) {
    let stage = Stage::on(screen).await;
    acceptance(&stage).await;
    sms(&stage).await;
    wrong_then_right(&stage).await;
    email(&stage).await;
    face(&stage).await;
    confirmation(&stage).await;
    chain(&stage).await;
    later(&stage).await;
    not_me(&stage).await;
    let foreign: Vec<String> =
        stage.browser.requested().await.into_iter().filter(|url| !url.starts_with(&stage.url)).collect();
    assert_eq!(foreign, Vec::<String>::new(), "the page asked somebody else");
    for view in ["Bella", "Carla", "Sam", "Group", "Account API", "Log"] {
        stage.turns_to(view).await;
        let too_wide = stage.browser.runs(TOO_WIDE).await;
        assert_eq!(too_wide, serde_json::json!([]), "{view} is wider than the screen");
    }

    let (ended, folder) = stage.ends().await;
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    let log: Vec<&str> = ended.stderr.lines().filter(|line| !line.contains("pressed Not me")).collect();
    assert_eq!(log, Vec::<&str>::new());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the demo has left something");
}

async fn acceptance(stage: &Stage) {
    stage.reads("Bella", "Sam (Acme) invites you").await;
    stage.presses("Bella", "Accept").await;
    stage.reads("Bella", "You are linked to @bella").await;
}

async fn sms(stage: &Stage) {
    stage.starts("@bella", &["an SMS code"]).await;
    stage.reads("Bella", "the code from the SMS").await;
    stage.presses("Bella", "Answer right for @bella").await;
    stage.reads("Bella", "@bella is connected").await;
    stage.browser.finds(&format!("{}//li[.='Your message was deleted']", phone("Bella"))).await;
    stage.is_in_state("completed_success").await;
}

async fn wrong_then_right(stage: &Stage) {
    stage.keeps("@carla", &["an authenticator code"]).await;
    stage.writes("Sam", "/reauth @carla").await;
    stage.reads("Sam", "waiting for the code from the authenticator app from Carla").await;
    stage.reads("Carla", "authenticator app").await;
    stage.presses("Carla", "Answer wrong for @carla").await;
    stage.reads("Carla", "You have 2 tries left").await;
    stage.reads("Sam", "2 tries left").await;
    stage.presses("Carla", "Answer right for @carla").await;
    stage.reads("Carla", "@carla is connected").await;
    stage.reads("Sam", "connected in").await;
}

async fn email(stage: &Stage) {
    stage.starts("@bella", &["an email code"]).await;
    stage.reads("Bella", "the code from the email").await;
    stage.presses("Bella", "Answer right for @bella").await;
    stage.reads("Bella", "@bella is connected").await;
}

async fn face(stage: &Stage) {
    stage.starts("@carla", &["a face check"]).await;
    stage.reads("Carla", "A face check is needed").await;
    stage.presses("Carla", "I have done it").await;
    stage.reads("Carla", "The face check is not finished yet").await;
    stage.presses("Carla", "Open face check").await;
    stage.browser.finds(&format!("{OPENED}//*[contains(., 'verify.sandbox.example/face/')]")).await;
    stage.browser.presses(OPENED, "Finish the face check").await;
    stage.browser.loses(OPENED).await;
    stage.presses("Carla", "I have done it").await;
    stage.reads("Carla", "@carla is connected").await;
}

async fn confirmation(stage: &Stage) {
    stage.starts("@bella", &["a confirmation on the phone"]).await;
    stage.reads("Bella", "Please confirm the sign-in").await;
    stage.presses("Bella", "Open the confirmation").await;
    stage.browser.presses(OPENED, "Confirm the sign-in").await;
    stage.is_in_state("completed_success").await;
    stage.browser.loses("//button[.='Open the confirmation']").await;
    stage.reads("Group", "connected in").await;
}

async fn chain(stage: &Stage) {
    stage.starts("@carla.vip", &["an email code", "an authenticator code", "an SMS code"]).await;
    for kind in ["the code from the email", "authenticator app", "the code from the SMS"] {
        stage.reads("Carla", kind).await;
        stage.presses("Carla", "Answer right for @carla.vip").await;
    }
    stage.reads("Carla", "@carla.vip is connected").await;
}

async fn later(stage: &Stage) {
    stage.starts("@bella", &["an SMS code"]).await;
    stage.reads("Bella", "the code from the SMS").await;
    stage.presses("Bella", "Later").await;
    stage.presses("Bella", "15 minutes").await;
    stage.reads("Bella", "I will ask again at").await;
    stage.presses("Bella", "Answer right for @bella").await;
    stage.reads("Bella", "@bella is connected").await;
}

async fn not_me(stage: &Stage) {
    stage.starts("@bella", &["an SMS code"]).await;
    stage.reads("Bella", "the code from the SMS").await;
    stage.presses("Bella", "Not me").await;
    stage.reads("Bella", "Nobody can start a sign-in to @bella").await;
    stage.reads("Sam", "Bella says that the sign-in to @bella").await;
    stage.starts("@bella", &["an SMS code"]).await;
    stage.browser.finds("//*[@id='notice' and contains(., 'The bridge did not take it')]").await;
    stage.presses("Bella", "Allow again").await;
    stage.reads("Bella", "@bella may be reconnected again").await;
}

#[tokio::test]
async fn messages_are_replied_to_edited_and_deleted() {
    let stage = Stage::on(Screen::Wide).await;
    let carla = phone("Carla");
    stage.starts("@carla", &["an SMS code"]).await;
    stage.reads("Carla", "the code from the SMS").await;
    stage.starts("@carla.vip", &["an SMS code"]).await;
    stage.browser.finds(&format!("{carla}//li[contains(., '@carla.vip.')][contains(., 'SMS')]")).await;

    // A reply finds the question that it quotes.
    let question = format!("{carla}//li[contains(., 'to @carla.')][contains(., 'the code from the SMS')]");
    stage.browser.clicks(&format!("{question}//button[.='Reply']")).await;
    stage.browser.finds(&format!("{carla}//div[contains(., 'Reply to: Night shift')]")).await;
    stage.browser.writes("Message on Carla", "I do not know").await;
    stage.reads("Carla", "I do not see a code in that").await;

    // An edited message is a new answer.
    let own = format!("{carla}//li[contains(., 'I do not know')][contains(@class, 'own')]");
    stage.browser.finds(&format!("{own}//*[contains(., 'Night shift')]")).await;
    stage.browser.clicks(&format!("{own}//button[.='Edit']")).await;
    stage.browser.writes("Message on Carla", "123456").await;
    stage.browser.finds(&format!("{carla}//li[contains(., 'You have 2 tries left')]")).await;

    stage.browser.writes("Message on Carla", "never mind").await;
    let own = format!("{carla}//li[contains(., 'never mind')][contains(@class, 'own')]");
    stage.browser.clicks(&format!("{own}//button[.='Delete']")).await;
    stage.browser.loses(&own).await;
    stage.ends().await;
}

#[tokio::test]
async fn what_goes_wrong_and_what_grows_old_is_to_order() {
    let stage = Stage::on(Screen::Wide).await;
    stage.browser.chooses("fault", "The next code meets an error (503)").await;
    stage.browser.presses("//form[@id='trouble']", "Inject").await;
    stage.browser.finds("//ul[@id='faults']/li[.='Account API: 1 more']").await;
    stage.starts("@carla", &["an authenticator code"]).await;
    stage.reads("Carla", "authenticator app").await;
    stage.presses("Carla", "Answer right for @carla").await;
    stage.reads("Carla", "@carla is connected").await;
    stage.browser.finds("//tr[contains(., 'PUT /v1/connect/login/')][contains(., '503')]").await;
    stage.browser.loses("//ul[@id='faults']/li").await;

    // A code that the authenticator shows no more.
    stage.starts("@carla.vip", &["an authenticator code"]).await;
    stage.reads("Carla", "authenticator app").await;
    let code = stage.browser.finds(&format!("{}//output", phone("Carla"))).await.text().await.unwrap();
    let attempt = "//ul[@id='attempts']/li[1]";
    stage.browser.presses(attempt, "turn the code over").await;
    stage.browser.loses(&format!("{}//output[.={}]", phone("Carla"), quoted(&code))).await;
    stage.writes("Carla", &code).await;
    stage.reads("Carla", "You have 2 tries left").await;
    stage.browser.presses(attempt, "expire").await;
    stage.is_in_state("expired").await;
    stage.reads("Carla", "@carla.vip").await;
    stage.browser.loses(&format!("{}//output", phone("Carla"))).await;
    stage.ends().await;
}

#[tokio::test]
async fn commands_are_offered_to_each_as_the_bot_has_set_them() {
    let stage = Stage::on(Screen::Wide).await;
    let command = |name: &str, command: &str| {
        let command = quoted(&format!("{command}: "));
        format!("{}//button[starts-with(@aria-label, {command})]", phone(name))
    };
    stage.browser.finds(&command("Bella", "/stop")).await;
    stage.browser.loses(&command("Bella", "/reauth")).await;
    stage.browser.finds(&command("Sam", "/reauth")).await;
    stage.browser.loses(&command("Sam", "/stop")).await;

    // Privacy mode shows the bot only what is written to it, which the menu takes care of.
    stage.keeps("@carla", &["an SMS code"]).await;
    stage.browser.clicks(&command("Group", "/reauth")).await;
    stage.browser.types("@carla").await;
    stage.browser.types(ENTER).await;
    stage.reads("Group", "waiting for the code from the SMS from Carla").await;
    stage.presses("Group", "Cancel").await;
    stage.reads("Group", "cancelled by Sam").await;
    stage.reads("Carla", "has cancelled the sign-in to @carla").await;
    stage.ends().await;
}

#[tokio::test]
async fn who_blocks_the_bot_is_not_reached() {
    let stage = Stage::on(Screen::Wide).await;
    stage.browser.clicks(&format!("{}//summary", phone("Carla"))).await;
    stage.presses("Carla", "Block the bot").await;
    stage.browser.finds("//tr[contains(., 'Carla blocks the bot')]").await;
    stage.starts("@carla", &["an SMS code"]).await;
    stage.reads("Group", "I cannot reach Carla").await;
    stage.browser.clicks(&format!("{}//summary", phone("Carla"))).await;
    stage.presses("Carla", "Unblock the bot").await;
    stage.browser.finds("//tr[contains(., 'Carla unblocks the bot')]").await;
    stage.ends().await;
}

#[tokio::test]
async fn the_log_shows_both_sides_and_no_code() {
    let stage = Stage::on(Screen::Wide).await;
    stage.starts("@carla", &["an SMS code"]).await;
    stage.reads("Carla", "the code from the SMS").await;
    let code = stage.browser.finds(&format!("{}//output", phone("Carla"))).await.text().await.unwrap();
    let code = code.replace(' ', "");
    assert_eq!(code.len(), 6);
    stage.writes("Carla", &format!("it is {code}")).await;
    stage.reads("Carla", "@carla is connected").await;
    for line in [
        "agency → bridge POST /v1/attempts att_1 for @carla 202",
        "Telegram → bridge message of Carla it is ••••••",
        r#"bridge → account API PUT /v1/connect/login/att_1 {"code":"••••••"} 200"#,
        "bridge → Telegram deleteMessage to Carla 200",
    ] {
        let words: Vec<String> = line.split(' ').map(|word| format!("[contains(., '{word}')]")).collect();
        stage.browser.finds(&format!("//tbody[@id='lines']/tr{}", words.concat())).await;
    }
    let log = stage.browser.finds("//section[@id='log']").await.html(true).await.unwrap();
    assert!(!log.contains(&code), "the log shows a code");
    stage.ends().await;
}

#[tokio::test]
async fn the_page_is_played_with_a_keyboard_alone() {
    let stage = Stage::on(Screen::Wide).await;
    let browser = &stage.browser;
    goes_to(browser, "Bella’s phone", "Accept").await;
    browser.types(ENTER).await;
    browser.finds(&format!("{}//li[contains(., 'You are linked to @bella')]", phone("Bella"))).await;
    goes_to(browser, "Account API", "Start it").await;
    browser.types(ENTER).await;
    browser.finds(&format!("{}//li[contains(., 'the code from the SMS')]", phone("Bella"))).await;

    // From message to message with the arrows, and from the message to what can be done with it.
    goes_to(browser, "Bella’s phone", "Chat on Bella").await;
    browser.types(UP).await;
    goes_to(browser, "Bella’s phone", "Reply").await;
    browser.types(ENTER).await;
    browser.types("no code").await;
    browser.types(ENTER).await;
    browser.finds(&format!("{}//li[contains(., 'I do not see a code')]", phone("Bella"))).await;

    goes_to(browser, "Bella’s phone", "Answer right for @bella").await;
    browser.types(ENTER).await;
    browser.finds(&format!("{}//li[contains(., '@bella is connected')]", phone("Bella"))).await;
    stage.ends().await;
}

/// Presses Tab until the focus is on what has this name in this region, and can be seen there.
async fn goes_to(browser: &Browser, region: &str, name: &str) {
    const MOST_KEYS: usize = 200;
    let focused = "const it = document.activeElement;
        const region = it.closest('section')?.querySelector('h2')?.textContent ?? '';
        const outline = getComputedStyle(it).outlineStyle;
        return [region, it.getAttribute('aria-label') ?? it.textContent.trim(), outline]";
    let mut passed = Vec::new();
    for _ in 0..MOST_KEYS {
        browser.types(TAB).await;
        let here = browser.runs(focused).await;
        if here[0] == region && here[1] == name {
            assert_ne!(here[2], "none", "one cannot see that {name} has the focus");
            return;
        }
        passed.push(here[1].as_str().unwrap_or_default().to_owned());
    }
    panic!("Tab does not lead to {name} in {region}, but to {passed:?}");
}

#[tokio::test]
async fn a_screen_reader_finds_a_name_for_everything() {
    let stage = Stage::on(Screen::Wide).await;
    stage.starts("@carla", &["an SMS code"]).await;
    stage.reads("Carla", "the code from the SMS").await;
    let spoken = stage.browser.spoken().await;
    for it in spoken.iter().filter(|it| it.can_have_focus) {
        // Messages have words instead.
        let is_named = !it.name.trim().is_empty() || it.role == "listitem" || it.role == "RootWebArea";
        assert!(is_named, "a {} has no name", it.role);
    }
    for (role, name) in [
        ("heading", "twofa-bridge"),
        ("navigation", "Go to"),
        ("region", "Bella’s phone"),
        ("region", "Acme sign-ins"),
        ("log", "Chat on Carla"),
        ("textbox", "Message on Carla"),
        ("button", "Send on Carla"),
        ("button", "Answer right for @carla"),
        ("button", "Not me"),
        ("region", "Account API"),
        ("form", "Start a sign-in"),
        ("combobox", "Account"),
        ("combobox", "What goes wrong"),
        ("button", "Start it"),
        ("list", "Sign-ins"),
        ("region", "Requests, the newest last"),
    ] {
        let is_there = spoken.iter().any(|it| it.role == role && it.name == name);
        assert!(is_there, "there is no {role} called {name} among {spoken:#?}");
    }
    stage.ends().await;
}

#[tokio::test]
async fn all_words_can_be_read_in_the_light_and_in_the_dark() {
    let stage = Stage::on(Screen::Wide).await;
    stage.starts("@carla", &["an SMS code"]).await;
    stage.reads("Carla", "the code from the SMS").await;
    stage.presses("Carla", "Answer wrong for @carla").await;
    stage.reads("Carla", "You have 2 tries left").await;
    stage.starts("@carla.vip", &["a face check"]).await;
    stage.presses("Carla", "Open face check").await;
    for is_dark in [false, true] {
        if is_dark {
            stage.browser.turns_dark().await;
        }
        stage.browser.can_be_read(100).await;
    }
    stage.browser.presses(OPENED, "Back to the chat").await;
    stage.ends().await;
}

#[tokio::test]
async fn the_page_is_closed_to_other_sites() {
    let folder = tempfile::tempdir().unwrap();
    let (demo, url) = start(&folder).await;
    let http = reqwest::Client::new();
    let answer = http.get(&url).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    for part in ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");

    // By a name of somebody else that leads here.
    let answer = http.get(&url).header("host", "evil.example").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST);
    // As a form of another site is sent.
    let act = format!("{url}act");
    let body = r#"{"do":"clear_faults"}"#;
    let answer = http.post(&act).header("content-type", "text/plain").body(body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let answer = http.post(&act).header("content-type", "application/json").body(body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers().get("access-control-allow-origin"), None);
    demo.terminate();
    assert_eq!(demo.ends(crate::whole::bridge::STOP_WITHIN).await.code, Some(0));
}

#[tokio::test]
async fn the_demo_ends_at_control_c_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (demo, _) = start(&folder).await;
    demo.interrupt();
    let ended = demo.ends(crate::whole::bridge::STOP_WITHIN).await;
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the demo has left something");
}

#[tokio::test]
async fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = tempfile::tempdir().unwrap();
    let environment = [("TMPDIR", folder.path().to_str().unwrap())];
    let arguments = ["demo", "--port", &port];
    let ended = crate::whole::bridge::Bridge::run(folder.path(), &arguments, &environment).await;
    assert_eq!(ended.code, Some(1));
    assert!(ended.stderr.contains(&format!("cannot listen on port {port}")), "{}", ended.stderr);
    assert!(ended.stderr.contains("choose another --port"), "{}", ended.stderr);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the demo has left something");
}
