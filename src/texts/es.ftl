# La voz del bot en español. Trata de tú, como Telegram.
#
# Como en en.ftl: las cuentas se escriben @{ $handle } y los botones se citan por su identificador.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (a través del sistema de { $agency })
starter-operator = { $agency }

kind-sms = el código del SMS
kind-app = el código de la app de autenticación
kind-email = el código del correo
kind-code = un código
kind-face = la verificación facial
kind-phone = una confirmación en el teléfono

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] { $days } día
       *[other] { $days } días
    }

people-none = nadie
and-more = … y { $more } más.

format-time = %-H:%M %Z
format-date = %d/%m/%Y, %-H:%M %Z

## Buttons

button-accept = Aceptar
button-decline = Rechazar
button-not-me = No soy yo
button-later = Más tarde
button-quarter = 15 minutos
button-hour = 1 hora
button-tonight = Esta noche
button-send-email = Reenviar el correo
button-face-open = Abrir la verificación
button-phone-open = Abrir la confirmación
button-face-done = Ya lo hice
button-allow-again = Volver a permitir
button-cancel = Cancelar
button-invite = Invitar
button-revoke = Anular
button-ready = Ya puedo
button-not-now = Ahora no
button-forget = Olvídame
button-earlier = Anteriores
button-telegram-language = Como en Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    ¡Hola! Llevo códigos de un solo uso para { $agency }: desde las personas a quienes pertenecen hasta el inicio de sesión que los espera.

    Solo hablo con personas invitadas. Si te invitaron, abre el enlace que te enviaron.

    /privacy te dice qué guardo.

help-creator =
    Cuando { $agency } reconecta una de tus cuentas, te pido aquí el código. Solo tienes que enviarlo como mensaje. Lo paso y borro tu mensaje.

    ¿No eres tú? Pulsa «{ button-not-me }» y todo se detiene. ¿Ahora no puedes? Pulsa «{ button-later }».

    /accounts – tus cuentas vinculadas y quién te invitó
    /history – todo lo que se te preguntó
    /stop @cuenta – que no se te pregunte más por ella, desde ese momento
    /quiet 23:00-08:00 Europe/Madrid – cuándo no preguntarte lo que puede esperar
    /order @cuenta – a quién preguntar primero, si hay varias personas vinculadas
    /language – hablar en otro idioma
    /privacy – qué guardo
    /mydata – todo lo que guardo sobre ti, en un documento
    /forgetme – terminar con todo y borrar tus datos

    Nunca te pido una contraseña, ni el código de inicio de sesión del propio Telegram, ni un código fuera de este chat.

help-manager =
    /reauth @cuenta – reconectar una cuenta (o varias: /reauth @a @b, o todas: /reauth all)
    /ready @cuenta – preguntar antes si es buen momento y después reconectar
    /nudge @cuenta – preguntar una vez más
    /check @cuenta – ver con quién hay contacto
    /status – todas las cuentas y qué está en curso; /status @cuenta – una sola cuenta
    /cancel @cuenta – dejar de preguntar
    /watch <attempt id> @cuenta – seguir un inicio de sesión empezado en otro sitio
    /invite @cuenta – crear un enlace para el creador; /invite @cuenta revoke – anularlo
    /unlink @cuenta – quitar todos los vínculos de una cuenta
    /accounts – todas las cuentas y quién está vinculado
    /audit @cuenta – qué se preguntó, respondió y decidió sobre ella
    /mute 2h (en privado) – lo que no hayas pedido llega sin sonido (/mute a secas: hasta /unmute); no se omite nada
    /language (en privado) – hablar en otro idioma

    En un grupo, escribe el comando con mi nombre detrás (/reauth@{ $bot } @cuenta) o elígelo en el menú: si no, puede que Telegram no me lo muestre. Ves cómo va un inicio de sesión, nunca un código.

privacy =
    Qué guardo: tu número de Telegram, tu nombre y tu idioma, y tus cuentas vinculadas, quién te invitó, desde cuándo y con qué dibujos, tus horas de silencio si las pones, y si te llegan mis mensajes, mientras dure el vínculo; cuándo se te preguntó, durante una hora; y los inicios de sesión por los que se te preguntó, hasta un día después de que terminen. Además, un registro de lo que se preguntó, respondió y decidió, por quién y cuándo, para que se pueda comprobar más tarde, durante { duration-days }. Así puedo preguntar a quien corresponde, y a nadie demasiado a menudo. Si pulsas «{ button-not-me }», eso queda guardado hasta que vuelvas a permitir los inicios de sesión. Todo se guarda cifrado.

    Qué no guardo nunca: los códigos. Van al inicio de sesión que los espera y tu mensaje se borra. No se guardan, no se registran y no se muestran a nadie de { $agency }.

    Los chats de Telegram con bots no están cifrados de extremo a extremo.

    { $agency } gestiona este bot y responde por él. /stop @cuenta termina un vínculo al instante, /mydata te entrega todo lo que se guarda sobre ti, /forgetme lo borra.

