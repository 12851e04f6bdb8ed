# A voz do bot em português do Brasil. Trata por você, como o Telegram.
#
# Como em en.ftl: contas se escrevem @{ $handle }, e botões são citados pelo identificador.

## Parts

starter-manager = { $name } ({ $agency })
starter-host = { $name } (pelo sistema próprio de { $agency })
starter-operator = { $agency }

kind-sms = o código do SMS
kind-app = o código do app autenticador
kind-email = o código do e-mail
kind-code = um código
kind-face = a verificação facial
kind-phone = uma confirmação no celular

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }

people-none = ninguém
and-more = … e mais { $more }.

format-time = %H:%M %Z
format-date = %d/%m/%Y, %H:%M %Z

## Buttons

button-accept = Aceitar
button-decline = Recusar
button-not-me = Não fui eu
button-later = Mais tarde
button-quarter = 15 minutos
button-hour = 1 hora
button-tonight = Hoje à noite
button-send-email = Reenviar o e-mail
button-face-open = Abrir a verificação
button-phone-open = Abrir a confirmação
button-face-done = Já fiz
button-allow-again = Permitir de novo
button-cancel = Cancelar
button-invite = Convidar
button-revoke = Revogar
button-ready = Pode começar
button-not-now = Agora não
button-forget = Me esqueça
button-earlier = Anteriores
button-telegram-language = Como no Telegram
button-account = @{ $handle } · { $tag }

## To anybody

welcome =
    Olá! Eu levo códigos de uso único para { $agency }: das pessoas a quem pertencem até o login que espera por eles.

    Só converso com quem foi convidado. Se for o seu caso, abra o link que você recebeu.

    /privacy diz o que eu guardo.

help-creator =
    Quando { $agency } reconecta uma das suas contas, eu peço o código aqui. É só enviar como mensagem. Eu repasso o código e apago a sua mensagem.

    Não foi você? Toque em “{ button-not-me }” e tudo para. Não pode agora? Toque em “{ button-later }”.

    /accounts – suas contas vinculadas e quem convidou você
    /history – tudo o que foi perguntado a você
    /stop @conta – nunca mais receber perguntas sobre ela, a partir daquele momento
    /quiet 23:00-08:00 America/Sao_Paulo – quando não perguntar o que pode esperar
    /order @conta – a quem perguntar primeiro, se há várias pessoas vinculadas
    /language – falar em outro idioma
    /privacy – o que eu guardo
    /mydata – tudo isso, em um documento
    /forgetme – encerrar tudo e apagar os seus dados

    Eu nunca peço uma senha, o código de login do próprio Telegram nem um código fora desta conversa.

help-manager =
    /reauth @conta – reconectar uma conta (ou várias: /reauth @a @b, ou todas: /reauth all)
    /ready @conta – perguntar antes se é uma boa hora e depois reconectar
    /nudge @conta – perguntar mais uma vez
    /check @conta – ver se as mensagens chegam
    /status – todas as contas e o que está em andamento; /status @conta – uma conta só
    /cancel @conta – parar de perguntar
    /watch <attempt id> @conta – acompanhar um login iniciado em outro lugar
    /invite @conta – criar um link para o criador; /invite @conta revoke – revogar
    /unlink @conta – encerrar todos os vínculos de uma conta
    /accounts – todas as contas e quem está vinculado
    /audit @conta – o que foi perguntado, respondido e decidido sobre ela
    /mute 2h (no privado) – o que você não pediu chega sem som (só /mute: até /unmute); nada fica de fora
    /language (no privado) – falar em outro idioma

    Em um grupo, escreva o comando com o meu nome depois dele (/reauth@{ $bot } @conta) ou escolha no menu: senão o Telegram pode não me mostrar. Você vê em que pé está um login, nunca um código.

privacy =
    O que eu guardo: seu número no Telegram, primeiro nome e idioma, e suas contas vinculadas, quem convidou você, desde quando e com quais figuras, seu horário de silêncio, se você definir um, e se minhas mensagens chegam até você, enquanto durar o vínculo; quando você recebeu perguntas, por uma hora; e os logins sobre os quais você recebeu perguntas, por um dia depois que terminam. Além disso, um registro do que foi perguntado, respondido e decidido, por quem e quando, para que possa ser conferido depois, por { duration-days }. Assim eu pergunto à pessoa certa, e a ninguém vezes demais. Se você toca em “{ button-not-me }”, isso fica guardado até você permitir logins de novo. Tudo fica criptografado.

    O que eu nunca guardo: códigos. Eles vão para o login que espera por eles, e a sua mensagem é apagada. Não são armazenados, nem registrados, nem mostrados a ninguém de { $agency }.

    As conversas com bots no Telegram não têm criptografia de ponta a ponta.

    { $agency } opera este bot e responde por ele. /stop @conta encerra um vínculo na hora, /mydata entrega tudo o que está guardado sobre você, /forgetme apaga.

