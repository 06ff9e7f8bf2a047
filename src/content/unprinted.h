// SPDX-License-Identifier: MIT
// What of the content no document prints.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "content/content.h"
#include "content/fact_types.h"
#include "content/printed.h"
#include "diag/diagnostic.h"
#include "spec/parse_layout.h"

namespace handbill::content {

/// For the program, or said not to exist: nobody expects it on paper.
bool is_unseen(const spec::Value& value, std::string_view path, const FactTypes& types);
/// The value, or something in it.
bool any_printed(const spec::Value& value, const Printed& printed);

/// Over all documents of a project: each adds the content it was given and what it printed of it.
class Unprinted {
 public:
  void add(const Content& content, const Printed& printed);

  /// A note for each file nothing of which is printed, and for each table or key of the others. Of
  /// a notice only what no document prints anything of is told, and whether it applies.
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
    const std::vector<Notice>& notices;
  };
  void add(const spec::Value& value, const std::string& path, const Known& known, bool is_printed);
  void add(const Notice& notice, const Printed& printed);
  void report_notices(diag::Diagnostics& diags) const;

  std::map<diag::Span, Leaf> leaves_;  ///< in the order of the files
  struct Posted {
    Notice notice;
    bool is_printed = false;
  };
  std::map<diag::Span, Posted> notices_;  ///< by where they say whether they apply
};

}  // namespace handbill::content
