//! People are spoken to in their language: the one that they chose, else the one that their Telegram says.

use expect_test::expect;

use super::{play, play_as_it_stands};

#[test]
fn what_somebodys_telegram_says_is_spoken() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        given bella’s Telegram speaks de
        given dora’s Telegram speaks pt-br
        given sam’s Telegram speaks es
        10:00:00 bella says /accounts
                 bella #2: Du bist verknüpft mit:
                     @bella – eingeladen von Sam (Acme), seit 05.01.2026, 00:00 UTC – Deine Bilder: 🍓🌵
        10:00:01 dora says /privacy
                 dora #2: O que eu guardo: seu número no Telegram, primeiro nome e idioma, e suas contas vinculadas, quem convidou você, desde quando e com quais figuras, seu horário de silêncio, se você definir um, e se minhas mensagens chegam até você, enquanto durar o vínculo; quando você recebeu perguntas, por uma hora; e os logins sobre os quais você recebeu perguntas, por um dia depois que terminam. Além disso, um registro do que foi perguntado, respondido e decidido, por quem e quando, para que possa ser conferido depois, por 400 dias. Assim eu pergunto à pessoa certa, e a ninguém vezes demais. Se você toca em “Não fui eu”, isso fica guardado até você permitir logins de novo. Tudo fica criptografado.

                     O que eu nunca guardo: códigos. Eles vão para o login que espera por eles, e a sua mensagem é apagada. Não são armazenados, nem registrados, nem mostrados a ninguém de Acme.

                     As conversas com bots no Telegram não têm criptografia de ponta a ponta.

                     Acme opera este bot e responde por ele. /stop @conta encerra um vínculo na hora, /mydata entrega tudo o que está guardado sobre você, /forgetme apaga.
        10:00:02 dora says /reauth @bella
                 dora #4: Isso é só para managers de Acme.
        10:00:05 sam says /reauth @bella
                 API ← reauthenticate acc_bella
                 sam #2: @bella · marca 11 · Sam (Acme), 10:00 UTC
                     empezando…
                     [Cancelar]
                 sam #2 edited: ⋮ en curso… ⋮
        10:00:10 the API shows needs_otp
                 bella #3: Sam (Acme) meldet sich bei @bella an.
                     Bitte schick mir den Code aus der SMS.

                     Gestartet 10:00 UTC · Kennzahl 11
                     Deine Bilder: 🍓🌵
                     Das kommt unerwartet? Tippe auf „Das bin nicht ich“.
                     [Das bin nicht ich] [Später]
                 ben #1: Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ esperando el código del SMS de Bella, Ben
                     [Insistir] [Cancelar]
        10:00:20 the next answer will be wrong
        10:00:21 bella says 123 456
                 bella: “123 456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #3 edited: ⋮ wird geprüft …
                     [Das bin nicht ich]
                 ben #1 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ comprobando…
                     [Cancelar]
                 bella #3 edited: Dieser Code für @bella hat nicht funktioniert. (Kennzahl 11)
                 bella #5: Dieser Code hat nicht funktioniert. Du hast noch 2 Versuche.
                     Sam (Acme) meldet sich bei @bella an.
                     Bitte schick mir den Code aus der SMS.

                     Gestartet 10:00 UTC · Kennzahl 11
                     Deine Bilder: 🍓🌵
                     Das kommt unerwartet? Tippe auf „Das bin nicht ich“.
                     [Das bin nicht ich] [Später]
                 ben #2: That code did not work. You have 2 tries left.
                     Sam (Acme) is signing in to @bella.
                     Please send me the code from the SMS.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🥁🚀
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 sam #2 edited: ⋮ ese código no funcionó, esperando otro de Bella, Ben (quedan 2 intentos)
                     [Insistir] [Cancelar]
        10:00:30 bella says 234 567
                 bella: “234 567” of bella is deleted
                 API ← code 234567 for att_1
                 bella #5 edited: ⋮ wird geprüft …
                     [Das bin nicht ich]
                 ben #2 edited: Bella has answered for @bella. (tag 11)
                 sam #2 edited: ⋮ comprobando…
                     [Cancelar]
                 bella #5 edited: @bella ist verbunden. Vielen Dank! (Kennzahl 11)
                 sam #2 edited: ⋮ conectada en 25 s
    "#]]);
}

