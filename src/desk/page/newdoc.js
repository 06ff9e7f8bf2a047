// SPDX-License-Identifier: MIT
// Documents that come and go: new from a template, as a copy, put away and back.
import { reload, tell } from "/acts.js";
import { told } from "/done.js";
import { ask, get, post, where } from "/ask.js";
import { askIn } from "/dialog.js";
import { make } from "/dom.js";
import { go } from "/place.js";
import { documentOf, say, state, titleOf } from "/state.js";

const nameOf = (name) => say.templateNames[name] || name.replaceAll("-", " ").replace(/^\w/, (letter) => letter.toUpperCase());

async function draw(canvas, template) {
  const sheet = template.pages[0];
  const shown = template.cover || { left: 0, width: sheet.width };
  const scale = Math.min(150 / shown.width, 150 / sheet.height) * (devicePixelRatio || 1);
  const answer = await ask(where("/api/template-page", { document: template.name, page: 1, ppi: Math.max(10, Math.round(scale * 72)) }));
  const bitmap = await createImageBitmap(await answer.blob());
  const real = bitmap.width / sheet.sheetWidth;
  canvas.width = Math.round(shown.width * real);
  canvas.height = Math.round(sheet.height * real);
  canvas.style.width = `${canvas.width / (devicePixelRatio || 1)}px`;
  canvas.getContext("2d").drawImage(bitmap, -(sheet.left + shown.left) * real, -sheet.top * real);
  bitmap.close();
}

function choice(template, index) {
  const canvas = make("canvas", { "aria-hidden": "true" });
  draw(canvas, template).catch(tell);
  return make("label", { class: "choice" },
    make("input", { type: "radio", name: "template", value: template.name, checked: index === 0 }), canvas, make("span", {}, nameOf(template.name)));
}

function nameField(value) {
  const input = make("input", { id: "new-name", name: "title", type: "text", autocomplete: "off", maxlength: "60", value });
  return [make("div", { class: "field" }, make("label", { for: "new-name" }, say.whatIsItCalled), input)];
}

function titleIn(form) {
  const title = form.elements.title.value.trim();
  if (!title) throw new Error(say.nameIt);
  return title;
}

export async function askForNew() {
  const { templates } = await get(where("/api/templates"));
  const choices = make("fieldset", { class: "choices-of-pages" }, make("legend", {}, say.beginWith), ...templates.map(choice));
  askIn(say.newDocument, [choices, ...nameField("")], say.create, async (form) => {
    const title = titleIn(form);
    const { name } = await post("/api/new", { template: form.elements.template.value, title });
    await reload();
    told(say.isMade(title));
    go({ screen: "work", document: name, tab: "words" });
  });
}

export function askForCopy(from) {
  const dialog = askIn(say.copyIt, nameField(say.copyOf(titleOf(from))), say.create, async (form) => {
    const title = titleIn(form);
    const { name } = await post("/api/copy", { document: from, title });
    await reload();
    told(say.isCopied(title));
    go({ screen: "work", document: name, tab: "words" });
  });
  dialog.querySelector("input").select();
}

export async function putAway(name) {
  const title = documentOf(name).title;
  await post("/api/put-away", { document: name });
  // Nothing of it is asked for any more.
  state.home.documents = state.home.documents.filter((each) => each.name !== name);
  go({ screen: "home" });
  await reload();
  told(say.wasPutAway(title), make("button", { type: "button", class: "quiet", onclick: () => bringBack(name, title).catch(tell) }, say.bringBack));
}

async function bringBack(name, title) {
  await post("/api/bring-back", { document: name });
  await reload();
  told(say.isBack(title));
}

/** Those that are put away; null: there are none. */
export function drawAway() {
  const names = state.home.away;
  if (!names.length) return null;
  return make("section", { class: "away", "aria-labelledby": "away-title" },
    make("h3", { id: "away-title" }, say.putAwayTitle), make("p", { class: "quiet" }, say.aboutPutAway),
    make("ul", {}, ...names.map((name) => make("li", {}, make("span", {}, nameOf(name)),
      make("button", { type: "button", class: "quiet", "data-key": `back ${name}`, "aria-label": `${say.bringBack}: ${nameOf(name)}`, onclick: () => bringBack(name, nameOf(name)).catch(tell) }, say.bringBack)))));
}
