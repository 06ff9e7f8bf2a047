// SPDX-License-Identifier: MIT
// Times of day: read as people type them, shown as the opening hours have them, and a field with
// all half hours to pick from.
import { make } from "/dom.js";
import { say } from "/state.js";
import { released } from "/told.js";

const asTime = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
export const asMinutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** "17:00" as "5:00 pm", on a clock of 24 hours as it is. */
export function showTime(time, clock) {
  if (!time || clock === 24) return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? say.am : say.pm}`;
}

export const showSpan = (span, clock) => span.map((each) => showTime(each, clock)).join(" – ");

/** Which half of the day is meant by an hour alone: offices open in the morning and close later. */
function inHalf(hour, { part, after, clock }) {
  if (clock === 24 || hour > 12 || hour === 0) return hour;
  if (part === "open") return hour >= 5 ? hour : hour + 12;
  if (part === "break") return hour >= 10 ? hour : hour + 12;
  if (hour === 12) return after && asMinutes(after) >= 720 ? 0 : 12;
  const isLater = !after || (hour + 12) * 60 > asMinutes(after);
  return isLater ? hour + 12 : hour;
}

/** "08:00" of "8", "8:00 am", "8 a.m.", "0800", "17.30", "noon"; null: no time. */
export function readTime(text, meant = {}) {
  const plain = text.trim().toLowerCase().replace(/[\s.]+$/, "");
  if (say.noon.includes(plain)) return "12:00";
  if (say.midnight.includes(plain)) return "00:00";
  const found = /^(\d{1,2}?)(?:\s*[:.h]\s*|(?=\d\d(?:\D|$)))?(\d{2})?\s*(?:h|hrs?)?\s*([ap])?\.?\s*(?:m)?$/.exec(plain);
  if (!found) return null;
  let hour = Number(found[1]);
  const minutes = Number(found[2] || 0);
  if (hour > 24 || minutes > 59 || (hour === 24 && minutes)) return null;
  if (found[3]) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (found[3] === "p" ? 12 : 0);
  } else if (!(found[1].length === 2 && found[1][0] === "0")) {
    hour = inHalf(hour, meant);
  }
  return asTime((hour % 24) * 60 + minutes);
}

/** Half hours that what is typed may mean; all of them when nothing is. */
function choices(typed, value, meant) {
  const all = Array.from({ length: 48 }, (_, index) => asTime(index * 30));
  const read = typed ? readTime(typed, meant) : null;
  if (!typed || typed === showTime(value, meant.clock)) return all;
  if (!read) return [];
  const hour = Number(read.slice(0, 2)) % 12;
  const near = all.filter((each) => Number(each.slice(0, 2)) % 12 === hour);
  return [read, ...near.filter((each) => each !== read && each.slice(0, 2) === read.slice(0, 2)), ...near.filter((each) => each.slice(0, 2) !== read.slice(0, 2))];
}

/**
 * A field for a time, `value` "08:00" or "". `meant`: { part: "open", "close" or "break", after, clock }.
 * `set` is called with a time when another has been typed or picked.
 */
export function timeField({ key, label, value, meant, set }) {
  const id = `time ${key}`;
  const list = make("ul", { id: `${id} list`.replace(/ /g, "-"), role: "listbox", "aria-label": say.timesToPick, class: "choices-of-time", hidden: true });
  let active = -1;
  const input = make("input", {
    id,
    "data-key": id,
    class: "time",
    role: "combobox",
    "aria-label": label,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
    autocomplete: "off",
    spellcheck: "false",
    inputmode: "text",
    placeholder: showTime(meant.part === "close" ? "17:00" : meant.part === "break" ? "12:00" : "08:00", meant.clock),
  });
  input.value = showTime(value, meant.clock);

  const mark = (index) => {
    active = index;
    [...list.children].forEach((each, at) => each.setAttribute("aria-selected", String(at === index)));
    const option = list.children[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = (first) => {
    const times = choices(input.value, value, meant);
    list.replaceChildren(...times.map((each, index) =>
      make("li", { id: `${list.id}-${index}`, role: "option", "data-time": each, onpointerdown: (event) => event.preventDefault(), onclick: () => take(each) }, showTime(each, meant.clock))));
    list.hidden = !times.length;
    input.setAttribute("aria-expanded", String(times.length > 0));
    mark(first === "now" ? times.indexOf(value || (meant.part === "close" ? "17:00" : meant.part === "break" ? "12:00" : "08:00")) : first);
  };
  const take = async (time) => {
    close();
    input.value = showTime(time, meant.clock);
    input.removeAttribute("aria-invalid");
    if (time === value) return;
    value = time;
    await released();
    set(time);
  };
  const commit = () => {
    if (!input.value.trim() || input.value === showTime(value, meant.clock)) {
      close();
      input.value = showTime(value, meant.clock);
      input.removeAttribute("aria-invalid");
      return true;
    }
    const read = readTime(input.value, meant);
    if (read) take(read);
    else {
      close();
      input.setAttribute("aria-invalid", "true");
      input.title = say.typeATime;
    }
    return Boolean(read);
  };

  input.addEventListener("focus", () => input.select());
  input.addEventListener("input", () => open(0));
  input.addEventListener("click", () => list.hidden && open("now"));
  input.addEventListener("blur", commit);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) open("now");
      else mark((active + step + list.children.length) % list.children.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && active >= 0) take(list.children[active].dataset.time);
      else commit();
    } else if (event.key === "Escape" && (!list.hidden || input.value !== showTime(value, meant.clock))) {
      event.stopPropagation();
      input.value = showTime(value, meant.clock);
      input.removeAttribute("aria-invalid");
      close();
    }
  });
  return make("span", { class: "time-field" }, input, list);
}
