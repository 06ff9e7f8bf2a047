// SPDX-License-Identifier: MIT
// The page of the desk. It shows what the server tells, and sends what is typed; nothing is decided
// here.
import { languages } from "/words.js";

const token = location.hash.slice(1) || sessionStorage.getItem("token") || "";
sessionStorage.setItem("token", token);
history.replaceState(null, "", "/");

const state = {
  language: "en",
  tab: "facts",
  document: "",
  home: null,
  groups: [],
  problems: [],
  seen: 0,
};
let say = languages.en;

const at = (id) => document.getElementById(id);

/** An element with attributes, listeners (on…) and children. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((each) => each !== null && each !== undefined));
  return element;
}

/** Keeps the element that has the focus, and what is typed in it, when others around it change. */
function replace(parent, ...children) {
  const active = document.activeElement;
  const key = parent.contains(active) ? active.dataset.key : undefined;
  const range = key && "selectionStart" in active ? [active.value, active.selectionStart, active.selectionEnd] : null;
  parent.replaceChildren(...children);
  if (!key) return;
  const again = parent.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!again) return;
  if (range && "value" in again) again.value = range[0];
  again.focus({ preventScroll: true });
  if (range) again.setSelectionRange(range[1], range[2]);
}

// Asking -------------------------------------------------------------------------------------

class Refused extends Error {
  constructor(status, answer) {
    super(answer.message || String(status));
    this.status = status;
    this.answer = answer;
  }
}

async function ask(path, options = {}) {
  const answer = await fetch(path, { ...options, headers: { "X-Handbill-Token": token, ...options.headers } });
  if (answer.ok) return answer;
  let told = {};
  try {
    told = await answer.json();
  } catch {
    told = { message: answer.status === 401 ? say.noToken : String(answer.status) };
  }
  throw new Refused(answer.status, told);
}

const get = async (path) => (await ask(path)).json();
const post = async (path, body = {}) =>
  (await ask(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } })).json();
const where = (path, more = {}) =>
  `${path}?${new URLSearchParams({ language: state.language, ...more })}`;

function notice(text, ...more) {
  const element = at("notice");
  element.hidden = !text;
  element.replaceChildren(text, ...more);
}

function tell(error) {
  if (error instanceof Refused && error.answer.why === "conflict") {
    notice(say.conflict(error.message), " ", make("button", { type: "button", onclick: () => act("/api/discard") }, say.discard));
  } else if (error instanceof Refused) {
    notice(error.message);
  } else {
    notice(say.closed);
  }
}

async function act(path, body) {
  try {
    await post(path, body);
    notice("");
    await load();
  } catch (error) {
    tell(error);
  }
}

// What is asked while one types: the latest wins, and one call runs at a time.
let waiting = null;
let isBusy = false;
async function change(path, to, text) {
  waiting = { path, to, text };
  if (isBusy) return;
  isBusy = true;
  while (waiting) {
    const next = waiting;
    waiting = null;
    try {
      await post(where("/api/change"), next);
      notice("");
    } catch (error) {
      tell(error);
    }
  }
  isBusy = false;
  await load();
}

// The page ------------------------------------------------------------------------------------

/** The trimmed page of a sheet: what stands outside of the trim is for the press. */
class Page {
  constructor(name, index) {
    this.canvas = make("canvas", { role: "img" });
    this.element = make("figure", { class: "page" }, this.canvas);
    this.name = name;
    this.index = index;
    this.tag = "";
  }

  async show(document, size, width) {
    const page = document.pages[this.index];
    if (!page) return;
    const ppi = Math.min(300, Math.max(10, Math.round((width / page.width) * 72 * (devicePixelRatio || 1))));
    const tag = `${document.look} ${ppi}`;
    this.canvas.setAttribute("aria-label", `${document.title}, ${say.page(this.index + 1, document.pages.length)}`);
    if (tag === this.tag) return;
    this.tag = tag;
    const answer = await ask(where("/api/page", { document: this.name, page: this.index + 1, ppi }));
    const bitmap = await createImageBitmap(await answer.blob());
    if (this.tag !== tag) return bitmap.close();
    const scale = bitmap.width / page.sheetWidth;
    this.canvas.width = Math.round(page.width * scale);
    this.canvas.height = Math.round(page.height * scale);
    this.canvas.style.aspectRatio = `${page.width} / ${page.height}`;
    this.canvas.getContext("2d").drawImage(bitmap, -page.left * scale, -page.top * scale);
    bitmap.close();
  }
}

