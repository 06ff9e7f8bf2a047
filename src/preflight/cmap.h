// SPDX-License-Identifier: MIT
// Character maps: from the codes of a string to glyphs (PDF 1.7, 9.7.5) or to text (9.10.3).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::preflight {

class CMap {
 public:
  /// Reads what it knows of a map; the rest is left out.
  static CMap parse(std::string_view text);
  /// Codes of two bytes that are the glyphs' own numbers.
  static CMap identity();

  /// Takes the next code off the front of `bytes`; `length` tells how long it was.
  std::uint32_t next(std::string_view& bytes, std::size_t& length) const;
  std::uint32_t glyph(std::uint32_t code) const;
  /// UTF-8; "" when it is not in the map.
  std::string text(std::uint32_t code) const;
  bool has_text() const { return !texts_.empty() || !text_ranges_.empty(); }

 private:
  struct CodeSpace {
    std::size_t length = 1;
    std::uint32_t low = 0, high = 0;
  };
  struct Range {
    std::uint32_t low = 0, high = 0, to = 0;
  };
  void read_section(std::string_view section, const std::vector<struct CMapToken>& tokens);

  std::vector<CodeSpace> spaces_;
  std::vector<Range> glyphs_;
  std::map<std::uint32_t, std::string> texts_;
  std::vector<Range> text_ranges_;  ///< to a code point
};

/// UTF-16BE as UTF-8; what is not valid is left out.
std::string from_utf16(std::string_view bytes);
void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace handbill::preflight