not-for-you = Esto es solo para managers de { $agency }.
invitation-useless = Esta invitación no funciona. Pide una nueva a quien te la envió.
only-in-private = Eso solo funciona en nuestro chat privado.
not-for-managers = Los managers no pueden vincularse a una cuenta: quien pide un inicio de sesión no puede responder en lugar del creador.
too-many-links = @{ $handle } ya tiene todas las personas vinculadas que puede tener. Pide a { $agency } que antes desvincule a alguien.
too-many-open = Hay más inicios de sesión abiertos de los que puedo seguir a la vez. Inténtalo de nuevo en unos minutos.
usage-reauth = Escríbelo así: /reauth @cuenta (hasta 20 cuentas), o /reauth all
usage-invite = Escríbelo así: /invite @cuenta, o /invite @cuenta revoke
usage-watch = Escríbelo así: /watch <attempt id> @cuenta
usage-cancel = Escríbelo así: /cancel @cuenta
usage-unlink = Escríbelo así: /unlink @cuenta
usage-status = Escríbelo así: /status, o /status @cuenta
usage-stop = Escríbelo así: /stop @cuenta
usage-audit = Escríbelo así: /audit @cuenta
usage-unknown = No conozco ese comando. /help muestra lo que puedo hacer.
command-too-old = Lo escribiste mientras yo no estaba, así que no lo he hecho. Si todavía lo quieres, envíalo otra vez.
languages = Contigo hablo español. ¿En qué idioma quieres que hable?

## To a creator, about being linked

invited =
    { $starter } te invita a recibir las peticiones de códigos de inicio de sesión de @{ $handle }.

    Si aceptas: cada vez que { $agency } reconecte @{ $handle }, te pediré aquí el código del SMS, de la app de autenticación o del correo, o te enviaré el enlace de una verificación facial. Siempre te diré quién lo pidió. Los códigos van al inicio de sesión y a ningún otro sitio; nadie en { $agency } los ve.

    Lo que nunca te pediré: tu contraseña, el código de inicio de sesión del propio Telegram ni nada sobre otra cuenta.

    Puedes dejarlo en cualquier momento con /stop.

linked =
    Listo: tu vínculo con @{ $handle } está activo. Cuando { $agency } reconecte la cuenta, te preguntaré aquí.

    Para terminarlo, envía /stop @{ $handle }.

invitation-declined = Rechazada. No se te preguntará por @{ $handle }.

my-accounts-none = No tienes ninguna cuenta vinculada.
my-accounts = Tus cuentas vinculadas:
my-accounts-line = @{ $handle } – te invitó { $starter }; vinculada desde el { $since }
my-accounts-frozen = @{ $handle } – detenida con «{ button-not-me }»; te invitó { $starter }; vinculada desde el { $since }

stopped = Hecho. Ya no tienes vínculo con @{ $handle } y no se te volverá a preguntar por ella.
unlinked = { $agency } ha terminado tu vínculo con @{ $handle }. No se te volverá a preguntar por ella.
my-data = Aquí tienes todo lo que guardo sobre ti.
forget-me = ¿Quieres que te olvide? Se borrará todo lo que guardo sobre ti y no podré recuperarlo. Después se te puede volver a invitar.
forget-me-links = No se te volverá a preguntar por { $handles }; a { $agency } se le dirá que te has retirado.
forget-me-trail = En el registro de lo preguntado y decidido ocupa tu lugar un seudónimo que nadie puede relacionar contigo.
forget-me-frozen = Una cosa se queda: que se pulsó «{ button-not-me }» para { $handles }, con tu número de Telegram y sin tu nombre, para que nadie más pueda levantar ese bloqueo.
not-forgotten = No te he olvidado: no lo confirmaste a tiempo. /forgetme lo pregunta otra vez.
forgotten = Ya no guardo nada sobre ti. ¡Adiós y que te vaya muy bien!
forgotten-frozen = Ya no guardo nada sobre ti, salvo el hecho de que se pulsó «{ button-not-me }» para { $handles }: tu número de Telegram sin tu nombre, para que nadie más pueda levantar ese bloqueo. ¡Adiós y que te vaya muy bien!
forget-no-manager = En mi configuración apareces como manager de { $agency }, así que no puedo olvidarte. Pide a quien me gestiona que te quite de la lista; después /forgetme funcionará.
not-linked = No tienes vínculo con ninguna cuenta llamada @{ $handle }. /accounts muestra las que tienes.

## To a creator: the question

question-asker = { $starter } está iniciando sesión en @{ $handle }.
question-started = Iniciado a las { $time } · marca { $tag }

