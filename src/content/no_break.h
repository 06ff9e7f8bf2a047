// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace handbill::content {

inline constexpr std::string_view kNoBreakSpace = "\u00A0";

/// With no-break spaces for spaces: "Ste 1400", a telephone number, a time stay on one line.
std::string no_break(std::string_view text);

}  // namespace handbill::content
