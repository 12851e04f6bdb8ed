//! Sessions that are not valid any more: found at leisure, told once, reconnected only when a manager wants it.

use expect_test::expect;

use super::{play, play_as_it_stands};

/// Why these transcripts hold no restarts but their own.
const PAUSES: &str = "a restart looks a second later, and so at other moments";

#[test]
fn a_dead_session_is_told_once_until_it_was_reconnected() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given a look at the session of @bella finds it 410
            10:05:00 time passes
                     API ← account acc_bella: Gone
                     sam #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
            10:20:00 time passes
                     API ← account acc_bella: Gone
            10:40:00 time passes
                     API ← account acc_bella: Gone
            10:40:10 sam presses Reconnect
                     API ← reauthenticate acc_bella
                     sam sees for a moment: Done.
                     sam #2: @bella · tag 11 · Sam (Acme), 10:40 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:40:20 the API shows needs_otp
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:40 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:41:00 time passes
            10:41:30 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #1 edited: @bella is connected again.
                     kim #1 edited: @bella is connected again.
                     sam #2 edited: ⋮ connected in 1 min 20 s
            10:41:40 a look at the session of @bella finds it valid
            11:20:00 time passes
                     API ← account acc_bella: its session is valid
                     API ← account acc_bella: its session is valid
                     API ← account acc_bella: its session is valid
            11:20:10 a look at the session of @bella finds it 410
            11:40:00 time passes
                     API ← account acc_bella: Gone
                     sam #3: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #2: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
        "#]],
    );
}

#[test]
fn it_is_not_told_again_after_a_restart() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given a look at the session of @bella finds it 410
            10:00:05 the bridge restarts
                     API ← account acc_bella: Gone
                     sam #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
            10:00:10 the bridge restarts
            10:14:00 the bridge restarts
            10:14:55 time passes
            10:15:10 time passes
            10:30:00 the bridge restarts
                     API ← account acc_bella: Gone
            10:31:00 kim presses Reconnect
                     API ← reauthenticate acc_bella
                     kim sees for a moment: Done.
                     kim #2: @bella · tag 11 · Kim (Acme), 10:31 UTC
                         starting…
                         [Cancel]
                     kim #2 edited: ⋮ working… ⋮
        "#]],
    );
}

#[test]
fn a_session_that_is_valid_again_without_us_is_told_by_the_message() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given a look at the session of @bella finds it 410
            10:01:00 a look at the session of @bella finds it valid
                     API ← account acc_bella: Gone
                     sam #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
            10:20:00 sam presses the gone Reconnect
                     API ← account acc_bella: its session is valid
                     sam #1 edited: @bella is connected again.
                     kim #1 edited: @bella is connected again.
                     sam sees for a moment: This button no longer works.
        "#]],
    );
}

#[test]
fn what_says_nothing_about_the_session_is_not_taken_for_its_end() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given a look at the session of @bella finds it 404
            10:00:00 time passes
                     API ← account acc_bella: NotFound
            10:10:00 a look at the session of @bella finds it refused
            10:20:00 a look at the session of @bella finds it lost
                     API ← account acc_bella: Refused
            10:34:00 a look at the session of @bella finds it unreachable
                     API ← account acc_bella: Lost
            10:49:00 a look at the session of @bella finds it 429
                     API ← account acc_bella: Unreachable
            11:04:00 a look at the session of @bella finds it declined
                     API ← account acc_bella: Throttled(None)
            11:19:00 a look at the session of @bella finds it 412
                     API ← account acc_bella: Declined
            11:40:00 time passes
                     API ← account acc_bella: NoCredentials
        "#]],
    );
}

#[test]
fn a_look_that_gives_way_to_others_comes_again_soon() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given a look at the session of @bella finds it not to be its turn
            10:01:30 a look at the session of @bella finds it 410
                     API ← account acc_bella: not its turn
            10:03:00 time passes
                     API ← account acc_bella: Gone
                     sam #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
        "#]],
    );
}

#[test]
fn a_look_that_is_older_than_a_sign_in_says_nothing() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given looks at sessions hang
            10:00:00 time passes
                     API ← account acc_bella: no answer yet
            10:00:01 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:02 the look that hangs finds it 410
            10:00:03 looks at sessions hang
            10:00:04 sam says /cancel @bella
                     sam #2 edited: ⋮ cancelled by Sam
            10:15:00 time passes
                     API ← account acc_bella: no answer yet
            10:15:10 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #5: @bella · tag 12 · Sam (Acme), 10:15 UTC
                         starting…
                         [Cancel]
                     sam #5 edited: ⋮ working… ⋮
            10:15:11 the API shows completed_success for att_2
                     sam #5 edited: ⋮ connected in 1 s
            10:15:12 the look that hangs finds it 410
            10:20:00 time passes
        "#]],
    );
}

#[test]
fn many_accounts_are_looked_at_one_after_the_other() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given carla is linked to @carla
            given ben is linked to @bella
            10:00:00 time passes
                     API ← account acc_bella: its session is valid
            10:00:30 time passes
            10:01:00 time passes
                     API ← account acc_carla: its session is valid
            10:15:00 time passes
                     API ← account acc_bella: its session is valid
            10:16:00 time passes
                     API ← account acc_carla: its session is valid
        "#]],
    );
}

