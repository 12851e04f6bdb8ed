# The bot's voice in English.
#
# Handles are written @{ $handle }: the isolation mark behind the @ keeps Telegram from making a mention of whoever
# happens to own that name there. A button that a text speaks of is quoted by its id, so that it is called as it is.
#
# Times are in the language of strftime.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (through { $agency }’s own system)
starter-operator = { $agency }

kind-sms = the code from the SMS
kind-app = the code from the authenticator app
kind-email = the code from the email
kind-code = a code
kind-face = the face check
kind-phone = a confirmation on the phone

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }

people-none = nobody
and-more = … and { $more } more.

format-time = %H:%M %Z
format-date = %Y-%m-%d %H:%M %Z

## Buttons

button-accept = Accept
button-decline = Decline
button-not-me = Not me
button-later = Later
button-quarter = 15 minutes
button-hour = 1 hour
button-tonight = Tonight
button-send-email = Send the email again
button-face-open = Open face check
button-phone-open = Open the confirmation
button-face-done = I have done it
button-allow-again = Allow again
button-cancel = Cancel
button-invite = Invite
button-revoke = Revoke
button-ready = I am ready
button-not-now = Not now
button-forget = Forget me
button-earlier = Earlier
button-telegram-language = As in Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Hello! I carry one-time codes for { $agency }, from the people who own them to the sign-in that waits for them.

    I only talk with people who were invited. If you were, open the link that you were sent.

    /privacy tells what I keep.

help-creator =
    When { $agency } reconnects one of your accounts, I ask you here for the code. Just send it as a message. I pass it on, and delete your message.

    Not you? Press “{ button-not-me }” and everything stops. Not now? Press “{ button-later }”.

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

help-manager =
    /reauth @account – reconnect an account (several are fine: /reauth @a @b, or /reauth all)
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

    In a group, write the command with my name behind it (/reauth@{ $bot } @account), or pick it from the menu: otherwise Telegram may not show it to me. You see how far a sign-in is, never a code.

privacy =
    What I keep: your Telegram number, first name and language, and which accounts you are linked to, through whom, since when and with which two pictures, your quiet hours if you set any, and whether my messages reach you, for as long as you are linked; when you were asked, for an hour; and sign-ins about which you were asked, for a day after they are over. Besides, a record of what was asked, answered and decided, by whom and when, so that it can be checked later, for { duration-days }. This is so that I can ask the right person, and nobody too often. If you press “{ button-not-me }”, that stays until you allow sign-ins again. All of it is stored encrypted.

    What I never keep: codes. They go to the sign-in that waits for them, and your message is deleted. They are not stored, logged, or shown to anybody at { $agency }.

    Telegram chats with bots are not end-to-end encrypted.

    { $agency } runs this bot and answers for it. /stop @account ends a link at once, /mydata hands you all that is kept about you, /forgetme removes it.

not-for-you = This is for managers of { $agency } only.
invitation-useless = This invitation does not work. Ask whoever sent it for a new one.
only-in-private = That works only in our private chat.
not-for-managers = Managers cannot be linked to an account: nobody who starts a sign-in may answer for its creator.
too-many-links = @{ $handle } has as many linked people as it can have. Ask { $agency } to unlink somebody first.
too-many-open = More is open than I can watch at once. Please try again in a few minutes.
usage-reauth = Write it like this: /reauth @account (up to 20 accounts), or /reauth all
usage-invite = Write it like this: /invite @account, or /invite @account revoke
usage-watch = Write it like this: /watch <attempt id> @account
usage-cancel = Write it like this: /cancel @account
usage-unlink = Write it like this: /unlink @account
usage-status = Write it like this: /status, or /status @account
usage-stop = Write it like this: /stop @account
usage-audit = Write it like this: /audit @account
usage-unknown = I do not know that command. /help shows what I can do.
command-too-old = You wrote that while I was away, so I have not done it. If you still want it, send it again.
languages = I speak English with you. In which language shall I speak?

## To a creator, about being linked

