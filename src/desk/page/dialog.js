// SPDX-License-Identifier: MIT
// A question in a window of its own; the focus goes back to where it was asked.
import { make } from "/dom.js";
import { say } from "/state.js";

/** `then` is called with the form when it is sent; what it throws is told in the window. */
export function askIn(title, fields, action, then) {
  const trouble = make("p", { class: "problem error", role: "alert" });
  const send = make("button", { type: "submit", class: "main" }, action);
  const form = make("form", { method: "dialog", novalidate: true }, make("h2", { id: "dialog-title" }, title), ...fields, trouble,
    make("div", { class: "buttons" }, make("button", { type: "button", class: "quiet" }, say.cancel), send));
  const dialog = make("dialog", { "aria-labelledby": "dialog-title" }, form);
  form.querySelector(".buttons .quiet").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      await then(form);
      dialog.close();
    } catch (error) {
      trouble.textContent = error.message;
      send.disabled = false;
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
