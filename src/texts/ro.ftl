# Vocea botului în română. Vorbește la persoana a doua singular, ca Telegram.
#
# Ca în en.ftl: conturile se scriu @{ $handle }, iar butoanele sunt citate prin identificatorul lor.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (prin sistemul propriu al { $agency })
starter-operator = { $agency }

kind-sms = codul din SMS
kind-app = codul din aplicația de autentificare
kind-email = codul din e-mail
kind-code = un cod
kind-face = verificarea feței
kind-phone = o confirmare pe telefon

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] { $days } zi
        [few] { $days } zile
       *[other] { $days } de zile
    }

people-none = nimeni
and-more = … și încă { $more }.

format-time = %H:%M %Z
format-date = %d.%m.%Y, %H:%M %Z

## Buttons

button-accept = Accept
button-decline = Refuz
button-not-me = Nu sunt eu
button-later = Mai târziu
button-quarter = 15 minute
button-hour = 1 oră
button-tonight = Diseară
button-send-email = Trimite din nou e-mailul
button-face-open = Deschide verificarea
button-phone-open = Deschide confirmarea
button-face-done = Am făcut-o
button-allow-again = Permite din nou
button-cancel = Anulează
button-invite = Invită
button-revoke = Retrage
button-ready = Putem începe
button-not-now = Nu acum
button-forget = Uită-mă
button-earlier = Mai vechi
button-telegram-language = Ca în Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Bună! Duc coduri de unică folosință pentru { $agency }: de la oamenii cărora le aparțin la autentificarea care le așteaptă.

    Vorbesc doar cu cei care au fost invitați. Dacă ai primit o invitație, deschide linkul din ea.

    /privacy îți spune ce păstrez.

help-creator =
    Când { $agency } reconectează unul dintre conturile tale, îți cer aici codul. Trimite-l pur și simplu ca mesaj. Eu îl dau mai departe și îți șterg mesajul.

    Nu ești tu? Apasă „{ button-not-me }” și totul se oprește. Nu poți acum? Apasă „{ button-later }”.

    /accounts – conturile tale asociate și cine te-a invitat
    /history – tot ce ți s-a cerut
    /stop @cont – să nu mai primești cereri pentru acel cont, din acel moment
    /quiet 23:00-08:00 Europe/Bucharest – când să nu te întreb ce poate aștepta
    /order @cont – pe cine să întreb întâi, dacă sunteți mai mulți
    /language – vorbește în altă limbă
    /privacy – ce păstrez
    /mydata – tot ce păstrez, într-un document
    /forgetme – închei totul și îți șterg datele

    Nu cer niciodată o parolă, codul de autentificare al Telegram sau un cod în afara acestei conversații.

help-manager =
    /reauth @cont – reconectează un cont (sau mai multe: /reauth @a @b, sau toate: /reauth all)
    /ready @cont – întreabă întâi dacă este un moment potrivit, apoi reconectează
    /nudge @cont – întreabă încă o dată
    /check @cont – vezi cine primește mesajele
    /status – toate conturile și ce este în curs; /status @cont – un singur cont
    /cancel @cont – nu mai întreba
    /watch <attempt id> @cont – urmărește o autentificare pornită în altă parte
    /invite @cont – creează un link pentru creator; /invite @cont revoke – îl retrage
    /unlink @cont – încheie toate asocierile unui cont
    /accounts – toate conturile și cine este asociat
    /audit @cont – ce s-a întrebat, s-a răspuns și s-a hotărât despre el
    /mute 2h (în privat) – ce nu ai cerut vine fără sunet (doar /mute: până la /unmute); nu se omite nimic
    /language (în privat) – vorbește în altă limbă

    Într-un grup, scrie comanda cu numele meu după ea (/reauth@{ $bot } @cont) sau alege-o din meniu: altfel s-ar putea ca Telegram să nu mi-o arate. Vezi cât de departe a ajuns o autentificare, niciodată un cod.

privacy =
    Ce păstrez: numărul tău de Telegram, prenumele și limba, precum și conturile tale asociate, cine te-a invitat, de când și cu ce imagini, orele tale de liniște, dacă le setezi, și dacă îți ajung mesajele mele, cât timp durează asocierea; când ți s-a cerut ceva, timp de o oră; și autentificările pentru care ți s-a cerut ceva, până la o zi după ce s-au încheiat. În plus, un registru a ceea ce s-a întrebat, s-a răspuns și s-a hotărât, de către cine și când, ca să se poată verifica mai târziu, timp de { duration-days }. Așa pot întreba persoana potrivită, și pe nimeni prea des. Dacă apeși „{ button-not-me }”, asta rămâne până când permiți din nou autentificările. Totul este stocat criptat.

    Ce nu păstrez niciodată: codurile. Ele merg la autentificarea care le așteaptă, iar mesajul tău este șters. Nu sunt stocate, nu sunt înregistrate și nu sunt arătate nimănui de la { $agency }.

    Conversațiile Telegram cu boți nu sunt criptate de la un capăt la altul.

    { $agency } administrează acest bot și răspunde pentru el. /stop @cont încheie imediat o asociere, /mydata îți dă tot ce se păstrează despre tine, /forgetme șterge totul.

