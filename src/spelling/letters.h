// SPDX-License-Identifier: MIT
// Letters of words: small and capital ones, with and without accents.
#pragma once

#include <string>
#include <string_view>

namespace handbill::spelling {

enum class Casing {
  Small,     ///< "clinic", and scripts without capitals
  Capital,   ///< "Clinic"
  Capitals,  ///< "CLINIC"; of one letter: Capital
  Mixed      ///< "iPhone", "McDonald"
};

Casing casing_of(std::string_view word);

std::string in_small_letters(std::string_view word);
std::string in_capitals(std::string_view word);
/// Its first letter a capital, the others as they are.
std::string with_capital(std::string_view word);
/// As it was typed in `like`: "CLINIC" for CLNIC, "Clinic" for Clnic.
std::string cased_like(std::string_view like, std::string word);

/// ’ as ', and the hyphens of print as -.
std::string with_plain_signs(std::string_view word);

/// Accents and letters as one sign where there is one.
std::string in_form_c(std::string_view text);

/// Without the accents of stress: "lávelo" -> "lavelo". ñ and ü stay.
std::string without_stress(std::string_view word);

/// Small, without accents: "Ñ" -> "n".
char32_t base_letter(char32_t letter);

}  // namespace handbill::spelling
