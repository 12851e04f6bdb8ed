# Голос бота на русском. Он обращается на «вы» и не знает, мужчина перед ним или женщина.
#
# Как в en.ftl: аккаунты пишутся @{ $handle }, а кнопки цитируются по их идентификатору.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (через систему { $agency })
starter-operator = { $agency }

kind-sms = код из SMS
kind-app = код из приложения-аутентификатора
kind-email = код из письма
kind-code = код
kind-face = проверка лица
kind-phone = подтверждение на телефоне

duration-seconds = { $seconds } с
duration-minutes = { $minutes } мин { $seconds } с
duration-hours = { $hours } ч { $minutes } мин
duration-days =
    { $days ->
        [one] { $days } дня
        [few] { $days } дней
        [many] { $days } дней
       *[other] { $days } дня
    }

people-none = никто
and-more = … и ещё { $more }.

format-time = %H:%M %Z
format-date = %d.%m.%Y, %H:%M %Z

## Buttons

button-accept = Принять
button-decline = Отклонить
button-not-me = Это не я
button-later = Позже
button-quarter = 15 минут
button-hour = 1 час
button-tonight = Вечером
button-send-email = Отправить письмо ещё раз
button-face-open = Открыть проверку
button-phone-open = Открыть подтверждение
button-face-done = Готово
button-allow-again = Снова разрешить
button-cancel = Отменить
button-invite = Пригласить
button-revoke = Отозвать
button-ready = Можно начинать
button-not-now = Не сейчас
button-forget = Забудьте меня
button-earlier = Раньше
button-telegram-language = Как в Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Здравствуйте! Я передаю одноразовые коды для { $agency }: от людей, которым они принадлежат, туда, где их ждёт вход в аккаунт.

    Я общаюсь только с теми, кого пригласили. Если вас пригласили, откройте ссылку, которую вам прислали.

    /privacy расскажет, что я храню.

help-creator =
    Когда { $agency } заново подключает один из ваших аккаунтов, я прошу здесь код. Просто отправьте его сообщением. Я передам его и удалю ваше сообщение.

    Это не вы? Нажмите «{ button-not-me }», и всё остановится. Сейчас неудобно? Нажмите «{ button-later }».

    /accounts – ваши привязанные аккаунты и кто вас пригласил
    /history – всё, о чём вас спрашивали
    /stop @account – больше никогда не получать вопросов об этом аккаунте, с той же минуты
    /quiet 23:00-08:00 Europe/Moscow – когда не спрашивать о том, что может подождать
    /order @account – кого спрашивать сначала, если вас несколько
    /language – говорить на другом языке
    /privacy – что я храню
    /mydata – всё это одним документом
    /forgetme – всё прекратить и удалить ваши данные

    Я никогда не прошу пароль, код входа в сам Telegram или код за пределами этого чата.

help-manager =
    /reauth @account – заново подключить аккаунт (можно несколько: /reauth @a @b, или все: /reauth all)
    /ready @account – сначала спросить, удобно ли сейчас, потом подключить заново
    /nudge @account – спросить ещё раз
    /check @account – проверить, с кем есть связь
    /status – все аккаунты и что в работе; /status @account – один аккаунт
    /cancel @account – больше не спрашивать
    /watch <attempt id> @account – следить за входом, начатым в другом месте
    /invite @account – создать ссылку для автора; /invite @account revoke – отозвать её
    /unlink @account – снять все привязки аккаунта
    /accounts – все аккаунты и кто к ним привязан
    /audit @account – что о нём спросили, ответили и решили
    /mute 2h (в личном чате) – всё, о чём вы не просили, приходит без звука (просто /mute: до /unmute); ничего не пропадает
    /language (в личном чате) – говорить на другом языке

    В группе пишите команду с моим именем после неё (/reauth@{ $bot } @account) или выбирайте её в меню: иначе Telegram может мне её не показать. Вы видите, как идёт вход, но никогда – код.

privacy =
    Что я храню: ваш номер в Telegram, имя и язык, а также ваши привязанные аккаунты, кто вас пригласил, с какого времени и с какими картинками, ваши тихие часы, если вы их зададите, и доходят ли до вас мои сообщения, – пока привязка действует; когда вам задавали вопросы – один час; и входы, о которых вас спрашивали, – сутки после их окончания. Кроме того, журнал: что спросили, ответили и решили, кто и когда, – чтобы это можно было проверить позже, в течение { duration-days }. Так я могу спросить того, кого нужно, и никого не спрашивать слишком часто. Если вы нажмёте «{ button-not-me }», это хранится, пока вы снова не разрешите вход. Всё хранится в зашифрованном виде.

    Чего я никогда не храню: коды. Они уходят туда, где их ждёт вход, а ваше сообщение удаляется. Их не сохраняют, не записывают в журналы и не показывают никому в { $agency }.

    Чаты Telegram с ботами не защищены сквозным шифрованием.

    { $agency } управляет этим ботом и отвечает за него. /stop @account сразу снимает привязку, /mydata выдаёт всё, что о вас хранится, /forgetme удаляет это.

