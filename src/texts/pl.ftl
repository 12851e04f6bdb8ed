# Głos bota po polsku. Mówi na „ty”, jak Telegram, i nie zgaduje, czy pisze do kobiety, czy do mężczyzny.
#
# Jak w en.ftl: konta zapisuje się @{ $handle }, a przyciski są cytowane przez swój identyfikator.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (przez własny system { $agency })
starter-operator = { $agency }

kind-sms = kod z SMS-a
kind-app = kod z aplikacji uwierzytelniającej
kind-email = kod z e-maila
kind-code = kod
kind-face = weryfikacja twarzy
kind-phone = potwierdzenie na telefonie

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } godz. { $minutes } min
duration-days =
    { $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    }

people-none = nikt
and-more = … i jeszcze { $more }.

format-time = %H:%M %Z
format-date = %d.%m.%Y, %H:%M %Z

## Buttons

button-accept = Przyjmuję
button-decline = Odrzucam
button-not-me = To nie ja
button-later = Później
button-quarter = 15 minut
button-hour = 1 godzina
button-tonight = Wieczorem
button-send-email = Wyślij e-mail ponownie
button-face-open = Otwórz weryfikację
button-phone-open = Otwórz potwierdzenie
button-face-done = Gotowe
button-allow-again = Zezwól ponownie
button-cancel = Anuluj
button-invite = Zaproś
button-revoke = Wycofaj
button-ready = Możemy zaczynać
button-not-now = Nie teraz
button-forget = Zapomnij o mnie
button-earlier = Wcześniejsze
button-telegram-language = Jak w Telegramie
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Cześć! Przenoszę jednorazowe kody dla { $agency }: od osób, do których należą, do logowania, które na nie czeka.

    Rozmawiam tylko z zaproszonymi osobami. Jeśli masz zaproszenie, otwórz link, który do ciebie przyszedł.

    /privacy mówi, co przechowuję.

help-creator =
    Gdy { $agency } łączy ponownie jedno z twoich kont, proszę cię tutaj o kod. Po prostu wyślij go jako wiadomość. Przekażę go dalej i usunę twoją wiadomość.

    To nie ty? Naciśnij „{ button-not-me }”, a wszystko się zatrzyma. Nie teraz? Naciśnij „{ button-later }”.

    /accounts – twoje powiązane konta i kto cię zaprosił
    /history – wszystko, o co cię pytano
    /stop @konto – koniec pytań o to konto, od zaraz
    /quiet 23:00-08:00 Europe/Warsaw – kiedy nie pytać o to, co może poczekać
    /order @konto – kogo pytać najpierw, jeśli jest was więcej
    /language – mówić w innym języku
    /privacy – co przechowuję
    /mydata – to wszystko w jednym dokumencie
    /forgetme – zakończ wszystko i usuń swoje dane

    Nigdy nie proszę o hasło, o kod logowania do samego Telegrama ani o kod poza tym czatem.

help-manager =
    /reauth @konto – połącz konto ponownie (można kilka: /reauth @a @b, albo wszystkie: /reauth all)
    /ready @konto – najpierw zapytaj, czy to dobry moment, potem połącz ponownie
    /nudge @konto – zapytaj jeszcze raz
    /check @konto – sprawdź, z kim jest kontakt
    /status – wszystkie konta i co jest w toku; /status @konto – jedno konto
    /cancel @konto – przestań pytać
    /watch <attempt id> @konto – śledź logowanie rozpoczęte gdzie indziej
    /invite @konto – utwórz link dla twórcy; /invite @konto revoke – wycofaj go
    /unlink @konto – usuń wszystkie powiązania konta
    /accounts – wszystkie konta i powiązane osoby
    /audit @konto – o co pytano, co odpowiedziano i postanowiono
    /mute 2h (na czacie prywatnym) – o co nie prosisz, przychodzi bez dźwięku (samo /mute: do /unmute); niczego nie pomijam
    /language (na czacie prywatnym) – mówić w innym języku

    W grupie napisz komendę z moją nazwą po niej (/reauth@{ $bot } @konto) albo wybierz ją z menu: inaczej Telegram może mi jej nie pokazać. Widzisz, na jakim etapie jest logowanie, nigdy kod.

privacy =
    Co przechowuję: twój numer w Telegramie, imię i język oraz twoje powiązane konta, kto cię zaprosił, od kiedy i z jakimi obrazkami, twoje godziny ciszy, jeśli je ustawisz, i czy docierają do ciebie moje wiadomości – dopóki trwa powiązanie; kiedy padły do ciebie pytania – przez godzinę; oraz logowania, których dotyczyły – do doby po ich zakończeniu. Poza tym rejestr: o co pytano, co odpowiedziano i postanowiono, kto i kiedy, aby można to było później sprawdzić, przez { duration-days }. Dzięki temu mogę zapytać właściwą osobę i nikogo zbyt często. Jeśli naciśniesz „{ button-not-me }”, zostaje to zapisane, dopóki znów nie zezwolisz na logowanie. Wszystko jest przechowywane w postaci zaszyfrowanej.

    Czego nigdy nie przechowuję: kodów. Trafiają do logowania, które na nie czeka, a twoja wiadomość jest usuwana. Nie są zapisywane, nie trafiają do logów i nikt w { $agency } ich nie widzi.

    Czaty Telegrama z botami nie są szyfrowane od końca do końca.

    { $agency } prowadzi tego bota i za niego odpowiada. /stop @konto natychmiast kończy powiązanie, /mydata przekazuje ci wszystko, co jest o tobie przechowywane, /forgetme to usuwa.

