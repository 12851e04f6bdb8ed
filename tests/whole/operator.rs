//! What whoever runs the bridge sees of it: metrics, the status page.

use expect_test::expect;
use twofa_bridge::sandbox::account_api::Script;

use super::World;

#[tokio::test]
async fn a_sign_in_shows_in_the_metrics_with_its_waiting_times() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    world.measures("twofa_bridge_challenge_to_question_seconds_count 0").await;
    world.asks_bella(Script::app(), "your authenticator app").await;
    world.measures("twofa_bridge_challenge_to_question_seconds_count 1").await;
    world.measures("twofa_bridge_code_to_verdict_seconds_count 0").await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.bella_is_connected().await;
    for line in [
        "twofa_bridge_challenge_to_question_seconds_count 1",
        "twofa_bridge_code_to_verdict_seconds_count 1",
        "twofa_bridge_questions_total{challenge=\"app\"} 1",
        "twofa_bridge_answers_total 1",
        "twofa_bridge_attempts_ended_total{ending=\"connected\"} 1",
        "twofa_bridge_telegram_answering 1",
        "twofa_bridge_account_api_budget_allowed_calls 60000",
    ] {
        world.measures(line).await;
    }
    let (_, metrics) = world.gets("/metrics").await;
    let value = |name: &str| {
        let mut values =
            metrics.lines().filter_map(|line| line.strip_prefix(name)?.trim().parse::<f64>().ok());
        values.next().unwrap_or_else(|| panic!("no {name} in {metrics}"))
    };
    for name in ["store_size_bytes", "journal_size_bytes", "account_api_budget_used_calls"] {
        assert!(value(&format!("twofa_bridge_{name} ")) > 0.0, "{name}");
    }
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

#[tokio::test]
async fn the_status_page_follows_a_sign_in_and_names_nobody() {
    let world = World::new().await;
    world.enrols(&world.bella, "bella").await;
    let (_, page) = world.gets("/").await;
    assert!(page.contains("twofa-bridge is ready") && page.contains("<p>None.</p>"), "{page}");
    world.asks_bella(Script::app(), "your authenticator app").await;
    let (_, page) = world.gets("/").await;
    let row = "<th scope=\"row\">acc_1</th><td>att_1</td><td>needs_app_otp</td><td>asking</td>";
    assert!(page.contains(row), "{page}");
    let code = world.code("acc_1");
    world.sends_code(&world.bella, &code);
    world.bella_is_connected().await;
    let (_, page) = world.gets("/").await;
    assert!(page.contains("<p>None.</p>"), "{page}");
    for forbidden in ["Bella", "Sam", "bella", &code] {
        assert!(!page.contains(forbidden), "{forbidden} stands in {page}");
    }
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