not-for-you = Asta este doar pentru managerii { $agency }.
invitation-useless = Această invitație nu funcționează. Cere una nouă de la cine ți-a trimis-o.
only-in-private = Asta funcționează doar în conversația noastră privată.
not-for-managers = Managerii nu pot fi asociați cu un cont: cine pornește o autentificare nu poate răspunde în locul creatorului.
too-many-links = @{ $handle } are deja numărul maxim de persoane asociate. Cere-i { $agency } să scoată mai întâi pe cineva.
too-many-open = Sunt deschise mai multe autentificări decât pot urmări deodată. Încearcă din nou peste câteva minute.
usage-reauth = Scrie așa: /reauth @cont (până la 20 de conturi), sau /reauth all
usage-invite = Scrie așa: /invite @cont, sau /invite @cont revoke
usage-watch = Scrie așa: /watch <attempt id> @cont
usage-cancel = Scrie așa: /cancel @cont
usage-unlink = Scrie așa: /unlink @cont
usage-status = Scrie așa: /status, sau /status @cont
usage-stop = Scrie așa: /stop @cont
usage-audit = Scrie așa: /audit @cont
usage-unknown = Nu cunosc această comandă. /help arată ce pot face.
command-too-old = Ai scris asta cât timp am lipsit, așa că nu am făcut-o. Dacă încă o vrei, trimite-o din nou.
languages = Cu tine vorbesc în română. În ce limbă vrei să vorbesc?

## To a creator, about being linked

invited =
    { $starter } te invită să primești cererile de coduri de autentificare pentru @{ $handle }.

    Dacă accepți: de fiecare dată când { $agency } reconectează @{ $handle }, îți cer aici codul din SMS, din aplicația de autentificare sau din e-mail, ori îți trimit linkul unei verificări a feței. De fiecare dată îți spun cine a cerut. Codurile merg la autentificare și nicăieri altundeva; nimeni de la { $agency } nu le vede.

    Ce nu-ți voi cere niciodată: parola ta, codul de autentificare al Telegram sau ceva despre alt cont.

    Poți renunța oricând cu /stop.

linked =
    Gata: asocierea ta cu @{ $handle } este activă. Când { $agency } reconectează contul, te întreb aici.

    Ca să o închei, trimite /stop @{ $handle }.

invitation-declined = Ai refuzat. Nu vei primi cereri pentru @{ $handle }.

my-accounts-none = Nu ai niciun cont asociat.
my-accounts = Conturile tale asociate:
my-accounts-line = @{ $handle } – la invitația { $starter }, din { $since }
my-accounts-frozen = @{ $handle } – oprit cu „{ button-not-me }”; la invitația { $starter }, din { $since }

stopped = Gata. Nu mai ai nicio legătură cu @{ $handle } și nu vei mai primi cereri pentru el.
unlinked = { $agency } a încheiat asocierea ta cu @{ $handle }. Nu vei mai primi cereri pentru el.
my-data = Iată tot ce păstrez despre tine.
forget-me = Vrei să te uit? Tot ce păstrez despre tine va fi șters și nu voi putea recupera nimic. Vei putea primi oricând o nouă invitație.
forget-me-links = Nu vei mai primi cereri pentru { $handles }; { $agency } va fi anunțată că te-ai retras.
forget-me-trail = În registrul a ceea ce s-a întrebat și s-a hotărât, locul tău este luat de un pseudonim pe care nu-l poate dezlega nimeni.
forget-me-frozen = Un lucru rămâne: că s-a apăsat „{ button-not-me }” pentru { $handles }, cu numărul tău de Telegram și fără numele tău, ca nimeni altcineva să nu poată anula asta.
not-forgotten = Nu te-am uitat: nu ai confirmat la timp. /forgetme întreabă din nou.
forgotten = Nu mai păstrez nimic despre tine. La revedere și toate cele bune!
forgotten-frozen = Nu mai păstrez nimic despre tine, în afară de faptul că s-a apăsat „{ button-not-me }” pentru { $handles }: numărul tău de Telegram fără numele tău, ca nimeni altcineva să nu poată anula asta. La revedere și toate cele bune!
forget-no-manager = În configurația mea apari ca manager al { $agency }, așa că nu te pot uita. Cere-i celui care mă administrează să te scoată de pe listă; apoi /forgetme funcționează.
not-linked = Nu ai nicio asociere cu un cont numit @{ $handle }. /accounts le arată pe ale tale.

## To a creator: the question

question-asker = { $starter } se autentifică în @{ $handle }.
question-started = Pornit la { $time } · semn { $tag }

