// SPDX-License-Identifier: MIT
// What the desk knows: what the server told last, what is looked at, and the words of its language.
import { languages } from "/words.js";

export const state = {
  screen: "home",
  language: "en",
  tab: "facts",
  document: "",
  home: null,
  groups: [],
  usStates: [],
  hours: null,
  problems: [],
  seen: 0,
};

export let say = languages.en;

export function speak(language) {
  say = languages[language];
}

export const documentOf = (name) => state.home.documents.find((each) => each.name === name);

export function titleOf(name) {
  const document = documentOf(name);
  return document ? document.title : name;
}

/** A day of the calendar, "2026-11-30", as people say it. */
export function dayOf(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date(year, month - 1, date));
}
/** A time in seconds since 1970. */
export const timeOf = (seconds) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(new Date(seconds * 1000));
