# Голос бота українською. Він звертається на «ви» і не знає, чоловік перед ним чи жінка.
#
# Як в en.ftl: акаунти пишуться @{ $handle }, а кнопки цитуються за їхнім ідентифікатором.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (через систему { $agency })
starter-operator = { $agency }

kind-sms = код із SMS
kind-app = код із застосунку-автентифікатора
kind-email = код із листа
kind-code = код
kind-face = перевірка обличчя
kind-phone = підтвердження на телефоні

duration-seconds = { $seconds } с
duration-minutes = { $minutes } хв { $seconds } с
duration-hours = { $hours } год { $minutes } хв
duration-days =
    { $days ->
        [one] { $days } дня
        [few] { $days } днів
        [many] { $days } днів
       *[other] { $days } дня
    }

people-none = ніхто
and-more = … і ще { $more }.

format-time = %H:%M %Z
format-date = %d.%m.%Y, %H:%M %Z

## Buttons

button-accept = Прийняти
button-decline = Відхилити
button-not-me = Це не я
button-later = Пізніше
button-quarter = 15 хвилин
button-hour = 1 година
button-tonight = Увечері
button-send-email = Надіслати лист ще раз
button-face-open = Відкрити перевірку
button-phone-open = Відкрити підтвердження
button-face-done = Готово
button-allow-again = Знову дозволити
button-cancel = Скасувати
button-invite = Запросити
button-revoke = Відкликати
button-ready = Можна починати
button-not-now = Не зараз
button-forget = Забудьте мене
button-earlier = Раніше
button-telegram-language = Як у Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Вітаю! Я передаю одноразові коди для { $agency }: від людей, яким вони належать, туди, де на них чекає вхід в акаунт.

    Я спілкуюся лише з тими, кого запросили. Якщо вас запросили, відкрийте посилання, яке вам надіслали.

    /privacy розповість, що я зберігаю.

help-creator =
    Коли { $agency } наново під’єднує один із ваших акаунтів, я прошу тут код. Просто надішліть його повідомленням. Я передам його й видалю ваше повідомлення.

    Це не ви? Натисніть «{ button-not-me }», і все зупиниться. Зараз незручно? Натисніть «{ button-later }».

    /accounts – ваші прив’язані акаунти й хто вас запросив
    /history – усе, про що вас питали
    /stop @account – більше ніколи не отримувати запитань про цей акаунт, відтепер
    /quiet 23:00-08:00 Europe/Kyiv – коли не питати про те, що може зачекати
    /order @account – кого питати спершу, якщо вас кілька
    /language – говорити іншою мовою
    /privacy – що я зберігаю
    /mydata – усе це одним документом
    /forgetme – усе припинити й видалити ваші дані

    Я ніколи не прошу пароль, код входу в сам Telegram або код поза цим чатом.

help-manager =
    /reauth @account – наново під’єднати акаунт (можна кілька: /reauth @a @b, або всі: /reauth all)
    /ready @account – спершу спитати, чи зручно зараз, потім під’єднати наново
    /nudge @account – спитати ще раз
    /check @account – перевірити, з ким є зв’язок
    /status – усі акаунти й що в роботі; /status @account – один акаунт
    /cancel @account – більше не питати
    /watch <attempt id> @account – стежити за входом, розпочатим деінде
    /invite @account – створити посилання для автора; /invite @account revoke – відкликати його
    /unlink @account – зняти всі прив’язки акаунта
    /accounts – усі акаунти й хто до них прив’язаний
    /audit @account – що про нього запитали, відповіли й вирішили
    /mute 2h (у приватному чаті) – усе, про що ви не просили, надходить без звуку (просто /mute: до /unmute); нічого не зникає
    /language (у приватному чаті) – говорити іншою мовою

    У групі пишіть команду з моїм іменем після неї (/reauth@{ $bot } @account) або вибирайте її в меню: інакше Telegram може мені її не показати. Ви бачите, як іде вхід, але ніколи – код.

privacy =
    Що я зберігаю: ваш номер у Telegram, ім’я та мову, а також ваші прив’язані акаунти, хто вас запросив, відколи та з якими картинками, ваші тихі години, якщо ви їх задасте, і чи доходять до вас мої повідомлення, – поки діє прив’язка; коли вам ставили запитання – одну годину; і входи, про які вас питали, – добу після їх завершення. Крім того, журнал: що запитали, відповіли й вирішили, хто і коли, – щоб це можна було перевірити пізніше, протягом { duration-days }. Так я можу спитати саме ту людину, яка потрібна, і нікого не питати надто часто. Якщо ви натиснете «{ button-not-me }», це зберігається, поки ви знову не дозволите вхід. Усе зберігається зашифрованим.

    Чого я ніколи не зберігаю: коди. Вони йдуть туди, де на них чекає вхід, а ваше повідомлення видаляється. Їх не зберігають, не записують у журнали й не показують нікому в { $agency }.

    Чати Telegram із ботами не захищені наскрізним шифруванням.

    { $agency } керує цим ботом і відповідає за нього. /stop @account одразу знімає прив’язку, /mydata видає все, що про вас зберігається, /forgetme видаляє це.

