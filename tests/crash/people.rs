//! What the people of the town do: creators who answer as people do, managers who command, the agency's system.
//!
//! They act upon what the bot says, and only upon that: a creator sends a code because it was asked for, and sends
//! another only because the bot said that it needs one. So a code that is lost without a word leaves its sign-in open
//! for ever, and that is noticed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use tokio::time::{Instant, sleep};
use twofa_bridge::sandbox::account_api::{
    AccountApi, AttemptView, Call, Fault, FaultKind, Script, StartedBy, Step,
};
use twofa_bridge::sandbox::people::Person;
use twofa_bridge::sandbox::telegram::{Bubble, Sender, Telegram, What};

use super::town::INTAKE_TOKEN;

/// How long it takes somebody to answer, in milliseconds.
const THINKING: std::ops::Range<u64> = 30..700;

/// How long a manager waits before trying once more, in milliseconds.
const PATIENCE: std::ops::Range<u64> = 1_100..1_600;

/// How long a manager waits for any answer to a command, in milliseconds. What answers it without starting anything is
/// lost if the bridge is killed after Telegram has not taken it for five seconds.
const WONDERS_AFTER: std::ops::Range<u64> = 20_000..21_000;

/// How often the agency's system tries to hand over.
const AGAIN: Duration = Duration::from_millis(100);

/// How late the account API's answers come, in milliseconds.
const API_TAKES: std::ops::Range<u64> = 1..120;

/// How many glances somebody waits for an email before they ask for another.
const EMAIL_GLANCES: u32 = 8;

/// What the bot says when it needs another code.
const ANOTHER_PLEASE: [&str; 2] = ["Please send a fresh code.", "Please send it again."];

/// What its question for which account a code is says when the time to choose is over.
const NOT_CHOSEN: &str = "If I am still asking for one, please send a fresh code.";

/// What the bot asks when a code could be for several questions, or quotes one that is over.
const WHICH: &str = "For which account is that code?";

/// A code that somebody has sent.
pub(super) struct Sent {
    pub(super) chat: i64,
    pub(super) attempt: String,
    pub(super) code: String,
    pub(super) message: i64,
    /// The message said something else before it was changed to this.
    pub(super) is_edit: bool,
}

/// A sign-in that somebody wants.
struct Job {
    creator: usize,
    way: Way,
    /// How many attempts the account had before.
    before: usize,
    /// How many wrong codes the creator sends first.
    wrong: u32,
    is_done: bool,
}

/// How it starts.
enum Way {
    /// A manager, by number, commands it.
    Command(usize),
    /// The agency's system hands over this attempt; whether the bridge has said that it watches it.
    Handed(String, Arc<AtomicBool>),
}

struct Creator {
    person: Person,
    account: String,
    handle: String,
    job: Option<usize>,
    /// The message with the last question.
    question: i64,
    is_about_to_answer: bool,
}

/// Something that somebody is going to do.
enum Act {
    Answer {
        creator: usize,
        glances: u32,
    },
    Correct {
        creator: usize,
        message: i64,
    },
    Choose {
        creator: usize,
        message: i64,
        label: String,
    },
    Report {
        creator: usize,
        question: i64,
    },
    Confirm {
        creator: usize,
        question: i64,
    },
    Command {
        job: usize,
    },
    /// A manager who has read nothing about an account since that place in Telegram's history commands once more.
    Wonder {
        job: usize,
        since: usize,
    },
}

/// Everybody.
pub(super) struct People {
    api: AccountApi,
    telegram: Telegram,
    address: Arc<Mutex<Option<SocketAddr>>>,
    random: fastrand::Rng,
    creators: Vec<Creator>,
    managers: Vec<Person>,
    jobs: Vec<Job>,
    pub(super) sent: Vec<Sent>,
    /// The `/reauth` that were sent for each account.
    pub(super) commands: BTreeMap<String, usize>,
    /// How often each attempt's creator has asked for the email again.
    pub(super) emails_wanted: BTreeMap<String, u32>,
    todo: BTreeMap<(Instant, u64), Act>,
    acts: u64,
    wrong_codes: u64,
    /// How much of Telegram's history they have read.
    seen: usize,
    /// What each message of the bot said last.
    texts: BTreeMap<i64, String>,
}

