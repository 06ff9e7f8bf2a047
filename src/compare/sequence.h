// SPDX-License-Identifier: MIT
// What two sequences have in common, in order: few edits lead from one to the other. By E. W.
// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in linear space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace handbill::compare {

/// Items [old_begin, old_end) gave way to [new_begin, new_end); one of both may be none.
struct Hunk {
  std::size_t old_begin = 0, old_end = 0;
  std::size_t new_begin = 0, new_end = 0;
  bool operator==(const Hunk&) const = default;
};

/// In order; between two of them both sequences are the same. The fewest edits, as long as they are
/// few: where much is another, whatever costs too much to look for is taken as changed, so that
/// time grows little faster than the sequences.
std::vector<Hunk> differences(std::span<const std::uint32_t> before,
                              std::span<const std::uint32_t> after);

}  // namespace handbill::compare
