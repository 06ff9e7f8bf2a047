// SPDX-License-Identifier: MIT
// Files that are laid over others of their folder with `extends`. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/value.h"

namespace handbill::spec {

/// A folder whose files extend each other by name, without `.toml`.
struct ExtendingFolder {
  std::string_view path;       ///< "layouts"
  std::string_view own_key{};  ///< a key that is about its file alone, as `extends` is
};

/// The file at `path` laid over all that it `extends`. Reports extends-cycle, too-large (chains
/// over 32 deep), bad-value and what reading reports; then what could be read. Nothing: the file
/// itself could not. `asked_at` is the place that names the file.
std::optional<Value> read_with_extended(const diag::FileReader& files,
                                        const ExtendingFolder& folder, const std::string& path,
                                        diag::Span asked_at, diag::SourceMap& sources,
                                        diag::Diagnostics& diags);

}  // namespace handbill::spec
