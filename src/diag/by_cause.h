// SPDX-License-Identifier: MIT
// Findings about a file of many pages, one for each cause: a fault of a template is told once, not
// once a page.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace handbill::diag {

class ByCause {
 public:
  /// `cause` tells apart what one rule finds; `times`: how often the finding itself was met;
  /// `excess`: how far off. Of one cause the worst is told, by severity, then excess, then order.
  void add(Diagnostic finding, std::string_view cause, std::size_t times = 1, double excess = 0);
  /// In the order the causes were met first; forgets them.
  void tell(Diagnostics& diags);

 private:
  struct Group {
    Diagnostic worst;
    std::size_t times = 0;
    double excess = 0;
    bool alike = true;               ///< none is worse than another
    std::vector<PageArea> places{};  ///< of all, the worst among them
  };
  std::vector<Group> groups_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_;
};

/// "page 3"; "pages 1 to 4, 7 and 9": each page once, in order; a long list ends in "and 31 more".
std::string pages_text(std::vector<std::size_t> pages);

}  // namespace handbill::diag
