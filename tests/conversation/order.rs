//! *Order*: where several people are linked, the creator who accepted first says who is asked first.

use expect_test::expect;

use super::play;

#[test]
fn whoever_accepted_first_says_who_is_asked_first() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 carla opens the invitation
                 carla #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:20 carla presses Accept
                 carla sees for a moment: Done.
                 carla #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 bella #1: Carla has accepted an invitation from Sam (Acme) and is linked to @bella, too: from here on I ask them as well. If that is wrong, tell Acme and press “Not me” at the next question.
                 ben #1: Carla has accepted an invitation from Sam (Acme) and is linked to @bella, too: from here on I ask them as well. If that is wrong, tell Acme and press “Not me” at the next question.
                 sam #3: Carla accepted and is linked to @bella.
        10:01:00 bella says /order @bella
                 bella #3: About @bella I ask everybody at once: Bella, Ben, Carla.
                     Whom shall I ask first?
                     [Bella first]
                     [Ben first]
                     [Carla first]
        10:01:10 bella presses Carla first
                 bella sees for a moment: Done.
                 bella #3 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Carla
                     2. Bella
                     3. Ben
                     Whom shall I ask first?
                     [Bella first]
                     [Ben first]
                     [Everybody at once]
        10:01:20 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #3 edited: ⋮ 1. Ben
                     2. Carla
                     3. Bella
                     Whom shall I ask first?
                     [Carla first]
                     [Bella first] ⋮
        10:01:30 ben says /order @bella
                 ben #3: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Carla
                     3. Bella
                     Bella, who accepted first, can change that.
        10:01:40 carla presses bella’s Bella first
                 carla sees for a moment: This button no longer works.
        10:03:00 bella presses Everybody at once
                 bella sees for a moment: Done.
                 bella #3 edited: About @bella I ask everybody at once: Bella, Ben, Carla.
                     Whom shall I ask first?
                     [Bella first]
                     [Ben first]
                     [Carla first]
        10:04:00 bella says /order @bella
                 bella #3 edited: ⋮ (less)
                 bella #5: About @bella I ask everybody at once: Bella, Ben, Carla. (the rest as above)
        10:04:10 bella presses the gone Everybody at once
                 bella sees for a moment: This button no longer works.
        10:14:00 time passes
                 bella #5 edited: ⋮ (less)
        10:15:00 bella presses the gone Ben first
                 bella sees for a moment: This button no longer works.
        10:16:00 sam says /audit @bella
                 sam #5: On record about @bella (the newest last):
                     2026-01-05 10:00 UTC · Sam made an invitation
                     2026-01-05 10:00 UTC · Carla accepted an invitation by Sam
                     2026-01-05 10:01 UTC · Bella changed who is asked first
                     2026-01-05 10:01 UTC · Bella changed who is asked first
                     2026-01-05 10:03 UTC · Bella changed who is asked first
    "#]]);
}

#[test]
fn an_order_is_for_people_who_are_linked_and_not_alone() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: Nobody but you is linked to @bella, so there is no order.
        10:00:10 bella says /order
                 bella #4: Write it like this: /order @account
        10:00:20 bella says /order @carla
                 bella #6: You are not linked to an account called @carla. /accounts shows those that you are linked to.
        10:00:30 dora says /order @bella
                 dora #2: You are not linked to an account called @bella. /accounts shows those that you are linked to.
        10:00:40 sam says /order @bella
                 sam #2: You are not linked to an account called @bella. /accounts shows those that you are linked to.
        10:00:50 bella says in the office: /order @bella
                 office #2: That works only in our private chat.
    "#]]);
}

#[test]
fn the_next_is_asked_after_a_while_and_the_first_to_answer_wins() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     [Nudge] [Cancel]
        10:01:00 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:02:14 time passes
        10:02:15 time passes
                 bella #5: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben, Bella ⋮
        10:04:14 time passes
        10:04:15 time passes
                 carla #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben, Bella, Carla ⋮
        10:05:15 time passes
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:05:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 ben #2 edited: Bella has answered for @bella. (tag 11)
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 carla #1 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 5 min 10 s
    "#]]);
}