impl People {
    pub(super) fn new(
        api: AccountApi,
        telegram: Telegram,
        address: Arc<Mutex<Option<SocketAddr>>>,
        random: fastrand::Rng,
    ) -> Self {
        Self {
            api,
            telegram,
            address,
            random,
            creators: Vec::new(),
            managers: Vec::new(),
            jobs: Vec::new(),
            sent: Vec::new(),
            commands: BTreeMap::new(),
            emails_wanted: BTreeMap::new(),
            todo: BTreeMap::new(),
            acts: 0,
            wrong_codes: 0,
            seen: 0,
            texts: BTreeMap::new(),
        }
    }

    /// A creator who has opened the bot's chat, with an account.
    pub(super) fn move_in(&mut self, id: i64, index: usize) {
        let person = self.telegram.person(id, &format!("Creator{index}"), Some("en"));
        person.start_bot(None);
        let (account, handle) = (format!("acc_c{index}"), format!("creator{index}"));
        self.api.add_account(&account, &handle, true);
        self.creators.push(Creator {
            person,
            account,
            handle,
            job: None,
            question: 0,
            is_about_to_answer: false,
        });
    }

    /// A manager who has opened the bot's chat.
    pub(super) fn hire(&mut self, id: i64) {
        let person = self.telegram.person(id, &format!("Manager{id}"), Some("en"));
        person.start_bot(None);
        self.managers.push(person);
    }

    /// The creators: number, name, account.
    pub(super) fn creators(&self) -> impl Iterator<Item = (i64, &str, &str)> {
        self.creators.iter().map(|one| (one.person.id(), one.person.name(), one.account.as_str()))
    }

    /// How much of Telegram's history has been read.
    pub(super) fn history_read(&self) -> usize {
        self.seen
    }

    /// Every code that was sent.
    pub(super) fn codes(&self) -> BTreeSet<&str> {
        self.sent.iter().map(|sent| sent.code.as_str()).collect()
    }

    /// Somebody whose account nobody is signing in to is to be signed in.
    pub(super) fn wants_a_sign_in(&mut self, story: u32) {
        let idle: Vec<usize> =
            (0..self.creators.len()).filter(|at| self.creators[*at].job.is_none()).collect();
        let Some(creator) = self.random.choice(idle) else { return };
        let account = self.creators[creator].account.clone();
        let before = self.api.attempts().iter().filter(|attempt| attempt.account == account).count();
        let job = self.jobs.len();
        let script = script(story);
        let wrong = [0, 0, 0, 1, 2][self.random.usize(0..5)];
        let way = if self.random.u32(0..4) == 0 {
            let attempt = self.api.start_attempt(&account, script);
            let is_watched = Arc::new(AtomicBool::new(false));
            self.hand_over(&attempt, &account, Arc::clone(&is_watched));
            Way::Handed(attempt, is_watched)
        } else {
            self.api.script_next(&account, script);
            self.later(0..900, Act::Command { job });
            Way::Command(self.random.usize(0..self.managers.len()))
        };
        self.jobs.push(Job { creator, way, before, wrong, is_done: false });
        self.creators[creator].job = Some(job);
        self.api_is_slow();
    }

    /// The account API takes its time: what it was sent it has, before whoever sent it knows.
    fn api_is_slow(&mut self) {
        for call in [Call::Submit, Call::Reauthenticate, Call::SendEmail] {
            let ms = self.random.u64(API_TAKES);
            let kind =
                if self.random.bool() { FaultKind::DelayAfter { ms } } else { FaultKind::DelayBefore { ms } };
            self.api.inject(Fault::on(call, kind));
        }
    }

