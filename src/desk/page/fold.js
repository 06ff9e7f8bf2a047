// SPDX-License-Identifier: MIT
// What is folded away until people open it; it stays as they left it when the panel is drawn anew.
import { make } from "/dom.js";

const open = new Set();

export function fold(name, key, summary, ...children) {
  const element = make("details", { class: name, open: open.has(key) }, make("summary", { "data-key": key }, summary), ...children);
  element.addEventListener("toggle", () => (element.open ? open.add(key) : open.delete(key)));
  return element;
}
