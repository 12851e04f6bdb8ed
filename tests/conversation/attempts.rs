//! Where sign-ins come from, and how they end.

use expect_test::expect;

use super::play;

#[test]
fn a_code_goes_from_the_creator_to_the_sign_in_that_waits_for_it() {
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
        10:00:20 bella says 123 456
                 bella: “123 456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
        10:00:40 bella says thanks
                 bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
    "#]]);
}

#[test]
fn a_sign_in_that_needs_nobody_just_connects() {
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
    "#]]);
}

#[test]
fn a_manager_watches_a_sign_in_that_was_started_elsewhere() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the API shows needs_otp for att_7
        10:00:05 sam says in the office: /watch att_7 @bella
                 office #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 office #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 kim says /watch att_7 @bella
                 kim #2: @bella (11): waiting for the code from the SMS from Bella
        10:00:11 kim says /watch att_7 @carla
                 kim #4: The sign-in att_7 belongs to another account. Check the id and the account.
        10:00:12 kim says /watch att_8 @bella
                 kim #6: A sign-in to @bella is open already (tag 11). /status shows it, /cancel @bella ends it.
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_7
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 office #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 office #2 edited: ⋮ connected in 15 s
        10:00:30 kim says /watch att_7 @bella
                 kim #8: @bella (11): connected in 15 s
    "#]]);
}

#[test]
fn an_attempt_that_the_api_does_not_know_is_over_at_once() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /watch att_7 @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ over: the account API does not know this sign-in (404). It has expired, or the id is wrong.
    "#]]);
}

