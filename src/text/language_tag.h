// SPDX-License-Identifier: MIT
// How a language is named to those who read a file (BCP 47).
#pragma once

#include <string>
#include <string_view>

namespace handbill::text {

/// "zh-Hans" of "zh", "zh-Hant-TW" of "zh-TW": with the script that is meant, by CLDR, if the
/// language is written in several. Others, and tags that name a script, stay as they are.
std::string with_script(std::string_view tag);

}  // namespace handbill::text
