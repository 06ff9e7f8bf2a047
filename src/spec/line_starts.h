// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace handbill::spec {

/// Where the lines of a Markdown text start, the first at 0. They end as CommonMark has it, in
/// "\n", "\r\n" or "\r" (2.1).
inline std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_end = text[i] == '\n' || (text[i] == '\r' && !text.substr(i).starts_with("\r\n"));
    if (is_end) starts.push_back(i + 1);
  }
  return starts;
}

}  // namespace handbill::spec
