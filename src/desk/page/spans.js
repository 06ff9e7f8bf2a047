// SPDX-License-Identifier: MIT
// A text in pieces, each with what is to be seen of it: marks of Markdown, facts, findings, what is
// too much.

const patterns = [
  [/\{\{/g, () => []],
  [/\{[^{}\n]+\}/g, () => [["fact", 0, 0]]],
  [/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, () => [["sign", 0, -2], ["strong", 2, 2]]],
  [/(?<!\*)\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)/g, () => [["sign", 0, -1], ["emphasis", 1, 1]]],
  [/^\s*(?:[-+*]|\d+[.)])\s/gm, () => [["sign", 0, 0]]],
  [/\\$/gm, () => [["sign", 0, 0]]],
];

/** Ranges { kind, begin, end } of the marks and facts of a text. */
export function marksIn(text) {
  const ranges = [];
  for (const [pattern, kinds] of patterns) {
    for (const found of text.matchAll(pattern)) {
      const begin = found.index;
      const end = begin + found[0].length;
      for (const [kind, from, to] of kinds()) {
        if (to >= 0) ranges.push({ kind, begin: begin + from, end: end - to });
        else ranges.push({ kind, begin, end: begin - to }, { kind, begin: end + to, end });
      }
    }
  }
  for (const found of text.matchAll(/\[([^\]\n]*)\]\(([^)\s]*)\)/g)) {
    const begin = found.index;
    const words = begin + 1 + found[1].length;
    ranges.push({ kind: "sign", begin, end: begin + 1 }, { kind: "link", begin: begin + 1, end: words }, { kind: "sign", begin: words, end: begin + found[0].length });
  }
  return ranges;
}

/** The facts of a text that are touched by a change of [begin, end): they change as a whole. */
export const factsTouched = (text, begin, end) =>
  marksIn(text).filter((each) => each.kind === "fact" && each.begin < end && begin < each.end);

/** Where the last words of a text begin, so many of them. */
export function lastWords(text, count, inCharacters) {
  const words = [...text.matchAll(inCharacters ? /\S/gu : /\S+/g)];
  return count > 0 && words.length ? words[Math.max(words.length - count, 0)].index : text.length;
}

/** Ranges after a change of the text: those that it touches are gone. */
export function moved(ranges, before, now) {
  let begin = 0;
  while (begin < before.length && begin < now.length && before[begin] === now[begin]) ++begin;
  let same = 0;
  while (same < before.length - begin && same < now.length - begin && before[before.length - 1 - same] === now[now.length - 1 - same]) ++same;
  const end = before.length - same;
  const more = now.length - before.length;
  return ranges.flatMap((each) => {
    if (each.end <= begin) return [each];
    if (each.begin >= end) return [{ ...each, begin: each.begin + more, end: each.end + more }];
    return [];
  });
}

/** Pieces { text, kinds } of a text, one behind the other. */
export function pieces(text, ranges) {
  const cuts = new Set([0, text.length]);
  for (const { begin, end } of ranges) cuts.add(Math.min(begin, text.length)).add(Math.min(end, text.length));
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((begin, index) => ({
    text: text.slice(begin, places[index + 1]),
    kinds: [...new Set(ranges.filter((each) => each.begin <= begin && begin < each.end).map((each) => each.kind))],
  }));
}
