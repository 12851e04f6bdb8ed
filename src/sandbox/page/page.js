// Shows what the demo tells, as it happens, and sends what one does. It decides nothing.

const $ = (id) => document.getElementById(id);
const STEPS = [
  ["sms", "an SMS code"], ["app", "an authenticator code"], ["email", "an email code"],
  ["face", "a face check"], ["phone", "a confirmation on the phone"], ["fail", "nothing: it fails"],
];
const SENDERS = { sms: "Messages", app: "Authenticator", email: "Mail" };
const phones = new Map();
let cast = null;

/** Makes an element; strings among the children become text, so nothing that people write is ever markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const button = (label, onclick, attributes = {}) => make("button", { type: "button", onclick, ...attributes }, label);

/** Does something on the simulated side of the world; gives what it answers, or null if it cannot be done. */
async function act(what) {
  try {
    const response = await fetch("/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(what),
    });
    const { done, cannot } = await response.json();
    if (!cannot) return { answer: done };
    notify(cannot);
  } catch {
    notify("The demo does not answer. Is it still running?");
  }
  return null;
}

let noticeEnds = 0;
function notify(words) {
  $("notice").textContent = words;
  $("notice").classList.add("shown");
  clearTimeout(noticeEnds);
  noticeEnds = setTimeout(() => $("notice").classList.remove("shown"), 8000);
}

/** Makes the children of a list what they should be, and leaves alone those that are so already. */
function patch(list, items, keyOf, render) {
  const keys = new Set(items.map((item) => String(keyOf(item))));
  for (const gone of [...list.children].filter((child) => !keys.has(child.dataset.key))) {
    const hadFocus = gone.contains(document.activeElement);
    gone.remove();
    if (hadFocus) list.closest(".view")?.focus({ preventScroll: true });
  }
  const old = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const content = JSON.stringify(item);
    const before = old.get(key);
    if (before?.content === content) {
      if (before === place) place = place.nextElementSibling;
      else list.insertBefore(before, place);
      continue;
    }
    const fresh = render(item);
    fresh.dataset.key = key;
    fresh.content = content;
    if (!before) {
      list.insertBefore(fresh, place);
      continue;
    }
    if (before === place) place = place.nextElementSibling;
    const focused = before.contains(document.activeElement) ? document.activeElement : null;
    before.replaceWith(fresh);
    if (focused) keepFocus(fresh, focused);
  }
}

/** Whoever uses the keyboard stays where they were when what they stood on is drawn anew. */
function keepFocus(fresh, focused) {
  const label = focused.textContent;
  const same = [...fresh.querySelectorAll(focused.tagName)].find((it) => it.textContent === label);
  (same ?? fresh).focus({ preventScroll: true });
}

// Phones

function showCast(shown) {
  cast = shown;
  patch($("phones"), cast.phones, (phone) => phone.chat, makePhone);
  const views = [
    ...cast.phones.map((phone) => ({ id: `phone-${phone.chat}`, name: phone.is_group ? "Group" : phone.name })),
    { id: "world", name: "Account API" }, { id: "log", name: "Log" },
  ];
  patch($("views"), views, (view) => view.id, (view) =>
    make("a", { href: `#${view.id}` }, view.name, make("span", { class: "badge", hidden: true })));
  if (!$("step-1").options.length) {
    STEPS.forEach(([value, label]) => $("step-1").append(new Option(label, value)));
    for (const id of ["step-2", "step-3"]) {
      $(id).append(new Option("nothing more", ""));
      STEPS.forEach(([value, label]) => $(id).append(new Option(label, value)));
    }
    for (const side of new Set(cast.faults.map((fault) => fault.side))) {
      const options = cast.faults.filter((fault) => fault.side === side).map((it) => new Option(it.label, it.id));
      $("fault").append(make("optgroup", { label: side }, ...options));
    }
  }
  chooseView();
}

