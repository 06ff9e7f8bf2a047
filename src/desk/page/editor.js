// SPDX-License-Identifier: MIT
// One text, edited beside its place on the page: room left, findings at its words, facts as whole
// pieces, lists, and what it is a translation of.
import { change, isChanging, notice, tell } from "/acts.js";
import { get, post, where } from "/ask.js";
import { make } from "/dom.js";
import { findingItem } from "/findings.js";
import { asWords, nameOf, plainText } from "/names.js";
import { toMarkdown } from "/paste.js";
import { factsTouched, lastWords, marksIn, moved, pieces } from "/spans.js";
import { say, state } from "/state.js";
import { translationOf, translationPart } from "/translation.js";

const quietFor = 500;  // milliseconds without a key until the room is asked for

// By the room that is left, and beside the original.
const isToldElsewhere = (finding) => ["overset", "translation-stale", "blank-fact"].includes(finding.id);

const withoutEnd = (text) => text.replace(/\n$/, "");

export class Editor {
  /** `go(path)` opens another text; none: the list of all. */
  constructor(path, go) {
    this.path = path;
    this.go = go;
    this.findings = [];
    this.room = null;
    this.list = null;
    this.asked = "";
    this.text = null;
    this.input = make("textarea", {
      id: "editor-text",
      "data-key": "editor text",
      "aria-describedby": "editor-room",
      rows: "1",
      autocomplete: "off",
      spellcheck: "false",
      dir: "auto",
      oninput: () => this.typed(),
      onbeforeinput: (event) => this.keepFacts(event),
      onpaste: (event) => this.paste(event),
      onkeydown: (event) => this.shortcut(event),
    });
    this.input.addEventListener("keyup", () => this.lookAtCaret());
    this.input.addEventListener("click", () => this.lookAtCaret());
    this.under = make("div", { class: "under", "aria-hidden": "true" });
    this.roomLine = make("p", { id: "editor-room", class: "room", role: "status" });
    this.below = make("div", { class: "below" });
    this.tools = make("div", { class: "editor-tools", role: "group" });
    this.head = make("div", { class: "editor-head" });
    this.element = make("section", { class: "editor", "aria-labelledby": "editor-title" },
      this.head, this.tools, make("div", { class: "paper" }, this.under, this.input), this.roomLine, this.below);
  }

  /** Draws what is known, and asks what is new. */
  draw(order) {
    this.drawHead(order);
    this.drawTools();
    this.input.lang = state.language;
    this.refresh().catch(tell);
    this.drawBelow();
  }

  async refresh() {
    const key = `${state.seen} ${state.language} ${state.document}`;
    if (key === this.asked || isChanging()) return;
    this.asked = key;
    const answer = await get(where("/api/text", { path: this.path }));
    if (this.asked !== key) return;
    const text = withoutEnd(answer.text);
    const isTyping = document.activeElement === this.input && this.text !== null && this.input.value !== this.text;
    if (!isTyping && this.input.value !== text) this.set(text);
    this.text = text;
    this.list = answer.list;
    this.findings = this.input.value === text ? answer.findings : [];
    this.paint();
    this.drawBelow();
    this.measureSoon(this.room ? quietFor : 0);
  }

