// SPDX-License-Identifier: MIT
// How all documents look: the colours of the house, with every page beside them.
import { reload, tell } from "/acts.js";
import { get, post, where } from "/ask.js";
import { pictureOf } from "/documents.js";
import { at, make, replace } from "/dom.js";
import { backHome } from "/home.js";
import { say, state, titleOf } from "/state.js";

const inks = ["cyan", "magenta", "yellow", "black"];
/** Type of ordinary size needs so much (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

// Of what is picked the latest wins, and one call runs at a time.
let next = null;
let isBusy = false;
async function set(body) {
  next = body;
  if (isBusy) return;
  isBusy = true;
  try {
    while (next) {
      const now = next;
      next = null;
      await post(where("/api/color"), now);
    }
  } catch (error) {
    tell(error);
  }
  isBusy = false;
  await reload();
}

function contrastTold(contrast) {
  const number = contrast.toLocaleString(document.documentElement.lang);
  if (contrast >= leastContrast) return [say.goodForText(number), "good"];
  return contrast >= 3 ? [say.goodForLarge(number), "open"] : [say.groundsOnly(number), "open"];
}

const percentIn = (input) => Math.round(Math.min(100, Math.max(0, Number(input.value) || 0)));

function color(each, index) {
  const id = `color-${each.name}`;
  const [told, kind] = contrastTold(each.contrast);
  const picker = make("input", { type: "color", id, "data-key": id, onchange: (event) => set({ name: each.name, hex: event.target.value }) });
  picker.value = each.hex;
  const parts = inks.map((ink, i) => {
    const input = make("input", {
      type: "number", min: "0", max: "100", step: "1", id: `${id}-${ink}`, "data-key": `${id}-${ink}`,
      // All four as they stand in their fields: the one before may still be on its way.
      onchange: () => set({ name: each.name, ink: inks.map((one) => percentIn(at(`${id}-${one}`))) }),
    });
    input.value = each.ink[i];
    return make("label", { for: `${id}-${ink}`, class: ink }, make("span", {}, say.inks[ink]), input);
  });
  return make("fieldset", { class: index < 2 ? "color first" : "color" },
    make("legend", {}, say.colorNames[each.name] || each.name),
    make("div", { class: "picker" }, picker, make("label", { for: id }, say.choose), make("code", {}, each.hex)),
    make("div", { class: "inks" }, ...parts),
    make("p", { class: "help" }, say.inkSum(each.sum)),
    make("p", { class: `state ${kind}` }, told));
}

function findings(look) {
  if (!look.hardToRead.length) return make("p", { class: "state good", id: "contrast", role: "status" }, say.allReadable);
  return make("div", { id: "contrast", role: "status", class: "hard" }, make("p", {}, make("strong", {}, say.hardToRead)),
    make("ul", {}, ...look.hardToRead.slice(0, 6).map((each) =>
      make("li", {}, `${titleOf(each.document)}: ${each.message.replaceAll("`", "")}`))));
}

let seen = null;
function draw(look) {
  replace(at("look"),
    make("div", { class: "settings" }, backHome(), make("h2", { id: "look-title", tabindex: "-1" }, say.houseLook), make("p", { class: "about" }, say.aboutColors),
      ...(look ? [findings(look), ...look.colors.map(color)] : [])),
    make("div", { class: "wall", role: "group", tabindex: "0", "aria-label": say.documents },
      ...state.home.documents.map((each) => make("div", { class: "on-wall" }, pictureOf("look", each, 300, 320), make("p", {}, each.title)))));
}

export function drawLook() {
  draw(seen);
  get(where("/api/look")).then((look) => {
    seen = look;
    if (state.screen === "look") draw(look);
  }).catch(tell);
}
