//! Creators and managers are never mixed up, not even when somebody changes sides in the config.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::tz::TimeZone;
use twofa_bridge::model::incoming::{Content, Happened, Incoming, Message, Speaker};
use twofa_bridge::model::notice::{Notice, Progress};
use twofa_bridge::model::record::{LinkRecord, PersonRecord, Record, Starter};
use twofa_bridge::model::{
    AccountId, AttemptId, AttemptState, Change, Handle, Language, MessageId, Name, PersonId, Said, Seed,
    Snapshot, TelegramTime, Timestamp, UpdateId,
};
use twofa_bridge::switchboard::command::Command;
use twofa_bridge::switchboard::event::Event;
use twofa_bridge::switchboard::limits::Limits;
use twofa_bridge::switchboard::pace::Pace;
use twofa_bridge::switchboard::{Settings, Switchboard, TrailLimits};

pub(crate) const NOW: Timestamp = Timestamp(1_795_356_300_000);
pub(crate) const BELLA: PersonId = PersonId(2001);
pub(crate) const SAM: PersonId = PersonId(1001);

pub(crate) fn settings(managers: BTreeSet<PersonId>) -> Settings {
    let config = twofa_bridge::config::Limits::default();
    Settings {
        managers,
        chats: BTreeSet::new(),
        bot: "TwofaBridgeBot".to_owned(),
        accounts: vec![(AccountId::parse("acc_1").unwrap(), Handle::parse("bella").unwrap())],
        limits: Limits {
            wrong_codes_max: config.wrong_codes_max,
            question_lifetime: config.question_lifetime,
            question_repeat_after: config.question_repeat_after,
            ready_lifetime: config.ready_lifetime,
            ask_next_after: config.ask_next_after,
            questions_per_hour: config.questions_per_hour,
            reauth_interval: config.reauth_interval,
            reauths_per_hour: config.reauths_per_hour,
            reauths_per_day: config.reauths_per_day,
            attempt_lifetime: config.attempt_lifetime,
            invitation_lifetime: config.invitation_lifetime,
            email_cooldown: config.email_cooldown,
            code_digits_min: 4,
            code_digits_max: 8,
        },
        ask_first: false,
        reauths_at_once: 5,
        pace: Pace {
            working: Duration::from_secs(2),
            asking: Duration::from_secs(30),
            elsewhere: Duration::from_secs(4),
            session_check: None,
        },
        trail: TrailLimits { keep: Duration::from_hours(400 * 24), entries_max: 50_000 },
        zone: TimeZone::UTC,
        group_language: Language::default(),
    }
}

/// Bella, linked to @bella.
pub(crate) fn linked() -> Vec<Record> {
    let name = Name::new("Bella");
    vec![
        Record::Person(PersonRecord {
            id: BELLA,
            name,
            language: None,
            chosen_language: None,
            menu: None,
            reachable: true,
            questions: vec![],
            quiet: None,
            muted: None,
        }),
        Record::Link(LinkRecord {
            account: AccountId::parse("acc_1").unwrap(),
            person: BELLA,
            invited_by: Starter::Operator,
            accepted_at: NOW,
            mark: Some(Seed([9; 32]).mark(0)),
        }),
    ]
}

fn needs_otp() -> Snapshot {
    Snapshot {
        attempt: AttemptId::parse("att_1").unwrap(),
        state: AttemptState::NeedsOtp,
        account: None,
        face_link: None,
        page_link: None,
        phone_link: None,
        email_mask: None,
        otp_channel: None,
    }
}

/// Hands an attempt over and shows that it wants a code; gives everything that was ordered.
fn attempt_wants_a_code(switchboard: &mut Switchboard) -> Vec<Command> {
    let attempt = AttemptId::parse("att_1").unwrap();
    let account = "acc_1".to_owned();
    let started_by = Name::new("crm");
    let mut ordered = Vec::new();
    for event in [
        Event::Started,
        Event::Listed(Ok(vec![])),
        Event::Handed { ticket: 1, attempt: attempt.clone(), account, started_by },
    ] {
        ordered.extend(switchboard.handle(NOW, event, Seed([1; 32])));
    }
    let request = ordered.iter().find_map(|it| match it {
        Command::Look { request, .. } => Some(*request),
        _ => None,
    });
    let seen = Event::Seen { attempt, request: request.unwrap(), result: Ok(needs_otp()) };
    ordered.extend(switchboard.handle(NOW, seen, Seed([2; 32])));
    ordered
}