not-for-you = Isso é só para managers de { $agency }.
invitation-useless = Este convite não funciona. Peça um novo a quem enviou.
only-in-private = Isso só funciona na nossa conversa privada.
not-for-managers = Managers não podem ser vinculados a uma conta: quem inicia um login não pode responder pelo criador.
too-many-links = @{ $handle } já tem o máximo de pessoas vinculadas. Peça a { $agency } para desvincular alguém primeiro.
too-many-open = Há mais logins abertos do que eu consigo acompanhar ao mesmo tempo. Tente de novo em alguns minutos.
usage-reauth = Escreva assim: /reauth @conta (até 20 contas), ou /reauth all
usage-invite = Escreva assim: /invite @conta, ou /invite @conta revoke
usage-watch = Escreva assim: /watch <attempt id> @conta
usage-cancel = Escreva assim: /cancel @conta
usage-unlink = Escreva assim: /unlink @conta
usage-status = Escreva assim: /status, ou /status @conta
usage-stop = Escreva assim: /stop @conta
usage-audit = Escreva assim: /audit @conta
usage-unknown = Não conheço esse comando. /help mostra o que eu sei fazer.
command-too-old = Você escreveu isso enquanto eu estava fora, então não fiz. Se ainda quiser, envie de novo.
languages = Com você eu falo português. Em que idioma quer que eu fale?

## To a creator, about being linked

invited =
    { $starter } convida você a receber os pedidos de códigos de login de @{ $handle }.

    Se você aceitar: sempre que { $agency } reconectar @{ $handle }, eu peço aqui o código do SMS, do app autenticador ou do e-mail, ou envio o link de uma verificação facial. Sempre digo quem pediu. Os códigos vão para o login e para nenhum outro lugar; ninguém em { $agency } vê.

    O que eu nunca vou pedir: sua senha, o código de login do próprio Telegram ou qualquer coisa sobre outra conta.

    Você pode parar a qualquer momento com /stop.

linked =
    Pronto: seu vínculo com @{ $handle } está ativo. Quando { $agency } reconectar a conta, eu pergunto aqui.

    Para encerrar, envie /stop @{ $handle }.

invitation-declined = Recusado. Você não vai receber perguntas sobre @{ $handle }.

my-accounts-none = Você não tem nenhuma conta vinculada.
my-accounts = Suas contas vinculadas:
my-accounts-line = @{ $handle } – convite de { $starter }, desde { $since }
my-accounts-frozen = @{ $handle } – suspensa com “{ button-not-me }”; convite de { $starter }, desde { $since }

stopped = Feito. Seu vínculo com @{ $handle } acabou, e você não vai mais receber perguntas sobre ela.
unlinked = { $agency } encerrou o seu vínculo com @{ $handle }. Você não vai mais receber perguntas sobre ela.
my-data = Aqui está tudo o que eu guardo sobre você.
forget-me = Quer que eu esqueça você? Tudo o que eu guardo sobre você será apagado, e não dá para recuperar. Você ainda poderá receber um novo convite.
forget-me-links = Você não vai mais receber perguntas sobre { $handles }; { $agency } fica sabendo que você saiu.
forget-me-trail = No registro do que foi perguntado e decidido, entra no seu lugar um pseudônimo que ninguém consegue desvendar.
forget-me-frozen = Uma coisa fica: o registro de que tocaram em “{ button-not-me }” para { $handles }, com o seu número no Telegram e sem o seu nome, para que ninguém mais possa desfazer.
not-forgotten = Não esqueci você: faltou confirmar a tempo. /forgetme pergunta de novo.
forgotten = Não guardo mais nada sobre você. Tchau, e tudo de bom!
forgotten-frozen = Não guardo mais nada sobre você, a não ser o fato de que tocaram em “{ button-not-me }” para { $handles }: seu número no Telegram sem o seu nome, para que ninguém mais possa desfazer. Tchau, e tudo de bom!
forget-no-manager = Você está na minha configuração como manager de { $agency }, então não posso esquecer você. Peça a quem me opera para tirar você da lista; depois o /forgetme funciona.
not-linked = Você não tem vínculo com nenhuma conta chamada @{ $handle }. /accounts mostra as suas.

## To a creator: the question

question-asker = { $starter } está fazendo login em @{ $handle }.
question-started = Iniciado às { $time } · marca { $tag }