not-for-you = Це лише для менеджерів { $agency }.
invitation-useless = Це запрошення не працює. Попросіть нове в того, хто його надіслав.
only-in-private = Це працює лише в нашому приватному чаті.
not-for-managers = Менеджерів не можна прив’язати до акаунта: хто починає вхід, той не може відповідати за автора.
too-many-links = До @{ $handle } вже прив’язано стільки людей, скільки можливо. Попросіть { $agency } спершу когось відв’язати.
too-many-open = Відкрито більше входів, ніж я можу відстежувати одразу. Спробуйте ще раз за кілька хвилин.
usage-reauth = Пишіть так: /reauth @account (до 20 акаунтів) або /reauth all
usage-invite = Пишіть так: /invite @account або /invite @account revoke
usage-watch = Пишіть так: /watch <attempt id> @account
usage-cancel = Пишіть так: /cancel @account
usage-unlink = Пишіть так: /unlink @account
usage-status = Пишіть так: /status або /status @account
usage-stop = Пишіть так: /stop @account
usage-audit = Пишіть так: /audit @account
usage-unknown = Я не знаю такої команди. /help покаже, що я вмію.
command-too-old = Це надійшло, поки мене не було, тому команду не виконано. Якщо вона ще потрібна, надішліть її знову.
languages = Я говорю з вами українською. Якою мовою мені говорити?

## To a creator, about being linked

invited =
    { $starter } запрошує вас відповідати на запити кодів для входу в @{ $handle }.

    Якщо ви погодитеся: щоразу, коли { $agency } наново під’єднуватиме @{ $handle }, я попрошу у вас тут код із SMS, застосунку-автентифікатора чи листа або надішлю посилання на перевірку обличчя. Щоразу я скажу, хто про це попросив. Коди йдуть лише туди, де на них чекає вхід, і більше нікуди; у { $agency } їх ніхто не бачить.

    Чого я ніколи не попрошу: ваш пароль, код входу в сам Telegram чи будь-що про інший акаунт.

    Ви можете припинити будь-коли командою /stop.

linked =
    Готово: вас прив’язано до @{ $handle }. Коли { $agency } наново під’єднуватиме акаунт, я спитаю вас тут.

    Щоб припинити, надішліть /stop @{ $handle }.

invitation-declined = Запрошення відхилено. Запитань про @{ $handle } не буде.

my-accounts-none = У вас немає прив’язаних акаунтів.
my-accounts = Ваші прив’язані акаунти:
my-accounts-line = @{ $handle } – на запрошення від { $starter }, з { $since }
my-accounts-frozen = @{ $handle } – зупинено кнопкою «{ button-not-me }»; на запрошення від { $starter }, з { $since }

stopped = Готово. Ви більше не прив’язані до @{ $handle }, і запитань про нього більше не буде.
unlinked = { $agency } знімає вашу прив’язку до @{ $handle }. Запитань про нього більше не буде.
my-data = Ось усе, що я зберігаю про вас.
forget-me = Забути вас? Усе, що я зберігаю про вас, буде видалено, і повернути це не вдасться. Запросити вас знову можна буде будь-коли.
forget-me-links = Запитань про { $handles } більше не буде; { $agency } дізнається, що ви відмовилися.
forget-me-trail = У журналі запитань і рішень ваше місце займе псевдонім, який ніхто не зможе розкрити.
forget-me-frozen = Залишиться одне: те, що для { $handles } натиснуто кнопку «{ button-not-me }», – з вашим номером у Telegram і без вашого імені, щоб ніхто інший не міг це скасувати.
not-forgotten = Нічого не видалено: підтвердження не надійшло вчасно. /forgetme спитає ще раз.
forgotten = Я більше нічого про вас не зберігаю. До побачення і на все добре!
forgotten-frozen = Я більше нічого про вас не зберігаю, крім того, що для { $handles } натиснуто кнопку «{ button-not-me }»: ваш номер у Telegram без вашого імені, щоб ніхто інший не міг це скасувати. До побачення і на все добре!
forget-no-manager = У моїх налаштуваннях ви вказані як менеджер { $agency }, тому забути вас я не можу. Попросіть того, хто мною керує, прибрати вас зі списку; після цього /forgetme спрацює.
not-linked = Ви не прив’язані до акаунта @{ $handle }. /accounts покаже ваші акаунти.

