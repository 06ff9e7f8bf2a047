// SPDX-License-Identifier: MIT
// The font of squares with something wrong in it that only setting text brings to light.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "support/squares.h"

namespace handbill::test {

inline void append16(std::string& bytes, std::size_t value) {
  bytes += static_cast<char>(value >> 8U & 0xFFU);
  bytes += static_cast<char>(value & 0xFFU);
}

inline void append32(std::string& bytes, std::size_t value) {
  append16(bytes, value >> 16U);
  append16(bytes, value & 0xFFFFU);
}

inline std::size_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
  }
  return value;
}

/// OpenType 1.9, "Organization of an OpenType Font": one table replaced, sums left as they were.
inline std::string with_table(const std::string& font, const std::string& tag,
                              const std::string& table) {
  const std::size_t count = number_at(font, 4, 2);
  std::string directory = font.substr(0, 12), body;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = 12 + 16 * i;
    const std::string name = font.substr(entry, 4);
    const std::string old =
        font.substr(number_at(font, entry + 8, 4), number_at(font, entry + 12, 4));
    const std::string& part = name == tag ? table : old;
    directory += font.substr(entry, 8);
    append32(directory, 12 + 16 * count + body.size());
    append32(directory, part.size());
    body += part;
    body.resize((body.size() + 3) / 4 * 4);
  }
  return directory + body;
}

inline std::string table_of(const std::string& font, const std::string& tag) {
  for (std::size_t i = 0; i < number_at(font, 4, 2); ++i) {
    const std::size_t entry = 12 + 16 * i;
    if (font.compare(entry, 4, tag) != 0) continue;
    return font.substr(number_at(font, entry + 8, 4), number_at(font, entry + 12, 4));
  }
  return {};
}

/// It says that it has `glyphs` glyphs, fewer than its character map names.
inline std::string squares_with_glyphs(std::size_t glyphs) {
  const std::string font = squares_bytes();
  std::string most = table_of(font, "maxp"), count;
  append16(count, glyphs);
  return with_table(font, "maxp", most.replace(4, 2, count));
}

/// A rule (GSUB, ccmp) that makes `factor` of the glyph, and each of those again as many.
inline std::string squares_multiplying(std::size_t glyph, std::size_t factor) {
  std::string lookup;
  for (const std::size_t value : {2U, 0U, 1U, 8U}) append16(lookup, value);  // multiple; 1 subtable
  for (const std::size_t value :
       {std::size_t{1}, 10 + 2 * factor, std::size_t{1}, std::size_t{8}}) {
    append16(lookup, value);
  }
  append16(lookup, factor);
  for (std::size_t i = 0; i < factor; ++i) append16(lookup, glyph);
  for (const std::size_t value : {std::size_t{1}, std::size_t{1}, glyph}) append16(lookup, value);
  std::string table;
  append32(table, 0x10000);
  for (const std::size_t offset : {10U, 30U, 46U}) append16(table, offset);
  append16(table, 1);
  table += "DFLT";
  for (const std::size_t value : {8U, 4U, 0U, 0U, 0xFFFFU, 1U, 0U}) append16(table, value);
  append16(table, 1);
  table += "ccmp";
  for (const std::size_t value : {8U, 0U, 2U, 0U, 1U}) append16(table, value);
  append16(table, 2);
  append16(table, 6);
  append16(table, 6 + lookup.size());
  return with_table(squares_bytes(), "GSUB", table + lookup + lookup);
}

}  // namespace handbill::test
