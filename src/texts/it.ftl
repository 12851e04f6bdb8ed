# La voce del bot in italiano. Dà del tu, come Telegram.
#
# Come in en.ftl: gli account si scrivono @{ $handle }, e i pulsanti sono citati con il loro identificatore.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (tramite il sistema di { $agency })
starter-operator = { $agency }

kind-sms = il codice dell’SMS
kind-app = il codice dell’app di autenticazione
kind-email = il codice dell’e-mail
kind-code = un codice
kind-face = la verifica del volto
kind-phone = una conferma sul telefono

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    }

people-none = nessuno
and-more = … e ancora { $more }.

format-time = %H:%M %Z
format-date = %d/%m/%Y, %H:%M %Z

## Buttons

button-accept = Accetta
button-decline = Rifiuta
button-not-me = Non sono io
button-later = Più tardi
button-quarter = 15 minuti
button-hour = 1 ora
button-tonight = Stasera
button-send-email = Invia di nuovo l’e-mail
button-face-open = Apri la verifica
button-phone-open = Apri la conferma
button-face-done = L’ho fatta
button-allow-again = Consenti di nuovo
button-cancel = Annulla
button-invite = Invita
button-revoke = Revoca
button-ready = Possiamo iniziare
button-not-now = Non ora
button-forget = Dimenticami
button-earlier = Precedenti
button-telegram-language = Come in Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Ciao! Porto i codici monouso per { $agency }: dalle persone a cui appartengono fino all’accesso che li aspetta.

    Parlo solo con chi è stato invitato. Se è il tuo caso, apri il link che hai ricevuto.

    /privacy ti dice che cosa conservo.

help-creator =
    Quando { $agency } ricollega uno dei tuoi account, ti chiedo qui il codice. Mandalo semplicemente come messaggio. Io lo inoltro e cancello il tuo messaggio.

    Non sei tu? Premi «{ button-not-me }» e si ferma tutto. Adesso non puoi? Premi «{ button-later }».

    /accounts – i tuoi account collegati, e chi ti ha invitato
    /history – tutto ciò che ti è stato chiesto
    /stop @account – non ricevere più richieste per quell’account, da subito
    /quiet 23:00-08:00 Europe/Rome – quando non chiederti ciò che può aspettare
    /order @account – a chi chiedere prima, se siete in più persone
    /language – parlare un’altra lingua
    /privacy – che cosa conservo
    /mydata – tutto quanto, in un documento
    /forgetme – chiudere tutto e cancellare i tuoi dati

    Non chiedo mai una password, né il codice di accesso di Telegram stesso, né un codice fuori da questa chat.

help-manager =
    /reauth @account – ricollegare un account (anche più di uno: /reauth @a @b, o tutti: /reauth all)
    /ready @account – chiedere prima se è un buon momento, poi ricollegare
    /nudge @account – chiedere un’altra volta
    /check @account – vedere chi è raggiungibile
    /status – tutti gli account e che cosa è in corso; /status @account – un solo account
    /cancel @account – smettere di chiedere
    /watch <attempt id> @account – seguire un accesso avviato altrove
    /invite @account – creare un link per il creator; /invite @account revoke – revocarlo
    /unlink @account – togliere tutti i collegamenti di un account
    /accounts – tutti gli account e chi è collegato
    /audit @account – che cosa è stato chiesto, risposto e deciso
    /mute 2h (in privato) – quello che non hai chiesto arriva senza suono (/mute da solo: fino a /unmute); non viene omesso nulla
    /language (in privato) – parlare un’altra lingua

    In un gruppo, scrivi il comando con il mio nome subito dopo (/reauth@{ $bot } @account) o sceglilo dal menu: altrimenti Telegram potrebbe non mostrarmelo. Vedi a che punto è un accesso, mai un codice.

privacy =
    Che cosa conservo: il tuo numero Telegram, il nome e la lingua, e i tuoi account collegati, chi ti ha invitato, da quando e con quali immagini, le tue ore di silenzio se le imposti, e se ti arrivano i miei messaggi, finché dura il collegamento; quando ti ho chiesto qualcosa, per un’ora; e gli accessi per cui ti ho chiesto qualcosa, fino a un giorno dopo la loro fine. Inoltre, un registro di ciò che è stato chiesto, risposto e deciso, da chi e quando, perché si possa verificare in seguito, per { duration-days }. Così posso chiedere alla persona giusta, e a nessuno troppo spesso. Se premi «{ button-not-me }», questo resta finché non consenti di nuovo gli accessi. Tutto è conservato cifrato.

    Che cosa non conservo mai: i codici. Vanno all’accesso che li aspetta, e il tuo messaggio viene cancellato. Non vengono salvati, né registrati, né mostrati a nessuno di { $agency }.

    Le chat di Telegram con i bot non sono cifrate end-to-end.

    { $agency } gestisce questo bot e ne risponde. /stop @account chiude subito un collegamento, /mydata ti consegna tutto ciò che è conservato su di te, /forgetme lo cancella.

