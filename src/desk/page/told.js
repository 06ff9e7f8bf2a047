// SPDX-License-Identifier: MIT
// What people who do not see the page are told when something has changed on it, and work that
// waits for a finger or mouse button that is still down.
import { make } from "/dom.js";

const region = make("div", { class: "announced", role: "status", "aria-live": "polite" });
document.body.append(region);

export function announce(text) {
  region.textContent = "";
  setTimeout(() => (region.textContent = text), 30);
}

let isDown = false;
const waiting = [];
addEventListener("pointerdown", () => (isDown = true), true);
for (const event of ["pointerup", "pointercancel"]) {
  addEventListener(event, () => {
    isDown = false;
    // The click comes behind it.
    setTimeout(() => waiting.splice(0).forEach((each) => each()), 0);
  }, true);
}

/** Resolves when nothing is pressed: a button that is drawn anew while it is pressed gets no click. */
export const released = () => (isDown ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve());
