// SPDX-License-Identifier: MIT
// The texts of the page as buttons over its picture, in reading order: one stop for the keyboard on
// each page, arrows go from text to text.
import { tell } from "/acts.js";
import { get, where } from "/ask.js";
import { at, make } from "/dom.js";
import { nameOf, plainText, valueOf } from "/names.js";
import { documentOf, say, state } from "/state.js";

let known = { key: "", places: [], fileKeys: [] };
let chosen = "";
let open = () => {};

/** What is done with a text or fact that is chosen on the page. */
export function onChoice(then) {
  open = then;
}

/** Where the texts of the document stand, as far as is known: { path, page, boxes }. */
export const placesShown = () => (known.key.startsWith(`${state.language} ${state.document} `) ? known.places : []);

/** What names a file is no text: "icon" of a step. */
export const namesFile = (path) => known.fileKeys.includes(path.split(".").pop());

function labelOf(path) {
  const text = plainText(valueOf(path));
  return text ? `${nameOf(path)}: ${text}` : nameOf(path);
}

function position(element, box) {
  const more = { x: 0.5, y: 0.35 };  // per cent: room round the letters
  element.style.left = `${box.left - more.x}%`;
  element.style.top = `${box.top - more.y}%`;
  element.style.width = `${box.width + 2 * more.x}%`;
  element.style.height = `${box.height + 2 * more.y}%`;
}

function move(event) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const now = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: now + 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowLeft: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || now < 0) return;
  event.preventDefault();
  const next = buttons[Math.min(Math.max(to, 0), buttons.length - 1)];
  buttons[now].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function markOf(place, index) {
  const [first, ...more] = place.boxes.map((box, number) => {
    const element = number === 0
      ? make("button", { type: "button", class: "mark-text", "data-key": `mark ${place.page} ${place.path}`, "data-path": place.path, tabindex: index === 0 ? "0" : "-1", "aria-label": labelOf(place.path) })
      : make("div", { class: "mark-text", "aria-hidden": "true", "data-path": place.path });
    element.addEventListener("click", () => open(place.path));
    element.addEventListener("pointerenter", () => light(place.path, true));
    element.addEventListener("pointerleave", () => light(place.path, false));
    position(element, box);
    return element;
  });
  return [first, ...more];
}

const marksOf = (path) => document.querySelectorAll(`.marks [data-path="${CSS.escape(path)}"]`);

/** Shows where else a text goes on while the pointer is on a part of it. */
function light(path, isOn) {
  marksOf(path).forEach((each) => each.classList.toggle("lit", isOn));
}

/** The text that is worked on is marked on the page. */
export function mark(path) {
  chosen = path;
  document.querySelectorAll(".marks .chosen").forEach((each) => each.classList.remove("chosen"));
  if (path) marksOf(path).forEach((each) => each.classList.add("chosen"));
}

function scrollTo(element, isAsked) {
  const view = at("view");
  // Beside the work the pages scroll alone; below it nobody is moved away who has not asked.
  if (!isAsked && view.scrollHeight <= view.clientHeight) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: isAsked ? "center" : "nearest", behavior: isCalm ? "auto" : "smooth" });
}

/** Scrolls the page to a text; false: it stands on none. `isAsked`: by a person, who wants to see it. */
export function showOnPage(path, isAsked = false) {
  const [first] = marksOf(path);
  if (!first) return false;
  scrollTo(first, isAsked);
  mark(path);
  return true;
}

/** Marks an area of a page, in points. */
export function showArea(area) {
  const page = documentOf(state.document).pages[area.page - 1];
  const layer = layers()[area.page - 1];
  document.querySelectorAll(".marks .area").forEach((each) => each.remove());
  if (!page || !layer) return false;
  const element = make("div", { class: "area chosen", "aria-hidden": "true" });
  position(element, {
    left: (area.left / page.width) * 100,
    top: (area.top / page.height) * 100,
    width: (area.width / page.width) * 100,
    height: (area.height / page.height) * 100,
  });
  layer.append(element);
  scrollTo(element, true);
  return true;
}

function layers() {
  return [...at("view").querySelectorAll("figure.page")].map((figure, index) => {
    const there = figure.querySelector(".marks");
    if (there) return there;
    const layer = make("div", { class: "marks", role: "group", onkeydown: move });
    layer.setAttribute("aria-label", say.textsOfPage(index + 1));
    figure.append(layer);
    return layer;
  });
}

function draw() {
  const active = document.activeElement && document.activeElement.dataset.key;
  layers().forEach((layer, page) => {
    layer.setAttribute("aria-label", say.textsOfPage(page + 1));
    const here = known.places.filter((place) => place.page === page && valueOf(place.path) !== null);
    layer.replaceChildren(...here.flatMap(markOf));
  });
  mark(chosen);
  const again = active && active.startsWith("mark ") && document.querySelector(`[data-key="${CSS.escape(active)}"]`);
  if (again) again.focus({ preventScroll: true });
}

/** To be called when pages have been drawn; `then` when the places are new. */
export async function drawMarks(then) {
  const document = documentOf(state.document);
  if (!document || !document.look) return;
  const key = `${state.language} ${state.document} ${document.look}`;
  if (key === known.key) return draw();
  try {
    const { places, fileKeys } = await get(where("/api/places", { document: state.document }));
    known = { key, places, fileKeys };
    draw();
    then();
  } catch (error) {
    tell(error);
  }
}
