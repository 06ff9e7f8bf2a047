// SPDX-License-Identifier: MIT
// Which scripts and languages a set of characters can write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::text {

/// "Latin", "Greek": those with a good part of their letters, most letters first.
std::vector<std::string> scripts_of(std::u32string_view characters);

/// BCP 47 tags of the languages whose letters (CLDR's main exemplars) are all there, sorted.
std::vector<std::string> languages_of(std::u32string_view characters);

/// Letters of a language (CLDR) that are not among `characters` (ascending); empty: it has all.
std::u32string missing_letters(std::u32string_view characters, const std::string& language);

}  // namespace handbill::text
