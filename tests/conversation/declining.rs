//! *Not me* and *Later*: how a creator says no.

use expect_test::expect;

use super::play;

#[test]
fn not_me_stops_everything_until_the_creator_allows_it_again() {
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
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:00:30 the API shows completed_success
        10:01:30 sam says /reauth @bella
                 sam #5: @bella was stopped by its creator with “Not me”. Only they can allow it again.
        10:01:31 sam says /accounts
                 sam #7: Accounts:
                     @bella – Bella – stopped by “Not me”
                     @carla – nobody
        10:01:32 bella says /accounts
                 bella #6: You are linked to:
                     @bella – stopped by “Not me”; invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🍓🌵
                 bella #7: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
        10:02:00 bella presses Allow again
                 bella sees for a moment: Done.
                 bella #8: @bella may be reconnected again.
                 sam #8: Bella allows @bella again.
                 kim #2: Bella allows @bella again.
        10:02:10 bella presses the gone Allow again
                 bella sees for a moment: This button no longer works.
        10:02:20 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #10: @bella · tag 12 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #10 edited: ⋮ working… ⋮
        10:02:25 the API shows needs_otp
                 bella #9: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:02 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #10 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
    "#]]);
}

#[test]
fn not_me_while_a_code_is_checked_stops_everything_too() {
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
        10:00:08 the next answer will be pending
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:20 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #3: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #3: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
    "#]]);
}

#[test]
fn not_me_of_one_closes_the_question_of_the_other() {
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
        10:00:10 ben presses Not me
                 ben sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 ben #1 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #2 edited: ⋮ stopped: Ben pressed “Not me”. Only they can allow it again; talk to them first.
                 ben #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #3: “Not me”: Ben says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Ben says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:00:30 bella presses the gone Later
                 bella sees for a moment: This button no longer works.
        10:00:40 bella says /accounts
                 bella #5: You are linked to:
                     @bella – stopped by “Not me”; invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🍓🌵
                 bella #6: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
        10:00:50 bella presses Allow again
                 bella sees for a moment: Done.
                 bella #7: @bella may be reconnected again.
                 ben #3: @bella may be reconnected again.
                 sam #4: Bella allows @bella again.
                 kim #2: Bella allows @bella again.
    "#]]);
}

#[test]
fn not_me_in_the_office_is_told_to_every_manager_in_private() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says in the office: /reauth @bella
                 API ← reauthenticate acc_bella
                 office #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 office #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 office #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 office #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:20 bella presses Allow again
                 bella sees for a moment: Done.
                 bella #3: @bella may be reconnected again.
                 sam #2: Bella allows @bella again.
                 kim #2: Bella allows @bella again.
    "#]]);
}

#[test]
fn not_me_outlives_the_link_of_whoever_pressed_it() {
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
        10:00:20 bella says /stop @bella
                 bella #4: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #4: Bella is no longer linked to @bella: they withdrew.
                 kim #2: Bella is no longer linked to @bella: they withdrew.
        10:00:30 bella presses the gone Allow again
                 bella sees for a moment: This button no longer works.
        10:02:00 sam says /invite @bella
                 sam #6: Send this link to the creator of @bella. It works once, until 2026-01-06 10:02 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:02:10 bella opens the invitation
                 bella #6: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:02:20 bella presses Accept
                 bella sees for a moment: Done.
                 bella #6 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🥁🚀. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #7: Bella accepted and is linked to @bella.
        10:02:30 sam says /reauth @bella
                 sam #9: @bella was stopped by its creator with “Not me”. Only they can allow it again.
        10:02:40 bella says /accounts
                 bella #8: You are linked to:
                     @bella – stopped by “Not me”; invited by Sam (Acme), since 2026-01-05 10:02 UTC – Your pictures: 🥁🚀
                 bella #9: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
        10:02:50 bella presses Allow again
                 bella sees for a moment: Done.
                 bella #10: @bella may be reconnected again.
                 sam #10: Bella allows @bella again.
                 kim #3: Bella allows @bella again.
    "#]]);
}

#[test]
fn later_asks_again_after_a_quarter_of_an_hour() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 15 minutes
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ Bella asked for later: 10:15 UTC
                     [Cancel]
        10:10:00 time passes
        10:15:14 time passes
        10:15:15 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: You asked me to come back later. Here I am:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:15:20 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 15 min 20 s
    "#]]);
}

#[test]
fn whoever_postponed_may_answer_before() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 15 minutes
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ Bella asked for later: 10:15 UTC
                     [Cancel]
        10:02:00 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking… ⋮
                 sam #2 edited: ⋮ checking… ⋮
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 2 min 0 s
    "#]]);
}

