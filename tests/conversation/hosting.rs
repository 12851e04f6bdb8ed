//! What the agency's own system is told of what happens.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn the_agencys_system_is_told_each_step_of_a_sign_in_once() {
    play(&expect![[r#"
        given bella is linked to @bella
        given the agency’s system is told by a webhook
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_app_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
                 the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"app"}: taken
        10:00:18 the next answer will be wrong
        10:00:20 bella says 111 222
                 bella: “111 222” of bella is deleted
                 API ← code 111222 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 the host ← attempt.code_relayed {"account":"acc_bella","attempt_id":"att_1","challenge":"app"}: taken
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #3: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
                 the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"app"}: taken
        10:00:30 bella says 333 444
                 bella: “333 444” of bella is deleted
                 API ← code 333444 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 the host ← attempt.code_relayed {"account":"acc_bella","attempt_id":"att_1","challenge":"app"}: taken
                 the host ← attempt.completed {"account":"acc_bella","attempt_id":"att_1","ending":"connected"}: taken
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
        10:01:00 time passes
    "#]]);
}

#[test]
fn what_an_endpoint_does_not_take_it_is_told_again_after_growing_pauses() {
    play(&expect![[r#"
        given bella is linked to @bella
        given the agency’s system is told by a webhook
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:01 the next delivery will be refused
        10:00:01 the next delivery will be refused
        10:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}: refused
        10:00:09 time passes
        10:00:10 time passes
                 the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
        10:00:39 time passes
        10:00:41 time passes
                 the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: taken
        10:01:00 sam presses Cancel
                 sam sees for a moment: Done.
                 the host ← attempt.failed {"account":"acc_bella","attempt_id":"att_1","ending":"cancelled"}: taken
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:05:00 time passes
    "#]]);
}

#[test]
fn what_happened_before_a_stop_is_told_after_the_start_to_endpoints_that_are_still_there() {
    play_as_it_stands(
        "the bridge stops",
        &expect![[r#"
            given bella is linked to @bella
            given bella is linked to @carla
            given the agency’s system is told by a webhook
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:01 the next delivery will be refused
            10:00:05 the API shows needs_otp
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}: refused
            10:00:06 the bridge stops
            10:00:20 the bridge starts
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: taken
            10:00:30 the next delivery will be refused
            10:00:40 bella presses Not me
                     bella sees for a moment: Done.
                     the host ← attempt.declined {"account":"acc_bella","attempt_id":"att_1","ending":"declined"}: refused
                     the host ← account.frozen {"account":"acc_bella","attempt_id":"att_1"}: taken
                     bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                     sam #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                     bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                         [Allow again]
                     sam #3: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                     kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
            10:00:41 the bridge stops
            10:00:42 the config has no webhook any more
            10:00:50 the bridge starts
            10:10:00 time passes
        "#]],
    );
}

#[test]
fn an_endpoint_that_takes_nothing_for_a_day_is_not_told_any_more() {
    play_as_it_stands(
        "a day is long",
        &expect![[r#"
            given bella is linked to @bella
            given the agency’s system is told by a webhook
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:01 the next delivery will be refused
            10:00:02 the API shows needs_otp
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}: refused
            10:20:00 time passes
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     bella #1 edited: @bella: asked again below. (tag 11)
                     bella #2: Still waiting for you:
                         Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}: refused
                     bella #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                     sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
            day 2 12:00:00 time passes
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"sms"}, once more: refused
                     the host is not told that again
                     the host ← attempt.expired {"account":"acc_bella","attempt_id":"att_1","ending":"unanswered"}, once more: refused
                     the host is not told that again
        "#]],
    );
}

#[test]
fn not_me_is_told_as_a_decline_and_a_freeze() {
    play(&expect![[r#"
        given bella is linked to @bella
        given the agency’s system is told by a webhook
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_face_otp with face link
                 bella #1: Sam (Acme) is signing in to @bella.
                     A face check is needed. Open it, do it, then press “I have done it”.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Open face check]
                     [I have done it]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the face check from Bella
                     [Nudge] [Cancel]
                 the host ← attempt.question_sent {"account":"acc_bella","attempt_id":"att_1","challenge":"face"}: taken
        10:00:20 bella presses Not me
                 bella sees for a moment: Done.
                 the host ← attempt.declined {"account":"acc_bella","attempt_id":"att_1","ending":"declined"}: taken
                 the host ← account.frozen {"account":"acc_bella","attempt_id":"att_1"}: taken
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #3: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
    "#]]);
}

#[test]
fn a_question_that_nobody_answers_is_told_as_expired() {
    play(&expect![[r#"
        given bella is linked to @bella
        given the agency’s system is told by a stream
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 the stream ← attempt.question_sent att_1
        10:20:00 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 the stream ← attempt.expired att_1
                 bella #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
    "#]]);
}
