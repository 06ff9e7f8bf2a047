// SPDX-License-Identifier: MIT
#include "document/styles.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/number.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "document/edition.h"
#include "document/features.h"
#include "document/inherit.h"
#include "document/resolve_sheet.h"
#include "document/typed_text.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

constexpr Length kDefaultSize = Length::pt(10);
constexpr double kDefaultLeading = 1.25;
constexpr double kDropCapGap = 0.2;  ///< of the text size
constexpr double kDefaultEmergencyStretch = 0.4;
/// Larger than any sheet; a slip of the keyboard rather than a wish.
constexpr Length kLargestLeading = Length::pt(4000);
constexpr Length kLargestSize = Length::pt(2000);

const std::optional<spec::Text>& parent_of(const spec::Named<spec::StyleSpec>& style) {
  return style.value.text.parent;
}
const std::optional<spec::Text>& parent_of(const spec::Named<spec::CharacterSpec>& style) {
  return style.value.parent;
}

/// Reports the circle that `chain` ends in, the style at `first` being met again.
template <class Style>
void report_cycle(const Context& context, const std::vector<const Style*>& chain,
                  std::size_t first) {
  const Style& start = *chain[first];
  diag::Diagnostic cycle{StyleCycle, diag::Severity::Error,
                         "style " + quoted(start.name) + " inherits from itself",
                         parent_of(start)->span};
  for (std::size_t i = first + 1; i < chain.size(); ++i) {
    cycle.labels.push_back({parent_of(*chain[i])->span, "by way of " + quoted(chain[i]->name)});
  }
  context.diags.add(std::move(cycle));
}

/// The style and its parents, itself first. Reports unknown parents, and each circle once.
template <class Style>
std::vector<const Style*> ancestry(const Context& context, const std::vector<Style>& styles,
                                   const Style& style,
                                   std::set<std::string, std::less<>>& in_reported_cycle) {
  std::vector<const Style*> chain = {&style};
  while (const std::optional<spec::Text>& parent = parent_of(*chain.back())) {
    const Style* next = find_named(styles, parent->value);
    if (next == nullptr) {
      context.error(UnknownStyle, parent->span, "no style is called " + quoted(parent->value),
                    did_you_mean(parent->value, names_of(styles)));
      break;
    }
    const auto met = std::find(chain.begin(), chain.end(), next);
    if (met == chain.end()) {
      chain.push_back(next);
      continue;
    }
    if (!in_reported_cycle.contains(next->name)) {
      report_cycle(context, chain, static_cast<std::size_t>(met - chain.begin()));
    }
    for (auto each = met; each != chain.end(); ++each) in_reported_cycle.insert((*each)->name);
    break;
  }
  return chain;
}

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

