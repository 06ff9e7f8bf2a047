// SPDX-License-Identifier: MIT
// Trim sizes by the names the trade gives them, or by their measures.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace handbill::document {

/// "letter", "a4 landscape", "4x6 portrait", in any case. Without a word for the orientation, as
/// the size is commonly sold: upright, but for ledger. "24 x 36 in", "24in x 36in", "600 × 900 mm"
/// are width and height, and take no such word.
std::optional<Size> find_trim(std::string_view name);

/// The same of measures alone.
std::optional<Size> read_measures(std::string_view measures);

/// What a message on an unknown sheet adds when no name is near.
inline constexpr std::string_view kTrimByMeasures = "give width and height: `24 x 36 in`";

/// All names find_trim knows, without orientation.
std::vector<std::string> trim_names();

}  // namespace handbill::document