#[test]
fn a_language_that_was_chosen_is_spoken_at_once_and_stays() {
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
        10:00:10 bella says /language
                 bella #3: I speak English with you. In which language shall I speak?
                     [✓ English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [As in Telegram]
        10:00:15 bella presses Deutsch
                 bella #3 edited: Ich spreche Deutsch mit dir. Welche Sprache soll ich sprechen?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [✓ Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [Wie in Telegram]
                 bella sees for a moment: Erledigt.
                 bella #1 edited: Sam (Acme) meldet sich bei @bella an.
                     Bitte schick mir den Code aus der SMS.

                     Gestartet 10:00 UTC · Kennzahl 11
                     Deine Bilder: 🍓🌵
                     Das kommt unerwartet? Tippe auf „Das bin nicht ich“.
                     [Das bin nicht ich] [Später]
        10:00:20 bella’s Telegram speaks fr
        10:00:21 bella says hallo
                 bella #5: Darin sehe ich keinen Code. Ein Code hat 4 bis 8 Ziffern; schick einfach nur die Ziffern.
        10:00:25 bella presses Später
                 bella sees for a moment: Erledigt.
                 bella #1 edited: ⋮ Wie viel später?
                     [15 Minuten] [1 Stunde] [Heute Abend]
                     [Das bin nicht ich]
        10:00:26 bella presses 15 Minuten
                 bella sees for a moment: Erledigt.
                 bella #1 edited: ⋮ Ich frage um 10:15 UTC noch einmal. Du kannst auch jetzt antworten. ⋮
                 sam #2 edited: ⋮ Bella asked for later: 10:15 UTC
                     [Cancel]
        10:00:27 bella says /language українська
                 bella #7: Я говорю з вами українською. Якою мовою мені говорити?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [✓ Українська] [Polski]
                     [Як у Telegram]
                 bella #1 edited: Sam (Acme) входить в @bella.
                     Будь ласка, надішліть мені код із SMS.

                     Початок: 10:00 UTC · мітка 11
                     Ваші картинки: 🍓🌵
                     Я спитаю ще раз о 10:15 UTC. Відповісти можна й зараз.
                     [Це не я]
        10:00:30 bella says 123 456
                 bella: “123 456” of bella is deleted
                 API ← code 123456 for att_1
                 bella #1 edited: ⋮ перевіряю… ⋮
                 sam #2 edited: ⋮ checking… ⋮
                 bella #1 edited: Акаунт @bella під’єднано. Дякую! (мітка 11)
                 sam #2 edited: ⋮ connected in 30 s
    "#]]);
}

#[test]
fn a_language_that_was_chosen_is_handed_over_with_what_is_kept() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:27 bella says /language українська
                 bella #2: Я говорю з вами українською. Якою мовою мені говорити?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [✓ Українська] [Polski]
                     [Як у Telegram]
        10:00:40 bella says /mydata
                 bella #4: Ось усе, що я зберігаю про вас.
                 bella gets a document: {
                   "telegram_id": 2001,
                   "person": {
                     "name": "Bella",
                     "language": "en",
                     "chosen_language": "uk",
                     "reachable": true,
                     "asked_at": []
                   },
                   "links": [
                     {
                       "account": "@bella",
                       "invited_by": "Sam",
                       "since": "2026-01-05T00:00:00Z",
                       "mark": "🥥🐶"
                     }
                   ],
                   "sign_ins": [],
                   "asked_later": [],
                   "not_me": [],
                   "messages": 0,
                   "buttons": [],
                   "trail": [],
                   "started": [],
                   "invited": []
                 }
    "#]]);
}

