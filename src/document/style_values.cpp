// SPDX-License-Identifier: MIT
#include "document/style_values.h"

#include <cmath>

#include "base/check.h"
#include "base/number.h"
#include "base/utf8.h"
#include "document/features.h"
#include "document/hyphens.h"
#include "document/theme.h"
#include "spec/parse_layout.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

constexpr Length kDefaultSize = Length::pt(10);
constexpr double kDefaultLeading = 1.25;
constexpr double kDefaultEmergencyStretch = 0.4;
/// Larger than any sheet; a slip of the keyboard rather than a wish.
constexpr Length kLargestLeading = Length::pt(4000);
constexpr Length kLargestSize = Length::pt(2000);

// What a key takes, parse has checked: one of these words, three percentages that grow.
text::Align align_of(std::string_view word) {
  using enum text::Align;
  if (word == "end") return End;
  if (word == "center") return Center;
  if (word == "justify") return Justify;
  if (word == "left") return Left;
  if (word == "right") return Right;
  return Start;
}

text::BreakBefore break_of(std::string_view word) {
  using enum text::BreakBefore;
  if (word == "column") return Column;
  return word == "frame" ? Frame : None;
}

/// Text whose lines have the pitch of the sheet's grid, or a multiple of it, stands on it unless
/// its style says otherwise.
text::GridSnap snap_of(const std::optional<spec::Text>& written,
                       const std::optional<BaselineGrid>& grid, Length leading) {
  using enum text::GridSnap;
  if (!grid) return None;
  if (written) {
    if (written->value == "none") return None;
    return written->value == "all" ? All : First;
  }
  const double steps = leading / grid->step;
  return std::abs(steps - std::round(steps)) * grid->step < kTolerance ? All : None;
}

std::array<double, 3> fractions(const std::vector<spec::Spanned<double>>& percent) {
  HANDBILL_CHECK(percent.size() == 3, "parse takes three percentages");
  return {percent[0].value / 100, percent[1].value / 100, percent[2].value / 100};
}

Length read_leading(const Teller& teller, const spec::StyleSpec& spec, Length size) {
  if (!spec.leading) return size * kDefaultLeading;
  if (spec.leading->value > Length{} && spec.leading->value <= kLargestLeading) {
    return spec.leading->value;
  }
  teller.error(
      BadValue, spec.leading->span,
      "a leading is more than 0 and at most " + format_number(kLargestLeading.pt(), 0) + " pt");
  return size * kDefaultLeading;
}

Length read_size(const Teller& teller, const spec::CharacterSpec& spec) {
  if (!spec.size) return kDefaultSize;
  if (spec.size->value > Length{} && spec.size->value <= kLargestSize) return spec.size->value;
  teller.error(BadValue, spec.size->span,
               "a type size of " + in_unit_of(spec.size->value, spec.size->span, teller.sources) +
                   "; sizes are more than 0 and at most " + format_number(kLargestSize.pt(), 0) +
                   " pt");
  return kDefaultSize;
}

text::HyphenLimits hyphen_limits(const spec::StyleSpec& spec, const std::string& language) {
  text::HyphenLimits limits;
  limits.capitalised =
      spec.hyphenate_capitals ? spec.hyphenate_capitals->value : has_large_nouns(language);
  if (!spec.hyphen_min) return limits;
  const auto set = [](const std::optional<spec::Spanned<std::int64_t>>& written, int& into) {
    if (written) into = static_cast<int>(written->value);
  };
  set(spec.hyphen_min->word, limits.word);
  set(spec.hyphen_min->before, limits.before);
  set(spec.hyphen_min->after, limits.after);
  return limits;
}

std::vector<text::Protrusion> protrusions_of(const spec::FontSpec& font) {
  std::vector<text::Protrusion> result;
  for (const spec::ProtrusionSpec& each : font.protrusion) {
    std::size_t at = 0;
    result.push_back({next_code_point(each.character, at), each.sides[0].value / 100,
                      each.sides[1].value / 100});
  }
  return result;
}

}  // namespace

std::optional<BaselineGrid> StyleValues::grid() const {
  return layout.sheet ? baseline_grid(*layout.sheet) : std::nullopt;
}

/// "second" is what stands beside the first.
const std::string& StyleValues::meant_language(const spec::Text& written) const {
  if (written.value != spec::kSecond) return written.value;
  if (layout.second_language) return layout.second_language->value;
  teller.error(BadValue, written.span, "this layout has no second language",
               {"name it at the top of the layout: `second_language = \"es\"`"});
  return language;
}