#[test]
fn later_without_a_choice_changes_nothing() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:05:05 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:05:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #2 edited: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 5 min 10 s
    "#]]);
}

#[test]
fn an_hour_later_the_sign_in_is_over_and_a_new_one_is_offered() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 11:00 UTC.
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #3: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        11:00:15 time passes
                 bella #4: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
        11:00:20 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 sam #3: @bella · tag 12 · Sam (Acme), 11:00 UTC
                     starting…
                     [Cancel]
                 bella #4 edited: Starting a new sign-in to @bella.
                 sam #3 edited: ⋮ working… ⋮
        11:00:25 the API shows needs_otp
                 bella #5: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 11:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #3 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        11:00:30 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_2
                 bella #5 edited: ⋮ checking…
                     [Not me]
                 sam #3 edited: ⋮ checking…
                     [Cancel]
                 bella #5 edited: @bella is connected. Thank you! (tag 12)
                 sam #3 edited: ⋮ connected in 10 s
        11:00:40 bella presses the gone Not now
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn tonight_is_at_eight_and_not_now_is_told_to_the_manager() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses Tonight
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 20:00 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 20:00 UTC.
        20:00:00 time passes
                 bella #2: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
        20:00:10 bella presses Not now
                 bella sees for a moment: Done.
                 sam #3: Bella does not want to sign in to @bella now. Ask again later with /ready.
                 bella #2 edited: No new sign-in to @bella was started.
        20:00:20 bella presses the gone I am ready
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn tonight_in_the_late_evening_is_tomorrow() {
    play(&expect![[r#"
        given bella is linked to @bella
        21:00:00 sam says in the office: /reauth @bella
                 API ← reauthenticate acc_bella
                 office #2: @bella · tag 11 · Sam (Acme), 21:00 UTC
                     starting…
                     [Cancel]
                 office #2 edited: ⋮ working… ⋮
        21:00:05 the API shows needs_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 21:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 office #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        21:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        21:00:15 bella presses Tonight
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-06 20:00 UTC. (tag 11)
                 office #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-06 20:00 UTC.
        day 2 20:00:00 time passes
                 bella #2: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
        day 2 20:09:59 time passes
        day 2 20:10:00 time passes
                 bella #2 edited: No new sign-in to @bella was started.
        day 2 20:10:10 bella presses the gone I am ready
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn nobody_is_asked_again_who_has_been_asked_in_the_meantime() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 11:00 UTC.
        10:59:00 kim says /reauth @bella
                 API ← reauthenticate acc_bella
                 kim #2: @bella · tag 12 · Kim (Acme), 10:59 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        11:00:15 time passes
        11:00:20 the API shows completed_success
                 kim #2 edited: ⋮ connected in 1 min 20 s
    "#]]);
}

#[test]
fn nobody_is_asked_again_about_what_is_connected_by_then() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 11:00 UTC.
        10:30:00 kim says /reauth @bella
                 API ← reauthenticate acc_bella
                 kim #2: @bella · tag 12 · Kim (Acme), 10:30 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        10:30:10 the API shows completed_success
                 kim #2 edited: ⋮ connected in 10 s
        11:00:15 time passes
    "#]]);
}

#[test]
fn a_promise_to_ask_again_does_not_outlive_the_link() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 11:00 UTC.
        10:30:00 bella says /stop @bella
                 bella #3: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        11:00:15 time passes
    "#]]);
}

#[test]
fn being_ready_does_not_get_around_the_limits() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ put off by Bella. I will ask them again at 2026-01-05 11:00 UTC.
        10:59:50 kim says /reauth @bella
                 API ← reauthenticate acc_bella
                 kim #2: @bella · tag 12 · Kim (Acme), 10:59 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        10:59:55 kim says /cancel @bella
                 kim #2 edited: ⋮ cancelled by Kim
        11:00:15 time passes
                 bella #2: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
        11:00:20 bella presses I am ready
                 bella sees for a moment: Done.
                 sam #3: @bella was reconnected too often. Try again in 30 s.
                 bella #2 edited: No new sign-in to @bella was started.
    "#]]);
}

