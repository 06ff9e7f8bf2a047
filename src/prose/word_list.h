// SPDX-License-Identifier: MIT
// Lists of words in the program. Private to this folder.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace handbill::prose {

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace handbill::prose
