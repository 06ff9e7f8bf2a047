// SPDX-License-Identifier: MIT
// All that is to be said of the documents, in one list.
import { make } from "/dom.js";
import { say, state, titleOf } from "/state.js";

function showField(group, path, draw) {
  state.tab = group.kind;
  const documents = group.fields.find((each) => each.path === path).documents;
  if (documents.length && !documents.includes(state.document)) state.document = documents[0];
  draw();
  const input = document.getElementById(`field ${path}`);
  if (input) input.focus();
}

export function drawProblems(draw) {
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
        group ? make("button", { type: "button", class: "quiet", "data-key": key, onclick: () => showField(group, each.fact, draw) }, say.showIt) : null);
    });
    return [make("h2", {}, `${title}: ${found.length}`), make("ul", { class: "problems" }, ...items)];
  });
}

/** How many of them somebody has to look at. */
export const openProblems = () =>
  state.problems.filter((each) => (each.severity === "error" || each.severity === "warning") && each.id !== "draft-content").length;
