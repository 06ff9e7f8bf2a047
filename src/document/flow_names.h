// SPDX-License-Identifier: MIT
// Which story, or table with a name, a frame means: in what is laid for an entry of a list it is
// one for that entry alone, whichever of its frames and sides show it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/context.h"
#include "document/document.h"

namespace handbill::document {

class FlowNames {
 public:
  struct Flow {
    std::size_t index = 0;  ///< in the order in which they are first shown
    bool is_new = false;
  };
  /// `entry`: what the frame is laid for; null: none. Reports bad-value where one name would run
  /// from what is laid for an entry to what is not.
  Flow find(const spec::Text& name, const Entry* entry, const Context& context);

 private:
  /// The lists that entries are of, and their numbers; the outermost first.
  struct Home {
    std::vector<std::string> lists;
    std::vector<std::size_t> numbers;
    auto operator<=>(const Home&) const = default;
  };
  struct FirstShown {
    std::vector<std::string> lists;
    diag::Span at{};
  };

  static Home home_of(const Entry* entry);
  void check(const spec::Text& name, const Home& home, const Context& context);

  std::map<std::pair<std::string, Home>, std::size_t> flows_;
  std::map<std::string, std::vector<FirstShown>> shown_;  ///< by name, once for each kind of home
};

/// "letter[3]" of the third entry.
std::string flow_name(const std::string& name, const Entry* entry);

}  // namespace handbill::document
