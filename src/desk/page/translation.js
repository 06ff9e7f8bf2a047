// SPDX-License-Identifier: MIT
// Texts beside what they were translated from.
import { act, tell } from "/acts.js";
import { get, where } from "/ask.js";
import { make } from "/dom.js";
import { plainText } from "/names.js";
import { say, state } from "/state.js";

let known = { key: "", original: "", roles: [], texts: [] };
let role = "";

/** Asks when something has changed; `then` when it is there. */
export async function knowTranslations(then) {
  const key = `${state.seen} ${state.language}`;
  if (known.key === key) return;
  known = { ...known, key, texts: known.key.endsWith(` ${state.language}`) ? known.texts : [] };
  try {
    const answer = await get(where("/api/translation"));
    if (known.key !== key) return;
    known = { key, ...answer };
    then();
  } catch (error) {
    tell(error);
  }
}

/** Nothing: the text is no translation. */
export const translationOf = (path) => known.texts.find((each) => each.path === path);

const isOpen = (text) => text.state === "stale" || text.state === "changed" || text.state === "missing";

/** The words for a state that somebody has to look at; nothing: there is none. */
export function stateOfTranslation(path) {
  const text = translationOf(path);
  return text && isOpen(text) ? say.translationState[text.state] : "";
}

const languageName = (code) => new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(code);

/** The words that are not among the others, marked. */
function compared(text, other, tag) {
  const others = new Set(plainText(other).split(/\s+/));
  return plainText(text).split(/(\s+)/).map((word) => (word.trim() && !others.has(word) ? make(tag, {}, word) : word));
}

function changes(text) {
  if (text.state !== "stale") return make("blockquote", { lang: known.original }, plainText(text.source));
  return make("div", {},
    make("p", { class: "help" }, say.sourceNow),
    make("blockquote", { lang: known.original }, ...compared(text.source, text.before, "ins")),
    make("p", { class: "help" }, say.sourceThen),
    make("blockquote", { class: "before", lang: known.original }, ...compared(text.before, text.source, "del")));
}

/** The original below a translation, and whether that is up to date. */
export function translationPart(path) {
  const text = translationOf(path);
  if (!text) return null;
  const part = make("div", { class: "translation" }, make("h3", {}, say.originalIn(languageName(known.original))), changes(text));
  const word = say.translationState[text.state];
  if (word) part.append(make("p", { class: `state ${isOpen(text) ? "open" : "good"}` }, word));
  if (text.state === "missing" || text.state === "current" || text.state === "reviewed") return part;
  const choice = known.roles.length > 1
    ? make("select", { "data-key": "role", "aria-label": say.asRole, onchange: (event) => { role = event.target.value; } },
      ...known.roles.map((each) => make("option", { value: each, selected: each === role }, each))) : null;
  const who = () => (known.roles.includes(role) ? role : known.roles[0]);
  if (!known.roles.length) part.append(make("p", { class: "help" }, say.noTranslator));
  else {
    part.append(make("div", { class: "choices" }, choice, make("button", {
      type: "button", class: "main small", "data-key": "up to date",
      onclick: () => act(where("/api/translated"), { path, role: who() }),
    }, say.markUpToDate(known.roles.length > 1 ? "" : who()))), make("p", { class: "help" }, say.savesFirst));
  }
  return part;
}
