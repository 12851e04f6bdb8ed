# Die Stimme des Bots auf Deutsch. Er duzt, wie Telegram selbst.
#
# Wie in en.ftl: Namen von Konten stehen als @{ $handle }, Knöpfe werden mit ihrer Kennung zitiert.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (über das eigene System von { $agency })
starter-operator = { $agency }

kind-sms = Code aus der SMS
kind-app = Code aus der Authenticator-App
kind-email = Code aus der E-Mail
kind-code = ein Code
kind-face = Gesichtsprüfung
kind-phone = Bestätigung auf dem Handy

duration-seconds = { $seconds } Sek.
duration-minutes = { $minutes } Min. { $seconds } Sek.
duration-hours = { $hours } Std. { $minutes } Min.
duration-days =
    { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    }

people-none = niemand
and-more = … und { $more } weitere.

format-time = %H:%M %Z
format-date = %d.%m.%Y, %H:%M %Z

## Buttons

button-accept = Annehmen
button-decline = Ablehnen
button-not-me = Das bin nicht ich
button-later = Später
button-quarter = 15 Minuten
button-hour = 1 Stunde
button-tonight = Heute Abend
button-send-email = E-Mail noch einmal senden
button-face-open = Gesichtsprüfung öffnen
button-phone-open = Bestätigung öffnen
button-face-done = Ist erledigt
button-allow-again = Wieder erlauben
button-cancel = Abbrechen
button-invite = Einladen
button-revoke = Zurückziehen
button-ready = Ich bin bereit
button-not-now = Jetzt nicht
button-forget = Vergiss mich
button-earlier = Frühere
button-telegram-language = Wie in Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Hallo! Ich bringe Einmalcodes für { $agency } von den Menschen, denen sie gehören, zu der Anmeldung, die darauf wartet.

    Ich spreche nur mit Leuten, die eingeladen wurden. Falls du dazugehörst, öffne den Link, den du bekommen hast.

    /privacy sagt dir, was ich speichere.

help-creator =
    Wenn { $agency } eines deiner Konten neu verbindet, frage ich dich hier nach dem Code. Schick ihn einfach als Nachricht. Ich gebe ihn weiter und lösche deine Nachricht.

    Das bist nicht du? Tippe auf „{ button-not-me }“, und alles wird gestoppt. Gerade keine Zeit? Tippe auf „{ button-later }“.

    /accounts – mit welchen Konten du verknüpft bist und durch wen
    /history – alles, was du gefragt wurdest
    /stop @konto – nie wieder danach gefragt werden, ab sofort
    /quiet 23:00-08:00 Europe/Berlin – wann du nicht gefragt wirst, was warten kann
    /order @konto – wen ich zuerst frage, wenn mehrere von euch verknüpft sind
    /language – eine andere Sprache sprechen
    /privacy – was ich speichere
    /mydata – alles davon, als Dokument
    /forgetme – alles beenden und vergessen werden

    Ich frage nie nach einem Passwort, nie nach Telegrams eigenem Anmeldecode und nie außerhalb dieses Chats nach einem Code.

help-manager =
    /reauth @konto – ein Konto neu verbinden (auch mehrere: /reauth @a @b, oder /reauth all)
    /ready @konto – erst fragen, ob es gerade passt, dann neu verbinden
    /nudge @konto – noch einmal fragen
    /check @konto – prüfen, ob der Creator erreichbar ist
    /status – alle Konten und was gerade läuft; /status @konto – ein einzelnes Konto
    /cancel @konto – nicht weiter fragen
    /watch <attempt id> @konto – eine Anmeldung verfolgen, die anderswo gestartet wurde
    /invite @konto – einen Link für den Creator erstellen; /invite @konto revoke – ihn zurückziehen
    /unlink @konto – alle Verknüpfungen eines Kontos lösen
    /accounts – alle Konten, und wer mit ihnen verknüpft ist
    /audit @konto – was dazu gefragt, geantwortet und entschieden wurde
    /mute 2h (im privaten Chat) – wonach du nicht gefragt hast, kommt lautlos (nur /mute: bis /unmute); nichts wird weggelassen
    /language (im privaten Chat) – eine andere Sprache sprechen

    In einer Gruppe schreib den Befehl mit meinem Namen dahinter (/reauth@{ $bot } @konto) oder wähle ihn aus dem Menü, sonst zeigt Telegram ihn mir vielleicht nicht. Du siehst, wie weit eine Anmeldung ist, aber nie einen Code.

privacy =
    Was ich speichere: deine Telegram-Nummer, deinen Vornamen und deine Sprache sowie, mit welchen Konten du verknüpft bist, durch wen, seit wann und mit welchen Bildern, deine Ruhezeiten, falls du welche festlegst, und ob dich meine Nachrichten erreichen – solange du verknüpft bist; wann du gefragt wurdest, eine Stunde lang; und Anmeldungen, zu denen du gefragt wurdest, bis einen Tag nach ihrem Ende. Dazu ein Protokoll dessen, was gefragt, geantwortet und entschieden wurde, von wem und wann, damit es sich später prüfen lässt, { duration-days } lang. So kann ich die richtige Person fragen, und niemanden zu oft. Wenn du auf „{ button-not-me }“ tippst, bleibt das gespeichert, bis du Anmeldungen wieder erlaubst. Alles wird verschlüsselt gespeichert.

    Was ich nie speichere: Codes. Sie gehen an die Anmeldung, die auf sie wartet, und deine Nachricht wird gelöscht. Sie werden weder gespeichert noch protokolliert noch irgendwem bei { $agency } gezeigt.

    Telegram-Chats mit Bots sind nicht Ende-zu-Ende-verschlüsselt.

    { $agency } betreibt diesen Bot und ist dafür verantwortlich. /stop @konto löst eine Verknüpfung sofort, /mydata gibt dir alles, was über dich gespeichert ist, /forgetme löscht es.