## To a creator: the question

question-asker = { $starter } входить в @{ $handle }.
question-started = Початок: { $time } · мітка { $tag }

question-sms = Будь ласка, надішліть мені код із SMS.
question-app = Будь ласка, надішліть мені код, який зараз показує ваш застосунок-автентифікатор. Він змінюється кожні 30 секунд, тож візьміть свіжий.
question-email = Будь ласка, надішліть мені код із листа.
question-email-mask = Будь ласка, надішліть мені код із листа на { $mask }.
question-code = Будь ласка, надішліть мені код, який вам щойно надійшов.
question-face = Потрібна перевірка обличчя. Відкрийте її, пройдіть, а тоді натисніть «{ button-face-done }».
question-face-missing = Потрібна перевірка обличчя, але посилання не надійшло. Ваш менеджер про це знає. Якщо ви пройшли її в застосунку, натисніть «{ button-face-done }».
question-face-unusable = Потрібна перевірка обличчя, але посилання на неї небезпечне, тому я його не показую. Ваш менеджер про це знає.
question-phone = Будь ласка, підтвердьте вхід: відкрийте посилання й дотримуйтеся вказівок.
question-phone-missing = Будь ласка, підтвердьте вхід у застосунку на телефоні.
question-phone-unusable = Будь ласка, підтвердьте вхід у застосунку на телефоні. Надійшло й посилання, але воно небезпечне, тому я його не показую.

again-wrong =
    { $tries ->
        [one] Цей код не підійшов. У вас залишилася { $tries } спроба.
        [few] Цей код не підійшов. У вас залишилося { $tries } спроби.
       *[many] Цей код не підійшов. У вас залишилося { $tries } спроб.
    }
again-reminder = Досі чекаю на вас:
again-unsure = Незрозуміло, чи дійшла ваша остання відповідь, тому потрібен новий код. Перепрошую!
again-postponed = Ви просили повернутися пізніше. Ось і я:
again-not-done = Платформа каже, що перевірку обличчя ще не завершено.
again-email-unsure = Не можу перевірити, чи надіслано лист. Якщо він не надійде, натисніть «{ button-send-email }».
again-throttled = Платформа змусила чекати, поки ваш останній код не застарів, тому потрібен новий. Перепрошую!
again-too-late = Ваш код застарів раніше, ніж його можна було передати, тому потрібен новий. Перепрошую!

mode-later = Наскільки пізніше?
mode-postponed = Я спитаю ще раз о { $time }. Відповісти можна й зараз.
mode-checking = перевіряю…

question-safety = Ви цього не чекали? Натисніть «{ button-not-me }».

## To a creator: what became of a question

ended-done = Акаунт @{ $handle } під’єднано. Дякую! (мітка { $tag })
ended-accepted = Вийшло. Для @{ $handle } потрібно ще дещо. (мітка { $tag })
ended-wrong = Цей код для @{ $handle } не підійшов. (мітка { $tag })
ended-wrong-for-good = І цей код для @{ $handle } не підійшов, тож цей вхід завершено. Вам нічого робити не треба. (мітка { $tag })
ended-failed = Увійти в @{ $handle } не вдалося. Вам нічого робити не треба. (мітка { $tag })
ended-answered = Відповідь для @{ $handle } вже є: { $name }. (мітка { $tag })
ended-expired = Час відповісти для @{ $handle } минув. Вам нічого робити не треба. (мітка { $tag })
ended-cancelled = { $agency } скасовує вхід в @{ $handle }. Вам нічого робити не треба. (мітка { $tag })
ended-not-me = Вхід в @{ $handle } зупинено. (мітка { $tag })
ended-withdrawn = Запитань про @{ $handle } більше не буде. (мітка { $tag })
ended-not-needed = Для @{ $handle } це вже не потрібно. (мітка { $tag })
ended-unsure = Наскільки я бачу, цю відповідь для @{ $handle } не використано. (мітка { $tag })
ended-our-fault = Вашу відповідь для @{ $handle } не вдалося передати: на нашому боці щось зламалося, і ті, хто керує ботом, про це знають. Я спитаю знову, коли все запрацює. (мітка { $tag })
ended-must-wait = Платформа просить зачекати, і на той час ваш код для @{ $handle } застаріє. Я попрошу новий за { $duration }. (мітка { $tag })
ended-put-off = Я повернуся до вас щодо @{ $handle }: { $time }. (мітка { $tag })
ended-over = Для @{ $handle } це завершено. (мітка { $tag })
repeated = @{ $handle }: запитання повторено нижче. (мітка { $tag })

