// SPDX-License-Identifier: MIT
#include "check/quoted.h"

#include "base/utf8.h"

namespace handbill::check {

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 40;
  while (text.ends_with(' ')) text.remove_suffix(1);
  const std::size_t end = offset_of_code_point(text, kMost);
  return "`" + std::string(text.substr(0, end)) + (end < text.size() ? "…`" : "`");
}

}  // namespace handbill::check
