// SPDX-License-Identifier: MIT
// What gives way when text is to fit, in which order and how far.
//
// The levers, the least invasive first: space after paragraphs, tracking, leading, size. A lever is
// moved only when those before it are used up; then those are let back as far as they can be. All
// move in small fixed steps, so that the same text always comes out the same.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "document/document.h"

namespace handbill::layout {

/// What the main style of a text is set at.
struct FitSetting {
  Length size;
  Length leading;
  Length after;
  double tracking = 0;
};

class FitLevers {
 public:
  static constexpr std::size_t kCount = 4;
  /// Steps each lever has been moved, 0 being the wish: the largest size, everything else as close
  /// to the style's own as its range allows.
  using Positions = std::array<int, kCount>;

  FitLevers(const document::Copyfit& fit, const text::ParagraphStyle& style);

  const Positions& ends() const { return ends_; }
  FitSetting at(const Positions& positions) const;
  /// "10.6 pt (of 9.5 to 11 pt), leading 14.4 pt".
  std::string words(const FitSetting& setting) const;

 private:
  Length wished_leading(Length size) const;

  const document::Copyfit& fit_;
  const text::ParagraphStyle& style_;
  Length size_step_;
  Length leading_step_;
  Positions ends_{};
};

struct FitResult {
  FitSetting setting;
  bool fits = false;  ///< false: not even with all levers at their ends, which `setting` is then
};

/// Some fifty trials at most.
FitResult find_fit(const FitLevers& levers, const std::function<bool(const FitSetting&)>& fits);

}  // namespace handbill::layout
