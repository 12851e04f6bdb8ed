//! *Ready first*: people are asked whether now is a good time, and nothing begins before one of them says so.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn a_sign_in_begins_when_the_creator_says_that_they_are_ready() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:05 sam says /status
                 sam #4: Accounts: 2 · open: 1 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     → open for 5 s (tag 11): asking whether now is a good time: Bella
                     @carla – nobody · not connected here so far
        10:02:00 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #1 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                 sam #2 edited: @bella · tag 11 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:02:05 the API shows needs_app_otp
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:02 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:02:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
        10:02:30 bella presses the gone I am ready
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn in_an_hour_is_kept_and_asked_about_again() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:01:00 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 11:01 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ Bella asked for later: 11:01 UTC
                     [Cancel]
        10:30:00 sam says /status @bella
                 sam #4: @bella (11): Bella asked for later: 11:01 UTC
        10:59:00 time passes
        11:01:00 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: You asked me to come back later. Here I am:
                     Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
        11:02:00 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #2 edited: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     I will ask again at 12:02 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ Bella asked for later: 12:02 UTC
                     [Cancel]
        11:20:00 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #2 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                 sam #2 edited: @bella · tag 11 · Sam (Acme), 11:20 UTC
                     starting… ⋮
                 sam #2 edited: ⋮ working… ⋮
        11:20:05 the API shows needs_otp
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 11:20 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn not_now_starts_nothing_and_the_manager_reads_so() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:01:00 bella presses Not now
                 bella sees for a moment: Done.
                 bella #1 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ not now, says Bella. Nothing was started.
        10:01:10 bella presses the gone I am ready
                 bella sees for a moment: This button no longer works.
        10:01:20 sam says /status
                 sam #4: Accounts: 2 · open: 0 · 10:01 UTC

                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
        10:05:00 sam says /ready @bella
                 sam #6: @bella · tag 12 · Sam (Acme), 10:05 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #2: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:05 UTC · tag 12
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
    "#]]);
}

#[test]
fn whoever_does_not_answer_is_reminded_at_half_time_and_both_sides_read_the_end() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:14:59 time passes
        10:15:00 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Still waiting for you:
                     Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:29:59 time passes
        10:30:00 time passes
                 bella #2 edited: I had no answer from you about @bella, so nothing was started. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ nobody said in time that they are ready. Nothing was started. Try again at another time, or agree on one with them.
        10:31:00 bella presses the gone I am ready
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn of_several_people_one_who_is_ready_is_enough() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella, Carla, Ben
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 carla #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
                 ben #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 ben presses Not now
                 ben sees for a moment: Done.
                 ben #1 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ asking whether now is a good time: Bella, Carla ⋮
        10:00:20 carla presses In an hour
                 carla sees for a moment: Done.
                 carla #1 edited: ⋮ I will ask again at 11:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     Carla asked for later: 11:00 UTC ⋮
        10:00:30 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #1 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                 carla #1 edited: Bella is ready for @bella. (tag 11)
                 sam #2 edited: ⋮ starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:35 the API shows needs_otp
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 carla #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella, Carla, Ben
                     [Nudge] [Cancel]
        11:00:20 time passes
                 bella #2 edited: @bella: asked again below. (tag 11)
                 bella #3: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 carla #2 edited: @bella: asked again below. (tag 11)
                 carla #3: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #2 edited: @bella: asked again below. (tag 11)
                 ben #3: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 bella #3 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
                 carla #3 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 ben #3 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
    "#]]);
}

#[test]
fn the_last_who_does_not_want_to_ends_it() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella, Ben
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 ben #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 11:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Ben
                     Bella asked for later: 11:00 UTC ⋮
        10:00:20 ben presses Not now
                 ben sees for a moment: Done.
                 ben #1 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ Bella asked for later: 11:00 UTC
                     [Cancel]
        10:00:30 bella presses Not now
                 bella sees for a moment: Done.
                 bella #1 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ not now, says Bella. Nothing was started.
    "#]]);
}

#[test]
fn nobody_is_asked_twice_at_the_same_time() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 kim says /ready @bella
                 kim #2: I am already asking whether now is a good time for @bella (tag 11). /reauth @bella now starts it without waiting, /cancel @bella ends it.
    "#]]);
}

#[test]
fn a_manager_may_call_it_off() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 sam presses Cancel
                 sam sees for a moment: Done.
                 bella #1 edited: Acme does not want to reconnect @bella any more. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:20 bella presses the gone I am ready
                 bella sees for a moment: This button no longer works.
        10:00:30 sam says /ready @bella
                 sam #4: @bella · tag 12 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #2: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:40 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ I will ask again at 11:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #4 edited: ⋮ Bella asked for later: 11:00 UTC
                     [Cancel]
        10:00:50 kim says /cancel @bella
                 kim #2: Done.
                 bella #2 edited: Acme does not want to reconnect @bella any more. You need not do anything. (tag 12)
                 sam #4 edited: ⋮ cancelled by Kim
        11:00:40 time passes
    "#]]);
}