question-sms = Envie para mim, por favor, o código do SMS.
question-app = Envie para mim, por favor, o código que o seu app autenticador mostra agora. Ele muda a cada 30 segundos, então pegue um novinho.
question-email = Envie para mim, por favor, o código do e-mail.
question-email-mask = Envie para mim, por favor, o código do e-mail enviado para { $mask }.
question-code = Envie para mim, por favor, o código que você acabou de receber.
question-face = É preciso fazer uma verificação facial. Abra, faça e depois toque em “{ button-face-done }”.
question-face-missing = É preciso fazer uma verificação facial, mas não veio nenhum link. Seu manager já sabe. Se você fez no app, toque em “{ button-face-done }”.
question-face-unusable = É preciso fazer uma verificação facial, mas o link não é seguro, então não vou mostrar. Seu manager já sabe.
question-phone = Confirme o login, por favor: abra o link e siga os passos.
question-phone-missing = Confirme o login, por favor, no app do seu celular.
question-phone-unusable = Confirme o login, por favor, no app do seu celular. Veio junto um link que não é seguro, então não vou mostrar.

again-wrong =
    { $tries ->
        [one] Esse código não funcionou. Você tem mais uma tentativa.
       *[other] Esse código não funcionou. Você tem mais { $tries } tentativas.
    }
again-reminder = Ainda estou esperando você:
again-unsure = Não consegui saber se a sua última resposta chegou, então preciso de um código novo. Desculpe!
again-postponed = Você pediu para eu voltar mais tarde. Voltei:
again-not-done = A plataforma diz que a verificação facial ainda não terminou.
again-email-unsure = Não consegui confirmar que o e-mail foi enviado. Se ele não chegar, toque em “{ button-send-email }”.
again-throttled = A plataforma me fez esperar até o seu último código vencer, então preciso de um novo. Desculpe!
again-too-late = Seu código já estava velho demais quando consegui repassar, então preciso de um novo. Desculpe!

mode-later = Quanto mais tarde?
mode-postponed = Vou perguntar de novo às { $time }. Você também pode responder agora.
mode-checking = verificando…

question-safety = Não estava esperando isso? Toque em “{ button-not-me }”.

## To a creator: what became of a question

ended-done = @{ $handle } está conectada. Obrigado! (marca { $tag })
ended-accepted = Deu certo. @{ $handle } precisa de mais uma coisa. (marca { $tag })
ended-wrong = Esse código para @{ $handle } não funcionou. (marca { $tag })
ended-wrong-for-good = Esse código para @{ $handle } também não funcionou, então este login acabou. Você não precisa fazer nada. (marca { $tag })
ended-failed = O login em @{ $handle } falhou. Você não precisa fazer nada. (marca { $tag })
ended-answered = { $name } já respondeu por @{ $handle }. (marca { $tag })
ended-expired = O tempo para responder por @{ $handle } acabou. Você não precisa fazer nada. (marca { $tag })
ended-cancelled = { $agency } cancelou o login em @{ $handle }. Você não precisa fazer nada. (marca { $tag })
ended-not-me = O login em @{ $handle } foi interrompido. (marca { $tag })
ended-withdrawn = Você não recebe mais perguntas sobre @{ $handle }. (marca { $tag })
ended-not-needed = Isso não é mais necessário para @{ $handle }. (marca { $tag })
ended-unsure = Pelo que eu vejo, essa resposta para @{ $handle } não foi usada. (marca { $tag })
ended-our-fault = Não deu para repassar a sua resposta para @{ $handle }: algo quebrou do nosso lado, e quem opera isto já sabe. Pergunto de novo quando funcionar. (marca { $tag })
ended-must-wait = A plataforma pediu para eu esperar, e até lá o seu código para @{ $handle } estará velho demais. Vou pedir um novo em { $duration }. (marca { $tag })
ended-put-off = Volto a falar com você sobre @{ $handle }: { $time }. (marca { $tag })
ended-over = Isso já terminou para @{ $handle }. (marca { $tag })
repeated = @{ $handle }: a pergunta está de novo mais abaixo. (marca { $tag })

ready-again = Você pediu para eu voltar a falar sobre @{ $handle } ({ $starter } queria fazer login). Aquele login acabou. Começamos um novo agora?
ready-started = Começando um novo login em @{ $handle }.
ready-not-started = Nenhum novo login em @{ $handle } foi iniciado.

frozen-by-you = Interrompido. Ninguém pode iniciar um login em @{ $handle } por aqui até você tocar em “{ button-allow-again }”, e { $agency } foi avisada. Se alguém tem a sua senha, troque.
allowed-by-you = @{ $handle } pode ser reconectada de novo.

