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

std::shared_ptr<const ShapedText> ShapeBook::find(const std::string& key) {
  const auto young = young_.texts.find(key);
  if (young != young_.texts.end()) return young->second;
  auto old = old_.texts.extract(key);
  if (old.empty()) return nullptr;
  auto found = old.mapped();
  old_.bytes -= bytes_of(key, *found);
  keep(std::move(old.key()), found);
  return found;
}

void ShapeBook::keep(std::string key, std::shared_ptr<const ShapedText> shaped) {
  const std::size_t bytes = bytes_of(key, *shaped);
  if (bytes > most_bytes_ / 2) return;
  if (young_.bytes + bytes > most_bytes_ / 2) old_ = std::exchange(young_, {});
  if (young_.texts.emplace(std::move(key), std::move(shaped)).second) young_.bytes += bytes;
}

}  // namespace handbill::text
