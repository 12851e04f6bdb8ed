//! *Check*: whether the people who are linked can be reached is known before it matters.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn a_manager_learns_who_can_be_reached() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given ben has blocked the bot
        10:00:00 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
                     Ben: no answer yet
                 sam #2 edited: ⋮ Ben: cannot be reached. They have blocked the bot or never opened it; ask them to open our chat.
        10:00:05 sam says /accounts
                 sam #4: Accounts:
                     @bella – Bella, Ben (cannot be reached)
                     @carla – nobody
        10:01:30 bella presses I can read this
                 bella sees for a moment: Done.
                 bella #1 edited: Thank you! Acme knows that my messages about @bella reach you.
                 sam #2 edited: ⋮ Bella: can be reached, answered at 10:01 UTC ⋮
        10:01:40 bella presses the gone I can read this
                 bella sees for a moment: This button no longer works.
        10:02:00 bella says /history
                 bella #3: What was asked of you, and what came of it (the newest last):
                     2026-01-05 10:00 UTC · @bella · Bella was asked whether they can be reached, for Sam
                     2026-01-05 10:01 UTC · @bella · Bella can be reached
        10:02:10 sam says /audit @bella
                 sam #6: On record about @bella (the newest last):
                     2026-01-05 10:00 UTC · Bella was asked whether they can be reached, for Sam
                     2026-01-05 10:00 UTC · Ben was asked whether they can be reached, for Sam
                     2026-01-05 10:01 UTC · Bella can be reached
    "#]]);
}

#[test]
fn it_is_asked_once_a_minute_and_the_later_question_takes_the_place_of_the_earlier() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
        10:00:59 kim says /check @bella
                 kim #2: I asked whether anybody can be reached about @bella less than a minute ago. Try again in 1 s.
        10:01:00 kim says /check @bella
                 bella #1 edited: You need not answer this about @bella any more.
                 sam #2 edited: ⋮ Bella: did not answer
                 bella #2: Kim (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 kim #4: @bella · can they be reached? · Kim (Acme), 10:01 UTC
                     Bella: no answer yet
        10:01:10 bella presses I can read this
                 bella sees for a moment: Done.
                 bella #2 edited: Thank you! Acme knows that my messages about @bella reach you.
                 kim #4 edited: ⋮ Bella: can be reached, answered at 10:01 UTC
        10:01:59 sam says /check @bella
                 sam #4: I asked whether anybody can be reached about @bella less than a minute ago. Try again in 1 s.
        10:02:00 sam says in the office: /check @bella
                 bella #3: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 office #2: @bella · can they be reached? · Sam (Acme), 10:02 UTC
                     Bella: no answer yet
    "#]]);
}

#[test]
fn whoever_does_not_answer_within_a_day_is_shown_so() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
        day 2 09:59:59 time passes
        day 2 10:00:00 time passes
                 bella #1 edited: You need not answer this about @bella any more.
                 sam #2 edited: ⋮ Bella: did not answer
        day 2 10:01:00 bella presses the gone I can read this
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn nobody_is_asked_who_is_not_linked_and_nobody_about_an_account_that_is_stopped() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /check @carla
                 sam #2: Nobody is linked to @carla. Invite the creator first.
                     [Invite]
        10:00:10 dora says /check @bella
                 dora #2: This is for managers of Acme only.
        10:00:20 sam says /check
                 sam #4: Write it like this: /check @account
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #6: @bella · tag 11 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #6 edited: ⋮ working… ⋮
        10:01:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:01 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #6 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:01:10 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #6 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #7: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:01:20 sam says /check @bella
                 sam #9: @bella was stopped by its creator with “Not me”. Only they can allow it again.
    "#]]);
}