fn asked(ordered: &[Command]) -> Vec<i64> {
    let shows = ordered.iter().filter_map(|it| match it {
        Command::Show(show) if matches!(show.notice, Notice::Question(_)) => Some(show.to.chat.0),
        _ => None,
    });
    shows.collect()
}

#[test]
fn a_creator_is_asked() {
    let mut switchboard = Switchboard::restore(settings(BTreeSet::from([SAM])), linked());
    assert_eq!(asked(&attempt_wants_a_code(&mut switchboard)), [BELLA.0]);
}

#[test]
fn a_creator_who_has_become_a_manager_is_asked_no_more() {
    let mut switchboard = Switchboard::restore(settings(BTreeSet::from([SAM, BELLA])), linked());
    let ordered = attempt_wants_a_code(&mut switchboard);
    assert_eq!(asked(&ordered), [0_i64; 0]);
    let last = ordered.iter().rev().find_map(|it| match it {
        Command::Show(show) => match &show.notice {
            Notice::Status(status) => Some(status.progress.clone()),
            _ => None,
        },
        _ => None,
    });
    assert!(matches!(last, Some(Progress::WaitingForALink { .. })), "{last:?}");
}

#[test]
fn a_question_that_was_open_is_closed_to_whoever_has_become_a_manager() {
    let mut before = Switchboard::restore(settings(BTreeSet::from([SAM])), linked());
    let mut records: Vec<Record> = linked();
    let mut ordered = attempt_wants_a_code(&mut before);
    let question = ordered.iter().find_map(|it| match it {
        Command::Show(show) if matches!(show.notice, Notice::Question(_)) => Some(show.clone()),
        _ => None,
    });
    let question = question.unwrap();
    let date = TelegramTime(NOW.0 / 1_000);
    let (post, revision) = (question.post, question.revision);
    let shown = Event::Shown { post, revision, message: MessageId(5), date };
    ordered.extend(before.handle(NOW, shown, Seed([3; 32])));
    for command in ordered {
        let Command::Save(changes) = command else { continue };
        for change in changes {
            let key = match &change {
                Change::Put(record) => record.key(),
                Change::Remove(key) => key.clone(),
            };
            records.retain(|record| record.key() != key);
            if let Change::Put(record) = change {
                records.push(record);
            }
        }
    }

    let mut after = Switchboard::restore(settings(BTreeSet::from([SAM, BELLA])), records);
    let started = after.handle(NOW, Event::Started, Seed([4; 32]));
    let request = started.iter().find_map(|it| match it {
        Command::Look { request, .. } => Some(*request),
        _ => None,
    });
    let attempt = AttemptId::parse("att_1").unwrap();
    after.handle(
        NOW,
        Event::Seen { attempt, request: request.unwrap(), result: Ok(needs_otp()) },
        Seed([5; 32]),
    );
    let message = Message {
        at: BELLA.chat(),
        private: true,
        speaker: Some(Speaker { id: BELLA, name: Name::new("Bella"), language: None }),
        id: MessageId(6),
        date,
        edited: None,
        replies_to: None,
        from_telegram: false,
        content: Content::Text(Said::new("123456".to_owned())),
    };
    let heard = Event::Heard(Incoming { update: UpdateId(1), what: Happened::Wrote(message) });
    let ordered = after.handle(NOW, heard, Seed([6; 32]));
    assert!(!ordered.iter().any(|it| matches!(it, Command::Submit { .. })), "{ordered:?}");
    let press = twofa_bridge::model::incoming::Press {
        query: "q".to_owned(),
        speaker: Speaker { id: BELLA, name: Name::new("Bella"), language: None },
        at: Some(BELLA.chat()),
        message: Some(MessageId(5)),
        data: format!("{}.l", question.offer.unwrap().0),
    };
    let pressed = Event::Heard(Incoming { update: UpdateId(2), what: Happened::Pressed(press) });
    let ordered = after.handle(NOW, pressed, Seed([7; 32]));
    let expired = ordered
        .iter()
        .any(|it| matches!(it, Command::AnswerPress { notice: Some(Notice::ButtonExpired), .. }));
    assert!(expired, "{ordered:?}");
}
