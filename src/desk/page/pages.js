// SPDX-License-Identifier: MIT
// Pages as they are printed.
import { tell } from "/acts.js";
import { ask, where } from "/ask.js";
import { at, make, replace } from "/dom.js";
import { documentOf, say, state } from "/state.js";

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

export function page(place, name, index) {
  const key = `${place} ${name} ${index} ${state.language}`;
  if (!shown.has(key)) shown.set(key, new Page(name, index));
  return shown.get(key);
}

export function drawView() {
  const document = documentOf(state.document);
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
