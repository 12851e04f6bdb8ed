//! The story of the demo, chapter by chapter. Each chapter ends only if it ended as it should.

use super::invitation::{self, press};
use super::script::World;
use super::{INTAKE_TOKEN, phone};
use crate::cli::say;
use crate::sandbox::account_api::{Script, Step};
use crate::sandbox::people::Person;
use crate::sandbox::telegram::Bubble;

/// Tells the whole story.
pub(super) async fn tell(world: &World) -> Result<(), String> {
    let left_out = world.others.iter().map(Person::id).collect();
    let mut told = Told { world, seen: 0, chapter: 0, left_out };
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
    two_at_once(world).await?;
    told.chapter("Two accounts of one person at once");
    no_credentials(world).await?;
    told.chapter("No stored credentials");
    not_me(world).await?;
    told.chapter("Not me");
    Ok(())
}

/// What was printed so far.
struct Told<'a> {
    world: &'a World,
    seen: usize,
    chapter: usize,
    left_out: Vec<i64>,
}

impl Told<'_> {
    /// Prints what happened since the last chapter.
    fn chapter(&mut self, title: &str) {
        self.chapter += 1;
        say(&format!("\n{}. {title}\n", self.chapter));
        self.seen = phone::print(&self.world.telegram, self.seen, &self.left_out);
    }

    /// Leaves out what happened since the last chapter.
    fn skip(&mut self) {
        self.seen += self.world.telegram.history_since(self.seen).len();
        say("\n   (Carla, Eve, Finn and Gia were invited and accepted in the same way.)");
    }
}

impl World {
    /// The number of the last message in a chat: what is waited for comes after it.
    fn mark(&self, chat: i64) -> i64 {
        invitation::mark(&self.telegram, chat)
    }

    /// Waits for a message of the bot, after `mark`, that says this.
    async fn wait(&self, chat: i64, mark: i64, says: &str) -> Result<Bubble, String> {
        invitation::wait(&self.telegram, chat, mark, says).await
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

/// A manager invites, a creator opens the link and accepts.
async fn enrol(world: &World, manager: &Person, creator: &Person, handle: &str) -> Result<(), String> {
    let question = invitation::send(&world.telegram, manager, creator, handle).await?;
    invitation::accept(&world.telegram, creator, &question).await
}

async fn invited(world: &World) -> Result<(), String> {
    let mark = world.mark(world.sam.id());
    enrol(world, &world.sam, &world.bella, "bella").await?;
    world.wait(world.sam.id(), mark, "accepted and is linked").await.map(drop)
}

async fn others_accept(world: &World) -> Result<(), String> {
    let World { others, carla, eve, finn, gia, .. } = world;
    let [one, two, three, four, five, six] = others.as_slice() else {
        return Err("there are not enough managers".to_owned());
    };
    let for_finn = async {
        enrol(world, one, finn, "finn").await?;
        enrol(world, two, finn, "finn.vip").await
    };
    let for_gia = async {
        enrol(world, three, gia, "gia").await?;
        enrol(world, four, gia, "gia.old").await
    };
    let (carla, eve) = (enrol(world, five, carla, "carla"), enrol(world, six, eve, "eve"));
    tokio::try_join!(for_finn, for_gia, carla, eve).map(drop)
}

async fn sms(world: &World) -> Result<(), String> {
    world.api.script_next("acc_1", Script::sms());
    let (sam, bella) = (world.mark(world.sam.id()), world.mark(world.bella.id()));
    world.sam.says("/reauth @bella");
    world.wait(world.bella.id(), bella, "the code from the SMS").await?;
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
    // Telegram lets little into a group: this attempt asks at once, which saves a line there.
    world.api.switch(|switches| switches.pending_ms = 0);
    let attempt = world.api.start_attempt("acc_6", Script::phone());
    let (group, gia) = (world.mark(world.group.id()), world.mark(world.gia.id()));
    let body = serde_json::json!({"attempt_id": attempt, "account": "@gia", "started_by": "Night shift"});
    let client = reqwest::Client::builder().no_proxy().build();
    let handed = client
        .map_err(|error| format!("no HTTP client can be made: {error}"))?
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

async fn two_at_once(world: &World) -> Result<(), String> {
    world.api.script_next("acc_5", Script::sms());
    world.api.script_next("acc_2", Script::app());
    let (sam, finn) = (world.mark(world.sam.id()), world.mark(world.finn.id()));
    world.sam.says("/reauth @finn @finn.vip");
    world.wait(world.finn.id(), finn, "the code from the SMS").await?;
    let app = world.wait(world.finn.id(), finn, "authenticator app").await?;
    world.finn.says(&world.code("acc_5")?);
    let which = world.wait(world.finn.id(), finn, "For which account").await?;
    let label = which.labels().into_iter().find(|label| label.starts_with("@finn ")).map(str::to_owned);
    press(&world.finn, &which, &label.ok_or("no button for @finn")?)?;
    world.wait(world.finn.id(), finn, "@finn is connected").await?;
    world.finn.replies(app.message_id, &world.code("acc_2")?);
    world.wait(world.finn.id(), finn, "@finn.vip is connected").await?;
    world.wait(world.sam.id(), sam, "All done after").await?;
    world.ended("acc_5", "completed_success")?;
    world.ended("acc_2", "completed_success")
}

async fn no_credentials(world: &World) -> Result<(), String> {
    let mia = world.mark(world.mia.id());
    world.mia.says("/reauth @gia.old");
    world.wait(world.mia.id(), mia, "no stored credentials (412)").await.map(drop)
}

async fn not_me(world: &World) -> Result<(), String> {
    world.api.script_next("acc_6", Script::sms());
    let (mia, gia) = (world.mark(world.mia.id()), world.mark(world.gia.id()));
    world.mia.says("/reauth @gia");
    let question = world.wait(world.gia.id(), gia, "the code from the SMS").await?;
    press(&world.gia, &question, "Not me")?;
    let frozen = world.wait(world.gia.id(), gia, "Nobody can start a sign-in").await?;
    world.wait(world.mia.id(), mia, "pressed “Not me”").await?;
    let mark = world.mark(world.mia.id());
    world.mia.says("/reauth @gia");
    world.wait(world.mia.id(), mark, "Only they can allow it again").await?;
    press(&world.gia, &frozen, "Allow again")?;
    world.wait(world.gia.id(), gia, "may be reconnected again").await?;
    let attempts = world.api.attempts();
    let submissions = attempts.iter().rfind(|it| it.account == "acc_6").map(|it| it.submissions.len());
    if submissions == Some(0) { Ok(()) } else { Err("a code went out after Not me".to_owned()) }
}