invited =
    { $starter } invites you to be asked for the sign-in codes of @{ $handle }.

    If you accept: whenever { $agency } reconnects @{ $handle }, I ask you here for the code from the SMS, the authenticator app or the email, or send you the link of a face check. Each time I say who asked. Codes go to the sign-in and nowhere else; nobody at { $agency } sees them.

    What I will never ask for: your password, Telegram’s own login code, or anything about another account.

    You can stop at any time with /stop.

linked =
    You are linked to @{ $handle }. When { $agency } reconnects it, I ask you here.

    To end this, send /stop @{ $handle }.

invitation-declined = Declined. You will not be asked about @{ $handle }.

my-accounts-none = You are not linked to any account.
my-accounts = You are linked to:
my-accounts-line = @{ $handle } – invited by { $starter }, since { $since }
my-accounts-frozen = @{ $handle } – stopped by “{ button-not-me }”; invited by { $starter }, since { $since }

stopped = Done. You are no longer linked to @{ $handle }, and will not be asked about it again.
unlinked = { $agency } has ended your link to @{ $handle }. You will not be asked about it again.
my-data = Here is everything that I keep about you.
forget-me = Shall I forget you? Everything that I keep about you goes, and I cannot bring it back. You can still be invited again.
forget-me-links = You will not be asked about { $handles } any more; { $agency } is told that you withdrew.
forget-me-trail = In the record of what was asked and decided, a pseudonym takes your place that nobody can resolve.
forget-me-frozen = One thing stays: that “{ button-not-me }” was pressed for { $handles }, with your Telegram number and without your name, so that nobody else can lift it.
not-forgotten = I have not forgotten you: you did not confirm it in time. /forgetme asks again.
forgotten = I keep nothing about you. Goodbye, and all the best!
forgotten-frozen = I keep nothing about you but that “{ button-not-me }” was pressed for { $handles }: your Telegram number without your name, so that nobody else can lift it. Goodbye, and all the best!
forget-no-manager = You are listed as a manager of { $agency } in my configuration, so I cannot forget you. Ask whoever runs me to take you off the list; then /forgetme works.
not-linked = You are not linked to an account called @{ $handle }. /accounts shows those that you are linked to.

## To a creator: the question

question-asker = { $starter } is signing in to @{ $handle }.
question-started = Started { $time } · tag { $tag }

question-sms = Please send me the code from the SMS.
question-app = Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.
question-email = Please send me the code from the email.
question-email-mask = Please send me the code from the email to { $mask }.
question-code = Please send me the code that you were just sent.
question-face = A face check is needed. Open it, do it, then press “{ button-face-done }”.
question-face-missing = A face check is needed, but no link came with it. Your manager knows. If you did it in the app, press “{ button-face-done }”.
question-face-unusable = A face check is needed, but its link is not safe to open, so I am not showing it. Your manager knows.
question-phone = Please confirm the sign-in: open the link and follow it.
question-phone-missing = Please confirm the sign-in in the app on your phone.
question-phone-unusable = Please confirm the sign-in in the app on your phone. A link came with it that is not safe to open, so I am not showing it.

again-wrong =
    { $tries ->
        [one] That code did not work. You have one try left.
       *[other] That code did not work. You have { $tries } tries left.
    }
again-reminder = Still waiting for you:
again-unsure = I could not tell whether your last answer arrived, so I need a fresh one. Sorry!
again-postponed = You asked me to come back later. Here I am:
again-not-done = The face check is not finished yet, says the platform.
again-email-unsure = I could not make sure that the email was sent. If it does not come, press “{ button-send-email }”.
again-throttled = The platform made me wait until your last code was too old, so I need a fresh one. Sorry!
again-too-late = Your code was too old by the time I could pass it on, so I need a fresh one. Sorry!

mode-later = How much later?
mode-postponed = I will ask again at { $time }. You can also answer now.
mode-checking = checking…

question-safety = You did not expect this? Press “{ button-not-me }”.

## To a creator: what became of a question

