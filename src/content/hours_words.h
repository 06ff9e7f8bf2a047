// SPDX-License-Identifier: MIT
// The words of opening hours: those of the language, under those the content brings itself.
#pragma once

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
};

HoursWords words_of(const LocaleText& locale);
/// `words = { closed = "…" }`, laid over.
void read_words(const spec::Value& value, HoursWords& words, diag::Diagnostics& diags);

}  // namespace handbill::content
