//! The audit trail: what creators read with `/history`, managers with `/audit`, and what is left of who was forgotten.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn everything_that_was_asked_is_on_record_for_both_sides() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_app_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:00:10 the next answer will be wrong
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: That code for @bella did not work. (tag 11)
                 bella #3: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ that code did not work, waiting for another from Bella (2 tries left)
                     [Nudge] [Cancel]
        10:00:20 bella says 654321
                 bella: “654321” of bella is deleted
                 API ← code 654321 for att_1
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 20 s
        10:01:00 bella says /history
                 bella #6: What was asked of you, and what came of it (the newest last):
                     2026-01-05 10:00 UTC · @bella · Bella was asked for the code from the authenticator app, for Sam
                     2026-01-05 10:00 UTC · @bella · Bella answered; it was passed on
                     2026-01-05 10:00 UTC · @bella · that code did not work
                     2026-01-05 10:00 UTC · @bella · Bella was asked again for the code from the authenticator app, for Sam
                     2026-01-05 10:00 UTC · @bella · Bella answered; it was passed on
                     2026-01-05 10:00 UTC · @bella · over: connected
        10:01:05 sam says /audit @bella
                 sam #4: On record about @bella (the newest last):
                     2026-01-05 10:00 UTC · Sam asked for a sign-in
                     2026-01-05 10:00 UTC · watching a sign-in started by Sam
                     2026-01-05 10:00 UTC · Bella was asked for the code from the authenticator app, for Sam
                     2026-01-05 10:00 UTC · Bella answered; it was passed on
                     2026-01-05 10:00 UTC · that code did not work
                     2026-01-05 10:00 UTC · Bella was asked again for the code from the authenticator app, for Sam
                     2026-01-05 10:00 UTC · Bella answered; it was passed on
                     2026-01-05 10:00 UTC · over: connected
        10:01:10 kim says in the office: /audit @bella
                 office #2: On record about @bella (the newest last): (the rest as above)
        10:01:15 bella says /audit @bella
                 bella #8: This is for managers of Acme only.
    "#]]);
}

