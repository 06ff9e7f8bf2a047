// SPDX-License-Identifier: MIT
// What texts and facts are called at the desk: their words, never their places in files.
import { say, state } from "/state.js";

/** Of a key: "opening_hours" is "Opening hours". */
export function asWords(text) {
  return text.replace(/_/g, " ").replace(/^\w/, (letter) => letter.toUpperCase());
}

export function fieldOf(path) {
  for (const group of state.groups) {
    const field = group.fields.find((each) => each.path === path);
    if (field) return { ...field, kind: group.kind };
  }
  return null;
}

/** As it is typed; null: there is no such text or fact. */
export function valueOf(path) {
  const field = fieldOf(path);
  return field ? field.text : null;
}

/** Without marks of Markdown. */
export function plainText(text) {
  return (text || "").replace(/\*\*?|`/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/^[-+] /gm, "").replace(/\\\n|\s+/g, " ").trim();
}

/** "Aftercare, do, 2" of "aftercare.do.1.text". */
export function nameOf(path) {
  const field = fieldOf(path);
  if (field && field.kind === "facts") return asWords(field.label.split(/[,;]/)[0].replace(/^(the|a|an) /, ""));
  if (field && field.kind === "hours") return say.days[path.split(".").pop()] || asWords(path.split(".").pop());
  const steps = path.split(".");
  const own = steps.length > 1 ? steps.slice(1) : steps;
  const words = own.filter((step, index) => !(step === "text" && index === own.length - 1 && own.length > 1));
  return asWords(words.map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step.replace(/_/g, " "))).join(" "));
}

/** A message of the program in the words of the desk: paths, between backticks or not, become names. */
export function inWords(message) {
  const bare = message.replace(/(?<![`\w])[a-z_]+(?:\.\w+)+(?![`\w])/g, (path) => (fieldOf(path) ? `\`${path}\`` : path));
  const text = bare.replace(/`([^`]*)`/g, (_, inside) => (fieldOf(inside) ? `“${nameOf(inside)}”` : `“${inside}”`));
  return text.replace(/^./, (letter) => letter.toUpperCase());
}
