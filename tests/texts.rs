//! The bot's whole voice on one page for each language, and proof that each message of the file can be said.

mod board;
mod languages;
mod rounds;

mod trail;

use std::time::Duration;

use expect_test::expect_file;
use jiff::tz::TimeZone;
use twofa_bridge::model::notice::{
    AccountLine, Again, CanRead, CheckReport, CheckSaid, Ending, LinkShown, MarkShown, MuteSaid, MyAccount,
    Notice, OrderSaid, Progress, Question, QuestionEnd, QuestionMode, QuietSaid, ReadyAgain, ReadyEnd,
    ReadyQuestion, Remark, Status, Usage, WhoMay,
};
use twofa_bridge::model::record::{ChallengeKind, CodeKind, Starter};
use twofa_bridge::model::{
    AccountId, AttemptId, Handle, Language, Mark, Name, PersonId, Quiet, QuietHours, Seed, Tag, Timestamp,
};
use twofa_bridge::texts::{Does, Role, Texts};

/// 2026-11-22 14:05 UTC
const NOON: Timestamp = Timestamp(1_795_356_300_000);

fn texts() -> Texts {
    Texts::new("Acme", "TwofaBridgeBot", TimeZone::UTC, 400).unwrap()
}

/// The texts of each language.
fn all_texts() -> Vec<(Language, Texts)> {
    let texts = texts();
    Language::ALL.map(|language| (language, texts.in_language(language))).into()
}

fn bella() -> Handle {
    Handle::parse("bella").unwrap()
}

fn name(name: &str) -> Name {
    Name::new(name)
}

fn sam() -> Starter {
    Starter::Manager { person: PersonId(1001), name: name("Sam") }
}

fn host() -> Starter {
    Starter::Host { name: name("Night shift") }
}

fn question(kind: ChallengeKind) -> Question {
    let link = match kind {
        ChallengeKind::Code(_) => LinkShown::NotNeeded,
        ChallengeKind::Face | ChallengeKind::Phone => LinkShown::Given,
    };
    Question {
        handle: bella(),
        starter: sam(),
        started_at: NOON,
        tag: Tag(42),
        kind,
        email_mask: None,
        again: None,
        link,
        mode: QuestionMode::Open,
        mark: Some(mark()),
    }
}

fn mark() -> Mark {
    Seed([1; 32]).mark(1)
}

fn marks() -> Vec<Notice> {
    let shown = |may_change| MarkShown { mark: mark(), may_change };
    let linked = |mark| Notice::Linked { handle: bella(), mark };
    vec![
        linked(None),
        linked(Some(shown(true))),
        linked(Some(shown(false))),
        Notice::MarkGiven { handle: bella(), mark: shown(true) },
        Notice::MarkGiven { handle: bella(), mark: shown(false) },
        Notice::MarkVoid,
        Notice::OtherLinked { handle: bella(), name: name("Ann"), inviter: sam() },
    ]
}

fn questions() -> Vec<Notice> {
    let app = || question(CodeKind::App.into());
    let mut all: Vec<Question> = [CodeKind::Sms, CodeKind::App, CodeKind::Email, CodeKind::Some]
        .into_iter()
        .map(|kind| question(kind.into()))
        .collect();
    all.push(Question {
        email_mask: Some("b•••@example.com".to_owned()),
        starter: host(),
        ..question(CodeKind::Email.into())
    });
    for kind in [ChallengeKind::Face, ChallengeKind::Phone] {
        for link in [LinkShown::Given, LinkShown::Missing, LinkShown::Unusable] {
            all.push(Question { link, ..question(kind) });
        }
    }
    let again = [
        Again::Wrong { tries_left: 2 },
        Again::Wrong { tries_left: 1 },
        Again::Reminder,
        Again::Nudged,
        Again::Unsure,
        Again::Postponed,
        Again::NotDone,
        Again::EmailUnsure,
        Again::TooLate,
        Again::Throttled,
    ];
    all.extend(again.map(|again| Question { again: Some(again), ..app() }));
    let modes =
        [QuestionMode::ChoosingLater, QuestionMode::Postponed { until: NOON }, QuestionMode::Checking];
    all.extend(modes.map(|mode| Question { mode, ..app() }));
    all.into_iter().map(Notice::Question).collect()
}