not-for-you = Das ist nur für Manager von { $agency }.
invitation-useless = Diese Einladung funktioniert nicht. Bitte die Person, die sie dir geschickt hat, um eine neue.
only-in-private = Das geht nur in unserem privaten Chat.
not-for-managers = Manager können nicht mit einem Konto verknüpft werden: Wer eine Anmeldung startet, darf nicht für den Creator antworten.
too-many-links = Mit @{ $handle } sind schon so viele Personen verknüpft wie möglich. Bitte { $agency }, vorher jemanden zu entfernen.
too-many-open = Es läuft mehr, als ich gleichzeitig verfolgen kann. Bitte versuch es in ein paar Minuten noch einmal.
usage-reauth = Schreib es so: /reauth @konto (bis zu 20 Konten) oder /reauth all
usage-invite = Schreib es so: /invite @konto oder /invite @konto revoke
usage-watch = Schreib es so: /watch <attempt id> @konto
usage-cancel = Schreib es so: /cancel @konto
usage-unlink = Schreib es so: /unlink @konto
usage-status = Schreib es so: /status oder /status @konto
usage-stop = Schreib es so: /stop @konto
usage-audit = Schreib es so: /audit @konto
usage-unknown = Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.
command-too-old = Das hast du geschrieben, während ich weg war, deshalb habe ich es nicht ausgeführt. Wenn du es noch willst, schick es noch einmal.
languages = Ich spreche Deutsch mit dir. Welche Sprache soll ich sprechen?

## To a creator, about being linked

invited =
    { $starter } lädt dich ein: Du sollst nach den Anmeldecodes von @{ $handle } gefragt werden.

    Wenn du annimmst: Immer wenn { $agency } @{ $handle } neu verbindet, frage ich dich hier nach dem Code aus der SMS, der Authenticator-App oder der E-Mail, oder ich schicke dir den Link zu einer Gesichtsprüfung. Jedes Mal sage ich dir, wer gefragt hat. Die Codes gehen an die Anmeldung und sonst nirgendwohin; bei { $agency } sieht sie niemand.

    Wonach ich nie frage: dein Passwort, Telegrams eigenen Anmeldecode oder irgendetwas zu einem anderen Konto.

    Mit /stop kannst du jederzeit aufhören.

linked =
    Du bist jetzt mit @{ $handle } verknüpft. Wenn { $agency } das Konto neu verbindet, frage ich dich hier.

    Um das zu beenden, schick /stop @{ $handle }.

invitation-declined = Abgelehnt. Du wirst nicht nach @{ $handle } gefragt.

my-accounts-none = Du bist mit keinem Konto verknüpft.
my-accounts = Du bist verknüpft mit:
my-accounts-line = @{ $handle } – eingeladen von { $starter }, seit { $since }
my-accounts-frozen = @{ $handle } – gestoppt mit „{ button-not-me }“; eingeladen von { $starter }, seit { $since }

stopped = Erledigt. Du bist nicht mehr mit @{ $handle } verknüpft und wirst nicht mehr danach gefragt.
unlinked = { $agency } hat deine Verknüpfung mit @{ $handle } gelöst. Du wirst nicht mehr danach gefragt.
my-data = Hier ist alles, was ich über dich gespeichert habe.
forget-me = Soll ich dich vergessen? Alles, was ich über dich gespeichert habe, wird gelöscht, und ich kann es nicht zurückholen. Du kannst trotzdem wieder eingeladen werden.
forget-me-links = Du wirst nicht mehr nach { $handles } gefragt; { $agency } erfährt, dass du dich zurückgezogen hast.
forget-me-trail = Im Protokoll dessen, was gefragt und entschieden wurde, steht dann ein Pseudonym an deiner Stelle, das niemand auflösen kann.
forget-me-frozen = Eines bleibt: dass für { $handles } „{ button-not-me }“ gedrückt wurde, mit deiner Telegram-Nummer und ohne deinen Namen, damit niemand anders das aufheben kann.
not-forgotten = Ich habe dich nicht vergessen: Du hast es nicht rechtzeitig bestätigt. /forgetme fragt dich noch einmal.
forgotten = Ich habe nichts mehr über dich gespeichert. Mach’s gut, und alles Gute!
forgotten-frozen = Ich habe nichts mehr über dich gespeichert, außer dass für { $handles } „{ button-not-me }“ gedrückt wurde: deine Telegram-Nummer ohne deinen Namen, damit niemand anders das aufheben kann. Mach’s gut, und alles Gute!
forget-no-manager = Du stehst in meiner Konfiguration als Manager von { $agency }, deshalb kann ich dich nicht vergessen. Bitte die Person, die mich betreibt, dich von der Liste zu nehmen; dann funktioniert /forgetme.
not-linked = Du bist mit keinem Konto namens @{ $handle } verknüpft. /accounts zeigt deine Konten.

