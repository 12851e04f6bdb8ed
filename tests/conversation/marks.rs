//! Marks: by what a creator knows that a question is genuine; and that nobody is linked without the others knowing.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn each_question_carries_the_mark_that_was_given_at_acceptance() {
    play(&expect![[r#"
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 bella opens the invitation
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:20 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Bella accepted and is linked to @bella.
        10:00:30 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #5: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #5 edited: ⋮ working… ⋮
        10:00:35 the API shows needs_otp
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #5 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:40 bella presses Later
                 bella sees for a moment: Done.
                 bella #3 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:50 sam says /status @bella
                 sam #7: @bella (11): waiting for the code from the SMS from Bella
        10:01:00 sam says /accounts
                 sam #9: Accounts:
                     @bella – Bella
                     @carla – nobody
        10:01:10 bella says /accounts
                 bella #5: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 10:00 UTC – Your pictures: 🍓🌵
    "#]]);
}

#[test]
fn another_mark_may_be_drawn_for_a_day() {
    play(&expect![[r#"
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 bella opens the invitation
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:20 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Bella accepted and is linked to @bella.
        10:00:30 bella presses Another
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ Your pictures for @bella are 🥁🚀. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it. ⋮
        10:00:40 bella presses Another
                 bella sees for a moment: Done.
                 bella #2 edited: ⋮ Your pictures for @bella are 🐨🐯. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it. ⋮
        10:00:50 sam presses bella’s Another
                 sam sees for a moment: This button no longer works.
        10:01:00 sam says /ready @bella
                 sam #5: @bella · tag 11 · Sam (Acme), 10:01 UTC
                     asking whether now is a good time: Bella
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:01 UTC · tag 11
                     Your pictures: 🐨🐯
                     [I am ready]
                     [In an hour] [Not now]
        10:01:10 bella presses Not now
                 bella sees for a moment: Done.
                 bella #3 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #5 edited: ⋮ not now, says Bella. Nothing was started.
        day 2 10:00:20 time passes
                 bella #2 edited: ⋮ (less)
        day 2 10:00:30 bella presses the gone Another
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn the_mark_of_a_link_that_has_ended_is_void() {
    play(&expect![[r#"
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 bella opens the invitation
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:20 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Bella accepted and is linked to @bella.
        10:00:30 bella says /stop @bella
                 bella #2 edited: These pictures are no longer used.
                 bella #4: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #4: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
    "#]]);
}

#[test]
fn a_link_without_a_mark_is_given_one_at_the_next_start() {
    play(&expect![[r#"
        given links have no marks
        given bella is linked to @bella
        10:00:00 bella presses Another
                 bella #1: Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 bella sees for a moment: Done.
                 bella #1 edited: Your pictures for @bella are 🥁🚀. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it. ⋮
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn whoever_could_not_be_reached_then_is_given_one_with_the_next_question() {
    play_as_it_stands(
        "at a restart in between they are given it",
        &expect![[r#"
            given links have no marks
            given bella is linked to @bella
            given bella has blocked the bot
            10:00:00 time passes
            10:00:10 bella unblocks the bot
            10:00:20 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:25 the API shows needs_otp
                     bella #1: Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                         [Another]
                     bella #2: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
        "#]],
    );
}

#[test]
fn the_people_linked_so_far_read_that_another_is() {
    play(&expect![[r#"
        given bella is linked to @bella
        given carla is linked to @bella
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 ben opens the invitation
                 ben #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:20 ben presses Accept
                 ben sees for a moment: Done.
                 ben #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 bella #1: Ben has accepted an invitation from Sam (Acme) and is linked to @bella, too: from here on I ask them as well. If that is wrong, tell Acme and press “Not me” at the next question.
                 carla #1: Ben has accepted an invitation from Sam (Acme) and is linked to @bella, too: from here on I ask them as well. If that is wrong, tell Acme and press “Not me” at the next question.
                 sam #3: Ben accepted and is linked to @bella.
        10:00:30 the operator invites @bella
                 the operator ← word-2 for @bella
        10:00:40 ben opens the invitation
                 ben #4: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.
    "#]]);
}
