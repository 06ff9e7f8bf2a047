// SPDX-License-Identifier: MIT
// Old and new beside each other: words with what changed marked, pages with it framed.
import { where } from "/ask.js";
import { make } from "/dom.js";
import { picture } from "/files.js";
import { page } from "/pages.js";
import { documentOf, say, state } from "/state.js";

const marks = { added: "ins", removed: "del" };

function sentence(change) {
  const pieces = change.pieces.map((piece) =>
    marks[piece.kind] ? make(marks[piece.kind], {}, make("span", { class: "aloud" }, `${say.pieces[piece.kind]}: `), piece.text) : piece.text);
  return make("p", { class: "sentence", lang: state.language, dir: "auto" }, ...pieces);
}

/** Paragraphs that are others, each with where it stands. */
export function drawChanges(changes) {
  if (!changes.length) return make("p", { class: "quiet" }, say.sameWords);
  return make("ul", { class: "changes" }, ...changes.map((each) =>
    make("li", {},
      make("p", { class: "where" }, [say.changeKinds[each.kind], each.place, each.heading && `“${each.heading}”`].filter(Boolean).join(" · ")),
      sentence(each))));
}

function framed(element, areas) {
  for (const area of areas || []) {
    const box = make("span", { class: "area" });
    for (const side of ["left", "top", "width", "height"]) box.style[side] = `${area[side]}%`;
    element.append(box);
  }
  return element;
}

/** A page as it was, and as it is; `then`: where its picture is asked for, if there is one. */
export function drawPair({ place, then, number, areas }) {
  const shown = documentOf(state.document);
  const now = page(place, state.document, number - 1);
  if (shown && shown.pages[number - 1]) now.show(shown, null, 320).catch(() => {});
  const caption = (text) => make("figcaption", {}, text);
  return make("div", { class: "pair" },
    make("figure", {}, caption(say.asItWas), then ? framed(make("div", { class: "sheet" }, then), areas) : make("p", { class: "quiet" }, say.noPicture)),
    make("figure", {}, caption(say.asItIs), shown && shown.pages[number - 1] ? framed(make("div", { class: "sheet" }, now.element), areas) : make("p", { class: "quiet" }, say.noPage)));
}

const pictures = new Map();  // by where they are asked for, so that they do not flicker
export function pictureOf(path, query, alt) {
  const asked = where(path, query);
  const key = `${asked} ${alt}`;
  if (!pictures.has(key)) {
    if (pictures.size > 40) pictures.clear();
    pictures.set(key, picture(asked, alt));
  }
  return pictures.get(key);
}
