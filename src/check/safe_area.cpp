// SPDX-License-Identifier: MIT
#include "check/safe_area.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/user_unit.h"
#include "check/quoted.h"
#include "check/text_ink.h"
#include "display/block_of.h"
#include "display/item_kinds.h"

namespace handbill::check {
namespace {

/// The four edges of the trim, then the folds.
enum class Edge { Left, Top, Right, Bottom };
constexpr std::size_t kFirstFold = 4;

struct Finding {
  Length amount;
  const display::Item* item = nullptr;
  const display::GlyphRun* run = nullptr;  ///< that it shows
  bool crosses = false;                    ///< lies on both sides of a fold
};

/// Findings of one page: the worst of each paragraph at each edge, so that a column set too near
/// the trim is one message, not forty.
class SafeAreaCheck {
 public:
  explicit SafeAreaCheck(const PageView& view)
      : sheet_(view.sheet),
        side_(view.side),
        pages_(view.pages),
        page_(view.page),
        fonts_(view.fonts),
        number_(view.number) {}

  void run(diag::Diagnostics& diags) {
    for (const display::Item& item : page_.items) {
      if (const auto* run = display::text_of(item)) check(item, *run);
    }
    for (const auto& [key, finding] : worst_) report(std::get<1>(key), finding, diags);
  }

 private:
  Rect safe() const {
    return Rect{{}, {}, page_.trim.width, page_.trim.height}.inset(Insets::all(sheet_.safe));
  }

  bool is_clear(const Rect& box) const {
    return safe().contains(box) && std::ranges::none_of(side_.folds, [&](const auto& fold) {
             return box.left < fold.x + sheet_.fold_safe && fold.x - sheet_.fold_safe < box.right();
           });
  }

  void check(const display::Item& item, const display::GlyphRun& run) {
    if (is_clear(rough_box(run))) return;
    auto ink = ink_box(run, fonts_);
    if (!ink) return;
    // What optical margins hang out is not counted: the line is set to where it should be.
    const Length hang_left = std::max(run.hang_left, Length());
    ink->left += hang_left;
    ink->width -= hang_left + std::max(run.hang_right, Length());
    const Rect safe = this->safe();
    note(item, run, static_cast<std::size_t>(Edge::Left), safe.left - ink->left);
    note(item, run, static_cast<std::size_t>(Edge::Top), safe.top - ink->top);
    note(item, run, static_cast<std::size_t>(Edge::Right), ink->right() - safe.right());
    note(item, run, static_cast<std::size_t>(Edge::Bottom), ink->bottom() - safe.bottom());
    for (std::size_t i = 0; i < side_.folds.size(); ++i) check_fold(item, run, *ink, i);
  }

  void check_fold(const display::Item& item, const display::GlyphRun& run, const Rect& ink,
                  std::size_t index) {
    const Length fold = side_.folds[index].x;
    // How far the run lies on the one side and on the other.
    const Length before = fold - ink.left, after = ink.right() - fold;
    const Length over = std::min(before, after);
    note(item, run, kFirstFold + index, over + sheet_.fold_safe,
         over > kTouch ? Crosses::Yes : Crosses::No);
  }

  enum class Crosses { No, Yes };
  void note(const display::Item& item, const display::GlyphRun& run, std::size_t edge,
            Length amount, Crosses crosses = Crosses::No) {
    if (amount <= kTouch) return;
    const bool both_sides = crosses == Crosses::Yes;
    Finding& finding = worst_[{display::block_of(pages_, item), edge}];
    if (finding.item == nullptr || amount > finding.amount)
      finding = {amount, &item, &run, both_sides};
  }

  void report(std::size_t edge, const Finding& finding, diag::Diagnostics& diags) const {
    static constexpr std::string_view kEdges[] = {"left", "top", "right", "bottom"};
    const auto unit = user_unit(page_.trim);
    const std::string words = quoted(finding.run->text);
    std::string message;
    if (edge < kFirstFold) {
      message = words + " is " + in_words(finding.amount, unit) + " outside the safe area at the " +
                std::string(kEdges[edge]) + ": text keeps " + in_words(sheet_.safe, unit) +
                " from the trim";
    } else {
      const std::string fold = in_words(side_.folds[edge - kFirstFold].x, unit) + " from the left";
      message = finding.crosses ? words + " crosses the fold at " + fold
                                : words + " is " + in_words(finding.amount, unit) +
                                      " too near the fold at " + fold;
      message += ": text keeps " + in_words(sheet_.fold_safe, unit) + " from folds";
    }
    diag::Diagnostic told{diag::DiagnosticId::OutsideSafeArea, diag::Severity::Error,
                          std::move(message), finding.item->span};
    told.area = diag::PageArea{number_, *ink_box(*finding.run, fonts_)};
    told.frame = side_.frames.at(finding.item->frame.index()).name;
    diags.add(std::move(told));
  }

  const document::Sheet& sheet_;
  const document::Side& side_;
  const display::PageList& pages_;
  const display::Page& page_;
  const font::FontBook& fonts_;
  std::size_t number_;
  std::map<std::tuple<std::optional<display::StructId>, std::size_t>, Finding> worst_;
};

}  // namespace

void check_safe_area(const PageView& view, diag::Diagnostics& diags) {
  SafeAreaCheck(view).run(diags);
}

}  // namespace handbill::check
