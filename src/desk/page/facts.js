// SPDX-License-Identifier: MIT
// Who the organisation is and how to reach it: a field for each fact, with what is wrong with it,
// where it is printed, and what to do when it is not known yet.
import { change } from "/acts.js";
import { make } from "/dom.js";
import { say, state, titleOf } from "/state.js";
import { choice, problemList, problemsBelow } from "/week.js";

const shown = new Set();  // facts that nobody has written yet, and that are asked for now
const FIRST = ["clinic.name", "clinic.phone", "clinic.web", "clinic.address.street", "clinic.address.city", "clinic.address.state", "clinic.address.zip"];
const SECTIONS = [
  ["who", (known) => known === "clinic.name"],
  ["reach", (known) => ["clinic.phone", "clinic.phone2", "clinic.text", "clinic.fax", "clinic.email"].includes(known)],
  ["where", (known) => known.startsWith("clinic.address.")],
  ["web", (known) => ["clinic.web", "clinic.booking", "clinic.hours_page", "clinic.map_url"].includes(known)],
];

const asWords = (text) => text.replace(/_/g, " ").replace(/^\p{L}/u, (letter) => letter.toUpperCase());

function labelOf(each) {
  if (each.known && say.factNames[each.known]) return say.factNames[each.known];
  if (each.type === "flag") return say.noticeApplies[each.label] || say.noticeOf(asWords(each.label));
  const entry = each.path.split(".").reverse().find((step) => /^\d+$/.test(step));
  const own = asWords(each.path.startsWith("notice.") ? each.path.split(".").slice(1).join(" · ") : each.path.split(".").pop());
  return entry === undefined ? own : `${own} (${Number(entry) + 1})`;
}

/** "Treatment brochure (back panel), Office hours". */
function standsOn(each) {
  const documents = [...new Set([...each.places.map((place) => place.document), ...each.documents])];
  if (!documents.length) return each.state === "missing" ? "" : say.standsNowhere;
  return say.standsOn(documents.map((name) => {
    const parts = each.places.filter((place) => place.document === name).map((place) => place.panel || (pagesOf(name) > 1 ? place.side : "")).filter(Boolean);
    const named = [...new Set(parts)].map((part) => say.panels[part] || part.replace(/[-_]/g, " "));
    return named.length ? `${titleOf(name)} (${named.join(", ")})` : titleOf(name);
  }).join(" · "));
}
const pagesOf = (name) => (state.home.documents.find((each) => each.name === name) || { pages: [] }).pages.length;

const LOOK = {
  phone: { type: "tel", inputmode: "tel" },
  web: { type: "url", inputmode: "url", autocapitalize: "none" },
  mail: { type: "email", inputmode: "email", autocapitalize: "none" },
  date: { type: "date" },
  number: { inputmode: "decimal" },
  money: { inputmode: "decimal" },
};
const ADDRESS = { "clinic.address.zip": { inputmode: "numeric", class: "short" }, "clinic.address.state": { class: "short", list: "states", autocapitalize: "characters" }, "clinic.address.country": { class: "short", autocapitalize: "characters" } };

// Of web addresses, whose beginning nobody has to type.
const SECURE = ["https:", "", ""].join("/");

/** As it is written: dates, numbers and amounts without quotes, unless the file has them in quotes. */
function write(each, text) {
  if (!text.trim()) return change(each.path, "blank", each.label.split(/[,;]/)[0]);
  const isPlain = { date: /^\d{4}-\d\d-\d\d$/, number: /^-?(0|[1-9]\d*)(\.\d+)?$/, money: /^(0|[1-9]\d*)(\.\d+)?$/ }[each.type];
  const wasText = each.state === "text" && each.isText;
  return change(each.path, isPlain && isPlain.test(text) && !wasText ? "plain" : "text", text);
}

function flag(each) {
  const key = `field ${each.path}`;
  const chosen = each.state === "text" ? each.text : "later";
  return choice(labelOf(each), key, [["true", say.yes], ["false", say.no], ["later", say.notDecided]], chosen, (to) => (to === "later" ? change(each.path, "blank", say.whetherApplies) : change(each.path, "plain", to)));
}