not-for-you = Это только для менеджеров { $agency }.
invitation-useless = Это приглашение не работает. Попросите новое у того, кто его прислал.
only-in-private = Это работает только в нашем личном чате.
not-for-managers = Менеджеров нельзя привязать к аккаунту: кто начинает вход, тот не может отвечать за автора.
too-many-links = К @{ $handle } уже привязано столько людей, сколько возможно. Попросите { $agency } сначала кого-нибудь отвязать.
too-many-open = Открыто больше входов, чем я могу отслеживать сразу. Попробуйте ещё раз через несколько минут.
usage-reauth = Пишите так: /reauth @account (до 20 аккаунтов) или /reauth all
usage-invite = Пишите так: /invite @account или /invite @account revoke
usage-watch = Пишите так: /watch <attempt id> @account
usage-cancel = Пишите так: /cancel @account
usage-unlink = Пишите так: /unlink @account
usage-status = Пишите так: /status или /status @account
usage-stop = Пишите так: /stop @account
usage-audit = Пишите так: /audit @account
usage-unknown = Я не знаю такой команды. /help покажет, что я умею.
command-too-old = Это пришло, пока меня не было, поэтому команда не выполнена. Если она ещё нужна, отправьте её снова.
languages = Я говорю с вами по-русски. На каком языке мне говорить?

## To a creator, about being linked

invited =
    { $starter } приглашает вас отвечать на запросы кодов для входа в @{ $handle }.

    Если вы согласитесь: каждый раз, когда { $agency } будет заново подключать @{ $handle }, я попрошу у вас здесь код из SMS, приложения-аутентификатора или письма либо пришлю ссылку на проверку лица. Каждый раз я скажу, кто об этом попросил. Коды идут только туда, где их ждёт вход, и больше никуда; в { $agency } их никто не видит.

    О чём я никогда не попрошу: ваш пароль, код входа в сам Telegram или что-либо о другом аккаунте.

    Вы можете прекратить в любой момент командой /stop.

linked =
    Готово: вы привязаны к @{ $handle }. Когда { $agency } будет заново подключать аккаунт, я спрошу вас здесь.

    Чтобы прекратить, отправьте /stop @{ $handle }.

invitation-declined = Приглашение отклонено. Вопросов о @{ $handle } не будет.

my-accounts-none = У вас нет привязанных аккаунтов.
my-accounts = Ваши привязанные аккаунты:
my-accounts-line = @{ $handle } – по приглашению от { $starter }, с { $since }
my-accounts-frozen = @{ $handle } – остановлен кнопкой «{ button-not-me }»; по приглашению от { $starter }, с { $since }

stopped = Готово. Вы больше не привязаны к @{ $handle }, и вопросов о нём больше не будет.
unlinked = { $agency } снимает вашу привязку к @{ $handle }. Вопросов о нём больше не будет.
my-data = Вот всё, что я храню о вас.
forget-me = Забыть вас? Всё, что я храню о вас, будет удалено, и вернуть это не получится. Пригласить вас снова можно будет в любой момент.
forget-me-links = Вопросов о { $handles } больше не будет; { $agency } узнает, что вы отказались.
forget-me-trail = В журнале вопросов и решений ваше место займёт псевдоним, который никто не сможет раскрыть.
forget-me-frozen = Останется одно: то, что для { $handles } нажата кнопка «{ button-not-me }», – с вашим номером в Telegram и без вашего имени, чтобы никто другой не мог это отменить.
not-forgotten = Ничего не удалено: подтверждение не пришло вовремя. /forgetme спросит ещё раз.
forgotten = Я больше ничего о вас не храню. До свидания и всего доброго!
forgotten-frozen = Я больше ничего о вас не храню, кроме того, что для { $handles } нажата кнопка «{ button-not-me }»: ваш номер в Telegram без вашего имени, чтобы никто другой не мог это отменить. До свидания и всего доброго!
forget-no-manager = В моих настройках вы указаны как менеджер { $agency }, поэтому забыть вас я не могу. Попросите того, кто мной управляет, убрать вас из списка; после этого /forgetme сработает.
not-linked = Вы не привязаны к аккаунту @{ $handle }. /accounts покажет ваши аккаунты.