#[test]
fn nothing_is_looked_at_while_a_sign_in_is_open_frozen_or_nobodys() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            10:00:00 time passes
                     API ← account acc_bella: its session is valid
            10:10:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:10 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:10:05 the API shows needs_otp
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:10 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:10:06 a look at the session of @bella finds it 410
            10:19:59 sam says /cancel @bella
                     bella #1 edited: @bella: asked again below. (tag 11)
                     bella #2: Still waiting for you:
                         Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:10 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     bella #2 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                     sam #2 edited: ⋮ cancelled by Sam
            10:20:00 sam says /reauth @bella
                     API ← account acc_bella: Gone
                     sam #4: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     API ← reauthenticate acc_bella
                     sam #6: @bella · tag 12 · Sam (Acme), 10:20 UTC
                         starting…
                         [Cancel]
                     sam #6 edited: ⋮ working… ⋮
            10:20:05 the API shows needs_otp for att_2
                     bella #3: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:20 UTC · tag 12
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #6 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:20:20 bella presses Not me
                     bella sees for a moment: Done.
                     bella #3 edited: The sign-in to @bella was stopped. (tag 12)
                     sam #6 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                     bella #4: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                         [Allow again]
                     sam #7: “Not me”: Bella says that the sign-in to @bella (tag 12), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                     kim #2: “Not me”: Bella says that the sign-in to @bella (tag 12), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
            11:30:00 bella presses Allow again
                     bella sees for a moment: Done.
                     bella #5: @bella may be reconnected again.
                     sam #8: Bella allows @bella again.
                     kim #3: Bella allows @bella again.
            11:31:30 bella says /stop @bella
                     API ← account acc_bella: Gone
                     bella #7: Done. You are no longer linked to @bella, and will not be asked about it again.
                     sam #9: Bella is no longer linked to @bella: they withdrew.
                     kim #4: Bella is no longer linked to @bella: they withdrew.
            12:30:00 time passes
        "#]],
    );
}

#[test]
fn reconnect_is_refused_as_reauth_is_and_to_whoever_is_no_manager() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given people are asked first
            given bella is linked to @bella
            given a look at the session of @bella finds it 410
            10:00:10 bella presses sam’s Reconnect
                     API ← account acc_bella: Gone
                     sam #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     bella sees for a moment: This button no longer works.
            10:00:20 dora presses sam’s Reconnect
                     dora sees for a moment: This button no longer works.
            10:00:30 sam presses Reconnect
                     sam sees for a moment: Done.
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         asking whether now is a good time: Bella
                         [Nudge] [Cancel]
                     bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                         Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                         Asked 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         [I am ready]
                         [In an hour] [Not now]
            10:00:40 kim presses Reconnect
                     kim #2: I am already asking whether now is a good time for @bella (tag 11). /reauth @bella now starts it without waiting, /cancel @bella ends it.
                     kim sees for a moment: Done.
            10:00:50 bella presses Not now
                     bella sees for a moment: Done.
                     bella #1 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                     sam #2 edited: ⋮ not now, says Bella. Nothing was started.
            10:01:00 bella says /stop @bella
                     bella #3: Done. You are no longer linked to @bella, and will not be asked about it again.
                     sam #3: Bella is no longer linked to @bella: they withdrew.
                     kim #3: Bella is no longer linked to @bella: they withdrew.
            10:01:10 sam presses Reconnect
                     sam #4: Nobody is linked to @bella. Invite the creator first.
                         [Invite]
                     sam sees for a moment: Done.
        "#]],
    );
}

#[test]
fn a_muted_manager_is_told_without_a_sound_and_one_who_was_dismissed_nothing() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            10:00:00 sam says /mute
                     API ← account acc_bella: its session is valid
                     sam #2: You are muted. From now on, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
            10:00:10 a look at the session of @bella finds it 410
            10:20:00 time passes
                     API ← account acc_bella: Gone
                     sam #3 without a sound: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
            10:20:10 the config takes off its list sam
            10:20:20 the bridge restarts
                     sam #3 edited: This is for managers of Acme only.
            10:20:30 kim presses Reconnect
                     API ← reauthenticate acc_bella
                     kim sees for a moment: Done.
                     kim #2: @bella · tag 11 · Kim (Acme), 10:20 UTC
                         starting…
                         [Cancel]
                     kim #2 edited: ⋮ working… ⋮
            10:20:40 the API shows completed_success
                     kim #1 edited: @bella is connected again.
                     kim #2 edited: ⋮ connected in 10 s
        "#]],
    );
}

#[test]
fn whoever_was_dismissed_does_not_read_either_that_a_session_is_valid_again() {
    play_as_it_stands(
        PAUSES,
        &expect![[r#"
            given sessions are looked at every 15 minutes
            given bella is linked to @bella
            given a look at the session of @bella finds it 410
            10:20:00 time passes
                     API ← account acc_bella: Gone
                     sam #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
                     kim #1: The session of @bella has ended at the account API: the account is not connected any more. Press “Reconnect” to sign in again; the creator is asked as always.
                         [Reconnect]
            10:20:10 the config takes off its list sam
            10:20:15 telegram is down
            10:20:20 the bridge restarts
            10:20:30 a look at the session of @bella finds it valid
            10:40:00 time passes
                     API ← account acc_bella: its session is valid
            10:40:10 telegram is up
                     sam #1 edited: This is for managers of Acme only.
                     kim #1 edited: @bella is connected again.
        "#]],
    );
}

#[test]
fn without_the_key_no_session_is_looked_at() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 a look at the session of @bella finds it 410
        day 2 10:00:00 time passes
    "#]]);
}