ended-done = @{ $handle } is connected. Thank you! (tag { $tag })
ended-accepted = That worked. @{ $handle } needs one more thing. (tag { $tag })
ended-wrong = That code for @{ $handle } did not work. (tag { $tag })
ended-wrong-for-good = That code for @{ $handle } did not work either, so this sign-in is over. You need not do anything. (tag { $tag })
ended-failed = The sign-in to @{ $handle } failed. You need not do anything. (tag { $tag })
ended-answered = { $name } has answered for @{ $handle }. (tag { $tag })
ended-expired = The time to answer for @{ $handle } is over. You need not do anything. (tag { $tag })
ended-cancelled = { $agency } has cancelled the sign-in to @{ $handle }. You need not do anything. (tag { $tag })
ended-not-me = The sign-in to @{ $handle } was stopped. (tag { $tag })
ended-withdrawn = You are no longer asked about @{ $handle }. (tag { $tag })
ended-not-needed = This is no longer needed for @{ $handle }. (tag { $tag })
ended-unsure = That answer for @{ $handle } was not used, as far as I can tell. (tag { $tag })
ended-our-fault = Your answer for @{ $handle } could not be passed on: something on our side is broken, and whoever runs this knows. I will ask again when it works. (tag { $tag })
ended-must-wait = The platform asks me to wait, and your code for @{ $handle } will be too old by then. I will ask for a fresh one in { $duration }. (tag { $tag })
ended-put-off = I will come back to you about @{ $handle } at { $time }. (tag { $tag })
ended-over = This is over for @{ $handle }. (tag { $tag })
repeated = @{ $handle }: asked again below. (tag { $tag })

ready-again = You asked me to come back about @{ $handle } ({ $starter } wanted to sign in). That sign-in is over. Shall a new one start now?
ready-started = Starting a new sign-in to @{ $handle }.
ready-not-started = No new sign-in to @{ $handle } was started.

frozen-by-you = Stopped. Nobody can start a sign-in to @{ $handle } from here until you press “{ button-allow-again }”, and { $agency } has been alerted. If somebody has your password, change it.
allowed-by-you = @{ $handle } may be reconnected again.

## To a creator, about what they wrote

nothing-open = I am not waiting for anything from you right now. If that was a code, it is not needed any more.
no-code = I do not see a code in that. A code has { $min } to { $max } digits; just send the digits.
two-codes = I see more than one number in that which could be the code, and I will not guess. Please send only the code.
type-the-code = Please type the code: I cannot read it from pictures, voice messages or stickers.
too-early = That came before my question, so I have not used it. Please send a fresh code.
telegrams-own-code = That looks like a login code of Telegram itself. Never send it to anybody, not to me either: whoever has it can take over your Telegram. I have not used it.
still-checking = I am still checking the answer before for @{ $handle }. If it does not work, I will ask again.
no-code-wanted = @{ $handle } does not need a code right now. Please see my last question.
which-account = For which account is that code?
which-by-reply = I cannot show you the buttons to choose the account, so that code was not used. Please send a code once more, as a reply to the question that it is for.
account-chosen = For @{ $handle }.
account-not-chosen = That code was not used. If I am still asking for one, please send a fresh code.
delete-it-yourself = I could not delete your message. Please delete it yourself.
code-not-used = I have not used that code. Please send it again.

## Short answers to a pressed button

button-expired = This button no longer works.
noted = Done.
email-asked-for = The email is on its way.
email-cooldown = The email can be sent again in { $seconds } s.
telling-the-api = Telling the platform…

## To managers: the status of a sign-in

