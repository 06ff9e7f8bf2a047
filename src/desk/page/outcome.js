// SPDX-License-Identifier: MIT
// What has come of something that was done in a panel, told there.
import { act } from "/acts.js";
import { Refused, post, where } from "/ask.js";
import { make } from "/dom.js";
import { inWords } from "/names.js";
import { say, state } from "/state.js";

const outcomes = new Map();  // by panel; each of the document it is about

const readOnly = 403;

function linesOf(error) {
  if (!(error instanceof Refused)) return [error.message || say.closed];
  if (error.status === readOnly) return [say.readOnly];
  if (error.answer.why === "unsaved") return [say.saveFirst];
  const { problems } = error.answer;
  return problems && problems.length ? [say.mendBefore, ...problems.map(inWords)] : [error.message];
}

export function tellIn(panel, ...lines) {
  outcomes.set(panel, { lines, kind: "good", of: state.document });
}

export function refuseIn(panel, error) {
  outcomes.set(panel, { lines: linesOf(error), kind: "bad", of: state.document, unsaved: error instanceof Refused && error.answer.why === "unsaved" });
}

export function clearIn(panel) {
  outcomes.delete(panel);
}

/** A place for it, which readers of screens hear. */
export function drawOutcome(panel) {
  const last = outcomes.get(panel);
  const outcome = last && last.of === state.document ? last : null;
  const lines = outcome ? outcome.lines : [];
  const [first, ...rest] = lines;
  return make("div", { class: `outcome ${outcome ? outcome.kind : ""}`, role: "status", "aria-live": "polite" },
    first ? make("p", {}, first) : null,
    rest.length ? make("ul", {}, ...rest.map((each) => make("li", {}, each))) : null,
    outcome && outcome.unsaved ? saveButton(panel) : null);
}

const saveButton = (panel) =>
  make("button", { type: "button", class: "quiet", "data-key": `${panel} save`, onclick: () => { clearIn(panel); act("/api/save"); } }, say.save);

/** Posts, tells what has come of it, and draws. */
export async function doIn(panel, draw, path, body, done) {
  try {
    const answer = await post(where(path), body);
    tellIn(panel, ...[done, answer.told].filter(Boolean));
    return answer;
  } catch (error) {
    refuseIn(panel, error);
    return null;
  } finally {
    draw();
  }
}
