//! The story of the demo, chapter by chapter. Each chapter ends only if it ended as it should.

use std::time::Duration;

use super::{INTAKE_TOKEN, World, phone};
use crate::cli::say;
use crate::sandbox::account_api::{Script, Step};
use crate::sandbox::people::Person;
use crate::sandbox::telegram::{Bubble, Sender};

/// How long anything in the story may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A pause in which a human would look at the phone.
const A_LOOK: Duration = Duration::from_millis(60);

/// Tells the whole story.
pub(super) async fn tell(world: &World) -> Result<(), String> {
    let mut told = Told { world, seen: 0, chapter: 0 };
    invited(world).await?;
    told.chapter("An invitation: nobody is asked who did not accept");
    others_accept(world).await?;
    told.skip();
    sms(world).await?;
    told.chapter("A code from an SMS");
    wrong_code(world).await?;
    told.chapter("A wrong authenticator code, then the right one");
    email_then_app(world).await?;
    told.chapter("An email code, then an authenticator code");
    face(world).await?;
    told.chapter("A face check");
    phone_handed_over(world).await?;
    told.chapter("A confirmation on the phone, handed over by the agency’s own system");
    no_credentials(world).await?;
    told.chapter("No stored credentials");
    two_at_once(world).await?;
    told.chapter("Two accounts of one person at once");
    not_me(world).await?;
    told.chapter("Not me");
    Ok(())
}

/// What was printed so far.
struct Told<'a> {
    world: &'a World,
    seen: usize,
    chapter: usize,
}

impl Told<'_> {
    /// Prints what happened since the last chapter.
    fn chapter(&mut self, title: &str) {
        self.chapter += 1;
        say(&format!("\n{}. {title}\n", self.chapter));
        self.seen = phone::print(&self.world.telegram, self.seen, &[self.world.rio.id()]);
    }

    /// Leaves out what happened since the last chapter.
    fn skip(&mut self) {
        self.seen += self.world.telegram.history_since(self.seen).len();
        say(
            "\n   (Carla, Eve, Finn and Gia, and the others’ other accounts, were invited and accepted in the same way.)",
        );
    }
}

impl World {
    /// The number of the last message in a chat: what is waited for comes after it.
    fn mark(&self, chat: i64) -> i64 {
        self.telegram.chat_with_deleted(chat).last().map_or(0, |bubble| bubble.message_id)
    }

    /// Waits for a message of the bot, after `mark`, that says this.
    async fn wait(&self, chat: i64, mark: i64, says: &str) -> Result<Bubble, String> {
        let find = || {
            self.telegram.chat(chat).into_iter().rfind(|bubble| {
                bubble.message_id > mark && bubble.from == Sender::Bot && bubble.text.contains(says)
            })
        };
        let waited = self.telegram.wait_for(|_| find().is_some(), PATIENCE).await;
        match (waited, find()) {
            (Ok(()), Some(bubble)) => {
                tokio::time::sleep(A_LOOK).await;
                Ok(bubble)
            }
            (_, _) => Err(format!("nobody was told {says:?} in chat {chat}")),
        }
    }

    /// The code that the person would read from their SMS, app or email for the open attempt of an account.
    fn code(&self, account: &str) -> Result<String, String> {
        let attempts = self.api.attempts();
        let attempt = attempts.iter().rfind(|attempt| attempt.account == account);
        attempt
            .and_then(|attempt| self.api.expected_code(&attempt.id))
            .ok_or_else(|| format!("no code is waited for in {account}"))
    }

    /// Checks that the last attempt of an account ended in this state.
    fn ended(&self, account: &str, state: &str) -> Result<(), String> {
        let attempts = self.api.attempts();
        match attempts.iter().rfind(|attempt| attempt.account == account) {
            Some(attempt) if attempt.state == state => Ok(()),
            Some(attempt) => Err(format!("{} ended as {}, not as {state}", attempt.id, attempt.state)),
            None => Err(format!("{account} has no attempt")),
        }
    }
}

fn press(person: &Person, bubble: &Bubble, label: &str) -> Result<(), String> {
    person
        .press(bubble.message_id, label)
        .map(drop)
        .map_err(|problem| format!("cannot press {label}: {problem:?}"))
}

