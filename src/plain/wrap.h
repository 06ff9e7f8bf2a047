// SPDX-License-Identifier: MIT
// Lines of letters that are all equally wide, but for those that take two places.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::plain {

/// Places that a text takes: two for ideographs and other wide letters (Unicode, UAX 11), none for
/// accents.
std::size_t display_width(std::string_view text);

/// Lines at most `measure` wide, parted where the language lets them end; they end at "\n" in any
/// case. A word that is wider has a line of its own. There are no spaces at line ends.
std::vector<std::string> wrapped(std::string_view text, std::size_t measure,
                                 const std::string& language);

}  // namespace handbill::plain
