// SPDX-License-Identifier: MIT
// The page of the desk. It shows what the server tells, and sends what is typed; nothing is decided
// here.
import { act, afterChange, atChange, atConflict, isChanging, soon, tell } from "/acts.js";
import { ask, get, where } from "/ask.js";
import { askWhose } from "/conflicts.js";
import { drawDocuments, stateOf } from "/documents.js";
import { at, make, replace } from "/dom.js";
import { told } from "/done.js";
import { drawFacts } from "/facts.js";
import { drawHistory } from "/history.js";
import { backHome, drawHome } from "/home.js";
import { drawHours, lookAtHours } from "/hours.js";
import { drawLook } from "/look.js";
import { drawMarks } from "/marks.js";
import { askForCopy, askForNew, putAway } from "/newdoc.js";
import { drawView, followChange } from "/pages.js";
import { keepPlace, startPlaces } from "/place.js";
import { drawPrint } from "/print.js";
import { drawProblems, openProblems } from "/problems.js";
import { drawReview } from "/review.js";
import { drawStart } from "/start.js";
import { documentOf, say, speak, state } from "/state.js";
import { drawTexts, setUpTexts } from "/texts.js";

const tabs = [
  { name: "facts", title: () => say.facts, draw: () => drawFacts(draw) },
  { name: "hours", title: () => say.hours, draw: () => drawHours(draw) },
  { name: "words", title: () => say.words, draw: drawTexts },
  { name: "problems", title: () => `${say.problems} (${openProblems()})`, draw: () => drawProblems(draw) },
  { name: "review", title: () => say.review, draw: () => drawReview(draw) },
  { name: "history", title: () => say.history, draw: () => drawHistory(draw) },
  { name: "print", title: () => say.printAndOrder, draw: () => drawPrint(draw) },
];

function drawTabs() {
  const choose = (name) => {
    state.tab = name;
    if (name === "hours") lookAtHours();
    draw();
    at("panel").scrollTop = 0;
  };
  replace(at("tabs"), ...tabs.map(({ name, title }, index) =>
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
        choose(tabs[(index + step + tabs.length) % tabs.length].name);
        at(`tab-${state.tab}`).focus();
      },
    }, title())));
  at("panel").setAttribute("aria-labelledby", `tab-${state.tab}`);
}

function drawHeader() {
  const { home } = state;
  at("project").textContent = home.project;
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

/** Which document is worked on, and what may be done with it as a whole. */
function drawPlace() {
  const shown = documentOf(state.document);
  const button = (key, text, onclick) => make("button", { type: "button", class: "quiet", "data-key": `place ${key}`, onclick }, text);
  replace(at("place"), backHome(),
    make("div", { class: "title" }, make("h2", { id: "work-title", "data-key": "work title", tabindex: "-1" }, shown ? shown.title : ""), shown ? stateOf(shown) : null),
    shown ? make("div", { class: "whole" }, button("copy", say.copyIt, () => askForCopy(shown.name)),
      button("away", say.putAway, () => putAway(shown.name).catch(tell))) : null);
}

const screens = {
  look: drawLook,
  home: () => drawHome([make("button", { type: "button", class: "main new", "data-key": "new", onclick: () => askForNew().catch(tell) }, say.newDocument)]),
  work: () => {
    drawDocuments();
    drawPlace();
    drawTabs();
    replace(at("panel"), ...tabs.find((each) => each.name === state.tab).draw());
    drawView();
    drawMarks(draw);
  },
};

let last = "";  // the document that was worked on last
function draw() {
  if (!documentOf(state.document) && state.home.documents.length) state.document = state.home.documents[0].name;
  if (!tabs.some((each) => each.name === state.tab)) state.tab = "facts";
  if (state.screen === "work" && !state.home.documents.length) state.screen = "home";
  document.body.dataset.screen = state.screen;
  at("home").hidden = state.screen !== "home";
  at("look").hidden = state.screen !== "look";
  at("desk").hidden = state.screen !== "work";
  drawHeader();
  screens[state.screen]();
  document.title = [state.screen === "work" ? documentOf(state.document).title : "", state.home.project, "Handbill"].filter(Boolean).join(" · ");
  keepPlace();
  if (state.screen === "work") last = state.document;
}

/** People who went somewhere are there with the focus too: at the head of the screen, or at home where they left it. */
function arrive() {
  const from = state.screen === "home" && last;
  draw();
  const again = from && document.querySelector(`[data-key="open ${CSS.escape(last)}"]`);
  (again || at(`${state.screen}-title`)).focus();
  told("");
  scrollTo(0, 0);
}

/** True: no project is open, and people are asked which. */
async function startsAnew() {
  const { start } = await get(where("/api/home"));
  if (start) drawStart(start, load);
  return Boolean(start);
}

let loading = null;
let isOutdated = false;
async function loadAll() {
  do {
    isOutdated = false;
    if (!state.home && (await startsAnew())) return;
    const [home, fields, hours, problems] = await Promise.all(["home", "fields", "hours", "problems"].map((each) => get(where(`/api/${each}`))));
    // Somebody has gone on typing meanwhile: what is older is not drawn over it.
    if (home.state < state.seen) return soon();
    state.home = home;
    state.language = home.language;
    state.groups = fields.groups;
    state.usStates = fields.usStates;
    state.hours = hours;
    state.problems = problems.problems;
    state.seen = home.state;
    draw();
  } while (isOutdated);
}

/** What is asked for while it is loading is loaded after that. */
async function load() {
  isOutdated = true;
  if (!loading) loading = loadAll().finally(() => (loading = null));
  return loading;
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
    if (latest && Number(latest.split("data: ")[1]) > state.seen && !isChanging()) soon();
  }
}

at("save").addEventListener("click", () => act("/api/save"));
at("undo").addEventListener("click", () => act("/api/undo"));
at("language").addEventListener("change", (event) => {
  state.language = event.target.value;
  load().catch(tell);
});
at("interface").addEventListener("change", (event) => {
  speak(event.target.value);
  if (state.home) draw();
  else load().catch(tell);
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
at("skip").addEventListener("click", (event) => {
  event.preventDefault();
  at(state.screen).focus();
});
new ResizeObserver(() => state.home && state.screen === "work" && drawView()).observe(at("view"));

if ((navigator.language || "").startsWith("es")) {
  at("interface").value = "es";
  speak("es");
}
// A desk that was opened from the menu ends when no page tells that it is open.
setInterval(() => get("/api/here").catch(() => {}), 30_000);
afterChange(load);
atChange(followChange);
atConflict(askWhose);
setUpTexts(draw);
startPlaces(() => state.home && arrive());
load().then(listen).catch(tell);
