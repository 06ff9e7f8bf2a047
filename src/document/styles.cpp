// SPDX-License-Identifier: MIT
#include "document/styles.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "document/edition.h"
#include "document/features.h"
#include "document/inherit.h"
#include "document/typed_text.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

constexpr double kDropCapGap = 0.2;  ///< of the text size

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

int weight_of(const spec::CharacterSpec& spec) {
  return spec.weight ? static_cast<int>(spec.weight->value) : 400;
}

font::Slant slant_of(const spec::CharacterSpec& spec) {
  return spec.italic && spec.italic->value ? font::Slant::Italic : font::Slant::Upright;
}

}  // namespace

Styles::Styles(const Context& context, Typefaces& typefaces, Hyphens& hyphens)
    : context_(context),
      values_{context.layout(), context.theme.swatches, context.theme.inputs.language, context},
      typefaces_(typefaces),
      hyphens_(hyphens) {}

const MergedStyle& Styles::paragraph(const spec::Text& name) {
  if (const auto found = finished_.find(name.value); found != finished_.end()) {
    return found->second;
  }
  if (const auto* style = context_.theme.styles.paragraph(name.value)) {
    return finish(*style, name.value);
  }
  context_.error(UnknownStyle, name.span, "no paragraph style is called " + quoted(name.value),
                 did_you_mean(name.value, names_of(context_.layout().styles)));
  return plain();
}

const MergedStyle& Styles::paragraph(const spec::Text& name, const std::string& language) {
  if (language.empty()) return paragraph(name);
  if (const auto found = finished_.find(name.value + "\n" + language); found != finished_.end()) {
    return found->second;
  }
  const auto* style = context_.theme.styles.paragraph(name.value);
  if (style == nullptr) return paragraph(name);
  spec::StyleSpec spec = *style;
  spec.text.language =
      spec::Text{language, spec.text.language ? spec.text.language->span : spec.text.span};
  return finish(spec, name.value, language);
}

const MergedStyle& Styles::plain() {
  if (const auto found = finished_.find(""); found != finished_.end()) return found->second;
  return finish(spec::StyleSpec{}, "");
}

const MergedStyle& Styles::finish(const spec::StyleSpec& spec, const std::string& name,
                                  const std::string& language) {
  MergedStyle result{name, spec, {}};
  text::ParagraphStyle style = values_.of(spec, name);
  // Character styles are laid over what the paragraph decides.
  if (!spec.text.hyphenate) {
    result.spec.text.hyphenate = {style.align == text::Align::Justify, {}};
  }
  style.text = final_style(result.spec.text);
  style.drop_cap = drop_cap(result.spec, style);
  if (spec.leader) check_leader(*spec.leader, style.text);
  result.final_style = std::move(style);
  return finished_.emplace(language.empty() ? name : name + "\n" + language, std::move(result))
      .first->second;
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
  const auto grid = values_.grid();
  if (grid && style.grid == text::GridSnap::All) {
    drop_cap.pitch = grid->step * std::ceil((style.leading - kTolerance) / grid->step);
  }
  return drop_cap;
}

const spec::CharacterSpec& Styles::character(const spec::Text& name) const {
  return context_.theme.styles.character(name, context_);
}

void Styles::check_size(const spec::CharacterSpec& spec, Length size) const {
  const EditionFacts& edition = facts_of(edition_of_pages(context_.layout()));
  if (size >= edition.smallest) return;
  const diag::Span written = spec.size ? spec.size->span : diag::Span{};
  context_.diags.add({TypeTooSmall, diag::Severity::Warning,
                      "type of " + in_unit_of(size, written, context_.sources) + "; the " +
                          std::string(edition.name) + " edition keeps it at " +
                          in_unit_of(edition.smallest, written, context_.sources) + " or more",
                      written.known() ? written : spec.span});
}

text::CharacterStyle Styles::final_style(const spec::CharacterSpec& spec) {
  text::CharacterStyle style = values_.of(spec);
  check_size(spec, style.size);
  const auto* font = find_font(context_.layout(), spec.font, context_);
  if (font == nullptr) {
    context_.error(MissingKey, context_.layout().span, "the layout has text but defines no font",
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
  const auto* font = find_font(context_.layout(), spec.font, context_);
  if (font == nullptr) return;
  const Typefaces::Faces& faces =
      typefaces_.faces(*font, weight_of(spec), slant_of(spec), style.size);
  style.fonts = faces.fonts;
  style.typeface = faces.id;
}

text::SharedStyle Styles::positioned(const spec::CharacterSpec& spec,
                                     const text::SharedStyle& plain, std::string_view words) {
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

text::CharacterStyle Styles::label_style(Length size, const color::Color& color) {
  text::CharacterStyle style;
  style.language = context_.theme.inputs.language;
  if (const auto* font = find_font(context_.layout(), std::nullopt, context_)) {
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