## To a creator, about what they wrote

nothing-open = Não estou esperando nada de você agora. Se isso era um código, ele não é mais necessário.
no-code = Não vejo nenhum código aí. Um código tem de { $min } a { $max } dígitos; envie só os dígitos.
two-codes = Vejo mais de um número que poderia ser o código, e não vou adivinhar. Envie só o código, por favor.
type-the-code = Digite o código, por favor: não consigo ler em imagens, áudios ou figurinhas.
too-early = Isso chegou antes da minha pergunta, então não usei. Envie um código novo, por favor.
telegrams-own-code = Isso parece um código de login do próprio Telegram. Nunca envie para ninguém, nem para mim: quem tem esse código pode tomar o seu Telegram. Não usei.
still-checking = Ainda estou verificando a resposta anterior para @{ $handle }. Se não funcionar, pergunto de novo.
no-code-wanted = @{ $handle } não precisa de código agora. Veja a minha última pergunta, por favor.
which-account = Para qual conta é esse código?
which-by-reply = Não consigo mostrar os botões para escolher a conta, por isso esse código não foi usado. Envie um código de novo, por favor, respondendo à pergunta a que ele se refere.
account-chosen = Para @{ $handle }.
account-not-chosen = Esse código não foi usado. Se eu ainda estiver pedindo um, envie um código novo, por favor.
delete-it-yourself = Não consegui apagar a sua mensagem. Apague você, por favor.
code-not-used = Não usei esse código. Envie de novo, por favor.

## Short answers to a pressed button

button-expired = Este botão não funciona mais.
noted = Feito.
email-asked-for = O e-mail está a caminho.
email-cooldown = O e-mail pode ser reenviado em { $seconds } s.
telling-the-api = Avisando a plataforma…

## To managers: the status of a sign-in

status-head = @{ $handle } · marca { $tag } · { $starter }, { $time }
status-line = @{ $handle } ({ $tag }): { $progress }

progress-starting = iniciando…
progress-working = em andamento…
progress-waiting = esperando { $kind } de { $names }
progress-after-wrong =
    { $tries ->
        [one] esse código não funcionou, esperando outro de { $names } (resta uma tentativa)
       *[other] esse código não funcionou, esperando outro de { $names } (restam { $tries } tentativas)
    }
progress-no-link = falta { $kind }, e não há ninguém vinculado. Convide o criador; eu pergunto assim que o convite for aceito.
progress-too-often = falta { $kind }, mas todas as pessoas vinculadas já receberam perguntas demais na última hora. Posso perguntar de novo às { $time }.
progress-postponed = { $name } pediu para mais tarde: { $time }
progress-checking = verificando…
progress-unusual = a plataforma diz “{ $state }”, que eu não conheço. Continuo de olho; veja lá também, por favor.

remark-unreachable-api = A API de contas não responde no momento. Continuo tentando.
remark-api-refuses = A API de contas recusa a nossa chave. Quem opera este bot precisa resolver.
remark-api-throttles = A API de contas pediu para irmos mais devagar, então demora mais.
remark-unusable-link = A API enviou um link que não é seguro, então não vou mostrar.
remark-missing-link = A API não enviou link para a verificação facial. O criador só pode fazer no app.
remark-email-failed = Não consegui confirmar que o e-mail foi enviado. Se não chegar, o criador pode tocar em “{ button-send-email }”.
remark-unreachable = Sem contato com: { $names }.
remark-later = { $name } pediu para mais tarde: { $time }

