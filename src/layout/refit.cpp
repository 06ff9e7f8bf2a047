// SPDX-License-Identifier: MIT
#include "layout/refit.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "document/content_kinds.h"

namespace handbill::layout {

StyleMove::StyleMove(const text::ParagraphStyle& style, const FitSetting& setting)
    : style_(&style),
      setting_(setting),
      growth_(setting.size / style.text->size),
      leading_(setting.leading / style.leading),
      space_(style.space_after > Length() ? setting.after / style.space_after : growth_),
      width_(setting.glyph_width / style.glyph_width[1]) {}

void StyleMove::characters(text::CharacterStyle& style, Length smallest) const {
  // What was legible stays so, however far the main style gives way.
  style.size = std::max(style.size * growth_, std::min(style.size, smallest));
  style.tracking += setting_.tracking - style_->text->tracking;
  scale(style.baseline_shift);
}

void StyleMove::style(text::ParagraphStyle& style, Length smallest) const {
  const bool is_main = style.name == style_->name;
  characters(style.text.edit(), smallest);
  style.leading = style.leading * leading_;
  style.space_before = style.space_before * space_;
  style.space_after = is_main ? setting_.after : style.space_after * space_;
  for (double& width : style.glyph_width) width *= width_;
  scale(style.indent_start);
  scale(style.indent_end);
  scale(style.indent_first);
  scale(style.flush_gap);
  scale(style.emergency_stretch);
  scale(style.rag_zone);
  scale(style.hyphen_zone);
  if (style.drop_cap) {
    characters(style.drop_cap->style.edit(), smallest);
    scale(style.drop_cap->gap);
    style.drop_cap->pitch = style.drop_cap->pitch * leading_;
  }
  if (style.side) {
    scale(style.side->width);
    scale(style.side->gap);
  }
  for (auto* rule : {&style.rule_above, &style.rule_below}) {
    if (!*rule) continue;
    scale((*rule)->width);
    scale((*rule)->offset);
  }
}

void StyleMove::apply(text::Paragraph& paragraph, Length smallest) const {
  style(paragraph.style.edit(), smallest);
  for (text::Inline& piece : paragraph.inlines) {
    std::visit([&](auto& one) { characters(one.style.edit(), smallest); }, piece);
  }
  for (text::SharedStyle& each : paragraph.first_line) characters(each.edit(), smallest);
  if (!paragraph.marker) return;
  characters(paragraph.marker->run.style.edit(), smallest);
  scale(paragraph.marker->gap);
  scale(paragraph.marker->start);
}

const StyleMove* Refit::move_of(const std::string& style) const {
  const auto own = std::ranges::find(own_, style, &StyleMove::name);
  if (own != own_.end()) return &*own;
  return main_ ? &*main_ : nullptr;
}

text::Paragraph Refit::paragraph(text::Paragraph each) const {
  if (const StyleMove* move = move_of(each.style->name)) move->apply(each, smallest_);
  for (text::Note& note : each.notes) note.paragraphs = text(note.paragraphs);
  return each;
}

std::vector<text::Paragraph> Refit::text(const std::vector<text::Paragraph>& paragraphs) const {
  std::vector<text::Paragraph> result;
  result.reserve(paragraphs.size());
  for (const text::Paragraph& each : paragraphs) result.push_back(paragraph(each));
  return result;
}

void Refit::cell(document::Cell& cell) const {
  auto* content = document::text_of(cell);
  if (content != nullptr) content->paragraphs = text(content->paragraphs);
  if (!main_) return;
  for (Length* each : {&cell.padding.top, &cell.padding.right, &cell.padding.bottom,
                       &cell.padding.left, &cell.radius}) {
    main_->scale(*each);
  }
  if (cell.height) main_->scale(*cell.height);
  if (cell.figure) {
    main_->scale(cell.figure->gap);
    if (cell.figure->height) main_->scale(*cell.figure->height);
  }
  if (cell.stroke) main_->scale(cell.stroke->width);
}

void Refit::rows(std::vector<document::Row>& rows) const {
  for (document::Row& row : rows) {
    for (document::Cell& each : row.cells) cell(each);
    if (!main_) continue;
    for (auto* rule : {&row.rule_above, &row.rule_below}) {
      if (*rule) main_->scale((*rule)->width);
    }
  }
}

document::Table Refit::table(document::Table table) const {
  rows(table.rows);
  rows(table.continued);
  if (!main_) return table;
  for (document::Column& each : table.columns) {
    if (auto* width = std::get_if<Length>(&each.width)) main_->scale(*width);
    if (each.gap) main_->scale(*each.gap);
    if (!each.link) continue;
    main_->scale(each.link->width);
    main_->scale(each.link->gap);
  }
  main_->scale(table.column_gap);
  main_->scale(table.row_gap.least);
  main_->scale(table.row_gap.most);
  if (table.group_gap) {
    main_->scale(table.group_gap->least);
    main_->scale(table.group_gap->most);
  }
  for (auto* rule : {&table.rule_top, &table.rule_header, &table.rule_between, &table.rule_group,
                     &table.rule_bottom, &table.rule_columns, &table.rule_sides}) {
    if (*rule) main_->scale((*rule)->width);
  }
  return table;
}

}  // namespace handbill::layout
