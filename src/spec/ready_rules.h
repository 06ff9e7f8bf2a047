// SPDX-License-Identifier: MIT
// Packs of rules over words as handbill_compile_rules has made them ready: read without their TOML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/file_reader.h"
#include "spec/rules_spec.h"

namespace handbill::spec {

/// The rules over words of a pack that has no fault, with the files it is made of. Their examples
/// are left out, and so is where each key is written.
std::string ready_form(const RulePackSpec& pack, const diag::FileReader& files,
                       const std::vector<std::string>& made_of);

/// The pack of that form. Nothing: the bytes are none, or one of the files is another now.
std::optional<RulePackSpec> read_ready(std::string_view bytes, const diag::FileReader& files);

/// Where ready packs are, the likeliest first: beside what is installed, or where a build of the
/// program has made them.
std::vector<std::string> ready_folders();

/// The pack `name`, if it is ready there.
std::optional<RulePackSpec> find_ready(const std::vector<std::string>& folders,
                                       std::string_view name, const diag::FileReader& files);

}  // namespace handbill::spec
