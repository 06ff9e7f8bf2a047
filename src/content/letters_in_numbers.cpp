// SPDX-License-Identifier: MIT
#include "content/letters_in_numbers.h"

#include "base/ascii.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

/// The digit that the letter looks like; 0: none.
char digit_like(char c) {
  if (c == 'O' || c == 'o') return '0';
  return c == 'l' || c == 'I' || c == '|' ? '1' : '\0';
}

}  // namespace

std::string with_digits(std::string_view text) {
  std::string result(text);
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && digit_like(text[end]) != '\0') ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const char before = at == 0 ? ' ' : text[at - 1];
    const char after = end == text.size() ? ' ' : text[end];
    const bool is_word = is_letter(before) || is_letter(after);
    const bool is_number = is_digit(before) || is_digit(after) || before == ':' || after == ':';
    for (; at < end; ++at) {
      if (is_word || !is_number) continue;
      result[at] = digit_like(text[at]);
      changed = true;
    }
  }
  return changed ? result : std::string();
}

bool report_letters(const spec::Value& text, diag::DiagnosticId id, diag::Diagnostics& diags) {
  const std::string& seen = *text.as_string();
  const std::string meant = with_digits(seen);
  if (meant.empty()) return false;
  diags.error(id, text.part(0, seen.size()), quoted(seen) + " has a letter among its digits",
              {"did you mean " + quoted(meant) + "?"});
  return true;
}

}  // namespace handbill::content
