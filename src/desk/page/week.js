// SPDX-License-Identifier: MIT
// The seven days of opening hours, or of a season: times, breaks, weeks and notes, and copies to
// other days.
import { act } from "/acts.js";
import { where } from "/ask.js";
import { make } from "/dom.js";
import { say, state, titleOf } from "/state.js";
import { asMinutes, showSpan, timeField } from "/times.js";
import { announce, released } from "/told.js";

let opened = "";  // the day whose further fields are shown: "hours monday"
const started = new Map();  // spans of which one end is typed so far, by day
const WORKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];

/** What is said of the value at a path, and of all below it, once. */
export function problemsBelow(path) {
  const found = state.problems.filter((each) => each.severity !== "note" && each.fact && (each.fact === path || each.fact.startsWith(`${path}.`)));
  return found.filter((each, index) => found.findIndex((other) => other.message === each.message) === index);
}

export const problemList = (found) =>
  found.map((each) => make("p", { class: `help problem ${each.severity}` }, [each.message, ...(each.hints || []).slice(0, 1)].join(": ").replace(/`([^`]*)`/g, "“$1”")));

/** "8:00 am – 12:00 pm, 1:00 pm – 5:00 pm", "Closed". */
export function showDay(day, clock) {
  if (day.state === "open") return day.spans.map((each) => showSpan(each, clock)).join(", ");
  return say.states[day.state] || day.text;
}

/** One of several, as pills. */
export const choice = (name, key, options, chosen, choose) =>
  make("div", { class: "choice", role: "radiogroup", "aria-label": name },
    ...options.map(([value, text]) => make("label", {},
      make("input", { type: "radio", name: key, value, "data-key": `${key} ${value}`, checked: value === chosen, onchange: () => choose(value) }),
      make("span", {}, text))));

class DayEditor {
  constructor(hours, day, season) {
    this.hours = hours;
    this.day = day;
    this.season = season;
    this.key = `${hours.path}${season ? ` season ${season.index}` : ""} ${day.day}`;
    this.name = say.days[day.day];
    this.days = season ? season.days : hours.days;
  }

  body(more) {
    return { path: this.hours.path, ...(this.season ? { season: this.season.index } : {}), days: [this.day.day], ...more };
  }

  async set(more, told) {
    const { day } = this;
    await released();
    await act(where("/api/hours/day"), this.body({ state: day.state, spans: day.spans, weeks: day.weeks, note: day.note, ...more }));
    announce(`${this.name}: ${told}`);
  }

  setSpans(spans) {
    return this.set({ state: "open", spans }, spans.map((each) => showSpan(each, this.hours.clock)).join(", "));
  }

  async setBreak(rest) {
    await released();
    await act(where("/api/hours/break"), this.body({ break: rest }));
    announce(`${this.name}: ${rest ? `${say.breakOfDay} ${showSpan(rest, this.hours.clock)}` : say.noBreak}`);
  }

  /** Hours of a day near by that is open. */
  usualSpans() {
    const like = [...this.days].reverse().find((each) => each.state === "open") || this.hours.days.find((each) => each.state === "open");
    return like ? like.spans : [["08:00", "17:00"]];
  }

  setState(to) {
    if (to === "as-usual") return this.set({ state: to }, say.asUsual);
    if (to === "open") return this.setSpans(this.day.spans.length ? this.day.spans : this.usualSpans());
    return this.set({ state: to }, say.states[to]);
  }

  span(index, span) {
    const { day, hours } = this;
    const key = `${this.key} ${index}`;
    const now = started.get(key) || span;
    const setEnd = (end, time) => {
      const next = end ? [now[0], time] : [time, now[1]];
      if (!next[0] || !next[1]) {
        started.set(key, next);
        return;
      }
      started.delete(key);
      const spans = day.spans.slice();
      spans[index] = next;
      this.setSpans(spans);
    };
    const after = now[0] || (index ? day.spans[index - 1][1] : "");
    return make("span", { class: "span" },
      timeField({ key: `${key} open`, label: say.opensAt(this.name, index), value: now[0], meant: { part: "open", clock: hours.clock }, set: (time) => setEnd(0, time) }),
      make("span", { "aria-hidden": "true" }, "–"),
      timeField({ key: `${key} close`, label: say.closesAt(this.name, index), value: now[1], meant: { part: "close", after, clock: hours.clock }, set: (time) => setEnd(1, time) }),
      index === 0 ? null : make("button", {
        type: "button", class: "bare", "data-key": `${key} remove`, "aria-label": say.removeSpan(this.name, index),
        onclick: () => {
          started.delete(key);
          if (index < day.spans.length) this.setSpans(day.spans.filter((_, at) => at !== index));
          else this.draw();
        },
      }, "×"));
  }

  times() {
    const { day } = this;
    if (day.state !== "open") {
      const text = day.state === "other" ? day.text : say.states[day.state];
      return make("div", { class: "times" }, make("span", { class: `word ${day.state}` }, text));
    }
    const more = started.has(`${this.key} ${day.spans.length}`) ? [["", ""]] : [];
    return make("div", { class: "times" }, ...[...day.spans, ...more].map((each, index) => this.span(index, each)));
  }

  aside() {
    const { day, hours } = this;
    const parts = [];
    if (this.season && !day.isOwn) parts.push(say.asUsual);
    if (day.lunch) parts.push(`${say.breakOfDay} ${showSpan(day.lunch, hours.clock)}`);
    if (day.weeks) parts.push(say.weeks[day.weeks] || day.weeks);
    if (day.note) parts.push(day.note);
    return parts.length ? make("p", { class: "help" }, parts.join(" · ")) : null;
  }

  breakFields() {
    const { day, hours } = this;
    const key = `${this.key} break`;
    if (!day.lunch && !started.has(key)) {
      return make("button", { type: "button", class: "quiet", "data-key": `${key} add`, onclick: () => this.setBreak(this.usualBreak()) }, say.addBreak);
    }
    const now = started.get(key) || day.lunch;
    const setEnd = (end, time) => {
      const next = end ? [now[0], time] : [time, now[1]];
      // A break that begins later goes on as long as before.
      if (!end) next[1] = later(time, asMinutes(now[1]) - asMinutes(now[0]));
      this.setBreak(next);
    };
    return make("div", { class: "span" },
      timeField({ key: `${key} from`, label: say.breakFrom(this.name), value: now[0], meant: { part: "break", clock: hours.clock }, set: (time) => setEnd(0, time) }),
      make("span", { "aria-hidden": "true" }, "–"),
      timeField({ key: `${key} to`, label: say.breakTo(this.name), value: now[1], meant: { part: "break", after: now[0], clock: hours.clock }, set: (time) => setEnd(1, time) }),
      make("button", { type: "button", class: "quiet", "data-key": `${key} none`, onclick: () => this.setBreak(null) }, say.noBreak));
  }

  usualBreak() {
    const like = this.days.find((each) => each.lunch) || this.hours.days.find((each) => each.lunch);
    return like ? like.lunch : ["12:00", "13:00"];
  }

  weekFields() {
    const { day } = this;
    const key = `${this.key} weeks`;
    const every = /^every other (?:week )?from (\d{4}-\d\d-\d\d)$/.exec(day.weeks);
    const known = Object.entries(say.weeks);
    const told = day.weeks && !every && !say.weeks[day.weeks] ? [[day.weeks, day.weeks]] : [];
    const set = (weeks) => this.set({ weeks }, weeks ? say.weeks[weeks] || weeks : say.everyWeek);
    const select = make("select", {
      id: key, "data-key": key,
      onchange: (event) => set(event.target.value === "every-other" ? `every other from ${nextDay(state.hours.today, day.day)}` : event.target.value),
    }, make("option", { value: "" }, say.everyWeek),
    ...[...known, ...told].map(([value, text]) => make("option", { value, selected: value === day.weeks }, text)),
    make("option", { value: "every-other", selected: Boolean(every) }, say.everyOther));
    const from = every ? make("input", { type: "date", "data-key": `${key} from`, "aria-label": say.everyOtherFrom, value: every[1], onchange: (event) => event.target.value && set(`every other from ${event.target.value}`) }) : null;
    return make("div", { class: "part" }, make("label", { for: key }, say.whichWeeks), select, from);
  }

  copyFields() {
    const others = this.days.map((each) => each.day).filter((each) => each !== this.day.day);
    const boxes = others.map((each) => make("label", {}, make("input", { type: "checkbox", value: each, "data-key": `${this.key} copy ${each}` }), make("span", {}, say.shortDays[each])));
    const copy = async (days) => {
      if (!days.length) return;
      const { day } = this;
      const rest = day.state === "open" ? { break: day.lunch } : {};
      await act(where("/api/hours/day"), { ...this.body({ state: day.state, spans: day.spans, weeks: day.weeks, note: day.note, ...rest }), days });
      announce(say.copied(this.name, days.map((each) => say.days[each]).join(", ")));
    };
    const workdays = WORKDAYS.filter((each) => each !== this.day.day);
    return make("div", { class: "part", role: "group", "aria-label": say.copyTo(this.name) },
      make("span", { class: "title" }, say.copyTo(this.name)),
      make("div", { class: "pills" }, ...boxes),
      make("div", { class: "choices" },
        make("button", { type: "button", class: "quiet", "data-key": `${this.key} copy`, onclick: () => copy(boxes.map((each) => each.firstChild).filter((each) => each.checked).map((each) => each.value)) }, say.copy),
        make("button", { type: "button", class: "quiet", "data-key": `${this.key} copy workdays`, onclick: () => copy(workdays) }, say.copyWorkdays)));
  }

  details(id) {
    const { day } = this;
    const states = ["open", "closed", "appointment", "all-day"].map((each) => [each, say.states[each]]);
    if (this.season) states.unshift(["as-usual", say.asUsual]);
    const chosen = this.season && !day.isOwn ? "as-usual" : day.state;
    const isOpen = day.state === "open";
    const note = make("input", { id: `${this.key} note`, "data-key": `${this.key} note`, onchange: (event) => this.set({ note: event.target.value.trim() }, event.target.value) });
    note.value = day.note;
    return make("div", { class: "details", id },
      choice(say.stateOf(this.name), `${this.key} state`, states, chosen, (to) => this.setState(to)),
      !isOpen ? null : make("div", { class: "choices" },
        make("button", {
          type: "button", class: "quiet", "data-key": `${this.key} more`,
          onclick: () => {
            started.set(`${this.key} ${day.spans.length}`, ["", ""]);
            this.draw();
            const next = document.getElementById(`time ${this.key} ${day.spans.length} open`);
            if (next) next.focus();
          },
        }, say.addSpan)),
      !isOpen ? null : make("div", { class: "part" }, make("span", { class: "title" }, say.breakOfDay), this.breakFields()),
      day.state === "closed" ? null : this.weekFields(),
      day.state === "closed" ? null : make("div", { class: "part" }, make("label", { for: `${this.key} note` }, say.noteOfDay), note),
      this.copyFields());
  }

  row(draw) {
    this.draw = draw;
    const { day } = this;
    const isOpened = opened === this.key;
    const id = `${this.key} details`.replace(/[ .]/g, "-");
    const found = problemsBelow(day.path).concat(problemsBelow(`${this.season ? this.season.path : this.hours.path}.lunch.${day.day}`));
    return make("li", { class: `day ${day.state}${isOpened ? " opened" : ""}` },
      make("div", { class: "line" },
        make("span", { class: "name" }, this.name),
        this.times(),
        make("button", {
          type: "button", class: "bare more", "data-key": `${this.key} details`, "aria-expanded": String(isOpened), "aria-controls": isOpened ? id : undefined, "aria-label": say.moreOf(this.name),
          onclick: () => {
            opened = isOpened ? "" : this.key;
            draw();
          },
        }, make("span", { "aria-hidden": "true" }, isOpened ? "▴" : "▾"))),
      this.aside(),
      ...problemList(found),
      isOpened ? this.details(id) : null);
  }
}

const later = (time, minutes) => {
  const all = Math.min(23 * 60 + 59, asMinutes(time) + minutes);
  return `${String(Math.floor(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`;
};

/** The first such weekday from a date on. */
function nextDay(from, day) {
  const date = new Date(`${from}T12:00:00Z`);
  const wanted = (["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].indexOf(day) + 1) % 7;
  while (date.getUTCDay() !== wanted) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

export function drawWeek(hours, season, draw) {
  const days = (season || hours).days;
  return make("ul", { class: "days" }, ...days.map((day) => new DayEditor(hours, day, season).row(draw)));
}

export const standsOnOf = (names) => (names.length ? say.standsOn([...new Set(names)].map(titleOf).join(", ")) : say.standsNowhere);
