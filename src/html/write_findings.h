// SPDX-License-Identifier: MIT
// What a check has found, as a page for people: grouped by what is to be done about it.
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::html {

/// One file of its own, without script. Of one group as many are told as render_json tells of all.
std::string write_findings(const diag::Diagnostics& findings, const diag::SourceMap& sources);

}  // namespace handbill::html