question-sms = Envíame, por favor, el código del SMS.
question-app = Envíame, por favor, el código que muestra ahora tu app de autenticación. Cambia cada 30 segundos, así que toma uno recién salido.
question-email = Envíame, por favor, el código del correo.
question-email-mask = Envíame, por favor, el código del correo enviado a { $mask }.
question-code = Envíame, por favor, el código que acabas de recibir.
question-face = Hace falta una verificación facial. Ábrela, hazla y luego pulsa «{ button-face-done }».
question-face-missing = Hace falta una verificación facial, pero no vino ningún enlace. Tu manager lo sabe. Si la hiciste en la app, pulsa «{ button-face-done }».
question-face-unusable = Hace falta una verificación facial, pero su enlace no es seguro, así que no lo muestro. Tu manager lo sabe.
question-phone = Confirma, por favor, el inicio de sesión: abre el enlace y sigue los pasos.
question-phone-missing = Confirma, por favor, el inicio de sesión en la app de tu teléfono.
question-phone-unusable = Confirma, por favor, el inicio de sesión en la app de tu teléfono. Vino un enlace que no es seguro, así que no lo muestro.

again-wrong =
    { $tries ->
        [one] Ese código no funcionó. Te queda un intento.
       *[other] Ese código no funcionó. Te quedan { $tries } intentos.
    }
again-reminder = Sigo esperándote:
again-unsure = No pude saber si tu última respuesta llegó, así que necesito un código nuevo. ¡Perdona!
again-postponed = Me pediste que volviera más tarde. Aquí estoy:
again-not-done = La plataforma dice que la verificación facial todavía no ha terminado.
again-email-unsure = No pude asegurarme de que el correo se enviara. Si no llega, pulsa «{ button-send-email }».
again-throttled = La plataforma me hizo esperar hasta que tu último código caducó, así que necesito uno nuevo. ¡Perdona!
again-too-late = Tu código ya era demasiado viejo cuando pude pasarlo, así que necesito uno nuevo. ¡Perdona!

mode-later = ¿Cuánto más tarde?
mode-postponed = Volveré a preguntarte a las { $time }. También puedes responder ahora.
mode-checking = comprobando…

question-safety = ¿No te lo esperabas? Pulsa «{ button-not-me }».

## To a creator: what became of a question

ended-done = @{ $handle } está conectada. ¡Gracias! (marca { $tag })
ended-accepted = Funcionó. A @{ $handle } le falta una cosa más. (marca { $tag })
ended-wrong = Ese código para @{ $handle } no funcionó. (marca { $tag })
ended-wrong-for-good = Ese código para @{ $handle } tampoco funcionó, así que este inicio de sesión ha terminado. No tienes que hacer nada. (marca { $tag })
ended-failed = El inicio de sesión en @{ $handle } falló. No tienes que hacer nada. (marca { $tag })
ended-answered = { $name } ya respondió por @{ $handle }. (marca { $tag })
ended-expired = Se acabó el tiempo para responder por @{ $handle }. No tienes que hacer nada. (marca { $tag })
ended-cancelled = { $agency } ha cancelado el inicio de sesión en @{ $handle }. No tienes que hacer nada. (marca { $tag })
ended-not-me = El inicio de sesión en @{ $handle } se detuvo. (marca { $tag })
ended-withdrawn = Ya no se te pregunta por @{ $handle }. (marca { $tag })
ended-not-needed = Esto ya no hace falta para @{ $handle }. (marca { $tag })
ended-unsure = Por lo que puedo ver, esa respuesta para @{ $handle } no se usó. (marca { $tag })
ended-our-fault = No se pudo pasar tu respuesta para @{ $handle }: algo falla de nuestro lado, y quien gestiona esto lo sabe. Volveré a preguntarte cuando funcione. (marca { $tag })
ended-must-wait = La plataforma me pide que espere, y para entonces tu código para @{ $handle } será demasiado viejo. Te pediré uno nuevo en { $duration }. (marca { $tag })
ended-put-off = Volveré a escribirte sobre @{ $handle }: { $time }. (marca { $tag })
ended-over = Esto ya terminó para @{ $handle }. (marca { $tag })
repeated = @{ $handle }: la pregunta está otra vez más abajo. (marca { $tag })

ready-again = Me pediste que volviera a escribirte sobre @{ $handle } ({ $starter } quería iniciar sesión). Aquel inicio de sesión ya terminó. ¿Empezamos uno nuevo ahora?
ready-started = Empezando un nuevo inicio de sesión en @{ $handle }.
ready-not-started = No se empezó ningún inicio de sesión nuevo en @{ $handle }.

