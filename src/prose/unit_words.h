// SPDX-License-Identifier: MIT
// Words for units and small numbers in the languages of translations. Private to this folder.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "prose/measures.h"

namespace handbill::prose {

/// Words with blanks between; `*` stands for any ending.
struct UnitWords {
  std::string_view language;  ///< empty: all
  Counted counted{};
  std::string_view words;
};

std::span<const UnitWords> unit_words();

/// Two of them in a word: "أسبوعان".
std::span<const UnitWords> dual_words();

/// Words for 1 to 12, the first first; empty: nobody knows them in this language.
std::span<const std::string_view> number_words(std::string_view language);

/// "degrees", "grados": between a number and its scale.
std::string_view degree_words();

}  // namespace handbill::prose