status-head = @{ $handle } · tag { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = starting…
progress-working = working…
progress-waiting = waiting for { $kind } from { $names }
progress-after-wrong =
    { $tries ->
        [one] that code did not work, waiting for another from { $names } (one try left)
       *[other] that code did not work, waiting for another from { $names } ({ $tries } tries left)
    }
progress-no-link = { $kind } is needed, and nobody is linked. Invite the creator; I will ask as soon as they accept.
progress-too-often = { $kind } is needed, but everybody linked was asked too often within the hour. I may ask again at { $time }.
progress-postponed = { $name } asked for later: { $time }
progress-checking = checking…
progress-unusual = the platform says “{ $state }”, which I do not know. I keep watching; please look there yourself.

remark-unreachable-api = The account API does not answer at the moment. I keep trying.
remark-api-refuses = The account API refuses our key. Whoever runs this bot must mend that.
remark-api-throttles = The account API asks us to slow down, so this takes longer.
remark-unusable-link = The API sent a link that is not safe to open, so I am not showing it.
remark-missing-link = The API sent no link for the face check. The creator can only do it in the app.
remark-email-failed = I could not make sure that the email was sent. If it does not come, the creator can press “{ button-send-email }”.
remark-unreachable = Cannot be reached: { $names }.
remark-later = { $name } asked for later: { $time }

ending-connected = connected in { $duration }
ending-other-account = connected, but to another account than the one meant ({ $account }). Please check which one was signed in to.
ending-failed = failed: the platform gave up this sign-in. Wait a little before you try again; many tries look suspicious to it.
ending-unknown = over: the account API does not know this sign-in (404). It has expired, or the id is wrong.
ending-gone = over: the account’s session is no longer valid (410). Re-link the account at the account API.
ending-no-credentials = no stored credentials (412): re-link the account with remember_credentials, then try again.
ending-account-unknown = the account API does not know this account (404). /accounts shows those that it knows.
ending-throttled = the account API asks us to wait { $duration } (429). Try again then.
ending-throttled-unknown = the account API asks us to wait (429). Try again in a few minutes.
ending-api-refuses = the account API refuses our key. Whoever runs this bot must mend that; `twofa-bridge check` says how.
ending-api-declines = the account API declined. Nothing was started. Look at the account there; if nothing is wrong with it, try again once.
ending-api-unreachable = the account API cannot be reached. Nothing was started; try again in a few minutes.
ending-maybe-started = I cannot tell whether this sign-in was started: no answer came. I do not start it again by myself. Look at the account API, or send /reauth again.
ending-attempt-taken = the account API answered with a sign-in that is already known here. Nothing new is watched. /status shows it.
ending-wrong-codes = over: the wrong codes are used up. Start again when the creator is ready.
ending-not-me = stopped: { $name } pressed “{ button-not-me }”. Only they can allow it again; talk to them first.
ending-cancelled = cancelled by { $name }
ending-unanswered = over: nobody answered in time. /ready asks first whether it is a good time.
ending-too-old = over: it took too long. Start again with /reauth.
ending-unreachable = over: I cannot reach { $names }. They have blocked the bot or never opened it; ask them to open our chat.
ending-withdrawn = over: nobody is linked any more. /invite makes a link for the creator.
ending-put-off = put off by { $name }. I will ask them again at { $time }.

## To managers, otherwise

unknown-handle = I do not know an account called @{ $handle }. /accounts shows those that I know.
ambiguous-handle = Several accounts are called @{ $handle }: { $accounts }. Give one of them another name at the account API or in the config, then try again.
accounts-unavailable = I do not know @{ $handle }, and the account API does not answer, so I cannot look it up. Try again in a minute.
reauth-limit = @{ $handle } was reconnected too often. Try again in { $duration }.
already-open = A sign-in to @{ $handle } is open already (tag { $tag }). /status shows it, /cancel @{ $handle } ends it.
account-frozen = @{ $handle } was stopped by its creator with “{ button-not-me }”. Only they can allow it again.
nobody-linked = Nobody is linked to @{ $handle }. Invite the creator first.
invitation-made =
    Send this link to the creator of @{ $handle }. It works once, until { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] There was no open invitation to @{ $handle }.
        [one] The invitation to @{ $handle } no longer works.
       *[other] { $count } invitations to @{ $handle } no longer work.
    }
