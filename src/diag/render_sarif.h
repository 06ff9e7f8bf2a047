// SPDX-License-Identifier: MIT
// Diagnostics about finished files for other programs: SARIF 2.1.0 (OASIS).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::diag {

struct JudgedFile {
  std::string name;  ///< as the user gave it; empty: what is told concerns no file
  Diagnostics findings;
};

/// One run of the tool, as many results of a file as render_json tells. A finding with a span
/// stands at its line, others at their file, and both at their documents; the place on the page is
/// in `properties`, in points from the top left corner of the trimmed page.
std::string render_sarif(const std::vector<JudgedFile>& files, const SourceMap& sources,
                         std::string_view version);

}  // namespace handbill::diag
