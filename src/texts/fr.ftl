# La voix du bot en français. Il vouvoie, comme Telegram.
#
# Comme dans en.ftl : les comptes s’écrivent @{ $handle }, et les boutons sont cités par leur identifiant.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (par le système de { $agency })
starter-operator = { $agency }

kind-sms = le code du SMS
kind-app = le code de l’application d’authentification
kind-email = le code de l’e-mail
kind-code = un code
kind-face = la vérification du visage
kind-phone = une confirmation sur le téléphone

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }

people-none = personne
and-more = … et { $more } de plus.

format-time = %H:%M %Z
format-date = %d/%m/%Y %H:%M %Z

## Buttons

button-accept = Accepter
button-decline = Refuser
button-not-me = Ce n’est pas moi
button-later = Plus tard
button-quarter = 15 minutes
button-hour = 1 heure
button-tonight = Ce soir
button-send-email = Renvoyer l’e-mail
button-face-open = Ouvrir la vérification
button-phone-open = Ouvrir la confirmation
button-face-done = C’est fait
button-allow-again = Autoriser à nouveau
button-cancel = Annuler
button-invite = Inviter
button-revoke = Révoquer
button-ready = On peut y aller
button-not-now = Pas maintenant
button-forget = Oubliez-moi
button-earlier = Précédents
button-telegram-language = Comme dans Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Bonjour ! Je transporte des codes à usage unique pour { $agency } : des personnes à qui ils appartiennent jusqu’à la connexion qui les attend.

    Je ne parle qu’aux personnes invitées. Si c’est votre cas, ouvrez le lien que vous avez reçu.

    /privacy vous dit ce que je conserve.

help-creator =
    Quand { $agency } reconnecte l’un de vos comptes, je vous demande le code ici. Envoyez-le simplement en message. Je le transmets et j’efface votre message.

    Ce n’est pas vous ? Appuyez sur « { button-not-me } » et tout s’arrête. Pas maintenant ? Appuyez sur « { button-later } ».

    /accounts – vos comptes liés, et de qui vient l’invitation
    /history – tout ce qui vous a été demandé
    /stop @compte – ne plus jamais recevoir de demandes pour ce compte, dès cet instant
    /quiet 23:00-08:00 Europe/Paris – quand ne pas vous demander ce qui peut attendre
    /order @compte – à qui demander d’abord, si vous êtes plusieurs
    /language – parler une autre langue
    /privacy – ce que je conserve
    /mydata – tout cela, dans un document
    /forgetme – mettre fin à tout et effacer vos données

    Je ne demande jamais de mot de passe, ni le code de connexion de Telegram lui-même, ni un code en dehors de cette conversation.

help-manager =
    /reauth @compte – reconnecter un compte (ou plusieurs : /reauth @a @b, ou tous : /reauth all)
    /ready @compte – demander d’abord si c’est le bon moment, puis reconnecter
    /nudge @compte – demander encore une fois
    /check @compte – voir qui est joignable
    /status – tous les comptes et ce qui est en cours ; /status @compte – un seul compte
    /cancel @compte – arrêter de demander
    /watch <attempt id> @compte – suivre une connexion lancée ailleurs
    /invite @compte – créer un lien pour le créateur ; /invite @compte revoke – le révoquer
    /unlink @compte – supprimer tous les liens d’un compte
    /accounts – tous les comptes et les personnes liées
    /audit @compte – ce qui a été demandé, répondu et décidé à son sujet
    /mute 2h (en privé) – ce que vous n’avez pas demandé arrive sans bruit (/mute seul : jusqu’à /unmute) ; rien n’est omis
    /language (en privé) – parler une autre langue

    Dans un groupe, écrivez la commande suivie de mon nom (/reauth@{ $bot } @compte) ou choisissez-la dans le menu : sinon, Telegram ne me la montre peut-être pas. Vous voyez où en est une connexion, jamais un code.

privacy =
    Ce que je conserve : votre numéro Telegram, votre prénom et votre langue, ainsi que vos comptes liés, de qui vient l’invitation, depuis quand et avec quelles images, vos heures de silence si vous en fixez, et si mes messages vous parviennent, tant que le lien existe ; les moments où je vous ai demandé quelque chose, pendant une heure ; et les connexions concernées, jusqu’à un jour après leur fin. De plus, un registre de ce qui a été demandé, répondu et décidé, par qui et quand, afin de pouvoir le vérifier plus tard, pendant { duration-days }. Cela me permet de demander à la bonne personne, sans solliciter quiconque trop souvent. Si vous appuyez sur « { button-not-me } », cela reste enregistré jusqu’à ce que vous autorisiez à nouveau les connexions. Tout est stocké chiffré.

    Ce que je ne conserve jamais : les codes. Ils vont à la connexion qui les attend, et votre message est effacé. Ils ne sont ni stockés, ni journalisés, ni montrés à qui que ce soit chez { $agency }.

    Les conversations Telegram avec des bots ne sont pas chiffrées de bout en bout.

    { $agency } exploite ce bot et en répond. /stop @compte met fin à un lien immédiatement, /mydata vous remet tout ce qui est conservé sur vous, /forgetme l’efface.

