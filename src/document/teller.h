// SPDX-License-Identifier: MIT
// Who looks names up tells what is wrong with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::document {

struct Teller {
  diag::SourceMap& sources;
  diag::Diagnostics& diags;

  void error(diag::DiagnosticId id, diag::Span span, std::string message,
             std::vector<std::string> hints = {}) const {
    diags.error(id, span, std::move(message), std::move(hints));
  }
};

/// "`text`".
std::string quoted(std::string_view text);

/// "did you mean `x`?", or nothing.
std::vector<std::string> did_you_mean(std::string_view word,
                                      const std::vector<std::string>& candidates);

/// "one of `a`, `b`, `c`".
std::string one_of(const std::vector<std::string>& names);

/// A length in the unit the user wrote at `span` (points when there is none to see).
std::string in_unit_of(Length length, diag::Span span, const diag::SourceMap& sources);

/// The names of a list of spec::Named things.
template <class List>
std::vector<std::string> names_of(const List& list) {
  std::vector<std::string> names;
  for (const auto& each : list) names.push_back(each.name);
  return names;
}

/// The thing of that name in a list of spec::Named things, or null.
template <class List>
auto find_named(const List& list, std::string_view name) -> decltype(&list.front()) {
  for (const auto& each : list) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

}  // namespace handbill::document