    /// The agency's system hands an attempt over, again and again until the bridge has said that it watches it.
    fn hand_over(&self, attempt: &str, account: &str, is_watched: Arc<AtomicBool>) {
        let address = Arc::clone(&self.address);
        let body = json!({ "attempt_id": attempt, "account": account, "started_by": "the host" });
        tokio::spawn(async move {
            let client = reqwest::Client::new();
            loop {
                let at = *address.lock().unwrap();
                if let Some(at) = at {
                    let request = client.post(format!("http://{at}/v1/attempts")).bearer_auth(INTAKE_TOKEN);
                    let answer = request.timeout(Duration::from_secs(5)).json(&body).send().await;
                    if answer.is_ok_and(|answer| answer.status().is_success()) {
                        return is_watched.store(true, Ordering::Release);
                    }
                }
                sleep(AGAIN).await;
            }
        });
    }

    fn later(&mut self, within: std::ops::Range<u64>, act: Act) {
        self.acts += 1;
        let at = Instant::now() + Duration::from_millis(self.random.u64(within));
        self.todo.insert((at, self.acts), act);
    }

    /// Everybody looks at their phone, and does what they meant to do.
    pub(super) fn glance(&mut self) {
        for happening in self.telegram.history_since(self.seen) {
            self.seen += 1;
            match happening.what {
                What::Sent(bubble) | What::Edited(bubble) if bubble.from == Sender::Bot => self.read(&bubble),
                _ => {}
            }
        }
        let now = Instant::now();
        while self.todo.first_key_value().is_some_and(|((at, _), _)| *at <= now) {
            if let Some((_, act)) = self.todo.pop_first() {
                self.act(act);
            }
        }
        self.see_who_is_done();
    }

    fn see_who_is_done(&mut self) {
        if self.jobs.iter().all(|job| job.is_done) {
            return;
        }
        let attempts = self.api.attempts();
        for job in self.jobs.iter_mut().filter(|job| !job.is_done) {
            let creator = &mut self.creators[job.creator];
            let attempt = attempt_of(job, &creator.account, &attempts);
            let is_watched = match &job.way {
                Way::Command(_) => true,
                Way::Handed(_, is_watched) => is_watched.load(Ordering::Acquire),
            };
            if is_watched && attempt.is_some_and(|attempt| attempt.state == "completed_success") {
                job.is_done = true;
                creator.job = None;
                creator.is_about_to_answer = false;
            }
        }
    }

    /// Somebody reads what the bot has written.
    fn read(&mut self, bubble: &Bubble) {
        let before = self.texts.insert(bubble.message_id, bubble.text.clone());
        if before.as_ref() == Some(&bubble.text) {
            return;
        }
        if let Some(at) = self.creators.iter().position(|creator| creator.person.id() == bubble.chat) {
            self.creator_reads(at, bubble, before.is_none());
        } else {
            self.manager_reads(bubble);
        }
    }

    fn creator_reads(&mut self, creator: usize, bubble: &Bubble, is_new: bool) {
        let question = bubble.message_id;
        let wants_another = ANOTHER_PLEASE.iter().any(|words| bubble.text.contains(words));
        self.take_up(creator);
        let is_question = is_new && bubble.text.contains("Please send me the code");
        // The question for which account it is may be over before Telegram has it.
        let was_not_chosen = bubble.text.contains(NOT_CHOSEN);
        if is_question {
            self.creators[creator].question = question;
        }
        if is_question || is_new && wants_another || was_not_chosen {
            if !std::mem::replace(&mut self.creators[creator].is_about_to_answer, true) {
                self.later(THINKING, Act::Answer { creator, glances: 0 });
            }
        } else if bubble.text == WHICH {
            let handle = format!("@{} ", self.creators[creator].handle);
            if let Some(label) = bubble.labels().into_iter().find(|label| label.starts_with(&handle)) {
                let label = label.to_owned();
                self.later(THINKING, Act::Choose { creator, message: question, label });
            }
        } else if bubble.button("I have done it").is_some() {
            self.later(THINKING, Act::Report { creator, question });
        } else if bubble.button("Open the confirmation").is_some() {
            self.later(THINKING, Act::Confirm { creator, question });
        }
    }

