// SPDX-License-Identifier: MIT
// Elements made and put in their places.

/** The element of an id. */
export const at = (id) => document.getElementById(id);

/** An element with attributes, listeners (on…) and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((each) => each !== null && each !== undefined));
  return element;
}

/** Keeps the element that has the focus, and what is typed in it, when others around it change. */
export function replace(parent, ...children) {
  const active = document.activeElement;
  const key = parent.contains(active) ? active.dataset.key : undefined;
  const range = key && typeof active.selectionStart === "number" ? [active.value, active.selectionStart, active.selectionEnd] : null;
  parent.replaceChildren(...children.filter((each) => each !== null && each !== undefined));
  if (!key) return;
  const again = parent.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!again) return;
  if (range && "value" in again) again.value = range[0];
  if (active.type === "number") again.value = active.value;
  again.focus({ preventScroll: true });
  if (range) again.setSelectionRange(range[1], range[2]);
}
