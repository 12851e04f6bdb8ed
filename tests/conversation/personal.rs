//! What people may see and undo of what is kept about them.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn what_is_kept_about_a_person_is_handed_to_that_person() {
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
        10:00:20 bella says /mydata
                 bella #4: Here is everything that I keep about you.
                 bella gets a document: {
                   "telegram_id": 2001,
                   "person": {
                     "name": "Bella",
                     "language": "en",
                     "reachable": true,
                     "asked_at": [
                       "2026-01-05T10:00:05Z"
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
                   "sign_ins": [
                     {
                       "account": "@bella",
                       "tag": "84",
                       "started_by": "Sam",
                       "started_at": "2026-01-05T10:00:00Z",
                       "answered_by_you": true,
                       "is_over": true
                     }
                   ],
                   "asked_later": [],
                   "not_me": [],
                   "messages": 0,
                   "buttons": [],
                   "trail": [
                     {
                       "number": 6,
                       "at": "2026-01-05T10:00:10Z",
                       "what": "ended",
                       "account": "@bella",
                       "detail": "connected",
                       "by_you": false
                     },
                     {
                       "number": 5,
                       "at": "2026-01-05T10:00:10Z",
                       "what": "answered",
                       "account": "@bella",
                       "detail": "sms",
                       "by_you": true
                     },
                     {
                       "number": 3,
                       "at": "2026-01-05T10:00:05Z",
                       "what": "asked",
                       "account": "@bella",
                       "detail": "sms",
                       "by_you": false
                     }
                   ],
                   "started": [],
                   "invited": []
                 }
    "#]]);
}

#[test]
fn whoever_wants_to_be_forgotten_is_asked_once_and_then_forgotten() {
    play(&expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
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
        10:00:15 bella says /forgetme
                 bella #3: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella, @carla any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:20 what is kept of bella
                 the disk holds: Person, Link, Link, Attempt, Post, Post, Post, Offer, Offer, Alias
        10:00:25 bella presses Forget me
                 bella sees for a moment: Done.
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben ⋮
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 sam #4: Bella is no longer linked to @carla: they withdrew.
                 kim #2: Bella is no longer linked to @carla: they withdrew.
                 bella #3 edited: I keep nothing about you. Goodbye, and all the best!
        10:00:30 what is kept of bella
                 the disk holds: nothing
        10:00:35 bella presses the gone Forget me
                 bella sees for a moment: This button no longer works.
        10:00:36 bella presses the gone Not me
                 bella sees for a moment: This button no longer works.
        10:00:37 bella presses the gone 15 minutes
                 bella sees for a moment: This button no longer works.
        10:00:40 bella says 123456
                 bella #5: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:45 bella says /forgetme
                 bella #7: I keep nothing about you. Goodbye, and all the best!
        10:00:50 bella says /start
                 bella #9: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them. (the rest as above)
        10:00:55 bella says /mydata
                 bella #11: Here is everything that I keep about you.
                 bella gets a document: {
                   "telegram_id": 2001,
                   "person": null,
                   "links": [],
                   "sign_ins": [],
                   "asked_later": [],
                   "not_me": [],
                   "messages": 0,
                   "buttons": [],
                   "trail": [],
                   "started": [],
                   "invited": []
                 }
        10:01:00 ben says 222333
                 ben: “222333” of ben is deleted
                 API ← code 222333 for att_1
                 ben #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 ben #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 1 min 0 s
    "#]]);
}

#[test]
fn an_answer_on_its_way_goes_on_though_its_author_is_forgotten() {
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
        10:00:08 the next answer will be hanging
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:15 bella says /forgetme
                 bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:20 bella presses Forget me
                 bella sees for a moment: Done.
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 bella #4 edited: I keep nothing about you. Goodbye, and all the best!
        10:00:25 what is kept of bella
                 the disk holds: nothing
        10:00:30 the API answers the code: right
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn the_wrong_answer_of_somebody_who_is_forgotten_is_not_theirs_any_more() {
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
        10:00:08 the next answer will be hanging
        10:00:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
        10:00:15 bella says /forgetme
                 bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:20 bella presses Forget me
                 bella sees for a moment: Done.
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 bella #4 edited: I keep nothing about you. Goodbye, and all the best!
        10:00:30 the API answers the code: wrong
                 sam #2 edited: ⋮ the code from the SMS is needed, and nobody is linked. Invite the creator; I will ask as soon as they accept.
                     [Invite] [Cancel]
        10:00:35 what is kept of bella
                 the disk holds: nothing
    "#]]);
}

#[test]
fn not_me_outlives_being_forgotten_without_a_name() {
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
        10:00:15 bella says /forgetme
                 bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.

                     One thing stays: that “Not me” was pressed for @bella, with your Telegram number and without your name, so that nobody else can lift it.
                     [Forget me]
        10:00:20 bella presses Forget me
                 bella sees for a moment: Done.
                 sam #4: Bella is no longer linked to @bella: they withdrew.
                 kim #2: Bella is no longer linked to @bella: they withdrew.
                 bella #4 edited: I keep nothing about you but that “Not me” was pressed for @bella: your Telegram number without your name, so that nobody else can lift it. Goodbye, and all the best!
        10:00:25 what is kept of bella
                 the disk holds: Account
        10:00:30 bella presses the gone Allow again
                 bella sees for a moment: This button no longer works.
        10:01:30 sam says /reauth @bella
                 sam #6: @bella was stopped by its creator with “Not me”. Only they can allow it again.
        10:01:40 bella says /forgetme
                 bella #6: I keep nothing about you but that “Not me” was pressed for @bella: your Telegram number without your name, so that nobody else can lift it. Goodbye, and all the best!
        10:01:50 sam says /invite @bella
                 sam #8: Send this link to the creator of @bella. It works once, until 2026-01-06 10:01 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:02:00 bella opens the invitation
                 bella #8: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:02:10 bella presses Accept
                 bella sees for a moment: Done.
                 bella #8 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🥁🚀. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #9: Bella accepted and is linked to @bella.
        10:02:20 bella says /accounts
                 bella #10: You are linked to:
                     @bella – stopped by “Not me”; invited by Sam (Acme), since 2026-01-05 10:02 UTC – Your pictures: 🥁🚀
                 bella #11: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
        10:02:30 bella presses Allow again
                 bella sees for a moment: Done.
                 bella #12: @bella may be reconnected again.
                 sam #10: Bella allows @bella again.
                 kim #3: Bella allows @bella again.
    "#]]);
}

#[test]
fn whoever_does_not_confirm_is_not_forgotten() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says /forgetme
                 bella #2: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:10 bella says /forgetme
                 bella #2 edited: I have not forgotten you: you did not confirm it in time. /forgetme asks again.
                 bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again. (the rest as above)
        10:00:20 ben presses bella’s Forget me
                 ben sees for a moment: This button no longer works.
        10:10:10 time passes
                 bella #4 edited: I have not forgotten you: you did not confirm it in time. /forgetme asks again.
        10:10:20 bella presses the gone Forget me
                 bella sees for a moment: This button no longer works.
        10:10:30 bella says /accounts
                 bella #6: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🍓🌵
    "#]]);
}

#[test]
fn a_manager_is_forgotten_by_whoever_runs_the_bridge() {
    play(&expect![[r#"
        10:00:00 sam says /forgetme
                 sam #2: You are listed as a manager of Acme in my configuration, so I cannot forget you. Ask whoever runs me to take you off the list; then /forgetme works.
        10:00:10 sam says in the office: /forgetme
                 office #2: That works only in our private chat.
        10:00:20 dora says /forgetme
                 dora #2: I keep nothing about you. Goodbye, and all the best!
    "#]]);
}

#[test]
fn a_code_that_waits_for_its_account_is_forgotten_too() {
    play(&expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:00 sam says /reauth @carla
                 API ← reauthenticate acc_carla
                 sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:05 the API shows needs_otp for att_1
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:10 the API shows needs_otp for att_2
                 bella #2: Sam (Acme) is signing in to @carla.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella says 123456
                 bella: “123456” of bella is deleted
                 bella #4: For which account is that code?
                     [@bella · 11]
                     [@carla · 12]
        10:00:30 bella says /forgetme
                 bella #6: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                     You will not be asked about @bella, @carla any more; Acme is told that you withdrew.

                     In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                     [Forget me]
        10:00:40 bella presses Forget me
                 bella sees for a moment: Done.
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #2 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 bella #4 edited: That code was not used. If I am still asking for one, please send a fresh code.
                 bella #2 edited: You are no longer asked about @carla. (tag 12)
                 sam #4 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 sam #5: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
                 sam #6: Bella is no longer linked to @carla: they withdrew.
                 kim #2: Bella is no longer linked to @carla: they withdrew.
                 bella #6 edited: I keep nothing about you. Goodbye, and all the best!
        10:00:45 bella presses the gone @carla · 12
                 bella sees for a moment: This button no longer works.
        10:00:50 what is kept of bella
                 the disk holds: nothing
    "#]]);
}

#[test]
fn what_was_not_delivered_to_somebody_who_is_forgotten_is_not_kept() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            given bella is linked to @carla
            10:00:00 bella says /forgetme
                     bella #2: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                         You will not be asked about @bella, @carla any more; Acme is told that you withdrew.

                         In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                         [Forget me]
            10:00:10 telegram is down
            10:00:20 sam says /unlink @carla
            10:00:25 what is kept of bella
                     the disk holds: Person, Link, Post, Post, Post, Offer, Alias
            10:00:30 bella presses Forget me
                     bella sees for a moment: Done.
            10:00:35 what is kept of bella
                     the disk holds: Post, Post, Post, Post
            10:00:40 telegram is up
                     bella #3: Acme has ended your link to @carla. You will not be asked about it again.
                     sam #2: No longer linked to @carla: Bella.
                     sam #3: Bella is no longer linked to @bella: they withdrew.
                     kim #1: Bella is no longer linked to @bella: they withdrew.
                     bella #2 edited: I keep nothing about you. Goodbye, and all the best!
            10:00:50 what is kept of bella
                     the disk holds: nothing
        "#]],
    );
}

#[test]
fn what_is_kept_about_a_manager_or_a_stranger_is_handed_over_in_private_too() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ working… ⋮
        10:00:30 dora says /mydata
                 dora #2: Here is everything that I keep about you.
                 dora gets a document: {
                   "telegram_id": 3001,
                   "person": null,
                   "links": [],
                   "sign_ins": [],
                   "asked_later": [],
                   "not_me": [],
                   "messages": 0,
                   "buttons": [],
                   "trail": [],
                   "started": [],
                   "invited": []
                 }
        10:00:40 sam says in the office: /mydata
                 office #2: That works only in our private chat.
        10:00:50 sam says /mydata
                 sam #4: Here is everything that I keep about you.
                 sam gets a document: {
                   "telegram_id": 1001,
                   "person": {
                     "name": "Sam",
                     "language": "en",
                     "reachable": true,
                     "asked_at": []
                   },
                   "links": [],
                   "sign_ins": [],
                   "asked_later": [],
                   "not_me": [],
                   "messages": 1,
                   "buttons": [],
                   "trail": [
                     {
                       "number": 2,
                       "at": "2026-01-05T10:00:00Z",
                       "what": "watched",
                       "account": "@bella",
                       "detail": null,
                       "by_you": true
                     },
                     {
                       "number": 1,
                       "at": "2026-01-05T10:00:00Z",
                       "what": "started",
                       "account": "@bella",
                       "detail": null,
                       "by_you": true
                     }
                   ],
                   "started": [
                     {
                       "account": "@bella",
                       "at": "2026-01-05T10:00:00Z"
                     }
                   ],
                   "invited": [
                     {
                       "account": "@bella",
                       "accepted_at": "2026-01-05T00:00:00Z"
                     }
                   ]
                 }
    "#]]);
}

#[test]
fn a_code_that_waits_for_one_account_is_for_no_other_when_its_author_is_forgotten() {
    play_as_it_stands(
        "another restart would look at once, and say sooner that the API does not answer",
        &expect![[r#"
            given bella is linked to @bella
            given bella is linked to @carla
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:00 sam says /reauth @carla
                     API ← reauthenticate acc_carla
                     sam #4: @carla · tag 12 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #4 edited: ⋮ working… ⋮
            10:00:05 the API shows needs_otp for att_1
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:00:10 the API shows needs_otp for att_2
                     bella #2: Sam (Acme) is signing in to @carla.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 12
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #4 edited: ⋮ waiting for the code from the SMS from Bella
                         [Nudge] [Cancel]
            10:00:15 bella says /forgetme
                     bella #4: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                         You will not be asked about @bella, @carla any more; Acme is told that you withdrew.

                         In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                         [Forget me]
            10:00:20 the API answers looks at att_1 with unreachable
            10:00:25 the bridge restarts
            10:00:30 bella says 111222
            10:00:35 bella presses Forget me
                     sam #2 edited: ⋮ The account API does not answer at the moment. I keep trying. ⋮
                     bella: “111222” of bella is deleted
                     bella sees for a moment: Done.
                     bella #1 edited: You are no longer asked about @bella. (tag 11)
                     sam #2 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                     bella #2 edited: You are no longer asked about @carla. (tag 12)
                     sam #4 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                     sam #5: Bella is no longer linked to @bella: they withdrew.
                     kim #1: Bella is no longer linked to @bella: they withdrew.
                     sam #6: Bella is no longer linked to @carla: they withdrew.
                     kim #2: Bella is no longer linked to @carla: they withdrew.
                     bella #4 edited: I keep nothing about you. Goodbye, and all the best!
            10:00:40 time passes
        "#]],
    );
}

#[test]
fn whoever_was_a_manager_is_forgotten_in_what_they_have_begun() {
    play_as_it_stands(
        "the config takes somebody off its list only at a start of its own",
        &expect![[r#"
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
            10:00:35 the API shows completed_success
                     sam #5 edited: ⋮ connected in 5 s
            10:00:40 the config takes off its list sam
            10:00:50 the bridge restarts
            10:01:00 sam says /forgetme
                     sam #7: Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.

                         In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
                         [Forget me]
            10:01:10 sam presses Forget me
                     sam sees for a moment: Done.
                     sam #7 edited: I keep nothing about you. Goodbye, and all the best!
            10:01:20 bella says /accounts
                     bella #4: You are linked to:
                         @bella – invited by Acme, since 2026-01-05 10:00 UTC – Your pictures: 🍓🌵
            10:01:30 sam says /mydata
                     sam #9: Here is everything that I keep about you.
                     sam gets a document: {
                       "telegram_id": 1001,
                       "person": null,
                       "links": [],
                       "sign_ins": [],
                       "asked_later": [],
                       "not_me": [],
                       "messages": 0,
                       "buttons": [],
                       "trail": [],
                       "started": [],
                       "invited": []
                     }
            10:01:40 sam says /forgetme
                     sam #12: I keep nothing about you. Goodbye, and all the best!
        "#]],
    );
}
