// SPDX-License-Identifier: MIT
#include "document/resolve_side.h"

#include <algorithm>

#include "document/close_up.h"
#include "document/conditions.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

void report_twice(const Context& context, const spec::Text& again, diag::Span first) {
  diag::Diagnostic twice{DuplicateName, diag::Severity::Error,
                         "two frames of this side are called " + quoted(again.value), again.span};
  twice.labels.push_back({first, "the first"});
  context.diags.add(std::move(twice));
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

/// The frames of the side's parent, then its own.
std::vector<const spec::FrameSpec*> all_frames(const spec::SideSpec& side, const Context& context) {
  std::vector<const spec::FrameSpec*> frames;
  if (side.parent) {
    std::vector<std::string> names;
    const spec::SideSpec* found = nullptr;
    for (const spec::SideSpec& parent : context.layout().parents) {
      if (!parent.name) continue;
      names.push_back(parent.name->value);
      if (parent.name->value == side.parent->value && found == nullptr) found = &parent;
    }
    if (found == nullptr) {
      context.error(UnknownParent, side.parent->span,
                    "no `[[parent]]` is called " + quoted(side.parent->value),
                    did_you_mean(side.parent->value, names));
    } else {
      for (const spec::FrameSpec& frame : found->frames) frames.push_back(&frame);
    }
  }
  for (const spec::FrameSpec& frame : side.frames) frames.push_back(&frame);
  return frames;
}

FrameNames frame_names(const std::vector<const spec::FrameSpec*>& frames, const Context& context) {
  FrameNames names;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    names.push_back(frames[i]->name ? frames[i]->name->value : std::string());
    if (names.back().empty()) continue;
    for (std::size_t other = 0; other < i; ++other) {
      if (names[other] != names[i]) continue;
      report_twice(context, *frames[i]->name, frames[other]->name->span);
      break;
    }
  }
  return names;
}

BelongsTo belongs_to(const std::vector<const spec::FrameSpec*>& frames, const FrameNames& names,
                     const Context& context) {
  BelongsTo owners;
  for (const spec::FrameSpec* frame : frames) {
    owners.emplace_back();
    if (!frame->with) continue;
    const auto found = std::ranges::find(names, frame->with->value);
    if (found != names.end() && !found->empty()) {
      owners.back() = static_cast<FrameIndex>(found - names.begin());
      continue;
    }
    context.error(UnknownFrame, frame->with->span,
                  "no frame of this side is called " + quoted(frame->with->value),
                  did_you_mean(frame->with->value, names));
  }
  return owners;
}

void check_parents(const Context& context) {
  for (const spec::SideSpec& parent : context.layout().parents) {
    if (!parent.name) {
      context.error(MissingKey, parent.span, "a `[[parent]]` needs a name for sides to call it by");
      continue;
    }
    if (parent.parent) {
      context.error(BadValue, parent.parent->span, "a parent can't have a parent of its own");
    }
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

std::vector<Side> resolve_sides(const FoldedSheet& folded, const FrameTools& tools,
                                Stories& stories) {
  const Context& context = tools.text.context;
  const auto& specs = context.layout().sides;
  check_parents(context);
  has_sides(context.layout(), context.diags);
  const std::size_t errors = context.diags.error_count();
  const bool is_folded = !folded.widths.empty();
  std::vector<Side> sides;
  for (const spec::SideSpec& spec : specs) {
    if (!tools.conditions.hold(spec.when)) continue;
    if (is_folded && sides.size() == 2) {
      context.error(BadFold, spec.span, "a folded sheet has two sides; this is a third");
      break;
    }
    const bool outside = sides.empty();
    const std::vector<Length> widths = outside ? folded.widths : mirrored(folded.widths);
    Side side;
    side.name = spec.name ? spec.name->value : std::to_string(sides.size() + 1);
    side.span = spec.span;
    side.panels = resolve_panels(spec, folded.sheet, widths, context);
    side.folds = outside_folds(folded.fold, folded.widths);
    if (!outside) side.folds = turned_over(side.folds, folded.sheet.trim.width);
    const std::vector<const spec::FrameSpec*> frames = all_frames(spec, context);
    const FrameNames names = frame_names(frames, context);
    const FrameSurroundings around{folded.sheet, side.panels, names};
    for (const spec::FrameSpec* frame : frames) {
      side.frames.push_back(resolve_frame(*frame, around, tools, stories));
    }
    close_up(side.frames, belongs_to(frames, names, context));
    sides.push_back(std::move(side));
  }
  if (sides.empty() && !specs.empty() && context.diags.error_count() == errors) {
    context.error(BadValue, specs.front().when.front().span,
                  "no side of the layout is there: what `when` asks for holds for none");
  }
  return sides;
}

}  // namespace handbill::document
