// SPDX-License-Identifier: MIT
#include "text/shape_book.h"

#include <utility>

namespace handbill::text {
namespace {

/// Of the table's own for each text, about.
constexpr std::size_t kEntryBytes = 128;

std::size_t bytes_of(const std::string& key, const ShapedText& shaped) {
  std::size_t bytes = kEntryBytes + key.size() + sizeof(ShapedText) + shaped.text.size() +
                      shaped.breaks.size() * sizeof(BreakPoint) +
                      shaped.findings.size() * sizeof(FontFinding);
  for (const UnitRun& run : shaped.runs) {
    bytes += sizeof(UnitRun) + run.glyphs.size() * sizeof(UnitGlyph);
  }
  return bytes;
}

}  // namespace

void ShapeBook::keep(std::string key, std::shared_ptr<const ShapedText> shaped) {
  const std::size_t bytes = bytes_of(key, *shaped);
  texts_.keep(std::move(key), std::move(shaped), bytes);
}

}  // namespace handbill::text
