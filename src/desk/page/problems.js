// SPDX-License-Identifier: MIT
// All that is to be said of the documents, in one list: by urgency, of one document or of all.
import { make } from "/dom.js";
import { findingItem } from "/findings.js";
import { showArea, showOnPage } from "/marks.js";
import { fieldOf } from "/names.js";
import { knowNotes } from "/notes.js";
import { say, state, titleOf } from "/state.js";
import { openText } from "/texts.js";

let only = "";  // of that document; empty: of all

const documentsOf = (each) => (each.documents || []).map((name) => name.split(".")[0]);

/** Marks its place on the page of the first document that has it. */
function show(each, draw) {
  const documents = documentsOf(each);
  if (documents.length && !documents.includes(state.document)) {
    state.document = documents[0];
    draw();
  }
  // The page may have to be drawn first.
  const mark = () => (each.area ? showArea(each.area) : showOnPage(each.fact, true));
  if (!mark()) setTimeout(mark, 600);
}

/** What can be done about it besides what stands in the item itself. */
function buttons(each, key, draw) {
  const list = [];
  const isPlaced = each.area || fieldOf(each.fact || "");
  if (isPlaced) list.push(make("button", { type: "button", class: "quiet", "data-key": `${key} page`, onclick: () => show(each, draw) }, say.showOnPage));
  if (fieldOf(each.fact || "")) {
    list.push(make("button", {
      type: "button", class: "quiet", "data-key": `${key} edit`,
      onclick: () => {
        const documents = documentsOf(each);
        if (documents.length && !documents.includes(state.document)) state.document = documents[0];
        openText(each.fact);
      },
    }, each.id === "blank-fact" ? say.fillItIn : each.id === "overset" ? say.shortenIt : say.editIt));
  }
  return list;
}

function filter(found, draw) {
  const names = [...new Set(found.flatMap(documentsOf))];
  if (names.length < 2) return null;
  const choice = make("select", {
    id: "problems-of", "data-key": "problems of",
    onchange: (event) => {
      only = event.target.value;
      if (only) state.document = only;
      draw();
    },
  }, make("option", { value: "" }, say.allDocuments), ...names.map((name) => make("option", { value: name, selected: name === only }, titleOf(name))));
  return make("p", { class: "filter" }, make("label", { for: "problems-of" }, say.problemsOf), " ", choice);
}

export function drawProblems(draw) {
  knowNotes(draw);
  const found = state.problems.filter((each) => each.severity !== "note" && each.id !== "draft-content");
  if (!found.length) return [make("p", { class: "empty" }, say.noProblems)];
  const shown = only ? found.filter((each) => documentsOf(each).includes(only)) : found;
  const parts = [["error", say.mustMend], ["blank", say.mustFillIn], ["warning", say.shouldLook], ["consider", say.mayConsider]];
  const kindOf = (each) => (each.id === "blank-fact" ? "blank" : each.severity);
  return [filter(found, draw), ...parts.flatMap(([severity, title]) => {
    const list = shown.filter((each) => kindOf(each) === severity);
    if (!list.length) return [];
    const items = list.map((each, index) => {
      const key = `problem ${severity} ${index}`;
      const below = [make("p", { class: "where" }, documentsOf(each).map(titleOf).join(", "))];
      return findingItem(each, key, { path: each.fact || "", document: documentsOf(each)[0], below }, ...buttons(each, key, draw));
    });
    return [make("h2", {}, `${title}: ${list.length}`), make("ul", { class: "problems" }, ...items)];
  })].filter(Boolean);
}

/** How many of them somebody has to look at. */
export const openProblems = () =>
  state.problems.filter((each) => (each.severity === "error" || each.severity === "warning") && each.id !== "draft-content").length;