#[test]
fn one_of_two_people_may_postpone_and_the_other_answer() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 15 minutes
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     Bella asked for later: 10:15 UTC ⋮
        10:00:30 ben says 123456
                 ben: “123456” of ben is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: Ben has answered for @bella. (tag 11)
                 ben #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 ben #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn somebody_invited_after_not_me_cannot_allow_again() {
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
        10:01:00 sam says /invite @bella
                 sam #5: Send this link to the creator of @bella. It works once, until 2026-01-06 10:01 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:01:10 dora opens the invitation
                 dora #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:01:20 dora presses Accept
                 dora sees for a moment: Done.
                 dora #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🥁🚀. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 bella #3: Dora has accepted an invitation from Sam (Acme) and is linked to @bella, too: from here on I ask them as well. If that is wrong, tell Acme and press “Not me” at the next question.
                 sam #6: Dora accepted and is linked to @bella.
        10:01:30 dora says /accounts
                 dora #4: You are linked to:
                     @bella – stopped by “Not me”; invited by Sam (Acme), since 2026-01-05 10:01 UTC – Your pictures: 🥁🚀
        10:01:40 sam says /reauth @bella
                 sam #8: @bella was stopped by its creator with “Not me”. Only they can allow it again.
    "#]]);
}

#[test]
fn each_of_two_people_is_asked_again_at_the_time_of_their_own_choice() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 15 minutes
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     Bella asked for later: 10:15 UTC ⋮
        10:04:00 ben presses Later
                 ben sees for a moment: Done.
                 ben #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:04:05 ben presses 15 minutes
                 ben sees for a moment: Done.
                 ben #1 edited: ⋮ I will ask again at 10:19 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ Bella asked for later: 10:15 UTC
                     [Cancel]
        10:05:05 time passes
        10:10:05 time passes
        10:15:15 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: You asked me to come back later. Here I am:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     Ben asked for later: 10:19 UTC
                     [Nudge] [Cancel]
        10:19:05 time passes
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: You asked me to come back later. Here I am:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella, Ben ⋮
        10:20:15 time passes
                 bella #2 edited: @bella: asked again below. (tag 11)
                 bella #3: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:24:00 ben says 123456
                 ben: “123456” of ben is deleted
                 API ← code 123456 for att_1
                 bella #3 edited: Ben has answered for @bella. (tag 11)
                 ben #2 edited: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 ben #2 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 24 min 0 s
    "#]]);
}

#[test]
fn whoever_does_not_answer_in_time_does_not_end_the_question_of_whoever_postponed() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 15 minutes
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     Bella asked for later: 10:15 UTC ⋮
        10:05:05 time passes
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:10:05 time passes
                 ben #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ Bella asked for later: 10:15 UTC
                     [Cancel]
        10:15:15 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: You asked me to come back later. Here I am:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:25:15 time passes
                 bella #2 edited: @bella: asked again below. (tag 11)
                 bella #3: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 bella #3 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
    "#]]);
}

#[test]
fn later_beyond_the_life_of_the_sign_in_leaves_the_question_to_the_other() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 1 hour
                 bella sees for a moment: Done.
                 bella #1 edited: I will come back to you about @bella at 2026-01-05 11:00 UTC. (tag 11)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     Bella asked for later: 11:00 UTC ⋮
        10:05:05 time passes
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:10:05 time passes
                 ben #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
        11:00:15 time passes
                 bella #2: You asked me to come back about @bella (Sam (Acme) wanted to sign in). That sign-in is over. Shall a new one start now?
                     Your pictures: 🍓🌵
                     [I am ready] [Not now]
        11:00:20 bella presses I am ready
                 API ← reauthenticate acc_bella
                 bella sees for a moment: Done.
                 sam #3: @bella · tag 12 · Sam (Acme), 11:00 UTC
                     starting…
                     [Cancel]
                 bella #2 edited: Starting a new sign-in to @bella.
                 sam #3 edited: ⋮ working… ⋮
    "#]]);
}

#[test]
fn later_of_the_first_version_is_understood() {
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
        10:00:10 bella presses Later
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ How much later?
                     [15 minutes] [1 hour] [Tonight]
                     [Not me]
        10:00:15 bella presses 15 minutes
                 bella sees for a moment: Done.
                 bella #1 edited: ⋮ I will ask again at 10:15 UTC. You can also answer now. ⋮
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                     Bella asked for later: 10:15 UTC ⋮
        10:01:00 the bridge of the first version stops, and this one starts
                 bella #2: Your pictures for @bella are 🐨🐯. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 ben #2: Your pictures for @bella are 🌙🐱. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
        10:15:15 time passes
                 ben #1 edited: @bella: asked again below. (tag 11)
                 ben #3: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🌙🐱
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #3 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ Bella asked for later: 10:15 UTC
                     [Cancel]
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #3: You asked me to come back later. Here I am:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🐨🐯
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
    "#]]);
}