frozen-by-you = Detenido. Nadie puede iniciar sesión en @{ $handle } desde aquí hasta que pulses «{ button-allow-again }», y { $agency } ya tiene el aviso. Si alguien tiene tu contraseña, cámbiala.
allowed-by-you = @{ $handle } se puede volver a conectar.

## To a creator, about what they wrote

nothing-open = Ahora mismo no espero nada de ti. Si eso era un código, ya no hace falta.
no-code = No veo ningún código ahí. Un código tiene de { $min } a { $max } cifras; envía solo las cifras.
two-codes = Veo más de un número que podría ser el código, y no quiero adivinar. Envía solo el código, por favor.
type-the-code = Escribe el código, por favor: no puedo leerlo en imágenes, mensajes de voz ni stickers.
too-early = Eso llegó antes de mi pregunta, así que no lo he usado. Envía un código nuevo, por favor.
telegrams-own-code = Eso parece un código de inicio de sesión del propio Telegram. No se lo envíes nunca a nadie, a mí tampoco: quien lo tenga puede quedarse con tu Telegram. No lo he usado.
still-checking = Todavía estoy comprobando la respuesta anterior para @{ $handle }. Si no funciona, volveré a preguntarte.
no-code-wanted = @{ $handle } no necesita ningún código ahora. Mira, por favor, mi última pregunta.
which-account = ¿Para qué cuenta es ese código?
which-by-reply = No puedo mostrarte los botones para elegir la cuenta, así que ese código no se usó. Envía un código otra vez, por favor, como respuesta a la pregunta a la que corresponde.
account-chosen = Para @{ $handle }.
account-not-chosen = Ese código no se usó. Si todavía te pido uno, envíame un código nuevo, por favor.
delete-it-yourself = No pude borrar tu mensaje. Bórralo tú, por favor.
code-not-used = No he usado ese código. Envíalo otra vez, por favor.

## Short answers to a pressed button

button-expired = Este botón ya no funciona.
noted = Hecho.
email-asked-for = El correo está en camino.
email-cooldown = El correo se puede reenviar en { $seconds } s.
telling-the-api = Avisando a la plataforma…

## To managers: the status of a sign-in

