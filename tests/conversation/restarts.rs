//! What becomes of what was under way when the bridge stopped.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn a_code_in_flight_is_submitted_once_more_if_the_attempt_has_not_moved() {
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
        10:00:12 the bridge restarts
                 API ← code 123456 for att_1
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 12 s
        10:00:20 time passes
    "#]]);
}

#[test]
fn a_code_in_flight_is_not_submitted_again_if_the_attempt_has_moved() {
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
        10:00:12 the bridge stops
        10:00:13 the API shows needs_app_otp
        10:00:14 the bridge starts
                 bella #1 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
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
fn a_code_in_flight_that_was_wrong_is_told_after_the_restart() {
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
        10:00:12 the bridge stops
        10:00:13 the API shows wrong_2fa_code_retry
        10:00:14 the bridge starts
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
fn a_code_in_flight_after_a_wrong_one_is_never_submitted_again() {
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
        10:00:06 the next answer will be wrong
        10:00:07 the next answer will be hanging
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
        10:00:15 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:20 the bridge restarts
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
        10:00:30 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn an_authenticator_code_in_flight_that_is_too_old_after_the_restart_is_asked_for_anew() {
    play(&expect![[r#"
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
        10:00:07 the next answer will be hanging
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:12 the bridge stops
        10:00:40 the bridge starts
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
        10:00:50 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 50 s
    "#]]);
}

#[test]
fn a_code_that_came_while_the_bridge_was_away_is_used() {
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
        10:00:10 the bridge stops
        10:00:20 bella says 123456
        10:00:30 the bridge starts
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn an_authenticator_code_that_came_while_the_bridge_was_away_is_too_old() {
    play(&expect![[r#"
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
        10:00:10 the bridge stops
        10:00:20 bella says 123456
        10:00:50 the bridge starts
                 bella: “123456” of bella is deleted
                 bella #1 edited: That answer for @bella was not used, as far as I can tell. (tag 11)
                 bella #3: Your code was too old by the time I could pass it on, so I need a fresh one. Sorry!
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:01:00 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 1 min 0 s
    "#]]);
}

#[test]
fn a_sign_in_that_ended_while_the_bridge_was_away_is_told() {
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
        10:00:10 the bridge stops
        10:00:20 bella says 123456
        10:00:25 the API shows completed_failed
        10:00:30 the bridge starts
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
                 bella #1 edited: The sign-in to @bella failed. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ failed: the platform gave up this sign-in. Wait a little before you try again; many tries look suspicious to it.
    "#]]);
}

#[test]
fn a_question_whose_time_ran_out_while_the_bridge_was_away_is_closed() {
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
        10:00:10 the bridge stops
        10:12:00 the bridge starts
                 bella #1 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
    "#]]);
}

#[test]
fn a_reauthentication_in_the_air_is_told_as_maybe_started() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the next reauthentication will be hanging
        10:00:05 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
        10:00:10 the bridge restarts
                 sam #2 edited: ⋮ I cannot tell whether this sign-in was started: no answer came. I do not start it again by myself. Look at the account API, or send /reauth again.
        10:01:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn a_button_that_was_pressed_while_the_bridge_was_away_works() {
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
        10:00:10 the bridge stops
        10:00:20 bella presses Not me
        10:00:30 the bridge starts
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #3: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
    "#]]);
}

#[test]
fn an_account_that_was_chosen_while_the_bridge_was_away_is_known() {
    play(&expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:00 sam says /reauth @carla
                 API ← reauthenticate acc_carla
                 sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 the API shows needs_otp for att_2
                 bella #2: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 bella #4: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:25 the bridge stops
        10:00:30 bella presses @carla · 12
        10:00:35 the bridge starts
                 bella sees for a moment: Done.
                 bella #4 edited: For @carla.
                 API ← code 111222 for att_2
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 35 s
        10:00:40 bella says 333444
                 bella: “333444” of bella is deleted
                 API ← code 333444 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_face_check_said_to_be_done_before_a_restart_is_open_again() {
    play(&expect![[r#"
        given bella is linked to @bella
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
        10:00:10 the next answer will be hanging
        10:00:20 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:25 the bridge restarts
                 bella #1 edited: The face check is not finished yet, says the platform.
                     Sam (Acme) is signing in to @bella.
                     A face check is needed. Open it, do it, then press “I have done it”.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Open face check]
                     [I have done it]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the face check from Bella
                     [Nudge] [Cancel]
        10:00:30 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn what_telegram_did_not_take_is_shown_when_it_does() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:03 telegram is down
            10:00:05 the API shows needs_otp
            10:00:20 telegram is up
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:00:30 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 30 s
        "#]],
    );
}

#[test]
fn an_answer_to_a_command_that_telegram_did_not_take_comes_later() {
    play_as_it_stands(
        "a command that only asks is answered anew",
        &expect![[r#"
            given bella is linked to @bella
            10:00:03 telegram is down
            10:00:05 sam says /accounts
            10:00:15 sam says /unlink @bella
            10:00:20 telegram is up
                     sam #3: Accounts:
                         @bella – Bella
                         @carla – nobody
                     bella #1: Acme has ended your link to @bella. You will not be asked about it again.
                     sam #4: No longer linked to @bella: Bella.
        "#]],
    );
}

#[test]
fn a_command_whose_answer_was_lost_with_the_bridge_is_answered_after_all() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:03 telegram is down
        10:00:05 sam says /accounts
        10:00:06 sam says /invite @carla
        10:00:10 the bridge restarts
        10:00:20 telegram is up
                 sam #3: Accounts:
                     @bella – Bella
                     @carla – nobody
                 sam #4: Send this link to the creator of @carla. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
    "#]]);
}

#[test]
fn what_a_command_has_done_is_told_though_the_bridge_was_restarted() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:03 telegram is down
            10:00:05 sam says /unlink @bella
            10:00:10 the bridge restarts
            10:00:20 telegram is up
                     bella #1: Acme has ended your link to @bella. You will not be asked about it again.
                     sam #2: No longer linked to @bella: Bella.
        "#]],
    );
}

#[test]
fn a_code_that_was_in_a_message_before_its_question_arrived_is_not_used() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:03 telegram is down
            10:00:05 the API shows needs_otp
            10:00:10 bella says 123456
            10:00:20 telegram is up
                     bella #2: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
                     bella: “123456” of bella is deleted
                     bella #3: That came before my question, so I have not used it. Please send a fresh code.
            10:00:30 bella says 222333
                     bella: “222333” of bella is deleted
                     API ← code 222333 for att_1
                     bella #2 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #2 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 30 s
        "#]],
    );
}

#[test]
fn an_email_that_was_asked_for_is_not_asked_for_again() {
    play(&expect![[r#"
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
        10:00:10 the bridge restarts
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
fn invitations_and_promises_outlive_the_bridge() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /invite @carla
                 sam #2: Send this link to the creator of @carla. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 the bridge stops
        10:00:20 carla opens the invitation
        10:00:30 the bridge starts
                 carla #2: Sam (Acme) invites you to be asked for the sign-in codes of @carla.

                     If you accept: whenever Acme reconnects @carla, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:40 the bridge restarts
        10:00:50 carla presses Accept
                 carla sees for a moment: Done.
                 carla #2 edited: You are linked to @carla. When Acme reconnects it, I ask you here.

                     To end this, send /stop @carla.

                     Your pictures for @carla are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Carla accepted and is linked to @carla.
    "#]]);
}

#[test]
fn a_code_in_flight_at_two_ends_of_the_bridge_is_not_submitted_a_third_time() {
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
        10:00:08 the next answer will be hanging
        10:00:09 the next answer will be hanging
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:12 the bridge restarts
                 API ← code 123456 for att_1
        10:00:14 the bridge restarts
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
fn a_code_sent_after_a_question_that_the_bridge_does_not_know_it_asked_is_used() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:04 the bridge will die when it has asked
        10:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:15 bella says 123456
        10:00:20 the bridge starts
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) is signing in to @bella. (the rest as above)
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_code_from_before_a_question_that_the_bridge_does_not_know_it_asked_is_not_used() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:03 the bridge will die when it has asked
        10:00:04 bella has written, unheard, 123456
        10:00:05 the API shows needs_otp
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:05 bella is heard
        10:00:20 the bridge starts
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) is signing in to @bella. (the rest as above)
                 bella: “123456” of bella is deleted
                 bella #4: That came before my question, so I have not used it. Please send a fresh code.
        10:00:30 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn a_question_is_asked_twice_at_most_for_one_end_of_the_bridge() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:04 the bridge will die when it has asked
        10:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:15 the bridge starts
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 bella #2: Sam (Acme) is signing in to @bella. (the rest as above)
        10:00:25 the bridge restarts
        10:00:35 the bridge restarts
        10:00:40 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_manager_who_was_taken_off_the_list_loses_everything_at_the_next_start() {
    play_as_it_stands(
        "a manager is on the list until the next start",
        &expect![[r#"
            given bella is linked to @bella
            given carla is linked to @carla
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
            10:00:06 sam says /invite @carla
                     sam #4: Send this link to the creator of @carla. It works once, until 2026-01-06 10:00 UTC:

                         https://t.me/TwofaBridgeBot?start=word-1
                         [Revoke]
            10:00:07 kim says /reauth @carla
                     API ← reauthenticate acc_carla
                     kim #2: @carla · tag 12 · Kim (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     kim #2 edited: ⋮ working… ⋮
            10:00:10 the bridge stops
            10:00:11 the config takes off its list sam
            10:00:12 the bridge starts
                     office #1: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
                     sam #2 edited: This is for managers of Acme only.
            10:00:20 sam presses the gone Cancel
                     sam sees for a moment: This button no longer works.
            10:00:21 sam presses the gone Revoke
                     sam sees for a moment: This button no longer works.
            10:00:22 sam says /status
                     sam #6: This is for managers of Acme only.
            10:00:23 sam says /cancel @bella
                     sam #8: This is for managers of Acme only.
            10:00:24 sam says in the office: /status
                     office #3: This is for managers of Acme only.
            10:00:25 kim says /status @carla
                     kim #4: @carla (12): working…
            10:00:26 dora opens the invitation
                     dora #2: This invitation does not work. Ask whoever sent it for a new one.
            10:00:30 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     office #1 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     office #1 edited: ⋮ connected in 30 s
            10:00:40 kim says /status @bella
                     kim #6: @bella (11): connected in 30 s
            10:01:40 kim says /reauth @bella
                     API ← reauthenticate acc_bella
                     kim #8: @bella · tag 13 · Kim (Acme), 10:01 UTC
                         starting…
                         [Cancel]
                     kim #8 edited: ⋮ working… ⋮
            10:01:45 the API shows needs_otp for att_3
                     bella #3: Kim (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:01 UTC · tag 13
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     kim #8 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:01:50 bella presses Not me
                     bella sees for a moment: Done.
                     bella #3 edited: The sign-in to @bella was stopped. (tag 13)
                     kim #8 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                     bella #4: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                         [Allow again]
                     kim #9: “Not me”: Bella says that the sign-in to @bella (tag 13), started by Kim (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
            10:01:55 sam says /forgetme
                     sam #10: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                         In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                         [Forget me]
            10:02:00 sam presses Forget me
                     sam sees for a moment: Done.
                     sam #10 edited: I keep nothing about you. Goodbye, and all the best!
            10:02:05 sam says /start
                     sam #12: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                         I only talk with people who were invited. If you were, open the link that you were sent.

                         /privacy tells what I keep.
        "#]],
    );
}

#[test]
fn what_a_former_manager_may_have_started_is_told_to_the_others() {
    play_as_it_stands(
        "a manager is on the list until the next start",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 the next reauthentication will be hanging
            10:00:05 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
            10:00:10 the bridge stops
            10:00:11 the config takes off its list sam
            10:00:12 the bridge starts
                     office #1: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         I cannot tell whether this sign-in was started: no answer came. I do not start it again by myself. Look at the account API, or send /reauth again.
                     sam #2 edited: This is for managers of Acme only.
        "#]],
    );
}

#[test]
fn a_message_before_the_first_look_does_not_make_an_answer_on_its_way_forgotten() {
    play_as_it_stands(
        "the answer that hangs would be lost with each life of the bridge",
        &expect![[r#"
            given bella is linked to @bella
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
            10:00:10 the API answers looks with unreachable
            10:00:15 the bridge restarts
            10:00:20 the next answer will be hanging
            10:00:21 bella presses I have done it
                     API ← face check done for att_1
                     bella sees for a moment: Telling the platform…
                     sam #2 edited: ⋮ checking…
                         [Cancel]
            10:00:25 bella says 123456
            10:00:30 the API answers the code: right
                     bella: “123456” of bella is deleted
                     bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 30 s
            10:00:40 the API is well again
        "#]],
    );
}

#[test]
fn a_code_waits_for_a_question_of_before_the_restart_though_another_stands() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:02 sam says /reauth @carla
                 API ← reauthenticate acc_carla
                 sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_face_otp for att_1 with face link
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
        10:00:10 telegram is down
        10:00:15 the API shows needs_otp for att_2
        10:00:20 the bridge restarts
        10:00:25 bella says 123456
        10:00:40 telegram is up
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_2
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 38 s
        "#]],
    );
}

#[test]
fn an_account_that_was_chosen_for_a_code_that_waits_is_known_after_a_restart() {
    play(&expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:00 sam says /reauth @carla
                 API ← reauthenticate acc_carla
                 sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 the API shows needs_otp for att_2
                 bella #2: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 bella #4: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:21 the API answers looks with unreachable
        10:00:22 the bridge restarts
        10:00:25 bella presses @carla · 12
                 bella sees for a moment: Done.
                 bella #4 edited: For @carla.
        10:00:28 the bridge restarts
        10:00:30 the API is well again
                 API ← code 111222 for att_2
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 30 s
        10:00:40 time passes
    "#]]);
}

#[test]
fn a_code_for_an_account_that_is_over_after_a_restart_is_for_no_other() {
    play(&expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:00 sam says /reauth @carla
                 API ← reauthenticate acc_carla
                 sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 the API shows needs_otp for att_2
                 bella #2: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 bella #4: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:21 the API answers looks with unreachable
        10:00:22 the bridge restarts
        10:00:25 bella presses @carla · 12
                 bella sees for a moment: Done.
                 bella #4 edited: For @carla.
        10:00:28 the bridge restarts
        10:00:29 the API shows completed_success for att_2
        10:00:30 the API is well again
                 bella #5: @carla does not need a code right now. Please see my last question.
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 30 s
        10:00:40 time passes
    "#]]);
}

#[test]
fn a_code_that_crosses_the_end_of_its_question_and_a_restart_is_for_no_other_account() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            given carla is linked to @bella
            given carla is linked to @carla
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:00 sam says /reauth @carla
                     API ← reauthenticate acc_carla
                     sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #4 edited: ⋮ working… ⋮
            10:00:05 the API shows needs_otp for att_1
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     carla #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🥁🚀
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella, Carla
                         [Nudge] [Cancel]
            10:00:06 the API shows needs_otp for att_2
                     carla #2: Sam (Acme) is signing in to @carla.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 12
                         Your pictures: 🥁🚀
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #4 edited: ⋮ waiting for the code from the SMS from Carla
                         [Nudge] [Cancel]
            10:00:20 telegram is down
            10:00:20 the next answer will be pending
            10:00:21 bella says 111222
                     bella: “111222” of bella is deleted
                     API ← code 111222 for att_1
            10:00:22 the bridge restarts
            10:00:30 carla says 333444
                     carla: “333444” of carla is deleted
            10:00:35 telegram is up
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     carla #1 edited: Bella has answered for @bella. (tag 11)
                     carla #4: For which account is that code?
                         [@carla · 12]
            10:00:40 carla presses @carla · 12
                     API ← code 333444 for att_2
                     carla sees for a moment: Done.
                     carla #2 edited: ⋮ checking…
                         [Not me]
                     sam #4 edited: ⋮ checking…
                         [Cancel]
                     carla #4 edited: For @carla.
                     carla #2 edited: @carla is connected. Thank you! (tag 12)
                     sam #4 edited: ⋮ connected in 40 s
        "#]],
    );
}

#[test]
fn a_code_that_is_written_before_a_restart_is_used_though_an_earlier_sign_in_has_ended() {
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
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 API ← code 111222 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
        10:02:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:02:05 the API shows needs_otp for att_2
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:02 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:02:20 the bridge stops
        10:02:21 bella says 333444
        10:02:25 the bridge starts
                 bella: “333444” of bella is deleted
                 API ← code 333444 for att_2
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 25 s
        10:02:30 time passes
    "#]]);
}
