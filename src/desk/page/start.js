// SPDX-License-Identifier: MIT
// The first screen where no project is open: choose one, or make one.
import { tell } from "/acts.js";
import { post } from "/ask.js";
import { at, make, replace } from "/dom.js";
import { say } from "/state.js";

export function drawStart(names, then) {
  document.body.dataset.screen = "start";
  document.title = "Handbill";
  document.documentElement.lang = at("interface").value;
  at("interface-label").textContent = say.languageOfDesk;
  at("skip").textContent = say.skip;
  at("home").hidden = false;
  const send = async (body) => {
    await post("/api/start", body);
    delete document.body.dataset.screen;
    await then();
  };
  const trouble = make("p", { class: "problem error", role: "alert" });
  const name = make("input", { id: "clinic-name", type: "text", autocomplete: "organization", maxlength: "60" });
  const form = make("form", { class: "start-new", novalidate: true },
    make("h3", {}, say.beginAnew),
    make("div", { class: "field" }, make("label", { for: "clinic-name" }, say.clinicName), name, make("p", { class: "help" }, say.clinicNameHelp)),
    trouble, make("button", { type: "submit", class: "main" }, say.begin));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!name.value.trim()) trouble.textContent = say.nameIt;
    else send({ name: name.value.trim() }).catch((error) => (trouble.textContent = error.message));
  });
  const known = names.length
    ? make("section", { class: "start-known", "aria-labelledby": "known-title" }, make("h3", { id: "known-title" }, say.goOnWith),
      make("ul", {}, ...names.map((each, index) => make("li", {},
        make("button", { type: "button", class: "tile facts", onclick: () => send({ open: index }).catch(tell) }, make("strong", {}, each))))))
    : null;
  replace(at("home"), make("h2", { id: "home-title", tabindex: "-1" }, say.welcome), make("p", { class: "about" }, say.aboutStart),
    make("div", { class: "start" }, known, form));
}