not-for-you = Ceci est réservé aux managers de { $agency }.
invitation-useless = Cette invitation ne fonctionne pas. Demandez-en une nouvelle à la personne qui vous l’a envoyée.
only-in-private = Cela ne fonctionne que dans notre conversation privée.
not-for-managers = Un manager ne peut pas être lié à un compte : qui lance une connexion ne peut pas répondre à la place du créateur.
too-many-links = @{ $handle } a déjà autant de personnes liées que possible. Demandez à { $agency } d’en retirer une d’abord.
too-many-open = Il y a plus de connexions en cours que je ne peux en suivre à la fois. Réessayez dans quelques minutes.
usage-reauth = Écrivez-le ainsi : /reauth @compte (jusqu’à 20 comptes), ou /reauth all
usage-invite = Écrivez-le ainsi : /invite @compte, ou /invite @compte revoke
usage-watch = Écrivez-le ainsi : /watch <attempt id> @compte
usage-cancel = Écrivez-le ainsi : /cancel @compte
usage-unlink = Écrivez-le ainsi : /unlink @compte
usage-status = Écrivez-le ainsi : /status, ou /status @compte
usage-stop = Écrivez-le ainsi : /stop @compte
usage-audit = Écrivez-le ainsi : /audit @compte
usage-unknown = Je ne connais pas cette commande. /help montre ce que je sais faire.
command-too-old = Vous avez écrit cela pendant mon absence, je ne l’ai donc pas fait. Si vous le voulez toujours, renvoyez-le.
languages = Je vous parle en français. Dans quelle langue dois-je parler ?

## To a creator, about being linked

invited =
    { $starter } vous invite à recevoir les demandes de codes de connexion pour @{ $handle }.

    Si vous acceptez : chaque fois que { $agency } reconnecte @{ $handle }, je vous demande ici le code du SMS, de l’application d’authentification ou de l’e-mail, ou je vous envoie le lien d’une vérification du visage. À chaque fois, je vous dis qui l’a demandé. Les codes vont à la connexion et nulle part ailleurs ; personne chez { $agency } ne les voit.

    Ce que je ne vous demanderai jamais : votre mot de passe, le code de connexion de Telegram lui-même, ni quoi que ce soit sur un autre compte.

    Vous pouvez arrêter à tout moment avec /stop.

linked =
    C’est fait : votre lien avec @{ $handle } est actif. Quand { $agency } reconnecte ce compte, je vous demande le code ici.

    Pour y mettre fin, envoyez /stop @{ $handle }.

invitation-declined = C’est refusé. Vous ne recevrez pas de demandes pour @{ $handle }.

my-accounts-none = Vous n’avez aucun compte lié.
my-accounts = Vos comptes liés :
my-accounts-line = @{ $handle } – invitation de { $starter }, depuis le { $since }
my-accounts-frozen = @{ $handle } – arrêté par « { button-not-me } » ; invitation de { $starter }, depuis le { $since }

stopped = C’est fait. Vous n’avez plus de lien avec @{ $handle } et ne recevrez plus de demandes pour ce compte.
unlinked = { $agency } a mis fin à votre lien avec @{ $handle }. Vous ne recevrez plus de demandes pour ce compte.
my-data = Voici tout ce que je conserve sur vous.
forget-me = Voulez-vous que je vous oublie ? Tout ce que je conserve sur vous sera effacé, et je ne pourrai pas le récupérer. Vous pourrez toujours recevoir une nouvelle invitation.
forget-me-links = Vous ne recevrez plus de demandes pour { $handles } ; { $agency } saura que vous avez retiré votre accord.
forget-me-trail = Dans le registre de ce qui a été demandé et décidé, un pseudonyme que personne ne peut relier à vous prend votre place.
forget-me-frozen = Une chose demeure : le fait que « { button-not-me } » a été utilisé pour { $handles }, avec votre numéro Telegram et sans votre nom, pour que personne d’autre ne puisse lever ce blocage.
not-forgotten = Rien n’a été effacé : vous n’avez pas confirmé à temps. /forgetme vous le redemande.
forgotten = Je ne conserve plus rien sur vous. Au revoir, et bonne continuation !
forgotten-frozen = Je ne conserve plus rien sur vous, sauf le fait que « { button-not-me } » a été utilisé pour { $handles } : votre numéro Telegram sans votre nom, pour que personne d’autre ne puisse lever ce blocage. Au revoir, et bonne continuation !
forget-no-manager = Vous figurez comme manager de { $agency } dans ma configuration, je ne peux donc pas vous oublier. Demandez à la personne qui m’exploite de vous retirer de la liste ; ensuite, /forgetme fonctionnera.
not-linked = Vous n’avez aucun lien avec un compte nommé @{ $handle }. /accounts montre les vôtres.

## To a creator: the question

question-asker = { $starter } se connecte à @{ $handle }.
question-started = Lancée à { $time } · repère { $tag }

