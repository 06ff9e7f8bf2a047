// SPDX-License-Identifier: MIT
#include "document/resolve_side.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "document/conditions.h"
#include "document/place_parts.h"

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

namespace {

/// Sides one after the other.
class SideMaker {
 public:
  SideMaker(const FoldedSheet& folded, const FrameTools& tools, Stories& stories)
      : folded_(folded), tools_(tools), stories_(stories), context_(tools.text.context) {}

  std::vector<Side> make() {
    const auto& specs = context_.layout().sides;
    for (std::size_t i = 0; i < specs.size() && has_room_;) {
      std::size_t end = i + 1;
      if (!specs[i].repeat) {
        add(specs[i], nullptr, 0);
      } else {
        while (end < specs.size() && specs[end].repeat &&
               specs[end].repeat->value == specs[i].repeat->value) {
          ++end;
        }
        repeat(std::span(specs).subspan(i, end - i));
      }
      i = end;
    }
    return std::move(sides_);
  }

 private:
  /// All of them for the first entry, then for the next: the front and back of each leaf.
  void repeat(std::span<const spec::SideSpec> specs) {
    auto entries = tools_.text.facts.rows(*specs.front().repeat);
    if (!entries) return;
    for (std::size_t i = 0; i < entries->size() && has_room_; ++i) {
      content::FactRow& entry = (*entries)[i];
      add_row_number(entry, i + 1);
      for (const spec::SideSpec& spec : specs) add(spec, &entry, i + 1);
    }
  }

  /// `number`: of the entry in its list.
  void add(const spec::SideSpec& spec, const content::FactRow* entry, std::size_t number);

  const FoldedSheet& folded_;
  const FrameTools& tools_;
  Stories& stories_;
  const Context& context_;
  std::vector<Side> sides_{};
  std::size_t frames_ = 0;  ///< of all sides
  bool has_room_ = true;
};

void SideMaker::add(const spec::SideSpec& spec, const content::FactRow* entry, std::size_t number) {
  const bool is_hidden = spec.hide && spec.hide->value;
  if (!has_room_ || is_hidden || !tools_.conditions.hold(spec.when, entry)) return;
  if (!folded_.widths.empty() && sides_.size() == 2) {
    context_.error(BadFold, spec.span, "a folded sheet has two sides; this is a third");
    has_room_ = false;
    return;
  }
  const bool outside = sides_.empty();
  const std::vector<Length> widths = outside ? folded_.widths : mirrored(folded_.widths);
  Side side;
  side.name = spec.name ? spec.name->value : std::to_string(sides_.size() + 1);
  if (entry != nullptr && spec.name) side.name += "[" + std::to_string(number) + "]";
  side.span = spec.span;
  side.panels = resolve_panels(spec, folded_.sheet, widths, context_);
  side.folds = outside_folds(folded_.fold, folded_.widths);
  if (!outside) side.folds = turned_over(side.folds, folded_.sheet.trim.width);
  const std::vector<const spec::FrameSpec*> frames = all_frames(spec, context_);
  check_names(frames, context_);
  SidePlan plan{folded_.sheet, side.panels, frames, spec.spaces};
  if (entry != nullptr) {
    plan.scope = entry;
    plan.entry = std::make_shared<const Entry>(Entry{spec.repeat->value, number, "", entry->span});
    plan.prefix = side.name + ".";
  }
  side.frames = make_frames(plan, tools_, stories_, frames_);
  sides_.push_back(std::move(side));
}

}  // namespace

std::vector<Side> resolve_sides(const FoldedSheet& folded, const FrameTools& tools,
                                Stories& stories) {
  const Context& context = tools.text.context;
  const auto& specs = context.layout().sides;
  check_parents(context);
  check_parts(context);
  has_sides(context.layout(), context.diags);
  const std::size_t errors = context.diags.error_count();
  std::vector<Side> sides = SideMaker(folded, tools, stories).make();
  if (sides.empty() && !specs.empty() && context.diags.error_count() == errors) {
    const auto asked = std::ranges::find_if(
        specs, [](const spec::SideSpec& each) { return !each.when.empty() || each.repeat; });
    const bool repeats = asked != specs.end() && asked->repeat;
    context.error(BadValue,
                  asked == specs.end() ? specs.front().span
                  : repeats            ? asked->repeat->span
                                       : asked->when.front().span,
                  asked == specs.end() ? "no side of the layout is there: all are hidden"
                  : repeats
                      ? "no side of the layout is there: the list has no entry to lay one for"
                      : "no side of the layout is there: what `when` asks for holds for none");
  }
  return sides;
}

}  // namespace handbill::document
