// SPDX-License-Identifier: MIT
#include "manifest/packed_shown.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

#include "base/base64.h"
#include "base/check.h"
#include "base/utf8.h"
#include "manifest/fields.h"

namespace handbill::manifest {
namespace {

constexpr std::size_t kMostBytes = std::size_t{8} << 20U;
constexpr std::ptrdiff_t kMostDots = 64;  // as deep as the content may be
constexpr std::string_view kAsked = "asked";

/// Small before fast: it is some kilobytes.
constexpr int kSmallest = 9;

std::string deflated(const std::string& bytes) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(kSmallest), libdeflate_free_compressor);
  HANDBILL_CHECK(compressor != nullptr, "there is memory for a compressor");
  std::string packed(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(),
                                         packed.data(), packed.size()));
  HANDBILL_CHECK(!packed.empty(), "the bound is large enough");
  return packed;
}

/// Its size stands before it, in decimal digits.
std::optional<std::string> inflated(std::string_view bytes) {
  std::size_t size = 0, digits = 0;
  while (digits < bytes.size() && bytes[digits] >= '0' && bytes[digits] <= '9') {
    size = size * 10 + static_cast<std::size_t>(bytes[digits++] - '0');
    if (size > kMostBytes) return std::nullopt;
  }
  if (digits == bytes.size() || bytes[digits] != ' ') return std::nullopt;
  bytes.remove_prefix(digits + 1);
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  HANDBILL_CHECK(decompressor != nullptr, "there is memory for a decompressor");
  std::string text(size, '\0');
  const auto result = libdeflate_zlib_decompress(decompressor.get(), bytes.data(), bytes.size(),
                                                 text.data(), text.size(), nullptr);
  return result == LIBDEFLATE_SUCCESS ? std::optional(std::move(text)) : std::nullopt;
}

bool is_text(std::string_view text) {
  return !find_invalid_utf8(text) && std::ranges::none_of(text, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  });
}

bool is_shallow(const std::string& path) { return std::ranges::count(path, '.') < kMostDots; }

bool is_sound(const Shown& shown) {
  const auto fact_is = [](const ShownFact& each) { return is_shallow(each.path); };
  const auto text_is = [](const ShownText& each) { return is_shallow(each.key); };
  return std::ranges::all_of(shown.facts, fact_is) && std::ranges::all_of(shown.texts, text_is);
}

}  // namespace

std::string packed(const ShownAs& shown) {
  std::string text;
  for (const Asked& each : shown.asked) text += line_of({kAsked, each.what, each.value});
  text += as_text(shown.shown);
  std::string letters;
  append_base64(letters, std::to_string(text.size()) + " " + deflated(text));
  return letters;
}

std::optional<ShownAs> unpacked(std::string_view letters) {
  const auto bytes = from_base64(letters);
  const auto text = bytes ? inflated(*bytes) : std::nullopt;
  if (!text || !is_text(*text)) return std::nullopt;
  ShownAs result;
  std::string_view rest = *text;
  while (rest.starts_with(kAsked)) {
    const std::size_t end = rest.find('\n');
    const std::vector<std::string> fields = fields_of(rest.substr(0, end));
    if (end == rest.npos || fields[0] != kAsked || fields.size() != 3) return std::nullopt;
    result.asked.push_back({fields[1], fields[2]});
    rest.remove_prefix(end + 1);
  }
  auto shown = read_shown(rest);
  if (!shown || !is_sound(*shown)) return std::nullopt;
  result.shown = std::move(*shown);
  return result;
}

}  // namespace handbill::manifest