not-for-you = To jest tylko dla menedżerów { $agency }.
invitation-useless = To zaproszenie nie działa. Poproś o nowe osobę, która je wysłała.
only-in-private = To działa tylko w naszym prywatnym czacie.
not-for-managers = Menedżera nie można powiązać z kontem: kto rozpoczyna logowanie, nie może odpowiadać za twórcę.
too-many-links = @{ $handle } ma już tyle powiązanych osób, ile może mieć. Poproś { $agency }, aby najpierw kogoś odłączono.
too-many-open = Otwartych jest więcej logowań, niż mogę naraz śledzić. Spróbuj ponownie za kilka minut.
usage-reauth = Napisz tak: /reauth @konto (do 20 kont) albo /reauth all
usage-invite = Napisz tak: /invite @konto albo /invite @konto revoke
usage-watch = Napisz tak: /watch <attempt id> @konto
usage-cancel = Napisz tak: /cancel @konto
usage-unlink = Napisz tak: /unlink @konto
usage-status = Napisz tak: /status albo /status @konto
usage-stop = Napisz tak: /stop @konto
usage-audit = Napisz tak: /audit @konto
usage-unknown = Nie znam tej komendy. /help pokaże, co potrafię.
command-too-old = To przyszło, gdy mnie nie było, więc komenda nie została wykonana. Jeśli nadal jej chcesz, wyślij ją ponownie.
languages = Mówię do ciebie po polsku. W jakim języku mam mówić?

## To a creator, about being linked

invited =
    { $starter } zaprasza cię do odpowiadania na prośby o kody logowania do @{ $handle }.

    Jeśli przyjmiesz: za każdym razem, gdy { $agency } będzie łączyć ponownie @{ $handle }, poproszę cię tutaj o kod z SMS-a, aplikacji uwierzytelniającej albo e-maila, lub wyślę link do weryfikacji twarzy. Za każdym razem powiem, kto o to prosi. Kody trafiają do logowania i nigdzie indziej; nikt w { $agency } ich nie widzi.

    O co nigdy nie poproszę: o twoje hasło, kod logowania do samego Telegrama ani o nic, co dotyczy innego konta.

    W każdej chwili możesz z tego wyjść komendą /stop.

linked =
    Gotowe: twoje powiązanie z @{ $handle } jest aktywne. Gdy { $agency } będzie łączyć konto ponownie, zapytam cię tutaj.

    Aby to zakończyć, wyślij /stop @{ $handle }.

invitation-declined = Zaproszenie odrzucone. Nie będzie pytań o @{ $handle }.

my-accounts-none = Nie masz żadnych powiązanych kont.
my-accounts = Twoje powiązane konta:
my-accounts-line = @{ $handle } – na zaproszenie: { $starter }, od { $since }
my-accounts-frozen = @{ $handle } – zatrzymane przyciskiem „{ button-not-me }”; na zaproszenie: { $starter }, od { $since }

stopped = Gotowe. Nie masz już powiązania z @{ $handle } i nie będzie więcej pytań o to konto.
unlinked = { $agency } kończy twoje powiązanie z @{ $handle }. Nie będzie więcej pytań o to konto.
my-data = Oto wszystko, co o tobie przechowuję.
forget-me = Czy mam o tobie zapomnieć? Wszystko, co o tobie przechowuję, zostanie usunięte i nie da się tego przywrócić. Nadal będzie można zaprosić cię ponownie.
forget-me-links = Nie będzie już pytań o { $handles }; { $agency } dowie się o twojej rezygnacji.
forget-me-trail = W rejestrze pytań i decyzji twoje miejsce zajmie pseudonim, którego nikt nie rozszyfruje.
forget-me-frozen = Jedno zostaje: to, że dla { $handles } naciśnięto „{ button-not-me }”, z twoim numerem w Telegramie i bez twojego imienia, aby nikt inny nie mógł tego cofnąć.
not-forgotten = Nic nie zostało usunięte: zabrakło potwierdzenia na czas. /forgetme zapyta ponownie.
forgotten = Nie przechowuję już nic o tobie. Do widzenia i wszystkiego dobrego!
forgotten-frozen = Nie przechowuję już nic o tobie poza tym, że dla { $handles } naciśnięto „{ button-not-me }”: twój numer w Telegramie bez twojego imienia, aby nikt inny nie mógł tego cofnąć. Do widzenia i wszystkiego dobrego!
forget-no-manager = W mojej konfiguracji jesteś na liście menedżerów { $agency }, więc nie mogę o tobie zapomnieć. Poproś osobę, która mnie prowadzi, o usunięcie cię z listy; potem /forgetme zadziała.
not-linked = Nie masz powiązania z kontem o nazwie @{ $handle }. /accounts pokaże twoje konta.

