// SPDX-License-Identifier: MIT
// Opening hours: the week, seasons, and dates with other hours.
import { act } from "/acts.js";
import { where } from "/ask.js";
import { drawCalendar } from "/calendar.js";
import { make } from "/dom.js";
import { say, state } from "/state.js";
import { announce } from "/told.js";
import { drawWeek, problemList, problemsBelow, standsOnOf } from "/week.js";

let openSeason = "";  // "hours 0"; "hours new" while one is added
const typed = { name: "", from: "06-01", to: "08-31" };

const isOfEveryYear = (text) => /^\d\d-\d\d$/.test(text);

function showDate(text) {
  const every = isOfEveryYear(text);
  const date = new Date(`${every ? `2028-${text}` : text}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", month: "long", day: "numeric", ...(every ? {} : { year: "numeric" }) }).format(date);
}

/** A day of every year: the month and the day. */
function yearDay(key, label, value, set) {
  const [month, day] = isOfEveryYear(value) ? value.split("-") : value.slice(5).split("-");
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
  const days = Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, "0"));
  const name = (each) => new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", month: "long" }).format(new Date(`2028-${each}-15T12:00:00Z`));
  return make("div", { class: "part", role: "group", "aria-label": label }, make("span", { class: "title" }, label),
    make("span", { class: "span" },
      make("select", { "data-key": `${key} month`, "aria-label": `${label}: ${say.month}`, onchange: (event) => set(`${event.target.value}-${day}`) }, ...months.map((each) => make("option", { value: each, selected: each === month }, name(each)))),
      make("select", { "data-key": `${key} day`, "aria-label": `${label}: ${say.dayOfMonth}`, onchange: (event) => set(`${month}-${event.target.value}`) }, ...days.map((each) => make("option", { value: each, selected: each === day }, String(Number(each)))))));
}

function dates(key, season, set) {
  const field = (which, label) => isOfEveryYear(season[which])
    ? yearDay(`${key} ${which}`, label, season[which], (value) => set({ [which]: value }))
    : make("div", { class: "part" }, make("label", { for: `${key} ${which}` }, label), make("input", { type: "date", id: `${key} ${which}`, "data-key": `${key} ${which}`, value: season[which], onchange: (event) => event.target.value && set({ [which]: event.target.value }) }));
  return make("div", { class: "pair" }, field("from", say.firstDay), field("to", say.lastDay));
}

function seasonEditor(hours, season, draw) {
  const key = `${hours.path} season ${season.index}`;
  const set = (more) => act(where("/api/hours/season"), { path: hours.path, index: season.index, from: season.from, to: season.to, name: season.name, ...more });
  const name = make("input", { id: `${key} name`, "data-key": `${key} name`, lang: state.language, onchange: (event) => set({ name: event.target.value.trim() }) });
  name.value = season.name;
  const remove = async () => {
    openSeason = "";
    await act(where("/api/hours/remove"), { path: hours.path, list: "season", index: season.index });
    announce(say.seasonGone);
  };
  return make("div", { class: "details" },
    make("div", { class: "part" }, make("label", { for: `${key} name` }, say.nameOfSeason), name),
    dates(key, season, set),
    drawWeek(hours, season, draw),
    make("div", { class: "choices" }, make("button", { type: "button", class: "quiet", "data-key": `${key} remove`, onclick: remove }, say.takeSeasonOut)));
}

function newSeason(hours, draw) {
  const key = `${hours.path} season new`;
  const name = make("input", { id: `${key} name`, "data-key": `${key} name`, placeholder: say.summer, oninput: (event) => (typed.name = event.target.value) });
  name.value = typed.name;
  const add = async () => {
    const friday = hours.days.find((each) => each.day === "friday");
    openSeason = `${hours.path} ${hours.seasons.length}`;
    await act(where("/api/hours/season"), { path: hours.path, from: typed.from, to: typed.to, name: typed.name.trim(), days: ["friday"], state: "open", spans: [[friday.spans.length ? friday.spans[0][0] : "08:00", "12:00"]] });
    typed.name = "";
    announce(say.seasonAdded);
  };
  return make("div", { class: "details" },
    make("div", { class: "part" }, make("label", { for: `${key} name` }, say.nameOfSeason), name),
    dates(key, typed, (more) => {
      Object.assign(typed, more);
      draw();
    }),
    make("p", { class: "help" }, say.seasonHelp),
    make("div", { class: "choices" },
      make("button", { type: "button", class: "main", "data-key": `${key} add`, onclick: add }, say.addSeason),
      make("button", { type: "button", class: "quiet", "data-key": `${key} leave`, onclick: () => {
        openSeason = "";
        draw();
      } }, say.leave)));
}

function seasons(hours, draw) {
  const items = hours.seasons.map((season) => {
    const key = `${hours.path} ${season.index}`;
    const isOpened = openSeason === key;
    const range = `${showDate(season.from)} – ${showDate(season.to)}`;
    return make("li", { class: `day${isOpened ? " opened" : ""}` },
      make("div", { class: "line" },
        make("span", { class: "name" }, make("strong", {}, season.name || say.season), make("span", { class: "help" }, range)),
        make("button", { type: "button", class: "bare more", "data-key": `${hours.path} season ${season.index} details`, "aria-expanded": String(isOpened), "aria-label": say.moreOf(`${season.name || say.season}, ${range}`), onclick: () => {
          openSeason = isOpened ? "" : key;
          draw();
        } }, make("span", { "aria-hidden": "true" }, isOpened ? "▴" : "▾"))),
      ...problemList(problemsBelow(season.path).filter(() => !isOpened)),
      isOpened ? seasonEditor(hours, season, draw) : null);
  });
  const isNew = openSeason === `${hours.path} new`;
  return make("section", { class: "seasons", "aria-label": say.seasons }, make("h2", {}, say.seasons), make("p", { class: "help" }, say.seasonsHelp),
    items.length ? make("ul", { class: "days dates" }, ...items) : null,
    isNew ? newSeason(hours, draw) : make("button", { type: "button", class: "quiet", "data-key": `${hours.path} season add`, onclick: () => {
      openSeason = `${hours.path} new`;
      draw();
      document.getElementById(`${hours.path} season new name`).focus();
    } }, say.newSeason));
}

const nameOf = (path) => path.split(".").map((step) => step.replace(/_/g, " ")).join(" › ").replace(/^\w/, (letter) => letter.toUpperCase());

/** Shows a document that prints the hours beside them. */
export function lookAtHours() {
  const printed = state.hours.hours.flatMap((hours) => hours.days.flatMap((each) => each.documents));
  if (printed.length && !printed.includes(state.document)) state.document = printed[0];
}

export function drawHours(draw) {
  if (!state.hours || !state.hours.hours.length) return [make("p", { class: "help" }, say.noHours)];
  return state.hours.hours.flatMap((hours) => {
    const ofAll = state.problems.filter((each) => each.severity !== "note" && (each.fact === hours.path || each.fact === `${hours.path}.lunch`));
    return [
      make("section", { class: "week", "aria-label": say.theWeek },
        make("h2", {}, state.hours.hours.length > 1 ? `${say.theWeek}: ${nameOf(hours.path)}` : say.theWeek),
        make("p", { class: "help" }, say.weekHelp),
        drawWeek(hours, null, draw),
        ...problemList(ofAll),
        make("p", { class: "help" }, standsOnOf(hours.days.flatMap((each) => each.documents)))),
      drawCalendar(hours, draw),
      seasons(hours, draw),
    ];
  });
}
