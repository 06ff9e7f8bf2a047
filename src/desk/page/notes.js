// SPDX-License-Identifier: MIT
// What has been asked of the designer.
import { get, where } from "/ask.js";
import { state } from "/state.js";

let notes = [];
let seen = -1;
let redraw = () => {};

/** The note about a problem; nothing: nobody has asked. */
export const askedBefore = (problem) => notes.find((each) => each.problem === problem);

async function load() {
  notes = (await get(where("/api/notes"))).notes;
}

/** Asks for them when something has changed; `then` when they are there. */
export async function knowNotes(then) {
  redraw = then;
  if (seen === state.seen) return;
  seen = state.seen;
  const before = JSON.stringify(notes);
  await load();
  if (JSON.stringify(notes) !== before) then();
}

export async function noteWritten() {
  await load();
  redraw();
}
