// SPDX-License-Identifier: MIT
// Two people have changed the same: each value is shown as both want it, and one is chosen. What only
// one of them has changed is kept without a question.
import { act, notice, soon } from "/acts.js";
import { get, post } from "/ask.js";
import { make } from "/dom.js";
import { say, state } from "/state.js";

function nameOf(path) {
  const field = state.groups.flatMap((group) => group.fields).find((each) => each.path === path);
  const last = path.split(".").filter((step) => !/^\d+$/.test(step)).pop() || path;
  const words = field && field.label.includes(" ") ? field.label.split(/[,;]/)[0].replace(/^(the|a|an) /, "") : last.replace(/_/g, " ");
  return say.days[last] || words.replace(/^\w/, (letter) => letter.toUpperCase());
}

function choice(conflict, path, keep, title, text) {
  const choose = async (event) => {
    const dialog = event.target.closest("dialog");
    await post("/api/decide", { file: conflict.file, path, keep });
    dialog.close();
    await askWhose();
  };
  return make("div", { class: "whose" },
    make("h3", {}, title),
    text === undefined ? null : make("p", { class: "value", dir: "auto" }, text || say.nothing),
    make("button", { type: "button", class: keep === "mine" ? "main" : "quiet", onclick: choose }, keep === "mine" ? say.keepMine : say.takeTheirs));
}

function questionsOf(conflict) {
  if (conflict.why !== "values") {
    return [make("section", {},
      make("p", {}, conflict.why === "gone" ? say.fileGone : say.fileUnreadable),
      make("div", { class: "both" }, choice(conflict, "", "mine", say.yours), choice(conflict, "", "theirs", say.theirs)))];
  }
  return conflict.values.map((value) =>
    make("section", {}, make("h2", {}, nameOf(value.path)),
      make("div", { class: "both" },
        choice(conflict, value.path, "mine", say.yours, value.mine),
        choice(conflict, value.path, "theirs", say.theirs, value.theirs))));
}

/** Asks for one value after the other, then saves; "not now" leaves all as it is, unsaved. */
export async function askWhose() {
  const { conflicts } = await get("/api/conflicts");
  const [question] = conflicts.flatMap(questionsOf);
  notice("");
  soon(0);
  if (!question) return act("/api/save");
  const before = document.activeElement;
  const dialog = make("dialog", { class: "conflict", "aria-labelledby": "conflict-title" },
    make("h2", { id: "conflict-title" }, say.bothChanged),
    make("p", {}, say.nothingLost),
    question,
    make("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, say.notNow));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before && before.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
