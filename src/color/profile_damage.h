// SPDX-License-Identifier: MIT
// Whether an ICC profile can be used. By Little CMS.
#pragma once

#include <string>
#include <string_view>

namespace handbill::color {

/// What is wrong with it: "is cut off", "has damaged tables"; empty: nothing.
std::string profile_damage(std::string_view icc);

}  // namespace handbill::color