question-sms = Merci de m’envoyer le code du SMS.
question-app = Merci de m’envoyer le code que votre application d’authentification affiche en ce moment. Il change toutes les 30 secondes, prenez-en donc un tout frais.
question-email = Merci de m’envoyer le code de l’e-mail.
question-email-mask = Merci de m’envoyer le code de l’e-mail adressé à { $mask }.
question-code = Merci de m’envoyer le code que vous venez de recevoir.
question-face = Une vérification du visage est nécessaire. Ouvrez-la, faites-la, puis appuyez sur « { button-face-done } ».
question-face-missing = Une vérification du visage est nécessaire, mais aucun lien ne l’accompagnait. Votre manager le sait. Si vous l’avez faite dans l’application, appuyez sur « { button-face-done } ».
question-face-unusable = Une vérification du visage est nécessaire, mais son lien n’est pas sûr, je ne l’affiche donc pas. Votre manager le sait.
question-phone = Merci de confirmer la connexion : ouvrez le lien et suivez les étapes.
question-phone-missing = Merci de confirmer la connexion dans l’application, sur votre téléphone.
question-phone-unusable = Merci de confirmer la connexion dans l’application, sur votre téléphone. Un lien est arrivé avec, mais il n’est pas sûr, je ne l’affiche donc pas.

again-wrong =
    { $tries ->
        [one] Ce code n’a pas fonctionné. Il vous reste { $tries } essai.
       *[other] Ce code n’a pas fonctionné. Il vous reste { $tries } essais.
    }
again-reminder = Je vous attends toujours :
again-unsure = Je n’ai pas pu savoir si votre dernière réponse est arrivée, il me faut donc un nouveau code. Désolé !
again-postponed = Vous m’aviez demandé de revenir plus tard. Me voici :
again-not-done = La plateforme dit que la vérification du visage n’est pas encore terminée.
again-email-unsure = Je n’ai pas pu m’assurer que l’e-mail est parti. S’il n’arrive pas, appuyez sur « { button-send-email } ».
again-throttled = La plateforme m’a fait attendre jusqu’à ce que votre dernier code soit périmé, il m’en faut donc un nouveau. Désolé !
again-too-late = Votre code était déjà périmé quand j’ai pu le transmettre, il m’en faut donc un nouveau. Désolé !

mode-later = Dans combien de temps ?
mode-postponed = Je vous reposerai la question à { $time }. Vous pouvez aussi répondre maintenant.
mode-checking = vérification…

question-safety = Vous ne vous y attendiez pas ? Appuyez sur « { button-not-me } ».

## To a creator: what became of a question

ended-done = @{ $handle } est connecté. Merci ! (repère { $tag })
ended-accepted = C’est passé. Il manque encore une chose à @{ $handle }. (repère { $tag })
ended-wrong = Ce code pour @{ $handle } n’a pas fonctionné. (repère { $tag })
ended-wrong-for-good = Ce code pour @{ $handle } n’a pas fonctionné non plus, cette connexion est donc terminée. Vous n’avez rien à faire. (repère { $tag })
ended-failed = La connexion à @{ $handle } a échoué. Vous n’avez rien à faire. (repère { $tag })
ended-answered = { $name } a répondu pour @{ $handle }. (repère { $tag })
ended-expired = Le temps pour répondre au sujet de @{ $handle } est écoulé. Vous n’avez rien à faire. (repère { $tag })
ended-cancelled = { $agency } a annulé la connexion à @{ $handle }. Vous n’avez rien à faire. (repère { $tag })
ended-not-me = La connexion à @{ $handle } a été arrêtée. (repère { $tag })
ended-withdrawn = Vous ne recevez plus de demandes pour @{ $handle }. (repère { $tag })
ended-not-needed = Ce n’est plus nécessaire pour @{ $handle }. (repère { $tag })
ended-unsure = Autant que je puisse le savoir, cette réponse pour @{ $handle } n’a pas été utilisée. (repère { $tag })
ended-our-fault = Votre réponse pour @{ $handle } n’a pas pu être transmise : quelque chose est en panne de notre côté, et la personne qui exploite ce bot le sait. Je vous reposerai la question quand cela marchera. (repère { $tag })
ended-must-wait = La plateforme me demande d’attendre, et d’ici là votre code pour @{ $handle } sera périmé. Je vous en demanderai un nouveau dans { $duration }. (repère { $tag })
ended-put-off = Je reviendrai vers vous au sujet de @{ $handle } : { $time }. (repère { $tag })
ended-over = C’est terminé pour @{ $handle }. (repère { $tag })
repeated = @{ $handle } : la question se trouve à nouveau plus bas. (repère { $tag })

ready-again = Vous m’aviez demandé de revenir vers vous au sujet de @{ $handle } ({ $starter } voulait se connecter). Cette connexion-là est terminée. Faut-il en lancer une nouvelle maintenant ?
ready-started = Je lance une nouvelle connexion à @{ $handle }.
ready-not-started = Aucune nouvelle connexion à @{ $handle } n’a été lancée.