not-for-you = Questo è solo per i manager di { $agency }.
invitation-useless = Questo invito non funziona. Chiedine uno nuovo a chi te l’ha mandato.
only-in-private = Funziona solo nella nostra chat privata.
not-for-managers = I manager non possono essere collegati a un account: chi avvia un accesso non può rispondere al posto del creator.
too-many-links = @{ $handle } ha già il massimo di persone collegate. Chiedi a { $agency } di scollegarne prima una.
too-many-open = Ci sono più accessi in corso di quanti ne possa seguire insieme. Riprova tra qualche minuto.
usage-reauth = Si scrive così: /reauth @account (fino a 20 account), oppure /reauth all
usage-invite = Si scrive così: /invite @account, oppure /invite @account revoke
usage-watch = Si scrive così: /watch <attempt id> @account
usage-cancel = Si scrive così: /cancel @account
usage-unlink = Si scrive così: /unlink @account
usage-status = Si scrive così: /status, oppure /status @account
usage-stop = Si scrive così: /stop @account
usage-audit = Si scrive così: /audit @account
usage-unknown = Non conosco questo comando. /help mostra che cosa so fare.
command-too-old = L’hai scritto mentre non c’ero, quindi non l’ho fatto. Se lo vuoi ancora, mandalo di nuovo.
languages = Con te parlo italiano. In quale lingua vuoi che parli?

## To a creator, about being linked

invited =
    { $starter } ti invita a ricevere le richieste dei codici di accesso di @{ $handle }.

    Se accetti: ogni volta che { $agency } ricollega @{ $handle }, ti chiedo qui il codice dell’SMS, dell’app di autenticazione o dell’e-mail, oppure ti mando il link di una verifica del volto. Ogni volta ti dico chi l’ha chiesto. I codici vanno all’accesso e da nessun’altra parte; nessuno di { $agency } li vede.

    Che cosa non ti chiederò mai: la tua password, il codice di accesso di Telegram stesso, o qualcosa su un altro account.

    Puoi smettere in qualsiasi momento con /stop.

linked =
    Fatto: il tuo collegamento con @{ $handle } è attivo. Quando { $agency } ricollega l’account, ti chiedo qui il codice.

    Per chiuderlo, manda /stop @{ $handle }.

invitation-declined = Rifiutato. Non riceverai richieste per @{ $handle }.

my-accounts-none = Non hai account collegati.
my-accounts = I tuoi account collegati:
my-accounts-line = @{ $handle } – su invito di { $starter }, dal { $since }
my-accounts-frozen = @{ $handle } – fermato con «{ button-not-me }»; su invito di { $starter }, dal { $since }

stopped = Fatto. Il tuo collegamento con @{ $handle } è chiuso, e non riceverai più richieste.
unlinked = { $agency } ha chiuso il tuo collegamento con @{ $handle }. Non riceverai più richieste.
my-data = Ecco tutto quello che conservo su di te.
forget-me = Vuoi che ti dimentichi? Tutto quello che conservo su di te verrà cancellato, e non potrò recuperarlo. Potrai comunque ricevere un nuovo invito.
forget-me-links = Non riceverai più richieste per { $handles }; a { $agency } viene detto che hai chiuso il collegamento.
forget-me-trail = Nel registro di ciò che è stato chiesto e deciso, al tuo posto resta uno pseudonimo che nessuno può ricondurre a te.
forget-me-frozen = Una cosa resta: che per { $handles } è stato premuto «{ button-not-me }», con il tuo numero Telegram e senza il tuo nome, perché nessun altro possa annullarlo.
not-forgotten = Non ho cancellato nulla: la conferma non è arrivata in tempo. /forgetme lo chiede di nuovo.
forgotten = Non conservo più nulla su di te. Ciao, e ti auguro il meglio!
forgotten-frozen = Non conservo più nulla su di te, tranne che per { $handles } è stato premuto «{ button-not-me }»: il tuo numero Telegram senza il tuo nome, perché nessun altro possa annullarlo. Ciao, e ti auguro il meglio!
forget-no-manager = Nella mia configurazione risulti manager di { $agency }, quindi non posso dimenticarti. Chiedi a chi mi gestisce di toglierti dalla lista; poi /forgetme funzionerà.
not-linked = Non hai un collegamento con un account chiamato @{ $handle }. /accounts mostra i tuoi.

## To a creator: the question

question-asker = { $starter } sta accedendo a @{ $handle }.
question-started = Avviato alle { $time } · numero { $tag }