status-head = @{ $handle } · marca { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = empezando…
progress-working = en curso…
progress-waiting = esperando { $kind } de { $names }
progress-after-wrong =
    { $tries ->
        [one] ese código no funcionó, esperando otro de { $names } (queda un intento)
       *[other] ese código no funcionó, esperando otro de { $names } (quedan { $tries } intentos)
    }
progress-no-link = hace falta { $kind }, y no hay nadie vinculado. Invita al creador; preguntaré en cuanto acepte.
progress-too-often = hace falta { $kind }, pero en la última hora ya se preguntó demasiado a todas las personas vinculadas. Podré volver a preguntar a las { $time }.
progress-postponed = { $name } pidió dejarlo para más tarde: { $time }
progress-checking = comprobando…
progress-unusual = la plataforma dice «{ $state }», que no conozco. Sigo mirando; míralo también allí, por favor.

remark-unreachable-api = La API de cuentas no responde en este momento. Sigo intentándolo.
remark-api-refuses = La API de cuentas rechaza nuestra clave. Quien gestiona este bot tiene que arreglarlo.
remark-api-throttles = La API de cuentas nos pide ir más despacio, así que tarda más.
remark-unusable-link = La API envió un enlace que no es seguro, así que no lo muestro.
remark-missing-link = La API no envió ningún enlace para la verificación facial. El creador solo puede hacerla en la app.
remark-email-failed = No pude asegurarme de que el correo se enviara. Si no llega, el creador puede pulsar «{ button-send-email }».
remark-unreachable = Sin contacto con: { $names }.
remark-later = { $name } pidió dejarlo para más tarde: { $time }

ending-connected = conectada en { $duration }
ending-other-account = conectada, pero a otra cuenta distinta de la prevista ({ $account }). Comprueba en cuál se inició sesión.
ending-failed = falló: la plataforma abandonó este inicio de sesión. Espera un poco antes de volver a intentarlo; muchos intentos le parecen sospechosos.
ending-unknown = terminado: la API de cuentas no conoce este inicio de sesión (404). Ha caducado o el id es incorrecto.
ending-gone = terminado: la sesión de la cuenta ya no es válida (410). Vuelve a vincular la cuenta en la API de cuentas.
ending-no-credentials = sin credenciales guardadas (412): vuelve a vincular la cuenta con remember_credentials e inténtalo de nuevo.
ending-account-unknown = la API de cuentas no conoce esta cuenta (404). /accounts muestra las que conoce.
ending-throttled = la API de cuentas nos pide esperar { $duration } (429). Inténtalo después.
ending-throttled-unknown = la API de cuentas nos pide esperar (429). Inténtalo de nuevo en unos minutos.
ending-api-refuses = la API de cuentas rechaza nuestra clave. Quien gestiona este bot tiene que arreglarlo; `twofa-bridge check` dice cómo.
ending-api-declines = la API de cuentas no aceptó. No se empezó nada. Mira la cuenta allí; si está bien, inténtalo una vez más.
ending-api-unreachable = no hay conexión con la API de cuentas. No se empezó nada; inténtalo de nuevo en unos minutos.
ending-maybe-started = no sé si este inicio de sesión empezó: no llegó respuesta. No lo vuelvo a empezar por mi cuenta. Míralo en la API de cuentas o envía /reauth otra vez.
ending-attempt-taken = la API de cuentas respondió con un inicio de sesión que aquí ya se conoce. No se sigue nada nuevo. /status lo muestra.
ending-wrong-codes = terminado: se agotaron los intentos con códigos incorrectos. Empieza de nuevo cuando el creador pueda.
ending-not-me = detenido: { $name } pulsó «{ button-not-me }». Solo esa persona puede permitirlo otra vez; habla antes con ella.
ending-cancelled = cancelado por { $name }
ending-unanswered = terminado: nadie respondió a tiempo. /ready pregunta antes si es buen momento.
ending-too-old = terminado: tardó demasiado. Empieza de nuevo con /reauth.
ending-unreachable = terminado: no puedo contactar con { $names }. El bot está bloqueado o nunca se abrió; pide que se abra nuestro chat.
ending-withdrawn = terminado: ya no hay nadie vinculado. /invite crea un enlace para el creador.
ending-put-off = aplazado por { $name }. Volveré a preguntar: { $time }.

## To managers, otherwise

unknown-handle = No conozco ninguna cuenta llamada @{ $handle }. /accounts muestra las que conozco.
ambiguous-handle = Varias cuentas se llaman @{ $handle }: { $accounts }. Cambia el nombre de una en la API de cuentas o en la configuración e inténtalo de nuevo.
accounts-unavailable = No conozco @{ $handle }, y la API de cuentas no responde, así que no puedo buscarla. Inténtalo de nuevo en un minuto.
reauth-limit = @{ $handle } se ha reconectado demasiadas veces. Inténtalo de nuevo en { $duration }.
already-open = Ya hay un inicio de sesión abierto en @{ $handle } (marca { $tag }). /status lo muestra, /cancel @{ $handle } lo termina.
account-frozen = El creador detuvo @{ $handle } con «{ button-not-me }». Solo el creador puede volver a permitirla.
nobody-linked = No hay nadie vinculado a @{ $handle }. Invita primero al creador.
invitation-made =
    Envía este enlace al creador de @{ $handle }. Funciona una sola vez, hasta el { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] No había ninguna invitación abierta para @{ $handle }.
        [one] La invitación para @{ $handle } ya no funciona.
       *[other] { $count } invitaciones para @{ $handle } ya no funcionan.
    }
invitation-accepted = { $name } aceptó: desde ahora le preguntaré por @{ $handle }.
invitation-refused = { $name } rechazó la invitación para @{ $handle }.
not-me-alert = «{ button-not-me }»: { $name } dice que el inicio de sesión en @{ $handle } (marca { $tag }), empezado por { $starter }, no es suyo. La cuenta queda detenida hasta que vuelva a permitirla. Averigua quién lo empezó.
allowed-again = { $name } vuelve a permitir @{ $handle }.
creator-stopped = { $name } se ha retirado y ya no tiene vínculo con @{ $handle }.
creator-unreachable = No puedo contactar con { $name } por @{ $handle }: ha bloqueado el bot. Pídele que lo desbloquee.
creator-not-now = { $name } no quiere iniciar sesión en @{ $handle } ahora. Vuelve a preguntar más tarde con /ready.
links-ended = Ya sin vínculo con @{ $handle }: { $names }.
nothing-to-cancel = No hay nada abierto para @{ $handle }. /status muestra qué está en curso.
round-head = Reconexión de varias cuentas: { $accounts } · { $starter }, { $time }
round-open = en curso ({ $count }): { $handles }
round-waits = esperan su turno ({ $count }): { $handles }
round-connected = conectadas ({ $count }): { $handles }
round-failed = sin conectar, { $how } ({ $count }): { $handles }
round-skipped = omitidas, { $why } ({ $count }): { $handles }
round-over = Todo listo tras { $duration }. /status @cuenta dice más de cada una.
round-why =
    { $word ->
        [frozen] detenida con «{ button-not-me }»; solo el creador puede volver a permitirla
        [already_open] ya hay un inicio de sesión en curso
        [already_asked] ya se está preguntando si es buen momento
        [listed] en la lista de un comando anterior que no ha terminado
        [nobody_linked] nadie está vinculado; /invite crea un enlace
        [unreachable] no hay forma de contactar con la persona; tiene que desbloquearme
        [too_often] reconectada demasiadas veces; inténtalo más tarde
        [cancelled] cancelada
        [too_late] su turno no llegó a tiempo
        [unknown] ninguna cuenta se llama así
        [ambiguous] varias cuentas se llaman así
        [unavailable] la API de cuentas no responde, así que no puedo buscarla
       *[other] { $word }
    }
