//! Invitations, and the links that people make of them.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn an_invitation_becomes_a_link_when_whoever_opened_it_accepts() {
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
        10:00:30 bella says /accounts
                 bella #4: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 10:00 UTC – Your pictures: 🍓🌵
        10:00:40 sam says /accounts
                 sam #5: Accounts:
                     @bella – Bella
                     @carla – nobody
    "#]]);
}

#[test]
fn an_invitation_works_once() {
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
        10:00:15 dora opens the invitation
                 dora #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella. (the rest as above)
        10:00:20 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 dora #2 edited: This invitation does not work. Ask whoever sent it for a new one.
                 sam #3: Bella accepted and is linked to @bella.
        10:00:25 dora presses the gone Accept
                 dora sees for a moment: This button no longer works.
        10:00:30 dora opens the invitation
                 dora #4: This invitation does not work. Ask whoever sent it for a new one.
        10:00:40 bella opens the invitation
                 bella #4: This invitation does not work. Ask whoever sent it for a new one.
        10:00:45 bella presses the gone Accept
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn nobody_is_linked_before_accepting() {
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
        10:00:20 sam says /reauth @bella
                 sam #4: Nobody is linked to @bella. Invite the creator first.
                     [Invite]
        10:00:30 bella says /accounts
                 bella #4: You are not linked to any account.
        10:00:40 bella says 123456
                 bella #6: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
    "#]]);
}

#[test]
fn an_invitation_that_is_declined_links_nobody() {
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
        10:00:20 bella presses Decline
                 bella sees for a moment: Done.
                 bella #2 edited: Declined. You will not be asked about @bella.
                 sam #3: Bella declined the invitation to @bella.
        10:00:30 bella opens the invitation
                 bella #4: This invitation does not work. Ask whoever sent it for a new one.
        10:00:40 bella says /accounts
                 bella #6: You are not linked to any account.
    "#]]);
}

#[test]
fn an_invitation_expires_after_a_day() {
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
        day 2 10:00:00 time passes
                 bella #2 edited: This invitation does not work. Ask whoever sent it for a new one.
        day 2 10:00:01 bella presses the gone Accept
                 bella sees for a moment: This button no longer works.
        day 2 10:00:02 bella opens the invitation
                 bella #4: This invitation does not work. Ask whoever sent it for a new one.
        day 2 10:00:03 sam presses Revoke
                 sam sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn an_invitation_is_revoked_by_command() {
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
        10:00:20 sam says /invite @bella revoke
                 bella #2 edited: This invitation does not work. Ask whoever sent it for a new one.
                 sam #4: The invitation to @bella no longer works.
        10:00:30 bella presses the gone Accept
                 bella sees for a moment: This button no longer works.
        10:00:40 bella opens the invitation
                 bella #4: This invitation does not work. Ask whoever sent it for a new one.
        10:00:50 sam says /invite @bella revoke
                 sam #6: There was no open invitation to @bella.
    "#]]);
}

#[test]
fn an_invitation_is_revoked_by_its_button() {
    play(&expect![[r#"
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:05 sam says /invite @bella
                 sam #4: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-2
                     [Revoke]
        10:00:10 bella opens the invitation 2
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:20 kim presses sam’s Revoke
                 kim sees for a moment: The invitation to @bella no longer works.
                 bella #2 edited: This invitation does not work. Ask whoever sent it for a new one.
        10:00:30 bella presses the gone Accept
                 bella sees for a moment: This button no longer works.
        10:00:40 bella opens the invitation 1
                 bella #4: Sam (Acme) invites you to be asked for the sign-in codes of @bella. (the rest as above)
        10:00:50 sam presses the gone Revoke
                 sam sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn an_invented_word_gets_the_same_sentence_as_a_used_one() {
    play(&expect![[r#"
        10:00:00 dora says /start abcdefghijklmnopqrstuvwxyz012345
                 dora #2: This invitation does not work. Ask whoever sent it for a new one.
        10:00:10 dora says /start ../../etc/passwd
                 dora #4: This invitation does not work. Ask whoever sent it for a new one.
        10:00:20 dora says /start
                 dora #6: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
    "#]]);
}

#[test]
fn an_invitation_does_not_work_in_a_group() {
    play(&expect![[r#"
        10:00:00 sam says in the office: /invite @bella
                 office #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 bella says in the office: /start abcdefghijklmnopqrstuvwxyz012345
                 office #4: That works only in our private chat.
        10:00:20 bella says in the kitchen: /start abcdefghijklmnopqrstuvwxyz012345
        10:00:30 bella opens the invitation
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:40 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 office #5: Bella accepted and is linked to @bella.
    "#]]);
}

#[test]
fn a_manager_cannot_accept_an_invitation() {
    play(&expect![[r#"
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 kim opens the invitation
                 kim #2: Managers cannot be linked to an account: nobody who starts a sign-in may answer for its creator.
        10:00:20 bella opens the invitation
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:25 kim presses bella’s Accept
                 kim sees for a moment: This button no longer works.
        10:00:30 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Bella accepted and is linked to @bella.
    "#]]);
}

#[test]
fn several_people_may_be_linked_to_several_accounts() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:00:00 sam says /invite @carla
                 sam #2: Send this link to the creator of @carla. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 bella opens the invitation
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @carla.

                     If you accept: whenever Acme reconnects @carla, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:20 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @carla. When Acme reconnects it, I ask you here.

                     To end this, send /stop @carla.

                     Your pictures for @carla are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Bella accepted and is linked to @carla.
        10:00:30 bella says /accounts
                 bella #4: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🥁🚀
                     @carla – invited by Sam (Acme), since 2026-01-05 10:00 UTC – Your pictures: 🍓🌵
        10:00:40 sam says /accounts
                 sam #5: Accounts:
                     @bella – Bella, Ben
                     @carla – Bella
        10:00:50 bella says /stop @bella
                 bella #6: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #6: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:01:00 bella says /accounts
                 bella #8: You are linked to:
                     @carla – invited by Sam (Acme), since 2026-01-05 10:00 UTC – Your pictures: 🍓🌵
        10:01:10 ben says /accounts
                 ben #2: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🐨🐯
    "#]]);
}

#[test]
fn the_operator_may_invite_and_every_manager_is_told_what_came_of_it() {
    play(&expect![[r#"
        10:00:00 the operator invites @zoe
                 the host ← UnknownAccount
        10:00:05 the operator invites @bella
                 the operator ← word-1 for @bella
        10:00:10 bella opens the invitation
                 bella #2: Acme invites you to be asked for the sign-in codes of @bella.

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
                 sam #1: Bella accepted and is linked to @bella.
                 kim #1: Bella accepted and is linked to @bella.
    "#]]);
}

#[test]
fn an_account_takes_twenty_open_invitations_and_drops_the_oldest() {
    play(&expect![[r#"
        10:00:00 the operator invites @bella
                 the operator ← word-1 for @bella
        10:00:01 the operator invites @bella
                 the operator ← word-2 for @bella
        10:00:02 the operator invites @bella
                 the operator ← word-3 for @bella
        10:00:03 the operator invites @bella
                 the operator ← word-4 for @bella
        10:00:04 the operator invites @bella
                 the operator ← word-5 for @bella
        10:00:05 the operator invites @bella
                 the operator ← word-6 for @bella
        10:00:06 the operator invites @bella
                 the operator ← word-7 for @bella
        10:00:07 the operator invites @bella
                 the operator ← word-8 for @bella
        10:00:08 the operator invites @bella
                 the operator ← word-9 for @bella
        10:00:09 the operator invites @bella
                 the operator ← word-10 for @bella
        10:00:10 the operator invites @bella
                 the operator ← word-11 for @bella
        10:00:11 the operator invites @bella
                 the operator ← word-12 for @bella
        10:00:12 the operator invites @bella
                 the operator ← word-13 for @bella
        10:00:13 the operator invites @bella
                 the operator ← word-14 for @bella
        10:00:14 the operator invites @bella
                 the operator ← word-15 for @bella
        10:00:15 the operator invites @bella
                 the operator ← word-16 for @bella
        10:00:16 the operator invites @bella
                 the operator ← word-17 for @bella
        10:00:17 the operator invites @bella
                 the operator ← word-18 for @bella
        10:00:18 the operator invites @bella
                 the operator ← word-19 for @bella
        10:00:19 the operator invites @bella
                 the operator ← word-20 for @bella
        10:00:20 the operator invites @bella
                 the operator ← word-21 for @bella
        10:00:30 bella opens the invitation 1
                 bella #2: This invitation does not work. Ask whoever sent it for a new one.
        10:00:40 bella opens the invitation 2
                 bella #4: Acme invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
    "#]]);
}

#[test]
fn opening_an_invitation_again_moves_the_question_down() {
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
        10:00:20 bella says hello?
                 bella #4: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:30 bella opens the invitation
                 bella #2 edited: This invitation does not work. Ask whoever sent it for a new one.
                 bella #6: Sam (Acme) invites you to be asked for the sign-in codes of @bella. (the rest as above)
        10:00:40 bella presses Accept
                 bella sees for a moment: Done.
                 bella #6 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #3: Bella accepted and is linked to @bella.
        10:00:50 bella opens the invitation
                 bella #8: This invitation does not work. Ask whoever sent it for a new one.
    "#]]);
}

#[test]
fn somebody_who_is_linked_already_learns_so() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:10 bella opens the invitation
                 bella #2: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.
        10:00:20 ben opens the invitation
                 ben #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:30 ben presses Accept
                 ben sees for a moment: Done.
                 ben #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 bella #3: Ben has accepted an invitation from Sam (Acme) and is linked to @bella, too: from here on I ask them as well. If that is wrong, tell Acme and press “Not me” at the next question.
                 sam #3: Ben accepted and is linked to @bella.
    "#]]);
}

#[test]
fn whoever_accepts_while_a_sign_in_waits_is_asked_at_once() {
    play(&expect![[r#"
        10:00:00 the API shows needs_otp for att_7
        10:00:02 sam says /watch att_7 @bella
                 sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #2 edited: ⋮ the code from the SMS is needed, and nobody is linked. Invite the creator; I will ask as soon as they accept.
                     [Invite] [Cancel]
        10:00:10 sam presses Invite
                 sam #3: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
                 sam sees for a moment: Done.
        10:00:20 bella opens the invitation
                 bella #2: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:00:30 bella presses Accept
                 bella sees for a moment: Done.
                 bella #2 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🍓🌵. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #4: Bella accepted and is linked to @bella.
                 bella #3: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:40 bella says 4711
                 bella: “4711” of bella is deleted
                 API ← code 4711 for att_7
                 bella #3 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #3 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 38 s
    "#]]);
}

#[test]
fn stop_ends_an_open_question_at_once() {
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
        10:00:10 bella says /stop @bella
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #2 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 bella #3: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:00:20 bella says 123456
                 bella #5: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:30 bella presses the gone Not me
                 bella sees for a moment: This button no longer works.
        10:00:40 sam says /reauth @bella
                 sam #5: Nobody is linked to @bella. Invite the creator first.
                     [Invite]
    "#]]);
}

#[test]
fn stop_leaves_the_question_to_the_others_who_are_linked() {
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
        10:00:10 bella says /stop @BELLA
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #2 edited: ⋮ waiting for the code from the SMS from Ben ⋮
                 bella #3: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:00:20 bella says 123456
                 bella #5: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:30 ben says 654321
                 ben: “654321” of ben is deleted
                 API ← code 654321 for att_1
                 ben #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 ben #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn stop_while_a_code_is_checked_does_not_stop_the_sign_in() {
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
        10:00:15 bella says /stop @bella
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 bella #4: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:00:20 the API shows completed_success
                 sam #2 edited: ⋮ connected in 20 s
    "#]]);
}

#[test]
fn stop_of_what_is_not_linked_stops_nothing() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says /stop @carla
                 bella #2: You are not linked to an account called @carla. /accounts shows those that you are linked to.
        10:00:10 bella says /stop
                 bella #4: Write it like this: /stop @account
        10:00:20 bella says /stop @bella @carla
                 bella #6: Write it like this: /stop @account
        10:00:30 bella says /stop !
                 bella #8: Write it like this: /stop @account
        10:00:40 dora says /stop @bella
                 dora #2: You are not linked to an account called @bella. /accounts shows those that you are linked to.
    "#]]);
}

#[test]
fn unlink_ends_every_link_of_an_account() {
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
        10:00:10 kim says /unlink @bella
                 bella #1 edited: You are no longer asked about @bella. (tag 11)
                 sam #2 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 bella #2: Acme has ended your link to @bella. You will not be asked about it again.
                 ben #1 edited: You are no longer asked about @bella. (tag 11)
                 ben #2: Acme has ended your link to @bella. You will not be asked about it again.
                 kim #2: No longer linked to @bella: Bella, Ben.
        10:00:20 bella says 123456
                 bella #4: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:30 sam says /unlink @bella
                 sam #4: Nobody is linked to @bella. Invite the creator first.
                     [Invite]
        10:00:40 sam presses Invite
                 sam #5: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
                 sam sees for a moment: Done.
    "#]]);
}

#[test]
fn everybody_gets_the_help_that_is_theirs() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 dora says /start
                 dora #2: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:01 dora says hello
                 dora #4: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them. (the rest as above)
        10:00:02 dora says /help
                 dora #6: When Acme reconnects one of your accounts, I ask you here for the code. Just send it as a message. I pass it on, and delete your message.

                     Not you? Press “Not me” and everything stops. Not now? Press “Later”.

                     /accounts – what you are linked to, and through whom
                     /history – everything that was asked of you
                     /stop @account – never be asked about it again, from that moment
                     /quiet 23:00-08:00 Europe/Madrid – when not to ask you what can wait
                     /order @account – whom to ask first, where several of you are linked
                     /language – speak another language
                     /privacy – what I keep
                     /mydata – all of it, as a document
                     /forgetme – end everything and be forgotten

                     I never ask for a password, for Telegram’s own login code, or for a code outside this chat.
        10:00:10 bella says /start
                 bella #2: When Acme reconnects one of your accounts, I ask you here for the code. Just send it as a message. I pass it on, and delete your message. (the rest as above)
        10:00:11 bella says hello
                 bella #4: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
        10:00:20 sam says /start
                 sam #2: /reauth @account – reconnect an account (several are fine: /reauth @a @b, or /reauth all)
                     /ready @account – ask the creator first whether it is a good time, then reconnect
                     /nudge @account – ask once more
                     /check @account – see whether the creator can be reached
                     /status – all accounts and what is open; /status @account – one account
                     /cancel @account – stop asking
                     /watch <attempt id> @account – watch a sign-in that was started elsewhere
                     /invite @account – make a link for the creator; /invite @account revoke – take it back
                     /unlink @account – end all links of an account
                     /accounts – all accounts and who is linked
                     /audit @account – what was asked, answered and decided about it
                     /mute 2h (in private) – what you did not ask for comes without a sound (/mute alone: until /unmute); nothing is left out
                     /language (in private) – speak another language

                     In a group, write the command with my name behind it (/reauth@TwofaBridgeBot @account), or pick it from the menu: otherwise Telegram may not show it to me. You see how far a sign-in is, never a code.
        10:00:21 sam says hello
                 sam #4: /reauth @account – reconnect an account (several are fine: /reauth @a @b, or /reauth all) (the rest as above)
        10:00:30 sam says in the office: /help
                 office #2: /reauth @account – reconnect an account (several are fine: /reauth @a @b, or /reauth all) (the rest as above)
        10:00:31 dora says in the office: /help
                 office #4: This is for managers of Acme only.
    "#]]);
}

#[test]
fn privacy_is_told_to_everybody() {
    play(&expect![[r#"
        10:00:00 dora says /privacy
                 dora #2: What I keep: your Telegram number, first name and language, and which accounts you are linked to, through whom, since when and with which two pictures, your quiet hours if you set any, and whether my messages reach you, for as long as you are linked; when you were asked, for an hour; and sign-ins about which you were asked, for a day after they are over. Besides, a record of what was asked, answered and decided, by whom and when, so that it can be checked later, for 400 days. This is so that I can ask the right person, and nobody too often. If you press “Not me”, that stays until you allow sign-ins again. All of it is stored encrypted.

                     What I never keep: codes. They go to the sign-in that waits for them, and your message is deleted. They are not stored, logged, or shown to anybody at Acme.

                     Telegram chats with bots are not end-to-end encrypted.

                     Acme runs this bot and answers for it. /stop @account ends a link at once, /mydata hands you all that is kept about you, /forgetme removes it.
        10:00:10 dora says in the office: /privacy
                 office #2: What I keep: your Telegram number, first name and language, and which accounts you are linked to, through whom, since when and with which two pictures, your quiet hours if you set any, and whether my messages reach you, for as long as you are linked; when you were asked, for an hour; and sign-ins about which you were asked, for a day after they are over. Besides, a record of what was asked, answered and decided, by whom and when, so that it can be checked later, for 400 days. This is so that I can ask the right person, and nobody too often. If you press “Not me”, that stays until you allow sign-ins again. All of it is stored encrypted. (the rest as above)
        10:00:20 dora says in the kitchen: /privacy
    "#]]);
}

#[test]
fn stop_ends_the_links_to_all_accounts_of_that_name() {
    play(&expect![[r#"
        given two accounts are called @bella
        given bella is linked to @bella
        given bella is linked to acc_other, called @bella
        10:00:00 bella says /stop @bella
                 bella #2: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #1: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:00:10 bella says /accounts
                 bella #4: You are not linked to any account.
        10:00:20 the API shows needs_otp for att_7
        10:00:25 the host hands over att_7 for acc_bella
                 the host ← Watching
                 office #1: @bella · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 office #1 edited: ⋮ the code from the SMS is needed, and nobody is linked. Invite the creator; I will ask as soon as they accept.
                     [Invite] [Cancel]
        10:00:30 the API shows needs_otp for att_8
        10:00:35 the host hands over att_8 for acc_other
                 the host ← Watching
                 office #2: @bella · tag 12 · Crm (through Acme’s own system), 10:00 UTC
                     starting…
                     [Cancel]
                 office #2 edited: ⋮ the code from the SMS is needed, and nobody is linked. Invite the creator; I will ask as soon as they accept.
                     [Invite] [Cancel]
    "#]]);
}

#[test]
fn stop_wipes_a_code_that_waits_for_its_account() {
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
        10:00:30 bella says /stop @carla
                 bella #2 edited: You are no longer asked about @carla. (tag 12)
                 sam #4 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                 bella #4 edited: That code was not used. If I am still asking for one, please send a fresh code.
                 bella #6: Done. You are no longer linked to @carla, and will not be asked about it again.
                 sam #5: Bella is no longer linked to @carla: they withdrew.
                 kim #1: Bella is no longer linked to @carla: they withdrew.
        10:00:35 bella presses the gone @carla · 12
                 bella sees for a moment: This button no longer works.
        10:00:36 bella presses the gone @bella · 11
                 bella sees for a moment: This button no longer works.
        10:00:40 bella says 222333
                 bella: “222333” of bella is deleted
                 API ← code 222333 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 sam #2 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #2 edited: ⋮ connected in 40 s
    "#]]);
}

#[test]
fn unlinking_takes_the_buttons_with_it_however_old_they_are() {
    play(&expect![[r#"
        given bella is linked to @bella
        given bella is linked to @carla
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
        day 2 09:00:00 sam says /unlink @bella
                 bella #3: Acme has ended your link to @bella. You will not be asked about it again.
                 sam #5: No longer linked to @bella: Bella.
        day 2 09:00:10 bella presses the gone Allow again
                 bella sees for a moment: This button no longer works.
        day 2 09:00:20 sam says /reauth @bella
                 sam #7: @bella was stopped by its creator with “Not me”. Only they can allow it again.
    "#]]);
}

#[test]
fn unlinking_while_the_question_is_on_its_way_uses_no_code() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:03 telegram is down
            10:00:05 the API shows needs_otp
            10:00:10 bella says 123456
            10:00:15 sam says /unlink @bella
                     bella: “123456” of bella is deleted
            10:00:20 telegram is up
                     bella #2: I am not waiting for anything from you right now. If that was a code, it is not needed any more.
                     bella #3: You are no longer asked about @bella. (tag 11)
                     sam #2 edited: ⋮ over: nobody is linked any more. /invite makes a link for the creator.
                     bella #4: Acme has ended your link to @bella. You will not be asked about it again.
                     sam #4: No longer linked to @bella: Bella.
            10:00:30 bella says 222333
                     bella #6: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                         I only talk with people who were invited. If you were, open the link that you were sent.

                         /privacy tells what I keep.
        "#]],
    );
}

#[test]
fn stop_wipes_a_code_that_waits_for_its_question() {
    play_as_it_stands(
        "in which order is shown what Telegram had not taken is not remembered",
        &expect![[r#"
            given bella is linked to @bella
            given ben is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:03 telegram is down
            10:00:05 the API shows needs_otp
            10:00:10 bella says 123456
            10:00:15 bella says /stop @bella
                     bella: “123456” of bella is deleted
            10:00:20 telegram is up
                     ben #1: Sam (Acme) is signing in to @bella.
                         Please send me the code from the SMS.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     bella #3: You are no longer asked about @bella. (tag 11)
                     sam #2 edited: ⋮ waiting for the code from the SMS from Ben
                         [Nudge] [Cancel]
                     bella #4: Done. You are no longer linked to @bella, and will not be asked about it again.
                     sam #3: Bella is no longer linked to @bella: they withdrew.
                     kim #1: Bella is no longer linked to @bella: they withdrew.
            10:00:30 ben says 222333
                     ben: “222333” of ben is deleted
                     API ← code 222333 for att_1
                     ben #1 edited: ⋮ checking…
                         [Not me]
                     sam #2 edited: ⋮ checking…
                         [Cancel]
                     ben #1 edited: @bella is connected. Thank you! (tag 11)
                     sam #2 edited: ⋮ connected in 30 s
        "#]],
    );
}