## To a creator: the question

question-asker = { $starter } loguje się do @{ $handle }.
question-started = Początek: { $time } · znak { $tag }

question-sms = Wyślij mi, proszę, kod z SMS-a.
question-app = Wyślij mi, proszę, kod, który pokazuje teraz twoja aplikacja uwierzytelniająca. Zmienia się co 30 sekund, więc weź świeży.
question-email = Wyślij mi, proszę, kod z e-maila.
question-email-mask = Wyślij mi, proszę, kod z e-maila wysłanego na { $mask }.
question-code = Wyślij mi, proszę, kod, który właśnie do ciebie przyszedł.
question-face = Potrzebna jest weryfikacja twarzy. Otwórz ją, wykonaj, a potem naciśnij „{ button-face-done }”.
question-face-missing = Potrzebna jest weryfikacja twarzy, ale nie przyszedł do niej link. Twój menedżer o tym wie. Jeśli masz ją już za sobą w aplikacji, naciśnij „{ button-face-done }”.
question-face-unusable = Potrzebna jest weryfikacja twarzy, ale jej link nie jest bezpieczny, więc go nie pokazuję. Twój menedżer o tym wie.
question-phone = Potwierdź, proszę, logowanie: otwórz link i postępuj zgodnie ze wskazówkami.
question-phone-missing = Potwierdź, proszę, logowanie w aplikacji na telefonie.
question-phone-unusable = Potwierdź, proszę, logowanie w aplikacji na telefonie. Przyszedł też link, ale nie jest bezpieczny, więc go nie pokazuję.

again-wrong =
    { $tries ->
        [one] Ten kod nie zadziałał. Została ci jedna próba.
        [few] Ten kod nie zadziałał. Zostały ci { $tries } próby.
       *[many] Ten kod nie zadziałał. Zostało ci { $tries } prób.
    }
again-reminder = Wciąż na ciebie czekam:
again-unsure = Nie wiadomo, czy twoja ostatnia odpowiedź dotarła, więc potrzebny jest nowy kod. Przepraszam!
again-postponed = Prosisz o powrót później, więc jestem:
again-not-done = Platforma mówi, że weryfikacja twarzy nie jest jeszcze zakończona.
again-email-unsure = Nie mam pewności, że e-mail został wysłany. Jeśli nie przyjdzie, naciśnij „{ button-send-email }”.
again-throttled = Platforma kazała czekać, aż twój ostatni kod stracił ważność, więc potrzebny jest nowy. Przepraszam!
again-too-late = Twój kod stracił ważność, zanim dało się go przekazać, więc potrzebny jest nowy. Przepraszam!

mode-later = O ile później?
mode-postponed = Zapytam ponownie o { $time }. Możesz też odpowiedzieć teraz.
mode-checking = sprawdzam…

question-safety = To niespodzianka? Naciśnij „{ button-not-me }”.

## To a creator: what became of a question

ended-done = Konto @{ $handle } jest połączone. Dziękuję! (znak { $tag })
ended-accepted = Udało się. @{ $handle } potrzebuje jeszcze jednej rzeczy. (znak { $tag })
ended-wrong = Ten kod do @{ $handle } nie zadziałał. (znak { $tag })
ended-wrong-for-good = Ten kod do @{ $handle } też nie zadziałał, więc to logowanie się skończyło. Nie musisz nic robić. (znak { $tag })
ended-failed = Logowanie do @{ $handle } nie powiodło się. Nie musisz nic robić. (znak { $tag })
ended-answered = Jest już odpowiedź dla @{ $handle }: { $name }. (znak { $tag })
ended-expired = Czas na odpowiedź dla @{ $handle } minął. Nie musisz nic robić. (znak { $tag })
ended-cancelled = { $agency } anuluje logowanie do @{ $handle }. Nie musisz nic robić. (znak { $tag })
ended-not-me = Logowanie do @{ $handle } zostało zatrzymane. (znak { $tag })
ended-withdrawn = Nie będzie już pytań o @{ $handle }. (znak { $tag })
ended-not-needed = Dla @{ $handle } nie jest to już potrzebne. (znak { $tag })
ended-unsure = O ile mi wiadomo, ta odpowiedź dla @{ $handle } nie została użyta. (znak { $tag })
ended-our-fault = Nie udało się przekazać twojej odpowiedzi dla @{ $handle }: coś zepsuło się po naszej stronie, a osoby prowadzące bota o tym wiedzą. Zapytam ponownie, gdy zadziała. (znak { $tag })
ended-must-wait = Platforma każe mi czekać, a do tego czasu twój kod do @{ $handle } straci ważność. Poproszę o nowy za { $duration }. (znak { $tag })
ended-put-off = Wrócę do ciebie w sprawie @{ $handle }: { $time }. (znak { $tag })
ended-over = Dla @{ $handle } to już koniec. (znak { $tag })
repeated = @{ $handle }: pytanie jest ponownie niżej. (znak { $tag })