#[test]
fn a_manager_who_reconnects_at_once_need_not_wait_any_longer() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 kim says /reauth @bella
                 API ← reauthenticate acc_bella
                 bella #1 edited: A sign-in to @bella has begun in the meantime. (tag 11)
                 sam #2 edited: ⋮ not waiting any longer: a sign-in was started without asking first.
                 kim #2: @bella · tag 12 · Kim (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        10:00:20 bella presses the gone I am ready
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn a_sign_in_that_is_handed_over_ends_the_waiting() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 the host hands over att_9 for @bella
                 the host ← Watching
                 office #1: @bella · tag 12 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 bella #1 edited: A sign-in to @bella has begun in the meantime. (tag 11)
                 sam #2 edited: ⋮ not waiting any longer: a sign-in was started without asking first.
                 office #1 edited: ⋮ over: the account API does not know this sign-in (404). It has expired, or the id is wrong.
    "#]]);
}

#[test]
fn where_people_are_asked_first_a_reauth_asks_them_unless_the_manager_insists() {
    play(&expect![[r#"
        given people are asked first
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /reauth @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:00 sam says /reauth @carla
                 sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Carla
                     [Nudge] [Cancel]
                 carla #1: Sam (Acme) would like to reconnect @carla. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 12
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 carla presses I am ready
                 API ← reauthenticate acc_carla
                 carla sees for a moment: Done.
                 carla #1 edited: Thank you! The sign-in to @carla is starting; I will ask for the code in a moment. (tag 12)
                 sam #4 edited: ⋮ starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:20 sam says /reauth @bella NOW
                 API ← reauthenticate acc_bella
                 bella #1 edited: A sign-in to @bella has begun in the meantime. (tag 11)
                 sam #2 edited: ⋮ not waiting any longer: a sign-in was started without asking first.
                 sam #6: @bella · tag 13 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ working… ⋮
        10:00:30 sam says /reauth now
                 sam #8: I do not know an account called @now. /accounts shows those that I know.
    "#]]);
}

#[test]
fn what_forbids_a_reauth_forbids_to_ask_for_one() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready
                 sam #2: Write it like this: /ready @account
        10:00:01 sam says /ready @nobody
                 sam #4: I do not know an account called @nobody. /accounts shows those that I know.
        10:00:02 sam says /ready @carla
                 sam #6: Nobody is linked to @carla. Invite the creator first.
                     [Invite]
        10:00:03 ben says /ready @bella
                 ben #2: This is for managers of Acme only.
        10:00:04 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #8: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #8 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #8 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:06 sam says /ready @bella
                 sam #10: A sign-in to @bella is open already (tag 11). /status shows it, /cancel @bella ends it.
        10:00:10 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #8 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #11: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:20 sam says /ready @bella
                 sam #13: @bella was stopped by its creator with “Not me”. Only they can allow it again.
        10:00:30 bella presses Allow again
                 bella sees for a moment: Done.
                 bella #3: @bella may be reconnected again.
                 sam #14: Bella allows @bella again.
                 kim #2: Bella allows @bella again.
        10:00:40 sam says /ready @bella
                 sam #16: @bella was reconnected too often. Try again in 24 s.
        10:01:10 sam says /ready @bella
                 sam #18: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #4: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:01 UTC · tag 12
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
    "#]]);
}

#[test]
fn not_me_to_a_sign_in_ends_what_waits_for_another() {
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
        10:00:10 sam says /cancel @bella
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 ben #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:01:05 sam says /ready @bella
                 sam #5: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     asking whether now is a good time: Bella, Ben
                     [Nudge] [Cancel]
                 bella #2: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:01 UTC · tag 12
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 ben #2: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:01 UTC · tag 12
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
        10:01:10 bella says /stop @bella
                 bella #2 edited: You are no longer asked about @bella. (tag 12)
                 sam #5 edited: ⋮ asking whether now is a good time: Ben ⋮
                 bella #4: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #6: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:01:20 ben says /stop @bella
                 ben #2 edited: You are no longer asked about @bella. (tag 12)
                 sam #5 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 ben #4: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #7: Ben is no longer linked to @bella: they withdrew.
                 kim #2: Ben is no longer linked to @bella: they withdrew.
    "#]]);
}

#[test]
fn a_creator_who_blocks_the_bot_is_not_waited_for() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella, Ben
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 ben #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 bella blocks the bot
                 sam #2 edited: ⋮ asking whether now is a good time: Ben ⋮
        10:00:20 ben blocks the bot
                 sam #2 edited: ⋮ over: I cannot reach Ben. They have blocked the bot or never opened it; ask them to open our chat.
        10:00:30 sam says /ready @bella
                 sam #4: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
    "#]]);
}

#[test]
fn being_asked_if_ready_counts_as_a_question() {
    play(&expect![[r#"
        given questions to one person within an hour: 2
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 sam says /cancel @bella
                 bella #1 edited: Acme does not want to reconnect @bella any more. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:20 sam says /ready @bella
                 sam #5: @bella · tag 12 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #2: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:30 sam says /cancel @bella
                 bella #2 edited: Acme does not want to reconnect @bella any more. You need not do anything. (tag 12)
                 sam #5 edited: ⋮ cancelled by Sam
        10:00:40 sam says /ready @bella
                 sam #8: @bella · tag 13 · Sam (Acme), 10:00 UTC
                     everybody linked was asked too often within the hour. I ask whether it is a good time at 11:00 UTC.
                     [Cancel]
        11:00:00 time passes
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 13
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 sam #8 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
        11:00:30 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #3 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 13)
                 sam #8 edited: @bella · tag 13 · Sam (Acme), 11:00 UTC
                     starting…
                     [Cancel]
                 sam #8 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn an_hour_can_be_chosen_again_and_again() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 11:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ Bella asked for later: 11:00 UTC
                     [Cancel]
        11:00:20 bella presses In an hour
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: You asked me to come back later. Here I am:
                     Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella sees for a moment: Done.
                 bella #2 edited: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     I will ask again at 12:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ Bella asked for later: 12:00 UTC
                     [Cancel]
        12:00:30 bella presses In an hour
                 bella #2 edited: @bella: asked again below. (tag 11)
                 bella #3: You asked me to come back later. Here I am: (the rest as above)
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella sees for a moment: Done.
                 bella #3 edited: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     I will ask again at 13:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ Bella asked for later: 13:00 UTC
                     [Cancel]
        13:00:40 bella presses Not now
                 bella #3 edited: @bella: asked again below. (tag 11)
                 bella #4: You asked me to come back later. Here I am: (the rest as above)
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella sees for a moment: Done.
                 bella #4 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ not now, says Bella. Nothing was started.
    "#]]);
}

#[test]
fn what_is_kept_of_a_person_who_waits_for_an_hour_is_handed_over_and_forgotten() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 11:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ Bella asked for later: 11:00 UTC
                     [Cancel]
        10:00:20 bella says /mydata
                 bella #3: Here is everything that I keep about you.
                 bella gets a document: {
                   "telegram_id": 2001,
                   "person": {
                     "name": "Bella",
                     "language": "en",
                     "reachable": true,
                     "asked_at": [
                       "2026-01-05T10:00:00Z"
                     ]
                   },
                   "links": [
                     {
                       "account": "@bella",
                       "invited_by": "Sam",
                       "since": "2026-01-05T00:00:00Z",
                       "mark": "🥥🐶"
                     }
                   ],
                   "sign_ins": [],
                   "asked_later": [
                     {
                       "account": "@bella",
                       "until": "2026-01-05T11:00:10Z"
                     }
                   ],
                   "not_me": [],
                   "messages": 1,
                   "buttons": [
                     "2026-01-07T10:00:00Z"
                   ],
                   "trail": [
                     {
                       "number": 2,
                       "at": "2026-01-05T10:00:10Z",
                       "what": "postponed",
                       "account": "@bella",
                       "detail": null,
                       "by_you": true
                     },
                     {
                       "number": 1,
                       "at": "2026-01-05T10:00:00Z",
                       "what": "asked",
                       "account": "@bella",
                       "detail": "ready",
                       "by_you": false
                     }
                   ],
                   "started": [],
                   "invited": []
                 }
        10:00:30 bella says /forgetme
                 bella #6: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:40 bella presses Forget me
                 bella sees for a moment: Done.
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #2 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 bella #6 edited: I keep nothing about you. Goodbye, and all the best!
        10:00:50 what is kept of bella
                 the disk holds: nothing
    "#]]);
}

#[test]
fn a_former_managers_waiting_goes_on_where_others_read() {
    play_as_it_stands(
        "the config is read at a start",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /ready @bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         asking whether now is a good time: Bella
                         [Nudge] [Cancel]
                     bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                         Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                         Asked 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         [I am ready]
                         [In an hour] [Not now]
            10:00:10 the config takes off its list sam
            10:00:20 the bridge restarts
                     office #1: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         asking whether now is a good time: Bella
                         [Nudge] [Cancel]
                     sam #2 edited: This is for managers of Acme only.
            10:00:30 bella presses I am ready
                     API ← reauthenticate acc_bella
                     bella sees for a moment: Done.
                     bella #1 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                     office #1 edited: ⋮ starting…
                         [Cancel]
                     office #1 edited: ⋮ working… ⋮
        "#]],
    );
}

#[test]
fn what_waited_while_the_bridge_was_away_for_days_is_given_up() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:10 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 11:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ Bella asked for later: 11:00 UTC
                     [Cancel]
        10:00:20 the bridge stops
        day 4 10:00:00 the bridge starts
                 bella #1 edited: I had no answer from you about @bella, so nothing was started. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: it took too long. Start again with /reauth.
    "#]]);
}
