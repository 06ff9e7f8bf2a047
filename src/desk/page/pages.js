// SPDX-License-Identifier: MIT
// Pages as they are printed. A page is drawn whole once; then what has changed of it is painted over.
import { soon, tell } from "/acts.js";
import { ask, where } from "/ask.js";
import { at, make, replace } from "/dom.js";
import { documentOf, say, state } from "/state.js";

const kLeast = 10, kMost = 300;  // pixels an inch, as the server takes them

/** The trimmed page of a sheet: what stands outside of the trim is for the press. */
class Page {
  constructor(name, index) {
    this.canvas = make("canvas", { role: "img" });
    this.element = make("figure", { class: "page" }, this.canvas);
    this.name = name;
    this.index = index;
    this.tag = "";
    this.drawn = null;  // what its canvas shows: look, ppi, and where the picture begins
  }

  static ppi(page, width) {
    return Math.min(kMost, Math.max(kLeast, Math.round((width / page.width) * 72 * (devicePixelRatio || 1))));
  }

  describe(document) {
    this.canvas.setAttribute("aria-label", `${document.title}, ${say.page(this.index + 1, document.pages.length)}`);
  }

  /** Whether what has changed since can be painted over what is shown. */
  canFollow(document, width) {
    const page = document.pages[this.index];
    return Boolean(page && this.drawn && this.tag === `${this.drawn.look} ${this.drawn.ppi}` && this.drawn.ppi === Page.ppi(page, width));
  }

  /** The document's look is now `look`: `bitmaps` are painted each in its place. */
  paint(bitmaps, look) {
    const context = this.canvas.getContext("2d");
    for (const { bitmap, left, top } of bitmaps) {
      context.drawImage(bitmap, left - this.drawn.left, top - this.drawn.top);
      bitmap.close();
    }
    this.drawn.look = look;
    this.tag = `${look} ${this.drawn.ppi}`;
  }

  async show(document, size, width) {
    const page = document.pages[this.index];
    if (!page) return;
    const ppi = Page.ppi(page, width);
    const tag = `${document.look} ${ppi}`;
    this.describe(document);
    if (tag === this.tag) return;
    this.tag = tag;
    const answer = await ask(where("/api/page", { document: this.name, page: this.index + 1, ppi }));
    const bitmap = await createImageBitmap(await answer.blob());
    if (this.tag !== tag) return bitmap.close();
    const scale = bitmap.width / page.sheetWidth;
    // Somebody may have changed it since: what was drawn is told by its tag.
    const [look] = (answer.headers.get("ETag") || "").replaceAll('"', "").split("-");
    this.tag = `${look} ${ppi}`;
    this.drawn = { look, ppi, left: Math.round(page.left * scale), top: Math.round(page.top * scale) };
    this.canvas.width = Math.round(page.width * scale);
    this.canvas.height = Math.round(page.height * scale);
    this.canvas.style.aspectRatio = `${page.width} / ${page.height}`;
    this.canvas.getContext("2d").drawImage(bitmap, -this.drawn.left, -this.drawn.top);
    bitmap.close();
  }
}

const shown = new Map();  // pages by place: "card hours-placard", "view hours-placard 2"

export function page(place, name, index) {
  const key = `${place} ${name} ${index} ${state.language}`;
  if (!shown.has(key)) shown.set(key, new Page(name, index));
  return shown.get(key);
}

const viewWidth = () => Math.max(280, at("view").clientWidth - 32);
const viewPages = (document) => document.pages.map((_, index) => page("view", document.name, index));

/** A line of JSON, and the pictures behind it: {left, top, bitmap} by page. */
async function partsOf(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const end = bytes.indexOf(10);
  const told = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  let from = end + 1;
  const parts = (told.parts || []).map(async (part) => {
    const picture = new Blob([bytes.subarray(from, from += part.size)], { type: "image/png" });
    return { ...part, bitmap: await createImageBitmap(picture) };
  });
  return { ...told, isWhole: !told.parts, parts: await Promise.all(parts) };
}

function drawNote(document) {
  at("view").classList.toggle("old", document.isOld);
  at("view").dataset.note = document.isOld ? say.isOld : "";
}

/** Paints what has changed of the pages that are looked at. */
export async function followChange() {
  const document = documentOf(state.document);
  if (!document || !document.look) return;
  const pages = viewPages(document);
  const width = viewWidth();
  const since = pages[0] && pages[0].drawn ? pages[0].drawn.look : "";
  if (!pages.every((each) => each.canFollow(document, width) && each.drawn.look === since)) return;
  const ppi = pages.map((each) => each.drawn.ppi).join(",");
  const told = await partsOf(await ask(where("/api/changed", { document: document.name, since, ppi })));
  const isStill = pages.every((each) => each.drawn.look === since && each.canFollow(document, width));
  document.isOld = told.isOld;
  drawNote(document);
  if (told.isWhole || !isStill) {
    told.parts.forEach((each) => each.bitmap.close());
    return soon(0);
  }
  document.look = told.look;
  pages.forEach((each, index) => each.paint(told.parts.filter((part) => part.page === index + 1), told.look));
}

export function drawView() {
  const document = documentOf(state.document);
  if (!document) return replace(at("view"));
  if (!document.look) return replace(at("view"), make("p", { class: "quiet" }, say.notDrawn));
  drawNote(document);
  const width = viewWidth();
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
