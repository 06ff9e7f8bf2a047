// SPDX-License-Identifier: MIT
#include "document/inherit.h"

namespace handbill::document {
namespace {

template <class T>
void replace(std::optional<T>& base, const std::optional<T>& over) {
  if (over) base = over;
}

}  // namespace

void lay_over(spec::CharacterSpec& base, const spec::CharacterSpec& over) {
  replace(base.font, over.font);
  replace(base.weight, over.weight);
  replace(base.italic, over.italic);
  replace(base.size, over.size);
  replace(base.color, over.color);
  replace(base.tracking, over.tracking);
  replace(base.ligatures_up_to, over.ligatures_up_to);
  base.features.insert(base.features.end(), over.features.begin(), over.features.end());
  replace(base.figures, over.figures);
  replace(base.caps, over.caps);
  replace(base.baseline_shift, over.baseline_shift);
  replace(base.underline, over.underline);
  replace(base.language, over.language);
  replace(base.hyphenate, over.hyphenate);
  replace(base.quotes, over.quotes);
  replace(base.signs, over.signs);
  replace(base.position, over.position);
  replace(base.overprint, over.overprint);
  base.span = over.span;
}

void lay_over(spec::StyleSpec& base, const spec::StyleSpec& over) {
  lay_over(base.text, over.text);
  replace(base.leading, over.leading);
  replace(base.align, over.align);
  replace(base.before, over.before);
  replace(base.after, over.after);
  replace(base.indent_start, over.indent_start);
  replace(base.indent_end, over.indent_end);
  replace(base.indent_first, over.indent_first);
  replace(base.flush_gap, over.flush_gap);
  replace(base.leader, over.leader);
  replace(base.one_line, over.one_line);
  replace(base.fill_blanks, over.fill_blanks);
  replace(base.keep_with_next, over.keep_with_next);
  replace(base.keep_together, over.keep_together);
  replace(base.orphans, over.orphans);
  replace(base.widows, over.widows);
  replace(base.grid, over.grid);
  replace(base.break_before, over.break_before);
  replace(base.stretch_before, over.stretch_before);
  replace(base.stretch_after, over.stretch_after);
  replace(base.drop_cap, over.drop_cap);
  replace(base.lead_in, over.lead_in);
  replace(base.side, over.side);
  if (!over.word_space.empty()) base.word_space = over.word_space;
  if (over.hyphen_min) {
    if (!base.hyphen_min) base.hyphen_min.emplace();
    replace(base.hyphen_min->word, over.hyphen_min->word);
    replace(base.hyphen_min->before, over.hyphen_min->before);
    replace(base.hyphen_min->after, over.hyphen_min->after);
  }
  replace(base.hyphenate_capitals, over.hyphenate_capitals);
  replace(base.keep_words, over.keep_words);
  if (!over.letter_space.empty()) base.letter_space = over.letter_space;
  if (!over.glyph_width.empty()) base.glyph_width = over.glyph_width;
  replace(base.tolerance, over.tolerance);
  replace(base.emergency_stretch, over.emergency_stretch);
  replace(base.looseness, over.looseness);
  replace(base.hyphens_in_a_row, over.hyphens_in_a_row);
  replace(base.last_line, over.last_line);
  replace(base.rag_zone, over.rag_zone);
  replace(base.rag_give, over.rag_give);
  replace(base.hyphen_zone, over.hyphen_zone);
  replace(base.balance, over.balance);
  replace(base.optical_margins, over.optical_margins);
  replace(base.rule_above, over.rule_above);
  replace(base.rule_below, over.rule_below);
  replace(base.marker, over.marker);
  replace(base.marker_style, over.marker_style);
  replace(base.marker_gap, over.marker_gap);
  replace(base.marker_hang, over.marker_hang);
}

void lay_over(spec::MarkdownSpec& base, const spec::MarkdownSpec& over) {
  replace(base.h1, over.h1);
  replace(base.h2, over.h2);
  replace(base.h3, over.h3);
  replace(base.h4, over.h4);
  replace(base.p, over.p);
  replace(base.after_heading, over.after_heading);
  replace(base.bullet, over.bullet);
  replace(base.bullet2, over.bullet2);
  replace(base.number, over.number);
  replace(base.number2, over.number2);
  replace(base.quote, over.quote);
  replace(base.footnote, over.footnote);
  replace(base.link_address, over.link_address);
  replace(base.strong, over.strong);
  replace(base.emphasis, over.emphasis);
  replace(base.link, over.link);
  replace(base.reference, over.reference);
}

}  // namespace handbill::document