ending-connected = conectada em { $duration }
ending-other-account = conectada, mas a uma conta diferente da esperada ({ $account }). Confira em qual foi feito o login.
ending-failed = falhou: a plataforma desistiu deste login. Espere um pouco antes de tentar de novo; muitas tentativas parecem suspeitas para ela.
ending-unknown = acabou: a API de contas não conhece este login (404). Ele expirou ou o id está errado.
ending-gone = acabou: a sessão da conta não é mais válida (410). Vincule a conta de novo na API de contas.
ending-no-credentials = não há credenciais salvas (412): vincule a conta de novo com remember_credentials e tente outra vez.
ending-account-unknown = a API de contas não conhece esta conta (404). /accounts mostra as que ela conhece.
ending-throttled = a API de contas pede para esperar { $duration } (429). Tente depois disso.
ending-throttled-unknown = a API de contas pede para esperar (429). Tente de novo em alguns minutos.
ending-api-refuses = a API de contas recusa a nossa chave. Quem opera este bot precisa resolver; `twofa-bridge check` diz como.
ending-api-declines = a API de contas não aceitou. Nada foi iniciado. Veja a conta lá; se estiver tudo certo, tente mais uma vez.
ending-api-unreachable = não há conexão com a API de contas. Nada foi iniciado; tente de novo em alguns minutos.
ending-maybe-started = não sei dizer se este login foi iniciado: não veio resposta. Não inicio de novo por conta própria. Veja na API de contas ou envie /reauth outra vez.
ending-attempt-taken = a API de contas respondeu com um login que já é conhecido aqui. Nada de novo está sendo acompanhado. /status mostra esse login.
ending-wrong-codes = acabou: as tentativas com códigos errados se esgotaram. Comece de novo quando o criador puder.
ending-not-me = interrompido: { $name } tocou em “{ button-not-me }”. Só essa pessoa pode permitir de novo; fale com ela antes.
ending-cancelled = cancelado por { $name }
ending-unanswered = acabou: ninguém respondeu a tempo. /ready pergunta antes se é uma boa hora.
ending-too-old = acabou: demorou demais. Comece de novo com /reauth.
ending-unreachable = acabou: não consigo contato com { $names }. O bot foi bloqueado ou nunca foi aberto; peça para abrir a nossa conversa.
ending-withdrawn = acabou: não há mais ninguém vinculado. /invite cria um link para o criador.
ending-put-off = adiado por { $name }. Vou perguntar de novo: { $time }.

## To managers, otherwise

unknown-handle = Não conheço nenhuma conta chamada @{ $handle }. /accounts mostra as que eu conheço.
ambiguous-handle = Várias contas se chamam @{ $handle }: { $accounts }. Dê outro nome a uma delas na API de contas ou na configuração e tente de novo.
accounts-unavailable = Não conheço @{ $handle }, e a API de contas não responde, então não consigo procurar. Tente de novo em um minuto.
reauth-limit = @{ $handle } foi reconectada vezes demais. Tente de novo em { $duration }.
already-open = Já há um login aberto em @{ $handle } (marca { $tag }). /status mostra, /cancel @{ $handle } encerra.
account-frozen = O criador suspendeu @{ $handle } com “{ button-not-me }”. Só o criador pode permitir de novo.
nobody-linked = Não há ninguém vinculado a @{ $handle }. Convide primeiro o criador.
invitation-made =
    Envie este link ao criador de @{ $handle }. Ele funciona uma única vez, até { $time }:

    https://t.me/{ $bot }?start={ $word }
invitations-revoked =
    { $count ->
        [0] Não havia convite aberto para @{ $handle }.
        [one] O convite para @{ $handle } não funciona mais.
       *[other] { $count } convites para @{ $handle } não funcionam mais.
    }
invitation-accepted = { $name } aceitou: a partir de agora, recebe as perguntas sobre @{ $handle }.
invitation-refused = { $name } recusou o convite para @{ $handle }.
not-me-alert = “{ button-not-me }”: { $name } diz não reconhecer o login em @{ $handle } (marca { $tag }), iniciado por { $starter }. A conta fica suspensa até { $name } permitir de novo. Descubra quem iniciou.
allowed-again = { $name } permite @{ $handle } de novo.
creator-stopped = { $name } saiu e não tem mais vínculo com @{ $handle }.
creator-unreachable = Não consigo contato com { $name } sobre @{ $handle }: o bot foi bloqueado. Peça para desbloquear.
creator-not-now = { $name } não quer fazer login em @{ $handle } agora. Pergunte de novo mais tarde com /ready.
links-ended = Sem vínculo com @{ $handle } a partir de agora: { $names }.
nothing-to-cancel = Não há nada aberto para @{ $handle }. /status mostra o que está em andamento.
round-head = Reconectando várias contas: { $accounts } · { $starter }, { $time }
round-open = em andamento ({ $count }): { $handles }
round-waits = esperando a vez ({ $count }): { $handles }
round-connected = conectadas ({ $count }): { $handles }
round-failed = não conectadas, { $how } ({ $count }): { $handles }
round-skipped = puladas, { $why } ({ $count }): { $handles }
round-over = Tudo pronto depois de { $duration }. /status @conta conta mais sobre cada uma.
round-why =
    { $word ->
        [frozen] suspensa com “{ button-not-me }”; só o criador pode permitir de novo
        [already_open] já há um login em andamento
        [already_asked] já estou perguntando se é um bom momento
        [listed] na lista de um comando anterior que ainda não terminou
        [nobody_linked] ninguém está vinculado; /invite cria um link
        [unreachable] a pessoa está sem contato e precisa me desbloquear
        [too_often] reconectada vezes demais; tente mais tarde
        [cancelled] cancelada
        [too_late] a vez não chegou a tempo
        [unknown] nenhuma conta tem esse nome
        [ambiguous] várias contas têm esse nome
        [unavailable] a API de contas não responde, então não consigo procurar
       *[other] { $word }
    }