question-sms = Mandami per favore il codice dell’SMS.
question-app = Mandami per favore il codice che la tua app di autenticazione mostra adesso. Cambia ogni 30 secondi, quindi prendine uno fresco.
question-email = Mandami per favore il codice dell’e-mail.
question-email-mask = Mandami per favore il codice dell’e-mail inviata a { $mask }.
question-code = Mandami per favore il codice che hai appena ricevuto.
question-face = Serve una verifica del volto. Aprila, falla, poi premi «{ button-face-done }».
question-face-missing = Serve una verifica del volto, ma non è arrivato nessun link. Il tuo manager lo sa. Se l’hai fatta nell’app, premi «{ button-face-done }».
question-face-unusable = Serve una verifica del volto, ma il suo link non è sicuro, quindi non lo mostro. Il tuo manager lo sa.
question-phone = Conferma per favore l’accesso: apri il link e segui i passaggi.
question-phone-missing = Conferma per favore l’accesso nell’app sul tuo telefono.
question-phone-unusable = Conferma per favore l’accesso nell’app sul tuo telefono. È arrivato un link che non è sicuro, quindi non lo mostro.

again-wrong =
    { $tries ->
        [one] Quel codice non ha funzionato. Ti resta un tentativo.
       *[other] Quel codice non ha funzionato. Ti restano { $tries } tentativi.
    }
again-reminder = Ti sto ancora aspettando:
again-unsure = Non sono riuscito a capire se la tua ultima risposta è arrivata, quindi mi serve un codice nuovo. Scusa!
again-postponed = Mi avevi chiesto di tornare più tardi. Eccomi:
again-not-done = La piattaforma dice che la verifica del volto non è ancora finita.
again-email-unsure = Non ho potuto accertarmi che l’e-mail sia partita. Se non arriva, premi «{ button-send-email }».
again-throttled = La piattaforma mi ha fatto aspettare finché il tuo ultimo codice non è scaduto, quindi me ne serve uno nuovo. Scusa!
again-too-late = Il tuo codice era già troppo vecchio quando ho potuto inoltrarlo, quindi me ne serve uno nuovo. Scusa!

mode-later = Quanto più tardi?
mode-postponed = Te lo chiederò di nuovo alle { $time }. Puoi anche rispondere adesso.
mode-checking = controllo…

question-safety = Non te l’aspettavi? Premi «{ button-not-me }».

## To a creator: what became of a question

ended-done = @{ $handle } è collegato. Grazie! (numero { $tag })
ended-accepted = Ha funzionato. A @{ $handle } serve ancora una cosa. (numero { $tag })
ended-wrong = Quel codice per @{ $handle } non ha funzionato. (numero { $tag })
ended-wrong-for-good = Nemmeno quel codice per @{ $handle } ha funzionato, quindi questo accesso è finito. Non devi fare nulla. (numero { $tag })
ended-failed = L’accesso a @{ $handle } non è riuscito. Non devi fare nulla. (numero { $tag })
ended-answered = { $name } ha già risposto per @{ $handle }. (numero { $tag })
ended-expired = Il tempo per rispondere per @{ $handle } è scaduto. Non devi fare nulla. (numero { $tag })
ended-cancelled = { $agency } ha annullato l’accesso a @{ $handle }. Non devi fare nulla. (numero { $tag })
ended-not-me = L’accesso a @{ $handle } è stato fermato. (numero { $tag })
ended-withdrawn = Non ricevi più richieste per @{ $handle }. (numero { $tag })
ended-not-needed = Per @{ $handle } non serve più. (numero { $tag })
ended-unsure = Per quanto ne so, quella risposta per @{ $handle } non è stata usata. (numero { $tag })
ended-our-fault = Non è stato possibile inoltrare la tua risposta per @{ $handle }: da noi qualcosa è rotto, e chi gestisce il bot lo sa. Te lo chiederò di nuovo quando funziona. (numero { $tag })
ended-must-wait = La piattaforma mi chiede di aspettare, e per allora il tuo codice per @{ $handle } sarà troppo vecchio. Te ne chiederò uno nuovo tra { $duration }. (numero { $tag })
ended-put-off = Mi rifarò vivo per @{ $handle }: { $time }. (numero { $tag })
ended-over = La richiesta per @{ $handle } è chiusa. (numero { $tag })
repeated = @{ $handle }: la domanda è di nuovo qui sotto. (numero { $tag })

ready-again = Mi avevi chiesto di tornare per @{ $handle } ({ $starter } voleva accedere). Quell’accesso è finito. Ne avviamo uno nuovo adesso?
ready-started = Avvio un nuovo accesso a @{ $handle }.
ready-not-started = Non è stato avviato nessun nuovo accesso a @{ $handle }.

