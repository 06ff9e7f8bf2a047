// SPDX-License-Identifier: MIT
// What the documents of a project tell, for a comparison.
#pragma once

#include "build/versions.h"
#include "words/words.h"

namespace handbill::build {

ToldVersion tell_project(const Version& version, const VersionsRequest& request);

/// In one line: where it is, and what.
std::string first_error(const diag::Diagnostics& diags, const diag::SourceMap& sources);

/// Its paragraphs with the panel and the heading that they stand below.
std::vector<compare::Passage> passages_of(const words::Words& words);

}  // namespace handbill::build