#[test]
fn whoever_has_answered_is_asked_first_for_what_comes_next() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     [Nudge] [Cancel]
        10:02:15 time passes
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben, Bella ⋮
        10:02:20 the next answer will be wrong
        10:02:30 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 ben #1 edited: Bella has answered for @bella. (tag 11)
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: That code for @bella did not work. (tag 11)
                 bella #5: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:04:29 time passes
        10:04:30 time passes
                 ben #2: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella, Ben (2 tries left) ⋮
        10:04:40 ben says 234567
                 ben: “234567” of ben is deleted
                 API ← code 234567 for att_1
                 bella #5 edited: Ben has answered for @bella. (tag 11)
                 ben #2 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 ben #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 4 min 30 s
    "#]]);
}

#[test]
fn whoever_cannot_be_reached_is_passed_over_at_once() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:02 ben has blocked the bot
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     [Nudge] [Cancel]
                 sam #3: I cannot reach Ben about @bella: they have blocked the bot. Ask them to unblock it.
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella ⋮
        10:01:00 bella blocks the bot
                 sam #4: I cannot reach Bella about @bella: they have blocked the bot. Ask them to unblock it.
                 carla #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Carla ⋮
        10:01:10 sam says /cancel @bella
                 carla #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:03:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #7: @bella · tag 12 · Sam (Acme), 10:03 UTC
                     starting…
                     [Cancel]
                 sam #7 edited: ⋮ working… ⋮
        10:03:05 the API shows needs_otp for att_2
                 carla #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:03 UTC · tag 12
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #7 edited: ⋮ waiting for the code from the SMS from Carla
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn when_nobody_is_waited_for_the_next_is_asked_at_once() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     [Nudge] [Cancel]
        10:00:20 ben presses Later
                 ben sees for a moment: Done.
                 ben #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:25 ben presses 15 minutes
                 ben sees for a moment: Done.
                 ben #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     Ben asked for later: 10:15 UTC ⋮
        10:00:30 bella says /stop @bella
                 bella #3 edited: You are no longer asked about @bella. (tag 11)
                 carla #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Carla ⋮
                 bella #2 edited: You are not linked to an account called @bella. /accounts shows those that you are linked to.
                 bella #5: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:15:30 time passes
                 carla #1 edited: @bella: asked again below. (tag 11)
                 carla #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 carla #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ Ben asked for later: 10:15 UTC
                     [Cancel]
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: You asked me to come back later. Here I am:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn everybody_is_asked_in_turn_whether_it_is_a_good_time() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:10 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Ben
                     [Nudge] [Cancel]
                 ben #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:02:09 time passes
        10:02:10 time passes
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Ben, Bella ⋮
        10:02:20 bella presses Not now
                 bella sees for a moment: Done.
                 bella #3 edited: All right, not now. Nothing was started for @bella, and Acme knows. (tag 11)
                 sam #2 edited: ⋮ asking whether now is a good time: Ben, Carla ⋮
                 carla #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     [I am ready]
                     [In an hour] [Not now]
        10:02:30 ben presses In an hour
                 ben sees for a moment: Done.
                 ben #1 edited: ⋮ I will ask again at 11:02 UTC. You can also start sooner.
                     [I am ready]
                     [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Carla
                     Ben asked for later: 11:02 UTC ⋮
        10:02:40 carla presses I am ready
                 API ← reauthenticate acc_bella
                 carla sees for a moment: Done.
                 carla #1 edited: Thank you! The sign-in to @bella is starting; I will ask for the code in a moment. (tag 11)
                 ben #1 edited: Carla is ready for @bella. (tag 11)
                 sam #2 edited: @bella · tag 11 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn whoever_has_quiet_hours_is_passed_over_when_it_is_asked_whether_it_is_a_good_time() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:02 ben says /quiet 9-11 UTC
                 ben #2: Your quiet hours are 09:00 to 11:00, UTC. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. Acme sees since when and until when it is quiet, and nothing else. /quiet off ends them.
        10:00:10 sam says /ready @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     asking whether now is a good time: Bella
                     Ben has quiet hours from 09:00 UTC to 11:00 UTC. I ask there when they are over.
                     [Nudge] [Cancel]
                 bella #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     [I am ready]
                     [In an hour] [Not now]
        10:02:10 time passes
                 carla #1: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Bella, Carla ⋮
        10:02:20 bella blocks the bot
                 sam #2 edited: ⋮ asking whether now is a good time: Carla ⋮
        10:02:30 carla says /stop @bella
                 carla #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #2 edited: ⋮ Ben has quiet hours from 09:00 UTC to 11:00 UTC. I ask whether it is a good time when they are over.
                     [Cancel]
                 carla #3: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Carla is no longer linked to @bella: they withdrew.
                 kim #1: Carla is no longer linked to @bella: they withdrew.
        11:00:00 time passes
                 ben #3: Sam (Acme) would like to reconnect @bella. Is now a good time?
                     Have your phone with your authenticator app at hand. Nothing starts before you press “I am ready”.

                     Asked 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     [I am ready]
                     [In an hour] [Not now]
                 sam #2 edited: ⋮ asking whether now is a good time: Ben
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn whoever_is_not_linked_any_more_is_not_asked_and_in_no_order() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     [Nudge] [Cancel]
        10:00:20 bella says /forgetme
                 bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:25 bella presses Forget me
                 bella sees for a moment: Done.
                 bella #2 edited: You are not linked to an account called @bella. /accounts shows those that you are linked to.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 bella #4 edited: I keep nothing about you. Goodbye, and all the best!
        10:00:30 what is kept of bella
                 the disk holds: nothing
        10:02:15 time passes
                 carla #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben, Carla ⋮
        10:03:00 carla says /order @bella
                 carla #3: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Carla
                     Whom shall I ask first?
                     [Carla first]
                     [Everybody at once]
        10:03:10 ben says /order @bella
                 ben #3: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Carla
                     Carla, who accepted first, can change that.
    "#]]);
}

