//! Quiet hours: what can wait waits until they are over, the rest makes no sound, and managers read no more than when.

use expect_test::expect;

use super::play;

#[test]
fn quiet_hours_are_set_shown_and_ended() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says /quiet
                 bella #2: You have no quiet hours. /quiet 23:00-08:00 Europe/Madrid sets them: until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound.
        10:00:10 bella says /quiet 23:00-08:00
                 bella #4: In which time zone? Write it behind the hours: /quiet 23:00-08:00 Europe/Madrid
        10:00:20 bella says /quiet 23:00-08:00 Europe/Madird
                 bella #6: I do not know that time zone. Did you mean Europe/Madrid? Write it like this: /quiet 23:00-08:00 Europe/Madrid
        10:00:30 bella says /quiet 23:00-08:00 Europe/Madrid
                 bella #8: Your quiet hours are 23:00 to 08:00, Europe/Madrid. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        10:00:40 bella says /quiet
                 bella #10: Your quiet hours are 23:00 to 08:00, Europe/Madrid. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. /quiet 22:30-07:00 changes them, /quiet off ends them.
        10:00:50 bella says /accounts
                 bella #12: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🍓🌵

                     Quiet hours: 23:00 to 08:00, Europe/Madrid (/quiet)
        10:01:00 bella says /quiet 22-7:30
                 bella #14: Your quiet hours are 22:00 to 07:30, Europe/Madrid. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        10:01:10 bella says /quiet 9-9 Europe/Berlin
                 bella #16: Quiet hours cannot begin and end at the same time. Write them like this: /quiet 23:00-08:00 Europe/Madrid
        10:01:20 bella says /quiet at night
                 bella #18: I did not understand these hours. Write them like this: /quiet 23:00-08:00 Europe/Madrid
        10:01:30 bella says /quiet 22-7
                 bella #20: Your quiet hours are 22:00 to 07:00, Europe/Madrid. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        10:01:40 bella says /mydata
                 bella #22: Here is everything that I keep about you.
                 bella gets a document: {
                   "telegram_id": 2001,
                   "person": {
                     "name": "Bella",
                     "language": "en",
                     "reachable": true,
                     "asked_at": [],
                     "quiet": "22:00–07:00 Europe/Madrid"
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
                   "asked_later": [],
                   "not_me": [],
                   "messages": 0,
                   "buttons": [],
                   "trail": [],
                   "started": [],
                   "invited": []
                 }
        10:02:00 bella says /quiet OFF
                 bella #25: You have no quiet hours any more.
        10:02:10 bella says /quiet
                 bella #27: You have no quiet hours. /quiet 23:00-08:00 Europe/Madrid sets them: until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound.
        10:02:20 bella says /quiet 22-7
                 bella #29: In which time zone? Write it behind the hours: /quiet 23:00-08:00 Europe/Madrid
    "#]]);
}

#[test]
fn quiet_hours_are_for_people_who_are_asked() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /quiet 23:00-08:00 Europe/Madrid
                 sam #2: Quiet hours are for people who are linked to an account. Nobody else is asked anything.
        10:00:10 dora says /quiet 23:00-08:00 Europe/Madrid
                 dora #2: Quiet hours are for people who are linked to an account. Nobody else is asked anything.
        10:00:20 bella says in the office: /quiet 23:00-08:00 Europe/Madrid
                 office #2: That works only in our private chat.
        10:00:30 bella says /quiet 23:00-08:00 Europe/Madrid
                 bella #2: Your quiet hours are 23:00 to 08:00, Europe/Madrid. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        10:01:00 what is kept of bella
                 the disk holds: Person, Link
        10:01:10 bella says /stop @bella
                 bella #4: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:01:20 what is kept of dora
                 the disk holds: nothing
    "#]]);
}

