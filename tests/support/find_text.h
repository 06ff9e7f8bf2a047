// SPDX-License-Identifier: MIT
// Parts of texts.
#pragma once

#include <string>
#include <string_view>

namespace handbill::test {

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}

/// How often it stands there.
inline std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace handbill::test
