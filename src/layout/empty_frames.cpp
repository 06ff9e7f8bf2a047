// SPDX-License-Identifier: MIT
#include "layout/empty_frames.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/content_kinds.h"
#include "layout/solve_boxes.h"
#include "layout/tell_overset.h"

namespace handbill::layout {
namespace {

using document::Frame;

const text::Line* last_line(const Fragment& fragment) {
  for (auto each = fragment.children.rbegin(); each != fragment.children.rend(); ++each) {
    if (const text::Line* line = last_line(*each)) return line;
  }
  return fragment.lines.empty() ? nullptr : fragment.lines.back().line;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_last = i + 1 == parts.size();
    text += (i == 0 ? "" : is_last ? " and " : ", ") + parts[i];
  }
  return text;
}

class EmptyFinder {
 public:
  EmptyFinder(const document::Document& document, const FragmentTree& tree,
              diag::Diagnostics& diags)
      : document_(document), tree_(tree), diags_(diags) {}

  void run() {
    for (const TextThread& each : tree_.gathered.threads) find_frames(each.frames, each.name);
    for (const TableThread& each : tree_.gathered.tables) find_frames(each.frames, each.name);
    for (const Ending& each : endings_) tell(each);
  }

 private:
  /// Where something ends too early.
  struct Ending {
    std::string name;
    FrameRef last;
    std::vector<FrameRef> empty;
  };

  const Frame& frame(FrameRef ref) const { return document_.sides[ref.side].frames[ref.frame]; }

  const Fragment* fragment(FrameRef ref) const {
    for (const Fragment& each : tree_.sides[ref.side].frames) {
      if (each.frame == &frame(ref)) return &each;
    }
    return nullptr;
  }

  bool is_filled(FrameRef ref) const {
    const Fragment* placed = fragment(ref);
    return placed != nullptr && holds_something(*placed);
  }

  void find_frames(const std::vector<FrameRef>& frames, const std::string& name) {
    std::size_t end = frames.size();
    while (end > 0 && !is_filled(frames[end - 1])) --end;
    if (end == 0) return;
    Ending ending{
        name, frames[end - 1], {frames.begin() + static_cast<std::ptrdiff_t>(end), frames.end()}};
    for (const FrameRef each : ending.empty) empty_.insert({each.side, each.frame});
    if (!ending.empty.empty() || empty_columns(ending.last) > 0) endings_.push_back(ending);
  }

  std::size_t empty_columns(FrameRef ref) const {
    const auto columns = static_cast<std::size_t>(std::max(frame(ref).columns, 1));
    const auto filled = static_cast<std::size_t>(
        std::ranges::count_if(fragment(ref)->children, [](const Fragment& each) {
          return each.kind == Fragment::Kind::Column && holds_something(each);
        }));
    return filled == 0 ? 0 : columns - filled;
  }

  /// Pages on which nothing is shown but what stays empty.
  std::vector<std::string> empty_pages(const Ending& ending) const {
    std::vector<std::string> pages;
    for (std::size_t side = 0; side < document_.sides.size(); ++side) {
      const auto is_here = [&](FrameRef each) { return each.side == side; };
      if (std::ranges::none_of(ending.empty, is_here) || has_content(side)) continue;
      pages.push_back("page " + std::to_string(side + 1));
    }
    return pages;
  }

  bool has_content(std::size_t side) const {
    const auto& frames = document_.sides[side].frames;
    for (document::FrameIndex i = 0; i < frames.size(); ++i) {
      const bool shows = !document::shows_nothing(frames[i]);
      if (shows && !empty_.contains({side, i})) return true;
    }
    return false;
  }

  void tell(const Ending& ending) const {
    const FrameRef first = ending.empty.empty() ? ending.last : ending.empty.front();
    diag::Diagnostic problem{.id = diag::DiagnosticId::EmptyFrame,
                             .severity = diag::Severity::Warning,
                             .message = message(ending),
                             .span = frame(first).span};
    problem.frame = frame(first).name;
    if (const Fragment* placed = fragment(first)) {
      problem.area = diag::PageArea{first.side + 1, placed->box};
    }
    const text::Line* last = last_line(*fragment(ending.last));
    const auto at = last != nullptr ? span_of(*last) : std::nullopt;
    if (at) problem.labels.push_back({*at, "the last words"});
    problem.hints.push_back(
        "write more, or let a variant of the layout leave out what stays empty");
    diags_.add(std::move(problem));
  }

  std::string message(const Ending& ending) const {
    const std::string what = ending.name.empty() ? "the text" : "`" + ending.name + "`";
    if (ending.empty.empty()) {
      const std::size_t count = empty_columns(ending.last);
      return what + " ends before the last column of " + frame_words(frame(ending.last)) + ": " +
             std::to_string(count) + " of " + std::to_string(frame(ending.last).columns) +
             " columns " + (count == 1 ? "stays" : "stay") + " empty";
    }
    std::vector<std::string> names;
    for (const FrameRef each : ending.empty) names.push_back(frame_words(frame(each)));
    std::string text = what + " ends in " + frame_words(frame(ending.last)) + ": " + joined(names) +
                       (names.size() == 1 ? " stays" : " stay") + " empty";
    const std::vector<std::string> pages = empty_pages(ending);
    if (!pages.empty())
      text += ", and with " + (names.size() == 1 ? std::string("it ") : "them ") + joined(pages);
    return text;
  }

  const document::Document& document_;
  const FragmentTree& tree_;
  diag::Diagnostics& diags_;
  std::vector<Ending> endings_;
  std::set<std::pair<std::size_t, document::FrameIndex>> empty_;
};

}  // namespace

bool holds_something(const Fragment& fragment) {
  if (!fragment.lines.empty()) return true;
  const bool is_inside = fragment.kind != Fragment::Kind::Frame;
  if (is_inside && !fragment.items.empty()) return true;
  return std::ranges::any_of(fragment.children, holds_something);
}

void report_empty_frames(const document::Document& document, const FragmentTree& tree,
                         diag::Diagnostics& diags) {
  EmptyFinder(document, tree, diags).run();
}

}  // namespace handbill::layout
