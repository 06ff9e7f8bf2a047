// SPDX-License-Identifier: MIT
#include "document/restyle.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/overload.h"
#include "base/utf8.h"
#include "color/preview.h"
#include "document/content_kinds.h"
#include "document/headings.h"

namespace handbill::document {
namespace {

using text::Part;

constexpr int kRegular = 400, kBold = 700;
/// From here on a weight stands out.
constexpr int kStandsOut = 600;
constexpr double kIndentEm = 1.5, kMarkerGapEm = 0.5;
constexpr double kSpaceAfter = 0.6, kItemAfter = 0.3;         ///< in lines
constexpr double kHeadingBefore = 0.8, kHeadingAfter = 0.25;  ///< likewise
constexpr double kSuperior = 0.3, kInferior = -0.15;
constexpr double kTitleRule = 0.08, kTitleRuleOffset = 0.42;  ///< of the size
/// WCAG 2.2, 1.4.6: contrast (enhanced).
constexpr double kContrast = 7;
constexpr double kBlankEm = 12;
constexpr double kAboveBlanks = 0.4;  ///< in lines: room for a hand
constexpr std::string_view kBullet = "•";
constexpr char32_t kSoftHyphen = 0xAD, kLineSeparator = 0x2028;

double linear(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// WCAG 2.2, "relative luminance"; paper has 1.
double contrast_on_paper(const color::Color& color) {
  const color::Rgb rgb = color::Preview::without_profile().to_rgb(color);
  const double light = 0.2126 * linear(rgb.r) + 0.7152 * linear(rgb.g) + 0.0722 * linear(rgb.b);
  return 1.05 / (light + 0.05);
}

/// Of a table that goes on, on each page.
constexpr int kKeptRows = 2;

enum class LineEnds { Keep, AsSpaces };

/// Without places to part words at, the text and what it is made from.
void take_out_hyphens(text::Run& run, LineEnds line_ends) {
  std::string kept;
  text::Origins origins;
  for (std::size_t at = 0; at < run.text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(run.text, at);
    if (c == kSoftHyphen) continue;
    const bool is_space = c == kLineSeparator && line_ends == LineEnds::AsSpaces;
    if (!run.origins.empty()) {
      origins.append(run.origins, here, is_space ? here + 1 : at, kept.size());
    }
    kept += is_space ? std::string(" ") : run.text.substr(here, at - here);
  }
  run.text = std::move(kept);
  run.origins = std::move(origins);
}

bool has_feature(const text::CharacterStyle& style, std::string_view tag) {
  return std::ranges::any_of(
      style.features, [&](const text::Feature& each) { return each.tag == tag && each.value > 0; });
}

bool has_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_sign = c < 0x30 || c == 0x2013 || c == 0x2014 || c == kLineSeparator;
    if (!is_sign) return true;
  }
  return false;
}

bool is_reference(const text::Paragraph& paragraph, const std::optional<text::PartId>& part) {
  return part && paragraph.parts.at(part->index()).kind == Part::Kind::Reference;
}

}  // namespace

text::SharedStyle Restyler::style(const Look& look, const std::string& language) const {
  text::CharacterStyle style;
  style.size = look.size > Length() ? look.size : reflow_.size;
  style.color = look.color;
  style.underline = look.underline;
  style.language = language;
  style.ligatures_up_to = {};  // who sees little reads letter by letter
  style.features = {{"lnum", 1}, {"onum", 0}};
  if (reflow_.font != nullptr) {
    const Typefaces::Faces& faces = typefaces_.faces(*reflow_.font, look.bold ? kBold : kRegular,
                                                     font::Slant::Upright, style.size);
    style.fonts = faces.fonts;
    style.typeface = faces.id;
  }
  return style;
}

/// What of a style a reader is to see again.
Restyler::Look Restyler::look_of(const text::CharacterStyle& style,
                                 const text::CharacterStyle& paragraph) const {
  const Typefaces::Cut cut = typefaces_.cut(style.typeface);
  Look look{.bold = cut.weight >= kStandsOut};
  // A whole paragraph in italics is a look, and stresses nothing.
  if (cut.slant == typefaces_.cut(paragraph.typeface).slant) return look;
  const bool underlines = reflow_.guideline->italics == Guideline::Emphasis::Underline;
  look.underline = underlines;
  look.bold = look.bold || !underlines;
  return look;
}

