// SPDX-License-Identifier: MIT
// Tags of languages (BCP 47).
#pragma once

#include <string_view>

namespace handbill {

/// "en" of "en-US", "zh" of "zh-Hans-TW".
constexpr std::string_view primary_language(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

}  // namespace handbill