## To a creator: the question

question-asker = { $starter } meldet sich bei @{ $handle } an.
question-started = Gestartet { $time } · Kennzahl { $tag }

question-sms = Bitte schick mir den Code aus der SMS.
question-app = Bitte schick mir den Code, den deine Authenticator-App gerade anzeigt. Er wechselt alle 30 Sekunden, nimm also einen frischen.
question-email = Bitte schick mir den Code aus der E-Mail.
question-email-mask = Bitte schick mir den Code aus der E-Mail an { $mask }.
question-code = Bitte schick mir den Code, den du gerade bekommen hast.
question-face = Eine Gesichtsprüfung ist nötig. Öffne sie, mach sie, und tippe dann auf „{ button-face-done }“.
question-face-missing = Eine Gesichtsprüfung ist nötig, aber es kam kein Link dafür. Dein Manager weiß Bescheid. Falls du sie in der App gemacht hast, tippe auf „{ button-face-done }“.
question-face-unusable = Eine Gesichtsprüfung ist nötig, aber ihr Link ist nicht sicher, deshalb zeige ich ihn nicht. Dein Manager weiß Bescheid.
question-phone = Bitte bestätige die Anmeldung: Öffne den Link und folge ihm.
question-phone-missing = Bitte bestätige die Anmeldung in der App auf deinem Handy.
question-phone-unusable = Bitte bestätige die Anmeldung in der App auf deinem Handy. Es kam ein Link mit, der nicht sicher ist, deshalb zeige ich ihn nicht.

again-wrong =
    { $tries ->
        [one] Dieser Code hat nicht funktioniert. Du hast noch einen Versuch.
       *[other] Dieser Code hat nicht funktioniert. Du hast noch { $tries } Versuche.
    }
again-reminder = Ich warte noch auf dich:
again-unsure = Ich konnte nicht erkennen, ob deine letzte Antwort angekommen ist, deshalb brauche ich einen frischen Code. Tut mir leid!
again-postponed = Du wolltest, dass ich später wiederkomme. Da bin ich:
again-not-done = Die Plattform sagt, dass die Gesichtsprüfung noch nicht fertig ist.
again-email-unsure = Ich bin nicht sicher, ob die E-Mail verschickt wurde. Falls sie nicht kommt, tippe auf „{ button-send-email }“.
again-throttled = Die Plattform hat mich warten lassen, bis dein letzter Code zu alt war, deshalb brauche ich einen frischen. Tut mir leid!
again-too-late = Dein Code war schon zu alt, als ich ihn weitergeben konnte, deshalb brauche ich einen frischen. Tut mir leid!

mode-later = Wie viel später?
mode-postponed = Ich frage um { $time } noch einmal. Du kannst auch jetzt antworten.
mode-checking = wird geprüft …

question-safety = Das kommt unerwartet? Tippe auf „{ button-not-me }“.

## To a creator: what became of a question

ended-done = @{ $handle } ist verbunden. Vielen Dank! (Kennzahl { $tag })
ended-accepted = Das hat geklappt. @{ $handle } braucht noch etwas. (Kennzahl { $tag })
ended-wrong = Dieser Code für @{ $handle } hat nicht funktioniert. (Kennzahl { $tag })
ended-wrong-for-good = Auch dieser Code für @{ $handle } hat nicht funktioniert, damit ist diese Anmeldung vorbei. Du musst nichts tun. (Kennzahl { $tag })
ended-failed = Die Anmeldung bei @{ $handle } ist fehlgeschlagen. Du musst nichts tun. (Kennzahl { $tag })
ended-answered = { $name } hat für @{ $handle } geantwortet. (Kennzahl { $tag })
ended-expired = Die Zeit, für @{ $handle } zu antworten, ist um. Du musst nichts tun. (Kennzahl { $tag })
ended-cancelled = { $agency } hat die Anmeldung bei @{ $handle } abgebrochen. Du musst nichts tun. (Kennzahl { $tag })
ended-not-me = Die Anmeldung bei @{ $handle } wurde gestoppt. (Kennzahl { $tag })
ended-withdrawn = Du wirst nicht mehr nach @{ $handle } gefragt. (Kennzahl { $tag })
ended-not-needed = Für @{ $handle } ist das nicht mehr nötig. (Kennzahl { $tag })
ended-unsure = Soweit ich sehe, wurde diese Antwort für @{ $handle } nicht verwendet. (Kennzahl { $tag })
ended-our-fault = Deine Antwort für @{ $handle } konnte nicht weitergegeben werden: Bei uns ist etwas kaputt, und wer das hier betreibt, weiß davon. Ich frage wieder, wenn es geht. (Kennzahl { $tag })
ended-must-wait = Die Plattform lässt mich warten, und dein Code für @{ $handle } ist dann zu alt. In { $duration } bitte ich dich um einen frischen. (Kennzahl { $tag })
ended-put-off = Wegen @{ $handle } melde ich mich wieder: { $time }. (Kennzahl { $tag })
ended-over = Für @{ $handle } ist das erledigt. (Kennzahl { $tag })
repeated = @{ $handle }: Die Frage steht noch einmal weiter unten. (Kennzahl { $tag })

ready-again = Ich sollte mich wegen @{ $handle } noch einmal melden ({ $starter } wollte sich anmelden). Jene Anmeldung ist vorbei. Soll jetzt eine neue beginnen?
ready-started = Eine neue Anmeldung bei @{ $handle } wird gestartet.
ready-not-started = Bei @{ $handle } wurde keine neue Anmeldung gestartet.