fn question_ends() -> Vec<Notice> {
    let ends = [
        QuestionEnd::Done,
        QuestionEnd::Accepted,
        QuestionEnd::Wrong,
        QuestionEnd::WrongForGood,
        QuestionEnd::Failed,
        QuestionEnd::AnsweredBy { name: name("Ann") },
        QuestionEnd::Expired,
        QuestionEnd::Cancelled,
        QuestionEnd::NotMe,
        QuestionEnd::Withdrawn,
        QuestionEnd::NotNeeded,
        QuestionEnd::Unsure,
        QuestionEnd::OurFault,
        QuestionEnd::MustWait { seconds: 42 },
        QuestionEnd::PutOff { until: NOON },
        QuestionEnd::Over,
    ];
    ends.map(|end| Notice::QuestionEnded { handle: bella(), tag: Tag(42), end }).into()
}

fn endings() -> Vec<Ending> {
    vec![
        Ending::Connected,
        Ending::OtherAccount { account: AccountId::parse("acc_9").unwrap() },
        Ending::Failed,
        Ending::Unknown,
        Ending::Gone,
        Ending::NoCredentials,
        Ending::AccountUnknown,
        Ending::Throttled { seconds: Some(3_700) },
        Ending::Throttled { seconds: None },
        Ending::ApiRefuses,
        Ending::ApiDeclines,
        Ending::ApiUnreachable,
        Ending::MaybeStarted,
        Ending::AttemptTaken,
        Ending::WrongCodes,
        Ending::NotMe { name: name("Bella") },
        Ending::NotNow { name: name("Bella") },
        Ending::NobodyReady,
        Ending::ReadyInVain { name: name("Bella") },
        Ending::Begun,
        Ending::Cancelled { name: name("Sam") },
        Ending::Unanswered,
        Ending::TooOld,
        Ending::Unreachable { names: vec![name("Bella"), name("Ann")] },
        Ending::Withdrawn,
        Ending::PutOff { name: name("Bella"), until: NOON },
    ]
}

fn status(progress: Progress, remark: Option<Remark>) -> Status {
    Status { handle: bella(), tag: Tag(7), starter: sam(), started_at: NOON, progress, remark }
}

fn statuses() -> Vec<Notice> {
    let app = ChallengeKind::Code(CodeKind::App);
    let waiting = |kind| Progress::Waiting { kind, names: vec![name("Bella")] };
    let mut all: Vec<Status> = [
        Progress::AskingReady { names: vec![name("Bella"), name("Ann")] },
        Progress::ReadyTooOften { until: NOON },
        Progress::ReadyQuiet { name: name("Bella"), quiet: spell() },
        Progress::Starting,
        Progress::Working,
        Progress::WaitingAfterWrong { kind: app, names: vec![name("Bella")], tries_left: 2 },
        Progress::WaitingAfterWrong { kind: app, names: vec![name("Bella")], tries_left: 1 },
        Progress::WaitingForALink { kind: app },
        Progress::AskedTooOften { kind: app, until: NOON },
        Progress::Postponed { name: name("Bella"), until: NOON },
        Progress::Checking,
        Progress::Unusual { state: "needs_palm_reading".to_owned() },
    ]
    .map(|progress| status(progress, None))
    .into();
    for kind in [CodeKind::Sms, CodeKind::App, CodeKind::Email, CodeKind::Some] {
        all.push(status(waiting(kind.into()), None));
    }
    for kind in [ChallengeKind::Face, ChallengeKind::Phone] {
        all.push(status(waiting(kind), None));
    }
    let remarks = [
        Remark::ApiUnreachable,
        Remark::ApiRefuses,
        Remark::ApiThrottles,
        Remark::UnusableLink,
        Remark::MissingLink,
        Remark::EmailFailed,
        Remark::Unreachable { names: vec![name("Bella")] },
        Remark::Later { name: name("Bella"), until: NOON },
        Remark::ReadyQuiet { name: name("Bella"), quiet: spell() },
        Remark::AskedSilently { name: name("Bella"), quiet: spell() },
    ];
    all.extend(remarks.map(|remark| status(Progress::Working, Some(remark))));
    all.extend(endings().into_iter().map(|ending| status(Progress::Ended { ending, seconds: 72 }, None)));
    all.into_iter().map(Notice::Status).collect()
}

