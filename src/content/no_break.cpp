// SPDX-License-Identifier: MIT
#include "content/no_break.h"

namespace handbill::content {

std::string no_break(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ') {
      result += kNoBreakSpace;
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace handbill::content
