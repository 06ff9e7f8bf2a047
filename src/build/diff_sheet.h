// SPDX-License-Identifier: MIT
// What changed, to look at: a sheet with old and new pages side by side, what differs marked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/diff.h"
#include "build/output_set.h"

namespace handbill::build {

/// What changed in words, then a page for each that looks different, set from
/// layouts/tickets/changes.toml.
struct DiffSheet {
  std::string pdf;
  std::vector<OutputFile>
      pictures;  ///< of each page that looks different the old, the new and the marked one, as PNG
};

enum class SheetPictures { None, Wanted };

/// Nothing: reported.
std::optional<DiffSheet> diff_sheet(const Diff& diff, SheetPictures pictures, Reading reading,
                                    diag::Diagnostics& diags);

/// Pages that are shown side by side at most; how many more there are is said.
inline constexpr std::size_t kMostPagesShown = 300;

/// The content of the layout, as TOML.
std::string sheet_content(const Diff& diff);

}  // namespace handbill::build
