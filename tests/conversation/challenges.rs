//! Each kind of challenge, and how they follow one another.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn the_email_is_sent_before_its_code_is_asked_for() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_email with mask b***@mail.example
                 API ← send the email for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the email to b***@mail.example.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Send the email again]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the email from Bella
                     [Nudge] [Cancel]
        10:00:30 bella presses Send the email again
                 bella sees for a moment: The email can be sent again in 35 s.
        10:01:10 bella presses Send the email again
                 API ← send the email for att_1
                 bella sees for a moment: The email is on its way.
        10:01:20 bella says 12345678
                 bella: “12345678” of bella is deleted
                 API ← code 12345678 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 1 min 20 s
    "#]]);
}

#[test]
fn an_email_that_may_not_have_been_sent_is_asked_about_all_the_same() {
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
            10:00:02 the next email will be lost
            10:00:05 the API shows needs_email
                     API ← send the email for att_1
                     bella #1: I could not make sure that the email was sent. If it does not come, press “Send the email again”.
                         Sam (Acme) is signing in to @bella.
                         Please send me the code from the email.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Send the email again]
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the email from Bella
                         I could not make sure that the email was sent. If it does not come, the creator can press “Send the email again”.
                         [Nudge] [Cancel]
            10:01:04 bella presses Send the email again
                     bella sees for a moment: The email can be sent again in 1 s.
            10:01:05 bella presses Send the email again
                     API ← send the email for att_1
                     bella sees for a moment: The email is on its way.
                     sam #2 edited: ⋮ (less) ⋮
            10:01:20 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 1 min 20 s
        "#]],
    );
}

#[test]
fn an_email_that_the_api_does_not_show_the_attempt_with_is_asked_about() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:02 the next email will be the same attempt
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
        10:01:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 1 min 20 s
    "#]]);
}

#[test]
fn the_email_of_an_attempt_that_is_gone_is_not_asked_about() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:02 the next email will be 404
        10:00:05 the API shows needs_email
                 API ← send the email for att_1
                 sam #2 edited: ⋮ over: the account API does not know this sign-in (404). It has expired, or the id is wrong.
    "#]]);
}

#[test]
fn a_second_email_gate_has_its_own_email() {
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
        10:00:10 the next answer will be needs_app_otp
        10:00:20 bella says 123456
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
        10:00:30 the next answer will be needs_email
        10:00:40 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 API ← send the email for att_1
                 bella #3 edited: That worked. @bella needs one more thing. (tag 11)
                 sam #2 edited: ⋮ working… ⋮
                 bella #5: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the email from Bella
                     [Nudge] [Cancel]
        10:00:50 bella says 444555
                 bella: “444555” of bella is deleted
                 API ← code 444555 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 50 s
    "#]]);
}

#[test]
fn a_face_check_is_done_when_the_api_says_so() {
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
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: @bella does not need a code right now. Please see my last question.
        10:00:15 the next answer will be unchanged
        10:00:20 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
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
        10:00:25 the next answer will be pending
        10:00:30 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:40 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_face_check_that_is_seen_done_needs_no_button() {
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
        10:00:40 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_face_check_without_a_link_is_told_to_both() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_face_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     A face check is needed, but no link came with it. Your manager knows. If you did it in the app, press “I have done it”.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [I have done it]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the face check from Bella
                     The API sent no link for the face check. The creator can only do it in the app.
                     [Nudge] [Cancel]
        10:00:20 the API shows needs_face_otp with face link
                 bella #1 edited: ⋮ A face check is needed. Open it, do it, then press “I have done it”.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Open face check] ⋮
                 sam #2 edited: ⋮ (less) ⋮
        10:00:30 the API shows needs_face_otp with another face link
        10:00:40 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_face_check_with_an_unsafe_link_is_told_to_both() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_face_otp with an unsafe link
                 bella #1: Sam (Acme) is signing in to @bella.
                     A face check is needed, but its link is not safe to open, so I am not showing it. Your manager knows.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [I have done it]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the face check from Bella
                     The API sent a link that is not safe to open, so I am not showing it.
                     [Nudge] [Cancel]
        10:00:20 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_face_check_takes_the_page_link_when_there_is_no_other() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_face_otp with page link
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
        10:00:20 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_face_check_is_asked_of_everybody_who_is_linked() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
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
                 ben #1: Sam (Acme) is signing in to @bella.
                     A face check is needed. Open it, do it, then press “I have done it”.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Open face check]
                     [I have done it]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the face check from Bella, Ben
                     [Nudge] [Cancel]
        10:00:10 the next answer will be pending
        10:00:20 bella presses I have done it
                 API ← face check done for att_1
                 bella sees for a moment: Telling the platform…
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:25 ben presses I have done it
                 ben sees for a moment: I am still checking the answer before for @bella. If it does not work, I will ask again.
        10:00:30 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 ben #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn a_confirmation_on_the_phone_has_its_link() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows awaiting_mobile_session with phone link and page link
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please confirm the sign-in: open the link and follow it.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Open the confirmation]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for a confirmation on the phone from Bella
                     [Nudge] [Cancel]
        10:00:10 bella says done
                 bella #3: @bella does not need a code right now. Please see my last question.
        10:00:40 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_confirmation_on_the_phone_may_have_no_link() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows awaiting_mobile_session
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please confirm the sign-in in the app on your phone.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for a confirmation on the phone from Bella
                     [Nudge] [Cancel]
        10:00:40 the API shows needs_otp
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella ⋮
        10:00:50 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 50 s
    "#]]);
}