#[expect(clippy::too_many_lines, reason = "one of each")]
fn others() -> Vec<Notice> {
    let handle = bella;
    let usages = [
        Usage::Reauth,
        Usage::Ready,
        Usage::Invite,
        Usage::Watch,
        Usage::Nudge,
        Usage::Check,
        Usage::Order,
        Usage::Cancel,
        Usage::Unlink,
        Usage::Status,
        Usage::Stop,
        Usage::Audit,
        Usage::Unknown,
    ];
    let account = |frozen, people| AccountLine { handle: handle(), people, frozen };
    let mine = |frozen| MyAccount {
        handle: handle(),
        inviter: Starter::Operator,
        since: NOON,
        frozen,
        mark: Some(mark()),
    };
    let mut all = vec![
        Notice::Welcome,
        Notice::HelpCreator,
        Notice::HelpManager,
        Notice::Privacy,
        Notice::NotForYou,
        Notice::InvitationUseless,
        Notice::OnlyInPrivate,
        Notice::NotForManagers,
        Notice::TooManyLinks { handle: handle() },
        Notice::TooManyOpen,
        Notice::CommandTooOld,
        Notice::Languages,
        Notice::Invited { handle: handle(), inviter: sam() },
        Notice::InvitationDeclined { handle: handle() },
        Notice::MyAccounts { links: vec![], quiet: None },
        Notice::MyAccounts { links: vec![mine(false), mine(true)], quiet: None },
        Notice::MyAccounts { links: vec![mine(false)], quiet: Some(night()) },
        Notice::Stopped { handle: handle() },
        Notice::Unlinked { handle: handle() },
        Notice::NotLinked { handle: handle() },
        Notice::QuestionRepeated { handle: handle(), tag: Tag(42) },
        Notice::ReadyAgain { handle: handle(), starter: sam(), mark: Some(mark()) },
        Notice::ReadyAnswered { handle: handle(), started: true },
        Notice::ReadyAnswered { handle: handle(), started: false },
        Notice::FrozenByYou { handle: handle() },
        Notice::AllowedByYou { handle: handle() },
        Notice::NothingOpen,
        Notice::NoCode { digits_min: 4, digits_max: 8 },
        Notice::TwoCodes,
        Notice::TypeTheCode,
        Notice::TooEarly,
        Notice::TelegramsOwnCode,
        Notice::StillChecking { handle: handle() },
        Notice::NoCodeWanted { handle: handle() },
        Notice::WhichByReply,
        Notice::WhichAccount {
            choices: vec![(handle(), Tag(7)), (Handle::parse("carla").unwrap(), Tag(42))],
        },
        Notice::AccountChosen { handle: Some(handle()) },
        Notice::AccountChosen { handle: None },
        Notice::DeleteItYourself,
        Notice::CodeNotUsed,
        Notice::ButtonExpired,
        Notice::Noted,
        Notice::EmailAskedFor,
        Notice::EmailCooldown { seconds: 42 },
        Notice::TellingTheApi,
        Notice::UnknownHandle { handle: handle() },
        Notice::AmbiguousHandle {
            handle: handle(),
            accounts: vec![AccountId::parse("acc_1").unwrap(), AccountId::parse("acc_9").unwrap()],
        },
        Notice::AccountsUnavailable { handle: handle() },
        Notice::ReauthLimit { handle: handle(), seconds: 42 },
        Notice::AlreadyOpen { handle: handle(), tag: Tag(42) },
        Notice::AlreadyAsked { handle: handle(), tag: Tag(42) },
        Notice::AccountFrozen { handle: handle() },
        Notice::NobodyLinked { handle: handle() },
        Notice::InvitationMade { handle: handle(), expires_at: NOON },
        Notice::InvitationsRevoked { handle: handle(), count: 0 },
        Notice::InvitationsRevoked { handle: handle(), count: 1 },
        Notice::InvitationsRevoked { handle: handle(), count: 2 },
        Notice::InvitationAccepted { handle: handle(), name: name("Bella") },
        Notice::InvitationRefused { handle: handle(), name: name("Bella") },
        Notice::NotMeAlert { handle: handle(), tag: Tag(42), name: name("Bella"), starter: host() },
        Notice::AllowedAgain { handle: handle(), name: name("Bella") },
        Notice::CreatorStopped { handle: handle(), name: name("Bella") },
        Notice::CreatorUnreachable { handle: handle(), name: name("Bella") },
        Notice::CreatorNotNow { handle: handle(), name: name("Bella") },
        Notice::LinksEnded { handle: handle(), names: vec![name("Bella"), name("Ann")] },
        Notice::Nudged { handle: handle(), names: vec![name("Bella"), name("Ann")] },
        Notice::NothingToNudge { handle: handle() },
        Notice::NudgeTooSoon { handle: handle(), seconds: 42 },
        Notice::NudgeTooOften { handle: handle(), until: NOON },
        Notice::NudgeQuiet { handle: handle(), until: NOON },
        Notice::NothingToCancel { handle: handle() },
        Notice::AttemptTaken { attempt: AttemptId::parse("att_1").unwrap() },
        Notice::Accounts { accounts: vec![], more: 0 },
        Notice::Accounts {
            accounts: vec![
                account(false, vec![]),
                account(true, vec![(name("Bella"), true), (name("Ann"), false)]),
            ],
            more: 3,
        },
        Notice::Open { attempts: vec![status(Progress::Working, None)], more: 1 },
    ];
    all.extend(usages.map(Notice::Usage));
    all
}

