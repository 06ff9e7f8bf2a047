// SPDX-License-Identifier: MIT
#include "layout/build_fragments.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/overload.h"
#include "base/user_unit.h"
#include "layout/copyfit.h"
#include "layout/empty_frames.h"
#include "layout/fill_table.h"
#include "layout/found_entries.h"
#include "layout/found_pages.h"
#include "layout/overruns.h"
#include "layout/place_figure.h"
#include "layout/place_frame.h"
#include "layout/place_text.h"
#include "layout/short_lines.h"
#include "layout/solve_boxes.h"
#include "layout/table_columns.h"
#include "layout/wide_lines.h"
#include "layout/wraps.h"

namespace handbill::layout {
namespace {

using document::Frame;
using document::FrameIndex;

/// Of the drawing or picture that a frame shows; 0 wide: there is none.
Size frame_figure_size(const document::Document& document, const Frame& frame) {
  return std::visit(
      Overload{
          [](const document::ArtContent& art) { return art.art ? natural_size(*art.art) : Size{}; },
          [&](const document::PictureContent& shown) {
            return natural_size(*document.pictures.at(shown.picture.index()).picture);
          },
          [](const OneOf<std::monostate, document::StoryContent, document::TextContent,
                         document::Table, document::TableContent> auto&) { return Size{}; }},
      frame.content);
}

class Builder {
 public:
  Builder(const document::Document& document, Context context)
      : document_(document),
        context_(context),
        unit_(user_unit(document.sheet.trim)),
        gathered_(gather(document, context)) {
    for (const document::Side& side : document_.sides) around_.push_back(frames_around(side));
    for (const TextThread& each : gathered_.threads)
      fillers_.emplace_back(document_, each, around_);
    for (const TableThread& each : gathered_.tables) table_fillers_.emplace_back(document_, each);
    boxes_.resize(document_.sides.size());
    displaced_.resize(document_.sides.size());
    box_faults_.resize(document_.sides.size());
    tight_.resize(document_.sides.size());
  }

  FragmentTree build() {
    for (std::size_t side = 0; side < document_.sides.size(); ++side) solve_side(side);
    copyfit(document_, gathered_, {boxes_, around_}, context_);
    std::vector<SideFragment> sides;
    for (std::size_t side = 0; side < document_.sides.size(); ++side) {
      sides.push_back(place_side(side));
    }
    for (std::size_t i = 0; i < fillers_.size(); ++i) note_overfull(i);
    for (std::size_t side = 0; side < sides.size(); ++side) report_overruns(side, sides[side]);
    document::FoundPages pages =
        find_pages({document_, gathered_, sides, boxes_, fillers_, table_fillers_});
    FragmentTree tree{std::move(gathered_), std::move(sides), std::move(misfits_),
                      std::move(pages)};
    // What does not fit is told of alone.
    if (tree.misfits.empty()) report_empty_frames(document_, tree, context_.diags);
    return tree;
  }

 private:
  void solve_side(std::size_t side);
  Boxes least_boxes(std::size_t side) const;
  Length least_height(FrameRef ref) const;
  std::vector<Length> needed_heights(std::size_t side);
  Length needed_height(FrameRef ref, const Rect& squeezed);
  Length content_height(FrameRef ref, const GrowingBox& box);
  Length words_width(FrameRef ref) const;
  void fit_lines(const ThreadStop& stop, const Frame& frame, const GrowingBox& box);
  std::optional<FrameIndex> frame_before(FrameRef ref) const;
  SideFragment place_side(std::size_t side);
  std::optional<Fragment> place_frame(FrameRef ref, const Rect& box);
  void place_text(FrameRef ref, const ThreadStop& stop, Fragment& fragment);
  void place_rows(FrameRef ref, const TableStop& stop, Fragment& fragment);
  void report_no_columns(FrameRef ref, const Rect& box);
  void note_overfull(std::size_t thread);
  bool has_misfit_since(std::size_t reports) const;
  void note_misfit(FrameRef ref);
  void report_overruns(std::size_t side, const SideFragment& placed);
  const Frame& frame(FrameRef ref) const { return document_.sides[ref.side].frames[ref.frame]; }