function input(each, id) {
  const placeholder = each.state === "none" ? say.weHaveNone : say.factExamples[each.known] || say.factExamples[each.type] || (each.type === "code" ? each.form : undefined);
  const { class: kind, ...look } = { ...LOOK[each.type], ...ADDRESS[each.known] };
  const element = make("input", {
    type: "text", ...look, id, "data-key": id, class: kind, placeholder,
    "aria-describedby": `${id} help`,
    "aria-invalid": problemsBelow(each.path).some((problem) => problem.severity === "error") ? "true" : undefined,
    autocomplete: "off", spellcheck: "false", dir: "auto", disabled: each.state === "other",
    oninput: (event) => write(each, event.target.value),
    onchange: (event) => {
      const text = event.target.value.trim();
      if (each.type === "web" && /^[^\s/:]+\.[^\s:]+$/.test(text)) write(each, SECURE + text);
    },
  });
  element.value = each.state === "text" || each.state === "other" ? each.text : "";
  return element;
}

function field(each, stands = standsOn(each)) {
  const id = `field ${each.path}`;
  const told = problemsBelow(each.path).filter((problem) => problem.id !== "blank-fact" && problem.id !== "draft-content");
  const buttons = make("div", { class: "choices" });
  const button = (key, text, to, words) => buttons.append(make("button", { type: "button", class: "quiet", "data-key": `${id} ${key}`, onclick: () => change(each.path, to, words) }, text));
  if (each.mayBeNone && each.state !== "none" && each.state !== "text") button("none", say.weHaveNone, "none");
  if (each.type !== "flag" && each.state !== "blank" && each.state !== "missing") button("blank", say.fillInLater, "blank", each.label.split(/[,;]/)[0]);
  if (each.mayBeNone && each.state === "text") button("none", say.weHaveNone, "none");
  const help = make("div", { id: `${id} help`, class: "below" },
    each.state === "blank" ? make("span", { class: "state open" }, say.toFillIn) : null,
    each.state === "none" ? make("span", { class: "state" }, say.weHaveNone) : null,
    ...problemList(told),
    stands ? make("p", { class: "help" }, stands) : null);
  const isFlag = each.type === "flag";
  return make("div", { class: `field fact ${each.state} of-${each.known.replace(/.*\./, "")}` }, isFlag ? make("span", { class: "label" }, labelOf(each)) : make("label", { for: id }, labelOf(each)), isFlag ? flag(each) : input(each, id), help, buttons);
}

const isShown = (each) => each.state !== "missing" || FIRST.includes(each.known) || shown.has(each.path);

function section(title, fields, draw) {
  const later = fields.filter((each) => !isShown(each));
  const add = later.map((each) => make("button", {
    type: "button", class: "quiet", "data-key": `add ${each.path}`,
    onclick: () => {
      shown.add(each.path);
      draw();
      document.getElementById(`field ${each.path}`).focus();
    },
  }, `+ ${labelOf(each)}`));
  const here = fields.filter(isShown);
  // What stands in the same places says so once.
  const places = [...new Set(here.map(standsOn))];
  const isOne = here.length > 1 && places.length === 1;
  return make("fieldset", { class: "facts" }, make("legend", {}, title),
    make("div", { class: "fields" }, ...here.map((each) => field(each, isOne ? "" : undefined))),
    isOne ? make("p", { class: "help" }, places[0]) : null,
    add.length ? make("div", { class: "choices adds" }, ...add) : null);
}

const nameOf = (path) => path.split(".").map((step) => (/^\d+$/.test(step) ? say.listEntry(Number(step) + 1) : asWords(step))).join(" › ");

export function drawFacts(draw) {
  const groups = state.groups.filter((group) => group.kind === "facts" && group.fields.length);
  const organisations = groups.filter((group) => group.fields.some((each) => each.known === "clinic.name"));
  const states = make("datalist", { id: "states" }, ...state.usStates.map((each) => make("option", { value: each.code, label: each.name }, each.name)));
  return [states, ...groups.flatMap((group) => {
    const isOrganisation = organisations.includes(group);
    const more = organisations.length > 1 && isOrganisation ? `: ${nameOf(group.name)}` : "";
    const taken = new Set();
    const parts = (isOrganisation ? SECTIONS : []).map(([name, has]) => {
      const fields = group.fields.filter((each) => has(each.known));
      fields.forEach((each) => taken.add(each));
      return [say.factSections[name] + more, fields];
    });
    const rest = group.fields.filter((each) => !taken.has(each));
    const title = group.name === "notice" ? say.factSections.notices : isOrganisation ? say.factSections.more + more : nameOf(group.name);
    return [...parts, [title, rest]].filter(([, fields]) => fields.length).map(([name, fields]) => section(name, fields, draw));
  })];
}
