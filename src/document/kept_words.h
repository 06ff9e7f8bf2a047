// SPDX-License-Identifier: MIT
// Words that stay on one line with the word or number beside them.
#pragma once

#include <string_view>

namespace handbill::document {

/// Without the brackets and marks round it that belong to the sentence: "(30" and "mg)," too.
std::u32string_view without_leading_signs(std::u32string_view word);
std::u32string_view without_trailing_signs(std::u32string_view word);

/// "No.", "Suite", "SPF": a number behind it belongs to it.
bool stays_with_number(std::u32string_view word);
/// "Dr. Lee", "J. R. Smith", "Ph. D.", "Type II", "vitamin C", "P.O. Box". A sentence may go on
/// between the words.
bool stays_with_word(std::u32string_view before, std::u32string_view after);
/// "I", and the prepositions of one letter in languages that let none end a line.
bool ends_no_line(std::u32string_view word, std::string_view language);
/// "Ave" of "5454 Wisconsin Ave".
bool is_kind_of_street(std::u32string_view word);

}  // namespace handbill::document
