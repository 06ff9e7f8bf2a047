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

#include "diag/source_map.h"
#include "spec/value.h"

namespace handbill::spec {

/// "treatment.headings": { "how", "safety" }.
using AskedKeys = std::map<std::string, std::set<std::string>, std::less<>>;

/// Of all layouts that have been read.
AskedKeys asked_keys(const diag::SourceMap& sources);

/// The table that most of `keys` are asked of, of those that may be missing: `least` tells how many
/// it takes, 0 for a table that is there. Empty: there is none.
std::string table_asked_for(const AskedKeys& asked, std::span<const std::string> keys,
                            const std::function<std::size_t(std::string_view)>& least);

/// As the other one, with what is asked of the file: for the name of a header that is missing in
/// it.
std::optional<Value> read_toml(const diag::SourceMap& sources, diag::FileId file,
                               diag::Diagnostics& diags, const AskedKeys& asked);

}  // namespace handbill::spec
