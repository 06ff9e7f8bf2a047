// SPDX-License-Identifier: MIT
#include "layout/page_galley.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/overload.h"
#include "document/headings.h"
#include "layout/fill_column.h"
#include "layout/galley_blocks.h"
#include "layout/galley_proof.h"

namespace handbill::layout {
namespace {

using document::Frame;
using document::galley_figure;
using document::galley_text;
using document::GalleyBlock;
using document::GalleyFigure;
using document::Table;
using document::TextContent;

constexpr Length kFootEdge = Length::inch(0.4);  ///< from the foot of the page to that of its edge
/// Frames are this much taller than what they show, so that no rounding parts it.
constexpr Length kSlack = Length::pt(0.05);
constexpr double kFootHeight = 0.8, kAboveFoot = 0.9;  ///< in its lines
constexpr double kBesideFigure = 0.5;   ///< of the gap: between a figure and its words
constexpr double kBelowHeading = 0.75;  ///< of the gap: between a heading and its figure
/// A last page of less than this, of its height, is spared by drawings so much smaller.
constexpr double kFewLines = 0.15;
constexpr std::array kSmallerFigures = {0.85, 0.7};

/// What of a block stands where.
struct Piece {
  std::size_t page = 0, block = 0;
  Rect box;
};

class Pager {
 public:
  Pager(const document::Document& document, std::vector<GalleyBlock> blocks, const Type& type)
      : document_(document),
        galley_(*document.galley),
        blocks_(std::move(blocks)),
        proof_(document, blocks_, type) {
    const Insets& margin = galley_.sheet.margin;
    const Length foot = kFootEdge + galley_.foot_leading * (kFootHeight + kAboveFoot);
    room_ = {width_of(galley_),
             galley_.sheet.trim.height - margin.top - std::max(margin.bottom, foot)};
  }

  void cut() {
    for (std::size_t i = 0; i < blocks_.size() && !is_full(); ++i) {
      if (!begins_kept(i) && !at_top() && !chain_fits(i)) turn_page();
      add(i);
    }
  }
  std::size_t pages() const { return std::min(page_ + 1, kMostGalleyPages); }
  /// The last page has no more than some lines.
  bool ends_in_few_lines() const { return page_ > 0 && y_ < room_.height * kFewLines; }
  PagedGalley finish() const;

 private:
  bool at_top() const { return y_ <= Length(); }
  void turn_page() {
    ++page_;
    y_ = {};
  }
  bool is_full() const { return page_ >= kMostGalleyPages; }
  /// It stands with the block before it, which has looked for room for both.
  bool begins_kept(std::size_t block) const {
    return block > 0 && blocks_[block - 1].keep_with_next;
  }

  Length gap_above(std::size_t block) const;
  Length rest(std::size_t block) const {
    return room_.height - y_ - (at_top() ? Length() : gap_above(block));
  }
  bool chain_fits(std::size_t block);
  Length whole_height(std::size_t block);
  Length least_height(std::size_t block);
  void add(std::size_t block);
  void add_text(std::size_t block);
  void add_rows(std::size_t block, const Table& table);
  void push(std::size_t block, Length height);
  void note_lines(std::size_t block, const ColumnFill& fill);
  void add_frames(document::Document& paged) const;
  Frame foot(std::size_t page) const;

