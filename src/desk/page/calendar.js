// SPDX-License-Identifier: MIT
// Dates with other hours: a month to click in, the holidays that come, and each date with its hours.
import { act } from "/acts.js";
import { post, where } from "/ask.js";
import { make } from "/dom.js";
import { say, state } from "/state.js";
import { timeField } from "/times.js";
import { announce, released } from "/told.js";
import { choice, problemList, problemsBelow, showDay, standsOnOf } from "/week.js";

const at = { month: "", day: "", open: "" };  // what is looked at: "2026-12", "2026-12-25"
let wantsFocus = false;
const KEYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const asDate = (text) => new Date(`${text}T12:00:00Z`);
const asText = (date) => date.toISOString().slice(0, 10);
function plusDays(text, days) {
  const date = asDate(text);
  date.setUTCDate(date.getUTCDate() + days);
  return asText(date);
}
function plusMonths(text, months) {
  const date = asDate(`${text.slice(0, 7)}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return `${asText(date).slice(0, 7)}-${String(Math.min(Number(text.slice(8)), last)).padStart(2, "0")}`;
}
const inWords = (text, options) => new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", ...options }).format(asDate(text));
const longDay = (text) => inWords(text, { weekday: "long", month: "long", day: "numeric", year: "numeric" });
const shortDay = (text) => inWords(text, { weekday: "short", month: "short", day: "numeric", year: "numeric" });

const specialOn = (hours, date) => hours.special.find((each) => each.from <= date && date <= each.to);
const holidayOn = (hours, date) => hours.holidays.find((each) => each.date === date);
const usual = (hours, date) => hours.days.find((each) => each.day === KEYS[asDate(date).getUTCDay()]);
const isOver = (date) => date < state.hours.today;

const asBody = (hours, special) => ({ path: hours.path, from: special.from, to: special.to, name: special.name, state: special.state, ...(special.state === "open" ? { spans: special.spans } : {}) });

async function addClosed(hours, date, name) {
  await act(where("/api/hours/special"), { path: hours.path, from: date, to: date, name, state: "closed" });
  announce(`${longDay(date)}: ${name ? `${name}, ` : ""}${say.states.closed}`);
}

async function remove(hours, special) {
  if (at.open === special.from) at.open = "";
  await act(where("/api/hours/remove"), { path: hours.path, list: "special", index: special.index });
  announce(`${longDay(special.from)}: ${say.asUsual}`);
}

async function change(hours, special, more) {
  await released();
  const next = { ...special, ...more };
  if (next.to < next.from) next.to = next.from;
  if (next.state === "open" && !next.spans.length) {
    const day = usual(hours, next.from);
    next.spans = day.spans.length ? day.spans : [["08:00", "12:00"]];
  }
  const body = { ...asBody(hours, next), index: special.index };
  if ("break" in more) body.break = more.break;
  if (at.open === special.from) at.open = next.from;
  await act(where("/api/hours/special"), body);
  announce(`${longDay(next.from)}: ${showDay(next, hours.clock)}`);
}

function dayLabel(hours, date) {
  const special = specialOn(hours, date);
  const holiday = holidayOn(hours, date);
  const parts = [longDay(date)];
  if (special) parts.push(special.name || say.specialDay, showDay(special, hours.clock));
  else {
    if (holiday) parts.push(holiday.name);
    parts.push(isOver(date) ? say.isOver : showDay(usual(hours, date), hours.clock));
  }
  return parts.join(", ");
}

function go(date, draw) {
  at.day = date;
  at.month = date.slice(0, 7);
  wantsFocus = true;
  draw();
}

function choose(hours, date, draw) {
  at.day = date;
  const special = specialOn(hours, date);
  if (special) {
    at.open = at.open === special.from ? "" : special.from;
    draw();
  } else if (isOver(date)) {
    announce(say.isOver);
  } else {
    at.open = date;
    const holiday = holidayOn(hours, date);
    addClosed(hours, date, holiday ? holiday.name : "");
  }
}

function dayButton(hours, date, draw) {
  const special = specialOn(hours, date);
  const holiday = holidayOn(hours, date);
  const kinds = [special ? (special.state === "closed" ? "shut" : "other") : "", holiday ? "holiday" : "", usual(hours, date).state === "closed" ? "rest" : "", date === state.hours.today ? "today" : "", isOver(date) ? "over" : ""];
  return make("button", {
    type: "button",
    class: kinds.filter(Boolean).join(" "),
    "data-key": `${hours.path} day ${date}`,
    "data-date": date,
    "aria-label": dayLabel(hours, date),
    "aria-current": date === state.hours.today ? "date" : undefined,
    tabindex: date === at.day ? "0" : "-1",
    onclick: () => choose(hours, date, draw),
    onkeydown: (event) => {
      const steps = { ArrowLeft: () => plusDays(date, -1), ArrowRight: () => plusDays(date, 1), ArrowUp: () => plusDays(date, -7), ArrowDown: () => plusDays(date, 7), PageUp: () => plusMonths(date, event.shiftKey ? -12 : -1), PageDown: () => plusMonths(date, event.shiftKey ? 12 : 1), Home: () => `${date.slice(0, 8)}01`, End: () => plusDays(plusMonths(`${date.slice(0, 8)}01`, 1), -1) };
      if (steps[event.key]) {
        event.preventDefault();
        go(steps[event.key](), draw);
      } else if ((event.key === "Delete" || event.key === "Backspace") && special) {
        event.preventDefault();
        remove(hours, special);
      }
    },
  }, String(Number(date.slice(8))), holiday || special ? make("i", { "aria-hidden": "true" }) : null);
}

function month(hours, draw) {
  const first = `${at.month}-01`;
  const weekStart = ["US", "CA", "MX"].includes(hours.country) ? 0 : 1;
  let date = plusDays(first, -((asDate(first).getUTCDay() - weekStart + 7) % 7));
  const head = Array.from({ length: 7 }, (_, index) => {
    const key = KEYS[(weekStart + index) % 7];
    return make("th", { scope: "col", abbr: say.days[key] }, say.shortDays[key]);
  });
  const rows = [];
  while (date.slice(0, 7) <= at.month) {
    rows.push(make("tr", {}, ...Array.from({ length: 7 }, () => {
      const here = date;
      date = plusDays(date, 1);
      return make("td", {}, here.slice(0, 7) === at.month ? dayButton(hours, here, draw) : null);
    })));
  }
  const turn = (step, label, sign) => make("button", { type: "button", class: "bare", "data-key": `${hours.path} month ${step}`, "aria-label": label, onclick: () => {
    at.day = plusMonths(at.day, step);
    at.month = at.day.slice(0, 7);
    draw();
    announce(inWords(`${at.month}-01`, { month: "long", year: "numeric" }));
  } }, make("span", { "aria-hidden": "true" }, sign));
  const title = inWords(first, { month: "long", year: "numeric" });
  return make("div", { class: "calendar" },
    make("div", { class: "turn" }, turn(-1, say.monthBefore, "‹"), make("strong", { class: "month" }, title), turn(1, say.monthAfter, "›")),
    make("table", { "aria-label": title }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)),
    make("p", { class: "legend help" }, make("span", { class: "shut" }, say.states.closed), make("span", { class: "other" }, say.otherHours), make("span", { class: "holiday" }, say.holiday), make("span", { class: "rest" }, say.closedAnyway)));
}

function holidays(hours) {
  const until = plusMonths(state.hours.today, 12);
  const all = hours.holidays.filter((each) => !isOver(each.date) && each.date < until);
  if (!all.length) return null;
  const box = (each) => {
    const special = specialOn(hours, each.date);
    const rest = !special && usual(hours, each.date).state === "closed";
    return make("li", {}, make("label", {},
      make("input", {
        type: "checkbox", checked: Boolean(special), "data-key": `${hours.path} holiday ${each.date}`,
        onchange: (event) => (event.target.checked ? addClosed(hours, each.date, each.name) : remove(hours, special)),
      }),
      make("span", { class: "what" }, each.name),
      make("span", { class: "when" }, shortDay(each.date)),
      make("span", { class: "how" }, special ? showDay(special, hours.clock) : rest ? say.closedAnyway : "")));
  };
  const open = all.filter((each) => !specialOn(hours, each.date) && usual(hours, each.date).state !== "closed");
  const closeAll = async () => {
    for (const each of open.slice(0, -1)) {
      await post(where("/api/hours/special"), { path: hours.path, from: each.date, to: each.date, name: each.name, state: "closed" });
    }
    const last = open[open.length - 1];
    await addClosed(hours, last.date, last.name);
  };
  return make("fieldset", { class: "holidays" }, make("legend", {}, say.holidaysAhead), make("p", { class: "help" }, say.holidaysHelp),
    make("ul", {}, ...all.map(box)),
    open.length > 1 ? make("button", { type: "button", class: "quiet", "data-key": `${hours.path} holidays`, onclick: closeAll }, say.closeAll) : null);
}

function editor(hours, special) {
  const key = `${hours.path} special ${special.from}`;
  const name = make("input", { id: `${key} name`, "data-key": `${key} name`, lang: state.language, onchange: (event) => change(hours, special, { name: event.target.value.trim() }) });
  name.value = special.name;
  const date = (which, label) => make("div", { class: "part" }, make("label", { for: `${key} ${which}` }, label),
    make("input", { type: "date", id: `${key} ${which}`, "data-key": `${key} ${which}`, value: special[which], onchange: (event) => event.target.value && change(hours, special, which === "from" && special.from === special.to ? { from: event.target.value, to: event.target.value } : { [which]: event.target.value }) }));
  const states = ["closed", "open", "appointment"].map((each) => [each, each === "open" ? say.otherHours : say.states[each]]);
  const setEnd = (index, end, time) => {
    const spans = special.spans.map((each) => each.slice());
    spans[index][end] = time;
    change(hours, special, { spans });
  };
  const spans = special.state !== "open" ? [] : special.spans.map((span, index) => make("div", { class: "span" },
    timeField({ key: `${key} ${index} open`, label: say.opensAt(shortDay(special.from), index), value: span[0], meant: { part: "open", clock: hours.clock }, set: (time) => setEnd(index, 0, time) }),
    make("span", { "aria-hidden": "true" }, "–"),
    timeField({ key: `${key} ${index} close`, label: say.closesAt(shortDay(special.from), index), value: span[1], meant: { part: "close", after: span[0], clock: hours.clock }, set: (time) => setEnd(index, 1, time) })));
  const rest = special.state !== "open" ? null : make("label", { class: "tick" },
    make("input", { type: "checkbox", "data-key": `${key} break`, checked: special.ownLunch !== "none", onchange: (event) => change(hours, special, { break: event.target.checked ? special.lunch || ["12:00", "13:00"] : null }) }), make("span", {}, say.breakAsUsual));
  return make("div", { class: "details" },
    make("div", { class: "part" }, make("label", { for: `${key} name` }, say.nameOfDate), name),
    make("div", { class: "pair" }, date("from", say.firstDay), date("to", say.lastDay)),
    choice(say.stateOf(shortDay(special.from)), `${key} state`, states, special.state, (to) => change(hours, special, { state: to })),
    ...spans, rest,
    make("div", { class: "choices" }, make("button", { type: "button", class: "quiet", "data-key": `${key} remove`, onclick: () => remove(hours, special) }, say.openAsUsual)));
}

function specials(hours, draw) {
  const sorted = [...hours.special].sort((one, other) => (one.from < other.from ? -1 : 1));
  return make("ul", { class: "days dates" }, ...sorted.map((special) => {
    const isOpened = at.open === special.from;
    const dates = special.from === special.to ? shortDay(special.from) : `${shortDay(special.from)} – ${shortDay(special.to)}`;
    const over = special.to < state.hours.today;
    return make("li", { class: `day ${special.state}${isOpened ? " opened" : ""}` },
      make("div", { class: "line" },
        make("span", { class: "name" }, make("strong", {}, special.name || say.specialDay), make("span", { class: "help" }, dates)),
        make("span", { class: `word ${special.state}` }, showDay(special, hours.clock)),
        make("button", {
          type: "button", class: "bare more", "data-key": `${hours.path} special ${special.from} details`, "aria-expanded": String(isOpened), "aria-label": say.moreOf(`${special.name || say.specialDay}, ${dates}`),
          onclick: () => {
            at.open = isOpened ? "" : special.from;
            draw();
          },
        }, make("span", { "aria-hidden": "true" }, isOpened ? "▴" : "▾"))),
      ...problemList(problemsBelow(special.path)),
      over ? make("p", { class: "help problem warning" }, say.isOver, " ", make("button", { type: "button", class: "quiet", "data-key": `${hours.path} special ${special.from} over`, onclick: () => remove(hours, special) }, say.takeOut)) : null,
      isOpened ? editor(hours, special) : null);
  }));
}

export function drawCalendar(hours, draw) {
  if (!at.day) {
    at.day = state.hours.today;
    at.month = at.day.slice(0, 7);
  }
  if (wantsFocus) {
    wantsFocus = false;
    const key = `${hours.path} day ${at.day}`;
    requestAnimationFrame(() => {
      const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (button) button.focus();
    });
  }
  const printed = hours.special.flatMap((each) => each.documents);
  return make("section", { class: "special", "aria-label": say.specialDays },
    make("h2", {}, say.specialDays),
    make("p", { class: "help" }, say.specialHelp),
    month(hours, draw),
    hours.special.length ? specials(hours, draw) : null,
    hours.special.length ? make("p", { class: "help" }, standsOnOf(printed)) : null,
    holidays(hours));
}