too-many-for-round = Hay { $accounts } cuentas, y me encargo de { $most } a la vez. Nombra las que necesites: /reauth @a @b
attempt-taken = El inicio de sesión { $attempt } pertenece a otra cuenta. Comprueba el id y la cuenta.
accounts-none = No conozco ninguna cuenta. Añade alguna en la API de cuentas o en [[accounts]] de la configuración.
accounts-head = Cuentas:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – detenida con «{ button-not-me }»
name-unreachable = { $name } (sin contacto)
board-head = Cuentas: { $accounts } · en curso: { $open } · { $time }
board-page = Página { $page } de { $pages }
board-open = → en curso desde hace { $duration } (marca { $tag }): { $progress }
board-connected = última conexión: { $time }
board-never = sin conexión desde aquí hasta ahora
board-closed = Estas páginas ya no se pueden pasar. /status muestra cómo está todo.
button-previous-page = ‹ Anterior
button-next-page = Siguiente ›

## The record of what was done

trail-none = Hasta ahora no se te ha preguntado nada.
trail-none-account = Hasta ahora no consta nada sobre @{ $handle }.
trail-unreadable = No puedo leer el registro de lo hecho. Quien gestiona este bot tiene que revisarlo; inténtalo más tarde.
trail-head = Lo que se te preguntó y en qué quedó (lo más reciente al final):
trail-head-account = Lo que consta sobre @{ $handle } (lo más reciente al final):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = una persona olvidada ({ $alias })
trail-host = el sistema de { $agency }

trail-invited = { $by }: invitación creada
trail-invitation-revoked = { $by }: invitaciones anuladas
trail-invitation-declined = invitación de { $by }: rechazada
trail-linked = { $person } aceptó una invitación de { $by }
trail-withdrew = { $person } se retiró
trail-unlinked = vínculo de { $person } terminado por { $by }
trail-started = { $by } pidió un inicio de sesión
trail-not-started = ningún inicio de sesión: { $how }
trail-watched = seguimiento de un inicio de sesión empezado por { $by }
trail-asked = pregunta a { $person }, para { $by }: { $kind }
trail-asked-again = nueva pregunta a { $person }, para { $by }: { $kind }
trail-asked-ready = pregunta a { $person }, para { $by }: ¿es buen momento?
trail-postponed = { $person } pidió dejarlo para más tarde
trail-answered = { $person } respondió; se pasó la respuesta
trail-wrong-code = ese código no funcionó
trail-accepted = funcionó, y hacía falta algo más
trail-frozen = { $person } pulsó «{ button-not-me }»
trail-allowed = { $person } pulsó «{ button-allow-again }»
trail-ready = { $person }: «{ button-ready }»
trail-not-now = { $person }: «{ button-not-now }»
trail-cancelled = cancelado por { $by }
trail-ended = terminado: { $how }
trail-forgotten = { $person } pidió que se borraran sus datos
trail-how =
    { $word ->
        [connected] conectada
        [other_account] se conectó otra cuenta
        [failed] falló
        [unknown] la API de cuentas no conoce este inicio de sesión
        [gone] la sesión de la cuenta ya no es válida
        [no_credentials] sin credenciales guardadas
        [account_unknown] la API de cuentas no conoce la cuenta
        [throttled] la API de cuentas pidió esperar
        [api_refuses] la API de cuentas rechazó nuestra clave
        [api_declines] la API de cuentas no aceptó
        [api_unreachable] no hubo conexión con la API de cuentas
        [maybe_started] no se sabe si empezó
        [attempt_taken] ya se conocía
        [wrong_codes] se agotaron los intentos
        [declined] «{ button-not-me }»
        [cancelled] cancelado
        [unanswered] nadie respondió a tiempo
        [too_old] tardó demasiado
        [unreachable] no se pudo contactar con nadie
        [withdrawn] ya no hay nadie vinculado
        [put_off] aplazado
        [not_now] ahora no
        [nobody_ready] nadie estuvo disponible a tiempo
        [ready_in_vain] no se pudo empezar
        [begun] se empezó un inicio de sesión sin preguntar antes
       *[other] { $word }
    }

## The command menu