frozen-by-you = Fermato. Nessuno può avviare da qui un accesso a @{ $handle } finché non premi «{ button-allow-again }», e { $agency } è stata avvisata. Se qualcuno ha la tua password, cambiala.
allowed-by-you = @{ $handle } può essere ricollegato.

## To a creator, about what they wrote

nothing-open = In questo momento non aspetto nulla da te. Se era un codice, non serve più.
no-code = Non ci vedo nessun codice. Un codice ha da { $min } a { $max } cifre; manda solo le cifre.
two-codes = Ci vedo più di un numero che potrebbe essere il codice, e non voglio indovinare. Manda per favore solo il codice.
type-the-code = Scrivi per favore il codice: non riesco a leggerlo da immagini, messaggi vocali o sticker.
too-early = È arrivato prima della mia domanda, quindi non l’ho usato. Manda per favore un codice nuovo.
telegrams-own-code = Sembra un codice di accesso di Telegram stesso. Non mandarlo mai a nessuno, nemmeno a me: chi ce l’ha può impadronirsi del tuo Telegram. Non l’ho usato.
still-checking = Sto ancora controllando la risposta precedente per @{ $handle }. Se non funziona, te lo chiederò di nuovo.
no-code-wanted = In questo momento a @{ $handle } non serve un codice. Guarda per favore la mia ultima domanda.
which-account = Per quale account è questo codice?
which-by-reply = Non riesco a mostrarti i pulsanti per scegliere l’account, quindi quel codice non è stato usato. Manda di nuovo un codice, per favore, rispondendo alla domanda a cui si riferisce.
account-chosen = Per @{ $handle }.
account-not-chosen = Quel codice non è stato usato. Se te ne chiedo ancora uno, manda un codice nuovo, per favore.
delete-it-yourself = Non sono riuscito a cancellare il tuo messaggio. Cancellalo tu, per favore.
code-not-used = Non ho usato quel codice. Mandalo di nuovo, per favore.

## Short answers to a pressed button

button-expired = Questo pulsante non funziona più.
noted = Fatto.
email-asked-for = L’e-mail è in arrivo.
email-cooldown = L’e-mail si può inviare di nuovo tra { $seconds } s.
telling-the-api = Avviso la piattaforma…

## To managers: the status of a sign-in

