// SPDX-License-Identifier: MIT
// Pictures that nothing is said of.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "base/spaces.h"
#include "document/document.h"
#include "spec/value.h"

namespace handbill::document {

/// A picture that is named at `span` has no `alt`, or one without a word; facts in it are told of
/// where they are missing. `alt = ""` says that it is decoration. `says`: what becomes of it.
inline std::optional<Unsaid> unsaid_by(const std::optional<spec::Text>& alt,
                                       const std::string& says, diag::Span span) {
  const bool has_facts = alt && alt->value.find('{') != std::string::npos;
  const bool is_decoration = alt && alt->value.empty();
  const bool is_blank = std::ranges::all_of(says, [](char c) { return is_space(c); });
  if (is_decoration || has_facts || !is_blank) return std::nullopt;
  return Unsaid{alt ? alt->span : span, alt.has_value()};
}

}  // namespace handbill::document