/// The word in an invitation link.
fn word(bubble: &Bubble) -> Result<String, String> {
    let link = bubble.text.split_whitespace().find_map(|part| part.split_once("?start="));
    link.map(|(_, word)| word.to_owned()).ok_or_else(|| "the invitation has no link".to_owned())
}

/// A manager invites, a creator opens the link and accepts.
async fn enrol(world: &World, manager: &Person, creator: &Person, handle: &str) -> Result<(), String> {
    let mark = world.mark(manager.id());
    manager.says(&format!("/invite @{handle}"));
    let invitation = world.wait(manager.id(), mark, "It works once").await?;
    let mark = world.mark(creator.id());
    creator.start_bot(Some(&word(&invitation)?));
    let question = world.wait(creator.id(), mark, "If you accept").await?;
    press(creator, &question, "Accept")?;
    world.wait(creator.id(), mark, "You are linked to").await.map(drop)
}

async fn invited(world: &World) -> Result<(), String> {
    let mark = world.mark(world.sam.id());
    enrol(world, &world.sam, &world.bella, "bella").await?;
    world.wait(world.sam.id(), mark, "accepted and is linked").await.map(drop)
}

async fn others_accept(world: &World) -> Result<(), String> {
    let World { rio, mia, bella, carla, eve, finn, gia, .. } = world;
    let by_mia = async {
        enrol(world, mia, bella, "bella.vip").await?;
        enrol(world, mia, eve, "eve").await
    };
    let by_rio = async {
        enrol(world, rio, carla, "carla").await?;
        enrol(world, rio, finn, "finn").await?;
        enrol(world, rio, carla, "carla.old").await
    };
    let by_sam = async { enrol(world, &world.sam, gia, "gia").await };
    let (one, two, three) = tokio::join!(by_mia, by_rio, by_sam);
    one.and(two).and(three)
}

async fn sms(world: &World) -> Result<(), String> {
    world.api.script_next("acc_1", Script::sms());
    let (sam, bella) = (world.mark(world.sam.id()), world.mark(world.bella.id()));
    world.sam.says("/reauth @bella");
    world.wait(world.bella.id(), bella, "the code from the SMS").await?;
    world.wait(world.sam.id(), sam, "waiting for").await?;
    let code = world.code("acc_1")?;
    let (start, end) = code.split_at(code.len() / 2);
    world.bella.says(&format!("it says {start} {end}"));
    world.wait(world.bella.id(), bella, "is connected").await?;
    world.wait(world.sam.id(), sam, "connected in").await?;
    world.ended("acc_1", "completed_success")
}

async fn wrong_code(world: &World) -> Result<(), String> {
    world.api.script_next("acc_3", Script::app());
    let (mia, carla) = (world.mark(world.mia.id()), world.mark(world.carla.id()));
    world.mia.says("/reauth @carla");
    world.wait(world.carla.id(), carla, "authenticator app").await?;
    world.carla.says("123456");
    world.wait(world.carla.id(), carla, "tries left").await?;
    world.carla.says(&world.code("acc_3")?);
    world.wait(world.carla.id(), carla, "is connected").await?;
    world.wait(world.mia.id(), mia, "connected in").await?;
    world.ended("acc_3", "completed_success")
}

async fn email_then_app(world: &World) -> Result<(), String> {
    world.api.script_next("acc_4", Script::chain([Step::Email, Step::App]));
    let (sam, eve) = (world.mark(world.sam.id()), world.mark(world.eve.id()));
    world.sam.says("/reauth @eve");
    world.wait(world.eve.id(), eve, "the code from the email").await?;
    world.eve.says(&world.code("acc_4")?);
    world.wait(world.eve.id(), eve, "authenticator app").await?;
    world.eve.says(&world.code("acc_4")?);
    world.wait(world.eve.id(), eve, "is connected").await?;
    world.wait(world.sam.id(), sam, "connected in").await?;
    world.ended("acc_4", "completed_success")
}