#[test]
fn the_last_in_line_ends_it_for_all() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given carla is linked to @bella
        10:00:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Carla, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Ben first]
        10:00:01 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     3. Carla
                     Whom shall I ask first?
                     [Bella first]
                     [Carla first]
                     [Everybody at once]
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:15 the API shows needs_otp
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     [Nudge] [Cancel]
        10:10:15 time passes
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben, Bella ⋮
                 carla #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben, Bella, Carla ⋮
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 bella #3 edited: @bella: asked again below. (tag 11)
                 bella #4: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 carla #1 edited: @bella: asked again below. (tag 11)
                 carla #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 bella #2 edited: ⋮ (less)
                 ben #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella, Carla ⋮
        10:12:15 time passes
                 bella #4 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Carla ⋮
        10:14:15 time passes
                 carla #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
    "#]]);
}

#[test]
fn the_place_in_an_order_is_among_what_is_handed_over() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:01:00 bella says /order @bella
                 bella #2: About @bella I ask everybody at once: Bella, Ben.
                     Whom shall I ask first?
                     [Bella first]
                     [Ben first]
        10:01:10 bella presses Ben first
                 bella sees for a moment: Done.
                 bella #2 edited: About @bella I ask one after the other, the next after 2 min 0 s without an answer:
                     1. Ben
                     2. Bella
                     Whom shall I ask first?
                     [Bella first]
                     [Everybody at once]
        10:02:00 bella says /mydata
                 bella #4: Here is everything that I keep about you.
                 bella gets a document: {
                   "telegram_id": 2001,
                   "person": {
                     "name": "Bella",
                     "language": "en",
                     "reachable": true,
                     "asked_at": []
                   },
                   "links": [
                     {
                       "account": "@bella",
                       "invited_by": "Sam",
                       "since": "2026-01-05T00:00:00Z",
                       "mark": "🥥🐶",
                       "place": 2
                     }
                   ],
                   "sign_ins": [],
                   "asked_later": [],
                   "not_me": [],
                   "messages": 1,
                   "buttons": [
                     "2026-01-05T10:11:00Z"
                   ],
                   "trail": [
                     {
                       "number": 1,
                       "at": "2026-01-05T10:01:10Z",
                       "what": "ordered",
                       "account": "@bella",
                       "detail": null,
                       "by_you": true
                     }
                   ],
                   "started": [],
                   "invited": []
                 }
    "#]]);
}
