//! Clocks that jump between two lives of the bridge.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn a_host_whose_clock_goes_a_day_ahead_opens_nothing_twice() {
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
        10:00:10 the host’s clock is a day ahead
        10:00:15 the bridge restarts
        10:00:20 sam says /cancel @bella
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:30 sam says /reauth @bella
                 sam #5: @bella was reconnected too often. Try again in 30 s.
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #7: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #7 edited: ⋮ working… ⋮
        10:01:05 the API shows needs_app_otp for att_2
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:01 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #7 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:01:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_2
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #7 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 12)
                 sam #7 edited: ⋮ connected in 10 s
    "#]]);
}

#[test]
fn a_host_whose_clock_goes_a_day_back_opens_nothing_twice() {
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
        10:00:10 the host’s clock is a day behind
        10:00:15 the bridge restarts
        10:00:20 sam says /cancel @bella
                 bella #1 edited: Acme has cancelled the sign-in to @bella. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ cancelled by Sam
        10:00:30 sam says /reauth @bella
                 sam #5: @bella was reconnected too often. Try again in 30 s.
        10:01:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #7: @bella · tag 12 · Sam (Acme), 10:01 UTC
                     starting…
                     [Cancel]
                 sam #7 edited: ⋮ working… ⋮
        10:01:05 the API shows needs_app_otp for att_2
                 bella #2: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:01 UTC · tag 12
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #7 edited: ⋮ waiting for the code from the authenticator app from Bella
                     [Nudge] [Cancel]
        10:01:10 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_2
                 bella #2 edited: ⋮ checking…
                     [Not me]
                 sam #7 edited: ⋮ checking…
                     [Cancel]
                 bella #2 edited: @bella is connected. Thank you! (tag 12)
                 sam #7 edited: ⋮ connected in 10 s
    "#]]);
}

#[test]
fn a_host_whose_clock_goes_a_day_ahead_closes_nothing_early() {
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
        10:00:10 the host’s clock is a day ahead
        10:00:15 the bridge restarts
        10:05:05 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:05:10 the host’s clock is right
        10:05:15 the bridge restarts
        10:09:00 bella says 123456
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
                 sam #2 edited: ⋮ connected in 9 min 0 s
    "#]]);
}

#[test]
fn a_host_whose_clock_goes_a_day_back_keeps_nothing_open() {
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
        10:00:10 the host’s clock is a day behind
        10:00:15 the bridge restarts
        10:05:05 time passes
                 bella #1 edited: @bella: asked again below. (tag 11)
                 bella #2: Still waiting for you:
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
        10:05:10 the host’s clock is right
        10:05:15 the bridge restarts
        10:10:05 time passes
                 bella #2 edited: The time to answer for @bella is over. You need not do anything. (tag 11)
                 sam #2 edited: ⋮ over: nobody answered in time. /ready asks first whether it is a good time.
    "#]]);
}

#[test]
fn without_telegrams_clock_time_does_not_go_back_behind_the_records() {
    play_as_it_stands(
        "without Telegram’s clock, time stands still while the bridge is away",
        &expect![[r#"
            given telegram does not tell the time
            given bella is linked to @bella
            10:00:00 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #2: @bella · tag 11 · Sam (Acme), 10:00 UTC
                         starting…
                         [Cancel]
                     sam #2 edited: ⋮ working… ⋮
            10:00:10 sam says /cancel @bella
                     sam #2 edited: ⋮ cancelled by Sam
            10:00:15 the host’s clock is a day behind
            10:00:16 the bridge restarts
            10:00:20 sam says /reauth @bella
                     sam #5: @bella was reconnected too often. Try again in 46 s.
            10:01:30 sam says /reauth @bella
                     API ← reauthenticate acc_bella
                     sam #7: @bella · tag 12 · Sam (Acme), 10:01 UTC
                         starting…
                         [Cancel]
                     sam #7 edited: ⋮ working… ⋮
            10:01:35 the API shows needs_app_otp for att_2
                     bella #1: Sam (Acme) is signing in to @bella.
                         Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                         Started 10:01 UTC · tag 12
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     sam #7 edited: ⋮ waiting for the code from the authenticator app from Bella
                         [Nudge] [Cancel]
            10:01:40 bella says 123456
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_2
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     sam #7 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 12)
                     sam #7 edited: ⋮ connected in 10 s
        "#]],
    );
}

#[test]
fn records_from_a_host_that_was_a_day_ahead_make_no_code_and_no_command_too_old() {
    play_as_it_stands(
        "from which life a record is changes its date",
        &expect![[r#"
            given telegram does not tell the time
            given the host’s clock is a day ahead
            given bella is linked to @bella
            10:00:00 the API shows pending for att_7
            10:00:05 the host hands over att_7 for @bella
                     the host ← Watching
                     office #1: @bella · tag 11 · Crm (through Acme’s own system), 10:00 UTC
                         starting…
                         [Cancel]
                     office #1 edited: ⋮ working… ⋮
            10:00:10 telegram tells the time
            10:00:11 the host’s clock is right
            10:00:12 the bridge stops
            10:00:20 the bridge starts
            10:00:25 sam says /status
                     sam #2: Accounts: 2 · open: 1 · 10:00 UTC

                         @bella – Bella · not connected here so far
                         → open for 5 s (tag 11): working…
                         @carla – nobody · not connected here so far
            10:00:30 the API shows needs_app_otp for att_7
                     bella #1: Crm (through Acme’s own system) is signing in to @bella.
                         Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                         Started 10:00 UTC · tag 11
                         Your pictures: 🍓🌵
                         You did not expect this? Press “Not me”.
                         [Not me] [Later]
                     office #1 edited: ⋮ waiting for the code from the authenticator app from Bella
                         [Nudge] [Cancel]
            10:00:40 the bridge stops
            10:00:45 bella says 123456
            10:00:50 the bridge starts
                     bella: “123456” of bella is deleted
                     API ← code 123456 for att_7
                     bella #1 edited: ⋮ checking…
                         [Not me]
                     office #1 edited: ⋮ checking…
                         [Cancel]
                     bella #1 edited: @bella is connected. Thank you! (tag 11)
                     office #1 edited: ⋮ connected in 10 s
        "#]],
    );
}
