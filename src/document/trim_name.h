// SPDX-License-Identifier: MIT
// Trim sizes by the names the trade gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace handbill::document {

/// "letter", "a4 landscape", "4x6 portrait", in any case. Without a word for the orientation, as
/// the size is commonly sold: upright, but for ledger.
std::optional<Size> find_trim(std::string_view name);

/// All names find_trim knows, without orientation.
std::vector<std::string> trim_names();

}  // namespace handbill::document
