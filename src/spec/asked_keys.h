// SPDX-License-Identifier: MIT
// What layouts ask of the content, as their texts have it: enough to tell which heading is missing
// above lines of a content file.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/source_map.h"
#include "spec/value.h"

namespace handbill::spec {

/// "treatment.headings": { "how", "safety" }.
using AskedKeys = std::map<std::string, std::set<std::string>, std::less<>>;

/// Of all layouts that have been read.
AskedKeys asked_keys(const diag::SourceMap& sources);

/// A file in which a heading may be missing.
struct HeadingsThere {
  std::vector<std::string> headings{};             ///< "treatment.alt", those of the file
  std::function<bool(std::string_view)> is_there;  ///< in this file or another
};

/// The missing table that most of `keys` are asked of; empty: there is none. One key is enough for
/// a table of the subject of the file, as [treatment.alt] is beside [treatment], and in a file with
/// no heading but that of its revision; else it takes two, and more than half of them.
std::string missing_table_of(const AskedKeys& asked, std::span<const std::string> keys,
                             const HeadingsThere& there);

/// Keys that stand below another heading than their own.
struct StrayKeys {
  std::string first{};
  std::size_t count = 1;
  std::string above{};    ///< the heading they stand under, "[hours]"; empty: none
  std::string missing{};  ///< their own, "[sign]"; empty: nobody knows
  /// The heading above has such keys too: as another entry of its list has, or for no known reason.
  enum class Repeat { No, OfEntry, OfKeys } repeat = Repeat::No;
};

/// What is said of them; its place, and that of the heading above, is the caller's to tell.
diag::Diagnostic tell_stray(const StrayKeys& stray, diag::DiagnosticId id, diag::Span at,
                            diag::Span above);

/// As the other one, with what is asked of the file: for the name of a header that is missing in
/// it.
std::optional<Value> read_toml(const diag::SourceMap& sources, diag::FileId file,
                               diag::Diagnostics& diags, const AskedKeys& asked);

}  // namespace handbill::spec