question-sms = Te rog să-mi trimiți codul din SMS.
question-app = Te rog să-mi trimiți codul pe care îl arată acum aplicația ta de autentificare. Se schimbă la fiecare 30 de secunde, așa că ia unul proaspăt.
question-email = Te rog să-mi trimiți codul din e-mail.
question-email-mask = Te rog să-mi trimiți codul din e-mailul trimis la { $mask }.
question-code = Te rog să-mi trimiți codul pe care tocmai l-ai primit.
question-face = Este nevoie de o verificare a feței. Deschide-o, fă-o, apoi apasă „{ button-face-done }”.
question-face-missing = Este nevoie de o verificare a feței, dar nu a venit niciun link. Managerul tău știe. Dacă ai făcut-o în aplicație, apasă „{ button-face-done }”.
question-face-unusable = Este nevoie de o verificare a feței, dar linkul ei nu este sigur, așa că nu îl arăt. Managerul tău știe.
question-phone = Te rog să confirmi autentificarea: deschide linkul și urmează pașii.
question-phone-missing = Te rog să confirmi autentificarea în aplicația de pe telefonul tău.
question-phone-unusable = Te rog să confirmi autentificarea în aplicația de pe telefonul tău. A venit și un link care nu este sigur, așa că nu îl arăt.

again-wrong =
    { $tries ->
        [one] Codul acela nu a mers. Mai ai o încercare.
        [few] Codul acela nu a mers. Mai ai { $tries } încercări.
       *[other] Codul acela nu a mers. Mai ai { $tries } de încercări.
    }
again-reminder = Încă te aștept:
again-unsure = Nu mi-am putut da seama dacă ultimul tău răspuns a ajuns, așa că am nevoie de un cod nou. Scuze!
again-postponed = Mi-ai cerut să revin mai târziu. Am revenit:
again-not-done = Platforma spune că verificarea feței nu s-a terminat încă.
again-email-unsure = Nu am putut verifica dacă e-mailul a plecat. Dacă nu vine, apasă „{ button-send-email }”.
again-throttled = Platforma m-a făcut să aștept până când ultimul tău cod a expirat, așa că am nevoie de unul nou. Scuze!
again-too-late = Codul tău era deja prea vechi când l-am putut da mai departe, așa că am nevoie de unul nou. Scuze!

mode-later = Cu cât mai târziu?
mode-postponed = Te întreb din nou la { $time }. Poți răspunde și acum.
mode-checking = se verifică…

question-safety = Nu te așteptai la asta? Apasă „{ button-not-me }”.

## To a creator: what became of a question

ended-done = @{ $handle } este conectat. Mulțumesc! (semn { $tag })
ended-accepted = A mers. Pentru @{ $handle } mai este nevoie de ceva. (semn { $tag })
ended-wrong = Codul acela pentru @{ $handle } nu a mers. (semn { $tag })
ended-wrong-for-good = Nici codul acela pentru @{ $handle } nu a mers, așa că această autentificare s-a încheiat. Nu trebuie să faci nimic. (semn { $tag })
ended-failed = Autentificarea în @{ $handle } a eșuat. Nu trebuie să faci nimic. (semn { $tag })
ended-answered = { $name } a răspuns pentru @{ $handle }. (semn { $tag })
ended-expired = Timpul de răspuns pentru @{ $handle } a expirat. Nu trebuie să faci nimic. (semn { $tag })
ended-cancelled = { $agency } a anulat autentificarea în @{ $handle }. Nu trebuie să faci nimic. (semn { $tag })
ended-not-me = Autentificarea în @{ $handle } a fost oprită. (semn { $tag })
ended-withdrawn = Nu mai primești cereri pentru @{ $handle }. (semn { $tag })
ended-not-needed = Nu mai este nevoie de asta pentru @{ $handle }. (semn { $tag })
ended-unsure = Din câte îmi dau seama, răspunsul acela pentru @{ $handle } nu a fost folosit. (semn { $tag })
ended-our-fault = Răspunsul tău pentru @{ $handle } nu a putut fi dat mai departe: ceva nu merge la noi, iar cine administrează botul știe. Te întreb din nou când merge. (semn { $tag })
ended-must-wait = Platforma îmi cere să aștept, iar până atunci codul tău pentru @{ $handle } va fi prea vechi. Îți cer unul nou peste { $duration }. (semn { $tag })
ended-put-off = Revin la tine în legătură cu @{ $handle }: { $time }. (semn { $tag })
ended-over = Pentru @{ $handle } s-a încheiat. (semn { $tag })
repeated = @{ $handle }: întrebarea este din nou mai jos. (semn { $tag })

ready-again = Mi-ai cerut să revin în legătură cu @{ $handle } ({ $starter } voia să se autentifice). Acea autentificare s-a încheiat. Pornim acum una nouă?
ready-started = Pornesc o nouă autentificare în @{ $handle }.
ready-not-started = Nu a fost pornită nicio autentificare nouă în @{ $handle }.