frozen-by-you = Arrêté. Depuis ce bot, personne ne peut lancer de connexion à @{ $handle } tant que vous n’avez pas appuyé sur « { button-allow-again } », et { $agency } a été alertée. Si quelqu’un a votre mot de passe, changez-le.
allowed-by-you = @{ $handle } peut à nouveau être reconnecté.

## To a creator, about what they wrote

nothing-open = Je n’attends rien de vous pour le moment. Si c’était un code, il n’est plus nécessaire.
no-code = Je n’y vois pas de code. Un code comporte de { $min } à { $max } chiffres ; envoyez simplement les chiffres.
two-codes = J’y vois plus d’un nombre qui pourrait être le code, et je ne veux pas deviner. Merci de n’envoyer que le code.
type-the-code = Merci d’écrire le code : je ne peux pas le lire dans une image, un message vocal ou un sticker.
too-early = Cela est arrivé avant ma question, je ne l’ai donc pas utilisé. Merci d’envoyer un nouveau code.
telegrams-own-code = Cela ressemble à un code de connexion de Telegram lui-même. Ne l’envoyez jamais à personne, à moi non plus : toute personne qui l’a peut s’emparer de votre Telegram. Je ne l’ai pas utilisé.
still-checking = Je vérifie encore la réponse précédente pour @{ $handle }. Si elle ne fonctionne pas, je vous reposerai la question.
no-code-wanted = @{ $handle } n’a pas besoin de code pour le moment. Regardez ma dernière question, s’il vous plaît.
which-account = Pour quel compte est ce code ?
which-by-reply = Je ne peux pas vous montrer les boutons pour choisir le compte, ce code n’a donc pas été utilisé. Merci d’envoyer un code à nouveau, en réponse à la question qu’il concerne.
account-chosen = Pour @{ $handle }.
account-not-chosen = Ce code n’a pas été utilisé. Si je vous en demande encore un, merci d’envoyer un nouveau code.
delete-it-yourself = Je n’ai pas pu effacer votre message. Merci de l’effacer vous-même.
code-not-used = Je n’ai pas utilisé ce code. Merci de l’envoyer à nouveau.

## Short answers to a pressed button

button-expired = Ce bouton ne fonctionne plus.
noted = C’est noté.
email-asked-for = L’e-mail est en route.
email-cooldown = L’e-mail pourra être renvoyé dans { $seconds } s.
telling-the-api = Je préviens la plateforme…

## To managers: the status of a sign-in

status-head = @{ $handle } · repère { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }) : { $progress }

progress-starting = démarrage…
progress-working = en cours…
progress-waiting = en attente de { $names } : { $kind }
progress-after-wrong =
    { $tries ->
        [one] ce code n’a pas fonctionné, en attente d’un autre de { $names } (encore { $tries } essai)
       *[other] ce code n’a pas fonctionné, en attente d’un autre de { $names } (encore { $tries } essais)
    }
progress-no-link = il faut { $kind }, et personne n’est lié. Invitez le créateur ; je demanderai dès que l’invitation sera acceptée.
progress-too-often = il faut { $kind }, mais toutes les personnes liées ont déjà reçu trop de demandes cette dernière heure. Je pourrai redemander à { $time }.
progress-postponed = { $name } préfère plus tard : { $time }
progress-checking = vérification…
progress-unusual = la plateforme dit « { $state } », que je ne connais pas. Je continue à surveiller ; merci d’y jeter un œil vous-même.

remark-unreachable-api = L’API des comptes ne répond pas pour le moment. Je continue d’essayer.
remark-api-refuses = L’API des comptes refuse notre clé. La personne qui exploite ce bot doit y remédier.
remark-api-throttles = L’API des comptes nous demande de ralentir, cela prend donc plus de temps.
remark-unusable-link = L’API a envoyé un lien qui n’est pas sûr, je ne l’affiche donc pas.
remark-missing-link = L’API n’a pas envoyé de lien pour la vérification du visage. Le créateur ne peut la faire que dans l’application.
remark-email-failed = Je n’ai pas pu m’assurer que l’e-mail est parti. S’il n’arrive pas, le créateur peut appuyer sur « { button-send-email } ».
remark-unreachable = Impossible de joindre { $names }.
remark-later = { $name } préfère plus tard : { $time }

