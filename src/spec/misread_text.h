// SPDX-License-Identifier: MIT
// Texts that a program has read in the wrong encoding and saved so: "â€™" for "’", "Ã±" for "ñ".
#pragma once

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::spec {

/// Reports as bad-character the first such sign of a string, and how many more there are; signs
/// that were lost altogether (U+FFFD) too.
void report_misread(const Value& string, diag::Diagnostics& diags);

}  // namespace handbill::spec
