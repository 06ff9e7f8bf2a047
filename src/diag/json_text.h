// SPDX-License-Identifier: MIT
// JSON as the program writes it, to files and to the output.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/length.h"

namespace handbill::diag {

/// Ends in a line end. Of strings that are not UTF-8 (names in PDFs may be anything) each bad byte
/// becomes U+FFFD; no character in it steers a terminal.
std::string json_text(const nlohmann::ordered_json& value);

/// In points, to a thousandth.
double json_points(Length length);

}  // namespace handbill::diag