ending-connected = connecté en { $duration }
ending-other-account = connecté, mais à un autre compte que celui prévu ({ $account }). Vérifiez lequel a été connecté.
ending-failed = échec : la plateforme a abandonné cette connexion. Attendez un peu avant de réessayer ; trop d’essais lui paraissent suspects.
ending-unknown = terminé : l’API des comptes ne connaît pas cette connexion (404). Elle a expiré, ou l’identifiant est faux.
ending-gone = terminé : la session du compte n’est plus valable (410). Liez à nouveau le compte auprès de l’API des comptes.
ending-no-credentials = aucun identifiant enregistré (412) : liez à nouveau le compte avec remember_credentials, puis réessayez.
ending-account-unknown = l’API des comptes ne connaît pas ce compte (404). /accounts montre ceux qu’elle connaît.
ending-throttled = l’API des comptes nous demande d’attendre { $duration } (429). Réessayez ensuite.
ending-throttled-unknown = l’API des comptes nous demande d’attendre (429). Réessayez dans quelques minutes.
ending-api-refuses = l’API des comptes refuse notre clé. La personne qui exploite ce bot doit y remédier ; `twofa-bridge check` dit comment.
ending-api-declines = l’API des comptes a refusé. Rien n’a été lancé. Regardez le compte là-bas ; si tout va bien, réessayez une fois.
ending-api-unreachable = l’API des comptes est injoignable. Rien n’a été lancé ; réessayez dans quelques minutes.
ending-maybe-started = je ne sais pas si cette connexion a été lancée : aucune réponse n’est venue. Je ne la relance pas de moi-même. Regardez auprès de l’API des comptes, ou renvoyez /reauth.
ending-attempt-taken = l’API des comptes a répondu par une connexion déjà connue ici. Rien de nouveau n’est suivi. /status la montre.
ending-wrong-codes = terminé : trop de codes erronés. Recommencez quand le créateur sera disponible.
ending-not-me = arrêté : { $name } a appuyé sur « { button-not-me } ». Seule cette personne peut l’autoriser de nouveau ; parlez-lui d’abord.
ending-cancelled = annulé par { $name }
ending-unanswered = terminé : personne n’a répondu à temps. /ready demande d’abord si c’est le bon moment.
ending-too-old = terminé : cela a pris trop de temps. Relancez avec /reauth.
ending-unreachable = terminé : je ne peux pas joindre { $names }. Le bot a été bloqué ou n’a jamais été ouvert ; demandez d’ouvrir notre conversation.
ending-withdrawn = terminé : plus personne n’est lié. /invite crée un lien pour le créateur.
ending-put-off = reporté par { $name }. Je redemanderai : { $time }.

## To managers, otherwise

unknown-handle = Je ne connais pas de compte nommé @{ $handle }. /accounts montre ceux que je connais.
ambiguous-handle = Plusieurs comptes s’appellent @{ $handle } : { $accounts }. Donnez un autre nom à l’un d’eux auprès de l’API des comptes ou dans la configuration, puis réessayez.
accounts-unavailable = Je ne connais pas @{ $handle }, et l’API des comptes ne répond pas, je ne peux donc pas vérifier. Réessayez dans une minute.
reauth-limit = @{ $handle } a été reconnecté trop souvent. Réessayez dans { $duration }.
already-open = Une connexion à @{ $handle } est déjà en cours (repère { $tag }). /status la montre, /cancel @{ $handle } y met fin.
account-frozen = Le créateur a arrêté @{ $handle } avec « { button-not-me } ». Seul le créateur peut l’autoriser à nouveau.
nobody-linked = Personne n’est lié à @{ $handle }. Invitez d’abord le créateur.
invitation-made =
    Envoyez ce lien au créateur de @{ $handle }. Il fonctionne une seule fois, jusqu’au { $time } :

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Il n’y avait pas d’invitation ouverte pour @{ $handle }.
        [one] L’invitation pour @{ $handle } ne fonctionne plus.
       *[other] { $count } invitations pour @{ $handle } ne fonctionnent plus.
    }
invitation-accepted = { $name } a accepté et reçoit désormais les demandes pour @{ $handle }.
invitation-refused = { $name } a refusé l’invitation pour @{ $handle }.
not-me-alert = « { button-not-me } » : { $name } dit ne pas être à l’origine de la connexion à @{ $handle } (repère { $tag }), lancée par { $starter }. Le compte est arrêté jusqu’à nouvelle autorisation de sa part. Cherchez qui l’a lancée.
allowed-again = { $name } autorise à nouveau @{ $handle }.
creator-stopped = { $name } a mis fin à son lien avec @{ $handle }.
creator-unreachable = Je ne peux pas joindre { $name } au sujet de @{ $handle } : le bot a été bloqué. Demandez-lui de le débloquer.
creator-not-now = { $name } ne souhaite pas se connecter à @{ $handle } maintenant. Redemandez plus tard avec /ready.
links-ended = Plus de lien avec @{ $handle } : { $names }.
nothing-to-cancel = Rien n’est en cours pour @{ $handle }. /status montre ce qui est en cours.
round-head = Reconnexion de plusieurs comptes : { $accounts } · { $starter }, { $time }
round-open = en cours ({ $count }) : { $handles }
round-waits = attendent leur tour ({ $count }) : { $handles }
round-connected = connectés ({ $count }) : { $handles }
round-failed = non connectés, { $how } ({ $count }) : { $handles }
round-skipped = laissés de côté, { $why } ({ $count }) : { $handles }
round-over = Terminé après { $duration }. /status @compte en dit plus sur chacun.
round-why =
    { $word ->
        [frozen] arrêté par « { button-not-me } » ; seul le créateur peut l’autoriser à nouveau
        [already_open] une connexion est déjà en cours
        [already_asked] on demande déjà si c’est le bon moment
        [listed] sur la liste d’une commande précédente qui n’est pas terminée
        [nobody_linked] personne n’est lié ; /invite crée un lien
        [unreachable] la personne est injoignable et doit me débloquer
        [too_often] reconnecté trop souvent ; réessayez plus tard
        [cancelled] annulé
        [too_late] son tour n’est pas venu à temps
        [unknown] aucun compte ne porte ce nom
        [ambiguous] plusieurs comptes portent ce nom
        [unavailable] l’API des comptes ne répond pas, je ne peux donc pas vérifier
       *[other] { $word }
    }
