// SPDX-License-Identifier: MIT
// Changes that people make, and what they are told of them.
import { Refused, post, where } from "/ask.js";
import { at, make } from "/dom.js";
import { say } from "/state.js";

let reload = async () => {};
/** What is to be done after a change. */
export function afterChange(then) {
  reload = then;
}

export function notice(text, ...more) {
  const element = at("notice");
  element.hidden = !text;
  element.replaceChildren(text, ...more);
}

export function tell(error) {
  if (error instanceof Refused && error.answer.why === "conflict") {
    notice(say.conflict(error.message), " ", make("button", { type: "button", onclick: () => act("/api/discard") }, say.discard));
  } else if (error instanceof Refused) {
    notice(error.message);
  } else {
    notice(say.closed);
  }
}

export async function act(path, body) {
  try {
    await post(path, body);
    notice("");
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
      await post(where("/api/change"), body);
      notice("");
    } catch (error) {
      tell(error);
    }
  }
  isBusy = false;
  await reload();
}