ready-again = Wracam, zgodnie z twoją prośbą, w sprawie @{ $handle } (prosi o to { $starter }). Tamto logowanie się skończyło. Czy zacząć teraz nowe?
ready-started = Zaczynam nowe logowanie do @{ $handle }.
ready-not-started = Nie rozpoczęto nowego logowania do @{ $handle }.

frozen-by-you = Zatrzymane. Nikt nie może stąd rozpocząć logowania do @{ $handle }, dopóki nie naciśniesz „{ button-allow-again }”; { $agency } dostaje ostrzeżenie. Jeśli ktoś zna twoje hasło, zmień je.
allowed-by-you = @{ $handle } można znów łączyć.

## To a creator, about what they wrote

nothing-open = Na nic teraz od ciebie nie czekam. Jeśli to był kod, nie jest już potrzebny.
no-code = Nie widzę tu kodu. Kod ma od { $min } do { $max } cyfr; wyślij tylko cyfry.
two-codes = Widzę tu więcej niż jedną liczbę, która może być kodem, a zgadywać nie chcę. Wyślij, proszę, tylko kod.
type-the-code = Wpisz, proszę, kod: nie umiem go odczytać ze zdjęć, wiadomości głosowych ani naklejek.
too-early = To przyszło przed moim pytaniem, więc nie zostało użyte. Wyślij, proszę, świeży kod.
telegrams-own-code = To wygląda na kod logowania do samego Telegrama. Nigdy nikomu go nie wysyłaj, mnie też nie: kto go ma, może przejąć twojego Telegrama. Nie został użyty.
still-checking = Wciąż sprawdzam poprzednią odpowiedź dla @{ $handle }. Jeśli nie zadziała, zapytam ponownie.
no-code-wanted = @{ $handle } nie potrzebuje teraz kodu. Zobacz, proszę, moje ostatnie pytanie.
which-account = Do którego konta jest ten kod?
which-by-reply = Nie mogę pokazać przycisków wyboru konta, więc ten kod nie został użyty. Wyślij, proszę, kod jeszcze raz, jako odpowiedź na pytanie, którego dotyczy.
account-chosen = Do @{ $handle }.
account-not-chosen = Ten kod nie został użyty. Jeśli nadal o niego proszę, wyślij, proszę, nowy kod.
delete-it-yourself = Nie udało się usunąć twojej wiadomości. Usuń ją, proszę, samodzielnie.
code-not-used = Ten kod nie został użyty. Wyślij go, proszę, ponownie.

## Short answers to a pressed button

button-expired = Ten przycisk już nie działa.
noted = Gotowe.
email-asked-for = E-mail jest w drodze.
email-cooldown = E-mail można wysłać ponownie za { $seconds } s.
telling-the-api = Zawiadamiam platformę…

## To managers: the status of a sign-in

