// SPDX-License-Identifier: MIT
// What fuzz targets share: an input is text or bytes, and a promise that is broken ends the
// program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace handbill::fuzz {

inline void require(bool condition) {
  if (!condition) std::abort();
}

inline std::string as_bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Nothing: it is longer than `most`, or no text.
inline std::optional<std::string> as_text(const std::uint8_t* data, std::size_t size,
                                          std::size_t most) {
  if (size > most) return std::nullopt;
  std::string text = as_bytes(data, size);
  if (find_invalid_utf8(text)) return std::nullopt;
  return text;
}

}  // namespace handbill::fuzz
