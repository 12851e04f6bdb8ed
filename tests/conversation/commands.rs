//! Commands: who may give them, where, and how they are understood.

use expect_test::expect;

use super::play;

#[test]
fn a_stranger_gets_one_neutral_sentence_for_each_command_of_managers() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 dora says /reauth @bella
                 dora #2: This is for managers of Acme only.
        10:00:01 dora says /invite @bella
                 dora #4: This is for managers of Acme only.
        10:00:02 dora says /status
                 dora #6: This is for managers of Acme only.
        10:00:03 dora says /watch att_1 @bella
                 dora #8: This is for managers of Acme only.
        10:00:04 dora says /cancel @bella
                 dora #10: This is for managers of Acme only.
        10:00:05 dora says /unlink @bella
                 dora #12: This is for managers of Acme only.
        10:00:06 bella says /reauth @bella
                 bella #2: This is for managers of Acme only.
        10:00:07 dora says in the office: /reauth @bella
                 office #2: This is for managers of Acme only.
        10:00:08 dora says in the office: /accounts
                 office #4: This is for managers of Acme only.
        10:00:09 dora says /accounts
                 dora #14: You are not linked to any account.
    "#]]);
}

#[test]
fn commands_work_in_listed_groups_only() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says in the kitchen: /reauth @bella
        10:00:05 sam says in the kitchen: /accounts
        10:00:10 sam says in the office: /reauth@TwofaBridgeBot @bella
                 API ← reauthenticate acc_bella
                 office #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 office #2 edited: ⋮ working… ⋮
        10:00:20 kim says in the office: /status
                 office #4: Accounts: 2 · open: 1 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     → open for 10 s (tag 11): working…
                     @carla – nobody · not connected here so far
        10:00:25 dora presses Cancel in the office
                 dora sees for a moment: This button no longer works.
        10:00:30 kim presses Cancel in the office
                 kim sees for a moment: Done.
                 office #2 edited: ⋮ cancelled by Kim
    "#]]);
}

#[test]
fn a_group_that_telegram_moves_is_followed() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says in the office: /reauth @bella
                 API ← reauthenticate acc_bella
                 office #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 office #2 edited: ⋮ working… ⋮
        10:00:10 telegram moves the office
                 new office #1: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     working…
                     [Cancel]
        10:00:20 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 new office #1 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:30 sam says in the new office: /status
                 new office #3: Accounts: 2 · open: 1 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     → open for 30 s (tag 11): waiting for the code from the SMS from Bella
                     @carla – nobody · not connected here so far
    "#]]);
}

#[test]
fn an_admin_without_a_name_is_nobody_we_could_know() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 an admin without a name says in the office: /reauth @bella
    "#]]);
}

#[test]
fn a_command_for_another_bot_is_not_ours() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says in the office: /reauth@OtherBot @bella
        10:00:10 sam says in the office: /stats
    "#]]);
}

#[test]
fn case_does_not_matter_in_commands_and_handles() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ReAuth BELLA
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:10 sam says /CANCEL @Bella
                 sam #2 edited: ⋮ cancelled by Sam
    "#]]);
}