too-many-for-round = Há { $accounts } contas, e eu cuido de { $most } por vez. Diga de quais você precisa: /reauth @a @b
attempt-taken = O login { $attempt } pertence a outra conta. Confira o id e a conta.
accounts-none = Não conheço nenhuma conta. Adicione na API de contas ou em [[accounts]] na configuração.
accounts-head = Contas:
accounts-line = @{ $handle } – { $names }
accounts-line-frozen = @{ $handle } – { $names } – suspensa com “{ button-not-me }”
name-unreachable = { $name } (sem contato)
board-head = Contas: { $accounts } · em andamento: { $open } · { $time }
board-page = Página { $page } de { $pages }
board-open = → em andamento há { $duration } (marca { $tag }): { $progress }
board-connected = última conexão: { $time }
board-never = nenhuma conexão por aqui até agora
board-closed = Não dá mais para virar estas páginas. /status mostra como está tudo.
button-previous-page = ‹ Anterior
button-next-page = Próxima ›

## The record of what was done

trail-none = Nada foi perguntado a você até agora.
trail-none-account = Nada consta sobre @{ $handle } até agora.
trail-unreadable = Não consigo ler o registro do que foi feito. Quem opera este bot precisa verificar; tente de novo mais tarde.
trail-head = O que foi perguntado a você e o que aconteceu (o mais recente no fim):
trail-head-account = O que consta sobre @{ $handle } (o mais recente no fim):
trail-line = { $time } · { $what }
trail-line-account = { $time } · @{ $handle } · { $what }
trail-somebody = uma pessoa esquecida ({ $alias })
trail-host = o sistema próprio de { $agency }

trail-invited = { $by } criou um convite
trail-invitation-revoked = { $by } revogou convites
trail-invitation-declined = um convite de { $by } foi recusado
trail-linked = { $person } aceitou um convite de { $by }
trail-withdrew = { $person } se retirou
trail-unlinked = o vínculo de { $person } foi encerrado por { $by }
trail-started = { $by } pediu um login
trail-not-started = nenhum login: { $how }
trail-watched = acompanhando um login iniciado por { $by }
trail-asked = pergunta a { $person }, para { $by }: { $kind }
trail-asked-again = nova pergunta a { $person }, para { $by }: { $kind }
trail-asked-ready = pergunta a { $person }, para { $by }: é uma boa hora?
trail-postponed = { $person } pediu para mais tarde
trail-answered = { $person } respondeu; a resposta foi repassada
trail-wrong-code = esse código não funcionou
trail-accepted = funcionou, e faltava mais uma coisa
trail-frozen = { $person } tocou em “{ button-not-me }”
trail-allowed = { $person } tocou em “{ button-allow-again }”
trail-ready = { $person }: “{ button-ready }”
trail-not-now = { $person }: “{ button-not-now }”
trail-cancelled = cancelado por { $by }
trail-ended = acabou: { $how }
trail-forgotten = { $person } pediu que seus dados fossem apagados
trail-how =
    { $word ->
        [connected] conectada
        [other_account] foi conectada outra conta
        [failed] falhou
        [unknown] a API de contas não conhece este login
        [gone] a sessão da conta não é mais válida
        [no_credentials] não há credenciais salvas
        [account_unknown] a API de contas não conhece a conta
        [throttled] a API de contas pediu para esperar
        [api_refuses] a API de contas recusou a nossa chave
        [api_declines] a API de contas não aceitou
        [api_unreachable] não houve conexão com a API de contas
        [maybe_started] não se sabe se foi iniciado
        [attempt_taken] já era conhecido
        [wrong_codes] as tentativas se esgotaram
        [declined] “{ button-not-me }”
        [cancelled] cancelado
        [unanswered] ninguém respondeu a tempo
        [too_old] demorou demais
        [unreachable] ninguém pôde ser contatado
        [withdrawn] não há mais ninguém vinculado
        [put_off] adiado
        [not_now] agora não
        [nobody_ready] ninguém estava disponível a tempo
        [ready_in_vain] não deu para começar
        [begun] um login foi iniciado sem perguntar antes
       *[other] { $word }
    }

## The command menu

