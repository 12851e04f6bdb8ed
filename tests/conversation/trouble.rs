//! What goes wrong at the account API, and what comes of it.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn an_attempt_that_the_api_forgets_is_over() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:10 the API answers looks with 404
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ over: the account API does not know this sign-in (404). It has expired, or the id is wrong.
        10:01:10 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
    "#]]);
}

#[test]
fn a_session_that_is_gone_is_over() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:10 the API answers looks with 410
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ over: the account’s session is no longer valid (410). Re-link the account at the account API.
    "#]]);
}

#[test]
fn a_refused_key_is_told_and_the_sign_in_goes_on_when_it_is_mended() {
    play_as_it_stands(
        "what is wrong with the API at the moment is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:05 the API answers looks with refused
                     sam #2 edited: ⋮ The account API refuses our key. Whoever runs this bot must mend that. ⋮
            10:00:40 time passes
            10:01:10 the API shows needs_otp
            10:02:10 the API is well again
            10:03:00 time passes
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:03:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 3 min 10 s
        "#]],
    );
}

#[test]
fn an_api_that_does_not_answer_thrice_is_told_and_recovers() {
    play_as_it_stands(
        "what is wrong with the API at the moment is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:05 the API answers looks with unreachable
            10:00:06 time passes
            10:00:07 time passes
                     sam #2 edited: ⋮ The account API does not answer at the moment. I keep trying. ⋮
            10:00:20 time passes
            10:01:20 the API is well again
                     sam #2 edited: ⋮ (less) ⋮
            10:02:05 time passes
            10:02:10 the API shows needs_otp
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:02:20 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 2 min 20 s
        "#]],
    );
}

#[test]
fn an_api_that_throttles_thrice_is_told_and_recovers() {
    play_as_it_stands(
        "what is wrong with the API at the moment is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:05 the API answers looks with 429 1s
            10:00:07 time passes
            10:00:10 time passes
                     sam #2 edited: ⋮ The account API asks us to slow down, so this takes longer. ⋮
            10:00:20 the API is well again
                     sam #2 edited: ⋮ (less) ⋮
            10:00:40 the API shows needs_otp
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
        "#]],
    );
}

#[test]
fn a_short_silence_of_the_api_is_not_told() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API answers looks with unreachable
        10:00:06 the API is well again
        10:00:10 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_code_that_got_lost_and_moved_nothing_goes_once_more() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:08 the next answer will be lost
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 API ← code 123456 for att_1
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 10 s
    "#]]);
}

#[test]
fn a_code_that_got_lost_twice_is_asked_for_anew() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:07 the next answer will be lost
        10:00:08 the next answer will be lost
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 API ← code 123456 for att_1
                 bella #1 edited: That answer for @bella was not used, as far as I can tell. (tag 11)
                 bella #3: I could not tell whether your last answer arrived, so I need a fresh one. Sorry!
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_code_whose_answer_got_lost_was_taken_if_the_attempt_moved() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:08 the next answer will be lost, but taken: needs_app_otp
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:15 the next answer will be lost, but taken: completed_success
        10:00:20 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_code_whose_answer_got_lost_was_wrong_if_the_attempt_says_so() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:08 the next answer will be lost, but taken: wrong_2fa_code_retry
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #3: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:20 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_lost_code_after_a_wrong_one_is_not_submitted_again() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:07 the next answer will be wrong
        10:00:08 the next answer will be lost
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #3: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:20 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: That answer for @bella was not used, as far as I can tell. (tag 11)
                 bella #5: I could not tell whether your last answer arrived, so I need a fresh one. Sorry!
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:30 bella says 333444
                 bella: “333444” of bella is deleted
                 API ← code 333444 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn a_declined_code_counts_as_a_wrong_one() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:08 the next answer will be declined
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #3: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:20 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_throttled_code_goes_when_it_may() {
    play_as_it_stands(
        "a code that waits to go is not remembered",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:08 the next answer will be 429 5s
            10:00:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
            10:00:14 time passes
            10:00:15 time passes
                     API ← code 123456 for att_1
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 15 s
        "#]],
    );
}

