// SPDX-License-Identifier: MIT
// Files that stand where another was looked for, under nearly its name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/file_reader.h"

namespace handbill::diag {

/// A file beside the missing `path`, or beside the missing folder on its way, that may be the one
/// that is meant: `Hours.toml`, `hours.toml.txt`, `hours copy.toml`.
std::optional<std::string> near_file(const FileReader& files, std::string_view path);

/// The first folder on the way to `path` that is not there.
std::optional<std::string> missing_folder(const FileReader& files, std::string_view path);

/// The folder beside the missing `folder` that may be the one that is meant: `Content`,
/// `content.bak`, `content (copy)`. Languages have short names: of them only what begins like the
/// one that is meant.
std::optional<std::string> near_folder(const FileReader& files, std::string_view folder);

/// One whose name differs as a slip of the hand makes it: in capitals, in spaces, by an ending that
/// an editor adds.
std::optional<std::string> misspelt_file(const FileReader& files, std::string_view path);

/// "clinic.toml" of "Clinic.TOML", "clinic .toml" and "clinic.toml.txt".
std::string as_meant(std::string_view name);

}  // namespace handbill::diag