## To a creator: the question

question-asker = { $starter } входит в @{ $handle }.
question-started = Начало: { $time } · метка { $tag }

question-sms = Пожалуйста, пришлите мне код из SMS.
question-app = Пожалуйста, пришлите мне код, который сейчас показывает ваше приложение-аутентификатор. Он меняется каждые 30 секунд, поэтому возьмите свежий.
question-email = Пожалуйста, пришлите мне код из письма.
question-email-mask = Пожалуйста, пришлите мне код из письма на { $mask }.
question-code = Пожалуйста, пришлите мне код, который вам только что пришёл.
question-face = Нужна проверка лица. Откройте её, пройдите, затем нажмите «{ button-face-done }».
question-face-missing = Нужна проверка лица, но ссылка не пришла. Ваш менеджер об этом знает. Если вы прошли её в приложении, нажмите «{ button-face-done }».
question-face-unusable = Нужна проверка лица, но ссылка на неё небезопасна, поэтому я её не показываю. Ваш менеджер об этом знает.
question-phone = Пожалуйста, подтвердите вход: откройте ссылку и следуйте указаниям.
question-phone-missing = Пожалуйста, подтвердите вход в приложении на телефоне.
question-phone-unusable = Пожалуйста, подтвердите вход в приложении на телефоне. Пришла и ссылка, но она небезопасна, поэтому я её не показываю.

again-wrong =
    { $tries ->
        [one] Этот код не подошёл. У вас осталась { $tries } попытка.
        [few] Этот код не подошёл. У вас осталось { $tries } попытки.
       *[many] Этот код не подошёл. У вас осталось { $tries } попыток.
    }
again-reminder = Всё ещё жду вас:
again-unsure = Непонятно, дошёл ли ваш последний ответ, поэтому нужен новый код. Извините!
again-postponed = Вы просили вернуться позже. Вот и я:
again-not-done = Платформа говорит, что проверка лица ещё не закончена.
again-email-unsure = Не могу проверить, ушло ли письмо. Если оно не придёт, нажмите «{ button-send-email }».
again-throttled = Платформа заставила ждать, пока ваш последний код не устарел, поэтому нужен новый. Извините!
again-too-late = Ваш код устарел раньше, чем его можно было передать, поэтому нужен новый. Извините!

mode-later = Насколько позже?
mode-postponed = Я спрошу ещё раз в { $time }. Ответить можно и сейчас.
mode-checking = проверяю…

question-safety = Вы этого не ждали? Нажмите «{ button-not-me }».

## To a creator: what became of a question

ended-done = Аккаунт @{ $handle } подключён. Спасибо! (метка { $tag })
ended-accepted = Получилось. Для @{ $handle } нужно ещё кое-что. (метка { $tag })
ended-wrong = Этот код для @{ $handle } не подошёл. (метка { $tag })
ended-wrong-for-good = И этот код для @{ $handle } не подошёл, поэтому этот вход закончен. Вам ничего делать не нужно. (метка { $tag })
ended-failed = Войти в @{ $handle } не удалось. Вам ничего делать не нужно. (метка { $tag })
ended-answered = Ответ для @{ $handle } уже есть: { $name }. (метка { $tag })
ended-expired = Время ответить для @{ $handle } вышло. Вам ничего делать не нужно. (метка { $tag })
ended-cancelled = { $agency } отменяет вход в @{ $handle }. Вам ничего делать не нужно. (метка { $tag })
ended-not-me = Вход в @{ $handle } остановлен. (метка { $tag })
ended-withdrawn = Вопросов о @{ $handle } больше не будет. (метка { $tag })
ended-not-needed = Для @{ $handle } это больше не нужно. (метка { $tag })
ended-unsure = Насколько я вижу, этот ответ для @{ $handle } не использован. (метка { $tag })
ended-our-fault = Ваш ответ для @{ $handle } не удалось передать: на нашей стороне что-то сломалось, и те, кто управляет ботом, об этом знают. Я спрошу снова, когда всё заработает. (метка { $tag })
ended-must-wait = Платформа просит подождать, и к тому времени ваш код для @{ $handle } устареет. Я попрошу новый через { $duration }. (метка { $tag })
ended-put-off = Я вернусь к вам насчёт @{ $handle }: { $time }. (метка { $tag })
ended-over = Для @{ $handle } это закончено. (метка { $tag })
repeated = @{ $handle }: вопрос повторён ниже. (метка { $tag })

ready-again = Вы просили вернуться насчёт @{ $handle } (вход был нужен для { $starter }). Тот вход закончен. Начать новый сейчас?
ready-started = Начинаю новый вход в @{ $handle }.
ready-not-started = Новый вход в @{ $handle } не начат.

