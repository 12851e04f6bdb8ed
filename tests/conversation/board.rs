//! The board: every account, who is linked, what is open, and when it was last connected.

use expect_test::expect;

use super::play;

#[test]
fn the_board_says_who_is_linked_what_is_open_and_when_it_was_connected() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:00:00 sam says /status
                 sam #2: Accounts: 2 · open: 0 · 10:00 UTC

                     @bella – Bella, Ben · not connected here so far
                     @carla – nobody · not connected here so far
        10:00:10 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 11 · Sam (Acme), 10:00 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:00:12 the API shows needs_app_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #4 edited: ⋮ waiting for the code from the authenticator app from Bella, Ben
                     [Nudge] [Cancel]
        10:02:20 kim says in the office: /status
                 office #2: Accounts: 2 · open: 1 · 10:02 UTC

                     @bella – Bella, Ben · not connected here so far
                     → open for 2 min 10 s (tag 11): waiting for the code from the authenticator app from Bella, Ben
                     @carla – nobody · not connected here so far
        10:02:30 bella says 123456
                 bella: “123456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ checking…
                     [Not me]
                 ben #1 edited: Bella has answered for @bella. (tag 11)
                 sam #4 edited: ⋮ checking…
                     [Cancel]
                 bella #1 edited: @bella is connected. Thank you! (tag 11)
                 sam #4 edited: ⋮ connected in 2 min 20 s
        10:02:40 ben blocks the bot
        10:02:50 sam says /status
                 sam #6: Accounts: 2 · open: 0 · 10:02 UTC

                     @bella – Bella, Ben (cannot be reached) · last connected 2026-01-05 10:02 UTC
                     @carla – nobody · not connected here so far
    "#]]);
}

#[test]
fn a_board_with_many_accounts_has_pages_that_turn_in_place() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the API lists 25 accounts
        10:11:00 sam says /status
                 sam #2: Accounts: 27 · open: 0 · 10:11 UTC
                     Page 1 of 2

                     @a00 – nobody · not connected here so far
                     @a01 – nobody · not connected here so far
                     @a02 – nobody · not connected here so far
                     @a03 – nobody · not connected here so far
                     @a04 – nobody · not connected here so far
                     @a05 – nobody · not connected here so far
                     @a06 – nobody · not connected here so far
                     @a07 – nobody · not connected here so far
                     @a08 – nobody · not connected here so far
                     @a09 – nobody · not connected here so far
                     @a10 – nobody · not connected here so far
                     @a11 – nobody · not connected here so far
                     @a12 – nobody · not connected here so far
                     @a13 – nobody · not connected here so far
                     @a14 – nobody · not connected here so far
                     @a15 – nobody · not connected here so far
                     @a16 – nobody · not connected here so far
                     @a17 – nobody · not connected here so far
                     @a18 – nobody · not connected here so far
                     @a19 – nobody · not connected here so far
                     [Next page ›]
        10:11:10 sam presses Next page ›
                 sam sees for a moment: Done.
                 sam #2 edited: ⋮ Page 2 of 2

                     @a20 – nobody · not connected here so far
                     @a21 – nobody · not connected here so far
                     @a22 – nobody · not connected here so far
                     @a23 – nobody · not connected here so far
                     @a24 – nobody · not connected here so far
                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
                     [‹ Previous page]
        10:11:30 sam presses ‹ Previous page
                 sam sees for a moment: Done.
                 sam #2 edited: ⋮ Page 1 of 2

                     @a00 – nobody · not connected here so far
                     @a01 – nobody · not connected here so far
                     @a02 – nobody · not connected here so far
                     @a03 – nobody · not connected here so far
                     @a04 – nobody · not connected here so far
                     @a05 – nobody · not connected here so far
                     @a06 – nobody · not connected here so far
                     @a07 – nobody · not connected here so far
                     @a08 – nobody · not connected here so far
                     @a09 – nobody · not connected here so far
                     @a10 – nobody · not connected here so far
                     @a11 – nobody · not connected here so far
                     @a12 – nobody · not connected here so far
                     @a13 – nobody · not connected here so far
                     @a14 – nobody · not connected here so far
                     @a15 – nobody · not connected here so far
                     @a16 – nobody · not connected here so far
                     @a17 – nobody · not connected here so far
                     @a18 – nobody · not connected here so far
                     @a19 – nobody · not connected here so far
                     [Next page ›]
        10:12:20 bella presses sam’s Next page ›
                 bella sees for a moment: This button no longer works.
    "#]]);
}

