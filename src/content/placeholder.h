// SPDX-License-Identifier: MIT
// Words that stand where the real ones should: "Coming soon", "TBD", "[name]", "123-456-7890".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace handbill::content {

struct Placeholder {
  /// Example: a number from the range set aside for examples, which may be meant as one.
  enum class Kind { Unfinished, Example } kind = Kind::Unfinished;
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
};

/// Every placeholder in a text, in order.
std::vector<Placeholder> find_placeholders(std::string_view text);

}  // namespace handbill::content
