// SPDX-License-Identifier: MIT
#include "check/name_frames.h"

#include <map>
#include <optional>
#include <tuple>

namespace handbill::check {
namespace {

/// The frames of all that is painted, by page and by where it was written.
class FrameIndex {
 public:
  explicit FrameIndex(const display::PageList& pages) {
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      for (const display::Item& item : pages.pages[i].items) {
        const auto [known, is_new] = frames_.try_emplace({i + 1, item.span}, item.frame);
        if (!is_new && known->second != item.frame) known->second.reset();
      }
    }
  }

  std::optional<display::FrameId> find(std::size_t page, diag::Span span) const {
    const auto found = frames_.find({page, span});
    return found == frames_.end() ? std::nullopt : found->second;
  }

 private:
  std::map<std::tuple<std::size_t, diag::Span>, std::optional<display::FrameId>> frames_{};
};

}  // namespace

diag::Diagnostics name_frames(const document::Document& document, const display::PageList& pages,
                              const diag::Diagnostics& found) {
  const FrameIndex index(pages);
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    const bool has_place = each.area && each.span.known();
    const auto frame = has_place ? index.find(each.area->page, each.span) : std::nullopt;
    if (frame && each.frame.empty()) {
      each.frame = document.sides.at(each.area->page - 1).frames.at(frame->index()).name;
    }
    result.add(std::move(each));
  }
  return result;
}

}  // namespace handbill::check