frozen-by-you = Oprit. Nimeni nu poate porni de aici o autentificare în @{ $handle } până când nu apeși „{ button-allow-again }”, iar { $agency } a fost avertizată. Dacă cineva îți știe parola, schimb-o.
allowed-by-you = @{ $handle } poate fi reconectat din nou.

## To a creator, about what they wrote

nothing-open = Acum nu aștept nimic de la tine. Dacă acela era un cod, nu mai este nevoie de el.
no-code = Nu văd niciun cod acolo. Un cod are între { $min } și { $max } cifre; trimite doar cifrele.
two-codes = Văd mai mult de un număr care ar putea fi codul și nu vreau să ghicesc. Te rog să trimiți doar codul.
type-the-code = Te rog să scrii codul: nu îl pot citi din imagini, mesaje vocale sau stickere.
too-early = A venit înainte de întrebarea mea, așa că nu l-am folosit. Te rog să trimiți un cod nou.
telegrams-own-code = Acesta pare un cod de autentificare al Telegram. Nu-l trimite niciodată nimănui, nici mie: cine îl are îți poate lua contul de Telegram. Nu l-am folosit.
still-checking = Încă verific răspunsul de dinainte pentru @{ $handle }. Dacă nu merge, te întreb din nou.
no-code-wanted = Acum @{ $handle } nu are nevoie de un cod. Te rog să te uiți la ultima mea întrebare.
which-account = Pentru ce cont este codul acesta?
which-by-reply = Nu îți pot arăta butoanele pentru alegerea contului, așa că acel cod nu a fost folosit. Te rog să trimiți din nou un cod, ca răspuns la întrebarea la care se referă.
account-chosen = Pentru @{ $handle }.
account-not-chosen = Codul acela nu a fost folosit. Dacă încă îți cer unul, te rog să trimiți un cod nou.
delete-it-yourself = Nu am putut șterge mesajul tău. Te rog să-l ștergi tu.
code-not-used = Nu am folosit codul acela. Te rog să-l trimiți din nou.

## Short answers to a pressed button

button-expired = Acest buton nu mai funcționează.
noted = Gata.
email-asked-for = E-mailul este pe drum.
email-cooldown = E-mailul poate fi trimis din nou peste { $seconds } s.
telling-the-api = Anunț platforma…

## To managers: the status of a sign-in

