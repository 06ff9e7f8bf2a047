// SPDX-License-Identifier: MIT
#include "check/text_links.h"

#include <algorithm>
#include <map>

#include "check/text_ink.h"
#include "display/block_of.h"
#include "display/item_kinds.h"

namespace handbill::check {
namespace {

/// Part of a line without a gap.
struct Stretch {
  std::size_t item = 0;
  std::optional<display::StructId> paragraph{};
  Length left, right, baseline;
  Length size, x_height;

  Length top() const { return baseline - x_height; }
  Length middle() const { return baseline - x_height / 2; }
};

/// A line of small letters and the white below it: less than a blank line stands between.
constexpr double kCloseLines = 2;  // em

/// The stretches of one run, from left to right.
std::vector<Stretch> stretches(const PageView& view, std::size_t item,
                               const display::GlyphRun& run) {
  const auto paragraph = display::block_of(view.pages, view.page.items[item]);
  const Length x_height = run.size * view.fonts.face(run.font).metrics().x_height;
  std::vector<Rect> boxes;
  for (const GlyphInk& each : glyph_inks(run, view.fonts)) boxes.push_back(each.box);
  std::ranges::sort(boxes, {}, &Rect::left);
  std::vector<Stretch> found;
  for (const Rect& box : boxes) {
    if (found.empty() || box.left - found.back().right > run.size) {
      found.push_back({item, paragraph, box.left, box.right(), run.origin.y, run.size, x_height});
    }
    found.back().right = std::max(found.back().right, box.right());
  }
  return found;
}

class Linker {
 public:
  explicit Linker(const PageView& view) : view_(view) {}

  std::vector<Link> link() {
    std::map<display::FrameId, std::vector<Stretch>> frames;
    const auto& items = view_.page.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto* run = display::text_of(items[i]);
      if (run == nullptr) continue;
      auto& of_frame = frames[items[i].frame];
      for (const Stretch& each : stretches(view_, i, *run)) of_frame.push_back(each);
    }
    for (auto& [frame, all] : frames) {
      join_lines(all);
      for (const Stretch& each : all) link_along(each);
      link_down(all);
    }
    return std::move(links_);
  }

 private:
  /// Neighbours on one baseline become one.
  static void join_lines(std::vector<Stretch>& all) {
    std::ranges::stable_sort(all, [](const Stretch& a, const Stretch& b) {
      return a.baseline != b.baseline ? a.baseline < b.baseline : a.left < b.left;
    });
    std::vector<Stretch> joined;
    for (const Stretch& each : all) {
      const bool goes_on = !joined.empty() && joined.back().baseline == each.baseline &&
                           joined.back().paragraph == each.paragraph &&
                           each.left - joined.back().right <= each.size;
      if (!goes_on) {
        joined.push_back(each);
        continue;
      }
      joined.back().right = std::max(joined.back().right, each.right);
      joined.back().size = std::max(joined.back().size, each.size);
    }
    all = std::move(joined);
  }

  void link_along(const Stretch& line) {
    links_.push_back({Link::Hold::Close,
                      line.item,
                      {{line.left + kTouch, line.middle()}, {line.right - kTouch, line.middle()}}});
  }

  void link_down(const std::vector<Stretch>& all) {
    std::vector<Stretch> open;  // that nothing stands below yet
    for (const Stretch& below : all) {
      std::erase_if(open, [&](const Stretch& above) {
        const Length left = std::max(above.left, below.left);
        const Length right = std::min(above.right, below.right);
        if (right <= left) return false;
        link_down(above, below, (left + right) / 2);
        return true;
      });
      open.push_back(below);
    }
  }

  void link_down(const Stretch& above, const Stretch& below, Length x) {
    const Length em = std::max(above.size, below.size);
    const bool is_close = below.baseline - above.baseline <= em * kCloseLines;
    const Length start = is_close ? above.baseline + kTouch : above.middle();
    const Length end = is_close ? below.top() - kTouch : below.middle();
    if (end <= start) return;
    links_.push_back(
        {is_close ? Link::Hold::Close : Link::Hold::Loose, above.item, {{x, start}, {x, end}}});
  }

  const PageView& view_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> text_links(const PageView& view) { return Linker(view).link(); }

}  // namespace handbill::check
