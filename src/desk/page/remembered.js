// SPDX-License-Identifier: MIT
// What is asked of the server for a panel, remembered as long as nothing changes.
import { get } from "/ask.js";
import { state } from "/state.js";

const most = 30;
const kept = new Map();

/** `{ value }` or `{ error }` when it is there, else nothing: `draw` is called then. */
export function remembered(path, draw) {
  const key = `${state.seen} ${path}`;
  const entry = kept.get(key);
  if (entry) return entry.answer;
  kept.set(key, { answer: null });
  if (kept.size > most) kept.delete(kept.keys().next().value);
  get(path)
    .then((value) => ({ value }), (error) => ({ error }))
    .then((answer) => {
      kept.set(key, { answer });
      draw();
    });
  return null;
}