  const document::Document& document_;
  Context context_;
  UserUnit unit_;
  Gathered gathered_;
  std::vector<Around> around_;  // by side
  std::vector<ThreadFiller> fillers_;
  std::vector<TableFiller> table_fillers_;
  AllBoxes boxes_;
  AllBoxes displaced_;
  std::vector<diag::Diagnostics> box_faults_;   // by side
  std::vector<std::vector<TightFrame>> tight_;  // by side
  Misfits misfits_;
};

/// Whether one of the reports from `reports` on tells of too little room.
bool Builder::has_misfit_since(std::size_t reports) const {
  const auto& list = context_.diags.list();
  return std::any_of(list.begin() + static_cast<std::ptrdiff_t>(reports), list.end(),
                     [](const diag::Diagnostic& each) {
                       return each.id == diag::DiagnosticId::Overset ||
                              each.id == diag::DiagnosticId::LineTooWide ||
                              each.id == diag::DiagnosticId::WordSplit ||
                              each.id == diag::DiagnosticId::BadBox;
                     });
}

void Builder::note_misfit(FrameRef ref) {
  misfits_.insert(frame(ref).span);
  for (auto outer = frame(ref).inside; outer; outer = frame({ref.side, *outer}).inside) {
    misfits_.insert(frame({ref.side, *outer}).span);
  }
  const TableStop* stop = table_in(gathered_.shown[ref.side][ref.frame]);
  if (stop != nullptr) misfits_.insert(gathered_.tables[stop->table].table.table->span);
}

void Builder::note_overfull(std::size_t thread) {
  auto over = fillers_[thread].overfull(boxes_);
  if (!over) return;
  const auto& frames = gathered_.threads[thread].frames;
  for (const FrameRef each : frames) note_misfit(each);
  tight_[frames.back().side].push_back({frames.back().frame, std::move(*over)});
}

void Builder::solve_side(std::size_t side) {
  BoxInputs inputs{
      .document = document_,
      .side = side,
      .content_height =
          [&](FrameIndex frame, const GrowingBox& box) {
            return content_height({side, frame}, box);
          },
      .follows =
          [&](FrameIndex frame) {
            return frame_before({side, frame});
          },
      .words_width =
          [&](FrameIndex frame) {
            return words_width({side, frame});
          },
      .displaced = &displaced_[side],
      .around = around_[side],
  };
  solve_boxes(inputs, boxes_[side], box_faults_[side]);
  for (FrameIndex i = 0; i < boxes_[side].size(); ++i) {
    if (displaced_[side][i]) note_misfit({side, i});
  }
}

/// The boxes of a side on which all that grows with its text holds one line.
Boxes Builder::least_boxes(std::size_t side) const {
  Boxes boxes;
  Around around;
  diag::Diagnostics unheard;
  const BoxInputs inputs{
      .document = document_,
      .side = side,
      .content_height =
          [&](FrameIndex frame, const GrowingBox&) {
            return least_height({side, frame});
          },
      .follows = [](FrameIndex) { return std::nullopt; },
      .words_width =
          [&](FrameIndex frame) {
            return words_width({side, frame});
          },
      .around = around,
  };
  solve_boxes(inputs, boxes, unheard);
  return boxes;
}

Length Builder::least_height(FrameRef ref) const {
  const Frame& frame = this->frame(ref);
  const Length insets = frame.inset.top + frame.inset.bottom;
  const auto line_of = [&](const Flow& flow) {
    if (flow.empty()) return Length();
    const bool hangs = frame.foot == document::Foot::Descent;
    return flow.front()->cap_height() + (hangs ? flow.front()->descent() : Length());
  };
  const auto line_of_table = [&](const SetTable& table) {
    for (const SetRow& row : table.rows) {
      for (const SetCell& cell : row.cells) {
        if (!cell.text.empty()) return line_of(cell.text);
      }
    }
    return Length();
  };
  return std::visit(Overload{[&](const ThreadStop& stop) {
                               return insets + line_of(gathered_.threads[stop.thread].flow);
                             },
                             [&](const TableStop& stop) {
                               return insets + line_of_table(gathered_.tables[stop.table].table);
                             },
                             [&](const OneOf<std::monostate, FigureStop> auto&) {
                               const auto& box = boxes_[ref.side][ref.frame];
                               return box ? box->height : insets;
                             }},
                    gathered_.shown[ref.side][ref.frame]);
}

/// What frames that the others have left no height would show their content in.
std::vector<Length> Builder::needed_heights(std::size_t side) {
  std::vector<Length> heights(boxes_[side].size());
  for (FrameIndex i = 0; i < heights.size(); ++i) {
    const auto& squeezed = displaced_[side][i];
    if (!squeezed || boxes_[side][i]) continue;
    heights[i] = std::max(needed_height({side, i}, *squeezed), Length::pt(1));
  }
  return heights;
}

Length Builder::needed_height(FrameRef ref, const Rect& squeezed) {
  return std::visit(
      Overload{[&](const TableStop& stop) {
                 return table_fillers_[stop.table].least_height_at(stop.stop, squeezed.top,
                                                                   squeezed.width, boxes_);
               },
               [&](const ThreadStop&) {
                 return content_height(
                     ref, {squeezed.left, squeezed.width, document::EdgeKind::Top, squeezed.top});
               },
               // Drawings and pictures take any height.
               [](const OneOf<std::monostate, FigureStop> auto&) { return Length(); }},
      gathered_.shown[ref.side][ref.frame]);
}

/// The frame before this one in its thread, if it is on the same side.
std::optional<FrameIndex> Builder::frame_before(FrameRef ref) const {
  using Before = std::optional<FrameIndex>;
  const auto before = [&](const std::vector<FrameRef>& frames, std::size_t stop) {
    if (stop == 0 || frames[stop - 1].side != ref.side) return Before();
    return Before(frames[stop - 1].frame);
  };
  return std::visit(
      Overload{[&](const ThreadStop& stop) {
                 return before(gathered_.threads[stop.thread].frames, stop.stop);
               },
               [&](const TableStop& stop) {
                 return before(gathered_.tables[stop.table].frames, stop.stop);
               },
               [](const OneOf<std::monostate, FigureStop> auto&) { return Before(); }},
      gathered_.shown[ref.side][ref.frame]);
}

Length Builder::content_height(FrameRef ref, const GrowingBox& box) {
  const Frame& frame = this->frame(ref);
  const Length insets = frame.inset.top + frame.inset.bottom;
  const Length room = box.width - frame.inset.left - frame.inset.right;
  if (room <= kTolerance) return insets;
  return std::visit(Overload{[&](std::monostate) { return insets; },
                             [&](const ThreadStop& stop) {
                               fit_lines(stop, frame, box);
                               return fillers_[stop.thread].height_at(stop.stop, box, boxes_);
                             },
                             [&](const TableStop& stop) {
                               return table_fillers_[stop.table].height_at(stop.stop, box, boxes_);
                             },
                             [&](const FigureStop&) {
                               const Size natural = frame_figure_size(document_, frame);
                               if (natural.width <= Length()) return insets;
                               return insets + room * (natural.height / natural.width);
                             }},
                    gathered_.shown[ref.side][ref.frame]);
}

/// Of the longest paragraph set in one line, or of the table or figure, and the insets.
Length Builder::words_width(FrameRef ref) const {
  const Frame& frame = this->frame(ref);
  // What is set in just its width is not to break for a rounding.
  constexpr Length kSlack = Length::pt(0.05);
  const Length width = std::visit(
      Overload{[](std::monostate) { return Length(); },
               [&](const ThreadStop& stop) {
                 Length longest{};
                 for (const SetParagraph* each : gathered_.threads[stop.thread].flow) {
                   longest = std::max(longest, each->natural_width());
                 }
                 return longest + kSlack;
               },
               [&](const TableStop& stop) {
                 constexpr Length kWide = Length::inch(200);
                 const Length one =
                     columns_end(column_boxes(gathered_.tables[stop.table].table, kWide)) + kSlack;
                 return one * frame.columns + frame.gutter * (frame.columns - 1);
               },
               [&](const FigureStop&) { return frame_figure_size(document_, frame).width; }},
      gathered_.shown[ref.side][ref.frame]);
  return width + frame.inset.left + frame.inset.right;
}

/// Text that may have so many lines is fitted when its width is known: others follow its height.
void Builder::fit_lines(const ThreadStop& stop, const Frame& frame, const GrowingBox& box) {
  const TextThread& thread = gathered_.threads[stop.thread];
  const bool counts_lines = thread.fit.whole != nullptr && thread.fit.whole->lines > 0;
  const auto room = column_room(frame, box.width);
  if (!counts_lines || thread.is_fitted || thread.frames.size() != 1 || !room) return;
  copyfit_lines(document_, gathered_, stop.thread, room->width, context_);
}

SideFragment Builder::place_side(std::size_t side) {
  SideFragment result{&document_.sides[side], {}};
  for (FrameIndex i = 0; i < result.side->frames.size(); ++i) {
    const auto& box = boxes_[side][i];
    if (!box) continue;
    if (auto fragment = place_frame({side, i}, *box)) {
      result.frames.push_back(std::move(*fragment));
    }
  }
  return result;
}

std::optional<Fragment> Builder::place_frame(FrameRef ref, const Rect& box) {
  const Frame& frame = this->frame(ref);
  Fragment fragment{.kind = Fragment::Kind::Frame, .box = box};
  fragment.frame = &frame;
  const std::size_t before = context_.diags.list().size();
  const diag::Diagnostics::InFrame in_frame(context_.diags, frame.name);
  paint_ground(document_.sheet, frame, fragment);
  std::visit(Overload{[](std::monostate) {},
                      [&](const ThreadStop& stop) { place_text(ref, stop, fragment); },
                      [&](const TableStop& stop) { place_rows(ref, stop, fragment); },
                      [&](const FigureStop& stop) {
                        paint_figure(document_, frame, stop.structure, fragment);
                      }},
             gathered_.shown[ref.side][ref.frame]);
  report_wide_lines(document_, fragment, ref.side, context_.diags);
  report_short_lines(document_, fragment, ref.side, context_.diags);
  if (has_misfit_since(before)) note_misfit(ref);
  return fragment;
}

void Builder::place_rows(FrameRef ref, const TableStop& stop, Fragment& fragment) {
  TableFiller& filler = table_fillers_[stop.table];
  for (std::size_t at = stop.stop; at < stop.stop + filler.columns_at(stop.stop); ++at) {
    const auto room = filler.room(at, boxes_);
    if (!room) return report_no_columns(ref, fragment.box);
    TableFragment table = filler.place(at, boxes_, context_.diags);
    if (auto over = filler.overfull(at, table, boxes_)) {
      note_misfit(ref);
      tight_[ref.side].push_back({ref.frame, std::move(*over)});
    }
    add_table(frame(ref), *room, std::move(table), fragment);
  }
}

void Builder::report_no_columns(FrameRef ref, const Rect& box) {
  const Frame& frame = this->frame(ref);
  context_.diags.add({.id = diag::DiagnosticId::BadBox,
                      .message = frame_words(frame) + " is " + in_words(box.width, unit_) +
                                 " wide, which leaves no room for " +
                                 std::to_string(frame.columns) + " columns",
                      .span = frame.span,
                      .area = diag::PageArea{ref.side + 1, box}});
}

void Builder::place_text(FrameRef ref, const ThreadStop& stop, Fragment& fragment) {
  const Frame& frame = this->frame(ref);
  if (!column_room(frame, fragment.box.width)) return report_no_columns(ref, fragment.box);
  ThreadFiller& filler = fillers_[stop.thread];
  const auto& columns = filler.columns_at(stop.stop, boxes_);
  const auto grid = grid_at(document_.sheet, fragment.box.top + frame.inset.top);
  const bool ends_here = filler.ends_at(stop.stop);
  fragment.children = place_columns(
      {.frame = frame, .box = fragment.box, .grid = grid, .ends_here = ends_here}, columns);
  const TextThread& thread = gathered_.threads[stop.thread];
  report_short_columns(document_,
                       {.frame = fragment,
                        .flow = thread.flow,
                        .columns = columns,
                        .grid = grid,
                        .ends_here = ends_here,
                        .is_alone = thread.frames.size() == 1 && frame.columns <= 1},
                       ref.side, context_.diags);
}

/// Boxes that content has pushed away are told of with that content.
void Builder::report_overruns(std::size_t side, const SideFragment& placed) {
  // Whoever plans where entries stand tells of those that have no room.
  if (has_entries_past(document_.sides[side], boxes_[side])) return;
  const Boxes least = least_boxes(side);
  const std::vector<Length> needed = needed_heights(side);
  const SolvedSide solved{boxes_[side], least, displaced_[side], needed, tight_[side]};
  const std::vector<FrameIndex> told =
      layout::report_overruns(document_, gathered_, side, solved, placed, context_.diags);
  for (const FrameIndex each : told) note_misfit({side, each});
  for (const diag::Diagnostic& each : box_faults_[side].list()) {
    const bool is_told = std::ranges::any_of(told, [&](FrameIndex index) {
      const Frame& pushed = frame({side, index});
      return displaced_[side][index] && (each.span == pushed.span || each.span == pushed.box.span);
    });
    if (!is_told) context_.diags.add(each);
  }
}

}  // namespace

FragmentTree build_fragments(const document::Document& document, Context context) {
  return Builder(document, context).build();
}

}  // namespace handbill::layout
