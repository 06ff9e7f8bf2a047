// SPDX-License-Identifier: MIT
// The bytes of a text file as UTF-8, whatever editor saved them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::diag {

struct DecodedText {
  /// Valid UTF-8 without a byte order mark; lines end in LF or CRLF. Up to what can't be read.
  std::string text;
  /// Why the rest can't be read: a message and hints. Empty: all was read.
  std::string fault{};
  std::vector<std::string> hints{};
};

/// Takes UTF-8, and UTF-16 that begins with its byte order mark.
DecodedText decode_text(std::string_view bytes);

/// What Windows-1252 means by a control character of U+0080 to U+009F, which it takes for a letter
/// or mark; empty: nothing.
std::string meant_in_windows(char32_t control);

}  // namespace handbill::diag