#[test]
fn a_wrong_code_may_be_corrected_with_the_same_kind_of_code() {
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
        10:00:10 the next answer will be wrong
        10:00:11 the next answer will be wrong
        10:00:20 bella says 111111
                 bella: “111111” of bella is deleted
                 API ← code 111111 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
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
        10:00:50 bella says 222222
                 bella: “222222” of bella is deleted
                 API ← code 222222 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: That code for @bella did not work. (tag 11)
                 bella #5: That code did not work. You have one try left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (one try left)
                     [Nudge] [Cancel]
        10:01:20 bella says 333333
                 bella: “333333” of bella is deleted
                 API ← code 333333 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 1 min 20 s
    "#]]);
}

#[test]
fn three_wrong_codes_end_the_sign_in() {
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
        10:00:10 the next answer will be wrong
        10:00:11 the next answer will be wrong
        10:00:12 the next answer will be wrong
        10:00:20 bella says 111111
                 bella: “111111” of bella is deleted
                 API ← code 111111 for att_1
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
        10:00:30 bella says 222222
                 bella: “222222” of bella is deleted
                 API ← code 222222 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: That code for @bella did not work. (tag 11)
                 bella #5: That code did not work. You have one try left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (one try left)
                     [Nudge] [Cancel]
        10:00:40 bella says 333333
                 bella: “333333” of bella is deleted
                 API ← code 333333 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: That code for @bella did not work either, so this sign-in is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: the wrong codes are used up. Start again when the creator is ready.
        10:00:50 bella says 444444
                 bella: “444444” of bella is deleted
                 bella #8: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
    "#]]);
}

#[test]
fn a_new_kind_of_code_does_not_reset_the_count_of_wrong_ones() {
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
        10:00:10 the next answer will be wrong
        10:00:11 the next answer will be needs_app_otp
        10:00:12 the next answer will be wrong
        10:00:13 the next answer will be wrong
        10:00:20 bella says 111111
                 bella: “111111” of bella is deleted
                 API ← code 111111 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #3: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the email.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Send the email again]
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:30 bella says 222222
                 bella: “222222” of bella is deleted
                 API ← code 222222 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #5: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:40 bella says 333333
                 bella: “333333” of bella is deleted
                 API ← code 333333 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: That code for @bella did not work. (tag 11)
                 bella #7: That code did not work. You have one try left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (one try left)
                     [Nudge] [Cancel]
        10:00:50 bella says 444444
                 bella: “444444” of bella is deleted
                 API ← code 444444 for att_1
                 bella #7 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #7 edited: That code for @bella did not work either, so this sign-in is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: the wrong codes are used up. Start again when the creator is ready.
    "#]]);
}

#[test]
fn a_wrong_code_that_did_not_come_through_us_counts() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the API shows wrong_2fa_code_retry for att_7
        10:00:05 sam says /watch att_7 @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 bella #1: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that you were just sent.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_7
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 15 s
    "#]]);
}

#[test]
fn an_email_is_followed_by_the_authenticator_and_that_by_a_face_check() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_email with mask b***@mail.example
                 API ← send the email for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the email to b***@mail.example.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Send the email again]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the email from Bella
                     [Nudge] [Cancel]
        10:00:10 the next answer will be needs_app_otp
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 API ← code 111222 for att_1
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
        10:00:30 the next answer will be pending
        10:00:40 bella says 333444
                 bella: “333444” of bella is deleted
                 API ← code 333444 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:50 the API shows needs_face_otp with face link
                 bella #3 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #5: Sam (Acme) is signing in to @bella.
                     A face check is needed. Open it, do it, then press “I have done it”.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Open face check]
                     [I have done it]
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the face check from Bella
                     [Nudge] [Cancel]
        10:01:00 the API shows completed_success
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 1 min 0 s
    "#]]);
}

#[test]
fn a_challenge_may_turn_into_another_before_it_is_answered() {
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
        10:00:10 the API shows needs_app_otp
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella ⋮
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 API ← code 111222 for att_1
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn after_a_wrong_code_that_went_elsewhere_the_api_may_hint_at_the_kind() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows wrong_2fa_code_retry with channel app
                 bella #1: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:10 sam says /cancel @bella
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #5: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #5 edited: ⋮ working… ⋮
        10:01:05 the API shows wrong_2fa_code_retry with channel carrier_pigeon
                 bella #2: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that you were just sent.

                     Started 10:01 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #5 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
    "#]]);
}
