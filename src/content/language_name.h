// SPDX-License-Identifier: MIT
// Languages by name, from CLDR by way of ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbill::content {

/// "Spanish" of "es", in English; in the language itself "español". The tag where none is known.
std::string language_name(std::string_view tag);
std::string own_language_name(std::string_view tag);

/// A BCP 47 tag as it is best written ("pt-br" as "pt-BR"). Nothing: there is no such language.
std::optional<std::string> known_language(std::string_view tag);

/// The tag that may be meant by one that is none: "es" of "spanish", "sp" or "español"; nothing:
/// nobody knows.
std::optional<std::string> meant_language(std::string_view word);

/// It is written from right to left.
bool is_right_to_left(std::string_view tag);

}  // namespace handbill::content
