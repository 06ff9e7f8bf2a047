// SPDX-License-Identifier: MIT
// Asking the server.
import { say, state } from "/state.js";

// The address has the token at the start alone; later it says what is looked at (place.js).
const given = /^#[0-9a-f]{32}$/i.test(location.hash) ? location.hash.slice(1) : "";
const token = given || sessionStorage.getItem("token") || "";
sessionStorage.setItem("token", token);
if (given) history.replaceState(null, "", "/");

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.message || String(status));
    this.status = status;
    this.answer = answer;
  }
}

// `data-busy` of the document is "no" when nothing has been asked for a moment.
let asked = 0;
let quiet;
function count(more) {
  asked += more;
  clearTimeout(quiet);
  document.documentElement.dataset.busy = "yes";
  if (!asked) quiet = setTimeout(() => (document.documentElement.dataset.busy = "no"), 100);
}

/** Something will be asked: until what it gives is called, the document is busy. */
export function hold() {
  count(1);
  let isHeld = true;
  return () => {
    if (isHeld) count(-1);
    isHeld = false;
  };
}

const kPutOff = 202;
const moment = () => new Promise((then) => setTimeout(then, 150));

export async function ask(path, options = {}) {
  const release = hold();
  let answer;
  try {
    do {
      if (answer) await moment();
      answer = await fetch(path, { ...options, headers: { "X-Handbill-Token": token, ...options.headers } });
      // A change came first.
    } while (answer.status === kPutOff);
  } finally {
    release();
  }
  if (answer.ok) return answer;
  let told = {};
  try {
    told = await answer.json();
  } catch {
    told = { message: answer.status === 401 ? say.noToken : String(answer.status) };
  }
  throw new Refused(answer.status, told);
}

export const get = async (path) => (await ask(path)).json();
export const post = async (path, body = {}) =>
  (await ask(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } })).json();
export const where = (path, more = {}) =>
  `${path}?${new URLSearchParams({ language: state.language, ...more })}`;
