// SPDX-License-Identifier: MIT
// Files that can't be printed as they should, made of good ones: one thing wrong in each. They
// measure how much of what goes wrong with files is found.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "support/pdf_editor.h"

namespace handbill::test {

struct PdfMutation {
  const char* name;
  std::set<std::string> tells;  ///< ids of findings, one of which is what is wrong
  std::function<std::string(const std::string&)> change;
};
using PdfMutations = std::vector<PdfMutation>;

/// One that changes objects.
PdfMutation edited(const char* name, std::set<std::string> tells,
                   std::function<void(PdfEditor&)> change);

PdfMutations mutations_of_x4();
PdfMutations mutations_of_x1a();
/// What a shop's rules find: of plates, marks, boxes and what was ordered.
PdfMutations mutations_of_press();
PdfMutations mutations_of_fonts();
PdfMutations mutations_of_syntax();

}  // namespace handbill::test