command-help = O que eu sei fazer
command-accounts = Contas vinculadas
command-stop = Encerrar um vínculo: /stop @conta
command-language = O idioma em que eu falo
command-privacy = O que fica guardado
command-mydata = Tudo o que está guardado sobre mim
command-forgetme = Apagar meus dados
command-history = O que me foi perguntado
command-audit = O que foi feito: /audit @conta
command-reauth = Reconectar: /reauth @conta
command-status = Todas as contas e o que está em andamento
command-cancel = Parar de perguntar: /cancel @conta
command-watch = Acompanhar um login iniciado em outro lugar
command-invite = Convidar um criador: /invite @conta
command-unlink = Encerrar todos os vínculos: /unlink @conta

## Quiet hours

quiet-are = Seu horário de silêncio: das { $from } às { $to }, { $zone }. Até ele acabar, não pergunto se é uma boa hora para um login. Se um login já espera por um código, pergunto mesmo assim, mas sem som. /quiet 22:30-07:00 muda, /quiet off desliga.
quiet-none = Você não tem horário de silêncio. /quiet 23:00-08:00 America/Sao_Paulo define um: até ele acabar, não pergunto se é uma boa hora para um login. Se um login já espera por um código, pergunto mesmo assim, mas sem som.
quiet-set = Seu horário de silêncio: das { $from } às { $to }, { $zone }. Até ele acabar, não pergunto se é uma boa hora para um login. Se um login já espera por um código, pergunto mesmo assim, mas sem som. { $agency } vê desde quando e até quando é silêncio, e mais nada. /quiet off desliga.
quiet-off = Você não tem mais horário de silêncio.
quiet-not-times = Não entendi esse horário. Escreva assim: /quiet 23:00-08:00 America/Sao_Paulo
quiet-same-times = O horário de silêncio não pode começar e terminar na mesma hora. Escreva assim: /quiet 23:00-08:00 America/Sao_Paulo
quiet-no-zone = Em qual fuso horário? Escreva depois do horário: /quiet 23:00-08:00 America/Sao_Paulo
quiet-unknown-zone = Não conheço esse fuso horário. Você quis dizer { $zone }? Escreva assim: /quiet 23:00-08:00 { $zone }
quiet-not-for-you = O horário de silêncio é para quem tem uma conta vinculada. Não pergunto nada a mais ninguém.
my-accounts-quiet = Horário de silêncio: das { $from } às { $to }, { $zone } (/quiet)
progress-ready-quiet = { $name } tem horário de silêncio das { $since } às { $until }. Depois pergunto se é uma boa hora.
remark-ready-quiet = { $name } tem horário de silêncio das { $since } às { $until }. Pergunto quando ele acabar.
remark-silently = { $name } tem horário de silêncio das { $since } às { $until }: minhas mensagens chegam sem som.
nudge-quiet = Quem responde por @{ $handle } tem horário de silêncio até as { $time }. Antes disso não pergunto de novo.
command-quiet = Horário de silêncio: /quiet 23:00-08:00 America/Sao_Paulo

## Som

mute-until = Sem som até { $time }. Até lá, o que você não pediu chega sem som, inclusive os alertas. Nada fica de fora, e as respostas aos seus comandos continuam como sempre. /unmute encerra.
mute-on = Sem som. A partir de agora, o que você não pediu chega sem som, inclusive os alertas. Nada fica de fora, e as respostas aos seus comandos continuam como sempre. /unmute encerra.
mute-off = Minhas mensagens chegam com som.
mute-not-duration = Não entendi por quanto tempo. Escreva /mute 30m, /mute 2h ou /mute 3d (no máximo 30 dias); só /mute vale até você escrever /unmute.
command-mute = Sem som: /mute 2h
command-unmute = Com som de novo

## Sessões

button-reconnect = Reconectar
session-dead = A sessão de @{ $handle } terminou na API de contas: a conta não está mais conectada. Toque em “{ button-reconnect }” para fazer login de novo; eu pergunto ao criador, como sempre.
session-alive = @{ $handle } está conectada de novo.

## Who can be reached

button-can-read = Consigo ler isto
check-question = { $starter } quer saber se minhas mensagens sobre @{ $handle } chegam até você. Isto não é um login. Toque no botão, por favor.
check-thanks = Obrigado! { $agency } sabe que minhas mensagens sobre @{ $handle } chegam até você.
check-not-needed = Você não precisa mais responder a isto sobre @{ $handle }.
check-head = @{ $handle } · quem recebe as mensagens? · { $starter }, { $time }
check-unknown = { $name }: ainda sem resposta
check-yes = { $name }: recebe, respondeu às { $time }
check-no = { $name }: sem contato. O bot foi bloqueado ou nunca foi aberto; peça para abrir a nossa conversa.
check-too-often = { $name }: não perguntei, já foram perguntas demais na última hora
check-unanswered = { $name }: não respondeu
check-too-soon = Perguntei há menos de um minuto quem recebe mensagens sobre @{ $handle }. Tente outra vez em { $duration }.
usage-check = Escreva assim: /check @conta
command-check = Ver quem recebe as mensagens: /check @conta
trail-asked-check = pergunta a { $person }, para { $by }: as mensagens chegam?
trail-can-read = { $person } recebe as mensagens

