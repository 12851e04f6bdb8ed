//! *Nudge*: whoever is being asked is asked once more, within what protects people.

use expect_test::expect;

use super::play;

#[test]
fn a_manager_has_people_asked_once_more() {
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
        10:01:00 sam presses Nudge
                 sam sees for a moment: I have asked once more about @bella: Bella, Ben.
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Acme asks once more:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: Acme asks once more:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:01:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     checking…
                     [Not me]
                 ben #2 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 1 min 10 s
    "#]]);
}

#[test]
fn nobody_is_nudged_twice_within_a_minute() {
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
        10:01:00 sam says /nudge @bella
                 sam #4: I have asked once more about @bella: Bella.
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Acme asks once more:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:01:59 kim says /nudge @bella
                 kim #2: I asked again about @bella less than a minute ago. Try again in 1 s.
        10:02:00 kim says /nudge @bella
                 kim #4: I have asked once more about @bella: Bella.
                 bella #2 edited: @bella: asked again below. (tag 11)
                 bella #3: Acme asks once more: (the rest as above)
        10:02:10 sam presses Nudge
                 sam sees for a moment: I asked again about @bella less than a minute ago. Try again in 50 s.
    "#]]);
}

#[test]
fn a_nudge_is_a_question_and_leaves_alone_whoever_chose_later() {
    play(&expect![[r#"
        given questions to one person within an hour: 2
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
        10:00:10 ben presses Later
                 ben sees for a moment: Done.
                 ben #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:11 ben presses 15 minutes
                 ben sees for a moment: Done.
                 ben #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     Ben asked for later: 10:15 UTC ⋮
        10:01:00 sam says /nudge @bella
                 sam #4: I have asked once more about @bella: Bella.
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Acme asks once more:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:02:00 sam says /nudge @bella
                 sam #6: Everybody who is asked about @bella was asked too often within the hour. I may ask again at 11:00 UTC.
    "#]]);
}

#[test]
fn whoever_is_asked_if_they_are_ready_is_nudged_too() {
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
        10:01:00 sam presses Nudge
                 sam sees for a moment: I have asked once more about @bella: Bella.
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Acme asks once more:
                     Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:01:30 sam presses Nudge
                 sam sees for a moment: I asked again about @bella less than a minute ago. Try again in 30 s.
        10:02:00 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 bella #2 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                 sam #2 edited: @bella · tag 11 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn there_is_nothing_to_nudge_while_nobody_is_asked() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /nudge @bella
                 sam #2: Nobody is being asked about @bella at the moment. /status shows what is open.
        10:00:01 sam says /nudge
                 sam #4: Write it like this: /nudge @account
        10:00:02 bella says /nudge @bella
                 bella #2: This is for managers of Acme only.
        10:00:03 sam says /ready @bella
                 sam #6: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:00:04 bella presses In an hour
                 bella sees for a moment: Done.
                 bella #3 edited: ⋮ I will ask again at 11:00 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #6 edited: ⋮ Bella asked for later: 11:00 UTC
                     [Cancel]
        10:00:05 sam says /nudge @bella
                 sam #8: Nobody is being asked about @bella at the moment. /status shows what is open.
        10:00:06 sam presses the gone Nudge
                 sam sees for a moment: Nobody is being asked about @bella at the moment. /status shows what is open.
    "#]]);
}
