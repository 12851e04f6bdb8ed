//! What may go to the account API before it is on disk, and what may not.

use std::collections::BTreeSet;

use twofa_bridge::model::incoming::{Content, Happened, Incoming, Message, Speaker};
use twofa_bridge::model::{
    AttemptId, AttemptState, MessageId, Name, Notice, Said, Seed, Snapshot, TelegramTime, UpdateId,
};
use twofa_bridge::switchboard::Switchboard;
use twofa_bridge::switchboard::command::Command;
use twofa_bridge::switchboard::event::Event;

use crate::roles::{BELLA, NOW, SAM, linked, settings};

/// Bella is asked for a code because the API shows this state, and sends one: the order to pass it on.
fn code_is_passed_on(state: AttemptState) -> Command {
    let mut switchboard = Switchboard::restore(settings(BTreeSet::from([SAM])), linked());
    let attempt = AttemptId::parse("att_1").unwrap();
    let mut seeds = 0;
    let mut handle = |event| {
        seeds += 1;
        switchboard.handle(NOW, event, Seed([seeds; 32]))
    };
    handle(Event::Started);
    handle(Event::Listed(Ok(vec![])));
    let started_by = Name::new("crm");
    let ordered = handle(Event::Handed {
        ticket: 1,
        attempt: attempt.clone(),
        account: "acc_1".to_owned(),
        started_by,
    });
    let look = ordered.iter().find_map(|it| match it {
        Command::Look { request, .. } => Some(*request),
        _ => None,
    });
    let snapshot = Snapshot {
        attempt: attempt.clone(),
        state,
        account: None,
        face_link: None,
        page_link: None,
        phone_link: None,
        email_mask: None,
        otp_channel: None,
    };
    let ordered = handle(Event::Seen { attempt, request: look.unwrap(), result: Ok(snapshot) });
    let question = ordered.iter().find_map(|it| match it {
        Command::Show(show) if matches!(show.notice, Notice::Question(_)) => Some(show),
        _ => None,
    });
    let question = question.unwrap();
    let date = TelegramTime(NOW.0 / 1_000);
    let (post, revision) = (question.post, question.revision);
    handle(Event::Shown { post, revision, message: MessageId(5), date });
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
    let ordered = handle(heard);
    ordered.into_iter().find(|it| matches!(it, Command::Submit { .. })).unwrap()
}

#[test]
fn a_code_whose_arrival_shows_does_not_wait_for_the_disk() {
    assert!(!code_is_passed_on(AttemptState::NeedsOtp).waits_for_disk());
}

#[test]
fn a_code_that_follows_a_wrong_one_is_known_on_disk_before_it_is_passed_on() {
    // After the next wrong code the API shows what it shows now. Were the process killed in between, nothing would
    // tell that this code was judged, and it would be counted twice.
    assert!(code_is_passed_on(AttemptState::Wrong2faCodeRetry).waits_for_disk());
}
