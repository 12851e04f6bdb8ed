//! The other commands of the program: `invite`, `demo` and `sandbox`.

use expect_test::expect;
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::World;
use super::bridge::{Bridge, STOP_WITHIN};

#[tokio::test]
async fn an_invitation_from_the_command_line_works_whether_the_bridge_runs_or_not() {
    let world = World::new().await;
    // No manager has opened a chat with the bot.
    world.expects_in_the_log("Alerts do not reach manager");
    let ended = world.runs(&["invite", "@bella"]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let secret = world.invitation_word(&ended.stdout);
    assert!(ended.stdout.starts_with("https://t.me/TwofaBridgeBot?start="), "{}", ended.stdout);
    world.bella.start_bot(Some(&secret));
    let question =
        world.reads(&world.bella, "Acme invites you to be asked for the sign-in codes of @bella").await;
    world.presses(&world.bella, &question, "Accept", "Done.").await;
    world.reads(&world.bella, "You are linked to @bella").await;

    world.stops_the_bridge().await;
    let ended = world.runs(&["invite", "acc_2"]).await;
    assert_eq!((ended.code, ended.stderr.contains("WARN")), (Some(0), false), "{}", ended.stderr);
    let secret = world.invitation_word(&ended.stdout);
    world.starts().await;
    world.carla.start_bot(Some(&secret));
    let question =
        world.reads(&world.carla, "Acme invites you to be asked for the sign-in codes of @carla").await;
    world.presses(&world.carla, &question, "Decline", "Done.").await;
    world.reads(&world.carla, "Declined.").await;
    world.carla.start_bot(Some(&secret));
    world.reads(&world.carla, "This invitation does not work.").await;
    world
        .finish(expect![[r#"
        ---
        2 × account
        1 × link
        1 × person
    "#]])
        .await;
}

#[tokio::test]
async fn nobody_is_invited_to_an_account_that_is_not_known() {
    let world = World::new().await;
    world.expects_in_the_log("twofa-bridge: no account is called @nobody; add it at the account API");
    let ended = world.runs(&["invite", "@nobody"]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    world.stops_the_bridge().await;
    let ended = world.runs(&["invite", "@nobody"]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    world.finish_stopped(expect![[r#"
        ---
    "#]]);
}

#[tokio::test]
async fn the_sandbox_explains_itself_and_plays_an_attempt() {
    let folder = tempfile::tempdir().unwrap();
    let mut sandbox = Bridge::start(folder.path(), &["sandbox", "--listen", "127.0.0.1:0"], &[]);
    let banner = sandbox
        .waits_for("its banner", |sandbox| Some(sandbox.printed()).filter(|it| it.contains("Stop it with")))
        .await;
    let after =
        |words: &str| banner.split_once(words).unwrap().1.split_whitespace().next().unwrap().to_owned();
    let (url, key) = (after("listens on "), after("Key: "));
    let client = reqwest::Client::new();

    let help = client.get(&url).send().await.unwrap().text().await.unwrap();
    assert!(help.contains("This is a simulated account API.") && help.contains(&key), "{help}");
    let attempts = format!("{url}/sandbox/attempts");
    let started =
        client.post(&attempts).body(r#"{"account": "acc_1", "steps": ["sms"]}"#).send().await.unwrap();
    assert_eq!(started.status(), StatusCode::CREATED);
    let attempt = format!("{url}/v1/connect/login/att_1");
    let mut state = Value::Null;
    while state != "needs_otp" {
        let looked = client.get(&attempt).bearer_auth(&key).send().await.unwrap();
        let looked: Value = looked.json().await.unwrap();
        state = looked["state"].clone();
        assert!(state == "pending" || state == "needs_otp", "{state}");
    }
    let known: Value = client.get(format!("{attempts}/att_1")).send().await.unwrap().json().await.unwrap();
    let code = json!({ "code": known["expected_code"] });
    let judged = client.put(&attempt).bearer_auth(&key).json(&code).send().await.unwrap();
    let judged: Value = judged.json().await.unwrap();
    assert_eq!(judged["state"], "completed_success");

    sandbox.terminate();
    assert_eq!(sandbox.ends(STOP_WITHIN).await.code, Some(0));
}

#[tokio::test]
async fn in_another_folder_than_the_bridge_nothing_is_made() {
    let world = World::new().await;
    let elsewhere = tempfile::tempdir().unwrap();
    let config = world.folder().join("config.toml");
    let config = config.to_str().unwrap();
    let commands: [&[&str]; 5] =
        [&["backup", "copy"], &["audit"], &["audit", "--verify"], &["invite", "@bella"], &["rotate-key"]];
    for command in commands {
        let arguments = [&["--config", config], command].concat();
        let secrets = ["account-api.key", "telegram.token", "intake.token"];
        for secret in secrets {
            std::fs::copy(world.folder().join(secret), elsewhere.path().join(secret)).unwrap();
        }
        let ended = Bridge::run(elsewhere.path(), &arguments, &[]).await;
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""), "{command:?}: {}", ended.stderr);
        let says = "twofa-bridge: there is no store at data; run this in the folder and with the config of the bridge";
        assert!(ended.stderr.contains(says), "{command:?}: {}", ended.stderr);
        for made in ["data", "data.journal", "store.key", "copy"] {
            assert!(!elsewhere.path().join(made).exists(), "{command:?} has made {made}");
        }
    }
    world
        .finish(expect![[r#"
        ---
    "#]])
        .await;
}