frozen-by-you = Остановлено. Никто не сможет начать отсюда вход в @{ $handle }, пока вы не нажмёте «{ button-allow-again }»; { $agency } получает предупреждение. Если кто-то знает ваш пароль, смените его.
allowed-by-you = @{ $handle } снова можно подключать.

## To a creator, about what they wrote

nothing-open = Сейчас я ничего от вас не жду. Если это был код, он больше не нужен.
no-code = Я не вижу здесь кода. В коде от { $min } до { $max } цифр; отправьте только цифры.
two-codes = Здесь больше одного числа, похожего на код, а гадать я не буду. Пожалуйста, отправьте только код.
type-the-code = Пожалуйста, введите код текстом: прочитать его на картинке, в голосовом сообщении или на стикере я не могу.
too-early = Это пришло раньше моего вопроса, поэтому не использовано. Пожалуйста, отправьте свежий код.
telegrams-own-code = Это похоже на код входа в сам Telegram. Никогда никому его не отправляйте, и мне тоже: с ним можно завладеть вашим Telegram. Он не использован.
still-checking = Я ещё проверяю предыдущий ответ для @{ $handle }. Если он не подойдёт, я спрошу снова.
no-code-wanted = Для @{ $handle } сейчас код не нужен. Пожалуйста, посмотрите мой последний вопрос.
which-account = Для какого аккаунта этот код?
which-by-reply = Не получается показать кнопки для выбора аккаунта, поэтому этот код не использован. Пожалуйста, отправьте код ещё раз – ответом на тот вопрос, к которому он относится.
account-chosen = Для @{ $handle }.
account-not-chosen = Этот код не использован. Если я всё ещё прошу код, пожалуйста, отправьте новый.
delete-it-yourself = Не получилось удалить ваше сообщение. Пожалуйста, удалите его сами.
code-not-used = Этот код не использован. Пожалуйста, отправьте его ещё раз.

## Short answers to a pressed button

button-expired = Эта кнопка больше не работает.
noted = Готово.
email-asked-for = Письмо отправляется.
email-cooldown = Отправить письмо ещё раз можно через { $seconds } с.
telling-the-api = Сообщаю платформе…

## To managers: the status of a sign-in

