// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace handbill::content {

inline constexpr std::string_view kWordJoiner = "\u2060";

/// With no-break spaces for spaces: "Ste 1400", a telephone number, a time stay on one line.
std::string no_break(std::string_view text);

/// The same for what has ideographs, syllables or dashes in it too, beside which lines break:
/// "下午5:00", "December 24–26, 2026".
std::string unbroken(std::string_view text);

/// The last character is an ideograph or a syllable.
bool ends_wide(std::string_view text);

}  // namespace handbill::content
