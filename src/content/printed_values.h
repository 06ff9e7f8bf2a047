// SPDX-License-Identifier: MIT
// The values of the content that a document prints, by path.
#pragma once

#include <string>
#include <vector>

#include "content/content.h"

namespace handbill::content {

struct PrintedValue {
  enum class Kind {
    Fact,  ///< it has a type, or is no text
    Prose  ///< a text of the content's own
  } kind = Kind::Fact;
  std::string path;   ///< "clinic.phone", "aftercare.do.2.text"; of the week "hours.friday"
  std::string value;  ///< of prose as it is written, of a fact as it is told; empty: a blank
};

/// In the order of the files. Nothing of what says "none", and of what nobody expects on paper.
std::vector<PrintedValue> printed_values(const Content& content, const Printed& printed);

}  // namespace handbill::content