status-head = @{ $handle } · numero { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = avvio…
progress-working = in corso…
progress-waiting = in attesa di { $names }: { $kind }
progress-after-wrong =
    { $tries ->
        [one] quel codice non ha funzionato, ne aspetto un altro da { $names } (resta un tentativo)
       *[other] quel codice non ha funzionato, ne aspetto un altro da { $names } (restano { $tries } tentativi)
    }
progress-no-link = serve { $kind }, e nessuno è collegato. Invita il creator; chiederò appena accetta.
progress-too-often = serve { $kind }, ma nell’ultima ora tutte le persone collegate hanno ricevuto troppe richieste. Potrò chiedere di nuovo alle { $time }.
progress-postponed = { $name } ha chiesto di rimandare: { $time }
progress-checking = controllo…
progress-unusual = la piattaforma dice «{ $state }», che non conosco. Continuo a guardare; controlla anche tu lì, per favore.

remark-unreachable-api = L’API degli account al momento non risponde. Continuo a provare.
remark-api-refuses = L’API degli account rifiuta la nostra chiave. Deve rimediare chi gestisce questo bot.
remark-api-throttles = L’API degli account ci chiede di rallentare, quindi ci vuole di più.
remark-unusable-link = L’API ha mandato un link che non è sicuro, quindi non lo mostro.
remark-missing-link = L’API non ha mandato il link per la verifica del volto. Il creator può farla solo nell’app.
remark-email-failed = Non ho potuto accertarmi che l’e-mail sia partita. Se non arriva, il creator può premere «{ button-send-email }».
remark-unreachable = Impossibile raggiungere: { $names }.
remark-later = { $name } ha chiesto di rimandare: { $time }

ending-connected = collegato in { $duration }
ending-other-account = collegato, ma a un account diverso da quello previsto ({ $account }). Controlla a quale si è fatto l’accesso.
ending-failed = non riuscito: la piattaforma ha rinunciato a questo accesso. Aspetta un po’ prima di riprovare; tanti tentativi le sembrano sospetti.
ending-unknown = finito: l’API degli account non conosce questo accesso (404). È scaduto, oppure l’id è sbagliato.
ending-gone = finito: la sessione dell’account non è più valida (410). Associa di nuovo l’account presso l’API degli account.
ending-no-credentials = nessuna credenziale salvata (412): associa di nuovo l’account con remember_credentials, poi riprova.
ending-account-unknown = l’API degli account non conosce questo account (404). /accounts mostra quelli che conosce.
ending-throttled = l’API degli account ci chiede di aspettare { $duration } (429). Riprova dopo.
ending-throttled-unknown = l’API degli account ci chiede di aspettare (429). Riprova tra qualche minuto.
ending-api-refuses = l’API degli account rifiuta la nostra chiave. Deve rimediare chi gestisce questo bot; `twofa-bridge check` dice come.
ending-api-declines = l’API degli account non ha accettato. Non è stato avviato nulla. Guarda l’account lì; se è tutto a posto, riprova una volta.
ending-api-unreachable = l’API degli account non è raggiungibile. Non è stato avviato nulla; riprova tra qualche minuto.
ending-maybe-started = non so se questo accesso sia stato avviato: non è arrivata risposta. Da solo non lo riavvio. Guarda presso l’API degli account, o manda di nuovo /reauth.
ending-attempt-taken = l’API degli account ha risposto con un accesso che qui è già noto. Non viene seguito nulla di nuovo. /status lo mostra.
ending-wrong-codes = finito: i tentativi con codici sbagliati sono esauriti. Ricomincia quando il creator può.
ending-not-me = fermato: { $name } ha premuto «{ button-not-me }». Solo questa persona può consentirlo di nuovo; prima parlale.
ending-cancelled = annullato da { $name }
ending-unanswered = finito: nessuno ha risposto in tempo. /ready chiede prima se è un buon momento.
ending-too-old = finito: ci è voluto troppo tempo. Ricomincia con /reauth.
ending-unreachable = finito: non riesco a raggiungere { $names }. Il bot è stato bloccato o non è mai stato aperto; chiedi di aprire la nostra chat.
ending-withdrawn = finito: non è più collegato nessuno. /invite crea un link per il creator.
ending-put-off = rimandato da { $name }. Chiederò di nuovo: { $time }.

## To managers, otherwise

unknown-handle = Non conosco nessun account chiamato @{ $handle }. /accounts mostra quelli che conosco.
ambiguous-handle = Più account si chiamano @{ $handle }: { $accounts }. Dai un altro nome a uno di loro presso l’API degli account o nella configurazione, poi riprova.
accounts-unavailable = Non conosco @{ $handle }, e l’API degli account non risponde, quindi non posso cercarlo. Riprova tra un minuto.
reauth-limit = @{ $handle } è stato ricollegato troppo spesso. Riprova tra { $duration }.
already-open = Un accesso a @{ $handle } è già in corso (numero { $tag }). /status lo mostra, /cancel @{ $handle } lo chiude.
account-frozen = Il creator ha fermato @{ $handle } con «{ button-not-me }». Solo il creator può consentirlo di nuovo.
nobody-linked = Nessuno è collegato a @{ $handle }. Invita prima il creator.
invitation-made =
    Manda questo link al creator di @{ $handle }. Funziona una volta sola, fino al { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Non c’era nessun invito aperto per @{ $handle }.
        [one] L’invito per @{ $handle } non funziona più.
       *[other] { $count } inviti per @{ $handle } non funzionano più.
    }
invitation-accepted = { $name } ha accettato e da ora riceve le richieste per @{ $handle }.
invitation-refused = { $name } ha rifiutato l’invito per @{ $handle }.
not-me-alert = «{ button-not-me }»: { $name } dice che l’accesso a @{ $handle } (numero { $tag }), avviato da { $starter }, non è suo. L’account è fermo finché non lo consente di nuovo. Scopri chi l’ha avviato.
allowed-again = { $name } consente di nuovo @{ $handle }.
creator-stopped = { $name } ha chiuso il collegamento con @{ $handle }.
creator-unreachable = Non riesco a raggiungere { $name } per @{ $handle }: ha bloccato il bot. Chiedi di sbloccarlo.
creator-not-now = { $name } non vuole accedere a @{ $handle } adesso. Chiedi di nuovo più tardi con /ready.
links-ended = Collegamento con @{ $handle } chiuso per: { $names }.
nothing-to-cancel = Non c’è nulla in corso per @{ $handle }. /status mostra che cosa è in corso.
round-head = Riconnessione di più account: { $accounts } · { $starter }, { $time }
round-open = in corso ({ $count }): { $handles }
round-waits = in attesa del proprio turno ({ $count }): { $handles }
round-connected = ricollegati ({ $count }): { $handles }
round-failed = non ricollegati, { $how } ({ $count }): { $handles }
round-skipped = saltati, { $why } ({ $count }): { $handles }
round-over = Finito dopo { $duration }. /status @account dice di più su ciascuno.
round-why =
    { $word ->
        [frozen] fermato con «{ button-not-me }»; solo il creator può consentirlo di nuovo
        [already_open] c’è già un accesso in corso
        [already_asked] si sta già chiedendo se è un buon momento
        [listed] nell’elenco di un comando precedente non ancora finito
        [nobody_linked] nessuno è collegato; /invite crea un link
        [unreachable] la persona è irraggiungibile e deve sbloccarmi
        [too_often] ricollegato troppe volte; riprova più tardi
        [cancelled] annullato
        [too_late] il turno non è arrivato in tempo
        [unknown] nessun account ha questo nome
        [ambiguous] più account hanno questo nome
        [unavailable] l’API degli account non risponde, quindi non posso cercarlo
       *[other] { $word }
    }
too-many-for-round = Ci sono { $accounts } account, e ne gestisco al massimo { $most } alla volta. Indica quelli che ti servono: /reauth @a @b
attempt-taken = L’accesso { $attempt } appartiene a un altro account. Controlla l’id e l’account.
accounts-none = Non conosco nessun account. Aggiungine presso l’API degli account, o sotto [[accounts]] nella configurazione.
accounts-head = Account:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – fermato con «{ button-not-me }»
name-unreachable = { $name } (irraggiungibile)
board-head = Account: { $accounts } · in corso: { $open } · { $time }
board-page = Pagina { $page } di { $pages }
board-open = → in corso da { $duration } (numero { $tag }): { $progress }
board-connected = ultima connessione: { $time }
board-never = finora mai collegato da qui
board-closed = Queste pagine non si possono più sfogliare. /status mostra la situazione.
button-previous-page = ‹ Precedente
button-next-page = Successiva ›

## The record of what was done

trail-none = Finora non ti è stato chiesto nulla.
trail-none-account = Finora non risulta nulla su @{ $handle }.
trail-unreadable = Non riesco a leggere il registro di ciò che è stato fatto. Deve controllare chi gestisce questo bot; riprova più tardi.
trail-head = Che cosa ti è stato chiesto e com’è andata (il più recente in fondo):
trail-head-account = Che cosa risulta su @{ $handle } (il più recente in fondo):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = una persona dimenticata ({ $alias })
trail-host = il sistema di { $agency }

trail-invited = { $by } ha creato un invito
trail-invitation-revoked = { $by } ha revocato degli inviti
trail-invitation-declined = un invito di { $by } è stato rifiutato
trail-linked = { $person } ha accettato un invito di { $by }
trail-withdrew = { $person } ha revocato il consenso
trail-unlinked = il collegamento di { $person } è stato tolto da { $by }
trail-started = { $by } ha chiesto un accesso
trail-not-started = nessun accesso: { $how }
trail-watched = seguo un accesso avviato da { $by }
trail-asked = domanda a { $person }, per { $by }: { $kind }
trail-asked-again = nuova domanda a { $person }, per { $by }: { $kind }
trail-asked-ready = domanda a { $person }, per { $by }: è il momento?
trail-postponed = { $person } ha chiesto di rimandare
trail-answered = { $person } ha risposto; la risposta è stata inoltrata
trail-wrong-code = quel codice non ha funzionato
trail-accepted = ha funzionato, e serviva ancora una cosa
trail-frozen = { $person } ha premuto «{ button-not-me }»
trail-allowed = { $person } ha premuto «{ button-allow-again }»
trail-ready = { $person }: «{ button-ready }»
trail-not-now = { $person }: «{ button-not-now }»
trail-cancelled = annullato da { $by }
trail-ended = finito: { $how }
trail-forgotten = { $person } ha chiesto di cancellare i propri dati
trail-how =
    { $word ->
        [connected] collegato
        [other_account] è stato collegato un altro account
        [failed] non riuscito
        [unknown] l’API degli account non conosce questo accesso
        [gone] la sessione dell’account non è più valida
        [no_credentials] nessuna credenziale salvata
        [account_unknown] l’API degli account non conosce l’account
        [throttled] l’API degli account ha chiesto di aspettare
        [api_refuses] l’API degli account ha rifiutato la nostra chiave
        [api_declines] l’API degli account non ha accettato
        [api_unreachable] l’API degli account non era raggiungibile
        [maybe_started] non si sa se l’accesso sia stato avviato
        [attempt_taken] l’accesso era già noto
        [wrong_codes] tentativi esauriti
        [declined] «{ button-not-me }»
        [cancelled] annullato
        [unanswered] nessuno ha risposto in tempo
        [too_old] ci è voluto troppo tempo
        [unreachable] nessuno era raggiungibile
        [withdrawn] non è più collegato nessuno
        [put_off] rimandato
        [not_now] non ora
        [nobody_ready] nessuno ha detto in tempo che si può iniziare
        [ready_in_vain] non è stato possibile avviarlo
        [begun] un accesso è stato avviato senza chiedere prima
       *[other] { $word }
    }

## The command menu

command-help = Che cosa so fare
command-accounts = Account collegati
command-stop = Chiudere un collegamento: /stop @account
command-language = La lingua che parlo
command-privacy = Che cosa viene conservato
command-mydata = Tutto ciò che è conservato su di me
command-forgetme = Cancellare i miei dati
command-history = Che cosa mi è stato chiesto
command-audit = Che cosa è stato fatto: /audit @account
command-reauth = Ricollegare: /reauth @account
command-status = Tutti gli account e che cosa è in corso
command-cancel = Smettere di chiedere: /cancel @account
command-watch = Seguire un accesso avviato altrove
command-invite = Invitare un creator: /invite @account
command-unlink = Togliere tutti i collegamenti: /unlink @account

## Quiet hours

quiet-are = Le tue ore di silenzio: dalle { $from } alle { $to }, { $zone }. Finché durano non ti chiedo se è un buon momento per un accesso. Se un accesso aspetta già un codice, te lo chiedo lo stesso, ma senza suono. /quiet 22:30-07:00 le cambia, /quiet off le toglie.
quiet-none = Non hai ore di silenzio. Con /quiet 23:00-08:00 Europe/Rome le imposti: finché durano non ti chiedo se è un buon momento per un accesso. Se un accesso aspetta già un codice, te lo chiedo lo stesso, ma senza suono.
quiet-set = Le tue ore di silenzio: dalle { $from } alle { $to }, { $zone }. Finché durano non ti chiedo se è un buon momento per un accesso. Se un accesso aspetta già un codice, te lo chiedo lo stesso, ma senza suono. { $agency } vede da quando e fino a quando c’è silenzio, e nient’altro. /quiet off le toglie.
quiet-off = Non hai più ore di silenzio.
quiet-not-times = Non ho capito queste ore. Si scrive così: /quiet 23:00-08:00 Europe/Rome
quiet-same-times = Le ore di silenzio non possono iniziare e finire alla stessa ora. Si scrive così: /quiet 23:00-08:00 Europe/Rome
quiet-no-zone = In quale fuso orario? Scrivilo dopo le ore: /quiet 23:00-08:00 Europe/Rome
quiet-unknown-zone = Non conosco quel fuso orario. Intendevi { $zone }? Si scrive così: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Le ore di silenzio sono per chi ha un account collegato. A nessun altro si chiede nulla.
my-accounts-quiet = Ore di silenzio: dalle { $from } alle { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } ha ore di silenzio dalle { $since } alle { $until }. Chiederò se è un buon momento quando finiscono.
remark-ready-quiet = { $name } ha ore di silenzio dalle { $since } alle { $until }. Glielo chiederò quando finiscono.
remark-silently = { $name } ha ore di silenzio dalle { $since } alle { $until }: i miei messaggi arrivano senza suono.
nudge-quiet = Chi riceve le richieste per @{ $handle } ha ore di silenzio fino alle { $time }. Prima non chiedo di nuovo.
command-quiet = Ore di silenzio: /quiet 23:00-08:00 Europe/Rome

## Suono

mute-until = Senza suono fino al { $time }. Fino ad allora, quello che non hai chiesto arriva senza suono, avvisi compresi. Non viene omesso nulla, e le risposte ai tuoi comandi restano come sempre. /unmute lo annulla.
mute-on = Senza suono. D’ora in poi, quello che non hai chiesto arriva senza suono, avvisi compresi. Non viene omesso nulla, e le risposte ai tuoi comandi restano come sempre. /unmute lo annulla.
mute-off = I miei messaggi arrivano con il suono.
mute-not-duration = Non ho capito per quanto tempo. Scrivi /mute 30m, /mute 2h o /mute 3d (al massimo 30 giorni); /mute da solo vale finché non scrivi /unmute.
command-mute = Senza suono: /mute 2h
command-unmute = Di nuovo con il suono

## Sessioni

button-reconnect = Ricollega
session-dead = La sessione di @{ $handle } è terminata presso l’API degli account: l’account non è più collegato. Premi «{ button-reconnect }» per accedere di nuovo; il creator riceve la richiesta come sempre.
session-alive = @{ $handle } è di nuovo collegato.

## Who can be reached

button-can-read = Riesco a leggere
check-question = { $starter } vuole sapere se ti arrivano i miei messaggi su @{ $handle }. Non è un accesso. Premi il pulsante, per favore.
check-thanks = Grazie! { $agency } sa che ti arrivano i miei messaggi su @{ $handle }.
check-not-needed = Non serve più rispondere a questo per @{ $handle }.
check-head = @{ $handle } · chi è raggiungibile? · { $starter }, { $time }
check-unknown = { $name }: ancora nessuna risposta
check-yes = { $name }: raggiungibile, risposta alle { $time }
check-no = { $name }: irraggiungibile. Ha bloccato il bot o non l’ha mai aperto; chiedi di aprire la nostra chat.
check-too-often = { $name }: nessuna richiesta, nell’ultima ora sono già state troppe
check-unanswered = { $name }: nessuna risposta
check-too-soon = Ho chiesto meno di un minuto fa chi è raggiungibile per @{ $handle }. Riprova tra { $duration }.
usage-check = Si scrive così: /check @account
command-check = Vedere chi è raggiungibile: /check @account
trail-asked-check = domanda a { $person }, per { $by }: arrivano i messaggi?
trail-can-read = { $person } è raggiungibile

## Who is asked first

button-everybody = Tutti insieme
button-first = Prima { $name }
order-only-you = Nessun altro è collegato a @{ $handle }, quindi non c’è un ordine.
order-everybody = Per @{ $handle } chiedo a tutti insieme: { $names }.
order-set = Per @{ $handle } chiedo a turno, alla persona successiva dopo { $duration } senza risposta:
order-line = { $number }. { $name }
order-how = A chi devo chiedere prima?
order-other = Può cambiarlo { $name }, che ha accettato prima degli altri.
usage-order = Si scrive così: /order @account
command-order = A chi chiedere prima: /order @account
trail-ordered = { $person } ha cambiato a chi si chiede prima

## Ready first

button-in-an-hour = Tra un’ora
ready-asker = { $starter } vorrebbe ricollegare @{ $handle }. È un buon momento?
ready-at-hand = Tieni a portata di mano il telefono con l’app di autenticazione. Non inizia nulla finché non premi «{ button-ready }».
ready-asked = Chiesto alle { $time } · numero { $tag }
ready-later = Te lo chiederò di nuovo alle { $time }. Puoi anche iniziare prima.
ready-ended-started = Grazie! L’accesso a @{ $handle } sta iniziando; tra poco ti chiederò il codice. (numero { $tag })
ready-ended-cannot-start = Grazie! L’accesso a @{ $handle } non può iniziare adesso, e { $agency } lo sa. Non devi fare nulla. (numero { $tag })
ready-ended-not-now = Va bene, non ora. Per @{ $handle } non è stato avviato nulla, e { $agency } lo sa. (numero { $tag })
ready-ended-answered = { $name } se ne occupa per @{ $handle }. (numero { $tag })
ready-ended-expired = Non ho avuto risposta da te per @{ $handle }, quindi non è stato avviato nulla. Non devi fare nulla. (numero { $tag })
ready-ended-cancelled = { $agency } non vuole più ricollegare @{ $handle }. Non devi fare nulla. (numero { $tag })
ready-ended-begun = Nel frattempo è iniziato un accesso a @{ $handle }. (numero { $tag })
progress-asking-ready = sto chiedendo se è un buon momento: { $names }
progress-ready-too-often = nell’ultima ora tutte le persone collegate hanno ricevuto troppe richieste. Chiederò se è un buon momento alle { $time }.
ending-not-now = non ora, dice { $name }. Non è stato avviato nulla.
ending-nobody-ready = nessuno ha detto in tempo che si può iniziare. Non è stato avviato nulla. Riprova in un altro momento, oppure concordane uno.
ending-ready-in-vain = { $name } può iniziare, ma adesso l’accesso non si può avviare. Non è stato avviato nulla. /reauth dice che cosa lo impedisce.
ending-begun = non aspetto più: un accesso è stato avviato senza chiedere prima.
already-asked = Sto già chiedendo se è un buon momento per @{ $handle } (numero { $tag }). /reauth @{ $handle } now inizia senza aspettare, /cancel @{ $handle } chiude.
usage-ready = Si scrive così: /ready @account
command-ready = Chiedere prima se è un buon momento: /ready @account

## Nudges, marks, and who else is linked

button-nudge = Sollecita
button-another = Altre
again-nudged = { $agency } chiede un’altra volta:
mark-given = Le tue immagini per @{ $handle } sono { $mark }. Ogni mia domanda su questo account le porta, e nessun altro le vede. Una domanda senza queste immagini non è mia: non rispondere.
mark-void = Queste immagini non si usano più.
mark-line = Le tue immagini: { $mark }
other-linked = { $name } ha accettato un invito di { $starter } e ora ha a sua volta un collegamento con @{ $handle }: d’ora in poi chiedo anche a questa persona. Se non è giusto, dillo a { $agency } e premi «{ button-not-me }» alla prossima domanda.
nudged = Ho chiesto di nuovo per @{ $handle }: { $names }.
nothing-to-nudge = Al momento non si chiede a nessuno per @{ $handle }. /status mostra che cosa è in corso.
nudge-too-soon = Ho chiesto di nuovo per @{ $handle } meno di un minuto fa. Riprova tra { $duration }.
nudge-too-often = Nell’ultima ora le richieste per @{ $handle } sono state troppe. Potrò chiedere di nuovo alle { $time }.
usage-nudge = Si scrive così: /nudge @account
command-nudge = Chiedere di nuovo: /nudge @account
