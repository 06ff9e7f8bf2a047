// SPDX-License-Identifier: MIT
// Words outside of the page.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "display/page_list.h"
#include "text/break_lines.h"
#include "text/style.h"

namespace handbill::press {

/// A line of words and how large it is set.
struct SlugText {
  std::string text;
  Length size;
};

/// Lines of words in one style, ready to stand anywhere.
class Slug {
 public:
  static constexpr double kLeading = 1.25;  ///< of the size

  Slug(const std::vector<SlugText>& texts, const text::CharacterStyle& style, Length measure,
       const font::FontBook& fonts, diag::Diagnostics& diags);

  bool empty() const { return lines_.empty(); }
  Length height() const { return height_; }
  void add_to(display::Page& page, Point top_left) const;

 private:
  std::vector<std::pair<Length, text::Line>> lines_;  ///< with their baselines
  Length height_{};
};

}  // namespace handbill::press
