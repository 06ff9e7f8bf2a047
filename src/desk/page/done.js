// SPDX-License-Identifier: MIT
// What has been done, in a line of its own until the next.
import { at } from "/dom.js";

export function told(text, ...more) {
  at("told").replaceChildren(text, ...(more.length ? [" ", ...more] : []));
}