#[test]
fn a_code_that_cannot_reach_the_api_goes_a_moment_later() {
    play_as_it_stands(
        "a code that waits to go is not remembered",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:08 the next answer will be unreachable
            10:00:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
            10:00:12 time passes
                     API ← code 123456 for att_1
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 12 s
        "#]],
    );
}

#[test]
fn a_code_that_never_reaches_the_api_is_asked_for_anew() {
    play_as_it_stands(
        "a code that waits to go is not remembered",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:06 the next answer will be unreachable
            10:00:07 the next answer will be unreachable
            10:00:08 the next answer will be unreachable
            10:00:09 the next answer will be unreachable
            10:00:10 the next answer will be unreachable
            10:00:11 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
            10:00:29 time passes
                     API ← code 123456 for att_1
                     API ← code 123456 for att_1
                     API ← code 123456 for att_1
                     API ← code 123456 for att_1
                     bella #1 edited: That answer for @bella was not used, as far as I can tell. (tag 11)
                     bella #3: I could not tell whether your last answer arrived, so I need a fresh one. Sorry!
                         Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:00:40 bella says 222333
                     bella: “222333” of bella is deleted
                     API ← code 222333 for att_1
                     bella #3 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #3 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 40 s
        "#]],
    );
}

#[test]
fn a_code_that_a_refused_key_kept_from_going_is_asked_for_anew_when_it_is_mended() {
    play_as_it_stands(
        "what is wrong with the API at the moment is not remembered",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:07 the next answer will be refused
            10:00:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: Your answer for @bella could not be passed on: something on our side is broken, and whoever runs this knows. I will ask again when it works. (tag 11)
                     sam #2 edited: ⋮ working…
                         The account API refuses our key. Whoever runs this bot must mend that. ⋮
            10:00:20 bella says 123456
                     bella: “123456” of bella is deleted
                     bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
            10:01:05 time passes
                     bella #5: Sam (Acme) is signing in to @bella. (the rest as above)
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:01:10 bella says 222333
                     bella: “222333” of bella is deleted
                     API ← code 222333 for att_1
                     bella #5 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #5 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 1 min 10 s
        "#]],
    );
}

#[test]
fn a_refused_key_is_no_wrong_code() {
    play_as_it_stands(
        "what is wrong with the API at the moment is not remembered",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:06 the next answer will be wrong
            10:00:07 the next answer will be refused
            10:00:10 bella says 111222
                     bella: “111222” of bella is deleted
                     API ← code 111222 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: That code for @bella did not work. (tag 11)
                     bella #3: That code did not work. You have 2 tries left.
                         Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                         [Nudge] [Cancel]
            10:00:20 bella says 222333
                     bella: “222333” of bella is deleted
                     API ← code 222333 for att_1
                     bella #3 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #3 edited: Your answer for @bella could not be passed on: something on our side is broken, and whoever runs this knows. I will ask again when it works. (tag 11)
                     sam #2 edited: ⋮ working…
                         The account API refuses our key. Whoever runs this bot must mend that. ⋮
            10:01:05 time passes
                     bella #5: I could not tell whether your last answer arrived, so I need a fresh one. Sorry!
                         Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                         [Nudge] [Cancel]
            10:01:10 bella says 333444
                     bella: “333444” of bella is deleted
                     API ← code 333444 for att_1
                     bella #5 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #5 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 1 min 10 s
        "#]],
    );
}

