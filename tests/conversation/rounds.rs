//! Rounds: one command that reconnects several accounts, and ends in one summary.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn several_accounts_end_in_one_summary() {
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
        10:00:05 the API shows needs_app_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ open (1): @carla
                     connected (1): @bella ⋮
        10:00:30 the API shows completed_failed for att_2
                 sam #2 edited: ⋮ not connected, it failed (1): @carla
                     skipped, no account has this name (1): @zoe
                     connected (1): @bella
                     All done after 30 s. /status @account tells more about one of them.
        10:00:40 sam says /reauth @bella
                 sam #4: @bella was reconnected too often. Try again in 20 s.
    "#]]);
}

#[test]
fn the_next_account_has_its_turn_when_a_slot_is_free() {
    play(&expect![[r#"
        given one sign-in of a command is open at once
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth all
                 API ← reauthenticate acc_bella
                 sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (1): @bella
                     waiting for their turn (1): @carla
                     [Cancel]
        10:00:05 the API shows needs_app_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 API ← reauthenticate acc_carla
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ open (1): @carla
                     connected (1): @bella ⋮
        10:00:25 the API shows needs_otp
                 carla #1: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:30 carla says 654321
                 carla: “654321” of carla is deleted
                 API ← code 654321 for att_2
                 carla #1 edited: ⋮ checking…
                     [Not me]
                 carla #1 edited: @carla is connected. Thank you! (tag 12)
                 sam #2 edited: ⋮ connected (2): @bella, @carla
                     All done after 30 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn what_cannot_be_started_is_skipped_and_says_why() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @ben
        given ben has blocked the bot
        given two accounts are called @bella
        10:00:00 sam says /reauth @carla @bella @zoe
                 sam #2: Reconnecting several accounts: 3 · Sam (Acme), 10:00 UTC
                     skipped, several accounts have this name (1): @bella
                     skipped, nobody is linked; /invite makes a link (1): @carla
                     skipped, no account has this name (1): @zoe
                     All done after 0 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn a_frozen_account_and_one_whose_creator_is_away_are_skipped() {
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
        10:00:20 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #3: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:30 carla blocks the bot
        10:05:00 sam says /reauth all
                 sam #5: Reconnecting several accounts: 2 · Sam (Acme), 10:05 UTC
                     skipped, stopped by “Not me”; only the creator can allow it again (1): @bella
                     skipped, the creator cannot be reached and must unblock me (1): @carla
                     All done after 0 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn cancel_ends_the_whole_round() {
    play(&expect![[r#"
        given one sign-in of a command is open at once
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says in the office: /reauth all
                 API ← reauthenticate acc_bella
                 office #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (1): @bella
                     waiting for their turn (1): @carla
                     [Cancel]
        10:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:20 kim presses Cancel in the office
                 kim sees for a moment: Done.
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 office #2 edited: ⋮ not connected, cancelled (1): @bella
                     skipped, cancelled (1): @carla
                     All done after 20 s. /status @account tells more about one of them.
        10:00:30 kim presses the gone Cancel in the office
                 kim sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn one_account_of_a_round_is_cancelled_and_the_others_go_on() {
    play(&expect![[r#"
        given one sign-in of a command is open at once
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth all
                 API ← reauthenticate acc_bella
                 sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (1): @bella
                     waiting for their turn (1): @carla
                     [Cancel]
        10:00:10 sam says /cancel @carla
                 sam #4: Done.
                 sam #2 edited: ⋮ skipped, cancelled (1): @carla
                     open (1): @bella ⋮
        10:00:20 sam says /cancel @bella
                 sam #6: Done.
                 sam #2 edited: ⋮ not connected, cancelled (1): @bella
                     skipped, cancelled (1): @carla
                     All done after 20 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn two_managers_at_once_do_not_start_the_same_account_twice() {
    play(&expect![[r#"
        given one sign-in of a command is open at once
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth all
                 API ← reauthenticate acc_bella
                 sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (1): @bella
                     waiting for their turn (1): @carla
                     [Cancel]
        10:00:10 kim says /reauth all
                 kim #2: Reconnecting several accounts: 2 · Kim (Acme), 10:00 UTC
                     skipped, on the list of an earlier command that is not done yet (2): @bella, @carla
                     All done after 0 s. /status @account tells more about one of them.
        10:00:20 kim says /reauth @carla
                 API ← reauthenticate acc_carla
                 kim #4: @carla · tag 11 · Kim (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 kim #4 edited: ⋮ working… ⋮
        10:00:30 the API shows completed_success for att_1
                 sam #2 edited: ⋮ skipped, a sign-in is open already (1): @carla
                     connected (1): @bella
                     All done after 30 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn an_account_that_was_reconnected_too_often_by_its_turn_is_skipped() {
    play(&expect![[r#"
        given one sign-in of a command is open at once
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth @bella @carla
                 API ← reauthenticate acc_bella
                 sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (1): @bella
                     waiting for their turn (1): @carla
                     [Cancel]
        10:00:10 kim says /reauth @carla
                 API ← reauthenticate acc_carla
                 kim #2: @carla · tag 11 · Kim (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        10:00:20 the API shows completed_success for att_2
                 kim #2 edited: ⋮ connected in 10 s
        10:00:30 the API shows completed_success for att_1
                 sam #2 edited: ⋮ skipped, reconnected too often; try again later (1): @carla
                     connected (1): @bella
                     All done after 30 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn where_people_are_asked_first_all_are_asked_at_once() {
    play(&expect![[r#"
        given people are asked first
        given one sign-in of a command is open at once
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth all
                 sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (2): @bella, @carla
                     [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 carla #1: Sam (Acme) would like to reconnect @carla. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 12
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #1 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
        10:00:20 carla presses Not now
                 carla sees for a moment: Done.
                 carla #1 edited: All right, not now. Nothing was started for @carla, and Acme knows. (tag 12)
                 sam #2 edited: ⋮ not connected, not now (1): @carla
                     open (1): @bella ⋮
        10:00:30 the API shows completed_success
                 sam #2 edited: ⋮ connected (1): @bella
                     All done after 30 s. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn what_may_have_been_started_when_the_process_died_is_told_and_not_started_again() {
    play_as_it_stands(
        "the answer that is lost with the process is the point",
        &expect![[r#"
            given one sign-in of a command is open at once
            given bella is linked to @bella
            given carla is linked to @carla
            10:00:00 the next reauthentication will be hanging
            10:00:10 sam says /reauth all
                     API ← reauthenticate acc_bella
                     sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                         open (1): @bella
                         waiting for their turn (1): @carla
                         [Cancel]
            10:00:20 the bridge restarts
                     API ← reauthenticate acc_carla
                     sam #2 edited: ⋮ not connected, nobody can tell whether it was started (1): @bella
                         open (1): @carla ⋮
            10:00:30 the API shows completed_success
                     sam #2 edited: ⋮ connected (1): @carla
                         All done after 20 s. /status @account tells more about one of them.
        "#]],
    );
}

#[test]
fn what_has_not_had_its_turn_within_hours_is_not_started_any_more() {
    play(&expect![[r#"
        given one sign-in of a command is open at once
        given people are asked first
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth all now
                 API ← reauthenticate acc_bella
                 sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (1): @bella
                     waiting for their turn (1): @carla
                     [Cancel]
        10:00:10 the bridge stops
        18:00:00 the bridge starts
                 sam #2 edited: ⋮ not connected, it took too long (1): @bella
                     skipped, their turn did not come in time (1): @carla
                     All done after 8 h 0 min. /status @account tells more about one of them.
    "#]]);
}

#[test]
fn a_round_of_somebody_who_is_no_manager_any_more_starts_nothing_more() {
    play_as_it_stands(
        "the manager is taken off the list between two lives",
        &expect![[r#"
            given one sign-in of a command is open at once
            given bella is linked to @bella
            given carla is linked to @carla
            10:00:00 sam says /reauth all
                     API ← reauthenticate acc_bella
                     sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                         open (1): @bella
                         waiting for their turn (1): @carla
                         [Cancel]
            10:00:10 the config takes off its list sam
            10:00:20 the bridge restarts
                     office #1: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                         skipped, cancelled (1): @carla
                         open (1): @bella
                         [Cancel]
                     sam #2 edited: This is for managers of Acme only.
            10:00:30 the API shows completed_success
                     office #1 edited: ⋮ connected (1): @bella
                         All done after 30 s. /status @account tells more about one of them.
        "#]],
    );
}

#[test]
fn a_creator_who_puts_it_off_counts_as_such_and_its_manager_is_told_later() {
    play(&expect![[r#"
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth all
                 API ← reauthenticate acc_bella
                 API ← reauthenticate acc_carla
                 sam #2: Reconnecting several accounts: 2 · Sam (Acme), 10:00 UTC
                     open (2): @bella, @carla
                     [Cancel]
        10:00:05 the API shows needs_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:12 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ not connected, put off (1): @bella
                     open (1): @carla ⋮
        10:00:20 the API shows completed_success for att_2
                 sam #2 edited: ⋮ connected (1): @carla
                     All done after 20 s. /status @account tells more about one of them.
        11:00:12 time passes
                 bella #2: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
        11:00:20 bella presses Not now
                 bella sees for a moment: Done.
                 sam #3: Bella does not want to sign in to @bella now. Ask again later with /ready.
                 bella #2 edited: No new sign-in to @bella was started.
    "#]]);
}
