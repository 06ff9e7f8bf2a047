// SPDX-License-Identifier: MIT
// The few words that a page has beyond those of its document. Private to this folder.
#pragma once

#include <string_view>

namespace handbill::html {

struct PageWords {
  std::string_view language;  ///< "es"
  std::string_view skip;      ///< leads to the main part
  std::string_view notes;
  std::string_view back;   ///< from a note to the words that lead to it
  std::string_view blank;  ///< a field that nothing else names
};

/// Of "es-MX" those of "es"; of a language that is not known those of English.
const PageWords& page_words(std::string_view language);

}  // namespace handbill::html