#[test]
fn a_page_that_is_turned_shows_how_things_are_by_then() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 the API lists 25 accounts
        10:11:00 sam says /status
                 sam #2: Accounts: 27 · open: 0 · 10:11 UTC
                     Page 1 of 2

                     @a00 – nobody · not connected here so far
                     @a01 – nobody · not connected here so far
                     @a02 – nobody · not connected here so far
                     @a03 – nobody · not connected here so far
                     @a04 – nobody · not connected here so far
                     @a05 – nobody · not connected here so far
                     @a06 – nobody · not connected here so far
                     @a07 – nobody · not connected here so far
                     @a08 – nobody · not connected here so far
                     @a09 – nobody · not connected here so far
                     @a10 – nobody · not connected here so far
                     @a11 – nobody · not connected here so far
                     @a12 – nobody · not connected here so far
                     @a13 – nobody · not connected here so far
                     @a14 – nobody · not connected here so far
                     @a15 – nobody · not connected here so far
                     @a16 – nobody · not connected here so far
                     @a17 – nobody · not connected here so far
                     @a18 – nobody · not connected here so far
                     @a19 – nobody · not connected here so far
                     [Next page ›]
        10:11:10 sam presses Next page ›
                 sam sees for a moment: Done.
                 sam #2 edited: ⋮ Page 2 of 2

                     @a20 – nobody · not connected here so far
                     @a21 – nobody · not connected here so far
                     @a22 – nobody · not connected here so far
                     @a23 – nobody · not connected here so far
                     @a24 – nobody · not connected here so far
                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
                     [‹ Previous page]
        10:12:00 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #4: @bella · tag 11 · Sam (Acme), 10:12 UTC
                     starting…
                     [Cancel]
                 sam #4 edited: ⋮ working… ⋮
        10:12:10 sam presses ‹ Previous page
                 sam sees for a moment: Done.
                 sam #2 edited: Accounts: 27 · open: 1 · 10:12 UTC
                     Page 1 of 2

                     @bella – Bella · not connected here so far
                     → open for 10 s (tag 11): working…
                     @a00 – nobody · not connected here so far
                     @a01 – nobody · not connected here so far
                     @a02 – nobody · not connected here so far
                     @a03 – nobody · not connected here so far
                     @a04 – nobody · not connected here so far
                     @a05 – nobody · not connected here so far
                     @a06 – nobody · not connected here so far
                     @a07 – nobody · not connected here so far
                     @a08 – nobody · not connected here so far
                     @a09 – nobody · not connected here so far
                     @a10 – nobody · not connected here so far
                     @a11 – nobody · not connected here so far
                     @a12 – nobody · not connected here so far
                     @a13 – nobody · not connected here so far
                     @a14 – nobody · not connected here so far
                     @a15 – nobody · not connected here so far
                     @a16 – nobody · not connected here so far
                     @a17 – nobody · not connected here so far
                     @a18 – nobody · not connected here so far
                     [Next page ›]
    "#]]);
}

#[test]
fn the_newest_board_of_a_chat_has_the_buttons_and_the_one_before_says_that_it_is_out_of_date() {
    play(&expect![[r#"
        10:00:00 the API lists 25 accounts
        10:11:00 sam says /status
                 sam #2: Accounts: 27 · open: 0 · 10:11 UTC
                     Page 1 of 2

                     @a00 – nobody · not connected here so far
                     @a01 – nobody · not connected here so far
                     @a02 – nobody · not connected here so far
                     @a03 – nobody · not connected here so far
                     @a04 – nobody · not connected here so far
                     @a05 – nobody · not connected here so far
                     @a06 – nobody · not connected here so far
                     @a07 – nobody · not connected here so far
                     @a08 – nobody · not connected here so far
                     @a09 – nobody · not connected here so far
                     @a10 – nobody · not connected here so far
                     @a11 – nobody · not connected here so far
                     @a12 – nobody · not connected here so far
                     @a13 – nobody · not connected here so far
                     @a14 – nobody · not connected here so far
                     @a15 – nobody · not connected here so far
                     @a16 – nobody · not connected here so far
                     @a17 – nobody · not connected here so far
                     @a18 – nobody · not connected here so far
                     @a19 – nobody · not connected here so far
                     [Next page ›]
        10:11:10 kim says in the office: /status
                 office #2: Accounts: 27 · open: 0 · 10:11 UTC (the rest as above)
        10:11:20 sam says /status
                 sam #2 edited: ⋮
                     These pages can no longer be turned. /status shows how things are.
                 sam #4: Accounts: 27 · open: 0 · 10:11 UTC (the rest as above)
        10:11:30 kim presses Next page › in the office
                 kim sees for a moment: Done.
                 office #2 edited: ⋮ Page 2 of 2

                     @a20 – nobody · not connected here so far
                     @a21 – nobody · not connected here so far
                     @a22 – nobody · not connected here so far
                     @a23 – nobody · not connected here so far
                     @a24 – nobody · not connected here so far
                     @bella – nobody · not connected here so far
                     @carla – nobody · not connected here so far
                     [‹ Previous page]
        10:11:50 sam presses Next page ›
                 sam sees for a moment: Done.
                 sam #4 edited: ⋮ Page 2 of 2

                     @a20 – nobody · not connected here so far
                     @a21 – nobody · not connected here so far
                     @a22 – nobody · not connected here so far
                     @a23 – nobody · not connected here so far
                     @a24 – nobody · not connected here so far
                     @bella – nobody · not connected here so far
                     @carla – nobody · not connected here so far
                     [‹ Previous page]
    "#]]);
}

#[test]
fn a_board_of_yesterday_says_that_it_is_out_of_date() {
    play(&expect![[r#"
        10:00:00 the API lists 25 accounts
        10:11:00 sam says /status
                 sam #2: Accounts: 27 · open: 0 · 10:11 UTC
                     Page 1 of 2

                     @a00 – nobody · not connected here so far
                     @a01 – nobody · not connected here so far
                     @a02 – nobody · not connected here so far
                     @a03 – nobody · not connected here so far
                     @a04 – nobody · not connected here so far
                     @a05 – nobody · not connected here so far
                     @a06 – nobody · not connected here so far
                     @a07 – nobody · not connected here so far
                     @a08 – nobody · not connected here so far
                     @a09 – nobody · not connected here so far
                     @a10 – nobody · not connected here so far
                     @a11 – nobody · not connected here so far
                     @a12 – nobody · not connected here so far
                     @a13 – nobody · not connected here so far
                     @a14 – nobody · not connected here so far
                     @a15 – nobody · not connected here so far
                     @a16 – nobody · not connected here so far
                     @a17 – nobody · not connected here so far
                     @a18 – nobody · not connected here so far
                     @a19 – nobody · not connected here so far
                     [Next page ›]
        day 2 10:20:00 time passes
                 sam #2 edited: ⋮
                     These pages can no longer be turned. /status shows how things are.
    "#]]);
}
