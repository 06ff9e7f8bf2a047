// SPDX-License-Identifier: MIT
// "did you mean": the nearest known word.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace handbill {

/// The candidate with the fewest edits (insert, delete, replace, swap of neighbours), if it is
/// near enough to be a plausible slip; the earlier candidate wins a tie.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace handbill