function makePhone(phone) {
  const root = $("phone").content.firstElementChild.cloneNode(true);
  const find = (selector) => root.querySelector(selector);
  const parts = {
    phone, root, chat: find(".chat"), bubbles: find(".bubbles"), codes: find(".codes"), toast: find(".toast"), composer: find(".composer"),
    context: find(".context"), commands: find(".commands"), writer: find(".writer"), input: find("input"),
    menu: find(".menu"), replyTo: null, editing: null, toasts: null, seen: null, unseen: 0,
  };
  phones.set(phone.chat, parts);
  const title = `phone-${phone.chat}-title`;
  root.id = `phone-${phone.chat}`;
  root.setAttribute("aria-labelledby", title);
  find("h2").id = title;
  find("h2").textContent = phone.is_group ? phone.name : `${phone.name}’s phone`;
  find(".who p").textContent = phone.about;
  find(".avatar").textContent = phone.name.slice(0, 1);
  find(".avatar").classList.add(`tint-${cast.phones.indexOf(phone) % 4}`);
  find("summary").setAttribute("aria-label", `More on ${phone.name}`);
  parts.chat.setAttribute("aria-label", `Chat on ${phone.name}`);
  parts.codes.setAttribute("aria-label", `Codes that came to ${phone.name}`);
  parts.input.setAttribute("aria-label", `Message on ${phone.name}`);
  parts.input.placeholder = "Message";
  find(".field button").setAttribute("aria-label", `Send on ${phone.name}`);
  parts.writer.setAttribute("aria-label", `Who writes in ${phone.name}`);
  phone.people.forEach((person) => parts.writer.append(new Option(`as ${person.name}`, person.id)));
  parts.writer.hidden = phone.people.length < 2;
  parts.writer.addEventListener("change", () => redraw(parts));
  parts.context.querySelector("button").addEventListener("click", () => leaveContext(parts));
  parts.composer.addEventListener("submit", (event) => { event.preventDefault(); send(parts); });
  parts.input.addEventListener("keydown", (event) => { if (event.key === "Escape") leaveContext(parts); });
  parts.chat.addEventListener("keydown", (event) => walk(parts, event));
  parts.chat.addEventListener("scroll", () => { if (isAtEnd(parts.chat)) showUnseen(parts, 0); });
  if (phone.is_group) find(".more").remove();
  return root;
}

const writer = (parts) => Number(parts.writer.value);

