// SPDX-License-Identifier: MIT
// Words of medicine are the same Greek and Latin ones in all languages, and each language spells
// them by rules of its own: "thromboembolism" is "tromboembolismo". So a list of English ones is
// one of Spanish ones. Used by the build, which makes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::spelling {

/// What an English word of medicine, in small letters a to z, may be in Spanish, in all its forms;
/// some that Spanish does not use are among them. None: it is short, or ends like no such word.
std::vector<std::string> spanish_of_english(std::string_view word);

/// What a Spanish word sounds like: the same for "movilidad", "mobilidad" and "movílidad".
std::string spanish_sound_of(std::string_view word);

}  // namespace handbill::spelling