too-many-for-round = Il y a { $accounts } comptes, et j’en prends { $most } à la fois. Nommez ceux qu’il vous faut : /reauth @a @b
attempt-taken = La connexion { $attempt } appartient à un autre compte. Vérifiez l’identifiant et le compte.
accounts-none = Je ne connais aucun compte. Ajoutez-en auprès de l’API des comptes, ou sous [[accounts]] dans la configuration.
accounts-head = Comptes :
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – arrêté par « { button-not-me } »
name-unreachable = { $name } (injoignable)
board-head = Comptes : { $accounts } · en cours : { $open } · { $time }
board-page = Page { $page } sur { $pages }
board-open = → en cours depuis { $duration } (repère { $tag }) : { $progress }
board-connected = dernière connexion : { $time }
board-never = jamais connecté depuis ce bot
board-closed = Ces pages ne se tournent plus. /status montre où en sont les choses.
button-previous-page = ‹ Précédente
button-next-page = Suivante ›

## The record of what was done

trail-none = Rien ne vous a été demandé jusqu’ici.
trail-none-account = Rien n’est consigné au sujet de @{ $handle } jusqu’ici.
trail-unreadable = Je ne peux pas lire le registre de ce qui a été fait. La personne qui exploite ce bot doit regarder ; réessayez plus tard.
trail-head = Ce qui vous a été demandé, et la suite (le plus récent à la fin) :
trail-head-account = Ce qui est consigné au sujet de @{ $handle } (le plus récent à la fin) :
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = une personne oubliée ({ $alias })
trail-host = le système de { $agency }

trail-invited = { $by } a créé une invitation
trail-invitation-revoked = { $by } a révoqué des invitations
trail-invitation-declined = une invitation de { $by } a été refusée
trail-linked = { $person } a accepté une invitation de { $by }
trail-withdrew = { $person } a retiré son accord
trail-unlinked = le lien de { $person } a été supprimé par { $by }
trail-started = { $by } a demandé une connexion
trail-not-started = aucune connexion : { $how }
trail-watched = suivi d’une connexion lancée par { $by }
trail-asked = demande à { $person }, pour { $by } : { $kind }
trail-asked-again = nouvelle demande à { $person }, pour { $by } : { $kind }
trail-asked-ready = demande à { $person }, pour { $by } : est-ce le moment ?
trail-postponed = { $person } préférait plus tard
trail-answered = { $person } a répondu ; la réponse a été transmise
trail-wrong-code = ce code n’a pas fonctionné
trail-accepted = cela a fonctionné, et il fallait encore autre chose
trail-frozen = { $person } a appuyé sur « { button-not-me } »
trail-allowed = { $person } a appuyé sur « { button-allow-again } »
trail-ready = { $person } : « { button-ready } »
trail-not-now = { $person } : « { button-not-now } »
trail-cancelled = annulé par { $by }
trail-ended = terminé : { $how }
trail-forgotten = { $person } a demandé l’oubli
trail-how =
    { $word ->
        [connected] connecté
        [other_account] un autre compte a été connecté
        [failed] échec
        [unknown] l’API des comptes ne connaît pas cette connexion
        [gone] la session du compte n’est plus valable
        [no_credentials] aucun identifiant enregistré
        [account_unknown] l’API des comptes ne connaît pas le compte
        [throttled] l’API des comptes a demandé d’attendre
        [api_refuses] l’API des comptes a refusé notre clé
        [api_declines] l’API des comptes a refusé
        [api_unreachable] l’API des comptes était injoignable
        [maybe_started] on ne sait pas si la connexion a été lancée
        [attempt_taken] la connexion était déjà connue
        [wrong_codes] trop de codes erronés
        [declined] « { button-not-me } »
        [cancelled] annulé
        [unanswered] personne n’a répondu à temps
        [too_old] cela a pris trop de temps
        [unreachable] personne n’était joignable
        [withdrawn] plus personne n’est lié
        [put_off] reporté
        [not_now] pas maintenant
        [nobody_ready] personne n’était disponible à temps
        [ready_in_vain] rien ne pouvait être lancé
        [begun] une connexion a été lancée sans demander d’abord
       *[other] { $word }
    }

## The command menu

