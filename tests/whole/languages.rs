//! Languages, as people meet them: what they read, and the commands that their app offers.

use expect_test::expect;
use twofa_bridge::sandbox::account_api::Script;

use super::World;
use super::world::PATIENCE;

/// Waits until the app of whoever reads a menu offers this.
async fn offers(
    world: &World,
    menu: impl Fn() -> Option<Vec<(String, String)>>,
    command: &str,
    description: &str,
) {
    let offered = || {
        let menu = menu().unwrap_or_default();
        menu.iter().any(|(name, says)| name == command && says == description)
    };
    let waited = world.telegram.wait_for(|_| offered(), PATIENCE).await;
    assert!(offered(), "/{command} – {description} is not offered ({waited:?}): {:?}", menu());
}

#[tokio::test]
async fn a_language_is_chosen_and_spoken_and_offered_from_then_on() {
    let world = World::new().await;
    world.passes("wird geprüft");
    world.enrols(&world.bella, "bella").await;
    let everybodys = |language| world.telegram.commands("all_private_chats", language);
    let managers = || world.telegram.commands_in(world.rio.id());
    let own = || world.telegram.commands_in(world.bella.id());
    offers(&world, managers, "reauth", "Reconnect: /reauth @account").await;
    offers(&world, || everybodys(""), "privacy", "What is kept").await;
    offers(&world, || everybodys("pl"), "privacy", "Co jest przechowywane").await;
    offers(
        &world,
        || world.telegram.commands("all_group_chats", "pt"),
        "status",
        "Todas as contas e o que está em andamento",
    )
    .await;
    assert_eq!(own(), None, "whoever chose nothing has what everybody has");

    world.bella.says("/language");
    let choice = world.reads(&world.bella, "I speak English with you").await;
    world.presses(&world.bella, &choice, "Deutsch", "Erledigt.").await;
    world.reads(&world.bella, "Ich spreche Deutsch mit dir").await;
    world.reads(&world.bella, "Deine Bilder für @bella sind").await;
    offers(&world, own, "privacy", "Was gespeichert wird").await;
    assert!(own().unwrap().iter().all(|(name, _)| name != "reauth"), "{:?}", own());

    world.stops_the_bridge().await;
    world.starts().await;
    world.api.script_next("acc_1", Script::sms());
    world.sam.says("/reauth @bella");
    let question = world.reads(&world.bella, "Sam (Acme) meldet sich bei @bella an").await;
    assert!(question.text.contains("den Code aus der SMS"), "{}", question.text);
    world.reads(&world.sam, "waiting for").await;
    world.is_at_rest().await;
    world.sends_code(&world.bella, &world.code("acc_1"));
    world.reads(&world.bella, "@bella ist verbunden. Vielen Dank!").await;
    world.reads(&world.sam, "connected in").await;

    world.bella.says("/forgetme");
    let asked = world.reads(&world.bella, "Soll ich dich vergessen?").await;
    world.presses(&world.bella, &asked, "Vergiss mich", "Erledigt.").await;
    world.reads(&world.bella, "Diese Bilder gelten nicht mehr").await;
    world.reads(&world.bella, "Ich habe nichts mehr über dich gespeichert").await;
    for manager in [&world.sam, &world.rio] {
        world.reads(manager, "Bella is no longer linked to @bella").await;
    }
    world.telegram.wait_for(|_| own().is_none(), PATIENCE).await.unwrap();
    assert_eq!(own(), None, "what was set for somebody is forgotten with them");
    world
        .finish(expect![[r#"
        POST /v1/accounts/acc_1/reauthenticate 200
        PUT /v1/connect/login/att_1 200
        ---
        1 × account
        1 × attempt (Connected)
        2 × person
    "#]])
        .await;
}