#[test]
fn the_agencys_own_system_hands_a_sign_in_over() {
    play(&expect![[r#"
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 the API shows needs_otp for att_7
        10:00:01 the host asks about att_7
                 the host ← UnknownAttempt
        10:00:05 the host hands over att_7 for @bella
                 the host ← Watching
                 office #1: @bella · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 bella #1: Crm (through Acme’s own system) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 office #1 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:06 the host hands over att_7 for acc_bella
                 the host ← AlreadyWatching
        10:00:07 the host hands over att_7 for @carla
                 the host ← AttemptTaken
        10:00:08 the host hands over att_8 for @bella
                 the host ← AccountBusy with att_7
        10:00:09 the host hands over att_8 for @zoe
                 the host ← UnknownAccount
        10:00:10 the host asks about att_7
                 the host ← att_7 of acc_bella: needs_otp, asking, asked 10:00:05, answered –
        10:00:15 the next answer will be pending
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_7
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 office #1 edited: ⋮ checking…
                     [Cancel]
        10:00:21 the host asks about att_7
                 the host ← att_7 of acc_bella: pending, checking, asked 10:00:05, answered 10:00:20
        10:00:30 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 office #1 edited: ⋮ connected in 25 s
        10:00:31 the host asks about att_7
                 the host ← att_7 of acc_bella: completed_success, connected, asked 10:00:05, answered 10:00:20
        10:00:32 the host hands over att_7 for @bella
                 the host ← AlreadyWatching
    "#]]);
}

#[test]
fn without_an_office_every_manager_follows_what_was_handed_over() {
    play(&expect![[r#"
        given there is no office
        given bella is linked to @bella
        10:00:00 the API shows needs_otp for att_7
        10:00:05 the host hands over att_7 for @bella
                 the host ← Watching
                 sam #1: @bella · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 kim #1: @bella · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 bella #1: Crm (through Acme’s own system) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #1 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
                 kim #1 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_7
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #1 edited: ⋮ checking…
                     [Cancel]
                 kim #1 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #1 edited: ⋮ connected in 15 s
                 kim #1 edited: ⋮ connected in 15 s
    "#]]);
}

#[test]
fn what_cannot_be_looked_up_is_not_handed_over() {
    play(&expect![[r#"
        given the API does not list accounts
        given bella is linked to @bella
        10:00:00 the host hands over att_7 for @zoe
                 the host ← AccountsUnavailable
        10:00:20 the API is well again
        10:00:25 the API lists acc_zoe as @zoe
        10:00:26 the API shows needs_otp for att_7
        10:00:30 the host hands over att_7 for @zoe
                 the host ← Watching
                 office #1: @zoe · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 office #1 edited: ⋮ the code from the SMS is needed, and nobody is linked. Invite the creator; I will ask as soon as they accept.
                     [Invite] [Cancel]
    "#]]);
}

#[test]
fn a_frozen_account_is_not_handed_over() {
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
        10:00:10 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #3: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:20 the host hands over att_7 for @bella
                 the host ← AccountFrozen
        10:00:30 sam says /watch att_7 @bella
                 sam #5: @bella was stopped by its creator with “Not me”. Only they can allow it again.
    "#]]);
}

#[test]
fn a_sign_in_that_fails_is_told_to_both() {
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
        10:00:10 the next answer will be completed_failed
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: The sign-in to @bella failed. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ failed: the platform gave up this sign-in. Wait a little before you try again; many tries look suspicious to it.
    "#]]);
}

#[test]
fn a_sign_in_that_fails_before_an_answer_is_told_to_both() {
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
        10:00:20 the API shows completed_failed
                 bella #1 edited: The sign-in to @bella failed. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ failed: the platform gave up this sign-in. Wait a little before you try again; many tries look suspicious to it.
        10:00:30 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
    "#]]);
}

#[test]
fn a_sign_in_to_another_account_than_the_one_meant_is_told() {
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
        10:00:10 the API shows completed_success as acc_carla
                 bella #1 edited: This is over for @bella. (tag 11)
                 sam #2 edited: ⋮ connected, but to another account than the one meant (acc_carla). Please check which one was signed in to.
    "#]]);
}

#[test]
fn an_unknown_state_is_told_once_and_watched_on() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_dna_sample
                 sam #2 edited: ⋮ the platform says “needs_dna_sample”, which I do not know. I keep watching; please look there yourself. ⋮
        10:01:05 time passes
        10:02:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:02:10 the API shows needs_dna_sample
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ the platform says “needs_dna_sample”, which I do not know. I keep watching; please look there yourself.
                     [Cancel]
        10:02:20 the API shows needs_otp
                 bella #2: Sam (Acme) is signing in to @bella. (the rest as above)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:02:30 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 2 min 30 s
    "#]]);
}

#[test]
fn an_unknown_state_after_an_answer_is_told_too() {
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
        10:00:10 the next answer will be needs_dna_sample
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 sam #2 edited: ⋮ the platform says “needs_dna_sample”, which I do not know. I keep watching; please look there yourself. ⋮
        10:00:40 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn a_question_that_is_no_longer_needed_is_closed() {
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
        10:00:10 the API shows pending
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ working…
                     [Cancel]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:00:30 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn an_attempt_gets_too_old_while_its_question_is_open() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:25:00 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:30:00 time passes
                 bella #1 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: it took too long. Start again with /reauth.
        10:30:10 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
    "#]]);
}

#[test]
fn an_attempt_gets_too_old() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:29:00 time passes
        10:30:00 time passes
                 sam #2 edited: ⋮ over: it took too long. Start again with /reauth.
        10:30:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 12 · Sam (Acme), 10:30 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn whoever_sent_the_code_reads_in_the_end_that_it_is_connected() {
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
        10:00:20 the next answer will be awaiting_mobile_session
        10:00:21 bella says 123 456
                 bella: “123 456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 ben #1 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: That worked. @bella needs one more thing. (tag 11)
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please confirm the sign-in in the app on your phone.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #2: Sam (Acme) is signing in to @bella.
                     Please confirm the sign-in in the app on your phone.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for a confirmation on the phone from Bella, Ben
                     [Nudge] [Cancel]
        10:00:40 the API shows pending
                 bella #3 edited: This is no longer needed for @bella. (tag 11)
                 ben #2 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ working…
                     [Cancel]
        10:00:50 the API shows completed_success
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 ben #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 50 s
    "#]]);
}

#[test]
fn who_has_left_reads_no_outcome_and_nobody_reads_a_failure_as_a_connection() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
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
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please confirm the sign-in in the app on your phone.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for a confirmation on the phone from Bella, Ben
                     [Nudge] [Cancel]
        10:00:20 the API shows pending
                 bella #1 edited: This is no longer needed for @bella. (tag 11)
                 ben #1 edited: This is no longer needed for @bella. (tag 11)
                 sam #2 edited: ⋮ working…
                     [Cancel]
        10:00:30 ben says /stop @bella
                 ben #3: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Ben is no longer linked to @bella: they withdrew.
                 kim #1: Ben is no longer linked to @bella: they withdrew.
        10:00:50 the API shows completed_success
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 50 s
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #5: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #5 edited: ⋮ working… ⋮
        10:01:05 the API shows awaiting_mobile_session
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please confirm the sign-in in the app on your phone.

                     Started 10:01 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #5 edited: ⋮ waiting for a confirmation on the phone from Bella
                     [Nudge] [Cancel]
        10:01:20 the API shows pending
                 bella #2 edited: This is no longer needed for @bella. (tag 12)
                 sam #5 edited: ⋮ working…
                     [Cancel]
        10:01:30 the API shows completed_failed
                 sam #5 edited: ⋮ failed: the platform gave up this sign-in. Wait a little before you try again; many tries look suspicious to it.
    "#]]);
}
