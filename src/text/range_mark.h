// SPDX-License-Identifier: MIT
// What stands between the numbers of a range, as CLDR has it.
#pragma once

#include <string_view>

namespace handbill::text {

enum class RangeMark {
  Dash,  ///< an en dash: English, French, German
  /// A hyphen, or a sign that keyboards of the language have: Spanish, Japanese. And in languages
  /// from right to left, whose readers know both.
  AsTyped
};

RangeMark range_mark(std::string_view language);

}  // namespace handbill::text