frozen-by-you = Gestoppt. Niemand kann von hier aus eine Anmeldung bei @{ $handle } starten, bis du auf „{ button-allow-again }“ tippst, und { $agency } ist gewarnt. Falls jemand dein Passwort hat, ändere es.
allowed-by-you = @{ $handle } darf wieder verbunden werden.

## To a creator, about what they wrote

nothing-open = Ich warte gerade auf nichts von dir. Falls das ein Code war: Er wird nicht mehr gebraucht.
no-code = Darin sehe ich keinen Code. Ein Code hat { $min } bis { $max } Ziffern; schick einfach nur die Ziffern.
two-codes = Darin sehe ich mehr als eine Zahl, die der Code sein könnte, und raten will ich nicht. Bitte schick nur den Code.
type-the-code = Bitte tippe den Code: Aus Bildern, Sprachnachrichten oder Stickern kann ich ihn nicht lesen.
too-early = Das kam vor meiner Frage, deshalb habe ich es nicht verwendet. Bitte schick einen frischen Code.
telegrams-own-code = Das sieht nach einem Anmeldecode von Telegram selbst aus. Schick ihn niemandem, auch mir nicht: Wer ihn hat, kann dein Telegram übernehmen. Ich habe ihn nicht verwendet.
still-checking = Ich prüfe noch die vorige Antwort für @{ $handle }. Falls sie nicht funktioniert, frage ich noch einmal.
no-code-wanted = @{ $handle } braucht gerade keinen Code. Bitte sieh dir meine letzte Frage an.
which-account = Für welches Konto ist dieser Code?
which-by-reply = Ich kann dir die Knöpfe für die Wahl des Kontos nicht zeigen, deshalb wurde dieser Code nicht verwendet. Bitte schick noch einmal einen Code, als Antwort auf die Frage, zu der er gehört.
account-chosen = Für @{ $handle }.
account-not-chosen = Dieser Code wurde nicht verwendet. Wenn ich noch nach einem frage, schick mir bitte einen neuen.
delete-it-yourself = Ich konnte deine Nachricht nicht löschen. Bitte lösche sie selbst.
code-not-used = Diesen Code habe ich nicht verwendet. Bitte schick ihn noch einmal.

## Short answers to a pressed button

button-expired = Dieser Knopf funktioniert nicht mehr.
noted = Erledigt.
email-asked-for = Die E-Mail ist unterwegs.
email-cooldown = Die E-Mail kann in { $seconds } Sek. noch einmal gesendet werden.
telling-the-api = Ich sage der Plattform Bescheid …

## To managers: the status of a sign-in

