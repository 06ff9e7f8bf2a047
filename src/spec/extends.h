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

/// The file at `path` laid over all that it `extends`, which are names of files of `folder`
/// ("layouts"), without `.toml`. Reports extends-cycle, too-large (chains over 32 deep), bad-value
/// and what reading reports; then what could be read. Nothing: the file itself could not.
/// `asked_at` is the place that names the file.
std::optional<Value> read_with_extended(const diag::FileReader& files, std::string_view folder,
                                        const std::string& path, diag::Span asked_at,
                                        diag::SourceMap& sources, diag::Diagnostics& diags);

}  // namespace handbill::spec
