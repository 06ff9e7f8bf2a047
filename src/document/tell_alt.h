// SPDX-License-Identifier: MIT
// Pictures that nothing is said of.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "base/spaces.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::document {

/// Warns of a picture, named at `span`, that has no `alt`, or one without a word; facts in it are
/// told of where they are missing. `alt = ""` says that it is decoration.
inline void tell_alt_missing(const std::optional<spec::Text>& alt, const std::string& says,
                             diag::Span span, diag::Diagnostics& diags) {
  const bool has_facts = alt && alt->value.find('{') != std::string::npos;
  const bool is_decoration = alt && alt->value.empty();
  const bool is_blank = std::ranges::all_of(says, [](char c) { return is_space(c); });
  if (is_decoration || has_facts || !is_blank) return;
  diags.warning(
      diag::DiagnosticId::AltMissing, alt ? alt->span : span,
      alt ? "the `alt` of this picture comes out without a word"
          : "nothing says what this picture shows to those who can't see it",
      {"write `alt = \"…\"`, what it shows in a few words; `alt = \"\"` where it only adorns"});
}

}  // namespace handbill::document