command-help = Qué puedo hacer
command-accounts = Cuentas vinculadas
command-stop = Terminar un vínculo: /stop @cuenta
command-language = El idioma en que hablo
command-privacy = Qué se guarda
command-mydata = Todo lo que se guarda sobre mí
command-forgetme = Borrar mis datos
command-history = Qué se me preguntó
command-audit = Qué se hizo: /audit @cuenta
command-reauth = Reconectar: /reauth @cuenta
command-status = Todas las cuentas y qué está en curso
command-cancel = Dejar de preguntar: /cancel @cuenta
command-watch = Seguir un inicio de sesión de otro sitio
command-invite = Invitar a un creador: /invite @cuenta
command-unlink = Quitar todos los vínculos: /unlink @cuenta

## Quiet hours

quiet-are = Tus horas de silencio: de { $from } a { $to }, { $zone }. Hasta que terminen no te pregunto si es buen momento para iniciar sesión. Si un inicio de sesión ya espera un código, te pregunto igualmente, pero sin sonido. /quiet 22:30-07:00 las cambia, /quiet off las quita.
quiet-none = No tienes horas de silencio. Con /quiet 23:00-08:00 Europe/Madrid las pones: hasta que terminen no te pregunto si es buen momento para iniciar sesión. Si un inicio de sesión ya espera un código, te pregunto igualmente, pero sin sonido.
quiet-set = Tus horas de silencio: de { $from } a { $to }, { $zone }. Hasta que terminen no te pregunto si es buen momento para iniciar sesión. Si un inicio de sesión ya espera un código, te pregunto igualmente, pero sin sonido. { $agency } ve desde cuándo y hasta cuándo hay silencio, y nada más. /quiet off las quita.
quiet-off = Ya no tienes horas de silencio.
quiet-not-times = No he entendido esas horas. Escríbelas así: /quiet 23:00-08:00 Europe/Madrid
quiet-same-times = Las horas de silencio no pueden empezar y terminar a la misma hora. Escríbelas así: /quiet 23:00-08:00 Europe/Madrid
quiet-no-zone = ¿En qué zona horaria? Escríbela detrás de las horas: /quiet 23:00-08:00 Europe/Madrid
quiet-unknown-zone = No conozco esa zona horaria. ¿Querías decir { $zone }? Escríbelo así: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Las horas de silencio son para quien tiene una cuenta vinculada. A nadie más se le pregunta nada.
my-accounts-quiet = Horas de silencio: de { $from } a { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } tiene horas de silencio de { $since } a { $until }. Preguntaré si es buen momento cuando terminen.
remark-ready-quiet = { $name } tiene horas de silencio de { $since } a { $until }. Le preguntaré cuando terminen.
remark-silently = { $name } tiene horas de silencio de { $since } a { $until }: mis mensajes le llegan sin sonido.
nudge-quiet = Quien recibe las preguntas por @{ $handle } tiene horas de silencio hasta las { $time }. Antes no vuelvo a preguntar.
command-quiet = Horas de silencio: /quiet 23:00-08:00 Europe/Madrid

## Sonido

mute-until = Sin sonido hasta el { $time }. Hasta entonces, lo que no hayas pedido llega sin sonido, también las alertas. No se omite nada, y las respuestas a tus comandos son como siempre. /unmute lo termina.
mute-on = Sin sonido. A partir de ahora, lo que no hayas pedido llega sin sonido, también las alertas. No se omite nada, y las respuestas a tus comandos son como siempre. /unmute lo termina.
mute-off = Mis mensajes suenan como siempre.
mute-not-duration = No he entendido por cuánto tiempo. Escribe /mute 30m, /mute 2h o /mute 3d (30 días como máximo); /mute a secas dura hasta que escribas /unmute.
command-mute = Sin sonido: /mute 2h
command-unmute = Con sonido otra vez

## Sesiones

button-reconnect = Reconectar
session-dead = La sesión de @{ $handle } ha terminado en la API de cuentas: la cuenta ya no está conectada. Pulsa «{ button-reconnect }» para iniciar sesión de nuevo; al creador se le pregunta como siempre.
session-alive = @{ $handle } vuelve a estar conectada.

## Who can be reached

button-can-read = Puedo leer esto
check-question = { $starter } quiere saber si te llegan mis mensajes sobre @{ $handle }. Esto no es un inicio de sesión. Pulsa el botón, por favor.
check-thanks = ¡Gracias! { $agency } ya sabe que te llegan mis mensajes sobre @{ $handle }.
check-not-needed = Ya no hace falta que respondas a esto por @{ $handle }.
check-head = @{ $handle } · ¿se puede contactar? · { $starter }, { $time }
check-unknown = { $name }: aún sin respuesta
check-yes = { $name }: hay contacto, respondió a las { $time }
check-no = { $name }: sin contacto. Ha bloqueado el bot o nunca lo abrió; pídele que abra nuestro chat.
check-too-often = { $name }: sin preguntar, ya se le preguntó demasiado en la última hora
check-unanswered = { $name }: no respondió
check-too-soon = Hace menos de un minuto que pregunté si hay contacto por @{ $handle }. Inténtalo de nuevo en { $duration }.
usage-check = Escríbelo así: /check @cuenta
command-check = Ver con quién hay contacto: /check @cuenta
trail-asked-check = pregunta a { $person }, para { $by }: ¿le llegan los mensajes?
trail-can-read = { $person }: hay contacto

