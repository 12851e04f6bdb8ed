//! Managers who want no sound of what they have not asked for.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn a_muted_manager_hears_nothing_and_misses_nothing() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /mute
                 sam #2: You are muted. From now on, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
        10:00:05 kim says /reauth @bella
                 API ← reauthenticate acc_bella
                 kim #2: @bella · tag 11 · Kim (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 kim #2 edited: ⋮ working… ⋮
        10:00:10 the API shows needs_otp
                 bella #1: Kim (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 kim #2 edited: ⋮ waiting for the code from the SMS from Bella
                     [Nudge] [Cancel]
        10:00:20 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 kim #2 edited: ⋮ stopped: Bella pressed “Not me”. Only they can allow it again; talk to them first.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #3 without a sound: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Kim (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #3: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Kim (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:30 bella presses Allow again
                 bella sees for a moment: Done.
                 bella #3: @bella may be reconnected again.
                 sam #4 without a sound: Bella allows @bella again.
                 kim #4: Bella allows @bella again.
        10:01:00 bella says /stop @bella
                 bella #5: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #5 without a sound: Bella is no longer linked to @bella: they withdrew.
                 kim #5: Bella is no longer linked to @bella: they withdrew.
        10:02:00 sam says /unmute
                 sam #7: You are not muted: my messages make their sound.
        10:03:00 sam says /invite @bella
                 sam #9: Send this link to the creator of @bella. It works once, until 2026-01-06 10:03 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:03:10 bella opens the invitation
                 bella #7: Sam (Acme) invites you to be asked for the sign-in codes of @bella.

                     If you accept: whenever Acme reconnects @bella, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at Acme sees them.

                     What I will never ask for: your password, Telegram’s own login code, or anything about another account.

                     You can stop at any time with /stop.
                     [Accept] [Decline]
        10:03:20 bella presses Accept
                 bella sees for a moment: Done.
                 bella #7 edited: You are linked to @bella. When Acme reconnects it, I ask you here.

                     To end this, send /stop @bella.

                     Your pictures for @bella are 🥁🚀. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
                     [Another]
                 sam #10: Bella accepted and is linked to @bella.
    "#]]);
}

