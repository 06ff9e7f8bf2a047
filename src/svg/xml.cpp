// SPDX-License-Identifier: MIT
#include "svg/xml.h"

namespace handbill::svg {

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&':
        out += "&amp;";
        continue;
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      case '"':
        out += "&quot;";
        continue;
      default:
        break;
    }
    // U+FFFE and U+FFFF are not characters of XML 1.0 (2.2), nor are most controls.
    const std::string_view rest = text.substr(i, 3);
    if (rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF") {
      out += ' ';
      i += 2;
      continue;
    }
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
}

}  // namespace handbill::svg
