// SPDX-License-Identifier: MIT
// What is copied from a word processor or a page of the web, as Markdown. The HTML is read and never
// put into the page.

const dropped = "style,script,meta,link,title,head,xml,template,img,svg,object,iframe,input,button,select,textarea";
const blocks = new Set(["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "BLOCKQUOTE", "PRE", "FIGURE",
  "FIGCAPTION", "DL", "DT", "DD", "H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "TBODY", "THEAD", "TFOOT", "UL", "OL", "LI"]);

// Styles are read and never applied, and handlers never run: under other names the browser has nothing to refuse.
const inert = (html) => html.replace(/<(style|script|xml)\b[^]*?<\/\1\s*>/gi, "").replace(/<[a-z][^<>]*>/gi, (tag) =>
  tag.replace(/\s(style|on[a-z]+)\s*=/gi, (_, name) => (name.toLowerCase() === "style" ? " data-style=" : " data-off=")));
const styleOf = (element) => (element.getAttribute("data-style") || "").toLowerCase();

/** A property as it is written in the element. */
function said(element, property) {
  const found = styleOf(element).match(new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`));
  return found ? found[1].trim() : "";
}

function isHidden(element) {
  return element.matches(dropped) || element.hidden || said(element, "display") === "none" ||
    said(element, "mso-hide") === "all" || /ignore/.test(said(element, "mso-list"));
}

/** Bold and italic of an element, where it says something of them. */
function stress(element, outer) {
  const weight = said(element, "font-weight");
  const slant = said(element, "font-style");
  const isHeading = /^H[1-6]$/.test(element.tagName);
  const strong = weight ? weight === "bold" || weight === "bolder" || Number(weight) >= 600
    : outer.strong || isHeading || element.matches("b,strong,th");
  const emphasis = slant ? slant === "italic" || slant === "oblique" : outer.emphasis || element.matches("i,em,cite");
  return { ...outer, strong, emphasis };
}

const isAddress = (href) => /^(https?:\/\/|mailto:|tel:)/i.test(href) && !/[\s<>]/.test(href);

/** Signs that would mean something to Markdown, and braces, which ask for facts. */
const escaped = (text) => text.replace(/[\\*`<]/g, "\\$&").replace(/\{/g, "{{").replace(/(^|\W)_|_(?=\W|$)/g, (found) => found.replace("_", "\\_"));

/** Runs of one look, without those of the same look beside each other. */
function joined(runs) {
  const list = [];
  for (const run of runs) {
    const last = list[list.length - 1];
    const isSame = last && last.strong === run.strong && last.emphasis === run.emphasis && last.href === run.href;
    if (isSame) last.text += run.text;
    else if (run.text) list.push({ ...run });
  }
  return list;
}

/** Marks stand at words, never at spaces. */
function marked(run) {
  const [, before, words, after] = run.text.match(/^([\s]*)([^]*?)([\s]*)$/);
  if (!words) return run.text;
  const marks = (run.strong ? "**" : "") + (run.emphasis ? "*" : "");
  const text = marks + escaped(words) + [...marks].reverse().join("");
  return before + (run.href ? `[${text}](${run.href})` : text) + after;
}

function lineOf(runs) {
  const tidy = joined(runs.map((run) => ({ ...run, text: run.text.replace(/[ \t\r\f\u00A0\u2007\u202F]+/g, " ").replace(/[\u200B\u2060\uFEFF]/g, "") })));
  return tidy.map(marked).join("").replace(/ *\n */g, "\n").replace(/ {2,}/g, " ").trim()
    .replace(/\n/g, "\\\n").replace(/^(#{1,6}\s|>)/, "\\$1");
}

/** A list of Word: its level and whether it counts; nothing: it is none. */
function wordList(element) {
  const level = said(element, "mso-list").match(/level(\d+)/);
  if (!level) return null;
  const sign = [...element.querySelectorAll("*")].find((each) => /ignore/.test(said(each, "mso-list")));
  return { level: Number(level[1]), counts: Boolean(sign) && /^\s*\(?[0-9a-zA-Z]{1,3}[.)]/.test(sign.textContent) };
}

/** Reads elements into lines: { text, item, goesOn }, item being that of a list that the line is of, or
 * null. */
class Reader {
  constructor() {
    this.lines = [];
    this.runs = [];
    this.item = null;
  }

  end() {
    const text = lineOf(this.runs);
    this.runs = [];
    if (!text) return;
    this.lines.push({ text, item: this.item, goesOn: Boolean(this.item && this.item.isBegun) });
    if (this.item) this.item.isBegun = true;
  }

  /** `lists`: those that the node stands in, true for those that count. */
  read(node, look, lists = []) {
    if (node.nodeType === Node.TEXT_NODE) {
      this.runs.push({ ...look, text: node.data.replace(/[\n\r\t]+/g, " ") });
    } else if (node.nodeType === Node.ELEMENT_NODE && !isHidden(node)) {
      this.readElement(node, stress(node, look), lists);
    }
  }

  readElement(element, look, lists) {
    const name = element.tagName;
    const href = (name === "A" && element.getAttribute("href")) || "";
    const children = (inner, within) => element.childNodes.forEach((each) => this.read(each, inner, within));
    if (name === "BR") this.runs.push({ ...look, text: "\n" });
    else if (isAddress(href)) children({ ...look, href: href.replace(/\(/g, "%28").replace(/\)/g, "%29") }, lists);
    else if (name === "TR") this.readRow(element, look);
    else if (!blocks.has(name)) children(look, lists);
    else {
      this.end();
      const outer = this.item;
      this.item = this.itemOf(element, lists);
      children(look, name === "UL" || name === "OL" ? [...lists, name === "OL"] : lists);
      this.end();
      this.item = outer;
    }
  }

  itemOf(element, lists) {
    if (element.tagName === "LI") return { level: Math.max(lists.length, 1), counts: lists[lists.length - 1] || false };
    return wordList(element) || (lists.length ? this.item : null);
  }

  /** A row of a table is a line of its own. */
  readRow(row, look) {
    this.end();
    const cells = [...row.children].map((cell) => {
      const reader = new Reader();
      reader.read(cell, { ...look, strong: false });
      reader.end();
      return reader.lines.map((line) => line.text).join(" ");
    });
    this.lines.push({ text: cells.filter(Boolean).join(" – "), item: null });
  }
}

function written(lines) {
  let text = "";
  let open = [];  // lists, the outermost first: { counts, at }
  let before = null;
  for (const { text: line, item, goesOn } of lines) {
    if (text) text += item && before ? "\n" : "\n\n";
    if (!item || !before) open = [];
    before = item;
    const indent = item ? "   ".repeat(item.level - 1) : "";
    if (!item || goesOn) {
      text += (item ? `${indent}   ` : "") + line;
      continue;
    }
    open = open.slice(0, item.level);
    const list = open[item.level - 1];
    open[item.level - 1] = { counts: item.counts, at: list && list.counts === item.counts ? list.at + 1 : 1 };
    text += `${indent}${item.counts ? `${open[item.level - 1].at}.` : "-"} ${line}`;
  }
  return text;
}

/** HTML of the clipboard as Markdown. */
export function toMarkdown(html) {
  const reader = new Reader();
  reader.read(new DOMParser().parseFromString(inert(html), "text/html").body, { strong: false, emphasis: false, href: "" });
  reader.end();
  return written(reader.lines.filter((line) => line.text));
}