command-help = Ce que je sais faire
command-accounts = Comptes liés
command-stop = Mettre fin à un lien : /stop @compte
command-language = La langue que je parle
command-privacy = Ce qui est conservé
command-mydata = Tout ce qui est conservé sur moi
command-forgetme = Effacer mes données
command-history = Ce qu’on m’a demandé
command-audit = Ce qui a été fait : /audit @compte
command-reauth = Reconnecter : /reauth @compte
command-status = Tous les comptes et ce qui est en cours
command-cancel = Arrêter de demander : /cancel @compte
command-watch = Suivre une connexion lancée ailleurs
command-invite = Inviter un créateur : /invite @compte
command-unlink = Supprimer tous les liens : /unlink @compte

## Quiet hours

quiet-are = Vos heures de silence : de { $from } à { $to }, { $zone }. Avant leur fin, je ne vous demande pas si c’est le bon moment pour une connexion. Si une connexion attend déjà un code, je vous le demande quand même, mais sans bruit. /quiet 22:30-07:00 les change, /quiet off les supprime.
quiet-none = Vous n’avez pas d’heures de silence. /quiet 23:00-08:00 Europe/Paris les fixe : avant leur fin, je ne vous demande pas si c’est le bon moment pour une connexion. Si une connexion attend déjà un code, je vous le demande quand même, mais sans bruit.
quiet-set = Vos heures de silence : de { $from } à { $to }, { $zone }. Avant leur fin, je ne vous demande pas si c’est le bon moment pour une connexion. Si une connexion attend déjà un code, je vous le demande quand même, mais sans bruit. { $agency } voit depuis quand et jusqu’à quand c’est le silence, et rien d’autre. /quiet off les supprime.
quiet-off = Vous n’avez plus d’heures de silence.
quiet-not-times = Je n’ai pas compris ces heures. Écrivez-les ainsi : /quiet 23:00-08:00 Europe/Paris
quiet-same-times = Les heures de silence ne peuvent pas commencer et finir à la même heure. Écrivez-les ainsi : /quiet 23:00-08:00 Europe/Paris
quiet-no-zone = Dans quel fuseau horaire ? Écrivez-le après les heures : /quiet 23:00-08:00 Europe/Paris
quiet-unknown-zone = Je ne connais pas ce fuseau horaire. Vouliez-vous dire { $zone } ? Écrivez-le ainsi : /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Les heures de silence sont pour les personnes qui ont un compte lié. Rien n’est demandé aux autres.
my-accounts-quiet = Heures de silence : de { $from } à { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } a des heures de silence de { $since } à { $until }. Je demanderai ensuite si c’est le bon moment.
remark-ready-quiet = { $name } a des heures de silence de { $since } à { $until }. Je lui poserai la question ensuite.
remark-silently = { $name } a des heures de silence de { $since } à { $until } : mes messages lui parviennent sans bruit.
nudge-quiet = La personne sollicitée pour @{ $handle } a des heures de silence jusqu’à { $time }. Je ne la relancerai pas avant.
command-quiet = Heures de silence : /quiet 23:00-08:00 Europe/Paris

## Son

mute-until = Sans son jusqu’au { $time }. D’ici là, ce que vous n’avez pas demandé arrive sans bruit, alertes comprises. Rien n’est omis, et les réponses à vos commandes restent comme d’habitude. /unmute y met fin.
mute-on = Sans son. Désormais, ce que vous n’avez pas demandé arrive sans bruit, alertes comprises. Rien n’est omis, et les réponses à vos commandes restent comme d’habitude. /unmute y met fin.
mute-off = Mes messages arrivent avec leur son.
mute-not-duration = Je n’ai pas compris pour combien de temps. Écrivez /mute 30m, /mute 2h ou /mute 3d (30 jours au plus) ; /mute seul dure jusqu’à ce que vous écriviez /unmute.
command-mute = Sans son : /mute 2h
command-unmute = Remettre le son

## Sessions

button-reconnect = Reconnecter
session-dead = La session de @{ $handle } est terminée côté API des comptes : le compte n’est plus connecté. Appuyez sur « { button-reconnect } » pour relancer une connexion ; le créateur est sollicité comme toujours.
session-alive = @{ $handle } est de nouveau connecté.

## Who can be reached

button-can-read = Je peux lire ceci
check-question = { $starter } aimerait savoir si mes messages au sujet de @{ $handle } vous parviennent. Ce n’est pas une connexion. Appuyez sur le bouton, s’il vous plaît.
check-thanks = Merci ! { $agency } sait que mes messages au sujet de @{ $handle } vous parviennent.
check-not-needed = Vous n’avez plus besoin de répondre à ceci pour @{ $handle }.
check-head = @{ $handle } · qui est joignable ? · { $starter }, { $time }
check-unknown = { $name } : pas encore de réponse
check-yes = { $name } : joignable, réponse à { $time }
check-no = { $name } : injoignable. Le bot a été bloqué ou n’a jamais été ouvert ; demandez-lui d’ouvrir notre conversation.
check-too-often = { $name } : pas de demande, il y en a déjà eu trop cette dernière heure
check-unanswered = { $name } : pas de réponse
check-too-soon = J’ai demandé il y a moins d’une minute qui est joignable pour @{ $handle }. Réessayez dans { $duration }.
usage-check = Écrivez-le ainsi : /check @compte
command-check = Voir qui est joignable : /check @compte
trail-asked-check = demande à { $person }, pour { $by } : les messages arrivent-ils ?
trail-can-read = { $person } est joignable