## Who is asked first

button-everybody = Todos de uma vez
button-first = Primeiro { $name }
order-only-you = Ninguém além de você está vinculado a @{ $handle }, então não há ordem.
order-everybody = Sobre @{ $handle } pergunto a todos de uma vez: { $names }.
order-set = Sobre @{ $handle } pergunto a uma pessoa por vez, e à próxima depois de { $duration } sem resposta:
order-line = { $number }. { $name }
order-how = A quem pergunto primeiro?
order-other = Quem pode mudar isso é { $name }, que aceitou primeiro.
usage-order = Escreva assim: /order @conta
command-order = A quem perguntar primeiro: /order @conta
trail-ordered = { $person } mudou a quem se pergunta primeiro

## Ready first

button-in-an-hour = Em uma hora
ready-asker = { $starter } quer reconectar @{ $handle }. Agora é uma boa hora?
ready-at-hand = Deixe à mão o celular com o seu app autenticador. Nada começa antes de você tocar em “{ button-ready }”.
ready-asked = Pergunta feita às { $time } · marca { $tag }
ready-later = Vou perguntar de novo às { $time }. Você também pode começar antes.
ready-ended-started = Obrigado! O login em @{ $handle } está começando; daqui a pouco peço o código. (marca { $tag })
ready-ended-cannot-start = Obrigado! O login em @{ $handle } não pode começar agora, e { $agency } já sabe. Você não precisa fazer nada. (marca { $tag })
ready-ended-not-now = Tudo bem, agora não. Nada foi iniciado para @{ $handle }, e { $agency } já sabe. (marca { $tag })
ready-ended-answered = { $name } já pode começar com @{ $handle }. (marca { $tag })
ready-ended-expired = Não tive resposta sua sobre @{ $handle }, então nada foi iniciado. Você não precisa fazer nada. (marca { $tag })
ready-ended-cancelled = { $agency } não quer mais reconectar @{ $handle }. Você não precisa fazer nada. (marca { $tag })
ready-ended-begun = Enquanto isso, um login em @{ $handle } já começou. (marca { $tag })
progress-asking-ready = perguntando se é uma boa hora: { $names }
progress-ready-too-often = todas as pessoas vinculadas já receberam perguntas demais na última hora. Pergunto se é uma boa hora às { $time }.
ending-not-now = agora não, diz { $name }. Nada foi iniciado.
ending-nobody-ready = ninguém disse a tempo que podia começar. Nada foi iniciado. Tente em outro momento, ou combine um com a pessoa.
ending-ready-in-vain = { $name } já pode, mas não dá para começar agora. Nada foi iniciado. /reauth diz o que impede.
ending-begun = não espero mais: um login foi iniciado sem perguntar antes.
already-asked = Já estou perguntando se é uma boa hora para @{ $handle } (marca { $tag }). /reauth @{ $handle } now começa sem esperar, /cancel @{ $handle } encerra.
usage-ready = Escreva assim: /ready @conta
command-ready = Perguntar antes se é uma boa hora: /ready @conta

## Nudges, marks, and who else is linked

button-nudge = Insistir
button-another = Outras
again-nudged = { $agency } pergunta mais uma vez:
mark-given = Suas figuras para @{ $handle } são { $mark }. Toda pergunta minha sobre essa conta traz essas figuras, e ninguém mais as vê. Uma pergunta sem elas não é minha: não responda.
mark-void = Essas figuras não são mais usadas.
mark-line = Suas figuras: { $mark }
other-linked = { $name } aceitou um convite de { $starter } e agora também tem vínculo com @{ $handle }: a partir daqui eu também pergunto a essa pessoa. Se isso estiver errado, avise { $agency } e toque em “{ button-not-me }” na próxima pergunta.
nudged = Perguntei mais uma vez sobre @{ $handle }: { $names }.
nothing-to-nudge = Não estou perguntando a ninguém sobre @{ $handle } no momento. /status mostra o que está em andamento.
nudge-too-soon = Perguntei de novo sobre @{ $handle } há menos de um minuto. Tente outra vez em { $duration }.
nudge-too-often = Já foram perguntas demais sobre @{ $handle } na última hora. Posso perguntar de novo às { $time }.
usage-nudge = Escreva assim: /nudge @conta
command-nudge = Perguntar mais uma vez: /nudge @conta
