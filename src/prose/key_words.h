// SPDX-License-Identifier: MIT
// The words of a sentence that say what it is about, in English and Spanish: without those that
// every sentence has, and by their stems.
#pragma once

#include <string>
#include <string_view>

namespace handbill::prose {

/// "the", "your", "use", "may", "usually": it stands with any subject.
bool says_nothing(std::string_view plain);

/// "fade" and "fading" as one; of Spanish without the plural.
std::string stem_of(std::string_view plain, std::string_view language);

/// It turns the sentence that it begins into its opposite: "avoid", "never", "no", "evite".
bool negates(std::string_view plain);

/// What holds in a case alone, or of some people: "if", "unless", "children".
bool limits_case(std::string_view plain);

}  // namespace handbill::prose
