// SPDX-License-Identifier: MIT
// Telephone numbers typed in a text, told by their shape, with the words round them where the shape
// alone could be something else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prose/phrases.h"
#include "prose/reading.h"

namespace handbill::prose {

struct TypedPhone {
  std::size_t begin = 0, end = 0;  ///< bytes of the text, without an extension
  std::string digits;              ///< 0 to 9, letters as on a keypad
  bool is_international = false;   ///< it has a plus
  /// A country's usual way of writing: "(301) 555-0100", "+44 20 7946 0958". Others are believed
  /// where a word says so, or where they are all there is.
  bool is_plain_to_see = false;
  bool is_announced = false;  ///< a word before it, or all of the text, says what it is
};

/// In order. `cues` are the words that announce one: "call", "fax".
std::vector<TypedPhone> find_typed_phones(const ReadParagraph& paragraph, std::string_view text,
                                          const PhraseSet& cues);

/// "3015550100" of "(301) 555-0100", "18003569377" of "1-800-FLOWERS": digits of any script.
std::string phone_digits(std::string_view written);

}  // namespace handbill::prose
