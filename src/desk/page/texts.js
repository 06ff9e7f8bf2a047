// SPDX-License-Identifier: MIT
// The words of a document: all its texts in the order of its pages, and the one that is edited.
import { reload } from "/acts.js";
import { at, make } from "/dom.js";
import { Editor } from "/editor.js";
import { mark, namesFile, onChoice, placesShown, showOnPage } from "/marks.js";
import { fieldOf, nameOf, plainText } from "/names.js";
import { knowNotes } from "/notes.js";
import { say, state } from "/state.js";
import { knowTranslations, stateOfTranslation } from "/translation.js";

let editor = null;
let redraw = () => {};

/** Texts that stand on the pages, page by page, then those that are only read aloud or not shown. */
function order() {
  const texts = state.groups.filter((group) => group.kind === "words").flatMap((group) => group.fields)
    .filter((each) => each.documents.includes(state.document) && !namesFile(each.path)).map((each) => each.path);
  const pages = [];
  const seen = new Set();
  for (const place of placesShown()) {
    if (seen.has(place.path) || !texts.includes(place.path)) continue;
    seen.add(place.path);
    (pages[place.page] ||= []).push(place.path);
  }
  return { pages, others: texts.filter((path) => !seen.has(path)) };
}

const paths = () => {
  const { pages, others } = order();
  return [...pages.flat(), ...others];
};

/** Opens a text; null: the list of all. `isNew`: the content has changed for it. */
async function go(path, isNew = false) {
  const last = editor && editor.path;
  if (isNew) await reload();
  editor = path ? new Editor(path, go) : null;
  state.tab = "words";
  mark(path || "");
  redraw();
  if (editor) {
    editor.focus();
    showOnPage(path);
  } else {
    const row = last && document.querySelector(`[data-key="${CSS.escape(`text ${last}`)}"]`);
    (row || at("panel")).focus();
  }
}

/** A text is edited, a fact is filled in where facts are. */
export function openText(path) {
  const field = fieldOf(path);
  if (!field) return;
  if (field.kind === "words" && field.state !== "other") return void go(path);
  editor = null;
  state.tab = field.kind;
  redraw();
  const input = document.getElementById(`field ${path}`);
  if (input) input.focus();
}

/** `then` draws all anew. */
export function setUpTexts(then) {
  redraw = then;
  onChoice(openText);
}

function problemCount(path) {
  return state.problems.filter((each) => each.fact === path && each.severity !== "note" && each.id !== "draft-content" && each.id !== "translation-stale").length;
}

function row(path) {
  const field = fieldOf(path);
  const count = problemCount(path);
  const isLong = state.problems.some((each) => each.fact === path && each.id === "overset");
  const translation = stateOfTranslation(path);
  return make("li", {}, make("button", {
    type: "button", class: "text-row", "data-key": `text ${path}`, onclick: () => go(path),
  },
  make("span", { class: "text-name" }, nameOf(path)),
  make("span", { class: "text-words", lang: field.borrowed ? undefined : state.language, dir: "auto" }, plainText(field.text) || "…"),
  isLong ? make("span", { class: "state bad" }, say.tooLong) : count ? make("span", { class: "state open" }, say.toLookAt(count)) : null,
  translation || field.borrowed ? make("span", { class: "state open" }, translation || say.translationState.missing) : null));
}

function list() {
  const { pages, others } = order();
  const part = (title, found) => (found && found.length ? [make("h2", {}, title), make("ul", { class: "texts" }, ...found.map(row))] : []);
  return [make("p", { class: "help lead" }, say.clickOnPage),
    ...pages.flatMap((found, index) => part(say.page(index + 1, pages.length), found)),
    ...part(pages.flat().length ? say.notOnPages : say.words, others)];
}

export function drawTexts() {
  knowTranslations(redraw);
  knowNotes(redraw);
  if (editor && (!fieldOf(editor.path) || !fieldOf(editor.path).documents.includes(state.document))) editor = null;
  mark(editor ? editor.path : "");
  if (!editor) return list();
  editor.draw(paths());
  return [editor.element];
}
