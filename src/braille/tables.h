// SPDX-License-Identifier: MIT
// Which table of liblouis writes which language. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbill::braille {

struct LanguageTables {
  std::string_view language;          ///< BCP 47, as short as it tells the tables
  std::string_view uncontracted;      ///< "en-ueb-g1.ctb"
  std::string_view contracted;        ///< empty: there is none
  bool is_mostly_contracted = false;  ///< as its readers are used to
};

/// Of "es-MX" those of "es"; null: none is known.
const LanguageTables* tables_of(std::string_view language);

}  // namespace handbill::braille
