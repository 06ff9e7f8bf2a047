// SPDX-License-Identifier: MIT
#include "preflight/language_tag.h"

#include <cstddef>

namespace handbill::preflight {

bool is_language_tag(std::string_view text) {
  std::size_t length = 0, subtags = 0;
  for (const char c : text) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      ++subtags;
      continue;
    }
    if (!is_letter && !(is_digit && subtags > 0)) return false;
    if (++length > 8) return false;
  }
  return length > 0 && (subtags > 0 || length > 1);
}

}  // namespace handbill::preflight
