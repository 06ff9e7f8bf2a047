// SPDX-License-Identifier: MIT
// The versions of the project: each save is one. They can be looked at, and gone back to.
import { where } from "/ask.js";
import { drawChanges, drawPair, pictureOf } from "/changes.js";
import { make } from "/dom.js";
import { clearIn, doIn, drawOutcome } from "/outcome.js";
import { remembered } from "/remembered.js";
import { say, state, timeOf, titleOf } from "/state.js";

let open = "";    // the version that is looked at
let before = "";  // what there was before people went back

/** "number to call" of "clinic.phone", where the desk has a field for it. */
function labelOf(path) {
  const day = say.days[path.split(".").pop()];
  if (path.startsWith("hours.") && day) return day;
  for (const group of state.groups) {
    const field = group.fields.find((each) => each.path === path);
    if (field && field.label && field.type !== "words") return field.label.split(/[,;]/)[0].replace(/^(the|a|an) /, "");
  }
  return say.partOf(path.split(".")[0].replace(/_/g, " "));
}

const known = [
  [/^Approve (\S+) as (.*)$/, (found) => say.versionApproved(titleOf(found[1]), found[2])],
  [/^Take the approval of (\S+) by (.*) back$/, (found) => say.versionTakenBack(titleOf(found[1]), found[2])],
  [/^Note a print of (\S+)$/, (found) => say.versionPrinted(titleOf(found[1]))],
  [/^Keep what was changed outside the desk$/, () => say.versionOutside],
  [/^The project as it was$/, () => say.versionFirst],
  [/^Go back to: (.*)$/, (found) => say.versionBack(titleIn({ title: found[1], changed: [] }))],
];

function titleIn(version) {
  if (version.changed.length && version.changed.every((path) => !path.includes("/"))) {
    const labels = [...new Set(version.changed.map(labelOf))];
    const most = 3;
    return say.versionChanged(labels.slice(0, most).join(", "), labels.length - most);
  }
  for (const [pattern, words] of known) {
    const found = version.title.match(pattern);
    if (found) return words(found);
  }
  return version.title;
}

function drawFacts(facts) {
  if (!facts.length) return null;
  return make("dl", { class: "changed-facts" }, ...facts.flatMap((each) => [
    make("dt", {}, labelOf(each.path)),
    make("dd", {}, make("del", {}, make("span", { class: "aloud" }, `${say.pieces.removed}: `), each.before || say.wasNothing), " ",
      make("ins", {}, make("span", { class: "aloud" }, `${say.pieces.added}: `), each.after || say.wasNothing)),
  ]));
}

function drawLook(version, draw) {
  const answer = remembered(where("/api/history/compare", { version: version.id, document: state.document }), draw);
  if (!answer) return make("p", { class: "quiet" }, say.oneMoment);
  if (answer.error) return make("p", { class: "problem warning" }, answer.error.message);
  const { value } = answer;
  if (value.isNew) return make("p", { class: "quiet" }, say.wasNotThere(titleOf(state.document)));
  if (value.isSame) return make("p", { class: "quiet" }, say.saysTheSame(titleOf(state.document)));
  const pairs = value.pages.map((each) => drawPair({
    place: `history ${version.id}`, number: each.after || each.before, areas: each.areas,
    then: each.before && pictureOf("/api/history/page", { version: version.id, document: state.document, page: each.before }, say.pageThen(each.before)),
  }));
  return make("div", {}, make("h3", {}, say.fromThenToNow(titleOf(state.document))), drawFacts(value.facts), drawChanges(value.changes), ...pairs);
}

async function goBack(version, draw) {
  const answer = await doIn("history", draw, "/api/history/back", { version: version.id }, say.wentBack(timeOf(version.time)));
  if (!answer) return;
  open = "";
  draw();
}

function drawVersion(version, index, versions, draw) {
  const isOpen = open === version.id;
  const key = `version ${version.id}`;
  const isNow = index === 0;
  return make("li", { class: isOpen ? "open" : "" },
    make("div", { class: "head" },
      make("p", {}, make("strong", {}, titleIn(version)), make("span", { class: "when" }, [timeOf(version.time), version.by].filter(Boolean).join(" · "))),
      isNow ? make("span", { class: "state good" }, say.now) : make("button", {
        type: "button", class: "quiet", "data-key": key, "aria-expanded": String(isOpen), "aria-controls": "looked-at",
        onclick: () => {
          open = isOpen ? "" : version.id;
          clearIn("history");
          draw();
        },
      }, isOpen ? say.close : say.look)),
    isOpen && !isNow ? make("div", { id: "looked-at" }, drawLook(version, draw),
      make("button", { type: "button", class: "main", "data-key": `${key} back`, onclick: () => {
        before = versions[0].id;
        goBack(version, draw);
      } }, say.goBackTo(timeOf(version.time))),
      make("p", { class: "help" }, say.nothingIsLost)) : null);
}

export function drawHistory(draw) {
  const answer = remembered(where("/api/history"), draw);
  if (!answer) return [make("p", { class: "quiet" }, say.oneMoment)];
  if (answer.error) return [make("p", { class: "problem error" }, answer.error.message)];
  const { versions } = answer.value;
  const taken = before && versions.find((each) => each.id === before && each !== versions[0]);
  return [
    drawOutcome("history"),
    taken ? make("p", {}, make("button", { type: "button", class: "quiet", "data-key": "history undo", onclick: () => {
      before = "";
      goBack(taken, draw);
    } }, say.takeGoingBackBack)) : null,
    make("h2", {}, say.versions),
    versions.length ? make("ol", { class: "versions" }, ...versions.map((each, index) => drawVersion(each, index, versions, draw)))
      : make("p", { class: "quiet" }, say.noVersions),
  ].filter(Boolean);
}
