// SPDX-License-Identifier: MIT
// Words that Spanish makes of others, in more ways than a list has: "protéjala", "suavemente",
// "antirretroviral", "evitación".
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace handbill::spelling {

using HasWord = std::function<bool(const std::string&)>;

/// The word, in small letters, is made of words that there are. One whose accent is missing is
/// made of none.
bool is_made_in_spanish(const std::string& word, const HasWord& has);

/// What stands before a word, or before its hyphen: "anti", "céfalo" of "céfalo-caudal".
bool is_spanish_prefix(std::string_view part, const HasWord& has);

}  // namespace handbill::spelling
