// SPDX-License-Identifier: MIT
// What of the content no document prints.
#pragma once

#include <map>
#include <string>

#include "content/fact_types.h"
#include "content/printed.h"
#include "diag/diagnostic.h"
#include "spec/parse_layout.h"

namespace handbill::content {

/// Over all documents of a project: each adds the content it was given and what it printed of it.
class Unprinted {
 public:
  void add(const spec::ContentSpec& content, const Printed& printed);

  /// A note for each file nothing of which is printed, and for each table or key of the others.
  void report(diag::Diagnostics& diags) const;

 private:
  struct Leaf {
    std::string path;   ///< "aftercare.do.for": rows of a list share their keys
    std::string words;  ///< of a text
    bool is_printed = false;
  };
  struct Known {
    const FactTypes& types;
    const Printed& printed;
  };
  void add(const spec::Value& value, const std::string& path, const Known& known, bool is_printed);

  std::map<diag::Span, Leaf> leaves_;  ///< in the order of the files
};

}  // namespace handbill::content