#[test]
fn an_email_is_not_sent_again_because_a_key_was_refused() {
    play_as_it_stands(
        "what is wrong with the API at the moment is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:05 the API shows needs_email
                     API ← send the email for att_1
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the email.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Send the email again]
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the email from Bella
                         [Nudge] [Cancel]
            10:00:07 the next answer will be refused
            10:00:10 bella says 111222
                     bella: “111222” of bella is deleted
                     API ← code 111222 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: Your answer for @bella could not be passed on: something on our side is broken, and whoever runs this knows. I will ask again when it works. (tag 11)
                     sam #2 edited: ⋮ working…
                         The account API refuses our key. Whoever runs this bot must mend that. ⋮
            10:01:05 time passes
                     bella #3: Sam (Acme) is signing in to @bella. (the rest as above)
                     sam #2 edited: ⋮ waiting for the code from the email from Bella
                         [Nudge] [Cancel]
            10:01:10 bella says 333444
                     bella: “333444” of bella is deleted
                     API ← code 333444 for att_1
                     bella #3 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #3 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 1 min 10 s
        "#]],
    );
}

#[test]
fn a_code_whose_attempt_is_gone_ends_it() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:07 the next answer will be 410
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ over: the account’s session is no longer valid (410). Re-link the account at the account API.
    "#]]);
}

#[test]
fn an_authenticator_code_that_is_too_old_is_not_submitted_a_second_time() {
    play_as_it_stands(
        "a code that waits to go is not remembered",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:08 the next answer will be hanging
            10:00:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
            10:00:36 the API answers the code: lost
                     bella #1 edited: That answer for @bella was not used, as far as I can tell. (tag 11)
                     bella #3: Your code was too old by the time I could pass it on, so I need a fresh one. Sorry!
                         Sam (Acme) is signing in to @bella.
                         Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                         [Nudge] [Cancel]
            10:00:40 bella says 222333
                     bella: “222333” of bella is deleted
                     API ← code 222333 for att_1
                     bella #3 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #3 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 40 s
        "#]],
    );
}

#[test]
fn a_code_that_the_api_does_not_judge_is_asked_for_anew() {
    play_as_it_stands(
        "a code without a verdict is asked for again sooner after a restart",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:08 the next answer will be unchanged
            10:00:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
            10:00:39 time passes
            10:00:40 time passes
                     bella #1 edited: That answer for @bella was not used, as far as I can tell. (tag 11)
                     bella #3: I could not tell whether your last answer arrived, so I need a fresh one. Sorry!
                         Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:00:50 bella says 222333
                     bella: “222333” of bella is deleted
                     API ← code 222333 for att_1
                     bella #3 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #3 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 50 s
        "#]],
    );
}

#[test]
fn each_refusal_of_a_reauthentication_has_clear_words() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the next reauthentication will be 412
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        11:00:00 the next reauthentication will be 404
        11:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 11:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ the account API does not know this account (404). /accounts shows those that it knows.
        12:00:00 the next reauthentication will be 410
        12:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #6: @bella · tag 13 · Sam (Acme), 12:00 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ over: the account’s session is no longer valid (410). Re-link the account at the account API.
        13:00:00 the next reauthentication will be 429
        13:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #8: @bella · tag 14 · Sam (Acme), 13:00 UTC
                     starting…
                     [Cancel]
                 sam #8 edited: ⋮ the account API asks us to wait (429). Try again in a few minutes.
        14:00:00 the next reauthentication will be 429 90s
        14:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #10: @bella · tag 15 · Sam (Acme), 14:00 UTC
                     starting…
                     [Cancel]
                 sam #10 edited: ⋮ the account API asks us to wait 1 min 30 s (429). Try again then.
        15:00:00 the next reauthentication will be refused
        15:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #12: @bella · tag 16 · Sam (Acme), 15:00 UTC
                     starting…
                     [Cancel]
                 sam #12 edited: ⋮ the account API refuses our key. Whoever runs this bot must mend that; `twofa-bridge check` says how.
        16:00:00 the next reauthentication will be declined
        16:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #14: @bella · tag 17 · Sam (Acme), 16:00 UTC
                     starting…
                     [Cancel]
                 sam #14 edited: ⋮ the account API declined. Nothing was started. Look at the account there; if nothing is wrong with it, try again once.
        17:00:00 the next reauthentication will be unreachable
        17:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #16: @bella · tag 18 · Sam (Acme), 17:00 UTC
                     starting…
                     [Cancel]
                 sam #16 edited: ⋮ the account API cannot be reached. Nothing was started; try again in a few minutes.
        18:00:00 the next reauthentication will be lost
        18:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #18: @bella · tag 19 · Sam (Acme), 18:00 UTC
                     starting…
                     [Cancel]
                 sam #18 edited: ⋮ I cannot tell whether this sign-in was started: no answer came. I do not start it again by myself. Look at the account API, or send /reauth again.
    "#]]);
}

