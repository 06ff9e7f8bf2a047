// SPDX-License-Identifier: MIT
// What is to be reviewed of a document, who has approved it, and an approval to give.
import { where } from "/ask.js";
import { drawChanges, drawPair, pictureOf } from "/changes.js";
import { make } from "/dom.js";
import { fold } from "/fold.js";
import { inWords } from "/names.js";
import { doIn, drawOutcome } from "/outcome.js";
import { remembered } from "/remembered.js";
import { dayOf, say, state, titleOf } from "/state.js";

const chosen = { role: "", lasts: "1 year", expires: "", answers: {}, of: "" };

function stateOfRole(each) {
  const told = {
    approved: () => (each.expires ? say.approvedUntil(dayOf(each.date), dayOf(each.expires)) : say.approvedOn(dayOf(each.date))),
    ended: () => say.approvalEnded(dayOf(each.expires)),
    never: () => say.notApprovedYet,
    changed: () => say.changedSince(dayOf(each.date)),
    revoked: () => say.takenBack(dayOf(each.revoked), each.reason),
  };
  return told[each.state]();
}

const kinds = { approved: "good", ended: "open", never: "open", changed: "open", revoked: "bad" };

function drawRoles(review, draw) {
  return make("ul", { class: "roles" }, ...review.roles.map((each) =>
    make("li", {},
      make("strong", {}, each.role),
      make("span", { class: `state ${kinds[each.state]}` }, stateOfRole(each)),
      each.state === "approved" || each.state === "ended" ? revokeForm(each.role, draw) : null)));
}

function revokeForm(role, draw) {
  const id = `revoke ${role}`;
  const reason = make("input", { id, "data-key": id, type: "text", maxlength: "200", autocomplete: "off" });
  const form = make("form", { class: "inline" }, make("label", { for: id }, say.whyTakenBack), reason,
    make("button", { type: "submit", class: "quiet", "data-key": `${id} send` }, say.takeBack));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!reason.value.trim()) return reason.focus();
    await doIn("review", draw, "/api/revoke", { document: state.document, role, reason: reason.value }, say.wasTakenBack(role));
  });
  return fold("revoke", `${id} open`, say.takeApprovalBack, form);
}

function drawQuestion(each) {
  const name = `answer ${each.item}`;
  const choice = (value, text) => {
    const input = make("input", {
      type: "radio", name, value, "data-key": `${name} ${value}`, checked: chosen.answers[each.item] === value,
      onchange: () => (chosen.answers[each.item] = value),
    });
    return make("label", {}, input, text);
  };
  return make("fieldset", { class: "question" }, make("legend", {}, each.words),
    make("div", { class: "row" }, choice("yes", say.yes), choice("no", say.no), choice("n/a", say.doesNotApply)));
}

function select(id, label, options, value, onchange) {
  const element = make("select", { id, "data-key": id, onchange: (event) => onchange(event.target.value) },
    ...options.map(([key, text]) => make("option", { value: key, selected: key === value }, text)));
  return make("div", { class: "field" }, make("label", { for: id }, label), element);
}

function drawApproval(review, draw) {
  if (!review.roles.length) return make("p", { class: "quiet" }, say.nobodyApproves);
  if (review.against.length) {
    return make("div", { class: "against" }, make("p", {}, say.mendFirst), make("ul", {}, ...review.against.map((each) => make("li", {}, inWords(each)))));
  }
  const roles = review.roles.map((each) => each.role);
  if (!roles.includes(chosen.role)) chosen.role = roles[0];
  const form = make("form", { class: "approve" },
    select("approve-role", say.iAm, roles.map((each) => [each, each]), chosen.role, (value) => (chosen.role = value)),
    ...review.questions.map(drawQuestion),
    select("approve-lasts", say.holdsFor, [["1 year", say.oneYear], ["6 months", say.halfYear], ["", say.untilChanged], ["day", say.untilDay]], chosen.lasts, (value) => {
      chosen.lasts = value;
      draw();
    }),
    chosen.lasts === "day" ? make("div", { class: "field" }, make("label", { for: "approve-expires" }, say.lastDayOfIt),
      make("input", { id: "approve-expires", "data-key": "approve-expires", type: "date", value: chosen.expires, oninput: (event) => (chosen.expires = event.target.value) })) : null,
    make("button", { type: "submit", class: "main", "data-key": "approve send" }, say.approve));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const lasts = chosen.lasts === "day" ? { expires: chosen.expires } : { lasts: chosen.lasts };
    const body = { document: state.document, role: chosen.role, answers: chosen.answers, ...lasts };
    await doIn("review", draw, "/api/approve", body, say.wasApproved(titleOf(state.document), chosen.role));
  });
  return form;
}

function drawLast(review) {
  const { last } = review;
  if (!last) return [];
  const pairs = Array.from({ length: last.pages }, (_, index) =>
    drawPair({ place: "review", number: index + 1, then: pictureOf("/api/review/page", { document: state.document, page: index + 1, of: last.date + state.seen }, say.pageAsApproved(index + 1)) }));
  return [make("h2", {}, say.sinceApproved(dayOf(last.date))), drawChanges(last.changes),
    pairs.length ? fold("pictures", "review pictures", say.comparePages, ...pairs) : null];
}

export function drawReview(draw) {
  const of = `${state.document} ${state.language}`;
  if (chosen.of !== of) Object.assign(chosen, { of, answers: {} });
  const answer = remembered(where("/api/review", { document: state.document }), draw);
  if (!answer) return [make("p", { class: "quiet" }, say.oneMoment)];
  if (answer.error) return [make("p", { class: "problem error" }, answer.error.message)];
  const review = answer.value;
  return [drawOutcome("review"), make("h2", {}, say.whoApproves), drawRoles(review, draw), ...drawLast(review),
    make("h2", {}, say.giveApproval), drawApproval(review, draw)].filter(Boolean);
}
