// SPDX-License-Identifier: MIT
#include "pdf/part_book.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/content_hash.h"
#include "pdf/deflate.h"

namespace handbill::pdf {
namespace {

/// Shorter ones are deflated as quickly as they are found.
constexpr std::size_t kShortest = 256;
/// Of an entry that a font numbers anew.
constexpr std::size_t kGlyphBytes = 48;

/// Which glyphs of which face, however often and in which order they are named.
std::string key_of(const font::Face& face, std::span<const font::GlyphId> glyphs) {
  std::vector<font::GlyphId> sorted(glyphs.begin(), glyphs.end());
  std::ranges::sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::string key = std::to_string(reinterpret_cast<std::uintptr_t>(&face));
  key += ':';
  key.append(reinterpret_cast<const char*>(sorted.data()), sorted.size() * sizeof(font::GlyphId));
  return key;
}

}  // namespace

std::string PartBook::deflated(std::string_view bytes, Deflater& deflater) {
  if (bytes.size() < kShortest) return deflater.deflate(bytes);
  std::string key = content_hash_hex(bytes);
  if (const auto known = streams_.find(key)) return *known;
  auto made = std::make_shared<const std::string>(deflater.deflate(bytes));
  streams_.keep(std::move(key), made, made->size());
  return *made;
}

std::shared_ptr<const font::Subset> PartBook::subset(const font::Face& face,
                                                     std::span<const font::GlyphId> glyphs) {
  std::string key = key_of(face, glyphs);
  if (auto known = subsets_.find(key)) return known;
  auto cut = font::subset(face, glyphs);
  if (!cut) return nullptr;
  const std::size_t bytes = key.size() + cut->bytes.size() + cut->new_glyph.size() * kGlyphBytes;
  auto made = std::make_shared<const font::Subset>(std::move(*cut));
  subsets_.keep(std::move(key), made, bytes);
  return made;
}

}  // namespace handbill::pdf
