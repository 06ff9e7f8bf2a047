// SPDX-License-Identifier: MIT
// What there is to say of a text or page, in people's words, with what can be done about it.
import { act, notice, tell } from "/acts.js";
import { post, where } from "/ask.js";
import { at, make } from "/dom.js";
import { inWords } from "/names.js";
import { askedBefore, noteWritten } from "/notes.js";
import { say, state } from "/state.js";

/** What it is in a few words; the program's own follow below. */
const titleOfProblem = (each) => say.titles[each.id] || "";

/** Of the program's messages only English ones are there. */
const told = (text, kind) => make("p", { class: kind, lang: "en" }, inWords(text));

/** What was chosen is gone with its problem: whoever works by keys goes on where it stood. */
async function done(acting) {
  await acting;
  if (document.activeElement === document.body) (at("editor-text") || at("panel")).focus();
}

function takeButton(each, key) {
  if (!each.fix || !each.fix.file.startsWith("content/")) return null;
  const text = each.fix.replacement.replace(/^"(.*)"$/s, "$1");
  return make("button", {
    type: "button", class: "main small", "data-key": `${key} take`,
    onclick: () => done(act(where("/api/take"), { fix: each.fix })),
  }, text.trim() ? say.take(text) : say.leaveItOut);
}

function knowButton(each, key) {
  if (each.id !== "unknown-word") return null;
  const word = each.word || (each.message.match(/`([^`]+)`/) || [])[1];
  if (!word) return null;
  return make("button", {
    type: "button", class: "quiet", "data-key": `${key} know`,
    onclick: () => done(act(where("/api/know"), { word })),
  }, say.addToList(word));
}

/** Room to ask the designer, or what was asked. */
function noteParts(each, key, about) {
  const asked = askedBefore(each.message);
  if (asked) {
    return [make("p", { class: "asked" }, say.askedOn(new Date(`${asked.date}T12:00`).toLocaleDateString(document.documentElement.lang)), asked.words ? make("q", {}, asked.words) : null)];
  }
  const id = `${key} words`;
  const words = make("textarea", { id, "data-key": id, rows: "2", maxlength: "1000" });
  const form = make("form", { class: "note-form", hidden: true }, make("label", { for: id }, say.whatToAsk), words,
    make("button", { type: "submit", class: "main small" }, say.send));
  const opener = make("button", {
    type: "button", class: "quiet", "data-key": `${key} ask`, "aria-expanded": "false",
    onclick: () => {
      form.hidden = !form.hidden;
      opener.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) words.focus();
    },
  }, say.askDesigner);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      words.blur();
      await post(where("/api/note"), { document: about.document || state.document, about: about.path || each.frame || "", problem: each.message, words: words.value.trim() });
      notice("");
      await noteWritten();
    } catch (error) {
      tell(error);
    }
  });
  return [opener, form];
}

function whyPart(each) {
  if (!each.rule || !each.rule.source) return null;
  const source = each.rule.link && /^https:/.test(each.rule.link)
    ? make("a", { href: each.rule.link, target: "_blank", rel: "noreferrer" }, each.rule.source) : each.rule.source;
  return make("details", { class: "why" }, make("summary", {}, say.whyItMatters), make("p", { lang: "en" }, source));
}

/** `more`: further buttons, which come first. */
export function findingItem(each, key, about, ...more) {
  const title = titleOfProblem(each);
  const hints = each.id === "blank-fact" ? [] : (each.hints || []).filter((hint) => !/^did you mean|content\/|`(handbill|status)|\{ blank/.test(hint)).slice(0, 2);
  const [opener, form] = noteParts(each, key, about);
  return make("li", { class: each.severity },
    title ? make("p", { class: "title" }, title) : null,
    told(each.message, title ? "detail" : "title"),
    ...hints.map((hint) => told(hint, "hint")),
    ...(about.below || []),
    make("div", { class: "choices" }, takeButton(each, key), ...more, knowButton(each, key), opener),
    form || null,
    whyPart(each));
}
