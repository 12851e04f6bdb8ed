//! How much of what Telegram allows the outbox uses, over real HTTP: `cargo bench --bench outbox`.
//!
//! 2,000 messages wait for 500 people, among them 50 questions. The simulated Telegram counts on its own side.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot go on says so")]

use std::time::{Duration, Instant};

use secrecy::SecretString;
use twofa_bridge::model::{Address, ChatId, PostId};
use twofa_bridge::sandbox::telegram::{Limits, Telegram};
use twofa_bridge::telegram::{Client, Outbox, Outgoing, Report, Show};

/// How many messages wait.
const MESSAGES: u32 = 2_000;
/// How many people they are for.
const PEOPLE: u32 = 500;
/// One in so many is a question.
const QUESTION_EACH: u32 = 40;
/// How many Telegram takes in a second.
const ALLOWED: u32 = 30;

#[tokio::main]
async fn main() {
    let telegram = Telegram::serve(([127, 0, 0, 1], 0).into()).await.expect("a port is free");
    telegram.set_limits(Limits::real());
    for person in 1..=PEOPLE {
        telegram.person(i64::from(person), "Somebody", None).start_bot(None);
    }
    let url = telegram.api_url().parse().expect("a URL");
    let (outbox, mut reports) = Outbox::start(Client::new(url, SecretString::from(telegram.token())));
    let began = Instant::now();
    for number in 0..MESSAGES {
        outbox.put(Outgoing::Show(Show {
            post: PostId(u64::from(number)),
            revision: 1,
            to: Address { chat: ChatId(i64::from(number % PEOPLE) + 1), thread: None },
            edit: None,
            text: "a message".to_owned(),
            keyboard: Vec::new(),
            urgent: number % QUESTION_EACH == 0,
            protect: false,
            silent: false,
        }));
    }
    let (mut shown, mut last_question) = (0, Duration::ZERO);
    while shown < MESSAGES {
        match reports.recv().await {
            Some(Report::Shown { post, .. }) => {
                shown += 1;
                if post.0.is_multiple_of(u64::from(QUESTION_EACH)) {
                    last_question = began.elapsed();
                }
            }
            other => println!("not shown: {other:?}"),
        }
    }
    let took = began.elapsed();
    let requests = telegram.requests();
    let throttled = requests.iter().filter(|request| request.status == Some(429)).count();
    let times: Vec<Duration> = requests.iter().map(|request| request.at).collect();
    let busiest = (0..times.len())
        .map(|first| {
            times
                .iter()
                .filter(|at| **at >= times[first] && **at < times[first] + Duration::from_secs(1))
                .count()
        })
        .max();
    let ideal = Duration::from_secs(1) * MESSAGES / ALLOWED;
    println!("{MESSAGES} messages took {took:.1?}; at {ALLOWED} per second they would take {ideal:.1?}");
    println!("used: {:.1} % of what is allowed", 100.0 * ideal.as_secs_f64() / took.as_secs_f64());
    println!("the last of {} questions stood after {last_question:.1?}", MESSAGES / QUESTION_EACH);
    println!("in the busiest second: {}; throttled: {throttled}", busiest.unwrap_or(0));
}
