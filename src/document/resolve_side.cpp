// SPDX-License-Identifier: MIT
#include "document/resolve_side.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "document/place_parts.h"
#include "document/side_parents.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

void report_twice(const Context& context, const spec::Text& again, diag::Span first) {
  diag::Diagnostic twice{DuplicateName, diag::Severity::Error,
                         "two frames of this side are called " + quoted(again.value), again.span};
  twice.labels.push_back({first, "the first"});
  context.diags.add(std::move(twice));
}

bool is_spread(const spec::SideSpec& side) {
  return side.read_as && side.read_as->value == "spread";
}

std::vector<Panel> resolve_panels(const spec::SideSpec& side, const Sheet& sheet,
                                  const std::vector<Length>& widths, const Context& context) {
  const bool is_named = !side.panels.empty();
  if (is_named && side.panels.size() != widths.size()) {
    const std::string makes = widths.empty() ? "the sheet has no fold"
                                             : "the fold makes " + std::to_string(widths.size());
    context.error(BadFold, side.panels.front().span,
                  "this side names " + std::to_string(side.panels.size()) + " panel" +
                      (side.panels.size() == 1 ? "" : "s") + ", but " + makes);
  }
  if (is_spread(side) && widths.empty()) {
    context.error(BadFold, side.read_as->span,
                  "this side is read as a spread, but the sheet has no fold",
                  {"leave `read_as` out: frames are read in the order they are listed"});
  }
  std::vector<Panel> panels;
  Length left{};
  for (std::size_t i = 0; i < widths.size(); ++i) {
    Panel panel{std::to_string(i + 1), {left, Length{}, widths[i], sheet.trim.height}, side.span};
    if (i < side.panels.size()) {
      panel.name = side.panels[i].value;
      panel.span = side.panels[i].span;
    }
    panels.push_back(std::move(panel));
    left += widths[i];
  }
  return panels;
}

void check_names(const std::vector<const spec::FrameSpec*>& frames, const Context& context) {
  for (std::size_t i = 0; i < frames.size(); ++i) {
    if (!frames[i]->name || frames[i]->name->value.empty()) continue;
    for (std::size_t other = 0; other < i; ++other) {
      if (!frames[other]->name || frames[other]->name->value != frames[i]->name->value) continue;
      report_twice(context, *frames[i]->name, frames[other]->name->span);
      break;
    }
  }
}

bool repeats(const spec::SideSpec& side) {
  return side.pages && side.pages->value == spec::kUntilItEnds;
}

const std::optional<spec::GridSpec>& grid_of(const PlannedPage& page, const Context& context) {
  static const std::optional<spec::GridSpec> kNoGrid;
  if (page.side != nullptr && page.side->columns) return page.side->columns;
  const auto& sheet = context.layout().sheet;
  return sheet ? sheet->columns : kNoGrid;
}

/// `frames_made`: of all sides.
Side resolve_page(const PlannedPage& page, std::size_t index, const FoldedSheet& folded,
                  const FrameTools& tools, Stories& stories, std::size_t& frames_made) {
  const Context& context = tools.text.context;
  const bool outside = index == 0;
  const std::vector<Length> widths = outside ? folded.widths : mirrored(folded.widths);
  Side side;
  side.name = page.name;
  side.number = page.number;
  side.is_verso = page.position.is_verso;
  side.place = page.place;
  side.margin = folded.sheet.margin;
  if (side.is_verso && folded.sheet.has_spine) std::swap(side.margin.left, side.margin.right);
  if (page.side != nullptr) {
    side.span = page.side->span;
    side.repeats = repeats(*page.side);
    side.panels = resolve_panels(*page.side, folded.sheet, widths, context);
    side.is_spread = is_spread(*page.side) && !side.panels.empty();
  }
  side.folds = outside_folds(folded.fold, folded.widths);
  if (!outside) side.folds = turned_over(side.folds, folded.sheet.trim.width);
  const std::vector<const spec::FrameSpec*> frames = frames_of(page, context);
  check_names(frames, context);
  static const std::vector<spec::SpaceSpec> kNoSpaces;
  SidePlan plan{.margin = side.margin,
                .grid = grid_of(page, context),
                .page = page.position,
                .panels = side.panels,
                .frames = frames,
                .spaces = page.side != nullptr ? page.side->spaces : kNoSpaces};
  if (page.row) {
    plan.scope = page.row.get();
    plan.entry = std::make_shared<const Entry>(
        Entry{page.side->repeat->value, page.row->number, "", page.row->span});
    plan.prefix = side.name + ".";
  }
  const PageAnswers::On on(tools.text.facts.pages(), index);
  side.frames = make_frames(plan, tools, stories, frames_made);
  side.numerals = tools.text.facts.pages().numerals_on(index);
  return side;
}

/// Nothing would ever end a side that repeats.
void check_flows(const std::vector<PlannedPage>& pages, const Context& context) {
  for (const PlannedPage& page : pages) {
    if (page.side == nullptr || !repeats(*page.side) || !page.position.is_first) continue;
    const auto flows = [](const spec::FrameSpec* frame) {
      return frame->story || (frame->table && frame->table->use) ||
             (frame->repeat && frame->flow && frame->flow->value);
    };
    if (std::ranges::any_of(frames_of(page, context), flows)) continue;
    context.error(BadValue, page.side->pages->span,
                  "nothing flows through this side, so its pages would never end",
                  {"show a `story`, a [table.NAME] or entries that `flow` in one of its frames, or "
                   "write a number"});
  }
}

}  // namespace

bool has_sides(const spec::LayoutSpec& layout, diag::Diagnostics& diags) {
  if (!layout.sides.empty()) return true;
  std::vector<std::string> hints = {"add `[[side]]` with `[[side.frame]]` below it"};
  const bool is_base = layout.base && layout.base->value;
  if (!is_base) hints.emplace_back("or `base = true` at its top, if others are to extend it");
  diags.error(MissingKey, is_base ? layout.base->span : layout.span,
              std::string("the layout has no side to print on") +
                  (is_base ? ": it is a base for others" : ""),
              std::move(hints));
  return false;
}

std::vector<Side> resolve_sides(const FoldedSheet& folded, const std::vector<PlannedPage>& pages,
                                const FrameTools& tools, Stories& stories) {
  const Context& context = tools.text.context;
  check_parents(context);
  check_parts(context);
  has_sides(context.layout(), context.diags);
  for (const spec::SideSpec& side : context.layout().sides) {
    if (side.repeat) tools.text.facts.count_rows(*side.repeat);
  }
  for (const PlannedPage& page : pages) {
    if (page.row) tools.text.facts.count_sorted(*page.row, page.side->sort);
  }
  std::vector<Side> sides;
  std::size_t frames_made = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    sides.push_back(resolve_page(pages[i], i, folded, tools, stories, frames_made));
  }
  check_flows(pages, context);
  return sides;
}

}  // namespace handbill::document
