// SPDX-License-Identifier: MIT
// Where people are: home, the look of all documents, or one of them at work. Each place has an address of
// its own, so that the browser's way back and a reload lead where they should.
import { state } from "/state.js";

const first = "home";

/** "#doc/hours-placard/facts" is that document with its facts. */
function read(hash) {
  const [screen, document, tab] = hash.slice(1).split("/").map(decodeURIComponent);
  if (screen === "doc" && document) return { screen: "work", document, tab: tab || "facts" };
  return { screen: screen === "look" ? "look" : first };
}

function hashOf() {
  if (state.screen !== "work") return `#${state.screen}`;
  return `#doc/${encodeURIComponent(state.document)}/${encodeURIComponent(state.tab)}`;
}

let move = () => {};

/** To another place; the browser's back leads here again. */
export function go(place) {
  Object.assign(state, place);
  if (location.hash !== hashOf()) history.pushState(null, "", hashOf());
  move();
}

/** The address says what is shown now; no step back is made of that. */
export function keepPlace() {
  if (location.hash !== hashOf()) history.replaceState(null, "", hashOf());
}

/** `then` is called when people have gone to another place. */
export function startPlaces(then) {
  move = then;
  Object.assign(state, read(location.hash));
  addEventListener("popstate", () => {
    Object.assign(state, read(location.hash));
    move();
  });
}