void Restyler::restyle(text::Run& run, const text::CharacterStyle& paragraph, const Look& around,
                       bool is_heading) const {
  Look look = look_of(run.style, paragraph);
  look.bold = look.bold || around.bold;
  look.size = around.size;
  look.color = around.color;
  const bool is_tabular = has_feature(run.style, "tnum");
  const Length shift = run.style->baseline_shift;
  const bool is_superior = shift > Length() || has_feature(run.style, "sups");
  const bool is_inferior = shift < Length() || has_feature(run.style, "subs");
  run.style = style(look, run.style->language);
  if (is_tabular) run.style.edit().features.push_back({"tnum", 1});
  if (is_superior) run.style.edit().baseline_shift = run.style->size * kSuperior;
  if (is_inferior) run.style.edit().baseline_shift = run.style->size * kInferior;
  take_out_hyphens(run, is_heading ? LineEnds::AsSpaces : LineEnds::Keep);
}

/// What stood flush at the end goes on behind a sign, as "–", else below; with a leader it stays.
void Restyler::unflush(text::Paragraph& paragraph) const {
  if (!paragraph.flush_end || !paragraph.leader.empty()) return;
  const std::size_t end = *std::exchange(paragraph.flush_end, std::nullopt);
  if (end == 0) return;
  auto* before = std::get_if<text::Run>(&paragraph.inlines[end - 1]);
  const bool is_word = before == nullptr || has_letters(before->text) || end > 1;
  if (!is_word) take_out_hyphens(*before, LineEnds::AsSpaces);
}

void Restyler::restyle_inlines(text::Paragraph& paragraph, const Look& around,
                               bool is_heading) const {
  for (text::Inline& each : paragraph.inlines) {
    std::visit(
        Overload{[&](text::Run& run) {
                   const bool is_note = is_reference(paragraph, run.part);
                   restyle(run, paragraph.style->text, around, is_heading);
                   if (is_note) {
                     run.style.edit().baseline_shift = run.style->size * kSuperior;
                   }
                 },
                 [&](text::Field& field) {
                   const double grown = reflow_.size / field.style->size;
                   field.width = std::max(field.width * grown, reflow_.size * kBlankEm);
                   field.style = style(around, field.style->language);
                   field.fills = true;
                 },
                 [&](text::Icon& icon) { icon.style = style(around, icon.style->language); }},
        each);
  }
}

text::ParagraphStyle Restyler::block(const text::Paragraph& paragraph, Where where) const {
  const auto level = display::heading_level(paragraph.role);
  const Length line = leading();
  text::ParagraphStyle block;
  const Length size =
      level ? reflow_.size * reflow_.guideline->headings.at(static_cast<std::size_t>(*level - 1))
            : reflow_.size;
  Look look{.bold = level.has_value() || where == Where::Head, .size = size};
  block.text = style(look, paragraph.style->text->language);
  block.leading = reflow_.leading_of(size);
  block.rag_zone = size * text::kUsualRagZone;
  block.hyphen_zone = size * text::kUsualHyphenZone;
  block.fill_blanks = true;
  block.flush_gap = reflow_.size;
  block.orphans = block.widows = 2;
  block.keep_words = paragraph.style->keep_words;
  if (where != Where::Column) {
    block.optical_margins = 0;
    const text::Align align = paragraph.style->align;
    if (align != text::Align::Justify) block.align = align;
    return block;
  }
  block.space_after = line * (paragraph.list_level > 0 ? kItemAfter : kSpaceAfter);
  const int indents = std::max(paragraph.list_level, paragraph.marker ? 1 : 0);
  const bool is_quote = paragraph.role == display::Role::Quote;
  block.indent_start = reflow_.size * kIndentEm * (indents + (is_quote ? 1 : 0));
  if (level) {
    block.space_before = line * kHeadingBefore;
    block.space_after = line * kHeadingAfter;
    block.keep_with_next = block.keep_together = true;
  }
  return block;
}

