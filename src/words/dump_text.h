// SPDX-License-Identifier: MIT
// Words as the dumps of words, and of what is heard, have them.
#pragma once

#include <string>
#include <string_view>

namespace handbill::words {

/// In quotes, on one line.
inline std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + "\"";
}

}  // namespace handbill::words
