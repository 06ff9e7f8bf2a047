// SPDX-License-Identifier: MIT
// Stress and abbreviations are inlines of their own, so that they have a place in the reading
// order. Where they look like the words round them, they are one with these on paper: shaped,
// broken and justified as if nothing parted them.
#pragma once

#include <cstdint>
#include <vector>

#include "text/style.h"

namespace handbill::text {

/// The inline at `index` and the next one look alike, and differ by stress or an abbreviation
/// alone.
bool goes_on_in_next(const Paragraph& paragraph, std::size_t index);

/// Bytes it takes of the text of its paragraph: U+FFFC stands for what has no words.
inline std::size_t size_of(const Inline& piece) {
  constexpr std::size_t kObjectBytes = 3;
  const auto* run = std::get_if<Run>(&piece);
  return run != nullptr ? run->text.size() : kObjectBytes;
}

/// Where inlines that are one end, each at the end of the last of them, from where inlines end.
std::vector<std::uint32_t> joined_ends(const Paragraph& paragraph, std::vector<std::uint32_t> ends);

}  // namespace handbill::text