status-head = @{ $handle } · znak { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = zaczynam…
progress-working = w toku…
progress-waiting = czekam – { $names }: { $kind }
progress-after-wrong =
    { $tries ->
        [one] kod nie zadziałał, czekam na inny od { $names } (została jedna próba)
        [few] kod nie zadziałał, czekam na inny od { $names } (zostały { $tries } próby)
       *[many] kod nie zadziałał, czekam na inny od { $names } (zostało { $tries } prób)
    }
progress-no-link = potrzeba: { $kind }, ale nikt nie jest powiązany. Zaproś twórcę; zapytam, gdy tylko przyjmie zaproszenie.
progress-too-often = potrzeba: { $kind }, ale w ostatniej godzinie wszystkie powiązane osoby miały już zbyt wiele pytań. Znów mogę zapytać o { $time }.
progress-postponed = { $name } prosi o później: { $time }
progress-checking = sprawdzam…
progress-unusual = platforma mówi „{ $state }”, a tego nie znam. Śledzę dalej; zajrzyj tam, proszę, samodzielnie.

remark-unreachable-api = API kont chwilowo nie odpowiada. Próbuję dalej.
remark-api-refuses = API kont odrzuca nasz klucz. Musi to naprawić osoba prowadząca bota.
remark-api-throttles = API kont prosi o wolniejsze tempo, więc potrwa to dłużej.
remark-unusable-link = API przysłało link, który nie jest bezpieczny, więc go nie pokazuję.
remark-missing-link = API nie przysłało linku do weryfikacji twarzy. Można ją wykonać tylko w aplikacji.
remark-email-failed = Nie mam pewności, że e-mail został wysłany. Jeśli nie dotrze, twórca może nacisnąć „{ button-send-email }”.
remark-unreachable = Brak kontaktu: { $names }.
remark-later = { $name } prosi o później: { $time }

ending-connected = połączone w { $duration }
ending-other-account = połączone, ale z innym kontem niż to, o które chodziło ({ $account }). Sprawdź, do którego nastąpiło logowanie.
ending-failed = nie udało się: platforma przerwała to logowanie. Odczekaj chwilę, zanim spróbujesz ponownie; wiele prób wydaje jej się podejrzanych.
ending-unknown = koniec: API kont nie zna tego logowania (404). Wygasło albo id jest błędne.
ending-gone = koniec: sesja konta nie jest już ważna (410). Powiąż konto ponownie w API kont.
ending-no-credentials = brak zapisanych danych logowania (412): powiąż konto ponownie z remember_credentials i spróbuj jeszcze raz.
ending-account-unknown = API kont nie zna tego konta (404). /accounts pokaże te, które zna.
ending-throttled = API kont prosi o odczekanie { $duration } (429). Spróbuj potem.
ending-throttled-unknown = API kont prosi o odczekanie (429). Spróbuj ponownie za kilka minut.
ending-api-refuses = API kont odrzuca nasz klucz. Musi to naprawić osoba prowadząca bota; `twofa-bridge check` mówi jak.
ending-api-declines = API kont odmówiło. Nic nie rozpoczęto. Sprawdź tam konto; jeśli wszystko jest w porządku, spróbuj jeszcze raz.
ending-api-unreachable = API kont jest nieosiągalne. Nic nie rozpoczęto; spróbuj ponownie za kilka minut.
ending-maybe-started = nie wiadomo, czy to logowanie się rozpoczęło: nie przyszła odpowiedź. Z własnej inicjatywy go nie powtarzam. Zajrzyj do API kont albo wyślij /reauth ponownie.
ending-attempt-taken = API kont odpowiedziało logowaniem, które jest tu już znane. Nic nowego nie jest śledzone. /status je pokaże.
ending-wrong-codes = koniec: wyczerpano próby z błędnymi kodami. Zacznij od nowa, gdy twórca będzie mógł.
ending-not-me = zatrzymane: { $name } – przycisk „{ button-not-me }”. Tylko ta osoba może znów na to pozwolić; najpierw z nią porozmawiaj.
ending-cancelled = anulowane: { $name }
ending-unanswered = koniec: nikt nie odpowiedział na czas. /ready najpierw pyta, czy to dobry moment.
ending-too-old = koniec: trwało to zbyt długo. Zacznij od nowa: /reauth.
ending-unreachable = koniec: brak kontaktu z: { $names }. Bot jest zablokowany albo nigdy go nie otwarto; poproś o otwarcie naszego czatu.
ending-withdrawn = koniec: nikt nie jest już powiązany. /invite tworzy link dla twórcy.
ending-put-off = odłożone: { $name }. Zapytam ponownie: { $time }.

## To managers, otherwise

unknown-handle = Nie znam konta o nazwie @{ $handle }. /accounts pokaże te, które znam.
ambiguous-handle = Kilka kont nazywa się @{ $handle }: { $accounts }. Nadaj jednemu z nich inną nazwę w API kont albo w konfiguracji i spróbuj ponownie.
accounts-unavailable = Nie znam @{ $handle }, a API kont nie odpowiada, więc nie mogę tego sprawdzić. Spróbuj ponownie za minutę.
reauth-limit = @{ $handle } łączono zbyt często. Spróbuj ponownie za { $duration }.
already-open = Logowanie do @{ $handle } jest już otwarte (znak { $tag }). /status je pokaże, /cancel @{ $handle } zakończy.
account-frozen = Twórca zatrzymał @{ $handle } przyciskiem „{ button-not-me }”. Tylko twórca może zezwolić ponownie.
nobody-linked = Nikt nie jest powiązany z @{ $handle }. Najpierw zaproś twórcę.
invitation-made =
    Wyślij ten link twórcy @{ $handle }. Zadziała jeden raz, do { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Nie było otwartego zaproszenia do @{ $handle }.
        [one] Zaproszenie do @{ $handle } już nie działa.
        [few] { $count } zaproszenia do @{ $handle } już nie działają.
       *[many] { $count } zaproszeń do @{ $handle } już nie działa.
    }
invitation-accepted = { $name } przyjmuje zaproszenie: powiązanie z @{ $handle } jest aktywne.
invitation-refused = { $name } odrzuca zaproszenie do @{ $handle }.
not-me-alert = „{ button-not-me }”: { $name } zgłasza, że to obce logowanie do @{ $handle } (znak { $tag }, rozpoczęte przez: { $starter }). Konto jest zatrzymane, dopóki { $name } znów na nie nie zezwoli. Ustal, kto je rozpoczął.
allowed-again = { $name } znów zezwala na @{ $handle }.
creator-stopped = { $name } rezygnuje: powiązanie z @{ $handle } jest zakończone.
creator-unreachable = Brak kontaktu w sprawie @{ $handle }: { $name } blokuje bota. Poproś o odblokowanie.
creator-not-now = { $name } nie chce teraz logować się do @{ $handle }. Zapytaj później jeszcze raz: /ready.
links-ended = Bez powiązania z @{ $handle } od teraz: { $names }.
nothing-to-cancel = Dla @{ $handle } nic nie jest otwarte. /status pokaże, co jest w toku.
round-head = Ponowne łączenie kont: { $accounts } · { $starter }, { $time }
round-open = w toku ({ $count }): { $handles }
round-waits = czekają na swoją kolej ({ $count }): { $handles }
round-connected = połączone ({ $count }): { $handles }
round-failed = niepołączone, { $how } ({ $count }): { $handles }
round-skipped = pominięte, { $why } ({ $count }): { $handles }
round-over = Wszystko gotowe po { $duration }. /status @konto powie więcej o każdym z nich.
round-why =
    { $word ->
        [frozen] zatrzymane przyciskiem „{ button-not-me }”; znów zezwolić może tylko powiązana osoba
        [already_open] logowanie jest już otwarte
        [already_asked] już pytam, czy to dobry moment
        [listed] na liście wcześniejszego polecenia, które jeszcze trwa
        [nobody_linked] nikt nie jest powiązany; link tworzy /invite
        [unreachable] brak kontaktu z powiązaną osobą; musi mnie odblokować
        [too_often] łączone zbyt często; spróbuj później
        [cancelled] anulowane
        [too_late] kolej nie przyszła na czas
        [unknown] żadne konto nie ma tej nazwy
        [ambiguous] kilka kont ma tę nazwę
        [unavailable] API kont nie odpowiada, więc nie mogę tego sprawdzić
       *[other] { $word }
    }
too-many-for-round = Liczba kont: { $accounts }; naraz biorę najwyżej { $most }. Wymień te, których potrzebujesz: /reauth @a @b
attempt-taken = Logowanie { $attempt } należy do innego konta. Sprawdź identyfikator i konto.
accounts-none = Nie znam żadnych kont. Dodaj je w API kont albo w sekcji [[accounts]] konfiguracji.
accounts-head = Konta:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – zatrzymane przyciskiem „{ button-not-me }”
name-unreachable = { $name } (brak kontaktu)
board-head = Konta: { $accounts } · w toku: { $open } · { $time }
board-page = Strona { $page } z { $pages }
board-open = → w toku od { $duration } (znak { $tag }): { $progress }
board-connected = ostatnie połączenie: { $time }
board-never = stąd jeszcze nie połączono
board-closed = Tych stron nie można już przewracać. /status pokaże, jak jest teraz.
button-previous-page = ‹ Wstecz
button-next-page = Dalej ›

## The record of what was done

trail-none = Jak dotąd o nic cię nie pytano.
trail-none-account = O @{ $handle } jak dotąd nic nie zapisano.
trail-unreadable = Nie mogę odczytać rejestru. Musi się temu przyjrzeć osoba prowadząca bota; spróbuj później.
trail-head = O co cię pytano i co z tego wynikło (najnowsze na końcu):
trail-head-account = Co zapisano o @{ $handle } (najnowsze na końcu):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = ktoś, kogo dane usunięto ({ $alias })
trail-host = własny system { $agency }

trail-invited = { $by } – nowe zaproszenie
trail-invitation-revoked = { $by } – zaproszenia wycofane
trail-invitation-declined = zaproszenie od { $by } odrzucone
trail-linked = { $person } – zaproszenie od { $by } przyjęte
trail-withdrew = { $person } – rezygnacja
trail-unlinked = powiązanie { $person } usuwa { $by }
trail-started = { $by } – prośba o logowanie
trail-not-started = brak logowania: { $how }
trail-watched = śledzę logowanie, rozpoczęte przez: { $by }
trail-asked = pytanie do { $person }, dla { $by }: { $kind }
trail-asked-again = ponowne pytanie do { $person }, dla { $by }: { $kind }
trail-asked-ready = pytanie do { $person }, dla { $by }: czy to dobry moment
trail-postponed = { $person } – prośba o później
trail-answered = { $person } – odpowiedź przyjęta i przekazana
trail-wrong-code = ten kod nie zadziałał
trail-accepted = zadziałało, potrzebne było coś jeszcze
trail-frozen = { $person } – przycisk „{ button-not-me }”
trail-allowed = { $person } – przycisk „{ button-allow-again }”
trail-ready = { $person } – „{ button-ready }”
trail-not-now = { $person } – „{ button-not-now }”
trail-cancelled = anulowane: { $by }
trail-ended = koniec: { $how }
trail-forgotten = { $person } – prośba o zapomnienie
trail-how =
    { $word ->
        [connected] połączone
        [other_account] połączone, ale inne konto
        [failed] nie udało się
        [unknown] API kont go nie zna
        [gone] sesja konta nie jest już ważna
        [no_credentials] brak zapisanych danych logowania
        [account_unknown] API kont nie zna konta
        [throttled] API kont prosiło o odczekanie
        [api_refuses] API kont odrzuciło nasz klucz
        [api_declines] API kont odmówiło
        [api_unreachable] API kont było nieosiągalne
        [maybe_started] nie wiadomo, czy się rozpoczęło
        [attempt_taken] było już znane
        [wrong_codes] wyczerpano próby z błędnymi kodami
        [declined] „{ button-not-me }”
        [cancelled] anulowane
        [unanswered] nikt nie odpowiedział na czas
        [too_old] trwało to zbyt długo
        [unreachable] z nikim nie było kontaktu
        [withdrawn] nikt nie jest już powiązany
        [put_off] odłożone
        [not_now] nie teraz
        [nobody_ready] nikt nie dał znać na czas
        [ready_in_vain] nie można było zacząć
        [begun] rozpoczęto bez pytania
       *[other] { $word }
    }

## The command menu

command-help = Co potrafię
command-accounts = Powiązane konta
command-stop = Zakończ powiązanie: /stop @konto
command-language = Język, w którym mówię
command-privacy = Co jest przechowywane
command-mydata = Wszystko, co jest o mnie przechowywane
command-forgetme = Usuń moje dane
command-history = O co mnie pytano
command-audit = Co zrobiono: /audit @konto
command-reauth = Połącz ponownie: /reauth @konto
command-status = Wszystkie konta i co jest w toku
command-cancel = Przestań pytać: /cancel @konto
command-watch = Śledź logowanie rozpoczęte gdzie indziej
command-invite = Zaproś twórcę: /invite @konto
command-unlink = Usuń wszystkie powiązania: /unlink @konto

## Quiet hours

quiet-are = Twoje godziny ciszy: od { $from } do { $to }, { $zone }. Dopóki trwają, nie pytam, czy to dobry moment na logowanie. Jeśli logowanie już czeka na kod, pytam mimo to, ale bez dźwięku. /quiet 22:30-07:00 zmienia je, /quiet off wyłącza.
quiet-none = Nie masz godzin ciszy. Ustawisz je tak: /quiet 23:00-08:00 Europe/Warsaw. Dopóki trwają, nie pytam, czy to dobry moment na logowanie. Jeśli logowanie już czeka na kod, pytam mimo to, ale bez dźwięku.
quiet-set = Twoje godziny ciszy: od { $from } do { $to }, { $zone }. Dopóki trwają, nie pytam, czy to dobry moment na logowanie. Jeśli logowanie już czeka na kod, pytam mimo to, ale bez dźwięku. { $agency } widzi, od kiedy i do kiedy jest cisza, i nic więcej. /quiet off je wyłącza.
quiet-off = Nie masz już godzin ciszy.
quiet-not-times = Nie rozumiem tych godzin. Napisz tak: /quiet 23:00-08:00 Europe/Warsaw
quiet-same-times = Godziny ciszy nie mogą zaczynać się i kończyć o tej samej porze. Napisz tak: /quiet 23:00-08:00 Europe/Warsaw
quiet-no-zone = W jakiej strefie czasowej? Dopisz ją po godzinach: /quiet 23:00-08:00 Europe/Warsaw
quiet-unknown-zone = Nie znam tej strefy czasowej. Czy chodzi o { $zone }? Napisz tak: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Godziny ciszy są dla osób z powiązanym kontem. Nikogo innego o nic nie pytam.
my-accounts-quiet = Godziny ciszy: od { $from } do { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } ma godziny ciszy od { $since } do { $until }. Potem zapytam, czy to dobry moment.
remark-ready-quiet = { $name } ma godziny ciszy od { $since } do { $until }. Zapytam potem.
remark-silently = { $name } ma godziny ciszy od { $since } do { $until }: moje wiadomości przychodzą tam bez dźwięku.
nudge-quiet = Osoba pytana o @{ $handle } ma godziny ciszy do { $time }. Wcześniej nie zapytam ponownie.
command-quiet = Godziny ciszy: /quiet 23:00-08:00 Europe/Warsaw

## Dźwięk

mute-until = Bez dźwięku do { $time }. Do tego czasu wszystko, o co nie prosisz, przychodzi bez dźwięku, ostrzeżenia też. Niczego nie pomijam, a odpowiedzi na twoje komendy są jak zawsze. /unmute to kończy.
mute-on = Bez dźwięku. Od teraz wszystko, o co nie prosisz, przychodzi bez dźwięku, ostrzeżenia też. Niczego nie pomijam, a odpowiedzi na twoje komendy są jak zawsze. /unmute to kończy.
mute-off = Moje wiadomości przychodzą z dźwiękiem.
mute-not-duration = Nie wiem, na jak długo. Napisz /mute 30m, /mute 2h albo /mute 3d (najwyżej 30 dni); samo /mute działa, dopóki nie napiszesz /unmute.
command-mute = Bez dźwięku: /mute 2h
command-unmute = Znowu z dźwiękiem

## Sesje

button-reconnect = Połącz ponownie
session-dead = Sesja @{ $handle } w API kont się skończyła: konto nie jest już połączone. Naciśnij „{ button-reconnect }”, aby zalogować ponownie; twórca zostanie zapytany jak zawsze.
session-alive = @{ $handle } jest znowu połączone.

## Who can be reached

button-can-read = Mogę to przeczytać
check-question = { $starter } pyta, czy docierają do ciebie moje wiadomości o @{ $handle }. To nie jest logowanie. Naciśnij przycisk.
check-thanks = Dziękuję! { $agency } wie, że moje wiadomości o @{ $handle } do ciebie docierają.
check-not-needed = Odpowiedź w sprawie @{ $handle } nie jest już potrzebna.
check-head = @{ $handle } · z kim jest kontakt? · { $starter }, { $time }
check-unknown = { $name }: jeszcze bez odpowiedzi
check-yes = { $name }: jest kontakt, odpowiedź o { $time }
check-no = { $name }: brak kontaktu. Bot jest zablokowany albo nigdy go nie otwarto; poproś o otwarcie naszego czatu.
check-too-often = { $name }: bez pytania, w ostatniej godzinie było ich już zbyt wiele
check-unanswered = { $name }: bez odpowiedzi
check-too-soon = O kontakt w sprawie @{ $handle } pytałem niecałą minutę temu. Spróbuj za { $duration }.
usage-check = Napisz tak: /check @konto
command-check = Sprawdź, z kim jest kontakt: /check @konto
trail-asked-check = pytanie do { $person }, dla { $by }: czy wiadomości docierają
trail-can-read = { $person } – jest kontakt

## Who is asked first

button-everybody = Wszyscy naraz
button-first = Najpierw { $name }
order-only-you = Z @{ $handle } nie jest powiązany nikt oprócz ciebie, więc nie ma kolejności.
order-everybody = O @{ $handle } pytam wszystkich naraz: { $names }.
order-set = O @{ $handle } pytam po kolei, następną osobę po { $duration } bez odpowiedzi:
order-line = { $number }. { $name }
order-how = Kogo pytać najpierw?
order-other = Może to zmienić pierwsza powiązana osoba: { $name }.
usage-order = Napisz tak: /order @konto
command-order = Kogo pytać najpierw: /order @konto
trail-ordered = { $person } – zmiana, kogo pytać najpierw

## Ready first

button-in-an-hour = Za godzinę
ready-asker = { $starter } chce ponownie połączyć @{ $handle }. Czy to dobry moment?
ready-at-hand = Miej pod ręką telefon z aplikacją uwierzytelniającą. Nic się nie zacznie, zanim naciśniesz „{ button-ready }”.
ready-asked = Pytanie: { $time } · znak { $tag }
ready-later = Zapytam ponownie o { $time }. Możesz też zacząć wcześniej.
ready-ended-started = Dziękuję! Logowanie do @{ $handle } się zaczyna; za chwilę poproszę o kod. (znak { $tag })
ready-ended-cannot-start = Dziękuję! Logowanie do @{ $handle } nie może się teraz zacząć; { $agency } o tym wie. Nie musisz nic robić. (znak { $tag })
ready-ended-not-now = Dobrze, nie teraz. Dla @{ $handle } nic nie rozpoczęto, { $agency } o tym wie. (znak { $tag })
ready-ended-answered = { $name } zajmie się kontem @{ $handle }. (znak { $tag })
ready-ended-expired = Nie było od ciebie odpowiedzi w sprawie @{ $handle }, więc nic nie rozpoczęto. Nie musisz nic robić. (znak { $tag })
ready-ended-cancelled = { $agency } nie chce już ponownie łączyć @{ $handle }. Nie musisz nic robić. (znak { $tag })
ready-ended-begun = Tymczasem zaczęło się logowanie do @{ $handle }. (znak { $tag })
progress-asking-ready = pytam, czy to dobry moment: { $names }
progress-ready-too-often = w ostatniej godzinie wszystkie powiązane osoby miały już zbyt wiele pytań. Czy to dobry moment, zapytam o { $time }.
ending-not-now = { $name }: nie teraz. Nic nie rozpoczęto.
ending-nobody-ready = nikt nie dał znać na czas, że można zaczynać. Nic nie rozpoczęto. Spróbuj o innej porze albo umów się na nią.
ending-ready-in-vain = { $name } czeka, ale teraz nie można zacząć. Nic nie rozpoczęto. /reauth powie, co stoi na przeszkodzie.
ending-begun = już nie czekam: logowanie rozpoczęto bez pytania.
already-asked = Już pytam, czy to dobry moment dla @{ $handle } (znak { $tag }). /reauth @{ $handle } now zacznie bez czekania, /cancel @{ $handle } zakończy.
usage-ready = Napisz tak: /ready @konto
command-ready = Najpierw zapytaj, czy to dobry moment: /ready @konto

## Nudges, marks, and who else is linked

button-nudge = Ponagl
button-another = Inne
again-nudged = { $agency } pyta jeszcze raz:
mark-given = Twoje obrazki dla @{ $handle } to { $mark }. Ma je każde moje pytanie o to konto i nikt inny ich nie widzi. Pytanie bez nich nie jest ode mnie: nie odpowiadaj na nie.
mark-void = Te obrazki nie są już używane.
mark-line = Twoje obrazki: { $mark }
other-linked = { $name } odpowiada teraz także za @{ $handle } na zaproszenie od { $starter }: odtąd pytam także tę osobę. Jeśli to pomyłka, powiedz o tym { $agency } i naciśnij „{ button-not-me }” przy następnym pytaniu.
nudged = Ponowione pytanie o @{ $handle }: { $names }.
nothing-to-nudge = Teraz nikt nie jest pytany o @{ $handle }. /status pokaże, co jest w toku.
nudge-too-soon = O @{ $handle } pytałem ponownie niecałą minutę temu. Spróbuj za { $duration }.
nudge-too-often = W ostatniej godzinie pytań o @{ $handle } było zbyt wiele. Znów mogę zapytać o { $time }.
usage-nudge = Napisz tak: /nudge @konto
command-nudge = Zapytaj jeszcze raz: /nudge @konto
