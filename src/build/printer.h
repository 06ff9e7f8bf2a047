// SPDX-License-Identifier: MIT
// The printers of this computer, by the programs of CUPS.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/run_program.h"
#include "display/page_list.h"
#include "pdf/viewer_preferences.h"

namespace handbill::build {

/// A document ready for a printer.
struct Printable {
  std::string name;  ///< "aftercare-sheet-office"
  std::string pdf;
  std::size_t pages = 0;
  Size paper{};
  pdf::Printing printing{};
  bool is_grey = false;
};

struct PrintOrder {
  std::string printer;  ///< empty: the default one
  int copies = 1;
};

/// What `lp` is called with, its name first: no shell reads them.
std::vector<std::string> lp_words(const Printable& document, const PrintOrder& order);

struct Printers {
  bool are_known = false;  ///< else nobody could be asked
  std::vector<std::string> names{};
  std::string by_default{};  ///< empty: there is none
};

Printers printers_here();

}  // namespace handbill::build