#[test]
fn mute_ends_by_itself() {
    play(&expect![[r#"
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /mute 2h
                 sam #2: You are muted until 2026-01-05 12:00 UTC. Until then, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
        11:59:59 bella says /stop @bella
                 bella #2: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3 without a sound: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        12:00:00 carla says /stop @carla
                 carla #2: Done. You are no longer linked to @carla, and will not be asked about it again.
                 sam #4: Carla is no longer linked to @carla: they withdrew.
                 kim #2: Carla is no longer linked to @carla: they withdrew.
    "#]]);
}

#[test]
fn answers_to_the_commands_of_a_muted_manager_are_as_always() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /mute 1d
                 sam #2: You are muted until 2026-01-06 10:00 UTC. Until then, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
        10:00:10 sam says /status
                 sam #4: Accounts: 2 · open: 0 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
        10:00:20 sam says /check @bella
                 bella #1: Sam (Acme) wants to know whether my messages about @bella reach you. This is no sign-in. Please press the button.

                     Your pictures: 🍓🌵
                     [I can read this]
                 sam #6: @bella · can they be reached? · Sam (Acme), 10:00 UTC
                     Bella: no answer yet
        10:00:30 bella presses I can read this
                 bella sees for a moment: Done.
                 bella #1 edited: Thank you! Acme knows that my messages about @bella reach you.
                 sam #6 edited: ⋮ Bella: can be reached, answered at 10:00 UTC
        10:00:40 sam says /unlink @bella
                 bella #2: Acme has ended your link to @bella. You will not be asked about it again.
                 sam #8: No longer linked to @bella: Bella.
        10:00:50 sam says /accounts
                 sam #10: Accounts:
                     @bella – nobody
                     @carla – nobody
        10:01:00 sam says /mydata
                 sam #12: Here is everything that I keep about you.
                 sam gets a document: {
                   "telegram_id": 1001,
                   "person": {
                     "name": "Sam",
                     "language": "en",
                     "reachable": true,
                     "asked_at": [],
                     "muted": "2026-01-06T10:00:00Z"
                   },
                   "links": [],
                   "sign_ins": [],
                   "asked_later": [],
                   "not_me": [],
                   "messages": 0,
                   "buttons": [],
                   "trail": [
                     {
                       "number": 3,
                       "at": "2026-01-05T10:00:40Z",
                       "what": "unlinked",
                       "account": "@bella",
                       "detail": null,
                       "by_you": true
                     },
                     {
                       "number": 1,
                       "at": "2026-01-05T10:00:20Z",
                       "what": "asked",
                       "account": "@bella",
                       "detail": "check",
                       "by_you": true
                     }
                   ],
                   "started": [
                     {
                       "account": "@bella",
                       "at": "2026-01-05T10:00:20Z"
                     }
                   ],
                   "invited": []
                 }
    "#]]);
}

#[test]
fn mute_is_for_managers_in_private_and_says_how_it_is_written() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says /mute 2h
                 bella #2: This is for managers of Acme only.
        10:00:10 sam says in the office: /mute 2h
                 office #2: That works only in our private chat.
        10:00:20 sam says in the office: /unmute
                 office #4: That works only in our private chat.
        10:00:30 sam says /mute tonight
                 sam #2: I did not understand for how long. Write /mute 30m, /mute 2h or /mute 3d (30 days at most); /mute alone lasts until you write /unmute.
        10:00:40 sam says /mute 31d
                 sam #4: I did not understand for how long. Write /mute 30m, /mute 2h or /mute 3d (30 days at most); /mute alone lasts until you write /unmute.
        10:00:50 sam says /mute 2 hours
                 sam #6: You are muted until 2026-01-05 12:00 UTC. Until then, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
        10:01:00 sam says /mute
                 sam #8: You are muted. From now on, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
        10:01:10 sam says /unmute
                 sam #10: You are not muted: my messages make their sound.
        10:01:20 sam says /unmute
                 sam #12: You are not muted: my messages make their sound.
    "#]]);
}

#[test]
fn a_mute_holds_over_a_host_whose_clock_goes_back() {
    play(&expect![[r#"
        given bella is linked to @bella
        given carla is linked to @carla
        10:00:00 sam says /mute 2h
                 sam #2: You are muted until 2026-01-05 12:00 UTC. Until then, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
        10:00:10 the host’s clock is a day behind
        10:00:15 the bridge restarts
        10:00:20 bella says /stop @bella
                 bella #2: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #3 without a sound: Bella is no longer linked to @bella: they withdrew.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        12:00:01 carla says /stop @carla
                 carla #2: Done. You are no longer linked to @carla, and will not be asked about it again.
                 sam #4: Carla is no longer linked to @carla: they withdrew.
                 kim #2: Carla is no longer linked to @carla: they withdrew.
    "#]]);
}

#[test]
fn a_manager_whose_telegram_changes_stays_muted() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /mute
                 sam #2: You are muted. From now on, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
        10:00:10 sam’s Telegram speaks de
        10:00:20 sam says /accounts
                 sam #4: Konten:
                     @bella – Bella
                     @carla – niemand
        10:00:30 bella says /stop @bella
                 bella #2: Done. You are no longer linked to @bella, and will not be asked about it again.
                 sam #5 without a sound: Bella hat sich zurückgezogen und ist nicht mehr mit @bella verknüpft.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
    "#]]);
}

#[test]
fn a_manager_who_is_dismissed_is_not_muted_when_they_are_back() {
    play_as_it_stands(
        "each restart is a start with the config as it is by then",
        &expect![[r#"
            given sam is linked to @bella
            10:00:00 sam says /mute
                     sam #2: You are muted. From now on, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
            10:00:10 the config takes off its list sam
            10:00:20 the bridge restarts
            10:00:30 the config puts on its list sam
            10:00:40 the bridge restarts
            10:01:00 sam says /mydata
                     sam #4: Here is everything that I keep about you.
                     sam gets a document: {
                       "telegram_id": 1001,
                       "person": {
                         "name": "Sam",
                         "language": "en",
                         "reachable": true,
                         "asked_at": []
                       },
                       "links": [
                         {
                           "account": "@bella",
                           "invited_by": "Sam",
                           "since": "2026-01-05T00:00:00Z",
                           "mark": "🚲🐧"
                         }
                       ],
                       "sign_ins": [],
                       "asked_later": [],
                       "not_me": [],
                       "messages": 0,
                       "buttons": [],
                       "trail": [],
                       "started": [],
                       "invited": [
                         {
                           "account": "@bella",
                           "accepted_at": "2026-01-05T00:00:00Z"
                         }
                       ]
                     }
            10:01:10 sam says /stop @bella
                     sam #7: Done. You are no longer linked to @bella, and will not be asked about it again.
                     sam #8: Sam is no longer linked to @bella: they withdrew.
                     kim #1: Sam is no longer linked to @bella: they withdrew.
        "#]],
    );
}