    /// A manager who tries again may do so just as the sign-in before ends well. Then there is another, which nobody wants
    /// and about which the creator is asked all the same.
    fn take_up(&mut self, creator: usize) {
        let Creator { account, job: None, .. } = &self.creators[creator] else { return };
        let attempts = self.api.attempts();
        let of_account: Vec<_> = attempts.iter().filter(|attempt| attempt.account == *account).collect();
        let is_open = |attempt: &&AttemptView| {
            attempt.started_by == StartedBy::Reauthenticate && attempt.state != "completed_success"
        };
        if of_account.last().is_some_and(is_open) {
            let before = of_account.len() - 1;
            self.creators[creator].job = Some(self.jobs.len());
            self.jobs.push(Job { creator, way: Way::Command(0), before, wrong: 0, is_done: false });
        }
    }

    fn manager_reads(&mut self, bubble: &Bubble) {
        // The bridge may not know yet that the sign-in before this one is over.
        let is_refused = bubble.text.contains(" is open already ");
        let tries_again = ["I cannot tell whether this sign-in was started", "was reconnected too often"];
        if !is_refused && !tries_again.iter().any(|words| bubble.text.contains(words)) {
            return;
        }
        let job = self.jobs.iter().position(|job| {
            let handle = format!("@{} ", self.creators[job.creator].handle);
            !job.is_done && matches!(job.way, Way::Command(_)) && bubble.text.contains(&handle)
        });
        let Some(job) = job else { return };
        if is_refused {
            let attempts = self.api.attempts();
            let creator = self.jobs[job].creator;
            let account = &self.creators[creator].account;
            if attempt_of(&self.jobs[job], account, &attempts).is_some() {
                return;
            }
            let of_account: Vec<_> = attempts.iter().filter(|attempt| attempt.account == *account).collect();
            if of_account.last().is_some_and(|attempt| attempt.state != "completed_success") {
                // It is theirs: they tried again because of what they read late.
                self.jobs[job].before = of_account.len() - 1;
                if !std::mem::replace(&mut self.creators[creator].is_about_to_answer, true) {
                    self.later(THINKING, Act::Answer { creator, glances: 0 });
                }
            } else {
                self.later(PATIENCE, Act::Command { job });
            }
        } else {
            // What was started by then is lost, and somebody else's.
            let account = &self.creators[self.jobs[job].creator].account;
            self.jobs[job].before =
                self.api.attempts().iter().filter(|attempt| attempt.account == *account).count();
            self.later(PATIENCE, Act::Command { job });
        }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Answer { creator, glances } => self.answer(creator, glances),
            Act::Correct { creator, message } => self.correct(creator, message),
            Act::Choose { creator, message, label } => {
                // The time to choose may be over by now.
                let _ = self.creators[creator].person.press(message, &label);
            }
            Act::Report { creator, question } => {
                let Some(attempt) = self.open_attempt(creator) else {
                    return self.look_once_more(creator, Act::Report { creator, question });
                };
                self.api.finish_face_check(&attempt.id);
                // The button may be gone by now. Whoever still sees it later presses it once more.
                if self.creators[creator].person.press(question, "I have done it").is_ok() {
                    self.look_once_more(creator, Act::Report { creator, question });
                }
            }
            Act::Confirm { creator, question } => {
                let is_opened =
                    self.creators[creator].person.opens(question, "Open the confirmation").is_ok();
                if is_opened {
                    if let Some(attempt) = self.open_attempt(creator) {
                        self.api.confirm_on_phone(&attempt.id);
                    }
                    // Whoever still sees it later does it once more.
                    self.look_once_more(creator, Act::Confirm { creator, question });
                }
            }
            Act::Command { job } => {
                let Job { creator, way, is_done, .. } = &self.jobs[job];
                let Way::Command(manager) = way else { return };
                if *is_done {
                    // They meant to try once more, and see that there is no need to.
                    return;
                }
                let Creator { account, handle, .. } = &self.creators[*creator];
                *self.commands.entry(account.clone()).or_default() += 1;
                self.managers[*manager].says(&format!("/reauth @{handle}"));
                self.later(WONDERS_AFTER, Act::Wonder { job, since: self.seen });
            }
            Act::Wonder { job, since } => {
                let Job { creator, way, is_done, .. } = &self.jobs[job];
                let Way::Command(manager) = way else { return };
                let (chat, about) =
                    (self.managers[*manager].id(), format!("@{}", self.creators[*creator].handle));
                let is_answered = self.telegram.history_since(since).iter().any(|it| match &it.what {
                    What::Sent(bubble) | What::Edited(bubble) => {
                        bubble.chat == chat && bubble.text.contains(&about)
                    }
                    _ => false,
                });
                if !is_done && !is_answered {
                    self.act(Act::Command { job });
                }
            }
        }
    }

    /// Somebody tries again later, while the sign-in goes on. A manager who reads late that nobody knows of a start,
    /// and starts once more, learns first that the one that the creator is asked about is theirs.
    fn look_once_more(&mut self, creator: usize, act: Act) {
        if self.creators[creator].job.is_some() {
            self.later(THINKING, act);
        }
    }

    /// The attempt that a creator is asked about.
    fn open_attempt(&self, creator: usize) -> Option<AttemptView> {
        let Creator { account, job, .. } = &self.creators[creator];
        attempt_of(&self.jobs[(*job)?], account, &self.api.attempts()).cloned()
    }

    fn answer(&mut self, creator: usize, glances: u32) {
        let Some(attempt) = self.open_attempt(creator) else {
            self.creators[creator].is_about_to_answer = false;
            return;
        };
        let asks_for_a_code = ["needs_otp", "needs_app_otp", "needs_email", "wrong_2fa_code_retry"];
        if !asks_for_a_code.contains(&attempt.state.as_str()) {
            self.creators[creator].is_about_to_answer = false;
            return;
        }
        let Some(right) = self.api.expected_code(&attempt.id) else {
            return self.wait_for_the_email(creator, glances, attempt.id);
        };
        self.creators[creator].is_about_to_answer = false;
        let job = self.creators[creator].job.expect("the attempt is open");
        let is_wrong = self.jobs[job].wrong > 0;
        let code = if is_wrong {
            self.jobs[job].wrong -= 1;
            self.wrong_codes += 1;
            // Seven digits: no right code looks like that, and some of them alone would be one, so nothing parts them.
            format!("{}", 9_000_000 + self.wrong_codes)
        } else {
            right
        };
        let text = self.spelled(&code);
        let quotes = self.random.u32(0..4) == 0;
        let times = if self.random.u32(0..6) == 0 { 2 } else { 1 };
        for _ in 0..times {
            let person = &self.creators[creator].person;
            let message = if quotes {
                person.replies(self.creators[creator].question, &text)
            } else {
                person.says(&text)
            };
            self.note_sent(creator, &attempt.id, &code, message, false);
            if is_wrong && self.random.bool() {
                self.later(1_000..1_400, Act::Correct { creator, message });
            }
        }
    }

    /// There is no code before the email was sent.
    fn wait_for_the_email(&mut self, creator: usize, glances: u32, attempt: String) {
        let mut glances = glances + 1;
        if glances > EMAIL_GLANCES {
            glances = 0;
            if self.creators[creator]
                .person
                .press(self.creators[creator].question, "Send the email again")
                .is_ok()
            {
                *self.emails_wanted.entry(attempt).or_default() += 1;
            }
        }
        self.later(250..300, Act::Answer { creator, glances });
    }

    /// Somebody notices that they mistyped a code, and changes their message, if it still stands there.
    fn correct(&mut self, creator: usize, message: i64) {
        let Some(attempt) = self.open_attempt(creator) else { return };
        let Some(right) = self.api.expected_code(&attempt.id) else { return };
        let text = self.spelled(&right);
        if self.creators[creator].person.edits(message, &text) {
            self.note_sent(creator, &attempt.id, &right, message, true);
        }
    }

    fn note_sent(&mut self, creator: usize, attempt: &str, code: &str, message: i64, is_edit: bool) {
        let chat = self.creators[creator].person.id();
        self.sent.push(Sent { chat, attempt: attempt.to_owned(), code: code.to_owned(), message, is_edit });
    }

    fn spelled(&mut self, code: &str) -> String {
        match self.random.u32(0..6) {
            0 if code.len() == 6 => format!("{} {}", &code[..3], &code[3..]),
            1 if code.len() == 6 => format!("{}-{}", &code[..3], &code[3..]),
            2 => format!("it is {code}, sorry"),
            3 => code.chars().filter_map(|digit| char::from_u32(u32::from(digit) - 0x30 + 0xff10)).collect(),
            _ => code.to_owned(),
        }
    }

    /// Whether nobody wants anything any more, nor is about to do anything.
    pub(super) fn are_idle(&self) -> bool {
        let is_about_to_act = |act: &Act| !matches!(act, Act::Wonder { .. });
        !self.todo.values().any(is_about_to_act) && self.jobs.iter().all(|job| job.is_done)
    }

    /// How much has come to its end.
    pub(super) fn progress(&self) -> usize {
        self.jobs.iter().filter(|job| job.is_done).count()
    }

    /// What has not come to its end, for whoever must find out why.
    pub(super) fn what_is_open(&self) -> String {
        let attempts = self.api.attempts();
        let mut text = String::new();
        for job in self.jobs.iter().filter(|job| !job.is_done) {
            let creator = &self.creators[job.creator];
            let attempt = attempt_of(job, &creator.account, &attempts);
            writeln!(text, "@{} {attempt:?}", creator.handle).unwrap();
            for bubble in self.telegram.chat_with_deleted(creator.person.id()) {
                let Bubble { message_id, from, edited, reply_to, text: words, .. } = bubble;
                writeln!(text, "    {message_id} {from:?}, edited: {edited}, to {reply_to:?}: {words:?}")
                    .unwrap();
            }
            if let Way::Command(manager) = &job.way {
                let about = format!("@{}", creator.handle);
                let chat = self.telegram.chat_with_deleted(self.managers[*manager].id());
                let first = chat.iter().position(|bubble| bubble.text.contains(&about)).unwrap_or_default();
                for bubble in &chat[first..] {
                    writeln!(text, "    with the manager: {bubble:?}").unwrap();
                }
            }
        }
        text
    }
}

/// The attempt by which a job gets done.
fn attempt_of<'all>(job: &Job, account: &str, attempts: &'all [AttemptView]) -> Option<&'all AttemptView> {
    match &job.way {
        Way::Handed(id, _) => attempts.iter().find(|attempt| attempt.id == *id),
        Way::Command(_) => {
            let of_account = attempts.iter().filter(|attempt| attempt.account == account);
            of_account
                .skip(job.before)
                .filter(|attempt| attempt.started_by == StartedBy::Reauthenticate)
                .last()
        }
    }
}

/// What a sign-in asks for: every kind in turn.
fn script(story: u32) -> Script {
    match story % 10 {
        0 | 1 => Script::sms(),
        2 => Script::app(),
        3 => Script::email(),
        4 => Script::face(),
        5 => Script::phone(),
        6 => Script::chain([Step::Email, Step::App]),
        7 => Script::chain([Step::Sms, Step::Face]),
        8 => Script::chain([Step::App, Step::Phone, Step::Sms]),
        _ => Script::chain([Step::Face, Step::Pending { for_ms: 300 }, Step::Sms, Step::App]),
    }
}