#[test]
fn not_me_and_stop_end_the_question() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:00:00 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 ben #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🥁🚀
                     [I can read this]
                 sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
                     Ben: no answer yet
        10:00:10 ben says /stop @bella
                 ben #1 edited: You need not answer this about @bella any more.
                 sam #2 edited: ⋮ (less)
                 ben #3: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Ben is no longer linked to @bella: they withdrew.
                 kim #1: Ben is no longer linked to @bella: they withdrew.
        10:00:20 ben presses the gone I can read this
                 ben sees for a moment: This button no longer works.
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #5: @bella · tag 11 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #5 edited: ⋮ working… ⋮
        10:01:05 the API shows needs_otp
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:01 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #5 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:01:10 bella presses Not me
                 bella sees for a moment: Done.
                 bella #2 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #5 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #1 edited: You need not answer this about @bella any more.
                 sam #2 edited: ⋮ Bella: did not answer
                 bella #3: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #6: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #2: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:01:20 bella presses the gone I can read this
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn the_last_who_is_linked_may_leave_before_they_have_answered() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
        10:00:10 bella says /forgetme
                 bella #3: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:20 bella presses Forget me
                 bella sees for a moment: Done.
                 bella #1 edited: You need not answer this about @bella any more.
                 sam #2 edited: ⋮ Nobody is linked to @bella. Invite the creator first.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 bella #3 edited: I keep nothing about you. Goodbye, and all the best!
        10:00:30 what is kept of bella
                 the disk holds: nothing
    "#]]);
}

#[test]
fn it_is_one_of_the_questions_that_a_person_may_be_put_within_an_hour() {
    play(&expect![[r#"
        given bella is linked to @bella
        given questions to one person within an hour: 1
        10:00:00 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
        10:02:00 sam says /check @bella
                 bella #1 edited: You need not answer this about @bella any more.
                 sam #2 edited: ⋮ Bella: did not answer
                 sam #4: @bella · can they be reached? · Sam (Acme), 10:02 UTC
                     Bella: not asked, since they were asked too often within the hour
        10:03:00 sam says /ready @bella
                 sam #6: @bella · tag 11 · Sam (Acme), 10:03 UTC
                     everybody linked was asked too often within the hour. I ask whether it is a good time at 11:00 UTC.
                     [Cancel]
    "#]]);
}

#[test]
fn somebody_who_lets_the_bot_in_again_is_found_by_it() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella blocks the bot
        10:00:10 sam says /reauth @bella
                 sam #2: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
        10:00:20 sam says /check @bella
                 sam #4: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
                 sam #4 edited: ⋮ Bella: cannot be reached. They have blocked the bot or never opened it; ask them to open our chat.
        10:02:00 bella unblocks the bot
        10:02:10 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #6: @bella · can they be reached? · Sam (Acme), 10:02 UTC
                     Bella: no answer yet
        10:02:20 bella presses I can read this
                 bella sees for a moment: Done.
                 bella #1 edited: Thank you! Acme knows that my messages about @bella reach you.
                 sam #6 edited: ⋮ Bella: can be reached, answered at 10:02 UTC
    "#]]);
}

#[test]
fn in_quiet_hours_it_makes_no_sound() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says /quiet 9-11 UTC
                 bella #2: Your quiet hours are 09:00 to 11:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        10:00:10 sam says /check @bella
                 bella #3 without a sound: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
        10:00:20 bella presses I can read this
                 bella sees for a moment: Done.
                 bella #3 edited: Thank you! Acme knows that my messages about @bella reach you.
                 sam #2 edited: ⋮ Bella: can be reached, answered at 10:00 UTC
    "#]]);
}

#[test]
fn somebody_of_whom_telegram_has_not_told_that_they_let_the_bot_in_again_is_found_too() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella blocks the bot
        10:01:00 bella has unblocked the bot
        10:02:00 sam says /accounts
                 sam #2: Accounts:
                     @bella – Bella (cannot be reached)
                     @carla – nobody
        10:02:10 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #4: @bella · can they be reached? · Sam (Acme), 10:02 UTC
                     Bella: no answer yet
        10:02:20 sam says /accounts
                 sam #6: Accounts:
                     @bella – Bella
                     @carla – nobody
    "#]]);
}

#[test]
fn a_manager_who_is_off_the_list_learns_nothing_more() {
    play_as_it_stands(
        "a restart sees who is off the list",
        &expect![[r#"
            given bella is linked to @bella
            10:00:10 sam says /check @bella
                     bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                         Your pictures: 🍓🌵
                         [I can read this]
                     sam #2: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                         Bella: no answer yet
            10:00:20 the config takes off its list sam
            10:00:30 the bridge restarts
                     bella #1 edited: You need not answer this about @bella any more.
                     sam #2 edited: This is for managers of Acme only.
            10:00:40 bella presses the gone I can read this
                     bella sees for a moment: This button no longer works.
            10:05:00 time passes
        "#]],
    );
}
