//! Which question a message answers, and with which code.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn a_code_is_understood_however_it_is_written() {
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
        10:00:06 the next answer will be needs_app_otp
        10:00:07 the next answer will be needs_otp
        10:00:08 the next answer will be needs_app_otp
        10:00:09 the next answer will be needs_otp
        10:00:10 bella says 123-456
                 bella: “123-456” of bella is deleted
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
        10:00:20 bella says it is 1 2 3 4 5 6, thanks!
                 bella: “it is 1 2 3 4 5 6, thanks!” of bella is deleted
                 API ← code 123456 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #5: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:30 bella says １２３４５６
                 bella: “１２３４５６” of bella is deleted
                 API ← code 123456 for att_1
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #7: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:40 bella says ١٢٣ ٤٥٦
                 bella: “١٢٣ ٤٥٦” of bella is deleted
                 API ← code 123456 for att_1
                 bella #7 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #7 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #9: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:50 bella says G-123456 is your code
                 bella: “G-123456 is your code” of bella is deleted
                 API ← code 123456 for att_1
                 bella #9 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #9 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 50 s
    "#]]);
}

#[test]
fn two_candidates_are_asked_back() {
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
        10:00:10 bella says 123456 or 654321
                 bella: “123456 or 654321” of bella is deleted
                 bella #3: I see more than one number in that which could be the code, and I will not guess. Please send only the code.
        10:00:20 bella says the second one
                 bella #5: I do not see a code in that. A code has 4 to 8 digits; just send the digits.
        10:00:30 bella says 654321
                 bella: “654321” of bella is deleted
                 API ← code 654321 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn a_picture_is_not_read() {
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
        10:00:10 bella sends a photo
                 bella #3: Please type the code: I cannot read it from pictures, voice messages or stickers.
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
        10:00:30 bella sends a sticker
                 bella #6: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
    "#]]);
}

#[test]
fn a_message_without_a_code_is_explained() {
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
        10:00:10 bella says what is this?
                 bella #3: I do not see a code in that. A code has 4 to 8 digits; just send the digits.
        10:00:20 bella says 123
                 bella #5: I do not see a code in that. A code has 4 to 8 digits; just send the digits.
        10:00:30 bella says 123456789
                 bella #7: I do not see a code in that. A code has 4 to 8 digits; just send the digits.
        10:00:40 bella says 1234
                 bella: “1234” of bella is deleted
                 API ← code 1234 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_code_that_came_before_the_question_is_not_used() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:04 bella has written, unheard, 123456
        10:00:05 the API shows needs_otp
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 bella is heard
                 bella: “123456” of bella is deleted
                 bella #3: That came before my question, so I have not used it. Please send a fresh code.
        10:00:20 bella says 654321
                 bella: “654321” of bella is deleted
                 API ← code 654321 for att_1
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_code_when_nothing_is_open_is_not_used() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #2: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:00:25 the API shows needs_otp
                 bella #5: Sam (Acme) is signing in to @bella.
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
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn an_edited_message_is_a_new_answer() {
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
        10:00:10 bella says 12345678901
                 bella #3: I do not see a code in that. A code has 4 to 8 digits; just send the digits.
        10:00:20 bella edits 12345678901 to 123456
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
fn an_edit_from_before_the_question_is_not_used() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:02 bella says 12
                 bella #2: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:00:05 the API shows needs_otp
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:05 bella edits 12 to 123456
                 bella: “123456” of bella is deleted
                 bella #4: That came before my question, so I have not used it. Please send a fresh code.
        10:00:10 bella says 12
                 bella #6: I do not see a code in that. A code has 4 to 8 digits; just send the digits.
        10:00:20 bella edits 12 to 654321
                 bella: “654321” of bella is deleted
                 API ← code 654321 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_reply_finds_the_question_that_it_quotes() {
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
        10:00:10 the API shows needs_app_otp for att_2
                 bella #2: Sam (Acme) is signing in to @carla.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:20 bella replies to SMS: 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
        10:00:30 bella says 654321
                 bella: “654321” of bella is deleted
                 API ← code 654321 for att_2
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn with_two_open_questions_the_account_is_asked_for() {
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
        10:00:10 the API shows needs_app_otp for att_2
                 bella #2: Sam (Acme) is signing in to @carla.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #4: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:30 bella presses @carla · 12
                 API ← code 123456 for att_2
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #4 edited: For @carla.
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 30 s
        10:00:40 bella says 654321
                 bella: “654321” of bella is deleted
                 API ← code 654321 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn with_two_codes_and_two_questions_each_finds_its_own() {
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
        10:00:21 bella says 333444
                 bella: “333444” of bella is deleted
                 bella #6: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:30 bella presses @carla · 12
                 API ← code 333444 for att_2
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #6 edited: For @carla.
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 30 s
        10:00:40 bella presses @bella · 11
                 API ← code 111222 for att_1
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #4 edited: For @bella.
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_code_for_which_no_account_is_chosen_is_not_used() {
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
        10:00:25 the API shows completed_success for att_1
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 25 s
        10:00:30 time passes
        10:01:40 bella presses @bella · 11
                 bella sees for a moment: Done.
                 bella #4 edited: That code was not used. If I am still asking for one, please send a fresh code.
        10:01:50 bella says 333444
                 bella: “333444” of bella is deleted
                 API ← code 333444 for att_2
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 1 min 50 s
    "#]]);
}

#[test]
fn a_choice_that_is_never_made_runs_out() {
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
        10:11:00 time passes
                 bella #4 edited: That code was not used. If I am still asking for one, please send a fresh code.
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #5: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 bella #2 edited: @carla: asked again below. (tag 12)
                 bella #6: Still waiting for you:
                     Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 bella #5 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
                 bella #6 edited: The time to answer for @carla is over. You need not do anything. (tag 12)
                 sam #4 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
        10:11:10 bella presses the gone @bella · 11
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn a_reply_to_a_question_that_is_over_is_not_used_for_another() {
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
        10:00:15 sam says /cancel @bella
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:20 bella replies to cancelled: 123456
                 bella: “123456” of bella is deleted
                 bella #4: For which account is that code?
                     [@carla · 12]
        10:00:30 bella presses @carla · 12
                 API ← code 123456 for att_2
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #4 edited: For @carla.
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn a_second_answer_is_not_used_while_the_first_is_checked() {
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
        10:00:10 the next answer will be pending
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:25 bella says 654321
                 bella: “654321” of bella is deleted
                 bella #4: I am still checking the answer before for @bella. If it does not work, I will ask again.
        10:00:26 bella says hello?
                 bella #6: I am still checking the answer before for @bella. If it does not work, I will ask again.
        10:00:30 the API shows wrong_2fa_code_retry
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #7: That code did not work. You have 2 tries left.
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
                 bella #7 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #7 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn the_first_of_two_people_to_answer_wins_and_the_other_is_told() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
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
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella, Ben
                     [Nudge] [Cancel]
        10:00:10 the next answer will be wrong
        10:00:20 ben says 111222
                 ben: “111222” of ben is deleted
                 API ← code 111222 for att_1
                 bella #1 edited: Ben has answered for @bella. (tag 11)
                 ben #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 ben #1 edited: That code for @bella did not work. (tag 11)
                 bella #2: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #3: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella, Ben (2 tries left)
                     [Nudge] [Cancel]
        10:00:25 the next answer will be pending
        10:00:30 bella says 333444
                 bella: “333444” of bella is deleted
                 API ← code 333444 for att_1
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 ben #3 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:35 ben says 555666
                 ben: “555666” of ben is deleted
                 ben #5: I am still checking the answer before for @bella. If it does not work, I will ask again.
        10:00:40 the API shows completed_success
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_login_code_of_telegram_itself_is_refused() {
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
        10:00:10 bella forwards from Telegram: 12345
                 bella: “12345” of bella is deleted
                 bella #3: That looks like a login code of Telegram itself. Never send it to anybody, not to me either: whoever has it can take over your Telegram. I have not used it.
        10:00:20 bella says Login code: 54321. Do not give this code to anyone, even if they say they are from Telegram!
                 bella: “Login code: 54321. Do not give this code to anyone, even if they say they are from Telegram!” of bella is deleted
                 bella #5: That looks like a login code of Telegram itself. Never send it to anybody, not to me either: whoever has it can take over your Telegram. I have not used it.
        10:00:30 bella says 123456
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
fn a_login_code_of_telegram_itself_is_refused_even_when_nothing_is_open() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:10 bella forwards from Telegram: Login code: 12345
                 bella: “Login code: 12345” of bella is deleted
                 bella #2: That looks like a login code of Telegram itself. Never send it to anybody, not to me either: whoever has it can take over your Telegram. I have not used it.
        10:00:20 dora forwards from Telegram: Login code: 12345
                 dora: “Login code: 12345” of dora is deleted
                 dora #2: That looks like a login code of Telegram itself. Never send it to anybody, not to me either: whoever has it can take over your Telegram. I have not used it.
    "#]]);
}

#[test]
fn a_code_in_a_group_is_deleted_and_not_used() {
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
        10:00:10 bella says in the office: 123456
                 office: “123456” of bella is deleted
                 office #2: That works only in our private chat.
        10:00:20 bella says in the kitchen: it is 123456
                 kitchen: “it is 123456” of bella is deleted
                 kitchen #2: That works only in our private chat.
        10:00:30 bella says in the office: hello
        10:00:40 dora says in the office: 123456
        10:00:50 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 50 s
    "#]]);
}

#[test]
fn a_code_from_somebody_who_is_not_linked_is_not_used() {
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
        10:00:10 dora says 123456
                 dora #2: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:20 sam says 123456
                 sam #4: /reauth @account – reconnect an account (several are fine: /reauth @a @b, or /reauth all)
                     /ready @account – ask the creator first whether it is a good time, then reconnect
                     /nudge @account – ask once more
                     /check @account – see whether the creator can be reached
                     /status – all accounts and what is open; /status @account – one account
                     /cancel @account – stop asking
                     /watch <attempt id> @account – watch a sign-in that was started elsewhere
                     /invite @account – make a link for the creator; /invite @account revoke – take it back
                     /unlink @account – end all links of an account
                     /accounts – all accounts and who is linked
                     /audit @account – what was asked, answered and decided about it
                     /mute 2h (in private) – what you did not ask for comes without a sound (/mute alone: until /unmute); nothing is left out
                     /language (in private) – speak another language

                     In a group, write the command with my name behind it (/reauth@TwofaBridgeBot @account), or pick it from the menu: otherwise Telegram may not show it to me. You see how far a sign-in is, never a code.
    "#]]);
}

#[test]
fn a_message_that_cannot_be_deleted_is_left_to_its_author() {
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
        10:00:06 bella does not let the bot delete
        10:00:10 bella says 123456
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3: I could not delete your message. Please delete it yourself.
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 10 s
    "#]]);
}

#[test]
fn a_repeated_question_does_not_take_pictures_either() {
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
        10:05:05 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:05:10 bella sends a voice message
                 bella #4: Please type the code: I cannot read it from pictures, voice messages or stickers.
        10:05:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 5 min 20 s
    "#]]);
}

#[test]
fn a_question_that_somebody_deletes_comes_again_when_it_changes() {
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
        10:00:06 bella deletes the message “SMS”
        10:00:08 the next answer will be pending
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     checking…
                     [Not me]
        10:00:20 the API shows completed_success
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_fifth_code_that_waits_for_its_account_takes_the_place_of_the_first() {
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
        10:00:20 bella says 111111
                 bella: “111111” of bella is deleted
                 bella #4: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:21 bella says 222222
                 bella: “222222” of bella is deleted
                 bella #6: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:22 bella says 333333
                 bella: “333333” of bella is deleted
                 bella #8: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:23 bella says 444444
                 bella: “444444” of bella is deleted
                 bella #10: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:24 bella says 555555
                 bella: “555555” of bella is deleted
                 bella #4 edited: That code was not used. If I am still asking for one, please send a fresh code.
                 bella #12: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:30 bella presses @carla · 12
                 API ← code 555555 for att_2
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #12 edited: For @carla.
                 bella #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 30 s
                 Telegram keeps 3 update(s) that are not settled
    "#]]);
}

#[test]
fn a_question_that_has_not_arrived_holds_back_no_answer_to_one_that_has() {
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
            10:00:10 telegram is down
            10:00:15 the API shows needs_app_otp for att_2
            10:00:20 bella replies to SMS: 111222
                     bella: “111222” of bella is deleted
                     API ← code 111222 for att_1
            10:00:30 telegram is up
                     bella #3: Sam (Acme) is signing in to @carla.
                         Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                         Started 10:00 UTC · tag 12
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #4 edited: ⋮ waiting for the code from the authenticator app from Bella
                         [Nudge] [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 20 s
        "#]],
    );
}

#[test]
fn a_code_that_crosses_the_end_of_its_question_is_for_no_other_account() {
    play(&expect![[r#"
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
        10:00:20 the next answer will be pending
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 API ← code 111222 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 carla #1 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:21 carla says 333444
                 carla: “333444” of carla is deleted
                 carla #4: For which account is that code?
                     [@carla · 12]
        10:00:24 carla presses @carla · 12
                 API ← code 333444 for att_2
                 carla sees for a moment: Done.
                 carla #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 carla #4 edited: For @carla.
                 carla #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 24 s
        10:00:30 time passes
    "#]]);
}

#[test]
fn a_code_that_is_said_twice_is_for_no_other_account() {
    play(&expect![[r#"
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
                 carla #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Carla
                     [Nudge] [Cancel]
        10:00:06 the API shows needs_otp for att_2
                 carla #2: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Carla
                     [Nudge] [Cancel]
        10:00:20 carla replies to SMS: 111222
                 carla: “111222” of carla is deleted
                 API ← code 111222 for att_2
                 carla #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 carla #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 20 s
        10:00:21 carla says 111222
                 carla: “111222” of carla is deleted
                 carla #5: For which account is that code?
                     [@bella · 11]
        10:02:30 time passes
                 carla #5 edited: That code was not used. If I am still asking for one, please send a fresh code.
    "#]]);
}

#[test]
fn a_code_after_the_end_of_another_question_was_seen_is_for_the_one_that_is_open() {
    play(&expect![[r#"
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
        10:00:20 the next answer will be right
        10:00:20 bella says 111222
                 bella: “111222” of bella is deleted
                 API ← code 111222 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 carla #1 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
        10:00:21 the next answer will be right
        10:00:25 carla says 333444
                 carla: “333444” of carla is deleted
                 API ← code 333444 for att_2
                 carla #2 edited: ⋮ checking…
                     [Not me]
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 carla #2 edited: @carla is connected. Thank you! (tag 12)
                 sam #4 edited: ⋮ connected in 25 s
        10:00:30 time passes
    "#]]);
}

#[test]
fn a_choice_that_telegram_refuses_is_made_by_a_reply() {
    play(&expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 kim says /reauth @carla
                 API ← reauthenticate acc_carla
                 kim #2: @carla · tag 12 · Kim (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_app_otp for att_2
                 bella #2: Kim (Acme) is signing in to @carla.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 kim #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:20 telegram refuses the buttons of accounts
        10:00:30 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #5: I cannot show you the buttons to choose the account, so that code was not used. Please send a code once more, as a reply to the question that it is for.
        10:00:40 bella replies to SMS: 234567
                 bella: “234567” of bella is deleted
                 API ← code 234567 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_code_may_be_for_a_question_that_telegram_would_not_change() {
    play_as_it_stands(
        "a restart shows each question once more",
        &expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
        given ben is linked to @bella
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
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella, Ben
                     [Nudge] [Cancel]
        10:00:10 kim says /reauth @carla
                 API ← reauthenticate acc_carla
                 kim #2: @carla · tag 12 · Kim (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_app_otp for att_2
                 bella #2: Kim (Acme) is signing in to @carla.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 kim #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:20 telegram refuses to change questions
        10:00:30 bella presses Later
                 bella sees for a moment: Done.
                 kim #2 edited: ⋮ over: I cannot reach Bella. They have blocked the bot or never opened it; ask them to open our chat.
        10:00:40 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #4: For which account is that code?
                     [@bella · 11]
                 Telegram keeps 1 update(s) that are not settled
    "#]],
    );
}
