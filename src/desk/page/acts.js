// SPDX-License-Identifier: MIT
// Changes that people make, and what they are told of them. What is looked at is painted over first;
// all else is asked for when nobody types.
import { Refused, hold, post, where } from "/ask.js";
import { at, make } from "/dom.js";
import { say, state } from "/state.js";

const kPause = 300;  // ms after the last key

export let reload = async () => {};
let follow = async () => {};
let decide = async () => {};
/** What is to be done when nobody types any more: all is asked for anew. */
export function afterChange(then) {
  reload = then;
}
/** What is to be done at once: the pages that are looked at. */
export function atChange(then) {
  follow = then;
}
/** What is to be done when others have written the same. */
export function atConflict(then) {
  decide = then;
}

export function notice(text, ...more) {
  const element = at("notice");
  element.hidden = !text;
  element.replaceChildren(text, ...more);
}

export function tell(error) {
  if (error instanceof Refused && error.answer.why === "conflict") {
    decide().catch(tell);
  } else if (error instanceof Refused) {
    notice(error.message);
  } else {
    notice(say.closed, " ", make("button", { type: "button", onclick: () => location.reload() }, say.tryAgain));
  }
}

let later = null;
let release = () => {};
/** Loads when `pause` ms have gone by in which nobody asked for it again. */
export function soon(pause = kPause) {
  clearTimeout(later);
  release();
  release = hold();
  later = setTimeout(async () => {
    const done = release;
    release = () => {};
    await reload().catch(tell);
    done();
  }, pause);
}

function saw(answer) {
  state.seen = Math.max(state.seen, answer.state || 0);
  if (answer.unsaved && state.home) state.home.unsaved = answer.unsaved;
}

export async function act(path, body) {
  try {
    const answer = await post(path, body);
    saw(answer);
    notice(answer.told || "");
    await reload();
  } catch (error) {
    tell(error);
  }
}

// What is asked while one types: of each value the latest wins, and one call runs at a time.
const waiting = new Map();
let isBusy = false;
export const isChanging = () => isBusy;
export async function change(path, to, text) {
  waiting.set(path, { path, to, text });
  if (isBusy) return;
  isBusy = true;
  while (waiting.size) {
    const [next, body] = waiting.entries().next().value;
    waiting.delete(next);
    try {
      saw(await post(where("/api/change"), body));
      notice("");
      if (!waiting.size) await follow();
    } catch (error) {
      tell(error);
    }
  }
  isBusy = false;
  // A button wants its field to change; one who types does not wait for the list of problems.
  soon(to === "text" ? kPause : 0);
}
