// SPDX-License-Identifier: MIT
#include "layout/reading_order.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace handbill::layout {
namespace {

using display::Role;
using display::StructId;
using Numbering = display::StructNode::Numbering;

Role role_of(text::Block::Kind kind) {
  switch (kind) {
    case text::Block::Kind::List:
      return Role::List;
    case text::Block::Kind::Item:
      return Role::ListItem;
    case text::Block::Kind::Quote:
      return Role::Quote;
  }
  return Role::List;
}

Numbering numbering_of_bullet(std::string_view bullet) {
  struct Known {
    std::string_view bullet;
    Numbering numbering;
  };
  constexpr auto kKnown = std::to_array<Known>({
      {"•", Numbering::Disc},
      {"●", Numbering::Disc},
      {"◦", Numbering::Circle},
      {"○", Numbering::Circle},
      {"▪", Numbering::Square},
      {"■", Numbering::Square},
  });
  const auto found = std::ranges::find(kKnown, bullet, &Known::bullet);
  return found == kKnown.end() ? Numbering::None : found->numbering;
}

/// Boxes, dashes and the like are no numbering (PDF 1.7, table 347).
Numbering numbering_of(const text::Marker& marker) {
  if (marker.sign != text::Marker::Sign::Text) return Numbering::None;
  if (!marker.counts_in) return numbering_of_bullet(marker.run.text);
  switch (*marker.counts_in) {
    case 'a':
      return Numbering::LowerAlpha;
    case 'A':
      return Numbering::UpperAlpha;
    case 'i':
      return Numbering::LowerRoman;
    case 'I':
      return Numbering::UpperRoman;
    default:
      return Numbering::Decimal;
  }
}

}  // namespace

ReadingOrder::ReadingOrder() {
  nodes_.push_back({.role = Role::Document, .parent = kDocument, .alt = {}, .span = {}});
}

StructId ReadingOrder::add(Role role, StructId parent, diag::Span span) {
  nodes_.push_back({.role = role, .parent = parent, .alt = {}, .span = span});
  return {static_cast<std::uint32_t>(nodes_.size() - 1)};
}

std::optional<StructId> ReadingOrder::add_figure(const std::string& alt, StructId parent,
                                                 diag::Span span) {
  if (alt.empty()) return std::nullopt;
  const StructId figure = add(Role::Figure, parent, span);
  nodes_.back().alt = alt;
  return figure;
}

/// Those that it shares with the paragraph before it stay open.
void ReadingOrder::open_blocks(const text::Paragraph& paragraph, StructId parent) {
  const auto& blocks = paragraph.blocks;
  const auto [own, open] = std::ranges::mismatch(blocks, open_, {}, {}, &Open::block);
  open_.erase(open, open_.end());
  for (auto block = own; block != blocks.end(); ++block) {
    const StructId outer = open_.empty() ? parent : open_.back().node;
    open_.push_back({*block, add(role_of(block->kind), outer, paragraph.span)});
    const bool is_list = block->kind == text::Block::Kind::List;
    if (is_list && paragraph.marker) nodes_.back().numbering = numbering_of(*paragraph.marker);
  }
}

std::optional<ParagraphNode> ReadingOrder::add_paragraph(const text::Paragraph& paragraph,
                                                         StructId parent, InItem in_item) {
  if (paragraph.role == Role::Artifact) return std::nullopt;
  open_blocks(paragraph, parent);
  const StructId outer = open_.empty() ? parent : open_.back().node;
  if (paragraph.role == Role::ListItem && in_item == InItem::Alone) return {{outer, outer}};
  const bool is_plain = paragraph.role == Role::ListItem || paragraph.role == Role::Quote;
  const StructId node = add(is_plain ? Role::Paragraph : paragraph.role, outer, paragraph.span);
  return {{node, paragraph.role == Role::ListItem ? outer : node}};
}

void ReadingOrder::go_on(const text::Paragraph& item, StructId list) {
  open_ = {{item.blocks.front(), list}};
  if (item.marker) at(list).numbering = numbering_of(*item.marker);
}

}  // namespace handbill::layout
