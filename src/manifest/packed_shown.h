// SPDX-License-Identifier: MIT
// What a file says of what it shows, small enough for its metadata.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/shown.h"

namespace handbill::manifest {

/// One thing that was asked of the program: "layout" "layouts/hours-placard.toml", "language" "es".
struct Asked {
  std::string what, value;
  bool operator==(const Asked&) const = default;
};

/// What a document shows, and how to make it again.
struct ShownAs {
  std::vector<Asked> asked{};
  Shown shown{};
  bool operator==(const ShownAs&) const = default;
};

/// Deflated, as letters; the same input gives the same letters.
std::string packed(const ShownAs& shown);

/// Of a file of anybody: nothing when packed() did not write it, and nothing that is larger than
/// 8 MiB, deeper than 64 keys or holds control characters.
std::optional<ShownAs> unpacked(std::string_view letters);

}  // namespace handbill::manifest