#[test]
fn whoever_has_chosen_may_be_spoken_to_as_in_telegram_again() {
    play_as_it_stands(
        "what a stranger chose is not on disk",
        &expect![[r#"
        given bella’s Telegram speaks de
        10:00:00 bella says /language fr
                 bella #2: Je vous parle en français. Dans quelle langue dois-je parler ?
                     [English] [Español]
                     [Português (Brasil)] [✓ Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [Comme dans Telegram]
        10:00:01 sam says /invite @bella
                 sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                     https://t.me/TwofaBridgeBot?start=word-1
                     [Revoke]
        10:00:02 bella opens the invitation
                 bella #4: Sam (Acme) vous invite à recevoir les demandes de codes de connexion pour @bella.

                     Si vous acceptez : chaque fois que Acme reconnecte @bella, je vous demande ici le code du SMS, de l’application d’authentification ou de l’e-mail, ou je vous envoie le lien d’une vérification du visage. À chaque fois, je vous dis qui l’a demandé. Les codes vont à la connexion et nulle part ailleurs ; personne chez Acme ne les voit.

                     Ce que je ne vous demanderai jamais : votre mot de passe, le code de connexion de Telegram lui-même, ni quoi que ce soit sur un autre compte.

                     Vous pouvez arrêter à tout moment avec /stop.
                     [Accepter] [Refuser]
        10:00:03 bella presses Accepter
                 bella sees for a moment: C’est noté.
                 bella #4 edited: C’est fait : votre lien avec @bella est actif. Quand Acme reconnecte ce compte, je vous demande le code ici.

                     Pour y mettre fin, envoyez /stop @bella.

                     Vos images pour @bella sont 🍓🌵. Chacune de mes questions sur ce compte les porte, et personne d’autre ne les voit. Une question sans elles ne vient pas de moi : n’y répondez pas.
                     [D’autres]
                 sam #3: Bella accepted and is linked to @bella.
        10:00:04 bella says /language
                 bella #6: Je vous parle en français. Dans quelle langue dois-je parler ? (the rest as above)
        10:00:05 bella presses Comme dans Telegram
                 bella #6 edited: Ich spreche Deutsch mit dir. Welche Sprache soll ich sprechen?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [✓ Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [Wie in Telegram]
                 bella sees for a moment: Erledigt.
                 bella #4 edited: Du bist jetzt mit @bella verknüpft. Wenn Acme das Konto neu verbindet, frage ich dich hier.

                     Um das zu beenden, schick /stop @bella.

                     Deine Bilder für @bella sind 🍓🌵. Jede Frage von mir dazu trägt sie, und sonst sieht sie niemand. Eine Frage ohne sie ist nicht von mir: Beantworte sie nicht.
                     [Andere]
        10:00:06 bella’s Telegram speaks it
        10:00:07 bella says /accounts
                 bella #8: I tuoi account collegati:
                     @bella – su invito di Sam (Acme), dal 05/01/2026, 10:00 UTC – Le tue immagini: 🍓🌵
        10:00:08 the bridge restarts
        10:00:09 bella says /accounts
                 bella #10: I tuoi account collegati:
                     @bella – su invito di Sam (Acme), dal 05/01/2026, 10:00 UTC – Le tue immagini: 🍓🌵
        10:00:10 bella presses Wie in Telegram
                 bella #6 edited: Con te parlo italiano. In quale lingua vuoi che parli?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [✓ Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [Come in Telegram]
                 bella sees for a moment: Fatto.
        10:00:11 dora says /language es
                 dora #2: Contigo hablo español. ¿En qué idioma quieres que hable?
                     [English] [✓ Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [Como en Telegram]
        10:00:12 dora presses Como en Telegram
                 dora #2 edited: I speak English with you. In which language shall I speak?
                     [✓ English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [As in Telegram]
                 dora sees for a moment: Done.
        10:00:13 dora says /start
                 dora #4: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
    "#]],
    );
}

#[test]
fn a_language_that_nobody_speaks_here_brings_the_choice() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 bella says /language klingon
                 bella #2: I speak English with you. In which language shall I speak?
                     [✓ English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [As in Telegram]
        10:00:01 bella says /language de fr
                 bella #4: I speak English with you. In which language shall I speak? (the rest as above)
        10:00:02 bella says /language PT
                 bella #6: Com você eu falo português. Em que idioma quer que eu fale?
                     [English] [Español]
                     [✓ Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [Como no Telegram]
        10:00:03 bella says /language en-GB
                 bella #8: I speak English with you. In which language shall I speak? (the rest as above)
    "#]]);
}

#[test]
fn somebody_who_is_linked_to_nothing_may_choose_too_and_nothing_is_kept() {
    play_as_it_stands(
        "what a stranger chose is not on disk",
        &expect![[r#"
            10:00:00 dora says /language it
                     dora #2: Con te parlo italiano. In quale lingua vuoi che parli?
                         [English] [Español]
                         [Português (Brasil)] [Français]
                         [Deutsch] [✓ Italiano]
                         [Română] [Русский]
                         [Українська] [Polski]
                         [Come in Telegram]
            10:00:01 what is kept of dora
                     the disk holds: nothing
            10:00:02 dora says /start
                     dora #4: Ciao! Porto i codici monouso per Acme: dalle persone a cui appartengono fino all’accesso che li aspetta.

                         Parlo solo con chi è stato invitato. Se è il tuo caso, apri il link che hai ricevuto.

                         /privacy ti dice che cosa conservo.
            10:00:03 dora’s Telegram speaks fr
            10:00:04 dora says /start
                     dora #6: Ciao! Porto i codici monouso per Acme: dalle persone a cui appartengono fino all’accesso che li aspetta. (the rest as above)
            10:00:05 the bridge restarts
            10:00:06 dora says /start
                     dora #8: Bonjour ! Je transporte des codes à usage unique pour Acme : des personnes à qui ils appartiennent jusqu’à la connexion qui les attend.

                         Je ne parle qu’aux personnes invitées. Si c’est votre cas, ouvrez le lien que vous avez reçu.

                         /privacy vous dit ce que je conserve.
            10:00:07 dora says /language
                     dora #10: Je vous parle en français. Dans quelle langue dois-je parler ?
                         [English] [Español]
                         [Português (Brasil)] [✓ Français]
                         [Deutsch] [Italiano]
                         [Română] [Русский]
                         [Українська] [Polski]
                         [Comme dans Telegram]
            10:00:08 dora presses Polski
                     dora #10 edited: Mówię do ciebie po polsku. W jakim języku mam mówić?
                         [English] [Español]
                         [Português (Brasil)] [Français]
                         [Deutsch] [Italiano]
                         [Română] [Русский]
                         [Українська] [✓ Polski]
                         [Jak w Telegramie]
                     dora sees for a moment: Gotowe.
            10:00:09 sam says /invite @bella
                     sam #2: Send this link to the creator of @bella. It works once, until 2026-01-06 10:00 UTC:

                         https://t.me/TwofaBridgeBot?start=word-1
                         [Revoke]
            10:00:10 dora opens the invitation
                     dora #12: Sam (Acme) zaprasza cię do odpowiadania na prośby o kody logowania do @bella.

                         Jeśli przyjmiesz: za każdym razem, gdy Acme będzie łączyć ponownie @bella, poproszę cię tutaj o kod z SMS-a, aplikacji uwierzytelniającej albo e-maila, lub wyślę link do weryfikacji twarzy. Za każdym razem powiem, kto o to prosi. Kody trafiają do logowania i nigdzie indziej; nikt w Acme ich nie widzi.

                         O co nigdy nie poproszę: o twoje hasło, kod logowania do samego Telegrama ani o nic, co dotyczy innego konta.

                         W każdej chwili możesz z tego wyjść komendą /stop.
                         [Przyjmuję] [Odrzucam]
            10:00:11 dora presses Przyjmuję
                     dora sees for a moment: Gotowe.
                     dora #12 edited: Gotowe: twoje powiązanie z @bella jest aktywne. Gdy Acme będzie łączyć konto ponownie, zapytam cię tutaj.

                         Aby to zakończyć, wyślij /stop @bella.

                         Twoje obrazki dla @bella to 🍓🌵. Ma je każde moje pytanie o to konto i nikt inny ich nie widzi. Pytanie bez nich nie jest ode mnie: nie odpowiadaj na nie.
                         [Inne]
                     sam #3: Dora accepted and is linked to @bella.
            10:00:12 the bridge restarts
            10:00:13 dora says /accounts
                     dora #14: Twoje powiązane konta:
                         @bella – na zaproszenie: Sam (Acme), od 05.01.2026, 10:00 UTC – Twoje obrazki: 🍓🌵
            10:00:14 what is kept of dora
                     the disk holds: Person, Link, Post, Offer, Alias
        "#]],
    );
}

#[test]
fn whoever_is_forgotten_or_unlinked_reads_so_in_their_language() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @carla
        10:00:00 bella says /language ro
                 bella #2: Cu tine vorbesc în română. În ce limbă vrei să vorbesc?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [✓ Română] [Русский]
                     [Українська] [Polski]
                     [Ca în Telegram]
        10:00:01 ben says /language uk
                 ben #2: Я говорю з вами українською. Якою мовою мені говорити?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [✓ Українська] [Polski]
                     [Як у Telegram]
        10:00:02 sam says /unlink @bella
                 bella #3: Acme a încheiat asocierea ta cu @bella. Nu vei mai primi cereri pentru el.
                 sam #2: No longer linked to @bella: Bella.
        10:00:03 ben says /forgetme
                 ben #4: Забути вас? Усе, що я зберігаю про вас, буде видалено, і повернути це не вдасться. Запросити вас знову можна буде будь-коли.

                     Запитань про @carla більше не буде; Acme дізнається, що ви відмовилися.

                     У журналі запитань і рішень ваше місце займе псевдонім, який ніхто не зможе розкрити.
                     [Забудьте мене]
        10:00:04 ben presses Забудьте мене
                 ben sees for a moment: Готово.
                 sam #3: Ben is no longer linked to @carla: they withdrew.
                 kim #1: Ben is no longer linked to @carla: they withdrew.
                 ben #4 edited: Я більше нічого про вас не зберігаю. До побачення і на все добре!
        10:00:05 ben says /start
                 ben #6: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them.

                     I only talk with people who were invited. If you were, open the link that you were sent.

                     /privacy tells what I keep.
        10:00:06 bella says /start
                 bella #5: Hello! I carry one-time codes for Acme, from the people who own them to the sign-in that waits for them. (the rest as above)
    "#]]);
}

#[test]
fn buttons_of_languages_are_for_whoever_presses_them_and_for_no_group() {
    play(&expect![[r#"
        given bella is linked to @bella
        given ben is linked to @bella
        10:00:00 bella says /language
                 bella #2: I speak English with you. In which language shall I speak?
                     [✓ English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [As in Telegram]
        10:00:01 ben presses bella’s Deutsch
                 ben sees for a moment: Erledigt.
        10:00:02 ben presses a forged button language.=xx
                 ben sees for a moment: Dieser Knopf funktioniert nicht mehr.
        10:00:03 ben presses a forged button language.y
                 ben sees for a moment: Dieser Knopf funktioniert nicht mehr.
        10:00:04 sam says in the office: /language de
                 office #2: That works only in our private chat.
        10:00:05 ben presses a forged button language.=fr in the office
                 ben sees for a moment: Dieser Knopf funktioniert nicht mehr.
        10:00:06 bella says /accounts
                 bella #4: You are linked to:
                     @bella – invited by Sam (Acme), since 2026-01-05 00:00 UTC – Your pictures: 🍓🌵
        10:00:07 ben says /accounts
                 ben #2: Du bist verknüpft mit:
                     @bella – eingeladen von Sam (Acme), seit 05.01.2026, 00:00 UTC – Deine Bilder: 🥁🚀
    "#]]);
}

#[test]
fn a_group_is_spoken_to_in_the_language_that_the_operator_set() {
    play(&expect![[r#"
        given bella is linked to @bella
        given the office speaks German
        given sam’s Telegram speaks es
        10:00:00 sam says in the office: /reauth @bella
                 API ← reauthenticate acc_bella
                 office #2: @bella · Kennzahl 11 · Sam (Acme), 10:00 UTC
                     wird gestartet …
                     [Abbrechen]
                 office #2 edited: ⋮ läuft … ⋮
        10:00:05 the API shows needs_app_otp
                 bella #1: Sam (Acme) is signing in to @bella.
                     Please send me the code that your authenticator app shows now. It changes every 30 seconds, so take a fresh one.

                     Started 10:00 UTC · tag 11
                     Your pictures: 🍓🌵
                     You did not expect this? Press “Not me”.
                     [Not me] [Later]
                 office #2 edited: ⋮ warte auf Bella: Code aus der Authenticator-App
                     [Nachhaken] [Abbrechen]
        10:00:10 bella presses Not me
                 bella sees for a moment: Done.
                 bella #1 edited: The sign-in to @bella was stopped. (tag 11)
                 office #2 edited: ⋮ gestoppt: Bella hat auf „Das bin nicht ich“ getippt. Nur diese Person kann es wieder erlauben; sprich erst mit ihr.
                 bella #2: Stopped. Nobody can start a sign-in to @bella from here until you press “Allow again”, and Acme has been alerted. If somebody has your password, change it.
                     [Allow again]
                 sam #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
                 kim #1: “Not me”: Bella says that the sign-in to @bella (tag 11), started by Sam (Acme), is not theirs. The account is stopped until they allow it again. Find out who started it.
        10:00:15 sam says in the office: /status
                 office #4: Konten: 2 · offen: 0 · 10:00 UTC

                     @bella – Bella – gestoppt mit „Das bin nicht ich“ · von hier aus noch nicht verbunden
                     @carla – niemand · von hier aus noch nicht verbunden
    "#]]);
}

#[test]
fn whoever_chose_a_language_and_each_manager_have_a_command_menu_of_their_own() {
    play(&expect![[r#"
        given bella is linked to @bella
        given sam’s Telegram speaks es
        10:00:00 the menu of sam
                 what everybody has
        10:00:01 sam says /status
                 sam #2: Cuentas: 2 · en curso: 0 · 10:00 UTC

                     @bella – Bella · sin conexión desde aquí hasta ahora
                     @carla – nadie · sin conexión desde aquí hasta ahora
        10:00:02 the menu of sam
                 that of a manager, Spanish
        10:00:03 sam says /language ru
                 sam #4: Я говорю с вами по-русски. На каком языке мне говорить?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [Italiano]
                     [Română] [✓ Русский]
                     [Українська] [Polski]
                     [Как в Telegram]
        10:00:04 the menu of sam
                 that of a manager, Russian
        10:00:05 the menu of bella
                 what everybody has
        10:00:06 bella says /language it
                 bella #2: Con te parlo italiano. In quale lingua vuoi che parli?
                     [English] [Español]
                     [Português (Brasil)] [Français]
                     [Deutsch] [✓ Italiano]
                     [Română] [Русский]
                     [Українська] [Polski]
                     [Come in Telegram]
        10:00:07 the menu of bella
                 that of a creator, Italian
        10:00:08 bella says /stop @bella
                 bella #4: Fatto. Il tuo collegamento con @bella è chiuso, e non riceverai più richieste.
                 sam #5: Bella больше не хочет получать вопросы о @bella: привязка снята.
                 kim #1: Bella is no longer linked to @bella: they withdrew.
        10:00:09 the menu of bella
                 what everybody has
    "#]]);
}

#[test]
fn a_former_manager_is_offered_what_everybody_is() {
    play(&expect![[r#"
        given bella is linked to @bella
        10:00:00 sam says /status
                 sam #2: Accounts: 2 · open: 0 · 10:00 UTC

                     @bella – Bella · not connected here so far
                     @carla – nobody · not connected here so far
        10:00:01 the menu of sam
                 that of a manager, English
        10:00:02 the config takes off its list sam
        10:00:03 the bridge restarts
        10:00:04 the menu of sam
                 what everybody has
    "#]]);
}