/// Whether now is a good time, and what became of that.
fn ready() -> Vec<Notice> {
    let question = ReadyQuestion {
        handle: bella(),
        starter: sam(),
        asked_at: NOON,
        tag: Tag(42),
        again: None,
        later: None,
        mark: Some(mark()),
    };
    let questions = [
        question.clone(),
        ReadyQuestion { again: Some(ReadyAgain::Reminder), starter: host(), ..question.clone() },
        ReadyQuestion { again: Some(ReadyAgain::HourOver), ..question.clone() },
        ReadyQuestion { again: Some(ReadyAgain::Nudged), ..question.clone() },
        ReadyQuestion { later: Some(NOON), ..question },
    ];
    let ends = [
        ReadyEnd::Started,
        ReadyEnd::CannotStart,
        ReadyEnd::NotNow,
        ReadyEnd::Repeated,
        ReadyEnd::AnsweredBy { name: name("Ann") },
        ReadyEnd::Expired,
        ReadyEnd::Cancelled,
        ReadyEnd::Stopped,
        ReadyEnd::Withdrawn,
        ReadyEnd::Begun,
        ReadyEnd::NotNeeded,
    ];
    let ends = ends.map(|end| Notice::ReadyEnded { handle: bella(), tag: Tag(42), end });
    questions.map(Notice::Ready).into_iter().chain(ends).collect()
}

fn night() -> QuietHours {
    QuietHours::read("23:00-08:00 Europe/Madrid", None).unwrap()
}

fn spell() -> Quiet {
    Quiet { since: NOON, until: NOON.plus(Duration::from_hours(9)) }
}

fn quiet() -> Vec<Notice> {
    let said = [
        QuietSaid::Are { hours: Some(night()) },
        QuietSaid::Are { hours: None },
        QuietSaid::Set { hours: night() },
        QuietSaid::Off,
        QuietSaid::NotTimes,
        QuietSaid::SameTimes,
        QuietSaid::NoZone,
        QuietSaid::UnknownZone { nearest: "Europe/Madrid".to_owned() },
        QuietSaid::NotForYou,
    ];
    said.map(Notice::Quiet).into()
}

fn mutes() -> Vec<Notice> {
    let said = [
        MuteSaid::On { until: Some(NOON) },
        MuteSaid::On { until: None },
        MuteSaid::Off,
        MuteSaid::NotDuration,
    ];
    said.map(Notice::Mute).into()
}

fn sessions() -> Vec<Notice> {
    vec![Notice::SessionDead { handle: bella() }, Notice::SessionAlive { handle: bella() }]
}

fn checks() -> Vec<Notice> {
    let states = [
        CanRead::Unknown,
        CanRead::Yes { at: NOON },
        CanRead::No,
        CanRead::AskedTooOften,
        CanRead::Unanswered,
    ];
    let report =
        |people| CheckSaid::Report(CheckReport { handle: bella(), starter: sam(), asked_at: NOON, people });
    let said = [
        CheckSaid::Question { handle: bella(), starter: sam(), mark: Some(mark()) },
        CheckSaid::Ended { handle: bella(), read: true },
        CheckSaid::Ended { handle: bella(), read: false },
        report(states.map(|state| (name("Bella"), state)).into()),
        report(Vec::new()),
        CheckSaid::TooSoon { handle: bella(), seconds: 42 },
    ];
    said.map(Notice::Check).into()
}

fn orders() -> Vec<Notice> {
    let people = || vec![name("Bella"), name("Ann"), name("Charlotte Antoinette")];
    let order = |people, next_after, who_may| {
        Notice::Order(OrderSaid { handle: bella(), people, next_after, who_may })
    };
    vec![
        order(people(), None, WhoMay::You),
        order(people(), Some(120), WhoMay::You),
        order(people(), Some(90), WhoMay::Other { name: name("Bella") }),
        order(people(), None, WhoMay::Nobody),
        order(vec![name("Bella")], None, WhoMay::Nobody),
    ]
}