/** Up and Down go from message to message; the buttons of a message are reached from it. */
function walk(parts, event) {
  if (!["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const bubbles = [...parts.bubbles.children];
  const at = bubbles.findIndex((bubble) => bubble.contains(document.activeElement));
  const next = event.key === "ArrowUp" ? (at < 0 ? bubbles.length : at) - 1 : at + 1;
  bubbles[next]?.focus();
  event.preventDefault();
}

async function send(parts) {
  const text = parts.input.value;
  if (!text.trim()) return;
  const who = { person: writer(parts) };
  const what = parts.editing
    ? { do: "edit", ...who, message: parts.editing, text }
    : { do: "write", ...who, chat: parts.phone.chat, text, reply_to: parts.replyTo };
  parts.input.value = "";
  leaveContext(parts);
  parts.chat.scrollTop = parts.chat.scrollHeight;
  if (!(await act(what))) parts.input.value = text;
}

function enterContext(parts, words, { replyTo = null, editing = null, text = null }) {
  Object.assign(parts, { replyTo, editing });
  parts.context.hidden = false;
  parts.context.querySelector("span").textContent = words;
  if (text !== null) parts.input.value = text;
  parts.input.focus();
}

function leaveContext(parts) {
  if (parts.editing) parts.input.value = "";
  Object.assign(parts, { replyTo: null, editing: null });
  parts.context.hidden = true;
}

const isAtEnd = (chat) => chat.scrollHeight - chat.scrollTop - chat.clientHeight < 60;

function redraw(parts) {
  if (!parts.last) return;
  parts.bubbles.replaceChildren();
  showChat(parts.phone.chat, parts.last);
}

function showChat(chat, shown) {
  const parts = phones.get(chat);
  if (!parts) return;
  parts.last = shown;
  const wasAtEnd = isAtEnd(parts.chat);
  patch(parts.bubbles, shown.bubbles, (bubble) => bubble.id, (bubble) => makeBubble(parts, bubble));
  const newest = shown.bubbles.filter((bubble) => bubble.kind === "bot").length;
  const isShown = document.body.dataset.view === parts.root.id;
  if (parts.seen !== null && newest > parts.seen && !isShown) showUnseen(parts, parts.unseen + newest - parts.seen);
  parts.seen = newest;
  patch(parts.codes, shown.codes, (code) => code.attempt, makeCode);
  showMenu(parts, shown);
  if (shown.toast && parts.toasts !== null && shown.toast.number > parts.toasts) showToast(parts, shown.toast.text);
  parts.toasts = shown.toast?.number ?? 0;
  if (wasAtEnd) parts.chat.scrollTop = parts.chat.scrollHeight;
}

function showUnseen(parts, number) {
  parts.unseen = number;
  const badge = $("views").querySelector(`[href="#${parts.root.id}"] .badge`);
  if (!badge) return;
  badge.hidden = number === 0;
  badge.replaceChildren(String(number), make("span", { class: "unseen" }, " new"));
}

function showToast(parts, words) {
  parts.toast.textContent = words;
  parts.toast.classList.add("shown");
  clearTimeout(parts.toastEnds);
  parts.toastEnds = setTimeout(() => parts.toast.classList.remove("shown"), 6000);
}

function showMenu(parts, shown) {
  const person = parts.phone.people[0].id;
  if (parts.menu && !parts.phone.is_group) {
    const more = [
      { label: shown.blocked ? "Unblock the bot" : "Block the bot", what: { do: "block", person, blocked: !shown.blocked } },
      { label: "Send a photo", what: { do: "send", person, what: "photo" } },
      { label: "Send a voice message", what: { do: "send", person, what: "voice" } },
      { label: "Forward a login code of Telegram", what: { do: "send", person, what: "telegrams_code" } },
    ];
    patch(parts.menu, more, (it) => it.label, (it) => button(it.label, () => {
      parts.menu.closest("details").open = false;
      act(it.what);
    }));
  }
  parts.root.classList.toggle("blocked", shown.blocked);
  const suffix = parts.phone.is_group ? `@${cast.bot}` : "";
  patch(parts.commands, shown.menu, (command) => command.name, (command) =>
    button(`/${command.name}`, () => {
      parts.input.value = `/${command.name}${suffix} `;
      parts.input.focus();
    }, { class: "command", title: command.about, "aria-label": `/${command.name}: ${command.about}` }));
}

const clock = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function makeBubble(parts, bubble) {
  const isOwn = bubble.kind === "person" && bubble.person === writer(parts);
  const side = bubble.kind === "service" ? "service" : isOwn ? "own" : "other";
  if (bubble.deleted) {
    return make("li", { class: `bubble ${side} gone`, tabindex: "-1" }, `${isOwn ? "Your" : `${bubble.name}’s`} message was deleted`);
  }
  const item = make("li", { class: `bubble ${side}`, tabindex: "-1" });
  item.append(parts.phone.is_group && !isOwn
    ? make("span", { class: "name" }, bubble.name)
    : make("span", { class: "unseen" }, `${isOwn ? "You" : bubble.name}: `));
  if (bubble.quoted) {
    item.append(make("div", { class: "quoted" }, make("b", {}, bubble.quoted.name), " ", make("span", { dir: "auto" }, bubble.quoted.text)));
  }
  item.append(makeText(parts, bubble));
  if (bubble.document) {
    item.append(make("details", { class: "document" },
      make("summary", {}, bubble.document.name), make("pre", { tabindex: "0" }, bubble.document.content)));
  }
  const tools = [];
  if (bubble.kind !== "service") {
    const quoted = bubble.text.split("\n")[0].slice(0, 60);
    tools.push(button("Reply", () => enterContext(parts, `Reply to: ${quoted}`, { replyTo: bubble.id })));
  }
  if (isOwn) {
    tools.push(button("Edit", () => enterContext(parts, "Edit", { editing: bubble.id, text: bubble.text })));
    tools.push(button("Delete", () => act({ do: "delete", person: bubble.person, message: bubble.id })));
  }
  // The keyboard reaches these from the message that they are for, and does not stop at each of them on its way.
  tools.forEach((tool) => { tool.tabIndex = -1; });
  item.addEventListener("focusin", () => tools.forEach((tool) => { tool.tabIndex = 0; }));
  item.addEventListener("focusout", (event) => {
    if (!item.contains(event.relatedTarget)) tools.forEach((tool) => { tool.tabIndex = -1; });
  });
  item.append(make("div", { class: "foot" }, ...tools,
    make("span", { class: "when" }, bubble.edited ? "edited " : "", make("time", {}, clock(bubble.date)))));
  for (const row of bubble.buttons) {
    item.append(make("div", { class: "keys" }, ...row.map((key) => makeKey(parts, bubble, key))));
  }
  return item;
}

/** The words of a message; commands and invitation links in it do what they do in Telegram. */
function makeText(parts, bubble) {
  const text = make("p", { class: "text", dir: "auto" });
  const links = /(https:\/\/t\.me\/\w+\?start=[\w-]+)|(?<![\w/<@])(\/[a-z]{2,})(?![\w/])/g;
  let end = 0;
  const invitations = [];
  for (const found of bubble.text.matchAll(links)) {
    text.append(bubble.text.slice(end, found.index));
    end = found.index + found[0].length;
    if (found[1]) {
      text.append(make("span", { class: "link" }, found[1]));
      invitations.push(found[1].split("?start=")[1]);
    } else if (bubble.kind === "bot") {
      text.append(button(found[2], () => act({
        do: "write", person: writer(parts), chat: parts.phone.chat,
        text: parts.phone.is_group ? `${found[2]}@${cast.bot}` : found[2], reply_to: null,
      }), { class: "inline" }));
    } else {
      text.append(found[2]);
    }
  }
  text.append(bubble.text.slice(end));
  if (!invitations.length || bubble.kind !== "bot") return text;
  const creators = cast.phones.filter((phone) => phone.about.startsWith("Creator"));
  return make("div", {}, text, ...invitations.map((word) =>
    make("div", { class: "keys" }, ...creators.map((phone) =>
      button(`Open it as ${phone.name}`, () => act({ do: "start", person: phone.people[0].id, word }))))));
}

function makeKey(parts, bubble, key) {
  const press = { person: writer(parts), message: bubble.id, label: key.label };
  if (key.does === "press") return button(key.label, () => act({ do: "press", ...press }), { class: "key" });
  if (key.does === "copy") return button(`${key.label} ⧉`, () => navigator.clipboard?.writeText(key.with), { class: "key" });
  const open = async () => {
    const opened = await act({ do: "open", ...press });
    if (opened) showBrowser(opened.answer.url);
  };
  return button(key.label, open, { class: "key opens", title: key.with });
}

function makeCode(code) {
  const grouped = code.code.replace(/^(\d{3})(\d{3})$/, "$1 $2");
  const about = code.by === "app" ? `@${code.handle}` : "Your code is";
  return make("li", { class: "code" },
    make("div", {}, make("b", {}, SENDERS[code.by] ?? "Code"), " ", make("span", {}, `${about} `), make("output", {}, grouped)),
    make("div", { class: "row" }, ...makeAnswers(code.attempt, code.handle)));
}

const makeAnswers = (attempt, handle) => [
  button("Answer right", () => act({ do: "answer", attempt, right: true }), { class: "primary", "aria-label": `Answer right for @${handle}` }),
  button("Answer wrong", () => act({ do: "answer", attempt, right: false }), { "aria-label": `Answer wrong for @${handle}` }),
];

// What a link button opens

function showBrowser(url) {
  const address = new URL(url);
  const [, kind, attempt] = address.pathname.split("/");
  const isFace = kind === "face";
  $("browser-address").textContent = address.href;
  $("browser-title").textContent = isFace ? "Face check" : "Confirm the sign-in";
  $("browser-text").textContent = isFace
    ? "This stands in for the platform’s own page, where the creator looks into the camera."
    : "This stands in for the platform’s own page, where the creator confirms that it is them.";
  $("browser-finish").textContent = isFace ? "Finish the face check" : "Confirm the sign-in";
  $("browser-finish").onclick = async () => {
    const finished = await act({ do: "finish", attempt });
    $("browser").close();
    if (finished && isFace) notify("The face check is finished. In the chat, press “I have done it”.");
  };
  $("browser").showModal();
}
$("browser-close").addEventListener("click", () => $("browser").close());

// The account API

function showWorld(world) {
  const choices = world.accounts.map(({ id, handle }) => ({ id, handle }));
  patch($("start-account"), choices, (account) => account.id, (account) => new Option(`@${account.handle}`, account.id));
  $("no-attempts").hidden = world.attempts.length > 0;
  patch($("attempts"), world.attempts, (attempt) => attempt.id, makeAttempt);
  patch($("accounts"), world.accounts, (account) => account.id, makeAccount);
  patch($("faults"), world.faults.map((words, index) => ({ words, index })), (it) => it.index, (it) => make("li", {}, it.words));
}

function makeAttempt(attempt) {
  const age = (label, how) => button(label, () => act({ do: "age", attempt: attempt.id, how }));
  const mood = attempt.state === "completed_success" ? "good" : attempt.over ? "bad" : attempt.state === "pending" ? "" : "waits";
  const card = make("li", { class: "card", tabindex: "-1" },
    make("div", { class: "card-head" }, make("b", {}, `@${attempt.handle}`), " ",
      make("span", { class: `state ${mood}` }, attempt.expired ? "expired" : attempt.state)),
    make("p", { class: "hint" }, `${attempt.id}, started by ${attempt.by_host ? "the agency’s own system" : "the bridge"}`,
      attempt.wrong_codes ? `, wrong codes: ${attempt.wrong_codes}` : ""));
  if (attempt.over) return card;
  const deeds = [];
  if (attempt.has_code) deeds.push(...makeAnswers(attempt.id, attempt.handle));
  if (attempt.asks_for === "face") deeds.push(button("Finish the face check", () => act({ do: "finish", attempt: attempt.id }), { class: "primary" }));
  if (attempt.asks_for === "phone") deeds.push(button("Confirm on the phone", () => act({ do: "finish", attempt: attempt.id }), { class: "primary" }));
  if (deeds.length) card.append(make("div", { class: "row" }, ...deeds));
  card.append(make("div", { class: "row small", role: "group", "aria-label": `Age ${attempt.id}` }, make("span", { class: "hint" }, "Age:"),
    age("expire", "expire"), attempt.asks_for === "app" ? age("turn the code over", "turn_over") : null,
    age("next step", "advance"), age("unknown state", "unknown")));
  return card;
}

function makeAccount(account) {
  const toggle = (label, checked, change) => {
    const box = make("input", { type: "checkbox", checked });
    box.addEventListener("change", () => act(change(box.checked)));
    return make("label", { class: "toggle" }, box, ` ${label}`);
  };
  const name = `@${account.handle}`;
  const card = make("li", { class: "card", tabindex: "-1" },
    make("div", { class: "card-head" }, make("b", {}, name), make("span", { class: "hint" }, ` ${account.id}, of ${account.creator ?? "nobody"}`)),
    make("div", { class: "row", role: "group", "aria-label": name },
      toggle("credentials stored", account.stored_credentials, (stored) => ({ do: "credentials", account: account.id, stored })),
      toggle("session dead", account.disconnected, (disconnected) => ({ do: "session", account: account.id, disconnected }))));
  for (const words of account.waiting) card.append(make("p", { class: "hint" }, `Next /reauth: ${words}`));
  return card;
}

const chain = () => ["step-1", "step-2", "step-3"].map((id) => $(id).value).filter((step) => step);

$("step-2").addEventListener("change", () => {
  $("third").hidden = !$("step-2").value;
  if (!$("step-2").value) $("step-3").value = "";
});

$("start").addEventListener("submit", (event) => {
  event.preventDefault();
  act({ do: "hand_over", account: $("start-account").value, steps: chain() });
});
$("keep").addEventListener("click", () => act({ do: "script", account: $("start-account").value, steps: chain() }));
$("trouble").addEventListener("submit", (event) => {
  event.preventDefault();
  act({ do: "fault", id: $("fault").value });
});
$("all-well").addEventListener("click", () => act({ do: "clear_faults" }));
$("age-messages").addEventListener("click", () => act({ do: "age_chats", how: "messages" }));
$("age-presses").addEventListener("click", () => act({ do: "age_chats", how: "presses" }));

// The log

function showLog(lines) {
  const box = $("lines").closest(".lines");
  const wasAtEnd = isAtEnd(box);
  const after = (at) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
  patch($("lines"), lines, (line) => line.key, (line) => {
    const failed = line.status >= 400 || (line.status === null && !line.route.startsWith("Telegram"));
    return make("tr", {},
      make("td", { class: "at" }, after(line.at)),
      make("td", {}, make("span", { class: `route ${line.route.includes("account") ? "api" : line.route.includes("agency") ? "host" : "telegram"}` }, line.route)),
      make("td", { class: "what" }, make("code", {}, line.what), " ", make("span", { class: "words", dir: "auto" }, line.words)),
      make("td", { class: failed ? "status bad" : "status" }, line.status ?? "", line.times > 1 ? ` ×${line.times}` : ""));
  });
  if (wasAtEnd) box.scrollTop = box.scrollHeight;
}

// Which view a narrow screen shows

function chooseView() {
  const wanted = location.hash.slice(1);
  const view = wanted && $(wanted)?.classList.contains("view") ? wanted : $("phones").firstElementChild?.id ?? "world";
  document.body.dataset.view = view;
  for (const other of document.querySelectorAll(".view")) other.classList.toggle("chosen", other.id === view);
  for (const link of $("views").children) {
    if (link.hash === `#${view}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const lines = $("lines").closest(".lines");
  lines.scrollTop = lines.scrollHeight;
  for (const parts of phones.values()) {
    if (parts.root.id !== view) continue;
    showUnseen(parts, 0);
    parts.chat.scrollTop = parts.chat.scrollHeight;
  }
}
addEventListener("hashchange", () => {
  chooseView();
  $(document.body.dataset.view)?.focus({ preventScroll: true });
});

// What happens

const source = new EventSource("/events");
source.addEventListener("part", (event) => {
  const part = JSON.parse(event.data);
  const [name, chat] = event.lastEventId.split(" ");
  if (name === "cast") showCast(part);
  else if (name === "chat") showChat(Number(chat), part);
  else if (name === "world") showWorld(part);
  else if (name === "log") showLog(part);
});
source.addEventListener("open", () => { $("live").textContent = "live"; $("live").classList.add("on"); });
source.addEventListener("error", () => { $("live").textContent = "the demo has ended"; $("live").classList.remove("on"); });
