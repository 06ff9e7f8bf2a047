// SPDX-License-Identifier: MIT
// The texts of a content file, each beside its translation.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/source_map.h"
#include "spec/fact_spec.h"
#include "spec/value.h"

namespace handbill::spec {

/// Refers to the values it was found in.
struct TextPair {
  /// "aftercare.do.0.text"; of special dates and seasons by their first day:
  /// "hours.special.2026-12-25.name".
  std::string path;
  const Value* source = nullptr;       ///< a string
  const Value* translation = nullptr;  ///< a string; null: there is none
};

/// Keys whose values stand in the names of files: "icon" of "art/step-{icon}.svg", in all layouts
/// that have been read.
std::set<std::string, std::less<>> keys_of_files(const diag::SourceMap& sources);

/// What is translated, and what is not, because it says the same in every language or has words of
/// its own in each.
struct Translatable {
  std::span<const FactSpec> facts;
  const std::set<std::string, std::less<>>& file_keys;
};

/// The texts with words in them, in the order of the original. Left out are facts but for texts,
/// names of files, blanks, [revision], [abbreviations] and notices. Entries of a list that has
/// another length in the translation are without one. `translation`: null when there is no such
/// file.
std::vector<TextPair> text_pairs(const Value& original, const Value* translation,
                                 const Translatable& what);

}  // namespace handbill::spec
