// SPDX-License-Identifier: MIT
// What a PDF was made of, and whether that is still so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/inputs.h"

namespace handbill::build {

struct CheckedInput {
  manifest::Input input;
  InputState state{};
};

struct Verified {
  std::string file;
  manifest::Manifest made;
  std::vector<CheckedInput> inputs;
};

/// What the PDF at `path` says it was made of. Nothing, and reported: it can't be read, or does not
/// say (wrong-use).
std::optional<manifest::Manifest> read_made(const std::string& path, diag::Diagnostics& diags);

/// `made` is what the PDF `file` says of itself.
Verified verify_pdf(std::string file, manifest::Manifest made, Run& run);

bool is_unchanged(const Verified& verified);

/// For people, and for programs.
std::vector<std::string> lines_of(const Verified& verified);
std::string json_of(const Verified& verified);

}  // namespace handbill::build