#[test]
fn not_me_a_link_and_its_end_are_on_record() {
    play(&expect![[r#"
        given bella is linked to @bella
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
                 sam #3: Ben accepted and is linked to @bella.
        10:00:30 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #5: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #5 edited: ⋮ working… ⋮
        10:00:35 the API shows needs_otp
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #5 edited: ⋮ waiting for the code from the SMS from Bella, Ben
                     [Nudge] [Cancel]
        10:00:40 ben presses Not me
                 ben sees for a moment: Done.
                 bella #2 edited: The sign-in to @bella was stopped. (tag 11)
                 ben #3 edited: The sign-in to @bella was stopped. (tag 11)
                 sam #5 edited: ⋮ stopped: Ben pressed “Not me”. Only they can allow it again; talk to them first.
                 ben #4: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #6: “Not me”: Ben says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Ben says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:50 ben presses Allow again
                 ben sees for a moment: Done.
                 bella #3: @bella may be reconnected again.
                 ben #5: @bella may be reconnected again.
                 sam #7: Ben allows @bella again.
                 kim #2: Ben allows @bella again.
        10:01:00 ben says /stop @bella
                 ben #2 edited: These pictures are no longer used.
                 ben #7: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #8: Ben is no longer linked to @bella: they withdrew.
                 kim #3: Ben is no longer linked to @bella: they withdrew.
        10:01:10 sam says /unlink @bella
                 bella #4: Acme has ended your link to @bella. You will not be asked about it again.
                 sam #10: No longer linked to @bella: Bella.
        10:01:20 sam says /audit @bella
                 sam #12: On record about @bella (the newest last):
                     2026-01-05 10:00 UTC · Sam made an invitation
                     2026-01-05 10:00 UTC · Ben accepted an invitation by Sam
                     2026-01-05 10:00 UTC · Sam asked for a sign-in
                     2026-01-05 10:00 UTC · watching a sign-in started by Sam
                     2026-01-05 10:00 UTC · Bella was asked for the code from the SMS, for Sam
                     2026-01-05 10:00 UTC · Ben was asked for the code from the SMS, for Sam
                     2026-01-05 10:00 UTC · Ben pressed “Not me”
                     2026-01-05 10:00 UTC · over: “Not me”
                     2026-01-05 10:00 UTC · Ben pressed “Allow again”
                     2026-01-05 10:01 UTC · Ben withdrew
                     2026-01-05 10:01 UTC · the link of Bella was ended by Sam
        10:01:30 ben says /history
                 ben #9: What was asked of you, and what came of it (the newest last):
                     2026-01-05 10:00 UTC · @bella · Ben accepted an invitation by Sam
                     2026-01-05 10:00 UTC · @bella · Ben was asked for the code from the SMS, for Sam
                     2026-01-05 10:00 UTC · @bella · Ben pressed “Not me”
                     2026-01-05 10:00 UTC · @bella · Ben pressed “Allow again”
                     2026-01-05 10:01 UTC · @bella · Ben withdrew
    "#]]);
}

#[test]
fn whoever_has_nothing_on_record_reads_so() {
    play(&expect![[r#"
        10:00:00 dora says /history
                 dora #2: Nothing was asked of you so far.
        10:00:05 sam says /audit @bella
                 sam #2: Nothing is on record about @bella so far.
        10:00:10 sam says /audit
                 sam #4: Write it like this: /audit @account
        10:00:15 sam says /audit @nobody
                 sam #6: I do not know an account called @nobody. /accounts shows those that I know.
        10:00:20 dora says in the office: /history
                 office #2: That works only in our private chat.
    "#]]);
}

#[test]
fn who_is_forgotten_leaves_a_pseudonym_on_record() {
    play_as_it_stands(
        "a pseudonym is drawn at random",
        &expect![[r#"
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
            10:00:10 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_1
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     ben #1 edited: Bella has answered for @bella. (tag 11)
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 10 s
            10:01:00 bella says /forgetme
                     bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                         You will not be asked about @bella any more; Acme is told that you withdrew.

                         In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                         [Forget me]
            10:01:05 bella presses Forget me
                     bella sees for a moment: Done.
                     sam #3: Bella is no longer linked to @bella: they withdrew.
                     kim #1: Bella is no longer linked to @bella: they withdrew.
                     bella #4 edited: I keep nothing about you. Goodbye, and all the best!
            10:01:10 what is kept of bella
                     the disk holds: nothing
            10:01:20 sam says /audit @bella
                     sam #5: On record about @bella (the newest last):
                         2026-01-05 10:00 UTC · Sam asked for a sign-in
                         2026-01-05 10:00 UTC · watching a sign-in started by Sam
                         2026-01-05 10:00 UTC · somebody who was forgotten (952363) was asked for the code from the SMS, for Sam
                         2026-01-05 10:00 UTC · Ben was asked for the code from the SMS, for Sam
                         2026-01-05 10:00 UTC · somebody who was forgotten (952363) answered; it was passed on
                         2026-01-05 10:00 UTC · over: connected
                         2026-01-05 10:01 UTC · somebody who was forgotten (952363) withdrew
            10:01:30 bella says /history
                     bella #6: Nothing was asked of you so far.
        "#]],
    );
}

#[test]
fn a_long_record_is_read_page_by_page() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:10 sam says /cancel @bella
                 sam #2 edited: ⋮ cancelled by Sam
        10:02:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #5: @bella · tag 12 · Sam (Acme), 10:02 UTC
                     starting…
                     [Cancel]
                 sam #5 edited: ⋮ working… ⋮
        10:02:10 sam says /cancel @bella
                 sam #5 edited: ⋮ cancelled by Sam
        10:04:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #8: @bella · tag 13 · Sam (Acme), 10:04 UTC
                     starting…
                     [Cancel]
                 sam #8 edited: ⋮ working… ⋮
        10:04:10 sam says /cancel @bella
                 sam #8 edited: ⋮ cancelled by Sam
        10:06:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #11: @bella · tag 14 · Sam (Acme), 10:06 UTC
                     starting…
                     [Cancel]
                 sam #11 edited: ⋮ working… ⋮
        10:06:10 sam says /cancel @bella
                 sam #11 edited: ⋮ cancelled by Sam
        10:08:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #14: @bella · tag 15 · Sam (Acme), 10:08 UTC
                     starting…
                     [Cancel]
                 sam #14 edited: ⋮ working… ⋮
        10:08:10 sam says /cancel @bella
                 sam #14 edited: ⋮ cancelled by Sam
        10:09:00 sam says /invite @bella
                 sam #17: Send this link to the creator of @bella. It works once, until 2026-01-06 10:09 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:10:00 sam says /audit @bella
                 sam #19: On record about @bella (the newest last):
                     2026-01-05 10:00 UTC · watching a sign-in started by Sam
                     2026-01-05 10:00 UTC · Sam cancelled
                     2026-01-05 10:00 UTC · over: cancelled
                     2026-01-05 10:02 UTC · Sam asked for a sign-in
                     2026-01-05 10:02 UTC · watching a sign-in started by Sam
                     2026-01-05 10:02 UTC · Sam cancelled
                     2026-01-05 10:02 UTC · over: cancelled
                     2026-01-05 10:04 UTC · Sam asked for a sign-in
                     2026-01-05 10:04 UTC · watching a sign-in started by Sam
                     2026-01-05 10:04 UTC · Sam cancelled
                     2026-01-05 10:04 UTC · over: cancelled
                     2026-01-05 10:06 UTC · Sam asked for a sign-in
                     2026-01-05 10:06 UTC · watching a sign-in started by Sam
                     2026-01-05 10:06 UTC · Sam cancelled
                     2026-01-05 10:06 UTC · over: cancelled
                     2026-01-05 10:08 UTC · Sam asked for a sign-in
                     2026-01-05 10:08 UTC · watching a sign-in started by Sam
                     2026-01-05 10:08 UTC · Sam cancelled
                     2026-01-05 10:08 UTC · over: cancelled
                     2026-01-05 10:09 UTC · Sam made an invitation
                     [Earlier]
        10:10:10 sam presses Earlier
                 sam sees for a moment: Done.
                 sam #20: On record about @bella (the newest last):
                     2026-01-05 10:00 UTC · Sam asked for a sign-in
        10:10:20 bella presses sam’s Earlier
                 bella sees for a moment: This button no longer works.
        11:10:30 sam presses the gone Earlier
                 sam sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn what_is_too_old_leaves_the_record() {
    play(&expect![[r#"
        given bella is linked to @bella
        given the record is kept for 2 days
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        day 3 09:00:00 sam says /invite @bella
                 sam #4: Send this link to the creator of @bella. It works once, until 2026-01-08 09:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-2
                     [Revoke]
        day 3 09:59:59 sam says /audit @bella
                 sam #6: On record about @bella (the newest last):
                     2026-01-05 10:00 UTC · Sam made an invitation
                     2026-01-07 09:00 UTC · Sam made an invitation
        day 3 10:00:01 sam says /audit @bella
                 sam #8: On record about @bella (the newest last):
                     2026-01-07 09:00 UTC · Sam made an invitation
    "#]]);
}