  measureSoon(after) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.measure().catch(tell), after);
  }

  async measure() {
    if (!this.element.isConnected || isChanging()) return;
    const text = this.input.value;
    const room = await get(where("/api/room", { path: this.path, document: state.document }));
    if (this.input.value !== text) return;
    this.room = room;
    this.drawRoom();
    this.paint();
    this.drawBelow();
  }

  set(text) {
    this.input.value = text;
    this.shown = text;
    this.paint();
  }

  typed() {
    const text = this.input.value;
    this.findings = moved(this.findings, this.shown ?? text, text);
    this.shown = text;
    if (this.room) this.room = { ...this.room, leaveOut: undefined };
    this.paint();
    this.measureSoon(quietFor);
    change(this.path, "text", text);
  }

  /** Puts words in the place of what is selected, as if they were typed: they can be undone so. */
  put(text, begin = this.input.selectionStart, end = this.input.selectionEnd) {
    this.input.focus();
    this.input.setSelectionRange(begin, end);
    if (!document.execCommand("insertText", false, text)) {
      this.input.setRangeText(text, begin, end, "end");
      this.typed();
    }
  }

  /** A fact is taken out as a whole, and nothing is typed into its name. */
  keepFacts(event) {
    const { value, selectionStart, selectionEnd } = this.input;
    let [begin, end] = [selectionStart, selectionEnd];
    if (begin === end && event.inputType.startsWith("delete")) event.inputType.includes("Forward") ? ++end : --begin;
    const facts = factsTouched(value, begin, end);
    if (!facts.length) return;
    if (begin === end) return this.input.setSelectionRange(facts[0].end, facts[0].end);
    this.input.setSelectionRange(Math.min(selectionStart, facts[0].begin), Math.max(selectionEnd, facts[facts.length - 1].end));
  }

  paste(event) {
    const html = event.clipboardData.getData("text/html");
    if (!html) return;
    event.preventDefault();
    this.put(toMarkdown(html));
  }

  wrap(sign) {
    const { value, selectionStart: begin, selectionEnd: end } = this.input;
    const isIn = value.slice(begin - sign.length, begin) === sign && value.slice(end, end + sign.length) === sign;
    if (isIn) return this.put(value.slice(begin, end), begin - sign.length, end + sign.length);
    const [, before, words, after] = value.slice(begin, end).match(/^(\s*)([^]*?)(\s*)$/);
    this.put(`${before}${sign}${words || say.someWords}${sign}${after}`);
    const from = begin + before.length + sign.length;
    this.input.setSelectionRange(from, from + (words || say.someWords).length);
  }

  bullets() {
    const { value, selectionStart, selectionEnd } = this.input;
    const begin = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const lines = value.slice(begin, selectionEnd).split("\n");
    const isList = lines.every((line) => line.startsWith("- "));
    this.put(lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join("\n"), begin, selectionEnd);
  }

  shortcut(event) {
    const sign = { b: "**", i: "*" }[event.key];
    if (!(event.ctrlKey || event.metaKey) || !sign) return;
    event.preventDefault();
    this.wrap(sign);
  }

  paint() {
    const text = this.input.value;
    const ranges = marksIn(text);
    for (const each of this.findings.filter((one) => !isToldElsewhere(one))) ranges.push({ kind: each.severity === "error" ? "error" : "look", begin: each.begin, end: each.end });
    if (this.room && this.room.over) ranges.push({ kind: "over", begin: lastWords(text, this.room.over, this.room.inCharacters), end: text.length });
    this.under.replaceChildren(...pieces(text, ranges).map((each) => (each.kinds.length ? make("span", { class: each.kinds.join(" ") }, each.text) : each.text)), "\u200B");
  }

  drawRoom() {
    const { room } = this;
    this.roomLine.className = `room ${room && room.over ? "over" : ""}`;
    const text = !room || !room.isKnown ? "" : room.over ? say.tooMany(room.over, room.inCharacters)
      : room.isMost ? say.plentyOfRoom : room.left ? say.roomFor(room.left, room.inCharacters) : say.noRoom;
    if (this.roomLine.textContent !== text) this.roomLine.textContent = text;
  }

  drawHead(order) {
    const at = order.indexOf(this.path);
    const step = (by, title, sign) => make("button", {
      type: "button", class: "quiet", "data-key": `editor ${by}`, "aria-label": title, title,
      disabled: at < 0 || order[at + by] === undefined,
      onclick: () => this.go(order[at + by]),
    }, sign);
    const active = document.activeElement && this.head.contains(document.activeElement) && document.activeElement.dataset.key;
    this.head.replaceChildren(
      make("button", { type: "button", class: "quiet", "data-key": "editor all", onclick: () => this.go(null) }, `‹ ${say.allTexts}`),
      make("span", { class: "steps" }, step(-1, say.textBefore, "↑"), step(1, say.textAfter, "↓")),
      make("h2", { id: "editor-title" }, make("label", { for: "editor-text" }, nameOf(this.path))));
    const again = active && this.head.querySelector(`[data-key="${active}"]:not(:disabled)`);
    if (again) again.focus();
  }

  drawTools() {
    const key = state.seen + document.documentElement.lang;
    if (this.toolsOf === key || this.tools.contains(document.activeElement)) return;
    this.toolsOf = key;
    this.tools.setAttribute("aria-label", say.howItLooks);
    const tool = (name, sign, run, kind = "") => make("button", { type: "button", class: `tool ${kind}`, "aria-label": name, title: name, onclick: run }, sign);
    const facts = state.groups.filter((group) => group.kind === "facts")
      .flatMap((group) => group.fields.filter((each) => each.state === "text" || each.state === "blank"));
    const menu = make("details", { class: "menu" }, make("summary", {}, say.putInFact), make("ul", {}, ...facts.map((each) => make("li", {}, make("button", {
      type: "button",
      onclick: () => {
        menu.open = false;
        this.put(`{${each.path}}`);
      },
    }, make("strong", {}, nameOf(each.path)), " ", make("span", {}, each.state === "text" ? each.text : say.toFillIn))))));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    this.tools.replaceChildren(
      tool(say.bold, "B", () => this.wrap("**"), "bold"),
      tool(say.italic, "I", () => this.wrap("*"), "italic"),
      tool(say.listOfPoints, "•", () => this.bullets()),
      tool(say.link, say.link, () => this.askLink(), "wide"),
      menu);
  }

  /** The address of a link, asked for below the tools. */
  askLink() {
    const { selectionStart: begin, selectionEnd: end, value } = this.input;
    const words = value.slice(begin, end);
    const address = make("input", { type: "url", id: "link-address", required: true, autocomplete: "off" });
    const close = () => {
      form.remove();
      this.input.focus();
    };
    const form = make("form", { class: "link-form" }, make("label", { for: "link-address" }, say.linkTo), address,
      make("button", { type: "submit", class: "main" }, say.putIn),
      make("button", { type: "button", class: "quiet", onclick: close }, say.cancel));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const to = address.value.trim();
      close();
      this.put(`[${words || to.replace(/^https?:\/\//, "")}](${to})`, begin, end);
    });
    this.tools.parentNode.querySelectorAll(".link-form").forEach((each) => each.remove());
    this.tools.after(form);
    address.focus();
  }

  lookAtCaret() {
    const caret = this.input.selectionStart;
    this.below.querySelectorAll("[data-begin]").forEach((each) =>
      each.classList.toggle("here", Number(each.dataset.begin) <= caret && caret <= Number(each.dataset.end)));
  }

  drawBelow() {
    const active = document.activeElement && this.below.contains(document.activeElement) ? document.activeElement : null;
    if (active && active.matches("textarea, input, select")) return;  // a note is being written
    const key = active && active.dataset.key;
    const parts = [this.suggestion(), this.chips(), this.found(), this.entry(), translationPart(this.path)];
    this.below.replaceChildren(...parts.filter(Boolean));
    const again = key && this.below.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (again) again.focus();
    else if (active) this.input.focus();
    this.lookAtCaret();
  }

  suggestion() {
    const { room } = this;
    if (!room || !room.leaveOut) return null;
    return make("div", { class: "suggestion" }, make("p", {}, say.leaveOut),
      make("blockquote", { lang: state.language }, plainText(room.leaveOut)),
      make("button", { type: "button", class: "main", "data-key": "leave out", onclick: () => this.put(room.without, 0, this.input.value.length) }, say.takeSuggestion));
  }

  /** What the facts in the text stand for. */
  chips() {
    const asked = [...new Set(marksIn(this.input.value).filter((each) => each.kind === "fact")
      .map((each) => this.input.value.slice(each.begin + 1, each.end - 1).split("|")[0].trim()))];
    const facts = asked.map((path) => {
      const field = state.groups.flatMap((group) => group.fields).find((each) => each.path === path);
      return make("li", {}, make("strong", {}, field ? nameOf(path) : asWords(path.split(".").pop())), " ", field && field.state === "text" ? field.text : field ? say.toFillIn : "");
    });
    return facts.length ? make("div", {}, make("p", { class: "help" }, say.factsHere), make("ul", { class: "chips" }, ...facts)) : null;
  }

  found() {
    const shown = this.findings.filter((each) => !isToldElsewhere(each));
    if (!shown.length) return null;
    const items = shown.map((each, index) => {
      const item = findingItem(each, `finding ${index}`, { path: this.path });
      item.dataset.begin = each.begin;
      item.dataset.end = each.end;
      return item;
    });
    return make("ul", { class: "problems", "aria-label": say.problems }, ...items);
  }

  /** An entry of a list: another one, one less, another place. */
  entry() {
    const { list } = this;
    if (!list || translationOf(this.path)) return null;
    const button = (what, title, isOff) => make("button", {
      type: "button", class: "quiet", "data-key": `list ${what}`, disabled: isOff,
      onclick: async () => {
        try {
          const answer = await post(where("/api/list"), { path: list.path, do: what });
          notice("");
          this.go(answer.path + this.path.slice(list.path.length), true);
        } catch (error) {
          tell(error);
        }
      },
    }, title);
    return make("div", { class: "entry", role: "group", "aria-label": say.entryOf(list.index + 1, list.size) },
      make("span", {}, say.entryOf(list.index + 1, list.size)),
      button("copy", say.addEntry),
      button("up", say.moveUp, list.index === 0),
      button("down", say.moveDown, list.index + 1 === list.size),
      button("remove", say.removeEntry, list.size < 2));
  }

  focus() {
    this.input.focus({ preventScroll: false });
  }
}