async fn face(world: &World) -> Result<(), String> {
    world.api.script_next("acc_5", Script::face());
    let (mia, finn) = (world.mark(world.mia.id()), world.mark(world.finn.id()));
    world.mia.says("/reauth @finn");
    let question = world.wait(world.finn.id(), finn, "face check is needed").await?;
    let opened = world.finn.opens(question.message_id, "Open face check");
    opened.map_err(|problem| format!("cannot open the face check: {problem:?}"))?;
    let attempts = world.api.attempts();
    let attempt = attempts.iter().rfind(|attempt| attempt.account == "acc_5");
    world.api.finish_face_check(&attempt.ok_or("no attempt")?.id);
    press(&world.finn, &question, "I have done it")?;
    world.wait(world.finn.id(), finn, "is connected").await?;
    world.wait(world.mia.id(), mia, "connected in").await?;
    world.ended("acc_5", "completed_success")
}

async fn phone_handed_over(world: &World) -> Result<(), String> {
    let attempt = world.api.start_attempt("acc_6", Script::phone());
    let (group, gia) = (world.mark(world.group.id()), world.mark(world.gia.id()));
    let body = serde_json::json!({"attempt_id": attempt, "account": "@gia", "started_by": "Night shift"});
    let handed = reqwest::Client::new()
        .post(format!("http://{}/v1/attempts", world.bridge))
        .bearer_auth(INTAKE_TOKEN)
        .json(&body)
        .send()
        .await
        .map_err(|error| format!("the bridge’s port does not answer: {error}"))?;
    if handed.status() != reqwest::StatusCode::ACCEPTED {
        return Err(format!("the bridge did not take the attempt: {}", handed.status()));
    }
    let question = world.wait(world.gia.id(), gia, "confirm the sign-in").await?;
    let opened = world.gia.opens(question.message_id, "Open the confirmation");
    opened.map_err(|problem| format!("cannot open the confirmation: {problem:?}"))?;
    world.api.confirm_on_phone(&attempt);
    world.wait(world.gia.id(), gia, "is connected").await?;
    world.wait(world.group.id(), group, "connected in").await?;
    world.ended("acc_6", "completed_success")
}

async fn no_credentials(world: &World) -> Result<(), String> {
    let mia = world.mark(world.mia.id());
    world.mia.says("/reauth @carla.old");
    world.wait(world.mia.id(), mia, "no stored credentials (412)").await.map(drop)
}

async fn two_at_once(world: &World) -> Result<(), String> {
    world.api.script_next("acc_1", Script::sms());
    world.api.script_next("acc_2", Script::app());
    let (sam, bella) = (world.mark(world.sam.id()), world.mark(world.bella.id()));
    world.sam.says("/reauth @bella @bella.vip");
    world.wait(world.bella.id(), bella, "the code from the SMS").await?;
    let app = world.wait(world.bella.id(), bella, "authenticator app").await?;
    world.bella.says(&world.code("acc_1")?);
    let which = world.wait(world.bella.id(), bella, "For which account").await?;
    let label = which.labels().into_iter().find(|label| label.starts_with("@bella ")).map(str::to_owned);
    press(&world.bella, &which, &label.ok_or("no button for @bella")?)?;
    world.wait(world.bella.id(), bella, "@bella is connected").await?;
    world.bella.replies(app.message_id, &world.code("acc_2")?);
    world.wait(world.bella.id(), bella, "@bella.vip is connected").await?;
    world.wait(world.sam.id(), sam, "connected in").await?;
    world.ended("acc_1", "completed_success")?;
    world.ended("acc_2", "completed_success")
}

async fn not_me(world: &World) -> Result<(), String> {
    world.api.script_next("acc_6", Script::sms());
    let (mia, gia) = (world.mark(world.mia.id()), world.mark(world.gia.id()));
    world.mia.says("/reauth @gia");
    let question = world.wait(world.gia.id(), gia, "the code from the SMS").await?;
    press(&world.gia, &question, "Not me")?;
    let frozen = world.wait(world.gia.id(), gia, "Nobody can start a sign-in").await?;
    world.wait(world.mia.id(), mia, "pressed “Not me”").await?;
    let mark = world.mark(world.sam.id());
    world.sam.says("/reauth @gia");
    world.wait(world.sam.id(), mark, "Only they can allow it again").await?;
    press(&world.gia, &frozen, "Allow again")?;
    world.wait(world.gia.id(), gia, "may be reconnected again").await?;
    let attempts = world.api.attempts();
    let submissions = attempts.iter().rfind(|it| it.account == "acc_6").map(|it| it.submissions.len());
    if submissions == Some(0) { Ok(()) } else { Err("a code went out after Not me".to_owned()) }
}
