// SPDX-License-Identifier: MIT
// What a PDF shows and was made of, and whether that is still so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/inputs.h"
#include "manifest/compare_shown.h"

namespace handbill::build {

struct CheckedInput {
  manifest::Input input;
  InputState state{};
};

enum class Verdict {
  Current,      ///< it shows what the document shows now
  LookChanged,  ///< so it does; the layout, the fonts or the program have changed
  Changed,      ///< it shows other facts or words
  Untold,       ///< the project has errors, or no such document
  FilesSame,    ///< an earlier program made it, and none of its files has changed
  FilesChanged  ///< some have
};

struct Verified {
  std::string file;
  manifest::Manifest made;
  std::vector<CheckedInput> inputs;
  Verdict verdict{};
  std::vector<manifest::ShownDifference> differences{};
  std::vector<manifest::ShownFact> version{};  ///< as the document says it now
  std::string trouble{};                       ///< why nothing can be told; empty: it can
};

/// What the PDF at `path` says it was made of. Nothing, and reported: it can't be read, or does not
/// say (wrong-use).
std::optional<manifest::Manifest> read_made(const std::string& path, diag::Diagnostics& diags);

/// `made` is what the PDF `file` says of itself. Makes the document anew, in a run of its own.
Verified verify_pdf(std::string file, manifest::Manifest made, Run& run);

/// It may be handed out: all it shows is so.
bool is_current(const Verified& verified);

/// For people, and for programs.
std::vector<std::string> lines_of(const Verified& verified);
std::string json_of(const Verified& verified);

}  // namespace handbill::build