invitation-accepted = { $name } accepted and is linked to @{ $handle }.
invitation-refused = { $name } declined the invitation to @{ $handle }.
not-me-alert = “{ button-not-me }”: { $name } says that the sign-in to @{ $handle } (tag { $tag }), started by { $starter }, is not theirs. The account is stopped until they allow it again. Find out who started it.
allowed-again = { $name } allows @{ $handle } again.
creator-stopped = { $name } is no longer linked to @{ $handle }: they withdrew.
creator-unreachable = I cannot reach { $name } about @{ $handle }: they have blocked the bot. Ask them to unblock it.
creator-not-now = { $name } does not want to sign in to @{ $handle } now. Ask again later with /ready.
links-ended = No longer linked to @{ $handle }: { $names }.
nothing-to-cancel = Nothing is open for @{ $handle }. /status shows what is open.
round-head = Reconnecting several accounts: { $accounts } · { $starter }, { $time }
round-open = open ({ $count }): { $handles }
round-waits = waiting for their turn ({ $count }): { $handles }
round-connected = connected ({ $count }): { $handles }
round-failed = not connected, { $how } ({ $count }): { $handles }
round-skipped = skipped, { $why } ({ $count }): { $handles }
round-over = All done after { $duration }. /status @account tells more about one of them.
round-why =
    { $word ->
        [frozen] stopped by “{ button-not-me }”; only the creator can allow it again
        [already_open] a sign-in is open already
        [already_asked] somebody is being asked already whether it is a good time
        [listed] on the list of an earlier command that is not done yet
        [nobody_linked] nobody is linked; /invite makes a link
        [unreachable] the creator cannot be reached and must unblock me
        [too_often] reconnected too often; try again later
        [cancelled] cancelled
        [too_late] their turn did not come in time
        [unknown] no account has this name
        [ambiguous] several accounts have this name
        [unavailable] the account API does not answer, so I cannot look it up
       *[other] { $word }
    }
too-many-for-round = There are { $accounts } accounts, and I take on { $most } at once. Name those that you need: /reauth @a @b
attempt-taken = The sign-in { $attempt } belongs to another account. Check the id and the account.
accounts-none = I know no accounts. Add some at the account API, or under [[accounts]] in the config.
accounts-head = Accounts:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – stopped by “{ button-not-me }”
name-unreachable = { $name } (cannot be reached)
board-head = Accounts: { $accounts } · open: { $open } · { $time }
board-page = Page { $page } of { $pages }
board-open = → open for { $duration } (tag { $tag }): { $progress }
board-connected = last connected { $time }
board-never = not connected here so far
board-closed = These pages can no longer be turned. /status shows how things are.
button-previous-page = ‹ Previous page
button-next-page = Next page ›

## The record of what was done

trail-none = Nothing was asked of you so far.
trail-none-account = Nothing is on record about @{ $handle } so far.
trail-unreadable = I cannot read the record of what was done. Whoever runs this bot must look into it; please try again later.
trail-head = What was asked of you, and what came of it (the newest last):
trail-head-account = On record about @{ $handle } (the newest last):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = somebody who was forgotten ({ $alias })
trail-host = { $agency }’s own system

trail-invited = { $by } made an invitation
trail-invitation-revoked = { $by } took invitations back
trail-invitation-declined = an invitation by { $by } was declined
trail-linked = { $person } accepted an invitation by { $by }
trail-withdrew = { $person } withdrew
trail-unlinked = the link of { $person } was ended by { $by }
trail-started = { $by } asked for a sign-in
trail-not-started = no sign-in: { $how }
trail-watched = watching a sign-in started by { $by }
trail-asked = { $person } was asked for { $kind }, for { $by }
trail-asked-again = { $person } was asked again for { $kind }, for { $by }
trail-asked-ready = { $person } was asked whether it is time, for { $by }
trail-postponed = { $person } asked for later
trail-answered = { $person } answered; it was passed on
trail-wrong-code = that code did not work
trail-accepted = that worked, and one more thing was needed
trail-frozen = { $person } pressed “{ button-not-me }”
trail-allowed = { $person } pressed “{ button-allow-again }”
trail-ready = { $person }: “{ button-ready }”
trail-not-now = { $person }: “{ button-not-now }”
trail-cancelled = { $by } cancelled
trail-ended = over: { $how }
trail-forgotten = { $person } asked to be forgotten
trail-how =
    { $word ->
        [connected] connected
        [other_account] connected, but to another account
        [failed] it failed
        [unknown] the account API does not know it
        [gone] the account’s session is no longer valid
        [no_credentials] no stored credentials
        [account_unknown] the account API does not know the account
        [throttled] the account API asked to wait
        [api_refuses] the account API refused our key
        [api_declines] the account API declined
        [api_unreachable] the account API could not be reached
        [maybe_started] nobody can tell whether it was started
        [attempt_taken] it was known already
        [wrong_codes] the wrong codes were used up
        [declined] “{ button-not-me }”
        [cancelled] cancelled
        [unanswered] nobody answered in time
        [too_old] it took too long
        [unreachable] nobody could be reached
        [withdrawn] nobody is linked any more
        [put_off] put off
        [not_now] not now
        [nobody_ready] nobody was ready in time
        [ready_in_vain] it could not be started
        [begun] a sign-in was started without asking first
       *[other] { $word }
    }

