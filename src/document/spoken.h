// SPDX-License-Identifier: MIT
// What is read aloud for what has no words on paper: blanks, boxes to tick, QR codes.
#pragma once

#include <string>
#include <string_view>

namespace handbill::document {

/// In the language that was asked for, or in English where the program has no words of it.
struct Spoken {
  std::string words;
  std::string language;
};

/// "blank: telephone"; without a label "blank".
Spoken spoken_blank(std::string_view label, std::string_view language);

enum class Tick { Open, Done };
/// "not ticked"
Spoken spoken_box(Tick tick, std::string_view language);

/// "QR code: https://…", behind the words that describe it, if there are any; a description that
/// has the address in it says all.
Spoken spoken_code(std::string_view described, std::string_view says, std::string_view language);

}  // namespace handbill::document
