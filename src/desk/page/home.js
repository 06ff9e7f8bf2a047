// SPDX-License-Identifier: MIT
// The first screen: all documents as they lie on the counter, and what belongs to all of them.
import { at, make, replace } from "/dom.js";
import { pictureOf, stateOf } from "/documents.js";
import { drawAway } from "/newdoc.js";
import { go } from "/place.js";
import { say, state } from "/state.js";

/** The way from a screen to this one. */
export function backHome() {
  return make("a", {
    class: "back", href: "#home", "data-key": "place back",
    onclick: (event) => {
      event.preventDefault();
      go({ screen: "home" });
    },
  }, make("span", { "aria-hidden": "true" }, "‹ "), say.backToAll);
}

const shelves = ["brochures", "sheets", "signs"];

const open = (document, tab) => go({ screen: "work", document, tab });

function card(document) {
  return make("li", {},
    make("a", {
      class: "document",
      href: `#doc/${encodeURIComponent(document.name)}/facts`,
      "data-key": `open ${document.name}`,
      onclick: (event) => {
        event.preventDefault();
        open(document.name, document.counts.mend || !document.look ? "problems" : "facts");
      },
    }, pictureOf("home", document, 320, 380), make("strong", {}, document.title)),
    stateOf(document));
}

/** What all documents have in common. */
function common() {
  const most = [...state.home.documents].sort((one, other) => other.pages.length - one.pages.length)[0];
  const tile = (key, title, about, onclick) =>
    make("button", { type: "button", class: `tile ${key}`, "data-key": `tile ${key}`, onclick }, make("strong", {}, title), make("span", {}, about));
  return make("section", { class: "common", "aria-label": say.forAll },
    most ? tile("facts", say.facts, say.aboutFacts, () => open(most.name, "facts")) : null,
    most ? tile("hours", say.hours, say.aboutHours, () => open(most.name, "hours")) : null,
    tile("look", say.houseLook, say.aboutLook, () => go({ screen: "look" })));
}

function shelf(name) {
  const documents = state.home.documents.filter((each) => each.shelf === name);
  if (!documents.length) return null;
  return make("section", { class: "shelf", "aria-labelledby": `shelf ${name}` },
    make("h3", { id: `shelf ${name}` }, say.shelves[name]), make("ul", {}, ...documents.map(card)));
}

export function drawHome(tools) {
  replace(at("home"),
    make("div", { class: "top" }, make("h2", { id: "home-title", tabindex: "-1" }, say.whatToday), ...tools),
    common(),
    make("div", { class: "shelves" }, ...shelves.map(shelf)),
    drawAway());
}