ready-again = Ви просили повернутися щодо @{ $handle } (вхід був потрібен для { $starter }). Той вхід завершено. Почати новий зараз?
ready-started = Починаю новий вхід в @{ $handle }.
ready-not-started = Новий вхід в @{ $handle } не розпочато.

frozen-by-you = Зупинено. Ніхто не зможе почати звідси вхід в @{ $handle }, доки ви не натиснете «{ button-allow-again }»; { $agency } отримує попередження. Якщо хтось знає ваш пароль, змініть його.
allowed-by-you = @{ $handle } знову можна під’єднувати.

## To a creator, about what they wrote

nothing-open = Зараз я нічого від вас не чекаю. Якщо це був код, він уже не потрібен.
no-code = Я не бачу тут коду. У коді від { $min } до { $max } цифр; надішліть лише цифри.
two-codes = Тут більше одного числа, схожого на код, а вгадувати я не буду. Будь ласка, надішліть лише код.
type-the-code = Будь ласка, введіть код текстом: прочитати його на зображенні, у голосовому повідомленні чи на стікері я не можу.
too-early = Це надійшло раніше за моє запитання, тому не використано. Будь ласка, надішліть свіжий код.
telegrams-own-code = Це схоже на код входу в сам Telegram. Ніколи нікому його не надсилайте, і мені теж: з ним можна заволодіти вашим Telegram. Його не використано.
still-checking = Я ще перевіряю попередню відповідь для @{ $handle }. Якщо вона не підійде, я спитаю знову.
no-code-wanted = Для @{ $handle } зараз код не потрібен. Будь ласка, перегляньте моє останнє запитання.
which-account = Для якого акаунта цей код?
which-by-reply = Не вдається показати кнопки для вибору акаунта, тому цей код не використано. Будь ласка, надішліть код ще раз – відповіддю на те запитання, якого він стосується.
account-chosen = Для @{ $handle }.
account-not-chosen = Цей код не використано. Якщо я все ще прошу код, будь ласка, надішліть новий.
delete-it-yourself = Не вдалося видалити ваше повідомлення. Будь ласка, видаліть його самі.
code-not-used = Цей код не використано. Будь ласка, надішліть його ще раз.

## Short answers to a pressed button

button-expired = Ця кнопка більше не працює.
noted = Готово.
email-asked-for = Лист надсилається.
email-cooldown = Надіслати лист ще раз можна за { $seconds } с.
telling-the-api = Повідомляю платформу…

## To managers: the status of a sign-in