status-head = @{ $handle } · Kennzahl { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = wird gestartet …
progress-working = läuft …
progress-waiting = warte auf { $names }: { $kind }
progress-after-wrong =
    { $tries ->
        [one] dieser Code hat nicht funktioniert, warte auf einen neuen von { $names } (noch ein Versuch)
       *[other] dieser Code hat nicht funktioniert, warte auf einen neuen von { $names } (noch { $tries } Versuche)
    }
progress-no-link = nötig: { $kind } – aber niemand ist verknüpft. Lade den Creator ein; ich frage, sobald er annimmt.
progress-too-often = nötig: { $kind } – aber alle Verknüpften wurden in der letzten Stunde zu oft gefragt. Um { $time } darf ich wieder fragen.
progress-postponed = { $name } möchte später: { $time }
progress-checking = wird geprüft …
progress-unusual = die Plattform sagt „{ $state }“, das kenne ich nicht. Ich bleibe dran; bitte sieh selbst dort nach.

remark-unreachable-api = Die Konto-API antwortet gerade nicht. Ich versuche es weiter.
remark-api-refuses = Die Konto-API lehnt unseren Schlüssel ab. Wer diesen Bot betreibt, muss das beheben.
remark-api-throttles = Die Konto-API bittet uns, langsamer zu machen, deshalb dauert es länger.
remark-unusable-link = Die API hat einen Link geschickt, der nicht sicher ist, deshalb zeige ich ihn nicht.
remark-missing-link = Die API hat keinen Link für die Gesichtsprüfung geschickt. Sie geht nur in der App.
remark-email-failed = Ich bin nicht sicher, ob die E-Mail verschickt wurde. Kommt sie nicht an, kann der Creator auf „{ button-send-email }“ tippen.
remark-unreachable = Nicht erreichbar: { $names }.
remark-later = { $name } möchte später: { $time }

ending-connected = verbunden in { $duration }
ending-other-account = verbunden, aber mit einem anderen Konto als dem gemeinten ({ $account }). Bitte prüfe, wo die Anmeldung gelandet ist.
ending-failed = fehlgeschlagen: Die Plattform hat diese Anmeldung aufgegeben. Warte ein wenig, bevor du es wieder versuchst; viele Versuche machen sie misstrauisch.
ending-unknown = vorbei: Die Konto-API kennt diese Anmeldung nicht (404). Sie ist abgelaufen, oder die Id ist falsch.
ending-gone = vorbei: Die Sitzung des Kontos ist nicht mehr gültig (410). Verknüpfe das Konto bei der Konto-API neu.
ending-no-credentials = keine gespeicherten Zugangsdaten (412): Verknüpfe das Konto mit remember_credentials neu und versuch es dann noch einmal.
ending-account-unknown = die Konto-API kennt dieses Konto nicht (404). /accounts zeigt die, die sie kennt.
ending-throttled = die Konto-API bittet uns, { $duration } zu warten (429). Versuch es dann noch einmal.
ending-throttled-unknown = die Konto-API bittet uns zu warten (429). Versuch es in ein paar Minuten noch einmal.
ending-api-refuses = die Konto-API lehnt unseren Schlüssel ab. Wer diesen Bot betreibt, muss das beheben; `twofa-bridge check` sagt, wie.
ending-api-declines = die Konto-API hat abgelehnt. Es wurde nichts gestartet. Sieh dir dort das Konto an; ist damit alles in Ordnung, versuch es noch einmal.
ending-api-unreachable = die Konto-API ist nicht erreichbar. Es wurde nichts gestartet; versuch es in ein paar Minuten noch einmal.
ending-maybe-started = ich weiß nicht, ob diese Anmeldung gestartet wurde: Es kam keine Antwort. Von selbst starte ich sie nicht noch einmal. Sieh bei der Konto-API nach, oder schick /reauth noch einmal.
ending-attempt-taken = die Konto-API hat mit einer Anmeldung geantwortet, die hier schon bekannt ist. Es wird nichts Neues verfolgt. /status zeigt sie.
ending-wrong-codes = vorbei: zu viele falsche Codes. Starte neu, wenn der Creator so weit ist.
ending-not-me = gestoppt: { $name } hat auf „{ button-not-me }“ getippt. Nur diese Person kann es wieder erlauben; sprich erst mit ihr.
ending-cancelled = abgebrochen von { $name }
ending-unanswered = vorbei: Niemand hat rechtzeitig geantwortet. /ready fragt erst, ob es gerade passt.
ending-too-old = vorbei: Es hat zu lange gedauert. Starte sie neu mit /reauth.
ending-unreachable = vorbei: Ich kann { $names } nicht erreichen. Der Bot ist blockiert oder wurde nie geöffnet; bitte darum, unseren Chat zu öffnen.
ending-withdrawn = vorbei: Niemand ist mehr verknüpft. /invite erstellt einen Link für den Creator.
ending-put-off = verschoben von { $name }. Ich frage wieder: { $time }.

## To managers, otherwise

unknown-handle = Ich kenne kein Konto namens @{ $handle }. /accounts zeigt die, die ich kenne.
ambiguous-handle = Mehrere Konten heißen @{ $handle }: { $accounts }. Gib einem von ihnen bei der Konto-API oder in der Konfiguration einen anderen Namen und versuch es dann noch einmal.
accounts-unavailable = Ich kenne @{ $handle } nicht, und die Konto-API antwortet nicht, also kann ich nicht nachsehen. Versuch es in einer Minute noch einmal.
reauth-limit = @{ $handle } wurde zu oft neu verbunden. Versuch es in { $duration } noch einmal.
already-open = Bei @{ $handle } läuft schon eine Anmeldung (Kennzahl { $tag }). /status zeigt sie, /cancel @{ $handle } beendet sie.
account-frozen = @{ $handle } wurde vom Creator mit „{ button-not-me }“ gestoppt. Nur der Creator kann es wieder erlauben.
nobody-linked = Mit @{ $handle } ist niemand verknüpft. Lade zuerst den Creator ein.
invitation-made =
    Schick diesen Link dem Creator von @{ $handle }. Er funktioniert einmal, bis { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Für @{ $handle } gab es keine offene Einladung.
        [one] Die Einladung zu @{ $handle } funktioniert nicht mehr.
       *[other] { $count } Einladungen zu @{ $handle } funktionieren nicht mehr.
    }
invitation-accepted = { $name } hat angenommen und ist mit @{ $handle } verknüpft.
invitation-refused = { $name } hat die Einladung zu @{ $handle } abgelehnt.
not-me-alert = „{ button-not-me }“: { $name } sagt, dass die Anmeldung bei @{ $handle } (Kennzahl { $tag }), gestartet von { $starter }, nicht die eigene ist. Das Konto ist gestoppt, bis { $name } es wieder erlaubt. Finde heraus, wer sie gestartet hat.
allowed-again = { $name } erlaubt @{ $handle } wieder.
creator-stopped = { $name } hat sich zurückgezogen und ist nicht mehr mit @{ $handle } verknüpft.
creator-unreachable = Ich kann { $name } wegen @{ $handle } nicht erreichen: Der Bot ist dort blockiert. Bitte darum, ihn wieder zuzulassen.
creator-not-now = { $name } möchte sich jetzt nicht bei @{ $handle } anmelden. Frag später noch einmal, mit /ready.
links-ended = Nicht mehr mit @{ $handle } verknüpft: { $names }.
nothing-to-cancel = Bei @{ $handle } läuft nichts. /status zeigt, was gerade läuft.
round-head = Mehrere Konten werden neu verbunden: { $accounts } · { $starter }, { $time }
round-open = offen ({ $count }): { $handles }
round-waits = noch nicht an der Reihe ({ $count }): { $handles }
round-connected = verbunden ({ $count }): { $handles }
round-failed = nicht verbunden, { $how } ({ $count }): { $handles }
round-skipped = ausgelassen, { $why } ({ $count }): { $handles }
round-over = Nach { $duration } fertig. /status @konto sagt mehr zu einem davon.
round-why =
    { $word ->
        [frozen] gestoppt mit „{ button-not-me }“; nur die betroffene Person kann es wieder erlauben
        [already_open] eine Anmeldung ist schon offen
        [already_asked] es wird schon gefragt, ob es gerade passt
        [listed] auf der Liste eines früheren Befehls, der noch läuft
        [nobody_linked] niemand ist verknüpft; /invite macht einen Link
        [unreachable] die Person ist nicht erreichbar und muss mich entsperren
        [too_often] zu oft neu verbunden; versuch es später noch einmal
        [cancelled] abgebrochen
        [too_late] nicht rechtzeitig an die Reihe gekommen
        [unknown] kein Konto heißt so
        [ambiguous] mehrere Konten heißen so
        [unavailable] die Konto-API antwortet nicht, also kann ich nicht nachsehen
       *[other] { $word }
    }
too-many-for-round = Es gibt { $accounts } Konten, und ich übernehme { $most } auf einmal. Nenn die, die du brauchst: /reauth @a @b
attempt-taken = Die Anmeldung { $attempt } gehört zu einem anderen Konto. Prüf die Id und das Konto.
accounts-none = Ich kenne keine Konten. Füge welche bei der Konto-API hinzu oder in der Konfiguration unter [[accounts]].
accounts-head = Konten:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – gestoppt mit „{ button-not-me }“
name-unreachable = { $name } (nicht erreichbar)
board-head = Konten: { $accounts } · offen: { $open } · { $time }
board-page = Seite { $page } von { $pages }
board-open = → offen seit { $duration } (Kennzahl { $tag }): { $progress }
board-connected = zuletzt verbunden: { $time }
board-never = von hier aus noch nicht verbunden
board-closed = Hier lässt sich nicht mehr blättern. /status zeigt den Stand.
button-previous-page = ‹ Zurück
button-next-page = Weiter ›

## The record of what was done

trail-none = Bisher wurdest du nichts gefragt.
trail-none-account = Zu @{ $handle } ist bisher nichts festgehalten.
trail-unreadable = Ich kann das Protokoll gerade nicht lesen. Wer diesen Bot betreibt, muss nachsehen; versuch es bitte später noch einmal.
trail-head = Was du gefragt wurdest und was daraus wurde (das Neueste zuletzt):
trail-head-account = Was zu @{ $handle } festgehalten ist (das Neueste zuletzt):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = eine vergessene Person ({ $alias })
trail-host = das eigene System von { $agency }

trail-invited = { $by } hat eine Einladung erstellt
trail-invitation-revoked = { $by } hat Einladungen zurückgezogen
trail-invitation-declined = eine Einladung von { $by } wurde abgelehnt
trail-linked = { $person } hat eine Einladung von { $by } angenommen
trail-withdrew = { $person } hat sich zurückgezogen
trail-unlinked = die Verknüpfung von { $person } wurde von { $by } gelöst
trail-started = { $by } wollte eine Anmeldung
trail-not-started = keine Anmeldung: { $how }
trail-watched = verfolge eine Anmeldung, gestartet von { $by }
trail-asked = Frage an { $person }, für { $by }: { $kind }
trail-asked-again = noch einmal Frage an { $person }, für { $by }: { $kind }
trail-asked-ready = Frage an { $person }, für { $by }: ob es gerade passt
trail-postponed = { $person } wollte später
trail-answered = { $person } hat geantwortet; es wurde weitergegeben
trail-wrong-code = dieser Code hat nicht funktioniert
trail-accepted = das hat funktioniert, und es fehlte noch etwas
trail-frozen = { $person } hat auf „{ button-not-me }“ getippt
trail-allowed = { $person } hat auf „{ button-allow-again }“ getippt
trail-ready = { $person }: „{ button-ready }“
trail-not-now = { $person }: „{ button-not-now }“
trail-cancelled = abgebrochen von { $by }
trail-ended = vorbei: { $how }
trail-forgotten = { $person } wollte vergessen werden
trail-how =
    { $word ->
        [connected] verbunden
        [other_account] verbunden, aber mit einem anderen Konto
        [failed] fehlgeschlagen
        [unknown] die Konto-API kennt sie nicht
        [gone] die Sitzung des Kontos ist nicht mehr gültig
        [no_credentials] keine gespeicherten Zugangsdaten
        [account_unknown] die Konto-API kennt das Konto nicht
        [throttled] die Konto-API bat zu warten
        [api_refuses] die Konto-API lehnte unseren Schlüssel ab
        [api_declines] die Konto-API lehnte ab
        [api_unreachable] die Konto-API war nicht erreichbar
        [maybe_started] niemand weiß, ob sie gestartet wurde
        [attempt_taken] sie war schon bekannt
        [wrong_codes] zu viele falsche Codes
        [declined] „{ button-not-me }“
        [cancelled] abgebrochen
        [unanswered] niemand hat rechtzeitig geantwortet
        [too_old] es hat zu lange gedauert
        [unreachable] niemand war erreichbar
        [withdrawn] niemand ist mehr verknüpft
        [put_off] verschoben
        [not_now] jetzt nicht
        [nobody_ready] niemand war rechtzeitig bereit
        [ready_in_vain] es konnte nicht gestartet werden
        [begun] eine wurde gestartet, ohne erst zu fragen
       *[other] { $word }
    }

## The command menu

command-help = Was ich kann
command-accounts = Verknüpfte Konten
command-stop = Verknüpfung lösen: /stop @konto
command-language = Welche Sprache ich spreche
command-privacy = Was gespeichert wird
command-mydata = Alles, was über mich gespeichert ist
command-forgetme = Vergessen werden
command-history = Was ich gefragt wurde
command-audit = Was geschehen ist: /audit @konto
command-reauth = Neu verbinden: /reauth @konto
command-status = Alle Konten und was gerade läuft
command-cancel = Nicht weiter fragen: /cancel @konto
command-watch = Eine anderswo gestartete Anmeldung verfolgen
command-invite = Creator einladen: /invite @konto
command-unlink = Alle Verknüpfungen lösen: /unlink @konto

## Quiet hours

quiet-are = Deine Ruhezeiten: { $from } bis { $to }, { $zone }. Bis sie vorbei sind, frage ich nicht, ob du für eine Anmeldung bereit bist. Wartet eine Anmeldung schon auf einen Code, frage ich trotzdem, aber lautlos. /quiet 22:30-07:00 ändert sie, /quiet off beendet sie.
quiet-none = Du hast keine Ruhezeiten. Mit /quiet 23:00-08:00 Europe/Berlin legst du sie fest: Bis sie vorbei sind, frage ich nicht, ob du für eine Anmeldung bereit bist. Wartet eine Anmeldung schon auf einen Code, frage ich trotzdem, aber lautlos.
quiet-set = Deine Ruhezeiten: { $from } bis { $to }, { $zone }. Bis sie vorbei sind, frage ich nicht, ob du für eine Anmeldung bereit bist. Wartet eine Anmeldung schon auf einen Code, frage ich trotzdem, aber lautlos. { $agency } sieht, seit wann und bis wann Ruhe ist, sonst nichts. /quiet off beendet sie.
quiet-off = Du hast keine Ruhezeiten mehr.
quiet-not-times = Diese Zeiten habe ich nicht verstanden. Schreib sie so: /quiet 23:00-08:00 Europe/Berlin
quiet-same-times = Ruhezeiten können nicht zur selben Zeit anfangen und enden. Schreib sie so: /quiet 23:00-08:00 Europe/Berlin
quiet-no-zone = In welcher Zeitzone? Schreib sie hinter die Zeiten: /quiet 23:00-08:00 Europe/Berlin
quiet-unknown-zone = Diese Zeitzone kenne ich nicht. Meintest du { $zone }? Schreib es so: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Ruhezeiten sind für Leute, die mit einem Konto verknüpft sind. Sonst wird niemand etwas gefragt.
my-accounts-quiet = Ruhezeiten: { $from } bis { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } hat Ruhezeit von { $since } bis { $until }. Ob es passt, frage ich danach.
remark-ready-quiet = { $name } hat Ruhezeit von { $since } bis { $until }. Dort frage ich danach.
remark-silently = { $name } hat Ruhezeit von { $since } bis { $until }: Meine Nachrichten kommen dort lautlos an.
nudge-quiet = Wer zu @{ $handle } gefragt wird, hat Ruhezeit bis { $time }. Vorher frage ich nicht noch einmal.
command-quiet = Ruhezeiten: /quiet 23:00-08:00 Europe/Berlin

## Ton

mute-until = Stumm bis { $time }. Bis dahin kommt alles, wonach du nicht gefragt hast, lautlos an, auch Warnungen. Nichts wird weggelassen, und Antworten auf deine Befehle sind wie immer. /unmute beendet das.
mute-on = Stumm. Ab jetzt kommt alles, wonach du nicht gefragt hast, lautlos an, auch Warnungen. Nichts wird weggelassen, und Antworten auf deine Befehle sind wie immer. /unmute beendet das.
mute-off = Meine Nachrichten kommen mit Ton an.
mute-not-duration = Ich habe nicht verstanden, wie lange. Schreib /mute 30m, /mute 2h oder /mute 3d (höchstens 30 Tage); nur /mute gilt, bis du /unmute schreibst.
command-mute = Ohne Ton: /mute 2h
command-unmute = Wieder mit Ton

## Sitzungen

button-reconnect = Neu verbinden
session-dead = Die Sitzung von @{ $handle } ist bei der Konto-API beendet: Das Konto ist nicht mehr verbunden. Mit „{ button-reconnect }“ meldest du es neu an; der Creator wird gefragt wie immer.
session-alive = @{ $handle } ist wieder verbunden.

## Who can be reached

button-can-read = Ich kann das lesen
check-question = { $starter } möchte wissen, ob dich meine Nachrichten zu @{ $handle } erreichen. Das ist keine Anmeldung. Bitte tippe auf den Knopf.
check-thanks = Danke! { $agency } weiß jetzt, dass dich meine Nachrichten zu @{ $handle } erreichen.
check-not-needed = Hierauf brauchst du für @{ $handle } nicht mehr zu antworten.
check-head = @{ $handle } · wer ist erreichbar? · { $starter }, { $time }
check-unknown = { $name }: noch keine Antwort
check-yes = { $name }: erreichbar, Antwort um { $time }
check-no = { $name }: nicht erreichbar. Der Bot ist dort blockiert oder wurde nie geöffnet; bitte darum, unseren Chat zu öffnen.
check-too-often = { $name }: nicht gefragt, weil in der letzten Stunde schon zu oft gefragt wurde
check-unanswered = { $name }: keine Antwort
check-too-soon = Ob zu @{ $handle } jemand erreichbar ist, habe ich vor weniger als einer Minute gefragt. Versuch es in { $duration } wieder.
usage-check = Schreib es so: /check @konto
command-check = Wer ist erreichbar? /check @konto
trail-asked-check = Frage an { $person }, für { $by }: ob Nachrichten ankommen
trail-can-read = { $person } ist erreichbar

## Who is asked first

button-everybody = Alle zugleich
button-first = Zuerst { $name }
order-only-you = Mit @{ $handle } ist außer dir niemand verknüpft, also gibt es keine Reihenfolge.
order-everybody = Zu @{ $handle } frage ich alle zugleich: { $names }.
order-set = Zu @{ $handle } frage ich nacheinander, die Nächsten nach { $duration } ohne Antwort:
order-line = { $number }. { $name }
order-how = Wen soll ich zuerst fragen?
order-other = Ändern kann das { $name }; dort wurde zuerst angenommen.
usage-order = Schreib es so: /order @konto
command-order = Wen ich zuerst frage: /order @konto
trail-ordered = { $person } hat geändert, wer zuerst gefragt wird

## Ready first

button-in-an-hour = In einer Stunde
ready-asker = { $starter } möchte @{ $handle } neu verbinden. Passt es dir gerade?
ready-at-hand = Halte dein Telefon mit der Authenticator-App bereit. Es beginnt nichts, bevor du auf „{ button-ready }“ tippst.
ready-asked = Gefragt { $time } · Kennzahl { $tag }
ready-later = Ich frage um { $time } noch einmal. Du kannst auch früher beginnen.
ready-ended-started = Danke! Die Anmeldung bei @{ $handle } beginnt; gleich frage ich nach dem Code. (Kennzahl { $tag })
ready-ended-cannot-start = Danke! Die Anmeldung bei @{ $handle } kann gerade nicht beginnen, und { $agency } weiß das. Du musst nichts tun. (Kennzahl { $tag })
ready-ended-not-now = In Ordnung, jetzt nicht. Für @{ $handle } wurde nichts gestartet, und { $agency } weiß Bescheid. (Kennzahl { $tag })
ready-ended-answered = { $name } ist für @{ $handle } bereit. (Kennzahl { $tag })
ready-ended-expired = Ich hatte keine Antwort von dir zu @{ $handle }, also wurde nichts gestartet. Du musst nichts tun. (Kennzahl { $tag })
ready-ended-cancelled = { $agency } möchte @{ $handle } nicht mehr neu verbinden. Du musst nichts tun. (Kennzahl { $tag })
ready-ended-begun = Inzwischen hat eine Anmeldung bei @{ $handle } begonnen. (Kennzahl { $tag })
progress-asking-ready = gefragt, ob es gerade passt: { $names }
progress-ready-too-often = alle Verknüpften wurden in der letzten Stunde zu oft gefragt. Ob es passt, frage ich um { $time }.
ending-not-now = jetzt nicht, sagt { $name }. Es wurde nichts gestartet.
ending-nobody-ready = niemand hat sich rechtzeitig bereit gemeldet. Es wurde nichts gestartet. Versuch es zu einer anderen Zeit, oder sprich eine ab.
ending-ready-in-vain = { $name } ist bereit, aber gerade kann nichts gestartet werden. Es wurde nichts gestartet. /reauth sagt, was im Weg steht.
ending-begun = nicht weiter gewartet: Eine Anmeldung wurde gestartet, ohne erst zu fragen.
already-asked = Ich frage schon, ob es für @{ $handle } gerade passt (Kennzahl { $tag }). /reauth @{ $handle } now beginnt ohne zu warten, /cancel @{ $handle } beendet es.
usage-ready = Schreib es so: /ready @konto
command-ready = Erst fragen, ob es passt: /ready @konto

## Nudges, marks, and who else is linked

button-nudge = Nachhaken
button-another = Andere
again-nudged = { $agency } fragt noch einmal:
mark-given = Deine Bilder für @{ $handle } sind { $mark }. Jede Frage von mir dazu trägt sie, und sonst sieht sie niemand. Eine Frage ohne sie ist nicht von mir: Beantworte sie nicht.
mark-void = Diese Bilder gelten nicht mehr.
mark-line = Deine Bilder: { $mark }
other-linked = { $name } hat eine Einladung von { $starter } angenommen und ist jetzt auch mit @{ $handle } verknüpft: Von nun an frage ich auch diese Person. Falls das nicht stimmt, sag es { $agency } und tippe bei der nächsten Frage auf „{ button-not-me }“.
nudged = Ich habe zu @{ $handle } noch einmal gefragt: { $names }.
nothing-to-nudge = Zu @{ $handle } wird gerade niemand gefragt. /status zeigt, was gerade läuft.
nudge-too-soon = Zu @{ $handle } habe ich vor weniger als einer Minute nachgefragt. Versuch es in { $duration } wieder.
nudge-too-often = Zu @{ $handle } wurde in der letzten Stunde zu oft gefragt. Um { $time } darf ich wieder fragen.
usage-nudge = Schreib es so: /nudge @konto
command-nudge = Noch einmal fragen: /nudge @konto
