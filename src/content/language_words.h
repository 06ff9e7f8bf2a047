// SPDX-License-Identifier: MIT
// Words and signs of languages that CLDR does not have. Content in other languages brings its own
// (`hours.words`).
#pragma once

#include <array>
#include <string_view>

namespace handbill::content {

/// Words as they stand inside a sentence; empty: not known.
struct LanguageWords {
  std::string_view language{};  ///< "es"
  std::string_view closed{}, by_appointment{}, open_24_hours{};
  std::string_view to = "–";  ///< between two times, with its spaces
  std::string_view comma = ", ", semicolon = "; ", colon = ": ";
  std::string_view bracket = " (", bracket_end = ")";
  /// The first to fifth such day of a month and the last, as they agree with every day's name.
  std::array<std::string_view, 6> ordinals{};
  std::string_view weeks{};        ///< "{weeks} {day} of the month"
  std::string_view every_other{};  ///< "every other week from {date}"
  std::string_view lunch{};        ///< "closed for lunch {times}"
  std::string_view approved{};     ///< "Version {version}, approved {date}", to begin a line
  /// What is read aloud for what has no words: a place to write on, boxes to tick, a QR code.
  std::string_view blank{}, ticked{}, not_ticked{}, qr_code{};
};

/// Of a language such as "es"; of one that is not known, signs alone.
LanguageWords words_of_language(std::string_view language);

}  // namespace handbill::content