const shown = new Map();  // pages by place: "card hours-placard", "view hours-placard 2"

function page(place, name, index) {
  const key = `${place} ${name} ${index} ${state.language}`;
  if (!shown.has(key)) shown.set(key, new Page(name, index));
  return shown.get(key);
}

function stateOf(document) {
  const counts = document.counts;
  const parts = [];
  if (counts.mend) parts.push([say.mend(counts.mend), "bad"]);
  if (counts.blanks) parts.push([say.fillIn(counts.blanks), "open"]);
  if (!parts.length && counts.drafts) parts.push([say.waiting, "open"]);
  if (!parts.length) parts.push([say.ready, "good"]);
  return parts.map(([text, kind]) => make("span", { class: `state ${kind}` }, text));
}

function drawDocuments() {
  const cards = state.home.documents.map((document) => {
    const picture = page("card", document.name, 0);
    if (document.look) picture.show(document, null, 150).catch(tell);
    return make("button", {
      type: "button",
      class: "card",
      "data-key": `card ${document.name}`,
      "aria-pressed": String(document.name === state.document),
      onclick: () => {
        state.document = document.name;
        draw();
      },
    }, document.look ? picture.element : null, make("strong", {}, document.title), ...stateOf(document));
  });
  replace(at("documents"), ...cards);
}

function drawView() {
  const document = state.home.documents.find((each) => each.name === state.document);
  if (!document) return replace(at("view"));
  if (!document.look) return replace(at("view"), make("p", { class: "quiet" }, say.notDrawn));
  at("view").classList.toggle("old", document.isOld);
  at("view").dataset.note = document.isOld ? say.isOld : "";
  const width = Math.max(280, at("view").clientWidth - 32);
  const pages = document.pages.map((_, index) => {
    const each = page("view", document.name, index);
    each.show(document, null, width).catch(tell);
    return make("div", {}, each.element, make("p", { class: "caption" }, say.page(index + 1, document.pages.length)));
  });
  // The canvases stay; only what is new is put in.
  const before = [...at("view").children].map((each) => each.firstChild);
  const same = before.length === pages.length && pages.every((each, i) => each.firstChild === before[i]);
  if (!same) at("view").replaceChildren(...pages);
}

// Fields --------------------------------------------------------------------------------------

// What is to be filled in is said by the field itself, and drafts by the state of the document.
const isToldElsewhere = (problem) => problem.id === "blank-fact" || problem.id === "draft-content";
const problemsOf = (path) => state.problems.filter((each) => each.fact === path && !isToldElsewhere(each));

function titleOf(name) {
  const document = state.home.documents.find((each) => each.name === name);
  return document ? document.title : name;
}

function words(text) {
  return text.replace(/_/g, " ").replace(/^\w/, (letter) => letter.toUpperCase());
}

const inputTypes = { phone: "tel", web: "url", mail: "email" };