#[test]
fn several_accounts_are_reconnected_with_one_command() {
    play(&expect![[r#"
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth @bella @carla @Bella @zoe
                 API ← reauthenticate acc_bella
                 API ← reauthenticate acc_carla
                 sam #2: Reconnecting several accounts: 3 · Sam (Acme), 10:00 UTC
                     skipped, no account has this name (1): @zoe
                     open (2): @bella, @carla
                     [Cancel]
        10:00:05 the API shows needs_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:06 the API shows needs_app_otp for att_2
                 carla #1: Sam (Acme) is signing in to @carla.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:10 sam says /status
                 sam #4: Accounts: 2 · open: 2 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     → open for 10 s (tag 11): waiting for the code from the SMS from Bella
                     @carla – Carla · not connected here so far
                     → open for 10 s (tag 12): waiting for the code from the authenticator app from Carla
        10:00:20 carla says 222333
                 carla: “222333” of carla is deleted
                 API ← code 222333 for att_2
                 carla #1 edited: ⋮ checking…
                     [Not me]
                 carla #1 edited: @carla is connected. Thank you! (tag 12)
                 sam #2 edited: ⋮ open (1): @bella
                     connected (1): @carla ⋮
        10:00:30 bella says 444555
                 bella: “444555” of bella is deleted
                 API ← code 444555 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected (2): @bella, @carla
                     All done after 30 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn a_command_written_wrongly_is_explained() {
    play(&expect![[r#"
        10:00:00 sam says /reauth
                 sam #2: Write it like this: /reauth @account (up to 20 accounts), or /reauth all
        10:00:01 sam says /reauth bel!a
                 sam #4: Write it like this: /reauth @account (up to 20 accounts), or /reauth all
        10:00:02 sam says /invite
                 sam #6: Write it like this: /invite @account, or /invite @account revoke
        10:00:03 sam says /invite @bella forever
                 sam #8: Write it like this: /invite @account, or /invite @account revoke
        10:00:04 sam says /watch att_1
                 sam #10: Write it like this: /watch <attempt id> @account
        10:00:05 sam says /watch a/b @bella
                 sam #12: Write it like this: /watch <attempt id> @account
        10:00:06 sam says /cancel
                 sam #14: Write it like this: /cancel @account
        10:00:07 sam says /unlink
                 sam #16: Write it like this: /unlink @account
        10:00:08 sam says /status a b
                 sam #18: Write it like this: /status, or /status @account
        10:00:09 sam says /frobnicate
                 sam #20: I do not know that command. /help shows what I can do.
        10:00:10 sam says /
                 sam #22: I do not know that command. /help shows what I can do.
    "#]]);
}

#[test]
fn an_unknown_handle_is_looked_up_before_it_is_called_unknown() {
    play(&expect![[r#"
        10:00:00 sam says /invite @zoe
                 sam #2: I do not know an account called @zoe. /accounts shows those that I know.
        10:00:20 the API lists acc_zoe as @zoe
        10:00:30 sam says /invite @zoe
                 sam #4: Send this link to the creator of @zoe. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
    "#]]);
}

#[test]
fn a_handle_that_two_accounts_have_is_refused() {
    play(&expect![[r#"
        given two accounts are called @bella
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 sam #2: Several accounts are called @bella: acc_bella, acc_other. Give one of them another name at the account API or in the config, then try again.
        10:00:10 sam says /invite @bella
                 sam #4: Several accounts are called @bella: acc_bella, acc_other. Give one of them another name at the account API or in the config, then try again.
        10:00:20 the API shows needs_otp for att_7
        10:00:21 the host hands over att_7 for @bella
                 the host ← AmbiguousAccount: acc_bella, acc_other
        10:00:22 the host hands over att_7 for acc_bella
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
    "#]]);
}

#[test]
fn without_the_list_known_accounts_work_and_others_cannot_be_looked_up() {
    play(&expect![[r#"
        given the API does not list accounts
        given the config knows @dana
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:10 sam says /reauth @carla
                 sam #4: I do not know @carla, and the account API does not answer, so I cannot look it up. Try again in a minute.
        10:00:20 sam says /invite @dana
                 sam #6: Send this link to the creator of @dana. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:30 sam says /accounts
                 sam #8: Accounts:
                     @bella – Bella
                     @dana – nobody
    "#]]);
}

#[test]
fn an_account_that_is_renamed_is_called_by_its_new_name() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the API lists acc_bella as @isabella
        10:10:01 sam says /reauth @isabella
                 API ← reauthenticate acc_bella
                 sam #2: @isabella · tag 11 · Sam (Acme), 10:10 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:10:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @isabella.
                     Please send me the code from the SMS.

                     Started 10:10 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:10:10 bella says /stop @isabella
                 bella #1 edited: You are no longer asked about @isabella. (tag 11)
                 sam #2 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 bella #3: Done. You are no longer linked to @isabella, and will not be asked about it again.
                 sam #3: Bella is no longer linked to @isabella: they withdrew.
                 kim #1: Bella is no longer linked to @isabella: they withdrew.
    "#]]);
}

#[test]
fn an_edited_command_is_not_another_command() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /status
                 sam #2: Accounts: 2 · open: 0 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
        10:00:10 sam edits /status to /reauth @bella
    "#]]);
}

#[test]
fn a_command_that_comes_late_is_not_carried_out() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 time passes
        10:00:10 the bridge stops
        10:00:20 sam says /reauth @bella
        10:10:21 the bridge starts
                 sam #2: You wrote that while I was away, so I have not done it. If you still want it, send it again.
        10:10:30 sam says /status
                 sam #4: Accounts: 2 · open: 0 · 10:10 UTC

                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
    "#]]);
}

#[test]
fn a_command_that_waited_a_little_is_carried_out() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 time passes
        10:00:10 the bridge stops
        10:00:20 sam says /reauth @bella
        10:05:00 the bridge starts
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:05 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn status_tells_what_is_open_what_was_and_who_is_linked() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /status
                 sam #2: Accounts: 2 · open: 0 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
        10:00:01 sam says /status @bella
                 sam #4: Accounts:
                     @bella – Bella
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #6: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #6 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 kim says /status
                 kim #2: Accounts: 2 · open: 1 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     → open for 10 s (tag 11): waiting for the code from the SMS from Bella
                     @carla – nobody · not connected here so far
        10:00:21 kim says /status @bella
                 kim #4: @bella (11): waiting for the code from the SMS from Bella
        10:00:30 bella says 1234
                 bella: “1234” of bella is deleted
                 API ← code 1234 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #6 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #6 edited: ⋮ connected in 20 s
        10:00:40 kim says /status
                 kim #6: Accounts: 2 · open: 0 · 10:00 UTC

                     @bella – Bella · last connected 2026-01-05 10:00 UTC
                     @carla – nobody · not connected here so far
        10:00:41 kim says /status @bella
                 kim #8: @bella (11): connected in 20 s
    "#]]);
}

#[test]
fn cancel_ends_what_is_open_by_command_and_by_button() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /cancel @bella
                 sam #2: Nothing is open for @bella. /status shows what is open.
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 kim says /cancel @bella
                 kim #2: Done.
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #4 edited: ⋮ cancelled by Kim
        10:00:30 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:02:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #6: @bella · tag 12 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ working… ⋮
        10:02:05 the API shows needs_app_otp
                 bella #4: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:02 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #6 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:02:10 sam presses Cancel
                 sam sees for a moment: Done.
                 bella #4 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 12)
                 sam #6 edited: ⋮ cancelled by Sam
        10:02:20 sam presses the gone Cancel
                 sam sees for a moment: This button no longer works.
        10:02:30 bella presses the gone Later
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn only_one_sign_in_of_an_account_is_open() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:10 kim says /reauth @bella
                 kim #2: A sign-in to @bella is open already (tag 11). /status shows it, /cancel @bella ends it.
        10:00:20 kim says /watch att_9 @bella
                 kim #4: A sign-in to @bella is open already (tag 11). /status shows it, /cancel @bella ends it.
    "#]]);
}

#[test]
fn a_reauth_for_nobody_offers_to_invite() {
    play(&expect![[r#"
        10:00:00 sam says in the office: /reauth @bella
                 office #2: Nobody is linked to @bella. Invite the creator first.
                     [Invite]
        10:00:10 kim presses Invite in the office
                 office #3: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
                 kim sees for a moment: Done.
        10:00:20 bella opens the invitation
                 bella #2: Kim (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:30 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 office #4: Bella accepted and is linked to @bella.
        10:00:40 dora presses the gone Invite in the office
                 dora sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn a_button_in_somebody_elses_private_chat_does_nothing() {
    play(&expect![[r#"
        10:00:00 kim says /reauth @bella
                 kim #2: Nobody is linked to @bella. Invite the creator first.
                     [Invite]
        10:00:05 sam presses Invite in the chat of kim
                 sam sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn a_forged_button_does_nothing() {
    play(&expect![[r#"
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
        10:00:10 dora presses a forged button x
                 dora sees for a moment: This button no longer works.
        10:00:11 dora presses a forged button AAAAAAAAAAAAAAAAAAAA.x
                 dora sees for a moment: This button no longer works.
        10:00:12 dora presses sam’s Cancel
                 dora sees for a moment: This button no longer works.
        10:00:13 carla presses bella’s Not me
                 carla sees for a moment: This button no longer works.
        10:00:14 sam presses bella’s Not me
                 sam sees for a moment: This button no longer works.
        10:00:15 bella presses sam’s Cancel
                 bella sees for a moment: This button no longer works.
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
fn an_account_that_was_linked_anew_at_the_api_takes_over_its_name() {
    play(&expect![[r#"
        given bella is linked to acc_former, called @bella
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 sam says /accounts
                 sam #4: Accounts:
                     @bella – Bella
                     @carla – nobody
        10:00:10 sam says /unlink @bella
                 bella #1: Acme has ended your link to @bella. You will not be asked about it again.
                 sam #6: No longer linked to @bella: Bella.
        10:00:20 bella says /accounts
                 bella #3: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🍓🌵
    "#]]);
}

#[test]
fn two_accounts_of_one_name_stand_both_in_the_list_of_what_is_open() {
    play(&expect![[r#"
        given two accounts are called @bella
        given bella is linked to @bella
        given dora is linked to acc_other, called @bella
        10:00:00 the API shows pending for att_7
        10:00:05 the host hands over att_7 for acc_bella
                 the host ← Watching
                 office #1: @bella · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 office #1 edited: ⋮ working… ⋮
        10:00:10 the API shows needs_otp for att_8
        10:00:15 the host hands over att_8 for acc_other
                 the host ← Watching
                 office #2: @bella · tag 12 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 dora #1: Crm (through Acme’s own system) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 office #2 edited: ⋮ waiting for the code from the SMS from Dora
                     [Nudge] [Cancel]
        10:00:20 sam says /status
                 sam #2: Accounts: 3 · open: 2 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     → open for 15 s (tag 11): working…
                     @bella – Dora · not connected here so far
                     → open for 5 s (tag 12): waiting for the code from the SMS from Dora
                     @carla – nobody · not connected here so far
    "#]]);
}