## Who is asked first

button-everybody = Tout le monde à la fois
button-first = D’abord { $name }
order-only-you = Vous êtes la seule personne liée à @{ $handle } : il n’y a pas d’ordre.
order-everybody = Pour @{ $handle }, je demande à tout le monde à la fois : { $names }.
order-set = Pour @{ $handle }, je demande à tour de rôle, à la personne suivante après { $duration } sans réponse :
order-line = { $number }. { $name }
order-how = À qui dois-je demander d’abord ?
order-other = C’est { $name } qui peut changer cela, ayant accepté avant les autres.
usage-order = Écrivez-le ainsi : /order @compte
command-order = À qui demander d’abord : /order @compte
trail-ordered = { $person } a changé l’ordre des demandes

## Ready first

button-in-an-hour = Dans une heure
ready-asker = { $starter } voudrait reconnecter @{ $handle }. Est-ce le bon moment ?
ready-at-hand = Gardez à portée de main le téléphone avec votre application d’authentification. Rien ne commence avant que vous n’appuyiez sur « { button-ready } ».
ready-asked = Demandé à { $time } · repère { $tag }
ready-later = Je vous reposerai la question à { $time }. Vous pouvez aussi commencer plus tôt.
ready-ended-started = Merci ! La connexion à @{ $handle } commence ; je vous demanderai le code dans un instant. (repère { $tag })
ready-ended-cannot-start = Merci ! La connexion à @{ $handle } ne peut pas commencer pour l’instant, et { $agency } le sait. Vous n’avez rien à faire. (repère { $tag })
ready-ended-not-now = Très bien, pas maintenant. Rien n’a été lancé pour @{ $handle }, et { $agency } le sait. (repère { $tag })
ready-ended-answered = { $name } s’en occupe pour @{ $handle }. (repère { $tag })
ready-ended-expired = Je n’ai pas eu de réponse de votre part au sujet de @{ $handle }, donc rien n’a été lancé. Vous n’avez rien à faire. (repère { $tag })
ready-ended-cancelled = { $agency } ne souhaite plus reconnecter @{ $handle }. Vous n’avez rien à faire. (repère { $tag })
ready-ended-begun = Entre-temps, une connexion à @{ $handle } a commencé. (repère { $tag })
progress-asking-ready = on demande si c’est le bon moment : { $names }
progress-ready-too-often = toutes les personnes liées ont déjà reçu trop de demandes cette dernière heure. Je demanderai si c’est le bon moment à { $time }.
ending-not-now = pas maintenant, dit { $name }. Rien n’a été lancé.
ending-nobody-ready = personne n’a dit à temps être disponible. Rien n’a été lancé. Réessayez à un autre moment, ou convenez-en avec la personne.
ending-ready-in-vain = { $name } est disponible, mais rien ne peut être lancé pour l’instant. Rien n’a été lancé. /reauth dit ce qui l’empêche.
ending-begun = je n’attends plus : une connexion a été lancée sans demander d’abord.
already-asked = Je demande déjà si c’est le bon moment pour @{ $handle } (repère { $tag }). /reauth @{ $handle } now commence sans attendre, /cancel @{ $handle } y met fin.
usage-ready = Écrivez-le ainsi : /ready @compte
command-ready = Demander d’abord si c’est le bon moment : /ready @compte

## Nudges, marks, and who else is linked

button-nudge = Relancer
button-another = D’autres
again-nudged = { $agency } demande encore une fois :
mark-given = Vos images pour @{ $handle } sont { $mark }. Chacune de mes questions sur ce compte les porte, et personne d’autre ne les voit. Une question sans elles ne vient pas de moi : n’y répondez pas.
mark-void = Ces images ne servent plus.
mark-line = Vos images : { $mark }
other-linked = { $name } a accepté une invitation de { $starter } et a désormais aussi un lien avec @{ $handle } : dorénavant, je pose aussi mes questions à cette personne. Si c’est une erreur, dites-le à { $agency } et appuyez sur « { button-not-me } » à la prochaine question.
nudged = J’ai redemandé au sujet de @{ $handle } : { $names }.
nothing-to-nudge = Personne n’est sollicité pour @{ $handle } en ce moment. /status montre ce qui est en cours.
nudge-too-soon = J’ai redemandé pour @{ $handle } il y a moins d’une minute. Réessayez dans { $duration }.
nudge-too-often = Les demandes pour @{ $handle } ont été trop nombreuses cette dernière heure. Je pourrai redemander à { $time }.
usage-nudge = Écrivez-le ainsi : /nudge @compte
command-nudge = Demander encore une fois : /nudge @compte