function field(each, label) {
  const id = `field ${each.path}`;
  const found = problemsOf(each.path).filter((problem) => problem.severity !== "note");
  const isLong = each.type === "words" && (each.text.length > 60 || each.text.includes("\n"));
  const value = each.state === "text" ? each.text.replace(/\n$/, "") : "";
  const input = make(isLong ? "textarea" : "input", {
    id,
    "data-key": id,
    type: isLong ? undefined : inputTypes[each.type] || "text",
    rows: isLong ? Math.min(8, Math.ceil(value.length / 52) + (value.match(/\n/g) || []).length) : undefined,
    placeholder: each.state === "blank" ? `${each.text}: ${say.toFillIn}` : each.state === "none" ? say.weHaveNone : each.type === "hours" ? say.hoursHint : undefined,
    "aria-describedby": `${id} help`,
    "aria-invalid": found.some((problem) => problem.severity === "error") ? "true" : undefined,
    autocomplete: "off",
    spellcheck: each.type === "words" ? "true" : "false",
    lang: each.type === "words" ? state.language : undefined,
    dir: "auto",
    disabled: each.state === "other",
    oninput: (event) => change(each.path, "text", event.target.value),
  });
  input.value = each.state === "other" ? each.text : value;
  const help = make("div", { id: `${id} help`, class: "help" });
  for (const problem of found) {
    help.append(make("p", { class: `problem ${problem.severity}` }, problem.message.replaceAll("`", "")));
  }
  if (each.borrowed && each.type === "words") help.append(make("p", {}, say.borrowed));
  help.append(make("p", {}, standsOn(each)));
  const buttons = make("span", { class: "choices" });
  if (each.mayBeNone && each.state !== "none" && each.type !== "hours" && each.type !== "words") {
    buttons.append(make("button", { type: "button", class: "quiet", "data-key": `${id} none`, onclick: () => change(each.path, "none") }, say.weHaveNone));
  }
  if (each.state === "text" && each.type !== "hours" && each.type !== "words") {
    buttons.append(make("button", { type: "button", class: "quiet", "data-key": `${id} blank`, onclick: () => change(each.path, "blank", each.label) }, say.fillInLater));
  }
  return make("div", { class: `field ${each.state}` }, make("label", { for: id }, label), input, buttons, help);
}

function labelOf(each, group) {
  if (group.kind === "hours") return say.days[each.path.split(".").pop()] || words(each.label);
  if (group.kind === "facts") return words(each.label.split(/[,;]/)[0].replace(/^(the|a|an) /, ""));
  return words(each.path.slice(group.name.length + 1) || each.path);
}

function groupTitle(name) {
  return name.split(".").map((step) => (/^\d+$/.test(step) ? say.listEntry(Number(step) + 1) : words(step))).join(" › ");
}

// Words are those of the document that is looked at; facts and hours stand on all of them.
function drawFields(kind) {
  const isHere = (each) => kind !== "words" || each.documents.includes(state.document);
  return state.groups
    .filter((group) => group.kind === kind)
    .map((group) => [group, group.fields.filter(isHere)])
    .filter(([, fields]) => fields.length)
    .map(([group, fields]) =>
      make("fieldset", {}, make("legend", {}, groupTitle(group.name)), ...fields.map((each) => field(each, labelOf(each, group)))));
}

/** Where else it stands; of a fact, where it does at all. */
function standsOn(each) {
  const names = [...new Set(each.documents)].filter((name) => each.type !== "words" || name !== state.document);
  if (names.length) return say.standsOn(names.map(titleOf).join(", "));
  return each.documents.length || each.state === "missing" ? "" : say.standsNowhere;
}

// Problems ------------------------------------------------------------------------------------

function drawProblems() {
  const shownProblems = state.problems.filter((each) => each.severity !== "note" && each.id !== "draft-content");
  if (!shownProblems.length) return [make("p", { class: "empty" }, say.noProblems)];
  const parts = [["error", say.mustMend], ["blank", say.mustFillIn], ["warning", say.shouldLook], ["consider", say.mayConsider]];
  const kindOf = (each) => (each.id === "blank-fact" ? "blank" : each.severity);
  return parts.flatMap(([severity, title]) => {
    const found = shownProblems.filter((each) => kindOf(each) === severity);
    if (!found.length) return [];
    const items = found.map((each, index) => {
      const key = `problem ${severity} ${index}`;
      const group = state.groups.find((one) => one.fields.some((field) => field.path === each.fact));
      return make("li", { class: severity },
        make("p", {}, each.message.replaceAll("`", "")),
        ...(each.hints || []).slice(0, 2).map((hint) => make("p", { class: "hint" }, hint.replaceAll("`", ""))),
        make("p", { class: "where" }, (each.documents || []).map((name) => titleOf(name.split(".")[0])).join(", ")),
        group ? make("button", { type: "button", class: "quiet", "data-key": key, onclick: () => showField(group, each.fact) }, say.showIt) : null);
    });
    return [make("h2", {}, `${title}: ${found.length}`), make("ul", { class: "problems" }, ...items)];
  });
}