/// How lines are broken and filled.
void StyleValues::set_lines(const spec::StyleSpec& spec, text::ParagraphStyle& style) const {
  if (!spec.word_space.empty()) style.word_space = fractions(spec.word_space);
  if (!spec.letter_space.empty()) {
    style.letter_space = style.ideograph_space = style.cluster_space = fractions(spec.letter_space);
  }
  if (!spec.glyph_width.empty()) style.glyph_width = fractions(spec.glyph_width);
  if (spec.tolerance) style.tolerance = static_cast<double>(spec.tolerance->value);
  style.emergency_stretch = spec.emergency_stretch ? spec.emergency_stretch->value
                                                   : style.text->size * kDefaultEmergencyStretch;
  const Length size = style.text->size;
  style.rag_zone = spec.rag_zone ? spec.rag_zone->value : size * text::kUsualRagZone;
  if (spec.rag_give) style.rag_give = spec.rag_give->value / 100;
  style.hyphen_zone = spec.hyphen_zone ? spec.hyphen_zone->value : size * text::kUsualHyphenZone;
  if (spec.looseness) style.looseness = static_cast<int>(spec.looseness->value);
  if (spec.hyphens_in_a_row)
    style.hyphens_in_a_row = static_cast<int>(spec.hyphens_in_a_row->value);
  if (spec.last_line) style.last_line = spec.last_line->value / 100;
  if (spec.keep_words) style.keep_words = spec.keep_words->value;
  if (spec.balance) style.balance = spec.balance->value;
  if (spec.optical_margins) style.optical_margins = spec.optical_margins->value / 100;
}

text::CharacterStyle StyleValues::of(const spec::CharacterSpec& spec) const {
  text::CharacterStyle style;
  style.size = read_size(teller, spec);
  if (spec.color) style.color = swatches.color(*spec.color, teller);
  if (spec.tracking) style.tracking = spec.tracking->value / 100;
  if (spec.ligatures_up_to) style.ligatures_up_to = spec.ligatures_up_to->value;
  if (spec.baseline_shift) style.baseline_shift = spec.baseline_shift->value;
  if (spec.underline) style.underline = spec.underline->value;
  style.overprint = overprint_of(spec.overprint);
  style.language = spec.language ? meant_language(*spec.language) : language;
  if (spec.hyphenate) style.hyphenate = spec.hyphenate->value;
  if (text::is_joined(text::script_of_language(style.language))) style.tracking = 0;
  if (spec.quotes && spec.quotes->value == "straight") style.quotes = text::Quotes::Straight;
  const bool are_straight = style.quotes == text::Quotes::Straight;
  if (spec.signs ? spec.signs->value == "as-typed" : are_straight) {
    style.signs = text::Signs::AsTyped;
  }

  FeatureList features(teller);
  if (const auto* font = find_font(layout, spec.font, teller)) {
    for (const spec::Text& feature : font->value.features) features.add(feature);
    style.protrusions = protrusions_of(font->value);
  }
  if (spec.figures) features.add_figures(*spec.figures);
  if (spec.caps) features.add_caps(*spec.caps);
  for (const spec::Text& feature : spec.features) features.add(feature);
  style.features = features.take();
  return style;
}

text::ParagraphStyle StyleValues::of(const spec::StyleSpec& spec, const std::string& name) const {
  text::ParagraphStyle style;
  style.name = name;
  style.text = of(spec.text);
  style.leading = read_leading(teller, spec, style.text->size);
  if (spec.align) style.align = align_of(spec.align->value);
  if (spec.before) style.space_before = spec.before->value;
  if (spec.after) style.space_after = spec.after->value;
  if (spec.indent_start) style.indent_start = spec.indent_start->value;
  if (spec.indent_end) style.indent_end = spec.indent_end->value;
  if (spec.indent_first) style.indent_first = spec.indent_first->value;
  style.flush_gap = spec.flush_gap ? spec.flush_gap->value : style.text->size;
  style.one_line = spec.one_line && spec.one_line->value;
  if (spec.fill_blanks) style.fill_blanks = spec.fill_blanks->value;
  if (spec.keep_with_next) style.keep_with_next = spec.keep_with_next->value;
  if (spec.keep_together) style.keep_together = spec.keep_together->value;
  if (spec.orphans) style.orphans = static_cast<int>(spec.orphans->value);
  if (spec.widows) style.widows = static_cast<int>(spec.widows->value);
  if (spec.break_before) style.break_before = break_of(spec.break_before->value);
  style.grid = snap_of(spec.grid, grid(), style.leading);
  if (spec.stretch_before) style.stretch_before = static_cast<int>(spec.stretch_before->value);
  if (spec.stretch_after) style.stretch_after = static_cast<int>(spec.stretch_after->value);
  if (spec.side && spec.side->width) {
    style.side = {spec.side->width->value,
                  spec.side->gap ? spec.side->gap->value : style.text->size};
    style.keep_together = style.keep_with_next = true;
  }
  style.hyphen_limits = hyphen_limits(spec, style.text->language);
  set_lines(spec, style);
  style.rule_above = rule(spec.rule_above);
  style.rule_below = rule(spec.rule_below);
  return style;
}

std::optional<text::Rule> StyleValues::rule(const std::optional<spec::RuleSpec>& written) const {
  if (!written || written->is_none) return std::nullopt;
  text::Rule rule{color::Color::black()};
  if (written->color) rule.color = swatches.color(*written->color, teller);
  if (written->width) rule.width = written->width->value;
  if (written->offset) rule.offset = written->offset->value;
  if (written->width && !(rule.width > Length{})) {
    teller.error(BadValue, written->width->span, "a rule must be wider than 0");
    rule.width = text::Rule{}.width;
  }
  return rule;
}

}  // namespace handbill::document