#[test]
fn whether_it_is_a_good_time_is_asked_when_quiet_hours_are_over() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 23:00-08:00 Europe/Madrid
                 bella #2: Your quiet hours are 23:00 to 08:00, Europe/Madrid. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        21:59:59 time passes
        22:30:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 22:30 UTC
                     Bella has quiet hours from 22:00 UTC to 07:00 UTC. I ask whether it is a good time when they are over.
                     [Cancel]
        22:31:00 sam says /status
                 sam #4: Accounts: 2 · open: 1 · 22:31 UTC

                     @bella – Bella · not connected here so far
                     → open for 1 min 0 s (tag 11): Bella has quiet hours from 22:00 UTC to 07:00 UTC. I ask whether it is a good time when they are over.
                     @carla – nobody · not connected here so far
        22:32:00 sam says /nudge @bella
                 sam #6: Whoever is asked about @bella has quiet hours until 07:00 UTC. Before that I do not ask again.
        day 2 06:59:59 time passes
        day 2 07:00:00 time passes
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 22:30 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
        day 2 07:05:00 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #3 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                 sam #2 edited: @bella · tag 11 · Sam (Acme), 07:05 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn a_reminder_and_an_hour_that_is_over_wait_as_well() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        21:50:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 21:50 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 21:50 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        22:01:00 sam says /nudge @bella
                 sam #4: Whoever is asked about @bella has quiet hours until 06:00 UTC. Before that I do not ask again.
        22:05:00 time passes
                 sam #2 edited: ⋮ Bella has quiet hours from 22:00 UTC to 06:00 UTC. I ask whether it is a good time when they are over.
                     [Cancel]
        22:06:00 sam says /nudge @bella
                 sam #6: Whoever is asked about @bella has quiet hours until 06:00 UTC. Before that I do not ask again.
        day 2 06:00:00 time passes
                 bella #3 edited: @bella: asked again below. (tag 11)
                 bella #4: Still waiting for you:
                     Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 21:50 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
        day 2 06:01:00 bella presses Not now
                 bella sees for a moment: Done.
                 bella #4 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ not now, says Bella. Nothing was started.
        day 2 21:30:00 sam says /ready @bella
                 sam #8: @bella · tag 12 · Sam (Acme), 21:30 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #5: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 21:30 UTC · tag 12
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        day 2 21:40:00 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #5 edited: ⋮ I will ask again at 22:40 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #8 edited: ⋮ Bella asked for later: 22:40 UTC
                     [Cancel]
        day 2 22:40:00 time passes
                 sam #8 edited: ⋮ Bella has quiet hours from 22:00 UTC to 06:00 UTC. I ask whether it is a good time when they are over. ⋮
        day 3 06:00:00 time passes
                 bella #5 edited: @bella: asked again below. (tag 12)
                 bella #6: You asked me to come back later. Here I am:
                     Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 21:30 UTC · tag 12
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 sam #8 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn a_question_that_waits_can_be_answered_all_the_same() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        21:50:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 21:50 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 21:50 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        22:05:00 time passes
                 sam #2 edited: ⋮ Bella has quiet hours from 22:00 UTC to 06:00 UTC. I ask whether it is a good time when they are over.
                     [Cancel]
        22:10:00 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #3 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                 sam #2 edited: @bella · tag 11 · Sam (Acme), 22:10 UTC
                     starting… ⋮
                 sam #2 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn a_sign_in_that_waits_for_a_code_is_asked_about_without_a_sound() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        23:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 23:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        23:00:05 the API shows needs_otp
                 bella #3 without a sound: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 23:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     Bella has quiet hours from 22:00 UTC to 06:00 UTC: my messages make no sound there.
                     [Nudge] [Cancel]
        23:01:00 sam presses Nudge
                 sam sees for a moment: I have asked once more about @bella: Bella.
                 bella #3 edited: @bella: asked again below. (tag 11)
                 bella #4 without a sound: Acme asks once more:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 23:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        23:02:00 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #4 edited: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 23:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #4 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 2 min 0 s
    "#]]);
}

#[test]
fn of_several_people_those_are_asked_at_whose_it_is_not_quiet() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        23:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 23:00 UTC
                     asking whether now is a good time: Ben
                     Bella has quiet hours from 22:00 UTC to 06:00 UTC. I ask there when they are over.
                     [Nudge] [Cancel]
                 ben #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 23:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        23:01:00 sam presses Nudge
                 sam sees for a moment: I have asked once more about @bella: Ben.
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: Acme asks once more:
                     Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 23:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        23:05:00 ben presses Not now
                 ben sees for a moment: Done.
                 ben #2 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ Bella has quiet hours from 22:00 UTC to 06:00 UTC. I ask whether it is a good time when they are over.
                     [Cancel]
        23:06:00 sam says /cancel @bella
                 sam #2 edited: ⋮ cancelled by Sam
    "#]]);
}

#[test]
fn quiet_hours_that_are_ended_or_changed_let_go_of_what_waits() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        23:00:00 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 23:00 UTC
                     Bella has quiet hours from 22:00 UTC to 06:00 UTC. I ask whether it is a good time when they are over.
                     [Cancel]
        23:01:00 bella says /quiet 22:00-07:30
                 bella #4: Your quiet hours are 22:00 to 07:30, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
                 sam #2 edited: ⋮ Bella has quiet hours from 22:00 UTC to 07:30 UTC. I ask whether it is a good time when they are over. ⋮
        23:02:00 bella says /quiet off
                 bella #6: You have no quiet hours any more.
                 bella #7: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 23:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Bella
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn somebody_who_asked_to_be_asked_later_is_not_woken() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        21:30:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 21:30 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        21:30:05 the API shows needs_otp
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 21:30 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        21:30:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #3 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        21:30:20 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #3 edited: I will come back to you about @bella at 2026-01-05 22:30 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 22:30 UTC.
        22:30:20 time passes
        day 2 06:00:00 time passes
                 bella #4: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
    "#]]);
}

#[test]
fn nothing_is_left_of_quiet_hours_when_their_person_is_forgotten() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        20:01:00 bella says /forgetme
                 bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        20:01:10 bella presses Forget me
                 bella sees for a moment: Done.
                 sam #1: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 bella #4 edited: I keep nothing about you. Goodbye, and all the best!
        20:01:20 what is kept of bella
                 the disk holds: nothing
    "#]]);
}

#[test]
fn quiet_hours_hold_for_every_account_of_their_person() {
    play(&expect![[r#"
        given bella is linked to @bella
        20:00:00 bella says /quiet 22:00-06:00 UTC
                 bella #2: Your quiet hours are 22:00 to 06:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        20:01:00 sam says /invite @carla
                 sam #2: Send this link to the creator of @carla. It works once, until 2026-01-06 20:01 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        20:02:00 bella opens the invitation
                 bella #4: Sam (Acme) invites you to be asked for the sign-in codes of @carla.

                     If you accept: whenever Acme reconnects @carla, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        20:02:10 bella presses Accept
                 bella sees for a moment: Done.
                 bella #4 edited: You are linked to @carla. When Acme reconnects it, I ask you here.

                     To end this, send /stop @carla.

                     Your pictures for @carla are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Bella accepted and is linked to @carla.
        22:30:00 sam says /ready @carla
                 sam #5: @carla · tag 11 · Sam (Acme), 22:30 UTC
                     Bella has quiet hours from 22:00 UTC to 06:00 UTC. I ask whether it is a good time when they are over.
                     [Cancel]
    "#]]);
}
