// SPDX-License-Identifier: MIT
// Where in the content something was found, for waivers that hold there alone.
#pragma once

#include "content/content.h"
#include "diag/source_map.h"
#include "rules/waivers.h"

namespace handbill::build {

/// Of a document of that content; it looks no place up before it is asked.
rules::WaiverPlaces waiver_places(const content::Content& content, const diag::SourceMap& sources);

}  // namespace handbill::build