#[test]
fn a_reauthentication_that_brings_a_known_attempt_watches_nothing_new() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows completed_success
                 sam #2 edited: ⋮ connected in 5 s
        10:02:00 the next reauthentication will be the same attempt
        10:02:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ the account API answered with a sign-in that is already known here. Nothing new is watched. /status shows it.
    "#]]);
}

#[test]
fn a_reauthentication_may_be_cancelled_before_it_is_answered() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the next reauthentication will be hanging
        10:00:05 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
        10:00:10 kim says /reauth @bella
                 kim #2: A sign-in to @bella is open already (tag 11). /status shows it, /cancel @bella ends it.
        10:00:20 sam presses Cancel
                 sam sees for a moment: Done.
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:30 the API answers the reauthentication: pending
        10:00:40 the API shows needs_otp
    "#]]);
}

#[test]
fn a_slow_answer_is_waited_for() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:07 the next answer will be hanging
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:15 bella says 654321
                 bella: “654321” of bella is deleted
                 bella #4: I am still checking the answer before for @bella. If it does not work, I will ask again.
        10:00:30 the API answers the code: wrong
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #5: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:40 bella says 654321
                 bella: “654321” of bella is deleted
                 API ← code 654321 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn the_answer_to_a_reauthentication_that_was_cancelled_is_not_taken_for_the_next_one() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the next reauthentication will be hanging
        10:00:01 the next reauthentication will be hanging
        10:00:05 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
        10:00:10 sam says /cancel @bella
                 sam #2 edited: ⋮ cancelled by Sam
        10:01:05 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #5: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
        10:01:10 the API answers the reauthentication: 412
        10:01:15 the API answers the reauthentication: pending
                 sam #5 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn an_authenticator_code_that_the_api_makes_wait_for_too_long_is_asked_for_anew_in_time() {
    play_as_it_stands(
        "how long the API wants to be left alone is not remembered",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:10 the next answer will be 429 40s
            10:00:15 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: The platform asks me to wait, and your code for @bella will be too old by then. I will ask for a fresh one in 40 s. (tag 11)
                     sam #2 edited: ⋮ working…
                         The account API asks us to slow down, so this takes longer. ⋮
            10:00:25 time passes
            10:00:54 time passes
            10:00:55 time passes
                     bella #3: The platform made me wait until your last code was too old, so I need a fresh one. Sorry!
                         Sam (Acme) is signing in to @bella.
                         Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                         [Nudge] [Cancel]
            10:01:00 bella says 222333
                     bella: “222333” of bella is deleted
                     API ← code 222333 for att_1
                     bella #3 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #3 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 1 min 0 s
        "#]],
    );
}

#[test]
fn a_code_that_did_not_arrive_is_not_taken_for_one_that_did() {
    play_as_it_stands(
        "a restart forgets that the code surely did not arrive",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:10 the next answer will be unreachable
            10:00:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
            10:00:11 the API shows pending
                     bella #1 edited: This is no longer needed for @bella. (tag 11)
                     sam #2 edited: ⋮ working… ⋮
            10:00:20 bella says 654321
                     bella: “654321” of bella is deleted
                     bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
            10:01:00 the API shows needs_otp
                     bella #5: Sam (Acme) is signing in to @bella. (the rest as above)
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
        "#]],
    );
}
