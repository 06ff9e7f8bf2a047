// SPDX-License-Identifier: MIT
// Facts, opening hours and texts as fields, with what is to be said of each.
import { change } from "/acts.js";
import { make } from "/dom.js";
import { say, state, titleOf } from "/state.js";

// What is to be filled in is said by the field itself, and drafts by the state of the document.
const isToldElsewhere = (problem) => problem.id === "blank-fact" || problem.id === "draft-content";
const problemsOf = (path) => state.problems.filter((each) => each.fact === path && !isToldElsewhere(each));

/** Of a key: "opening_hours" is "Opening hours". */
function asWords(text) {
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
  if (group.kind === "hours") return say.days[each.path.split(".").pop()] || asWords(each.label);
  if (group.kind === "facts") return asWords(each.label.split(/[,;]/)[0].replace(/^(the|a|an) /, ""));
  return asWords(each.path.slice(group.name.length + 1) || each.path);
}

function groupTitle(name) {
  return name.split(".").map((step) => (/^\d+$/.test(step) ? say.listEntry(Number(step) + 1) : asWords(step))).join(" › ");
}

// Words are those of the document that is looked at; facts and hours stand on all of them.
export function drawFields(kind) {
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
