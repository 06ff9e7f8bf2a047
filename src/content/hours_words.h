// SPDX-License-Identifier: MIT
// The words of opening hours: those of the language, under those the content brings itself.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/locale_text.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

/// Empty: neither the program nor the content knows the word.
struct HoursWords {
  std::string closed, by_appointment, open_24_hours;
  std::string to;  ///< with its spaces
  std::string first, second, third, fourth, fifth, last;
  std::string weeks;        ///< "{weeks} {day} of the month"
  std::string every_other;  ///< "every other week from {date}"
  std::string lunch;        ///< "closed for lunch {times}"
};

/// A word, and the key under which content writes it.
struct WordKey {
  std::string_view key;
  std::string HoursWords::*word;
};
std::span<const WordKey> word_keys();
/// The word for the first, … fifth, last week.
WordKey ordinal_key(int ordinal);

HoursWords words_of(const LocaleText& locale);
/// `words = { closed = "…" }` of the opening hours at the path `hours`, laid over.
void read_words(const spec::Value& value, std::string_view hours, HoursWords& words,
                diag::Diagnostics& diags);

}  // namespace handbill::content