## The command menu

command-help = What I can do
command-accounts = Linked accounts
command-stop = End a link: /stop @account
command-language = The language I speak
command-privacy = What is kept
command-mydata = All that is kept about me
command-forgetme = Be forgotten
command-reauth = Reconnect: /reauth @account
command-status = All accounts and what is open
command-cancel = Stop asking: /cancel @account
command-watch = Watch a sign-in started elsewhere
command-invite = Invite a creator: /invite @account
command-history = What was asked of me
command-audit = What was done: /audit @account
command-unlink = End all links: /unlink @account

## Quiet hours

quiet-are = Your quiet hours are { $from } to { $to }, { $zone }. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. /quiet 22:30-07:00 changes them, /quiet off ends them.
quiet-none = You have no quiet hours. /quiet 23:00-08:00 Europe/Madrid sets them: until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound.
quiet-set = Your quiet hours are { $from } to { $to }, { $zone }. Until they are over I do not ask whether you are ready for a sign-in. If a sign-in already waits for a code, I still ask, without a sound. { $agency } sees since when and until when it is quiet, and nothing else. /quiet off ends them.
quiet-off = You have no quiet hours any more.
quiet-not-times = I did not understand these hours. Write them like this: /quiet 23:00-08:00 Europe/Madrid
quiet-same-times = Quiet hours cannot begin and end at the same time. Write them like this: /quiet 23:00-08:00 Europe/Madrid
quiet-no-zone = In which time zone? Write it behind the hours: /quiet 23:00-08:00 Europe/Madrid
quiet-unknown-zone = I do not know that time zone. Did you mean { $zone }? Write it like this: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Quiet hours are for people who are linked to an account. Nobody else is asked anything.
my-accounts-quiet = Quiet hours: { $from } to { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } has quiet hours from { $since } to { $until }. I ask whether it is a good time when they are over.
remark-ready-quiet = { $name } has quiet hours from { $since } to { $until }. I ask there when they are over.
remark-silently = { $name } has quiet hours from { $since } to { $until }: my messages make no sound there.
nudge-quiet = Whoever is asked about @{ $handle } has quiet hours until { $time }. Before that I do not ask again.
command-quiet = Quiet hours: /quiet 23:00-08:00 Europe/Madrid

## Sound

mute-until = You are muted until { $time }. Until then, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
mute-on = You are muted. From now on, whatever you have not asked for comes without a sound, alerts included. Nothing is left out, and answers to your commands are as always. /unmute ends it.
mute-off = You are not muted: my messages make their sound.
mute-not-duration = I did not understand for how long. Write /mute 30m, /mute 2h or /mute 3d (30 days at most); /mute alone lasts until you write /unmute.
command-mute = No sound: /mute 2h
command-unmute = Sound again

## Sessions

button-reconnect = Reconnect
session-dead = The session of @{ $handle } has ended at the account API: the account is not connected any more. Press “{ button-reconnect }” to sign in again; the creator is asked as always.
session-alive = @{ $handle } is connected again.

## Who can be reached

button-can-read = I can read this
check-question = { $starter } wants to know whether my messages about @{ $handle } reach you. This is no sign-in. Please press the button.
check-thanks = Thank you! { $agency } knows that my messages about @{ $handle } reach you.
check-not-needed = You need not answer this about @{ $handle } any more.
check-head = @{ $handle } · can they be reached? · { $starter }, { $time }
check-unknown = { $name }: no answer yet
check-yes = { $name }: can be reached, answered at { $time }
check-no = { $name }: cannot be reached. They have blocked the bot or never opened it; ask them to open our chat.
check-too-often = { $name }: not asked, since they were asked too often within the hour
check-unanswered = { $name }: did not answer
check-too-soon = I asked whether anybody can be reached about @{ $handle } less than a minute ago. Try again in { $duration }.
usage-check = Write it like this: /check @account
command-check = See who can be reached: /check @account
trail-asked-check = { $person } was asked whether they can be reached, for { $by }
trail-can-read = { $person } can be reached