status-head = @{ $handle } · semn { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = pornește…
progress-working = în curs…
progress-waiting = aștept de la { $names }: { $kind }
progress-after-wrong =
    { $tries ->
        [one] codul acela nu a mers, aștept altul de la { $names } (mai este o încercare)
        [few] codul acela nu a mers, aștept altul de la { $names } (mai sunt { $tries } încercări)
       *[other] codul acela nu a mers, aștept altul de la { $names } (mai sunt { $tries } de încercări)
    }
progress-no-link = este nevoie de { $kind }, și nu este asociat nimeni. Invită creatorul; întreb imediat ce acceptă.
progress-too-often = este nevoie de { $kind }, dar toate persoanele asociate au primit prea multe cereri în ultima oră. Pot întreba din nou la { $time }.
progress-postponed = { $name } vrea mai târziu: { $time }
progress-checking = se verifică…
progress-unusual = platforma spune „{ $state }”, ceea ce nu cunosc. Urmăresc în continuare; te rog să verifici și tu acolo.

remark-unreachable-api = API-ul de conturi nu răspunde momentan. Încerc în continuare.
remark-api-refuses = API-ul de conturi ne refuză cheia. Cine administrează botul trebuie să repare asta.
remark-api-throttles = API-ul de conturi ne cere să încetinim, așa că durează mai mult.
remark-unusable-link = API-ul a trimis un link care nu este sigur, așa că nu îl arăt.
remark-missing-link = API-ul nu a trimis niciun link pentru verificarea feței. Creatorul o poate face doar în aplicație.
remark-email-failed = Nu am putut verifica dacă e-mailul a plecat. Dacă nu ajunge, creatorul poate apăsa „{ button-send-email }”.
remark-unreachable = Nu pot da de: { $names }.
remark-later = { $name } vrea mai târziu: { $time }

ending-connected = conectat în { $duration }
ending-other-account = conectat, dar la alt cont decât cel dorit ({ $account }). Verifică în care s-a făcut autentificarea.
ending-failed = eșuat: platforma a renunțat la această autentificare. Așteaptă puțin înainte să încerci din nou; multe încercări i se par suspecte.
ending-unknown = încheiat: API-ul de conturi nu cunoaște această autentificare (404). A expirat sau id-ul este greșit.
ending-gone = încheiat: sesiunea contului nu mai este valabilă (410). Asociază din nou contul la API-ul de conturi.
ending-no-credentials = nu există date de autentificare salvate (412): asociază din nou contul cu remember_credentials, apoi încearcă iar.
ending-account-unknown = API-ul de conturi nu cunoaște acest cont (404). /accounts arată conturile pe care le cunoaște.
ending-throttled = API-ul de conturi ne cere să așteptăm { $duration } (429). Încearcă după aceea.
ending-throttled-unknown = API-ul de conturi ne cere să așteptăm (429). Încearcă din nou peste câteva minute.
ending-api-refuses = API-ul de conturi ne refuză cheia. Cine administrează botul trebuie să repare asta; `twofa-bridge check` spune cum.
ending-api-declines = API-ul de conturi a refuzat. Nu s-a pornit nimic. Verifică acolo contul; dacă totul este în regulă, mai încearcă o dată.
ending-api-unreachable = API-ul de conturi nu este accesibil. Nu s-a pornit nimic; încearcă din nou peste câteva minute.
ending-maybe-started = nu-mi dau seama dacă această autentificare a pornit: nu a venit niciun răspuns. Nu o pornesc din nou de la mine. Uită-te la API-ul de conturi sau trimite din nou /reauth.
ending-attempt-taken = API-ul de conturi a răspuns cu o autentificare deja cunoscută aici. Nu se urmărește nimic nou. /status o arată.
ending-wrong-codes = încheiat: s-au terminat încercările cu coduri greșite. Pornește din nou când creatorul poate.
ending-not-me = oprit: { $name } a apăsat „{ button-not-me }”. Doar această persoană poate permite din nou; vorbește mai întâi cu ea.
ending-cancelled = anulat de { $name }
ending-unanswered = încheiat: nimeni nu a răspuns la timp. /ready întreabă întâi dacă este un moment potrivit.
ending-too-old = încheiat: a durat prea mult. Pornește din nou cu /reauth.
ending-unreachable = încheiat: nu pot da de { $names }. Botul a fost blocat sau nu a fost deschis niciodată; cere să fie deschisă conversația noastră.
ending-withdrawn = încheiat: nu mai este asociat nimeni. /invite creează un link pentru creator.
ending-put-off = amânat de { $name }. Întreb din nou: { $time }.

## To managers, otherwise

unknown-handle = Nu cunosc niciun cont numit @{ $handle }. /accounts le arată pe cele pe care le cunosc.
ambiguous-handle = Mai multe conturi se numesc @{ $handle }: { $accounts }. Dă-i unuia alt nume la API-ul de conturi sau în configurație, apoi încearcă din nou.
accounts-unavailable = Nu cunosc @{ $handle }, iar API-ul de conturi nu răspunde, așa că nu îl pot căuta. Încearcă din nou peste un minut.
reauth-limit = @{ $handle } a fost reconectat prea des. Încearcă din nou peste { $duration }.
already-open = O autentificare în @{ $handle } este deja deschisă (semn { $tag }). /status o arată, /cancel @{ $handle } o încheie.
account-frozen = @{ $handle } a fost oprit de creator cu „{ button-not-me }”. Doar creatorul îl poate permite din nou.
nobody-linked = Nimeni nu este asociat cu @{ $handle }. Invită mai întâi creatorul.
invitation-made =
    Trimite acest link creatorului contului @{ $handle }. Funcționează o singură dată, până la { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Nu exista nicio invitație deschisă pentru @{ $handle }.
        [one] Invitația pentru @{ $handle } nu mai funcționează.
        [few] { $count } invitații pentru @{ $handle } nu mai funcționează.
       *[other] { $count } de invitații pentru @{ $handle } nu mai funcționează.
    }
invitation-accepted = { $name } a acceptat și primește de acum cererile pentru @{ $handle }.
invitation-refused = { $name } a refuzat invitația pentru @{ $handle }.
not-me-alert = „{ button-not-me }”: { $name } spune că autentificarea în @{ $handle } (semn { $tag }), pornită de { $starter }, nu îi aparține. Contul este oprit până când îl permite din nou. Află cine a pornit-o.
allowed-again = { $name } permite din nou @{ $handle }.
creator-stopped = { $name } s-a retras și nu mai are legătură cu @{ $handle }.
creator-unreachable = Nu pot da de { $name } în legătură cu @{ $handle }: a blocat botul. Cere să fie deblocat.
creator-not-now = { $name } nu vrea să se autentifice acum în @{ $handle }. Întreabă din nou mai târziu, cu /ready.
links-ended = Fără legătură cu @{ $handle } de acum: { $names }.
nothing-to-cancel = Nu este nimic deschis pentru @{ $handle }. /status arată ce este în curs.
round-head = Se reconectează mai multe conturi: { $accounts } · { $starter }, { $time }
round-open = în curs ({ $count }): { $handles }
round-waits = își așteaptă rândul ({ $count }): { $handles }
round-connected = conectate ({ $count }): { $handles }
round-failed = neconectate, { $how } ({ $count }): { $handles }
round-skipped = sărite, { $why } ({ $count }): { $handles }
round-over = Gata după { $duration }. /status @cont spune mai multe despre fiecare.
round-why =
    { $word ->
        [frozen] oprit cu „{ button-not-me }”; doar persoana asociată îl poate permite din nou
        [already_open] o autentificare este deja în curs
        [already_asked] se întreabă deja dacă este un moment bun
        [listed] pe lista unei comenzi anterioare care nu s-a încheiat
        [nobody_linked] nimeni nu este asociat; /invite face un link
        [unreachable] nu pot da de persoană; trebuie să mă deblocheze
        [too_often] reconectat prea des; încearcă mai târziu
        [cancelled] anulat
        [too_late] nu i-a venit rândul la timp
        [unknown] niciun cont nu are acest nume
        [ambiguous] mai multe conturi au acest nume
        [unavailable] API-ul de conturi nu răspunde, așa că nu îl pot căuta
       *[other] { $word }
    }
too-many-for-round = Conturi în total: { $accounts }; pot lua deodată cel mult { $most }. Numește-le pe cele de care ai nevoie: /reauth @a @b
attempt-taken = Autentificarea { $attempt } aparține altui cont. Verifică id-ul și contul.
accounts-none = Nu cunosc niciun cont. Adaugă conturi la API-ul de conturi sau sub [[accounts]] în configurație.
accounts-head = Conturi:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – oprit cu „{ button-not-me }”
name-unreachable = { $name } (nu pot da de această persoană)
board-head = Conturi: { $accounts } · în curs: { $open } · { $time }
board-page = Pagina { $page } din { $pages }
board-open = → în curs de { $duration } (semn { $tag }): { $progress }
board-connected = ultima conectare: { $time }
board-never = încă neconectat de aici
board-closed = Aceste pagini nu se mai pot răsfoi. /status arată cum stau lucrurile.
button-previous-page = ‹ Înapoi
button-next-page = Înainte ›

## The record of what was done

trail-none = Până acum nu ți s-a cerut nimic.
trail-none-account = Până acum nu este notat nimic despre @{ $handle }.
trail-unreadable = Nu pot citi registrul a ceea ce s-a făcut. Cine administrează botul trebuie să se uite; încearcă mai târziu.
trail-head = Ce ți s-a cerut și ce a ieșit (cele mai noi la sfârșit):
trail-head-account = Ce este notat despre @{ $handle } (cele mai noi la sfârșit):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = o persoană uitată ({ $alias })
trail-host = sistemul propriu al { $agency }

trail-invited = { $by } a făcut o invitație
trail-invitation-revoked = { $by } a retras invitații
trail-invitation-declined = o invitație de la { $by } a fost refuzată
trail-linked = { $person } a acceptat o invitație de la { $by }
trail-withdrew = { $person } s-a retras
trail-unlinked = asocierea pentru { $person } a fost încheiată de { $by }
trail-started = { $by } a cerut o autentificare
trail-not-started = nicio autentificare: { $how }
trail-watched = urmăresc o autentificare pornită de { $by }
trail-asked = întrebare către { $person }, pentru { $by }: { $kind }
trail-asked-again = din nou întrebare către { $person }, pentru { $by }: { $kind }
trail-asked-ready = întrebare către { $person }, pentru { $by }: este momentul potrivit?
trail-postponed = { $person } a vrut mai târziu
trail-answered = { $person } a răspuns; răspunsul a fost transmis
trail-wrong-code = codul acela nu a mers
trail-accepted = a mers și mai trebuia ceva
trail-frozen = { $person } a apăsat „{ button-not-me }”
trail-allowed = { $person } a apăsat „{ button-allow-again }”
trail-ready = { $person }: „{ button-ready }”
trail-not-now = { $person }: „{ button-not-now }”
trail-cancelled = anulat de { $by }
trail-ended = încheiat: { $how }
trail-forgotten = { $person } a cerut ștergerea datelor
trail-how =
    { $word ->
        [connected] conectat
        [other_account] conectat, dar alt cont
        [failed] eșuat
        [unknown] API-ul de conturi nu o cunoaște
        [gone] sesiunea contului nu mai este valabilă
        [no_credentials] nu există date de autentificare salvate
        [account_unknown] API-ul de conturi nu cunoaște contul
        [throttled] API-ul de conturi a cerut așteptare
        [api_refuses] API-ul de conturi ne-a refuzat cheia
        [api_declines] API-ul de conturi a refuzat
        [api_unreachable] API-ul de conturi nu era accesibil
        [maybe_started] nu se știe dacă a pornit
        [attempt_taken] era deja cunoscută
        [wrong_codes] s-au terminat codurile greșite
        [declined] „{ button-not-me }”
        [cancelled] anulat
        [unanswered] nimeni nu a răspuns la timp
        [too_old] a durat prea mult
        [unreachable] nu s-a putut da de nimeni
        [withdrawn] nu mai este asociat nimeni
        [put_off] amânat
        [not_now] nu acum
        [nobody_ready] nimeni nu a putut la timp
        [ready_in_vain] nu se putea porni
        [begun] una a fost pornită fără a întreba întâi
       *[other] { $word }
    }

## The command menu

command-help = Ce pot face
command-accounts = Conturi asociate
command-stop = Încheie o asociere: /stop @cont
command-language = Limba în care vorbesc
command-privacy = Ce se păstrează
command-mydata = Tot ce se păstrează despre mine
command-forgetme = Șterge datele mele
command-history = Ce mi s-a cerut
command-audit = Ce s-a făcut: /audit @cont
command-reauth = Reconectează: /reauth @cont
command-status = Toate conturile și ce este în curs
command-cancel = Nu mai întreba: /cancel @cont
command-watch = Urmărește o autentificare pornită în altă parte
command-invite = Invită un creator: /invite @cont
command-unlink = Încheie toate asocierile: /unlink @cont

## Quiet hours

quiet-are = Orele tale de liniște: { $from }–{ $to }, { $zone }. Până se termină nu te întreb dacă este un moment potrivit pentru o autentificare. Dacă o autentificare așteaptă deja un cod, te întreb totuși, dar fără sunet. /quiet 22:30-07:00 le schimbă, /quiet off le oprește.
quiet-none = Nu ai ore de liniște. Le setezi cu /quiet 23:00-08:00 Europe/Bucharest: până se termină nu te întreb dacă este un moment potrivit pentru o autentificare. Dacă o autentificare așteaptă deja un cod, te întreb totuși, dar fără sunet.
quiet-set = Orele tale de liniște: { $from }–{ $to }, { $zone }. Până se termină nu te întreb dacă este un moment potrivit pentru o autentificare. Dacă o autentificare așteaptă deja un cod, te întreb totuși, dar fără sunet. { $agency } vede de când și până când este liniște, și nimic altceva. /quiet off le oprește.
quiet-off = Nu mai ai ore de liniște.
quiet-not-times = Nu am înțeles aceste ore. Scrie așa: /quiet 23:00-08:00 Europe/Bucharest
quiet-same-times = Orele de liniște nu pot începe și se termina la aceeași oră. Scrie așa: /quiet 23:00-08:00 Europe/Bucharest
quiet-no-zone = În ce fus orar? Scrie-l după ore: /quiet 23:00-08:00 Europe/Bucharest
quiet-unknown-zone = Nu cunosc acest fus orar. Ai vrut să spui { $zone }? Scrie așa: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Orele de liniște sunt pentru cine are un cont asociat. Nimeni altcineva nu este întrebat nimic.
my-accounts-quiet = Ore de liniște: { $from }–{ $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } are ore de liniște de la { $since } până la { $until }. Întreb după aceea dacă este un moment potrivit.
remark-ready-quiet = { $name } are ore de liniște de la { $since } până la { $until }. Întreb acolo după aceea.
remark-silently = { $name } are ore de liniște de la { $since } până la { $until }: mesajele mele ajung acolo fără sunet.
nudge-quiet = Cine este întrebat despre @{ $handle } are ore de liniște până la { $time }. Nu întreb din nou înainte.
command-quiet = Ore de liniște: /quiet 23:00-08:00 Europe/Bucharest

## Sunet

mute-until = Fără sunet până la { $time }. Până atunci, ce nu ai cerut vine fără sunet, inclusiv alertele. Nu se omite nimic, iar răspunsurile la comenzile tale sunt ca întotdeauna. /unmute oprește asta.
mute-on = Fără sunet. De acum, ce nu ai cerut vine fără sunet, inclusiv alertele. Nu se omite nimic, iar răspunsurile la comenzile tale sunt ca întotdeauna. /unmute oprește asta.
mute-off = Mesajele mele vin cu sunet.
mute-not-duration = Nu am înțeles pentru cât timp. Scrie /mute 30m, /mute 2h sau /mute 3d (cel mult 30 de zile); doar /mute ține până când scrii /unmute.
command-mute = Fără sunet: /mute 2h
command-unmute = Din nou cu sunet

## Sesiuni

button-reconnect = Reconectează
session-dead = Sesiunea contului @{ $handle } s-a încheiat la API-ul de conturi: contul nu mai este conectat. Apasă „{ button-reconnect }” pentru o nouă autentificare; creatorul este întrebat ca întotdeauna.
session-alive = @{ $handle } este din nou conectat.

## Who can be reached

button-can-read = Pot citi asta
check-question = { $starter } vrea să știe dacă îți ajung mesajele mele despre @{ $handle }. Nu este o autentificare. Apasă butonul, te rog.
check-thanks = Mulțumesc! { $agency } știe că îți ajung mesajele mele despre @{ $handle }.
check-not-needed = Nu mai trebuie să răspunzi la asta pentru @{ $handle }.
check-head = @{ $handle } · cu cine se poate lua legătura? · { $starter }, { $time }
check-unknown = { $name }: încă niciun răspuns
check-yes = { $name }: primește mesajele, a răspuns la { $time }
check-no = { $name }: nu primește mesajele. A blocat botul sau nu l-a deschis niciodată; cere-i să deschidă conversația noastră.
check-too-often = { $name }: nicio întrebare, au fost deja prea multe în ultima oră
check-unanswered = { $name }: nu a răspuns
check-too-soon = Am întrebat acum mai puțin de un minut cine primește mesajele despre @{ $handle }. Încearcă din nou peste { $duration }.
usage-check = Scrie așa: /check @cont
command-check = Vezi cine primește mesajele: /check @cont
trail-asked-check = întrebare către { $person }, pentru { $by }: ajung mesajele?
trail-can-read = { $person } primește mesajele

## Who is asked first

button-everybody = Toți odată
button-first = Întâi { $name }
order-only-you = Nimeni în afară de tine nu este asociat cu @{ $handle }, așa că nu există o ordine.
order-everybody = Despre @{ $handle } întreb pe toată lumea odată: { $names }.
order-set = Despre @{ $handle } întreb pe rând, următoarea persoană după { $duration } fără răspuns:
order-line = { $number }. { $name }
order-how = Pe cine să întreb întâi?
order-other = { $name } poate schimba asta, fiindcă a acceptat întâi.
usage-order = Scrie așa: /order @cont
command-order = Pe cine să întreb întâi: /order @cont
trail-ordered = { $person } a schimbat pe cine se întreabă întâi

## Ready first

button-in-an-hour = Peste o oră
ready-asker = { $starter } dorește să reconecteze @{ $handle }. Este un moment potrivit?
ready-at-hand = Ține la îndemână telefonul cu aplicația de autentificare. Nimic nu începe înainte să apeși „{ button-ready }”.
ready-asked = Întrebat la { $time } · semn { $tag }
ready-later = Te întreb din nou la { $time }. Poți începe și mai devreme.
ready-ended-started = Mulțumesc! Autentificarea în @{ $handle } începe; îți cer codul imediat. (semn { $tag })
ready-ended-cannot-start = Mulțumesc! Autentificarea în @{ $handle } nu poate începe acum, iar { $agency } știe. Nu trebuie să faci nimic. (semn { $tag })
ready-ended-not-now = Bine, nu acum. Nu s-a pornit nimic pentru @{ $handle }, iar { $agency } știe. (semn { $tag })
ready-ended-answered = { $name } se ocupă de @{ $handle }. (semn { $tag })
ready-ended-expired = Nu am primit răspuns de la tine despre @{ $handle }, așa că nu s-a pornit nimic. Nu trebuie să faci nimic. (semn { $tag })
ready-ended-cancelled = { $agency } nu mai dorește să reconecteze @{ $handle }. Nu trebuie să faci nimic. (semn { $tag })
ready-ended-begun = Între timp a început o autentificare în @{ $handle }. (semn { $tag })
progress-asking-ready = întreb dacă este un moment potrivit: { $names }
progress-ready-too-often = toate persoanele asociate au primit prea multe cereri în ultima oră. Întreb dacă este un moment potrivit la { $time }.
ending-not-now = nu acum, spune { $name }. Nu s-a pornit nimic.
ending-nobody-ready = nimeni nu a spus la timp că se poate începe. Nu s-a pornit nimic. Încearcă în alt moment sau stabilește unul împreună cu creatorul.
ending-ready-in-vain = { $name } poate începe, dar acum nu se poate porni. Nu s-a pornit nimic. /reauth spune ce împiedică.
ending-begun = nu mai aștept: o autentificare a fost pornită fără a întreba întâi.
already-asked = Întreb deja dacă este un moment potrivit pentru @{ $handle } (semn { $tag }). /reauth @{ $handle } now începe fără să aștepte, /cancel @{ $handle } încheie.
usage-ready = Scrie așa: /ready @cont
command-ready = Întreabă întâi dacă este un moment potrivit: /ready @cont

## Nudges, marks, and who else is linked

button-nudge = Insistă
button-another = Altele
again-nudged = { $agency } întreabă încă o dată:
mark-given = Imaginile tale pentru @{ $handle } sunt { $mark }. Fiecare întrebare a mea despre acest cont le poartă și nimeni altcineva nu le vede. O întrebare fără ele nu este de la mine: nu răspunde.
mark-void = Aceste imagini nu se mai folosesc.
mark-line = Imaginile tale: { $mark }
other-linked = { $name } a acceptat o invitație de la { $starter } și este acum și în @{ $handle }: de acum înainte întreb și această persoană. Dacă nu este în regulă, spune-i lui { $agency } și apasă „{ button-not-me }” la următoarea întrebare.
nudged = Am întrebat încă o dată despre @{ $handle }: { $names }.
nothing-to-nudge = Nimeni nu este întrebat acum despre @{ $handle }. /status arată ce este în curs.
nudge-too-soon = Am întrebat din nou despre @{ $handle } acum mai puțin de un minut. Încearcă din nou peste { $duration }.
nudge-too-often = S-a întrebat prea des despre @{ $handle } în ultima oră. Pot întreba din nou la { $time }.
usage-nudge = Scrie așa: /nudge @cont
command-nudge = Întreabă încă o dată: /nudge @cont
