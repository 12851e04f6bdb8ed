//! The status page in a browser: on a desk and on a small phone, in the light and in the dark, and as a screen reader
//! finds it.

use expect_test::expect;
use reqwest::StatusCode;
use serde_json::json;
use twofa_bridge::model::AttemptId;
use twofa_bridge::sandbox::account_api::{Call, Fault, FaultKind, Script};

use super::World;
use crate::browser::chromium::{Browser, Screen};

/// How many texts the page has at least.
const TEXTS: u64 = 30;

/// What the page is read on, and how many pixels that is wide.
const SCREENS: [(Screen, u64); 2] = [(Screen::Wide, 1_500), (Screen::Narrow, 360)];

#[tokio::test]
async fn the_status_page_is_read_on_a_desk_and_on_a_phone() {
    let world = World::new().await;
    let address = world.url("/");
    let browser = Browser::open(&address, Screen::Wide).await;
    browser.finds("//section[h2='Open sign-ins'][p='None.']").await;
    world.enrols(&world.bella, "bella").await;
    world.asks_bella(Script::app(), "your authenticator app").await;
    browser.opens(&address).await;
    browser.finds("//h1[.='twofa-bridge is ready']").await;
    for part in ["Store", "Telegram", "Account API"] {
        browser.finds(&format!("//tr[th='{part}'][td='well'][contains(td[2], ' s')]")).await;
    }
    let row = "//tr[th='acc_1'][td='att_1'][td='needs_app_otp'][td='asking'][contains(td[4], ' s')]";
    browser.finds(row).await;
    for (screen, width) in SCREENS {
        browser.turns_to(screen).await;
        browser.fits(width).await;
        is_spoken(&browser).await;
    }
    browser.can_be_read(TEXTS).await;
    browser.turns_dark().await;
    browser.can_be_read(TEXTS).await;
    let page = browser.runs("return document.documentElement.outerHTML").await.to_string();
    for forbidden in ["Bella", "bella", "Sam", "Rio", "2001", "1001", world.telegram.token()] {
        assert!(!page.contains(forbidden), "{forbidden} stands on the page:\n{page}");
    }
    for url in browser.requested().await {
        assert_eq!(url, address, "the page asked for something else");
    }
    browser.close().await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    world
        .finish(expect![[r#"
            POST /v1/accounts/acc_1/reauthenticate 200
            PUT /v1/connect/login/att_1 200
            ---
            1 × account
            1 × attempt (Connected)
            1 × link
            3 × person
        "#]])
        .await;
}

/// A screen reader is told what each part is called, and which row and column a cell is in.
async fn is_spoken(browser: &Browser) {
    let spoken = browser.spoken().await;
    for (role, name) in [
        ("main", ""),
        ("heading", "twofa-bridge is ready"),
        ("heading", "Open sign-ins"),
        ("region", "Parts"),
        ("region", "Open sign-ins"),
        ("region", "Figures"),
        ("table", "Parts"),
        ("table", "Open sign-ins"),
        ("table", "Figures"),
        ("columnheader", "The API says"),
        ("columnheader", "For"),
        ("rowheader", "Telegram"),
        ("rowheader", "acc_1"),
        ("cell", "needs_app_otp"),
        ("contentinfo", ""),
        ("link", "Metrics"),
        ("link", "readiness"),
    ] {
        let is_there = spoken.iter().any(|it| it.role == role && it.name == name);
        assert!(is_there, "there is no {role} called {name:?} among {spoken:#?}");
    }
}

#[tokio::test]
async fn the_status_page_names_the_side_that_does_not_answer() {
    let world = World::new().await;
    let address = world.url("/");
    // It may have to wait for its turn: the bridge looks less often the longer nobody answers.
    let browser = Browser::open(&address, Screen::Wide).await;
    world.api.inject(Fault::on(Call::Any, FaultKind::ResetBefore).until_cleared());
    // As long as an id may be, and nothing in it at which a line could end.
    let attempt = "x".repeat(AttemptId::MOST);
    let body = json!({ "attempt_id": attempt, "account": "acc_1", "started_by": "Sam" });
    let (status, _) = world.hands_over(&body).await;
    assert_eq!(status, StatusCode::ACCEPTED);
    world.is_not_ready("the account API does not answer").await;
    world.reads(&world.group, "The account API does not answer at the moment. I keep trying.").await;
    browser.opens(&address).await;
    browser.finds("//h1[.='twofa-bridge is not ready']").await;
    browser.finds("//tr[th='Account API'][td='the account API does not answer']").await;
    browser.finds("//tr[th='Telegram'][td='well']").await;
    browser.finds(&format!("//tr[th='acc_1'][td='{attempt}'][td='not looked at yet']")).await;
    for (screen, width) in SCREENS {
        browser.turns_to(screen).await;
        browser.fits(width).await;
        browser.can_be_read(TEXTS).await;
    }
    browser.close().await;
    world.api.clear_faults();
    world.is_ready().await;
    world.reads(&world.group, "the account API does not know this sign-in (404)").await;
    // How often it was looked before the API answered again is a matter of luck.
    world.finish_whatever_is_left("the account API does not know this sign-in (404)").await;
}