status-head = @{ $handle } · метка { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = начинаю…
progress-working = выполняется…
progress-waiting = жду от { $names }: { $kind }
progress-after-wrong =
    { $tries ->
        [one] код не подошёл, жду другой от { $names } (осталась { $tries } попытка)
        [few] код не подошёл, жду другой от { $names } (осталось { $tries } попытки)
       *[many] код не подошёл, жду другой от { $names } (осталось { $tries } попыток)
    }
progress-no-link = требуется { $kind }, но никто не привязан. Пригласите автора; я спрошу сразу, как он согласится.
progress-too-often = требуется { $kind }, но за последний час всех привязанных уже спрашивали слишком часто. Снова спросить можно в { $time }.
progress-postponed = { $name } просит позже: { $time }
progress-checking = проверяю…
progress-unusual = платформа говорит «{ $state }», мне это незнакомо. Я продолжаю следить; пожалуйста, посмотрите там сами.

remark-unreachable-api = API аккаунтов сейчас не отвечает. Я продолжаю пробовать.
remark-api-refuses = API аккаунтов не принимает наш ключ. Это должен исправить тот, кто управляет ботом.
remark-api-throttles = API аккаунтов просит не спешить, поэтому это займёт больше времени.
remark-unusable-link = API прислал небезопасную ссылку, поэтому я её не показываю.
remark-missing-link = API не прислал ссылку на проверку лица. Пройти её можно только в приложении.
remark-email-failed = Не могу проверить, ушло ли письмо. Если оно не придёт, автор может нажать «{ button-send-email }».
remark-unreachable = Нет связи с: { $names }.
remark-later = { $name } просит позже: { $time }

ending-connected = подключено за { $duration }
ending-other-account = подключено, но к другому аккаунту ({ $account }). Проверьте, в какой именно выполнен вход.
ending-failed = не удалось: платформа прервала этот вход. Подождите немного, прежде чем пробовать снова; частые попытки кажутся ей подозрительными.
ending-unknown = закончено: API аккаунтов не знает этого входа (404). Он устарел, или id неверный.
ending-gone = закончено: сеанс аккаунта больше не действует (410). Привяжите аккаунт в API аккаунтов заново.
ending-no-credentials = нет сохранённых данных для входа (412): привяжите аккаунт заново с remember_credentials и попробуйте ещё раз.
ending-account-unknown = API аккаунтов не знает этого аккаунта (404). /accounts покажет те, которые он знает.
ending-throttled = API аккаунтов просит подождать { $duration } (429). Попробуйте после этого.
ending-throttled-unknown = API аккаунтов просит подождать (429). Попробуйте ещё раз через несколько минут.
ending-api-refuses = API аккаунтов не принимает наш ключ. Это должен исправить тот, кто управляет ботом; `twofa-bridge check` подскажет как.
ending-api-declines = API аккаунтов отказал. Ничего не начато. Проверьте аккаунт там; если с ним всё в порядке, попробуйте ещё раз.
ending-api-unreachable = API аккаунтов недоступен. Ничего не начато; попробуйте ещё раз через несколько минут.
ending-maybe-started = непонятно, начат ли этот вход: ответа не было. Заново я его не начинаю. Посмотрите в API аккаунтов или отправьте /reauth ещё раз.
ending-attempt-taken = API аккаунтов ответил входом, который здесь уже известен. Ничего нового не отслеживается. /status его покажет.
ending-wrong-codes = закончено: попытки с неверными кодами исчерпаны. Начните снова, когда автору будет удобно.
ending-not-me = остановлено: { $name } – кнопка «{ button-not-me }». Разрешить снова может только этот человек; сначала поговорите с ним.
ending-cancelled = отменено: { $name }
ending-unanswered = закончено: никто не ответил вовремя. /ready сначала спросит, удобно ли сейчас.
ending-too-old = закончено: прошло слишком много времени. Начните заново: /reauth.
ending-unreachable = закончено: нет связи с { $names }. Бот заблокирован или ни разу не открыт; попросите открыть наш чат.
ending-withdrawn = закончено: никто больше не привязан. /invite создаст ссылку для автора.
ending-put-off = отложено: { $name }. Я спрошу снова: { $time }.

## To managers, otherwise

unknown-handle = Я не знаю аккаунта @{ $handle }. /accounts покажет те, которые я знаю.
ambiguous-handle = Несколько аккаунтов называются @{ $handle }: { $accounts }. Дайте одному из них другое имя в API аккаунтов или в настройках и попробуйте ещё раз.
accounts-unavailable = Я не знаю @{ $handle }, а API аккаунтов не отвечает, поэтому проверить нельзя. Попробуйте ещё раз через минуту.
reauth-limit = @{ $handle } подключали слишком часто. Попробуйте ещё раз через { $duration }.
already-open = Вход в @{ $handle } уже открыт (метка { $tag }). /status покажет его, /cancel @{ $handle } закончит.
account-frozen = Автор остановил @{ $handle } кнопкой «{ button-not-me }». Снова разрешить может только он.
nobody-linked = К @{ $handle } никто не привязан. Сначала пригласите автора.
invitation-made =
    Отправьте эту ссылку автору @{ $handle }. Она сработает один раз, до { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Открытых приглашений к @{ $handle } не было.
        [one] { $count } приглашение к @{ $handle } больше не работает.
        [few] { $count } приглашения к @{ $handle } больше не работают.
       *[many] { $count } приглашений к @{ $handle } больше не работают.
    }
invitation-accepted = Приглашение к @{ $handle } принято: { $name }. Привязка действует.
invitation-refused = Приглашение к @{ $handle } отклонено: { $name }.
not-me-alert = «{ button-not-me }»: { $name } сообщает, что это чужой вход в @{ $handle } (метка { $tag }, кем начат: { $starter }). Аккаунт остановлен, пока его снова не разрешат. Выясните, кто начал этот вход.
allowed-again = { $name } снова разрешает @{ $handle }.
creator-stopped = { $name } больше не хочет получать вопросы о @{ $handle }: привязка снята.
creator-unreachable = Нет связи с { $name } насчёт @{ $handle }: бот заблокирован. Попросите его разблокировать.
creator-not-now = { $name } не хочет сейчас входить в @{ $handle }. Спросите позже ещё раз: /ready.
links-ended = Больше не привязаны к @{ $handle }: { $names }.
nothing-to-cancel = Для @{ $handle } ничего не открыто. /status покажет, что в работе.
round-head = Переподключение аккаунтов: { $accounts } · { $starter }, { $time }
round-open = в работе ({ $count }): { $handles }
round-waits = ждут своей очереди ({ $count }): { $handles }
round-connected = подключены ({ $count }): { $handles }
round-failed = не подключены, { $how } ({ $count }): { $handles }
round-skipped = пропущены, { $why } ({ $count }): { $handles }
round-over = Всё закончено за { $duration }. /status @account расскажет о каждом подробнее.
round-why =
    { $word ->
        [frozen] остановлено кнопкой «{ button-not-me }»; снова разрешить может только владелец
        [already_open] вход уже начат
        [already_asked] уже спрашиваем, удобно ли сейчас
        [listed] в списке прежней команды, которая ещё не закончена
        [nobody_linked] никто не привязан; ссылку создаст /invite
        [unreachable] нет связи с владельцем, ему нужно разблокировать меня
        [too_often] переподключали слишком часто; попробуйте позже
        [cancelled] отменено
        [too_late] очередь не подошла вовремя
        [unknown] аккаунта с таким именем нет
        [ambiguous] аккаунтов с таким именем несколько
        [unavailable] API аккаунтов не отвечает, поэтому проверить нельзя
       *[other] { $word }
    }
too-many-for-round = Всего аккаунтов: { $accounts }; за один раз берусь не больше чем за { $most }. Назовите нужные: /reauth @a @b
attempt-taken = Вход { $attempt } относится к другому аккаунту. Проверьте номер входа и аккаунт.
accounts-none = Я не знаю ни одного аккаунта. Добавьте их в API аккаунтов или в раздел [[accounts]] настроек.
accounts-head = Аккаунты:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – остановлен кнопкой «{ button-not-me }»
name-unreachable = { $name } (нет связи)
board-head = Аккаунты: { $accounts } · в работе: { $open } · { $time }
board-page = Страница { $page } из { $pages }
board-open = → в работе уже { $duration } (метка { $tag }): { $progress }
board-connected = последнее подключение: { $time }
board-never = отсюда ещё не подключался
board-closed = Эти страницы больше не листаются. /status покажет, как обстоят дела.
button-previous-page = ‹ Назад
button-next-page = Дальше ›

## The record of what was done

trail-none = Пока вас ни о чём не спрашивали.
trail-none-account = О @{ $handle } пока ничего не записано.
trail-unreadable = Не получается прочитать журнал. Пусть посмотрит тот, кто управляет ботом; попробуйте позже.
trail-head = О чём вас спрашивали и что из этого вышло (новое внизу):
trail-head-account = Что записано о @{ $handle } (новое внизу):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = кто-то, чьи данные удалены ({ $alias })
trail-host = собственная система { $agency }

trail-invited = { $by } – новое приглашение
trail-invitation-revoked = { $by } – приглашения отозваны
trail-invitation-declined = приглашение от { $by } отклонено
trail-linked = { $person } – приглашение от { $by } принято
trail-withdrew = { $person } – отказ от привязки
trail-unlinked = привязку { $person } снимает { $by }
trail-started = { $by } – запрос входа
trail-not-started = входа нет: { $how }
trail-watched = слежу за входом, начал: { $by }
trail-asked = вопрос для { $person }, просит { $by }: { $kind }
trail-asked-again = повторный вопрос для { $person }, просит { $by }: { $kind }
trail-asked-ready = вопрос для { $person }, просит { $by }: удобно ли сейчас
trail-postponed = { $person } – просьба спросить позже
trail-answered = { $person } – ответ получен и передан
trail-wrong-code = этот код не подошёл
trail-accepted = подошло, но нужно ещё кое-что
trail-frozen = { $person } – кнопка «{ button-not-me }»
trail-allowed = { $person } – кнопка «{ button-allow-again }»
trail-ready = { $person } – «{ button-ready }»
trail-not-now = { $person } – «{ button-not-now }»
trail-cancelled = отменено: { $by }
trail-ended = закончено: { $how }
trail-forgotten = { $person } – просьба удалить данные
trail-how =
    { $word ->
        [connected] подключено
        [other_account] подключено, но к другому аккаунту
        [failed] не удалось
        [unknown] API аккаунтов его не знает
        [gone] сеанс аккаунта больше не действует
        [no_credentials] нет сохранённых данных для входа
        [account_unknown] API аккаунтов не знает аккаунта
        [throttled] API аккаунтов просил подождать
        [api_refuses] API аккаунтов не принял наш ключ
        [api_declines] API аккаунтов отказал
        [api_unreachable] API аккаунтов был недоступен
        [maybe_started] непонятно, начат ли он
        [attempt_taken] он уже был известен
        [wrong_codes] попытки с неверными кодами исчерпаны
        [declined] «{ button-not-me }»
        [cancelled] отменено
        [unanswered] никто не ответил вовремя
        [too_old] прошло слишком много времени
        [unreachable] ни с кем не было связи
        [withdrawn] никто больше не привязан
        [put_off] отложено
        [not_now] не сейчас
        [nobody_ready] никто не ответил вовремя, что можно начинать
        [ready_in_vain] начать было нельзя
        [begun] вход начат без вопроса
       *[other] { $word }
    }

## The command menu

command-help = Что я умею
command-accounts = Привязанные аккаунты
command-stop = Снять привязку: /stop @account
command-language = На каком языке я говорю
command-privacy = Что хранится
command-mydata = Всё, что хранится обо мне
command-forgetme = Удалить мои данные
command-history = О чём меня спрашивали
command-audit = Что было сделано: /audit @account
command-reauth = Подключить заново: /reauth @account
command-status = Все аккаунты и что в работе
command-cancel = Больше не спрашивать: /cancel @account
command-watch = Следить за входом, начатым в другом месте
command-invite = Пригласить автора: /invite @account
command-unlink = Снять все привязки: /unlink @account

## Quiet hours

quiet-are = Ваши тихие часы: с { $from } до { $to }, { $zone }. Пока они идут, я не спрашиваю, удобно ли вам сейчас войти. Если вход уже ждёт кода, я всё же спрошу, но без звука. /quiet 22:30-07:00 изменит их, /quiet off отключит.
quiet-none = Тихих часов у вас нет. Задать их можно так: /quiet 23:00-08:00 Europe/Moscow. Пока они идут, я не спрашиваю, удобно ли вам сейчас войти. Если вход уже ждёт кода, я всё же спрошу, но без звука.
quiet-set = Ваши тихие часы: с { $from } до { $to }, { $zone }. Пока они идут, я не спрашиваю, удобно ли вам сейчас войти. Если вход уже ждёт кода, я всё же спрошу, но без звука. { $agency } видит, с какого и до какого времени тихо, и больше ничего. /quiet off их отключит.
quiet-off = Тихих часов у вас больше нет.
quiet-not-times = Не получилось понять эти часы. Пишите так: /quiet 23:00-08:00 Europe/Moscow
quiet-same-times = Тихие часы не могут начинаться и заканчиваться в одно и то же время. Пишите так: /quiet 23:00-08:00 Europe/Moscow
quiet-no-zone = В каком часовом поясе? Напишите его после часов: /quiet 23:00-08:00 Europe/Moscow
quiet-unknown-zone = Такого часового пояса я не знаю. Может быть, { $zone }? Пишите так: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Тихие часы – для тех, у кого есть привязанный аккаунт. Больше никого ни о чём не спрашивают.
my-accounts-quiet = Тихие часы: с { $from } до { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name }: тихие часы с { $since } до { $until }. Удобно ли, спрошу после.
remark-ready-quiet = { $name }: тихие часы с { $since } до { $until }. Спрошу после.
remark-silently = { $name }: тихие часы с { $since } до { $until }, мои сообщения приходят без звука.
nudge-quiet = У того, кого спрашивают о @{ $handle }, тихие часы до { $time }. Раньше ещё раз не спрошу.
command-quiet = Тихие часы: /quiet 23:00-08:00 Europe/Moscow

## Звук

mute-until = Без звука до { $time }. До этого всё, о чём вы не просили, приходит без звука, в том числе предупреждения. Ничего не пропадает, а ответы на ваши команды – как всегда. /unmute вернёт звук.
mute-on = Без звука. С этого момента всё, о чём вы не просили, приходит без звука, в том числе предупреждения. Ничего не пропадает, а ответы на ваши команды – как всегда. /unmute вернёт звук.
mute-off = Мои сообщения приходят со звуком.
mute-not-duration = Не понимаю, на сколько. Напишите /mute 30m, /mute 2h или /mute 3d (не больше 30 дней); просто /mute действует, пока вы не напишете /unmute.
command-mute = Без звука: /mute 2h
command-unmute = Снова со звуком

## Сеансы

button-reconnect = Подключить заново
session-dead = Сеанс @{ $handle } в API аккаунтов завершён: аккаунт больше не подключён. Нажмите «{ button-reconnect }», чтобы войти заново; автора спросят, как всегда.
session-alive = @{ $handle } снова подключён.

## Who can be reached

button-can-read = Я могу это прочитать
check-question = { $starter } хочет знать, доходят ли до вас мои сообщения о @{ $handle }. Это не вход. Нажмите, пожалуйста, кнопку.
check-thanks = Спасибо! { $agency } знает, что мои сообщения о @{ $handle } до вас доходят.
check-not-needed = Отвечать на это насчёт @{ $handle } больше не нужно.
check-head = @{ $handle } · с кем есть связь? · { $starter }, { $time }
check-unknown = { $name }: пока без ответа
check-yes = { $name }: связь есть, ответ в { $time }
check-no = { $name }: связи нет. Бот заблокирован или его никогда не открывали; попросите открыть наш чат.
check-too-often = { $name }: без вопроса, за последний час их было слишком много
check-unanswered = { $name }: без ответа
check-too-soon = Связь насчёт @{ $handle } проверяли меньше минуты назад. Попробуйте через { $duration }.
usage-check = Пишите так: /check @account
command-check = С кем есть связь: /check @account
trail-asked-check = вопрос для { $person }, просит { $by }: доходят ли сообщения
trail-can-read = { $person } – связь есть

## Who is asked first

button-everybody = Всех сразу
button-first = Сначала { $name }
order-only-you = К @{ $handle } привязаны только вы, так что очерёдности нет.
order-everybody = О @{ $handle } я спрашиваю всех сразу: { $names }.
order-set = О @{ $handle } я спрашиваю по очереди, следующего – через { $duration } без ответа:
order-line = { $number }. { $name }
order-how = Кого спрашивать сначала?
order-other = Изменить это может { $name }: это самая первая привязка.
usage-order = Пишите так: /order @account
command-order = Кого спрашивать сначала: /order @account
trail-ordered = { $person } – изменение, кого спрашивать сначала

## Ready first

button-in-an-hour = Через час
ready-asker = { $starter } хочет заново подключить @{ $handle }. Вам сейчас удобно?
ready-at-hand = Держите под рукой телефон с приложением-аутентификатором. Ничего не начнётся, пока вы не нажмёте «{ button-ready }».
ready-asked = Вопрос: { $time } · метка { $tag }
ready-later = Я спрошу ещё раз в { $time }. Начать можно и раньше.
ready-ended-started = Спасибо! Вход в @{ $handle } начинается; сейчас я спрошу код. (метка { $tag })
ready-ended-cannot-start = Спасибо! Вход в @{ $handle } сейчас начать нельзя; { $agency } об этом знает. Вам ничего делать не нужно. (метка { $tag })
ready-ended-not-now = Хорошо, не сейчас. Для @{ $handle } ничего не начато, { $agency } об этом знает. (метка { $tag })
ready-ended-answered = { $name } займётся входом в @{ $handle }. (метка { $tag })
ready-ended-expired = От вас не было ответа о @{ $handle }, поэтому ничего не начато. Вам ничего делать не нужно. (метка { $tag })
ready-ended-cancelled = { $agency } больше не хочет заново подключать @{ $handle }. Вам ничего делать не нужно. (метка { $tag })
ready-ended-begun = Тем временем вход в @{ $handle } уже начался. (метка { $tag })
progress-asking-ready = спрашиваю, удобно ли сейчас: { $names }
progress-ready-too-often = за последний час всех привязанных уже спрашивали слишком часто. Удобно ли, спрошу в { $time }.
ending-not-now = { $name }: не сейчас. Ничего не начато.
ending-nobody-ready = никто не ответил вовремя, что можно начинать. Ничего не начато. Попробуйте в другое время или договоритесь о нём заранее.
ending-ready-in-vain = { $name } ждёт, но сейчас начать нельзя. Ничего не начато. /reauth скажет, что мешает.
ending-begun = больше не жду: вход начат без вопроса.
already-asked = Я уже спрашиваю, удобно ли сейчас для @{ $handle } (метка { $tag }). /reauth @{ $handle } now начнёт без ожидания, /cancel @{ $handle } закончит.
usage-ready = Пишите так: /ready @account
command-ready = Сначала спросить, удобно ли: /ready @account

## Nudges, marks, and who else is linked

button-nudge = Поторопить
button-another = Другие
again-nudged = { $agency } спрашивает ещё раз:
mark-given = Ваши картинки для @{ $handle }: { $mark }. Они есть в каждом моём вопросе об этом аккаунте, и никто другой их не видит. Вопрос без них не от меня: не отвечайте на него.
mark-void = Эти картинки больше не используются.
mark-line = Ваши картинки: { $mark }
other-linked = { $name } теперь тоже отвечает за @{ $handle } по приглашению от { $starter }: отныне я спрашиваю и этого человека. Если это ошибка, сообщите { $agency } и нажмите «{ button-not-me }» при следующем вопросе.
nudged = Ещё один вопрос о @{ $handle } задан: { $names }.
nothing-to-nudge = Сейчас о @{ $handle } никого не спрашивают. /status покажет, что в работе.
nudge-too-soon = О @{ $handle } уже спрашивали повторно меньше минуты назад. Попробуйте через { $duration }.
nudge-too-often = За последний час о @{ $handle } спрашивали слишком часто. Снова спросить можно в { $time }.
usage-nudge = Пишите так: /nudge @account
command-nudge = Спросить ещё раз: /nudge @account