text::Paragraph Restyler::restyled(text::Paragraph paragraph, Where where) const {
  const auto level = display::heading_level(paragraph.role);
  text::ParagraphStyle block = this->block(paragraph, where);
  block.name = paragraph.style->name;
  Look around{.bold = level.has_value() || where == Where::Head, .size = block.text->size};
  if (level) {
    const color::Color& own = paragraph.style->text->color;
    if (contrast_on_paper(own) >= kContrast) around.color = own;
    block.text.edit().color = around.color;
  }
  if (level == 1) {
    block.rule_below = text::Rule{around.color, block.text->size * kTitleRule,
                                  block.text->size * kTitleRuleOffset};
    block.space_after += block.text->size * kTitleRuleOffset;
  }
  const bool has_blanks = std::ranges::any_of(paragraph.inlines, [](const text::Inline& each) {
    return std::holds_alternative<text::Field>(each);
  });
  if (has_blanks) block.space_before += leading() * kAboveBlanks;
  restyle_inlines(paragraph, around, level.has_value());
  unflush(paragraph);
  if (paragraph.marker) {
    text::Marker& marker = *paragraph.marker;
    restyle(marker.run, marker.run.style, around, false);
    marker.gap = reflow_.size * kMarkerGapEm;
    marker.start = block.indent_start - reflow_.size * kIndentEm;
    if (marker.start < Length()) marker.start = {};
    block.indent_start = marker.start + reflow_.size * kIndentEm;
  }
  block.indent_first = {};
  paragraph.style = std::move(block);
  paragraph.first_line.clear();
  for (text::Note& note : paragraph.notes) {
    for (text::Paragraph& each : note.paragraphs) each = restyled(std::move(each));
  }
  return paragraph;
}

void Restyler::restyle(Table& table) const {
  for (auto* rows : {&table.rows, &table.continued}) {
    for (Row& row : *rows) {
      const bool is_head = row.header || row.kind == Row::Kind::GroupHeader;
      for (Cell& cell : row.cells) {
        cell.padding = {};
        cell.fill.reset();
        cell.stroke.reset();
        cell.radius = {};
        TextContent* text = text_of(cell);
        if (text == nullptr) continue;
        for (text::Paragraph& each : text->paragraphs) {
          each = restyled(std::move(each), is_head ? Where::Head : Where::Cell);
        }
      }
      row.fill.reset();
      row.rule_above.reset();
      row.rule_below.reset();
    }
  }
  const Length line = leading();
  const TableRule thin{color::Color::black(), Length::pt(0.75)};
  const TableRule thick{color::Color::black(), Length::pt(1.5)};
  table.column_gap = reflow_.size;
  table.row_gap = {line * kSpaceAfter, line * kSpaceAfter};
  table.group_gap.reset();
  table.keep_rows = kKeptRows;
  const bool has_head = !table.rows.empty() && table.rows.front().header;
  table.rule_top = has_head ? std::optional(thick) : std::optional(thin);
  table.rule_header = has_head ? std::optional(thick) : std::nullopt;
  table.rule_between = table.rule_bottom = table.rule_group = thin;
  table.rule_columns.reset();
  table.rule_sides.reset();
  for (Column& column : table.columns) {
    column.link.reset();
    column.gap.reset();
    column.vertical_align = VerticalAlign::Top;
    if (std::holds_alternative<Length>(column.width)) column.width = Column::Auto{};
  }
}

void Restyler::embolden(text::Paragraph& paragraph) const {
  for (text::Inline& each : paragraph.inlines) {
    auto* run = std::get_if<text::Run>(&each);
    if (run == nullptr || reflow_.font == nullptr) continue;
    const Typefaces::Faces& faces =
        typefaces_.faces(*reflow_.font, kBold, font::Slant::Upright, run->style->size);
    text::CharacterStyle& style = run->style.edit();
    style.fonts = faces.fonts;
    style.typeface = faces.id;
  }
}

text::Run Restyler::added(std::string text, const text::SharedStyle& like) const {
  text::Run run;
  run.text = std::move(text);
  run.style = like;
  return run;
}

text::Paragraph Restyler::told(const text::TracedText& words, diag::Span span) const {
  text::Paragraph paragraph;
  paragraph.span = span;
  text::Run run;
  run.text = words.text;
  run.style = plain();
  run.span = span;
  run.origins = words.origins;
  paragraph.inlines.emplace_back(std::move(run));
  paragraph.style.edit().text = plain();
  return restyled(std::move(paragraph));
}

void Restyler::add_bullet(text::Paragraph& paragraph) const {
  paragraph.role = display::Role::ListItem;
  paragraph.list_level = 1;
  text::Marker marker;
  marker.run = added(std::string(kBullet), plain());
  marker.run.span = paragraph.span;
  marker.gap = reflow_.size * kMarkerGapEm;
  paragraph.marker = std::move(marker);
  text::ParagraphStyle& block = paragraph.style.edit();
  block.indent_start = reflow_.size * kIndentEm;
  block.space_after = leading() * kItemAfter;
}

}  // namespace handbill::document