## Who is asked first

button-everybody = Todos a la vez
button-first = Primero { $name }
order-only-you = Nadie más que tú tiene vinculada @{ $handle }, así que no hay orden.
order-everybody = Por @{ $handle } pregunto a la vez a: { $names }.
order-set = Por @{ $handle } pregunto por turnos, y paso a la persona siguiente tras { $duration } sin respuesta:
order-line = { $number }. { $name }
order-how = ¿A quién pregunto primero?
order-other = Puede cambiarlo { $name }, que aceptó primero.
usage-order = Escríbelo así: /order @cuenta
command-order = A quién preguntar primero: /order @cuenta
trail-ordered = { $person } cambió a quién se pregunta primero

## Ready first

button-in-an-hour = En una hora
ready-asker = { $starter } quiere reconectar @{ $handle }. ¿Es buen momento?
ready-at-hand = Ten a mano el teléfono con tu app de autenticación. No empieza nada hasta que pulses «{ button-ready }».
ready-asked = Preguntado a las { $time } · marca { $tag }
ready-later = Volveré a preguntarte a las { $time }. También puedes empezar antes.
ready-ended-started = ¡Gracias! Empieza el inicio de sesión en @{ $handle }; en un momento te pediré el código. (marca { $tag })
ready-ended-cannot-start = ¡Gracias! El inicio de sesión en @{ $handle } no puede empezar ahora mismo, y { $agency } lo sabe. No tienes que hacer nada. (marca { $tag })
ready-ended-not-now = De acuerdo, ahora no. No se ha empezado nada para @{ $handle }, y { $agency } lo sabe. (marca { $tag })
ready-ended-answered = { $name } ya puede empezar con @{ $handle }. (marca { $tag })
ready-ended-expired = No tuve respuesta tuya sobre @{ $handle }, así que no se ha empezado nada. No tienes que hacer nada. (marca { $tag })
ready-ended-cancelled = { $agency } ya no quiere reconectar @{ $handle }. No tienes que hacer nada. (marca { $tag })
ready-ended-begun = Mientras tanto ha empezado un inicio de sesión en @{ $handle }. (marca { $tag })
progress-asking-ready = preguntando si es buen momento: { $names }
progress-ready-too-often = en la última hora ya se preguntó demasiado a todas las personas vinculadas. Preguntaré si es buen momento a las { $time }.
ending-not-now = ahora no, dice { $name }. No se empezó nada.
ending-nobody-ready = nadie dijo a tiempo que ya podía. No se empezó nada. Inténtalo en otro momento, o acuérdalo con la persona.
ending-ready-in-vain = { $name } ya puede, pero ahora mismo no se puede empezar. No se empezó nada. /reauth dice qué lo impide.
ending-begun = ya no se espera: se empezó un inicio de sesión sin preguntar antes.
already-asked = Ya estoy preguntando si es buen momento para @{ $handle } (marca { $tag }). /reauth @{ $handle } now empieza sin esperar, /cancel @{ $handle } lo termina.
usage-ready = Escríbelo así: /ready @cuenta
command-ready = Preguntar antes si es buen momento: /ready @cuenta

## Nudges, marks, and who else is linked

button-nudge = Insistir
button-another = Otros
again-nudged = { $agency } pregunta una vez más:
mark-given = Tus dibujos para @{ $handle } son { $mark }. Los llevan todas mis preguntas sobre esa cuenta, y nadie más los ve. Una pregunta sin ellos no es mía: no la respondas.
mark-void = Estos dibujos ya no se usan.
mark-line = Tus dibujos: { $mark }
other-linked = { $name } ha aceptado una invitación de { $starter } y ahora también tiene vinculada @{ $handle }: desde ahora le pregunto también a esa persona. Si no es correcto, díselo a { $agency } y pulsa «{ button-not-me }» en la próxima pregunta.
nudged = He vuelto a preguntar por @{ $handle }: { $names }.
nothing-to-nudge = Ahora mismo no se pregunta a nadie por @{ $handle }. /status muestra qué está en curso.
nudge-too-soon = Hace menos de un minuto que volví a preguntar por @{ $handle }. Inténtalo de nuevo en { $duration }.
nudge-too-often = En la última hora ya se preguntó demasiado por @{ $handle }. Podré volver a preguntar a las { $time }.
usage-nudge = Escríbelo así: /nudge @cuenta
command-nudge = Preguntar otra vez: /nudge @cuenta
