// SPDX-License-Identifier: MIT
// A document as people know it: its picture and its state.
import { tell } from "/acts.js";
import { at, make, replace } from "/dom.js";
import { page } from "/pages.js";
import { go } from "/place.js";
import { say, state } from "/state.js";

export function stateOf(document) {
  const { mend, blanks, drafts } = document.counts;
  const parts = [];
  if (!document.look) parts.push([say.hasFaults, "bad"]);
  else if (mend) parts.push([say.mend(mend), "bad"]);
  if (blanks) parts.push([say.fillIn(blanks), "open"]);
  if (!parts.length && drafts) parts.push([say.waiting, "open"]);
  if (document.oldCopies) parts.push([say.oldCopies(document.oldCopies), "bad"]);
  if (!parts.length) parts.push([say.ready, "good"]);
  return make("span", { class: "states" }, ...parts.map(([text, kind]) => make("span", { class: `state ${kind}` }, text)));
}

/** Its first page, of what is folded the cover, no wider and no taller than that. */
export function pictureOf(place, document, width, height) {
  if (!document.look) return make("span", { class: "picture none", "aria-hidden": "true" });
  const sheet = document.pages[0];
  const shown = document.cover || { left: 0, width: sheet.width };
  const scale = Math.min(width / shown.width, height / sheet.height);
  const picture = page(place, document.name, 0);
  picture.show(document, null, sheet.width * scale).catch(tell);
  const element = make("span", { class: "picture" }, picture.element);
  element.style.width = `${shown.width * scale}px`;
  element.style.height = `${sheet.height * scale}px`;
  picture.element.style.width = `${sheet.width * scale}px`;
  picture.element.style.marginLeft = `${-shown.left * scale}px`;
  return element;
}

/** All documents beside the one that is worked on. */
export function drawDocuments() {
  replace(at("documents"), ...state.home.documents.map((document) =>
    make("button", {
      type: "button",
      class: "card",
      "data-key": `card ${document.name}`,
      "aria-pressed": String(document.name === state.document),
      onclick: () => go({ document: document.name }),
    }, pictureOf("card", document, 120, 130), make("strong", {}, document.title), stateOf(document))));
}
