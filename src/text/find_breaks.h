// SPDX-License-Identifier: MIT
// Where lines may end: UAX 14 as ICU has it for a language, less what looks wrong on paper.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/shape.h"

namespace handbill::text {

class BreakFinder {
 public:
  BreakFinder();
  ~BreakFinder();
  /// Whether lines may end between the syllables of a Korean word.
  enum class Korean { BySyllables, ByWords };
  /// Ascending; the last is the end of the text.
  std::vector<BreakPoint> find(std::string_view text, const std::string& language,
                               Korean korean = Korean::BySyllables);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::text