std::optional<BaselineGrid> sheet_grid(const Context& context) {
  const auto& sheet = context.inputs.layout.sheet;
  return sheet ? baseline_grid(*sheet) : std::nullopt;
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

/// How lines are broken and filled.
void read_line_setting(const spec::StyleSpec& spec, text::ParagraphStyle& style) {
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

Length read_leading(const Context& context, const spec::StyleSpec& spec, Length size) {
  if (!spec.leading) return size * kDefaultLeading;
  if (spec.leading->value > Length{} && spec.leading->value <= kLargestLeading) {
    return spec.leading->value;
  }
  context.error(
      BadValue, spec.leading->span,
      "a leading is more than 0 and at most " + format_number(kLargestLeading.pt(), 0) + " pt");
  return size * kDefaultLeading;
}

Length read_size(const Context& context, const spec::CharacterSpec& spec) {
  if (!spec.size) return kDefaultSize;
  if (spec.size->value > Length{} && spec.size->value <= kLargestSize) return spec.size->value;
  context.error(BadValue, spec.size->span,
                "a type size of " + in_unit_of(spec.size->value, spec.size->span, context.sources) +
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

constexpr double kSmallScale = 0.62;
constexpr double kSmallWeight = 1.4;
constexpr double kInferiorDepth = 0.14;

/// The first character of `words` for which a feature has no glyph; empty: it has all.
std::string without_alternate(const font::Face& face, std::string_view tag,
                              std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(words, at);
    if (is_space(c) || face.has_alternate(tag, face.glyph_for(c))) continue;
    return std::string(words.substr(begin, at - begin));
  }
  return {};
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

int weight_of(const spec::CharacterSpec& spec) {
  return spec.weight ? static_cast<int>(spec.weight->value) : 400;
}

font::Slant slant_of(const spec::CharacterSpec& spec) {
  return spec.italic && spec.italic->value ? font::Slant::Italic : font::Slant::Upright;
}

}  // namespace

Styles::Styles(const Context& context, const Swatches& swatches, Typefaces& typefaces,
               Hyphens& hyphens)
    : context_(context), swatches_(swatches), typefaces_(typefaces), hyphens_(hyphens) {}

void Styles::check() {
  for (const auto& style : context_.inputs.layout.styles) {
    const spec::StyleSpec& spec = merged(style);
    final_but_fonts(spec, style.name);
    if (spec.marker_style) character(*spec.marker_style);
    if (spec.drop_cap && spec.drop_cap->style) character(*spec.drop_cap->style);
    if (spec.lead_in && spec.lead_in->style) character(*spec.lead_in->style);
  }
  for (const auto& style : context_.inputs.layout.characters) final_but_fonts(merged(style));
}

const spec::StyleSpec& Styles::merged(const spec::Named<spec::StyleSpec>& style) {
  if (const auto found = paragraph_specs_.find(style.name); found != paragraph_specs_.end()) {
    return found->second;
  }
  const auto chain = ancestry(context_, context_.inputs.layout.styles, style, in_reported_cycle_);
  spec::StyleSpec result;
  for (auto each = chain.rbegin(); each != chain.rend(); ++each) lay_over(result, (*each)->value);
  return paragraph_specs_.emplace(style.name, std::move(result)).first->second;
}

const spec::CharacterSpec& Styles::merged(const spec::Named<spec::CharacterSpec>& style) {
  if (const auto found = character_specs_.find(style.name); found != character_specs_.end()) {
    return found->second;
  }
  const auto chain =
      ancestry(context_, context_.inputs.layout.characters, style, in_reported_cycle_);
  spec::CharacterSpec result;
  for (auto each = chain.rbegin(); each != chain.rend(); ++each) lay_over(result, (*each)->value);
  return character_specs_.emplace(style.name, std::move(result)).first->second;
}

const MergedStyle& Styles::paragraph(const spec::Text& name) {
  if (const auto found = finished_.find(name.value); found != finished_.end()) {
    return found->second;
  }
  const auto& styles = context_.inputs.layout.styles;
  const auto* style = find_named(styles, name.value);
  if (style == nullptr) {
    context_.error(UnknownStyle, name.span, "no paragraph style is called " + quoted(name.value),
                   did_you_mean(name.value, names_of(styles)));
    return plain();
  }
  return finish(merged(*style), style->name);
}

const MergedStyle& Styles::plain() {
  if (const auto found = finished_.find(""); found != finished_.end()) return found->second;
  return finish(spec::StyleSpec{}, "");
}

const MergedStyle& Styles::finish(const spec::StyleSpec& spec, const std::string& name) {
  MergedStyle result{name, spec, {}};
  text::ParagraphStyle style = final_but_fonts(spec, name);
  // Character styles are laid over what the paragraph decides.
  if (!spec.text.hyphenate) {
    result.spec.text.hyphenate = {style.align == text::Align::Justify, {}};
  }
  style.text = final_style(result.spec.text);
  style.drop_cap = drop_cap(result.spec, style);
  if (spec.leader) check_leader(*spec.leader, style.text);
  result.final_style = std::move(style);
  return finished_.emplace(name, std::move(result)).first->second;
}

/// Fallbacks do not set leaders.
void Styles::check_leader(const spec::Text& leader, const text::CharacterStyle& style) const {
  if (style.fonts.empty()) return;
  const font::Face& face = context_.fonts.face(style.fonts.front());
  for (std::size_t at = 0; at < leader.value.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(leader.value, at);
    if (is_space(c) || face.glyph_for(c) != 0) continue;
    const std::string sign = leader.value.substr(begin, at - begin);
    context_.error(GlyphMissing, leader.span,
                   "font " + quoted(face.postscript_name()) + " has no " + quoted(sign) +
                       ", which is to lead to the end of the line",
                   {"take another sign: `leader = \". \"`"});
  }
}

std::optional<text::DropCap> Styles::drop_cap(const spec::StyleSpec& spec,
                                              const text::ParagraphStyle& style) {
  if (!spec.drop_cap) return std::nullopt;
  const spec::DropCapSpec& written = *spec.drop_cap;
  spec::CharacterSpec look = spec.text;
  if (written.style) lay_over(look, character(*written.style));
  text::DropCap drop_cap{.style = final_style(look),
                         .gap = written.gap ? written.gap->value : style.text->size * kDropCapGap,
                         .pitch = style.leading};
  if (written.lines) drop_cap.lines = static_cast<int>(written.lines->value);
  if (written.letters) drop_cap.letters = static_cast<int>(written.letters->value);
  const auto grid = sheet_grid(context_);
  if (grid && style.grid == text::GridSnap::All) {
    drop_cap.pitch = grid->step * std::ceil((style.leading - kTolerance) / grid->step);
  }
  return drop_cap;
}

const spec::CharacterSpec& Styles::character(const spec::Text& name) {
  const auto& styles = context_.inputs.layout.characters;
  if (const auto* style = find_named(styles, name.value)) return merged(*style);
  context_.error(UnknownStyle, name.span, "no character style is called " + quoted(name.value),
                 did_you_mean(name.value, names_of(styles)));
  return no_character_;
}

void Styles::check_size(const spec::CharacterSpec& spec, Length size) const {
  const Edition& edition = edition_of(context_.inputs.layout);
  if (size >= edition.smallest) return;
  const diag::Span written = spec.size ? spec.size->span : diag::Span{};
  context_.diags.add({TypeTooSmall, edition.severity,
                      "type of " + in_unit_of(size, written, context_.sources) + "; the " +
                          std::string(edition.name) + " edition keeps it at " +
                          in_unit_of(edition.smallest, written, context_.sources) + " or more",
                      written.known() ? written : spec.span});
}

text::CharacterStyle Styles::final_style(const spec::CharacterSpec& spec) {
  text::CharacterStyle style = final_but_fonts(spec);
  check_size(spec, style.size);
  const auto* font = typefaces_.find(spec.font);
  if (font == nullptr) {
    context_.error(MissingKey, context_.inputs.layout.span,
                   "the layout has text but defines no font",
                   {"add `[font.text]` with `family = \"Lato\"`"});
    return style;
  }
  set_faces(style, spec);
  check_face(*font, spec);
  if (!style.fonts.empty()) check_features(spec, context_.fonts.face(style.fonts.front()));
  if (style.hyphenate) {
    const bool is_written = spec.hyphenate && spec.hyphenate->span.known();
    hyphens_.use(style.language, spec.language ? spec.language->span
                                 : is_written  ? spec.hyphenate->span
                                               : spec.span);
  }
  return style;
}

void Styles::check_face(const spec::Named<spec::FontSpec>& font, const spec::CharacterSpec& spec) {
  const auto written = [](const auto& key) { return key ? key->span : diag::Span(); };
  const diag::Span slant = written(spec.italic), weight = written(spec.weight);
  const bool is_by_slant = slant_of(spec) == font::Slant::Italic && slant.known();
  typefaces_.check_face(font, weight_of(spec), slant_of(spec),
                        is_by_slant      ? slant
                        : weight.known() ? weight
                                         : spec.span);
}

void Styles::set_faces(text::CharacterStyle& style, const spec::CharacterSpec& spec) {
  const auto* font = typefaces_.find(spec.font);
  if (font == nullptr) return;
  const Typefaces::Faces& faces =
      typefaces_.faces(*font, weight_of(spec), slant_of(spec), style.size);
  style.fonts = faces.fonts;
  style.typeface = faces.id;
}

text::SharedStyle Styles::positioned(const spec::CharacterSpec& spec, const text::SharedStyle& plain,
                                        std::string_view words) {
  if (!spec.position || spec.position->value == "normal" || plain->fonts.empty()) return plain;
  const bool is_super = spec.position->value == "super";
  const std::string tag = is_super ? "sups" : "subs";
  const font::Face& face = context_.fonts.face(plain->fonts.front());
  const std::string lacking = without_alternate(face, tag, words);
  text::CharacterStyle style = plain;
  if (lacking.empty()) {
    style.features.push_back({tag, 1});
    return style;
  }
  context_.diags.warning(FeatureMissing, spec.position->span,
                         "font " + quoted(face.postscript_name()) + " has no " +
                             (is_super ? "superior" : "inferior") + " (`" + tag + "`) for " +
                             quoted(lacking) + ", so smaller letters stand in",
                         {"choose a family that has it (see `handbill fonts`)"});
  // As high as the capitals, or as deep as a comma; bolder, to be as dark as the text around.
  style.baseline_shift +=
      style.size * (is_super ? face.metrics().cap_height * (1 - kSmallScale) : -kInferiorDepth);
  style.size = style.size * kSmallScale;
  spec::CharacterSpec bolder = spec;
  bolder.weight = spec::Spanned<std::int64_t>{
      std::min<std::int64_t>(std::lround(weight_of(spec) * kSmallWeight), 1000), {}};
  set_faces(style, bolder);
  return style;
}

void Styles::check_features(const spec::CharacterSpec& spec, const font::Face& face) const {
  const auto warn = [&](diag::Span span, const std::string& what, std::string hint) {
    context_.diags.warning(FeatureMissing, span,
                           "font " + quoted(face.postscript_name()) + " has no " + what,
                           {std::move(hint)});
  };
  if (spec.caps && spec.caps->value != "normal" && !face.has_feature("smcp")) {
    warn(spec.caps->span, "small capitals (`smcp`), so letters stay as they are",
         "choose a family that has them (see `handbill fonts`), or leave `caps` out");
  } else if (spec.caps && spec.caps->value == "all-small" && !face.has_feature("c2sc")) {
    warn(spec.caps->span, "small capitals for large letters (`c2sc`), so these stay as they are",
         "write the words in small letters, or choose a family that has them");
  }
  for (const spec::Text& written : spec.features) {
    FeatureList one(context_);
    one.add(written);
    for (const text::Feature& feature : one.take()) {
      if (feature.value == 0 || face.has_feature(feature.tag)) continue;
      warn(written.span, "feature " + quoted(feature.tag),
           "leave it out, or choose another family (see `handbill fonts`)");
    }
  }
}

text::CharacterStyle Styles::final_but_fonts(const spec::CharacterSpec& spec) const {
  text::CharacterStyle style;
  style.size = read_size(context_, spec);
  if (spec.color) style.color = swatches_.color(*spec.color);
  if (spec.tracking) style.tracking = spec.tracking->value / 100;
  if (spec.ligatures_up_to) style.ligatures_up_to = spec.ligatures_up_to->value;
  if (spec.baseline_shift) style.baseline_shift = spec.baseline_shift->value;
  if (spec.underline) style.underline = spec.underline->value;
  style.overprint = overprint_of(spec.overprint);
  style.language = spec.language ? spec.language->value : context_.inputs.content.language();
  if (spec.hyphenate) style.hyphenate = spec.hyphenate->value;
  if (text::is_joined(text::script_of_language(style.language))) style.tracking = 0;
  if (spec.quotes && spec.quotes->value == "straight") style.quotes = text::Quotes::Straight;
  const bool are_straight = style.quotes == text::Quotes::Straight;
  if (spec.signs ? spec.signs->value == "as-typed" : are_straight) {
    style.signs = text::Signs::AsTyped;
  }

  FeatureList features(context_);
  if (const auto* font = typefaces_.find(spec.font)) {
    for (const spec::Text& feature : font->value.features) features.add(feature);
    style.protrusions = protrusions_of(font->value);
  }
  if (spec.figures) features.add_figures(*spec.figures);
  if (spec.caps) features.add_caps(*spec.caps);
  for (const spec::Text& feature : spec.features) features.add(feature);
  style.features = features.take();
  return style;
}

text::ParagraphStyle Styles::final_but_fonts(const spec::StyleSpec& spec,
                                             const std::string& name) const {
  text::ParagraphStyle style;
  style.name = name;
  style.text = final_but_fonts(spec.text);
  style.leading = read_leading(context_, spec, style.text->size);
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
  style.grid = snap_of(spec.grid, sheet_grid(context_), style.leading);
  if (spec.stretch_before) style.stretch_before = static_cast<int>(spec.stretch_before->value);
  if (spec.stretch_after) style.stretch_after = static_cast<int>(spec.stretch_after->value);
  if (spec.side && spec.side->width) {
    style.side = {spec.side->width->value,
                  spec.side->gap ? spec.side->gap->value : style.text->size};
    style.keep_together = style.keep_with_next = true;
  }
  style.hyphen_limits = hyphen_limits(spec, style.text->language);
  read_line_setting(spec, style);
  style.rule_above = rule(spec.rule_above);
  style.rule_below = rule(spec.rule_below);
  return style;
}

std::optional<text::Rule> Styles::rule(const std::optional<spec::RuleSpec>& written) const {
  if (!written) return std::nullopt;
  text::Rule rule{color::Color::black()};
  if (written->color) rule.color = swatches_.color(*written->color);
  if (written->width) rule.width = written->width->value;
  if (written->offset) rule.offset = written->offset->value;
  if (written->width && !(rule.width > Length{})) {
    context_.error(BadValue, written->width->span, "a rule must be wider than 0");
    rule.width = text::Rule{}.width;
  }
  return rule;
}

text::CharacterStyle Styles::label_style(Length size, const color::Color& color) {
  text::CharacterStyle style;
  style.language = context_.inputs.content.language();
  if (const auto* font = typefaces_.find(std::nullopt)) {
    const Typefaces::Faces& faces = typefaces_.faces(*font, 400, font::Slant::Upright, size);
    style.fonts = faces.fonts;
    style.typeface = faces.id;
  }
  style.size = size;
  style.color = color;
  style.overprint = color::Overprint::Off;  // labels stand on paper
  return style;
}

}  // namespace handbill::document