## Who is asked first

button-everybody = Everybody at once
button-first = { $name } first
order-only-you = Nobody but you is linked to @{ $handle }, so there is no order.
order-everybody = About @{ $handle } I ask everybody at once: { $names }.
order-set = About @{ $handle } I ask one after the other, the next after { $duration } without an answer:
order-line = { $number }. { $name }
order-how = Whom shall I ask first?
order-other = { $name }, who accepted first, can change that.
usage-order = Write it like this: /order @account
command-order = Whom to ask first: /order @account
trail-ordered = { $person } changed who is asked first

## Ready first

button-in-an-hour = In an hour
ready-asker = { $starter } would like to reconnect @{ $handle }. Is now a good time?
ready-at-hand = Have your phone with your authenticator app at hand. Nothing starts before you press “{ button-ready }”.
ready-asked = Asked { $time } · tag { $tag }
ready-later = I will ask again at { $time }. You can also start sooner.
ready-ended-started = Thank you! The sign-in to @{ $handle } is starting; I will ask for the code in a moment. (tag { $tag })
ready-ended-cannot-start = Thank you! The sign-in to @{ $handle } cannot start right now, and { $agency } knows. You need not do anything. (tag { $tag })
ready-ended-not-now = All right, not now. Nothing was started for @{ $handle }, and { $agency } knows. (tag { $tag })
ready-ended-answered = { $name } is ready for @{ $handle }. (tag { $tag })
ready-ended-expired = I had no answer from you about @{ $handle }, so nothing was started. You need not do anything. (tag { $tag })
ready-ended-cancelled = { $agency } does not want to reconnect @{ $handle } any more. You need not do anything. (tag { $tag })
ready-ended-begun = A sign-in to @{ $handle } has begun in the meantime. (tag { $tag })
progress-asking-ready = asking whether now is a good time: { $names }
progress-ready-too-often = everybody linked was asked too often within the hour. I ask whether it is a good time at { $time }.
ending-not-now = not now, says { $name }. Nothing was started.
ending-nobody-ready = nobody said in time that they are ready. Nothing was started. Try again at another time, or agree on one with them.
ending-ready-in-vain = { $name } is ready, but it cannot be started right now. Nothing was started. /reauth says what is in the way.
ending-begun = not waiting any longer: a sign-in was started without asking first.
already-asked = I am already asking whether now is a good time for @{ $handle } (tag { $tag }). /reauth @{ $handle } now starts it without waiting, /cancel @{ $handle } ends it.
usage-ready = Write it like this: /ready @account
command-ready = Ask first whether it is a good time: /ready @account

## Nudges, marks, and who else is linked

button-nudge = Nudge
button-another = Another
again-nudged = { $agency } asks once more:
mark-given = Your pictures for @{ $handle } are { $mark }. Every question of mine about it carries them, and nobody else is shown them. A question without them is not from me: do not answer it.
mark-void = These pictures are no longer used.
mark-line = Your pictures: { $mark }
other-linked = { $name } has accepted an invitation from { $starter } and is linked to @{ $handle }, too: from here on I ask them as well. If that is wrong, tell { $agency } and press “{ button-not-me }” at the next question.
nudged = I have asked once more about @{ $handle }: { $names }.
nothing-to-nudge = Nobody is being asked about @{ $handle } at the moment. /status shows what is open.
nudge-too-soon = I asked again about @{ $handle } less than a minute ago. Try again in { $duration }.
nudge-too-often = Everybody who is asked about @{ $handle } was asked too often within the hour. I may ask again at { $time }.
usage-nudge = Write it like this: /nudge @account
command-nudge = Ask once more: /nudge @account
