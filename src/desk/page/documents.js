// SPDX-License-Identifier: MIT
// The documents of the project, each with its state.
import { tell } from "/acts.js";
import { at, make, replace } from "/dom.js";
import { page } from "/pages.js";
import { say, state } from "/state.js";

function stateOf(document) {
  const counts = document.counts;
  const parts = [];
  if (counts.mend) parts.push([say.mend(counts.mend), "bad"]);
  if (counts.blanks) parts.push([say.fillIn(counts.blanks), "open"]);
  if (!parts.length && counts.drafts) parts.push([say.waiting, "open"]);
  if (!parts.length) parts.push([say.ready, "good"]);
  return parts.map(([text, kind]) => make("span", { class: `state ${kind}` }, text));
}

export function drawDocuments(draw) {
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