status-head = @{ $handle } · мітка { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = починаю…
progress-working = виконується…
progress-waiting = чекаю від { $names }: { $kind }
progress-after-wrong =
    { $tries ->
        [one] код не підійшов, чекаю на інший від { $names } (залишилася { $tries } спроба)
        [few] код не підійшов, чекаю на інший від { $names } (залишилося { $tries } спроби)
       *[many] код не підійшов, чекаю на інший від { $names } (залишилося { $tries } спроб)
    }
progress-no-link = треба: { $kind }, але нікого не прив’язано. Запросіть автора; я спитаю, щойно він погодиться.
progress-too-often = треба: { $kind }, але за останню годину всіх прив’язаних уже питали надто часто. Знову спитати можна о { $time }.
progress-postponed = { $name } просить пізніше: { $time }
progress-checking = перевіряю…
progress-unusual = платформа каже «{ $state }», мені це невідомо. Я стежу далі; будь ласка, подивіться там самі.

remark-unreachable-api = API акаунтів зараз не відповідає. Я пробую далі.
remark-api-refuses = API акаунтів не приймає нашого ключа. Це має виправити той, хто керує ботом.
remark-api-throttles = API акаунтів просить не поспішати, тому це триватиме довше.
remark-unusable-link = API надіслав небезпечне посилання, тому я його не показую.
remark-missing-link = API не надіслав посилання на перевірку обличчя. Пройти її можна лише в застосунку.
remark-email-failed = Не можу перевірити, чи надіслано лист. Якщо він не надійде, автор може натиснути «{ button-send-email }».
remark-unreachable = Немає зв’язку з: { $names }.
remark-later = { $name } просить пізніше: { $time }

ending-connected = під’єднано за { $duration }
ending-other-account = під’єднано, але до іншого акаунта ({ $account }). Перевірте, у який саме виконано вхід.
ending-failed = не вдалося: платформа перервала цей вхід. Зачекайте трохи, перш ніж пробувати знову; часті спроби здаються їй підозрілими.
ending-unknown = завершено: API акаунтів не знає цього входу (404). Він застарів, або id неправильний.
ending-gone = завершено: сеанс акаунта більше не дійсний (410). Прив’яжіть акаунт в API акаунтів наново.
ending-no-credentials = немає збережених даних для входу (412): прив’яжіть акаунт наново з remember_credentials і спробуйте ще раз.
ending-account-unknown = API акаунтів не знає цього акаунта (404). /accounts покаже ті, які він знає.
ending-throttled = API акаунтів просить зачекати { $duration } (429). Спробуйте після цього.
ending-throttled-unknown = API акаунтів просить зачекати (429). Спробуйте ще раз за кілька хвилин.
ending-api-refuses = API акаунтів не приймає нашого ключа. Це має виправити той, хто керує ботом; `twofa-bridge check` підкаже як.
ending-api-declines = API акаунтів відмовив. Нічого не розпочато. Перевірте акаунт там; якщо з ним усе гаразд, спробуйте ще раз.
ending-api-unreachable = API акаунтів недоступний. Нічого не розпочато; спробуйте ще раз за кілька хвилин.
ending-maybe-started = незрозуміло, чи розпочато цей вхід: відповіді не було. Наново я його не починаю. Подивіться в API акаунтів або надішліть /reauth ще раз.
ending-attempt-taken = API акаунтів відповів входом, який тут уже відомий. Нічого нового не відстежується. /status його покаже.
ending-wrong-codes = завершено: спроби з неправильними кодами вичерпано. Почніть знову, коли автору буде зручно.
ending-not-me = зупинено: { $name } – кнопка «{ button-not-me }». Знову дозволити може лише ця людина; спершу поговоріть із нею.
ending-cancelled = скасовано: { $name }
ending-unanswered = завершено: ніхто не відповів вчасно. /ready спершу спитає, чи зручно зараз.
ending-too-old = завершено: минуло забагато часу. Почніть знову: /reauth.
ending-unreachable = завершено: немає зв’язку з { $names }. Бота заблоковано або жодного разу не відкрито; попросіть відкрити наш чат.
ending-withdrawn = завершено: нікого більше не прив’язано. /invite створить посилання для автора.
ending-put-off = відкладено: { $name }. Я спитаю знову: { $time }.

## To managers, otherwise

unknown-handle = Я не знаю акаунта @{ $handle }. /accounts покаже ті, які я знаю.
ambiguous-handle = Кілька акаунтів називаються @{ $handle }: { $accounts }. Дайте одному з них інше ім’я в API акаунтів чи в налаштуваннях і спробуйте ще раз.
accounts-unavailable = Я не знаю @{ $handle }, а API акаунтів не відповідає, тож перевірити не можна. Спробуйте ще раз за хвилину.
reauth-limit = @{ $handle } під’єднували надто часто. Спробуйте ще раз за { $duration }.
already-open = Вхід в @{ $handle } вже відкрито (мітка { $tag }). /status покаже його, /cancel @{ $handle } завершить.
account-frozen = Автор зупинив @{ $handle } кнопкою «{ button-not-me }». Знову дозволити може лише він.
nobody-linked = До @{ $handle } нікого не прив’язано. Спершу запросіть автора.
invitation-made =
    Надішліть це посилання автору @{ $handle }. Воно спрацює один раз, до { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Відкритих запрошень до @{ $handle } не було.
        [one] { $count } запрошення до @{ $handle } більше не працює.
        [few] { $count } запрошення до @{ $handle } більше не працюють.
       *[many] { $count } запрошень до @{ $handle } більше не працюють.
    }
invitation-accepted = Запрошення до @{ $handle } прийнято: { $name }. Прив’язка діє.
invitation-refused = Запрошення до @{ $handle } відхилено: { $name }.
not-me-alert = «{ button-not-me }»: { $name } повідомляє, що це чужий вхід в @{ $handle } (мітка { $tag }, ким розпочато: { $starter }). Акаунт зупинено, доки його знову не дозволять. З’ясуйте, хто почав цей вхід.
allowed-again = { $name } знову дозволяє @{ $handle }.
creator-stopped = { $name } більше не хоче отримувати запитання про @{ $handle }: прив’язку знято.
creator-unreachable = Немає зв’язку з { $name } щодо @{ $handle }: бота заблоковано. Попросіть його розблокувати.
creator-not-now = { $name } не хоче зараз входити в @{ $handle }. Спитайте пізніше ще раз: /ready.
links-ended = Більше не прив’язані до @{ $handle }: { $names }.
nothing-to-cancel = Для @{ $handle } нічого не відкрито. /status покаже, що в роботі.
round-head = Перепідключення акаунтів: { $accounts } · { $starter }, { $time }
round-open = у роботі ({ $count }): { $handles }
round-waits = чекають своєї черги ({ $count }): { $handles }
round-connected = підключено ({ $count }): { $handles }
round-failed = не підключено, { $how } ({ $count }): { $handles }
round-skipped = пропущено, { $why } ({ $count }): { $handles }
round-over = Усе завершено за { $duration }. /status @account розповість про кожен докладніше.
round-why =
    { $word ->
        [frozen] зупинено кнопкою «{ button-not-me }»; знову дозволити може лише власник
        [already_open] вхід уже розпочато
        [already_asked] уже питаємо, чи зручно зараз
        [listed] у списку попередньої команди, яка ще не завершена
        [nobody_linked] нікого не прив’язано; посилання створить /invite
        [unreachable] немає зв’язку з власником, він має мене розблокувати
        [too_often] перепідключали надто часто; спробуйте пізніше
        [cancelled] скасовано
        [too_late] черга не підійшла вчасно
        [unknown] акаунта з таким іменем немає
        [ambiguous] акаунтів із таким іменем кілька
        [unavailable] API акаунтів не відповідає, тож перевірити не можна
       *[other] { $word }
    }
too-many-for-round = Усього акаунтів: { $accounts }; за один раз беруся не більше ніж за { $most }. Назвіть потрібні: /reauth @a @b
attempt-taken = Вхід { $attempt } належить іншому акаунту. Перевірте номер входу й акаунт.
accounts-none = Я не знаю жодного акаунта. Додайте їх в API акаунтів або в розділ [[accounts]] налаштувань.
accounts-head = Акаунти:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – зупинено кнопкою «{ button-not-me }»
name-unreachable = { $name } (немає зв’язку)
board-head = Акаунти: { $accounts } · у роботі: { $open } · { $time }
board-page = Сторінка { $page } з { $pages }
board-open = → у роботі вже { $duration } (мітка { $tag }): { $progress }
board-connected = останнє підключення: { $time }
board-never = звідси ще не підключався
board-closed = Ці сторінки більше не гортаються. /status покаже, як є зараз.
button-previous-page = ‹ Назад
button-next-page = Далі ›

## The record of what was done

trail-none = Поки що вас ні про що не питали.
trail-none-account = Про @{ $handle } поки що нічого не записано.
trail-unreadable = Не вдається прочитати журнал. Нехай подивиться той, хто керує ботом; спробуйте пізніше.
trail-head = Про що вас питали і що з того вийшло (нове внизу):
trail-head-account = Що записано про @{ $handle } (нове внизу):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = хтось, чиї дані видалено ({ $alias })
trail-host = власна система { $agency }

trail-invited = { $by } – нове запрошення
trail-invitation-revoked = { $by } – запрошення відкликано
trail-invitation-declined = запрошення від { $by } відхилено
trail-linked = { $person } – запрошення від { $by } прийнято
trail-withdrew = { $person } – відмова від прив’язки
trail-unlinked = прив’язку { $person } знімає { $by }
trail-started = { $by } – запит на вхід
trail-not-started = входу немає: { $how }
trail-watched = стежу за входом, розпочато: { $by }
trail-asked = запитання для { $person }, просить { $by }: { $kind }
trail-asked-again = повторне запитання для { $person }, просить { $by }: { $kind }
trail-asked-ready = запитання для { $person }, просить { $by }: чи зручно зараз
trail-postponed = { $person } – прохання спитати пізніше
trail-answered = { $person } – відповідь отримано й передано
trail-wrong-code = цей код не підійшов
trail-accepted = підійшло, але потрібно ще дещо
trail-frozen = { $person } – кнопка «{ button-not-me }»
trail-allowed = { $person } – кнопка «{ button-allow-again }»
trail-ready = { $person } – «{ button-ready }»
trail-not-now = { $person } – «{ button-not-now }»
trail-cancelled = скасовано: { $by }
trail-ended = завершено: { $how }
trail-forgotten = { $person } – прохання видалити дані
trail-how =
    { $word ->
        [connected] під’єднано
        [other_account] під’єднано, але до іншого акаунта
        [failed] не вдалося
        [unknown] API акаунтів його не знає
        [gone] сеанс акаунта більше не дійсний
        [no_credentials] немає збережених даних для входу
        [account_unknown] API акаунтів не знає акаунта
        [throttled] API акаунтів просив зачекати
        [api_refuses] API акаунтів не прийняв нашого ключа
        [api_declines] API акаунтів відмовив
        [api_unreachable] API акаунтів був недоступний
        [maybe_started] незрозуміло, чи його розпочато
        [attempt_taken] він уже був відомий
        [wrong_codes] спроби з неправильними кодами вичерпано
        [declined] «{ button-not-me }»
        [cancelled] скасовано
        [unanswered] ніхто не відповів вчасно
        [too_old] минуло забагато часу
        [unreachable] ні з ким не було зв’язку
        [withdrawn] нікого більше не прив’язано
        [put_off] відкладено
        [not_now] не зараз
        [nobody_ready] ніхто не відповів вчасно, що можна починати
        [ready_in_vain] почати було не можна
        [begun] вхід розпочато без запитання
       *[other] { $word }
    }

## The command menu

command-help = Що я вмію
command-accounts = Прив’язані акаунти
command-stop = Зняти прив’язку: /stop @account
command-language = Якою мовою я говорю
command-privacy = Що зберігається
command-mydata = Усе, що зберігається про мене
command-forgetme = Видалити мої дані
command-history = Про що мене питали
command-audit = Що було зроблено: /audit @account
command-reauth = Під’єднати наново: /reauth @account
command-status = Усі акаунти й що в роботі
command-cancel = Більше не питати: /cancel @account
command-watch = Стежити за входом, розпочатим деінде
command-invite = Запросити автора: /invite @account
command-unlink = Зняти всі прив’язки: /unlink @account

## Quiet hours

quiet-are = Ваші тихі години: з { $from } до { $to }, { $zone }. Поки вони тривають, я не питаю, чи зручно вам зараз увійти. Якщо вхід уже чекає на код, я все ж спитаю, але без звуку. /quiet 22:30-07:00 змінить їх, /quiet off вимкне.
quiet-none = Тихих годин у вас немає. Задати їх можна так: /quiet 23:00-08:00 Europe/Kyiv. Поки вони тривають, я не питаю, чи зручно вам зараз увійти. Якщо вхід уже чекає на код, я все ж спитаю, але без звуку.
quiet-set = Ваші тихі години: з { $from } до { $to }, { $zone }. Поки вони тривають, я не питаю, чи зручно вам зараз увійти. Якщо вхід уже чекає на код, я все ж спитаю, але без звуку. { $agency } бачить, відколи й доки тихо, і більше нічого. /quiet off їх вимкне.
quiet-off = Тихих годин у вас більше немає.
quiet-not-times = Не вдалося зрозуміти ці години. Пишіть так: /quiet 23:00-08:00 Europe/Kyiv
quiet-same-times = Тихі години не можуть починатися й закінчуватися в один і той самий час. Пишіть так: /quiet 23:00-08:00 Europe/Kyiv
quiet-no-zone = У якому часовому поясі? Напишіть його після годин: /quiet 23:00-08:00 Europe/Kyiv
quiet-unknown-zone = Такого часового поясу я не знаю. Можливо, { $zone }? Пишіть так: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = Тихі години – для тих, хто має прив’язаний акаунт. Більше нікого ні про що не питають.
my-accounts-quiet = Тихі години: з { $from } до { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name }: тихі години з { $since } до { $until }. Чи зручно, спитаю після.
remark-ready-quiet = { $name }: тихі години з { $since } до { $until }. Спитаю після.
remark-silently = { $name }: тихі години з { $since } до { $until }, мої повідомлення приходять без звуку.
nudge-quiet = У того, кого питають про @{ $handle }, тихі години до { $time }. Раніше ще раз не спитаю.
command-quiet = Тихі години: /quiet 23:00-08:00 Europe/Kyiv

## Звук

mute-until = Без звуку до { $time }. До того все, про що ви не просили, надходить без звуку, зокрема й попередження. Нічого не зникає, а відповіді на ваші команди – як завжди. /unmute поверне звук.
mute-on = Без звуку. Відтепер усе, про що ви не просили, надходить без звуку, зокрема й попередження. Нічого не зникає, а відповіді на ваші команди – як завжди. /unmute поверне звук.
mute-off = Мої повідомлення надходять зі звуком.
mute-not-duration = Не розумію, на скільки. Напишіть /mute 30m, /mute 2h або /mute 3d (щонайбільше 30 днів); просто /mute діє, доки ви не напишете /unmute.
command-mute = Без звуку: /mute 2h
command-unmute = Знову зі звуком

## Сеанси

button-reconnect = Під’єднати знову
session-dead = Сеанс @{ $handle } в API акаунтів завершився: акаунт більше не під’єднаний. Натисніть «{ button-reconnect }», щоб увійти знову; автора запитають, як завжди.
session-alive = @{ $handle } знову під’єднаний.

## Who can be reached

button-can-read = Я можу це прочитати
check-question = { $starter } хоче знати, чи доходять до вас мої повідомлення про @{ $handle }. Це не вхід. Натисніть, будь ласка, кнопку.
check-thanks = Дякую! { $agency } знає, що мої повідомлення про @{ $handle } до вас доходять.
check-not-needed = Відповідати на це щодо @{ $handle } більше не потрібно.
check-head = @{ $handle } · з ким є зв’язок? · { $starter }, { $time }
check-unknown = { $name }: поки без відповіді
check-yes = { $name }: зв’язок є, відповідь о { $time }
check-no = { $name }: зв’язку немає. Бота заблоковано або ніколи не відкривали; попросіть відкрити наш чат.
check-too-often = { $name }: без запитання, за останню годину їх було забагато
check-unanswered = { $name }: без відповіді
check-too-soon = Зв’язок щодо @{ $handle } перевіряли менше хвилини тому. Спробуйте через { $duration }.
usage-check = Пишіть так: /check @account
command-check = З ким є зв’язок: /check @account
trail-asked-check = запитання для { $person }, просить { $by }: чи доходять повідомлення
trail-can-read = { $person } – зв’язок є

## Who is asked first

button-everybody = Усіх відразу
button-first = Спершу { $name }
order-only-you = До @{ $handle } прив’язані лише ви, тож черговості немає.
order-everybody = Про @{ $handle } я питаю всіх відразу: { $names }.
order-set = Про @{ $handle } я питаю по черзі, наступного – через { $duration } без відповіді:
order-line = { $number }. { $name }
order-how = Кого питати спершу?
order-other = Змінити це може { $name }: це найперша прив’язка.
usage-order = Пишіть так: /order @account
command-order = Кого питати спершу: /order @account
trail-ordered = { $person } – зміна, кого питати спершу

## Ready first

button-in-an-hour = За годину
ready-asker = { $starter } хоче наново під’єднати @{ $handle }. Вам зараз зручно?
ready-at-hand = Тримайте напоготові телефон із застосунком-автентифікатором. Нічого не почнеться, доки ви не натиснете «{ button-ready }».
ready-asked = Запитання: { $time } · мітка { $tag }
ready-later = Я спитаю ще раз о { $time }. Почати можна й раніше.
ready-ended-started = Дякую! Вхід в @{ $handle } починається; зараз я спитаю код. (мітка { $tag })
ready-ended-cannot-start = Дякую! Вхід в @{ $handle } зараз почати не можна; { $agency } про це знає. Вам нічого робити не треба. (мітка { $tag })
ready-ended-not-now = Гаразд, не зараз. Для @{ $handle } нічого не розпочато, { $agency } про це знає. (мітка { $tag })
ready-ended-answered = { $name } займеться входом в @{ $handle }. (мітка { $tag })
ready-ended-expired = Від вас не було відповіді про @{ $handle }, тому нічого не розпочато. Вам нічого робити не треба. (мітка { $tag })
ready-ended-cancelled = { $agency } більше не хоче наново під’єднувати @{ $handle }. Вам нічого робити не треба. (мітка { $tag })
ready-ended-begun = Тим часом вхід в @{ $handle } уже почався. (мітка { $tag })
progress-asking-ready = питаю, чи зручно зараз: { $names }
progress-ready-too-often = за останню годину всіх прив’язаних уже питали надто часто. Чи зручно, спитаю о { $time }.
ending-not-now = { $name }: не зараз. Нічого не розпочато.
ending-nobody-ready = ніхто не відповів вчасно, що можна починати. Нічого не розпочато. Спробуйте іншим разом або домовтеся про час заздалегідь.
ending-ready-in-vain = { $name } чекає, але зараз почати не можна. Нічого не розпочато. /reauth скаже, що заважає.
ending-begun = більше не чекаю: вхід розпочато без запитання.
already-asked = Я вже питаю, чи зручно зараз для @{ $handle } (мітка { $tag }). /reauth @{ $handle } now почне без очікування, /cancel @{ $handle } завершить.
usage-ready = Пишіть так: /ready @account
command-ready = Спершу спитати, чи зручно: /ready @account

## Nudges, marks, and who else is linked

button-nudge = Поквапити
button-another = Інші
again-nudged = { $agency } питає ще раз:
mark-given = Ваші картинки для @{ $handle }: { $mark }. Вони є в кожному моєму запитанні про цей акаунт, і ніхто інший їх не бачить. Запитання без них не від мене: не відповідайте на нього.
mark-void = Ці картинки більше не використовуються.
mark-line = Ваші картинки: { $mark }
other-linked = { $name } тепер теж відповідає за @{ $handle } за запрошенням від { $starter }: відтепер я питаю і цю людину. Якщо це помилка, повідомте { $agency } і натисніть «{ button-not-me }» при наступному запитанні.
nudged = Ще одне запитання про @{ $handle } поставлено: { $names }.
nothing-to-nudge = Зараз про @{ $handle } нікого не питають. /status покаже, що в роботі.
nudge-too-soon = Про @{ $handle } уже питали повторно менше хвилини тому. Спробуйте через { $duration }.
nudge-too-often = За останню годину про @{ $handle } питали надто часто. Знову спитати можна о { $time }.
usage-nudge = Пишіть так: /nudge @account
command-nudge = Спитати ще раз: /nudge @account
