//! The limits that protect people.

use expect_test::expect;

use super::play;

#[test]
fn a_question_is_repeated_at_half_time_and_is_over_after_ten_minutes() {
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
        10:05:04 time passes
        10:05:05 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:10:04 time passes
        10:10:05 time passes
                 bella #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
        10:10:10 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
    "#]]);
}

#[test]
fn a_code_may_answer_the_question_before_its_repetition() {
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
        10:05:10 bella replies to asked again below: 123456
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
                 sam #2 edited: ⋮ connected in 5 min 10 s
    "#]]);
}

#[test]
fn a_question_after_a_wrong_code_is_repeated_too() {
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
        10:00:08 the next answer will be wrong
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
        10:05:10 time passes
                 bella #3 edited: @bella: asked again below. (tag 11)
                 bella #4: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:10:10 time passes
                 bella #4 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
    "#]]);
}

#[test]
fn nobody_is_asked_more_than_ten_times_an_hour() {
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
        10:00:15 the API shows needs_otp
                 bella #2 edited: This is no longer needed for @bella. (tag 11)
                 bella #3: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella ⋮
        10:00:20 the API shows needs_app_otp
                 bella #3 edited: This is no longer needed for @bella. (tag 11)
                 bella #4: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella ⋮
        10:00:25 the API shows needs_otp
                 bella #4 edited: This is no longer needed for @bella. (tag 11)
                 bella #5: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella ⋮
        10:00:31 the API shows needs_app_otp
                 bella #5 edited: This is no longer needed for @bella. (tag 11)
                 bella #6: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella ⋮
        10:00:35 the API shows needs_otp
                 bella #6 edited: This is no longer needed for @bella. (tag 11)
                 bella #7: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella ⋮
        10:00:40 the API shows needs_app_otp
                 bella #7 edited: This is no longer needed for @bella. (tag 11)
                 bella #8: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella ⋮
        10:00:45 the API shows needs_otp
                 bella #8 edited: This is no longer needed for @bella. (tag 11)
                 bella #9: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella ⋮
        10:00:50 the API shows needs_app_otp
                 bella #9 edited: This is no longer needed for @bella. (tag 11)
                 bella #10: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella ⋮
        10:00:55 the API shows needs_otp
                 bella #10 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ the code from the SMS is needed, but everybody linked was asked too often within the hour. I may ask again at 11:00 UTC.
                     [Cancel]
        10:01:05 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #12: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:30:00 time passes
                 sam #2 edited: ⋮ over: it took too long. Start again with /reauth.
        10:31:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 10:31 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:31:15 the API shows needs_otp
                 sam #4 edited: ⋮ the code from the SMS is needed, but everybody linked was asked too often within the hour. I may ask again at 11:00 UTC. ⋮
        11:00:00 time passes
        11:01:00 time passes
                 bella #13: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:31 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn an_account_is_reconnected_once_a_minute_at_most() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:10 sam says /cancel @bella
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:59 sam says /reauth @bella
                 sam #5: @bella was reconnected too often. Try again in 1 s.
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #7: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #7 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn an_account_is_reconnected_five_times_an_hour_at_most() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the next reauthentication will be 412
        10:00:01 the next reauthentication will be 412
        10:00:02 the next reauthentication will be 412
        10:00:03 the next reauthentication will be 412
        10:00:04 the next reauthentication will be 412
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        10:02:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        10:03:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #6: @bella · tag 13 · Sam (Acme), 10:03 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        10:04:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #8: @bella · tag 14 · Sam (Acme), 10:04 UTC
                     starting…
                     [Cancel]
                 sam #8 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        10:05:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #10: @bella · tag 15 · Sam (Acme), 10:05 UTC
                     starting…
                     [Cancel]
                 sam #10 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        10:06:00 sam says /reauth @bella
                 sam #12: @bella was reconnected too often. Try again in 55 min 0 s.
        11:00:59 sam says /reauth @bella
                 sam #14: @bella was reconnected too often. Try again in 1 s.
        11:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #16: @bella · tag 16 · Sam (Acme), 11:01 UTC
                     starting…
                     [Cancel]
                 sam #16 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn an_account_is_reconnected_ten_times_a_day_at_most() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the next reauthentication will be 412
        10:00:01 the next reauthentication will be 412
        10:00:02 the next reauthentication will be 412
        10:00:03 the next reauthentication will be 412
        10:00:04 the next reauthentication will be 412
        10:00:05 the next reauthentication will be 412
        10:00:06 the next reauthentication will be 412
        10:00:07 the next reauthentication will be 412
        10:00:08 the next reauthentication will be 412
        10:00:09 the next reauthentication will be 412
        11:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 11:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        12:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 12:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        13:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #6: @bella · tag 13 · Sam (Acme), 13:00 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        14:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #8: @bella · tag 14 · Sam (Acme), 14:00 UTC
                     starting…
                     [Cancel]
                 sam #8 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        15:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #10: @bella · tag 15 · Sam (Acme), 15:00 UTC
                     starting…
                     [Cancel]
                 sam #10 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        16:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #12: @bella · tag 16 · Sam (Acme), 16:00 UTC
                     starting…
                     [Cancel]
                 sam #12 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        17:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #14: @bella · tag 17 · Sam (Acme), 17:00 UTC
                     starting…
                     [Cancel]
                 sam #14 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        18:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #16: @bella · tag 18 · Sam (Acme), 18:00 UTC
                     starting…
                     [Cancel]
                 sam #16 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        19:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #18: @bella · tag 19 · Sam (Acme), 19:00 UTC
                     starting…
                     [Cancel]
                 sam #18 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        20:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #20: @bella · tag 20 · Sam (Acme), 20:00 UTC
                     starting…
                     [Cancel]
                 sam #20 edited: ⋮ no stored credentials (412): re-link the account with remember_credentials, then try again.
        21:30:00 sam says /reauth @bella
                 sam #22: @bella was reconnected too often. Try again in 13 h 30 min.
        day 2 11:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #24: @bella · tag 21 · Sam (Acme), 11:00 UTC
                     starting…
                     [Cancel]
                 sam #24 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn one_account_at_its_limit_does_not_hold_another_up() {
    play(&expect![[r#"
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:10 sam says /cancel @bella
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:20 sam says /reauth @bella @carla
                 API ← reauthenticate acc_carla
                 sam #5: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     skipped, reconnected too often; try again later (1): @bella
                     open (1): @carla
                     [Cancel]
    "#]]);
}

#[test]
fn a_creator_who_has_blocked_the_bot_is_not_asked() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella blocks the bot
        10:00:10 sam says /reauth @bella
                 sam #2: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
        10:00:20 sam says /accounts
                 sam #4: Accounts:
                     @bella – Bella (cannot be reached)
                     @carla – nobody
        10:00:30 bella unblocks the bot
        10:00:40 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #6: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn a_creator_who_turns_out_to_have_blocked_the_bot_cannot_be_reached() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella has blocked the bot
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:20 the API shows needs_otp
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 sam #3: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
                 sam #2 edited: ⋮ over: I cannot reach Bella. They have blocked the bot or never opened it; ask them to open our chat.
        10:01:30 sam says /reauth @bella
                 sam #5: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
    "#]]);
}

#[test]
fn a_creator_who_blocks_the_bot_while_asked_cannot_be_reached() {
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
        10:00:10 bella blocks the bot
                 sam #3: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
                 sam #2 edited: ⋮ over: I cannot reach Bella. They have blocked the bot or never opened it; ask them to open our chat.
        10:00:20 sam says /status
                 sam #5: Accounts: 2 · open: 0 · 10:00 UTC

                     @bella – Bella (cannot be reached) · not connected here so far
                     @carla – nobody · not connected here so far
    "#]]);
}

#[test]
fn one_of_two_who_blocks_the_bot_leaves_the_question_to_the_other() {
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
        10:00:10 bella blocks the bot
                 sam #3: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben ⋮
        10:00:20 ben says 123456
                 ben: “123456” of ben is deleted
                 API ← code 123456 for att_1
                 ben #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 ben #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn a_handed_over_sign_in_of_a_blocked_creator_ends() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella blocks the bot
        10:00:05 the API shows needs_otp for att_7
        10:00:10 the host hands over att_7 for @bella
                 the host ← Watching
                 office #1: @bella · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 office #1 edited: ⋮ over: I cannot reach Bella. They have blocked the bot or never opened it; ask them to open our chat.
    "#]]);
}

#[test]
fn a_reminder_is_a_question_too() {
    play(&expect![[r#"
        given questions to one person within an hour: 3
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
        10:05:10 the API shows needs_app_otp
                 bella #2 edited: This is no longer needed for @bella. (tag 11)
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella ⋮
        10:10:10 time passes
        10:10:15 the API shows needs_otp
                 bella #3 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ the code from the SMS is needed, but everybody linked was asked too often within the hour. I may ask again at 11:00 UTC.
                     [Cancel]
    "#]]);
}

#[test]
fn a_question_that_comes_back_later_is_a_question_too() {
    play(&expect![[r#"
        given questions to one person within an hour: 2
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
        10:00:20 bella presses Later
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:25 bella presses 15 minutes
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ Bella asked for later: 10:15 UTC
                     [Cancel]
        10:15:25 time passes
                 bella #2 edited: You asked me to come back later. Here I am:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:15:30 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 15 min 30 s
    "#]]);
}

#[test]
fn a_promise_to_come_back_waits_for_the_hour_to_be_over() {
    play(&expect![[r#"
        given questions to one person within an hour: 1
        given bella is linked to @bella
        given bella is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:10 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:15 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:20 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 11:00 UTC.
        11:00:12 sam says /reauth @carla
                 API ← reauthenticate acc_carla
                 sam #4: @carla · tag 12 · Sam (Acme), 11:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        11:00:13 the API shows needs_otp for att_2
                 bella #2: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 11:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        11:00:20 time passes
        12:00:12 time passes
                 bella #2 edited: The time to answer for @carla is over. You need not do anything. (tag 12)
                 sam #4 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
        12:00:13 time passes
                 bella #3: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
    "#]]);
}

#[test]
fn the_email_is_sent_again_once_a_minute_at_most() {
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
        10:00:10 bella presses Send the email again
                 bella sees for a moment: The email can be sent again in 55 s.
        10:01:04 bella presses Send the email again
                 bella sees for a moment: The email can be sent again in 1 s.
        10:01:05 bella presses Send the email again
                 API ← send the email for att_1
                 bella sees for a moment: The email is on its way.
        10:01:10 bella presses Send the email again
                 bella sees for a moment: The email can be sent again in 55 s.
        10:02:05 bella presses Send the email again
                 API ← send the email for att_1
                 bella sees for a moment: The email is on its way.
    "#]]);
}