  const document::Document& document_;
  const document::Galley& galley_;
  std::vector<GalleyBlock> blocks_;
  Proof proof_;
  Size room_;  ///< of a page's text
  std::size_t page_ = 0;
  Length y_;
  std::vector<Piece> pieces_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> pages_;  ///< by block and paragraph
};

Length Pager::gap_above(std::size_t block) const {
  if (block == 0) return {};
  const GalleyBlock& above = blocks_[block - 1];
  const TextContent* text = galley_text(blocks_[block]);
  const bool below_figure = galley_figure(above) != nullptr;
  if (text == nullptr) {
    const bool heads = above.keep_with_next && galley_text(above) != nullptr;
    return heads ? std::max(galley_text(above)->paragraphs.back().style->space_after,
                            galley_.gap * kBelowHeading)
                 : galley_.gap;
  }
  const text::ParagraphStyle& style = text->paragraphs.front().style;
  const TextContent* before = galley_text(above);
  if (before != nullptr) {
    const text::ParagraphStyle& last = before->paragraphs.back().style;
    return last.space_after + style.space_before + style.leading - style.text->size;
  }
  if (below_figure) return galley_.gap * kBesideFigure;
  return std::max(galley_.gap, style.space_before + style.leading - style.text->size);
}

Length Pager::whole_height(std::size_t block) {
  return std::visit(
      Overload{[&](const TextContent&) {
                 return fill_column(proof_.flow(block), {}, {.size = {room_.width, kUnlimited}},
                                    Follows::Nothing)
                     .height();
               },
               [](const GalleyFigure& figure) { return figure.size.height; },
               [&](const Table& table) {
                 return proof_.filler(block).height_of_rows(0, 0, table.rows.size(), room_.width);
               }},
      blocks_[block].content);
}

/// Of what a block may begin with at the foot of a page.
Length Pager::least_height(std::size_t block) {
  return std::visit(
      Overload{[&](const TextContent&) {
                 SetParagraph& first = *proof_.flow(block).front();
                 const text::ParagraphStyle& style = first.style();
                 const std::size_t lines = first.lines(room_.width).lines.size();
                 const auto least = static_cast<std::size_t>(style.orphans);
                 const std::size_t kept = style.keep_together ? lines : std::min(lines, least);
                 return first.cap_height() + first.descent() +
                        style.leading * (static_cast<double>(kept) - 1);
               },
               [](const GalleyFigure& figure) { return figure.size.height; },
               [&](const Table& table) {
                 TableFiller& filler = proof_.filler(block);
                 const auto is_entry = [](const document::Row& row) { return !row.header; };
                 const auto heads = static_cast<std::size_t>(
                     std::ranges::find_if(table.rows, is_entry) - table.rows.begin());
                 const std::size_t kept = heads + static_cast<std::size_t>(table.keep_rows);
                 return filler.height_of_rows(0, 0, std::min(kept, table.rows.size()), room_.width);
               }},
      blocks_[block].content);
}

/// Whether a block, and all it is to stand with, has room on this page.
bool Pager::chain_fits(std::size_t block) {
  Length height;
  for (std::size_t i = block;; ++i) {
    height += gap_above(i);
    const bool is_last = !blocks_[i].keep_with_next || i + 1 == blocks_.size();
    height += is_last ? least_height(i) : whole_height(i);
    if (!fits(y_ + height, room_.height)) return false;
    if (is_last) return true;
  }
}

void Pager::push(std::size_t block, Length height) {
  if (is_full()) return;
  if (!at_top()) y_ += gap_above(block);
  const Insets& margin = galley_.sheet.margin;
  pieces_.push_back({page_, block, {margin.left, margin.top + y_, room_.width, height}});
  pages_.try_emplace({block, 0}, page_);
  y_ += height;
}

void Pager::note_lines(std::size_t block, const ColumnFill& fill) {
  const Flow& flow = proof_.flow(block);
  for (std::size_t i = fill.from.paragraph; i < std::min(fill.next.paragraph + 1, flow.size());
       ++i) {
    const bool begins = i < fill.next.paragraph || !fill.next.is_at_start();
    if (begins) pages_.try_emplace({block, i}, page_);
  }
}

/// Whether a page may end so: the same rules by which fill_column looks for an end.
bool ends_well(const ColumnFill& fill) {
  const ColumnLine& last = fill.lines.back();
  const text::ParagraphStyle& style = last.paragraph->style();
  const std::size_t left = last.count - 1 - last.index;
  if (left == 0) return !style.keep_with_next;
  const bool is_orphan = last.index + 1 < static_cast<std::size_t>(style.orphans);
  return !style.keep_together && left >= static_cast<std::size_t>(style.widows) && !is_orphan;
}

void Pager::add_text(std::size_t block) {
  const Flow& flow = proof_.flow(block);
  Cursor from;
  while (!is_finished(flow, from) && !is_full()) {
    const ColumnSpace space{.size = {room_.width, rest(block)}};
    const ColumnFill all = fill_column(flow, from, space, Follows::Nothing);
    if (is_finished(flow, all.next)) {
      note_lines(block, all);
      return push(block, all.height() + kSlack);
    }
    const ColumnFill part = fill_column(flow, from, space, Follows::Column);
    if (!at_top() && (part.lines.empty() || !ends_well(part))) {
      turn_page();
      continue;
    }
    if (part.lines.empty()) return push(block, space.size.height);  // placing tells that
    note_lines(block, part);
    push(block, space.size.height);
    from = part.next;
    turn_page();
  }
}

void Pager::add_rows(std::size_t block, const Table& table) {
  TableFiller& filler = proof_.filler(block);
  std::size_t begin = 0;
  while (begin < table.rows.size() && !is_full()) {
    const std::size_t stop = begin == 0 ? 0 : 1;
    const Size space{room_.width, rest(block)};
    const std::size_t end = filler.end_of_rows(stop, begin, space);
    if (end == begin && !at_top()) {
      turn_page();
      continue;
    }
    if (end == begin || end == table.rows.size()) {
      const Length height =
          filler.height_of_rows(stop, begin, table.rows.size(), room_.width) + kSlack;
      return push(block, std::min(height, space.height));
    }
    push(block, space.height);
    begin = end;
    turn_page();
  }
}

void Pager::add(std::size_t block) {
  std::visit(Overload{[&](const TextContent&) { add_text(block); },
                      [&](const GalleyFigure& figure) {
                        if (!fits(figure.size.height, rest(block)) && !at_top()) turn_page();
                        push(block, figure.size.height);
                      },
                      [&](const Table& table) { add_rows(block, table); }},
             blocks_[block].content);
}

document::Box box_of(const Rect& box) {
  const auto from_corner = [](Length offset) {
    document::Edge edge;
    edge.offset = offset;
    return edge;
  };
  const auto extent = [](Length length) {
    document::Extent extent;
    extent.length = length;
    return extent;
  };
  document::Box result;
  result.left = from_corner(box.left);
  result.top = from_corner(box.top);
  result.width = extent(box.width);
  result.height = extent(box.height);
  return result;
}

/// Its own side, or that of a picture, at the beginning of the lines.
Rect figure_box(const GalleyFigure& figure, const Rect& box, bool right_to_left) {
  const Length left = right_to_left ? box.right() - figure.size.width : box.left;
  return {left, box.top, figure.size.width, figure.size.height};
}

/// The page's number, and how many there are.
Frame Pager::foot(std::size_t page) const {
  text::Paragraph paragraph;
  paragraph.role = display::Role::Artifact;
  text::ParagraphStyle style;
  style.name = "foot";
  style.text = galley_.foot;
  style.leading = galley_.foot_leading;
  style.align = text::Align::End;
  paragraph.style = std::move(style);
  text::Run run;
  run.text = std::to_string(page + 1) + " / " + std::to_string(pages());
  run.style = galley_.foot;
  paragraph.inlines.emplace_back(std::move(run));
  Frame frame;
  frame.is_running = true;
  frame.content = TextContent{{std::move(paragraph)}};
  const Insets& margin = galley_.sheet.margin;
  const Length height = galley_.foot_leading * kFootHeight;
  frame.box =
      box_of({margin.left, galley_.sheet.trim.height - kFootEdge - height, room_.width, height});
  return frame;
}

void Pager::add_frames(document::Document& paged) const {
  std::map<std::size_t, document::FrameContent> threads;  // by block
  for (const Piece& piece : pieces_) {
    const GalleyBlock& block = blocks_[piece.block];
    Frame frame;
    frame.span = block.span;
    frame.right_to_left = document_.right_to_left;
    frame.box = box_of(piece.box);
    std::visit(
        Overload{
            [&](const TextContent& text) {
              const auto [known, is_new] = threads.try_emplace(piece.block);
              if (is_new) {
                const auto id = static_cast<std::uint32_t>(paged.stories.size());
                known->second = document::StoryContent{document::StoryId{id}};
                paged.stories.push_back(
                    {.name = block.marks.empty() ? std::string() : block.marks[0].name,
                     .paragraphs = text.paragraphs,
                     .span = block.span});
              }
              frame.content = known->second;
            },
            [&](const GalleyFigure& figure) {
              frame.box = box_of(figure_box(figure, piece.box, document_.right_to_left));
              std::visit(
                  [&](const OneOf<document::PictureContent, document::ArtContent> auto& shown) {
                    frame.content = shown;
                  },
                  figure.content);
            },
            [&](const Table& table) {
              const auto [known, is_new] = threads.try_emplace(piece.block);
              if (is_new) {
                const auto id = static_cast<std::uint32_t>(paged.tables.size());
                known->second = document::TableContent{document::TableId{id}};
                paged.tables.push_back(
                    {.name = block.marks.empty() ? std::string() : block.marks[0].name,
                     .table = table,
                     .span = block.span});
              }
              frame.content = known->second;
            }},
        block.content);
    paged.sides[piece.page].frames.push_back(std::move(frame));
  }
}

PagedGalley Pager::finish() const {
  PagedGalley result{.document = document_, .is_cut_short = is_full(), .facts = {}};
  document::Document& paged = result.document;
  paged.sheet = galley_.sheet;
  paged.style_fits.clear();
  paged.stories.clear();
  paged.tables.clear();
  paged.sides.clear();
  paged.galley.reset();
  paged.asks_for_pages = false;
  paged.waivers.clear();  // what they speak of is on the layout's pages
  for (std::size_t i = 0; i < pages(); ++i) {
    document::Side side;
    side.name = std::to_string(i + 1);
    side.number = static_cast<std::int64_t>(i) + 1;
    side.is_verso = i % 2 == 1;
    side.margin = galley_.sheet.margin;
    side.place = document::PagePlace{0, i};
    paged.sides.push_back(std::move(side));
  }
  add_frames(paged);
  for (std::size_t i = 0; i < pages(); ++i) paged.sides[i].frames.push_back(foot(i));
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const auto place = [&](std::size_t paragraph) {
      return document::PagePlace{0, pages_.at({i, paragraph})};
    };
    for (const document::GalleyMark& each : blocks_[i].marks) {
      if (!pages_.contains({i, each.paragraph})) continue;
      result.facts.flows[each.name].push_back(place(each.paragraph));
    }
    const TextContent* text = galley_text(blocks_[i]);
    if (text == nullptr) continue;
    for (std::size_t p = 0; p < text->paragraphs.size(); ++p) {
      const auto level = display::heading_level(text->paragraphs[p].role);
      if (!level || !pages_.contains({i, p})) continue;
      result.facts.headings.push_back(
          {*level, document::plain_words(text->paragraphs[p]), false, place(p)});
    }
  }
  return result;
}

}  // namespace

PagedGalley page_galley(const document::Document& document, const Type& type) {
  HANDBILL_CHECK(document.galley != nullptr, "there is a galley to cut pages from");
  const std::vector<GalleyBlock> blocks = galley_blocks(document, type);
  Pager pager(document, blocks, type);
  pager.cut();
  if (!pager.ends_in_few_lines()) return pager.finish();
  for (const double scale : kSmallerFigures) {
    Pager closer(document, with_smaller_figures(blocks, scale), type);
    closer.cut();
    if (closer.pages() < pager.pages()) return closer.finish();
  }
  return pager.finish();
}

}  // namespace handbill::layout