function showField(group, path) {
  state.tab = group.kind;
  const documents = group.fields.find((each) => each.path === path).documents;
  if (documents.length && !documents.includes(state.document)) state.document = documents[0];
  draw();
  const input = document.getElementById(`field ${path}`);
  if (input) input.focus();
}

// All -----------------------------------------------------------------------------------------

function drawTabs() {
  const problems = state.problems.filter((each) => (each.severity === "error" || each.severity === "warning") && each.id !== "draft-content").length;
  const tabs = [["facts", say.facts], ["hours", say.hours], ["words", say.words], ["problems", `${say.problems} (${problems})`]];
  const choose = (name) => {
    state.tab = name;
    draw();
    at("panel").scrollTop = 0;
  };
  replace(at("tabs"), ...tabs.map(([name, text], index) =>
    make("button", {
      type: "button",
      role: "tab",
      id: `tab-${name}`,
      "data-key": `tab ${name}`,
      "aria-selected": String(state.tab === name),
      "aria-controls": "panel",
      tabindex: state.tab === name ? "0" : "-1",
      onclick: () => choose(name),
      onkeydown: (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        choose(tabs[(index + step + tabs.length) % tabs.length][0]);
        at(`tab-${state.tab}`).focus();
      },
    }, text)));
  at("panel").setAttribute("aria-labelledby", `tab-${state.tab}`);
}

function drawHeader() {
  const { home } = state;
  at("project").textContent = home.project;
  document.title = `${home.project} · Handbill`;
  document.documentElement.lang = at("interface").value;
  at("language-label").textContent = say.languageOfDocuments;
  at("interface-label").textContent = say.languageOfDesk;
  at("skip").textContent = say.skip;
  at("documents").setAttribute("aria-label", say.documents);
  at("view").setAttribute("aria-label", say.pageOf);
  const names = new Intl.DisplayNames([at("interface").value], { type: "language" });
  at("language").replaceChildren(...home.languages.map((code) =>
    make("option", { value: code, selected: code === home.language }, names.of(code))));
  at("state").textContent = home.unsaved.length ? say.notSaved(home.unsaved.length) : say.allSaved;
  at("save").textContent = say.save;
  at("undo").textContent = say.undo;
  at("save").disabled = at("undo").disabled = !home.unsaved.length;
}

function draw() {
  drawHeader();
  drawDocuments();
  drawTabs();
  replace(at("panel"), ...(state.tab === "problems" ? drawProblems() : drawFields(state.tab)));
  drawView();
}

let loading = null;
async function load() {
  if (loading) return loading;
  loading = (async () => {
    const [home, fields, problems] = await Promise.all([get(where("/api/home")), get(where("/api/fields")), get(where("/api/problems"))]);
    state.home = home;
    state.language = home.language;
    state.groups = fields.groups;
    state.problems = problems.problems;
    state.seen = home.state;
    if (!home.documents.some((each) => each.name === state.document) && home.documents.length) {
      state.document = home.documents[0].name;
    }
    draw();
  })();
  try {
    await loading;
  } finally {
    loading = null;
  }
}

async function listen() {
  const answer = await ask("/api/events");
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ""; ; ) {
    const { value, done } = await reader.read();
    if (done) throw new Error("closed");
    text += value;
    const events = text.split("\n\n");
    text = events.pop();
    const latest = events.filter((each) => each.startsWith("event: changed")).pop();
    if (latest && Number(latest.split("data: ")[1]) > state.seen && !isBusy) await load();
  }
}

at("save").addEventListener("click", () => act("/api/save"));
at("undo").addEventListener("click", () => act("/api/undo"));
at("language").addEventListener("change", (event) => {
  state.language = event.target.value;
  load().catch(tell);
});
at("interface").addEventListener("change", (event) => {
  say = languages[event.target.value];
  draw();
});
addEventListener("beforeunload", (event) => {
  if (state.home && state.home.unsaved.length) event.preventDefault();
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    at("save").click();
  }
});
new ResizeObserver(() => state.home && drawView()).observe(at("view"));

if ((navigator.language || "").startsWith("es")) {
  at("interface").value = "es";
  say = languages.es;
}
load().then(listen).catch(tell);
