// SPDX-License-Identifier: MIT
// What a PDF was made of, and whether that is still so.
#pragma once

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

/// `made` is what the PDF `file` says of itself.
Verified verify_pdf(std::string file, manifest::Manifest made, Run& run);

bool is_unchanged(const Verified& verified);

/// For people, and for programs.
std::vector<std::string> lines_of(const Verified& verified);
std::string json_of(const Verified& verified);

}  // namespace handbill::build