fn personal() -> Vec<Notice> {
    let handle = bella;
    vec![
        Notice::MyData,
        Notice::ForgetMe { handles: vec![handle(), Handle::parse("carla").unwrap()], frozen: vec![handle()] },
        Notice::NotForgotten,
        Notice::Forgotten { frozen: vec![] },
        Notice::Forgotten { frozen: vec![handle()] },
        Notice::ForgetNoManager,
    ]
}

/// Everything the bot can say.
fn everything() -> Vec<Notice> {
    [
        others(),
        board::boards(),
        rounds::rounds(),
        personal(),
        marks(),
        ready(),
        quiet(),
        mutes(),
        sessions(),
        checks(),
        orders(),
        trail::trails(),
        questions(),
        question_ends(),
        statuses(),
    ]
    .concat()
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect()
}

/// A message as it would stand in a chat.
fn page(texts: &Texts, notice: &Notice) -> String {
    let rendered = texts.render(notice, Some(&Seed([1; 32]).word(1)));
    let mut lines = vec![visible(&rendered.text)];
    for row in rendered.buttons {
        let labels = row.iter().map(|button| match button.does {
            Does::Choose(_) => format!("[{}]", visible(&button.label)),
            Does::Open => format!("[{} ↗]", visible(&button.label)),
        });
        lines.push(labels.collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

#[test]
fn the_whole_voice_stands_on_one_page() {
    for (language, texts) in all_texts() {
        let mut pages: Vec<String> = everything().iter().map(|notice| page(&texts, notice)).collect();
        for role in [Role::Creator, Role::Manager, Role::Group] {
            let menu =
                texts.commands(role).into_iter().map(|(name, says)| format!("/{name} – {}", visible(&says)));
            pages.push(menu.collect::<Vec<_>>().join("\n"));
        }
        let file = format!("{}/tests/texts/{}.txt", env!("CARGO_MANIFEST_DIR"), language.tag());
        expect_file![file].assert_eq(&(pages.join("\n\n――――\n\n") + "\n"));
    }
}

#[test]
fn no_message_lacks_its_words_or_a_variable() {
    for (language, texts) in all_texts() {
        for notice in everything() {
            let said = page(&texts, &notice);
            assert!(!said.contains('{') && !said.contains('}'), "{language:?}: {said}");
            // A unit that is cut short by a full stop, at the end of a sentence.
            assert!(!said.contains(".."), "{language:?}: {said}");
            assert!(said.chars().count() <= 4_096, "{language:?}: {said}");
        }
    }
}

#[test]
fn each_message_of_the_file_can_be_said() {
    let texts = texts();
    let mut said: String = everything().iter().map(|notice| page(&texts, notice)).collect();
    for role in [Role::Creator, Role::Manager, Role::Group] {
        said.extend(texts.commands(role).into_iter().map(|(_, says)| visible(&says)));
    }
    let file = include_str!("../src/texts/en.ftl");
    let mut id = "";
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let words = match line.split_once(" =") {
            Some((name, words)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                id = name;
                words
            }
            _ => line.split_once("] ").map_or(line, |(_, words)| words),
        };
        if id.starts_with("format-") {
            // A form, which is not said as it stands.
            continue;
        }
        // The longest run of words between two variables.
        let run = words.split(['{', '}']).step_by(2).map(str::trim).max_by_key(|run| run.len()).unwrap_or("");
        assert!(said.contains(run), "nothing says {run:?} of {id}");
    }
}

#[test]
fn what_comes_from_outside_cannot_become_a_mention_or_run_into_the_text() {
    let texts = texts();
    let said = texts.render(&Notice::Linked { handle: bella(), mark: None }, None).text;
    assert!(said.contains("@\u{2068}bella\u{2069}"), "{said}");
    assert!(!said.contains("@bella"), "{said}");
    let notice = Notice::InvitationAccepted { handle: bella(), name: name("\u{202e}evil\u{2069} t.me/x") };
    let said = texts.render(&notice, None).text;
    assert!(said.starts_with("\u{2068}evil t\u{2024}me\u{2215}x\u{2069} accepted"), "{said:?}");
}

#[test]
fn an_invitation_link_is_whole() {
    let word = Seed([1; 32]).word(1);
    let notice = Notice::InvitationMade { handle: bella(), expires_at: NOON };
    let said = texts().render(&notice, Some(&word)).text;
    assert!(said.ends_with(&format!("https://t.me/TwofaBridgeBot?start={}", word.expose())), "{said}");
}
